/* letters.h: what every letter prints, whatever it is about: its date, whom it is addressed to, the subject line, when
 * the visit took place and who made it, what it looked at, who signed.
 *
 * A letter's file gives the words of its own subject line and opening sentence; nothing here knows one kind of letter.
 * Call ofs_find_letter() first, then what the letter prints. Holds declarations only. */
#ifndef OFS_LETTERS_H
#define OFS_LETTERS_H

#include "readers/readers.h"

/* A paragraph before the first heading; split ones are joined. */
typedef struct ofs_opening {
    ofs_str text;
    ofs_place place;
    int is_item;
} ofs_opening;

typedef struct ofs_letter {
    uint32_t salutation; /* line of 'Dear …'; source->line_count: none is printed */
    uint32_t head;       /* line that the head begins with: 0, or one below the first page's text */
    uint32_t head_end;   /* line: of the salutation, else of the subject line, else 0; of a late head its end */
    uint32_t closing;    /* line of 'Yours sincerely', else of who signed; source->line_count: neither */
    uint32_t body, end;  /* blocks of the letter proper: after the subject line, before the closing */
    ofs_str subject;     /* null: none was found */
    ofs_place subject_place;
    ofs_opening *opening; /* what stands between the subject line and the first heading */
    uint32_t opening_count;
    ofs_joiner joiner; /* of its last paragraph */
} ofs_letter;

/* Invariants of frameworks that are letters: of all; of those that a person signs and addresses to a person; of those
 * about a visit that ofs_read_visit_letter() reads. */
/* clang-format off */
#define OFS_LETTER_INVARIANTS \
    {OFS_ALWAYS_FIELD, "missing", "title", .message = "The letter's subject line was not found."}, \
    {OFS_ALWAYS_FIELD, "missing", "published", .message = "The letter bears no date."}
#define OFS_PERSONAL_LETTER_INVARIANTS OFS_LETTER_INVARIANTS, \
    {OFS_ALWAYS_FIELD, "missing", "addressee", .message = "No address is printed above the salutation."}, \
    {OFS_ALWAYS_FIELD, "missing", "lead_inspector", .message = "The name of the person who signed the letter could not be read."}
#define OFS_VISIT_LETTER_INVARIANTS OFS_PERSONAL_LETTER_INVARIANTS, \
    {OFS_ALWAYS_FIELD, "missing", "inspection_periods", .message = "No sentence says when the visit took place."}, \
    {OFS_ALWAYS_FIELD, "missing", "inspectors", .message = "The inspectors' names were not found."}, \
    {OFS_ALWAYS_FIELD, "missing", "focus", .message = "No sentence says what the inspectors looked at."}
#define OFS_LETTER_DATES \
    {OFS_ALWAYS_FIELD, "missing", "inspection_periods", .message = "No sentence of the opening says when the inspection took place."}
/* clang-format on */

/* letters.c: the parts of the letter. Its subject line begins with one of the framework's titles; a heading that follows
 * the salutation is taken where none fits. 0: there is no salutation, and the letter's parts are those of the whole
 * document. */
int ofs_find_letter(ofs_reader *reader, ofs_letter *letter);

/* The subject line as the report's title; the authority that it names, else the one that the opening names. */
void ofs_read_subject(ofs_reader *reader, const ofs_letter *letter);
/* What follows the last ' in ' of a subject line, or null. */
ofs_str ofs_area_in(ofs_str subject);
/* The date at the letter's head → published. */
void ofs_read_letter_date(ofs_reader *reader, const ofs_letter *letter);
/* The first line of the address, without a title → addressee. */
void ofs_read_addressee(ofs_reader *reader, const ofs_letter *letter);
/* Who signed → lead_inspector, with the role below the name. */
void ofs_read_signature(ofs_reader *reader, const ofs_letter *letter);
/* An issue on what stands in its body where nothing shows that it has ended. */
void ofs_check_signed(ofs_reader *reader, const ofs_letter *letter);

/* visit_letters.c. */
/* The periods in the opening's sentence that begins with one of the framework's openings → inspection_periods. A year that
 * is not printed is the letter's, or the one before where the visit would come after the letter. Read the letter's date
 * first. */
void ofs_read_inspection_period(ofs_reader *reader, const ofs_letter *letter);

/* previous.c. What the letter's sentences say of earlier inspections → previous_inspections, previous_judgements. Read
 * this inspection's period first. */
void ofs_read_previous(ofs_reader *reader, const ofs_letter *letter);

/* A letter about a visit: head and foot, dates, inspectors, focus (what they looked at: from 'arrangements', or what
 * they 'looked at', to the end of the sentence and over the list that it leads up to), sections, areas for priority
 * action and what needs to improve as recommendations, strengths, footnotes. Never a judgement. */
void ofs_read_visit_letter(ofs_reader *reader);

#endif
