/* lost_signs.c: which fields of the report lack what an extractor lost, and which hold what it left in their words: the
 * characters that it did not know, the marks of footnotes.
 *
 * May file issues and may not change a value. */
#include "readers/checks.h"
#include "source/characters.h"

enum {
    MOST_SINGLE = 4, /* that many lost signs are looked for in the values; more may be anywhere, headings among them */
    MOST_NOTES = 63,
    LEAST_WORD = 3 /* bytes */
};

/* What a text has, in bits. */
typedef uint64_t sought(ofs_str text);

typedef struct field {
    const char *name;
    uint64_t found;
} field;

static uint64_t has_lost(ofs_str text)
{
    static const char leads[] = {'?', '\xE2', '\xEF'};
    const char *end = text.n ? text.p + text.n : text.p;
    for (size_t i = 0; text.n && i < sizeof leads; i++)
        for (const char *p = text.p; (p = ofs_find_byte(p, end, leads[i])) < end;) {
            uint32_t c, n = ofs_utf8_next(p, end, &c);
            if ((c == '?' || c == 0xFFFD || c == 0x25A1) && ofs_lost_sign_at(text, p, n, c).is_lost)
                return 1;
            p += n;
        }
    return 0;
}

static uint64_t in_sections(const ofs_report *report, sought *in)
{
    uint64_t found = 0;
    for (uint32_t i = 0; i < report->section_count; i++)
        found |= in(report->sections[i].heading);
    for (uint32_t i = 0; i < report->paragraph_count; i++)
        found |= in(report->paragraphs[i].text);
    return found;
}

static uint64_t in_findings(const ofs_report *report, sought *in)
{
    const ofs_findings *const lists[] = {&report->strengths, &report->meets_requirements,
                                         &report->areas_for_development, &report->priority_actions,
                                         &report->significant_weaknesses};
    uint64_t found = 0;
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (uint32_t i = 0; i < lists[k]->count; i++)
            found |= in(lists[k]->at[i].text);
    return found;
}

static uint64_t in_people(const ofs_report *report, sought *in)
{
    uint64_t found = 0;
    for (uint32_t i = 0; i < report->inspector_count; i++)
        found |= in(report->inspectors[i].name) | in(report->inspectors[i].role);
    return found;
}

static uint64_t in_recommendations(const ofs_report *report, sought *in)
{
    uint64_t found = 0;
    for (uint32_t i = 0; i < report->recommendation_count; i++)
        found |= in(report->recommendations[i].text);
    return found;
}

static uint64_t in_notes(const ofs_report *report, sought *in)
{
    uint64_t found = 0;
    for (uint32_t i = 0; i < report->footnote_count; i++)
        found |= in(report->footnotes[i].text);
    return found;
}

/* A digit, or the last byte of a raised one: few runs have any, and what is near them need not be looked at in others. */
static int has_digits(const char *p)
{
    uint8_t marks[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        marks[i] = OFS_MARK_IF((uint8_t)(((uint8_t)p[i] & 0x7F) - '0') < 10);
    return ofs_any_in_run(marks);
}

/* Where a mark's first digit may end, in bits. '¹' to '⁹' end in the bytes of '1' to '9' with the top bit set; before others a
 * small letter or a bracket is near. */
static uint32_t marks_of_run(const char *p)
{
    uint8_t marks[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++) {
        uint8_t c = (uint8_t)p[i], before = (uint8_t)p[i - 1], further = (uint8_t)p[i - 2];
        uint8_t near = before > further ? before : further, most = c > near ? c : near;
        marks[i] = OFS_MARK_IF(((uint8_t)((c & 0x7F) - '0') < 10) & (most >= '['));
    }
    return ofs_bits_of_run(marks);
}

/* The text before byte i ends in a word, or in its stop or comma. It has three small letters at its end, or it may be a
 * name that a number belongs to: 'KS4', 's20'. */
static int is_behind_word(ofs_str text, uint32_t i)
{
    i -= i && (text.p[i - 1] == '.' || text.p[i - 1] == ',');
    return i >= LEAST_WORD && ofs_is_lower(text.p[i - 1]) && ofs_is_lower(text.p[i - 2]) && ofs_is_lower(text.p[i - 3]);
}

/* The number that the text begins with, before a space, a stop or a bracket, as a bit; else none. */
static uint64_t number_bit(ofs_str text)
{
    uint32_t i = 0, number = 0;
    for (; i < text.n && ofs_is_digit(text.p[i]) && number <= MOST_NOTES; i++)
        number = number * 10 + (uint32_t)(text.p[i] - '0');
    int ends = i == text.n || text.p[i] == ' ' || text.p[i] == '.' || text.p[i] == ',' || text.p[i] == ']';
    return i && ends && number <= MOST_NOTES ? (uint64_t)1 << number : 0;
}

/* The mark at a place of marks_of_run() as a bit; else none. */
static uint64_t mark_at(ofs_str text, uint32_t i)
{
    uint32_t c;
    const char *p = text.p + i, *end = text.p + text.n;
    if (ofs_is_digit(*p))
        return is_behind_word(text, i - (p[-1] == '[')) ? number_bit(ofs_slice(p, end)) : 0;
    p = ofs_utf8_back(text.p, p + 1);
    ofs_utf8_next(p, end, &c);
    return is_behind_word(text, (uint32_t)(p - text.p)) && ofs_raised_digit(c) < 10 ? (uint64_t)1 << ofs_raised_digit(c)
                                                                                    : 0;
}

/* 'Seen in Ayton.1 They', 'children12 and', 'children[1]', 'children¹': a bit for each number. */
static uint64_t marks_in(ofs_str text)
{
    char copy[LEAST_WORD + OFS_RUN] = {0};
    uint32_t last = text.n < sizeof copy ? LEAST_WORD : text.n - OFS_RUN; /* the last run ends with the text */
    if (text.n <= LEAST_WORD)
        return 0;
    const char *p = text.n < sizeof copy ? memcpy(copy, text.p, text.n) : text.p;
    uint64_t found = 0;
    for (uint32_t at = LEAST_WORD;; at = last - at > OFS_RUN ? at + OFS_RUN : last) {
        for (uint32_t marks = has_digits(p + at) ? marks_of_run(p + at) : 0; marks; marks &= marks - 1)
            found |= mark_at(text, at + ofs_lowest_bit(marks));
        if (at == last)
            return found;
    }
}

static uint64_t noted_marks(const ofs_report *report)
{
    uint64_t found = 0;
    for (uint32_t i = 0; i < report->footnote_count; i++)
        found |= number_bit(report->footnotes[i].mark);
    return found;
}

/* The first paragraph with one of these marks; entries of lists are paragraphs, too. */
static ofs_place place_of(const ofs_report *report, uint64_t marks)
{
    for (uint32_t i = 0; i < report->paragraph_count; i++) {
        const ofs_paragraph *at = &report->paragraphs[i];
        if (marks_in(at->text) & marks)
            return (ofs_place){at->page, at->span};
    }
    return OFS_NOWHERE;
}

void ofs_note_left_marks(ofs_reader *reader)
{
    const ofs_report *report = reader->report;
    const field fields[] = {{"sections", in_sections(report, marks_in)},
                            {"recommendations", in_recommendations(report, marks_in)},
                            {"findings", in_findings(report, marks_in)},
                            {"focus", marks_in(report->focus)},
                            {"title", marks_in(report->title)}};
    uint64_t noted = noted_marks(report), all = noted | 1; /* 0 is before the first */
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        all |= fields[i].found;
    /* They count up: what follows none, and is none that has a footnote, is no mark. */
    uint64_t marks_left = noted | all << 1;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        uint64_t marks = fields[i].found & marks_left;
        if (marks)
            ofs_add_issue(reader, "note_mark", fields[i].name, place_of(report, marks),
                          "A number that is glued to a word may be a footnote's mark; it was left in the words.");
    }
}

void ofs_note_lost_characters(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    const ofs_report *report = reader->report;
    const char *lacks = reader->framework->id == OFS_UNKNOWN ? NULL : source->lacks;
    int anywhere = lacks || source->has_digit_quotes || source->lost_characters > MOST_SINGLE;
    if (!anywhere && !source->lost_characters)
        return;
    const field fields[] = {{"sections", in_sections(report, has_lost)},
                            {"recommendations", in_recommendations(report, has_lost)},
                            {"findings", in_findings(report, has_lost)},
                            {"inspectors", in_people(report, has_lost)},
                            {"previous_judgements", 0},
                            {"previous_inspections", 0},
                            {"footnotes", in_notes(report, has_lost)},
                            {"focus", has_lost(report->focus)},
                            {"addressee", has_lost(report->addressee)},
                            {"lead_inspector", has_lost(report->lead_inspector.name)},
                            {"authority", has_lost(report->authority.name) | has_lost(report->title)},
                            {"title", has_lost(report->title)}};
    const char *message =
        "Characters of the text are lost: '?', U+FFFD or a box stands for them. Words may lack letters, "
        "and quotations, bullets or dashes may be missing.";
    if (source->has_digit_quotes)
        message =
            "The digit 9 stands for apostrophes, and 8 for opening quotation marks, as in 'children9s': the PDF that "
            "the text is from says so. Only what is certain was mended.";
    if (lacks)
        message = "The text has no %s anywhere: such characters are lost. Words may lack letters, and lists their "
                  "bullets. Extract the text anew, or give the PDF.";
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (anywhere || fields[i].found)
            ofs_add_issue_about(reader, "lost_characters", fields[i].name, OFS_NOWHERE, message, ofs_str_of(lacks),
                                OFS_NO_STR);
}
