/* register.c: the register of authorities, and names of it in printed text.
 *
 * Every name of the register is kept as its letters alone ('kensingtonandchelsea') in a hash table that the context
 * builds once; text is read word by word and looked up in growing runs of words, the longest name winning. So case,
 * '&' for 'and', hyphens, apostrophes and lost spaces do not matter, and nothing is ever matched by likeness.
 */
#include "facts/register.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_KEY = 64, MOST_WORDS = 8, MAX_FIELDS = 32, MAX_ROWS = 4096 };
enum { DECOY = -1 };

typedef struct key {
    const char *letters; /* NULL: free */
    uint32_t n;
    int32_t row;         /* DECOY: the name of something else */
    int is_short;        /* 'Hull': only where no other name's word follows */
} key;

struct ofs_register {
    ofs_arena arena;
    ofs_authority *rows;
    uint32_t row_count;
    key *table;
    uint32_t mask;
    uint32_t begins[26 * 26]; /* bit c of [a, b]: some key begins with these three letters */
};

/* Short forms in common use that can mean one authority only, as their letters. */
static const struct {
    const char *letters, *name;
    int is_short;
} ALIASES[] = {
    {"newcastle", "Newcastle upon Tyne", 1},
    {"hull", "Kingston upon Hull", 1},
    {"stoke", "Stoke-on-Trent", 1},
    {"stockton", "Stockton-on-Tees", 1},
    {"southend", "Southend-on-Sea", 1},
    {"richmond", "Richmond upon Thames", 1},
    {"brighton", "Brighton and Hove", 1},
    {"telford", "Telford and Wrekin", 1},
    {"scilly", "Isles of Scilly", 1},
    {"cheshirewest", "Cheshire West and Chester", 1},
    {"hullcity", "Kingston upon Hull", 0},
    {"londoncorporation", "City of London", 0},
    {"bcpcouncil", "Bournemouth, Christchurch and Poole", 0},
    {"corporationoflondon", "City of London", 0},
};

/* Other places whose name holds an authority's. */
static const char *const DECOYS[] = {
    "suttoncoldfield", "suttoninashfield", "surreyheath",     "derbyshiredales",   "staffordshiremoorlands",
    "stocktonheath",   "camdentown",       "hackneywick",     "westminsterabbey",  "bournemouthandpoole",
    "boltonlemoors",   "yorkhouse",        "suttoncourtenay", "lincolnshirewolds",
};

/* Words that make another place of the name next to them ('Greater Manchester', 'Bromley South'). */
static const char *const BEFORE[] = {"north", "south",   "east",     "west",     "greater", "mid",
                                     "new",   "central", "upper",    "lower",    "inner",   "outer",
                                     "great", "little",  "northern", "southern", "eastern", "western"};
static const char *const AFTER[] = {"north", "south", "east", "west", "central"};
/* What may follow a short form with a capital. */
static const char *const GENERIC[] = {"council",      "city",      "borough",      "county",      "local",
                                      "children",     "childrens", "metropolitan", "district",    "area",
                                      "safeguarding", "authority", "send",         "partnership", "trust",
                                      "and",          "joint",     "social",       "services"};
/* Names that are also words; in lower case they count only alone. */
static const char *const COMMON[] = {"reading", "bury", "slough", "hull", "stoke"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static int is_one_of(const char *word, uint32_t n, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == n && memcmp(list[i], word, n) == 0)
            return 1;
    return 0;
}

/* ---- Words ---- */

/* One word of the text: its letters in lower case, apostrophes left out. */
typedef struct word {
    char letters[LONGEST_KEY];
    uint32_t n;          /* 0: there is none */
    uint32_t stem;       /* letters before an apostrophe and an 's' at the end; n if there is none */
    uint32_t stem_end;   /* where that ends in the text */
    uint32_t start, end;
    int is_capital;
    int is_joined;       /* only spaces or a hyphen stand between it and the word before */
    int is_hyphened;     /* a hyphen does */
} word;

/* Bytes of the apostrophe at `at`; 0: none. */
static uint32_t apostrophe(ofs_str text, uint32_t at)
{
    const unsigned char *p = (const unsigned char *)text.p + at;
    if (at < text.n && *p == '\'')
        return 1;
    if (at + 2 < text.n && p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0x98 || p[2] == 0x99))
        return 3;
    return at + 1 < text.n && p[0] == 0xCA && p[1] == 0xBC ? 2 : 0;
}

/* Bytes of the letter at `at`: a whole character outside ASCII counts, which no name in the register has, but for
 * quotation marks, dashes and other signs from U+2000 on. */
static uint32_t letter(ofs_str text, uint32_t at)
{
    unsigned char c = at < text.n ? (unsigned char)text.p[at] : 0;
    if (c < 0x80)
        return (uint32_t)(c | 0x20) - 'a' < 26;
    return c >= 0xC3 && c <= 0xDF && at + 1 < text.n && c != 0xCA ? 2 : 0;
}

/* The next word at or after `at`; what is longer than LONGEST_KEY is cut, which equals no key. */
static void read_word(ofs_str text, uint32_t at, word *out)
{
    out->n = 0;
    out->is_joined = 1;
    out->is_hyphened = 0;
    for (; at < text.n && !letter(text, at) && text.p[at] != '&'; at++) {
        const unsigned char *p = (const unsigned char *)text.p + at;
        int is_hyphen = *p == '-' || (*p == 0xE2 && at + 2 < text.n && p[1] == 0x80 && (p[2] == 0x90 || p[2] == 0x91));
        if (is_hyphen)
            out->is_hyphened = 1;
        else if (*p == 0xE2 || (*p < 0x80 && *p != ' ' && (*p < '\t' || *p > '\r')))
            out->is_joined = 0;
    }
    out->start = at;
    if (at < text.n && text.p[at] == '&') {
        memcpy(out->letters, "and", 3);
        out->n = out->stem = 3;
        out->stem_end = out->end = at + 1;
        out->is_capital = 0;
        return;
    }
    out->is_capital = at < text.n && text.p[at] >= 'A' && text.p[at] <= 'Z';
    out->stem = UINT32_MAX;
    uint32_t count = 0;
    for (uint32_t n; at < text.n; at += n) {
        if ((n = letter(text, at)) != 0) {
            if (count < LONGEST_KEY)
                out->letters[count++] = n == 1 ? (char)(text.p[at] | 0x20) : '?';
        } else if (count && (n = apostrophe(text, at)) != 0 && letter(text, at + n)) {
            out->stem = count;
            out->stem_end = at;
        } else {
            break;
        }
    }
    out->n = count;
    out->end = at;
    if (out->stem == UINT32_MAX || out->stem + 1 != out->n || out->letters[out->stem] != 's') {
        out->stem = out->n;
        out->stem_end = at;
    }
}

/* ---- The table ---- */

static uint32_t hash(const char *letters, uint32_t n)
{
    uint32_t h = 2166136261u;
    for (uint32_t i = 0; i < n; i++)
        h = (h ^ (unsigned char)letters[i]) * 16777619u;
    return h ^ (h >> 15);
}

static key *slot(const ofs_register *reg, const char *letters, uint32_t n)
{
    uint32_t i = hash(letters, n) & reg->mask;
    while (reg->table[i].letters && (reg->table[i].n != n || memcmp(reg->table[i].letters, letters, n) != 0))
        i = (i + 1) & reg->mask;
    return &reg->table[i];
}

/* The first `n` are a to z. */
static int are_plain(const char *letters, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (letters[i] < 'a' || letters[i] > 'z')
            return 0;
    return 1;
}

/* Whether a key may begin so; most words end here. */
static int may_begin(const ofs_register *reg, const char *letters, uint32_t n)
{
    if (n < 2)
        return 1;
    if (!are_plain(letters, n < 3 ? n : 3))
        return 0;
    uint32_t third = reg->begins[(letters[0] - 'a') * 26 + (letters[1] - 'a')];
    return n < 3 ? third != 0 : third >> (letters[2] - 'a') & 1;
}

static void add_key(ofs_register *reg, const char *letters, uint32_t n, int32_t row, int is_short)
{
    if (n < 3 || !are_plain(letters, 3))
        return;
    key *free_slot = slot(reg, letters, n);
    if (free_slot->letters) /* the first row of that name keeps it */
        return;
    char *copy = ofs_arena_bytes(&reg->arena, n);
    memcpy(copy, letters, n);
    *free_slot = (key){copy, n, row, is_short};
    reg->begins[(letters[0] - 'a') * 26 + (letters[1] - 'a')] |= 1u << (letters[2] - 'a');
}

/* A printed name as its letters. */
static void add_name(ofs_register *reg, ofs_str name, int32_t row)
{
    char letters[LONGEST_KEY];
    uint32_t n = 0;
    word here;
    for (read_word(name, 0, &here); here.n; read_word(name, here.end, &here)) {
        if (n + here.n > LONGEST_KEY)
            return;
        memcpy(letters + n, here.letters, here.n);
        n += here.n;
    }
    add_key(reg, letters, n, row, 0);
}

static int32_t row_named(const ofs_register *reg, const char *name)
{
    for (uint32_t i = 0; i < reg->row_count; i++)
        if (reg->rows[i].name.n == strlen(name) && memcmp(reg->rows[i].name.p, name, reg->rows[i].name.n) == 0)
            return (int32_t)i;
    return DECOY;
}

/* ---- CSV ---- */

/* The fields of the line at *p, unquoted in place; returns how many, and *p after the line. Fields over MAX_FIELDS
 * are read and dropped. */
static uint32_t read_fields(char **p, char *end, ofs_str *fields)
{
    uint32_t count = 0;
    char *at = *p;
    for (int more = 1; more;) {
        char *field = at, *to = at;
        int quoted = at < end && *at == '"';
        if (quoted)
            for (at++; at < end && (*at != '"' || (at + 1 < end && at[1] == '"')); at++) {
                at += *at == '"';
                *to++ = *at;
            }
        at += quoted && at < end;
        while (at < end && *at != ',' && *at != '\n')
            *to++ = *at++;
        more = at < end && *at == ',';
        at += at < end;
        if (!more && to > field && to[-1] == '\r')
            to--;
        if (count < MAX_FIELDS)
            fields[count++] = (ofs_str){to > field ? field : NULL, (uint32_t)(to - field)};
    }
    *p = at;
    return count;
}

enum { URN, LA_CODE, GSS_CODE, NAME, ONS_NAME, REGION, COLUMNS };
static const char *const HEADS[COLUMNS] = {"urn", "la_code", "gss_code", "name", "ons_name", "region"};

static ofs_str field_of(const ofs_str *fields, uint32_t count, int column)
{
    return column >= 0 && (uint32_t)column < count ? fields[column] : (ofs_str){NULL, 0};
}

/* Rows into reg->rows; the ONS's names into `ons`, in the same order. */
static void read_rows(ofs_register *reg, char *at, char *end, ofs_str **ons)
{
    ofs_str fields[MAX_FIELDS];
    int column[COLUMNS];
    uint32_t count = read_fields(&at, end, fields), capacity = 0, ons_capacity = 0;
    for (int c = 0; c < COLUMNS; c++) {
        column[c] = -1;
        for (uint32_t i = 0; i < count; i++)
            if (fields[i].p && fields[i].n == strlen(HEADS[c]) && memcmp(fields[i].p, HEADS[c], fields[i].n) == 0)
                column[c] = (int)i;
    }
    while (at < end && reg->row_count < MAX_ROWS) {
        count = read_fields(&at, end, fields);
        ofs_str name = field_of(fields, count, column[NAME]);
        if (!name.p)
            continue;
        reg->rows = ofs_arena_grow(&reg->arena, reg->rows, reg->row_count, &capacity, sizeof *reg->rows);
        *ons = ofs_arena_grow(&reg->arena, *ons, reg->row_count, &ons_capacity, sizeof **ons);
        (*ons)[reg->row_count] = field_of(fields, count, column[ONS_NAME]);
        reg->rows[reg->row_count++] =
            (ofs_authority){name, field_of(fields, count, column[URN]), field_of(fields, count, column[LA_CODE]),
                            field_of(fields, count, column[GSS_CODE]), field_of(fields, count, column[REGION])};
    }
}

typedef struct filling {
    ofs_register *reg;
    const char *csv;
    size_t length;
} filling;

static void fill(void *what)
{
    const filling *given = what;
    ofs_register *reg = given->reg;
    const char *csv = given->csv;
    size_t length = given->length;
    if (length >= 3 && memcmp(csv, "\xEF\xBB\xBF", 3) == 0) {
        csv += 3;
        length -= 3;
    }
    char *copy = ofs_arena_bytes(&reg->arena, length + 1);
    if (length)
        memcpy(copy, csv, length);
    ofs_str *ons = NULL;
    read_rows(reg, copy, copy + length, &ons);
    uint32_t size = 64;
    while (size < 4 * (reg->row_count * 2 + COUNT(ALIASES) + COUNT(DECOYS)))
        size *= 2;
    reg->table = OFS_NEW_ARRAY(&reg->arena, key, size);
    reg->mask = size - 1;
    for (uint32_t i = 0; i < reg->row_count; i++)
        add_name(reg, reg->rows[i].name, (int32_t)i);
    for (uint32_t i = 0; i < reg->row_count; i++)
        if (ons[i].p)
            add_name(reg, ons[i], (int32_t)i);
    for (size_t i = 0; i < COUNT(ALIASES); i++) {
        int32_t row = row_named(reg, ALIASES[i].name);
        if (row != DECOY)
            add_key(reg, ALIASES[i].letters, (uint32_t)strlen(ALIASES[i].letters), row, ALIASES[i].is_short);
    }
    for (size_t i = 0; i < COUNT(DECOYS); i++)
        add_key(reg, DECOYS[i], (uint32_t)strlen(DECOYS[i]), DECOY, 0);
}

ofs_register *ofs_register_new(const char *csv, size_t length)
{
    ofs_register *reg = calloc(1, sizeof *reg);
    if (!reg)
        return NULL;
    ofs_arena_init(&reg->arena);
    if (ofs_attempt(&reg->arena, fill, &(filling){reg, csv, length < OFS_MAX_TEXT ? length : OFS_MAX_TEXT}))
        return reg;
    ofs_register_free(reg);
    return NULL;
}

void ofs_register_free(ofs_register *reg)
{
    if (!reg)
        return;
    ofs_arena_free(&reg->arena);
    free(reg);
}

/* ---- Finding ---- */

typedef struct match {
    const key *found; /* NULL: none */
    ofs_span at;
} match;

/* The longest key that begins with `first`. */
static match longest_at(const ofs_register *reg, ofs_str text, const word *first)
{
    match best = {NULL, {0, 0}};
    char letters[LONGEST_KEY];
    uint32_t n = 0;
    word here = *first;
    for (int words = 0; words < MOST_WORDS && here.n && n + here.n <= LONGEST_KEY; words++) {
        memcpy(letters + n, here.letters, here.n);
        if (!may_begin(reg, letters, n + here.n))
            break;
        const key *found = slot(reg, letters, n + here.n);
        if (found->letters)
            best = (match){found, {first->start, here.end}};
        else if (here.stem < here.n && (found = slot(reg, letters, n + here.stem))->letters)
            best = (match){found, {first->start, here.stem_end}};
        n += here.n;
        read_word(text, here.end, &here);
    }
    return best;
}

/* What stands around the name makes another place of it, or leaves it open. */
static int is_doubtful(ofs_str text, const word *before, const word *first, const match *found)
{
    word after;
    if (before->n && first->is_joined && is_one_of(before->letters, before->n, BEFORE, COUNT(BEFORE)))
        return 1;
    read_word(text, found->at.end, &after);
    if (after.n == 1 && after.letters[0] == 's') /* a possessive: the name ended at the apostrophe */
        read_word(text, after.end, &after);
    if (after.n && after.is_joined && is_one_of(after.letters, after.n, AFTER, COUNT(AFTER)))
        return 1;
    if (found->found->is_short && after.n && after.is_joined &&
        (after.is_hyphened || is_one_of(after.letters, after.n, (const char *const[]){"under", "upon", "le"}, 3) ||
         (after.is_capital && !is_one_of(after.letters, after.n, GENERIC, COUNT(GENERIC)))))
        return 1;
    return !first->is_capital && (before->n || after.n) &&
           is_one_of(found->found->letters, found->found->n, COMMON, COUNT(COMMON));
}

/* The first name at or after `from`. `before` is the word before `from` and is kept up to date. */
static const key *next_name(const ofs_register *reg, ofs_str text, uint32_t from, word *before, ofs_span *at)
{
    word here;
    for (read_word(text, from, &here); here.n; read_word(text, here.end, &here)) {
        match found = {NULL, {0, 0}};
        if (may_begin(reg, here.letters, here.n))
            found = longest_at(reg, text, &here);
        if (!found.found) {
            *before = here;
            continue;
        }
        int doubtful = found.found->row == DECOY || is_doubtful(text, before, &here, &found);
        before->n = 0;
        if (!doubtful) {
            *at = found.at;
            return found.found;
        }
        here.end = found.at.end;
    }
    return NULL;
}

int ofs_find_authority(const ofs_context *context, ofs_str text, uint32_t from, ofs_authority *authority, ofs_span *at)
{
    word before = {.n = 0};
    const key *found = next_name(context->authorities, text, from, &before, at);
    if (found && authority)
        *authority = context->authorities->rows[found->row];
    return found != NULL;
}

int ofs_match_authority(const ofs_context *context, ofs_str text, ofs_authority *authority)
{
    const ofs_register *reg = context->authorities;
    word before = {.n = 0};
    ofs_span at;
    const key *first = next_name(reg, text, 0, &before, &at), *other = first;
    if (!first)
        return 0;
    if (authority)
        *authority = reg->rows[first->row];
    while (other && other->row == first->row)
        other = next_name(reg, text, at.end, &before, &at);
    return other ? 2 : 1;
}
