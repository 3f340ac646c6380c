/* team.c: who inspected: two columns, Ofsted's inspectors and the Care Quality Commission's.
 *
 * May not read anything but the inspection team. */
#include "frameworks/area_send/area_send.h"
#include "infer/infer.h"

typedef struct team {
    ofs_reader *reader;
    uint32_t flags;
    uint32_t line; /* read up to here */
    int ended;     /* the publisher's last page has begun */
} team;

/* 'Ofsted' and 'Care Quality Commission' head the columns; a name may stand on the same line. */
static ofs_str without_column_head(ofs_str text)
{
    static const char *const heads[] = {"ofsted", "care quality commission", NULL};
    text = ofs_trim(text);
    for (const char *const *head = heads; *head; head++) {
        uint32_t n = ofs_phrase_at(text, *head);
        if (n && (n == text.n || text.p[n] != ','))
            return ofs_trim((ofs_str){text.p + n, text.n - n});
    }
    return text;
}

static void read_text(team *t, ofs_str text)
{
    ofs_person person;
    ofs_found_people found;
    if (t->ended)
        return;
    text = without_column_head(text);
    ofs_str names = ofs_before_boilerplate(text);
    t->ended = names.n < text.n;
    if (names.n && ofs_read_person(t->reader->matcher, names, &person)) {
        ofs_add_inspectors(t->reader, &person, 1);
    } else if (names.n && ofs_read_people(t->reader->matcher, names, &found)) {
        ofs_add_inspectors(t->reader, found.people, found.count);
        t->flags |= found.flags;
    }
}

/* A line's columns stand apart by a tab or by two spaces. */
static void read_line(team *t, ofs_str text)
{
    uint32_t start = 0;
    for (uint32_t i = 0; i <= text.n; i++) {
        int gap = i == text.n || text.p[i] == '\t' || (text.p[i] == ' ' && i + 1 < text.n && text.p[i + 1] == ' ');
        if (!gap)
            continue;
        read_text(t, (ofs_str){text.p + start, i - start});
        start = i;
    }
}

static void read_block(team *t, const ofs_block *block)
{
    const ofs_source *source = t->reader->source;
    for (; t->line < source->line_count && source->lines[t->line].start < block->span.end; t->line++) {
        const ofs_line *line = &source->lines[t->line];
        if (line->start >= block->span.start && line->kind != OFS_LINE_ARTIFACT)
            read_line(t, ofs_line_text(source, line));
    }
}

/* One column after the other. */
static void read_grid(team *t, const ofs_grid *grid)
{
    for (uint32_t column = 0; column < grid->columns; column++)
        for (uint32_t i = 0; i < grid->count; i++)
            if (grid->cells[i].column == column)
                read_text(t, grid->cells[i].text);
}

/* 'Ofsted HMI Lead' is where the line ends in some columns. */
static int leads(ofs_person person)
{
    uint32_t n = person.role.n;
    int cut = n >= 4 && ofs_phrase_at((ofs_str){person.role.p + n - 4, 4}, "lead");
    return (cut || ofs_has_phrase(person.role, "lead inspector")) && !ofs_has_phrase(person.role, "cqc") &&
           !ofs_has_phrase(person.role, "care quality commission");
}

static void choose_lead(team *t, ofs_place place)
{
    ofs_report *report = t->reader->report;
    uint32_t leaders = 0;
    for (uint32_t i = 0; i < report->inspector_count; i++) {
        if (!leads(report->inspectors[i]))
            continue;
        if (!leaders++)
            report->lead_inspector = report->inspectors[i];
        else
            ofs_add_issue_about(t->reader, "several_people", "lead_inspector", place,
                                "More than one lead inspector from Ofsted is printed; '%s' was used, not '%s'.",
                                report->lead_inspector.name, report->inspectors[i].name);
    }
    if (!leaders)
        ofs_add_issue(t->reader, "missing", "lead_inspector", place,
                      "No lead inspector from Ofsted was found in the inspection team.");
}

void area_send_read_team(ofs_reader *reader, uint32_t first, uint32_t end)
{
    team t = {.reader = reader};
    ofs_place place = first < end ? ofs_place_of(&reader->blocks.at[first]) : OFS_NOWHERE;
    for (uint32_t i = first; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_TABLE)
            read_grid(&t, &reader->blocks.grids[block->grid]);
        else
            read_block(&t, block);
    }
    choose_lead(&t, place);
    if (reader->source->was_cut)
        ofs_add_issue(reader, "no_line_ends", "lead_inspector", place,
                      "The text has no line ends, so that names and roles of the inspection team may be mixed.");
    if (t.flags)
        ofs_add_issue(reader, "unreadable", "inspectors", place,
                      "Some names in the inspection team may have been misread.");
}
