/* layout.c: what is told from where lines stand: their flags, running headers and footers, footnotes.
 *
 * May not read tags or characters; works on lines that are written. Only lines of pages that were read by
 * position (OFS_LINE_UNKNOWN) get another kind here, and footnotes that were typed below a rule of underscores.
 */
#include "base/sentences.h"
#include "base/text.h"
#include "facts/facts.h"
#include "pdf/page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LEAST_REPEATS = 3,    /* pages that must show a line at the same place to make it a running one */
    LEAST_SMALL_REPEATS = 2, /* the same in smaller type than the text's */
    MOST_LEADING = 40,    /* points between two lines that count */
    CLOSE_LINES = 8,      /* points between lines, less than in any report */
    SMALLER = 2,          /* points below the text's size */
    NEAR_BY = 64,         /* lines of one wording to look at before and after a line */
    MOST_PAGES_APART = 4, /* the same in pages */
    LONGEST_RUNNING = 200, /* bytes of a running header or footer */
    LONGEST_DATES = 60,   /* the same of a footer's dates and page number */
    SHORTEST_RULE = 10,   /* underscores of a rule that was typed */
    LONG_LINE = 40        /* bytes of a line that shows where the right edge is */
};

/* Shares of the page's height. */
static const float head_zone = 0.88f, foot_zone = 0.12f, note_zone = 0.4f, unknown_zone = 0.5f;
/* In points. */
static const float same_height = 6, other_height = 24, ragged = 70;
/* Baselines further apart than this many ems have a gap between them. */
static const float gap_ems = 1.5f, gap_lines = 1.3f;

static int is_text(const ofs_line *line)
{
    return line->kind != OFS_LINE_ARTIFACT && line->kind != OFS_LINE_NOTE;
}

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* The usual distance of two baselines in an element; 0 where no element has two lines: `values` are zeros. */
static float usual_spacing(ofs_pdf *pdf, float *values)
{
    uint32_t count = 0;
    for (uint32_t i = pdf->page_first_line + 1; i < pdf->line_count; i++) {
        float down = pdf->places[i - 1].y - pdf->places[i].y;
        if (pdf->lines[i].element == pdf->lines[i - 1].element && down > 0 && is_text(&pdf->lines[i]))
            values[count++] = down;
    }
    qsort(values, count, sizeof *values, by_value);
    return values[count / 2];
}

/* The right edge of the page's text, which may be off by `*slack`. */
static float right_edge(const ofs_pdf *pdf, float *slack)
{
    float edge = *slack = 0;
    for (uint32_t i = pdf->page_first_line; i < pdf->line_count; i++) {
        const ofs_pdf_place *place = &pdf->places[i];
        if (!is_text(&pdf->lines[i]) || pdf->lines[i].end - pdf->lines[i].start < LONG_LINE)
            continue;
        edge = fmaxf(edge, place->right);
        *slack = fmaxf(*slack, place->slack);
    }
    return edge;
}

static int reaches(ofs_pdf *pdf, const ofs_pdf_place *place, float right, float slack)
{
    if (right <= 0)
        return 0;
    ofs_pdf_be_sure(pdf, place->right - (right - ragged), place->slack + slack);
    return place->right > right - ragged;
}

static int gap_before(const ofs_pdf *pdf, uint32_t i, float spacing)
{
    const ofs_pdf_place *place = &pdf->places[i];
    float down = place[-1].y - place->y;
    return down > gap_ems * place->size && down > gap_lines * spacing;
}

static ofs_str text_of(const ofs_pdf *pdf, const ofs_line *line)
{
    return (ofs_str){pdf->text + line->start, line->end - line->start};
}

/* A blank line between two sentences of one tagged paragraph: its author pressed Shift and Enter, and meant two. */
static int parts_paragraph(const ofs_pdf *pdf, const ofs_line *line)
{
    return (line->kind == OFS_LINE_PARA || line->kind == OFS_LINE_CELL) && line->end > line->start &&
           ofs_is_upper(pdf->text[line->start]) && ofs_ends_sentence(text_of(pdf, line - 1));
}

/* Marks what stands behind a gap, and parts elements there. */
static void flag_gaps(ofs_pdf *pdf, float spacing)
{
    uint32_t whole = 0, part = 0;
    for (uint32_t i = pdf->page_first_line + 1; i < pdf->line_count; i++) {
        ofs_line *line = &pdf->lines[i];
        uint32_t above = line[-1].element == part ? whole : line[-1].element;
        int is_apart = gap_before(pdf, i, spacing);
        if (is_apart)
            line->flags |= OFS_LINE_GAP;
        if (is_apart && line->element && line->element == above && parts_paragraph(pdf, line)) {
            whole = line->element;
            part = ++pdf->element_count;
        }
        if (part && line->element == whole)
            line->element = part;
    }
}

void ofs_pdf_flag_page(ofs_pdf *pdf)
{
    uint32_t first = pdf->page_first_line;
    float *values = OFS_NEW_ARRAY(&pdf->scratch, float, pdf->line_count - first + 1);
    float slack, right = right_edge(pdf, &slack);
    flag_gaps(pdf, usual_spacing(pdf, values));
    for (uint32_t i = first; i < pdf->line_count; i++) {
        ofs_line *line = &pdf->lines[i];
        unsigned flags = line->flags;
        int goes_on = i + 1 < pdf->line_count && line->element && line->element == line[1].element;
        int is_columns = memchr(pdf->text + line->start, '\t', line->end - line->start) != NULL;
        if (goes_on || (!is_columns && reaches(pdf, &pdf->places[i], right, slack)))
            flags |= OFS_LINE_WRAPPED;
        line->flags = (uint8_t)flags;
        pdf->places[i].height =
            pdf->page.height > 0 ? (pdf->places[i].y - pdf->page.bottom) / pdf->page.height : unknown_zone;
    }
}

/* A line near the top or bottom of its page; `hash` is of its text with every number alike. */
typedef struct running {
    uint32_t hash, line;
} running;

static uint32_t hash_line(const ofs_pdf *pdf, const ofs_line *line)
{
    uint32_t hash = 2166136261u;
    int in_number = 0;
    for (uint32_t i = line->start; i < line->end; i++) {
        unsigned char c = (unsigned char)pdf->text[i];
        int digit = ofs_is_digit(c);
        if (c == ' ' || (digit && in_number))
            continue;
        hash = (hash ^ (digit ? '#' : c)) * 16777619u;
        in_number = digit;
    }
    return hash;
}

static int by_hash(const void *a, const void *b)
{
    const running *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static int is_number(const ofs_pdf *pdf, const ofs_line *line)
{
    for (uint32_t i = line->start; i < line->end; i++)
        if (!ofs_is_digit(pdf->text[i]))
            return 0;
    return line->end - line->start <= 3;
}

/* Pages near by on which a line like group[at] stands at the same height. A heading may head pages that are far apart. */
static uint32_t repeats(const ofs_pdf *pdf, const running *group, uint32_t size, uint32_t at)
{
    uint32_t pages = 0, last_page = 0, first = at > NEAR_BY ? at - NEAR_BY : 0;
    for (uint32_t i = first; i < size && i <= at + NEAR_BY && pages < LEAST_REPEATS; i++) {
        float apart = pdf->places[group[i].line].y - pdf->places[group[at].line].y;
        uint32_t page = pdf->lines[group[i].line].page, own = pdf->lines[group[at].line].page;
        int is_near = page + MOST_PAGES_APART >= own && page <= own + MOST_PAGES_APART;
        if (is_near && apart > -same_height && apart < same_height && page != last_page) {
            last_page = page;
            pages++;
        }
    }
    return pages;
}

/* The size most of the text is set in. */
static uint8_t body_size(ofs_pdf *pdf)
{
    uint64_t *bytes = OFS_NEW_ARRAY(&pdf->scratch, uint64_t, UINT8_MAX + 1);
    unsigned best = 0;
    for (uint32_t i = 0; i < pdf->line_count; i++)
        bytes[pdf->lines[i].size] += pdf->lines[i].end - pdf->lines[i].start;
    for (unsigned size = 0; size <= UINT8_MAX; size++)
        if (bytes[size] > bytes[best])
            best = size;
    return (uint8_t)best;
}

/* The points that most lines stand below the one before; that is so of type that a form makes smaller, too. */
static uint32_t usual_leading(const ofs_pdf *pdf)
{
    uint32_t counts[MOST_LEADING + 1] = {0}, usual = 0;
    for (uint32_t i = 1; i < pdf->line_count; i++) {
        float down = pdf->places[i - 1].y - pdf->places[i].y;
        if (pdf->lines[i].page == pdf->lines[i - 1].page && down >= 1 && down < MOST_LEADING)
            counts[(uint32_t)(down + 0.5f)]++;
    }
    for (uint32_t points = 1; points <= MOST_LEADING; points++)
        usual = counts[points] > counts[usual] ? points : usual;
    return usual;
}

void ofs_pdf_find_close_lines(ofs_pdf *pdf)
{
    uint32_t leading = pdf->source->untagged_pages ? usual_leading(pdf) : 0;
    pdf->source->close_lines = leading <= CLOSE_LINES ? leading : 0;
}

static void mark_running(ofs_pdf *pdf, const running *group, uint32_t size, unsigned body)
{
    for (uint32_t i = 0; i < size; i++) {
        ofs_line *line = &pdf->lines[group[i].line];
        uint32_t least = line->size + (unsigned)SMALLER <= body ? LEAST_SMALL_REPEATS : LEAST_REPEATS;
        if (line->kind == OFS_LINE_UNKNOWN && (is_number(pdf, line) || repeats(pdf, group, size, i) >= least))
            line->kind = OFS_LINE_ARTIFACT;
    }
}

/* Line i runs as the one beside it in the group does, a little higher or lower. */
static void mark_beside(ofs_pdf *pdf, uint32_t i, uint32_t beside)
{
    float apart = pdf->places[i].y - pdf->places[beside].y;
    if (pdf->lines[i].kind == OFS_LINE_UNKNOWN && pdf->lines[beside].kind == OFS_LINE_ARTIFACT &&
        pdf->lines[i].size == pdf->lines[beside].size && apart > -other_height && apart < other_height)
        pdf->lines[i].kind = OFS_LINE_ARTIFACT;
}

/* A line that runs has another height on some pages: on those of a section, for example. */
static void mark_moved(ofs_pdf *pdf, const running *group, uint32_t size)
{
    uint32_t marked = 0;
    for (uint32_t i = 0; i < size; i++)
        marked += pdf->lines[group[i].line].kind == OFS_LINE_ARTIFACT && !is_number(pdf, &pdf->lines[group[i].line]);
    if (marked < LEAST_REPEATS)
        return;
    for (uint32_t i = size - 1; i--;)
        mark_beside(pdf, group[i].line, group[i + 1].line);
    for (uint32_t i = 1; i < size; i++)
        mark_beside(pdf, group[i].line, group[i - 1].line);
}

void ofs_pdf_find_running_lines(ofs_pdf *pdf)
{
    if (!pdf->source->untagged_pages)
        return;
    unsigned body = body_size(pdf);
    running *found = OFS_NEW_ARRAY(&pdf->scratch, running, pdf->line_count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < pdf->line_count; i++) {
        const ofs_line *line = &pdf->lines[i];
        float height = pdf->places[i].height;
        if ((height > head_zone || height < foot_zone) && line->end - line->start <= LONGEST_RUNNING &&
            (line->kind == OFS_LINE_UNKNOWN || line->kind == OFS_LINE_ARTIFACT)) {
            found[count].hash = hash_line(pdf, line);
            found[count++].line = i;
        }
    }
    qsort(found, count, sizeof *found, by_hash);
    for (uint32_t i = 0, end = 0; i < count; i = end) {
        while (end < count && found[end].hash == found[i].hash)
            end++;
        mark_running(pdf, found + i, end - i, body);
        mark_moved(pdf, found + i, end - i);
    }
}

/* Four figures are a year, as on the second line of a running title. */
static int begins_with_mark(const ofs_pdf *pdf, const ofs_line *line)
{
    enum { MOST_FIGURES = 3 };
    uint32_t i = line->start;
    while (i < line->end && i - line->start <= MOST_FIGURES && ofs_is_digit(pdf->text[i]))
        i++;
    char c = pdf->text[line->start];
    return c == '*' || (c >= '1' && c <= '9' && i - line->start <= MOST_FIGURES);
}

static int is_small(const ofs_line *line, unsigned body)
{
    return line->size + (unsigned)SMALLER <= body;
}

/* A small number alone on its line with small type below it: a footnote's mark, and no page's number. */
static int is_lone_mark(const ofs_pdf *pdf, uint32_t i, uint32_t end, unsigned body)
{
    const ofs_line *line = &pdf->lines[i];
    return is_number(pdf, line) && is_small(line, body) && i + 1 < end && line[1].kind == OFS_LINE_UNKNOWN &&
           is_small(&line[1], body);
}

/* '11 July 2022', which a footer prints on one page otherwise than on the others. */
static int is_date(const ofs_pdf *pdf, const ofs_line *line)
{
    ofs_found_date found;
    ofs_str text = {pdf->text + line->start, line->end - line->start};
    return text.n <= LONGEST_DATES && text.p[text.n - 1] != '.' && ofs_find_date(text, 0, &found) && !found.at.start;
}

/* Lines [first, end) are one page's: what stands last, low, in small type and begins with a mark. */
static void mark_notes(ofs_pdf *pdf, uint32_t first, uint32_t end, unsigned body)
{
    uint32_t start = end;
    for (uint32_t i = end; i-- > first;) {
        ofs_line *line = &pdf->lines[i];
        if (line->kind == OFS_LINE_ARTIFACT && is_lone_mark(pdf, i, end, body))
            line->kind = OFS_LINE_UNKNOWN;
        if (line->kind == OFS_LINE_ARTIFACT)
            continue;
        if (line->kind != OFS_LINE_UNKNOWN || !is_small(line, body) || pdf->places[i].height > note_zone)
            break;
        if (is_date(pdf, line))
            line->kind = OFS_LINE_ARTIFACT;
        else if (begins_with_mark(pdf, line))
            start = i;
    }
    for (uint32_t i = start; i < end; i++)
        if (pdf->lines[i].kind == OFS_LINE_UNKNOWN)
            pdf->lines[i].kind = OFS_LINE_NOTE;
}

/* '__________', typed where a page's text ends. */
static int is_typed_rule(const ofs_pdf *pdf, const ofs_line *line)
{
    uint32_t i = line->start;
    while (i < line->end && pdf->text[i] == '_')
        i++;
    return line->kind == OFS_LINE_PARA && i == line->end && i - line->start >= SHORTEST_RULE;
}

/* Smaller type than the rule's down to the page's end, which begins with a mark: its tag says paragraph, for whoever wrote
 * the report typed the footnote. */
static void mark_below_rule(ofs_pdf *pdf, uint32_t rule)
{
    uint32_t first = rule + 1, end = first;
    for (; end < pdf->line_count && pdf->lines[end].page == pdf->lines[rule].page; end++)
        if (is_text(&pdf->lines[end]) &&
            (pdf->lines[end].kind != OFS_LINE_PARA || pdf->lines[end].size >= pdf->lines[rule].size))
            return;
    if (first == end || pdf->lines[first].kind != OFS_LINE_PARA || !begins_with_mark(pdf, &pdf->lines[first]))
        return;
    pdf->lines[rule].kind = OFS_LINE_ARTIFACT;
    for (uint32_t i = first; i < end; i++)
        if (pdf->lines[i].kind == OFS_LINE_PARA)
            pdf->lines[i].kind = OFS_LINE_NOTE;
}

void ofs_pdf_find_notes(ofs_pdf *pdf)
{
    for (uint32_t i = 0; i < pdf->line_count; i++)
        if (is_typed_rule(pdf, &pdf->lines[i]))
            mark_below_rule(pdf, i);
    if (!pdf->source->untagged_pages)
        return;
    unsigned body = body_size(pdf);
    for (uint32_t first = 0, end = 0; first < pdf->line_count; first = end) {
        uint32_t page = pdf->lines[first].page;
        while (end < pdf->line_count && pdf->lines[end].page == page)
            end++;
        if (pdf->source->by_position[ofs_sheet_of(pdf->source, page) - 1])
            mark_notes(pdf, first, end, body);
    }
}
