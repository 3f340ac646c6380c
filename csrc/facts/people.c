/* people.c: names and roles in short slices: a line, a table's cell, the sentence that names the inspectors.
 *
 * One pattern finds the next role or name; what stands between two of them decides which belongs to which. What does
 * not look like a name of two words or more is not made into one. May not know who leads an inspection.
 */
#include "base/text.h"
#include "facts/facts.h"

#include <string.h>

enum { LONGEST_ROLE = 120, MANY_WORDS = 4, MOST_PEOPLE = 500 };

static int is_letter(char c)
{
    return ofs_is_letter(c) || (unsigned char)c >= 0xC3;
}

/* Not a dash or an apostrophe, which begin with a higher byte. */
static int is_word_letter(char c)
{
    return is_letter(c) && (unsigned char)c < 0xE0;
}

static int is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int same(ofs_str a, const char *b)
{
    uint32_t n = (uint32_t)strlen(b);
    if (a.n != n)
        return 0;
    for (uint32_t i = 0; i < n; i++)
        if (ofs_lower(a.p[i]) != b[i])
            return 0;
    return 1;
}

static ofs_str slice(ofs_str text, uint32_t start, uint32_t end)
{
    return end > start ? (ofs_str){text.p + start, end - start} : (ofs_str){NULL, 0};
}

static ofs_str trim(ofs_str s)
{
    while (s.n && (is_blank(*s.p) || strchr(",;:.()-", *s.p))) {
        s.p++;
        s.n--;
    }
    while (s.n && (is_blank(s.p[s.n - 1]) || strchr(",;:(-", s.p[s.n - 1])))
        s.n--;
    if (s.n && s.p[s.n - 1] == '.')
        s.n--;
    int open = 0;
    for (uint32_t i = 0; i < s.n; i++)
        open += (s.p[i] == '(') - (s.p[i] == ')');
    if (s.n && s.p[s.n - 1] == ')' && open < 0) /* its other half was cut off */
        s.n--;
    return s.n ? s : (ofs_str){NULL, 0};
}

/* A name as it would stand on one line: no break inside, none after a hyphen. */
static ofs_str one_line(ofs_arena *arena, ofs_str name)
{
    int is_clean = 1;
    for (uint32_t i = 0; i < name.n && is_clean; i++)
        is_clean = !is_blank(name.p[i]) || (name.p[i] == ' ' && name.p[i - 1] != '-' && name.p[i - 1] != ' ');
    if (is_clean)
        return name;
    char *copy = ofs_arena_bytes(arena, name.n);
    uint32_t n = 0;
    for (uint32_t i = 0; i < name.n; i++) {
        if (!is_blank(name.p[i]))
            copy[n++] = name.p[i];
        else if (n && copy[n - 1] != ' ' && copy[n - 1] != '-')
            copy[n++] = ' ';
    }
    return (ofs_str){copy, n};
}

/* Particles ('van der') do not count. */
static int is_long(ofs_str name)
{
    int count = 1;
    for (uint32_t i = 0; i + 1 < name.n; i++)
        count += is_blank(name.p[i]) && !is_blank(name.p[i + 1]) && (name.p[i + 1] < 'a' || name.p[i + 1] > 'z');
    return count >= MANY_WORDS;
}

/* 'Ann Bray SCRI': the word in capitals behind two others is no surname but short for what the person is. */
static int ends_in_capitals(ofs_str name)
{
    uint32_t start = name.n, words = 1;
    while (start && ofs_is_upper(name.p[start - 1]))
        start--;
    for (uint32_t i = 0; i < start; i++)
        words += is_blank(name.p[i]);
    return name.n - start > 1 && words > 2 && start > 1 && is_blank(name.p[start - 1]) &&
           ofs_is_lower(name.p[start - 2]);
}

/* 'JohnRoughton', 'LambHMI', 'andMary': a capital behind a small letter, where no 'Mc', 'Mac', 'De' begins the word. */
static int is_glued(ofs_str text)
{
    static const char *const begins[] = {"mc", "mac", "de", "di", "du", "da", "la", "le", "fitz", "van", "von", "st"};
    uint32_t start = 0;
    for (uint32_t i = 1; i < text.n; i++) {
        if (!is_word_letter(text.p[i - 1])) {
            start = i;
            continue;
        }
        int is_begun = 0;
        if (!ofs_is_lower(text.p[i - 1]) || !ofs_is_upper(text.p[i]))
            continue;
        for (size_t k = 0; k < sizeof begins / sizeof *begins; k++)
            is_begun |= same(slice(text, start, i), begins[k]);
        if (!is_begun)
            return 1;
    }
    return 0;
}

/* Of several people: 'Inspectors', 'HMIs', 'analysts'; not 'HMI Schools'. */
static int is_plural(ofs_str role)
{
    static const char *const plurals[] = {"inspectors", "hmis",      "analysts", "managers",
                                          "officers",   "directors", "leads"};
    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++) {
        uint32_t n = (uint32_t)strlen(plurals[i]);
        if (role.n >= n && same((ofs_str){role.p + role.n - n, n}, plurals[i]))
            return 1;
    }
    return 0;
}

/* 'Her Majesty’s Inspectors' of each of several is 'Her Majesty’s Inspector'; 'inspectors' alone is no role. */
static ofs_str singular(ofs_str role)
{
    if (is_plural(role))
        role.n--;
    return same(role, "inspector") || same(role, "all inspector") ? (ofs_str){NULL, 0} : role;
}

/* ---- What stands between two names or roles ---- */

typedef struct gap {
    int has_and;      /* 'and', '&', ';' or '/' */
    int has_were;     /* 'were', 'was', ':' */
    int has_colon;
    int has_stop;     /* the end of a sentence */
    int has_words;    /* words other than links */
    int has_all;      /* 'all of whom are' */
    int has_capital;  /* one of those words begins with a capital */
    int has_glued;    /* … or has one within it */
    int is_empty;     /* nothing but spaces and a comma */
} gap;

static gap read_gap(ofs_str s)
{
    static const char *const links[] = {
        "were",       "was",     "are", "is",         "by",         "the",       "for",         "this", "visit",
        "inspection", "carried", "out", "led",        "undertaken", "conducted", "of",          "whom", "all",
        "both",       "as",      "a",   "an",         "with",       "two",       "three",       "four", "five",
        "six",        "and",     "who", "team",       "joined",     "supported", "accompanied", "cc",   "hmi",
        "hmis",       "from",    "not", "applicable", "none",       "second"};
    gap found = {.is_empty = 1};
    for (uint32_t i = 0; i < s.n;) {
        if (!is_letter(s.p[i])) {
            found.has_and |= s.p[i] == '&' || s.p[i] == ';' || s.p[i] == '/';
            found.has_colon |= s.p[i] == ':';
            found.has_stop |=
                (s.p[i] == '.' || s.p[i] == '!' || s.p[i] == '?') && (i + 1 == s.n || is_blank(s.p[i + 1]));
            found.is_empty &= is_blank(s.p[i]) || s.p[i] == ',';
            found.has_words |= ofs_is_digit(s.p[i]);
            i++;
            continue;
        }
        ofs_str word = {s.p + i, 0};
        while (i < s.n && (is_letter(s.p[i]) || (unsigned char)s.p[i] >= 0x80)) {
            i++;
            word.n++;
        }
        found.is_empty = 0;
        found.has_and |= same(word, "and");
        found.has_all |= same(word, "whom") || same(word, "all");
        found.has_were |= same(word, "were") || same(word, "was");
        int is_link = 0;
        for (size_t k = 0; k < sizeof links / sizeof *links && !is_link; k++)
            is_link = same(word, links[k]);
        int is_torn = word.n == 1 && *word.p > 'a' && *word.p <= 'z'; /* 'Jo Brigh t' */
        found.has_glued |= is_glued(word);
        if (!is_link && (word.n > 1 || is_torn)) {
            found.has_words = 1;
            found.has_capital |= ofs_is_upper(*word.p);
        }
    }
    return found;
}

static int begins_with_dash(ofs_str text)
{
    uint32_t c = 0;
    if (text.n)
        ofs_utf8_next(text.p, text.p + text.n, &c);
    return ofs_is_dash(c);
}

/* '-Bray' behind 'Ann Cole' and a space, '- Bray': one word in small letters behind a dash may be the rest of the name. */
static int may_end_name(ofs_str rest)
{
    uint32_t c, n, end;
    while (rest.n && is_blank(*rest.p))
        rest = (ofs_str){rest.p + 1, rest.n - 1};
    if (!begins_with_dash(rest))
        return 0;
    n = ofs_utf8_next(rest.p, rest.p + rest.n, &c);
    while (n < rest.n && is_blank(rest.p[n]))
        n++;
    for (end = n; end < rest.n && (is_word_letter(rest.p[end]) || (unsigned char)rest.p[end] >= 0x80);)
        end++;
    ofs_str word = slice(rest, n, end);
    while (end < rest.n && is_blank(rest.p[end]))
        end++;
    int is_alone = end == rest.n || strchr(",;(-", rest.p[end]);
    return word.n > 1 && ofs_is_upper(*word.p) && !ofs_is_upper(word.p[1]) && is_alone && !same(word, "ofsted") &&
           !same(word, "inspector");
}

/* What follows the last name or role goes on with a name that was not read: a letter, a word right behind a name ('Jo
 * Brigh ton'), a hyphen with the rest of a name in the next line, a word with a capital behind a comma or an 'and'. */
static int goes_on(ofs_str rest, int is_name)
{
    uint32_t at = 0, start;
    int is_joined = 0, is_dot = rest.n > 1 && *rest.p == '.';
    if (is_name && (begins_with_dash(rest) || may_end_name(rest)))
        return 1;
    if (rest.n > (uint32_t)is_dot && is_word_letter(rest.p[is_dot]))
        return 1;
    for (;; at = start) {
        while (at < rest.n && (is_blank(rest.p[at]) || strchr(",;:&/", rest.p[at])))
            is_joined |= !is_blank(rest.p[at++]);
        for (start = at; start < rest.n && is_word_letter(rest.p[start]);)
            start++;
        if (!same(slice(rest, at, start), "and"))
            break;
        is_joined = 1;
    }
    ofs_str word = slice(rest, at, start);
    gap found = read_gap(word);
    if (!word.n || (!is_joined && !is_name) || same(word, "ofsted"))
        return 0;
    return *word.p < 'a' || *word.p > 'z' || found.has_glued || (!is_joined && found.has_words);
}

/* ---- Lists ---- */

typedef struct list {
    ofs_matcher *matcher;
    ofs_str text;
    ofs_found_people *out;
    uint32_t capacity, label_capacity;
    ofs_str label;
    uint32_t first_of_label; /* the first person under it */
    uint32_t end;            /* of the role or name that was read last */
    uint32_t role_start;     /* of the last person's own role; 0: none */
    int is_prefix;           /* a role in the singular stood before its name */
    int has_begun;
    int is_name;             /* what was read last */
    ofs_captures next;       /* what stands behind sought_from, which is asked for again as what comes next */
    uint32_t sought_from;
    int was_sought, is_found;
} list;

/* The next role or name from there on. */
static int find_next(list *l, uint32_t from, ofs_captures *next)
{
    if (!l->was_sought || l->sought_from != from)
        l->is_found = ofs_find(l->matcher, OFS_PAT_PERSON_OR_ROLE, l->text, from, &l->next);
    l->was_sought = 1;
    l->sought_from = from;
    *next = l->next;
    return l->is_found;
}

static void add_person(list *l, const ofs_captures *c)
{
    ofs_arena *arena = ofs_matcher_arena(l->matcher);
    ofs_found_people *out = l->out;
    out->people = ofs_arena_grow(arena, out->people, out->count, &l->capacity, sizeof *out->people);
    out->labels = ofs_arena_grow(arena, out->labels, out->count, &l->label_capacity, sizeof *out->labels);
    ofs_str name = one_line(arena, ofs_captured(l->text, c, 3));
    if (is_long(name))
        out->flags |= OFS_PEOPLE_LONG_NAME;
    if (is_glued(name) || ends_in_capitals(name))
        out->flags |= OFS_PEOPLE_ONE_WORD;
    out->labels[out->count] = singular(l->label);
    out->people[out->count++] = (ofs_person){name, {NULL, 0}};
    l->role_start = 0;
}

static void start_label(list *l, ofs_str role)
{
    l->label = role;
    l->first_of_label = l->out->count;
    l->role_start = 0;
}

/* The role after a name belongs to it, one in the plural to all before that have none of their own. */
static void add_role_after(list *l, const ofs_captures *c, const gap *before)
{
    ofs_str role = ofs_captured(l->text, c, 1);
    ofs_person *last = &l->out->people[l->out->count - 1];
    if (is_plural(role) || before->has_all) {
        for (uint32_t i = l->first_of_label; i < l->out->count; i++)
            if (!l->out->people[i].role.p)
                l->out->people[i].role = singular(role);
    } else if (!last->role.p) {
        last->role = role;
        l->role_start = c->at[1].start;
    } else if (l->role_start && before->is_empty) { /* 'HMI, Lead inspector' */
        last->role = slice(l->text, l->role_start, c->at[1].end);
    }
}

/* What follows the role that ends at `end`, as far as the next role or name. */
static gap gap_after(list *l, uint32_t end)
{
    ofs_captures next;
    uint32_t stop = l->text.n;
    if (find_next(l, end, &next))
        stop = next.at[0].start;
    return read_gap(slice(l->text, end, stop));
}

/* A role: the label of the names after it, or the role of those before. */
static void take_role(list *l, const ofs_captures *c, const gap *before)
{
    ofs_str role = ofs_captured(l->text, c, 1);
    gap after = gap_after(l, c->at[0].end);
    uint32_t next = c->at[0].end;
    while (next < l->text.n && is_blank(l->text.p[next]))
        next++;
    int is_label = next < l->text.n && l->text.p[next] == ':';
    int opens = is_label || (!after.has_words && (after.has_colon || (after.has_were && !after.has_stop)));
    if (opens || !l->out->count || before->has_stop) {
        start_label(l, role);
        l->is_prefix = !opens && !is_plural(role);
    } else if ((before->has_and && !before->has_all) || (l->is_prefix && after.is_empty)) {
        start_label(l, role);
    } else {
        add_role_after(l, c, before);
    }
}

/* Words may stand before the first name only where they lead up to it ('… was carried out by A and B') or where it
 * begins a line. */
static int may_begin(const list *l, uint32_t start)
{
    uint32_t at = start;
    while (at > l->end && is_blank(l->text.p[at - 1]) && l->text.p[at - 1] != '\n')
        at--;
    if (at > l->end && l->text.p[at - 1] == '\n')
        return 1;
    return at >= l->end + 3 && same((ofs_str){l->text.p + at - 2, 2}, "by") && is_blank(l->text.p[at - 3]);
}

/* A place of the register is no person. */
static int is_place(const list *l, const ofs_captures *c)
{
    ofs_span at;
    ofs_str name = ofs_captured(l->text, c, 3);
    return ofs_find_authority(ofs_matcher_context(l->matcher), name, 0, NULL, &at) && at.start == 0 && at.end == name.n;
}

/* The list is over before this role or name. */
static int is_over(list *l, const ofs_captures *c, const gap *before)
{
    if (!l->out->count)
        return 0;
    if (before->has_stop && (before->has_words || !c->at[1].end || !gap_after(l, c->at[0].end).has_colon))
        return 1;
    return l->out->count >= MOST_PEOPLE;
}

static void read_list(list *l)
{
    ofs_captures c;
    int passing = 0, is_passed = 0;
    while (find_next(l, l->end, &c)) {
        gap before = read_gap(slice(l->text, l->end, c.at[0].start));
        int is_role = c.at[1].end != 0;
        if (is_over(l, &c, &before))
            return;
        /* Before the list begins names are those of places and people that the sentence is about, and so are those
         * that are joined to them. */
        if (!is_role && !l->has_begun)
            passing = before.has_words ? !may_begin(l, c.at[0].start) : passing;
        if (!is_role && ((!l->has_begun && passing) || is_place(l, &c))) {
            l->end = c.at[0].end;
            is_passed = 1;
            continue;
        }
        if (is_passed && is_role && before.is_empty) /* 'The inspectorswere Jo Bray, HMI, …' */
            l->out->flags |= OFS_PEOPLE_ODD_WORDS;
        is_passed = 0;
        if (before.has_stop && !l->out->count) { /* '… consisted of five of Her Majesty’s Inspectors.' */
            start_label(l, (ofs_str){NULL, 0});
            l->has_begun = 0;
        }
        if (before.has_glued)
            l->out->flags |= OFS_PEOPLE_ODD_WORDS;
        if (l->has_begun && before.has_words && (l->out->count || before.has_colon || before.has_were))
            l->out->flags |= before.has_capital ? OFS_PEOPLE_ONE_WORD : OFS_PEOPLE_ODD_WORDS;
        if (!l->has_begun)
            l->out->at.start = c.at[0].start;
        l->has_begun = 1;
        if (is_role)
            take_role(l, &c, &before);
        else
            add_person(l, &c);
        l->end = l->out->at.end = c.at[0].end;
        l->is_name = !is_role;
    }
}

int ofs_read_people(ofs_matcher *matcher, ofs_str text, ofs_found_people *found)
{
    list l = {.matcher = matcher, .text = text, .out = found};
    *found = (ofs_found_people){NULL, NULL, 0, 0, {0, 0}, {NULL, 0}};
    if (!text.p)
        return 0;
    read_list(&l);
    if (!found->count)
        found->flags = 0;
    else if (goes_on(slice(text, l.end, text.n), l.is_name))
        found->flags |= OFS_PEOPLE_ONE_WORD;
    for (uint32_t i = 0; i < found->count; i++)
        if (!found->people[i].role.p)
            found->people[i].role = found->labels[i];
    if (l.first_of_label == found->count)
        found->next_label = singular(l.label);
    return found->count > 0;
}

/* ---- One person ---- */

/* The roles in what follows a name. */
typedef struct roles {
    int has_person; /* another person is named there */
    int is_known;   /* it begins with one */
    uint32_t end;   /* of the last of those between which nothing else stands: 'HMI, Lead inspector' */
} roles;

static roles find_roles(ofs_matcher *matcher, ofs_str text, uint32_t at)
{
    ofs_captures c;
    roles found = {.end = at};
    for (uint32_t from = at; ofs_find(matcher, OFS_PAT_PERSON_OR_ROLE, text, from, &c); from = c.at[0].end) {
        if (!c.at[1].end)
            return (roles){.has_person = 1};
        found.is_known |= c.at[0].start == at;
        if (found.end == from && read_gap(slice(text, from, c.at[0].start)).is_empty)
            found.end = c.at[0].end;
    }
    return found;
}

/* The role in what follows a name: a known one, or any words after a comma, bracket, dash, tab or line end. 0: what
 * follows is something else. */
static int read_role_after(ofs_matcher *matcher, ofs_str text, uint32_t at, ofs_str *role)
{
    *role = trim(slice(text, at, text.n));
    if (!role->p)
        return !begins_with_dash(slice(text, at, text.n)); /* 'Ann Cole-': the rest of the name is lost */
    while (at < text.n && text.p[at] == ' ')
        at++;
    roles found = find_roles(matcher, text, at);
    /* En and em dash begin with this byte, and so do quotation marks, which trim() leaves. */
    int is_known = found.is_known;
    if (found.has_person || (!is_known && !strchr(",(:-\t\n\r", text.p[at]) && (unsigned char)text.p[at] != 0xE2))
        return 0;
    /* 'Ann Bray, HMI, Lead inspector, and Bo b Cole' */
    if ((found.end > at && goes_on(slice(text, found.end, text.n), 0)) ||
        (!is_known && may_end_name(slice(text, at, text.n))))
        return 0;
    while (role->n > 3 && (unsigned char)*role->p == 0xE2 && (unsigned char)role->p[2] <= 0x95)
        *role = trim((ofs_str){role->p + 3, role->n - 3});
    if (!role->p)
        return 1;
    if (role->n > LONGEST_ROLE || is_glued(*role) || !is_letter(*role->p) || (unsigned char)*role->p == 0xE2)
        return 0;
    for (uint32_t i = 0; i + 1 < role->n; i++)
        if (role->p[i] == '.' && is_blank(role->p[i + 1]))
            return 0; /* another sentence */
    return 1;
}

int ofs_read_person(ofs_matcher *matcher, ofs_str text, ofs_person *person)
{
    ofs_captures c;
    list l = {.matcher = matcher, .text = text};
    ofs_str label = {NULL, 0}, role;
    uint32_t at = 0;
    if (!text.p)
        return 0;
    for (;;) {
        if (!ofs_find(matcher, OFS_PAT_PERSON_OR_ROLE, text, at, &c))
            return 0;
        gap before = read_gap(slice(text, at, c.at[0].start));
        if (before.has_words || before.has_and)
            return 0;
        at = c.at[0].end;
        if (!c.at[1].end)
            break;
        label = label.p ? slice(text, (uint32_t)(label.p - text.p), at) : ofs_captured(text, &c, 1);
    }
    if (is_long(ofs_captured(text, &c, 3)) || is_glued(ofs_captured(text, &c, 3)) || is_place(&l, &c) ||
        !read_role_after(matcher, text, at, &role))
        return 0;
    person->name = one_line(ofs_matcher_arena(matcher), ofs_captured(text, &c, 3));
    person->role = role.p ? role : label.p ? singular(label) : label;
    return 1;
}
