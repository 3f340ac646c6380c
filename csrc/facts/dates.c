/* dates.c: dates and runs of inspection periods, read by a hand-written scanner from short slices.
 *
 * Each day printed becomes a reference (day, perhaps month, perhaps year); a run of references joined by 'to', a
 * dash, 'and' or a comma is then filled in from right to left. Nothing is swapped or dropped in silence: what was
 * not printed as such carries a flag. May not know what a date is for.
 */
#include "base/text.h"
#include "facts/facts.h"

#include <string.h>

enum {
    MAX_DAYS = 64,
    LONGEST_PERIOD = 120,
    MOST_TORN = 6 /* letters */,
    LONGEST_LINK = 16 /* bytes */,
    FIRST_YEAR = 1990,
    LAST_YEAR = 2049,
    MISREAD_YEAR = 2099, /* the last that may be one: a figure of it was misread */
    LEAP_YEAR = 2000,
    DAYS_TO_1970 = 719162 /* from the first day of year 1 */
};

/* How a day hangs on the one before it. */
typedef enum day_link { LINK_NONE, LINK_RANGE, LINK_LIST } day_link;

typedef struct day {
    ofs_span at;
    uint32_t flags;
    uint16_t year;  /* 0: not printed */
    uint8_t month;  /* 0: not printed */
    uint8_t number, weekday; /* weekday: 1 = Monday, 0: not printed */
    day_link before;
} day;

const char *const OFS_MONTHS[OFS_MONTH_COUNT] = {"january", "february", "march",     "april",   "may",      "june",
                                                 "july",    "august",   "september", "october", "november", "december"};
static const char *const WEEKDAYS[7] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/* Bytes of the space at `at`, also of the wider and narrower ones of Unicode; 0: none. */
static uint32_t space(ofs_str text, uint32_t at)
{
    const unsigned char *p = (const unsigned char *)text.p + at;
    uint32_t left = text.n - at;
    if (left && (*p == ' ' || (*p >= '\t' && *p <= '\r')))
        return 1;
    if (left >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
        return 2;
    if (left >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] <= 0x8B || p[2] == 0xAF))
        return 3;
    return 0;
}

static uint32_t skip_spaces(ofs_str text, uint32_t at)
{
    for (uint32_t n; (n = space(text, at)) != 0;)
        at += n;
    return at;
}

/* Bytes of the dash, slash, tilde, arrow or other sign at `at`, and of others right behind it; 0: none. */
static uint32_t dash(ofs_str text, uint32_t at)
{
    uint32_t start = at, c, n;
    while (at < text.n) {
        n = ofs_utf8_next(text.p + at, text.p + text.n, &c);
        if (c != '/' && !ofs_is_sign(c))
            break;
        at += n;
    }
    return at - start;
}

static uint32_t letters_end(ofs_str text, uint32_t at)
{
    while (at < text.n && ofs_is_letter(text.p[at]))
        at++;
    return at;
}

/* The letters [start, end) are `word`, which is in lower case. */
static int is_word(ofs_str text, uint32_t start, uint32_t end, const char *word)
{
    uint32_t n = (uint32_t)strlen(word);
    if (end - start != n)
        return 0;
    for (uint32_t i = 0; i < n; i++)
        if (ofs_lower(text.p[start + i]) != word[i])
            return 0;
    return 1;
}

/* 1..count of the name that stands at `at`, whole or cut to three letters (or 'Sept', 'Tues', 'Thurs'), and its end;
 * the word after it may be glued ('Novemberto'). 0: none. */
static int name_at(ofs_str text, uint32_t at, const char *const *names, int count, uint32_t *end)
{
    uint32_t stop = letters_end(text, at);
    if (stop - at < 3)
        return 0;
    for (int i = 0; i < count; i++) {
        if (*names[i] != ofs_lower(text.p[at]))
            continue;
        uint32_t n = (uint32_t)strlen(names[i]);
        uint32_t rest = at + n;
        if (stop - at >= n && is_word(text, at, rest, names[i]) &&
            (rest == stop || is_word(text, rest, stop, "to") || is_word(text, rest, stop, "and"))) {
            *end = rest;
            return i + 1;
        }
        uint32_t same = 0;
        while (same < stop - at && ofs_lower(text.p[at + same]) == names[i][same])
            same++;
        if (same == stop - at && same <= 5) {
            *end = stop < text.n && text.p[stop] == '.' ? stop + 1 : stop;
            return i + 1;
        }
    }
    return 0;
}

static int is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
    static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    /* Of an unknown year the 29th of February may be right. */
    return days[month - 1] + (month == 2 && (year == 0 || is_leap(year)));
}

int32_t ofs_date_days(ofs_date date)
{
    int32_t days = 0, year = date.year;
    /* leap days before this year, counted from year 1 */
    days = (year - 1) * 365 + (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 - DAYS_TO_1970;
    for (int month = 1; month < date.month && month <= 12; month++)
        days += days_in(year ? year : 1, month);
    return days + date.day - 1;
}

/* Later days have larger ones. */
static int rank(ofs_date date)
{
    return (date.year * 16 + date.month) * 32 + date.day;
}

int ofs_date_compare(ofs_date a, ofs_date b)
{
    return rank(a) - rank(b);
}

/* The year in the digits at `at`, also with a footnote's mark glued to it; 0: no year. */
static uint16_t read_year(ofs_str text, uint32_t at, uint32_t *end, uint32_t *flags)
{
    uint32_t stop = at;
    while (stop < text.n && ofs_is_digit(text.p[stop]))
        stop++;
    uint32_t n = stop - at;
    if (n < 4 || n > 6 || (text.p[at] != '1' && text.p[at] != '2'))
        return 0;
    int year = 0;
    for (uint32_t i = at; i < at + 4; i++)
        year = year * 10 + (text.p[i] - '0');
    if (n > 4 && (year < FIRST_YEAR || year > MISREAD_YEAR))
        return 0;
    if (n > 4 || year < FIRST_YEAR || year > LAST_YEAR) /* '2079': a figure of '2019' was misread */
        *flags |= OFS_DATE_ODD_YEAR;
    *end = stop;
    return (uint16_t)year;
}

/* The month after a day's number, and the year after that, as far as they are printed. */
static void read_month_and_year(ofs_str text, uint32_t at, day *out)
{
    uint32_t word = skip_spaces(text, at), end;
    uint32_t word_end = letters_end(text, word);
    if (is_word(text, word, word_end, "of"))
        word = skip_spaces(text, word_end);
    else if (dash(text, word))
        word += dash(text, word); /* '18-November-2022'; a number after a dash is no month and ends this */
    int month = name_at(text, word, OFS_MONTHS, OFS_MONTH_COUNT, &end);
    if (!month)
        return;
    uint32_t year_at = skip_spaces(text, end), year_end = 0, flags = 0;
    if (year_at < text.n && text.p[year_at] == ',')
        year_at = skip_spaces(text, year_at + 1);
    else if (year_at == end && dash(text, year_at))
        year_at += dash(text, year_at);
    uint16_t year = read_year(text, year_at, &year_end, &flags);
    if (!year && text.p[word] >= 'a') /* 'of the 20 may be' */
        return;
    out->month = (uint8_t)month;
    out->year = year;
    out->flags |= flags;
    out->at.end = year ? year_end : end;
}

/* '12/09/2016', '12.9.2016' or '12-09-2016', the day first: 1, else 0. A month that is none makes it a bad day. */
static int read_numeric(ofs_str text, uint32_t at, day *out)
{
    uint16_t number[2] = {0, 0};
    uint32_t p = at, end = 0, flags = 0;
    char mark = 0;
    for (int i = 0; i < 2; i++) {
        uint32_t start = p;
        while (p < text.n && ofs_is_digit(text.p[p]) && p - start < 2)
            number[i] = (uint16_t)(number[i] * 10 + (text.p[p++] - '0'));
        if (p == start || p >= text.n || !memchr("/.-", text.p[p], 3) || (mark && text.p[p] != mark))
            return 0;
        mark = text.p[p++];
    }
    uint16_t year = read_year(text, p, &end, &flags);
    if (!year)
        return 0;
    *out =
        (day){.at = {at, end}, .flags = flags, .year = year, .month = (uint8_t)number[1], .number = (uint8_t)number[0]};
    if (number[1] < 1 || number[1] > 12) {
        out->month = 1;
        out->number = 0; /* no such day */
    } else if (number[0] <= 12 && number[0] != number[1]) {
        out->flags |= OFS_DATE_MONTH_OR_DAY;
    }
    return 1;
}

/* `count` digits at `at` and no more of them: their number, or -1. */
static int figures(ofs_str text, uint32_t at, uint32_t count)
{
    int number = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (at + i >= text.n || !ofs_is_digit(text.p[at + i]))
            return -1;
        number = number * 10 + (text.p[at + i] - '0');
    }
    return at + count < text.n && ofs_is_digit(text.p[at + count]) ? -1 : number;
}

/* '2024-03-14', as ISO 8601 has it: 1, else 0. */
static int read_iso(ofs_str text, uint32_t at, day *out)
{
    int year = figures(text, at, 4), month = figures(text, at + 5, 2), number = figures(text, at + 8, 2);
    if (year < FIRST_YEAR || year > MISREAD_YEAR || month < 1 || month > 12 || number < 1 || text.p[at + 4] != '-' ||
        text.p[at + 7] != '-')
        return 0;
    *out = (day){.at = {at, at + 10}, .year = (uint16_t)year, .month = (uint8_t)month, .number = (uint8_t)number};
    out->flags = year > LAST_YEAR ? OFS_DATE_ODD_YEAR : 0;
    return 1;
}

/* '/15 March', '/March': the slash joins two days, or a day and its month, and is no fraction's. */
static int is_dated_after(ofs_str text, uint32_t slash)
{
    uint32_t p = slash + 1, end;
    if (name_at(text, p, OFS_MONTHS, OFS_MONTH_COUNT, &end))
        return 1;
    while (p < text.n && ofs_is_digit(text.p[p]) && p - slash <= 2)
        p++;
    return p > slash + 1 && name_at(text, skip_spaces(text, p), OFS_MONTHS, OFS_MONTH_COUNT, &end);
}

/* A day's number at `at`, with what is printed after it: 1, else 0. */
static int read_day(ofs_str text, uint32_t at, day *out)
{
    uint32_t end = at;
    int number = 0;
    if (read_numeric(text, at, out) || read_iso(text, at, out))
        return 1;
    while (end < text.n && ofs_is_digit(text.p[end]) && end - at < 3)
        number = number * 10 + (text.p[end++] - '0');
    if (end == at || end - at > 2)
        return 0;
    if (end < text.n && text.p[end] == '/' && !is_dated_after(text, end))
        return 0; /* '1/2' */
    if (end + 1 < text.n && text.p[end] == ',' && ofs_is_digit(text.p[end + 1]) && figures(text, end + 1, 4) < 0)
        return 0; /* '1,200'; not 'May 1,2000' */
    *out = (day){.at = {at, end}, .number = (uint8_t)number};
    uint32_t stop = end + 2;
    if (stop < text.n && ofs_is_letter(text.p[end]) && /* mostly a space stands there */
        (is_word(text, end, stop, "st") || is_word(text, end, stop, "nd") || is_word(text, end, stop, "rd") ||
         is_word(text, end, stop, "th")))
        out->at.end = end = stop;
    read_month_and_year(text, end, out);
    return 1;
}

/* The word that ends before `at`, over spaces and a comma. */
static ofs_span word_before(ofs_str text, uint32_t at)
{
    while (at && (text.p[at - 1] == ' ' || text.p[at - 1] == '\n' || text.p[at - 1] == ','))
        at--;
    ofs_span word = {at, at};
    while (word.start && ofs_is_letter(text.p[word.start - 1]))
        word.start--;
    return word;
}

/* 'March 14, 2024': takes the month before the number and the year behind it, where the month is no other day's. */
static void add_month_before(ofs_str text, uint32_t from, day *found)
{
    static const char *const links[] = {"to", "and", "until", "till", "through"};
    ofs_span word = word_before(text, found->at.start), before = word_before(text, word.start);
    uint32_t end = word.end, p = skip_spaces(text, found->at.end), flags = 0;
    int is_free = !found->month && word.end > word.start && word.start >= from; /* before that it is another day's */
    int month = is_free ? name_at(text, word.start, OFS_MONTHS, OFS_MONTH_COUNT, &end) : 0;
    if (p < text.n && text.p[p] == ',')
        p = skip_spaces(text, p + 1);
    uint16_t year = month && end == word.end ? read_year(text, p, &end, &flags) : 0;
    if (!year || flags || !ofs_is_upper(text.p[word.start]) || (before.end && ofs_is_digit(text.p[before.end - 1])) ||
        (before.end && dash(text, before.end - 1)))
        return;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (is_word(text, before.start, before.end, links[i]))
            return;
    found->month = (uint8_t)month;
    found->year = year;
    found->at = (ofs_span){word.start, end};
}

/* Takes a weekday before the number into the reference. */
static void add_weekday_before(ofs_str text, day *found)
{
    ofs_span word = word_before(text, found->at.start);
    uint32_t end;
    int weekday = name_at(text, word.start, WEEKDAYS, 7, &end);
    if (weekday && end == word.end) {
        found->weekday = (uint8_t)weekday;
        found->at.start = word.start;
    }
}

/* The number may go on to the left: '1 2 March', 'l2 March', '?2 March'. A word that lost its space ('on8 March') does not. */
static int has_digit_before(ofs_str text, uint32_t at)
{
    uint32_t p = at;
    int is_glued = p && (ofs_is_letter(text.p[p - 1]) || memchr("?|!", text.p[p - 1], 3));
    if (is_glued && (p == 1 || !ofs_is_letter(text.p[p - 2])))
        return 1;
    while (p && text.p[p - 1] == ' ')
        p--;
    return p && ofs_is_digit(text.p[p - 1]) && (p == 1 || !ofs_is_digit(text.p[p - 2])) &&
           (at + 1 >= text.n || !ofs_is_digit(text.p[at + 1]));
}

/* The first day at or after `from`: a number that is not part of a larger one. */
static int next_day(ofs_str text, uint32_t from, day *out)
{
    for (uint32_t at = from; at < text.n; at++) {
        if (!ofs_is_digit(text.p[at]))
            continue;
        int inside = at > 1 && (text.p[at - 1] == '.' || text.p[at - 1] == ',' || text.p[at - 1] == '/') &&
                     ofs_is_digit(text.p[at - 2]);
        if (!inside && (at == 0 || !ofs_is_digit(text.p[at - 1])) && read_day(text, at, out)) {
            if (has_digit_before(text, at))
                out->flags |= OFS_DATE_ODD_DAY;
            add_month_before(text, from, out);
            add_weekday_before(text, out);
            return 1;
        }
    }
    return 0;
}

/* The date of a reference whose month is known, with the doubts about it. */
static ofs_date to_date(const day *printed, uint32_t *flags)
{
    ofs_date date = {printed->year, printed->month, printed->number};
    *flags |= printed->flags;
    if (!date.day || date.day > days_in(date.year, date.month)) {
        *flags |= OFS_DATE_BAD_DAY;
        return (ofs_date){0, 0, 0};
    }
    if (printed->weekday && date.year) {
        int32_t days = ofs_date_days(date) + 3; /* 1 January 1970 was a Thursday */
        if (((days % 7) + 7) % 7 + 1 != printed->weekday)
            *flags |= OFS_DATE_BAD_WEEKDAY;
    }
    return date;
}

static int in_word(char c)
{
    return ofs_is_letter(c) || ofs_is_digit(c);
}

uint32_t ofs_find_year(ofs_str text, ofs_which which, uint32_t *at)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i + 4 <= text.n && !(found && which == OFS_FIRST); i++) {
        const char *p = text.p + i;
        if (p[0] != '2' || p[1] != '0' || !ofs_is_digit(p[2]) || !ofs_is_digit(p[3]))
            continue;
        if ((i && in_word(p[-1])) || (i + 4 < text.n && in_word(p[4])))
            continue;
        found = 2000 + 10 * (uint32_t)(p[2] - '0') + (uint32_t)(p[3] - '0');
        *at = i;
    }
    return found;
}

int ofs_month_ending(ofs_str text, uint32_t *length)
{
    text = ofs_trim_end(text, ",");
    for (int i = 0; i < OFS_MONTH_COUNT; i++) {
        uint32_t n = *length = (uint32_t)strlen(OFS_MONTHS[i]);
        if (text.n >= n && ofs_match_phrase((ofs_str){text.p + text.n - n, n}, OFS_MONTHS[i]) == n)
            return i + 1;
    }
    return 0;
}

int ofs_find_date(ofs_str text, uint32_t from, ofs_found_date *found)
{
    day printed;
    while (text.p && next_day(text, from, &printed)) {
        if (printed.month) {
            *found = (ofs_found_date){.at = printed.at};
            found->date = to_date(&printed, &found->flags);
            if (!printed.year)
                found->flags |= OFS_DATE_NO_YEAR;
            return 1;
        }
        from = printed.at.end;
    }
    return 0;
}

/* ---- Periods ---- */

/* What joins the day before `at` to the next one; *end is where that one may begin. */
static day_link read_link(ofs_str text, uint32_t at, int between, uint32_t *end)
{
    uint32_t p = skip_spaces(text, at);
    day_link found = LINK_NONE;
    if (p < text.n && (text.p[p] == ',' || text.p[p] == ';' || text.p[p] == '&')) {
        found = LINK_LIST;
        p = skip_spaces(text, p + 1);
    } else if (dash(text, p)) {
        *end = skip_spaces(text, p + dash(text, p));
        return LINK_RANGE;
    }
    uint32_t stop = letters_end(text, p);
    if (is_word(text, p, stop, "and")) {
        found = between ? LINK_RANGE : LINK_LIST;
        p = stop;
    } else if (!found && (is_word(text, p, stop, "to") || is_word(text, p, stop, "until") ||
                          is_word(text, p, stop, "till") || is_word(text, p, stop, "through"))) {
        found = LINK_RANGE;
        p = stop;
    }
    *end = skip_spaces(text, p);
    return found;
}

/* The day that stands exactly at `at`, over 'on', 'the', 'from', 'between' and a weekday. */
static int read_linked_day(ofs_str text, uint32_t at, int *between, day *out)
{
    int weekday = 0;
    for (;;) {
        uint32_t stop = letters_end(text, at), end;
        if (is_word(text, at, stop, "between"))
            *between = 1;
        else if ((end = stop, name_at(text, at, WEEKDAYS, 7, &end)) && end == stop)
            weekday = name_at(text, at, WEEKDAYS, 7, &end);
        else if (!is_word(text, at, stop, "on") && !is_word(text, at, stop, "the") && !is_word(text, at, stop, "from"))
            break;
        at = skip_spaces(text, stop);
        if (at < text.n && text.p[at] == ',')
            at = skip_spaces(text, at + 1);
    }
    if (!read_day(text, at, out))
        return 0;
    out->weekday = (uint8_t)weekday;
    return 1;
}

/* The run of days from days[0] on; returns their number, without those at the end that get no month. *end is the end
 * of all that was read. */
static uint32_t read_run(ofs_str text, day *days, uint32_t *end)
{
    uint32_t count = 1, kept = days[0].month ? 1 : 0, next;
    ofs_span word = word_before(text, days[0].at.start);
    int between = is_word(text, word.start, word.end, "between");
    while (count < MAX_DAYS) {
        day *last = &days[count - 1], *here = &days[count];
        day_link how = read_link(text, last->at.end, between, &next);
        int is_bare = how == LINK_NONE && last->month;
        /* Of 'A to B to C' the second 'to' joins nothing. */
        if ((how == LINK_NONE && !is_bare) || (how != LINK_LIST && last->before == LINK_RANGE))
            break;
        if (how == LINK_RANGE)
            between = 0;
        if (!read_linked_day(text, next, &between, here) || (is_bare && !here->month))
            break;
        here->before = is_bare ? LINK_RANGE : how; /* '4 March 15 March 2024' has lost its dash */
        count++;
        if (here->month)
            kept = count;
    }
    *end = days[count - 1].at.end;
    return kept;
}

/* Months and years that are printed once for several days, from right to left. */
static void fill_in(day *days, uint32_t count, uint16_t year_if_none, uint32_t *flags)
{
    day *last = &days[count - 1];
    if (!last->year) {
        uint16_t before = 0;
        uint8_t month = 0;
        for (uint32_t i = 0; i + 1 < count; i++)
            if (days[i].year) {
                before = days[i].year;
                month = days[i].month;
            }
        last->year = before ? (uint16_t)(before + (last->month < month)) : year_if_none;
        *flags |= before ? OFS_PERIOD_YEAR_INFERRED : OFS_DATE_NO_YEAR;
    }
    for (uint32_t i = count - 1; i-- > 0;) {
        const day *next = &days[i + 1];
        int own_month = days[i].month != 0;
        if (!own_month)
            days[i].month = next->month;
        if (days[i].year)
            continue;
        days[i].year = next->year;
        if (own_month && next->year && days[i].month > next->month) { /* over New Year */
            days[i].year--;
            *flags |= OFS_PERIOD_YEAR_INFERRED;
        }
    }
}

/* Doubts about one period. */
static uint32_t doubts(ofs_period period)
{
    if (!period.start.year || !period.end.year)
        return 0; /* flagged as no year or no such day */
    int32_t days = ofs_date_days(period.end) - ofs_date_days(period.start);
    return days < 0 ? OFS_PERIOD_END_BEFORE_START : days > LONGEST_PERIOD ? OFS_PERIOD_TOO_LONG : 0;
}

/* `later` is the day after `earlier`; of an unknown year, by the calendar of a leap year. */
static int is_next_day(ofs_date earlier, ofs_date later)
{
    if (!earlier.day || !later.day)
        return 0;
    if (!earlier.year || !later.year)
        earlier.year = later.year = LEAP_YEAR;
    return ofs_date_days(later) == ofs_date_days(earlier) + 1;
}

static void to_periods(ofs_arena *arena, const day *days, uint32_t count, ofs_found_periods *found)
{
    found->periods = OFS_NEW_ARRAY(arena, ofs_period, count);
    int after_single = 0; /* the period before is made of single days only */
    for (uint32_t i = 0; i < count; i++) {
        ofs_date start = to_date(&days[i], &found->flags), end = start;
        int single = i + 1 == count || days[i + 1].before != LINK_RANGE;
        if (!single)
            end = to_date(&days[++i], &found->flags);
        ofs_period *before = found->count ? &found->periods[found->count - 1] : NULL;
        if (single && after_single && is_next_day(before->end, start)) {
            before->end = end;
            continue;
        }
        if (single && after_single)
            found->flags |= OFS_PERIOD_DAYS_APART;
        found->periods[found->count++] = (ofs_period){start, end};
        after_single = single;
    }
    for (uint32_t i = 0; i < found->count; i++)
        found->flags |= doubts(found->periods[i]);
    for (uint32_t i = 0; i < count; i++)
        if (days[i].number > 12) /* of two days in figures one settles the other */
            found->flags &= ~(uint32_t)OFS_DATE_MONTH_OR_DAY;
}

/* Nothing but figures, dashes and spaces up to the end: days whose month is lost. */
static int is_only_days(ofs_str text, uint32_t p)
{
    for (uint32_t c; p < text.n; p += ofs_utf8_next(text.p + p, text.p + text.n, &c)) {
        ofs_utf8_next(text.p + p, text.p + text.n, &c);
        if (!ofs_is_digit((int)c) && !ofs_is_space(c) && !ofs_is_dash(c))
            return 0;
    }
    return 1;
}

/* Right behind a period, over one short word or signs, stands another date: 'upto 15 March', '… 15 to 19 April'. */
static int date_follows(ofs_str text, uint32_t at)
{
    static const char ends[] = ".;:()\n\r";
    day rest[MAX_DAYS];
    uint32_t p = at, word, end;
    while (p < text.n && p - at < 8 && !in_word(text.p[p]) && !strchr(ends, text.p[p]))
        p++;
    word = letters_end(text, p);
    int has_word = word > p && word - p <= 6 && !name_at(text, p, OFS_MONTHS, OFS_MONTH_COUNT, &end);
    if (has_word || word == p)
        p = skip_spaces(text, word);
    if (p < text.n && text.p[p] < 'a' && name_at(text, p, OFS_MONTHS, OFS_MONTH_COUNT, &end))
        return 1;
    return p < text.n && ofs_is_digit(text.p[p]) && !ofs_is_digit(text.p[p - 1]) && read_day(text, p, &rest[0]) &&
           (read_run(text, rest, &end) || (has_word && is_only_days(text, p)));
}

/* Right before a period, over what is left of 'and' or stands for it, is another day: '1 nd the 2 October', '1) 2
 * October', '12 and[1] 13 March', '4 then 5 March'. */
static int day_stands_before(ofs_str text, uint32_t at)
{
    uint32_t p = at, letters = 0, signs = 0;
    for (; p && at - p < LONGEST_LINK && !ofs_is_digit(text.p[p - 1]) && !strchr(".;:%", text.p[p - 1]); p--) {
        letters += ofs_is_letter(text.p[p - 1]) != 0;
        signs += !ofs_is_letter(text.p[p - 1]) && (unsigned char)text.p[p - 1] > ' ';
    }
    uint32_t start = p;
    while (start && p - start < 3 && ofs_is_digit(text.p[start - 1]))
        start--;
    return letters + signs && letters <= MOST_TORN && p > start && p - start < 3 &&
           figures(text, start, p - start) <= 31;
}

int ofs_find_periods(ofs_arena *arena, ofs_str text, uint32_t from, uint16_t year_if_none, ofs_found_periods *found)
{
    day days[MAX_DAYS];
    while (text.p && next_day(text, from, &days[0])) {
        uint32_t end, count = read_run(text, days, &end);
        if (count) {
            *found = (ofs_found_periods){.at = {days[0].at.start, days[count - 1].at.end}};
            fill_in(days, count, year_if_none, &found->flags);
            to_periods(arena, days, count, found);
            /* behind the days that got no month, too: '… 11 December 2013 and 28 30 January 2014' */
            if (day_stands_before(text, found->at.start) || date_follows(text, found->at.end) ||
                (end > found->at.end && date_follows(text, end)))
                found->flags |= OFS_PERIOD_CUT;
            return 1;
        }
        from = end;
    }
    return 0;
}
