/* content.h: the state of a content stream while it is read. Shared by content.c, paths.c and show.c; holds declarations only. */
#ifndef OFS_OWN_CONTENT_H
#define OFS_OWN_CONTENT_H

#include "pdf/own/parts.h"

enum { OWN_OPERANDS = 16, OWN_SAVED = 128, OWN_FORMS = 8, OWN_MARKS = 256, OWN_POINTS = 6, OWN_USED_FONTS = 8 };

/* What paints: a colour's light and its space, by how many parts it has; 0: not one that is known. */
typedef struct ofs_own_paint {
    float light;
    uint8_t parts, shows_through;
} ofs_own_paint;

/* What q saves and Q brings back. */
typedef struct ofs_own_state {
    ofs_own_matrix page, text; /* the matrix of cm, and that of Tm */
    float x, y, line_x, line_y, leading;
    ofs_own_font *font;
    float size, char_space, word_space, line_width;
    int mode;
    ofs_own_paint fill, stroke;
    uint8_t is_masked; /* or blended with what is there */
    uint8_t is_dashed;
    const ofs_own_clips *clips;
} ofs_own_state;

/* A content stream that is being read: the page's, and forms in it. */
typedef struct ofs_own_drawing {
    ofs_own_cursor cursor;
    const ofs_own_value *resources;
    const ofs_own_object *object; /* of a form */
    const ofs_own_matrix *form;
    const ofs_own_box *window; /* as of ofs_own_text */
    uint32_t saved, marks; /* how many there were before it */
    uint32_t list;
    int in_text;
} ofs_own_drawing;

/* A font by its name in the resources of the page or of a form. */
typedef struct ofs_own_used_font {
    const ofs_own_value *resources;
    ofs_own_value name;
    ofs_own_font *font;
} ofs_own_used_font;

typedef struct ofs_own_content {
    ofs_own *own;
    const ofs_own_value *page_resources;
    ofs_own_state now, saved[OWN_SAVED];
    uint32_t saved_count;
    ofs_own_drawing drawings[OWN_FORMS];
    uint32_t depth;
    ofs_own_used_font used[OWN_USED_FONTS]; /* on this page */
    uint32_t used_count;
    int marks[OWN_MARKS]; /* the id that counts at each mark */
    uint32_t mark_count;

    ofs_own_value operands[OWN_OPERANDS];
    uint32_t operand_count;
    uint64_t kinds; /* of the operands: see content.c */
    uint32_t array_first, array_count; /* the one array among them, on the parser's stack */

    float points[OWN_POINTS][2]; /* of the path */
    uint32_t point_count;
    ofs_own_box path_box;
    int ends_in_move, is_closed, clips_next;
} ofs_own_content;

/* An operand that is known to be a number. */
static inline float ofs_own_operand(const ofs_own_content *c, uint32_t i)
{
    const ofs_own_value *value = &c->operands[i];
    return value->kind == OWN_INT ? (float)value->as.integer : value->as.real;
}

/* colours.c: of the operands. */
void ofs_own_set_colour(ofs_own_content *c, ofs_own_paint *paint, uint32_t parts);
void ofs_own_set_parts(ofs_own_content *c, ofs_own_paint *paint);
void ofs_own_set_space(ofs_own_content *c, ofs_own_paint *paint, const ofs_own_value *spaces);
void ofs_own_set_transparency(ofs_own_content *c, const ofs_own_value *graphics);
float ofs_own_light_of(const ofs_own_state *now, const ofs_own_paint *paint);

/* paths.c */
void ofs_own_add_point(ofs_own_content *c, float x, float y, int is_move);
void ofs_own_add_rectangle(ofs_own_content *c); /* of the operands, as the next does */
void ofs_own_add_curve(ofs_own_content *c, uint32_t points);
void ofs_own_close_path(ofs_own_content *c);
void ofs_own_end_path(ofs_own_content *c);
/* Notes what is painted: the path, by these; a picture or a form's place, in the unit square. */
enum { OWN_FILLS = 1, OWN_STROKES = 2 };
void ofs_own_paint_path(ofs_own_content *c, int how);
void ofs_own_paint_box(ofs_own_content *c, const ofs_own_box *box, float light);
void ofs_own_add_clip(ofs_own_content *c, ofs_own_clip clip);

/* show.c */
void ofs_own_show(ofs_own_content *c, const ofs_own_value *strings, uint32_t count);

#endif
