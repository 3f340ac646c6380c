/* sections.c: the tree of sections, footnotes, and where the report ends and the publisher's boilerplate begins.
 *
 * May not know one framework's headings; a framework sets grade and depth through its heading reader. */
#include "outline/publisher.h"
#include "readers/readers.h"

#include <string.h>

/* '¹²' at the end, which only a footnote's mark is. */
static ofs_str without_raised(ofs_str text)
{
    uint32_t c;
    while (text.n >= 2) {
        uint32_t n = (unsigned char)text.p[text.n - 2] == 0xC2 ? 2 : 3;
        if (n > text.n || ofs_utf8_next(text.p + text.n - n, text.p + text.n, &c) != n || ofs_raised_digit(c) > 9)
            break;
        text = ofs_trim((ofs_str){text.p, text.n - n});
    }
    return text;
}

/* A footnote's mark that is glued to a heading: 'What needs to improve?1'. */
static ofs_str without_mark(ofs_str text)
{
    text = ofs_trim(text);
    if (text.n && ofs_is_letter(text.p[text.n - 1])) /* as nearly every one */
        return text;
    ofs_str trimmed = without_raised(text);
    uint32_t n = trimmed.n;
    while (n && ofs_is_digit(trimmed.p[n - 1]))
        n--;
    if (n == trimmed.n || !n || trimmed.n - n > 2)
        return trimmed;
    char before = trimmed.p[n - 1];
    int glued =
        ofs_is_letter(before) || before == '?' || before == ')' || before == ':' || (unsigned char)before >= 0x80;
    return glued ? (ofs_str){trimmed.p, n} : trimmed;
}

enum { MOST_NOTES = 256 }; /* of a page that are compared with each of its headings */

/* The first note on `page` or after it: notes stand in the order of their pages. */
static uint32_t first_note(const ofs_blocks *blocks, uint32_t page)
{
    uint32_t first = 0, end = blocks->note_count;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (blocks->notes[middle].page < page)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

ofs_str ofs_heading_text(ofs_reader *reader, const ofs_block *block)
{
    ofs_str text = without_mark(block->text);
    uint32_t first = first_note(&reader->blocks, block->page), end = reader->blocks.note_count;
    for (uint32_t i = first; i < end && i - first < MOST_NOTES;
         i++) { /* a mark set apart: 'What needs to improve? 1' */
        ofs_str mark = reader->blocks.notes[i].label;
        if (reader->blocks.notes[i].page != block->page)
            break;
        if (!mark.n || text.n <= mark.n + 1)
            continue;
        if (text.p[text.n - mark.n - 1] == ' ' && ofs_equal((ofs_str){text.p + text.n - mark.n, mark.n}, mark))
            text = ofs_trim((ofs_str){text.p, text.n - mark.n});
    }
    return text;
}

void ofs_append_to_heading(ofs_reader *reader, ofs_block *heading, ofs_str words, uint32_t end)
{
    ofs_joiner joiner = {reader->arena, NULL, 0, 0};
    ofs_join(&joiner, heading->text);
    ofs_join(&joiner, words);
    heading->text = ofs_joined(&joiner);
    heading->span.end = end;
}

static ofs_section *add_section(ofs_reader *reader, const ofs_block *block)
{
    ofs_section *section = ofs_add_section(reader);
    section->page = block->page;
    section->span = block->span;
    section->first_paragraph = reader->report->paragraph_count;
    section->depth = 1;
    return section;
}

static void add_heading(ofs_reader *reader, const ofs_block *block, ofs_heading_reader heading)
{
    ofs_section *section = add_section(reader, block);
    section->heading = ofs_heading_text(reader, block);
    section->level = block->level ? block->level : 2;
    if (heading)
        heading(reader, section, block);
}

static void add_paragraph(ofs_reader *reader, const ofs_block *block)
{
    if (!reader->report->section_count)
        add_section(reader, block);
    ofs_paragraph *paragraph = ofs_add_paragraph(reader);
    paragraph->text = block->text;
    paragraph->number = block->number;
    paragraph->kind = block->kind == OFS_BLOCK_ITEM ? OFS_ITEM : OFS_PARAGRAPH;
    paragraph->page = block->page;
    paragraph->last_page = block->last_page;
    paragraph->span = block->span;
    reader->report->sections[reader->report->section_count - 1].paragraph_count++;
}

enum { CELLS_FREE = 16 * 1024, CELLS_FOR_ONE = 64 };

/* Two cells can be a thousand million apart: a table that is nearly nothing but room is none. */
static int is_mostly_room(const ofs_grid *grid)
{
    return (uint64_t)grid->rows * grid->columns > CELLS_FREE + (uint64_t)grid->count * CELLS_FOR_ONE;
}

static void add_table(ofs_reader *reader, const ofs_block *block)
{
    const ofs_grid *grid = &reader->blocks.grids[block->grid];
    if (!grid->count || grid->is_judgements)
        return;
    if (is_mostly_room(grid)) {
        ofs_add_issue(reader, "too_large", "tables", ofs_place_of(block),
                      "A table with very many rows and columns but few cells was left out.");
        return;
    }
    ofs_table *table = ofs_add_table(reader);
    if (reader->report->section_count)
        table->heading = reader->report->sections[reader->report->section_count - 1].heading;
    table->page = block->page;
    table->rows = grid->rows;
    table->columns = grid->columns;
    table->cells = OFS_NEW_ARRAY(reader->arena, ofs_str, (size_t)grid->rows * grid->columns);
    for (uint32_t i = 0; i < grid->count; i++)
        table->cells[(size_t)grid->cells[i].row * grid->columns + grid->cells[i].column] = grid->cells[i].text;
}

void ofs_read_sections(ofs_reader *reader, uint32_t first, uint32_t end, ofs_heading_reader heading)
{
    for (uint32_t i = first; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_HEADING)
            add_heading(reader, block, heading);
        else if (block->kind == OFS_BLOCK_TABLE)
            add_table(reader, block);
        else
            add_paragraph(reader, block);
    }
}

/* Where a number is missing it may be the paragraph that lost it. */
int ofs_take_second_half(ofs_reader *reader, ofs_halves *halves, ofs_block *above, const ofs_block *block,
                         const ofs_block *end)
{
    if (!above->number || block->number || block->kind != OFS_BLOCK_PARAGRAPH || block->bold ||
        (block->in_table && !above->in_table))
        return 0;
    if (!halves->next || halves->next <= block)
        for (halves->next = block + 1;
             halves->next < end && !halves->next->number && halves->next->kind != OFS_BLOCK_HEADING;)
            halves->next++;
    uint32_t number = halves->next < end ? halves->next->number : 0;
    if (number ? number != above->number + 1 : halves->within)
        return 0;
    ofs_join_on(reader->arena, &halves->joiner, &above->text, block->text);
    above->span.end = block->span.end;
    above->last_page = block->last_page;
    return 1;
}

enum { LAST_BLOCKS = 5 };

/* '© Crown copyright 2018', where nothing else of the imprint was kept; older reports print it behind their cover, too. */
static int is_copyright(ofs_str text)
{
    return text.n > 2 && !memcmp(text.p, "\xC2\xA9", 2) &&
           ofs_phrase_at(ofs_trim((ofs_str){text.p + 2, text.n - 2}), "crown copyright");
}

uint32_t ofs_body_end(const ofs_reader *reader)
{
    return ofs_body_end_from(reader, 0);
}

uint32_t ofs_body_end_from(const ofs_reader *reader, uint32_t first)
{
    uint32_t count = reader->blocks.count;
    ofs_beginnings imprint = {.second = {0}};
    ofs_add_beginnings(&imprint, OFS_IMPRINT);
    for (uint32_t i = first; i < count; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_TABLE || block->kind == OFS_BLOCK_HEADING || block->number)
            continue;
        if ((ofs_may_begin_one(&imprint, block->text) && ofs_begins_with(block->text, OFS_IMPRINT)) ||
            (i + LAST_BLOCKS >= count && is_copyright(block->text)))
            return i;
    }
    return count;
}

/* The text up to the first of the phrases that it has. */
static ofs_str before(ofs_str text, const char *const *phrases)
{
    for (uint32_t length; *phrases; phrases++) {
        int64_t at = ofs_phrase_find(text, *phrases, &length);
        text.n = at < 0 ? text.n : (uint32_t)at;
    }
    return ofs_trim(text);
}

ofs_str ofs_before_boilerplate(ofs_str text)
{
    return before(before(text, OFS_COMPLAINTS), OFS_IMPRINT);
}

/* '³' → '3'; others as printed. */
static ofs_str plain_mark(ofs_arena *arena, ofs_str mark)
{
    char *digits = mark.n ? ofs_arena_bytes(arena, mark.n) : NULL;
    uint32_t count = 0, c;
    for (uint32_t i = 0; i < mark.n;) {
        i += ofs_utf8_next(mark.p + i, mark.p + mark.n, &c);
        if (ofs_raised_digit(c) > 9)
            return mark;
        digits[count++] = (char)('0' + ofs_raised_digit(c));
    }
    return count ? (ofs_str){digits, count} : mark;
}

void ofs_read_footnotes(ofs_reader *reader)
{
    for (uint32_t i = 0; i < reader->blocks.note_count; i++) {
        const ofs_block *note = &reader->blocks.notes[i];
        if (!note->text.n)
            continue;
        ofs_footnote *footnote = ofs_add_footnote(reader);
        footnote->mark = plain_mark(reader->arena, note->label);
        footnote->text = note->text;
        footnote->page = note->page;
    }
}

void ofs_check_paragraph_numbers(ofs_reader *reader)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < reader->report->paragraph_count; i++) {
        const ofs_paragraph *paragraph = &reader->report->paragraphs[i];
        uint32_t number = paragraph->number;
        if (!number)
            continue;
        ofs_place place = {paragraph->page, paragraph->span};
        if (last && number == last)
            ofs_add_issue_about(reader, "number_twice", "sections", place, "Paragraph number %s appears twice.",
                                ofs_decimal(reader->arena, number), OFS_NO_STR);
        else if (last && number != last + 1 && number != 1)
            ofs_add_issue_about(reader, "number_missing", "sections", place, "Paragraph %s follows paragraph %s.",
                                ofs_decimal(reader->arena, number), ofs_decimal(reader->arena, last));
        last = number;
    }
}
