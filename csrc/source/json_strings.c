/* json_strings.c: walks through a JSON file, or one of JSON lines, or what Python prints of lists and dicts ("{'page': 1,
 * …}"), and notes its strings, with their keys and with the page that an object names. Whole or not at all: what is not JSON
 * to its end is none. Without recursion, in one pass.
 *
 * May not decide which string is a report's text. */
#include "source/json_strings.h"
#include "source/cells.h"

#include <string.h>

enum { DEEPEST = 64, MOST_DIGITS = 6, MOST_VALUES = 1000000 /* strings, or objects */ };

/* An object or list that is open. */
typedef struct level {
    uint32_t shape, object, index;
    ofs_str key; /* of the value that comes next; of a list none */
    int is_list, has_key, is_of_pages;
} level;

typedef struct walk {
    ofs_arena *arena;
    ofs_json *to;
    const char *start, *p, *end;
    level levels[DEEPEST + 1]; /* 0: around all */
    uint32_t depth;
    int is_behind_value;
} walk;

/* A number that is all of the words but what stands before it, 'page_3'; or -1. */
static int32_t page_of(ofs_str words)
{
    uint32_t first = 0, number = 0;
    while (first < words.n && !ofs_is_digit(words.p[first]))
        first++;
    if (first == words.n || words.n - first > MOST_DIGITS)
        return -1;
    for (uint32_t i = first; i < words.n; i++) {
        if (!ofs_is_digit(words.p[i]))
            return -1;
        number = number * 10 + (uint32_t)(words.p[i] - '0');
    }
    while (first && (words.p[first - 1] == '_' || words.p[first - 1] == ' ' || words.p[first - 1] == '-'))
        first--;
    return !first || ofs_names_page((ofs_str){words.p, first}) ? (int32_t)number : -1;
}

static uint32_t shape_of(ofs_json *json, uint32_t parent, ofs_str key)
{
    int is_numbered = key.n && page_of(key) >= 0;
    if (is_numbered)
        key.n = 0;
    for (uint32_t i = 1; i < json->shape_count; i++) {
        const ofs_shape *shape = &json->shapes[i];
        if (shape->parent == parent && shape->is_numbered == is_numbered && ofs_equal(shape->key, key))
            return i;
    }
    if (json->shape_count == OFS_MOST_SHAPES)
        return 0;
    json->shapes[json->shape_count] = (ofs_shape){parent, key, is_numbered};
    return json->shape_count++;
}

static uint32_t add_object(walk *w, uint32_t parent, int32_t turn)
{
    ofs_json *to = w->to;
    to->objects = ofs_arena_grow(w->arena, to->objects, to->object_count, &to->object_capacity, sizeof *to->objects);
    to->objects[to->object_count] = (ofs_json_object){.parent = parent, .page = -1, .nested = -1, .turn = turn};
    return to->object_count++;
}

static int32_t turn_at(const level *at)
{
    return !at->is_list ? page_of(at->key) : at->is_of_pages ? (int32_t)at->index + 1 : -1;
}

static int32_t merged(int32_t one, int32_t other)
{
    return other == -1 ? one : one == -1 || one == other ? other : -2;
}

/* What an object says of itself. */

static void see_file(ofs_json *json, ofs_str key, ofs_str words)
{
    static const char *const names[] = {"source", "filename", "file_name", "file_path", "file", NULL};
    if (!ofs_is_one_of(key, names))
        return;
    json->several_files |= json->file.n && !ofs_equal(json->file, words);
    json->file = words;
}

static void see_kind(ofs_json_object *object, ofs_str key, ofs_str words)
{
    static const char *const names[] = {"type", "blocktype", "block_type", "label", "category", NULL};
    static const char *const of_words[] = {"word", NULL}, *const of_items[] = {"listitem", "list_item", "list-item",
                                                                               NULL};
    if (!ofs_is_one_of(key, names))
        return;
    if (ofs_is_one_of(words, of_words))
        object->kind = OFS_WORD_STRING;
    else if (ofs_is_one_of(words, of_items))
        object->kind = OFS_ITEM_STRING;
}

static void see_value(walk *w, ofs_str words)
{
    level *at = &w->levels[w->depth];
    if (at->is_list)
        return;
    ofs_json_object *object = &w->to->objects[at->object];
    int32_t page = ofs_names_page(at->key) ? page_of(words) : -1;
    if (page >= 0)
        object->page = page;
    if (ofs_names_tags(at->key))
        object->table = words;
    if (ofs_is_phrase(at->key, "y"))
        object->y = words;
    see_kind(object, at->key, words);
    see_file(w->to, at->key, words);
}

/* The walk. */

static int is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static int is_of_literal(char c)
{
    return ofs_is_letter(c) || ofs_is_digit(c) || c == '-' || c == '+' || c == '.';
}

static int begins_string(char c)
{
    return c == '"' || c == '\'';
}

/* The text of the string at p; p then stands behind it. */
static int take_string(walk *w, ofs_str *words)
{
    const char *p = w->p + 1;
    while (p < w->end && *p != *w->p)
        p += *p == '\\' ? 2 : 1;
    if (p >= w->end)
        return 0;
    *words = ofs_slice(w->p + 1, p);
    w->p = p + 1;
    return 1;
}

static void end_value(walk *w)
{
    level *at = &w->levels[w->depth];
    at->has_key = 0;
    at->index++;
    w->is_behind_value = 1;
}

static int take_key(walk *w)
{
    level *at = &w->levels[w->depth];
    if (!begins_string(*w->p) || !take_string(w, &at->key))
        return 0;
    while (w->p < w->end && is_blank(*w->p))
        w->p++;
    at->has_key = 1;
    return w->p < w->end && *w->p++ == ':';
}

static int open_level(walk *w)
{
    static const char *const pages[] = {"pages", NULL};
    level *above = &w->levels[w->depth];
    if (w->depth == DEEPEST || w->to->object_count > MOST_VALUES)
        return 0;
    level *at = &w->levels[++w->depth];
    int is_list = *w->p++ == '[';
    *at = (level){.is_list = is_list, .object = above->object};
    at->shape = shape_of(w->to, above->shape, above->is_list ? OFS_LIT("") : above->key);
    at->is_of_pages = is_list && !above->is_list && above->key.n && ofs_is_one_of(above->key, pages);
    if (!is_list)
        at->object = add_object(w, above->object, turn_at(above));
    w->is_behind_value = 0;
    return 1;
}

static int close_level(walk *w)
{
    const level *at = &w->levels[w->depth];
    if (!w->depth || at->has_key || at->is_list != (*w->p == ']'))
        return 0;
    if (!at->is_list) {
        const ofs_json_object *object = &w->to->objects[at->object];
        ofs_json_object *parent = &w->to->objects[object->parent];
        parent->nested = merged(parent->nested, object->page >= 0 ? object->page : object->nested);
        if (!w->levels[w->depth - 1].is_list && !parent->table.n) /* what `metadata` says of an element */
            parent->table = object->table;
    }
    w->p++;
    w->depth--;
    end_value(w);
    return 1;
}

static int take_text(walk *w)
{
    const level *at = &w->levels[w->depth];
    ofs_str words;
    if (w->to->count > MOST_VALUES || !take_string(w, &words))
        return 0;
    see_value(w, words);
    ofs_json *to = w->to;
    to->strings = ofs_arena_grow(w->arena, to->strings, to->count, &to->capacity, sizeof *to->strings);
    uint32_t start = (uint32_t)(words.p - w->start);
    uint32_t shape = shape_of(to, at->shape, at->is_list ? OFS_LIT("") : at->key);
    to->strings[to->count++] = (ofs_json_string){start, start + words.n, shape, at->object, turn_at(at)};
    end_value(w);
    return 1;
}

/* A number, true, false, null. */
static int take_literal(walk *w)
{
    const char *p = w->p;
    while (w->p < w->end && is_of_literal(*w->p))
        w->p++;
    see_value(w, ofs_slice(p, w->p));
    end_value(w);
    return w->p > p && (ofs_is_digit(*p) || strchr("-tfnNITF", *p) != NULL);
}

static int take_value(walk *w)
{
    int is_open = *w->p == '{' || *w->p == '[';
    if (w->is_behind_value && w->depth)
        return 0;
    if (w->depth && !w->levels[w->depth].is_list && !w->levels[w->depth].has_key)
        return take_key(w);
    if (is_open)
        return open_level(w);
    return w->depth && (begins_string(*w->p) ? take_text(w) : take_literal(w));
}

static int step(walk *w)
{
    if (is_blank(*w->p)) {
        w->p++;
        return 1;
    }
    if (*w->p == '}' || *w->p == ']')
        return close_level(w);
    if (*w->p != ',')
        return take_value(w);
    int may_go_on = w->depth && w->is_behind_value;
    w->is_behind_value = 0;
    w->p++;
    return may_go_on;
}

int ofs_read_json_strings(ofs_arena *arena, ofs_str text, ofs_json *found)
{
    walk w = {.arena = arena, .to = found, .start = text.p, .p = text.p, .end = text.p + text.n};
    found->shape_count = 1;
    add_object(&w, 0, -1);
    w.levels[0] = (level){.is_list = 1};
    while (w.p < w.end)
        if (!step(&w))
            return 0;
    return !w.depth && found->count > 0;
}
