/* jtai.c: letters about joint targeted area inspections (JTAI) by Ofsted, the Care Quality Commission and the
 * inspectorates of constabulary and of probation, 2016 to today. They grade nothing.
 *
 * May hold only what is peculiar to these letters; what every letter prints stands in letters.h. Several inspectorates
 * sign and no inspector is named, so there is no lead inspector. */
#include "infer/infer.h"
#include "readers/letters.h"
#include "readers/lists.h"
#include "readers/checks.h"

enum { LONGEST_STUDY_HEADING = 90, LONGEST_BODY = 120, BOX_POINTS = 2 };

static const ofs_heading HEADINGS[] = {
    {"joint targeted area inspection of", OFS_ROLE_LINE, 0, NULL},
    {"headline findings$", OFS_ROLE_PROSE, 0, NULL},
    {"main findings$", OFS_ROLE_PROSE, 0, NULL},
    {"next steps$", OFS_ROLE_PROSE, 0, NULL},
    {"context$", OFS_ROLE_PROSE, 0, NULL},
    {"key strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"early help strengths$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"areas of strength$", OFS_ROLE_STRENGTHS, 0, NULL},
    {"what needs to improve", OFS_ROLE_IMPROVE, 0, NULL},
    {"areas for improvement$", OFS_ROLE_IMPROVE, 0, NULL},
    {"area for improvement$", OFS_ROLE_IMPROVE, 0, NULL},
    {"areas for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
    {"areas for priority actions$", OFS_ROLE_PRIORITY, 0, NULL},
    {"area for priority action$", OFS_ROLE_ONE_PRIORITY, 0, NULL},
    {"case study", OFS_ROLE_STUDY, 0, NULL},
    {"practice study", OFS_ROLE_STUDY, 0, NULL},
    OFS_NO_HEADING,
};

static const char *const SUBJECTS[] = {"joint targeted area inspection of", NULL};

/* What a heading stands for. A topic is any other heading: it divides the list in which it stands. */
typedef enum kind { TOPIC, STUDY, PROSE, STRENGTHS, IMPROVEMENT, PRIORITY, ONE_PRIORITY } kind;

static kind kind_of(ofs_str heading)
{
    static const struct {
        const char *phrase;
        kind kind;
    } kinds[] = {
        {"headline findings", PROSE},
        {"main findings", PROSE},
        {"next steps", PROSE},
        {"context", PROSE},
        {"key strengths", STRENGTHS},
        {"strengths", STRENGTHS},
        {"early help strengths", STRENGTHS},
        {"areas of strength", STRENGTHS},
        {"what needs to improve", IMPROVEMENT},
        {"areas for improvement", IMPROVEMENT},
        {"area for improvement", IMPROVEMENT},
        {"areas for priority action", PRIORITY},
        {"areas for priority actions", PRIORITY},
        {"area for priority action", ONE_PRIORITY},
    };
    ofs_str bare = ofs_trim_end(heading, ".:?");
    if (ofs_phrase_at(heading, "case study") || ofs_phrase_at(heading, "practice study"))
        return STUDY;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (ofs_is_phrase(bare, kinds[i].phrase))
            return kinds[i].kind;
    return TOPIC;
}

static int is_heading(const ofs_block *block)
{
    return block->kind == OFS_BLOCK_HEADING;
}

/* Studies: boxes that stand where the page has room for them, also in the middle of a list. */

/* 'Case study: highly effective practice' as a plain paragraph, or with a full stop. */
static void settle_study_headings(ofs_reader *reader, const ofs_letter *letter)
{
    for (uint32_t i = letter->body; i < letter->end; i++) {
        ofs_block *block = &reader->blocks.at[i];
        int heading =
            is_heading(block) || (block->kind == OFS_BLOCK_PARAGRAPH && block->text.n <= LONGEST_STUDY_HEADING);
        if (!heading || kind_of(block->text) != STUDY || !ofs_has_phrase(block->text, "study:"))
            continue;
        block->kind = OFS_BLOCK_HEADING;
        block->text = ofs_trim_end(block->text, ".");
    }
}

/* The first block after the box that the heading stands in. */
static uint32_t box_end(const ofs_blocks *blocks, uint32_t heading, uint32_t end)
{
    const ofs_block *head = &blocks->at[heading];
    uint32_t i = heading + 1;
    while (i < end && blocks->at[i].in_table && blocks->at[i].left + BOX_POINTS >= head->left &&
           !(is_heading(&blocks->at[i]) && kind_of(blocks->at[i].text) != TOPIC))
        i++;
    return i;
}

static void reverse(ofs_block *from, ofs_block *to)
{
    for (; from < to; from++) {
        ofs_block swapped = *from;
        *from = *--to;
        *to = swapped;
    }
}

/* A box inside a list moves behind it: what follows the box belongs to the list's own heading. */
static void move_boxes(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_blocks *blocks = &reader->blocks;
    for (uint32_t i = letter->body, next; i < letter->end; i = next) {
        next = i + 1;
        const ofs_block *block = &blocks->at[i];
        if (!is_heading(block) || !block->in_table || kind_of(block->text) != STUDY)
            continue;
        uint32_t end = box_end(blocks, i, letter->end), list = end;
        while (list < letter->end && !is_heading(&blocks->at[list]))
            list++;
        if (end < list && blocks->at[end].kind == OFS_BLOCK_ITEM) {
            reverse(blocks->at + i, blocks->at + end);
            reverse(blocks->at + end, blocks->at + list);
            reverse(blocks->at + i, blocks->at + list);
        }
        next = list;
    }
}

static void read_heading(ofs_reader *reader, ofs_section *section, const ofs_block *block)
{
    (void)block;
    kind read = kind_of(section->heading);
    section->level = section->depth = read > STUDY || reader->report->section_count < 2 ? 1 : 2;
}

/* Lists. */

typedef struct lists {
    ofs_list strengths, improvements, priorities;
} lists;

/* 'Leaders of the X need to …': the X that an area for priority action is addressed to, or null. */
static ofs_str addressed_body(ofs_str text)
{
    static const char *const leaders[] = {"leaders of ",     "leaders in ",   "leaders at ",
                                          "leaders across ", "leaders from ", NULL};
    uint32_t n;
    int64_t at = ofs_phrase_find(text, " need to ", &n);
    if (at < 0)
        at = ofs_phrase_find(text, " needs to ", &n);
    if (at <= 0 || at > LONGEST_BODY)
        return OFS_NO_STR;
    ofs_str body = ofs_trim((ofs_str){text.p, (uint32_t)at});
    for (uint32_t i = 0; i < body.n; i++)
        if (body.p[i] == '.' || body.p[i] == ',' || body.p[i] == ';')
            return OFS_NO_STR;
    for (const char *const *leader = leaders; *leader; leader++) {
        n = ofs_phrase_at(body, *leader);
        body = (ofs_str){body.p + n, body.n - n};
    }
    n = ofs_phrase_at(body, "the ");
    return (ofs_str){body.p + n, body.n - n};
}

/* Each entry's own words name the body, else those that lead in the list. */
static void read_scopes(ofs_list *list, uint32_t from, ofs_str leading)
{
    ofs_str shared = addressed_body(leading);
    for (uint32_t i = from; i < list->count; i++) {
        ofs_str own = addressed_body(list->at[i].text);
        list->at[i].scope = own.n ? own : shared;
    }
}

/* '… need to ensure that:' and items that are the rest of its sentence. */
static int leads_into(const ofs_blocks *blocks, uint32_t first, uint32_t end)
{
    if (first + 1 >= end || blocks->at[first].kind != OFS_BLOCK_PARAGRAPH ||
        blocks->at[first + 1].kind != OFS_BLOCK_ITEM)
        return 0;
    ofs_str leading = blocks->at[first].text;
    return leading.n && leading.p[leading.n - 1] == ':' && ofs_starts_lower(blocks->at[first + 1].text);
}

static void read_run(lists *l, kind of, uint32_t first, uint32_t end, ofs_str heading)
{
    const ofs_blocks *blocks = &l->priorities.reader->blocks;
    if (of == STRENGTHS) {
        ofs_list_blocks(&l->strengths, first, end, heading, OFS_LIST_OF_ITEMS);
    } else if (of == IMPROVEMENT) {
        ofs_list_blocks(&l->improvements, first, end, heading, OFS_LIST_OF_ITEMS);
    } else if (of == PRIORITY || of == ONE_PRIORITY) {
        uint32_t before = l->priorities.count;
        int led_in = first < end && blocks->at[first].kind == OFS_BLOCK_PARAGRAPH;
        ofs_str leading = led_in ? blocks->at[first].text : OFS_NO_STR;
        int whole = of == ONE_PRIORITY || leads_into(blocks, first, end);
        ofs_list_blocks(&l->priorities, first, end, heading, whole ? OFS_LIST_WHOLE : OFS_LIST_OF_ITEMS);
        read_scopes(&l->priorities, before, leading);
    }
}

/* The runs of blocks between headings. A topic goes on with the list above it; a study interrupts it. */
static void collect(ofs_reader *reader, const ofs_letter *letter, lists *l)
{
    const ofs_blocks *blocks = &reader->blocks;
    kind list = PROSE;
    for (uint32_t i = letter->body, end; i < letter->end; i = end) {
        for (end = i + 1; end < letter->end && !is_heading(&blocks->at[end]); end++)
            ;
        if (!is_heading(&blocks->at[i]))
            continue;
        kind here = kind_of(blocks->at[i].text);
        if (here > STUDY)
            list = here;
        int boxed = here == TOPIC && blocks->at[i].in_table && i && is_heading(&blocks->at[i - 1]);
        if (here != STUDY && !boxed)
            read_run(l, list, i + 1, end, ofs_heading_text(reader, &blocks->at[i]));
    }
}

static void read_lists(ofs_reader *reader, const ofs_letter *letter)
{
    lists l = {{.reader = reader}, {.reader = reader}, {.reader = reader}};
    collect(reader, letter, &l);
    ofs_list_recommend(&l.priorities);
    ofs_list_recommend(&l.improvements);
    reader->report->strengths = ofs_list_findings(reader, &l.strengths);
    reader->report->priority_actions = ofs_list_findings(reader, &l.priorities);
    if (!l.improvements.count && !l.priorities.count)
        ofs_add_issue(reader, "missing", "recommendations", OFS_NOWHERE,
                      "Neither areas for improvement nor areas for priority action were found.");
}

/* The head of the letter. */

/* An area that the register does not have, as the subject line names it: '… inspection of X', '… neglect in X'. */
static void name_area(ofs_reader *reader)
{
    ofs_report *report = reader->report;
    uint32_t length;
    int64_t at = ofs_phrase_find(report->title, "inspection of ", &length);
    if (report->authority.urn.n || at < 0)
        return;
    ofs_str area = {report->title.p + at + length, report->title.n - (uint32_t)at - length};
    report->authority.name = ofs_phrase_at(area, "the multi-agency") ? ofs_area_in(area) : ofs_trim(area);
}

/* 'Dear local partnership': whom the letter greets, as the address lists every agency's leaders. */
static void read_greeting(ofs_reader *reader, const ofs_letter *letter)
{
    if (letter->salutation == reader->source->line_count) {
        ofs_add_issue(reader, "missing", "addressee", OFS_NOWHERE, "The letter has no salutation.");
        return;
    }
    ofs_str text = ofs_trim(ofs_line_text(reader->source, &reader->source->lines[letter->salutation]));
    uint32_t n = ofs_phrase_at(text, "dear");
    reader->report->addressee = ofs_clean(reader->arena, ofs_trim_end((ofs_str){text.p + n, text.n - n}, ",:"));
}

static void read(ofs_reader *reader)
{
    ofs_letter letter;
    ofs_find_letter(reader, &letter);
    ofs_read_subject(reader, &letter);
    name_area(reader);
    ofs_read_letter_date(reader, &letter);
    read_greeting(reader, &letter);
    ofs_read_inspection_period(reader, &letter);
    settle_study_headings(reader, &letter);
    move_boxes(reader, &letter);
    ofs_read_sections(reader, letter.body, letter.end, read_heading);
    read_lists(reader, &letter);
    ofs_read_footnotes(reader);
    if (letter.closing == reader->source->line_count)
        ofs_add_issue(reader, "no_end", "sections", OFS_NOWHERE, "Nobody signs the letter: the text may be cut off.");
    ofs_check_repeats(reader);
}

static const char *const OPENINGS[] = {"this inspection took place", "the inspection took place", "between ", NULL};
static const ofs_sign SIGNS[] = {{95, {SUBJECTS}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_JTAI = {
    .id = OFS_JTAI, .signs = SIGNS, .titles = SUBJECTS, .openings = OPENINGS, .headings = HEADINGS, .read = read};
