/* quotes.c: quotation marks that a font calls digits. Where Ghostscript 10 copies a font it may say '9' for an apostrophe
 * and '8' for an opening mark: 'children9s', '8front door9'.
 *
 * Looks at the characters of the open page before they are written. May not touch a digit that may be one.
 */
#include "base/text.h"
#include "pdf/page.h"

#include <math.h>

enum { OPENING_MARK = 0x2018, APOSTROPHE = 0x2019 };

/* In points: a footnote's mark is smaller than the word before it. */
static const float same_size = 0.5f;

static uint32_t char_at(const ofs_pdf *pdf, int i)
{
    return i >= 0 && i < pdf->page.char_count ? pdf->page.chars[i] : ' ';
}

static int is_word(uint32_t c)
{
    return ofs_pdf_is_letter(c) || ofs_is_digit((int)c);
}

static int is_s(uint32_t c)
{
    return c == 's' || c == 'S';
}

/* '9' as in 'children9s': nothing else is written so. */
static int is_sure(const ofs_pdf *pdf, int i)
{
    return ofs_pdf_is_letter(char_at(pdf, i - 2)) && ofs_pdf_is_letter(char_at(pdf, i - 1)) &&
           is_s(char_at(pdf, i + 1)) && !is_word(char_at(pdf, i + 2));
}

/* '9' within a word or behind it, its full stop or comma: 'didn9t', 'partners9 work', '8front door,9'; but for 'TW9'. */
static int may_close(const ofs_pdf *pdf, int i)
{
    uint32_t before = char_at(pdf, i - 1), after = char_at(pdf, i + 1);
    if (ofs_pdf_is_letter(before) && ofs_pdf_is_letter(after))
        return 1;
    if (before == '.' || before == ',')
        before = char_at(pdf, i - 2);
    return ofs_pdf_is_letter(before) && (pdf->is_quoting || !ofs_is_upper((int)before)) && !is_word(after);
}

/* '8' before a word, but for '8th', '8am' and a postcode's '8HQ'. */
static int may_open(const ofs_pdf *pdf, int i)
{
    uint32_t first = char_at(pdf, i + 1), second = char_at(pdf, i + 2);
    int is_number = !ofs_pdf_is_letter(char_at(pdf, i + 3)) &&
                    ((first == 't' && second == 'h') || ((first == 'a' || first == 'p') && second == 'm') ||
                     (ofs_is_upper((int)first) && ofs_is_upper((int)second)));
    return !is_word(char_at(pdf, i - 1)) && ofs_pdf_is_letter(first) && !is_number;
}

static void restore(ofs_pdf *pdf, int i, float size, float size_before)
{
    uint32_t *c = &pdf->page.chars[i];
    int is_alike = fabsf(size - size_before) < same_size;
    if (*c == '9' && (is_sure(pdf, i) || (pdf->has_digit_quotes && is_alike && may_close(pdf, i)))) {
        *c = APOSTROPHE;
        pdf->has_digit_quotes = 1;
        pdf->is_quoting &= ofs_pdf_is_letter(char_at(pdf, i + 1));
    } else if (*c == '8' && pdf->has_digit_quotes && may_open(pdf, i)) {
        *c = OPENING_MARK;
        pdf->is_quoting = 1;
    }
}

void ofs_pdf_restore_quotes(ofs_pdf *pdf)
{
    float size = 0;
    for (uint32_t r = 0; r < pdf->page.run_count; r++) {
        const ofs_pdf_run *run = &pdf->page.runs[r];
        for (int i = run->first; i < run->end; i++)
            if (pdf->page.chars[i] == '8' || pdf->page.chars[i] == '9')
                restore(pdf, i, run->size, i == run->first ? size : run->size);
        size = run->size;
    }
}
