/* oddities.c: what no report prints, so that something was read wrong: a recommendation that leads up to others, a number
 * that stayed in the text, a second report behind the imprint.
 *
 * May file issues and may not change a value. */
#include "base/words.h"
#include "outline/publisher.h"
#include "readers/checks.h"

#include <string.h>

enum {
    LEAST_WORDS = 4, /* of a sentence */
    LONGEST_LABEL = 160,
    MOST_COMPARED = 200,
    LEAST_REPEATED = 30,
    LONGEST_HEADING = 110, /* bytes */
    LONGEST_LETTERS = 3,
    LEAST_BODY = 400, /* bytes */
    MOST_SENTENCES = 5,
    LEAST_TITLE = 20, /* bytes */
    LONGEST_MARK = 2,
    LONGEST_MISREAD = 8, /* bytes of three signs and the space behind them */
    LONGEST_ALONE = 32 /* bytes of a bullet or a number, and spaces */
};

static void file(ofs_reader *reader, const char *code, const char *field, ofs_place place, const char *message,
                 ofs_str text)
{
    ofs_add_issue_about(reader, code, field, place, message, ofs_few_words(text), OFS_NO_STR);
}

void ofs_note_fault(ofs_faults *found, const char *message, ofs_str about, ofs_place place)
{
    if (found->count++)
        found->place.span = (ofs_span){0, 0};
    else
        *found = (ofs_faults){message, about, place, 1};
}

static void file_faults(ofs_reader *reader, const char *code, const char *field, ofs_faults found)
{
    if (found.count)
        file(reader, code, field, found.place, found.message, found.about);
}

static int begins_with_sign(ofs_str text)
{
    uint32_t c;
    ofs_utf8_next(text.p, text.p + text.n, &c);
    return ofs_is_sign(c);
}

/* 'The experiences and progress of children in care: good' */
static int is_judgement(const ofs_reader *reader, ofs_str text)
{
    ofs_str words;
    ofs_grade grade;
    return text.n <= LONGEST_LABEL && ofs_split_heading(text, &words, &grade) &&
           ofs_nearest_key(reader->framework->rows, reader->framework->headings, words);
}

/* A bullet before a space or a capital: the next entry of a list whose lines were joined, with a space or without. */
static int holds_bullet(ofs_str text)
{
    const char *end = text.p + text.n;
    for (const char *p = text.p; (p = ofs_ascii_end(p, end)) < end;) {
        uint32_t c, n = ofs_utf8_next(p, end, &c);
        int is_long = *p == '\xE2' || *p == '\xEF';
        if (is_long && p > text.p && p + n < end && (p[n] == ' ' || ofs_is_upper(p[n])) && ofs_is_sign(c) &&
            !ofs_is_dash(c))
            return 1;
        p += n;
    }
    return 0;
}

/* '7. Review … guidance. 8. Strengthen …', with the space or without; a sentence does not begin with a number and a stop. */
static int holds_number(ofs_str text)
{
    uint32_t length;
    const char *end = text.p + text.n;
    for (const char *p = text.p; (p = ofs_find_byte(p, end, '.')) < end; p++) {
        ofs_str rest = ofs_slice(p + 1 + (end - p > 1 && p[1] == ' '), end);
        if (rest.n && ofs_is_digit(*rest.p) && ofs_number_label(rest, &length) && length < rest.n &&
            rest.p[length - 1] == ' ' && ofs_is_upper(rest.p[length]))
            return 1;
    }
    return 0;
}

/* '… of plans. 2.', '… of plans •': the next entry's label, or its own where a tag puts it behind the words; '… of plans. 2':
 * a page's number. */
static int ends_with_label(ofs_str text)
{
    ofs_str last = ofs_last_word(text);
    uint32_t start = text.n - last.n, length, digits = 0;
    if (start < 2 || !last.n)
        return 0;
    while (digits < last.n && ofs_is_digit(last.p[digits]))
        digits++;
    int is_number =
        digits == last.n || (text.p[text.n - 2] != ')' && ofs_number_label(last, &length) && length >= last.n);
    return begins_with_sign(last) || (text.p[start - 2] == '.' && is_number);
}

/* '… of their plans. Children missing from home': in text the heading below an entry's full stop, which was taken for
 * the rest of it. */
static int ends_with_heading(const ofs_reader *reader, ofs_str text)
{
    uint32_t start = text.n;
    if (reader->source->has_tags || ofs_ends_sentence(text) || strchr(";:,)", text.p[text.n - 1]))
        return 0;
    while (start > 1 && text.n - start <= LONGEST_HEADING && !(text.p[start - 1] == ' ' && text.p[start - 2] == '.'))
        start--;
    return start > 1 && text.n - start <= LONGEST_HEADING && ofs_is_upper(text.p[start]);
}

static int holds_label(ofs_str text)
{
    return ends_with_label(text) || holds_bullet(text) || holds_number(text);
}

/* A bracket that is not closed, or a comma at its end. */
static int is_torn(ofs_str text)
{
    const char *end = text.p + text.n;
    int open = 0;
    for (const char *p = text.p; (p = ofs_find_byte(p, end, '(')) < end; p++)
        open++;
    for (const char *p = text.p; open && (p = ofs_find_byte(p, end, ')')) < end; p++)
        open--;
    return open > 0 || text.p[text.n - 1] == ',';
}

/* '12', '7. Review …': a page's number, or what begins another entry. */
static int begins_with_number(ofs_str text)
{
    uint32_t length, digits = 0;
    while (digits < text.n && ofs_is_digit(text.p[digits]))
        digits++;
    return digits == text.n || (digits && digits < 3 && text.p[digits] == '.' && ofs_number_label(text, &length));
}

/* What is wrong with an entry of any list, or NULL. */
static const char *fault_of_any(ofs_str text)
{
    if (holds_label(text) || begins_with_number(text))
        return "An entry has a bullet or a number within it; it may be several: '%s …'.";
    if (is_torn(text))
        return "An entry ends in a comma, or its bracket does not close; more of it may stand elsewhere: '%s …'.";
    return NULL;
}

/* As long as a paragraph of the body, in a report with judgements, which lists what is a sentence or two. */
static int is_body(const ofs_reader *reader, ofs_str text)
{
    uint32_t sentences = 0;
    if (text.n < LEAST_BODY || !reader->framework->rows || reader->framework->lists == OFS_LIST_OF_ROWS)
        return 0;
    for (uint32_t at = 0; at < text.n; sentences++)
        at = ofs_sentence_end(text, at);
    return sentences > MOST_SENTENCES;
}

/* What is wrong with a recommendation, or NULL. */
static const char *fault_of(const ofs_reader *reader, const ofs_recommendation *entry)
{
    if (entry->text.p[entry->text.n - 1] == ':')
        return "A recommendation leads up to something that was not read with it: '%s …'.";
    if (ofs_begins_with(entry->text, OFS_RUNNING_TITLES))
        return "The running title of a page was read as a recommendation: '%s …'.";
    if (begins_with_sign(entry->text))
        return "A recommendation begins with a sign; it may be several: '%s …'.";
    if (ends_with_heading(reader, entry->text))
        return "A recommendation ends without a full stop; a heading below it may have been joined: '%s …'.";
    if (is_judgement(reader, entry->text))
        return "A judgement's heading was read as a recommendation: '%s …'.";
    if (entry->number.n && reader->framework->lists == OFS_LIST_OF_ITEMS)
        return "A numbered paragraph was read as a recommendation: '%s …'.";
    if (is_body(reader, entry->text))
        return "An entry is as long as a paragraph of the report's body: '%s …'.";
    return fault_of_any(entry->text);
}

/* '| Plans', 'm@ Plans', '¢ Plans', '1z. Plans': what OCR may take a bullet or a number for, and no line of a sentence begins
 * with. */
static int begins_with_misread(ofs_str text)
{
    const char *end = text.p + text.n, *last = ofs_within(text.p, end, LONGEST_MISREAD), *space = text.p;
    while (space < last && *space != ' ')
        space++;
    const char *after = space;
    while (after < end && *after == ' ')
        after++;
    if (space == last || after == end || !ofs_is_upper(*after))
        return 0;
    uint32_t signs = 0, like_bullets = 0, like_figures = 0, figures = 0, all = 0, c;
    for (const char *p = text.p; p < space; all++) {
        p += ofs_utf8_next(p, space, &c);
        signs += c == 0x2122 || (c > 0xA0 && c < 0xB7 && c != 0xA3) || ofs_is_any_of(c, "@|=.,;:");
        like_bullets += (uint32_t)ofs_is_any_of(c, "me");
        like_figures += (uint32_t)ofs_is_any_of(c, "lIiOoZzSsBAbg");
        figures += (uint32_t)ofs_is_any_of(c, "0123456789");
    }
    int is_number = signs == 1 && like_figures && like_figures + figures + 1 == all && space[-1] == '.';
    return is_number || (signs && signs + like_bullets == all);
}

/* '(b) ', 'ii) ', or the letter that a bullet's font has for it ('n Plans'): what entries of a list may begin with, though no
 * list that was read does. */
static int begins_with_letter(ofs_str text)
{
    uint32_t open = text.n && *text.p == '(', n = open;
    while (n < text.n && n < open + LONGEST_LETTERS && ofs_is_lower(text.p[n]))
        n++;
    if (!open && n == 1 && n + 1 < text.n && *text.p != 'a' && text.p[1] == ' ' && ofs_is_upper(text.p[2]))
        return 1;
    if (n == open || n + 1 >= text.n || text.p[n] != ')' || text.p[n + 1] != ' ')
        return 0;
    return n == open + 1 || strspn(text.p + open, "ivx") >= n - open;
}

/* An entry's label, whose words stand below it. */
static int is_label(ofs_str line)
{
    uint32_t length;
    return line.n <= LONGEST_ALONE &&
           (ofs_bullet_label(line) == line.n || (ofs_number_label(line, &length) && length == line.n));
}

/* The line above ends long before a wrapped one would, and is more than an entry's label. */
static int ends_early(const ofs_source *source, const ofs_line *above)
{
    ofs_str text = ofs_line_text(source, above);
    return text.n * 2 < source->width && !is_label(text);
}

/* What pages print above or below their text. */
static int is_title(const ofs_reader *reader, ofs_str text)
{
    ofs_str title = reader->report->title;
    uint32_t n = title.n < text.n ? title.n : text.n;
    return ofs_is_upper(*text.p) &&
           (ofs_begins_with(text, OFS_RUNNING_TITLES) || (n >= LEAST_TITLE && memcmp(title.p, text.p, n) == 0));
}

/* A bullet below a full stop: no part of what is above it. */
static int ends_in_stop(ofs_str text)
{
    text = ofs_trim(text);
    return text.n && text.p[text.n - 1] == '.';
}

/* The next line's first word would have had room on the line above, which was not wrapped there. */
static int has_room(const ofs_source *source, ofs_str above, ofs_str text)
{
    uint32_t room = source->width * 3, used = above.n + 1;
    return used * 4 < room && (used + ofs_leading_words(text, 1).n) * 4 < room;
}

/* A line of an entry, and what the one above it is like. */
typedef struct entry_line {
    const ofs_line *above; /* NULL: it is the first */
    uint32_t count; /* of those above it */
    int is_one_sentence; /* as every other entry of the list */
} entry_line;

/* The line may be a running title, what stands twice, or begin another entry, which lost its bullet or has a letter for it.
 * The narrow columns of a table are wrapped anywhere. */
static int is_other_entry(const ofs_reader *reader, entry_line at, const ofs_line *line)
{
    const ofs_source *source = reader->source;
    ofs_str text = ofs_line_text(source, line);
    if (begins_with_letter(text) || begins_with_misread(text))
        return 1;
    if (!at.above)
        return 0;
    ofs_str above = ofs_line_text(source, at.above);
    uint32_t label = ofs_bullet_label(text);
    int is_below_label = is_label(above);
    if (is_title(reader, text) || ofs_equal(text, above) || (label && ends_in_stop(above)) ||
        (!is_below_label && begins_with_number(text)) ||
        (at.is_one_sentence && ends_in_stop(above) && ofs_is_upper(*text.p)))
        return 1;
    if (label || is_below_label || reader->framework->lists == OFS_LIST_OF_ROWS || !has_room(source, above, text))
        return 0;
    if (ofs_is_upper(*text.p))
        return memchr(text.p, ' ', text.n) != NULL;
    return at.count > 1 && !strchr(":;", above.p[above.n - 1]);
}

uint32_t ofs_line_holding(const ofs_source *source, uint32_t byte, uint32_t near)
{
    for (uint32_t from = near;; from = 0) {
        uint32_t i = from;
        while (i < source->line_count && !(source->lines[i].start <= byte && byte < source->lines[i].end))
            i++;
        if (i < source->line_count || !from)
            return i;
    }
}

/* *near: where the entry's first line is looked for, and then that line. */
static const ofs_line *find_other_entry(const ofs_reader *reader, ofs_span span, int is_one_sentence, uint32_t *near)
{
    const ofs_source *source = reader->source;
    const ofs_line *end = source->lines + source->line_count;
    entry_line at = {NULL, 0, is_one_sentence};
    *near = ofs_line_holding(source, span.start, *near);
    const ofs_line *line = source->lines + *near;
    /* lines may stand in another order than in the text */
    for (int is_last = 0; line < end && line->start < span.end && !is_last; line++) {
        is_last = line->end >= span.end;
        if (line->kind == OFS_LINE_ARTIFACT || line->kind == OFS_LINE_NOTE)
            continue;
        if (is_other_entry(reader, at, line))
            return line;
        at = (entry_line){line, at.count + 1, is_one_sentence};
    }
    return NULL;
}

/* Tags tell entries apart, and so may what has read the list, and said so. */
static int are_lines_sure(const ofs_reader *reader, const char *field)
{
    return reader->source->has_tags || ofs_has_issue(reader->report, "odd_entry", field, NULL);
}

static void check_lines(const ofs_reader *reader, ofs_span span, int is_one_sentence, uint32_t *near, ofs_faults *found)
{
    const ofs_line *line = find_other_entry(reader, span, is_one_sentence, near);
    if (line)
        ofs_note_fault(found, "A line within an entry may be no part of it: '%s …'.",
                       ofs_line_text(reader->source, line), ofs_place_of_line(line));
}

/* The words of an entry are those of another one, or more. */
static int repeats(ofs_str text, ofs_str other)
{
    return other.n >= LEAST_REPEATED && text.n >= other.n && ofs_equal((ofs_str){text.p, other.n}, other);
}

/* In a list of items that are a sentence each, with one exception. */
static int are_sentences(const ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    uint32_t longer = 0;
    for (uint32_t i = 0; i < report->recommendation_count; i++) {
        ofs_str text = report->recommendations[i].text;
        const char *end = text.p + text.n, *p = text.p;
        while ((p = ofs_find_byte(p, end, '.')) < end && !(end - p > 2 && p[1] == ' ' && ofs_is_upper(p[2])))
            p++;
        longer += p < end;
    }
    return longer == 1 && reader->framework->lists == OFS_LIST_OF_ITEMS;
}

static void check_recommendations(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    int is_one_sentence = are_sentences(reader), is_sure = are_lines_sure(reader, "recommendations");
    uint32_t near = 0;
    ofs_faults found = {.count = 0};
    for (uint32_t i = 0; i < report->recommendation_count; i++) {
        const ofs_recommendation *entry = &report->recommendations[i];
        const char *fault = entry->text.n ? fault_of(reader, entry) : NULL;
        if (fault)
            ofs_note_fault(&found, fault, entry->text, (ofs_place){entry->page, entry->span});
        else if (!is_sure)
            check_lines(reader, entry->span, is_one_sentence, &near, &found);
    }
    file_faults(reader, "odd_entry", "recommendations", found);
}

/* The same as is said of recommendations. */
static void check_findings(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    int is_sure = are_lines_sure(reader, "findings");
    uint32_t near = 0;
    ofs_faults odd = {.count = 0}, repeated = {.count = 0};
    const ofs_findings *lists[] = {&report->strengths, &report->meets_requirements, &report->areas_for_development,
                                   &report->priority_actions};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (uint32_t i = 0; i < lists[k]->count; i++) {
            const ofs_finding *entry = &lists[k]->at[i];
            ofs_place place = {entry->page, entry->span};
            const char *fault = entry->text.n ? fault_of_any(entry->text) : NULL;
            if (repeats(entry->text, i ? entry[-1].text : OFS_NO_STR))
                ofs_note_fault(&repeated, "This entry repeats the one before: '%s …'.", entry->text, place);
            else if (fault)
                ofs_note_fault(&odd, fault, entry->text, place);
            else if (!is_sure)
                check_lines(reader, entry->span, 0, &near, &odd);
        }
    file_faults(reader, "repeated", "findings", repeated);
    file_faults(reader, "odd_entry", "findings", odd);
}

/* A sentence that begins below a line of a footnote which ended early: a paragraph may have joined it. */
static void check_notes(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    uint32_t end = source->has_tags || !reader->blocks.note_count ? 0 : source->line_count;
    for (uint32_t i = 1; i < end; i++) {
        const ofs_line *line = &source->lines[i];
        if (line->kind != OFS_LINE_NOTE || line[-1].kind != OFS_LINE_NOTE || line->page != line[-1].page)
            continue;
        ofs_str text = ofs_line_text(source, line);
        if (!ofs_is_upper(*text.p) || !ends_in_stop(ofs_line_text(source, line - 1)) || !ends_early(source, line - 1))
            continue;
        file(reader, "odd_entry", "footnotes", ofs_place_of_line(line),
             "A line within a footnote may be no part of it: '%s …'.", text);
        return;
    }
}

static int has_note(const ofs_report *report, ofs_str mark)
{
    for (uint32_t i = 0; i < report->footnote_count; i++)
        if (ofs_equal(report->footnotes[i].mark, mark))
            return 1;
    return 0;
}

/* '1 The local authority was …', '³ As of …'; but no paragraph's number, printed without its full stop. */
static int is_like_note(const ofs_report *report, ofs_str text, uint32_t last_number)
{
    uint32_t c, n, number = ofs_leading_number(text, LONGEST_MARK, &n);
    ofs_found_date day;
    if (number)
        return !(last_number && number == last_number + 1) && n + 1 < text.n && text.p[n] == ' ' &&
               ofs_is_upper(text.p[n + 1]) && ends_in_stop(text) && !(ofs_find_date(text, 0, &day) && !day.at.start) &&
               !has_note(report, (ofs_str){text.p, n});
    if (!text.n || ofs_is_visible(*text.p))
        return 0;
    ofs_utf8_next(text.p, text.p + text.n, &c);
    return ofs_raised_digit(c) < 10;
}

/* A file whose tags or marks call a footnote a paragraph, or a text in which it stands too far from its mark. */
static void check_lost_notes(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    ofs_faults found = {.count = 0};
    uint32_t last = 0;
    for (uint32_t i = 0; i < report->paragraph_count; i++) {
        const ofs_paragraph *paragraph = &report->paragraphs[i];
        if (paragraph->number)
            last = paragraph->number;
        else if (is_like_note(report, paragraph->text, last))
            ofs_note_fault(&found, "A paragraph begins as a footnote does, and was not read as one: '%s …'.",
                           paragraph->text, (ofs_place){paragraph->page, paragraph->span});
    }
    file_faults(reader, "odd_entry", "footnotes", found);
}

/* A page that was copied in twice, where its paragraphs are recommendations, or a line that was, above the whole of one. */
static void check_repeated(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    uint32_t count = report->recommendation_count < MOST_COMPARED ? report->recommendation_count : MOST_COMPARED;
    ofs_faults found = {.count = 0};
    for (uint32_t i = 1; i < count; i++)
        for (uint32_t k = 0; k < i; k++) {
            const ofs_recommendation *entry = &report->recommendations[i], *other = &report->recommendations[k];
            if (!repeats(entry->text, other->text) || !ofs_equal(entry->scope, other->scope) ||
                !ofs_equal(entry->heading, other->heading))
                continue;
            ofs_note_fault(&found, "This recommendation repeats an earlier one: '%s …'.", entry->text,
                           (ofs_place){entry->page, entry->span});
            break;
        }
    file_faults(reader, "repeated", "recommendations", found);
}

/* A paragraph that begins with a number that was not taken for its own; a gap in the numbers says as much. */
static void check_paragraphs(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    uint32_t length;
    ofs_faults found = {.count = 0};
    if (ofs_has_issue(report, "number_missing", "sections", NULL))
        return;
    for (uint32_t i = 0; i < report->paragraph_count; i++) {
        const ofs_paragraph *paragraph = &report->paragraphs[i];
        if (!paragraph->number && ofs_number_label(paragraph->text, &length) && length < paragraph->text.n)
            ofs_note_fault(&found, "A paragraph begins with a number that was not read as one: '%s …'.",
                           paragraph->text, (ofs_place){paragraph->page, paragraph->span});
    }
    file_faults(reader, "number_unread", "sections", found);
}

/* The field whose list a heading of this role begins, or NULL. */
static const char *listed_under(ofs_role role)
{
    switch (role) {
    case OFS_ROLE_STRENGTHS:
    case OFS_ROLE_DEVELOPMENT:
        return "findings";
    case OFS_ROLE_ASKED_DEVELOPMENT:
    case OFS_ROLE_IMPROVE:
    case OFS_ROLE_PRIORITY:
    case OFS_ROLE_ONE_PRIORITY:
        return "recommendations";
    default:
        return NULL;
    }
}

/* 'What needs to improve? ◼ The quality of …', 'Area for priority action The council needs …': the list's first entry, or
 * the words that lead up to it, stand behind its heading. Behind other words it may also end them: '… are seen. Strengths.' */
static int runs_on(const ofs_heading *heading, ofs_str text, int is_heading, int is_within)
{
    int whole;
    uint32_t n = ofs_heading_words(heading, text, &whole);
    ofs_str rest = {text.p + n, text.n - n};
    while (n && rest.n && (strchr("?:.", *rest.p) || ofs_is_digit(*rest.p)))
        rest = (ofs_str){rest.p + 1, rest.n - 1};
    if (!n || rest.n < 2 || *rest.p != ' ')
        return n && !rest.n && whole && is_within;
    rest = ofs_trim(rest);
    return begins_with_sign(rest) ||
           (whole && !is_heading && ofs_is_upper(*rest.p) && ofs_count_words(rest) >= LEAST_WORDS);
}

/* Those of the framework's headings that lists stand below, and what they begin with: most sentences begin otherwise. */
typedef struct list_headings {
    const ofs_headings *of;
    uint16_t *at;
    uint32_t count;
    ofs_beginnings beginnings;
} list_headings;

static list_headings find_list_headings(const ofs_reader *reader)
{
    const ofs_heading *headings = reader->framework->headings;
    list_headings found = {.of = reader->headings};
    uint16_t count = 0;
    while (headings && headings[count].phrase)
        count++;
    found.at = OFS_NEW_ARRAY(reader->arena, uint16_t, count + 1);
    for (uint16_t i = 0; i < count; i++)
        if (listed_under(headings[i].role)) {
            found.at[found.count++] = i;
            ofs_add_beginning(&found.beginnings, headings[i].phrase);
        }
    return found;
}

/* The field whose list begins behind the words that a block or one of its sentences begins with, or NULL. */
static const char *listed_behind(const list_headings *known, ofs_str text, int is_heading, int is_within)
{
    uint32_t letters = ofs_first_letters(text);
    for (uint32_t i = 0; i < known->count; i++) {
        const ofs_heading *heading = &known->of->at[known->at[i]];
        uint32_t wanted = known->of->letters[known->at[i]];
        if ((!wanted || wanted == letters) && runs_on(heading, text, is_heading, is_within))
            return listed_under(heading->role);
    }
    return NULL;
}

static const char *listed_in(const list_headings *known, const ofs_block *block)
{
    const char *p = block->text.p, *end = p + block->text.n, *field = NULL;
    for (int is_within = 0; p < end && !field; is_within = 1) {
        ofs_str text = ofs_slice(p, end);
        if (ofs_is_upper(*p) && ofs_may_begin_one(&known->beginnings, text))
            field = listed_behind(known, text, block->kind == OFS_BLOCK_HEADING, is_within);
        p = ofs_find_byte(p, end, '.');
        p += (p < end) + (end - p > 1 && p[1] == ' ');
    }
    return field;
}

/* '… know their families. Strengths', above items: the field whose list begins below, or NULL. */
static const char *listed_below(const ofs_reader *reader, ofs_str text)
{
    uint32_t first = text.n > LONGEST_HEADING ? text.n - LONGEST_HEADING : 1;
    for (uint32_t start = text.n - 1; start >= first; start--) {
        if (text.p[start - 1] != ' ' || !ofs_is_upper(text.p[start]))
            continue;
        ofs_str words = {text.p + start, text.n - start};
        const char *field = listed_under(ofs_role_of(reader->headings, words));
        if (field)
            return field;
    }
    return NULL;
}

static void check_joined_headings(ofs_reader *reader, uint32_t end)
{
    for (uint32_t i = 0; i + 1 < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block[1].kind != OFS_BLOCK_ITEM || block->kind == OFS_BLOCK_TABLE || !block->text.n ||
            ofs_ends_sentence(block->text) || ofs_role_of(reader->headings, block->text) != OFS_ROLE_TOPIC)
            continue;
        const char *field = listed_below(reader, block->text);
        if (!field)
            continue;
        file(reader, "odd_entry", field, ofs_place_of(block),
             "A list's heading stands at the end of other words, and its list was not read: '%s …'.", block->text);
        return;
    }
}

static void check_headings(ofs_reader *reader, uint32_t end)
{
    list_headings known = find_list_headings(reader);
    for (uint32_t i = 0; known.count && i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        const char *field = block->kind == OFS_BLOCK_TABLE ? NULL : listed_in(&known, block);
        if (!field || ofs_has_issue(reader->report, "odd_entry", field, NULL))
            continue;
        file(reader, "odd_entry", field, ofs_place_of(block),
             "Words stand beside a list's heading and were not read with the list: '%s …'.", block->text);
    }
}

/* 'arrangements for planning This visit was carried out …': its end is lost, and the next sentence was taken for it; or
 * 'arrangements for care leavers, focusing on', whose items are. */
static void check_focus(ofs_reader *reader)
{
    static const char *const of_others[] = {"this visit",   "this inspection", "inspectors", "majesty's",
                                            "the focus of", "was carried out", "looked at",  NULL};
    static const char *const go_on[] = {"on",   "of", "for",  "the", "and", "or",   "to",
                                        "with", "by", "from", "a",   "an",  "into", NULL};
    ofs_str focus = reader->report->focus;
    if (!focus.n)
        return;
    if (ofs_has_words(focus, of_others))
        file(reader, "cut_off", "focus", OFS_NOWHERE, "What was looked at goes on with another sentence: '%s …'.",
             focus);
    else if (ofs_is_one_of(ofs_last_word(focus), go_on))
        file(reader, "cut_off", "focus", OFS_NOWHERE, "What was looked at was not read to its end: '%s'.", focus);
}

static const char *const CORRECTIONS[] = {"correction:", "corrections:", "correction to", "correction notice",
                                          "corrigendum", "erratum",      "errata",        "reissued report",
                                          NULL};
static const char *const THIS = "this ";

/* 'Erratum: …', 'This report replaces …': what is corrected there was not put right here. */
static int is_correction(const ofs_beginnings *known, ofs_str text)
{
    static const char *const of_this[] = {"report replaces",          "letter replaces",    "report has been amended",
                                          "letter has been amended",  "report was amended", "letter was amended",
                                          "report has been reissued", "report corrects",    NULL};
    if (!ofs_may_begin_one(known, text))
        return 0;
    uint32_t n = ofs_phrase_at(text, THIS);
    return (n ? ofs_begins_with((ofs_str){text.p + n, text.n - n}, of_this) : ofs_begins_with(text, CORRECTIONS)) != 0;
}

static void check_correction(ofs_reader *reader)
{
    const ofs_blocks *blocks = &reader->blocks;
    ofs_beginnings known = {.second = {0}};
    ofs_add_beginnings(&known, CORRECTIONS);
    ofs_add_beginning(&known, THIS);
    for (uint32_t i = 0; i < blocks->count; i++) {
        const ofs_block *block = &blocks->at[i];
        if (block->kind == OFS_BLOCK_TABLE || !is_correction(&known, block->text))
            continue;
        file(reader, "unreadable", reader->report->judgement_count ? "judgements" : "sections", ofs_place_of(block),
             "A correction is printed here; what it says was not taken over: '%s …'.", block->text);
        return;
    }
}

/* The cover of another report. */
static void check_behind(ofs_reader *reader, uint32_t end)
{
    static const char *const covers[] = {"review of the effectiveness of", "inspection of services for",
                                         "inspection of local authority", NULL};
    const ofs_blocks *blocks = &reader->blocks;
    for (uint32_t i = end; i < blocks->count; i++) {
        const ofs_block *block = &blocks->at[i];
        if (block->kind == OFS_BLOCK_TABLE || block->text.n > LONGEST_LABEL ||
            !(ofs_begins_with(block->text, OFS_DATE_LABELS) || ofs_begins_with(block->text, covers)))
            continue;
        file(reader, "more_text", "sections", ofs_place_of(block),
             "A second report seems to follow behind the end of this one and was not read: '%s …'.", block->text);
        return;
    }
}

void ofs_check_oddities(ofs_reader *reader, uint32_t end)
{
    check_recommendations(reader);
    check_findings(reader);
    check_notes(reader);
    check_lost_notes(reader);
    check_repeated(reader);
    check_focus(reader);
    check_headings(reader, end);
    check_joined_headings(reader, end);
    check_paragraphs(reader);
    check_correction(reader);
    check_behind(reader, end);
}
