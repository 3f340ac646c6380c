/* sif.c: inspections of services for children in need of help and protection, children looked after and care leavers
 * (the single inspection framework, SIF), 2013 to 2018, with or without a review of the LSCB; re-inspections; reviews
 * of an LSCB alone.
 *
 * May hold only what is peculiar to SIF; readers that others share are in readers/. */
#include "readers/checks.h"
#include "frameworks/sif/sif.h"

#include <string.h>

enum { MOST_BLOCKS_BETWEEN = 4, LONGEST_REASON = 200, LONGEST_COVER = 1500 /* bytes */, LONGEST_HEADING = 160 };

/* The cover. */

/* The block after the judgement table, which a page break may have cut in two; 0: there is none. The chapters' own
 * tables, a heading beside its grade, come after a heading. */
static uint32_t after_table(const ofs_reader *reader, uint32_t end)
{
    uint32_t after = 0;
    for (uint32_t i = 0; i < end; i++) {
        if (after && (i > after + MOST_BLOCKS_BETWEEN || reader->blocks.at[i].kind == OFS_BLOCK_HEADING))
            break;
        uint32_t rows = ofs_judgement_rows(reader, &reader->blocks.at[i]);
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
        if (block->kind == OFS_BLOCK_TABLE || block->number || block->text.n > LONGEST_HEADING)
            continue;
        ofs_heading heading = sif_heading_of(reader, block->text);
        if (heading.role != OFS_ROLE_TOPIC && heading.role != OFS_ROLE_BOARD_JUDGEMENT)
            return i;
        if (heading.role == OFS_ROLE_BOARD_JUDGEMENT && block->kind == OFS_BLOCK_HEADING && block->page > 1)
            return i;
    }
    for (uint32_t i = after; i < end; i++)
        if (reader->blocks.at[i].kind == OFS_BLOCK_HEADING)
            return i;
    return after;
}

/* Judgements. */

/* What is inspected shows in the title, and in the body where the title is damaged. */

static int has_heading(const ofs_reader *reader, ofs_role role, ofs_role or_role)
{
    const ofs_report *report = reader->report;
    for (uint32_t i = 0; i < report->section_count; i++) {
        ofs_role found = sif_heading_of(reader, report->sections[i].heading).role;
        if (found == role || found == or_role)
            return 1;
    }
    return 0;
}

/* The title may have been read without its second part. */
static int reviews_board(const ofs_reader *reader)
{
    ofs_str title = reader->report->title, cover = reader->source->text;
    cover.n = cover.n < LONGEST_COVER ? cover.n : LONGEST_COVER;
    return (title.n && ofs_has_phrase(title, "local safeguarding children board")) ||
           ofs_has_phrase(cover, SIF_REVIEW) || has_heading(reader, OFS_ROLE_BOARD, OFS_ROLE_BOARD_JUDGEMENT);
}

static int inspects(const ofs_reader *reader)
{
    ofs_str title = reader->report->title;
    return !title.n || ofs_has_phrase(title, "inspection of services") ||
           has_heading(reader, OFS_ROLE_JUDGEMENT, OFS_ROLE_SUBJUDGEMENT) || reader->report->judgement_count > 1;
}

/* Where no day was read, it did not. */
static int began_before(const ofs_report *report, ofs_date day)
{
    return report->inspection_period_count && ofs_date_compare(report->inspection_periods[0].start, day) < 0;
}

/* The first reports did not. */
static int prints_publication(const ofs_reader *reader)
{
    return !began_before(reader->report, (ofs_date){2014, 4, 1});
}

/* Some of the first did not, and some reviews of a board alone may not. */
static int has_numbers(const ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    return inspects(reader) && report->inspection_period_count && !began_before(report, (ofs_date){2014, 1, 1});
}

/* Strengths and priority actions stand beside the recommendations; not every report has them. */
static int lists_nothing(const ofs_reader *reader)
{
    return !reader->report->recommendation_count && !reader->report->strengths.count;
}

static const ofs_invariant INVARIANTS[] = {
    {OFS_ALWAYS_FIELD, "missing", "inspection_periods", .message = "No inspection dates were found on the cover."},
    {OFS_ALWAYS_DAYS, "one_day", "inspection_periods", .message = OFS_ONE_DAY, .only = inspects},
    {OFS_ALWAYS_FIELD, "missing", "published", .message = "No date of publication was found on the cover.",
     .only = prints_publication},
    {OFS_ALWAYS_FIELD, "missing", "recommendations", .message = "No recommendations were found."},
    {OFS_ALWAYS_FIELD, "missing", "findings", .only = lists_nothing,
     .message = "No list was found; a report may print strengths and priority actions."},
    {OFS_ALWAYS_FIELD, "missing", "lead_inspector", .message = "No lead inspector was found in the inspection team."},
    {OFS_ALWAYS_FIELD, "missing", "inspectors", .message = "The inspection team was not found."},
    {OFS_ALWAYS_JUDGEMENT, "missing", "judgements", .message = "No judgement on the LSCB was found.",
     .key = "lscb_effectiveness", .only = reviews_board},
    {OFS_ALWAYS_JUDGEMENT, "missing", "judgements", .message = "No sentence on the overall judgement was found.",
     .key = "overall_effectiveness", .only = inspects},
    {OFS_ALWAYS_ROWS, "missing", "judgements", .message = "The judgement table has no row that could be read for '%s'.",
     .only = inspects},
    OFS_NUMBERED(has_numbers),
    /* without its heading the chapter before it swallows it */
    {OFS_ALWAYS_SECTIONS, "missing", "sections",
     .message = "The text has no heading for '%s', or none with its grade."},
    OFS_NO_INVARIANT,
};

/* 'The LSCB requires improvement because': a grade that no row and no heading has. */
static void check_reasons(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    const ofs_judgement *board = ofs_judgement_by_key(report, "lscb_effectiveness");
    for (uint32_t i = 0; i < report->paragraph_count; i++) {
        const ofs_paragraph *paragraph = &report->paragraphs[i];
        ofs_str text = {paragraph->text.p, paragraph->text.n < LONGEST_REASON ? paragraph->text.n : LONGEST_REASON};
        uint32_t length;
        ofs_grade grade;
        ofs_span at;
        int64_t because = ofs_phrase_at(text, "the ") ? ofs_phrase_find(text, " because", &length) : -1;
        if (because < 0)
            continue;
        text.n = (uint32_t)because;
        if (!sif_is_about_board(text) || !ofs_find_grade(text, 0, OFS_LAST, &grade, &at) || at.end != text.n ||
            (board && board->grade == grade))
            continue;
        ofs_add_issue_about(reader, "grades_disagree", "judgements", (ofs_place){paragraph->page, paragraph->span},
                            "The text gives the LSCB a grade that was not read as its judgement: '%s'.", text,
                            OFS_NO_STR);
        return;
    }
}

/* The review of the board may be a report of its own, bound behind the imprint of the first: what stands between the two
 * is taken out. The new end. */
static uint32_t bind_review(ofs_reader *reader, uint32_t end)
{
    ofs_blocks *blocks = &reader->blocks;
    uint32_t second = end;
    while (second < blocks->count &&
           !sif_begins_review(&blocks->at[second], second + 1 < blocks->count ? &blocks->at[second + 1] : NULL))
        second++;
    if (second == blocks->count)
        return end;
    memmove(&blocks->at[end], &blocks->at[second], (blocks->count - second) * sizeof *blocks->at);
    blocks->count -= second - end;
    return ofs_body_end_from(reader, end);
}

static void read(ofs_reader *reader)
{
    uint32_t end = bind_review(reader, ofs_body_end(reader));
    ofs_check_end(reader, end);
    uint32_t table = after_table(reader, end);
    uint32_t start = body_start(reader, table, end);
    sif_read_cover(reader, table, start);
    sif_read_judgements(reader, table, start);
    sif_body body = sif_prepare(reader, start, end);
    sif_read_sections(reader, body);
    sif_read_lists(reader, body);
    sif_read_previous(reader, body);
    sif_read_team(reader, body);
    ofs_read_footnotes(reader);
    ofs_check_overall(reader);
    check_reasons(reader);
    ofs_check_paragraph_numbers(reader);
    ofs_check_repeats(reader);
}

static const char *const REVIEWS[] = {SIF_REVIEW, NULL};
static const ofs_sign SIGNS[] = {{95, {SIF_TITLES}, 0}, {85, {REVIEWS}, 0}, {80, {NULL}, 4}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_SIF = {.id = OFS_SIF,
                                         .signs = SIGNS,
                                         .titles = SIF_TITLES,
                                         .rows = SIF_ROWS,
                                         .rows_have_numbers = 1,
                                         .requires_improvement = 1,
                                         .lists = OFS_LIST_NUMBERED,
                                         .headings = SIF_HEADINGS,
                                         .reasons = "because",
                                         .invariants = INVARIANTS,
                                         .read = read};
