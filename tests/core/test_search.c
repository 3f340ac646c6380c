/* Patterns over many texts: spans in code points, what is folded, limits, patterns that are wrong. */
#include "search/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures;

static void expect(int ok, const char *what)
{
    if (ok)
        return;
    fprintf(stderr, "failed: %s\n", what);
    failures++;
}

/* Each hit as 'item:start-end,start-end;'. */
static void write_hits(const ofs_search *search, char *out, size_t size)
{
    out[0] = 0;
    for (uint32_t i = 0; i < search->hit_count; i++) {
        const ofs_hit *hit = &search->hits[i];
        snprintf(out + strlen(out), size - strlen(out), "%u:", (unsigned)hit->item);
        for (uint32_t k = 0; k < hit->kept; k++) {
            const ofs_span *span = &search->spans[hit->first + k];
            snprintf(out + strlen(out), size - strlen(out), "%s%u-%u", k ? "," : "", (unsigned)span->start,
                     (unsigned)span->end);
        }
        snprintf(out + strlen(out), size - strlen(out), ";");
    }
}

static void check(const ofs_haystack *haystack, const char *pattern, unsigned options, const char *want)
{
    ofs_search *search = NULL;
    ofs_pattern_error error;
    char got[400] = "bad pattern";
    if (ofs_search_new(pattern, strlen(pattern), options, &search, &error) == OFS_SEARCH_OK) {
        if (ofs_search_run(search, haystack, 0, UINT32_MAX) == OFS_SEARCH_OK)
            write_hits(search, got, sizeof got);
        else
            strcpy(got, "too costly");
        ofs_search_free(search);
    }
    if (strcmp(want, got) != 0) {
        fprintf(stderr, "'%s'\n  want: %s\n  got:  %s\n", pattern, want, got);
        failures++;
    }
}

static ofs_haystack *haystack_of(const char *const *texts, size_t count)
{
    ofs_haystack *haystack = ofs_haystack_new();
    for (size_t i = 0; haystack && i < count; i++)
        expect(ofs_haystack_add(haystack, texts[i], strlen(texts[i])) == OFS_OK, "a text is added");
    return haystack;
}

static void check_matches(void)
{
    static const char *const texts[] = {
        "",    "n\xC3\xA9 \xC3\xA0 Paris, Paris", "children\xE2\x80\x99s plan", "lone \xED\xA0\x80 half", "planning",
        "aab",
    };
    ofs_haystack *haystack = haystack_of(texts, sizeof texts / sizeof *texts);
    if (!haystack)
        exit(1);
    expect(ofs_haystack_count(haystack) == 6, "six texts");
    check(haystack, "paris", 0, "1:5-10,12-17;");
    check(haystack, "paris", OFS_SEARCH_CASE, "");
    check(haystack, "children's", 0, "2:0-10;");
    check(haystack, "children\xE2\x80\x99s", OFS_SEARCH_LITERAL, "2:0-10;");
    check(haystack, "plan", OFS_SEARCH_WORD, "2:11-15;");
    check(haystack, "e . h", 0, "3:3-8;");
    check(haystack, "(?=.*a)(?=.*b)^", 0, "5:0-0;");
    check(haystack, "a*?b", 0, "5:0-3;");
    check(haystack, "a\\Kb", 0, "5:2-3;");
    check(haystack, "x|$", 0, "0:0-0;1:17-17;2:15-15;3:11-11;4:8-8;5:3-3;");
    check(haystack, "(", 0, "bad pattern");
    check(haystack, "(", OFS_SEARCH_LITERAL, "");
    check(haystack, "\\C", 0, "bad pattern");
    ofs_haystack_free(haystack);
}

/* Signs that look alike are one; positions count them as the one character that they were. */
static void check_folding(void)
{
    static const char *const texts[] = {
        "\xE2\x80\x98"
        "a\xE2\x80\x99 \xE2\x80\x9B"
        "b \xE2\x80\x9C"
        "c\xE2\x80\x9D \xE2\x80\x9F"
        "d",
        "e\xE2\x80\x90"
        "f\xE2\x80\x91g\xE2\x80\x93h",
        "i\xE2\x80\x82j\xE2\x80\x83k\xE2\x80\x87l\xE2\x80\x89m\xE2\x80\x8An\xE2\x80\xAFo\xC2\xA0p",
        "q\xE2\x80\x94r\xE2\x80\x9As\xE2\x84\x99t\xC2\xA9\xC3\xA0u",
        "\xED\x9F\xBFv\xED\xA0\x80w",
    };
    ofs_haystack *haystack = haystack_of(texts, sizeof texts / sizeof *texts);
    if (!haystack)
        exit(1);
    check(haystack, "'a' 'b \"c\" \"d", OFS_SEARCH_LITERAL, "0:0-13;");
    check(haystack, "e-f-g-h", 0, "1:0-7;");
    check(haystack, "i j k l m n o p", 0, "2:0-15;");
    check(haystack,
          "\xE2\x80\x98"
          "a\xE2\x80\x98",
          0, "0:0-3;");
    check(haystack, "q-r|r's|s't|t u", 0, "");
    check(haystack, "q.r.s.t..u", 0, "3:0-10;");
    check(haystack, "[vw]", 0, "4:1-2,3-4;");
    check(haystack, "\xEF\xBF\xBD", 0, "4:2-3;");
    ofs_haystack_free(haystack);
}

/* Spans are of code points, whatever stands before and between; of empty ones the first is told. */
static void check_spans(void)
{
    static const char *const texts[] = {"\xC3\xA9"
                                        "a\xC3\xA9"
                                        "a\xC3\xA9",
                                        "aab aa bb", "Plan, plans, PLAN", "\xE2\x82\xAC\xF0\x9F\x98\x80z"};
    ofs_haystack *haystack = haystack_of(texts, sizeof texts / sizeof *texts);
    if (!haystack)
        exit(1);
    check(haystack, "a", 0, "0:1-2,3-4;1:0-1,1-2,4-5,5-6;2:2-3,8-9,15-16;");
    check(haystack, "\xC3\xA9", 0, "0:0-1,2-3,4-5;");
    check(haystack, "\xC3\x89", 0, "0:0-1,2-3,4-5;");
    check(haystack, "\xC3\x89", OFS_SEARCH_CASE, "");
    check(haystack, "(.)\\1", 0, "1:0-2,4-6,7-9;");
    check(haystack, "b*", 0, "0:0-0;1:2-3,7-9;2:0-0;3:0-0;");
    check(haystack, "(?=z)", 0, "3:2-2;");
    check(haystack, "z", 0, "3:2-3;");
    check(haystack, ".", OFS_SEARCH_LITERAL, "");
    check(haystack, "plan", OFS_SEARCH_WORD, "2:0-4,13-17;");
    check(haystack, "plan", OFS_SEARCH_WORD | OFS_SEARCH_CASE, "");
    check(haystack, "Plan", OFS_SEARCH_WORD | OFS_SEARCH_CASE | OFS_SEARCH_LITERAL, "2:0-4;");
    check(haystack, "plan", OFS_SEARCH_LITERAL, "2:0-4,6-10,13-17;");
    check(haystack, "\\w+", 0, "0:0-5;1:0-3,4-6,7-9;2:0-4,6-11,13-17;3:2-3;");
    check(haystack, "a.*b", 0, "1:0-9;");
    ofs_haystack_free(haystack);
}

/* Brackets in each other, and a search that goes on from a text in the middle. */
static void check_nesting(void)
{
    static const char *const texts[] = {"aa", "ba"};
    ofs_haystack *haystack = haystack_of(texts, 2);
    if (!haystack)
        exit(1);
    for (int depth = 100; depth <= 101; depth++) {
        char pattern[204];
        memset(pattern, '(', (size_t)depth);
        pattern[depth] = 'a';
        memset(pattern + depth + 1, ')', (size_t)depth);
        pattern[2 * depth + 1] = 0;
        check(haystack, pattern, 0, depth == 100 ? "0:0-1,1-2;1:1-2;" : "bad pattern");
    }
    ofs_search *search = NULL;
    ofs_pattern_error error;
    expect(ofs_search_new("a", 1, 0, &search, &error) == OFS_SEARCH_OK, "a pattern");
    expect(ofs_search_run(search, haystack, 1, 9) == OFS_SEARCH_OK, "from the second on");
    expect(search->hit_count == 1 && search->hits[0].item == 1 && search->span_count == 1, "the second alone");
    ofs_search_free(search);
    ofs_haystack_free(haystack);
}

static void check_limits(void)
{
    char text[4001];
    memset(text, 'a', sizeof text - 1);
    text[4000] = 0;
    const char *const texts[] = {text};
    ofs_haystack *haystack = haystack_of(texts, 1);
    if (!haystack)
        exit(1);
    check(haystack, "(a|aa)+[bc]", 0, "too costly");
    ofs_search *search = NULL;
    ofs_pattern_error error;
    expect(ofs_search_new("a", 1, 0, &search, &error) == OFS_SEARCH_OK, "a pattern");
    expect(ofs_search_run(search, haystack, 0, 1) == OFS_SEARCH_OK, "a run");
    expect(search->hit_count == 1 && search->hits[0].count == 4000, "all matches are counted");
    expect(search->hits[0].kept == OFS_SEARCH_SPANS && search->span_count == OFS_SEARCH_SPANS, "some are kept");
    ofs_search_free(search);
    char *pattern = malloc(OFS_SEARCH_PATTERN_MAX + 1);
    if (!pattern)
        exit(1);
    memset(pattern, 'a', OFS_SEARCH_PATTERN_MAX + 1);
    expect(ofs_search_new(pattern, OFS_SEARCH_PATTERN_MAX + 1, 0, &search, &error) == OFS_SEARCH_BAD_PATTERN,
           "a pattern that is too long");
    free(pattern);
    ofs_haystack_free(haystack);
}

static void check_many(void)
{
    ofs_haystack *haystack = ofs_haystack_new();
    if (!haystack)
        exit(1);
    for (int i = 0; i < 5000; i++)
        expect(ofs_haystack_add(haystack, i % 10 ? "nothing" : "needle", i % 10 ? 7 : 6) == OFS_OK, "many texts");
    ofs_search *search = NULL;
    ofs_pattern_error error;
    expect(ofs_search_new("needle", 6, 0, &search, &error) == OFS_SEARCH_OK, "a pattern");
    for (uint32_t from = 0; from < 5000; from += 700)
        expect(ofs_search_run(search, haystack, from, from + 700) == OFS_SEARCH_OK, "a step");
    expect(search->hit_count == 500 && search->hits[499].item == 4990, "every tenth, in order");
    expect(ofs_haystack_offset(haystack, 5000) == 500 * 6 + 4500 * 7, "bytes are counted");
    ofs_search_free(search);
    ofs_haystack_free(haystack);
}

static void check_position(void)
{
    ofs_search *search = NULL;
    ofs_pattern_error error;
    expect(ofs_search_new("\xC3\xA9\xE2\x80\x99(", 6, 0, &search, &error) == OFS_SEARCH_BAD_PATTERN, "an open group");
    expect(error.position == 3 && error.message[0], "its place in code points");
}

int main(void)
{
    check_matches();
    check_folding();
    check_spans();
    check_nesting();
    check_limits();
    check_many();
    check_position();
    if (failures)
        fprintf(stderr, "%d failed\n", failures);
    return failures != 0;
}
