/* lists.h: what stands in lists below a report's headings: which block begins an entry, which goes on with it, and which
 * field of the report a list fills.
 *
 * Knows no framework's headings, only their roles. Holds declarations only. */
#ifndef OFS_LISTS_H
#define OFS_LISTS_H

#include "readers/readers.h"

typedef struct ofs_entry {
    ofs_str text, heading, number, timescale;
    ofs_str scope; /* the list's, unless the caller sets another */
    ofs_str label, beneath; /* its bullet, and that of the items beneath it */
    ofs_place place;
    uint32_t table; /* that it was last continued in, and the row; 0: none */
    uint16_t row, left;
    uint8_t level, dash, is_item, is_loose, is_joined; /* loose: nothing but its place tells it from prose */
} ofs_entry;

typedef struct ofs_list {
    ofs_reader *reader;
    ofs_entry *at;
    uint32_t count, capacity;
    ofs_str scope; /* of the entries to come: whom they are addressed to; null: not known */
    ofs_str timescale; /* the same: by when; a line such as 'Within three months:' sets it */
    ofs_str theme; /* a numbered line that heads the items below it; null: none */
    ofs_joiner joiner; /* of the last entry, once it goes on */
    const char *field, *also; /* of the report, that it fills; another one that has the same entries, or NULL */
    uint8_t has_items; /* below the heading that began it */
    uint8_t items_come; /* below the next heading, which only divides the list */
    uint8_t is_ended; /* prose followed its items: nothing more belongs to it up to the next heading that begins it */
} ofs_list;

/* The blocks between one heading and the next. */
typedef struct ofs_run {
    uint32_t head; /* block of the heading; == first where blocks begin without one */
    uint32_t first, end;
    ofs_str heading; /* its words */
    ofs_role role, list; /* what it stands for; the list that its entries belong to (topic: none) */
    ofs_list_kind kind;
} ofs_run;

/* The list that a heading of that role begins; topic: none. */
ofs_role ofs_list_of(ofs_role role);

/* The next run, up to block `end`: 1, or 0 where there is none. The first time `run` is {.end = first block}. */
int ofs_next_run(ofs_reader *reader, uint32_t end, ofs_run *run);

/* The lists of a document, by the role of the headings above them. */
typedef struct ofs_lists {
    ofs_list of[OFS_ROLE_COUNT];
} ofs_lists;

ofs_lists *ofs_lists_new(ofs_reader *reader);
/* The entries of a run go to its list, with an issue where paragraphs stand for items. */
void ofs_read_run(ofs_lists *lists, const ofs_run *run);
/* Every run of blocks [first, end). */
ofs_lists *ofs_read_lists(ofs_reader *reader, uint32_t first, uint32_t end);
/* The lists as the report's recommendations and findings: what has priority first. */
void ofs_file_lists(const ofs_lists *lists);

/* The entries among blocks [first, end), none of which is a heading or a table. 'There are no areas for …' is none. */
void ofs_list_blocks(ofs_list *list, uint32_t first, uint32_t end, ofs_str heading, ofs_list_kind kind);
/* An entry of the caller's own making. */
ofs_entry *ofs_list_add(ofs_list *list, ofs_str text, ofs_str heading, ofs_place place);
/* Goes on with the last entry. */
void ofs_list_go_on(ofs_list *list, ofs_str text, uint32_t end);

/* 'Immediately:', 'Within three months:', 'Within six months of the publication of this report' */
int ofs_is_timescale(ofs_str text);

/* Text of a cell without the bullets of its items. */
ofs_str ofs_without_bullets(ofs_arena *arena, ofs_str text);

#endif
