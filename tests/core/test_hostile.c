/* Inputs that once broke the core, or made it take time that grows faster than they do: each must end, in a sound report.
 *
 * Found by the fuzz targets in fuzz/ and by repeating every line of every sample. How long one takes is not asserted:
 * in the state that it was found in each of the long ones took minutes or gigabytes. */
#include "../../fuzz/fuzz.h"

static void check_text(const char *text, size_t length)
{
    ofs_source *source;
    FUZZ_CHECK(ofs_source_from_text(text, length, &source) == OFS_OK);
    FUZZ_CHECK(fuzz_parse(fuzz_context(), source) == OFS_OK);
}

/* `unit` after `head`, so often that it makes `bytes`. */
static void check_repeated(const char *head, const char *unit, size_t bytes)
{
    size_t start = strlen(head), size = strlen(unit), count = bytes / size;
    char *text = malloc(start + count * size);
    FUZZ_CHECK(text);
    memcpy(text, head, start);
    for (size_t i = 0; i < count; i++)
        memcpy(text + start + i * size, unit, size);
    check_text(text, start + count * size);
    free(text);
}

static const char LETTER[] = "12 May 2019\nDear Ms X\nJoint local area SEND inspection in Norfolk\n\n";
static const char VISIT[] = "12 May 2021\nDear Ms X\nFocused visit to Norfolk children's services\n\n";
static const char JAR[] =
    "Joint area review\nNorfolk children's services authority area\n\nReview of services\n\nPublished 5 May 2008\n\n";
static const char SIF[] =
    "Norfolk\nInspection of services for children in need of help and protection, children looked after and care "
    "leavers\n\nInspection date: 1 May 2015 - 20 May 2015\n\n";
static const char ILACS[] =
    "Inspection of Norfolk local authority children's services\n\nInspection dates: 1 May to 12 May 2023\n\n";
static const char ROWS[] =
    "Inspection of Norfolk local authority children's services\n\nInspection dates: 1 May to 12 May 2023\n\n"
    "The impact of leaders on social work practice with children and families\tGood\n"
    "The experiences and progress of children who need help and protection\tGood\n"
    "The experiences and progress of children in care\tGood\n"
    "The experiences and progress of care leavers\tGood\n"
    "Overall effectiveness\tGood\n\n";
static const char *const HEADS[] = {"", LETTER, VISIT, JAR, SIF, ILACS, ROWS};

static void check_repetitions(void)
{
    static const char *const units[] = {"- a\n",
                                        "\xE2\x80\xA2 A bullet.\n",
                                        "a\n",
                                        "A\n",
                                        "\f",
                                        "\n",
                                        " ",
                                        "11\n",
                                        "1",
                                        "1.1.1.\n",
                                        "1 foo\n",
                                        "............\n",
                                        "Contents\n",
                                        "Contents\n1 a 5\n",
                                        "1.\n2.\na\n\nb\n",
                                        "Yours sincerely\n",
                                        "What needs to improve\n",
                                        "Recommendations\n",
                                        "For immediate action:\n",
                                        "(",
                                        "'",
                                        "Good\n",
                                        "12 May 2019 to ",
                                        "John Smith, ",
                                        "Norfolk and ",
                                        "\xC2\xAD",
                                        "\xC2\xA0",
                                        "\f1 A footnote that is long enough to be taken for one.\n",
                                        "Grade 3 is our view. ",
                                        "grade 3 IS OUR VIEW. ",
                                        "Overall effectiveness\tGood\n",
                                        "Overall effectiveness",
                                        "The overall effectiveness of\n"};
    for (size_t head = 0; head < sizeof HEADS / sizeof *HEADS; head++)
        for (size_t i = 0; i < sizeof units / sizeof *units; i++)
            check_repeated(HEADS[head], units[i], 40000);
    check_repeated(LETTER, "A\n", 600000);
    check_repeated(LETTER, "\f", 600000);
    check_repeated(JAR, "Recommendations\n", 600000);
    check_repeated("", "1 foo\n", 600000);
    check_repeated("", "1", 2000000);
    check_repeated("", "\"", 2000000);
    check_repeated("page,text\n", ",", 2000000);
    check_repeated("page,text\n1,\"", "a,\"b", 2000000);
    check_repeated("page,text\n1,", "\"a,", 2000000);
    check_repeated("Inspection of Norfolk\n\nLead inspector: A\n\nJudgement\n\nOverall effectiveness\n\n",
                   "Grade 3 is our view. ", 2000000);
}

/* Eight letters for a number, another's for every other. */
static void spell(char letters[8], uint32_t number)
{
    for (uint32_t i = 8; i-- > 0; number /= 26)
        letters[i] = (char)('a' + number % 26);
}

/* `unit` after `head`, `count` times, its first eight '#' another word each time. */
static void check_varied(const char *head, const char *unit, uint32_t count)
{
    size_t start = strlen(head), size = strlen(unit), word = (size_t)(strchr(unit, '#') - unit);
    char *text = malloc(start + count * size);
    FUZZ_CHECK(text);
    memcpy(text, head, start);
    for (uint32_t i = 0; i < count; i++) {
        memcpy(text + start + i * size, unit, size);
        spell(text + start + i * size + word, i);
    }
    check_text(text, start + count * size);
    free(text);
}

/* Paragraphs that differ in one word, wherever in them it stands: a hash of some of their letters is that of all. */
static void check_alike(void)
{
    char unit[] =
        "The help that children get from social workers and others is good in most parts of this large town.\n\n";
    for (size_t at = 4; at + 12 < sizeof unit; at += 8) {
        char varied[sizeof unit];
        memcpy(varied, unit, sizeof unit);
        memset(varied + at, '#', 8);
        for (size_t head = 0; head < sizeof HEADS / sizeof *HEADS; head++)
            check_varied(HEADS[head], varied, 2000);
        check_varied(ROWS, varied, 100000);
    }
}

/* Hashes of running lines (furniture.c's) that end alike: a word after which the hash ends as it did before it. */
enum { HASH_BITS = 18, WORDS = 8, LINES = 1 << 18 };

static uint32_t hash_on(uint32_t hash, const char *letters, size_t n)
{
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)letters[i]) * 16777619u;
    return hash & ((1u << HASH_BITS) - 1);
}

static void check_one_bucket(void)
{
    static const char start[] = "Inspection of ", letters[] = "inspectionof";
    char words[WORDS][8], *text = malloc((size_t)LINES * 80), *p = text;
    FUZZ_CHECK(text);
    uint32_t bucket = hash_on(2166136261u, letters, sizeof letters - 1);
    for (uint32_t i = 0, found = 0; found < WORDS; i++) {
        spell(words[found], i);
        found += hash_on(bucket, words[found], 8) == bucket;
    }
    for (uint32_t i = 0; i < LINES; i++) {
        memcpy(p, start, sizeof start - 1);
        p += sizeof start - 1;
        for (uint32_t digits = i, k = 0; k < 6; k++, digits /= WORDS, p += 8)
            memcpy(p, words[digits % WORDS], 8);
        memcpy(p, " 1\n", 3);
        p += 3;
    }
    check_text(text, (size_t)(p - text));
    free(text);
}

/* Texts too short for what is asked of them. */
static void check_short(void)
{
    static const char nul[] = "Inspection of\0Norfolk\0\0\n\0";
    static const char *const texts[] = {
        "\xEF\xBB\xBF",
        "\x80",
        "\xE2\x80",
        "\xF0",
        "\xF6\xFF\xFF\x7F",
        ".",
        "1.",
        "\f\f",
        "a\f",
        "\r\r\n\v",
        "Dear",
        "14 June 2019\nArea SEND inspection of Norfolk Local Area Partne\n\nInspection\n",
        "Dear X\nYours sincerely",
        "Help\n\n\xE2\x80\xA2\n47.\n\fThe help that children get and\n\nGoes on\n\n",
        "12 May 2021\nDear Ms X\nFocused visit to Norfolk children's services\nWhat needs to improve\n",
        "Re-inspection of services for children in need of help and protection, children looked after and care leavers\n"
        "2.1 Adoption performance\tNot judged\n2.2 ess of care leavers\tOutstanding, and so on in a note\n"
        "2\tRequires improvement\n2.1 Adoption performance\tNot judged\n"
        "2.2 Experiences and progress of care leavers\tOutstanding\n4. Leadership, management and governance\t"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_text(texts[i], strlen(texts[i]));
    check_text(nul, sizeof nul - 1);
}

/* Lines that say what they are. */
static void check_lines(const char *text, const ofs_given_line *lines, size_t count)
{
    ofs_source *source;
    FUZZ_CHECK(ofs_source_from_lines(text, strlen(text), lines, count, &source) == OFS_OK);
    FUZZ_CHECK(fuzz_parse(fuzz_context(), source) == OFS_OK);
}

/* A heading that goes on in the next, a hundred thousand times. */
static void check_headings(void)
{
    enum { COUNT = 100000 };
    ofs_given_line *lines = calloc(COUNT, sizeof *lines);
    char *text = malloc(COUNT + 1);
    FUZZ_CHECK(lines && text);
    memset(text, 'a', COUNT);
    text[COUNT] = 0;
    for (uint32_t i = 0; i < COUNT; i++)
        lines[i] = (ofs_given_line){i, i + 1, OFS_GIVEN_HEADING, 1 + i % 9, i + 1, 0, 0, 0, 0};
    check_lines(text, lines, COUNT);
    for (uint32_t i = 0; i < COUNT; i++)
        lines[i] = (ofs_given_line){i, i + 1, OFS_GIVEN_CELL, 0, i + 1, 1 + i % 7, i % UINT16_MAX, i % 3, 0};
    check_lines(text, lines, COUNT);
    free(lines);
    free(text);
}

/* Cells at the far corners of a table of four thousand million, and lines that are not sound. */
static void check_corners(void)
{
    static const ofs_given_line corners[] = {{0, 1, OFS_GIVEN_CELL, 0, 1, 1, 0, UINT16_MAX, 0},
                                             {1, 2, OFS_GIVEN_CELL, 0, 2, 1, UINT16_MAX, 0, 0}};
    static const ofs_given_line unsound[] = {{0, 9, OFS_GIVEN_CELL, 0, 1, 1, 0, 0, 0},
                                             {2, 1, 0, 0, 1, 0, 0, 0, 0},
                                             {0, 1, 99, 0, 1, 0, 0, 0, 0},
                                             {0, 1, OFS_GIVEN_CELL, 0, 1, 0, 0, 0, 0},
                                             {0, 1, OFS_GIVEN_CELL, 0, 1, 1, 1u << 16, 0, 0}};
    check_lines("ab", corners, 2);
    check_lines("ab", unsound, sizeof unsound / sizeof *unsound);
    check_lines("", NULL, 0);
}

/* A table whose first row comes last. */
static void check_rows(void)
{
    static const char text[] = "Area SEND inspection of Norfolk\nInspection outcome\nOne\nTwo\nThree\n";
    enum { CELL = OFS_GIVEN_CELL, HEADING = OFS_GIVEN_HEADING };
    static const ofs_given_line lines[] = {{0, 31, HEADING, 1, 1, 0, 0, 0, 0},
                                           {32, 50, HEADING, 1, 2, 0, 0, 0, 0},
                                           {51, 54, CELL, 0, 3, 1, 5, 0, 0},
                                           {55, 58, CELL, 0, 4, 1, 5, 1, 0},
                                           {59, 64, CELL, 0, 5, 1, 0, 1, 0}};
    check_lines(text, lines, sizeof lines / sizeof *lines);
}

int main(void)
{
    check_short();
    check_corners();
    check_rows();
    check_headings();
    check_repetitions();
    check_alike();
    check_one_bucket();
    return 0;
}
