/* record_reports.c: reports whose judgements stand at the end, in a 'Record of main findings' (2009 to 2013): their cover,
 * headings with 'Grade 3 (adequate)' beside or below them, areas for improvement under the time they are given.
 *
 * Rows and scopes are the framework's own; nothing here names one of them. */
#include "readers/lists.h"

/* Cover. */

/* The body begins at a heading that says what the report is about: the last one before paragraph 1, because the contents
 * may print it, too. Without numbers it begins at the first heading that the framework has. */
uint32_t ofs_find_body(const ofs_reader *reader, uint32_t end)
{
    uint32_t first = 0, known = end;
    while (first < end && !reader->blocks.at[first].number)
        first++;
    for (uint32_t i = first; i--;) {
        ofs_role role = ofs_role_of(reader->headings, reader->blocks.at[i].text);
        if (role == OFS_ROLE_ABOUT || role == OFS_ROLE_MEANING)
            return i;
        known = role == OFS_ROLE_TOPIC ? known : i;
    }
    return first < end ? first : known;
}

ofs_cover ofs_read_front(ofs_reader *reader, uint32_t body)
{
    uint32_t end = 0;
    while (end < body && !ofs_is_phrase(reader->blocks.at[end].text, "contents"))
        end++;
    return ofs_read_cover(reader, end);
}

/* 'Inspection dates: 12 – 21 November 2012' is none. */
static int may_be_name(ofs_str text)
{
    return text.n && !ofs_has_digit(text);
}

/* 'Inspection of … services', perhaps over two pieces, and after it, or in the next piece, the authority. */
static int read_title_at(ofs_reader *reader, ofs_cover cover, uint32_t i, const char *title)
{
    ofs_str text = cover.at[i].text;
    uint32_t n = ofs_phrase_at(text, title), next = i + 1;
    if (!n && next < cover.count) {
        text = ofs_concat_words(reader->arena, text, cover.at[next++].text);
        n = ofs_phrase_at(text, title);
    }
    if (!n)
        return 0;
    reader->report->title = (ofs_str){text.p, n};
    ofs_str after = {text.p + n, text.n - n};
    while (after.n && !ofs_is_letter(*after.p))
        after = (ofs_str){after.p + 1, after.n - 1};
    const ofs_piece *beside = next < cover.count ? &cover.at[next] : NULL;
    if (!after.n && !(beside && may_be_name(beside->text)))
        beside = i && may_be_name(cover.at[i - 1].text) ? &cover.at[i - 1] : NULL;
    if (beside && (!after.n || (ofs_match_authority(reader->context, after, NULL) != 1 &&
                                ofs_match_authority(reader->context, beside->text, NULL) == 1)))
        ofs_set_authority(reader, beside->text, beside->place);
    else
        ofs_set_authority(reader, after, cover.at[i].place);
    return 1;
}

static void read_title(ofs_reader *reader, ofs_cover cover)
{
    for (uint32_t i = 0; i < cover.count; i++)
        for (const char *const *title = reader->framework->titles; *title; title++)
            if (read_title_at(reader, cover, i, *title))
                return;
    if (cover.count)
        reader->report->title = cover.at[0].text;
    ofs_set_authority(reader, reader->report->title, OFS_NOWHERE);
}

/* Blocks made ready. */

/* A row of the table, or a heading in it, that a heading of the body repeats; with its grade or without. */
static int repeats_row(const ofs_reader *reader, ofs_str text)
{
    ofs_str words = text;
    ofs_grade grade;
    int agree;
    ofs_split_numbered_grade(text, &words, &grade, &agree);
    return words.n && (ofs_row_of(reader->framework->rows, words) || ofs_scope_row(reader, words, &words));
}

static int ends_with_colon(ofs_str text)
{
    return text.n && text.p[text.n - 1] == ':';
}

/* 'The local partnership should:' */
static int leads_in(ofs_str text)
{
    return ends_with_colon(text) && (ofs_has_phrase(text, "should") || ofs_has_phrase(text, "following"));
}

/* 'Good (Grade 2) A service that exceeds minimum requirements': the scale, which is no heading and no grade. */
static int is_scale(ofs_str text)
{
    ofs_grade grade;
    ofs_span at;
    return ofs_has_phrase(text, "(grade") && ofs_opening_grade(text, &grade, &at) &&
           ofs_phrase_at((ofs_str){text.p + at.end, text.n - at.end}, " (grade");
}

/* A heading and its grade in two cells side by side. */
static void unbox(ofs_reader *reader, ofs_block *block)
{
    const ofs_grid *grid = &reader->blocks.grids[block->grid];
    if (grid->count != 2 || !repeats_row(reader, grid->cells[0].text) || !ofs_is_numbered_grade(grid->cells[1].text))
        return;
    block->kind = OFS_BLOCK_HEADING;
    block->text = ofs_concat_words(reader->arena, grid->cells[0].text, grid->cells[1].text);
}

/* 'By the end of term:' above items, among areas for improvement: a time in other words, or whom they are for. */
static int parts_areas(const ofs_reader *reader, const ofs_block *block, uint32_t i, uint32_t end, ofs_role within)
{
    return within == OFS_ROLE_IMPROVE && block->kind != OFS_BLOCK_ITEM && ends_with_colon(block->text) && i + 1 < end &&
           reader->blocks.at[i + 1].kind == OFS_BLOCK_ITEM && !repeats_row(reader, block->text) &&
           ofs_role_of(reader->headings, block->text) == OFS_ROLE_TOPIC;
}

/* Nothing but a grade, and nothing above it that could have one: an extractor moved it away from its heading. */
static int is_stray_grade(const ofs_reader *reader, const ofs_block *before, const ofs_block *block)
{
    ofs_grade grade;
    ofs_str words;
    if (is_scale(block->text) || (!ofs_is_numbered_grade(block->text) && !ofs_read_grade(block->text, &grade)))
        return 0;
    return !before || before->kind != OFS_BLOCK_HEADING || ofs_scope_row(reader, before->text, &words) != NULL;
}

/* 'Within six months', also with a full stop, where it may be something else. */
static int is_time(const ofs_reader *reader, const ofs_block *block)
{
    return ofs_is_timescale(block->text) ||
           (block->kind == OFS_BLOCK_HEADING && ofs_role_of(reader->headings, block->text) == OFS_ROLE_TIMESCALE);
}

/* A heading takes the grade below it; a timescale is no heading, a row's words are one. Returns the new end. */
uint32_t ofs_prepare_record(ofs_reader *reader, uint32_t first, uint32_t end)
{
    ofs_blocks *blocks = &reader->blocks;
    uint32_t kept = first;
    ofs_role within = OFS_ROLE_TOPIC;
    for (uint32_t i = first; i < end; i++) {
        ofs_block *block = &blocks->at[i];
        if (block->kind == OFS_BLOCK_TABLE)
            unbox(reader, block);
        int is_text = block->kind != OFS_BLOCK_TABLE && !block->number;
        ofs_block *before = kept > first ? &blocks->at[kept - 1] : NULL;
        if (is_text && is_stray_grade(reader, before, block)) {
            ofs_add_issue_about(reader, "unreadable", "judgements", ofs_place_of(block),
                                "This grade stands apart from its heading: '%s'.", block->text, OFS_NO_STR);
            continue;
        }
        if (is_text && before && before->kind == OFS_BLOCK_HEADING && ofs_is_numbered_grade(block->text)) {
            ofs_append_to_heading(reader, before, block->text, block->span.end);
            continue;
        }
        if (is_text && (is_time(reader, block) || is_scale(block->text) || leads_in(block->text) ||
                        parts_areas(reader, block, i, end, within)))
            block->kind = OFS_BLOCK_PARAGRAPH;
        else if (is_text && repeats_row(reader, block->text))
            block->kind = OFS_BLOCK_HEADING;
        if (block->kind == OFS_BLOCK_HEADING)
            within = ofs_role_of(reader->headings, block->text);
        blocks->at[kept++] = *block;
    }
    return kept;
}

/* Headings. */

enum { FURTHEST_SCOPE = 200 }; /* sections: every heading asks */

/* The nearest heading of a scope among the first `count` sections. */
static const ofs_row *scope_before(const ofs_reader *reader, uint32_t count, ofs_str *words)
{
    for (uint32_t looked = 0; looked < FURTHEST_SCOPE && count--; looked++) {
        const ofs_section *section = &reader->report->sections[count];
        const ofs_row *row = section->heading.n ? ofs_scope_row(reader, section->heading, words) : NULL;
        if (row)
            return row;
    }
    *words = OFS_NO_STR;
    return NULL;
}

static void read_heading(ofs_reader *reader, ofs_section *section, const ofs_block *block)
{
    ofs_str words, scope, whole = section->heading;
    ofs_grade grade;
    int agree, graded = ofs_split_numbered_grade(whole, &words, &grade, &agree);
    if (graded)
        section->heading = words;
    section->heading = ofs_trim_end(section->heading, ":");
    const ofs_row *heads = ofs_row_of(reader->framework->rows, section->heading);
    const ofs_row *in = scope_before(reader, reader->report->section_count - 1, &scope);
    section->level = block->level ? block->level : in && !(heads && heads->kind >= OFS_ROW_SCOPE) ? 2 : 1;
    section->depth = section->level;
    if (!graded)
        return;
    section->grade = grade;
    const ofs_row *row = in ? ofs_row_in(in, section->heading) : ofs_row_of(reader->framework->rows, section->heading);
    ofs_offer_judgement(reader, (ofs_offer){.row = row && row->kind < OFS_ROW_SCOPE ? row : NULL,
                                            .label = section->heading,
                                            .printed = whole,
                                            .scope = scope,
                                            .grade = grade,
                                            .source = OFS_FROM_HEADING,
                                            .place = ofs_place_of(block),
                                            .number_differs = !agree});
}

/* Areas for improvement. */

/* These lists hold nothing but entries, with bullets or without. */
static void note_bare(ofs_reader *reader, const ofs_run *run, const ofs_list *list, uint32_t first)
{
    while (first < list->count && !list->at[first].is_loose)
        first++;
    if (first < list->count)
        ofs_add_issue(reader, "no_list", "recommendations", ofs_place_of(&reader->blocks.at[run->head]),
                      "Some entries in the list have no bullets; each paragraph was read as one entry.");
}

/* 'Within six months:' and items below it, which no list took: the heading above them, or what stands there, is lost. */
static void note_left_times(ofs_reader *reader, const ofs_run *run)
{
    for (uint32_t i = run->first; i + 1 < run->end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_PARAGRAPH && reader->blocks.at[i + 1].kind == OFS_BLOCK_ITEM &&
            ofs_is_timescale(block->text))
            ofs_add_issue_about(reader, "missing", "recommendations", ofs_place_of(block),
                                "What is below '%s' was not taken: it is not under areas for improvement.", block->text,
                                OFS_NO_STR);
    }
}

void ofs_read_areas(ofs_reader *reader, uint32_t first, uint32_t end)
{
    ofs_lists *lists = ofs_lists_new(reader);
    ofs_list *list = &lists->of[OFS_ROLE_IMPROVE];
    for (ofs_run run = {.end = first}; ofs_next_run(reader, end, &run);) {
        ofs_str words, heading = run.heading;
        ofs_grade grade;
        int agree;
        /* a grade is the next heading's, above which it was moved */
        ofs_split_numbered_grade(run.heading, &heading, &grade, &agree);
        if (heading.n && ofs_scope_row(reader, heading, &words))
            list->scope = words;
        uint32_t before = list->count;
        ofs_read_run(lists, &run);
        note_bare(reader, &run, list, before);
        if (run.list == OFS_ROLE_TOPIC)
            note_left_times(reader, &run);
        if (run.list == OFS_ROLE_IMPROVE && list->count == before)
            ofs_add_issue_about(reader, "missing", "recommendations", ofs_place_of(&reader->blocks.at[run.head]),
                                "'%s' holds no list.", run.heading, OFS_NO_STR);
    }
    ofs_file_lists(lists);
}

/* What the record should hold. */

/* A line with a grade that stands below the table was not taken into it. */
static void check_rest(ofs_reader *reader, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        ofs_str words;
        ofs_grade grade;
        if (block->kind != OFS_BLOCK_TABLE && !block->number && ofs_split_heading(block->text, &words, &grade))
            ofs_add_issue_about(reader, "unreadable", "judgements", ofs_place_of(block),
                                "A grade below the record of main findings belongs to none of its rows: '%s'.",
                                block->text, OFS_NO_STR);
    }
}

/* A row's words head a section below those of a scope, and the judgement was not found: it may be lost. Frameworks without
 * scopes have rows that are always printed. */
static void check_headed_rows(ofs_reader *reader)
{
    const ofs_row *in = NULL;
    ofs_str words;
    for (uint32_t i = 0; i < reader->report->section_count && reader->report->judgement_count; i++) {
        const ofs_section *section = &reader->report->sections[i];
        const ofs_row *scope = section->heading.n ? ofs_scope_row(reader, section->heading, &words) : NULL;
        const ofs_row *row = in && !scope ? ofs_row_in(in, section->heading) : NULL;
        in = scope ? scope : in;
        if (row && row->kind == OFS_ROW_PLAIN && !ofs_judgement_by_key(reader->report, row->key))
            ofs_add_issue_about(reader, "missing", "judgements", (ofs_place){section->page, section->span},
                                "'%s' has a heading, and no grade was found for it.", section->heading, OFS_NO_STR);
    }
}

void ofs_read_recorded(ofs_reader *reader)
{
    uint32_t end = ofs_body_end(reader), first = ofs_find_body(reader, end);
    end = ofs_prepare_record(reader, first, end);
    ofs_cover cover = ofs_read_front(reader, first);
    read_title(reader, cover);
    ofs_read_inspection_dates(reader, cover);
    ofs_read_lead_inspector(reader, cover);
    ofs_read_published(reader, cover);
    ofs_read_reference(reader, cover);
    uint32_t below = ofs_after_judgement_tables(reader, first, end);
    ofs_read_judgement_tables(reader, first, end, NULL);
    ofs_read_sections(reader, first, end, read_heading);
    ofs_read_areas(reader, first, end);
    ofs_read_footnotes(reader);
    if (below > first)
        check_rest(reader, below, end);
    check_headed_rows(reader);
    ofs_check_paragraph_numbers(reader);
}
