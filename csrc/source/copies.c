/* copies.c: a text made of another, piece by piece, and where each piece stood. May not decide what is left out. */
#include "source/copies.h"

#include <string.h>

/* The last stretch that begins at or before the byte, of the copy or of what was given; there is one. */
static uint32_t stretch_of(const ofs_layer *layer, uint32_t byte, int in_given)
{
    uint32_t low = 0, high = layer->count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        const ofs_stretch *there = &layer->stretches[middle];
        if ((in_given ? there->given : there->start) <= byte)
            low = middle;
        else
            high = middle;
    }
    return low;
}

uint32_t ofs_given_byte(const ofs_source *source, uint32_t byte)
{
    for (const ofs_layer *layer = source->layer; layer; layer = layer->below)
        if (layer->count) {
            const ofs_stretch *there = &layer->stretches[stretch_of(layer, byte, 0)];
            byte = there->given + (byte - there->start);
        }
    return byte;
}

uint32_t ofs_copied_byte(const ofs_source *source, uint32_t given, uint32_t length)
{
    const ofs_layer *layer = source->layer;
    if (!layer || !layer->count || given < layer->stretches[0].given)
        return 0;
    uint32_t at = stretch_of(layer, given, 1);
    uint32_t byte = layer->stretches[at].start + (given - layer->stretches[at].given);
    uint32_t stop = at + 1 < layer->count ? layer->stretches[at + 1].start : length;
    return byte < stop ? byte : stop;
}

ofs_layer *ofs_add_layer(ofs_source *source)
{
    ofs_layer *layer = OFS_NEW(&source->arena, ofs_layer);
    if (!source->layer)
        source->given = source->text;
    layer->below = source->layer;
    source->layer = layer;
    return layer;
}

void ofs_add_stretch(ofs_source *source, uint32_t start, uint32_t given)
{
    ofs_layer *layer = source->layer;
    layer->stretches =
        ofs_arena_grow(&source->arena, layer->stretches, layer->count, &layer->capacity, sizeof *layer->stretches);
    layer->stretches[layer->count++] = (ofs_stretch){start, given};
}

ofs_copying ofs_begin_copy(ofs_source *source)
{
    ofs_str text = source->text;
    char *bytes = ofs_arena_bytes(&source->arena, text.n);
    ofs_add_layer(source);
    ofs_add_stretch(source, 0, 0);
    return (ofs_copying){source, text.p, text.p, text.p + text.n, bytes, bytes};
}

static void go_on_elsewhere(ofs_copying *copy)
{
    ofs_add_stretch(copy->source, (uint32_t)(copy->out - copy->first), (uint32_t)(copy->p - copy->given));
}

void ofs_copy_without(ofs_copying *copy, uint32_t bytes)
{
    copy->p += bytes;
    if (bytes)
        go_on_elsewhere(copy);
}

void ofs_copy(ofs_copying *copy, uint32_t bytes)
{
    memcpy(copy->out, copy->p, bytes);
    copy->out += bytes;
    copy->p += bytes;
}

void ofs_copy_as(ofs_copying *copy, uint32_t bytes, ofs_str other)
{
    memcpy(copy->out, other.p, other.n);
    copy->out += other.n;
    copy->p += bytes;
    if (other.n != bytes)
        go_on_elsewhere(copy);
}

void ofs_copy_and(ofs_copying *copy, char sign)
{
    if (copy->out - copy->first >= copy->p - copy->given)
        return;
    *copy->out++ = sign;
    go_on_elsewhere(copy);
}

void ofs_end_copy(ofs_copying *copy)
{
    copy->source->text = ofs_slice(copy->first, copy->out);
}
