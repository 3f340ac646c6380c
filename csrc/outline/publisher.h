/* publisher.h: what the publisher prints in every report and letter, whatever it is about, as phrases; each list ends with
 * NULL. Declarations only. */
#ifndef OFS_PUBLISHER_H
#define OFS_PUBLISHER_H

/* Labels on a cover: of the inspection's dates, of who led it, of the day of publication, and those that end a value. */
extern const char *const OFS_DATE_LABELS[], *const OFS_LEAD_LABELS[], *const OFS_PUBLISHED_LABELS[],
                                                                          *const OFS_OTHER_LABELS[];
/* All four, then NULL. */
extern const char *const *const OFS_COVER_LABELS[];

/* The head of a judgement table. */
extern const char *const OFS_TABLE_HEADS[];

/* What the head or foot of every page begins with. */
extern const char *const OFS_RUNNING_TITLES[];

/* How footnotes begin that stand in report after report. */
extern const char *const OFS_NOTES[];

/* Lines of the letterhead, as printed today; and those of letters before, with what else stands above an address. */
extern const char *const OFS_LETTERHEAD[], *const OFS_LOGO[], *const OFS_ABOVE_ADDRESS[];

/* A letter opens with it; it closes with one of these, and the role of who signed. */
extern const char *const OFS_SALUTATION[], *const OFS_CLOSINGS[], *const OFS_INSPECTORS_ROLES[];

/* The last page begins with one of these; in some reports how to complain stands before it. */
extern const char *const OFS_IMPRINT[], *const OFS_COMPLAINTS[];

/* Words that stand on it, wherever a line begins. */
extern const char *const OFS_IMPRINT_WORDS[];

#endif
