/* The tree of sections: headings without their footnotes' marks, what belongs to each, tables, footnotes, numbers that
 * do not follow each other, the publisher's words. Whole parses of small arrays of lines; names are invented. */
#include "check.h"
#include "readers/readers.h"

/* A span that does not hold what it is the evidence of shows as '?'. Spans count characters: text is ASCII here. */
static void add_evidence(check_words *got, const ofs_source *source, ofs_span span, ofs_str words)
{
    ofs_str printed = {source->text.p + span.start, span.end - span.start};
    for (uint32_t i = 0; i < source->text.n; i++)
        if ((unsigned char)source->text.p[i] >= 0x80)
            return;
    for (uint32_t i = 0; i + 4 <= printed.n; i++)
        if (memcmp(printed.p + i, words.p, 4) == 0)
            return;
    check_add(got, "?");
}

static void add_section(check_words *got, const ofs_source *source, const ofs_report *report,
                        const ofs_section *section)
{
    check_add(got, "%s[p%u %u/%u ", got->n ? " " : "", section->page, section->level, section->depth);
    check_add_str(got, section->heading);
    check_add(got, "]");
    if (section->heading.n)
        add_evidence(got, source, section->span, section->heading);
    for (uint32_t i = 0; i < section->paragraph_count; i++) {
        const ofs_paragraph *paragraph = &report->paragraphs[section->first_paragraph + i];
        check_add(got, " p%u", paragraph->page);
        if (paragraph->last_page != paragraph->page)
            check_add(got, "-%u", paragraph->last_page);
        check_add(got, paragraph->kind == OFS_ITEM ? "* " : " ");
        if (paragraph->number)
            check_add(got, "%u:", paragraph->number);
        check_add_str(got, paragraph->text);
        if (!paragraph->number)
            add_evidence(got, source, paragraph->span, paragraph->text);
    }
}

static void add_rest(check_words *got, const ofs_report *report)
{
    for (uint32_t i = 0; i < report->table_count; i++) {
        const ofs_table *table = &report->tables[i];
        check_add(got, " table p%u ", table->page);
        check_add_str(got, table->heading);
        for (uint32_t k = 0; k < table->rows * table->columns; k++) {
            check_add(got, "%s", k % table->columns ? "," : ";");
            check_add_str(got, table->cells[k]);
        }
    }
    for (uint32_t i = 0; i < report->footnote_count; i++) {
        check_add(got, " note p%u ", report->footnotes[i].page);
        check_add_str(got, report->footnotes[i].mark);
        check_add(got, "=");
        check_add_str(got, report->footnotes[i].text);
    }
    for (uint32_t i = 0; i < report->issue_count; i++)
        if (report->issues[i].code.n > 7 && memcmp(report->issues[i].code.p, "number_", 7) == 0) {
            check_add(got, " !");
            check_add_str(got, report->issues[i].message);
        }
}

static void check_body(const char *what, const check_line *lines, const char *want)
{
    static uint8_t none[64];
    check_words text, got = {{0}, 0};
    ofs_source *source = check_line_source(lines, &text);
    source->by_position = none;
    const ofs_report *report = check_parse(source);
    for (uint32_t i = 0; i < report->section_count; i++)
        add_section(&got, source, report, &report->sections[i]);
    add_rest(&got, report);
    check_expect(what, want, &got);
    ofs_source_free(source);
}

#define LINE(text, ...) \
    {                   \
        text,           \
        {               \
            __VA_ARGS__ \
        }               \
    }
#define PARA(page_, element_, text) LINE(text, .kind = OFS_LINE_PARA, .page = page_, .element = element_)
#define ITEM(page_, element_, text) LINE(text, .kind = OFS_LINE_ITEM, .page = page_, .element = element_)
#define NOTE(page_, element_, text) LINE(text, .kind = OFS_LINE_NOTE, .page = page_, .element = element_)
#define HEAD(page_, element_, level_, text) \
    LINE(text, .kind = OFS_LINE_HEADING, .page = page_, .element = element_, .level = level_)
#define CELL(row_, column_, element_, text) \
    LINE(text, .kind = OFS_LINE_CELL, .page = 3, .table = 1, .row = row_, .column = column_, .element = element_)
#define ROW(row_, element_, text)                                                               \
    LINE(text, .kind = OFS_LINE_CELL, .page = 1, .table = 9, .row = row_, .element = element_), \
        LINE("Good", .kind = OFS_LINE_CELL, .page = 1, .table = 9, .row = row_, .column = 1, .element = element_ + 1)
#define COVER                                                                                    \
    PARA(1, 901, "Inspection of Norfolk local authority children's services"),                   \
        ROW(0, 902, "The impact of leaders on social work practice with children and families"), \
        ROW(1, 904, "The experiences and progress of children who need help and protection"),    \
        ROW(2, 906, "The experiences and progress of children in care"), ROW(3, 908, "Overall effectiveness")
#define BODY(...)          \
    ((const check_line[]){ \
        COVER, HEAD(2, 920, 2, "What needs to improve?"), __VA_ARGS__, {NULL, {.kind = OFS_LINE_PARA}}})
#define TOP "[p2 1/1 What needs to improve?]"

static void test_tree(void)
{
    check_body("what belongs to a heading",
               BODY(ITEM(2, 1, "- Plans."), PARA(2, 2, "Leaders know"), PARA(3, 3, "this."), HEAD(3, 4, 3, "Homes"),
                    PARA(3, 5, "1. Seen."), PARA(4, 6, "2. Heard.")),
               TOP " p2* Plans. p2-3 Leaders know this. [p3 1/1 Homes] p3 1:Seen. p4 2:Heard.");
    check_body("a heading whose level is not known", BODY(HEAD(2, 1, 0, "Homes"), PARA(2, 2, "Seen.")),
               TOP " [p2 1/1 Homes] p2 Seen.");
    check_body("before the first heading",
               ((const check_line[]){COVER,
                                     PARA(2, 2, "Leaders know this."),
                                     HEAD(2, 3, 2, "Homes"),
                                     PARA(2, 4, "Seen."),
                                     {NULL, {.kind = OFS_LINE_PARA}}}),
               "[p2 0/1 ] p2 Leaders know this. [p2 1/1 Homes] p2 Seen.");
    check_body("a table, in the section it stands in",
               BODY(HEAD(3, 1, 2, "Homes"), CELL(0, 0, 2, "In town"), CELL(0, 1, 3, "12"), CELL(1, 0, 4, "Near"),
                    CELL(2, 1, 5, "7")),
               TOP " [p3 1/1 Homes] table p3 Homes;In town,12;Near,;,7");
}

static void test_marks(void)
{
    static const struct {
        const char *printed, *heading;
    } cases[] = {
        {"What is seen?1", "What is seen?"},
        {"What is seen?12", "What is seen?"},
        {"What is seen?123", "What is seen?123"},
        {"Homes1", "Homes"},
        {"Homes (all)1", "Homes (all)"},
        {"Homes:1", "Homes:"},
        {"\xE2\x80\x98Homes\xE2\x80\x99"
         "1",
         "\xE2\x80\x98Homes\xE2\x80\x99"},
        {"Homes in 2012-13", "Homes in 2012-13"},
        {"Homes, 1", "Homes, 1"},
        {"Homes/2", "Homes/2"},
        {"Homes\xC2\xB9", "Homes"},
        {"Homes\xC2\xB9\xC2\xB2", "Homes"},
        {"Homes\xE2\x81\xB9", "Homes"},
        {"Homes \xE2\x81\xB0", "Homes"},
        {"Homes\xC2\xA9", "Homes\xC2\xA9"},
        {"Homes\xE2\x82\xAC", "Homes\xE2\x82\xAC"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_words want = {{0}, 0};
        check_add(&want, TOP " [p2 1/1 %s] p2 Seen.", cases[i].heading);
        check_body(cases[i].printed, BODY(HEAD(2, 1, 3, cases[i].printed), PARA(2, 2, "Seen.")), want.at);
    }
    check_body(
        "set apart, where its note stands on the page",
        BODY(HEAD(2, 1, 3, "Homes 1"), HEAD(2, 2, 3, "Schools 2"), HEAD(3, 3, 3, "Care 1"), HEAD(4, 4, 3, "Help 4"),
             HEAD(4, 5, 3, "Health 3"), NOTE(2, 7, "1 The town."), NOTE(3, 8, "2 The school."), NOTE(4, 9, "3 All."),
             NOTE(4, 10, "4 Some.")),
        TOP
        " [p2 1/1 Homes] [p2 1/1 Schools 2] [p3 1/1 Care 1] [p4 1/1 Help] [p4 1/1 Health] note p2 1=The town. note p3 2=The school. note p4 3=All. note p4 4=Some.");
    check_body("footnotes",
               BODY(PARA(2, 1, "Seen."), NOTE(2, 2, "1 The town."), NOTE(2, 3, "\xC2\xB2 Homes."),
                    NOTE(3, 4, "\xE2\x81\xB9 Care."), NOTE(3, 5, "* All."), NOTE(3, 6, "10")),
               TOP " p2 Seen. note p2 1=The town. note p2 2=Homes. note p3 9=Care. note p3 *=All.");
}

static void test_numbers(void)
{
    check_body("one after the other, and again from 1",
               BODY(PARA(2, 1, "1. Seen."), PARA(2, 2, "They know."), PARA(2, 3, "2. Heard."), HEAD(2, 4, 3, "Homes"),
                    PARA(2, 5, "1. Known.")),
               TOP " p2 1:Seen. They know. p2 2:Heard. [p2 1/1 Homes] p2 1:Known.");
    check_body("one is missing, behind a heading",
               BODY(PARA(2, 1, "1. Seen."), HEAD(2, 2, 3, "Homes"), PARA(2, 3, "3. Known.")),
               TOP " p2 1:Seen. [p2 1/1 Homes] p2 3:Known. !Paragraph 3 follows paragraph 1.");
    check_body("one is missing, behind what is bold",
               BODY(PARA(2, 1, "1. Seen."),
                    LINE("Homes", .kind = OFS_LINE_PARA, .page = 2, .element = 2, .flags = OFS_LINE_BOLD),
                    PARA(2, 3, "3. Known.")),
               TOP " p2 1:Seen. [p2 1/1 Homes] p2 3:Known. !Paragraph 3 follows paragraph 1.");
    check_body("the next without its full stop, before a space or a tab",
               BODY(PARA(2, 1, "1. Seen."), PARA(2, 2, "2 Heard."), PARA(2, 3, "3\tKnown.")),
               TOP " p2 1:Seen. p2 2:Heard. p2 3:Known.");
    check_body(
        "one is missing, and one twice",
        BODY(PARA(2, 1, "2. Seen."), PARA(2, 2, "4. Heard."),
             LINE("4. Known.", .kind = OFS_LINE_ITEM, .page = 2, .element = 3, .flags = OFS_LINE_LABELLED)),
        TOP " p2 2:Seen. p2 4:Heard. p2 4:Known. !Paragraph 4 follows paragraph 2. !Paragraph number 4 appears twice.");
}

/* Up to the publisher's own words. */
static void test_boilerplate(void)
{
    static const struct {
        const char *text, *before;
    } cases[] = {
        {"Ada Quill", "Ada Quill"},
        {"Ada Quill The Office for Standards in Education, Children's Services and Skills regulates", "Ada Quill"},
        {"The Office for Standards in Education, Children's Services and Skills regulates", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_words got = {{0}, 0};
        check_add_str(&got, ofs_before_boilerplate(ofs_str_of(cases[i].text)));
        check_expect(cases[i].text, cases[i].before, &got);
    }
    check_body("the report ends where the publisher's words begin",
               BODY(PARA(2, 1, "Seen."),
                    PARA(3, 2, "The Office for Standards in Education, Children's Services and Skills regulates."),
                    HEAD(3, 3, 2, "Homes")),
               TOP " p2 Seen.");
    check_body(
        "… not with a heading or a number",
        BODY(HEAD(2, 1, 3, "The Office for Standards in Education, Children's Services and Skills"),
             PARA(3, 2, "1. The Office for Standards in Education, Children's Services and Skills came."),
             PARA(3, 3, "Seen.")),
        TOP
        " [p2 1/1 The Office for Standards in Education, Children's Services and Skills] p3 1:The Office for Standards in Education, Children's Services and Skills came. p3 Seen.");
}

int main(void)
{
    test_tree();
    test_marks();
    test_numbers();
    test_boilerplate();
    return check_result();
}
