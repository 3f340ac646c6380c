/* context.c: what every parse shares: compiled patterns and the register of authorities. Made once, then only read. */
#include <stdlib.h>

#include "facts/facts.h"
#include "facts/register.h"

ofs_status ofs_context_new(const char *register_csv, size_t length, ofs_context **out)
{
    *out = NULL;
    ofs_context *context = calloc(1, sizeof *context);
    if (!context)
        return OFS_ERR_MEMORY;
    context->patterns = ofs_patterns_new();
    context->authorities = ofs_register_new(register_csv, length);
    if (!context->patterns || !context->authorities) {
        ofs_context_free(context);
        return OFS_ERR_MEMORY;
    }
    *out = context;
    return OFS_OK;
}

void ofs_context_free(ofs_context *context)
{
    if (!context)
        return;
    ofs_patterns_free(context->patterns);
    ofs_register_free(context->authorities);
    free(context);
}
