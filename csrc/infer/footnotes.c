/* footnotes.c: finds footnotes in text that does not mark them: a raised mark, or the next mark in turn, and text from
 * there to the page's end (without pages: a paragraph whose mark is glued to a word before it).
 *
 * Only lines of unknown kind (and a lone mark that was taken for a page number). May not take a line for a footnote
 * whose number is not the next one. */
#include "infer/infer.h"

#include "base/sentences.h"
#include "outline/publisher.h"

#include <string.h>

enum { MOST_NOTE_LINES = 10, LEAST_NOTE_TEXT = 30, LEAST_CALLED_TEXT = 4, FURTHEST_CALL = 60 };

typedef struct notes {
    ofs_source *source;
    uint32_t expected, element;
    uint32_t last_end; /* the line after the last footnote */
    ofs_beginnings known; /* of the notes that report after report prints */
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
        if (((line->flags & OFS_LINE_GAP) && (!source->pages || i > first + 1 || !is_lone_mark(n, first))) ||
            begins_next_page(n, first, i) || (!is_lone_mark(n, first) && is_no_note(n, i)))
            break;
        if (mark_at(text, &length, &raised) == n->expected + 1 &&
            (raised || ofs_ends_sentence(ofs_line_text(source, line - 1)) ||
             !ofs_starts_lower(ofs_trim((ofs_str){text.p + length, text.n - length}))))
            break;
    }
    return i;
}

static int begins_next_note(const notes *n, uint32_t i)
{
    uint32_t length;
    int raised;
    return mark_at(ofs_line_text(n->source, &n->source->lines[i]), &length, &raised) == n->expected + 1;
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
        uint32_t number = 0, k = i;
        if (!ofs_is_digit(text.p[i]) || !may_stand(text, i, stops))
            continue;
        while (k < text.n && k < i + 2 && ofs_is_digit(text.p[k]))
            number = number * 10 + (uint32_t)(text.p[k++] - '0');
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

/* A line above, on the same page, has the mark glued to a word; or the footnote before it is right above. */
static int is_called_on_page(const notes *n, uint32_t first)
{
    const ofs_line *lines = n->source->lines;
    if (first && first == n->last_end)
        return 1;
    for (uint32_t i = first; i && lines[i - 1].page == lines[first].page; i--)
        if (calls(ofs_line_text(n->source, &lines[i - 1]), n->expected, 1))
            return 1;
    return 0;
}

static int is_note(const notes *n, uint32_t first, uint32_t end, uint32_t mark, int raised)
{
    const ofs_source *source = n->source;
    const ofs_line *line = &source->lines[first];
    ofs_str whole = {source->text.p + line->start, source->lines[end - 1].end - line->start};
    ofs_str text = ofs_trim((ofs_str){whole.p + mark, whole.n - mark});
    if (text.n < LEAST_CALLED_TEXT || end - first > MOST_NOTE_LINES || ofs_starts_lower(text) ||
        strchr(".,;:)%", text.p[0]))
        return 0;
    int ends = source->pages && ends_page(n, end);
    if (ends && is_lone_mark(n, first) && is_called_on_page(n, first)) /* 'Source: ONS 2011' */
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
    if (!ofs_may_begin_one(&n->known, text) || !ofs_begins_with(text, OFS_NOTES))
        return 0;
    for (uint32_t stop = i + MOST_NOTE_LINES; i < stop && i < source->line_count; i++)
        if (source->lines[i].kind != OFS_LINE_UNKNOWN || source->lines[i].page != source->lines[first].page)
            return 0;
        else if (ends_sentence_or_page(n, i))
            return i + 1;
    return 0;
}

/* A mark, or a letter that one of the known notes begins with: nearly every line begins with a small one. */
static int may_begin_note(const notes *n, const ofs_line *line)
{
    ofs_str text = ofs_line_text(n->source, line);
    int may_begin = may_begin_mark(text) || (ofs_may_begin_one(&n->known, text) && !ofs_is_lower(*text.p));
    return may_begin && (line->kind == OFS_LINE_UNKNOWN || line->kind == OFS_LINE_ARTIFACT);
}

/* A lone number on top of a page is the page's own: below it stands what the page holds, maybe all in few lines. */
static int tops_page(const notes *n, uint32_t first)
{
    const ofs_line *line = &n->source->lines[first];
    return n->source->pages && is_lone_mark(n, first) && (!first || line[-1].page != line->page);
}

/* The line after the end of the note that begins at this line, as it may, or 0. */
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

void ofs_infer_footnotes(ofs_source *source, uint32_t element)
{
    notes n = {.source = source, .expected = 1, .element = element};
    ofs_add_beginnings(&n.known, OFS_NOTES);
    for (uint32_t i = 0; i < source->line_count; i++) {
        uint32_t end = may_begin_note(&n, &source->lines[i]) ? end_of_note_at(&n, i) : 0;
        if (!end)
            continue;
        take(&n, i, end);
        i = end - 1;
    }
}
