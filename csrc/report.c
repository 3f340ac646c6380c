/* report.c: a parse from source to report, and the report's growing arrays. May not read facts. */
#include "whole.h"

#include <string.h>

const ofs_place OFS_NOWHERE = {0, {0, 0}};

ofs_str ofs_str_of(const char *literal)
{
    return literal ? (ofs_str){literal, (uint32_t)strlen(literal)} : OFS_NO_STR;
}

#define ADD(name, type, array, number)                                                                          \
    type *name(ofs_reader *reader)                                                                              \
    {                                                                                                           \
        ofs_report *report = reader->report;                                                                    \
        report->array = ofs_arena_grow(reader->arena, report->array, report->number, &reader->capacity.array,   \
                                       sizeof(type));                                                           \
        type *added = &report->array[report->number++];                                                         \
        memset(added, 0, sizeof *added);                                                                        \
        return added;                                                                                           \
    }

ADD(ofs_add_judgement, ofs_judgement, judgements, judgement_count)
ADD(ofs_add_section, ofs_section, sections, section_count)
ADD(ofs_add_paragraph, ofs_paragraph, paragraphs, paragraph_count)
ADD(ofs_add_recommendation, ofs_recommendation, recommendations, recommendation_count)
ADD(ofs_add_table, ofs_table, tables, table_count)
ADD(ofs_add_footnote, ofs_footnote, footnotes, footnote_count)
static ADD(add_issue, ofs_issue, issues, issue_count)

ofs_place ofs_place_of(const ofs_block *block)
{
    return (ofs_place){block->page, block->span};
}

void ofs_add_issue(ofs_reader *reader, const char *code, const char *field, ofs_place place, const char *message)
{
    ofs_issue *issue = add_issue(reader);
    issue->code = ofs_str_of(code);
    issue->field = ofs_str_of(field);
    issue->message = ofs_str_of(message);
    issue->page = place.page;
    issue->span = place.span;
    issue->has_span = place.span.end > place.span.start;
}

void ofs_add_issue_about(ofs_reader *reader, const char *code, const char *field, ofs_place place, const char *message,
                         ofs_str detail, ofs_str second)
{
    ofs_joiner joiner = {reader->arena, NULL, 0, 0};
    ofs_str details[2] = {detail, second}, text = OFS_NO_STR;
    uint32_t used = 0;
    for (const char *p = message, *start = message;; p++) {
        if (*p && !(p[0] == '%' && p[1] == 's'))
            continue;
        text = ofs_concat(reader->arena, text, ofs_slice(start, p));
        if (!*p)
            break;
        if (used < 2)
            text = ofs_concat(reader->arena, text, details[used++]);
        start = ++p + 1;
    }
    ofs_join(&joiner, text);
    ofs_add_issue(reader, code, field, place, "");
    reader->report->issues[reader->report->issue_count - 1].message = ofs_joined(&joiner);
}

/* Code points before every STRIDE-th byte, so that a span is counted from the nearest one. */
enum { STRIDE = 64 };

typedef struct counter {
    ofs_str text;
    uint32_t *before;
} counter;

/* Bytes that do not go on with a character (not 10xxxxxx), eight at a time; every lane counts up to 255. */
static uint32_t count(const char *p, uint32_t n)
{
    const uint64_t ones = 0x0101010101010101u, pairs = 0x00FF00FF00FF00FFu;
    uint32_t going_on = 0, i = 0;
    while (i + 8 <= n) {
        uint64_t lanes = 0;
        for (uint32_t k = 0; k < 255 && i + 8 <= n; k++, i += 8) {
            uint64_t word;
            memcpy(&word, p + i, 8);
            if (word & ones << 7)
                lanes += (word >> 7) & (~word >> 6) & ones;
        }
        lanes = (lanes & pairs) + ((lanes >> 8) & pairs);
        going_on += (uint32_t)((lanes * 0x0001000100010001u) >> 48);
    }
    for (; i < n; i++)
        going_on += ((unsigned char)p[i] & 0xC0) == 0x80;
    return n - going_on;
}

static uint32_t code_points(const counter *counts, uint32_t byte)
{
    uint32_t stride = byte / STRIDE;
    return counts->before[stride] + count(counts->text.p + stride * STRIDE, byte - stride * STRIDE);
}

static void convert(const counter *counts, ofs_span *span)
{
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
    counter counts = {reader->source->text, NULL};
    uint32_t strides = counts.text.n / STRIDE + 1;
    counts.before = OFS_NEW_ARRAY(reader->arena, uint32_t, strides);
    for (uint32_t i = 1; i < strides; i++)
        counts.before[i] = counts.before[i - 1] + count(counts.text.p + (i - 1) * STRIDE, STRIDE);
    if (code_points(&counts, counts.text.n) == counts.text.n)
        return; /* all ASCII */
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
}

/* Pages read by position from which the report has something; *first is the first of them. Contents and the publisher's
 * boilerplate give nothing. */
static uint32_t count_untagged_pages(const ofs_reader *reader, uint32_t *first)
{
    const ofs_source *source = reader->source;
    const ofs_report *report = reader->report;
    uint8_t *used = OFS_NEW_ARRAY(reader->arena, uint8_t, source->pages + 1);
    uint32_t found = 0;
    used[1] = 1; /* the cover */
    for (uint32_t i = 0; i < report->judgement_count; i++)
        used[report->judgements[i].page] = 1;
    for (uint32_t i = 0; i < report->section_count; i++)
        used[report->sections[i].page] = 1;
    for (uint32_t i = 0; i < report->paragraph_count; i++)
        used[report->paragraphs[i].page] = used[report->paragraphs[i].last_page] = 1;
    for (uint32_t page = source->pages; page > 0; page--)
        if (used[page] && source->by_position[page - 1]) {
            found++;
            *first = page;
        }
    return found;
}

/* What position gives is right far more often than not, so no value of the report is called doubtful for it. */
static void note_untagged_pages(ofs_reader *reader)
{
    ofs_place first = OFS_NOWHERE;
    uint32_t found = reader->source->untagged_pages ? count_untagged_pages(reader, &first.page) : 0;
    if (found)
        ofs_add_issue_about(reader, "read_by_position", "source", first,
                            "Without tags to rely on, read by where the characters stand: %s of %s pages, this one first.",
                            ofs_decimal(reader->arena, found), ofs_decimal(reader->arena, reader->source->pages));
}

static void note_unreadable_pages(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    if (source->unreadable_pages)
        ofs_add_issue_about(reader, "unreadable_pages", "sections", OFS_NOWHERE,
                            "%s of %s pages are damaged and could not be opened: what stands on them is missing.",
                            ofs_decimal(reader->arena, source->unreadable_pages),
                            ofs_decimal(reader->arena, source->pages));
}

ofs_status ofs_parse(const ofs_context *context, ofs_source *source, const ofs_report **out)
{
    *out = NULL;
    if (setjmp(source->arena.on_failure))
        return OFS_ERR_MEMORY;
    ofs_arena *arena = &source->arena;
    ofs_reader *reader = OFS_NEW(arena, ofs_reader);
    reader->context = context;
    reader->source = source;
    reader->arena = arena;
    reader->matcher = ofs_matcher_new(arena, context);
    reader->report = OFS_NEW(arena, ofs_report);
    reader->report->paragraphs = ofs_arena_grow(arena, NULL, 0, &reader->capacity.paragraphs, sizeof(ofs_paragraph));
    reader->framework = ofs_recognise(source);
    reader->report->framework = reader->framework->id;
    ofs_infer_kinds(source, reader->framework);
    ofs_make_blocks(source, &reader->blocks);
    reader->framework->read(reader);
    ofs_check_dates(reader);
    note_untagged_pages(reader);
    note_unreadable_pages(reader);
    ofs_count_code_points(reader);
    *out = reader->report;
    return OFS_OK;
}

static const char *slug(const char *const *slugs, size_t number, size_t index)
{
    return index < number ? slugs[index] : "";
}

#define SLUG(slugs, index) slug((slugs), sizeof(slugs) / sizeof *(slugs), (size_t)(index))

const char *ofs_framework_slug(ofs_framework_id framework)
{
    static const char *const slugs[] = {"unknown", "ilacs", "sif", "slac", "cra", "lac", "jtai", "jar", "area-send",
                                        "focused-visit", "monitoring-visit", "letter", "news"};
    return SLUG(slugs, framework);
}

const char *ofs_grade_slug(ofs_grade grade)
{
    static const char *const slugs[] = {"", "outstanding", "good", "requires_improvement", "adequate", "inadequate",
                                        "not_judged", "typically_positive", "inconsistent", "widespread_failings"};
    return SLUG(slugs, grade);
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
