/* fuzz_own.c: the project's own reader of PDFs alone, on documents as Word makes them: small, so that it runs often.
 *
 * The input is the objects of a document, unpacked: see complete_pdf.h. What is read is compared with nothing: each line must
 * lie in the text and on a page, and each refusal say why. */
#include "complete_pdf.h"
#include "mutate_pdf.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned int seed);

static fuzz_file *file;
static fuzz_kept kept[FUZZ_KEPT];
static unsigned long statuses[OFS_STATUS_COUNT];

static void print_counts(void)
{
    unsigned long all = 0;
    for (int i = 0; i < OFS_STATUS_COUNT; i++)
        all += statuses[i];
    fprintf(stderr, "statuses: read %lu, refused as not known %lu, no report %lu\n", statuses[OFS_OK],
            statuses[OFS_ERR_UNFAMILIAR], all - statuses[OFS_OK] - statuses[OFS_ERR_UNFAMILIAR]);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    file = fuzz_new_file();
    atexit(print_counts);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned int seed)
{
    return fuzz_mutate_pdf(data, fuzz_begin_at_kept(kept, data, size, most, seed), most, seed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t length;
    uint8_t *whole = fuzz_complete(file, data, size, &length);
    ofs_source *source;
    const char *refusal;
    ofs_status status = ofs_source_from_plain_pdf(whole, length, NULL, &refusal, &source);
    FUZZ_CHECK(status < OFS_STATUS_COUNT && status != OFS_ERR_MEMORY);
    FUZZ_CHECK(!source == (status != OFS_OK) && !refusal == (status != OFS_ERR_UNFAMILIAR));
    statuses[status]++;
    if (status == OFS_OK) {
        fuzz_check_lines(source);
        fuzz_keep(kept, statuses[OFS_OK], data, size);
    }
    ofs_source_free(source);
    free(whole);
    return 0;
}
