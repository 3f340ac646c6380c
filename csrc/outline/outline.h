/* outline.h: what a framework says of itself, and looking things up in it. May not know any one framework. Holds
 * declarations only. */
#ifndef OFS_OUTLINE_H
#define OFS_OUTLINE_H

#include "source/lines.h"
#include "base/text.h"

typedef struct ofs_reader ofs_reader;

typedef enum ofs_row_kind {
    OFS_ROW_PLAIN,
    OFS_ROW_MISPRINT, /* printed by mistake in some reports: read, with an issue */
    OFS_ROW_GROUP,    /* a heading in the table that has a grade in some reports only */
    /* a heading in the table: whom the judgements below it are about; rows follow it up to the next */
    OFS_ROW_SCOPE,
    OFS_ROW_RECORD,   /* the heading above a table that stands at the report's end */
    OFS_ROW_APART     /* a judgement that has no row: a heading or a sentence gives it. In no table of rows */
} ofs_row_kind;

/* A row of the framework's judgement table. `label` is a phrase (text.h) that begins with a letter and that
 * the printed label is wholly; a key may have several rows, for its several wordings. */
typedef struct ofs_row {
    const char *key, *theme, *label;
    ofs_row_kind kind;
} ofs_row;

/* What a heading stands for. It decides which field of the report a list below it fills. */
typedef enum ofs_role {
    OFS_ROLE_TOPIC,        /* of the report's own; divides what it stands in */
    OFS_ROLE_LINE,         /* the first words of headings that text breaks over lines, whatever they stand for */
    OFS_ROLE_STUDY,        /* a box that interrupts what it stands in */
    OFS_ROLE_PROSE,        /* ends a list: findings, context, next steps */
    OFS_ROLE_JUDGEMENT,    /* a judgement's own section */
    OFS_ROLE_SUBJUDGEMENT, /* the same within another's: adoption, care leavers */
    OFS_ROLE_BOARD_JUDGEMENT,
    OFS_ROLE_REASONS,      /* 'This local authority requires improvement because' */
    OFS_ROLE_OUTCOME,
    OFS_ROLE_STRENGTHS,
    OFS_ROLE_MEETS,        /* what meets requirements */
    OFS_ROLE_DEVELOPMENT,  /* what could be better, apart from what the report asks for */
    OFS_ROLE_ASKED_DEVELOPMENT, /* the same, where it is what the report asks for */
    /* from here to ONE_PRIORITY: recommendations */
    OFS_ROLE_IMPROVE,      /* what needs to improve: recommendations */
    OFS_ROLE_IMPROVE_PART, /* what stands under it: priority action, areas for improvement */
    OFS_ROLE_PRIORITY,     /* areas for priority action: recommendations and findings */
    OFS_ROLE_ONE_PRIORITY, /* the same, all of it one entry */
    OFS_ROLE_COVERED,      /* 'Areas covered by the visit': the letter's opening goes on below it */
    OFS_ROLE_AUTHORITY,    /* the part on the local authority */
    OFS_ROLE_BOARD,        /* the part on the local safeguarding children board (LSCB) */
    OFS_ROLE_CHAPTER,
    OFS_ROLE_SUMMARY,
    OFS_ROLE_SUBTOPIC,     /* a topic that every such report prints */
    OFS_ROLE_MEANING,      /* 'What the inspection judgements mean': grade descriptors */
    OFS_ROLE_PREVIOUS,     /* previous inspections */
    OFS_ROLE_ABOUT,        /* about this inspection */
    OFS_ROLE_TEAM,
    OFS_ROLE_TIMESCALE,    /* 'Within three months:' */
    OFS_ROLE_RECORD,       /* the record of main findings */
    OFS_ROLE_CONTENTS,
    OFS_ROLE_COUNT
} ofs_role;

/* A heading that the framework prints. `phrase` is what it begins with, and with a $ at its end what it is; where it
 * repeats a judgement (`key`) it is the phrase, alone or with a grade behind it. */
typedef struct ofs_heading {
    const char *phrase;
    ofs_role role;
    uint8_t level;   /* 0: as the document has it */
    const char *key; /* NULL: none */
} ofs_heading;

/* A list of headings, and which of them begin with the same letters: made once for all documents, whose texts are
 * compared with all of them again and again. */
enum { OFS_HEADING_SLOTS = 64 };
typedef struct ofs_headings {
    const ofs_heading *at;
    ofs_beginnings beginnings;
    uint32_t *letters; /* the first of each */
    uint16_t first[OFS_HEADING_SLOTS + 1], *next; /* chains of index + 1; the last is of phrases with few letters */
    struct ofs_asked *asked; /* of one document: what it was asked already */
    ofs_arena *arena;        /* … and where the words are kept */
} ofs_headings;

/* The end of a list of headings. */
#define OFS_NO_HEADING {NULL, OFS_ROLE_TOPIC, 0, NULL}

/* What makes an entry of its own. */
typedef enum ofs_list_kind {
    OFS_LIST_OF_ITEMS, /* each item; paragraphs only where there are no items */
    OFS_LIST_LOOSE, /* each item, and each paragraph among them, which has lost its bullet; with an issue */
    OFS_LIST_NUMBERED, /* each numbered paragraph with the items beneath it, and items where there are no numbers */
    OFS_LIST_OF_ROWS, /* each paragraph, with the items that follow it; what shares a table's row is one */
    OFS_LIST_WHOLE /* everything under one heading is one entry */
} ofs_list_kind;

/* What shows a document to be of the framework: of each list of phrases one begins one of its first lines, and so many
 * rows of the judgement table do. */
typedef struct ofs_sign {
    int sure; /* 1 to 100; 0 ends a list of signs */
    const char *const *phrases[4];
    int rows;
} ofs_sign;

/* What a framework always prints. */
typedef enum ofs_always {
    OFS_ALWAYS_FIELD,     /* `field` of the report is filled; any other issue on it says enough */
    OFS_ALWAYS_STRENGTHS, /* findings.strengths is filled; any other issue on findings says enough */
    OFS_ALWAYS_ROLE,      /* the lead inspector's role is printed; any other issue on `field` says enough */
    OFS_ALWAYS_DAYS,      /* one period that was read is of several days */
    OFS_ALWAYS_NUMBERS,   /* paragraphs are numbered, from 1 on */
    OFS_ALWAYS_LAST_NUMBERS, /* the last of them are, too */
    OFS_ALWAYS_JUDGEMENT, /* the judgement of `key`, or that of `or_key` */
    OFS_ALWAYS_ROWS,      /* a judgement for each key among the rows */
    OFS_ALWAYS_SECTIONS   /* a section for each judgement that has a row, but for that of `key` */
} ofs_always;

/* What is filed where it was not read, once however often the same words stand among the invariants. */
typedef struct ofs_invariant {
    ofs_always what;
    const char *code, *field, *message; /* %s: the judgement's name */
    const char *key, *or_key;
    ofs_date until; /* holds for inspections that began before this day; year 0: for all */
    int (*only)(const ofs_reader *reader); /* hook: for which documents it holds; NULL: for all */
} ofs_invariant;

/* The end of a list of invariants. */
#define OFS_NO_INVARIANT {.message = NULL}

/* What a framework says of itself. What it does not have is left out. */
typedef struct ofs_framework {
    ofs_framework_id id;
    const ofs_sign *signs;       /* the first that is met counts */
    const char *const *titles;   /* phrases that its title, or a letter's subject line, begins with; ends with NULL */
    const char *const *openings; /* phrases that begin a letter's sentence on when the visit was; ends with NULL */
    const ofs_row *rows;         /* of its judgement table; ends with a null key */
    int rows_have_numbers;       /* '2.1 Adoption performance' */
    int requires_improvement;    /* is its third grade, which until 2013 was 'adequate' */
    const ofs_heading *headings; /* text, tags and lists all go by them; ends with a null phrase */
    ofs_list_kind lists;         /* of what is asked for */
    int topics_divide; /* a heading of the report's own divides the list it stands in, and does not end it */
    const char *reasons; /* the last word of headings whose lists they divide, too ('because'); NULL: of none */
    const ofs_invariant *invariants; /* what it always prints; ends with OFS_NO_INVARIANT */
    struct {
        uint8_t least, most; /* from the first to the last; most 0: not known */
    } days;
    int is_second_hand;              /* another's words on an inspection: its date is not the report's */
    int (*recognise)(const ofs_source *source); /* hook: how sure, where signs cannot say it */
    void (*read)(ofs_reader *reader); /* fills the report: mostly one of readers/ */
} ofs_framework;

/* A document's first lines, each with all that follows it, by their first letter in either case: chains of index + 1. Signs
 * fall together with letters, so that a phrase must be compared. */
enum { OFS_OPENING_LINES = 60, OFS_OPENING_LETTERS = 32 };
typedef struct ofs_openings {
    const ofs_source *source;
    ofs_str texts[OFS_OPENING_LINES];
    int have_labels; /* a line begins with what was left out */
    uint32_t second[OFS_OPENING_LETTERS]; /* for each first letter a bit for each second one */
    uint8_t first[OFS_OPENING_LETTERS], next[OFS_OPENING_LINES];
} ofs_openings;
ofs_openings ofs_openings_of(const ofs_source *source);
/* How surely the document is of the framework, 0 (not) to 100, from its opening lines. */
int ofs_sureness(const ofs_framework *framework, const ofs_openings *openings);
/* One of the document's first lines begins with one of the phrases, which may go on over line ends; the last is NULL. */
int ofs_opens_with_any(const ofs_source *source, const char *const *phrases);
/* Two labels of a report's cover begin some of them. */
int ofs_has_cover(const ofs_source *source);
/* What stands on the line's page, from that line on, as a text of its own. */
ofs_source ofs_page_from(const ofs_source *source, uint32_t first);
/* Whether they are those of a council's paper. */
int ofs_is_paper(const ofs_source *source);
/* One of its last lines is the publisher's, whatever its kind. */
int ofs_ends_in_imprint(const ofs_source *source);

/* What may stand behind a label and is no part of it. */
#define OFS_LABEL_ENDS ".:;,?*-"

/* The row whose label the text is, of any kind or of one from `least` on; the longest row label that the text begins
 * with, and its bytes. */
const ofs_row *ofs_row_of(const ofs_row *rows, ofs_str text);
const ofs_row *ofs_row_from(const ofs_row *rows, ofs_row_kind least, ofs_str text);
/* The same, of the rows that follow a row of kind scope, up to the next one. */
const ofs_row *ofs_row_in(const ofs_row *scope, ofs_str text);
const ofs_row *ofs_row_begun(const ofs_row *rows, ofs_str text, uint32_t *length);

/* The row of that key that stands first, or NULL. A row's words as a table prints them: 'Care leavers'. */
const ofs_row *ofs_row_keyed(const ofs_row *rows, const char *key);
ofs_str ofs_row_name(ofs_arena *arena, const ofs_row *row);

/* nearest.c. The judgement whose row or heading differs from the text by a word or two, missing or too many, if no other's
 * is as near; NULL: none. */
const char *ofs_nearest_key(const ofs_row *rows, const ofs_heading *headings, ofs_str text);
/* … and its row among a framework's; NULL also where it has none. */
const ofs_row *ofs_nearest_row(const ofs_framework *framework, ofs_str text);

/* headings.c. The first five letters of s as a number, whatever stands between them; 0: it has fewer. What begins with a
 * phrase has the phrase's, unless that is 0. */
uint32_t ofs_first_letters(ofs_str s);
/* `at` may be NULL: no headings. */
ofs_headings ofs_sort_headings(ofs_arena *arena, const ofs_heading *at);
/* The same for one document, which asks for the same words again and again: each is looked up once. */
ofs_headings ofs_headings_for(ofs_arena *arena, const ofs_headings *of_all);
/* The text is one of the headings, or a line that begins one. */
int ofs_is_heading(const ofs_headings *known, ofs_str text);
/* The bytes of its phrase at the text's beginning, whatever follows, or 0; *whole: nothing should. */
uint32_t ofs_heading_words(const ofs_heading *heading, ofs_str text, int *whole);
/* The first heading of the list that the text is, or NULL; never one of role `line`. */
const ofs_heading *ofs_heading_of(const ofs_headings *known, ofs_str text);
/* The first that repeats the judgement of that key, or NULL; also where the key is NULL. */
const ofs_heading *ofs_heading_keyed(const ofs_heading *headings, const char *key);
/* … and what it stands for. */
ofs_role ofs_role_of(const ofs_headings *known, ofs_str text);
/* '… because', '… because:', where that is the framework's word. */
int ofs_gives_reasons(const ofs_framework *framework, ofs_str text);
/* The text begins with one of them, perhaps in the middle of a sentence. */
int ofs_begins_heading(const ofs_heading *headings, ofs_str text);

#endif
