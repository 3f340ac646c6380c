/* The reader that needs no PDFium, part by part: what each takes out of a small file, and with which reason it gives up a
 * file that is not in form. Each table goes to both sides of every limit that its part states. */
#include "small_pdf.h"

/* Values, each in one way of writing it. */

static void add_plain(ofs_own *own, check_words *out, const ofs_own_value *value)
{
    uint8_t decoded[256];
    switch (value->kind) {
    case OWN_NULL:
        check_add(out, "null");
        break;
    case OWN_BOOL:
        check_add(out, value->as.integer == 1 ? "true" : value->as.integer == 0 ? "false" : "?");
        break;
    case OWN_INT:
        check_add(out, "%d", (int)value->as.integer);
        break;
    case OWN_REAL:
        check_add(out, "%.6gr", (double)value->as.real);
        break;
    case OWN_NAME:
        check_add(out, "/");
        add_bytes(out, value->as.bytes, value->count);
        break;
    case OWN_STRING:
        FUZZ_CHECK(value->count < sizeof decoded);
        check_add(out, "(");
        add_bytes(out, decoded, ofs_own_decode(own, value, decoded));
        check_add(out, ")");
        break;
    default:
        check_add(out, "%dR", (int)value->as.integer);
    }
}

/* The innermost ones last: a container is shown with its count, then its items. */
static void add_value(ofs_own *own, check_words *out, const ofs_own_value *value)
{
    const ofs_own_value *waiting[64];
    uint32_t count = 0;
    waiting[count++] = value;
    while (count) {
        value = waiting[--count];
        if (value->kind != OWN_ARRAY && value->kind != OWN_DICT) {
            add_plain(own, out, value);
        } else {
            uint32_t items = value->count * (value->kind == OWN_DICT ? 2 : 1);
            check_add(out, value->kind == OWN_DICT ? "{%u" : "[%u", (unsigned)value->count);
            for (uint32_t i = items; i > 0; i--)
                waiting[count++] = &value->as.items[i - 1];
        }
        check_add(out, count ? " " : "");
    }
}

static void look_at_values(ofs_own *own, check_words *out)
{
    ofs_own_cursor c = {own->data, own->data + own->length};
    for (;;) {
        ofs_own_token token;
        ofs_own_value value;
        ofs_own_next(own, &c, &token);
        if (token.kind == OWN_END)
            return;
        check_add(out, out->n ? " | " : "");
        ofs_own_parse(own, &c, &token, &value);
        FUZZ_CHECK(own->stack_count == 0);
        add_value(own, out, &value);
    }
}

static void test_values(void)
{
    static const char no_number[] = "! a word that is no number, or one with too many digits",
                      no_name[] = "! a name that is not plain", no_hex[] = "! a string that is not hexadecimal",
                      no_end[] = "! a string without an end", no_match[] = "! brackets that do not match",
                      no_pairs[] = "! a dictionary that is not pairs", no_place[] = "! a byte that has no place there",
                      no_object[] = "! a reference that names no object", no_value[] = "! a word that is no value",
                      no_mark[] = "! a comment, or a mark that means nothing",
                      no_escape[] = "! a string with an escape that means nothing";
    static const char *const table[][2] = {
        {"0 7 -8 +9 0012", "0 | 7 | -8 | 9 | 12"},
        {"1.5 -.25 4. +0.5 .5", "1.5r | -0.25r | 4r | 0.5r | 0.5r"},
        {"2147483647", "2147483647"},
        {"-2147483647", "-2147483647"},
        {"2147483648", "! a number that is too large"},
        {"0.00000000000001", "1e-14r"},
        {"100000000000000.", "1e+14r"},
        {"0000000.00000001", "1e-08r"},
        {"0.000000000000001", no_number},
        {"1000000000000000.", no_number},
        {"-", no_number},
        {".", no_number},
        {"-.", no_number},
        {"1-", no_number},
        {"1.2.3", no_number},
        {"--1", no_number},
        {"+-1", no_number},
        {"1:", no_number},
        {"1/", no_name},
        {"12a", no_number},
        {"1\x80", no_number},
        {"9]", no_match},
        {"9\n", "9"},
        {"5.0/A", "5r | /A"},
        {"/A/B /C(d)", "/A | /B | /C | (d)"},
        {"/Name\t/With-.+*9", "/Name | /With-.+*9"},
        {"/A#42c /#41 /A#4a /A#4F /#7f", "/ABc | /A | /AJ | /AO | /<7F>"},
        {"/A#01", "/A<01>"},
        {"/A#10", "/A<10>"},
        {"/A#00", no_name},
        {"/A#4", no_name},
        {"/A#", no_name},
        {"/A#4g", no_name},
        {"/A#g4", no_name},
        {"/A#:1", no_name},
        {"/A#1/", no_name},
        {"/", no_name},
        {"/ A", no_name},
        {"/A\x80", no_name},
        {"/A\x7F", no_name},
        {"/A~", "/A~"},
        {"(a)(b) ()", "(a) | (b) | ()"},
        {"(a(b)c)", "(a(b)c)"},
        {"(a\\(b)", "(a(b)"},
        {"(a\\)b)", "(a)b)"},
        {"((a)", no_end},
        {"(a", no_end},
        {"(", no_end},
        {"(a\\", no_end},
        {"(a\\)", no_end},
        {"(\\n\\r\\t\\b\\f\\\\)", "(<0A><0D><09><08><0C>\\)"},
        {"(\\101\\12x\\7\\0)", "(A<0A>x<07><00>)"},
        {"(\\1018)", "(A8)"},
        {"(\\1011\\0123)", "(A1<0A>3)"},
        {"(\\377)", "(<FF>)"},
        {"(\\400)", no_escape},
        {"(\\8)", no_escape},
        {"(\\/)", no_escape},
        {"(\\q)", no_escape},
        {"(a\nb)", "(a<0A>b)"},
        {"(a\rb)", "! a string over more than one line"},
        {"(\x80\xFF)", "(<80><FF>)"},
        {"<48656C> <4a4F> <>", "(Hel) | (JO) | ()"},
        {"<4 8\n65\t>", "(He)"},
        {"<0090>", "(<00><90>)"},
        {"<afAF09>", "(<AF><AF><09>)"},
        {"<486>", "! a hexadecimal string with half a byte"},
        {"<48g5>", no_hex},
        {"<48:5>", no_hex},
        {"<48/5>", no_hex},
        {"<48@5>", no_hex},
        {"<48", no_hex},
        {"<", no_hex},
        {"<48(>", no_hex},
        {">", "! a '>' that closes nothing"},
        {"> >", "! a '>' that closes nothing"},
        {"[1 2.5 /A (b) true false null 3 0 R]", "[8 1 2.5r /A (b) true false null 3R"},
        {"[][[]]", "[0 | [1 [0"},
        {"[[1]2[3]]", "[3 [1 1 2 [1 3"},
        {"<</A 1/B[2]/C<</D 3>>>>", "{3 /A 1 /B [1 2 /C {1 /D 3"},
        {"<<>>", "{0"},
        {"<</A null>>", "{1 /A null"},
        {"<</A>>", no_pairs},
        {"<</A 1/B>>", no_pairs},
        {"<<1 /A>>", no_pairs},
        {"<</A 1(B)2>>", no_pairs},
        {"<</A 1/B 2/A 3>>", "! a key that appears twice"},
        {"<</A 1/#41 3>>", "! a key that appears twice"},
        {"<</AA 1/A 3/AB 4>>", "{3 /AA 1 /A 3 /AB 4"},
        {"[1", no_match},
        {"<</A 1", no_match},
        {"]", no_match},
        {">>", no_match},
        {"[1>>", no_match},
        {"<</A 1]", no_match},
        {"[1 0 R]", "[1 1R"},
        {"[1  0 R]", "[1 1R"},
        {"[1\n0\nR 2]", "[2 1R 2"},
        {"[7 5 0  R 6]", "[3 7 5R 6"},
        {"[2147483647 0\tR]", "[1 2147483647R"},
        {"<</A 1 0\nR/B 2 0 R>>", "{2 /A 1R /B 2R"},
        {"[5 0 0 R]", no_object},
        {"[(a) 0 R]", no_object},
        {"[1 (a) R]", no_object},
        {"[1 0 Rx]", no_value},
        {"[0 0 R]", no_object},
        {"[1 1 R]", no_object},
        {"[-1 0 R]", no_object},
        {"[1. 0 R]", no_object},
        {"[1 0. R]", no_object},
        {"[0 R]", no_object},
        {"[R]", no_object},
        {"[1[0 R]]", no_object},
        {"[7 5 0 R 6 0 R 0]", "[4 7 5R 6R 0"},
        {"truer", no_value},
        {"tru", no_value},
        {"nul", no_value},
        {"True", no_value},
        {"r", no_value},
        {"obj", no_value},
        {"true\xE9", no_place},
        {"\xE9", no_place},
        {"\x01", no_place},
        {"1 \x80", no_place},
        {"% a comment", no_mark},
        {"{", no_mark},
        {"}", no_mark},
        {")", no_mark},
        {" \t\n\f\r1", "1"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_bytes(table[i][0], look_at_values, table[i][0], strlen(table[i][0]), table[i][1]);
    check_bytes("a byte that is none", look_at_values, "1 \0", 3, no_place);
    check_bytes("a name before a byte that is none", look_at_values, "/A\0", 3, no_name);
}

/* So many of one and as many of the other, in one string: the caller's to free. */
static char *repeated(const char *before, const char *each, size_t count, const char *after)
{
    size_t n = strlen(each), first = strlen(before), size = first + n * count + strlen(after) + 1;
    char *all = malloc(size);
    FUZZ_CHECK(all);
    memcpy(all, before, first);
    for (size_t i = 0; i < count; i++)
        memcpy(all + first + i * n, each, n);
    memcpy(all + first + n * count, after, strlen(after) + 1);
    return all;
}

static void look_at_size(ofs_own *own, check_words *out)
{
    ofs_own_cursor c = {own->data, own->data + own->length};
    ofs_own_value value;
    ofs_own_parse(own, &c, NULL, &value);
    check_add(out, "%u", (unsigned)value.count);
}

static void check_size(const char *what, char *text, const char *want)
{
    check_bytes(what, look_at_size, text, strlen(text), want);
    free(text);
}

static void test_sizes_of_values(void)
{
    char *deep = repeated("", "[", 64, "1"), *deeper = repeated("", "[", 65, "1");
    check_size("a long name", repeated("/", "n", 127, ""), "127");
    check_size("a name that is too long", repeated("/", "n", 128, ""), "! a name that is not plain");
    check_size("a long string", repeated("(", "s", 32767, ")"), "32767");
    check_size("a string that is too long", repeated("(", "s", 32768, ")"), "! a string that is too long");
    check_size("a long hexadecimal string", repeated("<", "4", 32767, ">"), "32767");
    check_size("one that is too long", repeated("<", "4", 32768, ">"), "! a string that is not hexadecimal");
    check_size("arrays in arrays", repeated(deep, "]", 64, ""), "1");
    check_size("too many", repeated(deeper, "]", 65, ""), "! values that are nested too deeply");
    free(deep);
    free(deeper);
}

/* Each entry: '-' nowhere, 'f' free, 'o' in the file, '4.1' in an object stream; '*': from a stream beside a table. */
static void look_at_entries(ofs_own *own, check_words *out)
{
    ofs_own_read_xref(own);
    for (uint32_t i = 0; i < own->entry_count; i++) {
        const ofs_own_entry *entry = &own->entries[i];
        if (entry->where == OWN_IN_STREAM)
            check_add(out, " %u.%u", (unsigned)entry->at, (unsigned)entry->index);
        else
            check_add(out, " %c", "-fo"[entry->where]);
        check_add(out, entry->is_beside ? "*" : "");
    }
}

#define OBJECTS                                                                                               \
    "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n2 0 obj\n<<>>\nendobj\n3 0 obj\n[(some words for length)]" \
    "\nendobj\n"

static const char form_xref[] = "! a cross-reference that is not in form", no_file_end[] = "! a file without an end",
                  misplaced[] = "! an object that is not where the cross-reference says",
                  no_size[] = "! a trailer without a size",
                  not_in_file[] = "! a cross-reference that is not in the file",
                  beyond_size[] = "! an object with a number beyond the size";

static void test_tables(void)
{
    static const char text[] = OBJECTS "xref\n0 4\n0000000000 65535 f \n{o1} 00000 n \n{o2} 00000 n \n{o3} 00000 n \n"
                                       "trailer\n<</Size 4>>\nstartxref\n{x1}\n%%EOF\n";
    static const change changes[] = {
        {"Size 4", "Size 4", " f o o o"},
        {"Size 4", "Size 5", " f o o o -"},
        {"Size 4", "Size 3", beyond_size},
        {"Size 4", "Size 0", no_size},
        {"Size 4", "Size 1048577", no_size},
        {"Size 4", "Size 1048576", no_size}, /* more than the file has room for */
        {"Size 4", "Size 4.", no_size},
        {"Size 4", "Sizes 4", no_size},
        {"Size 4", "Size 4/Encrypt 1", "! an encrypted file"},
        {"Size 4", "Size 4/Prev 0", not_in_file},
        {"Size 4", "Size 4/Prev 9.", not_in_file},
        {"Size 4", "Size 4/Prev -9", not_in_file},
        {"Size 4", "Size 4/Prev 9999", not_in_file},
        {"Size 4", "Size 4/XRefStm 9999", not_in_file},
        {"Size 4", "Size 4/Prev {x1}", "! cross-references that go round"},
        {"Size 4", "Size 4/Prev {o1}", "! cross-references of several kinds, or too many"},
        {"<</Size 4>>", "[]", "! a trailer that is no dictionary"},
        {"trailer", "trailers", form_xref},
        {"0 4\n", "0 3\n", form_xref},
        {"0 4\n", "0 5\n", form_xref},
        {"0 4\n", "0 4  \n\n", " f o o o"},
        {"0 4\n", "0. 4\n", form_xref},
        {"0 4\n", "0 4.\n", form_xref},
        {"0 4\n", "-0 4\n", " f o o o"},
        {"0 4\n", "-1 4\n", form_xref},
        {"0 4\n", "0 -4\n", form_xref},
        {"0 4\n", "1048577 0 0 4\n", form_xref},
        {"0 4\n", "1048576 0 0 4\n", form_xref},
        {"0 4\n", "0 1048577\n", form_xref},
        {"0 4\n", "0 0 0 4\n", " f o o o"},
        {"0 4\n", "1 0 0 4\n", form_xref},
        {"0 4\n0000000000 65535 f \n", "1 3\n", " - o o o"},
        {"0 4\n0000000000 65535 f \n", "2 3\n", misplaced},
        {"0 4\n", "/a 4\n", form_xref},
        {"0 4\n", "0 /a\n", form_xref},
        {"0 4\n", "trailer ", "! a trailer that is no dictionary"},
        {"{o2} 00000 n \n{o3}", "{o2} 00000 n \n3 1\n{o3}", form_xref},
        {"0 4\n0000000000 65535 f \n{o1} 00000 n \n", "0 2\n0000000000 65535 f \n{o1} 00000 n \n2 2\n", " f o o o"},
        {"0 4\n0000000000 65535 f \n{o1} 00000 n \n", "0 2\n0000000000 65535 f \n{o1} 00000 n \n1 2\n", form_xref},
        {"{o2} 00000 n \n", "{o2} 00000 n\r\n", " f o o o"},
        {"{o2} 00000 n \n", "{o2} 00000 n \r", " f o o o"},
        {"{o2} 00000 n \n", "{o2} 00000 n  ", form_xref},
        {"{o2} 00000 n \n", "{o2} 00000 n\n\n", form_xref},
        {"{o2} 00000 n \n", "{o2} 00000 n\r\r", form_xref},
        {"{o2} 00000 n \n", "{o2} 00000 n\n ", form_xref},
        {"{o2} 00000 n \n", "{o2} 00000 m \n", form_xref},
        {"{o2} 00000 n \n", "{o2}-00000 n \n", form_xref},
        {"{o2} 00000 n \n", "{o2} 00000-n \n", form_xref},
        {"{o2} 00000 n \n", "{o2} 0000a n \n", form_xref},
        {"{o2} 00000 n \n", "{o2} :0000 n \n", form_xref},
        {"{o2} 00000 n \n", "000000001/ 00000 n \n", form_xref},
        {"{o2} 00000 n \n", "{o2} 00001 n \n", "! an object of a later generation"},
        {"0000000000 65535 f ", "{o1} 00000 n ", "! an object of a later generation"},
        {"{o2} 00000 n \n", "{o2} 00001 f \n", " f o f o"},
        {"{o2} 00000 n \n", "{o3} 00000 n \n", misplaced},
        {"{o2} 00000 n \n", "0000000010 00000 n \n", misplaced},
        {"{o2} 00000 n \n", "9999999999 00000 n \n", misplaced},
        {"2 0 obj", "2 1 obj", misplaced},
        {"2 0 obj", "2  0 obj", misplaced},
        {"\n2 0 obj\n<<>>", "\n02 0 obj\n<<>>", misplaced},
        {"startxref", "startxrefs", no_file_end},
        {"startxref", "startxre", no_file_end},
        {"startxref\n{x1}", "startxref {x1} \r\n", " f o o o"},
        {"startxref\n{x1}", "startxref\n{x1} 1", no_file_end},
        {"startxref\n{x1}", "startxref\n", no_file_end},
        {"startxref\n{x1}", "startxref\n8", no_file_end},
        {"startxref\n{x1}", "startxref\n9", "! a cross-reference that is neither table nor stream"},
        {"startxref\n{x1}", "startxref\n9999", no_file_end},
        {"startxref\n{x1}", "startxref\n9.", no_file_end},
        {"startxref\n{x1}\n",
         "startxref\n{x1}                                                   \n\n", /* 64 between the words */
         " f o o o"},
        {"startxref\n{x1}\n", "startxref\n{x1}                                                    \n\n", no_file_end},
        {"%%EOF\n", "%%EOF  \n\r\t\f", " f o o o"},
        {"%%EOF\n", "%%EO", no_file_end},
        {"%%EOF\n", "%%EOF.", no_file_end},
        {"%%EOF\n", "%%EOF", " f o o o"},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_entries, changes);
    check_bytes("too short for an end", look_at_entries, "%%EOF", 5, no_file_end);
    check_bytes("spaces", look_at_entries, "         ", 9, no_file_end);
    check_bytes("nothing", look_at_entries, "", 0, no_file_end);
}

static void test_updates(void)
{
    static const char text[] =
        OBJECTS "xref\n0 4\n0000000000 65535 f \n{o1} 00000 n \n{o2} 00000 n \n{o3} 00000 n \ntrailer\n<</Size 4>>\n"
                "4 0 obj\n<<>>\nendobj\n"
                "xref\n4 1\n{o4} 00000 n \ntrailer\n<</Size 5/Prev {x1}>>\nstartxref\n{x2}\n%%EOF\n";
    static const char deleted[] = "! an object that an update has deleted";
    static const change changes[] = {
        {"Size 5", "Size 5", " f o o o o"},
        {"Size 5", "Size 6", " f o o o o -"},
        {"4 1\n", "0 0\n4 1\n", " f o o o o"},
        {"xref\n4 1\n", "xref\n2 1\n0000000000 00001 f \n4 1\n", deleted},
        {"xref\n4 1\n", "xref\n0 1\n0000000000 65535 f \n4 1\n", " f o o o o"},
        {"xref\n4 1\n", "xref\n2 1\n{o2} 00000 n \n4 1\n", " f o o o o"},
        {"{o2} 00000 n \n", "0000000000 00001 f \n", " f o f o o"},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_entries, changes);
}

static void test_streams(void)
{
    static const char text[] = OBJECTS
        "4 0 obj\n<</Type/ObjStm/N 2/First 8/Length 13>>\nstream\n5 0 6 3 <<>>[]\nendstream\nendobj\n"
        "7 0 obj\n<</Type/XRef/Size 8/W[1 2 1]/Length 32>>\nstream\n"
        "{h00000000}{h01}{O1}{h00}{h01}{O2}{h00}{h01}{O3}{h00}{h01}{O4}{h00}{h02000400}{h02000401}{h01}{O7}{h00}"
        "\nendstream\nendobj\nstartxref\n{o7}\n%%EOF\n";
    static const char no_widths[] = "! a cross-reference stream without widths",
                      odd[] = "! a cross-reference stream with an odd index",
                      longer[] = "! a cross-reference stream that is longer than its index",
                      neither[] = "! a cross-reference that is neither table nor stream",
                      unknown[] = "! a cross-reference stream with an entry that is not known";
    static const change changes[] = {
        {"Size 8", "Size 8", " f o o o o 4.0 4.1 o"},
        {"Size 8", "Size 9/Index[0 8]", " f o o o o 4.0 4.1 o -"},
        {"Size 8", "Size 9", odd},
        {"Size 8", "Size 7", longer},
        {"Size 8", "Size 8/Index[0 3 3 5]", " f o o o o 4.0 4.1 o"},
        {"Size 8", "Size 8/Index[0 3 3 4]", longer},
        {"Size 8", "Size 8/Index[0 3 3 6]", odd},
        {"Size 8", "Size 8/Index[0 3 2 5]", odd},
        {"Size 8", "Size 8/Index[0 3 4 5]", misplaced},
        {"Size 8", "Size 8/Index[0 0 0 8]", " f o o o o 4.0 4.1 o"},
        {"Size 8", "Size 8/Index[0]", odd},
        {"Size 8", "Size 8/Index 0", odd},
        {"Size 8", "Size 8/Index[0. 8]", odd},
        {"Size 8", "Size 8/Index[0 8.]", odd},
        {"Size 8", "Size 8/Index[-1 8]", odd},
        {"Size 8", "Size 8/Index[0 -8]", odd},
        {"Size 8", "Size 8/Index[1048577 0 0 8]", odd},
        {"Size 8", "Size 8/Index[0 8 1048576 0]", " f o o o o 4.0 4.1 o"},
        {"Size 8", "Size 8/Index[0 8 1048577 0]", odd},
        {"Size 8", "Size 8/Index[0 1048577]", odd},
        {"Size 8", "Size 8.", no_size},
        {"/XRef", "/XRefs", neither},
        {"/XRef", "/ObjStm", neither},
        {"/W[1 2 1]", "/W[1 2]", no_widths},
        {"/W[1 2 1]", "/W[1 2 1 1]", no_widths},
        {"/W[1 2 1]", "/W 1", no_widths},
        {"/W[1 2 1]", "", no_widths},
        {"/W[1 2 1]", "/W[0 2 1]", no_widths},
        {"/W[1 2 1]", "/W[1 0 1]", no_widths},
        {"/W[1 2 1]", "/W[1 2 -1]", no_widths},
        {"/W[1 2 1]", "/W[5 2 1]", no_widths},
        {"/W[1 2 1]", "/W[1. 2 1]", no_widths},
        {"/W[1 2 1]", "/W[4 2 1]/Index[0 0]", longer},
        {"/W[1 2 1]", "/W[1 2 0]/Index[0 1]", longer},
        {"{h00000000}", "{h03000000}", unknown},
        {"{h00000000}", "{h00FFFFFF}", " f o o o o 4.0 4.1 o"},
        {"{h01}{O1}{h00}", "{h01}{O1}{h01}", unknown},
        {"{h01}{O1}{h00}", "{h01}{O2}{h00}", misplaced},
        {"{h02000400}", "{h02000800}", beyond_size},
        {"{h02000400}", "{h02000700}", " f o o o o 7.0 4.1 o"},
        {"Length 32", "Length 32/Encrypt 9", "! an encrypted file"},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_entries, changes);
}

/* As Word saves: an old table with all, and an update whose table is empty, with a stream beside it. */
static void test_streams_beside_tables(void)
{
    static const char text[] = OBJECTS
        "4 0 obj\n<</Type/XRef/Size 6/Index[4 2]/W[1 2 1]/Length 8>>\nstream\n{h01}{O4}{h00}{h02000200}\nendstream"
        "\nendobj\nxref\n0 4\n0000000000 65535 f \n{o1} 00000 n \n{o2} 00000 n \n{o3} 00000 n \ntrailer\n"
        "<</Size 4>>\nxref\n0 0\ntrailer\n<</Size 6/Prev {x1}/XRefStm {o4}>>\nstartxref\n{x2}\n%%EOF\n";
    static const char oldest[] = "! a cross-reference stream beside the oldest table",
                      two[] = "! an object that two cross-references have in two places";
    static const change changes[] = {
        {"Size 6/Prev", "Size 6/Prev", " f o o o o* 2.0*"},
        {"xref\n0 0\n", "xref\n0 1\n0000000000 65535 f \n", " f o o o o* 2.0*"},
        {"xref\n0 0\n", "xref\n2 1\n{o2} 00000 n \n", " f o o o o* 2.0*"},
        {"xref\n0 0\n", "xref\n5 1\n0000000000 65535 f \n", " f o o o o* 2.0*"},
        {"xref\n0 0\n", "xref\n5 1\n{o2} 00000 n \n", misplaced},
        {"/Prev {x1}", "", oldest},
        {"[4 2]", "[1 2]", misplaced},
        {"[4 2]/W[1 2 1]/Length 8>>\nstream\n{h01}{O4}", "[2 1 4 1]/W[1 2 1]/Length 8>>\nstream\n{h01}{O2}",
         " f o o* o 2.0* -"},
        {"[4 2]/W[1 2 1]/Length 8>>\nstream\n{h01}{O4}{h00}{h02000200}",
         "[2 1]/W[1 2 1]/Length 4>>\nstream\n{h02000400}", two},
        {"[4 2]/W[1 2 1]/Length 8>>\nstream\n{h01}{O4}{h00}{h02000200}",
         "[2 1]/W[1 2 1]/Length 4>>\nstream\n{h00000000}", "! an object that an update has deleted"},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_entries, changes);
}

/* Object 3, and the bytes of its stream. */
static void look_at_object(ofs_own *own, check_words *out)
{
    ofs_own_read_xref(own);
    const ofs_own_object *object = ofs_own_load(own, 3);
    FUZZ_CHECK(object && object->number == 3 && ofs_own_load(own, 3) == object);
    if (!object->stream) {
        add_value(own, out, &object->value);
        return;
    }
    ofs_own_bytes bytes = ofs_own_stream(own, object, 1);
    check_add(out, "stream ");
    add_bytes(out, bytes.at, bytes.count);
}

/* Object 3 with more bytes than are ever inflated; none of them is read. */
static void look_at_large_stream(ofs_own *own, check_words *out)
{
    ofs_own_read_xref(own);
    ofs_own_object object = *ofs_own_load(own, 3);
    object.length = 64 * 1024 * 1024 + 1;
    ofs_own_stream(own, &object, 1);
    check_add(out, "read");
}

#define SIXTEEN "41414141414141414141414141414141"
#define LETTERS SIXTEEN SIXTEEN SIXTEEN SIXTEEN

static void test_objects(void)
{
    static const char text[] =
        "%PDF-1.7\n1 0 obj\n5\nendobj\n2 0 obj\n/FlateDecode\nendobj\n3 0 obj\n<</Length 5>>\nstream\nHello\nendstream\n"
        "endobj\n4 0 obj\n<<>>\nendobj\nxref\n0 5\n0000000000 65535 f \n{o1} 00000 n \n{o2} 00000 n \n{o3} 00000 n \n"
        "{o4} 00000 n \ntrailer\n<</Size 5>>\nstartxref\n{x1}\n%%EOF\n";
    static const char body[] = "<</Length 5>>\nstream\nHello\nendstream",
                      begin[] = "! an object that does not begin or end as it should",
                      plain[] = "! a stream without a plain length",
                      ends[] = "! a stream that does not end where it says", odd[] = "! a filter with odd parameters",
                      several[] = "! a stream with several filters", sum[] = "! a stream that does not inflate",
                      behind[] = "! a stream with something behind its end", elsewhere[] = "! a stream in another file",
                      predictor[] = "! a predictor with odd parameters";
    static const change changes[] = {
        {body, body, "stream Hello"},
        {body, "<</Length 5>>stream\r\nHello\r\nendstream", "stream Hello"},
        {body, "<</Length 5>>stream\nHello\rendstream", "stream Hello"},
        {body, "<</Length 5>>stream\nHelloendstream", "stream Hello"},
        {body, "<</Length 5>>stream\rHello\nendstream", "! a stream that does not begin on a line of its own"},
        {body, "<</Length 5>>stream Hello\nendstream", "! a stream that does not begin on a line of its own"},
        {body, "<</Length 4>>stream\nHello\nendstream", ends},
        {body, "<</Length 6>>stream\nHello\nendstream", "stream Hello<0A>"},
        {body, "<</Length 5>>stream\nHello\n\nendstream", ends},
        {body, "<</Length 5>>stream\nHello endstream", ends},
        {body, "<</Length 5>>stream\nHello\nendstreams", begin},
        {body, "<</Length 9999>>stream\nHello\nendstream", "! a stream that is longer than the file"},
        {body, "<</Length 1 0 R>>stream\nHello\nendstream", "stream Hello"},
        {"5\nendobj\n2 0 obj\n/FlateDecode\nendobj\n3 0 obj\n<</Length 5>>",
         "5 6\nendobj\n2 0 obj\n/FlateDecode\nendobj\n3 0 obj\n<</Length 1 0 R>>", begin},
        {body, "<</Length 2 0 R>>stream\nHello\nendstream", "! a number that is missing"},
        {body, "<</Length 4 0 R>>stream\nHello\nendstream", "! a number that is missing"},
        {body, "<</Length 9 0 R>>stream\nHello\nendstream", plain},
        {body, "<</Length -5>>stream\nHello\nendstream", plain},
        {body, "<</Length 5.>>stream\nHello\nendstream", plain},
        {body, "<<>>stream\nHello\nendstream", plain},
        {body, "<</Length 0>>stream\nendstream", "stream "},
        {body, "[]stream\nHello\nendstream", "! a stream without a dictionary"},
        {body, "7", "7"},
        {body, "null", "null"},
        {body, "1 0 R", begin},
        {body, "7 8", begin},
        {body, "", "! a word that is no value"},
        {"{o3}", "0000000001", misplaced},
        {"{o3}", "0000009999", misplaced},
        {body,
         "<</Length 77/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 65>>>>stream\n{z00" LETTERS
         "41}\nendstream",
         predictor},
        {body,
         "<</Length 76/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 64>>>>stream\n{z00" LETTERS "}\nendstream",
         "stream AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
        {body, "<</Length 5/F(a)>>stream\nHello\nendstream", elsewhere},
        {body, "<</Length 5/DP<<>>>>stream\nHello\nendstream", elsewhere},
        {body, "<</Length 5/Filter[]>>stream\nHello\nendstream", "stream Hello"},
        {body, "<</Length 5/Filter[]/DecodeParms[]>>stream\nHello\nendstream", "stream Hello"},
        {body, "<</Length 5/DecodeParms<<>>>>stream\nHello\nendstream", odd},
        {body, "<</Length 5/Filter/ASCIIHexDecode>>stream\nHello\nendstream", "! a filter that is not Flate"},
        {body, "<</Length 5/Filter/FlateDecode>>stream\nHello\nendstream", sum},
        {body, "<</Length 16/Filter/FlateDecode>>stream\n{z48656C6C6F}\nendstream", "stream Hello"},
        {body, "<</Length 16/Filter 2 0 R>>stream\n{z48656C6C6F}\nendstream", "stream Hello"},
        {body, "<</Length 16/Filter[/FlateDecode]>>stream\n{z48656C6C6F}\nendstream", "stream Hello"},
        {body, "<</Length 16/Filter[2 0 R]>>stream\n{z48656C6C6F}\nendstream", "stream Hello"},
        {body, "<</Length 16/Filter[/FlateDecode/A]>>stream\n{z48656C6C6F}\nendstream", several},
        {body, "<</Length 16/Filter[/FlateDecode]/DecodeParms[]>>stream\n{z48656C6C6F}\nendstream", several},
        {body, "<</Length 16/Filter[/FlateDecode]/DecodeParms[<<>>]>>stream\n{z48656C6C6F}\nendstream", "stream Hello"},
        {body, "<</Length 16/Filter[/FlateDecode]/DecodeParms[5]>>stream\n{z48656C6C6F}\nendstream", odd},
        {body, "<</Length 16/Filter/FlateDecode/DecodeParms 5>>stream\n{z48656C6C6F}\nendstream", odd},
        {body, "<</Length 16/Filter/FlateDecode/DecodeParms<</EarlyChange 1>>>>stream\n{z48656C6C6F}\nendstream", odd},
        {body, "<</Length 17/Filter/FlateDecode>>stream\n{z48656C6C6F}\n\nendstream", "stream Hello"},
        {body, "<</Length 18/Filter/FlateDecode>>stream\n{z48656C6C6F}\r\n\nendstream", "stream Hello"},
        {body, "<</Length 19/Filter/FlateDecode>>stream\n{z48656C6C6F} \r\n\nendstream", behind},
        {body, "<</Length 17/Filter/FlateDecode>>stream\n{z48656C6C6F}.\nendstream", behind},
        {body, "<</Length 15/Filter/FlateDecode>>stream\n{z48656C6C6F}\nendstream", ends},
        {body, "<</Length 16/Filter/FlateDecode/Length1 5>>stream\n{z48656C6C6F}\nendstream", "stream Hello"},
        {body, "<</Length 16/Filter/FlateDecode/Length1 4>>stream\n{z48656C6C6F}\nendstream", "stream Hello"},
        {body, "<</Length 16/Filter/FlateDecode/Length1 1>>stream\n{z48656C6C6F}\nendstream", "stream Hello"},
        {body, "<</Length 16/Filter/FlateDecode/Length1/A>>stream\n{z48656C6C6F}\nendstream", "stream Hello"},
        {body,
         "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2>>>>stream\n{z004849020101}\nendstream",
         "stream HIIJ"},
        {body, "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor 12>>>>stream\n{z004802010049}\nendstream",
         "stream HII"},
        {body,
         "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2>>>>stream\n{z014849020101}\nendstream",
         "! a predictor that is not met in cross-references"},
        {body,
         "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2>>>>stream\n{z034849020101}\nendstream",
         "! a predictor that is not met in cross-references"},
        {body,
         "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 3>>>>stream\n{z004849020101}\nendstream",
         predictor},
        {body,
         "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 0>>>>stream\n{z004849020101}\nendstream",
         predictor},
        {body,
         "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor 12/Colors 2>>>>stream\n{z004849020101}\nendstream",
         predictor},
        {body,
         "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor 12/BitsPerComponent 4>>>>stream\n{z004849020101}"
         "\nendstream",
         predictor},
        {body, "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor 1>>>>stream\n{z004849020101}\nendstream",
         "stream <00>HI<02><01><01>"},
        {body, "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor 2>>>>stream\n{z004849020101}\nendstream",
         "! a predictor that is not known"},
        {body, "<</Length 17/Filter/FlateDecode/DecodeParms<</Predictor/A>>>>stream\n{z004849020101}\nendstream",
         "! a value that is no whole number"},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_object, changes);
    static const change large[] = {
        {body, "<</Length 17/Filter/FlateDecode>>stream\n{z004849020101}\nendstream", "! a stream that is too large"},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_large_stream, large);
}

static void test_packed_objects(void)
{
    static const char text[] =
        OBJECTS "4 0 obj\n<</Type/ObjStm/N 2/First 8/Length 15>>\nstream\n5 0 3 4 <<>>[7]\nendstream\nendobj\n"
                "7 0 obj\n<</Type/XRef/Size 8/W[1 2 1]/Length 32>>\nstream\n"
                "{h00000000}{h01}{O1}{h00}{h01}{O2}{h00}{h02000401}{h01}{O4}{h00}{h02000400}{h00000000}{h01}{O7}{h00}"
                "\nendstream\nendobj\nstartxref\n{o7}\n%%EOF\n";
    static const char not_plain[] = "! an object stream that is not plain",
                      order[] = "! an object stream whose objects are not in order",
                      absent[] = "! an object that is not in its object stream";
    static const change changes[] = {
        {"Length 15", "Length 15", "[1 7"},
        {"Length 15>>\nstream\n5 0 3 4 <<>>[7]", "Length 16>>\nstream\n5 0 3 4 <<>>[7]\n", "[1 7"},
        {"Length 15>>\nstream\n5 0 3 4 <<>>[7]", "Length 16>>\nstream\n5 0 3 4 <<>>[7]8",
         "! an object stream with something between its objects"},
        {"Length 15>>\nstream\n5 0 3 4 <<>>[7]", "Length 15>>\nstream\n5 0 3 4 <<>>1 0",
         "! an object stream with something between its objects"},
        {"Length 15>>\nstream\n5 0 3 4 <<>>[7]", "Length 15>>\nstream\n5 0 6 4 <<>>[7]", absent},
        {"Length 15>>\nstream\n5 0 3 4 <<>>[7]", "Length 15>>\nstream\n5 0 3 0 <<>>[7]", order},
        {"Length 15>>\nstream\n5 0 3 4 <<>>[7]", "Length 15>>\nstream\n5 4 3 4 <<>>[7]", order},
        {"Length 15>>\nstream\n5 0 3 4 <<>>[7]", "Length 15>>\nstream\n5 0 3 7 <<>>[7]", order},
        {"Length 15>>\nstream\n5 0 3 4 <<>>[7]", "Length 15>>\nstream\n5 0 3 -4<<>>[7]", "! a number that is missing"},
        {"N 2/First 8/Length 15", "N 1/First 8/Length 15", absent},
        {"N 2/First 8/Length 15", "N 3/First 8/Length 15", "! a number that is missing"},
        {"N 2/First 8/Length 15", "N -2/First 8/Length 15", not_plain},
        {"N 2/First 8/Length 15", "First 8/Length 15", not_plain},
        {"N 2/First 8/Length 15", "N 2/Length 15", not_plain},
        {"N 2/First 8/Length 15", "N 2/First 16/Length 15", not_plain},
        {"N 2/First 8/Length 15", "N 2/First -8/Length 15", not_plain},
        {"N 2/First 8/Length 15", "N 100001/First 8/Length 15", not_plain},
        {"/ObjStm/N 2/First 8/Length 15", "/ObjStms/N 2/First 8/Length 15", not_plain},
        {"{h02000401}", "{h02000402}", absent},
        {"{h02000401}", "{h02000400}", absent},
        {"{h02000401}", "{h02000600}", "! an object stream that is missing"},
        {"{h02000401}", "{h02000500}", "! an object stream that is missing"},
        {"{h02000401}", "{h02000200}", "! a stream that is missing"},
        {"{h02000401}", "{h00000000}", "! a reference to an object that is missing"},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_object, changes);
}

/* Characters that each font of Word has in its place: of a font that is not embedded, those alone are read. */
static void test_characters_of_all_fonts(void)
{
    static const uint32_t chars[] = {' ',    '!',    '~',    0x7F,   0xA2,   0xA3,   0xA4,   0x2012,
                                     0x2013, 0x2014, 0x2015, 0x2017, 0x2018, 0x2019, 0x201A, 0x201B,
                                     0x201C, 0x201D, 0x201E, 0x2021, 0x2022, 0x2023};
    check_words got = {{0}, 0};
    for (size_t i = 0; i < sizeof chars / sizeof *chars; i++)
        if (ofs_own_is_in_all_fonts(chars[i]))
            check_add(&got, "%x ", (unsigned)chars[i]);
    check_expect("characters of all fonts", "21 7e a3 2013 2014 2018 2019 201c 201d 2022 ", &got);
}

/* A character of a font that is not embedded: how far it may reach, and where its right edge is taken to be. */
static void look_at_bounds(ofs_own *own, check_words *out)
{
    static const struct {
        uint16_t unicode;
        int16_t advance;
    } glyphs[] = {{'A', 600},    {'a', 400}, {'z', 900}, {'9', 500},  {'.', 250},     {',', 250},
                  {':', 250},    {';', 250}, {'-', 333}, {'!', 300},  {'$', 500},     {'"', 300},
                  {'+', 500},    {'m', 800}, {'W', 900}, {'@', 1000}, {0x2014, 1000}, {0x2013, 500},
                  {0x2019, 200}, {'i', 0},   {'i', 500}, {'i', 501},  {'i', 4000}};
    for (size_t i = 0; i < sizeof glyphs / sizeof *glyphs; i++) {
        ofs_own_glyph glyph = {.unicode = glyphs[i].unicode, .advance = glyphs[i].advance};
        float slack;
        ofs_own_bound(own, &glyph);
        FUZZ_CHECK(glyph.is_unsure);
        check_add(out, "%s%d %d %d %d", i ? " | " : "", glyph.left, glyph.bottom, glyph.right, glyph.top);
        float right = ofs_own_unsure_right(&glyph, &slack);
        check_add(out, " %g~%g", (double)right, (double)slack);
    }
}

static void look_at_too_wide(ofs_own *own, check_words *out)
{
    ofs_own_glyph glyph = {.unicode = 'i', .advance = 4001};
    ofs_own_bound(own, &glyph);
    check_add(out, "bounded");
}

/* What marks of a name and numbers say of a glyph that stands in no file. */
static void test_unsure_glyphs(void)
{
    check_bytes(
        "bounds of glyphs", look_at_bounds, "", 0,
        "-300 -350 900 850 500~400 | -250 -350 900 850 490~410 | -450 -350 1125 850 612.5~512.5 | -250 -350 900 850 500~400 | "
        "-250 -250 900 250 475~425 | -250 -250 900 250 475~425 | -250 -250 900 700 475~425 | -250 -250 900 700 475~425 | "
        "-250 100 900 440 483.3~416.7 | -250 -400 900 1100 480~420 | -250 -400 900 1100 500~400 | -250 -400 900 1100 480~420 | "
        "-250 -400 900 1100 500~400 | -400 -350 1150 850 625~525 | -450 -350 1150 850 625~525 | -500 -400 1250 1100 675~575 | "
        "-500 -400 1250 1100 675~575 | -250 -400 900 1100 500~400 | -250 -400 900 1100 470~430 | -250 -350 900 850 450~450 | "
        "-250 -350 900 850 500~400 | -250 -350 900 850 500~400 | -2000 -350 5000 850 2550~2450");
    check_bytes("a glyph that is too wide", look_at_too_wide, "", 0, "! a font with an odd width");
}

int main(void)
{
    test_unsure_glyphs();
    test_characters_of_all_fonts();
    test_values();
    test_sizes_of_values();
    test_tables();
    test_updates();
    test_streams();
    test_streams_beside_tables();
    test_objects();
    test_packed_objects();
    return check_result();
}
