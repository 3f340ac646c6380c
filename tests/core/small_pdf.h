/* small_pdf.h: what the tests of the own reader of PDFs share: bytes that one part of it looks at, small files written as
 * text, and what is changed in them. May not know what a part does. */
#ifndef OFS_SMALL_PDF_H
#define OFS_SMALL_PDF_H

#include "check.h"
#include "pdf/own/parts.h"

/* A case: what is looked at, and the bytes to look at. */
typedef struct trial {
    void (*look)(ofs_own *own, check_words *out);
    const uint8_t *at;
    size_t size;
    check_words *out;
} trial;

static inline int open_trial(ofs_pdf *pdf, const void *data, size_t length)
{
    const trial *t = pdf->given;
    ofs_own *own = pdf->reading = OFS_NEW(&pdf->scratch, ofs_own);
    (void)data, (void)length;
    own->pdf = pdf;
    own->arena = &pdf->scratch;
    own->data = t->at;
    own->length = (uint32_t)t->size;
    pdf->steps_left = pdf->page_steps_left = 1000;
    t->look(own, t->out);
    return 0;
}

static inline void close_trial(ofs_pdf *pdf)
{
    if (pdf->reading)
        ofs_own_end_inflating(pdf->reading);
}

/* What is found in memory that ends with the bytes, or why it is refused. */
static inline void look_at_bytes(void (*look)(ofs_own *, check_words *), const void *bytes, size_t size,
                                 check_words *got)
{
    static const ofs_pdf_reader reader = {.open = open_trial, .close = close_trial};
    uint8_t *exact = malloc(size + !size);
    FUZZ_CHECK(exact);
    memcpy(exact, bytes, size);
    *got = (check_words){{0}, 0};
    const trial t = {look, exact, size, got};
    const char *refusal;
    ofs_source *source;
    ofs_status status = ofs_pdf_read_by(&reader, &t, "%PDF-1.7", 8, NULL, &refusal, &source);
    FUZZ_CHECK(status == OFS_ERR_UNFAMILIAR || status == OFS_ERR_DAMAGED);
    if (refusal) {
        got->n = 0;
        check_add(got, "! %s", refusal);
    }
    free(exact);
}

static inline void check_bytes(const char *what, void (*look)(ofs_own *, check_words *), const void *bytes, size_t size,
                               const char *want)
{
    check_words got;
    look_at_bytes(look, bytes, size, &got);
    check_expect(what, want, &got);
}

static inline void add_bytes(check_words *out, const uint8_t *at, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        check_add(out, at[i] >= ' ' && at[i] < 0x7F ? "%c" : "<%02X>", at[i]);
}

/* A file is written as text: {o3} is the offset of object 3 and {x2} that of the second cross-reference, in ten digits;
 * {O3} the same in two bytes; {h0A} bytes; {z0A} bytes packed by zlib, without making them less. */
typedef struct file {
    uint8_t at[8192];
    uint32_t n;
} file;

static inline uint32_t place_of(const file *f, const char *word, int nth)
{
    uint32_t n = (uint32_t)strlen(word);
    for (uint32_t i = 0; i + n <= f->n; i++)
        if (memcmp(f->at + i, word, n) == 0 && --nth == 0)
            return i + 1;
    return 0;
}

static inline uint32_t read_bytes(const char *p, const char *end, uint8_t *out)
{
    uint32_t n = 0;
    for (; p < end; p += 2) {
        unsigned byte;
        FUZZ_CHECK(sscanf(p, "%2x", &byte) == 1);
        out[n++] = (uint8_t)byte;
    }
    return n;
}

/* One block that is stored as it is, and the sum of Adler. */
static inline void add_packed(file *f, const uint8_t *bytes, uint32_t n)
{
    const uint8_t head[] = {0x78, 0x01, 0x01, (uint8_t)n, (uint8_t)(n >> 8), (uint8_t)~n, (uint8_t)(~n >> 8)};
    uint32_t a = 1, b = 0;
    for (uint32_t i = 0; i < n; i++) {
        a = (a + bytes[i]) % 65521;
        b = (b + a) % 65521;
    }
    const uint8_t sum[] = {(uint8_t)(b >> 8), (uint8_t)b, (uint8_t)(a >> 8), (uint8_t)a};
    memcpy(f->at + f->n, head, sizeof head);
    memcpy(f->at + f->n + sizeof head, bytes, n);
    memcpy(f->at + f->n + sizeof head + n, sum, sizeof sum);
    f->n += (uint32_t)(sizeof head + n + sizeof sum);
}

static inline void add_sign(file *f, const file *before, const char *sign, const char *end)
{
    char word[16], digits[16];
    uint8_t bytes[256];
    int number = atoi(sign + 1);
    snprintf(word, sizeof word, *sign == 'x' ? "\nxref" : "\n%d 0 obj", number);
    uint32_t place = place_of(before, word, *sign == 'x' ? number : 1), n;
    switch (*sign) {
    case 'o':
    case 'x':
        snprintf(digits, sizeof digits, "%010u", (unsigned)place);
        memcpy(f->at + f->n, digits, 10);
        f->n += 10;
        break;
    case 'O':
        f->at[f->n++] = (uint8_t)(place >> 8);
        f->at[f->n++] = (uint8_t)place;
        break;
    default:
        n = read_bytes(sign + 1, end, bytes);
        if (*sign == 'z') {
            add_packed(f, bytes, n);
        } else {
            memcpy(f->at + f->n, bytes, n);
            f->n += n;
        }
    }
}

/* Once to know where all stands, once more to write it. */
static inline void write_file(file *f, const char *text)
{
    file before = {{0}, 0};
    for (int round = 0; round < 2; round++) {
        f->n = 0;
        for (const char *p = text; *p; p++) {
            FUZZ_CHECK(f->n + 300 < sizeof f->at);
            const char *end = *p == '{' ? strchr(p, '}') : NULL;
            if (end)
                add_sign(f, &before, p + 1, end);
            else
                f->at[f->n++] = (uint8_t)*p;
            p = end ? end : p;
        }
        before = *f;
    }
}

/* The text with its one `old` replaced. */
static inline void edit(char *out, size_t room, const char *text, const char *old, const char *new)
{
    const char *found = strstr(text, old);
    FUZZ_CHECK(found && strlen(text) + strlen(new) < room);
    snprintf(out, room, "%.*s%s%s", (int)(found - text), text, new, found + strlen(old));
}

/* What is replaced in a file that is in form, and what is then read of it. */
typedef struct change {
    const char *old, *new, *want;
} change;

static inline void check_changes(const char *text, void (*look)(ofs_own *, check_words *), const change *changes)
{
    static char edited[8192];
    static file f;
    for (; changes->old; changes++) {
        edit(edited, sizeof edited, text, changes->old, changes->new);
        write_file(&f, edited);
        check_bytes(*changes->new ? changes->new : changes->old, look, f.at, f.n, changes->want);
    }
}

#endif
