/* furniture.c: finds what belongs to the page and not to the document: running headers and footers, page numbers,
 * the dotted lines of a table of contents.
 *
 * Only lines of unknown kind. May not remove a line that stands in the document once. */
#include "base/sentences.h"
#include "facts/facts.h"
#include "outline/publisher.h"
#include "infer/infer.h"

#include <string.h>

enum {
    EDGE_LINES = 4,
    STRIDE = 16, /* lines */
    LEAST_PAGES = 3,
    LEAST_RUNNING_LETTERS = 12,
    LEAST_DATE_LETTERS = 3,
    LONGEST_RUNNING_LINE = 300,
    LEAST_ENTRIES = 4,
    LEAST_LETTERHEAD = 4,
    LONGEST_LETTERHEAD = 60, /* bytes */
    LONGEST_NAME = 10, /* of Ofsted, with what may stand beside it */
    MOST_CONTENTS = 300,
    MOST_BETWEEN = 4, /* lines, from one page number to the next */
    MOST_TITLES_APART = 10, /* the same on the page of the heading */
    MOST_DIGITS = 3, /* of a page's number */
    LONGEST_ENTRY = 110, /* bytes */
    FURTHEST_PROBE = 256,
    MOST_TITLES = 4,
    MOST_BELOW_TITLE = 2, /* lines */
    MOST_WRAPPED = 2, /* lines of a running title below its first */
    LONGEST_DATES = 60, /* bytes */
    HASH_BITS = 10
};

/* A hash of the letters alone, so that a footer's page number and date do not matter. They are put side by side first:
 * without a branch, and hashed eight at a time. */
uint32_t ofs_letters_key(ofs_str text, uint32_t *letters)
{
    char kept[LONGEST_RUNNING_LINE + 8];
    uint32_t n = 0;
    const char *end = text.p + (text.n < LONGEST_RUNNING_LINE ? text.n : LONGEST_RUNNING_LINE);
    for (const char *p = text.p; p < end; p++) {
        char letter = (char)(*p | 0x20);
        kept[n] = letter;
        n += ofs_is_lower(letter);
    }
    memset(kept + n, 0, 8);
    uint64_t hash = 0;
    for (uint32_t i = 0; i < n; i += 8) {
        uint64_t word;
        memcpy(&word, kept + i, 8);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    *letters = n;
    return (uint32_t)hash ? (uint32_t)hash : 1;
}

typedef struct entry {
    uint32_t key, count, page;
    uint32_t feet, foot; /* on how many pages it stood among the last lines, and the last of these pages */
} entry;

/* A line that may run. */
typedef struct candidate {
    uint32_t line, ends;   /* ends: a hash of its first letters and the last, in HASH_BITS */
    uint32_t key, letters; /* key 0: it stands in no entry */
} candidate;

typedef struct table {
    entry *at;
    uint32_t size; /* a power of two */
    candidate *lines; /* in order */
    uint32_t count;
} table;

/* Its place, a free one, or, among lines that were made to fall together, that of another key. */
static entry *find(const table *seen, uint32_t key)
{
    uint32_t i = key & (seen->size - 1);
    for (uint32_t probe = 0; probe < FURTHEST_PROBE && seen->at[i].key && seen->at[i].key != key; probe++)
        i = (i + 1) & (seen->size - 1);
    return &seen->at[i];
}

/* Else pages end nowhere, or where their numbers say so: one whose number was lost is one with the next. */
static int has_page_marks(const ofs_source *source)
{
    return source->pages && !source->pages_are_inferred;
}

static int begins_title(const ofs_beginnings *titles, ofs_str text)
{
    return ofs_may_begin_one(titles, text) && ofs_begins_with(text, OFS_RUNNING_TITLES);
}

/* From line i on the next that is one of its page's first or last few, or may be. */
static uint32_t next_at_edge(const ofs_source *source, const ofs_beginnings *titles, uint32_t i)
{
    const ofs_line *lines = source->lines;
    if (!source->pages || i < EDGE_LINES || i >= source->line_count || lines[i - EDGE_LINES].page != lines[i].page)
        return i;
    uint32_t page = lines[i].page;
    while (i + STRIDE < source->line_count && lines[i + STRIDE].page == page && !source->pages_are_inferred)
        i += STRIDE - EDGE_LINES; /* none of those between is at an edge */
    while (i + EDGE_LINES < source->line_count && lines[i + EDGE_LINES].page == page &&
           !(source->pages_are_inferred && begins_title(titles, ofs_line_text(source, &lines[i]))))
        i++;
    return i;
}

/* What several pages may end with by chance: a sentence's last words, or a grade, with its row or without. */
static int is_body(ofs_str text)
{
    ofs_grade grade;
    ofs_str words;
    return (ofs_starts_lower(text) && strchr(".,;:", text.p[text.n - 1])) || ofs_split_heading(text, &words, &grade);
}

/* Among the last lines of its page. */
static int at_foot(const ofs_source *source, uint32_t i)
{
    return i + EDGE_LINES >= source->line_count || source->lines[i + EDGE_LINES].page != source->lines[i].page;
}

/* The title at the head of the first page, which later pages print at their feet. */
static int is_title(const ofs_source *source, uint32_t i, const entry *found)
{
    return source->pages && i < EDGE_LINES && source->lines[i].page == source->lines[0].page && !at_foot(source, i) &&
           found->feet >= found->count / 2 && found->feet;
}

/* Long enough to be known again by its letters, or short with a number in it: the date below a footer's title. */
static int is_telling(ofs_str text, uint32_t letters)
{
    if (letters >= LEAST_RUNNING_LETTERS)
        return 1;
    return letters >= LEAST_DATE_LETTERS && ofs_is_digit(text.p[text.n - 1]) &&
           (ofs_is_digit(text.p[0]) || text.n > letters * 2);
}

/* Text without page marks repeats headings, too: there a footer is known by its number or its words. */
static int reads_as_footer(const ofs_source *source, const ofs_beginnings *titles, ofs_str text)
{
    return source->pages || ofs_is_digit(text.p[text.n - 1]) || begins_title(titles, text);
}

/* A small hash of the first letters and the last: whatever figures and signs stand beside them. */
static uint32_t hash_of_ends(ofs_str text)
{
    uint32_t n = text.n;
    while (n && !ofs_is_letter(text.p[n - 1]))
        n--;
    uint32_t last = n ? text.p[n - 1] & 31u : 0;
    return (ofs_first_letters(text) << 5 | last) * 2654435761u >> (32 - HASH_BITS);
}

/* Finds the lines that may run, and how many of them begin and end with the same letters. */
static void find_lines(ofs_source *source, const ofs_beginnings *titles, table *seen, uint32_t *alike)
{
    seen->lines = OFS_ROOM(&source->arena, candidate, source->line_count);
    for (uint32_t i = 0; (i = next_at_edge(source, titles, i)) < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str text = ofs_line_text(source, line);
        if (line->kind != OFS_LINE_UNKNOWN || text.n > LONGEST_RUNNING_LINE || !reads_as_footer(source, titles, text))
            continue;
        uint32_t ends = hash_of_ends(text);
        seen->lines[seen->count++] = (candidate){i, ends, 0, 0};
        alike[ends]++;
    }
}

static void count_line(const ofs_source *source, const table *seen, candidate *at)
{
    ofs_str text = ofs_line_text(source, &source->lines[at->line]);
    uint32_t key = ofs_letters_key(text, &at->letters), page = source->lines[at->line].page;
    entry *found = find(seen, key);
    if (found->key && found->key != key)
        return;
    at->key = key;
    if (at->letters < LEAST_DATE_LETTERS || is_body(text))
        return;
    if (at_foot(source, at->line) && found->foot != page) {
        found->feet++;
        found->foot = page;
    }
    if (found->key && source->pages && found->page == page)
        return;
    found->key = key;
    found->count++;
    found->page = page;
}

/* Of most reports' lines at the edges of pages hardly any begins and ends as enough others do, and the whole of the rest need
 * not be looked at. */
static void count_lines(ofs_source *source, const ofs_beginnings *titles, table *seen)
{
    uint32_t alike[1 << HASH_BITS] = {0}, count = 0, least = source->pages == 2 ? 2 : LEAST_PAGES;
    find_lines(source, titles, seen, alike);
    for (uint32_t i = 0; i < seen->count; i++)
        count += alike[seen->lines[i].ends] >= least;
    if (!has_page_marks(source))
        count *= 1 + MOST_WRAPPED; /* mark_wrapped() puts in others */
    while (seen->size < count * 2) /* half of it stays free */
        seen->size *= 2;
    seen->at = OFS_NEW_ARRAY(&source->arena, entry, seen->size);
    for (uint32_t i = 0; i < seen->count; i++)
        if (alike[seen->lines[i].ends] >= least)
            count_line(source, seen, &seen->lines[i]);
}

/* A dotted leader before the page number that the line ends with: 'Executive summary ........ 6'. */
static int is_contents(ofs_str text)
{
    uint32_t i = text.n, dots = 0;
    while (i && ofs_is_digit(text.p[i - 1]))
        i--;
    while (i && (text.p[i - 1] == '.' || text.p[i - 1] == ' ')) {
        dots += text.p[i - 1] == '.';
        i--;
    }
    return dots >= 4;
}

/* A heading may begin some pages; a running line stands on a good part of them. */
static uint32_t enough(const ofs_source *source)
{
    return source->pages / 5 > LEAST_PAGES ? source->pages / 5 : LEAST_PAGES;
}

/* The line above runs, and this one holds the end of its words: 'services', where a header was wrapped. */
static int ends_running(const ofs_source *source, uint32_t i)
{
    const ofs_line *above = i ? &source->lines[i - 1] : NULL;
    return above && source->pages && above->page == source->lines[i].page && above->kind == OFS_LINE_ARTIFACT &&
           above->end - above->start > LEAST_RUNNING_LETTERS && !ofs_page_number(ofs_line_text(source, above));
}

/* '2023', '2023 4': the year of the dates that the line above, which runs, ends with, and perhaps the page's number. */
static int ends_running_dates(const ofs_source *source, uint32_t i, ofs_str text)
{
    if (text.n < 4 || memcmp(text.p, "20", 2) != 0 || !ofs_is_digit(text.p[2]) || !ofs_is_digit(text.p[3]))
        return 0;
    int is_year = text.n == 4 || (text.p[4] == ' ' && ofs_page_number((ofs_str){text.p + 5, text.n - 5}));
    return is_year && ends_running(source, i);
}

/* 'Inspection findings' may begin each of a report's chapters, and a page with it. */
static int is_often_heading(const ofs_source *source, const ofs_headings *headings, ofs_str text, const entry *found)
{
    return found->count * 2 < source->pages && ofs_is_upper(*text.p) && ofs_is_heading(headings, text);
}

/* The line runs through the document: it stands on many pages, or at the foot of each. */
static int runs(const ofs_source *source, const ofs_headings *headings, const table *seen, const candidate *at)
{
    const entry *found = find(seen, at->key);
    int often = found->count >= enough(source) || (source->pages > 1 && found->feet >= source->pages);
    if (found->key != at->key || !often || is_title(source, at->line, found))
        return 0;
    ofs_str text = ofs_line_text(source, &source->lines[at->line]);
    return (is_telling(text, at->letters) || ends_running(source, at->line)) &&
           !is_often_heading(source, headings, text, found);
}

/* The number that stands alone among the first or last lines of a page, which line i is on; 0: none does. */
static uint32_t number_of_page(const ofs_source *source, uint32_t i)
{
    uint32_t first = i, end = i + 1, page = source->lines[i].page;
    while (first && source->lines[first - 1].page == page)
        first--;
    while (end < source->line_count && source->lines[end].page == page)
        end++;
    uint32_t number = 0;
    for (uint32_t k = first; k < end && !number; k++)
        if (k < first + EDGE_LINES || k + EDGE_LINES >= end)
            number = ofs_page_number(ofs_line_text(source, &source->lines[k]));
    return number;
}

/* 'joint agency information4': pdftotext takes the page's number for the rest of a word whose hyphen ends the page. A page
 * that has no number of its own, between others that have, ends with it. */
static void cut_glued_number(ofs_source *source, uint32_t i)
{
    ofs_line *line = &source->lines[i];
    ofs_str text = ofs_line_text(source, line);
    uint32_t digits, first = i;
    if (!has_page_marks(source) || i + 1 == source->line_count || line[1].page == line->page)
        return;
    uint32_t number = ofs_ending_number(text, MOST_DIGITS, &digits), n = text.n - digits;
    if (n < 2 || digits == MOST_DIGITS || !ofs_is_lower(text.p[n - 1]) || !ofs_is_lower(text.p[n - 2]) ||
        !ofs_starts_lower(ofs_line_text(source, line + 1)))
        return;
    while (first && source->lines[first - 1].page == line->page)
        first--;
    if (first && !number_of_page(source, i) && number_of_page(source, i + 1) == number + 1 &&
        (number_of_page(source, first - 1) == number - 1 || number == 2)) /* the first page may have none */
        line->end = line->start + n;
}

/* Line i, of one or two digits, and the one before it: a footnote's mark may stand above the page's number. */
static int are_numbers(const ofs_source *source, uint32_t i)
{
    const ofs_line *line = &source->lines[i];
    return i && line->end - line->start <= 2 && line[-1].end - line[-1].start <= 2 && line[-1].page == line->page;
}

static void mark(ofs_source *source, const ofs_headings *headings, const table *seen)
{
    const ofs_line *end = source->lines + source->line_count;
    for (ofs_line *line = source->lines; line < end; line++) {
        if (!ofs_is_digit(source->text.p[line->end - 1]) || line->kind != OFS_LINE_UNKNOWN)
            continue;
        uint32_t i = (uint32_t)(line - source->lines);
        source->has_low_marks |= are_numbers(source, i);
        if (is_contents(ofs_line_text(source, line)))
            line->kind = OFS_LINE_CONTENTS;
        else
            cut_glued_number(source, i);
    }
    for (uint32_t i = 0; i < seen->count; i++) {
        ofs_line *line = &source->lines[seen->lines[i].line];
        ofs_str text = ofs_line_text(source, line);
        if (line->kind == OFS_LINE_UNKNOWN && ((source->pages && ofs_page_number(text)) ||
                                               (seen->lines[i].key && runs(source, headings, seen, &seen->lines[i])) ||
                                               ends_running_dates(source, seen->lines[i].line, text)))
            line->kind = OFS_LINE_ARTIFACT;
    }
}

static int is_running(const ofs_source *source, uint32_t i)
{
    return i < source->line_count && source->lines[i].kind == OFS_LINE_ARTIFACT;
}

/* Of a running line's words and of those of the line that is `down` below it; 0: this may not be the rest of it, wrapped. */
static uint32_t wrapped_key(const ofs_source *source, const candidate *at, uint32_t down)
{
    uint32_t i = at->line + down, letters, key;
    if (!at->key || at->letters < LEAST_RUNNING_LETTERS || !is_running(source, at->line) ||
        !is_running(source, i - 1) ||
        (!is_running(source, i) && (i >= source->line_count || source->lines[i].kind != OFS_LINE_UNKNOWN)))
        return 0;
    key = (ofs_letters_key(ofs_line_text(source, &source->lines[i]), &letters) + down) * 31 + at->key;
    return letters ? key : 0;
}

/* In text without page marks: where the same words stand below most of a running title, they are the rest of it. */
static void mark_wrapped(ofs_source *source, const table *seen, uint32_t down)
{
    for (uint32_t i = 0; i < seen->count; i++) {
        uint32_t key = wrapped_key(source, &seen->lines[i], down);
        entry *found = key ? find(seen, key) : NULL;
        if (found && (!found->key || found->key == key)) {
            found->key = key;
            found->count++;
        }
    }
    for (uint32_t i = 0; i < seen->count; i++) {
        uint32_t key = wrapped_key(source, &seen->lines[i], down);
        const entry *found = key ? find(seen, key) : NULL;
        if (found && found->key == key && found->count >= enough(source) &&
            found->count * 2 >= find(seen, seen->lines[i].key)->count)
            source->lines[seen->lines[i].line + down].kind = OFS_LINE_ARTIFACT;
    }
}

/* 'they have wellInspection of Exford': pdftotext takes a running title for the rest of a word whose hyphen ends the page. The
 * line ends before it. */
static void cut_glued(ofs_source *source, const table *seen, ofs_line *line)
{
    ofs_str text = ofs_line_text(source, line);
    uint32_t letters;
    for (uint32_t at = 1; at < text.n; at++) {
        if (!ofs_is_upper(text.p[at]) || !ofs_is_lower(text.p[at - 1]))
            continue;
        ofs_str rest = {text.p + at, text.n - at};
        if (!ofs_begins_with(rest, OFS_RUNNING_TITLES))
            continue;
        uint32_t key = ofs_letters_key(rest, &letters);
        const entry *found = find(seen, key);
        if (found->key == key && found->count >= enough(source))
            line->end = line->start + at;
        return;
    }
}

/* The line below is the rest of a running title, its dates or the page's number. */
static void cut_all_glued(ofs_source *source, const table *seen)
{
    for (uint32_t i = 0; i < seen->count; i++) {
        ofs_line *line = &source->lines[seen->lines[i].line];
        if (line->kind == OFS_LINE_UNKNOWN && seen->lines[i].line + 1 < source->line_count &&
            line[1].kind == OFS_LINE_ARTIFACT && line[1].end - line[1].start <= LONGEST_DATES)
            cut_glued(source, seen, line);
    }
}

/* 'Executive summary<tab>6': with a tab or a space for the dots, told only by the heading 'Contents' above. */
static int ends_in_page_number(ofs_str text)
{
    uint32_t i = text.n;
    while (i && ofs_is_digit(text.p[i - 1]))
        i--;
    return i && i < text.n && text.n - i <= 3 &&
           (text.p[i - 1] == '\t' || text.p[i - 1] == ' ' || text.p[i - 1] == '.');
}

/* The line may stand in the contents, the last entry of which ends at line `last`: their titles may stand together, apart
 * from their numbers. */
static int may_be_entry(const ofs_source *source, uint32_t heading, uint32_t last, uint32_t i)
{
    const ofs_line *line = &source->lines[i];
    if (i <= last + MOST_BETWEEN)
        return 1;
    return source->pages && line->page == source->lines[heading].page && i <= last + MOST_TITLES_APART &&
           !memchr(".,;", source->text.p[line->end - 1], 3);
}

/* The last line of the run below `heading` that ends in a page number, or is one: a line between two of them is a
 * wrapped one. `heading` where there are too few. */
static uint32_t last_numbered(const ofs_source *source, uint32_t heading)
{
    uint32_t last = heading, entries = 0, highest = 0;
    for (uint32_t i = heading + 1;
         i < source->line_count && may_be_entry(source, heading, last, i) && i <= heading + MOST_CONTENTS; i++) {
        const ofs_line *line = &source->lines[i];
        int skipped = line->kind == OFS_LINE_ARTIFACT;
        if (line->kind != OFS_LINE_UNKNOWN && line->kind != OFS_LINE_CONTENTS && !skipped)
            break;
        ofs_str text = ofs_line_text(source, line);
        if (!skipped && !ends_in_page_number(text) && !ofs_page_number(text))
            continue;
        uint32_t digits, number = ofs_ending_number(text, MOST_DIGITS, &digits);
        if (!skipped && number < highest && (i > last + MOST_BETWEEN || line->page != source->lines[heading].page))
            continue; /* a footnote's mark overleaf, or the page's own */
        highest = number > highest && !skipped ? number : highest;
        entries += !skipped;
        last = i;
    }
    return entries < LEAST_ENTRIES ? heading : last;
}

/* Contents that lost their numbers: short lines without a stop, up to where the first of them stands again, as the
 * report's first heading. */
static uint32_t last_unnumbered(const ofs_source *source, uint32_t heading)
{
    uint32_t again = heading, first = heading + 1;
    for (uint32_t i = first; i < source->line_count && i <= heading + MOST_CONTENTS; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str text = ofs_line_text(source, line);
        if (text.n > LONGEST_ENTRY || strchr(".,;", text.p[text.n - 1]))
            break;
        if (i >= first + LEAST_ENTRIES && ofs_equal(text, ofs_line_text(source, &source->lines[first])))
            again = i;
    }
    return again == heading ? heading : again - 1;
}

static void mark_contents(ofs_source *source, uint32_t heading)
{
    uint32_t last = last_numbered(source, heading);
    if (last == heading)
        last = last_unnumbered(source, heading);
    for (uint32_t i = heading; i <= last && last > heading; i++)
        if (source->lines[i].kind == OFS_LINE_UNKNOWN)
            source->lines[i].kind = OFS_LINE_CONTENTS;
}

/* What Ofsted's letterhead prints on a line; a line of prose is longer. */
static int is_letterhead(const ofs_source *source, const ofs_beginnings *letterhead, uint32_t i)
{
    ofs_str text = ofs_line_text(source, &source->lines[i]);
    return text.n <= LONGEST_LETTERHEAD && ofs_may_begin_one(letterhead, text) &&
           source->lines[i].kind == OFS_LINE_UNKNOWN && ofs_begins_with(text, OFS_LETTERHEAD);
}

/* 'fsted', ',Ofsted', '12 Ofsted': the first line of a letterhead that stands below a page's text, where an extractor put
 * another character beside it. */
static int is_damaged_name(const ofs_source *source, uint32_t i)
{
    static const char end[] = "fsted";
    const uint32_t n = sizeof end - 1;
    ofs_str text = ofs_line_text(source, &source->lines[i]);
    return text.n >= n && text.n <= LONGEST_NAME && source->lines[i].kind == OFS_LINE_UNKNOWN &&
           memcmp(text.p + text.n - n, end, n) == 0;
}

/* The words of the logo, which OCR reads above all others. */
static void mark_logo(ofs_source *source)
{
    uint32_t motto = source->line_count && ofs_is_phrase(ofs_line_text(source, &source->lines[0]), "ofsted"),
             end = motto;
    while (end < source->line_count && source->lines[end].kind == OFS_LINE_UNKNOWN &&
           ofs_begins_with(ofs_line_text(source, &source->lines[end]), OFS_LOGO))
        end++;
    for (uint32_t i = 0; end > motto && i < end; i++)
        source->lines[i].kind = OFS_LINE_ARTIFACT;
}

/* The first line that is none of the page's own is the letter's salutation: its date and address are not above it. */
static int begins_with_salutation(const ofs_source *source, uint32_t end)
{
    uint32_t i = 0;
    while (i < end && source->lines[i].kind == OFS_LINE_ARTIFACT)
        i++;
    return i < end && ofs_phrase_at(ofs_line_text(source, &source->lines[i]), "dear ");
}

/* A letter's date, with the address below it, that an extractor put at the end of the first page with the letterhead. */
static void mark_late_head(ofs_source *source, uint32_t i)
{
    ofs_found_date found;
    const ofs_line *first = source->lines;
    if (i >= source->line_count || !first[i].page || first[i].page != first->page || first[i].kind != OFS_LINE_UNKNOWN)
        return;
    ofs_str text = ofs_line_text(source, &first[i]);
    if (!ofs_find_date(text, 0, &found) || found.at.start || found.at.end < text.n || !found.date.year ||
        !begins_with_salutation(source, i))
        return;
    source->late_head = first[i].start;
    for (; i < source->line_count && source->lines[i].page == first->page; i++)
        if (source->lines[i].kind == OFS_LINE_UNKNOWN)
            source->lines[i].kind = OFS_LINE_ARTIFACT;
}

/* The letterhead, wherever an extractor put it: nothing but its own lines, at least LEAST_LETTERHEAD in a row, so that
 * the last of as many is looked at first. */
static void mark_letterhead(ofs_source *source, const ofs_beginnings *known)
{
    for (uint32_t i = 0, last = LEAST_LETTERHEAD - 1; last < source->line_count; last = i + LEAST_LETTERHEAD - 1) {
        uint32_t end = last + 1, start = end;
        while (start > i && is_letterhead(source, known, start - 1))
            start--;
        if (start > i) { /* a run of them holds none before this one */
            i = start;
            continue;
        }
        while (end < source->line_count && is_letterhead(source, known, end))
            end++;
        i -= i && is_damaged_name(source, i - 1);
        for (; i < end; i++)
            source->lines[i].kind = OFS_LINE_ARTIFACT;
        mark_late_head(source, end);
    }
}

/* A running title, the number of lines that have its letters, and the first of these. */
typedef struct running {
    uint32_t key, count, first;
} running;

/* 'Inspection of Exford local authority children's services, 3 to 7 June 2024 5' among paragraphs: its place in `titles`, a
 * free one for a new one, or NULL. */
static running *running_title(const ofs_source *source, uint32_t i, running *titles)
{
    const ofs_line *line = &source->lines[i];
    ofs_str text = ofs_line_text(source, line);
    uint32_t letters, at = 0;
    int is_flow = line->kind == OFS_LINE_UNKNOWN || line->kind == OFS_LINE_PARA || line->kind == OFS_LINE_HEADING;
    if (!is_flow || !ofs_is_upper(*text.p) || text.n > LONGEST_RUNNING_LINE ||
        !ofs_has_one_of(text, OFS_RUNNING_TITLES)) /* the council's name may stand before it */
        return NULL;
    uint32_t key = ofs_letters_key(text, &letters);
    while (at < MOST_TITLES && titles[at].key && titles[at].key != key)
        at++;
    if (at == MOST_TITLES)
        return NULL;
    titles[at].key = key;
    return &titles[at];
}

/* The dates or the page's number below a running title. */
static int is_below_title(ofs_str text)
{
    return text.n <= LONGEST_DATES && ofs_is_digit(text.p[0]) && ofs_is_digit(text.p[text.n - 1]) &&
           ofs_find_byte(text.p, text.p + text.n, '.') == text.p + text.n;
}

/* Pages that a program made of printed ones, block by block, have their running titles among the paragraphs. The first of all
 * is the cover's. */
void ofs_infer_running_titles(ofs_source *source)
{
    running titles[MOST_TITLES] = {{0}}, *found;
    if (!source->is_given && !source->is_markdown)
        return;
    for (uint32_t i = 0; i < source->line_count; i++) {
        found = running_title(source, i, titles);
        if (found && !found->count++)
            found->first = i;
    }
    for (uint32_t i = 0; i < source->line_count; i++) {
        found = running_title(source, i, titles);
        if (!found || found->count < LEAST_PAGES || i == titles[0].first)
            continue;
        source->lines[i].kind = OFS_LINE_ARTIFACT;
        for (uint32_t k = i + 1; k < source->line_count && k <= i + MOST_BELOW_TITLE; k++)
            if (source->lines[k].kind != OFS_LINE_CELL && is_below_title(ofs_line_text(source, &source->lines[k])))
                source->lines[k].kind = OFS_LINE_ARTIFACT;
    }
}

void ofs_infer_furniture(ofs_source *source, const ofs_headings *headings, const ofs_printed *printed)
{
    table seen = {.size = 64};
    const ofs_line *end = source->lines + source->line_count;
    for (const ofs_line *line = source->lines; line < end; line++)
        if ((source->text.p[line->start] | 0x20) == 'c' && line->kind == OFS_LINE_UNKNOWN &&
            ofs_is_phrase(ofs_line_text(source, line), "contents"))
            mark_contents(source, (uint32_t)(line - source->lines));
    mark_logo(source);
    mark_letterhead(source, &printed->letterhead);
    count_lines(source, &printed->running_titles, &seen);
    mark(source, headings, &seen);
    for (uint32_t down = 1; down <= MOST_WRAPPED && !has_page_marks(source); down++)
        mark_wrapped(source, &seen, down);
    cut_all_glued(source, &seen);
}
