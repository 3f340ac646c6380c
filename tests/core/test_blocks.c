/* Lines of known kind to blocks: what is joined over wraps, pages and bad tags, what begins anew, tables, footnotes and
 * their marks, headings that are none. Texts are invented. */
#include "blocks/blocks.h"
#include "check.h"

typedef struct making {
    ofs_source *source;
    ofs_blocks blocks;
} making;

static void make(void *what)
{
    making *m = what;
    ofs_make_blocks(m->source, &m->blocks);
}

static void add_grid(check_words *got, const ofs_grid *grid)
{
    check_add(got, "table %ux%u:", grid->rows, grid->columns);
    for (uint32_t i = 0; i < grid->count; i++) {
        const ofs_cell *cell = &grid->cells[i];
        check_add(got, " %u%u%s '", cell->row, cell->column, cell->bold ? "b" : "");
        check_add_str(got, cell->text);
        check_add(got, "'");
    }
}

/* 'heading 1 …', 'paragraph 12 …', 'item …', each with its pages, where there are two, and a footnote's mark. */
static void add_blocks(check_words *got, const ofs_blocks *blocks)
{
    static const char *const kinds[] = {"heading", "paragraph", "item"};
    for (uint32_t i = 0; i < blocks->count; i++) {
        const ofs_block *block = &blocks->at[i];
        check_add(got, "%s", got->n ? " | " : "");
        if (block->kind == OFS_BLOCK_TABLE) {
            add_grid(got, &blocks->grids[block->grid]);
            continue;
        }
        check_add(got, "%s", kinds[block->kind]);
        if (block->number)
            check_add(got, " %u", block->number);
        if (block->last_page != block->page)
            check_add(got, " p%u-%u", block->page, block->last_page);
        check_add(got, ": ");
        check_add_str(got, block->text);
    }
    for (uint32_t i = 0; i < blocks->note_count; i++) {
        check_add(got, "%snote ", got->n ? " | " : "");
        check_add_str(got, blocks->notes[i].label);
        check_add(got, ": ");
        check_add_str(got, blocks->notes[i].text);
    }
}

/* What is said begins or ends with the same letter as the words that it was read from; a mark may stand before it. */
static void check_words_at(const char *what, ofs_span span, ofs_str said, const check_words *text)
{
    check_words got = {{0}, 0}, want = {{0}, 0};
    uint32_t end = span.end;
    FUZZ_CHECK(span.start <= span.end && span.end <= text->n);
    while (said.n && end > span.start && text->at[end - 1] != said.p[said.n - 1] && text->at[end - 1] <= '9')
        end--; /* a note's mark, which is not said */
    if (!said.n || (end > span.start && text->at[end - 1] == said.p[said.n - 1] &&
                    memchr(text->at + span.start, *said.p, end - span.start)))
        return;
    check_add(&got, "%.*s", (int)(span.end - span.start), text->at + span.start);
    check_add_str(&want, said);
    check_expect(what, want.at, &got);
}

/* A block lies on the pages of the lines that its span begins and ends in, a table from its first cell to its last. */
static void check_evidence(const char *what, const making *m, const ofs_block *block, const check_words *text)
{
    uint32_t page = 0, last_page = 0;
    for (uint32_t i = 0; i < m->source->line_count; i++) {
        const ofs_line *line = &m->source->lines[i];
        page = line->start <= block->span.start ? line->page : page;
        last_page = line->start < block->span.end ? line->page : last_page;
    }
    if (block->page != page || block->last_page != last_page)
        fprintf(stderr, "%s: pages %u to %u\n", what, block->page, block->last_page), check_failures++;
    if (block->kind != OFS_BLOCK_TABLE) {
        check_words_at(what, block->span, block->text, text);
        return;
    }
    const ofs_grid *grid = &m->blocks.grids[block->grid];
    FUZZ_CHECK(grid->count && grid->page == block->page && grid->last_page == block->last_page);
    for (uint32_t i = 0; i < grid->count; i++)
        check_words_at(what, grid->cells[i].span, grid->cells[i].text, text);
}

static void check_blocks(const char *what, const check_line *lines, const char *want)
{
    check_words text, got = {{0}, 0};
    making m = {.source = check_line_source(lines, &text)};
    memset(&m.blocks, 0x55, sizeof m.blocks); /* whatever stood there */
    check_attempt(m.source, make, &m);
    add_blocks(&got, &m.blocks);
    for (uint32_t i = 0; i < m.blocks.count; i++)
        check_evidence(what, &m, &m.blocks.at[i], &text);
    for (uint32_t i = 0; i < m.blocks.note_count; i++)
        check_evidence(what, &m, &m.blocks.notes[i], &text);
    check_expect(what, want, &got);
    ofs_source_free(m.source);
}

#define LINES(...) ((const check_line[]){__VA_ARGS__, {NULL, {.kind = OFS_LINE_PARA}}})
#define LINE(text, ...) \
    {                   \
        text,           \
        {               \
            __VA_ARGS__ \
        }               \
    }
#define PARA(page_, element_, text) LINE(text, .kind = OFS_LINE_PARA, .page = page_, .element = element_)
#define ITEM(page_, element_, text) LINE(text, .kind = OFS_LINE_ITEM, .page = page_, .element = element_)
#define HEAD(page_, element_, text) LINE(text, .kind = OFS_LINE_HEADING, .page = page_, .element = element_, .level = 1)
#define NOTE(page_, element_, text) LINE(text, .kind = OFS_LINE_NOTE, .page = page_, .element = element_)
#define CELL(row_, column_, element_, text) \
    LINE(text, .kind = OFS_LINE_CELL, .page = 1, .table = 1, .row = row_, .column = column_, .element = element_)

static void test_joining(void)
{
    check_blocks("lines of one element", LINES(PARA(1, 1, "Children are"), PARA(1, 1, "seen.")),
                 "paragraph: Children are seen.");
    check_blocks("two elements", LINES(PARA(1, 1, "Children are seen."), PARA(1, 2, "They know.")),
                 "paragraph: Children are seen. | paragraph: They know.");
    check_blocks("a word that a line end has split", LINES(PARA(1, 1, "Children are well-"), PARA(1, 1, "known.")),
                 "paragraph: Children are well-known.");
    check_blocks("a sentence over a page's end", LINES(PARA(1, 1, "Children are"), PARA(2, 2, "seen.")),
                 "paragraph p1-2: Children are seen.");
    check_blocks("… that goes on with a name", LINES(PARA(1, 1, "Children are in"), PARA(2, 2, "Ayton.")),
                 "paragraph p1-2: Children are in Ayton.");
    check_blocks("a sentence that ends with the page",
                 LINES(PARA(1, 1, "Children are seen."), PARA(2, 2, "They know.")),
                 "paragraph: Children are seen. | paragraph: They know.");
    check_blocks("a small letter after a page's end", LINES(PARA(1, 1, "They are seen (e.g."), PARA(2, 2, "at home).")),
                 "paragraph p1-2: They are seen (e.g. at home).");
    check_blocks("a small letter, and the sentence has not ended", LINES(PARA(1, 1, "They"), PARA(1, 2, "are seen.")),
                 "paragraph: They are seen.");
    check_blocks("a small letter, and the sentence has ended", LINES(PARA(1, 1, "Seen."), PARA(1, 2, "they know.")),
                 "paragraph: Seen. | paragraph: they know.");
    check_blocks(
        "a footer between the pages",
        LINES(PARA(1, 1, "Children are"), LINE("Page 1", .kind = OFS_LINE_ARTIFACT, .page = 1), PARA(2, 2, "seen.")),
        "paragraph p1-2: Children are seen.");
    check_blocks("a heading between the pages",
                 LINES(PARA(1, 1, "Children are"), HEAD(2, 2, "Help"), PARA(2, 3, "seen.")),
                 "paragraph: Children are | heading: Help | paragraph: seen.");
    check_blocks("bold type ends a plain paragraph",
                 LINES(PARA(1, 1, "Children are"),
                       LINE("all seen.", .kind = OFS_LINE_PARA, .page = 1, .element = 2, .flags = OFS_LINE_BOLD)),
                 "paragraph: Children are | paragraph: all seen.");
    check_blocks("a line that begins something for certain",
                 LINES(PARA(1, 1, "Children are"),
                       LINE("all seen.", .kind = OFS_LINE_PARA, .page = 1, .element = 2, .flags = OFS_LINE_BEGINS)),
                 "paragraph: Children are | paragraph: all seen.");
    check_blocks("a line that ended short of the edge",
                 LINES(LINE("Children", .kind = OFS_LINE_PARA, .page = 1, .element = 1, .size = 12),
                       LINE("Ayton", .kind = OFS_LINE_PARA, .page = 2, .element = 2, .size = 12)),
                 "paragraph: Children | paragraph: Ayton");
    check_blocks("contents are no blocks", LINES(LINE("Summary 4", .kind = OFS_LINE_CONTENTS), PARA(1, 1, "Seen.")),
                 "paragraph: Seen.");
}

static void test_items(void)
{
    check_blocks("bullets", LINES(ITEM(1, 1, "\xE2\x80\xA2 homes"), ITEM(1, 2, "\xE2\x80\xA2 schools")),
                 "item: homes | item: schools");
    check_blocks("an item over a page's end", LINES(ITEM(1, 1, "\xE2\x80\xA2 homes for"), PARA(2, 2, "all")),
                 "item p1-2: homes for all");
    check_blocks("an item without a label, first on its page",
                 LINES(ITEM(1, 1, "\xE2\x80\xA2 homes."), ITEM(2, 2, "Schools.")), "item p1-2: homes. Schools.");
    check_blocks("the first item of a list, whose label is drawn, at a page's head",
                 LINES(PARA(1, 1, "Within six months:"), ITEM(2, 2, "find homes"), PARA(2, 3, "for all")),
                 "paragraph: Within six months: | item: find homes for all");
    check_blocks("an item that goes on below an item's colon", LINES(ITEM(1, 1, "Homes:"), ITEM(2, 2, "for all")),
                 "item p1-2: Homes: for all");
    check_blocks("items whose labels are drawn",
                 LINES(LINE("Homes", .kind = OFS_LINE_ITEM, .page = 1, .element = 1, .flags = OFS_LINE_GAP),
                       LINE("schools", .kind = OFS_LINE_ITEM, .page = 1, .element = 2, .flags = OFS_LINE_GAP)),
                 "item: Homes | item: schools");
    check_blocks("no label, no gap", LINES(ITEM(1, 1, "Homes"), ITEM(1, 2, "schools")), "item: Homes schools");
    check_blocks("no labels, and a line that ends short of the edge",
                 LINES(LINE("homes", .kind = OFS_LINE_ITEM, .page = 1, .element = 1, .size = 11),
                       LINE("schools", .kind = OFS_LINE_ITEM, .page = 1, .element = 2, .size = 11)),
                 "item: homes | item: schools");
    check_blocks(
        "no labels, and a line that reaches the edge",
        LINES(LINE("homes and", .kind = OFS_LINE_ITEM, .page = 1, .element = 1, .size = 11, .flags = OFS_LINE_WRAPPED),
              LINE("schools", .kind = OFS_LINE_ITEM, .page = 1, .element = 2, .size = 11)),
        "item: homes and schools");
    check_blocks("the first item of a list, without its label, below a bold line",
                 LINES(LINE("For action now", .kind = OFS_LINE_PARA, .page = 1, .element = 1, .flags = OFS_LINE_BOLD),
                       ITEM(1, 2, "find homes")),
                 "heading: For action now | item: find homes");
    check_blocks("a heading does not go on", LINES(HEAD(1, 1, "Help for"), PARA(1, 2, "children")),
                 "heading: Help for | paragraph: children");
}

#define INNER(page_, element_, flags_, text) \
    LINE(text, .kind = OFS_LINE_PARA, .page = page_, .element = element_, .size = 11, .left = 116, .flags = flags_)

static void test_entries_without_bullets(void)
{
    const check_line above = LINE("They eat at:", .kind = OFS_LINE_ITEM, .page = 1, .element = 1, .left = 71);
    check_blocks("further in than the colon above",
                 LINES(above, INNER(1, 2, OFS_LINE_GAP, "homes of"), INNER(1, 2, 0, "all"),
                       INNER(1, 3, OFS_LINE_GAP, "schools")),
                 "item: They eat at: | item: homes of all | item: schools");
    check_blocks("overleaf", LINES(above, INNER(1, 2, 0, "homes"), INNER(2, 3, 0, "schools")),
                 "item: They eat at: | item: homes | item: schools");
    check_blocks("one that goes on overleaf",
                 LINES(above, INNER(1, 2, OFS_LINE_WRAPPED, "homes"), INNER(2, 3, 0, "and schools")),
                 "item: They eat at: | item p1-2: homes and schools");
    check_blocks("no gap: a bad tag", LINES(above, INNER(1, 2, 0, "homes"), INNER(1, 3, 0, "and schools")),
                 "item: They eat at: | item: homes and schools");
    check_blocks("as far in as the colon",
                 LINES(LINE("Homes:", .kind = OFS_LINE_PARA, .page = 1, .element = 1, .left = 116),
                       INNER(1, 2, 0, "Two"), INNER(1, 3, OFS_LINE_GAP, "schools")),
                 "paragraph: Homes: | paragraph: Two schools");
    check_blocks("no colon",
                 LINES(LINE("Homes", .kind = OFS_LINE_PARA, .page = 1, .element = 1, .left = 71), INNER(1, 2, 0, "Two"),
                       INNER(1, 3, OFS_LINE_GAP, "schools")),
                 "paragraph: Homes | paragraph: Two schools");
    check_blocks("what ends the list",
                 LINES(above, INNER(1, 2, 0, "homes"),
                       LINE("Two", .kind = OFS_LINE_PARA, .page = 1, .element = 3, .size = 11, .left = 71),
                       INNER(1, 4, OFS_LINE_GAP, "schools")),
                 "item: They eat at: | item: homes | paragraph: Two schools");
}

static void test_numbers(void)
{
    check_blocks("a series", LINES(PARA(1, 1, "1. Seen."), PARA(1, 2, "2. Heard."), PARA(1, 3, "3. Known.")),
                 "paragraph 1: Seen. | paragraph 2: Heard. | paragraph 3: Known.");
    check_blocks("a year is no number", LINES(PARA(1, 1, "1. Seen since"), PARA(1, 2, "2006. Heard.")),
                 "paragraph 1: Seen since | paragraph: 2006. Heard.");
    check_blocks("it may begin late, not at 41", LINES(PARA(1, 1, "40. Seen."), PARA(1, 2, "41. Heard.")),
                 "paragraph 40: Seen. | paragraph 41: Heard.");
    check_blocks("it begins too late", LINES(PARA(1, 1, "41. Seen.")), "paragraph: 41. Seen.");
    check_blocks("three are missing", LINES(PARA(1, 1, "1. Seen."), PARA(1, 2, "5. Heard.")),
                 "paragraph 1: Seen. | paragraph 5: Heard.");
    check_blocks("four are missing", LINES(PARA(1, 1, "1. Seen."), PARA(1, 2, "6. Heard.")),
                 "paragraph 1: Seen. | paragraph: 6. Heard.");
    check_blocks("some are missing in the middle of a sentence", LINES(PARA(1, 1, "1. Seen"), PARA(1, 2, "4. Heard.")),
                 "paragraph 1: Seen | paragraph: 4. Heard.");
    check_blocks("it begins again", LINES(PARA(1, 1, "7. Seen."), PARA(1, 2, "1. Heard.")),
                 "paragraph 7: Seen. | paragraph 1: Heard.");
    check_blocks("it does not go back", LINES(PARA(1, 1, "7. Seen."), PARA(1, 2, "5. Heard.")),
                 "paragraph 7: Seen. | paragraph: 5. Heard.");
    check_blocks("a label that is tagged as one",
                 LINES(PARA(1, 1, "7. Seen."),
                       LINE("50. Heard.", .kind = OFS_LINE_ITEM, .page = 1, .element = 2, .flags = OFS_LINE_LABELLED)),
                 "paragraph 7: Seen. | paragraph 50: Heard.");
    check_blocks("without its stop", LINES(PARA(1, 1, "7. Seen."), PARA(1, 2, "8 Heard.")),
                 "paragraph 7: Seen. | paragraph 8: Heard.");
    check_blocks("without its stop, not the next", LINES(PARA(1, 1, "7. Seen."), PARA(1, 2, "9 Heard.")),
                 "paragraph 7: Seen. | paragraph: 9 Heard.");
    check_blocks("without its stop, a small letter", LINES(PARA(1, 1, "7. Seen."), PARA(1, 2, "8 heard.")),
                 "paragraph 7: Seen. | paragraph: 8 heard.");
    check_blocks("without its stop, in a sentence", LINES(PARA(1, 1, "7. Seen by"), PARA(1, 2, "8 Homes.")),
                 "paragraph 7: Seen by | paragraph: 8 Homes.");
    check_blocks("without its stop, no series", LINES(PARA(1, 1, "1 Seen.")), "paragraph: 1 Seen.");
}

#define PAGE_OF_WORDS                                                                                             \
    "Social workers see children as often as they should and write plans that families understand, and managers " \
    "know whom they see and why and how often they do so, and what has come of it for the children and families"
#define FORTY "They see children and know what they do "
#define TWO_HUNDRED FORTY FORTY FORTY FORTY "They see children and know what they did"
#define LONG_SENTENCE "Social workers see children as often as they should and write plans that families understand."

static void test_headings(void)
{
    check_blocks("two elements, the first ends with a colon", LINES(HEAD(1, 1, "Help is:"), HEAD(1, 2, "Good")),
                 "heading: Help is: Good");
    check_blocks("two elements, a small letter", LINES(HEAD(1, 1, "Help for"), HEAD(1, 2, "children")),
                 "heading: Help for children");
    check_blocks("two headings", LINES(HEAD(1, 1, "Help"), HEAD(1, 2, "Homes")), "heading: Help | heading: Homes");
    check_blocks("two headings with colons", LINES(HEAD(1, 1, "Help:"), HEAD(1, 2, "Homes:")),
                 "heading: Help: | heading: Homes:");
    check_blocks("over a page's end", LINES(HEAD(1, 1, "Help for"), HEAD(2, 2, "children")),
                 "heading: Help for | heading: children");
    check_blocks("a bold short line",
                 LINES(LINE("Help for all", .kind = OFS_LINE_PARA, .page = 1, .element = 1, .flags = OFS_LINE_BOLD)),
                 "heading: Help for all");
    check_blocks("a bold line of sixty letters",
                 LINES(LINE("Help for all who live in town and for the workers whom they know", .kind = OFS_LINE_PARA,
                            .page = 1, .element = 1, .flags = OFS_LINE_BOLD)),
                 "heading: Help for all who live in town and for the workers whom they know");
    check_blocks("a bold number",
                 LINES(LINE("1. Help for all", .kind = OFS_LINE_PARA, .page = 1, .element = 1, .flags = OFS_LINE_BOLD)),
                 "paragraph 1: Help for all");
    check_blocks("a bold sentence",
                 LINES(LINE("Help for all.", .kind = OFS_LINE_PARA, .page = 1, .element = 1, .flags = OFS_LINE_BOLD)),
                 "paragraph: Help for all.");
    check_blocks("half of it bold",
                 LINES(LINE("Help for", .kind = OFS_LINE_PARA, .page = 1, .element = 1, .flags = OFS_LINE_BOLD),
                       PARA(1, 1, "all")),
                 "paragraph: Help for all");
    check_blocks("a bold small letter",
                 LINES(LINE("help for all", .kind = OFS_LINE_PARA, .page = 1, .element = 1, .flags = OFS_LINE_BOLD)),
                 "paragraph: help for all");
    check_blocks("a heading's tag on a sentence", LINES(HEAD(1, 1, LONG_SENTENCE)), "paragraph: " LONG_SENTENCE);
    check_blocks("a heading's tag on a whole paragraph",
                 LINES(HEAD(1, 1, PAGE_OF_WORDS), HEAD(1, 1, "of the whole town")),
                 "paragraph: " PAGE_OF_WORDS " of the whole town");
    check_blocks("a heading's tag on an item", LINES(HEAD(1, 1, "\xE2\x80\xA2 Homes")), "item: Homes");
    check_blocks("a heading's tag on a number", LINES(HEAD(1, 1, "1. " LONG_SENTENCE)), "paragraph 1: " LONG_SENTENCE);
    check_blocks("a heading with a number", LINES(HEAD(1, 1, "1. Homes")), "heading: 1. Homes");
}

static void test_tables(void)
{
    check_blocks("cells of several lines",
                 LINES(CELL(0, 0, 1, "Help for"), CELL(0, 0, 1, "all"), CELL(0, 1, 2, "Good"), CELL(1, 0, 3, "Homes"),
                       CELL(1, 1, 4, "Poor")),
                 "table 2x2: 00 'Help for all' 01 'Good' 10 'Homes' 11 'Poor'");
    check_blocks("one column only lays the page out", LINES(CELL(0, 0, 1, "Help is good."), CELL(1, 0, 2, "Homes.")),
                 "paragraph: Help is good. | paragraph: Homes.");
    check_blocks(
        "one column of items",
        LINES(LINE("Homes", .kind = OFS_LINE_CELL, .page = 1, .table = 1, .element = 1, .flags = OFS_LINE_IN_ITEM),
              LINE("Schools", .kind = OFS_LINE_CELL, .page = 1, .table = 1, .row = 1, .element = 2,
                   .flags = OFS_LINE_IN_ITEM)),
        "item: Homes | item: Schools");
    check_blocks("rows of one cell beside prose: bold ones are headings",
                 LINES(CELL(0, 0, 1, PAGE_OF_WORDS), CELL(1, 0, 2, "Help"),
                       LINE("Homes", .kind = OFS_LINE_CELL, .page = 1, .table = 1, .row = 2, .element = 3,
                            .flags = OFS_LINE_BOLD),
                       CELL(3, 0, 4, "Care"), CELL(3, 1, 5, "Good")),
                 "paragraph: " PAGE_OF_WORDS
                 " | table 2x1: 10 'Help' | heading: Homes | table 4x2: 30 'Care' 31 'Good'");
    check_blocks("a row of 200 bytes in a column of its own is no prose",
                 LINES(CELL(0, 0, 1, "Help"), CELL(0, 1, 2, "Good"), CELL(1, 0, 3, TWO_HUNDRED)),
                 "table 2x2: 00 'Help' 01 'Good' 10 '" TWO_HUNDRED "'");
    check_blocks("a row of 201 bytes is",
                 LINES(CELL(0, 0, 1, "Help"), CELL(0, 1, 2, "Good"), CELL(1, 0, 3, TWO_HUNDRED "s")),
                 "table 1x2: 00 'Help' 01 'Good' | paragraph: " TWO_HUNDRED "s");
    check_blocks("a row of prose", LINES(CELL(0, 0, 1, "Help"), CELL(0, 1, 2, "Good"), CELL(1, 0, 3, PAGE_OF_WORDS)),
                 "table 1x2: 00 'Help' 01 'Good' | paragraph: " PAGE_OF_WORDS);
    check_blocks("… and its heading",
                 LINES(LINE("Help", .kind = OFS_LINE_CELL, .page = 1, .table = 1, .element = 1, .flags = OFS_LINE_BOLD),
                       CELL(1, 0, 3, PAGE_OF_WORDS), CELL(2, 0, 4, "Homes"), CELL(2, 1, 5, "Good")),
                 "heading: Help | paragraph: " PAGE_OF_WORDS " | table 3x2: 20 'Homes' 21 'Good'");
    check_blocks("two tables",
                 LINES(CELL(0, 0, 1, "Help"), CELL(0, 1, 2, "Good"),
                       LINE("Homes", .kind = OFS_LINE_CELL, .page = 1, .table = 2, .element = 3),
                       LINE("Poor", .kind = OFS_LINE_CELL, .page = 1, .table = 2, .element = 4, .column = 1)),
                 "table 1x2: 00 'Help' 01 'Good' | table 1x2: 00 'Homes' 01 'Poor'");
    check_blocks(
        "prose beside its label stays in its cell",
        LINES(CELL(0, 0, 1, "Help"), CELL(0, 1, 2, PAGE_OF_WORDS), CELL(1, 0, 3, "Homes"), CELL(1, 1, 4, "Poor")),
        "table 2x2: 00 'Help' 01 '" PAGE_OF_WORDS "' 10 'Homes' 11 'Poor'");
    check_blocks("a number in a cell of its own is that of the paragraph beside it, beside short ones, too",
                 LINES(CELL(0, 0, 1, "1."), CELL(0, 1, 2, "Help."), CELL(1, 0, 3, "2."), CELL(1, 1, 4, TWO_HUNDRED),
                       CELL(2, 0, 5, "3."), CELL(2, 1, 6, "Homes."), CELL(2, 1, 7, "Schools.")),
                 "paragraph 1: Help. | paragraph 2: " TWO_HUNDRED " | paragraph 3: Homes. | paragraph: Schools.");
    check_blocks("… not where no cell holds prose",
                 LINES(CELL(0, 0, 1, "1."), CELL(0, 1, 2, "Help."), CELL(1, 0, 3, "2."), CELL(1, 1, 4, "Homes.")),
                 "table 2x2: 00 '1.' 01 'Help.' 10 '2.' 11 'Homes.'");
    check_blocks("… nor in rows of three cells, or with more than the number",
                 LINES(CELL(0, 0, 1, "1."), CELL(0, 1, 2, PAGE_OF_WORDS), CELL(1, 0, 3, "2."),
                       CELL(1, 1, 4, PAGE_OF_WORDS), CELL(1, 2, 5, "Good"), CELL(2, 0, 6, "3. Help"),
                       CELL(2, 1, 7, PAGE_OF_WORDS)),
                 "paragraph 1: " PAGE_OF_WORDS " | table 3x3: 10 '2.' 11 '" PAGE_OF_WORDS
                 "' 12 'Good' 20 '3. Help' 21 '" PAGE_OF_WORDS "'");
    check_blocks("a number above its paragraph in one cell",
                 LINES(CELL(0, 0, 1, "4."), CELL(0, 0, 2, PAGE_OF_WORDS), CELL(1, 0, 3, "5."), CELL(1, 0, 4, "Help."),
                       CELL(1, 0, 5, "Homes.")),
                 "paragraph 4: " PAGE_OF_WORDS " | paragraph 5: Help. | paragraph: Homes.");
    check_blocks("… a bold one, and one above a heading",
                 LINES(LINE("4.", .kind = OFS_LINE_PARA, .page = 1, .element = 1, .flags = OFS_LINE_BOLD),
                       LINE("Help.", .kind = OFS_LINE_PARA, .page = 1, .element = 2),
                       LINE("5.", .kind = OFS_LINE_PARA, .page = 1, .element = 3),
                       LINE("Homes", .kind = OFS_LINE_PARA, .page = 1, .element = 4, .flags = OFS_LINE_BOLD)),
                 "paragraph 4: Help. | heading: Homes");
    check_blocks("a bold cell",
                 LINES(LINE("Help", .kind = OFS_LINE_CELL, .page = 1, .table = 1, .element = 1, .flags = OFS_LINE_BOLD),
                       CELL(0, 1, 2, "Good")),
                 "table 1x2: 00b 'Help' 01 'Good'");
    check_blocks("a cell's paragraph that ran to the edge",
                 LINES(LINE("Help in", .kind = OFS_LINE_CELL, .page = 1, .table = 1, .element = 1, .size = 12,
                            .flags = OFS_LINE_WRAPPED),
                       LINE("Ayton.", .kind = OFS_LINE_CELL, .page = 1, .table = 1, .element = 2, .size = 12)),
                 "paragraph: Help in Ayton.");
    check_blocks(
        "… and another cell's",
        LINES(LINE("Help in", .kind = OFS_LINE_CELL, .page = 1, .table = 1, .element = 1, .size = 12,
                   .flags = OFS_LINE_WRAPPED),
              LINE("Ayton.", .kind = OFS_LINE_CELL, .page = 1, .table = 1, .row = 1, .element = 2, .size = 12)),
        "paragraph: Help in | paragraph: Ayton.");
}

static void test_notes(void)
{
    check_blocks("a mark is dropped from what it marks",
                 LINES(PARA(1, 1, "Seen in Ayton.1 They know."), NOTE(1, 2, "1 The town.")),
                 "paragraph: Seen in Ayton. They know. | note 1: The town.");
    check_blocks("marks of two digits", LINES(PARA(1, 1, "Seen in Ayton.12 They know."), NOTE(1, 2, "12 The town.")),
                 "paragraph: Seen in Ayton. They know. | note 12: The town.");
    check_blocks("after a quotation mark",
                 LINES(PARA(1, 1,
                            "Seen \xE2\x80\x98in town\xE2\x80\x99"
                            "1 by day."),
                       NOTE(1, 2, "1 The town.")),
                 "paragraph: Seen \xE2\x80\x98in town\xE2\x80\x99 by day. | note 1: The town.");
    check_blocks("after an apostrophe, before a comma",
                 LINES(PARA(1, 1,
                            "Two live in schools\xE2\x80\x99"
                            "1, both in town. Of 12\xE2\x80\x99"
                            "2, none."),
                       NOTE(1, 2, "1 The town."), NOTE(1, 3, "2 A.")),
                 "paragraph: Two live in schools\xE2\x80\x99, both in town. Of 12\xE2\x80\x99"
                 "2, none. | note 1: The town. | note 2: A.");
    check_blocks("in front of a heading, where nothing else has the mark",
                 LINES(PARA(1, 1, "1Information about Ayton"), PARA(1, 2, "2They are seen."), NOTE(1, 3, "1 The town."),
                       NOTE(1, 4, "2 A.")),
                 "paragraph: Information about Ayton | paragraph: 2They are seen. | note 1: The town. | note 2: A.");
    check_blocks("no mark: a number's digits, a name's, another page's",
                 LINES(PARA(1, 1,
                            "Seen 0.1 times, in B1 and K\xC3\xA9"
                            "1, in 1 town.11"),
                       PARA(2, 3, "Seen.1"), NOTE(1, 2, "1 The town.")),
                 "paragraph: Seen 0.1 times, in B1 and K\xC3\xA9"
                 "1, in 1 town.11 | paragraph: Seen.1 | note 1: The town.");
    check_blocks("after a word, a share, a year behind its month",
                 LINES(PARA(1, 1, "Help at schools3, for 16%4 of them (some5), at 31 March 201610."),
                       NOTE(1, 2, "3 A."), NOTE(1, 3, "4 B."), NOTE(1, 4, "5 C."), NOTE(1, 5, "10 D.")),
                 "paragraph: Help at schools, for 16% of them (some), at 31 March 2016. | note 3: A. | note 4: B. | "
                 "note 5: C. | note 10: D.");
    check_blocks("after a number that has its thousands; no mark: a number's own digits",
                 LINES(PARA(1, 1, "Of 56,2002 children 1,234 and 12,345 are seen."), NOTE(1, 2, "2 A."),
                       NOTE(1, 3, "4 B."), NOTE(1, 4, "5 C.")),
                 "paragraph: Of 56,200 children 1,234 and 12,345 are seen. | note 2: A. | note 4: B. | note 5: C.");
    check_blocks("after an acronym, where nothing else has the mark",
                 LINES(PARA(1, 1, "SENDCo1 and CAMHS2 know CAMHS2."), NOTE(1, 2, "1 A."), NOTE(1, 3, "2 B.")),
                 "paragraph: SENDCo and CAMHS know CAMHS2. | note 1: A. | note 2: B.");
    check_blocks("no mark: an acronym's own figure, where a word has the mark, or short",
                 LINES(PARA(1, 1, "With AIM2 and KS3 schools2 know."), NOTE(1, 2, "2 A."), NOTE(1, 3, "3 B.")),
                 "paragraph: With AIM2 and KS3 schools know. | note 2: A. | note 3: B.");
    check_blocks("no mark: a number of five digits, part of a word or a number",
                 LINES(PARA(1, 1, "Of 20161 children, ward7b, route7.5, in the March 19 7 and a7 saw it."),
                       NOTE(1, 2, "1 A."), NOTE(1, 3, "7 B.")),
                 "paragraph: Of 20161 children, ward7b, route7.5, in the March 19 7 and a7 saw it. | note 1: A. | "
                 "note 7: B.");
    check_blocks("no mark: after a letter beyond ASCII, after a dash",
                 LINES(PARA(1, 1,
                            "Seen in Caf\xC3\xA9"
                            "1 by day, \xE2\x80\x93"
                            "1 by night."),
                       NOTE(1, 2, "1 The town.")),
                 "paragraph: Seen in Caf\xC3\xA9"
                 "1 by day, \xE2\x80\x93"
                 "1 by night. | note 1: The town.");
    check_blocks("raised marks",
                 LINES(PARA(1, 1, "Seen\xC2\xB9 in Ayton.\xC2\xB2"), NOTE(1, 2, "\xC2\xB9 A."), NOTE(1, 3, "2 B.")),
                 "paragraph: Seen in Ayton. | note \xC2\xB9: A. | note 2: B.");
    check_blocks(
        "a raised mark of two digits",
        LINES(PARA(1, 1, "Seen\xC2\xB9 \xC2\xB9 \xC2\xB9\xC2\xB2 here\xC2\xB9\xC2\xB2 now\xE2\x81\xB9."),
              NOTE(1, 2, "\xC2\xB9\xC2\xB2 A."), NOTE(1, 3, "9 B.")),
        "paragraph: Seen\xC2\xB9 \xC2\xB9 \xC2\xB9\xC2\xB2 here now. | note \xC2\xB9\xC2\xB2: A. | note 9: B.");
    check_blocks("a longer raised mark is another",
                 LINES(PARA(1, 1, "Seen\xC2\xB9\xC2\xB2 here\xC2\xB9."), NOTE(1, 2, "1 A.")),
                 "paragraph: Seen\xC2\xB9\xC2\xB2 here. | note 1: A.");
    check_blocks(
        "without pages: above the note, behind the mark before",
        LINES(PARA(0, 1, "Seen.2 Now."), PARA(0, 2, "Known.1 All."), PARA(0, 3, "Homes.2"), NOTE(0, 4, "1 A."),
              NOTE(0, 5, "2 B."), PARA(0, 6, "Schools.3"), NOTE(0, 7, "4 C.")),
        "paragraph: Seen.2 Now. | paragraph: Known. All. | paragraph: Homes. | paragraph: Schools.3 | note 1: A. | "
        "note 2: B. | note 4: C.");
    check_blocks("without pages: not below the note", LINES(NOTE(0, 1, "1 A."), PARA(0, 2, "Seen.1")),
                 "paragraph: Seen.1 | note 1: A.");
    check_blocks("a mark that is no number stays", LINES(PARA(1, 1, "Seen.* They know."), NOTE(1, 2, "* The town.")),
                 "paragraph: Seen.* They know. | note *: The town.");
    check_blocks("a mark of three digits stays", LINES(PARA(1, 1, "Seen.123 They know."), NOTE(1, 2, "123 The town.")),
                 "paragraph: Seen.123 They know. | note 123: The town.");
    check_blocks("on a paragraph's second page",
                 LINES(PARA(1, 1, "Seen.2 They"), PARA(2, 2, "know.2"), NOTE(2, 3, "2 The town.")),
                 "paragraph p1-2: Seen. They know.2 | note 2: The town.");
    check_blocks("after a comma, a bracket, a colon",
                 LINES(PARA(1, 1, "Seen,1 (heard)2 and:3 known?4 \"Yes.\"5"), NOTE(1, 2, "1 A."), NOTE(1, 3, "2 B."),
                       NOTE(1, 4, "3 C."), NOTE(1, 5, "4 D."), NOTE(1, 6, "5 E.")),
                 "paragraph: Seen, (heard) and: known? \"Yes.\" | note 1: A. | note 2: B. | note 3: C. | note 4: D. | "
                 "note 5: E.");
    check_blocks("without a mark on the next page: its rest, where it had not ended",
                 LINES(NOTE(1, 1, "1 The town"), NOTE(2, 2, "of Ayton."), NOTE(3, 3, "All homes.")),
                 "note 1: The town of Ayton. | note : All homes.");
    check_blocks("once", LINES(PARA(1, 1, "Seen.1 Heard.1 Known."), NOTE(1, 2, "1 The town.")),
                 "paragraph: Seen. Heard.1 Known. | note 1: The town.");
    check_blocks("a note over several lines",
                 LINES(NOTE(1, 1, "1 The"), NOTE(1, 1, "2 towns."), NOTE(1, 2, "2 Homes.")),
                 "note 1: The 2 towns. | note 2: Homes.");
    check_blocks(
        "kinds of marks",
        LINES(NOTE(1, 1, "[1] The town."), NOTE(1, 2, "* All."), NOTE(1, 3, "\xC2\xB3 Homes."), NOTE(1, 4, "4Seen.")),
        "note [1]: The town. | note *: All. | note \xC2\xB3: Homes. | note 4: Seen.");
    check_blocks("a raised mark is no more than its raised digits",
                 LINES(NOTE(1, 1, "\xC2\xB2 5 homes."),
                       NOTE(1, 2,
                            "\xC2\xB3"
                            "5 schools."),
                       NOTE(1, 3, "\xC2\xB9\xC2\xB2 All.")),
                 "note \xC2\xB2: 5 homes. | note \xC2\xB3: 5 schools. | note \xC2\xB9\xC2\xB2: All.");
    check_blocks("no marks: they go on", LINES(NOTE(1, 1, "1 The town of"), NOTE(1, 2, "50% of"), NOTE(1, 3, "1,000.")),
                 "note 1: The town of 50% of 1,000.");
    check_blocks("it goes on overleaf", LINES(NOTE(1, 1, "1 The town"), NOTE(2, 2, "of Ayton.")),
                 "note 1: The town of Ayton.");
    check_blocks("two pages later", LINES(NOTE(1, 1, "1 The town"), NOTE(3, 2, "of Ayton.")),
                 "note 1: The town | note : of Ayton.");
    check_blocks("not tagged: only the next number begins a note",
                 LINES(NOTE(1, 0, "1 The"), NOTE(1, 0, "12 towns."), NOTE(1, 0, "2 Homes.")),
                 "note 1: The 12 towns. | note 2: Homes.");
}

/* So many notes of a page at most lose their marks, and begin anew on the next page. */
static void test_many_notes(void)
{
    static char words[43][16];
    static check_line lines[100];
    check_words paragraph = {{0}, 0}, want = {{0}, 0}, notes = {{0}, 0};
    uint32_t n = 0;
    for (int i = 1; i <= 42; i++)
        check_add(&paragraph, "seen%d ", i), check_add(&want, i <= 40 ? "%sseen" : "%sseen%d", i > 1 ? " " : "", i);
    check_add(&paragraph, "now.");
    check_add(&want, " now.");
    lines[n++] = (check_line){paragraph.at, {.kind = OFS_LINE_PARA, .page = 1, .element = 1}};
    for (int i = 1; i <= 42; i++) {
        snprintf(words[i], sizeof words[i], "%d A.", i);
        lines[n++] = (check_line){words[i], {.kind = OFS_LINE_NOTE, .page = 1, .element = (uint32_t)i + 1}};
        check_add(&notes, " | note %d: A.", i);
    }
    lines[n++] = (check_line){"Heard43 now.", {.kind = OFS_LINE_PARA, .page = 2, .element = 50}};
    lines[n++] = (check_line){"43 B.", {.kind = OFS_LINE_NOTE, .page = 2, .element = 51}};
    check_words all = {{0}, 0};
    check_add(&all, "paragraph: %s | paragraph: Heard now.%s | note 43: B.", want.at, notes.at);
    check_blocks("many notes", lines, all.at);
}

int main(void)
{
    test_many_notes();
    test_joining();
    test_items();
    test_entries_without_bullets();
    test_numbers();
    test_headings();
    test_tables();
    test_notes();
    return check_result();
}
