/* report.h: one parse: the blocks that a framework reads and the report that it fills, its arrays and issues.
 *
 * May not know what any document prints. Holds declarations only. */
#ifndef OFS_REPORT_H
#define OFS_REPORT_H

#include "blocks/blocks.h"
#include "facts/facts.h"
#include "outline/outline.h"

struct ofs_reader {
    const ofs_context *context;
    const ofs_framework *framework;
    const ofs_headings *headings; /* the framework's */
    ofs_source *source;
    ofs_arena *arena;
    ofs_matcher *matcher;
    ofs_blocks blocks;
    ofs_report *report;
    ofs_span *pages; /* of the text; NULL: nobody has asked for them */
    uint32_t page_count;
    struct {
        uint32_t judgements, sections, paragraphs, recommendations, tables, footnotes, issues;
        uint32_t inspectors, previous_inspections, previous_judgements;
    } capacity;
};

/* report.c: filling. Each returns the new, zeroed element. */
ofs_judgement *ofs_add_judgement(ofs_reader *reader);
ofs_section *ofs_add_section(ofs_reader *reader);
ofs_paragraph *ofs_add_paragraph(ofs_reader *reader);
ofs_recommendation *ofs_add_recommendation(ofs_reader *reader);
ofs_table *ofs_add_table(ofs_reader *reader);
ofs_footnote *ofs_add_footnote(ofs_reader *reader);
ofs_previous_inspection *ofs_add_previous_inspection(ofs_reader *reader);
ofs_previous_judgement *ofs_add_previous_judgement(ofs_reader *reader);
/* Copies them. */
void ofs_add_inspectors(ofs_reader *reader, const ofs_person *people, uint32_t count);

/* `code` and `field` are literals; page 0 and a null span where it is about the whole document. */
typedef struct ofs_place {
    uint32_t page;
    ofs_span span;
} ofs_place;
extern const ofs_place OFS_NOWHERE;
ofs_place ofs_place_of(const ofs_block *block);
ofs_place ofs_place_of_line(const ofs_line *line);
void ofs_add_issue(ofs_reader *reader, const char *code, const char *field, ofs_place place, const char *message);
/* `message` with %s for each detail in turn; at most two. Those that are not empty are kept beside it, too. */
void ofs_add_issue_about(ofs_reader *reader, const char *code, const char *field, ofs_place place, const char *message,
                         ofs_str detail, ofs_str second);
/* The same on each of these fields, up to NULL. */
void ofs_add_issues_about(ofs_reader *reader, const char *code, const char *const *fields, ofs_place place,
                          const char *message, ofs_str detail, ofs_str second);
/* Whether there is an issue with this code, field and message; NULL: whatever it is. */
int ofs_has_issue(const ofs_report *report, const char *code, const char *field, const char *message);
/* code_points.c: spans from bytes to code points: the last thing done to a report. */
void ofs_count_code_points(ofs_reader *reader);

#endif
