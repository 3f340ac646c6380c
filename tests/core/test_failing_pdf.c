/* Memory that ends at every allocation of a PDF's reading and parsing in turn: OFS_ERR_MEMORY or a whole report, no leak,
 * and every handle of PDFium's closed; then what else PDFium may answer.
 *
 * Linked as test_failing_memory.c is; PDFium is fake_pdfium.h, whose memory does not count. */
#include "fake_pdfium.h"
#include "failing.h"

static const char HEADER[] = "%PDF-1.7 and whatever follows";

static ofs_status read_fake(const ofs_pdfium *pdfium, ofs_source **source)
{
    ofs_status status = ofs_source_from_pdf(pdfium, HEADER, sizeof HEADER, source);
    fake_check_closed();
    FUZZ_CHECK(!*source == (status != OFS_OK));
    return status;
}

static fake_element *add_row(fake_page *page, fake_element *table, int id, const char *label, const char *grade)
{
    fake_element *row = fake_add_element(table, "TR");
    fake_add_words(page, id, 72, 1000 - 25 * id, label);
    fake_add_kid(fake_add_element(row, "TD"), id, NULL);
    fake_add_words(page, id + 1, 300, 1000 - 25 * id, grade);
    fake_add_kid(fake_add_element(row, "TD"), id + 1, NULL);
    return row;
}

/* A tagged page: a heading, a paragraph, a numbered list, a table with a clipped cell, a footnote, a page number. */
static void add_tagged_page(void)
{
    fake_page *page = fake_add_page();
    fake_element *root = fake_add_element(NULL, "Document"), *list, *item, *table;
    fake_add_kid(&page->root, FAKE_NONE, root);
    fake_add_words(page, 0, 72, 780, "Inspection of Norfolk local authority children's services");
    fake_add_kid(fake_add_element(root, "H1"), 0, NULL);
    fake_add_words(page, 1, 72, 750, "Inspection dates: 1 May to 12 May 2023");
    fake_add_kid(fake_add_element(root, "P"), 1, NULL);
    table = fake_add_element(root, "Table");
    add_row(page, table, 20, "Judgement", "Grade");
    add_row(page, table, 22, "The impact of leaders on social work practice with children and families", "Good");
    add_row(page, table, 24, "The experiences and progress of children in care", "Good");
    fake_element *row = add_row(page, table, 26, "Overall effectiveness", "Good");
    fake_object *clipped = fake_add_words(page, 28, 300, 300, "Inadequate");
    clipped->clip_paths = 1;
    clipped->clip_points = clipped->points_given = 4;
    clipped->clip[0] = clipped->clip[1] = 340;
    clipped->clip[2] = clipped->clip[3] = 360;
    fake_add_kid(row->kids[1].element, 28, NULL);
    list = fake_add_element(root, "L");
    for (int i = 0; i < 6; i++) {
        fake_add_words(page, 2 + 2 * i, 72, 700 - 20 * i, "1.");
        fake_add_words(page, 3 + 2 * i, 90, 700 - 20 * i, "Children in Norfolk wait too long for a social worker.");
        item = fake_add_element(list, "LI");
        fake_add_kid(fake_add_element(item, "Lbl"), 2 + 2 * i, NULL);
        fake_add_kid(fake_add_element(item, "LBody"), 3 + 2 * i, NULL);
    }
    fake_add_words(page, 30, 72, 80, "1 A note on the framework.");
    fake_add_kid(fake_add_element(root, "Note"), 30, NULL);
    fake_add_words(page, FAKE_NONE, 300, 20, "1");
}

/* A page that is read by position: two columns, and more lines than any array has room for at first. */
static void add_untagged_page(void)
{
    fake_page *page = fake_add_page();
    page->has_tree = 0;
    for (int i = 0; i < 24; i++) {
        fake_add_words(page, FAKE_NONE, 72, 760 - 20 * i, "Leaders know the families well.");
        fake_add_words(page, FAKE_NONE, 400, 760 - 20 * i, "Requires improvement");
    }
}

static const ofs_pdfium *two_pages(void)
{
    const ofs_pdfium *pdfium = fake_begin();
    strcpy(fake.fonts[0].name, "ABCDEF+Tahoma-Bold");
    fake.fonts[0].length = strlen(fake.fonts[0].name) + 1;
    add_tagged_page();
    add_untagged_page();
    return pdfium;
}

static void check_allocations(void)
{
    const ofs_pdfium *pdfium = two_pages();
    const ofs_context *context = fuzz_context();
    unsigned long number = 0, failed;
    do {
        ofs_source *source;
        const ofs_report *report = NULL;
        made = 0;
        failing = ++number;
        ofs_status status = read_fake(pdfium, &source);
        if (status == OFS_OK)
            status = ofs_parse(context, source, &report);
        failed = made >= failing;
        failing = 0;
        FUZZ_CHECK(status == (failed ? OFS_ERR_MEMORY : OFS_OK));
        FUZZ_CHECK(!report == (status != OFS_OK));
        if (report) {
            FUZZ_CHECK(report->judgement_count == 3 && report->judgements[2].grade == OFS_GOOD);
            fuzz_walk_report(source, report);
        }
        ofs_source_free(source);
    } while (failed);
    printf("%lu runs with one allocation that failed\n", number);
}

static ofs_status status_of(const ofs_pdfium *pdfium)
{
    ofs_source *source;
    ofs_status status = read_fake(pdfium, &source);
    return status == OFS_OK ? fuzz_parse(fuzz_context(), source) : status;
}

static void check_statuses(void)
{
    const ofs_pdfium *pdfium = two_pages();
    FUZZ_CHECK(status_of(pdfium) == OFS_OK);
    fake.pages[0].has_page = 0;
    FUZZ_CHECK(status_of(pdfium) == OFS_OK);
    fake.pages[1].has_text = 0;
    FUZZ_CHECK(status_of(pdfium) == OFS_ERR_NO_TEXT);
    fake.page_count = OFS_MAX_PAGES + 1;
    FUZZ_CHECK(status_of(pdfium) == OFS_ERR_TOO_LARGE);
    fake.page_count = -1;
    FUZZ_CHECK(status_of(pdfium) == OFS_ERR_DAMAGED);
    fake.loads = 0;
    FUZZ_CHECK(status_of(pdfium) == OFS_ERR_DAMAGED);
    fake.error = 4; /* FPDF_ERR_PASSWORD */
    FUZZ_CHECK(status_of(pdfium) == OFS_ERR_ENCRYPTED);
    pdfium = two_pages();
    fake.pages[0].count = 1 << 30;
    FUZZ_CHECK(status_of(pdfium) == OFS_ERR_TOO_LARGE);
}

/* Each of these once took seconds or gigabytes. */
static void check_hostile(void)
{
    const ofs_pdfium *pdfium = two_pages();
    fake.page_count = OFS_MAX_PAGES; /* each with a marked-content id as high as is read */
    for (int i = 0; i < 2; i++)
        fake.pages[i].objects[0].id = (1 << 17) - 1;
    FUZZ_CHECK(status_of(pdfium) == OFS_OK);
}

int main(void)
{
    check_allocations();
    check_statuses();
    check_hostile();
    return 0;
}
