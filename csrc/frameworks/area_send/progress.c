/* progress.c: which weaknesses a revisit looked at, which areas for priority action a monitoring inspection, and what was
 * judged of each: the block that states one, and the sentence after it that judges it.
 *
 * May not judge by tone: only a sentence with the publisher's own words counts. What the letter says of all of them is
 * compared with what was read of each. */
#include "frameworks/area_send/progress.h"

enum { NOTHING = -1 };
enum { LIST_WITHOUT = 1, LIST_WITH = 2, LIST_BROKEN = 4 }; /* of those without progress, of those with it */

/* How well a block states what is judged after it. */
typedef enum rank { RANK_PROSE, RANK_ITEM, RANK_HEADING, RANK_STATED } rank;

typedef struct walk {
    ofs_reader *reader;
    const area_send_words *words;
    ofs_findings *field;
    const ofs_block *candidate; /* that states the next one; NULL: none yet */
    rank rank; /* the candidate's */
    uint32_t ties; /* blocks of that rank since the last verdict */
    uint32_t loose; /* entries whose place alone tells them */
    int open; /* the body has begun: what one sentence judges is of one of them */
    int32_t made, not_made, of; /* that the document counts; NOTHING: it does not */
    int all, none, whole; /* it says that of all of them; 'the three' */
    ofs_progress listed; /* of the items that follow */
    int lists; /* LIST_… */
} walk;

static ofs_str without_label(const walk *w, ofs_str text)
{
    uint32_t n = ofs_begins_with(text, w->words->labels);
    return n ? ofs_trim((ofs_str){text.p + n, text.n - n}) : text;
}

/* 'Area for priority action 2': what it is stands below. */
static int is_label(const walk *w, ofs_str text)
{
    ofs_str rest = without_label(w, text);
    return rest.p != text.p && rest.n <= 2;
}

static rank rank_of(const walk *w, const ofs_block *block)
{
    if (ofs_begins_with(block->text, w->words->openings) || ofs_begins_with(block->text, w->words->labels))
        return RANK_STATED;
    if (block->kind == OFS_BLOCK_HEADING)
        return ofs_role_of(w->reader->headings, block->text) == OFS_ROLE_TOPIC ? RANK_HEADING : RANK_PROSE;
    return block->kind == OFS_BLOCK_ITEM || block->number ? RANK_ITEM : RANK_PROSE;
}

/* What states it: an item or a heading wholly, up to its verdict; of a paragraph its first sentence. */
static ofs_str statement_of(const walk *w, const ofs_block *block)
{
    area_send_said said;
    ofs_str text = block->text;
    uint32_t end = ofs_sentence_end(text, 0), at = 0, last = end;
    if (block->kind == OFS_BLOCK_PARAGRAPH && !block->number)
        return ofs_trim((ofs_str){text.p, end});
    while (last < text.n) {
        uint32_t next = ofs_sentence_end(text, last);
        at = 0;
        if (area_send_next_verdict(w->words, (ofs_str){text.p + last, next - last}, &at, &said))
            break;
        last = next;
    }
    return ofs_trim((ofs_str){text.p, last});
}

static void add(walk *w, const ofs_block *block, ofs_progress progress)
{
    w->field->at[w->field->count++] = (ofs_finding){statement_of(w, block), block->page, block->span, progress};
}

static void add_candidate(walk *w, ofs_progress progress)
{
    if (w->rank == RANK_PROSE || (w->rank < RANK_STATED && w->ties > 1) || is_label(w, w->candidate->text))
        w->loose++;
    add(w, w->candidate, progress);
    w->candidate = NULL;
}

/* The block may state the next one. One that says so gives way only to another of its kind, both in lists or headings. */
static void consider(walk *w, const ofs_block *block)
{
    rank found = rank_of(w, block);
    int labelled = w->candidate && w->rank == RANK_STATED && is_label(w, w->candidate->text);
    if (labelled && !is_label(w, block->text))
        w->candidate = block; /* what the label announces */
    else if (w->candidate && found == RANK_STATED && w->rank == RANK_STATED && block->kind == w->candidate->kind &&
             block->kind != OFS_BLOCK_PARAGRAPH)
        add_candidate(w, OFS_PROGRESS_NONE);
    if (!w->candidate || found > w->rank) {
        w->candidate = block;
        w->rank = found;
        w->ties = 0;
    }
    w->ties += found == w->rank;
}

static ofs_progress progress_of(const walk *w, area_send_verdict verdict)
{
    if (verdict == AREA_SEND_UNSURE)
        return OFS_PROGRESS_NONE;
    return verdict == AREA_SEND_MADE ? w->words->made : w->words->not_made;
}

static void count(walk *w, int32_t *known, int32_t said)
{
    if (*known != NOTHING && said != NOTHING && *known != said)
        ofs_add_issue(w->reader, "counts_disagree", "progress", OFS_NOWHERE,
                      "Two sentences give different numbers; the first was kept.");
    else if (said != NOTHING)
        *known = said;
}

/* The first sentence that says something of several of them is kept as printed. */
static void keep(walk *w, ofs_str sentence, const ofs_block *block)
{
    ofs_progress_made *made = &w->reader->report->progress;
    if (made->printed.p)
        return;
    made->printed = ofs_trim(sentence);
    made->page = block->page;
    made->span = block->span;
}

/* What a sentence says of several of them. */
static void sum_up(walk *w, const area_send_said *said, ofs_str sentence, const ofs_block *block)
{
    int yes = said->verdict == AREA_SEND_MADE;
    if (said->verdict == AREA_SEND_UNSURE)
        return;
    keep(w, sentence, block);
    if (said->extent == AREA_SEND_COUNT) {
        count(w, yes ? &w->made : &w->not_made, said->count);
        w->whole |= yes && said->is_whole && said->of == NOTHING;
    }
    count(w, &w->of, said->of);
    w->all |= yes && (said->extent == AREA_SEND_ALL || said->extent == AREA_SEND_SEVERAL);
    w->none |= said->extent == AREA_SEND_NONE;
}

/* What a sentence says of one of them. */
static void judge(walk *w, const area_send_said *said, const ofs_block *block)
{
    ofs_findings *field = w->field;
    int again = w->rank == RANK_PROSE && w->of != NOTHING && field->count >= (uint32_t)w->of;
    if (w->candidate && !again)
        add_candidate(w, progress_of(w, said->verdict));
    ofs_finding *last = field->count ? &field->at[field->count - 1] : NULL;
    if (!last || last->progress == progress_of(w, said->verdict))
        return;
    last->progress = OFS_PROGRESS_NONE;
    ofs_add_issue_about(w->reader, "unreadable", "findings", ofs_place_of(block),
                        "What was judged of this is not clear: '%s'.", block->text, OFS_NO_STR);
}

static void take_verdict(walk *w, const area_send_said *said, ofs_str sentence, const ofs_block *block, int leads_in)
{
    area_send_said whole = *said;
    if (leads_in) {
        w->listed = progress_of(w, said->verdict);
        w->lists |= w->listed ? (w->listed == w->words->made ? LIST_WITH : LIST_WITHOUT) : 0;
        keep(w, sentence, block);
    }
    int counted = w->made != NOTHING || w->not_made != NOTHING || w->of != NOTHING;
    if (!w->open && !leads_in && said->extent == AREA_SEND_THIS) { /* there was only one, unless others are counted */
        if (counted)
            return;
        whole.extent = said->verdict == AREA_SEND_MADE ? AREA_SEND_ALL : AREA_SEND_NONE;
    }
    if (whole.extent == AREA_SEND_THIS && !leads_in)
        judge(w, said, block);
    else if (!leads_in || said->extent == AREA_SEND_COUNT)
        sum_up(w, &whole, sentence, block);
}

static void read_sentences(walk *w, const ofs_block *block, const ofs_block *next)
{
    area_send_said said;
    for (uint32_t start = 0, end; start < block->text.n; start = end) {
        end = ofs_sentence_end(block->text, start);
        ofs_str sentence = {block->text.p + start, end - start};
        int leads_in = sentence.p[sentence.n - 1] == ':' && next && next->kind == OFS_BLOCK_ITEM;
        for (uint32_t at = 0; area_send_next_verdict(w->words, sentence, &at, &said);)
            take_verdict(w, &said, sentence, block, leads_in);
    }
}

static int has_verdict(const walk *w, const ofs_block *block)
{
    area_send_said said;
    for (uint32_t start = 0, end, at = 0; start < block->text.n; start = end, at = 0) {
        end = ofs_sentence_end(block->text, start);
        if (area_send_next_verdict(w->words, (ofs_str){block->text.p + start, end - start}, &at, &said))
            return 1;
    }
    return 0;
}

static void read_block(walk *w, const ofs_block *block, const ofs_block *next)
{
    ofs_role role = block->kind == OFS_BLOCK_HEADING ? ofs_role_of(w->reader->headings, block->text) : OFS_ROLE_TOPIC;
    int judges = has_verdict(w, block);
    if (w->listed && block->kind == OFS_BLOCK_ITEM) { /* one that judges has run into what follows the list */
        add(w, block, judges ? OFS_PROGRESS_NONE : w->listed);
        w->listed = judges ? OFS_PROGRESS_NONE : w->listed;
        w->lists |= judges ? LIST_BROKEN : 0;
        return;
    }
    w->listed = OFS_PROGRESS_NONE;
    w->open |= role != OFS_ROLE_TOPIC && role != OFS_ROLE_LINE && role != OFS_ROLE_OUTCOME;
    w->open |= rank_of(w, block) == RANK_STATED;
    int states = rank_of(w, block) == RANK_STATED || block->kind == OFS_BLOCK_ITEM;
    if (w->open && (role == OFS_ROLE_TOPIC || states) && (!judges || states))
        consider(w, block);
    if (judges)
        read_sentences(w, block, next);
}

static uint32_t count_of(const ofs_findings *field, ofs_progress progress)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < field->count; i++)
        found += field->at[i].progress == progress;
    return found;
}

/* Sentences that cannot all be so. What leaves nothing sure is let go. */
static void check_sentences(walk *w)
{
    int both = w->all && w->none, too_many = w->all && w->not_made > 0;
    if (w->made != NOTHING && w->not_made != NOTHING && w->of != NOTHING)
        too_many |= w->made + w->not_made > w->of;
    if (both || too_many)
        ofs_add_issue(w->reader, "counts_disagree", "progress", OFS_NOWHERE,
                      "Sentences on the progress made in several of them contradict each other.");
    if (both)
        w->all = w->none = 0;
}

/* What is judged of all of them, from the counts that are printed. */
static void conclude(walk *w)
{
    check_sentences(w);
    ofs_progress_made *sum = &w->reader->report->progress;
    if ((w->lists & (LIST_WITH | LIST_BROKEN)) == LIST_WITH && w->made == NOTHING)
        w->made = (int32_t)count_of(w->field, w->words->made);
    if (w->lists == (LIST_WITH | LIST_WITHOUT) && w->of == NOTHING)
        w->of = (int32_t)w->field->count;
    if (w->of == NOTHING && w->made != NOTHING && w->not_made != NOTHING)
        w->of = w->made + w->not_made;
    if (w->of == NOTHING && w->whole && w->not_made == NOTHING)
        w->of = w->made;
    if (w->none)
        w->made = 0;
    if (w->all && w->made == NOTHING && w->not_made == NOTHING && !w->none)
        w->made = w->of;
    else
        w->all = 0;
    if (w->made == NOTHING && w->not_made != NOTHING && w->of >= w->not_made)
        w->made = w->of - w->not_made;
    sum->made_in = w->made;
    sum->of = w->of;
    if (w->all || (w->made != NOTHING && w->made == w->of))
        sum->outcome = w->words->made;
    else if (w->made == 0)
        sum->outcome = w->words->not_made;
    else if (w->made > 0 && (w->made < w->of || w->not_made > 0))
        sum->outcome = OFS_MIXED_PROGRESS;
}

/* What is said of all of them holds for each. */
static void apply_to_each(walk *w)
{
    ofs_progress outcome = w->reader->report->progress.outcome;
    int32_t of = w->of;
    if (!outcome || outcome == OFS_MIXED_PROGRESS || (of != NOTHING && of != (int32_t)w->field->count))
        return;
    for (uint32_t i = 0; i < w->field->count; i++)
        if (!w->field->at[i].progress)
            w->field->at[i].progress = outcome;
}

/* Each against the sum. */
static void compare(walk *w)
{
    const ofs_findings *field = w->field;
    const ofs_progress_made *sum = &w->reader->report->progress;
    ofs_place place = {sum->page, sum->span};
    uint32_t made = count_of(field, w->words->made), open = count_of(field, OFS_PROGRESS_NONE);
    if (!field->count)
        return;
    if (w->loose)
        ofs_add_issue(w->reader, "fallback", "findings", place,
                      "Some of what was judged was told by its place alone; its words may be others.");
    if (open)
        ofs_add_issue(w->reader, "unreadable", "findings", (ofs_place){field->at[0].page, field->at[0].span},
                      "What was judged of some of these was not found.");
    if (!sum->printed.p)
        return;
    if ((sum->of >= 0 && sum->of != (int32_t)field->count) ||
        (!open && sum->made_in >= 0 && sum->made_in != (int32_t)made) ||
        (!open && sum->outcome == w->words->made && made != field->count))
        ofs_add_issue_about(w->reader, "counts_disagree", "findings", place,
                            "What was read of each does not add up to what is said of all: '%s'.", sum->printed,
                            OFS_NO_STR);
}

void area_send_read_progress(ofs_reader *reader, const area_send_words *words, uint32_t first, uint32_t end,
                             ofs_findings *field)
{
    walk w = {.reader = reader, .words = words, .field = field, .made = NOTHING, .not_made = NOTHING, .of = NOTHING};
    uint32_t most = end > first ? end - first : 1; /* each block is one of them at most */
    *field = (ofs_findings){OFS_NEW_ARRAY(reader->arena, ofs_finding, most), 0};
    for (uint32_t i = first; i < end; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind != OFS_BLOCK_TABLE && block->text.n)
            read_block(&w, block, i + 1 < end ? &reader->blocks.at[i + 1] : NULL);
    }
    if (w.candidate && w.rank == RANK_STATED)
        add_candidate(&w, OFS_PROGRESS_NONE);
    if (reader->report->progress.printed.p) {
        conclude(&w);
        apply_to_each(&w);
    } else {
        ofs_add_issue(reader, "missing", "progress", OFS_NOWHERE,
                      "No sentence says in how many of them progress was made.");
    }
    compare(&w);
}
