/* show.c: strings that are shown become one text object each, with the place of every glyph along its baseline.
 *
 * May not know which objects make a line. Computes in single precision and in PDFium's order. */
#include <math.h>
#include <string.h>

#include "pdf/own/content.h"

enum { MOST_ITEMS = 4 * 1024 * 1024, STROKES = 1, FILLS_AND_STROKES = 2 };

static const float furthest = 1e6f; /* in points */
static const float most_turned = 0.01f; /* as a slope; some tools write matrices that are not quite level */
static const float most_slanted = 0.5f; /* italics that a font lacks lean by a third */

/* Room for so many items behind those that there are. */
static ofs_own_item *more_items(ofs_own *own, uint32_t more)
{
    if (more > MOST_ITEMS - own->item_count)
        ofs_own_refuse(own, "more characters than a page has");
    while (own->item_capacity - own->item_count < more)
        own->items =
            ofs_arena_enlarge(own->arena, own->items, own->item_count, &own->item_capacity, sizeof(ofs_own_item));
    return own->items + own->item_count;
}

static void add_codes(ofs_own_content *c, const ofs_own_value *string)
{
    ofs_own *own = c->own;
    const uint8_t *bytes = string->as.bytes;
    uint32_t count = string->count;
    if (string->is_hex || string->has_escape) {
        if (!own->decoded)
            own->decoded = (uint8_t *)ofs_arena_bytes(own->arena, OWN_MOST_STRING + 1);
        count = ofs_own_decode(own, string, own->decoded);
        bytes = own->decoded;
    }
    ofs_own_item *item = more_items(own, count);
    if (c->now.font->is_wide) {
        if (count % 2)
            ofs_own_refuse(own, "a string with half a character");
        for (uint32_t i = 0; i < count; i += 2)
            *item++ = (ofs_own_item){(uint32_t)bytes[i] << 8 | bytes[i + 1], 0};
        count /= 2;
    } else {
        for (uint32_t i = 0; i < count; i++)
            *item++ = (ofs_own_item){bytes[i], 0};
    }
    own->item_count += count;
}

/* Also that no number is missing: a comparison with what is none does not hold. */
static int is_upright(const ofs_own_matrix *m)
{
    return m->a > 0 && m->d > 0 && fabsf(m->b) < most_turned * m->a && fabsf(m->c) < most_slanted * m->d;
}

static ofs_own_text *add_text(ofs_own_content *c, uint32_t first)
{
    ofs_own *own = c->own;
    own->texts = ofs_arena_grow(own->arena, own->texts, own->text_count, &own->text_capacity, sizeof(ofs_own_text));
    ofs_own_text *text = &own->texts[own->text_count++];
    const ofs_own_state *now = &c->now;
    const ofs_own_drawing *drawing = &c->drawings[c->depth - 1];
    memset(text, 0, sizeof *text);
    text->first = first;
    text->count = own->item_count - first;
    text->font = now->font;
    text->size = now->size;
    text->char_space = now->char_space;
    text->mode = now->mode;
    text->clips = now->clips;
    text->light = ofs_own_light_of(now, now->mode == STROKES ? &now->stroke : &now->fill);
    text->edge_light = now->mode == FILLS_AND_STROKES ? ofs_own_light_of(now, &now->stroke) : text->light;
    if (now->mode == STROKES && now->is_dashed)
        text->light = OFS_PDF_ODD_LIGHT;
    text->form = drawing->form;
    text->window = drawing->window;
    text->list = drawing->list;
    text->id = c->mark_count > drawing->marks ? c->marks[c->mark_count - 1] : OFS_NONE;
    text->matrix = ofs_pdf_concat(&now->text, &now->page);
    float x = now->text.a * now->x + now->text.c * now->y + now->text.e;
    float y = now->text.b * now->x + now->text.d * now->y + now->text.f;
    text->matrix.e = now->page.a * x + now->page.c * y + now->page.e;
    text->matrix.f = now->page.b * x + now->page.d * y + now->page.f;
    ofs_own_matrix m = ofs_own_on_page(text, text->form);
    if (!is_upright(&m) || !is_upright(&text->matrix))
        ofs_own_refuse(own, "text that is turned, mirrored or aslant");
    return text;
}

/* Gives every glyph its place and the text its box. Returns how far the text reaches. */
static float place_items(ofs_own_content *c, ofs_own_text *text)
{
    ofs_own *own = c->own;
    float at = 0, size = text->size, share = size / 1000, word_space = text->font->is_wide ? 0 : c->now.word_space;
    float char_space = text->char_space;
    float left_at = 0, right_at = 0, left = 10000,
          right = -10000; /* the glyphs that reach furthest, and where they are */
    int32_t left_side = 0, right_side = 0, bottom = 10000, top = -10000;
    ofs_own_item *item = own->items + text->first, *end = item + text->count;
    ofs_own_font *font = text->font;
    uint32_t chars = 0;
    int is_unsure = 0;
    for (; item < end; item++) {
        if (item->code == OWN_KERN) {
            at -= item->x * size / 1000;
            continue;
        }
        const ofs_own_glyph *glyph = ofs_own_glyph_at(own, font, item->code);
        item->x = at;
        chars++;
        is_unsure |= glyph->is_unsure;
        bottom = glyph->bottom < bottom ? glyph->bottom : bottom;
        top = glyph->top > top ? glyph->top : top;
        if (at + (float)glyph->left * share < left) {
            left = at + (float)glyph->left * share;
            left_at = at;
            left_side = glyph->left;
        }
        if (at + (float)glyph->right * share > right) {
            right = at + (float)glyph->right * share;
            right_at = at;
            right_side = glyph->right;
        }
        at += (float)glyph->advance * size / 1000;
        if (item->code == ' ')
            at += word_space;
        at += char_space;
    }
    text->chars = chars;
    text->is_unsure = is_unsure;
    ofs_own_box box = {left_at + (float)left_side * size / 1000, (float)bottom * size / 1000,
                       right_at + (float)right_side * size / 1000, (float)top * size / 1000};
    text->box = text->least = ofs_pdf_transform_box(&text->matrix, &box);
    if (text->mode == STROKES || text->mode == FILLS_AND_STROKES) {
        float half = c->now.line_width / 2;
        text->box.left -= half;
        text->box.bottom -= half;
        text->box.right += half;
        text->box.top += half;
        text->least = text->box;
    }
    if (text->is_unsure) {
        text->least = ofs_own_least_box(own, text);
        own->unsure_count++;
    }
    if (!(text->box.left > -furthest && text->box.right < furthest && text->box.bottom > -furthest &&
          text->box.top < furthest && at < furthest && at > -furthest))
        ofs_own_refuse(own, "text far outside its page"); /* or at no place at all */
    return at;
}

void ofs_own_show(ofs_own_content *c, const ofs_own_value *strings, uint32_t count)
{
    ofs_own *own = c->own;
    ofs_own_state *now = &c->now;
    uint32_t first = own->item_count;
    int has_string = 0, is_between = 0;
    float before = 0, kern = 0;
    if (!c->drawings[c->depth - 1].in_text || !now->font)
        ofs_own_refuse(own, "text without a font, or outside a text object");
    for (uint32_t i = 0; i < count; i++) {
        if (strings[i].kind != OWN_STRING) {
            float number = ofs_own_number(own, &strings[i]);
            if (has_string)
                kern += number;
            else
                before += number;
            continue;
        }
        if (!strings[i].count)
            continue;
        if (is_between) {
            *more_items(own, 1) = (ofs_own_item){OWN_KERN, kern};
            own->item_count++;
        }
        kern = 0;
        has_string = is_between = 1;
        add_codes(c, &strings[i]);
    }
    now->x -= before * now->size / 1000;
    if (!has_string)
        return;
    ofs_own_work(own, own->item_count - first + 1);
    now->x += place_items(c, add_text(c, first));
    if (kern != 0)
        now->x -= kern * now->size / 1000;
}
