/* check.h: what tests of one room share: small documents, what became of them as a few words, comparing the two. May
 * not know what a test is about. */
#ifndef OFS_CHECK_H
#define OFS_CHECK_H

#include <stdarg.h>

#include "../../fuzz/fuzz.h"
#include "source/lines.h"

static int check_failures;

/* What was found, in the words of the test; what does not fit is cut off. */
typedef struct check_words {
    char at[4000];
    size_t n;
} check_words;

static inline void check_add(check_words *words, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    int n = vsnprintf(words->at + words->n, sizeof words->at - words->n, format, values);
    va_end(values);
    FUZZ_CHECK(n >= 0 && words->n + (size_t)n < sizeof words->at);
    words->n += (size_t)n;
}

static inline void check_add_str(check_words *words, ofs_str s)
{
    check_add(words, "%.*s", (int)s.n, s.p ? s.p : "");
}

static inline void check_expect(const char *what, const char *want, const check_words *got)
{
    if (strcmp(want, got->at) == 0)
        return;
    fprintf(stderr, "%s\n  want: %s\n  got:  %s\n", what, want, got->at);
    check_failures++;
}

/* From the first number to the last: what becomes of each, said from each number on from which it is something else. */
static inline void check_sweep_of(const char *what, double first, double last, double step, const char *want,
                                  void (*look)(const char *what, double number, check_words *now))
{
    check_words got = {{0}, 0}, before = {{0}, 0}, now;
    for (int i = 0; first + i * step <= last; i++) {
        look(what, first + i * step, &now);
        if (i && strcmp(now.at, before.at) == 0)
            continue;
        check_add(&got, "%s%g: %s", i ? "; " : "", first + i * step, now.at);
        before = now;
    }
    check_expect(what, want, &got);
}

/* A copy that nothing stands beside, so that a sanitizer sees a read past its ends; it is kept until all tests are done. */
static inline ofs_str check_exact(const char *text)
{
    static struct check_kept {
        struct check_kept *last;
        char *text;
    } *last;
    size_t n = strlen(text);
    struct check_kept *kept = malloc(sizeof *kept);
    FUZZ_CHECK(kept);
    *kept = (struct check_kept){last, malloc(n)};
    FUZZ_CHECK(kept->text || !n);
    memcpy(kept->text, text, n);
    last = kept;
    return (ofs_str){kept->text, (uint32_t)n};
}

static inline ofs_source *check_text_source(const char *text)
{
    ofs_source *source;
    ofs_str exact = check_exact(text);
    FUZZ_CHECK(ofs_source_from_text(exact.p, exact.n, &source) == OFS_OK);
    return source;
}

/* A line of a small document: its text, and what its source says of it. */
typedef struct check_line {
    const char *text; /* NULL ends an array of lines */
    ofs_line is;
} check_line;

/* The lines below each other, in `text`, which outlives the source. */
static inline ofs_source *check_line_source(const check_line *lines, check_words *text)
{
    uint32_t count = 0;
    *text = (check_words){{0}, 0};
    for (; lines[count].text; count++)
        check_add(text, "%s\n", lines[count].text);
    ofs_source *source = check_text_source(text->at);
    FUZZ_CHECK(source->line_count == count);
    for (uint32_t i = 0; i < count; i++) {
        ofs_line made = lines[i].is;
        made.start = source->lines[i].start;
        made.end = source->lines[i].end;
        source->lines[i] = made;
        source->pages = made.page > source->pages ? made.page : source->pages;
        source->has_tags |= made.kind != OFS_LINE_UNKNOWN;
    }
    return source;
}

/* Calls work(what) where the source's arena may be asked for memory. */
static inline void check_attempt(ofs_source *source, ofs_work *work, void *what)
{
    FUZZ_CHECK(ofs_attempt(&source->arena, work, what));
}

static inline const ofs_report *check_parse(ofs_source *source)
{
    const ofs_report *report;
    FUZZ_CHECK(ofs_parse(fuzz_context(), source, &report) == OFS_OK);
    FUZZ_CHECK(fuzz_walk_report(source, report) != UINT64_MAX);
    return report;
}

static inline void check_number(const char *what, int64_t want, int64_t got)
{
    check_words number = {{0}, 0}, wanted = {{0}, 0};
    check_add(&number, "%lld", (long long)got);
    check_add(&wanted, "%lld", (long long)want);
    check_expect(what, wanted.at, &number);
}

static inline int check_result(void)
{
    if (check_failures)
        fprintf(stderr, "%d failures\n", check_failures);
    return check_failures != 0;
}

#endif
