/* headings.c: looking a heading of an outline up by its printed words. */
#include "outline/outline.h"

#include <string.h>

#include "facts/facts.h"

enum { LONGEST_GRADE = 60 /* bytes */ };

int ofs_is_heading(const ofs_heading *heading, ofs_str text)
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

const ofs_heading *ofs_heading_of(const ofs_heading *headings, ofs_str text)
{
    for (; headings && headings->phrase; headings++)
        if (ofs_may_match(text, headings->phrase) && headings->role != OFS_ROLE_LINE && ofs_is_heading(headings, text))
            return headings;
    return NULL;
}

const ofs_heading *ofs_heading_keyed(const ofs_heading *headings, const char *key)
{
    for (; key && headings->phrase; headings++)
        if (headings->key && !strcmp(headings->key, key))
            return headings;
    return NULL;
}

ofs_role ofs_role_of(const ofs_heading *headings, ofs_str text)
{
    const ofs_heading *found = ofs_heading_of(headings, text);
    return found ? found->role : OFS_ROLE_TOPIC;
}

int ofs_begins_heading(const ofs_heading *headings, ofs_str text)
{
    while (headings && headings->phrase && !(text.n && ofs_phrase_at(text, headings->phrase)))
        headings++;
    return headings && headings->phrase;
}
