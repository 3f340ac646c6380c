/* nearest.c: which judgement a label or a heading means that differs from the outline's by a word or two.
 *
 * By whole words, never by letters; what two judgements are as near to is neither's. */
#include "outline/outline.h"

#include <string.h>

enum { MOST_WORDS = 24, MOST_APART = 2, LEAST_SHARED = 2, STEM = 4, MOST_BYTES = 40 };

typedef struct words {
    ofs_str at[MOST_WORDS];
    uint32_t count, bytes;
} words;

/* 0: there are too many. */
static int split_words(ofs_str s, words *out)
{
    out->count = 0;
    out->bytes = s.n;
    for (uint32_t i = 0, end; i < s.n; i = end) {
        for (end = i; end < s.n && ofs_is_letter(s.p[end]); end++)
            ;
        if (end == i) {
            end++;
            continue;
        }
        if (out->count == MOST_WORDS)
            return 0;
        out->at[out->count++] = (ofs_str){s.p + i, end - i};
    }
    return 1;
}

/* The same but for case; longer ones also where only their endings differ: 'needs', 'needing'. */
static int alike(ofs_str a, ofs_str b)
{
    uint32_t n = a.n == b.n && a.n < STEM ? a.n : STEM;
    if (a.n < n || b.n < n || (n < STEM && a.n != b.n))
        return 0;
    for (uint32_t i = 0; i < n; i++)
        if ((a.p[i] | 0x20) != (b.p[i] | 0x20))
            return 0;
    return 1;
}

/* A word that says nothing of what is judged. */
static int is_small(ofs_str word)
{
    static const char *const small[] = {"the", "a",  "of",  "and",  "in",  "for", "to",
                                        "on",  "at", "who", "with", "are", "is",  NULL};
    return ofs_is_one_of(word, small);
}

/* How many words of `a` have no like in `b`, up to one more than may be; *telling counts those that say what is judged. */
static uint32_t missing(const words *a, const words *b, uint32_t *telling)
{
    uint8_t used[MOST_WORDS] = {0};
    uint32_t count = 0;
    for (uint32_t i = 0; i < a->count && count <= MOST_APART; i++) {
        uint32_t k = 0;
        while (k < b->count && (used[k] || !alike(a->at[i], b->at[k])))
            k++;
        if (k < b->count) {
            used[k] = 1;
            continue;
        }
        count++;
        *telling += !is_small(a->at[i]);
    }
    return count;
}

/* Words that one has and the other has not. Where each has one that says what is judged they are about two things. */
static uint32_t words_apart(const words *printed, const char *phrase)
{
    words label;
    ofs_str text = ofs_str_of(phrase);
    uint32_t lost = 0, more = 0;
    if (text.n > printed->bytes + MOST_BYTES || printed->bytes > text.n + MOST_BYTES || !split_words(text, &label))
        return UINT32_MAX;
    if (label.count > printed->count + MOST_APART || printed->count > label.count + MOST_APART)
        return UINT32_MAX;
    uint32_t absent = missing(&label, printed, &lost);
    if (absent > MOST_APART)
        return UINT32_MAX;
    uint32_t apart = absent + missing(printed, &label, &more), shared = label.count - absent;
    return (lost && more) || shared < LEAST_SHARED ? UINT32_MAX : apart;
}

typedef struct nearest {
    const char *key;
    uint32_t apart;
    int is_tie;
} nearest;

static void take_nearer(nearest *best, const words *printed, const char *key, const char *phrase)
{
    uint32_t apart = words_apart(printed, phrase);
    if (apart > MOST_APART || apart > best->apart)
        return;
    if (apart < best->apart)
        *best = (nearest){key, apart, 0};
    else
        best->is_tie |= strcmp(best->key, key) != 0;
}

const char *ofs_nearest_key(const ofs_row *rows, const ofs_heading *headings, ofs_str text)
{
    nearest best = {NULL, UINT32_MAX, 0};
    words printed;
    if (!split_words(text, &printed))
        return NULL;
    for (const ofs_row *row = rows; row && row->key; row++)
        if (row->kind < OFS_ROW_GROUP)
            take_nearer(&best, &printed, row->key, row->label);
    for (const ofs_heading *heading = headings; heading && heading->phrase; heading++)
        if (heading->key)
            take_nearer(&best, &printed, heading->key, heading->phrase);
    return best.is_tie ? NULL : best.key;
}

const ofs_row *ofs_nearest_row(const ofs_framework *framework, ofs_str text)
{
    const char *key = framework->rows ? ofs_nearest_key(framework->rows, framework->headings, text) : NULL;
    return key ? ofs_row_keyed(framework->rows, key) : NULL;
}
