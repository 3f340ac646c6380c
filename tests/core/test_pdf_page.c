/* What any reader of PDFs fills a page by, without one: which characters are spaces or signs, sizes and ids, how much a
 * page may hold, which text is plainly seen; and where a place that is not sure decides nothing. */
#include <math.h>

#include "base/text.h"
#include "check.h"
#include "pdf/page.h"

/* Words of a paragraph with this id, or with OFS_NONE where the page has no tags; `slack` is how far each right edge may
 * be off. */
typedef struct placed {
    int id;
    float x, y, size, slack;
    const char *words;
} placed;

typedef struct trial {
    void (*look)(ofs_pdf *pdf, check_words *out); /* instead of pages */
    check_words *out;
    const placed *page; /* shown on each page */
    int pages;
} trial;

static int open_trial(ofs_pdf *pdf, const void *data, size_t length)
{
    const trial *t = pdf->given;
    (void)data, (void)length;
    if (t->look)
        t->look(pdf, t->out);
    return t->pages;
}

static ofs_pdf_opened open_placed(ofs_pdf *pdf, int index)
{
    const trial *t = pdf->given;
    int n = 0;
    (void)index;
    for (const placed *p = t->page; p->words; p++)
        n += (int)strlen(p->words) + 1;
    ofs_pdf_clear_page(pdf, n);
    pdf->page.height = 800;
    n = 0;
    for (const placed *p = t->page; p->words; p++) {
        ofs_pdf_add_run(pdf, n);
        ofs_pdf_describe_run(pdf, p->size, 0, 0, p->id);
        if (p->id >= 0 && pdf->page.first_run[p->id] == (int)pdf->page.run_count - 1) {
            ofs_pdf_add_node(pdf, (ofs_pdf_node){OFS_NONE, 1, OFS_TAG_PARAGRAPH, 0});
            ofs_pdf_add_node(pdf, (ofs_pdf_node){p->id, 2, 0, 0});
        }
        for (const char *c = p->words; *c; c++)
            pdf->page.chars[n++] = (unsigned char)*c;
        pdf->page.chars[n++] = '\n';
        ofs_pdf_end_run(pdf, n, (uint32_t)strlen(p->words));
    }
    return OFS_PAGE_OPEN;
}

/* Letters are half as wide as high. */
static void place_of(const ofs_pdf *pdf, int index, ofs_pdf_place *place)
{
    const placed *p = ((const trial *)pdf->given)->page;
    int k = 0;
    for (; index >= pdf->page.runs[k].end; k++)
        p++;
    index -= pdf->page.runs[k].first;
    *place = (ofs_pdf_place){
        p->x + p->size / 2 * (float)index, p->x + p->size / 2 * (float)(index + 1), p->y, 0, p->slack, 0};
}

static void close_it(ofs_pdf *pdf)
{
    (void)pdf;
}

static int is_clipped(const ofs_pdf *pdf, const ofs_pdf_run *run)
{
    (void)pdf, (void)run;
    return 0;
}

/* What was looked at, or the lines of the pages, '~' before one that goes on; then why it was not read. */
static void check(const char *what, const trial *given, const char *want)
{
    static const ofs_pdf_reader reader = {open_trial, open_placed, close_it, close_it, place_of, is_clipped};
    static const char *const statuses[] = {
        [OFS_ERR_NO_TEXT] = "! no text", [OFS_ERR_TOO_LARGE] = "! too large", [OFS_ERR_DAMAGED] = "! damaged"};
    check_words got = {{0}, 0};
    trial t = *given;
    ofs_source *source;
    const char *refusal;
    t.out = &got;
    ofs_status status = ofs_pdf_read_by(&reader, &t, "%PDF-1.7", 8, NULL, &refusal, &source);
    if (status == OFS_OK) {
        for (uint32_t i = 0; i < source->line_count; i++) {
            const ofs_line *line = &source->lines[i];
            check_add(&got, "%s%s", i ? "/" : "", line->flags & OFS_LINE_WRAPPED ? "~" : "");
            check_add_str(&got, ofs_line_text(source, line));
        }
        ofs_source_free(source);
    } else if (refusal) {
        check_add(&got, "! %s", refusal);
    } else if (!t.look || status != OFS_ERR_DAMAGED) { /* what is looked at has no page */
        check_add(&got, "%s", statuses[status]);
    }
    check_expect(what, want, &got);
}

static void look_at_spaces(ofs_pdf *pdf, check_words *out)
{
    (void)pdf;
    for (uint32_t c = 0; c < 0x11000; c++)
        if (ofs_pdf_is_space(c))
            check_add(out, "%x ", (unsigned)c);
}

static void look_at_bounds(ofs_pdf *pdf, check_words *out)
{
    static const double numbers[] = {0, -1.5, 99999, -99999, 100000, -100000, 1e30, -1e30};
    (void)pdf;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        check_add(out, "%g ", (double)ofs_pdf_bounded(numbers[i]));
    check_add(out, "%g", (double)ofs_pdf_bounded(NAN));
}

/* Letters in a font of signs: which become signs. */
static void look_at_signs(ofs_pdf *pdf, check_words *out)
{
    enum { LAST = 0x180 };
    ofs_pdf_clear_page(pdf, LAST + 2);
    for (uint32_t i = 0; i < LAST + 2; i++)
        pdf->page.chars[i] = i < LAST ? i : 'a';
    ofs_pdf_add_run(pdf, 0)->symbols = 1;
    ofs_pdf_end_run(pdf, LAST, 7);
    FUZZ_CHECK(pdf->page.runs[0].letters == 7 && pdf->page.chars[LAST] == 'a');
    for (uint32_t i = 0; i <= LAST; i++) {
        int is_sign = i < LAST && pdf->page.chars[i] != i, was_sign = i && pdf->page.chars[i - 1] != i - 1;
        FUZZ_CHECK(!is_sign || pdf->page.chars[i] == (i | 0xF000));
        if (is_sign != was_sign)
            check_add(out, is_sign ? "%x-" : "%x ", (unsigned)(is_sign ? i : i - 1));
    }
    ofs_pdf_add_run(pdf, LAST);
    ofs_pdf_end_run(pdf, LAST + 2, 2);
    FUZZ_CHECK(pdf->page.chars[LAST] == 'a');
}

static void look_at_runs(ofs_pdf *pdf, check_words *out)
{
    static const float sizes[] = {12, 3, 2.99f, 0, -1, 9999.5f, 10000};
    static const int ids[] = {-1, 0, 5, 0, (1 << 17) - 1, 1 << 17, 5, 0};
    ofs_pdf_clear_page(pdf, 1);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const ofs_pdf_run *run = ofs_pdf_add_run(pdf, 0);
        ofs_pdf_describe_run(pdf, sizes[i], 0, (int)i * 2, OFS_NONE);
        check_add(out, "%g%s%s ", (double)run->size, run->hidden ? "h" : "", run->bold == 1 ? "b" : "");
    }
    ofs_pdf_add_run(pdf, 0);
    ofs_pdf_describe_run(pdf, NAN, 1, 0, OFS_NONE);
    check_add(out, "%g%s |", (double)pdf->page.runs[7].size, pdf->page.runs[7].hidden ? "h" : "");
    for (int round = 0; round < 2; round++) {
        ofs_pdf_clear_page(pdf, 1);
        for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
            ofs_pdf_add_run(pdf, 0);
            ofs_pdf_describe_run(pdf, 12, 0, 0, ids[i]);
        }
        for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
            check_add(out, " %d>%d", pdf->page.runs[i].id, pdf->page.runs[i].next);
        check_add(out, ", %d %d %d %d;", pdf->page.first_run[0], pdf->page.last_run[0], pdf->page.first_run[5],
                  pdf->page.first_run[6]);
    }
    ofs_pdf_clear_page(pdf, 1);
    check_add(out, " %d %d", pdf->page.first_run[0], pdf->page.last_run[5]);
}

/* How many children of elements are looked at, on a page and then in the document. */
static void look_at_steps(ofs_pdf *pdf, check_words *out)
{
    for (int page = 0; page < 27; page++) {
        long steps = 0;
        ofs_pdf_clear_page(pdf, page ? 1 : 0);
        while (ofs_pdf_take_step(pdf))
            steps++;
        FUZZ_CHECK(!ofs_pdf_take_step(pdf));
        if (page < 2 || page > 23)
            check_add(out, "%ld ", steps);
    }
}

static void look_at_room(ofs_pdf *pdf, check_words *out)
{
    ofs_pdf_clear_page(pdf, -5);
    FUZZ_CHECK(pdf->page.char_count == 0);
    ofs_pdf_clear_page(pdf, 4 * 1024 * 1024);
    check_add(out, "%d", pdf->page.char_count);
}

static void look_at_too_much_room(ofs_pdf *pdf, check_words *out)
{
    ofs_pdf_clear_page(pdf, 4 * 1024 * 1024 + 1);
    check_add(out, "read");
}

static void look_at_encoding(ofs_pdf *pdf, check_words *out)
{
    static const uint32_t points[] = {'a', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF};
    (void)pdf;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        char bytes[OFS_MAX_ENCODED];
        uint32_t n = ofs_utf8_encode(points[i], bytes);
        for (uint32_t k = 0; k < n; k++)
            check_add(out, "%02x", (unsigned)(unsigned char)bytes[k]);
        check_add(out, " ");
    }
}

static void test_parts(void)
{
    check("spaces", &(trial){.look = look_at_spaces},
          "9 a b c d 20 a0 1680 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 200a 2028 2029 202f 205f 3000 ");
    check("places", &(trial){.look = look_at_bounds}, "0 -1.5 99999 -99999 0 0 0 0 0");
    check("signs", &(trial){.look = look_at_signs}, "21-7e 80-9f a1-ac ae-ff ");
    check("runs", &(trial){.look = look_at_runs},
          "12 3b 2.99hb 0b 0b 9999.5b 0b 0h | -1>-1 0>3 5>6 0>7 131071>-1 -1>-1 5>-1 0>-1, 1 7 2 -1; -1>-1 0>3 5>6 0>7 "
          "131071>-1 -1>-1 5>-1 0>-1, 1 7 2 -1; -1 -1");
    check("steps", &(trial){.look = look_at_steps}, "200000 200000 200000 0 0 ");
    check("characters", &(trial){.look = look_at_room}, "4194304");
    check("too many characters", &(trial){.look = look_at_too_much_room}, "! too large");
    check("encoding", &(trial){.look = look_at_encoding}, "61 7f c280 dfbf e0a080 efbfbf f0908080 f48fbfbf ");
}

/* What is painted on a page, and whether a text from 10, 10 to 30, 20 is plainly seen: its core is from 11 to 29, and
 * from 12 to 18. */
typedef struct painted {
    ofs_pdf_box box;
    float light;
    uint32_t order;
    int times;
} painted;

static const painted *paintings;
static float text_light;

static void look_at_shapes(ofs_pdf *pdf, check_words *out)
{
    static const ofs_pdf_box text = {10, 10, 30, 20};
    ofs_pdf_clear_shapes(pdf);
    for (const painted *p = paintings; p->times; p++)
        for (int i = 0; i < p->times; i++)
            ofs_pdf_add_shape(pdf, &p->box, p->light, p->order);
    check_add(out, ofs_pdf_is_plainly_seen(pdf, &text, text_light, 5) ? "seen" : "doubtful");
}

static void test_shapes(void)
{
    static const struct {
        const char *what, *want;
        float light;
        painted shapes[3];
    } cases[] = {
        {"black", "seen", 0, {{{0, 0, 0, 0}, 0, 0, 0}}},
        {"dark", "seen", 0.69f, {{{0, 0, 0, 0}, 0, 0, 0}}},
        {"pale", "doubtful", 0.71f, {{{0, 0, 0, 0}, 0, 0, 0}}},
        {"of no known colour", "doubtful", OFS_PDF_ODD_LIGHT, {{{0, 0, 0, 0}, 0, 0, 0}}},
        {"on grey", "seen", 0, {{{0, 0, 99, 99}, 0.5f, 5, 1}}},
        {"on dark grey", "doubtful", 0, {{{0, 0, 99, 99}, 0.25f, 5, 1}}},
        {"on a picture", "doubtful", 0, {{{0, 0, 99, 99}, OFS_PDF_ODD_LIGHT, 5, 1}}},
        {"under grey", "doubtful", 0, {{{0, 0, 99, 99}, 0.5f, 6, 1}}},
        {"left of it", "seen", 0, {{{0, 0, 11, 99}, 0, 6, 1}}},
        {"over its left", "doubtful", 0, {{{0, 0, 13.5f, 99}, 0, 6, 1}}},
        {"right of it", "seen", 0, {{{29, 0, 99, 99}, 0, 6, 1}}},
        {"over its right", "doubtful", 0, {{{28, 0, 99, 99}, 0, 6, 1}}},
        {"below it", "seen", 0, {{{0, 0, 99, 12}, 0, 6, 1}}},
        {"over its foot", "doubtful", 0, {{{0, 0, 99, 13}, 0, 6, 1}}},
        {"above it", "seen", 0, {{{0, 18, 99, 99}, 0, 6, 1}}},
        {"over its head", "doubtful", 0, {{{0, 17, 99, 99}, 0, 6, 1}}},
        {"thin lines", "seen", 0, {{{0, 15, 99, 17}, 0, 6, 2}}},
        {"three thin lines", "doubtful", 0, {{{0, 15, 99, 17}, 0, 6, 3}}},
        {"a thick line", "doubtful", 0, {{{0, 15, 99, 17.5f}, 0, 6, 1}}},
        {"thin columns", "seen", 0, {{{15, 0, 17, 99}, 0, 6, 2}}},
        {"a thick column", "doubtful", 0, {{{15, 0, 17.5f, 99}, 0, 6, 1}}},
        {"many shapes elsewhere", "seen", 0, {{{50, 50, 60, 60}, 0, 6, 512}}},
        {"too many shapes elsewhere", "doubtful", 0, {{{50, 50, 60, 60}, 0, 6, 513}}},
        {"far too many", "doubtful", 0, {{{50, 50, 60, 60}, 0, 6, 2000}}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        paintings = cases[i].shapes;
        text_light = cases[i].light;
        check(cases[i].what, &(trial){.look = look_at_shapes}, cases[i].want);
    }
}

static void look_at_boxes(ofs_pdf *pdf, check_words *out)
{
    static const ofs_pdf_box outer = {0, 0, 9, 9}, inner[] = {{0, 0, 9, 9},  {-1, 0, 9, 9}, {0, -1, 9, 9},
                                                              {0, 0, 10, 9}, {0, 0, 9, 10}, {3, 3, 4, 4}},
                             texts[] = {{10, 10, 30, 20}, {10, 10, 14, 20}, {10, 10, 15, 20}};
    (void)pdf;
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
        check_add(out, "%d", ofs_pdf_is_within(&outer, &inner[i]));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ofs_pdf_box core = ofs_pdf_core_of(&texts[i]);
        check_add(out, " %g %g %g %g", (double)core.left, (double)core.bottom, (double)core.right, (double)core.top);
    }
    check_add(out, " %.2f %.2f %.2f %.2f", (double)ofs_pdf_light_of_rgb(1, 1, 1), (double)ofs_pdf_light_of_rgb(1, 0, 0),
              (double)ofs_pdf_light_of_rgb(0, 1, 0), (double)ofs_pdf_light_of_rgb(0, 0, 1));
}

/* Words that are not shown: noted page by page and kind by kind, each piece and all of them up to a limit. */
static void look_at_notes(ofs_pdf *pdf, check_words *out)
{
    static uint32_t chars[5000];
    static const uint32_t odd[] = {'a', 2, 0x200B, 0x7F, 0xE9, 0x2019, ' '};
    const ofs_source *source = pdf->source;
    for (int i = 0; i < 5000; i++)
        chars[i] = 'a';
    pdf->page_number = 1;
    ofs_pdf_note_chars(pdf, odd, 7, OFS_UNSEEN);
    ofs_pdf_note_chars(pdf, odd, 0, OFS_UNSEEN);
    ofs_pdf_note_chars(pdf, odd, 1, OFS_UNSEEN);
    ofs_pdf_note_chars(pdf, odd, 1, OFS_UNSEEN_OTHER);
    pdf->page_number = 2;
    ofs_pdf_note_chars(pdf, odd, 1, OFS_UNSEEN_OTHER);
    for (uint32_t i = 0; i < source->unseen_count; i++) {
        const ofs_unseen *unseen = &source->unseen[i];
        check_add(out, "%u%c ", (unsigned)unseen->page, unseen->kind == OFS_UNSEEN ? 'u' : 't');
        for (uint32_t k = 0; k < unseen->text.n; k++)
            check_add(out, (unsigned char)unseen->text.p[k] < 0x80 ? "%c" : "<%02x>", (unsigned char)unseen->text.p[k]);
        check_add(out, " | ");
    }
    uint32_t before = source->unseen_bytes;
    ofs_pdf_note_chars(pdf, chars, 4096, OFS_UNSEEN);
    check_add(out, "%u ", (unsigned)(source->unseen_bytes - before));
    ofs_pdf_note_chars(pdf, chars, 5000, OFS_UNSEEN);
    check_add(out, "%u ", (unsigned)(source->unseen_bytes - before));
    for (int i = 0; i < 40; i++)
        ofs_pdf_note_chars(pdf, chars, 4096, OFS_UNSEEN);
    check_add(out, "%u", (unsigned)source->unseen_bytes);
}

static void look_at_last_note(ofs_pdf *pdf, check_words *out)
{
    static uint32_t chars[4096];
    memset(chars, 1, sizeof chars); /* each becomes a space */
    for (int i = 1; i <= 18; i++) {
        ofs_pdf_note_chars(pdf, chars, 4096, OFS_UNSEEN);
        if (i >= 16)
            check_add(out, i > 16 ? " %u" : "%u", (unsigned)pdf->source->unseen_bytes);
    }
}

static void test_boxes_and_notes(void)
{
    check("boxes", &(trial){.look = look_at_boxes}, "100001 11 12 29 18 10 12 14 18 11 12 14 18 1.00 0.30 0.59 0.11");
    check("notes", &(trial){.look = look_at_notes},
          "1u a-  <c3><a9><e2><80><99>  | 1u a | 1t a | 2t a | 4096 8192 65549");
    check("the last note", &(trial){.look = look_at_last_note}, "65536 69632 69632");
}

static void check_pages(const char *what, const placed *page, int pages, const char *want)
{
    check(what, &(trial){.page = page, .pages = pages}, want);
}

#define PAGE(...)               \
    (const placed[])            \
    {                           \
        __VA_ARGS__,            \
        {                       \
            0, 0, 0, 0, 0, NULL \
        }                       \
    }
static const char forty[] = "Children are seen and heard by the town.",
                  unsure[] = "! a line whose end depends on a font that is not embedded";

/* Letters of 5 points: a line of forty from 0 on ends at 200, and one that ends at 130 or further right goes on. */
static void test_unsure_ends(void)
{
    static const struct {
        float x, slack, long_slack;
        const char *want;
    } cases[] = {
        {120, 0, 0, "~Children are seen and heard by the town./~Help"},
        {110, 0, 0, "~Children are seen and heard by the town./Help"},
        {111, 0, 0, "~Children are seen and heard by the town./~Help"},
        {120, 9, 0, "~Children are seen and heard by the town./~Help"},
        {120, 10, 0, unsure},
        {120, 11, 0, unsure},
        {100, 9, 0, "~Children are seen and heard by the town./Help"},
        {100, 10, 0, unsure},
        {120, 0, 9, "~Children are seen and heard by the town./~Help"},
        {120, 0, 10, unsure},
        {120, 4, 5, "~Children are seen and heard by the town./~Help"},
        {120, 5, 5, unsure},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char what[80];
        snprintf(what, sizeof what, "a line at %g, off by %g and %g", (double)cases[i].x, (double)cases[i].slack,
                 (double)cases[i].long_slack);
        check_pages(what,
                    PAGE({0, 0, 700, 10, cases[i].long_slack, forty}, {1, cases[i].x, 680, 10, cases[i].slack, "Help"}),
                    1, cases[i].want);
    }
    check_pages("a short line that is off", PAGE({0, 0, 700, 10, 0, forty}, {1, 0, 680, 10, 110, "Help"}), 1, unsure);
    check_pages("one that is off by less", PAGE({0, 0, 700, 10, 0, forty}, {1, 0, 680, 10, 109, "Help"}), 1,
                "~Children are seen and heard by the town./Help");
    check_pages("short lines alone",
                PAGE({0, 0, 700, 10, 99, "Children are seen"}, {1, 0, 680, 10, 99, "and heard by us"}), 1,
                "Children are seen/and heard by us");
    check_pages("two long lines",
                PAGE({0, 0, 700, 10, 3, forty}, {1, 0, 690, 10, 8, forty}, {2, 0, 680, 10, 3, forty},
                     {3, 120, 670, 10, 2, "Help"}),
                1, unsure);
    check_pages("a page without tags", PAGE({OFS_NONE, 0, 700, 10, 0, forty}), 1,
                "~Children are seen and heard by the town.");
    check_pages("one that is off", PAGE({OFS_NONE, 0, 700, 10, 0.1f, forty}), 1, unsure);
}

/* What stands apart in one paragraph is joined by its place. */
static void test_unsure_gaps(void)
{
    static const struct {
        float x, y, slack;
        const char *want, *second;
    } cases[] = {
        {20, 700, 0, "Helpfor", "for"},   {25, 700, 0, "Help for", "for"},  {25, 700, 1, "Help for", "for"},
        {0, 700, 0, "~Help/for", "for"},  {25, 700, 50, unsure, "for"},     {25, 690, 0, "~Help/for", "for"},
        {0, 690, 0, "~Help/for", "for"},  {0, 690, 1, "~Help/for", "for"},  {0, 690, 50, "~Help/for", "for"},
        {25, 694, 1, "~Help/for", "for"}, {25, 706, 1, "~Help/for", "for"}, {25, 694.5f, 1, "Help for", "for"},
        {25, 700, 4, unsure, "for"},      {25, 700, 4, "Help for", " for"}, {25, 700, 20, unsure, " for"},
        {200, 700, 9, "Help for", "for"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_words want = {{0}, 0};
        int is_read = *cases[i].want != '!';
        char what[80];
        snprintf(what, sizeof what, "words at %g, %g, off by %g", (double)cases[i].x, (double)cases[i].y,
                 (double)cases[i].slack);
        check_add(&want, is_read ? "%s/Children, seen and heard." : "%s", cases[i].want);
        check_pages(what,
                    PAGE({0, 0, 700, 10, cases[i].slack, "Help"}, {1, 0, 600, 10, 0, "Children, seen and heard."},
                         {0, cases[i].x, cases[i].y, 10, cases[i].slack, cases[i].second}),
                    1, want.at);
    }
}

/* Pages with so little text are pictures; more pages than a report has are none. */
static void test_documents(void)
{
    check_pages("twenty-eight bytes", PAGE({0, 0, 700, 10, 0, "Children are seen and heard."}), 1,
                "Children are seen and heard.");
    check_pages("twenty-seven bytes", PAGE({0, 0, 700, 10, 0, "Children are seen and heard"}), 1, "! no text");
    check_pages("eight on each page", PAGE({0, 0, 700, 10, 0, "Children are seen and heard"}), 2,
                "Children are seen and heard/Children are seen and heard");
    check_pages("seven on each page", PAGE({0, 0, 700, 10, 0, "Help us"}), 9, "! no text");
    check_pages("no page", PAGE({0, 0, 700, 10, 0, forty}), 0, "! damaged");
    check_pages("fewer", PAGE({0, 0, 700, 10, 0, forty}), -1, "! damaged");
    check_pages("too many pages", PAGE({0, 0, 700, 10, 0, forty}), OFS_MAX_PAGES + 1, "! too large");
    char letters[202];
    memset(letters, 'e', sizeof letters);
    for (int untagged = 200; untagged <= 201; untagged++) {
        check_words want = {{0}, 0};
        letters[untagged] = '\0';
        check_add(&want, untagged > 200 ? "~%s/Help" : "Help/%s", letters);
        check_pages("letters outside the tags", PAGE({OFS_NONE, 0, 700, 10, 0, letters}, {0, 0, 680, 10, 0, "Help"}), 1,
                    want.at);
        letters[untagged] = 'e';
    }
}

int main(void)
{
    test_parts();
    test_shapes();
    test_boxes_and_notes();
    test_unsure_ends();
    test_unsure_gaps();
    test_documents();
    return check_result();
}
