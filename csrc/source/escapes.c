/* escapes.c: what stands for a character in markup and in source code: '&rsquo;', '&#8217;', '\n', '\u2019'.
 *
 * May not decide where these stand for one; its callers know what they read. */
#include "source/characters.h"

#include <string.h>

enum { LONGEST_NUMBER = 7, LARGEST = 0x10FFFF };

static uint32_t digit_of(char c, uint32_t base)
{
    static const char digits[] = "0123456789abcdef";
    const char *digit = c ? strchr(digits, ofs_is_digit(c) ? c : c | 0x20) : NULL;
    return digit && digit < digits + base ? (uint32_t)(digit - digits) : base;
}

/* The digits at p, `most` of them at the most: how many, and what they say. */
static uint32_t number_at(const char *p, const char *end, uint32_t most, uint32_t base, uint32_t *value)
{
    uint32_t n = 0, digit;
    *value = 0;
    for (; p + n < end && n < most && (digit = digit_of(p[n], base)) < base; n++)
        *value = *value * base + digit;
    return n;
}

/* The character's bytes; a half of a pair, or a number that is none, is U+FFFD, and nothing a space. */
static uint32_t encode(uint32_t c, char sign[4])
{
    c = c >> 11 == 0xD800 >> 11 || c > LARGEST ? 0xFFFD : c ? c : ' ';
    return ofs_utf8_encode(c, sign);
}

/* '&#8217;', '&#x2019;' */
static uint32_t numbered_entity(const char *p, const char *end, char sign[4], uint32_t *length)
{
    if (end - p < 4 || p[1] != '#')
        return 0;
    uint32_t base = (p[2] | 0x20) == 'x' ? 16 : 10, first = base == 16 ? 3 : 2, c;
    uint32_t n = number_at(p + first, end, LONGEST_NUMBER, base, &c);
    if (!n || p + first + n == end || p[first + n] != ';')
        return 0;
    *length = encode(c, sign);
    return first + n + 1;
}

uint32_t ofs_entity_at(const char *p, const char *end, char sign[4], uint32_t *length)
{
    static const struct {
        const char *name;
        uint32_t c;
    } entities[] = {
        {"&amp;", '&'},      {"&lt;", '<'},       {"&gt;", '>'},       {"&quot;", '"'},     {"&apos;", '\''},
        {"&nbsp;", ' '},     {"&rsquo;", 0x2019}, {"&lsquo;", 0x2018}, {"&ldquo;", 0x201C}, {"&rdquo;", 0x201D},
        {"&ndash;", 0x2013}, {"&mdash;", 0x2014}, {"&bull;", 0x2022},  {"&middot;", 0xB7},  {"&hellip;", 0x2026},
        {"&shy;", 0},        {"&copy;", 0xA9},    {"&pound;", 0xA3},   {"&ensp;", ' '},     {"&emsp;", ' '},
    };
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        size_t n = strlen(entities[i].name);
        if ((size_t)(end - p) >= n && !memcmp(p, entities[i].name, n)) {
            *length = entities[i].c ? encode(entities[i].c, sign) : 0;
            return (uint32_t)n;
        }
    }
    return numbered_entity(p, end, sign, length);
}

/* '\u2019', of which two may make one character; '\xa0' */
static uint32_t numbered_escape(const char *p, const char *end, char sign[4], uint32_t *length)
{
    uint32_t digits = p[1] == 'u' ? 4 : 2, bytes = digits + 2, c, low;
    if ((p[1] != 'u' && p[1] != 'x') || number_at(p + 2, end, digits, 16, &c) != digits)
        return 0;
    if (c >> 10 == 0xD800 >> 10 && end - p >= 12 && p[6] == '\\' && p[7] == 'u' &&
        number_at(p + 8, end, 4, 16, &low) == 4 && low >> 10 == 0xDC00 >> 10) {
        c = 0x10000 + ((c & 0x3FF) << 10) + (low & 0x3FF);
        bytes = 12;
    }
    *length = encode(c, sign);
    return bytes;
}

uint32_t ofs_escape_at(const char *p, const char *end, char sign[4], uint32_t *length)
{
    static const char signs[] = "nrtfb\"'/\\", meant[] = "\n\r\t\f \"'/\\";
    if (end - p < 2 || !p[1])
        return 0;
    const char *known = strchr(signs, p[1]);
    if (!known)
        return numbered_escape(p, end, sign, length);
    *sign = meant[known - signs];
    *length = 1;
    return 2;
}
