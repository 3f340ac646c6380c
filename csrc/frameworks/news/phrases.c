/* phrases.c: the lists of phrases by which a sentence of an article is understood, and one pass that finds them all.
 *
 * May not know what follows from them. */
#include "frameworks/news/news.h"

#include <string.h>

enum { PAIRS = 32 * 32 };

/* Rates. */
static const char *const RATING[] = {"rate",    "rated",    "rates",  "rating*",  "judg*",
                                     "grade*",  "grading*", "deemed", "declared", "overall effectiveness",
                                     "overall", "verdict",  NULL};
/* Finds, gives, names. */
static const char *const FINDING[] = {
    "say",     "says",    "said",    "find*",     "found",    "award*",   "given",   "gives",  "gave",
    "named",   "remain*", "retain*", "maintain*", "keep*",    "kept",     "receiv*", "secur*", "earn*",
    "achiev*", "get",     "gets",    "confirm*",  "describ*", "conclud*", "hail*",   "is",     "are",
    "as",      "brand*",  "label*",  "dubbed",    "slapped",  "handed",   "hand",    "hands",  "win",
    "wins",    "won",     "slump*",  "class*",    "slam*",    "was",      "were",    "now",    NULL};
/* Goes up or down. */
static const char *const MOVING[] = {"upgrad*", "improv*",   "mov*",  "rise*", "rising", "rose",  "lift*", "rais*",
                                     "promot*", "downgrad*", "drop*", "fall*", "fell",   "jump*", "from",  NULL};
static const char *const INSPECTORATE[] = {"ofsted*", "inspect*", "ilacs", NULL};
/* The services as a whole. */
static const char *const WHOLE[] = {"service*", "council*", "authority*", "borough", "county", "city", "department",
                                    "trust",    "overall",  "we",         "us",      "our",    NULL};
/* One area, or another service. */
static const char *const AREA[] = {"care leavers",
                                   "leaving care",
                                   "leave care",
                                   "in care",
                                   "in our care",
                                   "in its care",
                                   "looked after",
                                   "looked-after",
                                   "help and protection",
                                   "need help",
                                   "need of help",
                                   "need protection",
                                   "leadership",
                                   "leaders",
                                   "managers",
                                   "adoption",
                                   "fostering",
                                   "early help",
                                   "front door",
                                   "social work practice",
                                   "safeguarding board",
                                   "safeguarding services",
                                   "adult*",
                                   "youth offending",
                                   "youth service*",
                                   "education service*",
                                   "early years",
                                   "childcare",
                                   "special educational",
                                   "special needs",
                                   "send provision",
                                   "send service*",
                                   "send support",
                                   "send inspection*",
                                   "send arrangements",
                                   "send system",
                                   "send partnership",
                                   "area send",
                                   "local area partnership",
                                   "separate inspection",
                                   "music",
                                   "housing",
                                   "librar*",
                                   "police",
                                   "probation",
                                   "ambulance",
                                   "hospital*",
                                   "nhs",
                                   "care quality commission",
                                   "cqc",
                                   "short-break*",
                                   "home",
                                   "homes",
                                   "hostel*",
                                   "childminder*",
                                   "apprentice*",
                                   "universit*",
                                   "virtual school",
                                   "disabled",
                                   "short break*",
                                   "homeless*",
                                   "safeguarding hub",
                                   "placements",
                                   "oversight",
                                   "fire",
                                   "safeguarding children board",
                                   "lscb",
                                   "school*",
                                   "nurser*",
                                   "academ*",
                                   "college*",
                                   "children's home*",
                                   "residential",
                                   "youth justice",
                                   "areas",
                                   "aspects",
                                   "elements",
                                   "features",
                                   "category",
                                   "categories",
                                   NULL};
static const char *const SCHOOL[] = {"school*",          "nurser*", "academ*",      "college*",
                                     "children's home*", "pupil*",  "headteacher*", NULL};
/* No single council. */
static const char *const MANY[] = {"only",      "one of",      "no authority",   "no council",  "no other",
                                   "councils",  "authorities", "per cent",       "percent",     "nationally",
                                   "other",     "regions",     "a third of",     "departments", "boroughs",
                                   "a further", "quarter*",    "three-quarters", "majority",    "number of",
                                   "handful",   "figures",     "half of",        "most",        NULL};
/* 'good for …'. */
static const char *const NARROWS[] = {"for", "in", "on", "at", "across", NULL};
/* All areas together. */
static const char *const ALL[] = {"all", "every", "each", "across the board", "overall effectiveness", NULL};
/* Grades in the plural. */
static const char *const SEVERAL[] = {"ratings", "judgements", "judgments", "grades", "gradings", NULL};
/* Begins a clause of its own. */
static const char *const CLAUSE[] = {"that", "which", "when", "because", "who", NULL};
/* Turns to another thought. */
static const char *const TURN[] = {"but", "however", "although", "though", "whereas", "while", NULL};
/* Hoped for, denied, aimed at. */
static const char *const GOAL[] = {"so that",
                                   "could",
                                   "would",
                                   "should",
                                   "aim*",
                                   "ambition*",
                                   "aspir*",
                                   "striv*",
                                   "towards",
                                   "journey",
                                   "path",
                                   "not",
                                   "become",
                                   "becoming",
                                   "want*",
                                   "until",
                                   "if",
                                   "hope*",
                                   "hoping",
                                   "rather than",
                                   "will",
                                   "expect*",
                                   "target*",
                                   "goal",
                                   "goals",
                                   "definition*",
                                   "either",
                                   "plan to",
                                   "plans to",
                                   "planning",
                                   "plan for",
                                   "plan is",
                                   "planned to",
                                   "pledg*",
                                   "vow*",
                                   "promis*",
                                   "intend*",
                                   "determined",
                                   "bid to",
                                   "drive to",
                                   "push for",
                                   "at least",
                                   "on course",
                                   "on track",
                                   "working to",
                                   "work to",
                                   "in order",
                                   "next inspection",
                                   "in future",
                                   "eventual*",
                                   "if we are",
                                   "need to",
                                   "needs to",
                                   "confident",
                                   "failed to get",
                                   "failing to secure",
                                   "missed",
                                   "short of",
                                   "to move",
                                   "to go",
                                   "to get to",
                                   "to get a",
                                   "to rise",
                                   "to reach",
                                   "to lift",
                                   "to raise",
                                   "to jump",
                                   "to climb",
                                   "to improve from",
                                   "to improve its",
                                   "to improve to",
                                   "whether",
                                   "closer to",
                                   "close to",
                                   "nearer to",
                                   "a step away",
                                   "fear*",
                                   "braced",
                                   "bracing",
                                   "dread*",
                                   "might",
                                   "may be",
                                   "likely",
                                   "speculat*",
                                   "rumour*",
                                   "predict*",
                                   "anticipat*",
                                   "avoid*",
                                   "denied",
                                   "denies",
                                   "deny",
                                   "denying",
                                   "itself",
                                   "ourselves",
                                   "own view",
                                   "own assessment",
                                   "peer review*",
                                   "considered",
                                   "draft",
                                   "on the cards",
                                   NULL};
/* The same behind a grade. */
static const char *const GOAL_BEHIND[] = {
    "next year",   "next time",       "next inspection", "in future", "in the future", "by the end of",
    "by the time", "within the next", "one day",         "target*",   "goal",          "ambition*",
    NULL};
/* Of an earlier inspection. */
static const char *const EARLIER[] = {"previous*",
                                      "formerly",
                                      "last inspection",
                                      "last inspected",
                                      "last full",
                                      "last time",
                                      "last report",
                                      "last visit",
                                      "last rated",
                                      "last judged",
                                      "last graded",
                                      "last ofsted",
                                      "earlier",
                                      "prior",
                                      "years ago",
                                      "years before",
                                      "years earlier",
                                      "at the time",
                                      "then rated",
                                      "once rated",
                                      "originally",
                                      "initially",
                                      "historic*",
                                      "in the past",
                                      "used to be",
                                      "first rated",
                                      "its last",
                                      "since being",
                                      "since it was",
                                      "since they were",
                                      "inspections ago",
                                      "reports ago",
                                      "last came",
                                      "last visited",
                                      "last here",
                                      "before the pandemic",
                                      "previous leadership",
                                      "since we were",
                                      "since the service*",
                                      "since the council",
                                      "since ofsted",
                                      NULL};
/* The same, before a grade only: 'rated inadequate and said that there had been …'. */
static const char *const HAD_BEEN[] = {"had been", NULL};
/* Of today. */
static const char *const NOW[] = {
    "now",        "has been", "have been", "today",     "this time",  "latest", "has rated",      "has judged",
    "has graded", "is",       "are",       "this week", "this month", "new",    "has since been", "have since been",
    NULL};
static const char *const JUST[] = {"has", "have", "now", NULL};
/* Speaks of today, behind a year. */
static const char *const TODAY[] = {"has", "have", "now", "is", "are", "says", "say", "today", NULL};
/* Of this inspection or of the one before. */
static const char *const PERHAPS[] = {"year after",
                                      "years after",
                                      "months after",
                                      "weeks after",
                                      "days after",
                                      "last january",
                                      "last february",
                                      "last march",
                                      "last april",
                                      "last may",
                                      "last june",
                                      "last july",
                                      "last august",
                                      "last september",
                                      "last october",
                                      "last november",
                                      "last december",
                                      "last spring",
                                      "last summer",
                                      "last autumn",
                                      "last winter",
                                      "last year",
                                      "after being",
                                      "after having",
                                      "after it was",
                                      "after they were",
                                      "earlier this year",
                                      "despite being",
                                      "when it was",
                                      "when they were",
                                      NULL};
static const char *const SINCE[] = {"since", NULL};
/* Beside a grade: 'following an inadequate judgement'. */
static const char *const AFTER[] = {"after", "following", "follows", "followed", "despite", NULL};
/* In passing: 'celebrates after Ofsted rated it good'. */
static const char *const PASSING[] = {"after", "following", "when", NULL};
/* 'lost its outstanding rating'. */
static const char *const LOSS[] = {
    "lost",    "lose",       "loses",      "losing",     "remov*",        "shed",        "sheds",     "shedding",
    "shake*",  "shook*",     "stripped",   "escap*",     "out of",        "no longer",   "away from", "overturn*",
    "lift*",   "drops",      "dropped",    "exit*",      "leaves behind", "left behind", "ditch*",    "end to",
    "replac*", "instead of", "free of",    "free from",  "rid of",        "surrender*",  "forfeit*",  "clear of",
    "scrap*",  "took away",  "taken away", "takes away", "withdr*",       "overcome*",   "overcame",  NULL};
/* '… judgement being lifted'. */
static const char *const GONE[] = {"removed",    "lifted", "overturned", "scrapped",  "stripped",   "revoked", "lost",
                                   "since been", "behind", "replaced",   "no longer", "taken away", NULL};
static const char *const FROM[] = {"from", NULL};
static const char *const TO[] = {"to", NULL};
/* 'since 2017', 'by 2022': no time of a grade. */
static const char *const BOUND[] = {"since", "until", "before", "than", "from", "by", "to", NULL};
/* What follows speaks no longer of the grade before it. */
static const char *const THOUGHT_END[] = {
    "but",      "however",  "although",         "though",      "whereas",      "while",      "now",     "and has",
    "and is",   "and have", "and are",          "following",   "it is",        "they are",   "it has",  "and was",
    "and were", "the same", "after previously", "after being", "after having", "having",     "despite", "since",
    "had",      "and said", "saying",           "which means", "meaning",      "this means", NULL};
/* What follows belongs to the next grade. */
static const char *const GRADE_END[] = {"but", "and", "now", "to", "while", "although", "before", NULL};

static const char *const *const LISTS[OFS_SAYS_LISTS] = {
    [OFS_SAYS_RATING] = RATING,
    [OFS_SAYS_FINDING] = FINDING,
    [OFS_SAYS_MOVING] = MOVING,
    [OFS_SAYS_INSPECTORATE] = INSPECTORATE,
    [OFS_SAYS_WHOLE] = WHOLE,
    [OFS_SAYS_AREA] = AREA,
    [OFS_SAYS_SCHOOL] = SCHOOL,
    [OFS_SAYS_MANY] = MANY,
    [OFS_SAYS_NARROWS] = NARROWS,
    [OFS_SAYS_ALL] = ALL,
    [OFS_SAYS_SEVERAL] = SEVERAL,
    [OFS_SAYS_CLAUSE] = CLAUSE,
    [OFS_SAYS_TURN] = TURN,
    [OFS_SAYS_GOAL] = GOAL,
    [OFS_SAYS_GOAL_BEHIND] = GOAL_BEHIND,
    [OFS_SAYS_EARLIER] = EARLIER,
    [OFS_SAYS_HAD_BEEN] = HAD_BEEN,
    [OFS_SAYS_NOW] = NOW,
    [OFS_SAYS_JUST] = JUST,
    [OFS_SAYS_TODAY] = TODAY,
    [OFS_SAYS_PERHAPS] = PERHAPS,
    [OFS_SAYS_SINCE] = SINCE,
    [OFS_SAYS_AFTER] = AFTER,
    [OFS_SAYS_PASSING] = PASSING,
    [OFS_SAYS_LOSS] = LOSS,
    [OFS_SAYS_GONE] = GONE,
    [OFS_SAYS_FROM] = FROM,
    [OFS_SAYS_TO] = TO,
    [OFS_SAYS_BOUND] = BOUND,
    [OFS_SAYS_THOUGHT_END] = THOUGHT_END,
    [OFS_SAYS_GRADE_END] = GRADE_END,
};

/* A phrase and its list; those that begin with the same two letters are a chain, in the order of the lists. */
typedef struct entry {
    const char *phrase;
    uint16_t next; /* index + 1 */
    uint8_t list;
    char third; /* its third letter, by which most differ; NUL: none, or no letter */
} entry;

struct ofs_phrases {
    uint16_t first[PAIRS];
    entry *entries;
};

/* Signs fall together with letters, so that a phrase must be compared. */
static uint32_t pair_at(const char *p)
{
    return (p[0] & 31u) << 5 | (p[1] & 31u);
}

const ofs_phrases *ofs_sort_news_phrases(ofs_arena *arena)
{
    ofs_phrases *made = OFS_NEW(arena, ofs_phrases);
    uint16_t count = 0;
    memset(made->first, 0, sizeof made->first);
    for (uint8_t list = 0; list < OFS_SAYS_LISTS; list++)
        for (uint32_t k = 0; LISTS[list][k]; k++)
            count++;
    made->entries = OFS_NEW_ARRAY(arena, entry, count);
    for (uint8_t list = OFS_SAYS_LISTS; list--;) {
        uint32_t size = 0;
        while (LISTS[list][size])
            size++;
        while (size--) {
            uint16_t *first = &made->first[pair_at(LISTS[list][size])];
            const char *phrase = LISTS[list][size];
            made->entries[--count] = (entry){phrase, *first, list, ofs_is_lower(phrase[2]) ? phrase[2] : '\0'};
            *first = (uint16_t)(count + 1);
        }
    }
    return made;
}

/* Every phrase that begins at byte i, of each list the first. */
static void find_at(const ofs_phrases *phrases, ofs_str text, uint32_t i, ofs_said *said)
{
    for (uint16_t k = phrases->first[pair_at(text.p + i)]; k; k = phrases->entries[k - 1].next) {
        const entry *e = &phrases->entries[k - 1];
        if (e->third && i + 2 < text.n && e->third != (text.p[i + 2] | 0x20))
            continue;
        const ofs_said_phrase *last = said->count ? &said->at[said->count - 1] : NULL;
        uint32_t n = last && last->start == i && last->list == e->list ? 0 : ofs_word_phrase_at(text, i, e->phrase);
        if (n && said->count < OFS_MOST_SAID)
            said->at[said->count++] = (ofs_said_phrase){i, i + n, e->list};
    }
}

void ofs_find_said(const ofs_phrases *phrases, ofs_str text, ofs_said *said)
{
    said->text = text;
    said->count = 0;
    for (uint32_t i = ofs_word_start(text, 0); i + 1 < text.n; i = ofs_word_start(text, i + 1))
        if (phrases->first[pair_at(text.p + i)])
            find_at(phrases, text, i, said);
}

static int is_in(const ofs_said *said, const ofs_said_phrase *at, ofs_list list, ofs_str part)
{
    uint32_t start = (uint32_t)(part.p - said->text.p);
    return at->list == list && at->start >= start && at->end <= start + part.n;
}

static int64_t place_of(const ofs_said *said, const ofs_said_phrase *at, ofs_str part, uint32_t *length)
{
    if (length)
        *length = at->end - at->start;
    return (int64_t)at->start - (part.p - said->text.p);
}

int64_t ofs_first_said(const ofs_said *said, ofs_list list, ofs_str part, uint32_t *length)
{
    for (uint32_t i = 0; part.n && i < said->count; i++)
        if (is_in(said, &said->at[i], list, part))
            return place_of(said, &said->at[i], part, length);
    return -1;
}

int64_t ofs_last_said(const ofs_said *said, ofs_list list, ofs_str part, uint32_t *length)
{
    for (uint32_t i = said->count; part.n && i--;)
        if (is_in(said, &said->at[i], list, part))
            return place_of(said, &said->at[i], part, length);
    return -1;
}

int ofs_says(const ofs_said *said, ofs_list list, ofs_str part)
{
    return ofs_first_said(said, list, part, NULL) >= 0;
}
