/* report.c: the report being filled: its growing arrays, and its issues. May not read facts. */
#include "report/report.h"

#include <string.h>

const ofs_place OFS_NOWHERE = {0, {0, 0}};

#define ADD(name, type, array, number)                                                                           \
    type *name(ofs_reader *reader)                                                                               \
    {                                                                                                            \
        ofs_report *report = reader->report;                                                                     \
        report->array =                                                                                          \
            ofs_arena_grow(reader->arena, report->array, report->number, &reader->capacity.array, sizeof(type)); \
        type *added = &report->array[report->number++];                                                          \
        memset(added, 0, sizeof *added);                                                                         \
        return added;                                                                                            \
    }

ADD(ofs_add_judgement, ofs_judgement, judgements, judgement_count)
ADD(ofs_add_section, ofs_section, sections, section_count)
ADD(ofs_add_paragraph, ofs_paragraph, paragraphs, paragraph_count)
ADD(ofs_add_recommendation, ofs_recommendation, recommendations, recommendation_count)
ADD(ofs_add_table, ofs_table, tables, table_count)
ADD(ofs_add_footnote, ofs_footnote, footnotes, footnote_count)
ADD(ofs_add_previous_inspection, ofs_previous_inspection, previous_inspections, previous_inspection_count)
ADD(ofs_add_previous_judgement, ofs_previous_judgement, previous_judgements, previous_judgement_count)
static ADD(add_inspector, ofs_person, inspectors, inspector_count) static ADD(add_issue, ofs_issue, issues, issue_count)

    ofs_place ofs_place_of(const ofs_block *block)
{
    return (ofs_place){block->page, block->span};
}

ofs_place ofs_place_of_line(const ofs_line *line)
{
    return (ofs_place){line->page, {line->start, line->end}};
}

void ofs_add_inspectors(ofs_reader *reader, const ofs_person *people, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        *add_inspector(reader) = people[i];
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

static int is_or_any(ofs_str text, const char *wanted)
{
    return !wanted || ofs_equal(text, ofs_str_of(wanted));
}

int ofs_has_issue(const ofs_report *report, const char *code, const char *field, const char *message)
{
    for (uint32_t i = 0; i < report->issue_count; i++)
        if (is_or_any(report->issues[i].code, code) && is_or_any(report->issues[i].field, field) &&
            is_or_any(report->issues[i].message, message))
            return 1;
    return 0;
}

void ofs_add_issue_about(ofs_reader *reader, const char *code, const char *field, ofs_place place, const char *message,
                         ofs_str detail, ofs_str second)
{
    ofs_joiner joiner = {reader->arena, NULL, 0, 0};
    ofs_str details[2] = {detail, second}, text = OFS_NO_STR, *about = OFS_NEW_ARRAY(reader->arena, ofs_str, 2);
    uint32_t used = 0, count = 0;
    for (const char *p = message, *start = message;; p++) {
        if (*p && !(p[0] == '%' && p[1] == 's'))
            continue;
        text = ofs_concat(reader->arena, text, ofs_slice(start, p));
        if (!*p)
            break;
        if (used < 2) {
            text = ofs_concat(reader->arena, text, details[used]);
            ofs_str clean = ofs_clean(reader->arena, details[used++]);
            if (clean.n)
                about[count++] = clean;
        }
        start = ++p + 1;
    }
    ofs_join(&joiner, text);
    ofs_add_issue(reader, code, field, place, "");
    ofs_issue *issue = &reader->report->issues[reader->report->issue_count - 1];
    issue->message = ofs_joined(&joiner);
    issue->about = about;
    issue->about_count = count;
}

void ofs_add_issues_about(ofs_reader *reader, const char *code, const char *const *fields, ofs_place place,
                          const char *message, ofs_str detail, ofs_str second)
{
    for (; *fields; fields++)
        ofs_add_issue_about(reader, code, *fields, place, message, detail, second);
}
