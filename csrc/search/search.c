/* search.c: a user's pattern, looked for in many short texts by PCRE2.
 *
 * The pattern comes from outside: its length, what it compiles to, what a match may cost and how long all of it may
 * take are limited, and it may not split characters (\C). Where PCRE2's own limit does not bound a match (it does not
 * count what a back reference compares, nor each character of a long text) a second form of the pattern is used, which
 * calls back between its items. May not know of reports, nor of Python. A text is matched by itself: no match reaches
 * from one into the next, and ^ and $ are its ends.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "search/search.h"

#include "base/clock.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

enum {
    MATCH_LIMIT = 1000000,        /* of PCRE2's steps in one text */
    DEPTH_LIMIT = 50000,
    HEAP_LIMIT = 32 * 1024,       /* KiB, only where there is no JIT */
    STACK_FIRST = 32 * 1024,      /* bytes of the stack that machine code backtracks on */
    STACK_MAX = 1024 * 1024,
    NEST_LIMIT = 100,             /* of parentheses in a pattern */
    SECONDS = 3,                  /* for a search, and one more for each SECOND_BYTES of text */
    SECOND_BYTES = 10000000,
    LOOK_AT_CLOCK = 65536,        /* after so many items of a pattern, in a text of less than BYTES_A_STEP */
    BYTES_A_STEP = 256,
    LONG_TEXT = 8 * 1024, /* bytes from which a text is a long one */
    A_LOOK = 16 /* texts, or matches in one, between two looks at the clock */
};

struct ofs_haystack {
    char *bytes;
    size_t *ends; /* of each text in `bytes` */
    size_t size, capacity;
    uint32_t count, room;
};

struct ofs_search_engine {
    pcre2_code *code;    /* for short texts, without calls back */
    pcre2_code *guarded; /* the same with them; for every text where the pattern has a back reference */
    pcre2_match_context *limits;
    pcre2_match_data *data;
    pcre2_jit_stack *stack;
    int may_be_empty, refers;
    double until;        /* seconds; 0 before the first text */
    size_t weight, left; /* of an item in the text that is looked at, and what remains until the clock is */
};

/* ---- the texts ---- */

ofs_haystack *ofs_haystack_new(void)
{
    return calloc(1, sizeof(ofs_haystack));
}

void ofs_haystack_free(ofs_haystack *haystack)
{
    if (!haystack)
        return;
    free(haystack->bytes);
    free(haystack->ends);
    free(haystack);
}

/* What the character of three bytes that begins with E2 is folded to; 0: to nothing else. */
static char folded(unsigned char second, unsigned char third)
{
    if (second != 0x80)
        return 0;
    switch (third) {
    case 0x98:
    case 0x99:
    case 0x9B:
        return '\'';
    case 0x9C:
    case 0x9D:
    case 0x9F:
        return '"';
    case 0x90:
    case 0x91:
    case 0x93:
        return '-';
    case 0x82:
    case 0x83:
    case 0x87:
    case 0x89:
    case 0x8A:
    case 0xAF:
        return ' ';
    default:
        return 0;
    }
}

/* Copies to `to`, which has room for `length` bytes, one character for each; how many bytes it wrote. */
static size_t fold(const char *from, size_t length, char *to)
{
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)from[i];
        size_t left = length - i;
        char ascii = 0;
        if (c == 0xE2 && left > 2 && (ascii = folded((unsigned char)from[i + 1], (unsigned char)from[i + 2])) != 0) {
            to[n++] = ascii;
            i += 2;
        } else if (c == 0xC2 && left > 1 && (unsigned char)from[i + 1] == 0xA0) {
            to[n++] = ' ';
            i += 1;
        } else if (c == 0xED && left > 2 && (unsigned char)from[i + 1] >= 0xA0) {
            memcpy(to + n, "\xEF\xBF\xBD", 3);
            n += 3;
            i += 2;
        } else {
            to[n++] = (char)c;
        }
    }
    return n;
}

/* Room for `more` elements of `size` bytes after `count`; the array, moved if need be, or NULL and all is as it was. */
static void *grown(void *array, size_t count, size_t more, size_t *capacity, size_t size)
{
    if (array && *capacity - count >= more)
        return array;
    size_t wanted = *capacity < 64 ? 64 : *capacity;
    while (wanted - count < more) {
        if (wanted > SIZE_MAX / size / 4)
            return NULL;
        wanted *= 2;
    }
    void *moved = realloc(array, wanted * size);
    if (moved)
        *capacity = wanted;
    return moved;
}

ofs_status ofs_haystack_add(ofs_haystack *haystack, const char *text, size_t length)
{
    if (length > OFS_MAX_TEXT || haystack->count == UINT32_MAX - 1)
        return OFS_ERR_TOO_LARGE;
    size_t room = haystack->room;
    size_t *ends = grown(haystack->ends, haystack->count, 1, &room, sizeof *ends);
    if (!ends)
        return OFS_ERR_MEMORY;
    haystack->ends = ends;
    haystack->room = room < UINT32_MAX ? (uint32_t)room : UINT32_MAX;
    char *bytes = grown(haystack->bytes, haystack->size, length + 1, &haystack->capacity, 1);
    if (!bytes)
        return OFS_ERR_MEMORY;
    haystack->bytes = bytes;
    haystack->size += fold(text, length, bytes + haystack->size);
    ends[haystack->count++] = haystack->size;
    return OFS_OK;
}

uint32_t ofs_haystack_count(const ofs_haystack *haystack)
{
    return haystack->count;
}

size_t ofs_haystack_offset(const ofs_haystack *haystack, uint32_t item)
{
    return item && item <= haystack->count ? haystack->ends[item - 1] : 0;
}

/* ---- the pattern ---- */

static size_t code_points(const char *bytes, size_t length)
{
    size_t n = 0;
    for (size_t i = 0; i < length; i++)
        n += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return n;
}

static void tell(ofs_pattern_error *error, int code, const char *pattern, size_t length, size_t where)
{
    error->position = code_points(pattern, where < length ? where : length);
    pcre2_get_error_message(code, (PCRE2_UCHAR *)error->message, sizeof error->message);
}

static ofs_search_status compile(struct ofs_search_engine *engine, const char *pattern, size_t length, unsigned options,
                                 ofs_pattern_error *error)
{
    uint32_t flags = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_UCP | PCRE2_DOTALL;
    if (options & OFS_SEARCH_LITERAL)
        flags = PCRE2_UTF | PCRE2_LITERAL;
    if (!(options & OFS_SEARCH_CASE))
        flags |= PCRE2_CASELESS;
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    if (!context)
        return OFS_SEARCH_MEMORY;
    pcre2_set_parens_nest_limit(context, NEST_LIMIT);
    if (options & OFS_SEARCH_WORD)
        pcre2_set_compile_extra_options(context, PCRE2_EXTRA_MATCH_WORD);
    int code = 0;
    PCRE2_SIZE where = 0;
    engine->code = pcre2_compile((PCRE2_SPTR)pattern, length, flags, &code, &where, context);
    if (engine->code)
        engine->guarded =
            pcre2_compile((PCRE2_SPTR)pattern, length, flags | PCRE2_AUTO_CALLOUT, &code, &where, context);
    pcre2_compile_context_free(context);
    if (engine->guarded)
        return OFS_SEARCH_OK;
    if (code == PCRE2_ERROR_HEAP_FAILED)
        return OFS_SEARCH_MEMORY;
    tell(error, code, pattern, length, where);
    return OFS_SEARCH_BAD_PATTERN;
}

/* ---- the time it may take ---- */

/* Called by PCRE2 before each item of the pattern: not 0 ends the match. */
static int count_item(pcre2_callout_block *block, void *data)
{
    struct ofs_search_engine *engine = data;
    (void)block;
    if (engine->left > engine->weight) {
        engine->left -= engine->weight;
        return 0;
    }
    engine->left = LOOK_AT_CLOCK;
    return ofs_seconds() > engine->until ? PCRE2_ERROR_CALLOUT : 0;
}

/* What a match needs beside the pattern. Without JIT the stack is not used. */
static int prepare(struct ofs_search_engine *engine)
{
    uint32_t empty = 1, references = 1;
    engine->limits = pcre2_match_context_create(NULL);
    engine->data = pcre2_match_data_create(1, NULL);
    if (!engine->limits || !engine->data)
        return 0;
    pcre2_set_match_limit(engine->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(engine->limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(engine->limits, HEAP_LIMIT);
    pcre2_set_callout(engine->limits, count_item, engine);
    pcre2_pattern_info(engine->code, PCRE2_INFO_BACKREFMAX, &references);
    engine->refers = references != 0;
    int machine_code = pcre2_jit_compile(engine->guarded, PCRE2_JIT_COMPLETE) == 0;
    if (!engine->refers)
        machine_code |= pcre2_jit_compile(engine->code, PCRE2_JIT_COMPLETE) == 0;
    if (machine_code) {
        engine->stack = pcre2_jit_stack_create(STACK_FIRST, STACK_MAX, NULL);
        if (engine->stack)
            pcre2_jit_stack_assign(engine->limits, NULL, engine->stack);
    }
    pcre2_pattern_info(engine->code, PCRE2_INFO_MATCHEMPTY, &empty);
    engine->may_be_empty = empty != 0;
    return 1;
}

ofs_search_status ofs_search_new(const char *pattern, size_t length, unsigned options, ofs_search **out,
                                 ofs_pattern_error *error)
{
    memset(error, 0, sizeof *error);
    if (length > OFS_SEARCH_PATTERN_MAX) {
        memcpy(error->message, "it is too long", sizeof "it is too long");
        return OFS_SEARCH_BAD_PATTERN;
    }
    ofs_search *search = calloc(1, sizeof *search);
    char *same = malloc(length + 1);
    ofs_search_status status = OFS_SEARCH_MEMORY;
    if (search && same && (search->engine = calloc(1, sizeof *search->engine)) != NULL) {
        status = compile(search->engine, same, fold(pattern, length, same), options, error);
        if (status == OFS_SEARCH_OK && !prepare(search->engine))
            status = OFS_SEARCH_MEMORY;
    }
    free(same);
    if (status == OFS_SEARCH_OK)
        *out = search;
    else
        ofs_search_free(search);
    return status;
}

void ofs_search_free(ofs_search *search)
{
    if (!search)
        return;
    if (search->engine) {
        pcre2_match_data_free(search->engine->data);
        pcre2_match_context_free(search->engine->limits);
        pcre2_jit_stack_free(search->engine->stack);
        pcre2_code_free(search->engine->code);
        pcre2_code_free(search->engine->guarded);
        free(search->engine);
    }
    free(search->hits);
    free(search->spans);
    free(search);
}

/* ---- looking ---- */

static int room_for(void **array, uint32_t count, uint32_t *capacity, size_t size)
{
    size_t room = *capacity;
    void *moved = count < UINT32_MAX ? grown(*array, count, 1, &room, size) : NULL;
    if (!moved)
        return 0;
    *array = moved;
    *capacity = room < UINT32_MAX ? (uint32_t)room : UINT32_MAX;
    return 1;
}

static int keep_span(ofs_search *search, ofs_hit *hit, size_t start, size_t end)
{
    hit->count++;
    if (hit->kept == OFS_SEARCH_SPANS)
        return 1;
    void *spans = search->spans;
    if (!room_for(&spans, search->span_count, &search->span_capacity, sizeof(ofs_span)))
        return 0;
    search->spans = spans;
    search->spans[search->span_count++] = (ofs_span){(uint32_t)start, (uint32_t)end};
    hit->kept++;
    return 1;
}

static int keep_hit(ofs_search *search, ofs_hit hit)
{
    void *hits = search->hits;
    if (!room_for(&hits, search->hit_count, &search->hit_capacity, sizeof hit))
        return 0;
    search->hits = hits;
    search->hits[search->hit_count++] = hit;
    return 1;
}

/* One match at or after `from`: 1 and its ends, 0 for none, or -1 with the status. */
static int match(const ofs_search *search, const char *text, size_t length, size_t from, uint32_t flags, size_t at[2],
                 ofs_search_status *status)
{
    const struct ofs_search_engine *engine = search->engine;
    const pcre2_code *code = engine->refers || length >= LONG_TEXT ? engine->guarded : engine->code;
    int found =
        pcre2_match(code, (PCRE2_SPTR)text, length, from, flags | PCRE2_NO_UTF_CHECK, engine->data, engine->limits);
    if (found == PCRE2_ERROR_NOMATCH)
        return 0;
    if (found < 0) {
        *status = found == PCRE2_ERROR_NOMEMORY  ? OFS_SEARCH_MEMORY
                  : found == PCRE2_ERROR_CALLOUT ? OFS_SEARCH_TOO_LONG
                                                 : OFS_SEARCH_TOO_COSTLY;
        return -1;
    }
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(engine->data);
    at[0] = ends[0];
    at[1] = ends[1] < ends[0] ? ends[0] : ends[1]; /* \K in a lookahead turns them round */
    return 1;
}

/* Every match in one text: those that are not empty, or one that is. Bytes are counted to code points on the way. */
static ofs_search_status look(ofs_search *search, uint32_t item, const char *text, size_t length)
{
    ofs_hit hit = {item, 0, search->span_count, 0};
    ofs_search_status status = OFS_SEARCH_OK;
    size_t from = 0, counted = 0, points = 0, at[2] = {0, 0};
    int found = 1;
    if (search->engine->may_be_empty && (found = match(search, text, length, 0, 0, at, &status)) <= 0)
        return status;
    size_t place = at[0];
    while (from < length && (found = match(search, text, length, from, PCRE2_NOTEMPTY, at, &status)) != 0) {
        if (found < 0)
            return status;
        for (int i = 0; i < 2; i++) /* \K in a lookbehind: never backwards */
            if (at[i] < counted)
                at[i] = counted;
        size_t start = points + code_points(text + counted, at[0] - counted);
        points = start + code_points(text + at[0], at[1] - at[0]);
        counted = at[1];
        if (!keep_span(search, &hit, start, points))
            return OFS_SEARCH_MEMORY;
        if (hit.count % A_LOOK == 0 && ofs_seconds() > search->engine->until)
            return OFS_SEARCH_TOO_LONG;
        from = at[1] > from ? at[1] : from + 1;
        while (from < length && ((unsigned char)text[from] & 0xC0) == 0x80)
            from++;
        if (counted < from && at[1] < from) {
            points += code_points(text + counted, from - counted);
            counted = from;
        }
    }
    if (!hit.count && search->engine->may_be_empty) {
        place = code_points(text, place);
        if (!keep_span(search, &hit, place, place))
            return OFS_SEARCH_MEMORY;
    }
    return hit.count && !keep_hit(search, hit) ? OFS_SEARCH_MEMORY : OFS_SEARCH_OK;
}

ofs_search_status ofs_search_run(ofs_search *search, const ofs_haystack *haystack, uint32_t from, uint32_t to)
{
    if (to > haystack->count)
        to = haystack->count;
    struct ofs_search_engine *engine = search->engine;
    if (engine->until <= 0)
        engine->until = ofs_seconds() + SECONDS + (double)haystack->size / SECOND_BYTES;
    for (uint32_t item = from; item < to; item++) {
        size_t start = ofs_haystack_offset(haystack, item);
        engine->weight = 1 + (haystack->ends[item] - start) / BYTES_A_STEP;
        if (item % A_LOOK == 0 && ofs_seconds() > engine->until)
            return OFS_SEARCH_TOO_LONG;
        ofs_search_status status = look(search, item, haystack->bytes + start, haystack->ends[item] - start);
        if (status != OFS_SEARCH_OK)
            return status;
    }
    return OFS_SEARCH_OK;
}
