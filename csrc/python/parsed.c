/* parsed.c: reading a document into a ParsedReport, and what Python sees of it. No parsing here.
 *
 * The GIL is released while the core reads and parses; the core touches no Python object.
 */
#include "python/module.h"

#include <string.h>

static int parsed_traverse(parsed_object *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE((PyObject *)self));
    Py_VISIT(self->context);
    Py_VISIT(self->input);
    Py_VISIT(self->text);
    return 0;
}

static void parsed_dealloc(parsed_object *self)
{
    PyObject_GC_UnTrack(self);
    if (self->source) /* before what it points into */
        ofs_source_give_back(self->source, ((context_object *)self->context)->memory);
    PyMem_Free(self->patched);
    Py_CLEAR(self->text);
    Py_CLEAR(self->input);
    Py_CLEAR(self->context);
    PyTypeObject *type = Py_TYPE((PyObject *)self);
    PyObject_GC_Del(self);
    Py_DECREF(type);
}

static PyObject *parsed_text(parsed_object *self, void *closure)
{
    (void)closure;
    if (!self->text) {
        ofs_str text = ofs_source_text(self->source);
        self->text = PyUnicode_DecodeUTF8(text.p ? text.p : "", (Py_ssize_t)text.n, "replace");
    }
    Py_XINCREF(self->text);
    return self->text;
}

static PyObject *parsed_pages(parsed_object *self, void *closure)
{
    (void)closure;
    uint32_t pages = ofs_source_pages(self->source);
    if (!pages)
        Py_RETURN_NONE;
    return PyLong_FromUnsignedLong(pages);
}

static PyObject *parsed_is_markdown(parsed_object *self, void *closure)
{
    (void)closure;
    return PyBool_FromLong(ofs_source_is_markdown(self->source));
}

static PyObject *parsed_to_dict(parsed_object *self, PyObject *source)
{
    if (!PyDict_Check(source))
        return PyErr_Format(PyExc_TypeError, "source must be a dict");
    return ofs_report_dict(PyType_GetModuleState(Py_TYPE((PyObject *)self)), self->report, source);
}

static PyObject *parsed_head(parsed_object *self, PyObject *nothing)
{
    (void)nothing;
    return ofs_report_head(PyType_GetModuleState(Py_TYPE((PyObject *)self)), self->report);
}

static PyObject *parsed_entry(parsed_object *self, PyObject *key)
{
    return ofs_report_entry(PyType_GetModuleState(Py_TYPE((PyObject *)self)), self->report, key);
}

static PyMethodDef parsed_methods[] = {
    {"to_dict", (PyCFunction)(void (*)(void))parsed_to_dict, METH_O,
     "to_dict($self, source, /)\n--\n\nThe report as a new tree of dicts, `source` as its last entry."},
    {"head", (PyCFunction)(void (*)(void))parsed_head, METH_NOARGS,
     "head($self, /)\n--\n\nThe entries of the tree that are not bulky, and how much is in those that are, as `counts`."},
    {"entry", (PyCFunction)(void (*)(void))parsed_entry, METH_O,
     "entry($self, key, /)\n--\n\nOne entry of the tree, anew; KeyError."},
    {"json", ofs_parsed_json, METH_VARARGS,
     "json($self, indent, given, source, /)\n--\n\nThe tree as JSON, on one line where `indent` is below 0; `given` are "
     "pairs of keys and the JSON to print for them, `source` is the last entry: str, int and None."},
    {"json_parts", ofs_parsed_json_parts, METH_NOARGS,
     "json_parts($self, /)\n--\n\nThe head as JSON in UTF-8, then each entry that is not in it, in order."},
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef parsed_attributes[] = {
    {"text", (getter)parsed_text, NULL, "What spans address: the input itself, or the text of the PDF.", NULL},
    {"is_markdown", (getter)parsed_is_markdown, NULL, "Whether a text was read as Markdown.", NULL},
    {"pages", (getter)parsed_pages, NULL, "Number of pages; None where the text has no page marks.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot parsed_slots[] = {
    {Py_tp_doc, "A document as the core has read it. Immutable; may be shared by threads."},
    {Py_tp_traverse, (void *)parsed_traverse},
    {Py_tp_dealloc, (void *)parsed_dealloc},
    {Py_tp_methods, parsed_methods},
    {Py_tp_getset, parsed_attributes},
    {0, NULL},
};

PyType_Spec ofs_parsed_spec = {
    .name = "ofsted._core.ParsedReport",
    .basicsize = sizeof(parsed_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .slots = parsed_slots,
};

static parsed_object *parsed_new(module_state *state, PyObject *context)
{
    if (!PyObject_TypeCheck(context, (PyTypeObject *)state->context_type)) {
        PyErr_SetString(PyExc_TypeError, "context must be a Context");
        return NULL;
    }
    parsed_object *self = (parsed_object *)PyType_GenericAlloc((PyTypeObject *)state->parsed_type, 0);
    if (self) {
        Py_INCREF(context);
        self->context = context;
    }
    return self;
}

/* The object itself, or NULL with the exception that the status stands for. */
static PyObject *parsed_or_error(module_state *state, parsed_object *self, ofs_status status, PyObject *name)
{
    if (status == OFS_OK)
        return (PyObject *)self;
    Py_DECREF(self);
    ofs_raise(state, status, name);
    return NULL;
}

/* A lone surrogate has no UTF-8. Each is three bytes under 'surrogatepass', as many as U+FFFD has, so it is
 * replaced in place, and code points keep their numbers. */
static int patch_surrogates(parsed_object *self, PyObject *text, Py_ssize_t *length)
{
    PyObject *bytes = PyUnicode_AsEncodedString(text, "utf-8", "surrogatepass");
    char *from;
    if (!bytes)
        return -1;
    if (PyBytes_AsStringAndSize(bytes, &from, length) || !(self->patched = PyMem_Malloc((size_t)*length + 1))) {
        Py_DECREF(bytes);
        if (!PyErr_Occurred())
            PyErr_NoMemory();
        return -1;
    }
    memcpy(self->patched, from, (size_t)*length + 1);
    Py_DECREF(bytes);
    unsigned char *at = (unsigned char *)self->patched;
    for (Py_ssize_t i = 0; i + 2 < *length; i++)
        if (at[i] == 0xED && at[i + 1] >= 0xA0)
            memcpy(at + i, "\xEF\xBF\xBD", 3);
    return 0;
}

static const char *utf8_of(parsed_object *self, PyObject *text, Py_ssize_t *length)
{
    const char *bytes = PyUnicode_AsUTF8AndSize(text, length);
    if (bytes || !PyErr_ExceptionMatches(PyExc_UnicodeEncodeError))
        return bytes;
    PyErr_Clear();
    return patch_surrogates(self, text, length) ? NULL : self->patched;
}

/* A str to read. */
typedef struct given_text {
    PyObject *context, *text, *name; /* name: what an error calls it */
    const ofs_given_line *lines; /* NULL: they are not known */
    size_t count;
    int is_ocr;
} given_text;

/* The report of a str; of its lines where they are given, else of the text as it stands. */
static PyObject *read_str(module_state *state, const given_text *given)
{
    parsed_object *self = parsed_new(state, given->context);
    if (!self)
        return NULL;
    self->input = PyUnicode_FromObject(given->text); /* never of a subclass: its attributes could make a cycle */
    Py_XINCREF(self->input);
    self->text = self->input;
    Py_ssize_t length;
    const char *bytes = self->input ? utf8_of(self, self->input, &length) : NULL;
    if (!bytes) {
        Py_DECREF(self);
        return NULL;
    }
    const ofs_context *shared = ((context_object *)given->context)->context;
    size_t n = (size_t)length;
    ofs_status status;
    Py_BEGIN_ALLOW_THREADS status = given->lines
                                        ? ofs_source_from_lines(bytes, n, given->lines, given->count, &self->source)
                                        : ofs_source_from_text(bytes, n, &self->source);
    if (status == OFS_OK && given->is_ocr)
        ofs_source_mark_ocr(self->source);
    if (status == OFS_OK)
        status = ofs_parse(shared, self->source, &self->report);
    Py_END_ALLOW_THREADS return parsed_or_error(state, self, status, given->name);
}

PyObject *ofs_read_text(PyObject *module, PyObject *args)
{
    given_text given = {.lines = NULL};
    if (!PyArg_ParseTuple(args, "OUO|p:read_text", &given.context, &given.text, &given.name, &given.is_ocr))
        return NULL;
    return read_str(PyModule_GetState(module), &given);
}

/* One record of read_lines(): nine numbers, in the order of ofs_given_line. */
static int given_line(PyObject *record, ofs_given_line *line)
{
    return PyArg_ParseTuple(record, "IIIIIIIII;a line is nine numbers", &line->start, &line->end, &line->kind,
                            &line->level, &line->element, &line->table, &line->row, &line->column, &line->flags);
}

PyObject *ofs_read_lines(PyObject *module, PyObject *args)
{
    given_text given = {.lines = NULL};
    PyObject *records, *found = NULL;
    if (!PyArg_ParseTuple(args, "OUO!O:read_lines", &given.context, &given.text, &PyList_Type, &records, &given.name))
        return NULL;
    Py_ssize_t count = PyList_Size(records);
    ofs_given_line *lines = PyMem_Calloc((size_t)count + 1, sizeof *lines);
    if (!lines)
        return PyErr_NoMemory();
    Py_ssize_t i = 0;
    for (; i < count; i++) {
        PyObject *record = PyList_GetItem(records, i);
        if (!record || !PyTuple_Check(record) || !given_line(record, &lines[i])) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_TypeError, "a line is a tuple of nine numbers");
            break;
        }
    }
    if (i == count) {
        given.lines = lines;
        given.count = (size_t)count;
        found = read_str(PyModule_GetState(module), &given);
    }
    PyMem_Free(lines);
    return found;
}

PyObject *ofs_read_pdf(PyObject *module, PyObject *args)
{
    module_state *state = PyModule_GetState(module);
    PyObject *context, *pdfium, *name;
    Py_buffer data;
    if (!PyArg_ParseTuple(args, "OOy*O:read_pdf", &context, &pdfium, &data, &name))
        return NULL;
    parsed_object *self = NULL;
    if (!PyObject_TypeCheck(pdfium, (PyTypeObject *)state->pdfium_type))
        PyErr_SetString(PyExc_TypeError, "pdfium must be a Pdfium");
    else
        self = parsed_new(state, context);
    if (!self) {
        PyBuffer_Release(&data);
        return NULL;
    }
    const ofs_context *shared = ((context_object *)context)->context;
    const ofs_pdfium *functions = &((pdfium_object *)pdfium)->functions;
    PyThread_type_lock lock = state->pdfium_lock; /* the interpreter may end, and the state with it, before PDFium */
    ofs_status status;
    Py_BEGIN_ALLOW_THREADS PyThread_acquire_lock(lock, WAIT_LOCK);
    status = ofs_source_from_pdf(functions, data.buf, (size_t)data.len, &self->source);
    PyThread_release_lock(lock);
    if (status == OFS_OK)
        status = ofs_parse(shared, self->source, &self->report);
    Py_END_ALLOW_THREADS PyBuffer_Release(&data);
    return parsed_or_error(state, self, status, name);
}

/* What is kept is one thread's while it reads; another that reads then begins with nothing. */
static ofs_memory *take_memory(context_object *context)
{
    ofs_memory *memory = context->memory;
    context->memory = NULL;
    return memory ? memory : ofs_memory_new();
}

static void return_memory(context_object *context, ofs_memory *memory)
{
    ofs_memory_free(context->memory);
    context->memory = memory;
}

PyObject *ofs_read_plain_pdf(PyObject *module, PyObject *args)
{
    module_state *state = PyModule_GetState(module);
    PyObject *context, *name;
    Py_buffer data;
    if (!PyArg_ParseTuple(args, "Oy*O:read_plain_pdf", &context, &data, &name))
        return NULL;
    parsed_object *self = parsed_new(state, context);
    if (!self) {
        PyBuffer_Release(&data);
        return NULL;
    }
    const ofs_context *shared = ((context_object *)context)->context;
    ofs_memory *memory = take_memory((context_object *)context);
    const char *refusal = NULL;
    ofs_status status;
    Py_BEGIN_ALLOW_THREADS status =
        ofs_source_from_plain_pdf(data.buf, (size_t)data.len, memory, &refusal, &self->source);
    if (status == OFS_OK)
        status = ofs_parse(shared, self->source, &self->report);
    Py_END_ALLOW_THREADS PyBuffer_Release(&data);
    return_memory((context_object *)context, memory);
    if (status != OFS_ERR_UNFAMILIAR)
        return parsed_or_error(state, self, status, name);
    Py_DECREF(self);
    return PyUnicode_FromString(refusal);
}
