/* The way in for a grade and the reader of judgement tables, by whole parses of small reports: which grade is kept, and
 * what is filed as doubtful. Places are invented. */
#include "check.h"
#include "outline/outline.h"

static int is_about_judgements(const ofs_issue *issue)
{
    return issue->field.n == strlen("judgements") && memcmp(issue->field.p, "judgements", issue->field.n) == 0;
}

/* 'key=grade source' for each judgement, '!code' for each issue about them. */
static void check_judgements(const char *text, const char *want)
{
    check_words got = {{0}, 0};
    ofs_source *source = check_text_source(text);
    const ofs_report *report = check_parse(source);
    for (uint32_t i = 0; i < report->judgement_count; i++) {
        const ofs_judgement *made = &report->judgements[i];
        check_add(&got, "%s", got.n ? ", " : "");
        check_add_str(&got, made->key.n ? made->key : made->label);
        check_add(&got, "=%s %s", ofs_grade_slug(made->grade), ofs_judgement_source_slug(made->source));
    }
    for (uint32_t i = 0; i < report->issue_count; i++)
        if (is_about_judgements(&report->issues[i])) {
            check_add(&got, " !");
            check_add_str(&got, report->issues[i].code);
        }
    check_expect(text, want, &got);
    ofs_source_free(source);
}

#define COVER                                                                 \
    "Inspection of Ayton local authority children's services\n\n"             \
    "Inspection dates: 1 May to 12 May 2023\n\nLead inspector: Ada Quill\n\n" \
    "Judgement\tGrade\n"
#define LEADERS "The impact of leaders on social work practice with children and families"
#define HELP "The experiences and progress of children who need help and protection"
#define CARE "The experiences and progress of children in care"
#define LEAVERS "The experiences and progress of care leavers"
#define REST "\n\nChildren are seen by people whom they know.\n\n"
#define FOUR HELP "\tGood\n" CARE "\tGood\n" LEAVERS "\tGood\nOverall effectiveness\tGood\n" REST

static void test_tables(void)
{
    check_judgements(COVER LEADERS "\tGood\n" FOUR,
                     "impact_of_leaders=good table, help_and_protection=good table, in_care=good table, "
                     "care_leavers=good table, overall_effectiveness=good table");
    check_judgements(COVER LEADERS "\tRequires Improvement to be good\n" HELP "\tInadequate\n" CARE
                                   "\tOutstanding\n" LEAVERS
                                   "\tRequires improvement\nOverall effectiveness\tInadequate\n" REST,
                     "impact_of_leaders=requires_improvement table, help_and_protection=inadequate table, "
                     "in_care=outstanding table, care_leavers=requires_improvement table, "
                     "overall_effectiveness=inadequate table");
    /* a label that is printed wrong in some reports */
    check_judgements(COVER LEADERS
                     "\tGood\nThe experience and progress of children who need help and protection\tGood\n" CARE
                     "\tGood\n" LEAVERS "\tGood\nOverall effectiveness\tGood\n" REST,
                     "impact_of_leaders=good table, help_and_protection=good table, in_care=good table, "
                     "care_leavers=good table, overall_effectiveness=good table !misprinted_label");
    /* a row twice: with one grade, with two */
    check_judgements(COVER LEADERS "\tGood\n" LEADERS "\tGood\n" FOUR,
                     "impact_of_leaders=good table, help_and_protection=good table, in_care=good table, "
                     "care_leavers=good table, overall_effectiveness=good table");
    check_judgements(COVER LEADERS "\tGood\n" LEADERS "\tInadequate\n" FOUR,
                     "impact_of_leaders=good table, help_and_protection=good table, in_care=good table, "
                     "care_leavers=good table, overall_effectiveness=good table !grades_disagree");
    /* none for a row: nothing is shifted */
    check_judgements(COVER LEADERS "\n" FOUR,
                     "help_and_protection=good table, in_care=good table, care_leavers=good table, "
                     "overall_effectiveness=good table !unreadable !missing");
    check_judgements(COVER LEADERS "\tGood\n" HELP "\tGood\n" CARE "\tGood\nOverall effectiveness\tGood\n" REST,
                     "impact_of_leaders=good table, help_and_protection=good table, in_care=good table, "
                     "overall_effectiveness=good table !missing");
}

/* A row that cannot be read: the others keep their own grades, and the doubt is about that row alone. */
static void test_strange_rows(void)
{
    static const char *const strange[] = {"",    "\tGood Inadequate", "\tGood/Inadequate", "\tRequires improvment",
                                          "\t-", "\tSee page 12",     "\tCOPY Good"};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        char text[2000];
        snprintf(text, sizeof text,
                 COVER LEADERS "\tOutstanding\n" HELP "%s\n" CARE "\tInadequate\n" LEAVERS
                               "\tGood\nOverall effectiveness\tInadequate\n" REST,
                 strange[i]);
        check_judgements(text,
                         "impact_of_leaders=outstanding table, in_care=inadequate table, care_leavers=good table, "
                         "overall_effectiveness=inadequate table !unreadable !missing");
    }
    /* two rows; a word that is a grade below the table does not make up for a lost one */
    check_judgements(COVER LEADERS "\tGood\n" HELP "\tCOPY\n" CARE "\t-\n" LEAVERS
                                   "\tGood\nOverall effectiveness\tGood\n" REST,
                     "impact_of_leaders=good table, care_leavers=good table, overall_effectiveness=good table "
                     "!unreadable !unreadable !missing");
    check_judgements(COVER LEADERS "\tOutstanding\n" HELP "\n" CARE "\tInadequate\n" LEAVERS
                                   "\tGood\nOverall effectiveness\tInadequate\ngood\n" REST,
                     "impact_of_leaders=outstanding table, in_care=inadequate table, care_leavers=good table, "
                     "overall_effectiveness=inadequate table !unreadable !missing");
    check_judgements(COVER LEADERS
                     "\tGood\n" HELP "\tGood\n" CARE "\tOutstanding\n" LEAVERS
                     "\tGood\nOverall effectiveness\nis what inspectors judge last, and it is\ngood\n" REST,
                     "impact_of_leaders=good table, help_and_protection=good table, in_care=outstanding table, "
                     "care_leavers=good table !unreadable !missing");
    /* wrapped around its label; beside a label's second line */
    check_judgements(COVER LEADERS "\n" HELP "\tGood\nRequires\n" CARE "\nimprovement\n"
                                   "The experiences and progress of\ncare leavers\tGood\n"
                                   "Overall effectiveness\tGood\n" REST,
                     "help_and_protection=good table, in_care=requires_improvement table, care_leavers=good table, "
                     "overall_effectiveness=good table !unreadable !missing");
}

static void test_headings(void)
{
    check_judgements(COVER LEADERS "\tGood\n" FOUR LEADERS ": good\n\n1. Leaders know their services.\n\n",
                     "impact_of_leaders=good table, help_and_protection=good table, in_care=good table, "
                     "care_leavers=good table, overall_effectiveness=good table");
    check_judgements(COVER LEADERS "\tGood\n" FOUR LEADERS ": inadequate\n\n1. Leaders know their services.\n\n",
                     "impact_of_leaders=good table, help_and_protection=good table, in_care=good table, "
                     "care_leavers=good table, overall_effectiveness=good table !grades_disagree");
    /* only a heading has it */
    check_judgements(COVER FOUR LEADERS ": inadequate\n\n1. Leaders know their services.\n\n",
                     "help_and_protection=good table, in_care=good table, care_leavers=good table, "
                     "overall_effectiveness=good table, impact_of_leaders=inadequate heading !not_in_table");
}

/* The overall grade lies between the best and the worst of the others, and is inadequate where help or care is. */
static void test_overall(void)
{
    static const struct {
        const char *rest, *help, *care, *overall;
        int odd;
    } cases[] = {
        {"Good", "Good", "Good", "Good", 0},
        {"Good", "Good", "Outstanding", "Outstanding", 0},
        {"Good", "Good", "Good", "Outstanding", 1},
        {"Good", "Good", "Good", "Inadequate", 1},
        {"Good", "Inadequate", "Good", "Inadequate", 0},
        {"Good", "Inadequate", "Good", "Good", 1},
        {"Good", "Good", "Inadequate", "Requires improvement", 1},
        {"Good", "Requires improvement", "Good", "Requires improvement", 0},
        {"Outstanding", "Outstanding", "Outstanding", "Good", 1},
        {"Outstanding", "Outstanding", "Outstanding", "Outstanding", 0},
        {"Inadequate", "Good", "Good", "Requires improvement", 0},
        {"Not judged", "Not judged", "Not judged", "Good", 0},
        {"Good", "Good", "Good", "Not judged", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[2000];
        check_words got = {{0}, 0};
        snprintf(text, sizeof text,
                 COVER LEADERS "\t%s\n" HELP "\t%s\n" CARE "\t%s\n" LEAVERS "\t%s\nOverall effectiveness\t%s\n" REST,
                 cases[i].rest, cases[i].help, cases[i].care, cases[i].rest, cases[i].overall);
        ofs_source *source = check_text_source(text);
        const ofs_report *report = check_parse(source);
        for (uint32_t k = 0; k < report->issue_count; k++)
            if (is_about_judgements(&report->issues[k]))
                check_add_str(&got, report->issues[k].code);
        check_expect(text, cases[i].odd ? "odd_overall" : "", &got);
        ofs_source_free(source);
    }
}

#define RECORDED                                                                             \
    "Inspection of local authority arrangements for the protection of children\n\nAyton\n\n" \
    "Inspection dates: 1 May to 12 May 2012\nLead inspector: Ada Quill\n\n"

/* A report whose table stands at its end; numbers stand before the words. */
static void test_records(void)
{
    check_judgements(RECORDED "Overall effectiveness\n\nThe overall effectiveness is good.\n\n"
                              "Record of main findings\n\nOverall effectiveness\tGood\nQuality of practice\tAdequate\n"
                              "Leadership and governance\tInadequate\n",
                     "overall_effectiveness=good table, quality_of_practice=adequate table, "
                     "leadership_and_governance=inadequate table !missing");
    check_judgements(RECORDED "Record of main findings\n\nOverall effectiveness\tGrade 3 (adequate)\n"
                              "Quality of practice\tGrade 2 (adequate)\nThe quality of bread\tGood\n"
                              "Leadership and governance\tGood\n",
                     "overall_effectiveness=adequate table, quality_of_practice=adequate table, "
                     "The quality of bread=good table, leadership_and_governance=good table !grades_disagree "
                     "!unknown_judgement !missing");
}

static const ofs_row rows[] = {
    {"leaders", "leadership", "the impact of leaders on practice with children", OFS_ROW_PLAIN},
    {"help", "help", "the experiences of children who need help", OFS_ROW_PLAIN},
    {"care", "care", "the experiences of children in care", OFS_ROW_PLAIN},
    {"homes", "care", "homes for young people", OFS_ROW_PLAIN},
    {"plans", "care", "plans for young people", OFS_ROW_PLAIN},
    {"advice", "care", "advice for parents today", OFS_ROW_PLAIN},
    {"group", "care", "the progress of all groups of people", OFS_ROW_GROUP},
    {NULL, NULL, NULL, OFS_ROW_PLAIN},
};
static const ofs_heading headings[] = {
    {"what needs to", OFS_ROLE_LINE, 0, NULL},
    {"findings", OFS_ROLE_PROSE, 1, NULL},
    {"adoption", OFS_ROLE_SUBJUDGEMENT, 2, "adoption"},
    {"the quality of adoption work here", OFS_ROLE_JUDGEMENT, 1, "quality"},
    {"find", OFS_ROLE_PROSE, 1, NULL},
    {"aims", OFS_ROLE_PROSE, 1, NULL},
    {"aims of all", OFS_ROLE_PROSE, 1, NULL},
    {"a 'plan' (new)$", OFS_ROLE_PROSE, 1, NULL},
    OFS_NO_HEADING,
};

/* What differs from a row or heading by a word or two is still that one; what is as near to two is neither. */
static void test_nearest(void)
{
    static const struct {
        const char *text, *key;
    } cases[] = {
        {"the impact of leaders on practice with children", "leaders"},
        {"The impact of leader on practise with children", "leaders"},
        {"impact of leaders on practice", NULL},
        {"the impact of leaders on social practice with children", "leaders"},
        {"the impact of leaders on social work practice with children", "leaders"},
        {"the impact of leaders on good social work practice with children", NULL},
        {"the impact of heads on practice with children", NULL},
        {"the impact of leaders on praise with children", NULL},
        {"the impact leaders", NULL},
        {"impact of leaders practice children", NULL},
        {"experiences of children need help", "help"},
        {"the experiences of children who need care", NULL},
        {"the experiences of children care", "care"},
        {"the progress of all groups of people", NULL},
        {"the quality of adoption work", "quality"},
        {"adoption work", NULL},
        {"for young people", NULL},
        {"homes for young people", "homes"},
        {"plans for the young people", "plans"},
        {"adoption", NULL},
        {"advice parents", "advice"},
        {"parents", NULL},
        {"quality of adoption", NULL},
        {"the impact of leaders on practice with children, as seen in the long years before this one and after", NULL},
        {"a a a a a a a a a a a a a a a a a a a a a a a a a", NULL},
        /* dots are no words, but a line of the contents has many */
        {"the experiences of children in care .......................................", "care"},
        {"the experiences of children in care ........................................", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *key = ofs_nearest_key(rows, headings, check_exact(cases[i].text));
        check_words got = {{0}, 0};
        check_add(&got, "%s", key ? key : "none");
        check_expect(cases[i].text, cases[i].key ? cases[i].key : "none", &got);
    }
}

/* A heading with a key is that heading alone or with a grade, others also where more words follow. */
static void test_own_headings(void)
{
    static const struct {
        const char *text, *phrase; /* NULL: none of them */
        int begins;
    } cases[] = {
        {"Findings", "findings", 1},
        {"Findings of the visit", "findings", 1},
        {"Adoption", "adoption", 1},
        {"Adoption:", "adoption", 1},
        {"Adoption?", "adoption", 1},
        {"Adoption is good", "adoption", 1},
        {"Adoption: requires improvement to be good", "adoption", 1},
        {"Adoption work", NULL, 1},
        {"Adoption is good for all", NULL, 1},
        {"Adoption, where the work of all those who take part in it is now good", NULL, 1},
        {"What needs to improve", NULL, 1},
        {"The quality of adoption work here is good", "the quality of adoption work here", 1},
        {"Find out", "find", 1},
        {"Fin", NULL, 0},
        {"Aims of all", "aims", 1},
        {"Aims  of\xC2\xA0us", "aims", 1},
        {"A \xE2\x80\x98plan\xE2\x80\x99 (new)", "a 'plan' (new)$", 1},
        {"A\xC2\xA0 'plan'(new).", "a 'plan' (new)$", 1},
        {"Thequality of adoptionwork here", "the quality of adoption work here", 1},
        {"Homes", NULL, 0},
        {"", NULL, 0},
    };
    ofs_arena arena;
    ofs_arena_init(&arena, NULL);
    ofs_headings known = ofs_sort_headings(&arena, headings), none = ofs_sort_headings(&arena, NULL);
    /* For one document, what was asked once is kept: the second time it is the same. */
    ofs_headings own = ofs_headings_for(&arena, &known);
    const ofs_headings *const asked[] = {&known, &own, &own};
    for (size_t i = 0; i < sizeof asked / sizeof *asked * (sizeof cases / sizeof *cases); i++) {
        const ofs_headings *of = asked[i / (sizeof cases / sizeof *cases)];
        size_t k = i % (sizeof cases / sizeof *cases);
        ofs_str text = check_exact(cases[k].text);
        const ofs_heading *found = ofs_heading_of(of, text);
        check_words got = {{0}, 0}, want = {{0}, 0};
        check_add(&got, "%s %d %d", found ? found->phrase : "none", ofs_begins_heading(headings, text),
                  ofs_role_of(of, text) == (found ? found->role : OFS_ROLE_TOPIC));
        check_add(&want, "%s %d 1", cases[k].phrase ? cases[k].phrase : "none", cases[k].begins);
        check_expect(cases[k].text, want.at, &got);
        FUZZ_CHECK(ofs_is_heading(of, check_exact("What needs to improve")) &&
                   !ofs_heading_of(of, check_exact("What needs to improve")));
    }
    FUZZ_CHECK(ofs_heading_keyed(headings, "adoption") == &headings[2]);
    FUZZ_CHECK(!ofs_heading_keyed(headings, "findings") && !ofs_heading_keyed(headings, NULL));
    FUZZ_CHECK(!ofs_heading_of(&none, check_exact("Findings")) && !ofs_begins_heading(NULL, check_exact("Findings")));
    FUZZ_CHECK(ofs_is_heading(&known, check_exact("What needs to improve")) && !ofs_is_heading(&none, OFS_NO_STR));
    FUZZ_CHECK(ofs_row_keyed(rows, "care") == &rows[2] && !ofs_row_keyed(rows, "quality"));
    ofs_arena_free(&arena);
}

int main(void)
{
    test_nearest();
    test_own_headings();
    test_tables();
    test_strange_rows();
    test_headings();
    test_overall();
    test_records();
    return check_result();
}
