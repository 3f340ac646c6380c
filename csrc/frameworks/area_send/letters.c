/* letters.c: letters about joint inspections of a local area, 2016 to 2022, and about revisits: strengths and
 * areas for development under each aspect, and the areas of significant weakness where a written statement of action is
 * required.
 *
 * May hold only what is peculiar to these letters; what every letter prints stands in letters.h. */
#include "readers/letters.h"
#include "frameworks/area_send/area_send.h"

static const char *const SUBJECTS[] = {"joint local area send inspection", "joint area send inspection",
                                       "joint local area send revisit", "joint area send revisit", NULL};

static int is_strengths(ofs_str heading)
{
    return ofs_is_phrase(heading, "strengths") || ofs_is_phrase(heading, "areas of strength");
}

static int is_development(ofs_str heading)
{
    return ofs_is_phrase(heading, "areas for development") || ofs_is_phrase(heading, "areas for further development") ||
           ofs_is_phrase(heading, "areas for improvement");
}

/* The two lists stand under each aspect, which is one level up. */
static void read_heading(ofs_reader *reader, ofs_section *section, const ofs_block *block)
{
    (void)block;
    int list = is_strengths(section->heading) || is_development(section->heading);
    section->level = section->depth = list && reader->report->section_count > 1 ? 2 : 1;
}

/* '… how it will tackle the following areas of significant weakness:' leads in the list of them. */
static int leads_in_weaknesses(const ofs_block *block)
{
    ofs_str text = block->text;
    int leads_in = block->kind == OFS_BLOCK_PARAGRAPH && text.n && text.p[text.n - 1] == ':';
    return leads_in && ofs_has_phrase(text, "significant weakness");
}

static int is_heading(const ofs_block *block)
{
    return block->kind == OFS_BLOCK_HEADING;
}

typedef struct lists {
    ofs_list strengths, development, weaknesses;
} lists;

/* The blocks below one heading, up to the next. */
static void read_run(lists *l, ofs_str heading, uint32_t first, uint32_t end)
{
    const ofs_blocks *blocks = &l->weaknesses.reader->blocks;
    uint32_t weak = first, last, list = first;
    while (weak < end && !leads_in_weaknesses(&blocks->at[weak]))
        weak++;
    while (list < weak && !ofs_phrase_at(blocks->at[list].text, "the inspection raises significant concerns"))
        list++;
    if (is_strengths(heading))
        ofs_list_blocks(&l->strengths, first, list, heading, OFS_LIST_OF_ITEMS);
    else if (is_development(heading))
        ofs_list_blocks(&l->development, first, list, heading, OFS_LIST_OF_ITEMS);
    if (weak == end)
        return;
    for (last = weak + 1; last < end && blocks->at[last].kind == OFS_BLOCK_ITEM; last++)
        ;
    ofs_list_blocks(&l->weaknesses, weak + 1, last, OFS_NO_STR, OFS_LIST_OF_ITEMS);
}

/* The written statement is required because of weaknesses that the letter must then name. */
static void check_statement(ofs_reader *reader, const ofs_letter *letter, const ofs_list *weaknesses)
{
    uint32_t length;
    for (uint32_t i = letter->body; i < letter->end && !weaknesses->count; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (ofs_phrase_find(block->text, "written statement of action is required", &length) < 0)
            continue;
        ofs_add_issue(
            reader, "missing", "recommendations", ofs_place_of(block),
            "A written statement of action is required, and no list of areas of significant weakness was found.");
        return;
    }
}

static void read_lists(ofs_reader *reader, const ofs_letter *letter)
{
    lists l = {{.reader = reader}, {.reader = reader}, {.reader = reader}};
    ofs_str heading = OFS_NO_STR;
    for (uint32_t i = letter->body, end; i < letter->end; i = end) {
        uint32_t first = i;
        if (is_heading(&reader->blocks.at[i]))
            heading = ofs_heading_text(reader, &reader->blocks.at[first++]);
        for (end = first; end < letter->end && !is_heading(&reader->blocks.at[end]); end++)
            ;
        read_run(&l, heading, first, end);
    }
    ofs_list_recommend(&l.weaknesses);
    reader->report->strengths = ofs_list_findings(reader, &l.strengths);
    reader->report->areas_for_development = ofs_list_findings(reader, &l.development);
    reader->report->priority_actions = ofs_list_findings(reader, &l.weaknesses);
    check_statement(reader, letter, &l.weaknesses);
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

static const char *const OPENINGS[] = {"between ", "on ", "from ", NULL};
static const ofs_sign SIGNS[] = {{95, {SUBJECTS}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_AREA_SEND_LETTER = {
    .id = OFS_AREA_SEND, .signs = SIGNS, .titles = SUBJECTS, .openings = OPENINGS, .headings = HEADINGS, .read = read};
