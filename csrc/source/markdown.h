/* markdown.h: Markdown as lines of known kinds: what its parts share. */
#ifndef OFS_MARKDOWN_H
#define OFS_MARKDOWN_H

#include "source/copies.h"

/* What a line of Markdown may begin with: one that is a row of a table, and one that is not. A quoted one of either kind
 * begins with '>'. */
enum { OFS_MAY_BE_ROW = 1, OFS_MAY_BE_OTHER = 2 };
static inline uint8_t ofs_begins_markdown(char c)
{
    static const uint8_t signs[256] = {['|'] = 1, [':'] = 1, ['-'] = 1, ['#'] = 2, ['+'] = 2,
                                       ['`'] = 2, ['~'] = 2, ['<'] = 2, ['>'] = 3};
    return signs[(unsigned char)c];
}
/* Whether the first pages have so many of its signs, of several kinds, that a text is no plain one. Looks at little.
 * `may_be`: of the two above, what some line may be. */
int ofs_is_markdown(ofs_str text, uint8_t may_be);

/* Makes the lines of a source whose text is Markdown. */
void ofs_read_markdown(ofs_source *source);

/* What of the lines belongs to printed pages: their numbers, what runs beside these, the table of contents. */
void ofs_mark_page_furniture(ofs_source *source);

/* A text being cleaned. */
typedef struct ofs_cleaning {
    ofs_source *source;
    ofs_str given;
    char *bytes;          /* the cleaned text: never longer than the given one, and two */
    uint32_t count;
    uint32_t line_capacity;
    const ofs_layer *layer; /* of the cleaned text */
    ofs_line next;        /* what the next line is: its kind, place and flags */
    uint32_t start;       /* of the line being written, in `bytes` */
    int strong;           /* between '**' and '**' */
    int has_bold, has_plain; /* letters of the line */
    const char *closer;   /* a lone '*' or '_' that ends what one before it began */
    const char *bracket, *parenthesis; /* the next ']' and ')' of the words at hand; NULL: not looked for */
    const char *link, *link_end; /* the ']' of a link, and the byte behind its address */
} ofs_cleaning;

/* Words as they are: without looking for marks. */
void ofs_keep(ofs_cleaning *c, const char *p, const char *end);
/* Words without their marks: emphasis, links, tags, escapes. A <br> ends a line. */
void ofs_keep_words(ofs_cleaning *c, const char *p, const char *end);
/* Ends the line being written, if there is one; the next one is of the same kind. */
void ofs_end_line(ofs_cleaning *c);

/* The byte behind the comment that begins at p, or NULL. */
const char *ofs_comment_end(const char *p, const char *end);
/* '](data:image/png;base64,…)' at p: the byte behind it, or NULL. */
const char *ofs_picture_end(const char *p, const char *end);
/* '---', '* * *', '===': nothing but three or more of one sign. That sign, or 0. */
char ofs_rule_of(ofs_str line);
/* '|---|:--|', with or without outer pipes. */
int ofs_is_table_rule(ofs_str line);
/* '+----+----+', above and below each row of a table whose cells may take several lines. */
int ofs_is_grid_rule(ofs_str line);
/* The hashes that begin a heading: 1 to 6, or 0. */
uint32_t ofs_hashes(ofs_str line);
/* '```markdown' */
int ofs_is_fence(ofs_str line);

#endif
