/* graded_lines.c: a judgement table that a web page, Markdown or a PDF's tags give as paragraphs, as list items or as terms
 * and their descriptions, or a text with bullets: its lines are of unknown kind and begin behind their bullets, to be read
 * as the rows of a text are.
 *
 * May not say which grade is whose. */
#include "infer/infer.h"

#include "facts/facts.h"

#include <string.h>

enum { LEAST_GRADED = 2, LONGEST_LINE = 160, SEARCHED_LINES = 240 };

/* Lines that follow each other and hold nothing but rows' labels and grades. */
typedef struct run {
    uint32_t first, labels, grades;
} run;

/* The framework's rows, and how their labels begin. */
typedef struct known_rows {
    const ofs_row *at;
    ofs_beginnings beginnings;
} known_rows;

static int is_row(const ofs_row *rows, ofs_str text)
{
    return ofs_row_of(rows, ofs_without_number(text)) != NULL;
}

/* Where a line's first letter stands, or a bracket, which may be a glyph's without a meaning. */
static uint32_t first_letter(ofs_str text)
{
    uint32_t i = 0;
    while (i < text.n && !ofs_is_letter(text.p[i]) && text.p[i] != '(')
        i++;
    return i;
}

/* A row or a grade begins like it, behind a bullet or a number, or it is nothing else: most lines are neither. */
static int may_be_part(const known_rows *rows, ofs_str text)
{
    uint32_t i = first_letter(text);
    ofs_str words = {text.p + i, text.n - i};
    return !words.n || *words.p == '(' || ofs_may_open_grade(words) || ofs_may_begin_one(&rows->beginnings, words);
}

/* 'Overall effectiveness', 'Good', 'Overall effectiveness: Good', or a bullet alone. */
static int take(const known_rows *rows, run *in, ofs_str text)
{
    ofs_grade grade;
    ofs_str label, earlier;
    if (!text.n)
        return 1;
    text = ofs_before_earlier_grade(text, &earlier);
    int may_be = ofs_may_begin_one(&rows->beginnings, ofs_without_number(text));
    int is_both = may_be && ofs_split_heading(text, &label, &grade) && label.n && is_row(rows->at, label);
    int is_grade = !is_both && ofs_read_grade(text, &grade);
    int is_label = may_be && !is_both && !is_grade && is_row(rows->at, text);
    in->labels += is_both || is_label;
    in->grades += is_both || is_grade;
    return is_both || is_grade || is_label;
}

/* A word in small letters: the line goes on with a sentence, as most do. */
static int goes_on(const ofs_source *source, const ofs_line *line)
{
    const char *p = source->text.p + line->start;
    return line->end - line->start > 1 && ofs_is_lower(p[0]) && ofs_is_lower(p[1]);
}

/* Kinds that say no more than where a line's text ends. */
static int is_loose(const ofs_source *source, const ofs_line *line)
{
    return !goes_on(source, line) && line->end - line->start <= LONGEST_LINE &&
           (line->kind == OFS_LINE_PARA || line->kind == OFS_LINE_ITEM || line->kind == OFS_LINE_UNKNOWN);
}

/* A sign that puts the grade behind it in doubt is no bullet: an empty box, a cross. */
static ofs_str without_bullet(const ofs_source *source, const ofs_line *line)
{
    ofs_grade grade;
    ofs_str text = ofs_line_text(source, line);
    uint32_t n = ofs_bullet_label(text);
    ofs_str rest = ofs_trim((ofs_str){text.p + n, text.n - n});
    return n && ofs_read_grade(rest, &grade) && !ofs_read_grade(text, &grade) ? text : rest;
}

static void loosen(ofs_source *source, run in, uint32_t end)
{
    for (uint32_t i = in.first; i < end; i++) {
        ofs_line *line = &source->lines[i];
        ofs_str text = without_bullet(source, line);
        if (line->kind == OFS_LINE_ARTIFACT)
            continue;
        line->kind = text.n ? OFS_LINE_UNKNOWN : OFS_LINE_ARTIFACT;
        line->start = text.n ? (uint32_t)(text.p - source->text.p) : line->start;
        line->flags &= (uint8_t)~(OFS_LINE_BEGINS | OFS_LINE_LABELLED);
    }
}

/* A row of one of the frameworks whose grade stands before its label, or has an earlier one behind it. */
typedef struct turned {
    ofs_str label, grade;
} turned;

static turned parts_of(ofs_str text)
{
    ofs_grade grade;
    ofs_span at;
    ofs_str earlier, now = ofs_before_earlier_grade(text, &earlier);
    if (!earlier.n && ofs_opening_grade(text, &grade, &at)) {
        uint32_t sign = 0, n = at.end;
        ofs_str rest = ofs_trim((ofs_str){text.p + n, text.n - n});
        n = rest.n ? ofs_utf8_next(rest.p, rest.p + rest.n, &sign) : 0;
        if (sign == ':' || ofs_is_dash(sign))
            return (turned){ofs_trim((ofs_str){rest.p + n, rest.n - n}), {text.p, at.end}};
    } else if (earlier.n && ofs_find_grade(now, 0, OFS_LAST, &grade, &at) && at.end == now.n) {
        return (turned){ofs_trim_end((ofs_str){now.p, at.start}, ":-"), {now.p + at.start, text.n - at.start}};
    }
    return (turned){OFS_NO_STR, OFS_NO_STR};
}

/* A grade's letters begin it, behind a bullet or none, or brackets end it: most lines are neither, and go on with a
 * sentence. */
static int may_be_turned(const ofs_source *source, const ofs_line *line)
{
    if (!is_loose(source, line))
        return 0;
    ofs_str text = ofs_line_text(source, line);
    uint32_t i = first_letter(text);
    ofs_str words = {text.p + i, text.n - i};
    return words.n && (*words.p == '(' || ofs_may_open_grade(words) || text.p[text.n - 1] == ')');
}

static int turned_row(const ofs_source *source, const ofs_line *line, const ofs_framework *const *known, uint32_t count,
                      turned *row)
{
    *row = parts_of(without_bullet(source, line));
    for (uint32_t i = 0; row->label.n && i < count; i++)
        if (known[i]->rows && ofs_row_of(known[i]->rows, row->label))
            return 1;
    return 0;
}

/* A turned row's label and its grade, a line each. */
static void turn(const ofs_source *source, ofs_line *made, const ofs_line *line, turned row)
{
    made[0] = made[1] = *line;
    made[0].start = (uint32_t)(row.label.p - source->text.p);
    made[0].end = made[0].start + row.label.n;
    made[1].start = (uint32_t)(row.grade.p - source->text.p);
    made[1].end = made[1].start + row.grade.n;
}

/* The first such row from line i on, or `end`. */
static uint32_t next_turned(const ofs_source *source, uint32_t i, uint32_t end, const ofs_framework *const *known,
                            uint32_t count, turned *row)
{
    while (i < end &&
           !(may_be_turned(source, &source->lines[i]) && turned_row(source, &source->lines[i], known, count, row)))
        i++;
    return i;
}

void ofs_turn_graded_lines(ofs_source *source, const ofs_framework *const *known, uint32_t count)
{
    uint32_t searched = source->line_count < SEARCHED_LINES ? source->line_count : SEARCHED_LINES, made = 0;
    turned row;
    uint32_t next = next_turned(source, 0, searched, known, count, &row);
    if (next == searched)
        return; /* of nearly every text */
    ofs_line *lines = OFS_ROOM(&source->arena, ofs_line, source->line_count + searched);
    for (uint32_t i = 0; i < searched; i++) {
        if (i < next) {
            lines[made++] = source->lines[i];
            continue;
        }
        turn(source, lines + made, &source->lines[i], row);
        made += 2;
        next = next_turned(source, i + 1, searched, known, count, &row);
    }
    memcpy(lines + made, source->lines + searched, (source->line_count - searched) * sizeof *lines);
    source->line_count += made - searched;
    source->lines = lines;
}

static int has_table(const ofs_source *source, const ofs_framework *framework)
{
    for (uint32_t i = 0; i < source->line_count; i++)
        if (source->lines[i].kind == OFS_LINE_CELL && is_row(framework->rows, ofs_line_text(source, &source->lines[i])))
            return 1;
    return 0;
}

/* The line may be a part of such a table, or belongs to no text at all. */
static int may_be_in_table(const ofs_source *source, const known_rows *rows, const ofs_line *line)
{
    return line->kind == OFS_LINE_ARTIFACT ||
           (is_loose(source, line) && may_be_part(rows, ofs_line_text(source, line)));
}

/* What loosening would change: the line's kind is known, or it begins with a bullet. */
static int is_bound(const ofs_source *source, const ofs_line *line)
{
    return line->kind != OFS_LINE_UNKNOWN || (line->flags & (OFS_LINE_BEGINS | OFS_LINE_LABELLED)) ||
           ofs_bullet_label(ofs_line_text(source, line));
}

/* As many of the lines as a table has at least may hold a grade. */
static int may_hold_grades(const ofs_source *source, uint32_t first, uint32_t end)
{
    uint32_t found = 0;
    for (uint32_t i = first; i < end && found < LEAST_GRADED; i++) {
        ofs_str text = ofs_line_text(source, &source->lines[i]);
        found += ofs_grade_letters(text, 0) < text.n;
    }
    return found == LEAST_GRADED;
}

/* Behind the lines from `first` on that may be a table's. */
static uint32_t table_end(const ofs_source *source, const known_rows *rows, uint32_t first)
{
    while (first < source->line_count && may_be_in_table(source, rows, &source->lines[first]))
        first++;
    return first;
}

/* A table may stand among the lines, and some of them are bound: of nearly every text none are. */
static int may_have_bound_table(const ofs_source *source, const known_rows *rows)
{
    for (uint32_t first = 0, end; first < source->line_count && first < SEARCHED_LINES; first = end + 1) {
        uint32_t i = first;
        end = table_end(source, rows, first);
        while (i < end && !is_bound(source, &source->lines[i]))
            i++;
        if (i < end && may_hold_grades(source, first, end))
            return 1;
    }
    return 0;
}

/* The lines up to `end` may be parts of tables. Returns whether one was there: a later list is another inspection's. */
static int loosen_tables(ofs_source *source, const known_rows *rows, uint32_t first, uint32_t end)
{
    run in = {first, 0, 0};
    int found = 0;
    for (uint32_t i = first; i <= end && (i < SEARCHED_LINES || in.labels); i++) {
        const ofs_line *line = &source->lines[i];
        if (i < end && (line->kind == OFS_LINE_ARTIFACT || take(rows, &in, without_bullet(source, line))))
            continue;
        if (in.labels >= LEAST_GRADED && in.labels == in.grades)
            loosen(source, in, i);
        found |= in.labels >= LEAST_GRADED && in.grades >= LEAST_GRADED;
        in = (run){i + 1, 0, 0};
    }
    return found;
}

void ofs_infer_graded_lines(ofs_source *source, const ofs_framework *framework)
{
    known_rows rows = {.at = framework->rows};
    for (const ofs_row *row = rows.at; row && row->key; row++)
        ofs_add_beginning(&rows.beginnings, row->label);
    if (!rows.at || !may_have_bound_table(source, &rows) || has_table(source, framework))
        return;
    for (uint32_t first = 0, end; first < source->line_count && first < SEARCHED_LINES; first = end + 1) {
        end = table_end(source, &rows, first);
        if (end > first && loosen_tables(source, &rows, first, end))
            return;
    }
}
