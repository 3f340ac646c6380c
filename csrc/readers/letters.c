/* letters.c: the parts of a letter, and what stands at its head and at its foot.
 *
 * The head and the foot are read line by line, as an address is printed; the letter between them from blocks. May not
 * know one kind of letter's words: those come from its file. */
#include "readers/letters.h"
#include "base/words.h"
#include "infer/infer.h"
#include "outline/publisher.h"
#include "readers/checks.h"

#include <string.h>

enum {
    LATEST_SALUTATION = 150, /* lines */
    LONGEST_SALUTATION = 90, /* bytes */
    LONGEST_CLOSING = 40,
    LONGEST_TORN = 12,       /* of a role's first line: 'Senior Her' */
    LONGEST_SUBJECT = 240,
    SUBJECT_BLOCKS = 4,      /* after the salutation, that may hold the subject line */
    HEAD_BLOCKS = 24,        /* before it, where there is no salutation */
    SIGNATURE_LINES = 6,
    OPENING_BLOCKS = 30,
    MOST_NAME_WORDS = 5,
    LONGEST_BESIDE_DATE = 12 /* bytes on a date's line that are not the date */
};

/* Lines. */

static int is_furniture(const ofs_line *line)
{
    return line->kind == OFS_LINE_ARTIFACT || line->kind == OFS_LINE_CONTENTS || line->kind == OFS_LINE_NOTE;
}

static ofs_str line_text(const ofs_reader *reader, uint32_t i)
{
    const ofs_line *line = &reader->source->lines[i];
    return is_furniture(line) ? OFS_NO_STR : ofs_trim(ofs_line_text(reader->source, line));
}

static ofs_place line_place(const ofs_reader *reader, uint32_t i)
{
    return ofs_place_of_line(&reader->source->lines[i]);
}

/* The parts of a letter. */

static uint32_t find_salutation(const ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    for (uint32_t i = 0; i < source->line_count && i < LATEST_SALUTATION; i++) {
        ofs_str text = line_text(reader, i);
        uint32_t n = text.n && text.n <= LONGEST_SALUTATION ? ofs_phrase_at(text, "dear") : 0;
        if (n && n < text.n && !ofs_is_letter(text.p[n]))
            return i;
    }
    return source->line_count;
}

static int is_inspectors_role(ofs_str text)
{
    return text.n <= LONGEST_CLOSING && (ofs_begins_with(text, OFS_INSPECTORS_ROLES) || ofs_phrase_at(text, "hmi"));
}

/* 'Yours sincerely', or the name of who signed where that is not printed. */
static uint32_t find_closing(const ofs_reader *reader, uint32_t after)
{
    const ofs_source *source = reader->source;
    uint32_t signature = source->line_count, below = source->line_count;
    for (uint32_t i = source->line_count; i > after; i--) {
        ofs_str text = line_text(reader, i - 1);
        if (!text.n)
            continue;
        if (text.n <= LONGEST_CLOSING && ofs_begins_with(text, OFS_CLOSINGS))
            return i - 1;
        ofs_person person;
        if (signature == source->line_count && below < source->line_count &&
            is_inspectors_role(line_text(reader, below)) && ofs_read_person(reader->matcher, text, &person))
            signature = i - 1;
        below = i - 1;
    }
    return signature;
}

/* The first block that begins at or after the byte. */
static uint32_t block_from(const ofs_reader *reader, uint32_t byte)
{
    for (uint32_t i = 0; i < reader->blocks.count; i++)
        if (reader->blocks.at[i].span.start >= byte)
            return i;
    return reader->blocks.count;
}

/* The subject line without a full stop, and without the opening sentence where that is printed on the same line. */
static ofs_str subject_of(ofs_str text)
{
    uint32_t length;
    int64_t opening = ofs_phrase_find(text, "this letter ", &length);
    if (opening > 0)
        text.n = (uint32_t)opening;
    opening = ofs_phrase_find(text, " between ", &length); /* 'Between 16 and 20 October 2017, Ofsted …' */
    if (opening > 0 && (uint32_t)opening + length < text.n && ofs_is_digit(text.p[(uint32_t)opening + length]))
        text.n = (uint32_t)opening;
    int64_t services = text.n > LONGEST_SUBJECT ? ofs_phrase_find(text, "children's services", &length) : -1;
    if (services > 0) /* another sentence */
        text.n = (uint32_t)services + length;
    return ofs_trim_end(text, ".,:");
}

/* The block below goes on with the subject line, whose words cannot end where it does, or names the services. */
static int ends_subject(const ofs_reader *reader, ofs_str subject, uint32_t below, uint32_t end)
{
    static const char *const open[] = {"within", "in", "to", "of", "and", "the", "for", "at", "by", NULL};
    const ofs_block *block = &reader->blocks.at[below];
    uint32_t n;
    if (below >= end || block->kind == OFS_BLOCK_TABLE || block->kind == OFS_BLOCK_ITEM || block->number ||
        block->text.n > LONGEST_SUBJECT || ofs_ends_sentence(block->text) || ofs_ends_sentence(subject) ||
        ofs_begins_heading(reader->framework->headings, block->text))
        return 0;
    return ofs_is_one_of(ofs_last_word(subject), open) ||
           (ofs_is_upper(*block->text.p) && ofs_phrase_find(block->text, "children's services", &n) >= 0 &&
            ofs_phrase_find(subject, "services", &n) < 0);
}

static void find_subject(ofs_reader *reader, ofs_letter *letter)
{
    const ofs_blocks *blocks = &reader->blocks;
    int greets = letter->salutation < reader->source->line_count;
    uint32_t first = letter->body, heading = letter->end, found = letter->end;
    for (uint32_t i = first; i < letter->end && i < first + (greets ? SUBJECT_BLOCKS : HEAD_BLOCKS); i++) {
        const ofs_block *block = &blocks->at[i];
        if (block->kind == OFS_BLOCK_TABLE)
            continue;
        if (ofs_begins_with(block->text, reader->framework->titles)) {
            found = i;
            break;
        }
        if (block->kind != OFS_BLOCK_HEADING || ofs_begins_heading(reader->framework->headings, block->text))
            continue;
        if (heading == letter->end && i < first + SUBJECT_BLOCKS && !ofs_phrase_at(block->text, "dear"))
            heading = i;
    }
    if (found == letter->end)
        found = heading;
    if (found == letter->end)
        return;
    ofs_str subject = subject_of(blocks->at[found].text);
    letter->subject_place = ofs_place_of(&blocks->at[found]);
    if (subject.n == blocks->at[found].text.n && ends_subject(reader, subject, found + 1, letter->end)) {
        const ofs_block *below = &blocks->at[found + 1];
        letter->subject = ofs_concat_words(reader->arena, subject, ofs_trim_end(below->text, ".,:"));
        letter->subject_place.span.end = below->span.end;
        letter->body = found + 2;
        return;
    }
    letter->body = subject.n + 8 < blocks->at[found].text.n ? found : found + 1;
    if (subject.n <= LONGEST_SUBJECT)
        letter->subject = subject;
}

/* A sentence that the tags have split goes on in the next paragraph. */
static int goes_on(const ofs_opening *last, const ofs_block *block)
{
    int both = !last->is_item && block->kind == OFS_BLOCK_PARAGRAPH;
    return both && (ofs_starts_lower(block->text) || !ofs_ends_sentence(last->text));
}

static void add_opening(ofs_reader *reader, ofs_letter *letter, const ofs_block *block)
{
    ofs_str text = block->text;
    if (block->kind == OFS_BLOCK_TABLE || !text.n)
        return;
    if (letter->subject.n && letter->subject.p == text.p) /* the opening sentence on the subject's line */
        text = ofs_trim((ofs_str){text.p + letter->subject.n, text.n - letter->subject.n});
    ofs_opening *last = letter->opening_count ? &letter->opening[letter->opening_count - 1] : NULL;
    if (last && goes_on(last, block)) {
        ofs_join_on(reader->arena, &letter->joiner, &last->text, block->text);
        last->place.span.end = block->span.end;
        return;
    }
    letter->opening[letter->opening_count++] = (ofs_opening){text, ofs_place_of(block), block->kind == OFS_BLOCK_ITEM};
}

/* Blocks from `first` up to the next heading. */
static void find_opening(ofs_reader *reader, ofs_letter *letter, uint32_t first)
{
    for (uint32_t i = first; i < letter->end && letter->opening_count < OPENING_BLOCKS; i++) {
        if (reader->blocks.at[i].kind == OFS_BLOCK_HEADING)
            return;
        add_opening(reader, letter, &reader->blocks.at[i]);
    }
}

/* The opening goes on beneath a heading such as 'Areas covered by the visit'. */
static void extend_opening(ofs_reader *reader, ofs_letter *letter)
{
    for (uint32_t i = letter->body; i < letter->end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_HEADING && ofs_role_of(reader->headings, block->text) == OFS_ROLE_COVERED)
            find_opening(reader, letter, i + 1);
    }
}

/* The line that begins at the byte or holds it. */
static uint32_t line_at(const ofs_source *source, uint32_t byte)
{
    uint32_t line = 0;
    while (byte && line + 1 < source->line_count && source->lines[line + 1].start <= byte)
        line++;
    return line;
}

/* Above the salutation, or at the end of the first page, whose lines are no part of the letter's text. */
static void find_head(const ofs_source *source, ofs_letter *letter)
{
    int greets = letter->salutation < source->line_count;
    letter->head_end =
        greets ? letter->salutation : line_at(source, letter->subject.n ? letter->subject_place.span.start : 0);
    if (!source->late_head || !greets)
        return;
    letter->head = letter->head_end = line_at(source, source->late_head);
    uint32_t page = source->lines[letter->head].page;
    while (letter->head_end < source->line_count && source->lines[letter->head_end].page == page)
        letter->head_end++;
}

int ofs_find_letter(ofs_reader *reader, ofs_letter *letter)
{
    const ofs_source *source = reader->source;
    *letter = (ofs_letter){.salutation = find_salutation(reader)};
    int found = letter->salutation < source->line_count;
    letter->closing = find_closing(reader, found ? letter->salutation + 1 : 0);
    letter->end = ofs_body_end(reader);
    if (letter->closing < source->line_count) {
        uint32_t signature = block_from(reader, source->lines[letter->closing].start);
        letter->end = signature < letter->end ? signature : letter->end;
    }
    if (found)
        letter->body = block_from(reader, source->lines[letter->salutation].end);
    find_subject(reader, letter);
    find_head(source, letter);
    letter->opening = OFS_NEW_ARRAY(reader->arena, ofs_opening, OPENING_BLOCKS);
    find_opening(reader, letter, letter->body);
    extend_opening(reader, letter);
    ofs_check_one_letter(reader, letter);
    return found;
}

/* Subject and authority. */

/* What stands behind the first of these words that a name follows, with or without 'the', or null. */
static ofs_str name_behind(ofs_str subject, const char *link)
{
    uint32_t length;
    int64_t at;
    ofs_str rest = subject;
    while ((at = ofs_first_word(rest, link, &length)) >= 0) {
        rest = ofs_trim((ofs_str){rest.p + at + length, rest.n - (uint32_t)at - length});
        uint32_t the = ofs_word_phrase_at(rest, 0, "the");
        ofs_str name = ofs_trim((ofs_str){rest.p + the, rest.n - the});
        if (name.n && ofs_is_upper(*name.p))
            return rest;
    }
    return OFS_NO_STR;
}

/* The name in a subject line, or null: 'Focused visit to X children's services', '… arrangements within X children's
 * services'. */
static ofs_str linked_name(ofs_str subject)
{
    static const char *const links[] = {"visit to", "within", "in", "to", "of", NULL};
    for (const char *const *link = links; *link; link++) {
        ofs_str name = name_behind(subject, *link);
        if (name.n)
            return ofs_named_in_title(name);
    }
    return OFS_NO_STR;
}

/* Another area may be named in the text than the one that the subject names. */
static void check_subject(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_str name = linked_name(letter->subject);
    if (name.n)
        ofs_add_issue_about(reader, "not_in_register", "authority", letter->subject_place,
                            "The subject's name is not in the register: '%s'. The text's was used: '%s'.", name,
                            reader->report->authority.name);
}

/* The text may say that another area was visited than the one that the subject names. */
static void check_openings(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_authority visited;
    for (uint32_t i = 0; i < letter->opening_count; i++) {
        const ofs_opening *opening = &letter->opening[i];
        ofs_str name = linked_name((ofs_str){opening->text.p, ofs_sentence_end(opening->text, 0)});
        if (!name.n || ofs_match_authority(reader->context, name, &visited) != 1 ||
            ofs_equal(visited.name, reader->report->authority.name))
            continue;
        ofs_add_issue_about(reader, "two_authorities", "authority", opening->place,
                            "The subject names '%s', the text '%s'; the subject's was used.",
                            reader->report->authority.name, visited.name);
        return;
    }
}

void ofs_read_subject(ofs_reader *reader, const ofs_letter *letter)
{
    reader->report->title = letter->subject;
    if (letter->subject.n && ofs_match_authority(reader->context, letter->subject, &reader->report->authority) == 1) {
        ofs_check_authority(reader, letter->subject, letter->subject_place);
        check_openings(reader, letter);
        return;
    }
    for (uint32_t i = 0; i < letter->opening_count; i++) {
        const ofs_opening *opening = &letter->opening[i];
        ofs_str first = {opening->text.p, ofs_sentence_end(opening->text, 0)};
        if (ofs_match_authority(reader->context, first, &reader->report->authority) == 1) {
            ofs_check_authority(reader, first, opening->place);
            check_subject(reader, letter);
            return;
        }
    }
    ofs_str name = linked_name(letter->subject);
    ofs_set_authority(reader, name.n ? name : letter->subject, letter->subject_place);
}

ofs_str ofs_area_in(ofs_str subject)
{
    for (uint32_t i = subject.n; i >= 4; i--)
        if (ofs_equal((ofs_str){subject.p + i - 4, 4}, OFS_LIT(" in ")))
            return ofs_trim((ofs_str){subject.p + i, subject.n - i});
    return OFS_NO_STR;
}

/* The head: date and address. */

/* Of a head below the page's text the lines are the page's own. */
static ofs_str head_text(const ofs_reader *reader, const ofs_letter *letter, uint32_t i)
{
    return letter->head ? ofs_trim(ofs_line_text(reader->source, &reader->source->lines[i])) : line_text(reader, i);
}

static int is_letterhead(ofs_str text)
{
    if (!text.n || ofs_begins_with(text, OFS_LETTERHEAD) || ofs_begins_with(text, OFS_ABOVE_ADDRESS))
        return 1;
    return ofs_has_phrase(text, "@") || ofs_has_phrase(text, "ofsted.gov.uk") || ofs_has_phrase(text, "0300 123");
}

/* Between spaces: no part of a reference. */
static int stands_free(ofs_str text, ofs_span at)
{
    return (!at.start || text.p[at.start - 1] == ' ') && (at.end >= text.n || strchr(" ,|", text.p[at.end]));
}

/* The line of the head that is a date and little else, or, where none is, that a date begins or that goes on from the
 * letterhead to it; or the head's end. */
static uint32_t date_line(const ofs_reader *reader, const ofs_letter *letter, ofs_found_date *found)
{
    uint32_t end = letter->head_end;
    for (int beside_others = 0; beside_others <= 1; beside_others++)
        for (uint32_t i = letter->head; i < end; i++) {
            ofs_str text = head_text(reader, letter, i);
            if (!text.n || !ofs_find_date(text, 0, found) || !found->date.year)
                continue;
            if (text.n - (found->at.end - found->at.start) <= LONGEST_BESIDE_DATE ||
                (beside_others && (!found->at.start || is_letterhead(text)) && stands_free(text, found->at)))
                return i;
        }
    return end;
}

/* Another day stands alone below the one that was read. */
static void check_dates(ofs_reader *reader, const ofs_letter *letter, uint32_t line, ofs_date date)
{
    ofs_found_date other;
    for (uint32_t i = line + 1; i < letter->head_end; i++) {
        ofs_str text = head_text(reader, letter, i);
        if (!text.n || !ofs_find_date(text, 0, &other) || !other.date.year || !ofs_date_compare(other.date, date) ||
            text.n - (other.at.end - other.at.start) > LONGEST_BESIDE_DATE)
            continue;
        ofs_add_issue_about(reader, "two_dates", "published", line_place(reader, i),
                            "Two days stand above the salutation; the first was used, and not '%s'.", text, OFS_NO_STR);
        return;
    }
}

void ofs_read_letter_date(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_found_date found;
    uint32_t line = date_line(reader, letter, &found);
    if (line == letter->head_end)
        return;
    reader->report->published = found.date;
    ofs_add_date_issues(reader, found.flags, "published", line_place(reader, line), head_text(reader, letter, line));
    check_dates(reader, letter, line, found.date);
}

static ofs_str without_title(ofs_str name)
{
    static const char *const titles[] = {"to:",       "mr",   "mrs", "ms",   "miss", "dr",
                                         "professor", "prof", "sir", "dame", NULL};
    for (const char *const *title = titles; *title; title++) {
        uint32_t n = ofs_phrase_at(name, *title);
        if (n && n < name.n && name.p[n] == '.')
            n++;
        if (n && n < name.n && name.p[n] == ' ')
            return ofs_trim((ofs_str){name.p + n, name.n - n});
    }
    return name;
}

/* The salutation's last word stands in the name: both mean the same person. */
static int is_greeted(ofs_str salutation, ofs_str name)
{
    ofs_str last = ofs_last_word(ofs_trim_end(salutation, ",.:"));
    for (uint32_t i = 0; i + last.n <= name.n; i++) {
        uint32_t k = 0;
        while (k < last.n && (name.p[i + k] | 0x20) == (last.p[k] | 0x20))
            k++;
        if (k == last.n)
            return 1;
    }
    return 0;
}

/* It stands between two others in the name: the last may be no part of it ('Ada Quayle Bi-Borough Director' on one
 * line). */
static int is_greeted_within(ofs_str salutation, ofs_str name)
{
    ofs_str greeted = ofs_last_word(ofs_trim_end(salutation, ",.:")), last = ofs_last_word(name);
    uint32_t first = greeted.n < name.n ? greeted.n : name.n;
    int is_honour = last.n < 2 || !ofs_is_lower(last.p[1]); /* 'OBE' */
    return !is_honour && is_greeted(salutation, name) && !is_greeted(salutation, last) &&
           !is_greeted(salutation, (ofs_str){name.p, first});
}

/* The first line of [from, to) that is not the letterhead's, or `to`. */
static uint32_t address_line(const ofs_reader *reader, const ofs_letter *letter, uint32_t from, uint32_t to)
{
    while (from < to && is_letterhead(head_text(reader, letter, from)))
        from++;
    return from;
}

/* A line of [from, to) that names whom the salutation greets, or `to`. */
static uint32_t greeted_line(ofs_reader *reader, const ofs_letter *letter, uint32_t from, uint32_t to,
                             ofs_str salutation, ofs_person *person)
{
    for (; from < to; from++) {
        ofs_str text = head_text(reader, letter, from);
        if (!is_letterhead(text) && ofs_read_person(reader->matcher, text, person) &&
            is_greeted(salutation, person->name))
            break;
    }
    return from;
}

/* '… and Bo Lane', '… & Bo Lane': a second person follows. */
static int joins_another(ofs_str rest)
{
    rest = ofs_trim(rest);
    return rest.n && (*rest.p == '&' || ofs_word_phrase_at(rest, 0, "and"));
}

/* An address on one line: the name ends with the word that the salutation greets. 2 where that is the first name, so
 * that the next word was taken for the surname; 0: it is not there. */
static int name_before_address(ofs_reader *reader, ofs_str text, ofs_str salutation, ofs_person *person)
{
    ofs_str name = without_title(text);
    int greeted = 0;
    for (uint32_t words = 1, start = 0, end; words <= MOST_NAME_WORDS && start < name.n && greeted <= 1; words++) {
        end = (uint32_t)(ofs_find_byte(name.p + start, name.p + name.n, ' ') - name.p);
        greeted += greeted || is_greeted(salutation, (ofs_str){name.p + start, end - start});
        if (greeted && ofs_read_person(reader->matcher, (ofs_str){name.p, end}, person))
            return joins_another(ofs_slice(name.p + end, name.p + name.n)) ? 0 : greeted;
        start = end + 1;
    }
    return 0;
}

/* The address where it stands on the date's line. */
static ofs_str behind_date(ofs_str line, const ofs_found_date *date)
{
    ofs_str text = ofs_trim(ofs_slice(line.p + date->at.end, line.p + line.n));
    while (text.n && (*text.p == ',' || *text.p == '|'))
        text = ofs_trim((ofs_str){text.p + 1, text.n - 1});
    return text;
}

void ofs_read_addressee(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_found_date date;
    ofs_person person;
    uint32_t end = letter->head_end, dated = date_line(reader, letter, &date);
    ofs_str beside = dated < end ? behind_date(head_text(reader, letter, dated), &date) : OFS_NO_STR;
    int is_beside = beside.n > LONGEST_BESIDE_DATE || ofs_read_person(reader->matcher, beside, &person);
    uint32_t line = address_line(reader, letter, dated < end ? dated + 1 : letter->head, end);
    if (is_beside) {
        line = dated;
    } else if (line == end) { /* the date stands below the address */
        end = dated;
        line = address_line(reader, letter, letter->head, end);
    }
    if (line == end)
        return;
    int greets = letter->salutation < reader->source->line_count;
    ofs_str text = head_text(reader, letter, line),
            salutation = greets ? line_text(reader, letter->salutation) : OFS_NO_STR;
    if (is_beside)
        text = beside;
    if (ofs_read_person(reader->matcher, text, &person)) {
        reader->report->addressee = person.name;
        if (greets && (!is_greeted(salutation, person.name) || is_greeted_within(salutation, person.name)))
            ofs_add_issue_about(reader, "other_name", "addressee", line_place(reader, line),
                                "The letter is addressed to '%s' and opens with '%s'.", text, salutation);
        return;
    }
    if (!greets) /* the first line of a page may be anything */
        return;
    ofs_found_people people;
    int glued = name_before_address(reader, text, salutation, &person);
    if (glued)
        reader->report->addressee = person.name;
    if (glued == 1)
        return;
    int several = ofs_read_people(reader->matcher, text, &people) && people.count > 1;
    uint32_t other = several ? end : greeted_line(reader, letter, line, end, salutation, &person);
    if (!glued)
        reader->report->addressee = other < end ? person.name : ofs_clean(reader->arena, without_title(text));
    ofs_add_issue_about(reader, several ? "several_people" : "unreadable", "addressee", line_place(reader, line),
                        several ? "The letter is addressed to more than one person: '%s'."
                                : "The first line of the address does not read as a name: '%s'.",
                        text, OFS_NO_STR);
}

/* The foot: who signed. */

/* The role below a name: not what follows it on the same line, 'cc …'. */
static ofs_str role_of(ofs_str text)
{
    static const char *const words[] = {"inspector", "hmi", "director", "manager", NULL};
    int is_role = ofs_has_one_of(text, words);
    int64_t copies = ofs_first_word(text, "cc", NULL);
    if (copies > 0)
        text.n = (uint32_t)copies;
    while (is_role && text.n && ofs_is_digit(text.p[text.n - 1])) /* the number of the page */
        text.n--;
    return is_role ? ofs_trim_end(ofs_trim(text), ".,") : OFS_NO_STR;
}

/* 'Her' with '= Majesty’s Inspector' below it: a role in two lines, whatever sign stands between them. */
static ofs_str torn_role(const ofs_reader *reader, ofs_str first, uint32_t line)
{
    uint32_t lines = reader->source->line_count;
    if (first.n > LONGEST_TORN)
        return OFS_NO_STR;
    while (line < lines && !line_text(reader, line).n)
        line++;
    ofs_str rest = line < lines ? line_text(reader, line) : OFS_NO_STR;
    while (rest.n && (unsigned char)*rest.p < 0x80 && !ofs_is_letter(*rest.p))
        rest = (ofs_str){rest.p + 1, rest.n - 1};
    ofs_str role = ofs_concat_words(reader->arena, first, rest);
    return is_inspectors_role(role) ? role_of(role) : OFS_NO_STR;
}

void ofs_check_signed(ofs_reader *reader, const ofs_letter *letter)
{
    static const char *const fields[] = {"sections", "recommendations", "findings", NULL};
    if (letter->closing == reader->source->line_count)
        ofs_add_issues_about(reader, "no_end", fields, OFS_NOWHERE,
                             "The letter is not signed; the text may be cut off.", OFS_NO_STR, OFS_NO_STR);
}

void ofs_read_signature(ofs_reader *reader, const ofs_letter *letter)
{
    ofs_person *signatory = &reader->report->lead_inspector;
    uint32_t lines = reader->source->line_count, line = letter->closing;
    for (uint32_t seen = 0; line < lines && seen <= SIGNATURE_LINES; line++) {
        ofs_str text = line_text(reader, line);
        seen += text.n > 0;
        if (text.n && ofs_read_person(reader->matcher, text, signatory))
            break;
    }
    if (!signatory->name.n)
        return;
    signatory->role = role_of(signatory->role);
    for (line++; line < lines && !signatory->role.n; line++) {
        ofs_str text = line_text(reader, line);
        signatory->role = role_of(text);
        if (text.n && !signatory->role.n) {
            signatory->role = torn_role(reader, text, line + 1);
            return;
        }
    }
}
