/* patterns.h: phrases that PCRE2 looks for, compiled once and shared by every thread.
 *
 * A framework file that needs a phrase adds a name here and a line to the table in patterns.c.
 * Patterns run on short slices (a line, a heading, a sentence), never on a whole report: a slice over
 * OFS_FIND_MAX bytes is looked at only up to there. May not know of reports or frameworks.
 *
 * A match that would cost too much (match, depth or heap limit) is no match.
 */
#ifndef OFS_PATTERNS_H
#define OFS_PATTERNS_H

#include "base/arena.h"
#include "ofsted.h"

/* Documented where they are written, in patterns.c. Groups are numbered from 1. */
typedef enum ofs_pattern_id { OFS_PAT_PERSON_OR_ROLE, OFS_PATTERN_COUNT } ofs_pattern_id;

enum { OFS_FIND_MAX = 16 * 1024, OFS_CAPTURES = 10 };

/* Bytes of the string that was searched: at[0] the whole match, at[1].. its groups; a group that took
 * no part is empty at offset 0, and so is every one at and after `count`. */
typedef struct ofs_captures {
    ofs_span at[OFS_CAPTURES];
    uint32_t count;
} ofs_captures;

typedef struct ofs_patterns ofs_patterns;

/* Compiled with JIT where the machine has it. NULL: out of memory. Read-only afterwards. */
ofs_patterns *ofs_patterns_new(void);
void ofs_patterns_free(ofs_patterns *patterns);

enum { OFS_VERSION_ROOM = 64 };
/* The version of the library that matches, and its date, written to `version`, which it gives back. */
const char *ofs_pattern_library(char version[OFS_VERSION_ROOM]);

/* What one parse needs to match with; not to be shared by threads. Lives in the arena and is freed with
 * it: nothing else to free. */
typedef struct ofs_matcher ofs_matcher;
ofs_matcher *ofs_matcher_new(ofs_arena *arena, const ofs_context *context);
ofs_arena *ofs_matcher_arena(const ofs_matcher *matcher);
const ofs_context *ofs_matcher_context(const ofs_matcher *matcher);

/* The first match at or after byte `from` (which starts a character): 1 and *captures (may be NULL), else 0.
 * Text before `from` still counts for lookbehind and \b. Malformed UTF-8 is matched by nothing. */
int ofs_find(ofs_matcher *matcher, ofs_pattern_id pattern, ofs_str text, uint32_t from, ofs_captures *captures);

/* The slice of `text` that group `group` matched; a null string where it took no part. */
ofs_str ofs_captured(ofs_str text, const ofs_captures *captures, uint32_t group);

#endif
