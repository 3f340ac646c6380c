/* focused_visit.c: letters about focused visits to local authority children's services, 2018 to today.
 *
 * Prose and lists, and never a judgement: a focused visit is not graded, and grades that the letter mentions are those
 * of earlier inspections. May hold only what is peculiar to these letters; what every letter prints stands in
 * letters.h. */
#include "base/words.h"
#include "outline/publisher.h"
#include "readers/letters.h"

static const ofs_heading HEADINGS[] = {
    {"what needs to improve", OFS_ROLE_IMPROVE, 0, NULL},
    {"headline findings$", OFS_ROLE_PROSE, 0, NULL},
    {"main findings$", OFS_ROLE_PROSE, 0, NULL},
    {"findings$", OFS_ROLE_PROSE, 0, NULL},
    {"overview$", OFS_ROLE_PROSE, 0, NULL},
    {"area for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"areas for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"area for improvement$", OFS_ROLE_DEVELOPMENT, 0, NULL},
    {"areas for improvement$", OFS_ROLE_DEVELOPMENT, 0, NULL},
    {"areas of strength$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    OFS_NO_HEADING,
};

static const ofs_invariant INVARIANTS[] = {
    OFS_VISIT_LETTER_INVARIANTS,
    /* One letter in thirty asks for nothing. */
    {OFS_ALWAYS_FIELD, "missing", "theme",
     .message = "The letter does not show which one of Ofsted's themes the visit comes under."},
    {OFS_ALWAYS_FIELD, "missing", "recommendations",
     .message = "There is no heading such as 'What needs to improve'; see whether the letter asks for anything."},
    OFS_NO_INVARIANT,
};

/* The theme: one of the six by which Ofsted's statistics sort these visits. */

typedef enum theme { FRONT_DOOR, IN_NEED, IN_CARE, PERMANENCE, CARE_LEAVERS, ADOLESCENTS, THEMES } theme;

/* Besides the themes: 'help and protection' alone may be the front door or what follows it. */
enum { HELP = THEMES };

static const char *const SLUGS[THEMES] = {
    [FRONT_DOOR] = "front_door",     [IN_NEED] = "children_in_need_or_plan",
    [IN_CARE] = "children_in_care",  [PERMANENCE] = "achieving_permanence",
    [CARE_LEAVERS] = "care_leavers", [ADOLESCENTS] = "vulnerable_adolescents",
};

static const struct {
    int theme;
    const char *phrase;
} WORDS[] = {
    {FRONT_DOOR, "front door"},
    {FRONT_DOOR, "front-door"},
    {FRONT_DOOR, "referral"},
    {FRONT_DOOR, "multi-agency safeguarding hub"},
    {FRONT_DOOR, "first point of contact"},
    {FRONT_DOOR, "initial point of contact"},
    {FRONT_DOOR, "single point of access"},
    {IN_NEED, "child in need"},
    {IN_NEED, "children in need and"}, /* not 'of help and protection' */
    {IN_NEED, "children in need or"},
    {IN_NEED, "children in need who"},
    {IN_NEED, "children in need plan"},
    {IN_NEED, "children in need,"},
    {IN_NEED, "children in need;"},
    {IN_NEED, "children in need("},
    {IN_NEED, "children in need$"},
    {IN_NEED, "protection plan"},
    {IN_NEED, "subject to a plan"},
    {IN_NEED, "subject of a plan"},
    {IN_NEED, "subject to child protection"},
    {IN_NEED, "pre-proceedings"},
    {IN_NEED, "public law outline"},
    {IN_CARE, "children in care"},
    {IN_CARE, "young people in care"},
    {IN_CARE, "children in the care of"},
    {IN_CARE, "children in their care"},
    {IN_CARE, "looked after children"},
    {IN_CARE, "looked-after children"},
    {IN_CARE, "children looked after"},
    {IN_CARE, "children who are looked after"},
    {IN_CARE, "cared for children"},
    {IN_CARE, "cared-for children"},
    {IN_CARE, "placement decision"},
    {IN_CARE, "placement stability"},
    {IN_CARE, "placement sufficiency"},
    {IN_CARE, "unregistered children's homes"},
    {PERMANENCE, "permanence"},
    {PERMANENCE, "permanency"},
    {CARE_LEAVERS, "care leaver"},
    {CARE_LEAVERS, "care leaving"},
    {CARE_LEAVERS, "leaving care"},
    {CARE_LEAVERS, "care experienced young"},
    {CARE_LEAVERS, "care-experienced young"},
    {CARE_LEAVERS, "care experienced adults"},
    {CARE_LEAVERS, "care-experienced adults"},
    {ADOLESCENTS, "adolescents"},
    {ADOLESCENTS, "extra-familial"},
    {ADOLESCENTS, "extra familial"},
    {ADOLESCENTS, "outside the home"},
    {ADOLESCENTS, "outside of the home"},
    {ADOLESCENTS, "outside the family"},
    {ADOLESCENTS, "exploitation"},
    {HELP, "help and protection"},
    {HELP, "children in need of protection"},
};

static unsigned themes_in(ofs_str text)
{
    unsigned found = 0;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (!(found >> WORDS[i].theme & 1) && ofs_has_phrase(text, WORDS[i].phrase))
            found |= 1u << WORDS[i].theme;
    return found;
}

/* Who is referred may be in need, and permanence is planned for children in care: such a visit has one theme. */
static unsigned without_covered(unsigned found)
{
    if (found & 1u << FRONT_DOOR)
        found &= ~(1u << IN_NEED | 1u << HELP);
    if (found & 1u << IN_NEED)
        found &= ~(1u << HELP);
    if (found & 1u << PERMANENCE)
        found &= ~(1u << IN_CARE);
    return found;
}

/* The focus without what inspectors looked at most closely within it. */
static ofs_str main_part(ofs_str focus)
{
    static const char *const closer[] = {"with a particular focus",
                                         "with particular focus",
                                         "with a specific focus",
                                         "with specific focus",
                                         "with a focus",
                                         "with an emphasis",
                                         "focusing",
                                         "focussing",
                                         " including",
                                         " in particular",
                                         " particularly",
                                         " which included",
                                         " specifically",
                                         NULL};
    for (const char *const *words = closer; *words; words++) {
        uint32_t length;
        int64_t at = ofs_phrase_find(focus, *words, &length);
        if (at > 0)
            focus.n = (uint32_t)at;
    }
    return ofs_trim(focus);
}

static unsigned themes_beside_focus(const ofs_report *report)
{
    unsigned found = themes_in(report->title);
    for (uint32_t i = 0; i < report->section_count; i++)
        found |= themes_in(report->sections[i].heading);
    return without_covered(found);
}

/* 'Specifically, inspectors looked at contacts and referrals.', a sentence of its own behind the focus, as in 2018. */
static unsigned themes_looked_at(const ofs_report *report)
{
    const ofs_section *opening = report->sections;
    for (uint32_t i = 0; report->section_count && i < opening->paragraph_count; i++) {
        ofs_str text = report->paragraphs[opening->first_paragraph + i].text;
        for (uint32_t at = 0, end; at < text.n; at = ofs_word_start(text, end)) {
            end = ofs_sentence_end(text, at);
            ofs_str sentence = {text.p + at, end - at};
            if (ofs_phrase_at(sentence, "specifically, "))
                return without_covered(themes_in(sentence)) & ~(1u << HELP);
        }
    }
    return 0;
}

static const char *doubt_of(int both, int beside)
{
    if (both)
        return "The visit was to children in care and to care leavers; Ofsted may count it as either.";
    return beside ? "The theme was told from what the letter says beside the focus of the visit."
                  : "What inspectors looked at specifically comes under another theme.";
}

/* Several that do not cover one another are none. But who is about to leave care is in care: to care leavers and
 * children in care is to care leavers as a rule. */
static void read_theme(ofs_reader *reader)
{
    ofs_report *report = reader->report;
    unsigned main = without_covered(themes_in(main_part(report->focus))), looked_at = themes_looked_at(report);
    unsigned found = main ? main : without_covered(themes_in(report->focus));
    if (found == 1u << HELP && looked_at) {
        found = looked_at;
        main = 0;
    }
    if (!found)
        found = themes_beside_focus(report);
    int both = found == (1u << CARE_LEAVERS | 1u << IN_CARE);
    if (both)
        found = 1u << CARE_LEAVERS;
    for (int i = 0; i < THEMES; i++)
        if (found == 1u << i)
            report->theme = ofs_str_of(SLUGS[i]);
    if (report->theme.n && (both || !main || (looked_at && looked_at != found)))
        ofs_add_issue(reader, "theme_unclear", "theme", OFS_NOWHERE, doubt_of(both, !main));
}

static void read(ofs_reader *reader)
{
    ofs_read_visit_letter(reader);
    read_theme(reader);
}

static const char *const SUBJECTS[] = {"focused visit to", "focused visit of", "focussed visit to", NULL};
static const char *const OPENINGS[] = {"this letter summarises", "the focused visit took place", "a focused visit",
                                       NULL};

static const char *const SUBJECT[] = {"focused visit to ", NULL};
static const char *const SUMMARY[] = {"this letter summarises the findings of a focused visit",
                                      "this letter summarises the findings of the focused visit", NULL};
static const ofs_sign SIGNS[] = {
    {95, {SUMMARY, OFS_SALUTATION}, 0},
    {95, {SUMMARY, SUBJECT}, 0},
    {80, {SUMMARY}, 0},
    {75, {OFS_SALUTATION, SUBJECT}, 0},
    {0, {NULL}, 0},
};

const ofs_framework OFS_FRAMEWORK_FOCUSED_VISIT = {.id = OFS_FOCUSED_VISIT,
                                                   .signs = SIGNS,
                                                   .titles = SUBJECTS,
                                                   .openings = OPENINGS,
                                                   .headings = HEADINGS,
                                                   .invariants = INVARIANTS,
                                                   .days = {1, 5},
                                                   .read = read};
