/* markdown_words.c: the words of Markdown without the marks within lines, and where they stood.
 *
 * Every search goes on from where the last one ended, or is short: a million brackets are looked at once. May not
 * decide what a line is. */
#include "source/characters.h"
#include "source/markdown.h"

#include <string.h>

enum { LONGEST_TAG = 200, LONGEST_COMMENT = 4096, LONGEST_STRONG_MARK = 3 };

static int is_word(char c)
{
    return ofs_is_letter(c) || ofs_is_digit(c) || (unsigned char)c >= 0x80;
}

static void note_letters(ofs_cleaning *c, const char *p, const char *end)
{
    int *has = c->strong ? &c->has_bold : &c->has_plain;
    for (; !*has && p < end; p++)
        *has = is_word(*p);
}

void ofs_keep(ofs_cleaning *c, const char *p, const char *end)
{
    const ofs_layer *layer = c->layer;
    uint32_t given = (uint32_t)(p - c->given.p), n = (uint32_t)(end - p);
    if (!n)
        return;
    const ofs_stretch *last = layer->count ? &layer->stretches[layer->count - 1] : NULL;
    if (!last || given - last->given != c->count - last->start)
        ofs_add_stretch(c->source, c->count, given);
    note_letters(c, p, end);
    memcpy(c->bytes + c->count, p, n);
    c->count += n;
}

void ofs_end_line(ofs_cleaning *c)
{
    ofs_source *source = c->source;
    ofs_str words = ofs_trim((ofs_str){c->bytes + c->start, c->count - c->start});
    if (words.n) {
        source->lines =
            ofs_arena_grow(&source->arena, source->lines, source->line_count, &c->line_capacity, sizeof *source->lines);
        ofs_line *made = &source->lines[source->line_count++];
        *made = c->next;
        made->start = (uint32_t)(words.p - c->bytes);
        made->end = made->start + words.n;
        made->flags |= c->has_bold && !c->has_plain ? OFS_LINE_BOLD : 0;
        c->next.flags &= (uint8_t)~(OFS_LINE_GAP | OFS_LINE_BEGINS);
        c->bytes[c->count++] = '\n';
    }
    c->has_bold = c->has_plain = 0;
    c->start = c->count;
}

const char *ofs_comment_end(const char *p, const char *end)
{
    if (end - p < 7 || memcmp(p, "<!--", 4) != 0)
        return NULL;
    const char *limit = ofs_within(p, end, LONGEST_COMMENT);
    for (p += 6; (p = ofs_find_byte(p, limit, '>')) < limit; p++)
        if (p[-1] == '-' && p[-2] == '-')
            return p + 1;
    return NULL;
}

/* A tag that only shows how words look, its name at p; where it ends, or NULL. */
static const char *tag_end(const char *p, const char *end)
{
    static const char *const names[] = {"a",        "b",   "blockquote", "br",    "caption", "center", "code",  "col",
                                        "colgroup", "del", "div",        "em",    "figure",  "font",   "i",     "img",
                                        "ins",      "li",  "mark",       "ol",    "p",       "s",      "small", "span",
                                        "strong",   "sub", "sup",        "tfoot", "u",       "ul",     NULL};
    const char *name = p, *limit = ofs_within(p, end, LONGEST_TAG);
    while (p < limit && ofs_is_letter(*p))
        p++;
    size_t n = (size_t)(p - name);
    const char *const *known = names;
    while (*known && (strlen(*known) != n || !ofs_phrase_at(ofs_slice(name, p), *known)))
        known++;
    p = *known && p < limit && strchr(" />\t", *p) ? ofs_find_byte(p, limit, '>') : limit;
    return p < limit ? p + 1 : NULL;
}

/* <br>, <sup>, </mark>, <https://…>, <!-- … -->. Returns where the words go on: p where there is no tag. */
static const char *skip_tag(ofs_cleaning *c, const char *p, const char *end)
{
    const char *after = ofs_comment_end(p, end), *name = p + 1;
    if (after)
        return after;
    int closes = name < end && *name == '/';
    after = tag_end(name + closes, end);
    if (!after)
        return p;
    ofs_str tag = ofs_slice(name + closes, after);
    if (ofs_phrase_at(tag, "br") || ofs_phrase_at(tag, "li"))
        ofs_end_line(c);
    else if (ofs_phrase_at(tag, "b>") || ofs_phrase_at(tag, "strong"))
        c->strong = !closes;
    return after;
}

static const char *take_entity(ofs_cleaning *c, const char *p, const char *end)
{
    char sign[4];
    uint32_t length, bytes = ofs_entity_at(p, end, sign, &length);
    if (!bytes)
        return p;
    ofs_keep(c, p, p + length);
    memcpy(c->bytes + c->count - length, sign, length);
    return p + bytes;
}

/* The next byte `what` from p on, found once for all that stand before it. */
static const char *next_of(const char **found, const char *p, const char *end, char what)
{
    if (!*found || *found < p)
        *found = ofs_find_byte(p, end, what);
    return *found;
}

/* '{width="1in" height="2in"}' behind a picture, and the line below it, where it was wrapped there. */
static const char *skip_sizes(const char *p, const char *end, const char *opening)
{
    const char *limit = ofs_within(p, end, LONGEST_TAG);
    if (!ofs_phrase_at(ofs_slice(p, end), opening) && !ofs_phrase_at(ofs_slice(p, end), "height="))
        return p;
    const char *close = ofs_find_byte(p, limit, '}');
    return close < limit ? close + 1 : *p == '{' ? end : p;
}

/* [words](address) → words; ![picture](address) → nothing; [^1] → 1. */
static const char *take_link(ofs_cleaning *c, const char *p, const char *end)
{
    const char *words = p + 1 + (*p == '!'), *close;
    if (*p == '!' && (end - p < 2 || p[1] != '['))
        return p;
    close = next_of(&c->bracket, words, end, ']');
    if (close == end)
        return p;
    if (words < close && *words == '^') {
        ofs_keep(c, words + 1, close);
        return close + 1;
    }
    if (end - close < 2 || close[1] != '(')
        return p;
    const char *after = next_of(&c->parenthesis, close + 2, end, ')');
    if (after == end || memchr(words, '[', (size_t)(close - words)))
        return p;
    if (*p == '!')
        return skip_sizes(after + 1, end, "{");
    c->link = close;
    c->link_end = after + 1;
    return words;
}

/* A lone '*' or '_': begins emphasis that the next one ends, or ends it. */
static int is_lone_mark(ofs_cleaning *c, const char *p, const char *start, const char *end)
{
    char before = (char)(p > start ? p[-1] : ' '), after = (char)(p + 1 < end ? p[1] : ' ');
    if (p == c->closer)
        return 1;
    if (after == ' ' || ofs_is_digit(before) || (*p == '_' && is_word(before)))
        return 0;
    const char *close = ofs_find_byte(p + 1, end, *p);
    char behind = (char)(end - close > 1 ? close[1] : ' ');
    if (close == end || close[-1] == ' ' || behind == *p || (*p == '_' && is_word(behind)))
        return 0;
    c->closer = close;
    return 1;
}

/* '**', '_', '~~': left out where words touch them. */
static const char *take_emphasis(ofs_cleaning *c, const char *p, const char *start, const char *end)
{
    const char *after = p;
    while (after < end && *after == *p)
        after++;
    char before = (char)(p > start ? p[-1] : ' '), behind = (char)(after < end ? *after : ' ');
    int ends_strong = after == end && (c->strong || p == start); /* '**Summary **', on one line or over several */
    int apart = before == ' ' && behind == ' ' && !ends_strong, inside = is_word(before) && is_word(behind);
    if (after - p == 1) {
        if (*p != '~' && is_lone_mark(c, p, start, end))
            return after;
    } else if (after - p <= LONGEST_STRONG_MARK && !apart && (*p == '*' || !inside)) {
        c->strong ^= *p != '~';
        return after;
    }
    ofs_keep(c, p, after);
    return after;
}

/* Where the words go on behind the mark at p; p itself where it is none. */
static const char *take_mark(ofs_cleaning *c, const char *p, const char *start, const char *end)
{
    switch (*p) {
    case '*':
    case '_':
    case '~':
        return take_emphasis(c, p, start, end);
    case '`':
        return p + 1;
    case '\\':
        if (end - p < 2)
            return end; /* a line break */
        if (is_word(p[1]) || p[1] <= ' ')
            return p;
        ofs_keep(c, p + 1, p + 2);
        return p + 2;
    case '<':
        return skip_tag(c, p, end);
    case '&':
        return take_entity(c, p, end);
    case ']':
        return p == c->link ? c->link_end : p;
    default:
        return take_link(c, p, end);
    }
}

/* The first of a run's bytes that may be a mark, or '^'; OFS_RUN: none is. In several loops, for compilers look one byte of
 * many up in bits, and not in a vector. */
static uint32_t mark_in_run(const char *p)
{
    uint8_t marks[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        marks[i] = OFS_MARK_IF((p[i] == '~') | ((uint8_t)(p[i] - '[') <= '`' - '[')); /* [ \ ] _ ` */
    for (int i = 0; i < OFS_RUN; i++)
        marks[i] |= OFS_MARK_IF((p[i] == '*') | (p[i] == '<'));
    for (int i = 0; i < OFS_RUN; i++)
        marks[i] |= OFS_MARK_IF((p[i] == '&') | (p[i] == '!'));
    return ofs_first_in_run(marks);
}

void ofs_keep_words(ofs_cleaning *c, const char *p, const char *end)
{
    static const uint8_t marks[256] = {['*'] = 1, ['_'] = 1, ['~'] = 1, ['`'] = 1, ['\\'] = 1,
                                       ['<'] = 1, ['&'] = 1, ['['] = 1, ['!'] = 1, [']'] = 1};
    p = skip_sizes(p, end, "width=");
    const char *start = p, *kept = p;
    c->bracket = c->parenthesis = c->link = c->closer = NULL;
    while (p < end) {
        for (uint32_t passed = OFS_RUN; passed == OFS_RUN && end - p >= OFS_RUN; p += passed)
            passed = mark_in_run(p);
        for (const char *stop = ofs_within(p, end, OFS_RUN); p < stop && !marks[(unsigned char)*p];)
            p++;
        if (p == end || !marks[(unsigned char)*p])
            continue;
        ofs_keep(c, kept, p);
        kept = p;
        p = take_mark(c, p, start, end);
        if (p == kept)
            p++;
        else
            kept = p;
    }
    ofs_keep(c, kept, end);
}
