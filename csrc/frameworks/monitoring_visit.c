/* monitoring_visit.c: letters about monitoring visits to local authority children's services that were judged
 * inadequate, 2016 to today.
 *
 * Progress is told in prose and never graded; the judgement that the letter mentions is the earlier inspection's. May
 * hold only what is peculiar to these letters. Written from Ofsted's handbooks and from what newspapers print of such letters, not from a collection. */
#include "base/words.h"
#include "outline/publisher.h"
#include "readers/letters.h"

enum { OPENING_PARAGRAPHS = 12 };

static const ofs_heading HEADINGS[] = {
    {"areas covered by the visit$", OFS_ROLE_COVERED, 0, NULL},
    {"areas covered by this visit$", OFS_ROLE_COVERED, 0, NULL},
    {"areas covered$", OFS_ROLE_COVERED, 0, NULL},
    {"headline findings$", OFS_ROLE_PROSE, 0, NULL},
    {"main findings$", OFS_ROLE_PROSE, 0, NULL},
    {"findings$", OFS_ROLE_PROSE, 0, NULL},
    {"overview$", OFS_ROLE_PROSE, 0, NULL},
    {"summary$", OFS_ROLE_PROSE, 0, NULL},
    {"findings and evaluation of progress$", OFS_ROLE_PROSE, 0, NULL},
    {"evaluation of progress$", OFS_ROLE_PROSE, 0, NULL},
    {"what needs to improve", OFS_ROLE_IMPROVE, 0, NULL},
    {"next steps$", OFS_ROLE_PROSE, 0, NULL},
    OFS_NO_HEADING,
};

static const ofs_invariant INVARIANTS[] = {
    OFS_VISIT_LETTER_INVARIANTS,
    OFS_NO_INVARIANT,
};

/* The visits are counted, in words or in figures. */
#define MONITORING_VISIT(lead)                                                                          \
    lead "monitoring visit", lead "first monitoring visit", lead "second monitoring visit",             \
        lead "third monitoring visit", lead "fourth monitoring visit", lead "fifth monitoring visit",   \
        lead "sixth monitoring visit", lead "seventh monitoring visit", lead "eighth monitoring visit", \
        lead "1st monitoring visit", lead "2nd monitoring visit", lead "3rd monitoring visit",          \
        lead "4th monitoring visit", lead "5th monitoring visit", lead "6th monitoring visit",          \
        lead "7th monitoring visit", lead "8th monitoring visit"

static const char *const SUBJECTS[] = {MONITORING_VISIT(""), "monitoring of", NULL};
static const char *const OPENINGS[] = {"this letter summarises", "i am writing to summarise", "the visit took place",
                                       NULL};

static const char *const ORDINALS[][2] = {{"first", "1st"},   {"second", "2nd"},    {"third", "3rd"},
                                          {"fourth", "4th"},  {"fifth", "5th"},     {"sixth", "6th"},
                                          {"seventh", "7th"}, {"eighth", "8th"},    {"ninth", "9th"},
                                          {"tenth", "10th"},  {"eleventh", "11th"}, {"twelfth", "12th"}};

/* The number that the text begins with, or 0. */
static uint32_t ordinal_at(ofs_str text)
{
    for (uint32_t i = 0; i < sizeof ORDINALS / sizeof *ORDINALS; i++)
        if (ofs_opening_words(text, (const char *const[]){ORDINALS[i][0], ORDINALS[i][1], NULL}))
            return i + 1;
    return 0;
}

/* 'the fifth monitoring visit', 'the sixth and final monitoring visit', 'the third since the local authority was judged
 * inadequate': what stands behind the number, whose place in the text is `at`. */
static uint32_t number_in(ofs_str text)
{
    static const char *const behind[] = {"monitoring visit", "and final monitoring visit", "visit since", "since",
                                         NULL};
    for (uint32_t at = ofs_word_start(text, 0); at < text.n; at = ofs_word_start(text, at + 1)) {
        ofs_str word = {text.p + at, text.n - at};
        uint32_t number = ordinal_at(word), end = 0;
        while (number && end < word.n && word.p[end] != ' ')
            end++;
        if (number && ofs_opening_words(ofs_trim((ofs_str){word.p + end, word.n - end}), behind))
            return number;
    }
    return 0;
}

static uint32_t number_in_sentences(ofs_str text)
{
    static const char *const begins[] = {"this letter",   "i am writing", "this was",       "this is", "it was",
                                         "the visit was", "this visit",   "the visit took", NULL};
    for (uint32_t start = 0, end; start < text.n; start = end) {
        end = ofs_sentence_end(text, start);
        ofs_str sentence = ofs_trim(ofs_slice(text.p + start, text.p + end));
        uint32_t number = ofs_begins_with(sentence, begins) ? number_in(sentence) : 0;
        if (number)
            return number;
        end = end > start ? end : start + 1;
    }
    return 0;
}

/* Which of the visits it is: from the subject line or the first paragraphs, for further down earlier ones are told of. */
static void read_number(ofs_report *report)
{
    report->visit_number = number_in(report->title);
    for (uint32_t i = 0; i < report->paragraph_count && i < OPENING_PARAGRAPHS && !report->visit_number; i++)
        report->visit_number = number_in_sentences(report->paragraphs[i].text);
}

static void read(ofs_reader *reader)
{
    ofs_read_visit_letter(reader);
    read_number(reader->report);
}

static const char *const SUBJECT[] = {MONITORING_VISIT(""), NULL};
static const char *const SUMMARY[] = {MONITORING_VISIT("this letter summarises the findings of the "),
                                      MONITORING_VISIT("i am writing to summarise the findings of the "),
                                      "this letter summarises the findings of a monitoring visit",
                                      "this letter summarises the findings of our monitoring visit", NULL};
static const ofs_sign SIGNS[] = {{95, {SUMMARY}, 0}, {75, {OFS_SALUTATION, SUBJECT}, 0}, {0, {NULL}, 0}};

const ofs_framework OFS_FRAMEWORK_MONITORING_VISIT = {.id = OFS_MONITORING_VISIT,
                                                      .signs = SIGNS,
                                                      .titles = SUBJECTS,
                                                      .openings = OPENINGS,
                                                      .headings = HEADINGS,
                                                      .invariants = INVARIANTS,
                                                      .days = {1, 5},
                                                      .read = read};
