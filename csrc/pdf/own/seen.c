/* seen.c: is every text of the page seen? Whoever draws the page can tell of any text; here it is asked only whether there
 * is no doubt, and a page with one is refused.
 *
 * What both readers hide by one rule (invisible, tiny, clipped out of its row) is left to it. */
#include <math.h>

#include "pdf/own/parts.h"

enum {
    INVISIBLE = 3,
    MOST_ANNOTATIONS = 1000,
    MOST_CLIPS = 16,
    RECTANGLE = 5, /* points of one, closed */
};

static const float least_shown = 0.7f; /* of a glyph that is cut */
static const float least_height = 0.01f;
static const float usual_height = 0.7f; /* of the size of type */
static const float sliver = 0.05f; /* points: narrower than any stroke of a letter */
static const float clear_of = 0.003f; /* of a page's longer side: some pixels of the picture that PDFium draws of it */

float ofs_own_size_of(const ofs_own_text *text)
{
    return text->size * sqrtf(text->matrix.c * text->matrix.c + text->matrix.d * text->matrix.d);
}

int ofs_own_is_clipped(ofs_own *own, const ofs_own_text *text, float size)
{
    const ofs_own_clips *clips = text->clips;
    if (!clips || clips->depth > MOST_CLIPS)
        return 0;
    int is_one = clips->depth == 1 && clips->clip.is_rect;
    if (is_one && ofs_pdf_is_within(&clips->clip.box, &text->box))
        return 0;
    int may_be_within = is_one && ofs_pdf_is_within(&clips->clip.box, &text->least);
    for (; clips; clips = clips->below)
        if ((clips->clip.points == RECTANGLE || clips->clip.points == RECTANGLE - 1) &&
            (text->matrix.f > clips->clip.box.top || text->matrix.f + size / 2 < clips->clip.box.bottom)) {
            if (may_be_within)
                ofs_own_refuse(own, "text that is clipped or not, by a font that is not embedded");
            return 1;
        }
    return 0;
}

static int is_blank(ofs_own *own, const ofs_own_text *text)
{
    for (uint32_t i = 0; i < text->count; i++) {
        const ofs_own_item *item = &own->items[text->first + i];
        if (item->code != OWN_KERN && !ofs_pdf_is_space(ofs_own_glyph_at(own, text->font, item->code)->unicode))
            return 0;
    }
    return 1;
}

/* Whether of each glyph enough to be read lies between two sides of a clip: of one whose font is not embedded, all that it
 * advances by, for where in its bounds it is drawn nobody knows. */
static int shows_glyphs(ofs_own *own, const ofs_own_text *text, float left, float right)
{
    const ofs_own_matrix *m = &text->matrix;
    for (uint32_t i = 0; i < text->count; i++) {
        const ofs_own_item *item = &own->items[text->first + i];
        const ofs_own_glyph *glyph = item->code == OWN_KERN ? NULL : ofs_own_glyph_at(own, text->font, item->code);
        if (!glyph || glyph->right <= glyph->left)
            continue;
        float em = m->a * text->size / 1000, start = m->e + m->a * item->x;
        if (glyph->is_unsure) {
            if (start < left - sliver || start + em * (float)glyph->advance > right + sliver)
                return 0;
            continue;
        }
        start += em * (float)glyph->left;
        float width = em * (float)(glyph->right - glyph->left), end = start + width;
        if (!((end < right ? end : right) - (start > left ? start : left) >= least_shown * width))
            return 0;
    }
    return 1;
}

static int is_within_clips(ofs_own *own, const ofs_own_text *text)
{
    ofs_own_box core = ofs_pdf_core_of(&text->box);
    for (const ofs_own_clips *clips = text->clips; clips; clips = clips->below) {
        const ofs_own_box *box = &clips->clip.box;
        if (clips->clip.is_rect && ofs_pdf_is_within(box, &core))
            continue;
        if (!clips->clip.is_rect || !(core.bottom >= box->bottom && core.top <= box->top) ||
            !shows_glyphs(own, text, box->left, box->right))
            return 0;
    }
    return 1;
}

static int are_clear(const ofs_own_box *a, const ofs_own_box *b, float apart)
{
    return a->left > b->right + apart || a->right < b->left - apart || a->bottom > b->top + apart ||
           a->top < b->bottom - apart;
}

/* Whether nothing of a text that has clips is within one of them, nor anything of another text, whose letters would look like its own, near
 * its place. */
static int is_clipped_away(ofs_own *own, const ofs_own_leaf *leaf, uint32_t index)
{
    const ofs_own_text *text = &own->texts[index];
    const ofs_own_clips *clips = text->clips;
    float apart = clear_of * fmaxf(leaf->box.right - leaf->box.left, leaf->box.top - leaf->box.bottom);
    if (clips->depth > MOST_CLIPS || text->form || text->is_unsure)
        return 0;
    while (clips && !(clips->clip.is_rect && are_clear(&text->box, &clips->clip.box, apart)))
        clips = clips->below;
    if (!clips)
        return 0;
    ofs_own_work(own, own->text_count);
    for (uint32_t i = 0; i < own->text_count; i++) {
        const ofs_own_text *other = &own->texts[i];
        ofs_own_box box = other->form ? ofs_pdf_transform_box(other->form, &other->box) : other->box;
        if (i != index && !are_clear(&text->box, &box, apart) && !is_blank(own, other))
            return 0;
    }
    return 1;
}

/* Of a font that is not embedded, as far as its letters advance and as high as capitals are. */
static ofs_own_box box_on_page(ofs_own *own, const ofs_own_text *text)
{
    ofs_own_box box = text->box;
    const ofs_own_item *last = &own->items[text->first + text->count - 1];
    if (text->is_unsure && last->code != OWN_KERN) {
        float advance = (float)ofs_own_glyph_at(own, text->font, last->code)->advance * text->size / 1000;
        box = (ofs_own_box){0, 0, last->x + advance, usual_height * text->size};
        box = ofs_pdf_transform_box(&text->matrix, &box);
    }
    return text->form ? ofs_pdf_transform_box(text->form, &box) : box;
}

static void check_text(ofs_own *own, const ofs_own_leaf *leaf, uint32_t index)
{
    ofs_own_text *text = &own->texts[index];
    ofs_own_box box = text->box;
    if (!(box.top - box.bottom > least_height))
        ofs_own_refuse(own, "letters that their font does not draw");
    if (!is_within_clips(own, text)) {
        if (!is_clipped_away(own, leaf, index))
            ofs_own_refuse(own, "text that is cut by a clip");
        text->is_unseen = text->is_off = 1;
        return;
    }
    if (text->form)
        box = ofs_pdf_transform_box(text->form, &box);
    ofs_own_box core = ofs_pdf_core_of(&box);
    if (!ofs_pdf_is_within(&leaf->box, &core) || (text->window && !ofs_pdf_is_within(text->window, &core)))
        ofs_own_refuse(own, "text that reaches out of its page");
    if (!ofs_pdf_is_plainly_seen(own->pdf, &box, text->light, index) ||
        (text->edge_light != text->light && !ofs_pdf_is_plainly_seen(own->pdf, &box, text->edge_light, index)))
        ofs_own_refuse(own, "text in a light colour, or where something else is painted");
}

/* Letters over others may hide them; how tall those of a font are that is not embedded, nobody knows. */
static void check_overlaps(ofs_own *own, uint32_t index)
{
    const ofs_own_text *text = &own->texts[index];
    ofs_own_box box = box_on_page(own, text);
    if (!ofs_pdf_overlaps(own->pdf, &box))
        return;
    ofs_own_work(own, index);
    for (uint32_t i = 0; i < index; i++) {
        const ofs_own_text *other = &own->texts[i];
        ofs_own_box there = box_on_page(own, other);
        float light = text->is_unsure || other->is_unsure ? OFS_PDF_ODD_LIGHT : text->light;
        if (!other->is_off && !is_blank(own, other) && ofs_pdf_may_hide(&box, light, &there, other->light))
            ofs_own_refuse(own, "text over another");
    }
}

/* What lies over a page without being in its content, but for links, which show nothing. */
static void check_annotations(ofs_own *own, const ofs_own_leaf *leaf)
{
    const ofs_own_value *list = ofs_own_get(own, &leaf->object->value, "Annots");
    if (list && (list->kind != OWN_ARRAY || list->count > MOST_ANNOTATIONS))
        ofs_own_refuse(own, "an odd list of annotations");
    for (uint32_t i = 0; list && i < list->count; i++) {
        const ofs_own_value *annotation = ofs_own_follow(own, &list->as.items[i]);
        const ofs_own_value *kind = ofs_own_get(own, annotation, "Subtype");
        if (!annotation || annotation->kind != OWN_DICT || ofs_own_get_raw(annotation, "AP") ||
            !(ofs_own_is_name(kind, "Link") || ofs_own_is_name(kind, "Popup")))
            ofs_own_refuse(own, "an annotation that may show something");
    }
}

void ofs_own_check_seen(ofs_own *own, const ofs_own_leaf *leaf)
{
    check_annotations(own, leaf);
    ofs_pdf_begin_overlaps(own->pdf, &leaf->box);
    for (uint32_t i = 0; i < own->text_count; i++) {
        ofs_own_text *text = &own->texts[i];
        float size = ofs_own_size_of(text);
        if (is_blank(own, text))
            continue;
        text->is_off = text->mode == INVISIBLE || size < ofs_pdf_least_size;
        if (text->is_off)
            continue;
        if (ofs_own_is_clipped(own, text, size)) {
            text->is_hidden = text->is_off = 1;
            continue;
        }
        if (text->size * text->matrix.a < ofs_pdf_least_size)
            ofs_own_refuse(own, "type that is too narrow");
        if (text->form && size * fminf(text->form->a, text->form->d) < ofs_pdf_least_size)
            ofs_own_refuse(own, "type that a form makes tiny");
        check_text(own, leaf, i);
        if (!text->is_off)
            check_overlaps(own, i);
    }
}
