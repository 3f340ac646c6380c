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
    {"safeguarding_overall_effectiveness", "help_and_protection", "overall effectiveness", OFS_ROW_PLAIN},
    {"safeguarding_capacity_for_improvement", NULL, "capacity for improvement", OFS_ROW_PLAIN},
    {"safeguarding_capacity_for_improvement", NULL, "capacity to improve", OFS_ROW_PLAIN},
    {"safeguarding_outcomes", NULL, "safeguarding outcomes for children and young people", OFS_ROW_GROUP},
    {"safeguarding_outcomes", NULL, "outcomes for children and young people", OFS_ROW_GROUP},
    {"safeguarding_safe", NULL, "children and young people are safe and feel safe", OFS_ROW_PLAIN},
    {"safeguarding_safe", NULL, "children and young people are safe", OFS_ROW_PLAIN},
    {"safeguarding_feel_safe", NULL, "children and young people feel safe", OFS_ROW_PLAIN},
    {"safeguarding_quality_of_provision", NULL, "quality of provision", OFS_ROW_PLAIN},
    {"safeguarding_quality_of_provision", NULL, "the quality of provision", OFS_ROW_PLAIN},
    {"safeguarding_service_responsiveness", NULL, "service responsiveness including complaints", OFS_ROW_PLAIN},
    {"safeguarding_service_responsiveness", NULL, "service responsiveness, including complaints", OFS_ROW_PLAIN},
    {"safeguarding_service_responsiveness", NULL, "service responsiveness", OFS_ROW_PLAIN},
    {"safeguarding_assessment", NULL, "assessment and direct work with children and families", OFS_ROW_PLAIN},
    {"safeguarding_case_planning", NULL, "case planning, review and recording", OFS_ROW_PLAIN},
    {"safeguarding_case_planning", NULL, "case planning, reviews and recording", OFS_ROW_PLAIN},
    {"safeguarding_health_agencies", NULL,
     "the contribution of health agencies to keeping children and young people safe", OFS_ROW_PLAIN},
    {"safeguarding_health_agencies", NULL, "contribution of health agencies to keeping children and young people safe",
     OFS_ROW_PLAIN},
    {"safeguarding_ambition", NULL, "ambition and prioritisation", OFS_ROW_PLAIN},
    {"safeguarding_leadership", "leadership", "leadership and management", OFS_ROW_PLAIN},
    {"safeguarding_performance_management", NULL, "performance management and quality assurance", OFS_ROW_PLAIN},
    {"safeguarding_performance_management", NULL,
     "evaluation, including performance management, quality assurance and workforce development", OFS_ROW_PLAIN},
    {"safeguarding_user_engagement", NULL, "user engagement", OFS_ROW_PLAIN},
    {"safeguarding_partnerships", NULL, "partnership working", OFS_ROW_PLAIN},
    {"safeguarding_partnerships", NULL, "partnerships", OFS_ROW_PLAIN},
    {"safeguarding_equality", NULL, "equality and diversity", OFS_ROW_PLAIN},
    {"safeguarding_value_for_money", NULL, "value for money", OFS_ROW_PLAIN},
    {"looked_after", NULL, "services for looked after children", OFS_ROW_SCOPE},
    {"looked_after_overall_effectiveness", "care", "overall effectiveness", OFS_ROW_PLAIN},
    {"looked_after_capacity_for_improvement", NULL, "capacity for improvement", OFS_ROW_PLAIN},
    {"looked_after_capacity_for_improvement", NULL, "capacity to improve", OFS_ROW_PLAIN},
    {"looked_after_outcomes", NULL, "how good are outcomes for looked after children and care leavers", OFS_ROW_GROUP},
    {"looked_after_outcomes", NULL, "outcomes for looked after children and care leavers", OFS_ROW_GROUP},
    {"looked_after_outcomes", NULL, "outcomes for looked after children and young people", OFS_ROW_GROUP},
    {"looked_after_being_healthy", NULL, "being healthy", OFS_ROW_PLAIN},
    {"looked_after_staying_safe", NULL, "staying safe", OFS_ROW_PLAIN},
    {"looked_after_enjoying_and_achieving", NULL, "enjoying and achieving", OFS_ROW_PLAIN},
    {"looked_after_positive_contribution", NULL, "making a positive contribution, including user engagement",
     OFS_ROW_PLAIN},
    {"looked_after_positive_contribution", NULL, "making a positive contribution including user engagement",
     OFS_ROW_PLAIN},
    {"looked_after_positive_contribution", NULL, "making a positive contribution", OFS_ROW_PLAIN},
    {"looked_after_economic_well_being", NULL, "economic well-being", OFS_ROW_PLAIN},
    {"looked_after_economic_well_being", NULL, "economic well being", OFS_ROW_PLAIN},
    {"looked_after_economic_well_being", NULL, "achieving economic well-being", OFS_ROW_PLAIN},
    {"looked_after_economic_well_being", NULL, "achieving economic well being", OFS_ROW_PLAIN},
    {"looked_after_quality_of_provision", NULL, "quality of provision", OFS_ROW_PLAIN},
    {"looked_after_quality_of_provision", NULL, "the quality of provision", OFS_ROW_PLAIN},
    {"looked_after_service_responsiveness", NULL, "service responsiveness including complaints", OFS_ROW_PLAIN},
    {"looked_after_service_responsiveness", NULL, "service responsiveness, including complaints", OFS_ROW_PLAIN},
    {"looked_after_service_responsiveness", NULL, "service responsiveness", OFS_ROW_PLAIN},
    {"looked_after_assessment", NULL, "assessment and direct work with children and families", OFS_ROW_PLAIN},
    {"looked_after_case_planning", NULL, "case planning, review and recording", OFS_ROW_PLAIN},
    {"looked_after_case_planning", NULL, "case planning, reviews and recording", OFS_ROW_PLAIN},
    {"looked_after_ambition", NULL, "ambition and prioritisation", OFS_ROW_PLAIN},
    {"looked_after_leadership", "leadership", "leadership and management", OFS_ROW_PLAIN},
    {"looked_after_performance_management", NULL, "performance management and quality assurance", OFS_ROW_PLAIN},
    {"looked_after_performance_management", NULL,
     "evaluation, including performance management, quality assurance and workforce development", OFS_ROW_PLAIN},
    {"looked_after_user_engagement", NULL, "user engagement", OFS_ROW_PLAIN},
    {"looked_after_partnerships", NULL, "partnership working", OFS_ROW_PLAIN},
    {"looked_after_partnerships", NULL, "partnerships", OFS_ROW_PLAIN},
    {"looked_after_equality", NULL, "equality and diversity", OFS_ROW_PLAIN},
    {"looked_after_value_for_money", NULL, "value for money", OFS_ROW_PLAIN},
    {"record", NULL, "record of main findings", OFS_ROW_RECORD},
    {NULL, NULL, NULL, OFS_ROW_PLAIN},
};

static const ofs_heading HEADINGS[] = {
    OFS_RECORD_HEADINGS,
    {"safeguarding outcomes for children and young", OFS_ROLE_LINE, 0, NULL},
    {"how good are outcomes for looked", OFS_ROLE_LINE, 0, NULL},
    {"the contribution of health agencies to keeping children", OFS_ROLE_LINE, 0, NULL},
    {"making a positive contribution, including", OFS_ROLE_LINE, 0, NULL},
    OFS_NO_HEADING,
};

/* A re-inspection may be of safeguarding alone: nine reports of 2010 to 2012, whose titles say so. */
static int judges_care(const ofs_reader *reader)
{
    return ofs_has_phrase(reader->report->title, "looked after");
}

/* Inspections since 2011 have the same 22 rows; before, which ones differs. */
static int is_since_2011(const ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    return report->inspection_period_count && report->inspection_periods[0].start.year >= 2011;
}

static int judges_care_since_2011(const ofs_reader *reader)
{
    return judges_care(reader) && is_since_2011(reader);
}

#define SAFEGUARDING(key_) OFS_RECORD_JUDGEMENT("safeguarding_" key_, is_since_2011)
#define LOOKED_AFTER(key_) OFS_RECORD_JUDGEMENT("looked_after_" key_, judges_care_since_2011)
static const ofs_invariant INVARIANTS[] = {
    OFS_RECORD_INVARIANTS,
    OFS_RECORD_JUDGEMENT("safeguarding_overall_effectiveness", NULL),
    OFS_RECORD_JUDGEMENT("looked_after_overall_effectiveness", judges_care),
    SAFEGUARDING("capacity_for_improvement"),
    SAFEGUARDING("safe"),
    SAFEGUARDING("quality_of_provision"),
    SAFEGUARDING("health_agencies"),
    SAFEGUARDING("ambition"),
    SAFEGUARDING("leadership"),
    SAFEGUARDING("performance_management"),
    SAFEGUARDING("partnerships"),
    SAFEGUARDING("equality"),
    LOOKED_AFTER("capacity_for_improvement"),
    LOOKED_AFTER("being_healthy"),
    LOOKED_AFTER("staying_safe"),
    LOOKED_AFTER("enjoying_and_achieving"),
    LOOKED_AFTER("positive_contribution"),
    LOOKED_AFTER("economic_well_being"),
    LOOKED_AFTER("quality_of_provision"),
    LOOKED_AFTER("ambition"),
    LOOKED_AFTER("leadership"),
    LOOKED_AFTER("performance_management"),
    LOOKED_AFTER("equality"),
    OFS_NO_INVARIANT,
};

#define BOTH                                                                 \
    "inspection of safeguarding and looked after children services",         \
        "inspection of safeguarding and services for looked after children", \
        "inspection of safeguarding and looked after children",              \
        "re-inspection of safeguarding and looked after children",           \
        "reinspection of safeguarding and looked after children"
#define ALONE                                                                        \
    "inspection of safeguarding services", "re-inspection of safeguarding services", \
        "reinspection of safeguarding services"
static const char *const TITLES[] = {BOTH, ALONE, NULL};
static const char *const BOTH_SERVICES[] = {BOTH, NULL};
static const char *const SAFEGUARDING_ALONE[] = {ALONE, NULL};
static const char *const DATES[] = {"inspection date", NULL};

static const ofs_sign SIGNS[] = {{90, {BOTH_SERVICES}, 0}, {90, {SAFEGUARDING_ALONE, DATES}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_SLAC = {.id = OFS_SLAC,
                                          .signs = SIGNS,
                                          .titles = TITLES,
                                          .rows = ROWS,
                                          .headings = HEADINGS,
                                          .invariants = INVARIANTS,
                                          .read = ofs_read_recorded};
