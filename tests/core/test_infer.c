/* Kinds for lines of plain text: which line begins a heading, a paragraph, an item; which goes on with the one before;
 * what belongs to the page; footnotes, label columns, judgement tables. Texts and rows are invented. */
#include "check.h"
#include "infer/infer.h"

static const ofs_row ROWS[] = {{"overall", "overall", "overall effectiveness", OFS_ROW_PLAIN},
                               {"help", "help", "help for children and families", OFS_ROW_PLAIN},
                               {"leaders", "leaders", "the impact of leaders", OFS_ROW_PLAIN},
                               {NULL, NULL, NULL, OFS_ROW_PLAIN}};
static const ofs_heading HEADINGS[] = {{"main findings", OFS_ROLE_PROSE, 0, NULL},
                                       {"findings$", OFS_ROLE_PROSE, 0, NULL},
                                       {"what needs to improve", OFS_ROLE_IMPROVE, 0, NULL},
                                       {"areas for priority action$", OFS_ROLE_PRIORITY, 0, NULL},
                                       OFS_NO_HEADING};
static const ofs_framework FRAMEWORK = {.rows = ROWS, .headings = HEADINGS};

/* A table at the report's end, in parts, with a group that some reports grade. */
static const ofs_row RECORD_ROWS[] = {{"part", NULL, "safeguarding services", OFS_ROW_SCOPE},
                                      {"overall", "overall", "overall effectiveness", OFS_ROW_PLAIN},
                                      {"group", NULL, "outcomes for children", OFS_ROW_GROUP},
                                      {"safe", NULL, "being safe", OFS_ROW_PLAIN},
                                      {"record", NULL, "record of main findings", OFS_ROW_RECORD},
                                      {NULL, NULL, NULL, OFS_ROW_PLAIN}};
static const ofs_framework RECORD_FRAMEWORK = {.rows = RECORD_ROWS, .headings = HEADINGS};

static const ofs_framework *framework = &FRAMEWORK;

static void infer(void *source)
{
    ofs_source *text = source;
    ofs_headings headings = ofs_sort_headings(&text->arena, framework->headings);
    ofs_infer_kinds(text, framework, &headings, ofs_note_printed(&text->arena));
}

/* A word for each line: its kind's letter, or '+' where it goes on with the element of the line before. */
static void add_kinds(check_words *got, const ofs_source *source)
{
    static const char letters[] = "?PHICNTA";
    for (uint32_t i = 0; i < source->line_count; i++) {
        const ofs_line *line = &source->lines[i];
        int goes_on = i && line->element && line->element == line[-1].element && line->kind != OFS_LINE_CELL &&
                      (line->kind == OFS_LINE_NOTE) == (line[-1].kind == OFS_LINE_NOTE);
        check_add(got, "%s%c", i ? " " : "", goes_on ? '+' : letters[line->kind]);
        if (line->kind == OFS_LINE_CELL)
            check_add(got, "%u%u", line->row, line->column);
    }
}

typedef struct example {
    const char *text, *kinds;
} example;

static void check_kinds(const example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check_words got = {{0}, 0};
        ofs_source *source = check_text_source(examples[i].text);
        check_attempt(source, infer, source);
        add_kinds(&got, source);
        check_expect(examples[i].text, examples[i].kinds, &got);
        ofs_source_free(source);
    }
}

#define CHECK_KINDS(examples) check_kinds(examples, sizeof examples / sizeof *examples)

/* As wide as lines get, in other words each time: what several pages print is the page's. */
#define FULL "Social workers see children as often as they should, and they write plans that\n"
#define WIDE "Leaders know their services well, but not all of what they planned was done by\n"
#define LAST "The school is there for them, and those who have left care come back for the new\n"

static void test_paragraphs(void)
{
    static const example examples[] = {
        {"", ""},
        {"Children are safe.", "P"},
        {FULL FULL "families understand.\n", "P + +"},
        /* a short line ends its paragraph where the sentence ends */
        {FULL "families understand.\nManagers know this.\n" WIDE LAST, "P + P P +"},
        {FULL "\nManagers know this.\n" WIDE, "P P P"},
        /* and so does a longer one, where the next word would have fitted well */
        {WIDE "Children know whom they may turn to, and what is planned now.\n" FULL, "P + P"},
        {WIDE "Children know whom they may turn to and what is to be planned for them.\n" FULL, "P + +"},
        {WIDE "Children know whom they may turn to, and what is planned now,\n" FULL, "P + +"},
        {WIDE "Children know whom they may turn to, and what is planned now.\n24 of them do.\n", "P + P"},
        /* which is told by how wide letters are, not by how many */
        {WIDE "Little of it will fit in it till it is still; little will tell it all.\n" FULL, "P + P"},
        {WIDE "Managers who know whom mums welcome make homes warm, and more women.\n" FULL, "P + +"},
        /* on any line near, not only on the one with most letters */
        {"Managers whom women know make homes warm, and mums welcome more women at home as\n"
         "Little of it will fit in it till it is still; little will tell it all, if it is in it\n"
         "They know whom they may turn to, and what women want is planned now.\n" FULL,
         "P + + P"},
        /* but not in a paragraph of narrow lines, nor in a numbered one, nor below an item's first line */
        {FULL "\nThey are seen as often as they should be, by those whom they know\n"
              "and like best, and most of them are well when all of this ends.\n" WIDE,
         "P P + +"},
        {"1. They are seen by those who work with them, as often as their plan says, and\n"
         "Children know whom they may turn to, and what is planned now.\n" FULL "2. They meet.\n",
         "I + + I"},
        {WIDE "- Children know whom they may turn to, and what is planned.\n" FULL, "P I +"},
        /* a team's list: what each did there begins a paragraph; no other words before a colon do */
        {WIDE "inspectors.\nLead inspector: Ada Quill\nTeam inspectors: Bram Thorne, Cleo Vane, Dan Frost, Eve Marsh,\n"
              "Fay Holt, Gil Stone\nSenior data analysts: Hal Ward\nQuality assurance manager: Ida Crane\n",
         "P + P P + P P"},
        {FULL "that they know of\nThe manager: Ada Quill\n", "P + +"},
        {FULL "families understand.\nManagers say this: Ada Quill\n" FULL, "P + P +"},
        /* a text that is not wrapped: each of its lines is a paragraph */
        {"Social workers see children as often as they should and write plans that families understand, and managers "
         "know whom they see and why and how often they do so, and what has come of it.\nManagers know this.\n",
         "P P"},
        /* a salutation, a letter's own lines; no salutation */
        {FULL "Dear Ms Quill\n" WIDE, "P P P"},
        {FULL "Dearborn Road.\n" WIDE, "P + P"},
        {FULL "Her Majesty's Chief Inspector of Education, Children's Services and Skills\n", "P P"},
        /* a gap within a sentence */
        {FULL "\nmanagers know.\n" FULL, "P + P"},
        {FULL "\n12 families know.\n" FULL, "P + P"},
        {"Children\n\nand families know.\n" FULL FULL, "P P P +"},
        /* which no sentence ends with, whatever the line's width and what follows */
        {"The last inspection was in\n\nMay 2012. It found help.\n" FULL FULL, "P + P +"},
        {"- The last inspection of\n\nChildren's Services was long ago.\n" FULL FULL, "I + P +"},
        {"The last inspection was good\n\nMay 2012. It found help.\n" FULL FULL, "P P P +"},
        /* a page ends within a sentence, or between two */
        {FULL "\ffamilies understand.\n" WIDE, "P + P"},
        {FULL "\fFamilies understand.\n" WIDE, "P + P"},
        {"1. Children are seen.\n" FULL "families.\n\f" WIDE "families.\n", "I P + P +"},
        {"1. Children are seen, and the workers whom they know best see them as often as\n"
         "they should. They know this, as do those who are the managers of their workers.\n\f" WIDE "families.\n",
         "I + + +"},
        {"1. Children are seen, and the workers whom they know best see them as often as\n"
         "they should. They know this, as do those who are the managers of their workers.\n\f" LAST "\nThey ask.\n",
         "I + P P"},
        /* where numbers stand apart, below a gap or first on a page, only a gap ends a paragraph; what stands before
         * the next number without one is the paragraph's in any case */
        {FULL FULL
         "\n1. They are seen.\nThey know.\n\n2. They wait.\n\n3. They meet.\n\f4. They learn.\n\f5. They lead.\n",
         "P + I + I I I I"},
        {FULL FULL "\n1. They are seen.\nThey know.\n2. They wait.\n3. They meet.\n4. They learn.\n5. They lead.\n",
         "P + I + I I I I"},
        {FULL FULL "\n1. They are seen.\nThey know.\n- They wait.\n2. They meet.\n", "P + I P I I"},
        /* and a line that left much room ends one that has no number, there, too */
        {FULL "They are seen.\n" FULL "families know.\n\n1. They wait.\n\n2. They meet.\n\n3. They learn.\n\n"
              "4. They lead.\n\n5. They see.\n",
         "P + P + I I I I I"},
        {FULL "They are seen by:\n" FULL "families know.\n\n1. They wait.\n\n2. They meet.\n\n3. They learn.\n\n"
              "4. They lead.\n\n5. They see.\n",
         "P + + + I I I I I"},
        /* a gap within a numbered paragraph's sentence: a full line or the sentence's end goes on, no other does */
        {"1. " FULL "\nOfsted knows.\n", "I +"},
        {"1. " FULL "\nOfsted knows\n", "I P"},
        {"1. " FULL "\nOfsted knows who they are, and has written to each of those who live here in\n", "I +"},
        {FULL "\nOfsted knows.\n", "P P"},
        {"Children are seen.\n\fThey are heard.\n" FULL, "P P P"},
        {"They meet.\nHelp for\n\fFamilies know.\n" WIDE LAST, "P P P P +"},
    };
    CHECK_KINDS(examples);
}

static void test_numbers(void)
{
    static const example examples[] = {
        {"1. Children are seen.\n\n2. They are heard.\n\n3. They know why.\n", "I I I"},
        /* the series expects no 2006 and, in the middle of a sentence, no 2 */
        {"1. Children have been seen since\n2006. The trust began.\n", "I +"},
        {"1. Children are seen, as said in paragraph\n2. and again\n", "I +"},
        /* a number or two may be missing, four may not */
        {"1. Children are seen.\n\n4. They are heard.\n", "I I"},
        {"1. Children are seen.\n\n5. They are heard.\n", "I P"},
        {"1. Children are seen.\nFindings\n3. They are heard.\n", "I H I"},
        {"1. Children are seen.\n\n1. They are heard.\n", "I I"},
        {"3. Children are seen.\n\n2. They are heard.\n", "I P"},
        {"2. Children are seen.\n\n1. They are heard.\n", "I I"},
        {"2. Children are seen.\n\n2. They are heard.\n", "I I"},
        {FULL "families.\n\n2. Children are seen.\n2. They are heard.\n", "P + I P"},
        /* the label alone, its text on the next line */
        {"1.\nChildren are seen.\n", "I +"},
        {"- a home\n- a school\nthat is good\n", "I I +"},
        /* a dash that a wrapped line begins with, and one that begins an entry */
        {"1. " FULL WIDE "\xE2\x80\x93 in part.\n\n2. " LAST, "I + + I"},
        {"1. " FULL
         "Leaders know their services very well, and all that they planned was done by May.\n\xE2\x80\x93 in part.\n\n2. " LAST,
         "I + I I"},
        {"1. " FULL WIDE "May\n\xE2\x80\x93 in part.\n\n2. " LAST, "I + + I I"},
        {"1. " FULL WIDE "\n\xE2\x80\x93 in part.\n\n2. " LAST, "I + I I"},
        /* the next one without its full stop, where the one after it comes */
        {"1. Children are seen.\n2 Homes are near.\n3. They know.\n", "I I I"},
        {"1. Children are seen.\n2 Homes are near.\nThey know.\n", "I + +"},
        {"1. Children are seen.\n2 homes are near.\n3. They know.\n", "I + +"},
        {"1. Children are seen.\n3 Homes are near.\n4. They know.\n", "I + +"},
        {"1. Children are seen in\n2 Homes are near.\n3. They know.\n", "I + +"},
        {"Children are seen.\n1 Homes are near.\n2. They know.\n", "P + +"},
        {"1. Children are seen.\n2Homes are near.\n3. They know.\n", "I + +"},
        {"1. Children are seen.\n2\n3. They know.\n", "I + +"},
        /* it comes again, where a paragraph can begin */
        {"1. " FULL "2. They are heard.\n\n2. They know.\n", "I + I"},
        {"1. " FULL "2. They are heard.\n\n3. They know.\n", "I I I"},
        {"1. " FULL "2. They are heard.\n3. They know.\n\n2. They ask.\n", "I I I P"},
        /* between two sentences of a numbered paragraph: a gap, a grade, a heading, an imprint */
        {"1. " FULL "They know.\n\nThey ask.\n\n2. They wait.\n", "I + P I"},
        {"1. Children are seen and heard in all of the homes and schools of this old town.\n\nThey ask.\n\n2. They wait.\n",
         "I + I"},
        {"1. Children are seen and heard in all of the homes and schools of this old town.\n\nGood\n\n2. They wait.\n",
         "I H I"},
        {"1. Children are seen and heard in all of the homes and schools of this old town.\n\nThey ask.\n\nMain findings\n\n2. "
         "They wait.\n",
         "I + H I"},
        {"1. Children are seen and heard in all of the homes and schools of this old town.\n\nThey ask.\n\n- a home\n\n2. They "
         "wait.\n",
         "I P I I"},
        {"1. Children are seen and heard in all of the homes and schools of this old town.\n\nThey ask.\n\nThe Office for "
         "Standards in Education\n",
         "I + P"},
        {"1. Children are seen and heard in all of the homes and schools of this old town\n\nThey ask\n\nThe Office for "
         "Standards in Education\n",
         "I P P"},
        {"1. " FULL
         "Leaders know their services well, and all that was planned was\n\nseen.\n\nThe Office for Standards in "
         "Education\n",
         "I + + P"},
        {"1. " FULL
         "Leaders know their services well, and all that was planned is there.\n\nThey ask.\n\nThe Office for "
         "Standards in Education\n",
         "I + P P"},
        {"1. " FULL
         "Leaders know their services well, and all that was planned is there.\n\nUnderstanding it helps.\n\nThe "
         "Office for Standards in Education\n",
         "I + + P"},
    };
    CHECK_KINDS(examples);
}

static void test_headings(void)
{
    static const example examples[] = {
        {"Main findings\nChildren are seen.\n", "H P"},
        /* below a line that runs on into it, a gap, a page's end, a sentence's end */
        {FULL "What needs to improve\n", "P +"},
        {FULL "\nWhat needs to improve\n", "P H"},
        {FULL "\fWhat needs to improve\n", "P H"},
        {FULL "They know this, as do those who are the managers of the workers they know.\nWhat needs to improve\n",
         "P + H"},
        {"Children are seen.\n\nWhat leaders in this town have to do next:\n\nHomes are near.\n", "P H P"},
        {"Children are seen.\n\nWhat leaders in this town and their managers have to do next year:\n\nHomes are near.\n",
         "P P P"},
        /* a sentence that begins with a heading's words */
        {"Main findings of this visit are that children are seen.\n", "P"},
        {"Main findings,\nChildren are seen.\n", "P +"},
        {FULL "main findings\n", "P +"},
        {FULL "Main findings\n", "P +"},
        /* the framework gives it whole: it cannot be the end of a sentence */
        {FULL "Findings\n", "P H"},
        {FULL "\nmain findings\n", "P H"},
        /* alone between gaps */
        {"Children are seen.\n\nHelp for all\n\nThey are heard.\n", "P H P"},
        {"Children are seen.\n\nHelp for all.\n\nThey are heard.\n", "P P P"},
        {"Children are seen.\n\nHelp for all,\n\nThey are heard.\n", "P P P"},
        {"Children are seen.\n\nHelp; for all\n\nThey are heard.\n", "P P P"},
        {"Children are seen.\n\nHelp in 2012\n\nThey are heard.\n", "P P P"},
        {"Children are seen.\n\nhelp for all\n\nThey are heard.\n", "P P P"},
        {"Children are seen.\n\nHelp for all\n\nthey are heard.\n", "P P P"},
        {"Children are seen.\n\nHelp for all\nThey are heard.\n", "P P +"},
        {"Children are seen.\nHelp for all\n\nThey are heard.\n", "P + P"},
        {"Children are\n\nHelp for all\n\nThey are heard.\n", "P P P"},
        {"Children are seen.\n\nHelp for all\n\nAnd for some\n\nThey are heard.\n", "P H H P"},
        {"Children are seen.\n\nHelp for all\n", "P P"},
        {"Children are seen.\n\nHelp for all:\n\nThey are heard.\n", "P H P"},
        {"Children are seen.\n\nHelp that every child in the town of Ayton needs every day is there:\n\nHomes.\n",
         "P P P"},
        /* what completes a heading */
        {"What needs to improve\nin this town?\nHomes.\n", "H + P"},
        {"What needs to improve:\n(good)\nHomes.\n", "H + P"},
        {"Children are seen\n\n" FULL "\nHomes are near.\n", "P P P"},
        {"Children are seen.\n\nHelp for all\n\n- a home\n", "P H I"},
        {"Children are seen.\n\nHelp for all\n\n1. They are heard.\n", "P H I"},
        {"Main findings: good\nChildren are seen.\n", "H P"},
        {"The impact of leaders: good\nChildren are seen.\n", "P +"},
        {"The impact of a leader: good\nChildren are seen.\n", "P +"},
        {"The impact of a leader good\nChildren are seen.\n", "P +"},
        {"What needs to improve\n\nin this town?\nHomes.\n", "H P P"},
        {"What needs to improve\nThis town\nHomes.\n", "H P +"},
        {"What needs to improve.\nin this town\nHomes.\n", "P + +"},
        {"1. Children are seen.\n\nWhat needs to improve\n\n2. They are heard.\n", "I H I"},
        /* torn in two; not over a gap or a page's end */
        {"They are seen.\nAreas for\npriority action\nHomes.\n", "P H + P"},
        {"They are seen.\nAreas for\n\npriority action\nHomes.\n", "P + + +"},
        {"They are seen.\nAreas for\n\fpriority action\nHomes.\n", "P + + +"},
        /* two lines that are one with their grade: as a sentence only above the next number, behind another sentence */
        {"1. They are seen.\nThe impact of\nleaders: good.\n2. They know.\n", "I H + I"},
        {"1. They are seen.\nThe impact of\nleaders: good.\n3. They know.\n", "I + + +"},
        {"1. They are seen.\nThe impact of\nleaders: good.\nThey know.\n", "I + + +"},
        {"1. They are seen\nThe impact of\nleaders: good.\n2. They know.\n", "I + + I"},
        {"They are seen.\nThe impact of\nleaders: good.\n1. They know.\n", "P + + I"},
        {"1. They are seen.\nThe impact of\nleaders: good\nThey know.\n", "I H + P"},
        {"1. They are seen.\nThe impact of\nleaders good\nThey know.\n", "I + + +"},
    };
    CHECK_KINDS(examples);
}

static void test_letter_lines(void)
{
    static const example examples[] = {
        {"Dear Ms Quill\nFocused visit\nThis letter summarises the visit.\nYours sincerely\nAda Quill\n", "P P P P +"},
        {"Dearest children\nand families\n", "P +"},
        {"Inspection dates: 1 May 2020\nLead inspector: Ada Quill\nAge group: all\n", "P P P"},
        {"Children are helped by\nLead inspector and others\n", "P P"},
        {"1. Children were helped by their\nlead inspector and others\n", "I +"},
        {"Dear Ms Quill\nWe came.\n", "P P"},
        {"Dear Ms Quill\nwe came.\n", "P +"},
        {"Dear\nMs Quill\n", "P +"},
        {FULL "Yours faithfully\nAda Quill\n", "P P +"},
        {FULL "Yours truly\nAda Quill\n", "P P +"},
        {FULL
         "Yours sincerely, as all those who write such a letter to a council have to say at its end in this town\n",
         "P +"},
        {"Report published: 1 May 2020\nUnique reference number: 12345\nThey came.\n", "P + +"},
        {"1. Children are seen.\nReport published: 1 May 2020\n", "I +"},
    };
    CHECK_KINDS(examples);
}

/* What a letter says of itself begins a paragraph where the line before has ended. */
static void test_letter_openings(void)
{
    static const example examples[] = {
        {FULL "Inspectors looked at homes.\n", "P +"},
        {"Leaders know their services.\nInspectors looked at homes.\n", "P P"},
        {FULL "\nInspectors looked at homes.\n", "P P"},
        {FULL "inspectors looked at homes.\n", "P +"},
        {"Leaders know their services.\n" FULL "Any complaints about the inspection go to Ofsted.\n", "P P P"},
        {FULL "This letter summarises " WIDE, "P +"},
        {FULL "This letter summarises it.\n", "P P"},
    };
    CHECK_KINDS(examples);
}

static void test_lost_bullets(void)
{
    static const example examples[] = {
        /* a space is left of the bullet */
        {"They must improve:\n\n how they see children\n\n how they hear them\n\n" FULL FULL FULL FULL FULL FULL FULL
             FULL FULL FULL FULL FULL FULL FULL FULL FULL FULL FULL FULL,
         "P I I P + + + + + + + + + + + + + + + + + +"},
        /* nothing is left but the gaps */
        {"They must improve:\n\nhow they see children\n\nhow they hear them\n\n" FULL FULL FULL FULL, "P I I P + + +"},
        {"They must improve\n\nhow they see children\n\nhow they hear them\n\n" FULL FULL FULL FULL, "P P P P + + +"},
        {"They must improve:\n\nhow they see children\n\nHow they hear them\n\n" FULL FULL FULL FULL, "P I P P + + +"},
        {"They must improve (all:\n\nhow they see children\n\nhow they hear them\n\n" FULL FULL FULL FULL,
         "P P P P + + +"},
        {"They must improve (all):\n\nhow they see children\n\nhow they hear them\n\n" FULL FULL FULL FULL,
         "P I I P + + +"},
        {"They must improve:\nhow they see children\nhow they hear them\n\n" FULL FULL FULL FULL, "P + + P + + +"},
        {"They must improve:\n  how they see children\n  how they hear them\n" FULL FULL FULL FULL FULL FULL FULL FULL
             FULL FULL FULL FULL FULL FULL FULL FULL FULL FULL,
         "P I I P + + + + + + + + + + + + + + + + +"},
        {"They must improve:\n how they see children\n how they hear them\n" FULL FULL FULL FULL FULL FULL FULL FULL
             FULL FULL FULL FULL FULL FULL FULL FULL FULL FULL,
         "P + + P + + + + + + + + + + + + + + + + +"},
    };
    CHECK_KINDS(examples);
}

#define TITLE_ "Inspection of Ayton services "
#define TITLE "Inspection of Ayton services\n"
#define SIX_A "Aa.\n\nAb.\n\nAc.\n\nAd.\n\nAe.\n\nAf.\n"
#define SIX_B "Ba.\n\nBb.\n\nBc.\n\nBd.\n\nBe.\n\nBf.\n"
#define SIX_C "Ca.\n\nCb.\n\nCc.\n\nCd.\n\nCe.\n\nCf.\n"
#define SIX_D "Da.\n\nDb.\n\nDc.\n\nDd.\n\nDe.\n\nDf.\n"

static void test_furniture(void)
{
    static const example examples[] = {
        {"Children.\n1\n\fFamilies.\n2\n\fHomes.\n3\n", "P A P A P A"},
        {"Children.\nPage 1 of 3\n\fFamilies.\nPage 2 of 3\n\fHomes.\n3 homes\n", "P A P A P +"},
        {"Inspection of Ayton services\nChildren.\n\fInspection of Ayton services\nFamilies.\n\f"
         "Inspection of Ayton services\nHomes.\n",
         "A P A P A P"},
        /* on two of three pages; on three, but a sentence's end, a grade */
        {"Inspection of Ayton services\nChildren.\n\fInspection of Ayton services\nFamilies.\n\fHomes.\n", "P + P + P"},
        {"Children.\nthe needs of families.\n\fChildren.\nthe needs of families.\n\fChildren.\nthe needs of families.\n",
         "P + P + P +"},
        {"Requires improvement\n\fRequires improvement\n\fRequires improvement\n", "P + +"},
        {"Quality of provision\tGood\n\fQuality of provision\tGood\n\fQuality of provision\tGood\n", "P + +"},
        /* a header; a title that later pages print at their feet */
        {SIX_A "Ayton Council in 2021\n\f" SIX_B "Ayton Council in 2022\n\f" SIX_C "Ayton Council in 2023\n",
         "P P P P P P A P P P P P P A P P P P P P A"},
        {TITLE SIX_A "\f" TITLE SIX_B "\f" TITLE SIX_C, "A P P P P P P A P P P P P P A P P P P P P"},
        {TITLE SIX_A "\f" SIX_B TITLE "\f" SIX_C TITLE "\f" SIX_D TITLE,
         "P + P P P P P P P P P P P A P P P P P P A P P P P P P A"},
        /* contents */
        {"Summary .......... 4\nChildren ... 5\nHomes.... 6\nIn 2012.\n", "T P T P"},
        {"Contents\nSummary 4\nChildren 5\nHomes and\nschools 6\nFamilies 7\nChildren are seen.\n", "T T T T T T P"},
        {"Contents\nSummary 4\nChildren 5\nHomes 6\nChildren are seen.\n", "P + + + +"},
        {"Contents\nSummary.....4\nChildren.....5\nHomes and\nschools.....6\nFamilies.....7\nAll are seen.\n",
         "T T T T T T P"},
        {"Contents\nSummary 4\nChildren 5\nHomes 6\nFamilies 7\nThey moved in 2012\n", "T T T T T P"},
        {"Contents\nSummary\n4\nChildren\n5\nHomes\n6\nFamilies\n7\nChildren are seen.\n", "T T T T T T T T T P"},
        {"Contents\nSummary\nChildren\nHomes\nFamilies\nSummary\nChildren are seen.\n", "T T T T T P P"},
        /* a letterhead of four lines, and of three */
        {"Ofsted\nPiccadilly Gate\nStore Street\nManchester\nDear Ms Quill\n", "A A A A P"},
        {"Ofsted\nPiccadilly Gate\nStore Street\nDear Ms Quill\n", "P + + P"},
        /* below a page's text, its first line with another character or without its first one */
        {FULL ",Ofsted\nPiccadilly Gate\nStore Street\nManchester\nM1 2WD\n\fThey ask.\n", "P A A A A A P"},
        {FULL "fsted\nPiccadilly Gate\nStore Street\nManchester\nM1 2WD\n\fThey ask.\n", "P A A A A A P"},
        {FULL "all at Ofsted\nPiccadilly Gate\nStore Street\nManchester\nM1 2WD\n\fThey ask.\n", "P + A A A A P"},
        /* as many letters as a running line has at least, and one fewer; a date below it; wherever on the page it stands */
        {"Children.\nAyton Reports\n\fFamilies.\nAyton Reports\n\fHomes.\nAyton Reports\n", "P A P A P A"},
        {"Children.\nAyton Report\n\fFamilies.\nAyton Report\n\fHomes.\nAyton Report\n", "P + + + + P"},
        {"Children.\n1 May 2020\n\fFamilies.\n1 May 2020\n\fHomes.\n1 May 2020\n", "P A P A P A"},
        {"Children.\nMay 2020\n\fFamilies.\nMay 2020\n\fHomes.\nMay 2020\n", "P A P A P A"},
        {"Children.\n" TITLE "2023\n\fFamilies.\n" TITLE "2023 2\n\fHomes.\n" TITLE "2024 children\n",
         "P A A P A A P A P"},
        {"Children.\n2023\n\fFamilies.\n2023 2\n\fHomes.\n2023 3\n", "P + P + + +"},
        {"Children.\nin May 2020\n\fFamilies.\nin May 2020\n\fHomes.\nin May 2020\n", "P A P A P A"},
        {"Children.\nSeen by 12\n\fFamilies.\nSeen by 12\n\fHomes.\nSeen by 12\n", "P + + + + P"},
        {SIX_A "Ayton Reports\n" SIX_B "\f" SIX_C "Ayton Reports\n" SIX_D "\f" SIX_A "Ayton Reports\n" SIX_B,
         "P P P P P P P + P P P P P P P P P P P P + P P P P P P P P P P P P + P P P P P"},
        {"Children.\nInspection of Ayton\n\nFamilies.\nInspection of Ayton\n\nHomes.\nInspection of Ayton\n",
         "P A P A P A"},
        {"Children.\nReports on Ayton 12\n\nFamilies.\nReports on Ayton 13\n\nHomes.\nReports on Ayton 15\n",
         "P A P A P A"},
        {"Children.\nReports on Ayton\n\nFamilies.\nReports on Ayton\n\nHomes.\nReports on Ayton\n", "P P P P P P"},
        {"Children.\nReports on Ayton\n\fFamilies.\nReports on Ayton\n", "P A P A"},
        /* numbers of pages */
        {"Children.\n--- Page 1 ---\n\fFamilies.\n[2]\n\fHomes.\n3 | 9\n\fSchools.\n4/9\n", "P A P A P A P A"},
        {"Children.\n0\n\fFamilies.\n1234567\n\fHomes.\n3.\n\fSchools.\n4 homes\n", "P + P + + + P +"},
        {"Children.\nPage one\n\fFamilies.\nPage\n\fHomes.\n- 3\n", "P + + + P A"},
        /* contents: four dots, three; what ends in a number of four digits; an end between two entries */
        {"Summary.... 4\nChildren ... 5\n", "T P"},
        {"Contents\nSummary 4\nChildren 5\nHomes 6\nFamilies 7\nIn 2012\n", "T T T T T P"},
        {"Contents\nSummary 4\nChildren 5\nHomes and\nschools and\nall 6\nFamilies 7\nMore 8\n", "T T T T T T T T"},
        {"Contents\nSummary_4\nChildren_5\nHomes_6\nFamilies_7\n", "P + + + +"},
        {"Ofsted\nPiccadilly Gate\nStore Street\nManchester\nM1 2WD\nChildren.\nOfsted\nPiccadilly Gate\n",
         "A A A A A P P +"},
        {"Children.\nOfsted\nPiccadilly Gate\nStore Street\nManchester", "P A A A A"},
    };
    CHECK_KINDS(examples);
}

#define NOTE "This is what the law says of children in care."
#define KNOWN "The areas for improvement have been cross-referenced with "
#define SECOND_NOTE "Those of them who live with families of their own are meant, too."

static void test_footnotes(void)
{
    static const example examples[] = {
        {"Children are seen.\n1 " NOTE "\n\fThey are heard.\n2 " SECOND_NOTE "\n", "P N P N"},
        {"Children are seen.\n1 " NOTE "\n2 " SECOND_NOTE "\n\fThey are heard.\n", "P N N P"},
        /* not the next number; a word that goes on; too short; no sentence */
        {"Children are seen.\n3 " NOTE "\n\fThey are heard.\n", "P P P"},
        {"Children are seen by\n1 of the workers that the town has asked to.\n\fThey are heard.\n", "P + P"},
        {"Children are seen.\n1 Children Act 1989.\n\fThey are heard.\n", "P + P"},
        /* text follows on the page */
        {"Children are seen.\n1 " NOTE "\nThey are heard.\nAnd so on.\n\nAnd on.\n\fMore.\n", "P P + P P P"},
        /* raised */
        {"Children are seen.\n\xC2\xB9 " NOTE "\n\fThey are heard.\n", "P N P"},
        /* without pages: it must be called shortly before, and end its paragraph */
        {"Children are seen by the Board1 and others.\n\n1 " NOTE "\n\nThey are heard.\n", "P N P"},
        {"Children are seen by the Board and others.\n\n1 " NOTE "\n\nThey are heard.\n", "P P P"},
        {"Children are seen in 2011 and later.\n\n1 " NOTE "\n\nThey are heard.\n", "P P P"},
        {"Children are seen in care.1 They are heard.\n\n1 " NOTE "\n\nThey know.\n", "P N P"},
        {"Children are seen (all)1 and heard.\n\n1 " NOTE "\n\nThey know.\n", "P N P"},
        {"Children are seen by the Board12 and others.\n\n1 " NOTE "\n\nThey are heard.\n", "P P P"},
        {"Children are seen by the Board1a and others.\n\n1 " NOTE "\n\nThey are heard.\n", "P P P"},
        /* up to the page's end: one follows another; a number in it; a mark alone on its line */
        {"Children are seen.\n1 " NOTE " It was\n2 years old then, and is now.\n\fThey are heard.\n", "P N + P"},
        {"Children are seen.\n1\n" NOTE "\n\fThey are heard.\n", "P N + P"},
        {"Children are seen.\n1\n" NOTE "\n2\n" SECOND_NOTE "\n\fThey are heard.\n", "P N + N + P"},
        {"Children are seen.\n\xC2\xB9 " NOTE "\n\xC2\xB2 " SECOND_NOTE "\nThey are heard.\n", "P N N +"},
        {"Children are seen.\n100 " NOTE "\n\fThey are heard.\n", "P P P"},
        {"Children are seen.\n1) " NOTE "\n\fThey are heard.\n", "P I P"},
        {"Children are seen.\n1% " NOTE "\n\fThey are heard.\n", "P P P"},
        {"Children are seen.\n1 " NOTE "\nA\nB\nC\nD\nE\nF\nG\nH\nEnds.\n\fThey are heard.\n",
         "P N + + + + + + + + + P"},
        {"Children are seen.\n1 " NOTE "\nA\nB\nC\nD\nE\nF\nG\nH\nI\nEnds.\n\fThey are heard.\n",
         "P P + + + + + + + + + + P"},
        /* a mark alone on its line that the page has glued to a word, or right below another: short, or no sentence */
        {"Children are seen in schools1 and homes (all).2\n1\nLaw 1989\n2\nAll homes\n3\nTowns\n\fThey know.\n",
         "P N + N + N + P"},
        {"Children are seen in schools2 and homes.\n1\nLaw 1989\n\fThey know.\n", "P A P P"},
        {"Children are seen in schools1 and homes.\n\fThey are heard.\n1\nLaw 1989\n\fThey know.\n", "P P A P P"},
        {"Children are seen in schools1 and homes.\n1\nLaw\n\fThey know.\n", "P A P P"},
        {"Children are seen in schools1 and homes.\n1 Law 1989\n\fThey know.\n", "P + P"},
        /* without pages: right below another, far from its call, with a call at a line's end or before a sign */
        {"Children are seen by the Board1 and2 others.\n\n1 " NOTE "\n2 " SECOND_NOTE "\n\nThey are heard.\n",
         "P N N P"},
        {"Children are seen by the Board1 and2 others.\n\n1 " NOTE "\n\n2 " SECOND_NOTE "\n\nThey are heard.\n",
         "P N N P"},
        {"Children are seen by the Board1\nand others.\n\n1 " NOTE "\n\nThey are heard.\n", "P + N P"},
        {"Children are seen by the Board?1 They know.\n\n1 " NOTE "\n\nThey are heard.\n", "P N P"},
        {"Children are seen by the Board,1 they know.\n\n1 " NOTE "\n\nThey are heard.\n", "P N P"},
        {"Children are seen in 3,1 they know.\n\n1 " NOTE "\n\nThey are heard.\n", "P P P"},
        {"Children are seen by the Board1 and others.\n\n1\n\n" NOTE "\n\nThey are heard.\n", "P P P P"},
        {"Children are seen in care.1 They are heard.\n\n1\n" NOTE "\n\nThey know.\n", "P P + P"},
        {"Children are seen by the Board1 and others.\n\n1\n" NOTE "\n\nThey know.\n", "P N + P"},
        {"Children are seen by the Board1 and others.\n\n1 " NOTE "\n- a home\n", "P N I"},
        {"Children are seen by the Board1 and others.\n\n1 " NOTE "\n7\nThey know.\n", "P N P +"},
        /* what report after report prints, without a mark, with any, with one above; to its sentence's end */
        {"Children are seen.\n" KNOWN "what they found.\nThey know.\n", "P N P"},
        {"Children are seen.\n7 " KNOWN "what they found.\nThey know.\n", "P N P"},
        {"Children are seen.\n7\n" KNOWN "what they found.\nThey know.\n", "P N + P"},
        {"Children are seen.\n" KNOWN "what\nthey found.\nThey know.\n", "P N + P"},
        {"Children are seen.\n" KNOWN "what\n\fthey found.\nThey know.\n", "P P + P"},
        {"Children are seen.\n" KNOWN "A\nB\nC\nD\nE\nF\nG\nH\nI\nEnds.\nThey know.\n", "P N + + + + + + + + + P"},
        {"Children are seen.\n" KNOWN "A\nB\nC\nD\nE\nF\nG\nH\nI\nJ\nEnds.\nThey know.\n", "P P + + + + + + + + + + P"},
        {"Children are seen.\n" KNOWN "what they found\n", "P P"},
        {"Children are seen.\n" KNOWN "what they found\n\fThey know.\n", "P N P"},
        {"Children are seen.\nthe areas for improvement have been cross-referenced with it.\n", "P +"},
        {"Children are seen.\nThe areas for improvement have been mended.\n", "P P"},
        {"Children are seen.\n7\n", "P +"},
        /* a lost form feed: the paragraph goes on below the footnote, where a space is left or its last line is short */
        {FULL "by the Board1 that families who live in the town of Ayton chose, and others of\n\n1 " NOTE
              "\n them all know.\n",
         "P + N P"},
        {FULL "by the Board1 that families who live in the town of Ayton chose, and others of\n\n1 " NOTE
              "\nthem all know.\n",
         "P + N P"},
        {FULL "by the Board1 that families who live in the town of Ayton chose, and others of\n\n1 " NOTE
              "\nThem all know.\n",
         "P + N +"},
        {FULL "by the Board1 that families who live in the town of Ayton chose, and others of\n\n1 " NOTE
              " It is read by them.\nthem all know.\n",
         "P + N +"},
        {FULL "by the Board1 that families who live in the town of Ayton chose, and others of\n\n1 " NOTE
              " They know of it, too, as\nthem all know.\n",
         "P + N +"},
        {FULL "by the Board1 that families who live in the town of Ayton chose, and others of\n\n1 " NOTE
              " It is read by them.\n them all know.\n",
         "P + N P"},
        {FULL "by the Board1 that families who live in the town of Ayton chose, and others of\n\n1 " NOTE
              " It is read by them.\n  them all know.\n",
         "P + N +"},
        {FULL "by the Board1 that families in the town of Ayton chose, and others of it\n\n"
              "1 This is what the law says of children in care who are old.\nthem all know.\n",
         "P + N +"},
        {FULL "by the Board1 that families in the town of Ayton chose, and others of it\n\n"
              "1 This is what the law says of a child in care who are old.\nthem all know.\n",
         "P + N P"},
        {FULL FULL "by the Board1 and others.\n\n1\n" NOTE "\nthem all know.\n", "P + + N + +"},
    };
    CHECK_KINDS(examples);
}

/* Bullets that an extractor gave as letters: the same one at three lines, a letter after its space. */
static void test_letter_bullets(void)
{
    static const example examples[] = {
        {"Leaders should:\nl see children\nl hear them\nl listen to\nall of them\n", "P I I I +"},
        {"Leaders should:\n\xC2\xA7 see children\n\xC2\xA7  hear them\n\xC2\xA7 listen\n", "P I I I"},
        {"Leaders should:\nn\nsee children\nn\nhear them\nn\nlisten\n", "P A I A I A I"},
        /* two of them; words, initials, 's 47' and 'a' */
        {"Leaders should:\nl see children\nl hear them\n", "P + +"},
        {"Leaders should:\nlisten to children\nlead well\nlook at them\n", "P + + +"},
        {"Leaders are:\nL Quill\nL Adair\nL Sealy\n", "P + + +"},
        {"Leaders are:\na mother\na father\na child\n", "P + + +"},
        {"Leaders should:\nx 1\nx 2\nx 3\n", "P + + +"},
        /* one that is not alone, and one on the last line */
        {"Leaders should:\nlsee children\nlhear them\nllisten\n", "P + + +"},
        {"Leaders should:\nl see children\nl hear them\nl listen\nl", "P I I I +"},
        {"Leaders should:\nl see children\nl hear them\nl listen\nl\n\fdo more\n", "P I I I + +"},
        {"Leaders should:\nl see children\nl hear them\nl listen\nx look\n", "P I I I +"},
        {"Leaders should:\no see children\no hear them\no listen\n", "P I I I"},
        {"Leaders should:\nl  see children\nl\thear them\nl listen\n", "P + + +"},
    };
    CHECK_KINDS(examples);
}

static void test_label_columns(void)
{
    static const example examples[] = {
        {"1.\n2.\nChildren are seen.\n\nThey are heard.\n", "I + I +"},
        /* a bullet leaves its mark on the paragraph */
        {"\xE2\x80\xA2\n\xE2\x80\xA2\nChildren are seen.\n\nThey are heard.\n", "A I A I"},
        /* fewer paragraphs than labels */
        {"1.\n2.\n3.\nChildren are seen.\n\nThey are heard.\n", "I I I + P"},
        /* numbers out of turn */
        {"1.\n3.\nChildren are seen.\n\nThey are heard.\n", "I + P P"},
        /* the number that ends a sentence */
        {"Children are seen under section\n20.\n21.\nChildren are seen.\n\nThey are heard.\n", "P + P + P"},
        /* one label, a little lower than the first line of its paragraph, and where it is no such label */
        {"3. Children are seen.\n\nSince May the\n\n4.\ncouncil has met.\n", "I I + +"},
        {"3. Children are seen.\nSince May the\n\n4.\ncouncil has met.\n", "I H I +"},
        {"3. Children are seen.\n\nsince May the\n\n4.\ncouncil has met.\n", "I P I +"},
        {"3. Children are seen.\n\nThey are heard.\n\n4.\ncouncil has met.\n", "I + I +"},
        {"3. Children are seen.\n\nSince May the\n\n4.\n\ncouncil has met.\n", "I H I +"},
        {"3. Children are seen.\n\nSince May the\n\n4.\nCouncil has met.\n", "I H I +"},
        {"3. Children are seen.\n\nSince May the\n\n\xE2\x80\xA2\ncouncil has met.\n", "I H I +"},
        {"3. Children are seen.\n\nSince May the\n\n4.", "I H I"},
        {"3. Children are seen.\n\n\fSince May the\n\n4.\ncouncil has met.\n", "I H I +"},
        {"3. Children are seen.\n\nSince May the\n\n\f4.\ncouncil has met.\n", "I H I +"},
        /* the paragraphs stand above, where the numbers end their page */
        {"Children are seen.\n\nThey are heard.\n\n1.\n2.\n\fThey know.\n", "I + I + P"},
        {"Children are seen.\n\nThey are heard.\n\n1.\n2.\n\nThey know.\n", "P P I I +"},
        {"Homes for all\n\nChildren are seen.\n\nThey are heard.\n\n1.\n2.\n\f3. They know.\n", "P I + I + I"},
        {"Leaders have met with all of them.\n\nChildren are seen.\n\nThey are heard.\n\n1.\n2.\n\f3. They know.\n",
         "P P P I I I"},
        {"Children are seen.\n\n- a home\n\nThey are heard.\n\n1.\n2.\n\f3. They know.\n", "I + I I + I"},
        {"Children are seen.\n\nand heard.\n\nThey are heard.\n\n1.\n2.\n\f3. They know.\n", "I + + I + I"},
        {"1. Children are seen.\n\nThey are heard.\n\nThey know.\n\n2.\n3.\n\f4. They ask.\n", "I I + I + I"},
        {"1.\nChildren are seen.\n\nThey are heard.\n\nThey know.\n\n2.\n3.\n\f4. They ask.\n", "I + I + I + I"},
        {"Children are seen.\n\nThey are heard.\n\n\xE2\x80\xA2\n\xE2\x80\xA2\n\fThey know.\n", "P P I I +"},
        {"Children are seen.\n\nThey are heard.\n\n1.\n2.\n\n7\n\fThey know.\n\n8\n\fThey ask.\n\n9\n",
         "I + I + A P A P A"},
        /* the rest of a paragraph of the page before stands first */
        {"Children are seen in all of\n\f1.\n2.\nthe homes.\n\nThey are heard.\n\nThey know.\n", "P + I + I +"},
        {"Children are seen in all of\n\f1.\n2.\nThe homes.\n\nThey are heard.\n\nThey know.\n", "P + I + I +"},
        {"Children are seen.\n\f1.\n2.\nThe homes.\n\nThey are heard.\n\nThey know.\n", "P I + I + P"},
        {"1.\n2.\nChildren are seen.\n\nthey said.\n\nThey are heard.\n", "I + + I +"},
        {"1.\n2.\nChildren are seen.\n\n- a home\n\nThey are heard.\n", "I + I I +"},
        {"\xE2\x80\xA2\n\xE2\x80\xA2\nChildren are seen.\n\nthey are heard.\n\nThey know.\n", "A I A I P"},
        {"1.\n2.\nChildren are seen.\n\n3. They are heard.\n\nThey know.\n", "I I + I P"},
        {"1.\n2.\nChildren are seen.\n\fThey are heard.\n\nThey know.\n", "I I + + P"},
    };
    CHECK_KINDS(examples);
}

#define TWO_ROWS "Overall effectiveness\tGood\nThe impact of leaders\tGood\n"

static void test_tables(void)
{
    static const example examples[] = {
        {"Overall effectiveness\tGood\nThe impact of leaders\tInadequate\n", "C00 C01 C10 C11"},
        {"Overall effectiveness   Good\nThe impact of leaders   Inadequate\n", "C00 C01 C10 C11"},
        {"Overall effectiveness Good\nThe impact of leaders Inadequate\n", "C00 C01 C10 C11"},
        {"1. Overall effectiveness\tGood\n2. The impact of leaders\tInadequate\n", "C00 C01 C10 C11"},
        {"Overall effectiveness\nGood\nThe impact of leaders\nInadequate\n", "C00 C01 C10 C11"},
        {"Overall effectiveness\nThe impact of leaders\nGood\nInadequate\n", "C00 C01 C10 C11"},
        /* labels and grades wrapped */
        {"Help for children\tRequires improvement\nand families\tto be good\nThe impact of leaders\tGood\n",
         "C00 C00 C01 C01 C10 C11"},
        /* one row is no table; a grade short, or one too many */
        {"Overall effectiveness\tGood\n", "P"},
        {"Overall effectiveness\nThe impact of leaders\nHelp for children and families\nGood\nInadequate\n",
         "P + + + +"},
        {"Overall effectiveness\tGood\nThe impact of leaders\tInadequate\nChildren are seen.\n", "C00 C01 C10 C11 P"},
        {"Overall effectiveness\tGood\tGood\tGood\tGood\nThe impact of leaders\tGood\tGood\tGood\tGood\n",
         "C00 C01 C02 C03 C04 C10 C11 C12 C13 C14"},
        {"Overall effectiveness\tGood\tGood\tGood\tGood\tGood\nThe impact of leaders\tGood\tGood\tGood\tGood\tGood\n",
         "P +"},
        /* the grades below are those of another inspection */
        {"Overall effectiveness\nThe impact of leaders\nPrevious inspection\nGood\nGood\n", "P + + + +"},
        {"Overall effectiveness\nThe impact of leaders\nThis inspection\nGood\nGood\n", "C00 C01 C10 C11"},
        {TWO_ROWS "Help for children and families\nLast inspection of services in this town\nGood\n",
         "C00 C01 C10 C11 C20 P +"},
        {TWO_ROWS "Help for children and families\nLast inspection of services in that towns\nGood\n",
         "C00 C01 C10 C11 C20 C22"},
        {TWO_ROWS "Help for children and families\nThey know the last inspection.\nGood\n", "C00 C01 C10 C11 C20 C22"},
        /* the last label stands a line below its grade */
        {"Overall effectiveness\tGood\n\tInadequate\nThe impact of leaders\n", "C00 C01 C10 C11"},
        {"Overall effectiveness\tGood\n\tInadequate\nThe impact\nof leaders\n", "P + P +"},
        {"Overall effectiveness\tGood\n\tInadequate\nThey know.\nThe impact of leaders\n", "P + P P"},
        {"Overall effectiveness\tGood\n\tInadequate\nHelp for children and families\nThe impact of leaders\tGood\n",
         "C00 C01 C02 C10 C20 C21"},
        {"Overall effectiveness\tGood\nThe impact of leaders\tRequires\nChildren are seen.\n", "P + +"},
        {"Children are seen.\nOverall effectiveness\tGood\nThe impact of leaders\tInadequate\n", "P C00 C01 C10 C11"},
        /* a grade on two lines, or on three */
        {"Help for children\tRequires improvement to\nand families\tbe good\nThe impact of leaders\tGood\n",
         "C00 C00 C01 C01 C10 C11"},
        {"Help for children\tRequires\nand families\timprovement to be\n\tgood\nThe impact of leaders\tGood\n",
         "C00 C00 C01 C01 C01 C10 C11"},
        {"Help for children\tRequires\nand families\timprovement\nThe impact of leaders\tGood\n",
         "C00 C00 C01 C01 C10 C11"},
        {"Help for children\tGood\nand families\tto be good\nThe impact of leaders\tGood\n", "P + +"},
        /* a label with a space too many; one with a number alone beside it */
        {"1.  Overall effectiveness  Good\n2.  The impact of leaders  Good\n", "C00 C01 C10 C11"},
        /* the beginning of a label, and another one whole */
        {"Help for children\nOverall effectiveness\tGood\nThe impact of leaders\tGood\n", "C00 C01 C10 C11"},
        /* words beside a row, a line between two rows, two of them; a sentence's end that is a grade */
        {"Overall effectiveness\tseen\nHelp for children and families\tGood\nThe impact of leaders\tGood\n",
         "C00 C02 C10 C11 C20 C21"},
        {"Overall effectiveness\tGood\nChildren are seen.\nThe impact of leaders\tGood\n", "C00 C01 C02 C10 C11"},
        {"Overall effectiveness\tGood\nChildren are seen.\nThey are heard.\nThe impact of leaders\tGood\n", "P + P P"},
        {"Overall effectiveness\tGood\nThe impact of leaders\tGood\nThe work of the Board is\ngood\nThey know.\n",
         "C00 C01 C10 C11 P + +"},
        {"Overall effectiveness\tGood\nThe impact of leaders\tGood\nGood\n", "C00 C01 C10 C11"},
        /* a grade is missing: each other stays beside its own */
        {"Overall effectiveness\tGood\nHelp for children and families\nThe impact of leaders\tInadequate\n",
         "C00 C01 C10 C20 C21"},
        {"Overall effectiveness\tGood\nHelp for children and families\n\tGood\nThe impact of leaders\tInadequate\n",
         "C00 C01 C10 C20 C21"},
        /* several grades of each, with headers and without */
        {"Overall effectiveness\tGood\tInadequate\nThe impact of leaders\tOutstanding\tGood\n",
         "C00 C01 C02 C10 C11 C12"},
        {"Judgement\tIn 2019\tIn 2022\nOverall effectiveness\tGood\tInadequate\nThe impact of leaders\tGood\tGood\n",
         "C00 C01 C02 C10 C11 C12 C20 C21 C22"},
        {"                       In 2019     In 2022\nOverall effectiveness  Good        Inadequate\nThe impact of leaders  "
         "Good        Good\n",
         "C01 C02 C10 C11 C12 C20 C21 C22"},
        {"In 2019\tIn 2022\nOverall effectiveness\tGood\tInadequate\nThe impact of leaders\tGood\tGood\n",
         "P C00 C01 C02 C10 C11 C12"},
        {"Judgement\tGrade\nOverall effectiveness\tGood\nThe impact of leaders\tGood\n", "C00 C01 C10 C11 C20 C21"},
        {"Seen\tHeard\nOverall effectiveness\tGood\nThe impact of leaders\tGood\n", "P C00 C01 C10 C11"},
        {"Judgement:\tGrade\nOverall effectiveness\tGood\nThe impact of leaders\tGood\n", "P C00 C01 C10 C11"},
        /* labels first, then their grades; a grade too many or too few */
        {"Overall effectiveness\nHelp for children and families\nThe impact of leaders\nGood\nGood\nInadequate\n",
         "C00 C01 C10 C11 C20 C21"},
        {"Overall effectiveness\nThe impact of leaders\nGood\nGood\nInadequate\n", "P + + + +"},
        {"Overall effectiveness\nThe impact of leaders\nGood\nGood\nInadequate\nGood\n", "P + + + + +"},
        /* it stands twice: in the contents, too; and behind a number of lines */
        {"Overall effectiveness\nThe impact of leaders\n\nThis is what we saw of them.\n\nAnd this is more.\n\nOverall "
         "effectiveness\tGood\nThe impact of leaders\tInadequate\n",
         "P + P P C00 C01 C10 C11"},
        {"Overall effectiveness\nThey know.\nThe impact of leaders\nOverall effectiveness\tGood\nThe impact of "
         "leaders\tInadequate\n",
         "C00 C02 C10 C20 C21 C30 C31"},
        /* a row of other words beside a grade */
        {"Overall effectiveness\tGood\nThe impact of leader\tGood\nHelp for children and families\tGood\n",
         "C00 C01 C02 C10 C11"},
        {"Overall effectiveness\tGood\nThe pay of workers\tGood\nHelp for children and families\tGood\n",
         "C00 C01 C02 C10 C11"},
    };
    CHECK_KINDS(examples);
    for (int gap = 2; gap < 12; gap++) { /* two spaces anywhere in a word of eight bytes */
        char text[100];
        snprintf(text, sizeof text, "Overall effectiveness%*sGood  Good\nThe impact of leaders\tGood\tGood\n", gap, "");
        check_kinds(&(example){text, "C00 C01 C02 C10 C11 C12"}, 1);
    }
}

#define ROW "Overall effectiveness"
#define NEXT "The impact of leaders"
#define LAST_ROW "Help for children and families"

/* Other words beside a row are a cell of its own, also wrapped. */
static void test_other_cells(void)
{
    static const example examples[] = {
        {ROW "\tGood\tThe Board is inadequate\n" NEXT "\tGood\n", "C00 C01 C02 C10 C11"},
        {ROW "\tGood\n" NEXT "\tGood\tThey know\tGood\n", "C00 C01 C10 C11 C12"},
        {ROW "\tGood\tInadequate\n" NEXT "\tGood\tGood\tThey know\n", "C00 C01 C02 C10 C11 C12 C13"},
        {ROW "\tGood\tThey know\n\t\twhat helps\n\t\tand when\n" NEXT "\tGood\n", "C00 C01 C02 C02 C02 C10 C11"},
        {ROW "  Good  They know\n  what helps\n  and when\n" NEXT "  Good\n", "C00 C01 C02 C02 C02 C10 C11"},
        {ROW "  Good  They know\n what helps\n and when\n" NEXT "  Good\n", "P + + P"},
        {ROW "  Good  They know\n\n  what helps\n\n  and when\n" NEXT "  Good\n", "P + P P"},
        {ROW "  Good\n  what helps\n  and when\n" NEXT "  Good\n", "P + + P"},
        {"Help for children\tRequires improvement\tThey know\nand families\tto be good\twhat helps\n" NEXT "\tGood\n",
         "C00 C00 C01 C01 C02 C02 C10 C11"},
        {ROW "\tRequires improvement\tThey know\n\tto be good\twhat helps\n" NEXT "\tGood\n",
         "C00 C01 C01 C02 C02 C10 C11"},
        {ROW "\nGood\tThey know\n" NEXT "\nGood\n", "P + + +"},
        {"Good\tThey know\n" ROW "\tGood\n" NEXT "\tGood\n", "P C00 C01 C10 C11"},
        {"Judgement\tGrade\tWhy\n" ROW "\tGood\tThey know\n" NEXT "\tGood\n", "C00 C01 C02 C10 C11 C12 C20 C21"},
        {"Judgement\tGrade\n" ROW "\tGood\tThey know\n" NEXT "\tGood\n", "C00 C01 C10 C11 C12 C20 C21"},
        {"Judgement\tGrade\tWhy\tHow\n" ROW "\tGood\tThey know\n" NEXT "\tGood\n", "P C00 C01 C02 C10 C11"},
        {"Judgement\tGrade\tWhy\n" ROW "\tGood\n" NEXT "\tGood\n", "P C00 C01 C10 C11"},
        {"                       In 2019     In 2022     Why\n" ROW "  Good        Inadequate  They know\n" NEXT
         "  Good        Good\n",
         "C01 C02 C03 C10 C11 C12 C13 C20 C21 C22"},
    };
    CHECK_KINDS(examples);
}

/* Labels and grades take turns of as many rows; a line that is neither may be one of them. */
static void test_turns(void)
{
    static const example examples[] = {
        {ROW "\n" LAST_ROW "\nGood\nInadequate\n" NEXT "\nGood\n", "C00 C01 C10 C11 C20 C21"},
        {ROW "\nGood\nGood\n" LAST_ROW "\n" NEXT "\nGood\n", "P + + + + +"},
        {"Good\nInadequate\n" ROW "\n" NEXT "\n", "C00 C01 C10 C11"},
        {"Good\n" ROW "\n" NEXT "\nInadequate\n", "P + + +"},
        {ROW "\nThey know.\n" NEXT "\nGood\nGood\n", "P + P + +"},
        {ROW "\n" NEXT "\nGood\nThey know.\nGood\n", "P + + + P"},
        {ROW "\nGood\nThey know.\n" NEXT "\nGood\n", "C00 C01 C02 C10 C11"},
        {ROW "\nThey know.\nGood\n" NEXT "\nGood\n", "P + P + +"},
        {"Good\nGood\nThey know.\n" ROW "\n" NEXT "\n", "P + + P +"},
        {"Good\n" ROW "\nInadequate\n" NEXT "\n", "C00 C01 C10 C11"},
        {"Good\n" ROW "\nInadequate\n" NEXT "\nGood\n", "P + + + +"},
        {ROW "\n" ROW "\nGood\n" NEXT "\nGood\n", "P C00 C01 C10 C11"},
        {ROW "\nGood\nGood\n" NEXT "\n", "P + + +"},
        {ROW "\nGood\n" NEXT "\nThey know.\n" LAST_ROW "\nGood\nGood\n", "P + + + P + +"},
        {"Good\nThey know.\n" ROW "\nGood\n" NEXT "\n", "P + P + +"},
        {ROW "\nGrade\nGood\n" NEXT "\nGood\n", "C00 C01 C10 C11"},
        {ROW "\tGood\nJudgement\tGrade\n" NEXT "\tGood\n", "C00 C01 C10 C11"},
        /* the last row's label and the first row's grade as one word */
        {ROW "\n" NEXT "\nHelp for children and familiesGood\nGood\nInadequate\n", "P + + + +"},
        {ROW "\n" NEXT "\nHelp for homes\nGood\nInadequate\n", "P + + + +"},
        /* two labels out of their order, but for the overall judgement */
        {NEXT "\n" LAST_ROW "\n" ROW "\nGood\nGood\nGood\n", "P + + + + +"},
        {LAST_ROW "\n" NEXT "\n" ROW "\nGood\nGood\nGood\n", "C00 C01 C10 C11 C20 C21"},
        {NEXT "\nGood\n" LAST_ROW "\nGood\n", "C00 C01 C10 C11"},
        /* a question mark at the end of a wrapped label; another grade below a row that keeps its own */
        {"Help for children\nand families?\nGood\n" NEXT "\nGood\n", "C00 C00 C01 C10 C11"},
        {ROW "\tGood\n\tInadequate\n" NEXT "\tGood\n", "C00 C01 C02 C10 C11"},
        {"\tInadequate\n" ROW "\tGood\n" NEXT "\tGood\n", "C00 C01 C10 C11"},
    };
    CHECK_KINDS(examples);
}

/* One space between the columns, labels and grades wrapped. */
static void test_narrow_tables(void)
{
    static const example examples[] = {
        {"Help for children Good\nand families\nThe impact Requires\nof leaders improvement to\nbe good\n",
         "C00 C00 C01 C10 C10 C11 C11 C11"},
        {"Help for children Requires improvement\nand families to be good\nThe impact of leaders Good\n",
         "C00 C00 C01 C01 C10 C11"},
        /* a grade is missing; a row stands out of turn; one stands twice; a grade stands before its label */
        {"Help for children Good\nand families\nThe impact of leaders\nChildren are seen.\n", "P + + +"},
        {"The impact Good\nof leaders\nHelp for children Good\nand families\n", "P + + +"},
        {"Help for children Good\nand families\nHelp for children Inadequate\nand families\n", "P + + +"},
        {"Help for children Good\nand families\nInadequate\nThe impact of leaders\n", "P + + +"},
        /* a sentence that begins as a row does */
        {"Help for children requires improvement\nin schools.\n", "P +"},
    };
    CHECK_KINDS(examples);
}

#define RECORD "Record of main findings\n"

static void test_records(void)
{
    static const example examples[] = {
        {RECORD
         "Safeguarding services\nOverall effectiveness\tGood\nOutcomes for children\nBeing safe\tGrade 2 (good)\n",
         "H C00 C10 C11 C20 C30 C31"},
        {RECORD "Safeguarding services\nOverall effectiveness\tGood\nOutcomes for children\tGood\nBeing safe\tGood\n",
         "H C00 C10 C11 C20 C21 C30 C31"},
        {RECORD "Safeguarding services\nOverall effectiveness\nOutcomes for children\nBeing safe\nGood\nInadequate\n",
         "H C00 C10 C11 C20 C30 C31"},
        /* a row that no framework has */
        {RECORD "Overall effectiveness\tGood\nBeing well\tGood\nBeing safe\tGood\n", "H C00 C01 C10 C11 C20 C21"},
        {RECORD "Overall effectiveness\tGood\nbeing well\tGood\nBeing safe\tGood\n", "H C00 C01 C02 C10 C11"},
        /* a heading of the body in the words of a row, with its grade and without */
        {"Overall effectiveness Grade 2 (good)\nChildren are seen.\n", "H P"},
        {"Outcomes for children\nChildren are seen.\n", "H P"},
        {"Being safe\nChildren are seen.\n", "P +"},
        {"Overall effectiveness\nGrade 2 (good)\nChildren are seen.\n", "H + P"},
        {"Overall effectiveness\n\nGrade 2 (good)\nChildren are seen.\n", "P P +"},
        {"Outstanding (Grade 1) Children are seen.\nGood (Grade 2) They are heard.\n", "P P"},
        {"Outstanding (of Grade 1) Children are seen.\n", "P"},
        {"outstanding (Grade 1) Children are seen.\n", "P"},
        {"Children are seen. (Grade 1) They are heard.\n", "P"},
        {"1. " FULL WIDE "Grade 2 (good)\n\n2. " LAST, "I + + I"},
        {"1. " FULL WIDE "\nOutcomes for children\n\n2. " LAST, "I + H I"},
        {RECORD "Overall effectiveness\tGood\nOutcomes for children\nBeing safe\tGood\nGood\n",
         "H C00 C01 C10 C20 C21"},
        /* a group's grade, in columns: it may as well be that of a row that was lost */
        {RECORD "Overall effectiveness\nOutcomes for children\nBeing safe\nGood\nInadequate\nGood\n", "H P + + + + +"},
        {RECORD "Overall effectiveness\nGood\nOutcomes for children\nInadequate\nBeing safe\nGood\n",
         "H C00 C01 C10 C11 C20 C21"},
        {RECORD "Overall effectiveness\nThey know.\nOutcomes for children\nBeing safe\nGood\nGood\nThey ask.\n",
         "H P + H P + + +"},
        {RECORD "Overall effectiveness   seen\nBeing safe   Good\nOutcomes for children   Good\n",
         "H C00 C02 C10 C11 C20 C21"},
        {RECORD "Overall effectiveness seen\nBeing safe\tGood\nOutcomes for children\tGood\n", "H P C00 C01 C10 C11"},
        {RECORD "Overall effectiveness\tGood\nBeing safe, as seen\nOutcomes for children\tGood\n",
         "H C00 C01 C02 C10 C11"},
        /* a line that is no row, and two of them */
        {RECORD "Overall effectiveness\tGood\nThey know.\nBeing safe\tGood\n", "H C00 C01 C02 C10 C11"},
        {RECORD "Overall effectiveness\tGood\nThey know.\nThey ask.\nBeing safe\tGood\n", "H P + P P"},
        {"Contents\n" RECORD "Children are seen.\n" RECORD "Overall effectiveness\tGood\nBeing safe\tGood\n",
         "P H P H C00 C01 C10 C11"},
    };
    framework = &RECORD_FRAMEWORK;
    CHECK_KINDS(examples);
    framework = &FRAMEWORK;
}

/* Where text without page marks has numbers that rise, each of its lines gets a page, and the numbers are the pages'. */
static void check_inferred_pages(const char *text, const char *want)
{
    check_words got = {{0}, 0};
    ofs_source *source = check_text_source(text);
    check_attempt(source, infer, source);
    for (uint32_t i = 0; i < source->line_count; i++) {
        int is_new = !i || source->lines[i].page != source->lines[i - 1].page;
        if (is_new)
            check_add(&got, i ? " %u:" : "%u:", source->lines[i].page);
        check_add(&got, "%c", "?PHICNTA"[source->lines[i].kind]);
    }
    check_add(&got, source->pages_are_inferred ? " of %u" : " none", source->pages);
    check_expect(text, want, &got);
    ofs_source_free(source);
}

#define FOUR_A "Aa.\n\nAb.\n\nAc.\n\nAd.\n\n"
#define FOUR_B "Ba.\n\nBb.\n\nBc.\n\nBd.\n\n"
#define FOUR_C "Ca.\n\nCb.\n\nCc.\n\nCd.\n\n"
#define FOUR_D "Da.\n\nDb.\n\nDc.\n\nDd.\n\n"
#define LONG_TITLE \
    "Inspection of the services for children and young people who live in Ayton and in all of the places nearby, and its end "

static void test_inferred_pages(void)
{
    static const char *const table[][2] = {
        {FOUR_A "1\n\n" FOUR_B "2\n\n" FOUR_C "3\n\n" FOUR_D, "1:PPPPA 2:PPPPA 3:PPPPA 4:PPPP of 4"},
        {FOUR_A "1\n\n" FOUR_B "2\n\n" FOUR_C, "0:PPPPPPPPPPPPPP none"},
        {"1\n\n" FOUR_A "2\n\n" FOUR_B "3\n\n" FOUR_C, "1:A 2:PPPPA 3:PPPPA 4:PPPP of 4"},
        {"Aa.\n\n1\n\nBa.\n\nBb.\n\nBc.\n\n2\n\nCa.\n\nCb.\n\nCc.\n\n3\n\nDa.\n", "1:PA 2:PPPA 3:PPPA 4:P of 4"},
        {"Aa.\n\n1\n\nBa.\n\nBb.\n\n2\n\nCa.\n\nCb.\n\n3\n\nDa.\n", "0:PPPPPPPPP none"},
        /* behind what runs, in brackets, of as many */
        {FOUR_A TITLE_ "1\n\n" FOUR_B TITLE_ "2\n\n" FOUR_C TITLE_ "3\n\n" FOUR_D,
         "1:PPPPA 2:PPPPA 3:PPPPA 4:PPPP of 4"},
        {FOUR_A "Page 1\n\n" FOUR_B "Page 2\n\n" FOUR_C "Page 3\n\n" FOUR_D, "1:PPPPA 2:PPPPA 3:PPPPA 4:PPPP of 4"},
        {FOUR_A "[1]\n\n" FOUR_B "- 2 -\n\n" FOUR_C "== 3 ==\n\n" FOUR_D, "1:PPPPA 2:PPPPA 3:PPPPA 4:PPPP of 4"},
        {FOUR_A "1 of 3\n\n" FOUR_B "2 of 3\n\n" FOUR_C "3 of 3\n\n" FOUR_D, "1:PPPPA 2:PPPPA 3:PPPPA 4:PPPP of 4"},
        {FOUR_A "Ayton Reports 1\n\n" FOUR_B "Ayton Reports 2\n\n" FOUR_C "Ayton Reports 3\n\n" FOUR_D,
         "1:PPPPA 2:PPPPA 3:PPPPA 4:PPPP of 4"},
        /* too few letters run, or more bytes than a line has; no space before the number; other letters */
        {FOUR_A "Ayton Report 1\n\n" FOUR_B "Ayton Report 2\n\n" FOUR_C "Ayton Report 3\n\n" FOUR_D,
         "0:PPPPPPPPPPPPPPPPPPP none"},
        {FOUR_A "In Ayton 1\n\n" FOUR_B "In Ayton 2\n\n" FOUR_C "In Ayton 3\n\n" FOUR_D, "0:PPPPPPPPPPPPPPPPPPP none"},
        {FOUR_A LONG_TITLE "1\n\n" FOUR_B LONG_TITLE "2\n\n" FOUR_C LONG_TITLE "3\n\n" FOUR_D,
         "0:PPPPAPPPPAPPPPAPPPP none"},
        {FOUR_A "Inspection_of_Ayton1\n\n" FOUR_B "Inspection_of_Ayton2\n\n" FOUR_C "Inspection_of_Ayton3\n\n" FOUR_D,
         "0:PPPPAPPPPAPPPPAPPPP none"},
        {FOUR_A "Inspection of Ayton 1\n\n" FOUR_B "Inspection of Beeton 2\n\n" FOUR_C
                "Inspection of Seaton 3\n\n" FOUR_D,
         "0:PPPPPPPPPPPPPPPPPPP none"},
        {FOUR_A TITLE_ "998\n\n" FOUR_B TITLE_ "999\n\n" FOUR_C TITLE_ "1000\n\n" FOUR_D, "0:PPPPAPPPPAPPPPAPPPP none"},
        {FOUR_A TITLE_ "997\n\n" FOUR_B TITLE_ "998\n\n" FOUR_C TITLE_ "999\n\n" FOUR_D,
         "1:PPPPA 2:PPPPA 3:PPPPA 4:PPPP of 4"},
        {FOUR_A "997\n\n" FOUR_B "998\n\n" FOUR_C "999\n\n" FOUR_D, "1:PPPPA 2:PPPPA 3:PPPPA 4:PPPP of 4"},
        {FOUR_A "998\n\n" FOUR_B "999\n\n" FOUR_C "1000\n\n" FOUR_D, "0:PPPPPPPPPPPPPPPPPPP none"},
        /* some that are missing, and one that stands again */
        {FOUR_A "1\n\n" FOUR_B FOUR_C "3\n\n" FOUR_D "4\n\nEa.\n", "1:PPPPA 2:PPPPPPPPA 3:PPPPA 4:P of 4"},
        {FOUR_A "1\n\n" FOUR_B "2\n\n" FOUR_C "6\n\n" FOUR_D "7\n\nEa.\n", "1:PPPPA 2:PPPPA 3:PPPPA 4:PPPPA 5:P of 5"},
        {FOUR_A "1\n\n" FOUR_B "2\n\n" FOUR_C "7\n\n" FOUR_D "8\n\nEa.\n", "0:PPPPPPPPPPPPPPPPPPPPP none"},
        {FOUR_A "1\n\n" FOUR_B "1\n\n" FOUR_C "2\n\n" FOUR_D "3\n\nEa.\n", "1:PPPPPPPPPA 2:PPPPA 3:PPPPA 4:P of 4"},
        {FOUR_A "1\n\n" FOUR_B "2\n\n" FOUR_C "2\n\n" FOUR_D "3\n\nEa.\n", "1:PPPPA 2:PPPPPPPPPA 3:PPPPA 4:P of 4"},
        {FOUR_A "3\n\n" FOUR_B "2\n\n" FOUR_C "1\n\n" FOUR_D, "0:PPPPPPPPPPPPPPPPPPP none"},
        /* two series: the longer one */
        {FOUR_A "1\n\n" FOUR_B "2\n\n" FOUR_C "3\n\n" FOUR_D TITLE_ "1\n\n" FOUR_A TITLE_ "2\n\n" FOUR_B TITLE_
                "3\n\n" FOUR_C TITLE_ "4\n\n" FOUR_D,
         "1:PPPPPPPPPPPPPPPPPPPA 2:PPPPA 3:PPPPA 4:PPPPA 5:PPPP of 5"},
        {FOUR_A TITLE_ "1\n\n" FOUR_B TITLE_ "2\n\n" FOUR_C TITLE_ "3\n\n" FOUR_D "7\n\n" FOUR_A "8\n\n" FOUR_B
                       "9\n\n" FOUR_C "10\n\n" FOUR_D,
         "1:PPPPPPPPPPPPPPPPPPPA 2:PPPPA 3:PPPPA 4:PPPPA 5:PPPP of 5"},
        /* page marks are there already */
        {FOUR_A "1\n\f" FOUR_B "2\n\f" FOUR_C "3\n\f" FOUR_D, "1:PPPPA 2:PPPPA 3:PPPPA 4:PPPP none"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        check_inferred_pages(table[i][0], table[i][1]);
}

/* A footnote is an element of its own, whatever numbers the elements have that a source gave. */
static void test_elements(void)
{
    static const check_line lines[] = {
        {"Children are seen in all of the homes.", {.kind = OFS_LINE_PARA, .element = 7, .page = 1}},
        {"They are heard in all of the schools.", {.kind = OFS_LINE_PARA, .element = 3, .page = 1}},
        {"1 This is what the law says of children in care.", {.page = 1}},
        {"They know, as all of us do, what is meant.", {.page = 2}},
        {"- a home", {.page = 2}},
        {NULL, {0}},
    };
    check_words text, got = {{0}, 0};
    ofs_source *source = check_line_source(lines, &text);
    check_attempt(source, infer, source);
    for (uint32_t i = 0; i < source->line_count; i++)
        check_add(&got, "%s%c%u", i ? " " : "", "?PHICNTA"[source->lines[i].kind], source->lines[i].element);
    check_expect("elements", "P7 P3 N8 P8 I9", &got);
    ofs_source_free(source);
}

/* Whether a line goes on with the one before where the source says how both are printed and where they stand. */
typedef struct placed_example {
    const char *kinds;
    int was_cut;
    check_line lines[7];
} placed_example;

#define FULL_LINE "Social workers see children as often as they should, and they write plans that"
#define ON_PAGE_1 {.page = 1}
#define HAS(...) {.page = 1, __VA_ARGS__}
#define GAP .flags = OFS_LINE_GAP
#define BOLD .flags = OFS_LINE_BOLD

static void test_places(void)
{
    static const placed_example examples[] = {
        /* bold and not bold; larger type, behind a sentence's end and within one */
        {"P + +", 0, {{"Help for", ON_PAGE_1}, {"children of", ON_PAGE_1}, {"this town.", ON_PAGE_1}}},
        {"P P P", 0, {{"Help for", HAS(BOLD)}, {"children of", ON_PAGE_1}, {"this town.", HAS(BOLD)}}},
        {"P + P", 0, {{"Help for", HAS(BOLD)}, {"children of", HAS(BOLD)}, {"this town.", ON_PAGE_1}}},
        {"P + P", 0, {{FULL_LINE, HAS(.size = 12)}, {"they know.", HAS(.size = 10)}, {"They ask.", HAS(.size = 10)}}},
        {"P P +",
         0,
         {{"They know why.", HAS(.size = 12)}, {"They ask them.", HAS(.size = 10)}, {"We ask.", HAS(.size = 10)}}},
        /* what completes a heading is bold, or begins small */
        {"H + P", 0, {{"What needs to improve", HAS(BOLD)}, {"Ayton", HAS(BOLD)}, {"Homes are near.", ON_PAGE_1}}},
        {"H P P",
         0,
         {{"What needs to improve", HAS(BOLD)},
          {"Ayton", HAS(.flags = OFS_LINE_BOLD | OFS_LINE_GAP)},
          {"Homes.", ON_PAGE_1}}},
        {"H P P", 0, {{"What needs to improve?", HAS(BOLD)}, {"Ayton", HAS(BOLD)}, {"Homes are near.", ON_PAGE_1}}},
        {"H + P", 0, {{"What needs to improve:", HAS(BOLD)}, {"Ayton", HAS(BOLD)}, {"Homes are near.", ON_PAGE_1}}},
        /* a short line alone, where the type is not known, and where it is */
        {"P H P", 0, {{"They know.", ON_PAGE_1}, {"Homes for all", HAS(GAP)}, {"They ask.", HAS(GAP)}}},
        {"P P P",
         0,
         {{"They know.", HAS(.size = 9)}, {"Homes for all", HAS(GAP, .size = 9)}, {"They ask.", HAS(GAP, .size = 9)}}},
        /* below an item: at its text, at its bullet, a little and a lot further out */
        {"I + +",
         0,
         {{"- a home that is near", HAS(.left = 4)},
          {"Ayton and is good", HAS(.left = 6)},
          {"Ofsted knows", HAS(.left = 4)}}},
        {"I +", 0, {{"- a home that is near", HAS(.left = 4)}, {"Ayton and is good", HAS(.left = 3)}}},
        {"I P", 0, {{"- a home that is near", HAS(.left = 4)}, {"Ayton and is good", HAS(.left = 2)}}},
        {"I +", 0, {{"- a home that is near", HAS(.left = 4)}, {"ayton and is good", HAS(.left = 2)}}},
        {"I +", 0, {{"- a home that is near", HAS(.left = 4)}, {"Ayton and is good", {.left = 2, .page = 2}}}},
        /* below a short line: as far in, further in, below an item */
        {"P + +", 0, {{FULL_LINE, ON_PAGE_1}, {"they share with", ON_PAGE_1}, {"Ofsted.", ON_PAGE_1}}},
        {"P + P", 0, {{FULL_LINE, ON_PAGE_1}, {"they share with", ON_PAGE_1}, {"Ofsted.", HAS(.left = 2)}}},
        {"P + P", 0, {{FULL_LINE, ON_PAGE_1}, {"they share it.", ON_PAGE_1}, {"Ofsted.", ON_PAGE_1}}},
        {"P I +", 0, {{FULL_LINE, ON_PAGE_1}, {"- they share with", ON_PAGE_1}, {"Ofsted.", HAS(.left = 2)}}},
        /* a text that had lost its line ends: what begins a paragraph was told before */
        {"P + P", 1, {{"They know why.", ON_PAGE_1}, {"They ask them.", {.page = 2}}, {"We ask.", {GAP, .page = 2}}}},
        {"H P P",
         1,
         {{"What needs to improve", ON_PAGE_1}, {"in this town", {.page = 2}}, {"We ask.", {GAP, .page = 2}}}},
        /* a line that a source knows is left alone */
        {"C00 P", 0, {{"They know why", {.kind = OFS_LINE_CELL, .table = 1, .page = 1}}, {"and how.", ON_PAGE_1}}},
        /* an item that begins for certain */
        {"P I +", 0, {{FULL_LINE, ON_PAGE_1}, {"they share", HAS(.flags = OFS_LINE_BEGINS)}, {"and ask.", ON_PAGE_1}}},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        check_words text, got = {{0}, 0};
        ofs_source *source = check_line_source(examples[i].lines, &text);
        source->was_cut = examples[i].was_cut;
        check_attempt(source, infer, source);
        add_kinds(&got, source);
        check_expect(text.at, examples[i].kinds, &got);
        ofs_source_free(source);
    }
}

/* `before`, so many lines `between`, and `after`. */
static const char *with_lines(const char *before, const char *between, uint32_t count, const char *after)
{
    static char text[32768];
    size_t n = (size_t)snprintf(text, sizeof text, "%s", before);
    for (uint32_t i = 0; i < count; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s", between);
    snprintf(text + n, sizeof text - n, "%s", after);
    return text;
}

/* How far what decides may stand: the first number of lines between, from which on it counts no longer. */
static void check_reach(const char *before, const char *between, const char *after, uint32_t first, uint32_t last,
                        const char *want)
{
    check_words got = {{0}, 0};
    char known[8] = "";
    for (uint32_t count = first; count <= last; count++) {
        ofs_source *source = check_text_source(with_lines(before, between, count, after));
        check_attempt(source, infer, source);
        check_words kinds = {{0}, 0};
        add_kinds(&kinds, source);
        char now[8] = {kinds.at[2], kinds.at[kinds.n - 1], 0};
        if (strcmp(now, known))
            check_add(&got, "%s%u: %s", count == first ? "" : "; ", count, now);
        strcpy(known, now);
        ofs_source_free(source);
    }
    check_expect(before, want, &got);
}

static void test_reach(void)
{
    /* the number comes again, the one after it comes, the next one ends what the paragraph goes on with */
    check_reach("1. " FULL "2. They are heard.\n", FULL, "\n2. They know.\n", 70, 90, "70: +I; 79: I+");
    check_reach("1. Children are seen.\n3. They are heard.\n", FULL, "4. They know.\n", 70, 90, "70: II; 79: P+");
    check_reach("1. Children are seen.\n2 They are heard.\n", FULL, "3. They know.\n", 70, 90, "70: II; 79: P+");
    check_reach("1. Children are seen and heard in all of the homes and schools of this old town.\n\nThey ask.\n", FULL,
                "They know.\n\n2. They wait.\n", 30, 45, "30: +I; 38: PI");
    check_reach("1. Children are seen and heard in all of the homes and schools of this old town.\n\f", FULL,
                "They know.\n", 30, 45, "30: ++; 40: P+");
    /* a table */
    check_reach("", "They know.\n", "\nOverall effectiveness\tGood\nThe impact of leaders\tGood\n", 150, 170,
                "150: +1; 160: ++");
}

/* Lines of so many letters are wrapped; wider ones are paragraphs. */
static void test_widest_lines(void)
{
    for (int width = 159; width <= 162; width++) {
        char text[800] = "";
        check_words got = {{0}, 0};
        for (int i = 0; i < 3; i++) {
            char *line = text + strlen(text);
            for (int k = 0; k < width; k++)
                line[k] = !k ? 'K' : k == width - 1 ? 'y' : "seen by them "[(k + 4 * i) % 13];
            line[width] = '\n';
        }
        strcat(text, "Families know.\n");
        ofs_source *source = check_text_source(text);
        check_attempt(source, infer, source);
        add_kinds(&got, source);
        check_expect("wide lines", width <= 160 ? "P + + +" : "P P P P", &got);
        ofs_source_free(source);
    }
}

/* Rows that a source gives as paragraphs: up to so many lines from the top. */
static void test_graded_lines(void)
{
    static check_line lines[260];
    for (uint32_t first = 238; first <= 241; first++) {
        check_words text, got = {{0}, 0};
        for (uint32_t i = 0; i < first; i++)
            lines[i] = (check_line){"a", {.kind = OFS_LINE_PARA, .element = i + 1, .page = 1}};
        lines[first - 2].text = "Record of main findings";
        lines[first] = (check_line){"Overall effectiveness: Good", {.kind = OFS_LINE_PARA, .element = 300, .page = 1}};
        lines[first + 1] = (check_line){"Being safe: Good", {.kind = OFS_LINE_PARA, .element = 301, .page = 1}};
        lines[first + 2] = (check_line){NULL, {0}};
        ofs_source *source = check_line_source(lines, &text);
        framework = &RECORD_FRAMEWORK;
        check_attempt(source, infer, source);
        framework = &FRAMEWORK;
        for (uint32_t i = first; i < source->line_count; i++)
            check_add(&got, "%c", "?PHICNTA"[source->lines[i].kind]);
        check_expect("rows far down", first < 240 ? "CCCC" : "PP", &got);
        ofs_source_free(source);
    }
}

int main(void)
{
    test_graded_lines();
    test_widest_lines();
    test_reach();
    test_places();
    test_records();
    test_narrow_tables();
    test_other_cells();
    test_turns();
    test_paragraphs();
    test_numbers();
    test_headings();
    test_letter_lines();
    test_letter_openings();
    test_lost_bullets();
    test_furniture();
    test_inferred_pages();
    test_elements();
    test_footnotes();
    test_label_columns();
    test_letter_bullets();
    test_tables();
    return check_result();
}
