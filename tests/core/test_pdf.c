/* Pages to lines: what tags say, what places say where there are none, which characters are seen. PDFium is
 * fake_pdfium.h, which puts each character where a test wants it. */
#include "base/text.h"
#include "check.h"
#include "fake_pdfium.h"

static const ofs_pdfium *pdfium;
static fake_page *page;
static int with_gaps;

static void begin_page(void)
{
    page = fake_add_page();
}

static void begin(void)
{
    pdfium = fake_begin();
    begin_page();
}

/* Words of one object, from x on, half as wide as high; no line end follows. */
static fake_object *add_run(int id, double x, double y, float size, const char *words)
{
    fake_object *object = fake_add_object(page, id, size);
    object->matrix.f = (float)y;
    for (size_t i = 0; words[i]; i++)
        fake_add_char(page, (unsigned char)words[i], x + size / 2 * (double)i, y, size / 2);
    return object;
}

static fake_element *add_tag(fake_element *parent, const char *type, int id)
{
    fake_element *element = fake_add_element(parent ? parent : &page->root, type);
    if (id >= 0)
        fake_add_kid(element, id, NULL);
    return element;
}

/* A paragraph of its own, with its tag. */
static fake_object *add_words(const char *type, int id, double y, const char *words)
{
    add_tag(NULL, type, id);
    return fake_add_words(page, id, 72, y, words);
}

/* So that a page is no scan. */
static void add_filler(void)
{
    fake_add_words(page, 99, 72, 400, "Children are seen and heard by people whom they know.");
    add_tag(NULL, "P", 99);
}

/* Each line as its kind's letter, its level where it has one, '+' where it goes on, flags, and its words; the filler
 * is left out. */
static void check_page(const char *what, const char *want)
{
    static const char header[] = "%PDF-1.7", letters[] = "?PHICNTA";
    check_words got = {{0}, 0};
    ofs_source *source;
    FUZZ_CHECK(ofs_source_from_pdf(pdfium, header, sizeof header, &source) == OFS_OK);
    fake_check_closed();
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str text = ofs_line_text(source, line);
        if (text.n > 12 && memcmp(text.p, "Children are", 12) == 0)
            continue;
        check_add(&got, "%s%c", got.n ? " | " : "", letters[line->kind]);
        if (line->level)
            check_add(&got, "%u", line->level);
        if (line->kind == OFS_LINE_CELL)
            check_add(&got, "@%u%u", line->row, line->column);
        if (i && line->element && line->element == line[-1].element)
            check_add(&got, "+");
        if (line->flags & OFS_LINE_BOLD)
            check_add(&got, "b");
        if (line->flags & OFS_LINE_LABELLED)
            check_add(&got, "l");
        if (line->flags & OFS_LINE_BEGINS)
            check_add(&got, "^");
        if (with_gaps && (line->flags & OFS_LINE_GAP))
            check_add(&got, "g");
        if (with_gaps && (line->flags & OFS_LINE_WRAPPED))
            check_add(&got, "w");
        check_add(&got, " ");
        check_add_str(&got, text);
    }
    check_expect(what, want, &got);
    ofs_source_free(source);
}

static void test_tags(void)
{
    fake_element *list, *item, *inner, *row, *table, *note;
    begin();
    add_filler();
    add_words("H1", 0, 380, "Help");
    add_words("H3", 1, 360, "Homes");
    add_words("H", 2, 340, "Schools");
    add_words("Title", 3, 320, "Care");
    add_words("Sect", 4, 300, "Health");
    add_words("TOCI", 5, 280, "Help 4");
    add_words("H7", 6, 260, "no heading");
    check_page("kinds", "H1 Help | H3 Homes | H1 Schools | P Care | P Health | T Help 4 | P no heading");

    begin();
    add_filler();
    list = add_tag(NULL, "L", -1);
    item = add_tag(list, "LI", -1);
    add_tag(item, "Lbl", 0);
    add_tag(item, "LBody", 1);
    fake_add_words(page, 0, 72, 380, "1.");
    fake_add_words(page, 1, 90, 380, "Homes");
    inner = add_tag(add_tag(item, "L", -1), "LI", -1);
    add_tag(inner, "LBody", 2);
    fake_add_words(page, 2, 90, 360, "in town");
    add_tag(add_tag(list, "LI", -1), "LBody", 3);
    fake_add_words(page, 3, 90, 340, "Schools");
    check_page("lists", "I1l 1. Homes | I2 in town | I1 Schools");

    begin();
    add_filler();
    item = add_tag(add_tag(NULL, "L", -1), "LI", -1);
    add_tag(item, "Lbl", 0);
    add_tag(item, "LBody", 1);
    fake_add_words(page, 0, 72, 380, "1.");
    fake_add_words(page, 1, 90, 360, "Homes");
    check_page("a label above its text", "I1l 1. Homes");

    begin();
    add_filler();
    item = add_tag(add_tag(NULL, "L", -1), "LI", -1);
    add_tag(item, "Lbl", 0);
    inner = add_tag(item, "LBody", -1);
    add_tag(inner, "P", 1);
    add_tag(inner, "P", 2);
    fake_add_words(page, 0, 72, 380, "1.");
    fake_add_words(page, 1, 90, 380, "Homes");
    fake_add_words(page, 2, 90, 360, "Schools");
    check_page("an item of two paragraphs", "I1l 1. Homes | I1 Schools");

    begin();
    add_filler();
    item = add_tag(NULL, "P", 0);
    add_tag(item, "P", 7);
    add_tag(item, "P", 98);
    fake_add_kid(item, 1, NULL);
    add_run(0, 72, 380, 12, "Help ");
    add_run(1, 102, 380, 12, "for");
    check_page("a picture in the middle of a paragraph", "P Help for");

    begin();
    add_filler();
    table = add_tag(NULL, "Table", -1);
    row = add_tag(add_tag(table, "TBody", -1), "TR", -1);
    add_tag(row, "TH", 0);
    add_tag(row, "TD", 1);
    fake_add_words(page, 0, 72, 380, "Help");
    fake_add_words(page, 1, 200, 380, "Good");
    row = add_tag(table, "TR", -1);
    add_tag(add_tag(row, "TD", -1), "P", 2);
    add_tag(row->kids[0].element, "P", 3);
    add_tag(add_tag(add_tag(add_tag(row, "TD", -1), "L", -1), "LI", -1), "LBody", 4);
    fake_add_words(page, 2, 72, 360, "Homes");
    fake_add_words(page, 3, 72, 340, "in town");
    fake_add_words(page, 4, 200, 360, "Poor");
    item = add_tag(add_tag(NULL, "L", -1), "LI", -1);
    add_tag(item, "Lbl", 5);
    table = add_tag(add_tag(item, "LBody", -1), "Table", -1);
    row = add_tag(table, "TR", -1);
    add_tag(row, "TD", 6);
    add_tag(add_tag(add_tag(add_tag(row, "TD", -1), "L", -1), "LI", -1), "LBody", 7);
    fake_add_words(page, 5, 72, 320, "1.");
    fake_add_words(page, 6, 90, 320, "Care");
    fake_add_words(page, 7, 200, 320, "Best");
    check_page("tables",
               "C@00 Help | C@01 Good | C@10 Homes | C@10 in town | C1@11 Poor | I1 1. | C@00 Care | C1@01 Best");

    begin();
    add_filler();
    table = add_tag(NULL, "Table", -1);
    add_tag(table, "TD", 0);
    add_tag(table, "TD", 1);
    fake_add_words(page, 0, 72, 380, "Help");
    fake_add_words(page, 1, 200, 380, "Good");
    check_page("cells without a row are in no column", "C@00 Help | C@00 Good");

    begin();
    add_filler();
    note = add_tag(NULL, "Note", -1);
    add_tag(note, "Lbl", 0);
    add_tag(note, "P", 1);
    fake_add_words(page, 0, 72, 80, "1");
    fake_add_words(page, 1, 80, 80, "The town.");
    add_words("P", 2, 380, "After it");
    add_words("Link", 3, 360, "of no kind");
    check_page("notes come last", "P After it | P of no kind | Nl 1 The town.");

    begin();
    add_filler();
    fake_add_words(page, FAKE_NONE, 300, 20, "1");
    add_words("P", 0, 380, "Seen");
    fake_add_kid(page->root.kids[1].element, 0, NULL);
    check_page("no element's; claimed twice", "P Seen | A 1");
}

/* What browsers write: bullets that are drawn, and elements of no kind for all that is neither heading nor paragraph. */
static void test_browsers(void)
{
    fake_element *list, *item, *outer, *inner;
    begin();
    list = add_tag(NULL, "L", -1);
    item = add_tag(list, "LI", -1);
    add_tag(item, "Lbl", 7);
    add_tag(item, "NonStruct", 0);
    item = add_tag(list, "LI", -1);
    add_tag(item, "Lbl", 8);
    inner = add_tag(item, "LBody", -1);
    add_tag(inner, "P", 1);
    add_tag(inner, "P", 2);
    add_tag(add_tag(add_tag(list, "LI", -1), "LBody", 98), "NonStruct", 3);
    fake_add_words(page, 0, 90, 380, "homes");
    fake_add_words(page, 1, 90, 360, "schools");
    fake_add_words(page, 2, 90, 340, "parks");
    fake_add_words(page, 3, 90, 320, "care");
    add_filler();
    check_page("drawn bullets, the first of which may be on the page before",
               "I1 homes | I1^ schools | I1 parks | I1 care");

    begin();
    list = add_tag(NULL, "L", -1);
    for (int i = 0; i < 2; i++) {
        item = add_tag(list, "LI", -1);
        add_tag(item, "Lbl", 2 * i);
        add_tag(item, "LBody", 2 * i + 1);
        add_run(2 * i, 72, 380.f - 20 * (float)i, 12, " ");
        fake_add_words(page, 2 * i + 1, 90, 380.f - 20 * (float)i, i ? "schools" : "homes");
    }
    add_filler();
    check_page("bullets that their font does not know", "I1 homes | I1^ schools");

    begin();
    add_filler();
    outer = add_tag(NULL, "NonStruct", -1);
    add_tag(add_tag(outer, "NonStruct", -1), "NonStruct", 0);
    inner = add_tag(outer, "NonStruct", -1);
    add_tag(inner, "NonStruct", 1);
    add_tag(add_tag(inner, "NonStruct", -1), "NonStruct", 2);
    add_tag(inner, "NonStruct", 3);
    add_tag(add_tag(outer, "NonStruct", -1), "NonStruct", 4);
    add_tag(add_tag(add_tag(outer, "P", -1), "NonStruct", -1), "NonStruct", 5);
    fake_add_kid(outer->kids[3].element, 6, NULL);
    add_run(0, 72, 380, 12, "Help");
    add_run(1, 72, 360, 12, "Homes ");
    add_run(2, 112, 360, 12, "in ");
    add_run(3, 130, 360, 12, "town");
    add_run(4, 72, 340, 12, "Care");
    add_run(5, 72, 320, 12, "Schools ");
    add_run(6, 130, 320, 12, "too");
    check_page("divisions", "P Help | P Homes in town | P Care | P Schools too");

    begin();
    add_filler();
    add_tag(add_tag(NULL, "Aside", -1), "H2", 0);
    add_words("P", 1, 360, "Homes");
    add_run(0, 72, 380, 12, "See also");
    check_page("what stands aside", "A See also | P Homes");
}

/* Runs of one element, which stand apart on the page or not. */
static void test_runs(void)
{
    static const struct {
        const char *what, *first, *second;
        double x, y;
        int apart; /* another element's words are drawn between them */
        const char *want;
    } cases[] = {
        {"one after the other", "Chil", "dren", 96, 380, 0, "P Children"},
        {"a word in two runs", "Chil", "dren", 96, 380, 1, "P Children | P between"},
        {"words apart", "Help", "for", 102, 380, 1, "P Help for | P between"},
        {"on another line", "Help", "for", 72, 360, 1, "P Help | P+ for | P between"},
        {"a raised mark", "Help", "1", 96, 384, 1, "P Help1 | P between"},
        {"back to the left", "Help", "for", 72, 380, 1, "P Help | P+ for | P between"},
        {"a number and its text", "53.", "Help", 90, 380, 0, "P 53. Help"},
        {"a number with a bracket", "5)", "Help", 84, 380, 0, "P 5) Help"},
        {"four digits", "2012.", "Help", 102, 380, 0, "P 2012.Help"},
        {"no number", "A.", "Help", 84, 380, 0, "P A.Help"},
        {"a number's decimals", "1.5", "m", 90, 380, 0, "P 1.5m"},
        {"a number and a letter's ends", "53.", "Area", 90, 380, 0, "P 53. Area"},
        {"a number and a letter's ends", "53.", "Zoo", 90, 380, 0, "P 53. Zoo"},
        {"a number and a letter's ends", "53.", "all", 90, 380, 0, "P 53. all"},
        {"a number and a letter's ends", "53.", "zoo", 90, 380, 0, "P 53. zoo"},
        {"a number and a mark", "53.", "@", 90, 380, 0, "P 53.@"},
        {"one after the other, apart in place", "Chil", "dren", 140, 380, 0, "P Children"},
        {"a space in front", "Help", " for", 96, 380, 0, "P Help for"},
        {"a space in front, apart", "Help", " for", 96, 380, 1, "P Help for | P between"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin();
        add_filler();
        add_tag(NULL, "P", 0);
        add_run(0, 72, 380, 12, cases[i].first);
        if (cases[i].apart) {
            add_tag(NULL, "P", 1);
            fake_add_words(page, 1, 72, 300, "between");
        }
        add_run(0, cases[i].x, cases[i].y, 12, cases[i].second);
        check_page(cases[i].what, cases[i].want);
    }
    begin();
    add_filler();
    add_tag(NULL, "P", 0);
    fake_add_words(page, 0, 72, 380, "Help");
    add_run(0, 102, 380, 12, "for");
    check_page("the line's end in the middle of a line", "P Help for");
    begin();
    add_filler();
    add_tag(NULL, "Note", 0);
    add_run(0, 72, 80, 12, "12");
    add_run(0, 84, 80, 12, "Help");
    check_page("a note's mark and its text", "N 12 Help");
}

/* An item whose label is `label` and whose body is `body`; FAKE_NONE: none. */
static void add_item(int label, int body)
{
    fake_element *item = add_tag(add_tag(NULL, "L", -1), "LI", -1);
    add_tag(item, "Lbl", label);
    if (body != FAKE_NONE)
        add_tag(item, "LBody", body);
}

/* A page whose words 0 and 2 are a paragraph's, and word 1 the label of an item with the words 3. */
static void begin_label_in_paragraph(void)
{
    begin();
    add_filler();
    fake_add_kid(add_tag(NULL, "P", 0), 2, NULL);
    add_item(1, 3);
    add_run(0, 72, 380, 12, "Help from ");
}

/* What taggers and editors put into labels that are none. */
static void test_labels(void)
{
    fake_element *paragraph;
    begin_label_in_paragraph();
    add_run(1, 132, 380, 12, "workers ");
    add_run(2, 180, 380, 12, "for all");
    fake_add_words(page, 3, 90, 360, "Homes");
    check_page("words in a label that were drawn in a paragraph", "P Help from workers for all | I1 Homes");

    begin();
    add_filler();
    add_tag(NULL, "P", 0);
    add_tag(NULL, "P", 2);
    add_item(1, 3);
    add_words("P", 5, 400, "Care");
    fake_add_words(page, 0, 72, 380, "Help");
    fake_add_words(page, 1, 72, 360, "workers");
    fake_add_words(page, 2, 72, 340, "Schools");
    fake_add_words(page, 3, 90, 320, "Homes");
    check_page("words that were drawn between two", "P Help | P Schools | I1 workers | I1+ Homes | P Care");

    begin();
    add_filler();
    add_item(1, FAKE_NONE);
    add_words("P", 0, 380, "Help");
    fake_add_words(page, 1, 72, 360, "1.");
    check_page("a label without a body", "I1 1. | P Help");

    begin();
    add_filler();
    add_item(1, 3);
    add_tag(NULL, "P", 5);
    paragraph = add_tag(NULL, "P", 0);
    fake_add_kid(paragraph, 2, NULL);
    add_run(0, 72, 380, 12, "Help from ");
    add_run(1, 132, 380, 12, "workers ");
    add_run(2, 180, 380, 12, "for all");
    fake_add_words(page, 3, 90, 360, "Homes");
    fake_add_words(page, 5, 72, 340, "Schools");
    check_page("a label whose paragraph follows it", "I1 Homes | P Schools | P Help from workers for all");

    begin();
    add_filler();
    add_item(1, 2);
    fake_add_words(page, 2, 72, 380, "*");
    fake_add_words(page, 1, 90, 380, "Go on");
    check_page("a label and a body that are exchanged", "I1l * Go on");

    begin();
    add_filler();
    add_item(4, 2);
    add_item(5, 3);
    fake_add_words(page, 2, 90, 380, "Go on");
    fake_add_words(page, 3, 90, 360, "Stay");
    fake_add_words(page, 4, 72, 380, "*");
    fake_add_words(page, 5, 72, 360, "*");
    check_page("labels that are drawn after all bodies", "I1l * Go on | I1l * Stay");

    begin();
    add_filler();
    fake_element *corrected = add_tag(add_tag(NULL, "L", -1), "LI", -1);
    add_tag(corrected, "Lbl", 1);
    fake_add_kid(add_tag(corrected, "LBody", 0), 2, NULL);
    add_run(0, 72, 380, 12, "* Homes");
    add_run(1, 120, 380, 12, ", ");
    add_run(2, 130, 380, 12, "schools");
    check_page("a comma in a label that was drawn in its body", "I1 * Homes, schools");

    begin();
    add_filler();
    corrected = add_tag(add_tag(NULL, "L", -1), "LI", -1);
    add_tag(corrected, "Lbl", 1);
    fake_add_kid(add_tag(corrected, "LBody", 0), 2, NULL);
    fake_add_words(page, 0, 72, 380, "*");
    fake_add_words(page, 1, 90, 380, "Go on");
    fake_add_words(page, 2, 90, 360, "and stay");
    check_page("a label and a body that are exchanged, and the body goes on", "I1l * Go on | I1+ and stay");

    begin();
    add_filler();
    add_item(3, 0);
    fake_add_kid(add_tag(NULL, "P", 2), 4, NULL);
    add_run(0, 90, 400, 12, "Homes ");
    add_run(2, 72, 380, 12, "Help from well");
    add_run(3, 160, 380, 12, "-");
    add_run(4, 165, 380, 12, "known people");
    check_page("a hyphen in a label that was drawn in a paragraph", "I1 Homes | P Help from well-known people");

    begin();
    add_filler();
    fake_element *item = add_tag(add_tag(NULL, "L", -1), "LI", -1);
    add_tag(item, "Lbl", 0);
    add_tag(add_tag(item, "LBody", -1), "H2", 1);
    add_run(0, 72, 380, 12, "1.");
    fake_add_words(page, 1, 90, 380, "Homes");
    check_page("a heading in a list", "H2l 1. Homes");
    begin();
    add_filler();
    add_tag(add_tag(add_tag(add_tag(NULL, "L", -1), "LI", -1), "LBody", -1), "H3", 0);
    fake_add_words(page, 0, 90, 380, "Homes");
    check_page("a heading in a list without a label", "H3 Homes");

    begin();
    add_filler();
    paragraph = add_tag(NULL, "P", 0);
    fake_add_kid(paragraph, 2, NULL);
    add_tag(NULL, "P", 1);
    add_run(0, 72, 380, 12, "Help from ");
    add_run(1, 132, 380, 12, "workers ");
    add_run(2, 180, 380, 12, "for all");
    check_page("words that are no label stay where they are tagged", "P Help from for all | P workers");

    static const struct {
        const char *label;
        int is_words;
    } labels[] = {{"viii.", 0}, {"abd.", 1}, {"ab.", 0}, {"AbdE.", 0}, {"a b z", 1}, {"xab.", 0}, {"xaby", 1}};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        check_words want = {{0}, 0};
        begin_label_in_paragraph();
        add_run(1, 132, 380, 12, labels[i].label);
        add_run(2, 190, 380, 12, " for all");
        fake_add_words(page, 3, 100, 360, "Homes");
        check_add(&want,
                  labels[i].is_words ? "P Help from %s for all | I1 Homes" : "P Help from for all | I1l %s Homes",
                  labels[i].label);
        check_page("a label that may be words", want.at);
    }
}

/* A row of two cells, "Help" and "Good"; returns the first. */
static fake_object *add_row(void)
{
    fake_element *row = add_tag(add_tag(NULL, "Table", -1), "TR", -1);
    add_tag(row, "TD", 0);
    add_tag(row, "TD", 1);
    fake_add_words(page, 1, 200, 380, "Good");
    return fake_add_words(page, 0, 72, 380, "Help");
}

/* What no reader of the page sees. */
static void test_hidden(void)
{
    fake_object *object;
    begin();
    add_filler();
    add_words("P", 0, 380, "drawn in no colour")->mode = 3;
    add_words("P", 1, 360, "a prompt in tiny type")->size = 2.9f;
    add_words("P", 2, 340, "small type")->size = 3;
    object = add_words("P", 3, 320, "tiny by its matrix");
    object->matrix.d = 0.1f;
    object = add_words("P", 4, 300, "large by its matrix");
    object->size = 1;
    object->matrix.a = object->matrix.d = 12;
    object = add_words("P", 5, 280, "narrow by its matrix");
    object->matrix.a = 0.1f;
    check_page("hidden", "P small type | P large by its matrix");

    static const struct {
        float bottom, top;
        int points, is_seen;
    } clips[] = {{370, 390, 5, 1}, {370, 390, 4, 1}, {390, 400, 5, 0}, {340, 360, 5, 0},
                 {390, 400, 3, 1}, {390, 400, 6, 1}, {340, 380, 5, 1}, {385, 400, 4, 1},
                 {386, 400, 5, 1}, {387, 400, 5, 0}, {340, 379, 5, 0}};
    for (size_t i = 0; i < sizeof clips / sizeof *clips; i++) {
        begin();
        add_filler();
        object = add_row();
        object->clip_paths = 1;
        object->clip_points = object->points_given = clips[i].points;
        object->clip[0] = object->clip[1] = clips[i].top;
        object->clip[2] = object->clip[3] = clips[i].bottom;
        check_page("a clip", clips[i].is_seen ? "C@00 Help | C@01 Good" : "C@01 Good");
    }
    for (int paths = 16; paths <= 17; paths++)
        for (int has_matrix = 0; has_matrix < 2; has_matrix++) {
            begin();
            add_filler();
            object = add_row();
            object->has_matrix = has_matrix;
            object->clip_paths = paths;
            object->clip_points = object->points_given = 5;
            object->clip[0] = object->clip[1] = object->clip[2] = object->clip[3] = 400;
            check_page("many clips", paths > 16 || !has_matrix ? "C@00 Help | C@01 Good" : "C@01 Good");
        }
    begin();
    add_filler();
    object = add_words("P", 0, 380, "no cell");
    object->clip_paths = 1;
    object->clip_points = object->points_given = 5;
    object->clip[0] = 400;
    check_page("a clip of no cell", "P no cell");
}

static void test_bold(void)
{
    static const struct {
        const char *name;
        int mode, flags, is_bold;
    } cases[] = {{"Tahoma-Bold", 0, 0, 1},  {"ARIALBOLD", 0, 0, 1}, {"Arial-Black", 0, 0, 1},
                 {"Tahoma-Bol", 0, 0, 0},   {"Tahoma", 2, 0, 1},    {"Tahoma", 0, 1 << 18, 1},
                 {"Tahoma", 0, 1 << 17, 0}, {"Tahoma", 1, 0, 0},    {"Heavyset", 0, 0, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin();
        add_filler();
        strcpy(fake.fonts[1].name, cases[i].name);
        fake.fonts[1].length = strlen(cases[i].name) + 1;
        fake.fonts[1].flags = cases[i].flags;
        fake_object *object = add_words("P", 0, 380, "Help");
        object->font = &fake.fonts[1];
        object->mode = cases[i].mode;
        check_page(cases[i].name, cases[i].is_bold ? "Pb Help" : "P Help");
    }
}

/* Text of a font that PDFium does not tell is not bold, whatever was shown before it. */
static void test_no_font(void)
{
    begin();
    add_filler();
    strcpy(fake.fonts[1].name, "Tahoma-Bold");
    fake.fonts[1].length = strlen("Tahoma-Bold") + 1;
    for (int id = 0; id < 4; id++)
        add_words("P", id, 380 - 20 * id, "Help")->font = id % 2 ? NULL : &fake.fonts[1];
    check_page("no font", "Pb Help | P Help | Pb Help | P Help");
}

/* Names of fonts up to what there is room for; of a longer one nothing is told. */
static void test_long_font_names(void)
{
    for (size_t length = 126; length <= 129; length++) {
        begin();
        add_filler();
        memset(fake.fonts[1].name, 'x', sizeof fake.fonts[1].name);
        memcpy(fake.fonts[1].name, "Bold", 4);
        fake.fonts[1].name[length - 1] = '\0';
        fake.fonts[1].length = length;
        add_words("P", 0, 380, "Help")->font = &fake.fonts[1];
        check_page("a long name of a font", length <= 128 ? "Pb Help" : "P Help");
        begin();
        add_filler();
        memcpy(fake.fonts[1].name, "Wingdings", 9);
        fake.fonts[1].length = length;
        add_tag(NULL, "P", 0);
        add_run(0, 72, 380, 12, "l")->font = &fake.fonts[1];
        add_run(0, 90, 380, 12, " Help");
        check_page("a long name of a font of signs", length <= 128 ? "P \xEF\x81\xAC Help" : "P l Help");
    }
}

/* What PDFium does not answer: sizes, matrices and places count as 0; names of elements that are long or odd as unknown. */
static void test_no_answers(void)
{
    static const char header[] = "%PDF-1.7";
    static const struct {
        int has_size, has_matrix, has_box, has_origin;
        const char *want;
    } cases[] = {
        {1, 1, 1, 1, "12@72"}, {0, 1, 1, 1, "0@72"}, {1, 0, 1, 1, "0@72"}, {1, 1, 0, 1, "12@72"}, {1, 1, 1, 0, "12@0"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_words got = {{0}, 0};
        ofs_source *source;
        begin();
        fake_object *object = add_words("P", 0, 380, "Children are seen and heard by us.");
        object->has_size = cases[i].has_size;
        object->has_matrix = cases[i].has_matrix;
        for (int k = 0; k < page->char_count; k++) {
            page->chars[k].has_box = cases[i].has_box;
            page->chars[k].has_origin = cases[i].has_origin;
        }
        FUZZ_CHECK(ofs_source_from_pdf(pdfium, header, sizeof header, &source) == OFS_OK);
        check_add(&got, "%u@%u", (unsigned)source->lines[0].size, (unsigned)source->lines[0].left);
        FUZZ_CHECK(source->line_count == 1 && !source->unseen_count);
        check_expect("an answer that is missing", cases[i].want, &got);
        ofs_source_free(source);
    }

    static const struct {
        const char *type;
        int high, is_heading;
    } types[] = {{"H1", 0, 1}, {"H1", 1, 0}, {"H1xxxxxxxxxxxxx", 0, 0}, {"Heading", 0, 0}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        begin();
        add_filler();
        fake_element *element = add_tag(NULL, types[i].type, 0);
        element->type[3] = (unsigned char)types[i].high;
        fake_add_words(page, 0, 72, 380, "Help");
        check_page(types[i].type, types[i].is_heading ? "H1 Help" : "P Help");
    }

    /* A page that cannot be opened, one without text, and the errors of the whole. */
    for (int missing = 0; missing < 3; missing++) {
        ofs_source *source;
        begin();
        add_words("P", 0, 380, "Children are seen and heard by us all, and they know it.");
        begin_page();
        page->has_page = missing != 1;
        page->has_text = missing != 2;
        add_words("P", 0, 380, "Help");
        FUZZ_CHECK(ofs_source_from_pdf(pdfium, header, sizeof header, &source) == OFS_OK);
        fake_check_closed();
        FUZZ_CHECK(source->unreadable_pages == (missing == 1) && source->pages == 2);
        FUZZ_CHECK(source->line_count == (missing ? 1 : 2) && !source->untagged_pages && source->has_tags);
        ofs_source_free(source);
    }
    for (unsigned long error = 2; error <= 6; error++) {
        ofs_source *source;
        begin();
        fake.loads = 0;
        fake.error = error;
        ofs_status status = ofs_source_from_pdf(pdfium, header, sizeof header, &source);
        FUZZ_CHECK(status == (error == 4 || error == 5 ? OFS_ERR_ENCRYPTED : OFS_ERR_DAMAGED));
    }
}

/* Words that the page marks as those of an element, and that no element has. */
static void test_lost_elements(void)
{
    begin();
    add_filler();
    fake_add_words(page, 9, 72, 380, "Help");
    check_page("marked, and in no element", "? Help");
    begin();
    add_filler();
    fake_add_words(page, FAKE_NONE, 72, 380, "Help");
    check_page("not marked", "A Help");
}

/* Elements in one another, up to as deep as a page's tree is looked at; what is deeper is found by its place. */
static void test_deep_elements(void)
{
    for (int depth = 126; depth <= 128; depth++) {
        begin();
        add_filler();
        fake_element *element = NULL;
        for (int i = 0; i < depth; i++)
            element = add_tag(element, i + 1 < depth ? "Sect" : "P", i + 1 < depth ? FAKE_NONE : 0);
        fake_add_words(page, 0, 72, 380, "Help");
        check_page("a deep element", depth <= 127 ? "P Help" : "? Help");
    }
}

/* Every function has to have an address; the first that has none is told. */
static void test_bind(void)
{
    uintptr_t addresses[OFS_PDFIUM_COUNT + 1];
    for (size_t missing = 0; missing <= OFS_PDFIUM_COUNT; missing++) {
        ofs_pdfium functions = {0};
        for (size_t i = 0; i <= OFS_PDFIUM_COUNT; i++)
            addresses[i] = i == missing ? 0 : (uintptr_t)begin;
        FUZZ_CHECK(ofs_pdfium_bind(&functions, addresses) == missing);
        FUZZ_CHECK((functions.FPDF_LoadMemDocument64 != NULL) == (missing == OFS_PDFIUM_COUNT));
    }
}

/* Form fields that a value can be seen in: no links, buttons, signatures, nothing hidden. */
static void test_form_fields(void)
{
    static const char header[] = "%PDF-1.7";
    static const struct {
        int subtype, flags;
        const char *type;
        uint32_t pages;
    } cases[] = {{20, 4, "Tx", 1},  {20, 4, "Ch", 1},  {20, 0, "", 1},   {20, 0, "A longer word", 1},
                 {20, 4, "Btn", 0}, {20, 4, "Sig", 0}, {20, 2, "Tx", 0}, {2, 4, "", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ofs_source *source;
        begin();
        add_filler();
        begin_page();
        page->annotation_count = 9;
        for (int k = 0; k < FAKE_ANNOTATIONS; k++)
            page->annotations[k] = (fake_annotation){2, 0, 0, "", NULL, NULL, 0};
        page->annotations[2] = (fake_annotation){cases[i].subtype, cases[i].flags, 0, cases[i].type, NULL, NULL, 0};
        FUZZ_CHECK(ofs_source_from_pdf(pdfium, header, sizeof header, &source) == OFS_OK);
        fake_check_closed();
        FUZZ_CHECK(source->form_pages == cases[i].pages);
        FUZZ_CHECK(source->first_form_page == 2 * cases[i].pages);
        ofs_source_free(source);
    }
}

/* Comments: the words of a note, and the lines at which a stamp with words stands; none of a mark or a hidden one. */
static void test_comments(void)
{
    static const char header[] = "%PDF-1.7";
    static const struct {
        int subtype, flags;
        const char *contents;
        int drawn_count;
        const char *want;
    } cases[] = {{3, 4, "Good", 1, "Good"},   {3, 2, "Good", 1, ""},  {3, 4, NULL, 1, "below"},
                 {13, 4, "Good", 9, "below"}, {13, 4, "Good", 0, ""}, {9, 4, "Good", 1, ""},
                 {12, 4, "Good", 1, ""},      {1, 4, "Good", 1, ""},  {16, 4, "Good", 1, ""},
                 {8, 4, NULL, 1, "below"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_words got = {{0}, 0};
        ofs_source *source;
        begin();
        add_filler();
        fake_object *drawn = fake_add_words(page, 98, 72, 0, "below");
        page->annotation_count = 1;
        page->annotations[0] =
            (fake_annotation){cases[i].subtype, cases[i].flags, 0, "", cases[i].contents, drawn, cases[i].drawn_count};
        FUZZ_CHECK(ofs_source_from_pdf(pdfium, header, sizeof header, &source) == OFS_OK);
        fake_check_closed();
        for (uint32_t k = 0; k < source->unseen_count; k++)
            check_add_str(&got, source->unseen[k].text);
        check_expect("a comment", cases[i].want, &got);
        ofs_source_free(source);
    }
}

/* Text that the page's picture does not show: no line, but noted. */
static void test_unseen(void)
{
    static const char header[] = "%PDF-1.7";
    for (int is_pale = 0; is_pale < 2; is_pale++) {
        ofs_source *source;
        begin();
        add_filler();
        begin_page();
        page->is_pale = is_pale;
        add_tag(NULL, "P", 0);
        add_run(0, 72, 380, 12, "Good");
        FUZZ_CHECK(ofs_source_from_pdf(pdfium, header, sizeof header, &source) == OFS_OK);
        fake_check_closed();
        FUZZ_CHECK(source->unseen_count == (uint32_t)is_pale && source->line_count == 2 - (uint32_t)is_pale);
        if (is_pale)
            FUZZ_CHECK(source->unseen->page == 2 && source->unseen->kind == OFS_UNSEEN &&
                       ofs_equal(ofs_trim(source->unseen->text), OFS_LIT("Good")));
        ofs_source_free(source);
    }
}

/* A page whose text is hidden however often it is opened without it is not read for ever. */
static void test_hidden_again_and_again(void)
{
    static const char header[] = "%PDF-1.7";
    ofs_source *source;
    begin();
    add_filler();
    begin_page();
    page->is_pale = 1;
    page->opens_again = 1000;
    add_tag(NULL, "P", 0);
    add_run(0, 72, 380, 12, "Good");
    FUZZ_CHECK(ofs_source_from_pdf(pdfium, header, sizeof header, &source) == OFS_OK);
    fake_check_closed();
    FUZZ_CHECK(source->line_count == 1 && source->unseen_count > 0 && page->opens_again > 900);
    ofs_source_free(source);
}

/* Glyphs that mean nothing, as PDFium gives them: one may be a bullet, and several are words. */
static void test_unknown_glyphs(void)
{
    for (int glyphs = 1; glyphs <= 3; glyphs++) {
        begin();
        add_filler();
        add_tag(NULL, "P", 0);
        add_run(0, 72, 380, 12, "");
        for (int i = 0; i < glyphs; i++)
            fake_add_char(page, 0, 72 + 6 * i, 380, 6);
        add_run(0, 99, 380, 12, " Help");
        check_page("glyphs that mean nothing", glyphs == 1   ? "P Help"
                                               : glyphs == 2 ? "P \xEF\xBF\xBD\xEF\xBF\xBD Help"
                                                             : "P \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD Help");
    }
}

/* A bullet in a font of signs is no letter, whatever it is typed with. */
static void test_symbols(void)
{
    static const struct {
        const char *font, *typed, *want;
    } cases[] = {{"Wingdings", "l", "P \xEF\x81\xAC Help"},
                 {"ABCDEF+Wingdings-Regular", "l", "P \xEF\x81\xAC Help"},
                 {"Webdings", "\xA7", "P \xEF\x82\xA7 Help"},
                 {"ZapfDingbats", "n", "P \xEF\x81\xAE Help"},
                 {"SymbolMT", "x", "P \xEF\x81\xB8 Help"},
                 {"SegoeUISymbol", "l", "P l Help"},
                 {"Tahoma", "l", "P l Help"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin();
        add_filler();
        strcpy(fake.fonts[1].name, cases[i].font);
        fake.fonts[1].length = strlen(cases[i].font) + 1;
        add_tag(NULL, "P", 0);
        add_run(0, 72, 380, 12, cases[i].typed)->font = &fake.fonts[1];
        add_run(0, 90, 380, 12, " Help");
        check_page(cases[i].font, cases[i].want);
    }
}

/* Where a font calls quotation marks digits: each line is shown below one that says so. */
static void test_digit_quotes(void)
{
    static const struct {
        const char *words, *want;
    } cases[] = {{"didn9t", "P All children\xE2\x80\x99s | P didn\xE2\x80\x99t"},
                 {"partners9 work", "P All children\xE2\x80\x99s | P partners\xE2\x80\x99 work"},
                 {"the 8front door9.", "P All children\xE2\x80\x99s | P the \xE2\x80\x98"
                                       "front door\xE2\x80\x99."},
                 {"the 8front door,9", "P All children\xE2\x80\x99s | P the \xE2\x80\x98"
                                       "front door,\xE2\x80\x99"},
                 {"the 8front door.9 It", "P All children\xE2\x80\x99s | P the \xE2\x80\x98"
                                          "front door.\xE2\x80\x99 It"},
                 {"in TW9", "P All children\xE2\x80\x99s | P in TW9"},
                 {"8TW9", "P All children\xE2\x80\x99s | P 8TW9"},
                 {"the 8th and 8thus9", "P All children\xE2\x80\x99s | P the 8th and \xE2\x80\x98thus\xE2\x80\x99"},
                 {"at 8am, 8pm", "P All children\xE2\x80\x99s | P at 8am, 8pm"},
                 {"8AM 8Am", "P All children\xE2\x80\x99s | P 8AM \xE2\x80\x98"
                             "Am"},
                 {"8HQ", "P All children\xE2\x80\x99s | P 8HQ"},
                 {"8HQs9", "P All children\xE2\x80\x99s | P \xE2\x80\x98HQs\xE2\x80\x99"},
                 {"8xm 8am", "P All children\xE2\x80\x99s | P \xE2\x80\x98xm 8am"},
                 {"x8am", "P All children\xE2\x80\x99s | P x8am"},
                 {"18am", "P All children\xE2\x80\x99s | P 18am"},
                 {"9s", "P All children\xE2\x80\x99s | P 9s"},
                 {"a9s", "P All children\xE2\x80\x99s | P a\xE2\x80\x99s"},
                 {"ab9S", "P All children\xE2\x80\x99s | P ab\xE2\x80\x99S"},
                 {"ab9st", "P All children\xE2\x80\x99s | P ab\xE2\x80\x99st"},
                 {"ab9s1", "P All children\xE2\x80\x99s | P ab\xE2\x80\x99s1"},
                 {"in 89", "P All children\xE2\x80\x99s | P in 89"},
                 {"a9", "P All children\xE2\x80\x99s | P a\xE2\x80\x99"},
                 {"a9b", "P All children\xE2\x80\x99s | P a\xE2\x80\x99"
                         "b"},
                 {"a,9b", "P All children\xE2\x80\x99s | P a,9b"},
                 {"1,9", "P All children\xE2\x80\x99s | P 1,9"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin();
        add_filler();
        add_words("P", 0, 380, "All children9s");
        add_words("P", 1, 360, cases[i].words);
        check_page(cases[i].words, cases[i].want);
    }
    static const char *const alone[][2] = {{"the 8front door9", "P the 8front door9"},
                                           {"ab9s", "P ab\xE2\x80\x99s"},
                                           {"ab9S.", "P ab\xE2\x80\x99S."},
                                           {"ab9st", "P ab9st"},
                                           {"ab9s1", "P ab9s1"},
                                           {"b9s", "P b9s"},
                                           {"1b9s", "P 1b9s"}};
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
        begin();
        add_filler();
        add_words("P", 0, 380, alone[i][0]);
        check_page(alone[i][0], alone[i][1]);
    }
}

static void test_characters(void)
{
    static const struct {
        unsigned int c[6];
        const char *want;
    } cases[] = {
        {{'a', 0xE9, 'b'},
         "P a\xC3\xA9"
         "b"},
        {{'a', 0x2019, 's'}, "P a\xE2\x80\x99s"},
        {{'a', 0xD83D, 0xDE00}, "P a\xF0\x9F\x98\x80"},
        {{'a', 0xD83D, 'b'}, "P ab"},
        {{'a', 0x200B, 'b'}, "P ab"},
        {{'a', 0xFEFF, 'b'}, "P ab"},
        {{'a', 0x85, 'b'}, "P ab"},
        {{'a', 0xFFFE, 'b'}, "P ab"},
        {{'a', 0x110000, 'b'}, "P ab"},
        {{'a', 1, 'b'}, "P ab"},
        {{'a', 0x7F, 'b'}, "P ab"},
        {{'a', 0x9F, 'b'}, "P ab"},
        {{'a', 0x200F, 'b'}, "P ab"},
        {{'a', 0x2060, 'b'}, "P ab"},
        {{'a', 0xD800, 'b'}, "P ab"},
        {{'a', 0xDFFF, 'b'}, "P ab"},
        {{'a', 0xFFFF, 'b'}, "P ab"},
        {{'a', 0x7FF, '~'}, "P a\xDF\xBF~"},
        {{'a', 0x800, 'b'},
         "P a\xE0\xA0\x80"
         "b"},
        {{'a', 0x2010, 'b'},
         "P a\xE2\x80\x90"
         "b"},
        {{'a', 0xE000, 'b'},
         "P a\xEE\x80\x80"
         "b"},
        {{'a', 0xFFFD, 'b'},
         "P a\xEF\xBF\xBD"
         "b"},
        {{'a', 0xD800, 0xDC00}, "P a\xF0\x90\x80\x80"},
        {{'a', 0xAD, 'b', '\n', 'c'}, "P a-b | P+ c"},
        {{'a', 0xA0, 'b'}, "P a b"},
        {{'a', ' ', ' ', 'b'}, "P a b"},
        {{'a', '\t', 'b'}, "P a b"},
        {{'a', '\n', 'b'}, "P a | P+ b"},
        {{'a', '\r', 'b'}, "P ab"},
        {{'a', 0xAD, 'b'}, "P a-b"},
        {{'a', 0xAD, '\n', 'b'}, "P a\xC2\xAD | P+ b"},
        {{'a', 2, 'b'}, "P a- | P+ b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin();
        add_filler();
        add_tag(NULL, "P", 0);
        fake_add_object(page, 0, 12);
        for (int k = 0; k < 6 && cases[i].c[k]; k++)
            fake_add_char(page, cases[i].c[k], 72 + 6 * k, 380, 6);
        check_page("characters", cases[i].want);
    }
}

/* Without tags: lines by their heights, columns by the gaps between them. */
static void test_places(void)
{
    begin();
    page->has_tree = 0;
    add_filler();
    add_run(FAKE_NONE, 72, 300, 12, "Below");
    add_run(FAKE_NONE, 72, 360, 12, "Above");
    add_run(FAKE_NONE, 200, 340, 12, "right");
    add_run(FAKE_NONE, 72, 340, 12, "Left");
    add_run(FAKE_NONE, 72, 320, 12, "Help");
    add_run(FAKE_NONE, 99, 320, 12, "for");
    add_run(FAKE_NONE, 117, 320, 12, "all");
    check_page("order", "? Above | ? Left\tright | ? Helpforall | ? Below");

    static const struct {
        const char *what, *first, *second;
        double x, y;
        const char *want;
    } cases[] = {
        {"a wide gap", "Help", "all", 112, 380, "? Help\tall"},
        {"a wide gap of spaces", "Help       ", "all", 140, 380, "? Help\tall"},
        {"a word in two runs", "Help", "all", 97, 380, "? Helpall"},
        {"a number and its text", "12.", "all", 140, 380, "? 12. all"},
        {"a wide gap of hard spaces", "Help\xA0\xA0\xA0\xA0\xA0\xA0\xA0", "all", 140, 380, "? Help\tall"},
        {"a wide gap of nothing", "Help\x01\x01\x01\x01\x01\x01\x01", "all", 140, 380, "? Help\tall"},
        {"a number with a nine", "19.", "all", 140, 380, "? 19. all"},
        {"a number with a nought", "10.", "all", 140, 380, "? 10. all"},
        {"a bullet and its text", "*", "all", 140, 380, "? * all"},
        {"two letters are no label", "ab", "all", 140, 380, "? ab\tall"},
        {"a little higher", "Help", "all", 140, 384, "? Help\tall"},
        {"much higher", "Help", "all", 140, 392, "? all | ? Help"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin();
        page->has_tree = 0;
        fake_add_words(page, FAKE_NONE, 72, 420, "Children are seen and heard by people whom they know.");
        add_run(FAKE_NONE, 72, 380, 12, cases[i].first);
        add_run(FAKE_NONE, cases[i].x, cases[i].y, 12, cases[i].second);
        check_page(cases[i].what, cases[i].want);
    }

    begin();
    page->has_tree = 0;
    add_filler();
    add_run(FAKE_NONE, 72, 380, 12, "Help");
    add_run(FAKE_NONE, 140, 380, 12, "for");
    add_run(FAKE_NONE, 158, 380, 12, "all");
    check_page("one wide gap, then none", "? Help\tforall");

    begin();
    page->has_tree = 0;
    add_filler();
    fake_add_words(page, FAKE_NONE, 72, 380, "Help");
    add_run(FAKE_NONE, 102, 380, 12, "for all");
    check_page("a line end in the middle of a line", "? Help for all");

    begin();
    page->has_tree = 0;
    add_filler();
    add_run(FAKE_NONE, 72, 380, 12, "He");
    add_run(FAKE_NONE, 84, 380, 12, "not this")->mode = 3;
    add_run(FAKE_NONE, 84, 380, 12, "lp");
    check_page("invisible characters between visible ones", "? Help");

    begin();
    page->has_tree = 0;
    add_filler();
    add_run(FAKE_NONE, 72, 380, 12, "Help for");
    add_run(FAKE_NONE, 300, 374, 12, "Good");
    add_run(FAKE_NONE, 72, 368, 12, "all");
    check_page("a cell that is centred beside two lines", "? Help for\tGood | ? all");
}

static void add_slanted(const char *words)
{
    fake_add_object(page, FAKE_NONE, 12);
    for (size_t i = 0; words[i]; i++)
        fake_add_char(page, (unsigned char)words[i], 72 + 20 * (double)i, 360 + 20 * (double)i, 6);
}

/* A watermark tears no line; where all words are aslant they are the text. */
static void test_slanted(void)
{
    begin();
    page->has_tree = 0;
    add_filler();
    add_slanted("COPY");
    add_run(FAKE_NONE, 72, 380, 12, "Help");
    add_run(FAKE_NONE, 160, 380, 12, "Good");
    check_page("words aslant", "? Help\tGood | A COPY");

    /* A quarter of the letters, or a little less; what is not seen does not count. */
    for (int less = 0; less < 3; less++) {
        begin();
        page->has_tree = 0;
        add_slanted("COPY");
        add_run(FAKE_NONE, 72, 300, 12, less == 1 ? "a b c d e f g h i j k l m" : "a b c d e f g h i j k l");
        if (less == 2)
            add_run(FAKE_NONE, 72, 200, 12, "not to be seen")->mode = 3;
        check_page("a quarter aslant", less == 1 ? "? a b c d e f g h i j k l m | A COPY"
                                                 : "? Y | ? P | ? O | ? C | ? a b c d e f g h i j k l");
    }

    static const struct {
        double step, rise;
        int is_slanted;
    } rises[] = {{6, 0.5, 0}, {6, 2, 1}, {6, 1.5, 0}, {6, 1.7, 1}, {30, 2, 0}, {10, 2, 1}, {6, -2, 1}, {-6, 2, 1}};
    for (size_t i = 0; i < sizeof rises / sizeof *rises; i++) {
        begin();
        page->has_tree = 0;
        add_filler();
        fake_add_object(page, FAKE_NONE, 12);
        fake_add_char(page, ' ', 72, 340, 6); /* is not looked at, wherever it stands */
        for (int k = 0; k < 4; k++)
            fake_add_char(page, (unsigned)"COPY"[k], 200 + rises[i].step * k, 340 + rises[i].rise * k, 6);
        fake_add_char(page, ' ', 500, 340, 6);
        check_words got = {{0}, 0};
        ofs_source *source;
        FUZZ_CHECK(ofs_source_from_pdf(pdfium, "%PDF-1.7", 8, &source) == OFS_OK);
        for (uint32_t k = 0; k < source->line_count; k++)
            check_add(&got, source->lines[k].kind == OFS_LINE_ARTIFACT ? "A" : "");
        ofs_source_free(source);
        check_expect("words that rise", rises[i].is_slanted ? "A" : "", &got);
    }

    begin();
    page->has_tree = 0;
    add_slanted("CHILDREN ARE SEEN AND HEARD");
    add_run(FAKE_NONE, 272, 300, 12, "Help");
    check_page("a page that is aslant",
               "? D | ? R | ? A | ? E | ? H | ? D | ? N | ? A | ? N | ? E | ? E | ? S | ? E | ? R "
               "| ? A | ? N | ? E | ? R | ? D | ? L | ? I | ? H | ? C | ? Help");
}

/* Tags that leave more than a header and a footer out are not trusted. */
static void test_untrusted_tags(void)
{
    char words[260];
    for (int letters = 190; letters <= 210; letters += 20) {
        begin();
        add_filler();
        memset(words, 'e', sizeof words);
        words[letters] = '\0';
        fake_add_words(page, FAKE_NONE, 72, 380, words);
        check_words want = {{0}, 0};
        check_add(&want, "%s %s", letters < 200 ? "A" : "?", words);
        check_page("letters outside the tags", want.at);
    }
    begin();
    add_filler();
    memset(words, 'e', sizeof words);
    words[100] = '\0';
    add_tag(NULL, "Note", 0);
    fake_add_words(page, 0, 72, 380, words);
    words[100] = 'e';
    words[250] = '\0';
    fake_add_words(page, FAKE_NONE, 72, 360, words);
    check_words notes = {{0}, 0};
    check_add(&notes, "? %.100s | ? %s", words, words);
    check_page("a note's letters count once", notes.at);
}

/* Running lines and footnotes of pages without tags. */
static void test_layout(void)
{
    pdfium = fake_begin();
    for (int i = 0; i < 3; i++) {
        begin_page();
        page->has_tree = 0;
        fake_add_words(page, FAKE_NONE, 72, 800, "Inspection of Ayton");
        add_filler();
        fake_add_words(page, FAKE_NONE, 72, 380, i ? "Homes" : "Schools");
        fake_add_object(page, FAKE_NONE, 8);
        fake_object *note = fake_add_words(page, FAKE_NONE, 72, 120, i == 1 ? "1 The town." : "Help");
        note->size = 8;
        fake_add_words(page, FAKE_NONE, 300, 20, i == 0 ? "1" : i == 1 ? "2" : "3");
    }
    check_page("layout",
               "A Inspection of Ayton | ? Schools | ? Help | A 1 | A Inspection of Ayton | ? Homes | N 1 The town. "
               "| A 2 | A Inspection of Ayton | ? Homes | ? Help | A 3");
}

/* A line is the page's where it stands at the same height on several. */
static void test_heights(void)
{
    for (int step = 0; step < 2; step++) {
        pdfium = fake_begin();
        for (int i = 0; i < 3; i++) {
            begin_page();
            page->has_tree = 0;
            fake_add_words(page, FAKE_NONE, 72, 820 - 12 * i * step, "Inspection of Ayton");
            add_filler();
        }
        check_page(step ? "at three heights" : "at one height",
                   step ? "? Inspection of Ayton | ? Inspection of Ayton | ? Inspection of Ayton"
                        : "A Inspection of Ayton | A Inspection of Ayton | A Inspection of Ayton");
    }
}

/* Gaps ('g') and lines that run to the right edge ('w'). */
static void test_flags(void)
{
    begin();
    with_gaps = 1;
    add_tag(NULL, "P", 99);
    fake_add_words(page, 99, 72, 600, "Children are seen and heard by people whom they know.");
    add_words("P", 0, 586, "They wait for help in a town that has a school.");
    add_words("P", 1, 572, "Homes");
    add_words("P", 2, 553, "Schools");
    add_words("P", 3, 534, "Help");
    add_tag(NULL, "P", 4);
    fake_add_words(page, 4, 72, 520, "Care");
    fake_add_words(page, 4, 72, 506, "for all");
    check_page(
        "gaps",
        "Pw They wait for help in a town that has a school. | P Homes | Pg Schools | Pg Help | Pw Care | P+ for all");

    begin();
    add_tag(NULL, "P", 0);
    fake_add_words(page, 0, 72, 600, "Care");
    fake_add_words(page, 0, 72, 588, "for all");
    add_words("P", 1, 576, "They are heard.");
    check_page("an element that begins the text", "Pw Care | P+ for all | P They are heard.");

    /* Only lines of one element tell how far lines are apart, and only where they go down. */
    begin();
    add_filler();
    for (int id = 0; id < 3; id++) {
        add_tag(NULL, "P", id);
        fake_add_words(page, id, 72, 300 - 36 * id, "Care");
        fake_add_words(page, id, 72, 284 - 36 * id, "for all");
        for (int times = 0; times < 3; times++)
            fake_add_words(page, id, 300, 284 - 36 * id, "ask");
    }
    check_page("lines of elements",
               "Pgw Care | P+w for all ask | P+w ask | P+ ask | Pw Care | P+w for all ask | P+w ask "
               "| P+ ask | Pw Care | P+w for all ask | P+w ask | P+ ask");
    begin();
    add_filler();
    add_words("P", 0, 388, "Homes");
    add_words("P", 1, 368, "Schools");
    add_tag(NULL, "P", 2);
    fake_add_words(page, 2, 72, 340, "Care");
    fake_add_words(page, 2, 72, 328, "for all");
    for (int i = 0; i < 4; i++)
        fake_add_words(page, FAKE_NONE, 72, 100 - 20 * i, "7");
    check_page("what is not text", "P Homes | Pg Schools | Pgw Care | P+ for all | Ag 7 | Ag 7 | Ag 7 | Ag 7");
    with_gaps = 0;
}

/* A line at the top of tagged pages that no tag knows, and of one that is read by its places, is on all three. */
static void test_running_lines(void)
{
    pdfium = fake_begin();
    for (int i = 0; i < 3; i++) {
        begin_page();
        page->has_tree = i < 2;
        fake_add_words(page, FAKE_NONE, 72, 800, "Inspection of Ayton");
        add_filler();
        if (i < 2)
            add_words("P", 0, 780, "Homes");
        else
            fake_add_words(page, FAKE_NONE, 72, 780, "Homes");
    }
    check_page("a header",
               "P Homes | A Inspection of Ayton | P Homes | A Inspection of Ayton | A Inspection of Ayton | ? Homes");
}

/* The size of a line is that of its first letters, not of a bullet or a mark before them. */
static void test_sizes(void)
{
    static const struct {
        const char *first;
        int size;
    } cases[] = {{"1", 12}, {"*", 12}, {"a", 8}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static const char header[] = "%PDF-1.7";
        check_words got = {{0}, 0}, want = {{0}, 0};
        ofs_source *source;
        begin();
        add_tag(NULL, "P", 0);
        add_run(0, 72, 380, 8, cases[i].first);
        add_run(0, 76, 380, 12, "Children");
        add_run(0, 124, 380, 10, " are seen and heard by people whom they know.");
        FUZZ_CHECK(ofs_source_from_pdf(pdfium, header, sizeof header, &source) == OFS_OK);
        check_add(&got, "%u", source->lines[0].size);
        check_add(&want, "%d", cases[i].size);
        check_expect(cases[i].first, want.at, &got);
        ofs_source_free(source);
    }
}

/* Readers look for the header in the first 1024 bytes. */
static void test_header(void)
{
    static const struct {
        size_t at;
        ofs_status status;
    } cases[] = {{0, OFS_OK}, {1019, OFS_OK}, {1020, OFS_ERR_NOT_A_REPORT}, {1500, OFS_ERR_NOT_A_REPORT}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char data[2048] = "";
        ofs_source *source;
        begin();
        add_filler();
        memcpy(data + cases[i].at, "%PDF-", 5);
        FUZZ_CHECK(ofs_source_from_pdf(pdfium, data, sizeof data, &source) == cases[i].status);
        ofs_source_free(source);
    }
}

int main(void)
{
    test_header();
    test_tags();
    test_browsers();
    test_flags();
    test_sizes();
    test_runs();
    test_labels();
    test_hidden();
    test_bold();
    test_no_font();
    test_bind();
    test_long_font_names();
    test_no_answers();
    test_lost_elements();
    test_deep_elements();
    test_symbols();
    test_digit_quotes();
    test_form_fields();
    test_comments();
    test_unseen();
    test_hidden_again_and_again();
    test_unknown_glyphs();
    test_characters();
    test_places();
    test_slanted();
    test_untrusted_tags();
    test_layout();
    test_heights();
    test_running_lines();
    return check_result();
}
