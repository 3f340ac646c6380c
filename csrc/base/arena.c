/* arena.c: chunks of memory that are freed together. May not know what is stored in them. */
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 64 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024, MOST_KEPT = 8 * 1024 * 1024 }; /* bytes */

/* Not max_align_t, which MSVC lacks. */
typedef union widest {
    long long integer;
    double real;
    void *pointer;
} widest;

struct ofs_chunk {
    ofs_chunk *older;
    size_t size;
    widest first; /* where the chunk's memory begins */
};

ofs_memory *ofs_memory_new(void)
{
    return calloc(1, sizeof(ofs_memory));
}

void ofs_memory_free(ofs_memory *memory)
{
    if (memory)
        ofs_arena_free(&(ofs_arena){.chunks = memory->chunks});
    free(memory);
}

/* The newest chunk that is large enough, or NULL. */
static ofs_chunk *take_kept(ofs_memory *memory, size_t least)
{
    ofs_chunk **at = &memory->chunks, *chunk;
    while (*at && (*at)->size < least)
        at = &(*at)->older;
    chunk = *at;
    if (chunk) {
        *at = chunk->older;
        memory->size -= chunk->size;
    }
    return chunk;
}

static void give_back(ofs_memory *memory, ofs_chunk *chunk)
{
    if (!memory || memory->size + chunk->size > MOST_KEPT) {
        free(chunk);
        return;
    }
    chunk->older = memory->chunks;
    memory->chunks = chunk;
    memory->size += chunk->size;
}

void ofs_arena_init(ofs_arena *arena, ofs_memory *memory)
{
    arena->chunks = NULL;
    arena->memory = memory;
    arena->next = arena->limit = NULL;
}

void ofs_arena_free(ofs_arena *arena)
{
    ofs_chunk *chunk = arena->chunks;
    while (chunk) {
        ofs_chunk *older = chunk->older;
        give_back(arena->memory, chunk);
        chunk = older;
    }
    ofs_arena_init(arena, NULL);
}

static void add_chunk(ofs_arena *arena, size_t least)
{
    /* All of them together stay below twice the last, which glibc keeps for the next document when they are freed. */
    size_t size = arena->chunks ? arena->chunks->size * 4 : FIRST_CHUNK;
    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    if (size < least)
        size = least;
    size_t header = offsetof(ofs_chunk, first);
    if (size > SIZE_MAX - header)
        longjmp(arena->on_failure, 1);
    ofs_chunk *chunk = arena->memory ? take_kept(arena->memory, size) : NULL;
    if (!chunk) {
        chunk = malloc(header + size);
        if (!chunk)
            longjmp(arena->on_failure, 1);
        chunk->size = size;
    }
    chunk->older = arena->chunks;
    arena->chunks = chunk;
    arena->next = (char *)&chunk->first;
    arena->limit = arena->next + chunk->size;
}

char *ofs_arena_bytes(ofs_arena *arena, size_t size)
{
    if (!arena->next || (size_t)(arena->limit - arena->next) < size)
        add_chunk(arena, size);
    char *bytes = arena->next;
    arena->next += size;
    return bytes;
}

void *ofs_arena_room(ofs_arena *arena, size_t size)
{
    size_t align = _Alignof(widest);
    size_t gap = (align - (size_t)((uintptr_t)arena->next % align)) % align;
    if (size > SIZE_MAX - align)
        longjmp(arena->on_failure, 1);
    if (!arena->next || (size_t)(arena->limit - arena->next) < size + gap) {
        add_chunk(arena, size);
        gap = 0;
    }
    char *object = arena->next + gap;
    arena->next += gap + size;
    return object;
}

void *ofs_arena_alloc(ofs_arena *arena, size_t size)
{
    return memset(ofs_arena_room(arena, size), 0, size);
}

void *ofs_arena_enlarge(ofs_arena *arena, void *array, uint32_t count, uint32_t *capacity, size_t size)
{
    uint32_t wanted = *capacity ? *capacity * 2 : 8;
    if (wanted <= *capacity || wanted > SIZE_MAX / size)
        longjmp(arena->on_failure, 1);
    char *grown = ofs_arena_room(arena, wanted * size);
    size_t used = count * size;
    if (used)
        memcpy(grown, array, used);
    memset(grown + used, 0, wanted * size - used);
    *capacity = wanted;
    return grown;
}
