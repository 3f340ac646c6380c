/* columns.c: a judgement table as plain text prints it: columns of spaces or tabs, labels with their grades below,
 * labels and grades wrapped over two lines or interleaved.
 *
 * Labels are the framework's rows, in order; grades are grade words, in order. Where there are as many of one as of the
 * other, and no grade stands beside another's label, they become a table. Where not, the rows whose grade stands beside
 * them keep it, and the others stay without one, so that the reader says so. */
#include "infer/infer.h"

#include "base/sentences.h"
#include "base/words.h"
#include "facts/facts.h"

#include <string.h>

enum {
    SEARCHED_LINES = 160,
    MOST_ROWS = 64,
    MOST_SEGMENTS = 200,
    LEAST_ROWS = 2,
    LEAST_LABEL = 12,
    MOST_GRADES = 4,
    LONGEST_HEAD = 40,
    LEAST_INDENT = 2,
    MOST_CELLS = 8 /* of a line */
};

typedef struct segment {
    ofs_str text;
    uint32_t line; /* index in source->lines */
    int row;       /* -1: belongs to no row */
    int is_grade;
    uint16_t column; /* of the table that is made: 0 the label's, 1 its first grade's */
} segment;

typedef struct columns {
    ofs_source *source;
    const ofs_framework *framework;
    const ofs_row *rows;
    segment *segments;     /* behind MOST_SEGMENTS of them what is added to a table that was found */
    segment *others;       /* what stands beside a row and is neither label nor grade */
    uint32_t count, labels, grades, other_count;
    segment stranger;      /* a line between them that is no row's */
    uint32_t stranger_at;  /* the segments before it; UINT32_MAX: there is none */
    uint32_t groups, scopes;   /* of the labels: headings that may have a grade, and that have none */
    uint8_t kinds[MOST_ROWS];  /* of each label, an ofs_row_kind */
    ofs_joiner label, grade; /* what has been gathered of the next one */
    const ofs_row *row;      /* whose label that is, or NULL */
    uint32_t label_from, grade_from;
    uint32_t width;            /* grades of a row */
    int alternates;            /* every row's label stands before its grades, and these before the next label */
    int one_space;             /* parts a label from its grade somewhere: nothing else says which column is which */
    uint32_t last_line;
    uint8_t places[MOST_ROWS]; /* of each label, its key's among the framework's rows */
    int is_record;             /* the table at the report's end: nothing but rows follow its heading */
} columns;

/* The next tab or run of two or more spaces; a paragraph of a thousand letters has none. */
static const char *next_cut(const char *p, const char *end)
{
    for (const char *from = p; (p = ofs_clean_end(from, from, end)) < end; from = p) {
        const char *stop = ofs_within(p, end, 8);
        p -= p > from && p[-1] == ' '; /* the first of two spaces may be the byte before */
        for (; p < stop; p++)
            if (*p == '\t' || (*p == ' ' && end - p > 1 && p[1] == ' '))
                return p;
    }
    return end;
}

/* Cuts a line at tabs and at runs of two or more spaces. */
static uint32_t split(ofs_str text, ofs_str *parts, uint32_t most)
{
    const char *end = text.p + text.n;
    uint32_t count = 0;
    for (const char *p = text.p, *cut; p <= end && count < most; p = cut + 1) {
        cut = next_cut(p, end);
        ofs_str part = ofs_trim(ofs_slice(p, cut));
        if (part.n)
            parts[count++] = part;
    }
    return count;
}

/* What one line has of a wrapped grade, the longest of each ending first. */
static const char *const GRADE_PARTS[] = {"requires improvement to be good",
                                          "requires improvement to be",
                                          "requires improvement to",
                                          "requires improvement",
                                          "improvement to be good",
                                          "improvement to be",
                                          "improvement to",
                                          "requires",
                                          "improvement",
                                          "to be good",
                                          "be good",
                                          NULL};

/* By its first two letters a row's label is none. */
static int may_be_grade_part(ofs_str text)
{
    return text.n &&
           (!ofs_is_letter(*text.p) || ofs_may_open_grade(text) || ofs_may_match(text, "grade") ||
            ofs_may_match(text, "improvement") || ofs_may_match(text, "to be") || ofs_may_match(text, "be good"));
}

/* Words that a printed grade is made of, so that a wrapped one can be gathered. */
static int is_grade_part(ofs_str text)
{
    ofs_grade grade;
    return may_be_grade_part(text) && (ofs_read_any_grade(text, &grade) || ofs_is_one_of(text, GRADE_PARTS));
}

/* Where a wrapped grade's line begins that ends the text after a space, or 0. */
static uint32_t part_at_end(ofs_str text)
{
    for (const char *const *part = GRADE_PARTS; *part; part++) {
        uint32_t n = (uint32_t)strlen(*part), at = text.n - n;
        if (text.n > n + 1 && text.p[at - 1] == ' ' && ofs_is_phrase((ofs_str){text.p + at, n}, *part))
            return at;
    }
    return 0;
}

/* 'children in Good': a capital begins the last word, a cell's, which may follow any word. */
static int ends_in_cell_grade(ofs_str text, ofs_span *at)
{
    ofs_grade grade;
    ofs_str word = ofs_last_word(text);
    *at = (ofs_span){text.n - word.n, text.n};
    return word.n && ofs_is_upper(word.p[0]) && word.p + word.n == text.p + text.n && ofs_read_any_grade(word, &grade);
}

/* 'who need help and protection Good', 'practice with children and families to be good': one space is all that some
 * extractors leave between two columns. */
static int split_grade(ofs_str given, ofs_str *label, ofs_str *grade_words)
{
    ofs_grade grade;
    ofs_str words, earlier, text = ofs_before_earlier_grade(given, &earlier);
    int agree, is_alone = may_be_grade_part(text) && (ofs_is_one_of(text, GRADE_PARTS) ||
                                                      (ofs_is_letter(*text.p) && ofs_read_grade(text, &grade)));
    if (is_alone)
        return 0;
    ofs_span at = {part_at_end(text), text.n};
    if (ofs_split_numbered_grade(text, &words, &grade, &agree))
        at.start = (uint32_t)(words.p + words.n - text.p);
    else if (!at.start && (!ofs_find_grade(text, 0, OFS_LAST, &grade, &at) || at.end != text.n) &&
             !ends_in_cell_grade(text, &at))
        return 0;
    words = ofs_trim_end((ofs_str){text.p, at.start}, ":-");
    if (!words.n)
        return 0; /* '– Good' */
    *label = words;
    *grade_words = ofs_trim((ofs_str){text.p + at.start, earlier.n ? given.n - at.start : at.end - at.start});
    return 1;
}

/* What is left of the label behind the text, whatever spaces stand in either, or NULL: it does not begin with it. */
static const char *behind_text(const char *label, ofs_str text)
{
    uint32_t i = 0;
    while (i < text.n && *label) {
        char c = text.p[i];
        if (c == *label || (*label >= 'a' && (c | 0x20) == *label)) {
            i++;
            label++;
        } else if (c == ' ') {
            i++;
        } else if (*label == ' ') {
            label++;
        } else {
            break;
        }
    }
    return i == text.n ? label : NULL;
}

/* The text so far, with the next one, could still become a label of the framework. Labels and texts begin with a letter;
 * most differ in it. */
static int begin_label(const ofs_row *rows, ofs_str text, ofs_str next)
{
    char first = text.n ? ofs_lower(*text.p) : '\0';
    for (; rows->key; rows++) {
        int may_begin = *rows->label == first || !ofs_is_lower(first);
        const char *rest = may_begin ? behind_text(rows->label, text) : NULL;
        if (rest && behind_text(rest, next))
            return 1;
    }
    return 0;
}

static int begins_label(const ofs_row *rows, ofs_str text)
{
    return begin_label(rows, text, OFS_NO_STR);
}

/* Its first letters are a row's. */
static int may_be_row(const ofs_row *rows, ofs_str text)
{
    return begins_label(rows, (ofs_str){text.p, text.n < LEAST_LABEL ? text.n : LEAST_LABEL});
}

/* The text begins a label, or is one or a label's first line with its grade after a single space: then *is_torn, 0 before,
 * says whether the label goes on below. */
static int begins_row(const ofs_row *rows, ofs_str text, int *is_torn)
{
    ofs_str label = text, grade;
    if (!may_be_row(rows, text)) /* as of nearly every line */
        return 0;
    if (begins_label(rows, text))
        return 1;
    if (!split_grade(text, &label, &grade))
        return 0;
    *is_torn = !ofs_row_of(rows, label);
    return !*is_torn || (label.n >= LEAST_LABEL && begins_label(rows, label));
}

static void finish_grade(columns *c)
{
    ofs_grade grade;
    if (c->grade.count && ofs_read_any_grade(ofs_joined(&c->grade), &grade)) {
        for (uint32_t i = c->grade_from; i < c->count; i++)
            if (c->segments[i].is_grade)
                c->segments[i].row = (int)c->grades;
        c->grades++;
    }
    c->grade.count = 0;
}

static void take_grade(columns *c, segment *made)
{
    ofs_grade grade;
    ofs_str so_far = ofs_joined(&c->grade);
    int whole = so_far.n && ofs_read_any_grade(so_far, &grade);
    int goes_on = ofs_phrase_at(made->text, "to be") || ofs_phrase_at(made->text, "be good") ||
                  ofs_phrase_at(made->text, "improvement");
    if (whole && !(goes_on && grade == OFS_REQUIRES_IMPROVEMENT))
        finish_grade(c);
    if (!c->grade.count)
        c->grade_from = c->count - 1;
    ofs_join(&c->grade, made->text);
    made->is_grade = 1;
}

/* 0 where the text cannot belong to a label: the table has ended. */
static int take_label(columns *c, segment *made)
{
    uint32_t before = c->label.count;
    if (!before)
        c->label_from = c->count - 1;
    ofs_join(&c->label, ofs_trim_end(before ? made->text : ofs_without_number(made->text), "?"));
    if (!begins_label(c->rows, ofs_joined(&c->label))) {
        c->label.count = before;
        return 0;
    }
    c->row = ofs_row_of(c->rows, ofs_joined(&c->label));
    for (uint32_t i = c->label_from; i < c->count; i++)
        if (!c->segments[i].is_grade)
            c->segments[i].row = (int)c->labels;
    return 1;
}

/* The first of the rows with this key. */
static uint32_t place_of(const ofs_row *rows, const char *key)
{
    uint32_t i = 0;
    while (strcmp(rows[i].key, key) != 0)
        i++;
    return i;
}

/* A label is whole when it is a row's, and the next text does not make a longer row's of it. */
static void finish_label(columns *c)
{
    const ofs_row *row = c->row;
    if (row && c->labels < MOST_ROWS) {
        c->groups += row->kind == OFS_ROW_GROUP;
        c->scopes += row->kind >= OFS_ROW_SCOPE;
        c->places[c->labels] = (uint8_t)place_of(c->rows, row->key);
        c->kinds[c->labels++] = (uint8_t)row->kind;
    } else if (c->label.count) { /* the beginning of a label is no part of the next one */
        for (uint32_t i = c->label_from; i < c->count; i++)
            if (!c->segments[i].is_grade)
                c->segments[i].row = -1;
    }
    c->label.count = 0;
    c->row = NULL;
}

static int take_segment(columns *c, ofs_str text, uint32_t line)
{
    if (c->count == MOST_SEGMENTS)
        return 0;
    segment *made = &c->segments[c->count++];
    *made = (segment){text, line, -1, 0, 0};
    if (is_grade_part(text)) {
        take_grade(c, made);
        return 1;
    }
    if (!ofs_without_number(text).n)
        return 1;
    if (c->row && !begin_label(c->rows, ofs_joined(&c->label), text))
        finish_label(c);
    if (take_label(c, made))
        return 1;
    c->count--;
    return 0;
}

/* A row with a grade whose label is not the framework's: kept where it is nearly one, or the table is known to hold
 * nothing else, so that the reader of the table can say so. */
static int take_unknown_row(columns *c, const ofs_str *parts, uint32_t n, uint32_t line)
{
    if (n != 2 || c->count + 2 > MOST_SEGMENTS || !is_grade_part(parts[1]) || !ofs_is_upper(parts[0].p[0]))
        return 0;
    if (!c->is_record && !ofs_nearest_row(c->framework, parts[0]))
        return 0;
    finish_label(c);
    finish_grade(c);
    if (c->labels == MOST_ROWS)
        return 0;
    c->segments[c->count++] = (segment){parts[0], line, (int)c->labels, 0, 0};
    c->places[c->labels] = 0;
    c->kinds[c->labels++] = OFS_ROW_PLAIN;
    c->segments[c->count++] = (segment){parts[1], line, -1, 0, 0};
    take_grade(c, &c->segments[c->count - 1]);
    return 1;
}

/* In a table that is known to hold nothing but rows: a row's label, and beside it what is no grade. */
static int take_strange_row(columns *c, ofs_str text, uint32_t line)
{
    uint32_t longest = 0;
    for (const ofs_row *row = c->rows; row->key; row++) {
        uint32_t n = ofs_phrase_at(text, row->label);
        longest = n > longest && n < text.n && text.p[n] == ' ' ? n : longest;
    }
    finish_label(c);
    return longest && take_segment(c, (ofs_str){text.p, longest}, line);
}

/* Every label so far has its grade, the last ones included, which nothing has closed yet. */
static int is_whole(const columns *c)
{
    ofs_grade grade;
    uint32_t labels = c->labels + (c->row != NULL);
    uint32_t grades = c->grades + (c->grade.count && ofs_read_grade(ofs_joined(&c->grade), &grade));
    return labels >= LEAST_ROWS && grades >= labels;
}

/* The labels that have a grade: all but the headings of scopes, and those of groups only where it is said. */
static uint32_t graded_labels(const columns *c, int with_groups, uint32_t *row_of)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < c->labels; i++)
        if (c->kinds[i] < OFS_ROW_GROUP || (c->kinds[i] == OFS_ROW_GROUP && with_groups))
            row_of[n++] = i;
    return n;
}

/* The lines of a label or a grade; first UINT32_MAX: it has none. */
typedef struct extent {
    uint32_t first, last;
} extent;

static void find_extents(const columns *c, int of_grades, extent *out)
{
    for (uint32_t i = 0, count = of_grades ? c->grades : c->labels; i < count; i++)
        out[i] = (extent){UINT32_MAX, 0};
    for (uint32_t i = 0; i < c->count; i++) {
        const segment *at = &c->segments[i];
        if (at->row < 0 || at->is_grade != of_grades)
            continue;
        extent *found = &out[at->row];
        found->first = at->line < found->first ? at->line : found->first;
        found->last = at->line > found->last ? at->line : found->last;
    }
}

/* 'Requires improvement' 'Overall effectiveness' 'to be good': the grade's lines stand above and below its label's. */
static int is_wrapped_around(extent grade, extent label)
{
    return grade.first < label.first && grade.last > label.last;
}

/* Every grade stands after its own label's first words and before the next label, `width` of them for each. */
static int stand_side_by_side(const columns *c, const uint32_t *row_of, uint32_t width)
{
    extent labels[MOST_SEGMENTS], grades[MOST_SEGMENTS];
    int label = -1;
    find_extents(c, 0, labels);
    find_extents(c, 1, grades);
    for (uint32_t i = 0; i < c->count; i++) {
        const segment *at = &c->segments[i];
        if (at->row < 0)
            continue;
        if (!at->is_grade)
            label = at->row;
        else if ((int)row_of[(uint32_t)at->row / width] != label &&
                 (width > 1 || !is_wrapped_around(grades[at->row], labels[row_of[at->row]])))
            return 0;
    }
    return 1;
}

/* They share a line, or one is wrapped around the other. */
static int stand_beside(extent a, extent b)
{
    return a.first <= b.last && b.first <= a.last;
}

/* Some extractors give a row cell by cell: the label, then its grade on the next line. Sure where the label takes two
 * lines, or no cell shares its line with another. */
static int stands_below(extent grade, extent label, int are_apart)
{
    return grade.first == label.last + 1 && (are_apart || label.last > label.first);
}

/* The last label may stand a line below its grade, in a row whose cells are centred. */
static int stands_above_last(const columns *c, extent grade, uint32_t label, extent own)
{
    return !c->one_space && label + 1 == c->labels && grade.last + 1 == own.first && own.first == own.last;
}

static int are_cells_apart(const columns *c)
{
    for (uint32_t i = 1; i < c->count; i++)
        if (c->segments[i].line == c->segments[i - 1].line && c->segments[i].row >= 0 && c->segments[i - 1].row >= 0)
            return 0;
    return 1;
}

/* One label stands below the other as the framework prints them; the overall judgement may stand first or last. */
static int are_in_order(const columns *c, uint32_t above, uint32_t below)
{
    uint32_t places[] = {c->places[above], c->places[below]};
    for (size_t i = 0; i < 2; i++) {
        const char *theme = c->rows[places[i]].theme;
        if (c->scopes || (theme && strcmp(theme, "overall") == 0))
            return 1;
    }
    return places[0] < places[1];
}

/* Labels and grades take turns, of as many rows each: one and one, all and all, those of a page. Where a cell was lost, or
 * one came in, or two changed places, the grades after it would shift. So they would where a line between them that is
 * neither was one of them, but between two rows. */
static int takes_even_turns(const columns *c, const uint32_t *row_of, uint32_t count, uint32_t width)
{
    uint32_t labels = 0, grades = 0, before = 0;
    int first = -1, last = -1;
    for (uint32_t i = 0; i < c->count; i++) {
        const segment *at = &c->segments[i];
        if (at->is_grade ? at->row != (int)grades : labels == count || at->row != (int)row_of[labels])
            continue;
        first = first < 0 ? at->is_grade : first;
        int is_even = grades == labels * width, is_strange = before < c->stranger_at && c->stranger_at <= i;
        int is_turn = at->is_grade != last;
        if (is_turn ? at->is_grade == first && !is_even
                    : !at->is_grade && !are_in_order(c, row_of[labels - 1], row_of[labels]))
            return 0;
        if (is_strange && (!is_turn || !is_even))
            return 0;
        labels += !at->is_grade;
        grades += at->is_grade != 0;
        last = at->is_grade;
        before = i;
    }
    return 1;
}

/* A grade that stands beside a label stands beside its own. Where most do all must: a grade word below the table is no
 * row's. */
static int deals_truly(const columns *c, const uint32_t *row_of, uint32_t count, uint32_t width)
{
    extent labels[MOST_SEGMENTS], grades[MOST_SEGMENTS];
    find_extents(c, 0, labels);
    find_extents(c, 1, grades);
    uint32_t beside_own = 0, beside_any = 0, below_own = 0;
    int are_apart = are_cells_apart(c);
    for (uint32_t g = 0; g < c->grades; g++) {
        extent own = labels[row_of[g / width]];
        int is_beside = stand_beside(grades[g], own);
        beside_own += is_beside != 0;
        below_own += !is_beside && (stands_below(grades[g], own, are_apart) ||
                                    stands_above_last(c, grades[g], row_of[g / width], own));
        for (uint32_t i = 0; i < c->labels; i++)
            if (stand_beside(grades[g], labels[i])) {
                beside_any++;
                break;
            }
    }
    if (2 * beside_own >= c->grades)
        return beside_own + below_own == c->grades;
    return beside_own == beside_any && takes_even_turns(c, row_of, count, width);
}

/* The only one of `count` that stands beside it, or `count`. */
static uint32_t only_beside(extent it, const extent *others, uint32_t count)
{
    uint32_t found = count;
    for (uint32_t i = 0; i < count; i++)
        if (stand_beside(it, others[i])) {
            if (found < count)
                return count;
            found = i;
        }
    return found;
}

/* What stands beside a row; 0: there is no room for more. */
static int add_other(columns *c, ofs_str text, uint32_t line, int row)
{
    if (c->other_count == MOST_SEGMENTS)
        return 0;
    c->others[c->other_count++] = (segment){text, line, row, 0, 0};
    return 1;
}

/* The row's own grade, which stands before the other one, is the same. */
static int repeats_grade(const columns *c, const segment *other, int label)
{
    ofs_grade own = OFS_GRADE_NONE, grade = OFS_GRADE_NONE;
    for (const segment *at = c->segments; at < other && !own; at++)
        if (at->is_grade && at->row == label)
            ofs_read_any_grade(at->text, &own);
    return !own || (ofs_read_any_grade(other->text, &grade) && grade == own);
}

/* One more grade between a row that keeps its own and the next: the reader of the table says what of it is sure. What
 * stands below them all may be the text's, in small letters or where it repeats the last one. */
static void keep_other_grade(columns *c, const segment *grade, int label)
{
    if (label + 1 < (int)c->labels || !(ofs_is_lower(*grade->text.p) || repeats_grade(c, grade, label)))
        add_other(c, grade->text, grade->line, label);
}

/* Two grades or more stand beside several labels: which column is this inspection's, only a header could say. */
static int has_two_columns(const columns *c, const extent *labels, const extent *grades)
{
    uint32_t rows = 0;
    for (uint32_t i = 0; i < c->labels; i++) {
        uint32_t beside = 0;
        for (uint32_t g = 0; g < c->grades; g++)
            beside += stand_beside(labels[i], grades[g]) != 0;
        rows += beside > 1;
    }
    return rows >= LEAST_ROWS;
}

/* Each row that has one grade beside it, which is beside no other, keeps it. Returns whether enough of them do. */
static int keep_sure_rows(columns *c)
{
    extent labels[MOST_SEGMENTS], grades[MOST_SEGMENTS];
    uint32_t kept = 0, row_of[MOST_SEGMENTS];
    uint8_t is_sure[MOST_ROWS + 1] = {0};
    int label = MOST_ROWS;
    find_extents(c, 0, labels);
    find_extents(c, 1, grades);
    if (has_two_columns(c, labels, grades))
        return 0;
    for (uint32_t g = 0; g < c->grades; g++) {
        uint32_t i = row_of[g] = only_beside(grades[g], labels, c->labels);
        if (i < c->labels && only_beside(labels[i], grades, c->grades) != g)
            row_of[g] = c->labels;
        kept += row_of[g] < c->labels;
        is_sure[row_of[g]] |= row_of[g] < c->labels;
    }
    for (uint32_t i = 0; i < c->count; i++) {
        segment *at = &c->segments[i];
        if (!at->is_grade && at->row >= 0)
            label = at->row;
        if (!at->is_grade || at->row < 0)
            continue;
        at->column = 1;
        at->row = row_of[at->row] < c->labels ? (int)row_of[at->row] : -1;
        if (at->row < 0 && is_sure[label])
            keep_other_grade(c, at, label);
    }
    c->width = c->alternates = 1;
    return kept >= LEAST_ROWS;
}

/* Every label with a grade has `width` of them, in turn. */
static void deal_grades(columns *c, const uint32_t *row_of, uint32_t width)
{
    c->width = width;
    c->alternates = stand_side_by_side(c, row_of, width);
    for (uint32_t i = 0; i < c->count; i++) {
        segment *at = &c->segments[i];
        if (!at->is_grade || at->row < 0)
            continue;
        at->column = (uint16_t)(1 + (uint32_t)at->row % width);
        at->row = (int)row_of[(uint32_t)at->row / width];
    }
}

/* As many grades as labels that have one, or several times as many or those of the headings of groups, too, where they
 * stand side by side. 0: neither. */
static int match_grades(columns *c)
{
    uint32_t row_of[MOST_ROWS], width = 0;
    for (int several = 1; several >= 0 && c->grades >= LEAST_ROWS; several--)
        for (int with_groups = 1; with_groups >= 0; with_groups--) {
            uint32_t n = graded_labels(c, with_groups, row_of);
            width = n ? c->grades / n : 0;
            if (n < LEAST_ROWS || c->grades != width * n || width > MOST_GRADES || (width > 1) != several ||
                ((several || (with_groups && c->groups)) && !stand_side_by_side(c, row_of, width)) ||
                !deals_truly(c, row_of, n, width))
                continue;
            deal_grades(c, row_of, width);
            return 1;
        }
    return 0;
}

/* 'The experiences and progress of children in care: good' below a table that has this row: a chapter's heading. */
static int has_row(const columns *c, ofs_str label)
{
    const ofs_row *row = ofs_row_of(c->rows, label);
    uint32_t i = 0, place = row ? place_of(c->rows, row->key) : 0;
    while (row && i < c->labels && c->places[i] != place)
        i++;
    return row && (i < c->labels || (c->row && strcmp(c->row->key, row->key) == 0));
}

/* 'The effectiveness of the Board is' 'good': no table's grade. */
static int ends_sentence_with_grade(ofs_str text)
{
    ofs_grade grade;
    return ofs_is_lower(*text.p) && ofs_read_grade(text, &grade);
}

/* The line's cells, up to seven; a label and its grade also where one space stands between them. */
static uint32_t cells_of(const columns *c, const ofs_line *line, ofs_str *parts, int *has_columns)
{
    uint32_t n = split(ofs_line_text(c->source, line), parts, MOST_CELLS - 1);
    *has_columns = n > 1;
    return n == 1 && !ofs_row_of(c->rows, parts[0]) && split_grade(parts[0], &parts[0], &parts[1]) ? 2 : n;
}

/* 'Previous inspection' alone on a line: the grades below it are not this inspection's. */
static int heads_other_grades(ofs_str text)
{
    static const char *const words[] = {"previous*", "last", "prior", "earlier", "former*", "target*", NULL};
    return text.n <= LONGEST_HEAD && !ofs_ends_sentence(text) && ofs_has_words(text, words);
}

/* What stands in a line behind words of a row, or behind a grade where other rows have such a cell, as one cell. */
static int take_other(columns *c, int behind_grade, ofs_str text, uint32_t line)
{
    int row = (int)c->labels - !c->label.count;
    return row >= 0 && (!behind_grade || c->other_count) && add_other(c, text, line, row);
}

/* The line goes on with what stands beside the row above: it is indented, and no row begins in it. */
static int goes_on_beside(columns *c, ofs_str text, uint32_t first, uint32_t line)
{
    const ofs_line *lines = c->source->lines;
    int is_below =
        c->other_count && !(lines[line].flags & OFS_LINE_GAP) && lines[line].left >= lines[first].left + LEAST_INDENT;
    return is_below && add_other(c, text, line, c->others[c->other_count - 1].row);
}

static void meet_stranger(columns *c, ofs_str text, uint32_t line)
{
    static const char *const heads[] = {"judgement", "grade", "judgement grade", "this inspection", NULL};
    if (ofs_is_one_of(text, heads))
        return;
    c->stranger = (segment){text, line, (int)c->labels - !c->label.count, 0, 0};
    c->stranger_at = c->count;
}

/* A line between two rows stands beside the one above: it may be what was printed there. */
static void add_others(columns *c)
{
    if (c->stranger_at < c->count && c->stranger.row >= 0)
        add_other(c, c->stranger.text, c->stranger.line, c->stranger.row);
    for (uint32_t i = 0; i < c->other_count; i++) {
        c->segments[c->count] = c->others[i];
        c->segments[c->count++].column = (uint16_t)(1 + c->width);
    }
}

/* Nothing of the table that may begin at `first` is known. */
static void begin_table(columns *c, uint32_t first)
{
    c->count = c->labels = c->grades = c->groups = c->scopes = c->other_count = 0;
    c->stranger_at = UINT32_MAX;
    c->label = c->grade = (ofs_joiner){&c->source->arena, NULL, 0, 0};
    c->row = NULL;
    c->one_space = 0;
    c->last_line = first;
}

/* The cells of a line are rows, grades or what stands beside them: 1; else none of them is taken. */
static int take_cells(columns *c, const ofs_str *parts, uint32_t n, uint32_t first, uint32_t line)
{
    uint32_t taken = 0, count = c->count;
    while (taken < n && take_segment(c, parts[taken], line))
        taken++;
    int behind_grade = c->count > count && c->segments[count].is_grade;
    int behind_words = taken && ofs_without_number(parts[taken - 1]).n; /* '8.' alone begins a paragraph */
    if (taken == n ||
        (behind_words &&
         take_other(c, behind_grade, ofs_slice(parts[taken].p, parts[n - 1].p + parts[n - 1].n), line)) ||
        (n == 1 && goes_on_beside(c, parts[0], first, line)))
        return 1;
    if (c->count > count)
        c->grade.count = 0; /* what it had of a grade, too */
    c->count = count;
    return 0;
}

/* They are a row whose label or grade is not known. */
static int take_odd_row(columns *c, const ofs_str *parts, uint32_t n, int has_columns, uint32_t line)
{
    return ((has_columns || c->is_record) && take_unknown_row(c, parts, n, line)) ||
           (c->is_record && n == 1 && take_strange_row(c, parts[0], line));
}

/* Takes the lines of a table that begins at `first`; the number of rows, 0 where it is none. */
static uint32_t gather(columns *c, uint32_t first)
{
    ofs_source *source = c->source;
    uint32_t strangers = 0;
    begin_table(c, first);
    for (uint32_t i = first; i < source->line_count && strangers < 2; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str parts[MOST_CELLS];
        if (line->kind == OFS_LINE_ARTIFACT)
            continue;
        if (line->kind != OFS_LINE_UNKNOWN)
            break;
        int has_columns;
        uint32_t n = cells_of(c, line, parts, &has_columns);
        if (!has_columns && n == 2 && !c->scopes && is_whole(c) && has_row(c, parts[0]))
            break;
        c->one_space |= !has_columns && n == 2;
        if (strangers && n == 1 && ends_sentence_with_grade(parts[0])) {
            strangers++;
            continue;
        }
        if (take_cells(c, parts, n, first, i) || take_odd_row(c, parts, n, has_columns, i)) {
            c->last_line = i;
            continue;
        }
        if (!c->count || is_whole(c) || (n == 1 && heads_other_grades(parts[0])))
            break;
        if (!strangers++)
            meet_stranger(c, ofs_line_text(source, line), i);
    }
    finish_label(c);
    finish_grade(c);
    return match_grades(c) || keep_sure_rows(c) ? c->labels : 0;
}

/* The rows stand as the framework prints them, none twice, each grade beside its own: so much is asked of a table whose
 * columns one space divides, in which a lost line would give a row its neighbour's grade. */
static int is_in_order(const columns *c)
{
    for (uint32_t i = 1; i < c->labels; i++)
        if (c->places[i - 1] >= c->places[i])
            return 0;
    return c->alternates;
}

static int compare_place(const segment *a, const segment *b)
{
    if (a->row != b->row)
        return a->row - b->row;
    return a->column - b->column;
}

/* In row order, stable: insertion sort of a few dozen. */
static void sort(segment *at, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        segment moved = at[i];
        uint32_t k = i;
        for (; k && compare_place(&at[k - 1], &moved) > 0; k--)
            at[k] = at[k - 1];
        at[k] = moved;
    }
}

/* The columns' headers on the line above the table become its first row; the line that the table then begins at. */
static uint32_t take_headers(columns *c, uint32_t first)
{
    ofs_str parts[MOST_CELLS];
    const ofs_line *above = first ? &c->source->lines[first - 1] : NULL;
    if (!above || above->kind != OFS_LINE_UNKNOWN)
        return first;
    uint32_t n = split(ofs_line_text(c->source, above), parts, MOST_CELLS);
    uint32_t all = c->width + (c->other_count > 0);
    int is_first = ofs_phrase_at(parts[0], "judgement") != 0; /* or nothing is printed above the labels */
    int stands_in = !is_first && c->width > 1 && n == all && above->left > c->source->lines[first].left;
    int labelled = !stands_in && (n == c->width + 1 || n == all + 1);
    int fits = stands_in || (labelled && (is_first || c->width > 1));
    if (!fits || memchr(parts[0].p, ':', parts[0].n) || ofs_row_of(c->rows, ofs_without_number(parts[0])))
        return first; /* a sentence, or a row that was not read */
    for (uint32_t i = 0; i < c->count; i++)
        c->segments[i].row += c->segments[i].row >= 0;
    for (uint32_t i = 0; i < n; i++)
        c->segments[c->count++] = (segment){parts[i], first - 1, 0, 0, (uint16_t)(labelled ? i : i + 1)};
    return first - 1;
}

static uint32_t highest_table(const ofs_source *source)
{
    uint32_t highest = 0;
    for (uint32_t i = 0; i < source->line_count; i++)
        highest = source->lines[i].table > highest ? source->lines[i].table : highest;
    return highest;
}

/* Lines [first, end) become `count` others. Mostly they are as many, and no other line has to move. */
static void replace_lines(ofs_source *source, uint32_t first, uint32_t end, const ofs_line *others, uint32_t count)
{
    uint32_t rest = source->line_count - end;
    ofs_line *old = source->lines;
    if (count > end - first) {
        source->lines = OFS_ROOM(&source->arena, ofs_line, first + count + rest);
        memcpy(source->lines, old, first * sizeof *old);
    }
    if (count != end - first)
        memmove(source->lines + first + count, old + end, rest * sizeof *old);
    memcpy(source->lines + first, others, count * sizeof *old);
    source->line_count = first + count + rest;
}

/* The lines first..last_line become one cell line for each segment. */
static void rebuild(columns *c, uint32_t first)
{
    ofs_source *source = c->source;
    uint32_t table = highest_table(source) + 1, made = 0;
    ofs_line *cells = OFS_ROOM(&source->arena, ofs_line, c->count);
    sort(c->segments, c->count);
    for (uint32_t i = 0; i < c->count; i++) {
        const segment *from = &c->segments[i];
        if (from->row < 0)
            continue;
        ofs_line *line = &cells[made++];
        *line = source->lines[from->line];
        line->kind = OFS_LINE_CELL;
        line->start = (uint32_t)(from->text.p - source->text.p);
        line->end = line->start + from->text.n;
        line->table = table;
        line->row = (uint16_t)from->row;
        line->column = from->column;
    }
    replace_lines(source, first, c->last_line + 1, cells, made);
}

/* The line after the heading of a table at the report's end; the contents name it, too. 0: there is none. */
static uint32_t after_record(const ofs_source *source, const ofs_row *rows)
{
    while (rows->key && rows->kind != OFS_ROW_RECORD)
        rows++;
    for (uint32_t i = source->line_count; rows->key && i--;)
        if (ofs_is_phrase(ofs_line_text(source, &source->lines[i]), rows->label))
            return i + 1;
    return 0;
}

/* 'good' below '… in Aytonshire require improvement to be': the sentence above the table ends there. */
static int ends_sentence_above(const ofs_source *source, uint32_t i)
{
    const ofs_line *line = &source->lines[i];
    return i && line[-1].kind == OFS_LINE_UNKNOWN && !(line->flags & OFS_LINE_GAP) &&
           ends_sentence_with_grade(ofs_line_text(source, line));
}

/* A grade alone above the line: the first label's, where others stand above theirs, too. */
static int is_below_grade(const ofs_source *source, uint32_t i)
{
    return i && is_grade_part(ofs_line_text(source, &source->lines[i - 1]));
}

void ofs_infer_judgement_table(ofs_source *source, const ofs_framework *framework)
{
    const ofs_row *rows = framework->rows;
    if (!rows)
        return;
    columns *c = OFS_NEW(&source->arena, columns);
    uint32_t first = after_record(source, rows), torn = 0;
    c->segments = OFS_ROOM(&source->arena, segment, 2 * MOST_SEGMENTS + MOST_CELLS);
    c->others = OFS_ROOM(&source->arena, segment, MOST_SEGMENTS);
    c->source = source;
    c->framework = framework;
    c->rows = rows;
    c->is_record = first != 0;
    for (uint32_t i = first; i < source->line_count && i < first + SEARCHED_LINES; i++) {
        ofs_str parts[MOST_CELLS];
        if (source->lines[i].kind != OFS_LINE_UNKNOWN || ends_sentence_above(source, i))
            continue;
        uint32_t n = split(ofs_line_text(source, &source->lines[i]), parts, MOST_CELLS);
        uint32_t words =
            n > 1 && !ofs_without_number(parts[0]).n; /* '1.' is a part of its own where more spaces follow */
        ofs_str label = n ? ofs_without_number(parts[words]) : OFS_NO_STR;
        int is_torn = 0;
        int starts = label.n && (begins_row(rows, label, &is_torn) || is_grade_part(parts[words]) ||
                                 (n == 2 && is_grade_part(parts[1]) && ofs_nearest_row(framework, label)));
        if (!starts)
            continue;
        if (gather(c, i) && (i >= torn || (c->alternates && !is_below_grade(source, i))) &&
            (!is_torn || is_in_order(c))) {
            add_others(c);
            rebuild(c, take_headers(c, i));
            return;
        }
        /* a row lost its grade: the rest must not shift */
        if (c->labels >= LEAST_ROWS && c->grades && c->last_line >= torn)
            torn = c->last_line + 1;
        if (c->is_record) /* its first row is the table's: another start would shift the grades */
            return;
    }
}
