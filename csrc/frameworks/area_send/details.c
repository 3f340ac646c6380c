/* details.c: the table of the local area partnership's details, where a document has its lines and not its cells.
 *
 * May not touch a table that has cells, nor take what no known heading ends. */
#include "base/words.h"
#include "frameworks/area_send/area_send.h"
#include "infer/infer.h"

#include <string.h>

enum {
    MOST_LINES = 60,
    LEAST_LINES = 4,
    WEB_ROW = 3, /* below the heads, the names and who leads */
    ALL_ROWS = 5,
    SHORTEST_SITE = 5 /* bytes */
};

typedef struct details {
    ofs_reader *reader;
    ofs_grid grid;
    uint32_t right;    /* where the second column begins; 0: nothing parts the columns */
    uint32_t web;      /* the row of web addresses; 0: it is not met yet */
    int has_overlong;  /* a cell of the first column that reaches into the second, and may be both */
} details;

static void add(details *d, const ofs_line *line, ofs_str words, uint32_t column)
{
    ofs_grid *grid = &d->grid;
    uint32_t start = (uint32_t)(words.p - d->reader->source->text.p);
    ofs_span span = {start, start + words.n};
    ofs_str text = ofs_clean(d->reader->arena, words);
    for (uint32_t i = grid->count; i && grid->cells[i - 1].row + 1 == grid->rows; i--) {
        ofs_cell *cell = &grid->cells[i - 1];
        if (cell->column != column)
            continue;
        ofs_joiner joiner = {d->reader->arena, NULL, 0, 0};
        ofs_join_on(d->reader->arena, &joiner, &cell->text, text);
        cell->span.end = span.end;
        return;
    }
    grid->columns = column < grid->columns ? grid->columns : column + 1;
    grid->cells[grid->count++] =
        (ofs_cell){.row = grid->rows - 1, .column = column, .page = line->page, .text = text, .span = span};
}

/* The bytes before what parts the columns. */
static uint32_t left_bytes(ofs_str text)
{
    uint32_t i = 0;
    while (i < text.n && !ofs_begins_gap(text, i))
        i++;
    return i;
}

static int is_site(ofs_str text)
{
    return text.n >= SHORTEST_SITE && !memchr(text.p, ' ', text.n) && memchr(text.p, '.', text.n);
}

/* Whether the line begins a row: one with a single cell goes on with the row above, as does all below the first line of
 * the addresses. */
static int begins_row(const details *d, int has_both)
{
    return !d->right || (has_both && (!d->web || d->grid.rows == d->web + 1));
}

static void take_line(details *d, const ofs_line *line)
{
    ofs_str text = ofs_trim(ofs_line_text(d->reader->source, line));
    uint32_t n = left_bytes(text);
    ofs_str first = {text.p, n}, second = ofs_trim((ofs_str){text.p + n, text.n - n});
    if (!d->grid.rows && second.n && ofs_phrase_at(second, "integrated care board"))
        d->right = line->left + (uint32_t)(second.p - text.p);
    if (begins_row(d, second.n != 0) || !d->grid.rows)
        d->grid.rows++;
    if (!d->web && second.n && is_site(first) && is_site(second))
        d->web = d->grid.rows - 1;
    d->has_overlong |= line->left * 2u < d->right && line->left + first.n > d->right;
    add(d, line, first, !second.n && d->right && line->left * 2u > d->right);
    if (second.n)
        add(d, line, second, 1);
}

/* The block behind those below the heading, which a known heading ends; 0: none does, or they are no such table. */
static uint32_t end_of(const ofs_reader *reader, uint32_t heading)
{
    const ofs_blocks *blocks = &reader->blocks;
    uint32_t i = heading + 1;
    if (i >= blocks->count || blocks->at[i].kind == OFS_BLOCK_TABLE ||
        !ofs_phrase_at(blocks->at[i].text, "local authority"))
        return 0;
    while (i < blocks->count && blocks->at[i].kind != OFS_BLOCK_TABLE &&
           (blocks->at[i].kind != OFS_BLOCK_HEADING ||
            ofs_role_of(reader->headings, blocks->at[i].text) == OFS_ROLE_TOPIC))
        i++;
    return i < blocks->count && blocks->at[i].kind == OFS_BLOCK_HEADING ? i : 0;
}

/* The lines of the blocks [first, end) as a grid; its rows are 0 where they are too few or too many. */
static details read_lines(ofs_reader *reader, uint32_t first, uint32_t end)
{
    const ofs_source *source = reader->source;
    const ofs_block *blocks = reader->blocks.at;
    details d = {.reader = reader};
    uint32_t lines = 0;
    d.grid.cells = OFS_NEW_ARRAY(reader->arena, ofs_cell, 2 * MOST_LINES);
    d.grid.page = blocks[first].page;
    d.grid.last_page = blocks[end - 1].last_page;
    for (uint32_t i = 0; i < source->line_count && lines <= MOST_LINES; i++) {
        const ofs_line *line = &source->lines[i];
        int is_within = line->start >= blocks[first].span.start && line->end <= blocks[end - 1].span.end;
        if (is_within && line->kind != OFS_LINE_ARTIFACT && line->kind != OFS_LINE_NOTE && lines++ < MOST_LINES)
            take_line(&d, line);
    }
    if (lines < LEAST_LINES || lines > MOST_LINES)
        d.grid.rows = 0;
    return d;
}

static void put_table(ofs_reader *reader, uint32_t first, uint32_t end, ofs_grid grid)
{
    ofs_blocks *blocks = &reader->blocks;
    ofs_block *table = &blocks->at[first];
    blocks->grids =
        ofs_arena_grow(reader->arena, blocks->grids, blocks->grid_count, &blocks->grid_capacity, sizeof *blocks->grids);
    blocks->grids[blocks->grid_count] = grid;
    *table = (ofs_block){.kind = OFS_BLOCK_TABLE,
                         .page = grid.page,
                         .last_page = grid.last_page,
                         .span = {table->span.start, blocks->at[end - 1].span.end},
                         .grid = blocks->grid_count++};
    memmove(table + 1, blocks->at + end, (blocks->count - end) * sizeof *table);
    blocks->count -= end - first - 1;
}

void area_send_read_details(ofs_reader *reader)
{
    uint32_t heading = reader->blocks.count, end = 0;
    while (heading && !(reader->blocks.at[heading - 1].kind == OFS_BLOCK_HEADING &&
                        ofs_is_phrase(reader->blocks.at[heading - 1].text, "local area partnership details")))
        heading--;
    if (!heading || !(end = end_of(reader, heading - 1)))
        return;
    details d = read_lines(reader, heading, end);
    if (!d.grid.rows)
        return;
    put_table(reader, heading, end, d.grid);
    if (!d.right || d.has_overlong || d.web != WEB_ROW || d.grid.rows != ALL_ROWS)
        ofs_add_issue(
            reader, "fallback", "tables", ofs_place_of(&reader->blocks.at[heading]),
            "The table of the partnership's details has no cells here; its printed lines were read as its rows.");
}
