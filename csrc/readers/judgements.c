/* judgements.c: the judgement table, and the grades that headings repeat. Table first; where they disagree the
 * table's grade stands and an issue says so.
 *
 * May not infer a grade from prose. */
#include "readers/readers.h"

#include <string.h>

ofs_judgement *ofs_judgement_by_key(const ofs_report *report, const char *key)
{
    for (uint32_t i = 0; i < report->judgement_count; i++)
        if (ofs_equal(report->judgements[i].key, ofs_str_of(key)))
            return &report->judgements[i];
    return NULL;
}

static ofs_place place_of(const ofs_cell *cell)
{
    return (ofs_place){cell->page, cell->span};
}

/* '2.1 Adoption performance' → 'Adoption performance'. */
static ofs_str without_number(ofs_str label)
{
    uint32_t i = 0;
    while (i < label.n && (ofs_is_digit(label.p[i]) || label.p[i] == '.' || label.p[i] == ' '))
        i++;
    return ofs_trim((ofs_str){label.p + i, label.n - i});
}

static int read_numbered_grade(ofs_reader *reader, const ofs_cell *cell, ofs_grade *grade)
{
    int agree;
    if (!ofs_numbered_grade_at(cell->text, 0, grade, &agree))
        return 0;
    if (!agree)
        ofs_add_issue_about(reader, "grades_disagree", "judgements", place_of(cell),
                            "The number and the word do not agree: '%s'; the word was kept.", cell->text, OFS_NO_STR);
    return 1;
}

/* The scope that the rows being read belong to; row NULL: the framework's tables have none. */
typedef struct part {
    const ofs_row *row;
    ofs_str words;
} part;

static const ofs_row *row_of(const ofs_reader *reader, const part *in, ofs_str label)
{
    return in->row ? ofs_row_in(in->row, label) : ofs_row_of(reader->framework->rows, label);
}

/* The text is a heading that begins the rows of another scope. */
static int enter_scope(const ofs_reader *reader, part *in, ofs_str text)
{
    const ofs_row *row = ofs_row_from(reader->framework->rows, OFS_ROW_SCOPE, text);
    if (!row || row->kind != OFS_ROW_SCOPE)
        return 0;
    *in = (part){row, ofs_trim_end(text, ".:?")};
    return 1;
}

static void add(ofs_reader *reader, const part *in, const ofs_row *row, const ofs_cell *label,
                const ofs_cell *grade_cell, ofs_grade grade)
{
    ofs_str words = without_number(label->text);
    ofs_place place = {label->page, {label->span.start, grade_cell->span.end}};
    if (place.span.end < label->span.end)
        place.span.end = label->span.end;
    ofs_judgement *known = row ? ofs_judgement_by_key(reader->report, row->key) : NULL;
    if (known) {
        if (known->grade != grade)
            ofs_add_issue_about(reader, "grades_disagree", "judgements", place,
                                "'%s' stands in the table twice, with different grades; the first was kept.", words,
                                OFS_NO_STR);
        return;
    }
    ofs_judgement *made = ofs_add_judgement(reader);
    made->key = row ? ofs_str_of(row->key) : OFS_NO_STR;
    made->theme = row ? ofs_str_of(row->theme) : OFS_NO_STR;
    made->label = words;
    made->scope = in->words;
    made->printed = grade_cell->text;
    made->grade = grade;
    made->source = OFS_FROM_TABLE;
    made->page = label->page;
    made->span = place.span;
    if (row && row->kind == OFS_ROW_MISPRINT)
        ofs_add_issue_about(reader, "misprinted_label", "judgements", place, "The row '%s' was read as '%s'.", words,
                            ofs_str_of(row->key));
    if (!row)
        ofs_add_issue_about(reader, "unknown_judgement", "judgements", place,
                            "'%s' is no judgement that this framework has.", words, OFS_NO_STR);
}

/* The row's first cell with words that are not a number ('2.') and not a grade, and the cell that is a grade. */
static void read_row(ofs_reader *reader, part *in, const ofs_grid *grid, uint32_t from, uint32_t to)
{
    const ofs_cell *label = NULL, *grade_cell = NULL;
    ofs_grade grade = OFS_GRADE_NONE, read;
    for (uint32_t i = from; i < to; i++) {
        const ofs_cell *cell = &grid->cells[i];
        if (ofs_read_grade(cell->text, &read) || read_numbered_grade(reader, cell, &read)) {
            grade = read;
            grade_cell = cell;
        } else if (!label && without_number(cell->text).n) {
            label = cell;
        }
    }
    if (!label || (!grade_cell && enter_scope(reader, in, label->text)))
        return;
    const ofs_row *row = row_of(reader, in, without_number(label->text));
    if (grade_cell)
        add(reader, in, row, label, grade_cell, grade);
    else if (row && row->kind < OFS_ROW_GROUP)
        ofs_add_issue_about(reader, "unreadable", "judgements", place_of(label), "No grade could be read beside '%s'.",
                            without_number(label->text), OFS_NO_STR);
}

/* How many rows of the grid have a label of the framework's. */
static uint32_t known_rows(const ofs_reader *reader, const ofs_grid *grid)
{
    uint32_t known = 0;
    for (uint32_t i = 0; i < grid->count; i++)
        known += ofs_row_of(reader->framework->rows, without_number(grid->cells[i].text)) != NULL;
    return known;
}

static void read_grid(ofs_reader *reader, part *in, const ofs_grid *grid)
{
    for (uint32_t i = 0, end; i < grid->count; i = end) {
        for (end = i + 1; end < grid->count && grid->cells[end].row == grid->cells[i].row; end++)
            ;
        read_row(reader, in, grid, i, end);
    }
}

uint32_t ofs_read_judgement_tables(ofs_reader *reader, uint32_t first, uint32_t end)
{
    uint32_t after = first;
    part in = {NULL, OFS_NO_STR};
    for (uint32_t i = first; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind != OFS_BLOCK_TABLE)
            enter_scope(reader, &in, block->text);
        if (block->kind != OFS_BLOCK_TABLE || !known_rows(reader, &reader->blocks.grids[block->grid]))
            continue;
        read_grid(reader, &in, &reader->blocks.grids[block->grid]);
        reader->blocks.grids[block->grid].is_judgements = 1;
        after = i + 1;
    }
    return after;
}

void ofs_check_grade(ofs_reader *reader, const char *key, ofs_grade grade, ofs_str printed, ofs_place place)
{
    const ofs_judgement *judgement = ofs_judgement_by_key(reader->report, key);
    if (!judgement || judgement->grade == grade)
        return;
    ofs_add_issue_about(reader, "grades_disagree", "judgements", place,
                        "The table says '%s', the heading says '%s'; the table's grade was kept.", judgement->printed,
                        printed);
}
