/* Text to lines: where each begins and ends, its page, what stands before it, how far in it stands. */
#include "check.h"

/* 'page:left text' for each line, with '!' where a gap stands before it. */
static void check_lines(const char *text, const char *want)
{
    check_words got = {{0}, 0};
    ofs_source *source = check_text_source(text);
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        check_add(&got, "%s%u:%u%s ", i ? " | " : "", line->page, line->left, line->flags & OFS_LINE_GAP ? "!" : "");
        check_add_str(&got, ofs_line_text(source, line));
    }
    check_add(&got, " (%u)", source->pages);
    check_expect(text, want, &got);
    ofs_source_free(source);
}

static void test_text(void)
{
    check_lines("", " (0)");
    check_lines("one", "0:0! one (0)");
    check_lines("one\ntwo\n", "0:0! one | 0:0 two (0)");
    check_lines("one\r\ntwo\rthree\vfour", "0:0! one | 0:0 two | 0:0 three | 0:0 four (0)");
    check_lines("one\r\n\r\ntwo", "0:0! one | 0:0! two (0)");
    check_lines("one\n \t\n\ntwo", "0:0! one | 0:0! two (0)");
    check_lines("one\ftwo", "1:0! one | 2:0 two (2)");
    check_lines("one\n\n\ftwo\f", "1:0! one | 2:0 two (2)");
    check_lines("one\f\n\ntwo\nthree", "1:0! one | 2:0! two | 2:0 three (2)");
    check_lines("one\f\ftwo", "1:0! one | 3:0 two (3)");
    check_lines("\fone", "2:0 one (2)");
    check_lines("one\r\f\r\ntwo", "1:0! one | 2:0! two (2)");
    check_lines("  one\n\ttwo\n  \tthree\n \xC2\xA0 four", "0:2! one | 0:8 two | 0:8 three | 0:3 four (0)");
    check_lines("a line of more than eight bytes\nand another of them\f  the last of them all",
                "1:0! a line of more than eight bytes | 1:0 and another of them | 2:2 the last of them all (2)");
    check_lines("a line of more than eight bytes\rand another of them\f  the last of them all",
                "1:0! a line of more than eight bytes | 1:0 and another of them | 2:2 the last of them all (2)");
}

/* Lines that a caller has made: what is not sound is left out. */
static void test_given(void)
{
    static const char text[] = "Help 1. Homes Good";
    const ofs_given_line lines[] = {
        {0, 4, OFS_GIVEN_HEADING, 2, 1, 0, 0, 0, OFS_GIVEN_BOLD},
        {5, 13, OFS_GIVEN_ITEM, 1, 2, 0, 0, 0, OFS_GIVEN_BEGINS | OFS_GIVEN_LABELLED},
        {4, 8, OFS_GIVEN_PARAGRAPH, 0, 3, 0, 0, 0, 0},
        {14, 19, OFS_GIVEN_PARAGRAPH, 0, 4, 0, 0, 0, 0},
        {14, 18, OFS_GIVEN_CELL, 0, 5, 1, 2, 3, 0},
        {18, 18, OFS_GIVEN_ASIDE, 0, 6, 0, 0, 0, 0},
    };
    check_words got = {{0}, 0};
    ofs_source *source;
    FUZZ_CHECK(ofs_source_from_lines(text, strlen(text), lines, sizeof lines / sizeof *lines, &source) == OFS_OK);
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        check_add(&got, "%s%c%u e%u @%u%u f%u ", i ? " | " : "", "?PHICNTA"[line->kind], line->level, line->element,
                  line->row, line->column, line->flags);
        check_add_str(&got, ofs_line_text(source, line));
    }
    check_expect("given lines", "H2 e1 @00 f3 Help | I1 e2 @00 f81 1. Homes | C0 e5 @23 f1 Good", &got);
    ofs_source_free(source);
}

/* Neither is looked at. */
static void test_sizes(void)
{
    ofs_source *source;
    FUZZ_CHECK(ofs_source_from_text("", OFS_MAX_TEXT + 1u, &source) == OFS_ERR_TOO_LARGE && !source);
    FUZZ_CHECK(ofs_source_from_lines("", OFS_MAX_TEXT + 1u, NULL, 0, &source) == OFS_ERR_TOO_LARGE && !source);
    FUZZ_CHECK(ofs_source_from_lines("", 0, NULL, OFS_MAX_TEXT, &source) == OFS_ERR_TOO_LARGE && !source);
    FUZZ_CHECK(ofs_source_from_lines("", OFS_MAX_TEXT, NULL, 0, &source) == OFS_OK);
    ofs_source_free(source);
}

int main(void)
{
    test_sizes();
    test_text();
    test_given();
    return check_result();
}
