/* blocks.c: lines into blocks: joins what a wrap, a page break or a footnote has split.
 *
 * May not know a framework's words, and reads no format: it takes lines whose kinds are known. */
#include "blocks/blocks.h"
#include "base/sentences.h"
#include "facts/facts.h"

#include <string.h>

enum {
    LONGEST_HEADING = 220,
    LONGEST_HEADING_LINE = 90,
    LONGEST_GRID_CELL = 200,
    FURTHEST_FIRST_NUMBER = 40,
    LINES_OF_A_BLOCK = 3, /* about so many, so that there is room for all */
    LARGEST_SKIP = 3
};

typedef struct builder {
    ofs_source *source;
    ofs_blocks *out;
    ofs_joiner joiner;      /* of the open block or cell */
    ofs_block *open;        /* out->at's last, where it may go on; else NULL */
    uint32_t element;       /* that the open block was last continued by */
    const ofs_line *last;   /* line of the open block */
    uint32_t note_element;
    ofs_joiner note_joiner;
    uint32_t last_number;   /* of the paragraph series */
    uint32_t outer_number;  /* the last before a series within that began with 1; 0: none */
    uint16_t list_left; /* where entries of a list without bullets begin, that the open block is one of; 0: none */
    uint32_t table; /* the source's number of the open table; 0: none */
    ofs_cell *cell;
} builder;

static ofs_str text_of(const builder *b, const ofs_line *line)
{
    return ofs_line_text(b->source, line);
}

static void close_block(builder *b)
{
    if (b->open)
        b->open->text = ofs_joined(&b->joiner);
    b->open = NULL;
}

static void close_cell(builder *b)
{
    if (b->cell)
        b->cell->text = ofs_joined(&b->joiner);
    b->cell = NULL;
}

static void restart(ofs_joiner *joiner, ofs_arena *arena)
{
    *joiner = (ofs_joiner){arena, NULL, 0, 0};
}

static ofs_block *push(builder *b, ofs_block_kind kind, const ofs_line *line)
{
    ofs_blocks *out = b->out;
    out->at = ofs_arena_grow(&b->source->arena, out->at, out->count, &out->capacity, sizeof *out->at);
    ofs_block *block = &out->at[out->count++];
    *block = (ofs_block){.kind = kind,
                         .page = line->page,
                         .last_page = line->page,
                         .size = line->size,
                         .left = line->left,
                         .level = line->level};
    block->span = (ofs_span){line->start, line->end};
    return block;
}

/* Joining. */

/* Lines that stand before what they were joined to: a label of a column below was brought to them, and is left out. */
static void cover(ofs_span *span, ofs_span more)
{
    if (more.start < span->start)
        *span = more;
    else if (more.end > span->end) /* labels of a column above stand before the lines that they were brought to */
        span->end = more.end;
}

/* Lines of a cell, a table or a footnote may stand in another order than in the text. */
static void stretch(ofs_span *span, const ofs_line *line)
{
    span->start = line->start < span->start ? line->start : span->start;
    span->end = line->end > span->end ? line->end : span->end;
}

/* With the open block. */
static void go_on(builder *b, const ofs_line *line)
{
    ofs_block *block = b->open;
    ofs_join(&b->joiner, text_of(b, line));
    cover(&block->span, (ofs_span){line->start, line->end});
    block->last_page = line->page;
    block->bold = block->bold && (line->flags & OFS_LINE_BOLD);
    b->element = line->element;
    b->last = line;
}

static void count(builder *b, uint32_t number)
{
    if (number == 1)
        b->outer_number = b->last_number;
    else if (number > b->outer_number)
        b->outer_number = 0; /* gone on with, or another series that is longer */
    b->last_number = number;
}

/* Paragraphs that stand further in than the words with a colon above them are a list whose bullets show nothing. */
static uint16_t list_left_of(const builder *b, const ofs_line *line, ofs_block_kind kind)
{
    if (!line->element || !line->size || kind != OFS_BLOCK_PARAGRAPH || !b->out->count)
        return 0;
    if (line->left == b->list_left)
        return line->left;
    const ofs_block *above = &b->out->at[b->out->count - 1];
    int is_led = above->text.n && above->text.p[above->text.n - 1] == ':' && above->kind != OFS_BLOCK_HEADING;
    return is_led && line->left > above->left ? line->left : 0;
}

static void begin(builder *b, const ofs_line *line, ofs_block_kind kind, uint32_t label, uint32_t number)
{
    close_block(b);
    close_cell(b);
    b->table = 0;
    b->list_left = list_left_of(b, line, kind);
    kind = b->list_left ? OFS_BLOCK_ITEM : kind;
    ofs_str text = text_of(b, line);
    ofs_block *block = push(b, kind, line);
    block->bold = (line->flags & OFS_LINE_BOLD) != 0;
    block->in_table = line->table != 0;
    block->table = line->table;
    block->row = line->row;
    block->number = number;
    if (label)
        block->label = ofs_trim((ofs_str){text.p, label});
    if (number)
        count(b, number);
    restart(&b->joiner, &b->source->arena);
    ofs_join(&b->joiner, (ofs_str){text.p + label, text.n - label});
    b->open = block;
    b->element = line->element;
    b->last = line;
}

/* A number begins a paragraph only where the series expects it: lines wrap at '2006. The Trust', too. */
static int number_fits(const builder *b, const ofs_line *line, uint32_t number)
{
    uint32_t last = b->last_number;
    if (number == last + 1 || (line->flags & OFS_LINE_LABELLED))
        return 1;
    if (!last)
        return number <= FURTHEST_FIRST_NUMBER;
    const ofs_block *open = b->open;
    int is_below_heading = open && (open->kind == OFS_BLOCK_HEADING || (open->bold && !(line->flags & OFS_LINE_BOLD)));
    int ended = !open || is_below_heading || ofs_ends_sentence(ofs_joined(&b->joiner));
    if (ended && b->outer_number && number == b->outer_number + 1)
        return 1;
    return number == 1 || (number >= last && number <= last + 1 + LARGEST_SKIP && ended);
}

/* '34 Most children …', or with a tab: the next number, printed without its full stop. */
static uint32_t bare_number(const builder *b, ofs_str text, uint32_t *label)
{
    uint32_t i, number = ofs_leading_number(text, 3, &i);
    int fits = i && i + 1 < text.n && (text.p[i] == ' ' || text.p[i] == '\t') && ofs_is_upper(text.p[i + 1]) &&
               b->last_number && number == b->last_number + 1 &&
               (!b->open || ofs_ends_sentence(ofs_joined(&b->joiner)));
    *label = fits ? i + 1 : 0;
    return fits ? number : 0;
}

/* A cell's line that ran to its right edge goes on in the cell's next element. */
static int wraps_on(const builder *b, const ofs_line *line)
{
    const ofs_line *last = b->last;
    int same_cell = line->table && line->table == last->table && line->row == last->row && line->column == last->column;
    int same_kind = last->kind == OFS_LINE_PARA || (last->kind == OFS_LINE_ITEM && last->left == line->left);
    return same_cell && line->kind == OFS_LINE_PARA && same_kind && (last->flags & OFS_LINE_WRAPPED) &&
           !(line->flags & OFS_LINE_GAP);
}

/* The next entry of a list without bullets, in a paragraph of its own. */
static int is_next_entry(const builder *b, const ofs_line *line)
{
    int is_apart = line->page == b->last->page ? line->flags & OFS_LINE_GAP : !(b->last->flags & OFS_LINE_WRAPPED);
    return b->list_left && line->left == b->list_left && line->kind == OFS_LINE_PARA && is_apart;
}

/* A new element goes on with the open block, which a page break or a bad tag has split. */
static int continues(const builder *b, const ofs_line *line, ofs_str text)
{
    const ofs_block *open = b->open;
    if (!open || open->kind == OFS_BLOCK_HEADING || line->kind == OFS_LINE_HEADING || (line->flags & OFS_LINE_BEGINS))
        return 0;
    if ((line->flags & OFS_LINE_BOLD) && !open->bold)
        return 0;
    if (open->number && !b->joiner.count)
        return 1; /* the number stands in an element of its own */
    int is_list_below = open->kind == OFS_BLOCK_PARAGRAPH && line->kind == OFS_LINE_ITEM;
    if (open->bold && !(line->flags & OFS_LINE_BOLD) && (!ofs_starts_lower(text) || is_list_below))
        return 0;
    if (is_next_entry(b, line))
        return 0;
    ofs_str so_far = ofs_joined(&b->joiner);
    int unfinished = !ofs_ends_sentence(so_far), in_list = open->kind == OFS_BLOCK_ITEM || open->number;
    if (line->page != open->last_page && line->kind == OFS_LINE_ITEM && in_list)
        /* an item without the list's label, first on its page */
        return open->label.n || unfinished || ofs_starts_lower(text);
    if (open->kind == OFS_BLOCK_ITEM && line->kind == OFS_LINE_ITEM && (line->flags & OFS_LINE_GAP) && !line->table)
        return 0; /* an item whose label is drawn, not written */
    if (open->kind == OFS_BLOCK_PARAGRAPH && line->kind == OFS_LINE_ITEM && so_far.n && so_far.p[so_far.n - 1] == ':')
        return 0; /* and the first one of a list */
    if (open->kind == OFS_BLOCK_ITEM && line->kind == OFS_LINE_ITEM && !open->label.n && !line->table &&
        b->last->size && !(b->last->flags & OFS_LINE_WRAPPED))
        return 0; /* the list has no labels, as a browser prints it, and the line before ended short of the edge */
    if (ofs_starts_lower(text))
        return unfinished || line->page != open->last_page;
    if (unfinished && wraps_on(b, line))
        return 1;
    if (b->last->size && !(b->last->flags & OFS_LINE_WRAPPED))
        return 0; /* a line that ended short of the edge ended what it said */
    return unfinished && line->page != open->last_page && (open->kind != OFS_BLOCK_ITEM || line->kind == OFS_LINE_ITEM);
}

static void take_flow(builder *b, const ofs_line *line)
{
    ofs_str text = text_of(b, line);
    if (b->open && line->element && line->element == b->element) {
        go_on(b, line);
        return;
    }
    if (line->kind == OFS_LINE_HEADING) {
        begin(b, line, OFS_BLOCK_HEADING, 0, 0);
        return;
    }
    uint32_t label = 0, number = ofs_number_label(text, &label);
    if (number && !number_fits(b, line, number))
        number = 0;
    if (!number)
        number = bare_number(b, text, &label);
    if (number) {
        begin(b, line, OFS_BLOCK_PARAGRAPH, label, number);
        return;
    }
    label = ofs_bullet_label(text);
    if (label)
        begin(b, line, OFS_BLOCK_ITEM, label, 0);
    else if (continues(b, line, text))
        go_on(b, line);
    else
        begin(b, line, line->kind == OFS_LINE_ITEM ? OFS_BLOCK_ITEM : OFS_BLOCK_PARAGRAPH, 0, 0);
}

/* Footnotes. */

/* '3 Text', '3Text', '³ Text', '[3] Text', '* Text': the bytes of the mark, or 0. */
static uint32_t note_mark(ofs_str text)
{
    uint32_t i = 0, c;
    while (i < text.n) {
        uint32_t n = ofs_utf8_next(text.p + i, text.p + text.n, &c);
        if (ofs_raised_digit(c) > 9)
            break;
        i += n;
    }
    if (i)
        return i;
    if (text.n && (text.p[0] == '*' || text.p[0] == '['))
        i = 1;
    while (i < text.n && i < 4 && ofs_is_digit(text.p[i]))
        i++;
    if (i && i < text.n && text.p[i] == ']')
        i++;
    return i == text.n || (text.p[i] != ',' && text.p[i] != '%') ? i : 0;
}

static uint32_t value_of(ofs_str mark)
{
    uint32_t value = 0;
    for (uint32_t i = 0; i < mark.n && i < 4; i++)
        value = ofs_is_digit(mark.p[i]) ? value * 10 + (uint32_t)(mark.p[i] - '0') : value;
    return value;
}

/* Where no tag tells notes apart, a line that begins with a number is the next note only if its number is the next. */
static int follows(ofs_str last, ofs_str mark)
{
    return !last.n || !value_of(mark) || value_of(mark) == value_of(last) + 1;
}

/* Tagged, without a mark, first on its page: the rest of the last footnote of the page before, which has a mark and was
 * not at its end. */
static int spills_over(const ofs_block *last, const ofs_line *line)
{
    return line->element && last->label.n && line->page == last->last_page + 1 && !ofs_ends_sentence(last->text);
}

static void take_note(builder *b, const ofs_line *line)
{
    ofs_blocks *out = b->out;
    ofs_str text = text_of(b, line);
    ofs_block *last = out->note_count ? &out->notes[out->note_count - 1] : NULL;
    uint32_t mark = line->element && line->element == b->note_element ? 0 : note_mark(text);
    if (!line->element && last && last->page == line->page && !follows(last->label, (ofs_str){text.p, mark}))
        mark = 0;
    if (last && !mark && (last->last_page == line->page || spills_over(last, line))) {
        ofs_join(&b->note_joiner, text);
        stretch(&last->span, line);
        last->last_page = line->page;
    } else {
        out->notes =
            ofs_arena_grow(&b->source->arena, out->notes, out->note_count, &out->note_capacity, sizeof *out->notes);
        last = &out->notes[out->note_count++];
        *last = (ofs_block){.kind = OFS_BLOCK_PARAGRAPH, .page = line->page, .last_page = line->page};
        last->span = (ofs_span){line->start, line->end};
        if (mark)
            last->label = (ofs_str){text.p, mark};
        restart(&b->note_joiner, &b->source->arena);
        ofs_join(&b->note_joiner, (ofs_str){text.p + mark, text.n - mark});
    }
    last->text = ofs_joined(&b->note_joiner);
    b->note_element = line->element;
}

/* Tables. */

/* The open table, or a new one. A table that begins the next page with the same columns goes on. */
static ofs_grid *grid_of(builder *b, const ofs_line *line)
{
    ofs_blocks *out = b->out;
    if (b->table == line->table)
        return &out->grids[out->grid_count - 1];
    close_block(b);
    close_cell(b);
    b->table = line->table;
    out->grids =
        ofs_arena_grow(&b->source->arena, out->grids, out->grid_count, &out->grid_capacity, sizeof *out->grids);
    out->grids[out->grid_count] = (ofs_grid){.page = line->page};
    push(b, OFS_BLOCK_TABLE, line)->grid = out->grid_count;
    return &out->grids[out->grid_count++];
}

static void take_cell(builder *b, const ofs_line *line)
{
    ofs_grid *grid = grid_of(b, line);
    ofs_cell *cell = b->cell;
    if (!cell || cell->row != line->row || cell->column != line->column) {
        close_cell(b);
        grid->cells = ofs_arena_grow(&b->source->arena, grid->cells, grid->count, &grid->capacity, sizeof *grid->cells);
        cell = b->cell = &grid->cells[grid->count++];
        *cell = (ofs_cell){.row = line->row, .column = line->column, .page = line->page, .size = line->size};
        cell->bold = (line->flags & OFS_LINE_BOLD) != 0;
        cell->span = (ofs_span){line->start, line->end};
        restart(&b->joiner, &b->source->arena);
    }
    ofs_join(&b->joiner, text_of(b, line));
    stretch(&cell->span, line);
    cell->bold = cell->bold && (line->flags & OFS_LINE_BOLD);
    grid->rows = line->row + 1u > grid->rows ? line->row + 1u : grid->rows;
    grid->columns = line->column + 1u > grid->columns ? line->column + 1u : grid->columns;
    grid->last_page = line->page;
    ofs_block *block = &b->out->at[b->out->count - 1];
    stretch(&block->span, line);
    block->last_page = line->page;
}

/* Tables that only lay the page out: rows with one filled cell that holds prose, or a whole table of one column. */

static uint32_t row_end(const ofs_source *source, uint32_t i)
{
    const ofs_line *first = &source->lines[i];
    uint32_t end = i + 1;
    while (end < source->line_count && source->lines[end].kind == OFS_LINE_CELL &&
           source->lines[end].table == first->table && source->lines[end].row == first->row)
        end++;
    return end;
}

static int one_column(const ofs_source *source, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i < to; i++)
        if (source->lines[i].column != source->lines[from].column)
            return 0;
    return 1;
}

static void unwrap(ofs_source *source, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        source->lines[i].kind = source->lines[i].flags & OFS_LINE_IN_ITEM ? OFS_LINE_ITEM : OFS_LINE_PARA;
}

static int is_heading_row(const ofs_source *source, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (source->lines[i].kind != OFS_LINE_CELL || !(source->lines[i].flags & OFS_LINE_BOLD))
            return 0;
    return source->lines[to - 1].end - source->lines[from].start <= LONGEST_HEADING_LINE;
}

/* '12.' in a cell of its own beside prose: the number of the paragraph in the next cell. */
static int is_numbered_row(const ofs_source *source, uint32_t from, uint32_t to)
{
    uint32_t length = 0;
    ofs_str text = ofs_line_text(source, &source->lines[from]);
    return to - from > 1 && ofs_number_label(text, &length) && length == text.n &&
           source->lines[from + 1].column != source->lines[from].column && one_column(source, from + 1, to);
}

static void unwrap_numbered(ofs_source *source, uint32_t from, uint32_t to)
{
    int prose = 0;
    for (uint32_t i = from, end; i < to; i = end) {
        end = row_end(source, i);
        prose |=
            is_numbered_row(source, i, end) && source->lines[end - 1].end - source->lines[i].start > LONGEST_GRID_CELL;
    }
    for (uint32_t i = from, end; prose && i < to; i = end) {
        end = row_end(source, i);
        if (is_numbered_row(source, i, end))
            unwrap(source, i, end);
    }
}

static void unwrap_table(ofs_source *source, uint32_t from, uint32_t to)
{
    if (one_column(source, from, to)) {
        unwrap(source, from, to);
        return;
    }
    unwrap_numbered(source, from, to);
    int prose = 0;
    for (uint32_t i = from, end; i < to; i = end) {
        end = row_end(source, i);
        uint32_t bytes = source->lines[end - 1].end - source->lines[i].start;
        if (!one_column(source, i, end) || bytes <= LONGEST_GRID_CELL)
            continue;
        unwrap(source, i, end);
        prose = 1;
    }
    for (uint32_t i = from, end; prose && i < to; i = end) { /* what lays out prose lays out its headings, too */
        end = row_end(source, i);
        if (one_column(source, i, end) && is_heading_row(source, i, end))
            unwrap(source, i, end);
    }
}

static void unwrap_layout_tables(ofs_source *source)
{
    const ofs_line *lines = source->lines, *end = lines + source->line_count;
    for (const ofs_line *line = lines, *first; line < end; line++) {
        if (line->kind != OFS_LINE_CELL)
            continue;
        first = line;
        while (line + 1 < end && line[1].kind == OFS_LINE_CELL && line[1].table == first->table)
            line++;
        unwrap_table(source, (uint32_t)(first - lines), (uint32_t)(line + 1 - lines));
    }
}

/* Headings that are tagged as plain paragraphs, or as two elements. */

static int looks_like_heading(const ofs_block *block)
{
    if (block->kind != OFS_BLOCK_PARAGRAPH || !block->bold || block->number || !block->text.n)
        return 0;
    return block->text.n <= LONGEST_HEADING && block->text.p[block->text.n - 1] != '.' &&
           !ofs_starts_lower(block->text);
}

/* '…: ' and 'good' tagged as two headings; what else follows a colon is a heading below the first. Both have words. */
static int heading_goes_on(const ofs_block *first, const ofs_block *second)
{
    if (first->kind != OFS_BLOCK_HEADING || second->kind != OFS_BLOCK_HEADING || first->page != second->page)
        return 0;
    ofs_grade grade;
    int opens = first->text.p[first->text.n - 1] == ':';
    return (opens && ofs_read_any_grade(second->text, &grade)) || ofs_starts_lower(second->text);
}

static void settle_headings(builder *b)
{
    ofs_blocks *out = b->out;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < out->count; i++) {
        ofs_block *block = &out->at[i];
        if (block->kind != OFS_BLOCK_TABLE && !block->text.n)
            continue;
        if (looks_like_heading(block))
            block->kind = OFS_BLOCK_HEADING;
        if (kept && heading_goes_on(&out->at[kept - 1], block)) {
            ofs_block *first = &out->at[kept - 1];
            ofs_join_on(&b->source->arena, &b->joiner, &first->text, block->text);
            cover(&first->span, block->span);
            continue;
        }
        if (kept < i)
            out->at[kept] = *block;
        kept++;
    }
    out->count = kept;
}

/* 'The graded judgement about … is that it is good.', two lines of plain text. */
static int is_graded_heading(const ofs_source *source, uint32_t from, ofs_str text)
{
    ofs_str words;
    ofs_grade grade;
    return !source->lines[from].size && ofs_split_heading(text, &words, &grade);
}

/* A heading's tag on what is no heading: a numbered paragraph, an item with its bullet, a sentence, a whole
 * paragraph, or the rest of a line that was torn. */
static void demote(ofs_source *source, uint32_t from, uint32_t to)
{
    uint32_t length, bytes = source->lines[to - 1].end - source->lines[from].start;
    ofs_str text = {source->text.p + source->lines[from].start, bytes};
    int numbered = ofs_number_label(text, &length) && bytes > length + LONGEST_HEADING_LINE;
    int sentence = text.p[bytes - 1] == '.' && bytes > LONGEST_HEADING_LINE && !is_graded_heading(source, from, text);
    int item = numbered || ofs_bullet_label(text);
    int goes_on = from && source->lines[from - 1].kind != OFS_LINE_HEADING && ofs_starts_lower(text);
    if (bytes <= LONGEST_HEADING && !item && !sentence && !goes_on)
        return;
    for (uint32_t i = from; i < to; i++)
        source->lines[i].kind = item || source->lines[i].flags & OFS_LINE_IN_ITEM ? OFS_LINE_ITEM : OFS_LINE_PARA;
}

/* The line is a heading's first. */
static int begins_heading(const ofs_source *source, const ofs_line *line)
{
    return line->kind == OFS_LINE_HEADING &&
           !(line > source->lines && line->element && line->element == line[-1].element);
}

static void demote_heading(ofs_source *source, uint32_t first)
{
    const ofs_line *lines = source->lines;
    uint32_t end = first + 1;
    while (end < source->line_count && lines[first].element && lines[end].element == lines[first].element)
        end++;
    demote(source, first, end);
}

/* The file's own number of a page: not known where only printed numbers told the pages. */
static void settle(const ofs_source *source, uint32_t *page)
{
    *page = source->pages_are_inferred ? 0 : ofs_sheet_of(source, *page);
}

/* Where a page ends is used by now: from here on pages are the file's. */
static void settle_pages(ofs_source *source, ofs_blocks *out)
{
    for (uint32_t i = 0; i < source->line_count; i++)
        settle(source, &source->lines[i].page);
    for (uint32_t i = 0; i < out->count; i++) {
        settle(source, &out->at[i].page);
        settle(source, &out->at[i].last_page);
    }
    for (uint32_t i = 0; i < out->note_count; i++) {
        settle(source, &out->notes[i].page);
        settle(source, &out->notes[i].last_page);
    }
    for (uint32_t i = 0; i < out->grid_count; i++) {
        settle(source, &out->grids[i].page);
        settle(source, &out->grids[i].last_page);
        for (uint32_t k = 0; k < out->grids[i].count; k++)
            settle(source, &out->grids[i].cells[k].page);
    }
    source->pages = source->pages_are_inferred ? 0 : source->pages;
    source->sheets = NULL;
}

void ofs_make_blocks(ofs_source *source, ofs_blocks *out)
{
    builder b = {.source = source, .out = out};
    memset(out, 0, sizeof *out);
    out->capacity = source->line_count / LINES_OF_A_BLOCK + 1;
    out->at = OFS_ROOM(&source->arena, ofs_block, out->capacity);
    unwrap_layout_tables(source);
    for (const ofs_line *line = source->lines, *end = line + source->line_count; line < end; line++) {
        switch (line->kind) {
        case OFS_LINE_ARTIFACT:
        case OFS_LINE_CONTENTS:
            break;
        case OFS_LINE_NOTE:
            take_note(&b, line);
            break;
        case OFS_LINE_CELL:
            take_cell(&b, line);
            break;
        default:
            if (begins_heading(source, line))
                demote_heading(source, (uint32_t)(line - source->lines));
            take_flow(&b, line);
        }
    }
    close_block(&b);
    close_cell(&b);
    ofs_drop_note_marks(&source->arena, out);
    settle_headings(&b);
    if (source->pages_are_inferred || source->sheets)
        settle_pages(source, out);
}
