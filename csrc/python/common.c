/* common.c: what the types of the binding share: exceptions by status, tracing and freeing of heap types. */
#include "python/module.h"

void ofs_raise(module_state *state, ofs_status status, PyObject *name)
{
    PyObject *class = (size_t)status < OFS_STATUS_COUNT ? state->errors[status] : NULL;
    if (status == OFS_ERR_MEMORY)
        PyErr_NoMemory();
    else if (class)
        PyErr_SetObject(class, name);
    else
        PyErr_Format(PyExc_SystemError, "the core returned the unknown status %d", (int)status);
}

int ofs_traverse_type(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    return 0;
}

void ofs_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    PyObject_GC_Del(self);
    Py_DECREF(type);
}
