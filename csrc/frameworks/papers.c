/* papers.c: a council's paper that has the report as its appendix: where that begins.
 *
 * Sets lines aside only where another document begins the text and a report's cover, or an inspector's letter, begins a
 * later page or an appendix. May not look for a report within the paper's own words. */
#include "frameworks/all.h"
#include "outline/publisher.h"

enum { CERTAIN = 85, LEAST_LABELS = 2, LONGEST_LABEL = 40, MOST_CANDIDATES = 400 };

static const char *const APPENDIX[] = {"appendix", "appendices", "annex", "enclosure", "attachment", NULL};

static int is_appendix(const ofs_source *source, const ofs_line *line)
{
    ofs_str text = ofs_trim(ofs_line_text(source, line));
    return text.n <= LONGEST_LABEL && ofs_begins_with(text, APPENDIX);
}

/* The text from the line on; of it the line's page, or what stands above an appendix, where `only_page` says so. */
static ofs_source view_from(const ofs_source *source, uint32_t first, int only_page)
{
    ofs_source view = *source;
    view.lines += first;
    view.line_count -= first;
    for (uint32_t i = 1; only_page && i < view.line_count; i++)
        if (view.lines[i].page != view.lines[0].page || is_appendix(source, &view.lines[i]))
            view.line_count = i;
    return view;
}

static int is_report(const ofs_framework *framework, const ofs_source *source)
{
    return framework != &OFS_FRAMEWORK_UNKNOWN && !framework->is_second_hand &&
           ofs_sureness(framework, source) >= CERTAIN;
}

/* The page has a cover's labels, or a salutation and what tells a letter of an inspector's. */
static int begins_report(const ofs_source *page)
{
    static const char *const salutation[] = {"dear ", NULL};
    const char *const *labels[] = {OFS_DATE_LABELS, OFS_LEAD_LABELS, OFS_PUBLISHED_LABELS, OFS_OTHER_LABELS};
    int found = 0;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        found += ofs_opens_with_any(page, labels[i]);
    return found >= LEAST_LABELS || (ofs_opens_with_any(page, salutation) && is_report(ofs_surest(page), page));
}

/* The line that the report begins with, or 0. */
static uint32_t find_report(const ofs_source *source)
{
    uint32_t tried = 0;
    for (uint32_t i = 1; i < source->line_count && tried < MOST_CANDIDATES; i++) {
        int is_label = is_appendix(source, &source->lines[i]);
        if (!is_label && source->lines[i].page == source->lines[i - 1].page)
            continue;
        tried++;
        uint32_t first = i + (uint32_t)is_label;
        if (first == source->line_count)
            return 0;
        ofs_source page = view_from(source, first, 1), rest = view_from(source, first, 0);
        if (begins_report(&page) && is_report(ofs_surest(&rest), &rest))
            return first;
    }
    return 0;
}

const ofs_framework *ofs_begin_at_report(ofs_source *source, const ofs_framework *best)
{
    ofs_source page = view_from(source, 0, 1);
    int is_other = best == &OFS_FRAMEWORK_UNKNOWN || best->is_second_hand || ofs_is_paper(&page);
    uint32_t first = !is_other || !source->line_count || begins_report(&page) ? 0 : find_report(source);
    if (!first)
        return best;
    source->set_aside = first;
    source->lines += first;
    source->line_count -= first;
    return ofs_surest(source);
}
