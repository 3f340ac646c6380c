/* matrix.h: boxes, and the matrices that move them. Holds declarations only. */
#ifndef OFS_PDF_MATRIX_H
#define OFS_PDF_MATRIX_H

/* In points of the page. */
typedef struct ofs_pdf_box {
    float left, bottom, right, top;
} ofs_pdf_box;

/* As PDF writes it, and as PDFium's FS_MATRIX. */
typedef struct ofs_pdf_matrix {
    float a, b, c, d, e, f;
} ofs_pdf_matrix;

ofs_pdf_matrix ofs_pdf_concat(const ofs_pdf_matrix *first, const ofs_pdf_matrix *then);
/* The least box around what the matrix makes of this one. */
ofs_pdf_box ofs_pdf_transform_box(const ofs_pdf_matrix *m, const ofs_pdf_box *box);

/* By how much it enlarges what it enlarges the least: heights or widths. */
float ofs_pdf_least_scale(const ofs_pdf_matrix *m);

#endif
