/* unseen.c: words that a PDF holds and its pages do not show, and such as they show beside what was read. An issue where
 * they hold a grade, a day, an authority or an inspector: someone may have meant them to be read, and another program, or
 * another reader, will. May not change a value. */
#include "base/words.h"
#include "readers/checks.h"

enum { LONGEST_SHOWN = 60 };

static const char *const messages[] = {
    [OFS_UNSEEN] = "This page holds words that it does not show, '%s'; they were not read.",
    [OFS_UNSEEN_PART] = "This page does not show all of '%s'; what is hidden was not read.",
    [OFS_UNSEEN_OTHER] = "This page gives '%s' in place of what it shows (ActualText); what is shown was read.",
    [OFS_UNSEEN_READ] =
        "This page gives '%s' in place of what it shows (ActualText), in letters that are not known; that was read.",
    [OFS_UNTAGGED] = "This page shows '%s' among its lines, outside its tags; it was not read with them.",
    [OFS_COMMENT] = "A comment on this page shows '%s'; it was not read.",
    [OFS_UNDER_COMMENT] = "A stamp or drawing over this page has words beside '%s'; they were not read."};

static const char *code_of(ofs_unseen_kind kind)
{
    if (kind >= OFS_UNTAGGED)
        return "unread_words";
    return kind >= OFS_UNSEEN_OTHER ? "actual_text" : "unseen_text";
}

/* What is said of whom: the field of a kind of words, or NULL. */
static const char *field_of(const ofs_reader *reader, const ofs_unseen *unseen, int kind)
{
    static const char *const grades[] = {"outstanding", "good", "requires improvement", "adequate", NULL};
    ofs_str text = unseen->text;
    int is_part = unseen->kind == OFS_UNSEEN_PART;
    ofs_grade grade;
    ofs_found_date date;
    ofs_span at;
    ofs_authority authority;
    switch (kind) {
    case 0: /* of a part that is hidden, the rest may become one: 'not good', 'good' */
        return ofs_find_grade(text, 0, OFS_FIRST, &grade, &at) || (is_part && ofs_has_one_of(text, grades))
                   ? "judgements"
                   : NULL;
    case 1:
        return ofs_find_date(text, 0, &date) ? "inspection_periods" : NULL;
    case 2:
        return ofs_find_authority(reader->context, text, 0, &authority, &at) &&
                       !ofs_equal(authority.name, reader->report->authority.name) /* as in an address */
                   ? "authority"
                   : NULL;
    default:
        return ofs_has_phrase(text, "inspector") ? "lead_inspector" : NULL;
    }
}

static void file(ofs_reader *reader, const ofs_unseen *unseen, const char *field)
{
    ofs_str text = ofs_trim(unseen->text);
    if (text.n > LONGEST_SHOWN)
        for (text.n = LONGEST_SHOWN; text.n && ((unsigned char)text.p[text.n] & 0xC0) == 0x80;)
            text.n--; /* no half of a character */
    ofs_add_issue_about(reader, code_of(unseen->kind), field, (ofs_place){unseen->page, {0, 0}}, messages[unseen->kind],
                        text, OFS_NO_STR);
}

/* Letters that something covers within the words that are read, as a word printed across the page does: any of these may
 * lack some. */
static void doubt_words_with_holes(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    for (uint32_t i = 0; i < source->unseen_count; i++) {
        const ofs_unseen *unseen = &source->unseen[i];
        if (unseen->kind != OFS_UNSEEN_PART)
            continue;
        ofs_doubt_facts(reader, "unseen_text", (ofs_place){unseen->page, {0, 0}},
                        "This page does not show all of '%s …'; what is hidden was not read, here and perhaps "
                        "elsewhere.",
                        ofs_few_words(unseen->text), OFS_NO_STR);
        return;
    }
}

/* The first of each field. */
void ofs_check_unseen(ofs_reader *reader)
{
    const ofs_source *source = reader->source;
    int filed[4] = {0, 0, 0, 0};
    for (uint32_t i = 0; i < source->unseen_count; i++)
        for (int kind = 0; kind < 4; kind++) {
            const char *field = filed[kind] ? NULL : field_of(reader, &source->unseen[i], kind);
            if (field)
                file(reader, &source->unseen[i], field);
            filed[kind] |= field != NULL;
        }
    doubt_words_with_holes(reader);
}
