/* A report as JSON: what is escaped, what is not known, sections within sections, entries that a caller gives. */
#include <stdlib.h>

#include "base/text.h"
#include "check.h"
#include "report/json.h"

static void check_json(const char *what, const char *want, ofs_status status, ofs_json *json)
{
    check_words words = {{0}, 0};
    FUZZ_CHECK(status == OFS_OK);
    check_add_str(&words, (ofs_str){json->at, (uint32_t)json->size});
    check_expect(what, want, &words);
    free(json->at);
}

static const ofs_field *field_of(ofs_key key)
{
    for (size_t i = 0; i < ofs_report_fields.count; i++)
        if (ofs_report_fields.at[i].key == key)
            return &ofs_report_fields.at[i];
    return NULL;
}

static void test_texts(void)
{
    static const struct {
        const char *text, *json;
        int is_malformed;
    } cases[] = {
        {"", "\"\"", 0},
        {"a plain one, longer than eight", "\"a plain one, longer than eight\"", 0},
        {"\"\\/\b\f\n\r\t\x01\x1f\x7f", "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\"", 0},
        {"seven77\"", "\"seven77\\\"\"", 0},
        {"\xC2\x80\xC2\x9F\xC2\xA0\xD8\x9C", "\"\\u0080\\u009f\xC2\xA0\\u061c\"", 0},
        {"\xE2\x80\x99 \xE2\x80\xA8\xE2\x80\xAE\xE2\x81\xA6\xE2\x80\x8E",
         "\"\xE2\x80\x99 \\u2028\\u202e\\u2066\\u200e\"", 0},
        {"\xF0\x9F\x98\x80", "\"\xF0\x9F\x98\x80\"", 0},
        {"\xEF\xBF\xBD", "\"\xEF\xBF\xBD\"", 0},
        {"cut \xE2\x80", "\"cut \xE2\x80\"", 1},
        {"sixteen letters and a mark\xE2\x80\x99s end", "\"sixteen letters and a mark\xE2\x80\x99s end\"", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ofs_report report = {.title = ofs_str_of(cases[i].text)};
        ofs_json json;
        ofs_status status = ofs_json_entry(&report, field_of(OFS_KEY_title), &json);
        FUZZ_CHECK(json.is_malformed == cases[i].is_malformed);
        check_json(cases[i].text, cases[i].json, status, &json);
    }
}

static ofs_section sections[] = {
    {.heading = {"A", 1}, .level = 1, .depth = 0, .paragraph_count = 1},
    {.heading = {"B", 1}, .level = 2, .depth = 1, .grade = OFS_GOOD, .first_paragraph = 1},
    {.heading = {"C", 1}, .level = 1, .depth = 0, .first_paragraph = 1},
};
static ofs_paragraph paragraphs[] = {{.text = {"One.", 4}, .number = 1, .page = 2, .last_page = 3, .span = {4, 8}}};

static void test_sections(void)
{
    ofs_report report = {.sections = sections, .section_count = 3, .paragraphs = paragraphs, .paragraph_count = 1};
    ofs_json json;
    ofs_status status = ofs_json_entry(&report, field_of(OFS_KEY_sections), &json);
    check_json(
        "sections",
        "[{\"heading\": \"A\", \"level\": 1, \"grade\": null, \"page\": null, \"span\": [0, 0], \"paragraphs\": "
        "[{\"number\": 1, \"kind\": \"paragraph\", \"text\": \"One.\", \"page\": 2, \"last_page\": 3, \"span\": [4, 8]}], "
        "\"sections\": [{\"heading\": \"B\", \"level\": 2, \"grade\": \"good\", \"page\": null, \"span\": [0, 0], "
        "\"paragraphs\": [], \"sections\": []}]}, {\"heading\": \"C\", \"level\": 1, \"grade\": null, \"page\": null, "
        "\"span\": [0, 0], \"paragraphs\": [], \"sections\": []}]",
        status, &json);
}

static void check_entry(const ofs_report *report, ofs_key key, const char *want)
{
    ofs_json json;
    ofs_status status = ofs_json_entry(report, field_of(key), &json);
    check_json(want, want, status, &json);
}

/* Each kind of field, with what is known and with what is not. */
static void test_kinds(void)
{
    static ofs_str cells[] = {{"a", 1}, {"b", 1}, {"c", 1}, {"", 0}, {"e", 1}, {"f", 1}},
                   references[] = {{"1", 1}, {"2", 1}};
    static ofs_table tables[] = {{.heading = {"T", 1}, .cells = cells, .rows = 3, .columns = 2, .page = 4},
                                 {.heading = {"U", 1}}};
    static ofs_recommendation recommendations[] = {{.text = {"Do", 2}, .references = references, .reference_count = 2},
                                                   {.text = {"Be", 2}}};
    static ofs_previous_inspection previous[] = {{.year = 2019, .month = 12},
                                                 {.start = {2018, 1, 2}, .end = {2018, 1, 3}}};
    static ofs_period periods[] = {{{2024, 12, 31}, {2025, 1, 1}}, {{0, 0, 0}, {0, 0, 0}}};
    static ofs_issue issues[] = {
        {.code = {"x", 1}, .message = {"y", 1}, .about = references, .about_count = 2, .span = {1, 2}, .has_span = 1},
        {.code = {"z", 1}, .message = {"y", 1}, .span = {1, 2}}};
    ofs_report report = {.tables = tables,
                         .table_count = 2,
                         .recommendations = recommendations,
                         .recommendation_count = 2,
                         .previous_inspections = previous,
                         .previous_inspection_count = 2,
                         .inspection_periods = periods,
                         .inspection_period_count = 2,
                         .issues = issues,
                         .issue_count = 2};
    check_entry(
        &report, OFS_KEY_tables,
        "[{\"heading\": \"T\", \"rows\": [[\"a\", \"b\"], [\"c\", \"\"], [\"e\", \"f\"]], \"page\": 4}, {\"heading\": \"U\", \"rows\": [], \"page\": null}]");
    check_entry(
        &report, OFS_KEY_recommendations,
        "[{\"text\": \"Do\", \"scope\": null, \"timescale\": null, \"number\": null, \"heading\": null, \"references\": [\"1\", \"2\"], \"page\": null, \"span\": [0, 0]}, {\"text\": \"Be\", \"scope\": null, \"timescale\": null, \"number\": null, \"heading\": null, \"references\": [], \"page\": null, \"span\": [0, 0]}]");
    check_entry(
        &report, OFS_KEY_previous_inspections,
        "[{\"year\": 2019, \"month\": 12, \"start\": null, \"end\": null, \"framework\": null, \"title\": null}, {\"year\": null, \"month\": null, \"start\": \"2018-01-02\", \"end\": \"2018-01-03\", \"framework\": null, \"title\": null}]");
    check_entry(&report, OFS_KEY_inspection_periods,
                "[{\"start\": \"2024-12-31\", \"end\": \"2025-01-01\"}, {\"start\": null, \"end\": null}]");
    check_entry(
        &report, OFS_KEY_issues,
        "[{\"code\": \"x\", \"field\": null, \"message\": \"y\", \"page\": null, \"span\": [1, 2], \"about\": [\"1\", \"2\"]}, {\"code\": \"z\", \"field\": null, \"message\": \"y\", \"page\": null, \"span\": null, \"about\": []}]");
    check_entry(&report, OFS_KEY_visit_number, "null");
    check_entry(&report, OFS_KEY_lead_inspector, "null");
    check_entry(&report, OFS_KEY_statement_of_action, "null");
    check_entry(&report, OFS_KEY_progress, "null");
    check_entry(&report, OFS_KEY_footnotes, "[]");
    check_entry(&report, OFS_KEY_published, "null");
    report.visit_number = 3;
    report.lead_inspector = (ofs_person){{"Ada", 3}, OFS_NO_STR};
    report.statement_of_action.state = OFS_LIT("required");
    report.progress = (ofs_progress_made){.printed = {"P", 1}, .made_in = 0, .of = -1};
    check_entry(&report, OFS_KEY_visit_number, "3");
    check_entry(&report, OFS_KEY_lead_inspector, "{\"name\": \"Ada\", \"role\": null}");
    check_entry(
        &report, OFS_KEY_statement_of_action,
        "{\"state\": \"required\", \"responsible\": null, \"issued\": null, \"declared_fit\": null, \"page\": null, \"span\": [0, 0]}");
    check_entry(
        &report, OFS_KEY_progress,
        "{\"outcome\": null, \"made_in\": 0, \"of\": null, \"printed\": \"P\", \"page\": null, \"span\": [0, 0]}");
}

static void test_what_is_given(void)
{
    ofs_report report = {.published = {2024, 7, 5}, .authority = {.name = {"X", 1}}};
    ofs_json_given given = {{"published", 9}, {"\"2024-07-09\"", 12}};
    ofs_json json;
    ofs_json_fact source[] = {
        {.key = {"path", 4}, .text = {"a \"b\"", 5}}, {.key = {"url", 3}}, {{"pages", 5}, OFS_NO_STR, 1, 7}};
    FUZZ_CHECK(ofs_json_report(&report, -1, &given, 1, source, 3, &json) == OFS_OK);
    FUZZ_CHECK(ofs_has_phrase((ofs_str){json.at, (uint32_t)json.size},
                              "\"published\": \"2024-07-09\", \"lead_inspector\": null"));
    static const char END[] = ", \"source\": {\"path\": \"a \\\"b\\\"\", \"url\": null, \"pages\": 7}}";
    FUZZ_CHECK(memcmp(json.at + json.size - (sizeof END - 1), END, sizeof END - 1) == 0);
    free(json.at);
    FUZZ_CHECK(ofs_json_report(&report, 1, NULL, 0, source + 1, 2, &json) == OFS_OK);
    FUZZ_CHECK(memcmp(json.at, "{\n \"framework\": \"unknown\",\n", 27) == 0);
    static const char INDENTED[] = "\n \"source\": {\n  \"url\": null,\n  \"pages\": 7\n }\n}";
    FUZZ_CHECK(memcmp(json.at + json.size - (sizeof INDENTED - 1), INDENTED, sizeof INDENTED - 1) == 0);
    free(json.at);
}

/* As deep as there are sections: nothing is called for each level. */
static void test_depth(void)
{
    enum { DEEP = 200000 };
    ofs_section *deep = calloc(DEEP, sizeof *deep);
    FUZZ_CHECK(deep);
    for (uint32_t i = 0; i < DEEP; i++)
        deep[i].depth = i;
    ofs_report report = {.sections = deep, .section_count = DEEP};
    ofs_json json;
    FUZZ_CHECK(ofs_json_entry(&report, field_of(OFS_KEY_sections), &json) == OFS_OK);
    FUZZ_CHECK(json.at[json.size - 1] == ']');
    free(json.at);
    free(deep);
}

int main(void)
{
    test_texts();
    test_sections();
    test_kinds();
    test_what_is_given();
    test_depth();
    printf("%d failures\n", check_failures);
    return check_failures != 0;
}
