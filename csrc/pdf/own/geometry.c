/* geometry.c: where a text stands and how far its letters reach, in single precision and in PDFium's order of operations,
 * so that edges agree. */
#include <math.h>

#include "pdf/own/parts.h"

ofs_own_matrix ofs_own_on_page(const ofs_own_text *text, const ofs_own_matrix *form)
{
    return form ? ofs_pdf_concat(&text->matrix, form) : text->matrix;
}

float ofs_own_distance(const ofs_own_matrix *m, float distance)
{
    float across = m->b == 0 ? fabsf(m->a) : sqrtf(m->a * m->a + m->b * m->b);
    float up = m->c == 0 ? fabsf(m->d) : sqrtf(m->c * m->c + m->d * m->d);
    return distance * (across + up) / 2;
}
