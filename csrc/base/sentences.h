/* sentences.h: where a sentence ends and how one begins. Knows nothing of reports. */
#ifndef OFS_SENTENCES_H
#define OFS_SENTENCES_H

#include "base/text.h"

/* s ends a sentence: . ! ? : ; or a closing quote or bracket after one of them. */
int ofs_ends_sentence(ofs_str s);
/* The first letter is a lower-case one. */
int ofs_starts_lower(ofs_str s);
/* The byte after the first sentence that ends at or after `from`, its closing quotes included; text.n where none
 * ends. */
uint32_t ofs_sentence_end(ofs_str text, uint32_t from);

#endif
