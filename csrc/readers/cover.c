/* cover.c: what every report prints before its body: when it was inspected, by whom, when it was published.
 *
 * May not know one framework's titles; those are in its own file. */
#include "outline/publisher.h"
#include "readers/readers.h"

#include <string.h>

enum { MOST_FOOTERS = 12, MOST_TITLE_PIECES = 3, LONGEST_VALUE = 60, FURTHEST_LABEL = 200 /* bytes */ };

/* A label, its optional '(s)' and colon, at the start of s: its bytes, or 0. */
static uint32_t label_at(ofs_str s, const char *label)
{
    uint32_t n = ofs_phrase_at(s, label);
    if (!n)
        return 0;
    ofs_str rest = {s.p + n, s.n - n};
    uint32_t more = ofs_phrase_at(rest, "(s)");
    rest = ofs_trim((ofs_str){rest.p + more, rest.n - more});
    if (rest.n && rest.p[0] == ':')
        return (uint32_t)(rest.p - s.p) + 1;
    return (uint32_t)(rest.p - s.p);
}

static uint32_t any_label_at(ofs_str s, const char *const *labels)
{
    uint32_t n = 0;
    for (; *labels && !n; labels++)
        n = label_at(s, *labels);
    return n;
}

static uint32_t cover_label_at(ofs_str s)
{
    uint32_t n = 0;
    for (const char *const *const *labels = OFS_COVER_LABELS; *labels && !n; labels++)
        n = any_label_at(s, *labels);
    return n;
}

ofs_str ofs_before_label(ofs_str value)
{
    for (uint32_t i = 1; i < value.n; i++) {
        if (!ofs_is_upper(value.p[i]))
            continue;
        ofs_str rest = {value.p + i, value.n - i};
        if (cover_label_at(rest) || any_label_at(rest, OFS_TABLE_HEADS))
            return ofs_trim((ofs_str){value.p, i});
    }
    return ofs_trim(value);
}

ofs_str ofs_title_from(ofs_reader *reader, ofs_cover cover, uint32_t i, ofs_str first, const char *last_words)
{
    ofs_joiner joiner = {reader->arena, NULL, 0, 0};
    uint32_t end = cover.count - i < MOST_TITLE_PIECES ? cover.count : i + MOST_TITLE_PIECES;
    ofs_join(&joiner, first);
    while (!last_words || !ofs_has_phrase(ofs_joined(&joiner), last_words)) {
        if (++i == end || cover_label_at(cover.at[i].text))
            return ofs_before_label(last_words ? first : ofs_joined(&joiner));
        ofs_join(&joiner, cover.at[i].text);
    }
    return ofs_before_label(ofs_joined(&joiner));
}

static ofs_str value_in(ofs_str text, const char *const *labels)
{
    for (uint32_t i = 0; i < text.n; i++) {
        if (i ? !ofs_is_upper(text.p[i]) || ofs_is_letter(text.p[i - 1]) : !ofs_is_letter(*text.p))
            continue; /* a sentence has it, too: 'first published on …' */
        ofs_str rest = {text.p + i, text.n - i};
        uint32_t n = any_label_at(rest, labels);
        if (n)
            return ofs_before_label((ofs_str){rest.p + n, rest.n - n});
        if (i > FURTHEST_LABEL)
            break; /* a cover's label stands at the start of a short paragraph */
    }
    return OFS_NO_STR;
}

static int is_label(ofs_str text)
{
    return text.n && cover_label_at(text) == text.n;
}

/* The value of a label that is all of its piece: the next piece; where an extractor put several labels first and as many
 * short values behind them, the one with the same place among those. */
static uint32_t value_of(ofs_cover cover, uint32_t label)
{
    uint32_t first = label, end = label + 1;
    while (first && is_label(cover.at[first - 1].text))
        first--;
    while (end < cover.count && is_label(cover.at[end].text))
        end++;
    for (uint32_t i = end; i - end < end - first; i++)
        if (i >= cover.count || cover.at[i].text.n > LONGEST_VALUE)
            return end; /* the values, too, stand in one piece */
    return end + (label - first);
}

/* What follows the first of the labels, up to the end of its piece or the next label, or the next piece where the label
 * stands alone; *where gets its piece. */
static ofs_str labelled(ofs_cover cover, const char *const *labels, const ofs_piece **where)
{
    for (uint32_t i = 0; i < cover.count; i++) {
        ofs_str value = value_in(cover.at[i].text, labels);
        *where = &cover.at[i];
        if (value.n)
            return value;
        uint32_t beside = value.p ? value_of(cover, i) : cover.count; /* the label alone */
        if (beside < cover.count) {
            *where = &cover.at[beside];
            return ofs_before_label((*where)->text);
        }
    }
    return OFS_NO_STR;
}

static int begins_judgements(const ofs_reader *reader, ofs_str text)
{
    return ofs_is_phrase(text, "judgement") || ofs_row_of(reader->framework->rows, text) != NULL;
}

static uint32_t most_pieces(const ofs_reader *reader, uint32_t end)
{
    uint32_t most = end;
    for (uint32_t i = 0; i < reader->blocks.grid_count; i++)
        most += reader->blocks.grids[i].count;
    return most;
}

static void add_piece(ofs_cover *cover, ofs_str text, ofs_place place, uint8_t bold, uint8_t size)
{
    if (text.n)
        cover->at[cover->count++] = (ofs_piece){text, place, bold, size};
}

ofs_cover ofs_read_cover(ofs_reader *reader, uint32_t end)
{
    ofs_cover cover = {OFS_NEW_ARRAY(reader->arena, ofs_piece, most_pieces(reader, end) + 1), 0};
    for (uint32_t i = 0; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind != OFS_BLOCK_TABLE) {
            if (!begins_judgements(reader, block->text))
                add_piece(&cover, block->text, ofs_place_of(block), block->bold, block->size);
            continue;
        }
        const ofs_grid *grid = &reader->blocks.grids[block->grid];
        for (uint32_t k = 0; k < grid->count; k++) {
            const ofs_cell *cell = &grid->cells[k];
            if (begins_judgements(reader, cell->text))
                return cover;
            add_piece(&cover, cell->text, (ofs_place){cell->page, cell->span}, cell->bold, cell->size);
        }
    }
    return cover;
}

static const struct {
    uint32_t flag;
    const char *code, *message;
} DOUBTS[] = {
    {OFS_DATE_ODD_YEAR, "odd_year", "The year is printed oddly: '%s'."},
    {OFS_DATE_BAD_DAY, "bad_date", "There is no such date: '%s'."},
    {OFS_DATE_BAD_WEEKDAY, "weekday", "The weekday printed does not match the date: '%s'."},
    {OFS_DATE_ODD_DAY, "odd_day", "A digit, or a letter like one, comes directly before the day: '%s'."},
    {OFS_DATE_NO_YEAR, "no_year", "No year is printed: '%s'."},
    {OFS_PERIOD_YEAR_INFERRED, "year_inferred", "A year is not printed and was inferred: '%s'."},
    {OFS_PERIOD_END_BEFORE_START, "end_before_start", "The inspection ends before it starts: '%s'."},
    {OFS_PERIOD_TOO_LONG, "long_period", "The inspection lasts more than 120 days: '%s'."},
    {OFS_PERIOD_CUT, "unreadable", "The dates may not have been read in full: '%s'."},
    {OFS_DATE_MONTH_OR_DAY, "odd_day", "The day was read before the month, which may stand first: '%s'."},
    {OFS_PERIOD_DAYS_APART, "days_apart", "These were read as separate days: '%s'."},
};

static int is_in_figures(ofs_str text, ofs_span at)
{
    while (at.start < at.end && !ofs_is_letter(text.p[at.start]))
        at.start++;
    return at.start == at.end;
}

/* '23/04/2024' anywhere: the document's dates in figures begin with the day. */
static int prints_days_first(const ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    ofs_found_date found;
    for (uint32_t i = 0; i < source->line_count; i++) {
        ofs_str text = ofs_line_text(source, &source->lines[i]);
        for (uint32_t at = 0; at < text.n && ofs_find_date(text, at, &found); at = found.at.end)
            if (found.date.day > 12 && is_in_figures(text, found.at))
                return 1;
    }
    return 0;
}

void ofs_add_date_issues(ofs_reader *reader, uint32_t flags, const char *field, ofs_place place, ofs_str printed)
{
    if ((flags & OFS_DATE_MONTH_OR_DAY) && prints_days_first(reader))
        flags &= ~(uint32_t)OFS_DATE_MONTH_OR_DAY;
    for (size_t i = 0; i < sizeof DOUBTS / sizeof *DOUBTS; i++)
        if (flags & DOUBTS[i].flag)
            ofs_add_issue_about(reader, DOUBTS[i].code, field, place, DOUBTS[i].message, printed, OFS_NO_STR);
}

/* Nothing but a year, or a month and a year: the rest of a date that a line or a paragraph ended. */
static int is_rest_of_date(ofs_str text)
{
    uint32_t at, length;
    text = ofs_trim_end(text, ".");
    if (!ofs_find_year(text, OFS_LAST, &at) || at + 4 != text.n)
        return 0;
    text = ofs_trim((ofs_str){text.p, at});
    return !text.n || (ofs_month_ending(text, &length) && length == text.n);
}

ofs_str ofs_labelled_dates(ofs_reader *reader, ofs_cover cover, const char *const *labels, const ofs_piece **where)
{
    ofs_str printed = labelled(cover, labels, where);
    uint32_t next = (uint32_t)(*where - cover.at) + 1, at;
    if (!printed.n || ofs_find_year(printed, OFS_LAST, &at) || next >= cover.count ||
        !is_rest_of_date(cover.at[next].text))
        return printed;
    return ofs_concat_words(reader->arena, printed, cover.at[next].text);
}

/* The dates of the same label right behind a piece, which becomes theirs: of another cover, if there is one. */
static ofs_str other_dates(ofs_reader *reader, ofs_cover cover, const char *const *labels, const ofs_piece **piece)
{
    enum { LOOKED_AT = 8 };
    uint32_t next = (uint32_t)(*piece - cover.at) + 1, left = cover.count > next ? cover.count - next : 0;
    ofs_cover rest = {cover.at + next, left < LOOKED_AT ? left : LOOKED_AT};
    return left ? ofs_labelled_dates(reader, rest, labels, piece) : OFS_NO_STR;
}

static int is_printed_on_cover(const ofs_report *report, ofs_date date)
{
    for (uint32_t i = 0; i < report->inspection_period_count; i++)
        if (!ofs_date_compare(report->inspection_periods[i].start, date) ||
            !ofs_date_compare(report->inspection_periods[i].end, date))
            return 1;
    return 0;
}

/* The same label again with other days: another report's cover stands above, or below. */
static void check_other_dates(ofs_reader *reader, ofs_cover cover, const ofs_piece *piece)
{
    ofs_found_periods found;
    ofs_str printed = other_dates(reader, cover, OFS_DATE_LABELS, &piece);
    if (!printed.n || !ofs_find_periods(reader->arena, printed, 0, 0, &found))
        return;
    for (uint32_t i = 0; i < found.count; i++)
        if (!is_printed_on_cover(reader->report, found.periods[i].start)) {
            ofs_add_issue_about(reader, "unreadable", "inspection_periods", piece->place,
                                "Other inspection dates are printed, too; the first were taken: '%s'.", printed,
                                OFS_NO_STR);
            return;
        }
}

void ofs_read_inspection_dates(ofs_reader *reader, ofs_cover cover)
{
    const ofs_piece *piece;
    ofs_found_periods found;
    ofs_str printed = ofs_labelled_dates(reader, cover, OFS_DATE_LABELS, &piece);
    if (!printed.n)
        return;
    if (!ofs_find_periods(reader->arena, printed, 0, 0, &found)) {
        ofs_add_issue_about(reader, "unreadable", "inspection_periods", piece->place,
                            "The inspection dates could not be read: '%s'.", printed, OFS_NO_STR);
        return;
    }
    reader->report->inspection_periods = found.periods;
    reader->report->inspection_period_count = found.count;
    ofs_add_date_issues(reader, found.flags, "inspection_periods", piece->place, printed);
    check_other_dates(reader, cover, piece);
    int has_more = ofs_has_digit((ofs_str){printed.p, found.at.start}) && !(found.flags & OFS_PERIOD_CUT);
    if (has_more) /* a first date is damaged: what was read may be another inspection's */
        ofs_add_issue_about(reader, "unreadable", "inspection_periods", piece->place,
                            "The inspection dates may not have been read in full: '%s'.", printed, OFS_NO_STR);
}

void ofs_check_footer_dates(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    ofs_str right = OFS_NO_STR;
    uint32_t checked = 0;
    for (uint32_t i = 0; i < source->line_count && checked < MOST_FOOTERS; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str text = ofs_line_text(source, line);
        ofs_found_periods found;
        if (line->kind != OFS_LINE_ARTIFACT)
            continue;
        checked++;
        if (ofs_equal(text, right)) /* as on the page before */
            continue;
        if (!ofs_find_periods(reader->arena, text, 0, 0, &found) || (found.flags & ~(uint32_t)OFS_DATE_ODD_YEAR))
            continue;
        for (uint32_t k = 0; k < found.count; k++) {
            const ofs_period *period = &found.periods[k];
            if (is_printed_on_cover(reader->report, period->start) && is_printed_on_cover(reader->report, period->end))
                continue;
            ofs_add_issue_about(reader, "footer_differs", "inspection_periods", ofs_place_of_line(line),
                                "The inspection dates on the cover were used; the page footer prints '%s'.", text,
                                OFS_NO_STR);
            return;
        }
        right = text;
    }
}

void ofs_read_published(ofs_reader *reader, ofs_cover cover)
{
    const ofs_piece *piece;
    ofs_found_date found;
    ofs_str printed = ofs_labelled_dates(reader, cover, OFS_PUBLISHED_LABELS, &piece);
    if (!printed.n)
        return;
    if (!ofs_find_date(printed, 0, &found)) {
        ofs_add_issue_about(reader, "unreadable", "published", piece->place,
                            "The date of publication could not be read: '%s'.", printed, OFS_NO_STR);
        return;
    }
    reader->report->published = found.date;
    ofs_add_date_issues(reader, found.flags, "published", piece->place, printed);
    printed = other_dates(reader, cover, OFS_PUBLISHED_LABELS, &piece);
    if (printed.n && ofs_find_date(printed, 0, &found) && ofs_date_compare(found.date, reader->report->published))
        ofs_add_issue_about(reader, "unreadable", "published", piece->place,
                            "Another date of publication is printed, too; the first was taken: '%s'.", printed,
                            OFS_NO_STR);
}

void ofs_read_reference(ofs_reader *reader, ofs_cover cover)
{
    static const char *const labels[] = {"reference number", "reference no.", "reference no", NULL};
    const ofs_piece *piece;
    ofs_str value = labelled(cover, labels, &piece);
    if (!value.n)
        return;
    ofs_str word = ofs_slice(value.p, ofs_find_byte(value.p, value.p + value.n, ' '));
    reader->report->reference = ofs_has_digit(word) ? word : value; /* the imprint may stand behind it */
}

/* 'Her Majesty's Inspector' below the name, in a paragraph of its own. */
static void take_role_below(ofs_reader *reader, ofs_cover cover, const ofs_piece *name)
{
    static const char *const roles[] = {"his majesty's inspector", "her majesty's inspector", "hmi", "ofsted inspector",
                                        NULL};
    uint32_t next = (uint32_t)(name - cover.at) + 1;
    ofs_person *person = &reader->report->lead_inspector;
    if (!person->role.n && next < cover.count && ofs_is_one_of(cover.at[next].text, roles))
        person->role = cover.at[next].text;
}

void ofs_read_lead_inspector(ofs_reader *reader, ofs_cover cover)
{
    const ofs_piece *piece;
    ofs_report *report = reader->report;
    ofs_found_people found;
    ofs_str printed = labelled(cover, OFS_LEAD_LABELS, &piece);
    if (!printed.n)
        return;
    if (ofs_read_person(reader->matcher, printed, &report->lead_inspector)) {
        take_role_below(reader, cover, piece);
        found.people = &report->lead_inspector;
        found.count = 1;
    } else if (ofs_read_people(reader->matcher, printed, &found)) {
        report->lead_inspector = found.people[0];
        ofs_add_issue_about(reader, found.count > 1 ? "several_people" : "odd_name", "lead_inspector", piece->place,
                            found.count > 1 ? "More than one lead inspector is printed; the first was used: '%s'."
                                            : "The lead inspector's name is printed oddly: '%s'.",
                            printed, OFS_NO_STR);
        if (found.count == 1 || found.flags)
            ofs_add_issue_about(reader, "odd_names", "inspectors", piece->place,
                                "Some names may have been misread: '%s'.", printed, OFS_NO_STR);
    } else {
        ofs_add_issue_about(reader, "unreadable", "lead_inspector", piece->place,
                            "The lead inspector's name could not be read: '%s'.", printed, OFS_NO_STR);
        return;
    }
    if (!report->inspector_count)
        ofs_add_inspectors(reader, found.people, found.count);
}

void ofs_add_previous_periods(ofs_reader *reader, const ofs_found_periods *found, const char *framework)
{
    for (uint32_t i = 0; i < found->count; i++)
        *ofs_add_previous_inspection(reader) = (ofs_previous_inspection){
            found->periods[i].start,      found->periods[i].end,        ofs_str_of(framework), OFS_NO_STR,
            found->periods[i].start.year, found->periods[i].start.month};
}

ofs_str ofs_named_in_title(ofs_str after)
{
    static const char *const tails[] = {"local authority", "children's services", "children's social care", NULL};
    uint32_t length;
    int64_t at = ofs_find_one_of(after, tails, &length);
    return at < 0 ? after : ofs_trim((ofs_str){after.p, (uint32_t)at});
}

void ofs_check_authority(ofs_reader *reader, ofs_str printed, ofs_place place)
{
    if (ofs_is_part_of_name(reader->context, printed))
        ofs_add_issue_about(reader, "odd_name", "authority", place,
                            "The name that was read may be only a part of the authority's: '%s'.", printed, OFS_NO_STR);
}

void ofs_set_authority(ofs_reader *reader, ofs_str printed, ofs_place place)
{
    int named = printed.n ? ofs_match_authority(reader->context, printed, &reader->report->authority) : 0;
    if (named == 1) {
        ofs_check_authority(reader, printed, place);
        return;
    }
    if (named == 2) {
        ofs_add_issue_about(reader, "two_authorities", "authority", place,
                            "More than one authority is named; the first was used: '%s'.", printed, OFS_NO_STR);
        return;
    }
    ofs_authority both[2];
    reader->report->authority.name = printed.n ? printed : OFS_NO_STR;
    if (printed.n && ofs_shared_name(reader->context, printed, both))
        ofs_add_issue_about(reader, "not_in_register", "authority", place,
                            "The authority's name as it is printed can mean '%s' or '%s'.", both[0].name, both[1].name);
    else if (printed.n)
        ofs_add_issue_about(reader, "not_in_register", "authority", place,
                            "'%s' is not in the register of authorities.", printed, OFS_NO_STR);
    else
        ofs_add_issue(reader, "missing", "authority", place, "No authority was found on the cover.");
}
