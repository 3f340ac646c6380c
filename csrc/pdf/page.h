/* page.h: what the parts of the PDF reader share: one page's characters, runs and pieces, and the
 * text and lines that grow over the document. Holds declarations only; private to this folder.
 */
#ifndef OFS_PDF_PAGE_H
#define OFS_PDF_PAGE_H

#include "source/lines.h"
#include "pdf/pdfium.h"

enum { OFS_NONE = -1 };

/* Characters that PDFium took from one text object, with the spaces and line ends it made up after them. */
typedef struct ofs_pdf_run {
    int first, end;  /* characters of the page */
    int next;        /* next run with the same marked-content id, or OFS_NONE */
    int id;          /* marked-content id, or OFS_NONE */
    uint32_t letters; /* characters that are not white space */
    float size;      /* points */
    uint8_t bold, hidden, placed;
} ofs_pdf_run;

/* What a tagged element says of the lines in it: the fields are those of ofs_line. */
typedef struct ofs_pdf_block {
    uint32_t table;
    uint16_t row, column;
    uint8_t kind, level, flags;
} ofs_pdf_block;

/* Marked content in reading order. */
typedef struct ofs_pdf_piece {
    int id, block;
    int is_label; /* from an Lbl: stands on the same line as what follows it in its block */
} ofs_pdf_piece;

typedef struct ofs_pdf_pieces {
    ofs_pdf_piece *at;
    uint32_t count, capacity;
} ofs_pdf_pieces;

/* Where a line stands on its page, in points from the bottom left corner. */
typedef struct ofs_pdf_place {
    float left, right, y, size;
    float height; /* of y, as a share of the page's */
} ofs_pdf_place;

typedef struct ofs_pdf_font {
    void *handle;
    int bold;
} ofs_pdf_font;

enum { OFS_FONT_CACHE = 16 };

/* The line that is being written. */
typedef struct ofs_pdf_draft {
    const ofs_pdf_block *block;
    uint32_t element;
    uint32_t start, letters, bold_letters;
    int first, last;   /* its first and last visible characters, or OFS_NONE */
    int last_run;      /* OFS_NONE: nothing of the block written yet */
    int is_open, wants_space, wants_tab, wants_break, wants_soft_hyphen, has_label, after_label, has_size;
    uint32_t last_char;
    float size;
} ofs_pdf_draft;

typedef struct ofs_pdf {
    const ofs_pdfium *fpdf;
    void *document, *page, *text_page, *tree; /* handles to close, NULL when closed */
    ofs_source *source;
    ofs_status status; /* why the reading was left, if it was */
    ofs_arena scratch; /* what is not needed once the document is read */

    uint32_t page_number;
    float page_height;
    uint32_t *chars;
    int char_count;
    uint32_t char_capacity;
    ofs_pdf_run *runs;
    uint32_t run_count, run_capacity;
    int *first_run, *last_run; /* by marked-content id; OFS_NONE where this page has none of it */
    uint8_t *listed;           /* by the same: 1 in the body, 2 in the notes */
    uint32_t id_count, id_capacity;
    ofs_pdf_block *blocks;
    uint32_t block_count, block_capacity;
    ofs_pdf_pieces body, notes;
    ofs_pdf_font fonts[OFS_FONT_CACHE];
    uint32_t font_count;
    uint32_t table_count, element_count;
    long steps_left; /* structure elements that may still be visited in this document */

    char *text;
    uint32_t text_length, text_capacity;
    ofs_line *lines;
    ofs_pdf_place *places; /* of each line */
    uint32_t line_count, line_capacity, place_capacity;
    uint32_t page_first_line;
    ofs_pdf_draft draft;
} ofs_pdf;

/* page.c. Ends reading: does not return. */
void ofs_pdf_fail(ofs_pdf *pdf, ofs_status status);
int ofs_pdf_is_space(uint32_t c);

/* chars.c: fills chars, runs and the runs of each id from the open text page. */
void ofs_pdf_read_chars(ofs_pdf *pdf);
/* Text that runs out of a table's row of fixed height, where the page does not show it. */
int ofs_pdf_is_clipped(ofs_pdf *pdf, const ofs_pdf_run *run);

/* tags.c: fills blocks, body and notes from the open structure tree. */
void ofs_pdf_read_tags(ofs_pdf *pdf);

/* write.c: text and lines. A break stands between two blocks, whatever the characters say. */
void ofs_pdf_begin_page(ofs_pdf *pdf);
void ofs_pdf_begin_block(ofs_pdf *pdf, const ofs_pdf_block *block, int is_element);
void ofs_pdf_write_run(ofs_pdf *pdf, int run);
void ofs_pdf_write_char(ofs_pdf *pdf, int run, int index);
void ofs_pdf_write_space(ofs_pdf *pdf);
void ofs_pdf_write_tab(ofs_pdf *pdf);
void ofs_pdf_end_block(ofs_pdf *pdf);
void ofs_pdf_write_tagged(ofs_pdf *pdf);
void ofs_pdf_char_place(const ofs_pdf *pdf, int index, ofs_pdf_place *place);

/* position.c: writes the open page without looking at tags. */
void ofs_pdf_write_by_position(ofs_pdf *pdf);

/* layout.c: the flags of the page just written; then, over the document, kinds for untagged lines. */
void ofs_pdf_flag_page(ofs_pdf *pdf);
void ofs_pdf_find_running_lines(ofs_pdf *pdf);
void ofs_pdf_find_notes(ofs_pdf *pdf);

#endif
