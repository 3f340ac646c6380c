/* slugs.c: the words that stand for the enumerations in every output. */
#include "ofsted.h"

static const char *slug(const char *const *slugs, size_t number, size_t index)
{
    return index < number ? slugs[index] : "";
}

#define SLUG(slugs, index) slug((slugs), sizeof(slugs) / sizeof *(slugs), (size_t)(index))

const char *ofs_framework_slug(ofs_framework_id framework)
{
    static const char *const slugs[] = {
        "unknown",          "ilacs", "sif", "slac",      "cra",           "lac",
        "child-protection", "jtai",  "jar", "area-send", "focused-visit", "monitoring-visit",
        "letter",           "news"};
    return SLUG(slugs, framework);
}

const char *ofs_grade_slug(ofs_grade grade)
{
    static const char *const slugs[] = {
        "",           "outstanding",        "good",         "requires_improvement", "adequate", "inadequate",
        "not_judged", "typically_positive", "inconsistent", "widespread_failings"};
    return SLUG(slugs, grade);
}

const char *ofs_progress_slug(ofs_progress progress)
{
    static const char *const slugs[] = {
        "", "sufficient_progress", "insufficient_progress", "effective_action", "ineffective_action", "mixed"};
    return SLUG(slugs, progress);
}

const char *ofs_judgement_source_slug(ofs_judgement_source source)
{
    static const char *const slugs[] = {"table", "heading", "sentence"};
    return SLUG(slugs, source);
}

const char *ofs_paragraph_kind_slug(ofs_paragraph_kind kind)
{
    static const char *const slugs[] = {"paragraph", "item"};
    return SLUG(slugs, kind);
}
