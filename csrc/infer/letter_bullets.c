/* letter_bullets.c: bullets of a symbol font (Wingdings) that an extractor gave as the letters that they are typed with:
 * 'l improve …', 'l ensure …'.
 *
 * Only a single letter with a space after it that no word is, and only where several lines begin with the same one, so
 * that no word is ever cut. */
#include "infer/infer.h"

#include <string.h>

enum { LEAST_ITEMS = 3, LETTERS = 256 };

/* The letter that the line begins with, and in *length its bytes with the spaces after it: a letter or nothing follows
 * them. 0: there is none. 's' is left out, which stands alone where an apostrophe was lost. */
static uint32_t letter_bullet(ofs_str text, uint32_t *length)
{
    static const uint8_t latin[] = {0xA7, 0xA8, 0xD8, 0xDE, 0xFB, 0xFC, 0xFE};
    uint32_t c, i = ofs_utf8_next(text.p, text.p + text.n, &c);
    if (i < text.n && text.p[i] != ' ')
        return 0;
    if (!ofs_is_any_of(c, "lnpquvwxz") && (c >> 8 || !memchr(latin, (int)c, sizeof latin)))
        return 0;
    while (i < text.n && text.p[i] == ' ')
        i++;
    *length = i;
    return i == text.n || ofs_is_letter(text.p[i]) ? c : 0;
}

/* By its kind and, of nearly every line, its second byte. */
static inline int may_begin_item(const ofs_source *source, const ofs_line *line)
{
    ofs_str text = ofs_line_text(source, line);
    if (text.n > 1 && ofs_is_visible(text.p[1]))
        return 0;
    int is_single = text.n == 1 || (text.n > 1 && (text.p[1] == ' ' || ((unsigned char)text.p[0] & 0xFE) == 0xC2));
    return is_single &&
           (line->kind == OFS_LINE_UNKNOWN || (line->kind == OFS_LINE_ITEM && (line->flags & OFS_LINE_LABELLED)));
}

static uint32_t bullet_of(const ofs_source *source, const ofs_line *line, uint32_t *length)
{
    return may_begin_item(source, line) ? letter_bullet(ofs_line_text(source, line), length) : 0;
}

/* The line's text begins after its bullet. A bullet on a line of its own leaves its mark on the next line. */
static void take_bullet(ofs_source *source, uint32_t i, uint32_t length)
{
    ofs_line *line = &source->lines[i];
    line->start += length;
    if (line->start < line->end) {
        line->flags |= OFS_LINE_BEGINS;
        return;
    }
    line->start -= length;
    if (i + 1 == source->line_count || line[1].kind != OFS_LINE_UNKNOWN || line[1].page != line->page)
        return;
    line->kind = OFS_LINE_ARTIFACT;
    line[1].flags |= OFS_LINE_BEGINS;
}

void ofs_infer_letter_bullets(ofs_source *source)
{
    uint32_t counts[LETTERS] = {0}, most = 0, length;
    for (uint32_t i = 0; i < source->line_count; i++) {
        if (!may_begin_item(source, &source->lines[i]))
            continue;
        uint32_t letter = letter_bullet(ofs_line_text(source, &source->lines[i]), &length);
        if (letter && ++counts[letter] > most)
            most = counts[letter];
    }
    for (uint32_t i = 0; i < source->line_count && most >= LEAST_ITEMS; i++) {
        uint32_t letter = bullet_of(source, &source->lines[i], &length);
        if (letter && counts[letter] >= LEAST_ITEMS)
            take_bullet(source, i, length);
    }
}
