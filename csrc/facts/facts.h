/* facts.h: readers of what every framework prints the same way: grades, dates, periods, people, authorities.
 *
 * They take short slices of clean text (a line, a cell, a sentence) and keep no state. Nothing is guessed:
 * what does not read as the thing asked for gives 0, what reads with a doubt carries a flag, and the caller
 * files the issue. May not know of frameworks, lines or blocks.
 *
 * Spans are bytes of the slice that was given. Strings in results are slices of the input or of the context,
 * or lie in the matcher's arena.
 */
#ifndef OFS_FACTS_H
#define OFS_FACTS_H

#include "ofsted.h"
#include "facts/patterns.h"

/* What ofs_context_new() makes; shared by threads, never changed. */
typedef struct ofs_register ofs_register;
struct ofs_context {
    ofs_patterns *patterns;
    ofs_register *authorities;
    const struct ofs_headings *headings; /* of each framework, as all.c has them; last of none: no headings */
    const struct ofs_cuts *cuts;         /* before which long lines are cut */
    const struct ofs_printed *printed;   /* how lines begin that the publisher prints in every report */
    ofs_arena arena;                     /* that they lie in */
};

/* ---- Grades ---- */

typedef enum ofs_which { OFS_FIRST, OFS_LAST } ofs_which;

/* The whole string is a grade and nothing else, but for case, spaces (also missing ones: 'Requiresimprovement')
 * and punctuation around it: 1 and *grade, else 0. 'Requires improvement to be good' is requires improvement. 'Good?',
 * '< Good' and a grade beside an empty box or a cross are none.
 * The area SEND outcomes are sentences and not read here. */
int ofs_read_grade(ofs_str text, ofs_grade *grade);

/* The first or last grade phrase that starts at or after byte `from`, on word bounds: 1, *grade and *at, else 0.
 * 'to be good', 'not (yet) good', 'less than good' and 'good enough' are no grades. */
int ofs_find_grade(ofs_str text, uint32_t from, ofs_which which, ofs_grade *grade, ofs_span *at);
/* The same of a grade that the text begins with, and whether one may: by its first two letters most words do not. */
int ofs_opening_grade(ofs_str text, ofs_grade *grade, ofs_span *at);
static inline int ofs_may_open_grade(ofs_str text)
{
    static const char second[32] = {['r' & 31] = 'e', ['o' & 31] = 'u', ['i' & 31] = 'n',
                                    ['n' & 31] = 'o', ['g' & 31] = 'o', ['a' & 31] = 'd'};
    return text.n > 1 && (text.p[1] | 0x20) == second[text.p[0] & 31];
}
/* A place at or after byte `from`, before which the text has no letters that every grade has; text.n where it has none at
 * all, as most texts, which is seen at once. */
uint32_t ofs_grade_letters(ofs_str text, uint32_t from);

/* What is left of the text from `at` is a grade with its number: 'Grade 3 (adequate)', '3 – adequate', '(Grade 3)'. The
 * word's grade, else the number's (3 is 'adequate', as until 2013); *agree is 0 where the two differ. */
int ofs_numbered_grade_at(ofs_str text, uint32_t at, ofs_grade *grade, int *agree);

/* '… Grade 3 (adequate)', 'Grade: 3': what stands before it (nothing: the grade is alone) and its grade, as above. */
int ofs_split_numbered_grade(ofs_str text, ofs_str *words, ofs_grade *grade, int *agree);
/* The whole text is a grade with its number, in either order: 'Inadequate (Grade 4)'. */
int ofs_read_numbered_grade(ofs_str text, ofs_grade *grade, int *agree);
int ofs_is_numbered_grade(ofs_str text);
/* '… Good (previously Inadequate)': what stands before the brackets, and *earlier what is in them; null where the text ends
 * otherwise, and is returned as it is. */
ofs_str ofs_before_earlier_grade(ofs_str text, ofs_str *earlier);
/* The whole text is a grade, with its number or without, and an earlier grade in brackets behind it or none. */
int ofs_read_any_grade(ofs_str text, ofs_grade *grade);

/* '…: good', '… is outstanding': cuts the grade off the heading. 1 where there was one. */
int ofs_split_heading(ofs_str heading, ofs_str *words, ofs_grade *grade);

/* ---- Dates and periods ---- */

/* Their names in lower case. */
enum { OFS_MONTH_COUNT = 12 };
extern const char *const OFS_MONTHS[OFS_MONTH_COUNT];

enum {
    OFS_DATE_NO_YEAR = 1,          /* no year is printed: year 0, or `year_if_none` */
    /* digits glued to the year ('20222': 2022 and a footnote mark) or outside 1990-2049 */
    OFS_DATE_ODD_YEAR = 2,
    OFS_DATE_BAD_DAY = 4,          /* no such day: the date is left null */
    OFS_DATE_BAD_WEEKDAY = 8,      /* the weekday printed is not that day's */
    OFS_DATE_ODD_DAY = 16, /* a digit, or a letter that looks like one, stands right before the day ('1 2 March') */
    /* a start's year is not printed and the end is in another year, or an end's is not */
    OFS_PERIOD_YEAR_INFERRED = 32,
    OFS_PERIOD_END_BEFORE_START = 64, /* kept as printed */
    OFS_PERIOD_TOO_LONG = 128, /* more than 120 days */
    OFS_PERIOD_DAYS_APART = 256, /* 'A and B' where B is not the day after A: read as two single days */
    OFS_PERIOD_CUT = 512, /* another date stands right behind it, or a day right before it, and was not read */
    OFS_DATE_MONTH_OR_DAY = 1024 /* '03/04/2024' was read day first, and may be the fourth of March */
};

/* What deserves an issue: every flag. */
typedef struct ofs_found_date {
    ofs_date date;
    uint32_t flags;
    ofs_span at;
} ofs_found_date;

/* The first date (day, month and, mostly, year) that starts at or after byte `from`: 1, else 0. 'November 2022' is
 * no date; of '7 to 18 November 2022' it is the 18th: use ofs_find_periods() where a period may stand. */
int ofs_find_date(ofs_str text, uint32_t from, ofs_found_date *found);

/* The first or last year of this century that stands alone, and at which byte; 0: none. */
uint32_t ofs_find_year(ofs_str text, ofs_which which, uint32_t *at);

/* The month that is the text's last word, but for a comma, 1 to 12, and its bytes; 0: none. */
int ofs_month_ending(ofs_str text, uint32_t *length);

typedef struct ofs_found_periods {
    ofs_period *periods; /* in printed order */
    uint32_t count;
    uint32_t flags; /* of all of them together */
    ofs_span at; /* from the first day to the last year */
} ofs_found_periods;

/* The first run of periods at or after byte `from`: single days, 'A to B', 'A–B', 'between A and B', 'A and B' (days in
 * a row), two dates with any sign or nothing between them, several of these joined by 'and', ',' or ';': 1, else 0. Ends where other words begin: text after at.end is
 * not looked at. `year_if_none` (0: not known) is taken, and flagged, where no year is printed. */
int ofs_find_periods(ofs_arena *arena, ofs_str text, uint32_t from, uint16_t year_if_none, ofs_found_periods *found);

/* 'a' earlier than 'b': < 0, same: 0, later: > 0. Days since 1 January 1970; the date must be known. */
int ofs_date_compare(ofs_date a, ofs_date b);
int32_t ofs_date_days(ofs_date date);

/* ---- People ---- */

enum {
    OFS_PEOPLE_LONG_NAME = 1, /* four or more words in a name: perhaps two people */
    OFS_PEOPLE_ODD_WORDS = 2, /* between two names stand words that are no role and no link */
    OFS_PEOPLE_ONE_WORD = 4 /* a word with a capital among the names: perhaps a part of one, left out */
};

typedef struct ofs_found_people {
    ofs_person *people; /* in printed order; role: printed after the name, else the label's ('… Inspectors for this
                           visit were' in the singular), null where none is printed */
    ofs_str *labels; /* of each: the role printed before the names ('Deputy lead inspector'); may be null */
    uint32_t count;
    uint32_t flags;
    ofs_span at; /* from the first name or role to the last */
    ofs_str next_label; /* a label behind the last person, of people who stand elsewhere; null where there is none */
} ofs_found_people;

/* One person: 'Margaret Burke, His Majesty’s Inspector', 'Lead inspector: X HMI', 'X (Ofsted Inspector)', 'X\tRole'.
 * The role is what is printed after the name, in any words; else the label before it; else null. A title (Mr, Ms, Dr)
 * is cut off. The string must hold one person and nothing else: 1, else 0. */
int ofs_read_person(ofs_matcher *matcher, ofs_str text, ofs_person *person);

/* Every person of a list or of a sentence ('The inspectors were A, HMI, and B, HMI.'), up to the end of the sentence in
 * which the names stand; after it the list goes on only with a label and a colon ('… HMI. Team inspectors: …'). Words
 * before the first role or name are passed over. Also two columns and names wrapped over lines. 1, else 0. */
int ofs_read_people(ofs_matcher *matcher, ofs_str text, ofs_found_people *found);

/* ---- Authorities ---- */

/* How many different authorities of the register the text names: 0, 1, or 2 for 'two or more'. *authority (may be NULL)
 * is the first; with 2 the caller must not take it without an issue. Any printed form ('London Borough of X', 'X & Y
 * Council', 'St Helens'); the longest name wins; never a near miss ('Sussex', 'Greater Manchester': 0). */
int ofs_match_authority(const ofs_context *context, ofs_str text, ofs_authority *authority);

/* The whole text is a short name of two authorities ('Kingston'), and so of none: 1 and both of them, else 0. */
int ofs_shared_name(const ofs_context *context, ofs_str text, ofs_authority both[2]);

/* A word stands beside the first one named that may belong to its name, misread ('N0rth X', 'X and Ch3ster'): 1, else 0. */
int ofs_is_part_of_name(const ofs_context *context, ofs_str text);

/* The first one named at or after byte `from`, and where: 1, else 0. */
int ofs_find_authority(const ofs_context *context, ofs_str text, uint32_t from, ofs_authority *authority, ofs_span *at);

#endif
