/* infer.c: gives every line of unknown kind a kind and the number of the element that it belongs to, so that plain
 * text goes on through blocks.c like a tagged PDF.
 *
 * May not join text and may not read facts. What it cannot tell becomes a paragraph, never a heading. */
#include "infer/infer.h"

#include "base/sentences.h"
#include "base/words.h"
#include "facts/facts.h"
#include "outline/publisher.h"

#include <stdlib.h>
#include <string.h>

enum {
    WIDEST_WRAP = 160,
    LONGEST_HEADING_LINE = 100,
    LONGEST_TORN = 40, /* bytes */
    LONGEST_HEADING = 220,
    LONGEST_LABEL = 60,
    LONGEST_ROLE = 45, /* bytes */
    LARGEST_SKIP = 3,
    LONGEST_RUN = 40,
    FURTHEST_NUMBER = 80,
    MOST_HEADING_LINES = 3,
    LINES_AROUND = 6,
    SPACE_ADVANCE = 313, /* thousandths of the size of type */
    OTHER_ADVANCE = 300,
    LEAST_CUT = 40, /* bytes */
    FEWEST_CUT = 20, /* lines that end at one column */
    NEAR_CUT = 5, /* columns */
    TIMES_NEAR = 8, /* as many as at each of these; of 320 sound texts none has more than 5 times */
    LEAST_REPEAT = 40, /* bytes */
    FURTHEST_REPEAT = 12, /* lines */
    FEWEST_REPEATS = 3,
    LEAST_TORN = 40, /* bytes */
    FEWEST_TORN = 2
};

typedef struct inference {
    ofs_source *source;
    const ofs_framework *framework;
    const ofs_headings *headings; /* the framework's */
    const ofs_printed *printed;
    ofs_beginnings rows; /* where they stand again as headings */
    const ofs_line *end; /* behind the last line */
    uint32_t element;    /* the last one given out */
    uint32_t width;      /* of a full line; 0: the text is not wrapped */
    uint32_t least_full; /* … and how wide a line is at least that counts as one; then UINT32_MAX */
    uint32_t number;     /* of the last numbered paragraph */
    int in_heading, in_item;
    int has_record;      /* the framework's rows stand again as headings: with 'Grade 3', in groups */
    uint32_t edge;       /* the least indent */
    int flush;           /* nearly every line begins at the left edge */
    int in_lost_list;    /* below an item without its bullet */
    int in_numbered;     /* in a numbered paragraph */
    int in_reasons;      /* below a heading that ends with 'because', or in a part of its list */
    int in_team;         /* below a label of the inspection team ('Shadow inspectors: …') */
    int went_on;         /* the last line went on with the paragraph of the one before */
    uint32_t bullet;     /* in an item: how far in its bullet stands */
    int tears;           /* the extractor's gaps stand within sentences, too */
    int gapped;          /* paragraphs stand apart: without a gap before it a line goes on */
    const ofs_line *previous;
} inference;

static ofs_str text_of(const inference *in, const ofs_line *line)
{
    return ofs_line_text(in->source, line);
}

/* What is counted of a text's lines, all in one pass. */
typedef struct counts {
    uint32_t by_width[WIDEST_WRAP + 2], unknown; /* of unknown lines, wider ones last, and all of them */
    uint32_t labels, apart; /* numbers that begin such a line, and those behind a gap */
    uint32_t torn;          /* gaps within a sentence */
    uint32_t edge, flush;   /* the least indent, and the lines that have it */
    uint32_t by_end[WIDEST_WRAP + 2]; /* the columns where they end, those beyond last */
    const ofs_line *last_as_long[WIDEST_WRAP + 1]; /* the last line of that width */
    uint32_t repeats;                              /* lines that repeat one just above */
    ofs_str repeated; /* the last of these */
} counts;

/* Pieces of a text that overlap, one below the other, repeat whole lines, each of them once. Nearly all lines that are as
 * long as one just above begin with another letter. */
static int is_repeat(const ofs_source *source, const ofs_line *line, ofs_str text, counts *of)
{
    if (text.n < LEAST_REPEAT || text.n > WIDEST_WRAP)
        return 0;
    const ofs_line *before = of->last_as_long[text.n];
    of->last_as_long[text.n] = line;
    if (!before || line - before > FURTHEST_REPEAT)
        return 0;
    ofs_str other = ofs_line_text(source, before);
    if (*text.p != *other.p || !ofs_equal(text, other) || ofs_equal(text, of->repeated))
        return 0;
    of->repeated = text;
    return 1;
}

/* A gap stands between two words of a sentence: the line goes on in small letters below one that long. */
static int is_torn(const ofs_source *source, const ofs_line *line)
{
    if (!(line->flags & OFS_LINE_GAP) || line == source->lines || line->page != line[-1].page)
        return 0;
    ofs_str before = ofs_line_text(source, line - 1);
    return before.n >= LEAST_TORN && line[-1].kind == OFS_LINE_UNKNOWN && ofs_is_letter(before.p[before.n - 1]) &&
           ofs_starts_lower(ofs_line_text(source, line));
}

static uint32_t at_most(uint32_t n, uint32_t most)
{
    return n < most ? n : most;
}

static void count_unknown(const ofs_source *source, const ofs_line *line, counts *of)
{
    ofs_str text = ofs_line_text(source, line);
    uint32_t length;
    of->unknown++;
    of->by_end[at_most(line->left + text.n, WIDEST_WRAP + 1)]++;
    of->by_width[at_most(text.n, WIDEST_WRAP + 1)]++;
    of->repeats += (uint32_t)is_repeat(source, line, text, of);
    of->torn += (uint32_t)is_torn(source, line);
    if (!ofs_number_label(text, &length))
        return;
    of->labels++;
    of->apart += (line->flags & OFS_LINE_GAP) || line == source->lines || line->page != line[-1].page;
}

static void count_lines(const ofs_source *source, counts *of)
{
    const ofs_line *end = source->lines + source->line_count;
    for (const ofs_line *line = source->lines; line < end; line++) {
        if (line->left < of->edge) {
            of->edge = line->left;
            of->flush = 0;
        }
        of->flush += line->left == of->edge;
        if (line->kind == OFS_LINE_UNKNOWN)
            count_unknown(source, line, of);
    }
}

/* The width that wrapped lines keep to: the longest of them, rare outliers aside. */
static uint32_t wrap_width(const counts *of)
{
    uint32_t above = of->by_width[WIDEST_WRAP + 1], width = WIDEST_WRAP;
    if (above * 20 > of->unknown)
        return 0;
    while (width && above * 20 <= of->unknown)
        above += of->by_width[width--];
    return width;
}

/* The column at which a program cut lines off: many end there, few just before it, and hardly any behind. 0: none. */
static uint32_t cut_column(const counts *of)
{
    uint32_t behind = of->by_end[WIDEST_WRAP + 1];
    for (uint32_t n = WIDEST_WRAP; n >= LEAST_CUT && behind * 2 <= of->unknown; behind += of->by_end[n--]) {
        uint32_t here = of->by_end[n], before = 0;
        if (here < FEWEST_CUT || here < behind)
            continue;
        for (uint32_t k = 2; k < 2 + NEAR_CUT; k++) /* one before it, a space was cut off, too */
            before += of->by_end[n - k];
        if (here * NEAR_CUT > before * TIMES_NEAR)
            return n;
    }
    return 0;
}

static void measure(inference *in)
{
    counts of = {.edge = UINT16_MAX};
    count_lines(in->source, &of);
    in->end = in->source->lines + in->source->line_count;
    in->width = in->source->width = wrap_width(&of);
    in->least_full = in->width ? (in->width * 3 + 3) / 4 : UINT32_MAX;
    in->source->cut_column = cut_column(&of);
    in->source->has_overlaps = of.repeats >= FEWEST_REPEATS;
    in->gapped = of.labels >= 5 && of.apart * 10 >= of.labels * 7; /* most labels have a gap before them */
    in->tears = of.torn >= FEWEST_TORN;
    in->edge = of.edge;
    in->flush = of.flush * 10 >= in->source->line_count * 9; /* so that an indent means something */
}

static int is_full(const inference *in, const ofs_line *line)
{
    return line->end - line->start >= in->least_full;
}

/* A cover's line begins a paragraph of its own, even directly below another. */
static int is_cover_line(const inference *in, ofs_str text)
{
    if (!ofs_may_begin_one(&in->printed->cover_lines, text))
        return 0;
    for (const char *const *const *labels = OFS_COVER_LABELS; *labels; labels++)
        if (ofs_begins_with(text, *labels))
            return 1;
    return ofs_begins_with(text, OFS_TABLE_HEADS) != 0;
}

static int is_salutation(ofs_str text)
{
    uint32_t n = ofs_phrase_at(text, "dear");
    return n && n < text.n && text.n <= LONGEST_HEADING_LINE && text.p[n] == ' ';
}

/* 'Between 3 and 7 May' below the short end of a subject line: the sentence on when the visit was. */
static int begins_opening(const inference *in, const ofs_line *line, ofs_str text)
{
    if (!in->framework->openings || !in->previous || in->previous->page != line->page || is_full(in, in->previous))
        return 0;
    uint32_t n = ofs_opening_words(text, in->framework->openings);
    return n && n + 1 < text.n && ofs_is_digit(text.p[n + 1]);
}

static const char *const LETTER_LINES[] = {"this letter summarises", "her majesty's chief inspector of education",
                                           NULL};
static const char *const LETTER_OPENINGS[] = {"focused visit to ",
                                              "monitoring visit to ",
                                              "inspectors looked at ",
                                              "this visit was carried out in line",
                                              "ofsted will take the findings",
                                              NULL};

/* What has rows is no letter, and not asked. */
static const char *const LETTER_ENDS[] = {"any areas for development identified",
                                          "the areas for development identified above",
                                          "the areas for priority action",
                                          "the area for priority action identified",
                                          "i am copying this letter",
                                          NULL};

/* What a letter prints on a line of its own: it begins a paragraph, even directly below another. */
static int is_letter_line(const inference *in, const ofs_line *line, ofs_str text)
{
    if (is_salutation(text) || (in->previous && is_salutation(text_of(in, in->previous))))
        return 1;
    if (begins_opening(in, line, text))
        return 1;
    if (!ofs_may_begin_one(&in->printed->in_letter, text))
        return 0; /* of most lines, before each of the four is asked */
    if (ofs_may_begin_one(&in->printed->letter_lines, text) && text.n <= LONGEST_HEADING_LINE &&
        (ofs_begins_with(text, OFS_CLOSINGS) || ofs_begins_with(text, LETTER_LINES)))
        return 1;
    if (ofs_may_begin_one(&in->printed->imprint, text) &&
        (ofs_begins_with(text, OFS_IMPRINT) || ofs_begins_with(text, OFS_COMPLAINTS)))
        return 1;
    if (!(ofs_may_begin_one(&in->printed->letter_openings, text) && ofs_begins_with(text, LETTER_OPENINGS)) &&
        !(!in->framework->rows && ofs_may_begin_one(&in->printed->letter_ends, text) &&
          ofs_begins_with(text, LETTER_ENDS)))
        return 0;
    return (line->flags & OFS_LINE_GAP) || !in->previous || ofs_ends_sentence(text_of(in, in->previous)) ||
           !is_full(in, in->previous);
}

/* The grade stands on the next line, without a gap. */
static int grade_follows(const inference *in, const ofs_line *line)
{
    const ofs_line *next = line + 1;
    return next < in->end && !(next->flags & OFS_LINE_GAP) && ofs_is_numbered_grade(text_of(in, next));
}

/* A row of the judgement table with 'Grade 3 (adequate)' after it, or a heading of that table alone. */
static int repeats_row(const inference *in, const ofs_line *line, ofs_str text)
{
    ofs_str words = text;
    ofs_grade grade;
    int agree;
    if (!in->has_record || text.n > LONGEST_HEADING || !ofs_may_begin_one(&in->rows, text))
        return 0;
    int graded = ofs_split_numbered_grade(text, &words, &grade, &agree) || grade_follows(in, line);
    return words.n && ofs_row_from(in->framework->rows, graded ? OFS_ROW_PLAIN : OFS_ROW_GROUP, words) != NULL;
}

/* A judgement's heading in other words: more than a space stands between it and its grade, as in no table. */
static int is_odd_heading(const inference *in, ofs_str text, ofs_str words)
{
    ofs_grade grade;
    ofs_str rest = {words.p + words.n, text.n - (uint32_t)(words.p + words.n - text.p)};
    return ofs_is_upper(*text.p) && !ofs_read_grade(rest, &grade) &&
           ofs_nearest_key(in->framework->rows, in->framework->headings, words);
}

/* The line is a heading that the framework gives whole ('findings$'). */
static int is_whole_heading(const inference *in, ofs_str text)
{
    for (const ofs_heading *heading = in->framework->headings; heading && heading->phrase; heading++)
        if (ofs_phrase_at(text, heading->phrase) && strchr(heading->phrase, '$') && ofs_is_upper(text.p[0]))
            return 1;
    return 0;
}

/* The line is a heading's words and nothing more, and no sentence that goes on below. */
static int is_heading_alone(const inference *in, const ofs_line *line, ofs_str text)
{
    const ofs_line *next = line + 1;
    if (next < in->end && next->kind == OFS_LINE_UNKNOWN && ofs_starts_lower(text_of(in, next)))
        return 0;
    for (const ofs_heading *heading = in->framework->headings; heading && heading->phrase; heading++)
        if (heading->role != OFS_ROLE_LINE && ofs_may_match(text, heading->phrase) &&
            ofs_match_whole(text, heading->phrase))
            return ofs_is_upper(text.p[0]);
    return 0;
}

/* The line's words and those of the next are such a heading: 'Areas for' 'priority action'. */
static int is_torn_heading(const inference *in, const ofs_line *line, ofs_str text)
{
    const ofs_line *next = line + 1;
    if (text.n > LONGEST_TORN || !ofs_is_upper(*text.p) || next >= in->end || next->kind != OFS_LINE_UNKNOWN ||
        (next->flags & OFS_LINE_GAP) || next->page != line->page || next->end - next->start > LONGEST_TORN ||
        !ofs_starts_lower(text_of(in, next)))
        return 0;
    ofs_str both = ofs_concat_words(&in->source->arena, text, text_of(in, next));
    return is_whole_heading(in, both);
}

/* The line behind a grade that stands alone from this line on, in one line or two ('Requires' 'improvement'), or NULL. */
static const ofs_line *behind_grade(const inference *in, const ofs_line *line)
{
    ofs_grade grade;
    if (line >= in->end || line->kind != OFS_LINE_UNKNOWN || line->end - line->start > LONGEST_TORN)
        return NULL;
    ofs_str first = text_of(in, line);
    if (!ofs_is_upper(first.p[0]))
        return NULL;
    if (ofs_read_grade(first, &grade))
        return line + 1;
    if (line + 1 >= in->end || line[1].kind != OFS_LINE_UNKNOWN || line[1].end - line[1].start > LONGEST_TORN)
        return NULL;
    ofs_str both = ofs_concat_words(&in->source->arena, first, text_of(in, line + 1));
    return ofs_read_grade(both, &grade) ? line + 2 : NULL;
}

/* A judgement's heading, with its grade or, where the framework's headings say which it is, without. */
static int is_judgement_heading(const inference *in, ofs_str text)
{
    const ofs_heading *heading = ofs_heading_of(in->headings, text);
    ofs_str words;
    ofs_grade grade;
    if (heading && heading->key)
        return 1;
    return in->framework->rows && ofs_split_heading(text, &words, &grade) && ofs_row_of(in->framework->rows, words);
}

/* A line below may be a heading's rest: it is there, and short. */
static int may_be_rest(const inference *in, const ofs_line *rest)
{
    return rest < in->end && rest->kind == OFS_LINE_UNKNOWN && rest->end - rest->start <= LONGEST_LABEL;
}

/* The words of the line and of one below it, as one heading; nothing where they are too long for that. */
static ofs_str with_line(const inference *in, ofs_str text, const ofs_line *rest)
{
    return may_be_rest(in, rest) ? ofs_concat_words(&in->source->arena, text, text_of(in, rest)) : OFS_NO_STR;
}

/* The last of the lines of a judgement's heading below which its grade stands alone, or between which ('Leadership,
 * management and' 'Good' 'governance'); the grade's lines are the heading's, too. NULL: none begins here. */
static const ofs_line *end_with_grade(const inference *in, const ofs_line *line, ofs_str text)
{
    for (uint32_t lines = 1; lines <= MOST_HEADING_LINES && text.n; lines++) {
        const ofs_line *behind = behind_grade(in, line + lines);
        if (behind && is_judgement_heading(in, text))
            return behind - 1;
        if (behind && behind < in->end && behind->page == line->page &&
            is_judgement_heading(in, with_line(in, text, behind)))
            return behind;
        text = with_line(in, text, line + lines);
    }
    return NULL;
}

/* '… who need help and' 'protection: good', or a sentence above the next number: two lines that are one heading with its
 * grade, whatever stands above them. */
static int is_graded_pair(const inference *in, const ofs_line *line, ofs_str text)
{
    uint32_t length;
    if (!may_be_rest(in, line + 1))
        return 0;
    const ofs_line *next = line + 2;
    ofs_str below = text_of(in, line + 1);
    int has_colon = memchr(text.p, ':', text.n) || memchr(below.p, ':', below.n);
    int is_above_number = in->number && next < in->end &&
                          ofs_number_label(text_of(in, next), &length) == in->number + 1 &&
                          ofs_ends_sentence(text_of(in, in->previous));
    if (!has_colon && !is_above_number)
        return 0; /* of nearly all */
    ofs_str both = ofs_concat_words(&in->source->arena, text, below);
    return (ofs_ends_sentence(both) ? is_above_number : has_colon) && is_judgement_heading(in, both);
}

/* The last line of a judgement's heading that begins here and has a grade with it, or NULL. Before the first number rows
 * of the table look alike. */
static const ofs_line *graded_heading_end(const inference *in, const ofs_line *line, ofs_str text)
{
    if (text.n > LONGEST_HEADING_LINE || ofs_ends_sentence(text))
        return NULL;
    if (is_graded_pair(in, line, text))
        return line + 1;
    return in->number ? end_with_grade(in, line, text) : NULL;
}

/* A line that ends so is a sentence, or a part of one. */
static int ends_with_stop(char last)
{
    return last == '.' || last == ',' || last == ';';
}

/* The next line, where it stands right below on the same page, and is not told yet; else NULL. */
static const ofs_line *directly_below(const inference *in, const ofs_line *line)
{
    const ofs_line *next = line + 1;
    int is_there =
        next < in->end && next->kind == OFS_LINE_UNKNOWN && !(next->flags & OFS_LINE_GAP) && next->page == line->page;
    return is_there ? next : NULL;
}

/* The line ends with a sentence and is full, and so is the next one: 'The experiences of care leavers in Ayton are good.'
 * begins a paragraph. */
static int opens_paragraph(const inference *in, const ofs_line *line, ofs_str text)
{
    const ofs_line *next = directly_below(in, line);
    return next && text.p[text.n - 1] == '.' && is_full(in, line) && ofs_is_upper(*text_of(in, next).p) &&
           is_full(in, next);
}

/* The line is full and goes on in the next one, as a heading below others does not: 'Children living in homes where
 * …'. */
static int opens_sentence(const inference *in, const ofs_line *line, ofs_str text)
{
    const ofs_line *next = directly_below(in, line);
    if (!next || !is_full(in, line) || !ofs_starts_lower(text_of(in, next)))
        return 0;
    const ofs_heading *heading = ofs_heading_of(in->headings, text);
    return heading && heading->role == OFS_ROLE_SUBTOPIC;
}

/* A known heading is that and nothing more: not a sentence that begins with its words. */
static int is_known_heading(const inference *in, const ofs_line *line, ofs_str text)
{
    ofs_str words;
    ofs_grade grade;
    if (repeats_row(in, line, text))
        return 1;
    int may_be_known = ofs_may_begin_one(&in->headings->beginnings, text);
    if (text.n > LONGEST_HEADING || (!may_be_known && !ofs_is_upper(*text.p)))
        return 0;
    int is_graded = ofs_split_heading(text, &words, &grade);
    if (is_graded && opens_paragraph(in, line, text))
        return 0;
    if (!may_be_known)
        return is_graded && is_odd_heading(in, text, words);
    int runs_on = ofs_is_lower(*text.p) && !(line->flags & OFS_LINE_GAP);
    int apart = (line->flags & OFS_LINE_GAP) || (in->previous && in->previous->page != line->page);
    int is_stopped = text.p[text.n - 1] == '.' && apart && is_heading_alone(in, line, text);
    if (!is_graded && !is_stopped && (runs_on || ends_with_stop(text.p[text.n - 1]) || opens_sentence(in, line, text)))
        return 0;
    return ofs_is_heading(in->headings, text) || (is_graded && is_odd_heading(in, text, words)) ||
           is_torn_heading(in, line, text);
}

/* A known heading, where the line before does not run on into it. */
static int begins_heading(const inference *in, const ofs_line *line, ofs_str text)
{
    const ofs_line *previous = in->previous;
    int upper = ofs_is_upper(text.p[0]);
    int apart = !previous || (line->flags & OFS_LINE_GAP) || !is_full(in, previous) ||
                ofs_ends_sentence(text_of(in, previous)) || (line->page != previous->page && upper);
    if (!apart && !(upper && ofs_may_begin_one(&in->headings->beginnings, text)))
        return 0; /* nearly every line: it is compared with no heading */
    return is_known_heading(in, line, text) && (apart || is_whole_heading(in, text));
}

/* Behind the last of so many lines from this one on. */
static const ofs_line *ahead(const inference *in, const ofs_line *line, uint32_t most)
{
    uint32_t left = (uint32_t)(in->end - line);
    return line + (left < most ? left : most);
}

/* The number begins a line again, where a paragraph can begin, before the one after it does. */
static int comes_again(const inference *in, const ofs_line *line, uint32_t number)
{
    const ofs_line *end = ahead(in, line, FURTHEST_NUMBER);
    for (const ofs_line *next = line + 1; next < end; next++) {
        uint32_t length, other = ofs_number_label(text_of(in, next), &length);
        if (other == number && (next->flags & OFS_LINE_GAP || ofs_ends_sentence(text_of(in, next - 1))))
            return 1;
        if (other == number + 1)
            break;
    }
    return 0;
}

/* The number after this one begins a line soon. */
static int number_follows(const inference *in, const ofs_line *line, uint32_t number)
{
    const ofs_line *end = ahead(in, line, FURTHEST_NUMBER);
    uint32_t length;
    for (line++; line < end; line++)
        if (ofs_number_label(text_of(in, line), &length) == number + 1)
            return 1;
    return 0;
}

/* The next number of the series, or one that follows a gap in it, where a paragraph can begin. `words` follow it. */
static int number_fits(const inference *in, const ofs_line *line, uint32_t number, ofs_str words)
{
    const ofs_line *previous = in->previous;
    int apart = !previous || (line->flags & OFS_LINE_GAP) || line->page != previous->page || in->in_heading;
    int ended = !previous || ofs_ends_sentence(text_of(in, previous));
    if (!ended && !in->in_heading && !(line->flags & OFS_LINE_GAP) && ofs_starts_lower(words))
        return 0; /* 'in paragraph' '6. and' */
    if (number == in->number + 1)
        return apart || ended || !is_full(in, previous) || !comes_again(in, line, number);
    if (number == 1 || number == in->number)
        return apart && (ended || in->in_heading);
    return number > in->number && number <= in->number + LARGEST_SKIP && (ended || in->in_heading) &&
           (apart || (in->number && !ofs_starts_lower(words) && number_follows(in, line, number)));
}

/* A label on a line of its own: what follows is its text, whatever stands between. */
static int is_lone_label(ofs_str text)
{
    uint32_t number;
    return ofs_is_lone_label(text, &number);
}

/* The lines from this one to the next gap, label or page end with a sentence, as no heading does. */
static int runs_to_sentence_end(const inference *in, const ofs_line *line)
{
    const ofs_line *end = ahead(in, line, LONGEST_RUN);
    uint32_t length;
    for (const ofs_line *next = line + 1; next < end; line = next++)
        if (next->page != line->page || next->kind != OFS_LINE_UNKNOWN || (next->flags & OFS_LINE_GAP) ||
            ofs_number_label(text_of(in, next), &length) || ofs_bullet_label(text_of(in, next)))
            break;
    return ofs_ends_sentence(text_of(in, line));
}

/* The page ends between two sentences of a numbered paragraph: its last line is full, and no number follows. */
static int ends_between(const inference *in, const ofs_line *line)
{
    const ofs_line *previous = in->previous;
    return in->in_numbered && line->page != previous->page && !(line->flags & OFS_LINE_GAP) && is_full(in, line) &&
           (previous->end - previous->start) * 10 >= in->width * 9 && runs_to_sentence_end(in, line);
}

/* How long the previous line would be with the first word of this one. */
static uint32_t with_next_word(const inference *in, ofs_str text)
{
    const char *space = memchr(text.p, ' ', text.n);
    return in->previous->end - in->previous->start + 1 + (space ? (uint32_t)(space - text.p) : text.n);
}

/* The previous line ends where the next word would not have fitted. */
static int is_wrapped(const inference *in, ofs_str text)
{
    return in->width && with_next_word(in, text) * 20 >= in->width * 19;
}

/* How wide words are in print, in thousandths of the size of type: Tahoma's letters, in which nearly all reports are set.
 * Of other characters most are dashes and quotation marks. */
static uint32_t advance_of(ofs_str words)
{
    static const uint16_t advances[] = {313, 332, 401, 728, 546, 977, 674, 211, 383, 383, 546, 728, 303, 363, 303, 382,
                                        546, 546, 546, 546, 546, 546, 546, 546, 546, 546, 354, 354, 728, 728, 728, 474,
                                        909, 600, 589, 601, 678, 561, 521, 667, 675, 373, 417, 588, 498, 771, 667, 708,
                                        551, 708, 621, 557, 584, 656, 597, 902, 581, 576, 559, 383, 382, 383, 728, 546,
                                        546, 525, 553, 461, 553, 526, 318, 553, 558, 229, 282, 498, 229, 840, 558, 543,
                                        553, 553, 360, 446, 334, 558, 498, 742, 495, 498, 444, 480, 382, 480, 728};
    uint32_t sum = 0;
    for (uint32_t i = 0; i < words.n; i++) {
        unsigned char c = (unsigned char)words.p[i];
        sum += c >= ' ' && c < 0x7F ? advances[c - ' '] : c >= 0xC0 ? OTHER_ADVANCE : 0;
    }
    return sum;
}

typedef struct lines {
    const ofs_line *from, *end;
} lines;

/* The previous line and those of its paragraph above it, which may be narrower than others; where there are none, all
 * lines around it. */
static lines lines_near(const inference *in, const ofs_line *line)
{
    const ofs_line *previous = in->previous, *at = previous, *end = previous + 1;
    const ofs_line *first = previous - in->source->lines > LINES_AROUND ? previous - LINES_AROUND : in->source->lines;
    while (at > first && at[-1].page == line->page && at[-1].element == previous->element)
        at--;
    if (in->in_item || at < previous)
        return (lines){at, end};
    while (at > first && at[-1].page == line->page)
        at--;
    for (const ofs_line *last = ahead(in, line, LINES_AROUND); line < last && line->page == previous->page;)
        end = ++line;
    return (lines){at, end};
}

/* The next word would have fitted behind the previous line: one near it is longer than both, and wider in print. An item's
 * first line, which holds the label, too, does not count for the item. */
static int leaves_room(const inference *in, const ofs_line *line, ofs_str text)
{
    const ofs_line *previous = in->previous;
    lines near = lines_near(in, line);
    uint32_t n = with_next_word(in, text), all = 0;
    for (const ofs_line *at = near.from; at < near.end; at++) {
        uint32_t letters = at->end - at->start;
        if (n >= letters || (at != previous && at->element == previous->element && at->kind == OFS_LINE_ITEM))
            continue; /* a text that was wrapped at a column has room for so many letters, however wide */
        if (n * 6 < letters * 5)
            return 1;
        uint32_t next = n - (previous->end - previous->start) - 1;
        all = all ? all : advance_of(text_of(in, previous)) + SPACE_ADVANCE + advance_of((ofs_str){text.p, next});
        if (all < advance_of(text_of(in, at)))
            return 1;
    }
    return 0;
}

/* Between a number and the next one stands nothing but its paragraph: a gap or a page's end splits it, no heading does,
 * and no list begins. */
static int leads_to_next_number(const inference *in, const ofs_line *line)
{
    const ofs_line *end = ahead(in, line, LONGEST_RUN), *last = in->previous;
    for (const ofs_line *next = line; next < end; next++) {
        ofs_str text = text_of(in, next);
        uint32_t length;
        if (next->kind == OFS_LINE_ARTIFACT || next->kind == OFS_LINE_NOTE)
            continue;
        if (next->kind != OFS_LINE_UNKNOWN || (next->flags & OFS_LINE_BEGINS) || ofs_bullet_label(text))
            return 0;
        if (next != line && ofs_is_digit(text.p[0]) && ofs_number_label(text, &length) == in->number + 1)
            return ofs_ends_sentence(text_of(in, last));
        int apart = (next->flags & OFS_LINE_GAP) || next->page != last->page || !is_full(in, last);
        if (apart && next != line && ofs_is_upper(text.p[0])) {
            if (ofs_is_heading(in->headings, text) || repeats_row(in, next, text))
                return ofs_ends_sentence(text_of(in, last));
            if (ofs_begins_with(text, OFS_IMPRINT))
                return ofs_ends_sentence(text_of(in, last)) && is_wrapped(in, text_of(in, line));
        }
        last = next;
    }
    return 0;
}

/* A line that begins a sentence goes on with the numbered paragraph above. */
static int goes_on_numbered(const inference *in, const ofs_line *line, ofs_str text)
{
    const ofs_line *previous = in->previous;
    ofs_grade grade;
    if (!in->in_numbered || previous->kind == OFS_LINE_CELL)
        return 0;
    if (ofs_read_any_grade(text, &grade))
        return 0;
    int apart = (line->flags & OFS_LINE_GAP) || line->page != previous->page;
    return (!apart || is_full(in, previous)) && leads_to_next_number(in, line);
}

/* Between an item and the next one stands nothing but its lines, of which a gap splits some. */
static int leads_to_next_bullet(const inference *in, const ofs_line *line)
{
    const ofs_line *end = ahead(in, line, LONGEST_RUN), *last = line;
    for (const ofs_line *next = line + 1; next < end; last = next++) {
        ofs_str text = text_of(in, next);
        if (next->kind != OFS_LINE_UNKNOWN || next->page != line->page)
            return 0;
        if (ofs_bullet_label(text))
            return ofs_ends_sentence(text_of(in, last)) && in->source->text.p[last->end - 1] != ':';
        if ((next->flags & OFS_LINE_GAP) && !is_full(in, last))
            return 0;
    }
    return 0;
}

/* A line behind a gap that begins a sentence goes on with the item above, whose last line it would not have fitted on. */
static int goes_on_item(const inference *in, const ofs_line *line, ofs_str text)
{
    return in->tears && in->in_item && !in->in_numbered && in->previous->kind != OFS_LINE_CELL &&
           ofs_is_upper(text.p[0]) && with_next_word(in, text) * 10 >= in->width * 9 && leads_to_next_bullet(in, line);
}

/* 'Outstanding (Grade 1) A service that …': the scale that a record of main findings explains. */
static int begins_scale(const inference *in, ofs_str text)
{
    const char *close = in->has_record && ofs_is_upper(text.p[0]) ? memchr(text.p, ')', text.n) : NULL;
    return close && close - text.p < LONGEST_LABEL && ofs_is_numbered_grade(ofs_slice(text.p, close + 1));
}

/* The line completes the heading above: '…:' 'good', or the rest of a wrapped one. */
static int goes_on_heading(const inference *in, const ofs_line *line, ofs_str text, ofs_str before)
{
    if ((line->flags & OFS_LINE_GAP) || (before.p[before.n - 1] != ':' && ofs_ends_sentence(before)))
        return 0;
    return ofs_starts_lower(text) || text.p[0] == '(' || (line->flags & OFS_LINE_BOLD) ||
           (in->has_record && ofs_is_numbered_grade(text));
}

/* The next line of the document, or the end: what stands at the page's foot is skipped. */
static const ofs_line *next_line(const inference *in, const ofs_line *line)
{
    do
        line++;
    while (line < in->end && (line->kind == OFS_LINE_ARTIFACT || line->kind == OFS_LINE_NOTE));
    return line;
}

static int next_starts_lower(const inference *in, const ofs_line *line)
{
    const ofs_line *next = next_line(in, line);
    return next < in->end && ofs_starts_lower(text_of(in, next));
}

/* The line goes on with the paragraph above a gap, whose sentence has not ended: as wrapped lines with gaps do. */
static int goes_on_behind_gap(const inference *in, const ofs_line *line, ofs_str text, ofs_str before)
{
    if (ofs_ends_open(before))
        return 1;
    if (!is_full(in, in->previous))
        return 0;
    return ofs_starts_lower(text) || ofs_is_digit(text.p[0]) ||
           (in->in_item && (is_full(in, line) || ofs_ends_sentence(text) || next_starts_lower(in, line)));
}

/* The line begins where the paragraph of the one before may go on: neither type nor place tells them apart. */
static int goes_on_in_place(const inference *in, const ofs_line *line, ofs_str text, int unfinished)
{
    const ofs_line *previous = in->previous;
    int is_next_page = line->page != previous->page;
    if (is_next_page || !in->width)
        return (unfinished && (ofs_starts_lower(text) || (is_next_page && is_full(in, previous)))) ||
               (in->width && goes_on_numbered(in, line, text));
    if (line->flags & OFS_LINE_GAP)
        return (unfinished && goes_on_behind_gap(in, line, text, text_of(in, previous))) ||
               goes_on_numbered(in, line, text) || goes_on_item(in, line, text);
    int may_be_over = !unfinished && !in->in_numbered && in->source->text.p[previous->end - 1] != ':';
    return ((in->gapped || is_full(in, previous)) && !(may_be_over && leaves_room(in, line, text))) ||
           ofs_starts_lower(text) ||
           (unfinished && (previous->left == line->left || previous->kind == OFS_LINE_ITEM)) ||
           goes_on_numbered(in, line, text);
}

/* The line goes on with the paragraph of the one before. */
static int goes_on(const inference *in, const ofs_line *line, ofs_str text)
{
    const ofs_line *previous = in->previous;
    if (!previous || previous->kind == OFS_LINE_CELL)
        return 0;
    ofs_str before = text_of(in, previous);
    if (!in->went_on && is_lone_label(before))
        return 1;
    if (in->source->was_cut && !(line->flags & OFS_LINE_GAP)) /* a page's end, and nothing begins there */
        return !in->in_heading;
    int unfinished = !ofs_ends_sentence(before);
    if ((line->flags ^ previous->flags) & OFS_LINE_BOLD)
        return 0;
    if (line->size != previous->size && !unfinished)
        return 0; /* other type, and the sentence has ended */
    if (in->in_heading)
        return goes_on_heading(in, line, text, before);
    if (ends_between(in, line))
        return 1;
    if (line->left + 1u < in->bullet && line->page == previous->page && !ofs_starts_lower(text))
        return 0; /* further out than the bullet */
    if (!unfinished && begins_scale(in, text))
        return 0;
    return goes_on_in_place(in, line, text, unfinished);
}

static void give(inference *in, ofs_line *line, ofs_line_kind kind)
{
    line->kind = (uint8_t)kind;
    line->element = ++in->element;
    in->in_heading = kind == OFS_LINE_HEADING;
    in->in_item = kind == OFS_LINE_ITEM;
    in->bullet = in->in_item ? line->left : 0;
    in->in_lost_list = in->in_numbered = in->in_team = in->went_on = 0;
}

/* 'Of this number:' above '– 152 live elsewhere': the entries go on with the sentence, in figures or small letters; these
 * may also stand below a heading that ends a list ('Inspectors met:', '– parents'). */
static int leads_in_entries(const inference *in, const ofs_line *line)
{
    const ofs_line *next = next_line(in, line);
    ofs_str entry = next < in->end ? text_of(in, next) : OFS_NO_STR;
    uint32_t n = entry.n ? ofs_bullet_label(entry) : 0;
    if (n && n == entry.n && next_line(in, next) < in->end) {
        entry = text_of(in, next_line(in, next));
        n = 0;
    } else if (!n || n == entry.n) {
        return 0;
    }
    return ofs_is_digit(entry.p[n]) || (!in->in_item && ofs_starts_lower((ofs_str){entry.p + n, entry.n - n}));
}

/* A short line alone between gaps, on a page whose type is not known. */
static int stands_alone(const inference *in, const ofs_line *line, ofs_str text)
{
    char last = text.p[text.n - 1];
    if (line->size || !(line->flags & OFS_LINE_GAP) || text.n > LONGEST_HEADING_LINE || !ofs_is_upper(text.p[0]))
        return 0;
    if (ends_with_stop(last) || ofs_is_digit(last) || (last == ':' && text.n > LONGEST_LABEL) ||
        memchr(text.p, ';', text.n))
        return 0;
    if (last == ':' && leads_in_entries(in, line))
        return 0;
    if ((unsigned char)last >= 0x80 && ofs_ends_sentence(text))
        return 0; /* a raised mark or a quotation mark behind the stop */
    const ofs_line *next = line + 1, *after = next_line(in, line);
    if (after < in->end && after->page != line->page && is_full(in, line))
        return 0; /* the page ends, not the paragraph */
    return after < in->end && (next->flags & OFS_LINE_GAP) && in->previous && !ofs_starts_lower(text_of(in, after)) &&
           (in->in_heading || ofs_ends_sentence(text_of(in, in->previous)));
}

/* A short line between a numbered paragraph's end and the next number, without gaps. */
static int heads_number(const inference *in, const ofs_line *line, ofs_str text)
{
    uint32_t length;
    if (!in->in_numbered || text.n > LONGEST_LABEL || !ofs_is_letter(text.p[text.n - 1]))
        return 0;
    const ofs_line *next = next_line(in, line);
    return ofs_ends_sentence(text_of(in, in->previous)) && next < in->end &&
           ofs_number_label(text_of(in, next), &length) == in->number + 1;
}

/* A short line right above a bullet, below a heading or the end of a sentence: it divides the list. */
static int divides_list(const inference *in, const ofs_line *line, ofs_str text)
{
    if (!(in->framework->topics_divide || in->in_reasons) || !in->previous || text.n > LONGEST_HEADING_LINE ||
        ofs_ends_sentence(text) || ofs_ends_open(text) || strchr(",;:", text.p[text.n - 1]))
        return 0;
    const ofs_line *next = next_line(in, line);
    return next < in->end && ofs_bullet_label(text_of(in, next)) &&
           (in->in_heading || ofs_ends_sentence(text_of(in, in->previous)));
}

/* Below a number that stands alone: a sentence is its paragraph, though it begins with a heading's words. */
static int is_labelled_sentence(const inference *in, const ofs_line *line)
{
    return in->in_numbered && !in->went_on && is_lone_label(text_of(in, in->previous)) &&
           runs_to_sentence_end(in, line);
}

/* '… (enabler:': the line ends within them. */
static int is_in_brackets(ofs_str line)
{
    while (line.n && line.p[line.n - 1] != '(' && line.p[line.n - 1] != ')')
        line.n--;
    return line.n && line.p[line.n - 1] == '(';
}

/* An item whose bullet an extractor lost: the space after it is left, and a second one where a form feed was lost, too;
 * or nothing is left but the blank line. Only below what leads up to a list, or below another such item. */
static int lost_bullet(const inference *in, const ofs_line *line, ofs_str text)
{
    const ofs_line *previous = in->previous;
    int gap = line->flags & OFS_LINE_GAP;
    if (!in->flush || !previous || !ofs_starts_lower(text) || previous->kind == OFS_LINE_CELL)
        return 0;
    ofs_str before = text_of(in, previous);
    int leads_in = before.p[before.n - 1] == ':' && !is_in_brackets(before);
    if (line->left - in->edge >= (gap ? 1u : 2u))
        return in->in_lost_list || leads_in;
    return gap && in->width && (leads_in || (in->in_lost_list && !is_full(in, previous)));
}

/* 'Therapy' '– Child Abuse and Neglect': a dash that a wrapped line of a numbered paragraph begins with. */
static int is_wrapped_dash(const inference *in, const ofs_line *line, ofs_str text)
{
    uint32_t c;
    const ofs_line *previous = in->previous;
    if (!in->in_numbered || (line->flags & OFS_LINE_GAP) || line->page != previous->page || !is_full(in, previous) ||
        ofs_ends_sentence(text_of(in, previous)))
        return 0;
    ofs_utf8_next(text.p, text.p + text.n, &c);
    return c == '-' || c == 0x2013 || c == 0x2014;
}

/* '34 Most children …': the next number, printed without its full stop; the one after it comes soon. */
static int is_bare_number(const inference *in, const ofs_line *line, ofs_str text)
{
    if (!in->in_numbered)
        return 0;
    uint32_t i, number = ofs_leading_number(text, 3, &i);
    return i && number == in->number + 1 && i + 1 < text.n && text.p[i] == ' ' && ofs_is_upper(text.p[i + 1]) &&
           ofs_ends_sentence(text_of(in, in->previous)) && number_follows(in, line, number);
}

/* The lines up to the last are one heading. */
static void give_heading(inference *in, ofs_line *line, const ofs_line *last)
{
    give(in, line, OFS_LINE_HEADING);
    while (line++ < last) {
        line->kind = OFS_LINE_HEADING;
        line->element = in->element;
    }
}

/* The last line of 'The Board requires improvement because:', one or two of them below the end of what stands above, or
 * NULL. */
static const ofs_line *reasons_end(const inference *in, const ofs_line *line, ofs_str text)
{
    const ofs_line *last = line;
    if (!in->framework->reasons || text.n > LONGEST_HEADING_LINE)
        return NULL;
    if (text.p[text.n - 1] != ':' && may_be_rest(in, line + 1) && in->source->text.p[line[1].end - 1] == ':' &&
        ofs_starts_lower(text_of(in, line + 1)))
        text = with_line(in, text, ++last);
    if (text.p[text.n - 1] != ':' || !ofs_gives_reasons(in->framework, text))
        return NULL;
    int is_apart =
        !in->previous || (line->flags & OFS_LINE_GAP) || in->in_heading || ofs_ends_sentence(text_of(in, in->previous));
    const ofs_line *next = next_line(in, last);
    return is_apart && next < in->end && !ofs_starts_lower(text_of(in, next)) ? last : NULL;
}

/* 'Senior data analyst: …' behind a sentence's end or below another such label: each is a paragraph, as people are listed by
 * what they did. */
static int is_team_line(const inference *in, ofs_str text)
{
    static const char *const roles[] = {"inspector", "manager", "analyst", "officer", NULL};
    const char *furthest = ofs_within(text.p, text.p + text.n, LONGEST_ROLE + 1);
    const char *colon = ofs_find_byte(text.p, furthest, ':'), *p = text.p;
    if (colon == furthest || !in->previous)
        return 0; /* of nearly every line */
    while (p < colon && (ofs_is_letter(*p) || *p == ' '))
        p++;
    if (p < colon)
        return 0;
    ofs_str role = ofs_last_word(ofs_slice(text.p, colon));
    role.n -= role.n && role.p[role.n - 1] == 's';
    return ofs_is_one_of(role, roles) &&
           (in->in_team || in->in_heading || ofs_ends_sentence(text_of(in, in->previous)));
}

/* The line begins with its label. */
static int take_labelled(inference *in, ofs_line *line, ofs_str text)
{
    uint32_t length, number = ofs_number_label(text, &length);
    if (number && number_fits(in, line, number, (ofs_str){text.p + length, text.n - length})) {
        in->number = number;
        line->flags |= OFS_LINE_LABELLED;
    } else if (is_bare_number(in, line, text)) {
        number = ++in->number;
    } else if (ofs_bullet_label(text) && !is_wrapped_dash(in, line, text)) {
        number = 0;
    } else {
        return 0;
    }
    give(in, line, OFS_LINE_ITEM);
    in->in_numbered = number != 0;
    in->in_reasons &= !number;
    return 1;
}

/* What begins with its own words, which begin with a capital. */
static int take_opening(inference *in, ofs_line *line, ofs_str text)
{
    const ofs_line *rest;
    if (!ofs_is_upper(*text.p))
        return 0;
    if (is_letter_line(in, line, text)) {
        give(in, line, OFS_LINE_PARA);
        line->flags |= OFS_LINE_BEGINS;
    } else if (is_team_line(in, text)) {
        give(in, line, OFS_LINE_PARA);
        in->in_team = 1;
    } else if ((!in->previous || !in->number) && is_cover_line(in, text)) {
        give(in, line, OFS_LINE_PARA);
    } else if ((rest = graded_heading_end(in, line, text)) != NULL) {
        give_heading(in, line, rest);
    } else if ((rest = reasons_end(in, line, text)) != NULL) {
        give_heading(in, line, rest);
        in->in_reasons = 1;
    } else {
        return 0;
    }
    return 1;
}

static int is_heading_line(const inference *in, const ofs_line *line, ofs_str text)
{
    int heads = begins_heading(in, line, text) ||
                (ofs_is_upper(*text.p) && (heads_number(in, line, text) || divides_list(in, line, text)));
    return heads && !is_labelled_sentence(in, line);
}

/* What nearly every line is: it begins with a word in small letters, and the line before is full, without the end of its
 * sentence. It begins nothing, so that it is not looked at any further. */
static int runs_on(const inference *in, const ofs_line *line)
{
    const ofs_line *previous = in->previous;
    return !(line->flags & (OFS_LINE_GAP | OFS_LINE_BEGINS)) && previous && previous->kind != OFS_LINE_CELL &&
           !((line->flags ^ previous->flags) & OFS_LINE_BOLD) && !in->in_heading && !in->in_lost_list &&
           is_full(in, previous) && !ofs_ends_sentence(text_of(in, previous));
}

static void go_on(inference *in, ofs_line *line)
{
    line->kind = in->in_heading ? OFS_LINE_HEADING : OFS_LINE_PARA;
    line->element = in->element;
    in->went_on = 1;
}

/* The word of the logo as OCR reads it: at the head of a page, or with a space above and below. */
static int is_logo(const inference *in, const ofs_line *line, ofs_str text)
{
    static const char word[] = "Ofsted";
    if (text.n != sizeof word - 1 || memcmp(text.p, word, text.n) != 0)
        return 0;
    int is_alone = (line->flags & OFS_LINE_GAP) && (line + 1 == in->end || (line[1].flags & OFS_LINE_GAP));
    return is_alone || (line > in->source->lines && line->page != line[-1].page);
}

/* is_word: the line begins with a word in small letters, of a sentence, mostly. */
static void infer_by_words(inference *in, ofs_line *line, ofs_str text, int is_word)
{
    if (!is_word && take_labelled(in, line, text))
        return;
    if (line->flags & OFS_LINE_BEGINS) {
        give(in, line, OFS_LINE_ITEM);
    } else if (lost_bullet(in, line, text)) {
        give(in, line, OFS_LINE_ITEM);
        line->flags |= OFS_LINE_BEGINS;
        in->in_lost_list = 1;
    } else if (!is_word && is_logo(in, line, text)) {
        line->kind = OFS_LINE_ARTIFACT;
    } else if (!is_word && take_opening(in, line, text)) {
        return;
    } else if (is_heading_line(in, line, text)) {
        in->in_reasons &= divides_list(in, line, text);
        give(in, line, OFS_LINE_HEADING);
    } else if (goes_on(in, line, text)) {
        go_on(in, line);
    } else {
        give(in, line, stands_alone(in, line, text) ? OFS_LINE_HEADING : OFS_LINE_PARA);
    }
}

static void infer_line(inference *in, ofs_line *line)
{
    ofs_str text = text_of(in, line);
    int is_word = text.n > 1 && ofs_is_lower(text.p[0]) && ofs_is_lower(text.p[1]);
    if (is_word && runs_on(in, line))
        go_on(in, line);
    else
        infer_by_words(in, line, text, is_word);
}

const ofs_printed *ofs_note_printed(ofs_arena *arena)
{
    const char *const *const in_letter[] = {OFS_CLOSINGS, LETTER_LINES, LETTER_OPENINGS,
                                            LETTER_ENDS,  OFS_IMPRINT,  OFS_COMPLAINTS};
    ofs_printed *made = OFS_NEW(arena, ofs_printed);
    for (const char *const *const *labels = OFS_COVER_LABELS; *labels; labels++)
        ofs_add_beginnings(&made->cover_lines, *labels);
    ofs_add_beginnings(&made->cover_lines, OFS_TABLE_HEADS);
    ofs_add_beginnings(&made->letter_lines, OFS_CLOSINGS);
    ofs_add_beginnings(&made->letter_lines, LETTER_LINES);
    ofs_add_beginnings(&made->letter_openings, LETTER_OPENINGS);
    ofs_add_beginnings(&made->letter_ends, LETTER_ENDS);
    ofs_add_beginnings(&made->imprint, OFS_IMPRINT);
    ofs_add_beginnings(&made->imprint, OFS_COMPLAINTS);
    for (size_t i = 0; i < sizeof in_letter / sizeof *in_letter; i++)
        ofs_add_beginnings(&made->in_letter, in_letter[i]);
    ofs_add_beginnings(&made->letterhead, OFS_LETTERHEAD);
    ofs_add_beginnings(&made->running_titles, OFS_RUNNING_TITLES);
    ofs_add_beginnings(&made->notes, OFS_NOTES);
    return made;
}

/* Whether the rows are headings, too, and how these begin. */
static void note_rows(inference *in)
{
    const ofs_row *rows = in->framework->rows;
    for (const ofs_row *row = rows; row && row->key; row++)
        in->has_record |= row->kind >= OFS_ROW_GROUP;
    for (const ofs_row *row = rows; in->has_record && row->key; row++)
        ofs_add_beginning(&in->rows, row->label);
}

void ofs_infer_kinds(ofs_source *source, const ofs_framework *framework, const ofs_headings *headings,
                     const ofs_printed *printed)
{
    inference in = {.source = source, .framework = framework, .headings = headings, .printed = printed};
    uint32_t unknown = 0;
    ofs_infer_graded_lines(source, framework);
    ofs_infer_running_titles(source);
    for (const ofs_line *line = source->lines, *end = line + source->line_count; line < end; line++) {
        unknown += line->kind == OFS_LINE_UNKNOWN;
        in.element = line->element > in.element ? line->element : in.element;
    }
    ofs_infer_letter_bullets(source);
    if (!unknown)
        return;
    ofs_infer_page_ends(source);
    ofs_infer_furniture(source, headings, printed);
    ofs_infer_footnotes(source, in.element, printed);
    ofs_infer_label_columns(source);
    ofs_infer_judgement_table(source, framework);
    note_rows(&in);
    measure(&in);
    for (ofs_line *line = source->lines; line < in.end; line++) {
        if (line->kind == OFS_LINE_UNKNOWN)
            infer_line(&in, line);
        if (line->kind != OFS_LINE_ARTIFACT && line->kind != OFS_LINE_NOTE)
            in.previous = line;
    }
}
