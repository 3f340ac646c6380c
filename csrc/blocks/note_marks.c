/* note_marks.c: the marks of footnotes, raised digits that text keeps as plain ones, glued to what they mark.
 *
 * May drop only a mark whose footnote stands on the block's page, and each once. */
#include "blocks/blocks.h"
#include "base/text.h"

enum { MOST_DIGITS = 2, MOST_ON_A_PAGE = 40, LONGEST_MARKED = 64 * 1024 };

static int is_number(ofs_str mark)
{
    for (uint32_t i = 0; i < mark.n; i++)
        if (!ofs_is_digit(mark.p[i]))
            return 0;
    return mark.n && mark.n <= MOST_DIGITS;
}

/* A mark may stand at byte i: after the stop of a sentence, a comma, a bracket or quote that closes, and before a
 * space. */
static int may_stand(ofs_str text, uint32_t i, uint32_t n)
{
    if (i < 2 || (i + n < text.n && text.p[i + n] != ' '))
        return 0;
    unsigned char last = (unsigned char)text.p[i - 1], before = (unsigned char)text.p[i - 2];
    int closes = last == '.' || last == ',' || last == ';' || last == ':' || last == ')' || last == '?' || last == '"';
    int curly = i > 3 && last >= 0x98 && last <= 0x9D && before == 0x80; /* U+2018 to U+201D */
    return curly || (closes && !ofs_is_digit((char)before));
}

static int find_mark(ofs_str text, ofs_str mark, uint32_t *at)
{
    for (uint32_t i = 0; i + mark.n <= text.n; i++)
        if (text.p[i] == mark.p[0] && ofs_equal((ofs_str){text.p + i, mark.n}, mark) && may_stand(text, i, mark.n)) {
            *at = i;
            return 1;
        }
    return 0;
}

static void drop(ofs_arena *arena, ofs_str *text, uint32_t at, uint32_t n)
{
    ofs_str before = {text->p, at}, after = {text->p + at + n, text->n - at - n};
    *text = ofs_concat(arena, before, after);
}

void ofs_drop_note_marks(ofs_arena *arena, ofs_blocks *blocks)
{
    uint32_t first = 0, on_page = 0, page = 0;
    for (uint32_t i = 0; i < blocks->note_count; i++) {
        const ofs_block *note = &blocks->notes[i];
        ofs_str mark = ofs_trim(note->label);
        uint32_t at;
        on_page = note->page == page ? on_page + 1 : 0;
        page = note->page;
        if (!page || !is_number(mark) || on_page >= MOST_ON_A_PAGE)
            continue;
        while (first < blocks->count && blocks->at[first].last_page < note->page)
            first++;
        for (uint32_t k = first; k < blocks->count && blocks->at[k].page <= note->page; k++) {
            ofs_block *block = &blocks->at[k];
            if (block->kind == OFS_BLOCK_TABLE || block->text.n > LONGEST_MARKED || !find_mark(block->text, mark, &at))
                continue;
            drop(arena, &block->text, at, mark.n);
            break;
        }
    }
}
