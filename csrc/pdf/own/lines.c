/* lines.c: the text objects of a page become its characters and runs, each line from left to right, with the spaces and
 * line ends that stand between objects and inside them.
 *
 * Follows PDFium step by step (the numbers are its own). May not know of tags beyond the id of a run. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "pdf/own/lines.h"

enum { LOOK_BACK = 7 };

static const float narrow = 0.01f, same_place = 0.07f;

static void add_char(ofs_own_lines *l, uint32_t c, ofs_own_source source)
{
    l->chars[l->count] = c;
    l->own->sources[l->count++] = source;
}

static void add_made_up(ofs_own_lines *l, uint32_t c)
{
    if (l->count)
        add_char(l, c, (ofs_own_source){OWN_KERN, OWN_KERN, 0, 0, 0});
}

/* A line's end closes what was written: later characters do not look behind it. */
static void end_line(ofs_own_lines *l)
{
    l->line = l->count;
    add_made_up(l, '\r');
    add_made_up(l, '\n');
    l->line = l->count;
    l->furthest = -FLT_MAX;
}

static void join(ofs_own_box *box, const ofs_own_box *other)
{
    box->left = fminf(box->left, other->left);
    box->right = fmaxf(box->right, other->right);
    box->bottom = fminf(box->bottom, other->bottom);
    box->top = fmaxf(box->top, other->top);
}

/* A word that goes on after the line's end: its hyphen gets a mark of its own. */
static void note_hyphen(ofs_own_lines *l)
{
    while (l->count > l->line && l->chars[l->count - 1] == ' ')
        l->count--;
    if (l->count == l->line)
        ofs_own_refuse(l->own, "a hyphen on a line of its own");
    l->chars[l->count - 1] = OFS_PDF_HYPHEN;
}

/* What character spacing alone puts between all glyphs of an object: it parts no words. */
static float base_space(const ofs_own *own, const ofs_own_text *text, const ofs_own_matrix *matrix, float size)
{
    if (text->char_space == 0)
        return 0;
    float spacing = ofs_own_distance(matrix, text->char_space), base = spacing;
    int all_glyphs = 1;
    for (uint32_t i = 0; i < text->count; i++) {
        const ofs_own_item *item = ofs_own_item_of(own, text, i);
        if (item->code == OWN_KERN) {
            base = fminf(base, -size * item->x / 1000 + spacing);
            all_glyphs = 0;
        }
    }
    return base < 0 || (text->count == 3 && !all_glyphs) ? 0 : base;
}

static int is_space_inside(ofs_own *own, const ofs_own_text *text, uint32_t code, float size, float spacing)
{
    float threshold = size * (float)text->font->space_width / 1000;
    threshold = threshold > size / 3 ? 0 : threshold / 2;
    if (threshold == 0) {
        float wide = (float)ofs_own_width(own, text, code);
        threshold = size * (wide / (wide < 300 ? 2.0f : wide < 500 ? 4.0f : wide < 700 ? 5.0f : 6.0f)) / 1000;
    }
    return threshold != 0 && spacing >= threshold;
}

/* The same glyph of the same font at this place, shortly before on this line. */
static int is_there(const ofs_own_lines *l, const ofs_own_text *text, const ofs_own_source *source, float apart)
{
    const ofs_own *own = l->own;
    uint32_t first = l->count - l->line > LOOK_BACK ? l->count - LOOK_BACK : l->line;
    for (uint32_t i = l->count; i > first; i--) {
        const ofs_own_source *other = &own->sources[i - 1];
        if (other->code == source->code && own->texts[other->text].font == text->font &&
            fabsf(other->x - source->x) < apart && fabsf(other->y - source->y) < apart) {
            ofs_own_leave_covered(l->own, &own->texts[other->text], text);
            return 1;
        }
    }
    return 0;
}

static void write_glyphs(ofs_own_lines *l, uint32_t index)
{
    ofs_own *own = l->own;
    const ofs_own_text *text = &own->texts[index];
    ofs_own_font *font = text->font;
    ofs_own_matrix m = ofs_own_on_page(text, text->form);
    const ofs_own_matrix *t = &text->matrix;
    float size = fabsf((t->b == 0 ? fabsf(t->a) : sqrtf(t->a * t->a + t->b * t->b)) * text->size), spacing = 0;
    float apart = fabsf(m.a * (same_place * text->size));
    const int is_spaced = text->char_space > 0.001f || text->char_space < -0.001f;
    const float spaced = (is_spaced ? ofs_own_distance(&m, text->char_space) : 0) - base_space(own, text, &m, size);
    const ofs_own_item *const first = ofs_own_item_of(own, text, 0), *const end = first + text->count;
    for (const ofs_own_item *item = first; item < end; item++) {
        if (item->code == OWN_KERN) {
            if (l->count && l->chars[l->count - 1] != ' ')
                spacing = -size * item->x / 1000;
            continue;
        }
        spacing += spaced;
        ofs_own_source source = {index, item->code, item->x, m.a * item->x + m.e, m.b * item->x + m.f};
        if (spacing != 0 && item > first && is_space_inside(own, text, item->code, size, spacing))
            add_char(l, ' ', (ofs_own_source){index, OWN_KERN, item->x, source.x, source.y});
        spacing = 0;
        if (source.x - l->furthest >= apart || !is_there(l, text, &source, apart)) {
            l->furthest = source.x > l->furthest ? source.x : l->furthest;
            add_char(l, ofs_own_glyph_at(own, font, item->code)->unicode, source);
        } else if (item == first && l->count > l->line && l->chars[l->count - 1] == ' ')
            l->count--;
    }
}

static void write_text(ofs_own_lines *l, uint32_t index)
{
    const ofs_own_text *text = &l->own->texts[index];
    if (!l->before) {
        l->line_box = text->box;
    } else {
        ofs_own_gap gap = ofs_own_gap_before(l, text);
        if (gap == OWN_LINE_END)
            l->line_box = text->box;
        else
            join(&l->line_box, &text->box);
        if (gap == OWN_SPACE)
            add_made_up(l, ' ');
        else if (gap == OWN_LINE_END)
            end_line(l);
        else if (gap == OWN_HYPHEN)
            note_hyphen(l);
    }
    l->before = text;
    l->before_form = text->form;
    write_glyphs(l, index);
}

static void write_gathered(ofs_own_lines *l)
{
    ofs_own *own = l->own;
    for (uint32_t i = 0; i < own->order_count; i++)
        write_text(l, own->order[i]);
    own->order_count = 0;
}

static void gather_at(ofs_own *own, uint32_t place, uint32_t index)
{
    own->order = ofs_arena_grow(own->arena, own->order, own->order_count, &own->order_capacity, sizeof(uint32_t));
    ofs_own_work(own, (own->order_count - place) / 16);
    memmove(own->order + place + 1, own->order + place, (own->order_count - place) * sizeof(uint32_t));
    own->order[place] = index;
    own->order_count++;
}

static float edge_width(ofs_own *own, const ofs_own_text *text, uint32_t item)
{
    ofs_own_matrix m = ofs_own_on_page(text, text->form);
    float width = (float)ofs_own_width(own, text, ofs_own_item_of(own, text, item)->code) * text->size / 1000;
    return ofs_own_distance(&m, fabsf(width));
}

/* Objects on one baseline are put in order from left to right before they are written. */
static void gather(ofs_own_lines *l, uint32_t index)
{
    ofs_own *own = l->own;
    const ofs_own_text *text = &own->texts[index];
    if (!text->is_unsure && fabsf(text->box.right - text->box.left) < narrow)
        return;
    if (!own->order_count) {
        gather_at(own, 0, index);
        return;
    }
    if (ofs_own_is_doubled(own, index))
        return;
    const ofs_own_text *before = &own->texts[own->order[own->order_count - 1]];
    float threshold = fmaxf(edge_width(own, before, before->count - 1), edge_width(own, text, 0)) / 4;
    ofs_own_matrix here = ofs_own_on_page(text, text->form), there = ofs_own_on_page(before, before->form);
    float high = l->leaf->box.top - l->leaf->box.bottom, scale = (float)(int)high / high;
    if (fabsf(here.f - there.f) * scale > threshold * 2)
        write_gathered(l);
    uint32_t place = own->order_count;
    for (; place > 0; place--) {
        const ofs_own_text *other = &own->texts[own->order[place - 1]];
        ofs_own_work(own, 1);
        if (here.e >= ofs_own_on_page(other, other->form).e)
            break;
    }
    gather_at(own, place, index);
}

/* Runs of one object each, with what was made up after them. */
static void make_runs(ofs_own_lines *l)
{
    ofs_own *own = l->own;
    ofs_pdf *pdf = own->pdf;
    uint32_t letters = 0, text = OWN_KERN;
    for (uint32_t i = 0; i < l->count; i++) {
        uint32_t here = own->sources[i].text;
        if (!i || (here != OWN_KERN && here != text)) {
            const ofs_own_text *t = &own->texts[here];
            if (i)
                ofs_pdf_end_run(pdf, (int)i, letters);
            ofs_pdf_add_run(pdf, (int)i)->symbols = (uint8_t)t->font->is_symbols;
            ofs_pdf_describe_run(pdf, ofs_own_size_of(t), t->mode == 3 || t->is_hidden,
                                 t->mode == 2 || t->font->is_bold, t->id);
            letters = 0;
            text = here;
        }
        letters += l->chars[i] > ' ' && l->chars[i] != 0xA0;
    }
    if (l->count)
        ofs_pdf_end_run(pdf, (int)l->count, letters);
}

/* As by PDFium, after all runs are there. */
static void hide_unseen(ofs_own *own)
{
    for (uint32_t i = 0; i < own->pdf->page.run_count; i++) {
        ofs_pdf_run *run = &own->pdf->page.runs[i];
        if (!run->letters || !own->texts[own->sources[run->first].text].is_unseen)
            continue;
        run->hidden = run->is_noted = 1;
        ofs_pdf_note_unseen(own->pdf, run, OFS_UNSEEN);
    }
}

void ofs_own_write_chars(ofs_own *own, const ofs_own_leaf *leaf)
{
    uint64_t room = 2 * (uint64_t)own->item_count + 3 * (uint64_t)own->text_count + 16;
    ofs_own_lines lines = {.own = own, .leaf = leaf, .furthest = -FLT_MAX};
    ofs_pdf_clear_page(own->pdf, (int)(room < INT32_MAX ? room : INT32_MAX));
    if (room > own->char_room) {
        own->char_room = (uint32_t)(room + room / 2);
        own->sources = OFS_ROOM(own->arena, ofs_own_source, own->char_room);
    }
    lines.chars = own->pdf->page.chars;
    lines.direction = ofs_own_most_text(own, leaf);
    own->order_count = 0;
    for (uint32_t i = 0; i < own->text_count; i++)
        gather(&lines, i);
    write_gathered(&lines);
    own->pdf->page.char_count = (int)lines.count;
    own->pdf->page.left = leaf->box.left;
    own->pdf->page.bottom = leaf->box.bottom;
    own->pdf->page.width = leaf->box.right - leaf->box.left;
    own->pdf->page.height = leaf->box.top - leaf->box.bottom;
    make_runs(&lines);
    hide_unseen(own);
    if (ofs_pdf_is_scan(own->pdf))
        ofs_own_refuse(own, "a picture with words that are not seen");
}
