/* complete_pdf.h: a file out of the unpacked objects that the fuzzer changes: what only counts bytes, the lengths of streams and
 * the table of objects, is put right, and the font, whose tables have sums, comes from a file of its own. Else nearly
 * every change would be refused for that alone.
 *
 * The last digit of '%PDF-1.7' chooses how objects are kept: bit by bit, from 7 down, see the ways. May not know who reads it. */
#ifndef OFS_COMPLETE_PDF_H
#define OFS_COMPLETE_PDF_H

#include <libdeflate.h>

#include "fuzz.h"
#include "source/lines.h"

enum {
    WAY_FLATE = 1, /* streams are packed */
    WAY_STREAM = 2, /* a stream of places instead of a table, and with it most objects in a stream of their own */
    WAY_FREE = 4 /* the last object is deleted */
};
enum { FUZZ_OBJECTS = 512, FUZZ_NEAR = 200, FUZZ_FILE = 1 << 20, FUZZ_ROW = 5 };

typedef struct fuzz_file {
    uint8_t at[FUZZ_FILE], packs[FUZZ_FILE];
    size_t size, pack_size, place[FUZZ_OBJECTS], in_pack[FUZZ_OBJECTS];
    uint16_t members[FUZZ_OBJECTS];
    size_t member_count, last;
    char *font; /* an object */
    size_t font_size;
    struct libdeflate_compressor *packer;
} fuzz_file;

/* What seeds.py wrote into the folder that OFS_SEEDS names; to be freed. */
static inline char *fuzz_read_seed(const char *name, size_t *size)
{
    char path[4096];
    const char *folder = getenv("OFS_SEEDS");
    snprintf(path, sizeof path, "%s/%s", folder ? folder : "build/fuzz", name);
    char *bytes = fuzz_read_file(path, size);
    if (!bytes) {
        fprintf(stderr, "no %s: set OFS_SEEDS to the folder that seeds.py filled\n", path);
        exit(2);
    }
    return bytes;
}

static inline fuzz_file *fuzz_new_file(void)
{
    fuzz_file *f = calloc(1, sizeof *f);
    FUZZ_CHECK(f);
    f->font = fuzz_read_seed("font.object", &f->font_size);
    f->packer = libdeflate_alloc_compressor(1);
    FUZZ_CHECK(f->packer);
    return f;
}

static inline void fuzz_put(fuzz_file *f, const void *bytes, size_t size)
{
    FUZZ_CHECK(size <= sizeof f->at - f->size);
    memcpy(f->at + f->size, bytes, size);
    f->size += size;
}

static inline void fuzz_put_numbers(fuzz_file *f, const char *format, size_t first, size_t second)
{
    char text[160];
    fuzz_put(f, text, (size_t)snprintf(text, sizeof text, format, first, second));
}

static inline void fuzz_put_packed(fuzz_file *f, const uint8_t *data, size_t size)
{
    f->size += libdeflate_zlib_compress(f->packer, data, size, f->at + f->size, sizeof f->at - f->size);
}

/* Six digits at a place that was left for them. */
static inline void fuzz_set_digits(fuzz_file *f, size_t at, size_t number)
{
    for (size_t i = 6; i > 0; i--, number /= 10)
        f->at[at + i - 1] = (uint8_t)('0' + number % 10);
}

/* Where a word begins in [at, end), or `end`. */
static inline size_t fuzz_find(const uint8_t *data, size_t at, size_t end, const char *word)
{
    size_t n = strlen(word);
    while (at < end && end - at >= n) {
        const uint8_t *first = memchr(data + at, word[0], end - at - n + 1);
        if (!first)
            return end;
        if (memcmp(first, word, n) == 0)
            return (size_t)(first - data);
        at = (size_t)(first - data) + 1;
    }
    return end;
}

/* [at, end) is one object, with a stream whose length its dictionary gives just before it. */
static inline int fuzz_put_stream(fuzz_file *f, const uint8_t *data, size_t at, size_t end, int way)
{
    size_t begin = fuzz_find(data, at, end, "\nstream\n") + 8;
    if (begin >= end)
        return 0;
    size_t stop = fuzz_find(data, begin - 1, end, "\nendstream"), size = stop < begin ? 0 : stop - begin;
    size_t key = fuzz_find(data, begin - at > FUZZ_NEAR ? begin - FUZZ_NEAR : at, begin, "/Length "), after = key + 8;
    if (stop == end || key == begin)
        return 0;
    while (after < begin && data[after] >= '0' && data[after] <= '9')
        after++;
    fuzz_put(f, data + at, key - at);
    size_t digits = f->size + 8;
    fuzz_put(f, "/Length 000000/Filter/FlateDecode", way & WAY_FLATE ? 33 : 14);
    fuzz_put(f, data + after, begin - after);
    size_t first = f->size;
    if (way & WAY_FLATE)
        fuzz_put_packed(f, data + begin, size);
    else
        fuzz_put(f, data + begin, size);
    fuzz_set_digits(f, digits, f->size - first);
    fuzz_put(f, data + stop, end - stop);
    return 1;
}

/* An object without a stream, for the stream of objects: returns whether it can stand there. */
static inline int fuzz_put_member(fuzz_file *f, const uint8_t *data, size_t at, size_t end, size_t number)
{
    size_t body = fuzz_find(data, at, end, " 0 obj") + 6, stop = fuzz_find(data, at, end, "endobj");
    if (body > stop || stop == end || number < 3 || stop - body + 1 > sizeof f->packs - f->pack_size)
        return 0;
    f->in_pack[number] = f->pack_size;
    f->members[f->member_count++] = (uint16_t)number;
    memcpy(f->packs + f->pack_size, data + body, stop - body);
    f->pack_size += stop - body;
    f->packs[f->pack_size++] = ' ';
    return 1;
}

/* The number of the object that begins on the line at `at`: 0 where none does. */
static inline size_t fuzz_number_at(const uint8_t *data, size_t size, size_t at)
{
    size_t number = 0, end = at;
    while (end < size && end < at + 4 && data[end] >= '0' && data[end] <= '9')
        number = number * 10 + (size_t)(data[end++] - '0');
    return number < FUZZ_OBJECTS - 2 && size - end >= 6 && memcmp(data + end, " 0 obj", 6) == 0 ? number : 0;
}

static inline void fuzz_put_object(fuzz_file *f, const uint8_t *data, size_t at, size_t end, size_t number, int way)
{
    f->last = number > f->last ? number : f->last;
    if (fuzz_find(data, at, end, "\nstream\n") == end && way & WAY_STREAM && !f->place[number] && !f->in_pack[number] &&
        fuzz_put_member(f, data, at, end, number))
        return;
    if (!f->place[number])
        f->place[number] = f->size;
    if (!fuzz_put_stream(f, data, at, end, way))
        fuzz_put(f, data + at, end - at);
}

static inline void fuzz_put_objects(fuzz_file *f, const uint8_t *data, size_t size, int way)
{
    size_t begun = 0, number = 0;
    for (size_t at = 0; at < size;) {
        const uint8_t *line = memchr(data + at, '\n', size - at);
        size_t next = line ? (size_t)(line - data) + 1 : size, found = fuzz_number_at(data, size, next);
        if (found || next == size) {
            size_t end = found ? next : size;
            if (number)
                fuzz_put_object(f, data, begun, end, number, way);
            else
                fuzz_put(f, data + begun, end - begun);
            begun = next;
            number = found;
        }
        at = next;
    }
}

static inline void fuzz_put_table(fuzz_file *f, int way)
{
    size_t start = f->size;
    fuzz_put_numbers(f, "xref\n0 %zu\n0000000000 65535 f\r\n", f->last + 1, 0);
    for (size_t i = 1; i <= f->last; i++) {
        int is_free = !f->place[i] || (way & WAY_FREE && i == f->last);
        fuzz_put_numbers(f, is_free ? "0000000000 65535 f\r\n" : "%010zu 00000 n\r\n", f->place[i], 0);
    }
    fuzz_put_numbers(f, "trailer\n<</Size %zu/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", f->last + 1, start);
}

/* The stream of objects, whose number is the last but one. */
static inline void fuzz_put_pack(fuzz_file *f, size_t number)
{
    static uint8_t bytes[FUZZ_FILE + FUZZ_OBJECTS * 32];
    size_t size = 0, head;
    for (size_t i = 0; i < f->member_count; i++)
        size += (size_t)sprintf((char *)bytes + size, "%u %zu ", (unsigned)f->members[i], f->in_pack[f->members[i]]);
    head = size;
    memcpy(bytes + size, f->packs, f->pack_size);
    size += f->pack_size;
    f->place[number] = f->size;
    fuzz_put_numbers(f, "%zu 0 obj\n<</Type/ObjStm/N %zu", number, f->member_count);
    fuzz_put_numbers(f, "/First %zu/Filter/FlateDecode/Length %06zu>>\nstream\n", head, 0);
    size_t first = f->size;
    fuzz_put_packed(f, bytes, size);
    fuzz_set_digits(f, first - 16, f->size - first);
    fuzz_put(f, "\nendstream\nendobj\n", 18);
}

/* The stream of places; its rows are told by their difference from those above. */
static inline void fuzz_put_places(fuzz_file *f, int way)
{
    size_t pack = f->last + 1, number = f->last + 2, start, index[FUZZ_OBJECTS] = {0};
    static uint8_t rows[FUZZ_OBJECTS * (FUZZ_ROW + 1)];
    uint8_t row[FUZZ_ROW], above[FUZZ_ROW] = {0}, *out = rows;
    for (size_t i = 0; i < f->member_count; i++)
        index[f->members[i]] = i + 1;
    fuzz_put_pack(f, pack);
    start = f->place[number] = f->size;
    for (size_t i = 0; i <= number; i++) {
        int is_free = way & WAY_FREE && i == f->last;
        size_t type = is_free ? 0 : index[i] ? 2 : f->place[i] ? 1 : 0, at = index[i] ? pack : f->place[i];
        uint8_t new[FUZZ_ROW] = {(uint8_t)type, (uint8_t)(at >> 16), (uint8_t)(at >> 8), (uint8_t)at,
                                 (uint8_t)(index[i] ? index[i] - 1 : 0)};
        if (!type)
            memset(new, 0, sizeof new);
        memcpy(row, new, sizeof row);
        *out++ = 2;
        for (size_t k = 0; k < FUZZ_ROW; k++)
            *out++ = (uint8_t)(row[k] - above[k]);
        memcpy(above, row, sizeof row);
    }
    fuzz_put_numbers(f, "%zu 0 obj\n<</Type/XRef/Size %zu/W[1 3 1]/Root 1 0 R/Filter/FlateDecode", number, number + 1);
    fuzz_put_numbers(f, "/DecodeParms<</Predictor 12/Columns 5>>/Length %06zu>>\nstream\n", 0, 0);
    size_t first = f->size;
    fuzz_put_packed(f, rows, (size_t)(out - rows));
    fuzz_set_digits(f, first - 16, f->size - first);
    fuzz_put_numbers(f, "\nendstream\nendobj\nstartxref\n%zu\n%%%%EOF\n", start, 0);
}

/* The file, in memory that ends where it ends; to be freed. */
static inline uint8_t *fuzz_complete(fuzz_file *f, const uint8_t *data, size_t size, size_t *length)
{
    int way = size > 7 ? (data[7] ^ '7') & 7 : 0;
    f->size = f->pack_size = f->member_count = f->last = 0;
    memset(f->place, 0, sizeof f->place);
    memset(f->in_pack, 0, sizeof f->in_pack);
    fuzz_put_objects(f, data, size, way);
    fuzz_put(f, "\n", 1);
    size_t number = fuzz_number_at((const uint8_t *)f->font, f->font_size, 1);
    if (number && !f->place[number] && !f->in_pack[number]) {
        f->place[number] = f->size + 1;
        f->last = number > f->last ? number : f->last;
        fuzz_put(f, f->font, f->font_size);
        fuzz_put(f, "\n", 1);
    }
    if (way & WAY_STREAM)
        fuzz_put_places(f, way);
    else
        fuzz_put_table(f, way);
    uint8_t *file = malloc(f->size);
    FUZZ_CHECK(file);
    *length = f->size;
    return memcpy(file, f->at, f->size);
}

/* Lines lie in the text and on pages in their order. */
static inline void fuzz_check_lines(const ofs_source *source)
{
    fuzz_walk walk = {0, source->pages, 0};
    uint32_t page = 1;
    fuzz_str(&walk, source->text);
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        FUZZ_CHECK(line->start <= line->end && line->end <= source->text.n);
        FUZZ_CHECK(line->page >= page && line->page <= source->pages);
        page = line->page;
    }
}

#endif
