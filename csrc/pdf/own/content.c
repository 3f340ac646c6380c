/* content.c: the operators of a page's content, as far as they move, show, clip or mark text. Forms are read in place.
 *
 * Every operator must be known and have its operands, no more and no less. Paths are followed only because they clip. May
 * not look at characters. */
#include <math.h>
#include <string.h>

#include "pdf/own/content.h"

#define OP(a, b, c) ((uint32_t)(a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16)

enum { OPERATORS_A_STEP = 1, STEPS_A_DRAWING = 256, LAST_MODE = 3, ID_LIMIT = 1 << 30, LONGEST_OPERATOR = 3 };

/* What operands an operator has: a digit of eight for each, the last one lowest. */
enum { N = 1, NAME = 2, STRING = 3, ARRAY = 4, DICT = 5, NN = 011, NNN = 0111, NNNN = 01111, NNNNNN = 0111111 };

static const ofs_own_box everywhere = {-1e6f, -1e6f, 1e6f, 1e6f};

static int kind_of(const ofs_own_value *operand)
{
    static const uint8_t kinds[] = {[OWN_NULL] = 6,      [OWN_BOOL] = 6,    [OWN_INT] = N,
                                    [OWN_REAL] = N,      [OWN_NAME] = NAME, [OWN_STRING] = STRING,
                                    [OWN_ARRAY] = ARRAY, [OWN_DICT] = DICT, [OWN_REF] = 6};
    return kinds[operand->kind];
}

static inline void want(ofs_own_content *c, uint64_t kinds)
{
    if (c->kinds != kinds)
        ofs_own_refuse(c->own, "an operator without its operands");
}

static void want_properties(ofs_own_content *c)
{
    if (c->kinds != (NAME << 3 | DICT))
        want(c, NAME << 3 | NAME);
}

static ofs_own_matrix matrix_of(const ofs_own_content *c)
{
    return (ofs_own_matrix){ofs_own_operand(c, 0), ofs_own_operand(c, 1), ofs_own_operand(c, 2),
                            ofs_own_operand(c, 3), ofs_own_operand(c, 4), ofs_own_operand(c, 5)};
}

/* What the resources of the stream, or where they have none of that kind, those of the page, call by a name. */
static const ofs_own_value *resources_with(ofs_own_content *c, const char *kind)
{
    const ofs_own_value *resources = c->drawings[c->depth - 1].resources;
    return ofs_own_get(c->own, resources, kind) ? resources : c->page_resources;
}

static const ofs_own_value *resource(ofs_own_content *c, const char *kind, const ofs_own_value *name)
{
    const ofs_own_value *found = ofs_own_get_named(ofs_own_get(c->own, resources_with(c, kind), kind), name);
    if (!ofs_own_follow(c->own, found))
        ofs_own_refuse(c->own, "a resource that is missing");
    return found;
}

/* Marked content. */

static void begin_mark(ofs_own_content *c, const ofs_own_value *dict)
{
    uint32_t base = c->drawings[c->depth - 1].marks;
    int outer = c->mark_count > base ? c->marks[c->mark_count - 1] : OFS_NONE;
    if (c->mark_count == OWN_MARKS)
        ofs_own_refuse(c->own, "marks that are nested too deeply");
    if (outer == OFS_NONE && dict) {
        const ofs_own_value *id = ofs_own_get_raw(dict, "MCID");
        if (id && (id->kind != OWN_INT || id->as.integer < 0 || id->as.integer > ID_LIMIT))
            ofs_own_refuse(c->own, "a mark with an odd number");
        outer = id ? id->as.integer : OFS_NONE;
    }
    c->marks[c->mark_count++] = outer;
}

static void begin_marked(ofs_own_content *c)
{
    const ofs_own_value *dict = &c->operands[1];
    if (dict->kind == OWN_NAME)
        dict = ofs_own_follow(c->own, resource(c, "Properties", dict));
    if (dict->kind != OWN_DICT || ofs_own_get_raw(dict, "ActualText"))
        ofs_own_refuse(c->own, "marked content with a text of its own");
    if (ofs_own_is_name(&c->operands[0], "OC"))
        ofs_own_check_layer(c->own, c->operands[1].kind == OWN_NAME ? dict : NULL);
    begin_mark(c, dict);
}

static void end_mark(ofs_own_content *c)
{
    if (c->mark_count == c->drawings[c->depth - 1].marks)
        ofs_own_refuse(c->own, "marks that do not match");
    c->mark_count--;
}

/* Forms. */

static ofs_own_drawing *begin_drawing(ofs_own_content *c, ofs_own_bytes bytes, const ofs_own_value *resources)
{
    if (c->depth == OWN_FORMS)
        ofs_own_refuse(c->own, "forms that are nested too deeply");
    ofs_own_work(c->own, STEPS_A_DRAWING);
    ofs_own_drawing *drawing = &c->drawings[c->depth++];
    memset(drawing, 0, sizeof *drawing);
    drawing->cursor = (ofs_own_cursor){bytes.at, bytes.at + bytes.count};
    drawing->resources = resources;
    drawing->saved = c->saved_count;
    drawing->marks = c->mark_count;
    drawing->list = c->own->list_count++;
    return drawing;
}

static ofs_own_box box_of(ofs_own *own, const ofs_own_value *value)
{
    float x[4];
    if (!value || value->kind != OWN_ARRAY || value->count != 4)
        ofs_own_refuse(own, "a form without a box");
    for (int i = 0; i < 4; i++)
        x[i] = ofs_own_number(own, ofs_own_follow(own, &value->as.items[i]));
    return (ofs_own_box){fminf(x[0], x[2]), fminf(x[1], x[3]), fmaxf(x[0], x[2]), fmaxf(x[1], x[3])};
}

static void save(ofs_own_content *c)
{
    if (c->saved_count == OWN_SAVED)
        ofs_own_refuse(c->own, "states that are nested too deeply");
    c->saved[c->saved_count++] = c->now;
}

static void restore(ofs_own_content *c)
{
    if (c->saved_count == c->drawings[c->depth - 1].saved)
        ofs_own_refuse(c->own, "a state that was not saved");
    c->now = c->saved[--c->saved_count];
}

/* What the clips at the place of a form leave of the page; nothing, where they are no rectangles. */
static const ofs_own_box *window_of(ofs_own_content *c)
{
    const ofs_own_drawing *outer = &c->drawings[c->depth - 1];
    ofs_own_box *window = OFS_NEW(c->own->arena, ofs_own_box);
    *window = outer->window ? *outer->window : everywhere;
    for (const ofs_own_clips *clips = c->now.clips; clips; clips = clips->below) {
        ofs_own_box box = clips->clip.is_rect ? clips->clip.box : (ofs_own_box){0, 0, 0, 0};
        if (outer->form)
            box = ofs_pdf_transform_box(outer->form, &box);
        window->left = fmaxf(window->left, box.left);
        window->bottom = fmaxf(window->bottom, box.bottom);
        window->right = fminf(window->right, box.right);
        window->top = fminf(window->top, box.top);
    }
    return window;
}

static void begin_form(ofs_own_content *c, ofs_own_object *object)
{
    ofs_own *own = c->own;
    const ofs_own_value *given = ofs_own_get(own, &object->value, "Matrix");
    const ofs_own_value *resources = ofs_own_get(own, &object->value, "Resources");
    ofs_own_matrix own_matrix = {1, 0, 0, 1, 0, 0}, *matrix = OFS_NEW(own->arena, ofs_own_matrix);
    const ofs_own_drawing *outer = &c->drawings[c->depth - 1];
    if (given && (given->kind != OWN_ARRAY || given->count != 6))
        ofs_own_refuse(own, "a form with an odd matrix");
    float *to[] = {&own_matrix.a, &own_matrix.b, &own_matrix.c, &own_matrix.d, &own_matrix.e, &own_matrix.f};
    for (uint32_t i = 0; given && i < 6; i++)
        *to[i] = ofs_own_number(own, ofs_own_follow(own, &given->as.items[i]));
    for (uint32_t i = 0; i < c->depth; i++)
        if (c->drawings[i].object == object)
            ofs_own_refuse(own, "a form that holds itself");
    if (!object->inflated) {
        ofs_own_bytes bytes = ofs_own_stream(own, object, 0);
        object->inflated = bytes.at;
        object->inflated_length = bytes.count;
    }
    *matrix = outer->form ? ofs_pdf_concat(&c->now.page, outer->form) : c->now.page;
    resources = resources ? resources : outer->resources;
    const ofs_own_box *window = window_of(c);
    save(c); /* which the end of the form brings back */
    ofs_own_drawing *drawing = begin_drawing(c, (ofs_own_bytes){object->inflated, object->inflated_length}, resources);
    drawing->object = object;
    drawing->form = matrix;
    drawing->window = window;
    c->now.page = own_matrix;
    c->now.text = (ofs_own_matrix){1, 0, 0, 1, 0, 0};
    c->now.x = c->now.y = c->now.line_x = c->now.line_y = c->now.leading = 0;
    c->now.clips = NULL;
    ofs_own_box box = box_of(own, ofs_own_get(own, &object->value, "BBox"));
    int is_turned = own_matrix.b != 0 || own_matrix.c != 0;
    ofs_own_add_clip(c, (ofs_own_clip){ofs_pdf_transform_box(&own_matrix, &box), 5, (uint8_t)!is_turned});
}

static void end_drawing(ofs_own_content *c)
{
    const ofs_own_drawing *drawing = &c->drawings[--c->depth];
    c->mark_count = drawing->marks;
    c->saved_count = drawing->saved;
    c->point_count = 0;
    c->clips_next = 0;
    if (c->depth)
        c->now = c->saved[--c->saved_count];
}

static void draw(ofs_own_content *c)
{
    const ofs_own_value *found = resource(c, "XObject", &c->operands[0]);
    const ofs_own_object *object = ofs_own_follow_object(c->own, found);
    const ofs_own_value *kind = object ? ofs_own_get(c->own, &object->value, "Subtype") : NULL;
    if (!object || !object->stream)
        ofs_own_refuse(c->own, "a drawing that is missing");
    if (c->point_count || c->clips_next)
        ofs_own_refuse(c->own, "a drawing within a path");
    if (ofs_own_get_raw(&object->value, "OC"))
        ofs_own_check_layer(c->own, ofs_own_get(c->own, &object->value, "OC"));
    if (ofs_own_is_name(kind, "Form"))
        begin_form(c, c->own->objects[object->number]);
    else if (ofs_own_is_name(kind, "Image"))
        ofs_own_paint_box(c, &(ofs_own_box){0, 0, 1, 1}, OFS_PDF_ODD_LIGHT);
    else
        ofs_own_refuse(c->own, "a drawing that is neither form nor image");
}

/* Text. */

static void begin_text(ofs_own_content *c)
{
    c->drawings[c->depth - 1].in_text = 1;
    c->now.text = (ofs_own_matrix){1, 0, 0, 1, 0, 0};
    c->now.x = c->now.y = c->now.line_x = c->now.line_y = 0;
}

static void set_matrix(ofs_own_content *c)
{
    c->now.text = matrix_of(c);
    c->now.x = c->now.y = c->now.line_x = c->now.line_y = 0;
}

static void move_line(ofs_own_content *c, float x, float y)
{
    c->now.x = c->now.line_x += x;
    c->now.y = c->now.line_y += y;
}

/* A page goes to and fro between few fonts. */
static ofs_own_font *find_font(ofs_own_content *c, const ofs_own_value *name)
{
    const ofs_own_value *resources = c->drawings[c->depth - 1].resources;
    for (uint32_t i = 0; i < c->used_count; i++) {
        const ofs_own_used_font *used = &c->used[i];
        if (used->resources == resources && used->name.count == name->count && name->count &&
            used->name.as.bytes[name->count - 1] == name->as.bytes[name->count - 1] &&
            memcmp(used->name.as.bytes, name->as.bytes, name->count) == 0)
            return used->font;
    }
    ofs_own_font *font = ofs_own_find_font(c->own, resources_with(c, "Font"), name);
    if (c->used_count < OWN_USED_FONTS)
        c->used[c->used_count++] = (ofs_own_used_font){resources, *name, font};
    return font;
}

static void set_font(ofs_own_content *c)
{
    c->now.font = find_font(c, &c->operands[0]);
    c->now.size = ofs_own_operand(c, 1);
    if (!(c->now.size > 0 && c->now.size < 10000))
        ofs_own_refuse(c->own, "type of no size");
}

static void show_array(ofs_own_content *c)
{
    ofs_own_show(c, c->own->stack + c->array_first, c->array_count);
}

static void set_mode(ofs_own_content *c)
{
    if (c->operands[0].kind != OWN_INT || c->operands[0].as.integer < 0 || c->operands[0].as.integer > LAST_MODE)
        ofs_own_refuse(c->own, "text that clips");
    c->now.mode = c->operands[0].as.integer;
}

static void set_graphics(ofs_own_content *c)
{
    const ofs_own_value *dict = ofs_own_follow(c->own, resource(c, "ExtGState", &c->operands[0]));
    if (dict->kind != OWN_DICT || ofs_own_get_raw(dict, "Font"))
        ofs_own_refuse(c->own, "a graphics state with a font");
    const ofs_own_value *width = ofs_own_get(c->own, dict, "LW");
    if (width)
        c->now.line_width = ofs_own_number(c->own, width);
    if (ofs_own_get_raw(dict, "D"))
        c->now.is_dashed = 1;
    ofs_own_set_transparency(c, dict);
}

static void want_colour(ofs_own_content *c)
{
    uint32_t n = c->operand_count, numbers = n && c->operands[n - 1].kind == OWN_NAME ? n - 1 : n;
    for (uint32_t i = 0; i < numbers; i++)
        if (c->operands[i].kind != OWN_INT && c->operands[i].kind != OWN_REAL)
            n = 0;
    if (!n)
        ofs_own_refuse(c->own, "an operator without its operands");
}

/* Operators that move, show and mark text. Returns 0 where it is none of them. */
static int run_text(ofs_own_content *c, uint32_t op)
{
    switch (op) {
    case OP('B', 'T', 0):
        want(c, 0);
        begin_text(c);
        return 1;
    case OP('E', 'T', 0):
        want(c, 0);
        c->drawings[c->depth - 1].in_text = 0;
        return 1;
    case OP('T', 'm', 0):
        want(c, NNNNNN);
        set_matrix(c);
        return 1;
    case OP('T', 'J', 0):
        want(c, ARRAY);
        show_array(c);
        return 1;
    case OP('T', 'j', 0):
        want(c, STRING);
        ofs_own_show(c, c->operands, 1);
        return 1;
    case OP('T', 'f', 0):
        want(c, NAME << 3 | N);
        set_font(c);
        return 1;
    case OP('T', 'd', 0):
        want(c, NN);
        move_line(c, ofs_own_operand(c, 0), ofs_own_operand(c, 1));
        return 1;
    case OP('T', 'D', 0):
        want(c, NN);
        move_line(c, ofs_own_operand(c, 0), ofs_own_operand(c, 1));
        c->now.leading = -ofs_own_operand(c, 1);
        return 1;
    case OP('T', '*', 0):
        want(c, 0);
        move_line(c, 0, -c->now.leading);
        return 1;
    case OP('T', 'L', 0):
        want(c, N);
        c->now.leading = ofs_own_operand(c, 0);
        return 1;
    case OP('T', 'c', 0):
        want(c, N);
        c->now.char_space = ofs_own_operand(c, 0);
        return 1;
    case OP('T', 'w', 0):
        want(c, N);
        c->now.word_space = ofs_own_operand(c, 0);
        return 1;
    case OP('T', 'r', 0):
        want(c, N);
        set_mode(c);
        return 1;
    case OP('T', 'z', 0):
        want(c, N);
        if (ofs_own_operand(c, 0) != 100)
            ofs_own_refuse(c->own, "text that is stretched");
        return 1;
    case OP('T', 's', 0):
        want(c, N);
        if (ofs_own_operand(c, 0) != 0)
            ofs_own_refuse(c->own, "text that is raised");
        return 1;
    case OP('B', 'D', 'C'):
        want_properties(c);
        begin_marked(c);
        return 1;
    case OP('B', 'M', 'C'):
        want(c, NAME);
        begin_mark(c, NULL);
        return 1;
    case OP('E', 'M', 'C'):
        want(c, 0);
        end_mark(c);
        return 1;
    default:
        return 0;
    }
}

static void end_path(ofs_own_content *c, int closes, int how)
{
    want(c, 0);
    if (closes)
        ofs_own_close_path(c);
    if (how)
        ofs_own_paint_path(c, how);
    ofs_own_end_path(c);
}

/* Operators that draw paths. */
static int run_path(ofs_own_content *c, uint32_t op)
{
    switch (op) {
    case 'm':
    case 'l':
        want(c, NN);
        ofs_own_add_point(c, ofs_own_operand(c, 0), ofs_own_operand(c, 1), op == 'm');
        return 1;
    case 'c':
        want(c, NNNNNN);
        ofs_own_add_curve(c, 3);
        return 1;
    case 'v':
    case 'y':
        want(c, NNNN);
        ofs_own_add_curve(c, 2);
        return 1;
    case OP('r', 'e', 0):
        want(c, NNNN);
        ofs_own_add_rectangle(c);
        return 1;
    case 'h':
        want(c, 0);
        ofs_own_close_path(c);
        return 1;
    case 'W':
    case OP('W', '*', 0):
        want(c, 0);
        c->clips_next = 1;
        return 1;
    case 'n':
        end_path(c, 0, 0);
        return 1;
    case 's':
    case 'S':
        end_path(c, op == 's', OWN_STROKES);
        return 1;
    case 'f':
    case 'F':
    case OP('f', '*', 0):
        end_path(c, 0, OWN_FILLS);
        return 1;
    case 'b':
    case OP('b', '*', 0):
    case 'B':
    case OP('B', '*', 0):
        end_path(c, (op & 0xFF) == 'b', OWN_FILLS | OWN_STROKES);
        return 1;
    default:
        return 0;
    }
}

/* Operators that set a colour, and the one that paints without a path. */
static int run_colour(ofs_own_content *c, uint32_t op)
{
    ofs_own_paint *paint = (op & 0x20) ? &c->now.fill : &c->now.stroke; /* in lower case they fill */
    switch (op) {
    case 'g':
    case 'G':
        want(c, N);
        ofs_own_set_colour(c, paint, 1);
        return 1;
    case OP('r', 'g', 0):
    case OP('R', 'G', 0):
        want(c, NNN);
        ofs_own_set_colour(c, paint, 3);
        return 1;
    case 'k':
    case 'K':
        want(c, NNNN);
        ofs_own_set_colour(c, paint, 4);
        return 1;
    case OP('c', 's', 0):
    case OP('C', 'S', 0):
        want(c, NAME);
        ofs_own_set_space(c, paint, ofs_own_get(c->own, resources_with(c, "ColorSpace"), "ColorSpace"));
        return 1;
    case OP('s', 'c', 0):
    case OP('S', 'C', 0):
    case OP('s', 'c', 'n'):
    case OP('S', 'C', 'N'):
        want_colour(c);
        ofs_own_set_parts(c, paint);
        return 1;
    case OP('s', 'h', 0):
        want(c, NAME);
        ofs_own_paint_box(c, &everywhere, OFS_PDF_ODD_LIGHT);
        return 1;
    default:
        return 0;
    }
}

/* The rest: states and forms. */
static int run_state(ofs_own_content *c, uint32_t op)
{
    switch (op) {
    case 'q':
        want(c, 0);
        save(c);
        return 1;
    case 'Q':
        want(c, 0);
        restore(c);
        return 1;
    case OP('c', 'm', 0): {
        want(c, NNNNNN);
        ofs_own_matrix m = matrix_of(c);
        c->now.page = ofs_pdf_concat(&m, &c->now.page);
        return 1;
    }
    case 'w':
        want(c, N);
        c->now.line_width = ofs_own_operand(c, 0);
        return 1;
    case 'J':
    case 'j':
    case 'M':
    case 'i':
        want(c, N);
        return 1;
    case 'd':
        want(c, ARRAY << 3 | N);
        c->now.is_dashed = c->array_count > 0;
        return 1;
    case OP('g', 's', 0):
        want(c, NAME);
        set_graphics(c);
        return 1;
    case OP('D', 'o', 0):
        want(c, NAME);
        draw(c);
        return 1;
    case OP('r', 'i', 0):
    case OP('M', 'P', 0):
        want(c, NAME);
        return 1;
    case OP('D', 'P', 0):
        want_properties(c);
        return 1;
    default:
        return 0;
    }
}

static void run(ofs_own_content *c, uint32_t op)
{
    ofs_own_work(c->own, OPERATORS_A_STEP);
    if (!(run_text(c, op) || run_path(c, op) || run_colour(c, op) || run_state(c, op)))
        ofs_own_refuse(c->own, "an operator that is not known");
    c->operand_count = c->array_count = 0;
    c->kinds = 0;
    c->own->stack_count = c->array_first;
}

static void run_word(ofs_own_content *c, ofs_own_bytes word)
{
    if (word.count > LONGEST_OPERATOR)
        ofs_own_refuse(c->own, "an operator that is not known");
    run(c, OP(word.at[0], word.count > 1 ? word.at[1] : 0, word.count > 2 ? word.at[2] : 0));
}

static ofs_own_value *next_operand(ofs_own_content *c, uint64_t kind)
{
    if (c->operand_count == OWN_OPERANDS)
        ofs_own_refuse(c->own, "more operands than an operator has");
    c->kinds = c->kinds << 3 | kind; /* 16 operands of three bits */
    return &c->operands[c->operand_count++];
}

static void add_operand(ofs_own_content *c, const ofs_own_value *value)
{
    *next_operand(c, (uint64_t)kind_of(value)) = *value;
}

/* An array of numbers and strings; one for each operator. Stays on the parser's stack until the operator has run. */
static void read_array(ofs_own_content *c, ofs_own_cursor *cursor)
{
    ofs_own *own = c->own;
    ofs_own_token token;
    ofs_own_value array = {.kind = OWN_ARRAY};
    if (own->stack_count > c->array_first)
        ofs_own_refuse(own, "an operator with two arrays");
    for (;;) {
        own->stack =
            ofs_arena_grow(own->arena, own->stack, own->stack_count, &own->stack_capacity, sizeof(ofs_own_value));
        if (cursor->at < cursor->end && ofs_own_begins_number(*cursor->at)) {
            ofs_own_read_number(own, cursor, &own->stack[own->stack_count++]);
            continue;
        }
        if (cursor->at < cursor->end && *cursor->at == '(') {
            ofs_own_read_short_string(own, cursor, &own->stack[own->stack_count++]);
            continue;
        }
        ofs_own_next(own, cursor, &token);
        if (token.kind == OWN_CLOSE_ARRAY)
            break;
        if (token.kind != OWN_VALUE || token.value.kind == OWN_NAME)
            ofs_own_refuse(own, "an array that is not of numbers and strings");
        own->stack[own->stack_count++] = token.value;
    }
    c->array_count = array.count = own->stack_count - c->array_first;
    add_operand(c, &array);
}

/* Numbers, names, arrays and operators, most of all there is, up to what is neither, or no operator that is followed by
 * anything. */
static void step_plain(ofs_own_content *c, ofs_own_cursor *cursor)
{
    const uint32_t depth = c->depth;
    while (c->depth == depth) {
        const uint8_t *p = cursor->at, *end = cursor->end;
        while (p < end && ofs_own_is_space(*p))
            p++;
        cursor->at = p;
        if (end - p <= LONGEST_OPERATOR)
            return;
        if (ofs_own_begins_number(*p)) {
            ofs_own_read_number(c->own, cursor, next_operand(c, N));
            continue;
        }
        if (*p == '/') {
            ofs_own_read_name(c->own, cursor, next_operand(c, NAME));
            continue;
        }
        if (*p == '[') {
            cursor->at++;
            read_array(c, cursor);
            continue;
        }
        uint32_t op = 0, n = 0;
        for (; n < LONGEST_OPERATOR && ofs_own_classes[p[n]] == OWN_PLAIN_BYTE; n++)
            op |= (uint32_t)p[n] << 8 * n;
        if (!n || ofs_own_classes[p[n]] < OWN_SPACE_BYTE)
            return;
        cursor->at = p + n;
        run(c, op);
    }
}

static void step(ofs_own_content *c)
{
    ofs_own_token token;
    ofs_own_value value;
    const uint32_t depth = c->depth;
    ofs_own_cursor *cursor = &c->drawings[depth - 1].cursor;
    step_plain(c, cursor);
    if (c->depth != depth)
        return;
    ofs_own_next(c->own, cursor, &token);
    switch (token.kind) {
    case OWN_END:
        if (c->operand_count)
            ofs_own_refuse(c->own, "content that ends within an operator");
        end_drawing(c);
        return;
    case OWN_VALUE:
        add_operand(c, &token.value);
        return;
    case OWN_OPEN_ARRAY:
        read_array(c, cursor);
        return;
    case OWN_OPEN_DICT:
        ofs_own_parse(c->own, cursor, &token, &value);
        add_operand(c, &value);
        return;
    case OWN_WORD:
        run_word(c, token.word);
        return;
    default:
        ofs_own_refuse(c->own, "brackets that do not match");
    }
}

static ofs_own_bytes read_contents(ofs_own *own, const ofs_own_leaf *leaf)
{
    const ofs_own_value *raw = ofs_own_get_raw(&leaf->object->value, "Contents");
    const ofs_own_value *value = ofs_own_follow(own, raw);
    uint32_t used = 0;
    if (!raw)
        return (ofs_own_bytes){(const uint8_t *)"", 0};
    if (!value || value->kind != OWN_ARRAY) {
        used = ofs_own_stream_to_content(own, ofs_own_follow_object(own, raw), 0);
        return (ofs_own_bytes){own->content, used};
    }
    for (uint32_t i = 0; i < value->count; i++) {
        used = ofs_own_stream_to_content(own, ofs_own_follow_object(own, &value->as.items[i]), used);
        own->content[used++] = ' ';
    }
    return (ofs_own_bytes){own->content, used};
}

void ofs_own_read_content(ofs_own *own, const ofs_own_leaf *leaf)
{
    ofs_own_bytes bytes = read_contents(own, leaf);
    ofs_own_content *c = own->reading ? own->reading : (own->reading = OFS_NEW(own->arena, ofs_own_content));
    own->text_count = own->unsure_count = own->item_count = own->list_count = 0;
    memset(&c->now, 0, sizeof c->now);
    c->own = own;
    c->page_resources = leaf->resources;
    c->used_count = c->saved_count = c->depth = c->mark_count = c->operand_count = c->array_count = c->point_count = 0;
    c->ends_in_move = c->is_closed = c->clips_next = 0;
    c->kinds = 0;
    c->array_first = own->stack_count;
    c->now.page = c->now.text = (ofs_own_matrix){1, 0, 0, 1, 0, 0};
    c->now.line_width = 1;
    c->now.fill.parts = c->now.stroke.parts = 1; /* black */
    ofs_pdf_clear_shapes(own->pdf);
    begin_drawing(c, bytes, leaf->resources);
    while (c->depth)
        step(c);
    ofs_own_check_seen(own, leaf);
}
