/* annotations.c: what lies over a page and is not in its content: fields of forms, comments, stamps.
 *
 * Closes each before anything may fail. May not change what is read of the page. */
#include <math.h>
#include <string.h>

#include "pdf/by_pdfium.h"

enum {
    LONGEST_COMMENT = 512, /* characters: the words of a longer one are not looked at */
    MOST_PARTS = 1000 /* of the picture of a comment */
};

void *ofs_pdfium_next_annotation(const ofs_by_pdfium *by, int *next)
{
    int count = by->fpdf->FPDFPage_GetAnnotCount(by->page);
    while (*next < count && *next < OFS_MOST_ANNOTATIONS) {
        void *annotation = by->fpdf->FPDFPage_GetAnnot(by->page, (*next)++);
        if (!annotation)
            continue;
        if (!(by->fpdf->FPDFAnnot_GetFlags(annotation) & OFS_HIDDEN))
            return annotation;
        by->fpdf->FPDFPage_CloseAnnot(annotation);
    }
    return NULL;
}

/* A field that a value can be seen in: not a button ('Btn'), nor a signature ('Sig'). */
static int is_field(const ofs_pdfium *fpdf, void *annotation)
{
    unsigned short type[4] = {0};
    if (fpdf->FPDFAnnot_GetSubtype(annotation) != OFS_WIDGET)
        return 0;
    fpdf->FPDFAnnot_GetStringValue(annotation, "FT", type, sizeof type); /* writes nothing that is longer */
    return type[0] != 'B' && type[0] != 'S';
}

int ofs_pdfium_has_fields(const ofs_by_pdfium *by)
{
    void *annotation;
    int found = 0;
    for (int next = 0; !found && (annotation = ofs_pdfium_next_annotation(by, &next)) != NULL;) {
        found = is_field(by->fpdf, annotation);
        by->fpdf->FPDFPage_CloseAnnot(annotation);
    }
    return found;
}

/* Whether its picture has words, or a picture of its own that may have. */
static int shows_words(const ofs_pdfium *fpdf, void *annotation)
{
    int count = fpdf->FPDFAnnot_GetObjectCount(annotation), found = 0;
    for (int i = 0; i < count && i < MOST_PARTS && !found; i++) {
        void *object = fpdf->FPDFAnnot_GetObject(annotation, i);
        int kind = object ? fpdf->FPDFPageObj_GetType(object) : 0;
        found = kind == OFS_OBJECT_TEXT || kind == OFS_OBJECT_FORM;
    }
    return found;
}

/* What a comment shows that is in none of the page's text: the words of a note written on it, if they are known. */
typedef struct comment {
    unsigned short units[LONGEST_COMMENT + 1];
    int has_words;
    ofs_pdfium_rect box;
} comment;

static void read_comment(const ofs_pdfium *fpdf, void *annotation, comment *c)
{
    int kind = fpdf->FPDFAnnot_GetSubtype(annotation);
    memset(c, 0, sizeof *c);
    if (kind == OFS_STICKY_NOTE || kind == OFS_LINK || kind == OFS_POPUP || kind == OFS_WIDGET ||
        (kind >= OFS_HIGHLIGHT && kind <= OFS_STRIKE_OUT))
        return;
    if (kind == OFS_FREE_TEXT)
        fpdf->FPDFAnnot_GetStringValue(annotation, "Contents", c->units, sizeof c->units);
    c->has_words = fpdf->FPDFAnnot_GetRect(annotation, &c->box) && shows_words(fpdf, annotation);
}

static void note_comment(ofs_pdf *pdf, const comment *c)
{
    uint32_t chars[LONGEST_COMMENT];
    int n = 0;
    for (; n < LONGEST_COMMENT && c->units[n]; n++)
        chars[n] = c->units[n];
    if (n)
        ofs_pdf_note_chars(pdf, chars, n, OFS_COMMENT);
    else if (c->has_words)
        ofs_pdf_note_at(pdf, fminf(c->box.bottom, c->box.top), fmaxf(c->box.bottom, c->box.top), OFS_UNDER_COMMENT);
}

void ofs_pdfium_note_comments(ofs_pdf *pdf)
{
    const ofs_by_pdfium *by = pdf->reading;
    void *annotation;
    comment found;
    for (int next = 0; (annotation = ofs_pdfium_next_annotation(by, &next)) != NULL;) {
        read_comment(by->fpdf, annotation, &found);
        by->fpdf->FPDFPage_CloseAnnot(annotation);
        note_comment(pdf, &found);
    }
}
