/* footnotes.c: finds footnotes in text that does not mark them: a raised mark, or the next mark in turn, and text from
 * there to the page's end (without pages: a paragraph whose mark is glued to a word before it).
 *
 * Only lines of unknown kind (and a lone mark that was taken for a page number). May not take a line for a footnote
 * whose number is not the next one. */
#include "infer/infer.h"

#include "base/sentences.h"
#include "outline/publisher.h"

#include <string.h>

enum {
    MOST_NOTE_LINES = 10,
    LEAST_NOTE_TEXT = 30,
    LEAST_CALLED_TEXT = 4,
    FURTHEST_CALL = 60,
    NEAR_MARK = 4, /* lines */
    MOST_DIGITS = 3
};

typedef struct notes {
    ofs_source *source;
    uint32_t expected, element;
    uint32_t last_end; /* the line after the last footnote */
    const ofs_beginnings *known; /* of the notes that report after report prints */
} notes;

/* A digit or the first two bytes of a raised one. */
static int may_begin_mark(ofs_str text)
{
    return text.n &&
           (ofs_is_digit(*text.p) || *text.p == '\xC2' || (*text.p == '\xE2' && text.n > 1 && text.p[1] == '\x81'));
}

/* A mark at the line's start: its number and its bytes; raised digits say so themselves. */
static uint32_t mark_at(ofs_str text, uint32_t *length, int *raised)
{
    uint32_t number = 0, i = 0, c;
    *raised = 0;
    *length = 0;
    if (!may_begin_mark(text))
        return 0;
    while (i < text.n && number < 100) {
        uint32_t n = ofs_utf8_next(text.p + i, text.p + text.n, &c);
        uint32_t digit = ofs_raised_digit(c);
        if (digit < 10)
            *raised = 1;
        else if (!*raised && ofs_is_digit((int)c))
            digit = c - '0';
        else
            break;
        number = number * 10 + digit;
        i += n;
    }
    *length = i;
    return number;
}

static uint32_t line_length(const notes *n, uint32_t i)
{
    return n->source->lines[i].end - n->source->lines[i].start;
}

/* In text that has lost its form feeds: the page ends before line i, and a paragraph that the footnote has split goes
 * on. A space is left of the form feed, or the footnote ended on a line shorter than the paragraph's. */
static int begins_next_page(const notes *n, uint32_t first, uint32_t i)
{
    const ofs_source *source = n->source;
    if (source->pages || !first || i >= source->line_count ||
        !ofs_starts_lower(ofs_line_text(source, &source->lines[i])))
        return 0;
    return source->lines[i].left == source->lines[first].left + 1 ||
           line_length(n, i - 1) * 6 < line_length(n, first - 1) * 5;
}

static int is_lone_mark(const notes *n, uint32_t i)
{
    uint32_t length;
    int raised;
    ofs_str text = ofs_line_text(n->source, &n->source->lines[i]);
    return mark_at(text, &length, &raised) && length == text.n;
}

/* Line i is an item of a list or a numbered paragraph, or, in text that has lost its form feeds, a page's number. */
static int is_no_note(const notes *n, uint32_t i)
{
    uint32_t length;
    ofs_str text = i < n->source->line_count ? ofs_line_text(n->source, &n->source->lines[i]) : OFS_NO_STR;
    if (!text.n)
        return 0;
    if (is_lone_mark(n, i))
        return !n->source->pages;
    return ofs_bullet_label(text) ||
           (ofs_number_label(text, &length) && length < text.n && ofs_is_upper(text.p[length]));
}

/* A mark that stands higher than its line leaves a gap below that line, too. */
static int goes_on_below_gap(const ofs_source *source, const ofs_line *line)
{
    return ofs_starts_lower(ofs_line_text(source, line)) && !ofs_ends_sentence(ofs_line_text(source, line - 1));
}

/* The lines from `first` that can be one footnote's, up to the page's end, an artifact, or, in text without page
 * marks, the next gap. */
static uint32_t note_end(const notes *n, uint32_t first)
{
    const ofs_source *source = n->source;
    uint32_t i = first + 1, stop = source->line_count;
    if (stop - first > MOST_NOTE_LINES + 1)
        stop = first + MOST_NOTE_LINES + 1; /* longer ones are none, so where they would end does not matter */
    for (; i < stop; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str text = ofs_line_text(source, line);
        uint32_t length;
        int raised;
        if (line->kind != OFS_LINE_UNKNOWN || line->page != source->lines[first].page)
            break;
        if (((line->flags & OFS_LINE_GAP) &&
             (!source->pages || !is_lone_mark(n, first) || (i > first + 1 && !goes_on_below_gap(source, line)))) ||
            begins_next_page(n, first, i) || (!is_lone_mark(n, first) && is_no_note(n, i)))
            break;
        if (mark_at(text, &length, &raised) == n->expected + 1 &&
            (raised || ofs_ends_sentence(ofs_line_text(source, line - 1)) ||
             !ofs_starts_lower(ofs_trim((ofs_str){text.p + length, text.n - length}))))
            break;
    }
    return i;
}

static int begins_note(const notes *n, uint32_t i, uint32_t mark)
{
    uint32_t length;
    int raised;
    return mark_at(ofs_line_text(n->source, &n->source->lines[i]), &length, &raised) == mark;
}

static int begins_next_note(const notes *n, uint32_t i)
{
    return begins_note(n, i, n->expected + 1);
}

/* What is left of the page after the footnote is furniture or another footnote. */
static int ends_page(const notes *n, uint32_t end)
{
    const ofs_source *source = n->source;
    if (end >= source->line_count || source->lines[end].page != source->lines[end - 1].page)
        return 1;
    return source->lines[end].kind == OFS_LINE_ARTIFACT || begins_next_note(n, end);
}

/* A mark may stand at byte i: after a word or a bracket; after the stop or comma of a word where `stops` says so. */
static int may_stand(ofs_str text, uint32_t i, int stops)
{
    char last = text.p[i - 1];
    if (last == '.' || last == ',')
        return stops && i > 1 && (ofs_is_letter(text.p[i - 2]) || text.p[i - 2] == ')');
    return ofs_is_letter(last) || last == ')' || last == '?';
}

/* 'Children Board1', 'in care.1': the mark is glued to the text. */
static int calls(ofs_str text, uint32_t mark, int stops)
{
    for (uint32_t i = 1; i < text.n; i++) {
        if (!ofs_is_digit(text.p[i]) || !may_stand(text, i, stops))
            continue;
        uint32_t digits, number = ofs_leading_number((ofs_str){text.p + i, text.n - i}, 2, &digits), k = i + digits;
        if (number == mark && (k == text.n || (!ofs_is_digit(text.p[k]) && !ofs_is_letter(text.p[k]))))
            return 1;
    }
    return 0;
}

/* Without page marks: a paragraph of its own, or below another footnote; its mark is glued to text shortly before. A
 * mark alone in its line may be a page's number, so less is taken for granted. */
static int is_called(const notes *n, uint32_t first, uint32_t end)
{
    const ofs_source *source = n->source;
    int lone = is_lone_mark(n, first), gap = (source->lines[first].flags & OFS_LINE_GAP) != 0;
    int ends = end >= source->line_count || (source->lines[end].flags & OFS_LINE_GAP) ||
               begins_next_page(n, first, end) || (!lone && (begins_next_note(n, end) || is_no_note(n, end)));
    int alone = ends && (gap || (!lone && first == n->last_end));
    for (uint32_t i = first > FURTHEST_CALL ? first - FURTHEST_CALL : 0; alone && i < first; i++)
        if (calls(ofs_line_text(source, &source->lines[i]), n->expected, !lone))
            return 1;
    return 0;
}

/* A line above, on the same page, has the mark glued to a word. */
static int is_called_above(const notes *n, uint32_t first, uint32_t mark)
{
    const ofs_line *lines = n->source->lines;
    for (uint32_t i = first; i && lines[i - 1].page == lines[first].page; i--)
        if (calls(ofs_line_text(n->source, &lines[i - 1]), mark, 1))
            return 1;
    return 0;
}

/* It is called above, or the footnote before it is right above. */
static int is_called_on_page(const notes *n, uint32_t first)
{
    return (first && first == n->last_end) || is_called_above(n, first, n->expected);
}

/* The number of line i where it is a lone mark and no raised one, which would say so itself; else 0. */
static uint32_t lone_number(const notes *n, uint32_t i)
{
    uint32_t length;
    int raised;
    ofs_str text = ofs_line_text(n->source, &n->source->lines[i]);
    return text.n <= 2 && ofs_is_digit(*text.p) && is_lone_mark(n, i) ? mark_at(text, &length, &raised) : 0;
}

/* From line i on the marks of the next footnotes stand on lines of their own, in turn, up to the page's number or its end. */
static int next_stand_in_turn(const notes *n, uint32_t i)
{
    const ofs_line *lines = n->source->lines;
    uint32_t next = n->expected + 1, page = lines[i - 1].page;
    for (; i < n->source->line_count && lines[i].page == page; i++) {
        uint32_t number = lone_number(n, i);
        if (number == next)
            next++;
        else if (number)
            return next > n->expected + 2 && (i + 1 == n->source->line_count || lines[i + 1].page != page);
    }
    return next > n->expected + 2;
}

static int is_known_note(const notes *n, ofs_str text)
{
    return ofs_may_begin_one(n->known, text) && ofs_begins_with(text, OFS_NOTES);
}

/* A footnote that is known by its words stands further down the page, without a mark: this one is its own, and what is
 * between them the page's text. */
static int is_known_below(const notes *n, uint32_t mark)
{
    const ofs_line *lines = n->source->lines;
    for (uint32_t i = mark + 2; i < n->source->line_count && i - mark < FURTHEST_CALL; i++) {
        if (lines[i].page != lines[mark].page || lone_number(n, i))
            return 0;
        if (is_known_note(n, ofs_line_text(n->source, &lines[i])))
            return 1;
    }
    return 0;
}

/* At line i the next footnote begins, which is known by its words. */
static int is_known_next(const notes *n, uint32_t i)
{
    uint32_t length;
    int raised;
    ofs_str text = i < n->source->line_count ? ofs_line_text(n->source, &n->source->lines[i]) : OFS_NO_STR;
    return mark_at(text, &length, &raised) == n->expected + 1 &&
           is_known_note(n, ofs_trim((ofs_str){text.p + length, text.n - length}));
}

static int is_note(const notes *n, uint32_t first, uint32_t end, uint32_t mark, int raised)
{
    const ofs_source *source = n->source;
    int lone = is_lone_mark(n, first); /* it may have stood below its text */
    if (lone && (end == first + 1 || is_known_below(n, first)))
        return 0;
    uint32_t start = lone ? source->lines[first + 1].start : source->lines[first].start + mark;
    ofs_str text = ofs_trim((ofs_str){source->text.p + start, source->lines[end - 1].end - start});
    if (text.n < LEAST_CALLED_TEXT || end - first > MOST_NOTE_LINES || ofs_starts_lower(text) ||
        strchr(".,;:)%", text.p[0]) || (lone && ofs_bullet_label(text)))
        return 0; /* a mark that PDFium parts from the heading above it stands above the heading's list */
    int ends = source->pages && ends_page(n, end);
    int is_apart = lone || (source->lines[first].flags & OFS_LINE_GAP) || first == n->last_end;
    if (ends && is_apart && is_called_on_page(n, first)) /* 'Source: ONS 2011' */
        return 1;
    if (ends && lone && n->expected > 1 && next_stand_in_turn(n, end))
        return 1;
    if (is_known_next(n, end) && is_called_above(n, first, n->expected))
        return 1;
    if (text.n < LEAST_NOTE_TEXT)
        return 0;
    if (is_called(n, first, end) && (ofs_ends_sentence(text) || begins_next_page(n, first, end)))
        return 1;
    return raised || (ends && ofs_ends_sentence(text));
}

static void take(notes *n, uint32_t first, uint32_t end)
{
    n->element++;
    n->expected++;
    n->last_end = end;
    for (uint32_t i = first; i < end; i++) {
        n->source->lines[i].kind = OFS_LINE_NOTE;
        n->source->lines[i].element = n->element;
    }
}

/* The line ends a sentence, or the page where the next one does not go on with it. */
static int ends_sentence_or_page(const notes *n, uint32_t i)
{
    const ofs_source *source = n->source;
    if (ofs_ends_sentence(ofs_line_text(source, &source->lines[i])))
        return 1;
    return source->pages && ends_page(n, i + 1) &&
           (i + 1 == source->line_count || !ofs_starts_lower(ofs_line_text(source, &source->lines[i + 1])));
}

/* A footnote that report after report prints, behind its mark of so many bytes, below it or without one: the line after
 * its end, or 0. */
static uint32_t known_note_end(const notes *n, uint32_t first, uint32_t mark)
{
    const ofs_source *source = n->source;
    ofs_str text = ofs_line_text(source, &source->lines[first]);
    uint32_t i = first;
    if (mark)
        text = ofs_trim((ofs_str){text.p + mark, text.n - mark});
    if (!text.n && ++i < source->line_count)
        text = ofs_line_text(source, &source->lines[i]);
    if (!is_known_note(n, text))
        return 0;
    for (uint32_t stop = i + MOST_NOTE_LINES; i < stop && i < source->line_count; i++)
        if (source->lines[i].kind != OFS_LINE_UNKNOWN || source->lines[i].page != source->lines[first].page)
            return 0;
        else if (ends_sentence_or_page(n, i))
            return i + 1;
    return 0;
}

/* A lone number on top of a page is the page's own: below it stands what the page holds, maybe all in few lines. */
static int tops_page(const notes *n, uint32_t first)
{
    const ofs_line *line = &n->source->lines[first];
    return n->source->pages && is_lone_mark(n, first) && (!first || line[-1].page != line->page);
}

/* The line after the end of the note whose mark may begin this line, or 0. */
static uint32_t end_of_note_at(const notes *n, uint32_t first)
{
    const ofs_line *line = &n->source->lines[first];
    ofs_str text = ofs_line_text(n->source, line);
    uint32_t length, number, end;
    int raised;
    number = mark_at(text, &length, &raised);
    if ((end = known_note_end(n, first, length)) != 0)
        return end;
    if (number != n->expected || (line->kind == OFS_LINE_ARTIFACT && length < text.n) || tops_page(n, first))
        return 0;
    end = note_end(n, first);
    return is_note(n, first, end, length, raised) ? end : 0;
}

/* '2' right above '2 The Children Act …': the mark that called it, parted from the word before it. */
static int is_call_above_note(const notes *n, uint32_t i)
{
    const ofs_line *line = &n->source->lines[i];
    if (i + 1 == n->source->line_count || lone_number(n, i) != n->expected || line[1].page != line->page)
        return 0;
    return begins_note(n, i + 1, n->expected) && !is_lone_mark(n, i + 1) && end_of_note_at(n, i + 1);
}

/* The line before the page's number, which ends the page. */
static int stands_above_page_number(const notes *n, uint32_t i)
{
    const ofs_line *lines = n->source->lines;
    return i + 1 < n->source->line_count && lines[i + 1].page == lines[i].page && lone_number(n, i + 1) &&
           ends_page(n, i + 2) && (i + 2 == n->source->line_count || lines[i + 2].page != lines[i].page);
}

/* The line is longer than all above it on the page: a footnote's type is smaller. */
static int is_in_smaller_type(const notes *n, uint32_t i)
{
    const ofs_line *lines = n->source->lines;
    uint32_t k = i;
    while (k && lines[k - 1].page == lines[i].page && line_length(n, k - 1) < line_length(n, i))
        k--;
    return !k || lines[k - 1].page != lines[i].page;
}

/* The mark stands on a line of its own shortly above line i. */
static int has_mark_above(const notes *n, uint32_t i, uint32_t mark)
{
    uint32_t first = i > MOST_NOTE_LINES ? i - MOST_NOTE_LINES : 0;
    while (i > first && lone_number(n, i - 1) != mark)
        i--;
    return mark && i > first;
}

/* The first line of the text of footnote `mark`, which ends above line `end`: below a gap, or where others follow it
 * (`is_first`) below the text of the one before or in smaller type. `end` where there is none. */
static uint32_t text_above(const notes *n, uint32_t end, uint32_t mark, int is_first)
{
    const ofs_line *lines = n->source->lines;
    if (is_first && mark > 1 && end > 2 && lone_number(n, end - 3) == mark - 1)
        return end - 1; /* two lines for two of them */
    int follows = is_first && has_mark_above(n, end, mark - 1);
    for (uint32_t i = end; i > 1 && end - i < MOST_NOTE_LINES && lines[i - 1].page == lines[end].page; i--) {
        const ofs_line *line = &lines[i - 1];
        ofs_str text = ofs_line_text(n->source, line), above = ofs_line_text(n->source, line - 1);
        if (line->kind != OFS_LINE_UNKNOWN || lone_number(n, i - 1))
            break;
        if (!ofs_is_upper(*text.p) || !ofs_ends_sentence(above))
            continue;
        int is_apart = (line->flags & OFS_LINE_GAP) || follows || (is_first && is_in_smaller_type(n, i - 1));
        return is_apart ? i - 1 : end; /* else what stands above may be the page's own text */
    }
    return end;
}

/* The line of the mark that follows `mark` on the page, where those after it stand in turn up to line i; i where no mark
 * stands between; 0: others do. */
static uint32_t next_mark_above(const notes *n, uint32_t i, uint32_t mark)
{
    const ofs_line *lines = n->source->lines;
    uint32_t found = i, last = 0;
    for (uint32_t k = i; k && i - k < FURTHEST_CALL && lines[k - 1].page == lines[i].page; k--) {
        uint32_t number = lone_number(n, k - 1);
        if (!number)
            continue;
        if (number <= mark || (last && number + 1 != last))
            break;
        found = k - 1;
        last = number;
        if (number == mark + 1)
            return found;
    }
    return last ? 0 : i;
}

/* The line moves to another place among those between. */
static void move_line(ofs_line *lines, uint32_t from, uint32_t to)
{
    ofs_line moved = lines[from];
    if (from < to)
        memmove(lines + from, lines + from + 1, (to - from) * sizeof *lines);
    else
        memmove(lines + to + 1, lines + to, (from - to) * sizeof *lines);
    moved.flags |= OFS_LINE_GAP;
    moved.kind = OFS_LINE_UNKNOWN;
    lines[to] = moved;
}

/* pdftotext puts the mark of a page's first footnote below the last one. It goes back above its text. */
static void raise_mark(notes *n, uint32_t i)
{
    ofs_line *lines = n->source->lines;
    uint32_t mark = lone_number(n, i), next = mark && stands_above_page_number(n, i) ? next_mark_above(n, i, mark) : 0;
    uint32_t first = next ? text_above(n, next, mark, next < i) : 0;
    if (!next || first == next)
        return;
    if (next == i && !is_called_above(n, first, mark))
        return; /* nothing but the place of the number speaks for it */
    move_line(lines, i, first);
}

/* The mark of a footnote that is known by its words stands apart from it: above, as pdftotext puts a cover's above the last
 * grade and others among the words that call them, or below, before the page's number. It goes right above the footnote,
 * whose lines change with it. */
static void fetch_mark(notes *n, uint32_t *first, uint32_t *end)
{
    ofs_line *lines = n->source->lines;
    uint32_t page = lines[*first].page, least = *first > FURTHEST_CALL ? *first - FURTHEST_CALL : 0;
    for (uint32_t i = *first; i > least && lines[i - 1].page == page; i--) {
        if (lone_number(n, i - 1) != n->expected || tops_page(n, i - 1))
            continue;
        if (*first - i < NEAR_MARK || is_called_above(n, *first, n->expected))
            move_line(lines, i - 1, --*first);
        return;
    }
    if (*end < n->source->line_count && lines[*end].page == page && lone_number(n, *end) == n->expected &&
        stands_above_page_number(n, *end))
        move_line(lines, (*end)++, *first);
}

/* '12. There': no mark, which has no full stop behind it. */
static int is_paragraph_number(ofs_str text)
{
    uint32_t digits;
    ofs_leading_number(text, MOST_DIGITS, &digits);
    return digits && digits < text.n && text.p[digits] == '.';
}

void ofs_infer_footnotes(ofs_source *source, uint32_t element, const ofs_printed *printed)
{
    notes n = {.source = source, .expected = 1, .element = element, .known = &printed->notes};
    for (uint32_t i = 1; source->pages && source->has_low_marks && i < source->line_count; i++)
        if (source->lines[i].end - source->lines[i].start <= 2)
            raise_mark(&n, i);
    for (uint32_t i = 0; i < source->line_count; i++) {
        ofs_line *line = &source->lines[i];
        ofs_str text = ofs_line_text(source, line);
        uint32_t first = i, end = 0;
        if (ofs_is_lower(*text.p) || (line->kind != OFS_LINE_UNKNOWN && line->kind != OFS_LINE_ARTIFACT))
            continue; /* nearly every line begins with a small letter */
        if (!may_begin_mark(text)) {
            end = ofs_may_begin_one(n.known, text) ? known_note_end(&n, i, 0) : 0;
            if (end)
                fetch_mark(&n, &first, &end);
        } else if (is_paragraph_number(text)) {
            continue;
        } else if (is_call_above_note(&n, i)) {
            line->kind = OFS_LINE_ARTIFACT;
        } else {
            end = end_of_note_at(&n, i);
        }
        if (!end)
            continue;
        take(&n, first, end);
        i = end - 1;
    }
}
