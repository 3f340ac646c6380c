/* other_grades.c: grades that the text prints beside those of the judgement table and its headings: in a second table that
 * lost its lines or its columns, in a sentence of a chapter.
 *
 * May file issues and may not change a value. */
#include "base/words.h"
#include "readers/checks.h"

#include <string.h>

enum {
    LONGEST_GRADE = 40, /* bytes */
    LONGEST_GRADING = 1024, /* from a sentence's beginning to behind its grade */
    MOST_ROWS = 32
};

static void file(ofs_reader *reader, ofs_place place, const char *message, ofs_str text)
{
    ofs_add_issue_about(reader, "grades_disagree", "judgements", place, message, ofs_few_words(text), OFS_NO_STR);
}

/* The row had that grade before, as the text says elsewhere. */
static int had_before(const ofs_reader *reader, const ofs_row *row, ofs_grade grade)
{
    const ofs_report *report = reader->report;
    uint32_t length;
    for (uint32_t i = 0; i < report->previous_judgement_count; i++) {
        const ofs_previous_judgement *past = &report->previous_judgements[i];
        const ofs_row *named = ofs_row_begun(reader->framework->rows, past->label, &length);
        if (past->grade == grade && named && strcmp(named->key, row->key) == 0)
            return 1;
    }
    return 0;
}

/* Rows and grades that follow each other with nothing between them, in one block or in several. */
typedef struct run {
    ofs_beginnings known; /* rows and headers: most blocks begin otherwise */
    const ofs_row *rows[MOST_ROWS];
    ofs_grade grades[MOST_ROWS];
    ofs_str labels[MOST_ROWS];
    uint32_t row_count, grade_count;
    uint32_t first; /* its first block */
    ofs_place place;
} run;

/* What else a table that lost its lines has: its headers, and what follows 'requires improvement'. */
static const char *const TABLE_WORDS[] = {"judgements", "judgments",  "judgement",  "judgment", "grades",
                                          "grade",      "to be good", "inspection", "previous", "at the",
                                          "last",       "current",    NULL};

/* The bytes of the row or the header at the text's beginning, or 0. */
static uint32_t take_label(const ofs_reader *reader, run *in, ofs_str text)
{
    uint32_t n = ofs_opening_words(text, TABLE_WORDS);
    if (n || in->row_count == MOST_ROWS || in->grade_count == MOST_ROWS)
        return n;
    const ofs_row *row = ofs_row_begun(reader->framework->rows, text, &n);
    if (row) {
        in->labels[in->row_count] = text;
        in->rows[in->row_count++] = row;
    }
    return n;
}

/* The same of a row, a grade or a header. */
static uint32_t take_next(const ofs_reader *reader, run *in, ofs_str text)
{
    ofs_grade grade;
    ofs_span at;
    uint32_t n = ofs_may_begin_one(&in->known, text) ? take_label(reader, in, text) : 0;
    if (n || in->row_count == MOST_ROWS || in->grade_count == MOST_ROWS)
        return n;
    text.n = text.n < LONGEST_GRADE ? text.n : LONGEST_GRADE;
    if (!ofs_opening_grade(text, &grade, &at))
        return 0;
    in->grades[in->grade_count++] = grade;
    return at.end;
}

/* Whether the block holds nothing else. */
static int take_all(const ofs_reader *reader, run *in, uint32_t i)
{
    const ofs_block *block = &reader->blocks.at[i];
    ofs_str text = block->text;
    if (!in->row_count && !in->grade_count) {
        in->place = ofs_place_of(block);
        in->first = i;
    }
    for (uint32_t n = 1; n && text.n;) {
        text = ofs_without_number(text);
        n = ofs_word_start(text, 0);
        text = (ofs_str){text.p + n, text.n - n};
        n = take_next(reader, in, text);
        text = (ofs_str){text.p + n, text.n - n};
    }
    return !text.n;
}

static int has_grade(const ofs_reader *reader, const ofs_row *row, ofs_grade grade)
{
    const ofs_judgement *known = ofs_judgement_by_key(reader->report, row->key);
    return !known || known->grade == grade || had_before(reader, row, grade);
}

static int is_of_any(const ofs_reader *reader, const run *in, ofs_grade grade)
{
    uint32_t i = 0;
    while (i < in->row_count && !has_grade(reader, in->rows[i], grade))
        i++;
    return i < in->row_count;
}

/* As many grades as rows belong to each other in turn, however the table's columns were printed; of others only a grade
 * that none of the rows has is certainly not the report's. Returns the first row that differs, or NULL. */
static const ofs_str *graded_otherwise(const ofs_reader *reader, const run *in)
{
    int in_turn = in->row_count == in->grade_count;
    for (uint32_t i = 0; in->row_count > 1 && in->grade_count > 1 && i < in->grade_count; i++)
        if (in_turn ? !has_grade(reader, in->rows[i], in->grades[i]) : !is_of_any(reader, in, in->grades[i]))
            return &in->labels[in_turn ? i : 0];
    return NULL;
}

/* Nothing but grades, below each other: a column that lost its table. */
static void check_column(ofs_reader *reader, const run *in)
{
    if (!in->row_count && in->grade_count > 1 && !ofs_has_issue(reader->report, NULL, "previous_judgements", NULL))
        ofs_add_issue(reader, "unreadable", "previous_judgements", in->place,
                      "Grades stand here without what they judge, perhaps those of an earlier inspection.");
}

/* The row of the table right above it, NULL: there is none. */
static const ofs_row *row_above(const ofs_reader *reader, const run *in)
{
    const ofs_block *above = in->first ? &reader->blocks.at[in->first - 1] : NULL;
    const ofs_grid *grid = above && above->kind == OFS_BLOCK_TABLE ? &reader->blocks.grids[above->grid] : NULL;
    const ofs_row *row = NULL;
    for (uint32_t i = grid && grid->is_judgements ? grid->count : 0; i-- && !row;)
        row = ofs_row_of(reader->framework->rows, ofs_without_number(grid->cells[i].text));
    return row;
}

/* A single grade right below the table: the last row's, which then has two. */
static void check_lone(ofs_reader *reader, const run *in)
{
    const ofs_row *row = !in->row_count && in->grade_count == 1 ? row_above(reader, in) : NULL;
    const ofs_judgement *known = row ? ofs_judgement_by_key(reader->report, row->key) : NULL;
    if (known && !has_grade(reader, row, in->grades[0]))
        ofs_add_issue_about(reader, "grades_disagree", "judgements", in->place,
                            "Another grade stands below the table, perhaps that of '%s'.", known->label, OFS_NO_STR);
}

/* Returns 1 where something was said. */
static int end_run(ofs_reader *reader, run *in)
{
    if (!in->row_count && !in->grade_count)
        return 0;
    const ofs_str *label = graded_otherwise(reader, in);
    check_column(reader, in);
    check_lone(reader, in);
    if (label)
        file(reader, in->place, "The text grades a judgement otherwise here, perhaps of another inspection: '%s …'.",
             *label);
    in->row_count = in->grade_count = 0;
    return label != NULL;
}

/* 'Judgement Grade Overall effectiveness Inadequate …': a table that lost its lines, or its columns. */
static void check_rows(ofs_reader *reader, uint32_t end)
{
    run in = {.row_count = 0};
    ofs_add_beginnings(&in.known, TABLE_WORDS);
    for (const ofs_row *row = reader->framework->rows; row && row->key; row++)
        ofs_add_beginning(&in.known, row->label);
    for (uint32_t i = 0; i <= end; i++) {
        const ofs_block *block = i < end ? &reader->blocks.at[i] : NULL;
        int is_table = !block || block->kind == OFS_BLOCK_TABLE, is_apart = is_table || block->number;
        uint32_t rows = in.row_count, grades = in.grade_count;
        if (!is_table && take_all(reader, &in, i))
            continue;
        int is_new = !rows && !grades; /* what was taken is the block's own */
        if (!is_new || is_apart) {
            in.row_count = rows;
            in.grade_count = grades;
            if (end_run(reader, &in))
                return;
        }
        if (!is_new && !is_apart)
            take_all(reader, &in, i);
        in.row_count -= in.row_count == in.grade_count + 1; /* it begins the sentence that follows */
        if (end_run(reader, &in))
            return;
    }
}

/* 'The judgement for leadership, management and governance is that it is good': what stands before the row, and what
 * between it and its grade. */
static const char *const THE_JUDGEMENT[] = {"the graded judgement", "the graded judgment", "the judgement",
                                            "the judgment", NULL};
static const char *const BEFORE_ROW[] = {"the experiences and progress of",
                                         "the experience and progress of",
                                         "the",
                                         "that",
                                         "for",
                                         "of",
                                         "on",
                                         "about",
                                         NULL};
/* The single words among them. */
static const char *const *const SMALL_WORDS = BEFORE_ROW + 2;
static const char *const BEFORE_GRADE[] = {
    "is that it is",   "is that they are", "is that it", "is that they",     "is that",
    "is judged to be", "is now",           "is",         "are judged to be", "are",
    "remains",         "remain",           NULL};

/* Takes one of the words off the beginning; 0: it has none of them. */
static uint32_t take_words(ofs_str *text, const char *const *words)
{
    const char *const *may = words;
    while (*may && !ofs_may_match(*text, *may))
        may++;
    uint32_t n = *may ? ofs_opening_words(*text, words) : 0;
    *text = ofs_trim((ofs_str){text->p + n, text->n - n});
    return n;
}

/* The row that the text names at its beginning, which is taken off. */
static const ofs_row *take_row(const ofs_reader *reader, ofs_str *text)
{
    uint32_t n;
    ofs_str rest = *text;
    const ofs_row *row;
    take_words(&rest, THE_JUDGEMENT);
    while (!(row = ofs_row_begun(reader->framework->rows, rest, &n)))
        if (!take_words(&rest, BEFORE_ROW))
            return NULL;
    *text = ofs_trim((ofs_str){rest.p + n, rest.n - n});
    return row;
}

/* The row that the sentence grades, and *grade. Where it names none ('The graded judgement is that it is good') that is
 * the chapter's. NULL: it grades none. */
static const ofs_row *graded_in(const ofs_reader *reader, ofs_str sentence, const ofs_row *chapter, ofs_grade *grade)
{
    ofs_span at;
    const ofs_row *row = take_row(reader, &sentence);
    if (!row && chapter && take_words(&sentence, THE_JUDGEMENT))
        row = chapter;
    int is_said = take_words(&sentence, BEFORE_GRADE) || ofs_phrase_at(sentence, "require");
    if (!row || !is_said || !ofs_opening_grade(sentence, grade, &at))
        return NULL;
    sentence = ofs_trim((ofs_str){sentence.p + at.end, sentence.n - at.end});
    uint32_t n = ofs_phrase_at(sentence, "to be good");
    sentence = ofs_trim((ofs_str){sentence.p + n, sentence.n - n});
    return !sentence.n || *sentence.p == '.' || ofs_phrase_at(sentence, "because") ? row : NULL;
}

/* In what sentences are looked at, and what those that grade a row begin with, mostly behind small words: most sentences
 * begin with neither. */
typedef struct where {
    ofs_reader *reader;
    ofs_beginnings small, behind, either;
    const ofs_row *chapter, *scope; /* NULL: none */
    int has_scopes;
} where;

static ofs_str behind_small_words(const where *in, ofs_str text)
{
    for (uint32_t n; ofs_may_begin_one(&in->small, text) && (n = ofs_begins_with(text, SMALL_WORDS)) != 0;)
        text = ofs_trim((ofs_str){text.p + n, text.n - n});
    return text;
}

static int may_begin_with_row(const where *in, ofs_str text)
{
    return ofs_may_begin_one(&in->either, text) && ofs_may_begin_one(&in->behind, behind_small_words(in, text));
}

static void add_beginning(where *in, const char *words)
{
    ofs_add_beginning(&in->behind, behind_small_words(in, ofs_str_of(words)).p);
}

static where where_from(ofs_reader *reader)
{
    where in = {.reader = reader};
    ofs_add_beginnings(&in.small, SMALL_WORDS);
    for (const char *const *words = THE_JUDGEMENT; *words; words++)
        add_beginning(&in, *words);
    for (const char *const *words = BEFORE_ROW; words < SMALL_WORDS; words++)
        add_beginning(&in, *words);
    for (const ofs_row *row = reader->framework->rows; row && row->key; row++) {
        add_beginning(&in, row->label);
        in.has_scopes |= row->kind == OFS_ROW_SCOPE;
    }
    in.either = in.behind;
    ofs_add_beginnings(&in.either, SMALL_WORDS);
    return in;
}

static int has_grade_before_stop(ofs_str text)
{
    text = ofs_slice(text.p, ofs_within(text.p, text.p + text.n, LONGEST_GRADING));
    text.n = (uint32_t)(ofs_find_byte(text.p, text.p + text.n, '.') - text.p);
    return ofs_grade_letters(text, 0) < text.n;
}

static int is_graded_otherwise(const where *in, ofs_str sentence)
{
    ofs_grade grade;
    if (!may_begin_with_row(in, sentence) || !has_grade_before_stop(sentence))
        return 0;
    const ofs_row *row = graded_in(in->reader, sentence, in->chapter, &grade);
    if (row && in->scope) /* 'The quality of provision is good' is said of each service */
        row = ofs_row_in(in->scope, ofs_str_of(row->label));
    return row && !has_grade(in->reader, row, grade);
}

/* The first word behind a stop grades a row otherwise. Many stops may stand before one, which is looked at once. */
static int word_grades_otherwise(const where *in, const char *stop, const char **word, const char *end)
{
    if (stop < *word)
        return 0;
    while (stop < end && !ofs_is_letter(*stop))
        stop++;
    *word = stop;
    return is_graded_otherwise(in, ofs_slice(stop, end));
}

/* The text's first word does, or one behind a mark: mostly none does, and no sentence need be told. */
static int may_grade_otherwise(const where *in, ofs_str text)
{
    const char *end = text.p + text.n, *word = text.p;
    char rest[OFS_RUN];
    int found = is_graded_otherwise(in, text);
    for (const char *p = text.p; p < end && !found; p += OFS_RUN)
        for (uint32_t stops = ofs_stops_in_run(ofs_run_at(p, end, rest)); stops && !found; stops &= stops - 1)
            found = word_grades_otherwise(in, p + ofs_lowest_bit(stops), &word, end);
    return found;
}

/* A sentence of the text that gives its judgement, or its chapter's, another grade than the table: 1 where it was said. */
static int check_text(const where *in, ofs_str text, ofs_place place)
{
    if (!text.n || !may_grade_otherwise(in, text))
        return 0;
    for (uint32_t start = 0, end; start < text.n; start = end) {
        end = ofs_sentence_end(text, start);
        ofs_str sentence = ofs_trim((ofs_str){text.p + start, end - start});
        if (!is_graded_otherwise(in, sentence))
            continue;
        file(in->reader, place, "The text grades a judgement otherwise here: '%s …'.", sentence);
        return 1;
    }
    return 0;
}

static void check_sentences(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    where in = where_from(reader);
    for (uint32_t i = 0; i < report->section_count; i++) {
        const ofs_section *section = &report->sections[i];
        ofs_str heading = section->heading, words;
        const ofs_row *scope = in.has_scopes && heading.n ? ofs_scope_row(reader, heading, &words) : NULL;
        in.scope = scope ? scope : in.scope;
        const ofs_row *chapter = may_begin_with_row(&in, heading) ? take_row(reader, &heading) : NULL;
        if (!chapter && check_text(&in, heading, (ofs_place){section->page, section->span}))
            return;
        in.chapter = chapter;
        for (uint32_t k = 0; k < section->paragraph_count; k++) {
            const ofs_paragraph *paragraph = &report->paragraphs[section->first_paragraph + k];
            if (check_text(&in, paragraph->text, (ofs_place){paragraph->page, paragraph->span}))
                return;
        }
    }
}

void ofs_check_other_grades(ofs_reader *reader, uint32_t end)
{
    if (!reader->report->judgement_count)
        return;
    check_rows(reader, end);
    check_sentences(reader);
}
