/* page.c: what the parts of the PDF reader call and none of them owns: ending a reading, white space. */
#include "pdf/page.h"

void ofs_pdf_fail(ofs_pdf *pdf, ofs_status status)
{
    pdf->status = status;
    longjmp(pdf->source->arena.on_failure, 1);
}

int ofs_pdf_is_space(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}
