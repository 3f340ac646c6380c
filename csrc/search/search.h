/* search.h: many short texts in one buffer, and a pattern of the user's looked for in each of them.
 *
 * A haystack is filled once and only read afterwards: any number of threads may search it at the same time, each
 * with a search of its own. Quotation marks, hyphens and spaces that look alike are one and the same to a search:
 * see ofs_haystack_add(). May not know of reports. Everything is allocated with malloc() and checked.
 */
#ifndef OFS_SEARCH_H
#define OFS_SEARCH_H

#include "ofsted.h"

typedef struct ofs_haystack ofs_haystack;

/* NULL: out of memory. */
ofs_haystack *ofs_haystack_new(void);
void ofs_haystack_free(ofs_haystack *haystack);

/* Appends one text, UTF-8 in which lone surrogates may stand as three bytes. Characters are folded one for one, so
 * that code points keep their numbers: curly quotation marks to straight ones, the hyphens and the en dash to '-',
 * spaces of other kinds to ' ', surrogates to U+FFFD. */
ofs_status ofs_haystack_add(ofs_haystack *haystack, const char *text, size_t length);
uint32_t ofs_haystack_count(const ofs_haystack *haystack);
/* Bytes of the texts before number `item`, which may be the count: what a caller measures its steps with. */
size_t ofs_haystack_offset(const ofs_haystack *haystack, uint32_t item);

enum { OFS_SEARCH_CASE = 1, OFS_SEARCH_WORD = 2, OFS_SEARCH_LITERAL = 4 };

enum {
    OFS_SEARCH_PATTERN_MAX = 16 * 1024, /* bytes of a pattern */
    OFS_SEARCH_SPANS = 64               /* matches of one text that are kept; the others are counted */
};

/* One text that matched: number `item`, `count` matches, of which spans[first .. first + kept) are kept. */
typedef struct ofs_hit {
    uint32_t item, count, first, kept;
} ofs_hit;

typedef struct ofs_search {
    ofs_hit *hits;
    ofs_span *spans; /* in code points of its text; of a match that is empty both ends are equal */
    uint32_t hit_count, span_count;
    uint32_t hit_capacity, span_capacity;
    struct ofs_search_engine *engine;
} ofs_search;

typedef enum ofs_search_status {
    OFS_SEARCH_OK,
    OFS_SEARCH_MEMORY,
    OFS_SEARCH_BAD_PATTERN,
    OFS_SEARCH_TOO_COSTLY, /* a text took more steps than are allowed */
    OFS_SEARCH_TOO_LONG    /* all texts together took more seconds than their size allows */
} ofs_search_status;

/* Where and why a pattern is wrong; `position` in code points of the pattern. */
typedef struct ofs_pattern_error {
    size_t position;
    char message[160];
} ofs_pattern_error;

/* Compiles `pattern` (folded like the texts). On OK *out is to be freed. */
ofs_search_status ofs_search_new(const char *pattern, size_t length, unsigned options, ofs_search **out,
                                 ofs_pattern_error *error);
/* Adds the hits of texts [from, to). The time that a search may take begins with its first call. After anything but OK the search is of no more use than to be freed. */
ofs_search_status ofs_search_run(ofs_search *search, const ofs_haystack *haystack, uint32_t from, uint32_t to);
void ofs_search_free(ofs_search *search);

#endif
