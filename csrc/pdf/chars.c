/* chars.c: the characters of a page, in runs of one text object each.
 *
 * May not know of tags beyond the marked-content id of a run, nor order anything.
 */
#include "pdf/page.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum {
    MAX_CHARS_ON_PAGE = 4 * 1024 * 1024,
    MAX_CONTENT_ID = 1 << 17,
    MAX_CLIP_PATHS = 16,
    RECTANGLE = 5, /* points of one, closed */
    RENDER_INVISIBLE = 3,
    RENDER_FILL_AND_STROKE = 2, /* how Word fakes a bold face that a font lacks */
    FONT_FORCE_BOLD = 1 << 18
};

static const float least_visible_size = 2.0f; /* points: template prompts are set in 1-point type */

static int name_says_bold(const char *name)
{
    static const char *const words[] = {"bold", "black", "heavy"};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t length = strlen(words[w]);
        for (const char *at = name; *at; at++) {
            size_t k = 0;
            while (k < length && tolower((unsigned char)at[k]) == words[w][k])
                k++;
            if (k == length)
                return 1;
        }
    }
    return 0;
}

static int font_is_bold(ofs_pdf *pdf, void *font)
{
    for (uint32_t i = 0; i < pdf->font_count; i++)
        if (pdf->fonts[i].handle == font)
            return pdf->fonts[i].bold;
    char name[128] = "";
    size_t length = font ? pdf->fpdf->FPDFFont_GetBaseFontName(font, name, sizeof name) : 0;
    name[length && length < sizeof name ? length : sizeof name - 1] = '\0';
    int bold = length <= sizeof name && name_says_bold(name);
    if (font && !bold)
        bold = (pdf->fpdf->FPDFFont_GetFlags(font) & FONT_FORCE_BOLD) != 0;
    ofs_pdf_font *slot = &pdf->fonts[pdf->font_count % OFS_FONT_CACHE];
    if (pdf->font_count < OFS_FONT_CACHE)
        pdf->font_count++;
    slot->handle = font;
    slot->bold = bold;
    return bold;
}

static float visible_size(const ofs_pdfium *fpdf, void *object)
{
    float size = 0;
    ofs_pdfium_matrix m;
    if (!fpdf->FPDFTextObj_GetFontSize(object, &size) || !fpdf->FPDFPageObj_GetMatrix(object, &m))
        return 0;
    size *= sqrtf(m.c * m.c + m.d * m.d);
    return size > 0 && size < 10000 ? size : 0; /* false for NaN too */
}

/* Bottom and top of one path of a clip, if it is a rectangle. */
static int clip_range(const ofs_pdfium *fpdf, void *clip, int path, float *bottom, float *top)
{
    int count = fpdf->FPDFClipPath_CountPathSegments(clip, path);
    if (count < RECTANGLE - 1 || count > RECTANGLE)
        return 0;
    for (int i = 0; i < count; i++) {
        float x, y;
        void *segment = fpdf->FPDFClipPath_GetPathSegment(clip, path, i);
        if (!segment || !fpdf->FPDFPathSegment_GetPoint(segment, &x, &y))
            return 0;
        *bottom = i == 0 || y < *bottom ? y : *bottom;
        *top = i == 0 || y > *top ? y : *top;
    }
    return 1;
}

int ofs_pdf_is_clipped(ofs_pdf *pdf, const ofs_pdf_run *run)
{
    const ofs_pdfium *fpdf = pdf->fpdf;
    void *object = fpdf->FPDFText_GetTextObject(pdf->text_page, run->first);
    void *clip = object ? fpdf->FPDFPageObj_GetClipPath(object) : NULL;
    int paths = clip ? fpdf->FPDFClipPath_CountPaths(clip) : 0;
    ofs_pdfium_matrix m; /* in the space of the clip, unlike a character's place */
    if (paths <= 0 || paths > MAX_CLIP_PATHS || !fpdf->FPDFPageObj_GetMatrix(object, &m))
        return 0;
    for (int i = 0; i < paths; i++) {
        float bottom = 0, top = 0;
        if (clip_range(fpdf, clip, i, &bottom, &top) && (m.f > top || m.f + run->size / 2 < bottom))
            return 1;
    }
    return 0;
}

/* The ids that the page before has used; not all there are, for one page may have used a very high one. */
static void forget_ids(ofs_pdf *pdf)
{
    for (uint32_t i = 0; i < pdf->run_count; i++) {
        int id = pdf->runs[i].id;
        if (id != OFS_NONE) {
            pdf->first_run[id] = pdf->last_run[id] = OFS_NONE;
            pdf->listed[id] = 0;
        }
    }
}

static void link_run(ofs_pdf *pdf, int run)
{
    int id = pdf->runs[run].id;
    while ((uint32_t)id >= pdf->id_count) {
        uint32_t first = pdf->id_capacity, last = first;
        pdf->first_run = ofs_arena_grow(&pdf->scratch, pdf->first_run, pdf->id_count, &first, sizeof(int));
        pdf->last_run = ofs_arena_grow(&pdf->scratch, pdf->last_run, pdf->id_count, &last, sizeof(int));
        pdf->listed = ofs_arena_grow(&pdf->scratch, pdf->listed, pdf->id_count, &pdf->id_capacity, 1);
        pdf->first_run[pdf->id_count] = pdf->last_run[pdf->id_count] = OFS_NONE;
        pdf->id_count++;
    }
    if (pdf->first_run[id] == OFS_NONE)
        pdf->first_run[id] = run;
    else
        pdf->runs[pdf->last_run[id]].next = run;
    pdf->last_run[id] = run;
}

static void add_run(ofs_pdf *pdf, void *object, int first)
{
    const ofs_pdfium *fpdf = pdf->fpdf;
    pdf->runs = ofs_arena_grow(&pdf->scratch, pdf->runs, pdf->run_count, &pdf->run_capacity, sizeof(ofs_pdf_run));
    int index = (int)pdf->run_count++;
    ofs_pdf_run *run = &pdf->runs[index];
    memset(run, 0, sizeof *run);
    run->first = run->end = first;
    run->next = run->id = OFS_NONE;
    if (!object)
        return;
    int mode = fpdf->FPDFTextObj_GetTextRenderMode(object);
    run->size = visible_size(fpdf, object);
    run->hidden = mode == RENDER_INVISIBLE || (run->size > 0 && run->size < least_visible_size);
    run->bold = mode == RENDER_FILL_AND_STROKE || font_is_bold(pdf, fpdf->FPDFTextObj_GetFont(object));
    int id = fpdf->FPDFPageObj_GetMarkedContentID(object);
    if (id >= 0 && id < MAX_CONTENT_ID) {
        run->id = id;
        link_run(pdf, index);
    }
}

static void end_run(ofs_pdf *pdf, int end, uint32_t letters)
{
    ofs_pdf_run *run = &pdf->runs[pdf->run_count - 1];
    run->end = end;
    run->letters = letters;
}

/* Called for every character, so nothing is looked up twice. */
static void split_into_runs(ofs_pdf *pdf)
{
    void *(OFS_PDFIUM_CALL * object_of)(void *, int) = pdf->fpdf->FPDFText_GetTextObject;
    unsigned int(OFS_PDFIUM_CALL * unicode_of)(void *, int) = pdf->fpdf->FPDFText_GetUnicode;
    void *text_page = pdf->text_page, *previous = object_of(text_page, 0);
    uint32_t *chars = pdf->chars, letters = 0;
    int count = pdf->char_count;
    add_run(pdf, previous, 0);
    for (int i = 0; i < count; i++) {
        void *object = object_of(text_page, i);
        /* Characters that PDFium made up have no object: they belong to the run they follow. */
        if (object && object != previous) {
            end_run(pdf, i, letters);
            add_run(pdf, previous = object, i);
            letters = 0;
        }
        uint32_t c = chars[i] = unicode_of(text_page, i);
        letters += c > ' ' && c != 0xA0;
    }
    end_run(pdf, count, letters);
}

void ofs_pdf_read_chars(ofs_pdf *pdf)
{
    const ofs_pdfium *fpdf = pdf->fpdf;
    int count = fpdf->FPDFText_CountChars(pdf->text_page);
    if (count > MAX_CHARS_ON_PAGE)
        ofs_pdf_fail(pdf, OFS_ERR_TOO_LARGE);
    pdf->char_count = count > 0 ? count : 0;
    forget_ids(pdf);
    pdf->run_count = pdf->font_count = 0;
    if ((uint32_t)pdf->char_count > pdf->char_capacity) {
        pdf->char_capacity = (uint32_t)pdf->char_count + (uint32_t)pdf->char_count / 2;
        pdf->chars = OFS_NEW_ARRAY(&pdf->scratch, uint32_t, pdf->char_capacity);
    }
    if (pdf->char_count)
        split_into_runs(pdf);
}
