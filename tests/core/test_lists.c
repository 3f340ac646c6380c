/* Lists below headings, by whole parses of small documents: what is an entry, what goes on with one, which field of the
 * report it fills. Names are invented. */
#include "check.h"

static void add_findings(check_words *got, const char *what, ofs_findings findings)
{
    for (uint32_t i = 0; i < findings.count; i++) {
        check_add(got, "%s%s: ", got->n ? " | " : "", what);
        check_add_str(got, findings.at[i].text);
    }
}

/* 'asked [number] @scope (timescale) {heading}: text' for each recommendation, then the findings, then '!code' of issues. */
static void add_lists(check_words *got, const ofs_report *report)
{
    for (uint32_t i = 0; i < report->recommendation_count; i++) {
        const ofs_recommendation *made = &report->recommendations[i];
        check_add(got, "%sasked", got->n ? " | " : "");
        if (made->number.n)
            check_add(got, " [%.*s]", (int)made->number.n, made->number.p);
        if (made->scope.n)
            check_add(got, " @%.*s", (int)made->scope.n, made->scope.p);
        if (made->timescale.n)
            check_add(got, " (%.*s)", (int)made->timescale.n, made->timescale.p);
        if (made->heading.n && made->heading.n < 10) /* the list's own is longer */
            check_add(got, " {%.*s}", (int)made->heading.n, made->heading.p);
        for (uint32_t k = 0; k < made->reference_count; k++)
            check_add(got, " <%.*s>", (int)made->references[k].n, made->references[k].p);
        check_add(got, ": ");
        check_add_str(got, made->text);
    }
    add_findings(got, "strength", report->strengths);
    add_findings(got, "meets", report->meets_requirements);
    add_findings(got, "development", report->areas_for_development);
    add_findings(got, "priority", report->priority_actions);
    for (uint32_t i = 0; i < report->issue_count; i++) {
        ofs_str code = report->issues[i].code, field = report->issues[i].field;
        if (code.n == strlen("no_end") && !memcmp(code.p, "no_end", code.n)) /* these texts have no imprint */
            continue;
        if (field.n && (*field.p == 'r' || (field.n == strlen("findings") && !memcmp(field.p, "findings", field.n))))
            check_add(got, " !%.*s", (int)code.n, code.p);
    }
}

static void check_lists(ofs_source *source, const char *what, const char *want)
{
    check_words got = {{0}, 0};
    add_lists(&got, check_parse(source));
    check_expect(what, want, &got);
    ofs_source_free(source);
}

static void check_text(const char *text, const char *want)
{
    check_lists(check_text_source(text), text, want);
}

#define LETTER                                                                       \
    "12 May 2021\n\nAda Quill\nDirector of Children's Services\n\nDear Ms Quill\n\n" \
    "Focused visit to Ayton children's services\n\n"                                 \
    "This letter summarises the findings of a focused visit to Ayton children's services on 4 and 5 May 2021.\n\n"
#define IMPROVE LETTER "What needs to improve in this area of social work practice\n\n"
#define END "\n\nYours sincerely\n\nBram Thorne\nHer Majesty's Inspector\n"

static void test_letters(void)
{
    check_text(IMPROVE "- How children are seen.\n- How they are heard.\n" END,
               "asked: How children are seen. | asked: How they are heard.");
    check_text(IMPROVE "- How children are seen,\nand how often.\n- How they are heard.\n" END,
               "asked: How children are seen, and how often. | asked: How they are heard.");
    /* what leads up to a list is none of it, and may be an entry without a bullet */
    check_text(IMPROVE "Leaders know this.\n\n- How children are seen.\n\nThank you for your help.\n" END,
               "asked: How children are seen. !no_list");
    /* a bullet within an entry */
    check_text(IMPROVE
               "\xE2\x80\xA2 How children are seen:\n- at home\n- at school\n\xE2\x80\xA2 How they are heard.\n" END,
               "asked: How children are seen: at home at school | asked: How they are heard.");
    /* … of an entry that does not lead up to it may be an entry, which is said once */
    check_text(IMPROVE "\xE2\x80\xA2 How children are seen\n- How soon\n- How often\n" END,
               "asked: How children are seen How soon How often !odd_entry");
    check_text(IMPROVE "- How children are seen\n    - at home\n    - at school\n- How they are heard.\n" END,
               "asked: How children are seen at home at school | asked: How they are heard. !odd_entry");
    check_text(IMPROVE "\xE2\x80\xA2 How children are seen\n- at home\n- at school\n" END,
               "asked: How children are seen at home at school");
    check_text(IMPROVE "\xE2\x80\xA2 How children are seen, with\nall of these;\n- Homes\n- Schools\n" END,
               "asked: How children are seen, with all of these; Homes Schools");
    check_text(IMPROVE "\xE2\x80\xA2 How children are seen,\n- Homes\n" END, "asked: How children are seen, Homes");
    check_text(IMPROVE "\xE2\x80\xA2 How children are seen:\n- Homes\n" END, "asked: How children are seen: Homes");
    check_text(
        IMPROVE "- How children are seen\n\n2. Homes are near to the schools of most children, and to all that they "
                "know.\n\n- How they are heard.\n" END,
        "asked: How children are seen Homes are near to the schools of most children, and to all that they know. | "
        "asked: How they are heard. !odd_entry");
    /* a heading of its own that names another list */
    check_text(LETTER "Areas for priority action\n\n- How children are seen.\n\n"
                      "Areas for improvement in practice\n\n- How they are heard.\n" END,
               "asked: How children are seen. | priority: How children are seen. !odd_entry");
    /* but a whole sentence may be an entry that lost its bullet, above the items or between them */
    check_text(IMPROVE "How soon children are seen by a worker who knows them, and who tells them what comes next.\n\n"
                       "- How they are heard.\n" END,
               "asked: How they are heard. !no_list");
    check_text(IMPROVE "- How children are seen.\n\nHow soon they are seen.\n\n- How they are heard.\n" END,
               "asked: How children are seen. How soon they are seen. | asked: How they are heard. !odd_entry");
    check_text(IMPROVE
               "Leaders in Ayton should now take the following action, so that all children are safe and seen.\n\n"
               "- How they are heard.\n" END,
               "asked: How they are heard.");
    /* paragraphs stand for items */
    check_text(IMPROVE "How children are seen.\n\nHow they are heard.\n" END,
               "asked: How children are seen. | asked: How they are heard. !no_list");
    check_text(IMPROVE "\nFindings\n\nChildren are seen.\n" END, " !no_list");
    check_text(LETTER "Findings\n\nChildren are seen.\n" END, " !missing");
    check_text(LETTER "Areas for priority action\n\n- How children are seen.\n\n"
                      "Areas for improvement\n\n- How they are heard.\n" END,
               "asked: How children are seen. | asked: How they are heard. | priority: How children are seen.");
    check_text(
        LETTER
        "Areas of strength\n\n- Children are seen.\n- They are heard.\n\nAreas for improvement\n\n- Homes.\n" END,
        "asked: Homes. | strength: Children are seen. | strength: They are heard.");
    check_text(LETTER "Areas for improvement\n\nHow plans are kept.\n\nFindings\n\nChildren are seen.\n" END,
               "asked: How plans are kept. !no_list");
    check_text(LETTER "Areas for improvement\n\n- Schools.\n\nWhat needs to improve\n\n- Homes.\n" END,
               "asked: Homes. | development: Schools.");
    check_text(IMPROVE "There are no areas for improvement.\n" END, " !no_list");
    check_text(IMPROVE "- How children are seen.\n- There are no areas for priority action.\n- Homes.\n" END,
               "asked: How children are seen. | asked: Homes.");
    /* words without a stop above items head them */
    check_text(IMPROVE "Homes\n- How many there are.\n\nSchools\n- How good they are.\n" END,
               "asked {Homes}: How many there are. | asked {Schools}: How good they are.");
}

#define ILACS                                                                                                      \
    "Inspection of Ayton local authority children's services\n\nInspection dates: 1 May to 12 May 2023\n\n"        \
    "Lead inspector: Ada Quill\n\nJudgement\tGrade\n"                                                              \
    "The impact of leaders on social work practice with children and families\tGood\n"                             \
    "The experiences and progress of children who need help and protection\tGood\n"                                \
    "The experiences and progress of children in care\tGood\nThe experiences and progress of care leavers\tGood\n" \
    "Overall effectiveness\tGood\n\nChildren are seen.\n\nWhat needs to improve?\n\n"

/* References to the national framework, in their many wordings; other brackets are none. */
static void test_references(void)
{
    check_text(ILACS "- Homes. (outcome 3, national framework)\n- Schools [enabler: leaders drive change].\n"
                     "- What the officer (LADO) writes.\n- Help. (outcomes 1 and 3)\n- Advice. (principle two)\n"
                     "- The outcome (outcome for children).\n- Plans. Enabler three: National Framework.\n"
                     "- Visits. Principle 2.\n- Help. (Outcome 1) (Outcome 2)\n- Letters (see the national framework\n"
                     "- Days. (outcome six)\n- Rooms. (outcomes one and three)\n- Hours. Principles two, three.\n"
                     "- Words. (enablers: leaders; staff)\n- Years. (outcomes)\n- Weeks. (outcomes some want)\n",
               "asked <outcome 3, national framework>: Homes. (outcome 3, national framework) | "
               "asked <enabler: leaders drive change>: Schools [enabler: leaders drive change]. | "
               "asked: What the officer (LADO) writes. | asked <outcomes 1 and 3>: Help. (outcomes 1 and 3) | "
               "asked <principle two>: Advice. (principle two) | asked: The outcome (outcome for children). | "
               "asked <Enabler three: National Framework>: Plans. Enabler three: National Framework. | "
               "asked <Principle 2>: Visits. Principle 2. | "
               "asked <Outcome 1> <Outcome 2>: Help. (Outcome 1) (Outcome 2) | "
               "asked: Letters (see the national framework | "
               "asked <outcome six>: Days. (outcome six) | "
               "asked <outcomes one and three>: Rooms. (outcomes one and three) | "
               "asked <Principles two, three>: Hours. Principles two, three. | "
               "asked <enablers: leaders; staff>: Words. (enablers: leaders; staff) | "
               "asked: Years. (outcomes) | asked: Weeks. (outcomes some want) !odd_entry");
    check_words text = {0}, wanted = {0};
    check_add(&text, "%s", ILACS "- Help.");
    check_add(&wanted, "asked");
    for (int i = 0; i < 17; i++) {
        check_add(&text, " (Outcome 1)");
        check_add(&wanted, "%s", i < 16 ? " <Outcome 1>" : ": Help.");
    }
    for (int i = 0; i < 17; i++)
        check_add(&wanted, " (Outcome 1)");
    check_add(&text, "\n");
    check_text(text.at, wanted.at);
}

#define RECORDED                                                                                     \
    "Inspection of local authority arrangements for the protection of children\n\nAyton\n\n"         \
    "Inspection dates: 1 May to 12 May 2012\nLead inspector: Ada Quill\n\nOverall effectiveness\n\n" \
    "The overall effectiveness is good.\n\nAreas for improvement\n\n"

static void test_timescales(void)
{
    check_text(RECORDED "In order to improve, Ayton should take the following action.\n\nImmediately:\n\n"
                        "- see children\n- hear them\n\nWithin three months:\n\n- write plans\n\n"
                        "Within six months of this report:\n\n- keep them.\n",
               "asked (Immediately): see children | asked (Immediately): hear them | "
               "asked (Within three months): write plans | asked (Within six months of this report): keep them.");
}

/* Where tags say how far in an item stands. */
#define TAGGED(...)                                                                                                    \
    ((const check_line[]){{"12 May 2021", {.kind = OFS_LINE_PARA, .page = 1, .element = 91}},                          \
                          {"Dear Ms Quill", {.kind = OFS_LINE_PARA, .page = 1, .element = 92}},                        \
                          {"Focused visit to Ayton children's services",                                               \
                           {.kind = OFS_LINE_HEADING, .level = 1, .page = 1, .element = 93}},                          \
                          {"This letter summarises the findings of a focused visit on 4 May 2021.",                    \
                           {.kind = OFS_LINE_PARA, .page = 1, .element = 94}},                                         \
                          {"What needs to improve", {.kind = OFS_LINE_HEADING, .level = 1, .page = 1, .element = 95}}, \
                          __VA_ARGS__,                                                                                 \
                          {"Yours sincerely", {.kind = OFS_LINE_PARA, .page = 9, .element = 96}},                      \
                          {NULL, {.kind = OFS_LINE_PARA}}})
#define ITEM(page_, element_, left_, text) \
    {text, {.kind = OFS_LINE_ITEM, .page = page_, .element = element_, .left = left_, .level = 1, .size = 12}}
#define PARA(page_, element_, left_, text) \
    {text, {.kind = OFS_LINE_PARA, .page = page_, .element = element_, .left = left_, .size = 12}}

static void check_tagged(const char *what, const check_line *lines, const char *want)
{
    check_words text;
    ofs_source *source = check_line_source(lines, &text);
    uint8_t none[16] = {0};
    source->by_position = none;
    check_lists(source, what, want);
}

static void test_depth(void)
{
    check_tagged("beneath: further in",
                 TAGGED(ITEM(1, 1, 72, "\xE2\x80\xA2 Homes."), ITEM(1, 2, 90, "\xE2\x80\xA2 in town."),
                        ITEM(1, 3, 72, "\xE2\x80\xA2 Schools.")),
                 "asked: Homes. in town. | asked: Schools. !odd_entry");
    check_tagged("… without bullets, as tags may say it",
                 TAGGED(ITEM(1, 1, 72, "Homes."), ITEM(1, 2, 90, "In town."), ITEM(1, 3, 72, "Schools.")),
                 "asked: Homes. In town. | asked: Schools.");
    check_tagged("a little further in",
                 TAGGED(ITEM(1, 1, 72, "\xE2\x80\xA2 Homes."), ITEM(1, 2, 79, "\xE2\x80\xA2 in town.")),
                 "asked: Homes. | asked: in town.");
    check_tagged("further in, but nothing leads up to it",
                 TAGGED(ITEM(1, 1, 72, "\xE2\x80\xA2 Homes."), ITEM(1, 2, 90, "\xE2\x80\xA2 Schools."),
                        ITEM(1, 3, 90, "\xE2\x80\xA2 Plans."), ITEM(1, 4, 72, "\xE2\x80\xA2 Visits.")),
                 "asked: Homes. | asked: Schools. | asked: Plans. | asked: Visits.");
    check_tagged("further in, below what leads up to it",
                 TAGGED(ITEM(1, 1, 72, "\xE2\x80\xA2 Homes:"), ITEM(1, 2, 90, "\xE2\x80\xA2 In town."),
                        ITEM(1, 3, 90, "\xE2\x80\xA2 By the sea."), ITEM(1, 4, 72, "\xE2\x80\xA2 Schools.")),
                 "asked: Homes: In town. By the sea. | asked: Schools.");
    check_tagged("further in, overleaf",
                 TAGGED(ITEM(1, 1, 72, "\xE2\x80\xA2 Homes."), ITEM(2, 2, 90, "\xE2\x80\xA2 Schools.")),
                 "asked: Homes. | asked: Schools.");
    check_tagged("a dash under a bullet",
                 TAGGED(ITEM(1, 1, 72, "\xE2\x80\xA2 Homes."), ITEM(1, 2, 72, "- in town."),
                        ITEM(1, 3, 72, "\xE2\x80\xA2 Schools.")),
                 "asked: Homes. in town. | asked: Schools.");
    check_tagged("dashes alone", TAGGED(ITEM(1, 1, 72, "- Homes."), ITEM(1, 2, 72, "- Schools.")),
                 "asked: Homes. | asked: Schools.");
    check_tagged("another bullet after a colon",
                 TAGGED(ITEM(1, 1, 72, "\xE2\x80\xA2 Homes:"), ITEM(1, 2, 72, "\xE2\x96\xA0 in town"),
                        ITEM(1, 3, 72, "\xE2\x96\xA0 by the sea"), ITEM(1, 4, 72, "\xE2\x80\xA2 Schools.")),
                 "asked: Homes: in town by the sea | asked: Schools.");
    check_tagged(
        "a paragraph that goes on",
        TAGGED(ITEM(1, 1, 72, "\xE2\x80\xA2 Homes (e.g."), PARA(1, 2, 72, "in town)."), PARA(1, 3, 90, "By the sea.")),
        "asked: Homes (e.g. in town). By the sea.");
}

/* Tables of what an area is asked for: each row an entry, the body beside it. */
#define AREA(...)                                                                                              \
    ((const check_line[]){                                                                                     \
        {"Area SEND inspection of Ayton Local Area Partnership",                                               \
         {.kind = OFS_LINE_HEADING, .level = 1, .page = 1, .element = 91}},                                    \
        {"Inspection dates: 1 to 5 May 2023", {.kind = OFS_LINE_PARA, .page = 1, .element = 92}},              \
        {"Inspection outcome", {.kind = OFS_LINE_HEADING, .level = 2, .page = 1, .element = 93}},              \
        {"There are widespread and/or systemic failings.", {.kind = OFS_LINE_PARA, .page = 1, .element = 94}}, \
        __VA_ARGS__,                                                                                           \
        {"Inspection team", {.kind = OFS_LINE_HEADING, .level = 2, .page = 3, .element = 95}},                 \
        {"Ada Quill, HMI lead inspector", {.kind = OFS_LINE_PARA, .page = 3, .element = 96}},                  \
        {NULL, {.kind = OFS_LINE_PARA}}})
#define HEAD(page_, element_, text)                                                  \
    {                                                                                \
        text,                                                                        \
        {                                                                            \
            .kind = OFS_LINE_HEADING, .level = 2, .page = page_, .element = element_ \
        }                                                                            \
    }
#define CELL(page_, table_, row_, column_, element_, text)                                                             \
    {                                                                                                                  \
        text,                                                                                                          \
        {                                                                                                              \
            .kind = OFS_LINE_CELL, .page = page_, .table = table_, .row = row_, .column = column_, .element = element_ \
        }                                                                                                              \
    }

static void test_tables(void)
{
    check_tagged("a row for each",
                 AREA(HEAD(1, 1, "Areas for priority action"), CELL(1, 1, 0, 0, 2, "Responsible body"),
                      CELL(1, 1, 0, 1, 3, "Areas for priority action"), CELL(1, 1, 1, 0, 4, "Ayton Council"),
                      CELL(1, 1, 1, 1, 5, "Act now."), CELL(1, 1, 2, 0, 6, "NHS Ayton"),
                      CELL(1, 1, 2, 1, 7, "See children.")),
                 "asked @Ayton Council: Act now. | asked @NHS Ayton: See children. | priority: Act now. | "
                 "priority: See children. !missing");
    check_tagged("headings in the table",
                 AREA(CELL(1, 1, 0, 0, 1, "Areas for priority action"), CELL(1, 1, 1, 0, 2, "Responsible body"),
                      CELL(1, 1, 1, 1, 3, "Areas for priority action"), CELL(1, 1, 2, 0, 4, "Ayton Council"),
                      CELL(1, 1, 2, 1, 5, "Act now.")),
                 "asked @Ayton Council: Act now. | priority: Act now. !missing");
    check_tagged(
        "a row over a page's end",
        AREA(HEAD(1, 1, "Areas for priority action"), CELL(1, 1, 0, 0, 2, "Ayton Council"),
             CELL(1, 1, 0, 1, 3, "Act now, and see"), CELL(2, 2, 0, 0, 4, "and NHS"), CELL(2, 2, 0, 1, 5, "children.")),
        "asked @Ayton Council and NHS: Act now, and see children. | priority: Act now, and see children. !missing");
    check_tagged("no body beside it",
                 AREA(HEAD(1, 1, "Areas for priority action"), CELL(1, 1, 0, 0, 2, "Ayton Council"),
                      CELL(1, 1, 0, 1, 3, "Act now."), CELL(1, 1, 1, 1, 4, "See children.")),
                 "asked @Ayton Council: Act now. | asked: See children. | priority: Act now. | priority: See children. "
                 "!missing !missing");
    check_tagged("bullets in a cell",
                 AREA(HEAD(1, 1, "Areas for priority action"), CELL(1, 1, 0, 0, 2, "Ayton Council"),
                      CELL(1, 1, 0, 1, 3,
                           "\xE2\x80\xA2 Act. \xE2\x80\xA2 See a\xE2\x80\xA2 b \xE2\x80\xA2"
                           "c \xE2\x80\x93 d.")),
                 "asked @Ayton Council: Act. See a\xE2\x80\xA2 b \xE2\x80\xA2"
                 "c \xE2\x80\x93 d. | priority: Act. See a\xE2\x80\xA2 b \xE2\x80\xA2"
                 "c \xE2\x80\x93 d. !odd_entry !odd_entry");
    check_tagged("rows of one column",
                 AREA(HEAD(1, 1, "Areas for improvement"), CELL(1, 1, 0, 0, 2, "Write plans."),
                      CELL(1, 1, 1, 0, 3, "See children, who:"), CELL(1, 1, 1, 0, 4, "are small."),
                      CELL(1, 1, 2, 0, 5, "Hear them.")),
                 "asked: Write plans. | asked: See children, who: are small. | asked: Hear them. !missing");
}

#define EFFECTIVE HEAD(1, 1, "What is the area partnership doing that is effective?")

static void test_paragraphs_for_items(void)
{
    check_tagged("one", AREA(EFFECTIVE, PARA(1, 2, 72, "Children are seen.")), "strength: Children are seen. !missing");
    check_tagged("several", AREA(EFFECTIVE, PARA(1, 2, 72, "Children are seen."), PARA(1, 3, 72, "They are heard.")),
                 "strength: Children are seen. | strength: They are heard. !no_bullet");
}

#define FINDINGS                                                                                                    \
    "12 March 2010\n\nAda Quill\nDirector of Children's Services\n\nDear Ms Quill\n\n"                              \
    "Annual unannounced inspection of contact, referral and assessment arrangements within Ayton\n\n"               \
    "This letter summarises the findings of the recent unannounced inspection of contact, referral and assessment " \
    "arrangements within Ayton on 2 and 3 March 2010.\n\n"

/* Four lists of findings, whose paragraphs may have lost their bullets. */
static void test_findings(void)
{
    check_text(FINDINGS "Strengths\n\nChildren are seen.\n\nThey are heard.\n" END,
               "strength: Children are seen. | strength: They are heard. !no_bullet");
    check_text(FINDINGS "Areas for development\n\n- Homes.\n\nSchools are far.\n" END,
               "asked: Homes. | asked: Schools are far. | development: Homes. | development: Schools are far. "
               "!no_bullet !no_bullet");
    check_text(FINDINGS "Strengths\n\nInspectors did not see an area of strength.\n\n"
                        "Inspectors did not see any other area.\n" END,
               " !missing"); /* nothing is an entry, so none is loose */
}

int main(void)
{
    test_findings();
    test_tables();
    test_paragraphs_for_items();
    test_letters();
    test_references();
    test_timescales();
    test_depth();
    return check_result();
}
