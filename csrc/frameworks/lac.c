/* lac.c: inspections of looked after children services, 2013: the last that graded on the four-point scale with
 * 'adequate', after SLAC and before SIF.
 *
 * May hold only what is peculiar to LAC; readers that others share are in readers/. */
#include "readers/readers.h"

/* Everything here is about looked after children, so the overall judgement's theme is care: a service for looked after
 * children is no more than a part of what 'overall' means in later frameworks. */
static const ofs_row ROWS[] = {
    {"overall_effectiveness", "care", "overall effectiveness", OFS_ROW_PLAIN},
    {"overall_effectiveness", "care", "overall effectiveness of services for looked after children and young people",
     OFS_ROW_PLAIN},
    {"overall_effectiveness", "care", "overall effectiveness of services for looked after children", OFS_ROW_PLAIN},
    {"overall_effectiveness", "care", "overall effectiveness of services for looked after children and care leavers",
     OFS_ROW_PLAIN},
    {"capacity_to_improve", NULL, "capacity to improve", OFS_ROW_PLAIN},
    {"capacity_to_improve", NULL, "capacity for improvement", OFS_ROW_PLAIN},
    {"outcomes", NULL, "outcomes for looked after children and young people", OFS_ROW_PLAIN},
    {"outcomes", NULL, "outcomes for looked after children and care leavers", OFS_ROW_PLAIN},
    {"outcomes", NULL, "outcomes for looked after children", OFS_ROW_PLAIN},
    {"quality_of_provision", NULL, "quality of provision", OFS_ROW_PLAIN},
    {"leadership_and_management", "leadership", "leadership and management", OFS_ROW_PLAIN},
    {"record", NULL, "record of main findings", OFS_ROW_RECORD},
    {NULL, NULL, NULL, OFS_ROW_PLAIN},
};

static const ofs_heading HEADINGS[] = {
    OFS_RECORD_HEADINGS,
    {"overall effectiveness of services for", OFS_ROLE_LINE, 0, NULL},
    {"outcomes for looked after children and", OFS_ROLE_LINE, 0, NULL},
    {"services for looked after children", OFS_ROLE_LINE, 0, NULL},
    OFS_NO_HEADING,
};

static const ofs_invariant INVARIANTS[] = {
    OFS_RECORD_INVARIANTS,
    {OFS_ALWAYS_ROWS, "missing", "judgements",
     .message = "The record of main findings has no row that could be read for '%s'.", .key = "record"}, /* a heading */
    OFS_NUMBERED_TO_THE_END,
    OFS_NO_INVARIANT,
};

static const char *const TITLES[] = {"inspection of looked after children services",
                                     "inspection of services for looked after children", NULL};

static const ofs_sign SIGNS[] = {{90, {TITLES}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_LAC = {.id = OFS_LAC,
                                         .signs = SIGNS,
                                         .titles = TITLES,
                                         .rows = ROWS,
                                         .headings = HEADINGS,
                                         .invariants = INVARIANTS,
                                         .read = ofs_read_recorded};
