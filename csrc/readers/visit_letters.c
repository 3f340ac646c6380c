/* visit_letters.c: what a letter says of the visit that it is about: when it was, who made it, what they looked at, what is to
 * improve.
 *
 * Reads the opening and the sections of a letter whose parts letters.c has found. May not know one kind of visit. */
#include "base/words.h"
#include "readers/letters.h"
#include "readers/lists.h"
#include "readers/checks.h"

#include <string.h>

enum { LONGEST_BEFORE_ARRANGEMENTS = 70 };

static int begins_sentence(ofs_str text, uint32_t at)
{
    return !at || ofs_ends_sentence((ofs_str){text.p, at});
}

/* Where a sentence begins with the phrase, or -1. A single word ends where it does: 'on' is not the start of 'one'. */
static int64_t sentence_with(ofs_str text, const char *phrase)
{
    uint32_t length, from = 0;
    int is_word = !strchr(phrase, ' ');
    for (int64_t at; (at = ofs_phrase_find((ofs_str){text.p + from, text.n - from}, phrase, &length)) >= 0;) {
        from += (uint32_t)at;
        int goes_on = is_word && from + length < text.n && ofs_is_letter(text.p[from + length]);
        if (!goes_on && begins_sentence(text, from))
            return from;
        from++;
    }
    return -1;
}

/* The sentence of the opening that begins with one of the phrases (ends with NULL), up to the end of its paragraph, or
 * null; *where gets its paragraph. */
static ofs_str find_sentence(const ofs_letter *letter, const char *const *phrases, const ofs_opening **where)
{
    for (uint32_t i = 0; i < letter->opening_count; i++) {
        ofs_str text = letter->opening[i].text;
        *where = &letter->opening[i];
        for (const char *const *phrase = phrases; *phrase; phrase++) {
            int64_t at = sentence_with(text, *phrase);
            if (at >= 0)
                return (ofs_str){text.p + at, text.n - (uint32_t)at};
        }
    }
    *where = NULL;
    return OFS_NO_STR;
}

/* When. */

static int after_letter(const ofs_report *report, const ofs_found_periods *found)
{
    ofs_date end = found->periods[found->count - 1].end;
    return end.year && report->published.year && ofs_date_compare(end, report->published) > 0;
}

/* What stands before the first day belongs to one that was not read: '1 8 and 19 May', 'll and 12 May'. */
static int is_cut_short(ofs_str before)
{
    static const char *const joins[] = {"and", "to", "-", "\xE2\x80\x93", "&", NULL};
    before = ofs_trim(before);
    for (const char *const *join = joins; *join; join++) {
        uint32_t n = (uint32_t)strlen(*join);
        if (before.n > n && ofs_equal((ofs_str){before.p + before.n - n, n}, ofs_str_of(*join)) &&
            (!ofs_is_letter(**join) || before.p[before.n - n - 1] == ' '))
            return 1;
    }
    return before.n && ofs_is_digit(before.p[before.n - 1]);
}

/* Returns the byte of `sentence` after the periods; 0: it has none. */
static uint32_t read_dates(ofs_reader *reader, ofs_str sentence, ofs_place place)
{
    ofs_report *report = reader->report;
    ofs_found_periods found;
    uint16_t year = report->published.year;
    sentence.n = ofs_sentence_end(sentence, 0);
    if (!sentence.n || !ofs_find_periods(reader->arena, sentence, 0, year, &found)) {
        ofs_add_issue_about(reader, "missing", "inspection_periods", place,
                            "No dates of the visit were found where the letter gives them: '%s'.", sentence,
                            OFS_NO_STR);
        return 0;
    }
    if (year && (found.flags & OFS_DATE_NO_YEAR) && after_letter(report, &found))
        ofs_find_periods(reader->arena, sentence, 0, (uint16_t)(year - 1), &found);
    report->inspection_periods = found.periods;
    report->inspection_period_count = found.count;
    ofs_str printed = {sentence.p + found.at.start, found.at.end - found.at.start};
    ofs_add_date_issues(reader, found.flags, "inspection_periods", place, printed);
    if (is_cut_short((ofs_str){sentence.p, found.at.start}))
        ofs_add_issue_about(reader, "unreadable", "inspection_periods", place,
                            "The dates of the visit may not have been read in full: '%s'.", printed, OFS_NO_STR);
    if (!after_letter(report, &found))
        return found.at.end;
    ofs_add_issue_about(reader, "after_letter", "inspection_periods", place,
                        "The visit comes after the date of the letter: '%s'.", printed, OFS_NO_STR);
    ofs_add_issue_about(reader, "before_visit", "published", place, "The letter is dated before the visit: '%s'.",
                        printed, OFS_NO_STR);
    return found.at.end;
}

void ofs_read_inspection_period(ofs_reader *reader, const ofs_letter *letter)
{
    const ofs_opening *where;
    ofs_str sentence = find_sentence(letter, reader->framework->openings, &where);
    if (where)
        read_dates(reader, sentence, where->place);
}

/* Who. */

static int read_inspectors(ofs_reader *reader, ofs_str text, ofs_place place)
{
    ofs_found_people found;
    if (!text.n || !ofs_read_people(reader->matcher, text, &found))
        return 0;
    ofs_add_inspectors(reader, found.people, found.count);
    ofs_str printed = {text.p + found.at.start, found.at.end - found.at.start};
    if (found.flags & OFS_PEOPLE_LONG_NAME)
        ofs_add_issue_about(reader, "long_name", "inspectors", place,
                            "A name is unusually long and may be two people's: '%s'.", printed, OFS_NO_STR);
    if (found.flags & (OFS_PEOPLE_ODD_WORDS | OFS_PEOPLE_ONE_WORD))
        ofs_add_issue_about(reader, "odd_words", "inspectors", place,
                            "Some words among the inspectors are neither names nor roles: '%s'.", printed, OFS_NO_STR);
    return 1;
}

/* What they looked at. */

/* Evidence, not the focus: 'Inspectors looked at a range of evidence'. */
static int is_evidence(ofs_str object)
{
    static const char *const begins[] = {"a range of",
                                         "a wide range",
                                         "a broad range",
                                         "a variety",
                                         "evidence",
                                         "in detail",
                                         "local authority performance",
                                         "case records",
                                         "children's case records",
                                         "children's records",
                                         "a number of",
                                         NULL};
    return ofs_begins_with(object, begins) != 0;
}

/* What the words begin with that say what was looked at, and those words: where the one is not, none of the others is. */
typedef struct leads {
    const char *head;
    const char *const *words;
} leads;
static const char *const OF_INSPECTORS[] = {"inspectors looked at ",
                                            "inspectors considered ",
                                            "inspectors evaluated ",
                                            "inspectors reviewed ",
                                            "inspectors examined ",
                                            "inspectors assessed ",
                                            "inspectors focused on ",
                                            "inspectors explored ",
                                            "inspectors carefully considered ",
                                            NULL};
static const char *const OF_VISIT[] = {"visit looked at ", "visit considered ", "visit evaluated ",
                                       "visit reviewed ",  "visit focused on ", NULL};
static const char *const OF_FOCUS[] = {"focus of this visit was on ",
                                       "focus of the visit was on ",
                                       "focus of the monitoring visit was on ",
                                       "focus of this monitoring visit was on ",
                                       "focus of the monitoring visit was ",
                                       "focus of this monitoring visit was ",
                                       "focus of this visit was ",
                                       "focus of the visit was ",
                                       NULL};
static const leads LEADS[] = {{"inspectors ", OF_INSPECTORS}, {"visit ", OF_VISIT}, {"focus of ", OF_FOCUS}};

/* The byte after the longest of those words that stand at `at` and lead to no evidence, or 0. Each of them counts where it
 * stands first: *seen has a bit for those that did. */
static uint32_t object_at(ofs_str text, uint32_t at, const char *const *words, uint32_t *seen)
{
    uint32_t best = 0;
    for (uint32_t bit = 1; *words; words++, bit <<= 1) {
        uint32_t n = *seen & bit ? 0 : ofs_phrase_at((ofs_str){text.p + at, text.n - at}, *words), after = at + n;
        *seen |= n ? bit : 0;
        if (n && after > best && !is_evidence((ofs_str){text.p + after, text.n - after}))
            best = after;
    }
    return best;
}

/* The byte after the first words that say what was looked at, or 0. */
static uint32_t find_object(ofs_str text)
{
    uint32_t first = UINT32_MAX, best = 0, length;
    for (size_t i = 0; i < sizeof LEADS / sizeof *LEADS; i++) {
        uint32_t at = 0, seen = 0, object = 0;
        for (int64_t found; !object && at < text.n; at++) {
            found = ofs_phrase_find((ofs_str){text.p + at, text.n - at}, LEADS[i].head, &length);
            if (found < 0 || at + (uint32_t)found >= first) /* none begins sooner */
                break;
            at += (uint32_t)found;
            object = object_at(text, at, LEADS[i].words, &seen);
            if (object) {
                best = object;
                first = at;
            }
        }
    }
    return best;
}

/* From 'arrangements' on, where no more than whose they are stands before it. */
static ofs_str from_arrangements(ofs_str object)
{
    uint32_t length;
    int64_t at = ofs_phrase_find(object, "arrangements", &length);
    if (at < 0 || at > LONGEST_BEFORE_ARRANGEMENTS || memchr(object.p, ',', (size_t)at))
        return object;
    return (ofs_str){object.p + at, object.n - (uint32_t)at};
}

/* A sentence that leads up to a list goes on over its items. */
static ofs_str with_items(ofs_reader *reader, const ofs_letter *letter, uint32_t opening, ofs_str focus)
{
    ofs_joiner joiner = {reader->arena, NULL, 0, 0};
    ofs_join(&joiner, focus);
    for (uint32_t i = opening + 1; i < letter->opening_count && letter->opening[i].is_item; i++) {
        ofs_str item = letter->opening[i].text;
        uint32_t end = ofs_sentence_end(item, 0);
        if (end + 1 < item.n) /* text that does not mark where an item ends */
            ofs_add_issue_about(reader, "cut_off", "focus", letter->opening[i].place,
                                "Only the first sentence of an item was read: '%s'.", item, OFS_NO_STR);
        item.n = end;
        int last = i + 1 == letter->opening_count || !letter->opening[i + 1].is_item;
        ofs_join(&joiner, last || ofs_ends_sentence(item) ? item : ofs_concat(reader->arena, item, OFS_LIT(";")));
    }
    return ofs_joined(&joiner);
}

/* An extractor may put what a page prints beside a sentence into it. */
static void read_focus(ofs_reader *reader, const ofs_letter *letter)
{
    static const char *const of_letterhead[] = {"textphone", "piccadilly gate", "enquiries@ofsted.gov.uk", NULL};
    for (uint32_t i = 0; i < letter->opening_count; i++) {
        ofs_str text = letter->opening[i].text;
        uint32_t at = letter->opening[i].is_item ? 0 : find_object(text);
        if (!at)
            continue;
        uint32_t end = ofs_sentence_end(text, at);
        ofs_str focus = from_arrangements((ofs_str){text.p + at, end - at});
        if (ofs_has_words(focus, of_letterhead))
            continue;
        reader->report->focus = end == text.n && text.p[end - 1] == ':' ? with_items(reader, letter, i, focus) : focus;
        return;
    }
}

/* When and who, as one sentence after the other gives them. */

/* Who signed is one of those who visited. */
static void check_signatory(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    ofs_str name = report->lead_inspector.name;
    for (uint32_t i = 0; i < report->inspector_count; i++)
        if (ofs_equal(report->inspectors[i].name, name))
            return;
    if (name.n && report->inspector_count)
        ofs_add_issue_about(reader, "not_an_inspector", "lead_inspector", OFS_NOWHERE,
                            "'%s' signed the letter but is not one of the inspectors it names.", name, OFS_NO_STR);
}

static void read_visit(ofs_reader *reader, const ofs_letter *letter)
{
    const ofs_opening *where;
    uint32_t next = 0;
    int found = 0;
    ofs_str sentence = find_sentence(letter, reader->framework->openings, &where);
    if (where) {
        next = (uint32_t)(where - letter->opening) + 1;
        uint32_t end = read_dates(reader, sentence, where->place);
        found = read_inspectors(reader, (ofs_str){sentence.p + end, sentence.n - end}, where->place) ||
                read_inspectors(reader, sentence, where->place);
    }
    for (; !found && next < letter->opening_count; next++)
        found = read_inspectors(reader, letter->opening[next].text, letter->opening[next].place);
    check_signatory(reader);
}

static int says_what_to_improve(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_run run = {.end = letter->body};
    while (ofs_next_run(reader, letter->end, &run))
        if (run.role == OFS_ROLE_IMPROVE)
            return 1;
    return 0;
}

/* 'Areas for improvement' is the list in a few letters, and one half of the findings in others. */
static void read_lists(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_lists *lists = ofs_lists_new(reader);
    int improves = says_what_to_improve(reader, letter);
    for (ofs_run run = {.end = letter->body}; ofs_next_run(reader, letter->end, &run);) {
        if (run.list == OFS_ROLE_DEVELOPMENT && !improves)
            run.list = OFS_ROLE_IMPROVE;
        ofs_read_run(lists, &run);
    }
    ofs_file_lists(lists);
}

/* The whole letter. */

/* One level of headings, whatever the tags say. */
static void flatten(ofs_reader *reader, ofs_section *section, const ofs_block *block)
{
    (void)reader;
    (void)block;
    section->level = section->depth = 1;
}

void ofs_read_visit_letter(ofs_reader *reader)
{
    ofs_letter letter;
    int greets = ofs_find_letter(reader, &letter);
    ofs_read_subject(reader, &letter);
    ofs_read_letter_date(reader, &letter);
    ofs_read_addressee(reader, &letter);
    if (!greets && reader->report->addressee.n)
        ofs_add_issue(reader, "fallback", "addressee", OFS_NOWHERE,
                      "The letter has no salutation; the name is the first above the subject line.");
    else if (!greets)
        ofs_add_issue(reader, "missing", "addressee", OFS_NOWHERE, "The letter has no salutation.");
    ofs_read_signature(reader, &letter);
    ofs_check_signed(reader, &letter);
    read_visit(reader, &letter);
    read_focus(reader, &letter);
    ofs_read_sections(reader, letter.body, letter.end, flatten);
    read_lists(reader, &letter);
    ofs_read_previous(reader, &letter);
    ofs_read_footnotes(reader);
    ofs_check_paragraph_numbers(reader);
    ofs_check_repeats(reader);
}
