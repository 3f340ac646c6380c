/* json.c: a parsed document as JSON for Python. Bindings only: report/json.h writes it.
 *
 * The GIL is released while it is written.
 */
#include "python/module.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/json.h"

enum { MOST_GIVEN = 8, MOST_FACTS = 16 };

/* Sixteen bytes, each as a unit of UTF-16; whether all of them are ASCII, without which the units are of no use. */
static inline int widen(const char *p, uint16_t *out)
{
    unsigned char bytes[16];
    uint64_t halves[2];
    memcpy(bytes, p, sizeof bytes);
    memcpy(halves, p, sizeof halves);
    for (int i = 0; i < 16; i++)
        out[i] = bytes[i];
    return !((halves[0] | halves[1]) & UINT64_C(0x8080808080808080));
}

/* UTF-8 as UTF-16 in the order of this machine: the units that were written, or -1 where it is not well formed.
 * There is room for sixteen units more than there are bytes. `is_wide`: some unit is above U+00FF. */
static Py_ssize_t utf16_of(const char *p, const char *end, uint16_t *out, int *is_wide)
{
    uint16_t *at = out;
    *is_wide = 0;
    while (p < end) {
        uint32_t c, n = 1;
        while (end - p >= 16 && widen(p, at)) {
            p += 16;
            at += 16;
        }
        while (p < end && !(*p & 0x80))
            *at++ = (unsigned char)*p++;
        if (p == end)
            break;
        n = ofs_utf8_next(p, end, &c);
        if (n == 1 || c < 0x80 || (n == 3 && (c < 0x800 || c >> 11 == 0x1B)) || (n == 4 && c - 0x10000 > 0xFFFFF))
            return -1;
        p += n;
        *is_wide |= n > 2 || c > 0xFF;
        if (n == 4) {
            *at++ = (uint16_t)(0xD7C0 + (c >> 10));
            c = 0xDC00 | (c & 0x3FF);
        }
        *at++ = (uint16_t)c;
    }
    return at - out;
}

/* Python decodes UTF-16 twice as fast as UTF-8 that is not ASCII, and faster again where the first character tells it
 * how wide a character may be: one stands there until it has. NULL, without an exception, where it cannot. */
static PyObject *by_utf16(const ofs_json *json)
{
    enum { WIDE = 0x2019 };
    uint16_t *units = json->is_malformed ? NULL : malloc((json->size + 16) * sizeof *units), first = 0;
    int is_wide, order = *(const unsigned char *)&(const uint16_t){1} ? -1 : 1;
    Py_ssize_t count = units ? utf16_of(json->at, json->at + json->size, units, &is_wide) : -1;
    if (count > 0 && is_wide && *units < 0x80) {
        first = *units;
        *units = WIDE;
    }
    PyObject *text = count < 0 ? NULL : PyUnicode_DecodeUTF16((const char *)units, count * 2, NULL, &order);
    free(units);
    if (text && first && PyUnicode_WriteChar(text, 0, first))
        Py_CLEAR(text);
    PyErr_Clear();
    return text;
}

/* A byte that is no UTF-8 becomes what it becomes in to_dict(). */
static PyObject *as_str(const ofs_json *json)
{
    PyObject *text = json->is_ascii ? NULL : by_utf16(json);
    return text ? text : PyUnicode_DecodeUTF8(json->at ? json->at : "", (Py_ssize_t)json->size, "replace");
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

/* The bytes stay with the objects in the dict. */
static int read_facts(PyObject *dict, ofs_json_fact facts[MOST_FACTS], size_t *count)
{
    PyObject *key, *value;
    *count = 0;
    for (Py_ssize_t at = 0; PyDict_Next(dict, &at, &key, &value);) {
        ofs_json_fact *fact = &facts[*count];
        if (++*count > MOST_FACTS) {
            PyErr_SetString(PyExc_ValueError, "the source has too many entries");
            return -1;
        }
        *fact = (ofs_json_fact){.is_number = PyLong_CheckExact(value)};
        unsigned long number = fact->is_number ? PyLong_AsUnsignedLong(value) : 0;
        fact->number = (uint32_t)number;
        if (fact->number != number && !PyErr_Occurred())
            PyErr_SetString(PyExc_OverflowError, "a number of the source is too large");
        if (PyErr_Occurred() || str_of(key, &fact->key) ||
            (!fact->is_number && value != Py_None && str_of(value, &fact->text)))
            return -1;
    }
    return 0;
}

PyObject *ofs_parsed_json(PyObject *self, PyObject *args)
{
    int indent;
    PyObject *pairs, *last;
    ofs_json_given given[MOST_GIVEN];
    ofs_json_fact source[MOST_FACTS];
    Py_ssize_t count;
    size_t facts;
    if (!PyArg_ParseTuple(args, "iO!O!:json", &indent, &PyTuple_Type, &pairs, &PyDict_Type, &last) ||
        read_given(pairs, given, &count) || read_facts(last, source, &facts))
        return NULL;
    const ofs_report *report = ((parsed_object *)self)->report;
    ofs_json json;
    ofs_status status;
    Py_BEGIN_ALLOW_THREADS status = ofs_json_report(report, indent, given, (size_t)count, source, facts, &json);
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
