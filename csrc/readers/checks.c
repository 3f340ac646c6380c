/* checks.c: is the document one report, and all of it? Text that was cut, copied twice or glued together reads well line
 * by line; only the whole gives it away.
 *
 * May file issues and may not change a value. */
#include "base/words.h"
#include "readers/checks.h"
#include "infer/infer.h"
#include "outline/publisher.h"

#include <string.h>

enum {
    LONGEST_LAST_PAGE = 4000, /* bytes; the longest of 344 reports is 1,700 */
    LONGEST_SALUTATION = 90,
    LONGEST_WAIT = 200, /* days from an inspection to its report; the longest of 400 is 133 */
    FURTHEST_PAGE = 64,
    LEAST_NAMED = 2,
    SHORTEST_OPENING = 6, /* bytes */
    LEAST_REPORT = 1000, /* bytes before the publisher's last page */
    SEVERAL_ROWS = 3,
    WITHOUT_GRADE = 1,
    WITH_GRADE = 2,
    FEW_PARAGRAPHS = 10, /* the shortest of 490 reports that number theirs has 14 */
    FEW_LAST = 3, /* without numbers behind the last one; of 340 such reports none has any */
    FURTHEST_PROBE = 64, /* paragraphs that look alike at a glance to compare with one */
    LEAST_PAGE = 300, /* bytes of a page that nobody prints twice */
    LEAST_REPEAT = 60 /* bytes of a paragraph that nobody prints twice by chance, if the next one is repeated, too */
};

static uint32_t bytes_of(const ofs_reader *reader, const ofs_block *block)
{
    uint32_t bytes = block->text.n;
    if (block->kind != OFS_BLOCK_TABLE)
        return bytes;
    const ofs_grid *grid = &reader->blocks.grids[block->grid];
    for (uint32_t i = 0; i < grid->count; i++)
        bytes += grid->cells[i].text.n;
    return bytes;
}

/* It gives several grades, and so is no letter. */
static int gives_grades(const ofs_framework *framework)
{
    return framework->rows && !framework->is_second_hand && framework->id != OFS_AREA_SEND;
}

void ofs_doubt_sentences(ofs_reader *reader, const char *code, ofs_place place, const char *message, ofs_str first,
                         ofs_str second)
{
    static const char *const fields[] = {"sections",
                                         "recommendations",
                                         "findings",
                                         "inspectors",
                                         "lead_inspector",
                                         "footnotes",
                                         "previous_judgements",
                                         "previous_inspections",
                                         NULL};
    static const char *const of_letters[] = {"addressee", "focus", NULL};
    ofs_add_issues_about(reader, code, fields, place, message, first, second);
    if (!gives_grades(reader->framework))
        ofs_add_issues_about(reader, code, of_letters, place, message, first, second);
}

void ofs_doubt_facts(ofs_reader *reader, const char *code, ofs_place place, const char *message, ofs_str first,
                     ofs_str second)
{
    static const char *const fields[] = {"title", "authority", "inspection_periods", "published", "judgements", NULL};
    ofs_add_issues_about(reader, code, fields, place, message, first, second);
    ofs_doubt_sentences(reader, code, place, message, first, second);
}

/* Another document begins before this one has ended: what was read may be of either. */
static void doubt_report(ofs_reader *reader, ofs_place place, ofs_str about)
{
    static const char message[] = "Another report or letter may begin here, '%s', before this one has ended: what was "
                                  "read may be of either.";
    if (ofs_has_issue(reader->report, "more_text", "framework", NULL))
        return;
    ofs_add_issue_about(reader, "more_text", "framework", place, message, about, OFS_NO_STR);
    ofs_doubt_facts(reader, "more_text", place, message, about, OFS_NO_STR);
}

void ofs_check_end(ofs_reader *reader, uint32_t end)
{
    static const char *const fields[] = {"sections", "recommendations", NULL};
    const ofs_blocks *blocks = &reader->blocks;
    uint32_t bytes = 0;
    for (uint32_t i = end; i < blocks->count; i++)
        bytes += bytes_of(reader, &blocks->at[i]);
    if (end == blocks->count && !reader->source->is_given && !ofs_ends_in_imprint(reader->source))
        ofs_add_issues_about(reader, "no_end", fields, OFS_NOWHERE,
                             "The publisher's note that ends such a report was not found; the text may be cut off.",
                             OFS_NO_STR, OFS_NO_STR);
    else if (bytes > LONGEST_LAST_PAGE && blocks->at[end].span.start < LEAST_REPORT)
        doubt_report(reader, ofs_place_of(&blocks->at[end]), ofs_few_words(blocks->at[end].text));
    else if (bytes > LONGEST_LAST_PAGE)
        ofs_add_issue(reader, "more_text", "sections", ofs_place_of(&blocks->at[end]),
                      "A lot of text after the end of the report was ignored; it may be a second report.");
}

/* 'Inspection dates: …' begins a cover, 'Dear …' a letter, and 'Yours sincerely' ends it. */
typedef enum opening_words { NO_OPENING, OPENS_REPORT, OPENS_LETTER, ENDS_LETTER } opening_words;

static int is_salutation(ofs_str line)
{
    return line.n >= SHORTEST_OPENING && line.n <= LONGEST_SALUTATION && !memcmp(line.p, "Dear ", 5);
}

/* Nearly all lines are told by their first letter. */
static int may_open(ofs_str line)
{
    static const uint8_t first[256] = {['I'] = 1, ['D'] = 1, ['Y'] = 1, [' '] = 1};
    return line.n >= SHORTEST_OPENING && first[(unsigned char)*line.p];
}

static opening_words opening_of(ofs_str line)
{
    if (*line.p == ' ')
        line = ofs_trim(line);
    if (!may_open(line))
        return NO_OPENING;
    if (*line.p == 'Y')
        return ofs_begins_with(line, OFS_CLOSINGS) ? ENDS_LETTER : NO_OPENING;
    if (is_salutation(line))
        return OPENS_LETTER;
    return ofs_begins_with(line, OFS_DATE_LABELS) ? OPENS_REPORT : NO_OPENING;
}

/* A part of the same report may have a cover of its own, which repeats the days. */
static int repeats_days(const ofs_reader *reader, ofs_str line)
{
    const ofs_report *report = reader->report;
    ofs_found_periods found;
    return report->inspection_period_count && ofs_find_periods(reader->arena, line, 0, 0, &found) &&
           !ofs_date_compare(found.periods[0].start, report->inspection_periods[0].start);
}

void ofs_check_one_report(ofs_reader *reader, uint32_t end)
{
    const ofs_source *source = reader->source;
    uint32_t limit = end < reader->blocks.count ? reader->blocks.at[end].span.start : source->text.n, begun = 0;
    uint32_t is_report = (uint32_t)gives_grades(reader->framework);
    if (reader->framework->is_second_hand || reader->framework->id == OFS_UNKNOWN)
        return;
    for (const ofs_line *line = source->lines, *last = line + source->line_count; line < last && line->start < limit;
         line++) {
        ofs_str text = ofs_line_text(source, line);
        if (!may_open(text) || line->kind == OFS_LINE_ARTIFACT)
            continue;
        opening_words opening = opening_of(text);
        if (opening == ENDS_LETTER)
            return;
        begun += (opening != NO_OPENING) + (opening == OPENS_LETTER && is_report);
        if (begun > 1 && opening == OPENS_REPORT && repeats_days(reader, text))
            begun = 1;
        if (begun > 1) {
            doubt_report(reader, ofs_place_of_line(line), ofs_trim(text));
            return;
        }
    }
}

/* A letter has no cover: where a later page has one, a report begins. */
static int find_cover(const ofs_source *source, uint32_t from, ofs_place *place)
{
    for (uint32_t i = from + 1; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        if (line->page == line[-1].page)
            continue;
        ofs_source page = ofs_page_from(source, i);
        if (!ofs_has_cover(&page))
            continue;
        *place = ofs_place_of_line(line);
        return 1;
    }
    return 0;
}

void ofs_check_one_letter(ofs_reader *reader, const ofs_letter *letter)
{
    const ofs_source *source = reader->source;
    ofs_place cover;
    if (find_cover(source, letter->salutation < source->line_count ? letter->salutation : 0, &cover)) {
        ofs_add_issue(reader, "more_text", "sections", cover,
                      "A report's cover begins here: the document may hold a letter and a report.");
        return;
    }
    for (uint32_t i = letter->salutation + 1; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str text = ofs_trim(ofs_line_text(source, line));
        if (line->kind == OFS_LINE_ARTIFACT || !is_salutation(text))
            continue;
        ofs_add_issue_about(reader, "more_text", "sections", ofs_place_of_line(line),
                            "There is a second salutation, '%s': the document may hold two letters.", text, OFS_NO_STR);
        return;
    }
}

/* Paragraphs by what is cheap to look at: their length, first, middle and last words. */

static uint32_t key_of(ofs_str text)
{
    uint64_t parts[3];
    memcpy(&parts[0], text.p, 8);
    memcpy(&parts[1], text.p + text.n / 2, 8);
    memcpy(&parts[2], text.p + text.n - 8, 8);
    uint64_t hash = (parts[0] ^ text.n) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ parts[1]) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ parts[2]) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(hash >> 32);
}

/* The place of a paragraph of these words, a free one, or NULL among too many that only look alike. `size`: a power of
 * two. */
static uint32_t *find_paragraph(const ofs_report *report, uint32_t *seen, uint32_t size, ofs_str text)
{
    uint32_t key = key_of(text);
    for (uint32_t probe = 0; probe < FURTHEST_PROBE; probe++) {
        uint32_t *at = &seen[(key + probe) & (size - 1)];
        if (!*at || ofs_equal(report->paragraphs[*at - 1].text, text))
            return at;
    }
    return NULL;
}

static int stand_again(const ofs_report *report, uint32_t first, uint32_t second)
{
    for (uint32_t k = 0; k < 2; k++) {
        if (second + k >= report->paragraph_count)
            return 0;
        ofs_str a = report->paragraphs[first + k].text, b = report->paragraphs[second + k].text;
        if (a.n < LEAST_REPEAT || !ofs_equal(a, b))
            return 0;
    }
    return 1;
}

/* The same page again, footer and all, among the FURTHEST_PAGE before it. */
static int find_page_again(ofs_reader *reader, ofs_place *place)
{
    ofs_str before[FURTHEST_PAGE];
    ofs_find_pages(reader);
    for (uint32_t page = 0; page < reader->page_count; page++) {
        ofs_span at = reader->pages[page];
        ofs_str now = ofs_trim((ofs_str){reader->source->text.p + at.start, at.end - at.start});
        for (uint32_t i = 0; i < page && i < FURTHEST_PAGE; i++) {
            if (now.n < LEAST_PAGE || !ofs_equal(before[i], now))
                continue;
            *place = (ofs_place){page + 1, at};
            return 1;
        }
        before[page % FURTHEST_PAGE] = now;
    }
    return 0;
}

void ofs_check_repeats(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    ofs_place page;
    if (find_page_again(reader, &page)) {
        ofs_doubt_sentences(reader, "repeated", page, "This page repeats an earlier page.", OFS_NO_STR, OFS_NO_STR);
        return;
    }
    uint32_t size = 64;
    while (size < report->paragraph_count * 2)
        size *= 2;
    uint32_t *seen = OFS_NEW_ARRAY(reader->arena, uint32_t, size); /* 1 + the paragraph */
    for (uint32_t i = 0; i < report->paragraph_count; i++) {
        const ofs_paragraph *paragraph = &report->paragraphs[i];
        if (paragraph->text.n < LEAST_REPEAT)
            continue;
        uint32_t *at = find_paragraph(report, seen, size, paragraph->text);
        if (!at)
            continue;
        if (!*at) {
            *at = i + 1;
        } else if (stand_again(report, *at - 1, i)) {
            ofs_add_issue(reader, "repeated", "sections", (ofs_place){paragraph->page, paragraph->span},
                          "These paragraphs repeat earlier ones; a page may be included twice.");
            return;
        }
    }
}

/* Days from the inspection's end to the report's date; 0 where either is not known. */
static int32_t wait_of(const ofs_report *report)
{
    if (!report->published.year || !report->inspection_period_count)
        return 0;
    ofs_date end = report->inspection_periods[report->inspection_period_count - 1].end;
    return end.year ? ofs_date_days(report->published) - ofs_date_days(end) : 0;
}

/* The report's date lies between the inspection and some months later. */
static void check_wait(ofs_reader *reader)
{
    int32_t wait = wait_of(reader->report);
    if ((wait >= 0 && wait <= LONGEST_WAIT) || ofs_has_issue(reader->report, "before_visit", NULL, NULL))
        return;
    const char *message = wait < 0 ? "The report is dated before the end of the inspection."
                                   : "The report is dated long after the inspection: a year may be wrong.";
    ofs_add_issue(reader, wait < 0 ? "after_letter" : "long_after", "inspection_periods", OFS_NOWHERE, message);
    ofs_add_issue(reader, wait < 0 ? "before_visit" : "long_after", "published", OFS_NOWHERE, message);
}

static int is_at_weekend(ofs_date date)
{
    int32_t days = date.year ? ofs_date_days(date) + 3 : 0; /* 1 January 1970 was a Thursday */
    return days % 7 >= 5;
}

static int any_at_weekend(const ofs_report *report)
{
    for (uint32_t i = 0; i < report->inspection_period_count; i++)
        if (is_at_weekend(report->inspection_periods[i].start) || is_at_weekend(report->inspection_periods[i].end))
            return 1;
    return 0;
}

/* What is wrong with how long it was, or NULL. Of several periods the longest counts for what is too long, and all of them
 * for what is too short. */
static const char *odd_length(const ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    int32_t all = 0, longest = 0;
    for (uint32_t i = 0; i < report->inspection_period_count; i++) {
        const ofs_period *period = &report->inspection_periods[i];
        int32_t days = ofs_date_days(period->end) - ofs_date_days(period->start) + 1;
        if (!period->start.year || !period->end.year)
            return NULL;
        all += days;
        longest = days > longest ? days : longest;
    }
    if (!reader->framework->days.most)
        return NULL;
    if (longest > reader->framework->days.most)
        return "The inspection is longer than such inspections are: a day may be wrong.";
    return all && all < reader->framework->days.least
               ? "The inspection is shorter than such inspections are: a day may be wrong."
               : NULL;
}

/* A day alone that is in doubt; what is doubted for another reason needs no second one. */
static void doubt_day(ofs_reader *reader, const char *code, const char *field, const char *message)
{
    if (message && !ofs_has_issue(reader->report, NULL, field, NULL))
        ofs_add_issue(reader, code, field, OFS_NOWHERE, message);
}

/* The days of this inspection, or of something after it, were taken for those of an earlier one. */
static void check_earlier(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    ofs_date own = report->inspection_period_count ? report->inspection_periods[0].start : (ofs_date){0};
    for (uint32_t i = 0; own.year && i < report->previous_inspection_count; i++) {
        ofs_date start = report->previous_inspections[i].start;
        if (!start.year || ofs_date_compare(start, own) < 0)
            continue;
        ofs_add_issue(reader, "unreadable", "previous_inspections", OFS_NOWHERE,
                      "An earlier inspection does not begin before this one: its days may be misread.");
        return;
    }
}

void ofs_check_dates(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    if (reader->framework->is_second_hand)
        return;
    check_wait(reader);
    /* of 1,100 days that reports print two are at a weekend, and both are misprints */
    doubt_day(reader, "weekend", "inspection_periods",
              any_at_weekend(report) ? "The inspection begins or ends at a weekend, as none does: a day may be wrong."
                                     : NULL);
    doubt_day(reader, "weekend", "published",
              is_at_weekend(report->published) ? "The report is dated at a weekend, as none is: the day may be wrong."
                                               : NULL);
    doubt_day(reader, "odd_length", "inspection_periods", odd_length(reader));
    check_earlier(reader);
}

/* How a part of the document names authorities. */
typedef struct names {
    int has_own; /* the report's own, at least once */
    ofs_authority other; /* the first other one, how often, and where first */
    uint32_t others;
    ofs_place place;
} names;

static void count_names(const ofs_reader *reader, ofs_str text, ofs_place place, names *in)
{
    ofs_authority named;
    ofs_span at;
    for (uint32_t from = 0; !in->has_own && ofs_find_authority(reader->context, text, from, &named, &at);
         from = at.end) {
        in->has_own = ofs_equal(named.name, reader->report->authority.name);
        if (!in->others) {
            in->other = named;
            in->place = place;
        }
        in->others += ofs_equal(named.name, in->other.name);
    }
}

/* The report's own name, as the register has it: where it stands no other counts. */
static int has_own_name(const ofs_reader *reader, ofs_str text)
{
    ofs_str name = reader->report->authority.name;
    const char *end = text.p + text.n;
    for (const char *p = text.p; (p = ofs_find_byte(p, end, *name.p)) < end; p++)
        if (end - p >= (ptrdiff_t)name.n && memcmp(p, name.p, name.n) == 0)
            return 1;
    return 0;
}

static names named_by_running_lines(const ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    names in = {.has_own = 0};
    for (uint32_t i = 0; i < source->line_count && !in.has_own; i++) {
        const ofs_line *line = &source->lines[i];
        if (line->kind != OFS_LINE_ARTIFACT)
            continue;
        ofs_str text = ofs_line_text(source, line);
        if (!ofs_begins_with(text, OFS_LETTERHEAD))
            count_names(reader, text, ofs_place_of_line(line), &in);
    }
    return in;
}

static names named_by_body(const ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    names in = {.has_own = 0};
    for (uint32_t i = 0; i < report->paragraph_count && !in.has_own; i++) /* mostly all that need be looked at */
        if (has_own_name(reader, report->paragraphs[i].text))
            count_names(reader, report->paragraphs[i].text, OFS_NOWHERE, &in);
    in.others = 0;
    for (uint32_t i = 0; i < report->paragraph_count && !in.has_own; i++) {
        const ofs_paragraph *paragraph = &report->paragraphs[i];
        count_names(reader, paragraph->text, (ofs_place){paragraph->page, paragraph->span}, &in);
    }
    return in;
}

void ofs_check_names(ofs_reader *reader)
{
    static const char *const messages[] = {"The running lines of the pages name '%s' and not '%s', as the title does.",
                                           "The text names '%s' and never '%s', as the title does."};
    if (!reader->report->authority.la_code.n || reader->framework->is_second_hand ||
        ofs_has_issue(reader->report, NULL, "authority", NULL))
        return;
    for (int i = 0; i < 2; i++) {
        names in = i ? named_by_body(reader) : named_by_running_lines(reader);
        if (in.has_own || in.others < LEAST_NAMED)
            continue;
        ofs_add_issue_about(reader, "two_authorities", "authority", in.place, messages[i], in.other.name,
                            reader->report->authority.name);
        return;
    }
}

/* 0: best; -1: no grade of the scale. */
static int rank_of(ofs_grade grade)
{
    static const ofs_grade scale[] = {OFS_OUTSTANDING, OFS_GOOD, OFS_REQUIRES_IMPROVEMENT, OFS_INADEQUATE};
    for (size_t i = 0; i < sizeof scale / sizeof *scale; i++)
        if (scale[i] == grade)
            return (int)i;
    return grade == OFS_ADEQUATE ? 2 : -1;
}

void ofs_check_overall(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    const ofs_judgement *overall = ofs_judgement_by_key(report, "overall_effectiveness");
    int best = 9, worst = -1, failed = 0, rank = overall ? rank_of(overall->grade) : -1;
    for (uint32_t i = 0; i < report->judgement_count; i++) {
        const ofs_judgement *judgement = &report->judgements[i];
        int other = rank_of(judgement->grade);
        if (judgement == overall || other < 0 || ofs_equal(judgement->theme, OFS_LIT("lscb")))
            continue;
        best = other < best ? other : best;
        worst = other > worst ? other : worst;
        failed |= judgement->grade == OFS_INADEQUATE && (ofs_equal(judgement->theme, OFS_LIT("help_and_protection")) ||
                                                         ofs_equal(judgement->theme, OFS_LIT("care")));
    }
    if (rank < 0 || worst < 0 || (rank >= best && rank <= worst && !(failed && overall->grade != OFS_INADEQUATE)))
        return;
    ofs_add_issue_about(reader, "odd_overall", "judgements", (ofs_place){overall->page, overall->span},
                        "The overall judgement, '%s', does not fit the others.", overall->printed, OFS_NO_STR);
}

/* What the framework always prints. */

static int is_filled(const ofs_report *report, const char *field)
{
    const struct {
        const char *name;
        int filled;
    } fields[] = {
        /* nearly all reports are asked for these */
        {"inspection_periods", report->inspection_period_count != 0},
        {"lead_inspector", report->lead_inspector.name.n != 0},
        {"inspectors", report->inspector_count != 0},
        {"published", report->published.year != 0},
        {"recommendations", report->recommendation_count != 0},
        {"title", report->title.n != 0},
        {"publisher", report->publisher.n != 0},
        {"authority", report->authority.name.n != 0},
        {"addressee", report->addressee.n != 0},
        {"focus", report->focus.n != 0},
        {"theme", report->theme.n != 0},
        {"judgements", report->judgement_count != 0},
        {"previous_judgements", report->previous_judgement_count != 0},
        {"previous_inspections", report->previous_inspection_count != 0},
        {"findings", report->areas_for_development.count + report->priority_actions.count +
                             report->meets_requirements.count + report->significant_weaknesses.count !=
                         0},
        {"statement_of_action", report->statement_of_action.state.n != 0},
        {"progress", report->progress.printed.n != 0},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!strcmp(fields[i].name, field))
            return fields[i].filled;
    return 0;
}

static int has_days(const ofs_report *report)
{
    uint32_t count = report->inspection_period_count;
    const ofs_period *first = report->inspection_periods;
    return count != 1 || !first->start.year || ofs_date_compare(first->start, first->end) != 0;
}

/* Of each row, whether a section's heading repeats its judgement, and with its grade; one pass over the sections serves
 * them all. */
static const uint8_t *rows_with_sections(const ofs_reader *reader)
{
    const ofs_row *rows = reader->framework->rows;
    const ofs_report *report = reader->report;
    size_t count = 0;
    while (rows[count].key)
        count++;
    uint8_t *has = OFS_NEW_ARRAY(reader->arena, uint8_t, count + 1);
    for (uint32_t i = 0; i < report->section_count; i++) {
        ofs_str words = report->sections[i].heading;
        const ofs_row *row = ofs_row_of(rows, words);
        const ofs_heading *heading = row ? NULL : ofs_heading_of(reader->headings, words);
        const char *key = heading ? heading->key : NULL;
        if (!row && !key && report->sections[i].grade)
            key = ofs_nearest_key(reader->framework->rows, reader->framework->headings, words);
        if (key)
            row = ofs_row_keyed(rows, key);
        if (row)
            has[ofs_row_keyed(rows, row->key) - rows] |= report->sections[i].grade ? WITH_GRADE : WITHOUT_GRADE;
    }
    return has;
}

static void file(ofs_reader *reader, const ofs_invariant *broken, ofs_str name)
{
    if (!ofs_has_issue(reader->report, NULL, broken->field, broken->message))
        ofs_add_issue_about(reader, broken->code, broken->field, OFS_NOWHERE, broken->message, name, OFS_NO_STR);
}

/* A judgement without a heading that gives its grade; one that was not found has none, or it would have been read
 * there. */
static int lacks_heading(const ofs_judgement *judged, uint8_t has, int some_are_missing)
{
    if (judged)
        return has < (judged->grade == OFS_NOT_JUDGED ? WITHOUT_GRADE : WITH_GRADE);
    return some_are_missing && has < WITH_GRADE;
}

/* A judgement that has a heading in the text was not found. */
static int misses_judgement(const ofs_reader *reader, const ofs_invariant *must)
{
    for (const ofs_invariant *other = reader->framework->invariants; other->message; other++) {
        int is_rows = other->what == OFS_ALWAYS_ROWS;
        int is_meant =
            is_rows || (other->what == OFS_ALWAYS_JUDGEMENT && !(must->key && !strcmp(other->key, must->key)));
        if (is_meant && ofs_has_issue(reader->report, other->code, other->field, is_rows ? NULL : other->message))
            return reader->report->judgement_count != 0;
    }
    return 0;
}

/* Each key once: at the first of its wordings. */
static void check_rows(ofs_reader *reader, const ofs_invariant *must)
{
    const ofs_row *rows = reader->framework->rows;
    const uint8_t *has = must->what == OFS_ALWAYS_SECTIONS ? rows_with_sections(reader) : NULL;
    int some_are_missing = has && misses_judgement(reader, must);
    for (const ofs_row *row = rows; row->key; row++) {
        const ofs_judgement *judged = ofs_judgement_by_key(reader->report, row->key);
        int is_broken = has ? lacks_heading(judged, has[row - rows], some_are_missing) : !judged;
        if (is_broken && ofs_row_keyed(rows, row->key) == row && !(must->key && !strcmp(must->key, row->key)))
            file(reader, must, ofs_row_name(reader->arena, row));
    }
}

static int is_bound(const ofs_reader *reader, const ofs_invariant *must)
{
    const ofs_report *report = reader->report;
    int after = must->until.year && report->inspection_period_count &&
                ofs_date_compare(report->inspection_periods[0].start, must->until) >= 0;
    return !after && (!must->only || must->only(reader));
}

/* Sentences in cells of their own. */
static uint32_t sentences_in_tables(const ofs_report *report)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < report->table_count; i++)
        for (uint32_t k = 0; k < report->tables[i].rows * report->tables[i].columns; k++)
            count += ofs_ends_sentence(report->tables[i].cells[k]) != 0;
    return count;
}

/* Of a report's paragraphs: the first number, and how many have none before it and behind the last one. */
typedef struct numbering {
    uint32_t first, before, behind;
} numbering;

static numbering numbers_of(const ofs_report *report)
{
    numbering found = {0, 0, 0};
    for (uint32_t i = 0; i < report->paragraph_count; i++) {
        const ofs_paragraph *paragraph = &report->paragraphs[i];
        int is_counted = !paragraph->number && paragraph->kind == OFS_PARAGRAPH;
        found.first = found.first ? found.first : paragraph->number;
        found.before += (uint32_t)(is_counted && !found.first);
        found.behind = paragraph->number ? 0 : found.behind + (uint32_t)is_counted;
    }
    return found;
}

static int has_numbers(const ofs_report *report, ofs_always what)
{
    numbering found = numbers_of(report);
    if (what == OFS_ALWAYS_LAST_NUMBERS)
        return !found.first || found.behind < FEW_LAST;
    if (found.first)
        return found.first == 1 || found.before < found.first - 1;
    return found.before + sentences_in_tables(report) < FEW_PARAGRAPHS;
}

static int holds(const ofs_report *report, const ofs_invariant *must)
{
    if (must->what == OFS_ALWAYS_NUMBERS || must->what == OFS_ALWAYS_LAST_NUMBERS)
        return has_numbers(report, must->what) || ofs_has_issue(report, must->code, must->field, NULL);
    if (must->what == OFS_ALWAYS_FIELD)
        return is_filled(report, must->field) || ofs_has_issue(report, NULL, must->field, NULL);
    if (must->what == OFS_ALWAYS_STRENGTHS)
        return report->strengths.count || ofs_has_issue(report, NULL, must->field, NULL);
    if (must->what == OFS_ALWAYS_ROLE)
        return report->lead_inspector.role.n || ofs_has_issue(report, NULL, must->field, NULL);
    if (must->what == OFS_ALWAYS_DAYS)
        return has_days(report);
    return ofs_judgement_by_key(report, must->key) || (must->or_key && ofs_judgement_by_key(report, must->or_key));
}

/* 'Her Majesty's Inspector Contact us', 'Her Majesty': what stands behind the role was taken into it, or its end is lost. */
static void check_role(ofs_reader *reader)
{
    static const char *const ends[] = {"inspector", "hmi",  "shmi",      "lead",    "designate", "director", "manager",
                                       "officer",   "care", "education", "schools", "ofsted",    NULL};
    ofs_str role = reader->report->lead_inspector.role;
    if (!role.n)
        return;
    ofs_str last = {role.p, (uint32_t)(ofs_find_byte(role.p, role.p + role.n, '(') - role.p)}; /* 'HMI (designate)' */
    while (last.n && !ofs_is_letter(last.p[last.n - 1]) && !ofs_is_digit(last.p[last.n - 1]))
        last.n--;
    last = ofs_last_word(last);
    if (!last.n || ofs_is_one_of(last, ends))
        return;
    int is_listed = reader->report->inspector_count && ofs_equal(reader->report->inspectors[0].role, role);
    ofs_add_issues_about(reader, "odd_words",
                         (const char *const[]){"lead_inspector", is_listed ? "inspectors" : NULL, NULL}, OFS_NOWHERE,
                         "The lead inspector's role may lack words, or hold others: '%s'.", role, OFS_NO_STR);
}

/* A report's title stands above another document. */
static void check_kind(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    uint32_t missing = report->inspection_period_count ? 0 : SEVERAL_ROWS - 1;
    if (!gives_grades(reader->framework) || report->judgement_count)
        return;
    for (uint32_t i = 0; i < report->issue_count; i++)
        missing += ofs_equal(report->issues[i].code, OFS_LIT("missing")) &&
                   ofs_equal(report->issues[i].field, OFS_LIT("judgements"));
    if (missing >= SEVERAL_ROWS)
        ofs_add_issue(reader, "fallback", "framework", OFS_NOWHERE,
                      "The kind was told by the title: the judgements of such a report were not found.");
}

/* Numbers without full stops are read as the marks of footnotes. */
static void check_numbers_of_notes(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    if (report->footnote_count && ofs_has_issue(report, "number_missing", "sections", NULL) &&
        !numbers_of(report).first)
        ofs_add_issue(reader, "odd_entry", "footnotes", OFS_NOWHERE,
                      "No paragraph has a number: what was read as footnotes may be paragraphs.");
}

void ofs_check_invariants(ofs_reader *reader)
{
    check_role(reader);
    for (const ofs_invariant *must = reader->framework->invariants; must && must->message; must++) {
        if (!is_bound(reader, must))
            continue;
        if (must->what >= OFS_ALWAYS_ROWS)
            check_rows(reader, must);
        else if (!holds(reader->report, must))
            file(reader, must, OFS_NO_STR);
    }
    check_numbers_of_notes(reader);
    check_kind(reader);
}
