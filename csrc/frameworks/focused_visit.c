/* focused_visit.c: letters about focused visits to local authority children's services, 2018 to today.
 *
 * Prose and lists, and never a judgement: a focused visit is not graded, and grades that the letter mentions are those
 * of earlier inspections. May hold only what is peculiar to these letters; what every letter prints stands in
 * letters.h. */
#include "readers/letters.h"

static const ofs_row NO_ROWS[] = {{NULL, NULL, NULL, 0}};

static const char *const HEADINGS[] = {"what needs to improve",
                                       "headline findings$",
                                       "main findings$",
                                       "findings$",
                                       "overview$",
                                       "area for priority action$",
                                       "areas for priority action$",
                                       "area for improvement$",
                                       "areas for improvement$",
                                       "areas of strength$",
                                       "strengths$",
                                       NULL};

static const char *const NO_HEADINGS[] = {NULL};
static const char *const SUBJECTS[] = {"focused visit to", "focused visit of", "focussed visit to", NULL};
static const char *const OPENINGS[] = {"this letter summarises", "the focused visit took place", "a focused visit",
                                       NULL};

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

static void read(ofs_reader *reader)
{
    static const ofs_visit_words words = {SUBJECTS, OPENINGS, NO_HEADINGS};
    ofs_read_visit_letter(reader, &words);
}

const ofs_framework OFS_FRAMEWORK_FOCUSED_VISIT = {OFS_FOCUSED_VISIT, NO_ROWS, HEADINGS, recognise, read};
