/* exact_arena.c: the arena with poisoned bytes before and behind each object, so that a sanitizer sees a read or write one
 * byte past any of them. Takes the place of csrc/base/arena.c in the fuzz targets; behaves the same otherwise.
 *
 * OFS_EXACT_BLOCK objects' bytes share an allocation, for a fuzzer's speed; without it each object has its own, so that
 * every one of them can be made to fail. */
#include "base/arena.h"

#include <sanitizer/asan_interface.h>
#include <stdlib.h>
#include <string.h>

#ifndef OFS_EXACT_BLOCK
#define OFS_EXACT_BLOCK 0
#endif

enum { APART = 16 };

struct ofs_chunk {
    ofs_chunk *older;
};

/* Nothing is kept: what is read after it was given back is to be found. */
ofs_memory *ofs_memory_new(void)
{
    return calloc(1, sizeof(ofs_memory));
}

void ofs_memory_free(ofs_memory *memory)
{
    free(memory);
}

void ofs_arena_init(ofs_arena *arena, ofs_memory *memory)
{
    arena->chunks = NULL;
    arena->memory = memory;
    arena->next = arena->limit = NULL;
}

void ofs_arena_free(ofs_arena *arena)
{
    for (ofs_chunk *chunk = arena->chunks, *older; chunk; chunk = older) {
        older = chunk->older;
        free(chunk);
    }
    ofs_arena_init(arena, NULL);
}

static void add_chunk(ofs_arena *arena, size_t least)
{
    size_t size = least > OFS_EXACT_BLOCK ? least : OFS_EXACT_BLOCK;
    ofs_chunk *chunk = malloc(APART + size);
    if (!chunk)
        longjmp(arena->on_failure, 1);
    chunk->older = arena->chunks;
    arena->chunks = chunk;
    arena->next = (char *)chunk + APART;
    arena->limit = arena->next + size;
    ASAN_POISON_MEMORY_REGION(arena->next, size);
}

char *ofs_arena_bytes(ofs_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        longjmp(arena->on_failure, 1);
    size_t room = (size + APART - 1) / APART * APART + APART;
    if (!arena->next || (size_t)(arena->limit - arena->next) < room)
        add_chunk(arena, room);
    char *object = arena->next;
    arena->next += room;
    ASAN_UNPOISON_MEMORY_REGION(object, size);
    return object;
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
