/* news.h: what the files of the news reader share. Holds declarations only. */
#ifndef OFS_NEWS_H
#define OFS_NEWS_H

#include "base/words.h"
#include "readers/readers.h"

/* grades.c: the grades that the article reports, into judgements and previous_judgements, from blocks [first, end). Read
 * `published` and the authority first: a year tells an earlier grade from the one that the article is about, a name
 * whose it is. `is_known` is 0 where the authority is only the first that the text names. */
void ofs_read_news_grades(ofs_reader *reader, uint32_t first, uint32_t end, int is_known);

/* phrases.c: what a sentence says, list by list. */
typedef enum ofs_list {
    OFS_SAYS_RATING, /* rates */
    OFS_SAYS_FINDING, /* finds, gives, names */
    OFS_SAYS_MOVING, /* goes up or down */
    OFS_SAYS_INSPECTORATE,
    OFS_SAYS_WHOLE, /* the services as a whole */
    OFS_SAYS_AREA, /* one area, or another service */
    OFS_SAYS_SCHOOL,
    OFS_SAYS_MANY, /* no single council */
    OFS_SAYS_NARROWS, /* 'good for …' */
    OFS_SAYS_ALL, /* all areas together */
    OFS_SAYS_SEVERAL, /* grades in the plural */
    OFS_SAYS_CLAUSE, /* begins a clause of its own */
    OFS_SAYS_TURN, /* turns to another thought */
    OFS_SAYS_GOAL, /* hoped for, denied, aimed at */
    OFS_SAYS_GOAL_BEHIND, /* the same behind a grade */
    OFS_SAYS_EARLIER, /* of an earlier inspection */
    OFS_SAYS_HAD_BEEN, /* the same, before a grade only */
    OFS_SAYS_NOW, /* of today */
    OFS_SAYS_JUST,
    OFS_SAYS_TODAY, /* speaks of today, behind a year */
    OFS_SAYS_PERHAPS, /* of this inspection or of the one before */
    OFS_SAYS_SINCE,
    OFS_SAYS_AFTER, /* beside a grade: 'following an inadequate judgement' */
    OFS_SAYS_PASSING, /* in passing: 'celebrates after Ofsted rated it good' */
    OFS_SAYS_LOSS, /* 'lost its outstanding rating' */
    OFS_SAYS_GONE, /* '… judgement being lifted' */
    OFS_SAYS_FROM,
    OFS_SAYS_TO,
    OFS_SAYS_BOUND, /* 'since 2017', 'by 2022': no time of a grade */
    OFS_SAYS_THOUGHT_END, /* what follows speaks no longer of the grade before it */
    OFS_SAYS_GRADE_END, /* what follows belongs to the next grade */
    OFS_SAYS_LISTS
} ofs_list;
enum { OFS_MOST_SAID = 128 };
typedef struct ofs_said_phrase {
    uint32_t start, end;
    uint8_t list;
} ofs_said_phrase;
typedef struct ofs_said {
    ofs_str text;
    ofs_said_phrase at[OFS_MOST_SAID]; /* in the order of the text */
    uint32_t count;
} ofs_said;
typedef struct ofs_phrases ofs_phrases;
/* The lists, sorted once for an article. */
const ofs_phrases *ofs_sort_news_phrases(ofs_arena *arena);
/* Every phrase of every list in `text`; a sentence with more than OFS_MOST_SAID of them keeps the first. */
void ofs_find_said(const ofs_phrases *phrases, ofs_str text, ofs_said *said);
/* The first or last phrase of a list that is wholly in `part`, a slice of the text: its offset in the part, or -1. */
int64_t ofs_first_said(const ofs_said *said, ofs_list list, ofs_str part, uint32_t *length);
int64_t ofs_last_said(const ofs_said *said, ofs_list list, ofs_str part, uint32_t *length);
int ofs_says(const ofs_said *said, ofs_list list, ofs_str part);

/* A grade in a sentence. */
typedef struct ofs_mention {
    ofs_grade grade;
    ofs_str printed;
    ofs_str left, right; /* the words between it and its neighbours */
    ofs_str before;      /* all that stands before it in its sentence */
    const ofs_said *said; /* of its sentence */
    int quoted, capital, is_first;
    int stands; /* no adjective: 'good', not 'good relationships' */
} ofs_mention;

/* when.c */
typedef enum ofs_when {
    OFS_WHEN_NOW,           /* no word says of when it is: of today */
    OFS_WHEN_PASSING,       /* 'after Ofsted rated it': of today, if the headline or the first lines say so */
    OFS_WHEN_BEFORE,
    OFS_WHEN_BEFORE_OR_NOW, /* of a year, in an article without a date */
    OFS_WHEN_OPEN,          /* two words leave it open */
    OFS_WHEN_HOPED
} ofs_when;
/* *year: of an earlier grade; 0: none is printed. */
ofs_when ofs_when_of(ofs_date published, const ofs_mention *m, uint32_t *year);
/* What follows the last 'but', 'while' or ';' of the words before a grade; what stands before the first one behind it. */
ofs_str ofs_after_turn(const ofs_mention *m, ofs_str left);
ofs_str ofs_before_turn(const ofs_mention *m, ofs_str right);
/* The words before a grade end in 'from …', or in 'to …'. */
int ofs_follows_from(const ofs_mention *m, ofs_str left);
int ofs_moves_to(const ofs_mention *m, ofs_str left);

/* subject.c: another thing is rated than the services as a whole, or somebody else than Ofsted rates. */
int ofs_rates_other(const ofs_mention *m);

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
