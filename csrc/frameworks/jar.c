/* jar.c: joint area reviews and the progress inspections that followed them, to 2009.
 *
 * A review prints a table of grades from 4 (outstanding) to 1 (inadequate); a progress inspection judges progress in
 * prose, which is no grade. May hold only what is peculiar to them; readers that others share are in
 * readers/. */
#include "base/words.h"
#include "outline/publisher.h"
#include "readers/letters.h"
#include "readers/readers.h"

static const ofs_row ROWS[] = {
    {"safeguarding", "help_and_protection", "safeguarding", OFS_ROW_PLAIN},
    {"looked_after_children", "care", "looked after children", OFS_ROW_PLAIN},
    {"looked_after_children", "care", "looked after children and young people", OFS_ROW_PLAIN},
    {"learning_difficulties_and_disabilities", NULL, "learning difficulties and/or disabilities", OFS_ROW_PLAIN},
    {"learning_difficulties_and_disabilities", NULL,
     "children and young people with learning difficulties and/or disabilities", OFS_ROW_PLAIN},
    {"service_management", "leadership", "service management", OFS_ROW_PLAIN},
    {"service_management", "leadership", "management of services", OFS_ROW_PLAIN},
    {"capacity_to_improve", NULL, "capacity to improve", OFS_ROW_PLAIN},
    {"capacity_to_improve", NULL, "the capacity to improve", OFS_ROW_PLAIN},
    {"overall_effectiveness", "overall", "children's services overall", OFS_ROW_PLAIN},
    {"overall_effectiveness", "overall", "overall effectiveness", OFS_ROW_PLAIN},
    {NULL, NULL, NULL, OFS_ROW_PLAIN},
};

static const ofs_heading HEADINGS[] = {
    {"about the inspection$", OFS_ROLE_ABOUT, 0, NULL},
    {"about this inspection$", OFS_ROLE_ABOUT, 0, NULL},
    {"introduction$", OFS_ROLE_ABOUT, 0, NULL},
    {"evidence$", OFS_ROLE_PROSE, 0, NULL},
    {"context$", OFS_ROLE_PROSE, 0, NULL},
    {"overall judgement on progress", OFS_ROLE_PROSE, 0, NULL},
    {"summary of key findings$", OFS_ROLE_PROSE, 0, NULL},
    {"key findings$", OFS_ROLE_PROSE, 0, NULL},
    {"main findings$", OFS_ROLE_PROSE, 0, NULL},
    {"grades$", OFS_ROLE_RECORD, 0, NULL},
    {"recommendations$", OFS_ROLE_IMPROVE, 0, NULL},
    {"priorities for further improvement$", OFS_ROLE_IMPROVE, 0, NULL},
    {"areas for improvement$", OFS_ROLE_IMPROVE, 0, NULL},
    {"performance management$", OFS_ROLE_PROSE, 0, NULL},
    {"for immediate action$", OFS_ROLE_IMPROVE, 0, NULL},
    {"for action within", OFS_ROLE_TIMESCALE, 0, NULL},
    {"for action over", OFS_ROLE_TIMESCALE, 0, NULL},
    {"for action in the", OFS_ROLE_TIMESCALE, 0, NULL},
    OFS_NO_HEADING,
};

static const char *const TITLES[] = {"joint area review",
                                     "inspection of progress made in the provision of safeguarding",
                                     "inspection of progress made in", NULL};

/* The area in the words behind the title's phrase: ': X Children's Services Authority Area', or '… in the Borough of
 * X'. */
static ofs_str area_named(ofs_str after)
{
    ofs_str area = ofs_area_in(after);
    while (!area.n && after.n && !ofs_is_letter(*after.p))
        after = (ofs_str){after.p + 1, after.n - 1};
    if (!area.n)
        return ofs_named_in_title(after);
    uint32_t the = ofs_word_phrase_at(area, 0, "the");
    return ofs_trim((ofs_str){area.p + the, area.n - the});
}

/* The title ends where a cover without line ends goes on with a label, or with those who inspected together. */
static ofs_str title_words(ofs_str text)
{
    static const char *const inspectorates[] = {" care quality commission", " healthcare commission",
                                                " hm inspectorate", " ofsted", NULL};
    uint32_t length;
    int64_t at = ofs_find_one_of(text, inspectorates, &length);
    return ofs_before_label(at > 0 ? (ofs_str){text.p, (uint32_t)at} : text);
}

/* The title names the area, or the piece below it does. */
static void read_title(ofs_reader *reader, ofs_cover cover)
{
    for (uint32_t i = 0; i < cover.count; i++)
        for (const char *const *title = TITLES; *title; title++) {
            ofs_str text = cover.at[i].text;
            uint32_t length = ofs_phrase_at(text, *title);
            if (!length)
                continue;
            ofs_str area = area_named((ofs_str){text.p + length, text.n - length});
            ofs_str below = i + 1 < cover.count ? cover.at[i + 1].text : OFS_NO_STR;
            reader->report->title = title_words(text);
            int named = ofs_match_authority(reader->context, text, NULL);
            if (named != 1 && ofs_match_authority(reader->context, below, NULL) == 1)
                ofs_set_authority(reader, below, cover.at[i + 1].place);
            else if (named)
                ofs_set_authority(reader, ofs_match_authority(reader->context, area, NULL) == named ? area : text,
                                  cover.at[i].place);
            else if (!area.n && ofs_has_phrase(below, "children's services"))
                ofs_set_authority(reader, ofs_named_in_title(below), cover.at[i + 1].place);
            else
                ofs_set_authority(reader, area, cover.at[i].place);
            return;
        }
    ofs_set_authority(reader, OFS_NO_STR, OFS_NOWHERE);
}

/* Grades as figures. */

/* The legend '4: outstanding; 3: good; 2: adequate; 1: inadequate'; without it a figure is no grade. */
static int prints_scale(const ofs_reader *reader)
{
    static const char *const legends[] = {"4: outstanding",  "4 : outstanding", "4 - outstanding",
                                          "4 = outstanding", "4 outstanding",   NULL};
    const ofs_source *source = reader->source;
    uint32_t end = ofs_body_end(reader),
             bytes = end < reader->blocks.count ? reader->blocks.at[end].span.start : source->text.n;
    return ofs_has_one_of((ofs_str){source->text.p, bytes}, legends);
}

static int grade_of_figure(ofs_str text, ofs_grade *grade)
{
    static const ofs_grade scale[] = {OFS_INADEQUATE, OFS_ADEQUATE, OFS_GOOD, OFS_OUTSTANDING};
    if (text.n != 1 || *text.p < '1' || *text.p > '4')
        return 0;
    *grade = scale[*text.p - '1'];
    return 1;
}

/* The next line that is not empty is this one: *line is where it stands. */
static ofs_str next_text(const ofs_source *source, uint32_t *line)
{
    while (*line < source->line_count) {
        ofs_str text = ofs_trim(ofs_line_text(source, &source->lines[(*line)++]));
        if (text.n)
            return text;
    }
    return OFS_NO_STR;
}

/* The figure behind a row's label, or alone on the line below it; a second one there tells that the labels of a column
 * stand first, and then its figures. */
static ofs_str figure_of(const ofs_source *source, uint32_t i, ofs_str text, uint32_t label)
{
    ofs_grade grade;
    ofs_str figure = ofs_trim((ofs_str){text.p + label, text.n - label});
    uint32_t next = i + 1;
    if (figure.n)
        return figure;
    figure = next_text(source, &next);
    return grade_of_figure(figure, &grade) && !grade_of_figure(next_text(source, &next), &grade) ? figure : OFS_NO_STR;
}

/* Text without tables: a line that is a row's label, and one figure. How many there are in the report's body; read only
 * where the figures have been explained. */
static uint32_t read_figure_lines(ofs_reader *reader, uint32_t first, int explained)
{
    const ofs_source *source = reader->source;
    uint32_t found = 0, start = first < reader->blocks.count ? reader->blocks.at[first].span.start : source->text.n;
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str text = ofs_line_text(source, line);
        uint32_t length;
        ofs_grade grade;
        const ofs_row *row = line->start < start ? NULL : ofs_row_begun(ROWS, text, &length);
        ofs_str figure = row ? figure_of(source, i, text, length) : OFS_NO_STR;
        if (!figure.n || !grade_of_figure(figure, &grade))
            continue;
        found++;
        if (explained)
            ofs_offer_judgement(reader, (ofs_offer){.row = row,
                                                    .label = {text.p, length},
                                                    .printed = figure,
                                                    .grade = grade,
                                                    .source = OFS_FROM_TABLE,
                                                    .place = ofs_place_of_line(line)});
    }
    return found;
}

/* A progress inspection has no such table. */
static void read_grades(ofs_reader *reader, uint32_t first, uint32_t end)
{
    if (!prints_scale(reader)) {
        ofs_read_judgement_tables(reader, first, end, NULL);
        if (!reader->report->judgement_count && read_figure_lines(reader, first, 0))
            ofs_add_issue(reader, "unreadable", "judgements", OFS_NOWHERE,
                          "There are figures beside the judgements, but the report does not say what they mean.");
        return;
    }
    ofs_read_judgement_tables(reader, first, end, grade_of_figure);
    if (!reader->report->judgement_count)
        read_figure_lines(reader, first, 1);
}

static void read(ofs_reader *reader)
{
    uint32_t end = ofs_body_end(reader), first = ofs_find_body(reader, end);
    ofs_cover cover = ofs_read_front(reader, first);
    end = ofs_prepare_record(reader, first, end);
    read_title(reader, cover);
    ofs_read_inspection_dates(reader, cover);
    ofs_read_lead_inspector(reader, cover);
    ofs_read_published(reader, cover);
    ofs_read_reference(reader, cover);
    read_grades(reader, first, end);
    ofs_read_sections(reader, first, end, NULL);
    ofs_read_areas(reader, first, end);
    ofs_read_footnotes(reader);
    ofs_check_paragraph_numbers(reader);
}

/* All rows are printed, or none: an extractor may lose one. */
static int has_grades(const ofs_reader *reader)
{
    return reader->report->judgement_count != 0;
}

/* Most print neither the days of the inspection nor who led it. */
static const ofs_invariant INVARIANTS[] = {
    {OFS_ALWAYS_FIELD, "missing", "judgements",
     .message = "The report explains its grades, but no table of them could be read.", .only = prints_scale},
    {OFS_ALWAYS_ROWS, "missing", "judgements", .message = "The table of grades has no row that could be read for '%s'.",
     .key = "overall_effectiveness", .only = has_grades},
    OFS_COVER_PUBLISHED,
    OFS_NUMBERED(NULL),
    {OFS_ALWAYS_FIELD, "missing", "recommendations", .message = "There is no heading 'Areas for improvement'."},
    OFS_NO_INVARIANT,
};

static const ofs_sign SIGNS[] = {{85, {TITLES}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_JAR = {.id = OFS_JAR,
                                         .signs = SIGNS,
                                         .titles = TITLES,
                                         .rows = ROWS,
                                         .headings = HEADINGS,
                                         .invariants = INVARIANTS,
                                         .read = read};
