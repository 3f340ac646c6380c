/* run.h: so many bytes looked at together, without a branch.
 *
 * Whoever asks fills an array with a mark for each byte, in a loop that compilers make vectors of; here the marks become the
 * bits of a number. Knows nothing of what is asked.
 */
#ifndef OFS_RUN_H
#define OFS_RUN_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#endif
#ifdef _MSC_VER
#include <intrin.h>
#endif

enum { OFS_RUN = 32 };

/* A run from p < end on that may be read: those bytes, or where the text ends among them a copy with zeros behind. */
static inline const char *ofs_run_at(const char *p, const char *end, char rest[OFS_RUN])
{
    return end - p >= OFS_RUN ? p : memcpy(memset(rest, 0, OFS_RUN), p, (size_t)(end - p));
}

/* A byte's mark: all its bits, as a comparison of vectors gives them, or none. */
#define OFS_MARK_IF(condition) ((uint8_t)-(condition))

/* Bit i is set where byte i is marked. */
static inline uint32_t ofs_bits_of_run(const uint8_t run[OFS_RUN])
{
#if defined(__SSE2__) || defined(_M_X64)
    const __m128i *halves = (const __m128i *)(const void *)run;
    uint32_t low = (uint32_t)_mm_movemask_epi8(_mm_loadu_si128(halves));
    uint32_t high = (uint32_t)_mm_movemask_epi8(_mm_loadu_si128(halves + 1));
    return low | high << 16;
#else
    uint32_t bits = 0;
    for (uint32_t i = 0; i < OFS_RUN; i++)
        bits |= (uint32_t)(run[i] & 1) << i;
    return bits;
#endif
}

/* The place of the lowest bit of a number that is not 0. */
static inline uint32_t ofs_lowest_bit(uint32_t bits)
{
#ifdef _MSC_VER
    unsigned long at;
    _BitScanForward(&at, bits);
    return (uint32_t)at;
#else
    return (uint32_t)__builtin_ctz(bits);
#endif
}

static inline int ofs_any_in_run(const uint8_t run[OFS_RUN])
{
#if defined(__SSE2__) || defined(_M_X64)
    const __m128i *halves = (const __m128i *)(const void *)run;
    return _mm_movemask_epi8(_mm_or_si128(_mm_loadu_si128(halves), _mm_loadu_si128(halves + 1))) != 0;
#else
    return ofs_bits_of_run(run) != 0;
#endif
}

/* The first byte that is marked; OFS_RUN: none is. */
static inline uint32_t ofs_first_in_run(const uint8_t run[OFS_RUN])
{
    uint32_t bits = ofs_bits_of_run(run);
    return bits ? ofs_lowest_bit(bits) : OFS_RUN;
}

#endif
