/* json.h: a report, or one entry of it, as JSON. Allocates with realloc(), checked. Holds declarations only. */
#ifndef OFS_JSON_H
#define OFS_JSON_H

#include "report/fields.h"

enum { OFS_JSON_MOST_INDENT = 64 };

/* An entry whose text the caller has: it is printed instead of the report's own. */
typedef struct ofs_json_given {
    ofs_str key, text;
} ofs_json_given;

/* An entry of an object that holds no other: a text, where that is known, or a number, or null. */
typedef struct ofs_json_fact {
    ofs_str key, text;
    int is_number;
    uint32_t number;
} ofs_json_fact;

/* UTF-8, to be freed with free(). Control, bidirectional and line-ending characters beyond ASCII are escaped. */
typedef struct ofs_json {
    char *at;
    size_t size;
    int is_malformed; /* some byte of a text is no UTF-8, and was copied as it is */
    int is_ascii;
} ofs_json;

/* The whole, with the entries that are given in place of its own, and `source`, which it does not know, as the last.
 * `indent` as Python's json has it; below 0: all on one line, with a space behind each comma and colon. Each of these
 * says OFS_ERR_MEMORY when there is no more. */
ofs_status ofs_json_report(const ofs_report *report, int indent, const ofs_json_given *given, size_t count,
                           const ofs_json_fact *source, size_t facts, ofs_json *out);
/* On one line: all entries that are not bulky, with `counts`, which says how many of each kind are in the others. */
ofs_status ofs_json_head(const ofs_report *report, ofs_json *out);
/* On one line: one entry of the report. */
ofs_status ofs_json_entry(const ofs_report *report, const ofs_field *field, ofs_json *out);

#endif
