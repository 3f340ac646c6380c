/* The reader that needs no PDFium: what a content stream puts on its page, operator by operator. Each text with its place,
 * size, mark and clips, each shape that may hide it; and the reason for which a stream is given up. */
#include "small_pdf.h"

/* Every letter is half an em wide, its ink a tenth less on either side; a space is as wide and has none. */
static void know_glyphs(ofs_own *own, const ofs_own_leaf *leaf)
{
    const ofs_own_value name = {.kind = OWN_NAME, .count = 1, .as.bytes = (const uint8_t *)"F"};
    ofs_own_font *font = ofs_own_find_font(own, leaf->resources, &name);
    ofs_own_glyph *block = font->blocks[0] = OFS_NEW_ARRAY(own->arena, ofs_own_glyph, OWN_GLYPH_BLOCK);
    for (uint16_t code = ' '; code < 127; code++)
        block[code] = code == ' ' ? (ofs_own_glyph){.advance = 500, .is_known = 1, .unicode = code}
                                  : (ofs_own_glyph){50, 450, 0, 700, 500, 1, 0, code};
}

/* Each text: its letters, '_' for a kern; where it begins and its size; then what is not as usual. */
static void add_text(const ofs_own *own, const ofs_own_text *text, check_words *out)
{
    for (uint32_t i = 0; i < text->count; i++) {
        uint32_t code = own->items[text->first + i].code;
        check_add(out, "%c", code == OWN_KERN ? '_' : (int)code);
    }
    check_add(out, " %g,%g x%g", (double)text->matrix.e, (double)text->matrix.f, (double)(text->size * text->matrix.a));
    if (text->id != OFS_NONE)
        check_add(out, " #%d", text->id);
    if (text->mode)
        check_add(out, " mode %d", text->mode);
    if (text->light != 0)
        check_add(out, " light %g", (double)text->light);
    if (text->edge_light != text->light)
        check_add(out, " edge %g", (double)text->edge_light);
    if (text->char_space != 0)
        check_add(out, " apart %g", (double)text->char_space);
    check_add(out, "%s%s%s", text->is_unsure ? " unsure" : "", text->is_hidden ? " hidden" : "",
              text->is_unseen ? " unseen" : "");
    if (text->form)
        check_add(out, " form %g,%g", (double)text->form->e, (double)text->form->f);
    for (const ofs_own_clips *clips = text->clips; clips; clips = clips->below)
        check_add(out, " clip%s %g %g %g %g", clips->clip.is_rect ? "" : "?", (double)clips->clip.box.left,
                  (double)clips->clip.box.bottom, (double)clips->clip.box.right, (double)clips->clip.box.top);
}

static void look_at_content(ofs_own *own, check_words *out)
{
    const ofs_pdf_page *page = &own->pdf->page;
    ofs_own_read_xref(own);
    own->catalog = &ofs_own_load(own, 2)->value;
    ofs_own_leaf leaf = {ofs_own_load(own, 2), &ofs_own_load(own, 1)->value, {0, 0, 600, 800}};
    ofs_pdf_clear_page(own->pdf, 0);
    know_glyphs(own, &leaf);
    ofs_own_read_content(own, &leaf);
    for (uint32_t i = 0; i < own->text_count; i++) {
        check_add(out, i ? " | " : "");
        add_text(own, &own->texts[i], out);
    }
    for (uint32_t i = 0; i < page->shape_count; i++) {
        const ofs_pdf_shape *s = &page->shapes[i];
        check_add(out, "%sshape %g %g %g %g light %g after %u", out->n ? " | " : "", (double)s->box.left,
                  (double)s->box.bottom, (double)s->box.right, (double)s->box.top, (double)s->light,
                  (unsigned)s->order);
    }
}

static const char *page = "", *layer = "<</Type/OCG>>", *layers = "<</D<<>>>>";

/* The content is object 9. X is a form, I a picture, M a mark with an id, U a font that is not embedded, K a layer. */
static void check_content(const char *content, const char *want)
{
    static const char frame[] =
        "%%PDF-1.7\n1 0 obj\n<</Font<</F 3 0 R/U 12 0 R>>/XObject<</X 7 0 R/I 8 0 R/N 5 0 R/Y 10 0 R/L 11 0 R>>/Properties<</M<</MCID 7>>"
        "/A 5/K %s>>/ExtGState<</W<</LW 4>>/D<</D[[3]0]>>/T<</ca 0.5>>/U<</ca 0.95/CA 0.94>>/B<</BM/Multiply>>/N<</BM/Normal/SMask/None>>"
        "/S<</SMask 1>>/E<</Font[3 0 R 9]>>/A 5>>/ColorSpace<</I1[/ICCBased 14 0 R]/I2[/ICCBased 15 0 R]/I3[/ICCBased 6 0 R 1]/I4[/ICCBased 16 0 R]/I5[/ICCBased 5 0 R]/I6[/ICCBased 1]"
        "/CG[/CalGray<<>>]/CR[/CalRGB<<>>]/L[/Lab<<>>]/E[]/Q 1/R 17 0 R/C[/ICCBased 6 0 R]/D/DeviceRGB/P[/Pattern]>>>>\nendobj\n"
        "2 0 obj\n<</Contents 9 0 R%s/OCProperties %s>>\nendobj\n3 0 obj\n<</Subtype/TrueType/BaseFont/Ayton/Encoding/WinAnsiEncoding"
        "/FontDescriptor 4 0 R/FirstChar 32/LastChar 32/Widths[500]>>\nendobj\n4 0 obj\n<</FontFile2 5 0 R>>\nendobj\n"
        "5 0 obj\n<</Length 0/Subtype/PS>>\nstream\n\nendstream\nendobj\n6 0 obj\n<</Length 0/N 3>>\nstream\n\nendstream\nendobj\n"
        "7 0 obj\n<</Subtype/Form/BBox[0 90 80 0]/Matrix[1 0 0 1 5 6]/Length 31>>\nstream\nBT /F 10 Tf 1 2 Td (in) Tj ET q\n"
        "endstream\nendobj\n8 0 obj\n<</Subtype/Image/Length 0>>\nstream\n\nendstream\nendobj\n"
        "9 0 obj\n<</Length %u>>\nstream\n%s\nendstream\nendobj\n"
        "10 0 obj\n<</Subtype/Form/BBox[0 0 50 50]/Length 5>>\nstream\n/X Do\nendstream\nendobj\n"
        "11 0 obj\n<</Subtype/Form/BBox[0 0 9 9]/OC 1/Length 0>>\nstream\n\nendstream\nendobj\n"
        "12 0 obj\n<</Subtype/TrueType/BaseFont/Ayton/Encoding/WinAnsiEncoding/FontDescriptor 13 0 R"
        "/FirstChar 32/LastChar 32/Widths[500]>>\nendobj\n"
        "13 0 obj\n<</MissingWidth 500>>\nendobj\n"
        "14 0 obj\n<</Length 0/N 1>>\nstream\n\nendstream\nendobj\n15 0 obj\n<</Length 0/N 2>>\nstream\n\nendstream\nendobj\n"
        "16 0 obj\n<</Length 0/N 4>>\nstream\n\nendstream\nendobj\n17 0 obj\n/DeviceCMYK\nendobj\n"
        "xref\n0 18\n0000000000 65535 f \n{o1} 00000 n \n{o2} 00000 n \n{o3} 00000 n \n{o4} 00000 n \n{o5} 00000 n \n"
        "{o6} 00000 n \n{o7} 00000 n \n{o8} 00000 n \n{o9} 00000 n \n{o10} 00000 n \n{o11} 00000 n \n{o12} 00000 n \n{o13} 00000 n \n{o14} 00000 n \n"
        "{o15} 00000 n \n{o16} 00000 n \n{o17} 00000 n \ntrailer\n<</Size 18>>\n"
        "startxref\n{x1}\n%%%%EOF\n";
    static char text[8192];
    static file f;
    int n = snprintf(text, sizeof text, frame, layer, page, layers, (unsigned)strlen(content), content);
    FUZZ_CHECK(n > 0 && (size_t)n < sizeof text);
    write_file(&f, text);
    check_bytes(content, look_at_content, f.at, f.n, want);
}

/* What each operator wants in front of it: 'n' a number, 'N' a name, 's' a string, 'a' an array, 'd' a dictionary. */
static void add_operands(check_words *out, const char *kinds)
{
    for (; *kinds; kinds++)
        check_add(out, "%s ",
                  *kinds == 'n'   ? "1"
                  : *kinds == 'N' ? "/M"
                  : *kinds == 's' ? "(a)"
                  : *kinds == 'a' ? "[]"
                                  : "<</A 1>>");
}

static void check_operands(const char *kinds, const char *operator)
{
    check_words content = {{0}, 0};
    add_operands(&content, kinds);
    check_add(&content, "%s q Q", operator);
    check_content(content.at, "! an operator without its operands");
}

static void test_operands(void)
{
    static const char *const operators[][2] = {
        {"", "BT"},    {"", "ET"},    {"nnnnnn", "Tm"}, {"a", "TJ"},  {"s", "Tj"},   {"Nn", "Tf"},  {"nn", "Td"},
        {"nn", "TD"},  {"", "T*"},    {"n", "TL"},      {"n", "Tc"},  {"n", "Tw"},   {"n", "Tr"},   {"n", "Tz"},
        {"n", "Ts"},   {"Nd", "BDC"}, {"N", "BMC"},     {"", "EMC"},  {"nn", "m"},   {"nn", "l"},   {"nnnnnn", "c"},
        {"nnnn", "v"}, {"nnnn", "y"}, {"nnnn", "re"},   {"", "h"},    {"", "W"},     {"", "W*"},    {"", "n"},
        {"", "s"},     {"", "S"},     {"", "f"},        {"", "F"},    {"", "f*"},    {"", "b"},     {"", "b*"},
        {"", "B"},     {"", "B*"},    {"n", "g"},       {"n", "G"},   {"nnn", "rg"}, {"nnn", "RG"}, {"nnnn", "k"},
        {"nnnn", "K"}, {"N", "cs"},   {"N", "CS"},      {"N", "sh"},  {"", "q"},     {"", "Q"},     {"nnnnnn", "cm"},
        {"n", "w"},    {"n", "J"},    {"n", "j"},       {"n", "M"},   {"n", "i"},    {"an", "d"},   {"N", "gs"},
        {"N", "Do"},   {"N", "ri"},   {"N", "MP"},      {"Nd", "DP"},
    };
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        const char *kinds = operators[i][0];
        size_t count = strlen(kinds);
        for (size_t k = 0; k < count; k++) {
            char other[8] = "";
            memcpy(other, kinds, count);
            memmove(other + k, other + k + 1, count - k);
            check_operands(other, operators[i][1]); /* one too few */
            for (const char *kind = "nNsad"; *kind; kind++) {
                memcpy(other, kinds, count);
                if (*kind == kinds[k] || (*kind == 'a' && strchr(other, 'a')) || (*kind == 'N' && kinds[k] == 'd'))
                    continue;
                other[k] = *kind;
                check_operands(other, operators[i][1]);
            }
        }
        for (const char *kind = "nNs"; *kind; kind++) {
            char more[8] = {*kind};
            memcpy(more + 1, kinds, count);
            check_operands(more, operators[i][1]);
        }
    }
}

/* The layers that a page's content may be in: only where all are shown, whatever they are used for, it is read. */
static void test_layers(void)
{
    static const char off[] = "! content in a layer, which may be switched off", seen[] = "a 0,0 x10",
                      all[] = "<</D<<>>>>";
    static const struct {
        const char *layer, *layers, *want;
    } cases[] = {
        {"<</Type/OCG>>", all, seen},
        {"<</Type/OCG/Usage<<>>>>", all, seen},
        {"<</Type/OCG/Usage<</Print<<>>>>>>", all, seen},
        {"<</Type/OCG/Usage<</View<<>>>>>>", all, off},
        {"<</Type/OCG/Usage 1>>", all, off},
        {"<</Type/OCH>>", all, off},
        {"<<>>", all, off},
        {"<</Type/OCG>>", "<<>>", off},
        {"<</Type/OCG>>", "1", off},
        {"<</Type/OCG>>", "<</D 1>>", off},
        {"<</Type/OCG>>", "<</D<<>>/Configs[]>>", off},
        {"<</Type/OCG>>", "<</D<</AS[]>>>>", off},
        {"<</Type/OCG>>", "<</D<</BaseState/ON>>>>", seen},
        {"<</Type/OCG>>", "<</D<</BaseState/OFF>>>>", off},
        {"<</Type/OCG>>", "<</D<</BaseState 1>>>>", off},
        {"<</Type/OCG>>", "<</D<</OFF[]>>>>", seen},
        {"<</Type/OCG>>", "<</D<</OFF[1]>>>>", off},
        {"<</Type/OCG>>", "<</D<</OFF 1>>>>", off},
        {"<</Type/OCMD/OCGs<</Type/OCG>>>>", all, seen},
        {"<</Type/OCMD/OCGs<</Type/OCH>>>>", all, off},
        {"<</Type/OCMD/OCGs<</Type/OCG>>>>", "<<>>", off},
        {"<</Type/OCMD/OCGs[<</Type/OCG>>]>>", all, seen},
        {"<</Type/OCMD/OCGs[<</Type/OCG>><</Type/OCG>>]/P/AnyOn>>", all, seen},
        {"<</Type/OCMD/OCGs[<</Type/OCG>><</Type/OCG>>]/P/AllOn>>", all, seen},
        {"<</Type/OCMD/OCGs[<</Type/OCG>><</Type/OCG>>]/P/AnyOff>>", all, off},
        {"<</Type/OCMD/OCGs[<</Type/OCG>><</Type/OCG>>]/P 1>>", all, off},
        {"<</Type/OCMD/OCGs[<</Type/OCG>><</Type/OCH>>]>>", all, off},
        {"<</Type/OCMD/OCGs[<</Type/OCG>>null]>>", all, off},
        {"<</Type/OCMD/OCGs<</Type/OCG>>/VE[]>>", all, off},
        {"<</Type/OCMD/OCGs[]>>", all, off},
        {"<</Type/OCMD/OCGs 1>>", all, off},
        {"<</Type/OCMD>>", all, off},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        layer = cases[i].layer;
        layers = cases[i].layers;
        check_content("/OC /K BDC BT /F 10 Tf (a) Tj ET EMC", cases[i].want);
    }
    layer = "<</Type/OCG>>";
    layers = all;
}

/* What lies over a page: only links and what belongs to them, without a look of their own. */
static void test_annotations(void)
{
    static const char may[] = "! an annotation that may show something", odd[] = "! an odd list of annotations",
                      seen[] = "a 0,0 x10";
    static const char *const cases[][2] = {
        {"/Annots[]", seen},
        {"/Annots[<</Subtype/Link>>]", seen},
        {"/Annots[<</Subtype/Popup>>]", seen},
        {"/Annots[<</Subtype/Link>><</Subtype/Link/A 1>>]", seen},
        {"/Annots[<</Subtype/Text>>]", may},
        {"/Annots[<</Subtype/Link>><</Subtype/Widget>>]", may},
        {"/Annots[<</Subtype/Link/AP<<>>>>]", may},
        {"/Annots[<<>>]", may},
        {"/Annots[1]", may},
        {"/Annots[null]", may},
        {"/Annots[[/Subtype/Link]]", may},
        {"/Annots 1", odd},
        {"/Annots<<>>", odd},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page = cases[i][0];
        check_content("BT /F 10 Tf (a) Tj ET", cases[i][1]);
    }
    for (int count = 1000; count <= 1001; count++) {
        static char many[5000];
        char *end = many + snprintf(many, sizeof many, "/Annots[");
        for (int i = 0; i < count; i++)
            end += snprintf(end, 5, "1%s", i + 1 < count ? " " : "]");
        page = many;
        check_content("BT /F 10 Tf (a) Tj ET", count > 1000 ? odd : may);
    }
    page = "";
}

int main(void)
{
    test_annotations();
    test_operands();
    test_layers();
    static const char *const table[][2] = {
        {"BT /F 10 Tf 100 200 Td (ab) Tj ET", "ab 100,200 x10"},
        {"BT /F 10 Tf 100 200 Td (ab) Tj (c) Tj ET", "ab 100,200 x10 | c 110,200 x10"},
        {"BT /F 10 Tf 100 200 Td [(a)-100(b)200] TJ (c) Tj ET", "a_b 100,200 x10 | c 109,200 x10"},
        {"BT /F 10 Tf 100 200 Td [300(a)] TJ (c) Tj ET", "a 97,200 x10 | c 102,200 x10"},
        {"BT /F 10 Tf 100 200 Td [(a)(b)()(c)] TJ ET", "a_b_c 100,200 x10"},
        {"BT /F 10 Tf 100 200 Td [300] TJ (c) Tj ET", "c 97,200 x10"},
        {"BT /F 10 Tf 100 200 Td [] TJ () Tj (c) Tj ET", "c 100,200 x10"},
        {"BT /F 10 Tf 100 200 Td [(a)10 20(b)] TJ (c) Tj ET", "a_b 100,200 x10 | c 109.7,200 x10"},
        {"BT /F 10 Tf 2 Tc 100 200 Td (ab) Tj (c) Tj ET", "ab 100,200 x10 apart 2 | c 114,200 x10 apart 2"},
        {"BT /F 10 Tf 3 Tw 100 200 Td (a b) Tj (c) Tj ET", "a b 100,200 x10 | c 118,200 x10"},
        {"BT /F 10 Tf 3 Tw 1 Tc 0 Tw 0 Tc 100 200 Td (a b) Tj (c) Tj ET", "a b 100,200 x10 | c 115,200 x10"},
        {"BT /F 10 Tf 100 200 Td (a) Tj 10 20 Td (b) Tj ET", "a 100,200 x10 | b 110,220 x10"},
        {"BT /F 10 Tf 100 200 TD (a) Tj T* (b) Tj ET", "a 100,200 x10 | b 100,400 x10"},
        {"BT /F 10 Tf 14 TL 100 200 Td (a) Tj T* (b) Tj T* (c) Tj ET", "a 100,200 x10 | b 100,186 x10 | c 100,172 x10"},
        {"BT /F 10 Tf 2 0 0 2 30 40 Tm (a) Tj (b) Tj 10 20 Td (c) Tj ET", "a 30,40 x20 | b 40,40 x20 | c 50,80 x20"},
        {"BT /F 10 Tf 100 200 Td (a) Tj 1 0 0 1 5 6 Tm (b) Tj ET BT (c) Tj ET",
         "a 100,200 x10 | b 5,6 x10 | c 0,0 x10"},
        {"2 0 0 3 10 20 cm BT /F 10 Tf 1 0 0 1 3 4 Tm (a) Tj ET", "a 16,32 x20"},
        {"2 0 0 3 10 20 cm 1 0 0 1 5 6 cm BT /F 10 Tf (a) Tj ET", "a 20,38 x20"},
        {"q 2 0 0 3 10 20 cm Q BT /F 10 Tf (a) Tj ET", "a 0,0 x10"},
        {"q BT /F 10 Tf ET Q BT (a) Tj ET", "! text without a font, or outside a text object"},
        {"Q", "! a state that was not saved"},
        {"q q Q Q BT /F 10 Tf (a) Tj ET", "a 0,0 x10"},
        {"BT /F 10 Tf 1 Tr (a) Tj 3 Tr (b) Tj 0 Tr (c) Tj 2 Tr (d) Tj ET",
         "a 0,0 x10 mode 1 | b 5,0 x10 mode 3 | c 10,0 x10 | d 15,0 x10 mode 2"},
        {"BT 4 Tr ET", "! text that clips"},
        {"BT -1 Tr ET", "! text that clips"},
        {"BT 1. Tr ET", "! text that clips"},
        {"BT 100 Tz 0 Ts ET", ""},
        {"BT 99 Tz ET", "! text that is stretched"},
        {"BT 1 Ts ET", "! text that is raised"},
        {"BT /F 0 Tf ET", "! type of no size"},
        {"BT /F -1 Tf ET", "! type of no size"},
        {"BT /F 9999 Tf ET", ""},
        {"BT /F 10000 Tf ET", "! type of no size"},
        {"BT /G 10 Tf ET", "! a font that is missing"},
        {"(a) Tj", "! text without a font, or outside a text object"},
        {"/F 10 Tf (a) Tj", "! text without a font, or outside a text object"},
        {"BT (a) Tj ET", "! text without a font, or outside a text object"},
        {"BT /F 10 Tf ET (a) Tj", "! text without a font, or outside a text object"},
        {"BT /F 10 Tf 0.9999 0.005 -0.005 0.9999 0 0 Tm (a) Tj ET", "a 0,0 x9.999"},
        {"BT /F 10 Tf 1 0.02 0 1 0 0 Tm (a) Tj ET", "! text that is turned, mirrored or aslant"},
        {"BT /F 10 Tf 1 0 0.4 1 0 0 Tm (a) Tj ET", "a 0,0 x10"},
        {"BT /F 10 Tf 1 0 0.6 1 0 0 Tm (a) Tj ET", "! text that is turned, mirrored or aslant"},
        {"BT /F 10 Tf -1 0 0 1 0 0 Tm (a) Tj ET", "! text that is turned, mirrored or aslant"},
        {"BT /F 10 Tf 1 0 0 -1 0 0 Tm (a) Tj ET", "! text that is turned, mirrored or aslant"},
        {"BT /F 10 Tf 0 0 0 0 0 0 Tm (a) Tj ET", "! text that is turned, mirrored or aslant"},
        {"BT /F 10 Tf 0.31 0 0 1 0 0 Tm (a) Tj ET", "a 0,0 x3.1"},
        {"BT /F 10 Tf 0.29 0 0 1 0 0 Tm (a) Tj ET", "! type that is too narrow"},
        {"BT /F 10 Tf 999990 0 Td (a) Tj ET", "! text that reaches out of its page"},
        {"BT /F 10 Tf 1000000 0 Td (a) Tj ET", "! text far outside its page"},
        {"BT /F 10 Tf 0 -1000000 Td (a) Tj ET", "! text far outside its page"},
        {"/P <</MCID 3>> BDC BT /F 10 Tf (a) Tj ET EMC BT (b) Tj ET", "a 0,0 x10 #3 | b 0,0 x10"},
        {"/P <</MCID 3>> BDC /Span BMC BT /F 10 Tf (a) Tj ET EMC EMC", "a 0,0 x10 #3"},
        {"/P <</MCID 3>> BDC /Span <</MCID 4>> BDC BT /F 10 Tf (a) Tj ET EMC EMC", "a 0,0 x10 #3"},
        {"/P BMC /Span <</MCID 4>> BDC BT /F 10 Tf (a) Tj ET EMC BT (b) Tj ET EMC", "a 0,0 x10 #4 | b 0,0 x10"},
        {"/P <<>> BDC BT /F 10 Tf (a) Tj ET EMC", "a 0,0 x10"},
        {"/P /M BDC BT /F 10 Tf (a) Tj ET EMC", "a 0,0 x10 #7"},
        {"/P /A BDC EMC", "! marked content with a text of its own"},
        {"/P /Z BDC EMC", "! a resource that is missing"},
        {"/P <</MCID -1>> BDC EMC", "! a mark with an odd number"},
        {"/P <</MCID 1073741824>> BDC EMC", ""},
        {"/P <</MCID 1073741825>> BDC EMC", "! a mark with an odd number"},
        {"/P <</MCID 3.>> BDC EMC", "! a mark with an odd number"},
        {"/P <</ActualText(b)>> BDC EMC", "! marked content with a text of its own"},
        {"/OC <<>> BDC EMC", "! content in a layer, which may be switched off"},
        {"EMC", "! marks that do not match"},
        {"/P BMC EMC EMC", "! marks that do not match"},
        {"/P MP /P <</A 1>> DP /P /M DP", ""},
        {"/X Do", "in 6,8 x10 form 0,0 clip 5 6 85 96"},
        {"/X Do /X Do", "in 6,8 x10 form 0,0 clip 5 6 85 96 | in 6,8 x10 form 0,0 clip 5 6 85 96"},
        {"1 0 0 1 100 0 cm /X Do", "in 6,8 x10 form 100,0 clip 5 6 85 96"},
        {"/Y Do", "in 6,8 x10 form 0,0 clip 5 6 85 96"},
        {"/N Do", "! a drawing that is neither form nor image"},
        {"/Z Do", "! a resource that is missing"},
        {"/F Do", "! a resource that is missing"},
        {"/L Do", "! content in a layer, which may be switched off"},
        {"0 0 m /X Do", "! a drawing within a path"},
        {"0 0 9 9 re W /X Do", "! a drawing within a path"},
        {"/P <</MCID 3>> BDC /X Do EMC", "in 6,8 x10 form 0,0 clip 5 6 85 96"},
        {"BT /F 12 Tf 7 TL ET /X Do BT (a) Tj ET", "in 6,8 x10 form 0,0 clip 5 6 85 96 | a 0,0 x12"},
        {"0 0 40 40 re W n /X Do", "in 6,8 x10 form 0,0 clip 5 6 85 96"},
        {"2 0 0 2 0 0 cm 0 0 40 40 re W n /X Do", "in 6,8 x10 form 0,0 clip 5 6 85 96"},
        {"/I Do", "shape 0 0 1 1 light -1 after 0"},
        {"20 0 0 30 5 6 cm /I Do", "shape 5 6 25 36 light -1 after 0"},
        {"0 0 100 100 re W n BT /F 10 Tf (a) Tj ET", "a 0,0 x10 clip 0 0 100 100"},
        {"0 0 100 100 re W* n BT /F 10 Tf (a) Tj ET", "a 0,0 x10 clip 0 0 100 100"},
        {"0 0 100 100 re n BT /F 10 Tf (a) Tj ET", "a 0,0 x10"},
        {"0 0 100 100 re W n 10 10 20 20 re W n BT /F 10 Tf 12 12 Td (a) Tj ET", "a 12,12 x10 clip 10 10 30 30"},
        {"0 0 100 100 re W n 10 10 200 20 re W n BT /F 10 Tf 12 12 Td (a) Tj ET",
         "a 12,12 x10 clip 10 10 210 30 clip 0 0 100 100"},
        {"0 0 100 100 re W n 0 0 100 100 re W n BT /F 10 Tf 12 12 Td (a) Tj ET", "a 12,12 x10 clip 0 0 100 100"},
        {"0 0 m 100 0 l 100 100 l 0 100 l h W n BT /F 10 Tf 41 42 Td (a) Tj ET", "a 41,42 x10 clip 0 0 100 100"},
        {"0 0 m 0 100 l 100 100 l 100 0 l W n BT /F 10 Tf 41 42 Td (a) Tj ET", "! text that is cut by a clip"},
        {"0 0 m 0 100 l 100 100 l 100 0 l 0 0 l W n BT /F 10 Tf 41 42 Td (a) Tj ET", "a 41,42 x10 clip 0 0 100 100"},
        {"0 0 m 100 0 l 100 100 l 0 100 l 1 1 l W n BT /F 10 Tf 41 42 Td (a) Tj ET", "! text that is cut by a clip"},
        {"0 0 m 100 0 l 50 100 l h W n BT /F 10 Tf 41 42 Td (a) Tj ET", "! text that is cut by a clip"},
        {"0 0 m 100 0 l 100 100 l 0 90 l h W n BT /F 10 Tf 41 42 Td (a) Tj ET", "! text that is cut by a clip"},
        {"0 0 m 50 0 l 100 0 l 100 100 l 0 100 l h W n BT /F 10 Tf 41 42 Td (a) Tj ET", "! text that is cut by a clip"},
        {"0 0 m 100 0 l 0 0 l 100 0 l h W n BT /F 10 Tf 41 42 Td (a) Tj ET", "a 41,42 x10 hidden clip? 0 0 100 0"},
        {"0 0 m 0 0 l 0 0 l 0 0 l h W n BT /F 10 Tf 41 42 Td (a) Tj ET", "a 41,42 x10 hidden clip? 0 0 0 0"},
        {"5 5 m W n BT /F 10 Tf 41 42 Td (a) Tj ET", "a 41,42 x10 hidden clip 0 0 0 0"},
        {"0 0 m 100 0 l 100 100 l 0 100 l h 3 3 m W n BT /F 10 Tf 41 42 Td (a) Tj ET", "a 41,42 x10 clip 0 0 100 100"},
        {"7 7 m 0 0 m 100 0 l 100 100 l 0 100 l h W n BT /F 10 Tf 41 42 Td (a) Tj ET", "a 41,42 x10 clip 0 0 100 100"},
        {"0 0 m 1 1 2 2 3 100 c 90 90 80 80 v 4 4 5 5 y W n BT /F 10 Tf 41 42 Td (a) Tj ET",
         "! text that is cut by a clip"},
        {"0 0 100 100 re 200 0 100 100 re W n BT /F 10 Tf 41 42 Td (a) Tj ET", "! text that is cut by a clip"},
        {"2 0 0 2 10 0 cm 0 0 m 9 0 l 9 9 l 0 9 l 4 20 l 4 4 l 3 3 l h W n BT /F 10 Tf 41 42 Td (a) Tj ET",
         "! text that is cut by a clip"},
        {"BT /U 10 Tf 100 200 Td (ab) Tj ET", "ab 100,200 x10 unsure"},
        {"BT /U 10 Tf 100 200 Td (a b) Tj ET", "a b 100,200 x10 unsure"},
        {"BT /U 10 Tf 100 200 Td (a\\351) Tj ET", "! a character in a font that is not embedded"},
        {"BT /U 10 Tf 100 200 Td (\\240\\255) Tj ET", "! a character in a font that is not embedded"},
        {"BT /F 10 Tf 100 200 Td (a) Tj /F 12 Tf (b) Tj ET", "a 100,200 x10 | b 105,200 x12"},
        {"0 300 600 20 re W n BT /U 10 Tf 100 200 Td (-) Tj ET",
         "! text that is clipped or not, by a font that is not embedded"},
        {"200 300 400 20 re W n BT /U 10 Tf 100 200 Td (-) Tj ET",
         "! text that is clipped or not, by a font that is not embedded"},
        {"0 300 90 20 re W n BT /U 10 Tf 100 200 Td (-) Tj ET",
         "! text that is clipped or not, by a font that is not embedded"},
        {"0 300 600 20 re W n BT /U 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 unsure hidden clip 0 300 600 320"},
        {"0 300 600 20 re W n BT /U 10 Tf 100 200 Td (-----) Tj ET",
         "! text that is clipped or not, by a font that is not embedded"},
        {"110 300 400 20 re W n BT /U 10 Tf 100 200 Td (-----) Tj ET",
         "! text that is clipped or not, by a font that is not embedded"},
        {"120 300 400 20 re W n BT /U 10 Tf 100 200 Td (-----) Tj ET",
         "----- 100,200 x10 unsure hidden clip 120 300 520 320"},
        {"0 300 119 20 re W n BT /U 10 Tf 100 200 Td (-----) Tj ET",
         "----- 100,200 x10 unsure hidden clip 0 300 119 320"},
        {"0 300 120 20 re W n BT /U 10 Tf 100 200 Td (-----) Tj ET",
         "! text that is clipped or not, by a font that is not embedded"},
        {"0 300 600 20 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 hidden clip 0 300 600 320"},
        {"0 190 600 30 re W n BT /U 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 unsure clip 0 190 600 220"},
        {"0 200 600 30 re W n BT /U 10 Tf 100 200 Td (a) Tj ET", "! text that is cut by a clip"},
        {"0 0 101 300 re W n BT /U 10 Tf 100 200 Td (a) Tj ET", "! text that is cut by a clip"},
        {"0 0 105 300 re W n BT /U 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 unsure clip 0 0 105 300"},
        {"0 0 106 300 re W n BT /U 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 unsure clip 0 0 106 300"},
        {"0 0 104 300 re W n BT /F 10 Tf 100 200 Td (ab) Tj ET", "! text that is cut by a clip"},
        {"0 0 104 300 re W n BT /F 10 Tf 100 200 Td [(ab)1500(c)] TJ ET", "! text that is cut by a clip"},
        {"0 0 110 300 re W n BT /F 10 Tf 100 200 Td [(ab)1500(c)] TJ ET", "ab_c 100,200 x10 clip 0 0 110 300"},
        {"0 0 103.4 300 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 clip 0 0 103.4 300"},
        {"0 0 103.2 300 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "! text that is cut by a clip"},
        {"101.6 0 300 300 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 clip 101.6 0 401.6 300"},
        {"101.8 0 300 300 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "! text that is cut by a clip"},
        {"300 0 300 800 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 unseen clip 300 0 600 800"},
        {"300 0 300 800 re W n BT /F 10 Tf 100 200 Td (a) Tj ET Q", "! a state that was not saved"},
        {"q 300 0 300 800 re W n BT /F 10 Tf 100 200 Td (a) Tj ET Q BT /F 10 Tf 106 200 Td (b) Tj ET",
         "! text that is cut by a clip"},
        {"q 300 0 300 800 re W n BT /F 10 Tf 100 200 Td (a) Tj ET Q BT /F 10 Tf 107 200 Td (b) Tj ET",
         "a 100,200 x10 unseen clip 300 0 600 800 | b 107,200 x10"},
        {"q 300 0 300 800 re W n BT /F 10 Tf 100 200 Td (a) Tj ET Q BT /F 10 Tf 106 200 Td ( ) Tj ET",
         "a 100,200 x10 unseen clip 300 0 600 800 |   106,200 x10"},
        {"q 300 0 300 800 re W n BT /F 10 Tf 100 200 Td (a) Tj ET Q BT /F 10 Tf 100 209 Td (b) Tj ET",
         "! text that is cut by a clip"},
        {"q 300 0 300 800 re W n BT /F 10 Tf 100 200 Td (a) Tj ET Q BT /F 10 Tf 100 210 Td (b) Tj ET",
         "a 100,200 x10 unseen clip 300 0 600 800 | b 100,210 x10"},
        {"q 300 0 300 800 re W n BT /F 10 Tf 100 200 Td (a) Tj ET Q BT /F 10 Tf 100 191 Td (b) Tj ET",
         "! text that is cut by a clip"},
        {"q 300 0 300 800 re W n BT /F 10 Tf 100 200 Td (a) Tj ET Q BT /F 10 Tf 100 190 Td (b) Tj ET",
         "a 100,200 x10 unseen clip 300 0 600 800 | b 100,190 x10"},
        {"q 300 0 300 800 re W n BT /U 10 Tf 100 200 Td (a) Tj ET Q", "! text that is cut by a clip"},
        {"0 195 600 9 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "! text that is cut by a clip"},
        {"0 201 600 9 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 clip 0 201 600 210"},
        {"0 0 600 195 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 hidden clip 0 0 600 195"},
        {"0 0 600 200 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "! text that is cut by a clip"},
        {"0 205 600 99 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "! text that is cut by a clip"},
        {"0 205.5 600 99 re W n BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 hidden clip 0 205.5 600 304.5"},
        {"3 Tr BT /F 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 mode 3"},
        {"0 0 20 20 re W n BT 3 Tr /F 10 Tf 100 200 Td (a) Tj ET", "a 100,200 x10 mode 3 clip 0 0 20 20"},
        {"BT /F 2.9 Tf 0 0 20 20 re W n 100 200 Td (a) Tj ET", "a 100,200 x2.9 clip 0 0 20 20"},
        {"0 0 20 20 re W n BT /F 10 Tf 100 200 Td ( ) Tj ET", "  100,200 x10 clip 0 0 20 20"},
        {"1 g BT /F 10 Tf 100 200 Td (a) Tj ET", "! text in a light colour, or where something else is painted"},
        {"1 g BT /F 10 Tf 100 200 Td ( ) Tj ET", "  100,200 x10 light 1"},
        {"/D gs BT /F 10 Tf 1 Tr (a) Tj ET", "! text in a light colour, or where something else is painted"},
        {"/D gs [] 0 d BT /F 10 Tf 1 Tr (a) Tj ET", "a 0,0 x10 mode 1"},
        {"BT /F 10 Tf 2 Tr 0.2 G (a) Tj ET", "a 0,0 x10 mode 2 edge 0.2"},
        {"BT /F 10 Tf -3 0 Td (a) Tj ET", "! text that reaches out of its page"},
        {"BT /F 10 Tf 597 0 Td (a) Tj ET", "! text that reaches out of its page"},
        {"BT /F 10 Tf 0 795 Td (a) Tj ET", "! text that reaches out of its page"},
        {"BT /F 10 Tf 0 -3 Td (a) Tj ET", "! text that reaches out of its page"},
        {"/OC /K BDC BT /F 10 Tf (a) Tj ET EMC", "a 0,0 x10"},
        {"/OC /A BDC EMC", "! marked content with a text of its own"},
        {"/OC /Z BDC EMC", "! a resource that is missing"},
        {"/OC BMC EMC", ""},
        {"0.1 0 0 0.1 0 0 cm /X Do", "! type that a form makes tiny"},
        {"0.01 0 0 1 0 0 cm /X Do", "! type that a form makes tiny"},
        {"0.3 0 0 0.3 0 0 cm /X Do", "in 6,8 x10 form 0,0 clip 5 6 85 96"},
        {"0 0 2 2 re W n /X Do", "! text that reaches out of its page"},
        {"/I1 cs 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light 0.5 after 0"},
        {"/I1 cs 0.5 0.5 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/I2 cs 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/I2 cs 0.5 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/I3 cs 0.5 0.5 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/I4 cs 0.5 0.5 0.5 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light 0.25 after 0"},
        {"/I4 cs 0.5 0.5 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/I5 cs 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/I6 cs 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/CG cs 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light 0.5 after 0"},
        {"/CR cs 0.5 0.5 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light 0.5 after 0"},
        {"/L cs 0.5 0.5 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/E cs 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/Q cs 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/R cs 0.5 0.5 0.5 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light 0.25 after 0"},
        {"/CalGray cs 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light 0.5 after 0"},
        {"/CalRGB cs 0.5 0.5 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light 0.5 after 0"},
        {"/Nothing cs 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/DeviceRGB cs 0.5 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/I1 cs 0 0 9 9 re f", "shape 0 0 9 9 light 0 after 0"},
        {"/I2 cs 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/I4 cs 0 0 9 9 re f", "shape 0 0 9 9 light 0 after 0"},
        {"/R cs 0 0 9 9 re f", "shape 0 0 9 9 light 0 after 0"},
        {"/CG cs 0 0 9 9 re f", "shape 0 0 9 9 light 0 after 0"},
        {"0 1 -1 0 100 0 cm /X Do", "! text that is turned, mirrored or aslant"},
        {"0.5 g /DeviceGray cs 0 0 9 9 re f", "shape 0 0 9 9 light 0 after 0"},
        {"BT /F 10 Tf 0 1 -1 0 0 0 Tm (a) Tj ET", "! text that is turned, mirrored or aslant"},
        {"0 1 -1 0 0 0 cm BT /F 10 Tf 0 -1 1 0 0 0 Tm (a) Tj ET", "a 0,0 x10"},
        {"BT /F 10 Tf 1 0.0099 0 1 100 200 Tm (a) Tj ET", "a 100,200 x10"},
        {"BT /F 10 Tf 1 -0.0101 0 1 100 200 Tm (a) Tj ET", "! text that is turned, mirrored or aslant"},
        {"BT /F 10 Tf 1 0 -0.49 1 100 200 Tm (a) Tj ET", "a 100,200 x10"},
        {"BT /F 10 Tf 1 0 -0.51 1 100 200 Tm (a) Tj ET", "! text that is turned, mirrored or aslant"},
        {"0 0 8 9 re 40 w S", "shape -20 -20 28 29 light -1 after 0"},
        {"0.1 0 0 0.1 0 0 cm 20 w 100 100 100 100 re S",
         "shape 9 9 21 11 light 0 after 0 | shape 9 19 21 21 light 0 after 0 | shape 9 9 11 21 light 0 after 0 | "
         "shape 19 9 21 21 light 0 after 0"},
        {"0.1 0 0 0.1 0 0 cm 21 w 100 100 100 100 re S", "shape 8.95 8.95 21.05 21.05 light -1 after 0"},
        {"0 0 m 9 1 l 0 2 l 9 3 l S", "shape -0.5 -0.5 9.5 3.5 light -1 after 0"},
        {"0 0 m 9 9 l S", "shape -0.5 -0.5 9.5 9.5 light -1 after 0"},
        {"0.4 G 2 w 0 5 m 9 5 l S 5 0 m 5 9 l S",
         "shape -1 4 10 6 light 0.4 after 0 | shape 4 -1 6 10 light 0.4 after 0"},
        {"0 0 m 10 0 l 10 10 l 0 10 l 0 0 l W n BT /F 10 Tf 100 200 Td (a) Tj ET",
         "a 100,200 x10 hidden clip 0 0 10 10"},
        {"10 0 m 0 0 l 0 10 l 10 10 l h W n BT /F 10 Tf 2 1 Td (a) Tj ET", "a 2,1 x10 clip 0 0 10 10"},
        {"0 0 9 20 re W n 0 0 20 9 re W n BT /F 10 Tf 2 1 Td (a) Tj ET", "a 2,1 x10 clip 0 0 20 9 clip 0 0 9 20"},
        {"20 20 -20 -20 re W n BT /F 10 Tf 2 1 Td (a) Tj ET", "a 2,1 x10 clip 0 0 20 20"},
        {"0 0 m 9 9 l 1 1 m 8 8 l W n BT /F 10 Tf 2 1 Td (a) Tj ET", "! text that is cut by a clip"},
        {"1 1 m 2 2 m 3 3 l 2.5 w S", "shape 0.75 0.75 4.25 4.25 light -1 after 0"},
        {"1 1 m 2 2 l h h 2.5 w S", "shape -0.25 -0.25 3.25 3.25 light -1 after 0"},
        {"1 1 m 9 1 l 9 9 l h 5 5 m 6 6 l h 2.5 w S", "shape -0.25 -0.25 10.25 10.25 light -1 after 0"},
        {"W n BT /F 10 Tf (a) Tj ET", "a 0,0 x10"},
        {"1 1 l S", "! a path that begins nowhere"},
        {"0 0 100 100 re f", "shape 0 0 100 100 light 0 after 0"},
        {"0 0 100 100 re F", "shape 0 0 100 100 light 0 after 0"},
        {"0 0 100 100 re f*", "shape 0 0 100 100 light 0 after 0"},
        {"0 0 100 100 re S",
         "shape -0.5 -0.5 100.5 0.5 light 0 after 0 | shape -0.5 99.5 100.5 100.5 light 0 after 0 | "
         "shape -0.5 -0.5 0.5 100.5 light 0 after 0 | shape 99.5 -0.5 100.5 100.5 light 0 after 0"},
        {"3 w 0 0 100 100 re S", "shape -1.5 -1.5 101.5 101.5 light -1 after 0"},
        {"2.5 w 10 10 m 100 10 l S", "shape 8.75 8.75 101.25 11.25 light -1 after 0"},
        {"/W gs 0 0 100 100 re S", "shape -2 -2 102 102 light -1 after 0"},
        {"3 w 0 0 100 100 re B", "shape 0 0 100 100 light 0 after 0 | shape -1.5 -1.5 101.5 101.5 light -1 after 0"},
        {"3 w 0 0 m 100 0 l 100 100 l s", "shape -1.5 -1.5 101.5 101.5 light -1 after 0"},
        {"3 w 0 0 m 100 0 l 100 100 l b",
         "shape 0 0 100 100 light 0 after 0 | shape -1.5 -1.5 101.5 101.5 light -1 after 0"},
        {"3 w 0 0 100 100 re B*", "shape 0 0 100 100 light 0 after 0 | shape -1.5 -1.5 101.5 101.5 light -1 after 0"},
        {"3 w 0 0 100 100 re b*", "shape 0 0 100 100 light 0 after 0 | shape -1.5 -1.5 101.5 101.5 light -1 after 0"},
        {"3 0 0 3 0 0 cm 10 10 m 100 10 l S", "shape 28.5 28.5 301.5 31.5 light -1 after 0"},
        {"f", ""},
        {"BT /F 10 Tf (a) Tj ET 50 0 9 9 re f BT (b) Tj ET 55 5 m 59 9 l 59 5 l f",
         "a 0,0 x10 | b 0,0 x10 | shape 50 0 59 9 light 0 after 1 | shape 55 5 59 9 light 0 after 2"},
        {"0.5 g 0.2 G BT /F 10 Tf (a) Tj 1 Tr (b) Tj ET", "a 0,0 x10 light 0.5 | b 5,0 x10 mode 1 light 0.2"},
        {"1 0 0 rg 0 0 9 9 re f", "shape 0 0 9 9 light 0.3 after 0"},
        {"0 1 0 rg 0 0 9 9 re f", "shape 0 0 9 9 light 0.59 after 0"},
        {"0 0 1 rg 0 0 9 9 re f", "shape 0 0 9 9 light 0.11 after 0"},
        {"2 -1 0 rg 0 0 9 9 re f", "shape 0 0 9 9 light 0.3 after 0"},
        {"0 0 0 1 k 0 0 9 9 re f", "shape 0 0 9 9 light 0 after 0"},
        {"1 0 0 0 k 0 0 9 9 re f", "shape 0 0 9 9 light 0.7 after 0"},
        {"0 0 0 0.5 k 0 0 9 9 re f", "shape 0 0 9 9 light 0.5 after 0"},
        {"/DeviceGray cs 0.3 sc 0 0 9 9 re f", "shape 0 0 9 9 light 0.3 after 0"},
        {"/DeviceRGB cs 0 0 9 9 re f 1 1 1 scn 0 0 9 9 re f",
         "shape 0 0 9 9 light 0 after 0 | shape 0 0 9 9 light 1 after 0"},
        {"/DeviceCMYK cs 0 0 0 0.2 sc 0 0 9 9 re f", "shape 0 0 9 9 light 0.8 after 0"},
        {"/C cs 1 1 1 sc 0 0 9 9 re f", "shape 0 0 9 9 light 1 after 0"},
        {"/C cs 1 sc 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/D cs 1 1 1 sc 0 0 9 9 re f", "shape 0 0 9 9 light 1 after 0"},
        {"/P cs 0 0 9 9 re f /A scn 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0 | shape 0 0 9 9 light -1 after 0"},
        {"/Pattern cs /A scn 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"0.5 g q 1 g Q 0 0 9 9 re f", "shape 0 0 9 9 light 0.5 after 0"},
        {"0.2 0.2 0.2 RG 0 0 9 9 re f BT 50 0 Td /F 10 Tf 1 Tr (a) Tj ET",
         "a 50,0 x10 mode 1 light 0.2 | shape 0 0 9 9 light 0 after 0"},
        {"/DeviceRGB CS 0.2 0.2 0.2 SC BT /F 10 Tf (a) Tj 2 Tr (b) Tj ET", "a 0,0 x10 | b 5,0 x10 mode 2 edge 0.2"},
        {"/DeviceRGB CS 0.2 0.2 0.2 SCN BT /F 10 Tf 1 Tr (a) Tj 2 Tr (b) Tj ET",
         "a 0,0 x10 mode 1 light 0.2 | b 5,0 x10 mode 2 edge 0.2"},
        {"[9 9] 0 d [] 0 d BT /F 10 Tf 1 Tr (a) Tj ET", "a 0,0 x10 mode 1"},
        {"[9 9] 0 d BT /F 10 Tf 1 Tr (a) Tj ET", "! text in a light colour, or where something else is painted"},
        {"1 G BT /F 10 Tf 2 Tr (a) Tj ET", "! text in a light colour, or where something else is painted"},
        {"0 0 0 1 K BT /F 10 Tf 1 Tr (a) Tj ET", "a 0,0 x10 mode 1"},
        {"/T gs 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/U gs 0 0 9 9 re f BT 50 0 Td /F 10 Tf (a) Tj 1 Tr (b) Tj ET",
         "! text in a light colour, or where something else is painted"},
        {"/B gs 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"/N gs 0 0 9 9 re f", "shape 0 0 9 9 light 0 after 0"},
        {"/S gs 0 0 9 9 re f", "shape 0 0 9 9 light -1 after 0"},
        {"q /S gs Q 0 0 9 9 re f", "shape 0 0 9 9 light 0 after 0"},
        {"/E gs", "! a graphics state with a font"},
        {"/A gs", "! a graphics state with a font"},
        {"/Z gs", "! a resource that is missing"},
        {"/A sh", "shape -1e+06 -1e+06 1e+06 1e+06 light -1 after 0"},
        {"sc", "! an operator without its operands"},
        {"(a) sc", "! an operator without its operands"},
        {"1 2 g", "! an operator without its operands"},
        {"g", "! an operator without its operands"},
        {"/A g", "! an operator without its operands"},
        {"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 n", "! an operator without its operands"},
        {"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 n", "! more operands than an operator has"},
        {"1 (a) 2 /B n", "! an operator without its operands"},
        {"1 2 3 4 5 cm", "! an operator without its operands"},
        {"1 2 3 4 5 6 7 cm", "! an operator without its operands"},
        {"1 m", "! an operator without its operands"},
        {"(a) 1 m", "! an operator without its operands"},
        {"1 2 3 re", "! an operator without its operands"},
        {"1 2 3 4 5 c", "! an operator without its operands"},
        {"1 2 3 v", "! an operator without its operands"},
        {"1 h", "! an operator without its operands"},
        {"1 W", "! an operator without its operands"},
        {"1 BT", "! an operator without its operands"},
        {"BT 1 ET", "! an operator without its operands"},
        {"1 q", "! an operator without its operands"},
        {"/A w", "! an operator without its operands"},
        {"1 J 1 j 1 M 1 i /A ri", ""},
        {"/A J", "! an operator without its operands"},
        {"[1] 0 d [] 0 d [(a) 1] 0 d", ""},
        {"[1] d", "! an operator without its operands"},
        {"[1] [2] 0 d", "! an operator with two arrays"},
        {"[/A] 0 d", "! an array that is not of numbers and strings"},
        {"[[1]] 0 d", "! an array that is not of numbers and strings"},
        {"[true] 0 d", "! an array that is not of numbers and strings"},
        {"[1", "! an array that is not of numbers and strings"},
        {"] 0 d", "! brackets that do not match"},
        {">>", "! brackets that do not match"},
        {"<<", "! brackets that do not match"},
        {"true n", "! an operator that is not known"},
        {"null n", "! an operator that is not known"},
        {"1 0 R n", "! an operator that is not known"},
        {"zz", "! an operator that is not known"},
        {"abcd", "! an operator that is not known"},
        {"/P BMCs", "! an operator that is not known"},
        {"/P BMCs /P BMC", "! an operator that is not known"},
        {"BT /F 10 Tf (a) Tj\xE9 ET q", "! a byte that has no place there"},
        {"qq", "! an operator that is not known"},
        {"BX", "! an operator that is not known"},
        {"BI", "! an operator that is not known"},
        {"1", "! content that ends within an operator"},
        {"(a)", "! content that ends within an operator"},
        {"q/F 10 Tf BT(a)Tj[(b)]TJ ET Q", "a 0,0 x10 | b 5,0 x10"},
        {"BT/F 10 Tf(a)Tj<61>Tj[<62>-3<63>]TJ ET", "a 0,0 x10 | a 5,0 x10 | b_c 10,0 x10"},
        {"BT /F 10 Tf (\\(a\\)) Tj (\\141) Tj ET", "(a) 0,0 x10 | a 15,0 x10"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_content(table[i][0], table[i][1]);
    return check_result();
}
