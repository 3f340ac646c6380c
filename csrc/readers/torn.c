/* torn.c: paragraphs that are not whole: their halves stand apart, because what is between them, mostly a page's end, was not
 * known for what it is; or their words stand elsewhere.
 *
 * May file issues and may not change a value. */
#include "base/words.h"
#include "readers/checks.h"

static void add(ofs_faults *found, const ofs_paragraph *paragraph, const char *message, ofs_str about)
{
    ofs_note_fault(found, message, about, (ofs_place){paragraph->page, paragraph->span});
}

static void file(ofs_reader *reader, ofs_faults found, const char *code, const char *of_all)
{
    if (found.count > 1)
        ofs_add_issue_about(reader, code, "sections", found.place, of_all, ofs_decimal(reader->arena, found.count),
                            found.about);
    else if (found.count)
        ofs_add_issue_about(reader, code, "sections", found.place, found.message, found.about, OFS_NO_STR);
}

/* Its last sentence goes on: it ends in a letter, a digit, a comma or a hyphen. */
static int is_open(ofs_str text)
{
    char last = text.n ? text.p[text.n - 1] : '.';
    return ofs_is_letter(last) || ofs_is_digit(last) || last == ',' || last == '-';
}

/* … and in a word that none ends with. Entries of lists do ('what they may ask for'), and what leads up to a list. */
static int ends_short(const ofs_paragraph *before, const ofs_paragraph *next)
{
    return before->kind == OFS_PARAGRAPH && next->kind == OFS_PARAGRAPH && is_open(before->text) &&
           ofs_ends_open(before->text);
}

/* The paragraph may be the rest of the one before it, in its section or below a page's title that was taken for a heading. */
static int goes_on(const ofs_paragraph *before, const ofs_paragraph *paragraph, int is_same_section)
{
    if (paragraph->number || paragraph->kind != OFS_PARAGRAPH || !paragraph->text.n || !is_open(before->text))
        return 0;
    return ofs_starts_lower(paragraph->text) || (before->number && is_same_section);
}

static void check_halves(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    const ofs_paragraph *before = NULL;
    ofs_faults found = {.count = 0};
    for (uint32_t i = 0; i < report->section_count; i++) {
        const ofs_section *section = &report->sections[i];
        const ofs_paragraph *first = report->paragraphs + section->first_paragraph, *at = first;
        for (; at < first + section->paragraph_count; before = at++)
            if (before && (goes_on(before, at, at > first) || ends_short(before, at)))
                add(&found, before, "A paragraph ends within a sentence; what follows may be its rest: '%s …'.",
                    ofs_few_words(at->text));
    }
    file(reader, found, "cut_off",
         "%s paragraphs end within a sentence; what follows may be the rest, as it may here: '%s …'.");
}

/* '… were permanently excluded. incidents of …': where the small letter stands; text.n: nowhere. */
static uint32_t small_beginning(ofs_str text)
{
    enum { LEAST_WORD = 4 /* letters: 'etc. and' */ };
    const char *end = text.p + text.n;
    for (const char *p = text.p; (p = ofs_find_byte(p, end, '.')) < end; p++) {
        if (p - text.p < LEAST_WORD || end - p < 4 || p[1] != ' ' || !ofs_is_lower(p[2]) || !ofs_is_lower(p[3]))
            continue;
        int letters = 0;
        while (letters < LEAST_WORD && ofs_is_lower(p[-1 - letters]))
            letters++;
        if (letters == LEAST_WORD)
            return (uint32_t)(p + 2 - text.p);
    }
    return text.n;
}

/* The words are the first of a page that the paragraph goes on over. *near: where its first line is looked for, and then
 * that line. */
static int begin_page(const ofs_source *source, ofs_span span, ofs_str words, uint32_t *near)
{
    const ofs_line *before = NULL;
    *near = ofs_line_holding(source, span.start, *near);
    for (uint32_t i = *near; i < source->line_count && source->lines[i].start < span.end; i++) {
        const ofs_line *line = &source->lines[i];
        if (line->kind == OFS_LINE_ARTIFACT || line->kind == OFS_LINE_NOTE)
            continue;
        if (before && line->page != before->page && ofs_equal(ofs_leading_words(ofs_line_text(source, line), 1), words))
            return 1;
        before = line;
    }
    return 0;
}

/* A page that goes on with other words than those before it: the one between them may be missing. */
static void check_page_ends(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    uint32_t near = 0;
    for (uint32_t i = 0; i < report->paragraph_count; i++) {
        const ofs_paragraph *paragraph = &report->paragraphs[i];
        uint32_t at = paragraph->page < paragraph->last_page ? small_beginning(paragraph->text) : paragraph->text.n;
        ofs_str rest = {paragraph->text.p + at, paragraph->text.n - at};
        if (!rest.n || !begin_page(reader->source, paragraph->span, ofs_leading_words(rest, 1), &near))
            continue;
        ofs_doubt_sentences(reader, "page_order", (ofs_place){paragraph->last_page, paragraph->span},
                            "A sentence has ended above this page, which begins within another, '%s …': a page may be "
                            "missing or in another's place.",
                            ofs_few_words(rest), OFS_NO_STR);
        return;
    }
}

static void check_numbers_alone(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    ofs_faults found = {.count = 0};
    for (uint32_t i = 0; i < report->paragraph_count; i++)
        if (report->paragraphs[i].number && !ofs_has_letter(report->paragraphs[i].text))
            add(&found, &report->paragraphs[i], "Paragraph %s has no words.",
                ofs_decimal(reader->arena, report->paragraphs[i].number));
    file(reader, found, "unreadable", "%s paragraphs have a number and no words; the first is %s.");
}

void ofs_check_torn(ofs_reader *reader)
{
    if (reader->framework->id == OFS_UNKNOWN || reader->framework->is_second_hand)
        return;
    check_halves(reader);
    check_page_ends(reader);
    check_numbers_alone(reader);
}
