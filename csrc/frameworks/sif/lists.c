/* lists.c: the lists of a SIF report: recommendations and strengths.
 *
 * May not decide what a heading stands for. */
#include "readers/lists.h"
#include "frameworks/sif/sif.h"

/* What a heading stands for depends on the part that it is in, so the body knows it and the outline does not. */
void sif_read_lists(ofs_reader *reader, sif_body body)
{
    ofs_lists *lists = ofs_lists_new(reader);
    ofs_role list = OFS_ROLE_TOPIC;
    ofs_str scope = sif_reviews_board_alone(reader->report) ? OFS_LIT("LSCB") : OFS_LIT("local authority");
    for (ofs_run run = {.end = body.first}; ofs_next_run(reader, body.end, &run);) {
        ofs_role role = run.head < run.first ? (ofs_role)body.roles[run.head] : OFS_ROLE_TOPIC;
        if (role == OFS_ROLE_AUTHORITY || role == OFS_ROLE_BOARD || role == OFS_ROLE_BOARD_JUDGEMENT)
            scope = role == OFS_ROLE_AUTHORITY ? OFS_LIT("local authority") : OFS_LIT("LSCB");
        if (role != OFS_ROLE_TOPIC)
            list = ofs_list_of(role);
        run.list = list;
        run.kind = OFS_LIST_NUMBERED;
        lists->of[list].scope = scope;
        ofs_read_run(lists, &run);
    }
    ofs_file_lists(lists);
}
