/* page_ends.c: where pages end in text that has lost its form feeds: numbers that rise through the document, on lines
 * of their own or behind a running title. The lines get pages until they are joined, so that what a page's end splits is known.
 *
 * Only lines of unknown kind, and only text without page marks. May not give a page to the report: a printed number
 * need not be the page's place in the file. */
#include "base/words.h"
#include "infer/infer.h"

enum {
    MOST_MISSING = 3,  /* pages in a row whose number was lost */
    LEAST_NUMBERS = 3, /* a shorter series is chance */
    LEAST_LINES = 3,   /* on a page */
    MOST_PAGES = 999,
    MOST_DIGITS = 4, /* one more than that has: a year is none */
    LONGEST_LINE = 120,
    LEAST_LETTERS = 12,
    SLOTS = 1024 /* a power of two; of two in one slot the first is forgotten */
};

/* A line that may be a page's number or end in it, and the longest series that it ends. */
typedef struct candidate {
    uint32_t line, number;
    uint32_t key;      /* of what runs before the number; 0: nothing */
    uint32_t length;   /* of the series */
    uint32_t previous; /* index + 1 of the one before in it; 0: none */
} candidate;

typedef struct candidates {
    candidate *at;
    uint32_t count, capacity, best; /* best: index + 1 */
    uint32_t latest[SLOTS];          /* index + 1 of one that the next may follow, by its number and key */
} candidates;

static uint32_t *slot(candidates *all, uint32_t key, uint32_t number)
{
    return &all->latest[(key ^ number) & (SLOTS - 1)];
}

static void add(ofs_arena *arena, candidates *all, candidate made)
{
    made.length = 1;
    for (uint32_t missing = 0; missing <= MOST_MISSING && made.number > missing + 1; missing++) {
        uint32_t before = made.number - missing - 1, index = *slot(all, made.key, before);
        const candidate *other = index ? &all->at[index - 1] : NULL;
        if (other && other->key == made.key && other->number == before && other->line + LEAST_LINES < made.line &&
            other->length >= made.length) {
            made.length = other->length + 1;
            made.previous = index;
        }
    }
    all->at = ofs_arena_grow(arena, all->at, all->count, &all->capacity, sizeof *all->at);
    all->at[all->count++] = made;
    uint32_t *latest = slot(all, made.key, made.number);
    const candidate *other = *latest ? &all->at[*latest - 1] : NULL;
    if (!other || other->key != made.key || other->number != made.number || other->length <= made.length)
        *latest = all->count;
    if (!all->best || all->at[all->best - 1].length < made.length)
        all->best = all->count;
}

/* Line i is the number of a page, alone or behind what runs ('Inspection of Exford 3'). */
static int is_candidate(const ofs_source *source, uint32_t i, candidate *made)
{
    ofs_str text = ofs_line_text(source, &source->lines[i]);
    uint32_t digits, letters;
    if (source->lines[i].kind != OFS_LINE_UNKNOWN || text.n > LONGEST_LINE)
        return 0;
    *made = (candidate){.line = i, .number = ofs_page_number(text)};
    if (made->number)
        return made->number <= MOST_PAGES;
    made->number = ofs_ending_number(text, MOST_DIGITS, &digits);
    if (!digits || digits == text.n || text.p[text.n - digits - 1] != ' ' || made->number > MOST_PAGES)
        return 0;
    made->key = ofs_letters_key(text, &letters);
    return letters >= LEAST_LETTERS;
}

/* '2 May 2024   report.txt   Page 3': what a program that prints texts puts above its own pages, which end elsewhere. */
static void mark_other_series(ofs_source *source, const candidates *all)
{
    static const char *const page[] = {"page", NULL};
    for (uint32_t last = all->count; last > 0; last--) {
        const candidate *at = &all->at[last - 1];
        if (!at->key || at->length < LEAST_NUMBERS || source->lines[at->line].kind != OFS_LINE_UNKNOWN ||
            !ofs_has_words(ofs_line_text(source, &source->lines[at->line]), page))
            continue;
        for (uint32_t index = last; index; index = all->at[index - 1].previous) {
            ofs_line *line = &source->lines[all->at[index - 1].line];
            if (line->kind == OFS_LINE_ARTIFACT)
                break; /* so is what stands before it in the series */
            line->kind = OFS_LINE_ARTIFACT;
        }
    }
}

/* A number between the two stands between them, and was left out of the series. */
static int is_there(const candidate *before, const candidate *at)
{
    while (++before < at)
        if (before->key == at->key && before->number + 1 == at->number)
            return 1;
    return 0;
}

/* One of the two numbers stands between them once more, about a page away from both: a page too many. */
static int is_twice(const ofs_source *source, const candidate *before, const candidate *at, uint64_t most)
{
    for (const candidate *other = before + 1; other < at; other++) {
        uint64_t above = source->lines[other->line].start - source->lines[before->line].end;
        uint64_t below = source->lines[at->line].start - source->lines[other->line].end;
        if (other->key == at->key && (other->number == at->number || other->number == before->number) &&
            above * 2 > most && below * 2 > most)
            return 1;
    }
    return 0;
}

/* The first number of the series before which one is missing, though there is no room for its page: hardly more text
 * than a page has, or every second number is missing. 0: none. */
static uint32_t find_jump(const ofs_source *source, const candidates *all)
{
    uint64_t bytes = 0, steps = 0;
    uint32_t jumps = 0, jump = 0;
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t index = all->best; all->at[index - 1].previous; index = all->at[index - 1].previous) {
            const candidate *at = &all->at[index - 1], *before = &all->at[at->previous - 1];
            uint64_t between = source->lines[at->line].start - source->lines[before->line].end;
            int is_next = at->number == before->number + 1;
            if (!pass && is_next) {
                bytes += between;
                steps++;
            } else if (pass && is_next && is_twice(source, before, at, bytes / steps)) {
                jumps++;
                jump = at->number;
            } else if (pass && !is_next && (!steps || between * steps * 4 < bytes * 5) && !is_there(before, at)) {
                jumps++;
                jump = at->number;
            }
        }
    return steps || jumps >= LEAST_NUMBERS ? jump : 0;
}

void ofs_infer_page_ends(ofs_source *source)
{
    if (source->pages || source->is_markdown || source->is_given)
        return;
    candidates *all = NULL;
    for (uint32_t i = 0; i < source->line_count; i++) {
        candidate made;
        char last = source->text.p[source->lines[i].end - 1];
        if ((!ofs_is_digit(last) && last != '-' && last != '=' && last != ']') || !is_candidate(source, i, &made))
            continue;
        if (!all)
            all = OFS_NEW(&source->arena, candidates);
        add(&source->arena, all, made);
    }
    if (!all || all->at[all->best - 1].length < LEAST_NUMBERS)
        return;
    source->pages_are_inferred = 1;
    source->page_jump = find_jump(source, all);
    uint32_t after = source->line_count, pages = all->at[all->best - 1].length + 1;
    source->pages = pages;
    for (uint32_t index = all->best; index; index = all->at[index - 1].previous, pages--) {
        uint32_t number = all->at[index - 1].line;
        source->lines[number].kind = OFS_LINE_ARTIFACT;
        for (uint32_t i = number + 1; i < after; i++)
            source->lines[i].page = pages;
        after = number + 1;
    }
    mark_other_series(source, all);
    for (uint32_t i = 0; i < after; i++)
        source->lines[i].page = 1;
}
