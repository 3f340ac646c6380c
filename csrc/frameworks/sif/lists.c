/* lists.c: the lists of a SIF report: recommendations, strengths, previous inspections, the inspection team.
 *
 * May not decide what a heading stands for. */
#include "readers/lists.h"
#include "frameworks/sif/sif.h"

#include <string.h>

enum { LONGEST_THEME = 90 };

/* The list that headings of a role begin, and that goes on below the topics beneath them; topic: none. */
static ofs_role list_of(ofs_role role)
{
    if (role == OFS_ROLE_IMPROVE || role == OFS_ROLE_IMPROVE_PART)
        return OFS_ROLE_IMPROVE;
    return role == OFS_ROLE_STRENGTHS ? role : OFS_ROLE_TOPIC;
}

/* What a heading stands for depends on the part that it is in, so the body knows it and the outline does not. */
void sif_read_lists(ofs_reader *reader, sif_body body)
{
    ofs_lists *lists = ofs_lists_new(reader);
    ofs_role list = OFS_ROLE_TOPIC;
    ofs_str scope = OFS_LIT("local authority");
    for (ofs_run run = {.end = body.first}; ofs_next_run(reader, body.end, &run);) {
        ofs_role role = run.head < run.first ? (ofs_role)body.roles[run.head] : OFS_ROLE_TOPIC;
        if (role == OFS_ROLE_AUTHORITY || role == OFS_ROLE_BOARD || role == OFS_ROLE_BOARD_JUDGEMENT)
            scope = role == OFS_ROLE_AUTHORITY ? OFS_LIT("local authority") : OFS_LIT("LSCB");
        if (role != OFS_ROLE_TOPIC)
            list = list_of(role);
        run.list = list;
        run.kind = OFS_LIST_NUMBERED;
        lists->of[list].scope = scope;
        ofs_read_run(lists, &run);
    }
    ofs_file_lists(lists);
    if (!lists->of[OFS_ROLE_IMPROVE].count)
        ofs_add_issue(reader, "missing", "recommendations", OFS_NOWHERE, "No recommendations were found.");
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
        if (body.roles[i] != OFS_ROLE_PREVIOUS || block->kind == OFS_BLOCK_HEADING || block->kind == OFS_BLOCK_TABLE)
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
        if (body.roles[i] == OFS_ROLE_TEAM && block->kind != OFS_BLOCK_HEADING)
            read_team_block(&t, block);
    }
    if (!t.has_lead)
        ofs_add_issue(reader, "missing", "lead_inspector", OFS_NOWHERE,
                      "No lead inspector was found in the inspection team.");
    if (!reader->report->inspector_count)
        ofs_add_issue(reader, "missing", "inspectors", OFS_NOWHERE, "The inspection team was not found.");
}
