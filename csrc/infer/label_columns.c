/* label_columns.c: numbers or bullets that an extractor printed above each other, and below them, in the same order,
 * the paragraphs that they belong to.
 *
 * Only lines of unknown kind, and only where there are as many paragraphs as labels; else everything stays as it is. */
#include "infer/infer.h"

#include <string.h>

enum { LEAST_LABELS = 2, MOST_LABELS = 64 };

/* The line is a label and nothing more; *number is 0 for a bullet. */
static int lone_label(const ofs_source *source, const ofs_line *line, uint32_t *number)
{
    ofs_str text = ofs_line_text(source, line);
    uint32_t length = 0;
    if (line->kind != OFS_LINE_UNKNOWN)
        return 0;
    *number = ofs_number_label(text, &length);
    if (!*number)
        length = ofs_bullet_label(text);
    return length && length == text.n;
}

/* A line that no paragraph goes on over. */
static int ends_paragraphs(const ofs_source *source, uint32_t i, uint32_t page)
{
    const ofs_line *line = &source->lines[i];
    ofs_str text = ofs_line_text(source, line);
    uint32_t length;
    return line->kind != OFS_LINE_UNKNOWN || line->page != page || ofs_number_label(text, &length) ||
           ofs_bullet_label(text);
}

/* Where each of the `count` paragraphs from line `first` on begins, on the page of the labels above it; 0: there are
 * fewer. */
static int find_paragraphs(const ofs_source *source, uint32_t first, uint32_t count, uint32_t *starts)
{
    uint32_t found = 0, page = source->lines[first - 1].page;
    for (uint32_t i = first; i < source->line_count && found < count; i++) {
        if (ends_paragraphs(source, i, page))
            return 0;
        if (i == first || (source->lines[i].flags & OFS_LINE_GAP))
            starts[found++] = i;
    }
    return found == count;
}

/* Lines [first, first + count) are labels: each moves to its paragraph. A bullet leaves its mark on the paragraph
 * instead, so that the evidence is the paragraph alone. */
static void give_out(ofs_source *source, uint32_t first, uint32_t count, const uint32_t *starts)
{
    uint32_t end = starts[count - 1] + 1, made = first, number;
    ofs_line *old = OFS_NEW_ARRAY(&source->arena, ofs_line, end - first);
    memcpy(old, source->lines + first, (end - first) * sizeof *old);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t stop = k + 1 < count ? starts[k + 1] : end, paragraph = made + 1;
        int numbered = lone_label(source, &old[k], &number) && number;
        source->lines[made++] = old[k];
        if (!numbered)
            source->lines[made - 1].kind = OFS_LINE_ARTIFACT;
        for (uint32_t i = starts[k]; i < stop; i++)
            source->lines[made++] = old[i - first];
        if (!numbered)
            source->lines[paragraph].flags |= OFS_LINE_BEGINS;
    }
}

/* How many labels stand above each other from line i, numbers in turn: not the number that ends a sentence ('section
 * 20.') and what follows it. */
static uint32_t count_labels(const ofs_source *source, uint32_t i)
{
    uint32_t count = 0, number, last = 0;
    const ofs_line *lines = source->lines;
    for (; count < MOST_LABELS && i + count < source->line_count; count++) {
        if (!lone_label(source, &lines[i + count], &number) || lines[i + count].page != lines[i].page)
            break;
        if (number && (last ? number != last + 1
                            : i && !count && !(lines[i].flags & OFS_LINE_GAP) && lines[i].page == lines[i - 1].page))
            break;
        last = number;
    }
    return count;
}

void ofs_infer_label_columns(ofs_source *source)
{
    for (uint32_t i = 0; i < source->line_count; i++) {
        uint32_t count = count_labels(source, i), starts[MOST_LABELS];
        if (count >= LEAST_LABELS && i + count < source->line_count &&
            find_paragraphs(source, i + count, count, starts))
            give_out(source, i, count, starts);
        i += count ? count - 1 : 0;
    }
}
