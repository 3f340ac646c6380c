/* papers.c: a council's paper that has the report as its appendix: where that begins.
 *
 * Sets lines aside only where another document begins the text and a report's cover, or an inspector's letter, begins a
 * later page or an appendix. May not look for a report within the paper's own words. */
#include "frameworks/all.h"
#include "outline/publisher.h"

enum { LONGEST_LABEL = 40, MOST_CANDIDATES = 400 };

static const char *const APPENDIX[] = {"appendix", "appendices", "annex", "enclosure", "attachment", NULL};

static int is_appendix(const ofs_source *source, const ofs_line *line)
{
    ofs_str text = ofs_trim(ofs_line_text(source, line));
    return text.n <= LONGEST_LABEL && ofs_begins_with(text, APPENDIX);
}

/* The line's page, or what of it stands above an appendix. */
static ofs_source part_from(const ofs_source *source, uint32_t first)
{
    ofs_source part = ofs_page_from(source, first);
    for (uint32_t i = 1; i < part.line_count; i++)
        if (is_appendix(source, &part.lines[i]))
            part.line_count = i;
    return part;
}

static int is_report(const ofs_framework *framework, int sure)
{
    return framework != &OFS_FRAMEWORK_UNKNOWN && !framework->is_second_hand && sure >= OFS_CERTAIN;
}

/* A report's framework, or NULL. */
static const ofs_framework *report_in(const ofs_source *source)
{
    int sure;
    const ofs_framework *surest = ofs_surest(source, &sure);
    return is_report(surest, sure) ? surest : NULL;
}

/* The page has a cover's labels, or a salutation and what tells a letter of an inspector's. */
static int begins_report(const ofs_source *page)
{
    return ofs_has_cover(page) || (ofs_opens_with_any(page, OFS_SALUTATION) && report_in(page));
}

/* The line that the report begins with, or 0. */
static uint32_t find_report(const ofs_source *source)
{
    uint32_t tried = 0;
    for (uint32_t i = 1; i + 1 < source->line_count && tried < MOST_CANDIDATES; i++) {
        int is_label = is_appendix(source, &source->lines[i]);
        if (!is_label && source->lines[i].page == source->lines[i - 1].page)
            continue;
        tried++;
        uint32_t first = i + (uint32_t)is_label;
        ofs_source part = part_from(source, first), rest = *source;
        rest.lines += first;
        rest.line_count -= first;
        if (begins_report(&part) && report_in(&rest))
            return first;
    }
    return 0;
}

/* How sure the page alone makes the framework, which all lines make so sure. */
static int sure_of_page(const ofs_source *page, const ofs_source *source, const ofs_framework *best, int sure)
{
    if (page->line_count == source->line_count && sure)
        return sure;
    ofs_openings openings = ofs_openings_of(page);
    return ofs_sureness(best, &openings);
}

const ofs_framework *ofs_begin_at_report(ofs_source *source, const ofs_framework *best, int sure)
{
    ofs_source page = part_from(source, 0);
    sure = sure_of_page(&page, source, best, sure);
    if (is_report(best, sure))
        return best;
    if (begins_report(&page)) { /* a short letter has another's first lines in view */
        const ofs_framework *own = sure ? NULL : report_in(&page);
        return own ? own : best;
    }
    if (best != &OFS_FRAMEWORK_UNKNOWN && !best->is_second_hand && !ofs_is_paper(&page))
        return best;
    uint32_t first = find_report(source);
    if (!first)
        return best;
    source->set_aside += first;
    source->lines += first;
    source->line_count -= first;
    return ofs_surest(source, &sure);
}
