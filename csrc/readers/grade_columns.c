/* grade_columns.c: which of the grades that a judgement table prints side by side are this inspection's, told by the words
 * above each column: a year, an authority, 'previous'.
 *
 * May not read a grade, nor go by a column's place: the newest stands first in one table and last in the next. */
#include "readers/grade_columns.h"

#include "base/words.h"
#include "outline/publisher.h"

enum { LONGEST_TITLE = 120 };

static const char *const EARLIER[] = {"previous*", "last",    "prior", "earlier", "former*", "was",
                                      "were",      "before*", "old",   "then",    "past",    NULL};
static const char *const ELSEWHERE[] = {
    "target*",    "self*",      "aim*",       "expected",  "forecast",    "predicted", "average*", "national*",
    "neighbour*", "comparator", "baseline",   "change*",   "direction",   "trend",     "england",  "our view",
    "own view",   "own grade",  "ourselves",  "ambition*", "goal*",       "peer",      "mock",     "audit*",
    "draft*",     "provision*", "anticipat*", "region*",   "statistical", "similar",   NULL};
static const char *const CURRENT[] = {"this inspection", "current*", "latest", "now", "new", "today", NULL};
static const char *const GRADE[] = {"grade*", "judgement*", "judgment*", "rating*", "outcome*", "ofsted*", NULL};

/* What a header's years say: those of the inspection are now, an earlier one is before, a later one is another's; the
 * year of publication counts like no year. */
static ofs_column_kind kind_of_year(const ofs_report *report, uint32_t year)
{
    uint32_t published = report->published.year, first = published, last = published;
    if (report->inspection_period_count) {
        first = report->inspection_periods[0].start.year;
        last = report->inspection_periods[report->inspection_period_count - 1].end.year;
        if (year >= first && year <= last && first)
            return OFS_COLUMN_NOW;
    } else if (published) {
        first = published - 1; /* the inspection may have been the year before */
    }
    if (!first || !last)
        return OFS_COLUMN_UNSURE;
    if (year < first)
        return OFS_COLUMN_BEFORE;
    return year <= last || year == published ? OFS_COLUMN_PLAIN : OFS_COLUMN_OTHER;
}

static ofs_column_kind kind_of_authority(const ofs_reader *reader, ofs_str words)
{
    ofs_authority named;
    int count = ofs_match_authority(reader->context, words, &named);
    if (!count || !reader->report->authority.name.n)
        return OFS_COLUMN_UNSURE;
    return count == 1 && ofs_equal(named.name, reader->report->authority.name) ? OFS_COLUMN_NOW : OFS_COLUMN_OTHER;
}

static ofs_column_kind kind_of_words(ofs_str words)
{
    if (ofs_has_words(words, EARLIER))
        return OFS_COLUMN_BEFORE;
    if (ofs_has_words(words, ELSEWHERE))
        return OFS_COLUMN_OTHER;
    if (ofs_has_words(words, CURRENT))
        return OFS_COLUMN_NOW;
    return ofs_has_words(words, GRADE) ? OFS_COLUMN_PLAIN : OFS_COLUMN_UNSURE;
}

/* Two that agree, or of which one says nothing. */
static ofs_column_kind both(ofs_column_kind a, ofs_column_kind b)
{
    if (a == b || b <= OFS_COLUMN_PLAIN)
        return a ? a : b;
    return a <= OFS_COLUMN_PLAIN ? b : OFS_COLUMN_UNSURE;
}

void ofs_head_column(const ofs_reader *reader, ofs_grade_columns *columns, uint32_t column, ofs_str words)
{
    uint32_t at, first = ofs_find_year(words, OFS_FIRST, &at), last = ofs_find_year(words, OFS_LAST, &at);
    if (column >= OFS_MOST_COLUMNS)
        return;
    ofs_column_kind kind = both(kind_of_words(words), kind_of_authority(reader, words));
    if (first)
        kind = both(kind, kind_of_year(reader->report, first));
    if (last != first)
        kind = both(kind, kind_of_year(reader->report, last));
    columns->kinds[column] = both(columns->kinds[column], kind);
    if (first)
        columns->years[column] = first == last ? first : 0;
}

void ofs_head_by_years(ofs_grade_columns *columns)
{
    uint32_t latest = OFS_NO_COLUMN, last = 0;
    for (uint32_t i = 0; i < OFS_MOST_COLUMNS; i++) {
        if (!columns->graded[i])
            continue;
        if (columns->kinds[i] > OFS_COLUMN_PLAIN || !columns->years[i] || columns->years[i] == last)
            return;
        if (columns->years[i] > last) {
            last = columns->years[i];
            latest = i;
        }
    }
    for (uint32_t i = 0; i < OFS_MOST_COLUMNS; i++)
        if (columns->graded[i])
            columns->kinds[i] = i == latest ? OFS_COLUMN_NOW : OFS_COLUMN_BEFORE;
}

int ofs_heads_earlier(ofs_str title, uint32_t *year)
{
    static const char *const earlier[] = {"previous*", "last", "prior", "earlier", "former*", NULL};
    static const char *const what[] = {"inspection*", "report*", NULL};
    uint32_t at;
    *year = 0;
    if (title.n > LONGEST_TITLE || title.p[title.n - 1] == '.' || ofs_begins_with(title, OFS_OTHER_LABELS))
        return 0;
    *year = ofs_find_year(title, OFS_LAST, &at);
    return ofs_has_words(title, earlier) && ofs_has_words(title, what);
}

/* How many columns with grades are of that kind; *column gets the last of them. */
static uint32_t count_kind(const ofs_grade_columns *columns, ofs_column_kind kind, uint32_t *column)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < OFS_MOST_COLUMNS; i++)
        if (columns->graded[i] && columns->kinds[i] == kind) {
            count++;
            *column = i;
        }
    return count;
}

uint32_t ofs_column_now(const ofs_grade_columns *columns)
{
    uint32_t column = OFS_NO_COLUMN, unsure;
    uint32_t now = count_kind(columns, OFS_COLUMN_NOW, &column);
    if (now == 1)
        return column;
    int is_plain =
        !now && count_kind(columns, OFS_COLUMN_PLAIN, &column) == 1 && !count_kind(columns, OFS_COLUMN_UNSURE, &unsure);
    return is_plain ? column : OFS_NO_COLUMN;
}

int ofs_has_other_columns(const ofs_grade_columns *columns)
{
    uint32_t column;
    return count_kind(columns, OFS_COLUMN_BEFORE, &column) || count_kind(columns, OFS_COLUMN_OTHER, &column);
}
