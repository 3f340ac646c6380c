/* readers.h: what two frameworks print the same way: the cover, the judgement table, the tree of sections, the record of
 * main findings, the boilerplate at the end. Knows no framework's own words. Holds declarations only. */
#ifndef OFS_READERS_H
#define OFS_READERS_H

#include "base/sentences.h"
#include "report/report.h"

/* cover.c: what stands before the body, as pieces: paragraphs, and cells of a table that lays the cover out. */
typedef struct ofs_piece {
    ofs_str text;
    ofs_place place;
    uint8_t bold, size;
} ofs_piece;
typedef struct ofs_cover {
    ofs_piece *at;
    uint32_t count;
} ofs_cover;
/* The pieces of blocks [0, end), up to the judgement table's first row. */
ofs_cover ofs_read_cover(ofs_reader *reader, uint32_t end);
/* A value or a title of a cover ends where the cover's next label begins. */
ofs_str ofs_before_label(ofs_str value);
/* A title that begins with the words `first` of piece i, and has these last words: with the pieces below, where only those
 * have them, as each line of some texts is a paragraph of its own. NULL: with the pieces below, up to a label. */
ofs_str ofs_title_from(ofs_reader *reader, ofs_cover cover, uint32_t i, ofs_str first, const char *last_words);
/* What follows the first of the labels (phrases, ends with NULL), which are of dates, up to the end of its piece or the next
 * label, or the next piece where the label stands alone; with the year, or month and year, that stands alone in the piece
 * behind it. *where gets its piece. */
ofs_str ofs_labelled_dates(ofs_reader *reader, ofs_cover cover, const char *const *labels, const ofs_piece **where);
/* An issue for each flag (facts.h) of a date or period. */
void ofs_add_date_issues(ofs_reader *reader, uint32_t flags, const char *field, ofs_place place, ofs_str printed);
void ofs_read_inspection_dates(ofs_reader *reader, ofs_cover cover);
/* Files an issue where a running footer prints other inspection dates than the cover. */
void ofs_check_footer_dates(ofs_reader *reader);
void ofs_read_published(ofs_reader *reader, ofs_cover cover);
void ofs_read_reference(ofs_reader *reader, ofs_cover cover);
void ofs_read_lead_inspector(ofs_reader *reader, ofs_cover cover);
/* Periods of earlier inspections; `framework` is NULL where it is not known. */
void ofs_add_previous_periods(ofs_reader *reader, const ofs_found_periods *found, const char *framework);
/* Invariants of a framework that prints both. */
/* clang-format off */
#define OFS_ONE_DAY "Only one day of the inspection was read; such an inspection lasts several."
#define OFS_COVER_DATES \
    {OFS_ALWAYS_FIELD, "missing", "inspection_periods", .message = "No inspection dates were found on the cover."}, \
    {OFS_ALWAYS_DAYS, "one_day", "inspection_periods", .message = OFS_ONE_DAY}
#define OFS_COVER_LEAD \
    {OFS_ALWAYS_FIELD, "missing", "lead_inspector", .message = "No lead inspector is printed on the cover."}, \
    {OFS_ALWAYS_ROLE, "missing", "lead_inspector", .message = "No role was found beside the lead inspector's name."}, \
    {OFS_ALWAYS_FIELD, "missing", "inspectors", .message = "No inspector was found on the cover."}
#define OFS_NUMBERED(from) \
    {OFS_ALWAYS_NUMBERS, "number_missing", "sections", \
     .message = "No paragraph has a number, or the first have none, though such reports number them.", \
     .only = (from)}
#define OFS_NUMBERED_TO_THE_END \
    OFS_NUMBERED(NULL), \
    {OFS_ALWAYS_LAST_NUMBERS, "number_missing", "sections", \
     .message = "The last paragraphs have no numbers, though such reports number them."}
#define OFS_COVER_PUBLISHED \
    {OFS_ALWAYS_FIELD, "missing", "published", .message = "No date of publication was found on the cover."}
/* clang-format on */
/* What stands before 'children's services' or the like: an authority's name, or nothing. */
ofs_str ofs_named_in_title(ofs_str after);
/* `printed` names an authority: an issue where a word beside the name may belong to it. */
void ofs_check_authority(ofs_reader *reader, ofs_str printed, ofs_place place);
/* Matches `printed` to the register, or keeps it with an issue. */
void ofs_set_authority(ofs_reader *reader, ofs_str printed, ofs_place place);

/* judgements.c: the only way in for a grade, and the judgement table. */
/* A grade that one place of the document prints. What is left out is not printed. */
typedef struct ofs_offer {
    const ofs_row *row; /* whose judgement it is; NULL: no judgement that the framework has */
    ofs_str label; /* left out: the row's own words */
    ofs_str printed, scope;
    ofs_grade grade;
    ofs_judgement_source source;
    ofs_place place;
    int number_differs; /* 'Grade 3 (good)': the word's grade is offered */
    int is_near; /* the label is not the row's, but nearer to it than to any other */
} ofs_offer;
/* The row that the offer's label is, or is nearest to, of a framework whose rows have no scopes: 1, or 0: none. */
int ofs_name_offer(const ofs_reader *reader, ofs_offer *offer);
/* What stands before a heading's grade holds another one, as where a table's row lost its columns: files an issue. */
int ofs_has_two_grades(ofs_reader *reader, ofs_str before, ofs_grade grade, ofs_place place);
/* The heading begins a part whose judgements the framework tells from those of others, with a number, a footnote's mark
 * or '(continued)' or without: its row, and in *words the heading's own words; NULL: it does not. */
const ofs_row *ofs_scope_row(const ofs_reader *reader, ofs_str heading, ofs_str *words);
/* Keeps the surest of the grades that are offered for a judgement: the table's before a heading's before a sentence's,
 * of one source the first. Files what is doubtful: places that disagree, a grade that only a heading prints though the
 * table should, a misprinted label, a label that is no judgement's. */
void ofs_offer_judgement(ofs_reader *reader, ofs_offer offer);
ofs_judgement *ofs_judgement_by_key(const ofs_report *report, const char *key);
/* The whole of a cell is a grade: 1 and *grade. */
typedef int (*ofs_grade_reader)(ofs_str cell, ofs_grade *grade);
/* Reads every grid from block `first` up to `end` that holds rows of the framework: after dates and authority, which tell
 * this inspection's column from another's. What an earlier inspection's column holds becomes previous_judgements.
 * `figure` reads the grades, two of which in a row are never taken for one; NULL: they are words, or numbers with their
 * words. */
void ofs_read_judgement_tables(ofs_reader *reader, uint32_t first, uint32_t end, ofs_grade_reader figure);
/* Only those of another inspection, which a heading above each tells, behind the report's own. */
void ofs_read_earlier_tables(ofs_reader *reader, uint32_t first, uint32_t end);
/* The first block after the last such grid, or `first` where there is none. */
uint32_t ofs_after_judgement_tables(const ofs_reader *reader, uint32_t first, uint32_t end);
/* How many cells of the block, where it is a table, are labels of the framework's rows. */
uint32_t ofs_judgement_rows(const ofs_reader *reader, const ofs_block *block);

/* record_reports.c: a whole report with its judgements in a 'Record of main findings'. */
void ofs_read_recorded(ofs_reader *reader);
/* Its parts. The block at which the body begins, after cover and contents; the pieces of the cover. */
uint32_t ofs_find_body(const ofs_reader *reader, uint32_t end);
ofs_cover ofs_read_front(ofs_reader *reader, uint32_t body);
/* A heading takes the grade below it; a timescale is no heading, a row's words are one. Returns the new end. */
uint32_t ofs_prepare_record(ofs_reader *reader, uint32_t first, uint32_t end);
/* The items under headings of what to improve, by the time that is printed above them. */
void ofs_read_areas(ofs_reader *reader, uint32_t first, uint32_t end);

/* The headings of such a report that are no judgement's, and its timescales. */
/* clang-format off */
#define OFS_RECORD_TIME(time) {time ":", OFS_ROLE_TIMESCALE, 0, NULL}, {time "$", OFS_ROLE_TIMESCALE, 0, NULL}
#define OFS_RECORD_HEADINGS \
    {"about this inspection", OFS_ROLE_ABOUT, 0, NULL}, {"the inspection judgements and what they", OFS_ROLE_MEANING, 0, NULL}, \
    {"service information", OFS_ROLE_PROSE, 0, NULL}, {"areas for improvement", OFS_ROLE_IMPROVE, 0, NULL}, \
    {"area for improvement$", OFS_ROLE_IMPROVE, 0, NULL}, {"recommendations$", OFS_ROLE_IMPROVE, 0, NULL}, \
    {"record of main findings", OFS_ROLE_RECORD, 0, NULL}, \
    OFS_RECORD_TIME("immediately"), \
    OFS_RECORD_TIME("within one month"), \
    OFS_RECORD_TIME("within two months"), \
    OFS_RECORD_TIME("within three months"), \
    OFS_RECORD_TIME("within four months"), \
    OFS_RECORD_TIME("within six months"), \
    OFS_RECORD_TIME("within nine months"), \
    OFS_RECORD_TIME("within twelve months"), \
    OFS_RECORD_TIME("within 3 months"), \
    OFS_RECORD_TIME("within 6 months"), \
    OFS_RECORD_TIME("within 12 months")
/* clang-format on */

/* What such a report prints, by the key of the overall judgement; a report on two services prints two records. */
/* clang-format off */
#define OFS_RECORD_INVARIANTS OFS_COVER_DATES, OFS_COVER_LEAD, OFS_COVER_PUBLISHED, \
    {OFS_ALWAYS_FIELD, "missing", "recommendations", .message = "There is no heading 'Areas for improvement'."}
#define OFS_RECORD_JUDGEMENT(key_, only_) \
    {OFS_ALWAYS_JUDGEMENT, "missing", "judgements", .message = "The record of main findings is missing or incomplete.", .key = key_, \
     .only = only_}
/* clang-format on */

/* sections.c: the tree of sections and what is the same in every report's body. */
/* Called for each section made from a heading, to set its grade, depth, wording. */
typedef void (*ofs_heading_reader)(ofs_reader *reader, ofs_section *section, const ofs_block *block);
/* Where a reader of blocks is while it joins what was split: in linear time, as joiner and next are kept. */
typedef struct ofs_halves {
    ofs_joiner joiner;
    const ofs_block *next; /* number or heading */
    int within; /* only between two numbers: other text may follow the last */
} ofs_halves;

/* A paragraph without a number in a series of numbered ones, of which it is the second half: joined to the one above. */
int ofs_take_second_half(ofs_reader *reader, ofs_halves *halves, ofs_block *above, const ofs_block *block,
                         const ofs_block *end);

void ofs_read_sections(ofs_reader *reader, uint32_t first, uint32_t end, ofs_heading_reader heading);
/* The block at which the publisher's boilerplate begins, or blocks.count. */
uint32_t ofs_body_end(const ofs_reader *reader);
uint32_t ofs_body_end_from(const ofs_reader *reader, uint32_t first);
/* What stands before the publisher's boilerplate, which may follow the last name of a team without a gap. */
ofs_str ofs_before_boilerplate(ofs_str text);
void ofs_read_footnotes(ofs_reader *reader);
void ofs_check_paragraph_numbers(ofs_reader *reader);
/* The heading takes the words below it, which end at byte `end`. */
void ofs_append_to_heading(ofs_reader *reader, ofs_block *heading, ofs_str words, uint32_t end);
/* A heading without its footnote mark, closing colon or question mark stays. */
ofs_str ofs_heading_text(ofs_reader *reader, const ofs_block *block);

/* references.c: the recommendation's references to the national framework, '(outcome 3, national framework)' in its
 * many wordings; the text keeps them. */
void ofs_read_references(ofs_reader *reader, ofs_recommendation *recommendation);

#endif
