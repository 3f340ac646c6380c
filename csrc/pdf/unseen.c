/* unseen.c: words that a page holds and does not show, or shows among the lines of its text without their being part of
 * it, are noted beside the text. May not judge them. */
#include "base/text.h"
#include "pdf/page.h"

#include <math.h>
#include <string.h>

enum { MOST_BYTES = 64 * 1024, MOST_CHARS = 4096 };

static uint32_t encode(uint32_t c, char out[OFS_MAX_ENCODED])
{
    c = c == OFS_PDF_HYPHEN ? '-' : c;
    return ofs_utf8_encode(ofs_pdf_is_invisible(c) ? ' ' : c, out);
}

/* The text stands in the source's arena. */
static void note(ofs_pdf *pdf, ofs_str text, ofs_unseen_kind kind)
{
    ofs_source *source = pdf->source;
    source->unseen_bytes += text.n;
    ofs_unseen *last = source->unseen_count ? &source->unseen[source->unseen_count - 1] : NULL;
    if (last && last->page == pdf->page_number && last->kind == kind && last->text.p + last->text.n == text.p) {
        last->text.n += text.n; /* words are often cut into several runs */
        return;
    }
    source->unseen = ofs_arena_grow(&source->arena, source->unseen, source->unseen_count, &source->unseen_capacity,
                                    sizeof *source->unseen);
    source->unseen[source->unseen_count++] = (ofs_unseen){text, pdf->page_number, kind};
}

void ofs_pdf_note_chars(ofs_pdf *pdf, const uint32_t *chars, int count, ofs_unseen_kind kind)
{
    uint32_t n = count < MOST_CHARS ? (uint32_t)count : MOST_CHARS, bytes = 0;
    char one[OFS_MAX_ENCODED];
    if (pdf->source->unseen_bytes > MOST_BYTES || count <= 0)
        return;
    for (uint32_t i = 0; i < n; i++)
        bytes += encode(chars[i], one);
    char *text = ofs_arena_bytes(&pdf->source->arena, bytes), *end = text;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t length = encode(chars[i], one);
        memcpy(end, one, length);
        end += length;
    }
    note(pdf, (ofs_str){text, bytes}, kind);
}

void ofs_pdf_note_unseen(ofs_pdf *pdf, const ofs_pdf_run *run, ofs_unseen_kind kind)
{
    ofs_pdf_note_chars(pdf, pdf->page.chars + run->first, run->end - run->first, kind);
}

void ofs_pdf_forget_unseen(ofs_pdf *pdf)
{
    ofs_source *source = pdf->source;
    while (source->unseen_count && source->unseen[source->unseen_count - 1].page == pdf->page_number)
        source->unseen_count--;
}

void ofs_pdf_note_hidden(ofs_pdf *pdf)
{
    for (uint32_t i = 0; i < pdf->page.run_count; i++) {
        const ofs_pdf_run *run = &pdf->page.runs[i];
        if (run->hidden && !run->is_noted && run->letters)
            ofs_pdf_note_unseen(pdf, run, OFS_UNSEEN);
    }
}

static void note_line(ofs_pdf *pdf, const ofs_line *line, ofs_unseen_kind kind)
{
    uint32_t bytes = line->end - line->start;
    if (pdf->source->unseen_bytes > MOST_BYTES || !bytes)
        return;
    char *text = ofs_arena_bytes(&pdf->source->arena, bytes + 1); /* so that no two lines are taken for one */
    memcpy(text, pdf->text + line->start, bytes);
    note(pdf, (ofs_str){text, bytes}, kind);
}

void ofs_pdf_note_at(ofs_pdf *pdf, float bottom, float top, ofs_unseen_kind kind)
{
    for (uint32_t i = pdf->page_first_line; i < pdf->line_count; i++) {
        const ofs_pdf_place *place = &pdf->places[i];
        if (pdf->lines[i].kind != OFS_LINE_ARTIFACT && place->y < top && place->y + place->size > bottom)
            note_line(pdf, &pdf->lines[i], kind);
    }
}

/* From the head of the highest line of the page's text to below its lowest one. */
static int find_text(const ofs_pdf *pdf, float *bottom, float *top)
{
    int found = 0;
    for (uint32_t i = pdf->page_first_line; i < pdf->line_count; i++) {
        const ofs_pdf_place *place = &pdf->places[i];
        if (pdf->lines[i].kind == OFS_LINE_ARTIFACT)
            continue;
        *top = found ? fmaxf(*top, place->y + place->size) : place->y + place->size;
        *bottom = found ? fminf(*bottom, place->y - place->size) : place->y - place->size;
        found = 1;
    }
    return found;
}

void ofs_pdf_note_untagged(ofs_pdf *pdf)
{
    float bottom, top;
    if (!find_text(pdf, &bottom, &top))
        return;
    for (uint32_t i = pdf->page_first_line; i < pdf->line_count; i++)
        if (pdf->lines[i].kind == OFS_LINE_ARTIFACT && !pdf->lines[i].element && pdf->places[i].y < top &&
            pdf->places[i].y > bottom)
            note_line(pdf, &pdf->lines[i], OFS_UNTAGGED);
}
