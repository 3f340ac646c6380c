/* cover.c: a SIF report's cover: title, authority, and the sentences that judge the whole and the LSCB.
 *
 * A sentence counts only where its grade stands right where the wording puts it. May not infer a grade from prose. */
#include "frameworks/sif/sif.h"

#include "base/words.h"

#define REVIEW "review of the effectiveness" /* as a line may end behind any word of the title */

enum { LONGEST_SENTENCE = 240, LONGEST_NAME = 120, FURTHEST_GRADE = 24 };

/* Title and authority. */

/* These titles have no digit but those of a footnote's mark, which may stand in a line of its own. */
static ofs_str without_marks(ofs_reader *reader, ofs_str text)
{
    ofs_joiner joiner = {reader->arena, NULL, 0, 0};
    for (const char *p = text.p, *end = p + text.n, *from; p < end;) {
        for (from = p; p < end && !ofs_is_digit(*p);)
            p++;
        ofs_join(&joiner, ofs_slice(from, p));
        while (p < end && ofs_is_digit(*p))
            p++;
    }
    return ofs_joined(&joiner);
}

/* Without a footnote's mark ('… Children Board1') and a closing 'and'. */
static ofs_str title_words(ofs_reader *reader, ofs_str text)
{
    text = without_marks(reader, ofs_before_label(text));
    if (text.n > 4 && ofs_phrase_at((ofs_str){text.p + text.n - 4, 4}, " and") == 4)
        text.n -= 4;
    return ofs_trim(text);
}

static int is_inspection_title(ofs_str text)
{
    return ofs_begins_with(text, SIF_TITLES) != 0;
}

static int is_review_title(ofs_str text)
{
    return ofs_phrase_at(text, SIF_REVIEW) != 0;
}

static ofs_str title_of(ofs_reader *reader, ofs_cover cover, uint32_t i)
{
    ofs_str text = cover.at[i].text;
    return ofs_title_from(reader, cover, i, text, ofs_has_phrase(text, REVIEW) ? "children board" : "care leavers");
}

static ofs_str and_review(ofs_reader *reader, ofs_str title, ofs_str review)
{
    ofs_joiner joiner = {reader->arena, NULL, 0, 0};
    ofs_join(&joiner, title);
    ofs_join(&joiner, OFS_LIT("and"));
    ofs_join(&joiner, title_words(reader, review));
    return ofs_joined(&joiner);
}

/* What stands above the title, wrapped or not; a board's name without the words for the board. */
static void read_authority(ofs_reader *reader, ofs_cover cover, uint32_t title)
{
    ofs_joiner joiner = {reader->arena, NULL, 0, 0};
    uint32_t length;
    for (uint32_t i = 0; i < title; i++)
        if (cover.at[i].text.n <= LONGEST_NAME)
            ofs_join(&joiner, cover.at[i].text);
    ofs_str name = ofs_joined(&joiner);
    int64_t board = name.n ? ofs_phrase_find(name, "local safeguarding children board", &length) : -1;
    if (board > 0)
        name = ofs_trim((ofs_str){name.p, (uint32_t)board});
    const ofs_piece *last = title > 1 ? &cover.at[title - 1] : NULL;
    if (last && !ofs_match_authority(reader->context, name, NULL) &&
        ofs_match_authority(reader->context, last->text, &reader->report->authority) == 1)
        ofs_add_issue_about(reader, "odd_name", "authority", last->place,
                            "Other words stand above the title, too; the name right above it was used: '%s'.",
                            last->text, OFS_NO_STR);
    else
        ofs_set_authority(reader, name, title ? cover.at[0].place : OFS_NOWHERE);
}

/* Where the title is not known: the first line that names an authority. */
static uint32_t first_named(const ofs_reader *reader, ofs_cover cover)
{
    uint32_t i = 0;
    while (i < cover.count &&
           (cover.at[i].text.n > LONGEST_NAME || ofs_match_authority(reader->context, cover.at[i].text, NULL) != 1))
        i++;
    return i < cover.count ? i + 1 : 0;
}

/* Where the title begins in a piece, behind a name; or -1. */
static int64_t title_behind_name(ofs_str piece)
{
    uint32_t length;
    int64_t at = ofs_find_one_of(piece, SIF_TITLES, &length);
    if (at > 0 && ofs_is_letter(piece.p[at - 1])) /* 'Aytonshire Inspection': no 're inspection' */
        at = ofs_phrase_find(piece, SIF_TITLE, &length);
    at = at < 0 ? ofs_phrase_find(piece, SIF_REVIEW, &length) : at;
    return at > 0 && at <= LONGEST_NAME ? at : -1;
}

/* Where no line end was kept, the authority and the title are one piece: cuts it in two. */
static ofs_cover cut_at_title(ofs_reader *reader, ofs_cover cover)
{
    uint32_t whole = 0;
    while (whole < cover.count && title_behind_name(cover.at[whole].text) < 0) {
        if (is_inspection_title(cover.at[whole].text) || is_review_title(cover.at[whole].text))
            return cover;
        whole++;
    }
    if (whole == cover.count)
        return cover;
    ofs_piece *pieces = OFS_NEW_ARRAY(reader->arena, ofs_piece, cover.count + 1);
    for (uint32_t i = 0; i < cover.count; i++)
        pieces[i + (i > whole)] = cover.at[i];
    ofs_str text = cover.at[whole].text;
    uint32_t at = (uint32_t)title_behind_name(text);
    pieces[whole + 1] = cover.at[whole];
    pieces[whole].text = ofs_trim((ofs_str){text.p, at});
    pieces[whole + 1].text = (ofs_str){text.p + at, text.n - at};
    return (ofs_cover){pieces, cover.count + 1};
}

void sif_read_cover(ofs_reader *reader, uint32_t table, uint32_t body)
{
    ofs_cover cover = cut_at_title(reader, ofs_read_cover(reader, table ? table : body));
    uint32_t title = cover.count;
    for (uint32_t i = cover.count; i--;)
        if (is_inspection_title(cover.at[i].text) || (title == cover.count && is_review_title(cover.at[i].text)))
            title = i;
    if (title < cover.count) {
        reader->report->title = title_words(reader, title_of(reader, cover, title));
        for (uint32_t i = title + 1; i < cover.count; i++) {
            ofs_str review = ofs_phrase_at(cover.at[i].text, REVIEW) ? title_of(reader, cover, i) : OFS_NO_STR;
            if (is_review_title(review)) {
                reader->report->title = and_review(reader, reader->report->title, review);
                break;
            }
        }
    }
    read_authority(reader, cover, title < cover.count ? title : first_named(reader, cover));
    ofs_read_inspection_dates(reader, cover);
    ofs_read_published(reader, cover);
}

/* Sentences. */

static void offer(ofs_reader *reader, const char *key, ofs_str printed, ofs_grade grade, ofs_place place)
{
    ofs_offer_judgement(
        reader,
        (ofs_offer){
            .row = sif_row(key), .printed = printed, .grade = grade, .source = OFS_FROM_SENTENCE, .place = place});
}

/* Nothing follows the grade but a full stop, the beginning of 'to be good', which a line end cut off, or the next
 * sentence where the text kept no line end. */
static int ends_sentence(ofs_str rest)
{
    rest = ofs_trim(rest);
    if (ofs_is_phrase(rest, "to") || ofs_is_phrase(rest, "to be"))
        return 1;
    return !rest.n || rest.p[0] == '.' || ofs_is_upper(rest.p[0]);
}

/* The grade at `at` of the piece, and another that stands alone behind it ('good' 'Inadequate'), as in a row that has two. */
static void offer_found(ofs_reader *reader, const char *key, const ofs_piece *piece, ofs_span at, ofs_grade grade)
{
    ofs_str text = piece->text, rest = {text.p + at.end, text.n - at.end};
    offer(reader, key, (ofs_str){text.p + at.start, at.end - at.start}, grade, piece->place);
    if (ofs_read_grade(rest, &grade) && ofs_find_grade(rest, 0, OFS_FIRST, &grade, &at))
        offer(reader, key, (ofs_str){rest.p + at.start, at.end - at.start}, grade, piece->place);
}

/* A sentence about the inspection before: its grade is not this one's. */
static int is_of_earlier(ofs_str text)
{
    static const char *const earlier[] = {"previous*", "last inspection", "last review", "earlier", "formerly", NULL};
    return text.n <= LONGEST_SENTENCE && ofs_has_words(text, earlier);
}

/* The sentence is on another authority than the cover's. */
static void check_authority(ofs_reader *reader, ofs_str words, ofs_place place)
{
    ofs_authority named;
    ofs_str own = reader->report->authority.name;
    if (reader->report->authority.la_code.n && ofs_match_authority(reader->context, words, &named) == 1 &&
        !ofs_equal(named.name, own))
        ofs_add_issue_about(reader, "two_authorities", "authority", place,
                            "The overall judgement is on '%s', the cover names '%s'.", named.name, own);
}

/* 'Children's services in X are inadequate', 'The overall judgement is (that children's services require …)'. */
static void read_overall(ofs_reader *reader, const ofs_piece *piece)
{
    ofs_str text = piece->text;
    static const char *const openings[] = {"the overall judgement", "the overall judgment", "children's service",
                                           "childrens service", NULL};
    for (const char *const *opening = openings; *opening; opening++) {
        uint32_t length;
        ofs_grade grade;
        ofs_span at;
        int64_t from = ofs_phrase_find(text, *opening, &length);
        if (from < 0 || is_of_earlier(text) || !ofs_find_grade(text, (uint32_t)from + length, OFS_FIRST, &grade, &at))
            continue;
        if (!ends_sentence((ofs_str){text.p + at.end, text.n - at.end}) || at.end - (uint32_t)from > LONGEST_SENTENCE)
            continue;
        if (grade != OFS_REQUIRES_IMPROVEMENT && ofs_has_phrase((ofs_str){text.p, at.start}, "require"))
            continue; /* '… require im good', torn */
        offer_found(reader, "overall_effectiveness", piece, at, grade);
        check_authority(reader, (ofs_str){text.p + from + length, at.start - (uint32_t)from - length}, piece->place);
        return;
    }
}

/* 'The effectiveness of the Local Safeguarding Children Board (LSCB) is good', 'The LSCB requires improvement'. */
static void read_board(ofs_reader *reader, const ofs_piece *piece, const ofs_piece *last)
{
    static const char *const boards[] = {"safeguarding children board", "safeguarding children", "the lscb", NULL};
    uint32_t length;
    ofs_grade grade;
    ofs_span at;
    ofs_str text = piece->text;
    int64_t from = ofs_find_one_of(text, boards, &length);
    if (from < 0 || is_review_title(text) || is_of_earlier(text))
        return;
    uint32_t end = (uint32_t)from + length;
    uint32_t abbreviation = ofs_phrase_at((ofs_str){text.p + end, text.n - end}, " (lscb)");
    end += abbreviation;
    if (ofs_find_grade(text, end, OFS_FIRST, &grade, &at) && at.start - end <= FURTHEST_GRADE &&
        ends_sentence((ofs_str){text.p + at.end, text.n - at.end}))
        offer_found(reader, "lscb_effectiveness", piece, at, grade);
    else if (end + 4 < text.n)
        return;
    /* the grade in a line of its own, perhaps another one */
    for (const ofs_piece *next = piece + 1; next <= last && ofs_read_grade(next->text, &grade); next++)
        offer(reader, "lscb_effectiveness", ofs_trim_end(next->text, "."), grade,
              (ofs_place){piece->place.page, {piece->place.span.start, next->place.span.end}});
}

/* 'Children's services in X are g' | 'ood': a table's first row that is the sentence on the whole, torn over two cells. */
static void read_torn_overall(ofs_reader *reader, const ofs_grid *grid)
{
    static const char *const services[] = {"children's services in", "childrens services in", NULL};
    const ofs_cell *first = grid->cells, *second = grid->cells + 1;
    ofs_grade grade;
    ofs_span at;
    if (grid->count < 2 || first->row || second->row || !ofs_begins_with(first->text, services) ||
        ofs_read_grade(second->text, &grade))
        return;
    ofs_str glued = ofs_concat(reader->arena, first->text, second->text);
    ofs_str whole = ofs_find_grade(glued, 0, OFS_FIRST, &grade, &at)
                        ? glued
                        : ofs_concat_words(reader->arena, first->text, second->text);
    ofs_piece piece = {whole, {first->page, {first->span.start, second->span.end}}, 0, 0};
    read_overall(reader, &piece);
}

static uint32_t pieces_before(const ofs_reader *reader, uint32_t body, ofs_piece **out)
{
    uint32_t most = body, count = 0;
    for (uint32_t i = 0; i < reader->blocks.grid_count; i++)
        most += reader->blocks.grids[i].count;
    ofs_piece *at = *out = OFS_NEW_ARRAY(reader->arena, ofs_piece, most + 1);
    for (uint32_t i = 0; i < body; i++) {
        const ofs_block *block = &reader->blocks.at[i];
        if (block->kind != OFS_BLOCK_TABLE) {
            at[count++] = (ofs_piece){block->text, ofs_place_of(block), block->bold, block->size};
            continue;
        }
        const ofs_grid *grid = &reader->blocks.grids[block->grid];
        for (uint32_t k = 0; k < grid->count; k++)
            at[count++] = (ofs_piece){grid->cells[k].text, {grid->cells[k].page, grid->cells[k].span}, 0, 0};
    }
    return count;
}

/* The sentence on the whole first, then the table's rows, then the LSCB: the order in which they are printed. */
void sif_read_judgements(ofs_reader *reader, uint32_t table, uint32_t body)
{
    ofs_piece *at;
    uint32_t count = pieces_before(reader, body, &at);
    for (uint32_t i = 0; i < count; i++)
        read_overall(reader, &at[i]);
    for (uint32_t i = 0; i < body; i++)
        if (reader->blocks.at[i].kind == OFS_BLOCK_TABLE)
            read_torn_overall(reader, &reader->blocks.grids[reader->blocks.at[i].grid]);
    ofs_read_judgement_tables(reader, 0, table, NULL);
    for (uint32_t i = 0; i < count; i++)
        read_board(reader, &at[i], &at[count - 1]);
}
