/* code_points.c: spans from bytes of the lines' text to code points of the given one, the last thing done to a report. */
#include "report/report.h"

/* Bytes that go on with a character (10xxxxxx), which are few: where they stand, and how many of them stand before every
 * STRIDE-th byte, so that those before a span are found at once. */
enum { STRIDE = 256 };

typedef struct counter {
    const ofs_source *source;
    ofs_str text;
    uint32_t *at, count, capacity;
    uint32_t *before;
} counter;

static void find_bytes(counter *counts, ofs_arena *arena)
{
    const char *first = counts->text.p, *end = first + counts->text.n;
    for (const char *p = first; (p = ofs_ascii_end(p, end)) < end;)
        for (; p < end && (*p & 0x80); p++) {
            if (*p & 0x40)
                continue;
            counts->at = ofs_arena_grow(arena, counts->at, counts->count, &counts->capacity, sizeof *counts->at);
            counts->at[counts->count++] = (uint32_t)(p - first);
        }
    uint32_t strides = counts->text.n / STRIDE + 1, k = 0;
    counts->before = OFS_ROOM(arena, uint32_t, strides);
    for (uint32_t i = 0; i < strides; i++) {
        while (k < counts->count && counts->at[k] < i * STRIDE)
            k++;
        counts->before[i] = k;
    }
}

static uint32_t code_points(const counter *counts, uint32_t byte)
{
    byte = byte < counts->text.n ? byte : counts->text.n;
    uint32_t k = counts->before[byte / STRIDE];
    while (k < counts->count && counts->at[k] < byte)
        k++;
    return byte - k;
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
    counter counts = {.source = reader->source, .text = ofs_source_text(reader->source)};
    find_bytes(&counts, reader->arena);
    if (!counts.count && !reader->source->layer)
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
