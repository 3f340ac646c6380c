/* ofsted.h: the core's whole public face: a source of lines goes in, a report comes out.
 *
 * Holds declarations only. Knows nothing of Python. Everything that a report points to lives in the
 * arena of the source it was parsed from and is freed with it, by ofs_source_free().
 */
#ifndef OFSTED_H
#define OFSTED_H

#include <stddef.h>
#include <stdint.h>

/* UTF-8 bytes that are not NUL-terminated; p == NULL means 'not known' (None, null). */
typedef struct ofs_str {
    const char *p;
    uint32_t n;
} ofs_str;

/* [start, end) of the source's text: bytes while parsing, code points once ofs_parse() has returned. */
typedef struct ofs_span {
    uint32_t start, end;
} ofs_span;

typedef enum ofs_status {
    OFS_OK,
    OFS_ERR_MEMORY,
    OFS_ERR_NOT_A_REPORT, /* not a PDF at all, or nothing in it */
    OFS_ERR_DAMAGED,      /* a PDF that PDFium cannot load */
    OFS_ERR_ENCRYPTED,    /* a PDF that wants a password */
    OFS_ERR_NO_TEXT,      /* pages without a text layer: a scan */
    OFS_ERR_TOO_LARGE,    /* over OFS_MAX_TEXT bytes or OFS_MAX_PAGES pages */
    OFS_ERR_GARBLED,      /* a text layer whose letters are not those that the pages show */
    OFS_ERR_UNFAMILIAR,   /* a PDF with something in it that the reader without PDFium does not know */
    OFS_STATUS_COUNT      /* not a status: how many there are */
} ofs_status;

enum { OFS_MAX_TEXT = 256 * 1024 * 1024, OFS_MAX_PAGES = 10000 };

typedef enum ofs_framework_id {
    OFS_UNKNOWN,
    OFS_ILACS,
    OFS_SIF,
    OFS_SLAC,
    OFS_CRA,
    OFS_LAC,
    OFS_CHILD_PROTECTION,
    OFS_JTAI,
    OFS_JAR,
    OFS_AREA_SEND,
    OFS_FOCUSED_VISIT,
    OFS_MONITORING_VISIT,
    OFS_LETTER,
    OFS_NEWS,
    OFS_FRAMEWORK_COUNT /* not a framework: how many there are */
} ofs_framework_id;

typedef enum ofs_grade {
    OFS_GRADE_NONE,
    OFS_OUTSTANDING,
    OFS_GOOD,
    OFS_REQUIRES_IMPROVEMENT,
    OFS_ADEQUATE,
    OFS_INADEQUATE,
    OFS_NOT_JUDGED,
    OFS_TYPICALLY_POSITIVE,
    OFS_INCONSISTENT,
    OFS_WIDESPREAD_FAILINGS
} ofs_grade;

/* What a revisit judged of a significant weakness, or a monitoring inspection of an area for priority action. */
typedef enum ofs_progress {
    OFS_PROGRESS_NONE, /* nothing, or it could not be told */
    OFS_SUFFICIENT_PROGRESS,
    OFS_INSUFFICIENT_PROGRESS,
    OFS_EFFECTIVE_ACTION,
    OFS_INEFFECTIVE_ACTION,
    OFS_MIXED_PROGRESS /* of a whole document: some of each */
} ofs_progress;

typedef enum ofs_judgement_source { OFS_FROM_TABLE, OFS_FROM_HEADING, OFS_FROM_SENTENCE } ofs_judgement_source;

typedef enum ofs_paragraph_kind { OFS_PARAGRAPH, OFS_ITEM } ofs_paragraph_kind;

/* A calendar day; year 0 means 'not known'. */
typedef struct ofs_date {
    uint16_t year;
    uint8_t month, day;
} ofs_date;

typedef struct ofs_period {
    ofs_date start, end;
} ofs_period;

typedef struct ofs_person {
    ofs_str name, role;
} ofs_person;

typedef struct ofs_authority {
    ofs_str name, urn, la_code, gss_code, region;
} ofs_authority;

typedef struct ofs_judgement {
    ofs_str key, theme, label, printed, scope;
    ofs_grade grade;
    ofs_judgement_source source;
    uint32_t page; /* 1-based; 0: the text has no page marks */
    ofs_span span;
} ofs_judgement;

typedef struct ofs_paragraph {
    ofs_str text;
    uint32_t number; /* 0: not numbered */
    ofs_paragraph_kind kind;
    uint32_t page, last_page;
    ofs_span span;
} ofs_paragraph;

/* Sections stand in reading order; the tree is in `depth`: a section's parent is the nearest one before it
 * with a smaller depth. Its own paragraphs are paragraphs[first_paragraph .. + paragraph_count). */
typedef struct ofs_section {
    ofs_str heading; /* null: what stands before the first heading */
    uint32_t level, depth;
    ofs_grade grade;
    uint32_t page;
    ofs_span span; /* of the heading */
    uint32_t first_paragraph, paragraph_count;
} ofs_section;

typedef struct ofs_recommendation {
    ofs_str text, scope, timescale, number, heading;
    ofs_str *references;
    uint32_t reference_count;
    uint32_t page;
    ofs_span span;
} ofs_recommendation;

typedef struct ofs_finding {
    ofs_str text;
    uint32_t page;
    ofs_span span;
    ofs_progress progress;
} ofs_finding;

typedef struct ofs_findings {
    ofs_finding *at;
    uint32_t count;
} ofs_findings;

/* The written statement of action that an area SEND letter speaks of. */
typedef struct ofs_statement_of_action {
    ofs_str state; /* 'required', 'was_required', 'not_required'; null: the document speaks of none */
    ofs_str responsible;
    ofs_date issued, declared_fit;
    uint32_t page;
    ofs_span span;
} ofs_statement_of_action;

/* What a revisit or a monitoring inspection says of all that it looked at. */
typedef struct ofs_progress_made {
    ofs_str printed; /* null: the document says nothing of the kind */
    ofs_progress outcome;
    int32_t made_in, of; /* -1: not known */
    uint32_t page;
    ofs_span span;
} ofs_progress_made;

/* Cells row by row; a row that has fewer cells than `columns` is filled with null strings. */
typedef struct ofs_table {
    ofs_str heading;
    ofs_str *cells;
    uint32_t rows, columns;
    uint32_t page;
} ofs_table;

typedef struct ofs_footnote {
    ofs_str mark, text;
    uint32_t page;
} ofs_footnote;

typedef struct ofs_previous_inspection {
    ofs_date start, end;
    ofs_str framework, title;
    uint32_t year;  /* of its first day where that is known, else as printed; 0: none */
    uint8_t month;  /* 1 to 12; 0: none, or two of them */
} ofs_previous_inspection;

typedef struct ofs_previous_judgement {
    uint32_t year;
    ofs_str label;
    ofs_grade grade;
} ofs_previous_judgement;

typedef struct ofs_issue {
    ofs_str code, field, message;
    ofs_str *about; /* what the message names or quotes, in its order */
    uint32_t about_count, page;
    ofs_span span;
    int has_span;
} ofs_issue;

typedef struct ofs_report {
    ofs_framework_id framework;
    ofs_str title, reference, publisher;
    ofs_authority authority;
    ofs_date published;
    ofs_person lead_inspector;
    ofs_str addressee, focus, theme;
    uint32_t visit_number; /* of monitoring visits since the judgement; 0: not said */
    ofs_period *inspection_periods;
    ofs_person *inspectors;
    ofs_judgement *judgements;
    ofs_section *sections;
    ofs_paragraph *paragraphs;
    ofs_recommendation *recommendations;
    ofs_findings strengths, meets_requirements, areas_for_development, priority_actions, significant_weaknesses;
    ofs_statement_of_action statement_of_action;
    ofs_progress_made progress;
    ofs_table *tables;
    ofs_footnote *footnotes;
    ofs_previous_inspection *previous_inspections;
    ofs_previous_judgement *previous_judgements;
    ofs_issue *issues;
    uint32_t inspection_period_count, inspector_count, judgement_count, section_count, paragraph_count,
        recommendation_count, table_count, footnote_count, previous_inspection_count, previous_judgement_count,
        issue_count;
} ofs_report;

/* What is compiled and loaded once and never changes after: patterns, the register of authorities.
 * Any number of threads may parse with one context at the same time. */
typedef struct ofs_context ofs_context;

/* `register_csv`: the columns of ofsted/data/authorities.csv; copied. */
ofs_status ofs_context_new(const char *register_csv, size_t length, ofs_context **out);
void ofs_context_free(ofs_context *context);

/* A document as lines, and the arena that everything read from it lives in. */
typedef struct ofs_source ofs_source;

/* Memory that is kept from one document for the next, at most 8 MB, for one thread at a time; NULL without memory. */
typedef struct ofs_memory ofs_memory;
ofs_memory *ofs_memory_new(void);
void ofs_memory_free(ofs_memory *memory);

/* Copies nothing: `text` must outlive the source. It must be UTF-8; malformed bytes count as one
 * character each and are matched by nothing. A form feed starts a new page. Markdown is known by its signs. */
ofs_status ofs_source_from_text(const char *text, size_t length, ofs_source **out);
/* To be called before ofs_parse() where a program that reads pictures (OCR) made the text: any word may be misread. */
void ofs_source_mark_ocr(ofs_source *source);

/* What a caller that knows a format says of a line: HTML is read outside the core. */
typedef enum ofs_given_kind {
    OFS_GIVEN_PARAGRAPH,
    OFS_GIVEN_HEADING,
    OFS_GIVEN_ITEM,
    OFS_GIVEN_CELL,
    OFS_GIVEN_ASIDE, /* what describes the document and is no part of it */
    OFS_GIVEN_TEXT   /* a line of which nothing is known but where it ends */
} ofs_given_kind;

enum {
    OFS_GIVEN_BOLD = 1,     /* every letter of it is bold */
    OFS_GIVEN_BEGINS = 2, /* it begins a list item, with or without a label; of text: an empty line stands before it */
    OFS_GIVEN_LABELLED = 4 /* … and its text begins with the item's number */
};

typedef struct ofs_given_line {
    uint32_t start, end; /* bytes of the text; each line starts where the one before ended, or after */
    uint32_t kind, level; /* level: of a heading 1..6, of an item its depth 1.. */
    uint32_t element; /* lines of one heading, paragraph, item or cell share a number that nothing else has */
    uint32_t table, row, column; /* of a cell: its table's number from 1, row and column from 0 */
    uint32_t flags;
} ofs_given_line;

/* As ofs_source_from_text(), from lines that are known already. A line that is not sound is left out; there are no
 * pages. */
ofs_status ofs_source_from_lines(const char *text, size_t length, const ofs_given_line *lines, size_t count,
                                 ofs_source **out);

/* PDFium's functions, found by whoever loaded the library. One call at a time in a process: PDFium is
 * not thread-safe, so the caller holds a lock around ofs_source_from_pdf(). */
typedef struct ofs_pdfium ofs_pdfium;
ofs_status ofs_source_from_pdf(const ofs_pdfium *pdfium, const void *data, size_t length, ofs_source **out);

/* The same without PDFium, so that any number of threads may call it, of a PDF that is of the reports' own kind: well
 * formed, not encrypted, Flate, embedded TrueType. Of every other it says OFS_ERR_UNFAMILIAR, and `*refusal` becomes a
 * constant that says what is not known: that file is PDFium's. `memory` may be NULL; else it must be there, and no other
 * thread's, until ofs_parse() has returned. */
ofs_status ofs_source_from_plain_pdf(const void *data, size_t length, ofs_memory *memory, const char **refusal,
                                     ofs_source **out);

/* Bytes of the text that spans address, and the number of pages (0: no page marks). */
ofs_str ofs_source_text(const ofs_source *source);
uint32_t ofs_source_pages(const ofs_source *source);
/* Whether a text was read as Markdown. */
int ofs_source_is_markdown(const ofs_source *source);

/* Once per source: the report belongs to it. */
ofs_status ofs_parse(const ofs_context *context, ofs_source *source, const ofs_report **out);
void ofs_source_free(ofs_source *source);
/* As ofs_source_free(), and keeps its memory there; NULL: not. */
void ofs_source_give_back(ofs_source *source, ofs_memory *memory);

/* The words that to_dict() prints for the enumerations; never NULL, "" for OFS_GRADE_NONE. */
const char *ofs_framework_slug(ofs_framework_id framework);
const char *ofs_grade_slug(ofs_grade grade);
const char *ofs_progress_slug(ofs_progress progress); /* "" for OFS_PROGRESS_NONE */
const char *ofs_judgement_source_slug(ofs_judgement_source source);
const char *ofs_paragraph_kind_slug(ofs_paragraph_kind kind);

#endif
