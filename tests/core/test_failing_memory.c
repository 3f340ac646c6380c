/* Memory that ends at every allocation in turn: the answer is OFS_ERR_MEMORY or a whole report, never a crash and never a
 * leak (this program runs under AddressSanitizer and LeakSanitizer).
 *
 * Linked with --wrap, so that the core's calls come here first, and with fuzz/exact_arena.c for the arena, so that each
 * object of a parse is an allocation of its own. Nothing in the core knows of it. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "../../fuzz/fuzz.h"
#include "facts/facts.h"
#include "report/json.h"
#include "search/search.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
pcre2_code *__real_pcre2_compile_8(PCRE2_SPTR pattern, PCRE2_SIZE length, uint32_t options, int *error, PCRE2_SIZE *at,
                                   pcre2_compile_context *context);
pcre2_code *__wrap_pcre2_compile_8(PCRE2_SPTR pattern, PCRE2_SIZE length, uint32_t options, int *error, PCRE2_SIZE *at,
                                   pcre2_compile_context *context);
pcre2_match_context *__real_pcre2_match_context_create_8(pcre2_general_context *context);
pcre2_match_context *__wrap_pcre2_match_context_create_8(pcre2_general_context *context);
int __real_pcre2_jit_compile_8(pcre2_code *code, uint32_t options);
int __wrap_pcre2_jit_compile_8(pcre2_code *code, uint32_t options);

static unsigned long made, failing; /* allocations since begin(); the number of the one that fails, from 1 */
static int is_armed;
static int is_unbounded; /* what limits a match could not be made */

static int fails(void)
{
    return is_armed && ++made == failing;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails() ? NULL : __real_realloc(old, size);
}

pcre2_code *__wrap_pcre2_compile_8(PCRE2_SPTR pattern, PCRE2_SIZE length, uint32_t options, int *error, PCRE2_SIZE *at,
                                   pcre2_compile_context *context)
{
    if (!fails())
        return __real_pcre2_compile_8(pattern, length, options, error, at, context);
    *error = PCRE2_ERROR_NOMEMORY;
    *at = 0;
    return NULL;
}

pcre2_match_context *__wrap_pcre2_match_context_create_8(pcre2_general_context *context)
{
    is_unbounded = fails();
    return is_unbounded ? NULL : __real_pcre2_match_context_create_8(context);
}

int __wrap_pcre2_jit_compile_8(pcre2_code *code, uint32_t options)
{
    return fails() ? PCRE2_ERROR_NOMEMORY : __real_pcre2_jit_compile_8(code, options);
}

static void begin(unsigned long number)
{
    made = 0;
    failing = number;
    is_armed = 1;
}

/* 1: the allocation that was to fail was asked for. */
static int end(void)
{
    is_armed = 0;
    return made >= failing;
}

static unsigned long parses;

/* Every allocation of writing a report as JSON: all of it, or nothing and nothing to free. */
static void check_json(const ofs_report *report)
{
    for (unsigned long number = 1, failed = 1; failed; number++, parses++) {
        ofs_json json;
        begin(number);
        ofs_status status = ofs_json_report(report, 2, NULL, 0, NULL, 0, &json);
        failed = (unsigned long)end();
        FUZZ_CHECK(status == (failed ? OFS_ERR_MEMORY : OFS_OK));
        FUZZ_CHECK(failed ? json.at == NULL : json.at[json.size - 1] == '}');
        free(json.at);
    }
}

/* Every allocation of a sample's parse, until one is not reached any more. */
static void check_parse(const ofs_context *context, const char *text, size_t length)
{
    for (unsigned long number = 1, failed = 1; failed; number++, parses++) {
        ofs_source *source;
        const ofs_report *report = NULL;
        begin(number);
        ofs_status status = ofs_source_from_text(text, length, &source);
        if (status == OFS_OK)
            status = ofs_parse(context, source, &report);
        failed = (unsigned long)end();
        FUZZ_CHECK(status == (failed ? OFS_ERR_MEMORY : OFS_OK));
        FUZZ_CHECK(status == OFS_OK ? report != NULL : report == NULL);
        if (report) {
            fuzz_walk_report(source, report);
            check_json(report);
        }
        ofs_source_free(source);
    }
}

static void check_lines(const ofs_context *context)
{
    static const char text[] = "Inspection of X children's services\nGood\nOne.\nTwo.\n";
    static const ofs_given_line lines[] = {{0, 35, OFS_GIVEN_HEADING, 1, 1, 0, 0, 0, 0},
                                           {36, 40, OFS_GIVEN_CELL, 0, 2, 1, 3, 4, 0},
                                           {41, 45, OFS_GIVEN_PARAGRAPH, 0, 3, 0, 0, 0, 0},
                                           {46, 50, OFS_GIVEN_ITEM, 1, 4, 0, 0, 0, 2}};
    for (unsigned long number = 1, failed = 1; failed; number++, parses++) {
        ofs_source *source;
        const ofs_report *report = NULL;
        begin(number);
        ofs_status status = ofs_source_from_lines(text, sizeof text - 1, lines, 4, &source);
        if (status == OFS_OK)
            status = ofs_parse(context, source, &report);
        failed = (unsigned long)end();
        FUZZ_CHECK(status == (failed ? OFS_ERR_MEMORY : OFS_OK));
        ofs_source_free(source);
    }
}

/* A context that was made can be used, and finds people. */
static void check_use(const ofs_context *context)
{
    static const char text[] =
        "Dear Ms Quill\n\nFocused visit to Norfolk children's services\n\nThis letter summarises the "
        "findings of a focused visit to Norfolk on 1 and 2 May 2023. The inspectors were Ann "
        "Bray, HMI, and Bob Cole, HMI.\n";
    ofs_source *source;
    const ofs_report *report;
    FUZZ_CHECK(ofs_source_from_text(text, sizeof text - 1, &source) == OFS_OK);
    FUZZ_CHECK(ofs_parse(context, source, &report) == OFS_OK);
    FUZZ_CHECK(report->inspection_period_count == 1 && report->inspector_count == 2);
    ofs_source_free(source);
}

/* A JIT that cannot be had is no error: matching goes on without it. */
static void check_context(const char *csv, size_t length)
{
    for (unsigned long number = 1, failed = 1; failed; number++, parses++) {
        ofs_context *context;
        begin(number);
        ofs_status status = ofs_context_new(csv, length, &context);
        failed = (unsigned long)end();
        FUZZ_CHECK(status == OFS_OK ? context != NULL : status == OFS_ERR_MEMORY && !context);
        FUZZ_CHECK(failed || status == OFS_OK);
        if (context)
            check_use(context);
        ofs_context_free(context);
    }
}

static void check_search(void)
{
    for (unsigned long number = 1, failed = 1; failed; number++, parses++) {
        ofs_search *search = NULL;
        ofs_pattern_error error;
        begin(number);
        ofs_haystack *haystack = ofs_haystack_new();
        int whole = haystack != NULL;
        for (int i = 0; whole && i < 40; i++)
            whole = ofs_haystack_add(haystack, "pathway plans, plans", 20) == OFS_OK;
        whole = whole && ofs_search_new("plans", 5, OFS_SEARCH_WORD, &search, &error) == OFS_SEARCH_OK &&
                ofs_search_run(search, haystack, 0, 40) == OFS_SEARCH_OK;
        failed = (unsigned long)end();
        FUZZ_CHECK(whole ? !is_unbounded : failed);
        ofs_search_free(search);
        ofs_haystack_free(haystack);
    }
}

int main(void)
{
    static const char *const samples[] = {"area-send-2019",
                                          "area-send-2024",
                                          "assurance-visit-2021",
                                          "cra-2010",
                                          "focused-visit-2023",
                                          "ilacs-2024",
                                          "ilacs-2026",
                                          "jar-2009",
                                          "jtai-2023",
                                          "lac-2013",
                                          "letter",
                                          "lscb-2016",
                                          "monitoring-visit-2023",
                                          "news-2019",
                                          "news-2024",
                                          "sif-2014",
                                          "slac-2010"};
    size_t length;
    char *csv = fuzz_read_file("ofsted/data/authorities.csv", &length);
    FUZZ_CHECK(csv);
    check_context(csv, length < 4000 ? length : 4000);
    free(csv);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        char path[100];
        snprintf(path, sizeof path, "examples/%s.txt", samples[i]);
        char *text = fuzz_read_file(path, &length);
        FUZZ_CHECK(text);
        check_parse(fuzz_context(), text, length);
        free(text);
    }
    /* Markdown whose pages are a letter each: what was made of it once was longer than the room for it. */
    static const char letters[] = "# Help\n# For\n# All\fa\fb\fc\fd\fe";
    check_parse(fuzz_context(), letters, sizeof letters - 1);
    check_lines(fuzz_context());
    check_search();
    printf("%lu runs with one allocation that failed\n", parses);
    return 0;
}
