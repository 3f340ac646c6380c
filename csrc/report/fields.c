/* fields.c: the tables of a report's fields, in the order in which they are printed. May hold nothing but these. */
#include "report/fields.h"

#include <string.h>

#define FIELD(type, key, kind, member) \
    {OFS_KEY_##key, OFS_FIELD_##kind, OFS_WORD_COUNT, offsetof(type, member), 0, NULL}
#define WORD(type, key, word, member) {OFS_KEY_##key, OFS_FIELD_WORD, OFS_WORD_##word, offsetof(type, member), 0, NULL}
/* With a number, or what says whether it is known. */
#define COUNTED(type, key, kind, member, number) \
    {OFS_KEY_##key, OFS_FIELD_##kind, OFS_WORD_COUNT, offsetof(type, member), offsetof(type, number), NULL}
/* Of structs that another table describes. */
#define OF(type, key, kind, member, number, fields)                  \
    {OFS_KEY_##key,          OFS_FIELD_##kind,       OFS_WORD_COUNT, \
     offsetof(type, member), offsetof(type, number), &ofs_##fields##_fields}
#define TABLE(name, type) \
    ofs_##name##_fields = {name##_of, sizeof name##_of / sizeof *name##_of, sizeof(type), OFS_SHAPE_##name}
#define FIELDS(name, type, ...)                         \
    static const ofs_field name##_of[] = {__VA_ARGS__}; \
    const ofs_fields TABLE(name, type)
#define OWN_FIELDS(name, type, ...)                     \
    static const ofs_field name##_of[] = {__VA_ARGS__}; \
    static const ofs_fields TABLE(name, type)

OWN_FIELDS(authority, ofs_authority, FIELD(ofs_authority, name, STR, name), FIELD(ofs_authority, urn, STR, urn),
           FIELD(ofs_authority, la_code, STR, la_code), FIELD(ofs_authority, gss_code, STR, gss_code),
           FIELD(ofs_authority, region, STR, region));

OWN_FIELDS(period, ofs_period, FIELD(ofs_period, start, DATE, start), FIELD(ofs_period, end, DATE, end));

OWN_FIELDS(person, ofs_person, FIELD(ofs_person, name, STR, name), FIELD(ofs_person, role, STR, role));

OWN_FIELDS(judgement, ofs_judgement, FIELD(ofs_judgement, key, STR, key), FIELD(ofs_judgement, theme, STR, theme),
           FIELD(ofs_judgement, label, STR, label), WORD(ofs_judgement, grade, GRADE, grade),
           FIELD(ofs_judgement, printed, STR, printed), FIELD(ofs_judgement, scope, STR, scope),
           WORD(ofs_judgement, source, SOURCE, source), FIELD(ofs_judgement, page, POSITIVE, page),
           FIELD(ofs_judgement, span, SPAN, span));

FIELDS(paragraph, ofs_paragraph, FIELD(ofs_paragraph, number, POSITIVE, number),
       WORD(ofs_paragraph, kind, PARAGRAPH, kind), FIELD(ofs_paragraph, text, STR, text),
       FIELD(ofs_paragraph, page, POSITIVE, page), FIELD(ofs_paragraph, last_page, POSITIVE, last_page),
       FIELD(ofs_paragraph, span, SPAN, span));

FIELDS(section, ofs_section, FIELD(ofs_section, heading, STR, heading), FIELD(ofs_section, level, NUMBER, level),
       WORD(ofs_section, grade, GRADE, grade), FIELD(ofs_section, page, POSITIVE, page),
       FIELD(ofs_section, span, SPAN, span));

OWN_FIELDS(recommendation, ofs_recommendation, FIELD(ofs_recommendation, text, STR, text),
           FIELD(ofs_recommendation, scope, STR, scope), FIELD(ofs_recommendation, timescale, STR, timescale),
           FIELD(ofs_recommendation, number, STR, number), FIELD(ofs_recommendation, heading, STR, heading),
           COUNTED(ofs_recommendation, references, STRINGS, references, reference_count),
           FIELD(ofs_recommendation, page, POSITIVE, page), FIELD(ofs_recommendation, span, SPAN, span));

OWN_FIELDS(finding, ofs_finding, FIELD(ofs_finding, text, STR, text), WORD(ofs_finding, progress, PROGRESS, progress),
           FIELD(ofs_finding, page, POSITIVE, page), FIELD(ofs_finding, span, SPAN, span));

#define FINDINGS(name) OF(ofs_report, name, LIST, name.at, name.count, finding)
OWN_FIELDS(findings, ofs_report, FINDINGS(strengths), FINDINGS(meets_requirements), FINDINGS(areas_for_development),
           FINDINGS(priority_actions), FINDINGS(significant_weaknesses));

OWN_FIELDS(statement, ofs_statement_of_action, FIELD(ofs_statement_of_action, state, STR, state),
           FIELD(ofs_statement_of_action, responsible, STR, responsible),
           FIELD(ofs_statement_of_action, issued, DATE, issued),
           FIELD(ofs_statement_of_action, declared_fit, DATE, declared_fit),
           FIELD(ofs_statement_of_action, page, POSITIVE, page), FIELD(ofs_statement_of_action, span, SPAN, span));

OWN_FIELDS(progress, ofs_progress_made, WORD(ofs_progress_made, outcome, PROGRESS, outcome),
           FIELD(ofs_progress_made, made_in, SIGNED, made_in), FIELD(ofs_progress_made, of, SIGNED, of),
           FIELD(ofs_progress_made, printed, STR, printed), FIELD(ofs_progress_made, page, POSITIVE, page),
           FIELD(ofs_progress_made, span, SPAN, span));

OWN_FIELDS(table, ofs_table, FIELD(ofs_table, heading, STR, heading), FIELD(ofs_table, rows, ROWS, cells),
           FIELD(ofs_table, page, POSITIVE, page));

OWN_FIELDS(footnote, ofs_footnote, FIELD(ofs_footnote, mark, STR, mark), FIELD(ofs_footnote, text, STR, text),
           FIELD(ofs_footnote, page, POSITIVE, page));

OWN_FIELDS(previous_inspection, ofs_previous_inspection, FIELD(ofs_previous_inspection, year, POSITIVE, year),
           FIELD(ofs_previous_inspection, month, MONTH, month), FIELD(ofs_previous_inspection, start, DATE, start),
           FIELD(ofs_previous_inspection, end, DATE, end), FIELD(ofs_previous_inspection, framework, STR, framework),
           FIELD(ofs_previous_inspection, title, STR, title));

OWN_FIELDS(previous_judgement, ofs_previous_judgement, FIELD(ofs_previous_judgement, year, POSITIVE, year),
           FIELD(ofs_previous_judgement, label, STR, label), WORD(ofs_previous_judgement, grade, GRADE, grade));

OWN_FIELDS(issue, ofs_issue, FIELD(ofs_issue, code, STR, code), FIELD(ofs_issue, field, STR, field),
           FIELD(ofs_issue, message, STR, message), FIELD(ofs_issue, page, POSITIVE, page),
           COUNTED(ofs_issue, span, SPAN_IF, span, has_span), COUNTED(ofs_issue, about, STRINGS, about, about_count));

#define LIST(key, fields, number) OF(ofs_report, key, LIST, key, number, fields)
FIELDS(report, ofs_report, WORD(ofs_report, framework, FRAMEWORK, framework), FIELD(ofs_report, title, STR, title),
       FIELD(ofs_report, reference, STR, reference), FIELD(ofs_report, publisher, STR, publisher),
       OF(ofs_report, authority, OBJECT, authority, authority, authority),
       LIST(inspection_periods, period, inspection_period_count), FIELD(ofs_report, published, DATE, published),
       OF(ofs_report, lead_inspector, PERSON_IF, lead_inspector, lead_inspector, person),
       LIST(inspectors, person, inspector_count), FIELD(ofs_report, addressee, STR, addressee),
       FIELD(ofs_report, focus, STR, focus), FIELD(ofs_report, theme, STR, theme),
       FIELD(ofs_report, visit_number, POSITIVE, visit_number), LIST(judgements, judgement, judgement_count),
       FIELD(ofs_report, sections, SECTIONS, sections), LIST(recommendations, recommendation, recommendation_count),
       OF(ofs_report, findings, OBJECT, framework, framework, findings),
       OF(ofs_report, statement_of_action, OBJECT_IF, statement_of_action, statement_of_action.state, statement),
       OF(ofs_report, progress, OBJECT_IF, progress, progress.printed, progress), LIST(tables, table, table_count),
       LIST(footnotes, footnote, footnote_count),
       LIST(previous_inspections, previous_inspection, previous_inspection_count),
       LIST(previous_judgements, previous_judgement, previous_judgement_count), LIST(issues, issue, issue_count));

#define NUMBER(key, number) FIELD(ofs_report, key, NUMBER, number)
FIELDS(count, ofs_report, NUMBER(paragraphs, paragraph_count), NUMBER(recommendations, recommendation_count),
       NUMBER(strengths, strengths.count), NUMBER(meets_requirements, meets_requirements.count),
       NUMBER(areas_for_development, areas_for_development.count), NUMBER(priority_actions, priority_actions.count),
       NUMBER(significant_weaknesses, significant_weaknesses.count));

/* The findings are fields of the report itself, and so described from its start. */
_Static_assert(offsetof(ofs_report, framework) == 0, "the report begins with its framework");

const ofs_fields *ofs_fields_of(ofs_shape shape)
{
#define OFS_SHAPE_FIELDS(name) &ofs_##name##_fields,
    static const ofs_fields *const all[OFS_SHAPE_COUNT] = {OFS_SHAPES(OFS_SHAPE_FIELDS)};
#undef OFS_SHAPE_FIELDS
    return all[shape];
}

ofs_str ofs_key_name(ofs_key key)
{
#define OFS_KEY_TEXT(name) {#name, sizeof #name - 1},
    static const ofs_str names[OFS_KEY_COUNT] = {OFS_KEYS(OFS_KEY_TEXT)};
#undef OFS_KEY_TEXT
    return names[key];
}

int ofs_is_bulky(ofs_key key)
{
    return key == OFS_KEY_sections || key == OFS_KEY_recommendations || key == OFS_KEY_findings ||
           key == OFS_KEY_tables || key == OFS_KEY_footnotes;
}

int ofs_word_count(ofs_word word)
{
    static const int counts[OFS_WORD_COUNT] = {[OFS_WORD_FRAMEWORK] = OFS_FRAMEWORK_COUNT,
                                               [OFS_WORD_GRADE] = OFS_WIDESPREAD_FAILINGS + 1,
                                               [OFS_WORD_SOURCE] = OFS_FROM_SENTENCE + 1,
                                               [OFS_WORD_PARAGRAPH] = OFS_ITEM + 1,
                                               [OFS_WORD_PROGRESS] = OFS_MIXED_PROGRESS + 1};
    return word < OFS_WORD_COUNT ? counts[word] : 0;
}

const char *ofs_word_slug(ofs_word word, int value)
{
    switch (word) {
    case OFS_WORD_FRAMEWORK:
        return ofs_framework_slug((ofs_framework_id)value);
    case OFS_WORD_GRADE:
        return ofs_grade_slug((ofs_grade)value);
    case OFS_WORD_SOURCE:
        return ofs_judgement_source_slug((ofs_judgement_source)value);
    case OFS_WORD_PARAGRAPH:
        return ofs_paragraph_kind_slug((ofs_paragraph_kind)value);
    case OFS_WORD_PROGRESS:
        return ofs_progress_slug((ofs_progress)value);
    default:
        return "";
    }
}

int ofs_field_is_known(const ofs_field *field, const void *base)
{
    if (field->kind == OFS_FIELD_SPAN_IF)
        return *(const int *)ofs_field_at(base, field->count) != 0;
    if (field->kind == OFS_FIELD_OBJECT_IF)
        return ((const ofs_str *)ofs_field_at(base, field->count))->p != NULL;
    if (field->kind == OFS_FIELD_PERSON_IF) {
        const ofs_person *one = ofs_field_at(base, field->at);
        return one->name.p || one->role.p;
    }
    return 1;
}

int ofs_field_word(const ofs_field *field, const void *base)
{
    int value;
    memcpy(&value, ofs_field_at(base, field->at), sizeof value);
    return value;
}

_Static_assert(sizeof(ofs_grade) == sizeof(int) && sizeof(ofs_framework_id) == sizeof(int) &&
                   sizeof(ofs_progress) == sizeof(int) && sizeof(ofs_judgement_source) == sizeof(int) &&
                   sizeof(ofs_paragraph_kind) == sizeof(int),
               "enumerations are ints");
