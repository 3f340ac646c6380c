/* cells.h: texts that stand in the cells or strings of a data file. Holds declarations only. */
#ifndef OFS_CELLS_H
#define OFS_CELLS_H

#include "source/lines.h"

/* cells.c: makes source->text the text in the cells, where it is CSV. */
void ofs_read_cells(ofs_source *source);

#endif
