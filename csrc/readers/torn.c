/* torn.c: paragraphs that are not whole: their halves stand apart, because what is between them, mostly a page's end, was not
 * known for what it is; or their words stand elsewhere.
 *
 * May file issues and may not change a value. */
#include "base/words.h"
#include "readers/checks.h"

enum { FEW_WORDS = 8 };

/* Where a report has several, the issue is about all of its paragraphs. */
typedef struct torn {
    ofs_place first;
    ofs_str about; /* what is said of the first */
    uint32_t count;
} torn;

static void add(torn *found, const ofs_paragraph *paragraph, ofs_str about)
{
    if (!found->count++)
        *found = (torn){{paragraph->page, paragraph->span}, about, 1};
}

static void file(ofs_reader *reader, torn found, const char *code, const char *of_one, const char *of_all)
{
    if (found.count == 1) {
        ofs_add_issue_about(reader, code, "sections", found.first, of_one, found.about, OFS_NO_STR);
    } else if (found.count) {
        found.first.span = (ofs_span){0, 0};
        ofs_add_issue_about(reader, code, "sections", found.first, of_all, ofs_decimal(reader->arena, found.count),
                            found.about);
    }
}

/* Its last sentence goes on: it ends in a letter, a digit, a comma or a hyphen. */
static int is_open(ofs_str text)
{
    char last = text.n ? text.p[text.n - 1] : '.';
    return ofs_is_letter(last) || ofs_is_digit(last) || last == ',' || last == '-';
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
    torn found = {OFS_NOWHERE, OFS_NO_STR, 0};
    for (uint32_t i = 0; i < report->section_count; i++) {
        const ofs_section *section = &report->sections[i];
        const ofs_paragraph *first = report->paragraphs + section->first_paragraph, *at = first;
        for (; at < first + section->paragraph_count; before = at++)
            if (before && goes_on(before, at, at > first))
                add(&found, before, ofs_leading_words(at->text, FEW_WORDS));
    }
    file(reader, found, "cut_off", "A paragraph ends within a sentence; what follows may be its rest: '%s …'.",
         "%s paragraphs end within a sentence; what follows may be the rest, as it may here: '%s …'.");
}

static int has_letter(ofs_str text)
{
    uint32_t i = 0;
    while (i < text.n && !ofs_is_letter(text.p[i]))
        i++;
    return i < text.n;
}

static void check_numbers_alone(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    torn found = {OFS_NOWHERE, OFS_NO_STR, 0};
    for (uint32_t i = 0; i < report->paragraph_count; i++)
        if (report->paragraphs[i].number && !has_letter(report->paragraphs[i].text))
            add(&found, &report->paragraphs[i], ofs_decimal(reader->arena, report->paragraphs[i].number));
    file(reader, found, "unreadable", "Paragraph %s has no words.",
         "%s paragraphs have a number and no words; the first is %s.");
}

void ofs_check_torn(ofs_reader *reader)
{
    if (reader->framework->id == OFS_UNKNOWN || reader->framework->is_second_hand)
        return;
    check_halves(reader);
    check_numbers_alone(reader);
}
