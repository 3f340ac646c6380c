/* grades.c: the grade that an article reports, and earlier ones, from its sentences, lists and tables.
 *
 * 'Good' is an everyday word: it counts as a grade only where the sentence rates, judges or grades the services as a
 * whole. A sentence that hopes, compares or speaks of one area is passed over: a missing grade is flagged, a wrong one
 * could not be. */
#include "frameworks/all.h"
#include "frameworks/news/news.h"

#include <string.h>

enum {
    LONGEST_SENTENCE = 1000,
    LONGEST_LINE = 200,
    LONGEST_GRADE = 60, /* with its quotation marks */
    MOST_MENTIONS = 8,
    MOST_CLAIMS = 64,
    FEW_WORDS = 8,
    SCALE = 3,
    LEDE = 4,
    CARRIED = 3,
    AREA_WORDS = 4,
    STOP_BYTES = 256
};

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
                                    "given",
                                    "means",
                                    "puts",
                                    "has",
                                    "have",
                                    "were",
                                    "are",
                                    "it",
                                    "says",
                                    "said",
                                    "this",
                                    "now",
                                    "today",
                                    "until",
                                    "before",
                                    "than",
                                    "so",
                                    "they",
                                    "replac*",
                                    "handed",
                                    "awarded",

                                    NULL};

/* A sentence and its grades. */

/* What an article says of the grade of today. */
typedef struct claim {
    ofs_offer offer;
    ofs_when when;
    ofs_whose whose; /* by its own sentence */
} claim;

/* A sentence before this one, and whose the councils are that it names, once somebody asked. */
typedef struct earlier_sentence {
    ofs_str text;
    int is_known;
    ofs_whose whose;
} earlier_sentence;

typedef struct reading {
    ofs_reader *reader;
    claim claims[MOST_CLAIMS];
    uint32_t count;
    const ofs_phrases *phrases; /* NULL: none was looked for yet */
    earlier_sentence before[CARRIED]; /* the last first */
    uint32_t blocks; /* of the article, up to the one being read */
    int is_known;    /* whose article it is */
    int is_spoken;   /* what somebody says is read */
} reading;

typedef struct sentence {
    reading *reading;
    ofs_str text;
    ofs_place place;
    ofs_mention at[MOST_MENTIONS];
    uint32_t count;
    ofs_said said;
} sentence;

/* The bytes of a closing quotation mark, with the stop or comma before it. */
static uint32_t closing_quote(ofs_str right)
{
    uint32_t stop = right.n && strchr(".,!", right.p[0]) != NULL;
    uint32_t n = ofs_quote_at((ofs_str){right.p + stop, right.n - stop});
    return n ? stop + n : 0;
}

static const char *const JUDGED[] = {"judg*",    "rated",    "graded",  "found", "deemed",
                                     "declared", "describ*", "classed", NULL};

/* 'judged to be good', 'rated as requiring improvement': the first one at or after byte `from`. */
static int find_judged(ofs_str text, uint32_t from, ofs_grade *grade, ofs_span *at)
{
    static const char *const forms[] = {"to be", "requiring improvement", NULL};
    uint32_t length = 0, start = from;
    for (int64_t to; (to = ofs_first_words((ofs_str){text.p + start, text.n - start}, forms, &length)) >= 0;) {
        uint32_t begin = start + (uint32_t)to, end = begin + length;
        ofs_str left = {text.p + from, begin - from}, rest = {text.p + end, text.n - end};
        ofs_span place;
        start = end;
        if (!ofs_has_words(left, JUDGED))
            continue;
        if ((text.p[begin] | 0x20) == 'r') {
            *grade = OFS_REQUIRES_IMPROVEMENT;
            *at = (ofs_span){begin, end};
            return 1;
        }
        if (!ofs_find_grade(rest, 0, OFS_FIRST, grade, &place) || ofs_count_words((ofs_str){rest.p, place.start}))
            continue;
        *at = (ofs_span){end + place.start, end + place.end};
        return 1;
    }
    return 0;
}

/* The next grade at or after byte `from`, also in forms that only a judging word makes one. */
static int next_grade(ofs_str text, uint32_t from, ofs_grade *grade, ofs_span *at)
{
    ofs_grade here;
    ofs_span place;
    int found = ofs_find_grade(text, from, OFS_FIRST, grade, at);
    if (find_judged(text, from, &here, &place) && (!found || place.start < at->start)) {
        *grade = here;
        *at = place;
        found = 1;
    }
    return found;
}

static void find_mentions(sentence *s)
{
    ofs_span at;
    ofs_grade grade;
    uint32_t from = 0;
    while (s->count < MOST_MENTIONS && next_grade(s->text, from, &grade, &at)) {
        ofs_mention *made = &s->at[s->count++];
        *made = (ofs_mention){.said = &s->said,
                              .is_first = s->count == 1,
                              .grade = grade,
                              .printed = {s->text.p + at.start, at.end - at.start}};
        made->before = (ofs_str){s->text.p, at.start};
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
    static const char *const now[] = {"now", NULL};
    int different = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t k = 0;
        while (k < i && s->at[k].grade != s->at[i].grade)
            k++;
        different += k == i;
    }
    return different >= SCALE && !ofs_has_words(s->text, now);
}

static ofs_str after_quote(ofs_str right)
{
    uint32_t n = closing_quote(right);
    return (ofs_str){right.p + n, right.n - n};
}

/* The words after it leave it a grade: none at all, punctuation, or words that no adjective stands before. */
static int stands_as_grade(const ofs_mention *m)
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

/* 'in three of the four areas', 'rating for its adoption service'. */
static int narrows_to_area(const ofs_mention *m, ofs_str near)
{
    uint32_t length = 0;
    int64_t area = ofs_first_said(m->said, OFS_SAYS_AREA, near, NULL);
    int64_t at = area < 0 ? -1 : ofs_last_said(m->said, OFS_SAYS_NARROWS, (ofs_str){near.p, (uint32_t)area}, &length);
    return at >= 0 && ofs_count_words((ofs_str){near.p + at + length, (uint32_t)(area - at) - length}) <= AREA_WORDS;
}

/* 'good in three of the four areas', 'outstanding for leadership', 'good ratings': up to the next comma. */
static int is_partial(const ofs_mention *m)
{
    ofs_str near = ofs_trim(ofs_leading_words(after_quote(m->right), FEW_WORDS));
    static const char *const but[] = {"except*", "apart from", "other than", "bar", "but one", "save for", NULL};
    const char *comma = near.n ? memchr(near.p, ',', near.n) : NULL;
    if (ofs_says(m->said, OFS_SAYS_ALL, near))
        return ofs_has_words(near, but);
    return ofs_says(m->said, OFS_SAYS_SEVERAL, ofs_leading_words(near, 2)) ||
           narrows_to_area(m, comma ? ofs_slice(near.p, comma) : near);
}

/* 'services require improvement' rates them by itself; they 'were "requires improvement"' once. */
static int is_verb(const sentence *s, const ofs_mention *m)
{
    static const char *const once[] = {"was", "were", NULL};
    ofs_str left = ofs_trim((ofs_str){m->left.p, m->left.n - ofs_quote_ending(m->left)});
    if (ofs_is_one_of(ofs_last_word(left), once))
        return 0;
    return m->grade == OFS_REQUIRES_IMPROVEMENT && ofs_says(m->said, OFS_SAYS_INSPECTORATE, s->text) &&
           ofs_says(m->said, OFS_SAYS_WHOLE, m->before);
}

/* 'services remain inadequate,': no everyday word where nothing follows it. */
static int is_kept(const sentence *s, const ofs_mention *m)
{
    static const char *const kept[] = {"remain*", "still", "stay*", NULL};
    uint32_t length = 0;
    int64_t at = ofs_last_words(m->left, kept, &length);
    ofs_str rest = ofs_trim(m->right);
    return m->grade == OFS_INADEQUATE && at >= 0 &&
           !ofs_count_words((ofs_str){m->left.p + at + length, m->left.n - (uint32_t)at - length}) &&
           (!rest.n || !ofs_in_word(rest, 0)) && ofs_says(m->said, OFS_SAYS_INSPECTORATE, s->text) &&
           ofs_says(m->said, OFS_SAYS_WHOLE, m->left);
}

/* "X's children's services 'good'", and no more. */
static int is_headline(const ofs_mention *m)
{
    static const char *const ends[] = {"services", "service", NULL};
    uint32_t length = 0, quote = ofs_quote_ending(m->left);
    ofs_str left = ofs_trim((ofs_str){m->left.p, m->left.n - quote});
    int64_t at = ofs_last_words(left, ends, &length);
    return m->quoted && at >= 0 && (uint32_t)at + length == left.n && !ofs_count_words(m->right);
}

/* 'good and outstanding': two grades side by side are of two areas. */
static int is_paired(const sentence *s, const ofs_mention *m)
{
    static const char *const pairs[] = {"and", "or", NULL};
    const ofs_mention *first = m->is_first ? m : m - 1;
    if (first + 1 >= s->at + s->count || first[0].grade == first[1].grade)
        return 0;
    ofs_str between = after_quote(first->right);
    between = ofs_trim_end(ofs_trim(between), "'\"");
    return ofs_count_words(between) == 1 && ofs_opening_words(between, pairs);
}

/* 'leadership was', but not 'council leaders welcomed a report that judged the services'. */
static int speaks_of_area(const ofs_mention *m, ofs_str left)
{
    int64_t at = ofs_says(m->said, OFS_SAYS_AREA, left) ? ofs_last_said(m->said, OFS_SAYS_CLAUSE, left, NULL) : -1;
    ofs_str own = at < 0 ? left : (ofs_str){left.p + at, left.n - (uint32_t)at};
    return ofs_says(m->said, OFS_SAYS_AREA,
                    ofs_says(m->said, OFS_SAYS_RATING, own) && ofs_says(m->said, OFS_SAYS_WHOLE, own) ? own : left);
}

/* 'Only one of the councils', '24% of authorities': of no single one. */
static int is_of_many(const ofs_mention *m, ofs_str left)
{
    return ofs_says(m->said, OFS_SAYS_MANY, left) || (left.n && memchr(left.p, '%', left.n));
}

/* Of the services as a whole: the sentence rates them, and speaks of no single area between its grades. */
static int is_overall(const sentence *s, const ofs_mention *m)
{
    ofs_str near = ofs_leading_words(after_quote(m->right), 2);
    if (!m->stands || is_paired(s, m) || ofs_says(m->said, OFS_SAYS_SCHOOL, s->text))
        return 0;
    if (speaks_of_area(m, ofs_after_turn(m, m->left)) || is_of_many(m, m->left) || is_partial(m) || ofs_rates_other(m))
        return 0;
    if (!ofs_says(m->said, OFS_SAYS_WHOLE, s->text) &&
        !(ofs_says(m->said, OFS_SAYS_INSPECTORATE, s->text) && ofs_says(m->said, OFS_SAYS_RATING, s->text)))
        return 0;
    int rated = ofs_says(m->said, OFS_SAYS_RATING, m->left) || ofs_says(m->said, OFS_SAYS_RATING, near);
    int found = ofs_says(m->said, OFS_SAYS_INSPECTORATE, s->text) && ofs_says(m->said, OFS_SAYS_FINDING, m->left);
    int from = ofs_follows_from(m, m->left);
    rated = rated || from || is_verb(s, m) || is_kept(s, m) || is_headline(m) ||
            (ofs_moves_to(m, m->left) && ofs_says(m->said, OFS_SAYS_MOVING, s->text));
    return rated || (found && (m->quoted || m->capital));
}

/* Whose it is by its own sentence: the council that is named nearest before it, else after it. */
static ofs_whose whose_here(const sentence *s, const ofs_mention *m)
{
    ofs_str left = m->before;
    ofs_str pieces[] = {ofs_after_turn(m, m->left), ofs_after_turn(m, left), left, ofs_before_turn(m, m->right)};
    ofs_whose whose = OFS_WHOSE_UNNAMED;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces && whose == OFS_WHOSE_UNNAMED; i++)
        if (!i || pieces[i].p != pieces[i - 1].p)
            whose = ofs_whose_in(s->reading->reader, pieces[i]);
    return whose;
}

static int is_of_another(ofs_whose whose)
{
    return whose == OFS_WHOSE_ANOTHER || whose == OFS_WHOSE_SEVERAL;
}

/* The sentences before go on about another council. */
static int goes_on_about_another(const sentence *s)
{
    ofs_whose whose = OFS_WHOSE_UNNAMED;
    for (uint32_t i = 0; i < CARRIED && whose == OFS_WHOSE_UNNAMED; i++) {
        earlier_sentence *e = &s->reading->before[i];
        if (!e->is_known)
            e->whose = ofs_whose_in(s->reading->reader, e->text);
        e->is_known = 1;
        whose = e->whose;
    }
    return whose == OFS_WHOSE_ANOTHER;
}

/* Filing. */

static ofs_judgement *overall(const ofs_report *report)
{
    return ofs_judgement_by_key(report, "overall_effectiveness");
}

static void add_previous(ofs_reader *reader, const ofs_mention *m, uint32_t year)
{
    ofs_report *report = reader->report;
    for (uint32_t i = 0; i < report->previous_judgement_count; i++) {
        ofs_previous_judgement *known = &report->previous_judgements[i];
        if (known->grade == m->grade && (known->year == year || !known->year || !year)) {
            known->year = known->year ? known->year : year;
            return;
        }
    }
    *ofs_add_previous_judgement(reader) = (ofs_previous_judgement){year, OFS_LIT("Overall effectiveness"), m->grade};
}

/* Each once, so that there is room for all. */
static void add_claim(sentence *s, const ofs_mention *m, ofs_when when, ofs_whose whose)
{
    reading *r = s->reading;
    for (uint32_t i = 0; i < r->count; i++)
        if (r->claims[i].offer.grade == m->grade && r->claims[i].when == when && r->claims[i].whose == whose)
            return;
    if (r->count < MOST_CLAIMS)
        r->claims[r->count++] = (claim){{.row = ofs_row_keyed(OFS_FRAMEWORK_ILACS.rows, "overall_effectiveness"),
                                         .printed = m->printed,
                                         .grade = m->grade,
                                         .source = OFS_FROM_SENTENCE,
                                         .place = s->place},
                                        when,
                                        whose};
}

/* The article has said the same before, by name, and it is known whose it is. */
static int is_repeated(const reading *r, const ofs_mention *m, ofs_when when)
{
    for (uint32_t i = 0; r->is_known && i < r->count; i++)
        if (r->claims[i].whose == OFS_WHOSE_OURS && r->claims[i].offer.grade == m->grade && r->claims[i].when == when)
            return 1;
    return 0;
}

static void read_mention(sentence *s, const ofs_mention *m)
{
    ofs_reader *reader = s->reading->reader;
    uint32_t year;
    /* what somebody says counts where it rates: 'Ofsted has rated us good', not 'we are near a good rating' */
    if (!is_overall(s, m) || (s->reading->is_spoken && !ofs_says(m->said, OFS_SAYS_RATING, m->left)))
        return;
    ofs_when when = ofs_when_of(reader->report->published, m, &year);
    if (when == OFS_WHEN_HOPED || when == OFS_WHEN_OPEN || (when == OFS_WHEN_PASSING && s->reading->blocks > LEDE) ||
        is_repeated(s->reading, m, when))
        return;
    ofs_whose whose = whose_here(s, m);
    if (whose == OFS_WHOSE_UNNAMED && goes_on_about_another(s))
        return;
    if (when < OFS_WHEN_BEFORE)
        add_claim(s, m, when, whose);
    if (when < OFS_WHEN_BEFORE || is_of_another(whose))
        return;
    add_previous(reader, m, year);
    if (when == OFS_WHEN_BEFORE_OR_NOW)
        ofs_add_issue_about(reader, "year_unclear", "previous_judgements", s->place,
                            "The article has no date, so '%s' may be the grade that it is about.", m->printed,
                            OFS_NO_STR);
}

/* Choosing. */

/* The first claim of ours of that time, and in *other the first that gives another grade. */
static const claim *claimed(const reading *r, ofs_when when, const claim **other)
{
    const claim *found = NULL;
    *other = NULL;
    for (uint32_t i = 0; i < r->count && !*other; i++) {
        const claim *c = &r->claims[i];
        if (is_of_another(c->whose) || c->when != when)
            continue;
        if (found && found->offer.grade != c->offer.grade)
            *other = c;
        found = found ? found : c;
    }
    return found;
}

static uint32_t anothers(const reading *r)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < r->count; i++)
        count += is_of_another(r->claims[i].whose);
    return count;
}

/* The grade that every claim gives; where only the lede has one in passing, that. NULL: there is none; *other, where two
 * disagree. */
static const claim *agreed(const reading *r, const claim **other)
{
    const claim *found = claimed(r, OFS_WHEN_NOW, other);
    if (!found)
        found = claimed(r, OFS_WHEN_PASSING, other);
    return *other ? NULL : found;
}

/* One grade, or none and why. 0: the article gives none. */
static int choose(const reading *r)
{
    const claim *other, *found = agreed(r, &other);
    int unclear = found && anothers(r) && !(r->is_known && found->whose == OFS_WHOSE_OURS);
    if (unclear)
        ofs_add_issue_about(r->reader, "whose_unclear", "judgements", found->offer.place,
                            "The article gives grades of several councils; '%s' was not taken, as it may be another's.",
                            found->offer.printed, OFS_NO_STR);
    else if (found)
        ofs_offer_judgement(r->reader, found->offer);
    if (other && !unclear)
        ofs_add_issue_about(r->reader, "grades_disagree", "judgements", other->offer.place,
                            "The article gives another overall grade here, '%s'; none was taken from its sentences.",
                            other->offer.printed, OFS_NO_STR);
    return found || other;
}

/* Sentences. */

/* The first full stop, exclamation or question mark in [p, end), or end. Looked for piece by piece, so that a text
 * without one of them is not searched for it from every sentence on. */
static const char *find_stop(const char *p, const char *end)
{
    for (const char *piece; p < end; p = piece) {
        piece = end - p > STOP_BYTES ? p + STOP_BYTES : end;
        const char *stop = ofs_find_byte(p, ofs_find_byte(p, ofs_find_byte(p, piece, '.'), '!'), '?');
        if (stop < piece)
            return stop;
    }
    return end;
}

/* The end of the first sentence of s. */
static uint32_t sentence_end(ofs_str s)
{
    const char *end = s.p + s.n;
    for (const char *p = s.p; (p = find_stop(p, end)) < end; p++) {
        uint32_t after = (uint32_t)(p - s.p) + 1;
        after += ofs_quote_at((ofs_str){s.p + after, s.n - after});
        if (after < s.n && s.p[after] == ' ')
            return after;
    }
    return s.n;
}

static int any_stands_as_grade(sentence *s)
{
    int any = 0;
    for (uint32_t i = 0; i < s->count; i++)
        any |= s->at[i].stands = stands_as_grade(&s->at[i]);
    return any;
}

static void read_sentence(sentence *s)
{
    reading *r = s->reading;
    find_mentions(s);
    if (!any_stands_as_grade(s) || explains_scale(s))
        return;
    if (!r->phrases)
        r->phrases = ofs_sort_news_phrases(r->reader->arena);
    ofs_find_said(r->phrases, s->text, &s->said);
    for (uint32_t i = 0; i < s->count; i++)
        read_mention(s, &s->at[i]);
}

static void read_sentences(reading *r, const ofs_block *block)
{
    ofs_str rest = block->text;
    r->blocks++;
    while (rest.n) {
        uint32_t n = sentence_end(rest);
        sentence s; /* its arrays are filled as far as they are read */
        s.reading = r;
        s.text = (ofs_str){rest.p, n};
        s.place = ofs_place_of(block);
        s.count = 0;
        rest = ofs_trim((ofs_str){rest.p + n, rest.n - n});
        if (n <= LONGEST_SENTENCE)
            read_sentence(&s);
        memmove(r->before + 1, r->before, (CARRIED - 1) * sizeof *r->before);
        r->before[0] = (earlier_sentence){s.text, 0, OFS_WHOSE_UNNAMED};
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

/* 'Overall effectiveness – Good (up from inadequate)': a label and right behind it a grade, and more. */
static void check_unread(ofs_reader *reader, const ofs_block *block, ofs_str text)
{
    ofs_grade grade;
    ofs_span at;
    uint32_t n = 0;
    if (!ofs_row_begun(OFS_FRAMEWORK_ILACS.rows, text, &n) && !ofs_row_begun(OFS_FRAMEWORK_SIF.rows, text, &n))
        return;
    ofs_str rest = {text.p + n, text.n - n};
    if (ofs_find_grade(rest, 0, OFS_FIRST, &grade, &at) && ofs_word_start(rest, 0) == at.start)
        ofs_add_issue_about(reader, "unreadable", "judgements", ofs_place_of(block),
                            "A line gives a judgement a grade and more, and was not read: '%s'.", text, OFS_NO_STR);
}

/* The row that the text begins with, and right behind it its grade; *n gets the bytes of both. */
static int take_row(ofs_str text, ofs_offer *found, uint32_t *n)
{
    uint32_t of_sif, length;
    const ofs_row *row = ofs_row_begun(OFS_FRAMEWORK_ILACS.rows, text, &length),
                  *other = ofs_row_begun(OFS_FRAMEWORK_SIF.rows, text, &of_sif);
    found->row = length >= of_sif ? row : other;
    length = length >= of_sif ? length : of_sif;
    found->label = (ofs_str){text.p, length};
    ofs_str rest = {text.p + length, text.n - length};
    uint32_t start = ofs_word_start(rest, 0);
    ofs_span at;
    rest = (ofs_str){rest.p + start, rest.n - start};
    if (!found->row || !ofs_opening_grade(rest, &found->grade, &at))
        return 0;
    found->printed = (ofs_str){rest.p, at.end};
    *n = length + start + at.end;
    return 1;
}

/* 'Judgement Grade The impact of leaders … Good Overall effectiveness Good': a table of which a program made lines that
 * wrap. 0: the words hold anything else. */
static int read_rows(ofs_reader *reader, const ofs_block *block)
{
    enum { MOST_ROWS = 8 };
    static const char *const heads[] = {"judgement grade", "judgment grade", NULL};
    ofs_offer found[MOST_ROWS];
    uint32_t count = 0, n = ofs_opening_words(block->text, heads);
    ofs_str text = ofs_trim((ofs_str){block->text.p + n, block->text.n - n});
    while (text.n && count < MOST_ROWS) {
        found[count] = (ofs_offer){.place = ofs_place_of(block), .source = OFS_FROM_TABLE};
        if (!take_row(text, &found[count++], &n))
            return 0;
        text = ofs_trim((ofs_str){text.p + n, text.n - n});
    }
    for (uint32_t i = 0; i < count && !text.n && count > 1; i++)
        ofs_offer_judgement(reader, found[i]);
    return !text.n && count > 1;
}

/* Rows and grades without a sentence, whose columns are mixed: 'The impact of leaders … children and Good families'. */
static int is_mixed_table(ofs_str text)
{
    static const char *const rows[] = {"impact of leaders", "experiences and progress", "overall effectiveness", NULL};
    ofs_grade grade;
    ofs_span first, last;
    return ofs_find_byte(text.p, text.p + text.n, '.') == text.p + text.n && ofs_has_one_of(text, rows) &&
           ofs_find_grade(text, 0, OFS_FIRST, &grade, &first) && ofs_find_grade(text, 0, OFS_LAST, &grade, &last) &&
           first.start < last.start;
}

/* 'Overall effectiveness – Good', 'The experiences and progress of care leavers: "outstanding"'. */
static void read_line(ofs_reader *reader, const ofs_block *block)
{
    ofs_str text = ofs_heading_text(reader, block); /* without a footnote's mark: 'Good1' */
    ofs_offer found = {.place = ofs_place_of(block), .source = OFS_FROM_SENTENCE};
    ofs_span at;
    uint32_t tail = text.n > LONGEST_GRADE ? text.n - LONGEST_GRADE : 0;
    if (!ofs_find_grade(text, tail, OFS_LAST, &found.grade, &at) || read_rows(reader, block))
        return;
    if (is_mixed_table(text)) {
        ofs_add_issue_about(reader, "unreadable", "judgements", found.place,
                            "A table of judgements was not read, for its columns are mixed: '%s …'.",
                            ofs_few_words(text), OFS_NO_STR);
        return;
    }
    if (text.n > LONGEST_LINE)
        return;
    ofs_str rest = ofs_trim_end((ofs_str){text.p + at.end, text.n - at.end}, ".;,*");
    if (rest.n > ofs_quote_at(rest)) {
        check_unread(reader, block, text);
        return;
    }
    found.label = label_before(ofs_trim_end((ofs_str){text.p, at.start}, ":-"));
    found.printed = (ofs_str){text.p + at.start, at.end - at.start};
    found.row = row_of(found.label);
    if (found.row)
        ofs_offer_judgement(reader, found);
    else
        check_unread(reader, block, text);
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

/* Begins with a quotation mark, and not for a grade's sake: "'Good' is how …". */
static int is_spoken(const ofs_block *block)
{
    ofs_str text = block->text;
    uint32_t quote = ofs_quote_at(text);
    ofs_str rest = {text.p + quote, text.n - quote < LONGEST_GRADE ? text.n - quote : LONGEST_GRADE};
    ofs_grade grade;
    ofs_span at;
    int graded = quote && ofs_opening_grade(rest, &grade, &at);
    return quote && !(graded && closing_quote((ofs_str){rest.p + at.end, rest.n - at.end}));
}

/* The article's own words, or what is said in it. 0: they give no grade. */
static int read_words(ofs_reader *reader, uint32_t first, uint32_t end, int spoken, int is_known)
{
    const ofs_block *blocks = reader->blocks.at;
    reading r = {.reader = reader, .is_known = is_known, .is_spoken = spoken};
    for (uint32_t i = first; i < end; i++)
        if (blocks[i].kind != OFS_BLOCK_TABLE && is_spoken(&blocks[i]) == spoken)
            read_sentences(&r, &blocks[i]);
    return choose(&r);
}

void ofs_read_news_grades(ofs_reader *reader, uint32_t first, uint32_t end, int is_known)
{
    const ofs_block *blocks = reader->blocks.at;
    for (uint32_t i = first; i < end; i++) {
        if (blocks[i].kind == OFS_BLOCK_TABLE)
            read_grid(reader, &reader->blocks.grids[blocks[i].grid]);
        else
            read_line(reader, &blocks[i]);
    }
    int is_read = read_words(reader, first, end, 0, is_known);
    if (is_read || overall(reader->report))
        return;
    read_words(reader, first, end, 1, is_known); /* only what somebody says of it is left */
    const ofs_judgement *spoken = overall(reader->report);
    if (spoken)
        ofs_add_issue_about(reader, "from_quotation", "judgements", (ofs_place){spoken->page, spoken->span},
                            "The grade '%s' was read from a quotation, not from the article's own words.",
                            spoken->printed, OFS_NO_STR);
}
