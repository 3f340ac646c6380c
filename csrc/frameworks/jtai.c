/* jtai.c: letters about joint targeted area inspections (JTAI) by Ofsted, the Care Quality Commission and the
 * inspectorates of constabulary and of probation, 2016 to today. They grade nothing.
 *
 * May hold only what is peculiar to these letters; what every letter prints stands in letters.h. Several inspectorates
 * sign and no inspector is named, so there is no lead inspector. */
#include "base/words.h"
#include "infer/infer.h"
#include "readers/letters.h"
#include "readers/lists.h"
#include "readers/checks.h"

#include <string.h>

enum {
    LONGEST_STUDY_HEADING = 90,
    LONGEST_BODY = 120,
    BOX_POINTS = 2,
    MOST_GREETING = 4 /* lines */,
    LONGEST_GREETING = 60
};

static const ofs_heading HEADINGS[] = {
    {"joint targeted area inspection of", OFS_ROLE_LINE, 0, NULL},
    {"j oint targeted area inspection of", OFS_ROLE_LINE, 0, NULL},
    {"headline findings$", OFS_ROLE_PROSE, 0, NULL},
    {"main findings$", OFS_ROLE_PROSE, 0, NULL},
    {"next steps$", OFS_ROLE_PROSE, 0, NULL},
    {"context$", OFS_ROLE_PROSE, 0, NULL},
    {"key strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"early help strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"areas of strength$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"what needs to improve", OFS_ROLE_IMPROVE, 0, NULL},
    {"areas for improvement$", OFS_ROLE_IMPROVE, 0, NULL},
    {"area for improvement$", OFS_ROLE_IMPROVE, 0, NULL},
    {"areas for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"areas for priority actions$", OFS_ROLE_PRIORITY, 0, NULL},
    {"area for priority action$", OFS_ROLE_ONE_PRIORITY, 0, NULL},
    {"case study", OFS_ROLE_STUDY, 0, NULL},
    {"practice study", OFS_ROLE_STUDY, 0, NULL},
    OFS_NO_HEADING,
};

static const ofs_invariant INVARIANTS[] = {
    OFS_LETTER_INVARIANTS,
    {OFS_ALWAYS_FIELD, "missing", "addressee", .message = "The letter has no salutation."},
    OFS_LETTER_DATES,
    {OFS_ALWAYS_DAYS, "one_day", "inspection_periods", .message = OFS_ONE_DAY},
    {OFS_ALWAYS_FIELD, "missing", "focus",
     .message = "Neither the subject line nor the opening names the inspection's theme."},
    {OFS_ALWAYS_FIELD, "missing", "recommendations",
     .message = "Neither areas for improvement nor areas for priority action were found."},
    OFS_NO_INVARIANT,
};

/* The second as OCR reads it: a 'J' stands apart in the letters' typeface. */
static const char *const SUBJECTS[] = {"joint targeted area inspection of", "j oint targeted area inspection of", NULL};

static int is_heading(const ofs_block *block)
{
    return block->kind == OFS_BLOCK_HEADING;
}

/* Studies: boxes that stand where the page has room for them, also in the middle of a list. */

/* 'Case study: highly effective practice' as a plain paragraph, or with a full stop. */
static void settle_study_headings(ofs_reader *reader, const ofs_letter *letter)
{
    for (uint32_t i = letter->body; i < letter->end; i++) {
        ofs_block *block = &reader->blocks.at[i];
        int heading =
            is_heading(block) || (block->kind == OFS_BLOCK_PARAGRAPH && block->text.n <= LONGEST_STUDY_HEADING);
        if (!heading || ofs_role_of(reader->headings, block->text) != OFS_ROLE_STUDY ||
            !ofs_has_phrase(block->text, "study:"))
            continue;
        block->kind = OFS_BLOCK_HEADING;
        block->text = ofs_trim_end(block->text, ".");
    }
}

/* What stands behind a box and is none of its own: the list's next item, the findings' next number. */
static int is_finding(const ofs_block *block)
{
    return block->kind == OFS_BLOCK_PARAGRAPH && block->number > 1;
}

static int resumes(const ofs_block *block)
{
    return block->kind == OFS_BLOCK_ITEM || is_finding(block);
}

/* The first block after the box that the heading stands in; where no box is known, only a number ends it. */
static uint32_t box_end(const ofs_reader *reader, uint32_t heading, uint32_t end)
{
    const ofs_blocks *blocks = &reader->blocks;
    const ofs_block *head = &blocks->at[heading], *block;
    uint32_t i = heading + 1;
    for (; i < end && !is_finding(block = &blocks->at[i]); i++)
        if ((is_heading(block) && (!head->in_table || ofs_role_of(reader->headings, block->text) != OFS_ROLE_TOPIC)) ||
            (head->in_table && (!block->in_table || block->left + BOX_POINTS < head->left)))
            break;
    return i;
}

static int is_study(const ofs_reader *reader, const ofs_block *block)
{
    return is_heading(block) && ofs_role_of(reader->headings, block->text) == OFS_ROLE_STUDY;
}

/* Puts the boxes from block i on behind what stands between them, with room for all of them at hand; up to where. */
static uint32_t move_run(ofs_reader *reader, uint32_t i, uint32_t end, ofs_block *boxes)
{
    ofs_block *at = reader->blocks.at;
    uint32_t kept = i, boxed = 0;
    while (i < end && is_study(reader, &at[i])) {
        uint32_t box = box_end(reader, i, end);
        while (i < box)
            boxes[boxed++] = at[i++];
        for (int goes_on = i < end && resumes(&at[i]); i < end && !is_heading(&at[i]); i++)
            *(goes_on ? &at[kept++] : &boxes[boxed++]) = at[i];
    }
    memcpy(at + kept, boxes, boxed * sizeof *boxes);
    return i;
}

/* Boxes inside a list, or between numbered findings, move behind them: what follows a box belongs to the heading above
 * it. */
static void move_boxes(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_block *room = NULL;
    for (uint32_t i = letter->body; i < letter->end;) {
        if (!is_study(reader, &reader->blocks.at[i])) {
            i++;
            continue;
        }
        if (!room)
            room = OFS_NEW_ARRAY(reader->arena, ofs_block, letter->end - i);
        i = move_run(reader, i, letter->end, room);
    }
}

static void read_heading(ofs_reader *reader, ofs_section *section, const ofs_block *block)
{
    (void)block;
    ofs_role role = ofs_role_of(reader->headings, section->heading);
    int is_part = role != OFS_ROLE_TOPIC && role != OFS_ROLE_STUDY;
    section->level = section->depth = is_part || reader->report->section_count < 2 ? 1 : 2;
}

/* Lists. */

/* 'Leaders of the X need to …': the X that an area for priority action is addressed to, or null. */
static ofs_str addressed_body(ofs_str text)
{
    static const char *const leaders[] = {"leaders of",     "leaders in",   "leaders at",
                                          "leaders across", "leaders from", NULL};
    uint32_t n;
    int64_t at = ofs_phrase_find(text, " need to ", &n);
    if (at < 0)
        at = ofs_phrase_find(text, " needs to ", &n);
    if (at <= 0 || at > LONGEST_BODY)
        return OFS_NO_STR;
    ofs_str body = ofs_trim((ofs_str){text.p, (uint32_t)at});
    for (uint32_t i = 0; i < body.n; i++)
        if (body.p[i] == '.' || body.p[i] == ',' || body.p[i] == ';')
            return OFS_NO_STR;
    n = ofs_opening_words(body, leaders);
    body = ofs_trim((ofs_str){body.p + n, body.n - n});
    n = ofs_word_phrase_at(body, 0, "the");
    return ofs_trim((ofs_str){body.p + n, body.n - n});
}

/* Each entry's own words name the body, else those that lead in the list. */
static void read_scopes(ofs_list *list, uint32_t from, ofs_str leading)
{
    ofs_str shared = addressed_body(leading);
    for (uint32_t i = from; i < list->count; i++) {
        ofs_str own = addressed_body(list->at[i].text);
        list->at[i].scope = own.n ? own : shared;
    }
}

/* '… need to ensure that:' and items that are the rest of its sentence. */
static int leads_into(const ofs_blocks *blocks, uint32_t first, uint32_t end)
{
    if (first + 1 >= end || blocks->at[first].kind != OFS_BLOCK_PARAGRAPH ||
        blocks->at[first + 1].kind != OFS_BLOCK_ITEM)
        return 0;
    ofs_str leading = blocks->at[first].text;
    return leading.n && leading.p[leading.n - 1] == ':' && ofs_starts_lower(blocks->at[first + 1].text);
}

static void read_priorities(ofs_lists *lists, ofs_run *run)
{
    ofs_list *list = &lists->of[OFS_ROLE_PRIORITY];
    const ofs_blocks *blocks = &list->reader->blocks;
    uint32_t before = list->count;
    int led_in = run->first < run->end && blocks->at[run->first].kind == OFS_BLOCK_PARAGRAPH;
    ofs_str leading = led_in ? blocks->at[run->first].text : OFS_NO_STR;
    ofs_list_kind kind = run->kind;
    if (leads_into(blocks, run->first, run->end))
        run->kind = OFS_LIST_WHOLE;
    ofs_read_run(lists, run);
    run->kind = kind;
    read_scopes(list, before, leading);
}

/* A topic in a box, right below a heading, is the box's own. */
static int is_boxed(const ofs_blocks *blocks, const ofs_run *run)
{
    return run->role == OFS_ROLE_TOPIC && blocks->at[run->head].in_table && run->head &&
           is_heading(&blocks->at[run->head - 1]);
}

static void read_lists(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_lists *lists = ofs_lists_new(reader);
    for (ofs_run run = {.end = letter->body}; ofs_next_run(reader, letter->end, &run);) {
        if (is_boxed(&reader->blocks, &run))
            continue;
        if (run.list == OFS_ROLE_PRIORITY && run.role != OFS_ROLE_STUDY)
            read_priorities(lists, &run);
        else
            ofs_read_run(lists, &run);
    }
    ofs_file_lists(lists);
}

/* The head of the letter. */

/* An area that the register does not have, as the subject line names it: '… inspection of X', '… neglect in X'. */
static void name_area(ofs_reader *reader)
{
    ofs_report *report = reader->report;
    uint32_t length;
    int64_t at = ofs_phrase_find(report->title, "inspection of ", &length);
    if (report->authority.urn.n || at < 0)
        return;
    ofs_str area = {report->title.p + at + length, report->title.n - (uint32_t)at - length};
    report->authority.name = ofs_phrase_at(area, "the multi-agency") ? ofs_area_in(area) : ofs_trim(area);
}

/* The words of line i stand on a line above it, too. */
static int repeats_above(const ofs_source *source, uint32_t i)
{
    ofs_str text = ofs_trim(ofs_line_text(source, &source->lines[i]));
    for (uint32_t above = 0; above < i; above++)
        if (ofs_equal(ofs_trim(ofs_line_text(source, &source->lines[above])), text))
            return 1;
    return 0;
}

/* 'Children Partnership' right below 'Dear Norfolk Safeguarding': a salutation that a line's end broke. Not a line of the
 * address, printed again. */
static int goes_on_greeting(const ofs_source *source, uint32_t i)
{
    static const char *const others[] = {"inspection*", "letter*", "we", "this", "findings", NULL};
    const ofs_line *line = &source->lines[i];
    ofs_str text = ofs_trim(ofs_line_text(source, line));
    return !(line->flags & OFS_LINE_GAP) && line->page == line[-1].page && line->kind == line[-1].kind && text.n &&
           text.n <= LONGEST_GREETING && !ofs_ends_sentence(text) && !ofs_has_words(text, others) &&
           !repeats_above(source, i);
}

/* 'Dear local partnership': whom the letter greets, as the address lists every agency's leaders. */
static void read_greeting(ofs_reader *reader, const ofs_letter *letter)
{
    if (letter->salutation == reader->source->line_count)
        return;
    const ofs_source *source = reader->source;
    ofs_joiner joiner = {reader->arena, NULL, 0, 0};
    uint32_t end = letter->salutation + 1;
    while (end < source->line_count && end < letter->salutation + MOST_GREETING && goes_on_greeting(source, end))
        end++;
    for (uint32_t i = letter->salutation; i < end; i++)
        ofs_join(&joiner, ofs_trim(ofs_line_text(source, &source->lines[i])));
    ofs_str text = ofs_joined(&joiner);
    uint32_t n = ofs_phrase_at(text, "dear");
    reader->report->addressee = ofs_clean(reader->arena, ofs_trim_end((ofs_str){text.p + n, text.n - n}, ",:"));
}

/* The theme: what the agencies' response was to. */

/* 'the London Borough of X', 'X City Council': a name, or what the register knows. */
static int is_area(const ofs_reader *reader, ofs_str text)
{
    ofs_authority known;
    uint32_t the = ofs_phrase_at(text, "the ");
    return (the < text.n && ofs_is_upper(text.p[the])) || ofs_match_authority(reader->context, text, &known) == 1;
}

/* What follows the first of the leads that is followed by more than an area, to the end of its sentence or its last 'in
 * X'; *has_area gets whether it had one. */
static ofs_str theme_in(const ofs_reader *reader, ofs_str text, const char *const *leads, int *has_area)
{
    uint32_t length;
    int64_t at = ofs_find_one_of(text, leads, &length);
    if (at < 0)
        return OFS_NO_STR;
    uint32_t from = (uint32_t)at + length;
    ofs_str theme = ofs_trim_end((ofs_str){text.p + from, ofs_sentence_end(text, from) - from}, ".,:");
    ofs_str area = ofs_area_in(theme);
    *has_area = area.n && is_area(reader, area);
    if (*has_area)
        theme = ofs_trim_end((ofs_str){theme.p, (uint32_t)(area.p - theme.p) - (uint32_t)strlen(" in ")}, ",");
    return is_area(reader, theme) ? OFS_NO_STR : theme;
}

/* The subject line's theme before the opening's, which may be wider; but a subject line that does not come to its area
 * may be cut off. */
static ofs_str find_theme(const ofs_reader *reader, const ofs_letter *letter, const char *const *leads)
{
    int has_area = 0;
    ofs_str first = theme_in(reader, reader->report->title, leads, &has_area);
    for (uint32_t i = 0; i < letter->opening_count && !(first.n && has_area); i++) {
        ofs_str theme = theme_in(reader, letter->opening[i].text, leads, &has_area);
        if (theme.n && (has_area || !first.n))
            first = theme;
    }
    return first;
}

static void read_theme(ofs_reader *reader, const ofs_letter *letter)
{
    static const char *const usual[] = {"multi - agency response to ", "multi - agency responses to ", NULL};
    static const char *const others[] = {"(jtai) of the ",
                                         "(jtai) of ",
                                         "joint inspection of the ",
                                         "joint inspection of ",
                                         "area inspection of the ",
                                         "area inspection of ",
                                         "focus on the response to ",
                                         "inspection focused on the ",
                                         "inspection focused on ",
                                         NULL};
    ofs_str theme = find_theme(reader, letter, usual);
    reader->report->focus = theme.n ? theme : find_theme(reader, letter, others);
}

static void read(ofs_reader *reader)
{
    ofs_letter letter;
    ofs_find_letter(reader, &letter);
    ofs_read_subject(reader, &letter);
    name_area(reader);
    read_theme(reader, &letter);
    ofs_read_letter_date(reader, &letter);
    read_greeting(reader, &letter);
    ofs_read_inspection_period(reader, &letter);
    settle_study_headings(reader, &letter);
    move_boxes(reader, &letter);
    ofs_read_sections(reader, letter.body, letter.end, read_heading);
    read_lists(reader, &letter);
    ofs_read_previous(reader, &letter);
    ofs_read_footnotes(reader);
    ofs_check_signed(reader, &letter);
    ofs_check_paragraph_numbers(reader);
    ofs_check_repeats(reader);
}

static const char *const OPENINGS[] = {"this inspection took place", "the inspection took place", "between", NULL};
static const ofs_sign SIGNS[] = {{95, {SUBJECTS}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_JTAI = {.id = OFS_JTAI,
                                          .signs = SIGNS,
                                          .titles = SUBJECTS,
                                          .openings = OPENINGS,
                                          .headings = HEADINGS,
                                          .invariants = INVARIANTS,
                                          .days = {3, 12},
                                          .topics_divide = 1,
                                          .read = read};
