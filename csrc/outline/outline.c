/* outline.c: looking a row of an outline up, by its printed label or its key. */
#include "outline/outline.h"

#include <string.h>

enum { LABEL_SLACK = 16 }; /* bytes */

/* The text, which begins with the label's first letter, is the label. Labels begin alike: their last letters tell most of
 * them apart, and their lengths. Spaces may be missing, an apostrophe may be three bytes; but most are printed as they are
 * written here. */
static int is_label(ofs_str text, const char *label)
{
    size_t length = strlen(label);
    char last = label[length - 1], before = label[length - 2]; /* letters, mostly */
    if ((last >= 'a' && last != (text.p[text.n - 1] | 0x20)) ||
        (before >= 'a' && before != (text.p[text.n - 2] | 0x20)))
        return 0;
    if (text.n == length && memcmp(text.p + 1, label + 1, length - 1) == 0)
        return 1;
    return text.n <= length + LABEL_SLACK && text.n + LABEL_SLACK >= length && ofs_phrase_at(text, label) == text.n;
}

const ofs_row *ofs_row_from(const ofs_row *rows, ofs_row_kind least, ofs_str text)
{
    text = ofs_trim_end(text, OFS_LABEL_ENDS);
    char first = text.n > 1 ? (char)(*text.p | 0x20) : '\0';
    for (; text.n > 1 && rows && rows->key; rows++)
        if (*rows->label == first && rows->kind >= least && is_label(text, rows->label))
            return rows;
    return NULL;
}

const ofs_row *ofs_row_of(const ofs_row *rows, ofs_str text)
{
    return ofs_row_from(rows, OFS_ROW_PLAIN, text);
}

const ofs_row *ofs_row_in(const ofs_row *scope, ofs_str text)
{
    text = ofs_trim_end(text, OFS_LABEL_ENDS);
    for (const ofs_row *row = scope + 1; row->key && row->kind != OFS_ROW_SCOPE; row++)
        if (text.n && ofs_phrase_at(text, row->label) == text.n)
            return row;
    return NULL;
}

const ofs_row *ofs_row_begun(const ofs_row *rows, ofs_str text, uint32_t *length)
{
    const ofs_row *best = NULL;
    char first = text.n ? (char)(*text.p | 0x20) : '\0';
    *length = 0;
    for (; rows && rows->key; rows++) {
        uint32_t n = *rows->label == first ? ofs_phrase_at(text, rows->label) : 0; /* labels begin with a letter */
        if (n > *length) {
            best = rows;
            *length = n;
        }
    }
    return best;
}

const ofs_row *ofs_row_keyed(const ofs_row *rows, const char *key)
{
    while (rows->key && strcmp(rows->key, key) != 0)
        rows++;
    return rows->key ? rows : NULL;
}

ofs_str ofs_row_name(ofs_arena *arena, const ofs_row *row)
{
    ofs_str label = ofs_str_of(row->label);
    char *first = ofs_arena_bytes(arena, 1);
    *first = (char)(*label.p & ~0x20);
    return ofs_concat(arena, (ofs_str){first, 1}, (ofs_str){label.p + 1, label.n - 1});
}
