/* gaps.c: what stands between two text objects: nothing, a space, the end of a line. As PDFium tells it, so that both
 * readers give the same text: the numbers are its own.
 *
 * May not write characters. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "pdf/own/lines.h"

enum {
    LOOK_BACK = 5,
    MOST_POINTS = 6000, /* a picture of a larger page, which tells PDFium's way what is seen, is too coarse */
    LOOKED_AT = 16
};

static int is_hyphen(uint32_t c)
{
    return c == '-' || c == 0xAD;
}

static int is_letter(uint32_t c)
{
    return ofs_is_letter((int)c) || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || c == 0xAA || c == 0xB5 ||
           c == 0xBA;
}

const ofs_own_item *ofs_own_item_of(const ofs_own *own, const ofs_own_text *text, uint32_t index)
{
    return &own->items[text->first + index];
}

static const ofs_own_item *last_item(const ofs_own *own, const ofs_own_text *text)
{
    return ofs_own_item_of(own, text, text->count - 1);
}

int32_t ofs_own_width(ofs_own *own, const ofs_own_text *text, uint32_t code)
{
    const ofs_own_glyph *glyph = ofs_own_glyph_at(own, text->font, code);
    int32_t wide = glyph->right - glyph->left;
    return glyph->advance > 0 ? glyph->advance : wide > 0 ? wide : 0;
}

static int is_empty(const ofs_own_box *box)
{
    return box->left >= box->right || box->bottom >= box->top;
}

static float from_0_to(float most, float x)
{
    return x < 0 ? 0 : x > most ? most : x;
}

/* What a box that is not sure would decide. */
typedef enum answer { NO, YES, PERHAPS } answer;

static void refuse_unsure(ofs_own *own)
{
    ofs_own_refuse(own, "text whose order depends on a font that is not embedded");
}

/* Columns, or rows, of the page that have text on them. */
typedef struct mask {
    uint8_t *at;
    int first, end, size;
} mask;

/* Both of them, and how high the first text is. */
typedef struct coverage {
    mask across, down;
    float line;
} coverage;

static void mark(mask *m, int first, int end)
{
    memset(m->at + first, 1, (size_t)(end - first));
    m->first = first < m->first ? first : m->first;
    m->end = end > m->end ? end : m->end;
}

static int reach(const mask *m)
{
    return m->end - m->first;
}

/* How much of `within` has text on it. */
static float filled(const mask *m, const mask *within)
{
    float count = 0;
    for (int i = m->first; i < m->end; i++)
        count += m->at[i];
    return reach(within) > 0 ? count / (float)reach(within) : 0;
}

static void cover(ofs_own *own, coverage *c, const ofs_own_box *box)
{
    float width = (float)c->across.size, height = (float)c->down.size;
    int left = (int)from_0_to(width, box->left), right = (int)from_0_to(width, box->right);
    int bottom = (int)from_0_to(height, box->bottom), top = (int)from_0_to(height, box->top);
    if (left >= right || bottom >= top)
        return;
    ofs_own_work(own, (uint32_t)(right - left + top - bottom) / LOOKED_AT);
    mark(&c->across, left, right);
    mark(&c->down, bottom, top);
    if (c->line <= 0)
        c->line = box->top - box->bottom;
}

/* Where what has text on it lies between `least` and `most`, which are one where all is known. */
static ofs_own_direction direction_between(const coverage *least, const coverage *most)
{
    int two_lines = (int)(2 * most->line);
    if (reach(&most->down) < two_lines || reach(&most->across) < two_lines) {
        if (least != most)
            return OWN_UNSURE;
        return reach(&most->down) < two_lines ? OWN_ACROSS : OWN_DOWN;
    }
    if (reach(&least->down) < two_lines || reach(&least->across) < two_lines)
        return OWN_UNSURE;
    float columns = filled(&least->across, &most->across);
    if (columns > 0.8f || columns > filled(&most->down, &least->down))
        return OWN_ACROSS;
    columns = filled(&most->across, &least->across);
    if (columns <= 0.8f && columns < filled(&least->down, &most->down))
        return OWN_DOWN;
    return least == most ? OWN_UNKNOWN : OWN_UNSURE;
}

static void begin_cover(coverage *c, uint8_t *at, int wide, int high)
{
    *c = (coverage){{at, wide, 0, wide}, {at + MOST_POINTS, high, 0, high}, 0};
    memset(c->across.at, 0, (size_t)wide);
    memset(c->down.at, 0, (size_t)high);
}

ofs_own_direction ofs_own_most_text(ofs_own *own, const ofs_own_leaf *leaf)
{
    coverage least, most;
    float wide = leaf->box.right - leaf->box.left, high = leaf->box.top - leaf->box.bottom;
    if (wide >= MOST_POINTS || high >= MOST_POINTS)
        ofs_own_refuse(own, "a page that is too large");
    if (!own->mask)
        own->mask = (uint8_t *)ofs_arena_bytes(own->arena, 4 * MOST_POINTS);
    if ((int)wide <= 0 || (int)high <= 0)
        return OWN_UNKNOWN;
    begin_cover(&most, own->mask, (int)wide, (int)high);
    begin_cover(&least, own->mask + 2 * MOST_POINTS, (int)wide, (int)high);
    for (uint32_t i = 0; i < own->text_count; i++) {
        const ofs_own_text *text = &own->texts[i];
        if (text->form)
            continue;
        cover(own, &most, &text->box);
        if (own->unsure_count)
            cover(own, &least, &text->least);
    }
    return direction_between(own->unsure_count ? &least : &most, &most);
}

static ofs_own_direction direction_of(const ofs_own_lines *l, const ofs_own_text *text)
{
    if (text->chars <= 1) {
        if (l->direction == OWN_UNSURE)
            refuse_unsure(l->own);
        return l->direction;
    }
    float first = ofs_own_item_of(l->own, text, 0)->x, last = last_item(l->own, text)->x; /* nearly level: see show.c */
    return fabsf(text->matrix.a * last - text->matrix.a * first) <= 0.0001f ? OWN_UNKNOWN : OWN_ACROSS;
}

/* Whether what is written ends in a hyphen that a word goes on after. */
static int ends_in_hyphen(const ofs_own_lines *l, uint32_t next)
{
    uint32_t first = l->line, i = l->count;
    if (i == first)
        return 0;
    while (i - 1 > first && l->chars[i - 1] == ' ')
        i--;
    return is_hyphen(l->chars[i - 1]) && i - 1 > first && is_letter(l->chars[i - 2]) &&
           (is_letter(next) || ofs_is_digit((int)next));
}

static int are_high(const ofs_own_box *a, const ofs_own_box *b)
{
    return !(a->top - a->bottom <= 4.5f || b->top - b->bottom <= 4.5f);
}

static int are_apart(const ofs_own_box *a, const ofs_own_box *b)
{
    return fmaxf(a->bottom, b->bottom) >= fminf(a->top, b->top);
}

static answer ends_line_across(const ofs_own_text *a, const ofs_own_text *b)
{
    if (!are_high(&a->box, &b->box) || !are_apart(&a->least, &b->least))
        return NO;
    return are_high(&a->least, &b->least) && are_apart(&a->box, &b->box) ? YES : PERHAPS;
}

static int ends_line_down(const ofs_own_lines *l, const ofs_own_text *text)
{
    const ofs_own_box *box = &text->box, *before = &l->before->box;
    if (box->right - box->left <= text->size * 0.1f || before->right - before->left <= l->before->size * 0.1f)
        return 0;
    return fminf(box->right, l->line_box.right) <= fmaxf(box->left, l->line_box.left);
}

static int is_level_with(const ofs_own_box *box, const ofs_own_text *text)
{
    return text->matrix.e >= 0 && text->matrix.e <= 1000 && text->matrix.f >= box->bottom && text->matrix.f <= box->top;
}

static int are_level(const ofs_own_lines *l, const ofs_own_text *a, const ofs_own_text *b)
{
    if (is_level_with(&a->least, b) || is_level_with(&b->least, a))
        return 1;
    if (is_level_with(&a->box, b) || is_level_with(&b->box, a))
        refuse_unsure(l->own);
    return 0;
}

/* Up or down from the baseline of the object before, in its own space. */
static int leaves_line(const ofs_own_lines *l, const ofs_own_text *text, float x, float y, float threshold)
{
    const ofs_own_text *before = l->before;
    float high = before->box.top - before->box.bottom;
    if (!(is_empty(&before->box) && high > 5) &&
        !((y > threshold * 2 || y < threshold * -3) && (fabsf(y) >= 1 || fabsf(y) > fabsf(x))))
        return 0;
    if (last_item(l->own, before)->x > ofs_own_item_of(l->own, before, 0)->x)
        return !are_level(l, before, text);
    return 1;
}

/* As PDFium has it: of a wider glyph, in thousandths of its size, a smaller share. */
static float share_of(float width)
{
    return width / (width < 400 ? 2.0f : width < 700 ? 4.0f : width < 800 ? 5.0f : 6.0f);
}

static int wants_space(float x, float last, float this_width, float last_width, float threshold)
{
    if (fabsf(last + last_width - x) <= threshold)
        return 0;
    float reach = threshold + last_width, apart = x - last;
    return fabsf(apart) > reach || apart > this_width + last_width;
}

static ofs_own_matrix inverse(const ofs_own_matrix *m)
{
    float i = m->a * m->d - m->b * m->c, j = -i;
    if (fabsf(i) == 0)
        return (ofs_own_matrix){1, 0, 0, 1, 0, 0};
    return (ofs_own_matrix){
        m->d / i, m->b / j, m->c / j, m->a / i, (m->c * m->f - m->d * m->e) / i, (m->a * m->f - m->b * m->e) / j};
}

static ofs_own_gap end_of_line(const ofs_own_lines *l, uint32_t next)
{
    return ends_in_hyphen(l, next) ? OWN_HYPHEN : OWN_LINE_END;
}

/* The objects are on one line: how wide a gap is a space, told from the wider of the two glyphs at it. */
static ofs_own_gap gap_on_line(const ofs_own_lines *l, const ofs_own_text *text, const ofs_own_matrix *back, float x)
{
    ofs_own *own = l->own;
    const ofs_own_text *before = l->before;
    const ofs_own_item *last = last_item(own, before), *first = ofs_own_item_of(own, text, 0);
    int32_t last_width = ofs_own_width(own, before, last->code), this_width = ofs_own_width(own, text, first->code);
    float threshold = share_of((float)(last_width > this_width ? last_width : this_width));
    if (last_width >= this_width) {
        threshold *= fabsf(before->size);
    } else {
        ofs_own_matrix matrix = ofs_own_on_page(text, text->form);
        threshold *= fabsf(text->size);
        threshold = ofs_own_distance(back, ofs_own_distance(&matrix, threshold));
    }
    threshold /= 1000;
    if ((threshold < 1.4881f && threshold > 1.4879f) || (threshold < 1.39001f && threshold > 1.38999f))
        threshold *= 1.5f;
    float last_reach = fabsf((float)last_width * before->size / 1000),
          reach = fabsf((float)this_width * text->size / 1000);
    return wants_space(x, last->x, reach, last_reach, threshold) ? OWN_SPACE : OWN_NO_GAP;
}

/* What follows where the boxes do not end the line. */
static ofs_own_gap gap_by_place(const ofs_own_lines *l, const ofs_own_text *text, ofs_own_direction direction)
{
    ofs_own *own = l->own;
    const ofs_own_text *before = l->before;
    const ofs_own_item *last = last_item(own, before), *first = ofs_own_item_of(own, text, 0);
    uint32_t next = ofs_own_glyph_at(own, text->font, first->code)->unicode;
    float last_width = fabsf((float)ofs_own_width(own, before, last->code) * before->size / 1000);
    float this_width = fabsf((float)ofs_own_width(own, text, first->code) * text->size / 1000);
    float threshold = fmaxf(last_width, this_width) / 4, x = text->matrix.e, y = text->matrix.f;
    ofs_own_matrix matrix = ofs_own_on_page(before, l->before_form), back = inverse(&matrix);
    if (text->form) {
        const ofs_own_matrix *f = text->form;
        float across = f->a * x + f->c * y + f->e;
        y = f->b * x + f->d * y + f->f;
        x = across;
    }
    float pos_x = back.a * x + back.c * y + back.e, pos_y = back.b * x + back.d * y + back.f;
    if (last_width < this_width)
        threshold = ofs_own_distance(&back, threshold);
    if (direction == OWN_ACROSS && leaves_line(l, text, pos_x, pos_y, threshold))
        return end_of_line(l, next);
    if (next == ' ' || ofs_own_glyph_at(own, before->font, last->code)->unicode == ' ')
        return OWN_NO_GAP;
    return gap_on_line(l, text, &back, pos_x);
}

ofs_own_gap ofs_own_gap_before(ofs_own_lines *l, const ofs_own_text *text)
{
    ofs_own *own = l->own;
    if (l->count && own->sources[l->count - 1].text != OWN_KERN)
        l->before = &own->texts[own->sources[l->count - 1].text];
    ofs_own_direction direction = direction_of(l, text);
    answer ends = NO;
    if (direction == OWN_UNKNOWN)
        direction = direction_of(l, l->before);
    if (direction == OWN_ACROSS)
        ends = ends_line_across(text, l->before);
    else if (direction == OWN_DOWN && own->unsure_count)
        refuse_unsure(own);
    else if (direction == OWN_DOWN && ends_line_down(l, text))
        ends = YES;
    uint32_t next = ofs_own_glyph_at(own, text->font, ofs_own_item_of(own, text, 0)->code)->unicode;
    if (ends == YES)
        return end_of_line(l, next);
    ofs_own_gap gap = gap_by_place(l, text, direction);
    if (ends == PERHAPS && gap != end_of_line(l, next))
        refuse_unsure(own);
    return gap;
}

static ofs_own_box shared_box(const ofs_own_box *a, const ofs_own_box *b)
{
    ofs_own_box box = {fmaxf(a->left, b->left), fmaxf(a->bottom, b->bottom), fminf(a->right, b->right),
                       fminf(a->top, b->top)};
    return box;
}

/* The code of the next glyph from item *i on, whatever is moved between; OWN_KERN: there is none. */
static uint32_t next_code(const ofs_own *own, const ofs_own_text *text, uint32_t *i)
{
    uint32_t code = OWN_KERN;
    while (code == OWN_KERN && *i < text->count)
        code = ofs_own_item_of(own, text, (*i)++)->code;
    return code;
}

static int has_same_codes(ofs_own *own, const ofs_own_text *other, const ofs_own_text *text)
{
    ofs_own_work(own, text->count / LOOKED_AT);
    for (uint32_t i = 0, k = 0; i < text->count;)
        if (next_code(own, text, &i) != next_code(own, other, &k))
            return 0;
    return 1;
}

/* Whether two text objects, with a box around what is drawn, are so near each other that they look like one. */
static int is_at(ofs_own *own, const ofs_own_text *other, const ofs_own_text *text, const ofs_own_box *box)
{
    float wide = (float)ofs_own_width(own, text, last_item(own, text)->code);
    float most = fmaxf(fmaxf(box->top - box->bottom, box->right - box->left), text->size);
    return fabsf(other->matrix.e - text->matrix.e) <= 0.9f * wide * text->size / 1000 &&
           fabsf(other->matrix.f - text->matrix.f) <= most / 8;
}

/* The same glyphs at the same place: drawn twice, to look bold. */
static int is_same(ofs_own *own, const ofs_own_text *other, const ofs_own_text *text)
{
    ofs_own_box box = text->box;
    if (other->chars != text->chars)
        return 0;
    if (text->is_unsure || other->is_unsure) {
        if (text->size == other->size && has_same_codes(own, other, text) && is_at(own, other, text, &box))
            refuse_unsure(own);
        return 0;
    }
    if (!is_empty(&box) || !is_empty(&other->box)) {
        float width = other->box.right - other->box.left;
        box = shared_box(&box, &other->box);
        if (is_empty(&box) || fabsf(box.right - box.left - width) > width / 2 || text->size != other->size)
            return 0;
    }
    return has_same_codes(own, other, text) && is_at(own, other, text, &box);
}

void ofs_own_leave_covered(ofs_own *own, const ofs_own_text *kept, const ofs_own_text *dropped)
{
    if (kept->is_off && !dropped->is_off)
        ofs_own_refuse(own, "text that is drawn twice, and hidden once");
}

int ofs_own_is_doubled(ofs_own *own, uint32_t index)
{
    const ofs_own_text *text = &own->texts[index];
    for (uint32_t i = index, seen = 0; i > 0 && seen < LOOK_BACK; i--) {
        const ofs_own_text *other = &own->texts[i - 1];
        ofs_own_work(own, 1);
        if (other->list != text->list)
            continue;
        if (is_same(own, other, text)) {
            ofs_own_leave_covered(own, other, text);
            return 1;
        }
        seen++;
    }
    return 0;
}
