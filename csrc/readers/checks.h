/* checks.h: is the document one report, and all of it? Checks that file issues and change no value. Declarations
 * only. */
#ifndef OFS_CHECKS_H
#define OFS_CHECKS_H

#include "readers/letters.h"

/* The report's own text ends at block `end`: an issue where more follows than a publisher's last page, and one where
 * nothing does, though the framework's reports always end with that page. Call it before blocks are rewritten. */
void ofs_check_end(ofs_reader *reader, uint32_t end);
/* An issue on each field that is read from sentences, and not from a cover or a table. */
void ofs_doubt_sentences(ofs_reader *reader, const char *code, ofs_place place, const char *message, ofs_str first,
                         ofs_str second);
/* … and on each that is read from those as well. */
void ofs_doubt_facts(ofs_reader *reader, const char *code, ofs_place place, const char *message, ofs_str first,
                     ofs_str second);
/* Issues on each fact where another report's cover, or a letter, begins before block `end`. */
void ofs_check_one_report(ofs_reader *reader, uint32_t end);
/* An issue where a second salutation follows the letter's own. */
void ofs_check_one_letter(ofs_reader *reader, const ofs_letter *letter);
/* An issue where two long paragraphs in a row stand twice: a page that was copied in twice. */
void ofs_check_repeats(ofs_reader *reader);
/* page_order.c: finds where the text's pages stand, if nobody has. */
void ofs_find_pages(ofs_reader *reader);
/* The first number at a page's foot, or at its head, that does not follow on the one before, and its page; 0 where there is
 * none, or no two follow on each other. */
uint32_t ofs_find_page_jump(ofs_reader *reader, ofs_place *place);
/* An issue where the overall judgement is better or worse than every other, or not inadequate though help and
 * protection or care is: no report that was read prints that. */
void ofs_check_overall(ofs_reader *reader);

/* oddities.c. After the report has been read, whose own text ends at block `end`: issues where something was read that no
 * report prints. */
void ofs_check_oddities(ofs_reader *reader, uint32_t end);
/* The line that holds the byte, or line_count: what is asked about stands one behind the other, so that it is mostly looked
 * for from `near` on. */
uint32_t ofs_line_holding(const ofs_source *source, uint32_t byte, uint32_t near);

/* What several entries or paragraphs have wrong: one issue is enough to have them looked at. Where there are more than one it
 * has no span, and so is about each of them. oddities.c. */
typedef struct ofs_faults {
    const char *message; /* of the first, as what follows */
    ofs_str about;
    ofs_place place;
    uint32_t count;
} ofs_faults;
void ofs_note_fault(ofs_faults *found, const char *message, ofs_str about, ofs_place place);

/* torn.c. Issues where paragraphs end within a sentence that goes on in the next, or have no words. */
void ofs_check_torn(ofs_reader *reader);

/* other_grades.c. An issue where the text grades a judgement otherwise than the table or the heading that was read. */
void ofs_check_other_grades(ofs_reader *reader, uint32_t end);

/* origin.c. An issue where nothing shows that the document is Ofsted's own. */
void ofs_check_origin(ofs_reader *reader, uint32_t end);

/* unseen.c. An issue where a PDF holds a judgement, a date or a name that its pages do not show. */
void ofs_check_unseen(ofs_reader *reader);

/* lost_signs.c. An issue on what lacks characters that an extractor lost, or may lack them. */
void ofs_note_lost_characters(ofs_reader *reader);
/* … on what has marks of footnotes left in its words. */
void ofs_note_left_marks(ofs_reader *reader);

/* The last check of every report. What its framework always prints and was not read; a report dated long after the
 * inspection, or before it, where its reader has not said so. */
void ofs_check_invariants(ofs_reader *reader);
void ofs_check_dates(ofs_reader *reader);
/* An issue where the running lines, or the text, name another authority than the title and never the title's. */
void ofs_check_names(ofs_reader *reader);

#endif
