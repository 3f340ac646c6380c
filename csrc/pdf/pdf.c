/* pdf.c: a PDF as a source of lines.
 *
 * Has a reader open the document, takes one page after the other and closes it on every path. May not parse, and knows
 * no reader by name: readers, tags, writing and layout have files of their own.
 */
#include <stdlib.h>
#include <string.h>

#include "pdf/page.h"

enum {
    HEADER_WITHIN = 1024,       /* bytes in which readers look for %PDF- */
    LEAST_TEXT = 20,            /* bytes: a document with less, and so little for each page, is a scan */
    LEAST_ON_PAGE = 8,
    MOST_UNTAGGED = 200,        /* letters on a page outside its tags: headers and footers have half of that */
    STEPS_IN_DOCUMENT = 5000000 /* nodes of structure trees */
};

static int has_pdf_header(const char *data, size_t length)
{
    size_t most = length < HEADER_WITHIN ? length : HEADER_WITHIN;
    for (size_t i = 0; i + 5 <= most; i++)
        if (memcmp(data + i, "%PDF-", 5) == 0)
            return 1;
    return 0;
}

/* Tags that leave more than a header and a footer out are not to be trusted, nor those that leave out what the page marks
 * as theirs: body text would be lost. */
static int tags_cover_page(const ofs_pdf *pdf)
{
    uint64_t all = 0, marked = 0, tagged = 0;
    for (uint32_t i = 0; i < pdf->page.run_count; i++) {
        const ofs_pdf_run *run = &pdf->page.runs[i];
        uint32_t letters = run->hidden ? 0 : run->letters;
        all += letters;
        marked += run->id == OFS_NONE ? 0 : letters;
    }
    for (int pass = 0; pass < 2; pass++) {
        const ofs_pdf_pieces *pieces = pass ? &pdf->notes : &pdf->body;
        for (uint32_t i = 0; i < pieces->count; i++)
            for (int run = pdf->page.first_run[pieces->at[i].id]; run != OFS_NONE; run = pdf->page.runs[run].next)
                if (!pdf->page.runs[run].hidden)
                    tagged += pdf->page.runs[run].letters;
    }
    return tagged > 0 && tagged >= marked && tagged + MOST_UNTAGGED >= all;
}

static void write_page(ofs_pdf *pdf, int index)
{
    ofs_pdf_restore_quotes(pdf);
    ofs_pdf_read_tags(pdf);
    if (tags_cover_page(pdf)) {
        pdf->source->has_tags = 1;
        ofs_pdf_write_tagged(pdf);
        ofs_pdf_note_untagged(pdf);
    } else if (pdf->page.char_count) {
        pdf->source->by_position[index] = 1;
        pdf->source->untagged_pages++;
        ofs_pdf_write_by_position(pdf);
    }
    ofs_pdf_flag_page(pdf);
    ofs_pdf_note_hidden(pdf);
}

static void read_page(ofs_pdf *pdf, int index)
{
    pdf->page_number = (uint32_t)index + 1;
    ofs_pdf_begin_page(pdf);
    ofs_pdf_opened opened = pdf->reader->open_page(pdf, index);
    pdf->source->unreadable_pages += opened == OFS_PAGE_UNREADABLE;
    if (opened == OFS_PAGE_OPEN)
        write_page(pdf, index);
    pdf->reader->close_page(pdf);
}

static void read_document(ofs_pdf *pdf, const void *data, size_t length)
{
    int pages = pdf->reader->open(pdf, data, length);
    if (pages <= 0)
        ofs_pdf_fail(pdf, OFS_ERR_DAMAGED);
    if (pages > OFS_MAX_PAGES)
        ofs_pdf_fail(pdf, OFS_ERR_TOO_LARGE);
    pdf->source->by_position = ofs_arena_alloc(&pdf->source->arena, (size_t)pages);
    pdf->source->pages = (uint32_t)pages;
    for (int i = 0; i < pages; i++)
        read_page(pdf, i);
    if (pdf->text_length < LEAST_TEXT + (uint32_t)pages * LEAST_ON_PAGE)
        ofs_pdf_fail(pdf, OFS_ERR_NO_TEXT);
    ofs_pdf_find_close_lines(pdf);
    ofs_pdf_find_running_lines(pdf);
    ofs_pdf_find_notes(pdf);
}

/* From scratch, which grew, to the source, which stays. */
static void keep(ofs_pdf *pdf)
{
    ofs_source *source = pdf->source;
    char *text = ofs_arena_bytes(&source->arena, pdf->text_length);
    memcpy(text, pdf->text, pdf->text_length);
    source->text.p = text;
    source->text.n = pdf->text_length;
    source->lines = OFS_NEW_ARRAY(&source->arena, ofs_line, pdf->line_count);
    if (pdf->line_count)
        memcpy(source->lines, pdf->lines, pdf->line_count * sizeof *pdf->lines);
    source->line_count = pdf->line_count;
}

typedef struct reading {
    ofs_pdf *pdf;
    const void *data;
    size_t length;
} reading;

static void read_and_keep(void *what)
{
    const reading *given = what;
    read_document(given->pdf, given->data, given->length);
    keep(given->pdf);
    if (ofs_find_garbled(given->pdf->source))
        ofs_pdf_fail(given->pdf, OFS_ERR_GARBLED);
}

static void read_in_scratch(void *what)
{
    const reading *given = what;
    if (!ofs_attempt(&given->pdf->scratch, read_and_keep, what))
        ofs_pdf_fail(given->pdf, OFS_ERR_MEMORY);
}

ofs_status ofs_pdf_read_by(const ofs_pdf_reader *reader, const void *given, const void *data, size_t length,
                           ofs_memory *memory, const char **refusal, ofs_source **out)
{
    *out = NULL;
    *refusal = NULL;
    if (!data || !has_pdf_header(data, length))
        return OFS_ERR_NOT_A_REPORT;
    ofs_pdf *pdf = calloc(1, sizeof *pdf);
    ofs_source *source = ofs_source_alloc(memory);
    if (!pdf || !source) {
        free(pdf);
        ofs_source_free(source);
        return OFS_ERR_MEMORY;
    }
    pdf->reader = reader;
    pdf->given = given;
    pdf->source = source;
    pdf->status = OFS_ERR_MEMORY;
    pdf->steps_left = STEPS_IN_DOCUMENT;
    ofs_arena_init(&pdf->scratch, memory);
    int is_read = ofs_attempt(&source->arena, read_in_scratch, &(reading){pdf, data, length});
    ofs_status status = is_read ? OFS_OK : pdf->status;
    *refusal = status == OFS_ERR_UNFAMILIAR ? pdf->refusal : NULL;
    pdf->reader->close(pdf);
    ofs_arena_free(&pdf->scratch);
    free(pdf);
    if (status == OFS_OK)
        *out = source;
    else
        ofs_source_free(source);
    return status;
}
