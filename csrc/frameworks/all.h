/* all.h: every framework, by name and by what a document says. To add one: its file beside this one, its name here, a
 * line in the table of all.c, its tests; docs/adding-a-framework.md walks through it. Declarations only. */
#ifndef OFS_ALL_H
#define OFS_ALL_H

#include "outline/outline.h"

extern const ofs_framework OFS_FRAMEWORK_ILACS, OFS_FRAMEWORK_SIF, OFS_FRAMEWORK_AREA_SEND,
    OFS_FRAMEWORK_AREA_SEND_LETTER, OFS_FRAMEWORK_JTAI, OFS_FRAMEWORK_NEWS, OFS_FRAMEWORK_UNKNOWN,
    OFS_FRAMEWORK_NOT_READ;
extern const ofs_framework OFS_FRAMEWORK_FOCUSED_VISIT, OFS_FRAMEWORK_MONITORING_VISIT, OFS_FRAMEWORK_LETTER;
extern const ofs_framework OFS_FRAMEWORK_SLAC, OFS_FRAMEWORK_LAC, OFS_FRAMEWORK_CHILD_PROTECTION, OFS_FRAMEWORK_CRA,
    OFS_FRAMEWORK_JAR;

enum { OFS_CERTAIN = 85 }; /* so sure is no other framework */
/* The table of them. */
const ofs_framework *const *ofs_frameworks(uint32_t *count);
/* Its headings as they are looked up; the framework is one of the table or none. */
const ofs_headings *ofs_headings_of(const ofs_context *context, const ofs_framework *framework);
/* The surest by the first lines as they are, and in *sure how sure it is. */
const ofs_framework *ofs_surest(const ofs_source *source, int *sure);

/* recognise.c: the surest framework; OFS_FRAMEWORK_UNKNOWN where none says so. Lines of a text that has lost its line
 * ends are cut by its words. */
const ofs_framework *ofs_recognise(const ofs_context *context, ofs_source *source);

/* messages.c: how many lines a message has that somebody has written above a report; 0: there is none. */
uint32_t ofs_end_of_message(const ofs_source *source);
/* papers.c: sets the lines aside that another document has before a report, and returns the report's framework; `best`,
 * the surest of all lines and so sure, where there is none such. */
const ofs_framework *ofs_begin_at_report(ofs_source *source, const ofs_framework *best, int sure);

#endif
