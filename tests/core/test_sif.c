/* The body of SIF reports as tags give it: headings with their grades in tables and boxes, headings that are tagged as
 * paragraphs, a second report's cover. Whole parses of small arrays of lines; names are invented. */
#include "check.h"

/* '[level heading grade]' for each section, and its paragraphs' words; then '!code' of issues about sections. */
static void add_sections(check_words *got, const ofs_report *report)
{
    for (uint32_t i = 0; i < report->section_count; i++) {
        const ofs_section *section = &report->sections[i];
        check_add(got, "%s[%u ", got->n ? " " : "", section->level);
        check_add_str(got, section->heading);
        check_add(got, "%s%s]", section->grade ? " " : "", ofs_grade_slug(section->grade));
        for (uint32_t k = 0; k < section->paragraph_count; k++) {
            const ofs_paragraph *paragraph = &report->paragraphs[section->first_paragraph + k];
            check_add(got, " ");
            if (paragraph->number)
                check_add(got, "%u:", paragraph->number);
            check_add_str(got, paragraph->text);
        }
    }
    for (uint32_t i = 0; i < report->table_count; i++)
        check_add(got, " table %ux%u", report->tables[i].rows, report->tables[i].columns);
}

static void check_body(const char *what, const check_line *lines, const char *want)
{
    static uint8_t none[64];
    check_words text, got = {{0}, 0};
    ofs_source *source = check_line_source(lines, &text);
    source->by_position = none;
    add_sections(&got, check_parse(source));
    check_expect(what, want, &got);
    ofs_source_free(source);
}

#define PARA(element_, text) {text, {.kind = OFS_LINE_PARA, .page = 2, .element = element_, .size = 12}}
#define SMALL(element_, text) {text, {.kind = OFS_LINE_ITEM, .page = 2, .element = element_, .size = 10}}
#define BOLD(element_, text)                                                                          \
    {                                                                                                 \
        text,                                                                                         \
        {                                                                                             \
            .kind = OFS_LINE_PARA, .page = 2, .element = element_, .size = 12, .flags = OFS_LINE_BOLD \
        }                                                                                             \
    }
#define HEAD(element_, level_, text)                                                  \
    {                                                                                 \
        text,                                                                         \
        {                                                                             \
            .kind = OFS_LINE_HEADING, .page = 2, .element = element_, .level = level_ \
        }                                                                             \
    }
#define CELL(table_, row_, column_, element_, text) \
    {text,                                          \
     {.kind = OFS_LINE_CELL,                        \
      .page = 2,                                    \
      .table = table_,                              \
      .row = row_,                                  \
      .column = column_,                            \
      .element = element_,                          \
      .size = 12}}
#define BODY(...)                                                                                                 \
    ((const check_line[]){{"Ayton", {.kind = OFS_LINE_PARA, .page = 1, .element = 901}},                          \
                          {"Inspection of services for children in need of help and protection, children looked " \
                           "after and care leavers",                                                              \
                           {.kind = OFS_LINE_PARA, .page = 1, .element = 902}},                                   \
                          HEAD(903, 2, "Executive summary"),                                                      \
                          PARA(904, "They meet."),                                                                \
                          __VA_ARGS__,                                                                            \
                          {NULL, {.kind = OFS_LINE_PARA}}})
#define SUMMARY "[2 Executive summary] They meet. "
#define HELP "The experiences and progress of children who need help and protection"
#define LEADERS "Leadership, management and governance"
#define ADOPTION "The graded judgement for adoption performance"

static void test_grades(void)
{
    check_body("a grade in the heading", BODY(HEAD(1, 2, ADOPTION " is good"), PARA(2, "Seen.")),
               SUMMARY "[3 " ADOPTION " is good good] Seen.");
    check_body("a grade in the cell beside it",
               BODY(CELL(1, 0, 0, 1, HELP), CELL(1, 0, 1, 2, "Good"), PARA(3, "Seen.")),
               SUMMARY "[2 " HELP " good] Seen.");
    check_body("column heads above it",
               BODY(CELL(1, 0, 0, 1, "Key judgement"), CELL(1, 0, 1, 2, "Judgement grade"), CELL(1, 1, 0, 3, HELP),
                    CELL(1, 1, 1, 4, "Good"), PARA(5, "Seen.")),
               SUMMARY "[2 " HELP " good] Seen.");
    check_body("prose in a further cell",
               BODY(CELL(1, 0, 0, 1, HELP), CELL(1, 0, 1, 2, "Good"), CELL(1, 1, 0, 3, "Summary"),
                    CELL(1, 1, 1, 4, "They help.")),
               SUMMARY "[2 " HELP " good] [3 Summary] They help.");
    check_body("the heading above its table",
               BODY(HEAD(1, 2, HELP), CELL(1, 0, 0, 2, HELP), CELL(1, 0, 1, 3, "Good"), PARA(4, "Seen.")),
               SUMMARY "[2 " HELP " good] Seen.");
    check_body("a grade below it", BODY(HEAD(1, 2, HELP), PARA(2, "Good"), PARA(3, "Seen.")),
               SUMMARY "[2 " HELP " good] Seen.");
    check_body(
        "a grade below it, where recommendations went before",
        BODY(HEAD(1, 2, "Recommendations"), PARA(2, "1. Ask."), HEAD(3, 0, HELP), PARA(4, "Good"), PARA(5, "2. Seen.")),
        SUMMARY "[2 Recommendations] 1:Ask. [2 " HELP " good] 2:Seen.");
    check_body("a grade below another heading", BODY(HEAD(1, 2, "Recommendations"), PARA(2, "Good"), PARA(3, "Seen.")),
               SUMMARY "[2 Recommendations] Good Seen.");
    check_body(
        "the columns mixed",
        BODY(PARA(1, "The experiences and progress of Good children who need help and protection"), PARA(2, "Seen.")),
        SUMMARY "[2 " HELP " good] Seen.");
    check_body(
        "the columns mixed, the grade on two lines",
        BODY(PARA(1, "The experiences and progress of Requires children who need help and Improvement protection"),
             PARA(2, "Seen.")),
        SUMMARY "[2 " HELP " requires_improvement] Seen.");
    check_body(
        "prose of what requires improvement",
        BODY(PARA(1, "The experiences and progress of children who need help and protection requires improvement "
                     "here")),
        SUMMARY "The experiences and progress of children who need help and protection requires improvement here");
    check_body("a table that is one", BODY(CELL(1, 0, 0, 1, "Homes"), CELL(1, 0, 1, 2, "12"), PARA(3, "Seen.")),
               SUMMARY "Seen. table 1x2");
    check_body("a grade in the cell beside a part of it",
               BODY(CELL(1, 0, 0, 1, ADOPTION), CELL(1, 0, 1, 2, "Good"), PARA(3, "Seen.")),
               SUMMARY "[3 " ADOPTION " good] Seen.");
    check_body("three headings in a table are no contents",
               BODY(CELL(1, 0, 0, 1, "Recommendations"), CELL(1, 0, 1, 2, "4"), CELL(1, 1, 0, 3, "Inspection findings"),
                    CELL(1, 1, 1, 4, "5"), CELL(1, 2, 0, 5, "Summary"), CELL(1, 2, 1, 6, "6"), PARA(7, "Seen.")),
               SUMMARY "Seen. table 3x2");
    check_body("four are",
               BODY(CELL(1, 0, 0, 1, "Recommendations"), CELL(1, 0, 1, 2, "4"), CELL(1, 1, 0, 3, "Inspection findings"),
                    CELL(1, 1, 1, 4, "5"), CELL(1, 2, 0, 5, "Summary"), CELL(1, 2, 1, 6, "6"),
                    CELL(1, 3, 0, 7, "Executive summary"), CELL(1, 3, 1, 8, "7"), PARA(9, "Seen.")),
               SUMMARY "Seen.");
    check_body("contents", BODY(CELL(1, 0, 0, 1, "Contents"), CELL(1, 0, 1, 2, "3"), PARA(3, "Seen.")),
               SUMMARY "Seen.");
}

static void test_headings(void)
{
    check_body("tagged as a paragraph", BODY(PARA(1, LEADERS), PARA(2, "Seen.")), SUMMARY "[2 " LEADERS "] Seen.");
    check_body("an item, a number",
               BODY(HEAD(1, 2, LEADERS), SMALL(2, "- Recommendations"), PARA(3, "1. Recommendations")),
               SUMMARY "[2 " LEADERS "] Recommendations 1:Recommendations");
    check_body("an item without its bullet",
               BODY(HEAD(1, 2, LEADERS), SMALL(2, "Recommendations"), PARA(3, "1. Seen.")),
               SUMMARY "[2 " LEADERS "] Recommendations 1:Seen.");
    check_body("a bold item",
               BODY(HEAD(1, 2, LEADERS),
                    {"Recommendations", {.kind = OFS_LINE_ITEM, .page = 2, .element = 2, .flags = OFS_LINE_BOLD}},
                    PARA(3, "Seen.")),
               SUMMARY "[2 " LEADERS "] [2 Recommendations] Seen.");
    check_body("a sentence", BODY(PARA(1, "Recommendations."), PARA(2, "Seen.")), SUMMARY "Recommendations. Seen.");
    check_body("a previous judgement", BODY(HEAD(1, 3, "Previous Ofsted inspections"), PARA(2, LEADERS ": good")),
               SUMMARY "[3 Previous Ofsted inspections] " LEADERS ": good");
    check_body("a bold sentence", BODY(BOLD(1, "Recommendations."), PARA(2, "Seen.")),
               SUMMARY "[2 Recommendations.] Seen.");
    check_body("in two", BODY(HEAD(1, 2, "Inspection findings - the Local Safeguarding Children"), HEAD(2, 2, "Board")),
               SUMMARY "[2 Inspection findings - the Local Safeguarding Children Board]");
    check_body("a topic beneath", BODY(HEAD(1, 2, LEADERS), HEAD(2, 2, "Homes"), PARA(3, "Seen.")),
               SUMMARY "[2 " LEADERS "] [3 Homes] Seen.");
    check_body("a topic that is a sentence", BODY(HEAD(1, 2, LEADERS), HEAD(2, 2, "Homes are near."), PARA(3, "Seen.")),
               SUMMARY "[2 " LEADERS "] Homes are near. Seen.");
    check_body("a part", BODY(HEAD(1, 4, "Section 2: The board"), HEAD(2, 1, "Homes")),
               SUMMARY "[1 Section 2: The board] [2 Homes]");
    check_body("reasons, and a topic beneath",
               BODY(HEAD(1, 2, "This local authority is inadequate because."), HEAD(2, 2, "Homes"), PARA(3, "Seen.")),
               SUMMARY "[3 This local authority is inadequate because.] [4 Homes] Seen.");
    check_body("a name in the team", BODY(HEAD(1, 2, "The inspection team"), HEAD(2, 3, "Ada Quill")),
               SUMMARY "[3 The inspection team] Ada Quill");
    check_body("a topic in a judgement's words, in a list",
               BODY(HEAD(1, 2, "Recommendations"), HEAD(2, 4, LEADERS), PARA(3, "Seen."),
                    {HELP, {.kind = OFS_LINE_HEADING, .page = 2, .element = 4, .level = 2, .flags = OFS_LINE_BOLD}}),
               SUMMARY "[2 Recommendations] [3 " LEADERS "] Seen. [2 " HELP "]");
    check_body("larger type above a list",
               BODY(HEAD(1, 2, LEADERS), PARA(2, "Homes"), SMALL(3, "- seen"), SMALL(4, "- heard")),
               SUMMARY "[2 " LEADERS "] [3 Homes] seen heard");
    check_body("the same type above it", BODY(HEAD(1, 2, LEADERS), PARA(2, "Homes"), PARA(3, "- seen")),
               SUMMARY "[2 " LEADERS "] Homes seen");
    check_body(
        "a long line in larger type",
        BODY(HEAD(1, 2, LEADERS),
             PARA(2, "Homes that are near the town in which they went to school, and far from what they had left"),
             SMALL(3, "- seen")),
        SUMMARY "[2 " LEADERS
                "] [3 Homes that are near the town in which they went to school, and far from what they had left] "
                "seen");
    check_body(
        "a line that is too long",
        BODY(HEAD(1, 2, LEADERS),
             PARA(2, "Homes that are near the town in which they went to school, and far from what they had left "
                     "when they were small"),
             SMALL(3, "- seen")),
        SUMMARY "[2 " LEADERS
                "] Homes that are near the town in which they went to school, and far from what they had left "
                "when they were small seen");
    check_body("above a number, among what is to improve",
               BODY(HEAD(1, 2, "Areas for improvement"), PARA(2, "Homes"), PARA(3, "1. Seen.")),
               SUMMARY "[3 Areas for improvement] [4 Homes] 1:Seen.");
    check_body("above a number, below a sentence",
               BODY(HEAD(1, 2, "Areas for improvement"), PARA(2, "They meet."), PARA(3, "Homes"), PARA(4, "1. Seen.")),
               SUMMARY "[3 Areas for improvement] They meet. [4 Homes] 1:Seen.");
    check_body(
        "above a number, below half a sentence",
        BODY(HEAD(1, 2, "Areas for improvement"), PARA(2, "They meet in"), PARA(3, "Homes"), PARA(4, "1. Seen.")),
        SUMMARY "[3 Areas for improvement] They meet in Homes 1:Seen.");
    check_body("above a number, elsewhere", BODY(HEAD(1, 2, LEADERS), PARA(2, "Homes"), PARA(3, "1. Seen.")),
               SUMMARY "[2 " LEADERS "] Homes 1:Seen.");
    check_body("inspection findings above a number",
               BODY(HEAD(1, 3, ADOPTION), PARA(2, "Inspection findings"), PARA(3, "1. Seen.")),
               SUMMARY "[3 " ADOPTION "] [3 Inspection findings] 1:Seen.");
    check_body("inspection findings above none",
               BODY(HEAD(1, 3, ADOPTION), PARA(2, "Inspection findings"), PARA(3, "Seen.")),
               SUMMARY "[3 " ADOPTION "] Inspection findings Seen.");
    check_body("contents are dropped up to a number or a heading",
               BODY(HEAD(1, 2, "Contents"), PARA(2, "Homes 4"), HEAD(3, 2, "Schools 5"), HEAD(4, 2, LEADERS),
                    PARA(5, "Seen.")),
               SUMMARY "[2 " LEADERS "] Seen.");
    check_body("a second cover",
               BODY(PARA(1, "Ayton Local Safeguarding Children Board"),
                    PARA(2, "Review of the effectiveness of the Local Safeguarding Children Board"),
                    PARA(3, "May 2015"), HEAD(4, 2, LEADERS), PARA(5, "Seen.")),
               SUMMARY "[2 " LEADERS "] Seen.");
    check_body("contents end with a number, too",
               BODY(HEAD(1, 2, "Contents"), PARA(2, "Homes 4"), PARA(3, "1. Seen."), PARA(4, "They know.")),
               SUMMARY "1:Seen. They know.");
    check_body("a second cover without the board's name",
               BODY(PARA(1, "Review of the effectiveness of the Local Safeguarding Children Board"),
                    PARA(2, "May 2015"), HEAD(3, 2, LEADERS), PARA(4, "Seen.")),
               SUMMARY "[2 " LEADERS "] Seen.");
    check_body("a second cover, tagged as headings",
               BODY(HEAD(1, 1, "Ayton Local Safeguarding Children Board"),
                    HEAD(2, 2, "Review of the effectiveness of the Local Safeguarding Children Board"),
                    PARA(3, "May 2015"), HEAD(4, 2, LEADERS), PARA(5, "Seen.")),
               SUMMARY "[2 " LEADERS "] Seen.");
    check_body(
        "numbers after a summary are the chapter's",
        BODY(HEAD(1, 2, HELP), HEAD(2, 3, "Summary"), PARA(3, "They help."), PARA(4, "1. Seen."), PARA(5, "2. Heard.")),
        SUMMARY "[2 " HELP "] 1:Seen. 2:Heard. [3 Summary] They help.");
}

/* Where no heading is one that such reports have, the body begins with the first there is. */
static void test_start(void)
{
    static const check_line lines[] = {
        {"Ayton", {.kind = OFS_LINE_PARA, .page = 1, .element = 901}},
        {"Inspection of services for children in need of help and protection, children looked after and care leavers",
         {.kind = OFS_LINE_PARA, .page = 1, .element = 902}},
        PARA(1, "They came."),
        HEAD(2, 2, "Homes"),
        PARA(3, "Seen."),
        {NULL, {.kind = OFS_LINE_PARA}},
    };
    check_body("no known heading", lines, "[2 Homes] Seen.");
}

int main(void)
{
    test_start();
    test_grades();
    test_headings();
    return check_result();
}
