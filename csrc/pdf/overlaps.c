/* overlaps.c: texts that stand over one another, where letters as large as a block, or many dashes, may hide words: a grid
 * of the page, in which each text marks its place: in the first plane, or where that is marked, in the next.
 *
 * May not say which of two is hidden. Knows no reader. */
#include "pdf/page.h"

#include <math.h>
#include <string.h>

enum { ROWS = 1024, WORDS = 8, BITS = 64, PLANES = OFS_PDF_LEVELS - 1 };

static const float wide = 2; /* points of a column; a row has one */
static const float much_taller = 3, other_light = 0.3f;

int ofs_pdf_may_hide(const ofs_pdf_box *text, float light, const ofs_pdf_box *other, float other_s_light)
{
    float height = text->top - text->bottom, there = other->top - other->bottom;
    int is_like = fabsf(light - other_s_light) < other_light;
    if (is_like && height < much_taller * there && there < much_taller * height)
        return 0;
    ofs_pdf_box a = ofs_pdf_core_of(text), b = ofs_pdf_core_of(other);
    return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

void ofs_pdf_begin_overlaps(ofs_pdf *pdf, const ofs_pdf_box *page)
{
    ofs_pdf_grid *grid = &pdf->page.grid;
    float width = page->right - page->left, height = page->top - page->bottom;
    if (!grid->cells)
        grid->cells = OFS_NEW_ARRAY(&pdf->scratch, uint64_t, (size_t)ROWS * WORDS * PLANES);
    grid->box = *page;
    grid->scale = fmaxf(1, fmaxf(width / (WORDS * BITS * wide), height / ROWS));
    grid->words = (int)fminf(width / (wide * grid->scale * BITS) + 1, WORDS);
    grid->rows = (int)fminf(height / grid->scale + 1, ROWS);
    memset(grid->cells, 0, sizeof(uint64_t) * PLANES * (size_t)grid->words * (size_t)grid->rows);
}

static int within(float x, int most)
{
    return x > 0 ? x < (float)most ? (int)x : most : 0;
}

/* Returns how many marks there were already, where there were most. */
static int mark(uint64_t *planes, uint64_t mask)
{
    int plane = 0;
    for (; plane < PLANES && mask; plane++) {
        uint64_t marked = planes[plane] & mask;
        planes[plane] |= mask;
        mask = marked;
    }
    return mask ? PLANES : plane - 1;
}

/* Whole cells alone, so that neighbours share none. */
int ofs_pdf_overlaps(ofs_pdf *pdf, const ofs_pdf_box *text)
{
    const ofs_pdf_grid *grid = &pdf->page.grid;
    ofs_pdf_box core = ofs_pdf_core_of(text);
    const float column = wide * grid->scale;
    int left = within(ceilf((core.left - grid->box.left) / column), grid->words * BITS);
    int right = within(floorf((core.right - grid->box.left) / column), grid->words * BITS);
    int bottom = within(ceilf((core.bottom - grid->box.bottom) / grid->scale), grid->rows);
    int top = within(floorf((core.top - grid->box.bottom) / grid->scale), grid->rows);
    int level = 0;
    for (int word = left / BITS; left < right && word <= (right - 1) / BITS; word++) {
        uint64_t mask = ~UINT64_C(0);
        if (word == left / BITS)
            mask <<= left % BITS;
        if (word == (right - 1) / BITS)
            mask &= ~UINT64_C(0) >> (BITS - 1 - (right - 1) % BITS);
        for (int row = bottom; row < top; row++) {
            int found = mark(&grid->cells[(row * grid->words + word) * PLANES], mask);
            level = found > level ? found : level;
        }
    }
    return level;
}
