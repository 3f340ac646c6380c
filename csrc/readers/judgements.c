/* judgements.c: the only way in for a grade, whatever place prints it, and the reader of judgement tables.
 *
 * May not infer a grade from prose. */
#include "readers/grade_columns.h"
#include "readers/readers.h"

#include <string.h>

enum { LEAST_ROWS = 2, FURTHEST_TABLE = 64 /* blocks: every table asks */ };

ofs_judgement *ofs_judgement_by_key(const ofs_report *report, const char *key)
{
    for (uint32_t i = 0; i < report->judgement_count; i++)
        if (ofs_equal(report->judgements[i].key, ofs_str_of(key)))
            return &report->judgements[i];
    return NULL;
}

/* The only way in for a grade. */

/* What is said where two places disagree, of the surer one and the other; of two of one kind the label and the other. */
static const char *conflict(ofs_judgement_source sure, ofs_judgement_source other)
{
    if (sure == other)
        return "'%s' has another grade here, '%s'; the first was kept.";
    if (sure == OFS_FROM_HEADING)
        return "The heading says '%s', the text says '%s'; the heading's grade was kept.";
    return other == OFS_FROM_HEADING ? "The table says '%s', the heading says '%s'; the table's grade was kept."
                                     : "The table says '%s', the text says '%s'; the table's grade was kept.";
}

static void file_conflict(ofs_reader *reader, const ofs_judgement *kept, const ofs_judgement *other)
{
    ofs_add_issue_about(reader, "grades_disagree", "judgements", (ofs_place){other->page, other->span},
                        conflict(kept->source, other->source),
                        kept->source == other->source ? kept->label : kept->printed, other->printed);
}

/* What is doubtful about a grade that no other place printed before. */
static void file_doubts(ofs_reader *reader, const ofs_offer *offer, ofs_str label)
{
    const ofs_row *row = offer->row;
    if (!row)
        ofs_add_issue_about(reader, "unknown_judgement", "judgements", offer->place,
                            offer->source == OFS_FROM_HEADING
                                ? "The heading '%s' has a grade but is not a judgement in this framework."
                                : "'%s' is not a judgement in this framework.",
                            label, OFS_NO_STR);
    else if (row->kind == OFS_ROW_MISPRINT || offer->is_near)
        ofs_add_issue_about(reader, "misprinted_label", "judgements", offer->place, "The row '%s' was read as '%s'.",
                            label, ofs_str_of(row->key));
    if (offer->grade == OFS_ADEQUATE && reader->framework->requires_improvement)
        ofs_add_issue_about(reader, "unreadable", "judgements", offer->place,
                            "'%s' is not a grade of this framework's scale.", offer->printed, OFS_NO_STR);
    if (row && row->kind != OFS_ROW_APART && offer->source == OFS_FROM_HEADING)
        ofs_add_issue_about(
            reader, "not_in_table", "judgements", offer->place,
            "The judgement table has no row that could be read for '%s'; the heading's grade was taken.", label,
            OFS_NO_STR);
}

int ofs_name_offer(const ofs_reader *reader, ofs_offer *offer)
{
    const ofs_framework *framework = reader->framework;
    offer->row = ofs_row_of(framework->rows, offer->label);
    offer->is_near = !offer->row && (offer->row = ofs_nearest_row(framework, offer->label)) != NULL;
    return offer->row != NULL;
}

/* What the number 3 alone says depends on the scale. */
static ofs_grade on_scale(const ofs_reader *reader, const ofs_offer *offer)
{
    uint32_t length;
    int is_number = offer->grade == OFS_ADEQUATE && ofs_phrase_find(offer->printed, "adequate", &length) < 0;
    return is_number && reader->framework->requires_improvement ? OFS_REQUIRES_IMPROVEMENT : offer->grade;
}

void ofs_offer_judgement(ofs_reader *reader, ofs_offer offer)
{
    const ofs_row *row = offer.row;
    offer.grade = on_scale(reader, &offer);
    ofs_judgement made = {.key = row ? ofs_str_of(row->key) : OFS_NO_STR,
                          .theme = row ? ofs_str_of(row->theme) : OFS_NO_STR,
                          .label = offer.label.n || !row ? ofs_trim_end(offer.label, ":-")
                                                         : ofs_row_name(reader->arena, row),
                          .printed = offer.printed,
                          .scope = offer.scope,
                          .grade = offer.grade,
                          .source = offer.source,
                          .page = offer.place.page,
                          .span = offer.place.span};
    if (offer.number_differs)
        ofs_add_issue_about(reader, "grades_disagree", "judgements", offer.place,
                            "The number and the word do not agree: '%s'; the word was kept.", offer.printed,
                            OFS_NO_STR);
    ofs_judgement *known = row ? ofs_judgement_by_key(reader->report, row->key) : NULL;
    if (!known) {
        file_doubts(reader, &offer, made.label);
        if (row || offer.source == OFS_FROM_TABLE)
            *ofs_add_judgement(reader) = made;
        return;
    }
    if (known->grade == made.grade)
        return;
    ofs_judgement other = made;
    if (made.source < known->source) {
        other = *known;
        *known = made;
    }
    file_conflict(reader, known, &other);
}

int ofs_has_two_grades(ofs_reader *reader, ofs_str before, ofs_grade grade, ofs_place place)
{
    ofs_span at;
    ofs_grade other;
    if (!ofs_find_grade(before, 0, OFS_LAST, &other, &at) || other == grade)
        return 0;
    ofs_add_issue_about(reader, "unreadable", "judgements", place, "No single grade could be read beside '%s'.",
                        ofs_trim_end((ofs_str){before.p, at.start}, ":-"), OFS_NO_STR);
    return 1;
}

/* The table. */

/* The scope that the rows being read belong to; row NULL: the framework's tables have none. */
typedef struct part {
    const ofs_row *row;
    ofs_str words;
} part;

/* '(continued)', '(cont'd)' and a footnote's mark are no words of a heading. */
static ofs_str without_tail(ofs_str text)
{
    static const char *const tails[] = {"(cont", "- cont", "continued", NULL};
    uint32_t n;
    int64_t at = ofs_find_one_of(text, tails, &n);
    if (at > 0)
        text.n = (uint32_t)at;
    text = ofs_trim_end(text, OFS_LABEL_ENDS);
    for (uint32_t c; text.n; text.n = n) {
        n = (uint32_t)(ofs_utf8_back(text.p, text.p + text.n) - text.p);
        ofs_utf8_next(text.p + n, text.p + text.n, &c);
        if (!ofs_is_digit(text.p[n]) && ofs_raised_digit(c) > 9)
            break;
    }
    return ofs_trim_end(text, OFS_LABEL_ENDS);
}

/* 'looked-after children' as 'looked after children'. */
static ofs_str without_hyphens(ofs_arena *arena, ofs_str text)
{
    char *copy = ofs_arena_bytes(arena, text.n);
    for (uint32_t i = 0; i < text.n; i++)
        copy[i] = text.p[i] == '-' ? ' ' : text.p[i];
    return (ofs_str){copy, text.n};
}

/* Most texts begin like no scope. */
static int may_begin_scope(const ofs_row *rows, ofs_str text)
{
    while (rows && rows->key && (rows->kind != OFS_ROW_SCOPE || !text.n || (*text.p | 0x20) != *rows->label))
        rows++;
    return rows && rows->key;
}

const ofs_row *ofs_scope_row(const ofs_reader *reader, ofs_str heading, ofs_str *words)
{
    const ofs_row *rows = reader->framework->rows;
    ofs_str behind_number = ofs_without_number(heading);
    if (!may_begin_scope(rows, behind_number))
        return NULL;
    const ofs_row *row = ofs_row_from(rows, OFS_ROW_SCOPE, heading);
    *words = ofs_trim_end(heading, OFS_LABEL_ENDS);
    if (!row) {
        *words = without_tail(behind_number);
        row = words->n ? ofs_row_from(rows, OFS_ROW_SCOPE, without_hyphens(reader->arena, *words)) : NULL;
    }
    return row && row->kind == OFS_ROW_SCOPE ? row : NULL;
}

/* The text is a heading that begins the rows of another scope. */
static int enter_scope(const ofs_reader *reader, part *in, ofs_str text)
{
    ofs_str words;
    const ofs_row *row = ofs_scope_row(reader, text, &words);
    if (row)
        *in = (part){row, words};
    return row != NULL;
}

/* The grade that a cell is, if it is one; its number and its word may differ. In brackets may stand an earlier one. */
typedef struct cell_grade {
    ofs_grade grade;
    int number_differs;
    ofs_str printed, earlier;
} cell_grade;

/* What is read of a grid: the scope that its rows are in, its columns, how grades are printed. */
typedef struct judgement_table {
    part in;
    ofs_grade_columns columns;
    int is_undecided; /* no header says which of several columns is this inspection's */
    ofs_grade_reader figure;
    const ofs_grid *grid;
    cell_grade *grades; /* of each of its cells */
} judgement_table;

/* A row of it: cells [first, end). */
typedef struct row_cells {
    uint32_t first, end;
} row_cells;

/* The next row: 1, or 0 where there is none. The first time `row` is {0, 0}. */
static int next_row(const ofs_grid *grid, row_cells *row)
{
    row->first = row->end;
    while (row->end < grid->count && grid->cells[row->end].row == grid->cells[row->first].row)
        row->end++;
    return row->end > row->first;
}

static void read_grades(ofs_reader *reader, judgement_table *table)
{
    table->grades = OFS_NEW_ARRAY(reader->arena, cell_grade, table->grid->count + 1);
    for (uint32_t i = 0; i < table->grid->count; i++) {
        cell_grade *found = &table->grades[i];
        ofs_str text = found->printed = ofs_before_earlier_grade(table->grid->cells[i].text, &found->earlier);
        int agree = 1;
        int is_grade = table->figure ? table->figure(text, &found->grade)
                                     : ofs_read_grade(text, &found->grade) ||
                                           ofs_numbered_grade_at(text, 0, &found->grade, &agree) ||
                                           ofs_read_numbered_grade(text, &found->grade, &agree);
        if (!is_grade)
            found->grade = OFS_GRADE_NONE;
        found->number_differs = !agree;
    }
}

static ofs_column_kind kind_of(const judgement_table *table, const ofs_cell *cell)
{
    return cell->column < OFS_MOST_COLUMNS ? table->columns.kinds[cell->column] : OFS_COLUMN_UNSURE;
}

/* A row's grade is that of this inspection's column. Where no header says which that is, it is the only one. */
typedef struct row_grade {
    const ofs_cell *cell;
    ofs_str printed;
    ofs_grade grade;
    int number_differs, is_two;
} row_grade;

static row_grade choose_grade(const judgement_table *table, row_cells row)
{
    row_grade chosen = {0};
    uint32_t now = ofs_column_now(&table->columns);
    for (uint32_t i = row.first; i < row.end; i++) {
        const ofs_cell *cell = &table->grid->cells[i];
        const cell_grade *here = &table->grades[i];
        if (!here->grade || (now != OFS_NO_COLUMN ? cell->column != now : kind_of(table, cell) >= OFS_COLUMN_BEFORE))
            continue;
        chosen.is_two |= chosen.cell && (table->figure || here->grade != chosen.grade);
        chosen.cell = cell;
        chosen.printed = here->printed;
        chosen.grade = here->grade;
        chosen.number_differs |= here->number_differs;
    }
    chosen.is_two |= chosen.cell && table->is_undecided;
    return chosen;
}

/* The first cell with words that are not a number ('2.') and not a grade. */
static const ofs_cell *label_of(const judgement_table *table, row_cells row)
{
    for (uint32_t i = row.first; i < row.end; i++)
        if (!table->grades[i].grade && ofs_without_number(table->grid->cells[i].text).n)
            return &table->grid->cells[i];
    return NULL;
}

/* Another judgement's label beside it, as where a page that lost a tag runs two rows together: whose is the grade? */
static int has_two_labels(const ofs_reader *reader, const judgement_table *table, const ofs_cell *label, row_cells row)
{
    const ofs_row *rows = reader->framework->rows, *own = ofs_row_of(rows, ofs_without_number(label->text)), *other;
    for (uint32_t i = row.first; i < row.end; i++)
        if (own && !table->grades[i].grade &&
            (other = ofs_row_of(rows, ofs_without_number(table->grid->cells[i].text))) != NULL &&
            strcmp(own->key, other->key) != 0)
            return 1;
    return 0;
}

static void add_previous_grades(ofs_reader *reader, const judgement_table *table, ofs_str label, row_cells row)
{
    for (uint32_t i = row.first; i < row.end; i++) {
        const ofs_cell *cell = &table->grid->cells[i];
        const cell_grade *here = &table->grades[i];
        uint32_t year = 0;
        ofs_grade grade = OFS_GRADE_NONE;
        ofs_span at;
        if (kind_of(table, cell) == OFS_COLUMN_BEFORE) {
            year = table->columns.years[cell->column];
            grade = here->grade;
        } else if (here->grade && ofs_find_grade(here->earlier, 0, OFS_FIRST, &grade, &at)) {
            year = ofs_find_year(here->earlier, OFS_LAST, &at.start);
        }
        if (grade)
            *ofs_add_previous_judgement(reader) = (ofs_previous_judgement){year, label, grade};
    }
}

/* A grade beside the one that was chosen, of which no header says whose or when it is. */
static void check_left_grades(ofs_reader *reader, const judgement_table *table, const ofs_offer *offer, row_cells row)
{
    uint32_t left = 0;
    for (uint32_t i = row.first; i < row.end; i++)
        left += table->grades[i].grade && kind_of(table, &table->grid->cells[i]) < OFS_COLUMN_BEFORE;
    if (left > 1 && !ofs_has_issue(reader->report, "unreadable", "previous_judgements", NULL))
        ofs_add_issue_about(reader, "unreadable", "previous_judgements", offer->place,
                            "Beside '%s' stands a second grade; no header says whose or of when it is.", offer->label,
                            OFS_NO_STR);
}

/* 'The LSCB is inadequate' in a cell of its own, beside the row's words and its grade. */
static void check_other_cells(ofs_reader *reader, const judgement_table *table, const ofs_cell *label, row_cells row)
{
    ofs_grade grade;
    ofs_span at;
    for (uint32_t i = row.first; i < row.end; i++) {
        const ofs_cell *cell = &table->grid->cells[i];
        if (cell == label || table->grades[i].grade || !ofs_find_grade(cell->text, 0, OFS_FIRST, &grade, &at))
            continue;
        ofs_add_issue_about(reader, "unreadable", "judgements", (ofs_place){cell->page, cell->span},
                            "What stands beside '%s' names a grade and was not read: '%s'.", label->text, cell->text);
    }
}

static void read_row(ofs_reader *reader, judgement_table *table, row_cells row)
{
    const ofs_cell *label = label_of(table, row);
    row_grade graded = choose_grade(table, row);
    if (!label || (!graded.cell && enter_scope(reader, &table->in, label->text)))
        return;
    ofs_offer offer = {.label = ofs_without_number(label->text),
                       .scope = table->in.words,
                       .grade = graded.grade,
                       .source = OFS_FROM_TABLE,
                       .place = {label->page, label->span},
                       .number_differs = graded.number_differs};
    if (table->in.row)
        offer.row = ofs_row_in(table->in.row, offer.label);
    else
        ofs_name_offer(reader, &offer);
    if (offer.row)
        add_previous_grades(reader, table, offer.label, row);
    graded.is_two |= graded.cell && has_two_labels(reader, table, label, row);
    if (graded.is_two || (!graded.cell && offer.row && offer.row->kind < OFS_ROW_GROUP))
        ofs_add_issue_about(reader, "unreadable", "judgements", offer.place,
                            graded.is_two ? "No single grade could be read beside '%s'."
                                          : "No grade could be read beside '%s'.",
                            offer.label, OFS_NO_STR);
    if (graded.is_two || !graded.cell)
        return;
    check_left_grades(reader, table, &offer, row);
    check_other_cells(reader, table, label, row);
    offer.printed = graded.printed;
    if (graded.cell->span.end > label->span.end)
        offer.place.span.end = graded.cell->span.end;
    ofs_offer_judgement(reader, offer);
}

uint32_t ofs_judgement_rows(const ofs_reader *reader, const ofs_block *block)
{
    if (block->kind != OFS_BLOCK_TABLE)
        return 0;
    const ofs_grid *grid = &reader->blocks.grids[block->grid];
    uint32_t known = 0;
    for (uint32_t i = 0; i < grid->count; i++)
        known += ofs_row_of(reader->framework->rows, ofs_without_number(grid->cells[i].text)) != NULL;
    return known;
}

/* The columns in which grades stand; the first cell that is one, or the grid's count. */
static uint32_t find_grades(const judgement_table *table, ofs_grade_columns *found)
{
    uint32_t first = table->grid->count;
    for (uint32_t i = table->grid->count; i--;) {
        uint32_t column = table->grid->cells[i].column;
        if (column >= OFS_MOST_COLUMNS || !table->grades[i].grade)
            continue;
        found->graded[column] = 1;
        first = i;
    }
    return first;
}

/* Most rows print two grades that differ, or some columns are certainly not this inspection's, and no header says which
 * one is. A stray grade in one row makes the others no less sure. */
static int is_undecided(const judgement_table *table)
{
    uint32_t rows = 0, doubtful = 0;
    if (ofs_column_now(&table->columns) != OFS_NO_COLUMN)
        return 0;
    for (row_cells row = {0, 0}; next_row(table->grid, &row);) {
        row_grade chosen = choose_grade(table, row);
        rows += chosen.cell != NULL;
        doubtful += chosen.is_two != 0;
    }
    return 2 * doubtful > rows || ofs_has_other_columns(&table->columns);
}

/* The row of headers that begins at cell i has one above each column with grades. */
static int heads_all(const ofs_grid *grid, uint32_t i, const ofs_grade_columns *columns)
{
    uint32_t row = grid->cells[i].row, graded = 0, headed = 0;
    for (uint32_t k = 0; k < OFS_MOST_COLUMNS; k++)
        graded += columns->graded[k];
    for (; i < grid->count && grid->cells[i].row == row; i++)
        headed += grid->cells[i].column < OFS_MOST_COLUMNS && columns->graded[grid->cells[i].column];
    return headed == graded;
}

/* Where a row of headers has one above each column, another that has not is of several columns together. */
static int has_complete_headers(const ofs_grid *grid, uint32_t first, const ofs_grade_columns *columns)
{
    for (row_cells row = {0, 0}; next_row(grid, &row) && row.end <= first;)
        if (heads_all(grid, row.first, columns))
            return 1;
    return 0;
}

/* The columns' headers stand above the first grade. A table that a page break has cut in two goes on without any. */
static void read_columns(ofs_reader *reader, judgement_table *table)
{
    const ofs_grid *grid = table->grid;
    ofs_grade_columns headed = {0};
    uint32_t first = find_grades(table, &headed), heads = 0, begin = 0;
    int is_complete = has_complete_headers(grid, first, &headed);
    for (uint32_t i = 0; i < first && first < grid->count; i++) {
        const ofs_cell *cell = &grid->cells[i];
        begin = cell->row == grid->cells[begin].row ? begin : i;
        if (cell->row == grid->cells[first].row || cell->column >= OFS_MOST_COLUMNS || !headed.graded[cell->column])
            continue;
        if (is_complete && !heads_all(grid, begin, &headed))
            continue;
        ofs_head_column(reader, &headed, cell->column, cell->text);
        heads++;
    }
    memcpy(table->columns.graded, headed.graded, sizeof headed.graded);
    ofs_head_by_years(&headed);
    if (heads)
        table->columns = headed;
    table->is_undecided = 0;
    table->is_undecided = is_undecided(table);
}

/* Grades stand in two columns of it: the words above it may be the columns' headers. */
static int has_columns_of_grades(const ofs_grid *grid)
{
    uint32_t column = UINT32_MAX;
    ofs_grade grade;
    for (uint32_t i = 0; i < grid->count; i++) {
        if (!ofs_read_grade(grid->cells[i].text, &grade))
            continue;
        if (column != UINT32_MAX && column != grid->cells[i].column)
            return 1;
        column = grid->cells[i].column;
    }
    return 0;
}

/* What stands right above it: 'Annex: outcomes of the last inspection', which says that it is an earlier one's; *year gets
 * the year that is named there, or 0. */
static int is_headed_earlier(const ofs_reader *reader, uint32_t block, uint32_t *year)
{
    const ofs_block *above = block ? &reader->blocks.at[block - 1] : NULL;
    *year = 0;
    return above && above->kind != OFS_BLOCK_TABLE && above->text.n && ofs_heads_earlier(above->text, year);
}

/* Another such table, not far from it, stands below a later year. */
static int is_outdated(const ofs_reader *reader, uint32_t block, uint32_t year)
{
    uint32_t other, count = reader->blocks.count, i = block > FURTHEST_TABLE ? block - FURTHEST_TABLE : 0;
    for (; year && i < count && i <= block + FURTHEST_TABLE; i++)
        if (ofs_judgement_rows(reader, &reader->blocks.at[i]) >= LEAST_ROWS && !is_headed_earlier(reader, i, &other) &&
            other > year)
            return 1;
    return 0;
}

/* It is an earlier inspection's, by the words or the year above it; *year gets that inspection's, or 0. */
static int is_earlier(const ofs_reader *reader, uint32_t block, uint32_t *year)
{
    return (is_headed_earlier(reader, block, year) || is_outdated(reader, block, *year)) &&
           !has_columns_of_grades(&reader->blocks.grids[reader->blocks.at[block].grid]);
}

uint32_t ofs_after_judgement_tables(const ofs_reader *reader, uint32_t first, uint32_t end)
{
    uint32_t year;
    while (end > first &&
           (!ofs_judgement_rows(reader, &reader->blocks.at[end - 1]) || is_earlier(reader, end - 1, &year)))
        end--;
    return end;
}

static void open_table(ofs_reader *reader, judgement_table *table, const ofs_block *block)
{
    table->grid = &reader->blocks.grids[block->grid];
    read_grades(reader, table);
}

/* Every row with a single grade. It stays a table of the report, too. */
static void read_earlier_table(ofs_reader *reader, const judgement_table *table, uint32_t year)
{
    for (row_cells row = {0, 0}; next_row(table->grid, &row);) {
        const ofs_cell *label = label_of(table, row);
        row_grade graded = choose_grade(table, row);
        if (label && graded.cell && !graded.is_two)
            *ofs_add_previous_judgement(reader) =
                (ofs_previous_judgement){.year = year, .label = ofs_without_number(label->text), .grade = graded.grade};
    }
}

void ofs_read_judgement_tables(ofs_reader *reader, uint32_t first, uint32_t end, ofs_grade_reader figure)
{
    judgement_table table = {.in = {NULL, OFS_NO_STR}, .figure = figure};
    uint32_t year;
    for (uint32_t i = first; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind != OFS_BLOCK_TABLE)
            enter_scope(reader, &table.in, block->text);
        if (!ofs_judgement_rows(reader, block))
            continue;
        open_table(reader, &table, block);
        if (is_earlier(reader, i, &year)) {
            read_earlier_table(reader, &table, year);
            continue;
        }
        read_columns(reader, &table);
        for (row_cells row = {0, 0}; next_row(table.grid, &row);)
            read_row(reader, &table, row);
        reader->blocks.grids[block->grid].is_judgements = 1;
    }
}

void ofs_read_earlier_tables(ofs_reader *reader, uint32_t first, uint32_t end)
{
    judgement_table table = {.in = {NULL, OFS_NO_STR}};
    uint32_t year;
    for (uint32_t i = first; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (!ofs_judgement_rows(reader, block) || !is_earlier(reader, i, &year))
            continue;
        open_table(reader, &table, block);
        read_earlier_table(reader, &table, year);
    }
}
