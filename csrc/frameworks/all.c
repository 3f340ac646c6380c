/* all.c: the table of frameworks, and the surest of them for a document's first lines. */
#include "frameworks/all.h"

#include "facts/facts.h"

/* The most common first: who is certain ends the search. News last: it is what mentions the others. */
/* clang-format off */
static const ofs_framework *const FRAMEWORKS[] = {
    &OFS_FRAMEWORK_ILACS,
    &OFS_FRAMEWORK_SIF,
    &OFS_FRAMEWORK_SLAC,
    &OFS_FRAMEWORK_LAC,
    &OFS_FRAMEWORK_CHILD_PROTECTION,
    &OFS_FRAMEWORK_CRA,
    &OFS_FRAMEWORK_JAR,
    &OFS_FRAMEWORK_AREA_SEND_LETTER, /* before the reports: a monitoring inspection may be either */
    &OFS_FRAMEWORK_AREA_SEND,
    &OFS_FRAMEWORK_JTAI,
    &OFS_FRAMEWORK_FOCUSED_VISIT,
    &OFS_FRAMEWORK_MONITORING_VISIT,
    &OFS_FRAMEWORK_LETTER,
    &OFS_FRAMEWORK_NOT_READ,
    &OFS_FRAMEWORK_NEWS,
};
/* clang-format on */

const ofs_framework *ofs_surest(const ofs_source *source, int *sure)
{
    const ofs_framework *best = &OFS_FRAMEWORK_UNKNOWN;
    ofs_openings openings = ofs_openings_of(source);
    *sure = 0;
    for (size_t i = 0; i < sizeof FRAMEWORKS / sizeof *FRAMEWORKS && *sure < OFS_CERTAIN; i++) {
        int found = ofs_sureness(FRAMEWORKS[i], &openings);
        if (found > *sure) {
            *sure = found;
            best = FRAMEWORKS[i];
        }
    }
    return best;
}

const ofs_headings *ofs_headings_of(const ofs_context *context, const ofs_framework *framework)
{
    size_t i = 0;
    while (i < sizeof FRAMEWORKS / sizeof *FRAMEWORKS && FRAMEWORKS[i] != framework)
        i++;
    return &context->headings[i];
}

const ofs_framework *const *ofs_frameworks(uint32_t *count)
{
    *count = sizeof FRAMEWORKS / sizeof *FRAMEWORKS;
    return FRAMEWORKS;
}
