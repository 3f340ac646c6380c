/* context.c: what every parse shares: compiled patterns, the register of authorities and the phrases of each framework.
 * Made once, then only read. May not know what any of them says. */
#include <stdlib.h>

#include "facts/facts.h"
#include "facts/register.h"
#include "frameworks/all.h"
#include "infer/infer.h"

static void sort_phrases(void *what)
{
    ofs_context *context = what;
    uint32_t count;
    const ofs_framework *const *all = ofs_frameworks(&count);
    ofs_headings *sorted = OFS_NEW_ARRAY(&context->arena, ofs_headings, count + 1);
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = ofs_sort_headings(&context->arena, all[i]->headings);
    context->headings = sorted;
    context->cuts = ofs_note_cuts(&context->arena, all, sorted, count);
    context->printed = ofs_note_printed(&context->arena);
}

ofs_status ofs_context_new(const char *register_csv, size_t length, ofs_context **out)
{
    *out = NULL;
    ofs_context *context = calloc(1, sizeof *context);
    if (!context)
        return OFS_ERR_MEMORY;
    ofs_arena_init(&context->arena, NULL);
    context->patterns = ofs_patterns_new();
    context->authorities = ofs_register_new(register_csv, length);
    if (!context->patterns || !context->authorities || !ofs_attempt(&context->arena, sort_phrases, context)) {
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
    ofs_arena_free(&context->arena);
    free(context);
}
