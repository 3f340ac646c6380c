/* news.h: what the files of the news reader share. Holds declarations only. */
#ifndef OFS_NEWS_H
#define OFS_NEWS_H

#include "base/words.h"
#include "readers/readers.h"

/* grades.c: the grades that the article reports, into judgements and previous_judgements, from blocks [first, end). Read
 * `published` and the authority first: a year tells an earlier grade from the one that the article is about, a name
 * whose it is. `is_known` is 0 where the authority is only the first that the text names. */
void ofs_read_news_grades(ofs_reader *reader, uint32_t first, uint32_t end, int is_known);

/* A grade in a sentence. */
typedef struct ofs_mention {
    ofs_grade grade;
    ofs_str printed;
    ofs_str left, right; /* the words between it and its neighbours */
    ofs_str before;      /* all that stands before it in its sentence */
    int quoted, capital, is_first;
} ofs_mention;

/* when.c */
typedef enum ofs_when {
    OFS_WHEN_NOW,           /* no word says of when it is: of today */
    OFS_WHEN_CHANGED,       /* 'now', 'from … to': after an earlier one */
    OFS_WHEN_PASSING,       /* 'after Ofsted rated it': of today, if the headline or the first lines say so */
    OFS_WHEN_BEFORE,
    OFS_WHEN_BEFORE_OR_NOW, /* of a year, in an article without a date */
    OFS_WHEN_OPEN,          /* two words leave it open */
    OFS_WHEN_HOPED
} ofs_when;
/* *year: of an earlier grade; 0: none is printed. */
ofs_when ofs_when_of(ofs_date published, const ofs_mention *m, uint32_t *year);
/* What follows the last 'but', 'while' or ';' of the words before a grade; what stands before the first one behind it. */
ofs_str ofs_after_turn(ofs_str left);
ofs_str ofs_before_turn(ofs_str right);
/* The words before a grade end in 'from …', or in 'to …'. */
int ofs_follows_from(ofs_str left);
int ofs_moves_to(ofs_str left);

/* whose.c */
typedef enum ofs_whose { OFS_WHOSE_UNNAMED, OFS_WHOSE_OURS, OFS_WHOSE_ANOTHER, OFS_WHOSE_SEVERAL } ofs_whose;
/* Whose the councils are that s names. Read the report's authority first. */
ofs_whose ofs_whose_in(const ofs_reader *reader, ofs_str s);
/* ofs_find_authority() without what is called after a place: 'BBC Radio Leicester', 'Leicester Mercury'. */
int ofs_find_named_authority(const ofs_context *context, ofs_str s, uint32_t from, ofs_authority *authority,
                             ofs_span *at);
/* The next name of a council, of the register or not, by its place in a sentence: 'X's children's services', 'X was
 * rated'. From byte `from`: 1 and *at, else 0. */
int ofs_find_placed_council(ofs_str s, uint32_t from, ofs_span *at);
/* One of its words is a name: of 'City Council' none is. */
int ofs_has_name(ofs_str s);

#endif
