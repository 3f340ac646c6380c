/* code_points.c: spans from bytes of the lines' text to code points of the given one, the last thing done to a report. */
#include "report/report.h"

#include <string.h>

/* Code points before every STRIDE-th byte, so that a span is counted from the nearest one. */
enum { STRIDE = 64 };

typedef struct counter {
    const ofs_source *source;
    ofs_str text;
    uint32_t *before, strides;
} counter;

/* Of the first `n` of STRIDE bytes those that go on with a character (10xxxxxx); without a branch, in vectors. */
static inline uint32_t going_on(const char *p, uint8_t n)
{
    uint8_t found = 0;
    for (uint8_t i = 0; i < STRIDE; i++)
        found = (uint8_t)(found + (((signed char)p[i] < -64) & (i < n)));
    return found;
}

static uint32_t code_points(const counter *counts, uint32_t byte)
{
    byte = byte < counts->text.n ? byte : counts->text.n;
    uint32_t stride = byte / STRIDE, rest = byte % STRIDE;
    if (!rest)
        return counts->before[stride];
    const char *p = counts->text.p + stride * STRIDE;
    char last[STRIDE] = {0};
    if (stride + 1 == counts->strides) /* the text ends in it */
        p = memcpy(last, p, rest);
    return counts->before[stride] + rest - going_on(p, (uint8_t)rest);
}

static void convert(const counter *counts, ofs_span *span)
{
    const ofs_source *source = counts->source;
    if (source->layer) { /* the end lies behind the last byte, not where the next one stands */
        int holds = span->end > span->start;
        span->start = ofs_given_byte(source, span->start);
        span->end = holds ? ofs_given_byte(source, span->end - 1) + 1 : span->start;
    }
    span->start = code_points(counts, span->start);
    span->end = code_points(counts, span->end);
}

static void convert_findings(const counter *counts, ofs_findings findings)
{
    for (uint32_t i = 0; i < findings.count; i++)
        convert(counts, &findings.at[i].span);
}

void ofs_count_code_points(ofs_reader *reader)
{
    ofs_report *report = reader->report;
    counter counts = {reader->source, ofs_source_text(reader->source), NULL, 0};
    counts.strides = counts.text.n / STRIDE + 1;
    counts.before = OFS_NEW_ARRAY(reader->arena, uint32_t, counts.strides);
    for (uint32_t i = 1; i < counts.strides; i++)
        counts.before[i] = counts.before[i - 1] + STRIDE - going_on(counts.text.p + (i - 1) * STRIDE, STRIDE);
    if (code_points(&counts, counts.text.n) == counts.text.n && !reader->source->layer)
        return; /* all ASCII, and nothing was left out */
    for (uint32_t i = 0; i < report->judgement_count; i++)
        convert(&counts, &report->judgements[i].span);
    for (uint32_t i = 0; i < report->section_count; i++)
        convert(&counts, &report->sections[i].span);
    for (uint32_t i = 0; i < report->paragraph_count; i++)
        convert(&counts, &report->paragraphs[i].span);
    for (uint32_t i = 0; i < report->recommendation_count; i++)
        convert(&counts, &report->recommendations[i].span);
    for (uint32_t i = 0; i < report->issue_count; i++)
        convert(&counts, &report->issues[i].span);
    convert_findings(&counts, report->strengths);
    convert_findings(&counts, report->meets_requirements);
    convert_findings(&counts, report->areas_for_development);
    convert_findings(&counts, report->priority_actions);
    convert_findings(&counts, report->significant_weaknesses);
    convert(&counts, &report->statement_of_action.span);
    convert(&counts, &report->progress.span);
}
