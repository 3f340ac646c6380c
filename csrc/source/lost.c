/* lost.c: characters that an extractor did not know: '?', U+FFFD or a box stands where they were, or nothing.
 *
 * Restores a bullet, a dash or an apostrophe, and only where it can have been nothing else; counts the others. May not
 * guess letters. */
#include "source/characters.h"

#include <string.h>

enum {
    NO_FI = 8000,
    NO_FF = 16000,
    NEITHER = 5000
}; /* bytes; in hundreds of reports they stand three times as near, and apostrophes nearer */

static int is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static int ends_line(char c)
{
    return c == '\n' || c == '\r' || c == '\f';
}

/* Nothing but spaces before p on its line. */
static int begins_line(const char *start, const char *p)
{
    while (p > start && is_blank(p[-1]))
        p--;
    return p == start || ends_line(p[-1]);
}

static int is_word(char c)
{
    return ofs_is_letter(c) || ofs_is_digit(c);
}

/* '9' as in 'children9s': what Ghostscript 10 makes of an apostrophe where it copies a font. */
static int is_apostrophe(ofs_str text, const char *p)
{
    const char *end = text.p + text.n;
    return p - text.p >= 2 && ofs_is_letter(p[-2]) && ofs_is_letter(p[-1]) && end - p > 1 &&
           (p[1] == 's' || p[1] == 'S') && (end - p == 2 || !is_word(p[2]));
}

ofs_lost_sign ofs_lost_sign_at(ofs_str text, const char *p, uint32_t bytes, uint32_t c)
{
    const char *end = text.p + text.n, *next = p + bytes;
    char before = (char)(p > text.p ? p[-1] : '\n'), after = (char)(next < end ? *next : '\n');
    if (c == '9')
        return (ofs_lost_sign){is_apostrophe(text, p) ? "'" : NULL, 0};
    int is_plain = c == '?';
    int is_short = bytes < 3; /* so is a byte that is no UTF-8, which reads as U+FFFD: no room for a longer sign */
    if (c == 0x25A1 && !ofs_is_letter(before)) /* else a bullet of the document's own */
        return (ofs_lost_sign){NULL, 0};
    if (is_blank(before) || ends_line(before)) {
        if (is_blank(after) || ends_line(after)) {
            int is_bullet = begins_line(text.p, p);
            if (ends_line(after) && !is_bullet)
                return (ofs_lost_sign){NULL, !is_plain};
            return (ofs_lost_sign){is_short ? (is_bullet ? "*" : "-") : is_bullet ? "\xE2\x80\xA2" : "\xE2\x80\x93", 0};
        }
        return (ofs_lost_sign){NULL, is_plain ? ofs_is_letter(after) : 1};
    }
    if (ofs_is_digit(before) && ofs_is_digit(after))
        return (ofs_lost_sign){is_short ? "-" : "\xE2\x80\x93", 0};
    return (ofs_lost_sign){NULL, is_plain ? ofs_is_letter(before) && ofs_is_letter(after)
                                          : is_word(before) || is_word(after)};
}

/* Whether `second` follows an 'f' somewhere. */
static int has_pair(ofs_str text, char second)
{
    const char *end = text.p + text.n;
    for (const char *p = text.p; (p = ofs_find_byte(p, end, 'f')) < end; p++)
        if (end - p > 1 && p[1] == second)
            return 1;
    return 0;
}

/* By them names, headings and where a sentence begins are told. */
static int has_capital(ofs_str text)
{
    uint32_t i = 0;
    while (i < text.n && !ofs_is_upper(text.p[i]))
        i++;
    return i < text.n;
}

const char *ofs_lacking(ofs_str text)
{
    if (text.n < NEITHER)
        return NULL;
    if (!has_capital(text))
        return "capital letter";
    int has_fi = has_pair(text, 'i'), has_ff = has_pair(text, 'f');
    if ((!has_fi && !has_ff) || (!has_fi && text.n >= NO_FI) || (!has_ff && text.n >= NO_FF))
        return "'fi' or no 'ff'";
    const char *end = text.p + text.n;
    int has_apostrophe = ofs_find_byte(text.p, end, '\xE2') < end || ofs_find_byte(text.p, end, '\'') < end;
    return has_apostrophe ? NULL : "apostrophe or dash";
}
