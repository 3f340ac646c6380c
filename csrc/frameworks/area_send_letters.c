/* area_send_letters.c: letters about joint inspections of a local area, 2016 to 2022: strengths, areas for development,
 * and the areas of significant weakness for which a written statement of action is required.
 *
 * May hold only what is peculiar to these letters. */
#include "area_send.h"

int area_send_opens_letter(const ofs_source *source)
{
    static const char *const titles[] = {"joint local area send inspection", "joint area send inspection in",
                                         "joint area send revisit", "joint local area send revisit", NULL};
    for (const char *const *title = titles; *title; title++)
        if (ofs_opens_with(source, *title))
            return 1;
    return 0;
}

void area_send_read_letter(ofs_reader *reader)
{
    ofs_read_sections(reader, 0, ofs_body_end(reader), NULL);
    ofs_read_footnotes(reader);
}
