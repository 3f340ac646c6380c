/* What is told from where lines stand on pages without tags: which go on, where a gap is, what is printed on every page,
 * footnotes; and how characters that are placed anywhere become lines. PDFium is fake_pdfium.h. */
#include "base/text.h"
#include "check.h"
#include "fake_pdfium.h"

/* Words at a place of a page; without a page: the end of a list. */
typedef struct placed {
    int page;
    double x, y;
    float size;
    const char *words;
} placed;

static int with_flags;
static float height = 842;
static const char filler[] = "Children are seen and heard by people whom they know.";

static void put(const placed *p)
{
    fake_page *page = &fake.pages[p->page - 1];
    fake_object *object = fake_add_object(page, FAKE_NONE, p->size);
    object->matrix.f = (float)p->y;
    for (size_t i = 0; p->words[i]; i++)
        fake_add_char(page, (unsigned char)p->words[i], p->x + p->size / 2 * (double)i, p->y, p->size / 2);
    fake_add_char(page, '\r', 0, 0, 0);
    fake_add_char(page, '\n', 0, 0, 0);
}

/* Each line as its kind's letter and its words; '/' between pages. With flags: 'g' for a gap before it, 'w' where it
 * goes on. */
static void add_lines(const ofs_source *source, check_words *out)
{
    static const char letters[] = "?PHICNTA";
    const unsigned gap = with_flags ? OFS_LINE_GAP : 0, wrapped = with_flags ? OFS_LINE_WRAPPED : 0;
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str text = ofs_line_text(source, line);
        int is_new = i && line->page != line[-1].page;
        check_add(out, "%s%c%s%s ",
                  is_new ? " / "
                  : i    ? " | "
                         : "",
                  letters[line->kind], line->flags & gap ? "g" : "", line->flags & wrapped ? "w" : "");
        check_add_str(out, ofs_equal(text, OFS_LIT(filler)) ? OFS_LIT("-") : text);
    }
}

/* The size of its type and its left edge, of each line but the filler. */
static void add_sizes(const ofs_source *source, check_words *out)
{
    for (uint32_t i = 0; i < source->line_count; i++)
        if (!ofs_equal(ofs_line_text(source, &source->lines[i]), OFS_LIT(filler)))
            check_add(out, "%s%u@%u", out->n ? " " : "", (unsigned)source->lines[i].size,
                      (unsigned)source->lines[i].left);
}

static void check_with(void (*add)(const ofs_source *, check_words *), const char *what, const placed *list,
                       const char *want)
{
    static const char header[] = "%PDF-1.7";
    check_words got = {{0}, 0};
    ofs_source *source;
    const ofs_pdfium *pdfium = fake_begin();
    for (int page = 0; list->page; list++) {
        for (; page < list->page; page++) {
            fake_page *added = fake_add_page();
            added->has_tree = 0;
            added->height = height;
        }
        put(list);
    }
    FUZZ_CHECK(ofs_source_from_pdf(pdfium, header, sizeof header, &source) == OFS_OK);
    fake_check_closed();
    add(source, &got);
    check_expect(what, want, &got);
    ofs_source_free(source);
}

static void check_lines(const char *what, const placed *list, const char *want)
{
    check_with(add_lines, what, list, want);
}

#define LINES(...)           \
    (const placed[])         \
    {                        \
        __VA_ARGS__,         \
        {                    \
            0, 0, 0, 0, NULL \
        }                    \
    }
#define FILLER(page, y) {page, 72, y, 12, filler}

/* A gap is wider than one and a half ems, and than the usual distance of the page's lines by a third. */
static void test_gaps(void)
{
    check_lines("lines as far apart as usual",
                LINES(FILLER(1, 400), {1, 72, 386, 12, "a"}, {1, 72, 372, 12, "b"}, {1, 72, 353, 12, "c"}),
                "?w - | ? a | ? b | ?g c");
    check_lines("one and a half ems",
                LINES(FILLER(1, 400), {1, 72, 388, 12, "a"}, {1, 72, 376, 12, "b"}, {1, 72, 364, 12, "c"},
                      {1, 72, 346, 12, "d"}, {1, 72, 327.5, 12, "e"}),
                "?w - | ? a | ? b | ? c | ? d | ?g e");
    check_lines("lines that are set apart",
                LINES(FILLER(1, 400), {1, 72, 380, 12, "a"}, {1, 72, 360, 12, "b"}, {1, 72, 340, 12, "c"},
                      {1, 72, 314, 12, "d"}, {1, 72, 287, 12, "e"}),
                "?w - | ? a | ? b | ? c | ? d | ?g e");
    check_lines("the usual distance is that of the middle",
                LINES(FILLER(1, 400), {1, 72, 388, 12, "a"}, {1, 72, 358, 12, "b"}, {1, 72, 346, 12, "c"}),
                "?w - | ? a | ?g b | ? c");
    check_lines("large type",
                LINES(FILLER(1, 400), {1, 72, 386, 12, "a"}, {1, 72, 372, 12, "b"}, {1, 72, 358, 12, "c"},
                      {1, 72, 334, 16, "d"}, {1, 72, 309.5, 16, "e"}),
                "?w - | ? a | ? b | ? c | ? d | ?g e");
    check_lines("a page's first line has none before it",
                LINES(FILLER(1, 400), {2, 72, 300, 12, "a"}, {2, 72, 288, 12, "b"}, FILLER(2, 276)),
                "?w - / ? a | ? b | ?w -");
}

/* A line of the page's width goes on. */
static void test_wrapped(void)
{
    /* The filler ends at 72 + 53 * 6 = 390: up to 70 points before that is near enough. */
    check_lines("the right edge",
                LINES(FILLER(1, 400), {1, 314, 388, 12, "a"}, {1, 315, 376, 12, "b"}, {1, 390, 364, 12, "c"},
                      {1, 500, 352, 12, "d"}),
                "?w - | ? a | ?w b | ?w c | ?w d");
    check_lines("columns", LINES(FILLER(1, 400), {1, 72, 388, 12, "ab"}, {1, 384, 388, 12, "b"}), "?w - | ? ab\tb");
    check_lines(
        "a page of short lines",
        LINES({1, 72, 400, 12, "Thirty-nine letters are too few for it."}, {1, 72, 388, 12, "Also these are here"}),
        "? Thirty-nine letters are too few for it. | ? Also these are here");
    check_lines(
        "a long line",
        LINES({1, 72, 400, 12, "There are forty letters in this, or not."}, {1, 72, 388, 12, "Also these are here"}),
        "?w There are forty letters in this, or not. | ? Also these are here");
    check_lines("the longest counts",
                LINES({1, 72, 400, 12, "There are forty letters in this, or not."}, FILLER(1, 388),
                      {1, 72, 376, 12, "There are forty letters in this, or not."}),
                "? There are forty letters in this, or not. | ?w - | ? There are forty letters in this, or not.");
}

/* What stands at one height near the top or bottom of three pages; of two where it is small; page numbers. */
static void test_running_lines(void)
{
    check_lines("three pages",
                LINES({1, 72, 800, 12, "Ayton"}, FILLER(1, 400), {2, 72, 800, 12, "Ayton"}, FILLER(2, 400),
                      {3, 72, 800, 12, "Ayton"}, FILLER(3, 400)),
                "A Ayton | ? - / A Ayton | ? - / A Ayton | ? -");
    check_lines("two pages",
                LINES({1, 72, 800, 12, "Ayton"}, FILLER(1, 400), {2, 72, 800, 12, "Ayton"}, FILLER(2, 400)),
                "? Ayton | ? - / ? Ayton | ? -");
    check_lines("twice on one page",
                LINES({1, 72, 800, 12, "Ayton"}, {1, 300, 796, 12, "Ayton"}, FILLER(1, 400), {2, 72, 800, 12, "Ayton"},
                      FILLER(2, 400)),
                "? Ayton\tAyton | ? - / ? Ayton | ? -");
    check_lines("nearly one height",
                LINES({1, 72, 800, 12, "Ayton"}, FILLER(1, 400), {2, 72, 805, 12, "Ayton"}, FILLER(2, 400),
                      {3, 72, 810, 12, "Ayton"}, FILLER(3, 400)),
                "? Ayton | ? - / A Ayton | ? - / ? Ayton | ? -");
    check_lines("too far below",
                LINES({1, 72, 806, 12, "Ayton"}, FILLER(1, 400), {2, 72, 800, 12, "Ayton"}, FILLER(2, 400),
                      {3, 72, 800, 12, "Ayton"}, FILLER(3, 400)),
                "? Ayton | ? - / ? Ayton | ? - / ? Ayton | ? -");
    check_lines("two lines of one page, and one of another",
                LINES({1, 72, 800, 12, "Ayton"}, {1, 72, 795, 12, "Ayton"}, FILLER(1, 400), {2, 72, 800, 12, "Ayton"},
                      FILLER(2, 400)),
                "? Ayton | ? Ayton | ? - / ? Ayton | ? -");
    check_lines("with a number and without",
                LINES({1, 72, 800, 12, "Page 1"}, FILLER(1, 400), {2, 72, 800, 12, "Page 2"}, FILLER(2, 400),
                      {3, 72, 800, 12, "Page"}, FILLER(3, 400)),
                "? Page 1 | ? - / ? Page 2 | ? - / ? Page | ? -");
    check_lines("small type of one page", LINES(FILLER(1, 400), {1, 72, 60, 8, "Ayton"}, FILLER(2, 400)),
                "? - | ? Ayton / ? -");
    check_lines("type that is small beside huge letters",
                LINES({1, 72, 400, 300, "Help for all"}, {1, 72, 60, 12, "Ayton"}, {2, 72, 400, 300, "Help for all"},
                      {2, 72, 60, 12, "Ayton"}),
                "? Help for all | A Ayton / ? Help for all | A Ayton");
    check_lines("no longer one height",
                LINES({1, 72, 800, 12, "Ayton"}, FILLER(1, 400), {2, 72, 806, 12, "Ayton"}, FILLER(2, 400),
                      {3, 72, 794, 12, "Ayton"}, FILLER(3, 400)),
                "? Ayton | ? - / ? Ayton | ? - / ? Ayton | ? -");
    check_lines("a heading at the head of pages that are far apart",
                LINES({1, 72, 800, 12, "Findings"}, FILLER(1, 400), FILLER(2, 400), FILLER(3, 400), FILLER(4, 400),
                      FILLER(5, 400), {6, 72, 800, 12, "Findings"}, FILLER(6, 400), {7, 72, 800, 12, "Findings"},
                      FILLER(7, 400)),
                "? Findings | ? - / ? - / ? - / ? - / ? - / ? Findings | ? - / ? Findings | ? -");
    check_lines("a line of every other page",
                LINES({1, 72, 800, 12, "Ayton"}, FILLER(1, 400), FILLER(2, 400), {3, 72, 800, 12, "Ayton"},
                      FILLER(3, 400), FILLER(4, 400), {5, 72, 800, 12, "Ayton"}, FILLER(5, 400)),
                "A Ayton | ? - / ? - / A Ayton | ? - / ? - / A Ayton | ? -");
    static const struct {
        double y;
        char kind;
    } heights[] = {{840, 'A'}, {742, 'A'}, {740, '?'}, {300, '?'}, {102, '?'}, {100, 'A'}, {0, 'A'}};
    for (size_t i = 0; i < sizeof heights / sizeof *heights; i++) {
        check_words want = {{0}, 0};
        char what[32];
        double y = heights[i].y;
        snprintf(what, sizeof what, "at %g", y);
        for (int page = 1; page <= 3; page++)
            check_add(&want, "%s%s%c Ayton%s", page > 1 ? " / " : "", y < 400 ? "? - | " : "", heights[i].kind,
                      y > 400 ? " | ? -" : "");
        check_lines(what,
                    LINES({1, 72, y, 12, "Ayton"}, FILLER(1, 400), {2, 72, y, 12, "Ayton"}, FILLER(2, 400),
                          {3, 72, y, 12, "Ayton"}, FILLER(3, 400)),
                    want.at);
    }
    check_lines("numbers are alike, and so are spaces",
                LINES({1, 72, 800, 12, "Page 9 of 11"}, FILLER(1, 400), {2, 72, 800, 12, "Page 10 of 11"},
                      FILLER(2, 400), {3, 72, 800, 12, "Page 1 1of 11"}, FILLER(3, 400),
                      {4, 72, 800, 12, "Page 12 of x"}, FILLER(4, 400)),
                "A Page 9 of 11 | ? - / A Page 10 of 11 | ? - / A Page 1 1of 11 | ? - / ? Page 12 of x | ? -");
    const struct {
        double y, size;
        char kind;
    } moved[] = {{800, 12, 'A'}, {777, 12, 'A'}, {776, 12, '?'}, {823, 12, 'A'}, {824, 12, '?'}, {780, 14, '?'}};
    for (size_t i = 0; i < sizeof moved / sizeof *moved; i++)
        for (int first = 0; first <= 1; first++) {
            double y[] = {800, 800, 800, 800}, sizes[] = {12, 12, 12, 12};
            check_words want = {{0}, 0};
            int other = first ? 0 : 3;
            y[other] = moved[i].y;
            sizes[other] = moved[i].size;
            for (int page = 0; page < 4; page++)
                check_add(&want, "%s%c Ayton | ? -", page ? " / " : "", page == other ? moved[i].kind : 'A');
            check_lines("higher or lower on one page",
                        LINES({1, 72, y[0], sizes[0], "Ayton"}, FILLER(1, 400), {2, 72, y[1], sizes[1], "Ayton"},
                              FILLER(2, 400), {3, 72, y[2], sizes[2], "Ayton"}, FILLER(3, 400),
                              {4, 72, y[3], sizes[3], "Ayton"}, FILLER(4, 400)),
                        want.at);
        }
    check_lines("higher on the first pages",
                LINES({1, 72, 815, 12, "Ayton"}, FILLER(1, 400), {2, 72, 815, 12, "Ayton"}, FILLER(2, 400),
                      {3, 72, 800, 12, "Ayton"}, FILLER(3, 400), {4, 72, 800, 12, "Ayton"}, FILLER(4, 400),
                      {5, 72, 800, 12, "Ayton"}, FILLER(5, 400)),
                "A Ayton | ? - / A Ayton | ? - / A Ayton | ? - / A Ayton | ? - / A Ayton | ? -");
    check_lines("small type of two pages",
                LINES(FILLER(1, 400), {1, 72, 60, 10, "Ayton"}, {1, 72, 40, 11, "Barton"}, FILLER(2, 400),
                      {2, 72, 60, 10, "Ayton"}, {2, 72, 40, 11, "Barton"}),
                "? - | A Ayton | ? Barton / ? - | A Ayton | ? Barton");
    for (int letters = 200; letters <= 201; letters++) {
        char words[202];
        check_words want = {{0}, 0};
        memset(words, 'e', sizeof words);
        words[letters] = '\0';
        for (int page = 1; page <= 3; page++)
            check_add(&want, "%s%c %s | ? -", page > 1 ? " / " : "", letters > 200 ? '?' : 'A', words);
        check_lines("a long line on each page",
                    LINES({1, 72, 800, 12, words}, FILLER(1, 400), {2, 72, 800, 12, words}, FILLER(2, 400),
                          {3, 72, 800, 12, words}, FILLER(3, 400)),
                    want.at);
    }
    check_lines("as much in small type as in large",
                LINES({1, 72, 400, 12, "Children are seen in homes."}, {1, 72, 60, 8, "Ayton"},
                      {1, 72, 380, 8, "and are heard by us."}, {2, 72, 400, 12, "Children are seen in homes."},
                      {2, 72, 60, 8, "Ayton"}, {2, 72, 380, 8, "and are heard, too.."}, {2, 72, 360, 8, "aaaa"}),
                "? Children are seen in homes. | ? and are heard by us. | ? Ayton / ? Children are seen in homes. "
                "| ? and are heard, too.. | ? aaaa | ? Ayton");
    check_lines("page numbers",
                LINES({1, 72, 800, 12, "12"}, FILLER(1, 400), {1, 72, 80, 12, "999"}, {1, 72, 60, 12, "1000"},
                      {1, 72, 50, 12, "1a"}, {1, 72, 40, 12, "100"}, {1, 72, 20, 12, "/9"}),
                "A 12 | ? - | A 999 | ? 1000 | ? 1a | A 100 | ? /9");
    check_lines("a number in the page", LINES({1, 72, 420, 12, "12"}, FILLER(1, 400)), "? 12 | ? -");
}

/* What stands last, low, in small type, from the first line on that begins with a mark. */
static void test_notes(void)
{
    check_lines("a note of two lines",
                LINES(FILLER(1, 400), {1, 72, 140, 8, "1 The town."}, {1, 72, 130, 8, "It is old."}),
                "? - | N 1 The town. | N It is old.");
    check_lines(
        "marks",
        LINES(FILLER(1, 400), {1, 72, 150, 8, "0 no mark"}, {1, 72, 140, 8, "9 a mark"}, {1, 72, 130, 8, "* too"}),
        "? - | ? 0 no mark | N 9 a mark | N * too");
    check_lines(
        "no marks",
        LINES(FILLER(1, 400), {1, 72, 150, 8, ": no mark"}, {1, 72, 140, 8, "a mark"}, {1, 72, 130, 8, ") too"}),
        "? - | ? : no mark | ? a mark | ? ) too");
    check_lines("nearly as large as the text", LINES(FILLER(1, 400), {1, 72, 150, 11, "1 in a town"}),
                "? - | ? 1 in a town");
    check_lines("small enough", LINES(FILLER(1, 400), {1, 72, 150, 10, "1 in a town"}), "? - | N 1 in a town");
    check_lines("too high", LINES(FILLER(1, 400), {1, 72, 338, 8, "1 in a town"}, {1, 72, 336, 8, ""}),
                "? - | ? 1 in a town");
    check_lines("low enough", LINES(FILLER(1, 400), {1, 72, 336, 8, "1 in a town"}), "? - | N 1 in a town");
    check_lines("below a line of the text",
                LINES({1, 72, 170, 8, "1 in a town"}, FILLER(1, 160), {1, 72, 140, 8, "2 in a house"}),
                "? 1 in a town | ? - | N 2 in a house");
    check_lines("above a page number", LINES(FILLER(1, 400), {1, 72, 140, 8, "1 in a town"}, {1, 300, 20, 12, "7"}),
                "? - | N 1 in a town | A 7");
    check_lines("the dates of a footer",
                LINES(FILLER(1, 400), {1, 72, 40, 8, "11 July 2022"}, FILLER(2, 400),
                      {2, 72, 40, 8, "3 March 2023 to 17 March 2023 2"}),
                "? - | A 11 July 2022 / ? - | A 3 March 2023 to 17 March 2023 2");
    check_lines("dates in a note",
                LINES(FILLER(1, 400), {1, 72, 40, 8, "1 May 2022 was the first day of the new year."}),
                "? - | N 1 May 2022 was the first day of the new year.");
    check_lines("on each page",
                LINES(FILLER(1, 400), {1, 72, 140, 8, "1 in a town"}, FILLER(2, 400), {2, 72, 140, 8, "in a town"},
                      FILLER(3, 400), {3, 72, 140, 8, "2 in a house"}),
                "? - | N 1 in a town / ? - | ? in a town / ? - | N 2 in a house");
    check_lines("a page of notes",
                LINES({1, 72, 140, 8, "1 in a town"}, {1, 72, 120, 8, "2 in a house"}, FILLER(2, 400)),
                "N 1 in a town | N 2 in a house / ? -");
    check_lines("the text is what is set most",
                LINES(FILLER(1, 400), {1, 72, 140, 8, filler}, {1, 72, 120, 8, "1 in a town"}),
                "? - | ? - | ? 1 in a town");
}

/* Words that stand side by side. */
static void test_side_by_side(void)
{
    static const struct {
        double x, y;
        const char *want;
    } cases[] = {
        /* From 96 on: right of "Help", whose last letter ends there. In type of 12 points. */
        {96, 300, "? Helpfor"},      {97, 300, "? Helpfor"},       {97.5, 300, "? Helpfor"},
        {98, 300, "? Help for"},     {110, 300, "? Help for"},     {111, 300, "? Help\tfor"},
        {91, 300, "? Helpfor"},      {96, 304, "? Helpfor"},       {98, 304, "? Help for"},
        {98, 307, "? Help for"},     {98, 308, "? for | ? Help"},  {98, 293, "? Help for"},
        {98, 292, "? Help | ? for"}, {150, 304.5, "? Help\tfor"},  {150, 305, "? for | ? Help"},
        {150, 295.5, "? Help\tfor"}, {150, 295, "? Help | ? for"}, {60, 300, "? forHelp"},
        {50, 300, "? for Help"},     {39, 300, "? for\tHelp"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_words want = {{0}, 0};
        char what[100];
        snprintf(what, sizeof what, "words at %g, %g", cases[i].x, cases[i].y);
        check_add(&want, "? - | %s", cases[i].want);
        check_lines(what, LINES(FILLER(1, 314), {1, 72, 300, 12, "Help"}, {1, cases[i].x, cases[i].y, 12, "for"}),
                    want.at);
    }
    static const struct {
        double x, y;
        const char *want;
    } exact[] = {
        /* The same in type of 20 points, where each limit is a whole number: 3, 24 and 8. */
        {115, 300, "? Helpfor"},   {116, 300, "? Help for"},       {136, 300, "? Help for"},
        {137, 300, "? Help\tfor"}, {150, 308, "? Help\tfor"},      {150, 308.5, "? for | ? Help"},
        {150, 292, "? Help\tfor"}, {150, 291.5, "? Help | ? for"}, {114.5, 300, "? Helpfor"},
    };
    for (size_t i = 0; i < sizeof exact / sizeof *exact; i++) {
        check_words want = {{0}, 0};
        char what[100];
        snprintf(what, sizeof what, "large words at %g, %g", exact[i].x, exact[i].y);
        check_add(&want, "? - | %s", exact[i].want);
        check_lines(what, LINES(FILLER(1, 330), {1, 72, 300, 20, "Help"}, {1, exact[i].x, exact[i].y, 20, "for"}),
                    want.at);
    }
    check_lines("a larger word sets the measure",
                LINES(FILLER(1, 330), {1, 72, 300, 12, "Help"}, {1, 112, 300, 20, "for"}, {1, 164, 300, 12, "all"}),
                "? - | ? Help for\tall");
    check_lines("numbers of three figures",
                LINES(FILLER(1, 330), {1, 72, 300, 12, "123."}, {1, 140, 300, 12, "all"}, {1, 72, 280, 12, "1234."},
                      {1, 140, 280, 12, "all"}, {1, 72, 260, 12, "12"}, {1, 140, 260, 12, "all"}),
                "? - | ? 123. all | ? 1234.\tall | ? 12\tall");
    check_lines("a label in the second column",
                LINES(FILLER(1, 330), {1, 72, 300, 12, "Help"}, {1, 140, 300, 12, "1."}, {1, 200, 300, 12, "all"}),
                "? - | ? Help\t1.\tall");
}

/* A cell that is centred beside two lines of its neighbour stands between them: it belongs to the upper one. */
static void test_centred(void)
{
    static const struct {
        double x, y, lower_x, lower_y;
        const char *want;
    } cases[] = {
        {300, 293, 72, 286, "? Help for\tGood | ? all"},      {120, 293, 72, 286, "? Help forGood | ? all"},
        {119, 293, 72, 286, "? Help for | ? Good | ? all"},   {300, 288.75, 72, 281, "? Help for\tGood | ? all"},
        {300, 288.5, 72, 281, "? Help for | ? Good | ? all"}, {300, 293, 72, 281.75, "? Help for\tGood | ? all"},
        {300, 293, 72, 281.5, "? Help for | ? Good | ? all"}, {300, 293, 300, 286, "? Help for | ? Good | ? all"},
        {300, 293, 299, 286, "? Help for\tGood | ? all"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_words want = {{0}, 0};
        char what[100];
        snprintf(what, sizeof what, "a cell at %g, %g above %g, %g", cases[i].x, cases[i].y, cases[i].lower_x,
                 cases[i].lower_y);
        check_add(&want, "? - | %s", cases[i].want);
        check_lines(what,
                    LINES(FILLER(1, 314), {1, 72, 300, 12, "Help for"}, {1, cases[i].x, cases[i].y, 12, "Good"},
                          {1, cases[i].lower_x, cases[i].lower_y, 12, "all"}),
                    want.at);
    }
    check_lines("exactly as high as it may be",
                LINES(FILLER(1, 340), {1, 72, 300, 20, "Help for"}, {1, 300, 281, 20, "Good"}, {1, 72, 262, 20, "all"}),
                "? - | ? Help for\tGood | ? all");
    check_lines(
        "too high",
        LINES(FILLER(1, 340), {1, 72, 300, 20, "Help for"}, {1, 300, 280.5, 20, "Good"}, {1, 72, 262, 20, "all"}),
        "? - | ? Help for | ? Good | ? all");
    check_lines(
        "too high above the next",
        LINES(FILLER(1, 340), {1, 72, 300, 20, "Help for"}, {1, 300, 281, 20, "Good"}, {1, 72, 261.5, 20, "all"}),
        "? - | ? Help for | ? Good | ? all");
    check_lines("not right of the whole line",
                LINES(FILLER(1, 314), {1, 72, 300, 12, "Help"}, {1, 280, 300, 12, "for us"}, {1, 300, 293, 12, "Good"},
                      {1, 72, 286, 12, "all"}),
                "? - | ? Help\tfor us | ? Good | ? all");
    check_lines("not all of it right of the line",
                LINES(FILLER(1, 314), {1, 72, 300, 12, "Help for"}, {1, 300, 293, 12, "Good"},
                      {1, 100, 292.5, 12, "a town"}, {1, 72, 286, 12, "all"}),
                "? - | ? Help for | ? a town\tGood | ? all");
    check_lines("near the page's foot", LINES(FILLER(1, 100), {1, 72, 10, 12, "Help for"}, {1, 300, 3, 12, "Good"}),
                "? - | ? Help for | ? Good");
    check_lines("at the page's end", LINES(FILLER(1, 314), {1, 72, 300, 12, "Help for"}, {1, 300, 293, 12, "Good"}),
                "? - | ? Help for | ? Good");
}

static void test_sizes(void)
{
    check_with(add_sizes, "sizes and left edges",
               LINES(FILLER(1, 700), {1, 0, 600, 12.4f, "a"}, {1, 72.5, 500, 12.5f, "b"}, {1, -9, 400, 254.4f, "c"},
                     {1, 65534, 100, 254.6f, "d"}, {2, 65535, 700, 900, "e"}, {2, 0.4, 300, 3, "f"}),
               "12@0 13@73 254@0 255@65534 255@65535 3@0");
}

/* Shares of a page's height, where they are exact; and a page of no height has no head. */
static void test_zones(void)
{
    static const struct {
        double y;
        float height;
        const char *want;
    } cases[] = {{88, 100, "? Ayton | ? -"},
                 {89, 100, "A Ayton | ? -"},
                 {12, 100, "? - | ? Ayton"},
                 {11, 100, "? - | A Ayton"},
                 {800, 0, "? Ayton | ? -"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double y = cases[i].y;
        check_words want = {{0}, 0};
        height = cases[i].height;
        check_add(&want, "%s / %s / %s", cases[i].want, cases[i].want, cases[i].want);
        check_lines("a line on each page",
                    LINES({1, 72, y, 12, "Ayton"}, FILLER(1, 60), {2, 72, y, 12, "Ayton"}, FILLER(2, 60),
                          {3, 72, y, 12, "Ayton"}, FILLER(3, 60)),
                    want.at);
    }
    height = 100;
    check_lines("a note", LINES(FILLER(1, 60), {1, 72, 40, 8, "1 in a town"}), "? - | N 1 in a town");
    check_lines("no note", LINES(FILLER(1, 60), {1, 72, 41, 8, "1 in a town"}), "? - | ? 1 in a town");
    check_lines("a note of many", LINES(FILLER(1, 60), {1, 72, 40, 8, "102 in a town"}), "? - | N 102 in a town");
    check_lines("a year", LINES(FILLER(1, 60), {1, 72, 40, 8, "2023 in a town"}), "? - | ? 2023 in a town");
    height = 842;
}

int main(void)
{
    with_flags = 1;
    test_gaps();
    test_wrapped();
    with_flags = 0;
    test_running_lines();
    test_notes();
    test_zones();
    test_side_by_side();
    test_centred();
    test_sizes();
    return check_result();
}
