/* page_order.c: whether the numbers printed at the feet of the pages rise one by one: a page may have been left out, or put
 * elsewhere. May not look at anything else of a page. */
#include "readers/checks.h"

#include <string.h>

enum {
    LAST_LINES = 3, /* of a page, in which its number stands */
    LONGEST_FOOT = 160, /* bytes */
    MOST_DIGITS = 3,
    LEAST_BY_TWO = 3,
    MOST_BEHIND = 20 /* pages that were left out before the last one */
};

/* The number that ends the text, which becomes what stands before it; 0: none does. */
static uint32_t take_number(ofs_str *text)
{
    uint32_t n = text->n, number = 0, unit = 1;
    for (; n && ofs_is_digit(text->p[n - 1]) && text->n - n < MOST_DIGITS; unit *= 10)
        number += (uint32_t)(text->p[--n] - '0') * unit;
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

/* The one that is due, if a line ends in it, and else the last. */
static uint32_t number_of_page(ofs_str page, uint32_t due)
{
    uint32_t last = 0;
    for (int i = 0; i < LAST_LINES && last != due; i++) {
        page = ofs_trim(page);
        uint32_t start = page.n;
        while (start && page.p[start - 1] != '\n')
            start--;
        uint32_t number = page.n - start <= LONGEST_FOOT ? number_of((ofs_str){page.p + start, page.n - start}) : 0;
        if (!last || number == due)
            last = number;
        page.n = start;
    }
    return last;
}

uint32_t ofs_find_page_jump(const ofs_source *source, ofs_place *place)
{
    ofs_str text = source->text;
    uint32_t before = 0, in_order = 0, by_two = 0, jump = 0;
    for (uint32_t start = 0, end, page = 1; page <= source->pages && start < text.n; start = end + 1, page++) {
        end = ofs_page_end(text, start);
        ofs_str whole = ofs_trim((ofs_str){text.p + start, end - start}); /* the last line end may be the core's own */
        uint32_t number = number_of_page(whole, before + 1);
        if (number > source->pages + MOST_BEHIND)
            number = 0; /* of a house in a street */
        if (number && before) {
            in_order += number == before + 1 || number + 1 == before;
            by_two += number == before + 2; /* every second page was left out */
            if (number != before + 1 && number != 1 && !jump) { /* at 1 another part begins */
                jump = number;
                *place = (ofs_place){page, {(uint32_t)(whole.p - text.p), (uint32_t)(whole.p - text.p) + whole.n}};
            }
        }
        before = number;
    }
    return in_order || by_two >= LEAST_BY_TWO ? jump : 0;
}
