/* child_protection.c: inspections of local authority arrangements for the protection of children, 2012 and 2013, between
 * SLAC and SIF: graded on the four-point scale with 'adequate'.
 *
 * May hold only what is peculiar to them: tables. Readers that others share are in readers/. */
#include "readers/readers.h"

static const ofs_row ROWS[] = {
    {"overall_effectiveness", "overall", "overall effectiveness", OFS_ROW_PLAIN},
    {"help_and_protection", "help_and_protection",
     "the effectiveness of the help and protection provided to children, young people, families and carers",
     OFS_ROW_PLAIN},
    {"help_and_protection", "help_and_protection",
     "effectiveness of the help and protection provided to children, young people, families and carers", OFS_ROW_PLAIN},
    {"quality_of_practice", NULL, "the quality of practice", OFS_ROW_PLAIN},
    {"quality_of_practice", NULL, "quality of practice", OFS_ROW_PLAIN},
    {"leadership_and_governance", "leadership", "leadership and governance", OFS_ROW_PLAIN},
    {"leadership_and_governance", "leadership", "the leadership and governance", OFS_ROW_PLAIN},
    {"record", NULL, "record of main findings", OFS_ROW_RECORD},
    {NULL, NULL, NULL, OFS_ROW_PLAIN},
};

static const ofs_heading HEADINGS[] = {
    OFS_RECORD_HEADINGS,
    {"the inspection judgements$", OFS_ROLE_PROSE, 0, NULL},
    {"the effectiveness of the help and protection provided", OFS_ROLE_LINE, 0, NULL},
    {"the quality of practice$", OFS_ROLE_LINE, 0, NULL},
    {"leadership and governance$", OFS_ROLE_LINE, 0, NULL},
    {"local authority arrangements for the protection", OFS_ROLE_LINE, 0, NULL},
    OFS_NO_HEADING,
};

static const ofs_invariant INVARIANTS[] = {
    OFS_RECORD_INVARIANTS,
    {OFS_ALWAYS_ROWS, "missing", "judgements", .message = "The record of main findings is missing or incomplete.",
     .key = "record"}, /* a heading */
    OFS_NO_INVARIANT,
};

static const char *const TITLES[] = {"inspection of local authority arrangements for the protection of children",
                                     "re-inspection of local authority arrangements for the protection of children",
                                     "reinspection of local authority arrangements for the protection of children",
                                     NULL};
static const ofs_sign SIGNS[] = {{90, {TITLES}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_CHILD_PROTECTION = {.id = OFS_CHILD_PROTECTION,
                                                      .signs = SIGNS,
                                                      .titles = TITLES,
                                                      .rows = ROWS,
                                                      .headings = HEADINGS,
                                                      .invariants = INVARIANTS,
                                                      .read = ofs_read_recorded};
