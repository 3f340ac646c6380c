/* write.c: writes characters as clean lines of UTF-8: one line of text for each line on the page.
 *
 * May not decide what is read or in which order; a caller opens a block and gives it runs or characters.
 */
#include "base/text.h"
#include "pdf/page.h"

#include <math.h>
#include <string.h>

enum { SOFT_HYPHEN = 0xAD };

/* In ems: how far apart two characters may stand and still be on one line, or in one word. */
static const float same_line = 0.6f, same_word = 0.15f, overlap = 0.5f;

/* Room for `more` bytes. */
static void grow_text(ofs_pdf *pdf, uint32_t more)
{
    uint32_t capacity = pdf->text_capacity ? pdf->text_capacity : 32 * 1024;
    if (more > OFS_MAX_TEXT - pdf->text_length)
        ofs_pdf_fail(pdf, OFS_ERR_TOO_LARGE);
    do
        capacity *= 2;
    while (capacity - pdf->text_length < more);
    char *text = ofs_arena_bytes(&pdf->scratch, capacity);
    if (pdf->text_length)
        memcpy(text, pdf->text, pdf->text_length);
    pdf->text = text;
    pdf->text_capacity = capacity;
}

static void put_byte(ofs_pdf *pdf, char byte)
{
    if (pdf->text_length == pdf->text_capacity)
        grow_text(pdf, 1);
    pdf->text[pdf->text_length++] = byte;
}

static void put_code_point(ofs_pdf *pdf, uint32_t c)
{
    char bytes[OFS_MAX_ENCODED];
    uint32_t n = ofs_utf8_encode(c, bytes);
    for (uint32_t i = 0; i < n; i++)
        put_byte(pdf, bytes[i]);
}

int ofs_pdf_is_invisible(uint32_t c)
{
    return c < ' ' || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
           (c >= 0xD800 && c < 0xE000) || (c & 0xFFFE) == 0xFFFE || c > 0x10FFFF;
}

int ofs_pdf_is_letter(uint32_t c)
{
    return ofs_is_letter((int)c) || (c >= 0xC0 && c < 0x2000);
}

int ofs_pdf_is_visible(uint32_t c)
{
    return c == OFS_PDF_HYPHEN || (c > ' ' && !ofs_pdf_is_space(c));
}

static uint16_t points(float x)
{
    return x > 0 ? x < 65535 ? (uint16_t)(x + 0.5f) : 65535 : 0;
}

static void close_line(ofs_pdf *pdf)
{
    ofs_pdf_draft *d = &pdf->draft;
    if (!d->is_open)
        return;
    if (d->wants_soft_hyphen && d->wants_break)
        put_code_point(pdf, SOFT_HYPHEN);
    pdf->lines = ofs_arena_grow(&pdf->scratch, pdf->lines, pdf->line_count, &pdf->line_capacity, sizeof(ofs_line));
    pdf->places =
        ofs_arena_grow(&pdf->scratch, pdf->places, pdf->line_count, &pdf->place_capacity, sizeof(ofs_pdf_place));
    ofs_line *line = &pdf->lines[pdf->line_count];
    ofs_pdf_place *place = &pdf->places[pdf->line_count++], last;
    pdf->reader->char_place(pdf, d->first, place);
    pdf->reader->char_place(pdf, d->last, &last);
    place->left -= pdf->edge;
    place->right = last.right - pdf->edge;
    place->slack = last.slack;
    place->size = d->size;
    line->start = d->start;
    line->end = pdf->text_length;
    line->page = pdf->page_number + pdf->right_pages;
    line->element = d->element;
    line->table = d->block->table;
    line->row = d->block->row;
    line->column = d->block->column;
    line->kind = d->block->kind;
    line->level = d->block->level;
    line->flags = (uint8_t)(d->block->flags | (d->letters && d->letters == d->bold_letters ? OFS_LINE_BOLD : 0) |
                            (d->has_label ? OFS_LINE_LABELLED : 0));
    line->size = d->size < 255 ? (uint8_t)(d->size + 0.5f) : 255;
    line->left = points(place->left);
    d->is_open = d->has_label = d->has_size = 0;
}

static void open_line(ofs_pdf *pdf, const ofs_pdf_run *run, int index)
{
    ofs_pdf_draft *d = &pdf->draft;
    if (pdf->line_count > pdf->page_first_line)
        put_byte(pdf, '\n');
    d->is_open = 1;
    d->start = pdf->text_length;
    d->letters = d->bold_letters = 0;
    d->first = index;
    d->size = run->size;
    d->has_size = 0;
}

/* Of what was put into the line: how many letters, and the last visible character. */
static void note_written(ofs_pdf_draft *d, const ofs_pdf_run *run, uint32_t letters, int last, uint32_t last_char)
{
    if (letters && !d->has_size) { /* not the size of a bullet or a footnote's mark before it */
        d->size = run->size;
        d->has_size = 1;
    }
    d->letters += letters;
    d->bold_letters += run->bold ? letters : 0;
    d->wants_soft_hyphen = 0;
    d->last = last;
    d->last_char = last_char;
}

static void put_visible(ofs_pdf *pdf, const ofs_pdf_run *run, int index, uint32_t c)
{
    ofs_pdf_draft *d = &pdf->draft;
    if (d->wants_break && d->is_open)
        close_line(pdf);
    if (!d->is_open)
        open_line(pdf, run, index);
    else if (d->wants_tab || d->wants_space)
        put_byte(pdf, d->wants_tab ? '\t' : ' ');
    put_code_point(pdf, c == OFS_PDF_HYPHEN ? '-' : c);
    d->wants_space = d->wants_tab = 0;
    d->wants_break = c == OFS_PDF_HYPHEN;
    note_written(d, run, ofs_pdf_is_letter(c), index, c);
}

static uint32_t code_point(const ofs_pdf *pdf, int index)
{
    uint32_t c = pdf->page.chars[index];
    if ((c & 0xFFFFFC00) == 0xD800 && index + 1 < pdf->page.char_count &&
        (pdf->page.chars[index + 1] & 0xFFFFFC00) == 0xDC00)
        c = 0x10000 + ((c & 0x3FF) << 10) + (pdf->page.chars[index + 1] & 0x3FF);
    return c;
}

static void put_letters(ofs_pdf *pdf, const ofs_pdf_run *run, int index, uint32_t c)
{
    const uint32_t *chars = pdf->page.chars;
    const char *letters = NULL;
    if (c >= OFS_FIRST_IDEOGRAPH)
        letters = ofs_swapped_letters(index ? chars[index - 1] : 0, c,
                                      index + 1 < pdf->page.char_count ? chars[index + 1] : 0);
    if (!letters)
        put_visible(pdf, run, index, c);
    for (; letters && *letters; letters++)
        put_visible(pdf, run, index, (unsigned char)*letters);
}

/* A soft hyphen that is drawn within a line: a font gives its sign for any hyphen. One that only parts syllables has no
 * width there. */
static int is_drawn_hyphen(const ofs_pdf *pdf, const ofs_pdf_run *run, int index)
{
    ofs_pdf_place place, after;
    int next = index + 1;
    while (next < pdf->page.char_count && pdf->page.chars[next] == ' ')
        next++;
    if (next >= pdf->page.char_count || !ofs_pdf_is_visible(pdf->page.chars[next]))
        return 0;
    pdf->reader->char_place(pdf, index, &place);
    pdf->reader->char_place(pdf, next, &after);
    return place.right > place.left && after.left > place.left && fabsf(after.y - place.y) < same_line * run->size;
}

static void write_soft_hyphen(ofs_pdf *pdf, const ofs_pdf_run *run, int index)
{
    pdf->draws_soft_hyphens = pdf->draws_soft_hyphens || is_drawn_hyphen(pdf, run, index);
    if (pdf->draws_soft_hyphens)
        put_visible(pdf, run, index, '-');
    else
        pdf->draft.wants_soft_hyphen = 1;
}

void ofs_pdf_write_char(ofs_pdf *pdf, int run, int index)
{
    ofs_pdf_draft *d = &pdf->draft;
    uint32_t c = code_point(pdf, index);
    if (c == '\n')
        d->wants_break = 1;
    else if (ofs_pdf_is_space(c))
        d->wants_space |= c != '\r';
    else if (c == SOFT_HYPHEN)
        write_soft_hyphen(pdf, &pdf->page.runs[run], index);
    else if (c == OFS_PDF_HYPHEN || !ofs_pdf_is_invisible(c))
        put_letters(pdf, &pdf->page.runs[run], index, c);
}

void ofs_pdf_write_space(ofs_pdf *pdf)
{
    pdf->draft.wants_space = 1;
}

void ofs_pdf_write_tab(ofs_pdf *pdf)
{
    pdf->draft.wants_tab = 1;
}

static int first_visible(const ofs_pdf *pdf, const ofs_pdf_run *run)
{
    int index = run->first;
    while (index < run->end && (pdf->page.chars[index] <= ' ' || ofs_pdf_is_space(pdf->page.chars[index])))
        index++;
    return index;
}

/* For runs that do not follow each other on the page: only their places tell what is between them. */
static void join_by_place(ofs_pdf *pdf, const ofs_pdf_run *run, int index)
{
    ofs_pdf_draft *d = &pdf->draft;
    ofs_pdf_place before, after;
    pdf->reader->char_place(pdf, d->last, &before);
    pdf->reader->char_place(pdf, index, &after);
    float em = run->size > d->size ? run->size : d->size;
    float gap = after.left - before.right;
    d->wants_break = 1;
    if (fabsf(after.y - before.y) >= same_line * em)
        return;
    ofs_pdf_be_sure(pdf, gap + overlap * em, before.slack);
    if (gap < -overlap * em)
        return;
    d->wants_break = 0;
    int is_spaced = d->wants_space || pdf->page.chars[run->first] == ' '; /* whatever the gap */
    if (!is_spaced)
        ofs_pdf_be_sure(pdf, gap - same_word * em, before.slack);
    d->wants_space = is_spaced || gap > same_word * em;
}

/* The line is nothing but a number so far: a paragraph's, '53.', or a footnote's mark; it may touch its text. */
static int is_number_so_far(const ofs_pdf *pdf)
{
    const char *p = pdf->text + pdf->draft.start, *end = pdf->text + pdf->text_length;
    const char *digit = p;
    while (digit < end && digit - p <= 3 && ofs_is_digit(*digit))
        digit++;
    if (digit == p || digit - p > 3)
        return 0;
    return digit == end ? pdf->draft.block->kind == OFS_LINE_NOTE
                        : digit + 1 == end && (*digit == '.' || *digit == ')');
}

/* Plain ASCII from character `i` on, most of any page, without the questions that others need; where no line ends.
 * Returns the first that is not. */
static int write_plain(ofs_pdf *pdf, const ofs_pdf_run *run, int i)
{
    ofs_pdf_draft *d = &pdf->draft;
    const uint32_t *chars = pdf->page.chars;
    uint32_t room = (uint32_t)(run->end - i) + 1, letters = 0;
    char gap = '\0';
    int last = OFS_NONE;
    if (!d->is_open || d->wants_break)
        return i;
    if (pdf->text_capacity - pdf->text_length < room)
        grow_text(pdf, room);
    if (d->wants_tab || d->wants_space)
        gap = d->wants_tab ? '\t' : ' ';
    char *out = pdf->text + pdf->text_length;
    for (; i < run->end && chars[i] >= ' ' && chars[i] < 0x7F; i++) {
        if (chars[i] == ' ') {
            gap = gap ? gap : ' ';
            continue;
        }
        if (gap)
            *out++ = gap;
        *out++ = (char)chars[i];
        gap = '\0';
        letters += (chars[i] | 0x20) - 'a' < 26;
        last = i;
    }
    pdf->text_length = (uint32_t)(out - pdf->text);
    d->wants_tab = gap == '\t';
    d->wants_space = gap == ' ';
    if (last != OFS_NONE)
        note_written(d, run, letters, last, chars[last]);
    return i;
}

static void write_run(ofs_pdf *pdf, int index)
{
    ofs_pdf_draft *d = &pdf->draft;
    const ofs_pdf_run *run = &pdf->page.runs[index];
    int visible = first_visible(pdf, run);
    if (d->is_open && visible < run->end) {
        int follows = d->last_run == OFS_NONE || index == d->last_run + 1;
        /* PDFium ends the line at some raised marks too, so an end of line is checked by place. */
        if (!follows || (d->wants_break && d->last_char != OFS_PDF_HYPHEN))
            join_by_place(pdf, run, visible);
        if (ofs_pdf_is_letter(pdf->page.chars[visible]) && is_number_so_far(pdf))
            d->wants_space = 1;
    }
    for (int i = write_plain(pdf, run, run->first); i < run->end; i = write_plain(pdf, run, i + 1))
        ofs_pdf_write_char(pdf, index, i);
    d->last_run = index;
}

void ofs_pdf_begin_page(ofs_pdf *pdf)
{
    if (pdf->source->sheets)
        pdf->source->sheets[pdf->page_number + pdf->right_pages - 1] = pdf->page_number;
    if (pdf->page_number > 1)
        put_byte(pdf, '\f');
    pdf->page_first_line = pdf->line_count;
}

void ofs_pdf_begin_block(ofs_pdf *pdf, const ofs_pdf_block *block, int is_element)
{
    memset(&pdf->draft, 0, sizeof pdf->draft);
    pdf->draft.block = block;
    pdf->draft.element = is_element ? ++pdf->element_count : 0;
    pdf->draft.last_run = pdf->draft.first = pdf->draft.last = OFS_NONE;
}

void ofs_pdf_end_block(ofs_pdf *pdf)
{
    close_line(pdf);
}

/* Between a list item's label and its text. A label that ends in a letter is none: some tagger cut a word. */
static void end_label(ofs_pdf_draft *d)
{
    d->after_label = 0;
    d->has_label = !ofs_pdf_is_letter(d->last_char);
    if (d->has_label) { /* one line, whatever their places say */
        d->wants_break = 0;
        d->wants_space = 1;
        d->last_run = OFS_NONE;
    }
}

static void write_piece(ofs_pdf *pdf, const ofs_pdf_piece *piece)
{
    ofs_pdf_draft *d = &pdf->draft;
    for (int run = pdf->page.first_run[piece->id]; run != OFS_NONE; run = pdf->page.runs[run].next) {
        ofs_pdf_run *r = &pdf->page.runs[run];
        if (r->placed || r->hidden)
            continue;
        r->placed = 1;
        if (d->block->kind == OFS_LINE_CELL && pdf->reader->is_clipped(pdf, r)) {
            r->hidden = 1;
            continue;
        }
        if (d->after_label && !piece->is_label)
            end_label(d);
        write_run(pdf, run);
        d->after_label = piece->is_label && d->is_open;
    }
}

static int has_letters(const ofs_pdf *pdf, int id)
{
    for (int run = pdf->page.first_run[id]; run != OFS_NONE; run = pdf->page.runs[run].next)
        for (int i = pdf->page.runs[run].first; i < pdf->page.runs[run].end; i++)
            if (ofs_pdf_is_letter(pdf->page.chars[i]))
                return 1;
    return 0;
}

static float left_of(const ofs_pdf *pdf, int id)
{
    ofs_pdf_place place;
    const ofs_pdf_run *run = &pdf->page.runs[pdf->page.first_run[id]];
    int index = first_visible(pdf, run);
    pdf->reader->char_place(pdf, index < run->end ? index : run->first, &place);
    return place.left;
}

/* Some programs draw the bullet after all of the item's text, and left of it. */
static int is_late_bullet(const ofs_pdf *pdf, const ofs_pdf_pieces *pieces, uint32_t label)
{
    const ofs_pdf_piece *piece = &pieces->at[label];
    uint32_t next = label + 1;
    for (; next < pieces->count && pieces->at[next].block == piece->block; next++)
        if (pdf->page.first_run[pieces->at[next].id] > pdf->page.first_run[piece->id])
            return 0;
    return next > label + 1 && !has_letters(pdf, piece->id) && left_of(pdf, piece->id) < left_of(pdf, piece[1].id);
}

/* Some taggers put words into the label and the bullet into the body: what the page shows first goes first. */
static void mend_label(const ofs_pdf *pdf, const ofs_pdf_pieces *pieces, uint32_t label)
{
    if (is_late_bullet(pdf, pieces, label))
        return;
    for (uint32_t i = label; i + 1 < pieces->count; i++) {
        ofs_pdf_piece *piece = &pieces->at[i], *next = piece + 1;
        if (next->block != piece->block || next->is_label ||
            pdf->page.first_run[next->id] > pdf->page.first_run[piece->id])
            return;
        int id = piece->id;
        piece->id = next->id;
        next->id = id; /* the one in front is the label now */
    }
}

static void write_pieces(ofs_pdf *pdf, const ofs_pdf_pieces *pieces)
{
    int block = OFS_NONE;
    for (uint32_t i = 0; i < pieces->count; i++) {
        const ofs_pdf_piece *piece = &pieces->at[i];
        if (piece->block != block) {
            if (block != OFS_NONE)
                ofs_pdf_end_block(pdf);
            block = piece->block;
            ofs_pdf_begin_block(pdf, &pdf->blocks[block], 1);
        }
        if (piece->is_label)
            mend_label(pdf, pieces, i);
        write_piece(pdf, piece);
    }
    if (block != OFS_NONE)
        ofs_pdf_end_block(pdf);
}

void ofs_pdf_write_rest(ofs_pdf *pdf)
{
    static const ofs_pdf_block artifact = {0, 0, 0, OFS_LINE_ARTIFACT, 0, 0};
    ofs_pdf_begin_block(pdf, &artifact, 0);
    for (uint32_t i = 0; i < pdf->page.run_count; i++)
        if (!pdf->page.runs[i].placed && !pdf->page.runs[i].hidden && pdf->page.runs[i].letters)
            write_run(pdf, (int)i);
    ofs_pdf_end_block(pdf);
}

/* The body, then its footnotes, then what no element claims: running headers and footers, page numbers. */
void ofs_pdf_write_tagged(ofs_pdf *pdf)
{
    write_pieces(pdf, &pdf->body);
    write_pieces(pdf, &pdf->notes);
    ofs_pdf_write_rest(pdf);
}
