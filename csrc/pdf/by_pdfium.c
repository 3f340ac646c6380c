/* by_pdfium.c: PDFium as a reader of pages: its characters in runs of one text object each, its structure tree as nodes.
 *
 * Closes every handle on every path. May not order anything, nor know what is made of a page. Walks without recursion. */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "pdf/by_pdfium.h"

enum {
    PASSWORD_ERROR = 4, /* FPDF_ERR_PASSWORD */
    SECURITY_ERROR = 5, /* FPDF_ERR_SECURITY: an encryption that PDFium does not know */
    RENDER_INVISIBLE = 3,
    RENDER_FILL_AND_STROKE = 2, /* how Word fakes a bold face that a font lacks */
    LEAST_UNKNOWN = 2,
    REPLACEMENT = 0xFFFD
};

/* *is_narrow: its letters are as narrow as type that is too small to be read. */
static float visible_size(const ofs_pdfium *fpdf, void *object, int *is_narrow)
{
    float size = 0;
    ofs_pdf_matrix m;
    *is_narrow = 0;
    if (!fpdf->FPDFTextObj_GetFontSize(object, &size) || !fpdf->FPDFPageObj_GetMatrix(object, &m))
        return 0;
    *is_narrow = size != 0 && fabsf(size) * ofs_pdf_least_scale(&m) < ofs_pdf_least_size;
    return size * sqrtf(m.c * m.c + m.d * m.d);
}

static int is_clipped(const ofs_pdf *pdf, const ofs_pdf_run *run)
{
    const ofs_by_pdfium *by = pdf->reading;
    const ofs_pdfium *fpdf = by->fpdf;
    void *object = fpdf->FPDFText_GetTextObject(by->text_page, run->first);
    void *clip = object ? fpdf->FPDFPageObj_GetClipPath(object) : NULL;
    int paths = clip ? fpdf->FPDFClipPath_CountPaths(clip) : 0;
    ofs_pdf_matrix m; /* in the space of the clip, unlike a character's place */
    if (paths <= 0 || paths > OFS_MOST_CLIPS || !fpdf->FPDFPageObj_GetMatrix(object, &m))
        return 0;
    for (int i = 0; i < paths; i++) {
        ofs_pdf_box box = {0, 0, 0, 0};
        if (ofs_pdfium_clip_box(fpdf, clip, i, &box) && (m.f > box.top || m.f + run->size / 2 < box.bottom))
            return 1;
    }
    return 0;
}

static void char_place(const ofs_pdf *pdf, int index, ofs_pdf_place *place)
{
    const ofs_by_pdfium *by = pdf->reading;
    double left = 0, right = 0, bottom = 0, top = 0, x = 0, y = 0;
    if (!by->fpdf->FPDFText_GetCharBox(by->text_page, index, &left, &right, &bottom, &top))
        left = right = 0;
    if (!by->fpdf->FPDFText_GetCharOrigin(by->text_page, index, &x, &y))
        x = y = 0;
    place->size = place->height = place->slack = 0;
    place->left = ofs_pdf_bounded(x);
    place->right = ofs_pdf_bounded(right);
    place->y = ofs_pdf_bounded(y);
}

static void begin_run(ofs_pdf *pdf, void *object, int first)
{
    ofs_by_pdfium *by = pdf->reading;
    const ofs_pdfium *fpdf = by->fpdf;
    ofs_pdf_run *run = ofs_pdf_add_run(pdf, first);
    if (!object)
        return;
    int mode = fpdf->FPDFTextObj_GetTextRenderMode(object);
    const ofs_known_font *font = ofs_pdfium_find_font(by, fpdf->FPDFTextObj_GetFont(object));
    int bold = mode == RENDER_FILL_AND_STROKE || font->bold, is_narrow;
    float size = visible_size(fpdf, object, &is_narrow);
    run->symbols = font->symbols != 0;
    ofs_pdf_describe_run(pdf, size, mode == RENDER_INVISIBLE || is_narrow, bold,
                         fpdf->FPDFPageObj_GetMarkedContentID(object));
}

/* A glyph of which the font does not say what it means comes as NUL, and so do some bullets: two and more are words. */
static void end_run(ofs_pdf *pdf, int end, uint32_t letters, uint32_t unknown)
{
    uint32_t *chars = pdf->page.chars;
    int first = pdf->page.runs[pdf->page.run_count - 1].first;
    for (int i = first; unknown >= LEAST_UNKNOWN && i < end; i++)
        if (!chars[i]) {
            chars[i] = REPLACEMENT;
            letters++;
        }
    ofs_pdf_end_run(pdf, end, letters);
}

/* Called for every character, so nothing is looked up twice. */
static void read_chars(ofs_pdf *pdf)
{
    ofs_by_pdfium *by = pdf->reading;
    void *(OFS_PDFIUM_CALL * object_of)(void *, int) = by->fpdf->FPDFText_GetTextObject;
    unsigned int(OFS_PDFIUM_CALL * unicode_of)(void *, int) = by->fpdf->FPDFText_GetUnicode;
    void *text_page = by->text_page, *previous = object_of(text_page, 0);
    uint32_t *chars = pdf->page.chars, letters = 0, unknown = 0;
    int count = pdf->page.char_count;
    begin_run(pdf, previous, 0);
    for (int i = 0; i < count; i++) {
        void *object = object_of(text_page, i);
        /* Characters that PDFium made up have no object: they belong to the run they follow. */
        if (object && object != previous) {
            end_run(pdf, i, letters, unknown);
            begin_run(pdf, previous = object, i);
            letters = unknown = 0;
        }
        uint32_t c = chars[i] = unicode_of(text_page, i);
        letters += c > ' ' && c != 0xA0;
        unknown += !c;
    }
    end_run(pdf, count, letters, unknown);
}

/* An element on the way from the root to where the walk is. */
typedef struct level {
    void *element;
    int child, count;
} level;

/* Opens an element one deeper than `depth` elements. Returns how many are open then. */
static int enter(ofs_pdf *pdf, level *levels, int depth, void *element)
{
    const ofs_pdfium *fpdf = ((ofs_by_pdfium *)pdf->reading)->fpdf;
    if (!element || depth >= OFS_PDF_TREE_DEPTH)
        return depth;
    unsigned char wide[32] = {0}; /* UTF-16LE with a final NUL */
    char name[sizeof wide / 2];
    unsigned long length = fpdf->FPDF_StructElement_GetType(element, wide, sizeof wide);
    size_t n = 0;
    if (length <= sizeof wide)
        for (; 2 * (n + 1) < length; n++)
            name[n] = wide[2 * n + 1] ? '?' : (char)wide[2 * n];
    name[n] = '\0';
    ofs_pdf_node node = {OFS_NONE, (uint8_t)(depth + 1), 0, 0};
    node.tag = (uint8_t)ofs_pdf_tag_of(name, &node.level);
    ofs_pdf_add_node(pdf, node);
    levels[depth] = (level){element, 0, fpdf->FPDF_StructElement_CountChildren(element)};
    return depth + 1;
}

static void read_element(ofs_pdf *pdf, void *element)
{
    const ofs_pdfium *fpdf = ((ofs_by_pdfium *)pdf->reading)->fpdf;
    level levels[OFS_PDF_TREE_DEPTH];
    int depth = enter(pdf, levels, 0, element);
    while (depth > 0) {
        level *at = &levels[depth - 1];
        if (at->child >= at->count) {
            depth--;
            continue;
        }
        if (!ofs_pdf_take_step(pdf))
            return;
        int child = at->child++;
        int id = fpdf->FPDF_StructElement_GetChildMarkedContentID(at->element, child);
        if (id >= 0)
            ofs_pdf_add_node(pdf, (ofs_pdf_node){id, (uint8_t)(depth + 1), 0, 0});
        else
            depth = enter(pdf, levels, depth, fpdf->FPDF_StructElement_GetChildAtIndex(at->element, child));
    }
}

static void read_tree(ofs_pdf *pdf)
{
    ofs_by_pdfium *by = pdf->reading;
    by->tree = by->fpdf->FPDF_StructTree_GetForPage(by->page);
    int count = by->tree ? by->fpdf->FPDF_StructTree_CountChildren(by->tree) : 0;
    for (int i = 0; i < count && ofs_pdf_take_step(pdf); i++)
        read_element(pdf, by->fpdf->FPDF_StructTree_GetChildAtIndex(by->tree, i));
}

static int open_document(ofs_pdf *pdf, const void *data, size_t length)
{
    ofs_by_pdfium *by = pdf->reading = OFS_NEW(&pdf->scratch, ofs_by_pdfium);
    by->fpdf = pdf->given;
    by->document = by->fpdf->FPDF_LoadMemDocument64(data, length, NULL);
    if (!by->document) {
        unsigned long error = by->fpdf->FPDF_GetLastError();
        ofs_pdf_fail(pdf, error == PASSWORD_ERROR || error == SECURITY_ERROR ? OFS_ERR_ENCRYPTED : OFS_ERR_DAMAGED);
    }
    return by->fpdf->FPDF_GetPageCount(by->document);
}

static void measure_page(ofs_pdf *pdf)
{
    const ofs_by_pdfium *by = pdf->reading;
    ofs_pdfium_rect box = {0, 0, 0, 0};
    by->fpdf->FPDF_GetPageBoundingBox(by->page, &box);
    pdf->page.left = box.left;
    pdf->page.bottom = fminf(box.bottom, box.top);
    pdf->page.width = box.right - box.left;
    pdf->page.height = fabsf(box.top - box.bottom);
}

static ofs_pdf_opened open_page(ofs_pdf *pdf, int index)
{
    ofs_by_pdfium *by = pdf->reading;
    by->page = by->fpdf->FPDF_LoadPage(by->document, index);
    if (!by->page)
        return OFS_PAGE_UNREADABLE;
    by->fpdf->FPDFPage_SetRotation(by->page, 0); /* a viewer turns the page; its text would be put into another order */
    if (ofs_pdfium_has_fields(by) && !pdf->source->form_pages++)
        pdf->source->first_form_page = (uint32_t)index + 1;
    measure_page(pdf);
    by->font_count = 0;
    ofs_pdfium_look(pdf);
    by->text_page = by->fpdf->FPDFText_LoadPage(by->page);
    if (by->text_page && by->own_text_count)
        ofs_pdfium_read_shown(pdf);
    if (!by->text_page)
        return OFS_PAGE_BARE;
    do {
        ofs_pdf_clear_page(pdf, by->fpdf->FPDFText_CountChars(by->text_page));
        if (pdf->page.char_count)
            read_chars(pdf);
        ofs_pdfium_hide_unseen(pdf);
    } while (ofs_pdfium_uncover(pdf));
    ofs_pdf_read_scan(pdf);
    read_tree(pdf);
    return OFS_PAGE_OPEN;
}

static void close_page(ofs_pdf *pdf)
{
    ofs_by_pdfium *by = pdf->reading;
    if (by->page)
        ofs_pdfium_note_comments(pdf);
    if (by->tree)
        by->fpdf->FPDF_StructTree_Close(by->tree);
    if (by->text_page)
        by->fpdf->FPDFText_ClosePage(by->text_page);
    if (by->page)
        by->fpdf->FPDF_ClosePage(by->page);
    by->tree = by->text_page = by->page = NULL;
}

static void close_document(ofs_pdf *pdf)
{
    ofs_by_pdfium *by = pdf->reading;
    if (!by)
        return;
    close_page(pdf);
    if (by->document)
        by->fpdf->FPDF_CloseDocument(by->document);
}

ofs_status ofs_source_from_pdf(const ofs_pdfium *pdfium, const void *data, size_t length, ofs_source **out)
{
    static const ofs_pdf_reader reader = {open_document, open_page, close_page, close_document, char_place, is_clipped};
    const char *refusal; /* never one: it takes everything that PDFium opens */
    return ofs_pdf_read_by(&reader, pdfium, data, length, NULL, &refusal, out);
}
