/* mutate_pdf.h: how the fuzzer changes the unpacked text of a PDF: numbers, names, ranges, bits. May not know who reads it. */
#ifndef OFS_MUTATE_PDF_H
#define OFS_MUTATE_PDF_H

#include "fuzz.h"

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);

/* Each returns the new size. */

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

/* An operator of a content stream, or the word after it, becomes another. */
static size_t change_word(uint8_t *data, size_t size, size_t most, unsigned int *state)
{
    static const char *const words[] = {"q",
                                        "Q",
                                        "cm",
                                        "BT",
                                        "ET",
                                        "Tj",
                                        "TJ",
                                        "Tf",
                                        "Td",
                                        "TD",
                                        "Tm",
                                        "T*",
                                        "Tc",
                                        "Tw",
                                        "TL",
                                        "Tr",
                                        "Tz",
                                        "Ts",
                                        "re",
                                        "m",
                                        "l",
                                        "c",
                                        "h",
                                        "W n",
                                        "W*",
                                        "n",
                                        "f",
                                        "f*",
                                        "S",
                                        "B",
                                        "g",
                                        "G",
                                        "rg",
                                        "k",
                                        "cs",
                                        "sc",
                                        "gs",
                                        "Do",
                                        "BMC",
                                        "BDC",
                                        "EMC",
                                        "'",
                                        "BI",
                                        "w",
                                        "d",
                                        "i",
                                        "q q q",
                                        "Q Q",
                                        "/F1 9 Tf",
                                        "/F3 9 Tf",
                                        "[(a)3(b)] TJ",
                                        "(a) Tj",
                                        "<0A> Tj",
                                        "0 0 9 9 re",
                                        "2 0 0 2 9 9 cm",
                                        "0 -9 Td",
                                        "endobj",
                                        "stream",
                                        "null",
                                        "true"};
    size_t at = between(state, 0, size - 1), end;
    while (at + 1 < size &&
           !((data[at] == ' ' || data[at] == '\n') && (data[at + 1] | 0x20) >= 'a' && (data[at + 1] | 0x20) <= 'z'))
        at++;
    for (end = ++at; end < size && ((data[end] | 0x20) >= 'a' && (data[end] | 0x20) <= 'z'); end++)
        ;
    if (at >= size)
        return size;
    return replace(data, size, most, at, end - at, words[between(state, 0, sizeof words / sizeof *words - 1)]);
}

/* Inputs that were read: most changes begin at one of them, for what is refused once stays so. */
enum { FUZZ_KEPT = 64, FUZZ_MOST_KEPT = 24576 };
typedef struct fuzz_kept {
    uint8_t at[FUZZ_MOST_KEPT];
    size_t size;
} fuzz_kept;

static inline void fuzz_keep(fuzz_kept *kept, unsigned long number, const uint8_t *data, size_t size)
{
    if (size > FUZZ_MOST_KEPT)
        return;
    memcpy(kept[number % FUZZ_KEPT].at, data, size);
    kept[number % FUZZ_KEPT].size = size;
}

static inline size_t fuzz_begin_at_kept(const fuzz_kept *kept, uint8_t *data, size_t size, size_t most,
                                        unsigned int seed)
{
    const fuzz_kept *slot = &kept[seed / 4 % FUZZ_KEPT];
    if (seed % 4 == 0 || !slot->size || slot->size > most)
        return size;
    memcpy(data, slot->at, slot->size);
    return slot->size;
}

/* What a target gives as LLVMFuzzerCustomMutator. */
static size_t fuzz_mutate_pdf(uint8_t *data, size_t size, size_t most, unsigned int seed)
{
    unsigned int state = seed;
    if (size < 64)
        return LLVMFuzzerMutate(data, size, most);
    for (unsigned int i = next(&state) % 4 + 1; i; i--) {
        size_t at = between(&state, 0, size - 1), window = size - at < 32 ? size - at : 32;
        switch (next(&state) % 10) {
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
        case 7:
            size = change_word(data, size, most, &state);
            break;
        case 8:
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

#endif
