/* headings.c: looking a heading of an outline up by its printed words. */
#include "outline/outline.h"

#include <string.h>

#include "facts/facts.h"

enum { LONGEST_GRADE = 60 /* bytes */, LETTERS = 5, SHORT = OFS_HEADING_SLOTS, ASKED = 128, LONGEST_KEPT = 200 };

/* Words that were asked for, and which heading they are, of any role: its index + 1, or 0. */
typedef struct ofs_asked {
    ofs_str words; /* a copy: what was asked about may be joined on */
    uint32_t found;
} ofs_asked;

uint32_t ofs_first_letters(ofs_str s)
{
    uint32_t letters = 0;
    for (uint32_t i = 0; i < s.n; i++) {
        if (!ofs_is_letter(s.p[i]))
            continue;
        letters = letters << 5 | (s.p[i] & 31u);
        if (letters >> 5 * (LETTERS - 1))
            return letters;
    }
    return 0;
}

static uint32_t slot_of(uint32_t letters)
{
    return letters ? (letters * 2654435761u >> 16) % OFS_HEADING_SLOTS : SHORT;
}

ofs_headings ofs_sort_headings(ofs_arena *arena, const ofs_heading *at)
{
    ofs_headings sorted = {.at = at};
    uint16_t count = 0;
    while (at && at[count].phrase)
        count++;
    sorted.next = OFS_NEW_ARRAY(arena, uint16_t, count + 1u);
    sorted.letters = OFS_NEW_ARRAY(arena, uint32_t, count + 1u);
    for (uint16_t i = count; i--;) {
        sorted.letters[i] = ofs_first_letters(ofs_str_of(at[i].phrase));
        uint16_t *first = &sorted.first[slot_of(sorted.letters[i])];
        ofs_add_beginning(&sorted.beginnings, at[i].phrase);
        sorted.next[i] = *first;
        *first = (uint16_t)(i + 1);
    }
    return sorted;
}

static int is_heading(const ofs_heading *heading, ofs_str text)
{
    uint32_t n = ofs_phrase_at(text, heading->phrase);
    if (!n || !heading->key)
        return n != 0;
    ofs_str rest = ofs_trim_end((ofs_str){text.p + n, text.n - n}, ".:?"), words;
    ofs_grade grade;
    return !rest.n || (rest.n <= LONGEST_GRADE && ofs_split_heading(text, &words, &grade));
}

uint32_t ofs_heading_words(const ofs_heading *heading, ofs_str text, int *whole)
{
    uint32_t n = ofs_may_match(text, heading->phrase) ? ofs_match_words(text, heading->phrase) : 0;
    *whole = n && heading->phrase[strlen(heading->phrase) - 1] == '$';
    return *whole && n < text.n && ofs_is_letter(text.p[n]) ? 0 : n;
}

/* The first of a chain that the text is: its index + 1, or 0. */
static uint32_t first_of(const ofs_headings *known, uint32_t slot, ofs_str text, int with_lines)
{
    uint32_t i = known->first[slot];
    while (i && !((with_lines || known->at[i - 1].role != OFS_ROLE_LINE) && is_heading(&known->at[i - 1], text)))
        i = known->next[i - 1];
    return i;
}

/* Index + 1 of the first heading that the text is, or 0. */
static uint32_t look_up(const ofs_headings *known, ofs_str text, int with_lines)
{
    uint32_t slot = slot_of(ofs_first_letters(text));
    uint32_t found = first_of(known, slot, text, with_lines);
    uint32_t other = slot != SHORT && known->first[SHORT] ? first_of(known, SHORT, text, with_lines) : 0;
    return found && (!other || found < other) ? found : other;
}

ofs_headings ofs_headings_for(ofs_arena *arena, const ofs_headings *of_all)
{
    ofs_headings made = *of_all;
    made.asked = OFS_NEW_ARRAY(arena, ofs_asked, ASKED);
    made.arena = arena;
    return made;
}

/* By the text's length and its last letters, in which headings that begin alike mostly differ. */
static ofs_asked *asked_for(const ofs_headings *known, ofs_str text)
{
    uint32_t last = 0;
    if (text.n >= sizeof last)
        memcpy(&last, text.p + text.n - sizeof last, sizeof last);
    return &known->asked[((last ^ text.n) * 2654435761u >> 16) % ASKED];
}

/* Index + 1 of the first heading of any role that the text is, or 0. */
static uint32_t find_any(const ofs_headings *known, ofs_str text)
{
    ofs_asked *asked = known->asked && text.n <= LONGEST_KEPT ? asked_for(known, text) : NULL;
    if (asked && ofs_equal(asked->words, text))
        return asked->found;
    uint32_t found = look_up(known, text, 1);
    if (asked)
        *asked = (ofs_asked){ofs_concat(known->arena, text, OFS_NO_STR), found};
    return found;
}

static const ofs_heading *find_heading(const ofs_headings *known, ofs_str text, int with_lines)
{
    if (!ofs_may_begin_one(&known->beginnings, text))
        return NULL;
    uint32_t found = find_any(known, text);
    if (found && !with_lines && known->at[found - 1].role == OFS_ROLE_LINE)
        found = look_up(known, text, 0);
    return found ? &known->at[found - 1] : NULL;
}

const ofs_heading *ofs_heading_of(const ofs_headings *known, ofs_str text)
{
    return find_heading(known, text, 0);
}

int ofs_is_heading(const ofs_headings *known, ofs_str text)
{
    return find_heading(known, text, 1) != NULL;
}

const ofs_heading *ofs_heading_keyed(const ofs_heading *headings, const char *key)
{
    for (; key && headings->phrase; headings++)
        if (headings->key && !strcmp(headings->key, key))
            return headings;
    return NULL;
}

ofs_role ofs_role_of(const ofs_headings *known, ofs_str text)
{
    const ofs_heading *found = ofs_heading_of(known, text);
    return found ? found->role : OFS_ROLE_TOPIC;
}

int ofs_gives_reasons(const ofs_framework *framework, ofs_str text)
{
    ofs_str last = framework->reasons ? ofs_str_of(framework->reasons) : OFS_NO_STR;
    text = ofs_trim_end(text, ":. ");
    return last.n && text.n > last.n && ofs_phrase_at((ofs_str){text.p + text.n - last.n, last.n}, framework->reasons);
}

int ofs_begins_heading(const ofs_heading *headings, ofs_str text)
{
    while (headings && headings->phrase && !(text.n && ofs_phrase_at(text, headings->phrase)))
        headings++;
    return headings && headings->phrase;
}
