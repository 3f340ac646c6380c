/* grades.c: the words that are grades, alone, in a text, and at the end of a label or a heading.
 *
 * Grades are found by comparing letters, so that a space that an extractor lost does not matter. May not know
 * which judgement a grade belongs to.
 */
#include "facts/facts.h"

#include <string.h>

#include "base/text.h"

enum { LONGEST_HEADING = 300, LEAST_NUMBERED = 6, LONGEST_GRADED = 4096 };
enum { FURTHEST_LETTERS = 4 /* bytes into their word: the 'equ' of 'inadequate' */ };

/* A space stands for any number of them, also none. */
static const struct {
    const char *words;
    ofs_grade grade;
} PHRASES[] = {
    {"requires improvement", OFS_REQUIRES_IMPROVEMENT},
    {"require improvement", OFS_REQUIRES_IMPROVEMENT},
    {"outstanding", OFS_OUTSTANDING},
    {"inadequate", OFS_INADEQUATE},
    {"not judged", OFS_NOT_JUDGED},
    {"adequate", OFS_ADEQUATE},
    {"good", OFS_GOOD},
};
enum { PHRASE_COUNT = sizeof PHRASES / sizeof *PHRASES };

/* 1: letters, also those outside ASCII, and digits; U+00C0..U+1FFF are letters for this purpose, while spaces, dashes,
 * quotes and bullets lie elsewhere. */
/* clang-format off */
static const uint8_t IN_WORD[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
};
/* clang-format on */

static int in_word(ofs_str text, uint32_t at)
{
    return at < text.n && IN_WORD[(unsigned char)text.p[at]];
}

/* Bytes of the space at `at`: one or two; 0: none. */
static uint32_t blank(ofs_str text, uint32_t at)
{
    if (at >= text.n)
        return 0;
    if (text.p[at] == ' ' || (text.p[at] >= '\t' && text.p[at] <= '\r'))
        return 1;
    unsigned char c = (unsigned char)text.p[at], d = at + 1 < text.n ? (unsigned char)text.p[at + 1] : 0;
    return c == 0xC2 && d == 0xA0 ? 2 : 0;
}

/* The same of the space that ends at `at`. */
static uint32_t blank_before(ofs_str text, uint32_t at)
{
    if (at && blank(text, at - 1) == 1)
        return 1;
    return at > 1 && blank(text, at - 2) == 2 ? 2 : 0;
}

/* Where `words` ends if it stands at `at`; 0: it does not. */
static uint32_t phrase_end(ofs_str text, uint32_t at, const char *words)
{
    for (; *words; words++) {
        if (*words == ' ') {
            for (uint32_t n; (n = blank(text, at)) != 0;)
                at += n;
            continue;
        }
        if (at >= text.n || ofs_lower(text.p[at]) != *words)
            return 0;
        at++;
    }
    return at;
}

/* … and behind what may go on after it ('requires improvement', 'to be good'). */
static uint32_t behind_more(ofs_str text, uint32_t at, const char *words)
{
    uint32_t end = phrase_end(text, at, words);
    return end && !in_word(text, end) ? end : at;
}

/* The phrase at byte `at` of the text, on a word's end. */
static int grade_at(ofs_str text, uint32_t at, ofs_grade *grade, uint32_t *end)
{
    char first = ofs_lower(text.p[at]);
    if (!ofs_may_open_grade((ofs_str){text.p + at, text.n - at}))
        return 0;
    for (int i = 0; i < PHRASE_COUNT; i++) {
        const char *words = PHRASES[i].words;
        uint32_t stop = words[0] == first ? phrase_end(text, at, words) : 0;
        if (stop && PHRASES[i].grade == OFS_REQUIRES_IMPROVEMENT)
            stop = behind_more(text, stop, " to be good");
        if (stop && !in_word(text, stop)) {
            *grade = PHRASES[i].grade;
            *end = stop;
            return 1;
        }
    }
    return 0;
}

/* Signs around a grade that question, bound or deny it: 'Good?', 'Good-', '< Good', an empty box, a cross. */
static int is_in_doubt(ofs_str around)
{
    static const uint32_t signs[] = {0x2248, 0x2264, 0x2265, 0x2610, 0x2715, 0x2717, 0x2718};
    uint32_t c = 0, before = 0;
    for (uint32_t i = 0, n; i < around.n; i += n) {
        n = ofs_utf8_next(around.p + i, around.p + around.n, &c);
        if (ofs_is_any_of(c, "?+<>") || (c == ']' && before == '['))
            return 1;
        for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
            if (c == signs[k])
                return 1;
        before = ofs_is_space(c) ? before : c;
    }
    return 0;
}

int ofs_read_grade(ofs_str text, ofs_grade *grade)
{
    uint32_t at = 0, end = 0;
    ofs_grade found;
    while (at < text.n && !in_word(text, at))
        at++;
    if (at >= text.n || !grade_at(text, at, &found, &end))
        return 0;
    for (uint32_t i = end; i < text.n; i++)
        if (in_word(text, i))
            return 0;
    if (is_in_doubt((ofs_str){text.p, at}) || is_in_doubt((ofs_str){text.p + end, text.n - end}) ||
        (end < text.n && text.p[end] == '-'))
        return 0;
    *grade = found;
    return 1;
}

/* The word before `at` is `word`; *start is where it begins. */
static int follows(ofs_str text, uint32_t at, const char *word, uint32_t *start)
{
    uint32_t n = (uint32_t)strlen(word);
    for (uint32_t space; (space = blank_before(text, at)) != 0;)
        at -= space;
    if (at < n || (at > n && in_word(text, at - n - 1)))
        return 0;
    for (uint32_t i = 0; i < n; i++)
        if (ofs_lower(text.p[at - n + i]) != word[i])
            return 0;
    *start = at - n;
    return 1;
}

/* The letters before `at`, whatever spaces stand between them or were lost, end in `letters`. */
static int ends_in(ofs_str text, uint32_t at, const char *letters)
{
    for (uint32_t n = (uint32_t)strlen(letters); n; at--) {
        for (uint32_t space; (space = blank_before(text, at)) != 0;)
            at -= space;
        if (!at || ofs_lower(text.p[at - 1]) != letters[--n])
            return 0;
    }
    return 1;
}

/* 'to be good', 'not good', 'not yet good', 'less than good'; 'in adequate' is a torn 'inadequate', and 'require good' has
 * lost 'improvement to be'. */
static int is_denied_before(ofs_str text, uint32_t at)
{
    uint32_t before;
    for (uint32_t space; (space = blank_before(text, at)) != 0;)
        at -= space;
    if (!at || !strchr("enst", ofs_lower(text.p[at - 1]))) /* what all these words end in */
        return 0;
    return follows(text, at, "not", &before) || follows(text, at, "in", &before) ||
           follows(text, at, "than", &before) || follows(text, at, "require", &before) ||
           follows(text, at, "requires", &before) ||
           (follows(text, at, "yet", &before) && follows(text, before, "not", &before)) || ends_in(text, at, "tobe") ||
           ends_in(text, at, "lessthan");
}

/* … and 'good enough'. */
static int is_denied(ofs_str text, uint32_t start, uint32_t end)
{
    if (is_denied_before(text, start))
        return 1;
    while (blank(text, end))
        end += blank(text, end);
    uint32_t stop = phrase_end(text, end, "enough");
    return stop && !in_word(text, stop);
}

/* Every grade holds one of these: 'requires' and 'adequate', 'judged', 'good', 'outstanding', and hardly another word does.
 * Where the first of them stands among these bytes; OFS_RUN: none does. */
static uint32_t letters_in_run(const char *p)
{
    uint8_t signs[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++) {
        uint8_t a = (uint8_t)(p[i] | 0x20), b = (uint8_t)(p[i + 1] | 0x20), c = (uint8_t)(p[i + 2] | 0x20);
        signs[i] = OFS_MARK_IF(((a == 'e') & (b == 'q')) | ((a == 'j') & (b == 'u')) |
                               ((a == 'g') & (b == 'o') & (c == 'o')) | ((a == 'u') & (b == 't') & (c == 's')));
    }
    return ofs_first_in_run(signs);
}

uint32_t ofs_grade_letters(ofs_str text, uint32_t from)
{
    enum { LOOKED_AT = OFS_RUN + 2 };
    char rest[LOOKED_AT] = {0};
    for (; from + 2 < text.n; from += OFS_RUN) { /* three letters at least */
        const char *p = text.p + from;
        if (text.n - from < LOOKED_AT)
            p = memcpy(rest, p, text.n - from);
        uint32_t found = letters_in_run(p);
        if (found < OFS_RUN)
            return from + found;
    }
    return text.n;
}

/* Where the grade begins that has its letters there: their word, or 'not' before 'judged'. */
static uint32_t grade_start(ofs_str text, uint32_t at)
{
    uint32_t furthest = at > FURTHEST_LETTERS ? at - FURTHEST_LETTERS : 0;
    while (at > furthest && in_word(text, at - 1))
        at--;
    if (ofs_lower(text.p[at]) == 'j')
        follows(text, at, "not", &at);
    return at;
}

int ofs_opening_grade(ofs_str text, ofs_grade *grade, ofs_span *at)
{
    uint32_t end;
    ofs_grade found;
    if (!text.n || !grade_at(text, 0, &found, &end) || is_denied(text, 0, end))
        return 0;
    *grade = found;
    *at = (ofs_span){0, end};
    return 1;
}

int ofs_find_grade(ofs_str text, uint32_t from, ofs_which which, ofs_grade *grade, ofs_span *at)
{
    int found = 0;
    for (uint32_t i = ofs_grade_letters(text, from), end; i < text.n; i = ofs_grade_letters(text, end)) {
        ofs_grade here;
        uint32_t start = grade_start(text, i);
        int is_word = start >= from && !(start && in_word(text, start - 1));
        if (!is_word || !grade_at(text, start, &here, &end)) {
            end = i + 1;
            continue;
        }
        if (is_denied(text, start, end))
            continue;
        *grade = here;
        *at = (ofs_span){start, end};
        found = 1;
        if (which == OFS_FIRST)
            break;
    }
    return found;
}

/* The last letters are those of a grade's last word, or its number: of most texts they are not. */
static int may_end_in_grade(ofs_str text)
{
    while (text.n && !in_word(text, text.n - 1))
        text.n--;
    if (text.n < 4)
        return 0;
    const char *end = text.p + text.n;
    switch (end[-1] | 0x20) {
    case 'd': /* good, not judged */
        return (end[-2] | 0x20) == 'o' || (end[-3] | 0x20) == 'g';
    case 'g': /* outstanding */
        return (end[-4] | 0x20) == 'd';
    case 'e': /* adequate */
        return (end[-4] | 0x20) == 'u';
    case 't': /* improvement */
        return (end[-4] | 0x20) == 'm' && (end[-3] | 0x20) == 'e';
    case '1':
    case '2':
    case '3':
    case '4':
        return 1;
    default: /* 'Good¹' is for others to tell */
        return (end[-1] & 0x80) != 0;
    }
}

/* With its number, on the scale of 2009 to 2013. */

static uint32_t skip(ofs_str text, uint32_t at, const char *marks)
{
    for (uint32_t c, n; at < text.n; at += n) {
        n = ofs_utf8_next(text.p + at, text.p + text.n, &c);
        if (c != ' ' && !ofs_is_any_of(c, marks) && !(strchr(marks, '-') && ofs_is_dash(c)))
            break;
    }
    return at;
}

/* A word says what the number beside it does; since 2013 the third grade has another name. */
static int is_same_grade(ofs_grade word, ofs_grade number)
{
    return word == number || (word == OFS_REQUIRES_IMPROVEMENT && number == OFS_ADEQUATE);
}

/* What is left of the text from `at`: 'Grade 3 (adequate)', '3 – adequate', '(Grade 3)'. */
int ofs_numbered_grade_at(ofs_str text, uint32_t at, ofs_grade *grade, int *agree)
{
    static const ofs_grade scale[] = {OFS_OUTSTANDING, OFS_GOOD, OFS_ADEQUATE, OFS_INADEQUATE};
    uint32_t i = skip(text, at, "("), word = ofs_phrase_at((ofs_str){text.p + i, text.n - i}, "grade");
    i = skip(text, i + word, ":");
    if (i >= text.n || text.p[i] < '1' || text.p[i] > '4' || (i + 1 < text.n && ofs_is_digit(text.p[i + 1])))
        return 0;
    ofs_grade printed = scale[text.p[i] - '1'];
    ofs_str rest = {text.p + i + 1, text.n - i - 1};
    *agree = 1;
    *grade = printed;
    if (ofs_read_grade(rest, grade))
        *agree = is_same_grade(*grade, printed);
    else if (!word || ofs_trim_end(rest, ").").n)
        return 0;
    return 1;
}

/* '… Inadequate' before 'Grade 4' belongs to it. */
static void cut_grade_word(ofs_str *words, ofs_grade *grade, int *agree)
{
    ofs_grade before;
    ofs_span at;
    if (!ofs_find_grade(*words, 0, OFS_LAST, &before, &at))
        return;
    for (uint32_t i = at.end; i < words->n; i++)
        if (in_word(*words, i))
            return;
    *agree = *agree && is_same_grade(before, *grade);
    *grade = before;
    *words = ofs_trim_end((ofs_str){words->p, at.start}, ":-(");
}

int ofs_split_numbered_grade(ofs_str text, ofs_str *words, ofs_grade *grade, int *agree)
{
    uint32_t length;
    int64_t found;
    if (text.n > LONGEST_GRADED) /* where the rest holds no 'g' it would be searched from every grade on */
        return 0;
    if (!may_end_in_grade(text))
        return 0;
    for (uint32_t i = 0; (found = ofs_phrase_find((ofs_str){text.p + i, text.n - i}, "grade", &length)) >= 0; i++) {
        i += (uint32_t)found;
        if (text.n - i <= LEAST_NUMBERED || (i && ofs_is_letter(text.p[i - 1])) ||
            !ofs_numbered_grade_at(text, i, grade, agree))
            continue;
        *words = ofs_trim_end((ofs_str){text.p, i}, ":-(");
        cut_grade_word(words, grade, agree);
        return 1;
    }
    return 0;
}

int ofs_read_numbered_grade(ofs_str text, ofs_grade *grade, int *agree)
{
    ofs_str words;
    return ofs_split_numbered_grade(text, &words, grade, agree) && !words.n;
}

int ofs_is_numbered_grade(ofs_str text)
{
    ofs_grade grade;
    int agree;
    return ofs_read_numbered_grade(text, &grade, &agree);
}

ofs_str ofs_before_earlier_grade(ofs_str text, ofs_str *earlier)
{
    static const char *const words[] = {"previous", "was ", "were ", "formerly", "up from", "down from", NULL};
    ofs_span at;
    ofs_grade grade;
    *earlier = OFS_NO_STR;
    if (!text.n || text.p[text.n - 1] != ')')
        return text;
    uint32_t open = (uint32_t)(ofs_find_byte(text.p, text.p + text.n, '(') - text.p);
    ofs_str inside = {text.p + open + 1, text.n - open - 2};
    if (open + 2 >= text.n || !ofs_begins_with(inside, words) || !ofs_find_grade(inside, 0, OFS_FIRST, &grade, &at))
        return text;
    *earlier = inside;
    return ofs_trim((ofs_str){text.p, open});
}

int ofs_read_any_grade(ofs_str text, ofs_grade *grade)
{
    int agree;
    ofs_str earlier;
    text = ofs_before_earlier_grade(text, &earlier);
    return may_end_in_grade(text) && (ofs_read_grade(text, grade) || ofs_numbered_grade_at(text, 0, grade, &agree) ||
                                      ofs_read_numbered_grade(text, grade, &agree));
}

int ofs_split_heading(ofs_str heading, ofs_str *words, ofs_grade *grade)
{
    static const char *const verbs[] = {"are", "is", NULL};
    ofs_span at;
    *words = heading;
    if (heading.n > LONGEST_HEADING || !may_end_in_grade(heading) || !ofs_find_grade(heading, 0, OFS_LAST, grade, &at))
        return 0;
    if (ofs_trim_end((ofs_str){heading.p + at.end, heading.n - at.end}, ".").n)
        return 0; /* the grade is not the heading's end */
    ofs_str rest = ofs_trim_end((ofs_str){heading.p, at.start}, ":-");
    for (const char *const *verb = verbs; *verb; verb++) {
        uint32_t n = (uint32_t)strlen(*verb);
        if (rest.n > n + 1 && rest.p[rest.n - n - 1] == ' ' && memcmp(rest.p + rest.n - n, *verb, n) == 0) {
            rest = ofs_trim_end((ofs_str){rest.p, rest.n - n}, ":");
            break;
        }
    }
    *words = rest;
    return 1;
}
