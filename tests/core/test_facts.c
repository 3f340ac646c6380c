/* Dates, periods, people, authorities and grades, read from lines as reports print them. Names are invented. */
#include "base/sentences.h"
#include "check.h"
#include "facts/register.h"

static int failures;
static ofs_context *context;
static ofs_arena arena;

static void expect(const char *input, const char *want, const char *got)
{
    if (strcmp(want, got) == 0)
        return;
    fprintf(stderr, "'%s'\n  want: %s\n  got:  %s\n", input, want, got);
    failures++;
}

/* ---- Dates and periods ---- */

static void write_flags(char *out, size_t size, uint32_t flags)
{
    static const char *const names[] = {"no-year",    "odd-year", "bad-day", "weekday", "odd-day", "inferred",
                                        "end-before", "too-long", "apart",   "cut",     "swapped"};
    for (int i = 0; i < 11; i++)
        if (flags & (1u << i))
            snprintf(out + strlen(out), size - strlen(out), " %s", names[i]);
}

static void check_date(const char *input, const char *want)
{
    char got[200] = "none";
    ofs_found_date found;
    if (ofs_find_date(check_exact(input), 0, &found)) {
        snprintf(got, sizeof got, "%04d-%02d-%02d", found.date.year, found.date.month, found.date.day);
        write_flags(got, sizeof got, found.flags);
    }
    expect(input, want, got);
}

static void check_periods(const char *input, uint16_t year, const char *want)
{
    char got[400] = "none";
    ofs_found_periods found;
    if (ofs_find_periods(&arena, check_exact(input), 0, year, &found)) {
        got[0] = 0;
        for (uint32_t i = 0; i < found.count; i++) {
            ofs_date a = found.periods[i].start, b = found.periods[i].end;
            snprintf(got + strlen(got), sizeof got - strlen(got), "%s%04d-%02d-%02d/%04d-%02d-%02d", i ? " " : "",
                     a.year, a.month, a.day, b.year, b.month, b.day);
        }
        write_flags(got, sizeof got, found.flags);
    }
    expect(input, want, got);
}

/* A month is one day's: the next date begins behind the one before, whatever is glued to it. */
static void test_dates_in_turn(void)
{
    ofs_str text = check_exact("31 March5th March5th 2016- 1 March5th 2016");
    ofs_found_date date;
    ofs_found_periods periods;
    for (uint32_t from = 0; ofs_find_date(text, from, &date); from = date.at.end)
        if (date.at.start < from)
            expect("dates in turn", "behind the one before", "within it");
    for (uint32_t from = 0; ofs_find_periods(&arena, text, from, 0, &periods); from = periods.at.end)
        if (periods.at.start < from)
            expect("periods in turn", "behind the one before", "within it");
}

static void test_dates(void)
{
    check_date("Report published: 18 November 2022", "2022-11-18");
    check_date("18th November 2022", "2022-11-18");
    check_date("18thNovember2022", "2022-11-18");
    check_date("Tuesday 3 May 2022", "2022-05-03");
    check_date("Monday 3 May 2022", "2022-05-03 weekday");
    check_date("1 Jul 2018", "2018-07-01");
    check_date("12/09/2016", "2016-09-12 swapped");
    check_date("13/13/2016", "0000-00-00 bad-day");
    check_date("09-09-2016", "2016-09-09");
    check_date("19-09/2016", "none");
    check_date("14/March/2024", "2024-03-14");
    check_date("14/Marching 2024", "none");
    check_date("2024-03-14T10:00", "2024-03-14");
    static const char *const edges[][2] = {{"1989-12-31", "none"},
                                           {"1990-01-01", "1990-01-01"},
                                           {"2099-12-31", "2099-12-31 odd-year"},
                                           {"2049-12-31", "2049-12-31"},
                                           {"2050-01-01", "2050-01-01 odd-year"},
                                           {"2100-01-01", "none"},
                                           {"2024-00-01", "none"},
                                           {"2024-13-01", "none"},
                                           {"2024-03-00", "none"},
                                           {"2024-03-31", "2024-03-31"},
                                           {"2024-03-32", "0000-00-00 bad-day"},
                                           {"2024/03-14", "none"},
                                           {"2024-03/14", "none"},
                                           {"2024-3-014", "none"},
                                           {"12024-03-14", "none"}};
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        check_date(edges[i][0], edges[i][1]);
    check_date("2024-03-1", "none");
    check_date("2024-03-145", "none");
    check_date("2024/03-14", "none");
    check_date("2024-13-14", "none");
    check_date("2024-02-30", "0000-00-00 bad-day");
    check_date("Thursday March 14, 2024", "2024-03-14");
    check_date("Friday, March 14th 2024", "2024-03-14 weekday");
    check_date("in March 14 of them", "none");
    check_date("in march 14, 2024", "none");
    check_date("4 March 14, 2024", "0000-03-04 no-year");
    check_date("to March 14, 2024", "none");
    check_date("12/09/16", "none");
    check_date("2 October20153", "2015-10-02 odd-year");
    check_date("2 October 1822", "1822-10-02 odd-year");
    check_date("13 July", "0000-07-13 no-year");
    check_date("November 2022", "none");
    check_date("20222", "none");
    check_date("31 November 2022", "0000-00-00 bad-day");
    check_date("29 February 2023", "0000-00-00 bad-day");
    check_date("29 February 2024", "2024-02-29");
    check_date("1 2 March 2021", "2021-03-02 odd-day");
    check_date("z2 March 2021", "2021-03-02 odd-day"); /* as OCR reads '22' and '12' */
    check_date("on |2 March 2021", "2021-03-02 odd-day");
    check_date("to ?2 March 2021", "2021-03-02 odd-day");
    check_date("on8 March 2021", "2021-03-08");
    check_date("2 March 2071", "2071-03-02 odd-year");
    check_date("2 March 2049", "2049-03-02");
    check_date("1,2 March 2021", "none");
    check_date("on 1, 2 March 2021", "2021-03-02");
    check_date("at 2.30 March 2021", "none");
    check_date("14 2 March 2021", "2021-03-02");
    check_date("2 of March 2021", "2021-03-02");
    check_date("2-March-2021", "2021-03-02");
    check_date("2 March, 2021", "2021-03-02");
    check_date("2 Sept. 2021", "2021-09-02");
    check_date("2 Septe 2021", "2021-09-02");
    check_date("2 Ma 2021", "none");
    check_date("2 Marchand 2021", "0000-03-02 no-year");
    check_date("2 Marchers 2021", "none");
    check_date("102 March 2021", "none");
    check_date("2% March 2021", "none");
    check_date("2nd of March 2021", "2021-03-02");
    check_date("3rd March 2021", "2021-03-03");
    check_date("1st March 2021", "2021-03-01");
    check_date("0 March 2021", "0000-00-00 bad-day");
    check_date("28 February 2100", "2100-02-28 odd-year");
    check_date("29 February 2000", "2000-02-29");
    check_date("29 February", "0000-02-29 no-year");
    check_date("31 December 2021", "2021-12-31");
    check_date("2 March 1990", "1990-03-02");
    check_date("2 March 1989", "1989-03-02 odd-year");
    check_date("2 March 20211", "2021-03-02 odd-year");
    check_date("2 March 2021123", "0000-03-02 no-year");
    check_date("2 March 3021", "0000-03-02 no-year");
    check_date("2.9.2016", "2016-09-02 swapped");
    check_date("2.9/2016", "none");
    check_date("32/09/2016", "0000-00-00 bad-day");
    check_date("12/00/2016", "0000-00-00 bad-day");
    check_date("12/12/2016", "2016-12-12");
    check_date("on 4 and 12 May 2016", "2016-05-12");
    check_date("Sun 1 March 2020", "2020-03-01");
    check_date("Sat, 1 March 2020", "2020-03-01 weekday");
    check_date("Sunday\n1 March 2020", "2020-03-01");
    check_date("Sunny 1 March 2020", "2020-03-01");
    check_date("Thursday 1 January 1998", "1998-01-01");
    check_date("2\xC2\xA0March\xE2\x80\x89"
               "2021",
               "2021-03-02");
    check_date("about 20 may be", "none");
    check_date("6.5 May", "none");
    check_date("2\rMarch\t2021", "2021-03-02");
    check_date("2\xE2\x80\x8BMarch 2021", "2021-03-02");
    check_date("2 \xC3\xA0March 2021", "none");
    check_date("2 \xC2\xA3March 2021", "none");
    check_date("2\xE2\x80\x90March\xE2\x88\x92"
               "2021",
               "2021-03-02");
    check_date("2 March -2021", "0000-03-02 no-year");
    check_date("2 march 2021", "2021-03-02");
    check_date("2 april", "none");
    check_date("2ndmarch 2021", "2021-03-02");
    check_date("2 March 2099", "2099-03-02 odd-year");
    check_date("2 March 20991", "2099-03-02 odd-year");
    check_date("2 March 21001", "0000-03-02 no-year");
    check_date("2 March 19901", "1990-03-02 odd-year");
    check_date("2 March 19891", "0000-03-02 no-year");
    check_date("2 March 202112", "2021-03-02 odd-year");
    check_date("12/01/2016", "2016-01-12 swapped");
    check_date("123/09/2016", "none");
    check_date("12//2016", "none");
    check_date("12 09 2016", "none");
    check_date("5/6 May 2021", "none");
    check_date("1/12 March 2021", "none");
    check_date("12/ab March 2021", "none");
    check_date("12/ March 2021", "none");
    check_date("12/", "none");
    check_date("at 10:30, 20% on 3 May 2021", "2021-05-03");
    check_date("Saturday\n1 March 2020", "2020-03-01 weekday");
    check_date("Mondayand 4 May 2021", "2021-05-04");
    check_date("1  2 March 2021", "2021-03-02 odd-day");
    check_date("1 12 March 2021", "2021-03-12");
    check_date("in 20222 on 3 May 2021", "2021-05-03");
    check_date("", "none");
    ofs_found_date found;
    if (!ofs_find_date(check_exact("on Tuesday, 3 May 2022, we"), 0, &found) || found.at.start != 3 ||
        found.at.end != 22)
        expect("on Tuesday, 3 May 2022, we", "a date with its weekday", "another");
    static const ofs_date days[] = {{2020, 12, 31}, {2021, 1, 1}, {2021, 1, 2}, {2021, 2, 1}};
    for (int i = 0; i < 4; i++)
        for (int k = 0; k < 4; k++) {
            int order = ofs_date_compare(days[i], days[k]);
            if ((order > 0) - (order < 0) != (i > k) - (i < k))
                expect("the order of two days", "as they follow each other", "another");
        }
    if (ofs_date_days((ofs_date){2000, 3, 1}) != 11017 || ofs_date_days((ofs_date){1970, 1, 1}) != 0)
        expect("days since 1970", "11017, 0", "others");
}

static void check_year(const char *input, ofs_which which, const char *want)
{
    char got[40];
    uint32_t at = 0, year = ofs_find_year(check_exact(input), which, &at);
    snprintf(got, sizeof got, "%u at %u", year, at);
    expect(input, want, got);
}

static void test_years(void)
{
    check_year("2012", OFS_FIRST, "2012 at 0");
    check_year("in July 2012 and in 2015.", OFS_FIRST, "2012 at 8");
    check_year("in July 2012 and in 2015.", OFS_LAST, "2015 at 20");
    check_year("in 2012\xE2\x80\x93"
               "13",
               OFS_FIRST, "2012 at 3");
    check_year("20123, 12012, A2012, 2012a, 1999, 201", OFS_FIRST, "0 at 0");
    check_year("2113, 3013, 20x1, 201x, 1012", OFS_LAST, "0 at 0");
}

/* 'March,' at the end, whatever stands before it: the month, and its bytes. */
static void test_month_endings(void)
{
    static const struct {
        const char *text;
        int month;
        uint32_t length;
    } cases[] = {{"since January,", 1, 7},
                 {"in the spring, MAY", 5, 3},
                 {"December", 12, 8},
                 {"from 3 September", 9, 9},
                 {"march", 3, 5},
                 {"Marching", 0, 0},
                 {"March 2021", 0, 0},
                 {"arch", 0, 0},
                 {"", 0, 0},
                 {",", 0, 0},
                 {"June, July ,", 7, 4}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t length = 0;
        int month = ofs_month_ending(check_exact(cases[i].text), &length);
        if (month != cases[i].month || (month && length != cases[i].length))
            expect(cases[i].text, "the month that it ends in", "another");
    }
}

static void test_periods(void)
{
    check_periods("1 May 2024 |||||||5 May 2024", 0, "2024-05-01/2024-05-01 cut");
    check_periods("1 May 2024 ||||||||5 May 2024", 0, "2024-05-01/2024-05-01");
    check_periods("1/a March 2024", 0, "none");
    check_periods("Inspection dates: 27 September to 8 October 2021", 0, "2021-09-27/2021-10-08");
    check_periods("6 July 2015\xE2\x80\x93"
                  "30 July 2015",
                  0, "2015-07-06/2015-07-30");
    check_periods("03/04/2024 to 05/04/2024", 0, "2024-04-03/2024-04-05 swapped");
    check_periods("03/04/2024 to 14/04/2024", 0, "2024-04-03/2024-04-14");
    check_periods("2024-03-04 to 2024-03-14", 0, "2024-03-04/2024-03-14");
    check_periods("4 to 14/March/2024", 0, "2024-03-04/2024-03-14");
    check_periods("March 4 to March 14, 2024", 0, "none");
    check_periods("March 4 - March 14, 2024", 0, "none");
    check_periods("March 4 \xE2\x80\x93 March 14, 2024", 0, "none");
    check_periods("7-18 November 2022", 0, "2022-11-07/2022-11-18");
    check_periods("7to 18November2022", 0, "2022-11-07/2022-11-18");
    check_periods("between 3 and 5 November 2020", 0, "2020-11-03/2020-11-05");
    check_periods("12 and 13 May 2021", 0, "2021-05-12/2021-05-13");
    check_periods("4 to 8 March 2024 and 28 \xE2\x80\x93 30", 0, "2024-03-04/2024-03-08 cut");
    check_periods("4 to 8 March 2024 and 28", 0, "2024-03-04/2024-03-08 cut");
    check_periods("4 to 8 March 2024 1", 0, "2024-03-04/2024-03-08");
    check_periods("4 to 8 March 2024 and 28 children", 0, "2024-03-04/2024-03-08");
    check_periods("30 June and 1 July 2021", 0, "2021-06-30/2021-07-01");
    check_periods("3, 4 and 5 May 2021", 0, "2021-05-03/2021-05-05");
    check_periods("the 15 and 16 of May 2018. The", 0, "2018-05-15/2018-05-16");
    check_periods("9 and 19 May 2021", 0, "2021-05-09/2021-05-09 2021-05-19/2021-05-19 apart");
    check_periods("28 November to 2 December 2022 and 9 to 13 January 2023", 0,
                  "2022-11-28/2022-12-02 2023-01-09/2023-01-13");
    check_periods("19 November-11 December 2013 and 28 \xE2\x80\x93 30\nJanuary 2014", 0,
                  "2013-11-19/2013-12-11 2014-01-28/2014-01-30");
    check_periods("Monday 7 March 2022 to Friday 18 March 2022", 0, "2022-03-07/2022-03-18");
    check_periods("18 December to 12 January 2023", 0, "2022-12-18/2023-01-12 inferred");
    check_periods("28 November 2022 to 2 December", 0, "2022-11-28/2022-12-02 inferred");
    check_periods("13 and 14 July. Inspectors", 2021, "2021-07-13/2021-07-14 no-year");
    check_periods("13 and 14 July. Inspectors", 0, "0000-07-13/0000-07-14 no-year");
    check_periods("12/09/2016 to 06/10/2016", 0, "2016-09-12/2016-10-06 swapped");
    check_periods("5 to 3 May 2022", 0, "2022-05-05/2022-05-03 end-before");
    check_periods("1 January to 30 June 2022", 0, "2022-01-01/2022-06-30 too-long");
    check_periods("5 May 2021 and 20 children", 0, "2021-05-05/2021-05-05");
    check_periods("20 to 24 children", 0, "none");
    check_periods("3 and 4 and 6 May 2021", 0, "2021-05-03/2021-05-04 2021-05-06/2021-05-06 apart");
    check_periods("30 April, 1 and 2 May 2021", 0, "2021-04-30/2021-05-02");
    check_periods("31 December and 1 January 2021", 0, "2020-12-31/2021-01-01 inferred");
    check_periods("28 February and 1 March 2021", 0, "2021-02-28/2021-03-01");
    check_periods("28 February and 1 March 2020", 0, "2020-02-28/2020-02-28 2020-03-01/2020-03-01 apart");
    check_periods("28 and 29 February", 0, "0000-02-28/0000-02-29 no-year");
    check_periods("between 3 May and 5 May 2021 and between 7 and 9 June 2021", 0,
                  "2021-05-03/2021-05-05 2021-06-07/2021-06-09");
    check_periods("from 3 May until 5 May 2021", 0, "2021-05-03/2021-05-05");
    check_periods("3 May till the 5 May 2021", 0, "2021-05-03/2021-05-05");
    check_periods("3 May through 5 May 2021", 0, "2021-05-03/2021-05-05");
    check_periods("3 May to 5 May to 7 May 2021", 0, "0000-05-03/0000-05-05 no-year cut");
    check_periods("3 & 4 May 2021", 0, "2021-05-03/2021-05-04");
    check_periods("3 May 2021; 4 May 2021", 0, "2021-05-03/2021-05-04");
    check_periods("3 May 2021, and 4 May 2021", 0, "2021-05-03/2021-05-04");
    check_periods("3 to 30 February 2021", 0, "2021-02-03/0000-00-00 bad-day");
    check_periods("1 January to 1 May 2022", 0, "2022-01-01/2022-05-01");
    check_periods("1 January to 2 May 2022", 0, "2022-01-01/2022-05-02 too-long");
    check_periods("5 May to 5 May 2022", 0, "2022-05-05/2022-05-05");
    check_periods("Monday 3 May to Monday 4 May 2021", 0, "2021-05-03/2021-05-04 weekday");
    check_periods("3 children, 4 May 2021", 0, "2021-05-04/2021-05-04");
    check_periods("14 to 13 July", 0, "0000-07-14/0000-07-13 no-year");
    check_periods("1,2 March 2021", 0, "none");
    check_periods("1/2 and 3 May 2021", 0, "2021-05-03/2021-05-03 cut");
    check_periods("4/5 March 2024", 0, "2024-03-04/2024-03-05");
    check_periods("4/15 March 2024", 0, "2024-03-04/2024-03-15");
    check_periods("4/155 March 2024", 0, "none");
    check_periods("5% and 3 May 2021", 0, "2021-05-03/2021-05-03");
    check_periods("3 children 4 May 2021", 0, "2021-05-04/2021-05-04");
    check_periods("3, to 5 May 2021", 0, "2021-05-05/2021-05-05 cut");
    check_periods("7 tome 18 May 2021", 0, "2021-05-18/2021-05-18 cut");
    check_periods("3 May to Friday, 7 May 2021", 0, "2021-05-03/2021-05-07");
    check_periods("29 February and 1 March", 0, "0000-02-29/0000-03-01 no-year");
    check_periods("28 November 2022 to 30 November", 0, "2022-11-28/2022-11-30 inferred");
    /* another date stands right behind, which nothing joins */
    check_periods("1 May 2024 upto 5 May 2024", 0, "2024-05-01/2024-05-01 cut");
    check_periods("1 May 2024 during 5 May 2024", 0, "2024-05-01/2024-05-01 cut");
    check_periods("1 May 2024 besides 5 May 2024", 0, "2024-05-01/2024-05-01");
    check_periods("1 May 2024 | 5 May 2024", 0, "2024-05-01/2024-05-01 cut");
    check_periods("1 May 2024 ||||||||| 5 May 2024", 0, "2024-05-01/2024-05-01");
    check_periods("1 May 2024 upto May 2024", 0, "2024-05-01/2024-05-01 cut");
    check_periods("1 May 2024 April 2024", 0, "2024-05-01/2024-05-01 cut");
    check_periods("1 May 2024 they may go", 0, "2024-05-01/2024-05-01");
    check_periods("1 May 2024 seen 15 children", 0, "2024-05-01/2024-05-01");
    check_periods("1 nd 2 May 2024", 0, "2024-05-02/2024-05-02 cut");
    check_periods("4t 8 and 9 May 2024", 0, "2024-05-08/2024-05-09 cut");
    check_periods("11 a nd 12 May 2024", 0, "2024-05-12/2024-05-12 cut");
    check_periods("on 11, t 12 May 2024", 0, "2024-05-12/2024-05-12 cut");
    check_periods("In 4 112 nd 2 May 2024", 0, "2024-05-02/2024-05-02");
    check_periods("nd 2 May 2024", 0, "2024-05-02/2024-05-02");
    check_periods("1 nd the 2 May 2024", 0, "2024-05-02/2024-05-02 cut");
    check_periods("11 and\xC2\xB9 12 May 2024", 0, "2024-05-12/2024-05-12 cut");
    check_periods("11 and[1] 12 May 2024", 0, "2024-05-12/2024-05-12 cut");
    check_periods("11-and 12 May 2024", 0, "2024-05-12/2024-05-12 cut");
    check_periods("11\\12 May 2024", 0, "2024-05-12/2024-05-12 cut");
    check_periods("31 before 12 May 2024", 0, "2024-05-12/2024-05-12 cut");
    check_periods("32 before 12 May 2024", 0, "2024-05-12/2024-05-12");
    check_periods("11 besides 12 May 2024", 0, "2024-05-12/2024-05-12");
    check_periods("11 and          12 May 2024", 0, "2024-05-11/2024-05-12");
    check_periods("11 nd            12 May 2024", 0, "2024-05-12/2024-05-12 cut");
    check_periods("11 nd              12 May 2024", 0, "2024-05-12/2024-05-12");
    check_periods("Year 11. On 12 May 2024", 0, "2024-05-12/2024-05-12");
    check_periods("2023, on 2 May 2024", 0, "2024-05-02/2024-05-02");
    check_periods("11) 12 May 2024", 0, "2024-05-12/2024-05-12 cut");
    check_periods("1 May 2024. 5 May 2024", 0, "2024-05-01/2024-05-01");
    check_periods("1 May 2024 (5 May 2024)", 0, "2024-05-01/2024-05-01");
    check_periods("2 December 2021 to 3 January", 0, "2021-12-02/2022-01-03 inferred");
}

/* ---- People ---- */

static void check_person(ofs_matcher *matcher, const char *input, const char *want)
{
    char got[400] = "none";
    ofs_person p;
    if (ofs_read_person(matcher, check_exact(input), &p))
        snprintf(got, sizeof got, "%.*s|%.*s", (int)p.name.n, p.name.p, (int)p.role.n, p.role.p ? p.role.p : "");
    expect(input, want, got);
}

static void check_people(ofs_matcher *matcher, const char *input, const char *want)
{
    char got[1000] = "";
    ofs_found_people found;
    ofs_read_people(matcher, check_exact(input), &found);
    for (uint32_t i = 0; i < found.count; i++)
        snprintf(got + strlen(got), sizeof got - strlen(got), "%s%.*s|%.*s", i ? ", " : "", (int)found.people[i].name.n,
                 found.people[i].name.p, (int)found.people[i].role.n,
                 found.people[i].role.p ? found.people[i].role.p : "");
    if (found.flags)
        snprintf(got + strlen(got), sizeof got - strlen(got), " flags %u", (unsigned)found.flags);
    expect(input, want, got);
}

static void test_person(ofs_matcher *m)
{
    check_person(m, "Lead inspector: Ann Bray, His Majesty\xE2\x80\x99s Inspector",
                 "Ann Bray|His Majesty\xE2\x80\x99s Inspector");
    check_person(m, "Ann Bray, Her Majesty's Inspector.", "Ann Bray|Her Majesty's Inspector");
    check_person(m, "Lead inspector: Ann Bray", "Ann Bray|Lead inspector");
    check_person(m, "Ann Cole -Bray", "none");
    check_person(m, "Ann Cole -Bray, HMI", "none");
    check_person(m, "Ann Cole \xE2\x80\x93\nBray", "none");
    check_person(m, "Ann Cole -HMI", "Ann Cole|HMI");
    check_person(m, "Ann Cole - Ofsted", "Ann Cole|Ofsted");
    check_person(m, "Ann Cole - Regional Director", "Ann Cole|Regional Director");
    check_person(m, "Reporting inspector Ann McBray-Jones HMI", "Ann McBray-Jones|HMI");
    check_person(m, "M. J. O\xE2\x80\x99Hara-Smith (Ofsted Associate Inspector)",
                 "M. J. O\xE2\x80\x99Hara-Smith|Ofsted Associate Inspector");
    check_person(m, "M\xC3\xA1ire d\xE2\x80\x99Orsay\tTeam inspector",
                 "M\xC3\xA1ire d\xE2\x80\x99Orsay|Team inspector");
    check_person(m, "Ms Ann van der Bray, Director of Children\xE2\x80\x99s Services",
                 "Ann van der Bray|Director of Children\xE2\x80\x99s Services");
    check_person(m, "Lead inspector: Ann Bray \xE2\x80\x93 -.", "Ann Bray|Lead inspector");
    check_person(m, "Ann Bray, HMI, Lead inspector", "Ann Bray|HMI, Lead inspector");
    check_person(m, "Lead inspectors: Ann Bray, HMI, and Bob Cole, HMI", "none");
    check_person(m, "Ann Bray, director for the children of the town and of all the villages that belong to it",
                 "Ann Bray|director for the children of the town and of all the villages that belong to it");
    check_person(m,
                 "Ann Bray, who came to the town to see what children and families think of those who help them, and "
                 "to hear what the leaders of the town say",
                 "none");
    check_person(m, "Ann Bray HMl", "Ann Bray|HMl"); /* as OCR reads it */
    check_person(m, "Ann Bray, HM1", "Ann Bray|HM1");
    check_person(m, "Ann Bray (HMI)", "Ann Bray|HMI");
    check_person(m, "Lead Inspector: Ann Bray Hmi", "Ann Bray|Hmi");
    check_person(m, "Children Act", "none");
    check_person(m, "Ann Bray: HMI", "Ann Bray|HMI");
    check_person(m, "Ann Bray \xE2\x80\x93 Ofsted Inspector", "Ann Bray|Ofsted Inspector");
    check_person(m, "Ann Bray\nDirector of Help", "Ann Bray|Director of Help");
    check_person(m, "Ann Bray, she came. He left", "none");
    check_person(m, "Ann Bray, 12 High Street", "none");
    check_person(m, "Lead inspector and Ann Bray", "none");
    check_person(m, "Ann  Bray-\nCole, HMI", "Ann Bray-Cole|HMI");
    check_person(m, "Inspectors: Ann Bray", "Ann Bray|");
    check_person(m, "Team inspectors: Ann Bray", "Ann Bray|Team inspector");
    check_person(m, "Overall effectiveness", "none");
    check_person(m, "Norfolk County Council", "none");
    check_person(m, "Tower Hamlets", "none");
    check_person(m, "Ann Bray visited the council", "none");
    check_person(m, "Ann Bray Bob Cole", "none");
    check_person(m, "AnnBray ColeHMI", "none");
    check_person(m, "Ann Bray, Ofsted HMI BobCole", "none");
    check_person(m, "Ann Bray, HMI, and Bo b Cole", "none");
    check_person(m, "ann bray", "none");
    check_person(m, "Ann", "none");
    check_person(m, "Ann Bray, Director of Help, -", "Ann Bray|Director of Help");
    check_person(m, "Ann Bray (Director of Help).", "Ann Bray|Director of Help");
    check_person(m, "Dr Ann Bray HMI", "Ann Bray|HMI");
    check_person(m, "Lead inspector:\tAnn Bray\r\nHMI", "Ann Bray|HMI");
    check_person(m, "\xFF\xC3 Ann Bray\xE2\x80", "none");
    check_person(m, "", "none");
}

static void test_people(ofs_matcher *m)
{
    check_people(m, "Additional inspector: Ann Bray\nRegulatory inspector: Bob Cole",
                 "Ann Bray|Additional inspector, Bob Cole|Regulatory inspector");
    check_people(
        m,
        "The inspectors were: Ann Bray HMI and Bob Cole HMI and\nNational Lead for Fostering, Adoption and Child Protection",
        "Ann Bray|HMI, Bob Cole|HMI flags 4");
    check_people(m, "Team inspectors: Ann Bray, Bob\nCole, Cy Dunn and Di Ely",
                 "Ann Bray|Team inspector, Bob Cole|Team inspector, Cy Dunn|Team inspector, Di Ely|Team inspector");
    check_people(m, "The inspectors were Ann Bray, HMI, and Bob Cole, Ofsted Inspector. Next Day came.",
                 "Ann Bray|HMI, Bob Cole|Ofsted Inspector");
    check_people(
        m,
        "This letter is about the visit to Tower Hamlets on 9 May 2021. Her Majesty's Inspectors for this visit "
        "were Ann Bray and Bob Thomson- Jones. Inspectors looked at Mary Smith House.",
        "Ann Bray|Her Majesty's Inspector, Bob Thomson-Jones|Her Majesty's Inspector");
    check_people(m,
                 "The visit to Wigan on 9 May was conducted by Ann Bray and Bob Cole, two of Her Majesty's Inspectors.",
                 "Ann Bray|Her Majesty's Inspector, Bob Cole|Her Majesty's Inspector");
    check_people(m, "The visit was carried out by Her Majesty    \xE2\x80\x99s Inspectors Ann Bray and Bob Cole.",
                 "Ann Bray|Her Majesty    \xE2\x80\x99s Inspector, Bob Cole|Her Majesty    \xE2\x80\x99s Inspector");
    check_people(m, "by Her Majesty's Inspector, Ann Bray and Her Majesty's Inspector, Bob Cole",
                 "Ann Bray|Her Majesty's Inspector, Bob Cole|Her Majesty's Inspector");
    check_people(m, "were lead inspector Ann Bray and team inspectors Bob Cole and Cy Dunn",
                 "Ann Bray|lead inspector, Bob Cole|team inspector, Cy Dunn|team inspector");
    check_people(m,
                 "The inspection team consisted of two of Her Majesty's Inspectors (HMI) from Ofsted.\n"
                 "The inspection team\nLead inspector: Ann Bray HMI.\nDeputy lead inspector: Bob Cole/Cy Dunn\n"
                 "Team inspectors: Di Ely (Contracted Inspector), Ed Fox HMI\nSenior data analyst: Flo Gray",
                 "Ann Bray|HMI, Bob Cole|Deputy lead inspector, Cy Dunn|Deputy lead inspector, "
                 "Di Ely|Contracted Inspector, Ed Fox|HMI, Flo Gray|Senior data analyst");
    check_people(m, "Ann Bray, Ofsted HMI Lead inspector   Bob Cole, CQC Lead inspector\nCy Dunn, Ofsted HMI",
                 "Ann Bray|Ofsted HMI Lead inspector, Bob Cole|CQC Lead inspector, Cy Dunn|Ofsted HMI");
    check_people(m, "Team inspectors: Ann Bray, Cole, Cy Dunn",
                 "Ann Bray|Team inspector, Cy Dunn|Team inspector flags 4");
    check_people(m, "Ann Bray Bob Cole", "Ann Bray Bob Cole| flags 1");
    check_people(m, "Ann van der Bray de Cole", "Ann van der Bray de Cole|");
    check_people(m, "We met Ann Smith of the town. The visit was carried out by Bob Cole and Cy Dunn, HMI.",
                 "Bob Cole|, Cy Dunn|HMI");
    check_people(m, "Ann Bray and Bob Cole, all of whom are HMI.", "Ann Bray|HMI, Bob Cole|HMI");
    check_people(m, "Ann Bray, HMI, Lead inspector, and Bob Cole", "Ann Bray|HMI, Lead inspector, Bob Cole|");
    check_people(m, "Ann Bray, HMI, and Bob Cole, HMIs, Lead inspector", "Ann Bray|HMI, Bob Cole|HMI");
    check_people(m, "Team inspectors: Ann Bray, Bob Cole, they", "Ann Bray|Team inspector, Bob Cole|Team inspector");
    check_people(m, "Team inspectors: Ann Bray and Bob Cole, and they",
                 "Ann Bray|Team inspector, Bob Cole|Team inspector");
    check_people(m, "Team inspectors: Ann Bray, Bob Cole they",
                 "Ann Bray|Team inspector, Bob Cole|Team inspector flags 4");
    check_people(m, "Team inspectors: Ann Bray, Bob Cole and Dunn",
                 "Ann Bray|Team inspector, Bob Cole|Team inspector flags 4");
    check_people(m, "Team inspectors: Ann Bray; Bob Cole & Cy Dunn",
                 "Ann Bray|Team inspector, Bob Cole|Team inspector, Cy Dunn|Team inspector");
    check_people(m, "Ann Good, Bob A Cole and Cy A. van Dunn, HMI", "Ann Good|, Bob A Cole|, Cy A. van Dunn|HMI");
    check_people(m, "Ann Bray and Bob Good", "Ann Bray|, Bob Good|");
    check_people(m, "Ann Bray and Bob St. Cole", "Ann Bray|, Bob St. Cole|");
    check_people(m, "Ann Bray and Cole Bob Good", "Ann Bray|, Cole Bob| flags 4");
    check_people(m, "Ann Bray, Bob Road", "Ann Bray| flags 4");
    check_people(m, "Ann Bray and Bob St.Cole", "Ann Bray|, Bob St| flags 4");
    check_people(m, "Ann Bray and Bob Cole, HMI, Ofsted. They came", "Ann Bray|, Bob Cole|HMI");
    check_people(m, "Ann Bray and BobCole, HMI", "Ann Bray| flags 6");
    check_people(m, "The inspectors wereAnn Bray, Bob Cole and Cy Dunn", "Bob Cole|, Cy Dunn| flags 2");
    check_people(m, "The inspectorswere Ann Bray, HMI, and Bob Cole, HMI", "Bob Cole|HMI flags 2");
    check_people(m, "Inspectors: Ann McBray, Bob DeCole and Cy FitzDunn", "Ann McBray|, Bob DeCole|, Cy FitzDunn|");
    check_people(m, "Inspectors: Ann Brayand Bob, BobColeand Cy Dunn", "Ann Brayand Bob|, BobColeand Cy Dunn| flags 4");
    check_people(m, "Inspectors: Ann Bra y, Bob Co le", "Ann Bra|, Bob Co| flags 6");
    check_people(m, "QA manager: Ann Bray\nTeam inspector: B ob Cole", "Ann Bray|QA manager flags 4");
    check_people(m, "Team inspectors: Ann Bray, they said, Bob Cole",
                 "Ann Bray|Team inspector, Bob Cole|Team inspector flags 2");
    check_people(m, "Team inspectors: Ann Bray, 12 Bob Cole",
                 "Ann Bray|Team inspector, Bob Cole|Team inspector flags 2");
    check_people(m, "Team inspectors: Ann Bray az Bob Cole",
                 "Ann Bray|Team inspector, Bob Cole|Team inspector flags 2");
    check_people(m, "Ann Bray, HMI; lead inspector Bob Cole", "Ann Bray|HMI, Bob Cole|lead inspector");
    check_people(m, "Ann Bray, HMI / lead inspector Bob Cole", "Ann Bray|HMI, Bob Cole|lead inspector");
    check_people(m, "Ann Bray, HMI, lead inspector Bob Cole", "Ann Bray|HMI, lead inspector, Bob Cole|");
    check_people(m, "Children live in the town\nAnn Bray, HMI", "Ann Bray|HMI");
    check_people(m, "Children live in the town Ann Bray, HMI", "");
    check_people(m, "Team inspectors: Ann Bray. Bob Cole", "Ann Bray|Team inspector");
    check_people(m, "Inspectors were Ann Bray! Children met Bob Cole", "Ann Bray|");
    check_people(m, "Children are visited by social workers.", "");
    check_people(m, "Team inspectors whom we sent were Ann Bray and Bob Cole",
                 "Ann Bray|Team inspector, Bob Cole|Team inspector flags 2");
    check_people(m, "Team inspectors whom we sent Ann Bray and Bob Cole",
                 "Ann Bray|Team inspector, Bob Cole|Team inspector");
    check_people(m, "Ann Bray, HMI and others, Lead inspector", "Ann Bray|HMI flags 2");
    check_people(m, "Ann Bray, HMI (Lead inspector)", "Ann Bray|HMI");
    check_people(m, "Ann Bray, Bob Cole, HMI, Lead inspector", "Ann Bray|, Bob Cole|HMI, Lead inspector");
    check_people(m, "Ann Bray HMI; Bob Cole", "Ann Bray|HMI, Bob Cole|");
    check_people(m, "Lead inspector Ann Bray, team inspectors Bob Cole, Cy Dunn; HMI",
                 "Ann Bray|Lead inspector, Bob Cole|team inspector, Cy Dunn|team inspector");
    check_people(m, "Ann Bray: HMI, Bob Cole: Lead inspector", "Ann Bray|HMI, Bob Cole|Lead inspector");
    check_people(m, "Lead inspector: Ann Bray. Team inspectors: Bob Cole.",
                 "Ann Bray|Lead inspector, Bob Cole|Team inspector");
    check_people(m, "Inspectors: Ann Bray", "Ann Bray|");
    check_people(m, "Ann Bray, Lead inspector, Bob Cole, Cy Dunn, Ofsted Inspectors",
                 "Ann Bray|Lead inspector, Bob Cole|Ofsted Inspector, Cy Dunn|Ofsted Inspector");
    check_people(m, "Ann Bray (HMI)\nBob Cole (Ofsted Inspector)", "Ann Bray|HMI, Bob Cole|Ofsted Inspector");
    check_people(m, "HMI Ann Bray and HMI Bob Cole", "Ann Bray|HMI, Bob Cole|HMI");
    check_people(m, "Ann Bray Ofsted", "Ann Bray|");
    check_people(m, "Ann Bray, Ofsted", "Ann Bray|");
    check_people(m, "Ann Bray t", "Ann Bray| flags 4");
    check_people(m, "Ann Bray z ton", "Ann Bray| flags 4");
    check_people(m, "Ann Bray and Z", "Ann Bray| flags 4");
    check_people(m, "Ann Bray/Bob Cole", "Ann Bray|, Bob Cole|");
    check_people(m, "Inspectors: Ann BrazZed and Bob Cole", "Ann BrazZed|, Bob Cole| flags 4");
    check_people(m, "Inspectors: Ann BraaAd and Bob Cole", "Ann BraaAd|, Bob Cole| flags 4");
    check_people(m, "Inspectors: Ann Bray AND Bob Cole", "Ann Bray|, Bob Cole|");
    check_people(m, "Inspectors: Ann\r\nBray and Bob\tCole", "Ann Bray| flags 4");
    check_people(m, "Inspectors: Ann Bray, \xC3\x89mile", "Ann Bray| flags 4");
    check_people(m, "Inspectors: Ann Bray (HMI), Bob Cole (HMI); Cy Dunn (Ofsted Inspector).",
                 "Ann Bray|HMI, Bob Cole|HMI, Cy Dunn|Ofsted Inspector");
    check_people(m, "Lead inspector: Ann Bray (HMI), Deputy lead inspector: Bob Cole",
                 "Ann Bray|HMI, Bob Cole|Deputy lead inspector");
    check_people(m, "The team was led by Ann Bray HMI, supported by Bob Cole and Cy Dunn.",
                 "Ann Bray|HMI, Bob Cole|, Cy Dunn|");
    check_people(m, "The visit was carried out by Ann Bray, Senior HMI. Bob Cole was not there.",
                 "Ann Bray|Senior HMI");
    check_people(m, "Inspectors: Ann Bray HMI (designate), Bob Cole, School Inspector",
                 "Ann Bray|HMI (designate), Bob Cole|School Inspector");
    check_people(m, "Inspectors: Ann Bray HMI (desigate), Bob Cole Designated HMI, Cy Dunn SCRI, Di East AI",
                 "Ann Bray|HMI (desigate), Bob Cole|Designated HMI, Cy Dunn|SCRI, Di East|AI");
    check_people(m, "Inspectors: Ann Bray XQRI, Bob COLE", "Ann Bray XQRI|, Bob COLE| flags 4");
    check_people(m, "Inspectors: Ann J BRAY and Bob COLE", "Ann J BRAY|, Bob COLE|");
    check_people(m, "", "");
}

/* ---- Authorities ---- */

static void check_authority(const char *input, const char *want)
{
    char got[200];
    ofs_authority a = {0};
    int n = ofs_match_authority(context, check_exact(input), &a);
    snprintf(got, sizeof got, "%d %.*s", n, (int)a.name.n, a.name.p ? a.name.p : "");
    expect(input, want, got);
}

static void test_registers(void)
{
    static const char csv[] = "urn,name\n,\n1,Ayton\n\n2,\n3,\"Beeton, City of\"\n4,\xC3\x89tonshire\n5,Ox";
    ofs_context *kept = context;
    if (ofs_context_new(csv, sizeof csv - 1, &context) != OFS_OK)
        exit(1);
    check_authority("Inspection of Ayton", "1 Ayton");
    check_authority("Inspection of Beeton, City of", "1 Beeton, City of");
    check_authority("Inspection of \xC3\x89tonshire", "0 "); /* too short, or no letters of ASCII first: never found */
    check_authority("Ox", "0 ");
    check_authority("Inspection of", "0 ");
    check_authority("Ayton and Beeton, City of", "2 Ayton");
    ofs_context_free(context);
    /* a short form, and one that ends with the whole name */
    static const char forms[] =
        "urn,name,other_names\n1,Ayton on Sea,Royal Borough of Ayton;Royal Borough of Ayton on Sea\n";
    if (ofs_context_new(forms, sizeof forms - 1, &context) != OFS_OK)
        exit(1);
    check_authority("Royal Borough of Ayton", "1 Ayton on Sea");
    check_authority("Royal Borough of Ayton Bray", "0 ");
    check_authority("Royal Borough of Ayton on Sea", "1 Ayton on Sea");
    check_authority("Royal Borough of Ayton on Sea Inspection", "1 Ayton on Sea");
    ofs_context_free(context);
    context = kept;
}

static void test_authorities(void)
{
    ofs_span at;
    if (ofs_find_authority(context, (ofs_str){NULL, 0}, 0, NULL, &at) ||
        ofs_find_authority(context, check_exact("Norfolk"), 9, NULL, &at))
        expect("nothing", "no authority", "one");
    check_authority("Inspection of Norfolk County Council children\xE2\x80\x99s services", "1 Norfolk");
    check_authority("London Borough of Bromley", "1 Bromley");
    check_authority("the Royal Borough of Kensington & Chelsea\xE2\x80\x99s services", "1 Kensington and Chelsea");
    check_authority("St Helen\xE2\x80\x99s Metropolitan Borough Council", "1 St. Helens");
    check_authority("OLDHAM'S CHILDREN'S SERVICES", "1 Oldham");
    check_authority("City of London Corporation", "1 City of London");
    check_authority("Bournemouth, Christchurch and Poole", "1 Bournemouth, Christchurch and Poole");
    check_authority("Southend on Sea", "1 Southend-on-Sea");
    check_authority("SouthGloucestershire", "1 South Gloucestershire");
    check_authority("B romley", "1 Bromley");
    check_authority("Bath and North East Somer set\xE2\x80\x99s services", "1 Bath and North East Somerset");
    check_authority("Bristol, City of", "1 Bristol");
    check_authority("Hull City Council", "1 Kingston upon Hull");
    check_authority("Newcastle local authority", "1 Newcastle upon Tyne");
    check_authority("Doncaster Children's Services Trust", "1 Doncaster");
    check_authority("North Yorkshire", "1 North Yorkshire");
    check_authority("Bath and North East Somerset", "1 Bath and North East Somerset");
    check_authority("Derby City", "1 Derby");
    check_authority("Derbyshire", "1 Derbyshire");
    check_authority("North East Somerset", "0 ");
    check_authority("Sussex", "0 ");
    check_authority("Newcastle-under-Lyme", "0 ");
    check_authority("Newcastle under Lyme", "0 ");
    check_authority("Newcastle, under new leaders", "1 Newcastle upon Tyne");
    check_authority("Newcastle Council", "1 Newcastle upon Tyne");
    check_authority("Newcastle Emlyn", "0 ");
    check_authority("Newcastle-Emlyn", "0 ");
    check_authority("Newcastle. Emlyn", "1 Newcastle upon Tyne");
    check_authority("Newcastle\xE2\x80\x99s children", "1 Newcastle upon Tyne");
    check_authority("Stoke on Trent", "1 Stoke-on-Trent");
    check_authority("Stoke Newington", "0 ");
    check_authority("Inspection of Hull\xE2\x80\x99s services", "1 Kingston upon Hull");
    check_authority("Hull Road, York", "1 York");
    check_authority("we met Ann Hull at Bromley", "1 Bromley");
    check_authority("the hull of a ship", "0 ");
    check_authority("Derby\xE2\x80\x99s children", "1 Derby");
    check_authority("Staff\xE2\x80\x99s skills", "0 ");
    check_authority("Staffs County Council", "1 Staffordshire");
    check_authority("Saint Helen\xE2\x80\x99s", "1 St. Helens");
    check_authority("he was barking mad", "0 ");
    check_authority("hull city council", "1 Kingston upon Hull");
    check_authority("Visit to East Riding children\xE2\x80\x99s services", "1 East Riding of Yorkshire");
    check_authority("Windsor and Maidenhead", "1 Windsor and Maidenhead");
    check_authority("Diocese of Bath and Wells", "0 ");
    check_authority("Bury St Edmunds, Suffolk", "1 Suffolk");
    check_authority("Bradford-on-Avon", "0 ");
    check_authority("Leeds-based", "1 Leeds");
    check_authority("East Surrey Hospital", "0 ");
    check_authority("East Surrey Council", "1 East Surrey");
    check_authority("Royal Borough of Kingston", "1 Kingston upon Thames");
    check_authority("Royal Borough of Kingston upon Thames", "1 Kingston upon Thames");
    check_authority("Sutton London Borough Council", "1 Sutton");
    check_authority("Derby County Council", "0 ");
    check_authority("the London Borough of", "0 ");
    check_authority("Hackney Wick", "0 ");
    static const char *const others[] = {
        "Sutton Coldfield",        "Sutton in Ashfield", "Surrey Heath", "Derbyshire Dales",
        "Staffordshire Moorlands", "stockton heath",     "Camden Town",  "Westminster Abbey",
        "Bournemouth and Poole",   "Bolton-le-Moors",    "York House",   "Sutton Courtenay",
        "Lincolnshire Wolds",      "Stoke Mandeville",   "New York",     "Windsor Castle"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        check_authority(others[i], "0 ");
    check_authority("Bournemouth Christchurch & Poole", "1 Bournemouth, Christchurch and Poole");
    check_authority("Kingston upon Hull, City of", "1 Kingston upon Hull");
    check_authority("Barking (and) Dagenham", "1 Barking and Dagenham");
    check_authority("North Bromley", "0 ");
    check_authority("North. Bromley", "1 Bromley");
    check_authority("Bromley South", "0 ");
    check_authority("Bromley, south of it", "1 Bromley");
    check_authority("Bromley's south", "0 ");
    check_authority("reading", "1 Reading");
    check_authority("the reading of Reading", "1 Reading");
    check_authority("Bromleyshire", "0 ");
    check_authority("County Durham", "1 Durham");
    check_authority("Caf\xC3\xA9 Bromley", "1 Bromley");
    check_authority("Bromley and Bexley and Bromley", "2 Bromley");
    check_authority("Greater Manchester", "0 ");
    check_authority("Kingston", "0 ");
    check_authority("improve reading", "0 ");
    check_authority("Reading Borough Council", "1 Reading");
    check_authority("Southwark and Lambeth", "2 Southwark");
    check_authority("Bromley and the London Borough of Bromley", "1 Bromley");
    static const struct {
        const char *text;
        int is_part;
    } parts[] = {{"N0rth Northamptonshire", 1},
                 {"Norlh Northamptonshire children's services", 1},
                 {"Cheshire Eost", 1},
                 {"Redcar and Cl3veland", 1},
                 {"Bournernouth, Christchurch and Poole", 1},
                 {"Bristol, C1ty of", 1},
                 {"Norfolk c0uncil", 1},
                 {"Norfolk council2", 1},
                 {"Norfolk in 2020", 0},
                 {"Norfolk 2020", 0},
                 {"Focused visit to Norfolk", 0},
                 {"London Borough of Sutton Council", 0},
                 {"Norfolk County Council", 0},
                 {"the services of Norfolk Safeguarding Children Board", 0},
                 {"Surrey Heath", 0},
                 {"", 0}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (ofs_is_part_of_name(context, check_exact(parts[i].text)) != parts[i].is_part)
            expect(parts[i].text, parts[i].is_part ? "part" : "whole", "other");
    ofs_authority both[2];
    if (!ofs_shared_name(context, check_exact("Kingston Council"), both) ||
        ofs_shared_name(context, check_exact("Hull"), both) ||
        ofs_shared_name(context, check_exact("Surrey Heath"), both))
        expect("Kingston Council", "a name of two", "another");
    check_authority("Kingston Council", "0 ");
    check_authority("\xE2\x80\x99\xC3", "0 ");
    check_authority("", "0 ");
}

/* The bytes at which the first authority stands, and its name. */
static void check_place(const char *input, uint32_t from, const char *want)
{
    char got[200] = "none";
    ofs_authority a = {0};
    ofs_span at;
    if (ofs_find_authority(context, check_exact(input), from, &a, &at))
        snprintf(got, sizeof got, "%u-%u %.*s", (unsigned)at.start, (unsigned)at.end, (int)a.name.n, a.name.p);
    expect(input, want, got);
}

static void test_places(void)
{
    check_place("in Norfolk, too", 0, "3-10 Norfolk");
    check_place("in Norfolk's homes", 0, "3-10 Norfolk");
    check_place("in Norfolk\xE2\x80\x99s homes", 0, "3-10 Norfolk");
    check_place("in Norfolk and Suffolk", 10, "15-22 Suffolk");
    check_place("Visit to Bath and North East Somerset in May", 0, "9-37 Bath and North East Somerset");
    check_authority("North\tBromley", "0 ");
    check_authority("North\rBromley", "0 ");
    check_authority("Newcastle \xE2\x80\x9C"
                    "Emlyn\xE2\x80\x9D",
                    "1 Newcastle upon Tyne");
    check_authority("Newcastle\xE2\x80\x90"
                    "Emlyn",
                    "0 ");
    check_authority("Newcastle\xE2\x80\x91"
                    "Emlyn",
                    "0 ");
    check_authority("Staff's skills", "0 ");
    check_authority("we met Derby't Hooft", "0 ");
    check_authority("we met at Hull Abbey", "0 ");
    check_authority("we met at Hull Zoo", "0 ");
    check_authority("we met at Hull zoo", "1 Kingston upon Hull");
}

/* A text that is a name and nothing else. */
static void test_names(void)
{
    static const struct {
        const char *text, *name;
    } cases[] = {
        {"Norfolk", "Norfolk"},
        {"Norfolk County Council", "Norfolk"},
        {"the London Borough of Bromley", "Bromley"},
        {"Council of the Royal Borough of Kensington and Chelsea, London", NULL},
        {"The Royal Borough of Kensington and Chelsea London Borough Council", "Kensington and Chelsea"},
        {"Bristol, City of", "Bristol"},
        {"Sutton London Borough Council", "Sutton"},
        {"Sutton London", NULL},
        {"Norfolk 0", NULL},
        {"Norfolk 9", NULL},
        {"Norfolk homes", NULL},
        {"Norfolk\xC3\xA9", NULL},
        {"\xC3\x89Norfolk", NULL},
        {"Norfolk\xC3", "Norfolk"},
        {"Norfolk\xCA\xBC", "Norfolk"},
        {"in Norfolk", NULL},
        {"Norfolk and Suffolk", NULL},
        {"Sutton Coldfield", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char got[200] = "";
        ofs_authority a = {0};
        if (ofs_register_read(context->authorities, check_exact(cases[i].text), &a))
            snprintf(got, sizeof got, "%.*s", (int)a.name.n, a.name.p);
        expect(cases[i].text, cases[i].name ? cases[i].name : "", got);
    }
}

/* A register of one's own: quotes, CRLF, a missing column, an empty file. */
static void test_register(void)
{
    static const char csv[] = "\xEF\xBB\xBFname,urn,note\r\n\"Ayton, \"\"Old\"\"\",1,\"a\nb\"\r\n,2,x\r\nBeeford,3";
    ofs_context *own;
    ofs_authority a;
    if (ofs_context_new(csv, sizeof csv - 1, &own) != OFS_OK)
        exit(2);
    if (ofs_match_authority(own, check_exact("Ayton Old council"), &a) != 1 || a.name.n != 12 || a.la_code.p)
        expect("Ayton Old council", "a match", "another");
    if (ofs_match_authority(own, check_exact("Beeford"), &a) != 1 || a.urn.n != 1 || *a.urn.p != '3')
        expect("Beeford", "urn 3", "another");
    ofs_context_free(own);
    static const char others[] = "urn,ons_name,other_names,name\r\n1,Aytonshire,,Ayton\r\n2,,Bee;Ayton;Dee,Beeford\r\n"
                                 "3,,Dee,Ceeford\r\n";
    if (ofs_context_new(others, sizeof others - 1, &own) != OFS_OK)
        exit(2);
    ofs_context *kept = context;
    context = own;
    check_authority("the homes of Ayton", "1 Ayton"); /* its own name goes before another's short form */
    check_authority("the homes of Aytonshire", "1 Ayton");
    check_authority("the homes of Ceeford", "1 Ceeford");
    check_authority("Bee Council", "1 Beeford");
    check_authority("Dee Council", "0 "); /* of two */
    context = kept;
    ofs_context_free(own);
    static char many[3000 * 16] = "name,urn\n";
    size_t length = strlen(many);
    for (unsigned i = 0; i < 3000; i++)
        length +=
            (size_t)snprintf(many + length, 16, "Ay%c%c%cton,%u\n", 'a' + i / 676, 'a' + i / 26 % 26, 'a' + i % 26, i);
    if (ofs_context_new(many, length, &own) != OFS_OK)
        exit(2);
    if (ofs_match_authority(own, check_exact("Ayelhton"), &a) != 1 || a.urn.n != 4 || memcmp(a.urn.p, "2997", 4) != 0)
        expect("Ayelhton", "urn 2997", "another");
    ofs_context_free(own);
    if (ofs_context_new("", 0, &own) != OFS_OK)
        exit(2);
    if (ofs_match_authority(own, check_exact("Norfolk"), NULL))
        expect("Norfolk", "no match in an empty register", "a match");
    ofs_context_free(own);
}

/* ---- Grades ---- */

static void test_grades(void)
{
    static const struct {
        const char *text;
        ofs_grade whole, first, last;
    } cases[] = {
        {"Good", OFS_GOOD, OFS_GOOD, OFS_GOOD},
        {" (good).", OFS_GOOD, OFS_GOOD, OFS_GOOD},
        {"Requires improvement to be good", OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT,
         OFS_REQUIRES_IMPROVEMENT},
        {"Requiresimprovement", OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT},
        {"requires\nImprovement", OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT},
        {"Requires\xC2\xA0improvement", OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT},
        {"not yet\xC2\xA0 good", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"good\xC2\xA0 enough", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"Not judged", OFS_NOT_JUDGED, OFS_NOT_JUDGED, OFS_NOT_JUDGED},
        {"Inadequate", OFS_INADEQUATE, OFS_INADEQUATE, OFS_INADEQUATE},
        {"Grade 4 (inadequate)", OFS_GRADE_NONE, OFS_INADEQUATE, OFS_INADEQUATE},
        {"Good, and in part outstanding", OFS_GRADE_NONE, OFS_GOOD, OFS_OUTSTANDING},
        {"services are not yet good", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"improve to be good", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"in adequate", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"less than good", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"Tawnshirerequires improvement tobe good", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"Tawnshirerequires improvementto be good", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"lessthan good", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"obe good", OFS_GRADE_NONE, OFS_GOOD, OFS_GOOD},
        {"late and yet good", OFS_GRADE_NONE, OFS_GOOD, OFS_GOOD},
        {"it will be good", OFS_GRADE_NONE, OFS_GOOD, OFS_GOOD},
        {"good enoughness", OFS_GRADE_NONE, OFS_GOOD, OFS_GOOD},
        {"requires\rimprovement", OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT},
        {"requires\xC3\xA0improvement", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"requires\xC2\xA3improvement", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"Adequate", OFS_ADEQUATE, OFS_ADEQUATE, OFS_ADEQUATE},
        {"OUTSTANDING", OFS_OUTSTANDING, OFS_OUTSTANDING, OFS_OUTSTANDING},
        {"Requires\t improvement", OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT, OFS_REQUIRES_IMPROVEMENT},
        {"Good\xC2", OFS_GOOD, OFS_GOOD, OFS_GOOD},
        {"not", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"gold, outside", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"goodness, isgood", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
        {"", OFS_GRADE_NONE, OFS_GRADE_NONE, OFS_GRADE_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ofs_grade whole = OFS_GRADE_NONE, first = OFS_GRADE_NONE, last = OFS_GRADE_NONE;
        ofs_span at;
        ofs_read_grade(check_exact(cases[i].text), &whole);
        ofs_find_grade(check_exact(cases[i].text), 0, OFS_FIRST, &first, &at);
        ofs_find_grade(check_exact(cases[i].text), 0, OFS_LAST, &last, &at);
        if (whole != cases[i].whole || first != cases[i].first || last != cases[i].last)
            expect(cases[i].text, "the grades in the table", "others");
    }
}

/* From a byte on: within a word none begins. */
static void test_grades_from(void)
{
    static const struct {
        const char *text;
        uint32_t from;
        int found;
    } cases[] = {{"is good", 3, 1}, {"isgood", 2, 0}, {"good", 0, 1}, {"good", 1, 0}, {"good, good", 4, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ofs_grade grade;
        ofs_span at;
        if (ofs_find_grade(check_exact(cases[i].text), cases[i].from, OFS_FIRST, &grade, &at) != cases[i].found)
            expect(cases[i].text, "a grade or none", "the other");
    }
}

/* Texts are looked through in runs of 32 bytes: wherever a grade or a sentence's end stands among them, it is found. */
static void test_runs(void)
{
    static const char *const grades[] = {"good",     "outstanding", "inadequate",
                                         "adequate", "not judged",  "requires improvement"};
    char text[160];
    for (uint32_t before = 1; before < 100; before++) {
        memset(text, 'x', before);
        text[before - 1] = ' ';
        for (size_t i = 0; i < sizeof grades / sizeof *grades; i++) {
            ofs_grade grade;
            ofs_span at = {0, 0};
            snprintf(text + before, sizeof text - before, "%s, now", grades[i]);
            ofs_str given = check_exact(text);
            if (!ofs_find_grade(given, 0, OFS_FIRST, &grade, &at) || at.start != before ||
                at.end != before + strlen(grades[i]) || ofs_grade_letters(given, 0) >= at.end)
                expect(text, grades[i], "none, or elsewhere");
            text[before + 1] = 'x';
            if (ofs_find_grade(check_exact(text), 0, OFS_FIRST, &grade, &at))
                expect(text, "no grade", "one");
        }
        for (const char *stop = ".?!"; *stop; stop++) {
            snprintf(text + before, sizeof text - before, "%c So xx.", *stop);
            uint32_t end = ofs_sentence_end(check_exact(text), 0);
            if (end != before + 1 || ofs_sentence_end(check_exact(text), end) != strlen(text))
                expect(text, "its end", "another");
        }
    }
}

/* A heading and the grade at its end; 160 bytes in front are a heading's, 310 a paragraph's. */
static void test_graded_headings(void)
{
    static const struct {
        const char *text, *words; /* NULL: no grade at its end */
        uint32_t more; /* bytes in front */
    } cases[] = {
        {"Leadership: good", "Leadership", 0},
        {"Leadership - good.", "Leadership", 0},
        {"Leadership is good", "Leadership", 0},
        {"Services are good", "Services", 0},
        {"Services are: good", "Services", 0},
        {"Basis good", "Basis", 0},
        {"Is good", "Is", 0},
        {"is good", "is", 0},
        {"Good", "", 0},
        {"Good homes", NULL, 0},
        {"Leadership: not good", NULL, 0},
        {"Leadership: good", "Leadership", 160},
        {"Leadership: good", NULL, 310},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[400] = "", got[400] = "none", want[400] = "none";
        ofs_str words;
        ofs_grade grade = OFS_GRADE_NONE;
        memset(text, 'x', cases[i].more);
        if (cases[i].words)
            snprintf(want, sizeof want, "%s%s", text, cases[i].words);
        snprintf(text + cases[i].more, sizeof text - cases[i].more, "%s", cases[i].text);
        if (ofs_split_heading(check_exact(text), &words, &grade) && grade == OFS_GOOD)
            snprintf(got, sizeof got, "%.*s", (int)words.n, words.n ? words.p : "");
        else if (words.n != strlen(text)) /* without a grade it stays whole */
            snprintf(got, sizeof got, "cut");
        expect(text, want, got);
    }
}

/* Every grade may end a heading, and no other word that ends alike. */
static void test_grades_of_headings(void)
{
    static const struct {
        const char *text;
        ofs_grade grade;
    } cases[] = {
        {"Care: good", OFS_GOOD},
        {"Care: GOOD.", OFS_GOOD},
        {"Care: outstanding", OFS_OUTSTANDING},
        {"CARE: OUTSTANDING", OFS_OUTSTANDING},
        {"Care: adequate", OFS_ADEQUATE},
        {"Care: Inadequate ", OFS_INADEQUATE},
        {"CARE: INADEQUATE", OFS_INADEQUATE},
        {"Care: requires improvement", OFS_REQUIRES_IMPROVEMENT},
        {"CARE REQUIRES IMPROVEMENT", OFS_REQUIRES_IMPROVEMENT},
        {"Care: requires improvement to be good", OFS_REQUIRES_IMPROVEMENT},
        {"Care: not judged", OFS_NOT_JUDGED},
        {"CARE: NOT JUDGED", OFS_NOT_JUDGED},
        {"Care: good (see below)", OFS_GRADE_NONE},
        {"Good care is planned", OFS_GRADE_NONE},
        {"Good standing", OFS_GRADE_NONE},
        {"Good improvements", OFS_GRADE_NONE},
        {"Care: understanding", OFS_GRADE_NONE},
        {"god", OFS_GRADE_NONE},
        {"ood", OFS_GRADE_NONE},
        {"", OFS_GRADE_NONE},
        {"...", OFS_GRADE_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ofs_str words;
        ofs_grade grade = OFS_GRADE_NONE;
        int found = ofs_split_heading(check_exact(cases[i].text), &words, &grade);
        if (found != (cases[i].grade != OFS_GRADE_NONE) || (found && grade != cases[i].grade))
            expect(cases[i].text, "the grade in the table", "another");
    }
}

/* Grades with their number: the grade, 'but' where word and number differ, what stands before it. */
static void test_numbered_grades(void)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"Staying safe Grade 1", "outstanding: Staying safe"},
        {"Staying safe: Grade 2 (good)", "good: Staying safe"},
        {"Staying safe (Grade 3)", "adequate: Staying safe"},
        {"Staying safe - grade: 4 - inadequate.", "inadequate: Staying safe"},
        {"Staying safe Grade 2 (adequate)", "adequate but: Staying safe"},
        {"Staying safe Inadequate Grade 4", "inadequate: Staying safe"},
        {"Staying safe: good - Grade 2", "good: Staying safe"},
        {"Staying safe Inadequate Grade 3", "inadequate but: Staying safe"},
        {"Staying safe good (Grade 2: adequate)", "good but: Staying safe"},
        {"Good homes Grade 2", "good: Good homes"},
        {"Good 5 Grade 2", "good: Good 5"},
        {"Staying safe - Grade 2 \xE2\x80\x93 good", "good: Staying safe"},
        {"A grade is given Grade 1", "outstanding: A grade is given"},
        {"good Grade 2)", "good: "},
        {"Grade 3", "adequate: "},
        {"Grade 3.", "adequate: "},
        {"grade 1", "outstanding: "},
        {"Grade:4", "inadequate: "},
        {"Grade 2 \xC2\x80", "none"},
        {"Upgrade 3", "none"},
        {"Grade", "none"},
        {"Grade 0", "none"},
        {"Grade 5", "none"},
        {"Grade 12", "none"},
        {"Grade 2 homes", "none"},
        {"Grades and Grade 2", "good: Grades and"},
        {"", "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char got[200] = "none";
        ofs_str words;
        ofs_grade grade = OFS_GRADE_NONE;
        int agree = 0;
        if (ofs_split_numbered_grade(check_exact(cases[i].text), &words, &grade, &agree))
            snprintf(got, sizeof got, "%s%s: %.*s", ofs_grade_slug(grade), agree ? "" : " but", (int)words.n,
                     words.n ? words.p : "");
        expect(cases[i].text, cases[i].want, got);
        const char *behind = strchr(cases[i].want, ':');
        if (ofs_read_numbered_grade(check_exact(cases[i].text), &grade, &agree) != (behind && !behind[2]))
            expect(cases[i].text, "a grade where nothing stands before it", "another");
    }
    static const struct {
        const char *text;
        ofs_grade grade; /* NONE: it is not one */
    } alone[] = {{"3 - adequate", OFS_ADEQUATE}, {"3", OFS_GRADE_NONE},   {"(Grade 2)", OFS_GOOD},
                 {"2 good", OFS_GOOD},           {"2.1", OFS_GRADE_NONE}, {"12 good", OFS_GRADE_NONE}};
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
        ofs_grade grade = OFS_GRADE_NONE;
        int agree = 0, found = ofs_numbered_grade_at(check_exact(alone[i].text), 0, &grade, &agree);
        if (found ? grade != alone[i].grade : alone[i].grade != OFS_GRADE_NONE)
            expect(alone[i].text, "the grade in the table", "another");
    }
    static char long_text[4096 + 8];
    for (uint32_t n = 4096; n <= 4097; n++) { /* the rest of a page is not looked through */
        ofs_str words;
        ofs_grade grade;
        int agree;
        memset(long_text, 'x', sizeof long_text);
        memcpy(long_text + n - 8, " Grade 2", 8);
        if (ofs_split_numbered_grade((ofs_str){long_text, n}, &words, &grade, &agree) != (n <= 4096))
            expect("a long text", "a grade up to 4096 bytes", "another bound");
    }
}

/* ---- Slices ---- */

/* Whatever is found in the text, in one line. */
static void write_found(ofs_matcher *m, ofs_str text, char *out, size_t size)
{
    ofs_found_date date = {0};
    ofs_found_periods periods = {0};
    ofs_found_people people = {0};
    ofs_authority authority = {0};
    ofs_grade whole = OFS_GRADE_NONE, last = OFS_GRADE_NONE;
    ofs_span at = {0, 0};
    uint32_t year_at = 0, year = ofs_find_year(text, OFS_FIRST, &year_at);
    int has_date = ofs_find_date(text, 0, &date), has_periods = ofs_find_periods(&arena, text, 0, 0, &periods);
    int names = ofs_match_authority(context, text, &authority);
    ofs_read_grade(text, &whole);
    ofs_find_grade(text, 0, OFS_LAST, &last, &at);
    ofs_read_people(m, text, &people);
    ofs_person person = {0};
    ofs_str words = {NULL, 0};
    ofs_grade numbered = OFS_GRADE_NONE, graded = OFS_GRADE_NONE;
    int agree = 0, is_person = ofs_read_person(m, text, &person);
    int has_number = ofs_split_numbered_grade(text, &words, &numbered, &agree);
    int has_grade = ofs_split_heading(text, &words, &graded);
    ofs_authority alone = {0};
    int is_name = ofs_register_read(context->authorities, text, &alone);
    int n = snprintf(out, size, "%d %.*s|%.*s, %d %u %d, %d %u %.*s, %d %.*s, ", is_person, (int)person.name.n,
                     person.name.n ? person.name.p : "", (int)person.role.n, person.role.n ? person.role.p : "",
                     has_number, (unsigned)numbered, agree, has_grade, (unsigned)graded, (int)words.n,
                     words.n ? words.p : "", is_name, (int)alone.name.n, alone.name.n ? alone.name.p : "");
    out += n;
    size -= (size_t)n;
    snprintf(out, size, "%d %u-%u-%u %u, %d %u %u %u, %u %u, %d %.*s, %u %u %u %u, %u", has_date, date.date.year,
             date.date.month, date.date.day, (unsigned)date.at.end, has_periods, (unsigned)periods.count,
             (unsigned)periods.flags, (unsigned)periods.at.end, (unsigned)people.count, (unsigned)people.flags, names,
             (int)authority.name.n, authority.name.p ? authority.name.p : "", (unsigned)whole, (unsigned)last,
             (unsigned)at.start, (unsigned)at.end, (unsigned)year);
}

/* What follows a slice counts for nothing: what the whole text has there, the rest of a word, a mark. */
static void test_slices(ofs_matcher *m)
{
    static const char *const texts[] = {
        "requires improvement to be good enough",
        "Inadequate. Not\xC2\xA0judged: good",
        "Staying safe: Grade 2 (adequate)",
        "Leadership is outstanding.",
        "Ann Bray, HMI, Director of Help for all",
        "City of Bristol\xCA\xBCs homes, St Helen\xE2\x80\x99s Council",
        "Norfolk& Suffolk\xE2\x80\x99s services, Bournemouth, Christchurch and Poole",
        "Monday 27th September to 8 October 2021, and 12/09/2016",
        "2 Sept to 3rd Oct. 2021 \xE2\x80\x93 St. Helens",
        "3, 4 and 5 May 2021; 28 November \xE2\x80\x93 2 December 2022",
        "Lead inspector: Ann Bray, HMI, and Bob O\xE2\x80\x99"
        "Cole-Dunn (Ofsted Inspector).",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (uint32_t n = 0; n <= strlen(texts[i]); n++) {
            char alone[200] = {0}, want[800], got[800];
            memcpy(alone, texts[i], n);
            write_found(m, (ofs_str){alone, n}, want, sizeof want);
            write_found(m, (ofs_str){texts[i], n}, got, sizeof got);
            expect(alone, want, got);
            for (const char *mark = "1.,/'s)(h&a- "; *mark; mark++) {
                char more[220] = {0};
                memcpy(more, texts[i], n);
                memcpy(more + n, mark, strlen(mark));
                write_found(m, (ofs_str){more, n}, got, sizeof got);
                expect(more, want, got);
            }
        }
}

/* ---- Any bytes at all ---- */

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Lines made of pieces that readers look for, some bytes broken; each in memory of its own size, so that the
 * sanitizer sees a read beyond it. */
static void test_any_bytes(ofs_matcher *m)
{
    static const char *const pieces[] = {"12",
                                         " and ",
                                         "3 May 2021",
                                         "-",
                                         "\xE2\x80\x93",
                                         " to ",
                                         "Monday ",
                                         "2",
                                         "20223",
                                         "/09/",
                                         "Ann",
                                         " Bray",
                                         ", ",
                                         "HMI",
                                         "Lead inspector: ",
                                         "\n",
                                         "Her Majesty\xE2\x80\x99s Inspectors",
                                         " were ",
                                         "Norfolk",
                                         "North ",
                                         "St. ",
                                         "&",
                                         "'s",
                                         "good",
                                         " requires improvement",
                                         "\xFF",
                                         "\xC3",
                                         "\xE2\x80",
                                         "th",
                                         " of ",
                                         "between ",
                                         ".",
                                         "O\xE2\x80\x99",
                                         "-\n"};
    uint32_t state = 7;
    for (int round = 0; round < 20000; round++) {
        char line[200];
        uint32_t n = 0, count = next_random(&state) % 14;
        for (uint32_t i = 0; i < count; i++) {
            const char *piece = pieces[next_random(&state) % (sizeof pieces / sizeof *pieces)];
            uint32_t length = (uint32_t)strlen(piece);
            if (n + length > sizeof line)
                break;
            memcpy(line + n, piece, length);
            n += length;
        }
        if (n && next_random(&state) % 4 == 0)
            line[next_random(&state) % n] = (char)next_random(&state);
        char *own = malloc(n ? n : 1);
        if (!own)
            exit(2);
        memcpy(own, line, n);
        ofs_str text = {own, n};
        ofs_found_periods periods;
        ofs_found_people people;
        ofs_found_date date;
        ofs_person person;
        ofs_grade grade;
        ofs_span at;
        ofs_find_periods(&arena, text, 0, 2020, &periods);
        if (ofs_find_date(text, 0, &date) && (date.at.end > n || date.at.start >= date.at.end))
            expect("any bytes", "a span inside", "one outside");
        ofs_read_people(m, text, &people);
        ofs_read_person(m, text, &person);
        ofs_match_authority(context, text, NULL);
        ofs_read_grade(text, &grade);
        ofs_find_grade(text, 0, OFS_LAST, &grade, &at);
        free(own);
    }
}

static void load_context(void)
{
    FILE *file = fopen("ofsted/data/authorities.csv", "rb");
    char *csv = malloc(1 << 20);
    if (!file || !csv) {
        fprintf(stderr, "run this from the project's top folder\n");
        exit(2);
    }
    size_t n = fread(csv, 1, 1 << 20, file);
    fclose(file);
    if (ofs_context_new(csv, n, &context) != OFS_OK)
        exit(2);
    free(csv);
}

static void run_tests(void *unused)
{
    (void)unused;
    ofs_matcher *matcher = ofs_matcher_new(&arena, context);
    test_dates();
    test_dates_in_turn();
    test_years();
    test_month_endings();
    test_periods();
    test_person(matcher);
    test_people(matcher);
    test_authorities();
    test_places();
    test_names();
    test_registers();
    test_register();
    test_grades();
    test_grades_from();
    test_runs();
    test_graded_headings();
    test_grades_of_headings();
    test_numbered_grades();
    test_slices(matcher);
    test_any_bytes(matcher);
}

int main(void)
{
    load_context();
    ofs_arena_init(&arena, NULL);
    if (!ofs_attempt(&arena, run_tests, NULL)) {
        fprintf(stderr, "out of memory\n");
        return 2;
    }
    ofs_arena_free(&arena);
    ofs_context_free(context);
    if (failures)
        fprintf(stderr, "%d failures\n", failures);
    return failures != 0;
}
