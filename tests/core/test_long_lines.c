/* Text that has lost its line ends: where one long line is cut into a cover's labels, headings, graded rows, items, numbered
 * paragraphs, a letter's parts, and the numbers of its pages. Texts and the framework are invented. */
#include "check.h"
#include "infer/infer.h"

static const ofs_row ROWS[] = {{"overall", "overall", "overall effectiveness", OFS_ROW_PLAIN},
                               {"help", "help", "help and protection", OFS_ROW_PLAIN},
                               {NULL, NULL, NULL, OFS_ROW_PLAIN}};
static const ofs_heading HEADINGS[] = {{"main findings$", OFS_ROLE_PROSE, 0, NULL},
                                       {"what needs to improve", OFS_ROLE_IMPROVE, 0, NULL},
                                       {"summary$", OFS_ROLE_PROSE, 0, NULL},
                                       {"earlier inspections$", OFS_ROLE_PREVIOUS, 0, NULL},
                                       {"a line of words$", OFS_ROLE_LINE, 0, NULL},
                                       {"adoption", OFS_ROLE_PROSE, 0, "adoption"},
                                       OFS_NO_HEADING};
static const char *const TITLES[] = {"inspection of services in ", NULL};
static const char *const OPENINGS[] = {"this letter tells ", NULL};
static const ofs_framework FRAMEWORK = {
    .rows = ROWS, .headings = HEADINGS, .titles = TITLES, .openings = OPENINGS, .rows_have_numbers = 1};

static void cut(void *what)
{
    static const ofs_framework *const known[] = {&FRAMEWORK};
    ofs_source *source = what;
    ofs_headings sorted = ofs_sort_headings(&source->arena, HEADINGS);
    ofs_cut_long_lines(source, ofs_note_cuts(&source->arena, known, &sorted, 1), NULL);
}

static void check_cut(const char *text, const char *want)
{
    check_words got = {{0}, 0};
    ofs_source *source = check_text_source(text);
    check_attempt(source, cut, source);
    for (uint32_t i = 0; i < source->line_count; i++) {
        check_add(&got, i ? " | " : "");
        check_add_str(&got, ofs_line_text(source, &source->lines[i]));
    }
    check_expect(text, want, &got);
    ofs_source_free(source);
}

/* Pages of `sentences` sentences that no two share, all on one line, each with its number behind what runs. Says what
 * stands on each line that has no such sentence, and how many sentences the others have. */
static void check_pages(const char *what, uint32_t sentences, const char *const *ends, const char *want)
{
    static char text[60000];
    size_t n = 0;
    for (uint32_t page = 0; ends[page]; page++) {
        for (uint32_t i = 0; i < sentences; i++)
            n +=
                (size_t)snprintf(text + n, sizeof text - n, "%c%c is what those who live there call the home of %c%c. ",
                                 (int)('A' + page), (int)('a' + i), (int)('a' + i), (int)('a' + page));
        n += (size_t)snprintf(text + n, sizeof text - n, "%s ", ends[page]);
        FUZZ_CHECK(n < sizeof text);
    }
    text[n - 1] = '\0'; /* the last number may end the text */
    check_words got = {{0}, 0};
    ofs_source *source = check_text_source(text);
    check_attempt(source, cut, source);
    for (uint32_t i = 0; i < source->line_count; i++) {
        ofs_str line = ofs_line_text(source, &source->lines[i]);
        uint32_t found = 0;
        for (uint32_t k = 0; k + 9 < line.n; k++)
            found += !memcmp(line.p + k, "those who", 9);
        check_add(&got, "%s%s", i ? " | " : "", source->lines[i].flags & OFS_LINE_GAP ? "~" : "");
        if (found)
            check_add(&got, "%u", found);
        else
            check_add_str(&got, line);
    }
    check_expect(what, want, &got);
    ofs_source_free(source);
}

static void test_page_numbers(void)
{
    static const struct {
        const char *what, *ends[12], *want;
        uint32_t sentences;
    } examples[] = {
        {"three pages", {"1", "2", "3", "", NULL}, "~16 | ~1 | 16 | ~2 | 16 | ~3 | 16", 16},
        {"two pages", {"1", "2", "", NULL}, "~48", 16},
        {"a running line before",
         {"Report on the town of Ayton 1", "Report on the town of Ayton 2", "Report on the town of Ayton 3", "", NULL},
         "~16 | ~Report on the town of Ayton | ~1 | 16 | ~Report on the town of Ayton | ~2 | 16 | ~Report on the town of Ayton | ~3 | 16",
         16},
        {"a running line behind",
         {"1 Report on the town of Ayton", "2 Report on the town of Ayton", "3 Report on the town of Ayton", "", NULL},
         "~16 | ~1 | ~Report on the town of Ayton | 16 | ~2 | ~Report on the town of Ayton | 16 | ~3 | ~Report on the town of Ayton | 16",
         16},
        {"a short one", {"The town 1", "The town 2", "The town 3", "", NULL}, "~16 | ~1 | 16 | ~2 | 16 | ~3 | 16", 16},
        {"on two of three",
         {"Report on the town of Ayton 1", "Report on the town of Ayton 2", "3", "", NULL},
         "~16 | ~1 | 16 | ~2 | 16 | ~3 | 16",
         16},
        {"a long one on two of three",
         {"Report on all of the homes for children in Ayton 1", "Report on all of the homes for children in Ayton 2",
          "3", "", NULL},
         "~16 | ~Report on all of the homes for children in Ayton | ~1 | 16 | ~Report on all of the homes for children in Ayton | ~2 | 16 | ~3 | 16",
         16},
        {"a number is missing", {"1", "2", "", "4", "5", "", NULL}, "~16 | ~1 | 16 | ~2 | 32 | ~4 | 16 | ~5 | 16", 16},
        {"two are missing", {"1", "2", "", "", "5", "6", "", NULL}, "~112", 16},
        {"too short pages", {"1", "2", "3", "4", "", NULL}, "~50", 10},
        {"long enough", {"1", "2", "3", "", NULL}, "~14 | ~1 | 14 | ~2 | 14 | ~3 | 14", 14},
        {"too long ones", {"1", "2", "3", "", NULL}, "~560", 140},
        {"numbers that fall", {"3", "2", "1", "", NULL}, "~64", 16},
        {"not from one on", {"7", "8", "9", "", NULL}, "~16 | ~7 | 16 | ~8 | 16 | ~9 | 16", 16},
        {"large ones", {"998", "999", "1000", "1001", NULL}, "~64", 16},
        {"the largest", {"997", "998", "999", "", NULL}, "~16 | ~997 | 16 | ~998 | 16 | ~999 | 16", 16},
        {"none at all", {"0", "1", "2", "", NULL}, "~64", 16},
        {"days", {"1 May", "2 May", "3 May", "", NULL}, "~64", 16},
        {"glued", {"1a", "2a", "3a", "", NULL}, "~64", 16},
        {"glued before", {"a1", "a2", "a3", "", NULL}, "~64", 16},
        {"one that stands twice", {"1", "2 and 2", "3", "", NULL}, "~16 | ~1 | 32 | ~3 | 16", 16},
        {"one that may be another's", {"1", "2", "2", "3", "", NULL}, "~16 | ~1 | 48 | ~3 | 16", 16},
        {"one that comes again on a later page",
         {"1", "2", "3", "4 and 2", "5", "", NULL},
         "~16 | ~1 | 16 | ~2 | 16 | ~3 | 16 | ~4 | 16 | ~5 | 16",
         16},
        /* as many as there is room for at first: nothing behind them is looked at */
        {"eight pages",
         {"1", "2", "3", "4", "5", "6", "7", "8", "", NULL},
         "~16 | ~1 | 16 | ~2 | 16 | ~3 | 16 | ~4 | 16 | ~5 | 16 | ~6 | 16 | ~7 | 16 | ~8 | 16",
         16},
        {"at the end", {"1", "2", "3", NULL}, "~16 | ~1 | 16 | ~2 | 16 | ~3", 16},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        check_pages(examples[i].what, examples[i].sentences, examples[i].ends, examples[i].want);
}

/* A title begins a line where a cover may stand: in the first 6,000 bytes. */
static void test_opening(void)
{
    static char text[6100];
    for (int at = 5999; at <= 6000; at++) {
        memset(text, 'a', (size_t)at);
        memcpy(text + at - 2, ". Inspection of services in Ayton They came.", 45);
        ofs_source *source = check_text_source(text);
        check_attempt(source, cut, source);
        check_number("lines", at < 6000 ? 2 : 1, source->line_count);
        ofs_source_free(source);
    }
}

int main(void)
{
    test_page_numbers();
    static const char *const table[][2] = {
        {"Children are seen. Main findings Leaders know. They ask.",
         "Children are seen. | Main findings | Leaders know. They ask."},
        {"Children are seen in Main findings Leaders know.", "Children are seen in | Main findings | Leaders know."},
        {"Children are seen. Main findings of 2019 say so.", "Children are seen. Main findings of 2019 say so."},
        {"Children are seen. Main findings: Leaders know.", "Children are seen. | Main findings: | Leaders know."},
        {"Children are seen. Main findings? Leaders know.", "Children are seen. | Main findings? | Leaders know."},
        {"Children are seen. Main findings", "Children are seen. | Main findings"},
        {"Children are seen. main findings Leaders know.", "Children are seen. main findings Leaders know."},
        {"Children are seen. Main findingsare old.", "Children are seen. Main findingsare old."},
        {"Children are seen. Summary Leaders know.", "Children are seen. | Summary | Leaders know."},
        {"Children are seen in Summary Leaders know.", "Children are seen in Summary Leaders know."},
        {"Children are seen. Summary “We were helped”, they said.",
         "Children are seen. | Summary | “We were helped”, they said."},
        {"Children are seen. Summary – they said.", "Children are seen. | Summary | – they said."},
        {"Children are seen. Summary - they said.", "Children are seen. Summary - they said."},
        {"Children are seen. Summary 12 homes.", "Children are seen. | Summary | 12 homes."},
        {"Children are seen. Summary _ homes.", "Children are seen. | Summary | _ homes."},
        {"Children are seen. Summary they said.", "Children are seen. Summary they said."},
        {"Children are seen: Summary Leaders know.", "Children are seen: | Summary | Leaders know."},
        {"Children are seen. What needs to improve? The plans. The visits.",
         "Children are seen. | What needs to improve? | The plans. The visits."},
        {"Children are seen. What needs to improve: the plans.",
         "Children are seen. | What needs to improve: | the plans."},
        {"Children are seen. What needs to improve in this area The plans.",
         "Children are seen. | What needs to improve in this area | The plans."},
        {"Children are seen. What needs to improve. The plans.",
         "Children are seen. What needs to improve. The plans."},
        {"Children are seen. What needs to improve; The plans.",
         "Children are seen. What needs to improve; The plans."},
        {"Children are seen. What needs to improve in this", "Children are seen. | What needs to improve in this"},
        {"Children are seen and what needs to improve. What needs to improve • The plans • The visits",
         "Children are seen and what needs to improve. | What needs to improve | • The plans | • The visits"},
        {"Children are seen. A line of words Leaders know.", "Children are seen. A line of words Leaders know."},
        {"Overall effectiveness Good Help and protection Inadequate They know.",
         "Overall effectiveness Good | Help and protection Inadequate | They know."},
        {"Overall effectiveness: good Help and protection: inadequate They know.",
         "Overall effectiveness: good | Help and protection: inadequate | They know."},
        {"Overall effectiveness is good. Help and protection are inadequate They know.",
         "Overall effectiveness is good. | Help and protection are inadequate | They know."},
        {"Overall effectiveness good and better Help and protection good They know.",
         "Overall effectiveness good and better | Help and protection good | They know."},
        {"Overall effectiveness is that it is good Children are seen.",
         "Overall effectiveness is that it is good | Children are seen."},
        {"Overall effectiveness Requires improvement to be good Children are seen.",
         "Overall effectiveness Requires improvement to be good | Children are seen."},
        {"Overall effectiveness was seen. Overall effectiveness has grown good.",
         "Overall effectiveness was seen. Overall effectiveness has grown good."},
        {"Adoption: good Leaders know. Adoption is slow.", "Adoption: good | Leaders know. Adoption is slow."},
        {"They list • Adoption: good Leaders know.", "They list | • Adoption: good Leaders know."},
        {"Earlier inspections Overall effectiveness: good. Summary Overall effectiveness: good They know.",
         "Earlier inspections | Overall effectiveness: good. | Summary | Overall effectiveness: good | They know."},
        {"Judgement Grade Overall effectiveness Good", "Judgement Grade | Overall effectiveness Good"},
        {"Judgement grade of the town.", "Judgement grade of the town."},
        {"Inspection of services in Ayton They came.", "Inspection of services in Ayton They came."},
        {"This letter tells what we saw. It is long.", "This letter tells what we saw. It is long."},
        {"We came and This letter tells what we saw.", "We came and This letter tells what we saw."},
        {"Inspection dates: 4 March to 15 March 2024 Lead inspector: Ann Bray, HMI They came.",
         "Inspection dates: 4 March to 15 March 2024 | Lead inspector: Ann Bray, HMI They came."},
        {"Inspection dates: 4 March to 15 March 2024 and Report published: 7 May 2024 They came.",
         "Inspection dates: 4 March to 15 March 2024 | and | Report published: 7 May 2024 | They came."},
        {"Inspection dates They came for a while and for some more: days.",
         "Inspection dates They came for a while and for some more: days."},
        {"Report published 7 May 2024 They came.", "Report published 7 May 2024 | They came."},
        {"Lead inspector: Ann Bray", "Lead inspector: Ann Bray"},
        {"They asked. Lead inspector and others.", "They asked. Lead inspector and others."},
        {"1. Children are seen. 2. They know. 3. They ask.", "1. Children are seen. | 2. They know. | 3. They ask."},
        {"1. Children are seen. 3. They know. 6. They ask.", "1. Children are seen. | 3. They know. 6. They ask."},
        {"1. Children are seen. 4. They know.", "1. Children are seen. 4. They know."},
        {"2. Children are seen. They know.", "2. Children are seen. They know."},
        {"1. Children are seen. Homes 2. They know.", "1. Children are seen. | Homes | 2. They know."},
        {"1. Children are seen. Homes in the town and 3. They know.",
         "1. Children are seen. Homes in the town and 3. They know."},
        {"1. Children are seen. 2. they know.", "1. Children are seen. 2. they know."},
        {"1. Children are seen. 2. 12 homes are there.", "1. Children are seen. | 2. 12 homes are there."},
        {"1. Children are seen (often) 2. They know.", "1. Children are seen (often) | 2. They know."},
        {"1. Children are seen (often). 1. They know.", "1. Children are seen (often). | 1. They know."},
        {"1. Children are seen. homes 2. They know.", "1. Children are seen. homes 2. They know."},
        {"1. Children are seen. Homes for all of those who live in the town by the sea and for some of the others there too 2. They know.",
         "1. Children are seen. Homes for all of those who live in the town by the sea and for some of the others there too 2. They know."},
        {"1 Help and protection Good 1.1 Overall effectiveness Inadequate They know.",
         "1 Help and protection Good | 1.1 Overall effectiveness Inadequate | They know."},
        {"1.1 Help and protection", "1.1 Help and protection"},
        {"They know • a home • a school – and a dash - that is none",
         "They know | • a home | • a school – and a dash - that is none"},
        {"They know · a home ▪ a school", "They know | · a home | ▪ a school"},
        {"They know. They ask. Nothing begins here.", "They know. They ask. Nothing begins here."},
        {"7 May 2021 Ann Bray 1 High Street Ayton Dear Ann We came. Yours sincerely Bob Cole Her Majesty’s Inspector",
         "7 May 2021 | Ann Bray 1 High Street Ayton | Dear Ann We came. | Yours sincerely | Bob Cole | Her Majesty’s Inspector"},
        {"Ofsted Piccadilly Gate 7 May 2021 Ann Bray Dear Ann We came on 8 May 2021. They know.",
         "Ofsted Piccadilly Gate | 7 May 2021 | Ann Bray | Dear Ann We came on 8 May 2021. They know."},
        {"We came on 7 May 2021 Ann Bray Dear Ann We know.", "We came on 7 May 2021 Ann Bray | Dear Ann We know."},
        {"Dear Ann We came. dear Bob They know. Dear friends they know.",
         "Dear Ann We came. dear Bob They know. Dear friends they know."},
        {"We came. Yours sincerely Bob Cole Her Majesty’s Inspector They know. They ask each of the children what they want and what they know. Her Majesty’s Inspector",
         "We came. | Yours sincerely | Bob Cole | Her Majesty’s Inspector They know. They ask each of the children what they want and what they know. Her Majesty’s Inspector"},
        {"We came. Yours sincerely, they said.", "We came. Yours sincerely, they said."},
        {"We came. Yours faithfully Bob Cole", "We came. | Yours faithfully | Bob Cole"},
        {"We came. Yours truly, Bob Cole", "We came. | Yours truly, | Bob Cole"},
        {"Her Majesty’s Inspector They came.", "Her Majesty’s Inspector They came."},
        {"Children are seen. Main findings 12 homes are there.",
         "Children are seen. | Main findings | 12 homes are there."},
        {"1. Children are seen. 2. They know “x”. Summary", "1. Children are seen. | 2. They know “x”. | Summary"},
        {"Children are seen. Summaryofall Leaders know.", "Children are seen. Summaryofall Leaders know."},
        {"Children are seen. Summary", "Children are seen. | Summary"},
        {"Children are seen. Summary?", "Children are seen. | Summary?"},
        {"Children are seen. Summary:They know.", "Children are seen. Summary:They know."},
        {"Overall effectiveness   good Leaders know.", "Overall effectiveness   good | Leaders know."},
        {"Overall effectiveness", "Overall effectiveness"},
        {"They said. Overall effectiveness ", "They said. Overall effectiveness"},
        {"Overall effectiveness - good Leaders know.", "Overall effectiveness - good | Leaders know."},
        {"Overall effectiveness: Good", "Overall effectiveness: Good"},
        {"Overall effectiveness is goodness itself Leaders know.",
         "Overall effectiveness is goodness itself Leaders know."},
        {"Overall effectiveness in this town is good Leaders know.",
         "Overall effectiveness in this town is good Leaders know."},
        {"Adoption is good Leaders know.", "Adoption is good | Leaders know."},
        {"Adoption", "Adoption"},
        {"Adoption inadequate. They know.", "Adoption inadequate. They know."},
        {"Inspection dates: 4 March to 15 March 2024 They came. Inspection dates: 4 March 2024",
         "Inspection dates: 4 March to 15 March 2024 | They came. | Inspection dates: 4 March 2024"},
        {"Inspection dates: of all of the homes, on 4 March to 15 March 2024 They came.",
         "Inspection dates: of all of the homes, on 4 March to 15 March 2024 They came."},
        {"Report published: on or soon after 7 May 2024 They came.",
         "Report published: on or soon after 7 May 2024 They came."},
        {"Report published by 7 May 2024", "Report published by 7 May 2024"},
        {"Report published: soon They came.", "Report published: soon They came."},
        {"Inspection date: 4 March 2024 Report published: 7 May 2024 Lead inspector: Ann Bray",
         "Inspection date: 4 March 2024 | Report published: 7 May 2024 | Lead inspector: Ann Bray"},
        {"They came. Reporting inspector: Ann Bray They asked.",
         "They came. | Reporting inspector: Ann Bray They asked."},
        {"1. Children are seen. 1. They know. 2. They ask. 1. They wait.",
         "1. Children are seen. | 1. They know. | 2. They ask. | 1. They wait."},
        {"1. Children are seen. 2. They know. 2. They ask. 3. They wait.",
         "1. Children are seen. | 2. They know. 2. They ask. | 3. They wait."},
        {"1. Children are seen. They say 2. They know.", "1. Children are seen. | They say | 2. They know."},
        {"1. Children are seen! Homes of all 2. They know.", "1. Children are seen! | Homes of all | 2. They know."},
        {"1. Children are seen? Homes of all 2. They know.", "1. Children are seen? | Homes of all | 2. They know."},
        {"1. Children are seen (all) Homes of all 2. They know.",
         "1. Children are seen (all) | Homes of all | 2. They know."},
        {"1. Children in Ayton are good 2.", "1. Children in Ayton are good | 2."},
        {"1. Children are seen. 2.", "1. Children are seen. | 2."},
        {"1. Children are seen. 2", "1. Children are seen. 2"},
        {"12 3 Help and protection Good They know.", "12 3 Help and protection Good | They know."},
        {"1 . 2 Help and protection Good They know.", "1 . 2 Help and protection Good | They know."},
        {"1.1.1.1.1.1 Help and protection Good They know.", "1.1.1.1.1.1 | Help and protection Good | They know."},
        {"2 Help and other things Good They know.", "2 Help and other things Good They know."},
        {"2 Help and protection and other things They know.", "2 Help and protection and other things They know."},
        {"7 May 2021 Ann Bray 1 High Street Ayton We came.", "7 May 2021 Ann Bray 1 High Street Ayton We came."},
        {"7 May Ann Bray Dear Ann We came.", "7 May Ann Bray | Dear Ann We came."},
        {"Since 7 May 2021 Ann Bray Dear Ann We came. 8 May 2021 Dear Bob They ask.",
         "Since 7 May 2021 Ann Bray | Dear Ann We came. 8 May 2021 | Dear Bob They ask."},
        {"Dear Ann", "Dear Ann"},
        {"We came. Dear Ann Dear Bob They ask.", "We came. | Dear Ann | Dear Bob They ask."},
        {"We came. Yours sincerely Bob Cole and all of those who had come with him to see and hear and ask His Majesty’s Inspector",
         "We came. | Yours sincerely | Bob Cole and all of those who had come with him to see and hear and ask | His Majesty’s Inspector"},
        {"We came. Yours sincerely, Bob Cole", "We came. | Yours sincerely, | Bob Cole"},
        {"We came. Your sincerely Bob Cole", "We came. | Your sincerely | Bob Cole"},
        {"Yours sincerely", "Yours sincerely"},
        {"\tThey know.  They ask. \t Summary \t Leaders know.", "They know.  They ask. | Summary | Leaders know."},
        {"They know.\n\nSummary They ask.\nThey wait. Main findings",
         "They know. | Summary | They ask. | They wait. | Main findings"},
        {"They know \xE2\x80\xA2", "They know | •"},
        {"They know \xE2\x80\xA2 ", "They know | •"},
        {"They know \xC2\xA3 12 and \xC3\x89mile", "They know £ 12 and Émile"},
        {"Judgement grade 1 Overall effectiveness Good", "Judgement grade | 1 | Overall effectiveness Good"},
        {"They know. Judgement grade ", "They know. | Judgement grade"},
        {"We came and Inspection of services in Ayton They came.",
         "We came and | Inspection of services in Ayton They came."},
        {"They came. This letter tells what we saw. It is long.",
         "They came. | This letter tells what we saw. It is long."},
        {"Earlier inspections Overall effectiveness good Main findings Overall effectiveness good They know.",
         "Earlier inspections | Overall effectiveness good | Main findings | Overall effectiveness good | They know."},
        {"They list \xE2\x80\xA2 Overall effectiveness: good Leaders know.",
         "They list | • Overall effectiveness: good Leaders know."},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_cut(table[i][0], table[i][1]);
    test_opening();
    return check_result();
}
