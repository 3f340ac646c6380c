/* slac.c: inspections of safeguarding and looked after children services (SLAC), 2009 to 2012: one report, two
 * services, each with the same judgements.
 *
 * May hold only what is peculiar to SLAC; readers that others share are in readers/. */
#include "readers/readers.h"

/* Rows of one service follow its name. Keys are told apart by service, because a key names one judgement of a report.
 * Themes: there is no judgement of the whole, so none has the theme 'overall'. The overall effectiveness of each
 * service is what later frameworks judge as help and protection, and as children in care; its leadership is told from
 * the other's by key and scope. What has no later counterpart has no theme. The wordings are those of 2009 to 2012. */
static const ofs_row ROWS[] = {
    {"safeguarding", NULL, "safeguarding services", OFS_ROW_SCOPE},
    {"safeguarding_overall_effectiveness", "help_and_protection", "overall effectiveness", 0},
    {"safeguarding_capacity_for_improvement", NULL, "capacity for improvement", 0},
    {"safeguarding_capacity_for_improvement", NULL, "capacity to improve", 0},
    {"safeguarding_outcomes", NULL, "safeguarding outcomes for children and young people", OFS_ROW_GROUP},
    {"safeguarding_outcomes", NULL, "outcomes for children and young people", OFS_ROW_GROUP},
    {"safeguarding_safe", NULL, "children and young people are safe and feel safe", 0},
    {"safeguarding_safe", NULL, "children and young people are safe", 0},
    {"safeguarding_feel_safe", NULL, "children and young people feel safe", 0},
    {"safeguarding_quality_of_provision", NULL, "quality of provision", 0},
    {"safeguarding_quality_of_provision", NULL, "the quality of provision", 0},
    {"safeguarding_service_responsiveness", NULL, "service responsiveness including complaints", 0},
    {"safeguarding_service_responsiveness", NULL, "service responsiveness, including complaints", 0},
    {"safeguarding_service_responsiveness", NULL, "service responsiveness", 0},
    {"safeguarding_assessment", NULL, "assessment and direct work with children and families", 0},
    {"safeguarding_case_planning", NULL, "case planning, review and recording", 0},
    {"safeguarding_case_planning", NULL, "case planning, reviews and recording", 0},
    {"safeguarding_health_agencies", NULL,
     "the contribution of health agencies to keeping children and young people safe", 0},
    {"safeguarding_health_agencies", NULL, "contribution of health agencies to keeping children and young people safe",
     0},
    {"safeguarding_ambition", NULL, "ambition and prioritisation", 0},
    {"safeguarding_leadership", "leadership", "leadership and management", 0},
    {"safeguarding_performance_management", NULL, "performance management and quality assurance", 0},
    {"safeguarding_performance_management", NULL,
     "evaluation, including performance management, quality assurance and workforce development", 0},
    {"safeguarding_user_engagement", NULL, "user engagement", 0},
    {"safeguarding_partnerships", NULL, "partnership working", 0},
    {"safeguarding_partnerships", NULL, "partnerships", 0},
    {"safeguarding_equality", NULL, "equality and diversity", 0},
    {"safeguarding_value_for_money", NULL, "value for money", 0},
    {"looked_after", NULL, "services for looked after children", OFS_ROW_SCOPE},
    {"looked_after_overall_effectiveness", "care", "overall effectiveness", 0},
    {"looked_after_capacity_for_improvement", NULL, "capacity for improvement", 0},
    {"looked_after_capacity_for_improvement", NULL, "capacity to improve", 0},
    {"looked_after_outcomes", NULL, "how good are outcomes for looked after children and care leavers", OFS_ROW_GROUP},
    {"looked_after_outcomes", NULL, "outcomes for looked after children and care leavers", OFS_ROW_GROUP},
    {"looked_after_outcomes", NULL, "outcomes for looked after children and young people", OFS_ROW_GROUP},
    {"looked_after_being_healthy", NULL, "being healthy", 0},
    {"looked_after_staying_safe", NULL, "staying safe", 0},
    {"looked_after_enjoying_and_achieving", NULL, "enjoying and achieving", 0},
    {"looked_after_positive_contribution", NULL, "making a positive contribution, including user engagement", 0},
    {"looked_after_positive_contribution", NULL, "making a positive contribution including user engagement", 0},
    {"looked_after_positive_contribution", NULL, "making a positive contribution", 0},
    {"looked_after_economic_well_being", NULL, "economic well-being", 0},
    {"looked_after_economic_well_being", NULL, "economic well being", 0},
    {"looked_after_economic_well_being", NULL, "achieving economic well-being", 0},
    {"looked_after_economic_well_being", NULL, "achieving economic well being", 0},
    {"looked_after_quality_of_provision", NULL, "quality of provision", 0},
    {"looked_after_quality_of_provision", NULL, "the quality of provision", 0},
    {"looked_after_service_responsiveness", NULL, "service responsiveness including complaints", 0},
    {"looked_after_service_responsiveness", NULL, "service responsiveness, including complaints", 0},
    {"looked_after_service_responsiveness", NULL, "service responsiveness", 0},
    {"looked_after_assessment", NULL, "assessment and direct work with children and families", 0},
    {"looked_after_case_planning", NULL, "case planning, review and recording", 0},
    {"looked_after_case_planning", NULL, "case planning, reviews and recording", 0},
    {"looked_after_ambition", NULL, "ambition and prioritisation", 0},
    {"looked_after_leadership", "leadership", "leadership and management", 0},
    {"looked_after_performance_management", NULL, "performance management and quality assurance", 0},
    {"looked_after_performance_management", NULL,
     "evaluation, including performance management, quality assurance and workforce development", 0},
    {"looked_after_user_engagement", NULL, "user engagement", 0},
    {"looked_after_partnerships", NULL, "partnership working", 0},
    {"looked_after_partnerships", NULL, "partnerships", 0},
    {"looked_after_equality", NULL, "equality and diversity", 0},
    {"looked_after_value_for_money", NULL, "value for money", 0},
    {"record", NULL, "record of main findings", OFS_ROW_RECORD},
    {NULL, NULL, NULL, 0},
};

static const ofs_heading HEADINGS[] = {
    OFS_RECORD_HEADINGS,
    {"safeguarding outcomes for children and young", OFS_ROLE_LINE, 0, NULL},
    {"how good are outcomes for looked", OFS_ROLE_LINE, 0, NULL},
    {"the contribution of health agencies to keeping children", OFS_ROLE_LINE, 0, NULL},
    {"making a positive contribution, including", OFS_ROLE_LINE, 0, NULL},
    OFS_NO_HEADING,
};

static const ofs_invariant INVARIANTS[] = {
    OFS_RECORD_INVARIANTS,
    OFS_RECORD_JUDGEMENT("safeguarding_overall_effectiveness"),
    OFS_RECORD_JUDGEMENT("looked_after_overall_effectiveness"),
    OFS_NO_INVARIANT,
};

static const char *const TITLES[] = {"inspection of safeguarding and looked after children services",
                                     "inspection of safeguarding and services for looked after children",
                                     "inspection of safeguarding and looked after children", NULL};

static const ofs_sign SIGNS[] = {{90, {TITLES}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_SLAC = {.id = OFS_SLAC,
                                          .signs = SIGNS,
                                          .titles = TITLES,
                                          .rows = ROWS,
                                          .headings = HEADINGS,
                                          .invariants = INVARIANTS,
                                          .read = ofs_read_recorded};
