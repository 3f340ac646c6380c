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

const ofs_framework OFS_FRAMEWORK_UNKNOWN = {.id = OFS_UNKNOWN, .read = read};
