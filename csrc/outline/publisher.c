/* publisher.c: what the publisher prints in every report and letter. May hold wordings and nothing else. */
#include "outline/publisher.h"

#include <stddef.h>

const char *const OFS_DATE_LABELS[] = {
    "inspection dates",      "inspection date(s)", "inspection date",   "dates of inspection",
    "date(s) of inspection", "date of inspection", "inspection period", NULL};
const char *const OFS_LEAD_LABELS[] = {"lead inspectors", "lead inspector", "reporting inspectors",
                                       "reporting inspector", NULL};
const char *const OFS_PUBLISHED_LABELS[] = {
    "report published", "date published", "date of publication", "publication date", "published on", "published", NULL};
const char *const OFS_OTHER_LABELS[] = {"age group", "reference no", "dates of previous", "date of previous", NULL};
const char *const *const OFS_COVER_LABELS[] = {OFS_DATE_LABELS, OFS_LEAD_LABELS, OFS_PUBLISHED_LABELS, OFS_OTHER_LABELS,
                                               NULL};
const char *const OFS_TABLE_HEADS[] = {"judgement$", "judgement grade$", NULL};

const char *const OFS_RUNNING_TITLES[] = {"inspection of ", "inspection report", "area send inspection report", NULL};

const char *const OFS_NOTES[] = {"a full description of what the inspection judgements mean",
                                 "the areas for improvement have been cross-referenced with",
                                 "the children act 2004 (joint area reviews) regulations",
                                 "the local authority was given the opportunity to review this section",
                                 "ofsted produces this report under its power to combine",
                                 "these are residential special schools that look after",
                                 "this joint inspection was conducted under section",
                                 NULL};

/* clang-format off */
const char *const OFS_LETTERHEAD[] = {
    "ofsted$", "piccadilly gate", "store street", "manchester$", "m1 2wd", "manchester m1 2wd", "t 0300 123",
    "t: 0300 123", "textphone", "enquiries@ofsted.gov.uk", "www.gov.uk/ofsted", "www.gov.uk.ofsted", "www.ofsted.gov.uk", NULL};
const char *const OFS_LOGO[] = {"ofsted raising standards", "raising standards$", "improving lives$", NULL};
const char *const OFS_ABOVE_ADDRESS[] = {
    "ofsted", "t 0", "aviation house", "125 kingsway", "freshford house", "redcliffe way", "telephone", "tel 0", "tel. 0", "tel +", "tel:",
    "fax", "www.", "direct t", "direct line", "by email", "private and confidential", "our ref", "your ref", NULL};
/* clang-format on */

const char *const OFS_SALUTATION[] = {"dear ", NULL};
const char *const OFS_CLOSINGS[] = {"yours sincerely", "your sincerely", "yours faithfully", "yours truly", NULL};
const char *const OFS_INSPECTORS_ROLES[] = {"her majesty's inspector", "his majesty's inspector",
                                            "senior her majesty's", "senior his majesty's", NULL};

const char *const OFS_IMPRINT[] = {"the office for standards in education", "if you would like a copy of this",
                                   "you may reuse this information", NULL};
const char *const OFS_COMPLAINTS[] = {"any complaints about", "complaints about this", "if you are not happy with",
                                      NULL};
/* With the year: GOV.UK ends its pages in the words alone. */
const char *const OFS_IMPRINT_WORDS[] = {"crown copyright 19", "crown copyright 20", "regulates and inspects", NULL};
