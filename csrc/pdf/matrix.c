/* matrix.c: matrices and boxes, in single precision and in PDFium's order of operations, so that edges agree. */
#include "pdf/matrix.h"

#include <math.h>

ofs_pdf_matrix ofs_pdf_concat(const ofs_pdf_matrix *m, const ofs_pdf_matrix *n)
{
    return (ofs_pdf_matrix){m->a * n->a + m->b * n->c,        m->a * n->b + m->b * n->d,
                            m->c * n->a + m->d * n->c,        m->c * n->b + m->d * n->d,
                            m->e * n->a + m->f * n->c + n->e, m->e * n->b + m->f * n->d + n->f};
}

ofs_pdf_box ofs_pdf_transform_box(const ofs_pdf_matrix *m, const ofs_pdf_box *box)
{
    const float xs[] = {box->left, box->left, box->right, box->right},
                ys[] = {box->top, box->bottom, box->top, box->bottom};
    ofs_pdf_box out = {0, 0, 0, 0};
    for (int i = 0; i < 4; i++) {
        float x = m->a * xs[i] + m->c * ys[i] + m->e, y = m->b * xs[i] + m->d * ys[i] + m->f;
        out.left = i && out.left < x ? out.left : x;
        out.right = i && out.right > x ? out.right : x;
        out.bottom = i && out.bottom < y ? out.bottom : y;
        out.top = i && out.top > y ? out.top : y;
    }
    return out;
}

float ofs_pdf_least_scale(const ofs_pdf_matrix *m)
{
    return fminf(sqrtf(m->a * m->a + m->b * m->b), sqrtf(m->c * m->c + m->d * m->d));
}
