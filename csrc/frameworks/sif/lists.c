/* lists.c: the lists of a SIF report: recommendations and strengths.
 *
 * May not decide what a heading stands for. */
#include "readers/lists.h"
#include "frameworks/sif/sif.h"

/* The entries of a list from `first` on, up to the room there is, are priority actions, too. */
static void add_priorities(ofs_findings *priorities, uint32_t room, const ofs_list *list, uint32_t first)
{
    for (uint32_t i = first; i < list->count && priorities->count < room; i++)
        priorities->at[priorities->count++] =
            (ofs_finding){list->at[i].text, list->at[i].place.page, list->at[i].place.span, OFS_PROGRESS_NONE};
}

/* Which recommendations are priority actions is told by the headings between them, which may be among what was not read. */
static void doubt_priorities(ofs_reader *reader)
{
    if (ofs_has_issue(reader->report, "no_list", "recommendations", NULL) &&
        !ofs_has_issue(reader->report, NULL, "findings", NULL))
        ofs_add_issue(reader, "no_list", "findings", OFS_NOWHERE,
                      "The recommendations may not be read rightly, and so may be which of them are priority actions.");
}

/* The last heading of a judgement on the authority: what names the board before it is a line of the contents, or of a
 * summary. */
static uint32_t find_last_chapter(sif_body body)
{
    uint32_t last = body.end;
    while (last > body.first && body.roles[last - 1] != OFS_ROLE_JUDGEMENT)
        last--;
    return last;
}

/* What a heading stands for depends on the part that it is in, so the body knows it and the outline does not. */
void sif_read_lists(ofs_reader *reader, sif_body body)
{
    ofs_lists *lists = ofs_lists_new(reader);
    ofs_role list = OFS_ROLE_TOPIC;
    uint32_t room = body.end - body.first + 1;
    ofs_findings priorities = {OFS_NEW_ARRAY(reader->arena, ofs_finding, room), 0};
    int is_priority = 0; /* below 'Priority and immediate action', the topics there included */
    uint32_t chapters = find_last_chapter(body);
    ofs_str scope = sif_reviews_board_alone(reader->report) ? OFS_LIT("LSCB") : OFS_LIT("local authority");
    for (ofs_run run = {.end = body.first}; ofs_next_run(reader, body.end, &run);) {
        ofs_role role = run.head < run.first ? (ofs_role)body.roles[run.head] : OFS_ROLE_TOPIC;
        if (role == OFS_ROLE_AUTHORITY)
            scope = OFS_LIT("local authority");
        else if ((role == OFS_ROLE_BOARD || role == OFS_ROLE_BOARD_JUDGEMENT) && run.head >= chapters)
            scope = OFS_LIT("LSCB");
        if (role != OFS_ROLE_TOPIC) {
            list = ofs_list_of(role);
            is_priority = role == OFS_ROLE_IMPROVE_PART && ofs_phrase_at(reader->blocks.at[run.head].text, "priority");
        }
        uint32_t before = lists->of[list].count;
        run.list = list;
        run.kind = OFS_LIST_NUMBERED;
        lists->of[list].scope = scope;
        ofs_read_run(lists, &run);
        if (is_priority)
            add_priorities(&priorities, room, &lists->of[list], before);
    }
    ofs_file_lists(lists);
    reader->report->priority_actions = priorities;
    doubt_priorities(reader);
}
