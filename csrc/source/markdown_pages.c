/* markdown_pages.c: what printed pages leave in Markdown: page numbers on lines of their own, what runs beside them, a
 * table of contents.
 *
 * Only a series of numbers that rises through the document is believed. May not read facts. */
#include "source/markdown.h"

#include <string.h>

enum {
    LEAST_NUMBERS = 2,
    MOST_MISSING = 4,
    LONGEST_NUMBER = 3, /* digits */
    LARGEST_NUMBER = 999,
    LONGEST_RUNNING_LINE = 300,
    LEAST_LETTERS = 8,
    NEAR = 2
};

typedef struct numbers {
    ofs_source *source;
    uint32_t *lines; /* whose words are the page numbers */
    uint32_t count, capacity;
    uint32_t last[2]; /* the last number, and the last behind 'Page', as a program may put above each page's own */
} numbers;

static ofs_str text_of(const numbers *n, uint32_t line)
{
    return ofs_line_text(n->source, &n->source->lines[line]);
}

static int is_flow(const ofs_line *line)
{
    return line->kind == OFS_LINE_UNKNOWN || line->kind == OFS_LINE_HEADING;
}

static int has_word(ofs_str text)
{
    return !ofs_is_digit(*text.p);
}

static int is_next(uint32_t last, uint32_t number)
{
    return number > last && number <= last + MOST_MISSING && number <= LARGEST_NUMBER;
}

static void find_numbers(numbers *n)
{
    ofs_source *source = n->source;
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str text = text_of(n, i);
        uint32_t number = ofs_page_number(text);
        if (!number || !is_flow(line) || !(line->flags & OFS_LINE_GAP) || !is_next(n->last[has_word(text)], number))
            continue;
        n->lines = ofs_arena_grow(&source->arena, n->lines, n->count, &n->capacity, sizeof *n->lines);
        n->lines[n->count++] = i;
        n->last[has_word(text)] = number;
    }
}

/* The same letters, whatever the numbers among them. */
static int is_same_but_numbers(ofs_str a, ofs_str b)
{
    uint32_t i = 0, k = 0, letters = 0;
    if (a.n > LONGEST_RUNNING_LINE || b.n > LONGEST_RUNNING_LINE)
        return 0;
    for (;; i++, k++, letters++) {
        while (i < a.n && !ofs_is_letter(a.p[i]))
            i++;
        while (k < b.n && !ofs_is_letter(b.p[k]))
            k++;
        if (i == a.n || k == b.n)
            return i == a.n && k == b.n && letters >= LEAST_LETTERS;
        if (a.p[i] != b.p[k])
            return 0;
    }
}

/* The line `away` lines from one page number stands beside another near that, too. */
static int runs(const numbers *n, uint32_t at, int away)
{
    int64_t line = (int64_t)n->lines[at] + away;
    if (line < 0 || line >= n->source->line_count || !is_flow(&n->source->lines[line]))
        return 0;
    for (uint32_t other = at > NEAR ? at - NEAR : 0; other < n->count && other <= at + NEAR; other++) {
        int64_t beside = (int64_t)n->lines[other] + away;
        if (other != at && beside >= 0 && beside < n->source->line_count &&
            is_same_but_numbers(text_of(n, (uint32_t)line), text_of(n, (uint32_t)beside)))
            return 1;
    }
    return 0;
}

static void mark_numbers(numbers *n)
{
    static const int beside[] = {-1, 1, -2, 2};
    ofs_line *lines = n->source->lines;
    uint8_t *run = OFS_NEW_ARRAY(&n->source->arena, uint8_t, n->source->line_count);
    for (uint32_t at = 0; at < n->count; at++)
        for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
            if (runs(n, at, beside[i]))
                run[(int64_t)n->lines[at] + beside[i]] = 1;
    for (uint32_t at = 0; at < n->count; at++)
        run[n->lines[at]] = 1;
    for (uint32_t i = 0; i < n->source->line_count; i++)
        if (run[i])
            lines[i].kind = OFS_LINE_ARTIFACT;
}

/* '9 care leavers …': a page's number that was glued to the line that goes on over the page's end. */
static void cut_glued_numbers(numbers *n)
{
    ofs_source *source = n->source;
    uint32_t at = 0, last = 0;
    for (uint32_t i = 0; i < source->line_count && at < n->count; i++) {
        ofs_str text = text_of(n, i);
        uint32_t digits, number = ofs_leading_number(text, LONGEST_NUMBER, &digits);
        if (i == n->lines[at]) {
            last = has_word(text) && n->last[0] ? last : ofs_page_number(text);
            at++;
        } else if (digits && source->lines[i].kind == OFS_LINE_UNKNOWN && (source->lines[i].flags & OFS_LINE_GAP) &&
                   number == last + 1 && text.n > digits + 1 && text.p[digits] == ' ' &&
                   ofs_is_lower(text.p[digits + 1])) {
            source->lines[i].start += digits + 1;
            last = number;
        }
    }
}

/* A table that 'Contents' begins, or stands above. */
static void mark_contents(ofs_source *source)
{
    uint32_t table = 0;
    for (uint32_t i = 0; i < source->line_count; i++) {
        ofs_line *line = &source->lines[i];
        int begins = line->kind == OFS_LINE_CELL && (!i || line[-1].table != line->table);
        if (begins && (ofs_is_phrase(ofs_line_text(source, line), "contents") ||
                       (i && is_flow(line - 1) && ofs_is_phrase(ofs_line_text(source, line - 1), "contents"))))
            table = line->table;
        if (table && line->table == table)
            line->kind = OFS_LINE_CONTENTS;
    }
}

void ofs_mark_page_furniture(ofs_source *source)
{
    numbers n = {.source = source};
    mark_contents(source);
    if (source->pages)
        return;
    find_numbers(&n);
    if (n.count < LEAST_NUMBERS)
        return;
    mark_numbers(&n);
    cut_glued_numbers(&n);
}
