/* dict.c: one C report as a tree of dicts and lists. No parsing here, and no choice of what to print.
 *
 * Every helper that takes a value steals it, and passes on the failure of whoever made it.
 */
#include "python/module.h"

#include <stdio.h>

#define KEY(name) state->keys[KEY_##name]

static int put(PyObject *dict, PyObject *name, PyObject *value)
{
    if (!value)
        return -1;
    int failed = PyDict_SetItem(dict, name, value);
    Py_DECREF(value);
    return failed;
}

static PyObject *shared(PyObject *object)
{
    Py_INCREF(object);
    return object;
}

static PyObject *none(void)
{
    return shared(Py_None);
}

static PyObject *from_str(ofs_str text)
{
    return text.p ? PyUnicode_DecodeUTF8(text.p, (Py_ssize_t)text.n, "replace") : none();
}

static PyObject *from_slug(const char *slug)
{
    return *slug ? PyUnicode_FromString(slug) : none();
}

static PyObject *from_count(uint32_t count)
{
    return count ? PyLong_FromUnsignedLong(count) : none();
}

static PyObject *from_date(ofs_date date)
{
    char text[16];
    if (!date.year)
        return none();
    int n = snprintf(text, sizeof text, "%04u-%02u-%02u", date.year, date.month, date.day);
    return PyUnicode_FromStringAndSize(text, n);
}

static PyObject *from_span(ofs_span span)
{
    PyObject *start = PyLong_FromUnsignedLong(span.start), *end = PyLong_FromUnsignedLong(span.end);
    PyObject *list = PyList_New(2);
    if (!start || !end || !list) {
        Py_XDECREF(start);
        Py_XDECREF(end);
        Py_XDECREF(list);
        return NULL;
    }
    PyList_SetItem(list, 0, start);
    PyList_SetItem(list, 1, end);
    return list;
}

/* The dict itself, or NULL when filling it has failed. */
static PyObject *finished(PyObject *dict, int failed)
{
    if (failed)
        Py_CLEAR(dict);
    return dict;
}

static PyObject *from_authority(const module_state *state, const ofs_authority *authority)
{
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(name), from_str(authority->name)) ||
                              put(dict, KEY(urn), from_str(authority->urn)) ||
                              put(dict, KEY(la_code), from_str(authority->la_code)) ||
                              put(dict, KEY(gss_code), from_str(authority->gss_code)) ||
                              put(dict, KEY(region), from_str(authority->region)));
}

static PyObject *from_period(const module_state *state, const void *item)
{
    const ofs_period *period = item;
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(start), from_date(period->start)) ||
                              put(dict, KEY(end), from_date(period->end)));
}

static PyObject *from_person(const module_state *state, const void *item)
{
    const ofs_person *person = item;
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(name), from_str(person->name)) ||
                              put(dict, KEY(role), from_str(person->role)));
}

static PyObject *from_judgement(const module_state *state, const void *item)
{
    const ofs_judgement *judgement = item;
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(key), from_str(judgement->key)) ||
                              put(dict, KEY(theme), from_str(judgement->theme)) ||
                              put(dict, KEY(label), from_str(judgement->label)) ||
                              put(dict, KEY(grade), shared(state->grades[judgement->grade])) ||
                              put(dict, KEY(printed), from_str(judgement->printed)) ||
                              put(dict, KEY(scope), from_str(judgement->scope)) ||
                              put(dict, KEY(source), shared(state->sources[judgement->source])) ||
                              put(dict, KEY(page), from_count(judgement->page)) ||
                              put(dict, KEY(span), from_span(judgement->span)));
}

static PyObject *from_paragraph(const module_state *state, const void *item)
{
    const ofs_paragraph *paragraph = item;
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(number), from_count(paragraph->number)) ||
                              put(dict, KEY(kind), shared(state->kinds[paragraph->kind])) ||
                              put(dict, KEY(text), from_str(paragraph->text)) ||
                              put(dict, KEY(page), from_count(paragraph->page)) ||
                              put(dict, KEY(last_page), from_count(paragraph->last_page)) ||
                              put(dict, KEY(span), from_span(paragraph->span)));
}

static PyObject *from_strings(const ofs_str *strings, uint32_t count)
{
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (uint32_t i = 0; list && i < count; i++) {
        PyObject *string = from_str(strings[i]);
        if (!string)
            Py_CLEAR(list);
        else
            PyList_SetItem(list, (Py_ssize_t)i, string);
    }
    return list;
}

static PyObject *from_recommendation(const module_state *state, const void *item)
{
    const ofs_recommendation *advice = item;
    PyObject *dict = PyDict_New();
    return finished(
        dict, !dict || put(dict, KEY(text), from_str(advice->text)) || put(dict, KEY(scope), from_str(advice->scope)) ||
                  put(dict, KEY(timescale), from_str(advice->timescale)) ||
                  put(dict, KEY(number), from_str(advice->number)) ||
                  put(dict, KEY(heading), from_str(advice->heading)) ||
                  put(dict, KEY(references), from_strings(advice->references, advice->reference_count)) ||
                  put(dict, KEY(page), from_count(advice->page)) || put(dict, KEY(span), from_span(advice->span)));
}

static PyObject *from_finding(const module_state *state, const void *item)
{
    const ofs_finding *finding = item;
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(text), from_str(finding->text)) ||
                              put(dict, KEY(progress), from_slug(ofs_progress_slug(finding->progress))) ||
                              put(dict, KEY(page), from_count(finding->page)) ||
                              put(dict, KEY(span), from_span(finding->span)));
}

static PyObject *from_rows(const ofs_table *table)
{
    PyObject *rows = PyList_New((Py_ssize_t)table->rows);
    for (uint32_t i = 0; rows && i < table->rows; i++) {
        PyObject *row = from_strings(table->cells + (size_t)i * table->columns, table->columns);
        if (!row)
            Py_CLEAR(rows);
        else
            PyList_SetItem(rows, (Py_ssize_t)i, row);
    }
    return rows;
}

static PyObject *from_table(const module_state *state, const void *item)
{
    const ofs_table *table = item;
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(heading), from_str(table->heading)) ||
                              put(dict, KEY(rows), from_rows(table)) || put(dict, KEY(page), from_count(table->page)));
}

static PyObject *from_footnote(const module_state *state, const void *item)
{
    const ofs_footnote *note = item;
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(mark), from_str(note->mark)) ||
                              put(dict, KEY(text), from_str(note->text)) ||
                              put(dict, KEY(page), from_count(note->page)));
}

static PyObject *from_previous_inspection(const module_state *state, const void *item)
{
    const ofs_previous_inspection *previous = item;
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(start), from_date(previous->start)) ||
                              put(dict, KEY(end), from_date(previous->end)) ||
                              put(dict, KEY(framework), from_str(previous->framework)) ||
                              put(dict, KEY(title), from_str(previous->title)) ||
                              put(dict, KEY(year), from_count(previous->year)) ||
                              put(dict, KEY(month), from_count(previous->month)));
}

static PyObject *from_previous_judgement(const module_state *state, const void *item)
{
    const ofs_previous_judgement *previous = item;
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(year), from_count(previous->year)) ||
                              put(dict, KEY(label), from_str(previous->label)) ||
                              put(dict, KEY(grade), shared(state->grades[previous->grade])));
}

static PyObject *from_issue(const module_state *state, const void *item)
{
    const ofs_issue *issue = item;
    PyObject *dict = PyDict_New();
    return finished(
        dict, !dict || put(dict, KEY(code), from_str(issue->code)) || put(dict, KEY(field), from_str(issue->field)) ||
                  put(dict, KEY(message), from_str(issue->message)) || put(dict, KEY(page), from_count(issue->page)) ||
                  put(dict, KEY(span), issue->has_span ? from_span(issue->span) : none()));
}

typedef PyObject *item_maker(const module_state *state, const void *item);

static PyObject *from_array(const module_state *state, item_maker *make, const void *array, uint32_t count, size_t size)
{
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (uint32_t i = 0; list && i < count; i++) {
        PyObject *item = make(state, (const char *)array + i * size);
        if (!item)
            Py_CLEAR(list);
        else
            PyList_SetItem(list, (Py_ssize_t)i, item);
    }
    return list;
}

#define LIST(make, array, count) from_array(state, (make), (array), (count), sizeof *(array))

static PyObject *from_findings(const module_state *state, const ofs_report *report)
{
    PyObject *dict = PyDict_New();
#define FINDINGS(name) put(dict, KEY(name), LIST(from_finding, report->name.at, report->name.count))
    return finished(dict, !dict || FINDINGS(strengths) || FINDINGS(meets_requirements) ||
                              FINDINGS(areas_for_development) || FINDINGS(priority_actions) ||
                              FINDINGS(significant_weaknesses));
#undef FINDINGS
}

static PyObject *from_statement(const module_state *state, const ofs_statement_of_action *statement)
{
    if (!statement->state.p)
        return none();
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(state), from_str(statement->state)) ||
                              put(dict, KEY(responsible), from_str(statement->responsible)) ||
                              put(dict, KEY(issued), from_date(statement->issued)) ||
                              put(dict, KEY(declared_fit), from_date(statement->declared_fit)) ||
                              put(dict, KEY(page), from_count(statement->page)) ||
                              put(dict, KEY(span), from_span(statement->span)));
}

static PyObject *from_progress(const module_state *state, const ofs_progress_made *made)
{
    if (!made->printed.p)
        return none();
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put(dict, KEY(outcome), from_slug(ofs_progress_slug(made->outcome))) ||
                              put(dict, KEY(made_in), made->made_in < 0 ? none() : PyLong_FromLong(made->made_in)) ||
                              put(dict, KEY(of), made->of < 0 ? none() : PyLong_FromLong(made->of)) ||
                              put(dict, KEY(printed), from_str(made->printed)) ||
                              put(dict, KEY(page), from_count(made->page)) ||
                              put(dict, KEY(span), from_span(made->span)));
}

/* One section without its children; the list that takes them is `children`, which it steals. */
static PyObject *from_section(const module_state *state, const ofs_report *report, const ofs_section *section,
                              PyObject *children)
{
    PyObject *dict = PyDict_New();
    const ofs_paragraph *own = report->paragraphs + section->first_paragraph;
    int failed = !dict || put(dict, KEY(heading), from_str(section->heading)) ||
                 put(dict, KEY(level), PyLong_FromUnsignedLong(section->level)) ||
                 put(dict, KEY(grade), shared(state->grades[section->grade])) ||
                 put(dict, KEY(page), from_count(section->page)) || put(dict, KEY(span), from_span(section->span)) ||
                 put(dict, KEY(paragraphs),
                     section->paragraph_count ? LIST(from_paragraph, own, section->paragraph_count) : PyList_New(0)) ||
                 PyDict_SetItem(dict, KEY(sections), children);
    Py_XDECREF(children);
    return finished(dict, failed);
}

/* A section on the way down to the one being added; `children` is borrowed from its dict. */
typedef struct open_section {
    uint32_t depth;
    PyObject *children;
} open_section;

/* Appends every section to the children of the nearest one before it that is less deep. */
static int add_sections(const module_state *state, const ofs_report *report, PyObject *top, open_section *open)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->section_count; i++) {
        const ofs_section *section = report->sections + i;
        while (count && open[count - 1].depth >= section->depth)
            count--;
        PyObject *children = PyList_New(0);
        PyObject *dict = children ? from_section(state, report, section, children) : NULL;
        if (!dict)
            return -1;
        int failed = PyList_Append(count ? open[count - 1].children : top, dict);
        Py_DECREF(dict);
        if (failed)
            return -1;
        open[count].depth = section->depth;
        open[count++].children = children;
    }
    return 0;
}

static PyObject *from_sections(const module_state *state, const ofs_report *report)
{
    open_section *open = PyMem_Malloc(sizeof *open * ((size_t)report->section_count + 1));
    if (!open)
        return PyErr_NoMemory();
    PyObject *top = PyList_New(0);
    int failed = !top || add_sections(state, report, top, open);
    PyMem_Free(open);
    return finished(top, failed);
}

static PyObject *from_lead(const module_state *state, const ofs_person *lead)
{
    return lead->name.p || lead->role.p ? from_person(state, lead) : none();
}

/* The first half of the keys, in the order of the data model: what the document is. */
static int put_facts(const module_state *state, const ofs_report *report, PyObject *dict)
{
    return put(dict, KEY(framework), shared(state->frameworks[report->framework])) ||
           put(dict, KEY(title), from_str(report->title)) || put(dict, KEY(reference), from_str(report->reference)) ||
           put(dict, KEY(publisher), from_str(report->publisher)) ||
           put(dict, KEY(authority), from_authority(state, &report->authority)) ||
           put(dict, KEY(inspection_periods),
               LIST(from_period, report->inspection_periods, report->inspection_period_count)) ||
           put(dict, KEY(published), from_date(report->published)) ||
           put(dict, KEY(lead_inspector), from_lead(state, &report->lead_inspector)) ||
           put(dict, KEY(inspectors), LIST(from_person, report->inspectors, report->inspector_count)) ||
           put(dict, KEY(addressee), from_str(report->addressee)) || put(dict, KEY(focus), from_str(report->focus)) ||
           put(dict, KEY(theme), from_str(report->theme)) ||
           put(dict, KEY(visit_number), from_count(report->visit_number));
}

/* The second half: what it says. */
static int put_contents(const module_state *state, const ofs_report *report, PyObject *dict)
{
    return put(dict, KEY(judgements), LIST(from_judgement, report->judgements, report->judgement_count)) ||
           put(dict, KEY(sections), from_sections(state, report)) ||
           put(dict, KEY(recommendations),
               LIST(from_recommendation, report->recommendations, report->recommendation_count)) ||
           put(dict, KEY(findings), from_findings(state, report)) ||
           put(dict, KEY(statement_of_action), from_statement(state, &report->statement_of_action)) ||
           put(dict, KEY(progress), from_progress(state, &report->progress)) ||
           put(dict, KEY(tables), LIST(from_table, report->tables, report->table_count)) ||
           put(dict, KEY(footnotes), LIST(from_footnote, report->footnotes, report->footnote_count)) ||
           put(dict, KEY(previous_inspections),
               LIST(from_previous_inspection, report->previous_inspections, report->previous_inspection_count)) ||
           put(dict, KEY(previous_judgements),
               LIST(from_previous_judgement, report->previous_judgements, report->previous_judgement_count)) ||
           put(dict, KEY(issues), LIST(from_issue, report->issues, report->issue_count));
}

PyObject *ofs_report_dict(const module_state *state, const ofs_report *report, PyObject *source)
{
    PyObject *dict = PyDict_New();
    return finished(dict, !dict || put_facts(state, report, dict) || put_contents(state, report, dict) ||
                              put(dict, KEY(source), PyDict_Copy(source)));
}
