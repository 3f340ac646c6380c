/* actual_text.c: PDFs may give a text in place of what they show (ActualText), for a soft hyphen, a ligature, a font of
 * unknown letters, and PDFium reads that. Where its letters are not those that are shown, what is shown is read, if the
 * font tells it. May not order anything. */
#include "base/text.h"
#include "pdf/by_pdfium.h"

#include <string.h>

enum { LONGEST = 64 * 1024 }; /* bytes of a text */

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

/* As PDF writes strings: in UTF-16 or UTF-8, which a mark at their beginning tells, or in one byte a character. */
static uint32_t decode(const unsigned char *bytes, uint32_t length, uint32_t *chars)
{
    uint32_t count = 0;
    const char *text = (const char *)bytes;
    if (length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
        for (uint32_t i = 2; i + 1 < length; i += 2)
            chars[count++] = (uint32_t)bytes[i] << 8 | bytes[i + 1];
    else if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        for (uint32_t i = 3; i < length; count++)
            i += ofs_utf8_next(text + i, text + length, &chars[count]);
    else
        for (; count < length; count++)
            chars[count] = bytes[count];
    return count;
}

static void note(ofs_pdf *pdf, void *mark)
{
    const ofs_pdfium *fpdf = ((ofs_by_pdfium *)pdf->reading)->fpdf;
    unsigned long length = 0, copied = 0;
    if (!fpdf->FPDFPageObjMark_GetParamBlobValue(mark, "ActualText", NULL, 0, &length) || !length || length > LONGEST)
        return;
    unsigned char *bytes = (unsigned char *)ofs_arena_bytes(&pdf->scratch, (uint32_t)length);
    uint32_t *chars = OFS_NEW_ARRAY(&pdf->scratch, uint32_t, length);
    if (fpdf->FPDFPageObjMark_GetParamBlobValue(mark, "ActualText", bytes, length, &copied) && copied == length)
        ofs_pdf_note_chars(pdf, chars, (int)decode(bytes, (uint32_t)length, chars), OFS_UNSEEN_OTHER);
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
