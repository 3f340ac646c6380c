/* sentences.c: where a sentence ends and how one begins, by its letters and marks. Knows nothing of reports. */
#include "base/sentences.h"

#include <string.h>

enum { LONGEST_ABBREVIATION = 3 }; /* bytes, without the stop */
enum { LONGEST_CLOSING = 64 }; /* bytes: a paragraph of a million digits is asked once a line */

/* '… is made. (Recommendation)': a remark in brackets behind a sentence. */
static int ends_before_brackets(ofs_str s)
{
    uint32_t i = s.n - 1, first = s.n > LONGEST_CLOSING ? s.n - LONGEST_CLOSING : 0;
    while (i > first && s.p[i] != '(')
        i--;
    return i > first + 1 && s.p[i] == '(' && s.p[i - 1] == ' ' && s.p[i - 2] == '.';
}

int ofs_closes_sentence(ofs_str s)
{
    if (s.n && s.p[s.n - 1] == ')' && ends_before_brackets(s))
        return 1;
    const char *p = s.n ? s.p + s.n : NULL, *first = s.n > LONGEST_CLOSING ? p - LONGEST_CLOSING : s.p;
    while (p > first) {
        uint32_t c;
        const char *last = ofs_utf8_back(s.p, p);
        ofs_utf8_next(last, p, &c);
        if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';')
            return 1;
        int closing = c == ')' || c == ']' || c == '"' || c == 0x201D || ofs_is_apostrophe(c) || ofs_is_space(c) ||
                      ofs_is_digit((int)c) || ofs_raised_digit(c) <= 9;
        if (!closing)
            return 0;
        p = last;
    }
    return 0;
}

int ofs_opens_lower(ofs_str s)
{
    uint32_t c = 0;
    if (!s.n)
        return 0;
    const char *p = s.p, *end = s.p + s.n;
    while (p < end) {
        uint32_t n = ofs_utf8_next(p, end, &c);
        if (!ofs_is_apostrophe(c) && c != '(' && c != 0x201C && c != '"')
            break;
        p += n;
    }
    return ofs_is_lower((int)c);
}

/* 'St. Helens', 'e.g. this': the full stop at `at` ends a word, no sentence. */
static int is_abbreviation(ofs_str text, uint32_t at)
{
    static const char *const words[] = {"st", "dr", "mr", "mrs", "ms", "no", "e.g", "i.e", NULL};
    uint32_t start = at;
    while (start && at - start <= LONGEST_ABBREVIATION && text.p[start - 1] != ' ' && text.p[start - 1] != '(')
        start--;
    if (at - start > LONGEST_ABBREVIATION)
        return 0;
    for (const char *const *word = words; *word; word++)
        if (strlen(*word) == at - start && ofs_phrase_at((ofs_str){text.p + start, at - start}, *word))
            return 1;
    return 0;
}

/* Closing quotes, brackets and a footnote's mark after a full stop. */
static uint32_t skip_closing(ofs_str text, uint32_t at)
{
    uint32_t c;
    while (at < text.n) {
        uint32_t n = ofs_utf8_next(text.p + at, text.p + text.n, &c);
        if (c != '\'' && c != '"' && c != ')' && c != '.' && c != 0x2019 && c != 0x201D)
            break;
        at += n;
    }
    return at;
}

uint32_t ofs_stops_in_run(const char run[OFS_RUN])
{
    uint8_t stops[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        stops[i] = OFS_MARK_IF(run[i] == '.');
    for (int i = 0; i < OFS_RUN; i++) /* in one expression compilers make a look into a table of it, and no vector */
        stops[i] |= OFS_MARK_IF((run[i] == '?') | (run[i] == '!'));
    return ofs_bits_of_run(stops);
}

/* Where the next mark stands that may end a sentence, or text.n. */
static uint32_t next_stop(ofs_str text, uint32_t i)
{
    char rest[OFS_RUN];
    for (; i < text.n; i += OFS_RUN) {
        uint32_t stops = ofs_stops_in_run(ofs_run_at(text.p + i, text.p + text.n, rest));
        if (stops)
            return i + ofs_lowest_bit(stops);
    }
    return text.n;
}

uint32_t ofs_sentence_end(ofs_str text, uint32_t from)
{
    for (uint32_t i = next_stop(text, from); i < text.n; i = next_stop(text, i)) {
        uint32_t end = skip_closing(text, i + 1), mark = end;
        while (mark < text.n && mark < end + 2 && ofs_is_digit(text.p[mark]))
            mark++;
        int is_decimal = mark > end && i && ofs_is_digit(text.p[i - 1]) && mark + 1 < text.n && /* 'at 2.5 of all' */
                         ofs_is_lower(text.p[mark + 1]);
        if ((mark == text.n || text.p[mark] == ' ') && !is_decimal && !is_abbreviation(text, i))
            return end;
        i = end; /* what closes it ends no other */
    }
    return text.n;
}
