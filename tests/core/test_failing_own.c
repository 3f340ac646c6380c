/* The reader that needs no PDFium, on documents as Word makes them (tests/word_pdf.py): all are read alike; every byte
 * changed, every length cut, every allocation failed once end in a report or in a clear status.
 *
 * Linked as test_failing_memory.c is: each object is an allocation of its own, so that one byte too far is seen. */
#include "../../fuzz/fuzz.h"
#include "failing.h"
#include "source/lines.h"

static const char WANTED[] = "Inspection of Norbury Vale local authority children\'s services\n"
                             "1. Children are seen and heard by people whom they know well and trust.\n"
                             "Help for all (A)\n"
                             "\xE2\x80\x99"
                             "2\f"
                             "Overall effectiveness\n"
                             "Good\n"
                             "Children are seen and heard by people whom they know well and trust.";

typedef struct file {
    unsigned char *at;
    size_t size;
} file;

static file read_file(const char *name)
{
    char path[64];
    snprintf(path, sizeof path, "tests/core/word/%s.pdf", name);
    FILE *stream = fopen(path, "rb");
    FUZZ_CHECK(stream);
    file f = {malloc(1 << 16), 0};
    f.size = fread(f.at, 1, 1 << 16, stream);
    FUZZ_CHECK(f.size > 1000 && f.size < 1 << 16);
    fclose(stream);
    return f;
}

static ofs_status read_bytes(const unsigned char *data, size_t size, ofs_source **source)
{
    const char *refusal;
    ofs_status status = ofs_source_from_plain_pdf(data, size, NULL, &refusal, source);
    FUZZ_CHECK(!*source == (status != OFS_OK) && !refusal == (status != OFS_ERR_UNFAMILIAR));
    return status;
}

/* From memory that ends with the file. */
static ofs_status try(const unsigned char *data, size_t size)
{
    unsigned char *exact = malloc(size + !size);
    ofs_source *source;
    memcpy(exact, data, size);
    ofs_status status = read_bytes(exact, size, &source);
    FUZZ_CHECK(status != OFS_ERR_MEMORY);
    if (status == OFS_OK)
        fuzz_parse(fuzz_context(), source);
    free(exact);
    return status;
}

static void check_read(const file *f)
{
    ofs_source *source;
    const ofs_report *report;
    FUZZ_CHECK(read_bytes(f->at, f->size, &source) == OFS_OK);
    FUZZ_CHECK(ofs_parse(fuzz_context(), source, &report) == OFS_OK);
    FUZZ_CHECK(source->text.n == sizeof WANTED - 1 && memcmp(source->text.p, WANTED, source->text.n) == 0);
    FUZZ_CHECK(source->has_tags && source->lines[0].kind == OFS_LINE_HEADING && source->lines[4].page == 2);
    fuzz_walk_report(source, report);
    ofs_source_free(source);
}

static void check_allocations(const file *f)
{
    unsigned long number = 0, failed;
    do {
        ofs_source *source;
        made = 0;
        failing = ++number;
        ofs_status status = read_bytes(f->at, f->size, &source);
        failed = made >= failing;
        failing = 0;
        FUZZ_CHECK(status == (failed ? OFS_ERR_MEMORY : OFS_OK));
        ofs_source_free(source);
    } while (failed);
    printf("%lu runs with one allocation that failed\n", number);
}

static void check_damage(const file *f)
{
    static const unsigned char masks[] = {0x01, 0x10, 0x80};
    unsigned long read = 0, refused = 0;
    for (size_t i = 0; i < f->size; i += 3) {
        try(f->at, i); /* an update that is cut off leaves the file that was there before */
        f->at[i] ^= masks[i / 3 % sizeof masks];
        ofs_status status = try(f->at, f->size);
        f->at[i] ^= masks[i / 3 % sizeof masks];
        read += status == OFS_OK;
        refused += status == OFS_ERR_UNFAMILIAR;
    }
    printf("%lu damaged files read, %lu handed over\n", read, refused);
    FUZZ_CHECK(refused > read);
}

/* A child that has a number beyond all objects once was looked for behind the last one. */
static void check_far_child(file *f)
{
    static const char kids[] = "/S/Document/P 3 0 R/K[";
    for (size_t i = 0; i + sizeof kids < f->size; i++)
        if (memcmp(f->at + i, kids, sizeof kids - 1) == 0) {
            memcpy(f->at + i + sizeof kids - 1, "99", 2);
            FUZZ_CHECK(try(f->at, f->size) == OFS_ERR_UNFAMILIAR);
            return;
        }
    FUZZ_CHECK(!"no kids");
}

/* Trailers in which the first thing of the whole file that is put together is empty, or a reference to nothing. */
static void check_odd_trailers(void)
{
    static const char *const trailers[] = {"<<>>", "R", "[]", "<</Size R>>", "<</A[]/B<<>>>>"};
    for (size_t i = 0; i < sizeof trailers / sizeof *trailers; i++) {
        char data[128];
        int size =
            snprintf(data, sizeof data, "%%PDF-1.7\nxref\n0 0\ntrailer\n%s\nstartxref\n9\n%%%%EOF\n", trailers[i]);
        FUZZ_CHECK(try((const unsigned char *)data, (size_t)size) == OFS_ERR_UNFAMILIAR);
    }
}

int main(void)
{
    check_odd_trailers();
    static const char *const names[] = {"table", "stream", "hybrid", "update"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        file f = read_file(names[i]);
        check_read(&f);
        check_allocations(&f);
        check_damage(&f);
        if (i == 0)
            check_far_child(&f);
        free(f.at);
    }
    return 0;
}
