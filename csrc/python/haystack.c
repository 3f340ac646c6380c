/* haystack.c: many texts as one Haystack, and a pattern looked for in all of them. Bindings only.
 *
 * The GIL is released in steps of a few megabytes, so that Ctrl-C ends a long search.
 */
#include "python/module.h"

#include "search/search.h"

enum { STEP = 4 * 1024 * 1024 };

typedef struct haystack_object {
    PyObject_HEAD ofs_haystack *haystack;
} haystack_object;

static int add_text(ofs_haystack *haystack, PyObject *item)
{
    if (!PyUnicode_Check(item)) {
        PyErr_SetString(PyExc_TypeError, "texts must be str");
        return -1;
    }
    PyObject *bytes = PyUnicode_AsEncodedString(item, "utf-8", "surrogatepass");
    char *text;
    Py_ssize_t length;
    if (!bytes || PyBytes_AsStringAndSize(bytes, &text, &length)) {
        Py_XDECREF(bytes);
        return -1;
    }
    ofs_status status = ofs_haystack_add(haystack, text, (size_t)length);
    Py_DECREF(bytes);
    if (status == OFS_ERR_MEMORY)
        PyErr_NoMemory();
    else if (status != OFS_OK)
        PyErr_SetString(PyExc_ValueError, "a text is too long to be searched");
    return status == OFS_OK ? 0 : -1;
}

static PyObject *haystack_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"texts", NULL};
    PyObject *texts;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O!:Haystack", names, &PyList_Type, &texts))
        return NULL;
    haystack_object *self = (haystack_object *)PyType_GenericAlloc(type, 0);
    if (!self)
        return NULL;
    self->haystack = ofs_haystack_new();
    if (!self->haystack) {
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    for (Py_ssize_t i = 0; i < PyList_Size(texts); i++) {
        PyObject *item = PyList_GetItem(texts, i);
        Py_XINCREF(item);
        int failed = !item || add_text(self->haystack, item);
        Py_XDECREF(item);
        if (failed) {
            Py_DECREF(self);
            return NULL;
        }
    }
    return (PyObject *)self;
}

static void haystack_dealloc(haystack_object *self)
{
    ofs_haystack_free(self->haystack);
    ofs_dealloc((PyObject *)self);
}

static Py_ssize_t haystack_length(haystack_object *self)
{
    return (Py_ssize_t)ofs_haystack_count(self->haystack);
}

/* The exception of a status that is not OK. */
static void raise_search(ofs_search_status status, const ofs_pattern_error *error)
{
    PyObject *arguments;
    if (status == OFS_SEARCH_MEMORY) {
        PyErr_NoMemory();
    } else if (status == OFS_SEARCH_TOO_COSTLY) {
        PyErr_SetString(PyExc_RuntimeError, "a text takes too many steps to match");
    } else if (status == OFS_SEARCH_TOO_LONG) {
        PyErr_SetString(PyExc_RuntimeError, "the search takes too long");
    } else if ((arguments = Py_BuildValue("(sn)", error->message, (Py_ssize_t)error->position)) != NULL) {
        PyErr_SetObject(PyExc_ValueError, arguments);
        Py_DECREF(arguments);
    }
}

/* Every text, a step at a time. */
static int run(ofs_search *search, const ofs_haystack *haystack)
{
    uint32_t from = 0, count = ofs_haystack_count(haystack);
    while (from < count) {
        uint32_t to = from + 1;
        size_t limit = ofs_haystack_offset(haystack, from) + STEP;
        while (to < count && ofs_haystack_offset(haystack, to + 1) < limit)
            to++;
        ofs_search_status status;
        Py_BEGIN_ALLOW_THREADS status = ofs_search_run(search, haystack, from, to);
        Py_END_ALLOW_THREADS if (status != OFS_SEARCH_OK)
        {
            raise_search(status, NULL);
            return -1;
        }
        if (PyErr_CheckSignals())
            return -1;
        from = to;
    }
    return 0;
}

static PyObject *bytes_of(const void *items, size_t count, size_t size)
{
    return PyBytes_FromStringAndSize(items, (Py_ssize_t)(count * size));
}

static PyObject *haystack_search(haystack_object *self, PyObject *args)
{
    PyObject *given;
    char *pattern;
    Py_ssize_t length;
    unsigned options;
    if (!PyArg_ParseTuple(args, "SI:search", &given, &options) || PyBytes_AsStringAndSize(given, &pattern, &length) < 0)
        return NULL;
    ofs_search *search = NULL;
    ofs_pattern_error error;
    ofs_search_status status = ofs_search_new(pattern, (size_t)length, options, &search, &error);
    if (status != OFS_SEARCH_OK) {
        raise_search(status, &error);
        return NULL;
    }
    PyObject *found = NULL;
    if (run(search, self->haystack) == 0)
        found = Py_BuildValue("(NN)", bytes_of(search->hits, search->hit_count, sizeof(ofs_hit)),
                              bytes_of(search->spans, search->span_count, sizeof(ofs_span)));
    ofs_search_free(search);
    return found;
}

static PyMethodDef haystack_methods[] = {
    {"search", (PyCFunction)(void (*)(void))haystack_search, METH_VARARGS,
     "search($self, pattern, options, /)\n--\n\nHits and spans of a pattern in UTF-8, as native unsigned 32-bit "
     "numbers: (text, matches, first span, spans kept) and (start, end)."},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot haystack_slots[] = {
    {Py_tp_doc, "Haystack(texts)\n--\n\nA list of str to search in. Immutable; may be shared by threads."},
    {Py_tp_new, (void *)haystack_new},
    {Py_tp_traverse, (void *)ofs_traverse_type},
    {Py_tp_dealloc, (void *)haystack_dealloc},
    {Py_tp_methods, haystack_methods},
    {Py_sq_length, (void *)haystack_length},
    {0, NULL},
};

PyType_Spec ofs_haystack_spec = {
    .name = "ofsted._core.Haystack",
    .basicsize = sizeof(haystack_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = haystack_slots,
};

/* ---- PDFium's lock ---- */

static void take_pdfium(module_state *state)
{
    if (PyThread_acquire_lock(state->pdfium_lock, NOWAIT_LOCK))
        return;
    Py_BEGIN_ALLOW_THREADS PyThread_acquire_lock(state->pdfium_lock, WAIT_LOCK);
    Py_END_ALLOW_THREADS
}

PyObject *ofs_with_pdfium(PyObject *module, PyObject *function)
{
    module_state *state = PyModule_GetState(module);
    take_pdfium(state);
    state->pdfium_holder = PyThread_get_thread_ident();
    PyObject *result = PyObject_CallNoArgs(function);
    state->pdfium_holder = 0;
    PyThread_release_lock(state->pdfium_lock);
    return result;
}

/* A fork waits until no other thread is in PDFium, so that the child finds the lock free and the library whole. */
PyObject *ofs_before_fork(PyObject *module, PyObject *nothing)
{
    module_state *state = PyModule_GetState(module);
    (void)nothing;
    if (state->pdfium_holder != PyThread_get_thread_ident()) {
        take_pdfium(state);
        state->forking = 1;
    }
    Py_RETURN_NONE;
}

PyObject *ofs_after_fork(PyObject *module, PyObject *nothing)
{
    module_state *state = PyModule_GetState(module);
    (void)nothing;
    if (state->forking) {
        state->forking = 0;
        PyThread_release_lock(state->pdfium_lock);
    }
    Py_RETURN_NONE;
}
