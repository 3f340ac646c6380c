/* filled.c: a text whose paragraphs a program has filled, as mail and editors do: a line ends where the next word has no room
 * in it. What were lines of a cover or of a list may run on in the middle of others: then each paragraph is made one line,
 * which is cut by its words. A PDF's own lines are never that even: letters are of many widths there.
 *
 * May not decide what a line means. */
#include "base/text.h"
#include "source/cells.h"
#include "source/copies.h"

enum {
    LEAST_WIDTH = 40, /* characters of a line */
    MOST_WIDTH = 120,
    LEAST_ENDS = 16, /* within paragraphs */
    FIRST_ENDS = 32, /* of these */
    ONE_OTHER = 6, /* of so many lines may end early: those that a writer ended */
    EVENED = 8, /* an evened line keeps to the width but for this part of it … */
    ONE_SHORT = 40, /* … and one of so many does not; of the first ones … */
    ONE_OF_FIRST = 12,
    ONE_LONGER = 50 /* of so many is longer, and was not filled */
};

static uint32_t characters_of(ofs_str s)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < s.n; i++)
        count += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return count;
}

/* From the margin to the line's end, in characters or, roughly and soon, in bytes. */
static uint32_t width_of(const ofs_source *source, const ofs_line *line, int exact)
{
    ofs_str text = ofs_line_text(source, line);
    return line->left + (exact ? characters_of(text) : text.n);
}

/* A line ends here within a paragraph. */
static int ends_within(const ofs_source *source, uint32_t i)
{
    const ofs_line *next = &source->lines[i + 1];
    return i + 1 < source->line_count && !(next->flags & OFS_LINE_GAP) && next->page == next[-1].page;
}

static uint32_t first_word(ofs_str text)
{
    return (uint32_t)(ofs_find_byte(text.p, text.p + text.n, ' ') - text.p);
}

/* The width that all but a few of the first `count` lines keep to, a word that is longer aside; 0: they are no lines of
 * such a text. */
static uint32_t width_of_most(const ofs_source *source, uint32_t count, int exact)
{
    uint32_t of_width[MOST_WIDTH + 1] = {0}, longer = 0, width = MOST_WIDTH;
    for (uint32_t i = 0; i < count; i++) {
        ofs_str text = ofs_line_text(source, &source->lines[i]);
        uint32_t wide = width_of(source, &source->lines[i], exact);
        of_width[wide < MOST_WIDTH ? wide : MOST_WIDTH] += first_word(text) < text.n;
    }
    while (width && (longer += of_width[width]) * ONE_LONGER <= count)
        width--;
    return width >= LEAST_WIDTH && width < MOST_WIDTH ? width : 0;
}

/* How wide line i would be with the next one's first word. */
static uint32_t width_with_next(const ofs_source *source, uint32_t i, int exact)
{
    ofs_str next = ofs_line_text(source, &source->lines[i + 1]);
    ofs_str word = {next.p, first_word(next)};
    return width_of(source, &source->lines[i], exact) + 1 + (exact ? characters_of(word) : word.n);
}

/* Few of the first lines that end within a paragraph are short, as many are in nearly every text. */
static int may_be_filled(const ofs_source *source)
{
    uint32_t count = 0, ends = 0, short_ones = 0;
    for (; count < source->line_count && ends < FIRST_ENDS; count++)
        ends += (uint32_t)ends_within(source, count);
    uint32_t width = width_of_most(source, count, 0), even = width - width / EVENED;
    for (uint32_t i = 0; width && i < count && short_ones * ONE_OF_FIRST <= ends; i++)
        short_ones += ends_within(source, i) && width_with_next(source, i, 0) <= even;
    return width && ends >= LEAST_ENDS && short_ones * ONE_OF_FIRST <= ends;
}

/* Nearly all lines that end within a paragraph would be wider than any is with one word more, or, where a program evened
 * them, all but so wide. */
uint32_t ofs_filled_width(const ofs_source *source)
{
    uint32_t ends = 0, others = 0, short_ones = 0;
    uint32_t width = may_be_filled(source) ? width_of_most(source, source->line_count, 1) : 0;
    uint32_t even = width - width / EVENED;
    for (uint32_t i = 0; width && i < source->line_count; i++)
        if (ends_within(source, i)) {
            uint32_t needed = width_with_next(source, i, 1);
            ends++;
            others += needed <= width;
            short_ones += needed <= even;
        }
    return others * ONE_OTHER <= ends ? width : short_ones * ONE_SHORT <= ends ? even : 0;
}

/* Line i and the next one are one: a space for what stands between them, or nothing behind a word's hyphen. */
static void join_on(ofs_copying *copy, uint32_t i)
{
    const ofs_source *source = copy->source;
    ofs_str text = ofs_line_text(source, &source->lines[i]), next = ofs_line_text(source, &source->lines[i + 1]);
    int is_torn = text.n > 1 && text.p[text.n - 1] == '-' && text.p[text.n - 2] != ' ' && !ofs_hangs(next);
    ofs_copy(copy, (uint32_t)(text.p + text.n - copy->p));
    ofs_copy_as(copy, (uint32_t)(next.p - copy->p), is_torn ? OFS_LIT("") : OFS_LIT(" "));
}

void ofs_copy_filled_lines(ofs_source *source, uint32_t width)
{
    ofs_copying copy = ofs_begin_copy(source);
    for (uint32_t i = 0; i < source->line_count; i++)
        if (ends_within(source, i) && width_with_next(source, i, 1) > width)
            join_on(&copy, i);
    ofs_copy(&copy, (uint32_t)(copy.end - copy.p));
    ofs_end_copy(&copy);
}
