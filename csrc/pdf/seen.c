/* seen.c: which text of a page by PDFium is seen. Texts that may not be (pale, clipped, off the page, in a form or a layer,
 * where something else is painted) are looked for on the page's picture: it is drawn with them and without them, and what
 * makes no difference is not seen. Most pages have none and are never drawn.
 *
 * May not say what a text is. */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "pdf/by_pdfium.h"

enum {
    MOST_OBJECTS = 200000,
    MOST_PAIRS = 20000000, /* of texts that may hide one another */
    MOST_FORMS = 8, /* one in another */
    LINE = 2, /* points of one */
    RECTANGLE = 5, /* closed */
    MOST_MARKS = 16,
    STROKES = 1,
    FILLS_AND_STROKES = 2,
    CLIPS = 4, /* and above: FPDF_TEXTRENDERMODE_… */
    LONGEST_SIDE = 1200, /* pixels of the picture */
    WITH_ALPHA = 4,
    DRAW_ANNOTATIONS = 1, /* FPDFBitmap_BGRA, FPDF_ANNOT */
    OPAQUE = 242,
    LEAST_DIFFERENCE = 32, /* of 255, in one colour of one pixel */
    LEAST_TRACE = 6 /* the same of the pixels around it */
};

int ofs_pdfium_clip_box(const ofs_pdfium *fpdf, void *clip, int path, ofs_pdf_box *box)
{
    int count = fpdf->FPDFClipPath_CountPathSegments(clip, path);
    if (count < RECTANGLE - 1 || count > RECTANGLE)
        return 0;
    for (int i = 0; i < count; i++) {
        float x, y;
        void *segment = fpdf->FPDFClipPath_GetPathSegment(clip, path, i);
        if (!segment || !fpdf->FPDFPathSegment_GetPoint(segment, &x, &y))
            return 0;
        box->left = i == 0 || x < box->left ? x : box->left;
        box->right = i == 0 || x > box->right ? x : box->right;
        box->bottom = i == 0 || y < box->bottom ? y : box->bottom;
        box->top = i == 0 || y > box->top ? y : box->top;
    }
    return 1;
}

static const float thin = 2; /* points: lines of this width hide no letter */
static const float most_enlarged = 4;

/* A form on the way from the page to where the walk is; `form` is NULL for the page itself. */
typedef struct level {
    void *form;
    int next, count;
    ofs_pdf_matrix to_page;
} level;

typedef struct looking {
    ofs_pdf *pdf;
    ofs_by_pdfium *by;
    const ofs_pdfium *fpdf;
    level levels[MOST_FORMS];
    int depth, steps, pairs;
    int all_doubtful; /* a text clips what follows it, to its letters */
    ofs_pdf_box page;
} looking;

static float light_of(const looking *l, void *object, int strokes)
{
    unsigned int red = 0, green = 0, blue = 0, alpha = 0;
    int(OFS_PDFIUM_CALL * colour)(void *, unsigned int *, unsigned int *, unsigned int *, unsigned int *) =
        strokes ? l->fpdf->FPDFPageObj_GetStrokeColor : l->fpdf->FPDFPageObj_GetFillColor;
    if (!colour(object, &red, &green, &blue, &alpha) || alpha < OPAQUE || l->fpdf->FPDFPageObj_HasTransparency(object))
        return OFS_PDF_ODD_LIGHT;
    return ofs_pdf_light_of_rgb((float)red / 255, (float)green / 255, (float)blue / 255);
}

static void note_own_text(ofs_by_pdfium *by, void *object, void *mark)
{
    if (by->own_text_count == OFS_OWN_TEXTS)
        return;
    by->own_text[by->own_text_count] = object;
    by->own_mark[by->own_text_count++] = mark;
}

/* In a layer, which may be switched off; notes on the way whether the text is given another one. */
static int is_in_layer(looking *l, void *object)
{
    int count = l->fpdf->FPDFPageObj_CountMarks(object), found = 0;
    for (int i = 0; i < count && i < MOST_MARKS; i++) {
        void *mark = l->fpdf->FPDFPageObj_GetMark(object, (unsigned long)i);
        unsigned short name[4] = {0};
        unsigned long length = 0;
        if (!mark)
            continue;
        if (l->fpdf->FPDFPageObjMark_GetName(mark, name, sizeof name, &length) && name[0] == 'O' && name[1] == 'C' &&
            !name[2])
            found = 1;
        if (l->fpdf->FPDFPageObjMark_GetParamBlobValue(mark, "ActualText", NULL, 0, &length))
            note_own_text(l->by, object, mark);
    }
    return found || count > MOST_MARKS;
}

static int is_within_clips(const looking *l, void *object, const ofs_pdf_box *core)
{
    void *clip = l->fpdf->FPDFPageObj_GetClipPath(object);
    int paths = clip ? l->fpdf->FPDFClipPath_CountPaths(clip) : 0;
    if (paths > OFS_MOST_CLIPS)
        return 0;
    for (int i = 0; i < paths; i++) {
        ofs_pdf_box box = {0, 0, 0, 0};
        if (!ofs_pdfium_clip_box(l->fpdf, clip, i, &box) || !ofs_pdf_is_within(&box, core))
            return 0;
    }
    return 1;
}

/* Strokes alone may be dashed away. */
static float light_of_text(const looking *l, void *object, int mode)
{
    int strokes = mode % CLIPS == STROKES;
    return strokes && l->fpdf->FPDFPageObj_GetDashCount(object) > 0 ? OFS_PDF_ODD_LIGHT : light_of(l, object, strokes);
}

static void look_at_text(looking *l, void *object, const level *at, const ofs_pdf_box *box)
{
    ofs_by_pdfium *by = l->by;
    ofs_pdf_matrix m = {1, 0, 0, 1, 0, 0};
    float size = 0;
    int mode = l->fpdf->FPDFTextObj_GetTextRenderMode(object);
    by->painted =
        ofs_arena_grow(&l->pdf->scratch, by->painted, by->painted_count, &by->painted_capacity, sizeof *by->painted);
    ofs_painted *text = &by->painted[by->painted_count++];
    ofs_pdf_box core = ofs_pdf_core_of(box);
    memset(text, 0, sizeof *text);
    text->object = object;
    text->box = ofs_pdf_transform_box(&at->to_page, box);
    text->light = light_of_text(l, object, mode);
    text->edge_light = mode % CLIPS == FILLS_AND_STROKES ? light_of(l, object, 1) : text->light;
    l->all_doubtful |= mode >= CLIPS;
    text->is_doubtful = (uint8_t)(at->form != NULL || is_in_layer(l, object) || !is_within_clips(l, object, &core) ||
                                  !(box->top - box->bottom > 0.01f) ||
                                  ofs_pdfium_find_font(by, l->fpdf->FPDFTextObj_GetFont(object))->paints);
    if (at->form && l->fpdf->FPDFTextObj_GetFontSize(object, &size) && l->fpdf->FPDFPageObj_GetMatrix(object, &m)) {
        m = ofs_pdf_concat(&m, &at->to_page);
        text->is_tiny = size * ofs_pdf_least_scale(&m) < ofs_pdf_least_size;
    }
}

static void add_shape(looking *l, const level *at, const ofs_pdf_box *box, float light)
{
    ofs_pdf_box on_page = ofs_pdf_transform_box(&at->to_page, box);
    ofs_pdf_add_shape(l->pdf, &on_page, light, l->by->painted_count);
}

static float stroke_width(const looking *l, void *object)
{
    ofs_pdf_matrix m = {1, 0, 0, 1, 0, 0};
    float width = FLT_MAX; /* stays so where PDFium does not say it */
    l->fpdf->FPDFPageObj_GetStrokeWidth(object, &width);
    l->fpdf->FPDFPageObj_GetMatrix(object, &m);
    return width * fmaxf(hypotf(m.a, m.b), hypotf(m.c, m.d));
}

/* A wide line, or thin ones to and fro, may hide what is in the box around them; of a rectangle only its sides. */
static void look_at_stroke(looking *l, void *object, const level *at, const ofs_pdf_box *box)
{
    int points = l->fpdf->FPDFPath_CountSegments(object);
    const float width = stroke_width(l, object), light = light_of(l, object, 1);
    if (points <= LINE) {
        add_shape(l, at, box, light);
    } else if (points < RECTANGLE - 1 || points > RECTANGLE || !(width <= thin)) {
        add_shape(l, at, box, OFS_PDF_ODD_LIGHT);
    } else {
        add_shape(l, at, &(ofs_pdf_box){box->left, box->bottom, box->right, box->bottom + width}, light);
        add_shape(l, at, &(ofs_pdf_box){box->left, box->top - width, box->right, box->top}, light);
        add_shape(l, at, &(ofs_pdf_box){box->left, box->bottom, box->left + width, box->top}, light);
        add_shape(l, at, &(ofs_pdf_box){box->right - width, box->bottom, box->right, box->top}, light);
    }
}

static void look_at_path(looking *l, void *object, const level *at, const ofs_pdf_box *box)
{
    int fills = 0, strokes = 0;
    if (!l->fpdf->FPDFPath_GetDrawMode(object, &fills, &strokes))
        return;
    if (fills)
        add_shape(l, at, box, light_of(l, object, 0));
    if (strokes)
        look_at_stroke(l, object, at, box);
}

static void enter(looking *l, void *form, const level *at)
{
    ofs_pdf_matrix m = {1, 0, 0, 1, 0, 0};
    if (l->depth == MOST_FORMS) {
        l->by->is_cut_short = 1;
        return;
    }
    l->fpdf->FPDFPageObj_GetMatrix(form, &m);
    l->levels[l->depth++] = (level){form, 0, l->fpdf->FPDFFormObj_CountObjects(form), ofs_pdf_concat(&m, &at->to_page)};
}

static void look_at_object(looking *l, void *object, const level *at)
{
    int kind = l->fpdf->FPDFPageObj_GetType(object);
    ofs_pdf_box box = {0, 0, 0, 0};
    if (kind == OFS_OBJECT_FORM) {
        enter(l, object, at);
        return;
    }
    if (!l->fpdf->FPDFPageObj_GetBounds(object, &box.left, &box.bottom, &box.right, &box.top))
        return;
    if (kind == OFS_OBJECT_TEXT) {
        look_at_text(l, object, at, &box);
    } else if (kind == OFS_OBJECT_PATH) {
        look_at_path(l, object, at, &box);
    } else {
        add_shape(l, at, &box, OFS_PDF_ODD_LIGHT);
    }
}

/* What is painted over the page behind its content. */
static void look_at_annotations(looking *l)
{
    void *annotation;
    l->by->is_cut_short |= l->fpdf->FPDFPage_GetAnnotCount(l->by->page) > OFS_MOST_ANNOTATIONS;
    for (int next = 0; (annotation = ofs_pdfium_next_annotation(l->by, &next)) != NULL;) {
        ofs_pdfium_rect r = {0, 0, 0, 0};
        int kind = l->fpdf->FPDFAnnot_GetSubtype(annotation);
        int shows =
            kind != OFS_LINK && kind != OFS_POPUP && kind != OFS_WIDGET && l->fpdf->FPDFAnnot_GetRect(annotation, &r);
        ofs_pdf_box box = {r.left, fminf(r.bottom, r.top), r.right, fmaxf(r.bottom, r.top)};
        l->fpdf->FPDFPage_CloseAnnot(annotation); /* before anything may fail */
        if (shows)
            ofs_pdf_add_shape(l->pdf, &box, OFS_PDF_ODD_LIGHT, l->by->painted_count);
    }
}

static int by_object(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t)((const ofs_painted *)a)->object, y = (uintptr_t)((const ofs_painted *)b)->object;
    return (x > y) - (x < y);
}

/* The taller ones first, and of two as tall the one that is painted later: which may hide the other. */
static int by_height(const void *a, const void *b)
{
    const ofs_painted *x = *(const ofs_painted *const *)a, *y = *(const ofs_painted *const *)b;
    float tall = x->box.top - x->box.bottom, other = y->box.top - y->box.bottom;
    return tall == other ? (x < y) - (x > y) : (tall < other) - (tall > other);
}

static void find_overlapped(looking *l)
{
    ofs_by_pdfium *by = l->by;
    ofs_painted **order = OFS_NEW_ARRAY(&l->pdf->scratch, ofs_painted *, by->painted_count + 1);
    for (uint32_t i = 0; i < by->painted_count; i++)
        order[i] = &by->painted[i];
    qsort(order, by->painted_count, sizeof *order, by_height);
    ofs_pdf_begin_overlaps(l->pdf, &l->page);
    for (uint32_t i = 0; i < by->painted_count; i++) {
        ofs_painted *text = order[i];
        text->level = (uint8_t)ofs_pdf_overlaps(l->pdf, &text->box);
        for (uint32_t k = 0; text->level && k < i && !by->is_cut_short; k++) {
            if (ofs_pdf_may_hide(&text->box, text->light, &order[k]->box, order[k]->light))
                text->is_doubtful = order[k]->is_doubtful = 1;
            by->is_cut_short |= ++l->pairs > MOST_PAIRS;
        }
    }
}

/* The doubtful ones of the painted texts come first, by their objects. */
static void sort_doubtful(looking *l)
{
    ofs_by_pdfium *by = l->by;
    uint32_t found = 0;
    for (uint32_t i = 0; i < by->painted_count; i++) {
        ofs_painted swapped = by->painted[found], *text = &by->painted[i];
        ofs_pdf_box core = ofs_pdf_core_of(&text->box);
        if (text->is_doubtful || l->all_doubtful || by->is_cut_short || !ofs_pdf_is_within(&l->page, &core) ||
            !ofs_pdf_is_plainly_seen(l->pdf, &text->box, text->light, i) ||
            (text->edge_light != text->light && !ofs_pdf_is_plainly_seen(l->pdf, &text->box, text->edge_light, i))) {
            by->painted[found++] = *text;
            *text = swapped;
        }
    }
    by->doubtful_count = by->sorted_count = found;
    if (found)
        qsort(by->painted, found, sizeof *by->painted, by_object);
}

void ofs_pdfium_look(ofs_pdf *pdf)
{
    ofs_by_pdfium *by = pdf->reading;
    looking l = {.pdf = pdf, .by = by, .fpdf = by->fpdf, .depth = 1};
    ofs_pdfium_rect r = {0, 0, 0, 0};
    by->painted_count = by->cover_count = 0;
    by->own_text_count = 0;
    by->is_cut_short = by->uncovered = 0;
    ofs_pdf_clear_shapes(pdf);
    l.levels[0] = (level){NULL, 0, l.fpdf->FPDFPage_CountObjects(by->page), {1, 0, 0, 1, 0, 0}};
    if (l.fpdf->FPDF_GetPageBoundingBox(by->page, &r))
        l.page = (ofs_pdf_box){r.left, fminf(r.bottom, r.top), r.right, fmaxf(r.bottom, r.top)};
    while (l.depth > 0 && !by->is_cut_short) {
        level *at = &l.levels[l.depth - 1];
        if (at->next >= at->count) {
            l.depth--;
            continue;
        }
        int index = at->next++;
        void *object = at->form ? l.fpdf->FPDFFormObj_GetObject(at->form, (unsigned long)index)
                                : l.fpdf->FPDFPage_GetObject(by->page, index);
        if (object)
            look_at_object(&l, object, at);
        by->is_cut_short |= ++l.steps > MOST_OBJECTS;
    }
    look_at_annotations(&l);
    find_overlapped(&l);
    sort_doubtful(&l);
}

/* The page's picture: of it only the part where doubtful texts are. */

typedef struct picture {
    int page_width, page_height; /* pixels of the whole page */
    int left, top, width, height; /* the part: none where width is 0 */
    uint32_t *pixels, *traces;
} picture;

/* The pixels of a character, those at the edges among them. */
typedef struct pixels {
    int left, top, right, bottom;
} pixels;

static int draw(const ofs_pdf *pdf, const picture *p)
{
    const ofs_by_pdfium *by = pdf->reading;
    void *bitmap = by->fpdf->FPDFBitmap_CreateEx(p->width, p->height, WITH_ALPHA, p->pixels, 4 * p->width);
    if (!bitmap)
        return 0;
    by->fpdf->FPDFBitmap_FillRect(bitmap, 0, 0, p->width, p->height, 0xFFFFFFFFul);
    by->fpdf->FPDF_RenderPageBitmap(bitmap, by->page, -p->left, -p->top, p->page_width, p->page_height, 0,
                                    DRAW_ANNOTATIONS);
    by->fpdf->FPDFBitmap_Destroy(bitmap);
    return 1;
}

static uint32_t difference(uint32_t a, uint32_t b)
{
    uint32_t most = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        uint32_t apart = (uint32_t)abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF));
        most = apart > most ? apart : most;
    }
    return most;
}

/* Become, at each pixel, how many pixels left of it and above differ, itself among them: much, and at all. */
static void sum_differences(picture *with, picture *without)
{
    for (int y = 0; y < with->height; y++) {
        uint32_t row = 0, traces = 0;
        for (int x = 0; x < with->width; x++) {
            size_t at = (size_t)y * (size_t)with->width + (size_t)x, above = at - (size_t)with->width;
            uint32_t apart = difference(with->pixels[at], without->pixels[at]);
            row += apart >= LEAST_DIFFERENCE;
            traces += apart >= LEAST_TRACE;
            with->pixels[at] = row + (y ? with->pixels[above] : 0);
            without->pixels[at] = traces + (y ? without->pixels[above] : 0);
        }
    }
    with->traces = without->pixels;
}

static uint32_t sum_at(const picture *p, const uint32_t *sums, int x, int y)
{
    return x < 0 || y < 0 ? 0 : sums[(size_t)y * (size_t)p->width + (size_t)x];
}

static uint32_t count_within(const picture *p, const uint32_t *sums, const pixels *at)
{
    int west = at->left - p->left - 1, east = at->right - p->left, north = at->top - p->top - 1,
        south = at->bottom - p->top;
    return sum_at(p, sums, east, south) + sum_at(p, sums, west, north) - sum_at(p, sums, west, south) -
           sum_at(p, sums, east, north);
}

static int size_page(const ofs_pdf *pdf, picture *p)
{
    const ofs_by_pdfium *by = pdf->reading;
    float width = by->fpdf->FPDF_GetPageWidthF(by->page), height = by->fpdf->FPDF_GetPageHeightF(by->page);
    float longest = width > height ? width : height;
    if (!(width > 0 && height > 0 && longest < 100000))
        return 0;
    float scale = fminf((float)LONGEST_SIDE / longest, most_enlarged);
    p->page_width = (int)(width * scale) + 1;
    p->page_height = (int)(height * scale) + 1;
    return 1;
}

/* Returns 0 where the character has no place on the page. */
static int find_pixels(const ofs_pdf *pdf, const picture *p, int index, pixels *at)
{
    const ofs_by_pdfium *by = pdf->reading;
    double left, right, bottom, top;
    int x0, y0, x1, y1, w = p->page_width, h = p->page_height;
    if (!by->fpdf->FPDFText_GetCharBox(by->text_page, index, &left, &right, &bottom, &top) ||
        !by->fpdf->FPDF_PageToDevice(by->page, 0, 0, w, h, 0, left, top, &x0, &y0) ||
        !by->fpdf->FPDF_PageToDevice(by->page, 0, 0, w, h, 0, right, bottom, &x1, &y1))
        return 0;
    *at = (pixels){x0 < x1 ? x0 : x1, y0 < y1 ? y0 : y1, x0 < x1 ? x1 : x0, y0 < y1 ? y1 : y0};
    at->left = at->left > 0 ? at->left : 0;
    at->top = at->top > 0 ? at->top : 0;
    at->right = at->right < w ? at->right : w - 1;
    at->bottom = at->bottom < h ? at->bottom : h - 1;
    return at->left <= at->right && at->top <= at->bottom;
}

static int is_letter(uint32_t c)
{
    return c > ' ' && !ofs_pdf_is_space(c);
}

/* Makes the picture hold the letters of a run. */
static void widen(const ofs_pdf *pdf, picture *p, const ofs_pdf_run *run)
{
    pixels at;
    for (int i = run->first; i < run->end; i++) {
        if (!is_letter(pdf->page.chars[i]) || !find_pixels(pdf, p, i, &at))
            continue;
        if (!p->width)
            *p = (picture){p->page_width, p->page_height, at.left, at.top, 1, 1, NULL, NULL};
        int right = p->left + p->width, bottom = p->top + p->height;
        p->left = at.left < p->left ? at.left : p->left;
        p->top = at.top < p->top ? at.top : p->top;
        p->width = (at.right < right ? right : at.right + 1) - p->left;
        p->height = (at.bottom < bottom ? bottom : at.bottom + 1) - p->top;
    }
}

static void set_active(const ofs_by_pdfium *by, int rank, int is_active)
{
    for (uint32_t i = 0; i < by->doubtful_count; i++)
        if (by->painted[i].level == rank)
            by->fpdf->FPDFPageObj_SetIsActive(by->painted[i].object, is_active);
}

/* Draws the page with these texts and without them. Returns 0 where it cannot. */
static int take_pictures(ofs_pdf *pdf, picture *p, int rank)
{
    const ofs_by_pdfium *by = pdf->reading;
    picture without = *p;
    size_t size = (size_t)p->width * (size_t)p->height;
    if (!size)
        return 0;
    without.pixels = OFS_NEW_ARRAY(&pdf->scratch, uint32_t, size);
    p->pixels = OFS_NEW_ARRAY(&pdf->scratch, uint32_t, size);
    if (!draw(pdf, p))
        return 0;
    set_active(by, rank, 0);
    int is_drawn = draw(pdf, &without);
    set_active(by, rank, 1);
    if (is_drawn)
        sum_differences(p, &without);
    return is_drawn;
}

/* What nobody can draw is not seen, nor a letter of which there is less than a line through a third of it: a dot below white
 * type. Of a font that paints its letters the boxes say little. */
static int is_seen(const ofs_pdf *pdf, const picture *p, int index, int paints)
{
    pixels at;
    if (!p->pixels || !find_pixels(pdf, p, index, &at) || !count_within(p, p->pixels, &at))
        return 0;
    return paints || 3 * count_within(p, p->traces, &at) >= (uint32_t)(at.right - at.left + at.bottom - at.top);
}

/* Of a run that is doubtful: what is seen of it stays. */
static void hide(ofs_pdf *pdf, ofs_pdf_run *run, const picture *p)
{
    ofs_by_pdfium *by = pdf->reading;
    uint32_t *chars = pdf->page.chars, shown = 0, hidden = 0;
    void *font = by->fpdf->FPDFTextObj_GetFont(by->fpdf->FPDFText_GetTextObject(by->text_page, run->first));
    int paints = ofs_pdfium_find_font(by, font)->paints;
    for (int pass = 0; pass < 2; pass++) {
        for (int i = run->first; i < run->end; i++) {
            if (!is_letter(chars[i]))
                continue;
            int seen = is_seen(pdf, p, i, paints);
            if (!pass)
                *(seen ? &shown : &hidden) += 1;
            else if (!seen)
                chars[i] = ' ';
        }
        if (!pass && hidden)
            ofs_pdf_note_unseen(pdf, run, shown ? OFS_UNSEEN_PART : OFS_UNSEEN);
        if (!shown || !hidden)
            break;
    }
    run->hidden = !shown;
    run->is_noted = hidden > 0;
}

const ofs_painted *ofs_pdfium_find_doubtful(ofs_pdf *pdf, int index)
{
    ofs_by_pdfium *by = pdf->reading;
    ofs_painted wanted = {.object = by->fpdf->FPDFText_GetTextObject(by->text_page, index)};
    const ofs_painted *found =
        by->sorted_count ? bsearch(&wanted, by->painted, by->sorted_count, sizeof wanted, by_object) : NULL;
    if (!found && wanted.object && by->is_cut_short) {
        by->painted =
            ofs_arena_grow(&pdf->scratch, by->painted, by->painted_count, &by->painted_capacity, sizeof *by->painted);
        by->painted[by->painted_count++] = by->painted[by->doubtful_count];
        by->painted[by->doubtful_count] = wanted;
        found = &by->painted[by->doubtful_count++];
    }
    return found;
}

void ofs_pdfium_hide_unseen(ofs_pdf *pdf)
{
    ofs_by_pdfium *by = pdf->reading;
    picture pictures[OFS_PDF_LEVELS]; /* one for each level, so that a text is not taken for one that it stands over */
    uint32_t *doubtful = NULL, count = 0, capacity = 0;
    memset(pictures, 0, sizeof pictures);
    for (uint32_t i = 0; i < pdf->page.run_count && (by->doubtful_count || by->is_cut_short); i++) {
        ofs_pdf_run *run = &pdf->page.runs[i];
        const ofs_painted *text = run->letters && !run->hidden ? ofs_pdfium_find_doubtful(pdf, run->first) : NULL;
        if (!text)
            continue;
        if (pdf->reader->is_clipped(pdf, run) || text->is_tiny) {
            run->hidden = 1;
            continue;
        }
        doubtful = ofs_arena_grow(&pdf->scratch, doubtful, count, &capacity, sizeof *doubtful);
        doubtful[count++] = i;
        picture *p = &pictures[text->level];
        if (p->page_width || size_page(pdf, p))
            widen(pdf, p, run);
    }
    for (int i = 0; i < OFS_PDF_LEVELS; i++)
        if (!take_pictures(pdf, &pictures[i], i))
            pictures[i].pixels = NULL;
    for (uint32_t i = 0; i < count; i++) {
        ofs_pdf_run *run = &pdf->page.runs[doubtful[i]];
        hide(pdf, run, &pictures[ofs_pdfium_find_doubtful(pdf, run->first)->level]);
    }
}
