/* garbled.c: text whose letters are not those that the page shows, because a font of a PDF says wrongly, or not at all,
 * what its glyphs mean: letters shifted, signs of private use, U+FFFD.
 *
 * Told by how common each letter is in English: real text scores 65, and 58 on the oddest of pages; text with other
 * letters in their places scores 45 at most. May not mend anything. */
#include "base/text.h"
#include "source/lines.h"

enum {
    LEAST_LETTERS = 60, /* to judge the words of one weight on a page */
    MANY_LETTERS = 150, /* … more strictly */
    LEAST_ON_LINE = 30, /* to judge a line alone, … */
    LONG_LINE = 40, /* … and to be sure of it */
    LEAST_ON_LINES = 100, /* … if the page has so many on such lines */
    LEAST_IN_DOCUMENT = 400,
    WORST_SCORE = 45,
    ODD_SCORE = 48,
    LOW_SCORE = 53,
    LEAST_IN_ROW = 3, /* signs of no meaning, one after the other: not a bullet */
    LEAST_LOST = 6,
    MOST_BYTES = 4096 /* of a line that are looked at: no sum gets too large */
};

/* Counts are packed, so that a byte costs one addition: how common its letter is (of 1000), letters, bytes that may begin
 * a sign of no meaning. */
#define LETTER(common) ((uint64_t)1 << 20 | (common))
#define SIGN ((uint64_t)1 << 42)

static const uint64_t LETTERS[32] = {
    0,          LETTER(82), LETTER(15), LETTER(28), LETTER(43), LETTER(127), LETTER(22), LETTER(20),
    LETTER(61), LETTER(70), LETTER(2),  LETTER(8),  LETTER(40), LETTER(24),  LETTER(67), LETTER(75),
    LETTER(19), LETTER(1),  LETTER(60), LETTER(63), LETTER(91), LETTER(28),  LETTER(10), LETTER(24),
    LETTER(2),  LETTER(20), LETTER(1),  0,          0,          0,           0,          0};

typedef struct tally {
    uint64_t letters, score, lost;
} tally;

/* U+FFFD, or of private use. */
static int is_lost(uint32_t c)
{
    return c == 0xFFFD || (c >= 0xE000 && c < 0xF900);
}

static uint32_t count_lost(ofs_str text)
{
    uint32_t found = 0, row = 0, c;
    for (uint32_t i = 0; i < text.n;) {
        i += ofs_utf8_next(text.p + i, text.p + text.n, &c);
        row = is_lost(c) ? row + 1 : 0;
        found += row == LEAST_IN_ROW ? row : row > LEAST_IN_ROW;
    }
    return found;
}

static tally count(ofs_str text)
{
    uint64_t packed = 0;
    text.n = text.n < MOST_BYTES ? text.n : MOST_BYTES;
    for (uint32_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        packed += c >= 0xEE ? SIGN : (c & 0xC0) == 0x40 ? LETTERS[c & 0x1F] : 0;
    }
    return (tally){packed >> 20 & 0x3FFFFF, packed & 0xFFFFF, packed >> 42 >= LEAST_IN_ROW ? count_lost(text) : 0};
}

static void add(tally *sum, tally more)
{
    sum->letters += more.letters;
    sum->score += more.score;
    sum->lost += more.lost;
}

static int is_below(tally of, uint32_t least_letters, uint32_t score)
{
    return of.letters >= least_letters && of.score < score * of.letters;
}

/* The lines of one page, from `first` on; *end gets the line after them. */
static int is_page_garbled(const ofs_source *source, uint32_t first, uint32_t *end, tally *document)
{
    tally weights[2] = {{0, 0, 0}, {0, 0, 0}}, odd = {0, 0, 0};
    uint32_t i = first, page = ofs_sheet_of(source, source->lines[first].page);
    int is_worst = 0;
    for (; i < source->line_count && ofs_sheet_of(source, source->lines[i].page) == page; i++) {
        tally line = count(ofs_line_text(source, &source->lines[i]));
        add(&weights[(source->lines[i].flags & OFS_LINE_BOLD) != 0], line);
        if (is_below(line, LEAST_ON_LINE, ODD_SCORE))
            add(&odd, line);
        is_worst |= is_below(line, LONG_LINE, WORST_SCORE);
    }
    *end = i;
    add(document, weights[0]);
    add(document, weights[1]);
    int is_garbled = is_worst || odd.letters >= LEAST_ON_LINES || weights[0].lost + weights[1].lost >= LEAST_LOST;
    for (int k = 0; k < 2; k++)
        is_garbled |= is_below(weights[k], LEAST_LETTERS, ODD_SCORE) || is_below(weights[k], MANY_LETTERS, LOW_SCORE);
    return is_garbled;
}

int ofs_find_garbled(ofs_source *source)
{
    tally all = {0, 0, 0};
    for (uint32_t i = 0, end; i < source->line_count; i = end)
        if (is_page_garbled(source, i, &end, &all) && !source->garbled_pages++)
            source->first_garbled = ofs_sheet_of(source, source->lines[i].page);
    return is_below(all, LEAST_IN_DOCUMENT, LOW_SCORE) || (all.lost >= LEAST_IN_DOCUMENT && all.lost > all.letters);
}

/* What a letter is written as; where its own glyph's number stands for it (29 less), also '\\', ']' and the like. */
static int may_be_letter(char c)
{
    return ((unsigned char)c & 0xC0) == 0x40;
}

const ofs_line *ofs_find_glyph_number(const ofs_source *source)
{
    const char *start = source->text.p, *end = start + source->text.n, *p = start;
    while ((p = ofs_find_byte(p, end, '\xB6')) < end &&
           !(p - start > 1 && p[-1] == '\xC2' && may_be_letter(p[-2]) && end - p > 1 && ofs_is_letter(p[1])))
        p++;
    for (uint32_t i = 0; p < end && i < source->line_count; i++)
        if (source->lines[i].start <= (uint32_t)(p - start) && (uint32_t)(p - start) < source->lines[i].end)
            return &source->lines[i];
    return NULL;
}
