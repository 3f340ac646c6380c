/* fuzz_readers.c: both readers of PDFs on one file: the same status, text and lines, or the first hands it over.
 *
 * The input is the objects of a document, unpacked, but for the font's, which OFS_FONT names a file with. What only counts
 * bytes, the lengths of streams and the table of objects,
 * is put right before it is read: else nearly every change would be handed over for that alone. */
#include "load_pdfium.h"
#include "mutate_pdf.h"
#include "source/lines.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned int seed);

enum { NUMBERS = 512, ROW = 20, DIGITS = 6, TAIL = NUMBERS * ROW + 256, NEAR = 200, MOST_FONT = 65536 };

static ofs_pdfium pdfium;
static uint8_t *font; /* an object: not changed, for its tables have sums */
static size_t font_size;
/* Inputs that were read: most changes begin at one of them, for what is handed over once stays so. */
enum { KEPT = 64, MOST_KEPT = 24576 };
static struct {
    uint8_t at[MOST_KEPT];
    size_t size;
} kept[KEPT];
static unsigned long read_alike, handed_over, refused_alike;

static void print_counts(void)
{
    fprintf(stderr, "statuses: read alike %lu, no report for both %lu, handed over %lu\n", read_alike, refused_alike,
            handed_over);
}

static void load_font(void)
{
    const char *path = getenv("OFS_FONT");
    FILE *file = fopen(path ? path : "font", "rb");
    font = malloc(MOST_FONT);
    FUZZ_CHECK(file && font);
    font_size = fread(font, 1, MOST_FONT, file);
    fclose(file);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    fuzz_load_pdfium(&pdfium);
    load_font();
    atexit(print_counts);
    return 0;
}

static int starts(const uint8_t *data, size_t size, size_t at, const char *word)
{
    size_t n = strlen(word);
    return size - at >= n && memcmp(data + at, word, n) == 0;
}

/* '/Length 000000' before a stream becomes what it is long. */
static void set_length(uint8_t *data, size_t stream, size_t length)
{
    for (size_t at = stream > NEAR ? stream - NEAR : 0; at + 8 + DIGITS < stream; at++)
        if (memcmp(data + at, "/Length ", 8) == 0) {
            for (size_t i = DIGITS; i > 0; i--, length /= 10)
                data[at + 7 + i] = (uint8_t)('0' + length % 10);
            return;
        }
}

static void set_lengths(uint8_t *data, size_t size)
{
    size_t stream = 0;
    for (size_t at = 0; at < size; at++) {
        if (!stream && starts(data, size, at, "\nstream\n"))
            stream = at + 8;
        else if (stream && at >= stream && starts(data, size, at, "\nendstream")) {
            set_length(data, stream, at - stream);
            stream = 0;
        }
    }
}

/* Behind the objects: a table of the first place of each. Returns the size of all. */
static size_t add_table(uint8_t *data, size_t size)
{
    size_t places[NUMBERS] = {0}, last = 0;
    for (size_t at = 0; at < size; at++) {
        size_t number = 0, end = at + 1;
        while (data[at] == '\n' && end < size && end < at + 5 && data[end] >= '0' && data[end] <= '9')
            number = number * 10 + (size_t)(data[end++] - '0');
        if (data[at] == '\n' && number && number < NUMBERS && starts(data, size, end, " 0 obj") && !places[number]) {
            places[number] = at + 1;
            last = number > last ? number : last;
        }
    }
    char *out = (char *)data + size;
    out += sprintf(out, "\nxref\n0 %zu\n0000000000 65535 f\r\n", last + 1);
    for (size_t i = 1; i <= last; i++)
        out += sprintf(out, "%010zu %05d %c\r\n", places[i], places[i] ? 0 : 65535, places[i] ? 'n' : 'f');
    out += sprintf(out, "trailer\n<</Size %zu/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", last + 1, size + 1);
    return (size_t)(out - (char *)data);
}

static int same_line(const ofs_line *a, const ofs_line *b)
{
    return a->start == b->start && a->end == b->end && a->page == b->page && a->element == b->element &&
           a->table == b->table && a->row == b->row && a->column == b->column && a->kind == b->kind &&
           a->level == b->level && a->flags == b->flags && a->size == b->size && a->left == b->left;
}

static void compare(const ofs_source *mine, const ofs_source *its)
{
    FUZZ_CHECK(mine->text.n == its->text.n && memcmp(mine->text.p, its->text.p, its->text.n) == 0);
    FUZZ_CHECK(mine->line_count == its->line_count && mine->pages == its->pages && mine->has_tags == its->has_tags);
    for (uint32_t i = 0; i < mine->line_count; i++)
        FUZZ_CHECK(same_line(&mine->lines[i], &its->lines[i]));
}

static void keep(const uint8_t *data, size_t size)
{
    if (size > MOST_KEPT)
        return;
    size_t slot = read_alike % KEPT;
    memcpy(kept[slot].at, data, size);
    kept[slot].size = size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned int seed)
{
    size_t slot = seed / 4 % KEPT;
    if (seed % 4 && kept[slot].size && kept[slot].size <= most) {
        size = kept[slot].size;
        memcpy(data, kept[slot].at, size);
    }
    return fuzz_mutate_pdf(data, size, most, seed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *file = malloc(size + font_size + TAIL);
    ofs_source *mine, *its;
    const char *refusal;
    size_t given = size;
    FUZZ_CHECK(file);
    memcpy(file, data, size);
    set_lengths(file, size);
    memcpy(file + size, font, font_size);
    size += font_size;
    size = add_table(file, size);
    ofs_status status = ofs_source_from_plain_pdf(file, size, &refusal, &mine);
    FUZZ_CHECK(!mine == (status != OFS_OK));
    if (status == OFS_ERR_UNFAMILIAR) {
        handed_over++;
    } else {
        FUZZ_CHECK(ofs_source_from_pdf(&pdfium, file, size, &its) == status);
        read_alike += status == OFS_OK;
        refused_alike += status != OFS_OK;
        if (status == OFS_OK) {
            compare(mine, its);
            keep(data, given);
        }
        ofs_source_free(its);
    }
    ofs_source_free(mine);
    free(file);
    return 0;
}
