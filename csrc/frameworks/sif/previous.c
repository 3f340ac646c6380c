/* previous.c: what a SIF report says of previous inspections: '… inspection of X's arrangements for … was in July 2012.
 * The authority was judged to be …'.
 *
 * Takes only what one sentence says of one year. May not read this inspection's judgements. */
#include "frameworks/sif/sif.h"

#include <string.h>

/* What was inspected: from 'inspection of' to the verb before the year. */
static ofs_str inspected(ofs_str text, uint32_t year_at)
{
    static const char *const verbs[] = {" was ", " were ", " took place", " in ", NULL};
    uint32_t length, n;
    int64_t from = ofs_phrase_find(text, "inspection of ", &length);
    if (from < 0 || (uint32_t)from + length >= year_at)
        return OFS_NO_STR;
    ofs_str label = {text.p + from + length, year_at - (uint32_t)from - length};
    for (const char *const *verb = verbs; *verb; verb++) {
        int64_t at = ofs_phrase_find(label, *verb, &n);
        if (at > 0)
            return ofs_trim((ofs_str){label.p, (uint32_t)at});
    }
    return OFS_NO_STR;
}

/* The grade right after 'judged (to be)' or 'was', where it is the only one. */
static int judged(ofs_str text, ofs_grade *grade)
{
    static const char *const verbs[] = {"judged to be ", "judged as ",   "judged that services were ", "judged to ",
                                        "judged ",       "quality was ", "effectiveness was ",         NULL};
    uint32_t length, other_length;
    ofs_grade other;
    ofs_span at;
    for (const char *const *verb = verbs; *verb; verb++) {
        int64_t from = ofs_phrase_find(text, *verb, &length);
        if (from < 0)
            continue;
        ofs_str rest = {text.p + from + length, text.n - (uint32_t)from - length};
        return ofs_find_grade(rest, 0, OFS_FIRST, grade, &at) && !at.start &&
               !ofs_find_grade(rest, at.end, OFS_FIRST, &other, &at) &&
               ofs_phrase_find(rest, "judged", &other_length) < 0;
    }
    return 0;
}

static int read_previous(ofs_str text, ofs_previous_judgement *out)
{
    uint32_t at, second;
    out->year = ofs_find_year(text, OFS_FIRST, &at);
    if (!out->year || ofs_find_year(ofs_slice(text.p + at + 4, text.p + text.n), OFS_FIRST, &second))
        return 0; /* two years: which of them the grade is of is not sure */
    out->label = inspected(text, at);
    return out->label.n && judged((ofs_str){text.p + at, text.n - at}, &out->grade);
}

/* '− overall effectiveness: inadequate', an item below 'The judgements for the local authority were:'. */
static int read_listed(ofs_str text, ofs_previous_judgement *out)
{
    uint32_t bullet = ofs_bullet_label(text);
    text = ofs_trim((ofs_str){text.p + bullet, text.n - bullet});
    const char *colon = memchr(text.p, ':', text.n);
    if (!colon || !ofs_read_grade(ofs_slice(colon + 1, text.p + text.n), &out->grade))
        return 0;
    out->label = ofs_trim(ofs_slice(text.p, colon));
    return out->label.n != 0;
}

void sif_read_previous(ofs_reader *reader, sif_body body)
{
    uint32_t listed = 0, at;
    for (uint32_t i = body.first; i < body.end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        ofs_previous_judgement found = {.year = listed};
        if (body.roles[i] != OFS_ROLE_PREVIOUS || block->kind == OFS_BLOCK_HEADING || block->kind == OFS_BLOCK_TABLE)
            continue;
        if (!listed || !read_listed(block->text, &found)) {
            listed = 0;
            if (ofs_has_phrase(block->text, "the judgements for the local authority were"))
                listed = ofs_find_year(block->text, OFS_FIRST, &at);
            if (listed || !read_previous(block->text, &found))
                continue;
        }
        *ofs_add_previous_judgement(reader) = found;
    }
}
