/* actual_text.c: PDFs may give a text in place of what they show (ActualText), for a soft hyphen, a ligature, a font of
 * unknown letters, and PDFium reads that. Where its letters are not those that are shown, what is shown is read, if the
 * font tells it. May not order anything. */
#include "base/text.h"
#include "pdf/by_pdfium.h"

enum { LONGEST = 256 };

static int is_word(uint32_t c)
{
    return ofs_pdf_is_letter(c) || ofs_is_digit((int)c);
}

/* The next letter of the text from *at on; 0: none. */
static unsigned int next_letter(const ofs_pdfium *fpdf, void *text_page, int count, int *at)
{
    while (*at < count) {
        unsigned int c = fpdf->FPDFText_GetUnicode(text_page, (*at)++);
        if (is_word(c))
            return c;
    }
    return 0;
}

/* Whether both hold the same letters in the same order; *letters: whether the second has any. */
static int have_same_letters(const ofs_pdfium *fpdf, void *a, void *b, int *letters)
{
    int i = 0, k = 0, count = fpdf->FPDFText_CountChars(a), other = fpdf->FPDFText_CountChars(b);
    unsigned int c, d;
    *letters = 0;
    do {
        c = next_letter(fpdf, a, count, &i);
        d = next_letter(fpdf, b, other, &k);
        *letters |= d != 0;
    } while (c && c == d);
    return c == d;
}

static void note(ofs_pdf *pdf, void *mark)
{
    const ofs_pdfium *fpdf = ((ofs_by_pdfium *)pdf->reading)->fpdf;
    unsigned short wide[LONGEST] = {0};
    uint32_t chars[LONGEST];
    unsigned long bytes = 0;
    int count = 0;
    if (!fpdf->FPDFPageObjMark_GetParamStringValue(mark, "ActualText", wide, sizeof wide, &bytes))
        return;
    for (; count < LONGEST && wide[count]; count++)
        chars[count] = wide[count];
    ofs_pdf_note_chars(pdf, chars, count, OFS_UNSEEN_OTHER);
}

/* Notes what is given and takes it away. */
static void remove_given(ofs_pdf *pdf)
{
    ofs_by_pdfium *by = pdf->reading;
    for (uint32_t i = 0; i < by->own_text_count; i++) {
        note(pdf, by->own_mark[i]);
        by->fpdf->FPDFPageObjMark_RemoveParam(by->own_text[i], by->own_mark[i], "ActualText");
    }
}

void ofs_pdfium_read_shown(ofs_pdf *pdf)
{
    ofs_by_pdfium *by = pdf->reading;
    const ofs_pdfium *fpdf = by->fpdf;
    uint32_t noted = pdf->source->unseen_count;
    int letters = 0;
    remove_given(pdf);
    void *shown = fpdf->FPDFText_LoadPage(by->page);
    int same = shown && have_same_letters(fpdf, by->text_page, shown, &letters);
    int takes_shown = shown && !same && letters;
    for (uint32_t i = noted; i < pdf->source->unseen_count; i++)
        pdf->source->unseen[i].kind = takes_shown ? OFS_UNSEEN_OTHER : OFS_UNSEEN_READ;
    if (same)
        pdf->source->unseen_count = noted;
    if (takes_shown) {
        fpdf->FPDFText_ClosePage(by->text_page);
        by->text_page = shown;
    } else if (shown) {
        fpdf->FPDFText_ClosePage(shown);
    }
}
