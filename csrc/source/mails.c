/* mails.c: what mails and editors put around a text: headers, a greeting, '> ' or a number before every line, the
 * encoding 'quoted printable', and how a program writes a string.
 *
 * Looks at the first lines only. May not read facts. */
#include "source/characters.h"

#include <string.h>

enum {
    PREFIXED_LINES = 12,
    HEADED_LINES = 60,
    PREAMBLE_LINES = 30,
    LEAST_HEADERS = 3,
    LEAST_CUTS = 2,
    LEAST_ESCAPES = 12,
    ESCAPED_WITHIN = 4096, /* bytes */
    LONGEST_HEADER = 300
};

/* The line at *p, whose end *p becomes. */
static ofs_str next_line(const char **p, const char *end)
{
    const char *start = *p, *stop = ofs_find_byte(start, end, '\n');
    *p = stop + (stop < end);
    return ofs_slice(start, stop);
}

uint32_t ofs_prefix_at(ofs_str line, ofs_prefix kind, uint32_t number)
{
    uint32_t i = 0, value = 0;
    if (kind == OFS_QUOTED) {
        while (i < line.n && (line.p[i] == '>' || (i && line.p[i] == ' ' && line.p[i - 1] == '>')))
            i++;
        return i;
    }
    while (i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'))
        i++;
    uint32_t digits = i;
    while (i < line.n && i - digits < 6 && ofs_is_digit(line.p[i]))
        value = value * 10 + (uint32_t)(line.p[i++] - '0');
    if (i == digits || value != number)
        return 0;
    if (i < line.n && strchr(":|.)", line.p[i]) && line.p[i])
        i++;
    if (i == line.n || line.p[i] == '\r')
        return i;
    return line.p[i] == ' ' || line.p[i] == '\t' ? i + 1 : 0;
}

/* The bytes of what a mail says above the text that it quotes: a few lines, and then marks of quotation. */
static uint32_t preamble(ofs_str text)
{
    const char *p = text.p, *end = text.p + text.n;
    for (uint32_t lines = 0; lines < PREAMBLE_LINES && p < end; lines++) {
        if (*p == '>')
            return (uint32_t)(p - text.p);
        next_line(&p, end);
    }
    return 0;
}

/* What the first lines begin with: every one with its number, or most with a mark of quotation. */
static ofs_prefix find_prefix(ofs_str text)
{
    const char *p = text.p, *end = text.p + text.n;
    uint32_t lines = 0, quoted = 0, numbered = 0;
    for (; lines < PREFIXED_LINES && p < end; lines++) {
        ofs_str line = next_line(&p, end);
        quoted += ofs_prefix_at(line, OFS_QUOTED, 0) > 0;
        numbered += ofs_prefix_at(line, OFS_NUMBERED, lines + 1) > 0;
    }
    if (lines < PREFIXED_LINES)
        return OFS_NO_PREFIX;
    return quoted * 4 >= lines * 3 ? OFS_QUOTED : numbered == lines ? OFS_NUMBERED : OFS_NO_PREFIX;
}

/* 'From: Ada Quill', '*Sent:* 3 May 2024', 'X-Mailer: …': whose sender it names in *is_sender. */
static int is_header(ofs_str line, int *is_sender)
{
    static const char *const names[] = {
        "to:",          "sent:",       "date:",        "subject:",     "cc:",         "bcc:",      "reply-to",
        "message-id",   "importance:", "attachments:", "received:",    "mime-ver",    "content-t", "return-path",
        "delivered-to", "x-",          "thread-",      "in-reply-to:", "references:", NULL};
    while (line.n && *line.p == '*')
        line = (ofs_str){line.p + 1, line.n - 1};
    *is_sender = ofs_phrase_at(line, "from:") > 0;
    if (line.n > LONGEST_HEADER || !memchr(line.p, ':', line.n))
        return 0;
    return *is_sender || ofs_begins_with(line, names);
}

/* Behind the headers of the last mail that is forwarded at the top: lines of names and values, the sender's among them,
 * in a row. */
static uint32_t behind_headers(ofs_str text)
{
    const char *p = text.p, *end = text.p + text.n;
    uint32_t headers = 0, above = 0;
    int has_sender = 0, is_sender;
    for (uint32_t lines = 0; lines < HEADED_LINES && p < end; lines++) {
        ofs_str line = next_line(&p, end);
        int goes_on = headers && line.n > 1 && (*line.p == ' ' || *line.p == '\t');
        if (is_header(line, &is_sender)) {
            headers++;
            has_sender |= is_sender;
        } else if (!goes_on) {
            headers = 0;
            has_sender = 0;
        }
        if (has_sender && headers >= LEAST_HEADERS)
            above = (uint32_t)(p - text.p);
    }
    return above;
}

static int is_encoded(ofs_str text)
{
    const char *p = text.p, *end = text.p + text.n;
    uint32_t cuts = 0;
    for (uint32_t lines = 0; lines < HEADED_LINES && p < end; lines++) {
        ofs_str line = ofs_trim(next_line(&p, end));
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

ofs_wrapping ofs_find_wrapping(ofs_str text)
{
    if (is_escaped(text))
        return around_string(text);
    ofs_wrapping found = {.above = behind_headers(text)};
    ofs_str rest = {text.p + found.above, text.n - found.above};
    uint32_t above = preamble(rest);
    found.prefix = find_prefix((ofs_str){rest.p + above, rest.n - above});
    if (found.prefix == OFS_QUOTED)
        found.above += above;
    else if (above)
        found.prefix = find_prefix(rest); /* no quotation */
    found.is_encoded = is_encoded(rest);
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
