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
    check_lines("<table><tr><td>one\n&amp; two</td><td>&lt;3</td></tr></table>", "0:0! one & two\t<3 (0)");
    check_lines("one <table", "0:0! one <table (0)");
    check_lines("one <tab", "0:0! one <tab (0)");
    check_lines("12345678\n12345678\r\n12345678\f12345678",
                "1:0! 12345678 | 1:0 12345678 | 1:0 12345678 | 2:0 12345678 (2)");
    check_lines("1234567\n123456789\n1", "0:0! 1234567 | 0:0 123456789 | 0:0 1 (0)");
}

/* Line ends are looked for in runs of 32 bytes: wherever one stands among them, also in two bytes, it ends one line. */
static void test_runs(void)
{
    static const char *const ends[] = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n"};
    char text[160], want[160];
    for (int before = 1; before < 70; before++)
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            snprintf(text, sizeof text, "%0*d%sand a line that goes on for more than a run", before, 0, ends[i]);
            snprintf(want, sizeof want, "0:0! %0*d | 0:0%s and a line that goes on for more than a run (0)", before, 0,
                     i > 2 ? "!" : "");
            check_lines(text, want);
        }
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

/* All of each line: kind, level, element, table@row.column, left, flags, page, its words and «where they stand in what was
 * given»; behind '=' the text that they are made of, '/' for a line's end, '^' for a page's. */
static void check_places(const char *text, const char *want)
{
    check_words got = {{0}, 0};
    ofs_source *source = check_text_source(text);
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        uint32_t start = ofs_given_byte(source, line->start), end = ofs_given_byte(source, line->end - 1) + 1;
        check_add(&got, "%s%c%u e%u %u@%u.%u l%u f%u p%u ", i ? " | " : "", "?PHICNTA"[line->kind], line->level,
                  line->element, line->table, line->row, line->column, line->left, line->flags, line->page);
        check_add_str(&got, ofs_line_text(source, line));
        check_add(&got, " \xC2\xAB");
        check_add_str(&got, (ofs_str){text + start, end - start});
        check_add(&got, "\xC2\xBB");
    }
    check_add(&got, " = ");
    for (uint32_t i = 0; i < source->text.n; i++)
        check_add(&got, "%c", source->text.p[i] == '\n' ? '/' : source->text.p[i] == '\f' ? '^' : source->text.p[i]);
    check_expect(text, want, &got);
    ofs_source_free(source);
}

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
    check_characters("\xEF\xBC\x81", "!@0");
    check_characters("\xEF\xBD\x9E", "~@0");
    check_characters("\xEF\xBC\x80", "\xEF\xBC\x80@2");
    check_characters("\xEF\xBD\x9F", "\xEF\xBD\x9F@2");
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
        {"a=\nb=\n=09c=0Cd=20=\n", "ab\tc\x0C"
                                   "d @14"},
        {"a=\nb\nc =\nd\ne=\r\nf =3D =E2=80=\n=99 =FF =0G =", "ab\nc d\nef = \xE2\x80\x99 =FF =0G =@41"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_characters(cases[i].text, cases[i].want);
}

/* Headers, greetings, marks of quotation, numbers, and where lines were cut for the way. */
static void test_mails(void)
{
    check_characters("*From:* a\nDate: b\nSubject: c\n\nd\n", "\nd\n@31");
    check_characters("To: a\nCc: b\nDate: c\nSubject: d\n\ne", "To: a\nCc: b\nDate: c\nSubject: d\n\ne@32");
    check_characters("From: a\nSent: b\nc", "From: a\nSent: b\nc@16");
    check_characters("From: a\nTo: b\nDate: c\n\nd\n\nFrom: e\nTo: f\nDate: g\n\nh", "\nh@49");
    check_characters("From: a\nTo: b\n\tc\n d\nDate: e\nf", "f@28");
    check_characters("From: a\nTo: b\n \nDate: e\nf", "From: a\nTo: b\n \nDate: e\nf@24");
    check_characters("a\nFrom: b\nTo: c\nX-Mailer: d\nMessage-ID: e\nf", "f@42");
    check_characters("Froms: a\nTo: b\nDate: c\nSubject: d\n", "Froms: a\nTo: b\nDate: c\nSubject: d\n@33");
    check_characters("From a\nTo: b\nDate: c\nf", "From a\nTo: b\nDate: c\nf@21");
    check_characters("From: a\nTo: b\nDate: c\n x\ny", "y@25");
    check_characters("Ada wrote:\n" TEN_LINES("> ") ">k\n> l\n", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n@57");
    check_characters("Ada wrote:\n\n" TEN_LINES(">") ">k\n>l\n\nm", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n\nm@49");
    check_characters("Ada wrote:\n" TEN_LINES("> ") "k\nl", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl@53");
    check_characters("> a\n> b\n> c\n> d\n> e\n> f\n> g\n> h\n> i\nj\nk\nl", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl@40");
    check_characters("> a\n> b\n> c\n> d\n> e\n> f\n> g\n> h\ni\nj\nk\nl",
                     "> a\n> b\n> c\n> d\n> e\n> f\n> g\n> h\ni\nj\nk\nl@38");
    check_characters(TEN_LINES("> > ") "> > k\n> l\n", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n@69");
    check_characters(TEN_LINES(" > ") " > k\n > l\n",
                     " > a\n > b\n > c\n > d\n > e\n > f\n > g\n > h\n > i\n > j\n > k\n > l\n@59");
    check_characters("From: a\nTo: b\nDate: c\n\n" TEN_LINES("> ") "> k\n> l\n",
                     "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n@70");
    check_characters(NUMBERS "12| k\n13 \n14l", "a\nb\nc\nd\ne\nf\n\n g\nh\ni\nj\nk\n\n14l@59");
    check_characters(NUMBERS "12", "a\nb\nc\nd\ne\nf\n\n g\nh\ni\nj\n@46");
    check_characters(NUMBERS "12\r", "a\nb\nc\nd\ne\nf\n\n g\nh\ni\nj\n\r@49");
    check_characters(NUMBERS "12:k", "1 a\n2 b\n3 c\n4 d\n5 e\n 6 f\n7\n8\t g\n9 h\n10 i\n11: j\n12:k@50");
    check_characters(NUMBERS "12k", "1 a\n2 b\n3 c\n4 d\n5 e\n 6 f\n7\n8\t g\n9 h\n10 i\n11: j\n12k@49");
    check_characters("Ada\n" NUMBERS "12 k", "Ada\n1 a\n2 b\n3 c\n4 d\n5 e\n 6 f\n7\n8\t g\n9 h\n10 i\n11: j\n12 k@54");
    check_characters("> Ada\n" NUMBERS "12 k",
                     "> Ada\n1 a\n2 b\n3 c\n4 d\n5 e\n 6 f\n7\n8\t g\n9 h\n10 i\n11: j\n12 k@56");
    check_characters("a=\nb=C3=A9=\nc=\n=C3=\n=A9=c3=a9", "abécé=c3=a9@28");
    check_characters("a=\nb==\nc=\n", "ab=c@7");
    check_characters("a=\nb=\nc=E2=80=A2=20d=E2=80 =00=F0=9F=98=80=", "abc• d=E2=80 =00😀=@42");
    check_characters("a=\nb=\n=2", "ab=2@7");
    check_characters("a=\nb=\n=E2=80", "ab=E2=80@11");
    check_characters("a=\nb=\n=\r", "ab=\r@7");
    check_characters("a=\nb\n=C3=A9", "a=\nb\n=C3=A9@10");
    check_characters("a=\r\nb=\r\n=C3=\r\n=A9", "abé@9");
}

/* So many lines of a greeting at most, and of all in which headers may stand. */
static void test_long_mails(void)
{
    for (int lines = 29; lines <= 58; lines += lines == 30 ? 27 : 1) {
        char text[400] = "", want[500];
        size_t n = 0;
        for (int i = 0; i < lines; i++)
            n += (size_t)snprintf(text + n, sizeof text - n, "x\n");
        snprintf(text + n, sizeof text - n, "%s",
                 lines <= 30 ? TEN_LINES("> ") "> k\n> l" : "From: a\nTo: b\nDate: c\nf");
        size_t end = strlen(text) - 1;
        snprintf(want, sizeof want, "%s@%zu",
                 lines == 29   ? "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl"
                 : lines == 57 ? "f"
                               : text,
                 end);
        check_characters(text, want);
    }
}

/* Lines that a caller has made: what is not sound is left out. */
static void test_given(void)
{
    static const char text[] = "Help 1. Homes Good One Two";
    const ofs_given_line lines[] = {
        {0, 4, OFS_GIVEN_HEADING, 2, 1, 0, 0, 0, OFS_GIVEN_BOLD},
        {5, 13, OFS_GIVEN_ITEM, 1, 2, 0, 0, 0, OFS_GIVEN_BEGINS | OFS_GIVEN_LABELLED},
        {4, 8, OFS_GIVEN_PARAGRAPH, 0, 3, 0, 0, 0, 0},
        {14, 99, OFS_GIVEN_PARAGRAPH, 0, 4, 0, 0, 0, 0},
        {14, 18, OFS_GIVEN_CELL, 0, 5, 1, 2, 3, 0},
        {18, 18, OFS_GIVEN_ASIDE, 0, 6, 0, 0, 0, 0},
        {19, 22, OFS_GIVEN_TEXT, 0, 7, 0, 0, 0, OFS_GIVEN_BEGINS},
        {23, 26, OFS_GIVEN_TEXT, 0, 7, 0, 0, 0, OFS_GIVEN_BOLD},
        {23, 26, OFS_GIVEN_TEXT + 1, 0, 7, 0, 0, 0, 0},
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
    check_expect("given lines",
                 "H2 e1 @00 f3 Help | I1 e2 @00 f81 1. Homes | C0 e5 @23 f1 Good | ?0 e0 @00 f1 One | ?0 e0 @00 f2 Two",
                 &got);
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
    check_marked(MARKED "- d\n- e\n  - f\n - g\n", "H1! a | H1 b | H1 c | I1 d | I1 e | I2 f | I1 g");
    check_marked(MARKED "* d\n\te\n\n  f\n", "H1! a | H1 b | H1 c | I1 d | I1 e | ?! f");
    check_marked(MARKED "- d\n  1. e\n", "H1! a | H1 b | H1 c | I1 d | ? 1. e");
    check_marked(MARKED "-d\n*e\n+f\n", "H1! a | H1 b | H1 c | ? -d | ? *e | ? +f");
    check_marked(MARKED "-\td\n", "H1! a | H1 b | H1 c | I1 d");
    check_marked(
        MARKED
        "- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g\n              - h\n                - i\n                  - j\n                    - k\n                      - l\n                        - m\n                          - n\n                            - o\n                              - p\n                                - q\n",
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
                 "H1! a | H1 b | H1 c | ? <d> \"e\" 'f' 'g'  h \xE2\x80\x93 &xyz; &amp");
    check_marked(MARKED "&#8211; &#x2019; &#xD800; &#; &#1234567890; &#12 &shy;d\n",
                 "H1! a | H1 b | H1 c | ? \xE2\x80\x93 \xE2\x80\x99 \xEF\xBF\xBD &#; &#1234567890; &#12 d");
    check_marked(
        MARKED "&#x10FFFF; &#x110000; &#xDFFF; &#xE000; &#xD7FF; &#0;d &#1114111; &#11141111; &#12345678; &#xg; &#9\n",
        "H1! a | H1 b | H1 c | ? \xF4\x8F\xBF\xBF \xEF\xBF\xBD \xEF\xBF\xBD \xEE\x80\x80 \xED\x9F\xBF  d \xF4\x8F\xBF\xBF &#11141111; &#12345678; &#xg; &#9");
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

/* Pictures with their sizes, comments, marks at the end of all, and what looks like them. */
static void test_markdown_ends(void)
{
    check_marked(MARKED "![d](e){width=\"1in\"}f ![g](h)\n", "H1! a | H1 b | H1 c | ? f");
    check_marked(MARKED "![d](e){width=\"1in\"\nheight=\"2in\"}f\n", "H1! a | H1 b | H1 c | ? f");
    check_marked(MARKED "width=\"1in\"}d\nwidth=d\nheight=\"1in\" e\nf width=\"1in\"}g\n",
                 "H1! a | H1 b | H1 c | ? d | ? width=d | ? height=\"1in\" e | ? f width=\"1in\"}g");
    check_marked(MARKED "!d](e) f !\n", "H1! a | H1 b | H1 c | ? !d](e) f !");
    check_marked(MARKED "<!-- d- > e -->f <!-- g-> h -->i\n", "H1! a | H1 b | H1 c | ? f i");
    check_marked(MARKED "d <!---->", "H1! a | H1 b | H1 c | ? d");
    check_marked(MARKED "d\\ e\n", "H1! a | H1 b | H1 c | ? d\\ e");
    check_marked(MARKED "\xC3\x80_d_ _e\xC3\x80_\n", "H1! a | H1 b | H1 c | ? À_d_ eÀ");
    check_marked(MARKED "d *", "H1! a | H1 b | H1 c | ? d *");
    check_marked(MARKED "d **", "H1! a | H1 b | H1 c | ? d **");
    check_marked(MARKED "d _e_", "H1! a | H1 b | H1 c | ? d e");
    check_marked(MARKED "d <b", "H1! a | H1 b | H1 c | ? d <b");
    check_marked(MARKED "d </", "H1! a | H1 b | H1 c | ? d </");
    check_marked(MARKED "d ![", "H1! a | H1 b | H1 c | ? d ![");
    check_marked(MARKED "d ![e](", "H1! a | H1 b | H1 c | ? d ![e](");
    check_marked(MARKED "d [e]", "H1! a | H1 b | H1 c | ? d [e]");
    check_marked(MARKED "d &am", "H1! a | H1 b | H1 c | ? d &am");
    check_marked(MARKED "d\\", "H1! a | H1 b | H1 c | ? d");
    check_marked(MARKED "- d", "H1! a | H1 b | H1 c | I1 d");
    check_marked(MARKED "<td", "H1! a | H1 b | H1 c | ? <td");
    check_marked(MARKED "<td>d</", "H1! a | H1 b | H1 c | C1@0.0 d</");
    check_marked(MARKED "##", "H1! a | H1 b | H1 c | ? ##");
}

#define AS_PLACED "H1 e1 0@0.0 l0 f1 p0 a «a» | H1 e2 0@0.0 l0 f0 p0 b «b» | H1 e3 0@0.0 l0 f0 p0 c «c»"

/* One after the other: nothing of what a line is clings to the next. */
static void test_markdown_places(void)
{
    check_places(
        "# **a**\n## b\n### c\n   d *e*\n&amp; f\n",
        "H1 e1 0@0.0 l0 f3 p0 a «a» | H2 e2 0@0.0 l0 f0 p0 b «b» | H3 e3 0@0.0 l0 f0 p0 c «c» | ?0 e0 0@0.0 l3 f0 p0 d e «d *e» | ?0 e0 0@0.0 l0 f0 p0 & f «&amp; f» = a/b/c/d e/& f/");
    check_places(
        MARKED "- d\n  **e**\n    * f\n \t- g\n\n> - \xE2\x96\xA0 h\n> > i\n1. j\n   k\n", AS_PLACED
        " | I1 e4 0@0.0 l0 f64 p0 d «d» | I1 e4 0@0.0 l2 f2 p0 e «e» | I2 e5 0@0.0 l4 f64 p0 f «f» | I2 e6 0@0.0 l4 f64 p0 g «g» | I1 e7 0@0.0 l0 f65 p0 h «h» | ?0 e0 0@0.0 l0 f0 p0 i «i» | ?0 e0 0@0.0 l0 f0 p0 1. j «1. j» | ?0 e0 0@0.0 l3 f0 p0 k «k» = a/b/c/- d/e/* f/- g/- ■ h/i/1. j/k/");
    check_places(
        MARKED "- **d\n  e\n- f\n# g\n  - h\n**i**\n", AS_PLACED
        " | I1 e4 0@0.0 l0 f66 p0 d «d» | I1 e4 0@0.0 l2 f0 p0 e «e» | I1 e5 0@0.0 l0 f64 p0 f «f» | H1 e6 0@0.0 l0 f0 p0 g «g» | I1 e7 0@0.0 l2 f64 p0 h «h» | ?0 e0 0@0.0 l0 f2 p0 i «i» = a/b/c/- d/e/- f/g/- h/i/");
    check_places(
        MARKED "|d|**e**|\n|---|---|\n||f<br>g|\nh\n|i\\|j|\n## k\n[^1]: l\nm\n", AS_PLACED
        " | C0 e4 1@0.0 l0 f0 p0 d «d» | C0 e5 1@0.1 l0 f2 p0 e «e» | C0 e7 1@1.1 l0 f0 p0 f «f» | C0 e7 1@1.1 l0 f0 p0 g «g» | ?0 e0 0@0.0 l0 f0 p0 h «h» | C0 e8 2@0.0 l0 f0 p0 i|j «i\\|j» | H2 e9 0@0.0 l0 f0 p0 k «k» | N0 e10 0@0.0 l0 f0 p0 1 l «1]: l» | ?0 e0 0@0.0 l0 f0 p0 m «m» = a/b/c/d/e/f/g/h/i|j/k/1 l/m/");
    check_places(
        MARKED "<table><tr><td>d\ne</td><th>**f</th></tr>\n<tr><td>g</td></tr></table> h\ni\n- j\n", AS_PLACED
        " | C0 e4 1@0.0 l0 f0 p0 d «d» | C0 e4 1@0.0 l0 f0 p0 e «e» | C0 e5 1@0.1 l0 f2 p0 f «f» | C0 e6 1@1.0 l0 f0 p0 g «g» | ?0 e0 0@0.0 l0 f0 p0 h «h» | ?0 e0 0@0.0 l0 f0 p0 i «i» | I1 e7 0@0.0 l0 f64 p0 j «j» = a/b/c/d/e/f/g/ h/i/- j/");
    check_places(
        MARKED "|d|\n<td>e</td>\n<td>f</td></table>\n\n|g|\n", AS_PLACED
        " | C0 e4 1@0.0 l0 f0 p0 d «d» | C0 e5 2@0.0 l0 f0 p0 e «e» | C0 e6 2@0.1 l0 f0 p0 f «f» | C0 e7 3@0.0 l0 f1 p0 g «g» = a/b/c/d/e/f/g/");
    check_places(
        MARKED "\nd\n===\ne\n***\nf\n\ng\n---\n", AS_PLACED
        " | H1 e4 0@0.0 l0 f1 p0 d «d» | ?0 e0 0@0.0 l0 f1 p0 e «e» | ?0 e0 0@0.0 l0 f1 p0 f «f» | H2 e5 0@0.0 l0 f1 p0 g «g» = a/b/c/d/e/f/g/");
    check_places(
        "<!-- page 1 -->\n" MARKED "\n\n<!-- page 3 -->d\n- e\f  f\n\ng\f\n- h\n",
        "H1 e1 0@0.0 l0 f1 p1 a «a» | H1 e2 0@0.0 l0 f0 p1 b «b» | H1 e3 0@0.0 l0 f0 p1 c «c» | ?0 e0 0@0.0 l0 f1 p3 d «d» | I1 e4 0@0.0 l0 f64 p3 e «e» | I1 e4 0@0.0 l2 f0 p4 f «f» | ?0 e0 0@0.0 l0 f1 p4 g «g» | I1 e5 0@0.0 l0 f65 p5 h «h» = a/b/c/^^d/- e^f/g^- h/");
    check_places(
        MARKED "**d\ne** **f** ~~g~~ [h](i) ![j](k)l\n<b>m\nn</b>\n\\_o\\_ `p`\n", AS_PLACED
        " | ?0 e0 0@0.0 l0 f2 p0 d «d» | ?0 e0 0@0.0 l0 f0 p0 e f g h l «e** **f** ~~g~~ [h](i) ![j](k)l» | ?0 e0 0@0.0 l0 f2 p0 m «m» | ?0 e0 0@0.0 l0 f0 p0 n «n» | ?0 e0 0@0.0 l0 f0 p0 _o_ p «_o\\_ `p» = a/b/c/d/e f g h l/m/n/_o_ p/");
    check_places(
        MARKED "<!-- d -->\fe\ff\n",
        "H1 e1 0@0.0 l0 f1 p1 a «a» | H1 e2 0@0.0 l0 f0 p1 b «b» | H1 e3 0@0.0 l0 f0 p1 c «c» | ?0 e0 0@0.0 l0 f0 p2 e «e» | ?0 e0 0@0.0 l0 f0 p3 f «f» = a/b/c/^e^f/");
    check_places(
        MARKED "- <b>\nd\n|e\n- f", AS_PLACED
        " | ?0 e0 0@0.0 l0 f0 p0 d «d» | C0 e5 1@0.0 l0 f0 p0 e «e» | I1 e6 0@0.0 l0 f64 p0 f «f» = a/b/c/- d/e/- f/");
    check_places("<!-- page 1 -->\n# a\n<b>\f\n# b\n\f# c",
                 "H1 e1 0@0.0 l0 f1 p1 a «a» | H1 e2 0@0.0 l0 f1 p2 b «b» | H1 e3 0@0.0 l0 f0 p3 c «c» = a/^b/^c/");
}

static void test_markdown_page_marks(void)
{
    check_marked(MARKED "<!-- new page 3 -->\nd\n<!-- 4 -->\ne\n<!-- break -->\nf",
                 "H1! a p1 | H1 b p1 | H1 c p1 | ?! d p3 | ?! e p3 | ?! f p3");
    check_marked(MARKED "-- page\nd\n--- page 2\ne\n-- page: 3 --\nf\n- page 4\n",
                 "H1! a p1 | H1 b p1 | H1 c p1 | ? -- page p1 | ? d p1 | ?! e p2 | ?! f p3 | I1 page 4 p3");
    check_marked(
        MARKED "{1]-----\nd\n{1}--\ne\n{1}----\nf\n{}----\ng\n{2}===\n",
        "H1! a p1 | H1 b p1 | H1 c p1 | ? {1]----- p1 | ? d p1 | ? {1}-- p1 | ? e p1 | ?! f p2 | ? {}---- p2 | ? g p2 | ? {2}=== p2");
    check_marked(MARKED "{12", "H1! a | H1 b | H1 c | ? {12");
    check_marked(MARKED "-- page:", "H1! a | H1 b | H1 c | ? -- page:");
    check_marked(MARKED "|d\\", "H1! a | H1 b | H1 c | C1@0.0 d");
    check_marked(MARKED "[^12]", "H1! a | H1 b | H1 c | ? 12");
    check_marked(MARKED "d <", "H1! a | H1 b | H1 c | ? d <");
    check_marked(MARKED "d\n|---|\n|e|\n", "H1! a | H1 b | H1 c | ? d | C1@0.0 e");
    check_marked(MARKED "d\n<", AS_MARKED " | ? d | ? <");
    check_marked(MARKED "|d|\n<table><tr><td>e</td></tr></table>\nf | g\n",
                 "H1! a | H1 b | H1 c | C1@0.0 d | C2@0.0 e | ? f | g");
    check_marked(MARKED "<table><tr><td>d</td></tr></table>\n<tr><td>e</td></tr>\n",
                 "H1! a | H1 b | H1 c | C1@0.0 d | C2@0.0 e");
    check_marked(MARKED "[^1]:e\n1^]: f\n[a]: g\n", "H1! a | H1 b | H1 c | N 1e | ? 1^]: f | ? [a]: g");
    check_marked(MARKED ">", "H1! a | H1 b | H1 c");
}

/* Numbers of pages on lines of their own, that rise, and what runs beside them. */
static void test_markdown_page_numbers(void)
{
    check_marked(MARKED "\nd\n\n1\n\nNorth council 1\n\ne\n\n2\n\nNorth council 2\n\nf",
                 "H1! a | H1 b | H1 c | ?! d | A! 1 | A! North council 1 | ?! e | A! 2 | A! North council 2 | ?! f");
    check_marked(
        MARKED "\nd\n\nNorth council\n\nPart A\n\n1\n\ne\n\nNorth council\n\nPart B\n\n2\n\nf",
        "H1! a | H1 b | H1 c | ?! d | A! North council | ?! Part A | A! 1 | ?! e | A! North council | ?! Part B | A! 2 | ?! f");
    check_marked(
        MARKED "\nd\n\n1\n\nPart A\n\nNorth council\n\ne\n\n2\n\nPart B\n\nNorth council",
        "H1! a | H1 b | H1 c | ?! d | A! 1 | ?! Part A | A! North council | ?! e | A! 2 | ?! Part B | A! North council");
    check_marked(
        MARKED "\n1\n\nNorth council\n\n2\n\nSouth council\n\n3\n\nNorth council\n\n4\n\nSouth council\n",
        "H1! a | H1 b | H1 c | A! 1 | A! North council | A! 2 | A! South council | A! 3 | A! North council | A! 4 | A! South council");
    check_marked(MARKED "\n1\n\nNorth council\n\n2\n\nd\n\n3\n\ne\n\n4\n\nNorth council\n",
                 "H1! a | H1 b | H1 c | A! 1 | ?! North council | A! 2 | ?! d | A! 3 | ?! e | A! 4 | ?! North council");
    check_marked(MARKED "\n1\n\nNorth council\n\n2\n\nSouth council\n",
                 "H1! a | H1 b | H1 c | A! 1 | ?! North council | A! 2 | ?! South council");
    check_marked(MARKED "\n1\n\nGovernor\n\n2\n\nGovernor\n\n3\n\nf\n",
                 "H1! a | H1 b | H1 c | A! 1 | A! Governor | A! 2 | A! Governor | A! 3 | ?! f");
    check_marked(MARKED "\n1\n\nGoverno\n\n2\n\nGoverno\n\n3\n\nf\n",
                 "H1! a | H1 b | H1 c | A! 1 | ?! Governo | A! 2 | ?! Governo | A! 3 | ?! f");
    check_marked(MARKED "\n1\n\nNorth council\n\n2\n\nNorth councils\n\n3\n\nNorth county\n",
                 "H1! a | H1 b | H1 c | A! 1 | ?! North council | A! 2 | ?! North councils | A! 3 | ?! North county");
    check_marked(MARKED "\n1\n\n- North council\n\n2\n\n- North council\n",
                 "H1! a | H1 b | H1 c | A! 1 | I1! North council | A! 2 | I1! North council");
    check_marked(MARKED "\n1\n\n## North council\n\n2\n\n## North council\n\n## 3\n",
                 "H1! a | H1 b | H1 c | A! 1 | A2! North council | A! 2 | A2! North council | A2! 3");
    check_marked(MARKED "\n1\n\nd\n", "H1! a | H1 b | H1 c | ?! 1 | ?! d");
    check_marked(MARKED "\nd\n1\n\ne\n2\n\n- 3\n\n|4|\n",
                 "H1! a | H1 b | H1 c | ?! d | ? 1 | ?! e | ? 2 | I1! 3 | C1@0.0! 4");
    check_marked(MARKED "\n4\n\nd\n\n8\n\ne\n", "H1! a | H1 b | H1 c | A! 4 | ?! d | A! 8 | ?! e");
    check_marked(MARKED "\n4\n\nd\n\n9\n\ne\n", "H1! a | H1 b | H1 c | ?! 4 | ?! d | ?! 9 | ?! e");
    check_marked(MARKED "\n5\n\nd\n\n6\n\ne\n", "H1! a | H1 b | H1 c | ?! 5 | ?! d | ?! 6 | ?! e");
    check_marked(MARKED "\n1\n\n2\n\n2\n\n1\n\n3\n\n0\n\n4 d\n",
                 "H1! a | H1 b | H1 c | A! 1 | A! 2 | ?! 2 | ?! 1 | A! 3 | ?! 0 | ?! 4 d");
    check_marked("<!-- page 1 -->\n" MARKED "\n1\n\nd\n\n2\n\ne\n",
                 "H1! a p1 | H1 b p1 | H1 c p1 | ?! 1 p1 | ?! d p1 | ?! 2 p1 | ?! e p1");
    check_marked("1\n\n# North council\n\n# b\n\n# c\n\n2", "A! 1 | H1! North council | H1! b | H1! c | A! 2");
    check_marked("North council\n\n1\n\n# b\n\n# c\n\n# d\n\nNorth council\n\n2",
                 "A! North council | A! 1 | H1! b | H1! c | H1! d | A! North council | A! 2");
}

/* A page's number that is glued to the line that goes on over the page's end. */
static void test_markdown_glued_numbers(void)
{
    check_marked(MARKED "\n1\n\nd\n\n2 homes\n\n3\n\n4 plans\n\n5 visits\n\n6\n",
                 "H1! a | H1 b | H1 c | A! 1 | ?! d | ?! homes | A! 3 | ?! plans | ?! visits | A! 6");
    check_marked(MARKED "\n1\n\n2 Homes\n\n3 homes\n\n2,homes\n\n2\n\n2 homes\n\n3 h\n\n4 \n",
                 "H1! a | H1 b | H1 c | A! 1 | ?! 2 Homes | ?! 3 homes | ?! 2,homes | A! 2 | ?! 2 homes | ?! h | A! 4");
    check_marked(MARKED "\n1\n\n## 2 homes\n\n- 2 homes\n\nd\n2 homes\n\n2\n",
                 "H1! a | H1 b | H1 c | A! 1 | H2! 2 homes | I1! 2 homes | ?! d | ? 2 homes | A! 2");
    check_marked(MARKED "\n1 homes\n\n1\n\n2\n\n3 plans\n",
                 "H1! a | H1 b | H1 c | ?! homes | A! 1 | A! 2 | ?! 3 plans");
    check_marked(MARKED "\n1 homes\n\n2\n\n3 plans\n\n4\n", "H1! a | H1 b | H1 c | ?! homes | A! 2 | ?! plans | A! 4");
}

/* Numbers of three digits are those of pages, too, longer ones are not; so are running lines of 300 bytes. */
static void test_markdown_long_pages(void)
{
    static char text[20000];
    for (int longest = 299; longest < 303; longest++) {
        size_t n = (size_t)snprintf(text, sizeof text, MARKED "\n");
        for (int page = 4; page < 1010; page += 4) {
            n += (size_t)snprintf(text + n, sizeof text - n, "%d\n\n", page);
            if (page < 9)
                n += (size_t)snprintf(text + n, sizeof text - n, "North council%*s.\n\n", longest - 14, "of d");
        }
        ofs_source *source = check_text_source(text);
        uint32_t marked = 0;
        for (uint32_t i = 0; i < source->line_count; i++)
            marked += source->lines[i].kind == OFS_LINE_ARTIFACT;
        check_words got = {{0}, 0};
        check_add(&got, "%u", marked);
        check_expect("long pages", longest <= 300 ? "251" : "249", &got);
        ofs_source_free(source);
    }
}

/* Signs of Markdown that are just enough, or not. */
static void test_markdown_enough(void)
{
#define STRONG "d **e** f\n"
    static const struct {
        const char *text;
        int is_enough;
    } cases[] = {
        {STRONG STRONG STRONG STRONG STRONG STRONG, 1},
        {STRONG STRONG STRONG STRONG STRONG, 0},
        {"# a\n" STRONG STRONG, 1},
        {"# a\n" STRONG, 0},
        {"# a\n# b\n", 0},
        {"# a\n# b\n# c\n", 1},
        {"# a\n# b\n" STRONG, 1},
        {"#### a\n##### b\n###### c\n", 1},
        {"####### a\n####### b\n####### c\n", 0},
        {"# a|b\n# c|d\n", 0},
        {"a # b\na # b\na # b\n", 0},
        {"> # a\n> # b\n> # c\n", 1},
        {">> # a\n>> # b\n>> # c\n", 0},
        {"|a|\n|---|\n", 0},
        {"|a|\n|---|\n" STRONG, 1},
        {"|a|\n|---|\n\n|b|\n|:-:|\n", 1},
        {"a|b\n--|--\n\nc|d\n:--|--:\n", 1},
        {"|a|\n|---|\n\n|b|\n| : |\n", 0},
        {"|a|\n|---|\n\n|b|\n|-.-|\n", 0},
        {"```\na\n```\n~~~\n", 1},
        {"```\na\n```\n", 0},
        {"``` a b\n``` c d\n``` e f\n", 0},
        {"<table>\n<table>\n<table>\n", 1},
        {"<table>\n<table>\n", 0},
        {"<tr>\n<tr>\n<tr>\n<tr>\n<tr>\n<tr>\n", 0},
        {"<!--a\n<!--a\n<!--a\n<!--a\n<!--a\n<!--a\n", 1},
        {"<!--a\n<!--a\n<!--a\n<!--a\n<!--a\n", 0},
        {"<!-a\n<!-a\n<!-a\n<!-a\n<!-a\n<!-a\n", 0},
        {"**a** **b** **c** **d** **e** **f**", 1},
        {"**a****b****c****d****e****f**", 0},
        {"**a ** **b ** **c ** **d ** **e ** **f **", 0},
        {"** a** ** b** ** c** ** d** ** e** ** f**", 0},
        {"***a** ***b** ***c** ***d** ***e** ***f**", 0},
        {"**\na** **\nb** **\nc** **\nd** **\ne** **\nf**", 0},
        {"**a\na**\n\n**a\na**\n\n**a\na**\n\n**a\na**\n\n**a\na**\n\n**a\na**\n\n", 0},
        {"**a* **a* **a* **a* **a* **a* **a* **a* **a*", 0},
        {"*a** *a** *a** *a** *a** *a** *a** *a** *a**", 0},
        {"****a ****a ****a ****a ****a ****a", 0},
        {"# a\n# b\n**", 0},
        {"# a\n# b\n***", 0},
        {"# a\n# b\n**c*", 0},
        {"# a\n# b\n**c**", 1},
        {"# a\n# b\n#", 0},
        {"# a\n# b\n######", 0},
        {"# a\n# b\n<!--", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ofs_source *source = check_text_source(cases[i].text);
        if (ofs_source_is_markdown(source) != cases[i].is_enough)
            check_expect(cases[i].text, cases[i].is_enough ? "Markdown" : "plain text", &(check_words){{0}, 0});
        ofs_source_free(source);
    }
}

/* What begins and does not end soon is no mark: strong words of more than 300 bytes, a tag of more than 200. */
static void check_length(const char *before, int length, const char *after, int is_mark)
{
    char text[6000];
    int n = snprintf(text, sizeof text, "# a\n# b\n%s", before),
        fill = length - (int)strlen(before) - (int)strlen(after);
    memset(text + n, 'x', (size_t)fill);
    snprintf(text + n + fill, sizeof text - (size_t)(n + fill), "%s d\n# e\n", after);
    ofs_source *source = check_text_source(text);
    int found = ofs_source_is_markdown(source) && source->lines[2].end - source->lines[2].start < (uint32_t)length;
    if (found != is_mark)
        check_expect(before, is_mark ? "left out" : "kept", &(check_words){{0}, 0});
    ofs_source_free(source);
}

static void check_strong(int length, int is_mark)
{
    static char text[2000];
    size_t n = 0;
    for (int i = 0; i < 6; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "**%*s**\n\n", length - 4, "a");
    for (char *p = text; *p; p++)
        *p = (char)(*p == ' ' ? 'x' : *p);
    ofs_source *source = check_text_source(text);
    if (ofs_source_is_markdown(source) != is_mark)
        check_expect("strong words", is_mark ? "Markdown" : "plain text", &(check_words){{0}, 0});
    ofs_source_free(source);
}

static void test_markdown_lengths(void)
{
    check_strong(300, 1);
    check_strong(301, 0);
    check_length("<span x=", 200, ">", 1);
    check_length("<span x=", 202, ">", 0);
    check_length("<td x=", 200, ">", 1);
    check_length("<td x=", 202, ">", 0);
    check_length("<!--", 4096, "-->", 1);
    check_length("<!--", 4097, "-->", 0);
    check_length("<!-- x- x> -- > ", 100, "-->", 1);
}

/* JSON, its quotation marks written as apostrophes: the text that it holds, with '/' for a line's end and '^' for a page's,
 * and where its last byte stands. */
static void check_json(const char *json, const char *want)
{
    char text[400];
    check_words got = {{0}, 0};
    snprintf(text, sizeof text, "%s", json);
    for (char *p = text; *p; p++)
        *p = (char)(*p == '\'' ? '"' : *p);
    ofs_source *source = check_text_source(text);
    for (uint32_t i = 0; i < source->text.n; i++)
        check_add(&got, "%c", source->text.p[i] == '\n' ? '/' : source->text.p[i] == '\f' ? '^' : source->text.p[i]);
    check_add(&got, " %u", (unsigned)ofs_given_byte(source, source->text.n - 1));
    check_expect(json, want, &got);
    ofs_source_free(source);
}

static void test_json(void)
{
    check_json("[{'page': 123456, 'text': 'One page is here'}, {'page': 123457, 'text': 'Homes are near'}]",
               "One page is here/^Homes are near 86");
    check_json("[{'page': 1234567, 'text': 'One page is here'}, {'page': 1234568, 'text': 'Homes are near'}]",
               "One page is here/Homes are near 88");
    check_json("{\n'text'\t:\r\n 'Homes are near'\n}\r\n", "Homes are near 27");
    check_json("[{'text': 'One page is here', 'm': {'page': 0}}, {'text': 'Homes are near', 'm': {'page': 1}}]",
               "One page is here/^Homes are near 72");
    check_json(
        "[{'text': 'One page is here', 'a': {'page': 1}, 'b': {'page': 1}}, {'text': 'Homes are near', 'm': {'page': 2}}]",
        "One page is here/^Homes are near 90");
    check_json(
        "[{'text': 'One page is here', 'a': {'page': 1}, 'b': {'page': 2}}, {'text': 'Homes are near', 'm': {'page': 3}}]",
        "One page is here/Homes are near 90");
    check_json("{'text': 'Homes are near', 'cells': [{'text_as_html': '<table><tr><td>4</td></tr></table>'}]}",
               "Homes are near 23");
    check_json("{'text': 'Homes are near', 'b':}", "{\"text\": \"Homes are near\", \"b\":} 31");
    check_json("{'text': 'Homes are near'}]", "{\"text\": \"Homes are near\"}] 26");
    check_json("{'name': 'Word', 'text': 'Homes are near'}", "Homes are near 39");
    check_json("{'type': 'Word', 'text': 'Homes are near'}", "{\"type\": \"Word\", \"text\": \"Homes are near\"} 41");
    check_json("{'text': 'Homes are near'}", "Homes are near 23");
    check_json("{'text': 'a\\nb\\tc d\\be \\/ \\\\ \\u0022 \\u00e9 \\u20AC \\ud83d\\ude00 f'}",
               "a/b\tc d e / \\ \" é € 😀 f 63");
    check_json("{'text': 'a \\ud83d b \\ude00 c \\u0000d \\u00zz \\q \\ud83d\\u0041 e'}",
               "a – b – c  d u00zz q �A e 61");
    check_json("{'text': 'a b c\\fd e f\\u000cg h i'}", "a b c^d e f^g h i 32");
    check_json("{'text': 'Homes are near\\u12', 'n': 1}", "Homes are nearu12 27");
    check_json("{'pages': ['One page is here', 'Two pages are here']}", "One page is here/^Two pages are here 49");
    check_json("['One page is here', 'Two pages are here']", "One page is here/Two pages are here 39");
    check_json("[{'page': 1, 'text': 'One page is here'}, {'page': 3, 'text': 'Homes are near'}]",
               "One page is here/^^Homes are near 76");
    check_json("[{'page': 3, 'text': 'One page is here'}, {'page': 3, 'text': 'Homes are near'}]",
               "One page is here/Homes are near 76");
    check_json("[{'page': 7, 'text': 'One page is here'}, {'page': 13, 'text': 'Homes are near'}]",
               "One page is here/^^^^^^Homes are near 77");
    check_json("[{'page': 8, 'text': 'One page is here'}, {'page': 15, 'text': 'Homes are near'}]",
               "One page is here/^Homes are near 77");
    check_json("[{'page': 0, 'text': 'One page is here'}, {'page': 1, 'text': 'Homes are near'}]",
               "One page is here/^Homes are near 76");
    check_json("[{'page': 2, 'text': 'One page is here'}, {'page': 1, 'text': 'Homes are near'}]",
               "[{\"page\": 2, \"text\": \"One page is here\"}, {\"page\": 1, \"text\": \"Homes are near\"}] 79");
    check_json("[{'page': 1, 'text': 'One page is here'}, {'text': 'Homes are near'}]",
               "One page is here/Homes are near 65");
    check_json("[{'page': '1', 'text': 'One page is here'}, {'page': 'page 2', 'text': 'Homes are near'}]",
               "One page is here/^Homes are near 85");
    check_json("[{'page': '1 of 2', 'text': 'One page is here'}, {'page': '2 of 2', 'text': 'Homes are near'}]",
               "One page is here/Homes are near 90");
    check_json(
        "[{'metadata': {'page_number': 1}, 'text': 'One page is here'}, {'text': 'Homes are near', 'metadata': {'page_number': 2}}]",
        "One page is here/^Homes are near 86");
    check_json("[{'page': 1, 'of': {'text': 'One page is here'}}, {'page': 2, 'of': {'text': 'Homes are near'}}]",
               "One page is here/^Homes are near 91");
    check_json("{'page_1': 'One page is here', 'page-2': 'Homes are near', 'Page 4': 'Plans are clear'}",
               "One page is here/Homes are near/Plans are clear 84");
    check_json("{'1': 'One page is here', '2': 'Homes are near'}", "One page is here/Homes are near 45");
    check_json(
        "[{'source': 'a', 'text': 'One page is here'}, {'source': 'b', 'text': 'Homes are near'}]",
        "[{\"source\": \"a\", \"text\": \"One page is here\"}, {\"source\": \"b\", \"text\": \"Homes are near\"}] 87");
    check_json("[{'source': 'a', 'text': 'One page is here'}, {'source': 'a', 'text': 'Homes are near'}]",
               "One page is here/Homes are near 84");
    check_json(
        "[{'type': 'Line', 'text': 'Homes are near'}, {'type': 'Word', 'text': 'Homes'}, {'type': 'Word', 'text': 'are'}]",
        "Homes are near 40");
    check_json(
        "[{'type': 'Text', 'text': 'Homes are near:'}, {'type': 'ListItem', 'text': 'plans for all'}, {'label': 'list_item', 'text': '2 homes for all'}]",
        "Homes are near:/• plans for all/2 homes for all 139");
    check_json(
        "{'lines': [{'spans': [{'text': 'Homes are '}, {'text': 'near all of it'}]}, {'spans': [{'text': 'Plans are clear'}]}]}",
        "Homes are near all of it/Plans are clear 111");
    check_json("[{'text': 'Homes are'}, {'text': 'near'}, {'text': 'and'}, {'text': 'new'}]",
               "Homes are near and new 71");
    check_json("[{'text': 'a'}, {'text': 'b'}, {'text': 'c'}, {'text': 'd'}]",
               "[{\"text\": \"a\"}, {\"text\": \"b\"}, {\"text\": \"c\"}, {\"text\": \"d\"}] 59");
    check_json(
        "[{'page': 1, 'text': 'Homes are near\\nand new'}, {'page': 1, 'text': 'Plans are clear'}, {'page': 2, 'text': 'Leaders know it'}]",
        "Homes are near/and new//Plans are clear/^Leaders know it 124");
    check_json("[{'text': 'Homes are near\\nand new'}, {'text': 'Plans are clear'}]",
               "Homes are near/and new/Plans are clear 62");
    check_json("[{'page': 1, 'text': 'Homes are near'}, {'page': 1, 'text': 'Plans are clear'}]",
               "Homes are near/Plans are clear 75");
    check_json(
        "[{'text': 'Homes near 4', 'metadata': {'text_as_html': '<table><tr><td>Homes near</td><td>4</td></tr></table>'}}]",
        "//Homes near\t4\t// 101");
    check_json("{'html': '<p>Homes are near and new and here</p>', 'text': 'Homes are near'}", "Homes are near 73");
    check_json(
        "{'content': 'Homes are near and new', 'lines': [{'page': 1, 'content': 'Homes are near'}, {'page': 2, 'content': 'and new'}]}",
        "Homes are near and new 34");
    check_json("{'content': 'Homes are near and new', 'lines': [{'page': 1, 'content': 'Homes are'}]}",
               "Homes are near and new 34");
    check_json("{'picture': 'aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd29ybGQ', 'note': 'Homes are near'}",
               "Homes are near 85");
    check_json("{'text': 'Homes are near', 'n': [1, -2.5e3, true, false, null, NaN, {}, []]}", "Homes are near 23");
    check_json("{'text': 'Homes are near'} {'text': 'Plans are clear'}", "Homes are near/Plans are clear 51");
    check_json("{'text': 'Homes are near'}, {'text': 'Plans are clear'}",
               "{\"text\": \"Homes are near\"}, {\"text\": \"Plans are clear\"} 54");
    check_json("{'text': 'Homes are near'", "{\"text\": \"Homes are near\" 24");
    check_json("{'text': 'Homes are near}", "{\"text\": \"Homes are near} 24");
    check_json("{'text': 'Homes are near'}}", "{\"text\": \"Homes are near\"}} 26");
    check_json("{'text': 'Homes are near']", "{\"text\": \"Homes are near\"] 25");
    check_json("{'text' 'Homes are near'}", "{\"text\" \"Homes are near\"} 24");
    check_json("{'text': 'Homes are near', 'b'}", "{\"text\": \"Homes are near\", \"b\"} 30");
    check_json("{'text': 'Homes are near' 'b': 1}", "{\"text\": \"Homes are near\" \"b\": 1} 32");
    check_json("{'text': 'Homes are near',, 'b': 1}", "{\"text\": \"Homes are near\",, \"b\": 1} 34");
    check_json("['Homes are near' 'b']", "[\"Homes are near\" \"b\"] 21");
    check_json("{'text': 'Homes are near', 'b': x}", "{\"text\": \"Homes are near\", \"b\": x} 33");
    check_json("{'text': 'Homes are near', 'b': .5}", "{\"text\": \"Homes are near\", \"b\": .5} 34");
    check_json("{'text': 'Homes are near', 'b': ?}", "{\"text\": \"Homes are near\", \"b\": ?} 33");
    check_json("{text: 'Homes are near'}", "{text: \"Homes are near\"} 23");
    check_json("{}", "{} 1");
    check_json("[1, 2]", "[1, 2] 5");
    check_json("'Homes are near'", "\"Homes are near\" 15");
    check_json("{", "{ 0");
    check_json("{'text': 'Homes are near\\\\", "{\"text\": \"Homes are near\\\\ 25");
    for (int depth = 64; depth <= 65; depth++) { /* lists in each other */
        char json[200] = "", closed[200];
        memset(json, '[', (size_t)depth);
        memset(closed, ']', (size_t)depth);
        snprintf(json + depth, sizeof json - (size_t)depth, "'Homes are near'%.*s", depth, closed);
        char same[220];
        snprintf(same, sizeof same, "%s 145", json);
        for (char *p = same; *p; p++)
            *p = (char)(*p == '\'' ? '"' : *p);
        check_json(json, depth == 64 ? "Homes are near 78" : same);
    }
}

/* How many pages have letters in the places of others, the first of them, and whether the document has. `more` lines stand
 * below each other. */
static void check_garbled(const char *line, int count, const char *more, const char *want)
{
    char text[3000] = "";
    size_t n = 0;
    check_words got = {{0}, 0};
    for (int i = 0; i < count; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s\n", line);
    snprintf(text + n, sizeof text - n, "%s", more);
    ofs_source *source = check_text_source(text);
    int is_document = ofs_find_garbled(source);
    check_add(&got, "%u pages from %u%s", source->garbled_pages, source->first_garbled, is_document ? ", all" : "");
    check_expect(text, want, &got);
    ofs_source_free(source);
}

#define ENGLISH                                                                   \
    "Children are seen by people who know them well and who listen to them.\n"    \
    "Their plans are clear, and families help to write them before they start.\n" \
    "Leaders read what is written and ask when there is something to ask.\n"
#define TWENTY "kvkvkvkvkvkvkvkvkvkv"
#define LOST "\xEE\x80\x80"

static void test_garbled(void)
{
    check_garbled("", 0, ENGLISH, "0 pages from 0");
    check_garbled(TWENTY TWENTY, 1, "", "1 pages from 0");
    check_garbled(TWENTY TWENTY, 1, ENGLISH ENGLISH ENGLISH, "1 pages from 0");
    check_garbled(TWENTY "kvkvkvkvkvkvkvkvkvk", 1, "", "0 pages from 0");
    check_garbled(TWENTY "kvkvkvkvkvkvkv", 3, ENGLISH ENGLISH ENGLISH, "1 pages from 0");
    check_garbled(TWENTY "kvkvkvkvkvkvkv", 2, ENGLISH ENGLISH ENGLISH, "0 pages from 0");
    check_garbled(TWENTY "kvkvkvkvk", 4, ENGLISH ENGLISH ENGLISH, "0 pages from 0");
    check_garbled(TWENTY "kvkvkvkvkv", 4, ENGLISH ENGLISH ENGLISH, "1 pages from 0");
    check_garbled(TWENTY, 3, "", "1 pages from 0");
    check_garbled(TWENTY, 2, "kvkvkvkvkvkvkvkvkvk", "0 pages from 0");
    check_garbled("lslslslslslslsl", 10, "", "1 pages from 0"); /* 51 */
    check_garbled("lslslslslslslsl", 9, "slslslslslslsl", "0 pages from 0");
    check_garbled("lllslllslllslllslllslllslllslllslllslllsllls", 1, "", "0 pages from 0"); /* 46 */
    check_garbled("lllslllslllslllslllslllslllslllslllslllsllls", 2, "", "1 pages from 0");
    check_garbled("lslslslslslslsl", 27, "", "1 pages from 0, all");
    check_garbled("lslslslslslslsl", 26, "", "1 pages from 0");
    check_garbled("seesseesseessee", 40, "", "0 pages from 0");
    check_garbled("llllllllllllllllllllllllllllllllllllllll", 1, ENGLISH ENGLISH ENGLISH, "1 pages from 0"); /* 40 */
    check_garbled("lllslllslllslllslllslllslllslllslllslllslllslllslg", 2, ENGLISH ENGLISH ENGLISH, "1 pages from 0");
    check_garbled("", 0, ENGLISH "\f" TWENTY TWENTY "\f" ENGLISH "\f" TWENTY TWENTY, "2 pages from 2");
    check_garbled("", 0, ENGLISH "a" LOST LOST LOST "b" LOST LOST LOST "c", "1 pages from 0");
    check_garbled("", 0, ENGLISH "a" LOST LOST LOST LOST LOST LOST "c", "1 pages from 0");
    check_garbled("", 0, ENGLISH "a" LOST LOST LOST LOST LOST "c", "0 pages from 0");
    check_garbled("", 0, ENGLISH "a" LOST LOST "b" LOST LOST "c" LOST LOST LOST "d", "0 pages from 0");
    check_garbled("a" LOST LOST LOST "b", 1, ENGLISH "a" LOST LOST LOST "b\n", "1 pages from 0");
    check_garbled("", 0,
                  ENGLISH "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xA3\xBF\xEF\xA3\xBF\xEF\xA3\xBF"
                          "b",
                  "1 pages from 0");
    check_garbled("", 0,
                  ENGLISH "a\xEF\xA4\x80\xEF\xA4\x80\xEF\xA4\x80\xEF\xA4\x80\xEF\xA4\x80\xEF\xA4\x80"
                          "b",
                  "0 pages from 0");
    check_garbled("a" LOST LOST LOST LOST LOST LOST LOST LOST LOST LOST "b", 40, "", "1 pages from 0, all");
    check_garbled("seesseesees" LOST LOST LOST LOST LOST LOST LOST LOST LOST LOST, 40, "", "1 pages from 0");
    check_garbled("seesseesee" LOST LOST LOST LOST LOST LOST LOST LOST LOST LOST, 40, "", "1 pages from 0");
    check_garbled("seesseese" LOST LOST LOST LOST LOST LOST LOST LOST LOST LOST, 40, "", "1 pages from 0, all");
    check_garbled("a" LOST LOST LOST LOST LOST LOST LOST LOST LOST LOST "b", 39, "", "1 pages from 0");
}

int main(void)
{
    test_json();
    test_mails();
    test_long_mails();
    test_garbled();
    test_markdown_places();
    test_markdown_ends();
    test_markdown_page_marks();
    test_markdown_page_numbers();
    test_markdown_glued_numbers();
    test_markdown_long_pages();
    test_markdown_enough();
    test_markdown_lengths();
    test_sizes();
    test_text();
    test_runs();
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
