/* arena.h: memory for one document, freed at once. May not know what is stored in it.
 *
 * An allocation never returns NULL: when memory ends the arena jumps out of the ofs_attempt() that a public entry
 * point has begun. So code between the two holds no resource that the arena does not own.
 */
#ifndef OFS_ARENA_H
#define OFS_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

#include "ofsted.h"

typedef struct ofs_chunk ofs_chunk;

/* What arenas have given back, for the next document: a system that has a program return its memory gives it anew only
 * page by page, made zero. For one thread at a time. */
struct ofs_memory {
    ofs_chunk *chunks;
    size_t size; /* bytes in all of them */
};

typedef struct ofs_arena {
    ofs_chunk *chunks; /* newest first */
    ofs_memory *memory; /* where chunks come from and go to; NULL: the system */
    char *next, *limit;
    jmp_buf on_failure; /* set by ofs_attempt() */
} ofs_arena;

void ofs_arena_init(ofs_arena *arena, ofs_memory *memory);
void ofs_arena_free(ofs_arena *arena);

/* Calls work(what), in which alone the arena may be asked for memory. Returns 0 if it was left for want of some. */
typedef void ofs_work(void *what);
int ofs_attempt(ofs_arena *arena, ofs_work *work, void *what);

/* `size` bytes, aligned for any object, zeroed. */
void *ofs_arena_alloc(ofs_arena *arena, size_t size);
/* The same without zeroing, for what is written before it is read. */
void *ofs_arena_room(ofs_arena *arena, size_t size);
/* … and without alignment, for text. */
char *ofs_arena_bytes(ofs_arena *arena, size_t size);

/* Room for one more element of `size` bytes after `count` of them; `*capacity` is kept by the caller.
 * Returns the array, moved if it had to grow. */
void *ofs_arena_enlarge(ofs_arena *arena, void *array, uint32_t count, uint32_t *capacity, size_t size);
static inline void *ofs_arena_grow(ofs_arena *arena, void *array, uint32_t count, uint32_t *capacity, size_t size)
{
    return count < *capacity ? array : ofs_arena_enlarge(arena, array, count, capacity, size);
}

#define OFS_NEW(arena, type) ((type *)ofs_arena_alloc((arena), sizeof(type)))
#define OFS_ROOM(arena, type, count) ((type *)ofs_arena_room((arena), sizeof(type) * (size_t)(count)))
#define OFS_NEW_ARRAY(arena, type, count) ((type *)ofs_arena_alloc((arena), sizeof(type) * (size_t)(count)))

#endif
