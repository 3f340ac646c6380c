/* blocks.h: what a document is made of, format forgotten: headings, paragraphs, items, tables, footnotes. */
#ifndef OFS_BLOCKS_H
#define OFS_BLOCKS_H

#include "source/lines.h"

typedef enum ofs_block_kind {
    OFS_BLOCK_HEADING,
    OFS_BLOCK_PARAGRAPH, /* numbered where `number` is not 0 */
    OFS_BLOCK_ITEM,      /* of a list, with or without a bullet */
    OFS_BLOCK_TABLE      /* `grid` says which */
} ofs_block_kind;

typedef struct ofs_block {
    ofs_block_kind kind;
    ofs_str text;         /* clean, joined over lines and pages, without its label */
    ofs_str label;        /* '4.', the bullet, the footnote's mark; null: none */
    uint32_t number;
    uint32_t page, last_page;
    ofs_span span;        /* bytes of the source's text, label included */
    uint32_t grid;        /* index of ofs_blocks.grids */
    uint8_t level;        /* of a heading (0: not tagged as one), of an item its depth */
    uint8_t size;         /* of its type in points; 0: not known */
    uint8_t bold;         /* the whole of it */
    uint8_t in_table;     /* taken out of a table that only lays the page out */
    uint16_t row;         /* … and where it stood: the line's table and row */
    uint32_t table;
    uint16_t left;
} ofs_block;

typedef struct ofs_cell {
    uint32_t row, column, page;
    ofs_str text;
    ofs_span span;
    uint8_t bold, size;
} ofs_cell;

/* A table's cells with text, in reading order. */
typedef struct ofs_grid {
    ofs_cell *cells;
    uint32_t count, capacity, rows, columns, page, last_page;
    int is_judgements; /* its rows were read as judgements: no other table */
} ofs_grid;

typedef struct ofs_blocks {
    ofs_block *at;
    uint32_t count, capacity;
    ofs_block *notes; /* footnotes, in reading order */
    uint32_t note_count, note_capacity;
    ofs_grid *grids;
    uint32_t grid_count, grid_capacity;
} ofs_blocks;

/* The source's lines as blocks. Every line's kind must be known: infer.c sees to that. */
void ofs_make_blocks(ofs_source *source, ofs_blocks *out);

/* note_marks.c: text without the marks of its page's footnotes: 'in Exford.1 This' becomes 'in Exford. This'. */
void ofs_drop_note_marks(ofs_arena *arena, ofs_blocks *blocks);

#endif
