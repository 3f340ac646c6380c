/* letter_bullets.c: bullets that came out as something else: the letters of a symbol font (Wingdings) that they are typed
 * with ('l improve …', 'l ensure …'), or what a program took them for that read the words from a picture ('m@ Improve …',
 * '™@ Ensure …').
 *
 * Only what no word is, with a space after it, and only where several lines begin with it, so that no word is ever cut. */
#include "infer/infer.h"

#include <string.h>

enum { LEAST_ITEMS = 3, LEAST_MISREAD = 2, LETTERS = 256, MOST_SIGNS = 3, SHORTEST_ITEM = 8 /* bytes */ };

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

/* What OCR takes squares and discs for. '©' begins an imprint, too, and the letters may be a word's. */
typedef enum misread { NO_BULLET, MAY_BE_BULLET, IS_BULLET } misread;

static misread misread_sign(uint32_t c)
{
    if (c == '@' || c == 0x2122 || c == 0xA2 || c == 0xAB)
        return IS_BULLET;
    return c == 'm' || c == 'e' || c == '=' || c == '"' || c == 0xA9 || c == 0xAE ? MAY_BE_BULLET : NO_BULLET;
}

/* 'm@ Improve', '™ Improve', 'e Improve': of one to three such signs, and in *length their bytes with the spaces after
 * them. */
static misread misread_bullet(ofs_str text, uint32_t *length)
{
    const char *end = text.p + text.n, *p = text.p;
    misread surest = NO_BULLET;
    for (int i = 0; p < end && *p != ' '; i++) {
        uint32_t c;
        p += ofs_utf8_next(p, end, &c);
        misread found = misread_sign(c);
        if (!found || i == MOST_SIGNS)
            return NO_BULLET;
        surest = found > surest ? found : surest;
    }
    while (p < end && *p == ' ')
        p++;
    *length = (uint32_t)(p - text.p);
    ofs_str rest = ofs_slice(p, end);
    if (!rest.n) /* a bullet on a line of its own */
        return surest == IS_BULLET ? surest : NO_BULLET;
    return rest.n >= SHORTEST_ITEM && ofs_is_letter(*p) && !ofs_phrase_at(rest, "crown copyright") ? surest : NO_BULLET;
}

/* By its kind and, of nearly every line, its second byte. */
static inline int may_begin_item(const ofs_source *source, const ofs_line *line)
{
    ofs_str text = ofs_line_text(source, line);
    char second = text.n > 1 ? text.p[1] : ' ';
    if (second > '@' || (second > ' ' && second < '@' && second != '"'))
        return 0;
    if ((unsigned char)*text.p >= 0xE2 && second != '\x84') /* a bullet; '™' is none */
        return 0;
    return line->kind == OFS_LINE_UNKNOWN || (line->kind == OFS_LINE_ITEM && (line->flags & OFS_LINE_LABELLED));
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
    uint32_t counts[LETTERS] = {0}, most = 0, length, found[IS_BULLET + 1] = {0};
    const ofs_line *end = source->lines + source->line_count;
    for (const ofs_line *line = source->lines; line < end; line++) {
        if (!may_begin_item(source, line))
            continue;
        ofs_str text = ofs_line_text(source, line);
        uint32_t letter = letter_bullet(text, &length);
        if (letter && ++counts[letter] > most)
            most = counts[letter];
        found[misread_bullet(text, &length)]++;
    }
    uint32_t all = found[MAY_BE_BULLET] + found[IS_BULLET];
    int is_misread = all >= (found[IS_BULLET] ? LEAST_MISREAD : LEAST_ITEMS);
    for (uint32_t i = 0; i < source->line_count && (most >= LEAST_ITEMS || is_misread); i++) {
        if (!may_begin_item(source, &source->lines[i]))
            continue;
        ofs_str text = ofs_line_text(source, &source->lines[i]);
        uint32_t letter = letter_bullet(text, &length);
        if (letter ? counts[letter] >= LEAST_ITEMS : is_misread && misread_bullet(text, &length))
            take_bullet(source, i, length);
    }
    source->misread_bullets = is_misread ? all : 0;
}
