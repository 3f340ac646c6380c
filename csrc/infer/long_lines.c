/* long_lines.c: text that has lost its line ends, a paragraph, a page or all of it on one line. Its lines are cut where a
 * cover's label, a heading, a graded row, a bullet, the next number or a letter's part begins.
 *
 * Only text whose lines are mostly that long; others are not looked at. Cuts only before a word with a capital, a figure
 * or a bullet. May not read facts: what a piece is, infer decides. */
#include "infer/infer.h"

#include "base/sentences.h"
#include "facts/facts.h"
#include "outline/publisher.h"

#include <string.h>

enum {
    LONG_AVERAGE = 160, /* bytes of a line, on average: no page is that wide */
    OTHERS_AVERAGE = 100,
    FEW_LINES = 3,
    LEAST_TEXT = 600,
    OPENING = 6000, /* bytes in which a cover or a letter's head stands */
    LONGEST_HEAD = 900, /* from a letter's date to its salutation */
    LONGEST_SIGNATURE = 80,
    LONGEST_HEADING = 110,
    LONGEST_LABEL = 8, /* '2.1 ' */
    LONGEST_NUMBER_GAP = 2,
    LONGEST_TOPIC = 80, /* bytes of a heading of the report's own */
    LARGEST_PAGE = 999,
    LONGEST_GRADE = 60,
    LONGEST_CELL = 60, /* bytes behind its grade */
    FURTHEST_GRADE = 1000, /* bytes, with its row, behind the opening */
    LEAST_PAGE = 700, /* bytes from a page's number to the next */
    LONGEST_PAGE = 7000,
    LEAST_RUNNING = 16, /* bytes of a running line */
    SURE_RUNNING = 45, /* … also where only one other page has it */
    LONGEST_RUNNING = 200,
    LEAST_NUMBERS = 3, /* a shorter series is chance */
    LONGEST_DATE = 24, /* bytes, with its weekday */
    LONGEST_VALUE = 160, /* of a cover's label */
    FURTHEST_COLON = 24, /* behind it */
    FURTHEST_PERIOD = 12, /* … and its days */
    FURTHEST_DAY = 8 /* … or the day of publication */
};

/* A number between spaces, and the longest series of pages' numbers that it ends. */
typedef struct mark {
    uint32_t at, end, number;
    uint32_t from, to; /* … with the running line before or behind it */
    uint32_t length, previous; /* index + 1 of the one before in it; 0: none */
} mark;

/* A framework, and how all that it prints begins, and its rows and judgements' headings. */
typedef struct wording {
    const ofs_framework *framework;
    const uint32_t *letters; /* the first of each heading */
    ofs_beginnings all, graded;
} wording;

struct ofs_cuts {
    ofs_beginnings common,
        graded; /* of what stands in any report or letter; of the rows and headings of all frameworks */
    wording *known;
    uint32_t count;
};

typedef struct cutter {
    ofs_source *source;
    const ofs_cuts *cuts;
    const wording *known; /* the frameworks whose words may stand there */
    uint32_t known_count, capacity, count, number;
    uint32_t stop; /* nothing is cut from here on */
    uint32_t grade; /* the opening has no grade before it, behind the last line that was looked at */
    ofs_line *made;
    ofs_line line; /* what is left of the one being cut */
    int in_previous; /* below the heading of previous inspections, whose grades are no headings */
    uint32_t closing; /* where 'Yours sincerely' ended; 0: not yet */
    uint8_t flags; /* of the next piece */
    int was_cut_below; /* a line below the opening */
    mark *marks; /* numbers of pages, in order */
    uint32_t mark_count, next_mark;
} cutter;

static ofs_str rest_from(const cutter *cut, uint32_t at)
{
    return (ofs_str){cut->source->text.p + at, cut->line.end - at};
}

static ofs_str after(ofs_str text, uint32_t bytes)
{
    return ofs_trim((ofs_str){text.p + bytes, text.n - bytes});
}

/* What stands before it on the line, as far as it is not cut yet. */
static ofs_str before_it(const cutter *cut, uint32_t at)
{
    return ofs_trim((ofs_str){cut->source->text.p + cut->line.start, at - cut->line.start});
}

/* Nothing stands before it but the bullet of its line. */
static int is_behind_bullet(const cutter *cut, uint32_t at)
{
    const char *start = cut->source->text.p + cut->line.start;
    uint32_t n = ofs_bullet_label(ofs_slice(start, cut->source->text.p + cut->line.end));
    return n && cut->line.start + n >= at;
}

/* Nothing, or a sentence that has ended. */
static int is_apart(const cutter *cut, uint32_t at)
{
    ofs_str before = before_it(cut, at);
    return !before.n || before.p[before.n - 1] == ':' || ofs_ends_sentence(before);
}

/* What follows begins something of its own. */
static int begins_anew(ofs_str text)
{
    return !text.n || ofs_is_upper(*text.p) || ofs_is_digit(*text.p) || (ofs_bullet_label(text) && *text.p != '-') ||
           *text.p == '_' || (*text.p & 0x80) != 0;
}

/* Adds what stands before `at` as a line; the rest begins there. */
static void cut_at(cutter *cut, uint32_t at)
{
    const char *text = cut->source->text.p;
    ofs_str piece = ofs_trim((ofs_str){text + cut->line.start, at - cut->line.start});
    if (piece.n) {
        cut->made = ofs_arena_grow(&cut->source->arena, cut->made, cut->count, &cut->capacity, sizeof *cut->made);
        ofs_line *made = &cut->made[cut->count++];
        *made = cut->line;
        made->start = (uint32_t)(piece.p - text);
        made->end = made->start + piece.n;
        made->flags = cut->flags;
        cut->flags = OFS_LINE_GAP;
    }
    cut->line.start = at;
}

/* The bytes of a grade at the start of the text that nothing of the same sentence follows, or 0. */
static uint32_t grade_at(ofs_str text)
{
    static const char *const links[] = {": ",          ":",   "is: ", "are: ", "is that it is ",
                                        "is that it ", "is ", "are ", "- ",    NULL};
    uint32_t skipped = 0;
    ofs_grade grade;
    ofs_span at;
    while (skipped < text.n && text.p[skipped] == ' ')
        skipped++;
    skipped += ofs_begins_with((ofs_str){text.p + skipped, text.n - skipped}, links);
    while (skipped < text.n && text.p[skipped] == ' ')
        skipped++;
    ofs_str rest = {text.p + skipped, text.n - skipped < LONGEST_GRADE ? text.n - skipped : LONGEST_GRADE};
    if (!ofs_opening_grade(rest, &grade, &at))
        return 0;
    uint32_t n = skipped + at.end;
    n += ofs_phrase_at((ofs_str){text.p + n, text.n - n}, " to be good");
    return begins_anew(after(text, n)) ? n : 0;
}

/* A cover's label; with the day after it, where there is one and nothing else. *length: what it is with that; 0: the
 * next piece ends it. */
static int is_label(const cutter *cut, ofs_str text, uint32_t *length)
{
    ofs_found_date date;
    ofs_found_periods found;
    uint32_t dates = ofs_begins_with(text, OFS_DATE_LABELS), published = ofs_begins_with(text, OFS_PUBLISHED_LABELS);
    uint32_t n = dates ? dates : published;
    if (!n && !(n = ofs_begins_with(text, OFS_LEAD_LABELS)))
        n = ofs_begins_with(text, OFS_OTHER_LABELS);
    const char *colon = n ? memchr(text.p + n, ':', text.n - n < FURTHEST_COLON ? text.n - n : FURTHEST_COLON) : NULL;
    if (!colon && !(published && n + 1 < text.n && ofs_is_digit(text.p[n + 1])))
        return 0;
    ofs_str value = {text.p + n, text.n - n < LONGEST_VALUE ? text.n - n : LONGEST_VALUE};
    if (dates && ofs_find_periods(&cut->source->arena, value, 0, 0, &found) && found.at.start < FURTHEST_PERIOD)
        *length = n + found.at.end;
    else if (published && ofs_find_date(value, 0, &date) && date.at.start < FURTHEST_DAY)
        *length = n + date.at.end;
    return 1;
}

/* A letter's parts. */

static const char SALUTATION[] = "dear ";

static int is_letter_part(cutter *cut, uint32_t at, ofs_str text, uint32_t *length)
{
    uint32_t n = ofs_begins_with(text, OFS_CLOSINGS);
    n += n && n < text.n && text.p[n] == ',';
    if (n && begins_anew(after(text, n))) {
        *length = n;
        cut->closing = at + n;
        return 1;
    }
    if (cut->closing && at - cut->closing <= LONGEST_SIGNATURE && ofs_begins_with(text, OFS_INSPECTORS_ROLES))
        return 1;
    if (at < OPENING && (n = ofs_phrase_at(text, SALUTATION)) > 0 && n < text.n && ofs_is_upper(text.p[n]))
        return 1;
    return ofs_begins_with(text, OFS_IMPRINT) || (is_apart(cut, at) && ofs_begins_with(text, OFS_COMPLAINTS));
}

/* The day above a letter's address. */
static uint32_t letter_date(const cutter *cut, uint32_t at, ofs_str text)
{
    ofs_found_date found;
    uint32_t n;
    if (at > OPENING)
        return 0;
    uint32_t left = cut->source->text.n - at;
    ofs_str near = {text.p, text.n < LONGEST_DATE ? text.n : LONGEST_DATE},
            head = {text.p, left < LONGEST_HEAD ? left : LONGEST_HEAD};
    if (!ofs_find_date(near, 0, &found) || found.at.start || !found.date.year)
        return 0;
    ofs_str before = before_it(cut, at);
    int above = !before.n || ofs_begins_with(before, OFS_LETTERHEAD) || ofs_begins_with(before, OFS_ABOVE_ADDRESS);
    return above && ofs_phrase_find(head, SALUTATION, &n) >= 0 ? found.at.end : 0;
}

/* What a framework prints. */

static const char GRADED[] = "judgement grade ";

static void note_graded(const ofs_framework *framework, ofs_beginnings *graded)
{
    for (const ofs_row *row = framework->rows; row && row->key; row++)
        ofs_add_beginning(graded, row->label);
    for (const ofs_heading *heading = framework->headings; heading && heading->phrase; heading++)
        if (heading->key)
            ofs_add_beginning(graded, heading->phrase);
}

static void note_all(const ofs_framework *framework, ofs_beginnings *all)
{
    for (const ofs_sign *sign = framework->signs; sign && sign->sure; sign++)
        for (size_t i = 0; i < sizeof sign->phrases / sizeof *sign->phrases && sign->phrases[i]; i++)
            ofs_add_beginnings(all, sign->phrases[i]);
    if (framework->titles)
        ofs_add_beginnings(all, framework->titles);
    if (framework->openings)
        ofs_add_beginnings(all, framework->openings);
    for (const ofs_heading *heading = framework->headings; heading && heading->phrase; heading++)
        ofs_add_beginning(all, heading->phrase);
    note_graded(framework, all);
}

const ofs_cuts *ofs_note_cuts(ofs_arena *arena, const ofs_framework *const *known, const ofs_headings *sorted,
                              uint32_t count)
{
    const char *const *const common[] = {OFS_CLOSINGS, OFS_INSPECTORS_ROLES, OFS_IMPRINT, OFS_COMPLAINTS};
    ofs_cuts *cuts = OFS_NEW(arena, ofs_cuts);
    cuts->known = OFS_NEW_ARRAY(arena, wording, count);
    cuts->count = count;
    ofs_add_beginning(&cuts->common, GRADED);
    ofs_add_beginning(&cuts->common, SALUTATION);
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        ofs_add_beginnings(&cuts->common, common[i]);
    for (const char *const *const *labels = OFS_COVER_LABELS; *labels; labels++)
        ofs_add_beginnings(&cuts->common, *labels);
    for (uint32_t i = 0; i < count; i++) {
        cuts->known[i].framework = known[i];
        cuts->known[i].letters = sorted[i].letters;
        note_all(known[i], &cuts->known[i].all);
        note_graded(known[i], &cuts->known[i].graded);
        note_graded(known[i], &cuts->graded);
    }
    return cuts;
}

/* A heading that goes on behind its phrase ends with a question mark or a colon, or where a sentence begins. */
static uint32_t heading_end(ofs_str text, uint32_t n)
{
    for (; n < text.n && n < LONGEST_HEADING; n++) {
        if (text.p[n] == '?' || text.p[n] == ':')
            return n + 1;
        if (text.p[n] == '.' || text.p[n] == ';')
            return 0;
        if (text.p[n] == ' ' && begins_anew((ofs_str){text.p + n + 1, text.n - n - 1}))
            return n;
    }
    return n == text.n ? n : 0;
}

static uint32_t known_heading(const cutter *cut, const ofs_heading *heading, uint32_t at, ofs_str text)
{
    int whole;
    uint32_t n = heading->role == OFS_ROLE_LINE ? 0 : ofs_heading_words(heading, text, &whole);
    if (!n)
        return 0;
    int words = strchr(heading->phrase, ' ') != NULL;
    if (!is_apart(cut, at) && !(words && whole))
        return 0;
    if (heading->key)
        return 0; /* only with its grade */
    if (!whole)
        return heading_end(text, n);
    if (n < text.n && (text.p[n] == ':' || text.p[n] == '?'))
        n++;
    return n == text.n || (text.p[n] == ' ' && begins_anew(after(text, n))) ? n : 0;
}

/* Heading i may begin what begins with these letters. */
static int has_letters(const wording *known, uint32_t i, uint32_t letters)
{
    return !known->letters[i] || known->letters[i] == letters;
}

/* Behind a row's grade stands another one, of its next column or in the same cell: 'Good', '60%, Inadequate 40%'. */
static int has_second_grade(const wording *known, ofs_str rest)
{
    ofs_grade grade;
    ofs_span at;
    if (grade_at(rest))
        return 1;
    return rest.n && rest.n <= LONGEST_CELL && rest.p[rest.n - 1] != '.' && !ofs_may_begin_one(&known->graded, rest) &&
           ofs_find_grade(rest, 0, OFS_FIRST, &grade, &at);
}

/* The bytes of a label of `n` bytes with the grade behind it, or 0: there is none, or a second one, from which nothing may
 * part it. */
static uint32_t graded_label(const wording *known, ofs_str text, uint32_t n)
{
    uint32_t graded = grade_at((ofs_str){text.p + n, text.n - n});
    return graded && !has_second_grade(known, after(text, n + graded)) ? n + graded : 0;
}

static uint32_t graded_heading(const wording *known, ofs_str text)
{
    const ofs_framework *framework = known->framework;
    uint32_t n, graded, letters;
    if (!ofs_may_begin_one(&known->graded, text))
        return 0;
    letters = ofs_first_letters(text);
    ofs_str label = {text.p, text.n < 2 * LONGEST_HEADING ? text.n : 2 * LONGEST_HEADING};
    if (framework->rows && ofs_row_begun(framework->rows, label, &n) && (graded = graded_label(known, text, n)) > 0)
        return graded;
    const ofs_heading *heading = framework->headings;
    for (uint32_t i = 0; heading && heading->phrase; heading++, i++)
        if (has_letters(known, i, letters) && heading->key && (n = ofs_phrase_at(text, heading->phrase)) > 0 &&
            (graded = graded_label(known, text, n)) > 0)
            return graded;
    return 0;
}

static int is_sign(const ofs_framework *framework, ofs_str text)
{
    for (const ofs_sign *sign = framework->signs; sign && sign->sure; sign++)
        for (size_t i = 0; i < sizeof sign->phrases / sizeof *sign->phrases && sign->phrases[i]; i++)
            if (ofs_begins_with(text, sign->phrases[i]))
                return 1;
    return 0;
}

static int begins_words_of(cutter *cut, const wording *known, uint32_t at, ofs_str text, uint32_t *length)
{
    const ofs_framework *framework = known->framework;
    /* 'Adoption: good' in a list is no heading */
    if (!cut->in_previous && (*length = graded_heading(known, text)) > 0) {
        if (!is_behind_bullet(cut, at))
            return 1;
        *length = 0;
    }
    if (at < OPENING && (is_sign(framework, text) || (framework->titles && ofs_begins_with(text, framework->titles)) ||
                         (framework->openings && is_apart(cut, at) && ofs_begins_with(text, framework->openings))))
        return 1;
    const ofs_heading *heading = framework->headings;
    uint32_t letters = ofs_first_letters(text);
    for (uint32_t i = 0; heading && heading->phrase; heading++, i++)
        if (has_letters(known, i, letters) && (*length = known_heading(cut, heading, at, text)) > 0) {
            cut->in_previous = heading->role == OFS_ROLE_PREVIOUS;
            return 1;
        }
    return 0;
}

/* What stands in any report or letter. */
static int begins_common(cutter *cut, uint32_t at, ofs_str text, uint32_t *length)
{
    uint32_t n = ofs_phrase_at(text, GRADED);
    if (n && begins_anew(after(text, n))) {
        *length = n;
        return 1;
    }
    return is_label(cut, text, length) || is_letter_part(cut, at, text, length);
}

static int begins_words(cutter *cut, uint32_t at, ofs_str text, uint32_t *length)
{
    *length = 0;
    if (ofs_may_begin_one(&cut->cuts->common, text) && begins_common(cut, at, text, length))
        return 1;
    for (uint32_t i = 0; i < cut->known_count; i++)
        if (ofs_may_begin_one(&cut->known[i].all, text) && begins_words_of(cut, &cut->known[i], at, text, length))
            return 1;
    return 0;
}

/* '2.1 Adoption performance Good': its bytes, or 0. */
static uint32_t numbered_row(const cutter *cut, ofs_str text)
{
    uint32_t n = 0, row = 0;
    while (n < text.n && n < LONGEST_LABEL && (ofs_is_digit(text.p[n]) || text.p[n] == '.' || text.p[n] == ' '))
        n++;
    ofs_str words = {text.p + n, text.n - n};
    if (!ofs_may_begin_one(&cut->cuts->graded, ofs_trim(words)))
        return 0;
    for (uint32_t i = 0; i < cut->known_count && !row; i++)
        if (cut->known[i].framework->rows_have_numbers) /* the grade behind it, or on the next line */
            row = ofs_row_of(cut->known[i].framework->rows, words) ? words.n : graded_heading(&cut->known[i], words);
    return row ? n + row : 0;
}

/* 'Children's services in Exford are good' */
static int ends_in_grade(ofs_str text)
{
    ofs_grade grade;
    ofs_span at;
    uint32_t from = text.n > LONGEST_GRADE ? text.n - LONGEST_GRADE : 0;
    return ofs_find_grade(text, from, OFS_LAST, &grade, &at) && at.end == text.n;
}

/* Where the words begin that stand between a sentence's end and a number there, a few, as in a heading; or `at`. */
static uint32_t heading_before(const cutter *cut, uint32_t at)
{
    const char *text = cut->source->text.p;
    uint32_t start = at;
    while (start > cut->line.start && at - start <= LONGEST_TOPIC &&
           !(text[start - 1] == ' ' && start - 1 > cut->line.start && strchr(".?!)", text[start - 2])))
        start--;
    return at - start <= LONGEST_TOPIC && ofs_is_upper(text[start]) ? start : at;
}

/* '12. The' where 12 comes next, behind the end of a sentence or a heading of the report's own. */
static int begins_numbered(cutter *cut, uint32_t at, ofs_str text)
{
    uint32_t length, number = ofs_number_label(text, &length);
    int alone = number && length == text.n; /* its paragraph is on the next line */
    if (!number || !begins_anew(after(text, length)))
        return 0;
    if (number != 1 && (number <= cut->number || number > cut->number + LONGEST_NUMBER_GAP))
        return 0;
    ofs_str before = before_it(cut, at);
    if (!is_apart(cut, at) && before.p[before.n - 1] != ')' && !(alone && ends_in_grade(before))) {
        uint32_t heading = number == cut->number + 1 ? heading_before(cut, at) : at;
        if (heading == at)
            return 0;
        cut_at(cut, heading);
    }
    cut->number = number;
    return 1;
}

/* Whether something begins at the word there; *length: its bytes, 0 where the next cut ends it. */
static int begins(cutter *cut, uint32_t at, uint32_t *length)
{
    ofs_str text = rest_from(cut, at);
    *length = 0;
    if (ofs_is_upper(*text.p))
        return begins_words(cut, at, text, length);
    if (ofs_is_digit(*text.p))
        return (*length = letter_date(cut, at, text)) > 0 || (*length = numbered_row(cut, text)) > 0 ||
               begins_numbered(cut, at, text);
    uint32_t c;
    ofs_utf8_next(text.p, text.p + text.n, &c);
    return c >= 0x80 && !ofs_is_dash(c) && ofs_bullet_label(text) > 0;
}

/* Numbers of pages: they rise through the text, a page's length apart. */

static int is_space_at(const ofs_source *source, uint32_t at)
{
    return at >= source->text.n || ofs_is_space((unsigned char)source->text.p[at]);
}

/* '5 March' */
static int is_day(ofs_str text)
{
    ofs_found_date found;
    return ofs_find_date((ofs_str){text.p, text.n < LONGEST_DATE ? text.n : LONGEST_DATE}, 0, &found) &&
           !found.at.start;
}

static void add_mark(cutter *cut, uint32_t *capacity, uint32_t *latest, mark made)
{
    for (uint32_t missing = 1; missing <= LONGEST_NUMBER_GAP && missing < made.number && !made.previous; missing++) {
        uint32_t index = latest[made.number - missing];
        const mark *other = index ? &cut->marks[index - 1] : NULL;
        if (other && made.at - other->at >= LEAST_PAGE && made.at - other->at <= missing * LONGEST_PAGE) {
            made.length = other->length + 1;
            made.previous = index;
        }
    }
    cut->marks = ofs_arena_grow(&cut->source->arena, cut->marks, cut->mark_count, capacity, sizeof *cut->marks);
    cut->marks[cut->mark_count++] = made;
    const mark *other = latest[made.number] ? &cut->marks[latest[made.number] - 1] : NULL;
    if (!other || made.length >= other->length || made.at - other->at > LONGEST_PAGE)
        latest[made.number] = cut->mark_count;
}

/* Another such number stands where that page may end as well: looked for up to the pages' ends beside it. */
static int is_doubtful(const cutter *cut, uint32_t index, uint32_t before, uint32_t behind)
{
    const mark *marks = cut->marks;
    for (uint32_t i = index; i-- && marks[i].at >= before + LEAST_PAGE;)
        if (marks[i].number == marks[index].number)
            return 1;
    for (uint32_t i = index + 1; i < cut->mark_count && marks[i].at + LEAST_PAGE <= behind; i++)
        if (marks[i].number == marks[index].number)
            return 1;
    return 0;
}

/* Leaves the marks of the longest series. */
static void keep_series(cutter *cut)
{
    uint32_t best = 0, count = 0;
    for (uint32_t i = 0; i < cut->mark_count; i++)
        if (!best || cut->marks[i].length > cut->marks[best - 1].length)
            best = i + 1;
    uint32_t length = best ? cut->marks[best - 1].length : 0, behind = cut->source->text.n;
    mark *kept = OFS_NEW_ARRAY(&cut->source->arena, mark, length + 1);
    for (uint32_t index = best, next; index && length >= LEAST_NUMBERS; index = next) {
        const mark *found = &cut->marks[index - 1];
        next = found->previous;
        if (!is_doubtful(cut, index - 1, next ? cut->marks[next - 1].at : 0, behind))
            kept[length - ++count] = *found;
        behind = found->at;
    }
    cut->marks = kept + (length - count);
    cut->mark_count = count;
}

/* The bytes that two places of the text share before them, or behind them, up to a word's end: few are chance. */
static uint32_t shared(const ofs_source *source, uint32_t a, uint32_t b, int behind)
{
    const char *text = source->text.p;
    uint32_t most = behind ? source->text.n - (a > b ? a : b) : (a < b ? a : b), n = 0, words = 0;
    for (; n < most && n <= LONGEST_RUNNING; n++) {
        uint32_t i = behind ? a + n : a - n - 1, k = behind ? b + n : b - n - 1;
        if (text[i] != text[k])
            break;
        if (ofs_is_space((unsigned char)text[i]))
            words = n;
    }
    return words >= LEAST_RUNNING && n <= LONGEST_RUNNING ? words : 0;
}

/* … with the two pages that are nearest: children and young people begin two pages by chance. */
static uint32_t running(const cutter *cut, uint32_t i, int behind)
{
    const mark *marks = cut->marks, *here = &marks[i];
    if (cut->mark_count < LEAST_NUMBERS)
        return 0;
    uint32_t first = !i ? 0 : i + 1 == cut->mark_count ? i - 2 : i - 1, found = LONGEST_RUNNING, most = 0;
    for (uint32_t k = first; k < first + LEAST_NUMBERS; k++) {
        if (k == i)
            continue;
        uint32_t n = shared(cut->source, behind ? here->end : here->at, behind ? marks[k].end : marks[k].at, behind);
        found = n < found ? n : found;
        most = n > most ? n : most;
    }
    return most >= SURE_RUNNING ? most : found;
}

/* The first of a run's bytes that is a figure behind a space or what is not ASCII; OFS_RUN: none is. */
static uint32_t number_in_run(const char *p)
{
    uint8_t numbers[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        numbers[i] = OFS_MARK_IF(((uint8_t)(p[i] - '0') < 10) & ((signed char)p[i - 1] <= ' '));
    return ofs_first_in_run(numbers);
}

/* A place from `at` on, before which no number begins, but for the text's first byte. `at` may lie behind the text. */
static uint32_t pass_words(ofs_str text, uint32_t at)
{
    uint32_t passed = OFS_RUN;
    for (; at && passed == OFS_RUN && at + OFS_RUN < text.n; at += passed)
        passed = number_in_run(text.p + at);
    return at;
}

static void find_page_numbers(cutter *cut)
{
    const ofs_source *source = cut->source;
    const char *text = source->text.p;
    uint32_t latest[LARGEST_PAGE + 1] = {0}, capacity = 0;
    for (uint32_t at = 0; (at = pass_words(source->text, at)) < source->text.n; at++) {
        if (!ofs_is_digit(text[at]) || (at && !is_space_at(source, at - 1)))
            continue;
        mark made = {.at = at, .length = 1};
        for (; at < source->text.n && ofs_is_digit(text[at]) && made.number <= LARGEST_PAGE; at++)
            made.number = made.number * 10 + (uint32_t)(text[at] - '0');
        made.end = at;
        if (made.number && made.number <= LARGEST_PAGE && is_space_at(source, at) &&
            !is_day((ofs_str){text + made.at, source->text.n - made.at}))
            add_mark(cut, &capacity, latest, made);
    }
    keep_series(cut);
    for (uint32_t i = 0; i < cut->mark_count; i++) {
        cut->marks[i].from = cut->marks[i].at - running(cut, i, 0);
        cut->marks[i].to = cut->marks[i].end + running(cut, i, 1);
    }
}

/* Where behind `at` the next page's number begins, or what runs beside it; UINT32_MAX: there is none. */
static uint32_t next_running(cutter *cut, uint32_t at)
{
    while (cut->next_mark < cut->mark_count && cut->marks[cut->next_mark].from <= at)
        cut->next_mark++;
    return cut->next_mark < cut->mark_count ? cut->marks[cut->next_mark].from : UINT32_MAX;
}

/* The number of a page stands there, and what runs beside it: lines of their own. The sentence before goes on behind
 * them. */
static uint32_t cut_page_number(cutter *cut, uint32_t at)
{
    while (cut->next_mark < cut->mark_count && cut->marks[cut->next_mark].from < at)
        cut->next_mark++;
    const mark *found = cut->next_mark < cut->mark_count ? &cut->marks[cut->next_mark] : NULL;
    if (!found || found->from != at)
        return 0;
    const uint32_t stops[] = {found->from, found->at, found->end, found->to};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        cut_at(cut, stops[i] < cut->line.end ? stops[i] : cut->line.end);
    cut->flags = 0;
    return (found->to < cut->line.end ? found->to : cut->line.end) - at;
}

static int is_prose(const ofs_line *line)
{
    return line->kind == OFS_LINE_UNKNOWN || line->kind == OFS_LINE_PARA;
}

/* The first of a run's bytes that is no small letter and stands behind a space or what is not ASCII; OFS_RUN: none is. */
static uint32_t place_in_run(const char *p)
{
    uint8_t places[OFS_RUN];
    for (int i = 0; i < OFS_RUN; i++)
        places[i] = OFS_MARK_IF(((signed char)p[i] < 'a') & ((signed char)p[i - 1] <= ' '));
    return ofs_first_in_run(places);
}

/* A place from `at` on, before which there is none, of those less than `end`. */
static uint32_t pass_small_letters(ofs_str text, uint32_t at, uint32_t end)
{
    uint32_t passed = OFS_RUN;
    for (; passed == OFS_RUN && at < end && at + OFS_RUN < text.n; at += passed)
        passed = place_in_run(text.p + at);
    return at < end ? at : end;
}

/* Where the next word begins behind `at` that may begin something: no small letter does. At `running` a page's number or what
 * runs beside it does, whatever letter that is. */
static uint32_t next_place(ofs_str text, uint32_t at, uint32_t end, uint32_t running)
{
    for (at++; at < end; at++) {
        at = pass_small_letters(text, at, at <= running && running < end ? running : end);
        char c = (char)(at < end ? text.p[at] : ' '), before = text.p[at - 1];
        int may_begin = ofs_is_upper(c) | ofs_is_digit(c) | ((c & 0x80) != 0) | (at == running);
        if (may_begin && (before == ' ' || before == '\t') && c != ' ' && c != '\t')
            return at;
    }
    return end;
}

static void cut_line(cutter *cut, const ofs_line *line)
{
    uint32_t stop = is_prose(line) ? cut->stop : 0, before = cut->count;
    cut->line = *line;
    cut->flags = line->flags;
    for (uint32_t at = line->start; at < line->end && at < stop;) {
        uint32_t length = cut_page_number(cut, at);
        if (length) {
            at += length;
        } else if (begins(cut, at, &length)) {
            cut_at(cut, at);
            if (length)
                cut_at(cut, at + length);
            at += length;
        }
        at = next_place(cut->source->text, at, line->end, next_running(cut, at));
    }
    cut_at(cut, line->end);
    if (cut->count > before + 1) {
        cut->was_cut_below |= line->start >= OPENING;
        for (uint32_t i = before; i < cut->count; i++) { /* none is known to be a paragraph */
            cut->made[i].kind = OFS_LINE_UNKNOWN;
            cut->made[i].element = 0;
        }
    }
}

/* One long line among others says nothing. */
static int are_long_but_one(const ofs_source *source)
{
    uint32_t longest = 0;
    for (uint32_t i = 0; i < source->line_count; i++) {
        uint32_t n = source->lines[i].end - source->lines[i].start;
        longest = n > longest ? n : longest;
    }
    return source->line_count <= FEW_LINES || (source->text.n - longest) / OTHERS_AVERAGE >= source->line_count;
}

/* 'Overall effectiveness Good Services for …': a graded row, and its line goes on; or it begins within one. Not where
 * another column goes on behind a gap. `graded`: where the line's first grade ends. */
static int is_row_in_one(const cutter *cut, uint32_t at, ofs_str text, uint32_t graded)
{
    uint32_t n = 0;
    int is_within = ofs_without_number(before_it(cut, at)).n && !is_behind_bullet(cut, at);
    if (!is_within && graded == cut->line.end)
        return 0; /* a row of a table, as a text should have it */
    for (uint32_t i = 0; i < cut->known_count && !n; i++)
        n = cut->known[i].framework->rows ? graded_heading(&cut->known[i], text) : 0;
    ofs_str rest = after(text, n);
    int is_gap = n + 1 < text.n && text.p[n] == ' ' && text.p[n + 1] == ' ';
    return n && (is_within || (rest.n && !is_gap));
}

/* The title of a letter of this kind. */
static int begins_title(const cutter *cut, ofs_str text)
{
    for (uint32_t i = 0; i < cut->known_count; i++) {
        const ofs_framework *known = cut->known[i].framework;
        if (known->titles && ofs_begins_with(text, known->titles))
            return 1;
    }
    return 0;
}

/* 'Inspection dates: … Lead inspector: …', '7 May 2019 Ada Quill … Dear Ada', 'Dear Ada Focused visit to …': a part of a
 * cover, of a letter's head or of a list of inspectors begins within a line. */
static int is_part_in_one(const cutter *cut, uint32_t at, ofs_str text, int *in_head)
{
    uint32_t length;
    int inside = at > cut->line.start, is_salutation = at < OPENING && ofs_phrase_at(text, SALUTATION) > 0;
    if (inside && ofs_is_upper(*text.p) &&
        (is_label(cut, text, &length) || (*in_head && (is_salutation || begins_title(cut, text)))))
        return 1;
    *in_head |= is_salutation || (!inside && letter_date(cut, at, text) > 0);
    return 0;
}

/* The first word from `at` on that stands in the document's opening, behind a space or first on its line, and begins like a
 * row or a judgement's heading; or the line's end. */
static uint32_t next_row(const cutter *cut, uint32_t at)
{
    const char *text = cut->source->text.p;
    uint32_t end = cut->line.end < OPENING ? cut->line.end : OPENING;
    while (at < end && !((at == cut->line.start || text[at - 1] == ' ') && ofs_is_upper(text[at]) &&
                         ofs_may_begin_one(&cut->cuts->graded, rest_from(cut, at))))
        at = next_place(cut->source->text, at, end, UINT32_MAX);
    return at < end ? at : cut->line.end;
}

/* The letters of a grade are looked for in all lines at once: most have none. */
static int may_hold_grade(cutter *cut)
{
    uint32_t most = OPENING + FURTHEST_GRADE, n = cut->source->text.n;
    if (cut->line.start >= OPENING)
        return 0;
    if (cut->grade < cut->line.start)
        cut->grade = ofs_grade_letters((ofs_str){cut->source->text.p, n < most ? n : most}, cut->line.start);
    return cut->grade < cut->line.end;
}

static int has_row_in_one(cutter *cut)
{
    ofs_grade grade;
    ofs_span graded;
    if (!may_hold_grade(cut))
        return 0;
    uint32_t at = next_row(cut, cut->line.start), end = cut->line.end;
    if (at == end || !ofs_find_grade(rest_from(cut, cut->line.start), 0, OFS_FIRST, &grade, &graded))
        return 0;
    while (at < end && !is_row_in_one(cut, at, rest_from(cut, at), cut->line.start + graded.end))
        at = next_row(cut, at + 1);
    return at < end;
}

/* What stands behind the next space of the line; below a document's opening, words without a capital are passed over. */
static uint32_t next_word(const cutter *cut, uint32_t at)
{
    const char *text = cut->source->text.p;
    if (at >= OPENING)
        return next_place(cut->source->text, at, cut->line.end, UINT32_MAX);
    while (at < cut->line.end && text[at] != ' ')
        at++;
    return at + 1;
}

static int has_part_in_one(const cutter *cut)
{
    int in_head = 0;
    for (uint32_t at = cut->line.start; at < cut->line.end; at = next_word(cut, at)) {
        ofs_str text = rest_from(cut, at);
        int is_behind_tab = at > cut->line.start && text.p[-1] != ' ';
        if (!is_behind_tab && is_part_in_one(cut, at, text, &in_head))
            return 1;
    }
    return 0;
}

/* A web page's lines or Markdown's are paragraphs, as they should be, and plain text's those of a page, but for those. */
static int has_parts_in_one(ofs_source *source, const ofs_cuts *cuts)
{
    cutter cut = {.source = source, .cuts = cuts, .known = cuts->known, .known_count = cuts->count};
    int is_marked = source->is_given || source->is_markdown;
    for (uint32_t i = 0; i < source->line_count && (is_marked || source->lines[i].start < OPENING); i++) {
        cut.line = source->lines[i];
        if (is_prose(&cut.line) && (has_row_in_one(&cut) || (is_marked && has_part_in_one(&cut))))
            return 1;
    }
    return 0;
}

/* Nearly all lines are long. */
static int are_long(const ofs_source *source)
{
    int plain = !source->is_given && !source->is_markdown;
    return plain && source->text.n >= LEAST_TEXT && source->text.n / LONG_AVERAGE > source->line_count &&
           are_long_but_one(source);
}

int ofs_has_long_lines(ofs_source *source, const ofs_cuts *cuts)
{
    return !source->by_position && (are_long(source) || has_parts_in_one(source, cuts));
}

int ofs_cut_long_lines(ofs_source *source, const ofs_cuts *cuts, const ofs_framework *only)
{
    int is_whole = are_long(source), is_plain = !source->is_given && !source->is_markdown;
    cutter cut = {.source = source, .cuts = cuts, .stop = source->text.n};
    cut.known = cuts->known;
    cut.known_count = only ? 1 : cuts->count;
    while (only && cut.known->framework != only) /* it is one of them */
        cut.known++;
    if (!only || (is_plain && !is_whole))
        cut.stop = 2 * OPENING; /* to tell which it is, or all that a table is glued to */
    if (is_whole)
        find_page_numbers(&cut);
    for (uint32_t i = 0; i < source->line_count; i++)
        cut_line(&cut, &source->lines[i]);
    source->lines = cut.made;
    source->line_count = cut.count;
    return is_whole || cut.was_cut_below;
}
