/* CSV to text: which texts are tables, what stands in their cells, and where. */
#include "check.h"
#include "source/copies.h"

/* The text that is parsed, and where its last byte stands in the input; of what is no table, '='. */
static void check_cells(const char *text, const char *want)
{
    check_words got = {{0}, 0};
    ofs_source *source = check_text_source(text);
    if (source->given.p) {
        check_add_str(&got, source->text);
        check_add(&got, "@%u", ofs_given_byte(source, source->text.n ? source->text.n - 1 : 0));
    } else {
        check_add(&got, "=");
    }
    check_expect(text, want, &got);
    ofs_source_free(source);
}

static void test_columns(void)
{
    check_cells("text\n\"a, b\"\nc\n", "a, b\nc\n@14");
    check_cells("page,text\n1,\"a\nb\"\n2,c\n", "a\nb\n\n\fc\n\n@22");
    check_cells("page,text\n1,a\n3,b\n2,c\n", "a\n\f\fb\n\fc\n@22"); /* page 2 is empty, and pages count on */
    check_cells("Page;Text\r\n1;\"a;b\"\r\n2;c\r\n", "a;b\n\fc\n@25");
    check_cells("\xEF\xBB\xBF\"page\"\t\"text\"\n\"1\"\t\"a\tb\"\n", "a\tb\n@27");
    check_cells("file,page,line,text\nx,1,1,\"a \"\"b\"\"\"\nx,1,2,\"\"\"c\"\", d\"\n", "a \"b\"\n\"c\", d\n@53");
    check_cells("text,page_no\na,Page 1\nb,2.0\nc,\n", "a\n\fb\nc\n@31");
    check_cells("page,text\n3,a\n4,b\n99,c\n", "\f\fa\n\fb\n\fc\n@23"); /* the cover is missing */
    check_cells(",text,page\n0,a,1\n1,b,2\n", "a\n\fb\n@23");
    check_cells("text\n\"a, b\"\n\nc\n\n\n", "a, b\n\nc\n\n\n@17"); /* blank lines are no rows */
    check_cells("nr,leaf\n1,\"so, there is a page\"\n2,\"and, yes, one more\"\n",
                "so, there is a page\nand, yes, one more\n@55");
}

static void test_rows(void)
{
    check_cells("a,\"b, c\"\nd,\"e, f\"\n", "a\tb, c\nd\te, f\n@17");
    check_cells("\"a\"\t\"b\"\n\n\"c \"\"d\"\"\"\n", "a\tb\n\nc \"d\"\n@18");
    check_cells("\"a\nb\",c\n\"d\r\ne\",f\n", "a b\tc\nd e\tf\n@16"); /* a cell of a printed table is one line */
    check_cells("a,\"b, c\",d\n\"e, f\"\n,\"g, h\"\n", "a\tb, c\td\ne, f\n\tg, h\n@25");
}

/* What no program wrote loses none of its words. */
static void test_damaged_rows(void)
{
    check_cells("page,text\n1,\"a\n2,b\n", "=");
    char text[4000] = "page,text\n";
    const char *rows[] = {"1,a, b,c\n", "d\n", "1,\"e\" f, \"g\"\n", "1,h \"\"i\"\"\n"};
    for (int i = 0; i < 300; i++)
        strcat(text, "1,a\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        strcat(text, rows[i]);
    ofs_source *source = check_text_source(text);
    check_words got = {{0}, 0};
    check_add_str(&got, (ofs_str){source->text.p + 600, source->text.n - 600});
    check_expect("rows of another form", "a, b,c\nd\n\"e\" f, \"g\"\nh \"\"i\"\"\n", &got);
    ofs_source_free(source);
}

/* Names, numbers of pages and quotation marks at the edge of what makes a table, and what is taken of it. */
static void test_edges(void)
{
    check_cells("text\n\"a, b\"\n\"c, d\"", "a, b\nc, d\n@18");
    check_cells("text\n\"a\"\nb\n", "a\nb\n@11");
    check_cells("text,page\n\"a, b\",1\n\"c, d\",2", "a, b\n\fc, d\n@27");
    check_cells("a,text\n1,\"b\"\n2,c\n", "b\nc\n@17");
    check_cells("line,text\n\"x, y\",\"a long one, with more in it\"\n\"z\",\"b\"\n",
                "a long one, with more in it\nb\n@55");
    check_cells("text,line\n\"a long one, with more in it\",\"x, y\"\n\"b\",\"z\"\n",
                "a long one, with more in it\nb\n@55");
    check_cells("text;page\n\"a\";1\nb;2\n", "a\n\fb\n@20");
    check_cells("text\tpage\na\t1\nb\t2\n", "a\n\fb\n@18");
    check_cells("text,page\r\na,1\r\n\r\nb,2\r\n", "a\n\n\fb\n@23");
    check_cells("text,page\ra,1\rb,2\r", "a\n\fb\n@18");
    check_cells("page,text\n1,\n2,b\n", "\n\fb\n@17");
    check_cells("page,text\n1,\"\"\n2,b\n", "\n\fb\n@19");
    check_cells("page,text\n7,a\n8,b\n", "\f\f\f\f\f\fa\n\fb\n@18");
    check_cells("page,text\n8,a\n9,b\n", "a\n\fb\n@18");
    check_cells("page,text\n1,a\n7,b\n8,c\n", "a\n\f\f\f\f\f\fb\n\fc\n@22");
    check_cells("page,text\n1,a\n8,b\n9,c\n", "a\n\fb\n\fc\n@22");
    check_cells("page,text\n1,a\n1,b\n2,c\n1,d\n", "a\nb\n\fc\n\fd\n@26");
    check_cells("page,text\nx,a\ny,b\n", "a\nb\n@18");
    check_cells("page,text\n1234567,a\n1234568,b\n", "a\nb\n@30");
    check_cells("page,page,text\n1,5,a\n2,6,b\n", "a\n\fb\n@27");
    check_cells("nr,leaf,x\n1,\"so, there is a page\",2\n2,\"and, yes, one more\",3\n",
                "so, there is a page\nand, yes, one more\n@61");
    check_cells(
        "\"x.pdf\",\"so, there is a page\"\n\"x.pdf\",\"and, yes, one more\"\n\"x.pdf\",\"and, so, the last\"\n",
        "x.pdf\tso, there is a page\nx.pdf\tand, yes, one more\nx.pdf\tand, so, the last\n@86");
    check_cells("\"x.pdf\",\"so, there\"\n\"y.pdf\",\"and, yes\"\n\"z.pdf\",\"and, so\"\n",
                "x.pdf\tso, there\ny.pdf\tand, yes\nz.pdf\tand, so\n@56");
    check_cells("\"1\",\"so, there is a page\"\n\"2\",\"and, yes, one more\"\n\"3\",\"and, so, the last\"\n",
                "so, there is a page\nand, yes, one more\nand, so, the last\n@75");
    check_cells("0,1\n\"a, b\",1\n\"c, d\",2\n", "a, b\nc, d\n@22");
    check_cells("0,2\n\"a, b\",1\n\"c, d\",2\n", "0\na, b\nc, d\n@22");
    check_cells("a name that is much too long to be one,text\n1,\"a, b\"\n2,c\n",
                "a name that is much too long to be one\ttext\n1\ta, b\n2\tc\n@56");
    check_cells(",text\n,\"a, b\"\n,c\n", "a, b\nc\n@17");
    check_cells("page,text,text\n1,a,bbbb\n2,c,dddd\n", "bbbb\n\fdddd\n@33");
    check_cells("page,text_as_html,text\n1,<table><tr><td>x</td></tr></table>,a\n2,,b\n", "\n\nx\t\n\n\n\fb\n@67");
    check_cells("a,\"b, c\"\nd,\"e, f\"", "a\tb, c\nd\te, f@15");
    check_cells("page,text\n1,\"a \"\"b\"\" c\"\n2,\"\"\"\"\n", "a \"b\" c\n\f\"\n@31");
    check_cells("page,text\n1,\"a\"b\n2,c\n", "=");
    check_cells("page,text\n1, a\n2, b\n", "=");
    check_cells("page,text\n1,a,b\n2,c\n", "=");
    check_cells("page,text\n1\n2,c\n", "=");
    check_cells("\"a\",\"b\"\n\"c\",\"d\"\n\"e\",\"f\"\n", "a\tb\nc\td\ne\tf\n@23");
    check_cells("\"a, b\",\"c\"\nd,e\n\"f, g\",h\n", "=");
    check_cells("\"a;b\";c\n\"d;e\";f\n", "a;b\tc\nd;e\tf\n@15");
    check_cells("\"a\"\tb\nc\td\n", "=");
    check_cells("a\t\"b\nc\"\nd\te\n", "a\tb c\nd\te\n@11");
    check_cells("\"a\n\nb\",\"c\"\n\"d\",\"e\"\n", "a  b\tc\nd\te\n@18");
    check_cells("\xEF\xBB\xBF"
                "a,\"b, c\"\nd,\"e, f\"\n",
                "a\tb, c\nd\te, f\n@20");
    check_cells("\xEF\xBB\xBFtext,page\na,1\nb,2\n", "a\n\fb\n@21");
}

/* Words with commas, quotation marks or tabs are no table. */
static void test_no_tables(void)
{
    static const char *const texts[] = {
        "",
        "\"",
        "\"\"",
        "text",
        "text\na\nb\n",
        "page,text\n",
        "page,text\nof a book, and no table\n",
        "Text, in short\n\"a, b\"\n",
        "\"I like it,\" she said.\n\"So do I,\" he said, \"a lot\".\n",
        "\"Good\", they say\n\"Better\", we say, too\n\"Best\", all say\n",
        "What children said\n\"I am heard\"\n\"They helped\"\n\"It took long\"\n\"It was good\"\n",
        "Ms Jane Smith, Director\n1 High Street, Leeds, LS1 1AA\nTel,Fax\n\"The Laurels\", 2 Low Road\n",
        "Jane Smith,1 High Street,Leeds\nJohn Doe,2 Low Road,York\n",
        "The Laurels,\"Mill House\",Leeds\n2,Low Road,York\n\"Oak\",a,b\n",
        "a\tb\n\"c\"\td\ne\n",
        "a;b\nc;d\n\"e\" and f;g\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_cells(texts[i], "=");
}

int main(void)
{
    test_columns();
    test_rows();
    test_damaged_rows();
    test_no_tables();
    test_edges();
    return check_result();
}
