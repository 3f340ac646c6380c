/* recognise.c: which framework a document belongs to, also where its text has lost its line ends or another document stands
 * before it. May not know one framework's words. */
#include "frameworks/all.h"

#include "base/words.h"
#include "facts/facts.h"
#include "infer/infer.h"
#include "outline/publisher.h"
#include "readers/readers.h"

enum {
    LONGEST_OPENING = 6000, /* bytes */
    OPENING_LINES = 80,
    MOST_GREETING_WORDS = 7
};

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

/* The byte behind these words, a space and a capital first, where they stand within the line; -1: they do not. */
static int64_t behind_words_within(ofs_str text, const char *words)
{
    uint32_t n;
    int64_t at = ofs_phrase_find(text, words, &n);
    return at >= 0 && ofs_is_upper(text.p[at + 1]) ? at + n : -1;
}

/* The line goes on in the next one, in the middle of a sentence. */
static int goes_on(const ofs_source *source, uint32_t i)
{
    return i + 1 < source->line_count && !(source->lines[i + 1].flags & OFS_LINE_GAP) &&
           ofs_starts_lower(ofs_line_text(source, &source->lines[i + 1]));
}

/* A letter's salutation stands within line i, or more than a name stands behind it. */
static int greets_within(const ofs_source *source, uint32_t i, ofs_str text)
{
    if (ofs_phrase_at(text, "dear "))
        return goes_on(source, i) || ofs_count_words(text) > MOST_GREETING_WORDS;
    int64_t behind = behind_words_within(text, " dear");
    return behind == text.n || (behind > 0 && behind + 1 < text.n && ofs_is_upper(text.p[behind + 1]));
}

/* What begins a line has come to stand within this one. */
static int runs_on(const ofs_source *source, uint32_t i)
{
    ofs_str text = ofs_trim(ofs_line_text(source, &source->lines[i]));
    return ofs_before_label(text).n < text.n || behind_words_within(text, " inspection of ") >= 0 ||
           greets_within(source, i, text);
}

/* Paragraphs that were filled anew are joined, where lines of the cover or of the letter's head run on. */
static void join_filled_lines(ofs_source *source)
{
    uint32_t width = source->is_markdown || source->is_given || source->by_position ? 0 : ofs_filled_width(source);
    uint32_t i = 0, end = source->line_count < OPENING_LINES ? source->line_count : OPENING_LINES;
    while (width && i < end && !runs_on(source, i))
        i++;
    if (width && i < end)
        ofs_join_filled_lines(source, width);
}

static const ofs_framework *recognise(const ofs_context *context, ofs_source *source)
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

const ofs_framework *ofs_recognise(const ofs_context *context, ofs_source *source)
{
    join_filled_lines(source);
    ofs_line *lines = source->lines;
    uint32_t count = source->line_count, end = ofs_end_of_message(source);
    source->lines += end;
    source->line_count -= end;
    source->set_aside = end;
    const ofs_framework *found = recognise(context, source);
    if (!end || found != &OFS_FRAMEWORK_UNKNOWN)
        return found;
    source->lines = lines;
    source->line_count = count;
    source->set_aside = 0;
    return recognise(context, source);
}
