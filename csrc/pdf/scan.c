/* scan.c: a page that is a picture, and the words that a program has read from it (OCR), which lie over it or under it,
 * unseen. They are read, for the picture shows them; the page is counted, so that the report can say so.
 *
 * May not decide that a text is not seen. Knows no reader. */
#include "pdf/page.h"

enum { MOST_SEEN = 4 /* one letter in so many: a page's number or a stamp */ };

/* Of the page, by pictures; what is cut into strips counts piece by piece. */
static const float least_covered = 0.5f;

static int is_mostly_hidden(const ofs_pdf *pdf)
{
    uint64_t seen = 0, hidden = 0;
    for (uint32_t i = 0; i < pdf->page.run_count; i++)
        *(pdf->page.runs[i].hidden ? &hidden : &seen) += pdf->page.runs[i].letters;
    return hidden > MOST_SEEN * seen;
}

static int is_picture(const ofs_pdf *pdf)
{
    const ofs_pdf_page *page = &pdf->page;
    float covered = 0;
    for (uint32_t i = 0; i < page->shape_count; i++) {
        const ofs_pdf_box *box = &page->shapes[i].box;
        if (page->shapes[i].light == OFS_PDF_ODD_LIGHT)
            covered += (box->right - box->left) * (box->top - box->bottom);
    }
    return covered >= least_covered * page->width * page->height;
}

int ofs_pdf_is_scan(const ofs_pdf *pdf)
{
    return is_mostly_hidden(pdf) && is_picture(pdf);
}

void ofs_pdf_read_scan(ofs_pdf *pdf)
{
    ofs_source *source = pdf->source;
    if (!ofs_pdf_is_scan(pdf))
        return;
    for (uint32_t i = 0; i < pdf->page.run_count; i++) {
        ofs_pdf_run *run = &pdf->page.runs[i];
        run->hidden = run->size > 0 && run->size < ofs_pdf_least_size;
    }
    ofs_pdf_forget_unseen(pdf);
    if (!source->scanned_pages++)
        source->first_scanned_page = pdf->page_number;
}
