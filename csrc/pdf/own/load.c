/* load.c: objects by their numbers, out of the file or out of an object stream, and the bytes of streams.
 *
 * An object must stand where the cross-reference says, with its number, and end as it should; a stream must be as long as
 * it says and its checksum right. May not know what an object means. */
#include "pdf/own/parts.h"

#include <libdeflate.h>
#include <string.h>

enum {
    MOST_STREAM = 64 * 1024 * 1024, /* bytes inflated of one stream, and of one document */
    MOST_INFLATED = 256 * 1024 * 1024,
    FIRST_GUESS = 6, /* times as large as what is packed */
    MOST_PACKED = 100000, /* objects of one object stream */
    MOST_COLUMNS = 64
};

static void expect(ofs_own *own, ofs_own_cursor *c, const char *word)
{
    ofs_own_token token;
    ofs_own_next(own, c, &token);
    if (!ofs_own_is_word(&token, word))
        ofs_own_refuse(own, "an object that does not begin or end as it should");
}

static int32_t read_integer(ofs_own *own, ofs_own_cursor *c)
{
    ofs_own_token token;
    ofs_own_next(own, c, &token);
    if (token.kind != OWN_VALUE || token.value.kind != OWN_INT || token.value.as.integer < 0)
        ofs_own_refuse(own, "a number that is missing");
    return token.value.as.integer;
}

static const ofs_own_entry *entry_of(const ofs_own *own, uint32_t number)
{
    return number < own->entry_count && own->entries[number].where > OWN_FREE ? &own->entries[number] : NULL;
}

static void begin_object(ofs_own *own, ofs_own_cursor *c, uint32_t offset, uint32_t number)
{
    if (offset >= own->length)
        ofs_own_refuse(own, "an object outside the file");
    c->at = own->data + offset;
    c->end = own->data + own->length;
    if (ofs_own_is_space(*c->at) || (uint32_t)read_integer(own, c) != number || read_integer(own, c) != 0)
        ofs_own_refuse(own, "an object that is not where the cross-reference says");
    expect(own, c, "obj");
}

/* The length of a stream that an object of its own tells: a plain number in the file. */
static uint32_t read_length(ofs_own *own, const ofs_own_value *value)
{
    if (value && value->kind == OWN_INT && value->as.integer >= 0)
        return (uint32_t)value->as.integer;
    const ofs_own_entry *entry = value && value->kind == OWN_REF ? entry_of(own, (uint32_t)value->as.integer) : NULL;
    if (!entry || entry->where != OWN_IN_FILE)
        ofs_own_refuse(own, "a stream without a plain length");
    ofs_own_cursor c;
    begin_object(own, &c, entry->at, (uint32_t)value->as.integer);
    int32_t length = read_integer(own, &c);
    expect(own, &c, "endobj");
    return (uint32_t)length;
}

static void read_stream_of(ofs_own *own, ofs_own_cursor *c, ofs_own_object *out)
{
    uint32_t length = read_length(own, ofs_own_get_raw(&out->value, "Length"));
    if (c->at < c->end && *c->at == '\r')
        c->at++;
    if (c->at == c->end || *c->at++ != '\n')
        ofs_own_refuse(own, "a stream that does not begin on a line of its own");
    if (length > (size_t)(c->end - c->at))
        ofs_own_refuse(own, "a stream that is longer than the file");
    out->stream = c->at;
    out->length = length;
    c->at += length;
    if (c->at < c->end && *c->at == '\r')
        c->at++;
    if (c->at < c->end && *c->at == '\n')
        c->at++;
    if (c->at == c->end || *c->at != 'e')
        ofs_own_refuse(own, "a stream that does not end where it says");
    expect(own, c, "endstream");
}

void ofs_own_read_object_at(ofs_own *own, uint32_t offset, uint32_t number, ofs_own_object *out)
{
    ofs_own_cursor c;
    ofs_own_token token;
    memset(out, 0, sizeof *out);
    out->number = number;
    begin_object(own, &c, offset, number);
    ofs_own_parse(own, &c, NULL, &out->value);
    ofs_own_next(own, &c, &token);
    if (ofs_own_is_word(&token, "stream")) {
        if (out->value.kind != OWN_DICT)
            ofs_own_refuse(own, "a stream without a dictionary");
        read_stream_of(own, &c, out);
        ofs_own_next(own, &c, &token);
    }
    if (!ofs_own_is_word(&token, "endobj"))
        ofs_own_refuse(own, "an object that does not begin or end as it should");
}

/* Inflating. */

static struct libdeflate_decompressor *inflater(ofs_own *own)
{
    if (!own->inflater)
        own->inflater = libdeflate_alloc_decompressor();
    if (!own->inflater)
        ofs_pdf_fail(own->pdf, OFS_ERR_MEMORY);
    return own->inflater;
}

void ofs_own_end_inflating(const ofs_own *own)
{
    libdeflate_free_decompressor(own->inflater);
}

/* Inflates into `out`. Returns the bytes there, or UINT32_MAX where there is not room enough. */
static uint32_t inflate_into(ofs_own *own, const uint8_t *packed, uint32_t length, uint8_t *out, uint32_t room)
{
    size_t used = 0, count = 0;
    enum libdeflate_result result =
        libdeflate_zlib_decompress_ex(inflater(own), packed, length, out, room, &used, &count);
    own->inflated += result == LIBDEFLATE_SUCCESS ? count : room;
    if (own->inflated > MOST_INFLATED)
        ofs_own_refuse(own, "more in its streams than a report holds");
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE)
        return UINT32_MAX;
    if (result != LIBDEFLATE_SUCCESS)
        ofs_own_refuse(own, "a stream that does not inflate");
    for (size_t i = used; i < length; i++)
        if (i - used > 1 || !ofs_own_is_space(packed[i]))
            ofs_own_refuse(own, "a stream with something behind its end");
    return (uint32_t)count;
}

/* What has to be undone: nothing, or Flate alone; `parameters` is NULL where none matter. */
static int is_packed(ofs_own *own, const ofs_own_object *object, const ofs_own_value **parameters)
{
    const ofs_own_value *filter = ofs_own_get(own, &object->value, "Filter");
    const ofs_own_value *given = ofs_own_get(own, &object->value, "DecodeParms");
    if (ofs_own_get_raw(&object->value, "F") || ofs_own_get_raw(&object->value, "DP"))
        ofs_own_refuse(own, "a stream in another file");
    if (filter && filter->kind == OWN_ARRAY) {
        if (filter->count > 1 || (given && given->kind == OWN_ARRAY && given->count != filter->count))
            ofs_own_refuse(own, "a stream with several filters");
        filter = filter->count ? ofs_own_follow(own, filter->as.items) : NULL;
        if (given && given->kind == OWN_ARRAY)
            given = given->count ? ofs_own_follow(own, given->as.items) : NULL;
    }
    *parameters = given;
    if (given && (given->kind != OWN_DICT || !filter))
        ofs_own_refuse(own, "a filter with odd parameters");
    if (filter && !ofs_own_is_name(filter, "FlateDecode"))
        ofs_own_refuse(own, "a filter that is not Flate");
    return filter != NULL;
}

/* The bytes of each row were told by their difference from those left of and above them (the PNG filters). */
static ofs_own_bytes undo_predictor(ofs_own *own, ofs_own_bytes rows, const ofs_own_value *parameters)
{
    int32_t columns = ofs_own_get_int(own, parameters, "Columns", 1);
    if (columns < 1 || columns > MOST_COLUMNS || rows.count % ((uint32_t)columns + 1) != 0 ||
        ofs_own_get_int(own, parameters, "Colors", 1) != 1 ||
        ofs_own_get_int(own, parameters, "BitsPerComponent", 8) != 8)
        ofs_own_refuse(own, "a predictor with odd parameters");
    uint32_t width = (uint32_t)columns, count = rows.count / (width + 1);
    uint8_t *out = (uint8_t *)ofs_arena_bytes(own->arena, count * width + 1);
    static const uint8_t zeros[MOST_COLUMNS];
    for (uint32_t row = 0; row < count; row++) {
        const uint8_t *in = rows.at + row * (width + 1), *above = row ? out + (row - 1) * width : zeros;
        uint8_t *to = out + row * width;
        if (in[0] != 0 && in[0] != 2)
            ofs_own_refuse(own, "a predictor that is not met in cross-references");
        for (uint32_t i = 0; i < width; i++)
            to[i] = (uint8_t)(in[i + 1] + (in[0] ? above[i] : 0));
    }
    return (ofs_own_bytes){out, count * width};
}

static int predictor_of(ofs_own *own, const ofs_own_value *parameters)
{
    int predictor = ofs_own_get_int(own, parameters, "Predictor", 1);
    if (predictor != 1 && predictor != 12)
        ofs_own_refuse(own, "a predictor that is not known");
    if (parameters && ofs_own_get_raw(parameters, "EarlyChange"))
        ofs_own_refuse(own, "a filter with odd parameters");
    return predictor;
}

static uint32_t first_room(ofs_own *own, uint32_t length)
{
    if (length > MOST_STREAM)
        ofs_own_refuse(own, "a stream that is too large");
    return length * FIRST_GUESS + 1024;
}

static uint32_t more_room(ofs_own *own, uint32_t room)
{
    if (room > MOST_STREAM / 4)
        ofs_own_refuse(own, "a stream that is too large");
    return room * 4;
}

ofs_own_bytes ofs_own_stream(ofs_own *own, const ofs_own_object *object, int may_predict)
{
    const ofs_own_value *parameters;
    if (!object || !object->stream)
        ofs_own_refuse(own, "a stream that is missing");
    if (!is_packed(own, object, &parameters))
        return (ofs_own_bytes){object->stream, object->length};
    int predictor = predictor_of(own, parameters);
    if (predictor != 1 && !may_predict)
        ofs_own_refuse(own, "a predictor where none is met");
    ofs_own_bytes bytes = {NULL, UINT32_MAX};
    const ofs_own_value *told = ofs_own_get(own, &object->value, "Length1"); /* of a font, inflated */
    uint32_t room = first_room(own, object->length);
    if (told && told->kind == OWN_INT && told->as.integer > 0 && told->as.integer < MOST_STREAM)
        room = (uint32_t)told->as.integer + 1;
    for (; bytes.count == UINT32_MAX; room = more_room(own, room)) {
        uint8_t *out = (uint8_t *)ofs_arena_bytes(own->arena, room);
        bytes.at = out;
        bytes.count = inflate_into(own, object->stream, object->length, out, room);
        if (bytes.count != UINT32_MAX)
            break;
    }
    return predictor == 1 ? bytes : undo_predictor(own, bytes, parameters);
}

static void grow_content(ofs_own *own, uint32_t used, uint32_t room)
{
    if (room > MOST_STREAM)
        ofs_own_refuse(own, "a page with too much on it");
    if (room <= own->content_capacity)
        return;
    uint8_t *content = (uint8_t *)ofs_arena_bytes(own->arena, room);
    if (used)
        memcpy(content, own->content, used);
    own->content = content;
    own->content_capacity = room;
}

uint32_t ofs_own_stream_to_content(ofs_own *own, const ofs_own_object *object, uint32_t used)
{
    const ofs_own_value *parameters;
    if (!object || !object->stream)
        ofs_own_refuse(own, "a stream that is missing");
    if (!is_packed(own, object, &parameters)) {
        grow_content(own, used, used + object->length + 1);
        memcpy(own->content + used, object->stream, object->length);
        return used + object->length;
    }
    if (predictor_of(own, parameters) != 1)
        ofs_own_refuse(own, "a predictor where none is met");
    grow_content(own, used, used + first_room(own, object->length));
    for (;;) {
        uint32_t count =
            inflate_into(own, object->stream, object->length, own->content + used, own->content_capacity - used - 1);
        if (count != UINT32_MAX)
            return used + count;
        grow_content(own, used, more_room(own, own->content_capacity));
    }
}

/* Object streams. */

static const ofs_own_pack *open_pack(ofs_own *own, uint32_t number)
{
    if (own->packs[number])
        return own->packs[number];
    const ofs_own_entry *entry = entry_of(own, number);
    if (!entry || entry->where != OWN_IN_FILE)
        ofs_own_refuse(own, "an object stream that is missing");
    ofs_own_object object;
    ofs_own_read_object_at(own, entry->at, number, &object);
    ofs_own_pack *pack = OFS_NEW(own->arena, ofs_own_pack);
    pack->bytes = ofs_own_stream(own, &object, 1);
    int32_t count = ofs_own_get_int(own, &object.value, "N", -1);
    int32_t first = ofs_own_get_int(own, &object.value, "First", -1);
    if (!ofs_own_is_name(ofs_own_get(own, &object.value, "Type"), "ObjStm") || count < 0 || count > MOST_PACKED ||
        first < 0 || (uint32_t)first > pack->bytes.count)
        ofs_own_refuse(own, "an object stream that is not plain");
    uint32_t *numbers = OFS_NEW_ARRAY(own->arena, uint32_t, count + 1);
    uint32_t *offsets = OFS_NEW_ARRAY(own->arena, uint32_t, count + 1);
    ofs_own_cursor c = {pack->bytes.at, pack->bytes.at + first};
    for (int32_t i = 0; i < count; i++) {
        numbers[i] = (uint32_t)read_integer(own, &c);
        uint32_t offset = (uint32_t)read_integer(own, &c);
        if (offset >= pack->bytes.count - (uint32_t)first || (i && offset + (uint32_t)first <= offsets[i - 1]))
            ofs_own_refuse(own, "an object stream whose objects are not in order");
        offsets[i] = offset + (uint32_t)first;
    }
    offsets[count] = pack->bytes.count;
    pack->numbers = numbers;
    pack->offsets = offsets;
    pack->count = (uint32_t)count;
    return own->packs[number] = pack;
}

static void read_packed(ofs_own *own, const ofs_own_entry *entry, uint32_t number, ofs_own_object *out)
{
    const ofs_own_pack *pack = open_pack(own, entry->at);
    if (entry->index >= pack->count || pack->numbers[entry->index] != number)
        ofs_own_refuse(own, "an object that is not in its object stream");
    ofs_own_cursor c = {pack->bytes.at + pack->offsets[entry->index], pack->bytes.at + pack->offsets[entry->index + 1]};
    ofs_own_token token;
    ofs_own_parse(own, &c, NULL, &out->value);
    ofs_own_next(own, &c, &token);
    if (token.kind != OWN_END)
        ofs_own_refuse(own, "an object stream with something between its objects");
}

const ofs_own_object *ofs_own_load(ofs_own *own, uint32_t number)
{
    const ofs_own_entry *entry = entry_of(own, number);
    if (!entry)
        ofs_own_refuse(own, "a reference to an object that is missing");
    if (own->objects[number])
        return own->objects[number];
    ofs_own_object *object = OFS_NEW(own->arena, ofs_own_object);
    object->number = number;
    if (entry->where == OWN_IN_FILE)
        ofs_own_read_object_at(own, entry->at, number, object);
    else
        read_packed(own, entry, number, object);
    return own->objects[number] = object;
}

/* References. */

const ofs_own_object *ofs_own_follow_object(ofs_own *own, const ofs_own_value *value)
{
    return value && value->kind == OWN_REF ? ofs_own_load(own, (uint32_t)value->as.integer) : NULL;
}

const ofs_own_value *ofs_own_follow(ofs_own *own, const ofs_own_value *value)
{
    if (value && value->kind == OWN_REF) {
        const ofs_own_object *object = ofs_own_follow_object(own, value);
        value = object ? &object->value : NULL;
    }
    return value && value->kind != OWN_NULL ? value : NULL;
}

const ofs_own_value *ofs_own_get(ofs_own *own, const ofs_own_value *dict, const char *key)
{
    return ofs_own_follow(own, ofs_own_get_raw(dict, key));
}

int32_t ofs_own_get_int(ofs_own *own, const ofs_own_value *dict, const char *key, int32_t missing)
{
    const ofs_own_value *value = ofs_own_get(own, dict, key);
    if (!value)
        return missing;
    if (value->kind != OWN_INT)
        ofs_own_refuse(own, "a value that is no whole number");
    return value->as.integer;
}

float ofs_own_number(ofs_own *own, const ofs_own_value *value)
{
    if (!value || (value->kind != OWN_INT && value->kind != OWN_REAL))
        ofs_own_refuse(own, "a value that is no number");
    return value->kind == OWN_INT ? (float)value->as.integer : value->as.real;
}
