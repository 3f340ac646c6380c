/* register.c: the register of authorities, and names of it in printed text.
 *
 * Every name of the register is kept as its letters alone ('kensingtonandchelsea') in a hash table that the context
 * builds once; text is read word by word and looked up in growing runs of words, the longest name winning. So case,
 * '&' for 'and', hyphens, apostrophes and lost spaces do not matter, and nothing is ever matched by likeness. A text
 * that is a name and nothing more is read by stricter rules, which Python asks for too (ofs_register_read).
 */
#include "facts/register.h"

#include "base/words.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_KEY = 64, MOST_WORDS = 8, MOST_NAME_WORDS = 16, MAX_FIELDS = 32, MAX_ROWS = 4096 };
enum { DECOY = -1, NONE = -1 };

typedef struct key {
    const char *letters; /* NULL: free */
    uint32_t n;
    int32_t row;         /* DECOY: the name of something else */
    int32_t other;       /* another row that has this short form: it names neither; NONE */
    int is_short;        /* 'Hull': only where the words around it make nothing else of it */
} key;

struct ofs_register {
    ofs_arena arena;
    ofs_authority *rows;
    uint32_t row_count;
    key *table;
    uint32_t mask;
    uint32_t begins[26 * 26]; /* bit c of [a, b]: some key begins with these three letters */
    uint64_t lengths[26 * 26]; /* bit n - 1 of [a, b]: some key of n letters begins with these two */
};

/* Other places and bodies whose name holds an authority's. */
static const char *const DECOYS[] = {
    "suttoncoldfield",  "suttoninashfield", "surreyheath",        "derbyshiredales",   "staffordshiremoorlands",
    "stocktonheath",    "camdentown",       "hackneywick",        "westminsterabbey",  "bournemouthandpoole",
    "boltonlemoors",    "yorkhouse",        "suttoncourtenay",    "lincolnshirewolds", "bathandwells",
    "burystedmunds",    "bradfordonavon",   "eastsurreyclinical", "eastsurreyccg",     "eastsurreyhospital",
    "eastsurreycollege"};

/* Words that make another place of the name next to them ('Greater Manchester', 'Bromley South'). */
static const char *const BEFORE[] = {"north", "south",   "east",     "west",     "greater", "mid",
                                     "new",   "central", "upper",    "lower",    "inner",   "outer",
                                     "great", "little",  "northern", "southern", "eastern", "western"};
static const char *const AFTER[] = {"north", "south", "east", "west", "central"};
/* … that follow with a hyphen ('Bradford-on-Avon'). */
static const char *const HYPHENED[] = {"on", "in", "le", "under", "upon", "by", "super"};

/* Words of a council's own name, which may follow an authority's. */
static const char *const COUNCIL[] = {"council",   "city",     "borough", "county",    "metropolitan", "district",
                                      "unitary",   "royal",    "local",   "authority", "corporation",  "children",
                                      "childrens", "services", "mbc",     "mdc",       "cbc",          "cc",
                                      "bc",        "ua",       "lb",      "rb"};
/* More that may follow a name with a capital: other bodies. */
static const char *const OTHERS[] = {"care", "nhs", "ofsted", "inspection"};
/* More that may follow a short form with a capital. */
static const char *const BODIES[] = {"area", "safeguarding", "send", "partnership", "trust", "and", "joint", "social"};
/* What may stand before a short form with a capital; another word may be a first name ('Ann Hull'). */
static const char *const LINKS[] = {"of", "in",   "for",    "at",     "to",         "the",    "from",  "by",
                                    "on", "with", "within", "across", "inspection", "report", "visit", "ofsted"};
/* What else a style holds ('London Borough of'), before a name or behind it ('Bristol, City of'); how one ends. */
static const char *const STYLE[] = {"the", "of", "and", "london"};
static const char *const STYLE_END[] = {"the", "of", "borough", "lb", "rb"};
/* Names that are also words; in lower case they count only alone. */
static const char *const COMMON[] = {"reading", "bury", "slough"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static int is_one_of(const char *word, uint32_t n, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (*list[i] == *word && strlen(list[i]) == n && memcmp(list[i], word, n) == 0)
            return 1;
    return 0;
}

/* ---- Words ---- */

/* One word of the text: its letters in lower case, apostrophes left out. */
typedef struct word {
    char letters[LONGEST_KEY];
    uint32_t n;          /* 0: there is none */
    uint32_t stem;       /* letters before an apostrophe and an 's' at the end; n if there is none */
    uint32_t stem_end;   /* where that ends in the text, if it is not all of them */
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
        out->end = at + 1;
        out->is_capital = 0;
        return;
    }
    out->is_capital = at < text.n && ofs_is_upper(text.p[at]);
    out->stem = UINT32_MAX;
    uint32_t count = 0;
    for (; at < text.n && ofs_is_letter(text.p[at]) && count < LONGEST_KEY; at++) /* most words are nothing else */
        out->letters[count++] = (char)(text.p[at] | 0x20);
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
    if (out->stem == UINT32_MAX || out->stem + 1 != out->n || out->letters[out->stem] != 's')
        out->stem = out->n;
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

static uint32_t pair_of(const char *letters)
{
    return (uint32_t)((letters[0] - 'a') * 26 + (letters[1] - 'a'));
}

/* Whether a key may begin so; most words end here. */
static int may_begin(const ofs_register *reg, const char *letters, uint32_t n)
{
    if (n < 2)
        return 1;
    if (!are_plain(letters, n < 3 ? n : 3))
        return 0;
    uint32_t third = reg->begins[pair_of(letters)];
    return n < 3 ? third != 0 : third >> (letters[2] - 'a') & 1;
}

static void add_key(ofs_register *reg, const char *letters, uint32_t n, int32_t row, int is_short)
{
    if (n < 3 || !are_plain(letters, 3))
        return;
    key *free_slot = slot(reg, letters, n);
    if (free_slot->letters) { /* the first row of that name keeps it; a short form of two rows is neither's */
        if (is_short && free_slot->is_short && free_slot->row != row)
            free_slot->other = row;
        return;
    }
    char *copy = ofs_arena_bytes(&reg->arena, n);
    memcpy(copy, letters, n);
    *free_slot = (key){copy, n, row, NONE, is_short};
    reg->begins[pair_of(letters)] |= 1u << (letters[2] - 'a');
    reg->lengths[pair_of(letters)] |= (uint64_t)1 << (n - 1);
}

/* A printed name as its letters. */
static void add_name(ofs_register *reg, ofs_str name, int32_t row, int is_short)
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
    add_key(reg, letters, n, row, is_short);
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

enum { URN, LA_CODE, GSS_CODE, NAME, ONS_NAME, REGION, OTHER_NAMES, COLUMNS };
static const char *const HEADS[COLUMNS] = {"urn", "la_code", "gss_code", "name", "ons_name", "region", "other_names"};

/* What else a row is called: by the ONS, and by everybody else, with ';' between. */
typedef struct also {
    ofs_str ons, others;
} also;

static ofs_str field_of(const ofs_str *fields, uint32_t count, int column)
{
    return column >= 0 && (uint32_t)column < count ? fields[column] : (ofs_str){NULL, 0};
}

/* Rows into reg->rows; their other names into `names`, in the same order. */
static void read_rows(ofs_register *reg, char *at, char *end, also **names)
{
    ofs_str fields[MAX_FIELDS];
    int column[COLUMNS];
    uint32_t count = read_fields(&at, end, fields), capacity = 0, also_capacity = 0;
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
        *names = ofs_arena_grow(&reg->arena, *names, reg->row_count, &also_capacity, sizeof **names);
        (*names)[reg->row_count] =
            (also){field_of(fields, count, column[ONS_NAME]), field_of(fields, count, column[OTHER_NAMES])};
        reg->rows[reg->row_count++] =
            (ofs_authority){name, field_of(fields, count, column[URN]), field_of(fields, count, column[LA_CODE]),
                            field_of(fields, count, column[GSS_CODE]), field_of(fields, count, column[REGION])};
    }
}

/* The next of the names with ';' between at *left, which is left behind it; 1, else 0. */
static int next_other(ofs_str *left, ofs_str *name)
{
    if (!left->n)
        return 0;
    const char *mark = memchr(left->p, ';', left->n);
    *name = (ofs_str){left->p, mark ? (uint32_t)(mark - left->p) : left->n};
    uint32_t taken = name->n + (mark != NULL);
    *left = (ofs_str){left->p + taken, left->n - taken};
    return 1;
}

/* 'Royal Borough of Kingston upon Thames': a form with the whole name of several words at its end is none of the short ones,
 * which a word with a capital behind them makes doubtful. */
static int holds_name(ofs_str form, ofs_str name)
{
    return form.n > name.n && memchr(name.p, ' ', name.n) && !memcmp(form.p + form.n - name.n, name.p, name.n);
}

/* The names of every row; a name that the register itself has goes before a short form. */
static void add_names(ofs_register *reg, const also *names)
{
    for (uint32_t i = 0; i < reg->row_count; i++)
        add_name(reg, reg->rows[i].name, (int32_t)i, 0);
    for (uint32_t i = 0; i < reg->row_count; i++)
        add_name(reg, names[i].ons, (int32_t)i, 0);
    for (uint32_t i = 0; i < reg->row_count; i++)
        for (ofs_str left = names[i].others, name; next_other(&left, &name);)
            add_name(reg, name, (int32_t)i, !holds_name(name, reg->rows[i].name));
    for (size_t i = 0; i < COUNT(DECOYS); i++)
        add_key(reg, DECOYS[i], (uint32_t)strlen(DECOYS[i]), DECOY, 0);
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
    also *names = NULL;
    read_rows(reg, copy, copy + length, &names);
    uint32_t count = reg->row_count * 2 + COUNT(DECOYS), size = 64;
    for (uint32_t i = 0; i < reg->row_count; i++)
        for (ofs_str left = names[i].others, name; next_other(&left, &name);)
            count++;
    while (size < 4 * count)
        size *= 2;
    reg->table = OFS_NEW_ARRAY(&reg->arena, key, size);
    reg->mask = size - 1;
    add_names(reg, names);
}

ofs_register *ofs_register_new(const char *csv, size_t length)
{
    ofs_register *reg = calloc(1, sizeof *reg);
    if (!reg)
        return NULL;
    ofs_arena_init(&reg->arena, NULL);
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

/* The key of these letters, which end with the word `last`; NULL: none. Of a possessive the letters before it count, where
 * the whole is not a register's own name ('St Helen's'): 'Derby's' is Derby, never 'Derbys'. */
static const key *key_of(const ofs_register *reg, const char *letters, uint32_t n, const word *last)
{
    uint32_t ending = last->n - last->stem;
    const key *found = slot(reg, letters, n);
    if (ending && (!found->letters || found->is_short))
        found = slot(reg, letters, n - ending);
    return found->letters ? found : NULL;
}

/* The longest key that begins with `first`. */
static match longest_at(const ofs_register *reg, ofs_str text, const word *first)
{
    match best = {NULL, {0, 0}};
    char letters[LONGEST_KEY];
    uint32_t n = 0;
    word here = *first;
    for (int words = 0; words < MOST_WORDS && here.n && n + here.n <= LONGEST_KEY; words++) {
        memcpy(letters + n, here.letters, here.n);
        n += here.n;
        if (!may_begin(reg, letters, n))
            break;
        /* Those from one letter less on, which a possessive has too many; a single letter may be a torn name's. */
        uint64_t lengths = n < 2 ? 1 << 2 : reg->lengths[pair_of(letters)] >> (n - 2);
        if (!lengths)
            break;
        const key *found = lengths & 3 ? key_of(reg, letters, n, &here) : NULL;
        if (found)
            best = (match){found, {first->start, found->n == n ? here.end : here.stem_end}};
        read_word(text, here.end, &here);
    }
    return best;
}

static int is_in(const word *here, const char *const *list, size_t count)
{
    return here->n && here->is_joined && is_one_of(here->letters, here->n, list, count);
}

/* The words around a short form make something else of it: another place, a surname, a word like any other. */
static int is_something_else(const word *before, const word *first, const word *after)
{
    int is_council = is_in(after, COUNCIL, COUNT(COUNCIL));
    if (!first->is_capital)
        return before->n || after->n;
    if (is_in(after, (const char *const[]){"under", "upon", "le"}, 3) || (after->n && after->is_hyphened))
        return 1;
    if (after->n && after->is_joined && after->is_capital && !is_council && !is_in(after, BODIES, COUNT(BODIES)))
        return 1;
    return before->n && before->is_capital && first->is_joined && !is_council &&
           !is_one_of(before->letters, before->n, LINKS, COUNT(LINKS)) &&
           !is_one_of(before->letters, before->n, COUNCIL, COUNT(COUNCIL));
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
    if (is_in(&after, AFTER, COUNT(AFTER)) || (after.is_hyphened && is_in(&after, HYPHENED, COUNT(HYPHENED))))
        return 1;
    if (found->found->is_short)
        return is_something_else(before, first, &after);
    return !first->is_capital && (before->n || after.n) &&
           is_one_of(found->found->letters, found->found->n, COMMON, COUNT(COMMON));
}

static int names_one(const key *found)
{
    return found->row != DECOY && found->other == NONE;
}

/* Goes on from *at behind words of plain letters that begin like no name, as nearly all do. Returns where the last of them
 * begins, or UINT32_MAX. */
static uint32_t skip_words(const ofs_register *reg, ofs_str text, uint32_t *at)
{
    for (uint32_t last = UINT32_MAX;;) {
        uint32_t start = *at;
        while (start < text.n && !letter(text, start) && text.p[start] != '&')
            start++;
        uint32_t end = start;
        while (end < text.n && ofs_is_letter(text.p[end]))
            end++;
        char next = end < text.n ? text.p[end] : ' ';
        uint32_t third = end - start == 2 && next == ' ' ? end + 1 : start + 2; /* the next word's first letter */
        if (end - start < 2 || next == '\'' || (next & 0x80) || third >= text.n || !ofs_is_letter(text.p[third]))
            return last;
        const char begins[] = {ofs_lower(text.p[start]), ofs_lower(text.p[start + 1]), ofs_lower(text.p[third])};
        if (reg->begins[pair_of(begins)] >> (begins[2] - 'a') & 1)
            return last;
        last = start;
        *at = end;
    }
}

/* The first name at or after `from`. `before` is the word before `from` and is kept up to date. */
static const key *next_name(const ofs_register *reg, ofs_str text, uint32_t from, word *before, ofs_span *at)
{
    word here;
    for (uint32_t next = from;; next = here.end) {
        uint32_t last = skip_words(reg, text, &next);
        read_word(text, next, &here);
        if (!here.n)
            return NULL;
        match found = {NULL, {0, 0}};
        if (may_begin(reg, here.letters, here.n))
            found = longest_at(reg, text, &here);
        if (!found.found) {
            *before = here;
            continue;
        }
        if (last != UINT32_MAX)
            read_word(text, last, before);
        int doubtful = !names_one(found.found) || is_doubtful(text, before, &here, &found);
        before->n = 0;
        if (!doubtful) {
            *at = found.at;
            return found.found;
        }
        here.end = found.at.end;
    }
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
    if (ofs_register_read(reg, text, authority))
        return 1;
    const key *first = next_name(reg, text, 0, &before, &at), *other = first;
    if (!first)
        return 0;
    if (authority)
        *authority = reg->rows[first->row];
    while (other && other->row == first->row)
        other = next_name(reg, text, at.end, &before, &at);
    return other ? 2 : 1;
}

/* 'N0rth', 'Ch3ster': a digit within a word, which read_word() takes for two. */
static int is_word_with_digit(ofs_str text, uint32_t start, uint32_t end)
{
    start -= ofs_last_word((ofs_str){text.p, start}).n;
    while (end < text.n && text.p[end] != ' ')
        end++;
    int letters = 0, digits = 0;
    for (uint32_t i = start; i < end; i++) {
        letters |= letter(text, i) != 0;
        digits |= ofs_is_digit(text.p[i]);
    }
    return letters && digits;
}

int ofs_is_part_of_name(const ofs_context *context, ofs_str text)
{
    ofs_span at;
    word here, before = {.n = 0}, after;
    if (ofs_register_read(context->authorities, text, NULL) || !ofs_find_authority(context, text, 0, NULL, &at))
        return 0;
    for (read_word(text, 0, &here); here.n && here.end <= at.start; read_word(text, here.end, &here))
        before = here;
    int is_london = before.n == 6 && memcmp(before.letters, "london", 6) == 0;
    if (before.n && !is_london && !is_one_of(before.letters, before.n, COUNCIL, COUNT(COUNCIL)) &&
        !is_one_of(before.letters, before.n, LINKS, COUNT(LINKS)))
        return 1;
    read_word(text, at.end, &after);
    if (after.n && is_word_with_digit(text, after.start, after.end))
        return 1;
    if (is_one_of(after.letters, after.n, STYLE, COUNT(STYLE)))
        read_word(text, after.end, &after);
    return after.n && after.is_capital && !is_one_of(after.letters, after.n, COUNCIL, COUNT(COUNCIL)) &&
           !is_one_of(after.letters, after.n, BODIES, COUNT(BODIES)) &&
           !is_one_of(after.letters, after.n, OTHERS, COUNT(OTHERS));
}

/* ---- A name alone ---- */

/* The words of a text that may be a name: how many; 0: it has digits, or more words than any name. */
static uint32_t read_words(ofs_str text, word *words)
{
    uint32_t count = 0;
    if (ofs_has_digit(text))
        return 0;
    for (uint32_t at = 0;; at = words[count++].end) {
        if (count == MOST_NAME_WORDS)
            return 0;
        read_word(text, at, &words[count]);
        if (!words[count].n)
            return count;
    }
}

/* The letters of these words in one; 0: longer than any key. */
static uint32_t join_words(const word *words, uint32_t count, char *letters)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (n + words[i].n > LONGEST_KEY)
            return 0;
        memcpy(letters + n, words[i].letters, words[i].n);
        n += words[i].n;
    }
    return n;
}

static int is_in_style(const word *one)
{
    return is_one_of(one->letters, one->n, COUNCIL, COUNT(COUNCIL)) ||
           is_one_of(one->letters, one->n, STYLE, COUNT(STYLE));
}

/* 'London Borough of', 'the', nothing, of words that a style may hold. */
static int is_whole_style(const word *words, uint32_t count)
{
    return !count || is_one_of(words[count - 1].letters, words[count - 1].n, STYLE_END, COUNT(STYLE_END));
}

static int is_style(const word *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!is_in_style(&words[i]))
            return 0;
    return is_whole_style(words, count);
}

/* 'City Council', 'Council, City of', nothing. */
static int may_follow(const word *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        int is_london = words[i].n == 6 && memcmp(words[i].letters, "london", 6) == 0; /* '… London Borough Council' */
        if (is_style(words + i, count - i))
            return 1;
        if (!is_one_of(words[i].letters, words[i].n, COUNCIL, COUNT(COUNCIL)) && !(is_london && i + 1 < count))
            return 0;
    }
    return 1;
}

/* The key that the whole text is; NULL: none. */
static const key *whole_name(const ofs_register *reg, ofs_str text)
{
    word words[MOST_NAME_WORDS];
    char letters[LONGEST_KEY];
    uint32_t count = read_words(text, words);
    for (uint32_t from = 0; from < count && (!from || is_in_style(&words[from - 1])); from++) {
        if (!is_whole_style(words, from))
            continue;
        for (uint32_t to = count; to > from && may_follow(words + to, count - to); to--) {
            uint32_t n = join_words(words + from, to - from, letters);
            const key *found = n ? key_of(reg, letters, n, &words[to - 1]) : NULL;
            if (found)
                return found;
        }
    }
    return NULL;
}

int ofs_register_read(const ofs_register *reg, ofs_str text, ofs_authority *authority)
{
    const key *found = whole_name(reg, text);
    if (!found || !names_one(found))
        return 0;
    if (authority)
        *authority = reg->rows[found->row];
    return 1;
}

int ofs_shared_name(const ofs_context *context, ofs_str text, ofs_authority both[2])
{
    const ofs_register *reg = context->authorities;
    const key *found = whole_name(reg, text);
    if (!found || found->other == NONE)
        return 0;
    both[0] = reg->rows[found->row];
    both[1] = reg->rows[found->other];
    return 1;
}
