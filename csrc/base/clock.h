/* clock.h: how much time has gone by. Holds declarations only. */
#ifndef OFS_CLOCK_H
#define OFS_CLOCK_H

/* Seconds since some moment in the past; setting the machine's clock does not change them. */
double ofs_seconds(void);

#endif
