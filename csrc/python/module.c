/* module.c: the extension module ofsted._core: its state, its types and its functions. Bindings only, no parsing.
 *
 * Multi-phase initialisation; nothing static but constant tables.
 */
#include "python/module.h"

#include "facts/patterns.h"

/* Names of the exception classes in ofsted.model.errors, by status. */
static const char *const error_names[OFS_STATUS_COUNT] = {
    [OFS_ERR_NOT_A_REPORT] = "NotAReportError", [OFS_ERR_DAMAGED] = "DamagedFileError",
    [OFS_ERR_ENCRYPTED] = "EncryptedFileError", [OFS_ERR_NO_TEXT] = "NoTextError",
    [OFS_ERR_TOO_LARGE] = "TooLargeError",      [OFS_ERR_GARBLED] = "GarbledTextError",
};

/* Context: what is compiled once, patterns and the register of authorities. */

static PyObject *context_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"register_csv", NULL};
    PyObject *given;
    char *csv;
    Py_ssize_t length;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "S:Context", names, &given) ||
        PyBytes_AsStringAndSize(given, &csv, &length) < 0)
        return NULL;
    context_object *self = (context_object *)PyType_GenericAlloc(type, 0);
    if (!self)
        return NULL;
    ofs_status status = ofs_context_new(csv, (size_t)length, &self->context);
    if (status == OFS_OK)
        return (PyObject *)self;
    Py_DECREF(self);
    if (status == OFS_ERR_MEMORY)
        return PyErr_NoMemory();
    return PyErr_Format(PyExc_ValueError, "the register of authorities cannot be read");
}

static void context_dealloc(context_object *self)
{
    if (self->context)
        ofs_context_free(self->context);
    ofs_memory_free(self->memory);
    ofs_dealloc((PyObject *)self);
}

static PyType_Slot context_slots[] = {
    {Py_tp_doc, "Context(register_csv)\n--\n\nPatterns and the register of authorities; shared by all threads."},
    {Py_tp_new, (void *)context_new},
    {Py_tp_traverse, (void *)ofs_traverse_type},
    {Py_tp_dealloc, (void *)context_dealloc},
    {0, NULL},
};

PyType_Spec ofs_context_spec = {
    .name = "ofsted._core.Context",
    .basicsize = sizeof(context_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = context_slots,
};

/* Pdfium: the addresses of PDFium's functions. */

static int addresses_of(PyObject *sequence, uintptr_t addresses[OFS_PDFIUM_COUNT])
{
    if (PySequence_Size(sequence) != OFS_PDFIUM_COUNT) {
        if (!PyErr_Occurred())
            PyErr_Format(PyExc_ValueError, "%d addresses expected", (int)OFS_PDFIUM_COUNT);
        return -1;
    }
    for (Py_ssize_t i = 0; i < OFS_PDFIUM_COUNT; i++) {
        PyObject *item = PySequence_GetItem(sequence, i);
        void *address = item ? PyLong_AsVoidPtr(item) : NULL;
        Py_XDECREF(item);
        if (PyErr_Occurred())
            return -1;
        addresses[i] = (uintptr_t)address;
    }
    return 0;
}

static PyObject *pdfium_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"addresses", NULL};
    PyObject *sequence;
    uintptr_t addresses[OFS_PDFIUM_COUNT];
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O:Pdfium", names, &sequence) || addresses_of(sequence, addresses))
        return NULL;
    pdfium_object *self = (pdfium_object *)PyType_GenericAlloc(type, 0);
    if (!self)
        return NULL;
    size_t missing = ofs_pdfium_bind(&self->functions, addresses);
    if (missing == OFS_PDFIUM_COUNT)
        return (PyObject *)self;
    Py_DECREF(self);
    return PyErr_Format(PyExc_ValueError, "no address for %s", ofs_pdfium_names[missing]);
}

static PyType_Slot pdfium_slots[] = {
    {Py_tp_doc, "Pdfium(addresses)\n--\n\nPDFium's functions, in the order of PDFIUM_FUNCTIONS."},
    {Py_tp_new, (void *)pdfium_new},
    {Py_tp_traverse, (void *)ofs_traverse_type},
    {Py_tp_dealloc, (void *)ofs_dealloc},
    {0, NULL},
};

PyType_Spec ofs_pdfium_spec = {
    .name = "ofsted._core.Pdfium",
    .basicsize = sizeof(pdfium_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = pdfium_slots,
};

/* The module. */

static int add_words(module_state *state)
{
    int ok = 1;
    for (int i = 0; ok && i < OFS_KEY_COUNT; i++)
        ok = (state->keys[i] = PyUnicode_InternFromString(ofs_key_name((ofs_key)i).p)) != NULL;
    for (int word = 0; word < OFS_WORD_COUNT; word++)
        for (int i = 0; ok && i < MOST_WORDS; i++) {
            const char *slug = i < ofs_word_count((ofs_word)word) ? ofs_word_slug((ofs_word)word, i) : "";
            Py_INCREF(Py_None);
            state->words[word][i] = *slug ? PyUnicode_InternFromString(slug) : Py_None;
            if (*slug)
                Py_DECREF(Py_None);
            ok = state->words[word][i] != NULL;
        }
    return ok ? 0 : -1;
}

static int add_errors(module_state *state)
{
    PyObject *errors = PyImport_ImportModule("ofsted.model.errors");
    if (!errors)
        return -1;
    int ok = 1;
    for (int i = 0; ok && i < OFS_STATUS_COUNT; i++)
        if (error_names[i])
            ok = (state->errors[i] = PyObject_GetAttrString(errors, error_names[i])) != NULL;
    Py_DECREF(errors);
    return ok ? 0 : -1;
}

/* Returns whether it could. */
static int add_type(PyObject *module, PyType_Spec *spec, PyObject **type)
{
    *type = PyType_FromModuleAndSpec(module, spec, NULL);
    return *type && PyModule_AddType(module, (PyTypeObject *)*type) == 0;
}

static int add_types(PyObject *module, module_state *state)
{
    int ok = add_type(module, &ofs_context_spec, &state->context_type) &&
             add_type(module, &ofs_pdfium_spec, &state->pdfium_type) &&
             add_type(module, &ofs_parsed_spec, &state->parsed_type) &&
             add_type(module, &ofs_register_spec, &state->register_type) &&
             add_type(module, &ofs_haystack_spec, &state->haystack_type);
    return ok ? 0 : -1;
}

static int add_function_names(PyObject *module)
{
    PyObject *names = PyTuple_New(OFS_PDFIUM_COUNT);
    for (Py_ssize_t i = 0; names && i < OFS_PDFIUM_COUNT; i++) {
        PyObject *name = PyUnicode_FromString(ofs_pdfium_names[i]);
        if (!name)
            Py_CLEAR(names);
        else
            PyTuple_SetItem(names, i, name);
    }
    int failed = !names || PyModule_AddObjectRef(module, "PDFIUM_FUNCTIONS", names);
    Py_XDECREF(names);
    return failed;
}

/* The keys of a report's entries in order: all of them, or only the bulky ones. */
static int add_keys(PyObject *module, const module_state *state, const char *name, int only_bulky)
{
    PyObject *list = PyList_New(0);
    int failed = !list;
    for (size_t i = 0; i < ofs_report_fields.count && !failed; i++)
        if (!only_bulky || ofs_is_bulky(ofs_report_fields.at[i].key))
            failed = PyList_Append(list, state->keys[ofs_report_fields.at[i].key]);
    PyObject *keys = failed ? NULL : PyList_AsTuple(list);
    Py_XDECREF(list);
    failed = !keys || PyModule_AddObjectRef(module, name, keys);
    Py_XDECREF(keys);
    return failed;
}

/* PCRE2 is the system's where the package was built from source, and then may change under it. */
static int add_version(PyObject *module)
{
    char version[OFS_VERSION_ROOM];
    return PyModule_AddStringConstant(module, "PCRE2_VERSION", ofs_pattern_library(version));
}

/* PDFium's lock is the module's, and PDFium is the process's: a second interpreter would have a second lock. */
static int is_main_interpreter(void)
{
    if (PyInterpreterState_GetID(PyInterpreterState_Get()) == 0)
        return 1;
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_ImportError, "ofsted cannot be imported in a sub-interpreter: PDFium serves one only");
    return 0;
}

static int module_exec(PyObject *module)
{
    module_state *state = PyModule_GetState(module);
    if (!is_main_interpreter())
        return -1;
    state->pdfium_lock = PyThread_allocate_lock();
    if (!state->pdfium_lock) {
        PyErr_NoMemory();
        return -1;
    }
    return add_words(state) || ofs_add_blanks(state) || add_errors(state) || add_types(module, state) ||
                   add_function_names(module) || add_keys(module, state, "KEYS", 0) ||
                   add_keys(module, state, "BULKY", 1) || add_version(module)
               ? -1
               : 0;
}

/* Calls `act` on every object that hangs on the state. */
#define FOR_STATE(state, act)                         \
    do {                                              \
        for (int i_ = 0; i_ < OFS_KEY_COUNT; i_++)    \
            act((state)->keys[i_]);                   \
        for (int i_ = 0; i_ < OFS_WORD_COUNT; i_++)   \
            for (int k_ = 0; k_ < MOST_WORDS; k_++)   \
                act((state)->words[i_][k_]);          \
        for (int i_ = 0; i_ < OFS_SHAPE_COUNT; i_++)  \
            act((state)->blanks[i_]);                 \
        for (int i_ = 0; i_ < OFS_STATUS_COUNT; i_++) \
            act((state)->errors[i_]);                 \
        act((state)->context_type);                   \
        act((state)->pdfium_type);                    \
        act((state)->parsed_type);                    \
        act((state)->register_type);                  \
        act((state)->haystack_type);                  \
    } while (0)

static int module_traverse(PyObject *module, visitproc visit, void *arg)
{
    module_state *state = PyModule_GetState(module);
    FOR_STATE(state, Py_VISIT);
    return 0;
}

static int module_clear(PyObject *module)
{
    module_state *state = PyModule_GetState(module);
    FOR_STATE(state, Py_CLEAR);
    return 0;
}

static void module_free(void *module)
{
    module_state *state = PyModule_GetState(module);
    module_clear(module);
    /* A thread that was left in PDFium still holds it, and gives it back later. */
    if (state->pdfium_lock && PyThread_acquire_lock(state->pdfium_lock, NOWAIT_LOCK)) {
        PyThread_release_lock(state->pdfium_lock);
        PyThread_free_lock(state->pdfium_lock);
    }
    state->pdfium_lock = NULL;
}

static PyMethodDef module_methods[] = {
    {"read_text", ofs_read_text, METH_VARARGS,
     "read_text(context, text, name, is_ocr=False, /)\n--\n\nParses a str; `name` is what an error calls it; `is_ocr`: "
     "a program that reads pictures made it."},
    {"read_lines", ofs_read_lines, METH_VARARGS,
     "read_lines(context, text, lines, name, /)\n--\n\nParses a str whose lines are known; "
     "see ofs_given_line in ofsted.h."},
    {"read_pdf", ofs_read_pdf, METH_VARARGS,
     "read_pdf(context, pdfium, data, name, /)\n--\n\nParses the bytes of a PDF; `name` is what an error calls it."},
    {"read_plain_pdf", ofs_read_plain_pdf, METH_VARARGS,
     "read_plain_pdf(context, data, name, /)\n--\n\nThe same without PDFium and without its lock; of a PDF that is not "
     "of the reports' own kind, a str that says what is not known."},
    {"with_pdfium", ofs_with_pdfium, METH_O,
     "with_pdfium(function, /)\n--\n\nCalls function() while nobody else of this process is in PDFium. "
     "It must not read a PDF with the core."},
    {"before_fork", ofs_before_fork, METH_NOARGS, "before_fork()\n--\n\nWaits until no other thread is in PDFium."},
    {"after_fork", ofs_after_fork, METH_NOARGS, "after_fork()\n--\n\nIn parent and child: PDFium is free again."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot module_slots[] = {
    {Py_mod_exec, (void *)module_exec},
    {0, NULL},
};

static PyModuleDef module_definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "ofsted._core",
    .m_doc = "The C core of ofsted. Use the package `ofsted`; nothing here is public.",
    .m_size = sizeof(module_state),
    .m_methods = module_methods,
    .m_slots = module_slots,
    .m_traverse = module_traverse,
    .m_clear = module_clear,
    .m_free = module_free,
};

PyMODINIT_FUNC PyInit__core(void)
{
    return PyModuleDef_Init(&module_definition);
}
