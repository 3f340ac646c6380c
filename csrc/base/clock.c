/* clock.c: the one clock. May not know what is timed. */
#ifndef _WIN32
#define _POSIX_C_SOURCE 200809L /* C11 has no clock that only goes forward */
#endif
#include "base/clock.h"

#include <time.h>

double ofs_seconds(void)
{
#ifdef _WIN32
    return (double)clock() / CLOCKS_PER_SEC; /* of the wall there, not of the processor */
#else
    struct timespec time;
    return clock_gettime(CLOCK_MONOTONIC, &time) == 0 ? (double)time.tv_sec + (double)time.tv_nsec / 1e9 : 0;
#endif
}
