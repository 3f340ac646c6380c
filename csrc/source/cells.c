/* cells.c: a text whose lines, pages or words are rows of a table: CSV, with commas, semicolons or tabs.
 *
 * Where one column holds the text, that is taken, one row below the other, a form feed where its page changes, and words
 * whose place in their line is numbered beside each other; else every row is a line of the text, a tab between its
 * cells. Told by the first rows: words that are only printed have spaces behind their commas, and no quotation marks
 * around all that holds one. May not decide what a line means. */
#include "source/cells.h"
#include "source/copies.h"

#include <string.h>

enum {
    LOOKED_AT = 64 * 1024, /* bytes of the first rows */
    MOST_ROWS = 200,
    MOST_COLUMNS = 24,
    LONGEST_NAME = 32,
    LONGEST_WRAPPED = 200, /* bytes of a cell of a printed table whose words are wrapped */
    ENOUGH_QUOTED = 3,
    ROWS_TO_ONE_ODD = 50,
    MOST_PAGES_SKIPPED = 6,
    MOST_DIGITS = 6
};

typedef struct cell {
    const char *p, *end; /* without its quotation marks */
    const char *next;    /* behind the delimiter or line end that follows it */
    int is_quoted, is_last; /* of its row */
    int is_odd;          /* no program writes it so */
} cell;

typedef struct table {
    char delimiter;
    int text, page, tags; /* columns; -1: none */
    int line, word;       /* the number of each word, and of its line */
    int sureness;         /* how sure OCR was of it */
    int columns;
    int has_names; /* in its first row */
} table;

static const char *line_end_at(const char *p, const char *end)
{
    return p + (end - p > 1 && p[0] == '\r' && p[1] == '\n' ? 2 : p < end);
}

static int is_end(const char *p, const char *end, char delimiter)
{
    return p == end || *p == delimiter || *p == '\n' || *p == '\r';
}

/* The quotation mark that closes what begins at p, or end. */
static const char *closing_quote(const char *p, const char *end)
{
    while ((p = ofs_find_byte(p, end, '"')) < end && end - p > 1 && p[1] == '"')
        p += 2;
    return p;
}

static cell cell_at(const char *p, const char *end, char delimiter)
{
    cell found = {.p = p, .end = p};
    if (p < end && *p == '"') {
        found.p = p + 1;
        found.end = closing_quote(found.p, end);
        found.is_quoted = found.end < end && is_end(found.end + 1, end, delimiter);
    }
    int is_blank = p < end && *p == ' ' && is_end(p + 1, end, delimiter); /* a picture, as Tesseract writes it */
    int is_odd = p < end && !found.is_quoted && !is_blank && (*p == '"' || *p == ' ');
    const char *stop = found.end + found.is_quoted;
    while (!is_end(stop, end, delimiter))
        stop++;
    if (!found.is_quoted) {
        found.p = p;
        found.end = stop;
    }
    found.is_odd = is_odd;
    found.is_last = stop == end || *stop != delimiter;
    found.next = found.is_last ? line_end_at(stop, end) : stop + 1;
    return found;
}

/* What the first rows say. */

static int is_name(ofs_str words, const char *const *names)
{
    return words.n && words.n <= LONGEST_NAME && ofs_is_one_of(words, names);
}

int ofs_names_text(ofs_str words)
{
    static const char *const names[] = {"text",         "content",        "contents",  "page_text", "page_content",
                                        "raw_text",     "extracted_text", "full_text", "markdown",  "md",
                                        "body",         "line",           "line_text", "paragraph", "chunk",
                                        "text_content", "clean_text",     "words",     NULL};
    return is_name(words, names);
}

int ofs_names_page(ofs_str words)
{
    static const char *const names[] = {"page",       "page_number", "page_no",    "pageno", "page_num",
                                        "pagenumber", "page_index",  "page_label", "p",      NULL};
    return is_name(words, names);
}

/* Tesseract's, and what is called after OCR: a 'confidence' alone may be how sure someone was of a topic. */
static int names_sureness(ofs_str words)
{
    static const char *const names[] = {"conf", "word_conf", "x_wconf", "ocr_conf", "ocr_confidence", NULL};
    return is_name(words, names);
}

/* Tesseract, pdftotext -tsv. */
static int names_number(ofs_str words, const char *of)
{
    return is_name(words, (const char *const[]){of, NULL});
}

int ofs_names_tags(ofs_str words)
{
    static const char *const names[] = {"text_as_html", NULL};
    return is_name(words, names);
}

typedef struct evidence {
    uint32_t rows, even, columns; /* columns of the first row */
    uint32_t quoted, quoted_rows, odd;
    uint32_t bare, needless; /* words without quotation marks; with them, though nothing in them asks for it */
    uint64_t bytes[MOST_COLUMNS], all;
    int is_text[MOST_COLUMNS], page, tags, line, word, sureness; /* by the names of the first row */
    int are_names;
    int tells[MOST_COLUMNS];    /* words that differ from row to row, not numbers or a file's name */
    ofs_str last[MOST_COLUMNS];
} evidence;

static const evidence NOTHING_SEEN = {.page = -1, .tags = -1, .line = -1, .word = -1, .sureness = -1, .are_names = 1};

static int is_number(ofs_str words)
{
    uint32_t digits = 0;
    while (digits < words.n && ofs_is_digit(words.p[digits]))
        digits++;
    return digits == words.n;
}

/* A name is short, and no number but that of its column. */
static int may_be_name(ofs_str words, uint32_t column)
{
    if (!words.n || words.n > LONGEST_NAME)
        return !words.n && !column;
    int is_sentence = memchr(words.p, '.', words.n) || memchr(words.p, ',', words.n);
    return !is_sentence && (!is_number(words) || (words.n == 1 && (uint32_t)(*words.p - '0') == column));
}

static void see_name(evidence *seen, ofs_str words, uint32_t column)
{
    seen->are_names &= may_be_name(words, column);
    if (column < MOST_COLUMNS) {
        seen->is_text[column] = ofs_names_text(words);
        seen->last[column] = words;
    }
    if (seen->page < 0 && ofs_names_page(words))
        seen->page = (int)column;
    if (ofs_names_tags(words))
        seen->tags = (int)column;
    if (names_number(words, "line_num"))
        seen->line = (int)column;
    if (names_number(words, "word_num"))
        seen->word = (int)column;
    if (names_sureness(words))
        seen->sureness = (int)column;
}

static void see_cell(evidence *seen, ofs_str words, uint32_t column)
{
    seen->all += words.n;
    if (column >= MOST_COLUMNS)
        return;
    seen->bytes[column] += words.n;
    int is_below_name = seen->rows == 1 && seen->are_names;
    seen->tells[column] |= !is_number(words) && !is_below_name && !ofs_equal(words, seen->last[column]);
    seen->last[column] = words;
}

/* Whether a program that puts quotation marks only where it must puts them around these words. */
static int must_be_quoted(ofs_str words, char delimiter)
{
    static const char signs[] = {'"', '\n', '\r'};
    int must = !words.n || *words.p == ' ' || memchr(words.p, delimiter, words.n) != NULL;
    for (size_t i = 0; i < sizeof signs && !must; i++)
        must = memchr(words.p, signs[i], words.n) != NULL;
    return must;
}

static void see_quotes(evidence *seen, const cell *at, ofs_str words, char delimiter)
{
    seen->odd += (uint32_t)at->is_odd;
    if (at->is_quoted) {
        seen->quoted++;
        seen->needless += (uint32_t)!must_be_quoted(words, delimiter);
    } else {
        seen->bare += (uint32_t)!is_number(words);
    }
}

static const char *see_row(evidence *seen, const char *p, const char *end, char delimiter)
{
    uint32_t column = 0, quoted = seen->quoted;
    cell at = cell_at(p, end, delimiter);
    if (seen->rows && at.is_last && at.next > p && at.p == at.end && !at.is_quoted)
        return at.next; /* a blank line is no row */
    for (;; column++, at = cell_at(at.next, end, delimiter)) {
        ofs_str words = ofs_slice(at.p, at.end);
        see_quotes(seen, &at, words, delimiter);
        if (!seen->rows)
            see_name(seen, words, column);
        else
            see_cell(seen, words, column);
        if (at.is_last)
            break;
    }
    seen->columns = seen->rows ? seen->columns : column + 1;
    seen->even += seen->columns == column + 1;
    seen->quoted_rows += seen->quoted > quoted;
    seen->rows++;
    return at.next;
}

static evidence look(ofs_str text, char delimiter)
{
    evidence seen = NOTHING_SEEN;
    const char *p = text.p, *end = text.p + text.n, *limit = ofs_within(p, end, LOOKED_AT);
    while (p < limit && seen.rows < MOST_ROWS && seen.odd <= seen.rows / ROWS_TO_ONE_ODD)
        p = see_row(&seen, p, end, delimiter);
    return seen;
}

/* The column that holds nearly all of the words, all others only numbers or a name; or -1. */
static int fullest(const evidence *seen)
{
    int found = -1, telling = 0;
    for (uint32_t i = 0; i < seen->columns && i < MOST_COLUMNS; i++) {
        telling += seen->tells[i];
        if (seen->bytes[i] * 5 >= seen->all * 4)
            found = (int)i;
    }
    int is_sure = seen->rows > 2 && seen->columns <= MOST_COLUMNS;
    return is_sure && found >= 0 && telling == seen->tells[found] ? found : -1;
}

/* The column that is called text or the like, of several ('line', 'text') the one that holds most; or -1. */
static int named(const evidence *seen)
{
    int found = -1;
    for (int i = 0; i < MOST_COLUMNS; i++)
        if (seen->is_text[i] && (found < 0 || seen->bytes[i] > seen->bytes[found]))
            found = i;
    return found;
}

/* Quotation marks as a program puts them: around all words, or around those that ask for it. */
static int is_quoted_evenly(const evidence *seen)
{
    uint32_t fewer = seen->needless < seen->bare ? seen->needless : seen->bare;
    return fewer <= seen->rows / ROWS_TO_ONE_ODD;
}

static int is_table(const evidence *seen, table *found)
{
    int even = seen->even == seen->rows, several = seen->columns > 1;
    if (seen->odd > seen->rows / ROWS_TO_ONE_ODD || seen->rows < 2)
        return 0;
    int is_named = seen->are_names && named(seen) >= 0 && (several ? even : seen->quoted > 0);
    int is_even = even && several && seen->quoted > 0;
    int is_ragged = found->delimiter == ',' ? seen->quoted >= ENOUGH_QUOTED : seen->quoted_rows * 2 >= seen->rows;
    if (!is_named && !((is_even || is_ragged) && is_quoted_evenly(seen)))
        return 0;
    found->has_names = is_named || (is_even && seen->are_names && fullest(seen) >= 0);
    found->text = is_named ? named(seen) : is_even ? fullest(seen) : -1;
    found->page = found->has_names ? seen->page : -1;
    found->tags = found->has_names ? seen->tags : -1;
    found->line = is_named ? seen->line : -1;
    found->word = is_named && seen->line >= 0 ? seen->word : -1;
    found->sureness = found->has_names ? seen->sureness : -1;
    found->columns = (int)seen->columns;
    return 1;
}

uint32_t ofs_byte_order_mark(ofs_str text)
{
    return text.n > 3 && !memcmp(text.p, "\xEF\xBB\xBF", 3) ? 3 : 0;
}

/* Whether the first row, of a text without quotation marks, names several columns, and one of them is the text. */
static int names_columns(ofs_str text, char delimiter)
{
    evidence seen = NOTHING_SEEN;
    const char *stop = ofs_find_byte(text.p, text.p + text.n, '\n');
    if (ofs_find_byte(text.p, stop, delimiter) == stop)
        return 0;
    see_row(&seen, text.p, text.p + text.n, delimiter);
    return seen.are_names && seen.columns > 1 && named(&seen) >= 0;
}

/* Most texts begin with no quotation mark of that kind for pages, nor with names. */
static int find_table(ofs_str text, table *found)
{
    static const char delimiters[] = {',', ';', '\t'};
    uint32_t mark = ofs_byte_order_mark(text);
    text = (ofs_str){text.p + mark, text.n - mark};
    const char *stop = text.p + (text.n < LOOKED_AT ? text.n : LOOKED_AT);
    int has_quotes = ofs_find_byte(text.p, stop, '"') < stop;
    for (size_t i = 0; i < sizeof delimiters; i++) {
        found->delimiter = delimiters[i];
        if (!has_quotes && !names_columns(text, delimiters[i]))
            continue;
        evidence seen = look(text, delimiters[i]);
        if (is_table(&seen, found))
            return 1;
    }
    return 0;
}

/* The text that it holds. */

/* One of two quotation marks stands for both; a cell of a printed table is one line. */
static void copy_words(ofs_copying *copy, const cell *at, int is_printed)
{
    int is_wrapped = is_printed && at->end - at->p <= LONGEST_WRAPPED;
    ofs_copy_without(copy, (uint32_t)(at->p - copy->p));
    while (copy->p < at->end) {
        const char *p = copy->p;
        while (p < at->end && *p != '"' && !(is_wrapped && (*p == '\n' || *p == '\r')))
            p++;
        ofs_copy(copy, (uint32_t)(p - copy->p));
        if (p == at->end)
            break;
        if (*p != '"') {
            ofs_copy_as(copy, (uint32_t)(line_end_at(p, at->end) - p), OFS_LIT(" "));
        } else {
            ofs_copy(copy, 1);
            ofs_copy_without(copy, at->is_quoted && copy->p < at->end && *copy->p == '"');
        }
    }
}

/* The first number in a cell ('3', '3.0', 'Page 3'); where there is none, `otherwise`. */
static uint32_t number_in(const cell *at, uint32_t otherwise)
{
    const char *p = at->p, *end = at->end;
    while (p < end && !ofs_is_digit(*p))
        p++;
    uint32_t digits, number = ofs_leading_number(ofs_slice(p, end), MOST_DIGITS, &digits);
    return digits ? number : otherwise;
}

/* A form feed for each page that has ended since the last row, and at least one between two pages. */
static void turn_page(ofs_copying *copy, uint32_t *page, uint32_t next, int is_first)
{
    uint32_t turns = next > *page ? next - *page : (uint32_t)(next < *page && !is_first);
    if (turns > MOST_PAGES_SKIPPED)
        turns = !is_first;
    for (; turns; turns--)
        ofs_copy_and(copy, '\f');
    *page = next;
}

/* The cells of a row that matter. */
typedef struct row {
    cell text, page, tags, line, word, sureness;
} row;

/* '96.4', '0.98': OCR says how sure it was. What reads a PDF's own text has 100, 1 or -1 there. */
static int is_of_ocr(const row *at)
{
    const char *p = at->sureness.p, *end = at->sureness.end;
    if (p == end || !ofs_is_digit(*p))
        return 0;
    uint32_t whole = number_in(&at->sureness, 0);
    for (p = ofs_find_byte(p, end, '.'); p < end && (*p == '.' || *p == '0');)
        p++;
    return p < end || (whole != 100 && whole != 1);
}

/* The row at p, and where the next begins. A row that is too short or too long was written by no program: none of its
 * words may be lost. */
static const char *row_at(const char *p, const char *end, const table *from, row *out)
{
    cell at;
    int column = 0;
    do {
        at = cell_at(p, end, from->delimiter);
        if (column <= from->text)
            out->text = at;
        else if (from->text == from->columns - 1)
            out->text.end = at.end;
        if (column == from->tags)
            out->tags = at;
        if (column == from->line)
            out->line = at;
        if (column == from->word)
            out->word = at;
        if (column == from->sureness)
            out->sureness = at;
        if (column++ == from->page)
            out->page = at;
        p = at.next;
    } while (!at.is_last);
    return p;
}

static void copy_column(ofs_copying *copy, const table *from)
{
    uint32_t page = 1;
    int goes_over_lines = 0, is_first = 1;
    while (copy->p < copy->end) {
        row at = {0};
        const char *next = row_at(copy->p, copy->end, from, &at);
        cell text = at.tags.p < at.tags.end && *at.tags.p == '<' ? at.tags : at.text;
        ofs_copy_without(copy, (uint32_t)(text.p - copy->p));
        turn_page(copy, &page, at.page.p ? number_in(&at.page, page) : page, is_first);
        copy_words(copy, &text, 0);
        copy->source->is_ocr |= is_of_ocr(&at);
        goes_over_lines |= ofs_find_byte(text.p, text.end, '\n') < text.end;
        is_first = 0;
        ofs_copy_without(copy, (uint32_t)(next - copy->p));
        ofs_copy_and(copy, '\n');
        if (goes_over_lines && from->page >= 0) /* a block of a page */
            ofs_copy_and(copy, '\n');
    }
}

/* A row for a page, a block or a line, whose words follow. */
static int holds_no_word(const cell *text)
{
    static const char *const marks[] = {"###page###", "###flow###", "###line###", NULL};
    ofs_str words = ofs_trim(ofs_slice(text->p, text->end));
    return !words.n || ofs_is_one_of(words, marks);
}

/* A word of a line's later number goes on with it; the rows of blocks, which stand before their first line, are gaps. */
static void copy_lines_of_words(ofs_copying *copy, const table *from)
{
    uint32_t page = 1, last = 0;
    int is_first = 1;
    while (copy->p < copy->end) {
        row at = {0};
        const char *next = row_at(copy->p, copy->end, from, &at);
        uint32_t word = number_in(&at.word, 0);
        int is_empty = holds_no_word(&at.text), begins = is_empty ? number_in(&at.line, 0) == 0 : word <= last;
        ofs_copy_without(copy, (uint32_t)(at.text.p - copy->p));
        if (begins || !is_empty)
            ofs_copy_and(copy, begins ? '\n' : ' ');
        turn_page(copy, &page, at.page.p ? number_in(&at.page, page) : page, is_first);
        if (!is_empty) {
            copy_words(copy, &at.text, 0);
            copy->source->is_ocr |= is_of_ocr(&at);
        }
        is_first = 0;
        last = is_empty ? UINT32_MAX : word;
        ofs_copy_without(copy, (uint32_t)(next - copy->p));
    }
}

static void copy_rows(ofs_copying *copy, const table *from)
{
    while (copy->p < copy->end) {
        cell at = cell_at(copy->p, copy->end, from->delimiter);
        copy_words(copy, &at, 1);
        const char *signs = at.end + at.is_quoted;
        ofs_copy_without(copy, (uint32_t)(signs - copy->p));
        if (at.next > copy->p)
            ofs_copy_as(copy, (uint32_t)(at.next - copy->p), at.is_last ? OFS_LIT("\n") : OFS_LIT("\t"));
    }
}

void ofs_read_cells(ofs_source *source)
{
    table found = {.text = -1, .page = -1, .tags = -1, .line = -1, .word = -1, .sureness = -1};
    if (!find_table(source->text, &found))
        return;
    ofs_copying copy = ofs_begin_copy(source);
    ofs_copy_without(&copy, ofs_byte_order_mark(source->text));
    if (found.has_names) {
        row names = {0};
        ofs_copy_without(&copy, (uint32_t)(row_at(copy.p, copy.end, &found, &names) - copy.p));
    }
    if (found.word >= 0)
        copy_lines_of_words(&copy, &found);
    else if (found.text >= 0)
        copy_column(&copy, &found);
    else
        copy_rows(&copy, &found);
    ofs_end_copy(&copy);
}
