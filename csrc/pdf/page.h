/* page.h: what the parts of the PDF reader share: the page that a reader fills (characters, runs, the elements of its
 * tags), the pieces made of it, and the text and lines that grow over the document. Holds declarations only; private to
 * this folder.
 */
#ifndef OFS_PDF_PAGE_H
#define OFS_PDF_PAGE_H

#include "ofsted.h"
#include "pdf/matrix.h"
#include "source/lines.h"

enum { OFS_NONE = -1 };

/* Characters of one text object, with the spaces and line ends that the reader made up after them. */
typedef struct ofs_pdf_run {
    int first, end;  /* characters of the page */
    int next;        /* next run with the same marked-content id, or OFS_NONE */
    int id;          /* marked-content id, or OFS_NONE */
    uint32_t letters; /* characters that are not white space */
    float size;      /* points */
    uint8_t bold, hidden, placed;
    uint8_t is_noted; /* what is hidden of it is noted already */
    uint8_t symbols; /* set by the reader: in a font whose letters are pictures, see ofs_pdf_name_says_symbols() */
} ofs_pdf_run;

/* What an element of the structure tree is, as far as lines care. */
typedef enum ofs_pdf_tag {
    OFS_TAG_INLINE, /* Span, Link, Reference, and whatever is not known */
    OFS_TAG_GROUP,  /* Document, Part, Sect, Div: holds blocks */
    OFS_TAG_PARAGRAPH,
    OFS_TAG_HEADING,
    OFS_TAG_LIST,
    OFS_TAG_LIST_ITEM,
    OFS_TAG_LABEL,
    OFS_TAG_LIST_BODY,
    OFS_TAG_TABLE,
    OFS_TAG_ROW,
    OFS_TAG_CELL,
    OFS_TAG_NOTE,
    OFS_TAG_CONTENTS,
    OFS_TAG_DIVISION, /* NonStruct: a group, or part of a line, as its place says */
    OFS_TAG_ASIDE     /* beside the report: a browser's <aside> */
} ofs_pdf_tag;

enum { OFS_PDF_TREE_DEPTH = 127 }; /* of elements; what is deeper is left out by whoever fills the page */

/* An element of the tree, or marked content in one. They stand in the order of the document: what an element holds
 * follows it, one deeper. */
typedef struct ofs_pdf_node {
    int id;        /* marked-content id, or OFS_NONE: an element */
    uint8_t depth; /* 1 below the root */
    uint8_t tag, level;
} ofs_pdf_node;

/* Something painted that is no text. `light` is that of its colour, from 0, black, to 1; OFS_PDF_ODD_LIGHT where that is
 * not known: a picture, a pattern, what shows through. `order`: how many texts were painted before it. */
#define OFS_PDF_ODD_LIGHT (-1.0f)
typedef struct ofs_pdf_shape {
    ofs_pdf_box box;
    float light;
    uint32_t order;
} ofs_pdf_shape;

/* Where the texts of a page stand: in each of some planes, a bit for each place. */
typedef struct ofs_pdf_grid {
    uint64_t *cells; /* row by row, and of each word all planes; NULL: none was needed */
    ofs_pdf_box box;
    float scale;
    int words, rows;
} ofs_pdf_grid;

/* One page, as a reader fills it. */
typedef struct ofs_pdf_page {
    float left, bottom, width, height; /* before a viewer turns the page */
    uint32_t *chars; /* UTF-16 code units or code points */
    int char_count;
    uint32_t char_capacity;
    ofs_pdf_run *runs;
    uint32_t run_count, run_capacity;
    int *first_run, *last_run; /* by marked-content id; OFS_NONE where this page has none of it */
    uint8_t *listed;           /* by the same: 1 in the body, 2 in the notes */
    uint32_t id_count, id_capacity;
    ofs_pdf_node *nodes; /* none: no structure tree */
    uint32_t node_count, node_capacity;
    ofs_pdf_shape *shapes;
    uint32_t shape_count, shape_capacity;
    ofs_pdf_grid grid;
} ofs_pdf_page;

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
    float slack;  /* how far `right` may be off: the reader does not know the font */
    float height; /* of y, as a share of the page's */
} ofs_pdf_place;

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

typedef struct ofs_pdf ofs_pdf;

typedef enum ofs_pdf_opened {
    OFS_PAGE_UNREADABLE, /* the rest of the document may be good */
    OFS_PAGE_BARE,       /* nothing can be said of its text */
    OFS_PAGE_OPEN
} ofs_pdf_opened;

/* Whoever opens a document and fills its pages. `reading` of ofs_pdf is its own. Each may end the reading by
 * ofs_pdf_fail(); close() is called once, whatever happened. */
typedef struct ofs_pdf_reader {
    int (*open)(ofs_pdf *pdf, const void *data, size_t length); /* returns how many pages there are */
    ofs_pdf_opened (*open_page)(ofs_pdf *pdf, int index); /* fills pdf->page; it stays open up to close_page() */
    void (*close_page)(ofs_pdf *pdf);
    void (*close)(ofs_pdf *pdf);
    /* Of a character of the open page: left, right, y and slack. */
    void (*char_place)(const ofs_pdf *pdf, int index, ofs_pdf_place *place);
    /* Text that runs out of a table's row of fixed height, where the page does not show it. */
    int (*is_clipped)(const ofs_pdf *pdf, const ofs_pdf_run *run);
} ofs_pdf_reader;

struct ofs_pdf {
    const ofs_pdf_reader *reader;
    const void *given; /* what the reader was given beside the file */
    void *reading;
    ofs_source *source;
    ofs_status status; /* why the reading was left, if it was */
    const char *refusal; /* of OFS_ERR_UNFAMILIAR: what the reader does not know; constant */
    ofs_arena scratch; /* what is not needed once the document is read */

    uint32_t page_number;
    ofs_pdf_page page;
    ofs_pdf_block *blocks;
    uint32_t block_count, block_capacity;
    ofs_pdf_pieces body, notes;
    uint32_t table_count, element_count;
    int has_digit_quotes, is_quoting; /* a font of the document calls its quotation marks digits; one was opened */
    int draws_soft_hyphens; /* within lines: those behind, at lines' ends too, are hyphens */
    uint32_t right_pages; /* of sheets that hold two, up to here */
    float edge;           /* where such a page begins, while it is written */
    long steps_left, page_steps_left; /* nodes that this document and this page may still have */

    char *text;
    uint32_t text_length, text_capacity;
    ofs_line *lines;
    ofs_pdf_place *places; /* of each line */
    uint32_t line_count, line_capacity, place_capacity;
    uint32_t page_first_line;
    ofs_pdf_draft draft;
};

/* page.c. Ends reading: does not return. */
_Noreturn void ofs_pdf_fail(ofs_pdf *pdf, ofs_status status);
/* The same where the reader does not know enough; `why` is a constant. */
_Noreturn void ofs_pdf_refuse(ofs_pdf *pdf, const char *why);
/* For what is decided by whether a place is right of an edge by more than nothing: refuses where it is not sure. */
void ofs_pdf_be_sure(ofs_pdf *pdf, float beyond, float slack);
int ofs_pdf_is_space(uint32_t c);
float ofs_pdf_bounded(double x); /* 0 where no page is that large, and for NaN */

/* page.c: what a reader fills a page with. First all is forgotten and there is room for so many characters; then runs
 * in the order of their characters. */
void ofs_pdf_clear_page(ofs_pdf *pdf, int most_chars);
ofs_pdf_run *ofs_pdf_add_run(ofs_pdf *pdf, int first);
/* In points: smaller type is not read. Template prompts are set in 1-point type. */
extern const float ofs_pdf_least_size;
/* How the run that was added last looks, and its marked-content id, if it is one. */
void ofs_pdf_describe_run(ofs_pdf *pdf, float size, int is_unseen, int is_bold, int id);
void ofs_pdf_end_run(ofs_pdf *pdf, int end, uint32_t letters);
int ofs_pdf_name_says_bold(const char *name);
/* A font of signs, such as Wingdings: its 'l' is a bullet. A run in it gets U+F06C for 'l', as such fonts name their
 * glyphs, when it ends. */
int ofs_pdf_name_says_symbols(const char *name);
/* For each child of an element that a reader looks at: 0 where all that a page or a document may have are used up. */
int ofs_pdf_take_step(ofs_pdf *pdf);
void ofs_pdf_add_node(ofs_pdf *pdf, ofs_pdf_node node);

/* pdf.c: a document by a reader, which may want something `given` beside the file. `*refusal` becomes what it does not
 * know where the status is OFS_ERR_UNFAMILIAR, else NULL. */
ofs_status ofs_pdf_read_by(const ofs_pdf_reader *reader, const void *given, const void *data, size_t length,
                           ofs_memory *memory, const char **refusal, ofs_source **out);

/* unseen.c: notes the characters of a run, or words that are given, as ones that the page does not show; then, once the
 * page is written, every run that is hidden. */
void ofs_pdf_note_unseen(ofs_pdf *pdf, const ofs_pdf_run *run, ofs_unseen_kind kind);
void ofs_pdf_note_chars(ofs_pdf *pdf, const uint32_t *chars, int count, ofs_unseen_kind kind);
void ofs_pdf_note_hidden(ofs_pdf *pdf);
/* … forgets what was noted of the page: it is read after all. */
void ofs_pdf_forget_unseen(ofs_pdf *pdf);
/* … notes, once the page is written, what of it stands among its lines outside its tags; and its lines at a height. */
void ofs_pdf_note_untagged(ofs_pdf *pdf);
void ofs_pdf_note_at(ofs_pdf *pdf, float bottom, float top, ofs_unseen_kind kind);

/* shapes.c: forgets the shapes of the page before; adds one; of a text that was painted as the `order`th, inside the page
 * and its clips, whether it is certainly seen: in another colour than all that lies there, and nothing over it. */
void ofs_pdf_clear_shapes(ofs_pdf *pdf);
void ofs_pdf_add_shape(ofs_pdf *pdf, const ofs_pdf_box *box, float light, uint32_t order);
int ofs_pdf_is_plainly_seen(const ofs_pdf *pdf, const ofs_pdf_box *text, float light, uint32_t order);
/* What of a text tells which it is: without the ends of strokes that reach over. */
ofs_pdf_box ofs_pdf_core_of(const ofs_pdf_box *text);
int ofs_pdf_is_within(const ofs_pdf_box *outer, const ofs_pdf_box *inner);
/* How light a colour is whose parts are from 0 to 1. */
float ofs_pdf_light_of_rgb(float red, float green, float blue);

/* overlaps.c: forgets the texts of the page before, whose box this is; marks the place of one, and says how many, up to
 * the last level, were there before it. */
enum { OFS_PDF_LEVELS = 4 };
void ofs_pdf_begin_overlaps(ofs_pdf *pdf, const ofs_pdf_box *page);
int ofs_pdf_overlaps(ofs_pdf *pdf, const ofs_pdf_box *text);
/* Of two texts, whether one stands over the other and is much taller, or of another colour. */
int ofs_pdf_may_hide(const ofs_pdf_box *text, float light, const ofs_pdf_box *other, float other_s_light);

/* scan.c: whether the page is a picture, with words that are not seen; reads these where it is. */
int ofs_pdf_is_scan(const ofs_pdf *pdf);
void ofs_pdf_read_scan(ofs_pdf *pdf);

/* quotes.c: puts quotation marks where the open page has digits for them. */
void ofs_pdf_restore_quotes(ofs_pdf *pdf);

/* tags.c: what a type's name says; fills blocks, body and notes from the page's nodes. */
ofs_pdf_tag ofs_pdf_tag_of(const char *name, uint8_t *level);
void ofs_pdf_read_tags(ofs_pdf *pdf);

/* write.c: text and lines. A break stands between two blocks, whatever the characters say. */
void ofs_pdf_begin_page(ofs_pdf *pdf);
void ofs_pdf_begin_block(ofs_pdf *pdf, const ofs_pdf_block *block, int is_element);
enum { OFS_PDF_HYPHEN = 2 }; /* PDFium's mark for a hyphen that ends a line */
int ofs_pdf_is_letter(uint32_t c);
int ofs_pdf_is_visible(uint32_t c); /* no white space, and such a hyphen */
/* What no reader sees: controls, zero-width marks, non-characters, halves of surrogate pairs. */
int ofs_pdf_is_invisible(uint32_t c);
void ofs_pdf_write_char(ofs_pdf *pdf, int run, int index);
void ofs_pdf_write_space(ofs_pdf *pdf);
void ofs_pdf_write_tab(ofs_pdf *pdf);
void ofs_pdf_end_block(ofs_pdf *pdf);
void ofs_pdf_write_tagged(ofs_pdf *pdf);
/* What is not written yet, as text of the page and not of the document. */
void ofs_pdf_write_rest(ofs_pdf *pdf);

/* position.c: writes the open page without looking at tags. */
void ofs_pdf_write_by_position(ofs_pdf *pdf);

/* layout.c: the flags of the page just written; then, over the document, kinds for untagged lines. */
void ofs_pdf_flag_page(ofs_pdf *pdf);
void ofs_pdf_find_close_lines(ofs_pdf *pdf);
void ofs_pdf_find_running_lines(ofs_pdf *pdf);
void ofs_pdf_find_notes(ofs_pdf *pdf);

#endif
