/* origin.c: whose words a document is: Ofsted's own report, or what somebody else made of it. A council's page, minutes or
 * a leaflet may repeat the whole judgement table.
 *
 * May file issues and may not change a value. */
#include "base/words.h"
#include "outline/publisher.h"
#include "readers/checks.h"

enum { LEAST_NUMBERED = 5, LEAST_SECTIONS = 2, BLOCKS_ABOVE = 2, LONGEST_TITLE = 120 };

/* Whose grades they are, or of when, if not Ofsted's of today. */
static const char *const OTHER_VIEWS[] = {
    "self-evaluat*", "self evaluat*",  "self-assess*",    "self assess*", "self-judg*", "ourselves",     "own view*",
    "peer review*",  "peer team*",     "peer challenge*", "mock",         "if we were", "we believe",    "we expect",
    "we aim",        "we hope",        "our aim*",        "our target*",  "our goal*",  "our ambition*", "will judge",
    "would judge",   "will be judged", "will be rated",   "would be",     NULL};

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
    return ofs_opens_with_any(source, OFS_SALUTATION) &&
           (ofs_opens_with_any(source, OFS_LETTERHEAD) || ofs_has_words(source->text, INSPECTORS));
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

/* A title says so of the table below it; in a report a sentence may speak of a self-evaluation. */
static int may_say_whose(const ofs_block *block, int is_own)
{
    return !is_own ||
           (block->kind != OFS_BLOCK_TABLE && block->text.n <= LONGEST_TITLE && !ofs_ends_sentence(block->text));
}

/* The title or the lines above the first judgement say that somebody else judges, or that nobody does yet. Of Ofsted's own
 * report only a title above them does. */
static void check_view(ofs_reader *reader, int is_own)
{
    const ofs_report *report = reader->report;
    const ofs_block *blocks = reader->blocks.at;
    uint32_t first = 0, length;
    if (!report->judgement_count)
        return;
    while (first < reader->blocks.count && blocks[first].span.start < report->judgements[0].span.start)
        first++;
    for (uint32_t i = first > BLOCKS_ABOVE ? first - BLOCKS_ABOVE : 0; i <= first; i++) {
        ofs_str text = i < first ? blocks[i].text : is_own ? OFS_NO_STR : report->title;
        int may_say = i == first || may_say_whose(&blocks[i], is_own);
        int64_t at = text.n && may_say ? ofs_first_words(text, OTHER_VIEWS, &length) : -1;
        if (at < 0)
            continue;
        while ((uint32_t)at + length < text.n && ofs_in_word(text, (uint32_t)at + length))
            length++;
        ofs_add_issue_about(reader, "whose_unclear", "judgements", i < first ? ofs_place_of(&blocks[i]) : OFS_NOWHERE,
                            "These may not be Ofsted's judgements, for the document speaks of '%s'.",
                            (ofs_str){text.p + at, length}, OFS_NO_STR);
        return;
    }
}

static int is_own(const ofs_reader *reader, uint32_t end)
{
    const ofs_source *source = reader->source;
    return end < reader->blocks.count || has_body(reader) || is_inspectors_letter(source) ||
           ofs_ends_in_imprint(source) || (ofs_has_cover(source) && !ofs_has_words(source->text, COUNCIL_WORDS));
}

void ofs_check_origin(ofs_reader *reader, uint32_t end)
{
    if (reader->framework->is_second_hand || reader->framework->id == OFS_UNKNOWN)
        return;
    int own = is_own(reader, end);
    if (!own)
        ofs_add_issue(
            reader, "secondary_source", "framework", OFS_NOWHERE,
            "Nothing shows that this is Ofsted's own report (a cover, numbered paragraphs, its imprint): what "
            "it says of judgements is second-hand.");
    check_view(reader, own);
}
