/* pdf_layout.c: what is told from where lines stand: their flags, and the order of pages without tags.
 *
 * May not read tags.
 */
#include "pdf_page.h"

void ofs_pdf_write_by_position(ofs_pdf *pdf)
{
    static const ofs_block unknown = {0, 0, 0, OFS_LINE_UNKNOWN, 0, 0};
    ofs_pdf_begin_block(pdf, &unknown, 0);
    for (uint32_t i = 0; i < pdf->run_count; i++)
        if (!pdf->runs[i].hidden)
            ofs_pdf_write_run(pdf, (int)i);
    ofs_pdf_end_block(pdf);
}

void ofs_pdf_flag_page(ofs_pdf *pdf)
{
    (void)pdf;
}

void ofs_pdf_find_running_lines(ofs_pdf *pdf)
{
    (void)pdf;
}
