/* colours.c: how light the colours are that a content stream paints in, and whether they show what lies under them.
 *
 * Knows the plain spaces of grey, RGB and CMYK, and ICC profiles by how many parts they have; of others that it does not
 * know them. */
#include "pdf/own/content.h"

#include <string.h>

static const float opaque = 0.95f;

static float part(float x)
{
    return x > 0 ? x < 1 ? x : 1 : 0;
}

static float light_of(const ofs_own_content *c, uint32_t parts)
{
    if (parts == 1)
        return part(ofs_own_operand(c, 0));
    float x = part(ofs_own_operand(c, 0)), y = part(ofs_own_operand(c, 1)), z = part(ofs_own_operand(c, 2));
    if (parts == 3)
        return ofs_pdf_light_of_rgb(x, y, z);
    float ink = 1 - part(ofs_own_operand(c, 3));
    return ofs_pdf_light_of_rgb((1 - x) * ink, (1 - y) * ink, (1 - z) * ink);
}

void ofs_own_set_colour(ofs_own_content *c, ofs_own_paint *paint, uint32_t parts)
{
    paint->parts = (uint8_t)parts;
    paint->light = light_of(c, parts);
}

void ofs_own_set_parts(ofs_own_content *c, ofs_own_paint *paint)
{
    if (!paint->parts || c->operand_count != paint->parts || c->operands[c->operand_count - 1].kind == OWN_NAME)
        paint->light = OFS_PDF_ODD_LIGHT;
    else
        paint->light = light_of(c, paint->parts);
}

static uint8_t parts_of(ofs_own_content *c, const ofs_own_value *space)
{
    static const struct {
        const char *name;
        uint8_t parts;
    } known[] = {{"DeviceGray", 1}, {"DeviceRGB", 3}, {"DeviceCMYK", 4}, {"CalGray", 1}, {"CalRGB", 3}};
    const ofs_own_value *name = space;
    if (space && space->kind == OWN_ARRAY && space->count)
        name = ofs_own_follow(c->own, &space->as.items[0]);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (name && ofs_own_is_name(name, known[i].name))
            return known[i].parts;
    if (!name || !ofs_own_is_name(name, "ICCBased") || space->kind != OWN_ARRAY || space->count != 2)
        return 0;
    const ofs_own_object *profile = ofs_own_follow_object(c->own, &space->as.items[1]);
    int32_t parts = profile ? ofs_own_get_int(c->own, &profile->value, "N", 0) : 0;
    return parts == 1 || parts == 3 || parts == 4 ? (uint8_t)parts : 0;
}

void ofs_own_set_space(ofs_own_content *c, ofs_own_paint *paint, const ofs_own_value *spaces)
{
    const ofs_own_value *name = &c->operands[0], *found = ofs_own_get_named(spaces, name);
    paint->parts = parts_of(c, found ? ofs_own_follow(c->own, found) : name);
    paint->light = paint->parts ? 0 : OFS_PDF_ODD_LIGHT;
}

static int shows_through(ofs_own_content *c, const ofs_own_value *share)
{
    return !(ofs_own_number(c->own, share) >= opaque);
}

void ofs_own_set_transparency(ofs_own_content *c, const ofs_own_value *graphics)
{
    const ofs_own_value *fills = ofs_own_get(c->own, graphics, "ca"), *strokes = ofs_own_get(c->own, graphics, "CA");
    const ofs_own_value *blend = ofs_own_get(c->own, graphics, "BM"), *mask = ofs_own_get(c->own, graphics, "SMask");
    if (fills)
        c->now.fill.shows_through = (uint8_t)shows_through(c, fills);
    if (strokes)
        c->now.stroke.shows_through = (uint8_t)shows_through(c, strokes);
    if ((blend && !ofs_own_is_name(blend, "Normal") && !ofs_own_is_name(blend, "Compatible")) ||
        (mask && !ofs_own_is_name(mask, "None")))
        c->now.is_masked = 1; /* for good: Q takes it back */
}

float ofs_own_light_of(const ofs_own_state *now, const ofs_own_paint *paint)
{
    return now->is_masked || paint->shows_through ? OFS_PDF_ODD_LIGHT : paint->light;
}
