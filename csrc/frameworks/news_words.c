/* news_words.c: words and quotation marks in sentences, for the reader of news. May not know what they mean. */
#include "news.h"

#include <string.h>

int ofs_in_word(ofs_str s, int64_t at)
{
    return at >= 0 && at < (int64_t)s.n && (ofs_is_letter(s.p[at]) || ofs_is_digit(s.p[at]));
}

/* The phrase at `at` on word bounds: its bytes, or 0. */
static uint32_t words_at(ofs_str s, uint32_t at, const char *phrase)
{
    char plain[48];
    size_t n = strlen(phrase);
    int open = phrase[n - 1] == '*';
    if (ofs_in_word(s, (int64_t)at - 1) || n >= sizeof plain)
        return 0;
    memcpy(plain, phrase, n + 1);
    plain[n - (size_t)open] = '\0';
    uint32_t length = ofs_phrase_at((ofs_str){s.p + at, s.n - at}, plain);
    return length && (open || !ofs_in_word(s, (int64_t)at + length)) ? length : 0;
}

enum { OTHER = 26 };

/* A letter in either case as 0 … 25, everything else as OTHER. */
static uint32_t letter_of(char c)
{
    uint32_t letter = (uint32_t)(unsigned char)(c | 0x20) - 'a';
    return letter < OTHER ? letter : OTHER;
}

/* The first letters of the phrases, a bit each. */
static uint32_t initials(const char *const *phrases)
{
    uint32_t bits = 0;
    for (; *phrases; phrases++)
        bits |= 1u << letter_of(**phrases);
    return bits;
}

/* The next place at or after `from` where a word begins with one of the letters; s.n: there is none. */
static uint32_t next_word(ofs_str s, uint32_t from, uint32_t letters)
{
    int inside = ofs_in_word(s, (int64_t)from - 1);
    for (uint32_t i = from; i < s.n; i++) {
        uint32_t letter = letter_of(s.p[i]);
        int is_word = letter < OTHER || ofs_is_digit(s.p[i]);
        if (is_word && !inside && (letters >> letter & 1))
            return i;
        inside = is_word;
    }
    return s.n;
}

static int64_t find_words(ofs_str s, const char *const *phrases, int last, uint32_t *length)
{
    int64_t found = -1;
    uint32_t letters = initials(phrases);
    for (uint32_t i = next_word(s, 0, letters); i < s.n; i = next_word(s, i + 1, letters)) {
        for (const char *const *phrase = phrases; *phrase; phrase++) {
            int may = **phrase < 'a' || (s.p[i] | 0x20) == **phrase; /* most fail at their first letter */
            uint32_t n = may ? words_at(s, i, *phrase) : 0;
            if (!n)
                continue;
            found = i;
            if (length)
                *length = n;
            if (!last)
                return found;
            break;
        }
    }
    return found;
}

int64_t ofs_first_words(ofs_str s, const char *const *phrases, uint32_t *length)
{
    return find_words(s, phrases, 0, length);
}

int64_t ofs_last_words(ofs_str s, const char *const *phrases, uint32_t *length)
{
    return find_words(s, phrases, 1, length);
}

uint32_t ofs_different_words(ofs_str s, const char *const *phrases)
{
    uint32_t letters = initials(phrases), seen = 0, count = 0;
    for (uint32_t i = next_word(s, 0, letters); i < s.n; i = next_word(s, i + 1, letters))
        for (uint32_t k = 0; k < 32 && phrases[k]; k++)
            if (!(seen >> k & 1) && letter_of(*phrases[k]) == letter_of(s.p[i]) && words_at(s, i, phrases[k])) {
                seen |= 1u << k;
                count++;
            }
    return count;
}

int ofs_has_words(ofs_str s, const char *const *phrases)
{
    return ofs_first_words(s, phrases, NULL) >= 0;
}

uint32_t ofs_count_words(ofs_str s)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < s.n; i++)
        words += ofs_in_word(s, i) && !ofs_in_word(s, (int64_t)i - 1);
    return words;
}

ofs_str ofs_leading_words(ofs_str s, uint32_t count)
{
    for (uint32_t i = 0; i < s.n; i++)
        if (ofs_in_word(s, i) && !ofs_in_word(s, (int64_t)i - 1) && !count--)
            return (ofs_str){s.p, i};
    return s;
}

uint32_t ofs_quote_at(ofs_str s)
{
    uint32_t c, n = s.n ? ofs_utf8_next(s.p, s.p + s.n, &c) : 0;
    return n && (c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F)) ? n : 0;
}

uint32_t ofs_quote_ending(ofs_str s)
{
    if (s.n >= 3 && ofs_quote_at((ofs_str){s.p + s.n - 3, 3}) == 3)
        return 3;
    return s.n && ofs_quote_at((ofs_str){s.p + s.n - 1, 1});
}
