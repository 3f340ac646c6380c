/* tree.c: the structure tree of a document, page by page, as nodes.
 *
 * As PDFium has it: the tree of parents names the elements of a page; those and what they stand in, up to the root, are
 * the page's, in the order of the document. Walks without recursion. May not look at characters. */
#include <string.h>

#include "pdf/own/parts.h"

enum { MOST_RISE = 32, MOST_NAME = 15, MOST_NUMBER_DEPTH = 32, MOST_ID = 1 << 30 };

/* An element: 0 as a number is none. */
typedef struct element {
    const ofs_own_value *dict;
    uint32_t parent, page; /* its own Pg */
    uint32_t reached;      /* the page, from 1, that it was last found on */
    uint8_t is_top, tag, level;
} element;

typedef struct parents {
    int32_t key;
    const ofs_own_value *value;
} parents;

typedef struct ofs_own_tree {
    const ofs_own_value *root, *roles;
    uint32_t root_number;
    element **elements; /* by number of object */
    parents *parents;
    uint32_t parent_count, parent_capacity;
    uint32_t pages; /* opened so far */
} ofs_own_tree;

static uint32_t number_of(const ofs_own_value *raw)
{
    return raw && raw->kind == OWN_REF ? (uint32_t)raw->as.integer : 0;
}

/* The tree of parents: a tree of numbers, in ascending order and within the limits it states. */

typedef struct number_level {
    const ofs_own_value *kids;
    uint32_t next;
} number_level;

static void add_numbers(ofs_own *own, ofs_own_tree *tree, const ofs_own_value *numbers)
{
    if (numbers->kind != OWN_ARRAY || numbers->count % 2)
        ofs_own_refuse(own, "a tree of numbers that is not in form");
    for (uint32_t i = 0; i < numbers->count; i += 2) {
        const ofs_own_value *key = ofs_own_follow(own, &numbers->as.items[i]);
        if (!key || key->kind != OWN_INT || key->as.integer < 0 ||
            (tree->parent_count && tree->parents[tree->parent_count - 1].key >= key->as.integer))
            ofs_own_refuse(own, "a tree of numbers that is not in order");
        tree->parents =
            ofs_arena_grow(own->arena, tree->parents, tree->parent_count, &tree->parent_capacity, sizeof(parents));
        tree->parents[tree->parent_count++] = (parents){key->as.integer, &numbers->as.items[i + 1]};
    }
}

static void check_limits(ofs_own *own, const ofs_own_tree *tree, const ofs_own_value *node, uint32_t first)
{
    const ofs_own_value *limits = ofs_own_get(own, node, "Limits");
    if (!limits || tree->parent_count == first)
        return;
    if (limits->kind != OWN_ARRAY || limits->count != 2 || limits->as.items[0].kind != OWN_INT ||
        limits->as.items[1].kind != OWN_INT || limits->as.items[0].as.integer > tree->parents[first].key ||
        limits->as.items[1].as.integer < tree->parents[tree->parent_count - 1].key)
        ofs_own_refuse(own, "a tree of numbers with wrong limits");
}

static void read_numbers(ofs_own *own, ofs_own_tree *tree, const ofs_own_value *node)
{
    struct {
        const ofs_own_value *node, *kids;
        uint32_t next, first;
    } levels[MOST_NUMBER_DEPTH];
    int depth = 0;
    while (node || depth) {
        if (node) {
            const ofs_own_value *numbers = ofs_own_get(own, node, "Nums"), *kids = ofs_own_get(own, node, "Kids");
            if (node->kind != OWN_DICT || depth == MOST_NUMBER_DEPTH || (numbers && kids) ||
                (kids && kids->kind != OWN_ARRAY))
                ofs_own_refuse(own, "a tree of numbers that is not in form");
            ofs_own_work(own, 1);
            levels[depth].node = node;
            levels[depth].kids = kids;
            levels[depth].next = 0;
            levels[depth++].first = tree->parent_count;
            if (numbers)
                add_numbers(own, tree, numbers);
        }
        const ofs_own_value *kids = levels[depth - 1].kids;
        if (kids && levels[depth - 1].next < kids->count) {
            node = ofs_own_follow(own, &kids->as.items[levels[depth - 1].next++]);
            if (!node)
                ofs_own_refuse(own, "a tree of numbers that is not in form");
        } else {
            depth--;
            check_limits(own, tree, levels[depth].node, levels[depth].first);
            node = NULL;
        }
    }
}

static const ofs_own_value *parents_of(ofs_own *own, const ofs_own_tree *tree, int32_t key)
{
    uint32_t first = 0, end = tree->parent_count;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (tree->parents[middle].key == key)
            return ofs_own_follow(own, tree->parents[middle].value);
        if (tree->parents[middle].key < key)
            first = middle + 1;
        else
            end = middle;
    }
    return NULL;
}

static ofs_own_tree *open_tree(ofs_own *own)
{
    ofs_own_tree *tree = own->tree = OFS_NEW(own->arena, ofs_own_tree);
    const ofs_own_value *info = ofs_own_get(own, own->catalog, "MarkInfo");
    const ofs_own_value *marked = ofs_own_get(own, info, "Marked"),
                        *raw = ofs_own_get_raw(own->catalog, "StructTreeRoot");
    if (info && info->kind != OWN_DICT)
        ofs_own_refuse(own, "a document that is marked oddly");
    if (!marked || (marked->kind != OWN_BOOL && marked->kind != OWN_INT) || !marked->as.integer)
        return tree;
    tree->root = ofs_own_follow(own, raw);
    tree->root_number = number_of(raw);
    if (!tree->root)
        return tree;
    tree->roles = ofs_own_get(own, tree->root, "RoleMap");
    const ofs_own_value *kids = ofs_own_get(own, tree->root, "K"),
                        *numbers = ofs_own_get(own, tree->root, "ParentTree");
    if (tree->root->kind != OWN_DICT || !tree->root_number)
        ofs_own_refuse(own, "a structure tree that is not in form");
    if (!kids || !numbers) {
        tree->root = NULL;
        return tree;
    }
    tree->elements = OFS_NEW_ARRAY(own->arena, element *, own->entry_count);
    read_numbers(own, tree, numbers);
    return tree;
}

/* Elements. */

static ofs_pdf_tag tag_of(ofs_own *own, const ofs_own_tree *tree, const ofs_own_value *dict, uint8_t *level)
{
    char name[MOST_NAME + 1] = "";
    const ofs_own_value *type = ofs_own_get(own, dict, "S");
    if (!type || type->kind != OWN_NAME)
        ofs_own_refuse(own, "an element without a type");
    const ofs_own_value *role = ofs_own_follow(own, ofs_own_get_named(tree->roles, type));
    if (role && role->kind == OWN_NAME)
        type = role;
    if (type->count <= MOST_NAME) {
        memcpy(name, type->as.bytes, type->count);
        name[type->count] = '\0';
    }
    return ofs_pdf_tag_of(name, level);
}

static element *element_of(ofs_own *own, ofs_own_tree *tree, uint32_t number)
{
    const ofs_own_object *object = ofs_own_load(own, number);
    if (!object || object->value.kind != OWN_DICT)
        ofs_own_refuse(own, "an element that is missing");
    if (tree->elements[number])
        return tree->elements[number];
    element *e = tree->elements[number] = OFS_NEW(own->arena, element);
    e->dict = &object->value;
    e->page = number_of(ofs_own_get_raw(e->dict, "Pg"));
    e->tag = (uint8_t)tag_of(own, tree, e->dict, &e->level);
    const ofs_own_value *raw = ofs_own_get_raw(e->dict, "P"), *parent = ofs_own_follow(own, raw);
    if (parent && (parent->kind != OWN_DICT || !number_of(raw)))
        ofs_own_refuse(own, "an element that stands nowhere");
    e->is_top = !parent || ofs_own_is_name(ofs_own_get(own, parent, "Type"), "StructTreeRoot");
    e->parent = e->is_top ? 0 : number_of(raw);
    return e;
}

/* The element and what it stands in are on the page. */
static void reach(ofs_own *own, ofs_own_tree *tree, uint32_t number)
{
    for (int rise = 0; number; rise++) {
        element *e = element_of(own, tree, number);
        if (e->reached == tree->pages)
            return;
        if (rise > MOST_RISE)
            ofs_own_refuse(own, "elements that are nested too deeply");
        e->reached = tree->pages;
        number = e->parent;
    }
}

/* Marked content of this page in an element; OFS_NONE where the child is something else. */
static int content_of(ofs_own *own, const element *e, const ofs_own_value *kid, uint32_t page)
{
    const ofs_own_value *id = kid;
    uint32_t on = e->page;
    if (kid->kind == OWN_DICT) {
        if (!ofs_own_is_name(ofs_own_get(own, kid, "Type"), "MCR"))
            return OFS_NONE;
        id = ofs_own_get(own, kid, "MCID");
        const ofs_own_value *its = ofs_own_get_raw(kid, "Pg");
        on = its ? number_of(its) : on;
    }
    if (on != page)
        return OFS_NONE;
    if (!id || id->kind != OWN_INT || id->as.integer < 0 || id->as.integer > MOST_ID)
        ofs_own_refuse(own, "marked content with an odd number");
    return id->as.integer;
}

typedef struct level {
    const ofs_own_value *kids;
    uint32_t number, next, count;
} level;

static void enter(ofs_own *own, level *l, const element *e, uint32_t number, int depth)
{
    const ofs_own_value *raw = ofs_own_get_raw(e->dict, "K"), *kids = ofs_own_follow(own, raw);
    int is_array = kids && kids->kind == OWN_ARRAY;
    ofs_pdf_add_node(own->pdf, (ofs_pdf_node){OFS_NONE, (uint8_t)depth, e->tag, e->level});
    l->kids = is_array ? kids->as.items : raw;
    l->count = is_array ? kids->count : kids != NULL;
    l->number = number;
    l->next = 0;
}

/* The object is known as an element. */
static int is_element(const ofs_own *own, const ofs_own_tree *tree, uint32_t number)
{
    return number && number < own->entry_count && tree->elements[number];
}

/* The child is an element that was reached, and that says it stands here. */
static const element *child_at(ofs_own *own, ofs_own_tree *tree, uint32_t number, uint32_t parent)
{
    const element *e = is_element(own, tree, number) ? tree->elements[number] : NULL;
    return e && e->reached == tree->pages && (parent ? e->parent == parent : e->is_top) ? e : NULL;
}

static void walk(ofs_own *own, ofs_own_tree *tree, const element *top, uint32_t number, uint32_t page)
{
    level levels[OFS_PDF_TREE_DEPTH];
    int depth = 1;
    enter(own, levels, top, number, depth);
    while (depth) {
        level *l = &levels[depth - 1];
        if (l->next == l->count) {
            depth--;
            continue;
        }
        if (!ofs_pdf_take_step(own->pdf))
            return;
        const ofs_own_value *raw = &l->kids[l->next++];
        const element *e = child_at(own, tree, number_of(raw), l->number);
        if (e) {
            if (depth < OFS_PDF_TREE_DEPTH) {
                enter(own, &levels[depth], e, number_of(raw), depth + 1);
                depth++;
            }
            continue;
        }
        const ofs_own_value *kid = is_element(own, tree, number_of(raw)) ? NULL : ofs_own_follow(own, raw);
        if (!kid)
            continue;
        if (kid->kind != OWN_INT && kid->kind != OWN_DICT)
            ofs_own_refuse(own, "an element with an odd child");
        int id = content_of(own, tree->elements[l->number], kid, page);
        if (id != OFS_NONE)
            ofs_pdf_add_node(own->pdf, (ofs_pdf_node){id, (uint8_t)(depth + 1), 0, 0});
    }
}

void ofs_own_read_nodes(ofs_own *own, const ofs_own_leaf *leaf)
{
    ofs_own_tree *tree = own->tree ? own->tree : open_tree(own);
    int32_t key = ofs_own_get_int(own, &leaf->object->value, "StructParents", -1);
    const ofs_own_value *found = parents_of(own, tree, key);
    if (!found || found->kind != OWN_ARRAY) /* or there is no tree, or no key */
        return;
    tree->pages++;
    for (uint32_t i = 0; i < found->count; i++) {
        uint32_t number = number_of(&found->as.items[i]);
        if (!number && found->as.items[i].kind != OWN_NULL)
            ofs_own_refuse(own, "a tree of parents that names no elements");
        if (number && number < own->entry_count && ofs_own_load(own, number))
            reach(own, tree, number);
    }
    const ofs_own_value *raw = ofs_own_get_raw(tree->root, "K"), *kids = ofs_own_follow(own, raw);
    int is_array = kids->kind == OWN_ARRAY;
    for (uint32_t i = 0; i < (is_array ? kids->count : 1) && ofs_pdf_take_step(own->pdf); i++) {
        uint32_t number = number_of(is_array ? &kids->as.items[i] : raw);
        const element *e = child_at(own, tree, number, 0);
        if (e)
            walk(own, tree, e, number, leaf->object->number);
    }
}
