/* refuse.c: how the project's own reader gives a file up. May not decide whether to. */
#include "pdf/own/parts.h"

enum { MOST_WORK = 1 << 28 }; /* steps; a long report needs some ten million */

void ofs_own_refuse(ofs_own *own, const char *why)
{
    ofs_pdf_refuse(own->pdf, why);
}

void ofs_own_work(ofs_own *own, uint32_t steps)
{
    own->work += steps;
    if (own->work > MOST_WORK)
        ofs_own_refuse(own, "more work than a report needs");
}
