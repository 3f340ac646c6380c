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
    test_what_is_given();
    test_depth();
    printf("%d failures\n", check_failures);
    return check_failures != 0;
}
