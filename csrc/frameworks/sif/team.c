/* team.c: who inspected, as a SIF report lists them: labels ('Lead inspector:') and the people below each.
 *
 * May not read anything but the inspection team. */
#include "frameworks/sif/sif.h"

#include <string.h>

enum { LONGEST_LABEL = 90 };

typedef struct team {
    ofs_reader *reader;
    ofs_str label; /* of the people read last */
    int has_lead;
} team;

/* Labels that say no more of a person than that he or she inspected. */
static const char *const PLAIN[] = {"lead inspector", "team inspector", "inspector", NULL};

/* 'Quality assurance manager, Senior HMI': what someone did in the team, and who he or she is at Ofsted. */
static ofs_str with_label(const team *t, ofs_str label, ofs_str role)
{
    if (!role.n)
        return label;
    if (!label.n || ofs_begins_with(label, PLAIN) || ofs_equal(label, role))
        return role;
    ofs_arena *arena = ofs_matcher_arena(t->reader->matcher);
    return ofs_concat(arena, ofs_concat(arena, label, ofs_str_of(", ")), role);
}

static void add_person(team *t, ofs_person person, ofs_str label)
{
    person.role = with_label(t, label, person.role);
    ofs_add_inspectors(t->reader, &person, 1);
    if (!t->has_lead && ofs_phrase_at(label, "lead inspector")) {
        t->reader->report->lead_inspector = person;
        t->has_lead = 1;
    }
}

static const char *const NOBODY[] = {"n/a", "not applicable", "none", NULL};

/* 'Team inspectors:' alone, or below a label without people ('N/A Senior data analyst:'): the label of the people in
 * the next block. */
static ofs_str label_alone(ofs_str text)
{
    text = ofs_trim(text);
    uint32_t n = ofs_begins_with(text, NOBODY);
    text = ofs_trim((ofs_str){text.p + n, text.n - n});
    if (!text.n || text.p[text.n - 1] != ':' || text.n > LONGEST_LABEL)
        return OFS_NO_STR;
    text = ofs_trim_end(text, ":");
    int plural = text.n > 1 && text.p[text.n - 1] == 's';
    return (ofs_str){text.p, text.n - (uint32_t)plural};
}

/* 'Deputy lead inspec tor: …'; not 'Shadow inspectors: N/A'. */
static int names_someone(ofs_str text)
{
    const char *colon = text.n ? memchr(text.p, ':', text.n) : NULL;
    ofs_str rest = colon ? ofs_trim(ofs_slice(colon + 1, text.p + text.n)) : OFS_NO_STR;
    return rest.n && colon - text.p <= LONGEST_LABEL && !ofs_begins_with(rest, NOBODY);
}

static void doubt(team *t, const char *field, ofs_place place, ofs_str text)
{
    ofs_add_issue_about(t->reader, "odd_names", field, place, "Some names may have been misread: '%s'.", text,
                        OFS_NO_STR);
}

static void read_text(team *t, ofs_str text, ofs_place place)
{
    ofs_found_people found;
    text = ofs_before_boilerplate(text);
    if (!ofs_read_people(t->reader->matcher, text, &found)) {
        ofs_str label = label_alone(text);
        t->label = label.n ? label : t->label;
        if (!label.n && names_someone(text))
            doubt(t, "inspectors", place, text);
        if (!label.n && !t->has_lead && ofs_has_phrase(text, "lead inspector"))
            doubt(t, "lead_inspector", place, text);
        return;
    }
    int had_lead = t->has_lead;
    for (uint32_t i = 0; i < found.count; i++) {
        if (found.labels[i].n)
            t->label = found.labels[i];
        add_person(t, found.people[i], t->label);
    }
    if (text.p[text.n - 1] == ':' && found.next_label.n)
        t->label = found.next_label;
    if (!found.flags)
        return;
    doubt(t, "inspectors", place, text);
    if (t->has_lead && !had_lead)
        doubt(t, "lead_inspector", place, text);
}

static void read_block(team *t, const ofs_block *block)
{
    if (block->kind != OFS_BLOCK_TABLE) {
        read_text(t, block->text, ofs_place_of(block));
        return;
    }
    const ofs_grid *grid = &t->reader->blocks.grids[block->grid];
    for (uint32_t i = 0; i < grid->count; i++)
        read_text(t, grid->cells[i].text, (ofs_place){grid->cells[i].page, grid->cells[i].span});
}

void sif_read_team(ofs_reader *reader, sif_body body)
{
    team t = {.reader = reader};
    for (uint32_t i = body.first; i < body.end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (body.roles[i] == OFS_ROLE_TEAM && block->kind != OFS_BLOCK_HEADING)
            read_block(&t, block);
    }
}
