/* subject.c: what a sentence of an article rates, and who rates it. The council's finances, its music service and what
 * auditors or residents say of the council are none of Ofsted's grades of services for children.
 *
 * May not know of when a grade is, nor which council's. */
#include "frameworks/news/news.h"

enum { AGENT_WORDS = 6, OWNED_WORDS = 6 };

/* Who gives the grades that count, and the words that stand for them. */
static const char *const RATERS[] = {"ofsted*",     "inspect*",   "ilacs",     "watchdog*", "regulator*", "office",
                                     "government*", "education*", "majesty's", "hmi*",      NULL};
static const char *const STAND_INS[] = {"report*", "they", "it", "who", "which", "that", NULL};

static ofs_str behind(ofs_str text, uint32_t bytes)
{
    return ofs_trim((ofs_str){text.p + bytes, text.n - bytes});
}

/* 'rated good by auditors', but not 'by 2026'. */
static int is_by_another(const ofs_mention *m)
{
    static const char *const by[] = {"overall by", "by", NULL};
    ofs_str right = behind(m->right, ofs_word_start(m->right, 0));
    uint32_t n = ofs_opening_words(right, by);
    ofs_str agent = behind(right, n);
    return n && agent.n && !ofs_is_digit(*agent.p) && !ofs_has_words(ofs_leading_words(agent, AGENT_WORDS), RATERS);
}

/* 'Residents rated the council good': somebody does it, and the sentence names none of those who count. */
static int is_of_other_rater(const ofs_mention *m, ofs_str left)
{
    static const char *const rate[] = {"rate", "rates", "rated", "judge", "judges", "judged", "graded", NULL};
    static const char *const object[] = {"the", "it", "them", "us", "its", "their", "our", NULL};
    uint32_t length;
    int64_t at = ofs_last_words(left, rate, &length);
    if (at < 0 || !ofs_opening_words(behind(left, (uint32_t)at + length), object))
        return 0;
    return !ofs_has_words(m->said->text, RATERS) && !ofs_has_words((ofs_str){left.p, (uint32_t)at}, STAND_INS);
}

/* The word has an apostrophe at its end: 'children's', 'families''. */
static int is_genitive(ofs_str word)
{
    uint32_t ends = word.n > 1 && ofs_lower(word.p[word.n - 1]) == 's';
    return ofs_quote_ending(word) > 0 || (ends && ofs_quote_ending((ofs_str){word.p, word.n - 1}) > 0);
}

/* 'its music service': no such word stands before that of children. */
static int is_other_service(ofs_str left)
{
    static const char *const one[] = {"service", NULL}, *const many[] = {"services", NULL};
    static const char *const own[] = {
        "the",    "a",    "this", "that", "its",    "their",  "our",      "whole",  "entire",  "local",     "council",
        "county", "same", "care", "work", "social", "people", "children", "family", "overall", "childrens", NULL};
    uint32_t length;
    int64_t at = ofs_last_words(left, one, &length);
    if (at <= 0 || ofs_last_words(left, many, &length) > at)
        return 0;
    ofs_str word = ofs_last_word(ofs_trim((ofs_str){left.p, (uint32_t)at}));
    return word.n && !ofs_is_upper(*word.p) && !is_genitive(word) && !ofs_is_one_of(word, own);
}

static const char *const VERBS[] = {"was", "were", "is", "are", "has", "have", "had", "as", NULL};

/* The words up to the verb are few, and name no service. */
static int is_no_service(ofs_str thing)
{
    static const char *const services[] = {
        "service*",     "children*",   "department", "provision", "performance", "social*", "care",    "work*",
        "safeguarding", "inspection*", "report*",    "rating*",   "grade*",      "judg*",   "overall", "effectiveness",
        "arrangements", "council",     "authority",  "visit*",    "verdict*",    NULL};
    int64_t verb = ofs_first_words(thing, VERBS, NULL);
    thing.n = verb < 0 ? thing.n : (uint32_t)verb;
    uint32_t words = ofs_count_words(thing);
    return words && words <= OWNED_WORDS && !ofs_has_words(thing, services);
}

/* 'the council's finances were', 'a prison in the county was'. */
static int is_other_thing(ofs_str left)
{
    static const char *const owners[] = {"council's", "authority's", "county's", "city's", "borough's", NULL};
    static const char *const any[] = {"an", "a", NULL};
    uint32_t length;
    int64_t at = ofs_last_words(left, owners, &length);
    if (at >= 0)
        return is_no_service(behind(left, (uint32_t)at + length));
    left = behind(left, ofs_word_start(left, 0));
    return ofs_opening_words(left, any) && ofs_has_words(left, VERBS) && is_no_service(left);
}

int ofs_rates_other(const ofs_mention *m)
{
    ofs_str left = ofs_after_turn(m, m->left);
    return is_by_another(m) || is_of_other_rater(m, left) || is_other_service(left) || is_other_thing(left);
}
