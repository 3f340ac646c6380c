/* The reader that needs no PDFium: the pages of a document, its structure tree, its fonts and their tables, from small
 * files and with the reason for which one that is not in form is given up. */
#include "small_pdf.h"

static const char no_number[] = "! a value that is no number", no_whole[] = "! a value that is no whole number";

/* Pages: the object of each and its box; 'r' where it has resources. */
static void look_at_pages(ofs_own *own, check_words *out)
{
    ofs_own_read_xref(own);
    own->catalog = &ofs_own_load(own, 1)->value;
    ofs_own_read_pages(own);
    for (uint32_t i = 0; i < own->leaf_count; i++) {
        const ofs_own_leaf *leaf = &own->leaves[i];
        check_add(out, "%u%s %g %g %g %g", (unsigned)leaf->object->number, leaf->resources ? "r" : "",
                  (double)leaf->box.left, (double)leaf->box.bottom, (double)leaf->box.right, (double)leaf->box.top);
        check_add(out, i + 1 < own->leaf_count ? " | " : "");
    }
}

static void test_pages(void)
{
    static const char text[] =
        "%PDF-1.7\n1 0 obj\n<</Pages 2 0 R>>\nendobj\n"
        "2 0 obj\n<</Type/Pages/Count 3/Kids[3 0 R 4 0 R]/MediaBox[0 0 90 80]>>\nendobj\n"
        "3 0 obj\n<</Type/Page/CropBox[10 -5 95 70]>>\nendobj\n"
        "4 0 obj\n<</Type/Pages/Count 2/Kids[5 0 R 6 0 R]/Resources<<>>/Rotate 0>>\nendobj\n"
        "5 0 obj\n<</Type/Page>>\nendobj\n6 0 obj\n<</Type/Page/MediaBox[1. 2 7 0 R 4]>>\nendobj\n7 0 obj\n8.5\nendobj\n"
        "xref\n0 8\n0000000000 65535 f \n{o1} 00000 n \n{o2} 00000 n \n{o3} 00000 n \n{o4} 00000 n \n{o5} 00000 n \n"
        "{o6} 00000 n \n{o7} 00000 n \ntrailer\n<</Size 8>>\nstartxref\n{x1}\n%%EOF\n";
    static const char read[] = "3 10 0 90 70 | 5r 0 0 90 80 | 6r 1 2 8.5 4",
                      turned[] = "! a page that is turned or scaled", size[] = "! a page without a plain size",
                      count[] = "! a tree of pages with a wrong count",
                      form[] = "! a tree of pages that is not in form";
    static const change changes[] = {
        {"Count 3", "Count 3", read},
        {"Count 3", "Count 2", count},
        {"Count 3", "Count 4", count},
        {"Count 3", "Count -1", form},
        {"Count 3", "Count 3.", no_whole},
        {"Count 3/", "", form},
        {"Count 2", "Count 1", count},
        {"Count 2/Kids[5 0 R 6 0 R]", "Count 0/Kids[]", count},
        {"Count 2/Kids[5 0 R 6 0 R]", "Count 2/Kids 5 0 R", form},
        {"Count 2/Kids[5 0 R 6 0 R]", "Count 2", form},
        {"Count 2/Kids[5 0 R 6 0 R]", "Count 2/Kids[5 0 R 7 0 R]", form},
        {"Count 2/Kids[5 0 R 6 0 R]", "Count 2/Kids[5 0 R<<>>]", form},
        {"Count 2/Kids[5 0 R 6 0 R]", "Count 2/Kids[4 0 R]", "! a tree of pages that is too deep"},
        {"4 0 obj\n<</Type/Pages", "4 0 obj\n<<", form},
        {"4 0 obj\n<</Type/Pages", "4 0 obj\n<</Type/Page", form},
        {"5 0 obj\n<</Type/Page", "5 0 obj\n<</Type/Page/Kids[]", form},
        {"5 0 obj\n<</Type/Page", "5 0 obj\n<</Type/Page/UserUnit 2", turned},
        {"Rotate 0", "Rotate 90", turned},
        {"Rotate 0", "Rotate 0.", turned},
        {"[0 0 90 80]", "[0 0 90]", size},
        {"[0 0 90 80]", "[0 0 90 80 1]", size},
        {"[0 0 90 80]", " 9", size},
        {"[0 0 90 80]", "[0 0 /A 80]", no_number},
        {"/MediaBox[0 0 90 80]", "", size},
        {"[0 0 90 80]", "[0 0 0 80]", size},
        {"[0 0 90 80]", "[0 0 90 0]", size},
        {"[0 0 90 80]", "[-9 -8 90 80]", "3 10 -5 90 70 | 5r -9 -8 90 80 | 6r 1 2 8.5 4"},
        {"[10 -5 95 70]", "[89 79 95 85]", "3 89 79 90 80 | 5r 0 0 90 80 | 6r 1 2 8.5 4"},
        {"[10 -5 95 70]", "[90 -5 95 70]", size},
        {"[10 -5 95 70]", "[10 80 95 90]", size},
        {"[10 -5 95 70]", "[-9 -5 0 70]", size},
        {"[10 -5 95 70]", "[-9 -5 10 0]", size},
        {"[10 -5 95 70]", "[-9 -5 -9 70]", size},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_pages, changes);
}

/* Nodes of each page: what an element is, with its level, then its depth; of content its id and depth. */
static void look_at_nodes(ofs_own *own, check_words *out)
{
    const ofs_pdf_page *page = &own->pdf->page;
    ofs_own_read_xref(own);
    own->catalog = &ofs_own_load(own, 1)->value;
    ofs_own_read_pages(own);
    for (uint32_t i = 0; i < own->leaf_count; i++) {
        ofs_pdf_clear_page(own->pdf, 0);
        ofs_own_read_nodes(own, &own->leaves[i]);
        check_add(out, i ? " |" : "");
        for (uint32_t k = 0; k < page->node_count; k++) {
            const ofs_pdf_node *node = &page->nodes[k];
            if (node->id == OFS_NONE)
                check_add(out, " %c%.0u@%u", "IGPHLilbTRCNX"[node->tag], (unsigned)node->level, (unsigned)node->depth);
            else
                check_add(out, " %d@%u", node->id, (unsigned)node->depth);
        }
    }
}

static void test_structure(void)
{
    static const char text[] =
        "%PDF-1.7\n1 0 obj\n<</Pages 2 0 R/StructTreeRoot 3 0 R/MarkInfo<</Marked true>>>>\nendobj\n"
        "2 0 obj\n<</Type/Pages/Count 2/Kids[8 0 R 9 0 R]/MediaBox[0 0 90 80]>>\nendobj\n"
        "3 0 obj\n<</Type/StructTreeRoot/K[5 0 R]/ParentTree 4 0 R/RoleMap<</Body/H2>>>>\nendobj\n"
        "4 0 obj\n<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>\nendobj\n"
        "5 0 obj\n<</S/Document/P 3 0 R/K[6 0 R 7 0 R]>>\nendobj\n"
        "6 0 obj\n<</S/P/P 5 0 R/Pg 8 0 R/K 0>>\nendobj\n"
        "7 0 obj\n<</S/Body/P 5 0 R/Pg 8 0 R/K[1<</Type/MCR/MCID 3/Pg 9 0 R>><</Type/MCR/MCID 4>>]>>\nendobj\n"
        "8 0 obj\n<</Type/Page/StructParents 0>>\nendobj\n9 0 obj\n<</Type/Page/StructParents 2>>\nendobj\n"
        "xref\n0 10\n0000000000 65535 f \n{o1} 00000 n \n{o2} 00000 n \n{o3} 00000 n \n{o4} 00000 n \n{o5} 00000 n \n"
        "{o6} 00000 n \n{o7} 00000 n \n{o8} 00000 n \n{o9} 00000 n \ntrailer\n<</Size 10>>\nstartxref\n{x1}\n%%EOF\n";
    static const char read[] = " G@1 P@2 0@3 H2@2 1@3 4@3 | G@1 H2@2 3@3", none[] = " |",
                      form[] = "! a tree of numbers that is not in form",
                      order[] = "! a tree of numbers that is not in order",
                      limits[] = "! a tree of numbers with wrong limits", oddly[] = "! a document that is marked oddly",
                      odd[] = "! marked content with an odd number", absent[] = "! an element that is missing",
                      nowhere[] = "! an element that stands nowhere";
    static const change changes[] = {
        {"Marked true", "Marked true", read},
        {"Marked true", "Marked 1", read},
        {"Marked true", "Marked false", none},
        {"Marked true", "Marked 0", none},
        {"Marked true", "Marked/true", none},
        {"/Marked true", "", none},
        {"/MarkInfo<</Marked true>>", "", none},
        {"/MarkInfo<</Marked true>>", "/MarkInfo[]", oddly},
        {"/StructTreeRoot 3 0 R", "", none},
        {"/StructTreeRoot 3 0 R", "/StructTreeRoot<</K 5 0 R/ParentTree 4 0 R>>",
         "! a structure tree that is not in form"},
        {"<</Type/StructTreeRoot/K[5 0 R]/ParentTree 4 0 R/RoleMap<</Body/H2>>>>", "[]",
         "! a structure tree that is not in form"},
        {"/K[5 0 R]", "", none},
        {"/K[5 0 R]", "/K 5 0 R", read},
        {"/K[5 0 R]", "/K[6 0 R 5 0 R]", read},
        {"/K[5 0 R]", "/K[]", none},
        {"/ParentTree 4 0 R", "", none},
        {"/RoleMap<</Body/H2>>", "", " G@1 P@2 0@3 I@2 1@3 4@3 | G@1 I@2 3@3"},
        {"/Body/H2", "/Body(H2)", " G@1 P@2 0@3 I@2 1@3 4@3 | G@1 I@2 3@3"},
        {"/Body/H2", "/Bod/H2", " G@1 P@2 0@3 I@2 1@3 4@3 | G@1 I@2 3@3"},
        {"/Body/H2", "/Body/AveryVeryLongNameOfARole", " G@1 P@2 0@3 I@2 1@3 4@3 | G@1 I@2 3@3"},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "[]", form},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<<>>", none},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums 0>>", form},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[]/Kids[]>>", form},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Kids 7>>", form},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Kids[null]>>", form},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Kids[4 0 R]>>", form},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>",
         "<</Kids[<</Nums[0[6 0 R 7 0 R]]>><</Limits[2 2]/Nums[2[null 7 0 R]]>>]/Limits[0 2]>>", read},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Kids[<</Nums[2[null 7 0 R]]>><</Nums[0[6 0 R 7 0 R]]>>]>>",
         order},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 1[] 2[null 7 0 R]]>>", read},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 1[] 2[null 7 0 R] 3[] 4[] 5[]]>>", read},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 1[] 3[] 4[]]>>",
         " G@1 P@2 0@3 H2@2 1@3 4@3 |"},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]/Limits[0 2]>>", read},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]/Limits[-1 9]>>", read},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]/Limits[1 2]>>", limits},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]/Limits[0 1]>>", limits},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]/Limits[0]>>", limits},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]/Limits[0. 2]>>", limits},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]/Limits[0 2.]>>", limits},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]/Limits 9>>", limits},
        {"<</Nums[0[6 0 R 7 0 R] 2[null 7 0 R]]>>", "<</Nums[]/Limits[5 6]>>", none},
        {"2[null 7 0 R]", "1[6 0 R] 2[null 7 0 R] 3[]", read},
        {"2[null 7 0 R]", "2", form},
        {"2[null 7 0 R]", "0[null 7 0 R]", order},
        {"2[null 7 0 R]", "2.[null 7 0 R]", order},
        {"2[null 7 0 R]", "null[null 7 0 R]", order},
        {"0[6 0 R 7 0 R]", "-1[] 0[6 0 R 7 0 R]", order},
        {"2[null 7 0 R]", "2 7 0 R", " G@1 P@2 0@3 H2@2 1@3 4@3 |"},
        {"2[null 7 0 R]", "2[5 7 0 R]", "! a tree of parents that names no elements"},
        {"2[null 7 0 R]", "2[99 0 R 7 0 R]", read},
        {"2[null 7 0 R]", "2[10 0 R 7 0 R]", read},
        {"[6 0 R 7 0 R] 2", "[6 0 R] 2", " G@1 P@2 0@3 | G@1 H2@2 3@3"},
        {"[6 0 R 7 0 R] 2", "[2 0 R] 2", "! an element without a type"},
        {"[6 0 R 7 0 R] 2", "[4 0 R] 2", "! an element without a type"},
        {"/S/P/P", "/S(P)/P", "! an element without a type"},
        {"6 0 obj\n<</S/P/P 5 0 R/Pg 8 0 R/K 0>>", "6 0 obj\n7", absent},
        {"/S/P/P 5 0 R", "/S/P", " G@1 H2@2 1@3 4@3 | G@1 H2@2 3@3"},
        {"/S/P/P 5 0 R", "/S/P/P<<>>", nowhere},
        {"/S/P/P 5 0 R", "/S/P/P 6 0 R", " G@1 H2@2 1@3 4@3 | G@1 H2@2 3@3"},
        {"/S/P/P 5 0 R", "/S/P/P 3 0 R", " G@1 H2@2 1@3 4@3 | G@1 H2@2 3@3"},
        {"/K 0>>", "/K 0/Pg2 9 0 R>>", read},
        {"Pg 8 0 R/K 0", "Pg 9 0 R/K 0", " G@1 P@2 H2@2 1@3 4@3 | G@1 H2@2 3@3"},
        {"Pg 8 0 R/K 0", "K 0", " G@1 P@2 H2@2 1@3 4@3 | G@1 H2@2 3@3"},
        {"/K 0>>", "/K[0]>>", read},
        {"/K 0>>", "/K[]>>", " G@1 P@2 H2@2 1@3 4@3 | G@1 H2@2 3@3"},
        {"/K 0>>", ">>", " G@1 P@2 H2@2 1@3 4@3 | G@1 H2@2 3@3"},
        {"/K 0>>", "/K[null 0]>>", read},
        {"/K 0>>", "/K[10 0 R 0]>>", "! a reference to an object that is missing"},
        {"/K 0>>", "/K[/A 0]>>", "! an element with an odd child"},
        {"/K 0>>", "/K[0.]>>", "! an element with an odd child"},
        {"/K 0>>", "/K<</Type/OBJR/MCID 0>>>>", " G@1 P@2 H2@2 1@3 4@3 | G@1 H2@2 3@3"},
        {"/K 0>>", "/K<</Type/MCR/MCID 0>>>>", read},
        {"/K 0>>", "/K -1>>", odd},
        {"/K 0>>", "/K 1073741824>>", " G@1 P@2 1073741824@3 H2@2 1@3 4@3 | G@1 H2@2 3@3"},
        {"/K 0>>", "/K 1073741825>>", odd},
        {"/K 0>>", "/K<</Type/MCR>>>>", odd},
        {"/K 0>>", "/K<</Type/MCR/MCID 0.>>>>", odd},
        {"/K[6 0 R 7 0 R]", "/K[7 0 R 6 0 R]", " G@1 H2@2 1@3 4@3 P@2 0@3 | G@1 H2@2 3@3"},
        {"/K[6 0 R 7 0 R]", "/K[6 0 R 7 0 R 9]/Pg 9 0 R", " G@1 P@2 0@3 H2@2 1@3 4@3 | G@1 H2@2 3@3 9@2"},
        {"StructParents 0", "StructParents 1", " | G@1 H2@2 3@3"},
        {"StructParents 0", "StructParents -1", " | G@1 H2@2 3@3"},
        {"StructParents 0", "StructParents 0.", no_whole},
        {"/StructParents 0", "", " | G@1 H2@2 3@3"},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_nodes, changes);
}

/* A table of characters: each code with what it stands for; '?': no one character. Then the code of the space. */
static void look_at_characters(ofs_own *own, check_words *out)
{
    const ofs_own_unicodes *table = ofs_own_read_to_unicode(own, (ofs_own_bytes){own->data, own->length}, 0x1000);
    for (uint32_t code = 0; code < 0x10000; code++) {
        const uint16_t *block = table->blocks[code / OWN_GLYPH_BLOCK];
        uint16_t unicode = block ? block[code % OWN_GLYPH_BLOCK] : 0;
        if (unicode)
            check_add(out, unicode == 0xFFFF ? "%X=? " : "%X=%X ", (unsigned)code, (unsigned)unicode);
    }
    check_add(out, "space %X", (unsigned)table->space);
}

static void test_tables_of_characters(void)
{
    static const char form[] = "! a table of characters that is not in form", none[] = "space 0",
                      count[] = "! a table of characters with a wrong count",
                      range[] = "! a table of characters with an odd range",
                      word[] = "! a table of characters with a word that is not known";
    static const char *const table[][2] = {
        {"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <FF> "
         "endcodespacerange <</A 1>> endcmap CMapName currentdict /CMap defineresource pop end end",
         none},
        {"2 beginbfchar <05> <0048> <0006> <0065> endbfchar", "5=48 6=65 space 0"},
        {"0 beginbfchar endbfchar", none},
        {"1 beginbfchar <05> <0048> <0006> <0065> endbfchar", count},
        {"2 beginbfchar <05> <0048> endbfchar", form},
        {"-1 beginbfchar endbfchar", word},
        {"beginbfchar endbfchar", word},
        {"1. beginbfchar <05> <0048> endbfchar", word},
        {"endbfchar", word},
        {"1 beginbfrange <05> <07> <0048> endbfrange", "5=48 6=49 7=4A space 0"},
        {"2 beginbfrange <05> <05> <0048> <08> <09> <0020> endbfrange", "5=48 8=20 9=21 space 8"},
        {"1 beginbfrange <05> <07> [<0048> <0065> <006C>] endbfrange", "5=48 6=65 7=6C space 0"},
        {"1 beginbfrange <05> <07> [<0048> <0065>] endbfrange", form},
        {"1 beginbfrange <05> <06> [<0048> <0065> <006C>] endbfrange", range},
        {"1 beginbfrange <06> <05> <0048> endbfrange", range},
        {"1 beginbfrange <00FF> <0100> <0048> endbfrange", range},
        {"1 beginbfrange <0100> <01FF> <0048> endbfrange 1 beginbfrange <0101> <01FF> <0049> endbfrange", NULL},
        {"1 beginbfrange <010000> <010001> <0048> endbfrange", range},
        {"1 beginbfrange <FFFE> <FFFF> <0048> endbfrange", none},
        {"1 beginbfrange <05> <06> <0048> <07> endbfrange", count},
        {"1 beginbfrange <05> <06> <FFFE> endbfrange", "5=FFFE 6=? space 0"},
        {"1 beginbfrange <05> <06> <004800> endbfrange", "5=? 6=? space 0"},
        {"1 beginbfchar <05> <48> endbfchar", "5=? space 0"},
        {"1 beginbfchar <05> <00480065> endbfchar", "5=? space 0"},
        {"1 beginbfchar <05> <00000000000000000048> endbfchar", "5=? space 0"},
        {"1 beginbfchar <0000000000000005> <0048> endbfchar", "5=48 space 0"},
        {"1 beginbfchar <000000000000000005> <0048> endbfchar", none},
        {"1 beginbfchar (5) <0048> endbfchar", form},
        {"1 beginbfchar 5 <0048> endbfchar", form},
        {"1 beginbfchar <05> /H endbfchar", form},
        {"2 beginbfchar <05> <0048> <05> <0048> endbfchar", "5=48 space 0"},
        {"2 beginbfchar <05> <0048> <05> <0049> endbfchar", "5=? space 0"},
        {"2 beginbfchar <0FFF> <0048> <1000> <0049> endbfchar", "FFF=48 space 0"},
        {"2 beginbfchar <07> <0020> <05> <0020> endbfchar", "5=20 7=20 space 5"},
        {"2 beginbfchar <05> <0020> <07> <0020> endbfchar", "5=20 7=20 space 5"},
        {"usecmap", word},
        {"[1]", word},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i][1])
            check_bytes(table[i][0], look_at_characters, table[i][0], strlen(table[i][0]), table[i][1]);
}

/* The font that is object 3: what it is, then its widths, and why it cannot be read. */
static void look_at_font(ofs_own *own, check_words *out)
{
    ofs_own_read_xref(own);
    const ofs_own_value *resources = &ofs_own_load(own, 1)->value;
    const ofs_own_value name = {.kind = OWN_NAME, .count = 1, .as.bytes = (const uint8_t *)"F"};
    const ofs_own_font *font = ofs_own_find_font(own, resources, &name);
    FUZZ_CHECK(ofs_own_find_font(own, resources, &name) == font && own->font_count == 1);
    check_add(out, "%s%s%s%s%s", font->is_wide ? "wide " : "", font->is_bold ? "bold " : "",
              font->is_symbols ? "symbols " : "", font->is_caps ? "caps " : "", font->is_absent ? "absent " : "");
    check_add(out, "%d, space %d", (int)font->default_width, (int)font->space_width);
    for (uint32_t i = 0; i < font->width_count; i++)
        check_add(out, " %u-%u:%d", (unsigned)font->widths[i].first, (unsigned)font->widths[i].last,
                  (int)font->widths[i].width);
    check_add(out, font->unknown ? ": %s" : "", font->unknown);
}

#define FONT_FILE                                                                                                 \
    "4 0 obj\n<</Flags 32/FontFile2 5 0 R>>\nendobj\n5 0 obj\n<</Length 4>>\nstream\nfile\nendstream\nendobj\n"   \
    "6 0 obj\n<</Length 35>>\nstream\n1 beginbfchar <07> <0020> endbfchar\nendstream\nendobj\n"                   \
    "xref\n0 7\n0000000000 65535 f \n{o1} 00000 n \n{o2} 00000 n \n{o3} 00000 n \n{o4} 00000 n \n{o5} 00000 n \n" \
    "{o6} 00000 n \ntrailer\n<</Size 7>>\nstartxref\n{x1}\n%%EOF\n"

static const char odd_width[] = "! a font with an odd width", no_name[] = "! a font without a plain name";

static void test_simple_fonts(void)
{
    static const char text[] =
        "%PDF-1.7\n1 0 obj\n<</Font<</F 3 0 R>>>>\nendobj\n2 0 obj\n600\nendobj\n"
        "3 0 obj\n<</Subtype/TrueType/BaseFont/Ayton/Encoding/WinAnsiEncoding/FontDescriptor 4 0 R/FirstChar 31/LastChar 33"
        "/Widths[500 250.9 2 0 R]>>\nendobj\n" FONT_FILE;
    static const char all[] = "0, space 250 31-31:500 32-32:250 33-33:600";
    static const char
        misfit[] = "0, space 0: a font whose widths do not fit its characters",
        encoding[] = "0, space 250 31-31:500 32-32:250 33-33:600: a font with an encoding that is not WinAnsi",
        symbol[] = "symbols 0, space 250 31-31:500 32-32:250 33-33:600: a font with an encoding that is not WinAnsi",
        kind[] = "0, space 250 31-31:500 32-32:250 33-33:600: a font that is not TrueType";
    static const change changes[] = {
        {"/Ayton", "/Ayton", all},
        {"/Ayton", "/Ayton-Bold", "bold 0, space 250 31-31:500 32-32:250 33-33:600"},
        {"/Ayton", "/Wingdings", "symbols 0, space 250 31-31:500 32-32:250 33-33:600"},
        {"/Ayton", "/Symbol", symbol},
        {"/Ayton", "/ABCDEF+Symbol", symbol},
        {"/Ayton", "/Symbol+ABCDEF", all},
        {"/Ayton", "(Ayton)", no_name},
        {"/BaseFont/Ayton", "", no_name},
        {"/WinAnsiEncoding", "/MacRomanEncoding", encoding},
        {"/Encoding/WinAnsiEncoding", "", encoding},
        {"Flags 32", "Flags 262176", "bold 0, space 250 31-31:500 32-32:250 33-33:600"},
        {"Flags 32", "Flags 65568", "caps 0, space 250 31-31:500 32-32:250 33-33:600"},
        {"/Flags 32", "", all},
        {"Flags 32", "Flags 32/FontFile 5 0 R", kind},
        {"Flags 32", "Flags 32/FontFile3 5 0 R", kind},
        {"Flags 32/FontFile2 5 0 R", "Flags 32/MissingWidth 77",
         "absent 77, space 250 31-31:500 32-32:250 33-33:600: a character in a font that is not embedded"},
        {"/WinAnsiEncoding/FontDescriptor 4 0 R", "/A", encoding},
        {"/FontDescriptor 4 0 R", "",
         "absent 0, space 250 31-31:500 32-32:250 33-33:600: a character in a font that is not embedded"},
        {"FirstChar 31", "FirstChar 32/A 1", misfit},
        {"FirstChar 31/LastChar 33", "FirstChar 30/LastChar 32", "0, space 600 30-30:500 31-31:250 32-32:600"},
        {"FirstChar 31/LastChar 33", "FirstChar 253/LastChar 255", "0, space 0 253-253:500 254-254:250 255-255:600"},
        {"FirstChar 31/LastChar 33", "FirstChar 254/LastChar 256", misfit},
        {"FirstChar 31/LastChar 33", "FirstChar -1/LastChar 1", misfit},
        {"FirstChar 31/LastChar 33", "LastChar 2", "0, space 0 0-0:500 1-1:250 2-2:600"},
        {"LastChar 33", "LastChar 34", misfit},
        {"LastChar 33", "LastChar 30", misfit},
        {"[500 250.9 2 0 R]", " 500", misfit},
        {"/Widths[500 250.9 2 0 R]", "", misfit},
        {"[500 250.9 2 0 R]", "[0 32000 2 0 R]", "0, space 32000 31-31:0 32-32:32000 33-33:600"},
        {"[500 250.9 2 0 R]", "[500 -1 2 0 R]", odd_width},
        {"[500 250.9 2 0 R]", "[500 32001 2 0 R]", odd_width},
        {"[500 250.9 2 0 R]", "[500/A 2 0 R]", no_number},
        {"/FirstChar 31/LastChar 33/Widths[500 250.9 2 0 R]", "/FirstChar 32/LastChar 32/Widths[9]/ToUnicode 6 0 R",
         "0, space 0 32-32:9"},
        {"/FirstChar 31/LastChar 33/Widths[500 250.9 2 0 R]", "/FirstChar 7/LastChar 7/Widths[9]/ToUnicode 6 0 R",
         "0, space 9 7-7:9"},
        {"/BaseFont", "/ToUnicode 2 0 R/BaseFont",
         "0, space 250 31-31:500 32-32:250 33-33:600: a font without a table of its characters"},
        {"/BaseFont", "/ToUnicode/Identity-H/BaseFont",
         "0, space 250 31-31:500 32-32:250 33-33:600: a font without a table of its characters"},
        {"/TrueType", "/Type1", "0, space 0: a font that is not TrueType"},
        {"/F 3 0 R", "/G 3 0 R", "! a font that is missing"},
        {"/F 3 0 R", "/F 2 0 R", "! a font that is missing"},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_font, changes);
}

static void test_wide_fonts(void)
{
    static const char text[] =
        "%PDF-1.7\n1 0 obj\n<</Font<</F 3 0 R>>>>\nendobj\n2 0 obj\n[<</Subtype/CIDFontType2/BaseFont/Ayton"
        "/CIDSystemInfo<</Ordering(Identity)>>/FontDescriptor 4 0 R/W[7[500 250]9 12 300]>>]\nendobj\n"
        "3 0 obj\n<</Subtype/Type0/Encoding/Identity-H/DescendantFonts 2 0 R/ToUnicode 6 0 R>>\nendobj\n" FONT_FILE;
    static const char all[] = "wide 1000, space 500 7-7:500 8-8:250 9-12:300",
                      encoding[] = "wide 1000, space 500 7-7:500 8-8:250 9-12:300: a font with an encoding that is not "
                                   "Identity-H",
                      one[] = "! a font without its one descendant";
    static const change changes[] = {
        {"[7[500 250]9 12 300]", "[7[500 250]9 12 300]", all},
        {"/Ayton", "/Ayton,Bold", "wide bold 1000, space 500 7-7:500 8-8:250 9-12:300"},
        {"/Ayton", "/Wingdings", "wide symbols 1000, space 500 7-7:500 8-8:250 9-12:300"},
        {"/BaseFont/Ayton", "", no_name},
        {"/W[7[500 250]9 12 300]", "/DW 444", "wide 444, space 444"},
        {"/W[7[500 250]9 12 300]", "/W 7", odd_width},
        {"[7[500 250]9 12 300]", "[]", "wide 1000, space 1000"},
        {"[7[500 250]9 12 300]", "[7]", odd_width},
        {"[7[500 250]9 12 300]", "[7 9]", odd_width},
        {"[7[500 250]9 12 300]", "[7[]]", "wide 1000, space 1000"},
        {"[7[500 250]9 12 300]", "[6 7 300]", "wide 1000, space 300 6-7:300"},
        {"[7[500 250]9 12 300]", "[7 8 300]", "wide 1000, space 300 7-8:300"},
        {"[7[500 250]9 12 300]", "[8 9 300 1[2]]", "wide 1000, space 1000 8-9:300 1-1:2"},
        {"[7[500 250]9 12 300]", "[7[500 -1]]", odd_width},
        {"[<</Subtype/CIDFontType2", "[2 0 R<</Subtype/CIDFontType2", one},
        {"/DescendantFonts 2 0 R", "/DescendantFonts[]", one},
        {"/DescendantFonts 2 0 R", "/DescendantFonts<<>>", one},
        {"/DescendantFonts 2 0 R", "", one},
        {"/Identity-H", "/Identity-V", encoding},
        {"/CIDFontType2", "/CIDFontType0", encoding},
        {"6 0 obj\n<</Length 35>>", "6 0 obj\n<</Length 35/Filter/FlateDecode/DecodeParms<</Predictor 12>>>>",
         "! a predictor where none is met"},
        {"6 0 obj\n<</Length 35>>", "6 0 obj\n<</Length 35/Filter/FlateDecode>>", "! a stream that does not inflate"},
        {"(Identity)", "(Identit)", encoding},
        {"(Identity)", "(Japan123)", encoding},
        {"(Identity)", "/Identity", encoding},
        {"(Identity)", "<49646564>", encoding},
        {"/CIDSystemInfo<</Ordering(Identity)>>", "", encoding},
        {"/W[", "/CIDToGIDMap/Identity/W[", all},
        {"/W[", "/CIDToGIDMap 5 0 R/W[",
         "wide 1000, space 500 7-7:500 8-8:250 9-12:300: a font with a map of its glyphs"},
        {"/ToUnicode 6 0 R", "",
         "wide 1000, space 1000 7-7:500 8-8:250 9-12:300: a font without a table of its characters"},
        {"/FontFile2 5 0 R", "",
         "wide absent 1000, space 500 7-7:500 8-8:250 9-12:300: a character in a font that is not embedded"},
        {NULL, NULL, NULL},
    };
    check_changes(text, look_at_font, changes);
}

/* A TrueType file: its tables, in one order. Numbers are of two bytes. */
typedef struct table {
    const char *tag;
    uint16_t at[32];
    uint32_t count;
} table;

/* Another number in a table; without a tag: nothing. */
typedef struct spot {
    const char *tag;
    uint32_t index;
    uint16_t number;
} spot;

/* Two segments: 'A' to 'C' are the glyphs 1 to 3; 'a' and 'b' are listed, as 2 and 3. */
static const table tables[] = {
    {"cmap",
     {0, 1, 3, 1, 0, 12, 4, 44, 0, 6, 0, 0, 0, 'C', 'b', 0xFFFF, 0, 'A', 'a', 0xFFFF, 0xFFC0, 0, 1, 0, 4, 0, 2, 3},
     28},
    {"glyf", {1, 100, (uint16_t)-50, 400, 600, 9, 2, 0, (uint16_t)-8, 1000, 700, 0, 0, 9, 9, 9, 9, 9, 9, 9}, 20},
    {"head", {[9] = 500, [25] = 0}, 27},
    {"hhea", {[17] = 2}, 18},
    {"hmtx", {0, 7, 0, 30, 40, 20}, 6},
    {"loca", {0, 0, 5, 6, 16 + 4}, 5},
    {"maxp", {0, 1, 4}, 3},
    {"post", {3, 0}, 2},
};

static uint32_t put(uint8_t *out, uint32_t n, uint32_t number)
{
    out[n] = (uint8_t)(number >> 8);
    out[n + 1] = (uint8_t)number;
    return n + 2;
}

static uint32_t put_long(uint8_t *out, uint32_t n, uint32_t number)
{
    return put(out, put(out, n, number >> 16), number);
}

static uint32_t write_font(uint8_t *out, const spot *spots)
{
    enum { TABLES = sizeof tables / sizeof *tables };
    uint32_t n = put(out, put_long(out, 0, 0x10000), TABLES), at = 12 + 16 * TABLES;
    for (int i = 0; i < 3; i++)
        n = put(out, n, 0);
    for (int i = 0; i < TABLES; i++) {
        uint32_t start = at, sum = 0;
        for (uint32_t k = 0; k < tables[i].count; k++) {
            uint16_t number = tables[i].at[k];
            for (const spot *s = spots; s->tag; s++)
                if (strcmp(s->tag, tables[i].tag) == 0 && s->index == k)
                    number = s->number;
            at = put(out, at, number);
            sum += k % 2 ? number : (uint32_t)number << 16;
        }
        memcpy(out + n, tables[i].tag, 4);
        n = put_long(out, put_long(out, put_long(out, n + 4, sum), start), at - start);
    }
    return at;
}

/* The glyphs of some characters, and each glyph's box. */
static void look_at_glyphs(ofs_own *own, check_words *out)
{
    const ofs_own_truetype *font = ofs_own_read_truetype(own, (ofs_own_bytes){own->data, own->length});
    for (const char *c = "@ABCDabc"; *c; c++)
        check_add(out, "%u", (unsigned)ofs_own_glyph_of(font, (uint32_t)*c));
    check_add(out, font->has_names ? " names" : "");
    for (uint32_t i = 0; i < font->glyph_count; i++) {
        ofs_own_glyph glyph = {.left = 1};
        ofs_own_measure(own, font, i, &glyph);
        check_add(out, " | %d %d %d %d", glyph.left, glyph.right, glyph.bottom, glyph.top);
    }
}

static void check_font(const char *want, const spot *spots)
{
    char what[100] = "a font";
    static uint8_t bytes[2048];
    if (spots->tag)
        snprintf(what, sizeof what, "a font whose %s has %u as its number %u", spots->tag, (unsigned)spots->number,
                 (unsigned)spots->index);
    check_bytes(what, look_at_glyphs, bytes, write_font(bytes, spots), want);
}

static void test_glyphs(void)
{
    static const char agree[] = "! a font whose tables do not agree",
                      mapped[] = "! a font whose characters are mapped in another way",
                      outside[] = "! a font with a table outside its file", glyph[] = "! a glyph outside its font";
    static const struct {
        const char *want;
        spot spots[6];
    } cases[] = {
        {"01230230 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{NULL, 0, 0}}},
        {"01230230 names | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"post", 0, 2}}},
        {agree, {{"head", 9, 15}}},
        {"01230230 | 0 0 0 0 | 1875 20625 -3124 32767 | 0 0 0 0 | 1250 32767 -499 32767", {{"head", 9, 16}}},
        {"01230230 | 0 0 0 0 | 2 20 -2 37 | 0 0 0 0 | 1 62 0 43", {{"head", 9, 16384}}},
        {agree, {{"head", 9, 16385}}},
        {agree, {{"head", 25, 1}}},
        {agree, {{"head", 25, 2}}},
        {agree, {{"hhea", 17, 0}}},
        {"01230230 | 0 0 0 0 | 0 600 -99 1200 | 0 0 0 0 | 80 2080 -15 1400", {{"hhea", 17, 1}}},
        {"01230230 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 0 2000 -15 1400", {{"hhea", 17, 3}}},
        {agree, {{"hhea", 17, 4}}},
        {agree, {{"hhea", 17, 5}}},
        {"01230230 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0", {{"maxp", 2, 3}}},
        {agree, {{"maxp", 2, 5}}},
        {agree, {{"maxp", 2, 1}}},
        {glyph, {{"loca", 4, 21}}},
        {glyph, {{"loca", 2, 7}}},
        {"01230230 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 40 2040 -15 1400", {{"loca", 2, 4}}},
        {"01230230 | 0 0 0 0 | 0 0 0 0 | 0 0 0 0 | 40 2040 -15 1400", {{"glyf", 0, 0}}},
        {"01230230 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"glyf", 0, 0xFFFF}}},
        {outside, {{"cmap", 1, 65}}},
        {outside, {{"cmap", 1, 9}}},
        {"00000000 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 1, 0}}},
        {"00000000 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 2, 0}}},
        {"00000000 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 3, 10}}},
        {outside, {{"cmap", 5, 57}}},
        {outside, {{"cmap", 5, 41}}},
        {mapped, {{"cmap", 5, 40}}},
        {mapped, {{"cmap", 6, 6}}},
        {mapped, {{"cmap", 7, 45}}},
        {mapped, {{"cmap", 7, 39}}},
        {"01230000 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 7, 40}}},
        {mapped, {{"cmap", 9, 5}}},
        {mapped, {{"cmap", 9, 0}}},
        {mapped, {{"cmap", 9, 12}}},
        {"01230300 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 24, 6}}},
        {"01230000 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 24, 0xFFFF}}},
        {"01230340 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 21, 1}}},
        {"01230200 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 7, 43}}},
        {"01230300 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 27, 0}, {"cmap", 21, 1}}},
        {"00006796970 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 9, 4}}},
        {"01230230 | 14 614 -99 1200",
         {{"head", 25, 1}, {"maxp", 2, 1}, {"hhea", 17, 1}, {"loca", 2, 0}, {"loca", 3, 20}}},
        {"! a glyph outside its font",
         {{"head", 25, 1}, {"maxp", 2, 1}, {"hhea", 17, 1}, {"loca", 2, 0}, {"loca", 3, 41}}},
        {"01230230 | 0 0 0 0", {{"head", 25, 1}, {"maxp", 2, 1}, {"hhea", 17, 1}, {"loca", 1, 1}, {"loca", 2, 0}}},
        {"01200230 | 0 0 0 0 | 60 660 -99 1200 | 0 0 0 0 | 40 2040 -15 1400", {{"cmap", 13, 'B'}}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_font(cases[i].want, cases[i].spots);
}

/* A font of so many tables, none of them one that is needed, and so many bytes. */
static void test_short_fonts(void)
{
    static const char lacks[] = "! a font without a table that it needs", other[] = "! a font that is not TrueType";
    static const struct {
        uint32_t tables, bytes;
        const char *want;
    } cases[] = {{0, 11, other},           {0, 12, lacks}, {1, 27, other}, {1, 28, lacks}, {64, 12 + 64 * 16, lacks},
                 {65, 12 + 65 * 16, other}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static uint8_t bytes[2048];
        put(bytes, put_long(bytes, 0, 0x10000), cases[i].tables);
        check_bytes("a short font", look_at_glyphs, bytes, cases[i].bytes, cases[i].want);
    }
}

/* Which characters a table may give: of each code the reason for which it is not taken, without those whose font would
 * be asked next. */
static void look_at_plain(ofs_own *own, check_words *out)
{
    static const uint16_t edges[] = {' ',    'a',    0x58F,  0x590,  0x8FF,  0x900,  0x200D, 0x200E, 0x200F, 0x2010,
                                     0x2029, 0x202A, 0x202E, 0x202F, 0x2065, 0x2066, 0x2069, 0x206A, 0xD7FF, 0xD800,
                                     0xDFFF, 0xE000, 0xFAFF, 0xFB00, 0xFDFF, 0xFE00, 0xFE6F, 0xFE70, 0xFFFE};
    uint16_t block[OWN_GLYPH_BLOCK] = {0};
    ofs_own_unicodes unicodes = {.space = 0};
    ofs_own_font font = {.is_wide = 1, .unicodes = &unicodes, .default_width = 500, .is_absent = 1};
    unicodes.blocks[0] = block;
    uint32_t code = own->data[0];
    FUZZ_CHECK(code < sizeof edges / sizeof *edges);
    block[code] = edges[code];
    const ofs_own_glyph *glyph = ofs_own_glyph_at(own, &font, code);
    FUZZ_CHECK(glyph->is_known && glyph->unicode == edges[code] && ofs_own_glyph_at(own, &font, code) == glyph);
    check_add(out, "%x %d", (unsigned)glyph->unicode, glyph->advance);
}

static void test_plain_characters(void)
{
    static const char *const wants[] = {"20 500", "61 500",   "58f 500",  NULL, NULL, "900 500",  "200d 500", NULL,
                                        NULL,     "2010 500", "2029 500", NULL, NULL, "202f 500", "2065 500", NULL,
                                        NULL,     "206a 500", "d7ff 500", NULL, NULL, "e000 500", "faff 500", NULL,
                                        NULL,     "fe00 500", "fe6f 500", NULL, NULL};
    for (uint8_t code = 0; code < sizeof wants / sizeof *wants; code++) {
        char what[32];
        snprintf(what, sizeof what, "character %u", (unsigned)code);
        check_bytes(what, look_at_plain, &code, 1,
                    wants[code] ? wants[code] : "! a code that stands for no one plain character");
    }
}

/* Elements in one another: the page's nodes are as deep as they. */
static void test_deep_elements(void)
{
    static const struct {
        int depth;
        const char *want;
    } cases[] = {{2, " G@1 G@2 0@3"}, {33, NULL}, {34, "! elements that are nested too deeply"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static char text[8192];
        static file f;
        check_words want = {{0}, 0}, entries = {{0}, 0};
        int n = snprintf(text, sizeof text,
                         "%%PDF-1.7\n1 0 obj\n<</Pages 2 0 R/StructTreeRoot 3 0 R/MarkInfo<</Marked true>>>>\nendobj\n"
                         "2 0 obj\n<</Type/Pages/Count 1/Kids[5 0 R]/MediaBox[0 0 90 80]>>\nendobj\n"
                         "3 0 obj\n<</Type/StructTreeRoot/K[6 0 R]/ParentTree 4 0 R>>\nendobj\n"
                         "4 0 obj\n<</Nums[0[%d 0 R]]>>\nendobj\n5 0 obj\n<</Type/Page/StructParents 0>>\nendobj\n",
                         5 + cases[i].depth);
        for (int k = 0; k < cases[i].depth; k++) {
            int number = 6 + k;
            n += snprintf(text + n, sizeof text - (size_t)n,
                          "%d 0 obj\n<</S/Sect/P %d 0 R/Pg 5 0 R/K[%d%s]>>\nendobj\n", number, k ? number - 1 : 3,
                          k + 1 < cases[i].depth ? number + 1 : 0, k + 1 < cases[i].depth ? " 0 R" : "");
            check_add(&want, " G@%d", k + 1);
        }
        check_add(&want, " 0@%d", cases[i].depth + 1);
        for (int number = 1; number < 6 + cases[i].depth; number++)
            check_add(&entries, "{o%d} 00000 n \n", number);
        snprintf(text + n, sizeof text - (size_t)n,
                 "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d>>\nstartxref\n{x1}\n%%%%EOF\n",
                 6 + cases[i].depth, entries.at, 6 + cases[i].depth);
        write_file(&f, text);
        check_bytes("elements in one another", look_at_nodes, f.at, f.n, cases[i].want ? cases[i].want : want.at);
    }
}

int main(void)
{
    test_plain_characters();
    test_deep_elements();
    test_pages();
    test_structure();
    test_tables_of_characters();
    test_simple_fonts();
    test_wide_fonts();
    test_glyphs();
    test_short_fonts();
    return check_result();
}
