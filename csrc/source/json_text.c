/* json_text.c: which strings of a JSON file are a report's text, one below the other, a form feed where the page changes.
 *
 * Programs print the same words several times (all in one, by lines, by words); those of one shape are taken. Where none
 * holds nearly all of the words, or they are not in the order of their pages, or of several files, nothing is. May not
 * decide what a line means. */
#include "source/cells.h"
#include "source/characters.h"
#include "source/copies.h"
#include "source/json_strings.h"

#include <string.h>

enum {
    SHORTEST_MEAN = 12, /* bytes of a string that is more than a word */
    LEAST_MEAN = 3, /* ... than a letter */
    PAGE_MEAN = 400, /* ... that may be a page */
    MOST_PAGES_SKIPPED = 6
};

/* What the strings of one shape are like. */
typedef struct tally {
    uint64_t bytes, spaces;
    uint32_t strings, paged;
    int is_disordered; /* a page follows a later one */
    int32_t last;
} tally;

static int is_word(const ofs_json *json, const ofs_json_string *string)
{
    return json->objects[string->object].kind == OFS_WORD_STRING;
}

/* The page that its object names, or all in that, or what stands around; or -1. */
static int32_t page_in_objects(const ofs_json *json, uint32_t at)
{
    int32_t turn = -1;
    for (;; at = json->objects[at].parent) {
        const ofs_json_object *object = &json->objects[at];
        if (object->page >= 0 || object->nested >= 0)
            return object->page >= 0 ? object->page : object->nested;
        if (object->nested == -2) /* it holds several pages: so its words are of all */
            return turn;
        if (turn < 0)
            turn = object->turn;
        if (!at)
            return turn;
    }
}

static int is_in_spans(const ofs_json *json, const ofs_json_string *string)
{
    const ofs_shape *object = &json->shapes[json->shapes[string->shape].parent];
    return ofs_equal(json->shapes[object->parent].key, OFS_LIT("spans"));
}

/* Two of one list stand beside each other: spans, which hold the spaces between them, or pieces that say that they are as
 * far down the page. */
static int are_spans(const ofs_json *json, const ofs_json_string *one, const ofs_json_string *other)
{
    return is_in_spans(json, other) && json->objects[one->object].parent == json->objects[other->object].parent;
}

static int are_level(const ofs_json *json, const ofs_json_string *one, const ofs_json_string *other)
{
    const ofs_json_object *a = &json->objects[one->object], *b = &json->objects[other->object];
    return a != b && a->y.n && a->parent == b->parent && ofs_equal(a->y, b->y);
}

/* 'Overall effectiveness' and 'Good' are two columns, 'Area SEND i' and 'nspection' are none. */
static int are_columns(const char *text, const ofs_json_string *one, const ofs_json_string *other)
{
    return ofs_is_lower(text[one->end - 1]) && ofs_is_upper(text[other->start]);
}

static int32_t page_at(const ofs_json *json, const ofs_json_string *string)
{
    int32_t page = page_in_objects(json, string->object);
    return page >= 0 ? page : string->turn;
}

static void count_strings(const ofs_json *json, ofs_str text, tally *tallies)
{
    for (uint32_t i = 0; i < json->count; i++) {
        const ofs_json_string *string = &json->strings[i];
        tally *of = &tallies[string->shape];
        if (is_word(json, string))
            continue;
        int32_t page = page_at(json, string);
        of->strings++;
        of->bytes += string->end - string->start;
        for (uint32_t at = string->start; at < string->end; at++)
            of->spaces += text.p[at] == ' ';
        of->paged += page >= 0;
        of->is_disordered |= page >= 0 && of->last > page;
        of->last = page;
    }
}

/* Prose has spaces, pictures as letters have none. */
static int may_be_text(const ofs_json *json, const tally *tallies, uint32_t shape)
{
    static const char *const others[] = {"text_as_html", "html", "orig", NULL};
    const tally *of = &tallies[shape];
    ofs_str key = json->shapes[shape].key;
    if (!shape || of->bytes < (uint64_t)of->strings * LEAST_MEAN || !of->strings ||
        (key.n && ofs_is_one_of(key, others)))
        return 0;
    return ofs_names_text(key) || of->spaces * 16 > of->bytes;
}

static int rank_of(const tally *of)
{
    int is_paged = of->paged * 2 >= of->strings, is_long = of->bytes >= (uint64_t)of->strings * SHORTEST_MEAN;
    return is_long * 2 + is_paged;
}

/* Of those that hold nearly all of the words the one whose pages are known, and no single words; or 0. */
static uint32_t shape_of_text(const ofs_json *json, const tally *tallies)
{
    uint64_t most = 0;
    uint32_t found = 0;
    for (uint32_t i = 1; i < json->shape_count; i++)
        if (may_be_text(json, tallies, i) && tallies[i].bytes > most)
            most = tallies[i].bytes;
    for (uint32_t i = 1; i < json->shape_count; i++) {
        int is_full = may_be_text(json, tallies, i) && tallies[i].bytes * 5 >= most * 4;
        if (is_full && (!found || rank_of(&tallies[i]) > rank_of(&tallies[found])))
            found = i;
    }
    return found;
}

/* The text that they hold. */

static void copy_escape(ofs_copying *copy, const char *end)
{
    char sign[4];
    uint32_t length, bytes = ofs_escape_at(copy->p, end, sign, &length);
    if (bytes)
        ofs_copy_as(copy, bytes, (ofs_str){sign, length});
    else
        ofs_copy_without(copy, 1);
}

static void copy_words(ofs_copying *copy, const char *p, const char *end)
{
    ofs_copy_without(copy, (uint32_t)(p - copy->p));
    while (copy->p < end) {
        ofs_copy(copy, (uint32_t)(ofs_find_byte(copy->p, end, '\\') - copy->p));
        if (copy->p < end)
            copy_escape(copy, end);
    }
}

static void copy_bullet(ofs_copying *copy)
{
    for (const char *sign = "\xE2\x80\xA2 "; *sign; sign++)
        ofs_copy_and(copy, *sign);
}

typedef struct joining {
    const ofs_json *json;
    uint32_t shape;
    int has_pages, is_of_words, goes_over_lines;
    int32_t page;
    const ofs_json_string *last; /* the one before, or NULL */
} joining;

/* What comes between a string and the one before. */
static void copy_break(ofs_copying *copy, joining *to, const ofs_json_string *next)
{
    int32_t page = to->has_pages ? page_at(to->json, next) : -1;
    int32_t turns = page > to->page ? page - to->page : 0;
    if (turns > MOST_PAGES_SKIPPED)
        turns = to->last != NULL;
    int is_level = turns == 0 && to->last && are_level(to->json, to->last, next);
    int is_same_line = is_level || (turns == 0 && to->last && are_spans(to->json, to->last, next));
    if (to->last && !is_same_line)
        ofs_copy_and(copy, to->is_of_words && !turns ? ' ' : '\n');
    else if (is_level && are_columns(copy->given, to->last, next))
        ofs_copy_and(copy, '\t');
    if (to->last && to->goes_over_lines && to->has_pages && !turns)
        ofs_copy_and(copy, '\n'); /* a block of a page */
    for (; turns > 0; turns--)
        ofs_copy_and(copy, '\f');
    to->page = page >= 0 ? page : to->page;
}

static void copy_string(ofs_copying *copy, joining *to, const ofs_json_string *string)
{
    const ofs_json_object *object = &to->json->objects[string->object];
    const char *p = copy->given + string->start, *end = copy->given + string->end;
    copy_break(copy, to, string);
    if (object->table.n && object->table.p >= copy->p) {
        copy_words(copy, object->table.p, object->table.p + object->table.n);
    } else if (p >= copy->p) {
        if (object->kind == OFS_ITEM_STRING && p < end && ofs_is_letter(*p))
            copy_bullet(copy);
        copy_words(copy, p, end);
    }
    for (; p + 1 < end && !to->goes_over_lines; p++)
        to->goes_over_lines = *p == '\\' && p[1] == 'n';
    to->last = string;
}

static void copy_text(ofs_source *source, const ofs_json *json, const tally *of, uint32_t shape)
{
    int is_paged = of->paged == of->strings;
    int is_by_key = json->shapes[shape].is_numbered; /* an index of a frame's rows, too */
    joining to = {.json = json, .shape = shape, .page = 1};
    to.has_pages = is_paged && (!is_by_key || of->bytes >= (uint64_t)of->strings * PAGE_MEAN);
    to.is_of_words = of->bytes < (uint64_t)of->strings * SHORTEST_MEAN;
    ofs_copying copy = ofs_begin_copy(source);
    for (uint32_t i = 0; i < json->count; i++)
        if (json->strings[i].shape == shape && !is_word(json, &json->strings[i]))
            copy_string(&copy, &to, &json->strings[i]);
    ofs_end_copy(&copy);
}

int ofs_read_json(ofs_source *source)
{
    ofs_str text = source->text;
    uint32_t first = ofs_byte_order_mark(text);
    while (first < text.n && strchr(" \n\r\t", text.p[first]) && text.p[first])
        first++;
    if (first == text.n || (text.p[first] != '{' && text.p[first] != '['))
        return 0;
    ofs_json *json = OFS_NEW(&source->arena, ofs_json);
    tally *tallies = OFS_NEW_ARRAY(&source->arena, tally, OFS_MOST_SHAPES);
    ofs_str from = {text.p + first, text.n - first};
    if (!ofs_read_json_strings(&source->arena, from, json))
        return 0;
    for (uint32_t i = 0; i < json->count; i++) {
        json->strings[i].start += first;
        json->strings[i].end += first;
    }
    count_strings(json, text, tallies);
    uint32_t shape = shape_of_text(json, tallies);
    if (!shape || tallies[shape].is_disordered || json->several_files)
        return 0;
    copy_text(source, json, &tallies[shape], shape);
    return 1;
}
