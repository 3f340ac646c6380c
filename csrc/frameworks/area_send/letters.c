/* letters.c: letters about joint inspections of a local area, 2016 to 2022, and about revisits: strengths and
 * areas for development under each aspect, and the areas of significant weakness where a written statement of action is
 * required.
 *
 * May hold only what is peculiar to these letters; what every letter prints stands in letters.h. */
#include "frameworks/area_send/progress.h"
#include "base/words.h"
#include "outline/publisher.h"
#include "readers/letters.h"

enum { SIGNATURE_LINES = 30, FURTHEST_ROLE = 3 };

static const char *const SUBJECTS[] = {"joint local area send inspection",
                                       "joint area send inspection",
                                       "joint local area send revisit",
                                       "joint area send revisit",
                                       "joint local area send re-visit",
                                       "joint area send re-visit",
                                       "joint local area send re-inspection",
                                       "joint area send re-inspection",
                                       NULL};
static const char *const MONITORING[] = {"area send monitoring inspection", NULL};

/* The two lists stand under each aspect, which is one level up. */
static void read_heading(ofs_reader *reader, ofs_section *section, const ofs_block *block)
{
    (void)block;
    ofs_role role = ofs_role_of(reader->headings, section->heading);
    int list = role == OFS_ROLE_STRENGTHS || role == OFS_ROLE_DEVELOPMENT;
    section->level = section->depth = list && reader->report->section_count > 1 ? 2 : 1;
}

/* The paragraph begins the list of weaknesses: '… how it will tackle the following areas of significant weakness:', '… will
 * address the weaknesses by', '… a written statement of action in respect of'. */
static int leads_in_weaknesses(const ofs_reader *reader, uint32_t at)
{
    static const char *const weaknesses[] = {"significant weakness", "serious weakness", "areas of weakness", NULL};
    const ofs_block *block = &reader->blocks.at[at];
    const ofs_block *next = at + 1 < reader->blocks.count ? block + 1 : NULL;
    if (block->kind != OFS_BLOCK_PARAGRAPH || !block->text.n)
        return 0;
    int colon = block->text.p[block->text.n - 1] == ':';
    if (colon && ofs_has_one_of(block->text, weaknesses))
        return 1;
    int listed = next && (next->kind == OFS_BLOCK_ITEM || next->number);
    int asks = ofs_has_phrase(block->text, "statement of action") || ofs_has_one_of(block->text, weaknesses);
    return listed && asks && (colon || !ofs_ends_sentence(block->text) || ofs_has_phrase(block->text, "following"));
}

/* The block of a run that leads in the list of weaknesses, or run->end. */
static uint32_t find_weaknesses(const ofs_reader *reader, const ofs_run *run)
{
    uint32_t lead = run->first;
    while (lead < run->end && !leads_in_weaknesses(reader, lead))
        lead++;
    return lead;
}

/* Where the letter goes on to what it requires, a list of strengths or of areas for development has ended. */
static uint32_t list_end(const ofs_reader *reader, const ofs_run *run, uint32_t lead)
{
    uint32_t end = run->first;
    while (end < lead && !ofs_phrase_at(reader->blocks.at[end].text, "the inspection raises significant concerns"))
        end++;
    return end;
}

/* 'a Written Statement of Action (WSOA) is required', 'must submit a statement of action' */
static int requires_statement(ofs_str text)
{
    static const char *const required[] = {"required", "requires", "must", NULL};
    static const char *const not_required[] = {"not required", "no longer required", "does not require", "was required",
                                               NULL};
    return ofs_has_phrase(text, "statement of action") && ofs_has_one_of(text, required) &&
           !ofs_has_one_of(text, not_required);
}

/* The written statement is required because of weaknesses that the letter must then name. */
static void check_statement(ofs_reader *reader, const ofs_letter *letter, const ofs_list *weaknesses)
{
    for (uint32_t i = letter->body; i < letter->end && !weaknesses->count; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (!requires_statement(block->text))
            continue;
        ofs_add_issue(
            reader, "missing", "recommendations", ofs_place_of(block),
            "A written statement of action is required, but no list of areas of significant weakness was found.");
        return;
    }
}

/* Weaknesses that have lost their bullets: each paragraph below the line that leads them in, as long as one begins in the
 * middle of a sentence. */
static void take_loose(ofs_list *weaknesses, uint32_t first, uint32_t end)
{
    ofs_reader *reader = weaknesses->reader;
    const ofs_block *blocks = reader->blocks.at;
    uint32_t before = weaknesses->count;
    for (uint32_t i = first; i < end && blocks[i].kind == OFS_BLOCK_PARAGRAPH && ofs_starts_lower(blocks[i].text); i++)
        ofs_list_add(weaknesses, blocks[i].text, OFS_NO_STR, ofs_place_of(&blocks[i]));
    if (weaknesses->count > before)
        ofs_add_issue(reader, "no_bullet", "findings", ofs_place_of(&blocks[first]),
                      "The areas of significant weakness have no bullets; what was read as one may be several.");
}

static void take_weaknesses(ofs_list *weaknesses, uint32_t first, uint32_t end)
{
    const ofs_block *blocks = weaknesses->reader->blocks.at;
    uint32_t last = first;
    while (last < end && blocks[last].number && blocks[last].kind == OFS_BLOCK_PARAGRAPH)
        last++;
    if (last > first) {
        ofs_list_blocks(weaknesses, first, last, OFS_NO_STR, OFS_LIST_NUMBERED);
        return;
    }
    while (last < end && blocks[last].kind == OFS_BLOCK_ITEM)
        last++;
    if (last > first)
        ofs_list_blocks(weaknesses, first, last, OFS_NO_STR, OFS_LIST_OF_ITEMS);
    else
        take_loose(weaknesses, first, end);
}

static ofs_findings copy_of(ofs_reader *reader, ofs_findings findings)
{
    ofs_findings copy = {OFS_NEW_ARRAY(reader->arena, ofs_finding, findings.count + 1), findings.count};
    for (uint32_t i = 0; i < findings.count; i++)
        copy.at[i] = findings.at[i];
    return copy;
}

static void read_lists(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_lists *lists = ofs_lists_new(reader);
    ofs_list *weaknesses = &lists->of[OFS_ROLE_PRIORITY];
    for (ofs_run run = {.end = letter->body}; ofs_next_run(reader, letter->end, &run);) {
        uint32_t lead = find_weaknesses(reader, &run), end = run.end;
        run.end = list_end(reader, &run, lead);
        ofs_read_run(lists, &run);
        take_weaknesses(weaknesses, lead < end ? lead + 1 : end, end);
        run.end = end;
    }
    ofs_file_lists(lists);
    reader->report->significant_weaknesses = copy_of(reader, reader->report->priority_actions);
    check_statement(reader, letter, weaknesses);
}

/* A revisit, or a monitoring inspection, asks for nothing: it judges what an earlier one has asked for. */
static void read_judged(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_report *report = reader->report;
    if (area_send_is_monitoring(reader))
        area_send_read_progress(reader, &AREA_SEND_MONITORING, letter->body, letter->end, &report->priority_actions);
    else
        area_send_read_progress(reader, &AREA_SEND_REVISIT, letter->body, letter->end, &report->significant_weaknesses);
}

static int follows_up(const ofs_reader *reader)
{
    return area_send_is_revisit(reader) || area_send_is_monitoring(reader);
}

static int is_first(const ofs_reader *reader)
{
    return !follows_up(reader);
}

/* What such a letter calls the initial inspection is another of its kind. */
static void name_initial(ofs_report *report)
{
    static const char *const words[] = {"initial inspection", "original inspection", NULL};
    for (uint32_t i = 0; i < report->previous_inspection_count; i++)
        if (ofs_has_one_of(report->previous_inspections[i].title, words))
            report->previous_inspections[i].framework = OFS_LIT("area-send");
}

/* Who signed. */

/* The next of a line's columns, between tabs or wide gaps, from byte *at on. */
static ofs_str next_column(ofs_str line, uint32_t *at)
{
    uint32_t start = *at;
    while (start < line.n && (line.p[start] == ' ' || line.p[start] == '\t' || line.p[start] == '|'))
        start++;
    uint32_t end = start;
    while (end < line.n && line.p[end] != '|' && !ofs_begins_gap(line, end))
        end++;
    *at = end;
    return ofs_trim((ofs_str){line.p + start, end - start});
}

/* The role of who stands in a column, below the name: the first words in the lines below that are no one's name. */
static ofs_str role_below(const ofs_reader *reader, uint32_t line, uint32_t end, uint32_t column)
{
    ofs_person other;
    for (uint32_t i = line + 1; i < end && i <= line + FURTHEST_ROLE; i++) {
        ofs_str text = ofs_line_text(reader->source, &reader->source->lines[i]), first = OFS_NO_STR;
        for (uint32_t at = 0, k = 0; at < text.n; k++) {
            ofs_str words = next_column(text, &at);
            if (!words.n || ofs_read_person(reader->matcher, words, &other))
                continue;
            if (k == column)
                return words;
            first = first.n ? first : words;
        }
        if (first.n)
            return first;
    }
    return OFS_NO_STR;
}

static int leads(ofs_str role)
{
    return ofs_first_word(role, "lead", NULL) >= 0 && !area_send_is_of_commission(role);
}

static uint32_t signatures_end(const ofs_reader *reader, uint32_t line)
{
    static const char *const copies[] = {"cc:", "cc ", "cc.", "copy", NULL};
    uint32_t end = line + 1;
    while (end < reader->source->line_count && end < line + SIGNATURE_LINES &&
           !ofs_begins_with(ofs_trim(ofs_line_text(reader->source, &reader->source->lines[end])), copies))
        end++;
    return end;
}

/* Who stands in a column; 'A B, Her Majesty's' has the rest of the role in the line below. */
static int read_signatory(const ofs_reader *reader, ofs_str words, ofs_person *person)
{
    static const char *const torn[] = {"her majesty's", "his majesty's", NULL};
    uint32_t length;
    int64_t at = ofs_last_words(words, torn, &length);
    int is_torn = at > 0 && (uint32_t)at + length == words.n;
    ofs_str name = is_torn ? ofs_trim_end(ofs_trim((ofs_str){words.p, (uint32_t)at}), ",") : words;
    if (!name.n || !ofs_read_person(reader->matcher, name, person))
        return 0;
    if (is_torn)
        person->role = (ofs_str){words.p + at, length};
    return 1;
}

/* The role goes on in the line below: as far as it does not say who leads, or in 'Inspector' behind 'Lead'. */
static ofs_str whole_role(const ofs_reader *reader, ofs_str role, ofs_str below)
{
    static const char *const lead[] = {"lead", NULL}, *const inspector[] = {"inspector", NULL};
    uint32_t length;
    int64_t at = ofs_last_words(role, lead, &length);
    int is_open = at < 0 || ((uint32_t)at + length == role.n && ofs_opening_words(below, inspector));
    return !is_open ? role : role.n ? ofs_concat_words(reader->arena, role, below) : below;
}

/* Ofsted's lead inspector, of all who signed, else nobody; how many they are. */
static uint32_t find_lead(const ofs_reader *reader, uint32_t first, ofs_person *lead)
{
    uint32_t count = 0, end = signatures_end(reader, first);
    for (uint32_t i = first; i < end && !lead->name.n; i++) {
        ofs_str text = ofs_line_text(reader->source, &reader->source->lines[i]);
        for (uint32_t at = 0, column = 0; at < text.n && !lead->name.n; column++) {
            ofs_person person;
            if (!read_signatory(reader, next_column(text, &at), &person))
                continue;
            count++;
            person.role = whole_role(reader, person.role, role_below(reader, i, end, column));
            if (leads(person.role))
                *lead = person;
        }
    }
    return count;
}

/* Four people sign most of these letters, a regional director first: the one who led is called so. */
static void choose_lead(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_person lead = {OFS_NO_STR, OFS_NO_STR}, *taken = &reader->report->lead_inspector;
    if (letter->closing >= reader->source->line_count)
        return;
    uint32_t count = find_lead(reader, letter->closing, &lead);
    if (lead.name.n)
        *taken = lead;
    else if (count > 1 || (taken->role.n && area_send_is_of_commission(taken->role)))
        ofs_add_issue_about(reader, "several_people", "lead_inspector", OFS_NOWHERE,
                            "Several people signed the letter, and which of them led was not found; taken was '%s'.",
                            taken->name, OFS_NO_STR);
}

static void read(ofs_reader *reader)
{
    ofs_letter letter;
    ofs_find_letter(reader, &letter);
    ofs_read_subject(reader, &letter);
    ofs_read_letter_date(reader, &letter);
    ofs_read_addressee(reader, &letter);
    ofs_read_signature(reader, &letter);
    choose_lead(reader, &letter);
    ofs_check_signed(reader, &letter);
    ofs_read_inspection_period(reader, &letter);
    ofs_read_sections(reader, letter.body, letter.end, read_heading);
    area_send_read_statement(reader, letter.body, letter.end);
    ofs_read_previous(reader, &letter);
    name_initial(reader->report);
    if (follows_up(reader))
        read_judged(reader, &letter);
    else
        read_lists(reader, &letter);
    ofs_read_footnotes(reader);
}

static const ofs_heading HEADINGS[] = {
    {"joint local area send", OFS_ROLE_LINE, 0, NULL},
    {"joint area send", OFS_ROLE_LINE, 0, NULL},
    {"area send monitoring inspection", OFS_ROLE_LINE, 0, NULL},
    {"next steps$", OFS_ROLE_PROSE, 0, NULL},
    {"main findings$", OFS_ROLE_PROSE, 0, NULL},
    {"the effectiveness of the local area in", OFS_ROLE_PROSE, 0, NULL},
    {"strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"areas of strength$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"areas for development$", OFS_ROLE_DEVELOPMENT, 0, NULL},
    {"areas for further development$", OFS_ROLE_DEVELOPMENT, 0, NULL},
    {"areas for improvement$", OFS_ROLE_DEVELOPMENT, 0, NULL},
    OFS_NO_HEADING,
};

static const ofs_invariant INVARIANTS[] = {
    OFS_PERSONAL_LETTER_INVARIANTS,
    OFS_LETTER_DATES,
    {OFS_ALWAYS_FIELD, "missing", "findings", .message = "No list of areas for development was found.",
     .only = is_first},
    {OFS_ALWAYS_FIELD, "missing", "findings", .message = "Nothing that the inspectors judged progress in was found.",
     .only = follows_up},
    {OFS_ALWAYS_FIELD, "missing", "statement_of_action", .message = "The revisit names no written statement of action.",
     .only = area_send_is_revisit},
    OFS_NO_INVARIANT,
};

static const char *const TITLES[] = {"joint local area send", "joint area send", "area send monitoring inspection",
                                     NULL};
static const char *const OPENINGS[] = {"between", "on", "from", NULL};
static const ofs_sign SIGNS[] = {{95, {SUBJECTS}, 0}, {95, {MONITORING, OFS_SALUTATION}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_AREA_SEND_LETTER = {.id = OFS_AREA_SEND,
                                                      .signs = SIGNS,
                                                      .titles = TITLES,
                                                      .openings = OPENINGS,
                                                      .headings = HEADINGS,
                                                      .invariants = INVARIANTS,
                                                      .read = read};
