/* known_fonts.c: what PDFium tells of the fonts of the open page, each asked once while it is kept.
 *
 * May not read text. */
#include "pdf/by_pdfium.h"

enum { FONT_FORCE_BOLD = 1 << 18 };

const ofs_known_font *ofs_pdfium_find_font(ofs_by_pdfium *by, void *font)
{
    for (uint32_t i = 0; i < by->font_count; i++)
        if (by->fonts[i].handle == font)
            return &by->fonts[i];
    char name[128] = "";
    size_t length = font ? by->fpdf->FPDFFont_GetBaseFontName(font, name, sizeof name) : 0;
    name[length && length < sizeof name ? length : sizeof name - 1] = '\0';
    int bold = length <= sizeof name && ofs_pdf_name_says_bold(name);
    if (font && !bold)
        bold = (by->fpdf->FPDFFont_GetFlags(font) & FONT_FORCE_BOLD) != 0;
    ofs_known_font *slot = &by->fonts[by->font_count % OFS_FONT_CACHE];
    if (by->font_count < OFS_FONT_CACHE)
        by->font_count++;
    slot->handle = font;
    slot->bold = bold;
    size_t bytes = 0;
    slot->paints = !font || !by->fpdf->FPDFFont_GetFontData(font, NULL, 0, &bytes) || !bytes;
    slot->symbols = length <= sizeof name && ofs_pdf_name_says_symbols(name);
    return slot;
}
