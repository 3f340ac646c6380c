/* sif.c: inspections of services for children in need of help and protection, children looked after and care leavers
 * (the single inspection framework, SIF), 2013 to 2018, with or without a review of the LSCB.
 *
 * May hold only what is peculiar to SIF; readers that others share stand above this folder. */
#include "../reader.h"

static const ofs_row ROWS[] = {
    {"help_and_protection", "help_and_protection", "children who need help and protection", 0},
    {"looked_after_and_permanence", "care", "children looked after and achieving permanence", 0},
    {"adoption_performance", "adoption", "adoption performance", 0},
    {"care_leavers", "care_leavers", "experiences and progress of care leavers", 0},
    {"leadership", "leadership", "leadership, management and governance", 0},
    {NULL, NULL, NULL, 0},
};

static const char *const HEADINGS[] = {"executive summary", "recommendations", NULL};

static int recognise(const ofs_source *source)
{
    if (ofs_opens_with(source, "inspection of services for children in need of help and protection"))
        return 95;
    return ofs_opening_rows(source, ROWS) >= 4 ? 80 : 0;
}

static void read(ofs_reader *reader)
{
    uint32_t end = ofs_body_end(reader);
    uint32_t body = ofs_read_judgement_tables(reader, 0, end);
    ofs_cover cover = ofs_read_cover(reader, body ? body : end);
    ofs_read_inspection_dates(reader, cover);
    ofs_read_published(reader, cover);
    ofs_read_sections(reader, body, end, NULL);
    ofs_read_footnotes(reader);
    ofs_check_paragraph_numbers(reader);
}

const ofs_framework OFS_FRAMEWORK_SIF = {OFS_SIF, ROWS, HEADINGS, recognise, read};
