/* gaps.c: what stands between two text objects: nothing, a space, the end of a line. As PDFium tells it, so that both
 * readers give the same text: the numbers are its own.
 *
 * May not write characters. */
#include <math.h>
#include <string.h>

#include "pdf/own/lines.h"

enum { LOOK_BACK = 5, MOST_POINTS = 20000, LOOKED_AT = 16 };

int ofs_own_is_hyphen(uint32_t c)
{
    return c == '-' || c == 0xAD;
}

static int is_letter(uint32_t c)
{
    return (c | 0x20) - 'a' < 26 || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || c == 0xAA || c == 0xB5 ||
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

static float at_least(float x, float least, float most)
{
    return x < least ? least : x > most ? most : x;
}

/* Columns, or rows, of the page that have text on them. */
typedef struct mask {
    uint8_t *at;
    int first, end, size;
} mask;

static void mark(mask *m, int first, int end)
{
    memset(m->at + first, 1, (size_t)(end - first));
    m->first = first < m->first ? first : m->first;
    m->end = end > m->end ? end : m->end;
}

static float filled(const mask *m)
{
    float count = 0;
    for (int i = m->first; i < m->end; i++)
        count += m->at[i];
    return m->first < m->end ? count / (float)(m->end - m->first) : 0;
}

ofs_own_direction ofs_own_most_text(ofs_own *own, const ofs_own_leaf *leaf)
{
    float wide = leaf->box.right - leaf->box.left, high = leaf->box.top - leaf->box.bottom, line = 0;
    if (wide >= MOST_POINTS || high >= MOST_POINTS)
        ofs_own_refuse(own, "a page that is too large");
    if (!own->mask)
        own->mask = (uint8_t *)ofs_arena_bytes(own->arena, 2 * MOST_POINTS);
    mask across = {own->mask, (int)wide, 0, (int)wide}, down = {own->mask + MOST_POINTS, (int)high, 0, (int)high};
    if (across.size <= 0 || down.size <= 0)
        return OWN_UNKNOWN;
    memset(across.at, 0, (size_t)across.size);
    memset(down.at, 0, (size_t)down.size);
    for (uint32_t i = 0; i < own->text_count; i++) {
        const ofs_own_box *box = &own->texts[i].box;
        if (own->texts[i].form)
            continue;
        int left = (int)at_least(box->left, 0, (float)across.size),
            right = (int)at_least(box->right, 0, (float)across.size);
        int bottom = (int)at_least(box->bottom, 0, (float)down.size),
            top = (int)at_least(box->top, 0, (float)down.size);
        if (left >= right || bottom >= top)
            continue;
        ofs_own_work(own, (uint32_t)(right - left + top - bottom) / LOOKED_AT);
        mark(&across, left, right);
        mark(&down, bottom, top);
        if (line <= 0)
            line = box->top - box->bottom;
    }
    int two_lines = (int)(2 * line);
    if (down.end - down.first < two_lines)
        return OWN_ACROSS;
    if (across.end - across.first < two_lines)
        return OWN_DOWN;
    float columns = filled(&across), rows = columns > 0.8f ? 0 : filled(&down);
    return columns > 0.8f || columns > rows ? OWN_ACROSS : columns < rows ? OWN_DOWN : OWN_UNKNOWN;
}

static ofs_own_direction direction_of(const ofs_own_lines *l, const ofs_own_text *text)
{
    if (text->chars <= 1)
        return l->direction;
    float first = ofs_own_item_of(l->own, text, 0)->x, last = last_item(l->own, text)->x; /* nearly level: see show.c */
    return fabsf(text->matrix.a * last - text->matrix.a * first) <= 0.0001f ? OWN_UNKNOWN : OWN_ACROSS;
}

/* Whether what is written ends in a hyphen that a word goes on after. */
static int ends_in_hyphen(const ofs_own_lines *l, uint32_t next)
{
    uint32_t first = l->count > l->line ? l->line : 0, i = l->count;
    if (i == first)
        return 0;
    while (i - 1 > first && l->chars[i - 1] == ' ')
        i--;
    return ofs_own_is_hyphen(l->chars[i - 1]) && i - 1 > first && is_letter(l->chars[i - 2]) &&
           (is_letter(next) || (next >= '0' && next <= '9'));
}

static int ends_line_across(const ofs_own_box *a, const ofs_own_box *b)
{
    if (a->top - a->bottom <= 4.5f || b->top - b->bottom <= 4.5f)
        return 0;
    return fmaxf(a->bottom, b->bottom) >= fminf(a->top, b->top);
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

/* Up or down from the baseline of the object before, in its own space. */
static int leaves_line(const ofs_own_lines *l, const ofs_own_text *text, float x, float y, float threshold)
{
    const ofs_own_text *before = l->before;
    float high = before->box.top - before->box.bottom;
    if (!(is_empty(&before->box) && high > 5) &&
        !((y > threshold * 2 || y < threshold * -3) && (fabsf(y) >= 1 || fabsf(y) > fabsf(x))))
        return 0;
    if (before->count > 1 && last_item(l->own, before)->x > ofs_own_item_of(l->own, before, 0)->x)
        return !is_level_with(&before->box, text) && !is_level_with(&text->box, before);
    return 1;
}

static float share_of(float width, float first, float second, float third)
{
    return width / (width < first ? 2.0f : width < second ? 4.0f : width < third ? 5.0f : 6.0f);
}

static int wants_space(float x, float last, float this_width, float last_width, float threshold)
{
    if (fabsf(last + last_width - x) <= threshold)
        return 0;
    float reach = threshold + last_width, apart = x - last;
    return fabsf(apart) > reach || (x < 0 && -reach > apart) || apart > this_width + last_width;
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
    float threshold = share_of((float)(last_width > this_width ? last_width : this_width), 400, 700, 800);
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

ofs_own_gap ofs_own_gap_before(ofs_own_lines *l, const ofs_own_text *text)
{
    ofs_own *own = l->own;
    if (l->count && own->sources[l->count - 1].text != OWN_KERN)
        l->before = &own->texts[own->sources[l->count - 1].text];
    const ofs_own_text *before = l->before;
    ofs_own_direction direction = direction_of(l, text);
    if (direction == OWN_UNKNOWN)
        direction = direction_of(l, before);
    const ofs_own_item *last = last_item(own, before), *first = ofs_own_item_of(own, text, 0);
    uint32_t next = ofs_own_glyph_at(own, text->font, first->code)->unicode;
    if ((direction == OWN_ACROSS && ends_line_across(&text->box, &before->box)) ||
        (direction == OWN_DOWN && ends_line_down(l, text)))
        return end_of_line(l, next);
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
    if (text->chars == 1 && ofs_own_is_hyphen(next) && ends_in_hyphen(l, next))
        return OWN_HYPHEN;
    if (next == ' ' || ofs_own_glyph_at(own, before->font, last->code)->unicode == ' ')
        return OWN_NO_GAP;
    return gap_on_line(l, text, &back, pos_x);
}

static ofs_own_box shared_box(const ofs_own_box *a, const ofs_own_box *b)
{
    ofs_own_box box = {fmaxf(a->left, b->left), fmaxf(a->bottom, b->bottom), fminf(a->right, b->right),
                       fminf(a->top, b->top)};
    return box.left > box.right || box.bottom > box.top ? (ofs_own_box){0, 0, 0, 0} : box;
}

/* The code of the next glyph from item *i on, whatever is moved between; OWN_KERN: there is none. */
static uint32_t next_code(const ofs_own *own, const ofs_own_text *text, uint32_t *i)
{
    uint32_t code = OWN_KERN;
    while (code == OWN_KERN && *i < text->count)
        code = ofs_own_item_of(own, text, (*i)++)->code;
    return code;
}

/* The same glyphs at the same place: drawn twice, to look bold. */
static int is_same(ofs_own *own, const ofs_own_text *other, const ofs_own_text *text)
{
    ofs_own_box box = text->box;
    if (other->chars != text->chars)
        return 0;
    if (!is_empty(&box) || !is_empty(&other->box)) {
        float width = other->box.right - other->box.left;
        box = shared_box(&box, &other->box);
        if (is_empty(&box) || fabsf(box.right - box.left - width) > width / 2 || text->size != other->size)
            return 0;
    }
    ofs_own_work(own, text->count / LOOKED_AT);
    for (uint32_t i = 0, k = 0; i < text->count;)
        if (next_code(own, text, &i) != next_code(own, other, &k))
            return 0;
    float wide = (float)ofs_own_width(own, text, last_item(own, text)->code);
    float most = fmaxf(fmaxf(box.top - box.bottom, box.right - box.left), text->size);
    return fabsf(other->matrix.e - text->matrix.e) <= 0.9f * wide * text->size / 1000 &&
           fabsf(other->matrix.f - text->matrix.f) <= most / 8;
}

int ofs_own_is_doubled(ofs_own *own, uint32_t index)
{
    const ofs_own_text *text = &own->texts[index];
    for (uint32_t i = index, seen = 0; i > 0 && seen < LOOK_BACK; i--) {
        const ofs_own_text *other = &own->texts[i - 1];
        ofs_own_work(own, 1);
        if (other->list != text->list)
            continue;
        if (is_same(own, other, text))
            return 1;
        seen++;
    }
    return 0;
}
