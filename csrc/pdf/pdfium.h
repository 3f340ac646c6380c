/* pdfium.h: the functions of PDFium that the reader calls. Their addresses come from whoever loaded the library.
 *
 * Signatures follow PDFium's public headers (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_annot.h, fpdf_structtree.h);
 * handles are opaque pointers here, so that no header of PDFium is needed. Holds declarations only.
 *
 * To bind: look each of ofs_pdfium_names[0 .. OFS_PDFIUM_COUNT) up in the library, in that order, and give
 * the addresses to ofs_pdfium_bind(). The struct holds nothing else and may be shared by threads.
 */
#ifndef OFS_PDFIUM_H
#define OFS_PDFIUM_H

#include <stddef.h>
#include <stdint.h>

#include "ofsted.h"
#include "pdf/matrix.h"

/* As PDFium's FPDF_CALLCONV: only its 32-bit Windows builds depart from the plain C convention. */
#if defined(_WIN32) && !defined(_WIN64)
#define OFS_PDFIUM_CALL __stdcall
#else
#define OFS_PDFIUM_CALL
#endif

/* PDFium's FS_RECTF. */
typedef struct ofs_pdfium_rect {
    float left, top, right, bottom;
} ofs_pdfium_rect;

/* X(result, name, parameters), in the order of ofs_pdfium_names. */
#define OFS_PDFIUM_FUNCTIONS(X)                                                                                    \
    X(void *, FPDF_LoadMemDocument64, (const void *data, size_t size, const char *password))                       \
    X(void, FPDF_CloseDocument, (void *document))                                                                  \
    X(unsigned long, FPDF_GetLastError, (void))                                                                    \
    X(int, FPDF_GetPageCount, (void *document))                                                                    \
    X(void *, FPDF_LoadPage, (void *document, int index))                                                          \
    X(void, FPDF_ClosePage, (void *page))                                                                          \
    X(void, FPDFPage_SetRotation, (void *page, int turns))                                                         \
    X(float, FPDF_GetPageHeightF, (void *page))                                                                    \
    X(float, FPDF_GetPageWidthF, (void *page))                                                                     \
    X(int, FPDF_GetPageBoundingBox, (void *page, ofs_pdfium_rect *box))                                            \
    X(int, FPDF_PageToDevice,                                                                                      \
      (void *page, int left, int top, int width, int height, int turns, double x, double y, int *to_x, int *to_y)) \
    X(void, FPDF_RenderPageBitmap,                                                                                 \
      (void *bitmap, void *page, int left, int top, int width, int height, int turns, int flags))                  \
    X(void *, FPDFBitmap_CreateEx, (int width, int height, int format, void *pixels, int stride))                  \
    X(int, FPDFBitmap_FillRect, (void *bitmap, int left, int top, int width, int height, unsigned long colour))    \
    X(void, FPDFBitmap_Destroy, (void *bitmap))                                                                    \
    X(int, FPDFPage_CountObjects, (void *page))                                                                    \
    X(void *, FPDFPage_GetObject, (void *page, int index))                                                         \
    X(int, FPDFFormObj_CountObjects, (void *form))                                                                 \
    X(void *, FPDFFormObj_GetObject, (void *form, unsigned long index))                                            \
    X(int, FPDFPageObj_GetType, (void *object))                                                                    \
    X(int, FPDFPageObj_GetBounds, (void *object, float *left, float *bottom, float *right, float *top))            \
    X(int, FPDFPageObj_GetFillColor,                                                                               \
      (void *object, unsigned int *red, unsigned int *green, unsigned int *blue, unsigned int *alpha))             \
    X(int, FPDFPageObj_GetStrokeColor,                                                                             \
      (void *object, unsigned int *red, unsigned int *green, unsigned int *blue, unsigned int *alpha))             \
    X(int, FPDFPageObj_GetStrokeWidth, (void *object, float *width))                                               \
    X(int, FPDFPageObj_GetDashCount, (void *object))                                                               \
    X(int, FPDFPageObj_HasTransparency, (void *object))                                                            \
    X(int, FPDFPageObj_SetIsActive, (void *object, int is_active))                                                 \
    X(void, FPDFPageObj_Transform, (void *object, double a, double b, double c, double d, double e, double f))     \
    X(int, FPDFPath_CountSegments, (void *path))                                                                   \
    X(int, FPDFPath_GetDrawMode, (void *path, int *fill, int *stroke))                                             \
    X(int, FPDFPageObj_CountMarks, (void *object))                                                                 \
    X(void *, FPDFPageObj_GetMark, (void *object, unsigned long index))                                            \
    X(int, FPDFPageObjMark_GetName, (void *mark, void *buffer, unsigned long size, unsigned long *length))         \
    X(int, FPDFPageObjMark_GetParamBlobValue,                                                                      \
      (void *mark, const char *key, unsigned char *buffer, unsigned long size, unsigned long *length))             \
    X(int, FPDFPageObjMark_RemoveParam, (void *object, void *mark, const char *key))                               \
    X(int, FPDFPage_GetAnnotCount, (void *page))                                                                   \
    X(void *, FPDFPage_GetAnnot, (void *page, int index))                                                          \
    X(void, FPDFPage_CloseAnnot, (void *annotation))                                                               \
    X(int, FPDFAnnot_GetSubtype, (void *annotation))                                                               \
    X(int, FPDFAnnot_GetFlags, (void *annotation))                                                                 \
    X(unsigned long, FPDFAnnot_GetStringValue,                                                                     \
      (void *annotation, const char *key, unsigned short *buffer, unsigned long length))                           \
    X(int, FPDFAnnot_GetRect, (void *annotation, ofs_pdfium_rect *box))                                            \
    X(int, FPDFAnnot_GetObjectCount, (void *annotation))                                                           \
    X(void *, FPDFAnnot_GetObject, (void *annotation, int index))                                                  \
    X(void *, FPDFText_LoadPage, (void *page))                                                                     \
    X(void, FPDFText_ClosePage, (void *text_page))                                                                 \
    X(int, FPDFText_CountChars, (void *text_page))                                                                 \
    X(unsigned int, FPDFText_GetUnicode, (void *text_page, int index))                                             \
    X(void *, FPDFText_GetTextObject, (void *text_page, int index))                                                \
    X(int, FPDFText_GetCharBox,                                                                                    \
      (void *text_page, int index, double *left, double *right, double *bottom, double *top))                      \
    X(int, FPDFText_GetCharOrigin, (void *text_page, int index, double *x, double *y))                             \
    X(int, FPDFPageObj_GetMarkedContentID, (void *object))                                                         \
    X(int, FPDFPageObj_GetMatrix, (void *object, ofs_pdf_matrix *matrix))                                          \
    X(void *, FPDFPageObj_GetClipPath, (void *object))                                                             \
    X(int, FPDFClipPath_CountPaths, (void *clip))                                                                  \
    X(int, FPDFClipPath_CountPathSegments, (void *clip, int path))                                                 \
    X(void *, FPDFClipPath_GetPathSegment, (void *clip, int path, int segment))                                    \
    X(int, FPDFPathSegment_GetPoint, (void *segment, float *x, float *y))                                          \
    X(int, FPDFTextObj_GetTextRenderMode, (void *object))                                                          \
    X(int, FPDFTextObj_GetFontSize, (void *object, float *size))                                                   \
    X(void *, FPDFTextObj_GetFont, (void *object))                                                                 \
    X(size_t, FPDFFont_GetBaseFontName, (void *font, char *buffer, size_t length))                                 \
    X(int, FPDFFont_GetFlags, (void *font))                                                                        \
    X(int, FPDFFont_GetFontData, (void *font, unsigned char *buffer, size_t size, size_t *length))                 \
    X(void *, FPDF_StructTree_GetForPage, (void *page))                                                            \
    X(void, FPDF_StructTree_Close, (void *tree))                                                                   \
    X(int, FPDF_StructTree_CountChildren, (void *tree))                                                            \
    X(void *, FPDF_StructTree_GetChildAtIndex, (void *tree, int index))                                            \
    X(unsigned long, FPDF_StructElement_GetType, (void *element, void *buffer, unsigned long length))              \
    X(int, FPDF_StructElement_CountChildren, (void *element))                                                      \
    X(void *, FPDF_StructElement_GetChildAtIndex, (void *element, int index))                                      \
    X(int, FPDF_StructElement_GetChildMarkedContentID, (void *element, int index))

struct ofs_pdfium {
#define OFS_PDFIUM_FIELD(result, name, parameters) result(OFS_PDFIUM_CALL *name) parameters;
    OFS_PDFIUM_FUNCTIONS(OFS_PDFIUM_FIELD)
#undef OFS_PDFIUM_FIELD
};

enum {
#define OFS_PDFIUM_INDEX(result, name, parameters) OFS_PDFIUM_INDEX_##name,
    OFS_PDFIUM_FUNCTIONS(OFS_PDFIUM_INDEX)
#undef OFS_PDFIUM_INDEX
        OFS_PDFIUM_COUNT
};

extern const char *const ofs_pdfium_names[OFS_PDFIUM_COUNT];

/* Fills `pdfium` from addresses in the order of the names. Returns the index of the first address that is
 * zero, or OFS_PDFIUM_COUNT when all are there; only then may `pdfium` be used. */
size_t ofs_pdfium_bind(ofs_pdfium *pdfium, const uintptr_t addresses[OFS_PDFIUM_COUNT]);

#endif
