/* outline.h: what a framework says of itself, and looking things up in it. May not know any one framework. Holds
 * declarations only. */
#ifndef OFS_OUTLINE_H
#define OFS_OUTLINE_H

#include "source/lines.h"
#include "base/text.h"

typedef struct ofs_reader ofs_reader;

typedef enum ofs_row_kind {
    OFS_ROW_PLAIN,
    OFS_ROW_MISPRINT, /* printed by mistake in some reports: read, with an issue */
    OFS_ROW_GROUP,    /* a heading in the table that has a grade in some reports only */
    /* a heading in the table: whom the judgements below it are about; rows follow it up to the next */
    OFS_ROW_SCOPE,
    OFS_ROW_RECORD    /* the heading above a table that stands at the report's end */
} ofs_row_kind;

/* A row of the framework's judgement table. `label` is a phrase (text.h) that the printed label is wholly;
 * a key may have several rows, for its several wordings. */
typedef struct ofs_row {
    const char *key, *theme, *label;
    int kind;
} ofs_row;

typedef struct ofs_framework {
    ofs_framework_id id;
    const ofs_row *rows; /* of its judgement table; ends with a null key */
    /* phrases that its headings begin with, for text that does not mark them; ends with NULL */
    const char *const *headings;
    /* How surely the document is of this framework, 0 (not) to 100, from its opening lines. */
    int (*recognise)(const ofs_source *source);
    void (*read)(ofs_reader *reader);
} ofs_framework;

/* One of the document's first lines begins with the phrase, which may go on over line ends. */
int ofs_opens_with(const ofs_source *source, const char *phrase);
/* One of the phrases does; the last is NULL. */
int ofs_opens_with_any(const ofs_source *source, const char *const *phrases);
/* How many rows of the framework's table begin one of the first lines; keys count once. */
int ofs_opening_rows(const ofs_source *source, const ofs_row *rows);

/* The row whose label the text is, of any kind or of one from `least` on; the longest row label that the text begins
 * with, and its bytes. */
const ofs_row *ofs_row_of(const ofs_row *rows, ofs_str text);
const ofs_row *ofs_row_from(const ofs_row *rows, ofs_row_kind least, ofs_str text);
/* The same, of the rows that follow a row of kind scope, up to the next one. */
const ofs_row *ofs_row_in(const ofs_row *scope, ofs_str text);
const ofs_row *ofs_row_begun(const ofs_row *rows, ofs_str text, uint32_t *length);

#endif
