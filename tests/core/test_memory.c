/* Memory that is kept from one document for the next. With the arena as it is, not the one that has each object apart. */
#include "check.h"

#include "base/arena.h"

/* What one arena gave back another gets, zeroed where it asks for that; what is larger than all of it is new, and no more
 * than 8 MB is kept. */
static void test_memory(void)
{
    ofs_memory *memory = ofs_memory_new();
    ofs_arena first, second;
    size_t sizes[] = {100, 300000, 5000000, 5000000};
    ofs_arena_init(&first, memory);
    for (size_t i = 0; i < 4; i++)
        memset(ofs_arena_room(&first, sizes[i]), 0xFF, sizes[i]);
    check_number("nothing is kept yet", 0, (int64_t)memory->size);
    ofs_arena_free(&first);
    size_t kept = memory->size;
    check_number("one of the large ones and the small ones", 1, kept > 5300000 && kept <= 8 << 20);
    ofs_arena_init(&second, memory);
    const char *object = ofs_arena_alloc(&second, 200);
    check_number("taken", 1, memory->size < kept && memory->size >= 5300000);
    for (size_t i = 0; i < 200; i++)
        check_number("zero again", 0, object[i]);
    size_t before = memory->size;
    ofs_arena_bytes(&second, 9000000);
    check_number("too large to be kept", (int64_t)before, (int64_t)memory->size);
    ofs_arena_bytes(&second, 5000000);
    check_number("the large one", 1, memory->size < 5000000);
    ofs_arena_free(&second);
    check_number("given back", (int64_t)kept, (int64_t)memory->size);
    ofs_memory_free(memory);
}

/* Without memory of its own an arena's goes back to the system, and there is nothing to free. */
static void test_none(void)
{
    ofs_arena arena;
    ofs_arena_init(&arena, NULL);
    memset(ofs_arena_room(&arena, 1000), 0xFF, 1000);
    ofs_arena_free(&arena);
    check_number("no chunk is left", 1, arena.chunks == NULL);
    ofs_memory_free(NULL);
}

int main(void)
{
    test_memory();
    test_none();
    return check_result();
}
