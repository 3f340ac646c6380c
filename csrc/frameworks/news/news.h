/* news.h: what the files of the news reader share. Holds declarations only. */
#ifndef OFS_NEWS_H
#define OFS_NEWS_H

#include "base/words.h"
#include "readers/readers.h"

/* The grades that the article reports, into judgements and previous_judgements, from blocks [first, end). Read
 * `published` first: a year tells an earlier grade from the one that the article is about. */
void ofs_read_news_grades(ofs_reader *reader, uint32_t first, uint32_t end);

#endif
