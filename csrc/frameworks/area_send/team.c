/* team.c: who inspected: two columns, Ofsted's inspectors and the Care Quality Commission's.
 *
 * May not read anything but the inspection team. */
#include "base/words.h"
#include "frameworks/area_send/area_send.h"
#include "infer/infer.h"

#include <string.h>

enum {
    SHORTEST_TORN = 3, /* letters behind the initial */
    LONGEST_TITLE = 5  /* 'Dr' before a name */
};

typedef struct team {
    ofs_reader *reader;
    uint32_t flags;
    uint32_t line; /* read up to here */
    uint32_t whole; /* inspectors before this one have their whole roles */
    int ended;     /* the publisher's last page has begun */
} team;

/* 'Ofsted' and 'Care Quality Commission' head the columns, both on one line where a page's is lost; a name may follow. */
static ofs_str without_column_head(ofs_str text)
{
    static const char *const heads[] = {"ofsted", "care quality commission", NULL};
    text = ofs_trim(text);
    for (const char *const *head = heads; *head; head++) {
        uint32_t n = ofs_phrase_at(text, *head);
        if (n && (n == text.n || text.p[n] != ','))
            text = ofs_trim((ofs_str){text.p + n, text.n - n});
    }
    return text;
}

/* 'J anet Fraser': a kerned initial that an extractor took for a word; 'J van Dyke' is none. */
static int is_torn(ofs_str text, uint32_t at)
{
    static const char *const particles[] = {"van", "von", "der", "den", "del",   "dos",
                                            "bin", "ibn", "ten", "ter", "della", NULL};
    uint32_t n = at + 2;
    if ((at && text.p[at - 1] != ' ') || n >= text.n || !ofs_is_upper(text.p[at]) || text.p[at + 1] != ' ')
        return 0;
    while (n < text.n && ofs_is_lower(text.p[n]))
        n++;
    ofs_str rest = {text.p + at + 2, n - at - 2};
    return rest.n >= SHORTEST_TORN && !ofs_is_one_of(rest, particles);
}

static ofs_str without_tears(const team *t, ofs_str text)
{
    char *copy = NULL;
    uint32_t n = 0;
    for (uint32_t i = 0; i < text.n; i++) {
        int torn = is_torn(text, i);
        if (torn && !copy) {
            copy = ofs_arena_bytes(t->reader->arena, text.n);
            memcpy(copy, text.p, n = i);
        }
        if (copy)
            copy[n++] = text.p[i];
        i += (uint32_t)torn;
    }
    return copy ? (ofs_str){copy, n} : text;
}

/* The role ends where its line did: 'Ofsted HMI Lead', 'CQC'. */
static int is_cut(ofs_str role)
{
    static const char *const ends[] = {"lead", "ofsted", "cqc", NULL};
    uint32_t length;
    int64_t at = ofs_last_words(role, ends, &length);
    return at >= 0 && (uint32_t)at + length == role.n;
}

/* 'Inspector', 'Inspector inspector': the rest of the roles above, one for each column. 0: it is something else. */
static int finishes_roles(team *t, ofs_str text)
{
    ofs_report *report = t->reader->report;
    uint32_t at = ofs_word_start(text, 0);
    for (uint32_t n = 0; at < text.n; at = ofs_word_start(text, at + n)) {
        n = ofs_word_phrase_at(text, at, "inspector");
        while (n && t->whole < report->inspector_count && !is_cut(report->inspectors[t->whole].role))
            t->whole++;
        if (!n || t->whole == report->inspector_count)
            return 0;
        ofs_person *person = &report->inspectors[t->whole++];
        ofs_str word = ofs_concat(t->reader->arena, OFS_LIT(" "), (ofs_str){text.p + at, n});
        person->role = ofs_concat(t->reader->arena, person->role, word);
    }
    return 1;
}

/* Words that give a role and no one who has it. */
static int lacks_name(team *t, ofs_str text)
{
    ofs_captures found;
    return ofs_find(t->reader->matcher, OFS_PAT_PERSON_OR_ROLE, text, 0, &found) ||
           ofs_opening_words(text, (const char *const[]){"inspector", "lead inspector", NULL});
}

static void read_text(team *t, ofs_str text)
{
    ofs_person person;
    ofs_found_people found;
    if (t->ended)
        return;
    text = without_tears(t, without_column_head(text));
    ofs_str names = ofs_before_boilerplate(text);
    t->ended = names.n < text.n;
    if (!names.n || finishes_roles(t, names))
        return;
    if (ofs_read_person(t->reader->matcher, names, &person)) {
        ofs_add_inspectors(t->reader, &person, 1);
    } else if (ofs_read_people(t->reader->matcher, names, &found)) {
        ofs_add_inspectors(t->reader, found.people, found.count);
        t->flags |= found.flags;
        if (ofs_trim((ofs_str){names.p, found.at.start}).n > LONGEST_TITLE)
            t->flags |= OFS_PEOPLE_ODD_WORDS;
    } else if (ofs_has_phrase(names, "inspector")) { /* whose name was not read */
        t->flags |= OFS_PEOPLE_ODD_WORDS;
    } else if (lacks_name(t, names)) {
        t->flags |= OFS_PEOPLE_ONE_WORD;
    }
}

/* Where the next person stands, whose column or line begins there: 'A B, Ofsted HMI Lead C D, CQC inspector E F, HMI'. */
static uint32_t next_column(team *t, ofs_str text)
{
    static const char *const ends[] = {"lead", "inspector", NULL};
    ofs_captures found;
    uint32_t length = 0, from = 0;
    for (int64_t at; (at = ofs_first_words((ofs_str){text.p + from, text.n - from}, ends, &length)) >= 0;) {
        from = ofs_word_start(text, from + (uint32_t)at + length);
        if (from < text.n && ofs_find(t->reader->matcher, OFS_PAT_PERSON_OR_ROLE, text, from, &found) &&
            found.at[0].start == from && !found.at[1].end)
            return from;
    }
    return text.n;
}

/* A column's line, or those of several between which one space stands. */
static void read_columns(team *t, ofs_str text)
{
    for (uint32_t next; text.n; text = (ofs_str){text.p + next, text.n - next}) {
        next = next_column(t, text);
        read_text(t, (ofs_str){text.p, next});
    }
}

/* A line's columns stand apart by a tab or by two spaces. */
static void read_line(team *t, ofs_str text)
{
    uint32_t start = 0;
    for (uint32_t i = 0; i <= text.n; i++) {
        if (i < text.n && !ofs_begins_gap(text, i))
            continue;
        read_columns(t, (ofs_str){text.p + start, i - start});
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

int area_send_is_of_commission(ofs_str role)
{
    return ofs_has_one_of(role, (const char *const[]){"cqc", "care quality", NULL});
}

/* Where a page's lines go over both columns: Ofsted's column, then the commission's. */
static void part_columns(team *t)
{
    ofs_report *report = t->reader->report;
    uint32_t count = report->inspector_count, kept = 0;
    ofs_person *sorted = OFS_NEW_ARRAY(t->reader->arena, ofs_person, count);
    for (int of_commission = 0; of_commission < 2; of_commission++)
        for (uint32_t i = 0; i < count; i++)
            if (area_send_is_of_commission(report->inspectors[i].role) == of_commission)
                sorted[kept++] = report->inspectors[i];
    if (count)
        memcpy(report->inspectors, sorted, count * sizeof *sorted);
}

/* 'Ofsted HMI Lead' is where the line ends in some columns. */
static int leads(ofs_person person)
{
    uint32_t n = person.role.n;
    int cut = n >= 4 && ofs_phrase_at((ofs_str){person.role.p + n - 4, 4}, "lead");
    return (cut || ofs_has_phrase(person.role, "lead inspector")) && !area_send_is_of_commission(person.role);
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
    static const char *const fields[] = {"inspectors", "lead_inspector", NULL};
    team t = {.reader = reader};
    ofs_place place = first < end ? ofs_place_of(&reader->blocks.at[first]) : OFS_NOWHERE;
    for (uint32_t i = first; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_TABLE)
            read_grid(&t, &reader->blocks.grids[block->grid]);
        else
            read_block(&t, block);
    }
    part_columns(&t);
    choose_lead(&t, place);
    if (reader->source->was_cut)
        ofs_add_issue(reader, "no_line_ends", "lead_inspector", place,
                      "The text has no line ends, so that names and roles of the inspection team may be mixed.");
    if (t.flags)
        ofs_add_issues_about(reader, "unreadable", fields, place,
                             "Some names in the inspection team may have been misread.", OFS_NO_STR, OFS_NO_STR);
}
