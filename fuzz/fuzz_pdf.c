/* fuzz_pdf.c: the PDF reader on damaged files, through the PDFium that pypdfium2 ships.
 *
 * OFS_PDFIUM names the folder with the library. PDFium itself is not instrumented: a finding in it is a crash without a
 * report. The mutator works on the unpacked text of objects (see seeds.py): numbers, names, ranges. */
#include <dlfcn.h>

#include "fuzz.h"
#include "pdf/pdfium.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned int seed);

static ofs_pdfium pdfium;
static unsigned long statuses[OFS_ERR_TOO_LARGE + 1];

static void print_statuses(void)
{
    static const char *const names[] = {"read",      "memory",  "not a report", "damaged",
                                        "encrypted", "no text", "too large"};
    fprintf(stderr, "statuses:");
    for (int i = 0; i <= OFS_ERR_TOO_LARGE; i++)
        fprintf(stderr, " %s %lu%s", names[i], statuses[i], i < OFS_ERR_TOO_LARGE ? "," : "\n");
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    uintptr_t addresses[OFS_PDFIUM_COUNT];
    char path[4096];
    const char *folder = getenv("OFS_PDFIUM");
    snprintf(path, sizeof path, "%s/libpdfium.so", folder ? folder : ".");
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; library && i < OFS_PDFIUM_COUNT; i++)
        addresses[i] = (uintptr_t)dlsym(library, ofs_pdfium_names[i]);
    if (!library || ofs_pdfium_bind(&pdfium, addresses) != OFS_PDFIUM_COUNT) {
        fprintf(stderr, "no PDFium: set OFS_PDFIUM to the folder of libpdfium.so (%s)\n", path);
        exit(2);
    }
    void (*init)(void) = (void (*)(void))(uintptr_t)dlsym(library, "FPDF_InitLibrary");
    init();
    atexit(print_statuses);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ofs_source *source;
    ofs_status status = ofs_source_from_pdf(&pdfium, data, size, &source);
    FUZZ_CHECK(status <= OFS_ERR_TOO_LARGE);
    statuses[status]++;
    if (status == OFS_OK)
        fuzz_parse(fuzz_context(), source);
    else
        FUZZ_CHECK(!source);
    return 0;
}

/* Mutations: each returns the new size. */

static unsigned int next(unsigned int *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static size_t between(unsigned int *state, size_t least, size_t most)
{
    return least + (size_t)(next(state) ^ next(state) << 20) % (most - least + 1);
}

/* [at, at + old) becomes `text`. */
static size_t replace(uint8_t *data, size_t size, size_t most, size_t at, size_t old, const char *text)
{
    size_t n = strlen(text);
    if (size - old + n > most)
        return size;
    memmove(data + at + n, data + at + old, size - at - old);
    memcpy(data + at, text, n);
    return size - old + n;
}

static size_t change_number(uint8_t *data, size_t size, size_t most, unsigned int *state)
{
    static const char *const numbers[] = {
        "0",      "1",     "-1",         "2",           "3",          "7",          "12",
        "65535",  "65536", "2147483647", "-2147483648", "4294967295", "4294967296", "99999999999999999999",
        "0.0001", "1e9"};
    size_t at = between(state, 0, size - 1), end;
    while (at < size && (data[at] < '0' || data[at] > '9'))
        at++;
    for (end = at; end < size && data[end] >= '0' && data[end] <= '9'; end++)
        ;
    char near[24];
    snprintf(near, sizeof near, "%u", next(state) % 200);
    size_t pick = between(state, 0, 2 * (sizeof numbers / sizeof *numbers));
    return replace(data, size, most, at, end - at, pick < sizeof numbers / sizeof *numbers ? numbers[pick] : near);
}

static size_t change_name(uint8_t *data, size_t size, size_t most, unsigned int *state)
{
    static const char *const names[] = {
        "/P",          "/H1",      "/H2",         "/H6",   "/L",        "/LI",       "/Lbl",    "/LBody",
        "/Table",      "/TR",      "/TD",         "/TH",   "/THead",    "/TBody",    "/Note",   "/TOC",
        "/TOCI",       "/Span",    "/Link",       "/Sect", "/Document", "/Artifact", "/Figure", "/Caption",
        "/NonStruct",  "/Private", "/K",          "/Kids", "/MCID",     "/Pg",       "/S",      "/StructParents",
        "/ParentTree", "/RoleMap", "/ActualText", "/Type", "/Contents"};
    size_t at = between(state, 0, size - 1), end;
    while (at < size && data[at] != '/')
        at++;
    for (end = at + 1; end < size && ((data[end] | 0x20) >= 'a' && (data[end] | 0x20) <= 'z'); end++)
        ;
    if (at >= size)
        return size;
    return replace(data, size, most, at, end - at, names[between(state, 0, sizeof names / sizeof *names - 1)]);
}

static size_t move_range(uint8_t *data, size_t size, size_t most, unsigned int *state)
{
    size_t n = between(state, 1, 200), from = between(state, 0, size - 1), to = between(state, 0, size - 1);
    n = n < size - from ? n : size - from;
    switch (next(state) % 3) {
    case 0: /* removed */
        memmove(data + from, data + from + n, size - from - n);
        return size - n ? size - n : 1;
    case 1: /* twice */
        if (size + n > most)
            return size;
        memmove(data + from + n, data + from, size - from);
        return size + n;
    default: /* over another */
        n = n < size - to ? n : size - to;
        memmove(data + to, data + from, n);
        return size;
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned int seed)
{
    unsigned int state = seed;
    if (size < 64)
        return LLVMFuzzerMutate(data, size, most);
    for (unsigned int i = next(&state) % 4 + 1; i; i--) {
        size_t at = between(&state, 0, size - 1), window = size - at < 32 ? size - at : 32;
        switch (next(&state) % 8) {
        case 0:
        case 1:
            size = change_number(data, size, most, &state);
            break;
        case 2:
        case 3:
            size = change_name(data, size, most, &state);
            break;
        case 4:
        case 5:
            size = move_range(data, size, most, &state);
            break;
        case 6:
            LLVMFuzzerMutate(data + at, window, window);
            break;
        default:
            data[at] ^= (uint8_t)(1u << next(&state) % 8);
            break;
        }
        if (size < 64)
            break;
    }
    return size;
}
