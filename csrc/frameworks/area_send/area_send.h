/* area_send.h: what the files of the area SEND framework share. Holds declarations only. */
#ifndef OFS_AREA_SEND_H
#define OFS_AREA_SEND_H

#include "readers/lists.h"

/* team.c: the inspectors of Ofsted and of the Care Quality Commission among blocks [first, end). */
void area_send_read_team(ofs_reader *reader, uint32_t first, uint32_t end);
/* The role is one of the commission's. */
int area_send_is_of_commission(ofs_str role);

/* details.c: the lines below 'Local area partnership details' become a table, where they are none. */
void area_send_read_details(ofs_reader *reader);

/* kind.c: the letter is about a revisit; about a monitoring inspection. */
int area_send_is_revisit(const ofs_reader *reader);
int area_send_is_monitoring(const ofs_reader *reader);

/* statement.c: what the letter says of a written statement of action. */
void area_send_read_statement(ofs_reader *reader, uint32_t first, uint32_t end);

#endif
