/* words.h: whole words in a sentence, and the quotation marks around it. Holds declarations only. */
#ifndef OFS_WORDS_H
#define OFS_WORDS_H

#include "base/text.h"

/* A quotation mark, straight or curly, at the start of s, or at its end: its bytes, or 0. */
uint32_t ofs_quote_at(ofs_str s);
uint32_t ofs_quote_ending(ofs_str s);

/* The first or last place in s of any of the phrases (text.h; two letters at least; at most 64, then NULL), on word
 * bounds; one that ends in '*' is the beginning of a word. *length (may be NULL) gets the bytes matched. -1: none stands
 * there. */
int64_t ofs_first_words(ofs_str s, const char *const *phrases, uint32_t *length);
int64_t ofs_last_words(ofs_str s, const char *const *phrases, uint32_t *length);
int ofs_has_words(ofs_str s, const char *const *phrases);
/* The first place of one phrase, which is found sooner than one of several. */
int64_t ofs_first_word(ofs_str s, const char *phrase, uint32_t *length);
/* Where the next word at or after byte `at` begins; s.n: there is none. */
uint32_t ofs_word_start(ofs_str s, uint32_t at);
/* One phrase at byte `at`, where a word begins: its bytes, or 0. */
uint32_t ofs_word_phrase_at(ofs_str s, uint32_t at, const char *phrase);
/* The bytes of the first of them that s begins with, or 0. */
uint32_t ofs_opening_words(ofs_str s, const char *const *phrases);
/* How many of the phrases s holds; `enough` ends the search. */
uint32_t ofs_different_words(ofs_str s, const char *const *phrases, uint32_t enough);

/* How many words s has; its first `count` words; whether a letter or digit stands at byte `at`. */
uint32_t ofs_count_words(ofs_str s);
ofs_str ofs_leading_words(ofs_str s, uint32_t count);
/* The first eight, trimmed: by them a message names a longer text. */
ofs_str ofs_few_words(ofs_str s);
int ofs_in_word(ofs_str s, int64_t at);
/* What stands behind the last space of s: all of it where there is none, empty where s ends in one. */
ofs_str ofs_last_word(ofs_str s);
/* '… for the protection of', '… was in': no sentence, entry or heading ends with that word, whatever stands below. */
int ofs_ends_open(ofs_str s);

#endif
