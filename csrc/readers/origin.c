/* origin.c: whose words a document is: Ofsted's own report, or what somebody else made of it. A council's page, minutes or
 * a leaflet may repeat the whole judgement table.
 *
 * May file one issue and may not change a value. */
#include "base/words.h"
#include "outline/publisher.h"
#include "readers/checks.h"

enum { LEAST_NUMBERED = 5, LEAST_SECTIONS = 2 };

/* What councils say on their pages and in their papers, and none of 625 reports does. */
static const char *const COUNCIL_WORDS[] = {"our children's services",
                                            "our ofsted",
                                            "our improvement plan",
                                            "our action plan",
                                            "our response",
                                            "our rating",
                                            "our inspection",
                                            "we welcome",
                                            "we are pleased",
                                            "we are delighted",
                                            "we are proud",
                                            "we accept",
                                            "contact us",
                                            "contact the council",
                                            "cookies",
                                            "accessibility statement",
                                            "privacy notice",
                                            "back to top",
                                            "skip to",
                                            "read the full report",
                                            "press release",
                                            "members noted",
                                            "members are asked",
                                            "resolved that",
                                            "background papers",
                                            "purpose of report",
                                            "purpose of the report",
                                            "report of the director",
                                            "legal implications",
                                            NULL};

static const char *const INSPECTORS[] = {"majesty's inspector*", "hmi", "hmis", "inspectorate*", "national director*",
                                         "regional director*",   NULL};

/* A letter of an inspector's. */
static int is_inspectors_letter(const ofs_source *source)
{
    static const char *const salutation[] = {"dear ", NULL};
    return ofs_opens_with_any(source, salutation) &&
           (ofs_has_words(source->text, INSPECTORS) || ofs_opens_with_any(source, OFS_LETTERHEAD));
}

/* Numbered paragraphs below headings that the framework's reports have. */
static int has_body(const ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    uint32_t sections = 0, numbered = 0;
    for (uint32_t i = 0; i < report->section_count; i++) {
        const ofs_section *section = &report->sections[i];
        uint32_t before = numbered;
        for (uint32_t k = 0; k < section->paragraph_count; k++)
            numbered += report->paragraphs[section->first_paragraph + k].number != 0;
        sections += numbered > before && (ofs_row_of(reader->framework->rows, section->heading) ||
                                          ofs_heading_of(reader->headings, section->heading));
    }
    return sections >= LEAST_SECTIONS && numbered >= LEAST_NUMBERED;
}

void ofs_check_origin(ofs_reader *reader, uint32_t end)
{
    const ofs_source *source = reader->source;
    if (reader->framework->is_second_hand || reader->framework->id == OFS_UNKNOWN || end < reader->blocks.count ||
        has_body(reader) || is_inspectors_letter(source) || ofs_ends_in_imprint(source))
        return;
    if (ofs_has_cover(source) && !ofs_has_words(source->text, COUNCIL_WORDS))
        return;
    ofs_add_issue(reader, "secondary_source", "framework", OFS_NOWHERE,
                  "Nothing shows that this is Ofsted's own report (a cover, numbered paragraphs, its imprint): what it "
                  "says of judgements is second-hand.");
}
