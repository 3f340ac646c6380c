/* layers.c: whether what is in a layer (optional content) is shown for certain: where the document switches nothing off.
 *
 * May not decide that a layer is not shown. */
#include "pdf/own/parts.h"

enum { MOST_LAYERS = 64 };

static _Noreturn void refuse(ofs_own *own)
{
    ofs_own_refuse(own, "content in a layer, which may be switched off");
}

/* The configuration that counts when a document is opened: all layers are on, for every use. */
static void check_configuration(ofs_own *own)
{
    const ofs_own_value *all = ofs_own_get(own, own->catalog, "OCProperties"), *first = ofs_own_get(own, all, "D");
    const ofs_own_value *base = ofs_own_get(own, first, "BaseState"), *off = ofs_own_get(own, first, "OFF");
    if (!first || first->kind != OWN_DICT || ofs_own_get_raw(all, "Configs") || ofs_own_get_raw(first, "AS") ||
        (base && !ofs_own_is_name(base, "ON")) || (off && (off->kind != OWN_ARRAY || off->count)))
        refuse(own);
}

/* One layer, which may itself say when it is shown. */
static void check_group(ofs_own *own, const ofs_own_value *group)
{
    const ofs_own_value *usage = ofs_own_get(own, group, "Usage");
    if (!ofs_own_is_name(ofs_own_get(own, group, "Type"), "OCG") ||
        (usage && (usage->kind != OWN_DICT || ofs_own_get_raw(usage, "View"))))
        refuse(own);
}

/* Content that belongs to several is shown where any, or all, of them are. */
static void check_membership(ofs_own *own, const ofs_own_value *membership)
{
    const ofs_own_value *groups = ofs_own_get(own, membership, "OCGs"), *policy = ofs_own_get(own, membership, "P");
    if (!groups || ofs_own_get_raw(membership, "VE") ||
        (policy && !ofs_own_is_name(policy, "AnyOn") && !ofs_own_is_name(policy, "AllOn")))
        refuse(own);
    if (groups->kind == OWN_DICT) {
        check_group(own, groups);
        return;
    }
    if (groups->kind != OWN_ARRAY || !groups->count || groups->count > MOST_LAYERS)
        refuse(own);
    for (uint32_t i = 0; i < groups->count; i++)
        check_group(own, ofs_own_follow(own, &groups->as.items[i]));
}

void ofs_own_check_layer(ofs_own *own, const ofs_own_value *layer)
{
    if (!layer || layer->kind != OWN_DICT)
        refuse(own);
    check_configuration(own);
    if (ofs_own_is_name(ofs_own_get(own, layer, "Type"), "OCMD"))
        check_membership(own, layer);
    else
        check_group(own, layer);
}
