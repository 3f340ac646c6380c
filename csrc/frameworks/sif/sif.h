/* sif.h: what the files that read a SIF report share: its headings by what they stand for, and its body made ready.
 * Private to the sif files; declarations only. */
#ifndef OFS_SIF_H
#define OFS_SIF_H

#include "readers/readers.h"

/* What a heading of a SIF report stands for. */
typedef enum sif_kind {
    SIF_OTHER,       /* a topic of its own, beneath the heading before it */
    SIF_AUTHORITY,   /* the part on the local authority */
    SIF_BOARD,       /* the part on the LSCB */
    SIF_MEANING,     /* 'What the inspection judgements mean': grade descriptors */
    SIF_CHAPTER,
    SIF_AREA,        /* a judgement's own chapter; grade in its words or in the cell beside it */
    SIF_SUBAREA,     /* adoption, care leavers */
    SIF_BOARD_JUDGEMENT,
    SIF_BECAUSE,     /* 'This local authority requires improvement because' */
    SIF_RECOMMENDATIONS,
    SIF_IMPROVE,     /* 'What does … need to improve?' */
    SIF_IMPROVEMENTS, /* what stands under it: priority action, areas for improvement */
    SIF_STRENGTHS,
    SIF_SUMMARY,
    SIF_TOPIC,
    SIF_PREVIOUS,    /* previous inspections */
    SIF_INFORMATION, /* about this inspection */
    SIF_TEAM,
    SIF_CONTENTS
} sif_kind;

typedef struct sif_heading {
    sif_kind kind;
    uint8_t level;
    const char *key; /* of the judgement that it repeats; NULL: none */
} sif_heading;

/* sif.c: the row of a judgement, of the table or apart from it. */
const ofs_row *sif_row(const char *key);

/* sif_headings.c */
sif_heading sif_heading_of(ofs_str text);
/* Phrases for text that does not mark its headings (see ofs_framework). */
extern const ofs_heading SIF_HEADINGS[];

/* The blocks of the body, each with the kind of its heading. */
typedef struct sif_body {
    uint32_t first, end; /* of the reader's blocks, which sif_prepare() rewrites */
    uint8_t *kinds;      /* by block; of blocks that are no heading: that of the heading above */
} sif_body;

/* sif_body.c: from block `after_cover`, up to `end`: tables that only set a heading beside its grade become headings,
 * contents and a second cover go, every heading gets its level. A heading's grade from the cell beside it is its
 * block's `label`. */
sif_body sif_prepare(ofs_reader *reader, uint32_t after_cover, uint32_t end);
void sif_read_sections(ofs_reader *reader, sif_body body);

/* sif_cover.c: title and authority; the judgement table and the sentences that judge the whole and the LSCB. Blocks up
 * to `table` are before the table's end. */
void sif_read_cover(ofs_reader *reader, uint32_t table, uint32_t body);
void sif_read_judgements(ofs_reader *reader, uint32_t table, uint32_t body);

/* sif_lists.c: recommendations, strengths, previous inspections, the inspection team. */
void sif_read_lists(ofs_reader *reader, sif_body body);
void sif_read_previous(ofs_reader *reader, sif_body body);
void sif_read_team(ofs_reader *reader, sif_body body);

#endif
