/* tag_tables.c: tables that a data file, or a text, holds as HTML beside a report's words, as rows of cells with tabs
 * between them. May not decide what a row means. */
#include "source/cells.h"
#include "source/characters.h"
#include "source/copies.h"

#include <string.h>

enum { LONGEST_TAG = 512 };

static int is_tag(const char *p, const char *end, const char *name)
{
    p += end - p > 1 && p[1] == '/' ? 2 : 1;
    for (; *name; name++, p++)
        if (p >= end || (*p | 0x20) != *name)
            return 0;
    return p < end && !ofs_is_letter(*p);
}

static ofs_str instead_of_tag(const char *p, const char *end)
{
    static const char *const breaks[] = {"tr", "table"}, *const tabs[] = {"td", "th"}, *const gaps[] = {"br", "p"};
    for (int i = 0; i < 2; i++) {
        if (is_tag(p, end, breaks[i]))
            return OFS_LIT("\n");
        if (is_tag(p, end, tabs[i]) && p[1] == '/')
            return OFS_LIT("\t");
        if (is_tag(p, end, gaps[i]))
            return OFS_LIT(" ");
    }
    return OFS_LIT("");
}

/* A line that goes on within a cell, and what an entity there stands for. */
static void copy_sign(ofs_copying *copy)
{
    char sign[4];
    uint32_t length, bytes = *copy->p == '\n' ? 0 : ofs_entity_at(copy->p, copy->end, sign, &length);
    if (bytes)
        ofs_copy_as(copy, bytes, (ofs_str){sign, length});
    else if (*copy->p == '\n')
        ofs_copy_as(copy, 1, OFS_LIT(" "));
    else
        ofs_copy(copy, 1);
}

static void copy_tag(ofs_copying *copy, int *is_open)
{
    const char *p = copy->p, *end = ofs_within(p, copy->end, LONGEST_TAG);
    const char *stop = ofs_find_byte(p, end, '>');
    if (is_tag(p, end, "table"))
        *is_open = p[1] != '/';
    else if (!*is_open)
        stop = p;
    if (stop == end || stop == p) {
        ofs_copy(copy, 1); /* a sign, and no tag */
        return;
    }
    ofs_copy_as(copy, (uint32_t)(stop + 1 - p), instead_of_tag(p, end));
}

static int has_table(ofs_str text)
{
    const char *end = text.p + text.n, *p = ofs_find_byte(text.p, end, '<');
    while (p < end && !is_tag(p, end, "table"))
        p = ofs_find_byte(p + 1, end, '<');
    return p < end;
}

int ofs_read_tag_tables(ofs_source *source)
{
    int is_open = 0;
    if (!has_table(source->text))
        return 0;
    ofs_copying copy = ofs_begin_copy(source);
    while (copy.p < copy.end) {
        const char *p = copy.p;
        while (p < copy.end && *p != '<' && !(is_open && (*p == '&' || *p == '\n')))
            p++;
        ofs_copy(&copy, (uint32_t)(p - copy.p));
        if (p == copy.end)
            break;
        if (*p == '<')
            copy_tag(&copy, &is_open);
        else
            copy_sign(&copy);
    }
    ofs_end_copy(&copy);
    return 1;
}
