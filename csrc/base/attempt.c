/* attempt.c: work that ends early when memory does. May hold nothing but the one setjmp() of the core.
 *
 * A file of its own, because a compiler that put the work into the function with the setjmp() could keep variables of
 * the work where a jump spoils them, and says so (-Wclobbered).
 */
#include "base/arena.h"

int ofs_attempt(ofs_arena *arena, ofs_work *work, void *what)
{
    if (setjmp(arena->on_failure))
        return 0;
    work(what);
    return 1;
}
