/* letter.c: Ofsted's other letters about a visit to local authority children's services: assurance visits and the like.
 *
 * A letter that does not say in its subject line that it is about such a visit is no letter of this kind, whoever
 * signed it. May hold only what is peculiar to these letters. Written from Ofsted's handbooks, not from a
 * collection. */
#include "readers/letters.h"

static const ofs_row NO_ROWS[] = {{NULL, NULL, NULL, 0}};

static const char *const HEADINGS[] = {"headline findings$",
                                       "main findings$",
                                       "findings$",
                                       "overview$",
                                       "summary$",
                                       "summary of findings$",
                                       "what needs to improve",
                                       "area for priority action$",
                                       "areas for priority action$",
                                       "areas for improvement$",
                                       "strengths$",
                                       "areas of strength$",
                                       "next steps$",
                                       NULL};

static const char *const NO_HEADINGS[] = {NULL};
static const char *const SUBJECTS[] = {"assurance visit to",
                                       "quality assurance visit to",
                                       "improvement visit to",
                                       "improvement offer visit to",
                                       "action planning visit to",
                                       "follow-up visit to",
                                       "thematic visit to",
                                       "pilot visit to",
                                       "pilot inspection of",
                                       "visit to",
                                       NULL};
static const char *const OPENINGS[] = {"this letter summarises", "i am writing to", "the visit took place", NULL};

/* Signed or sent by Ofsted: its letterhead, its inspectors. */
static int is_from_ofsted(const ofs_source *source)
{
    static const char *const marks[] = {"ofsted$",           "piccadilly gate",   "enquiries@ofsted",
                                        "www.gov.uk/ofsted", "www.ofsted.gov.uk", NULL};
    return ofs_opens_with_any(source, marks);
}

static int recognise(const ofs_source *source)
{
    if (!ofs_opens_with_any(source, SUBJECTS) || !ofs_opens_with(source, "dear ") ||
        !ofs_opens_with(source, "this letter summarises the findings"))
        return 0;
    return is_from_ofsted(source) ? 60 : 40;
}

static void read(ofs_reader *reader)
{
    static const ofs_visit_words words = {SUBJECTS, OPENINGS, NO_HEADINGS};
    ofs_read_visit_letter(reader, &words);
}

const ofs_framework OFS_FRAMEWORK_LETTER = {OFS_LETTER, NO_ROWS, HEADINGS, recognise, read};
