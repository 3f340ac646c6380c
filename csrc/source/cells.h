/* cells.h: texts that stand in the cells or strings of a data file. Holds declarations only. */
#ifndef OFS_CELLS_H
#define OFS_CELLS_H

#include "source/lines.h"

/* cells.c: makes source->text the text in the cells, where it is CSV. */
void ofs_read_cells(ofs_source *source);
/* Whether a column or a key of this name holds a report's text, the number of a page, or a table as HTML. */
int ofs_names_text(ofs_str words);
int ofs_names_page(ofs_str words);
int ofs_names_tags(ofs_str words);
/* The bytes of the mark that a text in UTF-8 may begin with, 0 where it does not. */
uint32_t ofs_byte_order_mark(ofs_str text);
/* tag_tables.c: makes source->text, where there are tables of tags in it, a copy in which these are rows with tabs between
 * their cells; returns whether there are. */
int ofs_read_tag_tables(ofs_source *source);
/* json_text.c: makes source->text the text in the strings, where it is JSON; returns whether it is. */
int ofs_read_json(ofs_source *source);

/* doubled_lines.c: of lines that all stand twice, one of the two. */
void ofs_leave_out_doubled_lines(ofs_source *source);
/* filled.c: makes source->text a copy in which each paragraph that is filled to this width is one line. */
void ofs_copy_filled_lines(ofs_source *source, uint32_t width);
/* items.c: makes source->text, where its lines are the pieces of a PDF's lines, a copy in which they are lines. */
void ofs_read_items(ofs_source *source);

#endif
