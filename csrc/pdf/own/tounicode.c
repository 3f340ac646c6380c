/* tounicode.c: the table of a font that says which character each code stands for.
 *
 * Takes bfchar and bfrange. A code that is said to be two different characters, or several in one, is noted as unclear:
 * whoever meets it refuses. May not know of fonts. */
#include "pdf/own/parts.h"

enum { UNCLEAR = 0xFFFF, MOST_BYTES = 8 };

/* A hexadecimal string as a number; `count` becomes its bytes. */
static uint32_t read_code(ofs_own *own, const ofs_own_token *token, uint32_t *count)
{
    uint8_t bytes[MOST_BYTES];
    uint32_t number = 0;
    if (token->kind != OWN_VALUE || token->value.kind != OWN_STRING || !token->value.is_hex)
        ofs_own_refuse(own, "a table of characters that is not in form");
    if (token->value.count > 2 * MOST_BYTES) {
        *count = MOST_BYTES + 1;
        return UNCLEAR;
    }
    *count = ofs_own_decode(own, &token->value, bytes);
    for (uint32_t i = 0; i < *count; i++)
        number = number << 8 | bytes[i];
    return number;
}

static void set(ofs_own *own, ofs_own_unicodes *table, uint32_t codes, uint32_t code, uint32_t unicode)
{
    if (code >= codes)
        return;
    uint16_t **block = &table->blocks[code / OWN_GLYPH_BLOCK];
    if (!*block)
        *block = OFS_NEW_ARRAY(own->arena, uint16_t, OWN_GLYPH_BLOCK);
    uint16_t *slot = &(*block)[code % OWN_GLYPH_BLOCK];
    *slot = *slot && *slot != unicode ? UNCLEAR : unicode <= 0xFFFF ? (uint16_t)unicode : UNCLEAR;
    if (unicode == ' ' && (!table->space || code < table->space))
        table->space = code;
}

/* What a code becomes: one character is written in two bytes. */
static uint32_t read_target(ofs_own *own, const ofs_own_token *token)
{
    uint32_t count, unicode = read_code(own, token, &count);
    return count == 2 ? unicode : UNCLEAR;
}

static void expect(ofs_own *own, ofs_own_cursor *c, const char *word)
{
    ofs_own_token token;
    ofs_own_next(own, c, &token);
    if (!ofs_own_is_word(&token, word))
        ofs_own_refuse(own, "a table of characters with a wrong count");
}

static void read_chars(ofs_own *own, ofs_own_cursor *c, int32_t count, ofs_own_unicodes *table, uint32_t codes)
{
    ofs_own_token token;
    uint32_t bytes;
    for (int32_t i = 0; i < count; i++) {
        ofs_own_next(own, c, &token);
        uint32_t code = read_code(own, &token, &bytes);
        ofs_own_next(own, c, &token);
        set(own, table, codes, code, read_target(own, &token));
    }
    expect(own, c, "endbfchar");
}

static void read_range(ofs_own *own, ofs_own_cursor *c, ofs_own_unicodes *table, uint32_t codes)
{
    ofs_own_token token;
    uint32_t bytes;
    ofs_own_next(own, c, &token);
    uint32_t first = read_code(own, &token, &bytes);
    ofs_own_next(own, c, &token);
    uint32_t last = read_code(own, &token, &bytes);
    if (first > last || first >> 8 != last >> 8 || last > 0xFFFF)
        ofs_own_refuse(own, "a table of characters with an odd range");
    ofs_own_next(own, c, &token);
    int is_array = token.kind == OWN_OPEN_ARRAY;
    uint32_t unicode = is_array ? 0 : read_target(own, &token);
    for (uint32_t code = first; code <= last; code++) {
        if (is_array) {
            ofs_own_next(own, c, &token);
            unicode = read_target(own, &token);
        }
        set(own, table, codes, code, unicode);
        unicode += unicode != UNCLEAR;
    }
    if (is_array)
        ofs_own_next(own, c, &token);
    if (is_array && token.kind != OWN_CLOSE_ARRAY)
        ofs_own_refuse(own, "a table of characters with an odd range");
}

static void read_ranges(ofs_own *own, ofs_own_cursor *c, int32_t count, ofs_own_unicodes *table, uint32_t codes)
{
    for (int32_t i = 0; i < count; i++)
        read_range(own, c, table, codes);
    expect(own, c, "endbfrange");
}

/* What such a table says of itself beside its characters. */
static int is_known(const ofs_own_token *token)
{
    static const char *const words[] = {"findresource",
                                        "begin",
                                        "dict",
                                        "begincmap",
                                        "def",
                                        "endcmap",
                                        "currentdict",
                                        "defineresource",
                                        "pop",
                                        "end",
                                        "begincodespacerange",
                                        "endcodespacerange",
                                        "CMapName"};
    int is_word = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words && !is_word; i++)
        is_word = ofs_own_is_word(token, words[i]);
    return is_word || token->kind == OWN_VALUE || token->kind == OWN_OPEN_DICT || token->kind == OWN_CLOSE_DICT;
}

const ofs_own_unicodes *ofs_own_read_to_unicode(ofs_own *own, ofs_own_bytes cmap, uint32_t codes)
{
    ofs_own_unicodes *table = OFS_NEW(own->arena, ofs_own_unicodes);
    ofs_own_cursor c = {cmap.at, cmap.at + cmap.count};
    ofs_own_token token, before = {.kind = OWN_END};
    for (ofs_own_next(own, &c, &token); token.kind != OWN_END; before = token, ofs_own_next(own, &c, &token)) {
        int has_count = before.kind == OWN_VALUE && before.value.kind == OWN_INT && before.value.as.integer >= 0;
        if (has_count && ofs_own_is_word(&token, "beginbfchar"))
            read_chars(own, &c, before.value.as.integer, table, codes);
        else if (has_count && ofs_own_is_word(&token, "beginbfrange"))
            read_ranges(own, &c, before.value.as.integer, table, codes);
        else if (!is_known(&token))
            ofs_own_refuse(own, "a table of characters with a word that is not known");
    }
    return table;
}
