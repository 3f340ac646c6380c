/* fuzz_text.c: any bytes as the text of a report, parsed to the end. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ofs_source *source;
    ofs_status status = ofs_source_from_text((const char *)data, size, &source);
    FUZZ_CHECK(status == OFS_OK);
    fuzz_parse(fuzz_context(), source);
    return 0;
}
