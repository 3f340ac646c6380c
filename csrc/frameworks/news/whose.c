/* whose.c: which council a sentence speaks of: the one that the article is about, another one, several, or none by name.
 *
 * A council is named by the register's names and, where the register does not have it, by how a sentence names one:
 * 'X Council', 'X's children's services', 'services in X', 'X was rated'. Papers and stations are called after places
 * ('BBC Radio Leicester', 'Leicester Mercury') and are none. */
#include "frameworks/news/news.h"

#include <string.h>

enum { LONGEST_RUN = 80, LONGEST_LETTERS = 4, LONGEST_AROUND = 24, VERB_WORDS = 3, KIND_WORDS = 2 };

/* What the press and other bodies put before and behind the name of a place. */
static const char *const BEFORE[] = {"bbc",           "continue",  "keep",    "radio", "bbc radio",           "itv",
                                     "university of", "bishop of", "capital", "heart", "greatest hits radio", NULL};
static const char *const BEHIND[] = {
    "mercury",  "post",       "live",      "echo",        "gazette",         "star",        "news",     "times",
    "police",   "university", "hospital*", "today",       "telegraph",       "herald",      "observer", "courier",
    "mail",     "chronicle",  "journal",   "free press",  "advertiser",      "express",     "argus",    "standard",
    "evening*", "press",      "weekly",    "independent", "local democracy", "fc",          "united",   "online",
    "world",    "reporter",   "nhs",       "mp",          "crown court",     "magistrates", "examiner", "citizen",
    "guardian", NULL};

/* Words with capitals that name no council by themselves, by the alphabet. */
static const char *const GENERIC[] = {
    "a",         "according",   "after",      "again",       "all",          "although",   "an",          "and",
    "april",     "as",          "at",         "august",      "authorities",  "authority",  "bbc",         "being",
    "borough",   "bosses",      "both",       "but",         "cabinet",      "care",       "child",       "children*",
    "city",      "council*",    "county",     "currently",   "december",     "department", "department*", "dfe",
    "director*", "district",    "each",       "early",       "education",    "england*",   "every",       "families",
    "family",    "february",    "following",  "for",         "formerly",     "friday",     "from",        "getting",
    "good",      "government*", "having",     "he",          "help",         "her",        "his",         "however",
    "ilacs",     "in",          "inadequate", "inspection*", "inspector*",   "it",         "its",         "january",
    "july",      "june",        "last",       "leader*",     "local",        "london",     "majesty*",    "march",
    "may",       "mbc",         "meanwhile",  "member",      "metropolitan", "monday",     "national",    "newly",
    "no",        "november",    "now",        "october",     "of",           "ofsted*",    "on",          "once",
    "one",       "only",        "our",        "outstanding", "overall",      "people",     "previously",  "recently",
    "requires",  "responding",  "royal",      "september",   "service",      "services",   "she",         "since",
    "social",    "speaking",    "staff",      "support",     "that",         "the",        "their",       "then",
    "there",     "these",       "they",       "this",        "three",        "thursday",   "today",       "trust",
    "tuesday",   "two",         "unitary",    "upon",        "watchdog",     "we",         "wednesday",   "when",
    "while",     "with",        "writing",    "you",         "young",        NULL};

static int is_generic(ofs_str word)
{
    char first = (char)(word.p[0] | 0x20);
    for (const char *const *known = GENERIC; *known && **known <= first; known++)
        if (**known == first && ofs_word_phrase_at(word, 0, *known))
            return 1;
    return 0;
}

/* Words. */

static int in_name(ofs_str s, uint32_t i)
{
    return i < s.n && (ofs_in_word(s, i) || (s.p[i] == '-' && i + 1 < s.n && ofs_in_word(s, i + 1)));
}

static uint32_t word_end(ofs_str s, uint32_t at)
{
    while (in_name(s, at))
        at++;
    return at;
}

/* The next word at or after byte i: its bytes; s.n where there is none. */
static ofs_span next_word(ofs_str s, uint32_t i)
{
    while (i < s.n && !ofs_in_word(s, i))
        i++;
    return (ofs_span){i, word_end(s, i)};
}

static ofs_str rest_of(ofs_str s, uint32_t at)
{
    return (ofs_str){s.p + at, s.n - at};
}

/* The bytes of a possessive ending at `at`, or 0. */
static uint32_t possessive(ofs_str s, uint32_t at)
{
    uint32_t mark = ofs_quote_at(rest_of(s, at));
    if (mark && at + mark < s.n && s.p[at + mark] == 's' && !ofs_in_word(s, at + mark + 1))
        return mark + 1;
    return mark && at && s.p[at - 1] == 's' ? mark : 0;
}

/* The bytes before and behind a name that are looked at. */
static ofs_str near_before(ofs_str s, uint32_t at)
{
    uint32_t from = at > LONGEST_AROUND ? at - LONGEST_AROUND : 0;
    return ofs_trim((ofs_str){s.p + from, at - from});
}

static ofs_str near_behind(ofs_str s, uint32_t at)
{
    ofs_str rest = rest_of(s, at);
    return (ofs_str){rest.p, rest.n < LONGEST_RUN ? rest.n : LONGEST_RUN};
}

/* Named as a paper, a station or another body is. */
static int names_no_council(ofs_str text, ofs_span at)
{
    uint32_t length = 0;
    ofs_str left = near_before(text, at.start), right = ofs_trim(near_behind(text, at.end));
    int64_t before = ofs_last_words(left, BEFORE, &length);
    if (before >= 0 && (uint32_t)before + length == left.n)
        return 1;
    return right.n && ofs_is_upper(right.p[0]) && ofs_opening_words(right, BEHIND);
}

/* Names by their place in a sentence. */

/* Words with capitals in a row, 'of', 'and', 'upon' and the like between two of them allowed; from a word's start. */
static ofs_span run_at(ofs_str s, uint32_t at)
{
    static const char *const joints[] = {"of", "upon", "on", "with", "and", "in", "the", NULL};
    static const char *const ends[] = {"council", "mbc", NULL};
    ofs_span run = {at, word_end(s, at)};
    for (uint32_t i = run.end; i + 1 < s.n && s.p[i] == ' ' && i - run.start < LONGEST_RUN;) {
        uint32_t n = ofs_opening_words(rest_of(s, i + 1), joints), end = word_end(s, i + 1);
        int upper = ofs_is_upper(s.p[i + 1]);
        if (upper)
            run.end = end;
        if ((!upper && !n) || ofs_opening_words(rest_of(s, i + 1), ends))
            break;
        i = end;
    }
    return run;
}

/* 'Judged', 'Rated' where a sentence begins. */
static int is_participle(ofs_str s, ofs_span word)
{
    return !word.start && word.end > 4 && ofs_match_phrase((ofs_str){s.p + word.end - 2, 2}, "ed");
}

/* With a capital, not generic, and more than the S of "CHILDREN'S". */
static int is_name_word(ofs_str s, ofs_span word)
{
    return ofs_is_upper(s.p[word.start]) && word.end > word.start + 1 && !is_participle(s, word) &&
           !is_generic(rest_of(s, word.start));
}

/* 'A North East council', 'KCC': a region or letters that stand for a name. */
static int is_no_place(ofs_str name)
{
    static const char *const regions[] = {"north",    "south",   "east",    "west",    "midlands", "northern",
                                          "southern", "eastern", "western", "central", "mid",      NULL};
    uint32_t capitals = 0, words = 0;
    for (ofs_span word = next_word(name, 0); word.start < name.n; word = next_word(name, word.end))
        words += !ofs_opening_words(rest_of(name, word.start), regions);
    while (capitals < name.n && ofs_is_upper(name.p[capitals]))
        capitals++;
    return !words || (capitals == name.n && name.n <= LONGEST_LETTERS);
}

/* The words of the run that are a name: generic ones at its ends cut off. {0, 0}: none is left. */
static ofs_span name_in(ofs_str s, ofs_span run)
{
    ofs_span name = {0, 0};
    for (ofs_span word = next_word(s, run.start); word.start < run.end; word = next_word(s, word.end)) {
        if (!is_name_word(s, word))
            continue;
        if (!name.end)
            name.start = word.start;
        name.end = word.end;
    }
    return name;
}

static int is_person(ofs_str s, ofs_span run)
{
    static const char *const titles[] = {"cllr", "coun", "councillor", "mr",       "mrs",   "ms",       "dr", "sir",
                                         "dame", "lord", "lady",       "baroness", "mayor", "minister", NULL};
    return ofs_has_words((ofs_str){s.p + run.start, run.end - run.start}, titles);
}

/* The run is said to have services, or to be rated. */
static int acts_as_council(ofs_str s, ofs_span run, ofs_span name)
{
    static const char *const kinds[] = {"council*",  "children*", "service*", "social",  "department*",
                                        "authority", "mbc",       "county",   "borough", NULL};
    static const char *const holds[] = {"services in",   "services across", "services at",    "services for", "care in",
                                        "department in", "department at",   "authorities in", "council in",   NULL};
    static const char *const rated[] = {
        "rated",    "judged", "graded", "received", "awarded",  "upgraded", "downgraded", "improved",   "require*",
        "found",    "deemed", "given",  "named",    "achieved", "lost",     "moved",      "dropped",    "remain*",
        "retained", "keeps",  "kept",   "secured",  "earned",   "gets",     "got",        "inadequate", NULL};
    uint32_t owned = possessive(s, run.end), length = 0;
    ofs_str behind = near_behind(s, run.end + owned);
    ofs_str around = {s.p + name.start, run.end - name.start};
    ofs_str left = near_before(s, run.start);
    if (ofs_has_words(around, kinds) || ofs_has_words(ofs_leading_words(behind, KIND_WORDS), kinds))
        return 1;
    int64_t held = ofs_last_words(left, holds, &length);
    if (held >= 0 && (uint32_t)held + length == left.n)
        return 1;
    return !owned && ofs_has_words(ofs_leading_words(behind, VERB_WORDS), rated);
}

static int is_whole_word(ofs_str s, ofs_str word)
{
    for (uint32_t i = 0; i + word.n <= s.n; i++) {
        uint32_t k = 0;
        while (k < word.n && (s.p[i + k] | 0x20) == (word.p[k] | 0x20))
            k++;
        if (k == word.n && !ofs_in_word(s, (int64_t)i - 1) && !ofs_in_word(s, i + k))
            return 1;
    }
    return 0;
}

/* Every word of the name that is not generic is a word of the other. */
static int is_part_of(ofs_str name, ofs_str other)
{
    uint32_t words = 0;
    for (ofs_span word = next_word(name, 0); word.start < name.n; word = next_word(name, word.end)) {
        if (!is_name_word(name, word))
            continue;
        words++;
        if (!is_whole_word(other, (ofs_str){name.p + word.start, word.end - word.start}))
            return 0;
    }
    return words > 0;
}

int ofs_has_name(ofs_str s)
{
    for (ofs_span word = next_word(s, 0); word.start < s.n; word = next_word(s, word.end))
        if (is_name_word(s, word))
            return 1;
    return 0;
}

static int is_ours(const ofs_report *report, ofs_str name)
{
    ofs_str ours = report->authority.name;
    return is_part_of(name, ours) || is_part_of(ours, name) || is_part_of(name, report->publisher);
}

int ofs_find_placed_council(ofs_str s, uint32_t from, ofs_span *at)
{
    for (ofs_span word = next_word(s, from); word.start < s.n; word = next_word(s, word.end)) {
        if (!ofs_is_upper(s.p[word.start]))
            continue;
        ofs_span run = run_at(s, word.start), name = name_in(s, run);
        word.end = run.end;
        if (!name.end || is_no_place((ofs_str){s.p + name.start, name.end - name.start}) || is_person(s, run) ||
            !acts_as_council(s, run, name) || names_no_council(s, name))
            continue;
        *at = name;
        return 1;
    }
    return 0;
}

int ofs_find_named_authority(const ofs_context *context, ofs_str s, uint32_t from, ofs_authority *authority,
                             ofs_span *at)
{
    while (from < s.n && ofs_find_authority(context, s, from, authority, at)) {
        if (!names_no_council(s, *at))
            return 1;
        from = at->end;
    }
    return 0;
}

/* Whose the names in a piece of a sentence are. */

/* 'Medway, Kent, has': the county that a town is in. */
static int is_apposition(ofs_str s, ofs_span at)
{
    int comma = at.start > 2 && s.p[at.start - 1] == ' ' && s.p[at.start - 2] == ',';
    uint32_t word = comma ? at.start - 2 : 0;
    while (word && in_name(s, word - 1))
        word--;
    return comma && ofs_is_upper(s.p[word]) && at.end < s.n && s.p[at.end] == ',';
}

ofs_whose ofs_whose_in(const ofs_reader *reader, ofs_str s)
{
    const ofs_report *report = reader->report;
    ofs_authority authority;
    ofs_span at;
    uint32_t ours = 0, others = 0;
    if (!ofs_has_name(s)) /* most sentences that do not begin with one */
        return OFS_WHOSE_UNNAMED;
    for (uint32_t from = 0; ofs_find_named_authority(reader->context, s, from, &authority, &at); from = at.end) {
        int same = ofs_equal(authority.name, report->authority.name) ||
                   (!report->authority.la_code.n && is_ours(report, (ofs_str){s.p + at.start, at.end - at.start}));
        if (same)
            ours++;
        else if (!is_apposition(s, at))
            others++;
    }
    for (uint32_t from = 0; ofs_find_placed_council(s, from, &at); from = at.end) {
        ofs_str name = {s.p + at.start, at.end - at.start};
        if (ofs_match_authority(reader->context, name, NULL)) /* counted above */
            continue;
        if (is_ours(report, name))
            ours++;
        else
            others++;
    }
    return !others              ? (ours ? OFS_WHOSE_OURS : OFS_WHOSE_UNNAMED)
           : ours || others > 1 ? OFS_WHOSE_SEVERAL
                                : OFS_WHOSE_ANOTHER;
}
