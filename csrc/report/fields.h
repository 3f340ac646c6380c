/* fields.h: what a report holds, as data: each struct's fields by key, kind and place, in the order of the data model.
 *
 * Whoever prints a report (as JSON, as Python's dicts) walks these tables, so that a key is named once. Holds
 * declarations only; knows of no output. */
#ifndef OFS_FIELDS_H
#define OFS_FIELDS_H

#include "ofsted.h"

/* Every key that is printed, once. */
/* clang-format off */
#define OFS_KEYS(X)                                                                                       \
    X(framework) X(title) X(reference) X(publisher) X(authority) X(inspection_periods) X(published)       \
    X(lead_inspector) X(inspectors) X(addressee) X(focus) X(judgements) X(sections) X(recommendations)    \
    X(findings) X(tables) X(footnotes) X(previous_inspections) X(previous_judgements) X(issues) X(source) \
    X(name) X(role) X(urn) X(la_code) X(gss_code) X(region) X(start) X(end) X(key) X(theme) X(visit_number) X(label)      \
    X(grade) X(printed) X(scope) X(page) X(span) X(heading) X(level) X(paragraphs) X(number) X(kind)      \
    X(text) X(last_page) X(timescale) X(references) X(strengths) X(meets_requirements)                    \
    X(areas_for_development) X(priority_actions) X(rows) X(mark) X(year) X(month) X(code) X(field)        \
    X(message) X(significant_weaknesses) X(statement_of_action) X(progress) X(state) X(responsible)       \
    X(issued) X(declared_fit) X(outcome) X(made_in) X(of) X(about) X(counts)
/* clang-format on */

typedef enum ofs_key {
#define OFS_KEY_INDEX(name) OFS_KEY_##name,
    OFS_KEYS(OFS_KEY_INDEX)
#undef OFS_KEY_INDEX
        OFS_KEY_COUNT
} ofs_key;

/* What is at a field's place. What is not known is null. */
typedef enum ofs_field_kind {
    OFS_FIELD_STR,       /* ofs_str */
    OFS_FIELD_NUMBER,    /* uint32_t */
    OFS_FIELD_POSITIVE,  /* uint32_t; 0 is not known */
    OFS_FIELD_MONTH,     /* uint8_t; 0 is not known */
    OFS_FIELD_SIGNED,    /* int32_t; below 0 is not known */
    OFS_FIELD_DATE,      /* ofs_date */
    OFS_FIELD_SPAN,      /* ofs_span */
    OFS_FIELD_SPAN_IF,   /* ofs_span, where the int at `count` is not 0 */
    OFS_FIELD_WORD,      /* an enumeration, of the kind `word` */
    OFS_FIELD_STRINGS,   /* ofs_str *, as many as the uint32_t at `count` says */
    OFS_FIELD_ROWS,      /* of the ofs_table that is described */
    OFS_FIELD_OBJECT,    /* a struct, described by `of` */
    OFS_FIELD_OBJECT_IF, /* a struct, where the ofs_str at `count` is one */
    OFS_FIELD_PERSON_IF, /* an ofs_person, where anything is known of it */
    OFS_FIELD_LIST,      /* an array of structs, as many as the uint32_t at `count` says */
    OFS_FIELD_SECTIONS   /* of the ofs_report that is described: a tree */
} ofs_field_kind;

typedef enum ofs_word {
    OFS_WORD_FRAMEWORK,
    OFS_WORD_GRADE,
    OFS_WORD_SOURCE,
    OFS_WORD_PARAGRAPH,
    OFS_WORD_PROGRESS,
    OFS_WORD_COUNT
} ofs_word;

typedef struct ofs_field {
    ofs_key key;
    ofs_field_kind kind;
    ofs_word word;
    size_t at, count; /* bytes from the start of the struct */
    const struct ofs_fields *of;
} ofs_field;

/* Every table, once. */
/* clang-format off */
#define OFS_SHAPES(X)                                                                                     \
    X(authority) X(period) X(person) X(judgement) X(paragraph) X(section) X(recommendation) X(finding)    \
    X(findings) X(statement) X(progress) X(table) X(footnote) X(previous_inspection)                      \
    X(previous_judgement) X(issue) X(report) X(count)
/* clang-format on */

typedef enum ofs_shape {
#define OFS_SHAPE_INDEX(name) OFS_SHAPE_##name,
    OFS_SHAPES(OFS_SHAPE_INDEX)
#undef OFS_SHAPE_INDEX
        OFS_SHAPE_COUNT
} ofs_shape;

typedef struct ofs_fields {
    const ofs_field *at;
    size_t count;
    size_t size; /* of one struct */
    ofs_shape shape;
} ofs_fields;

/* The report, the section without what is below it, and the paragraph. */
extern const ofs_fields ofs_report_fields, ofs_section_fields, ofs_paragraph_fields;
/* How many of each kind a report holds: what is known without walking through them. */
extern const ofs_fields ofs_count_fields;
/* Any of them. */
const ofs_fields *ofs_fields_of(ofs_shape shape);

/* The key's letters. */
ofs_str ofs_key_name(ofs_key key);
/* Whether it takes the most room in a report, and is not needed to know what it is and what it judges. */
int ofs_is_bulky(ofs_key key);
/* How many words an enumeration has, and one of them; "" for none. */
int ofs_word_count(ofs_word word);
const char *ofs_word_slug(ofs_word word, int value);

static inline const void *ofs_field_at(const void *base, size_t at)
{
    return (const char *)base + at;
}
static inline uint32_t ofs_field_count(const ofs_field *field, const void *base)
{
    return *(const uint32_t *)ofs_field_at(base, field->count);
}
/* Whether it is a struct that is printed as a whole: a span, or what `of` describes; and whether that is known. */
static inline int ofs_field_is_whole(const ofs_field *field)
{
    return field->kind == OFS_FIELD_SPAN || field->kind == OFS_FIELD_SPAN_IF || field->kind == OFS_FIELD_OBJECT ||
           field->kind == OFS_FIELD_OBJECT_IF || field->kind == OFS_FIELD_PERSON_IF;
}
int ofs_field_is_known(const ofs_field *field, const void *base);
/* An enumeration's value: all of them are ints to every compiler that the core is built by. */
int ofs_field_word(const ofs_field *field, const void *base);

#endif
