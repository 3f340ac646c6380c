/* headings.c: the headings that SIF reports print, 2013 to 2018, and what each stands for.
 *
 * May hold wordings and nothing else; a heading that is not here is a topic beneath the one before it. */
#include "frameworks/sif/sif.h"

enum { LONGEST_GRADE = 60 };

/* How a heading must match: it begins with the phrase, it is the phrase, or it is the phrase and a grade. */
typedef enum match { BEGINS, IS, GRADED } match;

static const struct {
    const char *phrase;
    match match;
    sif_kind kind;
    uint8_t level;
    const char *key;
} HEADINGS[] = {
    {"contents", IS, SIF_CONTENTS, 1, NULL},
    {"what the inspection judgement", BEGINS, SIF_MEANING, 1, NULL},
    {"what the inspection judgment", BEGINS, SIF_MEANING, 1, NULL},
    {"section 1: the local authority", BEGINS, SIF_AUTHORITY, 1, NULL},
    {"section 2: the effectiveness", BEGINS, SIF_BOARD, 1, NULL},
    {"section 2: the local safeguarding children board", BEGINS, SIF_BOARD, 1, NULL},
    {"the local authority", IS, SIF_AUTHORITY, 1, NULL},
    {"the local safeguarding children board (lscb)", IS, SIF_BOARD, 1, NULL},
    {"local safeguarding children board (lscb)", IS, SIF_BOARD, 1, NULL},
    {"the local safeguarding children board", IS, SIF_BOARD, 1, NULL},
    {"local safeguarding children board", IS, SIF_BOARD, 1, NULL},
    {"the lscb", IS, SIF_BOARD, 1, NULL},
    {"executive summary", IS, SIF_CHAPTER, 2, NULL},
    {"summary of findings", IS, SIF_CHAPTER, 2, NULL},
    {"summary of key findings", IS, SIF_CHAPTER, 2, NULL},
    {"progress since the last inspection", IS, SIF_CHAPTER, 2, NULL},
    {"summary for children and young people", IS, SIF_CHAPTER, 2, NULL},
    {"information about this local authority area", IS, SIF_CHAPTER, 2, NULL},
    {"information about the local authority area", IS, SIF_CHAPTER, 2, NULL},
    {"local authority context", IS, SIF_CHAPTER, 2, NULL},
    {"inspection judgements about the local authority", IS, SIF_CHAPTER, 2, NULL},
    {"inspection judgement about the lscb", IS, SIF_CHAPTER, 2, NULL},
    {"inspection judgements about the lscb", IS, SIF_CHAPTER, 2, NULL},
    {"inspection findings - the local safeguarding children board", BEGINS, SIF_CHAPTER, 2, NULL},
    {"inspection findings: the local safeguarding children board", BEGINS, SIF_CHAPTER, 2, NULL},
    {"key strengths and weaknesses of", BEGINS, SIF_CHAPTER, 3, NULL},
    {"recommendations", IS, SIF_RECOMMENDATIONS, 2, NULL},
    {"recommendations for the", BEGINS, SIF_RECOMMENDATIONS, 2, NULL},
    {"what does the local authority need to improve", IS, SIF_IMPROVE, 2, NULL},
    {"what does the lscb need to improve", IS, SIF_IMPROVE, 2, NULL},
    {"what does the local safeguarding children board need to improve", IS, SIF_IMPROVE, 2, NULL},
    {"priority and immediate action", IS, SIF_IMPROVEMENTS, 3, NULL},
    {"priority and immediate actions", IS, SIF_IMPROVEMENTS, 3, NULL},
    {"priority actions", IS, SIF_IMPROVEMENTS, 3, NULL},
    {"priority action", IS, SIF_IMPROVEMENTS, 3, NULL},
    {"areas for improvement", IS, SIF_IMPROVEMENTS, 3, NULL},
    {"the local authority has the following strengths", IS, SIF_STRENGTHS, 3, NULL},
    {"the lscb has the following strengths", IS, SIF_STRENGTHS, 3, NULL},
    {"the local authority's strengths", IS, SIF_STRENGTHS, 2, NULL},
    {"the lscb's strengths", IS, SIF_STRENGTHS, 2, NULL},
    {"summary", IS, SIF_SUMMARY, 3, NULL},
    {"inspection findings", IS, SIF_TOPIC, 3, NULL},
    {"local leadership", IS, SIF_TOPIC, 3, NULL},
    {"children living in", BEGINS, SIF_TOPIC, 3, NULL},
    {"children and young people living in", BEGINS, SIF_TOPIC, 3, NULL},
    {"child protection in", BEGINS, SIF_TOPIC, 3, NULL},
    {"children looked after in", BEGINS, SIF_TOPIC, 3, NULL},
    {"children and young people looked after in", BEGINS, SIF_TOPIC, 3, NULL},
    {"children in care in", BEGINS, SIF_TOPIC, 3, NULL},
    {"other information about", BEGINS, SIF_TOPIC, 3, NULL},
    {"additional contextual information", IS, SIF_TOPIC, 3, NULL},
    {"the casework model used in this area", IS, SIF_TOPIC, 3, NULL},
    {"the casework models used in this area", IS, SIF_TOPIC, 3, NULL},
    {"previous ofsted inspections", IS, SIF_PREVIOUS, 3, NULL},
    {"other ofsted inspections", IS, SIF_PREVIOUS, 3, NULL},
    {"information about this inspection", IS, SIF_INFORMATION, 1, NULL},
    {"the inspection team", IS, SIF_TEAM, 3, NULL},
    {"the experiences and progress of children who need help and protection", GRADED, SIF_AREA, 2,
     "help_and_protection"},
    {"experiences and progress of children who need help and protection", GRADED, SIF_AREA, 2, "help_and_protection"},
    {"the experiences and progress of children looked after and achieving permanence", GRADED, SIF_AREA, 2,
     "looked_after_and_permanence"},
    {"the experiences of progress of children looked after and achieving permanence", GRADED, SIF_AREA, 2,
     "looked_after_and_permanence"},
    {"experiences and progress of children looked after and achieving permanence", GRADED, SIF_AREA, 2,
     "looked_after_and_permanence"},
    {"leadership, management and governance", GRADED, SIF_AREA, 2, "leadership"},
    {"leadership management and governance", GRADED, SIF_AREA, 2, "leadership"},
    {"the graded judgement for adoption performance", GRADED, SIF_SUBAREA, 3, "adoption_performance"},
    {"the graded judgment for adoption performance", GRADED, SIF_SUBAREA, 3, "adoption_performance"},
    {"the graded judgement about adoption performance", GRADED, SIF_SUBAREA, 3, "adoption_performance"},
    {"adoption performance", GRADED, SIF_SUBAREA, 3, "adoption_performance"},
    {"the graded judgement about the experience and progress of care leavers", GRADED, SIF_SUBAREA, 3, "care_leavers"},
    {"the graded judgement about the experiences and progress of care leavers", GRADED, SIF_SUBAREA, 3, "care_leavers"},
    {"the graded judgement for the experiences and progress of care leavers", GRADED, SIF_SUBAREA, 3, "care_leavers"},
    {"the graded judgement for the experience and progress of care leavers", GRADED, SIF_SUBAREA, 3, "care_leavers"},
    {"the graded judgment about the experience and progress of care leavers", GRADED, SIF_SUBAREA, 3, "care_leavers"},
    {"the graded judgment about the experiences and progress of care leavers", GRADED, SIF_SUBAREA, 3, "care_leavers"},
    {"the graded judgment for the experiences and progress of care leavers", GRADED, SIF_SUBAREA, 3, "care_leavers"},
    {"the graded judgment for the experience and progress of care leavers", GRADED, SIF_SUBAREA, 3, "care_leavers"},
    {"the experience and progress of care leavers", GRADED, SIF_SUBAREA, 3, "care_leavers"},
    {"the experiences and progress of care leavers", GRADED, SIF_SUBAREA, 3, "care_leavers"},
    {"the local safeguarding children board (lscb)", GRADED, SIF_BOARD_JUDGEMENT, 2, "lscb_effectiveness"},
    {"the local safeguarding children board", GRADED, SIF_BOARD_JUDGEMENT, 2, "lscb_effectiveness"},
    {"the effectiveness of the local safeguarding children board (lscb)", GRADED, SIF_BOARD_JUDGEMENT, 2,
     "lscb_effectiveness"},
    {"the effectiveness of the local safeguarding children board", GRADED, SIF_BOARD_JUDGEMENT, 2,
     "lscb_effectiveness"},
    {"the effectiveness of the lscb", GRADED, SIF_BOARD_JUDGEMENT, 2, "lscb_effectiveness"},
};

/* For text that does not mark its headings; '$' ends one that must be the whole line. */
const ofs_heading SIF_HEADINGS[] = {
    {"section 1:", OFS_ROLE_LINE, 0, NULL},
    {"section 2:", OFS_ROLE_LINE, 0, NULL},
    {"the local authority$", OFS_ROLE_LINE, 0, NULL},
    {"the local safeguarding children board (lscb)$", OFS_ROLE_LINE, 0, NULL},
    {"the local safeguarding children board is", OFS_ROLE_LINE, 0, NULL},
    {"the local safeguarding children board requires", OFS_ROLE_LINE, 0, NULL},
    {"the local safeguarding children board (lscb) is", OFS_ROLE_LINE, 0, NULL},
    {"the local safeguarding children board (lscb) requires", OFS_ROLE_LINE, 0, NULL},
    {"the effectiveness of the lscb", OFS_ROLE_LINE, 0, NULL},
    {"executive summary$", OFS_ROLE_LINE, 0, NULL},
    {"contents$", OFS_ROLE_LINE, 0, NULL},
    {"summary$", OFS_ROLE_LINE, 0, NULL},
    {"recommendations$", OFS_ROLE_LINE, 0, NULL},
    {"inspection findings", OFS_ROLE_LINE, 0, NULL},
    {"summary of findings$", OFS_ROLE_LINE, 0, NULL},
    {"summary of key findings$", OFS_ROLE_LINE, 0, NULL},
    {"this local authority requires", OFS_ROLE_LINE, 0, NULL},
    {"this local authority is", OFS_ROLE_LINE, 0, NULL},
    {"this local authority has serious", OFS_ROLE_LINE, 0, NULL},
    {"the local authority has the following strengths", OFS_ROLE_LINE, 0, NULL},
    {"the local authority's strengths$", OFS_ROLE_LINE, 0, NULL},
    {"the lscb's strengths$", OFS_ROLE_LINE, 0, NULL},
    {"what does the local authority need to improve", OFS_ROLE_LINE, 0, NULL},
    {"what does the lscb need to improve", OFS_ROLE_LINE, 0, NULL},
    {"priority and immediate action$", OFS_ROLE_LINE, 0, NULL},
    {"areas for improvement$", OFS_ROLE_LINE, 0, NULL},
    {"progress since the last inspection$", OFS_ROLE_LINE, 0, NULL},
    {"summary for children and young people$", OFS_ROLE_LINE, 0, NULL},
    {"information about this local authority area", OFS_ROLE_LINE, 0, NULL},
    {"information about this inspection$", OFS_ROLE_LINE, 0, NULL},
    {"the inspection team$", OFS_ROLE_LINE, 0, NULL},
    {"previous ofsted inspections$", OFS_ROLE_LINE, 0, NULL},
    {"other ofsted inspections$", OFS_ROLE_LINE, 0, NULL},
    {"local leadership$", OFS_ROLE_LINE, 0, NULL},
    {"children living in this area$", OFS_ROLE_LINE, 0, NULL},
    {"child protection in this area$", OFS_ROLE_LINE, 0, NULL},
    {"children looked after in this area$", OFS_ROLE_LINE, 0, NULL},
    {"other information about this area$", OFS_ROLE_LINE, 0, NULL},
    {"inspection judgements about the local authority$", OFS_ROLE_LINE, 0, NULL},
    {"inspection judgement about the lscb$", OFS_ROLE_LINE, 0, NULL},
    {"what the inspection judg", OFS_ROLE_LINE, 0, NULL},
    {"the experiences and progress of children who need help and protection", OFS_ROLE_LINE, 0, NULL},
    {"the experiences and progress of children looked after and achieving permanence", OFS_ROLE_LINE, 0, NULL},
    {"leadership, management and governance", OFS_ROLE_LINE, 0, NULL},
    {"the graded judgement", OFS_ROLE_LINE, 0, NULL},
    {"the graded judgment", OFS_ROLE_LINE, 0, NULL},
    {"key strengths and weaknesses of", OFS_ROLE_LINE, 0, NULL},
    OFS_NO_HEADING,
};

/* '… because', '… because:' */
static int gives_reasons(ofs_str text)
{
    static const ofs_str because = {"because", 7};
    text = ofs_trim_end(text, ":. ");
    return text.n > because.n && ofs_phrase_at((ofs_str){text.p + text.n - because.n, because.n}, "because");
}

static int is_about_board(ofs_str text)
{
    return ofs_has_phrase(text, "lscb") || ofs_has_phrase(text, "safeguarding children board");
}

static int matches(ofs_str text, const char *phrase, match how)
{
    ofs_grade grade;
    ofs_str words;
    uint32_t n = ofs_phrase_at(text, phrase);
    if (!n || how == BEGINS)
        return n != 0;
    ofs_str rest = ofs_trim_end((ofs_str){text.p + n, text.n - n}, ".:?");
    if (!rest.n)
        return 1;
    return how == GRADED && rest.n <= LONGEST_GRADE && ofs_split_heading(text, &words, &grade);
}

sif_heading sif_heading_of(ofs_str text)
{
    text = ofs_trim(text);
    while (text.n && ofs_is_digit(text.p[0])) { /* '1Information about …': a footnote's mark before the words */
        text.p++;
        text.n--;
    }
    if (gives_reasons(text))
        return (sif_heading){SIF_BECAUSE, 3, is_about_board(text) ? "lscb_effectiveness" : "overall_effectiveness"};
    char first = text.n ? (char)(*text.p | 0x20) : 0; /* every heading begins with a letter */
    for (size_t i = 0; i < sizeof HEADINGS / sizeof *HEADINGS; i++)
        if (*HEADINGS[i].phrase == first && matches(text, HEADINGS[i].phrase, HEADINGS[i].match))
            return (sif_heading){HEADINGS[i].kind, HEADINGS[i].level, HEADINGS[i].key};
    return (sif_heading){SIF_OTHER, 0, NULL};
}
