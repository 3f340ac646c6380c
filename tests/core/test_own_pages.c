/* The reader that needs no PDFium: what whole pages say. Their characters in the order of reading, with the spaces and line
 * ends that places alone tell of; where each run begins and ends, its size, weight and mark, and what is not seen of it. One
 * page after the other, for nothing of a page may reach the next. */
#include "pdf/own/lines.h"
#include "small_pdf.h"

/* 'a' is 200 wide and each letter behind it 30 more, up to 950; capitals are all 500; what is no letter is 250, as a space
 * is. Ink reaches from 20 to 20 less, from the baseline up to 700, or 500 for a small letter, of a quotation mark from 600 on; an underscore has none. */
static int advance_of(int code)
{
    return code >= 'a' && code <= 'z' ? 200 + 30 * (code - 'a') : code >= 'A' && code <= 'Z' ? 500 : 250;
}

static void know_glyphs(ofs_own *own, const ofs_own_leaf *leaf, const char *called)
{
    const ofs_own_value name = {.kind = OWN_NAME, .count = 1, .as.bytes = (const uint8_t *)called};
    ofs_own_font *font = ofs_own_find_font(own, leaf->resources, &name);
    ofs_own_glyph *block = font->blocks[0] = OFS_NEW_ARRAY(own->arena, ofs_own_glyph, OWN_GLYPH_BLOCK);
    for (uint16_t code = ' '; code <= 0xFF; code++) {
        int16_t advance = (int16_t)advance_of(code), high = code >= 'a' && code <= 'z' ? 500 : 700;
        uint16_t unicode = code == '^' ? 0xA0 : code;
        block[code] = (ofs_own_glyph){20, (int16_t)(advance - 20), 0, high, advance, 1, 0, unicode};
        if (code == ' ' || code == '^')
            block[code] = (ofs_own_glyph){.advance = advance, .is_known = 1, .unicode = unicode};
        if (code == '"')
            block[code].bottom = 600;
        if (code == '_')
            block[code] = (ofs_own_glyph){.is_known = 1, .unicode = unicode};
    }
}

/* '~' is a hyphen at which a word goes on, '/' a line's end, '|' a space that is made up. */
static void add_char(const ofs_own *own, int i, check_words *out)
{
    uint32_t c = own->pdf->page.chars[i];
    if (c == '\r')
        return;
    if (c == '\n' || c == 2)
        check_add(out, c == 2 ? "~" : "/");
    else if (c == ' ' && own->sources[i].code == OWN_KERN)
        check_add(out, "|");
    else
        check_add(out, c < 0x7F ? "%c" : "<%X>", (unsigned)c);
}

/* Of each run its characters, where the first and the last of them that are shown stand, its size, and what is not as usual. */
static void add_run(const ofs_own *own, const ofs_pdf_run *run, check_words *out)
{
    const ofs_own_source *first = &own->sources[run->first], *last = first;
    for (int i = run->first; i < run->end; i++) {
        add_char(own, i, out);
        last = own->sources[i].code == OWN_KERN ? last : &own->sources[i];
    }
    check_add(out, " %g,%g", (double)first->x, (double)first->y);
    if (last != first)
        check_add(out, "-%g,%g", (double)last->x, (double)last->y);
    check_add(out, " x%g%s%s%s", (double)run->size, run->bold ? " bold" : "", run->hidden ? " hidden" : "",
              run->symbols ? " signs" : "");
    if (run->id != OFS_NONE)
        check_add(out, " #%d", run->id);
}

static void add_page(ofs_own *own, const ofs_own_leaf *leaf, check_words *out)
{
    const ofs_pdf_page *page = &own->pdf->page;
    const ofs_source *source = own->pdf->source;
    uint32_t noted = source->unseen_count;
    ofs_own_read_content(own, leaf);
    ofs_own_write_chars(own, leaf);
    uint32_t letters = 0;
    for (uint32_t i = 0; i < page->run_count; i++) {
        check_add(out, i ? " | " : "");
        add_run(own, &page->runs[i], out);
        letters += page->runs[i].letters;
    }
    check_add(out, page->run_count ? " (%u)" : "", (unsigned)letters);
    for (; noted < source->unseen_count; noted++) {
        check_add(out, " not seen (%u): ", (unsigned)source->unseen[noted].text.n);
        check_add_str(out, source->unseen[noted].text);
    }
}

static void open_pages(ofs_own *own)
{
    ofs_own_read_xref(own);
    own->catalog = &ofs_own_load(own, 1)->value;
    ofs_own_read_pages(own);
    for (const char *font = "FBSWVO"; *font; font++)
        know_glyphs(own, own->leaves, font);
}

static void look_at_pages(ofs_own *own, check_words *out)
{
    open_pages(own);
    for (uint32_t i = 0; i < own->leaf_count; i++) {
        check_add(out, i ? " || " : "");
        add_page(own, &own->leaves[i], out);
    }
}

/* F is the font of text, B a bold one, S one of signs, W has two bytes a character, V a space that is too wide to part
 * words by, O no space, U is in no file; X is a form, and so is Y. The pages are 600 wide and 800 high. */
static const char usual_box[] = "/BBox[0 0 600 800]", usual_form[] = "BT /F 10 Tf 50 60 Td (in) Tj ET";
static const char *form_says = usual_box, *form = usual_form;

static void write_pages(file *f, const char *first, const char *second)
{
    static const char frame[] =
        "%%PDF-1.7\n1 0 obj\n<</Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count %d/Kids[3 0 R%s]/MediaBox[0 0 600 800]"
        "/Resources<</Font<</F 10 0 R/B 11 0 R/S 12 0 R/W 13 0 R/V 14 0 R/O 15 0 R/U 16 0 R/AF 10 0 R/BF 11 0 R/CF 11 0 R>>/XObject<</X 9 0 R/Y 17 0 R>>"
        "/ExtGState<</M<</SMask 1>>/D<</D[[3]0]/LW 9>>>>>>>>\nendobj\n"
        "3 0 obj\n<</Type/Page/Contents 5 0 R>>\nendobj\n4 0 obj\n<</Type/Page/Contents[6 0 R 7 0 R]>>\nendobj\n"
        "5 0 obj\n<</Length %u>>\nstream\n%s\nendstream\nendobj\n6 0 obj\n<</Length %u>>\nstream\n%s\nendstream\nendobj\n"
        "7 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n8 0 obj\n<</FontFile2 7 0 R>>\nendobj\n"
        "9 0 obj\n<</Subtype/Form%s/Length %u>>\nstream\n%s\nendstream\nendobj\n"
        "10 0 obj\n<</Subtype/TrueType/BaseFont/Ayton/Encoding/WinAnsiEncoding/FontDescriptor 8 0 R/FirstChar 32/LastChar 32"
        "/Widths[250]>>\nendobj\n"
        "11 0 obj\n<</Subtype/TrueType/BaseFont/Ayton-Bold/Encoding/WinAnsiEncoding/FontDescriptor 8 0 R/FirstChar 32"
        "/LastChar 32/Widths[250]>>\nendobj\n"
        "12 0 obj\n<</Subtype/TrueType/BaseFont/Wingdings/Encoding/WinAnsiEncoding/FontDescriptor 8 0 R/FirstChar 32"
        "/LastChar 32/Widths[250]>>\nendobj\n"
        "13 0 obj\n<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/BaseFont/Ayton/DW 250"
        "/CIDSystemInfo<</Ordering(Identity)>>/FontDescriptor 8 0 R>>]>>\nendobj\n"
        "14 0 obj\n<</Subtype/TrueType/BaseFont/Ayton/Encoding/WinAnsiEncoding/FontDescriptor 8 0 R/FirstChar 32/LastChar 32"
        "/Widths[400]>>\nendobj\n"
        "15 0 obj\n<</Subtype/TrueType/BaseFont/Ayton/Encoding/WinAnsiEncoding/FontDescriptor 8 0 R/FirstChar 32/LastChar 32"
        "/Widths[0]>>\nendobj\n"
        "16 0 obj\n<</Subtype/TrueType/BaseFont/Ayton/Encoding/WinAnsiEncoding/FontDescriptor<</MissingWidth 500>>"
        "/FirstChar 32/LastChar 32/Widths[250]>>\nendobj\n"
        "17 0 obj\n<</Subtype/Form/BBox[0 0 600 800]/Length 31>>\nstream\nBT /F 10 Tf 50 60 Td (on) Tj ET\nendstream\nendobj\n"
        "xref\n0 18\n0000000000 65535 f \n{o1} 00000 n \n{o2} 00000 n \n{o3} 00000 n \n{o4} 00000 n \n{o5} 00000 n \n"
        "{o6} 00000 n \n{o7} 00000 n \n{o8} 00000 n \n{o9} 00000 n \n{o10} 00000 n \n{o11} 00000 n \n{o12} 00000 n \n"
        "{o13} 00000 n \n{o14} 00000 n \n{o15} 00000 n \n{o16} 00000 n \n{o17} 00000 n \ntrailer\n<</Size 18>>\nstartxref\n{x1}\n%%%%EOF\n";
    static char text[8192];
    const char *other = second ? second : "";
    int n = snprintf(text, sizeof text, frame, second ? 2 : 1, second ? " 4 0 R" : "", (unsigned)strlen(first), first,
                     (unsigned)strlen(other), other, form_says, (unsigned)strlen(form), form);
    FUZZ_CHECK(n > 0 && (size_t)n < sizeof text);
    write_file(f, text);
}

static void check_pages(const char *first, const char *second, const char *want)
{
    static file f;
    write_pages(&f, first, second);
    check_bytes(second ? second : first, look_at_pages, f.at, f.n, want);
}

typedef struct page_case {
    const char *first, *second, *want; /* second: NULL where there is one page */
} page_case;

/* What a page leaves behind, its states, marks, paths and clips, is nothing to the next. */
static const page_case after_another[] = {
    {"BT /B 12 Tf 2 Tc 3 Tw 1 Tr 9 TL 2 0 0 2 30 40 Tm (ab) Tj ET", "BT /F 10 Tf 100 200 Td (ab cd) Tj T* (e) Tj ET",
     "ab 30,40-38.8,40 x24 bold (2) || ab cd| 100,200-109.4,200 x10 | e 100,200 x10 (5)"},
    {"BT /B 12 Tf (ab) Tj", "(ab) Tj", "! text without a font, or outside a text object"},
    {"BT /B 12 Tf (ab) Tj", "BT (ab) Tj ET", "! text without a font, or outside a text object"},
    {"2 0 0 2 30 40 cm q q /P <</MCID 3>> BDC /P BMC", "BT /F 10 Tf 100 200 Td (ab) Tj ET",
     " || ab 100,200-102,200 x10 (2)"},
    {"q q", "Q", "! a state that was not saved"},
    {"/P BMC", "EMC", "! marks that do not match"},
    {"0 0 20 20 re W n", "BT /F 10 Tf 100 200 Td (ab) Tj ET", " || ab 100,200-102,200 x10 (2)"},
    {"0 0 20 20 re W", "0 0 600 800 re n BT /F 10 Tf 100 200 Td (ab) Tj ET", " || ab 100,200-102,200 x10 (2)"},
    {"0 0 m", "9 9 l S", "! a path that begins nowhere"},
    {"0 0 m", "/X Do", " || in 50,60-54.4,60 x10 (2)"},
    {"W", "/X Do", " || in 50,60-54.4,60 x10 (2)"},
    {"5 5 m", "0 0 m 600 0 l 600 800 l 0 800 l h W n BT /F 10 Tf 100 200 Td (ab) Tj ET",
     " || ab 100,200-102,200 x10 (2)"},
    {"0 0 m 600 0 l 600 800 l 0 800 l h", "0 0 m 600 0 l 600 800 l 0 800 l W n BT /F 10 Tf 100 200 Td (ab) Tj ET",
     "! text that is cut by a clip"},
    {"1 g 1 G /M gs", "BT /F 10 Tf 100 200 Td (ab) Tj 2 Tr (c) Tj 1 Tr (d) Tj ET",
     " || ab 100,200-102,200 x10 | c 104.3,200 x10 bold | d 106.9,200 x10 (4)"},
    {"/D gs", "90 90 100 50 re S BT /F 10 Tf 1 Tr 100 200 Td (ab) Tj ET", " || ab 100,200-102,200 x10 (2)"},
    {"0 0 600 800 re f", "BT /F 10 Tf 100 200 Td (ab) Tj ET", " || ab 100,200-102,200 x10 (2)"},
    {"/DeviceRGB cs /DeviceRGB CS", "0.2 sc 0.1 SC BT /F 10 Tf 100 200 Td (ab) Tj 2 Tr (c) Tj ET",
     " || ab 100,200-102,200 x10 | c 104.3,200 x10 bold (3)"},
    {"BT /F 10 Tf 100 200 Td (ab) Tj ET /X Do /X Do", "/X Do",
     "ab/ 100,200-102,200 x10 | in 50,60-54.4,60 x10 (4) || in 50,60-54.4,60 x10 (2)"},
    {"BT /F 10 Tf 100 200 Td (ab) Tj ET", "BT /F 10 Tf 100.1 200 Td (ab) Tj ET",
     "ab 100,200-102,200 x10 (2) || ab 100.1,200-102.1,200 x10 (2)"},
    {"BT /F 10 Tf 100 200 Td (we-) Tj ET", "BT /F 10 Tf 100 190 Td (ll) Tj ET",
     "we- 100,200-111.8,200 x10 (3) || ll 100,190-105.3,190 x10 (2)"},
    {"BT /F 10 Tf 100 200 Td (ab) Tj 3 Tr 20 0 Td (cd) Tj ET", "BT /F 10 Tf 100 200 Td (ef) Tj ET",
     "ab| 100,200-102,200 x10 | cd 120,200-122.6,200 x10 hidden (4) || ef 100,200-103.2,200 x10 (2)"},
    {"", "BT /F 10 Tf 100 200 Td (ab) Tj ET", " || ab 100,200-102,200 x10 (2)"},
    {"BT /F 16 Tf 200 380 Td (AB) Tj 0 20 Td (CD) Tj ET",
     "q 300 100 200 600 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q",
     "AB/ 200,380-208,380 x16 | CD 200,400-208,400 x16 (4) || AB 200,400-208,400 x16 hidden (2) not seen (2): AB"},
    {"BT /F 10 Tf 100 200 Td (ab) Tj ET", "", "ab 100,200-102,200 x10 (2) || "},
    {"/P <</MCID 4>> BDC BT /F 10 Tf 100 200 Td (ab) Tj ET EMC",
     "/P <</MCID 2>> BDC BT /F 10 Tf 100 200 Td (ab) Tj ET EMC",
     "ab 100,200-102,200 x10 #4 (2) || ab 100,200-102,200 x10 #2 (2)"},
    {NULL, NULL, NULL},
};

/* Where a text is not seen, in a font of signs, in strings of each kind. */
static const page_case of_one_page[] = {
    {"q 300 100 200 600 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q", NULL,
     "AB 200,400-208,400 x16 hidden (2) not seen (2): AB"},
    {"q 300 100 200 600 re W n BT /F 16 Tf 200 400 Td [(A)-300(B)] TJ 40 0 Td (CD) Tj ET Q BT /F 16 Tf 200 300 Td (EF) Tj ET",
     NULL,
     "A|B| 200,400-212.8,400 x16 hidden | CD/ 240,400-248,400 x16 hidden | EF 200,300-208,300 x16 (6) not seen (4): A B  not seen (4): CD  "},
    {"q 300 100 200 600 re W n BT /F 16 Tf 200 400 Td (AB) Tj 120 0 Td (CD) Tj 200 0 Td (EF) Tj ET Q", NULL,
     "AB| 200,400-208,400 x16 hidden | CD| 320,400-328,400 x16 | EF 520,400-528,400 x16 hidden (6) not seen (3): AB  not seen (2): EF"},
    {"q 300 100 200 600 re W n BT /F 16 Tf 200 400 Td ( ) Tj ET Q BT /F 16 Tf 200 300 Td (AB) Tj ET", NULL,
     "AB 200,300-208,300 x16 (2)"},
    {"q 300 100 200 600 re W n BT 3 Tr /F 16 Tf 200 400 Td (AB) Tj ET Q", NULL, "AB 200,400-208,400 x16 hidden (2)"},
    {"q 100 300 200 20 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q", NULL, "AB 200,400-208,400 x16 hidden (2)"},
    {"BT /F 2 Tf 200 400 Td (AB) Tj /F 12 Tf 30 0 Td (CD) Tj ET", NULL,
     "AB| 200,400-201,400 x2 hidden | CD 230,400-236,400 x12 (4)"},
    {"BT /F 4 Tf 0.5 0 0 0.5 200 400 Tm (AB) Tj 1 0 0 1 230 400 Tm (CD) Tj ET", NULL,
     "AB| 200,400-201,400 x2 hidden | CD 230,400-232,400 x4 (4)"},
    {"BT /F 4 Tf 1 0 0.4 0.9 200 400 Tm (AB) Tj ET", NULL, "AB 200,400-202,400 x3.93954 (2)"},
    {"BT /S 12 Tf 200 400 Td (l m\\251) Tj /F 12 Tf 60 0 Td (l) Tj ET", NULL,
     "<F06C> <F06D><F0A9>| 200,400-216.08,400 x12 signs | l 260,400 x12 (4)"},
    {"BT /S 12 Tf 200 400 Td (\\240\\255\\377 ~) Tj ET", NULL, "<A0><AD><F0FF> <F07E> 200,400-212,400 x12 signs (3)"},
    {"BT /W 12 Tf 200 400 Td <00410042> Tj (\\000C) Tj [<0044>-200<0045>] TJ ET", NULL,
     "AB 200,400-206,400 x12 | C 212,400 x12 | D|E 218,400-226.4,400 x12 (5)"},
    {"BT /W 12 Tf 200 400 Td <004100> Tj ET", NULL, "! a string with half a character"},
    {"BT /W 12 Tf 200 400 Td (A) Tj ET", NULL, "! a string with half a character"},
    {"BT /F 12 Tf 200 400 Td <4142> Tj (C\\104) Tj (\\(E\\)) Tj ET", NULL,
     "AB 200,400-206,400 x12 | CD 212,400-218,400 x12 | (E) 224,400-233,400 x12 (7)"},
    {"BT /AF 12 Tf 200 400 Td (A) Tj /BF 12 Tf (B) Tj /AF 12 Tf (C) Tj /B 12 Tf (D) Tj /F 12 Tf (E) Tj ET", NULL,
     "A 200,400 x12 | B 206,400 x12 bold | C 212,400 x12 | D 218,400 x12 bold | E 224,400 x12 (5)"},
    {"BT 200 400 Td /F 12 Tf (A) Tj /B 12 Tf (B) Tj /S 12 Tf (C) Tj /W 12 Tf <0044> Tj /V 12 Tf (E) Tj /O 12 Tf (F) Tj /CF 12 Tf (G) "
     "Tj /AF 12 Tf (H) Tj /BF 12 Tf (I) Tj /F 12 Tf (J) Tj /BF 12 Tf (K) Tj /CF 12 Tf (L) Tj ET",
     NULL,
     "A 200,400 x12 | B 206,400 x12 bold | <F043> 212,400 x12 signs | D 218,400 x12 | E 224,400 x12 | F 230,400 x12 | G 236,400 x12 bold | H 242,400 x12 | I 248,400 x12 bold | J 254,400 x12 | K 260,400 x12 bold | L 266,400 x12 bold (12)"},
    {"/P <</MCID 3>> BDC BT /F 12 Tf 200 400 Td (AB) Tj /B 12 Tf (CD) Tj ET EMC BT 200 380 Td /F 12 Tf (EF) Tj ET "
     "/P <</MCID 131071>> BDC BT 200 360 Td (GH) Tj ET EMC /P <</MCID 131072>> BDC BT 200 340 Td (IJ) Tj ET EMC",
     NULL,
     "AB 200,400-206,400 x12 #3 | CD/ 212,400-218,400 x12 bold #3 | EF/ 200,380-206,380 x12 | GH/ 200,360-206,360 x12 #131071 | IJ 200,340-206,340 x12 (10)"},
    {"BT /F 12 Tf 200 400 Td (AB) Tj 0 -14 Td (CD) Tj 0 -14 Td (E-) Tj 0 -14 Td (fg) Tj ET", NULL,
     "AB/ 200,400-206,400 x12 | CD/ 200,386-206,386 x12 | E~ 200,372-206,372 x12 | fg 200,358-204.2,358 x12 (7)"},
    {"BT /F 12 Tf 200 400 Td (E-) Tj 0 -14 Td (-) Tj 0 -14 Td (fg) Tj ET", NULL,
     "E-| 200,400-206,400 x12 | -/ 200,386 x12 | fg 200,372-204.2,372 x12 (5)"},
    {"BT /F 12 Tf 200 400 Td (E-) Tj 0 -14 Td (-fg) Tj ET", NULL,
     "E-/ 200,400-206,400 x12 | -fg 200,386-207.2,386 x12 (5)"},
    {"BT /F 12 Tf 200 400 Td (E\\327-) Tj 0 -14 Td (fg) Tj 0 -14 Td (E\\367-) Tj 0 -14 Td (fg) Tj ET", NULL,
     "E<D7>-/ 200,400-209,400 x12 | fg/ 200,386-204.2,386 x12 | E<F7>-/ 200,372-209,372 x12 | fg 200,358-204.2,358 x12 (10)"},
    {"BT /F 12 Tf 200 400 Td (E\\300-) Tj 0 -14 Td (fg) Tj 0 -14 Td (E\\277-) Tj 0 -14 Td (fg) Tj ET", NULL,
     "E<C0>~ 200,400-209,400 x12 | fg/ 200,386-204.2,386 x12 | E<BF>-/ 200,372-209,372 x12 | fg 200,358-204.2,358 x12 (9)"},
    {"BT /F 12 Tf 200 400 Td (E\\252-) Tj 0 -14 Td (fg) Tj 0 -14 Td (E\\265-) Tj 0 -14 Td (fg) Tj 0 -14 Td (E\\272-) Tj 0 -14 Td (fg) Tj ET",
     NULL,
     "E<AA>~ 200,400-209,400 x12 | fg/ 200,386-204.2,386 x12 | E<B5>~ 200,372-209,372 x12 | fg/ 200,358-204.2,358 x12 | E<BA>~ 200,344-209,344 x12 | fg 200,330-204.2,330 x12 (12)"},
    {"BT /F 16 Tf 200 700 Td (ABa) Tj 0 -22 Td (ABa) Tj 0 -22 Td (ABa) Tj /U 16 Tf 0 -22 Td (A) Tj /F 16 Tf 0 -22 Td (ABa) Tj ET",
     NULL, "! text whose order depends on a font that is not embedded"},
    {"300 450 m 190 450 l 190 390 l 300 390 l f BT /F 12 Tf 200 400 Td (AB) Tj ET", NULL,
     "! text in a light colour, or where something else is painted"},
    {"190 390 m 300 390 l 300 450 l 190 450 l f BT /F 12 Tf 200 400 Td (AB) Tj ET", NULL,
     "! text in a light colour, or where something else is painted"},
    {"201 401 m 205 450 l 202 390 l 190 400 l 300 402 l f BT /F 12 Tf 200 400 Td (AB) Tj ET", NULL,
     "! text in a light colour, or where something else is painted"},
    {"300 450 m 220 450 l 220 390 l 300 390 l f BT /F 12 Tf 200 400 Td (AB) Tj ET", NULL, "AB 200,400-206,400 x12 (2)"},
    {"190 390 m 300 390 l 300 395 l 190 395 l f BT /F 12 Tf 200 400 Td (AB) Tj ET", NULL, "AB 200,400-206,400 x12 (2)"},
    {"190 450 m 300 450 l 300 430 l 190 430 l f BT /F 12 Tf 200 400 Td (AB) Tj ET", NULL, "AB 200,400-206,400 x12 (2)"},
    {"100 450 m 190 450 l 190 390 l 100 390 l f BT /F 12 Tf 200 400 Td (AB) Tj ET", NULL, "AB 200,400-206,400 x12 (2)"},
    {"h s BT /F 12 Tf 200 400 Td (AB) Tj ET", NULL, "AB 200,400-206,400 x12 (2)"},
    {"0 0 m 0 400 l 300 400 l 300 0 l h h W n BT /F 12 Tf 200 100 Td (AB) Tj ET", NULL, "AB 200,100-206,100 x12 (2)"},
    {"0 0 m 0 400 l 300 400 l h h W n BT /F 12 Tf 100 300 Td (AB) Tj ET", NULL, "! text that is cut by a clip"},
    {"500 500 m 600 500 l 0 0 300 400 re h W n BT /F 12 Tf 200 100 Td (AB) Tj ET", NULL,
     "! text that is cut by a clip"},
    {"BT /F 12 Tf 200 400 Td (A^) Tj (^) Tj (B ) Tj ET", NULL,
     "A<A0>| 200,400-206,400 x12 | B  212,400-218,400 x12 (2)"},
    {"BT /F 12 Tf 200 400 Td (AB) Tj ET 2 0 0 2 -300 -300 cm BT 260 340 Td (CD) Tj ET", NULL,
     "AB/ 200,400-206,400 x12 | CD 220,380-232,380 x24 (4)"},
    {NULL, NULL, NULL},
};

/* What a form takes from the page and from its own dictionary; nothing that it does reaches what follows it. */
static const struct {
    const char *says, *form, *page, *want;
} forms[] = {
    {usual_box, "Q", "q /X Do", "! a state that was not saved"},
    {usual_box, "EMC", "/P BMC /X Do", "! marks that do not match"},
    {usual_box, "(in) Tj", "BT /F 10 Tf /X Do ET", "! text without a font, or outside a text object"},
    {usual_box, "9 9 l S", "/X Do", "! a path that begins nowhere"},
    {usual_box, "0 0 m", "/X Do 9 9 l S", "! a path that begins nowhere"},
    {usual_box, "0 0 300 300 re W", "/X Do 0 0 9 9 re n BT /F 10 Tf 400 500 Td (ab) Tj ET",
     "ab 400,500-402,500 x10 (2)"},
    {usual_box,
     "BT /F 12 Tf 50 60 Td (in) Tj ET q q /P BMC 3 Tr 9 Tc 9 Tw 5 TL 1 g 2 0 0 2 0 0 cm 0 0 5 5 re W n /M gs",
     "BT /F 10 Tf 100 200 Td (ab) Tj ET /X Do BT 100 180 Td (c d) Tj T* (e) Tj ET",
     "ab/ 100,200-102,200 x10 | in/ 50,60-55.28,60 x12 | c d| 100,180-105.1,180 x10 | e 100,180 x10 (7)"},
    {usual_box, "BT 50 60 Td (in) Tj T* (on) Tj ET", "BT /B 10 Tf 7 TL 2 Tc ET /X Do",
     "in 50,60-56.4,60 x10 bold | on 50,60-58.2,60 x10 bold (4)"},
    {usual_box, "BT (in) Tj ET", "BT /F 10 Tf 100 200 Td (ab) Tj /X Do (cd) Tj 0 -20 Td (ef) Tj ET",
     "ab/ 100,200-102,200 x10 | in/ 0,0-4.4,0 x10 | cd/ 104.3,200-106.9,200 x10 | ef 100,180-103.2,180 x10 (8)"},
    {usual_box, "BT (in) Tj ET", "1 0 0 1 30 40 cm BT /F 10 Tf 100 200 Td ET /X Do", "in 30,40-34.4,40 x10 (2)"},
    {usual_box, "BT (in) Tj ET", "2 0 0 2 30 40 cm BT /F 10 Tf ET /X Do 1 0 0 1 5 6 cm /X Do",
     "in 30,40-38.8,40 x10 | in 40,52-48.8,52 x10 (4)"},
    {"/BBox[0 0 600 800]/Matrix[2 0 0 3 10 20]", "BT /F 10 Tf 5 6 Td (in) Tj ET", "1 0 0 1 30 40 cm /X Do",
     "in 50,78-58.8,78 x30 (2)"},
    {"/BBox[0 0 600 800]/Matrix[0 1 -1 0 0 0]", "BT /F 10 Tf 5 6 Td (in) Tj ET", "/X Do",
     "! text that is turned, mirrored or aslant"},
    {"/BBox[0 0 600 800]/Matrix[0 1 -1 0 0 0]", "BT /F 10 Tf 0 -1 1 0 5 6 Tm (in) Tj ET", "/X Do",
     "! text that is cut by a clip"},
    {"/BBox[0 0 600 800]/Matrix[1 0 0.5 1 0 0]", "BT /F 10 Tf 1 0 -0.5 1 5 6 Tm (in) Tj ET", "/X Do",
     "! text that is cut by a clip"},
    {"/BBox[0 0 600 800]/Matrix[1 0.5 0 1 0 0]", "BT /F 10 Tf 1 -0.5 0 1 5 6 Tm (in) Tj ET", "/X Do",
     "! text that is cut by a clip"},
    {"/BBox[0 0 600 800]/Matrix[1 0 0 1 0]", "", "/X Do", "! a form with an odd matrix"},
    {"/BBox[0 0 600 800]/Matrix 1", "", "/X Do", "! a form with an odd matrix"},
    {"/BBox[0 0 600 800]/Matrix[1 0 0 1 0/A]", "", "/X Do", "! a value that is no number"},
    {"/BBox[600 800 0 0]", "BT /F 10 Tf 5 6 Td (in) Tj ET", "/X Do", "in 5,6-9.4,6 x10 (2)"},
    {"/BBox[0 0 600]", "", "/X Do", "! a form without a box"},
    {"/BBox[0 0 600 800 9]", "", "/X Do", "! a form without a box"},
    {"/BBox 9", "", "/X Do", "! a form without a box"},
    {"", "", "/X Do", "! a form without a box"},
    {"/BBox[0 0 20 20]", "BT /F 10 Tf 50 6 Td (in) Tj ET", "/X Do", "! text that is cut by a clip"},
    {"/BBox[0 0 20 20]", "BT /F 10 Tf 5 60 Td (in) Tj ET", "/X Do", "in 5,60-9.4,60 x10 hidden (2)"},
    {"/BBox[0 0 20 20]", "BT /F 10 Tf 16 6 Td (in) Tj ET", "/X Do", "! text that is cut by a clip"},
    {"/BBox[0 0 20 20]", "0 0 20 20 re f BT 0.8 g /F 10 Tf 6 6 Td (in) Tj ET", "1 0 0 1 100 100 cm /X Do",
     "! text in a light colour, or where something else is painted"},
    {"/BBox[0 0 20 20]", "BT /F 10 Tf 6 6 Td (in) Tj ET", "100 100 20 20 re f 0.8 g 1 0 0 1 100 100 cm /X Do",
     "! text in a light colour, or where something else is painted"},
    {"/BBox[0 0 20 20]", "0 0 20 20 re f", "BT /F 10 Tf 100 100 Td (ab) Tj ET 1 0 0 1 100 100 cm /X Do",
     "! text in a light colour, or where something else is painted"},
    {"/BBox[0 0 20 20]", "0 0 20 20 re f", "BT /F 10 Tf 100 100 Td (ab) Tj ET 1 0 0 1 120 100 cm /X Do",
     "ab 100,100-102,100 x10 (2)"},
    {usual_box, "/P <</MCID 5>> BDC BT /F 10 Tf (in) Tj ET EMC",
     "/P <</MCID 3>> BDC /X Do BT /F 10 Tf 90 90 Td (ab) Tj ET EMC",
     "in/ 0,0-4.4,0 x10 #5 | ab 90,90-92,90 x10 #3 (4)"},
    {usual_box, "/P <</MCID 5>> BDC BT /F 10 Tf (in) Tj ET", "/X Do BT /F 10 Tf 90 90 Td (ab) Tj ET",
     "in/ 0,0-4.4,0 x10 #5 | ab 90,90-92,90 x10 (4)"},
    {"/BBox[0 0 600 800]/Resources<</Font<</F 11 0 R>>>>", usual_form,
     "BT /F 10 Tf 90 90 Td (ab) Tj ET /X Do BT /F 10 Tf 90 30 Td (cd) Tj ET",
     "ab/ 90,90-92,90 x10 | in/ 50,60-54.4,60 x10 bold | cd 90,30-92.6,30 x10 (6)"},
    {"/BBox[0 0 600 800]/Resources<</Font<</F 11 0 R>>/XObject<</Y 17 0 R>>>>", "/Y Do", "/X Do",
     "on 50,60-56.2,60 x10 bold (2)"},
    {"/BBox[0 0 600 800]/Resources<</Font<<>>>>", usual_form, "/X Do", "! a font that is missing"},
    {"/BBox[0 0 600 800]/Resources<</XObject<<>>>>", usual_form, "/X Do", "in 50,60-54.4,60 x10 (2)"},
    {"/BBox[0 0 600 800]/Resources<<>>", "/M gs BT /F 10 Tf (in) Tj ET", "/X Do",
     "! text in a light colour, or where something else is painted"},
    {"/BBox[0 0 600 800]/Resources<</ExtGState<<>>>>", "/M gs BT /F 10 Tf (in) Tj ET", "/X Do",
     "! a resource that is missing"},
    {"/BBox[0 0 600 800]/Resources<</XObject<</Y 9 0 R>>>>", "/Y Do", "/X Do", "! a form that holds itself"},
    {"/BBox[0 0 600 800]/Resources<</XObject<</X 9 0 R/Y 17 0 R>>>>", usual_form,
     "q 0 0 100 100 re W n /X Do Q q 0 0 52 100 re W n /X Do Q", "! text that reaches out of its page"},
    {usual_box, usual_form, "q 0 0 100 100 re W n /X Do Q 0 0 52 100 re n /X Do", "in 50,60-54.4,60 x10 (2)"},
    {usual_box, usual_form, "q 0 0 m 100 0 l 100 100 l h W n /X Do Q", "! text that reaches out of its page"},
    {usual_box, usual_form, "q 0 0 600 800 re W n 300 0 300 800 re W n /X Do Q", "! text that reaches out of its page"},
    {usual_box, usual_form, "q 1 0 0 1 500 0 cm 0 0 90 800 re W n /X Do Q", "in 550,60-554.4,60 x10 (2)"},
    {usual_box, "q 0 0 40 800 re W n BT /F 10 Tf 50 60 Td (in) Tj ET Q", "/X Do", "! text that is cut by a clip"},
    {usual_box, "q 0 300 40 20 re W n BT /F 10 Tf 50 60 Td (in) Tj ET Q", "/X Do", "in 50,60-54.4,60 x10 hidden (2)"},
    {usual_box, "BT /F 10 Tf 50 60 Td (in) Tj ET BT /F 10 Tf 50 60 Td (in) Tj ET", "/X Do /X Do",
     "in 50,60-54.4,60 x10 (2)"},
    {usual_box, "q 40 40 60 60 re W n /Y Do Q", "1 0 0 1 200 100 cm /X Do", "on 250,160-256.2,160 x10 (2)"},
    {usual_box, "q 40 40 60 18 re W n /Y Do Q", "1 0 0 1 200 100 cm /X Do", "! text that reaches out of its page"},
    {usual_box, "1 0 0 1 9 9 cm /Y Do", "2 0 0 2 200 100 cm /X Do", "on 318,238-330.4,238 x10 (2)"},
    {usual_box, "/Y Do BT /F 10 Tf 90 60 Td (in) Tj ET", "1 0 0 1 7 8 cm /X Do BT /F 10 Tf 90 260 Td (up) Tj ET",
     "on| 57,68-63.2,68 x10 | in/ 97,68-101.4,68 x10 | up 97,268-105,268 x10 (6)"},
    {usual_box, "q 0 0 20 20 re W n /Y Do Q", "/X Do", "! text that reaches out of its page"},
    {usual_box, "/Y Do q", "q 0 0 500 500 re W n 1 0 0 1 100 0 cm /X Do Q", "on 150,60-156.2,60 x10 (2)"},
    {usual_box, "/P <</MCID 4>> BDC /Y Do EMC", "/P <</MCID 3>> BDC /X Do EMC", "on 50,60-56.2,60 x10 (2)"},
    {"/BBox[0 0 600 800]/Matrix[1 0 0 1 30 0]", "/Y Do", "q 1 0 0 1 0 40 cm /X Do Q", "on 80,100-86.2,100 x10 (2)"},
};

/* The content with a number in place of each '@': from which of them on another text is read. */
typedef struct sweep {
    const char *content;
    double first, last, step;
    const char *want;
} sweep;

static void look_at_text(ofs_own *own, check_words *out)
{
    open_pages(own);
    ofs_own_read_content(own, own->leaves);
    ofs_own_write_chars(own, own->leaves);
    for (int i = 0; i < own->pdf->page.char_count; i++)
        add_char(own, i, out);
    for (uint32_t i = 0; i < own->pdf->page.run_count; i++)
        check_add(out, own->pdf->page.runs[i].hidden ? " hidden" : "");
}

static uint32_t fill_in(uint8_t *content, const char *from, double number)
{
    uint32_t n = 0;
    for (; *from; from++)
        if (*from == '@')
            n += (uint32_t)sprintf((char *)content + n, "%.3f", number);
        else
            content[n++] = (uint8_t)*from;
    return n;
}

/* One file for all, in which there is room for the longest content. */
static void look_at_content(const char *from, double number, check_words *now)
{
    static file f;
    static char blank[1001];
    if (!f.n) {
        memset(blank, ' ', sizeof blank - 1);
        write_pages(&f, blank, NULL);
    }
    uint8_t *content = f.at + place_of(&f, "\nstream", 1) + strlen("stream\n");
    FUZZ_CHECK(strlen(from) < sizeof blank - 100);
    uint32_t n = fill_in(content, from, number);
    memset(content + n, ' ', sizeof blank - 1 - n);
    look_at_bytes(look_at_text, f.at, f.n, now);
}

static void check_sweep(const sweep *s)
{
    check_sweep_of(s->content, s->first, s->last, s->step, s->want, look_at_content);
}

/* The widths of letters, what stands before and behind them, heights and sizes tell where a space or a line's end is; clips,
 * paint and the page's edge tell what is seen. */
static const sweep
    sweeps[] =
        {
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Ag) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (gA) Tj ET", 180, 240, 0.25,
             "180: gA|Ag; 184: gAAg; 193: gAg; 195.25: gAAg; 200: AggA; 207: AgA; 209.25: AggA; 217.25: Ag|gA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Aa) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (gA) Tj ET", 180, 240, 0.25,
             "180: gA|Aa; 184: gAAa; 193: gAa; 195.25: gAAa; 200: Aa|gA; 202: AagA; 214.25: Aa|gA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Ag) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (aA) Tj ET", 180, 240, 0.25,
             "180: aA|Ag; 187: aAAg; 195.75: aAg; 198: aAAg; 200: AgaA; 217.25: Ag|aA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Ah) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (qA) Tj ET", 180, 240, 0.25,
             "180: qAAh; 188: qAh; 190.25: qAAh; 199.25: qA|Ah; 200: AhqA; 217.5: Ah|qA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Aq) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (rA) Tj ET", 180, 240, 0.25,
             "180: rAAq; 187.75: rAq; 190: rAAq; 198.75: rA|Aq; 200: AqrA; 221.25: Aq|rA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Au) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (vA) Tj ET", 180, 240, 0.25,
             "180: vAAu; 185.75: vAu; 188: vAAu; 196.75: vA|Au; 200: AuvA; 223.25: Au|vA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Az) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (zA) Tj ET", 180, 240, 0.25,
             "180: zAAz; 183.75: zAz; 186: zAAz; 195: zA|Az; 200: AzzA; 207: AzA; 209.25: AzzA; 225.75: Az|zA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Az) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (aA) Tj ET", 180, 240, 0.25,
             "180: aA|Az; 187: aAAz; 195.75: aAz; 198: aAAz; 200: AzaA; 225.75: Az|aA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Aa) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (aA) Tj ET", 180, 240, 0.25,
             "180: aA|Aa; 187: aAAa; 195.75: aAa; 198: aAAa; 200: Aa|aA; 203.25: AaaA; 207: AaA; 209.25: AaaA; 213: Aa|aA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Aq) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (aA) Tj ET", 180, 240, 0.25,
             "180: aA|Aq; 187: aAAq; 195.75: aAq; 198: aAAq; 200: AqaA; 221.75: Aq|aA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AA) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (BA) Tj ET", 180, 240, 0.25,
             "180: BA|AA; 182: BAAA; 191: BAA; 193.25: BAAA; 199: BAA; 200: AAB; 201.25: AABA; 218.25: AA|BA"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (a) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (b) Tj ET", 180, 240, 0.25,
             "180: b|a; 194.5: ba; 200: ab; 205.25: a|b"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (z) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (g) Tj ET", 180, 240, 0.25,
             "180: g|z; 191.5: gz; 200: zg; 217.75: z|g"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (A ) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (B) Tj ET", 190, 230, 0.25,
             "190: BA ; 200: A B"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (A) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf ( B) Tj ET", 190, 230, 0.25,
             "190:  BA; 200: A B"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (A^) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (B) Tj ET", 190, 230, 0.25,
             "190: BA<A0>; 200: A<A0>|B; 202: A<A0>B; 214.25: A<A0>|B"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /F 8 Tf (CD) Tj ET", 190, 240, 0.25,
             "190: CD|AB; 191: CDAB; 200: ABCD; 218.25: AB|CD"},
            {"BT 1 0 0 1 200 400 Tm /F 8 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (CD) Tj ET", 190, 240, 0.25,
             "190: CDAB; 200: ABCD; 209.25: AB|CD"},
            {"BT 1 0 0 1 200 400 Tm /F 8 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /F 8 Tf (CD) Tj ET", 190, 240, 0.25,
             "190: CD|AB; 191: CDAB; 200: ABCD; 209.25: AB|CD"},
            {"BT 1 0 0 1 200 400 Tm /F 5 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /F 5 Tf (CD) Tj ET", 190, 240, 0.25,
             "190: CD|AB; 194.5: CDAB; 200: ABCD; 205.75: AB|CD"},
            {"2 0 0 2 0 0 cm BT 1 0 0 1 200 300 Tm /F 8 Tf (AB) Tj ET BT 1 0 0 1 @ 300 Tm /F 8 Tf (CD) Tj ET", 190, 240,
             0.25, "190: CD|AB; 191: CDAB; 200: ABCD; 209.25: AB|CD"},
            {"2 0 0 1.5 0 0 cm BT 1 0 0 1 200 300 Tm /F 8 Tf (AB) Tj ET BT 1 0 0 1 @ 300 Tm /F 9 Tf (zD) Tj ET", 190,
             240, 0.25, "190: zDAB; 197.25: zD|AB; 200: ABzD; 209.5: AB|zD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (Ag) Tj ET BT 2 0 0 2 @ 400 Tm /F 8 Tf (AA) Tj ET", 205, 225, 0.25,
             "205: AgAA; 216.25: Ag|AA"},
            {"BT 2 0 0 2 200 400 Tm /F 8 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (CD) Tj ET", 190, 240, 0.25,
             "190: CDAB; 200: ABCD; 218.25: AB|CD"},
            {"BT /F 16 Tf 1 0 0.3 1 200 400 Tm (AB) Tj ET BT 1 0 0 1 @ 400 Tm (CD) Tj ET", 190, 240, 0.25,
             "190: CDAB; 200: ABCD; 218.25: AB|CD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 190 @ Tm /F 16 Tf (CD) Tj ET", 370, 430, 0.25,
             "370: AB/CD; 389: AB|CD; 396: CDAB; 404.25: AB|CD; 411.25: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 200 @ Tm /F 16 Tf (CD) Tj ET", 370, 430, 0.25,
             "370: AB/CD; 389: ABCD; 411.25: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 216 @ Tm /F 16 Tf (CD) Tj ET", 370, 430, 0.25,
             "370: AB/CD; 389: ABCD; 411.25: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 230 @ Tm /F 16 Tf (CD) Tj ET", 370, 430, 0.25,
             "370: AB/CD; 389: AB|CD; 411.25: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 260 @ Tm /F 16 Tf (CD) Tj ET", 370, 430, 0.25,
             "370: AB/CD; 389: AB|CD; 411.25: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 217 @ Tm /F 8 Tf (CD) Tj ET", 370, 430, 0.25,
             "370: AB/CD; 394.5: ABCD; 411.25: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /F 8 Tf (AB) Tj ET BT 1 0 0 1 209 @ Tm /F 16 Tf (CD) Tj ET", 370, 430, 0.25,
             "370: AB/CD; 389: ABCD; 405.75: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (A) Tj ET BT 1 0 0 1 208 @ Tm /F 16 Tf (C) Tj ET", 370, 430, 0.25,
             "370: A/C; 394: AC; 404.25: A/C"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (A) Tj ET BT 1 0 0 1 200 @ Tm /F 16 Tf (C) Tj ET", 370, 430, 0.25,
             "370: AC; 390: A/C; 394: AC; 404.25: A/C; 411: AC"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (A) Tj ET BT 1 0 0 1 208 @ Tm /F 16 Tf (CD) Tj ET", 370, 430, 0.25,
             "370: A/CD; 394: ACD; 404.25: A/CD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 216 @ Tm /F 16 Tf (C) Tj ET", 370, 430, 0.25,
             "370: AB/C; 389: ABC; 411.25: AB/C"},
            {"BT 1 0 0 1 200 400 Tm /F 6 Tf (AB) Tj ET BT 1 0 0 1 206.5 @ Tm /F 6 Tf (CD) Tj ET", 380, 420, 0.25,
             "380: AB/CD; 396: ABCD; 404.25: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /F 6 Tf (gg) Tj ET BT 1 0 0 1 206.5 @ Tm /F 6 Tf (zz) Tj ET", 380, 420, 0.25,
             "380: gg/zz; 395.75: gg|zz; 403.25: gg/zz"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (we-) Tj ET BT 1 0 0 1 200 @ Tm /F 16 Tf (ll) Tj ET", 370, 430, 0.25,
             "370: we~ll; 392.25: we-|ll; 411.25: we~ll"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (we- ) Tj ET BT 1 0 0 1 200 @ Tm /F 16 Tf (ll) Tj ET", 370, 430, 0.25,
             "370: we~ll; 392.25: we- ll; 411.25: we~ll"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (we-) Tj ET BT 1 0 0 1 200 @ Tm /F 16 Tf (-) Tj ET", 370, 430, 0.25,
             "370: we-/-; 389: we-|-; 411.25: we-/-"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (we-) Tj ET BT 1 0 0 1 200 @ Tm /F 16 Tf (-l) Tj ET", 370, 430, 0.25,
             "370: we-/-l; 389: we-|-l; 411.25: we-/-l"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (we-) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (-) Tj ET", 190, 260, 0.25,
             "190: -|we-; 193.75: -we-; 200: we-|-; 213: we--; 218: we-; 220.25: we--; 225: we-|-"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (-) Tj ET BT 1 0 0 1 200 @ Tm /F 16 Tf (ll) Tj ET", 370, 430, 0.5,
             "370: -/ll; 394: -ll; 404.5: -/ll"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf ( -) Tj ET BT 1 0 0 1 200 @ Tm /F 16 Tf (ll) Tj ET", 370, 430, 0.5,
             "370:  -/ll; 392.5:  -ll; 411.5:  -/ll"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (we-) Tj ET BT 1 0 0 1 200 @ Tm /F 16 Tf (1) Tj ET", 370, 430, 0.5,
             "370: we~1; 389: we-|1; 411.5: we~1"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (1-) Tj ET BT 1 0 0 1 200 @ Tm /F 16 Tf (l) Tj ET", 370, 430, 0.5,
             "370: 1-l; 390: 1-/l; 392.5: 1-l; 411.5: 1-/l; 414: 1-l"},
            {"BT /F 16 Tf 200 400 Td [(A)@(aB)] TJ ET", -700, 300, 4, "-700: A|aB; -124: AaB"},
            {"BT /F 16 Tf 200 400 Td [(A)@(zB)] TJ ET", -700, 300, 4, "-700: A|zB; -124: AzB"},
            {"BT /V 16 Tf 200 400 Td [(A)@(aB)] TJ ET", -700, 300, 4, "-700: A|aB; -96: AaB"},
            {"BT /V 16 Tf 200 400 Td [(A)@(gB)] TJ ET", -700, 300, 4, "-700: A|gB; -92: AgB"},
            {"BT /V 16 Tf 200 400 Td [(A)@(hB)] TJ ET", -700, 300, 4, "-700: A|hB; -100: AhB"},
            {"BT /V 16 Tf 200 400 Td [(A)@(qB)] TJ ET", -700, 300, 4, "-700: A|qB; -132: AqB"},
            {"BT /V 16 Tf 200 400 Td [(A)@(rB)] TJ ET", -700, 300, 4, "-700: A|rB; -116: ArB"},
            {"BT /V 16 Tf 200 400 Td [(A)@(zB)] TJ ET", -700, 300, 4, "-700: A|zB; -156: AzB"},
            {"BT /O 16 Tf 200 400 Td [(A)@(aB)] TJ ET", -700, 300, 4, "-700: A|aB; -96: AaB"},
            {"BT /O 16 Tf 200 400 Td [(A)@(zB)] TJ ET", -700, 300, 4, "-700: A|zB; -156: AzB"},
            {"BT /F 16 Tf 200 400 Td [(A)@(B)-50(C)] TJ ET", -300, 100, 2, "-300: A|BC; -124: ABC"},
            {"BT /F 16 Tf 200 400 Td [(A)@( B)] TJ ET", -300, 100, 4, "-300: A| B; -124: A B"},
            {"BT /F 16 Tf 200 400 Td [(A )@(B)] TJ ET", -300, 100, 4, "-300: A B"},
            {"BT /F 16 Tf 200 400 Td [(A)-200 @(B)] TJ ET", -300, 300, 4, "-300: A|B; 76: AB"},
            {"BT /F 16 Tf 200 400 Td [@(AB)] TJ (CD) Tj ET", -300, 300, 4, "-300: ABCD"},
            {"BT /F 16 Tf 200 400 Td [(AB)@] TJ (CD) Tj ET", -300, 300, 4, "-300: AB|CD; -124: ABCD"},
            {"BT /F 16 Tf 200 400 Td @ Tc (ABC) Tj ET", -6, 6, 0.1, "-6: ABC"},
            {"BT /F 16 Tf 200 400 Td @ Tc (AB) Tj ET", -6, 6, 0.1, "-6: AB"},
            {"BT /F 16 Tf 200 400 Td @ Tc [(A)-100(B)] TJ ET", -6, 6, 0.1, "-6: AB; 0.4: A|B"},
            {"BT /F 16 Tf 200 400 Td @ Tc [(A)-100(BC)] TJ ET", -6, 6, 0.1, "-6: ABC"},
            {"BT /F 16 Tf 200 400 Td @ Tc [(A)100(BC)] TJ ET", -6, 6, 0.1, "-6: ABC"},
            {"BT /F 16 Tf 200 400 Td 2 Tc [(AB)@(CD)] TJ ET", -300, 300, 4, "-300: AB|CD; -124: ABCD; 128: A|BC|D"},
            {"BT /F 16 Tf 200 400 Td -1 Tc [(AB)@(CD)] TJ ET", -300, 300, 4, "-300: AB|CD; -184: ABCD"},
            {"BT /F 16 Tf 200 400 Td @ Tc (A B) Tj (C) Tj ET", -6, 6, 0.1, "-6: A BC; 2.1: A B|C"},
            {"BT /F 16 Tf 200 400 Td @ Tw (A B) Tj (C) Tj ET", -8, 8, 0.25, "-8: A BC"},
            {"BT /W 16 Tf 200 400 Td @ Tw <004100200042> Tj <0043> Tj ET", -8, 8, 0.5, "-8: A BC"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (ABCD) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (ABCD) Tj ET", 180, 240, 0.25,
             "180: ABCDABCD; 186.25: ABCD|ABCD; 193: ABCD; 207.25: ABCD|ABCD; 214: ABCDABCD; 234.25: ABCD|ABCD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (ABCD) Tj ET BT 1 0 0 1 @ 401 Tm /F 16 Tf (ABCD) Tj ET", 180, 240, 0.25,
             "180: ABCDABCD; 186.25: ABCD|ABCD; 193: ABCD; 207.25: ABCD|ABCD; 214: ABCDABCD; 234.25: ABCD|ABCD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (ABCD) Tj ET BT 1 0 0 1 @ 402 Tm /F 16 Tf (ABCD) Tj ET", 180, 240, 0.25,
             "180: ABCDABCD; 186.25: ABCD|ABCD; 193: ABCD; 207.25: ABCD|ABCD; 214: ABCDABCD; 234.25: ABCD|ABCD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (ABCD) Tj ET BT 1 0 0 1 @ 405 Tm /F 16 Tf (ABCD) Tj ET", 180, 240, 0.25,
             "180: ABCD|ABCD; 214: ABCDABCD; 234.25: ABCD|ABCD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (A) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (A) Tj ET", 190, 220, 0.05,
             "190: AA; 196.35: A; 203.7: AA; 210.05: A|A"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (A) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (AB) Tj ET", 190, 220, 0.25,
             "190: ABA; 199: AB; 201.25: AAB; 210.25: A|AB"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (A) Tj ET", 190, 220, 0.1,
             "190: AAB; 198.9: AB; 201.2: ABA; 218.1: AB|A"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (ABCD) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (ABCE) Tj ET", 190, 240, 0.25,
             "190: ABCE|ABCD; 199: ABCED; 200: ABCDE; 201.25: ABCD|ABCE; 214: ABCDABCE; 234.25: ABCD|ABCE"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (ABCD) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (CD) Tj ET", 190, 240, 0.25,
             "190: CDABCD; 200: ABCD|CD; 214: ABCDCD; 215: ABCD; 217.25: ABCDCD; 234.25: ABCD|CD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (ABCD) Tj ET BT 1 0 0 1 @ 400 Tm /F 15 Tf (ABCD) Tj ET", 190, 240, 0.25,
             "190: ABCD|ABCD; 199: ABCDBCD; 199.5: ABCDCD; 200: ABCDD; 200.5: ABCD; 201.25: ABCD|A; 201.75: ABCD|AB; 202.25: ABCD|ABC; 202.75: ABCD|ABCD; 214: ABCDABCD; 234.25: ABCD|ABCD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (ABCD) Tj ET BT 1 0 0 1 @ 400 Tm /B 16 Tf (ABCD) Tj ET", 190, 240, 0.25,
             "190: ABCD|ABCD; 193: ABCD; 207.25: ABCD|ABCD; 214: ABCDABCD; 234.25: ABCD|ABCD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (ABCD) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf [(AB)3(CD)] TJ ET", 190, 240,
             0.25, "190: ABCD|ABCD; 193: ABCD; 207.25: ABCD|ABCD; 214: ABCDABCD; 234.25: ABCD|ABCD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 300 400 Tm (x) Tj ET BT 1 0 0 1 @ 400 Tm (AB) Tj ET",
             195, 215, 0.5, "195: AB|x; 207.5: ABAB|x"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 300 400 Tm (x) Tj ET BT 1 0 0 1 330 400 Tm (x) Tj ET BT 1 0 0 1 360 400 Tm (x) Tj ET BT 1 0 0 1 @ 400 Tm (AB) Tj ET",
             195, 215, 0.5, "195: AB|x|x|x; 207.5: ABAB|x|x|x"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 300 400 Tm (x) Tj ET BT 1 0 0 1 330 400 Tm (x) Tj ET BT 1 0 0 1 360 400 Tm (x) Tj ET BT 1 0 0 1 390 400 Tm (x) Tj ET BT 1 0 0 1 @ 400 Tm (AB) Tj ET",
             195, 215, 0.5, "195: AB|x|x|x|x; 207.5: ABAB|x|x|x|x"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 300 400 Tm (x) Tj ET BT 1 0 0 1 330 400 Tm (x) Tj ET BT 1 0 0 1 360 400 Tm (x) Tj ET BT 1 0 0 1 390 400 Tm (x) Tj ET BT 1 0 0 1 420 400 Tm (x) Tj ET BT 1 0 0 1 @ 400 Tm (AB) Tj ET",
             195, 215, 0.5, "195: ABAB|x|x|x|x|x; 199: AB|x|x|x|x|x; 201.5: ABAB|x|x|x|x|x"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 300 400 Tm (x) Tj ET BT 1 0 0 1 330 400 Tm (x) Tj ET BT 1 0 0 1 360 400 Tm (x) Tj ET BT 1 0 0 1 390 400 Tm (x) Tj ET BT 1 0 0 1 420 400 Tm (x) Tj ET BT 1 0 0 1 450 400 Tm (x) Tj ET BT 1 0 0 1 @ 400 Tm (AB) Tj ET",
             195, 215, 0.5, "195: ABAB|x|x|x|x|x|x; 199: AB|x|x|x|x|x|x; 201.5: ABAB|x|x|x|x|x|x"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 200 @ Tm (AB) Tj ET", 380, 420, 0.25,
             "380: AB/AB; 389: ABAB; 398: AB; 402.25: ABAB; 411.25: AB/AB"},
            {"BT 1 0 0 1 50 60 Tm /F 10 Tf (in) Tj ET 1 0 0 1 0 @ cm /X Do", -10, 10, 0.25,
             "-10: inin; -0.5: in; 0.75: inin"},
            {"BT 1 0 0 1 50 60 Tm /F 10 Tf (in) Tj ET 1 0 0 1 @ 0 cm /X Do", -40, 40, 0.25,
             "-40: in|in; -11.75: inin; -0.5: in; 0.75: inin; 12: in|in"},
            {"2 0 0 2 0 0 cm /X Do 1 0 0 1 @ 0 cm /X Do", -40, 40, 0.25,
             "-40: in|in; -11.75: inin; -0.5: in; 0.75: inin; 12: in|in"},
            {"/X Do 1 0 0 1 @ 0 cm BT /F 10 Tf 50 60 Td (on) Tj ET", -40, 40, 0.25,
             "-40: on|in; -13.5: onin; -2.25: oni; -1: onin; 0: inon; 12: in|on"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (CD) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (AB) Tj ET", 100, 240, 1,
             "100: AB|CD; 182: ABCD; 200: CDAB; 219: CD|AB"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj 60 0 Td (EF) Tj @ 0 Td (CD) Tj ET", -90, 60, 1,
             "-90: CD|AB|EF; -78: CDAB|EF; -60: ABCD|EF; -41: AB|CD|EF; -18: AB|CDEF; 0: AB|EFCD; 19: AB|EF|CD"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj 60 @ Td (EF) Tj -30 0 Td (CD) Tj ET", -10, 10, 0.25, "-10: AB|CD|EF"},
            {"BT /F 16 Tf 1 0 0 1 200 500 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 @ 492 Tm (B) Tj ET BT /F 16 Tf 1 0 0 1 200 484 Tm (C) Tj ET BT /F 16 Tf 1 0 0 1 @ 476 Tm (D) Tj ET BT /F 16 Tf 1 0 0 1 200 468 Tm (E) Tj ET BT /F 16 Tf 1 0 0 1 @ 460 Tm (F) Tj ET ",
             180, 230, 1, "180: A/B/C/D/E/F; 193: ABCDEF; 208: A/B/C/D/E/F"},
            {"BT /F 16 Tf 1 0 0 1 200 500 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 @ 486 Tm (B) Tj ET BT /F 16 Tf 1 0 0 1 200 472 Tm (C) Tj ET BT /F 16 Tf 1 0 0 1 @ 458 Tm (D) Tj ET BT /F 16 Tf 1 0 0 1 200 444 Tm (E) Tj ET BT /F 16 Tf 1 0 0 1 @ 430 Tm (F) Tj ET ",
             180, 230, 1, "180: A/B/C/D/E/F; 193: ABCDEF; 208: A/B/C/D/E/F"},
            {"BT /F 16 Tf 1 0 0 1 200 500 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 @ 480 Tm (B) Tj ET BT /F 16 Tf 1 0 0 1 200 460 Tm (C) Tj ET BT /F 16 Tf 1 0 0 1 @ 440 Tm (D) Tj ET BT /F 16 Tf 1 0 0 1 200 420 Tm (E) Tj ET BT /F 16 Tf 1 0 0 1 @ 400 Tm (F) Tj ET ",
             180, 230, 1, "180: A/B/C/D/E/F; 193: ABCDEF; 208: A/B/C/D/E/F"},
            {"BT /F 16 Tf 1 0 0 1 200 500 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 @ 460 Tm (B) Tj ET BT /F 16 Tf 1 0 0 1 200 420 Tm (C) Tj ET BT /F 16 Tf 1 0 0 1 @ 380 Tm (D) Tj ET BT /F 16 Tf 1 0 0 1 200 340 Tm (E) Tj ET BT /F 16 Tf 1 0 0 1 @ 300 Tm (F) Tj ET ",
             180, 230, 1, "180: A/B/C/D/E/F; 193: ABCDEF; 208: A/B/C/D/E/F"},
            {"BT /F 16 Tf 1 0 0 1 200 500 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 200 480 Tm (B) Tj ET BT /F 16 Tf 1 0 0 1 200 460 Tm (C) Tj ET BT /F 16 Tf 1 0 0 1 200 440 Tm (D) Tj ET BT /F 16 Tf 1 0 0 1 200 420 Tm (E) Tj ET BT /F 16 Tf 1 0 0 1 200 400 Tm (F) Tj ET BT 1 0 0 1 200 300 Tm (GHI) Tj 1 0 0 1 @ 280 Tm (J) Tj ET",
             150, 250, 1, "150: A/B/C/D/E/F/GHI/J"},
            {"BT /F 16 Tf 1 0 0 1 200 500 Tm (A) Tj 1 0 0 1 @ 480 Tm (B) Tj ET", 150, 250, 1,
             "150: A/B; 193: AB; 208: A/B"},
            {"q 100 @ 300 20 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q", 370, 430, 0.25,
             "370: AB hidden; 380: ! text that is cut by a clip; 389: AB; 402.25: ! text that is cut by a clip; 408.25: AB hidden"},
            {"q 100 @ 300 5 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q", 370, 430, 0.25,
             "370: AB hidden; 395: ! text that is cut by a clip; 408.25: AB hidden"},
            {"q @ 100 300 600 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q", 150, 260, 0.5,
             "150: AB; 203: ! text that is cut by a clip; 218.5: AB hidden"},
            {"q @ 100 20 600 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q", 150, 260, 0.5,
             "150: AB hidden; 178: ! text that is cut by a clip; 193.5: AB; 203: ! text that is cut by a clip; 218.5: AB hidden"},
            {"q 100 100 300 600 re W n 100 @ 300 20 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q", 370, 430, 0.25,
             "370: AB hidden; 380: ! text that is cut by a clip; 389: AB; 402.25: ! text that is cut by a clip; 408.25: AB hidden"},
            {"q 0 0 600 800 re W n 100 @ 400 20 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q", 370, 430, 0.25,
             "370: AB hidden; 380: ! text that is cut by a clip; 389: AB; 402.25: ! text that is cut by a clip; 408.25: AB hidden"},
            {"q 0 0 600 @ re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q", 370, 430, 0.25,
             "370: AB hidden; 400: ! text that is cut by a clip; 409: AB"},
            {"q 100 @ m 400 @ l 400 350 l 100 350 l W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q", 370, 430, 0.25,
             "370: AB hidden; 400: ! text that is cut by a clip"},
            {"q 300 100 200 600 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q BT /F 16 Tf 1 0 0 1 @ 400 Tm (CD) Tj ET",
             170, 230, 0.2,
             "170: CD|AB hidden; 182: CDAB hidden; 182.4: ! text that is cut by a clip; 217.8: ABCD hidden; 218.2: AB|CD hidden"},
            {"q 300 100 200 600 re W n BT /F 16 Tf 200 400 Td (AB) Tj ET Q BT /F 16 Tf 1 0 0 1 200 @ Tm (CD) Tj ET",
             370, 430, 0.2, "370: AB/CD hidden; 386.4: ! text that is cut by a clip; 413.8: AB/CD hidden"},
            {"q 0 0 600 800 re W n BT /F 16 Tf 1 0 0 1 @ 400 Tm (AB) Tj ET Q", -20, 620, 2,
             "-20: AB hidden; -18: ! text that is cut by a clip; -2: ! text that reaches out of its page; 0: AB; 586: ! text that reaches out of its page; 588: ! text that is cut by a clip; 604: AB hidden"},
            {"BT /F 16 Tf 1 0 0 1 @ 400 Tm (AB) Tj ET", -10, 10, 0.2,
             "-10: ! text that reaches out of its page; -1.4: AB"},
            {"BT /F 16 Tf 1 0 0 1 @ 400 Tm (AB) Tj ET", 575, 605, 0.2,
             "575: AB; 585.6: ! text that reaches out of its page"},
            {"BT /F 16 Tf 1 0 0 1 200 @ Tm (AB) Tj ET", -10, 10, 0.2,
             "-10: ! text that reaches out of its page; -2.2: AB"},
            {"BT /F 16 Tf 1 0 0 1 200 @ Tm (AB) Tj ET", 780, 805, 0.2,
             "780: AB; 791.2: ! text that reaches out of its page"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj ET 190 @ 60 10 re f", 375, 425, 0.25,
             "375: AB; 392.25: ! text in a light colour, or where something else is painted; 409: AB"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj ET @ 390 10 40 re f", 175, 230, 0.25,
             "175: AB; 191.5: ! text in a light colour, or where something else is painted; 214.75: AB"},
            {"190 @ 60 10 re f BT /F 16 Tf 200 400 Td (AB) Tj ET", 375, 425, 0.25,
             "375: AB; 392.25: ! text in a light colour, or where something else is painted; 409: AB"},
            {"@ g 190 390 60 40 re f 0 g BT /F 16 Tf 200 400 Td (AB) Tj ET", 0, 1, 0.01,
             "0: ! text in a light colour, or where something else is painted; 0.3: AB"},
            {"190 390 60 40 re f @ g BT /F 16 Tf 200 400 Td (AB) Tj ET", 0, 1, 0.01,
             "0: ! text in a light colour, or where something else is painted; 0.3: AB; 0.71: ! text in a light colour, or where something else is painted"},
            {"@ g BT /F 16 Tf 200 400 Td (AB) Tj ET", 0, 1, 0.01,
             "0: AB; 0.71: ! text in a light colour, or where something else is painted"},
            {"2 Tr @ G BT /F 16 Tf 200 400 Td (AB) Tj ET", 0, 1, 0.01,
             "0: AB; 0.71: ! text in a light colour, or where something else is painted"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj ET 190 402 60 @ re f", 0, 12, 0.2,
             "0: AB; 2.4: ! text in a light colour, or where something else is painted"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj ET 190 402 60 1 re f 190 404 60 1 re f 190 @ 60 1 re f", 390, 420, 0.25,
             "390: AB; 401.25: ! text in a light colour, or where something else is painted; 409: AB"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj ET @ w 190 405 m 260 405 l S", 0, 9, 0.1,
             "0: AB; 2.3: ! text in a light colour, or where something else is painted"},
            {"1 Tr @ w BT /F 16 Tf 200 400 Td (AB) Tj ET 100 420 300 2 re f", 0, 60, 0.5, "0: AB"},
            {"BT /F @ Tf 200 400 Td (AB) Tj ET", 0.5, 8, 0.1, "0.5: AB hidden; 3: AB"},
            {"@ 0 0 @ 0 0 cm /X Do", 0.1, 1.2, 0.02, "0.1: ! type that a form makes tiny; 0.3: in"},
            {"@ 0 0 1 0 0 cm BT /F 8 Tf 20 40 Td (AB) Tj ET", 0.1, 1.2, 0.1, "0.1: ! type that is too narrow; 0.4: AB"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /U 16 Tf (CD) Tj ET", 170, 260, 0.5,
             "170: CD|AB; 182: CDAB; 189.5: ! text over another; 211: ABCD; 218.5: AB|CD"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (AB) Tj ET BT 1 0 0 1 200 @ Tm /U 16 Tf (CD) Tj ET", 360, 440, 0.5,
             "360: AB/CD; 386.5: ! text whose order depends on a font that is not embedded; 391: ABCD; 395.5: ! text over another; 405: ABCD; 409.5: ! text whose order depends on a font that is not embedded; 414: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (AB) Tj ET BT 1 0 0 1 230 @ Tm /U 16 Tf (CD) Tj ET", 360, 440, 0.5,
             "360: AB/CD; 386.5: ! text whose order depends on a font that is not embedded; 391: AB|CD; 409.5: ! text whose order depends on a font that is not embedded; 414: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /U 16 Tf (CD) Tj ET", 170, 260, 0.5,
             "170: CD|AB; 182: CDAB; 189.5: ! text over another; 211: ABCD; 218.5: AB|CD"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (CD) Tj ET", 170, 260, 0.5,
             "170: CD|AB; 182: CDAB; 189.5: ! text over another; 211: ABCD; 218.5: AB|CD"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (AB) Tj ET BT 1 0 0 1 217 @ Tm /F 16 Tf (CD) Tj ET", 360, 440, 0.5,
             "360: AB/CD; 389: ! text whose order depends on a font that is not embedded; 389.5: ABCD; 410: ! text whose order depends on a font that is not embedded; 414: AB/CD"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (-) Tj ET BT 1 0 0 1 208 @ Tm /U 16 Tf (,) Tj ET", 360, 440, 0.5,
             "360: ! text whose order depends on a font that is not embedded"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (A) Tj ET BT 1 0 0 1 208 @ Tm /F 16 Tf (CD) Tj ET", 360, 440, 0.5,
             "360: A/CD; 394: ACD; 404.5: A/CD"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /U 16 Tf (AB) Tj ET", 170, 260, 0.25,
             "170: AB|AB; 182: ABAB; 189.25: ! text over another; 211: ABAB; 218.25: AB|AB"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /F 16 Tf (AB) Tj ET", 170, 260, 0.25,
             "170: AB|AB; 182: ABAB; 189.5: ! text over another; 210.75: ABAB; 218.25: AB|AB"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (AB) Tj ET BT 1 0 0 1 @ 400 Tm /U 15 Tf (AB) Tj ET", 170, 260, 0.5,
             "170: AB|AB; 183.5: ABAB; 190.5: ! text over another; 211: ABAB; 218.5: AB|AB"},
            {"BT 1 0 0 1 200 400 Tm /U 16 Tf (we-) Tj ET BT 1 0 0 1 200 @ Tm /U 16 Tf (ll) Tj ET", 360, 440, 0.5,
             "360: we~ll; 386.5: ! text whose order depends on a font that is not embedded; 391: we-|ll; 395.5: ! text over another; 405: we-|ll; 406.5: ! text whose order depends on a font that is not embedded; 414: we~ll"},
            {"q 100 @ 300 20 re W n BT /U 16 Tf 200 400 Td (AB) Tj ET Q", 360, 440, 0.5,
             "360: AB hidden; 380: ! text that is cut by a clip; 390: AB; 398.5: ! text that is cut by a clip; 408.5: AB hidden"},
            {"q 100 @ 300 20 re W n BT /U 16 Tf 200 400 Td (-.) Tj ET Q", 360, 440, 0.5,
             "360: -. hidden; 380: ! text that is cut by a clip; 385: -.; 398.5: ! text that is cut by a clip; 408.5: -. hidden"},
            {"q @ 100 300 600 re W n BT /U 16 Tf 200 400 Td (AB) Tj ET Q", 150, 260, 0.5,
             "150: AB; 200.5: ! text that is cut by a clip"},
            {"q @ 100 30 600 re W n BT /U 16 Tf 200 400 Td (AB) Tj ET Q", 150, 260, 0.5,
             "150: ! text that is cut by a clip; 186: AB; 200.5: ! text that is cut by a clip"},
            {"BT /U 16 Tf 1 0 0 1 200 500 Tm (A) Tj ET BT /U 16 Tf 1 0 0 1 200 480 Tm (B) Tj ET BT /U 16 Tf 1 0 0 1 200 460 Tm (C) Tj ET BT /U 16 Tf 1 0 0 1 200 440 Tm (D) Tj ET BT /U 16 Tf 1 0 0 1 200 420 Tm (E) Tj ET BT /U 16 Tf 1 0 0 1 200 400 Tm (F) Tj ET BT /F 16 Tf 1 0 0 1 @ 300 Tm (GHI) Tj ET",
             150, 250, 2, "150: ! text whose order depends on a font that is not embedded"},
            {"BT /U 16 Tf 1 0 0 1 200 400 Tm (A) Tj 1 0 0 1 200 @ Tm (BCDE) Tj ET", 300, 440, 1,
             "300: A/BCDE; 394: ABCDE; 396: ! text over another; 405: A/BCDE"},
            {"BT /U 16 Tf 1 0 0 1 @ 400 Tm (AB) Tj ET", -20, 10, 0.5,
             "-20: ! text that reaches out of its page; 2.5: AB"},
            {"BT /U 16 Tf 1 0 0 1 @ 400 Tm (AB) Tj ET", 560, 605, 0.5,
             "560: AB; 580: ! text that reaches out of its page"},
            {"BT /U 16 Tf 1 0 0 1 200 @ Tm (AB) Tj ET", 770, 805, 0.5,
             "770: AB; 790.5: ! text that reaches out of its page"},
            {"BT /F 16 Tf 2 0 0 2 200 400 Tm (AB) Tj ET BT /F 16 Tf 1 0 0 1 233 @ Tm (CD) Tj ET", 370, 440, 0.25,
             "370: AB/CD; 389: ABCD; 422.5: AB/CD"},
            {"2 0 0 2 0 0 cm BT /F 8 Tf 100 200 Td (AB) Tj ET BT 108 @ Td (CD) Tj ET", 185, 215, 0.125,
             "185: AB/CD; 194.5: ABCD; 205.625: AB/CD"},
            {"BT /F 16 Tf 2 0 0 2 200 400 Tm @ Tc [(A)-80(BCD)] TJ ET", -4, 4, 0.1, "-4: ABCD"},
            {"BT /F 16 Tf 2 0 0 2 200 400 Tm 1 Tc [(AB)@(CD)] TJ ET", -300, 300, 4, "-300: AB|CD; -124: ABCD"},
            {"BT /F 16 Tf 200 400 Td @ Tc [(AB)-80(CD)-300(E)] TJ ET", -4, 8, 0.1, "-4: ABCDE; -2.8: ABCD|E"},
            {"BT /F 16 Tf 200 400 Td @ Tc [(A)-80(B)-80(C)] TJ ET", -4, 8, 0.1, "-4: ABC"},
            {"BT /F 16 Tf 200 400 Td (A) Tj [@(B)] TJ ET", -900, 500, 20, "-900: A|B; -120: AB"},
            {"BT /W 16 Tf 200 400 Td [<00410042>@<0043>] TJ ET", -400, 300, 4, "-400: AB|C; -124: ABC"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj /B 16 Tf @ 0 Td (CD) Tj /F 16 Tf 17 0 Td (EF) Tj ET", 0, 40, 0.5,
             "0: ABCDEF; 18.5: AB|CDEF"},
            {"BT /F 16 Tf 1 0 0 1 200 700 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 200 680 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 200 660 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 200 640 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 200 620 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 200 600 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 200 580 Tm (A) Tj ET BT 1 0 0 1 300 700 Tm (BCDEFG) Tj @ 0 Td (H) Tj 0 -4 Td (I) Tj ET",
             -20, 150, 2,
             "-20: AAAAAAA/HI|BCDEFG; -10: AAAAAAA/HIBCDEFG; 0: AAAAAAA/BCDEFG|HI; 30: AAAAAAA/BCDEFGHI; 48: AAAAAAA/BCDEFG/HI"},
            {"BT /F 16 Tf 1 0 0 1 200 700 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 200 680 Tm (AA) Tj ET BT /F 16 Tf 1 0 0 1 200 660 Tm (AAA) Tj ET BT /F 16 Tf 1 0 0 1 200 640 Tm (AAAA) Tj ET BT /F 16 Tf 1 0 0 1 200 620 Tm (AAAAA) Tj ET BT 1 0 0 1 @ 590 Tm (I) Tj ET BT 1 0 0 1 216 586 Tm (J) Tj ET",
             150, 300, 2,
             "150: A/AA/AAA/AAAA/AAAAA/I/J; 158: A/AA/AAA/AAAA/AAAAA/I|J; 206: A/AA/AAA/AAAA/AAAAA/IJ; 218: A/AA/AAA/AAAA/AAAAA/JI; 228: A/AA/AAA/AAAA/AAAAA/J|I; 276: A/AA/AAA/AAAA/AAAAA|J/I"},
            {"BT /F 16 Tf 1 0 0 1 200 700 Tm (A) Tj 1 0 0 1 @ 680 Tm (B) Tj 1 0 0 1 200 660 Tm (C) Tj 1 0 0 1 @ 640 Tm (D) Tj ET",
             150, 290, 1, "150: A/B/C/D; 193: ABCD; 208: A/B/C/D"},
            {"BT /F 16 Tf 1 0 0 1 200 700 Tm (A) Tj 1 0 0 1 200 @ Tm (B) Tj 1 0 0 1 200 660 Tm (C) Tj 1 0 0 1 200 640 Tm (D) Tj ET",
             600, 720, 1, "600: ABCD"},
            {"BT /F 16 Tf 1 0 0 1 200 700 Tm (A) Tj 1 0 0 1 210 @ Tm (B) Tj ET", 660, 740, 0.5,
             "660: A/B; 694: AB; 704.5: A/B"},
            {"BT /F 7.8316 Tf 200 400 Td (g) Tj ET BT @ 400 Td (g) Tj ET", 202, 208, 0.1, "202: gg; 205.3: g|g"},
            {"BT /F 7.84 Tf 200 400 Td (g) Tj ET BT @ 400 Td (g) Tj ET", 202, 208, 0.1, "202: gg; 204.5: g|g"},
            {"BT /F 7.82 Tf 200 400 Td (g) Tj ET BT @ 400 Td (g) Tj ET", 202, 208, 0.1, "202: gg; 204.5: g|g"},
            {"BT /F 7.3158 Tf 200 400 Td (g) Tj ET BT @ 400 Td (g) Tj ET", 202, 208, 0.1, "202: gg; 204.9: g|g"},
            {"BT /F 7.33 Tf 200 400 Td (g) Tj ET BT @ 400 Td (g) Tj ET", 202, 208, 0.1, "202: gg; 204.2: g|g"},
            {"BT /F 7.3 Tf 200 400 Td (g) Tj ET BT @ 400 Td (g) Tj ET", 202, 208, 0.1, "202: gg; 204.2: g|g"},
            {"BT /F 16 Tf 200 400 Td (ABCDEFGHIJKLMNOP) Tj ET BT 200 @ Td (ABCDEFGHIJKLMNOP) Tj ET", 380, 420, 0.1,
             "380: ABCDEFGHIJKLMNOP/ABCDEFGHIJKLMNOP; 388.9: ABCDEFGHIJKLMNOP; 411.2: ABCDEFGHIJKLMNOP/ABCDEFGHIJKLMNOP"},
            {"BT /F 16 Tf 200 400 Td (ABCDEFGHIJKLMNOP) Tj ET BT @ 400 Td (ABCDEFGHIJKLMNOP) Tj ET", 180, 220, 0.1,
             "180: ABCDEFGHIJKLMNOP|ABCDEFGHIJKLMNOP; 192.8: ABCDEFGHIJKLMNOP; 207.3: ABCDEFGHIJKLMNOP|ABCDEFGHIJKLMNOP"},
            {"BT /F 1 Tf 16 0 0 16 200 400 Tm (A) Tj 16 0 0 16 200 @ Tm (B) Tj ET", 370, 430, 0.5,
             "370: AB; 390: A/B; 394: AB; 404.5: A/B; 411: AB"},
            {"BT /F 1 Tf 16 0 0 16 200 400 Tm (A) Tj 16 0 0 16 207 @ Tm (B) Tj ET", 370, 430, 0.5,
             "370: AB; 390: A/B; 393: AB; 407.5: A/B; 411: AB"},
            {"BT /F 1 Tf 16 0 0 16 200 400 Tm (A) Tj 16 0 0 16 220 @ Tm (B) Tj ET", 370, 430, 0.5,
             "370: A/B; 390: A|B; 411: A/B"},
            {"BT /F 5 Tf 200 400 Td (A) Tj ET BT 203 @ Td (B) Tj ET", 390, 410, 0.1, "390: A/B; 398.2: AB; 401.3: A/B"},
            {"BT /F 7 Tf 200 400 Td (A) Tj ET BT 203 @ Td (B) Tj ET", 390, 410, 0.1,
             "390: AB; 396: A/B; 397.4: AB; 401.8: A/B; 404.1: AB"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj ET BT /F 5 Tf 1 0 0 1 217 @ Tm (CD) Tj ET", 370, 430, 0.5,
             "370: AB/CD; 394: ABCD; 411.5: AB/CD"},
            {"BT /F 5 Tf 200 400 Td (AB) Tj ET BT /F 16 Tf 1 0 0 1 206 @ Tm (CD) Tj ET", 370, 430, 0.5,
             "370: AB/CD; 389: AB|CD; 404.5: AB/CD"},
            {"q 60 50 @ 40 re W n /X Do Q", -20, 40, 0.2, "-20: in; -9.2: ! text that reaches out of its page"},
            {"q 60 @ 40 40 re W n /X Do Q", 20, 90, 0.5, "20: ! text that reaches out of its page"},
            {"q 1 0 0 1 @ 0 cm /X Do Q", -70, 600, 5,
             "-70: ! text that reaches out of its page; -50: in; 545: ! text that reaches out of its page"},
            {"q 0 0 600 800 re W n 0 0 @ 800 re W n /X Do Q", 40, 70, 0.2,
             "40: ! text that reaches out of its page; 59.6: in"},
            {"/X Do q 1 0 0 1 0 @ cm /X Do Q", -20, 20, 0.5, "-20: inin; -0.5: in; 1: inin"},
            {"/X Do q 1 0 0 1 @ -3 cm /X Do Q", -20, 20, 0.5, "-20: in|in; -2.5: inin; 12: in|in"},
            {"/X Do 50 @ 20 3 re f", 50, 75, 0.2,
             "50: in; 58.2: ! text in a light colour, or where something else is painted; 64: in"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj ET @ 0 0 40 100 390 cm 0 0 1 1 re f", 50, 150, 0.5,
             "50: AB; 101.5: ! text in a light colour, or where something else is painted"},
            {"BT /F 16 Tf 200 400 Td (AB) Tj ET 190 402 60 1 re f 190 404 60 1 re f 190 @ 60 .5 re f 190 407 60 .5 re f",
             390, 420, 0.5, "390: ! text in a light colour, or where something else is painted"},
            {"@ g 0 390 400 40 re f 1 g BT /F 16 Tf 200 400 Td (AB) Tj ET", 0, 1, 0.05,
             "0: ! text in a light colour, or where something else is painted"},
            {"0.4 g 0 390 400 40 re f @ g 195 395 20 15 re f 0 g BT /F 16 Tf 200 400 Td (AB) Tj ET", 0, 1, 0.05,
             "0: ! text in a light colour, or where something else is painted; 0.3: AB"},
            {"1 1 1 RG 2 Tr @ w BT /F 16 Tf ET n 1 Tr 0 G BT /F 16 Tf 200 400 Td (AB) Tj ET 150 396 20 20 re f", 0, 120,
             1, "0: AB; 79: ! text in a light colour, or where something else is painted; 89: AB"},
            {"q 200 390 40 30 re W n 2 Tr @ w BT /F 16 Tf 200.5 400 Td (AB) Tj ET Q", 0, 30, 0.5, "0: AB"},
            {"q 0 0 600 @ re W n /X Do Q", 55, 75, 0.25, "55: ! text that reaches out of its page; 64: in"},
            {"q 0 @ 600 100 re W n /X Do Q", 40, 70, 0.25, "40: in; 61.25: ! text that reaches out of its page"},
            {"q @ 0 300 800 re W n /X Do Q", 40, 60, 0.25, "40: in; 50.75: ! text that reaches out of its page"},
            {"q 0 0 600 800 re W n 0 0 600 @ re W n 0 0 500 700 re W n /X Do Q", 55, 75, 0.25,
             "55: ! text that reaches out of its page; 64: in"},
            {"q 100 @ 300 20 re W n BT /F 16 Tf 200 400 Td (\") Tj ET Q", 370, 430, 0.25,
             "370: \" hidden; 387.25: ! text that is cut by a clip; 391: \"; 409.75: \" hidden"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (A\") Tj ET BT 1 0 0 1 218 @ Tm /F 16 Tf (\"B) Tj ET", 370, 430, 0.5,
             "370: A\"/\"B; 389: A\"|\"B; 411.5: A\"/\"B"},
            {"BT 1 0 0 1 200 400 Tm /F 16 Tf (\"\"\") Tj ET BT 1 0 0 1 218 @ Tm /F 16 Tf (\"\") Tj ET", 370, 430, 0.5,
             "370: \"\"\"/\"\"; 389: \"\"\"|\"\"; 390.5: \"\"\"/\"\"; 397: \"\"\"|\"\"; 402.5: \"\"\"/\"\"; 410: \"\"\"|\"\"; 411.5: \"\"\"/\"\""},
            {"q 100 100 @ 600 re W n BT /F 16 Tf 200 400 Td [(A)-50( )-30(B)] TJ ET Q", 95, 130, 0.25,
             "95: A B hidden; 98: ! text that is cut by a clip; 119: A B"},
            {"q @ 100 300 600 re W n BT /F 16 Tf 200 400 Td [-20(A)-50( )-30(B)] TJ ET Q", 190, 230, 0.25,
             "190: A B; 203: ! text that is cut by a clip; 223.75: A B hidden"},
            {"q 100 100 @ 600 re W n BT /F 1 Tf 16 0 0 16 200 400 Tm [(A)-50( )-30(B)] TJ ET Q", 95, 130, 0.25,
             "95: A B hidden; 98: ! text that is cut by a clip; 119: A B"},
            {"q 100 100 @ 600 re W n BT /U 16 Tf 200 400 Td [(A)-50( )-30(B)] TJ ET Q", 95, 150, 0.25,
             "95: ! text that is cut by a clip; 121.25: A B"},
            {"BT /U 16 Tf 1 0 0 1 500 600 Tm (A) Tj ET BT /U 16 Tf 1 0 0 1 100 588 Tm (B) Tj ET BT /U 16 Tf 1 0 0 1 500 576 Tm (C) Tj ET BT /U 16 Tf 1 0 0 1 100 564 Tm (D) Tj ET BT /U 16 Tf 1 0 0 1 500 552 Tm (E) Tj ET BT /U 16 Tf 1 0 0 1 100 540 Tm (F) Tj ET BT /U 16 Tf 1 0 0 1 500 528 Tm (G) Tj ET BT /U 16 Tf 1 0 0 1 100 516 Tm (H) Tj ET BT /U 16 Tf 1 0 0 1 500 504 Tm (I) Tj ET BT /U 16 Tf 1 0 0 1 100 492 Tm (J) Tj ET BT /U 16 Tf 1 0 0 1 @ 400 Tm (K) Tj ET",
             100, 500, 100, "100: ! text whose order depends on a font that is not embedded"},
            {"BT /F 16 Tf 1 0 0 1 500 600 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 100 588 Tm (B) Tj ET BT /F 16 Tf 1 0 0 1 500 576 Tm (C) Tj ET BT /F 16 Tf 1 0 0 1 100 564 Tm (D) Tj ET BT /F 16 Tf 1 0 0 1 500 552 Tm (E) Tj ET BT /F 16 Tf 1 0 0 1 100 540 Tm (F) Tj ET BT /F 16 Tf 1 0 0 1 500 528 Tm (G) Tj ET BT /F 16 Tf 1 0 0 1 100 516 Tm (H) Tj ET BT /F 16 Tf 1 0 0 1 500 504 Tm (I) Tj ET BT /F 16 Tf 1 0 0 1 100 492 Tm (J) Tj ET BT /F 16 Tf 1 0 0 1 @ 480 Tm (K) Tj 1 0 0 1 120 468 Tm (L) Tj ET",
             80, 140, 2,
             "80: A/B/C/D/E/F/G/H/I/J/K/L; 94: A/B/C/D/E/F/G/H/I/JK/L; 108: A/B/C/D/E/F/G/H/I/J/K/L; 114: A/B/C/D/E/F/G/H/I/J/KL; 128: A/B/C/D/E/F/G/H/I/J/K/L"},
            {"BT /F 16 Tf 1 0 0 1 500 600 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 100 580 Tm (B) Tj ET BT /F 16 Tf 1 0 0 1 500 560 Tm (C) Tj ET BT /F 16 Tf 1 0 0 1 100 540 Tm (D) Tj ET BT /F 16 Tf 1 0 0 1 500 520 Tm (E) Tj ET BT /F 16 Tf 1 0 0 1 100 500 Tm (F) Tj ET BT /F 16 Tf 1 0 0 1 500 480 Tm (G) Tj ET BT /F 16 Tf 1 0 0 1 100 460 Tm (H) Tj ET BT /F 16 Tf 1 0 0 1 500 440 Tm (I) Tj ET BT /F 16 Tf 1 0 0 1 100 420 Tm (J) Tj ET BT /F 16 Tf 1 0 0 1 @ 400 Tm (K) Tj 1 0 0 1 120 380 Tm (L) Tj ET",
             80, 140, 2,
             "80: A/B/C/D/E/F/G/H/I/J/K/L; 94: A/B/C/D/E/F/G/H/I/JK/L; 108: A/B/C/D/E/F/G/H/I/J/K/L; 114: A/B/C/D/E/F/G/H/I/J/KL; 128: A/B/C/D/E/F/G/H/I/J/K/L"},
            {"BT /F 16 Tf 1 0 0 1 100 600 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 140 597 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 180 594 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 220 591 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 260 588 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 300 585 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 340 582 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 380 579 Tm (A) Tj ET BT /F 16 Tf 1 0 0 1 420 @ Tm (B) Tj ET",
             560, 620, 1, "560: A/A/A/A/A/A/A/A/B"},
            {"BT /F 16 Tf 1 0 0 1 100 600 Tm (A) Tj 1 0 0 1 130 600 Tm (B) Tj 1 0 0 1 @ 588 Tm (C) Tj 1 0 0 1 130 588 Tm (D) Tj 1 0 0 1 100 576 Tm (E) Tj ET",
             80, 150, 1, "80: A/B/C/D/E; 123: A/BCD/E; 131: A/BDC/E; 138: A/BD/C/E"},
            {"BT /F 16 Tf 1 0 0 1 100 600 Tm (A) Tj 1 0 0 1 100 @ Tm (B) Tj 1 0 0 1 100 576 Tm (C) Tj ET", 570, 630,
             0.5, "570: ABC"},
            {"BT /F 5 Tf 1 0 0 1 100 600 Tm (A) Tj 1 0 0 1 100 @ Tm (B) Tj 1 0 0 1 100 592 Tm (C) Tj ET", 585, 610,
             0.25, "585: ABC"},
            {"BT /F 16 Tf 1 0 0 1 @ 600 Tm (AB) Tj 1 0 0 1 1100 600 Tm (CD) Tj ET", 900, 1100, 50,
             "900: ! text that reaches out of its page"},
            {"BT /F 16 Tf 1 0 0 1 -20 400 Tm 3 Tr (AB) Tj 0 Tr 1 0 0 1 20 @ Tm (CD) Tj ET", 380, 420, 0.5,
             "380: AB/CD hidden; 394: AB|CD hidden; 411.5: AB/CD hidden"},
            {"BT /F 16 Tf 200 400 Td @ Tc (aaa) Tj 0 Tc (B) Tj ET", -3, 9, 0.25,
             "-3: aB; -2.5: aaB; -2: aaaB; 2: aaa|B"},
            {"BT /F 16 Tf 200 400 Td @ Tc (hhh) Tj 0 Tc (B) Tj ET", -3, 9, 0.25, "-3: hhhB; 2.25: hhh|B"},
            {"BT /F 16 Tf 200 400 Td @ Tc (rrr) Tj 0 Tc (B) Tj ET", -3, 9, 0.25, "-3: rrrB; 2.5: rrr|B"},
            {"BT /F 16 Tf 200 400 Td @ Tc (zzz) Tj 0 Tc (B) Tj ET", -3, 9, 0.25, "-3: zzzB; 2.75: zzz|B"},
            {"BT /O 16 Tf 200 400 Td @ Tc [(ab)-60(cd)-90(ef)] TJ ET", -3, 9, 0.25, "-3: abcdef; 0: abcd|ef"},
            {"BT /F 16 Tf 1.5 0 0 2 200 400 Tm [(A)@(B)] TJ ET", -300, 100, 4, "-300: A|B; -124: AB"},
            {"1.5 0 0 2 0 0 cm BT /F 16 Tf 100 200 Td 1 Tc [(AC)@(BD)-100(E)] TJ ET", -300, 100, 4,
             "-300: AC|BDE; -124: ACBDE; 28: ACBD|E"},
            {"BT /F 16 Tf 1 0 0 1.5 200 400 Tm (AB) Tj ET BT 1 0 0 1.5 @ 400 Tm (zC) Tj ET", 200, 250, 0.25,
             "200: ABzC; 218.75: AB|zC"},
            {"BT /F 16 Tf 1.5 0 0 1 200 400 Tm (Az) Tj ET BT 1 0 0 1.5 @ 400 Tm (BC) Tj ET", 200, 260, 0.25,
             "200: AzBC; 238.75: Az|BC"},
            {"q 0 0 300 300 re W n q 0 0 @ 300 re W n 0 0 300 300 re W n BT /F 16 Tf 200 100 Td (AB) Tj ET Q Q", 190,
             230, 0.5, "190: AB hidden; 198: ! text that is cut by a clip; 213.5: AB"},
            {"20 w 2 Tr BT /F 16 Tf 200 400 Td (AB) Tj ET 240 @ 20 3 re f", 370, 430, 1, "370: AB"},
            {"@ 0 0 @ 0 0 cm 90 100 m 300 100 l 2 w S 0 g BT /F 16 Tf 100 97 Td (AB) Tj ET", 0.5, 1.5, 0.05, "0.5: AB"},
            {"0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f 0 0 9 9 re f BT /F 16 Tf 200 400 Td (AB) Tj ET 0 0 @ 500 re f",
             150, 250, 2, "150: AB; 202: ! text in a light colour, or where something else is painted"},
            {"q 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n BT /F 16 Tf 200 @ Td (AB) Tj ET Q",
             680, 720, 1, "680: AB; 692: ! text that is cut by a clip; 701: AB hidden"},
            {"q 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n 0 0 500 750 re W n 0 0 600 700 re W n BT /F 16 Tf 200 @ Td (AB) Tj ET Q",
             680, 720, 1, "680: AB; 692: ! text that is cut by a clip"},
            {"q 0 1 -1 0 300 0 cm 100 -200 500 @ re W n 0 -1 1 0 0 300 cm BT /F 16 Tf 200 400 Td (AB) Tj ET Q", 240,
             330, 2, "240: AB hidden; 282: ! text that is cut by a clip; 298: AB"},
            {"q 1 0 @ 1 0 0 cm 0 0 300 500 re W n 1 0 0 1 0 0 cm BT /F 16 Tf 100 100 Td (AB) Tj ET Q", -0.2, 0.2, 0.1,
             "-0.2: ! text that is cut by a clip; 0: AB; 0.1: ! text that is cut by a clip"},
            {"q 1 @ 0 1 0 0 cm 50 50 300 300 re W n Q q 2 0 0 3 @ 0 cm 0 0 m 90 0 l 90 90 l 0 90 l h W n BT /F 8 Tf 5 20 Td (AB) Tj ET Q",
             -30, 30, 5, "-30: ! text that reaches out of its page; -10: AB"},
            {NULL, 0, 0, 0, NULL},
};

static float page_wide, page_high;

static void look_at_size(ofs_own *own, check_words *out)
{
    static const char *const names[] = {[OWN_UNKNOWN] = "unknown", [OWN_ACROSS] = "across", [OWN_DOWN] = "down"};
    open_pages(own);
    ofs_own_read_content(own, own->leaves);
    ofs_own_leaf leaf = own->leaves[0];
    leaf.box.right = page_wide;
    leaf.box.top = page_high;
    check_add(out, "%s", names[ofs_own_most_text(own, &leaf)]);
}

/* Which way most of a page's text goes, however large the page is; one that is hardly there has none. */
static void test_sizes_of_pages(void)
{
    static const struct {
        float wide, high;
        const char *want;
    } cases[] = {{600, 800, "across"},
                 {5999, 800, "across"},
                 {6000, 800, "! a page that is too large"},
                 {600, 5999, "across"},
                 {600, 6000, "! a page that is too large"},
                 {0.5f, 800, "unknown"},
                 {1, 800, "across"},
                 {600, 0.5f, "unknown"},
                 {600, 1, "across"}};
    static file f;
    write_pages(&f, "BT /F 16 Tf 0 0 Td (ABCD) Tj ET", NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page_wide = cases[i].wide;
        page_high = cases[i].high;
        check_bytes("the size of a page", look_at_size, f.at, f.n, cases[i].want);
    }
}

int main(void)
{
    test_sizes_of_pages();
    for (const page_case *c = after_another; c->want; c++)
        check_pages(c->first, c->second, c->want);
    for (const page_case *c = of_one_page; c->want; c++)
        check_pages(c->first, c->second, c->want);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        form_says = forms[i].says;
        form = forms[i].form;
        check_pages(forms[i].page, NULL, forms[i].want);
    }
    form_says = usual_box;
    form = usual_form;
    for (const sweep *s = sweeps; s->content; s++)
        check_sweep(s);
    return check_result();
}
