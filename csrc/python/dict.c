/* dict.c: one C report as a tree of dicts and lists, by the tables of its fields. No parsing here, and no choice of what
 * to print.
 *
 * Every helper that takes a value steals it, and passes on the failure of whoever made it.
 */
#include "python/module.h"

#include <stdio.h>

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

/* ---- fields; as deep as the tables are ---- */

static PyObject *from_field(const module_state *state, const ofs_field *field, const void *base);

/* In a copy of the blank, which has room for all keys and holds None where nothing is known. */
static int fill(const module_state *state, PyObject *dict, const ofs_fields *fields, const void *base)
{
    for (size_t i = 0; i < fields->count; i++) {
        PyObject *value = from_field(state, &fields->at[i], base);
        if (value == Py_None)
            Py_DECREF(value);
        else if (put(dict, state->keys[fields->at[i].key], value))
            return -1;
    }
    return 0;
}

static PyObject *from_object(const module_state *state, const ofs_fields *fields, const void *base)
{
    PyObject *dict = PyDict_Copy(state->blanks[fields->shape]);
    return finished(dict, !dict || fill(state, dict, fields, base));
}

static PyObject *from_list(const module_state *state, const ofs_fields *fields, const void *array, uint32_t count)
{
    PyObject *list = PyList_New((Py_ssize_t)count);
    for (uint32_t i = 0; list && i < count; i++) {
        PyObject *item = from_object(state, fields, (const char *)array + i * fields->size);
        if (!item)
            Py_CLEAR(list);
        else
            PyList_SetItem(list, (Py_ssize_t)i, item);
    }
    return list;
}

/* One section without its children; the list that takes them is `children`, which it steals. */
static PyObject *from_section(const module_state *state, const ofs_report *report, const ofs_section *section,
                              PyObject *children)
{
    PyObject *dict = from_object(state, &ofs_section_fields, section);
    const ofs_paragraph *own = section->paragraph_count ? report->paragraphs + section->first_paragraph : NULL;
    int failed = !dict ||
                 put(dict, state->keys[OFS_KEY_paragraphs],
                     from_list(state, &ofs_paragraph_fields, own, section->paragraph_count)) ||
                 PyDict_SetItem(dict, state->keys[OFS_KEY_sections], children);
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

static PyObject *from_number(const ofs_field *field, const void *at)
{
    switch (field->kind) {
    case OFS_FIELD_NUMBER:
        return PyLong_FromUnsignedLong(*(const uint32_t *)at);
    case OFS_FIELD_POSITIVE:
        return *(const uint32_t *)at ? PyLong_FromUnsignedLong(*(const uint32_t *)at) : none();
    case OFS_FIELD_MONTH:
        return *(const uint8_t *)at ? PyLong_FromUnsignedLong(*(const uint8_t *)at) : none();
    default:
        return *(const int32_t *)at < 0 ? none() : PyLong_FromLong(*(const int32_t *)at);
    }
}

static PyObject *from_field(const module_state *state, const ofs_field *field, const void *base)
{
    const void *at = ofs_field_at(base, field->at);
    if (ofs_field_is_whole(field)) {
        if (!ofs_field_is_known(field, base))
            return none();
        return field->of ? from_object(state, field->of, at) : from_span(*(const ofs_span *)at);
    }
    switch (field->kind) {
    case OFS_FIELD_STR:
        return from_str(*(const ofs_str *)at);
    case OFS_FIELD_WORD:
        return shared(state->words[field->word][ofs_field_word(field, base)]);
    case OFS_FIELD_DATE:
        return from_date(*(const ofs_date *)at);
    case OFS_FIELD_STRINGS:
        return from_strings(*(ofs_str *const *)at, ofs_field_count(field, base));
    case OFS_FIELD_ROWS:
        return from_rows(base);
    case OFS_FIELD_LIST:
        return from_list(state, field->of, *(const void *const *)at, ofs_field_count(field, base));
    case OFS_FIELD_SECTIONS:
        return from_sections(state, base);
    default:
        return from_number(field, at);
    }
}

/* ---- blanks ---- */

static int put_none(const module_state *state, PyObject *dict, ofs_key key)
{
    return PyDict_SetItem(dict, state->keys[key], Py_None);
}

/* With the keys that come after those of the table. */
static int put_keys(const module_state *state, PyObject *dict, const ofs_fields *fields)
{
    for (size_t i = 0; i < fields->count; i++)
        if (put_none(state, dict, fields->at[i].key))
            return -1;
    if (fields == &ofs_section_fields)
        return put_none(state, dict, OFS_KEY_paragraphs) || put_none(state, dict, OFS_KEY_sections) ? -1 : 0;
    return fields == &ofs_report_fields ? put_none(state, dict, OFS_KEY_source) : 0;
}

int ofs_add_blanks(module_state *state)
{
    for (int i = 0; i < OFS_SHAPE_COUNT; i++) {
        state->blanks[i] = PyDict_New();
        if (!state->blanks[i] || put_keys(state, state->blanks[i], ofs_fields_of((ofs_shape)i)))
            return -1;
    }
    return 0;
}

/* ---- the report ---- */

PyObject *ofs_report_dict(const module_state *state, const ofs_report *report, PyObject *source)
{
    PyObject *dict = from_object(state, &ofs_report_fields, report);
    return finished(dict, !dict || put(dict, state->keys[OFS_KEY_source], PyDict_Copy(source)));
}

PyObject *ofs_report_head(const module_state *state, const ofs_report *report)
{
    PyObject *dict = PyDict_New();
    int failed = !dict;
    for (size_t i = 0; i < ofs_report_fields.count && !failed; i++) {
        const ofs_field *field = &ofs_report_fields.at[i];
        if (!ofs_is_bulky(field->key))
            failed = put(dict, state->keys[field->key], from_field(state, field, report));
    }
    return finished(dict,
                    failed || put(dict, state->keys[OFS_KEY_counts], from_object(state, &ofs_count_fields, report)));
}

PyObject *ofs_report_entry(const module_state *state, const ofs_report *report, PyObject *key)
{
    for (size_t i = 0; i < ofs_report_fields.count; i++) {
        const ofs_field *field = &ofs_report_fields.at[i];
        int is_same = PyObject_RichCompareBool(state->keys[field->key], key, Py_EQ);
        if (is_same)
            return is_same < 0 ? NULL : from_field(state, field, report);
    }
    PyErr_SetObject(PyExc_KeyError, key);
    return NULL;
}
