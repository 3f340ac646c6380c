/* infer.h: what plain text does not say of its lines. Shared by the files that infer it; declarations only. */
#ifndef OFS_INFER_H
#define OFS_INFER_H

#include "outline/outline.h"

/* A line that is a label and nothing more is short, and ends with a sign or is one letter. */
static inline int ofs_may_be_lone_label(ofs_str line)
{
    enum { LONGEST = 16 /* bytes */ };
    return line.n <= LONGEST && (line.n == 1 || !ofs_is_letter(line.p[line.n - 1]));
}

/* The line is a label and nothing more; *number is 0 for a bullet. */
static inline int ofs_is_lone_label(ofs_str line, uint32_t *number)
{
    uint32_t length = 0;
    *number = 0;
    if (!ofs_may_be_lone_label(line))
        return 0;
    *number = ofs_number_label(line, &length);
    if (!*number)
        length = ofs_bullet_label(line);
    return length && length == line.n;
}

/* How lines begin that the publisher prints in every report or letter: made once for all documents. */
typedef struct ofs_printed {
    ofs_beginnings cover_lines, letter_lines, letter_openings, letter_ends, imprint, letterhead, running_titles, notes;
    ofs_beginnings in_letter; /* of these the four that stand in a letter's text */
} ofs_printed;

/* infer.c: gives every line of unknown kind its kind. */
void ofs_infer_kinds(ofs_source *source, const ofs_framework *framework, const ofs_headings *headings,
                     const ofs_printed *printed);
const ofs_printed *ofs_note_printed(ofs_arena *arena);

/* long_lines.c: text without line ends, or with one only where a paragraph or a page ends, and Markdown or a web page
 * whose cover, head or team is one paragraph; and cutting it where something begins that the framework, or all reports
 * and letters, print; `only` NULL: it is not known, and may be any. Returns whether more than the opening of Markdown or a page
 * was cut. */
typedef struct ofs_cuts ofs_cuts;
int ofs_has_long_lines(ofs_source *source, const ofs_cuts *cuts);
int ofs_cut_long_lines(ofs_source *source, const ofs_cuts *cuts, const ofs_framework *only);
/* How what stands behind a cut begins: made once for all documents. */
const ofs_cuts *ofs_note_cuts(ofs_arena *arena, const ofs_framework *const *known, const ofs_headings *sorted,
                              uint32_t count);

/* page_ends.c: printed page numbers in text without page marks → artifact, and pages for the lines. */
void ofs_infer_page_ends(ofs_source *source);

/* furniture.c: running headers and footers, page numbers → artifact; dotted contents → contents. A known
 * heading that begins a few pages stays one. */
void ofs_infer_furniture(ofs_source *source, const ofs_headings *headings, const ofs_printed *printed);
/* In web pages and Markdown: titles that run through the document, with dates and numbers below them → artifact. */
void ofs_infer_running_titles(ofs_source *source);
/* A hash of the line's letters alone, never 0, and how many they are: the same for each page's running line. */
uint32_t ofs_letters_key(ofs_str text, uint32_t *letters);

/* footnotes.c: footnotes at a page's end → note. After the furniture is known. Their elements are numbered on from
 * `element`. */
void ofs_infer_footnotes(ofs_source *source, uint32_t element, const ofs_printed *printed);

/* letter_bullets.c: letters that are bullets of a symbol font → the lines begin after them, with OFS_LINE_BEGINS. */
void ofs_infer_letter_bullets(ofs_source *source);

/* label_columns.c: labels above each other, apart from their paragraphs → each before its own, or OFS_LINE_BEGINS. May
 * reorder source->lines. */
void ofs_infer_label_columns(ofs_source *source);

/* graded_lines.c: 'Good: Overall effectiveness', before its framework is known, as two lines, the label first, and so a row
 * with an earlier grade in brackets; a judgement table in lines whose kind is given → unknown lines. */
void ofs_turn_graded_lines(ofs_source *source, const ofs_framework *const *known, uint32_t count);
void ofs_infer_graded_lines(ofs_source *source, const ofs_framework *framework);

/* columns.c: a judgement table printed as columns, as labels then grades, or wrapped → cells of two columns. May
 * rebuild source->lines. */
void ofs_infer_judgement_table(ofs_source *source, const ofs_framework *framework);

#endif
