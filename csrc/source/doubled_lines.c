/* doubled_lines.c: a text in which every line stands twice, as docx2txt writes what a Word file holds in frames: once in the
 * form of today and once in that for older programs. May not decide what a line means. */
#include "base/text.h"
#include "source/cells.h"

enum { LEAST_TWINS = 20, TWINS_TO_ONE = 8 };

/* The line says what the one before it says. */
static int is_twin(const ofs_source *source, uint32_t i)
{
    return ofs_equal(ofs_line_text(source, &source->lines[i]), ofs_line_text(source, &source->lines[i - 1]));
}

static int are_doubled(const ofs_source *source)
{
    uint32_t twins = 0, alone = 0;
    for (uint32_t i = 1; i < source->line_count && alone <= twins / TWINS_TO_ONE + 1; i++) {
        if (is_twin(source, i))
            twins++, i++;
        else
            alone++;
    }
    return twins >= LEAST_TWINS && alone <= twins / TWINS_TO_ONE;
}

void ofs_leave_out_doubled_lines(ofs_source *source)
{
    uint32_t kept = 0;
    if (!are_doubled(source))
        return;
    for (uint32_t i = 0; i < source->line_count; i++) {
        int has_twin = i + 1 < source->line_count && is_twin(source, i + 1);
        source->lines[kept++] = source->lines[i];
        i += (uint32_t)has_twin;
    }
    source->line_count = kept;
}
