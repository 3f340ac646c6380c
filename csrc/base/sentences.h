/* sentences.h: where a sentence ends and how one begins. Knows nothing of reports. */
#ifndef OFS_SENTENCES_H
#define OFS_SENTENCES_H

#include "base/text.h"

/* s ends a sentence: . ! ? : ; or a closing quote or bracket after one of them, or a remark in brackets ('… done.
 * (Recommendation)'). */
int ofs_closes_sentence(ofs_str s);
static inline int ofs_ends_sentence(ofs_str s) /* nearly every line ends with a letter or a full stop */
{
    char last = s.n ? s.p[s.n - 1] : 'a';
    return last == '.' || (!ofs_is_letter(last) && ofs_closes_sentence(s));
}
/* The first letter is a lower-case one. */
int ofs_opens_lower(ofs_str s);
static inline int ofs_starts_lower(ofs_str s)
{
    return s.n && (ofs_is_lower(*s.p) || (!ofs_is_upper(*s.p) && ofs_opens_lower(s)));
}
/* The byte after the first sentence that ends at or after `from`, its closing quotes included; text.n where none
 * ends. */
uint32_t ofs_sentence_end(ofs_str text, uint32_t from);
/* The bytes of a run that may end a sentence ('.', '?', '!'), as bits. */
uint32_t ofs_stops_in_run(const char run[OFS_RUN]);

#endif
