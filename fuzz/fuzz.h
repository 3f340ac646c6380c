/* fuzz.h: what the fuzz targets and the tests of hostile input share. May not know how an input was made.
 *
 * A report is walked to its last byte, so that a sanitizer sees a string that points nowhere, and every span must
 * lie in the text, in code points. What does not hold aborts. */
#ifndef OFS_FUZZ_H
#define OFS_FUZZ_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ofsted.h"

typedef struct fuzz_walk {
    uint32_t characters, pages; /* of the text */
    uint64_t sum;               /* of every byte: what is read must not be optimised away */
} fuzz_walk;

#define FUZZ_CHECK(holds)                                                              \
    do {                                                                               \
        if (!(holds)) {                                                                \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #holds); \
            abort();                                                                   \
        }                                                                              \
    } while (0)

static inline uint32_t fuzz_characters(ofs_str text)
{
    uint32_t characters = 0;
    for (uint32_t i = 0; i < text.n; i++)
        characters += ((unsigned char)text.p[i] & 0xC0) != 0x80;
    return characters;
}

static inline void fuzz_str(fuzz_walk *walk, ofs_str s)
{
    FUZZ_CHECK(s.p || !s.n);
    for (uint32_t i = 0; i < s.n; i++)
        walk->sum = walk->sum * 31 + (unsigned char)s.p[i];
}

static inline void fuzz_slug(fuzz_walk *walk, const char *slug)
{
    FUZZ_CHECK(slug);
    walk->sum += strlen(slug);
}

static inline void fuzz_place(fuzz_walk *walk, uint32_t page, ofs_span span)
{
    FUZZ_CHECK(span.start <= span.end && span.end <= walk->characters);
    FUZZ_CHECK(page <= walk->pages);
    walk->sum += span.start + span.end;
}

static inline void fuzz_date(ofs_date date)
{
    if (date.year)
        FUZZ_CHECK(date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31);
}

static inline void fuzz_person(fuzz_walk *walk, ofs_person person)
{
    fuzz_str(walk, person.name);
    fuzz_str(walk, person.role);
}

static inline void fuzz_findings(fuzz_walk *walk, ofs_findings findings)
{
    for (uint32_t i = 0; i < findings.count; i++) {
        fuzz_str(walk, findings.at[i].text);
        fuzz_place(walk, findings.at[i].page, findings.at[i].span);
        walk->sum += strlen(ofs_progress_slug(findings.at[i].progress));
    }
}

static inline void fuzz_walk_cover(fuzz_walk *walk, const ofs_report *r)
{
    const ofs_str strings[] = {
        r->title,          r->reference,     r->publisher,         r->addressee,          r->focus,           r->theme,
        r->authority.name, r->authority.urn, r->authority.la_code, r->authority.gss_code, r->authority.region};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
        fuzz_str(walk, strings[i]);
    fuzz_slug(walk, ofs_framework_slug(r->framework));
    fuzz_date(r->published);
    fuzz_person(walk, r->lead_inspector);
    for (uint32_t i = 0; i < r->inspection_period_count; i++) {
        fuzz_date(r->inspection_periods[i].start);
        fuzz_date(r->inspection_periods[i].end);
    }
    for (uint32_t i = 0; i < r->inspector_count; i++)
        fuzz_person(walk, r->inspectors[i]);
    for (uint32_t i = 0; i < r->previous_inspection_count; i++) {
        fuzz_date(r->previous_inspections[i].start);
        fuzz_date(r->previous_inspections[i].end);
        fuzz_str(walk, r->previous_inspections[i].framework);
        fuzz_str(walk, r->previous_inspections[i].title);
    }
    for (uint32_t i = 0; i < r->previous_judgement_count; i++) {
        fuzz_str(walk, r->previous_judgements[i].label);
        fuzz_slug(walk, ofs_grade_slug(r->previous_judgements[i].grade));
    }
}

static inline void fuzz_walk_judgements(fuzz_walk *walk, const ofs_report *r)
{
    for (uint32_t i = 0; i < r->judgement_count; i++) {
        const ofs_judgement *j = &r->judgements[i];
        const ofs_str strings[] = {j->key, j->theme, j->label, j->printed, j->scope};
        for (size_t k = 0; k < sizeof strings / sizeof *strings; k++)
            fuzz_str(walk, strings[k]);
        fuzz_slug(walk, ofs_grade_slug(j->grade));
        fuzz_slug(walk, ofs_judgement_source_slug(j->source));
        fuzz_place(walk, j->page, j->span);
    }
    for (uint32_t i = 0; i < r->issue_count; i++) {
        fuzz_str(walk, r->issues[i].code);
        fuzz_str(walk, r->issues[i].field);
        fuzz_str(walk, r->issues[i].message);
        fuzz_place(walk, r->issues[i].page, r->issues[i].span);
    }
}

static inline void fuzz_walk_body(fuzz_walk *walk, const ofs_report *r)
{
    for (uint32_t i = 0; i < r->section_count; i++) {
        const ofs_section *section = &r->sections[i];
        fuzz_str(walk, section->heading);
        fuzz_slug(walk, ofs_grade_slug(section->grade));
        fuzz_place(walk, section->page, section->span);
        FUZZ_CHECK(section->first_paragraph <= r->paragraph_count);
        FUZZ_CHECK(section->paragraph_count <= r->paragraph_count - section->first_paragraph);
    }
    for (uint32_t i = 0; i < r->paragraph_count; i++) {
        const ofs_paragraph *paragraph = &r->paragraphs[i];
        fuzz_str(walk, paragraph->text);
        fuzz_slug(walk, ofs_paragraph_kind_slug(paragraph->kind));
        fuzz_place(walk, paragraph->page, paragraph->span);
        FUZZ_CHECK(paragraph->page <= paragraph->last_page && paragraph->last_page <= walk->pages);
    }
}

static inline void fuzz_walk_lists(fuzz_walk *walk, const ofs_report *r)
{
    for (uint32_t i = 0; i < r->recommendation_count; i++) {
        const ofs_recommendation *made = &r->recommendations[i];
        const ofs_str strings[] = {made->text, made->scope, made->timescale, made->number, made->heading};
        for (size_t k = 0; k < sizeof strings / sizeof *strings; k++)
            fuzz_str(walk, strings[k]);
        for (uint32_t k = 0; k < made->reference_count; k++)
            fuzz_str(walk, made->references[k]);
        fuzz_place(walk, made->page, made->span);
    }
    const ofs_findings findings[] = {r->strengths, r->meets_requirements, r->areas_for_development, r->priority_actions,
                                     r->significant_weaknesses};
    for (size_t i = 0; i < sizeof findings / sizeof *findings; i++)
        fuzz_findings(walk, findings[i]);
    fuzz_str(walk, r->statement_of_action.responsible);
    fuzz_date(r->statement_of_action.issued);
    fuzz_date(r->statement_of_action.declared_fit);
    fuzz_place(walk, r->statement_of_action.page, r->statement_of_action.span);
    fuzz_str(walk, r->progress.printed);
    fuzz_place(walk, r->progress.page, r->progress.span);
    for (uint32_t i = 0; i < r->table_count; i++) {
        const ofs_table *table = &r->tables[i];
        fuzz_str(walk, table->heading);
        FUZZ_CHECK(table->page <= walk->pages);
        for (uint64_t k = 0; k < (uint64_t)table->rows * table->columns; k++)
            fuzz_str(walk, table->cells[k]);
    }
    for (uint32_t i = 0; i < r->footnote_count; i++) {
        fuzz_str(walk, r->footnotes[i].mark);
        fuzz_str(walk, r->footnotes[i].text);
        FUZZ_CHECK(r->footnotes[i].page <= walk->pages);
    }
}

static inline uint64_t fuzz_walk_report(const ofs_source *source, const ofs_report *report)
{
    fuzz_walk walk = {fuzz_characters(ofs_source_text(source)), ofs_source_pages(source), 0};
    fuzz_walk_cover(&walk, report);
    fuzz_walk_judgements(&walk, report);
    fuzz_walk_body(&walk, report);
    fuzz_walk_lists(&walk, report);
    return walk.sum;
}

/* Parses, walks and frees the source; OFS_ERR_MEMORY is a status like any other. */
static inline ofs_status fuzz_parse(const ofs_context *context, ofs_source *source)
{
    const ofs_report *report;
    ofs_status status = ofs_parse(context, source, &report);
    if (status == OFS_OK) {
        FUZZ_CHECK(fuzz_walk_report(source, report) != UINT64_MAX);
    } else {
        FUZZ_CHECK(status == OFS_ERR_MEMORY && !report);
    }
    ofs_source_free(source);
    return status;
}

/* The whole of a file, NULL where it cannot be read; to be freed. */
static inline char *fuzz_read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    size_t capacity = 1 << 16;
    char *data = malloc(capacity);
    *length = 0;
    for (size_t n; data && (n = fread(data + *length, 1, capacity - *length, file)) > 0;) {
        *length += n;
        if (*length < capacity)
            continue;
        char *grown = realloc(data, capacity *= 2);
        if (!grown)
            free(data);
        data = grown;
    }
    fclose(file);
    return data;
}

/* One context for every input, with the package's own register; run from the top folder. */
static inline const ofs_context *fuzz_context(void)
{
    static ofs_context *context;
    if (context)
        return context;
    size_t length;
    char *csv = fuzz_read_file("ofsted/data/authorities.csv", &length);
    if (!csv || ofs_context_new(csv, length, &context) != OFS_OK) {
        fprintf(stderr, "no context: run this from the top folder\n");
        exit(2);
    }
    free(csv);
    return context;
}

#endif
