/* kind.c: which of the documents about a local area a title names.
 *
 * May read the title and nothing else: every other file of area SEND asks it. */
#include "frameworks/area_send/area_send.h"

int area_send_is_revisit(const ofs_reader *reader)
{
    return ofs_has_phrase(reader->report->title, "revisit") || ofs_has_phrase(reader->report->title, "re-visit");
}

int area_send_is_monitoring(const ofs_reader *reader)
{
    return ofs_has_phrase(reader->report->title, "monitoring");
}
