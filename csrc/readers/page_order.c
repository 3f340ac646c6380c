/* page_order.c: whether the numbers printed at the feet of the pages, or at their heads, rise one by one: a page may have been
 * left out, or put elsewhere. May not look at anything else of a page. */
#include "readers/checks.h"

#include <string.h>

enum {
    EDGE_LINES = 3, /* the first or last of a page, in which its number stands */
    LONGEST_LINE = 160, /* bytes */
    MOST_DIGITS = 3,
    LEAST_BY_TWO = 3,
    MOST_BEHIND = 20 /* pages that were left out before the last one */
};

/* The number that ends the text, which becomes what stands before it; 0: none does. */
static uint32_t take_number(ofs_str *text)
{
    uint32_t digits, number = ofs_ending_number(*text, MOST_DIGITS, &digits), n = text->n - digits;
    if (n && !strchr(" \t/", text->p[n - 1]))
        return 0;
    *text = ofs_trim((ofs_str){text->p, n});
    return number;
}

/* Of 'Page 2 of 6' and '2/6' it is the first. */
static uint32_t number_of(ofs_str line)
{
    uint32_t number = take_number(&line);
    ofs_str rest = ofs_trim_end(line, "/");
    if (line.n > 3 && !memcmp(line.p + line.n - 3, " of", 3))
        rest.n -= 3;
    return rest.n < line.n ? take_number(&rest) : number;
}

static int has_line_end(const char run[OFS_RUN])
{
    uint8_t ends[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        ends[i] = OFS_MARK_IF(run[i] == '\n');
    return ofs_any_in_run(ends);
}

/* Where the text's last line begins. */
static uint32_t last_line(ofs_str text)
{
    uint32_t start = text.n;
    while (start >= OFS_RUN && !has_line_end(text.p + start - OFS_RUN))
        start -= OFS_RUN;
    while (start && text.p[start - 1] != '\n')
        start--;
    return start;
}

/* The first line of the text, or its last one, which is taken off it. */
static ofs_str take_line(ofs_str *text, int at_head)
{
    *text = ofs_trim(*text);
    const char *end = text->p + text->n, *from = text->p;
    ofs_str line = *text;
    if (at_head) {
        line.n = (uint32_t)(ofs_find_byte(from, end, '\n') - from);
        *text = (ofs_str){from + line.n, text->n - line.n};
        return ofs_trim(line);
    }
    text->n = last_line(*text);
    return (ofs_str){from + text->n, line.n - text->n};
}

/* The one that is due, if a line ends in it, and else the one nearest the page's edge. */
static uint32_t number_of_page(ofs_str page, uint32_t due, int at_head)
{
    uint32_t nearest = 0;
    for (int i = 0; i < EDGE_LINES && nearest != due; i++) {
        ofs_str line = take_line(&page, at_head);
        uint32_t number = line.n <= LONGEST_LINE ? number_of(line) : 0;
        if (!nearest || number == due)
            nearest = number;
    }
    return nearest;
}

/* The number is a line of the page, wherever on it. */
static int has_number(ofs_str page, uint32_t number)
{
    while (page.n) {
        if (ofs_page_number(take_line(&page, 1)) == number)
            return 1;
    }
    return 0;
}

/* What the pages have as numbers at their feet, or at their heads. */
typedef struct series {
    uint32_t in_order, by_two; /* pages that follow on the one before; that are one too far */
    uint32_t jump; /* the first number that does not follow; 0: none */
    ofs_place place; /* of its page */
} series;

void ofs_find_pages(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    const char *first = source->text.p, *end = first + source->text.n, *p = first;
    if (reader->pages)
        return;
    reader->pages = OFS_ROOM(reader->arena, ofs_span, source->pages + 1);
    /* A line that was given may hold a form feed that ends no page. */
    while (p < end && reader->page_count < source->pages) {
        const char *mark = ofs_find_byte(p, end, '\f');
        reader->pages[reader->page_count++] = (ofs_span){(uint32_t)(p - first), (uint32_t)(mark - first)};
        p = mark + (mark < end);
    }
}

/* The last line end may be the core's own. A page behind the last one is empty. */
static ofs_str page_at(const ofs_reader *reader, uint32_t i)
{
    const char *text = reader->source->text.p;
    ofs_span at = i < reader->page_count ? reader->pages[i] : (ofs_span){0, 0};
    return ofs_trim((ofs_str){text + at.start, at.end - at.start});
}

/* What is read for the number is another: of an entry of the contents, or of a footnote. The one that is due stands elsewhere on
 * the page, and the next page goes on from there. */
static int is_elsewhere(const ofs_reader *reader, uint32_t i, uint32_t due, int at_head)
{
    return has_number(page_at(reader, i), due) && number_of_page(page_at(reader, i + 1), due + 1, at_head) == due + 1;
}

/* The first number that does not follow counts. */
static void note_jump(series *found, uint32_t number, const ofs_reader *reader, uint32_t i)
{
    ofs_str page = page_at(reader, i);
    uint32_t start = (uint32_t)(page.p - reader->source->text.p);
    if (!found->jump) {
        found->jump = number;
        found->place = (ofs_place){i + 1, {start, start + page.n}};
    }
}

static series read_series(const ofs_reader *reader, int at_head)
{
    series found = {0, 0, 0, OFS_NOWHERE};
    for (uint32_t i = 0, before = 0; i < reader->page_count; i++) {
        uint32_t due = before ? before + 1 : i + 1, number = number_of_page(page_at(reader, i), due, at_head);
        if (number > reader->source->pages + MOST_BEHIND)
            number = 0; /* of a house in a street */
        if (number && before) {
            if (number != due && number != due + 1 && is_elsewhere(reader, i, due, at_head))
                number = due;
            found.in_order += number == due || number + 1 == before;
            found.by_two += number == due + 1; /* every second page was left out */
            if (number != due && number != 1) /* at 1 another part begins */
                note_jump(&found, number, reader, i);
        } else if (number == 3 && i == 1) { /* the first page mostly has none */
            note_jump(&found, number, reader, i);
        }
        before = number;
    }
    return found;
}

/* Some programs write a page's number above its text (pdftotext with -raw). */
uint32_t ofs_find_page_jump(ofs_reader *reader, ofs_place *place)
{
    ofs_find_pages(reader);
    series found = read_series(reader, 0);
    if (found.in_order * 2 < reader->source->pages) {
        series heads = read_series(reader, 1);
        if (heads.in_order > found.in_order)
            found = heads;
    }
    *place = found.place;
    return found.in_order || found.by_two >= LEAST_BY_TWO ? found.jump : 0;
}
