/* pdf.h: the functions of PDFium that the reader calls. Their addresses come from whoever loaded the library.
 *
 * Signatures follow PDFium's public headers (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_structtree.h);
 * handles are opaque pointers here, so that no header of PDFium is needed.
 */
#ifndef OFS_PDF_H
#define OFS_PDF_H
