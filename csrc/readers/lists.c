/* lists.c: bulleted lists: which heading a list stands below, which block begins an entry and which goes on with the one
 * before.
 *
 * May not know a heading's words; what it is a list of is the heading's role. */
#include "readers/lists.h"

#include "base/words.h"

enum {
    NESTED_POINTS = 8,
    NESTED_COLUMNS = 2,
    LONGEST_STATEMENT = 200,
    LONGEST_TOPIC = 100,
    LONGEST_TIMESCALE = 80,
    LONGEST_THEME = 90
};

/* 'There are no areas for priority action.' */
static int says_none(ofs_str text)
{
    static const char *const openings[] = {"there are no",
                                           "there were no",
                                           "the inspection did not",
                                           "inspectors did not",
                                           "no areas",
                                           "no priority",
                                           "none",
                                           NULL};
    static const char *const objects[] = {"area", "action", NULL};
    return text.n <= LONGEST_STATEMENT && ofs_opening_words(text, openings) &&
           (ofs_has_one_of(text, objects) || text.n < 8);
}

/* A paragraph among the entries that is none: it leads up to them, speaks of all of them, ends the letter,
 * or is a page's number. */
static int is_no_entry(const ofs_block *block)
{
    static const char *const begins[] = {
        "the area for",     "the areas for", "any area", "there are no", "there were no",    "no areas", "no further",
        "ofsted will take", "thank you",     "yours ",   "i am copying", "we have notified", "copy:",    NULL};
    ofs_str text = block->text;
    uint32_t digits = 0;
    while (digits < text.n && ofs_is_digit(text.p[digits]))
        digits++;
    return block->kind != OFS_BLOCK_ITEM && (text.p[text.n - 1] == ':' || digits == text.n ||
                                             ofs_begins_with(text, begins) || ofs_has_phrase(text, "identified above"));
}

/* 'Immediately:', 'Within three months:', 'Within six months of the publication of this report' */
int ofs_is_timescale(ofs_str text)
{
    static const char *const at_once[] = {"immediately", "with immediate effect", "for immediate action", NULL};
    static const char *const within[] = {"for action ", "within ", "in the next ", "over the next ", NULL};
    static const char *const units[] = {"day", "week", "month", "year", NULL};
    if (text.n > LONGEST_TIMESCALE || !text.n || text.p[text.n - 1] == '.')
        return 0;
    if (ofs_phrase_at(text, "for action ") && ofs_has_phrase(text, " term")) /* 'For action in the longer term' */
        return 1;
    return ofs_is_one_of(text, at_once) || (ofs_begins_with(text, within) && ofs_has_one_of(text, units));
}

/* The label is one that lists within lists have: a dash, or the letter that a hollow bullet comes out as. */
static uint8_t is_inner_bullet(ofs_str label)
{
    uint32_t c = 0;
    if (label.n)
        ofs_utf8_next(label.p, label.p + label.n, &c);
    return c == 'o' || ofs_is_dash(c);
}

ofs_entry *ofs_list_add(ofs_list *list, ofs_str text, ofs_str heading, ofs_place place)
{
    list->at = ofs_arena_grow(list->reader->arena, list->at, list->count, &list->capacity, sizeof *list->at);
    list->at[list->count] = (ofs_entry){.text = text, .heading = heading, .place = place};
    list->joiner = (ofs_joiner){list->reader->arena, NULL, 0, 0};
    return &list->at[list->count++];
}

void ofs_list_go_on(ofs_list *list, ofs_str text, uint32_t end)
{
    ofs_entry *last = &list->at[list->count - 1];
    if (!list->joiner.count)
        ofs_join(&list->joiner, last->text);
    ofs_join(&list->joiner, text);
    last->text = ofs_joined(&list->joiner);
    last->place.span.end = end;
    last->is_joined = 1;
}

/* Plain text with neither a bullet nor the space that stood after one: told apart by blank lines alone. */
static int is_bare(const ofs_source *source, const ofs_block *block)
{
    ofs_str text = source->text;
    uint32_t start = block->span.start;
    if (source->has_tags || ofs_bullet_label((ofs_str){text.p + start, text.n - start}))
        return 0;
    return !start || text.p[start - 1] == '\n' || text.p[start - 1] == '\r';
}

static void begin(ofs_list *list, const ofs_block *block, ofs_str heading)
{
    ofs_entry *entry = ofs_list_add(list, block->text, heading, ofs_place_of(block));
    entry->table = block->table;
    entry->row = block->row;
    entry->left = block->left;
    entry->level = block->level;
    entry->dash = is_inner_bullet(block->label);
    entry->label = block->label;
    entry->is_item = block->kind == OFS_BLOCK_ITEM;
    list->has_items |= entry->is_item;
    entry->is_loose = !entry->is_item || is_bare(list->reader->source, block);
    entry->timescale = list->timescale;
    entry->scope = list->scope;
    entry->number = block->number ? ofs_trim_end(block->label, ".)") : OFS_NO_STR;
}

static int is_time(const ofs_block *block)
{
    return block->kind != OFS_BLOCK_ITEM && ofs_is_timescale(block->text);
}

/* Blocks that are being taken into a list. */
typedef struct taking {
    ofs_list *list;
    ofs_list_kind kind;
    ofs_str heading, bullet; /* the first item's */
    uint32_t open; /* entries from here on may go on */
    int has_items, items_follow;
} taking;

/* Another kind of bullet than the list began with, which the entry has: a level below, unless a page shows both as far
 * in. */
static int is_second_kind(const ofs_entry *entry, const ofs_block *block, ofs_str outer)
{
    return outer.n && block->label.n && ofs_equal(entry->label, outer) && !ofs_equal(block->label, outer) &&
           !block->number && !entry->number.n && (!block->size || block->left > entry->left);
}

/* A list within the item of a list, as a web page says it; the tags of a PDF say it of many a plain list, too. */
static int is_nested(const ofs_entry *entry, const ofs_block *block)
{
    return !block->size && entry->level && block->level > entry->level;
}

/* The next entry, whose bullet, the same, was moved further in: nothing leads up to it. */
static int is_moved_in(const ofs_entry *entry, const ofs_block *block)
{
    return block->label.n && ofs_equal(block->label, entry->label) && !entry->beneath.n &&
           ofs_is_upper(block->text.p[0]) && entry->text.p[entry->text.n - 1] == '.';
}

/* The block stands beneath the entry: further in, or a dash under a bullet, or another bullet than the list's own. */
static int is_beneath(const taking *t, const ofs_entry *entry, const ofs_block *block)
{
    int item = block->kind == OFS_BLOCK_ITEM;
    uint32_t least = block->size ? NESTED_POINTS : NESTED_COLUMNS;
    if (!block->size && !item)
        /* text keeps bullets and loses how far in its lines stand: only between items is it sure */
        return entry->is_item && (t->items_follow || !ofs_ends_sentence(entry->text));
    if (item && entry->is_item && block->label.n && !ofs_equal(block->label, entry->label) &&
        (ofs_equal(block->label, entry->beneath) || entry->text.p[entry->text.n - 1] == ':'))
        return 1;
    if (item && entry->is_item && (is_second_kind(entry, block, t->bullet) || is_nested(entry, block)))
        return 1;
    if (item && entry->is_item && is_moved_in(entry, block))
        return 0;
    if (block->left >= entry->left + least)
        return entry->place.page == block->page || !item || is_inner_bullet(block->label) > entry->dash;
    return item && is_inner_bullet(block->label) > entry->dash;
}

/* The next row of the entry's table, on one page with it: a full stop may be missing at a row's end. */
static int is_next_row(const ofs_entry *last, const ofs_block *block)
{
    return last->table && last->table == block->table && last->row != block->row && last->place.page == block->page;
}

static int goes_on(const taking *t, const ofs_block *block)
{
    const ofs_entry *last = &t->list->at[t->list->count - 1];
    ofs_list_kind kind = t->kind;
    int item = block->kind == OFS_BLOCK_ITEM;
    if (kind == OFS_LIST_WHOLE)
        return 1;
    if (block->number && kind == OFS_LIST_NUMBERED)
        return 0;
    if (!item && (ofs_starts_lower(block->text) || (!ofs_ends_sentence(last->text) && !is_next_row(last, block))))
        return 1;
    if (kind == OFS_LIST_LOOSE)
        return 0;
    if (kind == OFS_LIST_NUMBERED)
        return item && (last->number.n || block->level > last->level || is_beneath(t, last, block));
    if (kind == OFS_LIST_OF_ITEMS)
        return is_beneath(t, last, block);
    if (last->table && last->table == block->table && last->row == block->row)
        return 1;
    return item && (!last->is_item || is_beneath(t, last, block));
}

/* A heading that the text does not mark: a few words above items, without a stop. */
static int is_topic(const ofs_block *block, const ofs_block *next)
{
    int words = block->kind == OFS_BLOCK_PARAGRAPH && block->text.n <= LONGEST_TOPIC && !block->size;
    return words && next->kind == OFS_BLOCK_ITEM && ofs_is_upper(block->text.p[0]) && !ofs_ends_sentence(block->text);
}

/* Of each field that has the list's entries. */
static void doubt_at(const ofs_list *list, const char *code, ofs_place place, const char *message, ofs_str about)
{
    const char *const fields[] = {list->field, list->also, NULL};
    ofs_add_issues_about(list->reader, code, fields, place, message, about, OFS_NO_STR);
}

/* '1. Oversight by leaders', and sentences beneath it: the number and its words head the items. */
static int is_theme(const ofs_entry *last, const ofs_block *block)
{
    return last->number.n && !last->is_joined && last->text.n <= LONGEST_THEME && !ofs_ends_sentence(last->text) &&
           ofs_is_upper(block->text.p[0]) && ofs_ends_sentence(block->text);
}

static void go_on(ofs_list *list, const ofs_block *block)
{
    ofs_list_go_on(list, block->text, block->span.end);
    ofs_entry *last = &list->at[list->count - 1];
    last->table = block->table;
    last->row = block->row;
    last->beneath = block->label;
}

/* 'By the end of term:' among entries may be a time that is not known as one. */
static void doubt_time(taking *t, const ofs_block *block)
{
    ofs_list *list = t->list;
    if (!list->timescale.n || list->count == t->open || block->text.p[block->text.n - 1] != ':')
        return;
    list->timescale = OFS_NO_STR;
    t->open = list->count;
    doubt_at(list, "no_list", ofs_place_of(block), "By when the entries below '%s' are due is not known.", block->text);
}

/* Entries of one time may have bullets where those of another have none. */
static void begin_time(taking *t, uint32_t first, uint32_t end)
{
    const ofs_block *blocks = t->list->reader->blocks.at;
    t->has_items = t->list->has_items = 0;
    for (uint32_t i = first; i < end && !t->has_items && !is_time(&blocks[i]); i++)
        t->has_items = blocks[i].kind == OFS_BLOCK_ITEM;
}

/* The message names the block by its first words. */
static void doubt(const ofs_list *list, const char *code, const ofs_block *block, const char *message)
{
    doubt_at(list, code, ofs_place_of(block), message, ofs_few_words(block->text));
}

/* What leads up to items ends in a colon, or speaks of the following; anything else above them, or between a time and its
 * items, may be an entry without a bullet. */
static void note_unread(const taking *t, const ofs_block *block)
{
    const ofs_list *list = t->list;
    int may_be = !block->size && block->text.p[block->text.n - 1] != ':' && !ofs_has_phrase(block->text, "following");
    if (list->timescale.n || may_be)
        doubt(list, "no_list", block, "A paragraph above the items was not read as one of them: '%s …'.");
}

/* What sets apart the entries around it and is none: 1. */
static int takes_apart(taking *t, const ofs_block *block, const ofs_block *next)
{
    int is_scale = is_time(block);
    if (is_scale || says_none(block->text)) {
        t->open = t->list->count;
        t->list->theme = OFS_NO_STR;
        t->list->timescale = is_scale ? ofs_trim_end(block->text, ":") : t->list->timescale;
        return 1;
    }
    if (t->kind == OFS_LIST_OF_ITEMS && next && is_topic(block, next)) {
        if (block->number)
            note_unread(t, block);
        t->heading = block->text;
        return 1;
    }
    int is_numbered = t->kind == OFS_LIST_NUMBERED && block->number;
    if (t->kind > OFS_LIST_NUMBERED || is_numbered || !is_no_entry(block))
        return 0;
    doubt_time(t, block);
    return 1;
}

/* An item below a numbered line is an entry of its own, and the line its heading: 1. */
static int take_themed(taking *t, const ofs_block *block)
{
    ofs_list *list = t->list;
    if (t->kind != OFS_LIST_NUMBERED || block->kind != OFS_BLOCK_ITEM)
        return 0;
    if (list->count > t->open && is_theme(&list->at[list->count - 1], block))
        list->theme = list->at[--list->count].text;
    if (list->theme.n)
        begin(list, block, list->theme);
    return list->theme.n != 0;
}

/* A paragraph above the items is none of them. */
static int leads_in(const taking *t, const ofs_block *block, const ofs_block *next, int any)
{
    if (t->kind == OFS_LIST_NUMBERED)
        return !block->number && next && (next->number || next->kind == OFS_BLOCK_ITEM);
    return t->kind == OFS_LIST_OF_ITEMS && t->has_items && !any;
}

/* A list that had items ends where prose begins: what stands below may be about anything. */
static void end_list(const taking *t, const ofs_block *block)
{
    t->list->is_ended = 1;
    doubt(t->list, "no_list", block,
          "The list above ends where this prose begins: '%s …'; nothing more was read as its entries.");
}

/* What begins on the same page as sentences and entries do, with a capital, may be one: the entry before it has no full
 * stop. Names and abbreviations have capitals, too. */
static void doubt_joining(const ofs_list *list, const ofs_block *block)
{
    static const char *const begins[] = {"the",    "this",       "these",   "there",    "it",        "in",   "all",
                                         "any",    "ensure",     "improve", "review",   "develop",   "take", "continue",
                                         "reduce", "strengthen", "provide", "increase", "establish", NULL};
    const ofs_entry *last = &list->at[list->count - 1];
    if (block->kind == OFS_BLOCK_ITEM || last->is_joined || last->place.page != block->page ||
        ofs_ends_sentence(last->text) || !ofs_is_upper(block->text.p[0]) || !ofs_opening_words(block->text, begins))
        return;
    doubt(list, "odd_entry", block, "An entry without a full stop was joined with what stands below it: '%s …'.");
}

/* A sentence of its own below an entry, in a text that does not keep how far in it stands, may have lost its bullet. */
static void doubt_sentence(const ofs_list *list, const ofs_block *block)
{
    const ofs_entry *last = &list->at[list->count - 1];
    if (block->kind == OFS_BLOCK_ITEM || block->size || !last->is_item || !ofs_ends_sentence(last->text) ||
        ofs_starts_lower(block->text))
        return;
    doubt(list, "odd_entry", block, "A sentence without a bullet was joined with the entry above it: '%s …'.");
}

/* What has the list's own bullet, or has any label and begins as an entry does, below one that does not lead up to it; below
 * 'Area for priority action', which is one, a second item with the first one's bullet. */
static int may_be_another(const taking *t, const ofs_block *block)
{
    const ofs_entry *last = &t->list->at[t->list->count - 1];
    int same = ofs_equal(last->label, block->label);
    if (t->kind == OFS_LIST_WHOLE)
        return last->is_item && same;
    return block->label.n && !last->is_joined && !strchr(":,;", last->text.p[last->text.n - 1]) &&
           (same || ofs_is_upper(*block->text.p) || ofs_is_lower(*last->text.p));
}

static void take(taking *t, const ofs_block *block, const ofs_block *next)
{
    ofs_list *list = t->list;
    int item = block->kind == OFS_BLOCK_ITEM, any = list->count > t->open;
    if (!block->text.n || takes_apart(t, block, next) || take_themed(t, block))
        return;
    if (block->number)
        list->theme = OFS_NO_STR;
    if (any && goes_on(t, block)) {
        doubt_joining(list, block);
        doubt_sentence(list, block);
        if (may_be_another(t, block))
            doubt(list, "odd_entry", block, "An item was joined with the one above it: '%s …'.");
        go_on(list, block);
    } else if (!item && leads_in(t, block, next, any)) {
        note_unread(t, block);
    } else if (!item && t->kind == OFS_LIST_OF_ITEMS && list->has_items) {
        end_list(t, block);
    } else {
        begin(list, block, t->heading);
        if (t->kind == OFS_LIST_NUMBERED && !item && !block->number)
            ofs_add_issue(list->reader, "no_list", "recommendations", ofs_place_of(block),
                          "A paragraph under this heading is not a list item; it was read as one.");
    }
}

void ofs_list_blocks(ofs_list *list, uint32_t first, uint32_t end, ofs_str heading, ofs_list_kind kind)
{
    const ofs_block *blocks = list->reader->blocks.at;
    taking t = {list, kind, heading, OFS_NO_STR, list->count, 0, 0};
    list->timescale = list->theme = OFS_NO_STR;
    uint32_t last = first;
    for (uint32_t i = end; i-- > first;)
        if (blocks[i].kind == OFS_BLOCK_ITEM) {
            last = t.has_items ? last : i;
            t.has_items = 1;
            t.bullet = blocks[i].label;
        }
    for (uint32_t i = first; i < end && !list->is_ended; i++) {
        t.items_follow = i < last || list->items_come;
        if (is_time(&blocks[i]))
            begin_time(&t, i + 1, end);
        take(&t, &blocks[i], i + 1 < end ? &blocks[i + 1] : NULL);
    }
}

static void recommend(const ofs_list *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const ofs_entry *entry = &list->at[i];
        ofs_recommendation *made = ofs_add_recommendation(list->reader);
        made->text = entry->text;
        made->scope = entry->scope;
        made->number = entry->number;
        made->timescale = entry->timescale;
        made->heading = entry->heading;
        made->page = entry->place.page;
        made->span = entry->place.span;
    }
}

static ofs_findings findings_of(const ofs_list *list)
{
    ofs_findings findings = {OFS_NEW_ARRAY(list->reader->arena, ofs_finding, list->count + 1), 0};
    for (uint32_t i = 0; i < list->count; i++)
        findings.at[findings.count++] =
            (ofs_finding){list->at[i].text, list->at[i].place.page, list->at[i].place.span, OFS_PROGRESS_NONE};
    return findings;
}

/* Runs of blocks, and their roles. */

static int is_heading(const ofs_reader *reader, uint32_t block)
{
    return reader->blocks.at[block].kind == OFS_BLOCK_HEADING;
}

ofs_role ofs_list_of(ofs_role role)
{
    switch (role) {
    case OFS_ROLE_STRENGTHS:
    case OFS_ROLE_MEETS:
    case OFS_ROLE_DEVELOPMENT:
    case OFS_ROLE_ASKED_DEVELOPMENT:
    case OFS_ROLE_IMPROVE:
    case OFS_ROLE_PRIORITY:
        return role;
    case OFS_ROLE_IMPROVE_PART:
        return OFS_ROLE_IMPROVE;
    case OFS_ROLE_ONE_PRIORITY:
        return OFS_ROLE_PRIORITY;
    default:
        return OFS_ROLE_TOPIC;
    }
}

/* What is asked for is laid out as the framework says; strengths and the like are items. */
static ofs_list_kind kind_of(const ofs_reader *reader, ofs_role role)
{
    if (role == OFS_ROLE_ONE_PRIORITY)
        return OFS_LIST_WHOLE;
    int is_asked = role == OFS_ROLE_IMPROVE || role == OFS_ROLE_PRIORITY;
    return is_asked || reader->framework->lists == OFS_LIST_LOOSE ? reader->framework->lists : OFS_LIST_OF_ITEMS;
}

int ofs_next_run(ofs_reader *reader, uint32_t end, ofs_run *run)
{
    uint32_t head = run->end;
    if (head >= end)
        return 0;
    run->heading = is_heading(reader, head) ? ofs_heading_text(reader, &reader->blocks.at[head]) : OFS_NO_STR;
    run->role = ofs_role_of(reader->headings, run->heading);
    int divides = run->role == OFS_ROLE_TOPIC && reader->framework->topics_divide;
    if (!divides && run->role != OFS_ROLE_STUDY) {
        run->list = ofs_list_of(run->role);
        run->kind = kind_of(reader, run->role);
    }
    run->head = head;
    run->first = run->end = head + is_heading(reader, head);
    while (run->end < end && !is_heading(reader, run->end))
        run->end++;
    return 1;
}

static uint32_t count_kind(const ofs_reader *reader, const ofs_run *run, ofs_block_kind kind)
{
    uint32_t count = 0;
    for (uint32_t i = run->first; i < run->end; i++)
        count += reader->blocks.at[i].kind == kind;
    return count;
}

ofs_lists *ofs_lists_new(ofs_reader *reader)
{
    ofs_lists *lists = OFS_NEW(reader->arena, ofs_lists);
    for (size_t i = 0; i < OFS_ROLE_COUNT; i++) {
        lists->of[i].reader = reader;
        lists->of[i].field = i >= OFS_ROLE_IMPROVE && i <= OFS_ROLE_ONE_PRIORITY ? "recommendations" : "findings";
    }
    lists->of[OFS_ROLE_PRIORITY].also = "findings";
    lists->of[OFS_ROLE_ASKED_DEVELOPMENT].also = "recommendations";
    return lists;
}

/* Entries from `first` on that are paragraphs: among the items, or several instead of them. */
static void note_loose(const ofs_list *list, uint32_t first, ofs_str heading)
{
    uint32_t loose = 0, count = list->count - first;
    for (uint32_t i = first; i < list->count; i++)
        loose += !list->at[i].is_item;
    if (loose > 1 || (loose && loose < count))
        doubt_at(list, "no_bullet", list->at[first].place,
                 "Some paragraphs below '%s' have no bullet; each was read as a finding.", heading);
}

/* A list of items is due: what stands in their place, or that nothing does. `taken` entries were read. */
static void note_lost_items(const ofs_list *list, const ofs_run *run, uint32_t taken)
{
    ofs_reader *reader = list->reader;
    ofs_place head = ofs_place_of(&reader->blocks.at[run->head]);
    int is_asked = run->list == OFS_ROLE_IMPROVE || run->list == OFS_ROLE_PRIORITY,
        is_topic = run->role == OFS_ROLE_TOPIC;
    int is_empty = run->first == run->end && reader->framework->topics_divide; /* topics follow */
    if (!is_topic && count_kind(reader, run, OFS_BLOCK_TABLE))
        doubt_at(list, "no_list", head, "A table stands below '%s'; its words were not read as entries of the list.",
                 run->heading);
    if (count_kind(reader, run, OFS_BLOCK_ITEM))
        return;
    if (is_asked && !is_topic && !is_empty)
        doubt_at(list, "no_list", head,
                 taken ? "There is no list under '%s'; each of its paragraphs was read as one entry."
                       : "There is no list under '%s', and nothing was read from it.",
                 run->heading);
    if (!is_asked && taken && (!reader->source->has_tags || count_kind(reader, run, OFS_BLOCK_PARAGRAPH) > 1))
        ofs_add_issue_about(reader, "no_bullet", "findings", head,
                            "No paragraph below '%s' has a bullet; what was read may be several findings, or none.",
                            run->heading, OFS_NO_STR);
}

/* 'Areas for improvement in practice': a heading of the report's own may begin a list that no framework has. */
static void note_topic(const ofs_list *list, const ofs_run *run, const char *message)
{
    static const char *const others[] = {"for development", "weakness*",       "concern*", "to improve", "strengths",
                                         "strength",        "recommendation*", "actions",  "better",     NULL};
    if (run->role != OFS_ROLE_TOPIC)
        return;
    int names_other = (run->list != OFS_ROLE_PRIORITY && ofs_has_phrase(run->heading, "for priority action")) ||
                      (run->list != OFS_ROLE_IMPROVE && ofs_has_phrase(run->heading, "for improvement")) ||
                      (run->list != OFS_ROLE_TOPIC && ofs_has_words(run->heading, others));
    ofs_place place = ofs_place_of(&list->reader->blocks.at[run->head]);
    if (!names_other)
        return;
    ofs_add_issue_about(list->reader, "odd_entry", "recommendations", place, message, run->heading, OFS_NO_STR);
    if (run->list != OFS_ROLE_TOPIC && ofs_equal(ofs_str_of(list->field), OFS_LIT("findings")))
        ofs_add_issue_about(list->reader, "odd_entry", list->field, place, message, run->heading, OFS_NO_STR);
}

/* Where paragraphs stand for the list it may be that not each of them is an entry. */
void ofs_read_run(ofs_lists *lists, const ofs_run *run)
{
    ofs_list *list = &lists->of[run->list];
    ofs_reader *reader = list->reader;
    uint32_t before = list->count;
    if (run->role == OFS_ROLE_STUDY)
        return;
    if (run->list == OFS_ROLE_TOPIC) {
        if (count_kind(reader, run, OFS_BLOCK_ITEM))
            note_topic(list, run, "Nothing was read from below '%s', which may be a list of areas.");
        return;
    }
    if (run->role != OFS_ROLE_TOPIC)
        list->has_items = list->is_ended = 0;
    ofs_run next = *run;
    list->items_come = ofs_next_run(reader, reader->blocks.count, &next) && next.role == OFS_ROLE_TOPIC &&
                       next.list == run->list && count_kind(reader, &next, OFS_BLOCK_ITEM);
    ofs_list_blocks(list, run->first, run->end, run->heading, run->kind);
    if (run->kind == OFS_LIST_LOOSE)
        note_loose(list, before, run->heading);
    if (run->kind == OFS_LIST_OF_ITEMS)
        note_lost_items(list, run, list->count - before);
    if (list->count > before)
        note_topic(list, run, "Below '%s' the list above was read on; it may be another list.");
}

ofs_lists *ofs_read_lists(ofs_reader *reader, uint32_t first, uint32_t end)
{
    ofs_lists *lists = ofs_lists_new(reader);
    for (ofs_run run = {.end = first}; ofs_next_run(reader, end, &run);)
        ofs_read_run(lists, &run);
    return lists;
}

void ofs_file_lists(const ofs_lists *lists)
{
    ofs_reader *reader = lists->of[0].reader;
    ofs_report *report = reader->report;
    const ofs_list *development = &lists->of[OFS_ROLE_DEVELOPMENT], *asked = &lists->of[OFS_ROLE_ASKED_DEVELOPMENT];
    report->priority_actions = findings_of(&lists->of[OFS_ROLE_PRIORITY]);
    report->areas_for_development = findings_of(asked->count ? asked : development);
    report->strengths = findings_of(&lists->of[OFS_ROLE_STRENGTHS]);
    report->meets_requirements = findings_of(&lists->of[OFS_ROLE_MEETS]);
    recommend(&lists->of[OFS_ROLE_PRIORITY]);
    recommend(&lists->of[OFS_ROLE_IMPROVE]);
    recommend(asked);
    for (uint32_t i = 0; i < report->recommendation_count; i++)
        ofs_read_references(reader, &report->recommendations[i]);
}

ofs_str ofs_without_bullets(ofs_arena *arena, ofs_str text)
{
    ofs_joiner joiner = {arena, NULL, 0, 0};
    const char *end = text.p + text.n, *start = text.p;
    uint32_t c, n;
    for (const char *p = text.p; p < end; p += n) {
        n = ofs_utf8_next(p, end, &c);
        if (c <= 0x2014 || !ofs_is_bullet(c) || (p > text.p && p[-1] != ' ') || p + n == end || p[n] != ' ')
            continue;
        if (p > start)
            ofs_join(&joiner, ofs_slice(start, p));
        start = p + n;
    }
    if (start == text.p)
        return text;
    ofs_join(&joiner, ofs_slice(start, end));
    return ofs_joined(&joiner);
}
