/* given_lines.c: a document whose lines somebody else has made, with their kinds: a web page.
 *
 * Takes nothing on trust: a line that the text does not hold, or of a kind that is not listed, is left out. May not
 * infer what a line is. */
#include "source/copies.h"

#include <string.h>

static const uint8_t KINDS[] = {
    [OFS_GIVEN_PARAGRAPH] = OFS_LINE_PARA, [OFS_GIVEN_HEADING] = OFS_LINE_HEADING, [OFS_GIVEN_ITEM] = OFS_LINE_ITEM,
    [OFS_GIVEN_CELL] = OFS_LINE_CELL,      [OFS_GIVEN_ASIDE] = OFS_LINE_ARTIFACT,  [OFS_GIVEN_TEXT] = OFS_LINE_UNKNOWN,
};

enum { HIGHEST_LEVEL = 9 };

/* `after`: the byte that the line before ended at. */
static int is_sound(const ofs_given_line *line, uint32_t after, size_t length)
{
    if (line->start < after || line->end < line->start || line->end > length || line->kind > OFS_GIVEN_TEXT)
        return 0;
    return line->row <= UINT16_MAX && line->column <= UINT16_MAX && (line->kind != OFS_GIVEN_CELL || line->table);
}

static uint8_t flags_of(const ofs_given_line *line)
{
    int item = line->kind == OFS_GIVEN_ITEM && (line->flags & OFS_GIVEN_BEGINS);
    int gap = line->kind != OFS_GIVEN_TEXT || (line->flags & OFS_GIVEN_BEGINS);
    return (uint8_t)((gap ? OFS_LINE_GAP : 0) | (line->flags & OFS_GIVEN_BOLD ? OFS_LINE_BOLD : 0) |
                     (item ? OFS_LINE_BEGINS : 0) | (line->flags & OFS_GIVEN_LABELLED ? OFS_LINE_LABELLED : 0) |
                     (line->kind == OFS_GIVEN_CELL && line->flags & OFS_GIVEN_BEGINS ? OFS_LINE_IN_ITEM : 0));
}

static void add_line(ofs_source *source, const ofs_given_line *given)
{
    ofs_str words = ofs_trim((ofs_str){source->text.p + given->start, given->end - given->start});
    if (!words.n)
        return;
    ofs_line *made = &source->lines[source->line_count++];
    made->start = (uint32_t)(words.p - source->text.p);
    made->end = made->start + words.n;
    made->element = given->kind == OFS_GIVEN_TEXT ? 0 : given->element;
    made->kind = KINDS[given->kind];
    made->level = (uint8_t)(given->level < HIGHEST_LEVEL ? given->level : HIGHEST_LEVEL);
    made->flags = flags_of(given);
    if (given->kind == OFS_GIVEN_CELL) {
        made->table = given->table;
        made->row = (uint16_t)given->row;
        made->column = (uint16_t)given->column;
    }
}

/* The lines lie in the copy in plain characters, where one was made of the text; what it leaves nothing of is none. */
static void move_to_copy(ofs_source *source)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; source->layer && i < source->line_count; i++) {
        ofs_line line = source->lines[i];
        line.start = ofs_copied_byte(source, line.start, source->text.n);
        line.end = ofs_copied_byte(source, line.end, source->text.n);
        ofs_str words = ofs_trim(ofs_line_text(source, &line));
        line.start = (uint32_t)(words.p - source->text.p);
        line.end = line.start + words.n;
        if (words.n)
            source->lines[kept++] = line;
    }
    if (source->layer)
        source->line_count = kept;
}

typedef struct filling {
    ofs_source *source;
    size_t length, count;
    const ofs_given_line *lines;
} filling;

static void fill(void *what)
{
    const filling *given = what;
    given->source->lines = OFS_NEW_ARRAY(&given->source->arena, ofs_line, given->count + 1);
    uint32_t after = 0;
    for (size_t i = 0; i < given->count; i++) {
        if (!is_sound(&given->lines[i], after, given->length))
            continue;
        add_line(given->source, &given->lines[i]);
        after = given->lines[i].end;
    }
    if (!given->source->line_count)
        return;
    ofs_read_characters(given->source);
    move_to_copy(given->source);
}

ofs_status ofs_source_from_lines(const char *text, size_t length, const ofs_given_line *lines, size_t count,
                                 ofs_source **out)
{
    *out = NULL;
    if (length > OFS_MAX_TEXT || count > OFS_MAX_TEXT / sizeof *lines)
        return OFS_ERR_TOO_LARGE;
    ofs_source *source = ofs_source_alloc(NULL);
    if (!source)
        return OFS_ERR_MEMORY;
    source->text = (ofs_str){text, (uint32_t)length};
    source->is_given = 1;
    if (!ofs_attempt(&source->arena, fill, &(filling){source, length, count, lines})) {
        ofs_source_free(source);
        return OFS_ERR_MEMORY;
    }
    *out = source;
    return OFS_OK;
}
