/* absent.c: how far a glyph can reach whose font is not embedded. The file says how it advances; each reader draws it from
 * another font, as its machine has them, and may or may not make it as wide as the file says.
 *
 * A box is given at its most and at its least, for any font that text is set in. May not decide by them: whoever looks at a
 * box has to come to one result with both, or to refuse. */
#include <float.h>
#include <string.h>

#include "base/text.h"
#include "pdf/own/parts.h"

enum { WIDEST = 4000, WIDE = 1150, USUAL = 900, LEAST_RIGHT = 100, MOST_LEFT = 250 };

/* In thousandths of an em from the baseline: at most from `bottom` to `top`, at least from `low` to `high`. */
typedef struct bounds {
    const char *chars;
    int16_t bottom, low, high, top;
} bounds;

static const bounds known[] = {
    {"ABCDEFGHIJKLMNOPQRSTUVWXYZbdfhkl", -350, 20, 600, 850},
    {"acegijmnopqrstuvwxyz0123456789", -350, 20, 400, 850}, /* digits may be old-style */
    {".,", -250, 20, 60, 250},
    {":;", -250, 60, 300, 700},
    {"-", 100, INT16_MAX, INT16_MIN, 440},
    {"!?()[]{}|/\\&@#%$", -400, 60, 400, 1100},
};
static const bounds others = {"", -400, INT16_MAX, INT16_MIN, 1100}; /* may be anywhere between */

static const bounds *bounds_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (ofs_is_any_of(c, known[i].chars))
            return &known[i];
    return &others;
}

/* Where the glyph ends on the right: in the middle of the bounds, off by the slack. */
float ofs_own_unsure_right(const ofs_own_glyph *glyph, float *slack)
{
    float least = 0.2f * (float)glyph->advance;
    least = least < LEAST_RIGHT ? least : LEAST_RIGHT;
    *slack = ((float)glyph->right - least) / 2;
    return least + *slack;
}

int ofs_own_is_in_all_fonts(uint32_t c)
{
    return (c > ' ' && c < 0x7F) || c == 0xA3 || c == 0x2013 || c == 0x2014 || c == 0x2018 || c == 0x2019 ||
           c == 0x201C || c == 0x201D || c == 0x2022;
}

static int16_t reach_of(uint32_t c)
{
    return ofs_is_any_of(c, "mwMW@%&") || c == 0x2014 ? WIDE : USUAL;
}

static int16_t larger(int a, int b)
{
    return (int16_t)(a > b ? a : b);
}

void ofs_own_bound(ofs_own *own, ofs_own_glyph *glyph)
{
    const bounds *b = bounds_of(glyph->unicode);
    if (glyph->advance > WIDEST)
        ofs_own_refuse(own, "a font with an odd width");
    glyph->is_unsure = 1;
    glyph->left = larger(glyph->advance / 2, MOST_LEFT);
    glyph->left = (int16_t)-glyph->left;
    glyph->right = larger(glyph->advance + glyph->advance / 4, reach_of(glyph->unicode));
    glyph->bottom = b->bottom;
    glyph->top = b->top;
}

/* Across, from the first glyph to the last: each begins within an em. */
ofs_own_box ofs_own_least_box(ofs_own *own, const ofs_own_text *text)
{
    float share = text->size / 1000, low = INT16_MAX, high = INT16_MIN;
    ofs_own_box box = {FLT_MAX, 0, -FLT_MAX, 0};
    for (uint32_t i = 0; i < text->count; i++) {
        const ofs_own_item *item = &own->items[text->first + i];
        const ofs_own_glyph *glyph = item->code == OWN_KERN ? NULL : ofs_own_glyph_at(own, text->font, item->code);
        if (!glyph || !glyph->is_unsure)
            continue;
        const bounds *b = bounds_of(glyph->unicode);
        box.left = item->x + WIDE * share < box.left ? item->x + WIDE * share : box.left;
        box.right = item->x > box.right ? item->x : box.right;
        low = b->low < low ? b->low : low;
        high = b->high > high ? b->high : high;
    }
    box.bottom = low * share;
    box.top = high * share;
    int is_wide = box.left < box.right;
    box = ofs_pdf_transform_box(&text->matrix, &box);
    if (!is_wide) {
        box.left = FLT_MAX;
        box.right = -FLT_MAX;
    }
    if (low > high) {
        box.bottom = FLT_MAX;
        box.top = -FLT_MAX;
    }
    return box;
}
