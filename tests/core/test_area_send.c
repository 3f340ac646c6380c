/* What an area SEND revisit or monitoring inspection judges: of one sentence, and by whole parses of small letters.
 * Names are invented. */
#include "check.h"

#include "frameworks/area_send/progress.h"

/* 'made this', 'not made 2 of 3', 'unsure several', for each verdict of the sentence. */
static void check_sentence(const area_send_words *words, const char *sentence, const char *want)
{
    static const char *const verdicts[] = {"unsure", "made", "not made"};
    static const char *const extents[] = {"this", "several", "", "all", "none"};
    check_words got = {{0}, 0};
    area_send_said said;
    ofs_str s = ofs_str_of(sentence);
    for (uint32_t at = 0; area_send_next_verdict(words, s, &at, &said);) {
        check_add(&got, "%s%s %s", got.n ? " | " : "", verdicts[said.verdict], extents[said.extent]);
        if (said.extent == AREA_SEND_COUNT)
            check_add(&got, "%s%d", said.is_whole ? "the " : "", said.count);
        if (said.of >= 0)
            check_add(&got, " of %d", said.of);
    }
    check_expect(sentence, want, &got);
}

static void test_verdicts(void)
{
    static const char *const cases[][2] = {
        {"The area has made sufficient progress in addressing this weakness.", "made this"},
        {"The area has not made sufficient progress in addressing this weakness.", "not made this"},
        {"The area has not yet made sufficient progress.", "not made this"},
        {"They haven\xE2\x80\x99t made sufficient progress here.", "not made this"},
        {"Leaders have not, however, made sufficient progress in this area.", "not made this"},
        {"Leaders have never made enough progress in this area.", "not made this"},
        {"The area is making sufficient progress in this area.", "made this"},
        {"Sufficient progress has been made in this area.", "made this"},
        {"Sufficient progress has now been made in this area.", "made this"},
        {"Sufficient progress has (now) been made in this area.", "made this"},
        {"Sufficient progress has (still) not been made in this area.", "not made this"},
        {"Sufficient progress has not been made in this area.", "not made this"},
        {"Sufficient progress hasn't been made.", "not made this"},
        {"There has been sufficient progress in this area.", "made this"},
        {"There is not sufficient progress in this area.", "not made this"},
        {"The area has made insufficient progress.", "not made this"},
        {"The area has not made insufficient progress.", "unsure this"},
        {"The area did not make sufficient progress.", "not made this"},
        {"The area has failed to make sufficient progress.", "not made this"},
        {"The area has yet to make sufficient progress.", "not made this"},
        {"Leaders want to make sufficient progress.", "unsure this"},
        {"The area may have made sufficient progress.", "unsure this"},
        {"The area had made sufficient progress by then.", "unsure this"},
        {"Those who have made sufficient progress say so.", "unsure this"},
        {"Sufficient progress will follow.", "unsure this"},
        {"Inspectors came to decide whether sufficient progress has been made.", ""},
        {"Leaders must make sufficient progress.", ""},
        {"Progress is strong.", ""},
        {"There is sufficient progress in this area.", "made this"},
        {"Leaders are not making sufficient progress.", "not made this"},
        {"Leaders make sufficient progress.", "unsure this"},
        {"The area has to make sufficient progress.", "unsure this"},
        {"Areas have made sufficient progress.", "made this"},
        {"Not yet, they make sufficient progress.", "unsure this"},
        {"The area has \"not\"  made  sufficient progress.", "not made this"},
        {"Sufficient progress  has  (now)  been made.", "made this"},
        {"Sufficient progress is evident here.", "made this"},
        {"Sufficient progress hasnt been made.", "not made this"},
        {"Sufficient progress has apparent been made.", "unsure this"},
        {"Sufficient progress has stalled.", "unsure this"},
        {"Sufficient progress is not evident here.", "not made this"},
        {"Sufficient progress isn't yet evident here.", "not made this"},
        {"Sufficient progress", "unsure this"},
        {"sufficient progress has", "unsure this"},
        {"It has made sufficient progress", "made this"},
        {"Insufficient progress has been made.", "not made this"},
        {"Insufficient progress has not been made.", "unsure this"},
        {"There is insufficient progress.", "not made this"},
        {"It may make insufficient progress.", "unsure this"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_sentence(&AREA_SEND_REVISIT, cases[i][0], cases[i][1]);
}

static void test_shares(void)
{
    static const char *const cases[][2] = {
        {"It has made sufficient progress in addressing two of the three weaknesses.", "made 2 of 3"},
        {"It has made sufficient progress in 3 out of 12 areas of weakness.", "made 3 of 12"},
        {"It has made sufficient progress in addressing the three weaknesses.", "made the 3"},
        {"It has not made sufficient progress in the remaining two weaknesses.", "not made 2"},
        {"It has made sufficient progress in all of the five areas.", "made all of 5"},
        {"It has made sufficient progress in both weaknesses.", "made all of 2"},
        {"It has not made sufficient progress in any of the four weaknesses.", "not made none of 4"},
        {"It has made sufficient progress in the weaknesses that were found.", "made several"},
        {"It has made sufficient progress in the weakness that was found.", "made this"},
        {"It has made sufficient progress in some areas.", "unsure several"},
        {"It has made sufficient progress in reducing waits from 14 weeks to two.", "made this"},
        {"In two of the five areas of weakness, it has not made sufficient progress.", "not made 2 of 5"},
        {"It has made sufficient progress in two areas but has not made sufficient progress in one area.",
         "made 2 | not made 1"},
        {"Sufficient progress has not been made in one.", "not made 1"},
        {"It has not made sufficient progress in the other.", "not made 1"},
        {"It has not made sufficient progress in zero.", "not made 0"},
        {"It has not made sufficient progress in the two.", "not made 2"},
        {"It has not made sufficient progress in one year.", "not made this"},
        {"It has not made sufficient progress by one.", "not made this"},
        {"It has not made sufficient progress in many.", "not made this"},
        {"Sufficient progress has been made in two of the three weaknesses.", "made 2 of 3"},
        {"Sufficient progress is evident in two of the three weaknesses.", "made 2 of 3"},
        {"It has made sufficient progress in these areas.", "made this"},
        {"It has made sufficient progress in these two areas.", "made this"},
        {"It has made sufficient progress in that area.", "made this"},
        {"It has made sufficient progress in two of these areas.", "made 2"},
        {"It has made sufficient progress in the other two areas.", "made 2"},
        {"It has made sufficient progress in two of the other three areas.", "made 2 of 3"},
        {"It has made sufficient progress in most of the three areas.", "unsure the 3"},
        {"It has made sufficient progress in all areas.", "made all"},
        {"It has made sufficient progress in every one of the eleven weaknesses.", "made all of 1"},
        {"It has made sufficient progress in each of the twelve weaknesses.", "made all of 12"},
        {"It has made sufficient progress in 10 of 21 weaknesses.", "made 10 of 21"},
        {"It has made sufficient progress in 1a of the weaknesses.", "made several"},
        {"It has made sufficient progress in a1 of the weaknesses.", "made several"},
        {"It has made sufficient progress in 210 weaknesses.", "made several"},
        {"It has made sufficient progress in the concerns.", "made several"},
        {"It has made sufficient progress in two issues.", "made 2"},
        {"It has made sufficient progress in two weaknesses", "made 2"},
        {"It has made sufficient progress in the area", "made this"},
        {"In none of the three weaknesses, sufficient progress has been made.", "made none of 3"},
        {"In some areas, it has made sufficient progress.", "unsure several"},
        {"In all three areas, it has made sufficient progress.", "made this"},
        {"It has made sufficient progress in this area, and in two of the three areas it has not made sufficient progress.",
         "made this | not made this"},
        {"It has made sufficient progress in what was found to be wrong when inspectors came to see what it does and how it "
         "does it, in two of the three weaknesses.",
         "made 2 of 3"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_sentence(&AREA_SEND_REVISIT, cases[i][0], cases[i][1]);
    check_sentence(&AREA_SEND_MONITORING,
                   "The partnership has taken effective action to address one of the two areas for priority action.",
                   "made 1 of 2");
    check_sentence(&AREA_SEND_MONITORING, "It has taken ineffective action to address this area for priority action.",
                   "not made this");
    check_sentence(&AREA_SEND_MONITORING, "Effective action has been taken on two of the three priority actions.",
                   "made 2 of 3");
    check_sentence(&AREA_SEND_MONITORING, "It has taken effective action on the areas for priority action.",
                   "made several");
    check_sentence(&AREA_SEND_MONITORING, "It has taken effective action on the area for priority action.",
                   "made this");
    check_sentence(&AREA_SEND_MONITORING, "It has made sufficient progress.", "");
}

/* One that goes on for pages has lost its stops: it is no sentence. */
static void test_long_sentences(void)
{
    static const char verdict[] = "it has made sufficient progress.";
    enum { LONGEST = 4000 };
    static char text[LONGEST + 2];
    for (uint32_t n = LONGEST; n <= LONGEST + 1; n++) {
        area_send_said said;
        uint32_t at = 0, filled = n - (sizeof verdict - 1);
        for (uint32_t i = 0; i < filled; i++)
            text[i] = i + 1 < filled ? "well "[i % 5] : ' ';
        memcpy(text + filled, verdict, sizeof verdict);
        if (area_send_next_verdict(&AREA_SEND_REVISIT, ofs_str_of(text), &at, &said) != (n == LONGEST)) {
            fprintf(stderr, "a sentence of %u bytes\n", n);
            check_failures++;
        }
    }
}

#define REVISIT                                                                                                            \
    "12 May 2021\n\nAda Quill\nDirector of Children's Services\n\nDear Ms Quill\n\n"                                       \
    "Joint area SEND revisit in Ayton\n\n"                                                                                 \
    "Between 4 May 2021 and 5 May 2021, Ofsted revisited Ayton. A statement of action was required. HMCI determined that " \
    "the council was responsible for submitting it.\n\n"
#define END "\n\nYours sincerely\n\nBram Thorne\nHer Majesty's Inspector\n"

/* 'outcome made of of: text=progress | …', then '!code' of issues on findings and progress. */
static void check_letter(const char *text, const char *want)
{
    check_words got = {{0}, 0};
    ofs_source *source = check_text_source(text);
    const ofs_report *report = check_parse(source);
    check_add(&got, "%s %d of %d", ofs_progress_slug(report->progress.outcome), report->progress.made_in,
              report->progress.of);
    for (uint32_t i = 0; i < report->significant_weaknesses.count; i++) {
        check_add(&got, " | ");
        check_add_str(&got, report->significant_weaknesses.at[i].text);
        check_add(&got, "=%s", ofs_progress_slug(report->significant_weaknesses.at[i].progress));
    }
    for (uint32_t i = 0; i < report->issue_count; i++)
        if (ofs_equal(report->issues[i].field, OFS_LIT("findings")) ||
            ofs_equal(report->issues[i].field, OFS_LIT("progress")))
            check_add(&got, " !%.*s", (int)report->issues[i].code.n, report->issues[i].code.p);
    check_expect(text, want, &got);
    ofs_source_free(source);
}

static void test_letters(void)
{
    check_letter(REVISIT "The area has made sufficient progress in one of the two weaknesses.\n\nMain findings\n\n"
                         "- The initial inspection found A.\n\nThe area has made sufficient progress in this.\n\n"
                         "- The initial inspection found B.\n\nThe area has not made sufficient progress in this." END,
                 "mixed 1 of 2 | The initial inspection found A.=sufficient_progress | The initial inspection found "
                 "B.=insufficient_progress");
    check_letter(REVISIT "The area has made sufficient progress in both weaknesses.\n\nMain findings\n\n"
                         "- The initial inspection found A.\n\n- The initial inspection found B." END,
                 "sufficient_progress 2 of 2 | The initial inspection found A.=sufficient_progress | The initial "
                 "inspection found B.=sufficient_progress");
    check_letter(REVISIT "The area has made sufficient progress in both weaknesses.\n\nMain findings\n\n"
                         "- The initial inspection found A.\n\nThe area has not made sufficient progress in this." END,
                 "sufficient_progress 2 of 2 | The initial inspection found A.=insufficient_progress !counts_disagree");
    check_letter(REVISIT
                 "The area has made sufficient progress in one of the two weaknesses. The area has made sufficient "
                 "progress in two of the weaknesses." END,
                 "mixed 1 of 2 !counts_disagree !missing");
    check_letter(REVISIT
                 "The area has made sufficient progress in addressing this weakness:\n\n- A\n- B. The area has not "
                 "made sufficient progress in this.\n- C" END,
                 " -1 of -1 | A=sufficient_progress | B.= !unreadable");
}

int main(void)
{
    test_verdicts();
    test_shares();
    test_long_sentences();
    test_letters();
    return check_result();
}
