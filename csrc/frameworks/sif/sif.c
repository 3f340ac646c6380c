/* sif.c: inspections of services for children in need of help and protection, children looked after and care leavers
 * (the single inspection framework, SIF), 2013 to 2018, with or without a review of the LSCB; re-inspections; reviews
 * of an LSCB alone.
 *
 * May hold only what is peculiar to SIF; readers that others share are in readers/. */
#include "readers/checks.h"
#include "frameworks/sif/sif.h"

#include <string.h>

enum { MOST_BLOCKS_BETWEEN = 4 };

static const ofs_row ROWS[] = {
    {"help_and_protection", "help_and_protection", "children who need help and protection", 0},
    {"looked_after_and_permanence", "care", "children looked after and achieving permanence", 0},
    {"adoption_performance", "adoption", "adoption performance", 0},
    {"care_leavers", "care_leavers", "experiences and progress of care leavers", 0},
    {"care_leavers", "care_leavers", "experience and progress of care leavers", 0},
    {"care_leavers", "care_leavers", "the experiences and progress of care leavers", 0},
    {"leadership", "leadership", "leadership, management and governance", 0},
    {"leadership", "leadership", "leadership management and governance", 0},
    {NULL, NULL, NULL, 0},
};

/* The cover. */

static uint32_t rows_in(const ofs_reader *reader, uint32_t block)
{
    const ofs_block *at = &reader->blocks.at[block];
    if (at->kind != OFS_BLOCK_TABLE)
        return 0;
    const ofs_grid *grid = &reader->blocks.grids[at->grid];
    uint32_t known = 0;
    for (uint32_t i = 0; i < grid->count; i++) {
        ofs_str text = grid->cells[i].text;
        while (text.n && (ofs_is_digit(text.p[0]) || text.p[0] == '.' || text.p[0] == ' '))
            text = (ofs_str){text.p + 1, text.n - 1};
        known += ofs_row_of(ROWS, text) != NULL;
    }
    return known;
}

/* The block after the judgement table, which a page break may have cut in two; 0: there is none. The chapters' own
 * tables, a heading beside its grade, come after a heading. */
static uint32_t after_table(const ofs_reader *reader, uint32_t end)
{
    uint32_t after = 0;
    for (uint32_t i = 0; i < end; i++) {
        if (after && (i > after + MOST_BLOCKS_BETWEEN || reader->blocks.at[i].kind == OFS_BLOCK_HEADING))
            break;
        uint32_t rows = rows_in(reader, i);
        if (rows >= 2 || (after && rows))
            after = i + 1;
    }
    return after;
}

/* The body begins with the first heading after the table that SIF reports have. */
static uint32_t body_start(const ofs_reader *reader, uint32_t after, uint32_t end)
{
    for (uint32_t i = after; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_TABLE || block->number || block->text.n > 160)
            continue;
        sif_heading heading = sif_heading_of(block->text);
        if (heading.kind != SIF_OTHER && heading.kind != SIF_BOARD_JUDGEMENT)
            return i;
        if (heading.kind == SIF_BOARD_JUDGEMENT && block->kind == OFS_BLOCK_HEADING && block->page > 1)
            return i;
    }
    for (uint32_t i = after; i < end; i++)
        if (reader->blocks.at[i].kind == OFS_BLOCK_HEADING)
            return i;
    return after;
}

/* Judgements. */

/* 'The Local Safeguarding Children Board requires improvement', a heading of the body. */
static void read_board_heading(ofs_reader *reader, sif_body body)
{
    for (uint32_t i = body.first; i < body.end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        ofs_str words;
        ofs_grade grade;
        ofs_span at;
        if (block->kind != OFS_BLOCK_HEADING || body.kinds[i] != SIF_BOARD_JUDGEMENT)
            continue;
        if (!ofs_split_heading(block->text, &words, &grade) || !ofs_find_grade(block->text, 0, OFS_LAST, &grade, &at))
            continue;
        if (ofs_judgement_by_key(reader->report, "lscb_effectiveness"))
            return; /* the cover's; read_heading() compares the two */
        ofs_judgement *made = ofs_add_judgement(reader);
        made->key = OFS_LIT("lscb_effectiveness");
        made->theme = OFS_LIT("lscb");
        made->label = OFS_LIT("Local Safeguarding Children Board");
        made->printed = (ofs_str){block->text.p + at.start, at.end - at.start};
        made->grade = grade;
        made->source = OFS_FROM_HEADING;
        made->page = block->page;
        made->span = block->span;
        return;
    }
}

/* The sentence on the whole first, then the table's rows, then the LSCB: the order in which they are printed. */
static void read_judgements(ofs_reader *reader, uint32_t table, uint32_t body)
{
    ofs_report *report = reader->report;
    sif_read_sentences(reader, body);
    ofs_judgement board;
    uint32_t count = report->judgement_count;
    int has_board = count && ofs_judgement_by_key(report, "lscb_effectiveness") == &report->judgements[count - 1];
    if (has_board)
        board = report->judgements[--report->judgement_count];
    ofs_read_judgement_tables(reader, 0, table);
    if (has_board)
        *ofs_add_judgement(reader) = board;
}

/* The judgements of the table, as it prints them. */
static const struct {
    const char *key, *theme, *label;
} JUDGEMENTS[] = {
    {"help_and_protection", "help_and_protection", "Children who need help and protection"},
    {"looked_after_and_permanence", "care", "Children looked after and achieving permanence"},
    {"adoption_performance", "adoption", "Adoption performance"},
    {"care_leavers", "care_leavers", "Experiences and progress of care leavers"},
    {"leadership", "leadership", "Leadership, management and governance"},
};
enum { JUDGEMENT_COUNT = sizeof JUDGEMENTS / sizeof *JUDGEMENTS };

/* The grade of a chapter's heading, in its words or in the cell beside it; *printed gets its words. */
static int heading_grade(const ofs_block *block, const char *key, ofs_grade *grade, ofs_str *printed)
{
    ofs_span at;
    sif_heading heading = sif_heading_of(block->text);
    if (block->kind != OFS_BLOCK_HEADING || !heading.key || strcmp(heading.key, key) != 0 ||
        block->level > heading.level)
        return 0;
    *printed = block->label;
    if (block->label.n)
        return ofs_read_grade(block->label, grade);
    if (!ofs_find_grade(block->text, 0, OFS_LAST, grade, &at))
        return 0;
    *printed = (ofs_str){block->text.p + at.start, at.end - at.start};
    return 1;
}

/* Where the table has no such row the chapter's heading speaks, and never in silence. */
static int take_from_heading(ofs_reader *reader, sif_body body, size_t index)
{
    for (uint32_t i = body.first; i < body.end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        ofs_grade grade;
        ofs_str printed;
        if (!heading_grade(block, JUDGEMENTS[index].key, &grade, &printed))
            continue;
        ofs_judgement *made = ofs_add_judgement(reader);
        made->key = ofs_str_of(JUDGEMENTS[index].key);
        made->theme = ofs_str_of(JUDGEMENTS[index].theme);
        made->label = ofs_str_of(JUDGEMENTS[index].label);
        made->grade = grade;
        made->printed = printed;
        made->source = OFS_FROM_HEADING;
        made->page = block->page;
        made->span = block->span;
        ofs_add_issue_about(
            reader, "from_heading", "judgements", ofs_place_of(block),
            "The judgement table has no row that could be read for '%s'; the heading's grade was taken.", made->label,
            OFS_NO_STR);
        return 1;
    }
    return 0;
}

static int has_heading(sif_body body, sif_kind kind, sif_kind or_kind)
{
    for (uint32_t i = body.first; i < body.end; i++)
        if (body.kinds[i] == kind || body.kinds[i] == or_kind)
            return 1;
    return 0;
}

/* What is inspected shows in the title, and in the body where the title is damaged. */
static void check_judgements(ofs_reader *reader, sif_body body, int has_table)
{
    const ofs_report *report = reader->report;
    int reviews_board = (report->title.n && ofs_has_phrase(report->title, "local safeguarding children board")) ||
                        has_heading(body, SIF_BOARD, SIF_BOARD_JUDGEMENT);
    int inspects = !report->title.n || ofs_has_phrase(report->title, "inspection of services") ||
                   has_heading(body, SIF_AREA, SIF_SUBAREA);
    if (reviews_board && !ofs_judgement_by_key(report, "lscb_effectiveness"))
        ofs_add_issue(reader, "missing", "judgements", OFS_NOWHERE, "No judgement on the LSCB was found.");
    if (!inspects && !has_table)
        return;
    if (!ofs_judgement_by_key(report, "overall_effectiveness"))
        ofs_add_issue(reader, "missing", "judgements", OFS_NOWHERE, "No sentence on the overall judgement was found.");
    for (size_t i = 0; i < JUDGEMENT_COUNT; i++)
        if (!ofs_judgement_by_key(report, JUDGEMENTS[i].key) && !take_from_heading(reader, body, i))
            ofs_add_issue_about(reader, "missing", "judgements", OFS_NOWHERE,
                                "The judgement table has no row that could be read for '%s'.",
                                ofs_str_of(JUDGEMENTS[i].label), OFS_NO_STR);
}

/* Every judgement of the table has a chapter of its own; without its heading the chapter before it swallows it. */
static void check_sections(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    int found[JUDGEMENT_COUNT] = {0};
    for (uint32_t k = 0; k < report->section_count; k++) {
        sif_heading heading = sif_heading_of(report->sections[k].heading);
        for (size_t i = 0; heading.key && i < JUDGEMENT_COUNT; i++)
            found[i] |= strcmp(heading.key, JUDGEMENTS[i].key) == 0;
    }
    for (size_t i = 0; i < JUDGEMENT_COUNT; i++)
        if (!found[i] && ofs_judgement_by_key(report, JUDGEMENTS[i].key))
            ofs_add_issue_about(reader, "missing", "sections", OFS_NOWHERE, "The text has no heading for '%s'.",
                                ofs_str_of(JUDGEMENTS[i].label), OFS_NO_STR);
}

static void read(ofs_reader *reader)
{
    uint32_t end = ofs_body_end(reader);
    ofs_check_end(reader, end);
    uint32_t table = after_table(reader, end);
    uint32_t start = body_start(reader, table, end);
    sif_read_cover(reader, table, start);
    read_judgements(reader, table, start);
    sif_body body = sif_prepare(reader, start, end);
    read_board_heading(reader, body);
    sif_read_sections(reader, body);
    sif_read_recommendations(reader, body);
    sif_read_strengths(reader, body);
    sif_read_previous(reader, body);
    sif_read_team(reader, body);
    ofs_read_footnotes(reader);
    check_judgements(reader, body, table != 0);
    ofs_check_overall(reader);
    check_sections(reader);
    ofs_check_paragraph_numbers(reader);
    ofs_check_repeats(reader);
}

static const char *const TITLES[] = {"inspection of services for children in need of help and protection",
                                     "re-inspection of services for children in need of help and protection", NULL};
static const char *const REVIEWS[] = {"review of the effectiveness of the local safeguarding children board", NULL};
static const ofs_sign SIGNS[] = {{95, {TITLES}, 0}, {85, {REVIEWS}, 0}, {80, {NULL}, 4}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_SIF = {
    .id = OFS_SIF, .signs = SIGNS, .titles = TITLES, .rows = ROWS, .headings = SIF_HEADINGS, .read = read};
