/* page.c: what the parts of the PDF reader call and none of them owns: ending a reading, white space; and how a reader
 * fills the page: its runs and the runs of each marked-content id, its nodes. May not know of any reader. */
#include "pdf/page.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum {
    MAX_CHARS_ON_PAGE = 4 * 1024 * 1024,
    MAX_CONTENT_ID = 1 << 17,
    MAX_STEPS_ON_PAGE = 200000,
    SOFT_HYPHEN = 0xAD,
    SYMBOLS = 0xF000
};

const float ofs_pdf_least_size = 3.0f;

void ofs_pdf_fail(ofs_pdf *pdf, ofs_status status)
{
    pdf->status = status;
    longjmp(pdf->source->arena.on_failure, 1);
}

void ofs_pdf_refuse(ofs_pdf *pdf, const char *why)
{
    pdf->refusal = why;
    ofs_pdf_fail(pdf, OFS_ERR_UNFAMILIAR);
}

void ofs_pdf_be_sure(ofs_pdf *pdf, float beyond, float slack)
{
    if (slack > 0 && fabsf(beyond) <= slack)
        ofs_pdf_refuse(pdf, "a line whose end depends on a font that is not embedded");
}

int ofs_pdf_is_space(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

float ofs_pdf_bounded(double x)
{
    return x > -100000 && x < 100000 ? (float)x : 0; /* false for NaN too */
}

/* The ids that the page before has used; not all there are, for one page may have used a very high one. */
static void forget_ids(ofs_pdf_page *page)
{
    for (uint32_t i = 0; i < page->run_count; i++) {
        int id = page->runs[i].id;
        if (id != OFS_NONE) {
            page->first_run[id] = page->last_run[id] = OFS_NONE;
            page->listed[id] = 0;
        }
    }
}

void ofs_pdf_clear_page(ofs_pdf *pdf, int most_chars)
{
    ofs_pdf_page *page = &pdf->page;
    if (most_chars > MAX_CHARS_ON_PAGE)
        ofs_pdf_fail(pdf, OFS_ERR_TOO_LARGE);
    forget_ids(page);
    page->run_count = page->node_count = 0;
    page->char_count = most_chars > 0 ? most_chars : 0;
    pdf->page_steps_left = pdf->steps_left < MAX_STEPS_ON_PAGE ? pdf->steps_left : MAX_STEPS_ON_PAGE;
    if ((uint32_t)page->char_count > page->char_capacity) {
        page->char_capacity = (uint32_t)page->char_count + (uint32_t)page->char_count / 2;
        page->chars = OFS_NEW_ARRAY(&pdf->scratch, uint32_t, page->char_capacity);
    }
}

static void link_run(ofs_pdf *pdf, int run)
{
    ofs_pdf_page *page = &pdf->page;
    int id = page->runs[run].id;
    while ((uint32_t)id >= page->id_count) {
        uint32_t first = page->id_capacity, last = first;
        page->first_run = ofs_arena_grow(&pdf->scratch, page->first_run, page->id_count, &first, sizeof(int));
        page->last_run = ofs_arena_grow(&pdf->scratch, page->last_run, page->id_count, &last, sizeof(int));
        page->listed = ofs_arena_grow(&pdf->scratch, page->listed, page->id_count, &page->id_capacity, 1);
        page->first_run[page->id_count] = page->last_run[page->id_count] = OFS_NONE;
        page->id_count++;
    }
    if (page->first_run[id] == OFS_NONE)
        page->first_run[id] = run;
    else
        page->runs[page->last_run[id]].next = run;
    page->last_run[id] = run;
}

ofs_pdf_run *ofs_pdf_add_run(ofs_pdf *pdf, int first)
{
    ofs_pdf_page *page = &pdf->page;
    page->runs = ofs_arena_grow(&pdf->scratch, page->runs, page->run_count, &page->run_capacity, sizeof(ofs_pdf_run));
    ofs_pdf_run *run = &page->runs[page->run_count++];
    memset(run, 0, sizeof *run);
    run->first = run->end = first;
    run->next = run->id = OFS_NONE;
    return run;
}

void ofs_pdf_describe_run(ofs_pdf *pdf, float size, int is_unseen, int is_bold, int id)
{
    int index = (int)pdf->page.run_count - 1;
    ofs_pdf_run *run = &pdf->page.runs[index];
    run->size = size > 0 && size < 10000 ? size : 0; /* false for NaN too */
    run->hidden = is_unseen || (run->size > 0 && run->size < ofs_pdf_least_size);
    run->bold = is_bold != 0;
    if (id >= 0 && id < MAX_CONTENT_ID) {
        run->id = id;
        link_run(pdf, index);
    }
}

void ofs_pdf_end_run(ofs_pdf *pdf, int end, uint32_t letters)
{
    ofs_pdf_run *run = &pdf->page.runs[pdf->page.run_count - 1];
    run->end = end;
    run->letters = letters;
    for (int i = run->first; run->symbols && i < end; i++) {
        uint32_t *c = &pdf->page.chars[i];
        int is_control = *c >= 0x80 && *c < 0xA0; /* a code of the font's own: a sign is drawn for it, too */
        if ((*c > ' ' && *c < 0x7F) || is_control || (*c > 0xA0 && *c <= 0xFF && *c != SOFT_HYPHEN))
            *c |= SYMBOLS;
    }
}

/* Where the word, in lower case, stands in the name, or NULL. */
static const char *find_word(const char *name, const char *word)
{
    size_t length = strlen(word);
    for (; *name; name++) {
        size_t k = 0;
        while (k < length && tolower((unsigned char)name[k]) == word[k])
            k++;
        if (k == length)
            return name;
    }
    return NULL;
}

int ofs_pdf_name_says_bold(const char *name)
{
    return find_word(name, "bold") || find_word(name, "black") || find_word(name, "heavy");
}

/* 'ABCDEF+Wingdings-Regular', 'SymbolMT'; not 'SegoeUISymbol', which has letters. */
int ofs_pdf_name_says_symbols(const char *name)
{
    const char *subset = strchr(name, '+');
    const char *own = subset ? subset + 1 : name;
    return find_word(own, "wingdings") || find_word(own, "webdings") || find_word(own, "dingbats") ||
           find_word(own, "symbol") == own;
}

int ofs_pdf_take_step(ofs_pdf *pdf)
{
    if (pdf->page_steps_left <= 0)
        return 0;
    pdf->page_steps_left--;
    pdf->steps_left--;
    return 1;
}

void ofs_pdf_add_node(ofs_pdf *pdf, ofs_pdf_node node)
{
    ofs_pdf_page *page = &pdf->page;
    page->nodes =
        ofs_arena_grow(&pdf->scratch, page->nodes, page->node_count, &page->node_capacity, sizeof(ofs_pdf_node));
    page->nodes[page->node_count++] = node;
}
