/* note_marks.c: the marks of footnotes, raised digits that text keeps as plain ones, glued to what they mark.
 *
 * May drop only a mark whose footnote stands on the block's page, and each once. */
#include "blocks/blocks.h"
#include "base/text.h"
#include "facts/facts.h"

#include <string.h>

enum { MOST_DIGITS = 2, MOST_ON_A_PAGE = 40, LONGEST_MARKED = 64 * 1024 };

static int is_number(ofs_str mark)
{
    for (uint32_t i = 0; i < mark.n; i++)
        if (!ofs_is_digit(mark.p[i]))
            return 0;
    return mark.n && mark.n <= MOST_DIGITS;
}

/* 'CAMHS4': letters of which the last three are capitals; 'KS4' and 'F16' are names. */
static int ends_an_acronym(ofs_str before)
{
    uint32_t n = before.n;
    return n >= 3 && ofs_is_upper(before.p[n - 1]) && ofs_is_upper(before.p[n - 2]) && ofs_is_upper(before.p[n - 3]);
}

/* '56,2002': a number that has its thousands already. */
static int ends_thousands(ofs_str before)
{
    uint32_t n = before.n;
    return n > 4 && before.p[n - 4] == ',' && ofs_is_digit(before.p[n - 5]) && ofs_is_digit(before.p[n - 3]) &&
           ofs_is_digit(before.p[n - 2]) && ofs_is_digit(before.p[n - 1]);
}

/* '… in schools3, …', 'April 20144.', '16%5': a word, a year behind its month or a share, which end in no digit. */
static int ends_a_word(ofs_str before, int acronyms)
{
    uint32_t n = before.n, length;
    if (acronyms)
        return ends_an_acronym(before);
    char last = before.p[n - 1];
    if (last == '%' || ends_thousands(before))
        return 1;
    if (ofs_is_lower(last))
        return ofs_is_letter(before.p[n - 2]);
    return n > 5 && ofs_is_digit(last) && before.p[n - 5] == ' ' &&
           (!memcmp(before.p + n - 4, "20", 2) || !memcmp(before.p + n - 4, "19", 2)) &&
           ofs_is_digit(before.p[n - 2]) && ofs_month_ending((ofs_str){before.p, n - 5}, &length);
}

/* The text goes on behind a mark with a space, or with stops that a space follows. */
static int ends_here(ofs_str text, uint32_t i)
{
    static const char stops[] = ".,;:)?!";
    while (i < text.n && text.p[i] && strchr(stops, text.p[i]))
        i++;
    return i == text.n || text.p[i] == ' ';
}

/* A mark may stand at byte i: after a word, the stop of a sentence, a comma, a bracket or quote that closes, and before
 * a space or, after a word, a stop. */
static int may_stand(ofs_str text, uint32_t i, uint32_t n, int acronyms)
{
    if (i < 2 || !ends_here(text, i + n))
        return 0;
    if (ends_a_word((ofs_str){text.p, i}, acronyms))
        return 1;
    if (acronyms || (i + n < text.n && text.p[i + n] != ' '))
        return 0;
    unsigned char last = (unsigned char)text.p[i - 1], before = (unsigned char)text.p[i - 2];
    int closes = last == '.' || last == ',' || last == ';' || last == ':' || last == ')' || last == '?' || last == '"';
    int curly = i > 3 && last >= 0x98 && last <= 0x9D && before == 0x80; /* U+2018 to U+201D */
    return curly || (closes && !ofs_is_digit((char)before));
}

static int find_mark(ofs_str text, ofs_str mark, int acronyms, uint32_t *at)
{
    for (uint32_t i = 0; i + mark.n <= text.n; i++)
        if (text.p[i] == mark.p[0] && ofs_equal((ofs_str){text.p + i, mark.n}, mark) &&
            may_stand(text, i, mark.n, acronyms)) {
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

/* Drops the note's mark from the first block of its page, from block `first` on, that has it. */
static int drop_mark(ofs_arena *arena, ofs_blocks *blocks, uint32_t first, const ofs_block *note, int acronyms)
{
    ofs_str mark = ofs_trim(note->label);
    uint32_t at;
    for (uint32_t k = first; k < blocks->count && blocks->at[k].page <= note->page; k++) {
        ofs_block *block = &blocks->at[k];
        if (block->kind == OFS_BLOCK_TABLE || block->text.n > LONGEST_MARKED ||
            !find_mark(block->text, mark, acronyms, &at))
            continue;
        drop(arena, &block->text, at, mark.n);
        return 1;
    }
    return 0;
}

void ofs_drop_note_marks(ofs_arena *arena, ofs_blocks *blocks)
{
    uint32_t first = 0, on_page = 0, page = 0;
    for (uint32_t i = 0; i < blocks->note_count; i++) {
        const ofs_block *note = &blocks->notes[i];
        on_page = note->page == page ? on_page + 1 : 0;
        page = note->page;
        if (!page || !is_number(ofs_trim(note->label)) || on_page >= MOST_ON_A_PAGE)
            continue;
        while (first < blocks->count && blocks->at[first].last_page < note->page)
            first++;
        /* an acronym may end in a figure of its own: only where nothing else has the mark */
        if (!drop_mark(arena, blocks, first, note, 0))
            drop_mark(arena, blocks, first, note, 1);
    }
}
