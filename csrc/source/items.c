/* items.c: a text whose lines are the pieces in which a PDF draws it, as a program got that joined pdf.js's items with line
 * ends: the pieces of a printed line below each other, a space as a line of its own, an empty line where the printed line
 * ends. The pieces become lines again. May not decide what a line means. */
#include "source/cells.h"
#include "source/copies.h"

#include <string.h>

enum {
    OPENING = 4096, /* bytes, in which such a text has a space between pieces */
    LOOKED_AT = 64 * 1024,
    LEAST_SPACES = 8,
    FULL = 55 /* bytes of a line */
};

static int is_line_end(const char *p, const char *end)
{
    return p < end && *p == '\n';
}

/* A line that is one space may stand in the opening: in most texts none does, and no line need be looked at. */
static int may_have_space_line(ofs_str text)
{
    uint8_t lines[OFS_RUN];
    if (text.n < OPENING + 2 * OFS_RUN)
        return 1;
    for (const char *p = text.p; p - text.p <= OPENING; p += OFS_RUN) {
        for (int i = 0; i < OFS_RUN; i++)
            lines[i] = OFS_MARK_IF((p[i] == '\n') & (p[i + 1] == ' ') & (p[i + 2] == '\n'));
        if (ofs_any_in_run(lines))
            return 1;
    }
    return 0;
}

/* A line that is one space, where a sentence goes on behind it; lines that end the printed ones. A text whose lines are all
 * apart, or whose paragraphs are by a line with a space, has few of one of these. */
static int are_items(ofs_str text)
{
    const char *p = text.p, *end = text.p + (text.n < LOOKED_AT ? text.n : LOOKED_AT);
    uint32_t within = 0, between = 0, empty = 0;
    for (; (p = ofs_find_byte(p, end, '\n')) < end; p++) {
        if (!within && p - text.p > OPENING)
            return 0;
        if (p + 1 < end && ofs_is_visible(p[1]))
            continue; /* nearly every line */
        for (; is_line_end(p + 1, end); p++)
            empty++;
        if (end - p < 4 || p == text.p || p[-1] == '\n' || p[1] != ' ' || p[2] != '\n' || p[3] == '\n')
            continue;
        between++;
        within += ofs_is_lower(p[3]);
    }
    return within >= LEAST_SPACES && within * 4 > between && empty * 8 > between;
}

/* A letter alone that is no word, or an apostrophe. */
static int is_torn_off(ofs_str piece)
{
    uint32_t c;
    return ofs_utf8_next(piece.p, piece.p + piece.n, &c) == piece.n && c != 'a';
}

/* Whether the text at p goes on with the printed line, of which `length` bytes and last this piece stand before it: not
 * where that is as long as lines are, whose end may have no empty line. A word is torn behind its first letter, or before a
 * small one. */
static int goes_on(const char *p, const char *end, ofs_str piece, uint32_t length)
{
    char before = piece.p[piece.n - 1];
    if (before == ' ' || *p == ' ')
        return 1;
    if (ofs_is_lower(*p))
        return length < FULL || is_torn_off(piece);
    return ofs_is_digit(*p) ? ofs_is_digit(before) : !ofs_is_upper(*p) && !ofs_bullet_label(ofs_slice(p, end));
}

void ofs_read_items(ofs_source *source)
{
    if (!may_have_space_line(source->text) || !are_items(source->text))
        return;
    ofs_copying copy = ofs_begin_copy(source);
    const char *line = copy.out;
    while (copy.p < copy.end) {
        ofs_str piece = ofs_slice(copy.p, ofs_find_byte(copy.p, copy.end, '\n'));
        ofs_copy(&copy, piece.n);
        const char *p = copy.p;
        while (is_line_end(p, copy.end))
            p++;
        uint32_t ends = (uint32_t)(p - copy.p);
        int is_one = ends == 1 && piece.n && p < copy.end;
        if (is_one && goes_on(p, copy.end, piece, (uint32_t)(copy.out - line))) {
            ofs_copy_without(&copy, 1);
            continue;
        }
        if (ends > 1)
            ofs_copy_as(&copy, ends, ends < 3 ? OFS_LIT("\n") : OFS_LIT("\n\n"));
        else
            ofs_copy(&copy, ends);
        line = copy.out;
    }
    ofs_end_copy(&copy);
}
