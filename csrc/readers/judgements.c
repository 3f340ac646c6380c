/* judgements.c: the only way in for a grade, whatever place prints it, and the reader of judgement tables.
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
    else if (row->kind == OFS_ROW_MISPRINT)
        ofs_add_issue_about(reader, "misprinted_label", "judgements", offer->place, "The row '%s' was read as '%s'.",
                            label, ofs_str_of(row->key));
    if (row && row->kind != OFS_ROW_APART && offer->source == OFS_FROM_HEADING)
        ofs_add_issue_about(
            reader, "not_in_table", "judgements", offer->place,
            "The judgement table has no row that could be read for '%s'; the heading's grade was taken.", label,
            OFS_NO_STR);
}

void ofs_offer_judgement(ofs_reader *reader, ofs_offer offer)
{
    const ofs_row *row = offer.row;
    ofs_judgement made = {.key = row ? ofs_str_of(row->key) : OFS_NO_STR,
                          .theme = row ? ofs_str_of(row->theme) : OFS_NO_STR,
                          .label = offer.label.n || !row ? offer.label : ofs_row_name(reader->arena, row),
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

/* The table. */

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

/* The row's first cell with words that are not a number ('2.') and not a grade, and the one grade beside it. */
static void read_row(ofs_reader *reader, part *in, const ofs_cell *cells, uint32_t count, ofs_grade_reader figure)
{
    const ofs_cell *label = NULL, *graded = NULL;
    ofs_offer offer = {.source = OFS_FROM_TABLE};
    int two = 0;
    for (uint32_t i = 0; i < count; i++) {
        ofs_grade grade;
        int agree = 1;
        if (figure ? figure(cells[i].text, &grade)
                   : ofs_read_grade(cells[i].text, &grade) || ofs_numbered_grade_at(cells[i].text, 0, &grade, &agree)) {
            two |= graded && (figure || grade != offer.grade);
            graded = &cells[i];
            offer.grade = grade;
            offer.number_differs |= !agree;
        } else if (!label && ofs_without_number(cells[i].text).n) {
            label = &cells[i];
        }
    }
    if (!label || (!graded && enter_scope(reader, in, label->text)))
        return;
    offer.label = ofs_without_number(label->text);
    offer.row = row_of(reader, in, offer.label);
    offer.scope = in->words;
    offer.place = (ofs_place){label->page, label->span};
    if (two || (!graded && offer.row && offer.row->kind < OFS_ROW_GROUP))
        ofs_add_issue_about(reader, "unreadable", "judgements", offer.place,
                            two ? "No single grade could be read beside '%s'." : "No grade could be read beside '%s'.",
                            offer.label, OFS_NO_STR);
    if (two || !graded)
        return;
    offer.printed = graded->text;
    if (graded->span.end > label->span.end)
        offer.place.span.end = graded->span.end;
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

static void read_grid(ofs_reader *reader, part *in, const ofs_grid *grid, ofs_grade_reader figure)
{
    for (uint32_t i = 0, end; i < grid->count; i = end) {
        for (end = i + 1; end < grid->count && grid->cells[end].row == grid->cells[i].row; end++)
            ;
        read_row(reader, in, &grid->cells[i], end - i, figure);
    }
}

uint32_t ofs_read_judgement_tables(ofs_reader *reader, uint32_t first, uint32_t end, ofs_grade_reader figure)
{
    uint32_t after = first;
    part in = {NULL, OFS_NO_STR};
    for (uint32_t i = first; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind != OFS_BLOCK_TABLE)
            enter_scope(reader, &in, block->text);
        if (!ofs_judgement_rows(reader, block))
            continue;
        ofs_grid *grid = &reader->blocks.grids[block->grid];
        read_grid(reader, &in, grid, figure);
        grid->is_judgements = 1;
        after = i + 1;
    }
    return after;
}
