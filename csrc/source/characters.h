/* characters.h: what the readers of plain characters share. Holds declarations only. */
#ifndef OFS_CHARACTERS_H
#define OFS_CHARACTERS_H

#include "base/text.h"

/* What stands before the words of each line. */
typedef enum ofs_prefix { OFS_NO_PREFIX, OFS_QUOTED, OFS_NUMBERED } ofs_prefix;

/* mails.c: what a mail or an editor has put around a text. */
typedef struct ofs_wrapping {
    ofs_prefix prefix;
    uint32_t above;   /* bytes of what a mail says above the text: its headers, its greeting */
    uint32_t below;   /* … and of the mark that ends a string */
    int is_encoded;   /* as 'quoted printable': '=E2=80=99', and '=' where a line was cut */
    int is_escaped;   /* as a string of source code: '\n' for a line end */
} ofs_wrapping;

ofs_wrapping ofs_find_wrapping(ofs_str text);
/* The bytes before the words of a line: '> ', or the line's number and the space after it. */
uint32_t ofs_prefix_at(ofs_str line, ofs_prefix kind, uint32_t number);
/* The bytes at p, which begin with '=', that stand for other ones in a quoted-printable text: for *length bytes, none where
 * a line was cut; 0: they are as they are. */
uint32_t ofs_encoded_at(const char *p, const char *end, char decoded[4], uint32_t *length);

/* escapes.c: the bytes at p that stand for another character, of *length bytes and fewer than they are: of an entity, which
 * begins with '&', or of what source code and JSON write behind a backslash; 0: there are none. */
uint32_t ofs_entity_at(const char *p, const char *end, char sign[4], uint32_t *length);
uint32_t ofs_escape_at(const char *p, const char *end, char sign[4], uint32_t *length);

/* code_pages.c: whether a character may begin one whose bytes were read in another code page; the bytes at p that are the
 * character *sign, or 0. */
int ofs_may_be_misread(uint32_t c);
uint32_t ofs_misread_at(const char *p, const char *end, uint32_t *sign);

/* lost.c: '?', U+FFFD or a box where an extractor did not know a character, '9' where a PDF says so. */
typedef struct ofs_lost_sign {
    const char *instead; /* of a bullet, dash or apostrophe, which it certainly was; NULL: as it is */
    int is_lost;         /* nobody can tell what it was */
} ofs_lost_sign;

ofs_lost_sign ofs_lost_sign_at(ofs_str text, const char *p, uint32_t bytes, uint32_t c);
/* What a text of this length has lost, for every report has some: the words after 'has no'; or NULL. */
const char *ofs_lacking(ofs_str text);

#endif
