/* previous.c: what a SIF report says of previous inspections: '… inspection of X's arrangements for … was in July 2012.
 * The authority was judged to be …'.
 *
 * Takes only what one sentence says of one year. May not read this inspection's judgements. */
#include "base/sentences.h"
#include "base/words.h"
#include "frameworks/sif/sif.h"

#include <string.h>

enum { QUOTED_WORDS = 40, MOST_PARTS = 4 };

static const char *const INSPECTIONS[] = {"the previous inspection of ",
                                          "the last inspection of ",
                                          "the inspection of ",
                                          "the previous ofsted inspection of ",
                                          "the last ofsted inspection of ",
                                          "an inspection of ",
                                          NULL};

static const char *const OTHER_HEADINGS[] = {"progress since the last inspection",
                                             "information about this local authority area",
                                             "information about the local authority area", NULL};

/* 'Fostering was last inspected in May 2011.': what was, where the text begins so. */
static ofs_str last_inspected(ofs_str text)
{
    static const char *const verbs[] = {"was last inspected in",
                                        "were last inspected in",
                                        "was previously inspected in",
                                        "were previously inspected in",
                                        "was also inspected in",
                                        "were also inspected in",
                                        NULL};
    ofs_str sentence = {text.p, ofs_sentence_end(text, 0)};
    int64_t at = ofs_has_phrase(sentence, "inspected in") ? ofs_first_words(sentence, verbs, NULL) : -1;
    return at > 0 && !memchr(text.p, ',', (size_t)at) ? ofs_trim((ofs_str){text.p, (uint32_t)at}) : OFS_NO_STR;
}

/* What was inspected: from 'inspection of' to the verb before the year, or what such a sentence begins with. */
static ofs_str inspected(ofs_str text, uint32_t year_at)
{
    for (uint32_t at = 0; at < year_at; at = ofs_word_start(text, ofs_sentence_end(text, at))) {
        ofs_str label = last_inspected((ofs_str){text.p + at, text.n - at});
        if (label.n)
            return label;
    }
    static const char *const verbs[] = {"was", "were", "took place", "in", NULL};
    uint32_t length;
    int64_t from = ofs_phrase_find(text, "inspection of ", &length);
    if (from < 0 || (uint32_t)from + length >= year_at)
        return OFS_NO_STR;
    ofs_str label = {text.p + from + length, year_at - (uint32_t)from - length};
    for (const char *const *verb = verbs; *verb; verb++) {
        int64_t at = ofs_first_word(label, *verb, NULL);
        if (at > 0)
            return ofs_trim((ofs_str){label.p, (uint32_t)at});
    }
    return OFS_NO_STR;
}

/* 'Grade 2 (Good).' → 'Good).' */
static ofs_str without_figure(ofs_str text)
{
    uint32_t n = ofs_phrase_at(text, "grade ");
    if (!n || n + 3 >= text.n || !ofs_is_digit(text.p[n]) || text.p[n + 1] != ' ' || text.p[n + 2] != '(')
        return text;
    return (ofs_str){text.p + n + 3, text.n - n - 3};
}

/* Any grade, also 'to be good', which ofs_find_grade() takes for a part of 'requires improvement to be good'. */
static int gives_grade(ofs_str text)
{
    uint32_t length;
    ofs_grade grade;
    ofs_span at;
    if (ofs_find_grade(text, 0, OFS_FIRST, &grade, &at))
        return 1;
    int64_t from = ofs_phrase_find(text, " to be ", &length);
    while (from >= 0) {
        text = ofs_slice(text.p + from + length, text.p + text.n);
        if (ofs_opening_grade(text, &grade, &at))
            return 1;
        from = ofs_phrase_find(text, " to be ", &length);
    }
    return 0;
}

/* The grade right after 'judged (to be)' or 'was', where it is the only one. */
static int judged(ofs_str text, ofs_grade *grade)
{
    static const char *const verbs[] = {"judged to be ",      "judged as ",     "judged that services were ",
                                        "judged to ",         "judged ",        "quality was ",
                                        "effectiveness was ", "authority was ", NULL};
    uint32_t length, other_length;
    ofs_grade other;
    ofs_span at;
    for (const char *const *verb = verbs; *verb; verb++) {
        int64_t from = ofs_phrase_find(text, *verb, &length);
        if (from < 0)
            continue;
        ofs_str rest = without_figure((ofs_str){text.p + from + length, text.n - (uint32_t)from - length});
        return !gives_grade((ofs_str){text.p, (uint32_t)from}) && ofs_opening_grade(rest, grade, &at) &&
               !ofs_find_grade(rest, at.end, OFS_FIRST, &other, &at) &&
               ofs_phrase_find(rest, "judged", &other_length) < 0;
    }
    return 0;
}

static int read_previous(ofs_str text, ofs_previous_judgement *out)
{
    uint32_t at, second;
    out->year = ofs_find_year(text, OFS_FIRST, &at);
    if (!out->year || ofs_find_year(ofs_slice(text.p + at + 4, text.p + text.n), OFS_FIRST, &second))
        return 0; /* two years: which of them the grade is of is not sure */
    out->label = inspected(text, at);
    return out->label.n && judged((ofs_str){text.p + at, text.n - at}, &out->grade);
}

/* What is said of one inspection, or of several that are judged together: up to the sentence that begins another. */
typedef struct statement {
    ofs_str text;
    ofs_str about; /* from 'The previous inspection of' on, or the like; empty where no sentence begins so */
} statement;

static statement next_statement(ofs_str text)
{
    statement said = {text, OFS_NO_STR};
    ofs_previous_judgement found;
    for (uint32_t at = 0; at < text.n; at = ofs_word_start(text, ofs_sentence_end(text, at))) {
        ofs_str rest = {text.p + at, text.n - at}, before = {text.p, at};
        if (!ofs_begins_with(rest, INSPECTIONS) && !last_inspected(rest).n)
            continue;
        if (!said.about.n) {
            said.about = rest;
        } else if (ofs_has_phrase(before, "judged") || read_previous(before, &found)) {
            said.text.n = at;
            said.about.n -= rest.n;
            break;
        }
    }
    return said;
}

/* '− overall effectiveness: inadequate', an item below 'The judgements for the local authority were:'. */
static int read_listed(ofs_str text, ofs_previous_judgement *out)
{
    uint32_t bullet = ofs_bullet_label(text);
    text = ofs_trim((ofs_str){text.p + bullet, text.n - bullet});
    const char *colon = memchr(text.p, ':', text.n);
    if (!colon || !ofs_read_grade(ofs_slice(colon + 1, text.p + text.n), &out->grade))
        return 0;
    out->label = ofs_trim(ofs_slice(text.p, colon));
    return out->label.n != 0;
}

/* 'The last inspection report … was published in January 2016': the inspection may have been the year before. */
static int is_of_publication(ofs_str text)
{
    uint32_t at, length;
    int64_t published = ofs_phrase_find(text, " published in ", &length);
    return published >= 0 && ofs_find_year(text, OFS_FIRST, &at) && published < at;
}

static void doubt_year(ofs_reader *reader, const ofs_block *block)
{
    ofs_add_issue_about(reader, "year_unclear", "previous_judgements", ofs_place_of(block),
                        "The year is that of the earlier report; its inspection may have been the year before: '%s'.",
                        ofs_leading_words(block->text, QUOTED_WORDS), OFS_NO_STR);
}

/* 'The previous inspection of … was in June 2010. … judged to be good for … and adequate for …', and where a sign of the
 * year was misread: 'June 2O10'. */
static void doubt_grade(ofs_reader *reader, const ofs_block *block, ofs_str about)
{
    if (ofs_has_digit(about) && ofs_has_phrase(about, "judged"))
        ofs_add_issue_about(reader, "unreadable", "previous_judgements", ofs_place_of(block),
                            "The grade of an earlier inspection could not be read with certainty: '%s'.",
                            ofs_leading_words(about, QUOTED_WORDS), OFS_NO_STR);
}

/* No earlier inspection's: a figure of the year was misread. */
static int is_later(const ofs_report *report, uint32_t year)
{
    return report->inspection_period_count && report->inspection_periods[0].end.year &&
           year > report->inspection_periods[0].end.year;
}

static void read_statement(ofs_reader *reader, const ofs_block *block, statement said)
{
    ofs_previous_judgement found;
    if (!read_previous(said.text, &found) || is_later(reader->report, found.year)) {
        doubt_grade(reader, block, said.about);
        return;
    }
    if (is_of_publication(said.text))
        doubt_year(reader, block);
    *ofs_add_previous_judgement(reader) = found;
}

static void read_block(ofs_reader *reader, const ofs_block *block, uint32_t *listed)
{
    ofs_previous_judgement found = {.year = *listed};
    uint32_t at;
    if (*listed && read_listed(block->text, &found)) {
        *ofs_add_previous_judgement(reader) = found;
        return;
    }
    *listed = 0;
    if (ofs_has_phrase(block->text, "the judgements for the local authority were"))
        *listed = ofs_find_year(block->text, OFS_FIRST, &at);
    if (*listed && is_of_publication(block->text))
        doubt_year(reader, block);
    statement said;
    for (ofs_str rest = block->text; !*listed && rest.n; rest = ofs_slice(said.text.p + said.text.n, rest.p + rest.n)) {
        said = next_statement(rest);
        read_statement(reader, block, said);
    }
}

/* The block is of the same statement: nothing ended above it, or it says of what stands there how it was judged. */
static int is_rest(ofs_str so_far, const ofs_block *next)
{
    uint32_t at;
    if (next->kind == OFS_BLOCK_HEADING || next->kind == OFS_BLOCK_TABLE || !ofs_begins_with(so_far, INSPECTIONS) ||
        ofs_begins_with(next->text, INSPECTIONS))
        return 0;
    return !ofs_ends_sentence(so_far) || (!ofs_has_phrase(so_far, "judged") && ofs_has_phrase(next->text, "judged") &&
                                          !ofs_find_year(next->text, OFS_FIRST, &at));
}

/* The statement that block *i begins, whole: paragraphs or items of a page may part it. *i gets its last block. */
static ofs_block whole_block(ofs_reader *reader, sif_body body, uint32_t *i)
{
    ofs_block whole = reader->blocks.at[*i];
    for (uint32_t n = 0; n < MOST_PARTS && *i + 1 < body.end && is_rest(whole.text, &reader->blocks.at[*i + 1]); n++)
        whole.text = ofs_concat_words(reader->arena, whole.text, reader->blocks.at[++*i].text);
    return whole;
}

/* Nothing was read, and a statement stands where none is looked for: its heading was lost, or stands elsewhere. */
static void doubt_unread(ofs_reader *reader, sif_body body)
{
    ofs_previous_judgement found;
    for (uint32_t i = body.first; i < body.end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind == OFS_BLOCK_TABLE || !ofs_begins_with(block->text, INSPECTIONS))
            continue;
        ofs_block whole = whole_block(reader, body, &i);
        if (!read_previous(next_statement(whole.text).text, &found))
            continue;
        ofs_add_issue_about(reader, "unreadable", "previous_judgements", ofs_place_of(block),
                            "An earlier inspection's grade stands where none is looked for; it was not read: '%s'.",
                            ofs_leading_words(whole.text, QUOTED_WORDS), OFS_NO_STR);
        return;
    }
}

/* Words on an inspection that no sentence of the known kind begins, for a bullet that was lost may stand before it; of a
 * year of which nothing was read. */
static int is_of_unknown(const ofs_report *report, ofs_str text)
{
    static const char *const inspections[] = {"previous inspection of", "last inspection of", "last inspected", NULL};
    if (ofs_grade_letters(text, 0) >= text.n || !ofs_has_one_of(text, inspections))
        return 0;
    uint32_t at, year = ofs_find_year(text, OFS_FIRST, &at);
    int is_unknown = year != 0;
    for (uint32_t i = 0; i < report->previous_judgement_count && is_unknown; i++)
        is_unknown = report->previous_judgements[i].year != year;
    return is_unknown;
}

static void doubt_unknown(ofs_reader *reader, const ofs_block *block)
{
    statement said;
    for (ofs_str rest = block->text; rest.n; rest = ofs_slice(said.text.p + said.text.n, rest.p + rest.n)) {
        said = next_statement(rest);
        if (!said.about.n && is_of_unknown(reader->report, said.text))
            doubt_grade(reader, block, said.text);
    }
}

typedef enum purpose { TO_READ, TO_DOUBT } purpose;

/* Below 'Previous Ofsted inspections', and where a report has no such heading. */
static void walk(ofs_reader *reader, sif_body body, purpose wanted)
{
    uint32_t listed = 0;
    int is_here = 0; /* below such a heading; a statement may look like one, too */
    for (uint32_t i = body.first; i < body.end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        int is_heading = block->kind == OFS_BLOCK_HEADING && !ofs_begins_with(block->text, INSPECTIONS);
        if (is_heading)
            is_here = ofs_begins_with(block->text, OTHER_HEADINGS) != 0;
        is_here = is_here || body.roles[i] == OFS_ROLE_PREVIOUS;
        if (is_heading || block->kind == OFS_BLOCK_TABLE || !is_here)
            continue;
        if (wanted == TO_DOUBT && !is_of_unknown(reader->report, block->text))
            continue;
        ofs_block whole = whole_block(reader, body, &i);
        if (wanted == TO_READ)
            read_block(reader, &whole, &listed);
        else
            doubt_unknown(reader, &whole);
    }
}

void sif_read_previous(ofs_reader *reader, sif_body body)
{
    walk(reader, body, TO_READ);
    if (!ofs_has_issue(reader->report, NULL, "previous_judgements", NULL))
        walk(reader, body, TO_DOUBT);
    if (!reader->report->previous_judgement_count && !ofs_has_issue(reader->report, NULL, "previous_judgements", NULL))
        doubt_unread(reader, body);
}
