/* lost_signs.c: which fields of the report the characters that an extractor lost may be missing from.
 *
 * May file issues and may not change a value. */
#include "readers/checks.h"
#include "source/characters.h"

enum {
    MOST_SINGLE = 4 /* that many lost signs are looked for in the values; more may be anywhere, headings among them */
};

typedef struct field {
    const char *name;
    int has_lost;
} field;

static int has_lost(ofs_str text)
{
    static const char leads[] = {'?', '\xE2', '\xEF'};
    const char *end = text.n ? text.p + text.n : text.p;
    for (size_t i = 0; text.n && i < sizeof leads; i++)
        for (const char *p = text.p; (p = ofs_find_byte(p, end, leads[i])) < end;) {
            uint32_t c, n = ofs_utf8_next(p, end, &c);
            if ((c == '?' || c == 0xFFFD || c == 0x25A1) && ofs_lost_sign_at(text, p, n, c).is_lost)
                return 1;
            p += n;
        }
    return 0;
}

static int is_lost_in_sections(const ofs_report *report)
{
    int found = 0;
    for (uint32_t i = 0; i < report->section_count && !found; i++)
        found = has_lost(report->sections[i].heading);
    for (uint32_t i = 0; i < report->paragraph_count && !found; i++)
        found = has_lost(report->paragraphs[i].text);
    return found;
}

static int is_lost_in_findings(const ofs_report *report)
{
    const ofs_findings *const lists[] = {&report->strengths, &report->meets_requirements,
                                         &report->areas_for_development, &report->priority_actions,
                                         &report->significant_weaknesses};
    int found = 0;
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (uint32_t i = 0; i < lists[k]->count && !found; i++)
            found = has_lost(lists[k]->at[i].text);
    return found;
}

static int is_lost_in_people(const ofs_report *report)
{
    int found = 0;
    for (uint32_t i = 0; i < report->inspector_count && !found; i++)
        found = has_lost(report->inspectors[i].name) || has_lost(report->inspectors[i].role);
    return found;
}

static int is_lost_in_recommendations(const ofs_report *report)
{
    int found = 0;
    for (uint32_t i = 0; i < report->recommendation_count && !found; i++)
        found = has_lost(report->recommendations[i].text);
    return found;
}

static int is_lost_in_notes(const ofs_report *report)
{
    int found = 0;
    for (uint32_t i = 0; i < report->footnote_count && !found; i++)
        found = has_lost(report->footnotes[i].text);
    return found;
}

void ofs_note_lost_characters(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    const ofs_report *report = reader->report;
    const char *lacks = reader->framework->id == OFS_UNKNOWN ? NULL : source->lacks;
    int anywhere = lacks || source->has_digit_quotes || source->lost_characters > MOST_SINGLE;
    if (!anywhere && !source->lost_characters)
        return;
    const field fields[] = {{"sections", is_lost_in_sections(report)},
                            {"recommendations", is_lost_in_recommendations(report)},
                            {"findings", is_lost_in_findings(report)},
                            {"inspectors", is_lost_in_people(report)},
                            {"previous_judgements", 0},
                            {"footnotes", is_lost_in_notes(report)},
                            {"focus", has_lost(report->focus)},
                            {"addressee", has_lost(report->addressee)},
                            {"lead_inspector", has_lost(report->lead_inspector.name)},
                            {"authority", has_lost(report->authority.name) || has_lost(report->title)},
                            {"title", has_lost(report->title)}};
    const char *message =
        "Characters of the text are lost: '?', U+FFFD or a box stands for them. Words may lack letters, "
        "and quotations, bullets or dashes may be missing.";
    if (source->has_digit_quotes)
        message =
            "The digit 9 stands for apostrophes, and 8 for opening quotation marks, as in 'children9s': the PDF that "
            "the text is from says so. Only what is certain was mended.";
    if (lacks)
        message = "The text has no %s anywhere: such characters are lost. Words may lack letters, and lists their "
                  "bullets. Extract the text anew, or give the PDF.";
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (anywhere || fields[i].has_lost)
            ofs_add_issue_about(reader, "lost_characters", fields[i].name, OFS_NOWHERE, message, ofs_str_of(lacks),
                                OFS_NO_STR);
}
