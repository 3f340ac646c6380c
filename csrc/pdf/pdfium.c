/* pdfium.c: fills the table of PDFium's functions from addresses. May not call any of them. */
#include "pdf/pdfium.h"

#define NAME(result, name, parameters) #name,
const char *const ofs_pdfium_names[OFS_PDFIUM_COUNT] = {OFS_PDFIUM_FUNCTIONS(NAME)};
#undef NAME

size_t ofs_pdfium_bind(ofs_pdfium *pdfium, const uintptr_t addresses[OFS_PDFIUM_COUNT])
{
    for (size_t i = 0; i < OFS_PDFIUM_COUNT; i++)
        if (!addresses[i])
            return i;
#define ASSIGN(result, name, parameters) \
    pdfium->name = (result(OFS_PDFIUM_CALL *) parameters)addresses[OFS_PDFIUM_INDEX_##name];
    OFS_PDFIUM_FUNCTIONS(ASSIGN)
#undef ASSIGN
    return OFS_PDFIUM_COUNT;
}
