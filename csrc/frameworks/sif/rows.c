/* rows.c: what SIF reports judge, and what they are called.
 *
 * May hold wordings and look them up, nothing else: every other file of SIF reads them. */
#include "frameworks/sif/sif.h"

const ofs_row SIF_ROWS[] = {
    {"help_and_protection", "help_and_protection", "children who need help and protection", OFS_ROW_PLAIN},
    {"looked_after_and_permanence", "care", "children looked after and achieving permanence", OFS_ROW_PLAIN},
    {"adoption_performance", "adoption", "adoption performance", OFS_ROW_PLAIN},
    {"care_leavers", "care_leavers", "experiences and progress of care leavers", OFS_ROW_PLAIN},
    {"care_leavers", "care_leavers", "experience and progress of care leavers", OFS_ROW_PLAIN},
    {"care_leavers", "care_leavers", "the experiences and progress of care leavers", OFS_ROW_PLAIN},
    {"leadership", "leadership", "leadership, management and governance", OFS_ROW_PLAIN},
    {"leadership", "leadership", "leadership management and governance", OFS_ROW_PLAIN},
    {NULL, NULL, NULL, OFS_ROW_PLAIN},
};

static const ofs_row SENTENCES[] = {
    {"overall_effectiveness", "overall", "overall effectiveness", OFS_ROW_PLAIN},
    {"lscb_effectiveness", "lscb", "Local Safeguarding Children Board", OFS_ROW_APART},
    {NULL, NULL, NULL, 0},
};

const ofs_row *sif_row(const char *key)
{
    const ofs_row *row = ofs_row_keyed(SIF_ROWS, key);
    return row ? row : ofs_row_keyed(SENTENCES, key);
}

const char *const SIF_TITLES[] = {"re-inspection of services for children in need of help",
                                  "reinspection of services for children in need of help",
                                  "re inspection of services for children in need of help", SIF_TITLE, NULL};

int sif_reviews_board_alone(const ofs_report *report)
{
    return report->title.n && ofs_has_phrase(report->title, SIF_REVIEW) &&
           !ofs_has_phrase(report->title, "inspection of services");
}
