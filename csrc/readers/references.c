/* references.c: references to the children's social care national framework, which recommendations carry since 2025.
 *
 * May not take any other bracket for one: '(LADO)' and '(PLO)' are abbreviations. */
#include "readers/readers.h"

enum { MOST_REFERENCES = 16, LONGEST_REFERENCE = 400 };

/* After 'outcome', 'enabler' or 'principle', in the plural, too: a number, a number word, or a colon and its name. */
static int names_one(ofs_str after)
{
    static const char *const numbers[] = {"one", "two", "three", "four", "five", "six", NULL};
    uint32_t plural = after.n && *after.p == 's';
    after = ofs_trim((ofs_str){after.p + plural, after.n - plural});
    return after.n && (ofs_is_digit(*after.p) || *after.p == ':' || ofs_begins_with(after, numbers));
}

static int is_reference(ofs_str words)
{
    static const char *const kinds[] = {"outcome", "enabler", "principle", NULL};
    if (ofs_has_phrase(words, "national framework"))
        return 1;
    for (const char *const *kind = kinds; *kind; kind++) {
        uint32_t n = ofs_phrase_at(words, *kind);
        if (n && names_one((ofs_str){words.p + n, words.n - n}))
            return 1;
    }
    return 0;
}

static void add(ofs_reader *reader, ofs_recommendation *recommendation, ofs_str words)
{
    words = ofs_trim_end(words, ".,;");
    if (!recommendation->references)
        recommendation->references = OFS_NEW_ARRAY(reader->arena, ofs_str, MOST_REFERENCES);
    if (words.n && recommendation->reference_count < MOST_REFERENCES)
        recommendation->references[recommendation->reference_count++] = words;
}

/* The last sentence is the reference, without brackets: '… needs change. Enabler three: National Framework.' */
static void read_last_sentence(ofs_reader *reader, ofs_recommendation *recommendation)
{
    ofs_str text = ofs_trim_end(recommendation->text, ".");
    const char *start = text.p, *end = text.p + text.n;
    for (const char *stop = start; (stop = ofs_find_byte(stop, end, '.')) < end;)
        start = ++stop;
    ofs_str last = ofs_trim(ofs_slice(start, end));
    uint32_t n = ofs_phrase_at(last, "outcome") | ofs_phrase_at(last, "enabler") | ofs_phrase_at(last, "principle");
    if (start > text.p && n && is_reference(last))
        add(reader, recommendation, last);
}

void ofs_read_references(ofs_reader *reader, ofs_recommendation *recommendation)
{
    ofs_str text = recommendation->text;
    const char *behind = text.p + text.n, *round = ofs_find_byte(text.p, behind, '('),
               *first = ofs_find_byte(text.p, round, '['); /* most have neither */
    for (uint32_t i = (uint32_t)(first - text.p); i < text.n; i++) {
        if (text.p[i] != '(' && text.p[i] != '[')
            continue;
        char close = text.p[i] == '(' ? ')' : ']';
        uint32_t end = i + 1, stop = text.n - i > LONGEST_REFERENCE ? i + LONGEST_REFERENCE : text.n;
        while (end < stop && text.p[end] != close)
            end++;
        ofs_str words = ofs_trim((ofs_str){text.p + i + 1, end - i - 1});
        if (end < stop && is_reference(words)) {
            add(reader, recommendation, words);
            i = end;
        }
    }
    if (!recommendation->reference_count)
        read_last_sentence(reader, recommendation);
}
