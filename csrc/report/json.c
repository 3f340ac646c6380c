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

static int grow(writer *w, size_t more)
{
    size_t wanted = w->room < 4096 ? 4096 : w->room;
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

static inline void put(writer *w, const char *bytes, size_t length)
{
    if (length && has_room(w, length)) {
        memcpy(w->out->at + w->out->size, bytes, length);
        w->out->size += length;
    }
}

static inline void put_byte(writer *w, char byte)
{
    if (has_room(w, 1))
        w->out->at[w->out->size++] = byte;
}

static void put_number(writer *w, uint32_t number)
{
    char digits[10], *p = digits + sizeof digits;
    do {
        *--p = (char)('0' + number % 10);
    } while (number /= 10);
    put(w, p, (size_t)(digits + sizeof digits - p));
}

static void put_null(writer *w)
{
    put(w, "null", 4);
}

/* ---- strings ---- */

/* What a terminal obeys or a script takes for a line's end, beyond ASCII. */
static int is_escaped(uint32_t c)
{
    return c <= 0x9F || c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

static void put_escape(writer *w, uint32_t c)
{
    static const char shorts[] = "\bb\tt\nn\ff\rr\"\"\\\\";
    for (const char *s = shorts; *s; s += 2)
        if ((uint32_t)*s == c) {
            put(w, (const char[]){'\\', s[1]}, 2);
            return;
        }
    char text[8];
    put(w, text, (size_t)snprintf(text, sizeof text, "\\u%04x", (unsigned)c & 0xFFFF));
}

/* Bytes that stand in JSON as they are, eight at a time: no control character, quotation mark, backslash, nor what is
 * not ASCII. The high bit of a byte that differs from none of them is clear in each term. */
static inline int are_plain(const char *p)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    uint64_t eight, quote, back, delete;
    memcpy(&eight, p, sizeof eight);
    quote = eight ^ ones * '"';
    back = eight ^ ones * '\\';
    delete = eight ^ ones * 0x7F;
    return !(((eight - ones * 0x20) | (quote - ones) | (back - ones) | (delete - ones) | eight) & high);
}

static inline int is_plain(unsigned char c)
{
    return c >= 0x20 && c != '"' && c != '\\' && c < 0x7F;
}

static const char *plain_end(const char *p, const char *end)
{
    while (end - p >= 8 && are_plain(p))
        p += 8;
    while (p < end && is_plain((unsigned char)*p))
        p++;
    return p;
}

static void put_text(writer *w, ofs_str text)
{
    if (!text.p) {
        put_null(w);
        return;
    }
    const char *p = text.p, *end = text.p + text.n, *from = p;
    put_byte(w, '"');
    while ((p = plain_end(p, end)) < end) {
        uint32_t c, n = ofs_utf8_next(p, end, &c);
        if (c == 0xFFFD && n == 1)
            w->out->is_malformed = 1;
        if (is_escaped(c)) {
            put(w, from, (size_t)(p - from));
            put_escape(w, c);
            from = p + n;
        }
        p += n;
    }
    put(w, from, (size_t)(p - from));
    put_byte(w, '"');
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
    if (has_room(w, spaces)) {
        memset(w->out->at + w->out->size, ' ', spaces);
        w->out->size += spaces;
    }
}

static void begin(writer *w, char bracket)
{
    put_byte(w, bracket);
    w->level++;
}

static void next(writer *w, size_t before)
{
    if (before)
        put(w, ", ", w->indent < 0 ? 2 : 1);
    new_line(w);
}

static void end(writer *w, char bracket, size_t count)
{
    w->level--;
    if (count)
        new_line(w);
    put_byte(w, bracket);
}

/* A key needs no escapes. */
static void put_name(writer *w, size_t before, ofs_str name)
{
    next(w, before);
    if (has_room(w, (size_t)name.n + 4)) {
        char *at = w->out->at + w->out->size;
        *at++ = '"';
        memcpy(at, name.p, name.n);
        memcpy(at + name.n, "\": ", 3);
        w->out->size += (size_t)name.n + 4;
    }
}

static void put_span(writer *w, ofs_span span)
{
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
        put_name(w, i, ofs_key_name(fields->at[i].key));
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
    put_name(w, 1, ofs_key_name(OFS_KEY_paragraphs));
    put_list(w, &ofs_paragraph_fields, own, section->paragraph_count);
    put_name(w, 1, ofs_key_name(OFS_KEY_sections));
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
    *w->out = (ofs_json){NULL, 0, 0};
    return OFS_ERR_MEMORY;
}

static writer new_writer(int indent, ofs_json *out)
{
    *out = (ofs_json){NULL, 0, 0};
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
        put_name(&w, i, ofs_key_name(ofs_report_fields.at[i].key));
        put_entry(&w, &ofs_report_fields.at[i], report, given, count);
    }
    put_name(&w, 1, ofs_key_name(OFS_KEY_source));
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
            put_name(&w, before++, ofs_key_name(field->key));
            put_field(&w, field, report);
        }
    }
    put_name(&w, before, ofs_key_name(OFS_KEY_counts));
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
