/* failing.h: allocations that are counted, and one of which can be made to fail. For programs that are linked with --wrap,
 * so that the core's calls come here first (see the Makefile). */
#ifndef OFS_FAILING_H
#define OFS_FAILING_H

#include <stddef.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);

static unsigned long made, failing; /* allocations so far; the number of the one that fails, from 1, or 0 */

void *__wrap_malloc(size_t size)
{
    return ++made == failing ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return ++made == failing ? NULL : __real_calloc(count, size);
}

#endif
