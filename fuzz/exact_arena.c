/* exact_arena.c: the arena with an allocation of its own for each object, so that a sanitizer sees a read or write one
 * byte past any of them. Takes the place of csrc/base/arena.c in the fuzz targets; behaves the same otherwise. */
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

typedef union widest {
    long long integer;
    double real;
    void *pointer;
} widest;

struct ofs_chunk {
    ofs_chunk *older;
    widest first;
};

void ofs_arena_init(ofs_arena *arena)
{
    arena->chunks = NULL;
    arena->next = arena->limit = NULL;
}

void ofs_arena_free(ofs_arena *arena)
{
    for (ofs_chunk *chunk = arena->chunks, *older; chunk; chunk = older) {
        older = chunk->older;
        free(chunk);
    }
    ofs_arena_init(arena);
}

char *ofs_arena_bytes(ofs_arena *arena, size_t size)
{
    size_t header = offsetof(ofs_chunk, first);
    ofs_chunk *chunk = size <= SIZE_MAX - header ? malloc(header + size) : NULL;
    if (!chunk)
        longjmp(arena->on_failure, 1);
    chunk->older = arena->chunks;
    arena->chunks = chunk;
    return (char *)chunk + header;
}

void *ofs_arena_room(ofs_arena *arena, size_t size)
{
    return ofs_arena_bytes(arena, size);
}

void *ofs_arena_alloc(ofs_arena *arena, size_t size)
{
    char *object = ofs_arena_bytes(arena, size);
    return size ? memset(object, 0, size) : object;
}

void *ofs_arena_enlarge(ofs_arena *arena, void *array, uint32_t count, uint32_t *capacity, size_t size)
{
    uint32_t wanted = *capacity ? *capacity * 2 : 8;
    if (wanted <= *capacity)
        longjmp(arena->on_failure, 1);
    void *grown = ofs_arena_alloc(arena, wanted * size);
    if (count)
        memcpy(grown, array, count * size);
    *capacity = wanted;
    return grown;
}
