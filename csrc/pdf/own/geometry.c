/* geometry.c: matrices and boxes, in single precision and in PDFium's order of operations, so that edges agree. */
#include <math.h>

#include "pdf/own/parts.h"

ofs_own_matrix ofs_own_concat(const ofs_own_matrix *m, const ofs_own_matrix *n)
{
    return (ofs_own_matrix){m->a * n->a + m->b * n->c,        m->a * n->b + m->b * n->d,
                            m->c * n->a + m->d * n->c,        m->c * n->b + m->d * n->d,
                            m->e * n->a + m->f * n->c + n->e, m->e * n->b + m->f * n->d + n->f};
}

ofs_own_matrix ofs_own_on_page(const ofs_own_text *text, const ofs_own_matrix *form)
{
    return form ? ofs_own_concat(&text->matrix, form) : text->matrix;
}

ofs_own_box ofs_own_transform_box(const ofs_own_matrix *m, const ofs_own_box *box)
{
    const float xs[] = {box->left, box->left, box->right, box->right},
                ys[] = {box->top, box->bottom, box->top, box->bottom};
    ofs_own_box out = {0, 0, 0, 0};
    for (int i = 0; i < 4; i++) {
        float x = m->a * xs[i] + m->c * ys[i] + m->e, y = m->b * xs[i] + m->d * ys[i] + m->f;
        out.left = i && out.left < x ? out.left : x;
        out.right = i && out.right > x ? out.right : x;
        out.bottom = i && out.bottom < y ? out.bottom : y;
        out.top = i && out.top > y ? out.top : y;
    }
    return out;
}

float ofs_own_distance(const ofs_own_matrix *m, float distance)
{
    float across = m->b == 0 ? fabsf(m->a) : sqrtf(m->a * m->a + m->b * m->b);
    float up = m->c == 0 ? fabsf(m->d) : sqrtf(m->c * m->c + m->d * m->d);
    return distance * (across + up) / 2;
}
