/* lines.h: the one seam between formats and parsing: a document as an array of lines.
 *
 * A reader of a format makes lines; infer gives a kind to those of unknown kind; blocks joins them. A line says what it
 * knows: a tagged PDF and a web page know their kinds, plain text knows none. Holds declarations only.
 */
#ifndef OFS_LINES_H
#define OFS_LINES_H

#include "base/arena.h"
#include "ofsted.h"

typedef enum ofs_line_kind {
    OFS_LINE_UNKNOWN,  /* plain text, or a PDF page without tags: to be inferred */
    OFS_LINE_PARA,     /* tagged P */
    OFS_LINE_HEADING,  /* tagged H1..H6, with `level` */
    OFS_LINE_ITEM,     /* tagged list item; its label, where there is one, begins the text: '4. ', bullet */
    OFS_LINE_CELL,     /* in a table: `table`, `row`, `column` */
    OFS_LINE_NOTE,     /* footnote, wherever the page shows it */
    OFS_LINE_CONTENTS, /* table of contents */
    OFS_LINE_ARTIFACT  /* running header or footer, page number: text of the page, not of the document */
} ofs_line_kind;

enum {
    OFS_LINE_GAP = 1,      /* a blank line, or more than a line's height of space, stands before it */
    OFS_LINE_BOLD = 2,     /* every letter of it is bold */
    OFS_LINE_WRAPPED = 4,  /* it stretches to the right edge, so the next line may go on with its sentence */
    OFS_LINE_IN_ITEM = 8,  /* a cell's line that is also a list item */
    OFS_LINE_LABELLED = 16, /* the first line of a tagged list item that has a label of its own (Lbl) */
    OFS_LINE_BEGINS = 64    /* begins an item for certain, though it has no label */
};

typedef struct ofs_line {
    uint32_t start, end;  /* bytes of the text, without the line end */
    uint32_t page;        /* 1-based; 0: no page marks */
    uint32_t element;     /* lines of one tagged element (P, LI, TD's P …) share a number; 0: not tagged */
    uint32_t table;       /* 1-based number of the table it stands in; 0: none */
    uint16_t row, column; /* 0-based, in that table */
    uint8_t kind, level;  /* level: of a heading 1..6, of a list item its depth 1.. */
    uint8_t flags;
    uint8_t size;         /* of its first letter, in points; 0: not known */
    uint16_t left;        /* of its first letter from the page's left edge: points in a PDF, columns in text */
} ofs_line;

typedef struct ofs_layer ofs_layer; /* copies.h */

/* Words of a PDF that its pages do not show, or that they show and that are no part of its text. */
typedef enum ofs_unseen_kind {
    OFS_UNSEEN,      /* hidden, all of them: not in the text */
    OFS_UNSEEN_PART, /* of which a part is hidden: that is not in the text */
    OFS_UNSEEN_OTHER, /* given in place of what is shown: not in the text */
    OFS_UNSEEN_READ, /* the same, and in the text, for what is shown is of no known letters */
    OFS_UNTAGGED,    /* shown among the lines of the text, and of no element of it */
    OFS_COMMENT,     /* shown by a comment */
    OFS_UNDER_COMMENT /* lines of the text at which a comment shows words that are not known */
} ofs_unseen_kind;

typedef struct ofs_unseen {
    ofs_str text;
    uint32_t page;
    ofs_unseen_kind kind;
} ofs_unseen;

struct ofs_source {
    ofs_arena arena;
    ofs_str text;         /* what lines address: the input itself, or the extracted text, '\f' between pages */
    ofs_str given;        /* what spans address where `text` is a cleaned copy of the input; else null */
    ofs_layer *layer;     /* … and how `text` lies in it */
    int is_markdown;
    ofs_line *lines;
    uint32_t line_count;
    uint32_t pages;       /* 0: no page marks */
    int pages_are_inferred; /* from printed numbers: only until the lines are joined */
    uint32_t page_jump;   /* … the first of these before which a page seems to be missing; 0: none */
    uint32_t late_head;   /* byte that a letter's date and address begin with, below the first page's text; 0: none */
    uint32_t set_aside;   /* lines of another document, before those of the report */
    int was_cut;          /* the text had lost its line ends: where lines begin was told by their words */
    uint32_t width;       /* of a full line of wrapped text; 0: not wrapped, or its lines' kinds were known */
    uint32_t cut_column;  /* where so many lines end that the rest of them was cut off; 0: nowhere */
    int has_low_marks;    /* a number stands alone above another: a footnote's mark may stand below its words */
    int has_overlaps;     /* lines stand again a few lines below */
    uint32_t lost_characters; /* signs that stand for what an extractor did not know */
    int has_digit_quotes; /* '9' stood for apostrophes; where that is not certain it still does, and '8' for marks */
    const char *lacks; /* what the text has nothing of, though every one has some; NULL */
    /* Of each page that a line is on, the PDF's page that holds it, where one holds two: only until the lines are joined;
     * else NULL. */
    uint32_t *sheets;
    int is_given; /* lines supplied by a caller that knows the format: a web page, without the page's frame */
    int has_tags; /* some page came with a structure tree */
    int untagged_pages; /* pages of a PDF that were read by position */
    uint32_t unreadable_pages; /* pages of a PDF that could not be opened: nothing of them is here */
    uint32_t garbled_pages, first_garbled; /* pages with words whose letters are not those that a reader sees */
    uint32_t close_lines; /* points between lines, where a PDF without tags has them as close as no report; else 0 */
    uint32_t scanned_pages, first_scanned_page; /* pages of a PDF that are pictures, read by the words laid over them */
    int is_ocr; /* the words of a text say that they are, or whoever gave it does */
    uint32_t misread_bullets; /* of a text: lines that begin with what OCR takes bullets for; 0: that is not certain */
    uint32_t form_pages, first_form_page; /* pages of a PDF with form fields, whose values are not in the text */
    ofs_unseen *unseen;
    uint32_t unseen_count, unseen_capacity, unseen_bytes;
    uint8_t *by_position; /* 1 for each of them, from page 1; NULL: not a PDF */
};

static inline ofs_str ofs_line_text(const ofs_source *source, const ofs_line *line)
{
    return (ofs_str){source->text.p + line->start, line->end - line->start};
}

/* The page of the file that a line's page is on. */
static inline uint32_t ofs_sheet_of(const ofs_source *source, uint32_t page)
{
    return source->sheets ? source->sheets[page - 1] : page;
}

/* The byte of the given text that a byte of a cleaned one was. */
uint32_t ofs_given_byte(const ofs_source *source, uint32_t byte);
/* filled.c: the width to which a program has filled a plain text's paragraphs; 0: none has. */
uint32_t ofs_filled_width(const ofs_source *source);
/* plain_text.c: each of these paragraphs becomes one line; only before the lines have kinds. */
void ofs_join_filled_lines(ofs_source *source, uint32_t width);
/* garbled.c: finds the garbled pages; returns whether most of the document is. */
int ofs_find_garbled(ofs_source *source);
/* … and the first line with the number of an apostrophe's glyph in its place: 'children¶s', 'FKLOGUHQ¶V'; or NULL. */
const ofs_line *ofs_find_glyph_number(const ofs_source *source);
/* characters.c: makes source->text a copy in plain characters where it has others. */
void ofs_read_characters(ofs_source *source);

/* Public entry points: a source with an empty arena, or NULL. */
ofs_source *ofs_source_alloc(ofs_memory *memory);

#endif
