/* sif.h: what the files that read a SIF report share: its headings by what they stand for, and its body made ready.
 * Private to the sif files; declarations only. */
#ifndef OFS_SIF_H
#define OFS_SIF_H

#include "readers/readers.h"

/* rows.c: the rows of the table; the row of a judgement, of the table or apart from it. */
extern const ofs_row SIF_ROWS[];
const ofs_row *sif_row(const char *key);

/* rows.c: what the titles of inspections begin with, and that of a board's review; the report is such a review and nothing
 * else, by its title. */
#define SIF_REVIEW "review of the effectiveness of the local safeguarding"
#define SIF_TITLE "inspection of services for children in need of help"
extern const char *const SIF_TITLES[];
int sif_reviews_board_alone(const ofs_report *report);
/* body.c: a review's title is that of the block, or of it and the next one. */
int sif_begins_review(const ofs_block *block, const ofs_block *next);

/* headings.c: what a heading stands for; a topic: none of those that every such report prints. */
ofs_heading sif_heading_of(const ofs_reader *reader, ofs_str text);
int sif_is_about_board(ofs_str text);
extern const ofs_heading SIF_HEADINGS[];

/* The blocks of the body, each with the role of its heading. */
typedef struct sif_body {
    uint32_t first, end; /* of the reader's blocks, which sif_prepare() rewrites */
    uint8_t *roles;      /* by block; of blocks that are no heading: that of the heading above */
} sif_body;

/* body.c: from block `after_cover`, up to `end`: tables that only set a heading beside its grade become headings,
 * contents and a second cover go, every heading gets its level. A heading's grade from the cell beside it is its
 * block's `label`. */
sif_body sif_prepare(ofs_reader *reader, uint32_t after_cover, uint32_t end);
void sif_read_sections(ofs_reader *reader, sif_body body);

/* cover.c: title and authority; the judgement table and the sentences that judge the whole and the LSCB. Blocks up
 * to `table` are before the table's end. */
void sif_read_cover(ofs_reader *reader, uint32_t table, uint32_t body);
void sif_read_judgements(ofs_reader *reader, uint32_t table, uint32_t body);

/* lists.c: recommendations and strengths; previous.c: judgements of earlier inspections; team.c: who inspected. */
void sif_read_lists(ofs_reader *reader, sif_body body);
void sif_read_previous(ofs_reader *reader, sif_body body);
void sif_read_team(ofs_reader *reader, sif_body body);

#endif
