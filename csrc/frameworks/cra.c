/* cra.c: letters about unannounced inspections of contact, referral and assessment, 2009 to 2011.
 *
 * Four lists of findings and no grade: none is ever made. May hold only what is peculiar to these letters; what every
 * letter prints stands in letters.h. */
#include "outline/publisher.h"
#include "readers/letters.h"
#include "readers/lists.h"

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
static const ofs_invariant INVARIANTS[] = {
    OFS_PERSONAL_LETTER_INVARIANTS,
    OFS_LETTER_DATES,
    {OFS_ALWAYS_FIELD, "missing", "findings", .message = "None of the letter's lists of findings was found."},
    OFS_NO_INVARIANT,
};

static const char *const SUBJECTS[] = {"annual unannounced inspection of contact", "unannounced inspection of contact",
                                       "annual unannounced inspection of", NULL};
static const char *const OPENINGS[] = {"this letter summarises", "this letter contains", "this letter sets out", NULL};

static int heads_list(const ofs_reader *reader, ofs_str text)
{
    return ofs_heading_of(reader->headings, text) != NULL;
}

/* The headings of the lists, whatever their type. */
static void find_headings(ofs_reader *reader, const ofs_letter *letter)
{
    for (uint32_t i = letter->body; i < letter->end; i++) {
        ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_PARAGRAPH && !block->number && heads_list(reader, block->text))
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
        if (!heading || block->kind != OFS_BLOCK_ITEM || heads_list(reader, heading->text))
            continue;
        ofs_add_issue_about(reader, "unknown_heading", "findings", ofs_place_of(heading),
                            "The list below '%s' was not recognised as one of the four kinds of findings.",
                            heading->text, OFS_NO_STR);
        heading = NULL;
    }
}

/* 'the previous inspection of contact, referral and assessment arrangements on 5 and 6 May 2010': its days. */
static void read_previous_in(ofs_reader *reader, ofs_str text)
{
    static const char *const openings[] = {"previous inspection", "previous unannounced inspection", "last inspection",
                                           NULL};
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
        ofs_add_previous_periods(reader, &found,
                                 ofs_has_phrase(rest, "contact, referral and assessment") ? "cra" : NULL);
        return;
    }
}

static void read_previous(ofs_reader *reader, const ofs_letter *letter)
{
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
    ofs_check_signed(reader, &letter);
    ofs_read_inspection_period(reader, &letter);
    read_previous(reader, &letter);
    ofs_read_sections(reader, letter.body, letter.end, NULL);
    ofs_file_lists(ofs_read_lists(reader, letter.body, letter.end));
    check_headings(reader, &letter);
    ofs_read_footnotes(reader);
}

static const char *const SUBJECT[] = {"annual unannounced inspection of contact", "unannounced inspection of contact",
                                      NULL};
static const char *const SUMMARY[] = {
    "this letter summarises the findings of the recent unannounced inspection of contact",
    "this letter summarises the findings of the unannounced inspection of contact", NULL};
static const ofs_sign SIGNS[] = {{95, {OFS_SALUTATION, SUBJECT}, 0}, {90, {SUMMARY}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_CRA = {.id = OFS_CRA,
                                         .signs = SIGNS,
                                         .titles = SUBJECTS,
                                         .openings = OPENINGS,
                                         .headings = HEADINGS,
                                         .invariants = INVARIANTS,
                                         .lists = OFS_LIST_LOOSE,
                                         .read = read};
