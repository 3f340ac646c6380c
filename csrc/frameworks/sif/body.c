/* body.c: the body of a SIF report as headings and paragraphs: its layout tables taken apart, contents and the
 * cover of a second report dropped, a level for every heading; then the tree of sections.
 *
 * May not read facts; grades only of headings. */
#include "base/words.h"
#include "frameworks/sif/sif.h"

#include <string.h>

enum { LONGEST_SUBHEADING = 110, LONGEST_COVER_LINE = 160, LONGEST_COLUMN_HEAD = 48 /* bytes */ };

typedef struct preparation {
    ofs_reader *reader;
    ofs_blocks made; /* the blocks so far */
    uint32_t first;  /* of the body */
    uint8_t *roles;
    uint32_t role_capacity;
    ofs_role part, last; /* the part that is open; the last heading that is known */
    uint8_t level;       /* of that */
    int dropping;        /* within contents or a second cover */
    ofs_halves halves;   /* of the last paragraph */
} preparation;

static ofs_block *push(preparation *p, const ofs_block *block, ofs_role role)
{
    ofs_arena *arena = p->reader->arena;
    p->roles = ofs_arena_grow(arena, p->roles, p->made.count, &p->role_capacity, sizeof *p->roles);
    p->made.at = ofs_arena_grow(arena, p->made.at, p->made.count, &p->made.capacity, sizeof *p->made.at);
    p->roles[p->made.count] = (uint8_t)role;
    p->made.at[p->made.count] = *block;
    return &p->made.at[p->made.count++];
}

/* Headings. */

/* 'Leadership, management and governance' is also a topic among the reasons and the areas for improvement; 'The LSCB'
 * also one of what the judgements mean. */
static ofs_heading in_context(const preparation *p, const ofs_block *block, ofs_heading heading)
{
    int listing = p->last == OFS_ROLE_IMPROVE_PART || p->last == OFS_ROLE_IMPROVE || p->last == OFS_ROLE_REASONS;
    if (heading.role == OFS_ROLE_JUDGEMENT && listing && !block->label.n && (block->level > 3 || !block->bold))
        return (ofs_heading)OFS_NO_HEADING;
    if (p->part == OFS_ROLE_MEANING && (heading.role == OFS_ROLE_AUTHORITY || heading.role == OFS_ROLE_BOARD) &&
        block->level != 1 && !ofs_phrase_at(block->text, "section"))
        return (ofs_heading){NULL, OFS_ROLE_SUBTOPIC, 2, NULL};
    if (heading.role == OFS_ROLE_ABOUT && p->part == OFS_ROLE_AUTHORITY && block->level > 1)
        heading.level = 2;
    return heading;
}

static int ends_in(ofs_str text, char mark)
{
    return text.n && text.p[text.n - 1] == mark;
}

static void add_heading(preparation *p, const ofs_block *block)
{
    ofs_heading heading = in_context(p, block, sif_heading_of(p->reader, ofs_heading_text(p->reader, block)));
    p->dropping = heading.role == OFS_ROLE_CONTENTS;
    if (p->dropping)
        return;
    int no_topic = ends_in(block->text, '.') || p->last == OFS_ROLE_TEAM; /* a sentence, a name */
    if (heading.role == OFS_ROLE_TOPIC && no_topic) {
        push(p, block, p->last)->kind = OFS_BLOCK_PARAGRAPH;
        return;
    }
    ofs_block *made = push(p, block, heading.role);
    made->kind = OFS_BLOCK_HEADING;
    if (heading.role == OFS_ROLE_TOPIC) {
        made->level = (uint8_t)(p->level + 1);
        return;
    }
    made->level = heading.level;
    p->level = heading.level;
    p->last = heading.role;
    if (heading.level == 1)
        p->part = heading.role;
}

/* Tables that only lay the page out. */

static int is_column_head(ofs_str text)
{
    static const char *const heads[] = {"key judgement", "judgement grade", "key judgement judgement grade",
                                        "key judgment",  "judgment grade",  "inspection grade",
                                        "judgement",     "grade",           NULL};
    return text.n <= LONGEST_COLUMN_HEAD && ofs_is_one_of(text, heads);
}

/* The cell that is a judgement's heading, or NULL. */
static const ofs_cell *heading_cell(const preparation *p, const ofs_grid *grid)
{
    for (uint32_t i = 0; i < grid->count; i++) {
        ofs_heading heading = sif_heading_of(p->reader, grid->cells[i].text);
        if (heading.role == OFS_ROLE_JUDGEMENT || heading.role == OFS_ROLE_SUBJUDGEMENT ||
            heading.role == OFS_ROLE_BOARD_JUDGEMENT)
            return &grid->cells[i];
    }
    return NULL;
}

static int is_contents(const preparation *p, const ofs_grid *grid)
{
    uint32_t known = 0;
    for (uint32_t i = 0; i < grid->count; i++) {
        if (ofs_is_phrase(grid->cells[i].text, "contents"))
            return 1;
        known += sif_heading_of(p->reader, grid->cells[i].text).role != OFS_ROLE_TOPIC;
    }
    return known > 3;
}

static ofs_block block_of(const ofs_cell *cell, const ofs_block *table)
{
    ofs_block block = *table;
    block.kind = OFS_BLOCK_PARAGRAPH;
    block.text = cell->text;
    block.label = OFS_NO_STR;
    block.page = block.last_page = cell->page;
    block.span = cell->span;
    block.bold = cell->bold;
    block.size = cell->size;
    block.in_table = 1;
    return block;
}

/* The heading that stands right above, in the same words. */
static ofs_block *heading_above(preparation *p, ofs_str heading)
{
    if (p->made.count <= p->first)
        return NULL;
    ofs_block *above = &p->made.at[p->made.count - 1];
    const char *key = sif_heading_of(p->reader, heading).key, *key_above = sif_heading_of(p->reader, above->text).key;
    return above->kind == OFS_BLOCK_HEADING && key_above && strcmp(key, key_above) == 0 ? above : NULL;
}

/* A heading whose grade, from the cell beside it, is the label. */
static void add_graded(preparation *p, const ofs_block *block)
{
    ofs_block *above = heading_above(p, block->text);
    if (!above)
        add_heading(p, block);
    else if (block->label.n)
        above->label = block->label;
}

/* 'Key judgement Judgement grade Leadership, …': the row below, where both are one paragraph. */
static ofs_str without_column_heads(ofs_str text)
{
    static const char *const heads[] = {"key judgement judgement grade", "key judgment judgment grade", NULL};
    uint32_t n = ofs_opening_words(text, heads);
    return ofs_trim((ofs_str){text.p + n, text.n - n});
}

/* What a grade's cell put into the heading beside it: one or two spans, as the cell had lines. A grade that is no cell's
 * begins with a small letter. Returns how many. */
static uint32_t find_interleaved(ofs_str text, ofs_span at[2])
{
    ofs_grade grade;
    uint32_t n, rest;
    if (ofs_find_grade(text, 0, OFS_FIRST, &grade, &at[0]))
        return ofs_is_upper(text.p[at[0].start]);
    int64_t first = ofs_phrase_find(text, "requires ", &n);
    if (first < 0 || !ofs_is_upper(text.p[first]))
        return 0;
    uint32_t from = (uint32_t)first + n;
    int64_t second = ofs_phrase_find((ofs_str){text.p + from, text.n - from}, "improvement", &rest);
    if (second < 0)
        return 0;
    at[0] = (ofs_span){(uint32_t)first, from - 1};
    at[1] = (ofs_span){from + (uint32_t)second, from + (uint32_t)second + rest};
    return 2;
}

static ofs_str piece(ofs_str text, uint32_t from, uint32_t to)
{
    return ofs_trim((ofs_str){text.p + from, to - from});
}

/* Where the cells were not told apart: 'The experiences and progress of Requires improvement children who need help',
 * 'The experiences and progress of Requires children who need help and improvement protection'. 1 where it was so. */
static int take_interleaved(preparation *p, const ofs_block *block)
{
    ofs_grade grade;
    ofs_span at[2];
    if (block->number || block->kind == OFS_BLOCK_ITEM || p->last == OFS_ROLE_PREVIOUS)
        return 0;
    ofs_str text = without_column_heads(block->text), words;
    ofs_joiner heading = {p->reader->arena, NULL, 0, 0}, label = heading;
    if (text.n > LONGEST_COVER_LINE)
        return 0;
    uint32_t count = find_interleaved(text, at), end = 0;
    for (uint32_t i = 0; i < count; i++) {
        ofs_join(&heading, piece(text, end, at[i].start));
        ofs_join(&label, piece(text, at[i].start, at[i].end));
        end = at[i].end;
    }
    if (!count)
        return 0;
    ofs_join(&heading, piece(text, end, text.n));
    ofs_block made = *block;
    made.text = ofs_joined(&heading);
    made.label = ofs_joined(&label);
    made.bold = 1;
    if (sif_heading_of(p->reader, made.text).role != OFS_ROLE_JUDGEMENT || ofs_split_heading(made.text, &words, &grade))
        return 0;
    add_graded(p, &made);
    return 1;
}

/* 1 where the table was a heading with its grade, and perhaps prose in further cells. */
static int take_apart(preparation *p, const ofs_block *table)
{
    const ofs_grid *grid = &p->reader->blocks.grids[table->grid];
    const ofs_cell *heading = heading_cell(p, grid), *grade_cell = NULL;
    ofs_grade grade;
    if (!heading || grid->count > 8)
        return 0;
    for (uint32_t i = 0; i < grid->count; i++)
        if (ofs_read_grade(grid->cells[i].text, &grade))
            grade_cell = &grid->cells[i];
    ofs_block made = block_of(heading, table);
    made.label = grade_cell ? grade_cell->text : OFS_NO_STR;
    made.bold = 1;
    add_graded(p, &made);
    for (uint32_t i = 0; i < grid->count; i++) {
        const ofs_cell *cell = &grid->cells[i];
        ofs_block block = block_of(cell, table);
        if (cell == heading || cell == grade_cell || is_column_head(cell->text))
            continue;
        if (sif_heading_of(p->reader, cell->text).role != OFS_ROLE_TOPIC)
            add_heading(p, &block);
        else
            push(p, &block, p->last);
    }
    return 1;
}

/* What is tagged as a paragraph and is a heading. */

/* A short line in larger type than the list below it, or among the areas for improvement: a heading in italics. */
static int is_subheading(const preparation *p, const ofs_block *block, const ofs_block *next)
{
    if (block->number || !block->text.n || block->text.n > LONGEST_SUBHEADING || !ofs_is_upper(block->text.p[0]))
        return 0;
    if (!next || next->kind == OFS_BLOCK_HEADING || next->kind == OFS_BLOCK_TABLE || ofs_ends_sentence(block->text))
        return 0;
    const ofs_block *above = p->made.count ? &p->made.at[p->made.count - 1] : NULL;
    if (p->last == OFS_ROLE_IMPROVE_PART && next->number && block->kind == OFS_BLOCK_PARAGRAPH)
        return above && (above->kind == OFS_BLOCK_HEADING || ofs_ends_sentence(above->text));
    return block->size > next->size && next->size && (next->kind == OFS_BLOCK_ITEM || next->number);
}

/* Wholly a heading that SIF reports have. A sentence with a grade ends in a full stop and is not bold; in a list of
 * previous inspections 'Leadership, management and governance: inadequate' is an item. */
static int is_known_heading(const preparation *p, const ofs_block *block, const ofs_block *next)
{
    int may_be = block->kind == OFS_BLOCK_PARAGRAPH || (block->kind == OFS_BLOCK_ITEM && block->bold);
    if (!may_be || block->number || block->label.n)
        return 0;
    ofs_str text = ofs_heading_text(p->reader, block);
    if (!text.n || text.n > LONGEST_COVER_LINE)
        return 0;
    if (ends_in(text, '.') && !block->bold)
        return 0;
    ofs_heading heading = sif_heading_of(p->reader, text);
    if (p->last == OFS_ROLE_PREVIOUS && heading.key)
        return 0;
    if (heading.role == OFS_ROLE_BOARD) /* 'The LSCB' alone is no part's heading where it is not tagged as one */
        return ofs_has_phrase(text, "safeguarding children board");
    if (heading.role == OFS_ROLE_SUBTOPIC) /* of others the words may begin a sentence */
        return next && next->number && ofs_is_phrase(text, "inspection findings");
    return heading.role != OFS_ROLE_TOPIC && heading.role != OFS_ROLE_REASONS;
}

/* 'Adoption performance: good' among the judgements of an inspection before, in a text that lost the list's bullets. */
static int is_earlier_row(const preparation *p, const ofs_block *block)
{
    return p->last == OFS_ROLE_PREVIOUS && !block->size && memchr(block->text.p, ':', block->text.n) &&
           sif_heading_of(p->reader, block->text).key;
}

/* Joining what was split. */

static ofs_block *last_made(preparation *p)
{
    return p->made.count > p->first ? &p->made.at[p->made.count - 1] : NULL;
}

/* 'Leadership, management and governance' 'Summary' 'Good': the grade beside the two headings is the first one's. */
static int take_chapters_grade(preparation *p, const ofs_block *block)
{
    if (p->made.count < p->first + 2)
        return 0;
    ofs_block *chapter = &p->made.at[p->made.count - 2];
    if (chapter->kind != OFS_BLOCK_HEADING || chapter->label.n ||
        sif_heading_of(p->reader, chapter->text).role != OFS_ROLE_JUDGEMENT)
        return 0;
    chapter->label = block->text;
    return 1;
}

/* A block of its own that is the grade beside the heading above. */
static int take_grade(preparation *p, const ofs_block *block)
{
    ofs_block *above = last_made(p);
    ofs_grade grade;
    if (!above || above->kind != OFS_BLOCK_HEADING || above->label.n || !ofs_read_grade(block->text, &grade))
        return 0;
    ofs_role role = sif_heading_of(p->reader, above->text).role;
    if (role == OFS_ROLE_SUMMARY)
        return take_chapters_grade(p, block);
    if (role != OFS_ROLE_JUDGEMENT && role != OFS_ROLE_SUBJUDGEMENT)
        return 0;
    ofs_block graded = *above;
    graded.label = block->text;
    p->made.count--;
    add_heading(p, &graded); /* again, as the grade tells a judgement from a topic in its words */
    return 1;
}

/* 'Inspection findings – the Local Safeguarding Children' and 'Board': a known heading in two blocks. */
static int take_rest_of_heading(preparation *p, const ofs_block *block)
{
    ofs_block *above = last_made(p);
    if (!above || above->number || above->kind == OFS_BLOCK_TABLE || above->text.n + block->text.n > LONGEST_COVER_LINE)
        return 0;
    if (block->number || sif_heading_of(p->reader, above->text).role != OFS_ROLE_TOPIC ||
        sif_heading_of(p->reader, block->text).role != OFS_ROLE_TOPIC)
        return 0;
    ofs_block whole = *above;
    ofs_join_on(p->reader->arena, &(ofs_joiner){p->reader->arena, NULL, 0, 0}, &whole.text, block->text);
    whole.span.end = block->span.end;
    if (sif_heading_of(p->reader, whole.text).role == OFS_ROLE_TOPIC || ends_in(whole.text, '.'))
        return 0;
    p->made.count--;
    add_heading(p, &whole);
    return 1;
}

/* 'Section 2: The effectiveness of the Local Safeguarding' and 'Children Board': the rest begins with a capital. */
static int take_rest_of_board(preparation *p, const ofs_block *block)
{
    static const char *const board = "local safeguarding children board";
    ofs_block *above = last_made(p);
    if (!above || above->kind != OFS_BLOCK_HEADING || block->number || block->text.n > strlen(board) ||
        ofs_has_phrase(above->text, board))
        return 0;
    ofs_str whole = ofs_concat_words(p->reader->arena, above->text, block->text);
    if (!ofs_phrase_at(whole, "section") || !ofs_has_phrase(whole, board))
        return 0;
    above->text = whole;
    above->span.end = block->span.end;
    return 1;
}

/* Not among what is to improve, where a list ends and prose may follow. */
static int take_second_half(preparation *p, const ofs_block *block, const ofs_block *end)
{
    ofs_block *above = last_made(p);
    return above && p->last != OFS_ROLE_IMPROVE && p->last != OFS_ROLE_IMPROVE_PART &&
           ofs_take_second_half(p->reader, &p->halves, above, block, end);
}

/* A line drawn in characters, or a page number that was left. */
static int is_rule(ofs_str text)
{
    for (uint32_t i = 0; i < text.n; i++)
        if (text.p[i] != '_' && text.p[i] != ' ' && !ofs_is_digit(text.p[i]))
            return 0;
    return 1;
}

/* 'X Local Safeguarding Children Board' over 'Review of the effectiveness of …': the cover of a second report. */
int sif_begins_review(const ofs_block *block, const ofs_block *next)
{
    if (block->kind == OFS_BLOCK_TABLE || block->number || block->text.n > LONGEST_COVER_LINE)
        return 0;
    if (ofs_phrase_at(block->text, SIF_REVIEW))
        return 1;
    return next && next->kind != OFS_BLOCK_TABLE && ofs_phrase_at(next->text, SIF_REVIEW) &&
           ofs_has_phrase(block->text, "safeguarding children board");
}

static void take(preparation *p, const ofs_block *block, const ofs_block *end)
{
    const ofs_block *next = block + 1 < end ? block + 1 : NULL;
    if (sif_begins_review(block, next)) {
        p->dropping = 1;
        return;
    }
    int is_table = block->kind == OFS_BLOCK_TABLE;
    if (!is_table && (is_column_head(block->text) || take_grade(p, block) || take_rest_of_heading(p, block) ||
                      take_rest_of_board(p, block) || take_interleaved(p, block)))
        return;
    if (block->kind == OFS_BLOCK_HEADING && is_earlier_row(p, block)) {
        push(p, block, p->last)->kind = OFS_BLOCK_PARAGRAPH;
        return;
    }
    int tagged = block->kind == OFS_BLOCK_HEADING &&
                 (!p->dropping || sif_heading_of(p->reader, block->text).role != OFS_ROLE_TOPIC);
    if (tagged || is_known_heading(p, block, next)) {
        add_heading(p, block);
        return;
    }
    if (p->dropping && !block->number)
        return;
    p->dropping = 0;
    if (is_table && (is_contents(p, &p->reader->blocks.grids[block->grid]) || take_apart(p, block)))
        return;
    if (!is_table && (is_rule(block->text) || take_second_half(p, block, end)))
        return;
    if (!is_table && is_subheading(p, block, next))
        add_heading(p, block);
    else
        push(p, block, p->last);
}

sif_body sif_prepare(ofs_reader *reader, uint32_t after_cover, uint32_t end)
{
    preparation p = {.reader = reader, .first = after_cover, .part = OFS_ROLE_AUTHORITY, .level = 1};
    ofs_blocks *blocks = &reader->blocks;
    p.role_capacity = p.made.capacity = blocks->count + 1; /* more only where tables are taken apart */
    p.roles = OFS_ROOM(reader->arena, uint8_t, p.role_capacity);
    p.made.at = OFS_ROOM(reader->arena, ofs_block, p.made.capacity);
    for (uint32_t i = 0; i < after_cover; i++)
        push(&p, &blocks->at[i], OFS_ROLE_TOPIC);
    for (uint32_t i = after_cover; i < end; i++)
        take(&p, &blocks->at[i], blocks->at + end);
    blocks->at = p.made.at;
    blocks->count = p.made.count;
    blocks->capacity = p.made.capacity;
    return (sif_body){after_cover, blocks->count, p.roles};
}

/* Sections. */

/* 'Leadership, management and governance  Good': the grade stands in a cell of its own, and begins with a capital. */
static int is_cell_grade(ofs_str heading, ofs_str words)
{
    ofs_str rest = ofs_trim((ofs_str){heading.p + words.n, heading.n - words.n});
    return rest.n && ofs_is_upper(rest.p[0]);
}

static void offer(ofs_reader *reader, const char *key, ofs_str printed, ofs_grade grade, const ofs_block *block)
{
    ofs_offer_judgement(reader, (ofs_offer){.row = sif_row(key),
                                            .printed = printed,
                                            .grade = grade,
                                            .source = OFS_FROM_HEADING,
                                            .place = ofs_place_of(block)});
}

static void read_heading(ofs_reader *reader, ofs_section *section, const ofs_block *block)
{
    ofs_str words, whole = section->heading;
    ofs_grade grade;
    ofs_span at = {0, 0};
    ofs_heading heading = sif_heading_of(reader, whole);
    section->level = section->depth = block->level;
    if (heading.role == OFS_ROLE_REASONS && sif_reviews_board_alone(reader->report))
        heading.key = "lscb_effectiveness"; /* 'The board is good because' */
    if (!heading.key || block->level > heading.level) /* a topic in the same words is no judgement */
        return;
    ofs_which which = heading.role == OFS_ROLE_REASONS ? OFS_FIRST : OFS_LAST;
    if (heading.role != OFS_ROLE_REASONS && block->label.n && ofs_read_grade(block->label, &section->grade)) {
        offer(reader, heading.key, block->label, section->grade, block);
        return;
    }
    if (!ofs_find_grade(whole, 0, which, &grade, &at))
        return;
    if (heading.role != OFS_ROLE_REASONS && ofs_split_heading(whole, &words, &grade)) {
        if (ofs_has_two_grades(reader, words, grade, ofs_place_of(block)))
            return;
        section->grade = grade;
        if (is_cell_grade(whole, words))
            section->heading = words;
    }
    offer(reader, heading.key, (ofs_str){whole.p + at.start, at.end - at.start}, grade, block);
}

/* A chapter's 'Summary' stands in a box; the numbered paragraphs that follow it without a heading are the chapter's. */
static void give_back(const ofs_reader *reader, uint32_t index)
{
    ofs_report *report = reader->report;
    ofs_section *summary = &report->sections[index];
    ofs_section *chapter = index ? &report->sections[index - 1] : NULL;
    if (!chapter || chapter->paragraph_count || sif_heading_of(reader, summary->heading).role != OFS_ROLE_SUMMARY ||
        sif_heading_of(reader, chapter->heading).role != OFS_ROLE_JUDGEMENT)
        return;
    for (uint32_t i = 0; i < summary->paragraph_count; i++) {
        if (!report->paragraphs[summary->first_paragraph + i].number)
            continue;
        chapter->first_paragraph = summary->first_paragraph + i;
        chapter->paragraph_count = summary->paragraph_count - i;
        summary->paragraph_count = i;
        return;
    }
}

void sif_read_sections(ofs_reader *reader, sif_body body)
{
    ofs_read_sections(reader, body.first, body.end, read_heading);
    for (uint32_t i = 0; i < reader->report->section_count; i++)
        give_back(reader, i);
}
