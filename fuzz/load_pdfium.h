/* load_pdfium.h: the PDFium that pypdfium2 ships, for targets that run it. OFS_PDFIUM names the folder with the library. */
#ifndef OFS_LOAD_PDFIUM_H
#define OFS_LOAD_PDFIUM_H

#include <dlfcn.h>

#include "fuzz.h"
#include "pdf/pdfium.h"

static inline void fuzz_load_pdfium(ofs_pdfium *pdfium)
{
    uintptr_t addresses[OFS_PDFIUM_COUNT];
    char path[4096];
    const char *folder = getenv("OFS_PDFIUM");
    snprintf(path, sizeof path, "%s/libpdfium.so", folder ? folder : ".");
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; library && i < OFS_PDFIUM_COUNT; i++)
        addresses[i] = (uintptr_t)dlsym(library, ofs_pdfium_names[i]);
    if (!library || ofs_pdfium_bind(pdfium, addresses) != OFS_PDFIUM_COUNT) {
        fprintf(stderr, "no PDFium: set OFS_PDFIUM to the folder of libpdfium.so (%s)\n", path);
        exit(2);
    }
    void (*init)(void) = (void (*)(void))(uintptr_t)dlsym(library, "FPDF_InitLibrary");
    init();
}

#endif
