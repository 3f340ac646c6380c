/* parts.h: what each part of the project's own reader of PDFs does for the others. Private to this folder; holds
 * declarations only. Whatever is not as it must be is refused: no function here says so by what it returns. */
#ifndef OFS_OWN_PARTS_H
#define OFS_OWN_PARTS_H

#include "pdf/own/own.h"

/* objects.c: what each byte is outside strings. */
enum { OWN_BAD_BYTE, OWN_PLAIN_BYTE, OWN_SPACE_BYTE, OWN_MARK_BYTE };
extern const uint8_t ofs_own_classes[256];
static inline int ofs_own_is_space(uint8_t c)
{
    return ofs_own_classes[c] == OWN_SPACE_BYTE;
}
static inline int ofs_own_begins_number(uint8_t c)
{
    return (uint8_t)(c - '0') < 10 || c == '-' || c == '+' || c == '.';
}
/* A number from the cursor on; a word that begins like one and is none is refused. A quarter of all that is done with a
 * page's content. */
enum { OWN_MOST_DIGITS = 15 }; /* more lose digits, and readers differ in how */
static inline void ofs_own_read_number(ofs_own *own, ofs_own_cursor *c, ofs_own_value *value)
{
    static const double scale[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const uint8_t *p = c->at, *end = c->end, *start, *point = NULL;
    int is_negative = *p == '-';
    uint64_t number = 0;
    p += *p == '-' || *p == '+';
    for (start = p; p < end && (uint8_t)(*p - '0') < 10; p++)
        number = number * 10 + (uint64_t)(*p - '0');
    long digits = p - start, after = 0;
    if (p < end && *p == '.') {
        for (point = ++p; p < end && (uint8_t)(*p - '0') < 10; p++)
            number = number * 10 + (uint64_t)(*p - '0');
        after = p - point;
    }
    digits += after;
    if (digits < 1 || digits > OWN_MOST_DIGITS || (p < end && ofs_own_classes[*p] < OWN_SPACE_BYTE))
        ofs_own_refuse(own, "a word that is no number, or one with too many digits");
    c->at = p;
    value->is_hex = value->has_escape = 0;
    value->count = 0;
    if (!point) {
        if (number > INT32_MAX)
            ofs_own_refuse(own, "a number that is too large");
        value->kind = OWN_INT;
        value->as.integer = is_negative ? -(int32_t)number : (int32_t)number;
    } else {
        double real = (double)number / scale[after];
        value->kind = OWN_REAL;
        value->as.real = (float)(is_negative ? -real : real);
    }
}
/* From the mark that the cursor is at: '/', '('. */
void ofs_own_read_name(ofs_own *own, ofs_own_cursor *c, ofs_own_value *value);
void ofs_own_read_string(ofs_own *own, ofs_own_cursor *c, ofs_own_value *value);
/* Bytes that a string in brackets does not simply go on with: nearly all end at the first of them. */
extern const uint8_t ofs_own_halts[256];
static inline void ofs_own_read_short_string(ofs_own *own, ofs_own_cursor *c, ofs_own_value *value)
{
    const uint8_t *start = c->at + 1, *p = start, *end = c->end;
    while (p < end && !ofs_own_halts[*p])
        p++;
    if (p == end || *p != ')' || p - start > OWN_MOST_STRING) {
        ofs_own_read_string(own, c, value);
        return;
    }
    value->kind = OWN_STRING;
    value->is_hex = value->has_escape = 0;
    value->as.bytes = start;
    value->count = (uint32_t)(p - start);
    c->at = p + 1;
}
void ofs_own_next(ofs_own *own, ofs_own_cursor *c, ofs_own_token *token);
int ofs_own_is_word(const ofs_own_token *token, const char *word);
/* One value, from the cursor on or beginning with a token that was read from it. */
void ofs_own_parse(ofs_own *own, ofs_own_cursor *c, const ofs_own_token *given, ofs_own_value *out);
uint32_t ofs_own_decode(ofs_own *own, const ofs_own_value *string, uint8_t *out);
/* What a key stands for: NULL where there is none, or no dictionary. */
const ofs_own_value *ofs_own_get_raw(const ofs_own_value *dict, const char *key);
const ofs_own_value *ofs_own_get_named(const ofs_own_value *dict, const ofs_own_value *name);
int ofs_own_is_name(const ofs_own_value *value, const char *name);

/* xref.c: fills entries and trailer. */
void ofs_own_read_xref(ofs_own *own);

/* load.c: objects by number; references followed; streams with their filter undone. */
void ofs_own_read_object_at(ofs_own *own, uint32_t offset, uint32_t number, ofs_own_object *out);
const ofs_own_object *ofs_own_load(ofs_own *own, uint32_t number);
/* Follows a reference; of what it leads to, the value. NULL for NULL and for what is free or null. */
const ofs_own_value *ofs_own_follow(ofs_own *own, const ofs_own_value *value);
const ofs_own_object *ofs_own_follow_object(ofs_own *own, const ofs_own_value *value);
const ofs_own_value *ofs_own_get(ofs_own *own, const ofs_own_value *dict, const char *key);
int32_t ofs_own_get_int(ofs_own *own, const ofs_own_value *dict, const char *key, int32_t missing);
float ofs_own_number(ofs_own *own, const ofs_own_value *value);
/* The bytes of a stream, in the arena or as they stand in the file. */
ofs_own_bytes ofs_own_stream(ofs_own *own, const ofs_own_object *object, int may_predict);
/* The same behind what stands in own->content; `used` bytes of it are in use. Returns how many then are. */
uint32_t ofs_own_stream_to_content(ofs_own *own, const ofs_own_object *object, uint32_t used);

void ofs_own_end_inflating(const ofs_own *own);

/* pages.c: fills the leaves. */
void ofs_own_read_pages(ofs_own *own);

/* truetype.c */
ofs_own_truetype *ofs_own_read_truetype(ofs_own *own, ofs_own_bytes file);
uint32_t ofs_own_glyph_of(const ofs_own_truetype *file, uint32_t unicode); /* 0: none */
void ofs_own_measure(ofs_own *own, const ofs_own_truetype *file, uint32_t index, ofs_own_glyph *glyph);

/* absent.c: characters of fonts that are not embedded. */
int ofs_own_is_in_all_fonts(uint32_t c);
void ofs_own_bound(ofs_own *own, ofs_own_glyph *glyph);
float ofs_own_unsure_right(const ofs_own_glyph *glyph, float *slack);
ofs_own_box ofs_own_least_box(ofs_own *own, const ofs_own_text *text);

/* tounicode.c */
const ofs_own_unicodes *ofs_own_read_to_unicode(ofs_own *own, ofs_own_bytes cmap, uint32_t codes);

/* fonts.c */
ofs_own_font *ofs_own_find_font(ofs_own *own, const ofs_own_value *resources, const ofs_own_value *name);
const ofs_own_glyph *ofs_own_make_glyph(ofs_own *own, ofs_own_font *font, uint32_t code);
static inline const ofs_own_glyph *ofs_own_glyph_at(ofs_own *own, ofs_own_font *font, uint32_t code)
{
    const ofs_own_glyph *block = font->blocks[code / OWN_GLYPH_BLOCK];
    return block && block[code % OWN_GLYPH_BLOCK].is_known ? &block[code % OWN_GLYPH_BLOCK]
                                                           : ofs_own_make_glyph(own, font, code);
}

/* layers.c: refuses what is in a layer that may not be shown. */
void ofs_own_check_layer(ofs_own *own, const ofs_own_value *layer);

/* content.c: fills texts and items from a page's content. */
void ofs_own_read_content(ofs_own *own, const ofs_own_leaf *leaf);

/* seen.c: the size of a text's type, and whether a clip leaves it out, above or below. */
float ofs_own_size_of(const ofs_own_text *text);
int ofs_own_is_clipped(ofs_own *own, const ofs_own_text *text, float size);

/* seen.c: refuses a page with text of which it is not certain that it is seen. */
void ofs_own_check_seen(ofs_own *own, const ofs_own_leaf *leaf);

/* lines.c: fills the page's characters and runs from its texts, in PDFium's order and with its gaps. */
void ofs_own_write_chars(ofs_own *own, const ofs_own_leaf *leaf);

/* tree.c: fills the page's nodes. */
void ofs_own_read_nodes(ofs_own *own, const ofs_own_leaf *leaf);

/* geometry.c */
ofs_own_matrix ofs_own_on_page(const ofs_own_text *text, const ofs_own_matrix *form);
float ofs_own_distance(const ofs_own_matrix *m, float distance);

#endif
