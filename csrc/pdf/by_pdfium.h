/* by_pdfium.h: what the parts of the reader that asks PDFium share. Private to this folder; holds declarations only. */
#ifndef OFS_PDF_BY_PDFIUM_H
#define OFS_PDF_BY_PDFIUM_H

#include "pdf/page.h"
#include "pdf/pdfium.h"

enum {
    OFS_FONT_CACHE = 16,
    OFS_OWN_TEXTS = 4096,
    OFS_MOST_CLIPS = 16,
    OFS_MOST_ANNOTATIONS = 1000,
    OFS_HIDDEN = 2 /* FPDF_ANNOT_FLAG_HIDDEN */
};

enum { OFS_OBJECT_TEXT = 1, OFS_OBJECT_PATH = 2, OFS_OBJECT_FORM = 5 }; /* FPDF_PAGEOBJ_… */
/* FPDF_ANNOT_…: those that show nothing of their own, or only mark what is there. */
enum {
    OFS_STICKY_NOTE = 1,
    OFS_LINK = 2,
    OFS_FREE_TEXT = 3,
    OFS_HIGHLIGHT = 9, /* up to … */
    OFS_STRIKE_OUT = 12,
    OFS_POPUP = 16,
    OFS_WIDGET = 20
};

typedef struct ofs_known_font {
    void *handle;
    int bold, symbols;
    int paints; /* its glyphs are drawings, in colours of their own */
} ofs_known_font;

/* A text as it is painted. */
typedef struct ofs_painted {
    void *object;
    ofs_pdf_box box; /* on the page */
    float light, edge_light;
    uint8_t is_doubtful, is_tiny;
    uint8_t level; /* how many stand over it that are as tall or taller, and may hide it */
} ofs_painted;

/* `reading` of ofs_pdf. */
typedef struct ofs_by_pdfium {
    const ofs_pdfium *fpdf;
    void *document, *page, *text_page, *tree; /* handles to close, NULL when closed */
    ofs_known_font fonts[OFS_FONT_CACHE];
    uint32_t font_count;
    ofs_painted *painted; /* first the doubtful ones, and of these first those that are sorted */
    uint32_t painted_count, painted_capacity, doubtful_count, sorted_count;
    void **covers; /* hidden texts, which PDFium may have taken for one that is seen */
    uint32_t cover_count, cover_capacity;
    int uncovered; /* how often the page was read again */
    int is_cut_short; /* the page has more than is looked at */
    void *own_text[OFS_OWN_TEXTS]; /* texts of the page that are given another one (ActualText) … */
    void *own_mark[OFS_OWN_TEXTS]; /* … and by which mark */
    uint32_t own_text_count;
} ofs_by_pdfium;

/* known_fonts.c: what is known of a font of the open page. */
const ofs_known_font *ofs_pdfium_find_font(ofs_by_pdfium *by, void *font);

/* seen.c: one path of a clip in the space of its object; 0 where it is no rectangle. */
int ofs_pdfium_clip_box(const ofs_pdfium *fpdf, void *clip, int path, ofs_pdf_box *box);

/* annotations.c: an annotation of the open page, from the one numbered *next on, that is not hidden, to be closed; NULL: none
 * is left. */
void *ofs_pdfium_next_annotation(const ofs_by_pdfium *by, int *next);
/* … whether the page has form fields that a value can be seen in; once it is written, notes the words of its comments. */
int ofs_pdfium_has_fields(const ofs_by_pdfium *by);
void ofs_pdfium_note_comments(ofs_pdf *pdf);

/* actual_text.c: a page some of whose text is given another one: opens it as it is shown, where the two differ. */
void ofs_pdfium_read_shown(ofs_pdf *pdf);

/* seen.c: looks at what the open page paints, before its text is read; then hides the runs, and the characters, that its
 * picture does not show. */
void ofs_pdfium_look(ofs_pdf *pdf);
void ofs_pdfium_hide_unseen(ofs_pdf *pdf);

/* seen.c: a painted text that may not be seen, by one of its characters, or NULL: where the page was too much to look at,
 * also one that was not looked at. */
const ofs_painted *ofs_pdfium_find_doubtful(ofs_pdf *pdf, int index);

/* covered.c: opens the text page anew where that shows a text that PDFium left out because one that is hidden has the same
 * letters. Returns whether it did: then the page is to be read again. */
int ofs_pdfium_uncover(ofs_pdf *pdf);

#endif
