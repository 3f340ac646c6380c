/* plain_text.c: a document's life, and the reader of plain text: one line of the text, one line of the source. A text that
 * is Markdown is left to that.
 *
 * May not infer what a line is; infer does that. */
#include "source/cells.h"
#include "source/characters.h"
#include "source/markdown.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

ofs_source *ofs_source_alloc(ofs_memory *memory)
{
    ofs_source *source = calloc(1, sizeof *source);
    if (source)
        ofs_arena_init(&source->arena, memory);
    return source;
}

void ofs_source_free(ofs_source *source)
{
    ofs_source_give_back(source, NULL);
}

void ofs_source_give_back(ofs_source *source, ofs_memory *memory)
{
    if (!source)
        return;
    source->arena.memory = memory; /* what it was read with may be another's by now */
    ofs_arena_free(&source->arena);
    free(source);
}

ofs_str ofs_source_text(const ofs_source *source)
{
    return source->given.p ? source->given : source->text;
}

int ofs_source_is_markdown(const ofs_source *source)
{
    return source->is_markdown;
}

uint32_t ofs_source_pages(const ofs_source *source)
{
    return source->pages;
}

/* Columns from the line's start to its first letter; a tab goes to the next multiple of eight. */
static uint16_t indent_of(const char *start, const char *first)
{
    uint32_t column = 0;
    for (const char *p = start; p < first && column < UINT16_MAX - 8u; p++)
        if (*p == '\t')
            column = (column / 8 + 1) * 8;
        else if (((unsigned char)*p & 0xC0) != 0x80)
            column++;
    return (uint16_t)column;
}

enum {
    LINE_BYTES = 48, /* of a line, about: so many lines get room at once */
    MOST_MARKS = 3 /* '***words***' */
};

typedef struct scanner {
    ofs_source *source;
    uint32_t capacity, page;
    int gap;
    const char *start; /* of the line */
    uint8_t may_be; /* of Markdown, as some line begins */
} scanner;

/* '**Strengths**' → 'Strengths': a line in bold or italics, in a text that has too little of Markdown to be it. */
static ofs_str without_marks(ofs_str line)
{
    uint32_t n = 0;
    while (n < line.n && line.p[n] == *line.p)
        n++;
    if (n > MOST_MARKS || line.n < 2 * n + 2 || memcmp(line.p, line.p + line.n - n, n) != 0)
        return line;
    ofs_str inner = {line.p + n, line.n - 2 * n};
    return (ofs_is_letter(*inner.p) || ofs_is_digit(*inner.p)) && !memchr(inner.p, *line.p, inner.n) ? inner : line;
}

static inline void add_line(scanner *scan, const char *start, const char *end)
{
    ofs_source *source = scan->source;
    end -= end > start && end[-1] == ' '; /* half of all lines end so */
    ofs_str line = ofs_trim(ofs_slice(start, end));
    if (!line.n) {
        scan->gap = OFS_LINE_GAP;
        return;
    }
    source->lines =
        ofs_arena_grow(&source->arena, source->lines, source->line_count, &scan->capacity, sizeof *source->lines);
    uint16_t left = indent_of(start, line.p);
    scan->may_be |= ofs_begins_markdown(*line.p);
    if (*line.p == '*' || *line.p == '_')
        line = without_marks(line);
    uint32_t at = (uint32_t)(line.p - source->text.p);
    source->lines[source->line_count++] =
        (ofs_line){.start = at, .end = at + line.n, .page = scan->page, .flags = (uint8_t)scan->gap, .left = left};
    source->pages = scan->page; /* of the last line: the last form feed ends the text */
    scan->gap = 0;
}

/* The line ends among these bytes, as bits: newlines, returns, form feeds and vertical tabs. Moved up they are the highest
 * of signed bytes, so that one comparison tells them. */
static uint32_t line_ends_in(const char *p)
{
    enum { UP = INT8_MAX - '\r' };
    uint8_t ends[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        ends[i] = OFS_MARK_IF((signed char)(p[i] + UP) >= '\n' + UP);
    return ofs_bits_of_run(ends);
}

/* A form feed ends a page; the first of a text says that it has pages. */
static void end_page(scanner *scan)
{
    ofs_source *source = scan->source;
    scan->gap = 0; /* a page's end is no paragraph's end */
    if (!scan->page) {
        for (uint32_t i = 0; i < source->line_count; i++)
            source->lines[i].page = 1;
        scan->page = source->pages = 1;
    }
    scan->page++;
}

/* What stands before a line end, and behind the one before it. */
static void end_line(scanner *scan, const char *p)
{
    if (p > scan->start)
        add_line(scan, scan->start, p);
    else if (*p != '\n' || p == scan->source->text.p || p[-1] != '\r') /* no second half of '\r\n' */
        scan->gap = OFS_LINE_GAP; /* a blank line, as every third is */
    scan->start = p + 1;
    if (*p == '\f')
        end_page(scan);
}

static void forget_lines(ofs_source *source)
{
    source->lines = NULL;
    source->line_count = source->pages = 0;
}

/* Returns what of Markdown some line may be. */
static uint8_t read_lines(ofs_source *source)
{
    const char *p = source->text.p, *end = p + source->text.n;
    scanner scan = {source, source->text.n / LINE_BYTES + 1, 0, OFS_LINE_GAP, p, 0};
    source->lines = OFS_ROOM(&source->arena, ofs_line, scan.capacity);
    for (; end - p >= OFS_RUN; p += OFS_RUN)
        for (uint32_t bits = line_ends_in(p); bits; bits &= bits - 1)
            end_line(&scan, p + ofs_lowest_bit(bits));
    while ((p = ofs_find_line_end(p, end)) < end)
        end_line(&scan, p++);
    add_line(&scan, scan.start, end);
    return scan.may_be;
}

void ofs_join_filled_lines(ofs_source *source, uint32_t width)
{
    ofs_copy_filled_lines(source, width);
    forget_lines(source);
    read_lines(source);
}

static void read_text(void *what)
{
    ofs_source *source = what;
    if (!ofs_read_json(source))
        ofs_read_cells(source);
    ofs_read_items(source);
    ofs_read_characters(source);
    ofs_read_page_marks(source);
    uint8_t may_be = read_lines(source); /* first: what lines begin with tells most texts from Markdown */
    source->is_markdown = ofs_is_markdown(source->text, may_be);
    if (source->is_markdown) {
        forget_lines(source);
        ofs_read_markdown(source);
        return;
    }
    if (ofs_read_tag_tables(source)) {
        forget_lines(source);
        read_lines(source);
    }
    ofs_leave_out_doubled_lines(source);
}

ofs_status ofs_source_from_text(const char *text, size_t length, ofs_source **out)
{
    *out = NULL;
    if (length > OFS_MAX_TEXT)
        return OFS_ERR_TOO_LARGE;
    ofs_source *source = ofs_source_alloc(NULL);
    if (!source)
        return OFS_ERR_MEMORY;
    source->text = (ofs_str){text, (uint32_t)length};
    if (!ofs_attempt(&source->arena, read_text, source)) {
        ofs_source_free(source);
        return OFS_ERR_MEMORY;
    }
    *out = source;
    return OFS_OK;
}

void ofs_source_mark_ocr(ofs_source *source)
{
    source->is_ocr = 1;
}
