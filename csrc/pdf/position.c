/* position.c: a page without (good) tags, read by where its characters stand: from top to bottom, from
 * left to right, columns parted by a tab. May not look beyond the page, nor at tags.
 */
#include "base/text.h"
#include "pdf/page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* In ems. */
static const float same_baseline = 0.6f, same_line = 0.4f, backwards = 0.5f, next_word = 0.15f, next_column = 1.2f,
                   half_line = 0.95f;
/* How far a baseline may rise on its way. */
static const float slant = 0.1f;

/* Of a sheet with two pages: its width by its height; half the gutter and a long line by its width. */
static const float sheet_ratio = 1.2f, half_gutter = 0.02f, long_line = 0.12f;

enum { MOST_SLANTED = 4 /* one in so many letters */, LEAST_LONG_LINES = 3 };

/* Characters side by side on one line, no further apart than words are. */
typedef struct fragment {
    int first, last, run;
    float left, right, y, size;
} fragment;

typedef struct fragments {
    fragment *at;
    uint32_t count, capacity;
} fragments;

static int goes_on(const fragment *f, const ofs_pdf_place *place, float size)
{
    float em = size > f->size ? size : f->size, gap = place->left - f->right;
    return fabsf(place->y - f->y) < same_baseline * em && gap > -backwards * em && gap < next_column * em;
}

/* Its baseline rises or falls, as a watermark's does. */
static int is_slanted(const ofs_pdf *pdf, const ofs_pdf_run *run)
{
    ofs_pdf_place first, last;
    int begin = run->first, end = run->end - 1;
    while (begin < end && !ofs_pdf_is_visible(pdf->page.chars[begin]))
        begin++;
    while (end > begin && !ofs_pdf_is_visible(pdf->page.chars[end]))
        end--;
    pdf->reader->char_place(pdf, begin, &first);
    pdf->reader->char_place(pdf, end, &last);
    float rise = fabsf(last.y - first.y);
    return rise > slant * fabsf(last.left - first.left) && rise > same_line * run->size;
}

/* Words aslant are no part of a page that is set straight: its lines would be torn by them. They count as placed as long
 * as the rest is written. */
static void leave_out_slanted(ofs_pdf *pdf)
{
    uint64_t all = 0, slanted = 0;
    for (uint32_t i = 0; i < pdf->page.run_count; i++) {
        ofs_pdf_run *run = &pdf->page.runs[i];
        if (run->hidden || !run->letters)
            continue;
        run->placed = is_slanted(pdf, run) != 0;
        all += run->letters;
        slanted += run->placed ? run->letters : 0;
    }
    for (uint32_t i = 0; i < pdf->page.run_count; i++)
        pdf->page.runs[i].placed = pdf->page.runs[i].placed && slanted * MOST_SLANTED < all;
}

static void collect(ofs_pdf *pdf, fragments *list)
{
    int broken = 1;
    for (uint32_t r = 0; r < pdf->page.run_count; r++) {
        const ofs_pdf_run *run = &pdf->page.runs[r];
        for (int i = run->first; i < run->end && !run->hidden && !run->placed; i++) {
            uint32_t c = pdf->page.chars[i];
            broken |= c == '\n';
            if (!ofs_pdf_is_visible(c))
                continue;
            ofs_pdf_place place;
            pdf->reader->char_place(pdf, i, &place);
            ofs_pdf_be_sure(pdf, 0, place.slack);
            fragment *f = list->count ? &list->at[list->count - 1] : NULL;
            if (!f || !goes_on(f, &place, run->size) || (broken && place.left <= f->right)) {
                list->at = ofs_arena_grow(&pdf->scratch, list->at, list->count, &list->capacity, sizeof(fragment));
                f = &list->at[list->count++];
                f->first = i;
                f->run = (int)r;
                f->left = place.left;
                f->y = place.y;
                f->size = run->size;
            } else if (broken && place.left - f->right > next_word * run->size) {
                pdf->page.chars[i - 1] = ' '; /* the line end that PDFium makes up at some raised marks */
            }
            f->last = i;
            f->right = place.right;
            broken = c == OFS_PDF_HYPHEN;
        }
    }
}

static int from_top(const void *a, const void *b)
{
    const fragment *f = a, *g = b;
    if (f->y != g->y)
        return f->y > g->y ? -1 : 1;
    return f->first - g->first;
}

static int from_left(const void *a, const void *b)
{
    const fragment *f = a, *g = b;
    if (f->left != g->left)
        return f->left < g->left ? -1 : 1;
    return f->first - g->first;
}

/* '12.' or one character, as a bullet is: what follows it is no column. */
static int is_label(const ofs_pdf *pdf, const fragment *f)
{
    int digits = f->first;
    while (digits <= f->last && ofs_is_digit((int)pdf->page.chars[digits]))
        digits++;
    return f->last == f->first || (digits == f->last && f->last - f->first <= 3);
}

static void write_fragment(ofs_pdf *pdf, const fragment *f)
{
    int run = f->run;
    for (int i = f->first; i <= f->last; i++) {
        while (i >= pdf->page.runs[run].end)
            run++;
        if (pdf->page.chars[i] != '\n' && !pdf->page.runs[run].hidden && !pdf->page.runs[run].placed)
            ofs_pdf_write_char(pdf, run, i);
    }
}

static void write_line(ofs_pdf *pdf, const fragment *line, uint32_t count)
{
    static const ofs_pdf_block unknown = {0, 0, 0, OFS_LINE_UNKNOWN, 0, 0};
    ofs_pdf_begin_block(pdf, &unknown, 0);
    for (uint32_t k = 0; k < count; k++) {
        const fragment *f = &line[k];
        if (k) {
            float gap = f->left - line[k - 1].right;
            if (gap > next_column * f->size && !(k == 1 && is_label(pdf, line)))
                ofs_pdf_write_tab(pdf);
            else if (gap > next_word * f->size)
                ofs_pdf_write_space(pdf);
        }
        write_fragment(pdf, f);
    }
    ofs_pdf_end_block(pdf);
}

/* The end of the fragments that share the first one's line. */
static uint32_t line_end(const fragments *list, uint32_t first)
{
    const fragment *f = &list->at[first];
    uint32_t end = first;
    while (end < list->count && f->y - list->at[end].y <= same_line * f->size)
        end++;
    return end;
}

/* A cell that is centred beside two lines of its neighbour stands between them: it belongs to the upper one. */
static int is_centred_beside(const fragments *list, uint32_t first, uint32_t middle, uint32_t lower)
{
    if (lower >= list->count)
        return 0;
    const fragment *f = &list->at[first], *m = &list->at[middle];
    if (f->y - m->y > half_line * f->size || m->y - list->at[lower].y > half_line * f->size)
        return 0;
    float right = f->right, left = m->left;
    for (uint32_t i = first; i < middle; i++)
        right = list->at[i].right > right ? list->at[i].right : right;
    for (uint32_t i = middle; i < lower; i++)
        left = list->at[i].left < left ? list->at[i].left : left;
    return right <= left && list->at[lower].left < left;
}

/* Where two pages were printed side by side on one sheet: it is wider than high, and nothing stands in its middle, with
 * several lines on the left and anything on the right, where the last page may end soon. 0: this is one page. */
static float middle_of_two(const ofs_pdf *pdf, const fragments *list)
{
    float width = pdf->page.width, middle = pdf->page.left + width / 2, gutter = half_gutter * width;
    uint32_t left = 0, right = 0;
    if (width < sheet_ratio * pdf->page.height)
        return 0;
    for (uint32_t i = 0; i < list->count; i++) {
        const fragment *f = &list->at[i];
        if (f->left < middle + gutter && f->right > middle - gutter)
            return 0;
        left += f->left < middle && f->right - f->left > long_line * width;
        right += f->left > middle;
    }
    return left >= LEAST_LONG_LINES && right ? middle : 0;
}

static void write_page(ofs_pdf *pdf, fragments list)
{
    if (list.count)
        qsort(list.at, list.count, sizeof *list.at, from_top);
    for (uint32_t i = 0, end = 0; i < list.count; i = end) {
        end = line_end(&list, i);
        uint32_t lower = line_end(&list, end);
        if (is_centred_beside(&list, i, end, lower))
            end = lower;
        qsort(list.at + i, end - i, sizeof *list.at, from_left);
        write_line(pdf, list.at + i, end - i);
    }
}

/* Lines that follow are on a page of their own, which the file does not count. */
static void begin_right_page(ofs_pdf *pdf, float middle)
{
    ofs_source *source = pdf->source;
    if (!source->sheets) {
        source->sheets = OFS_NEW_ARRAY(&source->arena, uint32_t, 2 * (size_t)source->pages);
        for (uint32_t page = 1; page <= pdf->page_number; page++)
            source->sheets[page - 1] = page;
    }
    pdf->right_pages++;
    source->sheets[pdf->page_number + pdf->right_pages - 1] = pdf->page_number;
    pdf->edge = middle;
}

/* The left page of a sheet, then the right one, whose lines are measured from its own edge. */
static void write_sheet(ofs_pdf *pdf, fragments list)
{
    if (!list.count)
        return;
    float middle = middle_of_two(pdf, &list);
    fragments right = {list.at + list.count, 0, 0};
    if (middle > 0) {
        qsort(list.at, list.count, sizeof *list.at, from_left);
        while (right.at[-1].left > middle) {
            right.at--;
            right.count++;
        }
        list.count -= right.count;
    }
    write_page(pdf, list);
    if (right.count)
        begin_right_page(pdf, middle);
    write_page(pdf, right);
    pdf->edge = 0;
}

void ofs_pdf_write_by_position(ofs_pdf *pdf)
{
    fragments list = {NULL, 0, 0};
    leave_out_slanted(pdf);
    collect(pdf, &list);
    write_sheet(pdf, list);
    for (uint32_t i = 0; i < pdf->page.run_count; i++)
        pdf->page.runs[i].placed = !pdf->page.runs[i].placed;
    ofs_pdf_write_rest(pdf);
}
