/* Text to lines: where each begins and ends, its page, what stands before it, how far in it stands; of Markdown, what it is. */
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

/* 'kind, level, @row.column of a cell, ! for a gap, * for bold' and words of each line; the pages. */
static void check_marked(const char *text, const char *want)
{
    check_words got = {{0}, 0};
    ofs_source *source = check_text_source(text);
    FUZZ_CHECK(ofs_source_is_markdown(source));
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        check_add(&got, "%s%c", i ? " | " : "", "?PHICNTA"[line->kind]);
        if (line->kind == OFS_LINE_CELL)
            check_add(&got, "%u@%u.%u", line->table, line->row, line->column);
        else if (line->level)
            check_add(&got, "%u", line->level);
        check_add(&got, "%s%s ", line->flags & OFS_LINE_GAP ? "!" : "", line->flags & OFS_LINE_BOLD ? "*" : "");
        check_add_str(&got, ofs_line_text(source, line));
        if (line->page)
            check_add(&got, " p%u", line->page);
    }
    check_expect(text, want, &got);
    ofs_source_free(source);
}

#define MARKED "# a\n# b\n# c\n" /* enough signs for what follows */
#define AS_MARKED "H1! a | H1 b | H1 c"

static void test_markdown_blocks(void)
{
    check_marked("# **a**\n\n## b ##\n\n### c\\# *d*\n", "H1!* a | H2! b | H3! c# d");
    check_marked(MARKED "\n#d\n\n####### e\n", AS_MARKED " | ?! #d | ?! ####### e");
    check_marked(MARKED "\nd\n===\n\ne\n---\n\n---\nf\n", AS_MARKED " | H1! d | H2! e | ?! f");
    check_marked(MARKED "- d\n  e\n    * f\n        + g\n- h\n\n1. i\n",
                 AS_MARKED " | I1 d | I1 e | I2 f | I3 g | I1 h | ?! 1. i");
    check_marked(MARKED "\n- \xE2\x96\xA0 d\n\n> - e\n>\n> > f\n", AS_MARKED " | I1! d | I1! e | ?! f");
    check_marked(MARKED "|d|**e**|\n|---|---|\n||f<br>g|\n|h\\|i|",
                 AS_MARKED " | C1@0.0 d | C1@0.1* e | C1@1.1 f | C1@1.1 g | C1@2.0 h|i");
    check_marked(MARKED "d | e\n:-- | --:\nf | g\nh\n\ni | j\n",
                 AS_MARKED " | C1@0.0 d | C1@0.1 e | C1@1.0 f | C1@1.1 g | ? h | ?! i | j");
    check_marked(MARKED "<table><tr><th>d</th><th>e<br>f\n</th></tr>\n<TR class=x><td>g\nh</td></tr></table>i\n\nj",
                 AS_MARKED " | C1@0.0 d | C1@0.1 e | C1@0.1 f | C1@1.0 g | C1@1.0 h | ? i | ?! j");
    check_marked(MARKED "\n<table>\n<tr>\n<td>\nd\n</td>\n</tr>\n</table>\ne", AS_MARKED " | C1@0.0 d | ? e");
    check_marked(MARKED "<tr><td>d\n\ne\n<table", AS_MARKED " | C1@0.0 d | ?! e | ? <table");
    check_marked(MARKED "< d > e\n<> f\n<tdg> h", AS_MARKED " | ? < d > e | ? <> f | ? <tdg> h");
    check_marked("```markdown\n# a\n# b\n# c\n```\n", "H1! a | H1 b | H1 c");
    check_marked(MARKED "\nd[^1]\n\n[^1]: e\n", AS_MARKED " | ?! d1 | N! 1 e");
}

static void test_markdown_words(void)
{
    check_marked(MARKED "**d**e *f* _g_ __h__ ~~i~~ `j`", AS_MARKED " | ? de f g h i j");
    check_marked(MARKED "2*3*4 k_l_m * n ** o 5* *", AS_MARKED " | ? 2*3*4 k_l_m * n ** o 5* *");
    check_marked(MARKED "un*d*o \\*e\\* f\\\ng", AS_MARKED " | ? undo *e* f | ? g");
    check_marked(MARKED "[d *e*](http://f) ![g](h) [i] [j](k [l", AS_MARKED " | ? d e  [i] [j](k [l");
    check_marked(MARKED "d<sup>1</sup> <u>e</u> <f> 2 < 3 <!-- g -->h &amp; i&nbsp;j",
                 AS_MARKED " | ? d1 e <f> 2 < 3 h & i j");
    check_marked(MARKED "<!--> d <!---> e <!----> f", AS_MARKED " | ? e  f");
    check_marked(MARKED "<b>d</b> **e**\n**f** g", AS_MARKED " | ?* d e | ? f g");
}

static void test_markdown_pages(void)
{
    check_marked("<!-- page 1 -->\n# a\n# b\n<!-- page 2 -->\n# c\n", "H1! a p1 | H1 b p1 | H1! c p2");
    check_marked("# a\n# b\n<!-- PageBreak -->\n# c\n", "H1! a p1 | H1 b p1 | H1! c p2");
    check_marked("# a\n# b\n# c\n--- end of page=0 ---\nd", "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p2");
    check_marked("{0}-----\n# a\n# b\n# c\n{1}-----\nd", "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p2");
    check_marked("# a\n# b\n\f# c\n", "H1! a p1 | H1 b p1 | H1 c p2");
    check_marked("<!-- page 999 -->\n# a\n# b\n<!-- its\npage -->\n# c\n<!-- d", "H1! a | H1 b | H1! c | ? <!-- d");
}

/* A sign here and there makes no Markdown. */
static void test_not_markdown(void)
{
    static const char *const texts[] = {
        "# one heading\n\nwith **one** mark",      "* note\n* another\n** and one\n*** more",
        "a | b | c\nd | e | f\n| g |\n",           "- item\n- item\n- item\n- item\n- item\n- item\n",
        "#1 of 5\n#2 of 5\n#3 of 5\n#4 of 5\n",    "-----\n=====\n-----\n=====\n-----\n",
        "5 ** 6 ** 7 ** 8 ** 9 ** 10 ** 11 ** 12",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ofs_source *source = check_text_source(texts[i]);
        if (ofs_source_is_markdown(source))
            check_expect(texts[i], "plain text", &(check_words){"Markdown", 8});
        ofs_source_free(source);
    }
}

/* The text that is parsed, and where its last byte stands in the input. */
static void check_characters(const char *text, const char *want)
{
    check_words got = {{0}, 0};
    ofs_source *source = check_text_source(text);
    check_add_str(&got, source->text);
    check_add(&got, "@%u", ofs_given_byte(source, source->text.n ? source->text.n - 1 : 0));
    check_expect(text, want, &got);
    ofs_source_free(source);
}

#define TEN_LINES(mark) \
    mark "a\n" mark "b\n" mark "c\n" mark "d\n" mark "e\n" mark "f\n" mark "g\n" mark "h\n" mark "i\n" mark "j\n"
#define NUMBERS "1 a\n2 b\n3 c\n4 d\n5 e\n 6 f\n7\n8\t g\n9 h\n10 i\n11: j\n"

static void test_characters(void)
{
    check_characters("plain", "plain@4");
    check_characters("e\xEF\xAC\x80"
                     "ect, o\xEF\xAC\x83"
                     "ce",
                     "effect, office@14");
    check_characters("a\xE2\x80\x8B"
                     "b\xC2\xAD"
                     "c\xE2\x80\x8D.",
                     "abc.@11");
    check_characters("a\xE2\x80\x8B b\xC2\xAD\nc", "a\xE2\x80\x8B b\xC2\xAD\nc@9"); /* no word goes on there */
    check_characters("a\xC2\xA0\xE2\x80\x89"
                     "b\xC2\xA0"
                     "c",
                     "a  b c@9");
    check_characters("OOvveerraallll 11 vviieeww oo", "Overall 1 view o@27");
    check_characters("OOvveerraallll  vviieeww", "Overall view@22");
    check_characters("aa bb 11 oo xxxxxx", "aa bb 11 oo xxxxxx@17");
    check_characters("OOvveerr aa b", "Over a b@12");
    check_characters(TEN_LINES("> ") "> k\n>> l", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl@47");
    check_characters(TEN_LINES("> ") "> k", "> a\n> b\n> c\n> d\n> e\n> f\n> g\n> h\n> i\n> j\n> k@42"); /* too few */
    check_characters(NUMBERS "12 k\n14 l", "a\nb\nc\nd\ne\nf\n\n g\nh\ni\nj\nk\n14 l@55");
    check_characters(NUMBERS "13 k", NUMBERS "13 k@50");
}

/* What mails and extractors do to a text. */
static void test_damaged(void)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"? a\n  ? b\n?\nc? d ? e 5?6", "* a\n  * b\n*\nc? d - e 5-6@23"},
        {"\xEF\xBF\xBD a\xEF\xBF\xBD\n5 \xEF\xBF\xBD 6", "\xE2\x80\xA2 a\xEF\xBF\xBD\n5 \xE2\x80\x93 6@15"},
        {"\x8F a\n5 \x8F 6, 201\x8F"
         "9",
         "* a\n5 - 6, 201-9@15"},
        {"\xE2\x96\xA1 a\nb\xE2\x96\xA1s", "\xE2\x96\xA1 a\nb\xE2\x96\xA1s@10"},
        {"From: a\nSent: b\n  c\nTo: d\n\ne", "\ne@27"},
        {"From: a\nSent: b\n\nTo: d\n\ne", "From: a\nSent: b\n\nTo: d\n\ne@24"},
        {"a=\nb\nc =\nd\ne=\r\nf =3D =E2=80=\n=99 =FF =0G =", "ab\nc d\nef = \xE2\x80\x99 =FF =0G =@41"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_characters(cases[i].text, cases[i].want);
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
    test_characters();
    test_damaged();
    test_given();
    test_markdown_blocks();
    test_markdown_words();
    test_markdown_pages();
    test_not_markdown();
    return check_result();
}
