/* letter.c: Ofsted's other letters about a visit to local authority children's services: assurance visits and the like.
 *
 * A letter that does not say in its subject line that it is about such a visit is no letter of this kind, whoever
 * signed it. May hold only what is peculiar to these letters. Written from Ofsted's handbooks, not from a
 * collection. */
#include "outline/publisher.h"
#include "readers/letters.h"

static const ofs_heading HEADINGS[] = {
    {"headline findings$", OFS_ROLE_PROSE, 0, NULL},
    {"main findings$", OFS_ROLE_PROSE, 0, NULL},
    {"findings$", OFS_ROLE_PROSE, 0, NULL},
    {"overview$", OFS_ROLE_PROSE, 0, NULL},
    {"summary$", OFS_ROLE_PROSE, 0, NULL},
    {"summary of findings$", OFS_ROLE_PROSE, 0, NULL},
    {"what needs to improve", OFS_ROLE_IMPROVE, 0, NULL},
    {"area for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"areas for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"areas for improvement$", OFS_ROLE_DEVELOPMENT, 0, NULL},
    {"area for improvement$", OFS_ROLE_DEVELOPMENT, 0, NULL},
    {"strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"areas of strength$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"next steps$", OFS_ROLE_PROSE, 0, NULL},
    OFS_NO_HEADING,
};

static const ofs_invariant INVARIANTS[] = {
    OFS_VISIT_LETTER_INVARIANTS,
    OFS_NO_INVARIANT,
};

static const char *const SUBJECTS[] = {"assurance visit to",
                                       "quality assurance visit to",
                                       "improvement visit to",
                                       "improvement offer visit to",
                                       "action planning visit to",
                                       "follow-up visit to",
                                       "thematic visit to",
                                       "pilot visit to",
                                       "pilot inspection of",
                                       "visit to",
                                       NULL};
static const char *const OPENINGS[] = {"this letter summarises", "i am writing to", "the visit took place", NULL};

static const char *const SUMMARY[] = {"this letter summarises the findings", NULL};
static const ofs_sign SIGNS[] = {
    {60, {SUBJECTS, OFS_SALUTATION, SUMMARY, OFS_LETTERHEAD}, 0},
    {40, {SUBJECTS, OFS_SALUTATION, SUMMARY}, 0},
    {0, {NULL}, 0},
};

const ofs_framework OFS_FRAMEWORK_LETTER = {.id = OFS_LETTER,
                                            .signs = SIGNS,
                                            .titles = SUBJECTS,
                                            .openings = OPENINGS,
                                            .headings = HEADINGS,
                                            .invariants = INVARIANTS,
                                            .read = ofs_read_visit_letter};
