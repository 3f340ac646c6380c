/* graded_lines.c: a judgement table that a web page, Markdown or a PDF's tags give as paragraphs, as list items or as terms
 * and their descriptions, or a text with bullets: its lines are of unknown kind and begin behind their bullets, to be read
 * as the rows of a text are.
 *
 * May not say which grade is whose. */
#include "infer/infer.h"

#include "facts/facts.h"

enum { LEAST_GRADED = 2, LONGEST_LINE = 160, SEARCHED_LINES = 240 };

/* Lines that follow each other and hold nothing but rows' labels and grades. */
typedef struct run {
    uint32_t first, labels, grades;
} run;

static int is_row(const ofs_framework *framework, ofs_str text)
{
    return ofs_row_of(framework->rows, ofs_without_number(text)) != NULL;
}

/* 'Overall effectiveness', 'Good', 'Overall effectiveness: Good', or a bullet alone. */
static int take(const ofs_framework *framework, run *in, ofs_str text)
{
    ofs_grade grade;
    ofs_str label;
    if (!text.n)
        return 1;
    int is_both = ofs_split_heading(text, &label, &grade) && label.n && is_row(framework, label);
    int is_grade = !is_both && ofs_read_grade(text, &grade);
    int is_label = !is_both && !is_grade && is_row(framework, text);
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
    return line->end - line->start <= LONGEST_LINE && !goes_on(source, line) &&
           (line->kind == OFS_LINE_PARA || line->kind == OFS_LINE_ITEM || line->kind == OFS_LINE_UNKNOWN);
}

static ofs_str without_bullet(const ofs_source *source, const ofs_line *line)
{
    ofs_str text = ofs_line_text(source, line);
    uint32_t n = ofs_bullet_label(text);
    return ofs_trim((ofs_str){text.p + n, text.n - n});
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
        line->element = 0;
        line->flags &= (uint8_t)~(OFS_LINE_BEGINS | OFS_LINE_LABELLED);
    }
}

static int has_table(const ofs_source *source, const ofs_framework *framework)
{
    for (uint32_t i = 0; i < source->line_count; i++)
        if (source->lines[i].kind == OFS_LINE_CELL && is_row(framework, ofs_line_text(source, &source->lines[i])))
            return 1;
    return 0;
}

void ofs_infer_graded_lines(ofs_source *source, const ofs_framework *framework)
{
    run in = {0, 0, 0};
    if (!framework->rows || has_table(source, framework))
        return;
    for (uint32_t i = 0; i <= source->line_count && (i < SEARCHED_LINES || in.labels); i++) {
        const ofs_line *line = i < source->line_count ? &source->lines[i] : NULL;
        if (line && (line->kind == OFS_LINE_ARTIFACT ||
                     (is_loose(source, line) && take(framework, &in, without_bullet(source, line)))))
            continue;
        if (in.labels >= LEAST_GRADED && in.labels == in.grades)
            loosen(source, in, i);
        in = (run){i + 1, 0, 0};
    }
}
