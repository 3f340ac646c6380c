/* lists.c: the lists of a SIF report: recommendations, strengths, previous inspections, the inspection team.
 *
 * May not decide what a heading stands for. */
#include "readers/lists.h"
#include "frameworks/sif/sif.h"

#include <string.h>

enum { NESTED = 8, LONGEST_STATEMENT = 200, LONGEST_THEME = 90 };

/* What is listed under headings of some kinds: a numbered paragraph or a bullet, the dashes beneath it joined in. */
typedef struct entry {
    ofs_str text, heading, number;
    ofs_span span;
    uint32_t page;
    int for_board, is_joined;
} entry;

typedef struct list {
    ofs_reader *reader;
    entry *at;
    uint32_t count, capacity;
    int open;           /* the last entry may go on */
    uint8_t level;      /* of its bullet */
    uint16_t left;
    uint32_t dash;      /* its bullet is a dash */
    ofs_str theme;      /* a numbered line that heads the items; null: none */
    ofs_joiner joiner;  /* of the last entry */
} list;

/* 'There are no areas for priority or immediate action.' */
static int says_none(ofs_str text)
{
    static const char *const openings[] = {"there are no",
                                           "there were no",
                                           "the inspection did not",
                                           "inspectors did not",
                                           "no areas",
                                           "no priority",
                                           "none",
                                           NULL};
    if (text.n > LONGEST_STATEMENT)
        return 0;
    for (const char *const *opening = openings; *opening; opening++)
        if (ofs_phrase_at(text, *opening) &&
            (ofs_has_phrase(text, "area") || ofs_has_phrase(text, "action") || text.n < 8))
            return 1;
    return 0;
}

static void go_on(list *l, const ofs_block *block)
{
    entry *last = &l->at[l->count - 1];
    ofs_join_on(l->reader->arena, &l->joiner, &last->text, block->text);
    last->span.end = block->span.end;
    last->is_joined = 1;
}

static void begin(list *l, const ofs_block *block, ofs_str heading, int for_board)
{
    l->at = ofs_arena_grow(l->reader->arena, l->at, l->count, &l->capacity, sizeof *l->at);
    ofs_str number = block->number ? ofs_trim_end(block->label, ".)") : OFS_NO_STR;
    l->at[l->count++] = (entry){block->text, heading, number, block->span, block->page, for_board, 0};
    l->open = 1;
    l->level = block->level;
    l->left = block->left;
    l->dash = ofs_is_inner_bullet(block->label);
}

/* The item stands beneath the open entry. */
static int is_nested(const list *l, const ofs_block *block)
{
    const entry *last = &l->at[l->count - 1];
    if (last->number.n || block->level > l->level || block->left > l->left + NESTED)
        return 1;
    return ofs_is_inner_bullet(block->label) && !l->dash;
}

/* '1. Oversight by leaders', and sentences beneath it: the number and its words head the items. */
static int is_theme(const entry *last, const ofs_block *block)
{
    return last->number.n && !last->is_joined && last->text.n <= LONGEST_THEME && !ofs_ends_sentence(last->text) &&
           block->text.n && ofs_is_upper(block->text.p[0]) && ofs_ends_sentence(block->text);
}

/* Words that lead in a list: the next block is its first item. */
static int leads_in(const ofs_block *block, const ofs_block *next)
{
    if (block->text.n && block->text.p[block->text.n - 1] == ':')
        return 1;
    return next && (next->number || next->kind == OFS_BLOCK_ITEM);
}

static void take(list *l, const ofs_block *block, const ofs_block *next, ofs_str heading, int for_board)
{
    if (says_none(block->text)) {
        l->open = 0;
        return;
    }
    if (block->kind == OFS_BLOCK_ITEM && l->open && is_theme(&l->at[l->count - 1], block)) {
        l->theme = l->at[--l->count].text;
        begin(l, block, l->theme, for_board);
    } else if (block->kind == OFS_BLOCK_ITEM && l->theme.n) {
        begin(l, block, l->theme, for_board);
    } else if (block->kind == OFS_BLOCK_ITEM && l->open && is_nested(l, block)) {
        go_on(l, block);
    } else if (block->number || block->kind == OFS_BLOCK_ITEM) {
        l->theme = OFS_NO_STR;
        begin(l, block, heading, for_board);
    } else if (l->open && (ofs_starts_lower(block->text) || !ofs_ends_sentence(l->at[l->count - 1].text))) {
        go_on(l, block);
    } else if (!leads_in(block, next)) {
        begin(l, block, heading, for_board);
        ofs_add_issue(l->reader, "no_list", "recommendations", ofs_place_of(block),
                      "A paragraph that is no item of a list stands under this heading; it was taken as one.");
    }
}

static int is_listing(sif_kind kind, const sif_kind *kinds)
{
    for (; *kinds != SIF_OTHER; kinds++)
        if (*kinds == kind)
            return 1;
    return 0;
}

/* Everything that stands under headings of `kinds` (ends with SIF_OTHER) and under the topics beneath them. */
static list collect(ofs_reader *reader, sif_body body, const sif_kind *kinds)
{
    list l = {.reader = reader};
    ofs_str heading = OFS_NO_STR;
    int for_board = 0, listing = 0;
    for (uint32_t i = body.first; i < body.end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        sif_kind kind = (sif_kind)body.kinds[i];
        if (block->kind == OFS_BLOCK_TABLE)
            continue;
        if (block->kind != OFS_BLOCK_HEADING) {
            if (listing)
                take(&l, block, i + 1 < body.end ? block + 1 : NULL, heading, for_board);
            continue;
        }
        l.open = 0;
        l.theme = OFS_NO_STR;
        heading = ofs_heading_text(reader, block);
        if (kind == SIF_AUTHORITY || kind == SIF_BOARD || kind == SIF_BOARD_JUDGEMENT)
            for_board = kind != SIF_AUTHORITY;
        if (kind != SIF_OTHER)
            listing = is_listing(kind, kinds);
    }
    return l;
}

void sif_read_recommendations(ofs_reader *reader, sif_body body)
{
    static const sif_kind kinds[] = {SIF_RECOMMENDATIONS, SIF_IMPROVE, SIF_IMPROVEMENTS, SIF_OTHER};
    list l = collect(reader, body, kinds);
    for (uint32_t i = 0; i < l.count; i++) {
        ofs_recommendation *made = ofs_add_recommendation(reader);
        made->text = l.at[i].text;
        made->heading = l.at[i].heading;
        made->number = l.at[i].number;
        made->scope = l.at[i].for_board ? OFS_LIT("LSCB") : OFS_LIT("local authority");
        made->page = l.at[i].page;
        made->span = l.at[i].span;
    }
    if (!l.count)
        ofs_add_issue(reader, "missing", "recommendations", OFS_NOWHERE, "No recommendations were found.");
}

void sif_read_strengths(ofs_reader *reader, sif_body body)
{
    static const sif_kind kinds[] = {SIF_STRENGTHS, SIF_OTHER};
    list l = collect(reader, body, kinds);
    ofs_findings *strengths = &reader->report->strengths;
    strengths->at = OFS_NEW_ARRAY(reader->arena, ofs_finding, l.count + 1);
    for (uint32_t i = 0; i < l.count; i++)
        strengths->at[strengths->count++] = (ofs_finding){l.at[i].text, l.at[i].page, l.at[i].span};
}

/* Previous inspections: '… inspection of X's arrangements for … was in July 2012. The authority was judged to be …' */

/* The first year printed in the text; 0: none. */
static uint32_t year_in(ofs_str text, uint32_t *at)
{
    for (uint32_t i = 0; i + 4 <= text.n; i++) {
        int inside = i && ofs_is_digit(text.p[i - 1]);
        if (inside || text.p[i] != '2' || text.p[i + 1] != '0')
            continue;
        if (!ofs_is_digit(text.p[i + 2]) || !ofs_is_digit(text.p[i + 3]))
            continue;
        if (i + 4 < text.n && ofs_is_digit(text.p[i + 4]))
            continue;
        *at = i;
        return 2000 + (uint32_t)(text.p[i + 2] - '0') * 10 + (uint32_t)(text.p[i + 3] - '0');
    }
    return 0;
}

/* What was inspected: from 'inspection of' to the verb before the year. */
static ofs_str inspected(ofs_str text, uint32_t year_at)
{
    static const char *const verbs[] = {" was ", " were ", " took place", " in ", NULL};
    uint32_t length, n;
    int64_t from = ofs_phrase_find(text, "inspection of ", &length);
    if (from < 0 || (uint32_t)from + length >= year_at)
        return OFS_NO_STR;
    ofs_str label = {text.p + from + length, year_at - (uint32_t)from - length};
    for (const char *const *verb = verbs; *verb; verb++) {
        int64_t at = ofs_phrase_find(label, *verb, &n);
        if (at > 0)
            return ofs_trim((ofs_str){label.p, (uint32_t)at});
    }
    return OFS_NO_STR;
}

/* The grade right after 'judged (to be)' or 'was', where it is the only one. */
static int judged(ofs_str text, ofs_grade *grade)
{
    static const char *const verbs[] = {"judged to be ", "judged as ",   "judged that services were ", "judged to ",
                                        "judged ",       "quality was ", "effectiveness was ",         NULL};
    uint32_t length, other_length;
    ofs_grade other;
    ofs_span at;
    for (const char *const *verb = verbs; *verb; verb++) {
        int64_t from = ofs_phrase_find(text, *verb, &length);
        if (from < 0)
            continue;
        ofs_str rest = {text.p + from + length, text.n - (uint32_t)from - length};
        return ofs_find_grade(rest, 0, OFS_FIRST, grade, &at) && !at.start &&
               !ofs_find_grade(rest, at.end, OFS_FIRST, &other, &at) &&
               ofs_phrase_find(rest, "judged", &other_length) < 0;
    }
    return 0;
}

static int read_previous(ofs_str text, ofs_previous_judgement *out)
{
    uint32_t at, second;
    out->year = year_in(text, &at);
    if (!out->year || year_in((ofs_str){text.p + at + 4, text.n - at - 4}, &second))
        return 0; /* two years: which of them the grade is of is not sure */
    out->label = inspected(text, at);
    return out->label.n && judged((ofs_str){text.p + at, text.n - at}, &out->grade);
}

/* '− overall effectiveness: inadequate', an item below 'The judgements for the local authority were:'. */
static int read_listed(ofs_str text, ofs_previous_judgement *out)
{
    uint32_t bullet = ofs_bullet_label(text);
    text = ofs_trim((ofs_str){text.p + bullet, text.n - bullet});
    const char *colon = memchr(text.p, ':', text.n);
    if (!colon || !ofs_read_grade(ofs_slice(colon + 1, text.p + text.n), &out->grade))
        return 0;
    out->label = ofs_trim(ofs_slice(text.p, colon));
    return out->label.n != 0;
}

void sif_read_previous(ofs_reader *reader, sif_body body)
{
    ofs_report *report = reader->report;
    uint32_t listed = 0, at;
    report->previous_judgements = OFS_NEW_ARRAY(reader->arena, ofs_previous_judgement, body.end - body.first + 1);
    for (uint32_t i = body.first; i < body.end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        ofs_previous_judgement *out = &report->previous_judgements[report->previous_judgement_count];
        if (body.kinds[i] != SIF_PREVIOUS || block->kind == OFS_BLOCK_HEADING || block->kind == OFS_BLOCK_TABLE)
            continue;
        if (listed && read_listed(block->text, out)) {
            out->year = listed;
            report->previous_judgement_count++;
            continue;
        }
        listed =
            ofs_has_phrase(block->text, "the judgements for the local authority were") ? year_in(block->text, &at) : 0;
        report->previous_judgement_count += !listed && read_previous(block->text, out);
    }
}

/* The inspection team. */

typedef struct team {
    ofs_reader *reader;
    uint32_t capacity;
    ofs_str label; /* of the people read last */
    int has_lead;
} team;

static ofs_str before_complaints(ofs_str text)
{
    static const char *const ends[] = {"any complaints about", "complaints about this",
                                       "the office for standards in education", NULL};
    for (const char *const *end = ends; *end; end++) {
        uint32_t length;
        int64_t at = ofs_phrase_find(text, *end, &length);
        if (at >= 0)
            text.n = (uint32_t)at;
    }
    return text;
}

static void add_person(team *t, const ofs_person *person, ofs_str label)
{
    ofs_report *report = t->reader->report;
    ofs_person *added;
    report->inspectors =
        ofs_arena_grow(t->reader->arena, report->inspectors, report->inspector_count, &t->capacity, sizeof *added);
    added = &report->inspectors[report->inspector_count++];
    *added = *person;
    if (!added->role.n)
        added->role = label;
    if (!t->has_lead && ofs_phrase_at(label, "lead inspector")) {
        report->lead_inspector = *added;
        t->has_lead = 1;
    }
}

/* 'Team inspectors:' alone: the label of the people in the next block. */
static ofs_str label_alone(ofs_str text)
{
    text = ofs_trim(text);
    if (!text.n || text.p[text.n - 1] != ':' || text.n > LONGEST_THEME)
        return OFS_NO_STR;
    text = ofs_trim_end(text, ":");
    int plural = text.n > 1 && text.p[text.n - 1] == 's';
    return (ofs_str){text.p, text.n - (uint32_t)plural};
}

static void read_team_text(team *t, ofs_str text, ofs_place place)
{
    ofs_found_people found;
    text = before_complaints(text);
    if (!ofs_read_people(t->reader->matcher, text, &found)) {
        ofs_str label = label_alone(text);
        t->label = label.n ? label : t->label;
        return;
    }
    for (uint32_t i = 0; i < found.count; i++) {
        if (found.labels[i].n)
            t->label = found.labels[i];
        add_person(t, &found.people[i], t->label);
    }
    if (found.flags & (OFS_PEOPLE_LONG_NAME | OFS_PEOPLE_ODD_WORDS | OFS_PEOPLE_ONE_WORD))
        ofs_add_issue_about(t->reader, "odd_names", "inspectors", place, "Names may have been read wrongly: '%s'.",
                            text, OFS_NO_STR);
}

static void read_team_block(team *t, const ofs_block *block)
{
    if (block->kind != OFS_BLOCK_TABLE) {
        read_team_text(t, block->text, ofs_place_of(block));
        return;
    }
    const ofs_grid *grid = &t->reader->blocks.grids[block->grid];
    for (uint32_t i = 0; i < grid->count; i++)
        read_team_text(t, grid->cells[i].text, (ofs_place){grid->cells[i].page, grid->cells[i].span});
}

void sif_read_team(ofs_reader *reader, sif_body body)
{
    team t = {.reader = reader};
    for (uint32_t i = body.first; i < body.end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (body.kinds[i] == SIF_TEAM && block->kind != OFS_BLOCK_HEADING)
            read_team_block(&t, block);
    }
    if (!t.has_lead)
        ofs_add_issue(reader, "missing", "lead_inspector", OFS_NOWHERE,
                      "No lead inspector was found in the inspection team.");
    if (!reader->report->inspector_count)
        ofs_add_issue(reader, "missing", "inspectors", OFS_NOWHERE, "The inspection team was not found.");
}
