/* json.c: writes a report as JSON by the tables of its fields. May not know what any of them means.
 *
 * Sections are walked with a stack, so nothing here goes as deep as a document does. When memory ends, what was written
 * is given up and everything after it is written nowhere; whoever began it is told at the end.
 */
#include "report/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

typedef struct writer {
    ofs_json *out;
    size_t room;
    int has_failed;
    int indent;
    size_t level;
} writer;

/* ---- bytes ---- */

enum { LEAST_ROOM = 16384 };

static int grow(writer *w, size_t more)
{
    size_t wanted = w->room < LEAST_ROOM ? LEAST_ROOM : w->room;
    while (wanted - w->out->size < more && wanted < SIZE_MAX / 4)
        wanted *= 2;
    char *moved = wanted - w->out->size < more ? NULL : realloc(w->out->at, wanted);
    if (!moved) {
        w->has_failed = 1;
        return 0;
    }
    w->out->at = moved;
    w->room = wanted;
    return 1;
}

static inline int has_room(writer *w, size_t more)
{
    return !w->has_failed && (w->room - w->out->size >= more || grow(w, more));
}

/* Where `more` bytes may be written, for written(); NULL where there is no memory. */
static inline char *room_for(writer *w, size_t more)
{
    return has_room(w, more) ? w->out->at + w->out->size : NULL;
}

static inline void written(writer *w, const char *end)
{
    w->out->size = (size_t)(end - w->out->at);
}

static inline void put(writer *w, const char *bytes, size_t length)
{
    char *at = length ? room_for(w, length) : NULL;
    if (at) {
        memcpy(at, bytes, length);
        written(w, at + length);
    }
}

static inline void put_byte(writer *w, char byte)
{
    if (has_room(w, 1))
        w->out->at[w->out->size++] = byte;
}

enum { MOST_DIGITS = 10 };

/* Behind the number, of which no more than MOST_DIGITS are written. */
static inline char *digits_of(char *at, uint32_t number)
{
    char *end = at + 1;
    for (uint32_t rest = number; rest >= 10; rest /= 10)
        end++;
    for (char *p = end; p > at; number /= 10)
        *--p = (char)('0' + number % 10);
    return end;
}

static void put_number(writer *w, uint32_t number)
{
    char *at = room_for(w, MOST_DIGITS);
    if (at)
        written(w, digits_of(at, number));
}

static void put_null(writer *w)
{
    put(w, "null", 4);
}

/* ---- strings ---- */

/* What a terminal obeys or a script takes for a line's end, beyond ASCII. */
static inline int is_escaped(uint32_t c)
{
    return c <= 0x9F || c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/* Six bytes at most. */
static char *escape_of(char *at, uint32_t c)
{
    static const char shorts[] = "\bb\tt\nn\ff\rr\"\"\\\\", hex[] = "0123456789abcdef";
    *at++ = '\\';
    for (const char *s = shorts; *s; s += 2)
        if ((uint32_t)*s == c) {
            *at++ = s[1];
            return at;
        }
    *at++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4)
        *at++ = hex[c >> shift & 0xF];
    return at;
}

/* Bytes that stand in JSON as they are, eight at a time: no control character, quotation mark, backslash, nor what is
 * not ASCII. The high bit of a byte that differs from none of them is clear in each term. */
static inline uint64_t signs_in(const char *p)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t eight, quote, back;
    memcpy(&eight, p, sizeof eight);
    quote = eight ^ ones * '"';
    back = eight ^ ones * '\\';
    return (eight | (eight - ones * 0x20) | (eight + ones) | (quote - ones) | (back - ones)) & ones << 7;
}

static inline int is_plain(unsigned char c)
{
    return c >= 0x20 && c != '"' && c != '\\' && c < 0x7F;
}

/* Copies what stands in JSON as it is. */
static inline const char *copy_plain(const char *p, const char *end, char **to)
{
    char *at = *to;
    while (end - p >= 16 && !(signs_in(p) | signs_in(p + 8))) {
        memcpy(at, p, 16);
        p += 16;
        at += 16;
    }
    if (end - p >= 8 && !signs_in(p)) {
        memcpy(at, p, 8);
        p += 8;
        at += 8;
    }
    while (p < end && is_plain((unsigned char)*p))
        *at++ = *p++;
    *to = at;
    return p;
}

static void put_text(writer *w, ofs_str text)
{
    if (!text.p) {
        put_null(w);
        return;
    }
    const char *p = text.p, *end = text.p + text.n;
    char *at = room_for(w, (size_t)text.n + 2);
    if (!at)
        return;
    *at++ = '"';
    while ((p = copy_plain(p, end, &at)) < end) {
        uint32_t c, n = ofs_utf8_next(p, end, &c);
        w->out->is_ascii &= c < 0x80;
        if (c == 0xFFFD && n == 1)
            w->out->is_malformed = 1;
        if (is_escaped(c)) {
            written(w, at);
            if (!(at = room_for(w, (size_t)(end - p) + 6)))
                return;
            at = escape_of(at, c);
        } else {
            for (uint32_t i = 0; i < n; i++)
                *at++ = p[i];
        }
        p += n;
    }
    *at++ = '"';
    written(w, at);
}

static void put_word(writer *w, const char *word)
{
    put_text(w, *word ? ofs_str_of(word) : OFS_NO_STR);
}

static void put_date(writer *w, ofs_date date)
{
    char text[24];
    int length = snprintf(text, sizeof text, "\"%04u-%02u-%02u\"", date.year, date.month, date.day);
    if (date.year)
        put(w, text, (size_t)length);
    else
        put_null(w);
}

/* ---- lists and objects ---- */

static void new_line(writer *w)
{
    if (w->indent < 0)
        return;
    put_byte(w, '\n');
    size_t spaces = (size_t)w->indent * w->level;
    char *at = room_for(w, spaces);
    if (at) {
        memset(at, ' ', spaces);
        written(w, at + spaces);
    }
}

static inline void begin(writer *w, char bracket)
{
    put_byte(w, bracket);
    w->level++;
}

static inline void next(writer *w, size_t before)
{
    if (before)
        put(w, ", ", w->indent < 0 ? 2 : 1);
    new_line(w);
}

static inline void end(writer *w, char bracket, size_t count)
{
    w->level--;
    if (count)
        new_line(w);
    put_byte(w, bracket);
}

enum { NAME_ROOM = 32 };

/* Each key as it stands on one line, behind another entry; it needs no escapes. Long enough to be copied as a block. */
static const struct joined_name {
    char text[NAME_ROOM + 7];
    unsigned char length;
} NAMES[OFS_KEY_COUNT] = {
#define JOINED(name) {", \"" #name "\": ", sizeof(", \"" #name "\": ") - 1},
    OFS_KEYS(JOINED)
#undef JOINED
};
#define FITS(name) _Static_assert(sizeof(", \"" #name "\": ") - 1 <= NAME_ROOM, "a key is too long for its block");
OFS_KEYS(FITS)
#undef FITS

static void put_name(writer *w, size_t before, ofs_key key)
{
    const struct joined_name *name = NAMES + key;
    size_t left_out = 2;
    if (w->indent >= 0)
        next(w, before);
    else if (before)
        left_out = 0;
    char *at = room_for(w, NAME_ROOM);
    if (at) {
        memcpy(at, name->text + left_out, NAME_ROOM);
        written(w, at + name->length - left_out);
    }
}

static void put_span(writer *w, ofs_span span)
{
    char *at = w->indent < 0 ? room_for(w, 2 * MOST_DIGITS + 4) : NULL;
    if (at) {
        *at++ = '[';
        at = digits_of(at, span.start);
        *at++ = ',';
        *at++ = ' ';
        at = digits_of(at, span.end);
        *at++ = ']';
        written(w, at);
        return;
    }
    begin(w, '[');
    next(w, 0);
    put_number(w, span.start);
    next(w, 1);
    put_number(w, span.end);
    end(w, ']', 2);
}

static void put_texts(writer *w, const ofs_str *texts, uint32_t count)
{
    begin(w, '[');
    for (uint32_t i = 0; i < count; i++) {
        next(w, i);
        put_text(w, texts[i]);
    }
    end(w, ']', count);
}

static void put_rows(writer *w, const ofs_table *table)
{
    begin(w, '[');
    for (uint32_t i = 0; i < table->rows; i++) {
        next(w, i);
        put_texts(w, table->cells + (size_t)i * table->columns, table->columns);
    }
    end(w, ']', table->rows);
}

/* ---- fields; as deep as the tables are ---- */

static void put_field(writer *w, const ofs_field *field, const void *base);

static void put_fields(writer *w, const ofs_fields *fields, const void *base)
{
    for (size_t i = 0; i < fields->count; i++) {
        put_name(w, i, fields->at[i].key);
        put_field(w, &fields->at[i], base);
    }
}

static void put_object(writer *w, const ofs_fields *fields, const void *base)
{
    begin(w, '{');
    put_fields(w, fields, base);
    end(w, '}', fields->count);
}

static void put_list(writer *w, const ofs_fields *fields, const void *array, uint32_t count)
{
    begin(w, '[');
    for (uint32_t i = 0; i < count && !w->has_failed; i++) {
        next(w, i);
        put_object(w, fields, (const char *)array + i * fields->size);
    }
    end(w, ']', count);
}

/* A section on the way down to the one being written, and how many are below it so far. */
typedef struct open_section {
    uint32_t depth, below;
} open_section;

static void begin_section(writer *w, const ofs_report *report, const ofs_section *section)
{
    const ofs_paragraph *own = section->paragraph_count ? report->paragraphs + section->first_paragraph : NULL;
    begin(w, '{');
    put_fields(w, &ofs_section_fields, section);
    put_name(w, 1, OFS_KEY_paragraphs);
    put_list(w, &ofs_paragraph_fields, own, section->paragraph_count);
    put_name(w, 1, OFS_KEY_sections);
    begin(w, '[');
}

static void end_section(writer *w, const open_section *section)
{
    end(w, ']', section->below);
    end(w, '}', 1);
}

static void put_sections(writer *w, const ofs_report *report)
{
    open_section *open = malloc(sizeof *open * ((size_t)report->section_count + 1));
    if (!open) {
        w->has_failed = 1;
        return;
    }
    size_t count = 1;
    open[0] = (open_section){0, 0}; /* the list of the top ones */
    begin(w, '[');
    for (uint32_t i = 0; i < report->section_count && !w->has_failed; i++) {
        const ofs_section *section = report->sections + i;
        while (count > 1 && open[count - 1].depth >= section->depth)
            end_section(w, &open[--count]);
        next(w, open[count - 1].below++);
        begin_section(w, report, section);
        open[count++] = (open_section){section->depth, 0};
    }
    while (count > 1)
        end_section(w, &open[--count]);
    end(w, ']', open[0].below);
    free(open);
}

static void put_scalar(writer *w, const ofs_field *field, const void *at, const void *base)
{
    uint32_t number = field->kind == OFS_FIELD_MONTH ? *(const uint8_t *)at : *(const uint32_t *)at;
    if (field->kind == OFS_FIELD_WORD)
        put_word(w, ofs_word_slug(field->word, ofs_field_word(field, base)));
    else if (field->kind == OFS_FIELD_NUMBER || (field->kind == OFS_FIELD_SIGNED ? *(const int32_t *)at >= 0 : number))
        put_number(w, number);
    else
        put_null(w);
}

static void put_whole(writer *w, const ofs_field *field, const void *base)
{
    const void *at = ofs_field_at(base, field->at);
    if (!ofs_field_is_known(field, base))
        put_null(w);
    else if (field->of)
        put_object(w, field->of, at);
    else
        put_span(w, *(const ofs_span *)at);
}

static void put_field(writer *w, const ofs_field *field, const void *base)
{
    const void *at = ofs_field_at(base, field->at);
    if (ofs_field_is_whole(field)) {
        put_whole(w, field, base);
        return;
    }
    switch (field->kind) {
    case OFS_FIELD_STR:
        put_text(w, *(const ofs_str *)at);
        break;
    case OFS_FIELD_DATE:
        put_date(w, *(const ofs_date *)at);
        break;
    case OFS_FIELD_STRINGS:
        put_texts(w, *(ofs_str *const *)at, ofs_field_count(field, base));
        break;
    case OFS_FIELD_ROWS:
        put_rows(w, base);
        break;
    case OFS_FIELD_LIST:
        put_list(w, field->of, *(const void *const *)at, ofs_field_count(field, base));
        break;
    case OFS_FIELD_SECTIONS:
        put_sections(w, base);
        break;
    default:
        put_scalar(w, field, at, base);
    }
}

/* ---- what callers ask for ---- */

static ofs_status finish(writer *w)
{
    if (!w->has_failed)
        return OFS_OK;
    free(w->out->at);
    *w->out = (ofs_json){NULL, 0, 0, 0};
    return OFS_ERR_MEMORY;
}

static writer new_writer(int indent, ofs_json *out)
{
    *out = (ofs_json){NULL, 0, 0, 1};
    return (writer){out, 0, 0, indent < OFS_JSON_MOST_INDENT ? indent : OFS_JSON_MOST_INDENT, 0};
}

static void put_entry(writer *w, const ofs_field *field, const ofs_report *report, const ofs_json_given *given,
                      size_t count)
{
    ofs_str name = ofs_key_name(field->key);
    for (size_t i = 0; i < count; i++)
        if (ofs_equal(given[i].key, name)) {
            put(w, given[i].text.p, given[i].text.n);
            return;
        }
    put_field(w, field, report);
}

ofs_status ofs_json_report(const ofs_report *report, int indent, const ofs_json_given *given, size_t count,
                           ofs_str source, ofs_json *out)
{
    writer w = new_writer(indent, out);
    begin(&w, '{');
    for (size_t i = 0; i < ofs_report_fields.count; i++) {
        put_name(&w, i, ofs_report_fields.at[i].key);
        put_entry(&w, &ofs_report_fields.at[i], report, given, count);
    }
    put_name(&w, 1, OFS_KEY_source);
    put(&w, source.p, source.n);
    end(&w, '}', 1);
    return finish(&w);
}

ofs_status ofs_json_head(const ofs_report *report, ofs_json *out)
{
    writer w = new_writer(-1, out);
    size_t before = 0;
    begin(&w, '{');
    for (size_t i = 0; i < ofs_report_fields.count; i++) {
        const ofs_field *field = &ofs_report_fields.at[i];
        if (!ofs_is_bulky(field->key)) {
            put_name(&w, before++, field->key);
            put_field(&w, field, report);
        }
    }
    put_name(&w, before, OFS_KEY_counts);
    put_object(&w, &ofs_count_fields, report);
    end(&w, '}', 1);
    return finish(&w);
}

ofs_status ofs_json_entry(const ofs_report *report, const ofs_field *field, ofs_json *out)
{
    writer w = new_writer(-1, out);
    put_field(&w, field, report);
    return finish(&w);
}
