/* markdown.c: Markdown as lines: headings, items, cells; what it leaves open (paragraphs, numbers) stays of unknown kind.
 *
 * One pass over the lines with a fixed amount of state, whatever the depth. May not look into a line's words. */
#include "source/markdown.h"

#include <string.h>

enum {
    DEEPEST = 16,
    MOST_PAGES_SKIPPED = 6,
    LAST_CELL = UINT16_MAX,
    LONGEST_TITLE = 100,
    LONGEST_TAG = 200,
    TAB = 4,
    NESTED = 2, /* columns that an item stands in within its list, at the least */
    MOST_LINES = 200, /* of a row */
    MOST_DIGITS = 5 /* of a page's number */
};

typedef struct markdown {
    ofs_cleaning c;
    const char *p, *end; /* what is left of the text; where it ends */
    uint32_t indents[DEEPEST]; /* of the items that the current one stands in */
    uint32_t depth, element, tables, page;
    int in_item, in_table; /* the line before */
    int in_grid; /* a rule above each row: 1 right below it, 2 within the row */
    uint32_t row_start; /* the row's first line in source->lines */
    uint32_t html, html_row, html_column; /* the open table of tags, 0: none; the rows and cells that it has begun */
} markdown;

static void begin_line(markdown *m, ofs_line_kind kind, uint32_t level)
{
    ofs_line *next = &m->c.next;
    next->kind = (uint8_t)kind;
    next->level = (uint8_t)level;
    next->element = kind == OFS_LINE_UNKNOWN ? 0 : ++m->element;
    next->table = 0;
    next->row = next->column = 0;
    next->flags &= OFS_LINE_GAP;
    m->c.strong = 0;
    m->in_item = kind == OFS_LINE_ITEM;
}

static void take_words(markdown *m, ofs_str words)
{
    ofs_keep_words(&m->c, words.p, words.p + words.n);
    ofs_end_line(&m->c);
}

static void leave_gap(markdown *m)
{
    m->c.next.flags |= OFS_LINE_GAP;
    m->in_item = m->in_table = m->in_grid = 0;
}

/* Pages. */

static void turn_to(markdown *m, uint32_t page)
{
    uint32_t now = m->page ? m->page : 1;
    if (page < now || page - now > MOST_PAGES_SKIPPED)
        return;
    for (; now < page; now++)
        m->c.bytes[m->c.count++] = '\f';
    m->page = m->c.next.page = page;
}

static ofs_str behind(ofs_str text, const char *signs)
{
    while (text.n && strchr(signs, *text.p))
        text = (ofs_str){text.p + 1, text.n - 1};
    return text;
}

/* 'page 3', 'end of page=2', 'PageBreak', as people and tools write it into a comment or between dashes. */
static int take_page_mark(markdown *m, ofs_str mark)
{
    uint32_t digits, n = ofs_phrase_at(mark, "end of ");
    int ends = n != 0;
    n = n ? n : ofs_phrase_at(mark, "start of ");
    n = n ? n : ofs_phrase_at(mark, "new ");
    mark = (ofs_str){mark.p + n, mark.n - n};
    n = ofs_phrase_at(mark, "page");
    if (!n)
        return 0;
    mark = behind((ofs_str){mark.p + n, mark.n - n}, " =:_-#");
    uint32_t number = ofs_leading_number(mark, MOST_DIGITS, &digits);
    if (ends || ofs_phrase_at(mark, "break"))
        turn_to(m, (m->page ? m->page : 1) + 1);
    else if (digits)
        turn_to(m, number);
    else
        return 0;
    return 1;
}

/* '--- end of page=2 ---', '{2}------' (which counts from 0) */
static int take_page_line(markdown *m, ofs_str line)
{
    uint32_t digits;
    if (*line.p == '{') {
        uint32_t number = ofs_leading_number((ofs_str){line.p + 1, line.n - 1}, MOST_DIGITS, &digits);
        ofs_str rest = {line.p + 1 + digits, line.n - 1 - digits};
        if (!digits || rest.n < 4 || *rest.p != '}' || ofs_rule_of((ofs_str){rest.p + 1, rest.n - 1}) != '-')
            return 0;
        turn_to(m, number + 1);
        return 1;
    }
    return line.n > 2 && line.p[0] == '-' && line.p[1] == '-' && take_page_mark(m, behind(line, "- "));
}

/* The comments that begin a line; what stands behind them. */
static ofs_str skip_comments(markdown *m, ofs_str line)
{
    const char *after, *end = line.p + line.n;
    while ((after = ofs_comment_end(line.p, m->end)) != NULL) {
        take_page_mark(m, ofs_trim(ofs_slice(line.p + 4, after - 3)));
        if (after > end) { /* it goes on over lines */
            m->p = after;
            return OFS_NO_STR;
        }
        line = ofs_trim(ofs_slice(after, end));
    }
    return line;
}

/* Headings. */

static void take_heading(markdown *m, ofs_str line, uint32_t hashes)
{
    ofs_str words = ofs_trim((ofs_str){line.p + hashes, line.n - hashes});
    uint32_t closing = words.n;
    while (closing && words.p[closing - 1] == '#')
        closing--;
    if (closing && words.p[closing - 1] == ' ')
        words.n = closing;
    begin_line(m, OFS_LINE_HEADING, hashes);
    take_words(m, words);
}

/* A short line with '===' or '---' below it is a heading; otherwise such a line only separates. */
static void take_rule(markdown *m, char sign)
{
    ofs_source *source = m->c.source;
    ofs_line *last = source->line_count ? &source->lines[source->line_count - 1] : NULL;
    int alone = last && last->kind == OFS_LINE_UNKNOWN && (last->flags & OFS_LINE_GAP) &&
                last->end - last->start <= LONGEST_TITLE && !(m->c.next.flags & OFS_LINE_GAP);
    if (alone && (sign == '=' || sign == '-')) {
        last->kind = OFS_LINE_HEADING;
        last->level = sign == '=' ? 1 : 2;
        last->element = ++m->element;
    }
    leave_gap(m);
}

/* Tables. */

static const char *cell_end(const char *p, const char *end)
{
    for (; p < end && *p != '|'; p++)
        if (*p == '\\' && p + 1 < end)
            p++;
    return p;
}

static void begin_cell(markdown *m, uint32_t table, uint32_t row, uint32_t column)
{
    begin_line(m, OFS_LINE_CELL, 0);
    m->c.next.table = table;
    m->c.next.row = (uint16_t)(row < LAST_CELL ? row : LAST_CELL);
    m->c.next.column = (uint16_t)(column < LAST_CELL ? column : LAST_CELL);
}

static void take_row(markdown *m, ofs_str line)
{
    const char *end = line.p + line.n, *p = line.p + (*line.p == '|');
    int goes_on = m->in_table && m->in_grid == 2 && m->c.source->line_count - m->row_start < MOST_LINES;
    uint32_t row = goes_on ? m->c.next.row : m->in_table ? m->c.next.row + 1u : 0;
    if (!goes_on)
        m->row_start = m->c.source->line_count;
    m->in_grid = m->in_grid ? 2 : 0;
    if (!m->in_table || row > LAST_CELL) {
        m->tables++;
        row = 0;
    }
    m->in_table = 1;
    for (uint32_t column = 0; p < end; p++, column++) {
        const char *stop = cell_end(p, end);
        begin_cell(m, m->tables, row, column);
        take_words(m, ofs_slice(p, stop));
        p = stop;
    }
}

static ofs_str line_at(const char *p, const char *end)
{
    return ofs_slice(p, ofs_find_line_end(p, end));
}

/* A row of a table that is open, or one that opens it: with outer pipes, or with a rule below. */
static int is_row(const markdown *m, ofs_str line)
{
    if (*line.p == '|')
        return 1;
    if (!memchr(line.p, '|', line.n))
        return 0;
    return m->in_table || ofs_is_table_rule(ofs_trim(line_at(m->p, m->end)));
}

/* The lines of a row's cells stand side by side: each cell's together, in one element. */
static void end_grid_row(markdown *m)
{
    ofs_line *first = m->c.source->lines + m->row_start, *end = m->c.source->lines + m->c.source->line_count;
    int is_row_end = m->in_grid == 2;
    m->in_grid = 1;
    if (!is_row_end)
        return;
    for (ofs_line *at = first + 1; at < end; at++)
        for (ofs_line *k = at; k > first && k[-1].column > k->column; k--) {
            ofs_line other = k[-1];
            k[-1] = *k;
            *k = other;
        }
    for (ofs_line *at = first + 1; at < end; at++)
        if (at->column == at[-1].column)
            at->element = at[-1].element;
}

/* Tables of tags, which Markdown may hold, too. */

typedef enum table_tag { TAG_NONE, TAG_TABLE, TAG_ROW, TAG_CELL, TAG_GROUP } table_tag;

/* The table's tag at p, where it ends, and whether it closes what it names. */
static table_tag table_tag_at(const char *p, const char *end, const char **after, int *closes)
{
    static const struct {
        const char *name;
        table_tag tag;
    } tags[] = {{"table", TAG_TABLE}, {"tr", TAG_ROW},      {"td", TAG_CELL},
                {"thead", TAG_GROUP}, {"tbody", TAG_GROUP}, {"th", TAG_CELL}};
    const char *limit = ofs_within(p, end, LONGEST_TAG);
    *closes = limit - p > 1 && p[1] == '/';
    ofs_str name = ofs_slice(p + 1 + *closes, limit);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        uint32_t n = ofs_phrase_at(name, tags[i].name);
        if (!n || n == name.n || (name.p[n] != '>' && name.p[n] != ' '))
            continue;
        const char *close = ofs_find_byte(name.p + n, limit, '>');
        *after = close < limit ? close + 1 : limit;
        return close < limit ? tags[i].tag : TAG_NONE;
    }
    return TAG_NONE;
}

static void take_table_tag(markdown *m, table_tag tag, int closes)
{
    ofs_end_line(&m->c);
    if (tag == TAG_TABLE && closes) {
        m->html = 0;
        begin_line(m, OFS_LINE_UNKNOWN, 0);
    } else if (!closes && (tag == TAG_TABLE || !m->html)) {
        m->html = ++m->tables;
        m->html_row = m->html_column = 0;
    }
    if (tag == TAG_ROW && !closes) {
        m->html_row++;
        m->html_column = 0;
    } else if (tag == TAG_CELL && !closes) {
        begin_cell(m, m->html, m->html_row ? m->html_row - 1 : 0, m->html_column++);
        m->c.next.flags = 0; /* its words may stand on the next line */
    }
}

/* A line that begins with a table's tag, or goes on within a cell. */
static int take_tagged_row(markdown *m, ofs_str line)
{
    const char *p = line.p, *end = p + line.n, *words = p, *after;
    int closes, within = m->html && m->c.next.kind == OFS_LINE_CELL && !(m->c.next.flags & OFS_LINE_GAP);
    if (!within && (*p != '<' || !table_tag_at(p, end, &after, &closes)))
        return 0;
    for (; (p = ofs_find_byte(p, end, '<')) < end; p++) {
        table_tag tag = table_tag_at(p, end, &after, &closes);
        if (!tag)
            continue;
        ofs_keep_words(&m->c, words, p);
        take_table_tag(m, tag, closes);
        words = after;
        p = after - 1;
    }
    ofs_keep_words(&m->c, words, end);
    ofs_end_line(&m->c);
    return 1;
}

/* Items. */

/* '- ', '* ', '+ ', and a bullet of the document's own behind it: their bytes, or 0. */
static uint32_t bullet_of(ofs_str line)
{
    if (line.n < 3 || !strchr("-*+", *line.p) || (line.p[1] != ' ' && line.p[1] != '\t'))
        return 0;
    ofs_str rest = ofs_trim((ofs_str){line.p + 1, line.n - 1});
    return (uint32_t)(rest.p - line.p) + ofs_bullet_label(rest);
}

static void take_item(markdown *m, ofs_str line, uint32_t bullet, uint32_t indent)
{
    while (m->depth && m->indents[m->depth - 1] > indent)
        m->depth--;
    if (m->depth < DEEPEST && (!m->depth || m->indents[m->depth - 1] + NESTED <= indent))
        m->indents[m->depth++] = indent;
    begin_line(m, OFS_LINE_ITEM, m->depth);
    m->c.next.flags |= OFS_LINE_BEGINS;
    ofs_keep(&m->c, line.p, line.p + bullet);
    m->c.start = m->c.count; /* the bullet stands in the text, before the line */
    take_words(m, (ofs_str){line.p + bullet, line.n - bullet});
}

/* '[^1]: …' */
static int take_note(markdown *m, ofs_str line)
{
    const char *close = line.n > 4 && line.p[0] == '[' && line.p[1] == '^' ? memchr(line.p, ']', line.n) : NULL;
    if (!close || close + 1 == line.p + line.n || close[1] != ':')
        return 0;
    begin_line(m, OFS_LINE_NOTE, 0);
    ofs_keep(&m->c, line.p + 2, close);
    take_words(m, ofs_slice(close + 2, line.p + line.n));
    return 1;
}

/* Words of no known kind, or the rest of an item that is wrapped. */
static void take_text(markdown *m, ofs_str line, uint32_t indent)
{
    uint32_t length;
    if (m->in_item && indent && !ofs_number_label(line, &length)) {
        m->c.strong = 0;
    } else {
        if (!indent)
            m->depth = 0;
        begin_line(m, OFS_LINE_UNKNOWN, 0);
    }
    take_words(m, line);
}

/* Lines. */

/* Without the '>' of quotations before it; the columns that it is indented by. */
static ofs_str without_indent(ofs_str line, uint32_t *indent)
{
    const char *p = line.p, *end = p + line.n;
    for (*indent = 0; p < end && (*p == ' ' || *p == '\t' || *p == '>'); p++) {
        int quotes = *p == '>';
        *indent = quotes ? 0 : *p == ' ' ? *indent + 1 : (*indent / TAB + 1) * TAB;
        p += quotes && p + 1 < end && p[1] == ' ';
    }
    return ofs_trim(ofs_slice(p, end));
}

static void take_block(markdown *m, ofs_str line, uint32_t indent)
{
    uint32_t hashes = ofs_hashes(line), bullet;
    char rule = ofs_rule_of(line);
    m->c.next.left = (uint16_t)(indent < UINT16_MAX ? indent : UINT16_MAX);
    if (ofs_is_grid_rule(line)) {
        end_grid_row(m);
        return;
    }
    if (!is_row(m, line))
        m->in_table = m->in_grid = 0;
    if (rule) {
        take_rule(m, rule);
    } else if (hashes) {
        m->depth = 0;
        take_heading(m, line, hashes);
    } else if (ofs_is_fence(line) || take_page_line(m, line)) {
        leave_gap(m);
    } else if (ofs_is_table_rule(line)) {
        /* it has no words */
    } else if (is_row(m, line)) {
        take_row(m, line);
    } else if ((bullet = bullet_of(line)) != 0) {
        take_item(m, line, bullet, indent);
    } else if (!take_note(m, line)) {
        take_text(m, line, indent);
    }
}

static void take_line(markdown *m, ofs_str line)
{
    uint32_t indent;
    ofs_str words = without_indent(line, &indent);
    if (words.n)
        words = skip_comments(m, words);
    if (words.n && take_tagged_row(m, words))
        m->in_table = 0;
    else if (words.n)
        take_block(m, words, indent);
    else
        leave_gap(m);
}

/* With the lines over which some programs break a picture that stands in it as base64. */
static ofs_str line_with_pictures(const char *start, const char *end)
{
    ofs_str line = line_at(start, end);
    for (const char *p = start, *after; (p = ofs_find_byte(p, line.p + line.n, ']')) < line.p + line.n; p++)
        if ((after = ofs_picture_end(p, end)) != NULL) {
            ofs_str rest = line_at(after, end);
            line.n = (uint32_t)(rest.p + rest.n - line.p);
            p = after - 1;
        }
    return line;
}

void ofs_read_markdown(ofs_source *source)
{
    markdown m = {.c = {.source = source, .given = source->text}};
    m.p = source->text.p;
    m.end = m.p + source->text.n;
    m.c.layer = ofs_add_layer(source);
    m.c.bytes = ofs_arena_bytes(&source->arena, (size_t)source->text.n + 2);
    m.c.next.flags = OFS_LINE_GAP;
    if (ofs_find_byte(m.p, m.end, '\f') < m.end)
        turn_to(&m, 1);
    while (m.p < m.end) {
        ofs_str line = line_with_pictures(m.p, m.end);
        m.p = line.p + line.n;
        int ends_page = m.p < m.end && *m.p == '\f';
        if (m.p < m.end)
            m.p += m.end - m.p > 1 && m.p[0] == '\r' && m.p[1] == '\n' ? 2 : 1;
        uint32_t before = m.c.count;
        take_line(&m, line);
        if (ends_page) {
            /* the form feed alone ends the line, as it does in the given text: a copy must not be longer */
            m.c.count -= m.c.count > before && m.c.bytes[m.c.count - 1] == '\n';
            m.c.next.flags &= (uint8_t)~OFS_LINE_GAP; /* a page's end is no paragraph's end */
            turn_to(&m, m.page + 1);
        }
    }
    source->text = (ofs_str){m.c.bytes, m.c.count};
    source->pages = m.page;
    ofs_mark_page_furniture(source);
    for (uint32_t i = 0; source->pages && i < source->line_count && !source->lines[i].page; i++)
        source->lines[i].page = 1;
}
