/* fake_pdfium.h: a PDFium that answers from a description in memory: for allocations that fail, and for answers that no
 * sound file gives. May not know what the reader makes of them.
 *
 * One document, `fake`, filled by a test. Every handle is checked: only what is open is asked or closed, each page after
 * what is on it, and fake_check_closed() says whether anything was left open. */
#ifndef OFS_FAKE_PDFIUM_H
#define OFS_FAKE_PDFIUM_H

#include "../../fuzz/fuzz.h"
#include "pdf/pdfium.h"

enum {
    FAKE_PAGES = 8,
    FAKE_CHARS = 4096,
    FAKE_OBJECTS = 256,
    FAKE_ELEMENTS = 256,
    FAKE_KIDS = 32,
    FAKE_FONTS = 4,
    FAKE_ANNOTATIONS = 4,
    FAKE_NONE = -1
};

typedef struct fake_char {
    unsigned int unicode;
    int object; /* FAKE_NONE: PDFium made the character up */
    int has_box, has_origin;
    double left, right, x, y;
} fake_char;

typedef struct fake_font {
    char name[200];
    size_t length; /* as answered, whatever the name's is */
    int flags;
} fake_font;

typedef struct fake_object {
    int id, mode, has_size, has_matrix;
    float size;
    ofs_pdf_matrix matrix;
    fake_font *font;
    int clip_paths, clip_points, points_given; /* the first two as answered */
    float clip[4]; /* heights of the points, in turns */
    struct fake_page *page;
} fake_object;

/* Marked content, or with an id below 0 an element, or nothing. */
typedef struct fake_kid {
    int id;
    struct fake_element *element;
} fake_kid;

typedef struct fake_element {
    unsigned char type[64]; /* UTF-16LE */
    unsigned long type_length;
    int count; /* of kids, as answered: those that are given come again and again */
    int given;
    fake_kid kids[FAKE_KIDS];
} fake_element;

/* `type`: of a form field, as answered; its length in bytes may be answered larger than the buffer. `contents`: a
 * comment's words; NULL: it has none. */
typedef struct fake_annotation {
    int subtype, flags, is_open;
    const char *type, *contents;
    fake_object *drawn; /* what it draws, up to `drawn_count` times; NULL: no answer */
    int drawn_count;
} fake_annotation;

typedef struct fake_page {
    int has_page, has_text, has_tree;
    int is_pale; /* its texts are painted white on white, and so no picture shows them */
    int opens_again; /* how often its text can be opened while a text is off the page */
    float height;
    int count; /* of characters, as answered */
    int char_count, object_count;
    fake_char chars[FAKE_CHARS];
    fake_object objects[FAKE_OBJECTS];
    fake_annotation annotations[FAKE_ANNOTATIONS];
    int annotation_count; /* as answered: those beyond the room have no answer */
    fake_element root;
    int is_open, texts_open, tree_is_open, moved;
} fake_page;

typedef struct fake_document {
    int loads, page_count; /* the count as answered: pages that are given come again and again */
    unsigned long error;
    int given;
    fake_page pages[FAKE_PAGES];
    fake_element elements[FAKE_ELEMENTS];
    int element_count;
    fake_font fonts[FAKE_FONTS];
    int is_open;
    unsigned long opened, closed; /* handles, of any kind */
} fake_document;

static fake_document fake;

static inline void fake_note_open(int *is_open)
{
    FUZZ_CHECK(!*is_open);
    *is_open = 1;
    fake.opened++;
}

static inline void fake_note_closed(int *is_open)
{
    FUZZ_CHECK(*is_open);
    *is_open = 0;
    fake.closed++;
}

static inline void fake_check_closed(void)
{
    FUZZ_CHECK(fake.opened == fake.closed && !fake.is_open);
}

/* The document. */

static inline void *fake_FPDF_LoadMemDocument64(const void *data, size_t size, const char *password)
{
    FUZZ_CHECK(data && size && !password);
    if (fake.loads)
        fake_note_open(&fake.is_open);
    return fake.loads ? &fake : NULL;
}

static inline void fake_FPDF_CloseDocument(void *document)
{
    FUZZ_CHECK(document == &fake && fake.opened == fake.closed + 1);
    fake_note_closed(&fake.is_open);
}

static inline unsigned long fake_FPDF_GetLastError(void)
{
    return fake.error;
}

static inline int fake_FPDF_GetPageCount(void *document)
{
    FUZZ_CHECK(document == &fake && fake.is_open);
    return fake.page_count;
}

static inline void *fake_FPDF_LoadPage(void *document, int index)
{
    FUZZ_CHECK(document == &fake && fake.is_open && index >= 0 && index < fake.page_count);
    fake_page *page = fake.given ? &fake.pages[index % fake.given] : NULL;
    if (!page || !page->has_page)
        return NULL;
    fake_note_open(&page->is_open);
    return page;
}

static inline void fake_FPDF_ClosePage(void *page)
{
    fake_page *p = page;
    FUZZ_CHECK(!p->texts_open && !p->tree_is_open);
    fake_note_closed(&p->is_open);
}

static inline void fake_FPDFPage_SetRotation(void *page, int turns)
{
    FUZZ_CHECK(((fake_page *)page)->is_open && !turns);
}

static inline float fake_FPDF_GetPageHeightF(void *page)
{
    FUZZ_CHECK(((fake_page *)page)->is_open);
    return ((fake_page *)page)->height;
}

static inline int fake_FPDFPage_GetAnnotCount(void *page)
{
    FUZZ_CHECK(((fake_page *)page)->is_open);
    return ((fake_page *)page)->annotation_count;
}

static inline void *fake_FPDFPage_GetAnnot(void *page, int index)
{
    fake_page *p = page;
    FUZZ_CHECK(p->is_open && index >= 0 && index < p->annotation_count);
    if (index >= FAKE_ANNOTATIONS)
        return NULL;
    fake_note_open(&p->annotations[index].is_open);
    return &p->annotations[index];
}

static inline void fake_FPDFPage_CloseAnnot(void *annotation)
{
    fake_note_closed(&((fake_annotation *)annotation)->is_open);
}

static inline int fake_FPDFAnnot_GetSubtype(void *annotation)
{
    FUZZ_CHECK(((fake_annotation *)annotation)->is_open);
    return ((fake_annotation *)annotation)->subtype;
}

static inline int fake_FPDFAnnot_GetFlags(void *annotation)
{
    return ((fake_annotation *)annotation)->flags;
}

/* UTF-16 with a final NUL; nothing is written where the buffer is too small. */
static inline unsigned long fake_FPDFAnnot_GetStringValue(void *annotation, const char *key, unsigned short *buffer,
                                                          unsigned long length)
{
    const fake_annotation *of = annotation;
    const char *value = strcmp(key, "FT") ? of->contents : of->type;
    FUZZ_CHECK(of->is_open && (!strcmp(key, "FT") || !strcmp(key, "Contents")));
    if (!value)
        return 0;
    unsigned long n = 2 * ((unsigned long)strlen(value) + 1);
    for (unsigned long i = 0; n <= length && 2 * i < n; i++)
        buffer[i] = (unsigned char)value[i];
    return n;
}

static inline int fake_FPDFAnnot_GetRect(void *annotation, ofs_pdfium_rect *box)
{
    FUZZ_CHECK(((fake_annotation *)annotation)->is_open);
    *box = (ofs_pdfium_rect){0, 1, 1, 0};
    return 1;
}

static inline int fake_FPDFAnnot_GetObjectCount(void *annotation)
{
    FUZZ_CHECK(((fake_annotation *)annotation)->is_open);
    return ((fake_annotation *)annotation)->drawn_count;
}

static inline void *fake_FPDFAnnot_GetObject(void *annotation, int index)
{
    FUZZ_CHECK(index >= 0 && index < ((fake_annotation *)annotation)->drawn_count);
    return ((fake_annotation *)annotation)->drawn;
}

/* What a page paints: its texts, where it is pale, else nothing is said of them. A picture stays as it was. */

static inline float fake_FPDF_GetPageWidthF(void *page)
{
    return fake_FPDF_GetPageHeightF(page);
}

static inline int fake_FPDF_GetPageBoundingBox(void *page, ofs_pdfium_rect *box)
{
    *box = (ofs_pdfium_rect){0, fake_FPDF_GetPageHeightF(page), fake_FPDF_GetPageHeightF(page), 0};
    return 1;
}

static inline int fake_FPDF_PageToDevice(void *page, int left, int top, int width, int height, int turns, double x,
                                         double y, int *to_x, int *to_y)
{
    FUZZ_CHECK(((fake_page *)page)->is_open && width > 0 && height > 0 && !left && !top && !turns);
    *to_x = (int)x;
    *to_y = (int)y;
    return 1;
}

static inline void fake_FPDF_RenderPageBitmap(void *bitmap, void *page, int left, int top, int width, int height,
                                              int turns, int flags)
{
    FUZZ_CHECK(bitmap == page && width > 0 && height > 0 && left <= 0 && top <= 0 && !turns && flags);
}

static inline void *fake_FPDFBitmap_CreateEx(int width, int height, int format, void *pixels, int stride)
{
    FUZZ_CHECK(width > 0 && height > 0 && format && pixels && stride == 4 * width);
    for (int i = 0; i < FAKE_PAGES; i++)
        if (fake.pages[i].is_open) {
            fake.opened++;
            return &fake.pages[i];
        }
    return NULL;
}

static inline int fake_FPDFBitmap_FillRect(void *bitmap, int left, int top, int width, int height, unsigned long colour)
{
    return bitmap && !left && !top && width > 0 && height > 0 && colour;
}

static inline void fake_FPDFBitmap_Destroy(void *bitmap)
{
    FUZZ_CHECK(bitmap);
    fake.closed++;
}

static inline int fake_FPDFPage_CountObjects(void *page)
{
    const fake_page *p = page;
    FUZZ_CHECK(p->is_open);
    return p->is_pale ? p->object_count : 0;
}

static inline void *fake_FPDFPage_GetObject(void *page, int index)
{
    fake_page *p = page;
    FUZZ_CHECK(p->is_open && index >= 0 && index < p->object_count);
    return &p->objects[index];
}

static inline int fake_FPDFFormObj_CountObjects(void *form)
{
    FUZZ_CHECK(form);
    return 0;
}

static inline void *fake_FPDFFormObj_GetObject(void *form, unsigned long index)
{
    FUZZ_CHECK(form && index);
    return NULL;
}

static inline int fake_FPDFPageObj_GetType(void *object)
{
    return ((fake_object *)object)->page->is_open; /* a text */
}

static inline int fake_FPDFPageObj_GetBounds(void *object, float *left, float *bottom, float *right, float *top)
{
    const fake_object *o = object;
    *left = *right = o->matrix.e;
    *bottom = o->matrix.f;
    *top = o->matrix.f + 10;
    return 1;
}

static inline int fake_FPDFPageObj_GetFillColor(void *object, unsigned int *red, unsigned int *green,
                                                unsigned int *blue, unsigned int *alpha)
{
    *red = *green = *blue = *alpha = 255;
    return ((fake_object *)object)->page->is_open;
}

static inline int fake_FPDFPageObj_GetStrokeColor(void *object, unsigned int *red, unsigned int *green,
                                                  unsigned int *blue, unsigned int *alpha)
{
    return fake_FPDFPageObj_GetFillColor(object, red, green, blue, alpha);
}

static inline int fake_FPDFPageObj_GetStrokeWidth(void *object, float *width)
{
    *width = 1;
    return ((fake_object *)object)->page->is_open;
}

static inline int fake_FPDFPageObj_HasTransparency(void *object)
{
    return !((fake_object *)object)->page->is_open;
}

static inline int fake_FPDFPageObj_SetIsActive(void *object, int is_active)
{
    return ((fake_object *)object)->page->is_open && !is_active;
}

static inline void fake_FPDFPageObj_Transform(void *object, double a, double b, double c, double d, double e, double f)
{
    fake_page *page = ((fake_object *)object)->page;
    FUZZ_CHECK(page->is_open && a == 1 && b == 0 && c == 0 && d == 1 && e != 0 && f == 0);
    page->moved += e > 0 ? 1 : -1;
}

static inline int fake_FPDFPath_CountSegments(void *path)
{
    return path != NULL;
}

static inline int fake_FPDFPath_GetDrawMode(void *path, int *fill, int *stroke)
{
    *fill = *stroke = 1;
    return path != NULL;
}

static inline int fake_FPDFPageObj_CountMarks(void *object)
{
    return !((fake_object *)object)->page->is_open;
}

static inline void *fake_FPDFPageObj_GetMark(void *object, unsigned long index)
{
    return index ? object : NULL;
}

static inline int fake_FPDFPageObjMark_GetName(void *mark, void *buffer, unsigned long size, unsigned long *length)
{
    FUZZ_CHECK(mark && buffer && size);
    *length = 0;
    return 0;
}

static inline int fake_FPDFPageObjMark_GetParamBlobValue(void *mark, const char *key, unsigned char *buffer,
                                                         unsigned long size, unsigned long *length)
{
    FUZZ_CHECK(mark && key && (buffer || !size));
    *length = 0;
    return 0;
}

static inline int fake_FPDFPageObjMark_RemoveParam(void *object, void *mark, const char *key)
{
    return object && mark && key;
}

/* Characters: `index` beyond those that are given has no answer. */

static inline void *fake_FPDFText_LoadPage(void *page)
{
    fake_page *p = page;
    FUZZ_CHECK(p->is_open);
    if (!p->has_text || (p->moved && p->opens_again-- <= 0))
        return NULL;
    p->texts_open++;
    fake.opened++;
    return p;
}

static inline void fake_FPDFText_ClosePage(void *text_page)
{
    FUZZ_CHECK(((fake_page *)text_page)->texts_open-- > 0);
    fake.closed++;
}

static inline int fake_FPDFText_CountChars(void *text_page)
{
    FUZZ_CHECK(((fake_page *)text_page)->texts_open);
    return ((fake_page *)text_page)->count;
}

static inline const fake_char *fake_char_at(void *text_page, int index)
{
    const fake_page *p = text_page;
    FUZZ_CHECK(p->texts_open && index >= 0 && index < p->count);
    return index < p->char_count ? &p->chars[index] : NULL;
}

static inline unsigned int fake_FPDFText_GetUnicode(void *text_page, int index)
{
    const fake_char *c = fake_char_at(text_page, index);
    return c ? c->unicode : 0;
}

static inline void *fake_FPDFText_GetTextObject(void *text_page, int index)
{
    const fake_char *c = fake_char_at(text_page, index);
    return c && c->object >= 0 ? &((fake_page *)text_page)->objects[c->object] : NULL;
}

static inline int fake_FPDFText_GetCharBox(void *text_page, int index, double *left, double *right, double *bottom,
                                           double *top)
{
    const fake_char *c = fake_char_at(text_page, index);
    if (!c || !c->has_box)
        return 0;
    *left = c->left;
    *right = c->right;
    *bottom = *top = c->y;
    return 1;
}

static inline int fake_FPDFText_GetCharOrigin(void *text_page, int index, double *x, double *y)
{
    const fake_char *c = fake_char_at(text_page, index);
    if (!c || !c->has_origin)
        return 0;
    *x = c->x;
    *y = c->y;
    return 1;
}

/* Text objects, their clip paths and fonts. */

static inline const fake_object *fake_object_of(void *object)
{
    const fake_object *o = object;
    FUZZ_CHECK(o->page->is_open);
    return o;
}

static inline int fake_FPDFPageObj_GetMarkedContentID(void *object)
{
    return fake_object_of(object)->id;
}

static inline int fake_FPDFPageObj_GetMatrix(void *object, ofs_pdf_matrix *matrix)
{
    if (fake_object_of(object)->has_matrix)
        *matrix = fake_object_of(object)->matrix;
    return fake_object_of(object)->has_matrix;
}

static inline void *fake_FPDFPageObj_GetClipPath(void *object)
{
    return fake_object_of(object)->clip_paths ? object : NULL;
}

static inline int fake_FPDFClipPath_CountPaths(void *clip)
{
    return fake_object_of(clip)->clip_paths;
}

static inline int fake_FPDFClipPath_CountPathSegments(void *clip, int path)
{
    FUZZ_CHECK(path >= 0 && path < fake_object_of(clip)->clip_paths);
    return fake_object_of(clip)->clip_points;
}

static inline void *fake_FPDFClipPath_GetPathSegment(void *clip, int path, int segment)
{
    fake_object *o = clip;
    FUZZ_CHECK(path >= 0 && path < o->clip_paths && segment >= 0 && segment < o->clip_points);
    return segment < o->points_given ? &o->clip[segment % 4] : NULL;
}

static inline int fake_FPDFPathSegment_GetPoint(void *segment, float *x, float *y)
{
    *x = 0;
    *y = *(float *)segment;
    return 1;
}

static inline int fake_FPDFTextObj_GetTextRenderMode(void *object)
{
    return fake_object_of(object)->mode;
}

static inline int fake_FPDFTextObj_GetFontSize(void *object, float *size)
{
    if (fake_object_of(object)->has_size)
        *size = fake_object_of(object)->size;
    return fake_object_of(object)->has_size;
}

static inline void *fake_FPDFTextObj_GetFont(void *object)
{
    return fake_object_of(object)->font;
}

static inline size_t fake_FPDFFont_GetBaseFontName(void *font, char *buffer, size_t length)
{
    const fake_font *f = font;
    memcpy(buffer, f->name, length < sizeof f->name ? length : sizeof f->name);
    return f->length;
}

static inline int fake_FPDFPageObj_GetDashCount(void *object)
{
    FUZZ_CHECK(object);
    return 0;
}

static inline int fake_FPDFFont_GetFontData(void *font, unsigned char *buffer, size_t size, size_t *length)
{
    FUZZ_CHECK(font && !buffer && !size);
    *length = 1;
    return 1;
}

static inline int fake_FPDFFont_GetFlags(void *font)
{
    return ((fake_font *)font)->flags;
}

/* The structure tree: the page stands for its root. */

static inline void *fake_FPDF_StructTree_GetForPage(void *page)
{
    fake_page *p = page;
    FUZZ_CHECK(p->is_open);
    if (!p->has_tree)
        return NULL;
    fake_note_open(&p->tree_is_open);
    return p;
}

static inline void fake_FPDF_StructTree_Close(void *tree)
{
    fake_note_closed(&((fake_page *)tree)->tree_is_open);
}

static inline const fake_kid *fake_kid_at(const fake_element *element, int index)
{
    FUZZ_CHECK(index >= 0 && index < element->count);
    return element->given ? &element->kids[index % element->given] : NULL;
}

static inline int fake_FPDF_StructTree_CountChildren(void *tree)
{
    FUZZ_CHECK(((fake_page *)tree)->tree_is_open);
    return ((fake_page *)tree)->root.count;
}

static inline void *fake_FPDF_StructTree_GetChildAtIndex(void *tree, int index)
{
    FUZZ_CHECK(((fake_page *)tree)->tree_is_open);
    const fake_kid *kid = fake_kid_at(&((fake_page *)tree)->root, index);
    return kid ? kid->element : NULL;
}

/* PDFium writes nothing where the buffer is too small. */
static inline unsigned long fake_FPDF_StructElement_GetType(void *element, void *buffer, unsigned long length)
{
    const fake_element *e = element;
    if (e->type_length <= length)
        memcpy(buffer, e->type, e->type_length < sizeof e->type ? e->type_length : sizeof e->type);
    return e->type_length;
}

static inline int fake_FPDF_StructElement_CountChildren(void *element)
{
    return ((fake_element *)element)->count;
}

static inline void *fake_FPDF_StructElement_GetChildAtIndex(void *element, int index)
{
    const fake_kid *kid = fake_kid_at(element, index);
    return kid ? kid->element : NULL;
}

static inline int fake_FPDF_StructElement_GetChildMarkedContentID(void *element, int index)
{
    const fake_kid *kid = fake_kid_at(element, index);
    return kid ? kid->id : FAKE_NONE;
}

/* What fills the description. Where there is no more room each gives the last again. */

static inline const ofs_pdfium *fake_begin(void)
{
    static ofs_pdfium functions;
#define FAKE_ASSIGN(result, name, parameters) functions.name = fake_##name;
    OFS_PDFIUM_FUNCTIONS(FAKE_ASSIGN)
#undef FAKE_ASSIGN
    fake.loads = 1;
    fake.page_count = fake.given = fake.element_count = fake.is_open = 0;
    fake.opened = fake.closed = 0;
    memset(fake.fonts, 0, sizeof fake.fonts);
    return &functions;
}

static inline fake_page *fake_add_page(void)
{
    if (fake.given < FAKE_PAGES)
        fake.page_count = ++fake.given;
    fake_page *page = &fake.pages[fake.given - 1];
    page->has_page = page->has_text = page->has_tree = 1;
    page->is_pale = 0;
    page->height = 842;
    page->count = page->char_count = page->object_count = page->root.count = page->root.given = 0;
    page->is_open = page->texts_open = page->tree_is_open = page->moved = page->opens_again = page->annotation_count =
        0;
    memset(page->annotations, 0, sizeof page->annotations);
    return page;
}

static inline void fake_add_kid(fake_element *parent, int id, fake_element *element)
{
    if (parent->given < FAKE_KIDS)
        parent->kids[parent->given++] = (fake_kid){id, element};
    parent->count = parent->given;
}

/* `parent` may be NULL. */
static inline fake_element *fake_add_element(fake_element *parent, const char *type)
{
    if (fake.element_count < FAKE_ELEMENTS)
        fake.element_count++;
    fake_element *element = &fake.elements[fake.element_count - 1];
    memset(element, 0, sizeof *element);
    for (size_t i = 0; type[i] && 2 * i + 2 < sizeof element->type; i++)
        element->type[2 * i] = (unsigned char)type[i];
    element->type_length = 2 * (unsigned long)strlen(type) + 2;
    if (parent)
        fake_add_kid(parent, FAKE_NONE, element);
    return element;
}

static inline fake_object *fake_add_object(fake_page *page, int id, float size)
{
    if (page->object_count < FAKE_OBJECTS)
        page->object_count++;
    fake_object *object = &page->objects[page->object_count - 1];
    *object = (fake_object){.id = id,
                            .has_size = 1,
                            .has_matrix = 1,
                            .size = size,
                            .matrix = {1, 0, 0, 1, 0, 0},
                            .font = fake.fonts,
                            .page = page};
    return object;
}

/* A character of the object that was added last, or with `width` 0 one that PDFium made up. */
static inline void fake_add_char(fake_page *page, unsigned int unicode, double x, double y, double width)
{
    if (page->char_count < FAKE_CHARS)
        page->char_count++;
    page->count = page->char_count;
    page->chars[page->char_count - 1] =
        (fake_char){unicode, width != 0 ? page->object_count - 1 : FAKE_NONE, 1, 1, x, x + width, x, y};
}

/* An object with words, half as wide as high, and the line end that PDFium makes up after it. */
static inline fake_object *fake_add_words(fake_page *page, int id, double x, double y, const char *words)
{
    fake_object *object = fake_add_object(page, id, 12);
    object->matrix.f = (float)y;
    for (size_t i = 0; words[i]; i++)
        fake_add_char(page, (unsigned char)words[i], x + 6 * (double)i, y, 6);
    fake_add_char(page, '\r', 0, 0, 0);
    fake_add_char(page, '\n', 0, 0, 0);
    return object;
}

#endif
