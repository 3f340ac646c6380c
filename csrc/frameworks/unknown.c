/* unknown.c: a document that no framework recognises: its sections, paragraphs and tables, and no judgement.
 *
 * May not guess a framework, an authority or a grade. */
#include "readers/readers.h"

static void read(ofs_reader *reader)
{
    uint32_t end = ofs_body_end(reader);
    ofs_add_issue(reader, "unknown_framework", "framework", OFS_NOWHERE,
                  "This is not a kind of document that judgements can be read from; only its structure was read.");
    ofs_read_sections(reader, 0, end, NULL);
    ofs_read_footnotes(reader);
}

/* Every fact that is left empty is named. */
#define NOT_READ(fact) "Nothing was read of " fact ", as the kind of document is not known."
static const ofs_invariant INVARIANTS[] = {
    {OFS_ALWAYS_FIELD, "missing", "title", .message = NOT_READ("the title")},
    {OFS_ALWAYS_FIELD, "missing", "authority", .message = NOT_READ("the authority")},
    {OFS_ALWAYS_FIELD, "missing", "inspection_periods", .message = NOT_READ("the inspection dates")},
    {OFS_ALWAYS_FIELD, "missing", "published", .message = NOT_READ("the day of publication")},
    {OFS_ALWAYS_FIELD, "missing", "lead_inspector", .message = NOT_READ("the lead inspector")},
    {OFS_ALWAYS_FIELD, "missing", "inspectors", .message = NOT_READ("the inspectors")},
    {OFS_ALWAYS_FIELD, "missing", "judgements", .message = NOT_READ("the judgements")},
    {OFS_ALWAYS_FIELD, "missing", "recommendations", .message = NOT_READ("the recommendations")},
    {OFS_ALWAYS_FIELD, "missing", "findings", .message = NOT_READ("the findings")},
    OFS_NO_INVARIANT,
};

const ofs_framework OFS_FRAMEWORK_UNKNOWN = {.id = OFS_UNKNOWN, .invariants = INVARIANTS, .read = read};
