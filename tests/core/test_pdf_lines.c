/* What becomes of the runs of pages and of their tags, whoever filled them in: lines with their kind, place and flags, and
 * from where on a place, a size or a height makes other lines of them. */
#include "check.h"
#include "pdf/page.h"

enum { MOST_RUNS = 64, MOST_CHARS = 8192 };

/* A page has lines of: x, y, size, what else is said of it, the words. What else: 'b' bold, 'h' hidden, 'c' clipped, 's' in
 * a font of signs, 'u' in one whose widths are not sure, '#3' its marked content; '-' for nothing. In the words '`' is a line's
 * end, '~' a hyphen at one, '^' a soft hyphen, '_' a fixed space, '{' half a letter of two, '}' its other half. A line that
 * begins with '=' has the nodes of the tags: 'P@2' is a paragraph below the first element, '3@3' marked content in it. */
typedef struct trial {
    const char *pages; /* parted by form feeds */
    double number; /* in place of each '?' */
    float x[MOST_CHARS], y[MOST_CHARS], wide[MOST_CHARS], slack[MOST_CHARS];
    int clipped[MOST_RUNS];
} trial;

static const char *page_at(const char *pages, int index)
{
    for (; index > 0 && pages; index--)
        pages = strchr(pages, '\f') ? strchr(pages, '\f') + 1 : NULL;
    return pages;
}

static int open_trial(ofs_pdf *pdf, const void *data, size_t length)
{
    const trial *t = pdf->given;
    int pages = 1;
    (void)data, (void)length;
    for (const char *p = t->pages; *p; p++)
        pages += *p == '\f';
    return pages;
}

static uint32_t char_of(char c)
{
    static const char signs[] = "`~^_{}";
    static const uint32_t chars[] = {'\n', 2, 0xAD, 0xA0, 0xD835, 0xDC00};
    const char *sign = strchr(signs, c);
    return sign ? chars[sign - signs] : (unsigned char)c;
}

static void add_words(ofs_pdf *pdf, trial *t, float x, float y, float size, const char *says, const char *words)
{
    ofs_pdf_page *page = &pdf->page;
    const char *id = strchr(says, '#');
    uint32_t letters = 0;
    int first = page->char_count, n = first;
    t->clipped[page->run_count] = strchr(says, 'c') != NULL;
    ofs_pdf_add_run(pdf, first)->symbols = strchr(says, 's') != NULL;
    for (; *words; words++, n++) {
        uint32_t c = page->chars[n] = char_of(*words);
        t->x[n] = x + size / 2 * (float)(n - first);
        t->y[n] = y;
        t->wide[n] = size / 2;
        t->slack[n] = strchr(says, 'u') ? 2 : 0;
        letters += c > ' ' && c != 0xA0;
    }
    ofs_pdf_describe_run(pdf, size, strchr(says, 'h') != NULL, strchr(says, 'b') != NULL, id ? atoi(id + 1) : OFS_NONE);
    page->char_count = n;
    ofs_pdf_end_run(pdf, n, letters);
}

static void add_nodes(ofs_pdf *pdf, const char *line)
{
    static const char tags[] = "IGPHLilbTRCNX";
    char word[16];
    for (int n; sscanf(line, " %15s%n", word, &n) == 1; line += n) {
        const char *tag = strchr(tags, word[0]), *at = strchr(word, '@');
        FUZZ_CHECK(at);
        ofs_pdf_node node = {tag ? OFS_NONE : atoi(word), (uint8_t)atoi(at + 1), 0, 0};
        if (tag) {
            node.tag = (uint8_t)(tag - tags);
            node.level = (uint8_t)atoi(word + 1);
        }
        ofs_pdf_add_node(pdf, node);
    }
}

static ofs_pdf_opened open_page(ofs_pdf *pdf, int index)
{
    trial *t = (trial *)(uintptr_t)pdf->given;
    char line[512];
    ofs_pdf_clear_page(pdf, MOST_CHARS);
    pdf->page.char_count = 0;
    pdf->page.height = 800;
    for (const char *p = page_at(t->pages, index); *p && *p != '\f'; p += *p == '\n') {
        size_t n = 0;
        for (; *p && *p != '\n' && *p != '\f'; p++)
            n += (size_t)(*p == '?' ? snprintf(line + n, 16, "%.3f", t->number) : snprintf(line + n, 2, "%c", *p));
        FUZZ_CHECK(n < sizeof line - 16);
        line[n] = '\0';
        float x, y, size;
        char says[16];
        int words;
        if (*line == '=')
            add_nodes(pdf, line + 1);
        else if (*line) {
            FUZZ_CHECK(sscanf(line, "%f %f %f %15s %n", &x, &y, &size, says, &words) == 4);
            add_words(pdf, t, x, y, size, says, line + words);
        }
    }
    return OFS_PAGE_OPEN;
}

static void close_it(ofs_pdf *pdf)
{
    (void)pdf;
}

static void place_of(const ofs_pdf *pdf, int index, ofs_pdf_place *place)
{
    const trial *t = pdf->given;
    *place = (ofs_pdf_place){t->x[index], t->x[index] + t->wide[index], t->y[index], 0, t->slack[index], 0};
}

static int is_clipped(const ofs_pdf *pdf, const ofs_pdf_run *run)
{
    const trial *t = pdf->given;
    return t->clipped[run - pdf->page.runs];
}

static void add_flags(const ofs_line *line, check_words *out)
{
    static const char names[] = "gbwil.B";
    check_add(out, line->flags ? " " : "");
    for (int i = 0; names[i]; i++)
        if (line->flags >> i & 1)
            check_add(out, "%c", names[i]);
}

/* A line: its kind and level, its words, '=' for a tab; then its flags, and of a cell its table, row and column. With all:
 * size, left edge and element, too. */
static void add_line(const ofs_source *source, const ofs_line *line, int all, check_words *out)
{
    check_add(out, "%c%.0u ", "?PHICNXa"[line->kind], (unsigned)line->level);
    for (uint32_t i = line->start; i < line->end; i++)
        check_add(out, "%c", source->text.p[i] == '\t' ? '=' : source->text.p[i]);
    add_flags(line, out);
    if (line->table)
        check_add(out, " %u.%u.%u", (unsigned)line->table, (unsigned)line->row, (unsigned)line->column);
    if (all)
        check_add(out, " x%u @%u e%u", (unsigned)line->size, (unsigned)line->left, (unsigned)line->element);
}

static void read_trial(const char *pages, double number, int all, check_words *out)
{
    static const ofs_pdf_reader reader = {open_trial, open_page, close_it, close_it, place_of, is_clipped};
    static trial t;
    t.pages = pages;
    t.number = number;
    *out = (check_words){{0}, 0};
    const char *refusal;
    ofs_source *source;
    ofs_status status = ofs_pdf_read_by(&reader, &t, "%PDF-1.7", 8, NULL, &refusal, &source);
    if (status != OFS_OK) {
        FUZZ_CHECK(refusal || status == OFS_ERR_NO_TEXT);
        check_add(out, "! %s", refusal ? refusal : "too little text");
        return;
    }
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        check_add(out, i ? line->page != line[-1].page ? " || " : " | " : "");
        add_line(source, line, all, out);
    }
    for (uint32_t i = 0; i < source->unseen_count; i++) {
        check_add(out, " not seen %d.%u (%u): ", (int)source->unseen[i].kind, (unsigned)source->unseen[i].page,
                  (unsigned)source->unseen[i].text.n);
        check_add_str(out, source->unseen[i].text);
    }
    ofs_source_free(source);
}

/* At which number for '?' others come out. */
typedef struct sweep {
    const char *pages;
    double first, last, step; /* step 0: all is said of what comes out at the first */
    const char *want;
} sweep;

static void look_at_lines(const char *pages, double number, check_words *now)
{
    read_trial(pages, number, 0, now);
}

static void check_sweep(const sweep *s)
{
    if (s->step > 0) {
        check_sweep_of(s->pages, s->first, s->last, s->step, s->want, look_at_lines);
        return;
    }
    check_words got;
    read_trial(s->pages, s->first, 1, &got);
    check_expect(s->pages, s->want, &got);
}

/* First pages without tags: lines by their places, their gaps and edges, what runs from page to page, notes. Then tags of
 * every kind, what they leave out, and documents with too little text. */
static const sweep sweeps[] =
    {
        {"72 400 10 - Children are seen and heard by people they know.`\n72 ? 10 - Help`", 370, 430, 0.5,
         "370: ? Children are seen and heard by people they know. w | ? Help; 396: ? Children are seen and heard by people they know.Help w; 404.5: ? Help | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - Help\n? 420 10 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 60,
         140, 0.5,
         "60: ? for allHelp | ? Children are seen and heard by people they know. w; 72: ? Helpfor all | ? Children are seen and heard by people they know. w; 104: ? Help for all | ? Children are seen and heard by people they know. w; 104.5: ? Help=for all | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - Help`\n? 420 10 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 60,
         140, 0.5,
         "60: ? for allHelp | ? Children are seen and heard by people they know. w; 72: ? Helpfor all | ? Children are seen and heard by people they know. w; 94: ? Help for all | ? Children are seen and heard by people they know. w; 104.5: ? Help=for all | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - Help\n? 424 7 - 2\n120 420 10 - who ask`\n72 400 10 - Children are seen and heard by people they know.`",
         70, 130, 0.5,
         "70: ? 2 | ? Help=who ask | ? Children are seen and heard by people they know. w; 87.5: ? Help2=who ask | ? Children are seen and heard by people they know. w; 104: ? 2 | ? Help=who ask | ? Children are seen and heard by people they know. w; 105: ? 2who ask | ? Help | ? Children are seen and heard by people they know. w; 121.5: ? 2 | ? Help=who ask | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - Help`\n95 ? 10 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 405,
         435, 0.25,
         "405: ? Help | ? for all | ? Children are seen and heard by people they know. w; 414.25: ? Help for all | ? Children are seen and heard by people they know. w; 426: ? for all | ? Help | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - Help`\n130 ? 10 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 405,
         435, 0.25,
         "405: ? Help | ? for all | ? Children are seen and heard by people they know. w; 416: ? Help=for all | ? Children are seen and heard by people they know. w; 424.25: ? for all | ? Help | ? Children are seen and heard by people they know. w"},
        {"72 420 20 - Help`\n130 ? 10 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 405,
         440, 0.5,
         "405: ? Help=for all | ? Children are seen and heard by people they know. w; 408.5: ? Help for all | ? Children are seen and heard by people they know. w; 432: ? for all | ? Help | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - Help`\n130 ? 20 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 405,
         440, 0.5,
         "405: ? Help | ? Children are seen and heard by people they know.for all w; 408.5: ? Help | ? for all | ? Children are seen and heard by people they know. w; 416: ? Help=for all | ? Children are seen and heard by people they know. w; 428.5: ? for all | ? Help | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - 12.\n? 420 10 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 80, 140,
         1,
         "80: ? 12.for all | ? Children are seen and heard by people they know. w; 99: ? 12. for all | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - 1234.\n? 420 10 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 90,
         140, 1,
         "90: ? 1234.for all | ? Children are seen and heard by people they know. w; 109: ? 1234. for all | ? Children are seen and heard by people they know. w; 110: ? 1234.=for all | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - 123.\n? 420 10 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 90,
         140, 1,
         "90: ? 123.for all | ? Children are seen and heard by people they know. w; 104: ? 123. for all | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - *\n? 420 10 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 70, 140,
         1,
         "70: ? for all* | ? Children are seen and heard by people they know. w; 72: ? *for all | ? Children are seen and heard by people they know. w; 89: ? * for all | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - ab\n? 420 10 - for all`\n72 400 10 - Children are seen and heard by people they know.`", 70, 140,
         1,
         "70: ? for allab | ? Children are seen and heard by people they know. w; 72: ? abfor all | ? Children are seen and heard by people they know. w; 94: ? ab for all | ? Children are seen and heard by people they know. w; 95: ? ab=for all | ? Children are seen and heard by people they know. w"},
        {"72 420 10 - *\n? 420 10 - for all\n300 420 10 - who ask`\n72 400 10 - Children are seen and heard by people they know.`",
         70, 140, 2,
         "70: ? for all*=who ask | ? Children are seen and heard by people they know. w; 72: ? *for all=who ask | ? Children are seen and heard by people they know. w; 90: ? * for all=who ask | ? Children are seen and heard by people they know. w"},
        {"300 420 10 - who`\n72 420 10 - Help`\n200 ? 10 - for`\n72 400 10 - Children are seen and heard by people they know.`",
         412, 428, 0.5,
         "412: ? Help=who | ? for | ? Children are seen and heard by people they know. w; 416: ? Help=for=who | ? Children are seen and heard by people they know. w; 424.5: ? for | ? Help=who | ? Children are seen and heard by people they know. w"},
        {"72 ? 10 - Help for`\n72 420 10 - all who`\n60 426 10 - Good`\n72 400 10 - Children are seen and heard by people they know.`",
         424, 450, 0.5,
         "424: ? GoodHelp for | ? all who | ? Children are seen and heard by people they know. w; 430.5: ? Help for | ? Good | ? all who | ? Children are seen and heard by people they know. gw; 441.5: ? Help for | ? Good | ? all who | ? Children are seen and heard by people they know. w"},
        {"72 432 10 - Help for`\n72 420 10 - all who`\n60 ? 10 - Good`\n72 400 10 - Children are seen and heard by people they know.`",
         416, 440, 0.5,
         "416: ? Help for | ? Goodall who | ? Children are seen and heard by people they know. w; 424.5: ? Help for | ? Good | ? all who | ? Children are seen and heard by people they know. gw; 428: ? GoodHelp for | ? all who | ? Children are seen and heard by people they know. w; 436.5: ? Good | ? Help for | ? all who | ? Children are seen and heard by people they know. gw"},
        {"72 ? 10 - Help for`\n72 420 10 - all who`\n180 426 10 - Good`\n72 400 10 - Children are seen and heard by people they know.`",
         424, 450, 0.5,
         "424: ? Help for=Good | ? all who | ? Children are seen and heard by people they know. w; 436: ? Help for | ? Good | ? all who | ? Children are seen and heard by people they know. gw; 441.5: ? Help for | ? Good | ? all who | ? Children are seen and heard by people they know. w"},
        {"72 432 10 - Help for`\n72 420 10 - all who`\n180 ? 10 - Good`\n72 400 10 - Children are seen and heard by people they know.`", 416, 440, 0.5, "416: ? Help for | ? all who=Good | ? Children are seen and heard by people they know. w; 424.5: ? Help for=Good | ? all who | ? Children are seen and heard by people they know. w; 436.5: ? Good | ? Help for | ? all who | ? Children are seen and heard by people they know. gw"},
        {"72 ? 10 - Help for`\n72 420 10 - all who`\n200 426 10 - Good`\n72 400 10 - Children are seen and heard by people they know.`",
         424, 450, 0.5,
         "424: ? Help for=Good | ? all who | ? Children are seen and heard by people they know. w; 436: ? Help for | ? Good | ? all who | ? Children are seen and heard by people they know. gw; 441.5: ? Help for | ? Good | ? all who | ? Children are seen and heard by people they know. w"},
        {"72 432 10 - Help for`\n72 420 10 - all who`\n200 ? 10 - Good`\n72 400 10 - Children are seen and heard by people they know.`",
         416, 440, 0.5,
         "416: ? Help for | ? all who=Good | ? Children are seen and heard by people they know. w; 424.5: ? Help for=Good | ? all who | ? Children are seen and heard by people they know. w; 436.5: ? Good | ? Help for | ? all who | ? Children are seen and heard by people they know. gw"},
        {"72 432 10 - Help for`\n72 ? 10 - all who`\n200 426 10 - Good`\n72 400 10 - Children are seen and heard by people they know.`",
         410, 428, 0.5,
         "410: ? Help for | ? Good | ? all who g | ? Children are seen and heard by people they know. w; 411: ? Help for | ? Good | ? all who | ? Children are seen and heard by people they know. w; 415.5: ? Help for | ? Good | ? all who | ? Children are seen and heard by people they know. gw; 416.5: ? Help for=Good | ? all who | ? Children are seen and heard by people they know. w; 422: ? Help for | ? all who=Good | ? Children are seen and heard by people they know. w; 428: ? Help forall who | ? Good | ? Children are seen and heard by people they know. w"},
        {"72 432 10 - Help for`\n? 420 10 - all who`\n200 426 10 - Good`\n72 400 10 - Children are seen and heard by people they know.`",
         60, 220, 5,
         "60: ? Help for=Good | ? all who | ? Children are seen and heard by people they know. w; 200: ? Help for | ? Good | ? all who | ? Children are seen and heard by people they know. gw; 210: ? Help for | ? Good | ? all who w | ? Children are seen and heard by people they know. gw"},
        {"72 432 10 - Help for`\n? 432 10 - and`\n72 420 10 - all who`\n200 426 10 - Good`\n72 400 10 - Children are seen and heard by people they know.`", 110, 220, 2,
         "110: ? Help forand=Good | ? all who | ? Children are seen and heard by people they know. w; 114: ? Help for and=Good | ? all who | ? Children are seen and heard by people they know. w; 126: ? Help for=and=Good | ? all who | ? Children are seen and heard by people they know. w; 174: ? Help for=and Good | ? all who | ? Children are seen and heard by people they know. w; 184: ? Help for=andGood | ? all who | ? Children are seen and heard by people they know. w; 186: ? Help for=and | ? Good | ? all who | ? Children are seen and heard by people they know. gw"},
        {"72 420 10 - well~\n72 408 10 - attended`\n72 400 10 - Children are seen and heard by people they know.`", 0,
         0, 0,
         "? well- x10 @72 e0 | ? attended x10 @72 e0 | ? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 - well~attended`\n72 400 10 - Children are seen and heard by people they know.`", 0, 0, 0,
         "? well- x10 @72 e0 | ? attended x10 @97 e0 | ? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 - w^l^__`\n72 408 10 - attended`\n72 400 10 - Children are seen and heard by people they know.`", 0,
         0, 0,
         "? w-l- x10 @72 e0 | ? attended x10 @72 e0 | ? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 - _Help__for_all `\n72 400 10 - Children are seen and heard by people they know.`", 0, 0, 0,
         "? Help for all x10 @77 e0 | ? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 - {}Help{ {`\n72 400 10 - Children are seen and heard by people they know.`", 0, 0, 0,
         "? 𝐀Help x10 @72 e0 | ? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 s lm`\n72 408 10 b - Help\n110 408 10 - for`\n72 400 10 - Children are seen and heard by people they know.`",
         0, 0, 0,
         "?  x10 @72 e0 | ? - Helpfor x10 @72 e0 | ? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 b Help`\n72 408 10 b 12 -`\n72 400 10 - Children are seen and heard by people they know.`", 0, 0, 0,
         "? Help b x10 @72 e0 | ? 12 - x10 @72 e0 | ? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 b Help \n100 420 10 - 12`\n72 408 10 b Help \n100 408 10 - a`\n72 400 10 - Children are seen and heard by people they know.`",
         0, 0, 0,
         "? Help 12 b x10 @72 e0 | ? Help a x10 @72 e0 | ? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 h Help`\n72 408 10 h for`\n72 390 10 - all`\n72 400 10 - Children are seen and heard by people they know.`",
         0, 0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0 | ? all x10 @72 e0 not seen 0.1 (5): Help  not seen 0.1 (4): for "},
        {"72 420 2.9 - Help`\n72 408 3 - for`\n72 400 10 - Children are seen and heard by people they know.`", 0, 0, 0,
         "? for x3 @72 e0 | ? Children are seen and heard by people they know. w x10 @72 e0 not seen 0.1 (5): Help "},
        {"72 420 10 c Help`\n72 400 10 - Children are seen and heard by people they know.`", 0, 0, 0,
         "? Help x10 @72 e0 | ? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 h   `\n72 400 10 - Children are seen and heard by people they know.`", 0, 0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 h He~`\n72 400 10 - Children are seen and heard by people they know.`\f72 420 10 h He`\n72 400 10 - Children are seen and heard by people they know.`",
         0, 0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0 || ? Children are seen and heard by people they know. w x10 @72 e0 not seen 0.1 (4): He-  not seen 0.2 (3): He "},
        {"72 420 7 - 1\n76 420 10 - Help`\n72 408 300 - A\n300 408 254.4 - A\n72 400 10 - Children are seen and heard by people they know.`",
         0, 0, 0, "? 1Help x10 @72 e0 | ? AAChildren are seen and heard by people they know. w x255 @72 e0"},
        {"? 420 10 - Help`\n72 400 10 - Children are seen and heard by people they know.`", -2, 2, 0.25,
         "-2: ? Help | ? Children are seen and heard by people they know. w"},
        {"72 420 ? - Help`\n72 400 10 - Children are seen and heard by people they know.`", 8, 12, 0.25,
         "8: ? Help | ? Children are seen and heard by people they know. w"},
        {"72 420 ? - Help`\n72 400 10 - Children are seen and heard by people they know.`", 0, 5, 0.25,
         "0: ? Help | ? Children are seen and heard by people they know. w; 0.25: ? Children are seen and heard by people they know. w not seen 0.1 (5): Help ; 3: ? Help | ? Children are seen and heard by people they know. w"},
        {"72 420 ? - Help`\n72 400 10 - Children are seen and heard by people they know.`", 0, 0, 0,
         "? Help x0 @72 e0 | ? Children are seen and heard by people they know. w x10 @72 e0"},
        {"72 420 10 - Help for all`\n72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`",
         0, 0, 0,
         "? Help for all x10 @72 e0 | ? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0"},
        {"72 414 10 - Their plans are clear and are kept to in time.`\n72 400 10 - Children are seen and heard by people they know.`\n72 ? 10 - Help and protection`",
         360, 392, 0.5,
         "360: ? Their plans are clear and are kept to in time. w | ? Children are seen and heard by people they know. w | ? Help and protection"},
        {"72 414 10 - Their plans are clear and are kept to in time.`\n72 400 10 - Children are seen and heard by people they know.`\n72 ? 20 - Help and protection`",
         340, 392, 0.5,
         "340: ? Their plans are clear and are kept to in time. w | ? Children are seen and heard by people they know. w | ? Help and protection w"},
        {"72 400 10 - Children are seen and heard by people they know.`\n? 386 10 - Help for all`", 60, 360, 5,
         "60: ? Children are seen and heard by people they know. w | ? Help for all; 185: ? Children are seen and heard by people they know. w | ? Help for all w"},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Help\n? 386 10 - for all`", 100,
         360, 5,
         "100: ? Children are seen and heard by people they know. w | ? Helpfor all; 105: ? Children are seen and heard by people they know. w | ? Help=for all"},
        {"? 400 10 - Children are seen and heard by people they know`\n72 386 10 - Help for all who ask for it`", 60,
         200, 5, "60: ? Children are seen and heard by people they know w | ? Help for all who ask for it"},
        {"72 400 10 - Children are seen and heard by the town.`\n72 386 10 - Help`", 0, 0, 0,
         "? Children are seen and heard by the town. w x10 @72 e0 | ? Help x10 @72 e0"},
        {"72 400 10 - Children are seen and heard by the town`\n72 386 10 - Help`", 0, 0, 0,
         "? Children are seen and heard by the town x10 @72 e0 | ? Help x10 @72 e0"},
        {"72 400 10 u Children are seen and heard by the town.`\n72 386 10 - Help`", 0, 0, 0,
         "! a line whose end depends on a font that is not embedded"},
        {"72 400 10 u Children are seen and heard by the town.`\n? 386 10 - Help for all`", 60, 360, 2,
         "60: ! a line whose end depends on a font that is not embedded"},
        {"72 400 10 - Children are seen and heard by the town.`\n? 386 10 u Help for all`", 60, 360, 2,
         "60: ! a line whose end depends on a font that is not embedded"},
        {"72 ? 10 - Report 1 of 12`\n72 400 10 - Page 1 is of children whom people know.\f72 ? 10 - Report 2 of 12`\n72 400 10 - Page 2 is of children whom people know.\f72 ? 10 - Report 3 of 12`\n72 400 10 - Page 3 is of children whom people know.\f72 ? 10 - Report 4 of 12`\n72 400 10 - Page 4 is of children whom people know.",
         690, 800, 1,
         "690: ? Report 1 of 12 | ? Page 1 is of children whom people know. || ? Report 2 of 12 | ? Page 2 is of children whom people know. || ? Report 3 of 12 | ? Page 3 is of children whom people know. || ? Report 4 of 12 | ? Page 4 is of children whom people know.; 705: a Report 1 of 12 | ? Page 1 is of children whom people know. || a Report 2 of 12 | ? Page 2 is of children whom people know. || a Report 3 of 12 | ? Page 3 is of children whom people know. || a Report 4 of 12 | ? Page 4 is of children whom people know."},
        {"72 ? 10 - Report 1 of 12`\n72 400 10 - Page 1 is of children whom people know.\f72 ? 10 - Report 2 of 12`\n72 400 10 - Page 2 is of children whom people know.\f72 ? 10 - Report 3 of 12`\n72 400 10 - Page 3 is of children whom people know.\f72 ? 10 - Report 4 of 12`\n72 400 10 - Page 4 is of children whom people know.",
         80, 110, 1,
         "80: ? Page 1 is of children whom people know. | a Report 1 of 12 || ? Page 2 is of children whom people know. | a Report 2 of 12 || ? Page 3 is of children whom people know. | a Report 3 of 12 || ? Page 4 is of children whom people know. | a Report 4 of 12; 96: ? Page 1 is of children whom people know. | ? Report 1 of 12 || ? Page 2 is of children whom people know. | ? Report 2 of 12 || ? Page 3 is of children whom people know. | ? Report 3 of 12 || ? Page 4 is of children whom people know. | ? Report 4 of 12"},
        {"72 ? 10 - 1`\n72 400 10 - Page 1 is of children whom people know.\f72 ? 10 - 2`\n72 400 10 - Page 2 is of children whom people know.\f72 ? 10 - 3`\n72 400 10 - Page 3 is of children whom people know.\f72 ? 10 - 4`\n72 400 10 - Page 4 is of children whom people know.",
         80, 110, 1,
         "80: ? Page 1 is of children whom people know. | a 1 || ? Page 2 is of children whom people know. | a 2 || ? Page 3 is of children whom people know. | a 3 || ? Page 4 is of children whom people know. | a 4; 96: ? Page 1 is of children whom people know. | ? 1 || ? Page 2 is of children whom people know. | ? 2 || ? Page 3 is of children whom people know. | ? 3 || ? Page 4 is of children whom people know. | ? 4"},
        {"72 40 10 - 111`\n72 400 10 - Page 1 is of children whom people know.\f72 40 10 - 222`\n72 400 10 - Page 2 is of children whom people know.\f72 40 10 - 333`\n72 400 10 - Page 3 is of children whom people know.\f72 40 10 - 444`\n72 400 10 - Page 4 is of children whom people know.",
         0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | a 111 x10 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | a 222 x10 @72 e0 || ? Page 3 is of children whom people know. x10 @72 e0 | a 333 x10 @72 e0 || ? Page 4 is of children whom people know. x10 @72 e0 | a 444 x10 @72 e0"},
        {"72 40 10 - 1111`\n72 400 10 - Page 1 is of children whom people know.\f72 40 10 - 2222`\n72 400 10 - Page 2 is of children whom people know.",
         0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | ? 1111 x10 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | ? 2222 x10 @72 e0"},
        {"72 40 10 - Ofsted`\n72 400 10 - Page 1 is of children whom people know.", 0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | ? Ofsted x10 @72 e0"},
        {"72 40 ? - Ofsted`\n72 400 10 - Page 1 is of children whom people know.", 6, 10, 0.5,
         "6: ? Page 1 is of children whom people know. | ? Ofsted"},
        {"72 40 10 - Ofsted`\n72 400 10 - Page 1 is of children whom people know.\f72 40 10 - Ofsted`\n72 400 10 - Page 2 is of children whom people know.",
         0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | ? Ofsted x10 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | ? Ofsted x10 @72 e0"},
        {"72 40 ? - Ofsted`\n72 400 10 - Page 1 is of children whom people know.\f72 40 ? - Ofsted`\n72 400 10 - Page 2 is of children whom people know.",
         6, 10, 0.5,
         "6: ? Page 1 is of children whom people know. | a Ofsted || ? Page 2 is of children whom people know. | a Ofsted; 8.5: ? Page 1 is of children whom people know. | ? Ofsted || ? Page 2 is of children whom people know. | ? Ofsted"},
        {"72 40 10 - Ofsted`\n72 400 10 - Page 1 is of children whom people know.\f72 40 10 - Ofsted`\n72 400 10 - Page 2 is of children whom people know.\f72 40 10 - Ofsted`\n72 400 10 - Page 3 is of children whom people know.",
         0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | a Ofsted x10 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | a Ofsted x10 @72 e0 || ? Page 3 is of children whom people know. x10 @72 e0 | a Ofsted x10 @72 e0"},
        {"72 40 ? - Ofsted`\n72 400 10 - Page 1 is of children whom people know.\f72 40 ? - Ofsted`\n72 400 10 - Page 2 is of children whom people know.\f72 40 ? - Ofsted`\n72 400 10 - Page 3 is of children whom people know.",
         6, 10, 0.5,
         "6: ? Page 1 is of children whom people know. | a Ofsted || ? Page 2 is of children whom people know. | a Ofsted || ? Page 3 is of children whom people know. | a Ofsted"},
        {"72 40 10 - Ofsted`\n72 400 10 - Page 1 is of children whom people know.\f72 ? 10 - Ofsted`\n72 400 10 - Page 2 is of children whom people know.\f72 40 10 - Ofsted`\n72 400 10 - Page 3 is of children whom people know.",
         25, 55, 1,
         "25: ? Page 1 is of children whom people know. | ? Ofsted || ? Page 2 is of children whom people know. | ? Ofsted || ? Page 3 is of children whom people know. | ? Ofsted; 35: ? Page 1 is of children whom people know. | a Ofsted || ? Page 2 is of children whom people know. | a Ofsted || ? Page 3 is of children whom people know. | a Ofsted; 46: ? Page 1 is of children whom people know. | ? Ofsted || ? Page 2 is of children whom people know. | ? Ofsted || ? Page 3 is of children whom people know. | ? Ofsted"},
        {"72 40 10 - Ofsted`\n72 400 10 - Page 1 is of children whom people know.\f72 40 10 - Ofsted here`\n72 400 10 - Page 2 is of children whom people know.\f72 40 10 - Ofsted`\n72 400 10 - Page 3 is of children whom people know.",
         0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | ? Ofsted x10 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | ? Ofsted here x10 @72 e0 || ? Page 3 is of children whom people know. x10 @72 e0 | ? Ofsted x10 @72 e0"},
        {"72 40 10 - 7 Ofs ted 5`\n72 400 10 - Page 1 is of children whom people know.\f72 40 10 - 14 Ofs ted 10`\n72 400 10 - Page 2 is of children whom people know.\f72 40 10 - 21 Ofs ted 15`\n72 400 10 - Page 3 is of children whom people know.",
         0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | a 7 Ofs ted 5 x10 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | a 14 Ofs ted 10 x10 @72 e0 || ? Page 3 is of children whom people know. x10 @72 e0 | a 21 Ofs ted 15 x10 @72 e0"},
        {"72 40 10 - Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others a`\n72 400 10 - Page 1 is of children whom people know.\f72 40 10 - Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others a`\n72 400 10 - Page 2 is of children whom people know.\f72 40 10 - Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others a`\n72 400 10 - Page 3 is of children whom people know.",
         0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | a Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others a w x10 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | a Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others a w x10 @72 e0 || ? Page 3 is of children whom people know. x10 @72 e0 | a Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others Of and others a w x10 @72 e0"},
        {"72 40 5 - Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted help`\n72 400 10 - Page 1 is of children whom people know.\f72 40 5 - Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted help`\n72 400 10 - Page 2 is of children whom people know.\f72 40 5 - Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted help`\n72 400 10 - Page 3 is of children whom people know.", 0,
         0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | a Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted help w x5 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | a Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted help w x5 @72 e0 || ? Page 3 is of children whom people know. x10 @72 e0 | a Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted help w x5 @72 e0"},
        {"72 40 5 - Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted helps`\n72 400 10 - Page 1 is of children whom people know.\f72 40 5 - Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted helps`\n72 400 10 - Page 2 is of children whom people know.\f72 40 5 - Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted helps`\n72 400 10 - Page 3 is of children whom people know.",
         0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | ? Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted helps w x5 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | ? Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted helps w x5 @72 e0 || ? Page 3 is of children whom people know. x10 @72 e0 | ? Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted Ofsted helps w x5 @72 e0"},
        {"72 40 10 - Ofsted`\n72 52 10 - Ofsted`\n72 400 10 - Page 1 is of children whom people know.\f72 40 10 - Ofs`\n72 400 10 - Page 2 is of children whom people know.",
         0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | ? Ofsted x10 @72 e0 | ? Ofsted x10 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | ? Ofs x10 @72 e0"},
        {"72 40 10 - Ofsted`\n72 43 10 - Ofsted`\n72 400 10 - Page 1 is of children whom people know.\f72 40 10 - Ofsted`\n72 43 10 - Ofsted`\n72 400 10 - Page 2 is of children whom people know.",
         0, 0, 0,
         "? Page 1 is of children whom people know. x10 @72 e0 | ? OfstedOfsted x10 @72 e0 || ? Page 2 is of children whom people know. x10 @72 e0 | ? OfstedOfsted x10 @72 e0"},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 60 7 - 1 The law of 1989.`\n72 52 7 - It goes on here below.`",
         0, 0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | N 1 The law of 1989. g x7 @72 e0 | N It goes on here below. x7 @72 e0"},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 60 7 - 0 The law of 1989.`\n72 52 7 - It goes on here below.`",
         0, 0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | ? 0 The law of 1989. g x7 @72 e0 | ? It goes on here below. x7 @72 e0"},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 60 7 - 9 The law of 1989.`\n72 52 7 - It goes on here below.`", 0, 0, 0, "? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | N 9 The law of 1989. g x7 @72 e0 | N It goes on here below. x7 @72 e0"},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 60 7 - a The law of 1989.`\n72 52 7 - It goes on here below.`",
         0, 0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | ? a The law of 1989. g x7 @72 e0 | ? It goes on here below. x7 @72 e0"},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 60 7 - * The law of 1989.`\n72 52 7 - It goes on here below.`",
         0, 0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | N * The law of 1989. g x7 @72 e0 | N It goes on here below. x7 @72 e0"},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 60 7 - 12 The law of 1989.`\n72 52 7 - It goes on here below.`",
         0, 0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | N 12 The law of 1989. g x7 @72 e0 | N It goes on here below. x7 @72 e0"},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 ? 7 - 1 The law of 1989.`\n72 52 7 - It goes on here below.`",
         300, 340, 1,
         "300: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | N 1 The law of 1989. | N It goes on here below. g; 321: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | ? 1 The law of 1989. | ? It goes on here below. g"},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 60 ? - 1 The law of 1989.`\n72 52 7 - It goes on here below.`",
         6, 12,
         0.5, "6: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | N 1 The law of 1989. g | N It goes on here below.; 8.5: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | ? 1 The law of 1989. g | ? It goes on here below."},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 80 7 - 1 One is here.`\n72 70 7 - 2 Two is here.`\n72 ? 10 - Help`",
         50, 90, 2,
         "50: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | ? 1 One is here. g | ? 2 Two is here. | ? Help; 68: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | N 1 One is here. g | N 2 Two is here.Help; 76: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | ? 1 One is here. g | ? Help | N 2 Two is here.; 78: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | N 1 One is here.Help g | N 2 Two is here.; 86: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | ? Help g | N 1 One is here. | N 2 Two is here."},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 120 7 - 1 One is here.`\n72 110 ? - Help is given.`\n72 100 7 - 2 Two is here.`",
         6, 12, 1,
         "6: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | N 1 One is here. g | N Help is given. | N 2 Two is here.; 9: ? Children are seen and heard by people they know. w | ? Their plans are clear and are kept to in good time. w | ? 1 One is here. g | ? Help is given. | N 2 Two is here."},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 120 7 - 1 One is 1 here.`\n72 40 7 - Ofsted`\f72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 120 7 - 1 One is 2 here.`\n72 40 7 - Ofsted`\f72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 120 7 - 1 One is 3 here.`\n72 40 7 - Ofsted`", 0,
         0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | N 1 One is 1 here. g x7 @72 e0 | a Ofsted x7 @72 e0 || ? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | N 1 One is 2 here. g x7 @72 e0 | a Ofsted x7 @72 e0 || ? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | N 1 One is 3 here. g x7 @72 e0 | a Ofsted x7 @72 e0"},
        {"72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 120 7 - 1 One is here.`\f72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 120 7 - 2 One is here.`\f72 400 10 - Children are seen and heard by people they know.`\n72 386 10 - Their plans are clear and are kept to in good time.`\n72 120 7 - 3 One is here.`",
         0, 0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | N 1 One is here. x7 @72 e0 || ? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | N 2 One is here. x7 @72 e0 || ? Children are seen and heard by people they know. w x10 @72 e0 | ? Their plans are clear and are kept to in good time. w x10 @72 e0 | N 3 One is here. x7 @72 e0"},
        {"= P@1 0@2 H1@1 1@2 H2@1 2@2 G@1 P@2 3@3\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 16 b#1 Leaders`\n72 360 12 #2 Help`\n72 340 10 #3 They know.`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | H1 Leaders b x16 @72 e2 | H2 Help g x12 @72 e3 | P They know. g x10 @72 e4"},
        {"= P@1 0@2 P@1 1@2 2@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help\n? 380 10 #2 for all`",
         80, 110, 0.25, "80: P Children are seen and heard by people they know. w | P Helpfor all g"},
        {"= P@1 0@2 P@1 2@2 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help\n? 380 10 #2 for all`",
         20, 110, 0.5,
         "20: P Children are seen and heard by people they know. w | P for all Help g; 35.5: P Children are seen and heard by people they know. w | P for allHelp g; 42.5: P Children are seen and heard by people they know. w | P for all gw | P Help"},
        {"= P@1 0@2 P@1 1@2 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help\n300 300 10 -- Other`\n? 380 10 #3 for all`",
         60, 120, 0.25,
         "60: P Children are seen and heard by people they know. w | P Help gw | P for all | a Other gw; 87: P Children are seen and heard by people they know. w | P Helpfor all g | a Other gw; 93.75: P Children are seen and heard by people they know. w | P Help for all g | a Other gw"},
        {"= P@1 0@2 P@1 1@2 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help\n300 300 10 -- Other`\n95 ? 10 #3 for all`",
         360, 400, 0.5,
         "360: P Children are seen and heard by people they know. w | P Help w | P for all | a Other gw; 365: P Children are seen and heard by people they know. w | P Help gw | P for all | a Other gw; 374.5: P Children are seen and heard by people they know. w | P Help for all g | a Other gw; 386: P Children are seen and heard by people they know. w | P Help gw | P for all | a Other gw"},
        {"= P@1 0@2 P@1 1@2 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help \n300 300 10 -- Other`\n? 380 10 #3 for all`",
         60, 120, 0.5,
         "60: P Children are seen and heard by people they know. w | P Help gw | P for all | a Other gw; 87: P Children are seen and heard by people they know. w | P Help for all g | a Other gw"},
        {"= P@1 0@2 P@1 1@2 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help\n300 300 10 -- Other`\n? 380 10 #3  for all`",
         60, 120, 0.5,
         "60: P Children are seen and heard by people they know. w | P Help gw | P for all | a Other gw; 87: P Children are seen and heard by people they know. w | P Helpfor all g | a Other gw; 94: P Children are seen and heard by people they know. w | P Help for all g | a Other gw"},
        {"= P@1 0@2 P@1 1@2 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 u#1 Help\n300 300 10 -- Other`\n? 380 10 #3 for all`",
         60, 120, 0.5,
         "60: P Children are seen and heard by people they know. w | P Help gw | P for all | a Other gw; 85: ! a line whose end depends on a font that is not embedded; 89.5: P Children are seen and heard by people they know. w | P Helpfor all g | a Other gw; 91.5: ! a line whose end depends on a font that is not embedded; 96: P Children are seen and heard by people they know. w | P Help for all g | a Other gw"},
        {"= P@1 0@2 P@1 1@2 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 u#1 Help \n300 300 10 -- Other`\n? 380 10 #3 for all`",
         60, 120, 0.5,
         "60: P Children are seen and heard by people they know. w | P Help gw | P for all | a Other gw; 85: ! a line whose end depends on a font that is not embedded; 89.5: P Children are seen and heard by people they know. w | P Help for all g | a Other gw"},
        {"= P@1 0@2 P@1 1@2 2@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n92 ? 7 #2 2\n96 380 10 #2 for`",
         370, 392, 0.5,
         "370: P Children are seen and heard by people they know. w | P Help gw | P 2for; 374.5: P Children are seen and heard by people they know. w | P Help2for g; 386: P Children are seen and heard by people they know. w | P Help gw | P 2for"},
        {"= P@1 0@2 P@1 1@2 2@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 well~\n72 366 10 #2 attended`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P well- gw x10 @72 e2 | P attended x10 @72 e2"},
        {"= P@1 0@2 P@1 1@2 2@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 wel^\n72 366 10 #2 ly`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | P welly g x10 @72 e2"},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 wel^`\n72 366 10 #1 ly`\n72 352 10 #1 Now`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P wel­ gw x10 @72 e2 | P ly w x10 @72 e2 | P Now x10 @72 e2"},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 53.\n87 380 10 #1 Help`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | P 53. Help g x10 @72 e2"},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 5)\n87 380 10 #1 Help`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | P 5) Help g x10 @72 e2"},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 1234.\n97 380 10 #1 Help`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | P 1234.Help g x10 @72 e2"},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 12\n82 380 10 #1 Help`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | P 12Help g x10 @72 e2"},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 12.\n87 380 10 #1 5 Help`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | P 12.5 Help g x10 @72 e2"},
        {"= P@1 0@2 N@1 P@2 1@3\n72 400 10 #0 Children are seen and heard by people they know.`\n72 60 7 #1 12\n79 60 7 #1 Help`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | N 12 Help g x7 @72 e2"},
        {"= P@1 0@2 N@1 l@2 1@3 P@2 2@3\n72 400 10 #0 Children are seen and heard by people they know.`\n72 60 7 #1 12\n79 60 7 #2 The law`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | N 12 The law gl x7 @72 e2"},
        {"= P@1 0@2 N@1 1@2 P@2 2@3\n72 400 10 #0 Children are seen and heard by people they know.`\n72 60 7 #1 12\n79 60 7 #2 The law`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | N 12 The law g x7 @72 e2"},
        {"= P@1 0@2 P@1 1@2 N@2 2@3 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help\n72 60 7 #2 1 The law\n110 380 10 #3 for`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help for g x10 @72 e2 | N 1 The law g x7 @72 e3"},
        {"= P@1 0@2 P@1 1@2 N@2 P@3 2@4 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help\n72 60 7 #2 1 The law\n92 380 10 #3 for`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Helpfor g x10 @72 e2 | N 1 The law g x7 @72 e3"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 *\n100 380 10 #2 Help for all`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | I1 * Help for all gl x10 @72 e2"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 1.\n100 380 10 #2 Help for all`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | I1 1. Help for all gl x10 @72 e2"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 ab\n100 380 10 #2 Help for all`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | I1 abHelp for all g x10 @72 e2"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 viii.\n100 380 10 #2 Help for all`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | I1 viii. Help for all gl x10 @72 e2"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help here\n100 380 10 #2 Help for all`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | I1 Help hereHelp for all g x10 @72 e2"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 12\n100 380 10 #2 Help for all`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | I1 12 Help for all gl x10 @72 e2"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 *\n? 380 10 #2 Help for all`",
         70, 200, 10,
         "70: P Children are seen and heard by people they know. w | I1 * Help for all gl; 190: P Children are seen and heard by people they know. w | I1 * Help for all gwl"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #2 Help\n100 380 10 #1 *`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | I1 Help* g x10 @72 e2"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 *`\n100 ? 10 #2 Help`",
         340, 390, 5, "340: P Children are seen and heard by people they know. w | I1 * Help gl"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 P@4 2@5 P@4 3@5\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 *\n100 380 10 #2 Help`\n100 366 10 #3 for`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | I1 * Help gl x10 @72 e2 | I1 for x10 @100 e3"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 2@4 L@4 i@5 l@6 3@7 b@6 4@7 i@2 5@3\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 *\n100 380 10 #2 Help`\n110 366 10 #3 o\n120 366 10 #4 for`\n72 350 10 #5 all`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | I1 * Help gl x10 @72 e2 | I2 ofor x10 @110 e3 | I1 all g x10 @72 e4"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 b@3 H2@4 2@5 P@3 3@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 1.\n100 380 10 #2 Help`\n100 366 10 #3 for`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | H2 1. Help gl x10 @72 e2 | I1 for x10 @100 e3"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 i@2 2@3 i@2 l@3 3@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 *\n100 380 10 #2 Help`\n72 366 10 #3 o`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | I1 * g x10 @72 e2 | I1 Help x10 @100 e3 | I1 o x10 @72 e4"},
        {"= P@1 0@2 P@1 l@2 1@3 2@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 *\n100 380 10 #2 Help`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | P *Help g x10 @72 e2"},
        {"= P@1 0@2 L@1 i@2 l@3 1@4 l@3 2@4 b@3 3@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 *\n80 380 10 #2 -\n100 380 10 #3 Help`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | I1 *- Help gl x10 @72 e2"},
        {"= P@1 0@2 L@1 L@2 L@3 i@4 1@5\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`",
         0, 0, 0, "P Children are seen and heard by people they know. w x10 @72 e1 | I3 Help g x10 @72 e2"},
        {"= P@1 0@2 L@1 i@2 l@3 3@4 b@3 4@4 P@1 1@2 5@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #3 added\n100 300 10 #4 Help`\n72 360 10 #1 They were\n200 360 10 #5 to all`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | I1 addedHelp g x10 @72 e2 | P They wereto all g x10 @72 e3"},
        {"= P@1 0@2 P@1 1@2 5@2 L@1 i@2 l@3 3@4 b@3 6@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #3 added\n100 300 10 #6 Help`\n72 360 10 #1 They were\n200 360 10 #5 to all`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P They were gw x10 @72 e2 | P added w x10 @72 e2 | P to all x10 @200 e2 | I1 Help g x10 @100 e3"},
        {"= P@1 0@2 P@1 1@2 5@2 L@1 i@2 l@3 3@4 b@3 6@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #3 ad\n100 300 10 #6 Help`\n72 360 10 #1 They were\n200 360 10 #5 to all`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P They wereto all g x10 @72 e2 | I1 adHelp x10 @72 e3"},
        {"= P@1 0@2 T@1 R@2 C@3 1@4 C@3 P@4 2@5 P@4 3@5 R@2 C@3 H3@4 4@5 C@3 L@4 i@5 5@6\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 #4 Care`\n200 340 10 #5 Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | C Help g 1.0.0 x10 @72 e2 | C Good 1.0.1 x10 @200 e3 | C and more 1.0.1 x10 @200 e4 | C3 Care g 1.1.0 x10 @72 e5 | C1 Poor i 1.1.1 x10 @200 e6"},
        {"= P@1 0@2 T@1 R@2 C@3 1@4 C@3 P@4 2@5 P@4 3@5 R@2 C@3 H3@4 4@5 C@3 L@4 i@5 5@6 T@1 I@2 R@3 C@4 6@5\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 #4 Care`\n200 340 10 #5 Poor`\n72 320 10 #6 All`", 0,
         0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | C Help g 1.0.0 x10 @72 e2 | C Good 1.0.1 x10 @200 e3 | C and more 1.0.1 x10 @200 e4 | C3 Care g 1.1.0 x10 @72 e5 | C1 Poor i 1.1.1 x10 @200 e6 | C All g 2.0.0 x10 @72 e7"},
        {"= P@1 0@2 C@1 1@2 R@1 2@2 C@2 3@3\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 | P Good x10 @200 e3 | P and more x10 @200 e4 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 T@1 C@2 1@3 R@2 T@3 R@4 C@5 2@6 C@3 3@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | C Help g 1.0.0 x10 @72 e2 | C Good 2.0.0 x10 @200 e3 | C and more 1.0.0 x10 @200 e4 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 T@1 R@2 C@3 1@4 C@3 P@4 2@5 P@4 3@5 R@2 C@3 H3@4 4@5 C@3 L@4 i@5 5@6\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 c#1 Help`\n200 380 10 #2 Good`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | C Good g 1.0.1 x10 @200 e3 not seen 0.1 (5): Help "},
        {"= P@1 0@2 P@1 1@2 P@1 2@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 c#1 Help`\n200 380 10 #2 Good`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 | P Good x10 @200 e3"},
        {"= P@1 0@2 L@1 i@2 T@3 R@4 C@5 1@6 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 -- and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | C Help g 1.0.0 x10 @72 e2 | I1 Good x10 @200 e3 | a and more x10 @200 e0 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 H2@1 T@2 R@3 C@4 1@5 L@5 i@6 2@7\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 -- and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | C2 Help g 1.0.0 x10 @72 e2 | C1 Good i 1.0.0 x10 @200 e3 | a and more x10 @200 e0 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 X@1 1@2 X@2 P@3 2@4 H2@1 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | X Help g x10 @72 e2 | X Good x10 @200 e3 | H2 and more x10 @200 e4 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 I@1 1@2 P@1 I@2 2@3 I@2 3@3\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 | P Good w x10 @200 e3 | P and more x10 @200 e3 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 H2@1 I@2 1@3 2@2 G@1 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | H2 Help Good g x10 @72 e2 | P and more x10 @200 e3 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 H2@1 P@2 1@3 P@2 2@3 P@1 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | H2 Help g x10 @72 e2 | H2 Good x10 @200 e3 | P and more x10 @200 e4 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 N@1 H2@2 1@3 L@2 i@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 -- and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | N Help g x10 @72 e2 | N Good x10 @200 e3 | a and more x10 @200 e0 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 P@1 1@2 P@1 1@2 P@1 2@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 -- and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`", 0,
         0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 | P Good x10 @200 e3 | a and more x10 @200 e0 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 P@1 1@2 N@1 1@2 2@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 -- and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 | N Good x10 @200 e3 | a and more x10 @200 e0 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 P@1 9@2 2@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 -- Help`\n200 380 10 #2 Good`\n200 366 10 -- and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Good g x10 @200 e2 | a Help x10 @72 e0 | a and more x10 @200 e0 | a Care Poor g x10 @72 e0 not seen 4.1 (4): Help"},
        {"= P@1 0@2 P@1 1@2 G@1 2@2 P@1 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`\n200 340 10 -- Poor`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 | P Good x10 @200 e3 | P and more x10 @200 e4 | a Care Poor g x10 @72 e0"},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n72 366 10 - Nobody's`\n72 352 10 h Hidden`\n72 338 10 - `",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 | a Nobody's x10 @72 e0 not seen 0.1 (7): Hidden "},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n72 300 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 290 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 280 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 270 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 | a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx g x5 @72 e0 | a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx g x5 @72 e0 | a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx g x5 @72 e0 | a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx g x5 @72 e0"},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n72 300 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 290 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 280 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 270 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 260 5 - x`",
         0, 0, 0,
         "? Children are seen and heard by people they know. w x10 @72 e0 | ? Help g x10 @72 e0 | ? xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx g x5 @72 e0 | ? xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx x5 @72 e0 | ? xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx x5 @72 e0 | ? xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx x5 @72 e0 | ? x x5 @72 e0"},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n72 300 5 h xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 290 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 280 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 270 5 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`\n72 260 5 - x`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 | a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx g x5 @72 e0 | a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx g x5 @72 e0 | a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx g x5 @72 e0 | a x g x5 @72 e0 not seen 0.1 (51): xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx "},
        {"= P@1 1@2\n72 380 10 h#1 Help`\n72 366 10 - Nobody claims what is here.`", 0, 0, 0, "! too little text"},
        {"= N@1 1@2\n72 380 10 #1 Help`\n72 366 10 - Nobody claims what is here.`", 0, 0, 0,
         "N Help x10 @72 e1 | a Nobody claims what is here. x10 @72 e0"},
        {"= P@1\n72 366 10 - Nobody claims what is here.`", 0, 0, 0, "! too little text"},
        {"= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\f72 400 10 - Children are seen and heard by people they know.`\n72 40 10 - Page 2`\f= P@1 0@2 P@1 1@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n72 40 10 - Page 3`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 || ? Children are seen and heard by people they know. w x10 @72 e0 | ? Page 2 x10 @72 e0 || P Children are seen and heard by people they know. w x10 @72 e3 | P Help g x10 @72 e4 | a Page 3 g x10 @72 e0"},
        {"72 400 10 - xxxxxxxxxxxxxxxxxx`", 0, 0, 0, "! too little text"},
        {"72 400 10 - xxxxxxxxxxxxxxxxxxx`", 0, 0, 0, "! too little text"},
        {"72 400 10 - xxxxxxxxxxxxxxxxxxxx`", 0, 0, 0, "! too little text"},
        {"72 400 10 - xxxxxxxxxxxxxxxxxxxxxxxxxxx`", 0, 0, 0, "! too little text"},
        {"72 400 10 - xxxxxxxxxxxxxxxxxxxxxxxxxxxx`", 0, 0, 0, "? xxxxxxxxxxxxxxxxxxxxxxxxxxxx x10 @72 e0"},
        {"72 400 10 - xxxxxxxxxxxxxxxxxxxxxxxxxxxxx`", 0, 0, 0, "? xxxxxxxxxxxxxxxxxxxxxxxxxxxxx x10 @72 e0"},
        {"72 400 10 - xxxxxxxxxxxxxxxxxxxxxxxxx`\f72 400 10 - xxxxxxxxx`", 0, 0, 0, "! too little text"},
        {"72 400 10 - xxxxxxxxxxxxxxxxxxxxxxxxxxx`\f72 400 10 - xxxxxxx`", 0, 0, 0, "! too little text"},
        {"= P@1 0@2 L@1 i@2 1@3 b@3 2@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 -- and more`\n72 340 10 -- Care`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | I1 Help g x10 @72 e2 | I1 Good x10 @200 e3 | a and more x10 @200 e0 | a Care g x10 @72 e0"},
        {"= P@1 0@2 L@1 i@2 1@3 l@3 2@4 b@3 3@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | I1 Help g x10 @72 e2 | I1 Good w x10 @200 e3 | I1 and more x10 @200 e3 | a Care g x10 @72 e0"},
        {"= P@1 0@2 N@1 I@2 1@3 P@2 2@3 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | N Help Good gw x10 @72 e2 | N and more x10 @200 e2 | a Care g x10 @72 e0"},
        {"= P@1 0@2 N@1 L@2 i@3 1@4 P@2 2@3\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 -- and more`\n72 340 10 -- Care`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | N Help g x10 @72 e2 | N Good x10 @200 e3 | a and more x10 @200 e0 | a Care g x10 @72 e0"},
        {"= P@1 0@2 N@1 P@2 1@3 P@2 2@3 N@1 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | N Help g x10 @72 e2 | N Good x10 @200 e3 | N and more x10 @200 e4 | a Care g x10 @72 e0"},
        {"= P@1 0@2 L@1 i@2 l@3 I@4 1@5 l@3 2@4 P@3 3@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | I1 Help Good gw x10 @72 e2 | I1 and more x10 @200 e2 | a Care g x10 @72 e0"},
        {"= P@1 0@2 H1@1 1@2 H6@1 2@2 G@1 G@2 G@3 3@4 P@1 4@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 #4 Care`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | H1 Help g x10 @72 e2 | H6 Good x10 @200 e3 | P and more x10 @200 e4 | P Care g x10 @72 e5"},
        {"= P@1 0@2 L@1 i@2 N@3 1@4 2@3 b@3 3@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | I1 Good g x10 @200 e2 | I1 and more x10 @200 e3 | N Help x10 @72 e4 | a Care g x10 @72 e0"},
        {"= P@1 0@2 T@1 R@2 C@3 L@4 L@5 i@6 1@7 N@3 2@4 C@3 3@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | C2 Help gi 1.0.0 x10 @72 e2 | C and more 1.0.1 x10 @200 e3 | N Good x10 @200 e4 | a Care g x10 @72 e0"},
        {"= P@1 0@2 P@1 1@2 I@2 N@3 2@4 P@1 3@2\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #1 Help`\n200 380 10 #2 Good`\n200 366 10 #3 and more`\n72 340 10 -- Care`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P Help g x10 @72 e2 | P and more x10 @200 e3 | N Good x10 @200 e4 | a Care g x10 @72 e0"},
        {"= P@1 0@2 P@1 1@2 5@2 L@1 i@2 l@3 3@4 b@3 6@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #3 ad\n100 300 10 #6 help`\n72 360 10 #1 They were\n200 360 10 #5 to all`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P They wereto all g x10 @72 e2 | I1 adhelp x10 @72 e3"},
        {"= P@1 0@2 P@1 1@2 5@2 L@1 i@2 l@3 3@4 b@3 6@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #3 adz\n100 300 10 #6 help`\n72 360 10 #1 They were\n200 360 10 #5 to all`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P They were gw x10 @72 e2 | P adz w x10 @72 e2 | P to all x10 @200 e2 | I1 help g x10 @100 e3"},
        {"= P@1 0@2 P@1 1@2 5@2 L@1 i@2 l@3 3@4 b@3 6@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #3 ivx\n100 300 10 #6 help`\n72 360 10 #1 They were\n200 360 10 #5 to all`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P They wereto all g x10 @72 e2 | I1 ivxhelp x10 @72 e3"},
        {"= P@1 0@2 P@1 1@2 5@2 L@1 i@2 l@3 3@4 b@3 6@4\n72 400 10 #0 Children are seen and heard by people they know.`\n72 380 10 #3 a`z~m\n100 300 10 #6 Help`\n72 360 10 #1 They were\n200 360 10 #5 to all`",
         0, 0, 0,
         "P Children are seen and heard by people they know. w x10 @72 e1 | P They were gw x10 @72 e2 | P a w x10 @72 e2 | P z- w x10 @82 e2 | P m w x10 @92 e2 | P to all x10 @200 e2 | I1 Help g x10 @100 e3"},
        {NULL, 0, 0, 0, NULL},
};

/* The header may stand behind other bytes, within the first 1024. */
static void test_headers(void)
{
    static const ofs_pdf_reader reader = {open_trial, open_page, close_it, close_it, place_of, is_clipped};
    static trial t;
    static const struct {
        size_t at, length;
        ofs_status want;
    } cases[] = {
        {0, 8, OFS_ERR_NO_TEXT},
        {0, 5, OFS_ERR_NO_TEXT},
        {0, 4, OFS_ERR_NOT_A_REPORT},
        {7, 12, OFS_ERR_NO_TEXT},
        {7, 11, OFS_ERR_NOT_A_REPORT},
        {1019, 2000, OFS_ERR_NO_TEXT},
        {1020, 2000, OFS_ERR_NOT_A_REPORT},
        {0, 0, OFS_ERR_NOT_A_REPORT},
    };
    t.pages = "";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char data[2000];
        const char *refusal = "before";
        ofs_source *source = NULL;
        memset(data, ' ', sizeof data);
        memcpy(data + cases[i].at, "%PDF-1.7", 8);
        FUZZ_CHECK(ofs_pdf_read_by(&reader, &t, data, cases[i].length, NULL, &refusal, &source) == cases[i].want);
        FUZZ_CHECK(!refusal && !source);
    }
}

int main(void)
{
    test_headers();
    for (const sweep *s = sweeps; s->pages; s++)
        check_sweep(s);
    return check_result();
}
