/* progress.h: what a revisit judged of each significant weakness, and a monitoring inspection of each area for priority
 * action. Holds declarations only. */
#ifndef OFS_AREA_SEND_PROGRESS_H
#define OFS_AREA_SEND_PROGRESS_H

#include "frameworks/area_send/area_send.h"

/* The words of one kind of document; each list ends with NULL. */
typedef struct area_send_words {
    const char *const *verdicts; /* 'sufficient progress'; one that begins with 'in' says the opposite */
    const char *const *objects; /* what it was made in: 'weakness*' */
    const char *const *openings; /* what a block begins with that states one of them */
    const char *const *labels; /* what stands alone above one, perhaps with its number */
    ofs_progress made, not_made;
} area_send_words;
extern const area_send_words AREA_SEND_REVISIT, AREA_SEND_MONITORING; /* verdict.c */

typedef enum area_send_verdict {
    AREA_SEND_UNSURE, /* the words are there, and whether it was made is not sure */
    AREA_SEND_MADE,
    AREA_SEND_NOT_MADE
} area_send_verdict;

/* What a verdict is about. */
typedef enum area_send_extent {
    AREA_SEND_THIS, /* one of them, or nothing is named */
    AREA_SEND_SEVERAL, /* them, without a number */
    AREA_SEND_COUNT, /* `count` of them */
    AREA_SEND_ALL,
    AREA_SEND_NONE
} area_send_extent;

typedef struct area_send_said {
    area_send_verdict verdict;
    area_send_extent extent;
    int32_t count, of; /* -1: not said */
    int is_whole; /* 'the three': perhaps all of them */
} area_send_said;

/* verdict.c: the next verdict of the sentence at or after byte *at, which moves behind it: 1, or 0 where there is none. What
 * is asked, hoped for or conditional is none. */
int area_send_next_verdict(const area_send_words *words, ofs_str sentence, uint32_t *at, area_send_said *said);

/* progress.c: what blocks [first, end) judge. `field` of the findings gets an entry for each that it is judged of, and the
 * report's progress the sum. */
void area_send_read_progress(ofs_reader *reader, const area_send_words *words, uint32_t first, uint32_t end,
                             ofs_findings *field);

#endif
