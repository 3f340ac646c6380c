/* statement.c: the written statement of action that a letter requires, or that an earlier one required.
 *
 * Takes only what one sentence says. May not read what the weaknesses are. */
#include "base/words.h"
#include "frameworks/area_send/area_send.h"

#include <string.h>

static const char REQUIRED[] = "required", WAS_REQUIRED[] = "was_required", NOT_REQUIRED[] = "not_required";

/* The slug of what the sentence says of the statement, or NULL. */
static const char *state_of(ofs_str sentence)
{
    static const char *const none[] = {"not required", "no longer required", "does not require", "not been required",
                                       NULL};
    static const char *const past[] = {"was required", "were required", "had been required",
                                       "was issued",   "issued on",     NULL};
    static const char *const now[] = {"required", "requires", "must", NULL};
    if (!ofs_has_phrase(sentence, "statement of action"))
        return NULL;
    if (ofs_has_one_of(sentence, none))
        return NOT_REQUIRED;
    if (ofs_has_one_of(sentence, past))
        return WAS_REQUIRED;
    return ofs_has_one_of(sentence, now) ? REQUIRED : NULL;
}

/* 'the council, which': the words before may be about more than who is meant. */
static int ends_in_relative(ofs_str who)
{
    static const char *const pronouns[] = {"which", "who", "that", NULL};
    ofs_str last = ofs_last_word(who);
    return last.n < who.n && ofs_is_one_of(last, pronouns);
}

/* 'HMCI has also determined that X are jointly responsible for submitting the written statement': X, or null. */
static ofs_str responsible_in(ofs_str sentence)
{
    static const char *const duties[] = {
        " responsible for submitting", " responsible for producing", " responsible for the written statement",
        " responsible for preparing",  " responsible for writing",   NULL};
    static const char *const links[] = {" are", " is", " were", " was", " be", NULL};
    uint32_t n;
    int64_t end = ofs_find_one_of(sentence, duties, &n), from = ofs_phrase_find(sentence, " that ", &n);
    if (end < 0)
        return OFS_NO_STR;
    uint32_t start = from >= 0 && from < end ? (uint32_t)from + n : 0;
    ofs_str who = ofs_trim((ofs_str){sentence.p + start, (uint32_t)end - start});
    for (const char *const *tail = (const char *const[]){" jointly", " both", NULL}; *tail; tail++)
        if (who.n > strlen(*tail) &&
            ofs_is_phrase((ofs_str){who.p + who.n - strlen(*tail), (uint32_t)strlen(*tail)}, *tail + 1))
            who = ofs_trim((ofs_str){who.p, who.n - (uint32_t)strlen(*tail)});
    for (const char *const *link = links; *link; link++) {
        uint32_t length = (uint32_t)strlen(*link);
        if (who.n > length && ofs_equal((ofs_str){who.p + who.n - length, length}, ofs_str_of(*link))) {
            who = ofs_trim((ofs_str){who.p, who.n - length});
            return ends_in_relative(who) ? OFS_NO_STR : who;
        }
    }
    return OFS_NO_STR;
}

/* The first date behind one of the phrases. */
static ofs_date date_after(ofs_str sentence, const char *const *phrases)
{
    ofs_found_date found;
    uint32_t n;
    int64_t at = ofs_first_words(sentence, phrases, &n);
    return at >= 0 && ofs_find_date(sentence, (uint32_t)at + n, &found) && found.date.year && !found.flags
               ? found.date
               : (ofs_date){0, 0, 0};
}

/* Keeps the first day; another one may be of a statement that is required again. */
static void take_day(ofs_reader *reader, ofs_date *known, ofs_date found, ofs_str sentence, const ofs_block *block)
{
    if (!known->year)
        *known = found;
    else if (found.year && ofs_date_compare(*known, found))
        ofs_add_issue_about(
            reader, "unreadable", "statement_of_action", ofs_place_of(block),
            "Another day of a written statement of action is printed here, and the first was kept: '%s'.", sentence,
            OFS_NO_STR);
}

static void read_sentence(ofs_reader *reader, ofs_str sentence, const ofs_block *block, int revisit)
{
    static const char *const issued[] = {"issued on", "dated", NULL}, *const fit[] = {"fit for purpose", NULL};
    ofs_statement_of_action *statement = &reader->report->statement_of_action;
    const char *state = state_of(sentence);
    if (state == REQUIRED && revisit)
        state = WAS_REQUIRED;
    int now = state == REQUIRED && statement->state.p == WAS_REQUIRED; /* an earlier one was, and so is one again */
    if (state && (!statement->state.p || now)) {
        statement->state = ofs_str_of(state);
        statement->page = block->page;
        statement->span = block->span;
    }
    if (!statement->responsible.p)
        statement->responsible = responsible_in(sentence);
    if (state)
        take_day(reader, &statement->issued, date_after(sentence, issued), sentence, block);
    take_day(reader, &statement->declared_fit, date_after(sentence, fit), sentence, block);
}

static void read_statement(ofs_reader *reader, ofs_str sentence, const ofs_block *block)
{
    ofs_statement_of_action *statement = &reader->report->statement_of_action;
    const char *state = state_of(sentence);
    read_sentence(reader, sentence, block, area_send_is_revisit(reader));
    if ((state == NOT_REQUIRED && statement->state.p == REQUIRED) ||
        (state == REQUIRED && statement->state.p == NOT_REQUIRED))
        ofs_add_issue_about(
            reader, "unreadable", "statement_of_action", ofs_place_of(block),
            "One sentence says that a written statement of action is required, another that none is: '%s'.", sentence,
            OFS_NO_STR);
}

static void read_block(ofs_reader *reader, const ofs_block *block)
{
    for (uint32_t start = 0, end; start < block->text.n; start = end) {
        end = ofs_sentence_end(block->text, start);
        read_statement(reader, ofs_trim((ofs_str){block->text.p + start, end - start}), block);
    }
}

void area_send_read_statement(ofs_reader *reader, uint32_t first, uint32_t end)
{
    ofs_statement_of_action *statement = &reader->report->statement_of_action;
    for (uint32_t i = first; i < end; i++)
        if (reader->blocks.at[i].kind != OFS_BLOCK_TABLE)
            read_block(reader, &reader->blocks.at[i]);
    if (!statement->state.p)
        *statement = (ofs_statement_of_action){.state = OFS_NO_STR};
    else if (!statement->responsible.p && !ofs_equal(statement->state, ofs_str_of(NOT_REQUIRED)))
        ofs_add_issue(reader, "missing", "statement_of_action", (ofs_place){statement->page, statement->span},
                      "A written statement of action is named, and not who is responsible for it.");
}
