/* by_own.c: the project's own reader of PDFs, as one that fills pages. See own.h for what it takes.
 *
 * Asks nobody: needs no library but libdeflate, no lock, and no font of the machine's. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "pdf/own/parts.h"

enum { MOST_BYTES = 512 * 1024 * 1024 };

static int open_document(ofs_pdf *pdf, const void *data, size_t length)
{
    ofs_own *own = pdf->reading = OFS_NEW(&pdf->scratch, ofs_own);
    own->pdf = pdf;
    own->arena = &pdf->scratch;
    own->data = data;
    if (length > MOST_BYTES || length < 32 || memcmp(data, "%PDF-1.", 7) != 0)
        ofs_own_refuse(own, "a file that does not begin as a PDF");
    own->length = (uint32_t)length;
    ofs_own_read_xref(own);
    const ofs_own_object *root = ofs_own_follow_object(own, ofs_own_get_raw(&own->trailer, "Root"));
    own->catalog = root ? &root->value : NULL;
    if (!own->catalog || !ofs_own_is_name(ofs_own_get(own, own->catalog, "Type"), "Catalog"))
        ofs_own_refuse(own, "a file without a catalogue");
    ofs_own_read_pages(own);
    if (!own->leaf_count)
        ofs_own_refuse(own, "a file without a page");
    return (int)own->leaf_count;
}

static ofs_pdf_opened open_page(ofs_pdf *pdf, int index)
{
    ofs_own *own = pdf->reading;
    const ofs_own_leaf *leaf = &own->leaves[index];
    ofs_own_read_content(own, leaf);
    ofs_own_write_chars(own, leaf);
    ofs_own_read_nodes(own, leaf);
    return OFS_PAGE_OPEN;
}

static void close_nothing(ofs_pdf *pdf)
{
    (void)pdf; /* all that a page has goes with the arena */
}

static void close_document(ofs_pdf *pdf)
{
    const ofs_own *own = pdf->reading;
    if (own)
        ofs_own_end_inflating(own);
}

/* The box of the glyph reaches as far as its ink, or where it has none, as it advances. */
static void char_place(const ofs_pdf *pdf, int index, ofs_pdf_place *place)
{
    ofs_own *own = pdf->reading;
    const ofs_own_source *source = &own->sources[index];
    memset(place, 0, sizeof *place);
    if (source->text == OWN_KERN)
        return;
    const ofs_own_text *text = &own->texts[source->text];
    place->left = ofs_pdf_bounded(source->x);
    place->y = ofs_pdf_bounded(source->y);
    place->right = place->left;
    if (source->code == OWN_KERN)
        return;
    const ofs_own_glyph *glyph = ofs_own_glyph_at(own, text->font, source->code);
    float em = text->size / 1000;
    ofs_own_matrix m = ofs_own_on_page(text, text->form);
    if (glyph->is_unsure) {
        float slack, right = ofs_own_unsure_right(glyph, &slack);
        place->right = ofs_pdf_bounded(place->left + right * em * m.a);
        place->slack = fminf(slack * em * m.a, FLT_MAX);
        return;
    }
    ofs_own_box box = {(float)glyph->left * em + source->along, (float)glyph->bottom * em,
                       (float)glyph->right * em + source->along, (float)glyph->top * em};
    if (fabsf(box.top - box.bottom) < 0.01f)
        box.top = box.bottom + em;
    if (fabsf(box.right - box.left) < 0.01f)
        box.right = box.left + (float)glyph->advance * em;
    place->right = ofs_pdf_bounded(ofs_pdf_transform_box(&m, &box).right);
}

static int is_clipped(const ofs_pdf *pdf, const ofs_pdf_run *run)
{
    ofs_own *own = pdf->reading;
    return ofs_own_is_clipped(own, &own->texts[own->sources[run->first].text], run->size);
}

ofs_status ofs_source_from_plain_pdf(const void *data, size_t length, ofs_memory *memory, const char **refusal,
                                     ofs_source **out)
{
    static const ofs_pdf_reader reader = {open_document,  open_page,  close_nothing,
                                          close_document, char_place, is_clipped};
    return ofs_pdf_read_by(&reader, NULL, data, length, memory, refusal, out);
}
