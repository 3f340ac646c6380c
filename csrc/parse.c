/* parse.c: one parse, from a source to its report: the one function that walks through all of it. May not read facts. */
#include "base/words.h"
#include "frameworks/all.h"
#include "infer/infer.h"
#include "readers/checks.h"

/* Pages read by position from which the report has something; *first is the first of them. Contents and the publisher's
 * boilerplate give nothing. */
static uint32_t count_untagged_pages(const ofs_reader *reader, uint32_t *first)
{
    const ofs_source *source = reader->source;
    const ofs_report *report = reader->report;
    uint8_t *used = OFS_NEW_ARRAY(reader->arena, uint8_t, source->pages + 1);
    uint32_t found = 0;
    used[1] = 1; /* the cover */
    for (uint32_t i = 0; i < report->judgement_count; i++)
        used[report->judgements[i].page] = 1;
    for (uint32_t i = 0; i < report->section_count; i++)
        used[report->sections[i].page] = 1;
    for (uint32_t i = 0; i < report->paragraph_count; i++)
        used[report->paragraphs[i].page] = used[report->paragraphs[i].last_page] = 1;
    for (uint32_t page = source->pages; page > 0; page--)
        if (used[page] && source->by_position[page - 1]) {
            found++;
            *first = page;
        }
    return found;
}

/* What position gives is right far more often than not: one issue says so of all that was read, none of each value. */
static void note_untagged_pages(ofs_reader *reader)
{
    ofs_place first = OFS_NOWHERE;
    uint32_t found = reader->source->untagged_pages ? count_untagged_pages(reader, &first.page) : 0;
    if (found)
        ofs_add_issue_about(
            reader, "read_by_position", "source", first,
            "%s of %s pages have no reliable tags and were read by the position of their text; this is the first.",
            ofs_decimal(reader->arena, found), ofs_decimal(reader->arena, reader->source->pages));
}

/* What is filled in there may be a grade or a day. */
static void note_form_fields(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    ofs_place first = {source->first_form_page, {0, 0}};
    if (source->form_pages)
        ofs_add_issue_about(reader, "form_fields", reader->framework->rows ? "judgements" : "sections", first,
                            "%s of %s pages have form fields; what is filled in there is not in the text and was not "
                            "read. This is the first.",
                            ofs_decimal(reader->arena, source->form_pages), ofs_decimal(reader->arena, source->pages));
}

static void note_unreadable_pages(ofs_reader *reader)
{
    if (reader->source->unreadable_pages)
        ofs_doubt_sentences(reader, "unreadable_pages", OFS_NOWHERE,
                            "%s of %s pages are damaged and could not be opened; their text is missing.",
                            ofs_decimal(reader->arena, reader->source->unreadable_pages),
                            ofs_decimal(reader->arena, reader->source->pages));
}

static void note_page_order(ofs_reader *reader)
{
    ofs_place place = OFS_NOWHERE;
    uint32_t number = ofs_find_page_jump(reader, &place), unmarked = reader->source->page_jump;
    if (number)
        ofs_doubt_sentences(
            reader, "page_order", place,
            "The number %s printed on this page does not follow on that of the page before: of the %s pages one "
            "may be missing or in another's place.",
            ofs_decimal(reader->arena, number), ofs_decimal(reader->arena, reader->source->pages));
    else if (unmarked)
        ofs_doubt_sentences(reader, "page_order", OFS_NOWHERE,
                            "The number %s of a page does not follow on the one before: a page may be missing or in "
                            "another's place.",
                            ofs_decimal(reader->arena, unmarked), OFS_NO_STR);
}

static void note_shapes(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    if (source->cut_column)
        ofs_doubt_sentences(reader, "cut_off", OFS_NOWHERE,
                            "Many lines end at the same column, %s: the words behind it may have been cut off.",
                            ofs_decimal(reader->arena, source->cut_column), OFS_NO_STR);
    if (source->has_overlaps)
        ofs_doubt_sentences(reader, "repeated", OFS_NOWHERE,
                            "Lines stand again a few lines below: the text may be made of pieces that overlap.",
                            OFS_NO_STR, OFS_NO_STR);
}

/* A program read them (OCR): what it misread looks like any other word. */
static void note_scanned_pages(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    if (source->scanned_pages)
        ofs_doubt_facts(reader, "scanned", (ofs_place){source->first_scanned_page, {0, 0}},
                        "%s of %s pages are pictures whose words a program has read (OCR), perhaps wrongly; compare "
                        "what matters with the page. This is the first.",
                        ofs_decimal(reader->arena, source->scanned_pages), ofs_decimal(reader->arena, source->pages));
    else if (source->misread_bullets)
        ofs_doubt_facts(
            reader, "scanned", OFS_NOWHERE,
            "%s lines begin with what a program that reads pictures (OCR) takes a bullet for, such as '@' or "
            "'m@': any word may be misread; compare what matters with the page.",
            ofs_decimal(reader->arena, source->misread_bullets), OFS_NO_STR);
    else if (source->is_ocr)
        ofs_doubt_facts(reader, "scanned", OFS_NOWHERE,
                        "A program that reads pictures (OCR) made this text, perhaps wrongly: any word may be misread; "
                        "compare what matters with the page.",
                        OFS_NO_STR, OFS_NO_STR);
}

/* Four pages on a sheet are read across. */
static void note_close_lines(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    if (source->close_lines)
        ofs_doubt_facts(reader, "close_lines", OFS_NOWHERE,
                        "Most lines stand %s points apart, half of what reports have: several pages may be printed on "
                        "each of the %s, and their lines mixed.",
                        ofs_decimal(reader->arena, source->close_lines), ofs_decimal(reader->arena, source->pages));
}

/* About what is read from words, and not from a table or a date. */
static void note_cut_lines(ofs_reader *reader)
{
    static const char message[] =
        "The text has no line ends, or only where a paragraph or a page ends; where headings, "
        "paragraphs and entries begin was told by their words.";
    static const char *const fields[] = {
        "sections", "recommendations", "findings", "inspectors", "previous_judgements", "footnotes", NULL};
    if (reader->source->was_cut)
        ofs_add_issues_about(reader, "no_line_ends", fields, OFS_NOWHERE, message, OFS_NO_STR, OFS_NO_STR);
}

/* A page of a PDF that a broken font garbles is named; other text is looked at only where it is no known report. */
static void note_garbled(ofs_reader *reader)
{
    ofs_source *source = reader->source;
    int is_pdf = source->by_position != NULL, is_unknown = reader->framework->id == OFS_UNKNOWN;
    const ofs_line *numbered = NULL;
    if (is_pdf && source->garbled_pages)
        ofs_doubt_sentences(reader, "garbled", (ofs_place){source->first_garbled, {0, 0}},
                            "%s of %s pages have words in letters other than those that the page shows, because a font "
                            "of the PDF is broken; this is the first.",
                            ofs_decimal(reader->arena, source->garbled_pages),
                            ofs_decimal(reader->arena, source->pages));
    else if (!is_pdf && is_unknown && ofs_find_garbled(source))
        ofs_add_issue(reader, "garbled", "framework", OFS_NOWHERE,
                      "The text is garbled: its letters make no words. If it is from a PDF, run OCR on that.");
    else if ((numbered = ofs_find_glyph_number(source)) != NULL)
        ofs_doubt_sentences(reader, "garbled", ofs_place_of_line(numbered),
                            "Letters are not those that the page shows, here or elsewhere: a font of the PDF names the "
                            "numbers of its glyphs, as for the apostrophe in '%s …'.",
                            ofs_few_words(ofs_line_text(source, numbered)), OFS_NO_STR);
}

static void note_set_aside(ofs_reader *reader)
{
    if (reader->source->set_aside)
        ofs_add_issue(
            reader, "other_document", "source", OFS_NOWHERE,
            "Another document, such as a message or a council's paper, stands before the report; it was not read.");
}

typedef struct reading {
    const ofs_context *context;
    ofs_source *source;
    const ofs_report *report;
} reading;

static void read_report(void *what)
{
    reading *given = what;
    const ofs_context *context = given->context;
    ofs_source *source = given->source;
    ofs_arena *arena = &source->arena;
    ofs_reader *reader = OFS_NEW(arena, ofs_reader);
    reader->context = context;
    reader->source = source;
    reader->arena = arena;
    reader->matcher = ofs_matcher_new(arena, context);
    reader->report = OFS_NEW(arena, ofs_report);
    reader->report->paragraphs = ofs_arena_grow(arena, NULL, 0, &reader->capacity.paragraphs, sizeof(ofs_paragraph));
    reader->framework = ofs_recognise(context, source);
    reader->report->framework = reader->framework->id;
    ofs_headings headings = ofs_headings_for(arena, ofs_headings_of(context, reader->framework));
    reader->headings = &headings;
    ofs_infer_kinds(source, reader->framework, reader->headings, context->printed);
    ofs_make_blocks(source, &reader->blocks);
    reader->framework->read(reader);
    uint32_t end = ofs_body_end(reader);
    ofs_check_origin(reader, end);
    ofs_check_one_report(reader, end);
    ofs_check_oddities(reader, end);
    ofs_check_torn(reader);
    ofs_check_other_grades(reader, end);
    ofs_check_invariants(reader);
    ofs_check_dates(reader);
    ofs_check_names(reader);
    note_untagged_pages(reader);
    note_unreadable_pages(reader);
    note_page_order(reader);
    note_shapes(reader);
    note_garbled(reader);
    note_form_fields(reader);
    note_scanned_pages(reader);
    note_close_lines(reader);
    note_cut_lines(reader);
    note_set_aside(reader);
    ofs_note_lost_characters(reader);
    ofs_note_left_marks(reader);
    ofs_check_unseen(reader);
    ofs_count_code_points(reader);
    given->report = reader->report;
}

ofs_status ofs_parse(const ofs_context *context, ofs_source *source, const ofs_report **out)
{
    reading given = {context, source, NULL};
    int is_read = ofs_attempt(&source->arena, read_report, &given);
    *out = given.report;
    return is_read ? OFS_OK : OFS_ERR_MEMORY;
}
