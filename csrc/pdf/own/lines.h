/* lines.h: text objects being put in order. Shared by lines.c and gaps.c; holds declarations only. */
#ifndef OFS_OWN_LINES_H
#define OFS_OWN_LINES_H

#include "pdf/own/parts.h"

typedef enum ofs_own_direction {
    OWN_UNKNOWN,
    OWN_ACROSS,
    OWN_DOWN,
    OWN_UNSURE /* depends on a font that is not embedded */
} ofs_own_direction;

/* What stands between two text objects. */
typedef enum ofs_own_gap { OWN_NO_GAP, OWN_SPACE, OWN_LINE_END, OWN_HYPHEN } ofs_own_gap;

typedef struct ofs_own_lines {
    ofs_own *own;
    const ofs_own_leaf *leaf;
    uint32_t *chars; /* of the page */
    uint32_t count, line; /* how many there are; where the line that is written begins */
    const ofs_own_text *before;        /* the text object before, or NULL */
    const ofs_own_matrix *before_form; /* of the one that was written last */
    ofs_own_box line_box;
    float furthest; /* right of all glyphs on the line that is written, or where they begin */
    ofs_own_direction direction; /* of most text on the page */
} ofs_own_lines;

/* gaps.c */
int32_t ofs_own_width(ofs_own *own, const ofs_own_text *text, uint32_t code);
const ofs_own_item *ofs_own_item_of(const ofs_own *own, const ofs_own_text *text, uint32_t index);
ofs_own_direction ofs_own_most_text(ofs_own *own, const ofs_own_leaf *leaf);
ofs_own_gap ofs_own_gap_before(ofs_own_lines *l, const ofs_own_text *text);
int ofs_own_is_doubled(ofs_own *own, uint32_t index);
/* Of a text, or a letter of it, that is dropped because another is at its place: refuses where that one is hidden. */
void ofs_own_leave_covered(ofs_own *own, const ofs_own_text *kept, const ofs_own_text *dropped);

#endif
