/* fuzz_readers.c: both readers of PDFs on one file: the same status, text and lines, or the first hands it over.
 *
 * The input is the objects of a document, unpacked: see complete_pdf.h. */
#include "complete_pdf.h"
#include "load_pdfium.h"
#include "mutate_pdf.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned int seed);

static ofs_pdfium pdfium;
static fuzz_file *file;
static fuzz_kept kept[FUZZ_KEPT];
static unsigned long read_alike, handed_over, refused_alike;

static void print_counts(void)
{
    fprintf(stderr, "statuses: read alike %lu, no report for both %lu, handed over %lu\n", read_alike, refused_alike,
            handed_over);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    fuzz_load_pdfium(&pdfium);
    file = fuzz_new_file();
    atexit(print_counts);
    return 0;
}

static int same_line(const ofs_line *a, const ofs_line *b)
{
    return a->start == b->start && a->end == b->end && a->page == b->page && a->element == b->element &&
           a->table == b->table && a->row == b->row && a->column == b->column && a->kind == b->kind &&
           a->level == b->level && a->flags == b->flags && a->size == b->size && a->left == b->left;
}

static void compare(const ofs_source *mine, const ofs_source *its)
{
    if (mine->text.n != its->text.n || memcmp(mine->text.p, its->text.p, its->text.n) != 0)
        fprintf(stderr, "read: %.*s\nby PDFium: %.*s\n", (int)mine->text.n, mine->text.p, (int)its->text.n,
                its->text.p);
    FUZZ_CHECK(mine->text.n == its->text.n && memcmp(mine->text.p, its->text.p, its->text.n) == 0);
    FUZZ_CHECK(mine->line_count == its->line_count && mine->pages == its->pages && mine->has_tags == its->has_tags);
    for (uint32_t i = 0; i < mine->line_count; i++)
        FUZZ_CHECK(same_line(&mine->lines[i], &its->lines[i]));
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned int seed)
{
    return fuzz_mutate_pdf(data, fuzz_begin_at_kept(kept, data, size, most, seed), most, seed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t length;
    uint8_t *whole = fuzz_complete(file, data, size, &length);
    ofs_source *mine, *its;
    const char *refusal;
    ofs_status status = ofs_source_from_plain_pdf(whole, length, NULL, &refusal, &mine);
    FUZZ_CHECK(!mine == (status != OFS_OK));
    if (status == OFS_ERR_UNFAMILIAR) {
        handed_over++;
    } else {
        FUZZ_CHECK(ofs_source_from_pdf(&pdfium, whole, length, &its) == status);
        read_alike += status == OFS_OK;
        refused_alike += status != OFS_OK;
        if (status == OFS_OK) {
            compare(mine, its);
            fuzz_keep(kept, read_alike, data, size);
        }
        ofs_source_free(its);
    }
    ofs_source_free(mine);
    free(whole);
    return 0;
}
