/* fuzz_patterns.c: every pattern and every reader of facts on hostile slices. */
#include "facts/facts.h"
#include "fuzz.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint32_t check_span(ofs_str text, uint32_t from, ofs_span at)
{
    FUZZ_CHECK(at.start >= from && at.start <= at.end && at.end <= text.n);
    return at.end > from ? at.end : from + 1;
}

static void find_patterns(ofs_matcher *matcher, ofs_str text)
{
    ofs_captures found;
    fuzz_walk walk = {0, 0, 0};
    for (int id = 0; id < OFS_PATTERN_COUNT; id++)
        for (uint32_t from = 0; ofs_find(matcher, (ofs_pattern_id)id, text, from, &found);) {
            for (uint32_t group = 0; group < OFS_CAPTURES; group++)
                fuzz_str(&walk, ofs_captured(text, &found, group));
            from = check_span(text, from, found.at[0]);
        }
}

static void find_dates(ofs_arena *arena, ofs_str text)
{
    ofs_found_date date;
    for (uint32_t from = 0; ofs_find_date(text, from, &date);) {
        fuzz_date(date.date);
        from = check_span(text, from, date.at);
    }
    ofs_found_periods periods;
    for (uint32_t from = 0; ofs_find_periods(arena, text, from, from % 2 ? 2019 : 0, &periods);) {
        for (uint32_t i = 0; i < periods.count; i++) {
            fuzz_date(periods.periods[i].start);
            fuzz_date(periods.periods[i].end);
        }
        from = check_span(text, from, periods.at);
    }
}

static void find_people(ofs_matcher *matcher, ofs_str text)
{
    fuzz_walk walk = {0, 0, 0};
    ofs_person person;
    if (ofs_read_person(matcher, text, &person))
        fuzz_person(&walk, person);
    ofs_found_people people;
    if (!ofs_read_people(matcher, text, &people))
        return;
    check_span(text, 0, people.at);
    for (uint32_t i = 0; i < people.count; i++) {
        fuzz_person(&walk, people.people[i]);
        fuzz_str(&walk, people.labels[i]);
    }
}

static void find_authorities(const ofs_context *context, ofs_str text)
{
    ofs_authority authority;
    ofs_span at;
    FUZZ_CHECK(ofs_match_authority(context, text, &authority) <= 2);
    for (uint32_t from = 0; ofs_find_authority(context, text, from, &authority, &at);)
        from = check_span(text, from, at);
}

static void find_grades(ofs_arena *arena, ofs_str text)
{
    ofs_grade grade, last;
    ofs_span at, end;
    uint32_t length;
    ofs_read_grade(text, &grade);
    int any = ofs_find_grade(text, 0, OFS_LAST, &last, &end);
    for (uint32_t from = 0; ofs_find_grade(text, from, OFS_FIRST, &grade, &at);) {
        FUZZ_CHECK(any && at.start <= end.start);
        from = check_span(text, from, at);
    }
    if (ofs_phrase_find(text, "children's social-care services", &length) >= 0)
        FUZZ_CHECK(length <= text.n);
    FUZZ_CHECK(ofs_number_label(text, &length) == 0 || length <= text.n);
    FUZZ_CHECK(ofs_bullet_label(text) <= text.n);
    FUZZ_CHECK(ofs_clean(arena, text).n <= text.n);
}

typedef struct finding {
    ofs_arena arena;
    ofs_str text;
} finding;

static void find_all(void *what)
{
    finding *f = what;
    const ofs_context *context = fuzz_context();
    ofs_matcher *matcher = ofs_matcher_new(&f->arena, context);
    find_patterns(matcher, f->text);
    find_dates(&f->arena, f->text);
    find_people(matcher, f->text);
    find_authorities(context, f->text);
    find_grades(&f->arena, f->text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    finding f = {.text = {(const char *)data, (uint32_t)size}};
    ofs_arena_init(&f.arena, NULL);
    (void)ofs_attempt(&f.arena, find_all, &f);
    ofs_arena_free(&f.arena);
    return 0;
}
