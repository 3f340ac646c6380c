/* shapes.c: what a page paints beside its text, and which text is certainly seen among it.
 *
 * Says no where it is not certain; may not decide that a text is not seen. Knows no reader. */
#include "pdf/page.h"

#include <math.h>

enum { MOST_SHAPES = 512, MOST_LINES = 2 }; /* with more nothing is certain; lines through one text */

/* Between a text and what lies under it, on the scale of `light`. */
static const float least_contrast = 0.3f;
/* Of a text's height: what reaches into it from above or below, and a line that hides no letter. */
static const float edge = 0.2f, thin = 0.2f;
static const float paper = 1.0f;

float ofs_pdf_light_of_rgb(float red, float green, float blue)
{
    return 0.3f * red + 0.59f * green + 0.11f * blue;
}

void ofs_pdf_clear_shapes(ofs_pdf *pdf)
{
    pdf->page.shape_count = 0;
}

void ofs_pdf_add_shape(ofs_pdf *pdf, const ofs_pdf_box *box, float light, uint32_t order)
{
    ofs_pdf_page *page = &pdf->page;
    if (page->shape_count > MOST_SHAPES)
        return;
    page->shapes =
        ofs_arena_grow(&pdf->scratch, page->shapes, page->shape_count, &page->shape_capacity, sizeof(ofs_pdf_shape));
    page->shapes[page->shape_count++] = (ofs_pdf_shape){*box, light, order};
}

ofs_pdf_box ofs_pdf_core_of(const ofs_pdf_box *text)
{
    float inset = (text->top - text->bottom) * edge;
    ofs_pdf_box core = {text->left, text->bottom + inset, text->right, text->top - inset};
    if (core.right - core.left > 2 * inset) {
        core.left += inset / 2;
        core.right -= inset / 2;
    }
    return core;
}

int ofs_pdf_is_within(const ofs_pdf_box *outer, const ofs_pdf_box *inner)
{
    return inner->left >= outer->left && inner->right <= outer->right && inner->bottom >= outer->bottom &&
           inner->top <= outer->top;
}

/* Also where a number is none. */
static int differ(float light, float other)
{
    return light >= 0 && other >= 0 && fabsf(light - other) >= least_contrast;
}

int ofs_pdf_is_plainly_seen(const ofs_pdf *pdf, const ofs_pdf_box *text, float light, uint32_t order)
{
    const ofs_pdf_page *page = &pdf->page;
    uint32_t lines = 0;
    if (!differ(light, paper) || page->shape_count > MOST_SHAPES)
        return 0;
    ofs_pdf_box core = ofs_pdf_core_of(text);
    float line = (text->top - text->bottom) * thin;
    for (uint32_t i = 0; i < page->shape_count; i++) {
        const ofs_pdf_shape *shape = &page->shapes[i];
        const ofs_pdf_box *box = &shape->box;
        if (box->bottom >= core.top || box->top <= core.bottom || box->left >= core.right || box->right <= core.left)
            continue;
        if (shape->order <= order && differ(shape->light, light))
            continue;
        if ((box->right - box->left > line && box->top - box->bottom > line) || ++lines > MOST_LINES)
            return 0;
    }
    return 1;
}
