/* focused_visit.c: letters about focused visits to local authority children's services, 2018 to today.
 *
 * Prose and lists, and never a judgement: a focused visit is not graded, and grades that the letter mentions are those
 * of earlier inspections. May hold only what is peculiar to these letters; what every letter prints stands in
 * letters.h. */
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
    {OFS_ALWAYS_FIELD, "missing", "recommendations",
     .message = "There is no heading such as 'What needs to improve'; see whether the letter asks for anything."},
    OFS_NO_INVARIANT,
};

static const char *const SUBJECTS[] = {"focused visit to", "focused visit of", "focussed visit to", NULL};
static const char *const OPENINGS[] = {"this letter summarises", "the focused visit took place", "a focused visit",
                                       NULL};

static const char *const SUBJECT[] = {"focused visit to ", NULL};
static const char *const DEAR[] = {"dear ", NULL};
static const char *const SUMMARY[] = {"this letter summarises the findings of a focused visit",
                                      "this letter summarises the findings of the focused visit", NULL};
static const ofs_sign SIGNS[] = {
    {95, {SUMMARY, DEAR}, 0}, {95, {SUMMARY, SUBJECT}, 0}, {80, {SUMMARY}, 0}, {75, {DEAR, SUBJECT}, 0}, {0, {NULL}, 0},
};

const ofs_framework OFS_FRAMEWORK_FOCUSED_VISIT = {.id = OFS_FOCUSED_VISIT,
                                                   .signs = SIGNS,
                                                   .titles = SUBJECTS,
                                                   .openings = OPENINGS,
                                                   .headings = HEADINGS,
                                                   .invariants = INVARIANTS,
                                                   .read = ofs_read_visit_letter};
