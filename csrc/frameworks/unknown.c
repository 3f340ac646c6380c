/* unknown.c: a document that no framework recognises, or of a kind that is known and not read: its sections, paragraphs
 * and tables, and no judgement.
 *
 * May not guess a framework, an authority or a grade. */
#include "outline/publisher.h"
#include "readers/readers.h"

#include <string.h>

enum { OPENING_LINES = 60, LONGEST_SUBJECT = 240, A_LETTER = 84, A_MENTION = 30 };

#define ONLY_STRUCTURE ", which is not read; only its structure was."
#define ASSESSMENT "This is an annual performance assessment (to 2008, grades in figures)" ONLY_STRUCTURE
#define RATING "This is an annual assessment or rating of children's services (2009 to 2011)" ONLY_STRUCTURE
#define OTHER "This is not a kind of document that judgements can be read from; only its structure was read."

/* Kinds by the words that begin their subject line, behind a year and the marks of a heading. */
static const struct {
    const char *subject, *message;
} KINDS[] = {
    {"annual performance assessment", ASSESSMENT},        {"annual children's services assessment", RATING},
    {"annual assessment of children's services", RATING}, {"annual children's services rating", RATING},
    {"children's services annual rating", RATING},
};

/* What the document says it is, or NULL. */
static const char *kind_of(const ofs_source *source)
{
    for (uint32_t i = 0; i < source->line_count && i < OPENING_LINES; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str text = {source->text.p + line->start, source->text.n - line->start}; /* it may go on over two lines */
        if (line->end - line->start > LONGEST_SUBJECT)
            continue;
        while (text.n && strchr("0123456789 #*_", *text.p))
            text = (ofs_str){text.p + 1, text.n - 1};
        for (size_t k = 0; k < sizeof KINDS / sizeof *KINDS && text.n; k++)
            if (ofs_phrase_at(text, KINDS[k].subject))
                return KINDS[k].message;
    }
    return NULL;
}

/* A letter of such a kind has headings and phrases of those that are read. */
static int recognise(const ofs_source *source)
{
    if (!kind_of(source))
        return 0;
    return ofs_opens_with_any(source, OFS_SALUTATION) ? A_LETTER : A_MENTION;
}

static void read(ofs_reader *reader)
{
    uint32_t end = ofs_body_end(reader);
    const char *kind = kind_of(reader->source);
    ofs_add_issue(reader, "unknown_framework", "framework", OFS_NOWHERE, kind ? kind : OTHER);
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
    {OFS_ALWAYS_FIELD, "missing", "addressee", .message = NOT_READ("the addressee")},
    {OFS_ALWAYS_FIELD, "missing", "focus", .message = NOT_READ("what was looked at")},
    {OFS_ALWAYS_FIELD, "missing", "judgements", .message = NOT_READ("the judgements")},
    {OFS_ALWAYS_FIELD, "missing", "previous_judgements", .message = NOT_READ("earlier judgements")},
    {OFS_ALWAYS_FIELD, "missing", "previous_inspections", .message = NOT_READ("earlier inspections")},
    {OFS_ALWAYS_FIELD, "missing", "recommendations", .message = NOT_READ("the recommendations")},
    {OFS_ALWAYS_FIELD, "missing", "findings", .message = NOT_READ("the findings")},
    OFS_NO_INVARIANT,
};

const ofs_framework OFS_FRAMEWORK_NOT_READ = {
    .id = OFS_UNKNOWN, .invariants = INVARIANTS, .recognise = recognise, .read = read};
const ofs_framework OFS_FRAMEWORK_UNKNOWN = {.id = OFS_UNKNOWN, .invariants = INVARIANTS, .read = read};
