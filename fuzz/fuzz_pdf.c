/* fuzz_pdf.c: the PDF reader on damaged files, through the PDFium that pypdfium2 ships.
 *
 * OFS_PDFIUM names the folder with the library. PDFium itself is not instrumented: a finding in it is a crash without a
 * report. The mutator works on the unpacked text of objects (see seeds.py): numbers, names, ranges. */
#include "load_pdfium.h"
#include "mutate_pdf.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned int seed);

static ofs_pdfium pdfium;
static unsigned long statuses[OFS_STATUS_COUNT];

static void print_statuses(void)
{
    static const char *const names[OFS_STATUS_COUNT] = {
        "read", "memory", "not a report", "damaged", "encrypted", "no text", "too large", "garbled", "unfamiliar"};
    fprintf(stderr, "statuses:");
    for (int i = 0; i < OFS_STATUS_COUNT; i++)
        fprintf(stderr, " %s %lu%s", names[i], statuses[i], i + 1 < OFS_STATUS_COUNT ? "," : "\n");
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    fuzz_load_pdfium(&pdfium);
    atexit(print_statuses);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ofs_source *source;
    ofs_status status = ofs_source_from_pdf(&pdfium, data, size, &source);
    FUZZ_CHECK(status < OFS_STATUS_COUNT);
    statuses[status]++;
    if (status == OFS_OK)
        fuzz_parse(fuzz_context(), source);
    else
        FUZZ_CHECK(!source);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned int seed)
{
    return fuzz_mutate_pdf(data, size, most, seed);
}
