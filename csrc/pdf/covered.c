/* covered.c: PDFium leaves out a text that has the same letters as one close before it, as if it was drawn twice to look
 * bold. Where the first is hidden, a white shadow or a layer of invisible words, that loses the one that is seen: the text
 * page is opened again without what is hidden. May not say what is hidden. */
#include <math.h>

#include "pdf/by_pdfium.h"

enum {
    MOST_COPIES = 16 /* of a text, each hidden, before the one that is seen; and texts that may have one */
};

static const double far_away = 30000; /* points from all that is on a page */

static uint32_t count_letters(const ofs_pdfium *fpdf, void *text_page)
{
    int count = fpdf->FPDFText_CountChars(text_page);
    uint32_t letters = 0;
    for (int i = 0; i < count; i++)
        letters += (uint32_t)ofs_pdf_is_visible(fpdf->FPDFText_GetUnicode(text_page, i));
    return letters;
}

/* Of what was read. */
static uint32_t count_shown(const ofs_pdf *pdf)
{
    const ofs_by_pdfium *by = pdf->reading;
    uint32_t letters = 0;
    for (uint32_t i = 0; i < pdf->page.run_count; i++) {
        const ofs_pdf_run *run = &pdf->page.runs[i];
        for (int k = run->first; k < run->end && !run->hidden; k++)
            letters += ofs_pdf_is_visible(pdf->page.chars[k]) &&
                       ofs_pdf_is_visible(by->fpdf->FPDFText_GetUnicode(by->text_page, k));
    }
    return letters;
}

static int is_read(const ofs_pdf *pdf, const void *object)
{
    const ofs_by_pdfium *by = pdf->reading;
    for (uint32_t i = 0; i < pdf->page.run_count; i++)
        if (by->fpdf->FPDFText_GetTextObject(by->text_page, pdf->page.runs[i].first) == object)
            return 1;
    return 0;
}

/* Whether another text, which PDFium left out, covers half of this one. */
static int has_copy(const ofs_pdf *pdf, const ofs_painted *text)
{
    const ofs_by_pdfium *by = pdf->reading;
    for (uint32_t i = 0; i < by->painted_count; i++) {
        const ofs_painted *other = &by->painted[i];
        float shared = fminf(text->box.right, other->box.right) - fmaxf(text->box.left, other->box.left);
        if (other->object != text->object && other->box.bottom < text->box.top && other->box.top > text->box.bottom &&
            2 * shared > text->box.right - text->box.left && !is_read(pdf, other->object))
            return 1;
    }
    return 0;
}

/* What is hidden as a whole, and what is in part where there may be a copy of it. */
static void find_covers(ofs_pdf *pdf)
{
    ofs_by_pdfium *by = pdf->reading;
    int looked = 0;
    for (uint32_t i = 0; i < pdf->page.run_count; i++) {
        const ofs_pdf_run *run = &pdf->page.runs[i];
        if (!run->letters || !(run->hidden || (run->is_noted && looked++ < MOST_COPIES)))
            continue;
        const ofs_painted *text = run->hidden ? NULL : ofs_pdfium_find_doubtful(pdf, run->first);
        if (text && !has_copy(pdf, text))
            continue;
        by->covers =
            ofs_arena_grow(&pdf->scratch, by->covers, by->cover_count, &by->cover_capacity, sizeof *by->covers);
        by->covers[by->cover_count] = by->fpdf->FPDFText_GetTextObject(by->text_page, run->first);
        by->cover_count += by->covers[by->cover_count] != NULL;
    }
}

/* Moves them as well, for PDFium compares other texts with what is not active, too. */
static void put_covers(const ofs_by_pdfium *by, double along, int is_active)
{
    for (uint32_t i = 0; i < by->cover_count; i++) {
        by->fpdf->FPDFPageObj_SetIsActive(by->covers[i], is_active);
        by->fpdf->FPDFPageObj_Transform(by->covers[i], 1, 0, 0, 1, along, 0);
    }
}

int ofs_pdfium_uncover(ofs_pdf *pdf)
{
    ofs_by_pdfium *by = pdf->reading;
    uint32_t before = by->cover_count;
    if (by->uncovered++ == MOST_COPIES)
        return 0;
    find_covers(pdf);
    if (by->cover_count == before)
        return 0;
    put_covers(by, far_away, 0);
    void *text_page = by->fpdf->FPDFText_LoadPage(by->page);
    put_covers(by, -far_away, 1);
    if (!text_page)
        return 0;
    if (count_letters(by->fpdf, text_page) <= count_shown(pdf)) {
        by->fpdf->FPDFText_ClosePage(text_page);
        return 0;
    }
    ofs_pdf_note_hidden(pdf);
    by->fpdf->FPDFText_ClosePage(by->text_page);
    by->text_page = text_page;
    return 1;
}
