/* mails.c: what mails, editors and programs put around a text: headers, a greeting, '> ', '+' or a number before every
 * line, '\\' or '<br>' behind it, the encoding 'quoted printable', and how a program writes a string.
 *
 * Looks at the first lines only. May not read facts. */
#include "source/characters.h"

#include <string.h>

enum {
    PREFIXED_LINES = 12,
    HEADED_LINES = 60,
    PREAMBLE_LINES = 30,
    LEAST_MARKED = 20,
    TRIED_LINES = 4,
    FENCED_WITHIN = 8, /* lines */
    LEAST_HEADERS = 3,
    LEAST_CUTS = 2,
    LEAST_ESCAPES = 12,
    ESCAPED_WITHIN = 4096, /* bytes */
    LONGEST_HEADER = 300,
    MOST_DIGITS = 6 /* of a line's number */
};

/* The first lines of a text. */
typedef struct first_lines {
    ofs_str text, at[HEADED_LINES];
    uint32_t count;
} first_lines;

static void read_lines(first_lines *lines, ofs_str text)
{
    const char *p = text.p, *end = text.p + text.n;
    lines->text = text;
    for (lines->count = 0; lines->count < HEADED_LINES && p < end; lines->count++)
        lines->at[lines->count] = ofs_take_line(&p, end);
}

/* Where in the text line i begins, or the last of them ended. */
static uint32_t start_of(const first_lines *lines, uint32_t i)
{
    const ofs_str *last = i ? &lines->at[i - 1] : NULL;
    uint32_t end = last ? (uint32_t)(last->p + last->n - lines->text.p) : 0;
    return last && end < lines->text.n ? end + 1 : end;
}

static uint32_t marks_at(ofs_str line, char mark)
{
    uint32_t i = 0;
    while (i < line.n && (line.p[i] == mark || (i && line.p[i] == ' ' && line.p[i - 1] == mark)))
        i++;
    return i;
}

static uint32_t number_at(ofs_str line, uint32_t number)
{
    uint32_t i = 0, digits;
    while (i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'))
        i++;
    uint32_t value = ofs_leading_number((ofs_str){line.p + i, line.n - i}, MOST_DIGITS, &digits);
    i += digits;
    if (!digits || value != number)
        return 0;
    if (i < line.n && strchr(":|.)", line.p[i]) && line.p[i])
        i++;
    if (i == line.n || line.p[i] == '\r')
        return i;
    return line.p[i] == ' ' || line.p[i] == '\t' ? i + 1 : 0;
}

uint32_t ofs_prefix_at(ofs_str line, const ofs_wrapping *around, uint32_t number)
{
    if (around->prefix == OFS_NUMBERED)
        return number_at(line, number);
    return around->prefix ? marks_at(line, around->prefix == OFS_MARKED ? around->mark : '>') : 0;
}

uint32_t ofs_bytes_behind(ofs_str line, const ofs_wrapping *around)
{
    uint32_t n = around->behind.n;
    ofs_str words = line;
    while (n && words.n && strchr(" \t\r", words.p[words.n - 1]) && words.p[words.n - 1])
        words.n--;
    return n && words.n >= n && !memcmp(words.p + words.n - n, around->behind.p, n) ? line.n - words.n + n : 0;
}

/* How many lines a mail says above the text that it quotes: a few, and then marks of quotation. */
static uint32_t preamble(const first_lines *lines)
{
    for (uint32_t i = 0; i < PREAMBLE_LINES && i < lines->count; i++)
        if (lines->at[i].n && *lines->at[i].p == '>')
            return i;
    return 0;
}

/* What the lines from this one on begin with: every one with its number, or most with a mark of quotation. */
static ofs_prefix find_prefix(const first_lines *lines, uint32_t first)
{
    const ofs_str *line = lines->at + first;
    uint32_t quoted = 0, numbered = 0;
    if (lines->count < first + PREFIXED_LINES)
        return OFS_NO_PREFIX;
    for (uint32_t i = 0; i < PREFIXED_LINES; i++) {
        quoted += marks_at(line[i], '>') > 0;
        numbered += numbered == i && number_at(line[i], i + 1) > 0;
    }
    return quoted * 4 >= PREFIXED_LINES * 3 ? OFS_QUOTED : numbered == PREFIXED_LINES ? OFS_NUMBERED : OFS_NO_PREFIX;
}

static ofs_str without_stars(ofs_str line)
{
    while (line.n && *line.p == '*')
        line = (ofs_str){line.p + 1, line.n - 1};
    return line;
}

/* 'From: Ada Quill', '*From:* Ada Quill'. */
static int is_sender(ofs_str line)
{
    return ofs_phrase_at(without_stars(line), "from:") > 0;
}

/* 'From: Ada Quill', '*Sent:* 3 May 2024', 'X-Mailer: …'. */
static int is_header(ofs_str line)
{
    static const char *const names[] = {
        "to:",          "sent:",       "date:",        "subject:",     "cc:",         "bcc:",      "reply-to",
        "message-id",   "importance:", "attachments:", "received:",    "mime-ver",    "content-t", "return-path",
        "delivered-to", "x-",          "thread-",      "in-reply-to:", "references:", NULL};
    if (line.n > LONGEST_HEADER || !memchr(line.p, ':', line.n))
        return 0;
    return is_sender(line) || ofs_begins_with(without_stars(line), names);
}

static int has_sender(const first_lines *lines)
{
    uint32_t i = 0;
    while (i < lines->count && !is_sender(lines->at[i]))
        i++;
    return i < lines->count;
}

/* Behind the headers of the last mail that is forwarded at the top: lines of names and values, the sender's among them,
 * in a row. */
static uint32_t behind_headers(const first_lines *lines)
{
    uint32_t headers = 0, senders = 0, above = 0;
    if (!has_sender(lines)) /* nearly every text */
        return 0;
    for (uint32_t i = 0; i < lines->count; i++) {
        ofs_str line = lines->at[i];
        int goes_on = headers && line.n > 1 && (*line.p == ' ' || *line.p == '\t');
        if (is_header(line)) {
            headers++;
            senders += (uint32_t)is_sender(line);
        } else if (!goes_on) {
            headers = senders = 0;
        }
        if (senders && headers >= LEAST_HEADERS)
            above = start_of(lines, i + 1);
    }
    return above;
}

/* The sign that every line begins with, empty ones, too, as a program that compares texts or an editor that comments them
 * out puts it: '+', '< ', '# '; 0: none. A mail may say something above them; a list has no empty lines with a bullet.
 * '| … |' is a table. */
static char find_mark(const first_lines *lines)
{
    uint32_t count = lines->count, marked = 0, rows = 0, empty = 0;
    char mark = count >= LEAST_MARKED && lines->at[count - 1].n ? *lines->at[count - 1].p : 0;
    if (!mark || !strchr("+<|#*-;:%/", mark))
        return 0;
    for (; marked < count && lines->at[count - 1 - marked].n && *lines->at[count - 1 - marked].p == mark; marked++) {
        ofs_str line = ofs_trim(lines->at[count - 1 - marked]);
        rows += line.n > 1 && line.p[line.n - 1] == '|';
        empty += line.n == 1;
    }
    int is_all = marked == count || (empty && marked >= LEAST_MARKED && strchr("+<|", mark));
    return is_all && !(mark == '|' && rows * 2 > marked) ? mark : 0;
}

/* Whether one of the last few of these lines ends with a sign that is no word's, as in nearly every text none does. */
static int has_odd_ends(const first_lines *lines)
{
    for (uint32_t i = lines->count; i-- > 0 && lines->count - i <= TRIED_LINES;) {
        ofs_str line = ofs_trim(lines->at[i]);
        if (line.n && strchr("\\$>\xB6\xB5\x8E", line.p[line.n - 1]))
            return 1;
    }
    return 0;
}

/* What nearly every line with words ends with, where a program made its line ends visible or marked them up. */
static ofs_str find_behind(const first_lines *lines)
{
    static const char *const ends[] = {"\\",     "$",        "<br>",         "<br/>",
                                       "<br />", "\xC2\xB6", "\xE2\x86\xB5", "\xE2\x8F\x8E"};
    if (!has_odd_ends(lines))
        return (ofs_str){0};
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
        ofs_wrapping with = {.behind = ofs_str_of(ends[k])};
        uint32_t words = 0, ended = 0;
        for (uint32_t i = 0; i < lines->count; i++) {
            ofs_str line = ofs_trim(lines->at[i]);
            int has_words = line.n > with.behind.n;
            words += has_words;
            ended += has_words && ofs_bytes_behind(line, &with);
        }
        if (ended >= PREFIXED_LINES && ended * 10 >= words * 9)
            return with.behind;
    }
    return (ofs_str){0};
}

static int is_encoded(const first_lines *lines)
{
    const char *start = lines->text.p, *end = start + start_of(lines, lines->count);
    uint32_t cuts = 0;
    if (ofs_find_byte(start, end, '=') == end) /* nearly every text */
        return 0;
    for (uint32_t i = 0; i < lines->count; i++) {
        ofs_str line = ofs_trim(lines->at[i]);
        cuts += line.n > 1 && line.p[line.n - 1] == '=' && line.p[line.n - 2] != '=';
    }
    return cuts >= LEAST_CUTS;
}

/* A string as a program writes it: '\n' again and again, and hardly a line end. JSON that was not read as such has its
 * strings in no order that a report has. */
static int is_escaped(ofs_str text)
{
    ofs_str words = ofs_trim(text);
    if (words.n && (*words.p == '{' || *words.p == '['))
        return 0;
    const char *end = text.n ? ofs_within(text.p, text.p + text.n, ESCAPED_WITHIN) : text.p;
    uint32_t escapes = 0, lines = 0;
    if (ofs_find_byte(text.p, end, '\\') == end)
        return 0;
    for (const char *p = text.p; p < end; p++) {
        escapes += *p == '\\' && p + 1 < end && p[1] == 'n';
        lines += *p == '\n';
    }
    return escapes >= LEAST_ESCAPES && lines * 4 < escapes;
}

/* Without the quotation marks that such a string stands between. */
static ofs_wrapping around_string(ofs_str text)
{
    ofs_wrapping found = {.is_escaped = 1};
    ofs_str words = ofs_trim(text);
    if (words.n < 2 || (*words.p != '"' && *words.p != '\'') || words.p[words.n - 1] != *words.p)
        return found;
    found.above = (uint32_t)(words.p - text.p) + 1;
    found.below = text.n - found.above - (words.n - 2);
    return found;
}

static int is_fence_at(const char *p, const char *end)
{
    return end - p >= 3 && !memcmp(p, "```", 3);
}

/* 'Here is the text:', and all of it between two fences, as a language model answers: what it says around them is its own. */
static void find_fences(const first_lines *lines, ofs_wrapping *found)
{
    ofs_str text = lines->text;
    const char *end = text.p + text.n, *second = NULL;
    uint32_t first = 0, count = 0;
    while (first < FENCED_WITHIN && first < lines->count && !is_fence_at(lines->at[first].p, end))
        first++;
    if (first == FENCED_WITHIN || first == lines->count)
        return;
    uint32_t above = start_of(lines, first + 1);
    for (const char *p = text.p + above; p < end;) {
        const char *line = ofs_take_line(&p, end).p;
        if (is_fence_at(line, end)) {
            second = line;
            count++;
        }
    }
    if (count != 1 || (uint32_t)(second - text.p) - above <= text.n / 2)
        return;
    found->above += above;
    found->below = (uint32_t)(end - second);
}

ofs_wrapping ofs_find_wrapping(ofs_str text)
{
    if (is_escaped(text))
        return around_string(text);
    first_lines lines;
    read_lines(&lines, text);
    ofs_wrapping found = {.above = behind_headers(&lines)};
    if (found.above)
        read_lines(&lines, (ofs_str){text.p + found.above, text.n - found.above});
    find_fences(&lines, &found);
    if (found.below)
        read_lines(&lines, (ofs_str){text.p + found.above, text.n - found.above - found.below});
    uint32_t above = preamble(&lines);
    found.prefix = find_prefix(&lines, above);
    if (found.prefix == OFS_QUOTED)
        found.above += start_of(&lines, above);
    else if (above)
        found.prefix = find_prefix(&lines, 0); /* no quotation */
    if (!found.prefix && (found.mark = find_mark(&lines)) != 0)
        found.prefix = OFS_MARKED;
    found.behind = find_behind(&lines);
    found.is_encoded = is_encoded(&lines);
    return found;
}

static int hex_of(char c)
{
    return ofs_is_digit(c) ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Where a line was cut: the bytes of '=' and the line end, or 0. */
static uint32_t cut_at(const char *p, const char *end)
{
    if (end - p >= 2 && p[0] == '=' && p[1] == '\n')
        return 2;
    return end - p >= 3 && !memcmp(p, "=\r\n", 3) ? 3 : 0;
}

/* '=E2=80=99', between whose bytes a line may be cut: a character; what is none stays as it is, so that the copy is
 * sound. */
static uint32_t decode(const char *p, const char *end, char decoded[4], uint32_t *length)
{
    const char *start = p, *after[5] = {p};
    uint32_t c, n = 0;
    while (n < 4 && end - p >= 3 && *p == '=' && hex_of(p[1]) >= 0 && hex_of(p[2]) >= 0) {
        decoded[n++] = (char)(hex_of(p[1]) * 16 + hex_of(p[2]));
        after[n] = p + 3;
        p += 3 + cut_at(p + 3, end);
    }
    *length = n ? ofs_utf8_next(decoded, decoded + n, &c) : 0;
    return !n || c == 0xFFFD || !c ? 0 : (uint32_t)(after[*length] - start);
}

uint32_t ofs_encoded_at(const char *p, const char *end, char decoded[4], uint32_t *length)
{
    uint32_t cut = cut_at(p, end);
    *length = 0;
    return cut ? cut : decode(p, end, decoded, length);
}
