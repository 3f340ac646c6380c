/* own.h: what the parts of the project's own reader of PDFs share. Private to this folder; holds declarations only.
 *
 * The reader knows one kind of file for certain: well-formed, not encrypted, Flate, embedded TrueType fonts. Whatever it
 * does not know it refuses, whole, by ofs_own_refuse(), which does not return; nothing is mended and nothing is guessed.
 * Memory is the arena's. Every offset is checked, every loop and depth is bounded, nothing recurses. */
#ifndef OFS_OWN_H
#define OFS_OWN_H

#include "pdf/page.h"

/* Values: what stands in a file or in a content stream. */
typedef enum ofs_own_kind {
    OWN_NULL,
    OWN_BOOL,
    OWN_INT,
    OWN_REAL,
    OWN_NAME,
    OWN_STRING, /* as written, between its marks */
    OWN_ARRAY,
    OWN_DICT,
    OWN_REF
} ofs_own_kind;

typedef struct ofs_own_value {
    uint8_t kind;
    uint8_t is_hex;    /* of a string */
    uint8_t has_escape; /* of a string in brackets: it is not the bytes that it stands for */
    uint32_t count;    /* bytes of a name or string, items of an array, pairs of a dictionary */
    union {
        int32_t integer; /* also of a bool, and the number that a reference names */
        float real;
        const uint8_t *bytes;
        const struct ofs_own_value *items; /* of a dictionary: key, value, key, value … */
    } as;
} ofs_own_value;

typedef struct ofs_own_object {
    ofs_own_value value;
    const uint8_t *stream; /* as it stands in the file; NULL: none */
    uint32_t length;
    uint32_t number;
    const uint8_t *inflated; /* of a form that was drawn: kept for other pages */
    uint32_t inflated_length;
} ofs_own_object;

typedef struct ofs_own_cursor {
    const uint8_t *at, *end;
} ofs_own_cursor;

typedef struct ofs_own_bytes {
    const uint8_t *at;
    uint32_t count;
} ofs_own_bytes;

typedef enum ofs_own_token_kind {
    OWN_END,
    OWN_VALUE, /* a number, name or string: in `value` */
    OWN_OPEN_ARRAY,
    OWN_CLOSE_ARRAY,
    OWN_OPEN_DICT,
    OWN_CLOSE_DICT,
    OWN_WORD /* in `word` */
} ofs_own_token_kind;

typedef struct ofs_own_token {
    ofs_own_token_kind kind;
    ofs_own_value value;
    ofs_own_bytes word;
} ofs_own_token;

/* Where an object stands: `at` is its offset, or the number of the object stream that holds it as its `index`th. */
typedef enum ofs_own_where { OWN_NOWHERE, OWN_FREE, OWN_IN_FILE, OWN_IN_STREAM } ofs_own_where;

typedef struct ofs_own_entry {
    uint8_t where;
    uint8_t is_beside; /* from a stream beside a table */
    uint16_t index;
    uint32_t at;
} ofs_own_entry;

/* An object stream, opened: the bytes of its objects, with number and offset of each. */
typedef struct ofs_own_pack {
    ofs_own_bytes bytes;
    const uint32_t *numbers, *offsets;
    uint32_t count;
} ofs_own_pack;

typedef ofs_pdf_matrix ofs_own_matrix;
typedef ofs_pdf_box ofs_own_box;

/* A glyph in thousandths of an em, as PDFium rounds them; its box is as large as it can be where its font is not known. */
typedef struct ofs_own_glyph {
    int16_t left, right, bottom, top;
    int16_t advance;
    uint8_t is_known, is_unsure;
    uint16_t unicode;
} ofs_own_glyph;

enum { OWN_MOST_STRING = 32767 }; /* bytes of one, as written */

enum { OWN_SIMPLE_CODES = 256, OWN_GLYPH_BLOCK = 256, OWN_GLYPH_BLOCKS = 256 };

typedef struct ofs_own_widths {
    uint32_t first, last;
    int32_t width;
} ofs_own_widths;

/* Which character each code stands for: 0 where nothing is said, 0xFFFF where it is not one character. */
typedef struct ofs_own_unicodes {
    uint16_t *blocks[OWN_GLYPH_BLOCKS]; /* NULL: nothing is said of those codes */
    uint32_t space;                     /* the lowest code of a space; 0: none */
} ofs_own_unicodes;

/* An embedded TrueType file. */
typedef struct ofs_own_truetype {
    uint32_t number; /* of its object */
    ofs_own_bytes file, glyf, loca, hmtx;
    ofs_own_bytes segments; /* of the cmap for platform 3, encoding 1; empty: none */
    uint32_t glyph_count, metric_count, units;
    int has_long_loca, has_names;
} ofs_own_truetype;

typedef struct ofs_own_font {
    uint32_t number; /* of its object; 0: written into the resources */
    const ofs_own_value *dict;
    int is_wide; /* two bytes for each character */
    int is_bold, is_symbols;
    const char *unknown; /* why no character of it can be read, or NULL */
    int is_absent;       /* not embedded, and nothing else is unknown: see fonts.c for what can be read in it */
    int is_caps;         /* small letters are drawn as capitals */
    const ofs_own_object *packed; /* the file as it stands in the document */
    const ofs_own_truetype *file; /* NULL: not read yet, for only spaces were shown */
    int is_space_assumed;         /* to be empty, without a look into the file */
    ofs_own_glyph *blocks[OWN_GLYPH_BLOCKS]; /* by code; NULL: none asked for yet */
    const ofs_own_unicodes *unicodes;        /* what ToUnicode says; NULL: no ToUnicode */
    const ofs_own_widths *widths;
    uint32_t width_count;
    int32_t default_width;
    int32_t space_width; /* of the code that stands for a space */
} ofs_own_font;

/* A page of the document, with what it inherits. */
typedef struct ofs_own_leaf {
    const ofs_own_object *object;
    const ofs_own_value *resources;
    ofs_own_box box;
} ofs_own_leaf;

/* A clip path as far as it matters. */
typedef struct ofs_own_clip {
    ofs_own_box box;
    uint8_t points, is_rect;
} ofs_own_clip;

/* Clip paths that belong together are a chain, so that saving them costs nothing. */
typedef struct ofs_own_clips {
    ofs_own_clip clip;
    const struct ofs_own_clips *below;
    uint32_t depth;
} ofs_own_clips;

/* Code and place of a glyph in a text object, along its baseline and without its matrix. OWN_KERN: a number between
 * strings, in `x`. */
#define OWN_KERN UINT32_MAX
typedef struct ofs_own_item {
    uint32_t code;
    float x;
} ofs_own_item;

typedef struct ofs_own_text {
    uint32_t first, count; /* items */
    uint32_t chars;        /* of them glyphs */
    ofs_own_font *font;
    float size, char_space;
    ofs_own_matrix matrix;      /* of the text, with its place */
    const ofs_own_matrix *form; /* of the form it stands in, NULL on the page itself */
    const ofs_own_box *window;  /* of that, what the clips outside it leave of the page */
    ofs_own_box box;
    ofs_own_box
        least; /* what it covers whatever its font: `box` unless that is unsure, and then the most it may cover */
    int is_unsure;
    const ofs_own_clips *clips;
    int id, mode;
    float light;   /* of its colour, as in ofs_pdf_shape */
    float edge_light; /* of what its letters are edged with, which may cover them */
    int is_hidden, is_unseen; /* by the rule that both readers have; because it is outside its clip */
    int is_off; /* either, or invisible, or tiny: not blank, and not shown */
    uint32_t list; /* objects of one page or form, in the order of the file, share a number */
} ofs_own_text;

/* Where a character of the page came from. */
typedef struct ofs_own_source {
    uint32_t text; /* index; OWN_KERN: made up */
    uint32_t code;
    float along;  /* of the glyph, along its baseline */
    float x, y;   /* on the page */
} ofs_own_source;

typedef struct ofs_own {
    ofs_pdf *pdf;
    ofs_arena *arena;
    const uint8_t *data;
    uint32_t length;
    ofs_own_entry *entries;
    uint32_t entry_count;
    ofs_own_object **objects; /* by number, as far as read */
    ofs_own_pack **packs;     /* the same of object streams */
    ofs_own_value trailer;
    const ofs_own_value *catalog;
    ofs_own_value *stack; /* of the parser */
    uint32_t stack_count, stack_capacity;
    void *inflater; /* of load.c, and the one thing that is not in the arena: freed when the document is closed */
    uint64_t inflated, work; /* bytes inflated; items drawn and looked at: both bounded */
    ofs_own_leaf *leaves;
    uint32_t leaf_count, leaf_capacity;
    ofs_own_font **fonts;
    uint32_t font_count, font_capacity;
    ofs_own_truetype **files; /* that fonts are in: several may share one */
    uint32_t file_count, file_capacity;
    struct ofs_own_tree *tree;

    /* The open page. */
    void *reading; /* of content.c */
    uint8_t *content;
    uint32_t content_capacity;
    ofs_own_text *texts;
    uint32_t text_count, text_capacity, unsure_count;
    ofs_own_item *items;
    uint32_t item_count, item_capacity;
    uint32_t *order; /* texts from left to right, on the line that is gathered */
    uint32_t order_count, order_capacity;
    ofs_own_source *sources; /* of the page's characters */
    uint32_t char_room; /* how many of them have room */
    uint8_t *mask;    /* of gaps.c */
    uint8_t *decoded; /* of show.c: a string */
    uint32_t list_count;
} ofs_own;

/* refuse.c. `why` is a constant: it is told to whoever asks why PDFium was needed. */
_Noreturn void ofs_own_refuse(ofs_own *own, const char *why);
void ofs_own_work(ofs_own *own, uint32_t steps); /* refuses once a document has had more than any report needs */

#endif
