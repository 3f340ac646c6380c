/* fuzz_lines.c: lines that say what they are, as a tagged PDF and a web page have them.
 *
 * The input is its own text. Its first byte chooses the way in; each of its lines begins with eight bytes that say what
 * the line is (see read_head), so that a mutation of one byte changes one property of one line. */
#include "fuzz.h"
#include "source/lines.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { HEAD = 8, MOST_LINES = 4096 };
enum { WAY_GIVEN = 1, WAY_TAGGED = 2, WAY_PAGES = 4 };

typedef struct maker {
    ofs_given_line given[MOST_LINES];
    ofs_line lines[MOST_LINES];
    uint32_t count, page, element, table;
    unsigned way;
} maker;

/* kind and page · flags · level and element · table · row · column · size · left */
static void read_head(maker *m, const uint8_t *head, uint32_t start, uint32_t end)
{
    m->page += (m->way & WAY_PAGES) && (head[0] & 8);
    m->element += (head[2] & 32) != 0;
    m->table += (head[3] & 2) != 0;
    uint32_t kind = head[0] & 7, table = head[3] & 3 ? m->table : 0;
    ofs_line *line = &m->lines[m->count];
    *line = (ofs_line){.start = start,
                       .end = end,
                       .page = m->page,
                       .element = head[2] & 16 ? m->element : 0,
                       .table = kind == OFS_LINE_CELL && !table ? 1 : table,
                       .row = head[4],
                       .column = head[5],
                       .kind = (uint8_t)kind,
                       .level = head[2] & 7,
                       .flags = head[1],
                       .size = head[6],
                       .left = head[7]};
    ofs_given_line *given = &m->given[m->count++];
    *given = (ofs_given_line){start, end, head[0] & 15, head[2], line->element, table, head[4], head[5], head[1]};
    if (head[3] == 0xFF) /* what is not sound is to be left out */
        given->row = given->end = UINT32_MAX - head[4];
}

static void make_lines(maker *m, const uint8_t *data, size_t size)
{
    for (size_t at = 1, end; at + HEAD < size && m->count < MOST_LINES; at = end + 1) {
        const uint8_t *found = memchr(data + at + HEAD, '\n', size - at - HEAD);
        end = found ? (size_t)(found - data) : size;
        ofs_str words = ofs_trim(ofs_slice((const char *)data + at + HEAD, (const char *)data + end));
        uint32_t start = (uint32_t)(words.p - (const char *)data);
        if (words.n)
            read_head(m, data + at, start, start + words.n);
    }
}

typedef struct filling {
    ofs_source *source;
    const maker *m;
    const uint8_t *data;
    size_t size;
} filling;

/* As pdf.c leaves it. */
static void fill(void *what)
{
    const filling *given = what;
    ofs_source *source = given->source;
    const maker *m = given->m;
    source->text = (ofs_str){(const char *)given->data, (uint32_t)given->size};
    source->lines = OFS_NEW_ARRAY(&source->arena, ofs_line, m->count);
    if (m->count)
        memcpy(source->lines, m->lines, m->count * sizeof *m->lines);
    source->line_count = m->count;
    source->pages = m->page;
    source->has_tags = (m->way & WAY_TAGGED) != 0;
    source->untagged_pages = source->has_tags ? 0 : (int)m->page;
    source->by_position = OFS_NEW_ARRAY(&source->arena, unsigned char, m->page + 1);
    memset(source->by_position, !source->has_tags, m->page + 1);
}

static ofs_source *make_source(const maker *m, const uint8_t *data, size_t size)
{
    ofs_source *source = ofs_source_alloc(NULL);
    if (source && ofs_attempt(&source->arena, fill, &(filling){source, m, data, size}))
        return source;
    ofs_source_free(source);
    return NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static maker m;
    ofs_source *source = NULL;
    if (!size)
        return 0;
    m.way = data[0];
    m.count = m.element = m.table = 0;
    m.page = (m.way & WAY_PAGES) != 0;
    make_lines(&m, data, size);
    if (m.way & WAY_GIVEN)
        FUZZ_CHECK(ofs_source_from_lines((const char *)data, size, m.given, m.count, &source) == OFS_OK);
    else
        source = make_source(&m, data, size);
    if (source)
        fuzz_parse(fuzz_context(), source);
    return 0;
}
