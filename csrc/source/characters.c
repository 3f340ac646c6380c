/* characters.c: plain text as its reader would see it: ligatures as letters, nothing that has no width inside words,
 * columns of plain spaces, signs that were decoded as Windows-1252, letters once that fake bold prints twice, lines
 * without a quotation's marks or numbers, and without what a mail says above its quotation.
 *
 * A text that has none of this is only looked through. Of any other a copy is made, never longer than the input, with a
 * list of what was left out, by which spans go back to the input. */
#include "source/lines.h"
#include "base/text.h"

#include <string.h>

enum { BOLD_WITHIN = 4096, LEAST_PAIRS = 3, PREFIXED_LINES = 12, PREAMBLE_LINES = 30 };

typedef enum prefix { NO_PREFIX, QUOTED, NUMBERED } prefix;

typedef struct copying {
    ofs_source *source;
    const char *p, *end; /* of the input: what comes next */
    char *out, *first;
    uint32_t capacity;  /* of the list of stretches */
    int bold;           /* letters stand twice */
    const char *tried;  /* no doubled words before it */
} copying;

static const char *ligature(uint32_t c)
{
    static const char *const letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : NULL;
}

/* Joiners, word joiner, marks of direction: nothing to see, whatever stands beside them. */
static int is_invisible(uint32_t c)
{
    return (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064);
}

/* Zero-width spaces and soft hyphens: nothing to see inside a word, and a break at its end. */
static int is_break(uint32_t c)
{
    return c == 0x200B || c == 0xFEFF || c == 0xAD;
}

static uint32_t char_at(const char *p, const char *end)
{
    uint32_t c = ' ';
    if (p < end)
        ofs_utf8_next(p, end, &c);
    return c;
}

static uint32_t char_before(const char *start, const char *p)
{
    return p > start ? char_at(ofs_utf8_back(start, p), p) : ' ';
}

static int in_word(uint32_t c)
{
    return c < 0x80 ? ofs_is_letter((char)c) || ofs_is_digit((char)c) : !ofs_is_space(c) && !ofs_is_sign(c);
}

static int is_wide_space(uint32_t c)
{
    return c >= 0x80 && ofs_is_space(c) && !is_break(c) && c != 0x85 && c != 0x2028 && c != 0x2029;
}

/* A sign whose bytes of UTF-8 were read as Windows-1252, each a character ('â€™' for an apostrophe): their
 * bytes and the sign's own, or 0. */
static uint32_t misread_sign(const char *p, const char *end, const char **sign)
{
    static const char *const signs[][2] = {
        {"\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2", "\xE2\x80\x99"}, {"\xC3\xA2\xE2\x82\xAC\xCB\x9C", "\xE2\x80\x98"},
        {"\xC3\xA2\xE2\x82\xAC\xC5\x93", "\xE2\x80\x9C"},     {"\xC3\xA2\xE2\x82\xAC\xC2\x9D", "\xE2\x80\x9D"},
        {"\xC3\xA2\xE2\x82\xAC\xEF\xBF\xBD", "\xE2\x80\x9D"}, {"\xC3\xA2\xE2\x82\xAC\xE2\x80\x9C", "\xE2\x80\x93"},
        {"\xC3\xA2\xE2\x82\xAC\xE2\x80\x9D", "\xE2\x80\x94"}, {"\xC3\xA2\xE2\x82\xAC\xC2\xA2", "\xE2\x80\xA2"},
        {"\xC3\xA2\xE2\x82\xAC\xC2\xA6", "\xE2\x80\xA6"},     {"\xC3\xAF\xE2\x80\x9A\xC2\xB7", "\xE2\x80\xA2"},
        {"\xC3\xAF\xE2\x80\x9A\xC2\xA7", "\xE2\x96\xAA"},     {"\xC3\xAF\xEF\xBF\xBD\xC2\xAE", "\xE2\x80\xA2"},
        {"\xC3\xAF\xC2\x81\xC2\xAE", "\xE2\x80\xA2"},         {"\xC3\xA2\xE2\x80\x94\xEF\xBF\xBD", "\xE2\x97\x8F"},
        {"\xC3\xA2\xE2\x80\x94\xC2\x8F", "\xE2\x97\x8F"},     {"\xC3\xA2\xE2\x80\x93\xC2\xAA", "\xE2\x96\xAA"},
        {"\xC3\xA2\xE2\x80\x93\xC2\xA0", "\xE2\x96\xA0"}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i][0]);
        if ((size_t)(end - p) >= n && !memcmp(p, signs[i][0], n)) {
            *sign = signs[i][1];
            return (uint32_t)n;
        }
    }
    return 0;
}

/* What the character of `n` bytes at p is written as; NULL: as it is. */
static const char *instead(const char *start, const char *p, uint32_t n, uint32_t c, const char *end)
{
    if (ligature(c))
        return ligature(c);
    if (is_invisible(c))
        return "";
    if (is_break(c))
        return in_word(char_before(start, p)) && in_word(char_at(p + n, end)) ? "" : NULL;
    if (!is_wide_space(c))
        return NULL;
    uint32_t before = char_before(start, p), after = char_at(p + n, end);
    int in_columns = before == ' ' || after == ' ' || is_wide_space(before) || is_wide_space(after);
    return in_columns && p > start && p + n < end ? " " : NULL;
}

/* One of the text's characters beyond ASCII is written otherwise than it is. */
static int has_odd_character(ofs_str text)
{
    const char *end = text.p + text.n, *sign;
    for (const char *p = text.p; (p = ofs_ascii_end(p, end)) < end;) {
        uint32_t c, n = ofs_utf8_next(p, end, &c);
        int may_be_misread = p - text.p >= 2 && p[-2] == '\xC3';
        if (instead(text.p, p, n, c, end) || (may_be_misread && misread_sign(p - 2, end, &sign)))
            return 1;
        p += n;
    }
    return 0;
}

/* The bytes of the word at p that is all pairs of one character each, or 0; *is_sure where no word is printed so. */
static uint32_t doubled_word(const char *p, const char *end, int *is_sure)
{
    const char *start = p;
    uint32_t pairs = 0, differ = 0, first = char_at(p, end);
    while (p < end && !ofs_is_space(char_at(p, end))) {
        uint32_t c, n = ofs_utf8_next(p, end, &c);
        if ((size_t)(end - p) < 2 * (size_t)n || memcmp(p, p + n, n) != 0)
            return 0;
        pairs += ofs_is_letter(*p);
        differ |= c != first;
        p += 2 * n;
    }
    *is_sure |= differ && pairs >= LEAST_PAIRS;
    return (uint32_t)(p - start);
}

/* The bytes of the doubled words that stand at p in a row. */
static uint32_t doubled_words(const char *p, const char *end, int *is_sure)
{
    const char *start = p, *after = p;
    for (uint32_t n; (n = doubled_word(p, end, is_sure)) > 0;) {
        after = p += n;
        while (p < end && *p == ' ')
            p++;
    }
    return (uint32_t)(after - start);
}

static int begins_word(const char *start, const char *p)
{
    return p == start || ofs_is_space((unsigned char)p[-1]);
}

/* Whether a letter that stands twice may begin a word at one of the eight bytes from p on. */
static int may_double(const char *p)
{
    const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
    uint64_t before, here, after;
    memcpy(&before, p - 1, 8);
    memcpy(&here, p, 8);
    memcpy(&after, p + 1, 8);
    uint64_t differ = here ^ after, same = (differ - ones) & ~differ, blank = (before - ones * (' ' + 1)) | before;
    return (same & blank & tops) != 0;
}

/* Titles are bold: where letters stand twice, they do so on the first page. */
static int has_doubled_words(ofs_str text)
{
    const char *first = text.p, *end = first + (text.n < BOLD_WITHIN ? text.n : BOLD_WITHIN);
    int is_sure = 0;
    for (const char *p = first; end - p >= 2 * LEAST_PAIRS && !is_sure; p++) {
        while (p > first && end - p > 8 && !may_double(p))
            p += 8;
        if (end - p > 1 && p[0] == p[1] && begins_word(first, p))
            doubled_word(p, end, &is_sure);
    }
    return is_sure;
}

/* The bytes that stand before the words of a line: '> ', or the line's number and the space after it. */
static uint32_t prefix_at(ofs_str line, prefix kind, uint32_t number)
{
    uint32_t i = 0, value = 0;
    if (kind == QUOTED) {
        while (i < line.n && (line.p[i] == '>' || (i && line.p[i] == ' ' && line.p[i - 1] == '>')))
            i++;
        return i;
    }
    while (i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'))
        i++;
    uint32_t digits = i;
    while (i < line.n && i - digits < 6 && ofs_is_digit(line.p[i]))
        value = value * 10 + (uint32_t)(line.p[i++] - '0');
    if (i == digits || value != number)
        return 0;
    if (i < line.n && (line.p[i] == ':' || line.p[i] == '|'))
        i++;
    if (i == line.n || line.p[i] == '\r')
        return i;
    return line.p[i] == ' ' || line.p[i] == '\t' ? i + 1 : 0;
}

/* The bytes of what a mail says above the text that it quotes: a few lines, and then marks of quotation. */
static uint32_t preamble(ofs_str text)
{
    const char *p = text.p, *end = text.p + text.n;
    for (uint32_t lines = 0; lines < PREAMBLE_LINES && p < end; lines++) {
        if (*p == '>')
            return (uint32_t)(p - text.p);
        const char *stop = ofs_find_byte(p, end, '\n');
        p = stop + (stop < end);
    }
    return 0;
}

/* What the first lines begin with: every one with its number, or most with a mark of quotation. */
static prefix find_prefix(ofs_str text)
{
    const char *p = text.p, *end = text.p + text.n;
    uint32_t lines = 0, quoted = 0, numbered = 0;
    for (; lines < PREFIXED_LINES && p < end; lines++) {
        const char *stop = ofs_find_byte(p, end, '\n');
        ofs_str line = ofs_slice(p, stop);
        quoted += prefix_at(line, QUOTED, 0) > 0;
        numbered += prefix_at(line, NUMBERED, lines + 1) > 0;
        p = stop + (stop < end);
    }
    if (lines < PREFIXED_LINES)
        return NO_PREFIX;
    return quoted * 4 >= lines * 3 ? QUOTED : numbered == lines ? NUMBERED : NO_PREFIX;
}

/* From here on the copy lies elsewhere in the input. */
static void begin_stretch(copying *copy)
{
    ofs_source *source = copy->source;
    source->stretches = ofs_arena_grow(&source->arena, source->stretches, source->stretch_count, &copy->capacity,
                                       sizeof *source->stretches);
    uint32_t at = (uint32_t)(copy->out - copy->first);
    source->stretches[source->stretch_count++] = (ofs_stretch){at, (uint32_t)(copy->p - source->given.p)};
}

static void skip(copying *copy, uint32_t bytes)
{
    copy->p += bytes;
    if (bytes)
        begin_stretch(copy);
}

static void take(copying *copy, uint32_t bytes)
{
    memcpy(copy->out, copy->p, bytes);
    copy->out += bytes;
    copy->p += bytes;
}

static void write_once(copying *copy, uint32_t bytes)
{
    for (const char *stop = copy->p + bytes; copy->p < stop;) {
        uint32_t c, n = ofs_utf8_next(copy->p, stop, &c);
        take(copy, n);
        if (copy->p < stop && *copy->p == copy->p[-(int)n]) /* a single space has no second */
            skip(copy, n);
    }
}

/* Where a misread sign begins with the character at hand: what it stands for, and its bytes behind that character. */
static uint32_t misread_rest(const copying *copy, uint32_t n, const char **other)
{
    uint32_t bytes = misread_sign(copy->p, copy->end, other);
    return bytes ? bytes - n : 0;
}

static void write_character(copying *copy)
{
    uint32_t c, n = ofs_utf8_next(copy->p, copy->end, &c);
    const char *start = copy->source->given.p;
    const char *other = n > 1 ? instead(start, copy->p, n, c, copy->end) : NULL;
    if (c == 0xE2 || c == 0xEF)
        n += misread_rest(copy, n, &other);
    if (!other) {
        take(copy, n);
        return;
    }
    size_t bytes = strlen(other);
    memcpy(copy->out, other, bytes);
    copy->out += bytes;
    copy->p += n;
    if (bytes < n)
        begin_stretch(copy);
}

/* Each word is tried once: doubled ones that are not sure to be are passed over as far as they go. */
static uint32_t doubled_at(copying *copy, const char *stop)
{
    if (!copy->bold || copy->p < copy->tried || !begins_word(copy->source->given.p, copy->p))
        return 0;
    int is_sure = 0;
    uint32_t bytes = doubled_words(copy->p, stop, &is_sure);
    copy->tried = copy->p + bytes;
    return is_sure ? bytes : 0;
}

static void write_line(copying *copy, const char *stop)
{
    while (copy->p < stop) {
        uint32_t doubled = doubled_at(copy, stop);
        if (doubled)
            write_once(copy, doubled);
        else
            write_character(copy);
    }
}

static void write_lines(copying *copy, prefix kind)
{
    for (uint32_t number = 1; copy->p < copy->end; number++) {
        const char *stop = ofs_find_byte(copy->p, copy->end, '\n');
        if (kind)
            skip(copy, prefix_at(ofs_slice(copy->p, stop), kind, number));
        write_line(copy, stop);
        if (copy->p < copy->end)
            write_character(copy);
    }
}

void ofs_read_characters(ofs_source *source)
{
    int bold = has_doubled_words(source->text);
    uint32_t above = preamble(source->text);
    prefix kind = find_prefix((ofs_str){source->text.p + above, source->text.n - above});
    if (kind != QUOTED && above)
        kind = find_prefix(source->text); /* no mail */
    if (!bold && !kind && !has_odd_character(source->text))
        return;
    source->given = source->text;
    const char *p = source->given.p;
    char *bytes = ofs_arena_bytes(&source->arena, source->given.n);
    copying copy = {source, p, p + source->given.n, bytes, bytes, 0, bold, p};
    begin_stretch(&copy);
    if (kind == QUOTED)
        skip(&copy, above);
    write_lines(&copy, kind);
    source->text = ofs_slice(bytes, copy.out);
}
