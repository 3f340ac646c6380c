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

static void cut(void *source)
{
    static const ofs_framework *const known[] = {&FRAMEWORK};
    ofs_cut_long_lines(source, known, 1);
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

int main(void)
{
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
        {"Her Majesty’s Inspector They came.", "Her Majesty’s Inspector They came."},

    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_cut(table[i][0], table[i][1]);
    return check_result();
}
