/* grades.c: the grade that an article reports, and earlier ones, from its sentences, lists and tables.
 *
 * 'Good' is an everyday word: it counts as a grade only where the sentence rates, judges or grades the services as a
 * whole. A sentence that hopes, compares or speaks of one area is passed over: a missing grade is flagged, a wrong one
 * could not be. */
#include "frameworks/all.h"
#include "frameworks/news/news.h"

#include <string.h>

enum { LONGEST_SENTENCE = 1000, LONGEST_LINE = 200, MOST_MENTIONS = 8, FEW_WORDS = 8, SCALE = 3 };

static const char *const RATING[] = {"rate",    "rated",    "rates",  "rating*",  "judg*",
                                     "grade*",  "grading*", "deemed", "declared", "overall effectiveness",
                                     "overall", NULL};
static const char *const FINDING[] = {
    "say",     "says",     "said",      "find*",    "found", "award*",  "given",  "gives", "gave",    "named",
    "remain*", "retain*",  "maintain*", "keep*",    "kept",  "receiv*", "secur*", "earn*", "achiev*", "get",
    "gets",    "confirm*", "describ*",  "conclud*", "hail*", "is",      "are",    "as",    NULL};
static const char *const MOVING[] = {"upgrad*", "improv*",   "mov*",  "rise*", "rising", "rose",  "lift*", "rais*",
                                     "promot*", "downgrad*", "drop*", "fall*", "fell",   "jump*", "from",  NULL};
static const char *const INSPECTORATE[] = {"ofsted*", "inspect*", "ilacs", NULL};
static const char *const WHOLE[] = {"service*", "council*", "authority*", "borough", "county", "city", "department",
                                    "trust",    "overall",  "we",         "us",      "our",    NULL};
static const char *const AREA[] = {"care leavers",
                                   "leaving care",
                                   "leave care",
                                   "in care",
                                   "in our care",
                                   "in its care",
                                   "looked after",
                                   "looked-after",
                                   "help and protection",
                                   "need help",
                                   "need of help",
                                   "need protection",
                                   "leadership",
                                   "leaders",
                                   "managers",
                                   "adoption",
                                   "fostering",
                                   "early help",
                                   "front door",
                                   "social work practice",
                                   "safeguarding board",
                                   "safeguarding children board",
                                   "lscb",
                                   "school*",
                                   "nurser*",
                                   "academ*",
                                   "college*",
                                   "children's home*",
                                   "residential",
                                   "youth justice",
                                   "areas",
                                   "aspects",
                                   "elements",
                                   "features",
                                   "category",
                                   "categories",
                                   NULL};
static const char *const SCHOOL[] = {"school*",          "nurser*", "academ*",      "college*",
                                     "children's home*", "pupil*",  "headteacher*", NULL};
static const char *const MANY[] = {"only",        "one of",   "no authority", "no council", "no other", "councils",
                                   "authorities", "per cent", "percent",      "nationally", "other",    "regions",
                                   "a third of",  "half of",  "most",         NULL};
static const char *const NOT_YET[] = {
    "so that",     "could", "would",   "should",  "aim*",     "ambition*",   "aspir*", "striv*", "towards",
    "journey",     "path",  "not",     "become",  "becoming", "want*",       "until",  "if",     "hope*",
    "rather than", "will",  "expect*", "target*", "goal",     "definition*", "either", NULL};
static const char *const EARLIER[] = {"previous*",  "formerly",    "last inspection", "last inspected",
                                      "last full",  "last time",   "last report",     "last visit",
                                      "last rated", "last judged", "last graded",     "earlier inspection",
                                      "prior",      "had been",    "years ago",       NULL};
static const char *const NOW[] = {"now",    "has been",  "have been",  "today",      "this time",
                                  "latest", "has rated", "has judged", "has graded", "is",
                                  "are",    "this week", "this month", "new",        NULL};
/* What may follow a grade that is no adjective: 'good relationships' is none. */
static const char *const AFTER[] = {"overall",
                                    "rating*",
                                    "rated",
                                    "judg*",
                                    "grad*",
                                    "verdict",
                                    "ofsted*",
                                    "by",
                                    "in",
                                    "for",
                                    "across",
                                    "with",
                                    "and",
                                    "or",
                                    "following",
                                    "from",
                                    "after",
                                    "at",
                                    "on",
                                    "since",
                                    "as",
                                    "but",
                                    "while",
                                    "when",
                                    "which",
                                    "who",
                                    "is",
                                    "was",
                                    "to",
                                    "status",
                                    "outcome",
                                    "result",
                                    "inspection",
                                    "report",
                                    "over",
                                    "under",
                                    "during",
                                    "again",
                                    "children's services",
                                    "children's social",
                                    "that",
                                    "thanks",
                                    "despite",
                                    "because",
                                    "where",
                                    "score",
                                    "news",
                                    NULL};

/* A grade in a sentence. */

typedef struct mention {
    ofs_grade grade;
    ofs_str printed, left, right; /* the words between it and its neighbours */
    uint32_t year;                /* of an earlier grade; 0: none is printed */
    int quoted, capital;
} mention;

typedef struct sentence {
    ofs_reader *reader;
    ofs_str text;
    ofs_place place;
    mention at[MOST_MENTIONS];
    uint32_t count;
} sentence;

/* The bytes of a closing quotation mark, with the stop or comma before it. */
static uint32_t closing_quote(ofs_str right)
{
    uint32_t stop = right.n && strchr(".,!", right.p[0]) != NULL;
    uint32_t n = ofs_quote_at((ofs_str){right.p + stop, right.n - stop});
    return n ? stop + n : 0;
}

/* The next grade at or after byte `from`: also in 'judged to be good', which elsewhere is no grade. */
static int next_grade(ofs_str text, uint32_t from, ofs_grade *grade, ofs_span *at)
{
    static const char *const be[] = {"to be", NULL};
    static const char *const judged[] = {"judg*", "rated", "graded", "found", "deemed", "declared", NULL};
    uint32_t length = 0, start = from;
    ofs_grade here;
    ofs_span place;
    int found = ofs_find_grade(text, from, OFS_FIRST, grade, at);
    if (!ofs_has_phrase(text, "to be")) /* in most sentences */
        return found;
    for (int64_t to; (to = ofs_first_words((ofs_str){text.p + start, text.n - start}, be, &length)) >= 0;) {
        uint32_t end = start + (uint32_t)to + length;
        ofs_str left = {text.p + from, start + (uint32_t)to - from}, rest = {text.p + end, text.n - end};
        start = end;
        if (found && at->start < end)
            break;
        if (!ofs_has_words(left, judged) || !ofs_find_grade(rest, 0, OFS_FIRST, &here, &place) ||
            ofs_count_words((ofs_str){rest.p, place.start}))
            continue;
        *grade = here;
        *at = (ofs_span){end + place.start, end + place.end};
        return 1;
    }
    return found;
}

static void find_mentions(sentence *s)
{
    ofs_span at;
    ofs_grade grade;
    uint32_t from = 0;
    while (s->count < MOST_MENTIONS && next_grade(s->text, from, &grade, &at)) {
        mention *made = &s->at[s->count++];
        *made = (mention){.grade = grade, .printed = {s->text.p + at.start, at.end - at.start}};
        made->left = (ofs_str){s->text.p + from, at.start - from};
        made->right = (ofs_str){s->text.p + at.end, s->text.n - at.end};
        made->quoted = ofs_quote_ending(made->left) && closing_quote(made->right);
        made->capital = ofs_is_upper(made->printed.p[0]) && at.start;
        if (s->count > 1)
            made[-1].right.n = (uint32_t)(made->printed.p - made[-1].right.p);
        from = at.end;
    }
}

/* 'outstanding, good, requires improvement or inadequate' explains the scale. */
static int explains_scale(const sentence *s)
{
    int different = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t k = 0;
        while (k < i && s->at[k].grade != s->at[i].grade)
            k++;
        different += k == i;
    }
    return different >= SCALE;
}

static ofs_str after_quote(ofs_str right)
{
    uint32_t n = closing_quote(right);
    return (ofs_str){right.p + n, right.n - n};
}

/* The words after it leave it a grade: none at all, punctuation, or words that no adjective stands before. */
static int stands_as_grade(const mention *m)
{
    ofs_str right = after_quote(m->right);
    const char *p = right.p, *end = right.p + right.n;
    uint32_t c = 0, n;
    while (p < end && (n = ofs_utf8_next(p, end, &c)) && ofs_is_space(c))
        p += n;
    ofs_str rest = ofs_slice(p, end);
    if (!rest.n || !ofs_in_word(rest, 0))
        return c != '-' || p > right.p; /* 'good-quality' */
    return ofs_opening_words(ofs_leading_words(rest, 2), AFTER) != 0;
}

/* Years. */

/* Before the inspection that the article is about: 1; perhaps: 0; certainly not: -1. */
static int is_past(const ofs_reader *reader, uint32_t year)
{
    ofs_date published = reader->report->published;
    if (!published.year)
        return 0;
    if (year + 1 < published.year || (year + 1 == published.year && published.month > 6))
        return 1;
    return year < published.year ? 0 : -1;
}

/* 'up from', 'from a rating of': but not 'a judgement from Ofsted'. */
static int follows_from(ofs_str left)
{
    static const char *const from[] = {"from", NULL};
    static const char *const source[] = {"from ofsted*",      "from inspect*",    "from the inspect*",
                                         "from its inspect*", "from the ofsted*", NULL};
    uint32_t length;
    int64_t at = ofs_last_words(left, from, &length);
    if (at < 0)
        return 0;
    ofs_str rest = {left.p + at, left.n - (uint32_t)at};
    static const char *const onward[] = {"to", NULL};
    return ofs_count_words(rest) <= FEW_WORDS && !ofs_opening_words(rest, source) && !ofs_has_words(rest, onward);
}

/* The year that an earlier grade belongs to: 'in 2017, when it was judged as …', '… in 2017', not 'since 2017'. */
static uint32_t year_of(const mention *m, int *before)
{
    static const char *const bounds[] = {"since", "until", "before", "than", "from", "by", "to", "now", NULL};
    uint32_t at = 0, year = ofs_find_year(m->left, OFS_LAST, &at);
    *before = 1;
    if (year)
        return year;
    *before = 0;
    ofs_str near = ofs_leading_words(m->right, FEW_WORDS);
    year = ofs_find_year(near, OFS_FIRST, &at);
    return year && !ofs_has_words((ofs_str){near.p, at}, bounds) ? year : 0;
}

/* 'improved to', 'from … in 2018 to': what follows is the grade of today. */
static int moves_to(ofs_str left)
{
    static const char *const to[] = {"to", NULL}, *const be[] = {"to be", NULL};
    int64_t at = ofs_last_words(left, to, NULL);
    if (at < 0)
        return 0;
    ofs_str rest = {left.p + at, left.n - (uint32_t)at};
    return ofs_count_words(rest) <= 4 && !ofs_opening_words(rest, be);
}

/* What the sentence says after the year that stands before the grade: 'has' and 'now' speak of today. */
static int year_speaks_of_past(const mention *m)
{
    uint32_t at = 0;
    ofs_find_year(m->left, OFS_LAST, &at);
    ofs_str rest = {m->left.p + at, m->left.n - at};
    static const char *const today[] = {"has", "have", "now", "is", "are", "says", "say", "today", NULL};
    return !ofs_has_words(rest, today) && !moves_to(rest);
}

typedef enum tense { CURRENT, PREVIOUS, PREVIOUS_OR_CURRENT } tense;

static tense tense_of(const sentence *s, mention *m)
{
    int before;
    uint32_t year = year_of(m, &before);
    ofs_str near = ofs_leading_words(m->right, FEW_WORDS);
    int64_t marked = ofs_last_words(m->left, EARLIER, NULL);
    int earlier = follows_from(m->left) || ofs_has_words(near, EARLIER) ||
                  (marked >= 0 && marked > ofs_last_words(m->left, NOW, NULL));
    if (!year)
        return earlier ? PREVIOUS : CURRENT;
    int past = is_past(s->reader, year);
    if (past < 0 || (before && !year_speaks_of_past(m)))
        return CURRENT;
    m->year = year;
    if (past || earlier)
        return PREVIOUS;
    return s->reader->report->published.year ? CURRENT : PREVIOUS_OR_CURRENT;
}

/* 'good in three of the four areas', 'outstanding for leadership': up to the next comma. */
static int is_partial(const mention *m)
{
    static const char *const all[] = {"all", "every", "each", "across the board", NULL};
    static const char *const narrows[] = {"for", "in", "on", "at", "across", NULL};
    ofs_str near = ofs_trim(ofs_leading_words(after_quote(m->right), FEW_WORDS));
    const char *comma = near.n ? memchr(near.p, ',', near.n) : NULL;
    if (comma)
        near = ofs_slice(near.p, comma);
    return ofs_opening_words(near, narrows) && ofs_has_words(near, AREA) && !ofs_has_words(near, all);
}

/* 'services require improvement' rates them by itself. */
static int is_verb(const sentence *s, const mention *m)
{
    return m->grade == OFS_REQUIRES_IMPROVEMENT && ofs_has_words(s->text, INSPECTORATE) &&
           ofs_has_words(m->left, WHOLE);
}

/* Of the services as a whole: the sentence rates them, and speaks of no single area between its grades. */
static int is_overall(const sentence *s, const mention *m)
{
    static const char *const overall[] = {"overall", NULL};
    ofs_str near = ofs_leading_words(after_quote(m->right), 2);
    if (!stands_as_grade(m) || ofs_has_words(s->text, SCHOOL) || ofs_has_words(m->left, NOT_YET))
        return 0;
    if (ofs_opening_words(near, overall) && (m->quoted || m->capital || ofs_has_words(s->text, RATING)))
        return !ofs_has_words(m->left, MANY);
    if (ofs_has_words(m->left, AREA) || ofs_has_words(m->left, MANY) || is_partial(m))
        return 0;
    if (!ofs_has_words(s->text, WHOLE) && !(ofs_has_words(s->text, INSPECTORATE) && ofs_has_words(s->text, RATING)))
        return 0;
    int rated = ofs_has_words(m->left, RATING) || ofs_has_words(near, RATING);
    int found = ofs_has_words(s->text, INSPECTORATE) && ofs_has_words(m->left, FINDING);
    rated = rated || is_verb(s, m) || (moves_to(m->left) && ofs_has_words(s->text, MOVING));
    if (m->quoted || m->capital)
        return rated || found || follows_from(m->left);
    return rated || follows_from(m->left);
}

/* Filing. */

static ofs_judgement *overall(const ofs_report *report)
{
    return ofs_judgement_by_key(report, "overall_effectiveness");
}

static void add_previous(sentence *s, const mention *m)
{
    ofs_report *report = s->reader->report;
    for (uint32_t i = 0; i < report->previous_judgement_count; i++) {
        ofs_previous_judgement *known = &report->previous_judgements[i];
        if (known->grade == m->grade && (known->year == m->year || !known->year || !m->year)) {
            known->year = known->year ? known->year : m->year;
            return;
        }
    }
    *ofs_add_previous_judgement(s->reader) =
        (ofs_previous_judgement){m->year, OFS_LIT("Overall effectiveness"), m->grade};
}

static void read_mention(sentence *s, mention *m)
{
    if (!is_overall(s, m))
        return;
    tense when = tense_of(s, m);
    if (when == CURRENT) {
        ofs_offer_judgement(s->reader,
                            (ofs_offer){.row = ofs_row_keyed(OFS_FRAMEWORK_ILACS.rows, "overall_effectiveness"),
                                        .printed = m->printed,
                                        .grade = m->grade,
                                        .source = OFS_FROM_SENTENCE,
                                        .place = s->place});
        return;
    }
    add_previous(s, m);
    if (when == PREVIOUS_OR_CURRENT)
        ofs_add_issue_about(s->reader, "year_unclear", "previous_judgements", s->place,
                            "The article has no date, so '%s' may be the grade that it is about.", m->printed,
                            OFS_NO_STR);
}

/* Sentences. */

/* The end of the first sentence of s. */
static uint32_t sentence_end(ofs_str s)
{
    for (uint32_t i = 0; i + 1 < s.n; i++) {
        if (s.p[i] != '.' && s.p[i] != '!' && s.p[i] != '?')
            continue;
        uint32_t end = i + 1;
        end += ofs_quote_at((ofs_str){s.p + end, s.n - end});
        if (end < s.n && s.p[end] == ' ')
            return end;
    }
    return s.n;
}

static void read_sentences(ofs_reader *reader, const ofs_block *block)
{
    ofs_str rest = block->text;
    while (rest.n) {
        uint32_t n = sentence_end(rest);
        sentence s = {.reader = reader, .text = {rest.p, n}, .place = ofs_place_of(block)};
        rest = ofs_trim((ofs_str){rest.p + n, rest.n - n});
        if (n > LONGEST_SENTENCE)
            continue;
        find_mentions(&s);
        for (uint32_t i = 0; i < s.count && !explains_scale(&s); i++)
            read_mention(&s, &s.at[i]);
    }
}

/* Lists and tables of judgements. */

static const ofs_row *row_of(ofs_str text)
{
    const ofs_row *row = ofs_row_of(OFS_FRAMEWORK_ILACS.rows, text);
    return row ? row : ofs_row_of(OFS_FRAMEWORK_SIF.rows, text);
}

/* 'Overall effectiveness – ' → 'Overall effectiveness'. */
static ofs_str label_before(ofs_str words)
{
    static const char *const verbs[] = {"is", "are", "was", "were", "as", "rated", "judged", "graded", NULL};
    for (;;) {
        uint32_t length = 0, n = ofs_quote_ending(words);
        int64_t verb = ofs_last_words(words, verbs, &length);
        if (!n && words.n >= 3 && memcmp(words.p + words.n - 3, "\xE2\x80", 2) == 0)
            n = 3; /* a dash */
        if (!n && verb > 0 && (uint32_t)verb + length == words.n)
            n = length;
        if (!n)
            return words;
        words = ofs_trim_end((ofs_str){words.p, words.n - n}, ":-");
    }
}

/* 'Overall effectiveness – Good', 'The experiences and progress of care leavers: "outstanding"'. */
static void read_line(ofs_reader *reader, const ofs_block *block)
{
    ofs_str text = block->text;
    ofs_offer found = {.place = ofs_place_of(block), .source = OFS_FROM_SENTENCE};
    ofs_span at;
    if (text.n > LONGEST_LINE || !ofs_find_grade(text, 0, OFS_LAST, &found.grade, &at))
        return;
    ofs_str rest = ofs_trim_end((ofs_str){text.p + at.end, text.n - at.end}, ".;,");
    if (rest.n > ofs_quote_at(rest))
        return;
    found.label = label_before(ofs_trim_end((ofs_str){text.p, at.start}, ":-"));
    found.printed = (ofs_str){text.p + at.start, at.end - at.start};
    found.row = row_of(found.label);
    if (found.row)
        ofs_offer_judgement(reader, found);
}

/* One row: a known label and one grade. With two grades it compares years: which is which is not sure. */
static void read_cells(ofs_reader *reader, const ofs_cell *cells, uint32_t count)
{
    ofs_offer found = {.row = row_of(cells[0].text),
                       .label = cells[0].text,
                       .place = {cells[0].page, cells[0].span},
                       .source = OFS_FROM_TABLE};
    uint32_t grades = 0;
    for (uint32_t i = 1; found.row && i < count; i++) {
        ofs_grade grade;
        if (!ofs_read_grade(cells[i].text, &grade))
            continue;
        grades++;
        found.grade = grade;
        found.printed = cells[i].text;
        found.place.span.end = cells[i].span.end;
    }
    if (grades == 1)
        ofs_offer_judgement(reader, found);
    else if (found.row)
        ofs_add_issue_about(reader, "unreadable", "judgements", found.place,
                            "The row '%s' does not have one grade; it was not read.", found.label, OFS_NO_STR);
}

static void read_grid(ofs_reader *reader, const ofs_grid *grid)
{
    for (uint32_t i = 0, end; i < grid->count; i = end) {
        for (end = i + 1; end < grid->count && grid->cells[end].row == grid->cells[i].row; end++)
            ;
        read_cells(reader, &grid->cells[i], end - i);
    }
}

static int is_spoken(const ofs_block *block)
{
    return ofs_quote_at(block->text) != 0;
}

void ofs_read_news_grades(ofs_reader *reader, uint32_t first, uint32_t end)
{
    const ofs_block *blocks = reader->blocks.at;
    for (uint32_t i = first; i < end; i++) {
        if (blocks[i].kind == OFS_BLOCK_TABLE)
            read_grid(reader, &reader->blocks.grids[blocks[i].grid]);
        else
            read_line(reader, &blocks[i]);
    }
    for (uint32_t i = first; i < end; i++)
        if (blocks[i].kind != OFS_BLOCK_TABLE && !is_spoken(&blocks[i]))
            read_sentences(reader, &blocks[i]);
    if (overall(reader->report))
        return;
    for (uint32_t i = first; i < end; i++) /* only what somebody says of it is left */
        if (blocks[i].kind != OFS_BLOCK_TABLE && is_spoken(&blocks[i]))
            read_sentences(reader, &blocks[i]);
    const ofs_judgement *spoken = overall(reader->report);
    if (spoken)
        ofs_add_issue_about(reader, "from_quotation", "judgements", (ofs_place){spoken->page, spoken->span},
                            "The grade '%s' was read from a quotation, not from the article's own words.",
                            spoken->printed, OFS_NO_STR);
}
