/* cra.c: letters about unannounced inspections of contact, referral and assessment, 2009 to 2011.
 *
 * Four lists of findings and no grade: none is ever made. May hold only what is peculiar to these letters; what every
 * letter prints stands in letters.h. */
#include "readers/letters.h"
#include "readers/lists.h"

enum { MOST_PREVIOUS = 8 };

static const char *const STRENGTHS[] = {"strengths", "strength", "areas of strength", "area of strength", NULL};
static const char *const MEETS[] = {"the service meets the requirements of statutory guidance in the following areas",
                                    "the service meets the requirements of statutory guidance in the following area",
                                    "the service meets the requirements of statutory guidance",
                                    "the service meets requirements in the following areas",
                                    "areas that meet the requirements of statutory guidance",
                                    "areas of practice that met requirements",
                                    "areas that meet requirements",
                                    "satisfactory practice",
                                    NULL};
static const char *const DEVELOPMENT[] = {"areas for development", "area for development", "areas of development",
                                          "areas for further development", NULL};
static const char *const PRIORITIES[] = {"areas for priority action", "area for priority action", "priority actions",
                                         "priority action",           "areas for urgent action",  NULL};

static const ofs_heading HEADINGS[] = {
    {"strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"strength$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"areas of strength$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"area of strength$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"the service meets the requirements of", OFS_ROLE_MEETS, 0, NULL},
    {"the service meets requirements in", OFS_ROLE_MEETS, 0, NULL},
    {"areas that meet", OFS_ROLE_MEETS, 0, NULL},
    {"areas of practice that met requirements$", OFS_ROLE_MEETS, 0, NULL},
    {"satisfactory practice$", OFS_ROLE_MEETS, 0, NULL},
    {"areas for development$", OFS_ROLE_ASKED_DEVELOPMENT, 0, NULL},
    {"area for development$", OFS_ROLE_ASKED_DEVELOPMENT, 0, NULL},
    {"areas of development$", OFS_ROLE_ASKED_DEVELOPMENT, 0, NULL},
    {"areas for further development$", OFS_ROLE_ASKED_DEVELOPMENT, 0, NULL},
    {"areas for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"area for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"priority actions$", OFS_ROLE_PRIORITY, 0, NULL},
    {"priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"areas for urgent action$", OFS_ROLE_PRIORITY, 0, NULL},
    OFS_NO_HEADING,
};
static const char *const SUBJECTS[] = {"annual unannounced inspection of contact", "unannounced inspection of contact",
                                       "annual unannounced inspection of", NULL};
static const char *const OPENINGS[] = {"this letter summarises", "this letter contains", "this letter sets out", NULL};

static int heads_list(ofs_str text)
{
    return ofs_is_one_of(text, STRENGTHS) || ofs_is_one_of(text, MEETS) || ofs_is_one_of(text, DEVELOPMENT) ||
           ofs_is_one_of(text, PRIORITIES);
}

/* The headings of the lists, whatever their type. */
static void find_headings(ofs_reader *reader, const ofs_letter *letter)
{
    for (uint32_t i = letter->body; i < letter->end; i++) {
        ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_PARAGRAPH && !block->number && heads_list(block->text))
            block->kind = OFS_BLOCK_HEADING;
    }
}

/* A list under another heading belongs to none of the four. */
static void check_headings(ofs_reader *reader, const ofs_letter *letter)
{
    const ofs_block *heading = NULL;
    for (uint32_t i = letter->body; i < letter->end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_HEADING)
            heading = block;
        if (!heading || block->kind != OFS_BLOCK_ITEM || heads_list(heading->text))
            continue;
        ofs_add_issue_about(reader, "unknown_heading", "findings", ofs_place_of(heading),
                            "The list below '%s' was taken for none of the four kinds of findings.", heading->text,
                            OFS_NO_STR);
        heading = NULL;
    }
}

/* What follows the last list, and what leads up to one. */
static int is_beside_list(const ofs_block *block)
{
    if (block->kind == OFS_BLOCK_TABLE || !block->text.n || block->text.p[block->text.n - 1] == ':')
        return 1;
    return block->kind == OFS_BLOCK_PARAGRAPH &&
           (ofs_phrase_at(block->text, "any area") || ofs_has_phrase(block->text, "identified above") ||
            ofs_phrase_at(block->text, "yours ") || ofs_phrase_at(block->text, "copy:"));
}

/* The entries below the heading at block `i`: items, and paragraphs that have lost their bullets. Returns how many of
 * each in *items and *loose. */
static uint32_t take_list(ofs_list *list, const ofs_letter *letter, uint32_t i, uint32_t *items, uint32_t *loose)
{
    const ofs_block *blocks = list->reader->blocks.at;
    ofs_str heading = ofs_heading_text(list->reader, &blocks[i]);
    for (i++; i < letter->end && blocks[i].kind != OFS_BLOCK_HEADING; i++) {
        uint32_t before = list->count;
        if (is_beside_list(&blocks[i]))
            continue;
        ofs_list_blocks(list, i, i + 1, heading, OFS_LIST_OF_ITEMS);
        *(blocks[i].kind == OFS_BLOCK_ITEM ? items : loose) += list->count - before;
    }
    return i;
}

/* Every list under the headings. */
static ofs_list read_list(ofs_reader *reader, const ofs_letter *letter, const char *const *headings)
{
    ofs_list list = {.reader = reader};
    uint32_t items = 0, loose = 0;
    for (uint32_t i = letter->body; i < letter->end;) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_HEADING && ofs_is_one_of(block->text, headings))
            i = take_list(&list, letter, i, &items, &loose);
        else
            i++;
    }
    if (loose > 1 || (items && loose))
        ofs_add_issue_about(reader, "no_bullet", "findings", list.at[0].place,
                            "Below '%s' stand paragraphs without a bullet; each was taken for a finding.",
                            list.at[0].heading, OFS_NO_STR);
    return list;
}

static void read_findings(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_report *report = reader->report;
    ofs_list strengths = read_list(reader, letter, STRENGTHS), meets = read_list(reader, letter, MEETS);
    ofs_list development = read_list(reader, letter, DEVELOPMENT), priorities = read_list(reader, letter, PRIORITIES);
    report->strengths = ofs_list_findings(reader, &strengths);
    report->meets_requirements = ofs_list_findings(reader, &meets);
    report->areas_for_development = ofs_list_findings(reader, &development);
    report->priority_actions = ofs_list_findings(reader, &priorities);
    ofs_list_recommend(&priorities);
    ofs_list_recommend(&development);
    check_headings(reader, letter);
    if (!development.count && !priorities.count && !meets.count)
        ofs_add_issue(reader, "missing", "findings", OFS_NOWHERE, "None of the letter's lists of findings was found.");
}

/* 'the previous inspection of contact, referral and assessment arrangements on 5 and 6 May 2010': its days. */
static void read_previous_in(ofs_reader *reader, ofs_str text)
{
    static const char *const openings[] = {"previous inspection", "previous unannounced inspection", "last inspection",
                                           NULL};
    ofs_report *report = reader->report;
    for (const char *const *opening = openings; *opening; opening++) {
        uint32_t n;
        int64_t at = ofs_phrase_find(text, *opening, &n);
        ofs_found_periods found;
        if (at < 0)
            continue;
        ofs_str rest = {text.p + at, text.n - (uint32_t)at};
        rest.n = ofs_sentence_end(rest, 0);
        if (!ofs_find_periods(reader->arena, rest, 0, 0, &found) || (found.flags & OFS_DATE_NO_YEAR))
            continue;
        const char *framework = ofs_has_phrase(rest, "contact, referral and assessment") ? "cra" : NULL;
        for (uint32_t i = 0; i < found.count && report->previous_inspection_count < MOST_PREVIOUS; i++)
            report->previous_inspections[report->previous_inspection_count++] = (ofs_previous_inspection){
                found.periods[i].start, found.periods[i].end, ofs_str_of(framework), OFS_NO_STR};
        return;
    }
}

static void read_previous(ofs_reader *reader, const ofs_letter *letter)
{
    reader->report->previous_inspections = OFS_NEW_ARRAY(reader->arena, ofs_previous_inspection, MOST_PREVIOUS);
    for (uint32_t i = 0; i < letter->opening_count && !reader->report->previous_inspection_count; i++)
        read_previous_in(reader, letter->opening[i].text);
}

static void read(ofs_reader *reader)
{
    ofs_letter letter;
    ofs_find_letter(reader, &letter);
    find_headings(reader, &letter);
    ofs_read_subject(reader, &letter);
    ofs_read_letter_date(reader, &letter);
    ofs_read_addressee(reader, &letter);
    ofs_read_signature(reader, &letter);
    ofs_read_inspection_period(reader, &letter);
    read_previous(reader, &letter);
    ofs_read_sections(reader, letter.body, letter.end, NULL);
    read_findings(reader, &letter);
    ofs_read_footnotes(reader);
}

static const char *const SUBJECT[] = {"annual unannounced inspection of contact", "unannounced inspection of contact",
                                      NULL};
static const char *const DEAR[] = {"dear ", NULL};
static const char *const SUMMARY[] = {
    "this letter summarises the findings of the recent unannounced inspection of contact",
    "this letter summarises the findings of the unannounced inspection of contact", NULL};
static const ofs_sign SIGNS[] = {{95, {DEAR, SUBJECT}, 0}, {90, {SUMMARY}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_CRA = {
    .id = OFS_CRA, .signs = SIGNS, .titles = SUBJECTS, .openings = OPENINGS, .headings = HEADINGS, .read = read};
