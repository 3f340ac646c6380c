/* verdict.c: what one sentence judges: whether sufficient progress was made, or effective action taken, and in how many of
 * them.
 *
 * Reads one sentence and keeps no state. What is not surely said comes back as unsure; it may not guess. */
#include "frameworks/area_send/progress.h"

#include "base/words.h"

enum { LONGEST_FIGURES = 2, LONGEST_SENTENCE = 4000 /* bytes */ };

/* The words after or before a verb. */

static ofs_str bare(ofs_str word)
{
    while (word.n && (word.p[0] == '(' || word.p[0] == '"'))
        word = (ofs_str){word.p + 1, word.n - 1};
    return ofs_trim_end(word, ".,;:)\"");
}

/* The next word of s from byte *at on; empty: there is none. */
static ofs_str next_word(ofs_str s, uint32_t *at)
{
    uint32_t start = *at;
    while (start < s.n && s.p[start] == ' ')
        start++;
    *at = (uint32_t)(ofs_find_byte(s.p + start, s.p + s.n, ' ') - s.p);
    return bare((ofs_str){s.p + start, *at - start});
}

/* Cuts the last word off s. */
static ofs_str last_word(ofs_str *s)
{
    *s = ofs_trim(*s);
    ofs_str word = ofs_last_word(*s);
    s->n -= word.n;
    return bare(word);
}

static int is_adverb(ofs_str word)
{
    static const char *const words[] = {"now",       "yet",     "also",         "still", "however",
                                        "therefore", "overall", "already",      "thus",  "so",
                                        "far",       "only",    "nevertheless", "then",  NULL};
    return ofs_is_one_of(word, words) || (word.n > 3 && word.p[word.n - 2] == 'l' && word.p[word.n - 1] == 'y');
}

/* 'has', 'are': what is so today. */
static int is_auxiliary(ofs_str word)
{
    static const char *const words[] = {"has", "have", "is", "are", "hasn't", "haven't", "isn't", "aren't", NULL};
    return ofs_is_one_of(word, words);
}

/* 'never', "hasn't"; 'hasnt', where the apostrophe was lost, but not 'evident'. */
static int is_not(ofs_str word)
{
    static const char *const words[] = {"not", "never", NULL};
    uint32_t length;
    int64_t at = word.n > 3 ? ofs_phrase_find(word, "n't", &length) : -1;
    return ofs_is_one_of(word, words) ||
           (at > 0 && (uint32_t)at + length == word.n && (length > 2 || is_auxiliary(word)));
}

/* 'may have made', 'those that have made' */
static int is_hedge(ofs_str word)
{
    static const char *const words[] = {"may",  "might", "could", "would", "will", "cannot", "to",
                                        "that", "which", "who",   "when",  "once", "where",  NULL};
    return is_not(word) || ofs_is_one_of(word, words);
}

static ofs_str word_before(ofs_str *s)
{
    ofs_str word = last_word(s);
    while (word.n && is_adverb(word))
        word = last_word(s);
    return word;
}

/* '… has not made' before 'sufficient progress'. */
static area_send_verdict before_verdict(ofs_str before)
{
    static const char *const done[] = {"made",  "making",       "taken", "taking", "seen",
                                       "shown", "demonstrated", "been",  NULL};
    static const char *const to_do[] = {"make", "take", "show", NULL}, *const undone[] = {"failed", "yet", NULL};
    ofs_str verb = word_before(&before), link = word_before(&before);
    if (is_not(verb)) /* 'there is not sufficient progress' */
        return AREA_SEND_NOT_MADE;
    if (is_auxiliary(verb)) /* 'there is sufficient progress' */
        return AREA_SEND_MADE;
    if (ofs_is_one_of(verb, to_do)) {
        if (is_not(link))
            return AREA_SEND_NOT_MADE;
        return ofs_is_phrase(link, "to") && ofs_is_one_of(last_word(&before), undone) ? AREA_SEND_NOT_MADE
                                                                                      : AREA_SEND_UNSURE;
    }
    if (!ofs_is_one_of(verb, done))
        return AREA_SEND_UNSURE;
    if (is_not(link))
        return AREA_SEND_NOT_MADE;
    return is_auxiliary(link) && !is_hedge(last_word(&before)) ? AREA_SEND_MADE : AREA_SEND_UNSURE;
}

/* '… has not been made' behind it. */
static area_send_verdict after_verdict(ofs_str after)
{
    static const char *const done[] = {"been", "being", "made", "taken", "evident", NULL};
    uint32_t at = 0;
    ofs_str link = next_word(after, &at);
    if (!is_auxiliary(link))
        return AREA_SEND_UNSURE;
    ofs_str word = is_not(link) ? link : next_word(after, &at);
    while (word.n && is_adverb(word))
        word = next_word(after, &at);
    if (is_not(word))
        return AREA_SEND_NOT_MADE;
    return ofs_is_one_of(word, done) ? AREA_SEND_MADE : AREA_SEND_UNSURE;
}

/* What follows 'has not been made'. */
static ofs_str behind_verb(ofs_str after)
{
    uint32_t at = 0;
    for (ofs_str word = next_word(after, &at); word.n; word = next_word(after, &at))
        if (ofs_is_phrase(word, "made") || ofs_is_phrase(word, "taken"))
            return (ofs_str){after.p + at, after.n - at};
    return after;
}

/* In how many. */

static int32_t number_of(ofs_str word)
{
    static const char *const numbers[] = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                          "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    if (word.n && word.n <= LONGEST_FIGURES && ofs_is_digit(word.p[0]) && ofs_is_digit(word.p[word.n - 1]))
        return (word.p[0] - '0') * (word.n > 1 ? 10 : 1) + (word.n > 1 ? word.p[1] - '0' : 0);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (ofs_is_phrase(word, numbers[i]))
            return (int32_t)i;
    return -1;
}

/* What follows a number of weaknesses, and not one of weeks. */
static int may_follow(ofs_str word)
{
    static const char *const words[] = {"of",       "out",        "the",     "significant", "serious",    "area",
                                        "areas",    "key",        "main",    "other",       "remaining",  "identified",
                                        "weakness", "weaknesses", "initial", "original",    "previously", "priority",
                                        "actions",  "aspects",    "issues",  NULL};
    return !word.n || ofs_is_one_of(word, words);
}

typedef struct share {
    area_send_said *said;
    int rest; /* 'the remaining two' */
    int article;
} share;

/* Takes one word of '… two of the three significant weaknesses': 1 where nothing more counts. */
static int take_word(share *s, ofs_str word, ofs_str next)
{
    static const char *const these[] = {"this", "these", "that", NULL}, *const all[] = {"all", "each", "every", NULL};
    static const char *const none[] = {"none", "any", "neither", NULL}, *const rest[] = {"remaining", "other", NULL};
    static const char *const vague[] = {"most", "some", "many", "several", "few", NULL};
    area_send_said *said = s->said;
    int32_t number = may_follow(next) ? number_of(word) : -1;
    if (said->extent == AREA_SEND_SEVERAL && ofs_is_one_of(word, these)) {
        said->extent = AREA_SEND_THIS;
        return 1;
    }
    if (number >= 0 && said->extent != AREA_SEND_SEVERAL) {
        said->of = number;
        return 1;
    }
    s->rest |= ofs_is_one_of(word, rest);
    if (ofs_is_one_of(word, vague))
        said->verdict = AREA_SEND_UNSURE;
    if (said->extent == AREA_SEND_SEVERAL && number >= 0) {
        said->extent = AREA_SEND_COUNT;
        said->count = number;
        said->is_whole = s->article && !s->rest;
    } else if (said->extent == AREA_SEND_SEVERAL && (ofs_is_one_of(word, all) || ofs_is_phrase(word, "both"))) {
        said->extent = AREA_SEND_ALL;
        said->of = ofs_is_phrase(word, "both") ? 2 : -1;
    } else if (said->extent == AREA_SEND_SEVERAL && ofs_is_one_of(word, none)) {
        said->extent = AREA_SEND_NONE;
    }
    s->article = ofs_is_phrase(word, "the");
    return 0;
}

/* Where the words name them, by the first of the objects that they have, and whether as several; -1: nowhere. */
static int64_t find_object(const area_send_words *words, ofs_str rest, int *several)
{
    uint32_t length = 0;
    int64_t at = -1;
    for (const char *const *object = words->objects; *object && at < 0; object++) {
        const char *const one[] = {*object, NULL};
        at = rest.n ? ofs_first_words(rest, one, &length) : -1;
    }
    if (at >= 0) {
        ofs_str from = {rest.p + at, rest.n - (uint32_t)at};
        char next = length < from.n ? from.p[length] : ' ';
        *several = ofs_phrase_at(from, "areas") || next == 's' || next == 'e';
    }
    return at;
}

/* '… in one', '… in the other': the sentence before has named them. */
static void read_bare_share(ofs_str rest, area_send_said *said)
{
    uint32_t at = 0;
    ofs_str in = next_word(rest, &at), number = next_word(rest, &at);
    while (ofs_is_phrase(number, "the"))
        number = next_word(rest, &at);
    int32_t count = ofs_is_phrase(number, "other") ? 1 : number_of(number);
    if (!ofs_is_phrase(in, "in") || count < 0 || next_word(rest, &at).n)
        return;
    said->extent = AREA_SEND_COUNT;
    said->count = count;
}

static void read_share(const area_send_words *words, ofs_str rest, area_send_said *said)
{
    uint32_t at = 0;
    int plural = 0;
    int64_t object = find_object(words, rest, &plural);
    share s = {said, 0, 0};
    said->extent = object < 0 ? AREA_SEND_THIS : AREA_SEND_SEVERAL;
    if (object < 0) {
        read_bare_share(rest, said);
        return;
    }
    ofs_str counted = {rest.p, (uint32_t)object};
    ofs_str word = next_word(counted, &at);
    while (word.n) {
        ofs_str next = next_word(counted, &at);
        if (take_word(&s, word, next))
            break;
        word = next;
    }
    if (said->extent == AREA_SEND_SEVERAL && !plural)
        said->extent = AREA_SEND_THIS;
}

/* What is asked, hoped for or conditional. */
static int is_open(ofs_str sentence)
{
    static const char *const words[] = {"whether", "if", "unless", "until", "must", "should", "expected", NULL};
    return ofs_has_words(sentence, words);
}

int area_send_next_verdict(const area_send_words *words, ofs_str sentence, uint32_t *at, area_send_said *said)
{
    uint32_t length, next;
    ofs_str rest = {sentence.p + *at, sentence.n - *at};
    int64_t found = rest.n ? ofs_first_words(rest, words->verdicts, &length) : -1;
    if (found < 0 || sentence.n > LONGEST_SENTENCE || is_open(sentence))
        return 0;
    uint32_t start = *at + (uint32_t)found, end = start + length;
    int is_first = *at == 0, is_passive;
    ofs_str before = {sentence.p + *at, (uint32_t)found}, after = {sentence.p + end, sentence.n - end};
    int64_t other = after.n ? ofs_first_words(after, words->verdicts, &next) : -1;
    if (other >= 0)
        after.n = (uint32_t)other;
    *at = end;
    *said = (area_send_said){after_verdict(after), AREA_SEND_THIS, -1, -1, 0};
    is_passive = said->verdict != AREA_SEND_UNSURE;
    if (!is_passive)
        said->verdict = before_verdict(before);
    if (ofs_phrase_at((ofs_str){sentence.p + start, length}, "in")) {
        static const area_send_verdict opposite[] = {AREA_SEND_UNSURE, AREA_SEND_NOT_MADE, AREA_SEND_UNSURE};
        said->verdict = opposite[said->verdict];
    }
    read_share(words, is_passive ? behind_verb(after) : after, said);
    if (is_first &&
        said->extent != AREA_SEND_COUNT) { /* 'in two of the three areas of weakness, sufficient progress …' */
        area_send_said earlier = {said->verdict, AREA_SEND_THIS, -1, -1, 0};
        read_share(words, before, &earlier);
        if (earlier.extent == AREA_SEND_COUNT || earlier.extent == AREA_SEND_NONE || earlier.verdict != said->verdict)
            *said = earlier;
    }
    return 1;
}

static const char *const PROGRESS[] = {"sufficient progress", "insufficient progress", "enough progress", NULL};
static const char *const WEAKNESSES[] = {"weakness*", "area*", "concern*", "aspect*", "issue*", NULL};
static const char *const FOUND_BEFORE[] = {"the initial inspection",
                                           "at the initial inspection",
                                           "at the time of the initial inspection",
                                           "during the initial inspection",
                                           "in the initial inspection",
                                           "initial inspection",
                                           "initially, inspectors",
                                           "the original inspection",
                                           "at the original inspection",
                                           "at the time of the original inspection",
                                           "the previous inspection",
                                           "at the previous inspection",
                                           "at the time of the previous inspection",
                                           "the last inspection",
                                           "at the last inspection",
                                           "at the time of the last inspection",
                                           "at the first inspection",
                                           "the first inspection",
                                           NULL};
static const char *const WEAKNESS_LABELS[] = {"significant weakness", "area of significant weakness",
                                              "area of weakness", "weakness", NULL};
const area_send_words AREA_SEND_REVISIT = {.verdicts = PROGRESS,
                                           .objects = WEAKNESSES,
                                           .openings = FOUND_BEFORE,
                                           .labels = WEAKNESS_LABELS,
                                           .made = OFS_SUFFICIENT_PROGRESS,
                                           .not_made = OFS_INSUFFICIENT_PROGRESS};

static const char *const ACTION[] = {"effective action", "ineffective action", NULL};
static const char *const PRIORITIES[] = {"areas for priority action", "area for priority action", "priority action*",
                                         "area*", NULL};
static const char *const PRIORITY_LABELS[] = {"area for priority action", "priority action", "priority area", NULL};
const area_send_words AREA_SEND_MONITORING = {.verdicts = ACTION,
                                              .objects = PRIORITIES,
                                              .openings = PRIORITY_LABELS,
                                              .labels = PRIORITY_LABELS,
                                              .made = OFS_EFFECTIVE_ACTION,
                                              .not_made = OFS_INEFFECTIVE_ACTION};
