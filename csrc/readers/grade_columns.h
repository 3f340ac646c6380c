/* grade_columns.h: where a judgement table prints grades side by side, which column is this inspection's. Declarations
 * only. */
#ifndef OFS_GRADE_COLUMNS_H
#define OFS_GRADE_COLUMNS_H

#include "report/report.h"

typedef enum ofs_column_kind {
    OFS_COLUMN_UNSURE, /* nothing is printed above it, or words that do not tell */
    OFS_COLUMN_PLAIN,  /* 'Grade' */
    OFS_COLUMN_NOW,    /* this inspection's: its year, its authority, 'this inspection' */
    OFS_COLUMN_BEFORE, /* an earlier inspection's: its year, 'previous', 'was' */
    OFS_COLUMN_OTHER   /* another authority's or a later year's; a target, a self-assessment */
} ofs_column_kind;

enum { OFS_MOST_COLUMNS = 12, OFS_NO_COLUMN = OFS_MOST_COLUMNS };

typedef struct ofs_grade_columns {
    ofs_column_kind kinds[OFS_MOST_COLUMNS];
    uint32_t years[OFS_MOST_COLUMNS]; /* that the header prints, if it is one; 0: none */
    uint8_t graded[OFS_MOST_COLUMNS]; /* a grade stands in it */
} ofs_grade_columns;

/* Takes the words above a column. Read the inspection's dates and the authority first. */
void ofs_head_column(const ofs_reader *reader, ofs_grade_columns *columns, uint32_t column, ofs_str words);
/* Where the headers tell nothing but different years and the inspection's own is not known, the latest is this one's. Once
 * all columns have their words. */
void ofs_head_by_years(ofs_grade_columns *columns);
/* The column of this inspection's grades, or OFS_NO_COLUMN where the headers do not decide. */
uint32_t ofs_column_now(const ofs_grade_columns *columns);
/* Some of the columns with grades are certainly not this inspection's. */
int ofs_has_other_columns(const ofs_grade_columns *columns);
/* The text above a table, if it is a title: *year gets the year that it names, or 0; returns whether its words say that
 * the table is an earlier inspection's. */
int ofs_heads_earlier(ofs_str title, uint32_t *year);

#endif
