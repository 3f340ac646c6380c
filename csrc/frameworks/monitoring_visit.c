/* monitoring_visit.c: letters about monitoring visits to local authority children's services that were judged
 * inadequate, 2016 to today.
 *
 * Progress is told in prose and never graded; the judgement that the letter mentions is the earlier inspection's. May
 * hold only what is peculiar to these letters. Written from Ofsted's handbooks, not from a collection of letters. */
#include "readers/letters.h"

static const ofs_heading HEADINGS[] = {
    {"areas covered by the visit$", OFS_ROLE_COVERED, 0, NULL},
    {"areas covered by this visit$", OFS_ROLE_COVERED, 0, NULL},
    {"areas covered$", OFS_ROLE_COVERED, 0, NULL},
    {"headline findings$", OFS_ROLE_PROSE, 0, NULL},
    {"main findings$", OFS_ROLE_PROSE, 0, NULL},
    {"findings$", OFS_ROLE_PROSE, 0, NULL},
    {"overview$", OFS_ROLE_PROSE, 0, NULL},
    {"summary$", OFS_ROLE_PROSE, 0, NULL},
    {"findings and evaluation of progress$", OFS_ROLE_PROSE, 0, NULL},
    {"evaluation of progress$", OFS_ROLE_PROSE, 0, NULL},
    {"what needs to improve", OFS_ROLE_IMPROVE, 0, NULL},
    {"next steps$", OFS_ROLE_PROSE, 0, NULL},
    OFS_NO_HEADING,
};

static const ofs_invariant INVARIANTS[] = {
    OFS_VISIT_LETTER_INVARIANTS,
    OFS_NO_INVARIANT,
};

static const char *const SUBJECTS[] = {"monitoring visit to", "monitoring visit of", "monitoring of", NULL};
static const char *const OPENINGS[] = {"this letter summarises", "i am writing to summarise", "the visit took place",
                                       NULL};

static const char *const SUBJECT[] = {"monitoring visit to ", NULL};
static const char *const DEAR[] = {"dear ", NULL};
static const char *const SUMMARY[] = {"this letter summarises the findings of the monitoring visit",
                                      "this letter summarises the findings of a monitoring visit",
                                      "this letter summarises the findings of the first monitoring visit",
                                      "this letter summarises the findings of our monitoring visit", NULL};
static const ofs_sign SIGNS[] = {{95, {SUMMARY}, 0}, {75, {DEAR, SUBJECT}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_MONITORING_VISIT = {.id = OFS_MONITORING_VISIT,
                                                      .signs = SIGNS,
                                                      .titles = SUBJECTS,
                                                      .openings = OPENINGS,
                                                      .headings = HEADINGS,
                                                      .invariants = INVARIANTS,
                                                      .read = ofs_read_visit_letter};
