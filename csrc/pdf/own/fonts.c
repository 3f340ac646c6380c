/* fonts.c: the fonts that are read for certain: embedded TrueType, by WinAnsiEncoding with one byte for a character or by
 * Identity-H with two and a table of characters. Any other is noted, and refused only where a page shows a character in it.
 * Of a font that is not embedded only how its glyphs advance is known: see absent.c. */
#include "pdf/own/parts.h"

#include <string.h>

enum {
    FORCE_BOLD = 1 << 18,
    ALL_CAPS = 1 << 16,
    LONGEST_NAME = 120,
    MOST_WIDTHS = 1 << 17,
    MOST_FONTS = 4096,
    WIDE_CODES = 65536,
    UNCLEAR = 0xFFFF
};

/* What the codes 128 to 159 of WinAnsiEncoding stand for; 0: nothing. */
static const uint16_t upper[32] = {0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                   0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0,      0x17D,  0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178};

static const char absent[] = "a character in a font that is not embedded";

static uint32_t win_ansi(uint32_t code)
{
    if (code < ' ' || code == 0x7F)
        return 0;
    if (code == 0xA0)
        return ' ';
    if (code == 0xAD)
        return '-';
    return code < 0x80 || code >= 0xA0 ? code : upper[code - 0x80];
}

static void copy_name(ofs_own *own, const ofs_own_value *name, char *out)
{
    if (!name || name->kind != OWN_NAME || name->count > LONGEST_NAME)
        ofs_own_refuse(own, "a font without a plain name");
    memcpy(out, name->as.bytes, name->count);
    out[name->count] = '\0';
}

static int32_t whole(ofs_own *own, const ofs_own_value *value)
{
    float number = ofs_own_number(own, ofs_own_follow(own, value));
    if (!(number >= 0 && number <= 32000))
        ofs_own_refuse(own, "a font with an odd width");
    return (int32_t)number;
}

static void read_simple_widths(ofs_own *own, ofs_own_font *font, const ofs_own_value *descriptor)
{
    const ofs_own_value *given = ofs_own_get(own, font->dict, "Widths");
    int32_t first = ofs_own_get_int(own, font->dict, "FirstChar", 0);
    int32_t last = ofs_own_get_int(own, font->dict, "LastChar", 0);
    const ofs_own_value *missing = ofs_own_get(own, descriptor, "MissingWidth");
    font->default_width = missing ? whole(own, missing) : 0;
    if (!given || given->kind != OWN_ARRAY || first < 0 || last < first || last >= OWN_SIMPLE_CODES ||
        given->count != (uint32_t)(last - first) + 1) {
        font->unknown = "a font whose widths do not fit its characters";
        return;
    }
    ofs_own_widths *widths = OFS_NEW_ARRAY(own->arena, ofs_own_widths, given->count);
    for (uint32_t i = 0; i < given->count; i++)
        widths[i] = (ofs_own_widths){(uint32_t)first + i, (uint32_t)first + i, whole(own, &given->as.items[i])};
    font->widths = widths;
    font->width_count = given->count;
}

/* '3 [250 333]' and '10 20 500'. */
static void read_wide_widths(ofs_own *own, ofs_own_font *font, const ofs_own_value *descendant)
{
    const ofs_own_value *given = ofs_own_get(own, descendant, "W"), *missing = ofs_own_get(own, descendant, "DW");
    uint32_t capacity = 0;
    ofs_own_widths *widths = NULL;
    font->default_width = missing ? whole(own, missing) : 1000;
    if (given && given->kind != OWN_ARRAY)
        ofs_own_refuse(own, "a font with an odd width");
    for (uint32_t i = 0; given && i < given->count;) {
        uint32_t first = (uint32_t)whole(own, &given->as.items[i++]);
        const ofs_own_value *next = i < given->count ? ofs_own_follow(own, &given->as.items[i++]) : NULL;
        uint32_t count = next && next->kind == OWN_ARRAY ? next->count : 1;
        if (!next || (next->kind != OWN_ARRAY && i == given->count) || font->width_count + count > MOST_WIDTHS)
            ofs_own_refuse(own, "a font with an odd width");
        for (uint32_t k = 0; k < count; k++) {
            widths = ofs_arena_grow(own->arena, widths, font->width_count, &capacity, sizeof *widths);
            if (next->kind == OWN_ARRAY)
                widths[font->width_count++] = (ofs_own_widths){first + k, first + k, whole(own, &next->as.items[k])};
            else
                widths[font->width_count++] =
                    (ofs_own_widths){first, (uint32_t)whole(own, next), whole(own, &given->as.items[i++])};
        }
    }
    font->widths = widths;
}

static int32_t width_of(ofs_own *own, const ofs_own_font *font, uint32_t code)
{
    ofs_own_work(own, font->width_count / 16);
    for (uint32_t i = 0; i < font->width_count; i++)
        if (font->widths[i].first <= code && code <= font->widths[i].last)
            return font->widths[i].width;
    return font->default_width;
}

static const ofs_own_truetype *read_file(ofs_own *own, const ofs_own_object *object)
{
    for (uint32_t i = 0; i < own->file_count; i++)
        if (own->files[i]->number == object->number)
            return own->files[i];
    own->files = ofs_arena_grow(own->arena, own->files, own->file_count, &own->file_capacity, sizeof *own->files);
    ofs_own_truetype *file = ofs_own_read_truetype(own, ofs_own_stream(own, object, 0));
    file->number = object->number;
    return own->files[own->file_count++] = file;
}

static void read_descriptor(ofs_own *own, ofs_own_font *font, const ofs_own_value *descriptor)
{
    int32_t flags = ofs_own_get_int(own, descriptor, "Flags", 0);
    font->is_bold |= (flags & FORCE_BOLD) != 0;
    font->is_caps = (flags & ALL_CAPS) != 0;
    const ofs_own_object *file = ofs_own_follow_object(own, ofs_own_get_raw(descriptor, "FontFile2"));
    if (ofs_own_get_raw(descriptor, "FontFile") || ofs_own_get_raw(descriptor, "FontFile3"))
        font->unknown = "a font that is not TrueType";
    else if (!file) {
        font->unknown = font->unknown ? font->unknown : absent;
        font->is_absent = 1;
    }
    font->packed = file;
}

static void read_table(ofs_own *own, ofs_own_font *font, uint32_t codes)
{
    const ofs_own_value *raw = ofs_own_get_raw(font->dict, "ToUnicode");
    const ofs_own_object *table = ofs_own_follow_object(own, raw);
    if (table && table->stream)
        font->unicodes = ofs_own_read_to_unicode(own, ofs_own_stream(own, table, 0), codes);
    else if (raw || (font->is_wide && !font->is_symbols))
        font->unknown = "a font without a table of its characters";
    uint32_t space = font->unicodes ? font->unicodes->space : 0;
    font->space_width = width_of(own, font, space || font->is_wide ? space : ' ');
}

static void read_simple(ofs_own *own, ofs_own_font *font)
{
    static const char encoding[] = "a font with an encoding that is not WinAnsi";
    char name[LONGEST_NAME + 1];
    const ofs_own_value *descriptor = ofs_own_get(own, font->dict, "FontDescriptor");
    copy_name(own, ofs_own_get(own, font->dict, "BaseFont"), name);
    font->is_bold = ofs_pdf_name_says_bold(name);
    font->is_symbols = ofs_pdf_name_says_symbols(name);
    const char *plain = strchr(name, '+');
    if (!ofs_own_is_name(ofs_own_get(own, font->dict, "Encoding"), "WinAnsiEncoding") ||
        strcmp(plain ? plain + 1 : name, "Symbol") == 0)
        font->unknown = encoding;
    read_descriptor(own, font, descriptor);
    read_simple_widths(own, font, descriptor);
    read_table(own, font, OWN_SIMPLE_CODES);
    font->is_absent &= font->unknown == absent;
}

static void read_wide(ofs_own *own, ofs_own_font *font)
{
    char name[LONGEST_NAME + 1];
    const ofs_own_value *descendants = ofs_own_get(own, font->dict, "DescendantFonts");
    if (!descendants || descendants->kind != OWN_ARRAY || descendants->count != 1)
        ofs_own_refuse(own, "a font without its one descendant");
    const ofs_own_value *one = ofs_own_follow(own, descendants->as.items);
    const ofs_own_value *map = ofs_own_get(own, one, "CIDToGIDMap"), *system = ofs_own_get(own, one, "CIDSystemInfo");
    const ofs_own_value *ordering = ofs_own_get(own, system, "Ordering");
    copy_name(own, ofs_own_get(own, one, "BaseFont"), name);
    font->is_wide = 1;
    font->is_bold = ofs_pdf_name_says_bold(name);
    font->is_symbols = ofs_pdf_name_says_symbols(name);
    read_descriptor(own, font, ofs_own_get(own, one, "FontDescriptor"));
    read_wide_widths(own, font, one);
    read_table(own, font, WIDE_CODES);
    if (!ofs_own_is_name(ofs_own_get(own, font->dict, "Encoding"), "Identity-H") || !ordering ||
        !ofs_own_is_name(ofs_own_get(own, one, "Subtype"), "CIDFontType2") || ordering->kind != OWN_STRING ||
        ordering->is_hex || ordering->count != 8 || memcmp(ordering->as.bytes, "Identity", 8) != 0)
        font->unknown = "a font with an encoding that is not Identity-H";
    if (map && !ofs_own_is_name(map, "Identity"))
        font->unknown = "a font with a map of its glyphs";
    font->is_absent &= font->unknown == absent;
}

ofs_own_font *ofs_own_find_font(ofs_own *own, const ofs_own_value *resources, const ofs_own_value *name)
{
    const ofs_own_value *fonts = ofs_own_get(own, resources, "Font");
    const ofs_own_value *raw = ofs_own_get_named(fonts, name), *dict = ofs_own_follow(own, raw);
    if (!dict || dict->kind != OWN_DICT)
        ofs_own_refuse(own, "a font that is missing");
    for (uint32_t i = 0; i < own->font_count; i++)
        if (own->fonts[i]->dict == dict)
            return own->fonts[i];
    if (own->font_count == MOST_FONTS)
        ofs_own_refuse(own, "more fonts than a report has");
    own->fonts = ofs_arena_grow(own->arena, own->fonts, own->font_count, &own->font_capacity, sizeof *own->fonts);
    ofs_own_font *font = own->fonts[own->font_count++] = OFS_NEW(own->arena, ofs_own_font);
    font->dict = dict;
    if (ofs_own_is_name(ofs_own_get(own, dict, "Subtype"), "TrueType"))
        read_simple(own, font);
    else if (ofs_own_is_name(ofs_own_get(own, dict, "Subtype"), "Type0"))
        read_wide(own, font);
    else
        font->unknown = "a font that is not TrueType";
    return font;
}

static uint32_t glyph_index(ofs_own *own, const ofs_own_font *font, uint32_t code)
{
    uint32_t index = font->is_wide ? code : ofs_own_glyph_of(font->file, win_ansi(code));
    if (!index && !font->is_wide && font->file->has_names)
        ofs_own_refuse(own, "a character without a glyph");
    return index;
}

static void open_file(ofs_own *own, ofs_own_font *font)
{
    font->file = read_file(own, font->packed);
    if (!font->is_wide && !font->file->segments.at)
        ofs_own_refuse(own, "a font whose characters are mapped in another way");
}

/* The box of a glyph. A space draws nothing, and many a font shows nothing else: its file is not read for that. */
static void measure(ofs_own *own, ofs_own_font *font, uint32_t code, ofs_own_glyph *glyph)
{
    if (glyph->unicode != ' ' && !glyph->advance)
        ofs_own_refuse(own, "a character that does not advance");
    if (glyph->unicode == ' ' && (font->is_absent || !font->file)) {
        font->is_space_assumed = 1;
        return;
    }
    if (font->is_absent) {
        ofs_own_bound(own, glyph);
        return;
    }
    if (!font->file)
        open_file(own, font);
    ofs_own_measure(own, font->file, glyph_index(own, font, code), glyph);
    if (font->is_wide)
        glyph->top = (int16_t)(glyph->top + glyph->top / 64); /* as PDFium has it */
    if (glyph->unicode == ' ' && font->is_space_assumed && glyph->left != glyph->right)
        ofs_own_refuse(own, "a space that is drawn");
}

/* What right-to-left script, ligatures and halves of pairs need is not known here. */
static int is_plain(uint32_t c)
{
    return !((c >= 0x590 && c < 0x900) || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
             (c >= 0x2066 && c <= 0x2069) || (c >= 0xD800 && c < 0xE000) || (c >= 0xFB00 && c < 0xFE00) || c >= 0xFE70);
}

/* Without a table a code of two bytes stands for itself. So are bullets written in fonts of signs, and no other codes are
 * taken: none that is a letter, a space or a hyphen, nor those that PDFium keeps out of its text. */
static uint32_t by_itself(const ofs_own_font *font, uint32_t code)
{
    return !font->unicodes && code > 0x80 && code < 0xA0 && !(code >= 0x93 && code <= 0x98) ? code : 0;
}

static uint32_t said_of(const ofs_own_font *font, uint32_t code)
{
    const uint16_t *block = font->unicodes ? font->unicodes->blocks[code / OWN_GLYPH_BLOCK] : NULL;
    return block ? block[code % OWN_GLYPH_BLOCK] : 0;
}

/* No font draws a space, and most characters have their bounds in all fonts. */
static int does_without_file(const ofs_own_font *font, uint32_t code, uint32_t said, uint32_t encoded)
{
    uint32_t c = said ? said : encoded;
    if (c == ' ')
        return font->is_absent && (said || code == ' ');
    return font->is_absent && !font->is_wide && !font->is_symbols && !font->is_caps && ofs_own_is_in_all_fonts(c);
}

const ofs_own_glyph *ofs_own_make_glyph(ofs_own *own, ofs_own_font *font, uint32_t code)
{
    ofs_own_glyph **block = &font->blocks[code / OWN_GLYPH_BLOCK];
    uint32_t said = said_of(font, code), encoded = font->is_wide ? by_itself(font, code) : win_ansi(code);
    if (font->unknown && !does_without_file(font, code, said, encoded))
        ofs_own_refuse(own, font->unknown);
    if (!*block)
        *block = OFS_NEW_ARRAY(own->arena, ofs_own_glyph, OWN_GLYPH_BLOCK);
    ofs_own_glyph *glyph = &(*block)[code % OWN_GLYPH_BLOCK];
    if (said == UNCLEAR || (!said && !encoded) || !is_plain(said ? said : encoded))
        ofs_own_refuse(own, "a code that stands for no one plain character");
    glyph->advance = (int16_t)width_of(own, font, code);
    glyph->unicode = (uint16_t)(said ? said : encoded);
    measure(own, font, code, glyph);
    glyph->is_known = 1;
    return glyph;
}
