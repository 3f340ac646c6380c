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
            if (before && goes_on(before, at, at > first))
                add(&found, before, "A paragraph ends within a sentence; what follows may be its rest: '%s …'.",
                    ofs_few_words(at->text));
    }
    file(reader, found, "cut_off",
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
    ofs_faults found = {.count = 0};
    for (uint32_t i = 0; i < report->paragraph_count; i++)
        if (report->paragraphs[i].number && !has_letter(report->paragraphs[i].text))
            add(&found, &report->paragraphs[i], "Paragraph %s has no words.",
                ofs_decimal(reader->arena, report->paragraphs[i].number));
    file(reader, found, "unreadable", "%s paragraphs have a number and no words; the first is %s.");
}

void ofs_check_torn(ofs_reader *reader)
{
    if (reader->framework->id == OFS_UNKNOWN || reader->framework->is_second_hand)
        return;
    check_halves(reader);
    check_numbers_alone(reader);
}
