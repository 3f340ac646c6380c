/* text.h: slices of UTF-8 text: comparing, trimming, joining. Knows nothing of reports. */
#ifndef OFS_TEXT_H
#define OFS_TEXT_H

#include "base/arena.h"
#include "base/run.h"
#include "ofsted.h"

#include <string.h>

#define OFS_LIT(literal) ((ofs_str){(literal), (uint32_t)(sizeof(literal) - 1)})
#define OFS_NO_STR ((ofs_str){NULL, 0})
/* A literal that is not known until run time; NULL is a null string. */
ofs_str ofs_str_of(const char *literal);
/* A number in figures. */
ofs_str ofs_decimal(ofs_arena *arena, uint32_t number);

/* Decodes the character at p < end into *c and returns its length in bytes, at least 1; a malformed byte is U+FFFD. */
uint32_t ofs_utf8_next(const char *p, const char *end, uint32_t *c);

/* Where the character before p begins; start < p. */
const char *ofs_utf8_back(const char *start, const char *p);

int ofs_is_space(uint32_t c);  /* also no-break, thin and zero-width spaces */
int ofs_is_apostrophe(uint32_t c); /* straight or curly */
int ofs_is_bullet(uint32_t c); /* what list items mostly begin with: U+2022, U+25A0, U+F06E, a dash … */
int ofs_is_dash(uint32_t c);
/* A code point as UTF-8. Returns how many bytes. */
enum { OFS_MAX_ENCODED = 4 };
uint32_t ofs_utf8_encode(uint32_t c, char out[OFS_MAX_ENCODED]);
/* The small letters that a character beside other letters was meant to be, or NULL: Ghostscript 10.00 writes 'fi' with its
 * bytes in the wrong order, U+6600 U+6900, and 'ffi' as U+6600 U+CF00. */
enum { OFS_FIRST_IDEOGRAPH = 0x4E00 }; /* what is below is never one: most callers need not ask */
const char *ofs_swapped_letters(uint32_t before, uint32_t c, uint32_t after);
/* A dash, arrow, shape, private-use or other sign: no letter, digit, space, quotation mark or mark of punctuation. */
int ofs_is_sign(uint32_t c);
uint32_t ofs_raised_digit(uint32_t c); /* '²' → 2; 10 where it is none */
/* clang-format off */
static inline int ofs_is_digit(int c) { return c >= '0' && c <= '9'; }
static inline int ofs_is_upper(int c) { return c >= 'A' && c <= 'Z'; }
static inline int ofs_is_lower(int c) { return c >= 'a' && c <= 'z'; }
static inline int ofs_is_letter(int c) { return ofs_is_upper(c) || ofs_is_lower(c); }
static inline char ofs_lower(char c) { return ofs_is_upper(c) ? (char)(c | 0x20) : c; }
/* One of these signs of ASCII. */
static inline int ofs_is_any_of(uint32_t c, const char *signs) { return c && !(c >> 7) && strchr(signs, (int)c); }
/* clang-format on */

int ofs_has_digit(ofs_str s);
/* The number of at most `most` digits that the text ends with, and how many it has. */
uint32_t ofs_ending_number(ofs_str s, uint32_t most, uint32_t *digits);
/* The same of those that it begins with. */
uint32_t ofs_leading_number(ofs_str s, uint32_t most, uint32_t *digits);
/* A tab or two spaces, which part columns, begin at this byte. */
static inline int ofs_begins_gap(ofs_str s, uint32_t i)
{
    return s.p[i] == '\t' || (s.p[i] == ' ' && i + 1 < s.n && s.p[i + 1] == ' ');
}
ofs_str ofs_slice(const char *start, const char *end);
/* Where `most` bytes from p on end, or all of them. */
static inline const char *ofs_within(const char *p, const char *end, uint32_t most)
{
    return end - p > (ptrdiff_t)most ? p + most : end;
}
/* Printable ASCII: certainly no white space. */
static inline int ofs_is_visible(char c)
{
    return c > ' ' && c < 0x7F;
}
ofs_str ofs_trim_spaces(ofs_str s);
static inline ofs_str ofs_trim(ofs_str s)
{
    return !s.n || (ofs_is_visible(*s.p) && ofs_is_visible(s.p[s.n - 1])) ? s : ofs_trim_spaces(s);
}
/* Trimmed, and without the closing marks in `marks` (ASCII, no letters; a hyphen stands for every dash), spaces between them
 * included. */
ofs_str ofs_trim_marks(ofs_str s, const char *marks);
static inline ofs_str ofs_trim_end(ofs_str s, const char *marks) /* most texts end in a letter */
{
    return s.n && ofs_is_visible(*s.p) && ofs_is_letter(s.p[s.n - 1]) ? s : ofs_trim_marks(s, marks);
}
int ofs_equal(ofs_str a, ofs_str b);
int ofs_has_letter(ofs_str s);
/* The first byte c in [p, end), or end. */
const char *ofs_find_byte(const char *p, const char *end, char c);
/* The first byte in [p, end) that is not ASCII, or end. */
const char *ofs_ascii_end(const char *p, const char *end);
/* The line at *p without its newline, behind which *p then stands. */
static inline ofs_str ofs_take_line(const char **p, const char *end)
{
    const char *start = *p, *stop = ofs_find_byte(start, end, '\n');
    *p = stop + (stop < end);
    return ofs_slice(start, stop);
}
/* The first newline, return, form feed or vertical tab in [p, end), or end. */
const char *ofs_find_line_end(const char *p, const char *end);
/* Where, from p on, eight bytes (at the end: fewer) hold two spaces in a row, counting the byte before p unless the text
 * begins there, at `first`, or what is neither plain ASCII nor perhaps a quotation mark or a dash; or end. */
const char *ofs_clean_end(const char *first, const char *p, const char *end);

/* A phrase is lower-case ASCII. Letters match in either case, ' matches a straight or curly apostrophe, - any
 * hyphen or dash, a space any run of white space or none (extractors glue words). The bytes matched at the
 * start of s, or 0. A $ at its end matches nothing but the end of s, closing marks and a footnote's digits before
 * it; a * at its end, anything. */
uint32_t ofs_match_phrase(ofs_str s, const char *phrase);
/* The same, whatever follows: without the $. */
uint32_t ofs_match_words(ofs_str s, const char *phrase);
static inline int ofs_may_match(ofs_str s, const char *phrase) /* most do not, by their first two letters */
{
    int may = s.n && (*phrase < 'a' || (s.p[0] | 0x20) == *phrase);
    return may && (s.n == 1 || *phrase < 'a' || phrase[1] < 'a' || (s.p[1] | 0x20) == phrase[1]);
}
static inline uint32_t ofs_phrase_at(ofs_str s, const char *phrase)
{
    return ofs_may_match(s, phrase) ? ofs_match_phrase(s, phrase) : 0;
}
/* Whether a text that begins with `first`, a letter made lower-case, may begin with the phrase: of most, none. */
static inline int ofs_may_begin(char first, const char *phrase)
{
    return (*phrase == first) | (*phrase < 'a');
}
/* The first place in s where the phrase matches: its offset, or -1. *length gets the bytes matched. */
int64_t ofs_phrase_find(ofs_str s, const char *phrase, uint32_t *length);
static inline int ofs_has_phrase(ofs_str s, const char *phrase)
{
    uint32_t length;
    return ofs_phrase_find(s, phrase, &length) >= 0;
}
/* The whole of s, trimmed and without closing marks, is the phrase. */
int ofs_match_whole(ofs_str s, const char *phrase);
static inline int ofs_is_phrase(ofs_str s, const char *phrase)
{
    int differs = s.n && s.p[0] > ' ' && !ofs_may_match(s, phrase); /* nothing to trim before it */
    return !differs && ofs_match_whole(s, phrase);
}

/* Of a list of phrases that ends with NULL: the bytes of the first that s begins with; whether s is one wholly, or has
 * one; where the first of the list that s has stands, or -1. */
uint32_t ofs_begins_with(ofs_str s, const char *const *phrases);
/* Which three letters phrases begin with, by their last bits, and how they go on behind 'the': of most texts no phrase need be
 * compared. Zeroed at first. */
typedef struct ofs_beginnings {
    uint32_t second[32], third[32]; /* for each letter a bit for each one that follows it */
    uint32_t behind_three;          /* for each letter that stands behind three letters and a space */
} ofs_beginnings;
void ofs_add_beginning(ofs_beginnings *known, const char *phrase);
void ofs_add_beginnings(ofs_beginnings *known, const char *const *phrases);
static inline int ofs_may_begin_one(const ofs_beginnings *known, ofs_str s)
{
    if (s.n < 3)
        return s.n != 0;
    uint32_t first = s.p[0] & 31, second = s.p[1] & 31, third = s.p[2] & 31;
    if (!(known->second[first] >> second & known->third[second] >> third & 1))
        return 0;
    if (s.n < 5 || s.p[3] != ' ' || (known->behind_three >> (s.p[4] & 31) & 1))
        return 1;
    return !(ofs_is_letter(s.p[1]) && ofs_is_letter(s.p[2]) && ofs_is_letter(s.p[4])); /* no other spaces */
}
int ofs_is_one_of(ofs_str s, const char *const *phrases);
int64_t ofs_find_one_of(ofs_str s, const char *const *phrases, uint32_t *length);
static inline int ofs_has_one_of(ofs_str s, const char *const *phrases)
{
    uint32_t length;
    return ofs_find_one_of(s, phrases, &length) >= 0;
}

/* '12. ', '12.There', '12) ': the number and, in *length, the bytes of the label and the space after it. */
uint32_t ofs_match_number(ofs_str s, uint32_t *length);
static inline uint32_t ofs_number_label(ofs_str s, uint32_t *length)
{
    return s.n && ofs_is_digit(*s.p) ? ofs_match_number(s, length) : 0;
}
/* '2.1 Adoption performance' → 'Adoption performance'; nothing of a number alone. */
ofs_str ofs_without_number(ofs_str s);
/* '7', 'Page 7', '7 of 12', '[7]': the page's number; 0: the line says more. */
uint32_t ofs_page_number(ofs_str line);
/* A bullet and the space after it: its bytes, or 0. */
uint32_t ofs_match_bullet(ofs_str s);
static inline uint32_t ofs_bullet_label(ofs_str s) /* nearly every line begins with a letter of a word */
{
    int may = s.n && (!ofs_is_letter(*s.p) || (*s.p == 'o' && s.n > 1 && !ofs_is_visible(s.p[1])));
    return may ? ofs_match_bullet(s) : 0;
}

/* Text joined of pieces: white space collapsed, a word that a line end split put together again. */
typedef struct ofs_joiner {
    ofs_arena *arena;
    char *bytes;
    uint32_t count, capacity; /* capacity 0: the bytes are the first piece's own */
} ofs_joiner;

void ofs_join(ofs_joiner *joiner, ofs_str piece);
/* A space before this word keeps the hyphen before it a hanging one: 'short- and long-term'. */
int ofs_hangs(ofs_str next);
ofs_str ofs_joined(const ofs_joiner *joiner);
/* Adds a piece to a text. One joiner, zeroed at first, serves a whole pass: where it holds this text already nothing is
 * copied again, so that a text of many pieces costs what it is long. */
void ofs_join_on(ofs_arena *arena, ofs_joiner *joiner, ofs_str *text, ofs_str piece);
/* s itself where it is clean already, else a clean copy. */
ofs_str ofs_clean(ofs_arena *arena, ofs_str s);
ofs_str ofs_concat(ofs_arena *arena, ofs_str a, ofs_str b);
ofs_str ofs_concat_words(ofs_arena *arena, ofs_str a, ofs_str b); /* with a space between them */

#endif
