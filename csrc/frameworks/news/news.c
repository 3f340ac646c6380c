/* news.c: a council's own article about an inspection of its children's services: a secondary source.
 *
 * What an article is, its words tell: it names Ofsted, speaks of services for children and quotes people, and it opens
 * like no report and no letter. May hold only what is peculiar to such articles; their grades are in grades.c. */
#include "frameworks/news/news.h"

#include <string.h>

enum {
    OPENING_BYTES = 16 * 1024, /* that tell what a document is */
    LEDE_BYTES = 2500,
    SPEECH = 98, /* surer than the judgement table that an article may copy from a report */
    PEOPLE_SPEAK = 50,
    VOICE_ALONE = 40,
    SPEAKER_BYTES = 200, /* around 'said' */
    QUOTE_BYTES = 12,
    TOP_BLOCKS = 8, /* headline and byline stand in them */
    LONGEST_TITLE = 250,
    LONGEST_BYLINE = 140,
    DATE_WORDS = 4, /* 'Friday 13 January 2023' */
    LONGEST_NAME = 80,
    LATEST_REPORT = 240 /* days from an inspection to an article about it */
};

/* Recognising. */

static const char *const SUBJECT[] = {"ilacs",
                                      "inspection of local authority",
                                      "children's services",
                                      "children services",
                                      "childrens services",
                                      "children's social",
                                      "children's department",
                                      "services for children",
                                      "services for vulnerable children",
                                      "child protection",
                                      "vulnerable children",
                                      "looked-after children",
                                      "children and families",
                                      "care leavers",
                                      "children in care",
                                      "looked after children",
                                      "social work*",
                                      "need help and protection",
                                      "early help",
                                      "foster carers",
                                      "safeguarding",
                                      "special educational needs",
                                      NULL};
static const char *const OTHER_SUBJECT[] = {
    "pupils",      "headteacher", "head teacher",    "primary school", "secondary school",
    "nursery",     "academy",     "curriculum",      "sixth form",     "childminder*",
    "early years", "playgroup",   "children's home", "kitchen*",       NULL};
static const char *const PEOPLE[] = {
    "cllr",          "councillor*", "cabinet member",   "lead member",     "portfolio holder",
    "director",      "coun",        "executive member", "opposition",      "council leader",
    "council boss*", "mayor",       "leader of",        "chief executive", "spokes*",
    "commissioner",  NULL};
static const char *const COUNCILLORS[] = {"cllr",
                                          "coun",
                                          "executive member",
                                          "council leader",
                                          "councillor*",
                                          "cabinet member",
                                          "lead member",
                                          "portfolio holder",
                                          "director of children*",
                                          "leader of the council",
                                          "mayor",
                                          "spokes*",
                                          NULL};
static const char *const SPEAKING[] = {"said",      "says",     "commented", "added", "stated",
                                       "explained", "welcomed", "told",      "wrote", NULL};
static const char *const INSPECTION[] = {"inspect*",
                                         "judg*",
                                         "rat*",
                                         "grad*",
                                         "report*",
                                         "monitoring visit*",
                                         "watchdog",
                                         "upgrad*",
                                         "downgrad*",
                                         "regrad*",
                                         "inadequate",
                                         "require improvement",
                                         "requires improvement",
                                         NULL};
/* How an article names the inspectorate, and no report does. */
static const char *const VOICE[] = {
    "ofsted said",        "says ofsted",     "said ofsted",       "ofsted says",        "ofsted found",
    "ofsted has",         "ofsted rated",    "ofsted rates",      "ofsted report",      "ofsted's report",
    "report by ofsted",   "from ofsted",     "by ofsted",         "ofsted inspectors",  "ofsted inspection*",
    "ofsted rating*",     "ofsted judge*",   "ofsted visit*",     "ofsted assess*",     "ofsted latest",
    "inspectors said",    "inspectors have", "the watchdog",      "latest ofsted",      "the inspectorate",
    "ofsted monitoring",  "ofsted also",     "ofsted prais*",     "ofsted not*",        "ofsted warn*",
    "ofsted commend*",    "ofsted describ*", "ofsted highlight*", "ofsted gave",        "ofsted recogni*",
    "ofsted conclu*",     "ofsted promot*",  "inspectors prais*", "education watchdog", "the report highlight*",
    "the report praise*", "the report said", "the report says",   "the report also",    NULL};
static const char *const OFSTED[] = {"ofsted*", NULL};

/* A straight single mark is one where a word begins, an apostrophe elsewhere. */
static int has_quotes(ofs_str s, uint32_t enough)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < s.n && found < enough; i++)
        if (s.p[i] == '"' || (unsigned char)s.p[i] == 0xE2 || (s.p[i] == '\'' && i && s.p[i - 1] == ' '))
            found += ofs_quote_at((ofs_str){s.p + i, s.n - i}) != 0;
    return found >= enough;
}

/* What opens reports, letters and minutes, or ends Ofsted's own, never an article. */
static int opens_otherwise(const ofs_source *source)
{
    static const char *const openings[] = {"dear ",
                                           "lead inspector",
                                           "inspection date",
                                           "dates of inspection",
                                           "report published",
                                           "direct t ",
                                           "minutes:",
                                           "yours sincerely",
                                           "unique reference number",
                                           "inspection report:",
                                           "further copies of this report",
                                           "all inspection judgements are made",
                                           NULL};
    return ofs_opens_with_any(source, openings) || ofs_is_paper(source) || ofs_ends_in_imprint(source);
}

/* The bytes of `text` from `before` bytes ahead of `at` to `after` bytes behind it. */
static ofs_str around(ofs_str text, uint32_t at, uint32_t before, uint32_t after)
{
    uint32_t start = at > before ? at - before : 0, end = text.n - at > after ? at + after : text.n;
    return (ofs_str){text.p + start, end - start};
}

/* 'Cllr Smith, cabinet member for children, said: "': no report has the council speak. */
static int has_speech(ofs_str text)
{
    uint32_t length = 0, from = 0;
    for (int64_t at; (at = ofs_first_words((ofs_str){text.p + from, text.n - from}, SPEAKING, &length)) >= 0;) {
        uint32_t said = from + (uint32_t)at;
        from = said + length;
        if (has_quotes(around(text, said, QUOTE_BYTES, length + QUOTE_BYTES), 1) &&
            ofs_has_words(around(text, said, SPEAKER_BYTES, SPEAKER_BYTES / 2), COUNCILLORS))
            return 1;
    }
    return 0;
}

/* How surely its words are an article's: a councillor's speech, else two ways to name the inspectorate and people who
 * speak. */
static int voice_of(ofs_str text, ofs_str lede)
{
    if (has_speech(text))
        return SPEECH;
    if (ofs_has_words(text, PEOPLE) && ofs_has_words(text, SPEAKING) && has_quotes(text, 2))
        return PEOPLE_SPEAK;
    return ofs_different_words(lede, VOICE, 2) >= 2 && has_quotes(text, 2) ? VOICE_ALONE : 0;
}

static int recognise(const ofs_source *source)
{
    ofs_str text = {source->text.p, source->text.n < OPENING_BYTES ? source->text.n : OPENING_BYTES};
    ofs_str lede = {text.p, text.n < LEDE_BYTES ? text.n : LEDE_BYTES};
    if (!text.n || !ofs_has_words(lede, OFSTED) || !ofs_has_words(lede, INSPECTION) || opens_otherwise(source))
        return 0;
    int sure = voice_of(text, lede);
    if (!sure)
        return 0;
    uint32_t other = ofs_different_words(text, OTHER_SUBJECT, UINT32_MAX), enough = other + 1;
    return ofs_different_words(text, SUBJECT, enough) < enough ? 0 : sure;
}

/* Headline. */

/* The first heading of level 1, else the first short block at the top that names the inspection. */
static uint32_t find_title(const ofs_reader *reader)
{
    const ofs_blocks *blocks = &reader->blocks;
    uint32_t named = blocks->count;
    for (uint32_t i = 0; i < blocks->count && i < TOP_BLOCKS; i++) {
        const ofs_block *block = &blocks->at[i];
        if (block->kind == OFS_BLOCK_TABLE || block->text.n > LONGEST_TITLE)
            continue;
        if (block->kind == OFS_BLOCK_HEADING && block->level == 1)
            return i;
        if (named == blocks->count && (ofs_has_words(block->text, OFSTED) || ofs_has_words(block->text, INSPECTION)))
            named = i;
    }
    return named;
}

/* Organisations: 'Norbury Vale County Council', as printed. */

static int is_name_letter(char c)
{
    return ofs_is_letter(c) || c == '\'' || c == '-' || c == '&' || (unsigned char)c >= 0x80;
}

/* The start of the word that ends before `end`, or -1. */
static int64_t word_before(ofs_str s, int64_t end)
{
    int64_t start = end;
    while (start && s.p[start - 1] == ' ')
        start--;
    if (start == end || !start)
        return -1;
    while (start && is_name_letter(s.p[start - 1]))
        start--;
    return start;
}

static int begins(ofs_str s, int64_t at, const char *const *words)
{
    uint32_t n = s.n - (uint32_t)at;
    return ofs_opening_words((ofs_str){s.p + at, n < LONGEST_NAME ? n : LONGEST_NAME}, words) != 0;
}

/* The name that ends with 'Council' or 'Trust' at `at`: back over words with capitals and small words between them. */
static int64_t name_start(ofs_str s, int64_t at)
{
    static const char *const joints[] = {"and", "of", "upon", "on", "the", NULL};
    static const char *const others[] = {"published", "by",  "from", "source", "copyright", "author",
                                         "publisher", "the", "at",   "for",    NULL};
    static const char *const openings[] = {
        "however",    "but",       "while",       "meanwhile", "although",   "though",       "when",    "since",
        "after",      "following", "in",          "now",       "today",      "yesterday",    "last",    "as",
        "and",        "both",      "this",        "also",      "then",       "because",      "if",      "where",
        "with",       "on",        "under",       "despite",   "according",  "inspectors",   "ofsted*", "bosses",
        "staff",      "leaders",   "leader",      "member",    "director",   "chair",        "mayor",   "executive",
        "councillor", "cllr",      "councillors", "instead",   "previously", "why",          "how",     "is",
        "did",        "what",      "like",        "unlike",    "nearby",     "neighbouring", "former",  "join",
        "joined",     "breaking",  "exclusive",   NULL};
    int64_t start = at, name = at;
    while ((start = word_before(s, start)) >= 0 && at - start < LONGEST_NAME) {
        int joint = begins(s, start, joints) || s.p[start] == '&';
        if (ofs_is_upper(s.p[start]) && begins(s, start, openings))
            break;
        if (ofs_is_upper(s.p[start]) && !begins(s, start, others))
            name = start;
        else if (!joint || ofs_is_upper(s.p[start]))
            break;
    }
    return name;
}

/* The first council or children's trust that s names, as printed; a null string where there is none. */
static ofs_str find_council(ofs_str s)
{
    static const char *const kinds[] = {"council", "children's trust", NULL};
    uint32_t length = 0, from = 0;
    for (int64_t at; s.n && (at = ofs_first_words((ofs_str){s.p + from, s.n - from}, kinds, &length)) >= 0;) {
        at += from;
        from = (uint32_t)at + length;
        int64_t start = ofs_is_upper(s.p[at]) ? name_start(s, at) : at;
        if (start < at && ofs_has_name((ofs_str){s.p + start, (uint32_t)(at - start)}))
            return (ofs_str){s.p + start, (uint32_t)(at - start) + length};
    }
    return OFS_NO_STR;
}

/* Lines of the page's head and foot. */

/* What follows one of the labels and its colon at the start of s; null where none stands there. */
static ofs_str labelled(ofs_str s, const char *const *labels)
{
    uint32_t length = ofs_opening_words(s, labels);
    if (!length)
        return OFS_NO_STR;
    s = ofs_trim((ofs_str){s.p + length, s.n - length});
    while (s.n && (s.p[0] == ':' || s.p[0] == '-'))
        s = ofs_trim((ofs_str){s.p + 1, s.n - 1});
    return s;
}

static ofs_str short_line(const ofs_block *block)
{
    return block->kind == OFS_BLOCK_TABLE || block->text.n > LONGEST_BYLINE ? OFS_NO_STR : block->text;
}

/* What a web page's own description says: a line that is no part of the article. */
static ofs_str described(const ofs_reader *reader, const char *const *labels)
{
    const ofs_source *source = reader->source;
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        ofs_str value = line->kind != OFS_LINE_ARTIFACT ? OFS_NO_STR : labelled(ofs_line_text(source, line), labels);
        if (value.n)
            return value;
    }
    return OFS_NO_STR;
}

/* Date. */

static int set_published(ofs_reader *reader, ofs_str line, ofs_place place)
{
    ofs_found_date found;
    if (!line.n || !ofs_find_date(line, 0, &found) || !found.date.year)
        return 0;
    reader->report->published = found.date;
    ofs_add_date_issues(reader, found.flags, "published", place, line);
    return 1;
}

static int read_labelled_date(ofs_reader *reader)
{
    static const char *const labels[] = {"published on",
                                         "published",
                                         "date published",
                                         "publication date",
                                         "publish date",
                                         "first published",
                                         "posted on",
                                         "posted",
                                         "release date",
                                         "released",
                                         "date",
                                         "added",
                                         NULL};
    for (uint32_t i = 0; i < reader->blocks.count; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        ofs_str value = labelled(short_line(block), labels);
        if (value.p && !value.n && i + 1 < reader->blocks.count)
            value = short_line(++block); /* the label alone */
        if (set_published(reader, value, ofs_place_of(block)))
            return 1;
    }
    return 0;
}

/* The first day is that of something else: of the page's last change, of an event. */
static int is_other_day(ofs_str line)
{
    static const char *const others[] = {"modified", "updated",  "reviewed", "amended",  "event*", "comment*", "close*",
                                         "closing",  "deadline", "expire*",  "meeting*", "next",   "due",      NULL};
    ofs_found_date found;
    return ofs_find_date(line, 0, &found) && ofs_has_words((ofs_str){line.p, found.at.start}, others);
}

/* 'Tuesday 14 May 2024, 9.30 am': a date and hardly a word. */
static int is_day_alone(ofs_str line)
{
    enum { WEEKDAY = 1, TIME = 2 };
    ofs_found_date found;
    return line.n && ofs_find_date(line, 0, &found) && ofs_count_words((ofs_str){line.p, found.at.start}) <= WEEKDAY &&
           ofs_count_words((ofs_str){line.p + found.at.end, line.n - found.at.end}) <= TIME;
}

/* The first short line at the article's head that is no sentence and has a whole date, one that is nothing else before
 * others. */
static uint32_t read_byline(ofs_reader *reader, uint32_t title)
{
    uint32_t count = reader->blocks.count, end = count < title + TOP_BLOCKS + 1 ? count : title + TOP_BLOCKS + 1;
    for (int alone = 1; alone >= 0; alone--)
        for (uint32_t i = 0; i < end; i++) {
            const ofs_block *block = &reader->blocks.at[i];
            ofs_str line = short_line(block);
            if (i == title || !line.n || line.p[line.n - 1] == '.' || is_other_day(line) ||
                (alone && !is_day_alone(line)))
                continue;
            if (set_published(reader, line, ofs_place_of(block)))
                return i;
        }
    return count;
}

/* 'a report published today (Friday 13 January 2023)'. */
static void read_stated_date(ofs_reader *reader, uint32_t title)
{
    static const char *const stated[] = {"today (*", NULL};
    for (uint32_t i = title; i < reader->blocks.count && i <= title + TOP_BLOCKS; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        uint32_t length = 0;
        int64_t at = block->kind == OFS_BLOCK_TABLE ? -1 : ofs_first_words(block->text, stated, &length);
        if (at < 0)
            continue;
        ofs_str rest = {block->text.p + at + length, block->text.n - (uint32_t)at - length};
        if (set_published(reader, ofs_leading_words(rest, DATE_WORDS), ofs_place_of(block)))
            return;
    }
}

/* '2023-01-13', as a web page's description has it. */
static void read_described_date(ofs_reader *reader)
{
    static const char *const labels[] = {"published", NULL};
    set_published(reader, described(reader, labels), OFS_NOWHERE);
}

/* Publisher and authority. */

/* '© X Council', 'By X Council'; or the one council whose name is a line of its own: several are what the article is
 * parted by. */
static ofs_str council_on_a_line(const ofs_blocks *blocks)
{
    static const char *const owners[] = {"copyright", "posted by", "author", "by", "issued by", NULL};
    ofs_str alone = OFS_NO_STR;
    int several = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        ofs_str line = short_line(&blocks->at[i]);
        int marked = line.n >= 2 && memcmp(line.p, "\xC2\xA9", 2) == 0;
        ofs_str council = find_council(line);
        if (council.n && (marked || labelled(line, owners).n))
            return council;
        if (!council.n || council.n != line.n)
            continue;
        several |= alone.n && !ofs_equal(alone, council);
        alone = council;
    }
    return several ? OFS_NO_STR : alone;
}

static ofs_str publisher_named(const ofs_reader *reader, uint32_t byline)
{
    static const char *const labels[] = {"published by", "publisher", "source", NULL};
    static const char *const page[] = {"publisher", NULL};
    const ofs_blocks *blocks = &reader->blocks;
    ofs_str named = OFS_NO_STR;
    for (uint32_t i = 0; !named.n && i < blocks->count; i++)
        named = labelled(short_line(&blocks->at[i]), labels);
    if (!named.n && byline < blocks->count)
        named = find_council(blocks->at[byline].text);
    if (!named.n)
        named = described(reader, page);
    return named.n ? named : council_on_a_line(blocks);
}

/* The council whose councillor or director speaks in the block: 'Cllr Smith, lead member at X Council, said'. */
static ofs_str speakers_council(const ofs_block *block)
{
    ofs_str text = block->text;
    int speaks = block->kind != OFS_BLOCK_TABLE && ofs_has_words(text, COUNCILLORS) && ofs_has_words(text, SPEAKING);
    return speaks ? find_council(text) : OFS_NO_STR;
}

/* The council that speaks in an article is more likely its publisher than the first that it names. */
static ofs_str infer_publisher(const ofs_reader *reader, uint32_t title, ofs_place *place)
{
    const ofs_blocks *blocks = &reader->blocks;
    ofs_str first = OFS_NO_STR;
    for (uint32_t i = title; i < blocks->count; i++) {
        const ofs_block *block = &blocks->at[i];
        ofs_str speaker = speakers_council(block);
        if (speaker.n || (!first.n && block->kind != OFS_BLOCK_TABLE && (first = find_council(block->text)).n))
            *place = ofs_place_of(block);
        if (speaker.n)
            return speaker;
    }
    return first;
}

/* 1: a line says who it is; 0: it is inferred. */
static int read_publisher(ofs_reader *reader, uint32_t title, uint32_t byline)
{
    ofs_report *report = reader->report;
    ofs_place place = OFS_NOWHERE;
    report->publisher = publisher_named(reader, byline);
    if (report->publisher.n)
        return 1;
    report->publisher = infer_publisher(reader, title, &place);
    if (report->publisher.n)
        ofs_add_issue_about(reader, "inferred", "publisher", place,
                            "No line says who published this; '%s' is the council that speaks in it, or the first that "
                            "it names.",
                            report->publisher, OFS_NO_STR);
    return 0;
}

/* How many authorities s names, without papers and stations that are called after them: 0, 1 or 2 for more. */
static int count_authorities(const ofs_reader *reader, ofs_str s, ofs_authority *authority)
{
    ofs_authority next;
    ofs_span at;
    int count = 0;
    for (uint32_t from = 0; ofs_find_named_authority(reader->context, s, from, &next, &at); from = at.end) {
        if (!count++)
            *authority = next;
        else if (!ofs_equal(next.name, authority->name))
            return 2;
        else
            count--;
    }
    return count;
}

/* As printed, where the register has no name of the text: 'services in X', 'X was rated'. */
static void name_authority(ofs_reader *reader, uint32_t title)
{
    const ofs_block *blocks = reader->blocks.at;
    ofs_span at;
    for (uint32_t i = title; i < reader->blocks.count; i++)
        if (blocks[i].kind != OFS_BLOCK_TABLE && ofs_find_placed_council(blocks[i].text, 0, &at)) {
            ofs_set_authority(reader, (ofs_str){blocks[i].text.p + at.start, at.end - at.start},
                              ofs_place_of(&blocks[i]));
            return;
        }
    ofs_set_authority(reader, OFS_NO_STR, OFS_NOWHERE);
}

/* Of the first paragraph that names any: the one that it names alone. */
static void infer_authority(ofs_reader *reader, uint32_t title)
{
    ofs_authority *authority = &reader->report->authority;
    const ofs_block *blocks = reader->blocks.at;
    uint32_t i = title;
    int count = 0;
    for (; i < reader->blocks.count; i++)
        if (blocks[i].kind != OFS_BLOCK_TABLE && (count = count_authorities(reader, blocks[i].text, authority)) != 0)
            break;
    if (count == 1) {
        ofs_add_issue_about(
            reader, "inferred", "authority", ofs_place_of(&blocks[i]),
            "Neither the publisher nor the headline names a single authority; '%s' is the first one in the text.",
            authority->name, OFS_NO_STR);
        return;
    }
    *authority = (ofs_authority){0};
    if (count)
        ofs_add_issue(reader, "two_authorities", "authority", ofs_place_of(&blocks[i]),
                      "The article speaks of several authorities; none was taken.");
    else
        name_authority(reader, title);
}

/* Whose article it is was inferred, and it names others, too. */
static void doubt_authority(ofs_reader *reader, uint32_t title)
{
    const ofs_authority *authority = &reader->report->authority;
    const ofs_block *blocks = reader->blocks.at;
    for (uint32_t i = title; i < reader->blocks.count; i++) {
        ofs_authority other = {0};
        int count = blocks[i].kind != OFS_BLOCK_TABLE ? count_authorities(reader, blocks[i].text, &other) : 0;
        if (!count || (count == 1 && ofs_equal(other.name, authority->name)))
            continue;
        ofs_add_issue_about(reader, "inferred", "authority", ofs_place_of(&blocks[i]),
                            "No line says who published this, and the headline names no authority; '%s' was used, but "
                            "others are named, too.",
                            authority->name, OFS_NO_STR);
        return;
    }
}

/* The publisher's, else the headline's, else the first that a paragraph names alone. 1: the article says whose it is. */
static int read_authority(ofs_reader *reader, uint32_t title, int is_printed)
{
    ofs_authority *authority = &reader->report->authority, headline;
    const ofs_block *blocks = reader->blocks.at;
    int published = ofs_match_authority(reader->context, reader->report->publisher, authority);
    int named = title < reader->blocks.count ? count_authorities(reader, blocks[title].text, &headline) : 0;
    if (published == 1) {
        if (named == 1 && !ofs_equal(headline.name, authority->name))
            ofs_add_issue_about(
                reader, "two_authorities", "authority", ofs_place_of(&blocks[title]),
                "The publisher belongs to '%s' but the headline names '%s'; the publisher's authority was used.",
                authority->name, headline.name);
        if (!is_printed && named != 1)
            doubt_authority(reader, title);
        return is_printed || named == 1;
    }
    if (named == 1) {
        *authority = headline;
        return 1;
    }
    if (find_council(reader->report->publisher).n)
        ofs_set_authority(reader, reader->report->publisher, OFS_NOWHERE);
    else
        infer_authority(reader, title);
    return is_printed;
}

/* 'Inspectors visited between 7 and 18 November 2022': several days with their year, before the article. */
static void read_inspection_dates(ofs_reader *reader, uint32_t title)
{
    static const char *const inspection[] = {"inspect*", NULL};
    ofs_report *report = reader->report;
    for (uint32_t i = title; i < reader->blocks.count && !report->inspection_period_count; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        ofs_found_periods found;
        if (block->kind == OFS_BLOCK_TABLE || ofs_quote_at(block->text) || !ofs_has_words(block->text, inspection) ||
            !ofs_find_periods(reader->arena, block->text, 0, 0, &found) || found.count != 1 || found.flags)
            continue;
        ofs_period period = found.periods[0];
        if (ofs_date_compare(period.start, period.end) >= 0 || !report->published.year ||
            ofs_date_compare(period.end, report->published) > 0 ||
            ofs_date_days(report->published) - ofs_date_days(period.end) > LATEST_REPORT)
            continue;
        report->inspection_periods = found.periods;
        report->inspection_period_count = 1;
    }
}

static void read(ofs_reader *reader)
{
    uint32_t count = reader->blocks.count, title = find_title(reader);
    ofs_add_issue(reader, "secondary_source", "framework", OFS_NOWHERE,
                  "An article about an inspection, not Ofsted's report: what it says of judgements is second-hand.");
    uint32_t byline = read_labelled_date(reader) ? count : read_byline(reader, title);
    if (!reader->report->published.year)
        read_described_date(reader);
    if (!reader->report->published.year)
        read_stated_date(reader, title < count ? title : 0);
    int is_printed = read_publisher(reader, title < count ? title : 0, byline);
    int is_known = read_authority(reader, title < count ? title : 0, is_printed);
    if (title < count) {
        reader->report->title = reader->blocks.at[title].text;
        reader->blocks.at[title].kind = OFS_BLOCK_HEADING;
        reader->blocks.at[title].level = 1;
    } else {
        title = 0;
    }
    read_inspection_dates(reader, title);
    ofs_read_news_grades(reader, title, count, is_known);
    ofs_read_sections(reader, title, count, NULL);
    ofs_read_footnotes(reader);
}

static const ofs_invariant INVARIANTS[] = {
    {OFS_ALWAYS_FIELD, "missing", "published", .message = "The article's date is not printed."},
    {OFS_ALWAYS_FIELD, "missing", "publisher", .message = "The article does not say who published it."},
    {OFS_ALWAYS_JUDGEMENT, "missing", "judgements",
     .message = "The article gives no overall grade that can be read with certainty.", .key = "overall_effectiveness"},
    OFS_NO_INVARIANT,
};

const ofs_framework OFS_FRAMEWORK_NEWS = {
    .id = OFS_NEWS, .invariants = INVARIANTS, .is_second_hand = 1, .recognise = recognise, .read = read};
