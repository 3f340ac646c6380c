/* pages.c: the pages of a document in order, each with the resources and boxes that it has or inherits.
 *
 * The tree of pages must be as the standard has it, with its counts. May not look at what is on a page. */
#include "pdf/own/parts.h"

#include <string.h>

enum { MOST_DEPTH = 32, MOST_NODES = 4 * OFS_MAX_PAGES };

typedef struct inherited {
    const ofs_own_value *resources, *media, *crop, *rotate;
} inherited;

typedef struct level {
    const ofs_own_value *kids;
    uint32_t next, leaves_before, count;
    inherited from;
} level;

static ofs_own_box read_box(ofs_own *own, const ofs_own_value *value)
{
    float sides[4];
    if (!value || value->kind != OWN_ARRAY || value->count != 4)
        ofs_own_refuse(own, "a page without a plain size");
    for (int i = 0; i < 4; i++)
        sides[i] = ofs_own_number(own, ofs_own_follow(own, &value->as.items[i]));
    return (ofs_own_box){sides[0], sides[1], sides[2], sides[3]};
}

static void inherit(ofs_own *own, const ofs_own_value *node, inherited *from)
{
    const ofs_own_value *value;
    if ((value = ofs_own_get(own, node, "Resources")) != NULL)
        from->resources = value;
    if ((value = ofs_own_get(own, node, "MediaBox")) != NULL)
        from->media = value;
    if ((value = ofs_own_get(own, node, "CropBox")) != NULL)
        from->crop = value;
    if ((value = ofs_own_get(own, node, "Rotate")) != NULL)
        from->rotate = value;
}

static void add_leaf(ofs_own *own, const ofs_own_object *object, const inherited *from)
{
    if (own->leaf_count == OFS_MAX_PAGES)
        ofs_own_refuse(own, "more pages than a report has");
    own->leaves = ofs_arena_grow(own->arena, own->leaves, own->leaf_count, &own->leaf_capacity, sizeof(ofs_own_leaf));
    ofs_own_leaf *leaf = &own->leaves[own->leaf_count++];
    leaf->object = object;
    leaf->resources = from->resources;
    leaf->box = read_box(own, from->media);
    if ((from->rotate && (from->rotate->kind != OWN_INT || from->rotate->as.integer)) ||
        ofs_own_get_raw(&object->value, "UserUnit"))
        ofs_own_refuse(own, "a page that is turned or scaled");
    if (from->crop) {
        ofs_own_box crop = read_box(own, from->crop);
        leaf->box.left = crop.left > leaf->box.left ? crop.left : leaf->box.left;
        leaf->box.bottom = crop.bottom > leaf->box.bottom ? crop.bottom : leaf->box.bottom;
        leaf->box.right = crop.right < leaf->box.right ? crop.right : leaf->box.right;
        leaf->box.top = crop.top < leaf->box.top ? crop.top : leaf->box.top;
    }
    if (!(leaf->box.left < leaf->box.right && leaf->box.bottom < leaf->box.top))
        ofs_own_refuse(own, "a page without a plain size");
}

static void open_level(ofs_own *own, level *l, const ofs_own_value *node)
{
    l->kids = ofs_own_get(own, node, "Kids");
    int32_t count = ofs_own_get_int(own, node, "Count", -1);
    if (!ofs_own_is_name(ofs_own_get(own, node, "Type"), "Pages") || !l->kids || l->kids->kind != OWN_ARRAY ||
        count < 0)
        ofs_own_refuse(own, "a tree of pages that is not in form");
    l->next = 0;
    l->leaves_before = own->leaf_count;
    l->count = (uint32_t)count;
    inherit(own, node, &l->from);
}

void ofs_own_read_pages(ofs_own *own)
{
    level levels[MOST_DEPTH];
    int depth = 1;
    uint32_t nodes = 0;
    memset(levels, 0, sizeof levels);
    open_level(own, levels, ofs_own_get(own, own->catalog, "Pages"));
    while (depth) {
        level *l = &levels[depth - 1];
        if (l->next == l->kids->count) {
            if (own->leaf_count - l->leaves_before != l->count)
                ofs_own_refuse(own, "a tree of pages with a wrong count");
            depth--;
            continue;
        }
        const ofs_own_object *kid = ofs_own_follow_object(own, &l->kids->as.items[l->next++]);
        if (!kid || kid->value.kind != OWN_DICT || nodes++ == MOST_NODES)
            ofs_own_refuse(own, "a tree of pages that is not in form");
        inherited from = l->from;
        if (ofs_own_is_name(ofs_own_get(own, &kid->value, "Type"), "Page") && !ofs_own_get_raw(&kid->value, "Kids")) {
            inherit(own, &kid->value, &from);
            add_leaf(own, kid, &from);
        } else {
            if (depth == MOST_DEPTH)
                ofs_own_refuse(own, "a tree of pages that is too deep");
            levels[depth].from = from;
            open_level(own, &levels[depth++], &kid->value);
        }
    }
}
