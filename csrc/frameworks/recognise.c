/* recognise.c: decides which framework a document belongs to, from its opening lines and nothing else.
 *
 * May not read facts, and never looks at a file's name. */
#include "frameworks.h"

#include <string.h>

enum { OPENING_LINES = 60, LABEL_SLACK = 16, CERTAIN = 85 };

/* The most common first: who is certain ends the search. News last: it is what mentions the others. */
static const ofs_framework *const FRAMEWORKS[] = {
    &OFS_FRAMEWORK_ILACS,
    &OFS_FRAMEWORK_SIF,
    &OFS_FRAMEWORK_SLAC,
    &OFS_FRAMEWORK_LAC,
    &OFS_FRAMEWORK_CRA,
    &OFS_FRAMEWORK_JAR,
    &OFS_FRAMEWORK_AREA_SEND,
    &OFS_FRAMEWORK_JTAI,
    &OFS_FRAMEWORK_FOCUSED_VISIT,
    &OFS_FRAMEWORK_MONITORING_VISIT,
    &OFS_FRAMEWORK_LETTER,
    &OFS_FRAMEWORK_NEWS,
};

const ofs_framework *ofs_recognise(const ofs_source *source)
{
    const ofs_framework *best = &OFS_FRAMEWORK_UNKNOWN;
    int surest = 0;
    for (size_t i = 0; i < sizeof FRAMEWORKS / sizeof *FRAMEWORKS && surest < CERTAIN; i++) {
        int sure = FRAMEWORKS[i]->recognise(source);
        if (sure > surest) {
            surest = sure;
            best = FRAMEWORKS[i];
        }
    }
    return best;
}

static ofs_str from_line(const ofs_source *source, uint32_t line)
{
    uint32_t start = source->lines[line].start;
    return (ofs_str){source->text.p + start, source->text.n - start};
}

static uint32_t opening(const ofs_source *source)
{
    return source->line_count < OPENING_LINES ? source->line_count : OPENING_LINES;
}

/* A look at the first letter spares most comparisons; `| 0x20` makes it lower case. */
int ofs_opens_with(const ofs_source *source, const char *phrase)
{
    uint32_t lines = opening(source);
    for (uint32_t i = 0; i < lines; i++)
        if ((source->text.p[source->lines[i].start] | 0x20) == *phrase && ofs_phrase_at(from_line(source, i), phrase))
            return 1;
    return 0;
}

int ofs_opens_with_any(const ofs_source *source, const char *const *phrases)
{
    while (*phrases && !ofs_opens_with(source, *phrases))
        phrases++;
    return *phrases != NULL;
}

int ofs_opening_rows(const ofs_source *source, const ofs_row *rows)
{
    int found = 0;
    const char *key = NULL;
    for (const ofs_row *row = rows; row->key; row++)
        if (row->key != key && ofs_opens_with(source, row->label)) {
            key = row->key;
            found++;
        }
    return found;
}

/* Labels begin alike: their lengths tell most of them apart. Spaces may be missing, an apostrophe may be three
 * bytes. */
static int may_be(ofs_str text, const char *label)
{
    size_t length = strlen(label);
    return text.n <= length + LABEL_SLACK && text.n + LABEL_SLACK >= length;
}

const ofs_row *ofs_row_from(const ofs_row *rows, ofs_row_kind least, ofs_str text)
{
    text = ofs_trim_end(text, ".:?");
    for (; text.n && rows->key; rows++)
        if (rows->kind >= (int)least && (*text.p | 0x20) == *rows->label && may_be(text, rows->label) &&
            ofs_phrase_at(text, rows->label) == text.n)
            return rows;
    return NULL;
}

const ofs_row *ofs_row_of(const ofs_row *rows, ofs_str text)
{
    return ofs_row_from(rows, OFS_ROW_PLAIN, text);
}

const ofs_row *ofs_row_in(const ofs_row *scope, ofs_str text)
{
    text = ofs_trim_end(text, ".:?");
    for (const ofs_row *row = scope + 1; row->key && row->kind != OFS_ROW_SCOPE; row++)
        if (text.n && ofs_phrase_at(text, row->label) == text.n)
            return row;
    return NULL;
}

const ofs_row *ofs_row_begun(const ofs_row *rows, ofs_str text, uint32_t *length)
{
    const ofs_row *best = NULL;
    *length = 0;
    for (; rows->key; rows++) {
        uint32_t n = text.n ? ofs_phrase_at(text, rows->label) : 0;
        if (n > *length) {
            best = rows;
            *length = n;
        }
    }
    return best;
}
