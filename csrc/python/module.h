/* module.h: what the files of the binding share. Only module*.c may include it: nothing else knows of Python.
 *
 * Limited API of Python 3.11, so that one wheel serves every later version. Every object is of a heap type
 * and every Python object that outlives a call hangs on the module's state.
 */
#ifndef OFS_MODULE_H
#define OFS_MODULE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "ofsted.h"
#include "pdf/pdfium.h"
#include "report/fields.h"

/* At least as many as any enumeration has words. */
enum { MOST_WORDS = 16 };

typedef struct module_state {
    PyObject *keys[OFS_KEY_COUNT];
    PyObject *words[OFS_WORD_COUNT][MOST_WORDS]; /* of each enumeration, by value; None for a value without a word */
    PyObject *blanks[OFS_SHAPE_COUNT]; /* the dict of each struct before it is filled: every key, and None */
    PyObject *errors[OFS_STATUS_COUNT]; /* exception classes; NULL for OFS_OK and OFS_ERR_MEMORY */
    PyObject *context_type, *pdfium_type, *parsed_type, *register_type, *haystack_type;
    PyThread_type_lock pdfium_lock; /* PDFium is not thread-safe: one call at a time in a process */
    unsigned long pdfium_holder;    /* the thread inside with_pdfium(), or 0 */
    int forking;                    /* the lock was taken for a fork */
} module_state;

typedef struct context_object {
    PyObject_HEAD ofs_context *context;
    ofs_memory *memory; /* of no thread that reads now; or NULL */
} context_object;

typedef struct pdfium_object {
    PyObject_HEAD ofs_pdfium functions;
} pdfium_object;

/* What was read from one document: the arena with everything in it, and what the arena points into. */
typedef struct parsed_object {
    PyObject_HEAD ofs_source *source;
    const ofs_report *report;
    PyObject *context; /* kept alive as long as the report */
    PyObject *input;   /* the str or None for a PDF */
    PyObject *text;    /* what spans address; NULL until it is asked for */
    char *patched;     /* UTF-8 of a str with lone surrogates, replaced; else NULL */
} parsed_object;

extern PyType_Spec ofs_context_spec, ofs_pdfium_spec, ofs_parsed_spec, ofs_register_spec, ofs_haystack_spec;

/* Sets the exception that a status stands for, with the name of the document as its argument. */
void ofs_raise(module_state *state, ofs_status status, PyObject *name);

/* For types whose objects refer to no other: what the garbage collector asks, and how their memory is given back. */
int ofs_traverse_type(PyObject *self, visitproc visit, void *arg);
void ofs_dealloc(PyObject *self);

/* Module functions; see _core.pyi. */
PyObject *ofs_read_text(PyObject *module, PyObject *args);
PyObject *ofs_read_lines(PyObject *module, PyObject *args);
PyObject *ofs_read_pdf(PyObject *module, PyObject *args);
PyObject *ofs_read_plain_pdf(PyObject *module, PyObject *args);
PyObject *ofs_with_pdfium(PyObject *module, PyObject *function);
PyObject *ofs_before_fork(PyObject *module, PyObject *nothing);
PyObject *ofs_after_fork(PyObject *module, PyObject *nothing);

/* Makes the dicts that the functions below begin with. 0, or -1 with an exception. */
int ofs_add_blanks(module_state *state);
/* The dict tree of one report; `source` becomes its last entry. New reference, or NULL with an exception. */
PyObject *ofs_report_dict(const module_state *state, const ofs_report *report, PyObject *source);
/* The entries that are not bulky, with their `counts`; and one entry, KeyError for one that there is not. */
PyObject *ofs_report_head(const module_state *state, const ofs_report *report);
PyObject *ofs_report_entry(const module_state *state, const ofs_report *report, PyObject *key);
/* json.c: methods of ParsedReport; see _core.pyi. */
PyObject *ofs_parsed_json(PyObject *self, PyObject *args);
PyObject *ofs_parsed_json_parts(PyObject *self, PyObject *nothing);

#endif
