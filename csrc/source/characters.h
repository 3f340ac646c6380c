/* characters.h: what the readers of plain characters share. Holds declarations only. */
#ifndef OFS_CHARACTERS_H
#define OFS_CHARACTERS_H

#include "base/text.h"
#include "source/lines.h"

/* What stands before the words of each line. */
typedef enum ofs_prefix { OFS_NO_PREFIX, OFS_QUOTED, OFS_NUMBERED, OFS_MARKED } ofs_prefix;

/* mails.c: what a mail or an editor has put around a text. */
typedef struct ofs_wrapping {
    ofs_prefix prefix;
    uint32_t above;   /* bytes of what a mail says above the text: its headers, its greeting */
    uint32_t below;   /* … and of the mark that ends a string */
    char mark;        /* OFS_MARKED: what every line begins with */
    ofs_str behind;   /* what every line ends with: '\\', '<br>' */
    int is_encoded;   /* as 'quoted printable': '=E2=80=99', and '=' where a line was cut */
    int is_escaped;   /* as a string of source code: '\n' for a line end */
} ofs_wrapping;

ofs_wrapping ofs_find_wrapping(ofs_str text);
/* The bytes before the words of a line: '> ', the line's number and the space after it, or the mark that all have. */
uint32_t ofs_prefix_at(ofs_str line, const ofs_wrapping *around, uint32_t number);
/* The bytes behind the words of a line. */
uint32_t ofs_bytes_behind(ofs_str line, const ofs_wrapping *around);
/* The bytes at p, which begin with '=', that stand for other ones in a quoted-printable text: for *length bytes, none where
 * a line was cut; 0: they are as they are. */
uint32_t ofs_encoded_at(const char *p, const char *end, char decoded[4], uint32_t *length);

/* escapes.c: the bytes at p that stand for another character, of *length bytes and fewer than they are: of an entity, which
 * begins with '&', or of what source code and JSON write behind a backslash; 0: there are none. */
uint32_t ofs_entity_at(const char *p, const char *end, char sign[4], uint32_t *length);
uint32_t ofs_escape_at(const char *p, const char *end, char sign[4], uint32_t *length);

/* Whether a character may begin one whose bytes were read in another code page: 'Â', 'Ã', 'â', 'ï' in Windows-1252, '┬',
 * '├', 'Γ', '∩' in 437, '┬', '├', 'Ô', '´' in 850, '¬', '√', '‚', 'Ô' on a Mac. */
static inline int ofs_may_be_misread(uint32_t c)
{
    switch (c) {
    case 0xC2:
    case 0xC3:
    case 0xE2:
    case 0xEF:
    case 0x252C:
    case 0x251C:
    case 0x393:
    case 0x2229:
    case 0xD4:
    case 0xB4:
    case 0xAC:
    case 0x221A:
    case 0x201A:
        return 1;
    default:
        return 0;
    }
}

/* code_pages.c: the bytes at p that are the character *sign, or 0. */
uint32_t ofs_misread_at(const char *p, const char *end, uint32_t *sign);

/* page_marks.c: makes source->text a copy with form feeds for the lines that a program writes between pages. */
void ofs_read_page_marks(ofs_source *source);

/* lost.c: '?', U+FFFD or a box where an extractor did not know a character, '9' where a PDF says so. */
typedef struct ofs_lost_sign {
    const char *instead; /* of a bullet, dash or apostrophe, which it certainly was; NULL: as it is */
    int is_lost;         /* nobody can tell what it was */
} ofs_lost_sign;

ofs_lost_sign ofs_lost_sign_at(ofs_str text, const char *p, uint32_t bytes, uint32_t c);
/* What a text of this length has lost, for every report has some: the words after 'has no'; or NULL. */
const char *ofs_lacking(ofs_str text);

#endif
