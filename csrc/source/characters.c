/* characters.c: plain text as its reader would see it: ligatures as letters, nothing that has no width inside words,
 * plain spaces, signs that were decoded in another code page, letters once that fake bold prints twice, a line that begins with
 * '’s' behind the one above, lines without a quotation's marks or numbers, and without what a mail says above its quotation.
 *
 * A text that has none of this is only looked through. Of any other a copy is made, never longer than the input, with a
 * list of what was left out, by which spans go back to the input. */
#include "source/characters.h"
#include "source/copies.h"

#include <string.h>

enum {
    LINE_HYPHEN = 2,
    BOLD_WITHIN = 4096,
    LEAST_PAIRS = 3,
    LEAST_SOFT = 3,
    LEAST_WITH_HYPHENS = 5000, /* bytes: every report of this length has some */
    LEAST_BETWEEN = 100 /* bytes from one hyphen to the next, on average; marks between syllables are many */
};

typedef struct copying {
    ofs_copying to;
    ofs_str text;      /* what is copied */
    int bold;          /* letters stand twice */
    int is_encoded;    /* quoted printable */
    int is_escaped;    /* '\n' for a line end */
    int joins_genitives;
    int has_soft_hyphens; /* for all hyphens: a PDF's font gave no other sign */
    int is_twice; /* what was decoded is to be decoded again */
    const char *tried; /* no doubled words before it */
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

/* U+2010 to U+201F, dashes and quotation marks, of which a text has most: as they are. A low one may be misread. */
static int is_common_sign(const char *p, const char *end)
{
    return end - p > 2 && p[0] == '\xE2' && p[1] == '\x80' && (p[2] & 0xF0) == 0x90 && p[2] != '\x9A';
}

/* 'Her Majesty' and right below it '’s Inspector', or '’' and below that 's Inspector': no line begins so. */
static int is_torn_genitive(const char *start, const char *p, const char *end)
{
    static const char sign[] = "\xE2\x80\x99";
    int is_below = p - start > 1 && p[-1] == '\n' && p[-2] != '\n';
    if (!is_below || end - p <= 5 || memcmp(p, sign, 3) != 0)
        return 0;
    int at = p[3] == '\n' ? 4 : 3;
    return p[at] == 's' && !ofs_is_letter(p[at + 1]);
}

/* The line's end stands within such a genitive. */
static int ends_within_genitive(const char *start, const char *stop, const char *end)
{
    return is_torn_genitive(start, stop + 1, end) ||
           (stop - start > 4 && stop[-1] == '\x99' && stop[-4] == '\n' && is_torn_genitive(start, stop - 3, end));
}

/* PDFium's sign for the hyphen that ended a line, of which it makes one with the next: U+0002, or U+FFFE. Behind no word
 * it is any other control character. */
static int is_line_hyphen(const char *start, const char *p, uint32_t c)
{
    return (c == LINE_HYPHEN || c == 0xFFFE) && in_word(char_before(start, p));
}

static int is_lost_sign(uint32_t c)
{
    return c == '?' || c == '9' || c == 0xFFFD || c == 0x25A1;
}

/* What the character of `n` bytes at p is written as; NULL: as it is. */
static const char *instead(const char *start, const char *p, uint32_t n, uint32_t c, const char *end)
{
    if (ligature(c))
        return ligature(c);
    if (is_invisible(c))
        return "";
    if (is_line_hyphen(start, p, c))
        return "-";
    if (is_break(c))
        return in_word(char_before(start, p)) && in_word(char_at(p + n, end)) ? "" : NULL;
    if (is_wide_space(c))
        return " ";
    return c < OFS_FIRST_IDEOGRAPH ? NULL : ofs_swapped_letters(char_before(start, p), c, char_at(p + n, end));
}

/* Whether the sign at p is written otherwise; one that is lost is counted. */
static int is_restored(ofs_source *source, const char *p, uint32_t n, uint32_t c)
{
    ofs_lost_sign found = ofs_lost_sign_at(source->text, p, n, c);
    source->lost_characters += (uint32_t)found.is_lost;
    source->has_digit_quotes |= c == '9' && found.instead;
    return found.instead != NULL;
}

/* 'Ａ': a letter, figure or sign of ASCII as wide as an ideograph. */
static int is_wide_form(uint32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E;
}

/* The bytes of an entity whose sign is none that would mark up the words. */
static uint32_t plain_entity(const char *p, const char *end, char sign[4], uint32_t *length)
{
    uint32_t bytes = ofs_entity_at(p, end, sign, length);
    return bytes && !(*length == 1 && strchr("<>|*_`#[]\\", *sign)) ? bytes : 0;
}

static uint32_t misread_at(const char *p, const char *end, uint32_t c, uint32_t *sign)
{
    return ofs_may_be_misread(c) ? ofs_misread_at(p, end, sign) : 0;
}

/* Signs of ASCII that may be written otherwise. */
static int is_odd_sign(ofs_source *source, const char *p, const char *end)
{
    char sign[4];
    uint32_t length;
    if (is_lost_sign((unsigned char)*p))
        return is_restored(source, p, 1, (unsigned char)*p);
    return *p == LINE_HYPHEN || (*p == '&' && plain_entity(p, end, sign, &length));
}

/* The same of a character beyond ASCII, behind whose bytes *p then stands. */
static int is_odd_character(ofs_source *source, const char **p, const char *end)
{
    const char *start = source->text.p, *at = *p;
    if (is_common_sign(at, end)) {
        *p += 3;
        return !source->is_given && is_torn_genitive(start, at, end);
    }
    uint32_t c, sign, n = ofs_utf8_next(at, end, &c), misread = misread_at(at, end, c, &sign);
    *p += misread ? misread : n;
    if (is_lost_sign(c))
        return is_restored(source, at, n, c);
    return misread || instead(start, at, n, c, end) || is_wide_form(c);
}

/* Where a run has them, as bits, or control characters: ';' and '=' besides, which differ from '9' and '?' by two bits. */
static uint32_t odd_in_run(const char *p)
{
    uint8_t odd[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        odd[i] = OFS_MARK_IF(((signed char)p[i] < '\t') | ((p[i] | 6) == '?') | (p[i] == '&'));
    return ofs_bits_of_run(odd);
}

/* One of the text's characters is written otherwise than it is; those that are lost are counted. */
static int has_odd_character(ofs_source *source)
{
    const char *end = source->text.p + source->text.n, *next = source->text.p; /* behind the last that was looked at */
    char rest[OFS_RUN];
    int is_odd = 0;
    for (const char *p = next; p < end; p += OFS_RUN)
        for (uint32_t bits = odd_in_run(ofs_run_at(p, end, rest)); bits; bits &= bits - 1) {
            const char *at = p + ofs_lowest_bit(bits);
            if (at >= end)
                break; /* what fills the last run */
            if ((unsigned char)*at < 0x80) {
                is_odd |= is_odd_sign(source, at, end);
            } else if (at >= next) {
                next = at;
                is_odd |= is_odd_character(source, &next, end);
            }
        }
    return is_odd;
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

/* The first of a run's bytes that stands twice where a word may begin; OFS_RUN: none does. */
static uint32_t pair_in_run(const char *p)
{
    uint8_t pairs[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        pairs[i] = OFS_MARK_IF((p[i] == p[i + 1]) & ((signed char)p[i - 1] <= ' ') & (p[i] != ' '));
    return ofs_first_in_run(pairs);
}

/* A place from p on, but not the text's first, before which no word of doubled letters begins. */
static const char *pass_single_letters(const char *p, const char *end)
{
    uint32_t passed = OFS_RUN;
    for (; passed == OFS_RUN && end - p > OFS_RUN; p += passed)
        passed = pair_in_run(p);
    return p;
}

/* Titles are bold: where letters stand twice, they do so on the first page. */
static int has_doubled_words(ofs_str text)
{
    const char *first = text.p, *end = first + (text.n < BOLD_WITHIN ? text.n : BOLD_WITHIN);
    int is_sure = 0;
    for (const char *p = first; end - p >= 2 * LEAST_PAIRS && !is_sure; p++) {
        p = p > first ? pass_single_letters(p, end) : p;
        if (end - p > 1 && p[0] == p[1] && begins_word(first, p))
            doubled_word(p, end, &is_sure);
    }
    return is_sure;
}

static void write_once(copying *copy, uint32_t bytes)
{
    ofs_copying *to = &copy->to;
    for (const char *stop = to->p + bytes; to->p < stop;) {
        uint32_t c, n = ofs_utf8_next(to->p, stop, &c);
        ofs_copy(to, n);
        if (to->p < stop && *to->p == to->p[-(int)n]) /* a single space has no second */
            ofs_copy_without(to, n);
    }
}

/* A character whose bytes were misread: as its reader sees it. */
static void write_misread(copying *copy, uint32_t bytes, uint32_t c)
{
    char sign[OFS_MAX_ENCODED];
    const char *other = is_break(c) ? "" : instead(sign, sign, 0, c, sign);
    ofs_copy_as(&copy->to, bytes, other ? ofs_str_of(other) : (ofs_str){sign, ofs_utf8_encode(c, sign)});
    copy->is_twice |= ofs_may_be_misread(c);
}

static int is_hyphen_at(const char *p, const char *end)
{
    return *p == '-' || (end - p > 2 && p[0] == '\xE2' && p[1] == '\x80' && (p[2] == '\x90' || p[2] == '\x91'));
}

/* Soft hyphens stand within words, and no other hyphen does, as in every report: they are hyphens that a font of a PDF
 * has no other sign for, and not marks between syllables. */
static int has_only_soft_hyphens(ofs_str text)
{
    const char *end = text.p + text.n, *p = text.p;
    uint32_t soft = 0;
    if (text.n < LEAST_WITH_HYPHENS)
        return 0;
    for (; (p = ofs_find_byte(p, end, '\xAD')) < end; p++)
        soft += p - text.p > 1 && p[-1] == '\xC2' && ofs_is_letter(p[-2]) && end - p > 1 && ofs_is_letter(p[1]);
    if (soft < LEAST_SOFT || soft > text.n / LEAST_BETWEEN)
        return 0;
    for (p = text.p + 1; end - p > 3; p++)
        if (is_hyphen_at(p, end) && ofs_is_letter(p[-1]) && ofs_is_letter(p[*p == '-' ? 1 : 3]))
            return 0;
    return 1;
}

static void write_character(copying *copy)
{
    ofs_copying *to = &copy->to;
    uint32_t c, sign, n = ofs_utf8_next(to->p, to->end, &c), misread = misread_at(to->p, to->end, c, &sign);
    if (misread) {
        write_misread(copy, misread, sign);
        return;
    }
    if (is_wide_form(c)) {
        char narrow = (char)(c - 0xFF01 + '!');
        ofs_copy_as(to, n, (ofs_str){&narrow, 1});
        return;
    }
    const char *other = n > 1 || c == LINE_HYPHEN ? instead(to->given, to->p, n, c, to->end) : NULL;
    if (c == 0xAD && copy->has_soft_hyphens)
        other = "-";
    if (is_lost_sign(c))
        other = ofs_lost_sign_at(copy->text, to->p, n, c).instead;
    if (other)
        ofs_copy_as(to, n, ofs_str_of(other));
    else
        ofs_copy(to, n);
}

/* Each word is tried once: doubled ones that are not sure to be are passed over as far as they go. */
static uint32_t doubled_at(copying *copy, const char *stop)
{
    const char *p = copy->to.p;
    if (!copy->bold || p < copy->tried || !begins_word(copy->to.given, p))
        return 0;
    int is_sure = 0;
    uint32_t bytes = doubled_words(p, stop, &is_sure);
    copy->tried = p + bytes;
    return is_sure ? bytes : 0;
}

/* What stands for another character ('=E2=80=99', '&rsquo;', '\n'), or for none; returns whether there is any. */
static int write_decoded(copying *copy)
{
    const char *p = copy->to.p, *end = copy->to.end;
    char decoded[4];
    uint32_t length = 0, bytes = 0;
    if (*p == '&')
        bytes = plain_entity(p, end, decoded, &length);
    else if (*p == '=' && copy->is_encoded)
        bytes = ofs_encoded_at(p, end, decoded, &length);
    else if (*p == '\\' && copy->is_escaped)
        bytes = ofs_escape_at(p, end, decoded, &length);
    if (bytes)
        ofs_copy_as(&copy->to, bytes, (ofs_str){decoded, length});
    copy->is_twice |= length == 1 && *decoded == '&'; /* '&amp;rsquo;' */
    return bytes > 0;
}

/* Letters and the like, that are as they are; none where each word may stand twice. */
static uint32_t plain_bytes(const copying *copy, const char *stop)
{
    static const uint8_t others[0x80] = {[LINE_HYPHEN] = 1, ['?'] = 1, ['9'] = 1, ['='] = 1, ['&'] = 1, ['\\'] = 1};
    const char *p = copy->to.p;
    while (!copy->bold && p < stop && (unsigned char)*p < sizeof others && !others[(unsigned char)*p])
        p++;
    return (uint32_t)(p - copy->to.p);
}

static void write_line(copying *copy, const char *stop)
{
    ofs_copying *to = &copy->to;
    while (to->p < stop) {
        uint32_t bytes = plain_bytes(copy, stop);
        if (bytes)
            ofs_copy(to, bytes);
        else if ((bytes = doubled_at(copy, stop)) > 0)
            write_once(copy, bytes);
        else if (!write_decoded(copy))
            write_character(copy);
    }
}

static void write_lines(copying *copy, const ofs_wrapping *around)
{
    ofs_copying *to = &copy->to;
    for (uint32_t number = 1; to->p < to->end; number++) {
        const char *stop = ofs_find_byte(to->p, to->end, '\n');
        ofs_copy_without(to, ofs_prefix_at(ofs_slice(to->p, stop), around, number));
        uint32_t behind = ofs_bytes_behind(ofs_slice(to->p, stop), around);
        write_line(copy, stop - behind);
        ofs_copy_without(to, behind);
        if (to->p == stop && to->p < to->end) {
            if (copy->joins_genitives && ends_within_genitive(to->given, stop, to->end))
                ofs_copy_without(to, 1);
            else
                ofs_copy(to, 1);
        }
    }
}

/* A copy of the text where it has odd characters; returns whether that has some again. */
static int copy_plain(ofs_source *source, ofs_wrapping around)
{
    source->lost_characters = 0;
    int is_odd = has_odd_character(source), bold = !source->is_given && has_doubled_words(source->text);
    if (!is_odd && !bold && !around.prefix && !around.above && !around.behind.n && !around.is_encoded &&
        !around.is_escaped)
        return 0;
    copying copy = {.to = ofs_begin_copy(source), .text = source->text, .bold = bold, .tried = source->text.p};
    copy.is_encoded = around.is_encoded;
    copy.is_escaped = around.is_escaped;
    copy.joins_genitives = !source->is_given;
    copy.has_soft_hyphens = !source->is_given && has_only_soft_hyphens(source->text);
    copy.to.end -= around.below;
    ofs_copy_without(&copy.to, around.above);
    write_lines(&copy, &around);
    ofs_end_copy(&copy.to);
    return copy.is_twice;
}

void ofs_read_characters(ofs_source *source)
{
    ofs_wrapping around = {.prefix = OFS_NO_PREFIX};
    if (!source->is_given)
        around = ofs_find_wrapping(source->text);
    if (copy_plain(source, around))
        copy_plain(source, (ofs_wrapping){.prefix = OFS_NO_PREFIX});
    source->lacks = ofs_lacking(source->text);
}
