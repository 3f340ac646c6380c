/* recognise.c: which framework a document belongs to, also where its text has lost its line ends or another document stands
 * before it. May not know one framework's words. */
#include "frameworks/all.h"

#include "facts/facts.h"
#include "infer/infer.h"
#include "outline/publisher.h"

enum { LONGEST_OPENING = 6000 /* bytes */ };

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
    return ofs_ends_in_imprint(source) || ofs_opens_with_any(source, letterhead) ||
           (!best->rows && ofs_opens_with_any(source, OFS_SALUTATION));
}

/* An article is left as it is: each of its paragraphs on a line is nothing lost. */
static const ofs_framework *recognise_long_lines(ofs_source *source, const ofs_cuts *cuts)
{
    int uncut_sure, sure;
    const ofs_framework *uncut = ofs_surest(source, &uncut_sure);
    ofs_line *lines = source->lines;
    uint32_t count = source->line_count;
    ofs_cut_long_lines(source, cuts, NULL);
    keep_opening(source);
    const ofs_framework *best = ofs_surest(source, &sure);
    int refused = best == &OFS_FRAMEWORK_UNKNOWN || best->is_second_hand ||
                  (uncut->is_second_hand && !is_no_article(source, best));
    source->lines = lines;
    source->line_count = count;
    if (refused)
        return ofs_begin_at_report(source, uncut, uncut_sure);
    source->was_cut = ofs_cut_long_lines(source, cuts, best);
    return best;
}

const ofs_framework *ofs_recognise(const ofs_context *context, ofs_source *source)
{
    int sure;
    uint32_t known;
    const ofs_framework *const *all = ofs_frameworks(&known);
    ofs_turn_graded_lines(source, all, known);
    if (ofs_has_long_lines(source, context->cuts))
        return recognise_long_lines(source, context->cuts);
    const ofs_framework *best = ofs_surest(source, &sure);
    return ofs_begin_at_report(source, best, sure);
}
