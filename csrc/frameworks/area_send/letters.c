/* letters.c: letters about joint inspections of a local area, 2016 to 2022, and about revisits: strengths and
 * areas for development under each aspect, and the areas of significant weakness where a written statement of action is
 * required.
 *
 * May hold only what is peculiar to these letters; what every letter prints stands in letters.h. */
#include "readers/letters.h"
#include "frameworks/area_send/area_send.h"

static const char *const SUBJECTS[] = {"joint local area send inspection", "joint area send inspection",
                                       "joint local area send revisit", "joint area send revisit", NULL};

/* The two lists stand under each aspect, which is one level up. */
static void read_heading(ofs_reader *reader, ofs_section *section, const ofs_block *block)
{
    (void)block;
    ofs_role role = ofs_role_of(reader->framework->headings, section->heading);
    int list = role == OFS_ROLE_STRENGTHS || role == OFS_ROLE_DEVELOPMENT;
    section->level = section->depth = list && reader->report->section_count > 1 ? 2 : 1;
}

/* '… how it will tackle the following areas of significant weakness:' leads in the list of them. */
static int leads_in_weaknesses(const ofs_block *block)
{
    ofs_str text = block->text;
    int leads_in = block->kind == OFS_BLOCK_PARAGRAPH && text.n && text.p[text.n - 1] == ':';
    return leads_in && ofs_has_phrase(text, "significant weakness");
}

/* The block of a run that leads in the list of weaknesses, or run->end. */
static uint32_t find_weaknesses(const ofs_reader *reader, const ofs_run *run)
{
    uint32_t lead = run->first;
    while (lead < run->end && !leads_in_weaknesses(&reader->blocks.at[lead]))
        lead++;
    return lead;
}

/* Where the letter goes on to what it requires, a list of strengths or of areas for development has ended. */
static uint32_t list_end(const ofs_reader *reader, const ofs_run *run, uint32_t lead)
{
    uint32_t end = run->first;
    while (end < lead && !ofs_phrase_at(reader->blocks.at[end].text, "the inspection raises significant concerns"))
        end++;
    return end;
}

/* 'a Written Statement of Action (WSOA) is required', 'must submit a statement of action' */
static int requires_statement(ofs_str text)
{
    static const char *const required[] = {"required", "requires", "must", NULL};
    static const char *const not_required[] = {"not required", "no longer required", "does not require", "was required",
                                               NULL};
    return ofs_has_phrase(text, "statement of action") && ofs_has_one_of(text, required) &&
           !ofs_has_one_of(text, not_required);
}

/* The written statement is required because of weaknesses that the letter must then name. */
static void check_statement(ofs_reader *reader, const ofs_letter *letter, const ofs_list *weaknesses)
{
    for (uint32_t i = letter->body; i < letter->end && !weaknesses->count; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (!requires_statement(block->text))
            continue;
        ofs_add_issue(
            reader, "missing", "recommendations", ofs_place_of(block),
            "A written statement of action is required, but no list of areas of significant weakness was found.");
        return;
    }
}

static void read_lists(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_lists *lists = ofs_lists_new(reader);
    ofs_list *weaknesses = &lists->of[OFS_ROLE_PRIORITY];
    for (ofs_run run = {.end = letter->body}; ofs_next_run(reader, letter->end, &run);) {
        uint32_t lead = find_weaknesses(reader, &run), weak = lead < run.end ? lead + 1 : lead, last = weak;
        uint32_t end = run.end;
        while (last < end && reader->blocks.at[last].kind == OFS_BLOCK_ITEM)
            last++;
        run.end = list_end(reader, &run, lead);
        ofs_read_run(lists, &run);
        ofs_list_blocks(weaknesses, weak, last, OFS_NO_STR, OFS_LIST_OF_ITEMS);
        run.end = end;
    }
    ofs_file_lists(lists);
    check_statement(reader, letter, weaknesses);
}

/* An area that the register does not have, as the subject line names it: '… inspection in X'. */
static void name_area(ofs_report *report)
{
    if (!report->authority.urn.n)
        report->authority.name = ofs_area_in(report->title);
}

static void read(ofs_reader *reader)
{
    ofs_letter letter;
    ofs_find_letter(reader, &letter);
    ofs_read_subject(reader, &letter);
    name_area(reader->report);
    ofs_read_letter_date(reader, &letter);
    ofs_read_addressee(reader, &letter);
    ofs_read_signature(reader, &letter);
    ofs_read_inspection_period(reader, &letter);
    ofs_read_sections(reader, letter.body, letter.end, read_heading);
    read_lists(reader, &letter);
    ofs_read_footnotes(reader);
}

static const ofs_heading HEADINGS[] = {
    {"joint local area send", OFS_ROLE_LINE, 0, NULL},
    {"joint area send", OFS_ROLE_LINE, 0, NULL},
    {"main findings$", OFS_ROLE_PROSE, 0, NULL},
    {"the effectiveness of the local area in", OFS_ROLE_PROSE, 0, NULL},
    {"strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"areas of strength$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"areas for development$", OFS_ROLE_DEVELOPMENT, 0, NULL},
    {"areas for further development$", OFS_ROLE_DEVELOPMENT, 0, NULL},
    {"areas for improvement$", OFS_ROLE_DEVELOPMENT, 0, NULL},
    OFS_NO_HEADING,
};

static const ofs_invariant INVARIANTS[] = {
    OFS_PERSONAL_LETTER_INVARIANTS,
    OFS_LETTER_DATES,
    {OFS_ALWAYS_FIELD, "missing", "findings", .message = "No list of areas for development was found."},
    OFS_NO_INVARIANT,
};

static const char *const OPENINGS[] = {"between ", "on ", "from ", NULL};
static const ofs_sign SIGNS[] = {{95, {SUBJECTS}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_AREA_SEND_LETTER = {.id = OFS_AREA_SEND,
                                                      .signs = SIGNS,
                                                      .titles = SUBJECTS,
                                                      .openings = OPENINGS,
                                                      .headings = HEADINGS,
                                                      .invariants = INVARIANTS,
                                                      .read = read};
