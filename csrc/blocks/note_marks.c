/* note_marks.c: the marks of footnotes, raised digits that text keeps as plain ones, glued to what they mark.
 *
 * May drop only a mark whose footnote stands on the block's page, or below it where pages are not known, and each once. */
#include "blocks/blocks.h"
#include "base/text.h"
#include "facts/facts.h"

#include <string.h>

enum { MOST_DIGITS = 2, MOST_ON_A_PAGE = 40, LONGEST_MARKED = 64 * 1024, LONGEST_HEADING = 120 };

/* What a mark looks like in the words: plain digits; the same behind an acronym, which may end in a figure of its own;
 * raised ones, which are a mark wherever they stand; plain ones in front of a heading ('1Summary'). */
typedef enum mark_form { PLAIN, AFTER_ACRONYM, RAISED, BEFORE_HEADING, FORM_COUNT } mark_form;

/* Of plain or raised digits; 0: no mark, or too long a one. */
static uint32_t number_of(ofs_str mark)
{
    uint32_t number = 0, count = 0, c;
    for (uint32_t i = 0; i < mark.n; count++) {
        i += ofs_utf8_next(mark.p + i, mark.p + mark.n, &c);
        uint32_t digit = c - '0' < 10 ? c - '0' : ofs_raised_digit(c);
        if (digit > 9)
            return 0;
        number = number * 10 + digit;
    }
    return count <= MOST_DIGITS ? number : 0;
}

static ofs_str print_mark(ofs_arena *arena, uint32_t number, mark_form form)
{
    static const char *const raised[] = {"\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",
                                         "\xE2\x81\xB4", "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7",
                                         "\xE2\x81\xB8", "\xE2\x81\xB9"};
    if (form != RAISED)
        return ofs_decimal(arena, number);
    ofs_str last = ofs_str_of(raised[number % 10]);
    return number < 10 ? last : ofs_concat(arena, ofs_str_of(raised[number / 10]), last);
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

/* Behind anything but a space, and no part of a longer one. */
static int is_raised_mark(ofs_str text, uint32_t i, uint32_t n)
{
    uint32_t c = 0;
    if (i + n < text.n)
        ofs_utf8_next(text.p + i + n, text.p + text.n, &c);
    return i && text.p[i - 1] != ' ' && ofs_raised_digit(c) > 9;
}

/* A mark may stand at byte i: after a word, the stop of a sentence, a comma, a bracket or quote that closes, and before
 * a space or, after a word, a stop. */
static int may_stand(ofs_str text, uint32_t i, uint32_t n, mark_form form)
{
    int acronyms = form == AFTER_ACRONYM;
    if (form == RAISED)
        return is_raised_mark(text, i, n);
    if (i < 2 || !ends_here(text, i + n))
        return 0;
    if (ends_a_word((ofs_str){text.p, i}, acronyms))
        return 1;
    if (acronyms)
        return 0;
    unsigned char last = (unsigned char)text.p[i - 1], before = (unsigned char)text.p[i - 2];
    int closes = last == '.' || last == ',' || last == ';' || last == ':' || last == ')' || last == '?' || last == '"';
    int curly = i > 3 && last >= 0x98 && last <= 0x9D && before == 0x80; /* U+2018 to U+201D */
    if (i + n < text.n && text.p[i + n] != ' ') /* 'homes’3, …' */
        return curly && ofs_is_letter(text.p[i - 4]);
    return curly || (closes && !ofs_is_digit((char)before));
}

static int find_mark(ofs_str text, ofs_str mark, mark_form form, uint32_t *at)
{
    if (text.n < mark.n)
        return 0;
    const char *end = text.p + text.n - mark.n + 1;
    for (const char *p = text.p; (p = ofs_find_byte(p, end, *mark.p)) < end; p++)
        if (ofs_equal((ofs_str){p, mark.n}, mark) && may_stand(text, (uint32_t)(p - text.p), mark.n, form)) {
            *at = (uint32_t)(p - text.p);
            return 1;
        }
    return 0;
}

/* '1Information about this area', where the mark was typed first: a heading, tagged as one or not. */
static int is_heading_behind(const ofs_block *block, ofs_str mark)
{
    ofs_str text = block->text;
    int may_be = block->kind == OFS_BLOCK_HEADING ||
                 (block->kind == OFS_BLOCK_PARAGRAPH && text.n <= LONGEST_HEADING && !block->label.n);
    return may_be && text.n > mark.n && text.p[text.n - 1] != '.' && ofs_is_upper(text.p[mark.n]) &&
           ofs_equal((ofs_str){text.p, mark.n}, mark);
}

static int is_marked(const ofs_block *block, ofs_str mark, mark_form form, uint32_t *at)
{
    if (block->kind == OFS_BLOCK_TABLE || block->text.n > LONGEST_MARKED)
        return 0;
    if (form != BEFORE_HEADING)
        return find_mark(block->text, mark, form, at);
    *at = 0;
    return is_heading_behind(block, mark);
}

static void drop(ofs_arena *arena, ofs_str *text, uint32_t at, uint32_t n)
{
    ofs_str before = {text->p, at}, after = {text->p + at + n, text->n - at - n};
    *text = ofs_concat(arena, before, after);
}

/* The block is on the note's page or, where pages are not known, above the note. */
static int is_in_reach(const ofs_block *block, const ofs_block *note)
{
    return note->page ? block->page <= note->page : block->span.start < note->span.start;
}

/* Drops the note's mark from the first block in its reach, from block *first on, that has it. */
static int drop_mark(ofs_arena *arena, ofs_blocks *blocks, uint32_t *first, const ofs_block *note, mark_form form)
{
    ofs_str mark = print_mark(arena, number_of(ofs_trim(note->label)), form);
    uint32_t at;
    for (uint32_t k = *first; k < blocks->count && is_in_reach(&blocks->at[k], note); k++) {
        ofs_block *block = &blocks->at[k];
        if (!is_marked(block, mark, form, &at))
            continue;
        drop(arena, &block->text, at, mark.n);
        *first = note->page ? *first : k; /* the next one stands behind it */
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
        if (!number_of(ofs_trim(note->label)) || on_page >= MOST_ON_A_PAGE)
            continue;
        while (first < blocks->count && blocks->at[first].last_page < note->page)
            first++;
        for (mark_form form = PLAIN; form < FORM_COUNT; form++)
            if (drop_mark(arena, blocks, &first, note, form))
                break;
    }
}
