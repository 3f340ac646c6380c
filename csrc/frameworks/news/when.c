/* when.c: of when the grade in a sentence is: of today, of an earlier inspection, or one that is only hoped for.
 *
 * What tells it are words near the grade: years and 'last inspection', 'now', verbs of change ('from … to', 'lost',
 * 'lifted'), goals. The nearest of them wins. What no word tells is of today; what two words leave open is no grade. */
#include "frameworks/news/news.h"

#include <string.h>

enum { NEAR_WORDS = 8, LOSS_WORDS = 5, BESIDE_WORDS = 3, RECENT_MONTHS = 7 };

/* Words around the grade. */

ofs_str ofs_after_turn(const ofs_mention *m, ofs_str left)
{
    uint32_t length = 0;
    int64_t at = ofs_last_said(m->said, OFS_SAYS_TURN, left, &length);
    const char *start = at < 0 ? left.p : left.p + at + length;
    for (const char *p = left.p + left.n; p > start; p--)
        if (p[-1] == ';')
            return ofs_slice(p, left.p + left.n);
    return ofs_slice(start, left.p + left.n);
}

ofs_str ofs_before_turn(const ofs_mention *m, ofs_str right)
{
    int64_t at = ofs_first_said(m->said, OFS_SAYS_TURN, right, NULL);
    return at < 0 ? right : (ofs_str){right.p, (uint32_t)at};
}

/* What still speaks of the grade: a few words, up to those that begin another thought, or to a bracket that holds another
 * grade: '(previously inadequate)'. */
static ofs_str near_behind(const ofs_mention *m)
{
    ofs_str near = ofs_leading_words(m->right, NEAR_WORDS);
    int64_t end = ofs_first_said(m->said, OFS_SAYS_THOUGHT_END, near, NULL);
    const char *stop = near.p + near.n, *open = ofs_find_byte(near.p, stop, '(');
    const char *behind = m->right.p + m->right.n;
    if (open < stop && ofs_find_byte(open, behind, ')') == behind && (end < 0 || open < near.p + end))
        end = open - near.p;
    return end < 0 ? near : (ofs_str){near.p, (uint32_t)end};
}

/* What stands before the grade, without what belongs to the grade before it: 'in 2018, was' → 'was'. */
static ofs_str own_left(const ofs_mention *m)
{
    ofs_str left = m->left;
    if (m->is_first)
        return left;
    int64_t end = ofs_first_said(m->said, OFS_SAYS_GRADE_END, left, NULL);
    const char *comma = left.n ? memchr(left.p, ',', left.n) : NULL;
    if (comma && (end < 0 || comma < left.p + end))
        end = comma - left.p;
    return end < 0 ? left : (ofs_str){left.p + end, left.n - (uint32_t)end};
}

/* One of the words stands at most `most` words before the end of s. */
static int is_beside(const ofs_mention *m, ofs_str s, ofs_list list, uint32_t most)
{
    uint32_t length = 0;
    int64_t at = ofs_last_said(m->said, list, s, &length);
    return at >= 0 && ofs_count_words((ofs_str){s.p + at + length, s.n - (uint32_t)at - length}) <= most;
}

/* Change. */

/* 'up from', 'from a rating of': but not 'a judgement from Ofsted'. */
int ofs_follows_from(const ofs_mention *m, ofs_str left)
{
    static const char *const source[] = {"from ofsted*",
                                         "from inspect*",
                                         "from the inspect*",
                                         "from its inspect*",
                                         "from the ofsted*",
                                         "from the watchdog*",
                                         "from the regulator*",
                                         "from the education*",
                                         "from government*",
                                         "from the government*",
                                         NULL};
    uint32_t length;
    int64_t at = ofs_last_said(m->said, OFS_SAYS_FROM, left, &length);
    if (at < 0)
        return 0;
    ofs_str rest = {left.p + at, left.n - (uint32_t)at};
    return ofs_count_words(rest) <= NEAR_WORDS && !ofs_opening_words(rest, source) &&
           !ofs_says(m->said, OFS_SAYS_TO, rest);
}

/* 'improved to', 'from … in 2018 to': what follows is the grade of today; not so of 'led to' and the like. */
int ofs_moves_to(const ofs_mention *m, ofs_str left)
{
    static const char *const be[] = {"to be", NULL};
    static const char *const leads[] = {"led to", "lead to", "leads to", "leading to", "due to", "thanks to", NULL};
    uint32_t length;
    int64_t at = ofs_last_said(m->said, OFS_SAYS_TO, left, NULL), led = ofs_last_words(left, leads, &length);
    if (at < 0 || (led >= 0 && led + length == at + 2))
        return 0;
    ofs_str rest = {left.p + at, left.n - (uint32_t)at};
    return ofs_count_words(rest) <= 4 && !ofs_opening_words(rest, be);
}

/* 'lost its outstanding rating', 'moved out of its …', 'no longer …'; '… judgement being lifted'. */
static int is_lost(const ofs_mention *m, ofs_str behind)
{
    static const char *const moved[] = {"from", "to", NULL};
    uint32_t length = 0;
    if (is_beside(m, m->left, OFS_SAYS_LOSS, LOSS_WORDS) && !ofs_moves_to(m, m->left))
        return 1;
    int64_t at = ofs_first_said(m->said, OFS_SAYS_GONE, behind, &length);
    return at >= 0 &&
           !ofs_opening_words(ofs_trim((ofs_str){behind.p + at + length, behind.n - (uint32_t)at - length}), moved);
}

/* Years. */

typedef enum age { RECENT, UNSURE, PAST, TO_COME } age;

/* How far before the article a year is, with the month before it where one is printed. */
static age age_of(ofs_date published, uint32_t year, ofs_str before)
{
    uint32_t length;
    int month = ofs_month_ending(before, &length);
    if (!published.year)
        return UNSURE;
    if (year > published.year)
        return TO_COME;
    if (month)
        return (int)(published.year - year) * OFS_MONTH_COUNT + (int)published.month - month > RECENT_MONTHS ? PAST
                                                                                                             : RECENT;
    if (year + 1 < published.year || (year + 1 == published.year && published.month > 6))
        return PAST;
    return year < published.year ? UNSURE : RECENT;
}

/* A year beside the grade and whose words it is in: those before the grade, or those behind it. */
typedef struct found_year {
    uint32_t year, at;
    ofs_str in;
    int before;
} found_year;

/* 'since 2017', 'by 2022', 'up to March 2019': no time of a grade. */
static int is_bound(const ofs_mention *m, ofs_str before)
{
    return is_beside(m, before, OFS_SAYS_BOUND, 1); /* a month may stand between */
}

static found_year year_of(const ofs_mention *m, ofs_str behind)
{
    found_year found = {.in = own_left(m), .before = 1};
    found.year = ofs_find_year(found.in, OFS_LAST, &found.at);
    if (found.year)
        return found;
    found = (found_year){.in = behind};
    found.year = ofs_find_year(behind, OFS_FIRST, &found.at);
    return found;
}

/* What the sentence says after the year that stands before the grade: 'has' and 'now' speak of today. */
static int year_speaks_of_past(const ofs_mention *m, const found_year *y)
{
    ofs_str rest = {y->in.p + y->at, y->in.n - y->at};
    return !ofs_says(m->said, OFS_SAYS_TODAY, rest) && !ofs_moves_to(m, rest);
}

/* All of it. */

static int is_hoped(const ofs_mention *m, ofs_str behind)
{
    ofs_str left = ofs_moves_to(m, m->left) ? m->before : m->left; /* 'hopes to go from … to …' */
    left = ofs_after_turn(m, left);
    return ofs_says(m->said, OFS_SAYS_GOAL, left) || ofs_says(m->said, OFS_SAYS_GOAL_BEHIND, behind);
}

static int is_earlier(const ofs_mention *m, ofs_str behind)
{
    int64_t marked = ofs_last_said(m->said, OFS_SAYS_EARLIER, m->left, NULL);
    int64_t had_been = ofs_last_said(m->said, OFS_SAYS_HAD_BEEN, m->left, NULL);
    int64_t now = ofs_last_said(m->said, OFS_SAYS_NOW, m->left, NULL);
    return ofs_follows_from(m, m->left) || ofs_says(m->said, OFS_SAYS_EARLIER, behind) ||
           (is_beside(m, m->left, OFS_SAYS_SINCE, BESIDE_WORDS) && !ofs_moves_to(m, m->left)) ||
           (marked >= 0 && marked > now) || (had_been >= 0 && had_been > now);
}

/* The words leave open of when it is. */
static int is_open(const ofs_mention *m)
{
    int64_t marked = ofs_last_said(m->said, OFS_SAYS_PERHAPS, m->left, NULL);
    return marked >= 0 && marked > ofs_last_said(m->said, OFS_SAYS_NOW, m->left, NULL);
}

/* 'after its services were rated', but not 'After a visit in May, its services were rated'. */
static int is_in_passing(const ofs_mention *m, ofs_str left)
{
    int64_t at = ofs_last_said(m->said, OFS_SAYS_PASSING, left, NULL);
    return at >= 0 && !memchr(left.p + at, ',', left.n - (uint32_t)at);
}

static ofs_when today(const ofs_mention *m)
{
    int beside = is_beside(m, m->left, OFS_SAYS_AFTER, BESIDE_WORDS);
    /* praise follows a good grade; what follows a bad one may be years of mending */
    if (is_open(m) || (beside && m->grade != OFS_GOOD && m->grade != OFS_OUTSTANDING))
        return OFS_WHEN_OPEN;
    return beside || is_in_passing(m, m->left) ? OFS_WHEN_PASSING : OFS_WHEN_NOW;
}

static ofs_when in_year(ofs_date published, const ofs_mention *m, const found_year *y, int earlier)
{
    age then = age_of(published, y->year, (ofs_str){y->in.p, y->at});
    if (then == TO_COME)
        return OFS_WHEN_HOPED;
    if (then == RECENT || (y->before && !year_speaks_of_past(m, y)))
        return earlier && then != RECENT ? OFS_WHEN_BEFORE : today(m);
    if (then == PAST || earlier)
        return OFS_WHEN_BEFORE;
    if (published.year)
        return OFS_WHEN_OPEN;
    return ofs_says(m->said, OFS_SAYS_JUST, own_left(m)) ? today(m) : OFS_WHEN_BEFORE_OR_NOW;
}

ofs_when ofs_when_of(ofs_date published, const ofs_mention *m, uint32_t *year)
{
    ofs_str behind = near_behind(m);
    found_year found = year_of(m, behind);
    *year = 0;
    if (is_hoped(m, behind))
        return OFS_WHEN_HOPED;
    int earlier = is_earlier(m, behind), lost = is_lost(m, behind);
    if (found.year && !found.before && is_bound(m, (ofs_str){found.in.p, found.at})) {
        if (age_of(published, found.year, OFS_NO_STR) != PAST && !earlier && !lost)
            return OFS_WHEN_HOPED; /* 'good by 2022' */
        found.year = 0;
    }
    ofs_when when = found.year ? in_year(published, m, &found, earlier || lost) : earlier ? OFS_WHEN_BEFORE : today(m);
    if (lost)
        when = OFS_WHEN_BEFORE;
    if (when == OFS_WHEN_BEFORE || when == OFS_WHEN_BEFORE_OR_NOW)
        *year = found.year;
    return when;
}
