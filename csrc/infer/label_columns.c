/* label_columns.c: numbers or bullets that an extractor printed above each other, and below them, in the same order,
 * the paragraphs that they belong to.
 *
 * Only lines of unknown kind, and only where there are as many paragraphs as labels; else everything stays as it is. */
#include "infer/infer.h"

#include "base/sentences.h"

#include <string.h>

enum { LEAST_LABELS = 2, MOST_LABELS = 64, LONGEST_TITLE = 60 };

static int lone_label(const ofs_source *source, const ofs_line *line, uint32_t *number)
{
    return line->kind == OFS_LINE_UNKNOWN && ofs_is_lone_label(ofs_line_text(source, line), number);
}

/* A line that no paragraph goes on over; numbered ones may hold bullets. */
static int ends_paragraphs(const ofs_source *source, uint32_t i, uint32_t page, int numbered)
{
    const ofs_line *line = &source->lines[i];
    ofs_str text = ofs_line_text(source, line);
    uint32_t length;
    return line->kind != OFS_LINE_UNKNOWN || line->page != page || ofs_number_label(text, &length) ||
           (!numbered && ofs_bullet_label(text));
}

/* The line begins a paragraph: numbered ones begin with a capital, behind a sentence's end. */
static int begins_paragraph(const ofs_source *source, uint32_t i, int numbered)
{
    const ofs_line *line = &source->lines[i];
    ofs_str text = ofs_line_text(source, line);
    if (!(line->flags & OFS_LINE_GAP))
        return 0;
    return !numbered || !(ofs_starts_lower(text) || ofs_bullet_label(text));
}

/* Line i begins a page, and the page before ends within a sentence. */
static int page_before_goes_on(const ofs_source *source, uint32_t i)
{
    uint32_t page = source->lines[i].page, first = i > MOST_LABELS ? i - MOST_LABELS : 0;
    while (i > first && source->lines[i - 1].kind == OFS_LINE_ARTIFACT)
        i--;
    return i > first && source->lines[i - 1].kind == OFS_LINE_UNKNOWN && source->lines[i - 1].page != page &&
           !ofs_ends_sentence(ofs_line_text(source, &source->lines[i - 1]));
}

/* Line i, where it begins a paragraph, does so with a small letter or none, as the first entry does: not a heading below
 * entries in small letters. */
static int begin_alike(const ofs_source *source, uint32_t entry, uint32_t i)
{
    return !begins_paragraph(source, i, 0) || !ofs_starts_lower(ofs_line_text(source, &source->lines[entry])) ||
           ofs_starts_lower(ofs_line_text(source, &source->lines[i]));
}

/* The first `count` lines, and no more before the next gap, are an entry each: they begin alike, with a word of a
 * sentence, as no wrapped line below a capital does. */
static int are_entries(const ofs_source *source, uint32_t first, uint32_t count, uint32_t *starts)
{
    uint32_t page = source->lines[first].page;
    for (uint32_t k = 0; k < count; k++) {
        uint32_t i = first + k;
        if (i == source->line_count || ends_paragraphs(source, i, page, 0) || (k && begins_paragraph(source, i, 0)) ||
            !ofs_starts_lower(ofs_line_text(source, &source->lines[i])))
            return 0;
        starts[k] = i;
    }
    uint32_t after = first + count;
    return after == source->line_count || (source->lines[after].flags & OFS_LINE_GAP) ||
           ends_paragraphs(source, after, page, 0);
}

/* Where each of the `count` paragraphs from line `first` on begins, on the page of the labels above it; 0: there are
 * fewer. */
static int find_paragraphs(const ofs_source *source, uint32_t first, uint32_t count, uint32_t *starts)
{
    uint32_t found = 0, page = source->lines[first - 1].page, number;
    int numbered = lone_label(source, &source->lines[first - 1], &number) && number;
    int goes_on = numbered && (ofs_starts_lower(ofs_line_text(source, &source->lines[first])) ||
                               page_before_goes_on(source, first - count)); /* with the rest of its paragraph */
    for (uint32_t i = first; i < source->line_count && found < count; i++) {
        if (ends_paragraphs(source, i, page, numbered) || (found && !numbered && !begin_alike(source, starts[0], i)))
            break;
        if (i == first ? !goes_on : begins_paragraph(source, i, numbered))
            starts[found++] = i;
    }
    return found == count || (!numbered && are_entries(source, first, count, starts));
}

/* Lines [first, first + count) are labels: each moves to its paragraph. A bullet leaves its mark on the paragraph
 * instead, so that the evidence is the paragraph alone. */
static void give_out(ofs_source *source, uint32_t first, uint32_t count, const uint32_t *starts)
{
    uint32_t end = starts[count - 1] + 1, made = first, number;
    uint32_t before = starts[0] - first - count; /* lines that go on with the paragraph of the page before */
    ofs_line *old = OFS_NEW_ARRAY(&source->arena, ofs_line, end - first);
    memcpy(old, source->lines + first, (end - first) * sizeof *old);
    memcpy(source->lines + made, old + count, before * sizeof *old);
    made += before;
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

/* Numbers [first, first + count) end their page: nothing but furniture follows. */
static int end_page(const ofs_source *source, uint32_t first, uint32_t count)
{
    uint32_t i = first + count, number;
    if (!lone_label(source, &source->lines[first], &number) || !number)
        return 0;
    while (i < source->line_count && source->lines[i].kind == OFS_LINE_ARTIFACT)
        i++;
    return source->pages && (i == source->line_count || source->lines[i].page != source->lines[first].page);
}

/* A short line that ends no sentence, as a heading does. */
static int is_short(const ofs_source *source, uint32_t i)
{
    ofs_str text = ofs_line_text(source, &source->lines[i]);
    return text.n <= LONGEST_TITLE && !ofs_ends_sentence(text);
}

/* Where each of the `count` paragraphs above line `end` begins; 0: they do not begin their page, or stand below what is
 * another's: a heading, a numbered paragraph, the rest of one from the page before. */
static int find_above(const ofs_source *source, uint32_t end, uint32_t count, uint32_t *starts)
{
    uint32_t page = source->lines[end].page, found = 0, i = end, length;
    while (i && source->lines[i - 1].page == page && source->lines[i - 1].kind == OFS_LINE_UNKNOWN) {
        ofs_str text = ofs_line_text(source, &source->lines[--i]);
        if (ofs_number_label(text, &length))
            return found == count || (found == count + 1 && length == text.n);
        int tops = !i || source->lines[i - 1].page != page || source->lines[i - 1].kind != OFS_LINE_UNKNOWN;
        if (!(source->lines[i].flags & OFS_LINE_GAP) && !tops)
            continue;
        if (found == count && is_short(source, i))
            return 1;
        if (ofs_bullet_label(text) || ofs_starts_lower(text))
            continue;
        if (found < count)
            starts[count - 1 - found] = i;
        found++;
    }
    return found == count;
}

/* Each of the labels from line `first` on goes before its paragraph above. */
static void give_back(ofs_source *source, uint32_t first, uint32_t count, const uint32_t *starts)
{
    uint32_t from = starts[0], made = from;
    ofs_line *old = OFS_NEW_ARRAY(&source->arena, ofs_line, first + count - from);
    memcpy(old, source->lines + from, (first + count - from) * sizeof *old);
    for (uint32_t k = 0; k < count; k++) {
        uint32_t stop = k + 1 < count ? starts[k + 1] : first;
        source->lines[made++] = old[first - from + k];
        for (uint32_t i = starts[k]; i < stop; i++)
            source->lines[made++] = old[i - from];
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

/* 'Since the review the' '4.' 'council has': a label that stands a little lower than its first line goes before it. */
static void lift_label(ofs_source *source, uint32_t i)
{
    ofs_line *lines = source->lines, label = lines[i];
    uint32_t number;
    if (!i || i + 1 >= source->line_count || !lone_label(source, &label, &number) || !number)
        return; /* a bullet */
    ofs_str before = ofs_line_text(source, &lines[i - 1]);
    if (lines[i - 1].kind != OFS_LINE_UNKNOWN || !(lines[i - 1].flags & OFS_LINE_GAP) ||
        lines[i - 1].page != label.page || !ofs_is_upper(before.p[0]) || ofs_ends_sentence(before) ||
        (lines[i + 1].flags & OFS_LINE_GAP) || !ofs_starts_lower(ofs_line_text(source, &lines[i + 1])))
        return;
    lines[i] = lines[i - 1];
    lines[i - 1] = label;
}

void ofs_infer_label_columns(ofs_source *source)
{
    for (uint32_t i = 0; i < source->line_count; i++) {
        if (!ofs_may_be_lone_label(ofs_line_text(source, &source->lines[i])))
            continue; /* nearly every line */
        uint32_t count = count_labels(source, i), starts[MOST_LABELS];
        if (count >= LEAST_LABELS && i + count < source->line_count &&
            find_paragraphs(source, i + count, count, starts))
            give_out(source, i, count, starts);
        else if (count >= LEAST_LABELS && end_page(source, i, count) && find_above(source, i, count, starts))
            give_back(source, i, count, starts);
        if (count == 1)
            lift_label(source, i);
        i += count ? count - 1 : 0;
    }
}
