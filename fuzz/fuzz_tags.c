/* fuzz_tags.c: the PDF reader on whatever PDFium may answer: the fuzzer's bytes describe pages, characters, text objects
 * and a structure tree to the fake in tests/core/fake_pdfium.h, sound ones and ones that no file should give.
 *
 * A document is a byte of flags, then pages up to the end. A page: flags, height, elements, the root's kids, then objects,
 * each to its newline, or to a byte 0xFE where the line goes on: marked content, look, x, y, characters. An object whose
 * first byte is 0xFF begins the next page. */
#include <limits.h>
#include <math.h>

#include "../tests/core/fake_pdfium.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { DOCUMENT_ODD = 1, DOCUMENT_FAILS = 2, PAGE_FAILS = 1, PAGE_NO_TEXT = 2, PAGE_NO_TREE = 4, PAGE_ODD_COUNT = 8 };
enum { LOOK_MODE = 3, LOOK_SIZE = 3 << 2, LOOK_FONT = 3 << 4, LOOK_CLIP = 1 << 6, LOOK_ODD = 1 << 7 };
enum { LAST_PLAIN = 240, NO_OBJECT = 0xF0, NO_PLACE = 0xF4, JUMP = 0xF5, GOES_ON = 0xFE, NEXT_PAGE = 0xFF };

typedef struct input {
    const uint8_t *at, *end;
} input;

static unsigned int take(input *in)
{
    return in->at < in->end ? *in->at++ : 0;
}

static int odd_count(input *in)
{
    static const int odd[] = {-1, INT_MIN, 0, 1, 12, 70000, INT_MAX};
    return odd[take(in) % (sizeof odd / sizeof *odd)];
}

static double number(input *in)
{
    static const double odd[] = {NAN,     INFINITY, -INFINITY, 1e300, -1e300, 3e9,   -3e9,
                                 99999.5, -50,      1e-300,    0,     -0.0,   70000, 65535.6};
    unsigned int byte = take(in);
    return byte < LAST_PLAIN ? byte * 3.5 : odd[(byte - LAST_PLAIN) % (sizeof odd / sizeof *odd)];
}

static int content_id(input *in)
{
    static const int odd[] = {-1, INT_MIN, INT_MAX, 1 << 17, (1 << 17) - 1, 4096, 65535};
    unsigned int byte = take(in);
    return byte < LAST_PLAIN ? (int)(byte % 64) : odd[byte % (sizeof odd / sizeof *odd)];
}

/* Among them halves of pairs, marks that PDFium makes, and what is no character. */
static unsigned int unicode(unsigned int byte)
{
    static const unsigned int odd[] = {2,      0xAD,   0xA0,     0x2022,   0x2019, 0x2013, 0xF06E, 0xD83D,
                                       0xDE00, 0xDBFF, 0xFFFE,   0xFEFF,   0x200B, 0x2028, 0x85,   0,
                                       0x7F,   0xE9,   0x110000, UINT_MAX, '\n',   '\r'};
    return byte < 0x80 ? byte : odd[byte % (sizeof odd / sizeof *odd)];
}

/* Real names; odd ones as the bytes are, with a length that may be anything. */
static void make_type(input *in, fake_element *element)
{
    static const char *const names[] = {"P",        "H1", "H2", "L",       "LI",     "Lbl",  "LBody", "Table",
                                        "TR",       "TD", "TH", "Note",    "TOC",    "TOCI", "Span",  "Sect",
                                        "Document", "H",  "H6", "Caption", "Figure", "Link", "Div",   "FENote"};
    static const unsigned long lengths[] = {0, 1, 2, 3, 9, 31, 32, 33, 64, 4096, ULONG_MAX};
    unsigned int byte = take(in);
    if (byte < LAST_PLAIN) {
        const char *name = names[byte % (sizeof names / sizeof *names)];
        memset(element->type, 0, sizeof element->type);
        for (size_t i = 0; name[i]; i++)
            element->type[2 * i] = (unsigned char)name[i];
        element->type_length = 2 * (unsigned long)strlen(name) + 2;
        return;
    }
    for (size_t i = 0; i < 16; i++)
        element->type[i] = (unsigned char)take(in);
    element->type_length = lengths[take(in) % (sizeof lengths / sizeof *lengths)];
}

/* Marked content, elements (also those above: trees that never end), nothing; and how many are said to be there. */
static void make_kids(input *in, fake_element *parent)
{
    unsigned int count = take(in), n = (unsigned int)fake.element_count;
    int is_odd = count >= LAST_PLAIN;
    parent->given = parent->count = 0;
    for (unsigned int i = 0; i < count % FAKE_KIDS; i++) {
        unsigned int byte = take(in);
        if (byte < 0x80 || !n)
            fake_add_kid(parent, byte < 120 ? (int)byte % 64 : content_id(in), NULL);
        else
            fake_add_kid(parent, FAKE_NONE, byte < 252 ? &fake.elements[(byte - 0x80) % n] : NULL);
    }
    if (is_odd)
        parent->count = odd_count(in);
}

static void make_tree(input *in, fake_page *page)
{
    int first = fake.element_count, count = (int)(take(in) % 120);
    for (int i = 0; i < count; i++)
        fake_add_element(NULL, "");
    for (int i = first; i < fake.element_count; i++) {
        make_type(in, &fake.elements[i]);
        make_kids(in, &fake.elements[i]);
    }
    make_kids(in, &page->root);
}

static fake_object *make_object(input *in, fake_page *page)
{
    static const float sizes[] = {11, 16, 8};
    static const int modes[] = {0, 2, 3, -1};
    int id = content_id(in);
    unsigned int look = take(in), size = (look & LOOK_SIZE) >> 2;
    fake_object *object = fake_add_object(page, id, size < 3 ? sizes[size] : (float)number(in));
    object->mode = modes[look & LOOK_MODE];
    object->font = &fake.fonts[(look & LOOK_FONT) >> 4];
    if (look & LOOK_CLIP) {
        object->clip_points = (int)(take(in) % 7);
        object->clip_paths = object->clip_points == 6 ? odd_count(in) : 1;
        object->points_given = object->clip_points - (take(in) % 8 == 0);
        object->clip[0] = object->clip[1] = (float)number(in);
        object->clip[2] = object->clip[3] = (float)number(in);
    }
    if (look & LOOK_ODD) {
        unsigned int odd = take(in);
        object->has_size = odd & 1;
        object->has_matrix = (odd & 2) != 0;
        object->matrix.d = odd & 4 ? (float)number(in) : 1;
        if (odd & 8)
            object->font = NULL;
    }
    return object;
}

/* Some bytes stand for characters that PDFium makes up, one for a character without a place, one for a gap. */
static void make_text(input *in, fake_page *page, fake_object *object)
{
    double x = number(in), y = number(in), width = object->size / 2;
    unsigned int byte = '\n';
    object->matrix.f = (float)y;
    while (in->at < in->end && (byte = take(in)) != '\n' && byte != GOES_ON) {
        fake_add_char(page, byte == NO_PLACE ? 'A' : unicode(byte), x, y,
                      byte >= NO_OBJECT && byte < NO_PLACE ? 0 : width);
        fake_char *made = &page->chars[page->char_count - 1];
        made->has_box = made->has_origin = byte != NO_PLACE;
        x += byte == JUMP ? number(in) : width;
    }
    if (byte != GOES_ON) {
        fake_add_char(page, '\r', 0, 0, 0);
        fake_add_char(page, '\n', 0, 0, 0);
    }
}

static void make_page(input *in)
{
    fake_page *page = fake_add_page();
    unsigned int flags = take(in);
    int odd = flags & PAGE_ODD_COUNT ? odd_count(in) : 0;
    page->has_page = !(flags & PAGE_FAILS);
    page->has_text = !(flags & PAGE_NO_TEXT);
    page->has_tree = !(flags & PAGE_NO_TREE);
    page->height = (float)number(in);
    make_tree(in, page);
    while (in->at < in->end && *in->at != NEXT_PAGE)
        make_text(in, page, make_object(in, page));
    if (in->at < in->end)
        in->at++;
    if (flags & PAGE_ODD_COUNT)
        page->count = odd;
}

static void make_fonts(void)
{
    static const char *const names[FAKE_FONTS] = {"Tahoma", "ABCDEF+Tahoma-Bold", "", "Heavy"};
    static const size_t lengths[FAKE_FONTS] = {7, 19, 0, SIZE_MAX};
    for (size_t i = 0; i < FAKE_FONTS; i++) {
        strcpy(fake.fonts[i].name, names[i]);
        fake.fonts[i].length = lengths[i];
        fake.fonts[i].flags = i == 2 ? -1 : 0;
    }
    memset(fake.fonts[3].name, 'b', sizeof fake.fonts[3].name);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char header[] = "%PDF-1.7";
    input in = {data, data + size};
    const ofs_pdfium *pdfium = fake_begin();
    ofs_source *source;
    unsigned int flags = take(&in);
    int odd = flags & DOCUMENT_ODD ? odd_count(&in) : 0;
    make_fonts();
    while (in.at < in.end && fake.given < FAKE_PAGES)
        make_page(&in);
    fake.loads = !(flags & DOCUMENT_FAILS);
    fake.error = flags >> 2;
    if (flags & DOCUMENT_ODD)
        fake.page_count = odd;
    ofs_status status = ofs_source_from_pdf(pdfium, header, sizeof header, &source);
    fake_check_closed();
    FUZZ_CHECK(status != OFS_ERR_MEMORY && !source == (status != OFS_OK));
    if (status == OFS_OK)
        FUZZ_CHECK(fuzz_parse(fuzz_context(), source) == OFS_OK);
    return 0;
}
