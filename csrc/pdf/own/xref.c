/* xref.c: where each object stands: tables, streams, tables with a stream beside them, and what they update.
 *
 * Takes them exactly as the standard has them. Where two of them could be read differently, the file is refused. May not
 * know what an object means. */
#include "base/text.h"
#include "pdf/own/parts.h"

#include <string.h>

enum {
    LONGEST_TAIL = 64,   /* bytes from 'startxref' to the end */
    MOST_SECTIONS = 64,  /* updates of one file */
    ENTRY = 20,          /* bytes of one in a table */
    MOST_OBJECTS = 1 << 20
};

/* A section to read: an offset and what it says of itself. */
typedef struct section {
    uint32_t offset, stream; /* stream: XRefStm; 0: none */
    ofs_own_value trailer;
    ofs_own_cursor rows; /* of a table, up to its trailer */
} section;

typedef struct sections {
    section at[MOST_SECTIONS]; /* newest first */
    uint32_t count;
} sections;

static uint32_t digits(ofs_own *own, const uint8_t *p, int count)
{
    uint64_t number = 0;
    for (int i = 0; i < count; i++) {
        if (!ofs_is_digit(p[i]))
            ofs_own_refuse(own, "a cross-reference that is not in form");
        number = number * 10 + (uint64_t)(p[i] - '0');
    }
    return number < own->length ? (uint32_t)number : own->length;
}

/* The offset that stands at the file's end. */
static uint32_t find_start(ofs_own *own)
{
    static const char word[] = "startxref", last[] = "%%EOF";
    uint32_t end = own->length;
    while (end && ofs_own_is_space(own->data[end - 1]))
        end--;
    if (end < sizeof last || memcmp(own->data + end - 5, last, 5) != 0)
        ofs_own_refuse(own, "a file without an end");
    end -= 5;
    uint32_t at = end;
    while (at && (ofs_is_digit(own->data[at - 1]) || ofs_own_is_space(own->data[at - 1])))
        at--;
    if (at < 9 || end - at > LONGEST_TAIL || memcmp(own->data + at - 9, word, 9) != 0)
        ofs_own_refuse(own, "a file without an end");
    ofs_own_cursor c = {own->data + at, own->data + end};
    ofs_own_token token, after;
    ofs_own_next(own, &c, &token);
    ofs_own_next(own, &c, &after);
    if (token.kind != OWN_VALUE || after.kind != OWN_END || token.value.as.integer < 9 ||
        (uint32_t)token.value.as.integer >= own->length)
        ofs_own_refuse(own, "a file without an end");
    return (uint32_t)token.value.as.integer;
}

static uint32_t offset_in(ofs_own *own, const ofs_own_value *dict, const char *key)
{
    const ofs_own_value *value = ofs_own_get_raw(dict, key);
    if (!value)
        return 0;
    if (value->kind != OWN_INT || value->as.integer <= 0 || (uint32_t)value->as.integer >= own->length)
        ofs_own_refuse(own, "a cross-reference that is not in the file");
    return (uint32_t)value->as.integer;
}

static uint32_t size_in(ofs_own *own, const ofs_own_value *dict)
{
    const ofs_own_value *value = ofs_own_get_raw(dict, "Size");
    if (!value || value->kind != OWN_INT || value->as.integer <= 0 || value->as.integer > MOST_OBJECTS)
        ofs_own_refuse(own, "a trailer without a size");
    return (uint32_t)value->as.integer;
}

/* An entry of a newer section stands; the older section must not give it another meaning than 'as it was before'. */
static void set_entry(ofs_own *own, uint32_t number, ofs_own_entry entry)
{
    if (number >= own->entry_count)
        ofs_own_refuse(own, "an object with a number beyond the size");
    ofs_own_entry *slot = &own->entries[number];
    if (slot->where == OWN_NOWHERE) {
        *slot = entry;
        return;
    }
    if (entry.where <= OWN_FREE)
        return;
    if (slot->where == OWN_FREE)
        ofs_own_refuse(own, "an object that an update has deleted");
    /* Of a stream beside a table readers take only what no table has, some from that section, some from all. */
    if ((slot->is_beside || entry.is_beside) && (slot->where != entry.where || slot->at != entry.at))
        ofs_own_refuse(own, "an object that two cross-references have in two places");
}

/* A table. */

static int begins_table(const ofs_own *own, uint32_t offset)
{
    return own->length - offset > 4 && memcmp(own->data + offset, "xref", 4) == 0 &&
           ofs_own_is_space(own->data[offset + 4]);
}

/* The line '0 6', whose numbers are above those before: returns 0 at the word 'trailer'. */
static int next_rows(ofs_own *own, ofs_own_cursor *c, uint32_t *first, uint32_t *count)
{
    uint32_t least = *first + *count;
    ofs_own_token token, second;
    ofs_own_next(own, c, &token);
    if (ofs_own_is_word(&token, "trailer"))
        return 0;
    ofs_own_next(own, c, &second);
    if (token.kind != OWN_VALUE || token.value.kind != OWN_INT || second.kind != OWN_VALUE ||
        second.value.kind != OWN_INT || token.value.as.integer < 0 || second.value.as.integer < 0 ||
        token.value.as.integer > MOST_OBJECTS || second.value.as.integer > MOST_OBJECTS)
        ofs_own_refuse(own, "a cross-reference that is not in form");
    while (c->at < c->end && ofs_own_is_space(*c->at))
        c->at++;
    *first = (uint32_t)token.value.as.integer;
    *count = (uint32_t)second.value.as.integer;
    if (*first < least || (size_t)(c->end - c->at) / ENTRY < *count)
        ofs_own_refuse(own, "a cross-reference that is not in form");
    return 1;
}

static void find_trailer(ofs_own *own, section *s)
{
    uint32_t first = 0, count = 0;
    s->rows.at = own->data + s->offset + 4;
    s->rows.end = own->data + own->length;
    ofs_own_cursor c = s->rows;
    while (next_rows(own, &c, &first, &count))
        c.at += (size_t)count * ENTRY;
    ofs_own_parse(own, &c, NULL, &s->trailer);
    if (s->trailer.kind != OWN_DICT)
        ofs_own_refuse(own, "a trailer that is no dictionary");
}

/* PDFium trusts one object of a table and, where it is elsewhere, reads the whole file anew: so each is looked at. */
static void check_place(ofs_own *own, uint32_t number, uint32_t offset)
{
    uint32_t found = 0, at = offset;
    while (at < own->length && ofs_is_digit(own->data[at]) && found <= MOST_OBJECTS)
        found = found * 10 + (uint32_t)(own->data[at++] - '0');
    if (at == offset || found != number || own->length - at < 7 || memcmp(own->data + at, " 0 obj", 6) != 0)
        ofs_own_refuse(own, "an object that is not where the cross-reference says");
}

static void read_row(ofs_own *own, const uint8_t *row, uint32_t number)
{
    uint32_t offset = digits(own, row, 10), generation = digits(own, row + 11, 5);
    int ends = (row[18] == ' ' && (row[19] == '\n' || row[19] == '\r')) || (row[18] == '\r' && row[19] == '\n');
    if (row[10] != ' ' || row[16] != ' ' || !ends || (row[17] != 'n' && row[17] != 'f'))
        ofs_own_refuse(own, "a cross-reference that is not in form");
    if (row[17] == 'f')
        return; /* a newer free entry does not hide an older object, as PDFium has it: read_free() refuses both */
    if (generation || !number)
        ofs_own_refuse(own, "an object of a later generation");
    check_place(own, number, offset);
    set_entry(own, number, (ofs_own_entry){OWN_IN_FILE, 0, 0, offset});
}

static void read_table(ofs_own *own, const section *s)
{
    uint32_t first = 0, count = 0;
    ofs_own_cursor c = s->rows;
    while (next_rows(own, &c, &first, &count))
        for (uint32_t i = 0; i < count; i++, c.at += ENTRY)
            read_row(own, c.at, first + i);
}

/* Those that the section leaves free, after all that it has are known: no older section may use them. */
static void read_free(ofs_own *own, const section *s)
{
    uint32_t first = 0, count = 0;
    ofs_own_cursor c = s->rows;
    while (next_rows(own, &c, &first, &count))
        for (uint32_t i = 0; i < count; i++, c.at += ENTRY)
            if (c.at[17] == 'f' && first + i < own->entry_count && own->entries[first + i].where == OWN_NOWHERE)
                own->entries[first + i].where = OWN_FREE;
}

/* A stream. */

static uint32_t field(const uint8_t *p, uint32_t width)
{
    uint32_t number = 0;
    for (uint32_t i = 0; i < width; i++)
        number = number << 8 | p[i];
    return number;
}

static void read_streamed_row(ofs_own *own, const uint8_t *p, const uint32_t *widths, uint32_t number, int is_beside)
{
    uint32_t type = field(p, widths[0]), second = field(p + widths[0], widths[1]),
             third = field(p + widths[0] + widths[1], widths[2]);
    if (type > 2 || (type == 1 && third))
        ofs_own_refuse(own, "a cross-reference stream with an entry that is not known");
    if (type == 1) {
        check_place(own, number, second);
        set_entry(own, number, (ofs_own_entry){OWN_IN_FILE, (uint8_t)is_beside, 0, second});
    } else if (type == 2) {
        if (second >= own->entry_count || third > UINT16_MAX)
            ofs_own_refuse(own, "an object with a number beyond the size");
        set_entry(own, number, (ofs_own_entry){OWN_IN_STREAM, (uint8_t)is_beside, (uint16_t)third, second});
    } else {
        set_entry(own, number, (ofs_own_entry){OWN_FREE, 0, 0, 0});
    }
}

static void read_widths(ofs_own *own, const ofs_own_value *dict, uint32_t *widths)
{
    const ofs_own_value *given = ofs_own_get_raw(dict, "W");
    if (!given || given->kind != OWN_ARRAY || given->count != 3)
        ofs_own_refuse(own, "a cross-reference stream without widths");
    for (int i = 0; i < 3; i++) {
        const ofs_own_value *width = &given->as.items[i];
        if (width->kind != OWN_INT || width->as.integer < (i == 2 ? 0 : 1) || width->as.integer > 4)
            ofs_own_refuse(own, "a cross-reference stream without widths");
        widths[i] = (uint32_t)width->as.integer;
    }
}

/* The object that a cross-reference stream is; its number stands before it. */
static void read_stream_object(ofs_own *own, uint32_t offset, ofs_own_object *object)
{
    uint32_t number = 0, at = offset;
    while (at < own->length && ofs_is_digit(own->data[at]) && number <= MOST_OBJECTS)
        number = number * 10 + (uint32_t)(own->data[at++] - '0');
    ofs_own_read_object_at(own, offset, number, object);
    if (!object->stream || !ofs_own_is_name(ofs_own_get_raw(&object->value, "Type"), "XRef"))
        ofs_own_refuse(own, "a cross-reference that is neither table nor stream");
}

static void read_stream(ofs_own *own, uint32_t offset, int is_beside)
{
    ofs_own_object object;
    uint32_t widths[3];
    read_stream_object(own, offset, &object);
    read_widths(own, &object.value, widths);
    uint32_t row = widths[0] + widths[1] + widths[2], used = 0;
    ofs_own_bytes bytes = ofs_own_stream(own, &object, 1);
    ofs_own_value whole[2] = {{.kind = OWN_INT}, {.kind = OWN_INT, .as.integer = (int32_t)size_in(own, &object.value)}};
    ofs_own_value all = {.kind = OWN_ARRAY, .count = 2, .as.items = whole};
    const ofs_own_value *index = ofs_own_get_raw(&object.value, "Index");
    int32_t least = 0;
    index = index ? index : &all;
    if (index->kind != OWN_ARRAY || index->count % 2)
        ofs_own_refuse(own, "a cross-reference stream with an odd index");
    for (uint32_t i = 0; i < index->count; i += 2) {
        const ofs_own_value *two = &index->as.items[i];
        if (two[0].kind != OWN_INT || two[1].kind != OWN_INT || two[0].as.integer > MOST_OBJECTS ||
            two[0].as.integer < least || two[1].as.integer < 0 || two[1].as.integer > MOST_OBJECTS ||
            (uint32_t)two[1].as.integer > bytes.count / row - used)
            ofs_own_refuse(own, "a cross-reference stream with an odd index");
        for (int32_t k = 0; k < two[1].as.integer; k++)
            read_streamed_row(own, bytes.at + row * used++, widths, (uint32_t)(two[0].as.integer + k), is_beside);
        least = two[0].as.integer + two[1].as.integer;
    }
    if (used * row != bytes.count)
        ofs_own_refuse(own, "a cross-reference stream that is longer than its index");
}

/* Sections, newest first, without reading what is in them. Tables and streams do not lead to each other. */
static void find_sections(ofs_own *own, sections *all, uint32_t offset, int is_table)
{
    while (offset) {
        section *s = &all->at[all->count];
        for (uint32_t i = 0; i < all->count; i++)
            if (all->at[i].offset == offset)
                ofs_own_refuse(own, "cross-references that go round");
        if (all->count++ == MOST_SECTIONS - 1 || begins_table(own, offset) != is_table)
            ofs_own_refuse(own, "cross-references of several kinds, or too many");
        s->offset = offset;
        if (is_table) {
            find_trailer(own, s);
            s->stream = offset_in(own, &s->trailer, "XRefStm");
        } else {
            ofs_own_object object;
            read_stream_object(own, offset, &object);
            s->trailer = object.value;
        }
        if (ofs_own_get_raw(&s->trailer, "Encrypt"))
            ofs_own_refuse(own, "an encrypted file");
        offset = offset_in(own, &s->trailer, "Prev");
    }
}

void ofs_own_read_xref(ofs_own *own)
{
    sections *all = OFS_NEW(own->arena, sections);
    uint32_t start = find_start(own);
    int is_table = begins_table(own, start);
    /* Lengths of cross-reference streams stand in their dictionaries: no entry is known yet. */
    find_sections(own, all, start, is_table);
    own->trailer = all->at[0].trailer;
    own->entry_count = size_in(own, &own->trailer);
    if (own->entry_count > own->length / 4)
        ofs_own_refuse(own, "a trailer without a size");
    own->entries = OFS_NEW_ARRAY(own->arena, ofs_own_entry, own->entry_count);
    for (uint32_t i = 0; i < all->count; i++) {
        section *s = &all->at[i];
        if (!is_table) {
            read_stream(own, s->offset, 0);
            continue;
        }
        read_table(own, s);
        if (s->stream) {
            if (i + 1 == all->count) /* readers differ in whether it counts there */
                ofs_own_refuse(own, "a cross-reference stream beside the oldest table");
            read_stream(own, s->stream, 1);
        }
        read_free(own, s);
    }
    own->objects = OFS_NEW_ARRAY(own->arena, ofs_own_object *, own->entry_count);
    own->packs = OFS_NEW_ARRAY(own->arena, ofs_own_pack *, own->entry_count);
}
