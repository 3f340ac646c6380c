/* opening.c: what a document's first lines begin with, by which a framework recognises its own, and whether the publisher's
 * imprint ends it or a council's paper begins it.
 *
 * May not read facts, and never looks at a file's name. */
#include "outline/outline.h"
#include "outline/publisher.h"

#include <string.h>

enum { LAST_LINES = 60, LEAST_LABELS = 2, LONGEST_LABEL = 32 /* bytes */ };

static ofs_str from_line(const ofs_source *source, uint32_t line)
{
    uint32_t start = source->lines[line].start;
    return (ofs_str){source->text.p + start, source->text.n - start};
}

static uint32_t opening(const ofs_source *source)
{
    return source->line_count < OFS_OPENING_LINES ? source->line_count : OFS_OPENING_LINES;
}

/* What may stand before a phrase. */
enum { NOTHING = 0, ITS_NUMBER = 1, A_BULLET = 2 };

static ofs_str behind_label(ofs_str text, int before)
{
    uint32_t n = before & A_BULLET ? ofs_bullet_label(text) : 0, most = text.n < LONGEST_LABEL ? text.n : LONGEST_LABEL;
    while (n < most && (text.p[n] == ' ' || (before & ITS_NUMBER && (ofs_is_digit(text.p[n]) || text.p[n] == '.'))))
        n++;
    return (ofs_str){text.p + n, text.n - n};
}

static uint32_t letter(char c)
{
    return c & (OFS_OPENING_LETTERS - 1u);
}

static ofs_openings openings_behind(const ofs_source *source, int before)
{
    ofs_openings made;
    made.source = source;
    made.have_labels = 0;
    memset(made.first, 0, sizeof made.first);
    memset(made.second, 0, sizeof made.second);
    for (uint32_t i = opening(source); i--;) {
        ofs_str text = from_line(source, i);
        made.texts[i] = before ? behind_label(text, before) : text;
        made.have_labels |= made.texts[i].p != text.p;
        text = made.texts[i];
        if (!text.n)
            continue;
        uint32_t first = letter(*text.p);
        made.second[first] |= text.n > 1 ? 1u << letter(text.p[1]) : UINT32_MAX;
        made.next[i] = made.first[first];
        made.first[first] = (uint8_t)(i + 1);
    }
    return made;
}

ofs_openings ofs_openings_of(const ofs_source *source)
{
    return openings_behind(source, NOTHING);
}

static int opens_with(const ofs_openings *in, const char *phrase)
{
    uint32_t first = letter(*phrase);
    int may_be = phrase[1] < 'a' || (in->second[first] >> letter(phrase[1]) & 1);
    uint8_t at = may_be ? in->first[first] : 0;
    while (at && !ofs_phrase_at(in->texts[at - 1], phrase))
        at = in->next[at - 1];
    return at != 0;
}

static int opens_with_any(const ofs_openings *in, const char *const *phrases)
{
    while (*phrases && !opens_with(in, *phrases))
        phrases++;
    return *phrases != NULL;
}

int ofs_opens_with_any(const ofs_source *source, const char *const *phrases)
{
    ofs_openings in = ofs_openings_of(source);
    return opens_with_any(&in, phrases);
}

static int has_cover(const ofs_openings *in)
{
    int found = 0;
    for (const char *const *const *labels = OFS_COVER_LABELS; *labels; labels++)
        found += opens_with_any(in, *labels);
    return found >= LEAST_LABELS;
}

int ofs_has_cover(const ofs_source *source)
{
    ofs_openings in = ofs_openings_of(source);
    return has_cover(&in);
}

ofs_source ofs_page_from(const ofs_source *source, uint32_t first)
{
    ofs_source page = *source;
    page.lines += first;
    page.line_count -= first;
    for (uint32_t i = 1; i < page.line_count; i++)
        if (page.lines[i].page != page.lines[0].page)
            page.line_count = i;
    return page;
}

int ofs_is_paper(const ofs_source *source)
{
    /* What a line of a committee's paper begins with, and none of a report. */
    static const char *const paper[] = {"report of the director",
                                        "report of the head",
                                        "report of the chief",
                                        "report of the corporate",
                                        "report of the executive",
                                        "report of the strategic",
                                        "report of the assistant",
                                        "report of the interim",
                                        "report of the leader",
                                        "report of the cabinet",
                                        "report of the portfolio",
                                        "report of:",
                                        "report to:",
                                        "report to cabinet",
                                        "report to council",
                                        "purpose of report",
                                        "purpose of the report",
                                        "1. purpose",
                                        "1 purpose",
                                        "1.0 purpose",
                                        "wards affected",
                                        "ward(s) affected",
                                        "agenda item",
                                        "report author",
                                        "decision maker:",
                                        "key decision",
                                        "background papers",
                                        "minutes of the",
                                        "minutes of a ",
                                        NULL};
    return ofs_opens_with_any(source, paper);
}

/* So many rows of the framework's table begin one of the first lines; keys count once. */
static int has_opening_rows(const ofs_openings *in, const ofs_framework *framework, int enough)
{
    int found = 0;
    const char *key = NULL;
    for (const ofs_row *row = framework->rows; row->key && found < enough; row++)
        if (row->key != key && opens_with(in, row->label)) {
            key = row->key;
            found++;
        }
    return found >= enough;
}

static int has_rows_behind(const ofs_openings *in, const ofs_framework *framework, int before, int enough)
{
    ofs_openings behind = openings_behind(in->source, before);
    return has_opening_rows(&behind, framework, enough);
}

/* Where no line begins with a bullet, they were looked for already. */
static int has_rows_in_list(const ofs_openings *in, const ofs_framework *framework, int before, int enough)
{
    ofs_openings behind = openings_behind(in->source, before | A_BULLET);
    return behind.have_labels && has_opening_rows(&behind, framework, enough);
}

/* An article lists them with bullets, too, but has neither title nor cover above them. */
static int has_rows(const ofs_sign *sign, const ofs_framework *framework, const ofs_openings *in)
{
    int before = framework->rows_have_numbers ? ITS_NUMBER : NOTHING;
    int found =
        before ? has_rows_behind(in, framework, before, sign->rows) : has_opening_rows(in, framework, sign->rows);
    return found || (sign->phrases[0] && has_cover(in) && has_rows_in_list(in, framework, before, sign->rows));
}

/* `absent`: so many rows, which a sign before it asked for, are not there; 0: none asked. */
static int is_met(const ofs_sign *sign, const ofs_framework *framework, const ofs_openings *in, int *absent)
{
    for (size_t i = 0; i < sizeof sign->phrases / sizeof *sign->phrases && sign->phrases[i]; i++)
        if (!opens_with_any(in, sign->phrases[i]))
            return 0;
    if (!sign->rows)
        return 1;
    if (*absent && sign->rows >= *absent && !sign->phrases[0])
        return 0; /* they would be looked up again */
    *absent = sign->rows;
    return has_rows(sign, framework, in);
}

int ofs_sureness(const ofs_framework *framework, const ofs_openings *openings)
{
    int absent = 0;
    if (framework->recognise)
        return framework->recognise(openings->source);
    const ofs_sign *sign = framework->signs;
    while (sign && sign->sure && !is_met(sign, framework, openings, &absent))
        sign++;
    return sign ? sign->sure : 0;
}

/* The year of a copyright may stand on the next line: `below`. */
static int is_imprint(ofs_str line, ofs_str below)
{
    return ofs_has_one_of(line, OFS_IMPRINT_WORDS) ||
           (below.n && ofs_is_digit(*below.p) && ofs_has_phrase(line, "crown copyright"));
}

int ofs_ends_in_imprint(const ofs_source *source)
{
    ofs_str below = OFS_NO_STR;
    for (uint32_t i = source->line_count, seen = 0; i-- && seen < LAST_LINES; seen++) {
        ofs_str line = ofs_line_text(source, &source->lines[i]);
        if (is_imprint(line, below))
            return 1;
        below = line;
    }
    return 0;
}
