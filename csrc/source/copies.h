/* copies.h: a text made of another, piece by piece, and where each piece stood: spans address what was given. */
#ifndef OFS_COPIES_H
#define OFS_COPIES_H

#include "base/text.h"
#include "source/lines.h"

/* Bytes of a copy that stand together in what it was made of, up to the next stretch. */
typedef struct ofs_stretch {
    uint32_t start, given; /* bytes of the copy, and of that */
} ofs_stretch;

/* A source's text is the copy of a copy where several readers had something to leave out. */
struct ofs_layer {
    ofs_layer *below; /* of what this was made; NULL: the input itself */
    ofs_stretch *stretches;
    uint32_t count, capacity;
};

/* A layer above those that the source has; its text becomes the copy when that is whole. */
ofs_layer *ofs_add_layer(ofs_source *source);
/* From `start` on, the copy lies elsewhere in what it is made of. */
void ofs_add_stretch(ofs_source *source, uint32_t start, uint32_t given);
/* Where a byte of what the topmost copy was made of stands in that; of one that was left out, where the next one does.
 * Never behind `length`. */
uint32_t ofs_copied_byte(const ofs_source *source, uint32_t given, uint32_t length);

/* The making of a copy that is never longer than its text. */
typedef struct ofs_copying {
    ofs_source *source;
    const char *given, *p, *end; /* the text: its start, what comes next, where it ends */
    char *first, *out;
} ofs_copying;

ofs_copying ofs_begin_copy(ofs_source *source);
/* What comes next, without it, as it is, or as other words of at most as many bytes. */
void ofs_copy_without(ofs_copying *copy, uint32_t bytes);
void ofs_copy(ofs_copying *copy, uint32_t bytes);
void ofs_copy_as(ofs_copying *copy, uint32_t bytes, ofs_str other);
/* A sign of the copy's own, where there is room for it: the copy is never longer than its text. */
void ofs_copy_and(ofs_copying *copy, char sign);
/* The copy is the source's text from now on. */
void ofs_end_copy(ofs_copying *copy);

#endif
