/* register.c: ofsted._core.Register, the register of authorities by name: the core's own table, for Python to ask. */
#include "facts/register.h"
#include "python/module.h"

typedef struct register_object {
    PyObject_HEAD ofs_register *rows;
} register_object;

static PyObject *register_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"register_csv", NULL};
    PyObject *given;
    char *csv;
    Py_ssize_t length;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "S:Register", names, &given) ||
        PyBytes_AsStringAndSize(given, &csv, &length) < 0)
        return NULL;
    register_object *self = (register_object *)PyType_GenericAlloc(type, 0);
    if (!self)
        return NULL;
    self->rows = ofs_register_new(csv, (size_t)length);
    if (self->rows)
        return (PyObject *)self;
    Py_DECREF(self);
    return PyErr_NoMemory();
}

static void register_dealloc(register_object *self)
{
    ofs_register_free(self->rows);
    ofs_dealloc((PyObject *)self);
}

static PyObject *register_named(PyObject *self, PyObject *given)
{
    char *text;
    Py_ssize_t length;
    if (PyBytes_AsStringAndSize(given, &text, &length) < 0)
        return NULL;
    ofs_authority found;
    ofs_str name = {text, length < OFS_MAX_TEXT ? (uint32_t)length : 0};
    if (!ofs_register_read(((register_object *)self)->rows, name, &found) || !found.la_code.p)
        Py_RETURN_NONE;
    return PyUnicode_DecodeUTF8(found.la_code.p, (Py_ssize_t)found.la_code.n, "replace");
}

static PyMethodDef register_methods[] = {
    {"named", register_named, METH_O,
     "named($self, name, /)\n--\n\nThe la_code of the authority that the UTF-8 bytes name; None: of none, or of several."},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot register_slots[] = {
    {Py_tp_doc, "Register(register_csv)\n--\n\nThe register of authorities by name."},
    {Py_tp_new, (void *)register_new},
    {Py_tp_methods, register_methods},
    {Py_tp_traverse, (void *)ofs_traverse_type},
    {Py_tp_dealloc, (void *)register_dealloc},
    {0, NULL},
};

PyType_Spec ofs_register_spec = {
    .name = "ofsted._core.Register",
    .basicsize = sizeof(register_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = register_slots,
};
