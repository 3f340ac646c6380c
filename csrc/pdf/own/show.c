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

/* Also that no number is missing: a comparison with what is none does not hold. */
static int is_upright(const ofs_own_matrix *m)
{
    return m->a > 0 && m->d > 0 && fabsf(m->b) < most_turned * m->a && fabsf(m->c) < most_slanted * m->d;
}

static ofs_own_text *add_text(ofs_own_content *c)
{
    ofs_own *own = c->own;
    own->texts = ofs_arena_grow(own->arena, own->texts, own->text_count, &own->text_capacity, sizeof(ofs_own_text));
    ofs_own_text *text = &own->texts[own->text_count++];
    const ofs_own_state *now = &c->now;
    const ofs_own_drawing *drawing = &c->drawings[c->depth - 1];
    const float light = ofs_own_light_of(now, now->mode == STROKES ? &now->stroke : &now->fill);
    *text = (ofs_own_text){
        .first = own->item_count,
        .font = now->font,
        .size = now->size,
        .char_space = now->char_space,
        .id = c->mark_count > drawing->marks ? c->marks[c->mark_count - 1] : OFS_NONE,
        .form = drawing->form,
        .window = drawing->window,
        .clips = now->clips,
        .mode = now->mode,
        .light = now->mode == STROKES && now->is_dashed ? OFS_PDF_ODD_LIGHT : light,
        .edge_light = now->mode == FILLS_AND_STROKES ? ofs_own_light_of(now, &now->stroke) : light,
        .list = drawing->list,
    };
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

/* How far a text reaches, while its glyphs are placed: the two that reach furthest, and where they are. */
typedef struct reach {
    float at, size, share, char_space, word_space;
    float left, left_at, right, right_at;
    int32_t left_side, right_side, bottom, top;
    uint32_t chars;
    int is_unsure, is_spaced;
} reach;

static inline void place_glyph(ofs_own *own, ofs_own_font *font, reach *r, uint32_t code, ofs_own_item *item)
{
    const ofs_own_glyph *glyph = ofs_own_glyph_at(own, font, code);
    *item = (ofs_own_item){code, r->at};
    r->is_unsure |= glyph->is_unsure;
    r->bottom = glyph->bottom < r->bottom ? glyph->bottom : r->bottom;
    r->top = glyph->top > r->top ? glyph->top : r->top;
    if (r->at + (float)glyph->left * r->share < r->left) {
        r->left = r->at + (float)glyph->left * r->share;
        r->left_at = r->at;
        r->left_side = glyph->left;
    }
    if (r->at + (float)glyph->right * r->share > r->right) {
        r->right = r->at + (float)glyph->right * r->share;
        r->right_at = r->at;
        r->right_side = glyph->right;
    }
    r->at += (float)glyph->advance * r->size / 1000;
    if (r->is_spaced) { /* seldom */
        if (code == ' ')
            r->at += r->word_space;
        r->at += r->char_space;
    }
}

static void place_string(ofs_own *own, ofs_own_font *font, reach *r, const ofs_own_value *string)
{
    const uint8_t *bytes = string->as.bytes;
    uint32_t count = string->count;
    if (string->is_hex || string->has_escape) {
        if (!own->decoded)
            own->decoded = (uint8_t *)ofs_arena_bytes(own->arena, OWN_MOST_STRING + 1);
        count = ofs_own_decode(own, string, own->decoded);
        bytes = own->decoded;
    }
    ofs_own_item *item = more_items(own, count);
    if (font->is_wide) {
        if (count % 2)
            ofs_own_refuse(own, "a string with half a character");
        count /= 2;
        for (uint32_t i = 0; i < count; i++)
            place_glyph(own, font, r, (uint32_t)bytes[2 * i] << 8 | bytes[2 * i + 1], item + i);
    } else {
        for (uint32_t i = 0; i < count; i++)
            place_glyph(own, font, r, bytes[i], item + i);
    }
    r->chars += count;
    own->item_count += count;
}

/* Gives the text its box, once every glyph has its place. */
static void end_text(ofs_own_content *c, ofs_own_text *text, const reach *r)
{
    ofs_own *own = c->own;
    float size = text->size;
    text->count = own->item_count - text->first;
    text->chars = r->chars;
    text->is_unsure = r->is_unsure;
    ofs_own_box box = {r->left_at + (float)r->left_side * size / 1000, (float)r->bottom * size / 1000,
                       r->right_at + (float)r->right_side * size / 1000, (float)r->top * size / 1000};
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
          text->box.top < furthest && r->at < furthest && r->at > -furthest))
        ofs_own_refuse(own, "text far outside its page"); /* or at no place at all */
}

static reach begin_reach(const ofs_own_text *text, float word_space)
{
    return (reach){.size = text->size,
                   .share = text->size / 1000,
                   .char_space = text->char_space,
                   .word_space = word_space,
                   .is_spaced = word_space != 0 || text->char_space != 0,
                   .left = 10000,
                   .right = -10000,
                   .bottom = 10000,
                   .top = -10000};
}

/* Numbers before the first string move the text, those behind the last what follows it. */
void ofs_own_show(ofs_own_content *c, const ofs_own_value *strings, uint32_t count)
{
    ofs_own *own = c->own;
    ofs_own_state *now = &c->now;
    ofs_own_text *text = NULL;
    reach r = {0};
    float kern = 0;
    if (!c->drawings[c->depth - 1].in_text || !now->font)
        ofs_own_refuse(own, "text without a font, or outside a text object");
    for (uint32_t i = 0; i < count; i++) {
        if (strings[i].kind != OWN_STRING) {
            kern += ofs_own_number(own, &strings[i]);
            continue;
        }
        if (!strings[i].count)
            continue;
        if (text) {
            *more_items(own, 1) = (ofs_own_item){OWN_KERN, kern};
            own->item_count++;
            r.at -= kern * now->size / 1000;
        } else {
            now->x -= kern * now->size / 1000;
            text = add_text(c);
            r = begin_reach(text, now->font->is_wide ? 0 : now->word_space);
        }
        kern = 0;
        place_string(own, now->font, &r, &strings[i]);
    }
    if (text) {
        ofs_own_work(own, own->item_count - text->first + 1);
        end_text(c, text, &r);
        now->x += r.at;
    }
    if (!text || kern != 0)
        now->x -= kern * now->size / 1000;
}
