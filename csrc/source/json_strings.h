/* json_strings.h: the strings of a JSON file, where each stands in it, and what its objects say of them. */
#ifndef OFS_JSON_STRINGS_H
#define OFS_JSON_STRINGS_H

#include "base/text.h"
#include "source/lines.h"

enum { OFS_MOST_SHAPES = 64 };

/* Where a value stands, whatever its place in a list: `pages[].lines[].text`. */
typedef struct ofs_shape {
    uint32_t parent;
    ofs_str key; /* none: an element of a list */
    int is_numbered; /* its keys are numbers, or 'page_1' */
} ofs_shape;

typedef enum ofs_string_kind { OFS_ANY_STRING, OFS_WORD_STRING, OFS_ITEM_STRING } ofs_string_kind;

/* What an object says of the strings in it; 0 is what stands around all. */
typedef struct ofs_json_object {
    uint32_t parent;
    int32_t page;   /* as it says itself, or -1 */
    int32_t nested; /* what all objects in it say alike, or -1; -2: they differ */
    int32_t turn;   /* its place in a list called pages, from 1, or -1 */
    ofs_string_kind kind;
    ofs_str table; /* a table's text as HTML, still escaped */
    ofs_str y;     /* how far down the page it stands, as printed */
} ofs_json_object;

typedef struct ofs_json_string {
    uint32_t start, end; /* bytes of the text, without quotation marks */
    uint32_t shape, object;
    int32_t turn; /* its own key or place as a number, or -1 */
} ofs_json_string;

typedef struct ofs_json {
    ofs_json_string *strings;
    uint32_t count, capacity;
    ofs_json_object *objects;
    uint32_t object_count, object_capacity;
    ofs_shape shapes[OFS_MOST_SHAPES]; /* 0: of all that has no room */
    uint32_t shape_count;
    ofs_str file;      /* the name of the file that the text is of */
    int several_files; /* ... or of several */
} ofs_json;

/* Returns 0 where the text is not JSON, one value or one on each line. */
int ofs_read_json_strings(ofs_arena *arena, ofs_str text, ofs_json *found);

#endif
