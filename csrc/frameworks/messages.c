/* messages.c: a message that stands above a report or a letter, as whoever sent it on wrote it: where it ends.
 *
 * A message greets in the first lines, and soon closes with a name, or says that the rest stands below; far more text comes
 * behind it than it has. An inspector's letter is longer. May not look at what the rest is. */
#include "base/words.h"
#include "frameworks/all.h"

#include <string.h>

enum {
    GREETED_WITHIN = 8, /* lines */
    CLOSED_WITHIN = 40,
    SIGNATURE_LINES = 6, /* in a row; and as many parts with an address, a telephone's number or a notice */
    LONGEST_LINE = 60, /* bytes of a greeting, a closing or a signature */
    LONGEST_MESSAGE = 2000,
    LONGEST_NOTICE = 300,
    TIMES_LONGER = 4
};

static ofs_str text_of(const ofs_source *source, uint32_t i)
{
    return ofs_trim(ofs_line_text(source, &source->lines[i]));
}

static int begins_part(const ofs_source *source, uint32_t i)
{
    return i == source->line_count || (source->lines[i].flags & OFS_LINE_GAP);
}

/* Behind the lines of the part that line i is in. */
static uint32_t end_of_part(const ofs_source *source, uint32_t i, uint32_t most)
{
    uint32_t end = i + 1;
    while (end - i < most && !begins_part(source, end))
        end++;
    return end;
}

static int greets(ofs_str text)
{
    static const char *const to_some[] = {"dear ",          "hi ",          "hello ",   "hey ",       "good morning",
                                          "good afternoon", "good evening", "morning ", "afternoon ", NULL};
    static const char *const to_all[] = {"hi", "hello", "all", "colleagues", "team", NULL};
    ofs_str words = ofs_trim_end(text, ",!:");
    return text.n <= LONGEST_LINE && ofs_is_upper(*text.p) &&
           (ofs_begins_with(text, to_some) || (words.n < text.n && ofs_is_one_of(words, to_all)));
}

static int closes(ofs_str text)
{
    static const char *const regards[] = {
        "kind regards",     "kindest regards", "best regards",     "warm regards", "regards", "best wishes",
        "with best wishes", "yours sincerely", "yours faithfully", "yours truly",  NULL};
    static const char *const thanks[] = {"many thanks", "thanks", "best", "thank you", "cheers", "all the best", NULL};
    return text.n <= LONGEST_LINE &&
           (ofs_begins_with(text, regards) || ofs_is_one_of(ofs_trim_end(text, ",.!"), thanks));
}

/* The report's own head begins. */
static int is_letterhead(ofs_str text)
{
    static const char *const words[] = {"ofsted", "inspection", "piccadilly gate", NULL};
    return ofs_has_one_of(text, words);
}

/* A line that parts a message from what it passes on. */
static int is_separator(ofs_str text)
{
    static const char *const words[] = {"original message", "forwarded message", NULL};
    return (text.n > 1 && strchr("-_=*", *text.p) && text.p[1] == *text.p) || ofs_has_one_of(text, words);
}

static int is_notice(ofs_str text)
{
    static const char *const words[] = {"this email",   "this e-mail",  "this message",
                                        "confidential", "sent from my", NULL};
    static const char *const lines[] = {"tel", "phone", "mobile", "email", "e-mail", "www.", NULL};
    return memchr(text.p, '@', text.n) || ofs_has_one_of(text, words) || ofs_begins_with(text, lines);
}

/* Behind the lines of this part that are short and no letterhead's. */
static uint32_t end_of_lines(const ofs_source *source, uint32_t first, uint32_t longest)
{
    uint32_t end = first;
    for (uint32_t stop = end_of_part(source, first, SIGNATURE_LINES); end < stop; end++) {
        ofs_str text = text_of(source, end);
        if (text.n > longest || is_letterhead(text))
            return end;
        if (is_separator(text))
            return end + 1;
    }
    return end;
}

/* Behind the name below a closing, and what goes with it. */
static uint32_t end_of_signature(const ofs_source *source, uint32_t first)
{
    uint32_t end = end_of_lines(source, first, LONGEST_LINE);
    for (uint32_t parts = 0; parts < SIGNATURE_LINES && end < source->line_count; parts++) {
        ofs_str text = text_of(source, end);
        uint32_t stop = is_separator(text) || is_notice(text) ? end_of_lines(source, end, LONGEST_MESSAGE) : end;
        if (stop == end)
            break;
        end = stop;
    }
    return end;
}

/* Behind the words that say that the rest stands below, of the greeting's line or the part behind it; or 0. */
static uint32_t end_of_note(const ofs_source *source, uint32_t greeting)
{
    static const char *const words[] = {"below", "attached", "forwarded", "forwarding", "for information", "fyi", NULL};
    for (uint32_t i = greeting; i < source->line_count && i < greeting + 2; i++) {
        uint32_t end = end_of_part(source, i, SIGNATURE_LINES);
        ofs_str text = ofs_slice(text_of(source, i).p, source->text.p + source->lines[end - 1].end);
        if (text.n <= LONGEST_NOTICE && !is_letterhead(text_of(source, i)) && ofs_has_one_of(text, words))
            return end;
    }
    return 0;
}

/* The line behind the message that greets in this line; 0: it is none. */
static uint32_t end_of_message(const ofs_source *source, uint32_t greeting)
{
    uint32_t start = source->lines[greeting].start;
    for (uint32_t i = greeting + 1; i < source->line_count && i < greeting + CLOSED_WITHIN; i++) {
        if (source->lines[i].end - start > LONGEST_MESSAGE || ofs_phrase_at(text_of(source, i), "dear "))
            break;
        if (closes(text_of(source, i)))
            return i + 1 < source->line_count ? end_of_signature(source, i + 1) : 0;
    }
    return end_of_note(source, greeting);
}

uint32_t ofs_end_of_message(const ofs_source *source)
{
    uint32_t greeting = 0, count = source->line_count < GREETED_WITHIN ? source->line_count : GREETED_WITHIN;
    while (greeting < count && !greets(text_of(source, greeting)))
        greeting++;
    uint32_t end = greeting < count ? end_of_message(source, greeting) : 0;
    if (!end || end >= source->line_count)
        return 0;
    uint32_t first = source->lines[0].start, behind = source->lines[end].start;
    return (uint64_t)(behind - first) * TIMES_LONGER <= source->text.n - behind ? end : 0;
}
