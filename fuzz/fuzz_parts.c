/* fuzz_parts.c: the parts of the project's own reader of PDFs, each with bytes of its own: a first change of one is seldom lost
 * to what another part refuses.
 *
 * The first byte chooses the part: values, places of objects, a packed stream, a table of characters, a font whose sums are put
 * right, or the content of a page. */
#include "complete_pdf.h"
#include "pdf/own/parts.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PARTS = 6, MOST_FILE = 1 << 16, MOST_TABLES = 64, GLYPHS = 64, WIDE = 65536 };

static fuzz_file *file;
static char *page; /* a document but for its content, which goes where it has two at signs */
static size_t page_size, content_at;
static unsigned long read[PARTS], refused[PARTS];

typedef struct trial {
    const uint8_t *data; /* ends where it ends */
    size_t size;
    unsigned way; /* what is left of the first byte */
} trial;

typedef void fuzz_part(ofs_own *own, const trial *given);

static void print_counts(void)
{
    static const char *const names[PARTS] = {"values", "places", "streams", "characters", "fonts", "pages"};
    fprintf(stderr, "statuses:");
    for (int i = 0; i < PARTS; i++)
        fprintf(stderr, " %s %lu + %lu%s", names[i], read[i], refused[i], i + 1 < PARTS ? "," : " (read + refused)\n");
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    file = fuzz_new_file();
    page = fuzz_read_seed("page.objects", &page_size);
    content_at = fuzz_find((const uint8_t *)page, 0, page_size, "@@");
    FUZZ_CHECK(content_at < page_size);
    atexit(print_counts);
    return 0;
}

static void touch(ofs_own_bytes bytes)
{
    fuzz_walk walk = {0, 0, 0};
    fuzz_str(&walk, (ofs_str){(const char *)bytes.at, bytes.count});
    FUZZ_CHECK(walk.sum != UINT64_MAX);
}

/* Every value with what is in it; no two levels deeper than the parser goes. */
static void check_value(ofs_own *own, const ofs_own_value *value)
{
    uint32_t count = value->kind == OWN_DICT ? 2 * value->count : value->kind == OWN_ARRAY ? value->count : 0;
    if (value->kind == OWN_STRING || value->kind == OWN_NAME)
        touch((ofs_own_bytes){value->as.bytes, value->count});
    if (value->kind == OWN_STRING && value->count <= OWN_MOST_STRING) {
        uint8_t *out = (uint8_t *)ofs_arena_bytes(own->arena, value->count + 1);
        FUZZ_CHECK(ofs_own_decode(own, value, out) <= value->count);
    }
    for (uint32_t i = 0; i < count; i++)
        FUZZ_CHECK(value->as.items[i].kind <= OWN_REF);
}

static void read_values(ofs_own *own, const trial *given)
{
    ofs_own_cursor c = {given->data, given->data + given->size};
    ofs_own_token token;
    ofs_own_value value;
    for (ofs_own_next(own, &c, &token); token.kind != OWN_END; ofs_own_next(own, &c, &token)) {
        if (token.kind == OWN_WORD)
            continue;
        ofs_own_parse(own, &c, &token, &value);
        check_value(own, &value);
        if (value.kind == OWN_DICT)
            ofs_own_get_raw(&value, "Type");
    }
    FUZZ_CHECK(c.at == c.end);
}

static void read_places(ofs_own *own, const trial *given)
{
    if (given->size < 32)
        ofs_own_refuse(own, "too short");
    own->data = given->data;
    own->length = (uint32_t)given->size;
    ofs_own_read_xref(own);
    for (uint32_t i = 0; i < own->entry_count; i++) {
        const ofs_own_object *object = own->entries[i].where > OWN_FREE ? ofs_own_load(own, i) : NULL;
        if (object)
            check_value(own, &object->value);
        if (object && object->stream)
            touch(ofs_own_stream(own, object, 1));
    }
}

/* A line with its dictionary, then what it holds; packed here unless it is to be wrong. */
static void read_stream(ofs_own *own, const trial *given)
{
    size_t line = fuzz_find(given->data, 0, given->size, "\n");
    ofs_own_object object = {.number = 1};
    ofs_own_cursor c = {given->data, given->data + line};
    ofs_own_parse(own, &c, NULL, &object.value);
    file->size = 0;
    if (line == given->size)
        ofs_own_refuse(own, "no stream");
    if (given->way & 1)
        fuzz_put(file, given->data + line + 1, given->size - line - 1);
    else
        fuzz_put_packed(file, given->data + line + 1, given->size - line - 1);
    object.length = (uint32_t)file->size;
    object.stream = memcpy(ofs_arena_bytes(own->arena, file->size), file->at, file->size);
    ofs_own_bytes bytes = ofs_own_stream(own, &object, 1);
    touch(bytes);
    if (given->way & 2) {
        uint32_t count = ofs_own_stream_to_content(own, &object, 0);
        touch((ofs_own_bytes){own->content, count});
    }
}

static void read_characters(ofs_own *own, const trial *given)
{
    uint32_t codes = given->way & 1 ? OWN_SIMPLE_CODES : WIDE;
    const ofs_own_unicodes *table =
        ofs_own_read_to_unicode(own, (ofs_own_bytes){given->data, (uint32_t)given->size}, codes);
    FUZZ_CHECK(table->space < codes);
    for (uint32_t i = 0; i < OWN_GLYPH_BLOCKS; i++)
        FUZZ_CHECK(!table->blocks[i] || i * OWN_GLYPH_BLOCK < codes);
}

static uint32_t big_endian(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* The sum of each table, but that 'head' counts without the sum of the file. */
static void set_sums(uint8_t *font, size_t size)
{
    size_t count = size >= 12 ? (size_t)font[4] << 8 | font[5] : 0;
    for (size_t i = 0; i < count && i < MOST_TABLES && 28 + 16 * i <= size; i++) {
        uint8_t *row = font + 12 + 16 * i;
        size_t at = big_endian(row + 8), length = big_endian(row + 12);
        uint32_t sum = 0;
        if (at > size || length > size - at)
            continue;
        for (size_t k = 0; k < length; k++)
            sum += (uint32_t)font[at + k] << (24 - k % 4 * 8);
        if (memcmp(row, "head", 4) == 0 && length >= 12)
            sum -= big_endian(font + at + 8);
        for (int k = 0; k < 4; k++)
            row[4 + k] = (uint8_t)(sum >> (24 - 8 * k));
    }
}

static void read_font(ofs_own *own, const trial *given)
{
    uint8_t *font = (uint8_t *)ofs_arena_bytes(own->arena, given->size);
    memcpy(font, given->data, given->size);
    set_sums(font, given->size);
    const ofs_own_truetype *found = ofs_own_read_truetype(own, (ofs_own_bytes){font, (uint32_t)given->size});
    ofs_own_glyph glyph;
    uint32_t sum = ofs_own_glyph_of(found, 0) + ofs_own_glyph_of(found, 0x2019) + ofs_own_glyph_of(found, 0xFFFF);
    for (uint32_t c = ' '; c < ' ' + GLYPHS; c++)
        sum += ofs_own_glyph_of(found, c);
    FUZZ_CHECK(sum <= (GLYPHS + 3) * 0xFFFF);
    for (uint32_t i = 0; i < found->glyph_count && i < GLYPHS; i++)
        ofs_own_measure(own, found, given->way & 1 ? found->glyph_count - 1 - i : i, &glyph);
}

/* What a part is given instead of a document. */
typedef struct choice {
    fuzz_part *part;
    const trial *given;
} choice;

static int open_part(ofs_pdf *pdf, const void *data, size_t length)
{
    const choice *chosen = pdf->given;
    ofs_own *own = pdf->reading = OFS_NEW(&pdf->scratch, ofs_own);
    (void)data;
    (void)length;
    own->pdf = pdf;
    own->arena = &pdf->scratch;
    chosen->part(own, chosen->given);
    ofs_pdf_fail(pdf, OFS_ERR_NO_TEXT);
}

static ofs_pdf_opened open_page(ofs_pdf *pdf, int index)
{
    (void)pdf;
    (void)index;
    abort();
}

static void close_page(ofs_pdf *pdf)
{
    (void)pdf;
}

static void close_part(ofs_pdf *pdf)
{
    const ofs_own *own = pdf->reading;
    if (own)
        ofs_own_end_inflating(own);
}

static ofs_status try_part(fuzz_part *part, const trial *given)
{
    static const ofs_pdf_reader reader = {open_part, open_page, close_page, close_part, NULL, NULL};
    static const char header[] = "%PDF-1.7";
    const char *refusal;
    ofs_source *source;
    return ofs_pdf_read_by(&reader, &(choice){part, given}, header, sizeof header - 1, NULL, &refusal, &source);
}

static ofs_status try_page(const trial *given)
{
    static uint8_t objects[MOST_FILE];
    size_t length, rest = page_size - content_at - 2;
    const char *refusal;
    ofs_source *source;
    if (given->size > MOST_FILE - page_size)
        return OFS_ERR_UNFAMILIAR;
    memcpy(objects, page, content_at);
    memcpy(objects + content_at, given->data, given->size);
    memcpy(objects + content_at + given->size, page + content_at + 2, rest);
    objects[7] = (uint8_t)('7' ^ (given->way & (WAY_FLATE | WAY_STREAM)));
    uint8_t *whole = fuzz_complete(file, objects, content_at + given->size + rest, &length);
    ofs_status status = ofs_source_from_plain_pdf(whole, length, NULL, &refusal, &source);
    if (status == OFS_OK)
        fuzz_check_lines(source);
    ofs_source_free(source);
    free(whole);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz_part *const parts[PARTS - 1] = {read_values, read_places, read_stream, read_characters, read_font};
    if (!size)
        return 0;
    unsigned part = data[0] % 8 % PARTS;
    uint8_t *exact = malloc(size);
    FUZZ_CHECK(exact);
    memcpy(exact, data + 1, size - 1);
    trial given = {exact, size - 1, data[0] / 8};
    ofs_status status = part < PARTS - 1 ? try_part(parts[part], &given) : try_page(&given);
    FUZZ_CHECK(status < OFS_STATUS_COUNT && status != OFS_ERR_MEMORY);
    read[part] += status != OFS_ERR_UNFAMILIAR;
    refused[part] += status == OFS_ERR_UNFAMILIAR;
    free(exact);
    return 0;
}
