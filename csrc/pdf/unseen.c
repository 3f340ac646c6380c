/* unseen.c: words that a page holds and does not show are noted beside the text. May not judge them. */
#include "base/text.h"
#include "pdf/page.h"

#include <string.h>

enum { MOST_BYTES = 64 * 1024, MOST_CHARS = 4096 };

static uint32_t encode(uint32_t c, char out[OFS_MAX_ENCODED])
{
    c = c == OFS_PDF_HYPHEN ? '-' : c;
    return ofs_utf8_encode(ofs_pdf_is_invisible(c) ? ' ' : c, out);
}

void ofs_pdf_note_chars(ofs_pdf *pdf, const uint32_t *chars, int count, ofs_unseen_kind kind)
{
    ofs_source *source = pdf->source;
    uint32_t n = count < MOST_CHARS ? (uint32_t)count : MOST_CHARS, bytes = 0;
    char one[OFS_MAX_ENCODED];
    if (source->unseen_bytes > MOST_BYTES || count <= 0)
        return;
    for (uint32_t i = 0; i < n; i++)
        bytes += encode(chars[i], one);
    char *text = ofs_arena_bytes(&source->arena, bytes), *end = text;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t length = encode(chars[i], one);
        memcpy(end, one, length);
        end += length;
    }
    source->unseen_bytes += bytes;
    ofs_unseen *last = source->unseen_count ? &source->unseen[source->unseen_count - 1] : NULL;
    if (last && last->page == pdf->page_number && last->kind == kind && last->text.p + last->text.n == text) {
        last->text.n += bytes; /* words are often cut into several runs */
        return;
    }
    source->unseen = ofs_arena_grow(&source->arena, source->unseen, source->unseen_count, &source->unseen_capacity,
                                    sizeof *source->unseen);
    source->unseen[source->unseen_count++] = (ofs_unseen){{text, bytes}, pdf->page_number, kind};
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
