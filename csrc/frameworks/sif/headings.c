/* headings.c: the headings that SIF reports print, 2013 to 2018, and what each stands for.
 *
 * May hold wordings and nothing else; a heading that is not here is a topic beneath the one before it. Of two that a
 * text is, the first counts: a part's heading before the judgement in the same words. */
#include "frameworks/sif/sif.h"

const ofs_heading SIF_HEADINGS[] = {
    {"contents$", OFS_ROLE_CONTENTS, 1, NULL},
    {"what the inspection judg", OFS_ROLE_MEANING, 1, NULL},
    {"section 1:", OFS_ROLE_AUTHORITY, 1, NULL},
    {"section 2:", OFS_ROLE_BOARD, 1, NULL},
    {"the local authority$", OFS_ROLE_AUTHORITY, 1, NULL},
    {"the local safeguarding children board (lscb)$", OFS_ROLE_BOARD, 1, NULL},
    {"local safeguarding children board (lscb)$", OFS_ROLE_BOARD, 1, NULL},
    {"the local safeguarding children board$", OFS_ROLE_BOARD, 1, NULL},
    {"local safeguarding children board$", OFS_ROLE_BOARD, 1, NULL},
    {"the lscb$", OFS_ROLE_BOARD, 1, NULL},
    {"executive summary$", OFS_ROLE_CHAPTER, 2, NULL},
    {"summary of findings$", OFS_ROLE_CHAPTER, 2, NULL},
    {"summary of key findings$", OFS_ROLE_CHAPTER, 2, NULL},
    {"progress since the last inspection$", OFS_ROLE_CHAPTER, 2, NULL},
    {"summary for children and young people$", OFS_ROLE_CHAPTER, 2, NULL},
    {"information about this local authority area", OFS_ROLE_CHAPTER, 2, NULL},
    {"information about the local authority area$", OFS_ROLE_CHAPTER, 2, NULL},
    {"local authority context$", OFS_ROLE_CHAPTER, 2, NULL},
    {"inspection judgements about the local authority$", OFS_ROLE_CHAPTER, 2, NULL},
    {"inspection judgement about the lscb$", OFS_ROLE_CHAPTER, 2, NULL},
    {"inspection judgements about the lscb$", OFS_ROLE_CHAPTER, 2, NULL},
    {"inspection findings - the local safeguarding children board", OFS_ROLE_CHAPTER, 2, NULL},
    {"inspection findings: the local safeguarding children board", OFS_ROLE_CHAPTER, 2, NULL},
    {"inspection findings the local safeguarding children board", OFS_ROLE_CHAPTER, 2, NULL}, /* its dash was lost */
    {"key strengths and weaknesses of", OFS_ROLE_CHAPTER, 3, NULL},
    {"recommendations$", OFS_ROLE_IMPROVE, 2, NULL},
    {"recommendations for the", OFS_ROLE_IMPROVE, 2, NULL},
    {"what does the local authority need to improve", OFS_ROLE_IMPROVE, 2, NULL},
    {"what does the lscb need to improve", OFS_ROLE_IMPROVE, 2, NULL},
    {"what does the local safeguarding children board need to improve$", OFS_ROLE_IMPROVE, 2, NULL},
    {"priority and immediate action$", OFS_ROLE_IMPROVE_PART, 3, NULL},
    {"priority and immediate actions$", OFS_ROLE_IMPROVE_PART, 3, NULL},
    {"priority actions$", OFS_ROLE_IMPROVE_PART, 3, NULL},
    {"priority action$", OFS_ROLE_IMPROVE_PART, 3, NULL},
    {"areas for improvement$", OFS_ROLE_IMPROVE_PART, 3, NULL},
    {"the local authority has the following strengths", OFS_ROLE_STRENGTHS, 3, NULL},
    {"the lscb has the following strengths$", OFS_ROLE_STRENGTHS, 3, NULL},
    {"the local authority's strengths$", OFS_ROLE_STRENGTHS, 2, NULL},
    {"the lscb's strengths$", OFS_ROLE_STRENGTHS, 2, NULL},
    {"summary$", OFS_ROLE_SUMMARY, 3, NULL},
    {"inspection findings$", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"local leadership$", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"children living in", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"children and young people living in", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"child protection in", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"children looked after in", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"children and young people looked after in", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"children in care in", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"other information about", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"additional contextual information$", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"the casework model used in this area$", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"the casework models used in this area$", OFS_ROLE_SUBTOPIC, 3, NULL},
    {"previous ofsted inspections$", OFS_ROLE_PREVIOUS, 3, NULL},
    {"other ofsted inspections$", OFS_ROLE_PREVIOUS, 3, NULL},
    {"information about this inspection$", OFS_ROLE_ABOUT, 1, NULL},
    {"the inspection team$", OFS_ROLE_TEAM, 3, NULL},
    {"the experiences and progress of children who need help and protection", OFS_ROLE_JUDGEMENT, 2,
     "help_and_protection"},
    {"experiences and progress of children who need help and protection", OFS_ROLE_JUDGEMENT, 2, "help_and_protection"},
    {"the experiences and progress of children looked after and achieving permanence", OFS_ROLE_JUDGEMENT, 2,
     "looked_after_and_permanence"},
    {"the experiences of progress of children looked after and achieving permanence", OFS_ROLE_JUDGEMENT, 2,
     "looked_after_and_permanence"},
    {"experiences and progress of children looked after and achieving permanence", OFS_ROLE_JUDGEMENT, 2,
     "looked_after_and_permanence"},
    {"leadership, management and governance", OFS_ROLE_JUDGEMENT, 2, "leadership"},
    {"leadership management and governance", OFS_ROLE_JUDGEMENT, 2, "leadership"},
    {"the graded judgement for adoption performance", OFS_ROLE_SUBJUDGEMENT, 3, "adoption_performance"},
    {"the graded judgment for adoption performance", OFS_ROLE_SUBJUDGEMENT, 3, "adoption_performance"},
    {"the graded judgement about adoption performance", OFS_ROLE_SUBJUDGEMENT, 3, "adoption_performance"},
    {"adoption performance", OFS_ROLE_SUBJUDGEMENT, 3, "adoption_performance"},
    {"the graded judgement about the experience and progress of care leavers", OFS_ROLE_SUBJUDGEMENT, 3,
     "care_leavers"},
    {"the graded judgement about the experiences and progress of care leavers", OFS_ROLE_SUBJUDGEMENT, 3,
     "care_leavers"},
    {"the graded judgement for the experiences and progress of care leavers", OFS_ROLE_SUBJUDGEMENT, 3, "care_leavers"},
    {"the graded judgement for the experience and progress of care leavers", OFS_ROLE_SUBJUDGEMENT, 3, "care_leavers"},
    {"the graded judgment about the experience and progress of care leavers", OFS_ROLE_SUBJUDGEMENT, 3, "care_leavers"},
    {"the graded judgment about the experiences and progress of care leavers", OFS_ROLE_SUBJUDGEMENT, 3,
     "care_leavers"},
    {"the graded judgment for the experiences and progress of care leavers", OFS_ROLE_SUBJUDGEMENT, 3, "care_leavers"},
    {"the graded judgment for the experience and progress of care leavers", OFS_ROLE_SUBJUDGEMENT, 3, "care_leavers"},
    {"the experience and progress of care leavers", OFS_ROLE_SUBJUDGEMENT, 3, "care_leavers"},
    {"the experiences and progress of care leavers", OFS_ROLE_SUBJUDGEMENT, 3, "care_leavers"},
    {"the local safeguarding children board (lscb)", OFS_ROLE_BOARD_JUDGEMENT, 2, "lscb_effectiveness"},
    {"the local safeguarding children board", OFS_ROLE_BOARD_JUDGEMENT, 2, "lscb_effectiveness"},
    {"the effectiveness of the local safeguarding children board (lscb)", OFS_ROLE_BOARD_JUDGEMENT, 2,
     "lscb_effectiveness"},
    {"the effectiveness of the local safeguarding children board", OFS_ROLE_BOARD_JUDGEMENT, 2, "lscb_effectiveness"},
    {"the effectiveness of the lscb", OFS_ROLE_BOARD_JUDGEMENT, 2, "lscb_effectiveness"},
    {"the local safeguarding children board is", OFS_ROLE_LINE, 0, NULL},
    {"the local safeguarding children board requires", OFS_ROLE_LINE, 0, NULL},
    {"the local safeguarding children board (lscb) is", OFS_ROLE_LINE, 0, NULL},
    {"the local safeguarding children board (lscb) requires", OFS_ROLE_LINE, 0, NULL},
    {"this local authority requires", OFS_ROLE_LINE, 0, NULL},
    {"this local authority is", OFS_ROLE_LINE, 0, NULL},
    {"this local authority has serious", OFS_ROLE_LINE, 0, NULL},
    {"the graded judgement", OFS_ROLE_LINE, 0, NULL},
    {"the graded judgment", OFS_ROLE_LINE, 0, NULL},
    {"inspection findings", OFS_ROLE_LINE, 0, NULL},
    OFS_NO_HEADING,
};

int sif_is_about_board(ofs_str text)
{
    return ofs_has_phrase(text, "lscb") || ofs_has_phrase(text, "safeguarding children board");
}

/* Hooks, as the table can say neither: reasons are told by their last word, and 'Information about …' may have a
 * footnote's mark before it. */
ofs_heading sif_heading_of(const ofs_reader *reader, ofs_str text)
{
    text = ofs_trim(text);
    while (text.n && ofs_is_digit(text.p[0]))
        text = (ofs_str){text.p + 1, text.n - 1};
    if (ofs_gives_reasons(reader->framework, text))
        return (ofs_heading){NULL, OFS_ROLE_REASONS, 3,
                             sif_is_about_board(text) ? "lscb_effectiveness" : "overall_effectiveness"};
    const ofs_heading *heading = ofs_heading_of(reader->headings, text);
    ofs_str words;
    ofs_grade grade;
    if (!heading && ofs_split_heading(text, &words, &grade))
        heading = ofs_heading_keyed(SIF_HEADINGS, ofs_nearest_key(SIF_ROWS, SIF_HEADINGS, words));
    return heading ? *heading : (ofs_heading)OFS_NO_HEADING;
}
