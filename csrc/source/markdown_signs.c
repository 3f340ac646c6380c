/* markdown_signs.c: the signs by which a line of Markdown is told, and whether a text has enough of them.
 *
 * May not make lines. Plain text has a '#', '*' or '|' here and there, too: one kind of sign alone must be frequent. */
#include "source/markdown.h"

#include <string.h>

enum {
    LOOKED_AT = 32 * 1024, /* bytes: a report's first pages */
    ENOUGH = 6,            /* of the weights below, of one kind or of several */
    ENOUGH_OF_TWO = 4,     /* … where two kinds of signs are there */
    HIGHEST_LEVEL = 6,
    LEAST_RULE = 3,
    LONGEST_STRONG = 300
};

char ofs_rule_of(ofs_str line)
{
    uint32_t signs = 0;
    if (!line.n || !strchr("-*_=", *line.p))
        return 0;
    for (uint32_t i = 0; i < line.n; i++) {
        if (line.p[i] != ' ' && line.p[i] != '\t' && line.p[i] != *line.p)
            return 0;
        signs += line.p[i] == *line.p;
    }
    return (char)(signs >= LEAST_RULE ? *line.p : 0);
}

int ofs_is_table_rule(ofs_str line)
{
    int pipes = 0, dashes = 0;
    for (uint32_t i = 0; i < line.n; i++) {
        char c = line.p[i];
        if (c != '|' && c != '-' && c != ':' && c != ' ' && c != '\t')
            return 0;
        pipes |= c == '|';
        dashes |= c == '-';
    }
    return pipes && dashes;
}

/* '+----+:===+' */
int ofs_is_grid_rule(ofs_str line)
{
    uint32_t dashes = 0;
    if (line.n < 2 * LEAST_RULE || line.p[0] != '+' || line.p[line.n - 1] != '+')
        return 0;
    for (uint32_t i = 0; i < line.n; i++) {
        if (!strchr("+-=:", line.p[i]) || !line.p[i])
            return 0;
        dashes += line.p[i] == '-' || line.p[i] == '=';
    }
    return dashes >= LEAST_RULE;
}

uint32_t ofs_hashes(ofs_str line)
{
    uint32_t n = 0;
    while (n < line.n && n < HIGHEST_LEVEL && line.p[n] == '#')
        n++;
    return n && n < line.n && (line.p[n] == ' ' || line.p[n] == '\t') ? n : 0;
}

int ofs_is_fence(ofs_str line)
{
    return line.n >= 3 && (!memcmp(line.p, "```", 3) || !memcmp(line.p, "~~~", 3)) &&
           !memchr(line.p + 3, ' ', line.n - 3);
}

/* '**words**' or '__words__' from p on, on one line; its end, or NULL. */
static const char *strong_end(const char *p, const char *end)
{
    if (end - p < 5 || p[2] == ' ' || p[2] == *p || p[2] == '\n')
        return NULL;
    const char *limit = ofs_within(p, end, LONGEST_STRONG);
    for (const char *q = p + 3; q + 1 < limit && *q != '\n'; q++)
        if (q[0] == *p && q[1] == *p && q[-1] != ' ')
            return q + 2;
    return NULL;
}

typedef struct signs {
    uint32_t headings, tables, strongs, others; /* weights */
} signs;

static int are_enough(const signs *found)
{
    uint32_t all = found->headings + found->tables + found->strongs + found->others;
    int kinds = !!found->headings + !!found->tables + !!found->strongs + !!found->others;
    return all >= ENOUGH || (kinds > 1 && all >= ENOUGH_OF_TWO);
}

/* The marks within lines. */
static void find_strongs(const char *p, const char *end, char mark, signs *found)
{
    while (found->strongs < ENOUGH && (p = ofs_find_byte(p, end, mark)) < end) {
        const char *after = end - p > 1 && p[1] == mark ? strong_end(p, end) : NULL;
        found->strongs += after != NULL;
        for (p = after ? after : p + 1; p < end && *p == mark; p++)
            ;
    }
}

/* '## Main findings', as no plain text has it, weighs more than '# 3'. */
static uint32_t weight_of_hashes(ofs_str line)
{
    uint32_t n = ofs_hashes(line);
    return !n ? 0 : n > 1 && n + 1 < line.n && ofs_is_upper(line.p[n + 1]) ? 3 : 2;
}

/* What a line begins with. */
static void look_at_line(ofs_str line, signs *found)
{
    if (*line.p == '#')
        found->headings += weight_of_hashes(line);
    else if (*line.p == '|' || *line.p == ':' || *line.p == '-')
        found->tables += ofs_is_table_rule(line) ? 3 : 0;
    else if (*line.p == '+')
        found->tables += ofs_is_grid_rule(line) ? 3 : 0;
    else if (*line.p == '`' || *line.p == '~')
        found->others += ofs_is_fence(line) ? 2 : 0;
    else if (*line.p == '<')
        found->others += ofs_phrase_at(line, "<table") ? 2 : line.n > 4 && !memcmp(line.p, "<!--", 4);
}

/* The lines that have a sign somewhere: of plain text hardly one. */
static void find_lines(const char *p, const char *end, char sign, signs *found)
{
    const char *first = p;
    while (!are_enough(found) && (p = ofs_find_byte(p, end, sign)) < end) {
        const char *start = p, *stop = ofs_find_byte(p, end, '\n');
        while (start > first && start[-1] != '\n')
            start--;
        ofs_str line = ofs_trim(ofs_slice(start + (*start == '>'), stop));
        int begins = line.n && (*line.p == sign || (sign == '|' && (*line.p == ':' || *line.p == '-')));
        if (begins)
            look_at_line(line, found);
        p = stop;
    }
}

const char *ofs_picture_end(const char *p, const char *end)
{
    static const char opening[] = "](data:";
    const size_t n = sizeof opening - 1;
    if ((size_t)(end - p) < n || memcmp(p, opening, n) != 0)
        return NULL;
    for (p += n; p < end && (ofs_is_letter(*p) || ofs_is_digit(*p) || (*p && strchr("+/=;,.-%\\\r\n ", *p)));)
        p++;
    return p < end && *p == ')' ? p + 1 : NULL;
}

/* A picture, of any size, is none of the first pages' words. */
static const char *looked_at_end(ofs_str text)
{
    const char *all = text.p + text.n, *end = ofs_within(text.p, all, LOOKED_AT);
    if (end == all)
        return end;
    for (const char *p = text.p, *after; (p = ofs_find_byte(p, end, ']')) < end; p++)
        if ((after = ofs_picture_end(p, all)) != NULL) {
            end = all - end > after - p ? end + (after - p) : all;
            p = after - 1;
        }
    return end;
}

int ofs_is_markdown(ofs_str text, uint8_t may_be)
{
    static const char begin[] = {'#', '+', '`', '~', '<'};
    signs found = {0, 0, 0, 0};
    const char *end = looked_at_end(text);
    if (may_be & OFS_MAY_BE_ROW)
        find_lines(text.p, end, '|', &found);
    for (size_t i = 0; may_be & OFS_MAY_BE_OTHER && i < sizeof begin; i++)
        find_lines(text.p, end, begin[i], &found);
    find_strongs(text.p, end, '*', &found);
    find_strongs(text.p, end, '_', &found);
    return are_enough(&found);
}
