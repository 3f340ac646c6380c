/* truetype.c: what an embedded TrueType file says of its glyphs: which one a character has, and how far its box reaches.
 *
 * Every offset is checked against its table. May not draw, and reads no outline: the box is the glyph's own header's. */
#include "pdf/own/parts.h"

#include <string.h>

enum {
    MOST_TABLES = 64,
    LEAST_UNITS = 16,
    MOST_UNITS = 16384,
    PLATFORM = 3,
    ENCODING = 1,
    SEGMENTS = 4,
    NO_NAMES = 0x30000
};

static uint32_t u16(const uint8_t *p)
{
    return (uint32_t)p[0] << 8 | p[1];
}

static int32_t i16(const uint8_t *p)
{
    return (int16_t)u16(p);
}

static uint32_t u32(const uint8_t *p)
{
    return u16(p) << 16 | u16(p + 2);
}

/* The sum that the directory states: whoever changed a font's table and not the sum may have spoilt it. Distiller changes
 * the font's header so; of that only two numbers count, which every reader takes as they stand. */
static void check_sum(ofs_own *own, const uint8_t *row, ofs_own_bytes table)
{
    uint32_t sum = 0, i = 0, stated = u32(row + 4);
    if (memcmp(row, "head", 4) == 0)
        return;
    for (; i + 4 <= table.count; i += 4)
        sum += u32(table.at + i);
    for (uint32_t shift = 24; i < table.count; i++, shift -= 8)
        sum += (uint32_t)table.at[i] << shift;
    if (sum != stated)
        ofs_own_refuse(own, "a font with a table that is not what its sum says");
}

static ofs_own_bytes find_table(ofs_own *own, ofs_own_bytes file, const char *tag, uint32_t least)
{
    uint32_t count = u16(file.at + 4);
    for (uint32_t i = 0; i < count; i++) {
        const uint8_t *row = file.at + 12 + 16 * i;
        if (memcmp(row, tag, 4) != 0)
            continue;
        uint32_t at = u32(row + 8), length = u32(row + 12);
        if (at > file.count || length > file.count - at || length < least)
            ofs_own_refuse(own, "a font with a table outside its file");
        check_sum(own, row, (ofs_own_bytes){file.at + at, length});
        return (ofs_own_bytes){file.at + at, length};
    }
    if (least)
        ofs_own_refuse(own, "a font without a table that it needs");
    return (ofs_own_bytes){NULL, 0};
}

/* The segments of the table that PDFium takes: Windows, Unicode. */
static void find_segments(ofs_own *own, ofs_own_truetype *font)
{
    ofs_own_bytes cmap = find_table(own, font->file, "cmap", 0);
    uint32_t count = cmap.count >= 4 ? u16(cmap.at + 2) : 0;
    if (count > MOST_TABLES || (count && cmap.count < 4 + 8 * count))
        ofs_own_refuse(own, "a font with a table outside its file");
    for (uint32_t i = 0; i < count; i++) {
        const uint8_t *row = cmap.at + 4 + 8 * i;
        uint32_t at = u32(row + 4);
        if (u16(row) != PLATFORM || u16(row + 2) != ENCODING)
            continue;
        if (at > cmap.count || cmap.count - at < 16)
            ofs_own_refuse(own, "a font with a table outside its file");
        uint32_t length = u16(cmap.at + at + 2), twice = u16(cmap.at + at + 6);
        if (u16(cmap.at + at) != SEGMENTS || length > cmap.count - at || twice % 2 || !twice || 16 + 4 * twice > length)
            ofs_own_refuse(own, "a font whose characters are mapped in another way");
        font->segments = (ofs_own_bytes){cmap.at + at, length};
        return;
    }
}

ofs_own_truetype *ofs_own_read_truetype(ofs_own *own, ofs_own_bytes file)
{
    ofs_own_truetype *font = OFS_NEW(own->arena, ofs_own_truetype);
    if (file.count < 12 || u32(file.at) != 0x00010000 || u16(file.at + 4) > MOST_TABLES ||
        file.count < 12 + 16 * u16(file.at + 4))
        ofs_own_refuse(own, "a font that is not TrueType");
    font->file = file;
    ofs_own_bytes head = find_table(own, file, "head", 54), maxp = find_table(own, file, "maxp", 6);
    ofs_own_bytes hhea = find_table(own, file, "hhea", 36), post = find_table(own, file, "post", 0);
    font->loca = find_table(own, file, "loca", 2);
    font->glyf = find_table(own, file, "glyf", 1);
    font->hmtx = find_table(own, file, "hmtx", 4);
    font->units = u16(head.at + 18);
    font->has_long_loca = u16(head.at + 50) == 1;
    font->glyph_count = u16(maxp.at + 4);
    font->metric_count = u16(hhea.at + 34);
    font->has_names = post.count >= 4 && u32(post.at) != NO_NAMES;
    if (font->units < LEAST_UNITS || font->units > MOST_UNITS || u16(head.at + 50) > 1 || !font->metric_count ||
        font->hmtx.count / 4 < font->metric_count || font->metric_count > font->glyph_count ||
        font->loca.count / (font->has_long_loca ? 4 : 2) < font->glyph_count + 1)
        ofs_own_refuse(own, "a font whose tables do not agree");
    find_segments(own, font);
    return font;
}

uint32_t ofs_own_glyph_of(const ofs_own_truetype *font, uint32_t unicode)
{
    const uint8_t *table = font->segments.at;
    if (!table || unicode > 0xFFFF)
        return 0;
    uint32_t twice = u16(table + 6);
    const uint8_t *ends = table + 14, *starts = ends + twice + 2, *deltas = starts + twice, *ranges = deltas + twice;
    for (uint32_t i = 0; i < twice; i += 2) {
        if (u16(ends + i) < unicode)
            continue;
        uint32_t start = u16(starts + i), range = u16(ranges + i);
        if (start > unicode)
            return 0;
        if (!range)
            return (unicode + u16(deltas + i)) & 0xFFFF;
        size_t at = (size_t)(ranges + i - table) + range + 2 * (size_t)(unicode - start);
        if (range == 0xFFFF || at + 2 > font->segments.count)
            return 0;
        uint32_t glyph = u16(table + at);
        return glyph ? (glyph + u16(deltas + i)) & 0xFFFF : 0;
    }
    return 0;
}

/* From the font's units to thousandths of an em, as PDFium rounds. */
static int16_t thousandths(int32_t value, uint32_t units)
{
    double scaled = ((double)value * 1000.0 + (double)(units / 2)) / (double)units;
    return (int16_t)(scaled > 32767 ? 32767 : scaled < -32768 ? -32768 : scaled);
}

void ofs_own_measure(ofs_own *own, const ofs_own_truetype *font, uint32_t index, ofs_own_glyph *glyph)
{
    if (index >= font->glyph_count)
        ofs_own_refuse(own, "a character without a glyph");
    const uint8_t *loca = font->loca.at;
    uint32_t at = font->has_long_loca ? u32(loca + 4 * index) : 2 * u16(loca + 2 * index);
    uint32_t end = font->has_long_loca ? u32(loca + 4 * index + 4) : 2 * u16(loca + 2 * index + 2);
    if (at > end || end > font->glyf.count)
        ofs_own_refuse(own, "a glyph outside its font");
    glyph->left = glyph->right = glyph->bottom = glyph->top = 0;
    if (end - at < 10 || i16(font->glyf.at + at) == 0)
        return;
    const uint8_t *header = font->glyf.at + at;
    size_t bearing =
        index < font->metric_count ? 4 * index + 2 : 4 * font->metric_count + 2 * (index - font->metric_count);
    int32_t left = bearing + 2 <= font->hmtx.count ? i16(font->hmtx.at + bearing) : 0;
    glyph->left = thousandths(left, font->units);
    glyph->right = thousandths(left + i16(header + 6) - i16(header + 2), font->units);
    glyph->bottom = thousandths(i16(header + 4), font->units);
    glyph->top = thousandths(i16(header + 8), font->units);
}
