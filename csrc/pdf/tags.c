/* tags.c: a page's structure tree as marked content in reading order, each piece with what its element
 * says of it. May not look at characters, but for words in a label; walks the page's nodes once, without recursion. */
#include "pdf/page.h"

#include <string.h>

enum { MAX_COLUMN = 65535, LEAST_WORDS = 3, MOST_MOVED = 64 };

/* An element on the way from the root to where the walk is, with what it inherits. */
typedef struct frame {
    ofs_pdf_tag tag;
    int owner;    /* index of the frame whose block takes text found here */
    int block;    /* of an owner: the block that its text went to, or OFS_NONE */
    int item;     /* index of the nearest list item or note, or OFS_NONE */
    int label;    /* of an item or note: the block that its label opened and no text took yet */
    int is_label; /* within an Lbl */
    int is_drawn; /* of an item: its label is a picture, and no text followed yet */
    int is_note, is_contents, is_aside;
    int has_words; /* of a group: words stand in it beside its parts */
    uint8_t heading, depth;
    uint32_t table; /* 0: none */
    int row, column; /* of a table, row: how many there were; of what is in a cell: its place */
} frame;

typedef struct walk {
    ofs_pdf *pdf;
    int top, last_block;
    frame stack[OFS_PDF_TREE_DEPTH + 1]; /* an element stands at its depth, the root at 0 */
} walk;

ofs_pdf_tag ofs_pdf_tag_of(const char *name, uint8_t *level)
{
    static const struct {
        const char *name;
        ofs_pdf_tag tag;
    } known[] = {
        {"P", OFS_TAG_PARAGRAPH},       {"Span", OFS_TAG_INLINE},     {"LI", OFS_TAG_LIST_ITEM},
        {"LBody", OFS_TAG_LIST_BODY},   {"L", OFS_TAG_LIST},          {"Lbl", OFS_TAG_LABEL},
        {"TD", OFS_TAG_CELL},           {"TH", OFS_TAG_CELL},         {"TR", OFS_TAG_ROW},
        {"Table", OFS_TAG_TABLE},       {"Note", OFS_TAG_NOTE},       {"FENote", OFS_TAG_NOTE},
        {"TOC", OFS_TAG_CONTENTS},      {"TOCI", OFS_TAG_CONTENTS},   {"Document", OFS_TAG_GROUP},
        {"Part", OFS_TAG_GROUP},        {"Sect", OFS_TAG_GROUP},      {"Div", OFS_TAG_GROUP},
        {"Art", OFS_TAG_GROUP},         {"Aside", OFS_TAG_ASIDE},     {"BlockQuote", OFS_TAG_PARAGRAPH},
        {"Caption", OFS_TAG_PARAGRAPH}, {"Title", OFS_TAG_PARAGRAPH}, {"NonStruct", OFS_TAG_DIVISION},
    };
    *level = 0;
    if (name[0] == 'H' && (name[1] == '\0' || (name[1] >= '1' && name[1] <= '6' && !name[2]))) {
        *level = name[1] ? (uint8_t)(name[1] - '0') : 1;
        return OFS_TAG_HEADING;
    }
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(name, known[i].name) == 0)
            return known[i].tag;
    return OFS_TAG_INLINE;
}

static uint8_t one_deeper(uint8_t depth)
{
    return depth < UINT8_MAX ? (uint8_t)(depth + 1) : depth;
}

/* Gives an element its place in its table; `parent` counts. */
static void enter_table(walk *w, frame *parent, frame *f)
{
    if (f->tag == OFS_TAG_TABLE) {
        f->table = ++w->pdf->table_count;
        f->row = f->column = 0;
    } else if (f->tag == OFS_TAG_ROW) {
        frame *table = parent;
        while (table > w->stack && table->tag != OFS_TAG_TABLE)
            table--; /* past THead and TBody */
        f->row = table->tag == OFS_TAG_TABLE && table->row < MAX_COLUMN ? table->row++ : 0;
        f->column = 0;
    } else if (f->tag == OFS_TAG_CELL) {
        f->column = parent->tag == OFS_TAG_ROW && parent->column < MAX_COLUMN ? parent->column++ : 0;
        f->depth = 0;
        f->item = OFS_NONE;
    }
}

/* A browser's <div> is an element of no kind, and so are the words in it, which hold no element, and a <b> beside them. */
static void settle_division(frame *parent, frame *f, int holds_element)
{
    int is_group = parent->tag == OFS_TAG_GROUP && holds_element && !parent->has_words;
    parent->has_words |= !holds_element;
    f->tag = is_group ? OFS_TAG_GROUP : OFS_TAG_INLINE;
}

static int owns_text(ofs_pdf_tag t)
{
    return t != OFS_TAG_INLINE && t != OFS_TAG_LABEL && t != OFS_TAG_LIST && t != OFS_TAG_TABLE && t != OFS_TAG_ROW;
}

/* The element goes below the frames that are open. */
static void push(walk *w, const ofs_pdf_node *node, int holds_element)
{
    frame *parent = &w->stack[w->top], *f = parent + 1;
    *f = *parent;
    f->tag = (ofs_pdf_tag)node->tag;
    f->has_words = 0;
    if (f->tag == OFS_TAG_DIVISION)
        settle_division(parent, f, holds_element);
    f->block = f->label = OFS_NONE;
    w->top++;
    if (node->level)
        f->heading = node->level;
    if (f->tag == OFS_TAG_LIST)
        f->depth = one_deeper(f->depth);
    f->is_note |= f->tag == OFS_TAG_NOTE;
    f->is_contents |= f->tag == OFS_TAG_CONTENTS;
    f->is_aside |= f->tag == OFS_TAG_ASIDE;
    if (parent->tag == OFS_TAG_LIST_ITEM || parent->tag == OFS_TAG_NOTE) /* in a paragraph it is a footnote's mark */
        f->is_label |= f->tag == OFS_TAG_LABEL;
    enter_table(w, parent, f);
    if (f->tag == OFS_TAG_LIST_ITEM || f->tag == OFS_TAG_NOTE) {
        f->item = w->top;
        f->is_drawn = 0;
    }
    if (owns_text(f->tag))
        f->owner = w->top;
}

static int new_block(walk *w, const frame *f)
{
    ofs_pdf *pdf = w->pdf;
    pdf->blocks =
        ofs_arena_grow(&pdf->scratch, pdf->blocks, pdf->block_count, &pdf->block_capacity, sizeof(ofs_pdf_block));
    ofs_pdf_block *block = &pdf->blocks[pdf->block_count];
    memset(block, 0, sizeof *block);
    if (f->is_aside) { /* of the page, as a web page's is */
        block->kind = OFS_LINE_ARTIFACT;
    } else if (f->is_note) {
        block->kind = OFS_LINE_NOTE;
    } else if (f->table) {
        block->kind = OFS_LINE_CELL;
        block->table = f->table;
        block->row = (uint16_t)f->row;
        block->column = (uint16_t)f->column;
        block->level = f->depth ? f->depth : f->heading;
        block->flags = f->depth ? OFS_LINE_IN_ITEM : 0;
    } else if (f->is_contents) {
        block->kind = OFS_LINE_CONTENTS;
    } else if (f->heading) {
        block->kind = OFS_LINE_HEADING;
        block->level = f->heading;
    } else if (f->depth) {
        block->kind = OFS_LINE_ITEM;
        block->level = f->depth;
    } else {
        block->kind = OFS_LINE_PARA;
    }
    return (int)pdf->block_count++;
}

/* The block that text found in the top frame goes to. */
static int block_for_text(walk *w)
{
    frame *f = &w->stack[w->top], *owner = &w->stack[f->owner];
    frame *item = f->item == OFS_NONE ? NULL : &w->stack[f->item];
    if (f->is_label && item) {
        if (item->label == OFS_NONE)
            item->label = new_block(w, f);
        return item->label;
    }
    if (item && item->label != OFS_NONE) {
        owner->block = item->label; /* the label's line goes on with the first text after it */
        ofs_pdf_block *block = &w->pdf->blocks[item->label];
        if (f->heading && block->kind == OFS_LINE_ITEM) { /* a numbered heading, tagged as a list item's body */
            block->kind = OFS_LINE_HEADING;
            block->level = f->heading;
        }
        item->label = OFS_NONE;
    } else if (owner->block == OFS_NONE || (owner->block != w->last_block && !f->is_note)) {
        owner->block = new_block(w, f);
        if (item && item->is_drawn && w->last_block != OFS_NONE) /* what is first on its page may go on from the last */
            w->pdf->blocks[owner->block].flags |= OFS_LINE_BEGINS;
        if (item)
            item->is_drawn = 0;
        if (f->tag == OFS_TAG_NOTE || (owner->tag == OFS_TAG_NOTE && item == owner))
            item->label = owner->block; /* the note's mark, before its P */
    }
    return owner->block;
}

/* Some character of the marked content is more than a space or NUL, which a font gives that does not know its bullet. */
static int shows(const ofs_pdf_page *page, int id)
{
    for (int run = page->first_run[id]; run != OFS_NONE; run = page->runs[run].next)
        for (int i = page->runs[run].first; i < page->runs[run].end; i++)
            if (page->chars[i] > ' ')
                return 1;
    return 0;
}

static void add_piece(walk *w, int id)
{
    ofs_pdf *pdf = w->pdf;
    const frame *f = &w->stack[w->top];
    if ((uint32_t)id >= pdf->page.id_count || pdf->page.first_run[id] == OFS_NONE) {
        if (f->is_label && f->item != OFS_NONE)
            w->stack[f->item].is_drawn = 1; /* a browser's bullet */
        return; /* no characters: a space, a picture */
    }
    ofs_pdf_pieces *list = f->is_note ? &pdf->notes : &pdf->body;
    int is_first = w->last_block == OFS_NONE, block = block_for_text(w);
    if (f->is_label && f->item != OFS_NONE && !is_first && !shows(&pdf->page, id))
        pdf->blocks[block].flags |= OFS_LINE_BEGINS;
    if (!f->is_note)
        w->last_block = block;
    uint8_t here = f->is_note ? 2 : 1;
    if (pdf->page.listed[id] & here)
        return; /* claimed twice: its characters are written once */
    pdf->page.listed[id] |= here;
    list->at = ofs_arena_grow(&pdf->scratch, list->at, list->count, &list->capacity, sizeof(ofs_pdf_piece));
    list->at[list->count++] = (ofs_pdf_piece){id, block, f->is_label};
}

/* Words in a label are a correction that an editor of PDFs has left there. */
static int is_words(const ofs_pdf *pdf, int id)
{
    uint32_t letters = 0;
    for (int run = pdf->page.first_run[id]; run != OFS_NONE; run = pdf->page.runs[run].next)
        for (int i = pdf->page.runs[run].first; i < pdf->page.runs[run].end; i++) {
            uint32_t c = pdf->page.chars[i];
            letters += c >= 'a' && c <= 'z' && !memchr("ivxlc", (int)c, 5); /* 'viii.' is a label */
        }
    return letters >= LEAST_WORDS;
}

/* The piece that was drawn right before (step -1) or after (1) this one, or NULL. */
static const ofs_pdf_piece *drawn_beside(const ofs_pdf_pieces *list, const ofs_pdf_piece *piece, int step)
{
    const ofs_pdf_piece *best = NULL;
    for (uint32_t i = 0; i < list->count; i++) {
        const ofs_pdf_piece *other = &list->at[i];
        int further = (other->id - piece->id) * step;
        if (further > 0 && (!best || further < (best->id - piece->id) * step))
            best = other;
    }
    return best;
}

/* A label that was drawn after its item's text. */
static int is_drawn_late(const ofs_pdf_pieces *list, uint32_t i)
{
    return i + 1 < list->count && list->at[i + 1].block == list->at[i].block && list->at[i + 1].id < list->at[i].id;
}

/* Such words, or a comma, go between the two pieces that they were drawn between, where both are of one block. A page
 * with many of them was not corrected by an editor: its tags are taken as they are. */
static void settle_words(ofs_pdf *pdf)
{
    ofs_pdf_pieces *list = &pdf->body;
    for (uint32_t i = 0, found = 0; i < list->count && found < MOST_MOVED; i++) {
        ofs_pdf_piece moved = list->at[i];
        if (!moved.is_label || (!is_words(pdf, moved.id) && !is_drawn_late(list, i)))
            continue;
        found++;
        const ofs_pdf_piece *before = drawn_beside(list, &list->at[i], -1),
                            *after = drawn_beside(list, &list->at[i], 1);
        if (!before || !after || before->block != after->block || before->block == moved.block || before->is_label ||
            after->is_label)
            continue;
        uint32_t to = (uint32_t)(before - list->at);
        moved.block = before->block;
        moved.is_label = 0;
        if (to > i)
            memmove(&list->at[i], &list->at[i + 1], (to - i) * sizeof moved);
        else
            memmove(&list->at[to + 2], &list->at[to + 1], (i - to - 1) * sizeof moved);
        list->at[to > i ? to : to + 1] = moved;
        i -= to > i; /* another piece stands here now */
    }
}

void ofs_pdf_read_tags(ofs_pdf *pdf)
{
    walk at_root, *w = &at_root;
    memset(w, 0, sizeof *w);
    pdf->block_count = pdf->body.count = pdf->notes.count = 0;
    w->pdf = pdf;
    w->last_block = OFS_NONE;
    w->stack[0].tag = OFS_TAG_GROUP;
    w->stack[0].block = w->stack[0].item = w->stack[0].label = OFS_NONE;
    for (uint32_t i = 0; i < pdf->page.node_count; i++) {
        const ofs_pdf_node *node = &pdf->page.nodes[i];
        w->top = node->depth - 1;
        if (node->id == OFS_NONE)
            push(w, node, i + 1 < pdf->page.node_count && node[1].depth > node->depth && node[1].id == OFS_NONE);
        else
            add_piece(w, node->id);
    }
    settle_words(pdf);
}
