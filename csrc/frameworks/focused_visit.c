/* focused_visit.c: letters about focused visits to local authority children's services, 2018 to today.
 *
 * Prose and lists, and never a judgement: a focused visit is not graded, and grades that the letter mentions are those of
 * earlier inspections. May hold only what is peculiar to these letters; what every letter prints stands in letters.h. */
#include "../letters.h"

static const ofs_row NO_ROWS[] = {{NULL, NULL, NULL, 0}};

static const char *const HEADINGS[] = {"what needs to improve", "headline findings$", "main findings$", "findings$", "overview$",
                                       "area for priority action$", "areas for priority action$", "area for improvement$",
                                       "areas for improvement$", "areas of strength$", "strengths$", NULL};

static const char *const SUBJECTS[] = {"focused visit to", "focused visit of", "focussed visit to", NULL};
static const char *const OPENINGS[] = {"this letter summarises", "the focused visit took place", "a focused visit", NULL};
static const char *const TO_IMPROVE[] = {"what needs to improve", NULL};
static const char *const IMPROVEMENTS[] = {"areas for improvement", "area for improvement", NULL};
static const char *const PRIORITIES[] = {"areas for priority action", "area for priority action", NULL};
static const char *const STRENGTHS[] = {"areas of strength", "area of strength", "strengths", NULL};

static int recognise(const ofs_source *source)
{
    int letter = ofs_opens_with(source, "dear ");
    int subject = ofs_opens_with(source, "focused visit to ");
    int summary = ofs_opens_with(source, "this letter summarises the findings of a focused visit") ||
                  ofs_opens_with(source, "this letter summarises the findings of the focused visit");
    if (summary)
        return letter || subject ? 95 : 80;
    return letter && subject ? 75 : 0;
}

static void read_heading(ofs_reader *reader, ofs_section *section, const ofs_block *block)
{
    (void)reader;
    (void)block;
    section->level = section->depth = 1;
}

/* When the visit was, then who made it: the names follow the dates, in the same paragraph or the next. */
static void read_visit(ofs_reader *reader, const ofs_letter *letter)
{
    const ofs_opening *where;
    uint32_t end = 0;
    int found = 0;
    ofs_str sentence = ofs_find_opening(letter, OPENINGS, &where);
    if (!where) {
        ofs_add_issue(reader, "missing", "inspection_periods", OFS_NOWHERE, "No sentence says when the visit took place.");
        where = letter->opening;
    } else {
        ofs_read_visit_dates(reader, sentence, where->place, &end);
        found = ofs_read_inspectors(reader, (ofs_str){sentence.p + end, sentence.n - end}, where->place) ||
                ofs_read_inspectors(reader, sentence, where->place);
    }
    for (uint32_t i = where ? (uint32_t)(where - letter->opening) + 1 : 0; !found && i < letter->opening_count; i++)
        found = ofs_read_inspectors(reader, letter->opening[i].text, letter->opening[i].place);
    if (!found)
        ofs_add_issue(reader, "missing", "inspectors", OFS_NOWHERE, "The inspectors' names were not found.");
}

/* Who signed is one of those who visited. */
static void check_signatory(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    ofs_str name = report->lead_inspector.name;
    for (uint32_t i = 0; i < report->inspector_count; i++)
        if (ofs_equal(report->inspectors[i].name, name))
            return;
    if (name.n && report->inspector_count)
        ofs_add_issue_about(reader, "not_an_inspector", "lead_inspector", OFS_NOWHERE,
                            "'%s' signed the letter and is not among the inspectors that it names.", name, OFS_NO_STR);
}

static void read(ofs_reader *reader)
{
    ofs_letter letter;
    ofs_find_letter(reader, SUBJECTS, &letter);
    ofs_read_subject(reader, &letter);
    ofs_read_letter_date(reader, &letter);
    ofs_read_addressee(reader, &letter);
    ofs_read_signature(reader, &letter);
    read_visit(reader, &letter);
    check_signatory(reader);
    if (!ofs_read_focus(reader, &letter))
        ofs_add_issue(reader, "missing", "focus", OFS_NOWHERE, "No sentence says what the inspectors looked at.");
    ofs_read_sections(reader, letter.body, letter.end, read_heading);
    ofs_read_items_under(reader, PRIORITIES, &reader->report->priority_actions);
    /* 'Areas for improvement' is the list in a few letters, and one half of the findings in others. */
    if (ofs_read_items_under(reader, TO_IMPROVE, NULL))
        ofs_read_findings_under(reader, IMPROVEMENTS, &reader->report->areas_for_development);
    else
        ofs_read_items_under(reader, IMPROVEMENTS, NULL);
    ofs_read_findings_under(reader, STRENGTHS, &reader->report->strengths);
    ofs_read_footnotes(reader);
}

const ofs_framework OFS_FRAMEWORK_FOCUSED_VISIT = {OFS_FOCUSED_VISIT, NO_ROWS, HEADINGS, recognise, read};
