/* objects.c: tokens and values of PDF's syntax, in files and in content streams.
 *
 * Takes what the standard writes and refuses all else: comments, NUL, bytes above ASCII outside strings, numbers without
 * digits, keys that appear twice. May not follow a reference. Containers are kept on a stack of its own. */
#include "base/text.h"
#include "pdf/own/own.h"
#include "pdf/own/parts.h"

#include <string.h>

enum {
    MOST_DEPTH = 64,
    MOST_NAME = 127,
    MOST_PAIRS = 4096,
    PAIRS_A_STEP = 8 /* compared */
};

enum { B = OWN_BAD_BYTE, R = OWN_PLAIN_BYTE, S = OWN_SPACE_BYTE, D = OWN_MARK_BYTE };
/* clang-format off */
const uint8_t ofs_own_classes[256] = { /* above ASCII all are bad */
    B, B, B, B, B, B, B, B, B, S, S, B, S, S, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    S, R, R, R, R, D, R, R, D, D, R, R, R, R, R, D, R, R, R, R, R, R, R, R, R, R, R, R, D, R, D, R,
    R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, D, R, D, R, R,
    R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, R, D, R, D, R, B,
};
/* clang-format on */

const uint8_t ofs_own_halts[256] = {['\\'] = 1, ['('] = 1, [')'] = 1, ['\r'] = 1};

static inline int class_of(uint8_t c)
{
    return ofs_own_classes[c];
}

static int hex_digit(uint8_t c)
{
    return ofs_is_digit(c) ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

void ofs_own_read_name(ofs_own *own, ofs_own_cursor *c, ofs_own_value *value)
{
    const uint8_t *start = c->at + 1, *p = start, *end = c->end;
    int has_hash = 0;
    for (; p < end && class_of(*p) == OWN_PLAIN_BYTE; p++)
        has_hash |= *p == '#';
    uint32_t count = (uint32_t)(p - start);
    c->at = p;
    if (!count || count > MOST_NAME || (p < end && class_of(*p) == OWN_BAD_BYTE))
        ofs_own_refuse(own, "a name that is not plain");
    value->kind = OWN_NAME;
    value->as.bytes = start;
    value->count = count;
    if (!has_hash)
        return;
    uint8_t *plain = (uint8_t *)ofs_arena_bytes(own->arena, count);
    uint32_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint8_t byte = start[i];
        if (byte == '#') {
            int high = i + 2 < count ? hex_digit(start[i + 1]) : -1, low = high >= 0 ? hex_digit(start[i + 2]) : -1;
            if (low < 0 || !(high | low))
                ofs_own_refuse(own, "a name that is not plain");
            byte = (uint8_t)(high << 4 | low);
            i += 2;
        }
        plain[n++] = byte;
    }
    value->as.bytes = plain;
    value->count = n;
}

void ofs_own_read_string(ofs_own *own, ofs_own_cursor *c, ofs_own_value *value)
{
    const uint8_t *start = c->at + 1, *p = start, *end = c->end;
    uint32_t open = 1;
    value->kind = OWN_STRING;
    value->is_hex = value->has_escape = 0;
    for (; p < end; p++) {
        if (!ofs_own_halts[*p])
            continue;
        if (*p == '\\') {
            value->has_escape = 1;
            if (++p == end)
                break;
        } else if (*p == '(') {
            open++;
        } else if (*p == '\r') {
            value->has_escape = 1; /* an end of line, which readers may write in another way */
        } else if (--open == 0) {
            value->as.bytes = start;
            value->count = (uint32_t)(p - start);
            c->at = p + 1;
            if (value->count > OWN_MOST_STRING)
                ofs_own_refuse(own, "a string that is too long");
            return;
        }
    }
    ofs_own_refuse(own, "a string without an end");
}

static void read_hex(ofs_own *own, ofs_own_cursor *c, ofs_own_value *value)
{
    const uint8_t *start = ++c->at;
    while (c->at < c->end && (hex_digit(*c->at) >= 0 || ofs_own_is_space(*c->at)))
        c->at++;
    if (c->at == c->end || *c->at != '>' || c->at - start > OWN_MOST_STRING)
        ofs_own_refuse(own, "a string that is not hexadecimal");
    value->kind = OWN_STRING;
    value->is_hex = 1;
    value->as.bytes = start;
    value->count = (uint32_t)(c->at++ - start);
}

static int opens_twice(const ofs_own_cursor *c, uint8_t mark)
{
    return c->end - c->at >= 2 && c->at[1] == mark;
}

static void read_mark(ofs_own *own, ofs_own_cursor *c, ofs_own_token *token)
{
    switch (*c->at) {
    case '/':
        token->kind = OWN_VALUE;
        ofs_own_read_name(own, c, &token->value);
        return;
    case '(':
        token->kind = OWN_VALUE;
        ofs_own_read_string(own, c, &token->value);
        return;
    case '<':
        if (!opens_twice(c, '<')) {
            token->kind = OWN_VALUE;
            read_hex(own, c, &token->value);
            return;
        }
        token->kind = OWN_OPEN_DICT;
        c->at += 2;
        return;
    case '>':
        if (!opens_twice(c, '>'))
            ofs_own_refuse(own, "a '>' that closes nothing");
        token->kind = OWN_CLOSE_DICT;
        c->at += 2;
        return;
    case '[':
    case ']':
        token->kind = *c->at == '[' ? OWN_OPEN_ARRAY : OWN_CLOSE_ARRAY;
        c->at++;
        return;
    default:
        ofs_own_refuse(own, "a comment, or a mark that means nothing");
    }
}

void ofs_own_next(ofs_own *own, ofs_own_cursor *c, ofs_own_token *token)
{
    const uint8_t *p = c->at, *end = c->end;
    while (p < end && class_of(*p) == OWN_SPACE_BYTE)
        p++;
    c->at = p;
    memset(&token->value, 0, sizeof token->value);
    if (p == end) {
        token->kind = OWN_END;
        return;
    }
    int class = class_of(*p);
    if (class == OWN_BAD_BYTE)
        ofs_own_refuse(own, "a byte that has no place there");
    if (class == OWN_MARK_BYTE) {
        read_mark(own, c, token);
    } else if (ofs_own_begins_number(*p)) {
        token->kind = OWN_VALUE;
        ofs_own_read_number(own, c, &token->value);
    } else {
        while (p < end && class_of(*p) == OWN_PLAIN_BYTE)
            p++;
        if (p < end && class_of(*p) == OWN_BAD_BYTE)
            ofs_own_refuse(own, "a byte that has no place there");
        token->kind = OWN_WORD;
        token->word = (ofs_own_bytes){c->at, (uint32_t)(p - c->at)};
        c->at = p;
    }
}

int ofs_own_is_word(const ofs_own_token *token, const char *word)
{
    size_t n = strlen(word);
    return token->kind == OWN_WORD && token->word.count == n && memcmp(token->word.at, word, n) == 0;
}

static void push(ofs_own *own, const ofs_own_value *value)
{
    own->stack = ofs_arena_grow(own->arena, own->stack, own->stack_count, &own->stack_capacity, sizeof(ofs_own_value));
    own->stack[own->stack_count++] = *value;
}

static int same_name(const ofs_own_value *a, const ofs_own_value *b)
{
    return a->count == b->count && *a->as.bytes == *b->as.bytes && memcmp(a->as.bytes, b->as.bytes, a->count) == 0;
}

static void check_pairs(ofs_own *own, const ofs_own_value *items, uint32_t count)
{
    if (count % 2 || count / 2 > MOST_PAIRS)
        ofs_own_refuse(own, "a dictionary that is not pairs");
    ofs_own_work(own, count / 2 * (count / 2) / PAIRS_A_STEP);
    for (uint32_t i = 0; i < count; i += 2) {
        if (items[i].kind != OWN_NAME)
            ofs_own_refuse(own, "a dictionary that is not pairs");
        for (uint32_t k = 0; k < i; k += 2)
            if (same_name(&items[i], &items[k]))
                ofs_own_refuse(own, "a key that appears twice");
    }
}

/* What stands on the stack from `first` on becomes one value there. */
static void close(ofs_own *own, uint32_t first, int is_dict)
{
    uint32_t count = own->stack_count - first;
    ofs_own_value value = {0};
    ofs_own_value *items = OFS_ROOM(own->arena, ofs_own_value, count ? count : 1);
    if (count)
        memcpy(items, own->stack + first, count * sizeof *items);
    if (is_dict)
        check_pairs(own, items, count);
    value.kind = is_dict ? OWN_DICT : OWN_ARRAY;
    value.count = is_dict ? count / 2 : count;
    value.as.items = items;
    own->stack_count = first;
    push(own, &value);
}

/* Most numbers in a file begin a reference, '12 0 R': what stands behind this one is skipped then. */
static int begins_reference(const ofs_own_value *value, ofs_own_cursor *c)
{
    const uint8_t *p = c->at;
    if (value->kind != OWN_INT || value->as.integer <= 0 || c->end - p < 5 || memcmp(p, " 0 R", 4) != 0 ||
        class_of(p[4]) < OWN_SPACE_BYTE)
        return 0;
    c->at = p + 4;
    return 1;
}

/* 'R': the two numbers before it name an object. */
static void make_reference(ofs_own *own, uint32_t first)
{
    if (own->stack_count - first < 2)
        ofs_own_refuse(own, "a reference that names no object");
    const ofs_own_value *two = own->stack + own->stack_count - 2;
    if (two[0].kind != OWN_INT || two[1].kind != OWN_INT || two[1].as.integer != 0 || two[0].as.integer <= 0)
        ofs_own_refuse(own, "a reference that names no object");
    ofs_own_value value = {.kind = OWN_REF, .as.integer = two[0].as.integer};
    own->stack_count -= 2;
    push(own, &value);
}

static void push_word(ofs_own *own, const ofs_own_token *token, uint32_t first)
{
    ofs_own_value value = {0};
    if (ofs_own_is_word(token, "R")) {
        make_reference(own, first);
        return;
    }
    if (ofs_own_is_word(token, "true") || ofs_own_is_word(token, "false")) {
        value.kind = OWN_BOOL;
        value.as.integer = token->word.count == 4;
    } else if (!ofs_own_is_word(token, "null")) {
        ofs_own_refuse(own, "a word that is no value");
    }
    push(own, &value);
}

void ofs_own_parse(ofs_own *own, ofs_own_cursor *c, const ofs_own_token *given, ofs_own_value *out)
{
    struct {
        uint32_t first;
        int is_dict;
    } open[MOST_DEPTH];
    uint32_t base = own->stack_count, depth = 0;
    ofs_own_token token;
    if (given)
        token = *given;
    else
        ofs_own_next(own, c, &token);
    for (;;) {
        uint32_t first = depth ? open[depth - 1].first : base;
        if (token.kind == OWN_VALUE) {
            if (depth && begins_reference(&token.value, c))
                token.value.kind = OWN_REF;
            push(own, &token.value);
        } else if (token.kind == OWN_WORD) {
            push_word(own, &token, first);
        } else if (token.kind == OWN_OPEN_ARRAY || token.kind == OWN_OPEN_DICT) {
            if (depth == MOST_DEPTH)
                ofs_own_refuse(own, "values that are nested too deeply");
            open[depth].first = own->stack_count;
            open[depth++].is_dict = token.kind == OWN_OPEN_DICT;
        } else {
            int is_dict = token.kind == OWN_CLOSE_DICT;
            if (token.kind == OWN_END || !depth || open[depth - 1].is_dict != is_dict)
                ofs_own_refuse(own, "brackets that do not match");
            close(own, open[--depth].first, is_dict);
        }
        if (!depth)
            break;
        ofs_own_next(own, c, &token);
    }
    *out = own->stack[--own->stack_count];
}

/* The bytes that a string stands for. Returns how many; `out` has room for as many as are written. */
uint32_t ofs_own_decode(ofs_own *own, const ofs_own_value *string, uint8_t *out)
{
    const uint8_t *p = string->as.bytes, *end = p + string->count;
    uint32_t n = 0;
    if (string->is_hex) {
        int half = -1;
        for (; p < end; p++) {
            int digit = hex_digit(*p);
            if (digit < 0)
                continue;
            if (half >= 0)
                out[n++] = (uint8_t)(half << 4 | digit);
            half = half < 0 ? digit : -1;
        }
        if (half >= 0)
            ofs_own_refuse(own, "a hexadecimal string with half a byte");
        return n;
    }
    while (p < end) {
        uint8_t byte = *p++;
        if (byte == '\\') {
            static const char letters[] = "nrtbf()\\", plain[] = "\n\r\t\b\f()\\";
            const char *known = memchr(letters, *p, sizeof letters - 1); /* a string does not end with a backslash */
            if (known) {
                byte = (uint8_t)plain[known - letters];
                p++;
            } else {
                int digits = 0, code = 0;
                for (; digits < 3 && p < end && *p >= '0' && *p <= '7'; digits++)
                    code = code * 8 + (*p++ - '0');
                if (!digits || code > 255)
                    ofs_own_refuse(own, "a string with an escape that means nothing");
                byte = (uint8_t)code;
            }
        } else if (byte == '\r') {
            ofs_own_refuse(own, "a string over more than one line");
        }
        out[n++] = byte;
    }
    return n;
}

const ofs_own_value *ofs_own_get_raw(const ofs_own_value *dict, const char *key)
{
    size_t n = strlen(key);
    if (!dict || dict->kind != OWN_DICT)
        return NULL;
    for (uint32_t i = 0; i < dict->count; i++) {
        const ofs_own_value *name = &dict->as.items[2 * i];
        if (name->count == n && memcmp(name->as.bytes, key, n) == 0)
            return name[1].kind == OWN_NULL ? NULL : name + 1;
    }
    return NULL;
}

const ofs_own_value *ofs_own_get_named(const ofs_own_value *dict, const ofs_own_value *name)
{
    if (!dict || dict->kind != OWN_DICT)
        return NULL;
    for (uint32_t i = 0; i < dict->count; i++)
        if (same_name(&dict->as.items[2 * i], name))
            return &dict->as.items[2 * i + 1];
    return NULL;
}

int ofs_own_is_name(const ofs_own_value *value, const char *name)
{
    size_t n = strlen(name);
    return value && value->kind == OWN_NAME && value->count == n && memcmp(value->as.bytes, name, n) == 0;
}
