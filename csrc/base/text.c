/* text.c: slices of UTF-8 text: comparing, trimming, joining. May not know what a report is. */
#include "base/text.h"

#include <string.h>

uint32_t ofs_utf8_next(const char *p, const char *end, uint32_t *c)
{
    unsigned char lead = (unsigned char)*p;
    if (lead < 0x80) {
        *c = lead;
        return 1;
    }
    uint32_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || (size_t)(end - p) < length) {
        *c = 0xFFFD;
        return 1;
    }
    uint32_t value = lead & (0x7Fu >> length);
    for (uint32_t i = 1; i < length; i++) {
        unsigned char byte = (unsigned char)p[i];
        if ((byte & 0xC0) != 0x80) {
            *c = 0xFFFD;
            return 1;
        }
        value = value << 6 | (byte & 0x3F);
    }
    *c = value;
    return length;
}

int ofs_is_space(uint32_t c)
{
    if (c <= 0x20)
        return c == ' ' || (c >= 9 && c <= 13);
    return c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x3000 || c == 0xFEFF;
}

int ofs_is_bullet(uint32_t c)
{
    /* the most common first */
    static const uint16_t bullets[] = {
        0xF06E, 0x25FC, 0xF02D, '-',    0x25A0, 0xF0A7, 0x2013, 0x2022, 0xF0B7, '*',    0xB7,   0x2010, 0x2011, 0x2012,
        0x2014, 0x2023, 0x2043, 0x204C, 0x204D, 0x2212, 0x2219, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25BA, 0x25C6, 0x25CB,
        0x25CF, 0x25E6, 0x25FE, 0x2605, 0x2756, 0x27A2, 0xF06C, 0xF06F, 0xF071, 0xF076, 0xF078, 0xF0A8, 0xF0D8, 0xF0FC};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (bullets[i] == c)
            return 1;
    return 0;
}

int ofs_is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x2212 || c == 0x23AF || c == 0x2500 ||
           c == 0x2501 || c == 0x2E3A || c == 0x2E3B || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D || c == 0xF02D;
}

uint32_t ofs_utf8_encode(uint32_t c, char out[OFS_MAX_ENCODED])
{
    uint32_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (uint32_t i = n - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(first[n] | c);
    return n;
}

static int is_swapped(uint32_t c)
{
    return !(c & 0xFF) && c >= 0x6100 && c <= 0x7A00;
}

const char *ofs_swapped_letters(uint32_t before, uint32_t c, uint32_t after)
{
    static const char letters[] = "a\0b\0c\0d\0e\0f\0g\0h\0i\0j\0k\0l\0m\0n\0o\0p\0q\0r\0s\0t\0u\0v\0w\0x\0y\0z";
    if (before == 0x6600 && (c == 0xCF00 || c == 0xD200))
        return c == 0xCF00 ? "fi" : "fl";
    if (!is_swapped(c) ||
        !(ofs_is_letter((int)before) || is_swapped(before) || ofs_is_letter((int)after) || is_swapped(after)))
        return NULL;
    return letters + 2 * ((c >> 8) - 'a');
}

int ofs_is_sign(uint32_t c)
{
    static const uint32_t ranges[][2] = {
        {0x80, 0x84},     {0x86, 0x9F},     {0xA4, 0xA4},     {0xA6, 0xA6},       {0xAC, 0xAC},       {0xAF, 0xAF},
        {0xB7, 0xB7},     {0xBB, 0xBB},     {0xD7, 0xD7},     {0x2BC, 0x2DF},     {0x2022, 0x2025},   {0x2027, 0x2027},
        {0x203A, 0x203B}, {0x204C, 0x204E}, {0x2052, 0x2053}, {0x207B, 0x207B},   {0x208B, 0x208B},   {0x2190, 0x245F},
        {0x2500, 0x2BFF}, {0x3012, 0x3013}, {0x301C, 0x301C}, {0x3030, 0x3030},   {0x30FB, 0x30FC},   {0xE000, 0xF8FF},
        {0xFE31, 0xFE32}, {0xFF5E, 0xFF65}, {0xFFFC, 0xFFFD}, {0x1F300, 0x1FAFF}, {0xF0000, 0x10FFFF}};
    if (c < 0x80)
        return c == '-' || c == '~' || c == '*' || c == '+' || c == '=' || c == '>' || c == '_';
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return 1;
    return ofs_is_dash(c);
}

uint32_t ofs_raised_digit(uint32_t c)
{
    if (c == 0xB9)
        return 1;
    if (c == 0xB2 || c == 0xB3)
        return c - 0xB0;
    return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? c - 0x2070 : 10;
}

int ofs_has_digit(ofs_str s)
{
    uint32_t i = 0;
    while (i < s.n && !ofs_is_digit(s.p[i]))
        i++;
    return i < s.n;
}

uint32_t ofs_ending_number(ofs_str s, uint32_t most, uint32_t *digits)
{
    uint32_t number = 0, n = 0;
    for (uint32_t unit = 1; n < most && n < s.n && ofs_is_digit(s.p[s.n - n - 1]); unit *= 10)
        number += (uint32_t)(s.p[s.n - ++n] - '0') * unit;
    *digits = n;
    return number;
}

uint32_t ofs_leading_number(ofs_str s, uint32_t most, uint32_t *digits)
{
    uint32_t number = 0, n = 0;
    while (n < most && n < s.n && ofs_is_digit(s.p[n]))
        number = number * 10 + (uint32_t)(s.p[n++] - '0');
    *digits = n;
    return number;
}

ofs_str ofs_slice(const char *start, const char *end)
{
    return (ofs_str){start, (uint32_t)(end - start)};
}

/* The start of the character before p. */
const char *ofs_utf8_back(const char *start, const char *p)
{
    p--;
    while (p > start && ((unsigned char)*p & 0xC0) == 0x80)
        p--;
    return p;
}

ofs_str ofs_trim_spaces(ofs_str s)
{
    const char *p = s.p, *end = s.p + s.n;
    uint32_t c;
    while (p < end && *p == ' ') /* nearly always all that is to do */
        p++;
    while (end > p && end[-1] == ' ')
        end--;
    while (p < end && !ofs_is_visible(*p)) {
        uint32_t n = ofs_utf8_next(p, end, &c);
        if (!ofs_is_space(c))
            break;
        p += n;
    }
    while (end > p && !ofs_is_visible(end[-1])) {
        const char *last = ofs_utf8_back(p, end);
        ofs_utf8_next(last, end, &c);
        if (!ofs_is_space(c))
            break;
        end = last;
    }
    return ofs_slice(p, end);
}

static int is_hyphen(uint32_t c)
{
    return c == '-' || c == 0xAD || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* The bytes of the last character, if it is one of the marks, among which '-' stands for every dash; else 0. */
static uint32_t mark_at_end(ofs_str s, const char *marks)
{
    uint32_t c;
    const char *end = s.p + s.n;
    if (ofs_is_visible(end[-1]))
        return !ofs_is_letter(end[-1]) && strchr(marks, end[-1]);
    const char *last = ofs_utf8_back(s.p, end);
    ofs_utf8_next(last, end, &c);
    return is_hyphen(c) && strchr(marks, '-') ? (uint32_t)(end - last) : 0;
}

ofs_str ofs_trim_marks(ofs_str s, const char *marks)
{
    s = ofs_trim(s);
    for (uint32_t n; s.n && (n = mark_at_end(s, marks)) != 0;)
        s = ofs_trim((ofs_str){s.p, s.n - n});
    return s;
}

int ofs_equal(ofs_str a, ofs_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int ofs_has_letter(ofs_str s)
{
    uint32_t i = 0;
    while (i < s.n && !ofs_is_letter(s.p[i]))
        i++;
    return i < s.n;
}

int ofs_is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}

/* Of a character beyond ASCII: what a phrase writes for it. */
static int same_letter(uint32_t c, char wanted)
{
    if (wanted == '\'')
        return ofs_is_apostrophe(c);
    if (wanted == '-')
        return is_hyphen(c);
    return 0;
}

/* Nothing follows but closing marks and a footnote's mark: the phrase was all of it. */
static int at_end(ofs_str rest)
{
    uint32_t digits = 0, c, n;
    rest = ofs_trim_end(rest, ".:;,?*");
    for (uint32_t i = 0; i < rest.n; i += n, digits++) {
        n = ofs_utf8_next(rest.p + i, rest.p + rest.n, &c);
        if (!ofs_is_digit(rest.p[i]) && ofs_raised_digit(c) > 9)
            return 0;
    }
    return digits <= 2;
}

static const char *skip_spaces(const char *p, const char *end)
{
    uint32_t c, n;
    while (p < end && !ofs_is_visible(*p) && (n = ofs_utf8_next(p, end, &c)) && ofs_is_space(c))
        p += n;
    return p;
}

static inline const char *after_spaces(const char *p, const char *end)
{
    p += p < end && *p == ' '; /* nearly always all that is to do */
    return p == end || ofs_is_visible(*p) ? p : skip_spaces(p, end);
}

/* The bytes of the figure or sign at p that a phrase writes as `wanted`, or 0. */
static uint32_t sign_at(const char *p, const char *end, char wanted)
{
    uint32_t c, n = p < end ? ofs_utf8_next(p, end, &c) : 0;
    return n && (*p == wanted || (c >= 0x80 && same_letter(c, wanted))) ? n : 0;
}

/* `is_whole`: a $ asks for the end. */
static inline uint32_t match(ofs_str s, const char *phrase, int is_whole)
{
    const char *p = s.p, *end = s.p + s.n;
    for (;; phrase++) {
        while (*phrase >= 'a') {
            if (p == end || (*p | 0x20) != *phrase)
                return 0;
            p++;
            phrase++;
        }
        char wanted = *phrase;
        if (!wanted)
            break;
        if (wanted == ' ') {
            p = after_spaces(p, end);
        } else if (wanted == '*') {
            break;
        } else if (wanted == '$') {
            return !is_whole || at_end(ofs_slice(p, end)) ? (uint32_t)(p - s.p) : 0;
        } else {
            uint32_t n = sign_at(p, end, wanted);
            if (!n && (wanted != '\'' || p == s.p || p == end || phrase[1] < 'a' || (*p | 0x20) != phrase[1]))
                return 0; /* an apostrophe may have been lost: 'authoritys' */
            p += n;
        }
    }
    return (uint32_t)(p - s.p);
}

uint32_t ofs_match_phrase(ofs_str s, const char *phrase)
{
    return match(s, phrase, 1);
}

uint32_t ofs_match_words(ofs_str s, const char *phrase)
{
    return match(s, phrase, 0);
}

const char *ofs_find_byte(const char *p, const char *end, char c)
{
    const char *found = p < end ? memchr(p, c, (size_t)(end - p)) : NULL;
    return found ? found : end;
}

static inline uint64_t word_at(const char *p)
{
    uint64_t word;
    memcpy(&word, p, sizeof word);
    return word;
}

static uint32_t first_beyond_ascii(const char *p)
{
    uint8_t tops[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        tops[i] = OFS_MARK_IF((signed char)p[i] < 0);
    return ofs_first_in_run(tops);
}

const char *ofs_ascii_end(const char *p, const char *end)
{
    char rest[OFS_RUN];
    for (; p < end; p += OFS_RUN) {
        uint32_t i = first_beyond_ascii(ofs_run_at(p, end, rest));
        if (i < OFS_RUN)
            return p + i;
    }
    return end;
}

/* One of eight bytes is below 0x0E, or stands after one that is. */
static int has_low_byte(const char *p)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t word = word_at(p);
    return ((word - ones * 0x0E) & ~word & ones << 7) != 0;
}

const char *ofs_find_line_end(const char *p, const char *end)
{
    for (;;) {
        while (end - p >= 8 && !has_low_byte(p))
            p += 8;
        const char *stop = ofs_within(p, end, 8);
        for (; p < stop; p++)
            if (*p >= '\n' && *p <= '\r')
                return p;
        if (p >= end)
            return end;
    }
}

/* Where the two letters stand one behind the other among these bytes and the next one, as bits. */
static uint32_t pairs_in(const char *p, char first, char second)
{
    uint8_t pairs[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        pairs[i] = OFS_MARK_IF(((p[i] | 0x20) == first) & ((p[i + 1] | 0x20) == second));
    return ofs_bits_of_run(pairs);
}

/* The first place from p on where they do, in either case, or end. */
static const char *find_pair(const char *p, const char *end, char first, char second)
{
    const char *start = p;
    for (; end - p > OFS_RUN; p += OFS_RUN) {
        uint32_t bits = pairs_in(p, first, second);
        if (bits)
            return p + ofs_lowest_bit(bits);
    }
    if (p > start && end - p > 1) { /* the last run begins among bytes that were looked at */
        uint32_t seen = OFS_RUN + 1 - (uint32_t)(end - p), bits = pairs_in(p - seen, first, second) >> seen;
        return bits ? p + ofs_lowest_bit(bits) : end;
    }
    char all[OFS_RUN + 1] = {0};
    uint32_t bits = p < end ? pairs_in(memcpy(all, p, (size_t)(end - p)), first, second) : 0;
    return bits ? p + ofs_lowest_bit(bits) : end;
}

static int64_t find_word(ofs_str s, const char *phrase, uint32_t *length)
{
    const char *end = s.p + s.n;
    for (const char *p = s.p; (p = find_pair(p, end, phrase[0], phrase[1])) < end; p++) {
        uint32_t n = ofs_match_phrase(ofs_slice(p, end), phrase);
        if (n) {
            *length = n;
            return p - s.p;
        }
    }
    return -1;
}

/* The first plain space of the white space that ends at p, or p. */
static const char *first_space_before(const char *start, const char *p)
{
    const char *first = p;
    uint32_t c;
    while (p > start) {
        const char *last = ofs_utf8_back(start, p);
        ofs_utf8_next(last, p, &c);
        if (!ofs_is_space(c))
            break;
        p = last;
        first = c == ' ' ? p : first;
    }
    return first;
}

/* The same of a phrase that begins with a space, given without it: its words are rarer than spaces. */
static int64_t find_behind_space(ofs_str s, const char *words, uint32_t *length)
{
    uint32_t from = 0, n;
    for (int64_t at; (at = find_word((ofs_str){s.p + from, s.n - from}, words, &n)) >= 0; from++) {
        from += (uint32_t)at;
        const char *word = s.p + from, *space = first_space_before(s.p, word);
        if (space < word) {
            *length = (uint32_t)(word - space) + n;
            return space - s.p;
        }
    }
    return -1;
}

int64_t ofs_phrase_find(ofs_str s, const char *phrase, uint32_t *length)
{
    if (!s.n)
        return -1;
    if (phrase[0] >= 'a' && phrase[1] >= 'a')
        return find_word(s, phrase, length);
    if (phrase[0] == ' ' && phrase[1] >= 'a' && phrase[2] >= 'a')
        return find_behind_space(s, phrase + 1, length);
    char lower = *phrase, upper = ofs_is_lower(lower) ? (char)(lower - 32) : lower;
    const char *end = s.p + s.n;
    int many = lower == '\'' || lower == '-'; /* match in several forms: every place is tried */
    const char *small = many ? s.p : ofs_find_byte(s.p, end, lower),
               *large = many || upper == lower ? end : ofs_find_byte(s.p, end, upper);
    while (small < end || large < end) {
        const char *p = small < large ? small : large;
        uint32_t n = ofs_phrase_at(ofs_slice(p, end), phrase);
        if (n) {
            *length = n;
            return p - s.p;
        }
        if (p == small)
            small = many ? p + 1 : ofs_find_byte(p + 1, end, lower);
        if (p == large)
            large = ofs_find_byte(p + 1, end, upper);
    }
    return -1;
}

int ofs_match_whole(ofs_str s, const char *phrase)
{
    s = ofs_trim_end(s, ".:;,?");
    uint32_t n = s.p ? ofs_phrase_at(s, phrase) : 0;
    return n && n == s.n;
}

/* The first of the phrases that a text with this first letter may begin with, or the list's end. */
static inline const char *const *next_beginning(char first, const char *const *phrases)
{
    while (*phrases && !ofs_may_begin(first, *phrases))
        phrases++;
    return phrases;
}

uint32_t ofs_begins_with(ofs_str s, const char *const *phrases)
{
    if (!s.n)
        return 0;
    uint32_t n = 0;
    char first = (char)(*s.p | 0x20);
    for (phrases = next_beginning(first, phrases); *phrases && !n; phrases = next_beginning(first, phrases + 1))
        n = ofs_may_match(s, *phrases) ? ofs_match_phrase(s, *phrases) : 0;
    return n;
}

/* The bit of the letter that the phrase has behind three letters and a space: all bits where that is not certain, none where
 * no space stands there. */
static uint32_t behind_three(const char *phrase)
{
    for (uint32_t n = 0; n < 3; phrase++) {
        if (*phrase < 'a' && *phrase != ' ')
            return UINT32_MAX;
        n += *phrase >= 'a';
    }
    if (*phrase >= 'a')
        return 0;
    return *phrase == ' ' && phrase[1] >= 'a' ? 1u << (phrase[1] & 31) : UINT32_MAX;
}

void ofs_add_beginning(ofs_beginnings *known, const char *phrase)
{
    if (*phrase < 'a') { /* a sign, which has other forms */
        memset(known, 0xFF, sizeof *known);
    } else if (phrase[1] < 'a') {
        known->second[*phrase & 31] = UINT32_MAX;
        memset(known->third, 0xFF, sizeof known->third);
    } else {
        known->second[*phrase & 31] |= 1u << (phrase[1] & 31);
        known->third[phrase[1] & 31] |= phrase[2] < 'a' ? UINT32_MAX : 1u << (phrase[2] & 31);
    }
    if (phrase[1] < 'a' || phrase[2] < 'a' || phrase[3] < 'a') /* most begin with a longer word */
        known->behind_three |= behind_three(phrase);
}

void ofs_add_beginnings(ofs_beginnings *known, const char *const *phrases)
{
    for (; *phrases; phrases++)
        ofs_add_beginning(known, *phrases);
}

int ofs_is_one_of(ofs_str s, const char *const *phrases)
{
    while (s.n && *phrases && !ofs_is_phrase(s, *phrases))
        phrases++;
    return s.n && *phrases;
}

int64_t ofs_find_one_of(ofs_str s, const char *const *phrases, uint32_t *length)
{
    int64_t at = -1;
    for (; *phrases && at < 0; phrases++)
        at = ofs_phrase_find(s, *phrases, length);
    return at;
}

uint32_t ofs_match_number(ofs_str s, uint32_t *length)
{
    uint32_t i, number = ofs_leading_number(s, 4, &i);
    if (!i || i > 3 || !number || i >= s.n || (s.p[i] != '.' && s.p[i] != ')'))
        return 0;
    i++;
    if (i < s.n && (ofs_is_digit(s.p[i]) || ofs_is_lower(s.p[i])))
        return 0; /* 2.1, 3.5%, 6.pm */
    const char *end = s.p + s.n, *p = after_spaces(s.p + i, end);
    while (p < end && *p == '.') /* '46. .' is printed, too */
        p = after_spaces(p + 1, end);
    *length = (uint32_t)(p - s.p);
    return number;
}

/* '–in schools', '–61 live elsewhere': a dash as a bullet whose space was lost; not '–5%'. */
static int words_follow(const char *p, const char *end)
{
    const char *start = p;
    while (p < end && ofs_is_digit(*p))
        p++;
    return p < end && (p == start ? ofs_is_letter(*p) : *p == ' ');
}

/* What extractors make of a glyph without a meaning: a control character, U+FFFD, pdfminer's '(cid:131)'. */
static int is_glyph(uint32_t c)
{
    return (c >= 0x80 && c < 0xA0 && c != 0x85) || c == 0xFFFD || c == '(';
}

/* A bullet only where a space or nothing follows. */
static uint32_t glyph_label(ofs_str s)
{
    uint32_t c, n = ofs_utf8_next(s.p, s.p + s.n, &c);
    if (c == '(') {
        n = ofs_phrase_at(s, "(cid:");
        while (n && n < s.n && ofs_is_digit(s.p[n]))
            n++;
        n = n && n < s.n && s.p[n] == ')' ? n + 1 : 0;
    }
    uint32_t spaces = 0;
    while (n && n + spaces < s.n && s.p[n + spaces] == ' ')
        spaces++;
    return n && (spaces || n == s.n) ? n + spaces : 0;
}

uint32_t ofs_page_number(ofs_str text)
{
    enum { LONGEST = 32 /* bytes */, MOST_DIGITS = 6, FIRST_YEAR = 1990, LAST_YEAR = 2099 };
    if (text.n >= LONGEST)
        return 0;
    while (text.n && strchr("-=[ ", *text.p)) /* '--- Page 7 ---' */
        text = (ofs_str){text.p + 1, text.n - 1};
    uint32_t digits = 0, number = 0;
    int ended = 0; /* of '7 of 12' it is the 7 */
    for (uint32_t i = ofs_phrase_at(text, "page "); i < text.n; i++) {
        if (ofs_is_digit(text.p[i])) {
            digits++;
            if (!ended)
                number = number * 10 + (uint32_t)(text.p[i] - '0');
        } else if (!strchr(" |-/of=]", text.p[i])) {
            return 0;
        }
        ended |= number && !ofs_is_digit(text.p[i]);
    }
    int is_year = number >= FIRST_YEAR && number <= LAST_YEAR; /* the end of a date */
    return digits <= MOST_DIGITS && !is_year ? number : 0;
}

ofs_str ofs_without_number(ofs_str s)
{
    uint32_t i = 0;
    while (i < s.n && (ofs_is_digit(s.p[i]) || s.p[i] == '.' || s.p[i] == ' '))
        i++;
    return ofs_trim((ofs_str){s.p + i, s.n - i});
}

/* 'the', 'a': not a single other letter. */
static int begins_word(ofs_str s)
{
    return s.n > 1 && ofs_is_lower(*s.p) && (ofs_is_lower(s.p[1]) || (*s.p == 'a' && s.p[1] == ' '));
}

uint32_t ofs_match_bullet(ofs_str s)
{
    char first = *s.p; /* a figure, mostly */
    if (first >= '0' && first <= 'z' && first != 'o')
        return 0;
    uint32_t c;
    const char *end = s.p + s.n, *p = s.p + ofs_utf8_next(s.p, end, &c);
    if (c < 0x80 && c != 'o' && c != '-' && c != '*' && c != '+' && c != '~' && !is_glyph(c))
        return 0;
    if (is_glyph(c))
        return glyph_label(s);
    int is_known = ofs_is_bullet(c), is_long = c >= 0x2012;
    int letter_o = c == 'o'; /* Courier's hollow bullet comes out as the letter */
    if (!letter_o && !is_known && !ofs_is_sign(c))
        return 0;
    int dash = c == '*' || ofs_is_dash(c);
    const char *after = p;
    p = after_spaces(p, end);
    if (p == end && is_known && ofs_is_dash(c))
        return (uint32_t)(p - s.p); /* its words stand below */
    if ((dash || letter_o || !is_known) && !((dash || !is_known) && is_long && words_follow(after, end)) &&
        (p == after || p == end))
        return 0; /* '-5%' is no item */
    if (letter_o && p < end && !ofs_is_upper(*p) && (p - after) < 2 && !begins_word((ofs_str){p, (uint32_t)(end - p)}))
        return 0; /* 'o f the': a word that an extractor tore */
    return (uint32_t)(p - s.p);
}

int ofs_hangs(ofs_str next)
{
    static const char *const words[] = {"and ", "or ", "to ", "as well "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (next.n > strlen(words[i]) && memcmp(next.p, words[i], strlen(words[i])) == 0)
            return 1;
    return 0;
}

static void reserve(ofs_joiner *joiner, uint32_t more)
{
    if (joiner->count + more <= joiner->capacity)
        return;
    uint32_t capacity = (joiner->count + more) * (joiner->capacity ? 2 : 4); /* two lines of several, mostly */
    char *bytes = ofs_arena_bytes(joiner->arena, capacity);
    if (joiner->count)
        memcpy(bytes, joiner->bytes, joiner->count);
    joiner->bytes = bytes;
    joiner->capacity = capacity;
}

/* What stands between two pieces: nothing after a hyphen that a line end follows, else a space. */
static void bridge(ofs_joiner *joiner, ofs_str next)
{
    if (!joiner->count)
        return;
    char *end = joiner->bytes + joiner->count;
    if (joiner->count >= 2 && (unsigned char)end[-2] == 0xC2 && (unsigned char)end[-1] == 0xAD) {
        joiner->count -= 2; /* a soft hyphen shows only at a line end: the word goes on */
        return;
    }
    if (joiner->count >= 2 && end[-1] == '-' && end[-2] != ' ' && !ofs_hangs(next))
        return;
    if (end[-1] != ' ')
        joiner->bytes[joiner->count++] = ' ';
}

/* 1: white space or the first byte of a character that may be; every other byte is copied as it is. */
/* clang-format off */
static const uint8_t SPECIAL[256] = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0xC2] = 1, [0xE2] = 1, [0xE3] = 1, [0xEF] = 1};
/* clang-format on */

/* No space may be written at `out`: one stands there, or nothing does yet (soft hyphens that were left out). */
static int is_spaced(const char *first, const char *out)
{
    return out == first || out[-1] == ' ';
}

/* Writes the character at p, or what stands for it, at *out, the text so far beginning at `first`; its bytes. */
static uint32_t write_next(const char *first, char **out, const char *p, const char *end)
{
    uint32_t c = (unsigned char)*p, n = 1;
    if (!SPECIAL[c]) {
        *(*out)++ = *p;
        return 1;
    }
    n = ofs_utf8_next(p, end, &c);
    if (ofs_is_space(c)) {
        if (c != 0x200B && c != 0xFEFF && !is_spaced(first, *out))
            *(*out)++ = ' ';
    } else if (c != 0xAD || p + n == end) { /* a soft hyphen within a line is not shown */
        memcpy(*out, p, n);
        *out += n;
    }
    return n;
}

/* Eight bytes of plain ASCII without two spaces in a row. *before, of the byte before them, and then of the last of
 * them: its top bit is 0 for a space. */
static int is_clean_word(uint64_t word, uint64_t *before)
{
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
    uint64_t controls = word - ones * ' ', letters = (word ^ ones * ' ') + ~tops; /* by the top bit, of ASCII */
    int is_clean = !((word | controls | ~(letters | letters << 8 | *before)) & tops);
    *before = letters >> 56;
    return is_clean;
}

/* A second space in a row; `first` is where the text begins. */
static int is_second_space(const char *first, const char *p)
{
    return *p == ' ' && p > first && p[-1] == ' ';
}

/* Plain ASCII without two spaces in a row, counting the byte before p, which is no control character: then no other two
 * have a space's bits together. */
static inline int is_ascii_run(const char *p)
{
    uint8_t unclean[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        unclean[i] = OFS_MARK_IF(((signed char)p[i] < ' ') | ((char)(p[i] | p[i - 1]) == ' '));
    return !ofs_any_in_run(unclean);
}

/* The same with quotation marks and dashes, which are E2, 80 and 9x: the run may begin and end within one. */
static int has_clean_signs(const char *p)
{
    uint8_t unclean[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++) {
        uint8_t c = (uint8_t)p[i], before = (uint8_t)p[i - 1];
        int is_of_sign = (c == 0xE2) | ((c == 0x80) & (before == 0xE2)) | ((c & 0xF0) == 0x90);
        unclean[i] = OFS_MARK_IF((((signed char)c < ' ') & !is_of_sign) | ((char)(c | before) == ' '));
    }
    return !ofs_any_in_run(unclean);
}

static inline int is_clean_run(const char *p)
{
    return is_ascii_run(p) || has_clean_signs(p);
}

/* Where the character begins that p stands in, but not before `first`. */
static const char *character_start(const char *first, const char *p, const char *end)
{
    return p < end ? ofs_utf8_back(first, p + 1) : p;
}

const char *ofs_clean_end(const char *first, const char *p, const char *end)
{
    const char *from = p;
    if (p == first && end - p > OFS_RUN && ofs_is_visible(*p))
        p++;
    while (p > first && end - p >= OFS_RUN && is_clean_run(p))
        p += OFS_RUN;
    if (p < end && end - p < OFS_RUN && end - first > OFS_RUN && is_clean_run(end - OFS_RUN))
        return end; /* the last run begins among bytes that were looked at */
    p = character_start(from, p, end);
    uint64_t word, before = p > first && p[-1] == ' ' ? 0 : 0x80;
    for (; end - p >= 8; p += 8)
        if (!is_clean_word(word_at(p), &before))
            return p;
    uint64_t ninth = end - first > 8 && end[-9] == ' ' ? 0 : 0x80;
    if (p < end && end - first > 8 && is_clean_word(word_at(end - 8), &ninth))
        return end; /* the same of the last word */
    memset(&word, 'a', 8);
    memcpy(&word, p, (size_t)(end - p));
    return p < end && is_clean_word(word, &before) ? end : p;
}

/* Nothing in s would be written otherwise than it is: no white space but single spaces, no soft hyphen. */
static int is_clean(ofs_str s)
{
    const char *p = s.p, *end = s.p + s.n;
    while ((p = ofs_clean_end(s.p, p, end)) < end)
        for (const char *stop = ofs_within(p, end, 8); p < stop;) {
            uint32_t c, n = ofs_utf8_next(p, end, &c);
            if (c == 0xAD || (ofs_is_space(c) && (c != ' ' || is_second_space(s.p, p))))
                return 0;
            p += n;
        }
    return 1;
}

/* Copies what is clean of a text that begins with no space, and returns its end. Most lines are, wholly: they are copied
 * as they are looked at. */
static const char *copy_clean(char *out, const char *p, const char *end)
{
    const char *first = p;
    if (end - p > OFS_RUN && ofs_is_visible(*p)) {
        *out++ = *p++;
        for (; end - p >= OFS_RUN && is_clean_run(p); p += OFS_RUN, out += OFS_RUN)
            memcpy(out, p, OFS_RUN);
        if (end - p < OFS_RUN && is_clean_run(end - OFS_RUN)) {
            memcpy(out + (end - p) - OFS_RUN, end - OFS_RUN, OFS_RUN);
            return end;
        }
    }
    const char *start = character_start(first, p, end), *clean = ofs_clean_end(first, start, end);
    memcpy(out - (p - start), start, (size_t)(clean - start));
    return clean;
}

/* A first piece that is clean is not copied: capacity 0 says that the bytes are not the joiner's. */
void ofs_join(ofs_joiner *joiner, ofs_str piece)
{
    piece = ofs_trim(piece);
    if (!piece.n)
        return;
    if (!joiner->count && is_clean(piece)) {
        *joiner = (ofs_joiner){joiner->arena, (char *)piece.p, piece.n, 0};
        return;
    }
    reserve(joiner, piece.n + 1);
    bridge(joiner, piece);
    char *out = joiner->bytes + joiner->count;
    const char *p = piece.p, *end = piece.p + piece.n;
    while (p < end) {
        const char *clean = *p == ' ' ? p : copy_clean(out, p, end), *stop = ofs_within(clean, end, 8);
        out += clean - p;
        p = clean;
        while (p < stop)
            p += write_next(joiner->bytes, &out, p, end);
    }
    joiner->count = (uint32_t)(out - joiner->bytes);
}

ofs_str ofs_joined(const ofs_joiner *joiner)
{
    return joiner->count ? (ofs_str){joiner->bytes, joiner->count} : OFS_NO_STR;
}

void ofs_join_on(ofs_arena *arena, ofs_joiner *joiner, ofs_str *text, ofs_str piece)
{
    if (!joiner->count || joiner->bytes != text->p || joiner->count != text->n) {
        *joiner = (ofs_joiner){arena, NULL, 0, 0};
        ofs_join(joiner, *text);
    }
    ofs_join(joiner, piece);
    *text = ofs_joined(joiner);
}

ofs_str ofs_clean(ofs_arena *arena, ofs_str s)
{
    s = ofs_trim(s);
    if (!s.n || is_clean(s))
        return s;
    ofs_joiner joiner = {arena, NULL, 0, 0};
    ofs_join(&joiner, s);
    return ofs_joined(&joiner);
}

ofs_str ofs_concat(ofs_arena *arena, ofs_str a, ofs_str b)
{
    char *bytes = ofs_arena_bytes(arena, (size_t)a.n + b.n);
    if (a.n)
        memcpy(bytes, a.p, a.n);
    if (b.n)
        memcpy(bytes + a.n, b.p, b.n);
    return (ofs_str){bytes, a.n + b.n};
}

ofs_str ofs_concat_words(ofs_arena *arena, ofs_str a, ofs_str b)
{
    char *bytes = ofs_arena_bytes(arena, (size_t)a.n + 1 + b.n);
    if (a.n)
        memcpy(bytes, a.p, a.n);
    bytes[a.n] = ' ';
    if (b.n)
        memcpy(bytes + a.n + 1, b.p, b.n);
    return (ofs_str){bytes, a.n + 1 + b.n};
}

ofs_str ofs_str_of(const char *literal)
{
    return literal ? (ofs_str){literal, (uint32_t)strlen(literal)} : OFS_NO_STR;
}

ofs_str ofs_decimal(ofs_arena *arena, uint32_t number)
{
    char digits[10];
    uint32_t n = 0;
    do {
        digits[n++] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    char *bytes = ofs_arena_bytes(arena, n);
    for (uint32_t i = 0; i < n; i++)
        bytes[i] = digits[n - 1 - i];
    return (ofs_str){bytes, n};
}
