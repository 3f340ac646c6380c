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
    ofs_infer_kinds(source, framework);
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
    };
    CHECK_KINDS(examples);
}

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
    };
    CHECK_KINDS(examples);
}

#define NOTE "This is what the law says of children in care."
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
    };
    CHECK_KINDS(examples);
}

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
        {"Overall effectiveness\tGood\nThe impact of leaders\tRequires\nChildren are seen.\n", "P + +"},
        {"Children are seen.\nOverall effectiveness\tGood\nThe impact of leaders\tInadequate\n", "P C00 C01 C10 C11"},
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
        {RECORD "Overall effectiveness\tGood\nbeing well\tGood\nBeing safe\tGood\n", "H C00 C01 C10 C11"},
        /* a heading of the body in the words of a row, with its grade and without */
        {"Overall effectiveness Grade 2 (good)\nChildren are seen.\n", "H P"},
        {"Outcomes for children\nChildren are seen.\n", "H P"},
        {"Being safe\nChildren are seen.\n", "P +"},
    };
    framework = &RECORD_FRAMEWORK;
    CHECK_KINDS(examples);
    framework = &FRAMEWORK;
}

int main(void)
{
    test_records();
    test_narrow_tables();
    test_paragraphs();
    test_numbers();
    test_headings();
    test_letter_lines();
    test_letter_openings();
    test_lost_bullets();
    test_furniture();
    test_footnotes();
    test_label_columns();
    test_letter_bullets();
    test_tables();
    return check_result();
}
