/* area_send.c: inspections of a local area partnership's services for children with special educational needs and/or
 * disabilities (area SEND), since 2023: one outcome of three, areas for priority action and for improvement.
 *
 * May hold only what is peculiar to these reports; the letters of 2016 to 2022 are letters.c's. */
#include "base/words.h"
#include "frameworks/area_send/progress.h"
#include "infer/infer.h"
#include "readers/checks.h"

#include <string.h>

static const ofs_heading HEADINGS[] = {
    {"inspection outcome$", OFS_ROLE_OUTCOME, 0, NULL},
    {"information about the local area partnership$", OFS_ROLE_PROSE, 0, NULL},
    {"what is it like to be a child or young person", OFS_ROLE_PROSE, 0, NULL},
    {"what is the area partnership doing that is effective", OFS_ROLE_STRENGTHS, 0, NULL},
    {"what does the area partnership need to do better", OFS_ROLE_DEVELOPMENT, 0, NULL},
    {"areas for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"areas for priority action responsible body", OFS_ROLE_PRIORITY, 0,
     NULL}, /* a page without tags glues the table on */
    {"responsible body areas for priority action$", OFS_ROLE_PRIORITY, 0, NULL}, /* the table's head */
    {"area for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"areas for improvement$", OFS_ROLE_IMPROVE, 0, NULL},
    {"area for improvement$", OFS_ROLE_IMPROVE, 0, NULL},
    {"local area partnership details$", OFS_ROLE_PROSE, 0, NULL},
    {"information about this inspection$", OFS_ROLE_ABOUT, 0, NULL},
    {"inspection team$", OFS_ROLE_TEAM, 0, NULL},
    OFS_NO_HEADING,
};

static ofs_role role_of(const ofs_reader *reader, ofs_str heading)
{
    return ofs_role_of(reader->headings, heading);
}

/* Both hold them. */
static const char *const OF_PRIORITIES[] = {"recommendations", "findings", NULL};

/* Tables: their rows become paragraphs of the section, so that it holds everything in reading order. */

typedef struct rewriter {
    ofs_reader *reader;
    ofs_block *out;
    uint32_t count;
    ofs_role role; /* of the heading that stands last */
    ofs_list *priority; /* rows of areas for priority action */
    uint32_t row_block; /* 1-based block of `out` that the last row became; 0: none in this section */
} rewriter;

static ofs_block *push(rewriter *w, const ofs_block *block)
{
    w->out[w->count] = *block;
    return &w->out[w->count++];
}

/* Below a table's rows words that are none: a row overleaf that lost its table, as in Markdown. */
static void doubt_rest(const rewriter *w, const ofs_block *block)
{
    ofs_reader *reader = w->reader;
    if (w->row_block && w->role == OFS_ROLE_PRIORITY && block->text.n && !area_send_is_monitoring(reader) &&
        !ofs_has_issue(reader->report, "odd_entry", "findings", NULL))
        ofs_add_issues_about(reader, "odd_entry", OF_PRIORITIES, ofs_place_of(block),
                             "Words below the table of areas for priority action were not read with it: '%s …'.",
                             ofs_few_words(block->text), OFS_NO_STR);
}

/* The last heading that stands above has the same words. */
static int repeats_heading(const rewriter *w, const ofs_block *block)
{
    uint32_t i = w->count;
    while (i && w->out[i - 1].kind != OFS_BLOCK_HEADING)
        i--;
    return i && ofs_equal(w->out[i - 1].text, block->text);
}

/* The head of the table repeats the heading, and may stand again on its next page. */
static void push_heading(rewriter *w, const ofs_block *block, ofs_role known)
{
    const ofs_block *last = w->count ? &w->out[w->count - 1] : NULL;
    int again =
        last && last->kind == OFS_BLOCK_HEADING && known != OFS_ROLE_TOPIC && role_of(w->reader, last->text) == known;
    int heads_table = known == OFS_ROLE_PRIORITY && ofs_has_phrase(block->text, "responsible body");
    /* where a page's text gives the columns one after the other, the second one's head */
    again |= known == OFS_ROLE_PRIORITY && w->role == known && (heads_table || repeats_heading(w, block));
    if (known == OFS_ROLE_TOPIC)
        doubt_rest(w, block);
    w->role = known;
    w->row_block = 0;
    if (again)
        return;
    ofs_block *made = push(w, block);
    made->kind = OFS_BLOCK_HEADING;
    uint32_t n;
    int64_t at = heads_table ? ofs_phrase_find(made->text, "areas for priority action", &n) : -1;
    if (at >= 0)
        made->text = (ofs_str){made->text.p + at, n};
}

static void go_on_row(rewriter *w, ofs_str text, uint32_t end, uint32_t page)
{
    ofs_list_go_on(w->priority, text, end);
    ofs_block *block = &w->out[w->row_block - 1];
    block->text = w->priority->at[w->priority->count - 1].text;
    block->span.end = end;
    block->last_page = page;
}

/* The row goes on with the last one, which the page's end has cut. */
static int row_goes_on(const rewriter *w, ofs_str body, ofs_str text)
{
    if (!w->row_block)
        return 0;
    const ofs_entry *last = &w->priority->at[w->priority->count - 1];
    return !body.n || !ofs_ends_sentence(last->text) || ofs_starts_lower(text) || ofs_bullet_label(text);
}

static void add_to_scope(const ofs_list *priority, ofs_str scope)
{
    ofs_arena *arena = priority->reader->arena;
    ofs_entry *last = &priority->at[priority->count - 1];
    if (!last->scope.n)
        last->scope = scope;
    else if (scope.n && !ofs_equal(scope, last->scope)) /* a table may name it again overleaf */
        last->scope = ofs_concat_words(arena, last->scope, scope);
}

static void begin_row(rewriter *w, ofs_str text, ofs_str scope, ofs_place place, uint16_t left)
{
    ofs_list_add(w->priority, text, w->out[w->count - 1].text, place)->scope = scope;
    if (w->row_block)
        w->priority->at[w->priority->count - 1].heading = w->priority->at[w->priority->count - 2].heading;
    ofs_block made = {.kind = OFS_BLOCK_PARAGRAPH,
                      .text = text,
                      .page = place.page,
                      .last_page = place.page,
                      .span = place.span,
                      .in_table = 1,
                      .left = left};
    push(w, &made);
    w->row_block = w->count;
}

static void add_row(rewriter *w, const ofs_block *block, const ofs_cell *body, const ofs_cell *words, int first)
{
    ofs_str scope = body ? body->text : OFS_NO_STR;
    ofs_str text = ofs_without_bullets(w->reader->arena, words->text);
    if (first && row_goes_on(w, scope, words->text)) {
        go_on_row(w, text, words->span.end, words->page);
        add_to_scope(w->priority, scope);
        return;
    }
    ofs_place place = {words->page, {body ? body->span.start : words->span.start, words->span.end}};
    begin_row(w, text, scope, place, block->left);
}

/* A row of which one cell alone has words: the rest of the one before it overleaf, else one that lacks its body. */
static void add_words(rewriter *w, const ofs_block *block)
{
    const ofs_block *row = &w->out[w->row_block - 1];
    int is_overleaf = block->page != row->last_page || row->page != row->last_page;
    ofs_str text = ofs_without_bullets(w->reader->arena, block->text);
    if (is_overleaf || block->kind == OFS_BLOCK_ITEM || row_goes_on(w, OFS_LIT("-"), block->text))
        go_on_row(w, text, block->span.end, block->last_page);
    else
        begin_row(w, text, OFS_NO_STR, ofs_place_of(block), block->left);
}

static void check_bodies(const ofs_list *priority)
{
    for (uint32_t i = 0; i < priority->count; i++)
        if (!priority->at[i].scope.n)
            ofs_add_issue(priority->reader, "missing", "recommendations", priority->at[i].place,
                          "No responsible body is given beside this area for priority action.");
}

/* The table's head, of `count` cells: 1. Other columns than the body and its area, or another order, are said. */
static int is_head_row(ofs_reader *reader, const ofs_cell *cells, uint32_t count)
{
    uint32_t body = 0;
    while (body < count && !ofs_is_phrase(cells[body].text, "responsible body"))
        body++;
    int is_odd = body < count && (body || count > 2);
    if (is_odd)
        ofs_add_issues_about(
            reader, "fallback", OF_PRIORITIES, (ofs_place){cells->page, cells->span},
            "The table of areas for priority action has other columns than the responsible body and the area, or in "
            "another order; they may be mixed up.",
            OFS_NO_STR, OFS_NO_STR);
    return body < count;
}

static void read_rows(rewriter *w, const ofs_block *block, const ofs_grid *grid, uint32_t from)
{
    for (uint32_t i = from, end; i < grid->count; i = end) {
        for (end = i + 1; end < grid->count && grid->cells[end].row == grid->cells[i].row; end++)
            ;
        if (is_head_row(w->reader, &grid->cells[i], end - i))
            continue;
        const ofs_cell *words = &grid->cells[end - 1];
        add_row(w, block, end - i > 1 ? &grid->cells[i] : NULL, words, i == from);
    }
}

/* A table's first cells that are headings of the report. */
static uint32_t take_heading_cells(rewriter *w, const ofs_block *block, const ofs_grid *grid)
{
    uint32_t i = 0;
    for (; i < grid->count; i++) {
        const ofs_cell *cell = &grid->cells[i];
        int alone = i + 1 == grid->count || grid->cells[i + 1].row != cell->row;
        ofs_role known = role_of(w->reader, cell->text);
        if (!alone || known == OFS_ROLE_TOPIC)
            break;
        ofs_block heading = {.kind = OFS_BLOCK_HEADING,
                             .text = cell->text,
                             .page = cell->page,
                             .last_page = cell->page,
                             .span = cell->span,
                             .bold = cell->bold,
                             .size = cell->size,
                             .left = block->left};
        push_heading(w, &heading, known);
    }
    return i;
}

static void take_table(rewriter *w, const ofs_block *block)
{
    ofs_grid *grid = &w->reader->blocks.grids[block->grid];
    uint32_t from = take_heading_cells(w, block, grid);
    if (from == grid->count)
        return;
    if (w->role == OFS_ROLE_PRIORITY) {
        read_rows(w, block, grid, from);
        return;
    }
    uint32_t row = grid->cells[from].row;
    grid->cells += from;
    grid->count -= from;
    for (uint32_t i = 0; i < grid->count; i++) /* the first row need not come first */
        row = grid->cells[i].row < row ? grid->cells[i].row : row;
    grid->rows -= row;
    for (uint32_t i = 0; i < grid->count; i++)
        grid->cells[i].row -= row;
    push(w, block);
}

/* The head of the table of details, where its cells were not told apart. */
static int is_details_head(ofs_str text)
{
    return ofs_phrase_at(text, "local authority integrated care board") != 0;
}

static void take_text(rewriter *w, const ofs_block *block)
{
    ofs_role known = block->number || block->kind == OFS_BLOCK_ITEM ? OFS_ROLE_TOPIC : role_of(w->reader, block->text);
    if ((block->kind == OFS_BLOCK_HEADING && !is_details_head(block->text)) || known != OFS_ROLE_TOPIC) {
        push_heading(w, block, known);
    } else if (w->row_block && block->in_table) {
        add_words(w, block);
    } else {
        doubt_rest(w, block);
        push(w, block)->kind = block->kind == OFS_BLOCK_HEADING ? OFS_BLOCK_PARAGRAPH : block->kind;
    }
}

static void rewrite(ofs_reader *reader, ofs_list *priority)
{
    size_t most = (size_t)reader->blocks.count + 1;
    for (uint32_t i = 0; i < reader->blocks.grid_count; i++)
        most += reader->blocks.grids[i].count;
    rewriter w = {.reader = reader, .out = OFS_NEW_ARRAY(reader->arena, ofs_block, most), .priority = priority};
    for (uint32_t i = 0; i < reader->blocks.count; i++)
        if (reader->blocks.at[i].kind == OFS_BLOCK_TABLE)
            take_table(&w, &reader->blocks.at[i]);
        else
            take_text(&w, &reader->blocks.at[i]);
    check_bodies(priority);
    reader->blocks.at = w.out;
    reader->blocks.count = w.count;
}

/* Parts of the report: the blocks below the first heading of a kind, up to the next heading. */

typedef struct part {
    uint32_t heading, first, end; /* heading: blocks.count where there is no such part */
} part;

static part find_part(const ofs_reader *reader, ofs_role wanted, uint32_t end)
{
    const ofs_blocks *blocks = &reader->blocks;
    part found = {blocks->count, end, end};
    for (uint32_t i = 0; i < end; i++) {
        if (blocks->at[i].kind != OFS_BLOCK_HEADING)
            continue;
        if (found.heading < end) {
            found.end = i;
            return found;
        }
        if (role_of(reader, blocks->at[i].text) == wanted) {
            found.heading = i;
            found.first = i + 1;
        }
    }
    return found;
}

/* The first heading that the framework knows ends the cover. */
static uint32_t first_part(const ofs_reader *reader, uint32_t end)
{
    for (uint32_t i = 0; i < end; i++)
        if (reader->blocks.at[i].kind == OFS_BLOCK_HEADING &&
            role_of(reader, reader->blocks.at[i].text) != OFS_ROLE_TOPIC)
            return i;
    return end;
}

/* The outcome. */

static const struct {
    ofs_grade grade;
    const char *phrase; /* what says so; `printed` keeps it as printed */
} OUTCOMES[] = {
    {OFS_TYPICALLY_POSITIVE, "typically lead to positive experiences and outcomes"},
    {OFS_INCONSISTENT, "lead to inconsistent experiences and outcomes"},
    {OFS_WIDESPREAD_FAILINGS, "widespread and/or systemic failings"},
    {OFS_WIDESPREAD_FAILINGS, "widespread and systemic failings"},
    {OFS_WIDESPREAD_FAILINGS, "widespread or systemic failings"},
};

/* The first outcome that the block names: 1, its grade, words and place. */
static int find_outcome(const ofs_reader *reader, const ofs_block *block, ofs_grade *grade, ofs_str *printed,
                        ofs_place *place)
{
    ofs_str raw = {reader->source->text.p + block->span.start, block->span.end - block->span.start};
    for (size_t i = 0; i < sizeof OUTCOMES / sizeof *OUTCOMES; i++) {
        uint32_t n;
        int64_t at = ofs_phrase_find(block->text, OUTCOMES[i].phrase, &n);
        if (at < 0)
            continue;
        *grade = OUTCOMES[i].grade;
        *printed = (ofs_str){block->text.p + at, n};
        *place = ofs_place_of(block);
        at = ofs_phrase_find(raw, OUTCOMES[i].phrase, &n);
        if (at >= 0)
            place->span = (ofs_span){block->span.start + (uint32_t)at, block->span.start + (uint32_t)at + n};
        return 1;
    }
    return 0;
}

static void read_outcome(ofs_reader *reader, uint32_t first, uint32_t end)
{
    static const ofs_row outcome = {"inspection_outcome", NULL, "inspection outcome", OFS_ROW_APART};
    for (uint32_t i = first; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        ofs_grade grade;
        ofs_str printed;
        ofs_place place;
        if (block->kind == OFS_BLOCK_HEADING || block->kind == OFS_BLOCK_TABLE ||
            !find_outcome(reader, block, &grade, &printed, &place))
            continue;
        ofs_offer_judgement(
            reader,
            (ofs_offer){
                .row = &outcome, .printed = printed, .grade = grade, .source = OFS_FROM_SENTENCE, .place = place});
    }
}

static void check_outcome(ofs_reader *reader, part outcome)
{
    const ofs_report *report = reader->report;
    if (outcome.heading == reader->blocks.count && report->judgement_count)
        ofs_add_issue(reader, "fallback", "judgements",
                      (ofs_place){report->judgements[0].page, report->judgements[0].span},
                      "There is no heading 'Inspection outcome'; the outcome was read from the text.");
}

/* The cover. */

/* The piece from its title on, which text without gaps glues to the line above; else nothing. */
static ofs_str title_in(ofs_str piece)
{
    uint32_t n = ofs_phrase_at(piece, "local area partnership report");
    while (n < piece.n && ofs_is_space((unsigned char)piece.p[n]))
        n++;
    ofs_str title = {piece.p + n, piece.n - n};
    return ofs_phrase_at(title, "area send") ? title : OFS_NO_STR;
}

static void read_title(ofs_reader *reader, ofs_cover cover)
{
    for (uint32_t i = 0; i < cover.count; i++) {
        const ofs_piece *piece = &cover.at[i];
        ofs_str text = title_in(piece->text);
        if (!text.n)
            continue;
        uint32_t n;
        ofs_str title = ofs_title_from(reader, cover, i, text, "partnership");
        if (!ofs_has_phrase(title, "partnership"))
            title = ofs_title_from(reader, cover, i, text, NULL); /* the names of several areas */
        int64_t at = ofs_phrase_find(title, "inspection of ", &n);
        reader->report->title = title;
        ofs_str name = at < 0 ? title : (ofs_str){title.p + at + n, title.n - (uint32_t)at - n};
        int64_t tail = ofs_phrase_find(name, "local area", &n);
        ofs_set_authority(reader, ofs_trim(tail > 0 ? (ofs_str){name.p, (uint32_t)tail} : name), piece->place);
        return;
    }
    ofs_set_authority(reader, OFS_NO_STR, OFS_NOWHERE);
}

/* 'June 2019': of a date without a day the month and the year. */
static int add_previous_month(ofs_reader *reader, ofs_str printed)
{
    uint32_t at, length = 0, year = ofs_find_year(printed, OFS_LAST, &at);
    ofs_str before = year ? ofs_trim((ofs_str){printed.p, at}) : OFS_NO_STR;
    int month = before.n ? ofs_month_ending(before, &length) : 0;
    if (!year || length != before.n)
        return 0;
    *ofs_add_previous_inspection(reader) = (ofs_previous_inspection){.year = year, .month = (uint8_t)month};
    return 1;
}

static void read_previous(ofs_reader *reader, ofs_cover cover)
{
    static const char *const labels[] = {"dates of previous inspection", "date of previous inspection", NULL};
    const ofs_piece *piece;
    ofs_found_periods found;
    ofs_str printed = ofs_labelled_dates(reader, cover, labels, &piece);
    uint32_t before = reader->report->previous_inspection_count;
    for (uint32_t at = 0; printed.n && ofs_find_periods(reader->arena, printed, at, 0, &found); at = found.at.end) {
        ofs_add_previous_periods(reader, &found, NULL);
        ofs_add_date_issues(reader, found.flags, "previous_inspections", piece->place, printed);
    }
    if (printed.n && reader->report->previous_inspection_count == before && !add_previous_month(reader, printed) &&
        ofs_has_digit(printed))
        ofs_add_issue_about(reader, "unreadable", "previous_inspections", piece->place,
                            "The dates of the previous inspection could not be read: '%s'.", printed, OFS_NO_STR);
}

/* The report's lists. */

/* A row, or the rest of the one above, both of whose columns go on. 0: which of them it is cannot be told. */
static int add_tabbed(ofs_list *priority, const ofs_entry *above, ofs_str body, ofs_str words, ofs_place place)
{
    if (above && ofs_starts_lower(words)) {
        ofs_list_go_on(priority, words, place.span.end);
        add_to_scope(priority, body);
        return 1;
    }
    int is_row = !above || ofs_ends_sentence(above->text);
    if (is_row)
        ofs_list_add(priority, words, OFS_NO_STR, place)->scope = body;
    return is_row;
}

/* 'Responsible body', a tab and the area, on every line of the part: 1 and the rows, else 0. */
static int read_tabbed(ofs_reader *reader, ofs_list *priority, part found)
{
    const ofs_source *source = reader->source;
    const ofs_block *blocks = reader->blocks.at;
    uint32_t before = priority->count;
    for (uint32_t i = 0; found.first < found.end && i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        if (line->start < blocks[found.first].span.start || line->end > blocks[found.end - 1].span.end)
            continue;
        ofs_str text = ofs_trim(ofs_line_text(source, line));
        const char *tab = text.n ? memchr(text.p, '\t', text.n) : NULL;
        ofs_str body = tab ? ofs_clean(reader->arena, ofs_slice(text.p, tab)) : OFS_NO_STR;
        if (!text.n || ofs_is_phrase(body, "responsible body"))
            continue;
        const ofs_entry *above = priority->count > before ? &priority->at[priority->count - 1] : NULL;
        ofs_str words = tab ? ofs_clean(reader->arena, ofs_slice(tab, text.p + text.n)) : OFS_NO_STR;
        if (!tab || !add_tabbed(priority, above, body, words, ofs_place_of_line(line))) {
            priority->count = before;
            return 0;
        }
    }
    for (uint32_t i = before; i < priority->count; i++)
        priority->at[i].heading = blocks[found.heading].text;
    return priority->count > before;
}

/* The table of areas for priority action came without its cells: its columns may stand mixed. */
static void read_loose_priority(ofs_lists *lists, ofs_list *priority, uint32_t end)
{
    ofs_reader *reader = priority->reader;
    ofs_list *loose = &lists->of[OFS_ROLE_PRIORITY];
    part found = find_part(reader, OFS_ROLE_PRIORITY, end);
    int is_loose = !priority->count && found.heading < end && !read_tabbed(reader, priority, found);
    if (is_loose)
        ofs_add_issues_about(
            reader, loose->count ? "fallback" : "missing", OF_PRIORITIES,
            ofs_place_of(&reader->blocks.at[found.heading]),
            loose->count ? "The table of areas for priority action has no cells here; its two columns may be mixed up."
                         : "Nothing below 'Areas for priority action' could be read as one.",
            OFS_NO_STR, OFS_NO_STR);
    if (priority->count)
        *loose = *priority;
}

/* Each area for improvement is a row of a table; without its lines the rows run together. */
static void check_rows(ofs_reader *reader, const ofs_list *improvement, part found)
{
    if (!improvement->count && found.first < found.end)
        ofs_add_issue(reader, "missing", "recommendations", ofs_place_of(&reader->blocks.at[found.heading]),
                      "Nothing below 'Areas for improvement' could be read as an area for improvement.");
    if (improvement->count && !improvement->at[0].table)
        ofs_add_issue(
            reader, "fallback", "recommendations", improvement->at[0].place,
            "The table of areas for improvement has no rows here; its paragraphs were read instead, and two may belong together.");
}

/* Of a monitoring inspection: what stands below 'Area for priority action' is prose, but for a table's rows. */
static void read_lists(ofs_reader *reader, ofs_list *priority, uint32_t end)
{
    ofs_lists *lists = ofs_read_lists(reader, 0, end);
    part rows = find_part(reader, OFS_ROLE_PRIORITY, end);
    if (!area_send_is_monitoring(reader)) {
        read_loose_priority(lists, priority, end);
    } else {
        if (!priority->count && rows.heading < end)
            read_tabbed(reader, priority, rows);
        lists->of[OFS_ROLE_PRIORITY] = *priority;
    }
    check_rows(reader, &lists->of[OFS_ROLE_IMPROVE], find_part(reader, OFS_ROLE_IMPROVE, end));
    ofs_file_lists(lists);
}

/* A monitoring inspection: what was judged of each area for priority action. Where a table lists these, they are judged in
 * its order. */
static void read_monitored(ofs_reader *reader, uint32_t end)
{
    ofs_findings judged, *listed = &reader->report->priority_actions;
    area_send_read_progress(reader, &AREA_SEND_MONITORING, 0, end, &judged);
    if (!listed->count) {
        *listed = judged;
        return;
    }
    ofs_progress outcome = reader->report->progress.outcome;
    int same = judged.count == listed->count, all = outcome && outcome != OFS_MIXED_PROGRESS;
    for (uint32_t i = 0; i < listed->count; i++)
        listed->at[i].progress = same ? judged.at[i].progress : all ? outcome : OFS_PROGRESS_NONE;
    if (!same && !all)
        ofs_add_issue(reader, "unreadable", "findings", (ofs_place){listed->at[0].page, listed->at[0].span},
                      "What was judged of some of these was not found.");
}

/* What the inspection before it found, in its own words; the year is the sentence's, else that of the one that the cover
 * names. */
static void read_earlier_outcome(ofs_reader *reader, uint32_t told)
{
    const ofs_report *report = reader->report;
    for (uint32_t i = 0; i < told; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        ofs_previous_judgement found = {.label = OFS_LIT("Inspection outcome")};
        ofs_str printed;
        ofs_place place;
        uint32_t at;
        if (block->kind == OFS_BLOCK_TABLE || !find_outcome(reader, block, &found.grade, &printed, &place))
            continue;
        found.year = ofs_find_year(block->text, OFS_FIRST, &at);
        if (!found.year && report->previous_inspection_count == 1)
            found.year = report->previous_inspections[0].start.year;
        *ofs_add_previous_judgement(reader) = found;
        return;
    }
}

/* 'If you are not happy with the inspection …' begins the publisher's last page. */
static uint32_t body_end(const ofs_reader *reader)
{
    uint32_t end = ofs_body_end(reader);
    for (uint32_t i = 0; i < end; i++)
        if (reader->blocks.at[i].kind == OFS_BLOCK_PARAGRAPH &&
            ofs_phrase_at(reader->blocks.at[i].text, "if you are not happy with the inspection"))
            return i;
    return end;
}

static void read(ofs_reader *reader)
{
    ofs_list priority = {.reader = reader};
    rewrite(reader, &priority);
    area_send_read_details(reader);
    uint32_t end = body_end(reader);
    ofs_check_end(reader, end);
    part outcome = find_part(reader, OFS_ROLE_OUTCOME, end), team = find_part(reader, OFS_ROLE_TEAM, end);
    uint32_t body = first_part(reader, end), told = team.heading < end ? team.first : end;
    ofs_cover cover = ofs_read_cover(reader, body);
    read_title(reader, cover);
    ofs_read_inspection_dates(reader, cover);
    ofs_check_footer_dates(reader);
    read_previous(reader, cover);
    if (area_send_is_monitoring(reader))
        read_earlier_outcome(reader, told);
    else
        read_outcome(reader, outcome.heading < end ? outcome.first : 0, outcome.heading < end ? outcome.end : end);
    check_outcome(reader, outcome);
    read_lists(reader, &priority, end);
    if (area_send_is_monitoring(reader))
        read_monitored(reader, told);
    area_send_read_team(reader, told, end);
    ofs_read_sections(reader, body, told, NULL);
    ofs_read_footnotes(reader);
    ofs_check_repeats(reader);
}

/* A monitoring inspection says what progress was made, and neither has an outcome nor asks for anything. */
static int is_no_monitoring(const ofs_reader *reader)
{
    return !area_send_is_monitoring(reader);
}

static const ofs_invariant INVARIANTS[] = {
    OFS_COVER_DATES,
    {OFS_ALWAYS_FIELD, "missing", "inspectors", .message = "The inspection team was not found."},
    {OFS_ALWAYS_FIELD, "missing", "judgements", .message = "None of the three outcomes is printed.",
     .only = is_no_monitoring},
    {OFS_ALWAYS_FIELD, "missing", "recommendations",
     .message = "No areas for improvement or for priority action were found.", .only = is_no_monitoring},
    {OFS_ALWAYS_FIELD, "missing", "findings",
     .message = "No area for priority action that the monitoring inspection looked at was found.",
     .only = area_send_is_monitoring},
    {OFS_ALWAYS_FIELD, "missing", "findings", .message = "Nothing that the partnership needs to do better was found.",
     .only = is_no_monitoring},
    {OFS_ALWAYS_STRENGTHS, "missing", "findings", .message = "Nothing that the partnership does well was found.",
     .only = is_no_monitoring},
    OFS_NO_INVARIANT,
};

static const char *const TITLES[] = {"area send inspection of", "area send full inspection of",
                                     "area send monitoring inspection of", NULL};
static const ofs_sign SIGNS[] = {{95, {TITLES}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_AREA_SEND = {.id = OFS_AREA_SEND,
                                               .signs = SIGNS,
                                               .titles = TITLES,
                                               .headings = HEADINGS,
                                               .invariants = INVARIANTS,
                                               .days = {3, 16},
                                               .lists = OFS_LIST_OF_ROWS,
                                               .read = read};
