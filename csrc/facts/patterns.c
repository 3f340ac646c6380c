/* patterns.c: the table of phrases, and PCRE2 behind one function.
 *
 * The only file that knows PCRE2. May not know what a phrase means to a report. Compiled patterns and the
 * match context are written once and only read afterwards, so threads share them; what a match writes to lies
 * in the matcher. PCRE2 gets its memory for a match from a block that the matcher took from the arena
 * beforehand: no failure of the arena can jump through PCRE2.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "facts/patterns.h"

#include "facts/facts.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

/* Without it (before PCRE2 10.34) a slice with malformed UTF-8 is checked first and matches nothing at all. */
#ifndef PCRE2_MATCH_INVALID_UTF
#define PCRE2_MATCH_INVALID_UTF 0u
#endif

enum {
    MATCH_LIMIT = 200000,      /* calls of PCRE2's match(); a phrase needs some hundreds */
    DEPTH_LIMIT = 5000,
    HEAP_LIMIT = 128,          /* KiB, only where there is no JIT */
    BLOCK_JIT = 4 * 1024,      /* match data alone */
    BLOCK_PLAIN = 384 * 1024   /* and the interpreter's frames, that double up to HEAP_LIMIT */
};

/* A letter, and none before it, as far as that is told without tables: PCRE2 asks it of every byte. */
#define BEGINS "(?=[A-Za-z\\x{80}-\\x{10FFFF}])(?<![A-Za-z0-9])"
/* Not inside a word. */
#define LEFT "(?<![\\p{L}\\p{N}])"
#define RIGHT "(?![\\p{L}\\p{N}])"

#define MAJESTY "H(?:er|is)\\s*Majesty(?:\\s*['\\x{2019}]?s)?\\s*Inspectors?"
/* Behind a role; in brackets also misprinted ('desigate'). */
#define DESIGNATE "(?:\\s*\\(desig[a-z]{1,8}\\)|\\s*designate)?"
/* What begins with one of these letters alone: PCRE2 tries all roles at each word. */
#define FIRST(letters) "(?=(?-i:[" letters "]))"
/* A role as inspection reports print them; spaces may be missing where an extractor lost them. */
/* clang-format off */
#define ROLE \
    "(?i:" \
    FIRST("ADHSadhs") "(?:(?:Acting|Senior|Designated?)\\s+)*" MAJESTY DESIGNATE \
    "|" FIRST("ADHOSadhos") "(?:(?:Ofsted|Acting|Senior|School|Designated?)\\s+)*S?HM[Il1]s?" RIGHT DESIGNATE "(?:\\s+(?:lead\\s+)?Inspectors?|\\s+(?:Social\\s+Care|Schools?|Education))?" RIGHT \
    "|" FIRST("CDHJLOTcdhjlot") "(?:(?:the|Ofsted|CQC|HMICFRS|HMIP|deputy|joint|co-)\\s*)*lead\\s*inspectors?" \
    "|" FIRST("ACEHOPRSTacehoprst") "(?:(?:Ofsted|CQC|HMICFRS|HMIP|team|reporting|shadow|supernumerary|additional|associate|seconded|contracted" \
        "|education|social\\s+care|children\\S*\\s+services|schools?|health|police|probation|specialist|assistant" \
        "|regulatory|compliance)\\s+)+inspectors?" \
    "|" FIRST("CDHcdh") "(?:(?:Deputy|Her\\s+Majesty\\S*|His\\s+Majesty\\S*)\\s+)?Chief\\s+Inspector" \
    "|" FIRST("ADRSadrs") "(?:(?:shadow|senior)\\s+)*(?:data|research|analytical)\\s+(?:analysts?|officers?)" \
    "|" FIRST("IQiq") "(?:quality\\s+assurance|QA|inspection)\\s+(?:managers?|leads?)" \
    "|" FIRST("ADNRSadnrs") "(?:(?:Assistant|Deputy|National|Regional|Senior)\\s+)+Directors?(?:\\s*[,:]?\\s*(?:of\\s+|for\\s+)?(?:Regulation|Social|Education|Care|Inspection(?!\\s+(?:managers?|leads?|team))|and|Ofsted|\\s)+)?" \
    "|" FIRST("AIai") "(?:all\\s+)?inspectors" \
    "|(?-i:AI|OI|RI|SCRI)" \
    ")" RIGHT

/* Words that begin with a capital in these reports and stand in no one's name; by their first letters, for PCRE2 tries each. */
#define NO_NAME \
    "(?:(?i:A(?:t|n?|nd|s|re|ssociate|dditional|uthority|rea|doption|reas?|ct|venue)|B(?:y|orough|oard|uilding)" \
    "|C(?:ontracted|ouncil|ounty|ity|hildren\\S*|are|ommission|onstabulary|hief|entre)" \
    "|D(?:ear|eputy|esignated?|irectors?|istrict|epartment|ates?|ecember|r)" \
    "|E(?:ducation|ffectiveness|xperiences|xecutive|mail)" \
    "|F(?:or|rom|ostering|oundation|ocused|indings|loor|ebruary|riday)|G(?:ood|rade|ate)" \
    "|H(?:er|is|ealth|ospital|eadline|ouse)|I(?:nspect\\p{L}*|n|s|nadequate|mprovement|nterim)" \
    "|J(?:udgement|anuary|uly)|L(?:ead|ocal|etter)|M(?:ajesty\\S*|etropolitan|onitoring|onday|r|rs|s|iss)" \
    "|N(?:ational|ovember)|O(?:fsted|n|f|verall|utcomes?|utstanding|verview|ffices?|ctober)" \
    "|P(?:artnership|rotection|robation|olice|ublished|rofessor)|Q(?:uality)" \
    "|R(?:egulatory|eporting|egional|eport|oyal|equires?|oad)" \
    "|S(?:enior|econded|hadow|upernumerary|ervices?|afeguarding|ocial|chools?|ummary|treet|quare|eptember|aturday|unday)" \
    "|T(?:he|h[ei]se|his|hat|o|eam|rust|here|elephone|uesday|hursday)|U(?:pon|niversity)|V(?:isit)" \
    "|W(?:ith|as|ere|ebsite|ednesday)|Y(?:ours))" RIGHT \
    "|(?:S?HM[Il1]s?|Hmis?|HMCI|HMIC|HMIP|HMICFRS|AI|OI|RI|SCRI|CQC|DCS|NHS|COVID|SEND)" RIGHT ")"

/* Most words are told by it; 'd' begins 'd’Arcy'. */
#define NO_SMALL_LETTER "(?![a-ce-z])"
#define LETTERS "[\\p{L}\\p{M}]"
#define APOSTROPHE "['\\x{2019}\\x{2018}]"
#define PARTICLE "(?:d[aeiu]|del|della|den|der|dos|van|von|la|le|al|el|bin|ibn|ap|ten|ter|y|St\\.)"
#define GAP "[ \\x{a0}]{1,2}"
/* In a name only where it stands second and ends it ('Jo Good'): elsewhere 'Good' is a grade, and 'A' an article unless
 * names stand before and after it. */
#define SURNAME_GOOD GAP "Good" RIGHT "(?!" GAP "(?!and" RIGHT "|S?HMI)\\p{L})"
#define INITIAL_A GAP "A\\.?(?=" GAP "(?:(?&word)|" PARTICLE "|Good" RIGHT "))"
/* Groups that others call: a word that is in no one's name, an initial or a word of a name ('Thomson-Jones' also
 * where a line ends at the hyphen). Last, so that the groups of the pattern itself count from 1. */
#define DEFINE_NAMES \
    "(?(DEFINE)(?<no>" NO_NAME ")" \
    "(?<word>" NO_SMALL_LETTER "(?!(?&no))(?:d" APOSTROPHE ")?\\p{Lu}(?:\\.|" LETTERS "{0,40}+(?:" APOSTROPHE "(?!s" RIGHT ")" \
    LETTERS "{1,40}+|(?:-\\s?|[\\x{2010}\\x{2011}\\x{2013}])(?!(?&no))" LETTERS "{1,40}+){0,4}+" RIGHT ")))"

/* One comment on each, in the order of ofs_pattern_id. Case counts unless they say (?i). */
static const char *const SOURCES[OFS_PATTERN_COUNT] = {
    /* OFS_PAT_PERSON_OR_ROLE: 1 = a role ('Her Majesty’s Inspector', 'Team inspectors'), else 2 = a title and
     * 3 = a name of two words or more, not followed by what makes it a place ('North Somerset Council'). */
    [OFS_PAT_PERSON_OR_ROLE] =
        BEGINS LEFT "(?:(" ROLE ")(?:\\s*\\(HMIs?\\))?(?:\\s+(?i:Social\\s+Care)" RIGHT ")?"
        "|" NO_SMALL_LETTER "(?:((?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Baroness|Councillor|Cllr)\\.?)\\s+)?"
        "((?&word)(?:(?:" INITIAL_A ")?" SURNAME_GOOD
        "|(?:(?:(?:" INITIAL_A ")?" GAP "(?:" PARTICLE GAP ")?(?:" PARTICLE GAP ")?|(?<=\\.))(?&word)){1,8}+"
        "|[ \\t]*\\r?\\n[ \\t]*(?&word)(?:" GAP "(?&word)){0,2}+))(?<!\\.)(?<![^\\p{L}]\\p{L})"
        "(?!" GAP "(?i:Council|County|City|District|Metropolitan|Borough|Local|Children|Trust|Safeguarding"
        "|Partnership|Board)" RIGHT "))" DEFINE_NAMES,
};
/* clang-format on */

struct ofs_patterns {
    pcre2_code *code[OFS_PATTERN_COUNT];
    pcre2_match_context *limits;
    int has_jit; /* every pattern was compiled to machine code */
};

struct ofs_matcher {
    ofs_arena *arena;
    const ofs_context *context;
    pcre2_match_data *data; /* NULL: the block was too small, nothing will match */
    char *block;
    size_t used, size;
};

ofs_patterns *ofs_patterns_new(void)
{
    ofs_patterns *patterns = calloc(1, sizeof *patterns);
    if (!patterns)
        return NULL;
    patterns->has_jit = 1;
    patterns->limits = pcre2_match_context_create(NULL);
    if (!patterns->limits) {
        ofs_patterns_free(patterns);
        return NULL;
    }
    pcre2_set_match_limit(patterns->limits, MATCH_LIMIT);
    pcre2_set_depth_limit(patterns->limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(patterns->limits, HEAP_LIMIT);
    for (int i = 0; i < OFS_PATTERN_COUNT; i++) {
        int error;
        PCRE2_SIZE where;
        patterns->code[i] = pcre2_compile((PCRE2_SPTR)SOURCES[i], PCRE2_ZERO_TERMINATED,
                                          PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF, &error, &where, NULL);
        if (!patterns->code[i]) {
            ofs_patterns_free(patterns);
            return NULL;
        }
        if (pcre2_jit_compile(patterns->code[i], PCRE2_JIT_COMPLETE) != 0)
            patterns->has_jit = 0;
    }
    return patterns;
}

void ofs_patterns_free(ofs_patterns *patterns)
{
    if (!patterns)
        return;
    for (int i = 0; i < OFS_PATTERN_COUNT; i++)
        pcre2_code_free(patterns->code[i]);
    pcre2_match_context_free(patterns->limits);
    free(patterns);
}

static void *take(size_t size, void *user)
{
    ofs_matcher *matcher = user;
    size_t rounded = (size + 15) & ~(size_t)15;
    if (rounded < size || matcher->size - matcher->used < rounded)
        return NULL;
    void *piece = matcher->block + matcher->used;
    matcher->used += rounded;
    return piece;
}

/* The block goes with the arena. */
static void keep(void *piece, void *user)
{
    (void)piece;
    (void)user;
}

ofs_matcher *ofs_matcher_new(ofs_arena *arena, const ofs_context *context)
{
    ofs_matcher *matcher = OFS_NEW(arena, ofs_matcher);
    matcher->arena = arena;
    matcher->context = context;
    matcher->size = context->patterns->has_jit ? BLOCK_JIT : BLOCK_PLAIN;
    matcher->block = ofs_arena_room(arena, matcher->size);
    pcre2_general_context *general = pcre2_general_context_create(take, keep, matcher);
    if (general)
        matcher->data = pcre2_match_data_create(OFS_CAPTURES, general);
    return matcher;
}

ofs_arena *ofs_matcher_arena(const ofs_matcher *matcher)
{
    return matcher->arena;
}

const ofs_context *ofs_matcher_context(const ofs_matcher *matcher)
{
    return matcher->context;
}

int ofs_find(ofs_matcher *matcher, ofs_pattern_id pattern, ofs_str text, uint32_t from, ofs_captures *captures)
{
    uint32_t length = text.n < OFS_FIND_MAX ? text.n : OFS_FIND_MAX;
    if (!matcher->data || !text.p || from > length)
        return 0;
    const ofs_patterns *patterns = matcher->context->patterns;
    int count =
        pcre2_match(patterns->code[pattern], (PCRE2_SPTR)text.p, length, from, 0, matcher->data, patterns->limits);
    if (count < 0) /* none, a limit, or malformed UTF-8 */
        return 0;
    if (count == 0)
        count = OFS_CAPTURES;
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(matcher->data);
    if (captures) {
        memset(captures, 0, sizeof *captures);
        captures->count = (uint32_t)count;
        for (int i = 0; i < count; i++)
            if (at[2 * i] != PCRE2_UNSET)
                captures->at[i] = (ofs_span){(uint32_t)at[2 * i], (uint32_t)at[2 * i + 1]};
    }
    return 1;
}

ofs_str ofs_captured(ofs_str text, const ofs_captures *captures, uint32_t group)
{
    if (group >= captures->count || group >= OFS_CAPTURES || captures->at[group].end == 0 ||
        captures->at[group].end > text.n)
        return (ofs_str){NULL, 0};
    return (ofs_str){text.p + captures->at[group].start, captures->at[group].end - captures->at[group].start};
}

const char *ofs_pattern_library(char version[OFS_VERSION_ROOM])
{
    int length = pcre2_config(PCRE2_CONFIG_VERSION, NULL);
    version[0] = '\0';
    if (length > 0 && length <= OFS_VERSION_ROOM)
        pcre2_config(PCRE2_CONFIG_VERSION, version);
    return version;
}
