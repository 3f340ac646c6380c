/* page_marks.c: the line that a program writes above or below each page when it puts pages into one text: '=== Page 3 ===',
 * '<PAGE 3>', '# Page 3', 'scan_page_003.png'. In the copy that is made a form feed stands for it.
 *
 * Looks at the first lines and the last, and further only where one of them is such a mark. May not read facts. */
#include "source/characters.h"
#include "source/copies.h"

#include <string.h>

enum { TRIED_LINES = 5, LONGEST_MARK = 80, LEAST_MARKS = 2, LEAST_SIGNS = 3, MOST_MISSING = 3, MOST_DIGITS = 4 };

/* A line with a page's number in it. */
typedef struct page_mark {
    ofs_str before, behind;
    uint32_t number;
    int has_word, has_signs;
} page_mark;

static uint32_t read_number(ofs_str s, uint32_t at, uint32_t *number)
{
    uint32_t digits;
    *number = ofs_leading_number((ofs_str){s.p + at, s.n - at}, MOST_DIGITS + 1, &digits);
    return digits <= MOST_DIGITS ? digits : 0;
}

/* 'page' or the like ends at `end`. */
static int has_word_before(ofs_str line, uint32_t end)
{
    static const char *const words[] = {"page", "slide", "sheet", "pg", "p"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        uint32_t n = (uint32_t)strlen(words[k]), start = end - n;
        if (n <= end && ofs_phrase_at(ofs_slice(line.p + start, line.p + end), words[k]) == n &&
            (!start || !ofs_is_letter(line.p[start - 1])))
            return 1;
    }
    return 0;
}

/* Where the number stands behind such a word, over what a program puts between: 'PAGE_3', "'page': 3"; or the first
 * number. line.n: there is none. */
static uint32_t find_number(ofs_str line, int *has_word)
{
    uint32_t first = line.n;
    for (uint32_t i = 1; i < line.n; i++) {
        if (!ofs_is_digit(line.p[i]) || ofs_is_digit(line.p[i - 1]))
            continue;
        uint32_t end = i;
        while (end && i - end < 3 && line.p[end - 1] && strchr(" _-=.:#'\"", line.p[end - 1]))
            end--;
        if ((*has_word = has_word_before(line, end)) != 0)
            return i;
        first = first < line.n ? first : i;
    }
    return first;
}

static int read_mark(ofs_str line, page_mark *mark)
{
    uint32_t signs = 0, digits;
    *mark = (page_mark){0};
    if (!line.n || line.n > LONGEST_MARK || ofs_is_digit(*line.p))
        return 0;
    uint32_t at = find_number(line, &mark->has_word);
    if (at == line.n || *line.p == '{' ||
        ofs_phrase_at(line, "<!--")) /* Markdown's own marks are known to its reader */
        return 0;
    if (!mark->has_word && ofs_has_letter(line))
        return 0;
    for (uint32_t i = 0; i < line.n; i++)
        signs += line.p[i] && strchr("-=*#<>[]{}~+", line.p[i]) != NULL;
    mark->has_signs = signs >= LEAST_SIGNS || (mark->has_word && strchr("<[#*", *line.p) != NULL); /* none is printed */
    if ((!mark->has_word && !mark->has_signs) || !(digits = read_number(line, at, &mark->number)))
        return 0;
    mark->before = (ofs_str){line.p, at};
    mark->behind = (ofs_str){line.p + at + digits, line.n - at - digits};
    return 1;
}

/* The number of a line that differs from the mark in nothing else, or 0. */
static uint32_t number_like(ofs_str line, const page_mark *mark)
{
    uint32_t at = mark->before.n, number, digits;
    if (line.n <= at || line.n > LONGEST_MARK || memcmp(line.p, mark->before.p, at) != 0)
        return 0;
    digits = read_number(line, at, &number);
    at += digits;
    int is_like = digits && line.n - at == mark->behind.n && !memcmp(line.p + at, mark->behind.p, mark->behind.n);
    return is_like ? number : 0;
}

/* The mark above the first page, at the top; one that has nothing but words a report may print above its first words. */
static int find_top(ofs_str text, page_mark *mark)
{
    const char *p = text.p, *end = p + text.n;
    for (uint32_t tried = 0; tried < TRIED_LINES && p < end;) {
        ofs_str line = ofs_trim(ofs_take_line(&p, end));
        if (line.n && read_mark(line, mark) && mark->number <= 1 && (!tried || mark->has_signs))
            return 1;
        tried += line.n > 0;
    }
    return 0;
}

/* The mark below the last page, which ends the text: with signs, for pages end with a number that is printed. */
static int find_bottom(ofs_str text, page_mark *mark)
{
    ofs_str words = ofs_trim(text);
    uint32_t n = 0;
    while (n < words.n && n <= LONGEST_MARK && words.p[words.n - n - 1] != '\n')
        n++;
    ofs_str line = ofs_trim((ofs_str){words.p + words.n - n, n});
    return read_mark(line, mark) && mark->has_word && mark->has_signs && mark->number >= LEAST_MARKS;
}

/* Whether the line is the next mark; *last is the number of the one before. */
static int is_next(ofs_str line, const page_mark *mark, uint32_t *last)
{
    if (line.n <= mark->before.n || *line.p != *mark->before.p)
        return 0;
    uint32_t number = number_like(line, mark);
    if (number <= *last || number > *last + 1 + MOST_MISSING)
        return 0;
    *last = number;
    return 1;
}

static uint32_t count_marks(ofs_str text, const page_mark *mark, uint32_t last)
{
    const char *p = text.p, *end = p + text.n;
    uint32_t count = 0;
    while (p < end)
        count += is_next(ofs_trim(ofs_take_line(&p, end)), mark, &last);
    return count;
}

/* 'text: |', '  content: >-': the key that YAML writes above lines of words. */
static int is_key_of_lines(ofs_str line)
{
    uint32_t n = 0;
    while (n < line.n && (ofs_is_letter(line.p[n]) || line.p[n] == '_'))
        n++;
    ofs_str sign = {line.p + n, line.n - n};
    return n && sign.n >= 3 && sign.n <= 4 && sign.p[0] == ':' && sign.p[1] == ' ' && strchr("|>", sign.p[2]) &&
           (sign.n == 3 || strchr("-+", sign.p[3]));
}

/* Past the mark's line, the empty ones below it and a key. */
static const char *behind_mark(const char *p, const char *end)
{
    for (int keys = 0; p < end;) {
        const char *start = p;
        ofs_str line = ofs_trim(ofs_take_line(&p, end));
        if (line.n && (keys++ || !is_key_of_lines(line)))
            return start;
    }
    return end;
}

/* What stands above the first mark belongs to its page. */
static void copy_with_page_ends(ofs_source *source, const page_mark *mark, int is_top)
{
    ofs_copying copy = ofs_begin_copy(source);
    int has_page_ends = ofs_find_byte(copy.p, copy.end, '\f') < copy.end, begun = !is_top;
    for (uint32_t last = is_top ? mark->number : 0; copy.p < copy.end;) {
        const char *stop = ofs_find_byte(copy.p, copy.end, '\n');
        ofs_str line = ofs_trim(ofs_slice(copy.p, stop)), ends = {"\f\f\f\f", 0};
        uint32_t before = last;
        int is_first = !begun && line.p == mark->before.p;
        if (!is_first && !(begun && is_next(line, mark, &last))) {
            ofs_copy(&copy, (uint32_t)(stop - copy.p) + (stop < copy.end));
            continue;
        }
        begun = 1;
        ends.n = has_page_ends ? 0 : last - before; /* of pages without words, too */
        ofs_copy_as(&copy, (uint32_t)(behind_mark(stop + (stop < copy.end), copy.end) - copy.p), ends);
    }
    ofs_end_copy(&copy);
}

void ofs_read_page_marks(ofs_source *source)
{
    page_mark mark;
    int is_top = find_top(source->text, &mark);
    if (!is_top && !find_bottom(source->text, &mark))
        return;
    if (count_marks(source->text, &mark, is_top ? mark.number : 0) + (uint32_t)is_top >= LEAST_MARKS)
        copy_with_page_ends(source, &mark, is_top);
}
