/* all.c: the table of frameworks, and which of them a document belongs to. */
#include "frameworks/all.h"

#include "infer/infer.h"

enum { CERTAIN = 85, LONGEST_OPENING = 6000 /* bytes */ };

/* The most common first: who is certain ends the search. News last: it is what mentions the others. */
/* clang-format off */
static const ofs_framework *const FRAMEWORKS[] = {
    &OFS_FRAMEWORK_ILACS,
    &OFS_FRAMEWORK_SIF,
    &OFS_FRAMEWORK_SLAC,
    &OFS_FRAMEWORK_LAC,
    &OFS_FRAMEWORK_CHILD_PROTECTION,
    &OFS_FRAMEWORK_CRA,
    &OFS_FRAMEWORK_JAR,
    &OFS_FRAMEWORK_AREA_SEND_LETTER, /* before the reports: a monitoring inspection may be either */
    &OFS_FRAMEWORK_AREA_SEND,
    &OFS_FRAMEWORK_JTAI,
    &OFS_FRAMEWORK_FOCUSED_VISIT,
    &OFS_FRAMEWORK_MONITORING_VISIT,
    &OFS_FRAMEWORK_LETTER,
    &OFS_FRAMEWORK_NOT_READ,
    &OFS_FRAMEWORK_NEWS,
};
/* clang-format on */

static const ofs_framework *surest_for(const ofs_source *source)
{
    const ofs_framework *best = &OFS_FRAMEWORK_UNKNOWN;
    int surest = 0;
    for (size_t i = 0; i < sizeof FRAMEWORKS / sizeof *FRAMEWORKS && surest < CERTAIN; i++) {
        int sure = ofs_sureness(FRAMEWORKS[i], source);
        if (sure > surest) {
            surest = sure;
            best = FRAMEWORKS[i];
        }
    }
    return best;
}

/* Of so long lines the first sixty may be the whole report. */
static void keep_opening(ofs_source *source)
{
    while (source->line_count > 1 && source->lines[source->line_count - 1].start > LONGEST_OPENING)
        source->line_count--;
}

/* What reads as an article is none where it has a letterhead, an imprint, or a letter's salutation and no grades. */
static int is_no_article(const ofs_source *source, const ofs_framework *best)
{
    static const char *const letterhead[] = {"ofsted piccadilly gate", "piccadilly gate", NULL};
    static const char *const salutation[] = {"dear ", NULL};
    return ofs_ends_in_imprint(source) || ofs_opens_with_any(source, letterhead) ||
           (!best->rows && ofs_opens_with_any(source, salutation));
}

/* An article is left as it is: each of its paragraphs on a line is nothing lost. */
static const ofs_framework *recognise_long_lines(ofs_source *source)
{
    const ofs_framework *uncut = surest_for(source);
    ofs_line *lines = source->lines;
    uint32_t count = source->line_count;
    ofs_cut_long_lines(source, FRAMEWORKS, sizeof FRAMEWORKS / sizeof *FRAMEWORKS);
    keep_opening(source);
    const ofs_framework *best = surest_for(source);
    int refused = best == &OFS_FRAMEWORK_UNKNOWN || best->is_second_hand ||
                  (uncut->is_second_hand && !is_no_article(source, best));
    source->lines = lines;
    source->line_count = count;
    if (refused)
        return uncut;
    ofs_cut_long_lines(source, &best, 1);
    source->was_cut = 1;
    return best;
}

const ofs_framework *ofs_recognise(ofs_source *source)
{
    return ofs_has_long_lines(source) ? recognise_long_lines(source) : surest_for(source);
}
