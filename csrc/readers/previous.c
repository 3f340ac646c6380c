/* previous.c: what a letter says of earlier inspections: 'since the last inspection in March 2022, when the overall
 * effectiveness was judged to be inadequate'.
 *
 * Takes what one sentence says: an inspection or visit that it dates, and a grade that stands right behind 'judged' or
 * the like. May not read this visit's own facts, nor what was found of a school, a home or another agency. */
#include "base/words.h"
#include "readers/letters.h"

#include <string.h>

enum {
    LONGEST_LINK = 200,
    LONGEST_TAIL = 80,
    LONGEST_LABEL = 160,
    MOST_NAME_WORDS = 4,
    MOST_NOUNS = 3,
    MOST_HELPERS = 2,
    NEAR = 400, /* bytes before a date or a verb that may belong to it: a sentence may be as long as the file */
    LONGEST_GRADE = 64,
    LONGEST_ENDING = 40,
    MOST_FOUND = 64, /* inspections, and grades, of a letter */
    QUOTED_WORDS = 40
};

/* An earlier inspection with its date, and where in the sentence both end. */
typedef struct mention {
    ofs_previous_inspection inspection;
    uint32_t end;
} mention;

typedef struct sentence {
    ofs_str text;
    ofs_place place;
    mention last; /* the last one that was found; end 0: none */
    uint32_t year, years; /* the first year printed; how many different ones: 0, 1, or 2 for more */
    int inspects, is_flagged;
} sentence;

static ofs_str before(ofs_str text, uint32_t at)
{
    return (ofs_str){text.p, at};
}

/* The last bytes of it. */
static ofs_str last_of(ofs_str text, uint32_t bytes)
{
    return text.n > bytes ? (ofs_str){text.p + text.n - bytes, bytes} : text;
}

static ofs_str from(ofs_str text, uint32_t at)
{
    return (ofs_str){text.p + at, text.n - at};
}

/* The bytes of the one of the words that s ends with, or 0. */
static uint32_t ends_with(ofs_str s, const char *const *words)
{
    uint32_t length;
    s = last_of(s, LONGEST_ENDING);
    int64_t at = ofs_last_words(s, words, &length);
    return at >= 0 && (uint32_t)at + length == s.n ? length : 0;
}

static ofs_str without_ending(ofs_str s, const char *const *words)
{
    uint32_t n = ends_with(s, words);
    return n ? ofs_trim_end(before(s, s.n - n), ",") : s;
}

/* When. */

/* The bytes of the stroke or the dash that s ends with, or 0. */
static uint32_t ends_with_stroke(ofs_str s)
{
    uint32_t c;
    if (!s.n)
        return 0;
    const char *last = ofs_utf8_back(s.p, s.p + s.n);
    uint32_t n = ofs_utf8_next(last, s.p + s.n, &c);
    return c == '/' || ofs_is_dash(c) ? n : 0;
}

/* 'April/May 2016', 'June and July 2019': two months, and which day of them is not printed. */
static ofs_str without_other_month(ofs_str text, uint8_t *month)
{
    static const char *const links[] = {"and", "to", NULL};
    ofs_str left = ofs_trim(text);
    uint32_t n = ends_with(left, links), length;
    if (!n)
        n = ends_with_stroke(left);
    left = n ? ofs_trim(before(left, left.n - n)) : OFS_NO_STR;
    if (!n || !ofs_month_ending(left, &length))
        return text;
    *month = 0;
    return ofs_trim(before(left, left.n - length));
}

/* The date that ends with the year at byte `at`: days, or month and year. Returns where it begins. */
static uint32_t read_when(ofs_reader *reader, ofs_str text, uint32_t at, ofs_previous_inspection *out)
{
    ofs_found_periods found;
    uint32_t length, back = at > LONGEST_TAIL ? at - LONGEST_TAIL : 0;
    ofs_str near = {text.p + back, at + 4 - back};
    ofs_str left = ofs_trim(before(text, at));
    int month = ofs_month_ending(left, &length);
    if (month) {
        out->month = (uint8_t)month;
        left = without_other_month(ofs_trim(before(left, left.n - length)), &out->month);
    }
    if (month && left.n && ofs_is_digit(left.p[left.n - 1]) && ofs_find_periods(reader->arena, near, 0, 0, &found) &&
        found.at.end == near.n && found.count == 1 && !found.flags) {
        out->start = found.periods[0].start;
        out->end = found.periods[0].end;
        return back + found.at.start;
    }
    return left.n;
}

/* What. */

/* Words that may stand between 'the' and 'inspection'. */
static const char *const MODIFIERS[] = {
    "ofsted",     "ilacs",    "(ilacs)",  "single",     "full",      "last",     "previous",   "most",      "recent",
    "standard",   "short",    "graded",   "judgement",  "local",     "children", "children's", "childrens", "authority",
    "inspecting", "services", "joint",    "targeted",   "area",      "earlier",  "first",      "second",    "third",
    "fourth",     "focused",  "focussed", "monitoring", "assurance", "initial",  "original",   NULL};

/* Words before those. */
static const char *const BEFORE_TITLE[] = {"the",  "a",  "an",    "its", "of",     "to",   "and",  "in",   "at",
                                           "from", "by", "since", "as",  "during", "both", "this", "that", NULL};

/* Where its own words begin: 'the last ILACS inspection'. *other: a word before them says that it was another's, 'the
 * YOS inspection', 'the HMI Probation single inspection'. */
static uint32_t title_start(ofs_str text, uint32_t noun, int *other)
{
    uint32_t start = noun;
    *other = 0;
    while (start) {
        ofs_str left = ofs_trim(before(text, start));
        ofs_str last = ofs_last_word(left);
        uint32_t word = left.n - last.n;
        if (!last.n || last.p[last.n - 1] == ',')
            break;
        if (!ofs_is_one_of(last, MODIFIERS)) {
            int plain = ofs_is_one_of(last, BEFORE_TITLE) || ofs_has_phrase(last, "'s") || ofs_has_phrase(last, "s'");
            *other = !plain && word && (start == noun || ofs_is_upper(*last.p));
            break;
        }
        start = word;
    }
    return start;
}

static const char *framework_of(ofs_str title, ofs_str link)
{
    static const struct {
        const char *words, *slug;
    } known[] = {{"focused visit", "focused-visit"},
                 {"focussed visit", "focused-visit"},
                 {"monitoring visit", "monitoring-visit"},
                 {"jtai", "jtai"},
                 {"joint targeted area", "jtai"},
                 {"ilacs", "ilacs"},
                 {"inspecting local authority children", "ilacs"},
                 {"single inspection", "sif"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (ofs_has_phrase(title, known[i].words))
            return known[i].slug;
    return ofs_has_phrase(link, "in need of help and protection, children looked after and care leavers") ? "sif"
                                                                                                          : NULL;
}

/* A visit by Ofsted: the word alone may be a social worker's. */
static int is_inspectors_visit(ofs_str title, ofs_str left)
{
    static const char *const words[] = {"last",     "previous",   "ofsted",    "focused",
                                        "focussed", "monitoring", "assurance", NULL};
    static const char *const theirs[] = {"ofsted's", NULL};
    return ofs_has_words(title, words) || ends_with(ofs_trim(left), theirs);
}

/* What has inspections of its own. */
static const char *const OTHERS[] = {"school*",
                                     "home*",
                                     "college*",
                                     "academ*",
                                     "hospital*",
                                     "police",
                                     "prison*",
                                     "probation",
                                     "health",
                                     "agency",
                                     "agencies",
                                     "provider*",
                                     "setting*",
                                     "fostering",
                                     "adoption service",
                                     "residential",
                                     "youth",
                                     "yos",
                                     "cqc",
                                     "hmicfrs",
                                     "hmip",
                                     "send",
                                     "special educational",
                                     NULL};

/* What was inspected, between the noun and the date, is the authority's and nobody else's. */
static int is_link(ofs_str link)
{
    static const char *const says[] = {"took place", "undertaken", "carried out", "completed", "conducted", "which",
                                       "by ofsted",  "that",       "was",         "were",      NULL};
    static const char *const clauses[] = {"when", "where", "which", "who", "has", "have", "since", NULL};
    static const char *const ends[] = {"services",     "service",    "care",  "leavers", "authority", "council",
                                       "arrangements", "protection", "after", "door",    "board",     NULL};
    link = ofs_trim_end(ofs_trim(link), ",");
    for (uint32_t n; (n = ofs_begins_with(link, (const char *const[]){"(ilacs)", "(jtai)", "by ofsted", NULL})) != 0;)
        link = ofs_trim(from(link, n));
    for (int i = 0; i < MOST_NOUNS; i++)
        link = without_ending(link, says);
    if (!link.n)
        return 1;
    if (link.n > LONGEST_LINK || ofs_has_words(link, clauses) || ofs_has_words(link, OTHERS))
        return 0;
    if (ends_with(link, ends))
        return 1;
    uint32_t of = ofs_word_phrase_at(link, 0, "of");
    return of && ofs_count_words(link) <= MOST_NAME_WORDS + 1 && of + 1 < link.n && ofs_is_upper(link.p[of + 1]) &&
           !memchr(link.p, ',', link.n);
}

/* 'were last inspected in', 'Ofsted last inspected … in': of an authority's services. */
static int inspects_services(ofs_str text, uint32_t verb, ofs_str link)
{
    static const char *const words[] = {"services", "service", "authority", "council", NULL};
    ofs_str subject = before(text, verb);
    return !ofs_has_words(subject, OTHERS) && (ofs_has_words(subject, words) || ofs_has_words(link, words));
}

/* The inspection whose date begins at byte `date`, with a preposition between them: 1, else 0. */
static int read_what(ofs_str text, uint32_t date, ofs_previous_inspection *out)
{
    static const char *const nouns[] = {"inspection", "visit", "inspected", "jtai", NULL};
    static const char *const any[] = {"an", NULL};
    static const char *const prepositions[] = {"on the", "on",      "in",       "of",      "from",
                                               "during", "between", "in early", "in late", NULL};
    ofs_str left = last_of(ofs_trim(before(text, date)), NEAR);
    uint32_t n = ends_with(left, prepositions), length;
    int64_t noun = -1;
    if (!n)
        return 0;
    left = before(left, left.n - n);
    ofs_str searched = left;
    for (int i = 0; i < MOST_NOUNS && (noun = ofs_last_words(searched, nouns, &length)) >= 0; i++) {
        if (!ofs_phrase_at(ofs_trim(from(left, (uint32_t)noun + length)), "framework"))
            break;
        searched = before(left, (uint32_t)noun);
        noun = -1;
    }
    if (noun < 0)
        return 0;
    ofs_str link = from(left, (uint32_t)noun + length);
    if ((left.p[noun + length - 1] | 0x20) == 'd') /* inspected */
        return is_link(link) && inspects_services(left, (uint32_t)noun, link);
    int other;
    uint32_t start = title_start(left, (uint32_t)noun, &other);
    if (start == (uint32_t)noun && !ofs_trim(link).n && ends_with(ofs_trim(before(left, start)), any))
        return 0; /* 'an inspection in 2015': whose? */
    out->title = (ofs_str){left.p + start, (uint32_t)noun + length - start};
    out->framework = ofs_str_of(framework_of(out->title, link));
    int is_visit_word = (left.p[noun + length - 1] | 0x20) == 't';
    return !other && is_link(link) && (!is_visit_word || is_inspectors_visit(out->title, before(left, start)));
}

/* 'the May 2018 inspection': the noun stands behind the date. */
static uint32_t read_what_behind(ofs_str text, uint32_t end, ofs_previous_inspection *out)
{
    static const char *const nouns[] = {"inspection",
                                        "ofsted inspection",
                                        "ilacs inspection",
                                        "single inspection",
                                        "focused visit",
                                        "monitoring visit",
                                        "jtai",
                                        NULL};
    ofs_str rest = ofs_trim(from(text, end));
    uint32_t n = ofs_opening_words(rest, nouns);
    if (!n || rest.p == text.p + end)
        return 0;
    out->title = before(rest, n);
    out->framework = ofs_str_of(framework_of(out->title, OFS_NO_STR));
    return (uint32_t)(rest.p - text.p) + n;
}

/* This visit itself, or one to come. */
static int is_own(const ofs_report *report, const ofs_previous_inspection *found)
{
    static const char *const earlier[] = {"last", "previous", "recent", NULL};
    if (!report->inspection_period_count)
        return 0;
    ofs_date own = report->inspection_periods[0].start;
    if (found->year != own.year)
        return found->year > own.year;
    if (found->start.year)
        return ofs_date_compare(found->start, own) >= 0;
    return found->month > own.month || (found->month == own.month && !ofs_has_words(found->title, earlier));
}

static int is_visit(ofs_str framework)
{
    return ofs_is_phrase(framework, "jtai") || ofs_has_phrase(framework, "-visit");
}

/* One inspection named twice is one, with what either place prints. */
static int joins(ofs_previous_inspection *known, const ofs_previous_inspection *found)
{
    int same = ofs_equal(known->framework, found->framework);
    if (!same && (known->framework.n ? is_visit(known->framework) || found->framework.n : is_visit(found->framework)))
        return 0;
    if (known->year != found->year || (known->month && found->month && known->month != found->month) ||
        (known->start.year && found->start.year && ofs_date_compare(known->start, found->start)))
        return 0;
    known->month = known->month ? known->month : found->month;
    known->title = known->title.n ? known->title : found->title;
    known->framework = known->framework.n ? known->framework : found->framework;
    if (!known->start.year) {
        known->start = found->start;
        known->end = found->end;
    }
    return 1;
}

static void add_inspection(ofs_reader *reader, const ofs_previous_inspection *found)
{
    ofs_report *report = reader->report;
    for (uint32_t i = 0; i < report->previous_inspection_count; i++)
        if (joins(&report->previous_inspections[i], found))
            return;
    if (report->previous_inspection_count < MOST_FOUND)
        *ofs_add_previous_inspection(reader) = *found;
}

/* Every inspection that the sentence dates. */
static void read_inspections(ofs_reader *reader, sentence *s)
{
    uint32_t at, next = 0, year;
    while ((year = ofs_find_year(from(s->text, next), OFS_FIRST, &at)) != 0) {
        mention found = {.inspection = {.year = year}, .end = next + at + 4};
        s->years += !s->years || (s->years == 1 && year != s->year);
        s->year = s->year ? s->year : year;
        uint32_t date = read_when(reader, s->text, next + at, &found.inspection);
        next = found.end;
        if (!read_what(s->text, date, &found.inspection)) {
            found.inspection.title = found.inspection.framework = OFS_NO_STR;
            found.end = read_what_behind(s->text, found.end, &found.inspection);
        }
        if (!found.end || is_own(reader->report, &found.inspection))
            continue;
        add_inspection(reader, &found.inspection);
        s->last = found;
    }
}

/* Judged how. */

typedef struct verdict {
    ofs_str subject;
    ofs_grade grade;
    uint32_t verb, end; /* bytes of the sentence: where the verb begins, where the grade ends */
    int is_overall;     /* 'judged to be good overall' */
} verdict;

/* The text begins with a grade, also 'requiring improvement'. */
static int grade_at(ofs_str text, ofs_grade *grade, ofs_span *at)
{
    static const char *const forms[] = {"requiring improvement to be good", "required improvement to be good",
                                        "requiring improvement", "required improvement", NULL};
    text.n = text.n > LONGEST_GRADE ? LONGEST_GRADE : text.n;
    *at = (ofs_span){0, ofs_opening_words(text, forms)};
    *grade = OFS_REQUIRES_IMPROVEMENT;
    return at->end || (ofs_opening_grade(text, grade, at) && *grade != OFS_NOT_JUDGED);
}

/* The grade right behind the verb, and no other beside it. */
static int read_verdict_grade(ofs_str rest, uint32_t *end, verdict *out)
{
    static const char *const leads[] = {
        "to be overall", "overall to be", "overall as", "overall to", "to be", "as being", "as", "to", "overall", NULL};
    static const char *const beside[] = {"or", "and", NULL};
    static const char *const inspectors[] = {"by ofsted", "by inspectors", NULL};
    static const char *const overall[] = {"overall", "for overall effectiveness", NULL};
    ofs_grade other;
    ofs_span at, second;
    uint32_t lead = ofs_opening_words(rest, leads);
    ofs_str words = ofs_trim(from(rest, lead));
    if (!grade_at(words, &out->grade, &at))
        return 0;
    ofs_str behind = ofs_trim(from(words, at.end));
    uint32_t joined = ofs_opening_words(behind, beside);
    behind = ofs_trim(from(behind, joined));
    if ((joined && grade_at(behind, &other, &second)) ||
        (ofs_word_phrase_at(behind, 0, "by") && !ofs_begins_with(behind, inspectors)))
        return 0;
    out->is_overall = ofs_has_phrase(before(rest, lead), "overall") || ofs_begins_with(behind, overall);
    *end = (uint32_t)(words.p - rest.p) + at.end;
    return 1;
}

/* The words that the verb is said of: after the last turn of the sentence. */
static ofs_str subject_of(ofs_str text, uint32_t start, uint32_t verb)
{
    static const char *const turns[] = {"when", "where", "but", "that", "with", "since", NULL};
    static const char *const helpers[] = {"was", "were", "has", "had", "have", "been", "is", "are", NULL};
    static const char *const opens[] = {"and", "but", "the", NULL};
    ofs_str subject = ofs_trim(ofs_slice(text.p + start, text.p + verb));
    for (int i = 0; i < MOST_HELPERS; i++)
        subject = without_ending(subject, helpers);
    uint32_t length, n;
    int64_t turn = ofs_last_words(subject, turns, &length);
    if (turn >= 0)
        subject = from(subject, (uint32_t)turn + length);
    for (;;) {
        subject = ofs_trim(subject);
        n = ofs_opening_words(subject, opens);
        if (!n && subject.n && (*subject.p == ',' || *subject.p == ';'))
            n = 1;
        if (!n)
            return ofs_trim_end(subject, ",");
        subject = from(subject, n);
    }
}

static const char *const IN[] = {"in", NULL};

/* 'the local authority', 'Aytonshire children's services', 'they': the whole, which no label names. */
static int is_whole(const ofs_reader *reader, ofs_str subject)
{
    static const char *const wholes[] = {"they",
                                         "it",
                                         "services",
                                         "service",
                                         "services overall",
                                         "overall services",
                                         "services for children",
                                         "services to children",
                                         "overall services to children and families",
                                         NULL};
    static const char *const ends[] = {"children's services",  "local authority",       "authority", "council",
                                       "services to children", "services for children", NULL};
    uint32_t length;
    int64_t in = ofs_last_words(subject, IN, &length);
    if (in > 0 && (uint32_t)in + length + 1 < subject.n && ofs_is_upper(subject.p[(uint32_t)in + length + 1]))
        subject = ofs_trim(before(subject, (uint32_t)in));
    return !subject.n || ofs_equal(subject, reader->report->authority.name) || ofs_is_one_of(subject, wholes) ||
           ends_with(subject, ends) ||
           (ofs_count_words(subject) <= MOST_NAME_WORDS && ofs_match_authority(reader->context, subject, NULL) == 1);
}

static const char *const JUDGED_THINGS[] = {"services",    "service",      "authority",    "council",  "effectiveness",
                                            "experiences", "experience",   "arrangements", "leaders",  "leadership",
                                            "performance", "response",     "areas",        "help",     "they",
                                            "it",          "safeguarding", "protection",   "practice", NULL};

/* How far the sentence has said that it speaks of judgements. */
typedef enum telling { TELLS_NOTHING, TELLS_ONE, TELLS_FINDINGS } telling;

/* 'was good' is a judgement only where the sentence has given one that this goes on from, or says whose it is. */
static int is_told(ofs_str before_verb, ofs_str subject, telling said)
{
    static const char *const formal[] = {"overall effectiveness", "experiences and progress", "experience and progress",
                                         NULL};
    static const char *const links[] = {"but", "and", "while", "with", NULL};
    before_verb = ofs_trim(before_verb);
    while (before_verb.n && *before_verb.p == ',')
        before_verb = ofs_trim(from(before_verb, 1));
    int goes_on = said == TELLS_FINDINGS || (said == TELLS_ONE && ofs_opening_words(before_verb, links));
    return ofs_has_one_of(subject, formal) || (goes_on && ofs_has_words(subject, JUDGED_THINGS));
}

/* A verb and what follows it: judged, graded, rated, was found to; was, were and required where that is told. `start` is
 * where what belongs to it may begin. */
static int read_verdict(const sentence *s, ofs_str verb, uint32_t start, telling said, verdict *out)
{
    static const char *const plain[] = {"was", "were", "required", NULL};
    static const char *const found[] = {"was", "were", "been", NULL};
    static const char *const no_subject[] = {"not", "ofsted", "inspectors", NULL};
    uint32_t at = (uint32_t)(verb.p - s->text.p), end;
    ofs_str left = ofs_trim(before(s->text, at));
    if (ofs_phrase_at(verb, "found") && !ends_with(left, found))
        return 0;
    ofs_str behind = ofs_trim(from(s->text, ofs_phrase_at(verb, "required") ? at : at + verb.n));
    if (!read_verdict_grade(behind, &end, out))
        return 0;
    out->verb = at;
    out->end = (uint32_t)(behind.p - s->text.p) + end;
    out->subject = subject_of(s->text, start, at);
    out->is_overall |= ofs_phrase_at(verb, "overall") > 0;
    if (ofs_is_one_of(verb, plain) && !is_told(ofs_slice(s->text.p + start, verb.p), out->subject, said))
        return 0;
    int is_others =
        ofs_has_words(ofs_slice(s->text.p + start, verb.p), OTHERS) && !ofs_phrase_at(out->subject, "adoption service");
    return !is_others && out->subject.n <= LONGEST_LABEL && !ends_with(out->subject, no_subject);
}

/* The year that stands behind the grade: 'judged inadequate in March 2022', 'for overall effectiveness in April 2017'. */
static uint32_t year_behind(const sentence *s, uint32_t end)
{
    uint32_t at;
    ofs_str tail = from(s->text, end);
    tail.n = tail.n > NEAR ? NEAR : tail.n;
    uint32_t year = ofs_find_year(tail, OFS_FIRST, &at);
    int64_t in = ofs_first_words(tail, IN, NULL);
    return year && in >= 0 && in < at && at <= LONGEST_TAIL && !memchr(tail.p, ',', at) ? year : 0;
}

static void add_judgement(ofs_reader *reader, sentence *s, ofs_previous_judgement found)
{
    const ofs_report *report = reader->report;
    for (uint32_t i = 0; i < report->previous_judgement_count; i++) {
        const ofs_previous_judgement *known = &report->previous_judgements[i];
        if (known->year != found.year || !ofs_equal(known->label, found.label))
            continue;
        if (known->grade != found.grade && !s->is_flagged++)
            ofs_add_issue_about(reader, "grades_disagree", "previous_judgements", s->place,
                                "The letter gives two grades of one earlier judgement; the first was kept: '%s'.",
                                ofs_leading_words(s->text, QUOTED_WORDS), OFS_NO_STR);
        return;
    }
    if (report->previous_judgement_count < MOST_FOUND)
        *ofs_add_previous_judgement(reader) = found;
}

static void take(ofs_reader *reader, sentence *s, const verdict *v)
{
    static const char *const several[] = {"and", NULL}; /* 'overall effectiveness and services for children in care' */
    uint32_t year = year_behind(s, v->end);
    if (!year && s->last.end && s->last.end <= v->verb && s->years == 1)
        year = s->last.inspection.year;
    int is_whole_one = is_whole(reader, v->subject);
    if (!year && s->inspects && !s->is_flagged++)
        ofs_add_issue_about(reader, "year_unclear", "previous_judgements", s->place,
                            "An earlier grade stands beside a year that may not be its own, and was not read: '%s'.",
                            ofs_leading_words(s->text, QUOTED_WORDS), OFS_NO_STR);
    if (!year || (!s->last.end && !is_whole_one && !ofs_has_words(v->subject, JUDGED_THINGS)))
        return;
    int overall =
        v->is_overall || (ofs_has_phrase(v->subject, "overall effectiveness") && !ofs_has_words(v->subject, several));
    ofs_str label = overall ? OFS_LIT("Overall effectiveness") : is_whole_one ? OFS_NO_STR : v->subject;
    add_judgement(reader, s, (ofs_previous_judgement){year, label, v->grade});
}

/* Where what belongs to the verb may begin: `start`, unless that stands behind it, and not far before it. */
static uint32_t start_of(const sentence *s, ofs_str verb, uint32_t start)
{
    uint32_t at = (uint32_t)(verb.p - s->text.p), near = at > NEAR ? at - NEAR : 0;
    start = start <= at ? start : 0;
    return start > near ? start : near;
}

static void read_verdicts(ofs_reader *reader, sentence *s)
{
    static const char *const verbs[] = {
        "overall judgement of", "judged", "graded", "rated", "found that", "found", "was", "were", "required", NULL};
    uint32_t length, next = 0, start = s->last.end;
    telling said = TELLS_NOTHING;
    for (int64_t at; (at = ofs_first_words(from(s->text, next), verbs, &length)) >= 0;) {
        verdict found;
        ofs_str verb = {s->text.p + next + (uint32_t)at, length};
        next = (uint32_t)(verb.p - s->text.p) + length;
        if (ofs_phrase_at(verb, "found that")) {
            said = s->last.end ? TELLS_FINDINGS : TELLS_NOTHING;
            start = next;
        } else if (read_verdict(s, verb, start_of(s, verb, start), said, &found)) {
            take(reader, s, &found);
            said = TELLS_ONE;
            start = next = found.end;
        }
    }
}

/* 'judged to be goad,': one word, and no grade that was read. */
static int has_other_verdict(ofs_str text)
{
    uint32_t length, n = 0;
    int64_t at = ofs_phrase_find(text, "judged to be ", &length);
    if (at < 0)
        return 0;
    ofs_str rest = from(text, (uint32_t)at + length);
    while (n < rest.n && (ofs_is_letter(rest.p[n]) || ofs_is_digit(rest.p[n])))
        n++;
    return n && (n == rest.n || memchr(",.;", rest.p[n], 3));
}

static void doubt_verdict(ofs_reader *reader, sentence *s)
{
    if (has_other_verdict(s->text) && !s->is_flagged++)
        ofs_add_issue_about(reader, "unreadable", "previous_judgements", s->place,
                            "The grade of an earlier inspection could not be read: '%s'.",
                            ofs_leading_words(s->text, QUOTED_WORDS), OFS_NO_STR);
}

/* '2O23', '20Z3', '202S' at p: a sign of the year was misread. */
static int is_misread_year(const char *p, const char *end)
{
    static const char signs[] = {'O', 'o', 'Q', 'l', 'I', '|', 'Z', 'z', 'S', 's', '?'};
    int figures = 0, others = 0;
    for (int i = 1; i < 4; i++) {
        figures += ofs_is_digit(p[i]);
        others += memchr(signs, p[i], sizeof signs) != NULL;
    }
    int goes_on = p + 4 < end && (ofs_is_letter(p[4]) || ofs_is_digit(p[4]));
    return figures && others && figures + others == 3 && !goes_on;
}

typedef enum year_seen { NO_YEAR, MAY_BE_YEAR, MISREAD_YEAR } year_seen;

/* '20' and a figure, or nearly: most paragraphs have none, and no other part of this is asked for them. */
static year_seen look_for_year(ofs_str text)
{
    const char *end = text.p + text.n;
    year_seen seen = NO_YEAR;
    for (const char *p = text.p; p + 4 <= end && (p = memchr(p, '2', (size_t)(end - p))) && p + 4 <= end; p++) {
        if (p[1] != '0' && p[1] != 'O' && p[1] != 'o' && p[1] != 'Q')
            continue;
        if (is_misread_year(p, end))
            seen = MISREAD_YEAR;
        else if (p[1] == '0' && ofs_is_digit(p[2]))
            return MAY_BE_YEAR;
    }
    return seen;
}

/* The sentence speaks of an inspection, and its only year could not be read. */
static void doubt_year(ofs_reader *reader, const sentence *s)
{
    int is_judged = ofs_has_phrase(s->text, "judged");
    ofs_add_issues_about(reader, "unreadable",
                         (const char *const[]){"previous_inspections", is_judged ? "previous_judgements" : NULL, NULL},
                         s->place, "The year of an earlier inspection could not be read: '%s'.",
                         ofs_leading_words(s->text, QUOTED_WORDS), OFS_NO_STR);
}

static void read_sentences(ofs_reader *reader, const ofs_block *block)
{
    static const char *const inspection[] = {"inspection", "inspected", NULL};
    for (uint32_t start = 0, end; start < block->text.n; start = end) {
        end = ofs_sentence_end(block->text, start);
        sentence s = {.text = ofs_trim(ofs_slice(block->text.p + start, block->text.p + end)),
                      .place = ofs_place_of(block)};
        end = end > start ? end : start + 1;
        year_seen seen = look_for_year(s.text);
        if (!seen || ofs_phrase_at(s.text, "this letter "))
            continue;
        read_inspections(reader, &s);
        if (seen == MISREAD_YEAR && ofs_has_words(s.text, inspection))
            doubt_year(reader, &s);
        if (!s.years || ofs_grade_letters(s.text, 0) >= s.text.n)
            continue;
        s.inspects = ofs_has_words(s.text, inspection);
        uint32_t known = reader->report->previous_judgement_count;
        read_verdicts(reader, &s);
        if (s.last.end && reader->report->previous_judgement_count == known)
            doubt_verdict(reader, &s);
    }
}

void ofs_read_previous(ofs_reader *reader, const ofs_letter *letter)
{
    for (uint32_t i = letter->body; i < letter->end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind != OFS_BLOCK_HEADING && block->kind != OFS_BLOCK_TABLE && look_for_year(block->text))
            read_sentences(reader, block);
    }
}
