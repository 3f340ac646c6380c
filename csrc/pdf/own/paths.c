/* paths.c: paths, as far as they clip: how many points they have, and whether they are a rectangle.
 *
 * May not look at text. */
#include "pdf/own/content.h"

static const float thin = 2; /* points: lines of this width hide no letter */

void ofs_own_add_point(ofs_own_content *c, float x, float y, int is_move)
{
    if (is_move && c->ends_in_move && c->point_count)
        c->point_count--;
    else if (!is_move && !c->point_count)
        ofs_own_refuse(c->own, "a path that begins nowhere");
    if (c->point_count < OWN_POINTS) {
        c->points[c->point_count][0] = x;
        c->points[c->point_count][1] = y;
    }
    ofs_own_box *box = &c->path_box;
    if (!c->point_count)
        *box = (ofs_own_box){x, y, x, y};
    box->left = x < box->left ? x : box->left;
    box->right = x > box->right ? x : box->right;
    box->bottom = y < box->bottom ? y : box->bottom;
    box->top = y > box->top ? y : box->top;
    c->point_count++;
    c->ends_in_move = is_move;
    c->is_closed = 0;
}

void ofs_own_add_rectangle(ofs_own_content *c)
{
    float x = ofs_own_operand(c, 0), y = ofs_own_operand(c, 1), w = ofs_own_operand(c, 2), h = ofs_own_operand(c, 3);
    ofs_own_add_point(c, x, y, 1);
    ofs_own_add_point(c, x + w, y, 0);
    ofs_own_add_point(c, x + w, y + h, 0);
    ofs_own_add_point(c, x, y + h, 0);
    ofs_own_add_point(c, x, y, 0);
    c->is_closed = 1;
}

/* Four corners with sides along the page's, and back to the first. */
static int is_rectangle(const ofs_own_content *c)
{
    const float (*p)[2] = c->points;
    if (c->point_count != 5 && !(c->point_count == 4 && c->is_closed))
        return 0;
    if (c->point_count == 5 && (p[0][0] != p[4][0] || p[0][1] != p[4][1]))
        return 0;
    if (p[0][0] == p[2][0] && p[0][1] == p[2][1])
        return 0; /* a point */
    return (p[0][0] == p[1][0] && p[2][0] == p[3][0] && p[1][1] == p[2][1] && p[3][1] == p[0][1]) ||
           (p[0][1] == p[1][1] && p[2][1] == p[3][1] && p[1][0] == p[2][0] && p[3][0] == p[0][0]);
}

static int contains(const ofs_own_box *outer, const ofs_own_box *inner)
{
    return inner->left >= outer->left && inner->right <= outer->right && inner->bottom >= outer->bottom &&
           inner->top <= outer->top;
}

/* A rectangle within the one before takes its place. */
void ofs_own_add_clip(ofs_own_content *c, ofs_own_clip clip)
{
    const ofs_own_clips *below = c->now.clips;
    if (below && below->clip.is_rect && contains(&below->clip.box, &clip.box))
        below = below->below;
    ofs_own_clips *clips = OFS_NEW(c->own->arena, ofs_own_clips);
    clips->clip = clip;
    clips->below = below;
    clips->depth = below ? below->depth + 1 : 1;
    c->now.clips = clips;
}

/* The path as it clips: its points where the page's matrix puts them. */
static ofs_own_clip clip_of(ofs_own_content *c)
{
    const ofs_own_matrix *m = &c->now.page;
    uint32_t count = c->point_count;
    if (count > OWN_POINTS)
        return (ofs_own_clip){ofs_pdf_transform_box(m, &c->path_box), OWN_POINTS, 0};
    ofs_own_box box = {0, 0, 0, 0};
    for (uint32_t i = 0; i < count; i++) {
        float x = m->a * c->points[i][0] + m->c * c->points[i][1] + m->e;
        float y = m->b * c->points[i][0] + m->d * c->points[i][1] + m->f;
        box.left = i && box.left < x ? box.left : x;
        box.right = i && box.right > x ? box.right : x;
        box.bottom = i && box.bottom < y ? box.bottom : y;
        box.top = i && box.top > y ? box.top : y;
        c->points[i][0] = x;
        c->points[i][1] = y;
    }
    return (ofs_own_clip){box, (uint8_t)count, (uint8_t)is_rectangle(c)};
}

void ofs_own_end_path(ofs_own_content *c)
{
    if (c->point_count > 1 && c->ends_in_move)
        c->point_count--;
    if (c->clips_next && c->point_count == 1)
        ofs_own_add_clip(c, (ofs_own_clip){{0, 0, 0, 0}, 5, 1});
    else if (c->clips_next && c->point_count)
        ofs_own_add_clip(c, clip_of(c));
    c->point_count = 0;
    c->ends_in_move = c->is_closed = c->clips_next = 0;
}

void ofs_own_paint_box(ofs_own_content *c, const ofs_own_box *box, float light)
{
    const ofs_own_matrix *form = c->drawings[c->depth - 1].form;
    ofs_own_box on_page = ofs_pdf_transform_box(&c->now.page, box);
    if (form)
        on_page = ofs_pdf_transform_box(form, &on_page);
    ofs_pdf_add_shape(c->own->pdf, &on_page, light, c->own->text_count);
}

static void paint_lines_around(ofs_own_content *c, ofs_own_box box, float light)
{
    float half = c->now.line_width / 2;
    ofs_own_paint_box(c, &(ofs_own_box){box.left - half, box.bottom - half, box.right + half, box.top + half}, light);
}

/* A wide line, or thin ones to and fro, may hide what is in the box around them; of a rectangle only its sides. */
static void paint_stroke(ofs_own_content *c)
{
    const ofs_own_box box = c->path_box;
    const float light = ofs_own_light_of(&c->now, &c->now.stroke);
    const int is_straight = box.left == box.right || box.bottom == box.top;
    if (ofs_own_distance(&c->now.page, c->now.line_width) > thin || !(is_straight || is_rectangle(c))) {
        paint_lines_around(c, box, OFS_PDF_ODD_LIGHT);
    } else if (is_straight) {
        paint_lines_around(c, box, light);
    } else {
        paint_lines_around(c, (ofs_own_box){box.left, box.bottom, box.right, box.bottom}, light);
        paint_lines_around(c, (ofs_own_box){box.left, box.top, box.right, box.top}, light);
        paint_lines_around(c, (ofs_own_box){box.left, box.bottom, box.left, box.top}, light);
        paint_lines_around(c, (ofs_own_box){box.right, box.bottom, box.right, box.top}, light);
    }
}

void ofs_own_paint_path(ofs_own_content *c, int how)
{
    const ofs_own_state *now = &c->now;
    if (!c->point_count)
        return;
    if (how & OWN_FILLS)
        ofs_own_paint_box(c, &c->path_box, ofs_own_light_of(now, &now->fill));
    if (how & OWN_STROKES)
        paint_stroke(c);
}

void ofs_own_add_curve(ofs_own_content *c, uint32_t points)
{
    for (uint32_t i = 0; i < points; i++)
        ofs_own_add_point(c, ofs_own_operand(c, 2 * i), ofs_own_operand(c, 2 * i + 1), 0);
    if (points == 2)
        ofs_own_add_point(c, ofs_own_operand(c, 2), ofs_own_operand(c, 3), 0); /* a third, to count like the others */
}

void ofs_own_close_path(ofs_own_content *c)
{
    if (c->point_count && c->point_count < OWN_POINTS) {
        const float *first = c->points[0], *last = c->points[c->point_count - 1];
        if (first[0] != last[0] || first[1] != last[1])
            ofs_own_add_point(c, first[0], first[1], 0);
    }
    c->is_closed = 1;
}
