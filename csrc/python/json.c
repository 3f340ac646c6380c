/* json.c: a parsed document as JSON for Python. Bindings only: report/json.h writes it.
 *
 * The GIL is released while it is written.
 */
#include "python/module.h"

#include <stdlib.h>

#include "report/json.h"

enum { MOST_GIVEN = 8 };

/* A byte that is no UTF-8 becomes what it becomes in to_dict(). */
static PyObject *as_str(const ofs_json *json)
{
    return PyUnicode_DecodeUTF8(json->at ? json->at : "", (Py_ssize_t)json->size, "replace");
}

static PyObject *as_bytes(const ofs_json *json)
{
    if (!json->is_malformed)
        return PyBytes_FromStringAndSize(json->at, (Py_ssize_t)json->size);
    PyObject *text = as_str(json), *bytes = text ? PyUnicode_AsUTF8String(text) : NULL;
    Py_XDECREF(text);
    return bytes;
}

/* What to return for what was written, which is freed. */
static PyObject *taken(ofs_status status, ofs_json *json, PyObject *made(const ofs_json *))
{
    if (status != OFS_OK)
        return PyErr_NoMemory();
    PyObject *object = made(json);
    free(json->at);
    return object;
}

static int str_of(PyObject *object, ofs_str *text)
{
    Py_ssize_t length;
    const char *bytes = PyUnicode_Check(object) ? PyUnicode_AsUTF8AndSize(object, &length) : NULL;
    if (bytes && length < (Py_ssize_t)UINT32_MAX) {
        *text = (ofs_str){bytes, (uint32_t)length};
        return 0;
    }
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_TypeError, "JSON must be a str");
    return -1;
}

/* The bytes stay with the objects in the tuple. */
static int read_given(PyObject *pairs, ofs_json_given given[MOST_GIVEN], Py_ssize_t *count)
{
    *count = PyTuple_Size(pairs);
    if (*count > MOST_GIVEN) {
        PyErr_SetString(PyExc_ValueError, "too many entries are given");
        return -1;
    }
    for (Py_ssize_t i = 0; i < *count; i++) {
        PyObject *pair = PyTuple_GetItem(pairs, i), *key, *text;
        if (!PyTuple_Check(pair) || !PyArg_ParseTuple(pair, "OO", &key, &text) || str_of(key, &given[i].key) ||
            str_of(text, &given[i].text)) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_TypeError, "what is given must be pairs");
            return -1;
        }
    }
    return 0;
}

PyObject *ofs_parsed_json(PyObject *self, PyObject *args)
{
    int indent;
    PyObject *pairs, *last;
    ofs_json_given given[MOST_GIVEN];
    Py_ssize_t count;
    ofs_str source;
    if (!PyArg_ParseTuple(args, "iO!U:json", &indent, &PyTuple_Type, &pairs, &last) ||
        read_given(pairs, given, &count) || str_of(last, &source))
        return NULL;
    const ofs_report *report = ((parsed_object *)self)->report;
    ofs_json json;
    ofs_status status;
    Py_BEGIN_ALLOW_THREADS status = ofs_json_report(report, indent, given, (size_t)count, source, &json);
    Py_END_ALLOW_THREADS return taken(status, &json, as_str);
}

PyObject *ofs_parsed_json_parts(PyObject *self, PyObject *nothing)
{
    (void)nothing;
    const ofs_report *report = ((parsed_object *)self)->report;
    PyObject *parts = PyList_New(0);
    ofs_json json;
    ofs_status status;
    Py_BEGIN_ALLOW_THREADS status = ofs_json_head(report, &json);
    Py_END_ALLOW_THREADS PyObject *part = taken(status, &json, as_bytes);
    for (size_t i = 0; parts && part && i < ofs_report_fields.count; i++) {
        const ofs_field *field = &ofs_report_fields.at[i];
        if (!ofs_is_bulky(field->key))
            continue;
        int failed = PyList_Append(parts, part);
        Py_DECREF(part);
        part = NULL;
        if (!failed) {
            Py_BEGIN_ALLOW_THREADS status = ofs_json_entry(report, field, &json);
            Py_END_ALLOW_THREADS part = taken(status, &json, as_bytes);
        }
    }
    if (!parts || !part || PyList_Append(parts, part))
        Py_CLEAR(parts);
    Py_XDECREF(part);
    return parts;
}
