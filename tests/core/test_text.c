/* Slices of UTF-8: phrases, numbers, bullets, joining, where sentences end. */
#include "base/sentences.h"
#include "base/text.h"
#include "base/words.h"
#include "check.h"

static ofs_arena arena;

static void check_str(const char *what, const char *want, ofs_str got)
{
    check_words words = {{0}, 0};
    check_add_str(&words, got);
    check_expect(what, want, &words);
}

static void test_characters(void)
{
    static const struct {
        const char *bytes;
        uint32_t c, n;
    } cases[] = {
        {"a", 'a', 1},
        {"\xC3\xA9", 0xE9, 2},
        {"\xE2\x80\x99", 0x2019, 3},
        {"\xF0\x9F\x98\x80", 0x1F600, 4},
        {"\xC3", 0xFFFD, 1},
        {"\xC1\x81", 0xFFFD, 1},
        {"\xE2\x80", 0xFFFD, 1},
        {"\xE2\x80z", 0xFFFD, 1},
        {"\xF5\x80\x80\x80", 0xFFFD, 1},
        {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
        {"\xC2\x80", 0x80, 2},
        {"\xDF\xBF", 0x7FF, 2},
        {"\xE0\xA0\x80", 0x800, 3},
        {"\xEF\xBF\xBF", 0xFFFF, 3},
        {"\xF0\x90\x80\x80", 0x10000, 4},
        {"\xF0\x90\x80", 0xFFFD, 1},
        {"\x7F", 0x7F, 1},
        {"\x80", 0xFFFD, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t c = 0, n = ofs_utf8_next(cases[i].bytes, cases[i].bytes + strlen(cases[i].bytes), &c);
        check_number(cases[i].bytes, cases[i].c, c);
        check_number(cases[i].bytes, cases[i].n, n);
    }
    static const char text[] = "a\xE2\x80\x99";
    check_number("back over three bytes", 1, ofs_utf8_back(text, text + 4) - text);
    check_number("back over a letter", 0, ofs_utf8_back(text, text + 1) - text);
    static const uint32_t spaces[] = {' ',    '\t',   '\r',   0x85,   0xA0,   0x2000,
                                      0x200B, 0x2028, 0x2029, 0x202F, 0x3000, 0xFEFF};
    static const uint32_t others[] = {'a', 8, 14, 0x1F, 0x86, 0x1FFF, 0x200C, 0x2027, 0x202E};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        check_number("a space", 1, ofs_is_space(spaces[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        check_number("no space", 0, ofs_is_space(others[i]));
    static const uint32_t raised[][2] = {{0xB9, 1}, {0xB2, 2}, {0xB3, 3}, {0x2070, 0}, {0x2074, 4}, {0x2079, 9}};
    for (size_t i = 0; i < sizeof raised / sizeof *raised; i++)
        check_number("a raised digit", raised[i][1], ofs_raised_digit(raised[i][0]));
    check_number("no raised digit", 10, ofs_raised_digit('1'));
    check_number("no raised digit", 10, ofs_raised_digit(0x2071));
    check_number("no raised digit", 10, ofs_raised_digit(0x207A));
}

static void test_signs(void)
{
    static const uint32_t dashes[] = {'-',    0x2010, 0x2015, 0x2043, 0x2212, 0x23AF, 0x2500,
                                      0x2501, 0x2E3A, 0x2E3B, 0xFE58, 0xFE63, 0xFF0D, 0xF02D};
    static const uint32_t signs[] = {'~', '*', '+', '=', '>', '_', 0x80, 0x84, 0xB7, 0x2190, 0x245F, 0xE000, 0x10FFFF};
    static const uint32_t neither[] = {'a', '1', ' ', ',', '/', '.', 0x85, 0xA0, 0xE9, 0x200F, 0x2016, 0x2019, 0x2460};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        check_number("a dash is a sign, too", 2, ofs_is_dash(dashes[i]) + ofs_is_sign(dashes[i]));
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        check_number("a sign that is no dash", 1, ofs_is_sign(signs[i]) && !ofs_is_dash(signs[i]));
    for (size_t i = 0; i < sizeof neither / sizeof *neither; i++)
        check_number("no sign", 0, ofs_is_dash(neither[i]) + ofs_is_sign(neither[i]));
}

static void test_trimming(void)
{
    check_str("spaces", "a b", ofs_trim(OFS_LIT(" \t\xC2\xA0 a b\xE2\x80\x89\n")));
    check_str("nothing but spaces", "", ofs_trim(OFS_LIT(" \n ")));
    check_str("marks", "a", ofs_trim_end(OFS_LIT("a. ;."), ".;"));
    check_str("marks in front stay", ".a", ofs_trim_end(OFS_LIT(".a."), ".;"));
    check_str("a letter is no mark", "ab", ofs_trim_end(OFS_LIT("ab"), "b"));
    check_number("equal", 1, ofs_equal(OFS_LIT("ab"), OFS_LIT("ab")));
    check_number("of one length", 0, ofs_equal(OFS_LIT("ab"), OFS_LIT("ac")));
    check_number("longer", 0, ofs_equal(OFS_LIT("ab"), OFS_LIT("abc")));
    check_number("nothing", 1, ofs_equal(OFS_NO_STR, OFS_LIT("")));
    check_str("a number before it", "Adoption", ofs_without_number(OFS_LIT("2.1 Adoption")));
    check_str("a number alone", "", ofs_without_number(OFS_LIT("2. ")));
    check_str("decimal", "1204", ofs_decimal(&arena, 1204));
    check_str("decimal", "0", ofs_decimal(&arena, 0));
    check_str("one text after the other", "abcd", ofs_concat(&arena, OFS_LIT("ab"), OFS_LIT("cd")));
    check_str("no literal", "", ofs_str_of(NULL));
}

/* The bytes that a phrase matches, at the start; -1 where the whole of the text is to be one. */
static void test_phrases(void)
{
    static const struct {
        const char *text, *phrase;
        uint32_t n;
    } cases[] = {
        {"Care leavers", "care leavers", 12},
        {"CARE LEAVERS", "care leavers", 12},
        {"careleavers", "care leavers", 11},
        {"care \n\xC2\xA0 leavers", "care leavers", 16},
        {"care leaver", "care leavers", 0},
        {"care", "care leavers", 0},
        {"cart", "care", 0},
        {"cure", "care", 0},
        {"c", "care", 0},
        {"Children's", "children's", 10},
        {"Children\xE2\x80\x99s", "children's", 12},
        {"Children\xCA\xBCs", "children's", 11},
        {"Children\"s", "children's", 0},
        {"well-known", "well-known", 10},
        {"well\xE2\x80\x93known", "well-known", 12},
        {"well\xE2\x88\x92known", "well-known", 12},
        {"well\xC2\xADknown", "well-known", 11},
        {"well\xE2\x80\x95known", "well-known", 12},
        {"well\xC3\xA9known", "well-known", 0},
        {"well known", "well-known", 0},
        {"findings", "findings$", 8},
        {"Findings: ", "findings$", 8},
        {"findings1", "findings$", 8},
        {"findings12.", "findings$", 8},
        {"findings123", "findings$", 0},
        {"findings of", "findings$", 0},
        {"ratings", "rat*", 3},
        {"4: outstanding", "4: outstanding", 14},
        {"4; outstanding", "4: outstanding", 0},
        {"", "a", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ofs_str text = check_exact(cases[i].text);
        check_number(cases[i].text, cases[i].n, ofs_match_phrase(text, cases[i].phrase));
        check_number(cases[i].text, cases[i].n, ofs_phrase_at(text, cases[i].phrase));
    }
}

static void test_finding(void)
{
    static const struct {
        const char *text, *phrase;
        int64_t at;
        uint32_t n;
    } cases[] = {
        {"The Care of care leavers", "care leavers", 12, 12},
        {"the care of Care leavers", "care leavers", 12, 12},
        {"a c C care", "care", 6, 4},
        {"A C c Care", "care", 6, 4},
        {"child\xE2\x80\x99s", "'s", 5, 4},
        {"a - b \xE2\x80\x93 c", "- c", 6, 5},
        {"(because) good  \n because", " because", 14, 11},
        {"good,because", " because", -1, 0},
        {"good\xC2\xA0"
         "because, because",
         " because", 14, 8},
        {"no such words", "care", -1, 0},
        {"", "care", -1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t n = 0;
        check_number(cases[i].text, cases[i].at, ofs_phrase_find(check_exact(cases[i].text), cases[i].phrase, &n));
        check_number(cases[i].text, cases[i].n, n);
    }
    static const char *const words[] = {"home", "care leavers", "care", NULL};
    uint32_t n = 0;
    check_number("the first that fits", 4, ofs_begins_with(OFS_LIT("care of all"), words));
    check_number("the longer one stands first", 12, ofs_begins_with(OFS_LIT("care leavers"), words));
    check_number("none", 0, ofs_begins_with(OFS_LIT("schools"), words));
    check_number("of nothing", 0, ofs_begins_with(OFS_NO_STR, words));
    check_number("wholly one", 1, ofs_is_one_of(OFS_LIT(" Care: "), words));
    check_number("not wholly", 0, ofs_is_one_of(OFS_LIT("care of all"), words));
    check_number("nothing is none", 0, ofs_is_one_of(OFS_NO_STR, words));
    check_number("one is in it", 3,
                 ofs_find_one_of(OFS_LIT("in care of a home$"), (const char *const[]){"care", NULL}, &n));
    check_number("the list's order", 13, ofs_find_one_of(OFS_LIT("in care of a home"), words, &n));
    check_number("a whole phrase", 1, ofs_match_whole(OFS_LIT("care leavers?"), "care leavers"));
    check_number("more than it", 0, ofs_match_whole(OFS_LIT("care leavers all"), "care leavers"));
}

/* What begins with a phrase may, however its spaces are printed or lost; of other texts most are told by few letters. */
static void test_beginnings(void)
{
    static const struct {
        const char *phrase, *text;
    } begun[] = {{"the office for", "The office for standards"},
                 {"the office for", "Theoffice for"},
                 {"the office for", "The  office for"},
                 {"the office for", "The\xC2\xA0office for"},
                 {"if you would", "If you would like"},
                 {"a b cd", "A b cd"},
                 {"ab cd", "Ab  cd"},
                 {"a fu x", "Afu x"},
                 {"a full x", "A full x"},
                 {"her majesty's", "Her Majestys"},
                 {"m1 2wd", "M1 2WD"},
                 {"the 12 homes", "The 12 homes"},
                 {"don't go", "Dont go"},
                 {"the", "The home"},
                 {"these are", "These are"}};
    for (size_t i = 0; i < sizeof begun / sizeof *begun; i++) {
        ofs_beginnings known = {.second = {0}};
        ofs_str text = ofs_str_of(begun[i].text);
        ofs_add_beginning(&known, begun[i].phrase);
        check_number(begun[i].text, 1, ofs_phrase_at(text, begun[i].phrase) && ofs_may_begin_one(&known, text));
    }
    static const char *const words[] = {"the office for", "these are", "any complaints", NULL};
    ofs_beginnings known = {.second = {0}};
    ofs_add_beginnings(&known, words);
    check_number("another word behind it", 0, ofs_may_begin_one(&known, OFS_LIT("The social workers")));
    check_number("another word", 0, ofs_may_begin_one(&known, OFS_LIT("Children")));
    check_number("the same word", 1, ofs_may_begin_one(&known, OFS_LIT("The officers")));
    check_number("a longer one", 1, ofs_may_begin_one(&known, OFS_LIT("These")));
}

/* Texts are looked through in runs of 32 bytes: wherever a phrase stands among them, at their end too, it is found. */
static void test_runs(void)
{
    char text[160];
    for (uint32_t before = 0; before < 70; before++)
        for (uint32_t behind = 0; behind < 40; behind++) {
            uint32_t n = 0;
            memset(text, 'c', sizeof text);
            memcpy(text + before, "Care", 4);
            text[before + 4 + behind] = 0;
            check_number("where it stands", before, ofs_phrase_find(check_exact(text), "care", &n));
            text[before + 3] = 'c';
            check_number("nowhere", -1, ofs_phrase_find(check_exact(text), "care", &n));
        }
}

/* Whole words, not parts of them: where they begin, which of some are there. */
static void test_words(void)
{
    static const char *const wanted[] = {"care leavers", "care", "good*", "at", NULL};
    static const struct {
        const char *text;
        int first, last;
        uint32_t opening, different, count;
        const char *leading, *last_word; /* leading: two words */
    } cases[] = {
        {"care leavers in care", 0, 16, 12, 2, 4, "care leavers ", "care"},
        {"uncaring careful carers", -1, -1, 0, 0, 3, "uncaring careful ", "carers"},
        {"goods, care, care", 0, 13, 4, 2, 3, "goods, care, ", "care"},
        {"In (care).", 4, 4, 0, 1, 2, "In (care).", "(care)."},
        {"At goodness of care-leavers", 0, 15, 2, 3, 5, "At goodness ", "care-leavers"},
        {"scare care4 caf\xC3\xA9 at", 18, 18, 0, 1, 4, "scare care4 ", "at"},
        {"care", 0, 0, 4, 1, 1, "care", "care"},
        {"at", 0, 0, 2, 1, 1, "at", "at"},
        {"car", -1, -1, 0, 0, 1, "car", "car"},
        {"..", -1, -1, 0, 0, 0, "..", ".."},
        {"", -1, -1, 0, 0, 0, "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ofs_str s = check_exact(cases[i].text);
        uint32_t length = 0;
        check_number(cases[i].text, cases[i].first, ofs_first_words(s, wanted, &length));
        check_number(cases[i].text, cases[i].last, ofs_last_words(s, wanted, NULL));
        check_number(cases[i].text, cases[i].first >= 0, ofs_has_words(s, wanted));
        check_number(cases[i].text, cases[i].opening, ofs_opening_words(s, wanted));
        check_number(cases[i].text, cases[i].different, ofs_different_words(s, wanted, 9));
        check_number(cases[i].text, cases[i].different > 0, ofs_different_words(s, wanted, 1) > 0);
        check_number(cases[i].text, cases[i].count, ofs_count_words(s));
        check_str(cases[i].text, cases[i].leading, ofs_leading_words(s, 2));
        check_str(cases[i].text, cases[i].last_word, ofs_last_word(s));
    }
    check_number("a word, not a part of one", 9, ofs_first_word(OFS_LIT("accounts cc Ada Quill"), "cc", NULL));
    check_number("a part alone", -1, ofs_first_word(OFS_LIT("accounts"), "cc", NULL));
    check_number("nothing in no text", -1, ofs_first_word(OFS_NO_STR, "cc", NULL));
    ofs_str text = check_exact("(one) two3, ");
    static const uint32_t starts[] = {1, 1, 6, 6, 6, 6, 6, 12, 12, 12, 12, 12, 12};
    for (uint32_t at = 0; at <= text.n; at++)
        check_number("the next word's start", starts[at], ofs_word_start(text, at));
    check_number("before the text", 0, ofs_in_word(text, -1));
    check_number("a bracket", 0, ofs_in_word(text, 0));
    check_number("a letter", 1, ofs_in_word(text, 1));
    check_number("a digit", 1, ofs_in_word(text, 9));
    check_number("behind the text", 0, ofs_in_word(text, text.n));
    static const struct {
        const char *text;
        uint32_t opening, ending;
    } quotes[] = {
        {"\xE2\x80\x98", 3, 3},
        {"\xE2\x80\x9F", 3, 3},
        {"a\xE2\x80\x99", 0, 3},
        {"\"a\"", 1, 1},
        {"'a", 1, 0},
        {"\xE2\x80\x97", 0, 0},
        {"\xE2\x80\xA0", 0, 0},
        {"a", 0, 0},
        {"", 0, 0},
        {"ab'", 0, 1},
    };
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        check_number(quotes[i].text, quotes[i].opening, ofs_quote_at(check_exact(quotes[i].text)));
        check_number(quotes[i].text, quotes[i].ending, ofs_quote_ending(check_exact(quotes[i].text)));
    }
}

static void test_labels(void)
{
    static const struct {
        const char *text;
        uint32_t number, length;
    } numbers[] = {
        {"12. There", 12, 4}, {"12.There", 12, 3}, {"1) There", 1, 3},  {"999. x", 999, 5}, {"1000. x", 0, 0},
        {"0. x", 0, 0},       {"12 There", 0, 0},  {"2.1 x", 0, 0},     {"6.pm", 0, 0},     {"46. . x", 46, 6},
        {"3.", 3, 2},         {"3", 0, 0},         {"2006. The", 0, 0}, {"x", 0, 0},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        uint32_t length = 0;
        check_number(numbers[i].text, numbers[i].number, ofs_number_label(check_exact(numbers[i].text), &length));
        check_number(numbers[i].text, numbers[i].length, length);
    }
    static const struct {
        const char *text;
        uint32_t length;
    } bullets[] = {
        {"- home", 2},
        {"-home", 0},
        {"-5%", 0},
        {"-", 1},
        {"--", 0},
        {"\xEF\x80\xAD", 3},
        {"* home", 2},
        {"*", 0},
        {"\xE2\x80\xA2 home", 4},
        {"\xE2\x80\xA2home", 3},
        {"\xE2\x80\xA2", 3},
        {"\xE2\x80\x93 home", 4},
        {"\xE2\x80\x93home", 3},
        {"\xE2\x80\x93"
         "61 homes",
         3},
        {"\xE2\x80\x93"
         "5%",
         0},
        {"\xE2\x80\x90home", 0},
        {"o  home", 3},
        {"o home", 2},
        {"o a home", 2},
        {"o f homes", 0},
        {"o Home", 2},
        {"of homes", 0},
        {"\xEF\xBF\xBD home", 4},
        {"\xEF\xBF\xBDhome", 0},
        {"\xC2\x83 home", 3},
        {"\xC2\x85 home", 0},
        {"(cid:131) home", 10},
        {"(cid:131)home", 0},
        {"(cid:13x home", 0},
        {"\xC2\xA0 home", 0},
        {"\xE2\x80\x92home", 3},
        {"(cid:131 home", 0},
        {"(home) all", 0},
        {"home", 0},
        {"", 0},
    };
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        check_number(bullets[i].text, bullets[i].length, ofs_bullet_label(check_exact(bullets[i].text)));
}

/* Pieces parted by '|', joined. */
static void check_joined(const char *pieces, const char *want)
{
    ofs_joiner joiner = {&arena, NULL, 0, 0};
    for (const char *p = pieces; *p;) {
        size_t n = strcspn(p, "|");
        ofs_join(&joiner, (ofs_str){p, (uint32_t)n});
        p += n + (p[n] == '|');
    }
    check_str(pieces, want, ofs_joined(&joiner));
}

static void test_joining(void)
{
    check_joined("", "");
    check_joined("one", "one");
    check_joined("one|two", "one two");
    check_joined(" one | two ", "one two");
    check_joined("one| |two", "one two");
    check_joined("one  two\n three|four", "one two three four");
    check_joined("one two three  four five six", "one two three four five six");
    check_joined("eighteen letters  and spaces|more", "eighteen letters and spaces more");
    check_joined("one|twelve letters  here", "one twelve letters here");
    check_joined("well-|known", "well-known");
    check_joined("a-|b", "a-b");
    check_joined("Aqu\xC3\xAD|he was seen", "Aqu\xC3\xAD he was seen");
    check_joined("one -|two", "one - two");
    check_joined("short-|and long-term", "short- and long-term");
    check_joined("short-|or long-term", "short- or long-term");
    check_joined("short-|order", "short-order");
    check_joined("know\xC2\xAD|ledge", "knowledge");
    check_joined("know\xC2\xADledge", "knowledge");
    check_joined("a\xC2\xA0\xC2\xA0"
                 "b\xE2\x80\x8B"
                 "c\xEF\xBB\xBF",
                 "a bc");
    check_joined("caf\xC3\xA9|\xE2\x80\x98one\xE2\x80\x99", "caf\xC3\xA9 \xE2\x80\x98one\xE2\x80\x99");
    check_joined("tab\there|and there", "tab here and there");
    ofs_joiner joiner = {&arena, NULL, 0, 0};
    ofs_str text = OFS_LIT("one");
    ofs_join_on(&arena, &joiner, &text, OFS_LIT("two"));
    ofs_join_on(&arena, &joiner, &text, OFS_LIT("three"));
    check_str("onto a text", "one two three", text);
    ofs_str other = OFS_LIT("four");
    ofs_join_on(&arena, &joiner, &other, OFS_LIT("five"));
    check_str("onto another text", "four five", other);
    check_str("clean already", "one two", ofs_clean(&arena, OFS_LIT(" one two ")));
    check_str("not clean", "one two", ofs_clean(&arena, OFS_LIT("one  two")));
    check_str("not clean at byte eight", "one two three", ofs_clean(&arena, OFS_LIT("one two  three")));
    check_str("a control", "one two", ofs_clean(&arena, OFS_LIT("one\ttwo")));
    check_str("a control alone between words", "children families", ofs_clean(&arena, OFS_LIT("children\tfamilies")));
}

/* Text is looked at 32 and eight bytes at a time: what is no plain letter, at every place of more than two runs. */
static void test_joining_everywhere(void)
{
    static const struct {
        const char *odd, *written;
    } signs[] = {{"  ", " "},
                 {"   ", " "},
                 {"\t", " "},
                 {" \t ", " "},
                 {"\xC2\xA0 ", " "},
                 {" \xC2\xA0", " "},
                 {"\xE2\x80\x8B", ""},
                 {"\xC2\xAD", ""},
                 {"\xE2\x80\xA8", " "},
                 {"\xE2\x80\x99", "\xE2\x80\x99"},
                 {"\xE2\x80\x99  ", "\xE2\x80\x99 "},
                 {"\xE2\x80\x94\xE2\x80\x8B", "\xE2\x80\x94"},
                 {"\xE2\x80\x8B\xE2\x80\x94", "\xE2\x80\x94"},
                 {"\xE2\x80\x9D\xC2\xA0", "\xE2\x80\x9D "},
                 {"\xE2\x82\xAC\xC2\xAD", "\xE2\x82\xAC"}};
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
    enum { LETTERS = 75 };
    for (int before = 1; before <= LETTERS; before++)
        for (uint32_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            char text[200], want[200], behind[210], want_behind[210];
            snprintf(text, sizeof text, "%.*s%sz%.*s", before, letters, signs[i].odd, LETTERS - before, letters);
            snprintf(want, sizeof want, "%.*s%sz%.*s", before, letters, signs[i].written, LETTERS - before, letters);
            check_joined(text, want);
            check_str(text, want, ofs_clean(&arena, ofs_str_of(text)));
            snprintf(behind, sizeof behind, "one|%s", text);
            snprintf(want_behind, sizeof want_behind, "one %s", want);
            check_joined(behind, want_behind);
        }
}

static void test_sentences(void)
{
    static const struct {
        const char *text;
        int ends;
    } ends[] = {
        {"Seen.", 1},
        {"Seen", 0},
        {"Seen!", 1},
        {"Seen?", 1},
        {"Seen:", 1},
        {"Seen;", 1},
        {"Seen,", 0},
        {"Seen.)", 1},
        {"Seen.\"", 1},
        {"Seen.' ", 1},
        {"Seen.\xE2\x80\x9D", 1},
        {"Seen.12", 1},
        {"Seen.\xC2\xB9", 1},
        {"Seen.\xE2\x81\xB9", 1},
        {"Seen 12", 0},
        {"(seen)", 0},
        {"Seen. (Heard)", 1},
        {"Seen (heard)", 0},
        {"Seen, (heard)", 0},
        {"Seen.(Heard)", 0},
        {"Seen. Heard (all", 0},
        {"Seen. (Heard", 0},
        {". (Heard)", 1},
        {" (Heard)", 0},
        {"Seen. Heard)", 0},
        {"Seen. [Heard]", 0},
        {"Seen. (All of those who came to the house by the sea and to the old school)", 0},
        {"Seen].]", 1},
        {"", 0},
    };
    char closing[100] = "Seen.";
    memset(closing + 5, ')', 60);
    check_number("fifty-nine closing marks", 1, ofs_ends_sentence((ofs_str){closing, 64}));
    check_number("sixty-four of them", 0, ofs_ends_sentence((ofs_str){memset(closing + 5, ')', 64), 64}));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        check_number(ends[i].text, ends[i].ends, ofs_ends_sentence(check_exact(ends[i].text)));
    static const struct {
        const char *text;
        int lower;
    } starts[] = {
        {"seen", 1}, {"Seen", 0}, {"(seen", 1}, {"'seen", 1}, {"\xE2\x80\x9Cseen", 1}, {"\"Seen", 0}, {"1 seen", 0},
        {"(", 0},    {"", 0},     {"a", 1},     {"z", 1},     {"\xE2\x80\x98z", 1},
    };
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        check_number(starts[i].text, starts[i].lower, ofs_starts_lower(check_exact(starts[i].text)));
        check_number(starts[i].text, starts[i].lower, ofs_opens_lower(check_exact(starts[i].text)));
    }
    static const struct {
        const char *text;
        uint32_t from, end;
    } sentences[] = {
        {"Seen. Heard.", 0, 5},
        {"Seen. Heard.", 5, 12},
        {"Seen! Heard.", 0, 5},
        {"Seen? Heard.", 0, 5},
        {"Seen.1 Heard.", 0, 5},
        {"Seen.12 Heard.", 0, 5},
        {"Seen.123 All.", 0, 13},
        {"At 2.50m of all. More", 0, 16},
        {"At 2.5 of all. More", 0, 14},
        {"In 2019.2 More", 0, 8},
        {"Homes (e.g. hers) wait. More", 0, 23},
        {"St. Osyth. More", 0, 10},
        {"Mr. Bo, e.g. he. More", 0, 16},
        {"Seen.) Heard.", 0, 6},
        {"Seen.' All.", 0, 6},
        {"Seen.\xE2\x80\x99 All.", 0, 8},
        {"No stop", 0, 7},
        {"Seen.", 0, 5},
        {"Seen.1", 0, 5},
        {"Is it no. 5? More", 0, 12},
        {"Last. one", 0, 5},
    };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        check_number(sentences[i].text, sentences[i].end,
                     ofs_sentence_end(check_exact(sentences[i].text), sentences[i].from));
}

/* All that is asked of a text, in one line. */
static void add_answers(check_words *got, ofs_str s)
{
    static const char *const phrases[] = {"children's", "well- known", "of 12$", "in 2.50*", "st. osyth", "- a home"};
    uint32_t number = 0, length = 0;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        check_add(got, "%u %d %d, ", ofs_phrase_at(s, phrases[i]), (int)ofs_phrase_find(s, phrases[i], &length),
                  ofs_is_phrase(s, phrases[i]));
    number = ofs_number_label(s, &length);
    check_add(got, "%u %u, %u, %u, ", number, number ? length : 0, ofs_bullet_label(s), ofs_without_number(s).n);
    check_add(got, "%d %d %u, %u %u '", ofs_ends_sentence(s), ofs_starts_lower(s), ofs_sentence_end(s, 0),
              ofs_trim(s).n, ofs_trim_end(s, ".)").n);
    check_add_str(got, ofs_clean(&arena, s));
    check_add(got, "'");
}

/* What follows a slice, often the rest of a word, counts for nothing. */
static void test_slices(void)
{
    static const char *const texts[] = {
        "children\xE2\x80\x99s well-\xC2\xA0known \xE2\x80\x9Chomes.\xE2\x80\x9D"
        "12 More",
        "12. Homes of 12.",
        "2.1) in 2.50m. (All.) \xE2\x80\xA2 One",
        "\xE2\x80\xA2  St. Osyth e.g. well-\nknown",
        "- a home\xC2\xAD\xC2\xB2 o more",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (uint32_t n = 0; n <= strlen(texts[i]); n++) {
            char alone[100] = {0};
            check_words want = {{0}, 0}, got = {{0}, 0};
            memcpy(alone, texts[i], n);
            add_answers(&want, (ofs_str){alone, n});
            add_answers(&got, (ofs_str){texts[i], n});
            check_expect(alone, want.at, &got);
            for (const char *mark = "1.,')s( -"; *mark; mark++) {
                check_words more = {{0}, 0};
                memcpy(alone + n, mark, strlen(mark));
                add_answers(&more, (ofs_str){alone, n});
                check_expect(alone, want.at, &more);
            }
        }
}

/* Objects are aligned and apart, whatever was asked for before, and a new chunk begins where one ends. */
static void test_arena(void)
{
    unsigned char *last = NULL;
    size_t last_size = 0;
    for (uint32_t i = 0; i < 4000; i++) {
        size_t size = 1 + i * 37 % 301, align = _Alignof(uint64_t);
        ofs_arena_bytes(&arena, i % 7);
        unsigned char *object = ofs_arena_alloc(&arena, size);
        check_number("aligned", 0, (int64_t)((uintptr_t)object % align));
        for (size_t k = 0; k < size; k++)
            if (object[k])
                check_number("zero", 0, object[k]);
        memset(object, 0xFF, size);
        if (last && (object < last ? object + size > last : last + last_size > object))
            check_number("apart", 0, 1);
        last = object;
        last_size = size;
    }
    uint32_t capacity = 0, *numbers = NULL;
    for (uint32_t i = 0; i < 1000; i++) {
        uint32_t before = capacity;
        numbers = ofs_arena_grow(&arena, numbers, i, &capacity, sizeof *numbers);
        check_number("room for one more", 1, capacity > i && (capacity == before || i == before));
        numbers[i] = i;
    }
    for (uint32_t i = 0; i < 1000; i++)
        check_number("kept", i, numbers[i]);
}

static void run_tests(void *unused)
{
    (void)unused;
    test_arena();
    test_characters();
    test_signs();
    test_trimming();
    test_phrases();
    test_finding();
    test_beginnings();
    test_runs();
    test_words();
    test_labels();
    test_joining();
    test_joining_everywhere();
    test_sentences();
    test_slices();
}

static void take_some(void *own)
{
    memset(ofs_arena_bytes(own, 100), 'a', 100);
}

/* Whatever stood where it is kept, and again after all was given back. */
static void test_arenas(void)
{
    ofs_arena own;
    memset(&own, 0x55, sizeof own);
    ofs_arena_init(&own, NULL);
    for (int i = 0; i < 2; i++) {
        FUZZ_CHECK(ofs_attempt(&own, take_some, &own));
        ofs_arena_free(&own);
        ofs_arena_free(&own);
    }
}

int main(void)
{
    test_arenas();
    ofs_arena_init(&arena, NULL);
    FUZZ_CHECK(ofs_attempt(&arena, run_tests, NULL));
    ofs_arena_free(&arena);
    return check_result();
}
