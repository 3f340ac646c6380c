/* register.h: the register of authorities as the context holds it. Holds declarations only. */
#ifndef OFS_REGISTER_H
#define OFS_REGISTER_H

#include "facts/facts.h"

/* Reads the CSV (copied). NULL: out of memory. A row without a name is left out. */
ofs_register *ofs_register_new(const char *csv, size_t length);
void ofs_register_free(ofs_register *reg);

/* The authority whose name the text is, with nothing around it but what councils put there ('London Borough of X',
 * 'X City Council', 'X, County of'): 1, else 0, for a short form of several authorities too. */
int ofs_register_read(const ofs_register *reg, ofs_str text, ofs_authority *authority);

#endif
