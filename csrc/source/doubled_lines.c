/* doubled_lines.c: a text in which every line stands twice, as docx2txt writes what a Word file holds in frames: once in the
 * form of today and once in that for older programs. May not decide what a line means. */
#include "base/text.h"
#include "source/cells.h"

enum { LEAST_TWINS = 20, TWINS_TO_ONE = 8 };

/* How many lines from line i on say the same. */
static uint32_t alike_from(const ofs_source *source, uint32_t i)
{
    ofs_str first = ofs_line_text(source, &source->lines[i]);
    uint32_t count = 1;
    while (i + count < source->line_count && ofs_equal(first, ofs_line_text(source, &source->lines[i + count])))
        count++;
    return count;
}

/* Most stand twice: not those of a text that says one thing again and again. */
static int are_doubled(const ofs_source *source)
{
    uint32_t twins = 0, others = 0;
    for (uint32_t i = 0, alike; i < source->line_count && others <= twins / TWINS_TO_ONE + 1; i += alike) {
        alike = alike_from(source, i);
        twins += alike == 2;
        others += alike != 2;
    }
    return twins >= LEAST_TWINS && others <= twins / TWINS_TO_ONE;
}

void ofs_leave_out_doubled_lines(ofs_source *source)
{
    uint32_t kept = 0;
    if (!are_doubled(source))
        return;
    for (uint32_t i = 0, alike; i < source->line_count; i += alike) {
        alike = alike_from(source, i);
        for (uint32_t k = 0; k < alike; k += 2)
            source->lines[kept++] = source->lines[i + k];
    }
    source->line_count = kept;
}
