/* json.c: writes a report as JSON by the tables of its fields. May not know what any of them means.
 *
 * Sections are walked with a stack, so nothing here goes as deep as a document does. When memory ends, what was written
 * is given up and everything after it is written nowhere; whoever began it is told at the end.
 */
#include "report/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

typedef struct writer {
    ofs_json *out;
    char *at, *limit; /* where it goes on, and the end of the room */
    int has_failed;
    int indent;
    size_t level;
} writer;

/* ---- bytes ---- */

enum { LEAST_ROOM = 16384 };

static int grow(writer *w, size_t more)
{
    size_t size = w->out->at ? (size_t)(w->at - w->out->at) : 0;
    size_t wanted = size ? 2 * (size_t)(w->limit - w->out->at) : LEAST_ROOM;
    while (wanted - size < more && wanted < SIZE_MAX / 4)
        wanted *= 2;
    char *moved = w->has_failed || wanted - size < more ? NULL : realloc(w->out->at, wanted);
    if (!moved) {
        w->has_failed = 1;
        w->limit = w->at; /* nothing has room any more */
        return 0;
    }
    w->out->at = moved;
    w->at = moved + size;
    w->limit = moved + wanted;
    return 1;
}

/* Where `more` bytes may be written, for whoever sets `at` behind them; NULL where there is no memory. */
static inline char *room_for(writer *w, size_t more)
{
    return (size_t)(w->limit - w->at) >= more || grow(w, more) ? w->at : NULL;
}

static inline void put(writer *w, const char *bytes, size_t length)
{
    char *at = length ? room_for(w, length) : NULL;
    if (at) {
        memcpy(at, bytes, length);
        w->at = at + length;
    }
}

static inline void put_byte(writer *w, char byte)
{
    char *at = room_for(w, 1);
    if (at) {
        *at = byte;
        w->at = at + 1;
    }
}

enum { MOST_DIGITS = 10 };

static const char PAIRS[] =
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/* Behind the number, of which no more than MOST_DIGITS are written. */
static inline char *digits_of(char *at, uint32_t number)
{
    char *end = at + 1, *p;
    for (uint64_t bound = 10; number >= bound; bound *= 10)
        end++;
    for (p = end; number >= 100; number /= 100)
        memcpy(p -= 2, PAIRS + number % 100 * 2, 2);
    if (number >= 10)
        memcpy(at, PAIRS + number * 2, 2);
    else
        *at = (char)('0' + number);
    return end;
}

static void put_number(writer *w, uint32_t number)
{
    char *at = room_for(w, MOST_DIGITS);
    if (at)
        w->at = digits_of(at, number);
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

static inline int is_plain(unsigned char c)
{
    return c >= 0x20 && c != '"' && c != '\\' && c < 0x7F;
}

/* Whether a run of bytes stands in JSON as it is. */
static inline int is_plain_run(const char *p)
{
    uint8_t signs[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        signs[i] = OFS_MARK_IF(((signed char)p[i] < ' ') | (p[i] == '"') | (p[i] == '\\') | (p[i] == 0x7F));
    return !ofs_any_in_run(signs);
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

/* Copies what stands in JSON as it is. */
static inline const char *copy_plain(const char *p, const char *end, char **to)
{
    char *at = *to;
    for (; end - p >= OFS_RUN && is_plain_run(p); p += OFS_RUN, at += OFS_RUN)
        memcpy(at, p, OFS_RUN);
    for (; end - p >= 8 && !signs_in(p); p += 8, at += 8)
        memcpy(at, p, 8);
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
            w->at = at;
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
    w->at = at;
}

static void put_date(writer *w, ofs_date date)
{
    char text[] = "\"0000-00-00\"";
    memcpy(text + 1, PAIRS + date.year / 100 % 100 * 2, 2);
    memcpy(text + 3, PAIRS + date.year % 100 * 2, 2);
    memcpy(text + 6, PAIRS + date.month % 100 * 2, 2);
    memcpy(text + 9, PAIRS + date.day % 100 * 2, 2);
    if (date.year)
        put(w, text, sizeof text - 1);
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
        w->at = at + spaces;
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
        w->at = at + name->length - left_out;
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
        w->at = at;
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

static void put_word(writer *w, const char *word)
{
    put_text(w, *word ? ofs_str_of(word) : OFS_NO_STR);
}

static void put_number_if(writer *w, int is_known, uint32_t number)
{
    if (is_known)
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
    switch (field->kind) {
    case OFS_FIELD_STR:
        put_text(w, *(const ofs_str *)at);
        break;
    case OFS_FIELD_NUMBER:
        put_number(w, *(const uint32_t *)at);
        break;
    case OFS_FIELD_POSITIVE:
        put_number_if(w, *(const uint32_t *)at > 0, *(const uint32_t *)at);
        break;
    case OFS_FIELD_MONTH:
        put_number_if(w, *(const uint8_t *)at > 0, *(const uint8_t *)at);
        break;
    case OFS_FIELD_SIGNED:
        put_number_if(w, *(const int32_t *)at >= 0, *(const uint32_t *)at);
        break;
    case OFS_FIELD_WORD:
        put_word(w, ofs_word_slug(field->word, ofs_field_word(field, base)));
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
        put_whole(w, field, base);
    }
}

/* ---- what callers ask for ---- */

static ofs_status finish(writer *w)
{
    if (!w->has_failed) {
        w->out->size = (size_t)(w->at - w->out->at);
        return OFS_OK;
    }
    free(w->out->at);
    *w->out = (ofs_json){NULL, 0, 0, 0};
    return OFS_ERR_MEMORY;
}

static writer new_writer(int indent, ofs_json *out)
{
    *out = (ofs_json){NULL, 0, 0, 1};
    return (writer){out, NULL, NULL, 0, indent < OFS_JSON_MOST_INDENT ? indent : OFS_JSON_MOST_INDENT, 0};
}

static void put_entry(writer *w, const ofs_field *field, const ofs_report *report, const ofs_json_given *given,
                      size_t count)
{
    ofs_str name = ofs_key_name(field->key);
    for (size_t i = 0; i < count; i++)
        if (ofs_equal(given[i].key, name)) {
            put(w, given[i].text.p, given[i].text.n);
            w->out->is_ascii = 0; /* as far as is known */
            return;
        }
    put_field(w, field, report);
}

static void put_facts(writer *w, const ofs_json_fact *facts, size_t count)
{
    begin(w, '{');
    for (size_t i = 0; i < count; i++) {
        next(w, i);
        put_text(w, facts[i].key);
        put(w, ": ", 2);
        if (facts[i].is_number)
            put_number(w, facts[i].number);
        else
            put_text(w, facts[i].text);
    }
    end(w, '}', count);
}

ofs_status ofs_json_report(const ofs_report *report, int indent, const ofs_json_given *given, size_t count,
                           const ofs_json_fact *source, size_t facts, ofs_json *out)
{
    writer w = new_writer(indent, out);
    begin(&w, '{');
    for (size_t i = 0; i < ofs_report_fields.count; i++) {
        put_name(&w, i, ofs_report_fields.at[i].key);
        put_entry(&w, &ofs_report_fields.at[i], report, given, count);
    }
    put_name(&w, 1, OFS_KEY_source);
    put_facts(&w, source, facts);
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
