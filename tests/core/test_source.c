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
    check_lines("\n\none", "0:0! one (0)");
    check_lines("one\n\ntwo\nthree", "0:0! one | 0:0! two | 0:0 three (0)");
    check_lines("one\n \ntwo", "0:0! one | 0:0! two (0)");
    check_lines("one\n\xC2\xA0\ntwo", "0:0! one | 0:0! two (0)");
    check_lines("\xE2\x80\x83one\n\t\tone\n a\tb", "0:1! one | 0:16 one | 0:1 a\tb (0)");
    check_lines("one \n two\t\n", "0:0! one | 0:1 two (0)");
    check_lines("one\f\n", "1:0! one (1)");
    check_lines("\f\f", " (1)");
    check_lines("\n", " (0)");
    check_lines(" ", " (0)");
    check_lines("one\n\f\n\ftwo\n\nthree", "1:0! one | 3:0 two | 3:0! three (3)");
    check_lines("one\v\vtwo", "0:0! one | 0:0! two (0)");
    check_lines("12345678\n12345678\r\n12345678\f12345678",
                "1:0! 12345678 | 1:0 12345678 | 1:0 12345678 | 2:0 12345678 (2)");
    check_lines("1234567\n123456789\n1", "0:0! 1234567 | 0:0 123456789 | 0:0 1 (0)");
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
    check_marked("# a\n# b\n# c\n<!-- end of page 1 -->\nd\n<!-- new page -->\ne\n",
                 "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p2 | ?! e p2");
    check_marked("# a\n# b\n# c\n<!-- page: 2 -->\nd\n<!-- page=3 -->e\n",
                 "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p2 | ? e p3");
    check_marked("# a\n# b\n# c\n<!-- start of page 2 -->\nd\n", "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p2");
    check_marked("# a\n# b\n# c\n<!-- page 8 -->\nd\n", "H1! a | H1 b | H1 c | ?! d");
    check_marked("# a\n# b\n# c\n<!-- page 7 -->\nd\n", "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p7");
    check_marked("# a\n# b\n# c\n<!-- page 3 -->\nd\n<!-- page 2 -->\ne\n<!-- page 3 -->\nf\n",
                 "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p3 | ?! e p3 | ?! f p3");
    check_marked("# a\n# b\n# c\n<!-- pages -->\nd\n<!-- a page 2 -->\ne\n", "H1! a | H1 b | H1 c | ?! d | ?! e");
    check_marked("# a\n# b\n# c\n-- page 2 --\nd\n- page 3\n--\n",
                 "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p2 | I1 page 3 p2 | ? -- p2");
    check_marked("# a\n# b\n# c\n--- page-break ---\nd\n", "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p2");
    check_marked("# a\n# b\n# c\n{1}---\nd\n", "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p2");
    check_marked("# a\n# b\n# c\n{1}--\nd\n{}---\n{2---\n{2}===\n{2}\n",
                 "H1! a | H1 b | H1 c | ? {1}-- | ? d | ? {}--- | ? {2--- | ? {2}=== | ? {2}");
    check_marked("# a\n# b\n# c\n{12345}-----\nd\n", "H1! a | H1 b | H1 c | ?! d");
    check_marked("# a\n# b\n# c\n{5}-----\nd\n{6}-----\ne\n", "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p6 | ?! e p7");
    check_marked("# a\n# b\n# c\n<!-- page 2 --> <!-- page 3 --> d\n", "H1! a p1 | H1 b p1 | H1 c p1 | ? d p3");
    check_marked("# a\r\n# b\r\n# c\r\n\fd\r\n\f\ne", "H1! a p1 | H1 b p1 | H1 c p1 | ? d p2 | ?! e p3");
    check_marked("# a\n# b\n# c\fd\f", "H1! a p1 | H1 b p1 | H1 c p1 | ? d p2");
    check_marked("\f# a\n# b\n# c\n", "H1 a p2 | H1 b p2 | H1 c p2");
    check_marked("# a\n# b\n\n\f\n# c\n", "H1! a p1 | H1 b p1 | H1! c p2");
    check_marked("d | e\n:-- | --:\nf | g\n\nh | i\n--- | ---\nj | k\n",
                 "C1@0.0! d | C1@0.1 e | C1@1.0 f | C1@1.1 g | C2@0.0! h | C2@0.1 i | C2@1.0 j | C2@1.1 k");
    check_marked("**d** e\n**f** g\n**h** i\n**j** k\n**l** m\n**n** o\n",
                 "?! d e | ? f g | ? h i | ? j k | ? l m | ? n o");
    check_marked("<table><tr><td>d</td></tr></table>\n<!-- e -->\n<!-- f -->\n# g\n", "C1@0.0 d | H1! g");
    check_marked("```\nd\n```\n\n# e\n", "?! d | H1! e");
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
    check_characters("\xEF\xAC\x81", "fi@1");
    check_characters("OOvveerraallll", "Overall@12");
    check_characters("OOvveerraallll\n\nvviieeww", "Overall\n\nview@22");
    check_characters("aabb OOvveerraallll", "ab Overall@17");
    check_characters("OOvveerraallll aabb cc", "Overall ab c@20");
    check_characters("OOvveerraallll a bb", "Overall a bb@18");
    check_characters("xOOvveerraallll", "xOOvveerraallll@14");
    check_characters("OOvveerraallll,, 22002211", "Overall, 2021@23");
    check_characters("\xC3\xA9\xC3\xA9ttaatt", "ééttaatt@9");
    check_characters("OOvveerraalll", "OOvveerraalll@12");
    check_characters("aabbcc", "abc@4");
    check_characters("aabbccdd", "abcd@6");
    check_characters("\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s", "’s@8");
    check_characters("a\xC3\xA2\xE2\x82\xAC\xE2\x80\x9C"
                     "b",
                     "a–b@9");
    check_characters("\xC3\xA2", "â@1");
    check_characters("\xC3\xA2\xE2\x82\xAC", "â€@4");
    check_characters("a ?\nb", "a ?\nb@4");
    check_characters("? ", "* @1");
    check_characters("a\n? b", "a\n* b@4");
    check_characters("5?6?", "5-6?@3");
    check_characters("?5", "?5@1");
    check_characters("\xEF\xBF\xBD", "•@2");
    check_characters("a \xEF\xBF\xBD", "a �@4");
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

/* Headings by a rule below, hashes and fences, at the edge of what they are. */
static void test_markdown_signs(void)
{
    check_marked(MARKED "d\n---\n", "H1! a | H1 b | H1 c | ? d");
    check_marked(MARKED "\nd\ne\n---\n", "H1! a | H1 b | H1 c | ?! d | ? e");
    check_marked(MARKED "\nd\n\n---\n", "H1! a | H1 b | H1 c | ?! d");
    check_marked(MARKED "\nd\n***\n", "H1! a | H1 b | H1 c | ?! d");
    check_marked(MARKED "\nd\n- - -\n", "H1! a | H1 b | H1 c | H2! d");
    check_marked(MARKED "\nd\n--\n", "H1! a | H1 b | H1 c | ?! d | ? --");
    check_marked(MARKED "\n- d\n---\n", "H1! a | H1 b | H1 c | I1! d");
    check_marked(
        MARKED
        "\n"
        "ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd dddddddd.\n---\n",
        "H1! a | H1 b | H1 c | H2! ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd dddddddd.");
    check_marked(
        MARKED
        "\n"
        "ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd.\n---\n",
        "H1! a | H1 b | H1 c | H2! ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd ddddddddd.");
    check_marked(MARKED "\nd\n=-=\n", "H1! a | H1 b | H1 c | ?! d | ? =-=");
    check_marked(MARKED "\n##\n", "H1! a | H1 b | H1 c | ?! ##");
    check_marked(MARKED "\n## ##\n", "H1! a | H1 b | H1 c | H2! ##");
    check_marked(MARKED "\n##\td\n", "H1! a | H1 b | H1 c | H2! d");
    check_marked(MARKED "\n###### d #\n", "H1! a | H1 b | H1 c | H6! d");
    check_marked(MARKED "\n## d#\n", "H1! a | H1 b | H1 c | H2! d#");
    check_marked(MARKED "\n```c d\n", "H1! a | H1 b | H1 c | ?! c d");
    check_marked(MARKED "\n``\nd\n", "H1! a | H1 b | H1 c | ?! d");
    check_marked(MARKED "\n~~~\nd\n~~~\ne\n", "H1! a | H1 b | H1 c | ?! d | ?! e");
}

/* Items under each other, what goes on with them, notes. */
static void test_markdown_items(void)
{
    check_marked(MARKED "- d\n- e\n  - f\n - g\n", "H1! a | H1 b | H1 c | I1 d | I1 e | I2 f | I2 g");
    check_marked(MARKED "* d\n\te\n\n  f\n", "H1! a | H1 b | H1 c | I1 d | I1 e | ?! f");
    check_marked(MARKED "- d\n  1. e\n", "H1! a | H1 b | H1 c | I1 d | ? 1. e");
    check_marked(MARKED "-d\n*e\n+f\n", "H1! a | H1 b | H1 c | ? -d | ? *e | ? +f");
    check_marked(MARKED "-\td\n", "H1! a | H1 b | H1 c | I1 d");
    check_marked(
        MARKED
        "- a\n - b\n  - c\n   - d\n    - e\n     - f\n      - g\n       - h\n        - i\n         - j\n          - k\n           - l\n            - m\n             - n\n              - o\n               - p\n                - q\n",
        "H1! a | H1 b | H1 c | I1 a | I2 b | I3 c | I4 d | I5 e | I6 f | I7 g | I8 h | I9 i | I10 j | I11 k | I12 l | I13 m | I14 n | I15 o | I16 p | I16 q");
    check_marked(MARKED "> - d\n>   - e\n", "H1! a | H1 b | H1 c | I1 d | I2 e");
    check_marked(MARKED "- d\n> e\n", "H1! a | H1 b | H1 c | I1 d | ? e");
    check_marked(MARKED "\t- d\n\t\t- e\n \t- f\n", "H1! a | H1 b | H1 c | I1 d | I2 e | I1 f");
    check_marked(MARKED "- d\ne\n  - f\n", "H1! a | H1 b | H1 c | I1 d | ? e | I1 f");
    check_marked(MARKED "1. d\n   e\n- f\n", "H1! a | H1 b | H1 c | ? 1. d | ? e | I1 f");
    check_marked(MARKED "[^1]: d\n[^22]:e\n[^3] f\n[^4]:\n", "H1! a | H1 b | H1 c | N 1 d | N 22e | ? 3 f | N 4");
    check_marked(MARKED "[^1]\n", "H1! a | H1 b | H1 c | ? 1");
}

/* Rows of pipes and of tags: which table, row and column each cell is in. */
static void test_markdown_tables(void)
{
    check_marked(MARKED "|d|e|\n", "H1! a | H1 b | H1 c | C1@0.0 d | C1@0.1 e");
    check_marked(MARKED "| d | e\n| f |\n", "H1! a | H1 b | H1 c | C1@0.0 d | C1@0.1 e | C1@1.0 f");
    check_marked(MARKED "d | e\nf\n", "H1! a | H1 b | H1 c | ? d | e | ? f");
    check_marked(MARKED "d | e\n---|---\n\nf | g\n", "H1! a | H1 b | H1 c | C1@0.0 d | C1@0.1 e | ?! f | g");
    check_marked(MARKED "d | e\n------\n", "H1! a | H1 b | H1 c | ? d | e");
    check_marked(MARKED "|d|\n\n|e|\n", "H1! a | H1 b | H1 c | C1@0.0 d | C2@0.0! e");
    check_marked(MARKED "|d|\ne | f\ng\n|h|\n",
                 "H1! a | H1 b | H1 c | C1@0.0 d | C1@1.0 e | C1@1.1 f | ? g | C2@0.0 h");
    check_marked(MARKED "|d\\|\n", "H1! a | H1 b | H1 c | C1@0.0 d|");
    check_marked(MARKED "|||\n", "H1! a | H1 b | H1 c");
    check_marked(MARKED "|d|\n|:-:|\n|e|\n", "H1! a | H1 b | H1 c | C1@0.0 d | C1@1.0 e");
    check_marked(MARKED "<table><tr><td>d</td></tr></table>\n<table><tr><td>e</td></tr></table>\n",
                 "H1! a | H1 b | H1 c | C1@0.0 d | C2@0.0 e");
    check_marked(MARKED "<td>d</td><td>e</td>\n", "H1! a | H1 b | H1 c | C1@0.0 d | C1@0.1 e");
    check_marked(MARKED "<tr><td>d</td></tr><tr><td>e</td></tr>\n\nf\n",
                 "H1! a | H1 b | H1 c | C1@0.0 d | C1@1.0 e | ?! f");
    check_marked(MARKED
                 "<table>\n<thead>\n<tr><th>d</th></tr>\n</thead>\n<tbody>\n<tr><td>e</td></tr>\n</tbody>\n</table>\n",
                 "H1! a | H1 b | H1 c | C1@0.0 d | C1@1.0 e");
    check_marked(MARKED "<table\n>d\n", "H1! a | H1 b | H1 c | ? <table | ? d");
    check_marked(MARKED "<tablet>d\n", "H1! a | H1 b | H1 c | ? <tablet>d");
    check_marked(MARKED "<td class=\"x\">d</td>\n", "H1! a | H1 b | H1 c | C1@0.0 d");
    check_marked(MARKED "<table><tr><td>d\n\ne</td></tr></table>\n",
                 "H1! a | H1 b | H1 c | C1@0.0 d | ?! e</td></tr></table>");
    check_marked(MARKED "<table><tr><td></td><td>d</td></tr><tr><td>e</td><td></td></tr></table>\n",
                 "H1! a | H1 b | H1 c | C1@0.1 d | C1@1.0 e");
    check_marked(MARKED "| Contents | |\n|---|---|\n| d | 3 |\n\n| e | 4 |\n",
                 "H1! a | H1 b | H1 c | T Contents | T d | T 3 | C2@0.0! e | C2@0.1 4");
    check_marked(MARKED "\nContents\n\n| d | 3 |\n| e | 4 |\n\n| f |\n",
                 "H1! a | H1 b | H1 c | ?! Contents | T! d | T 3 | T e | T 4 | C2@0.0! f");
}

/* Marks within a line: those that are left out, those that are words, what is all bold. */
static void test_markdown_marks(void)
{
    check_marked(MARKED "*d* *e*f *g\n", "H1! a | H1 b | H1 c | ? d ef *g");
    check_marked(MARKED "_d_ _e_f g_h_ _ i _\n", "H1! a | H1 b | H1 c | ? d _e_f g_h_ _ i _");
    check_marked(MARKED "*d *e* f*\n", "H1! a | H1 b | H1 c | ? *d e f*");
    check_marked(MARKED "**d ** e** f\n", "H1! a | H1 b | H1 c | ? d ** e f");
    check_marked(MARKED "***d*** ____e____ ~f~ ~~g~~ ****h****\n",
                 "H1! a | H1 b | H1 c | ? d ____e____ ~f~ g ****h****");
    check_marked(MARKED "d**e**f g__h__i\n", "H1! a | H1 b | H1 c | ? def g__h__i");
    check_marked(MARKED "1*d*2 *3*\n", "H1! a | H1 b | H1 c | ? 1*d*2 3");
    check_marked(MARKED "*d**\n", "H1! a | H1 b | H1 c | ? *d");
    check_marked(MARKED "_d_. _e_1\n", "H1! a | H1 b | H1 c | ? d. _e_1");
    check_marked(MARKED "[d](e)f [g]h [i](j\n", "H1! a | H1 b | H1 c | ? df [g]h [i](j");
    check_marked(MARKED "![d](e)f ![g]h !i ![j](k\n", "H1! a | H1 b | H1 c | ? f ![g]h !i ![j](k");
    check_marked(MARKED "[^1][^2]d [^e\n", "H1! a | H1 b | H1 c | ? 12d [^e");
    check_marked(MARKED "[d [e](f)](g)\n", "H1! a | H1 b | H1 c | ? [d e](g)");
    check_marked(MARKED "[](d)e\n", "H1! a | H1 b | H1 c | ? e");
    check_marked(MARKED "d]e]\n", "H1! a | H1 b | H1 c | ? d]e]");
    check_marked(MARKED "[d] (e)\n", "H1! a | H1 b | H1 c | ? [d] (e)");
    check_marked(MARKED "!\n", "H1! a | H1 b | H1 c | ? !");
    check_marked(MARKED "[\n", "H1! a | H1 b | H1 c | ? [");
    check_marked(MARKED "\\*d \\a \\\\ \\\n", "H1! a | H1 b | H1 c | ? *d \\a \\");
    check_marked(MARKED "`d` ``e``\n", "H1! a | H1 b | H1 c | ? d e");
    check_marked(MARKED "&lt;d&gt; &quot;e&quot; &apos;f&apos; &#39;g&#39; &nbsp;h &ndash; &xyz; &amp\n",
                 "H1! a | H1 b | H1 c | ? <d> \"e\" 'f' 'g'  h &ndash; &xyz; &amp");
    check_marked(MARKED "&\n", "H1! a | H1 b | H1 c | ? &");
    check_marked(MARKED "d &amp;\n", "H1! a | H1 b | H1 c | ? d &");
    check_marked(MARKED "<b>d</b>\n", "H1! a | H1 b | H1 c | ?* d");
    check_marked(MARKED "<b>d</b> e\n", "H1! a | H1 b | H1 c | ? d e");
    check_marked(MARKED "<strong>d</strong>\n", "H1! a | H1 b | H1 c | ?* d");
    check_marked(MARKED "<b>d\n", "H1! a | H1 b | H1 c | ?* d");
    check_marked(MARKED "d<br>e<br/>f<br />g\n", "H1! a | H1 b | H1 c | ? d | ? e | ? f | ? g");
    check_marked(MARKED "<sup>d</sup><sub>e</sub><i >f</i>\n", "H1! a | H1 b | H1 c | ? def");
    check_marked(MARKED "<a href=\"d\">e</a><abc>f</abc>\n", "H1! a | H1 b | H1 c | ? e<abc>f</abc>");
    check_marked(MARKED "<span\n", "H1! a | H1 b | H1 c | ? <span");
    check_marked(MARKED "d <!-- e --> f <!-- g\n", "H1! a | H1 b | H1 c | ? d  f <!-- g");
    check_marked(MARKED "<p>d</p><div class=x>e</div>\n", "H1! a | H1 b | H1 c | ? de");
    check_marked(MARKED "<\n", "H1! a | H1 b | H1 c | ? <");
    check_marked(MARKED "</>\n", "H1! a | H1 b | H1 c | ? </>");
    check_marked(MARKED "**d** e\n", "H1! a | H1 b | H1 c | ? d e");
    check_marked(MARKED "**d** 1\n", "H1! a | H1 b | H1 c | ? d 1");
    check_marked(MARKED "**d** .\n", "H1! a | H1 b | H1 c | ?* d .");
    check_marked(MARKED "**d**\n**e** f\n", "H1! a | H1 b | H1 c | ?* d | ? e f");
    check_marked(MARKED "abcdefgh*i* abcdefghij_k_ abcdefghijklmno&amp;p\n",
                 "H1! a | H1 b | H1 c | ? abcdefghi abcdefghij_k_ abcdefghijklmno&p");
    check_marked(MARKED "abcdefg[h](i) abcdefgh`i abcdefgh<b>i</b> abcdef!g\n",
                 "H1! a | H1 b | H1 c | ? abcdefgh abcdefghi abcdefghi abcdef!g");
    check_marked(MARKED "\xC3\xA9*d*\xC3\xA9 \xC3\xA9_d_\xC3\xA9\n", "H1! a | H1 b | H1 c | ? édé é_d_é");
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
    test_markdown_signs();
    test_markdown_items();
    test_markdown_tables();
    test_markdown_marks();
    return check_result();
}
