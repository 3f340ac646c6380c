/* words.c: words and quotation marks in sentences. May not know what they mean. */
#include "base/words.h"

#include <string.h>

/* 1: a letter or figure. A look here takes no branch, which would be guessed wrong at every other byte. */
static const uint8_t WORD[256] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                                  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1,
                                  1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1,
                                  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0};

static int is_word(char c)
{
    return WORD[(unsigned char)c];
}

int ofs_in_word(ofs_str s, int64_t at)
{
    return at >= 0 && at < (int64_t)s.n && is_word(s.p[at]);
}

uint32_t ofs_word_start(ofs_str s, uint32_t at)
{
    while (at && at < s.n && is_word(s.p[at - 1]) && is_word(s.p[at]))
        at++;
    while (at < s.n && !is_word(s.p[at]))
        at++;
    return at < s.n ? at : s.n;
}

/* The phrase at `at`, where a word begins, up to a word's end or its '*': its bytes, or 0. */
uint32_t ofs_word_phrase_at(ofs_str s, uint32_t at, const char *phrase)
{
    uint32_t n = ofs_phrase_at((ofs_str){s.p + at, s.n - at}, phrase);
    return n && (phrase[strlen(phrase) - 1] == '*' || !ofs_in_word(s, (int64_t)at + n)) ? n : 0;
}

uint32_t ofs_opening_words(ofs_str s, const char *const *phrases)
{
    uint32_t n = 0;
    for (; s.n && *phrases && !n; phrases++)
        n = ofs_may_match(s, *phrases) ? ofs_word_phrase_at(s, 0, *phrases) : 0;
    return n;
}

enum { MOST_PHRASES = 64, LETTERS = 32 };

/* Phrases by their first letter, in either case: chains of index + 1, in the order of the list; and which second letters
 * follow it. Signs fall together with letters, so that a phrase must be compared. */
typedef struct chains {
    uint32_t second[LETTERS]; /* a bit for each */
    uint8_t first[LETTERS], next[MOST_PHRASES];
} chains;

static uint32_t letter(char c)
{
    return c & 31u;
}

static void sort_phrases(const char *const *phrases, chains *sorted)
{
    uint8_t count = 0;
    memset(sorted->second, 0, sizeof sorted->second);
    memset(sorted->first, 0, sizeof sorted->first);
    while (phrases[count] && count < MOST_PHRASES)
        count++;
    for (uint8_t i = count; i--;) {
        uint8_t *first = &sorted->first[letter(phrases[i][0])];
        sorted->second[letter(phrases[i][0])] |= 1u << letter(phrases[i][1]);
        sorted->next[i] = *first;
        *first = (uint8_t)(i + 1);
    }
}

/* The next place at or after byte i where a word begins like one of the phrases; s.n: there is none. */
static uint32_t next_word(ofs_str s, uint32_t i, const chains *sorted)
{
    int inside = ofs_in_word(s, (int64_t)i - 1);
    for (; i + 1 < s.n; i++) {
        uint32_t begins = sorted->second[letter(s.p[i])] >> letter(s.p[i + 1]) & 1u;
        if (begins & !inside)
            return i;
        inside = is_word(s.p[i]);
    }
    return s.n;
}

static int64_t find_words(ofs_str s, const char *const *phrases, int last, uint32_t *length)
{
    int64_t found = -1;
    chains sorted;
    if (s.n < 2)
        return found;
    sort_phrases(phrases, &sorted);
    for (uint32_t i = next_word(s, 0, &sorted); i < s.n; i = next_word(s, i + 1, &sorted)) {
        uint32_t n = 0;
        for (uint8_t k = sorted.first[letter(s.p[i])]; k && !n; k = sorted.next[k - 1])
            n = ofs_word_phrase_at(s, i, phrases[k - 1]);
        if (!n)
            continue;
        found = i;
        if (length)
            *length = n;
        if (!last)
            break;
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

int64_t ofs_first_word(ofs_str s, const char *phrase, uint32_t *length)
{
    uint32_t n, from = 0;
    for (int64_t at; from < s.n && (at = ofs_phrase_find((ofs_str){s.p + from, s.n - from}, phrase, &n)) >= 0; from++) {
        from += (uint32_t)at;
        if (ofs_in_word(s, (int64_t)from - 1) || !ofs_word_phrase_at(s, from, phrase))
            continue;
        if (length)
            *length = n;
        return from;
    }
    return -1;
}

uint32_t ofs_different_words(ofs_str s, const char *const *phrases, uint32_t enough)
{
    uint8_t seen[MOST_PHRASES] = {0};
    uint32_t count = 0;
    chains sorted;
    sort_phrases(phrases, &sorted);
    for (uint32_t i = next_word(s, 0, &sorted); i < s.n && count < enough; i = next_word(s, i + 1, &sorted))
        for (uint8_t k = sorted.first[letter(s.p[i])]; k; k = sorted.next[k - 1])
            if (!seen[k - 1] && ofs_word_phrase_at(s, i, phrases[k - 1])) {
                seen[k - 1] = 1;
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

ofs_str ofs_last_word(ofs_str s)
{
    uint32_t start = s.n;
    while (start && s.p[start - 1] != ' ')
        start--;
    return (ofs_str){s.p + start, s.n - start};
}

ofs_str ofs_leading_words(ofs_str s, uint32_t count)
{
    for (uint32_t i = 0; i < s.n; i++)
        if (ofs_in_word(s, i) && !ofs_in_word(s, (int64_t)i - 1) && !count--)
            return (ofs_str){s.p, i};
    return s;
}

ofs_str ofs_few_words(ofs_str s)
{
    return ofs_trim(ofs_leading_words(s, 8));
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

int ofs_ends_open(ofs_str s)
{
    enum { LONGEST = 8 /* bytes */ };
    static const char *const open[] = {"the", "a", "an", "of", "in", "to", "for", "with", "by", "from", NULL};
    ofs_str word = ofs_last_word(s);
    return word.n <= LONGEST && ofs_is_one_of(word, open);
}
