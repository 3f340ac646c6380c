/* ilacs.c: inspections of local authority children's services (ILACS), 2018 to today.
 *
 * Four rows until 2022, five since 2023, and for inspections since April 2026 four without an overall judgement.
 * May hold only what is peculiar to ILACS; readers that others share are in readers/. */
#include "base/words.h"
#include "readers/checks.h"
#include "readers/lists.h"

#include <string.h>

enum { FEW_NUMBERED = 5 };

static const ofs_row ROWS[] = {
    {"impact_of_leaders", "leadership", "the impact of leaders on social work practice with children and families",
     OFS_ROW_PLAIN},
    {"impact_of_leaders", "leadership", "the impact of leaders on practice with children and families", OFS_ROW_PLAIN},
    {"impact_of_leaders", "leadership", "impact of leaders on social work practice with children and families",
     OFS_ROW_PLAIN},
    {"help_and_protection", "help_and_protection",
     "the experiences and progress of children who need help and protection", OFS_ROW_PLAIN},
    {"help_and_protection", "help_and_protection",
     "the experience and progress of children who need help and protection", OFS_ROW_MISPRINT},
    {"help_and_protection", "help_and_protection", "experiences and progress of children who need help and protection",
     OFS_ROW_PLAIN},
    {"in_care_and_care_leavers", "care", "the experiences and progress of children in care and care leavers",
     OFS_ROW_PLAIN},
    {"in_care_and_care_leavers", "care", "experiences and progress of children in care and care leavers",
     OFS_ROW_PLAIN},
    {"in_care_and_care_leavers", "care", "the experience and progress of children in care and care leavers",
     OFS_ROW_MISPRINT},
    {"in_care", "care", "the experiences and progress of children in care", OFS_ROW_PLAIN},
    {"in_care", "care", "the experience and progress of children in care", OFS_ROW_MISPRINT},
    {"in_care", "care", "experiences and progress of children in care", OFS_ROW_PLAIN},
    {"care_leavers", "care_leavers", "the experiences and progress of care leavers", OFS_ROW_PLAIN},
    {"care_leavers", "care_leavers", "experiences and progress of care leavers", OFS_ROW_PLAIN},
    {"care_leavers", "care_leavers", "the experience and progress of care leavers", OFS_ROW_MISPRINT},
    {"care_leavers", "care_leavers", "the experiences and progress of children care leavers", OFS_ROW_MISPRINT},
    {"overall_effectiveness", "overall", "overall effectiveness", OFS_ROW_PLAIN},
    {NULL, NULL, NULL, OFS_ROW_PLAIN},
};

static const ofs_heading HEADINGS[] = {
    {"what needs to improve", OFS_ROLE_IMPROVE, 1, NULL},
    {"the experiences and progress of", OFS_ROLE_LINE, 0, NULL},
    {"the experience and progress of", OFS_ROLE_LINE, 0, NULL},
    {"experiences and progress of children", OFS_ROLE_LINE, 0, NULL},
    {"experiences and progress of care", OFS_ROLE_LINE, 0, NULL},
    {"the impact of leaders on", OFS_ROLE_LINE, 0, NULL},
    {"impact of leaders on social", OFS_ROLE_LINE, 0, NULL},
    OFS_NO_HEADING,
};

/* The overall judgement was abolished for inspections from April 2026. */
static const char NOT_WHOLE[] = "The judgement table is missing or incomplete.";
static const ofs_invariant INVARIANTS[] = {
    OFS_COVER_DATES,
    OFS_COVER_LEAD,
    {OFS_ALWAYS_JUDGEMENT, "missing", "judgements", .message = NOT_WHOLE, .key = "impact_of_leaders"},
    {OFS_ALWAYS_JUDGEMENT, "missing", "judgements", .message = NOT_WHOLE, .key = "help_and_protection"},
    {OFS_ALWAYS_JUDGEMENT, "missing", "judgements", .message = NOT_WHOLE, .key = "in_care",
     .or_key = "in_care_and_care_leavers"},
    {OFS_ALWAYS_JUDGEMENT, "missing", "judgements", .message = NOT_WHOLE, .key = "care_leavers",
     .or_key = "in_care_and_care_leavers"},
    {OFS_ALWAYS_JUDGEMENT, "missing", "judgements",
     .message = "No overall effectiveness is printed, though the inspection began before April 2026.",
     .key = "overall_effectiveness", .until = {2026, 4, 1}},
    {OFS_ALWAYS_SECTIONS, "missing", "sections",
     .message = "Not every judgement in the table has its own heading, with its grade, in the text.",
     .key = "overall_effectiveness"},
    {OFS_ALWAYS_FIELD, "missing", "recommendations", .message = "There is no heading 'What needs to improve'."},
    OFS_NUMBERED_TO_THE_END,
    OFS_NO_INVARIANT,
};

/* Title and authority. */

/* 'Inspection of X local authority children's services', or X and below it 'Inspection of children's social care
 * services'. */
static void read_title(ofs_reader *reader, ofs_cover cover)
{
    for (uint32_t i = 0; i < cover.count; i++) {
        const ofs_piece *piece = &cover.at[i];
        uint32_t n = ofs_phrase_at(piece->text, "inspection of ");
        if (!n)
            continue;
        ofs_str name = ofs_named_in_title((ofs_str){piece->text.p + n, piece->text.n - n});
        reader->report->title = ofs_title_from(reader, cover, i, piece->text, "services");
        if (!name.n && i)
            ofs_set_authority(reader, cover.at[i - 1].text, cover.at[i - 1].place);
        else
            ofs_set_authority(reader, name, piece->place);
        return;
    }
    static const char *const below[] = {"inspection of children's", "inspection of local authority children's", NULL};
    ofs_str whole = cover.count ? cover.at[0].text : OFS_NO_STR;
    uint32_t length;
    int64_t at = ofs_find_one_of(whole, below, &length); /* X stands in the title's paragraph */
    for (uint32_t i = 1; at < 0 && i < cover.count; i++)
        if ((at = ofs_find_one_of(cover.at[i].text, below, &length)) >= 0)
            whole = cover.at[i].text;
    reader->report->title = ofs_before_label(at > 0 ? (ofs_str){whole.p + at, whole.n - (uint32_t)at} : whole);
    ofs_set_authority(reader, at > 0 ? ofs_trim((ofs_str){whole.p, (uint32_t)at}) : whole, OFS_NOWHERE);
}

/* Headings. */

static void read_heading(ofs_reader *reader, ofs_section *section, const ofs_block *block)
{
    ofs_str words, whole = section->heading;
    ofs_grade grade;
    uint32_t length;
    section->level = section->depth = 1;
    if (!ofs_split_heading(whole, &words, &grade))
        return;
    ofs_offer offer = {
        .label = words, .printed = whole, .grade = grade, .source = OFS_FROM_HEADING, .place = ofs_place_of(block)};
    int is_row = ofs_name_offer(reader, &offer);
    if ((!is_row && !ofs_row_begun(ROWS, whole, &length)) || ofs_has_two_grades(reader, words, grade, offer.place))
        return;
    section->heading = words;
    section->grade = grade;
    if (is_row)
        ofs_offer_judgement(reader, offer);
}

/* A row's words, as a judgement's heading has them. */
static int names_row(ofs_reader *reader, ofs_str words)
{
    return ofs_row_of(ROWS, words) ||
           ofs_nearest_key(reader->framework->rows, reader->framework->headings, words) != NULL;
}

/* 'Good', 'Grade: good' on a line of its own: *printed gets the grade's words. */
static int is_grade_alone(ofs_str text, ofs_str *printed)
{
    static const char *const labels[] = {"grade", "judgement", "judgment", "rating", NULL};
    if (!text.n)
        return 0; /* a table */
    uint32_t n = ofs_opening_words(text, labels);
    ofs_str rest = {text.p + n, text.n - n};
    ofs_grade grade;
    ofs_span at;
    if (!ofs_read_grade(rest, &grade) || !ofs_find_grade(rest, 0, OFS_FIRST, &grade, &at))
        return 0;
    *printed = ofs_slice(rest.p + at.start, rest.p + at.end);
    return 1;
}

/* A heading of a row's words and no grade. */
static int is_row_heading(ofs_reader *reader, const ofs_block *block)
{
    return block->kind == OFS_BLOCK_HEADING && names_row(reader, block->text);
}

/* A page may print each grade above what it grades: one stands above the first of these headings. */
static int have_grades_above(ofs_reader *reader, uint32_t first, uint32_t end)
{
    ofs_str words;
    const ofs_block *blocks = reader->blocks.at;
    uint32_t i = first + 1; /* hardly a report has a grade alone, and to compare headings with rows takes long */
    while (i < end && !(is_grade_alone(blocks[i - 1].text, &words) && is_row_heading(reader, &blocks[i])))
        i++;
    if (i >= end)
        return 0;
    while (i > first && !is_row_heading(reader, &blocks[i - 1]))
        i--;
    return i == first;
}

/* A row's words and a grade, and nothing more, are a heading, whatever its type; so are a row's words with the grade
 * below them, or above. Then what is split is joined. Returns the new end. */
static uint32_t settle_blocks(ofs_reader *reader, uint32_t first, uint32_t end)
{
    uint32_t kept = first;
    ofs_halves halves = {.within = 1};
    int is_above = have_grades_above(reader, first, end);
    for (uint32_t i = first; i < end; i++) {
        ofs_block *block = &reader->blocks.at[i], *before = kept > first ? &reader->blocks.at[kept - 1] : NULL;
        ofs_str words;
        ofs_grade grade;
        int is_text = block->kind != OFS_BLOCK_TABLE && !block->number;
        if (is_text && before && !is_above && is_grade_alone(block->text, &words) && is_row_heading(reader, before)) {
            ofs_append_to_heading(reader, before, words, block->span.end);
            continue;
        }
        if (is_above && before && is_grade_alone(before->text, &words) && is_row_heading(reader, block)) {
            ofs_append_to_heading(reader, block, words, block->span.end);
            block->span.start = before->span.start;
            *before = *block;
            continue;
        }
        if (block->kind == OFS_BLOCK_PARAGRAPH && !block->number && ofs_split_heading(block->text, &words, &grade) &&
            names_row(reader, words))
            block->kind = OFS_BLOCK_HEADING;
        if (before && ofs_ends_sentence(block->text) &&
            ofs_take_second_half(reader, &halves, before, block, reader->blocks.at + end))
            continue;
        reader->blocks.at[kept++] = *block;
    }
    return kept;
}

/* The table stands before the numbered paragraphs: one behind a few of them is another inspection's. Minutes number their
 * items, too, and repeat the table below one of them. */
static uint32_t find_body(const ofs_reader *reader, uint32_t end)
{
    uint32_t body = 0;
    for (uint32_t numbered = 0; body < end && numbered < FEW_NUMBERED; body++)
        numbered += reader->blocks.at[body].number != 0;
    return ofs_after_judgement_tables(reader, 0, body);
}

static void read(ofs_reader *reader)
{
    uint32_t end = ofs_body_end(reader);
    ofs_check_end(reader, end);
    uint32_t body = find_body(reader, end);
    ofs_cover cover = ofs_read_cover(reader, body ? body : end);
    read_title(reader, cover);
    ofs_read_inspection_dates(reader, cover);
    ofs_check_footer_dates(reader);
    ofs_read_lead_inspector(reader, cover);
    ofs_read_published(reader, cover);
    ofs_read_judgement_tables(reader, 0, body, NULL);
    ofs_read_earlier_tables(reader, body, end);
    end = settle_blocks(reader, body, end);
    ofs_read_sections(reader, body, end, read_heading);
    ofs_file_lists(ofs_read_lists(reader, body, end));
    ofs_read_footnotes(reader);
    ofs_check_overall(reader);
    ofs_check_paragraph_numbers(reader);
    ofs_check_repeats(reader);
}

static const char *const COVER[] = {"lead inspector", "inspection of", NULL};
static const char *const DATES[] = {"inspection date", NULL};
static const char *const LEAD[] = {"lead inspector", NULL};
static const char *const TABLE[] = {"judgement", NULL};
static const char *const LEADERS[] = {"the impact of leaders on", NULL};
static const char *const EXPERIENCES[] = {"the experiences and progress of", NULL};
/* Whole labels where the table's cells are apart, their beginnings where columns of text interleave them; the table's head,
 * white on a colour, may be misread. */
static const ofs_sign SIGNS[] = {
    {90, {COVER}, 3},
    {60, {NULL}, 3},
    {85, {COVER, TABLE, LEADERS, EXPERIENCES}, 0},
    {84, {DATES, LEAD, LEADERS, EXPERIENCES}, 0},
    {0, {NULL}, 0},
};

const ofs_framework OFS_FRAMEWORK_ILACS = {.id = OFS_ILACS,
                                           .signs = SIGNS,
                                           .rows = ROWS,
                                           .requires_improvement = 1,
                                           .headings = HEADINGS,
                                           .invariants = INVARIANTS,
                                           .days = {3, 19},
                                           .read = read};
