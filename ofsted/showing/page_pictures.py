"""Pages of a PDF as pictures, and the place of a span's words on them.

All that calls PDFium here runs inside `_core.with_pdfium()`. What a span says is known from the text; where it is
printed is found by its letters and digits alone, so that hyphens, wraps and lost spaces do not matter. What a page
prints several times is told apart by what comes before and after it, or by being next to parts that it prints once.
What cannot be told apart is not marked.
"""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass
from typing import Any

__all__ = ["Sheet", "marked_pages", "stack"]

Span = tuple[int, int]
Box = tuple[float, float, float, float]  # left, top, right, bottom; in pixels of the page's picture
NEXT = 1.3  # heights of a line from a box to the middle of the next line's
APART = 8  # heights of a line that may lie between parts of one thing, for example over a footnote
CONTEXT = 60  # letters before and after that tell two places apart
ENOUGH = 0.9  # of a span's letters
SHORT = 12  # letters; what is shorter must be whole words
INK, WASH = (140, 90, 0), (255, 226, 90)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as a picture (a `PIL.Image.Image`), and where the words are on it; none where not certain."""

    number: int
    image: Any
    boxes: list[Box]
    scale: float

    def marked(self, full: bool, margin: float) -> Any:
        """The picture with its boxes washed yellow and a bar beside them; cropped to them unless `full`."""
        from PIL import Image, ImageChops, ImageDraw

        if not self.boxes:
            return self.image
        pad = self.scale
        wash = Image.new("RGB", self.image.size, (255, 255, 255))
        draw = ImageDraw.Draw(wash)
        for left, top, right, bottom in self.boxes:
            draw.rectangle((left - pad, top - pad, right + pad, bottom + pad), fill=WASH)
        image = ImageChops.multiply(self.image, wash)
        draw = ImageDraw.Draw(image)
        bar = max(2.0, 2.5 * self.scale)
        for lefts, top, bottom in _bars(self.boxes):
            x = max(lefts - 5 * self.scale, 0)
            draw.rectangle((x, top - pad, x + bar, bottom + pad), fill=INK)
        if full:
            return image
        top = min(box[1] for box in self.boxes) - margin * self.scale
        bottom = max(box[3] for box in self.boxes) + margin * self.scale
        return image.crop((0, max(int(top), 0), image.width, min(int(bottom) + 1, image.height)))


def _bars(boxes: list[Box]) -> list[tuple[float, float, float]]:
    """For runs of boxes that touch from above to below: left, top, bottom."""
    bars: list[tuple[float, float, float]] = []
    for left, top, _, bottom in sorted(boxes, key=lambda box: box[1]):
        if bars and top - bars[-1][2] < NEXT * (bottom - top):
            last = bars.pop()
            bars.append((min(last[0], left), last[1], max(last[2], bottom)))
        else:
            bars.append((left, top, bottom))
    return bars


def stack(images: list[Any]) -> Any:
    """Pictures one below the other, with a grey line between."""
    from PIL import Image

    if len(images) == 1:
        return images[0]
    gap = 6
    width = max(image.width for image in images)
    whole = Image.new("RGB", (width, sum(image.height for image in images) + gap * (len(images) - 1)), (128, 128, 128))
    y = 0
    for image in images:
        whole.paste(image, (0, y))
        y += image.height + gap
    return whole


def marked_pages(data: bytes, text: str, spans: dict[int, list[Span]], scale: float, most: int) -> list[Sheet]:
    """The pages of these spans, by number. Calls PDFium: only inside `_core.with_pdfium()`."""
    import pypdfium2

    sheets = []
    document = pypdfium2.PdfDocument(data)
    try:
        for number, parts in spans.items():
            page = document[number - 1]
            try:
                width, height = page.get_size()
                fits = min(scale, (most / max(width * height, 1)) ** 0.5)
                bitmap = page.render(scale=fits)
                image = bitmap.to_pil().convert("RGB")
                bitmap.close()
                sheets.append(Sheet(number, image, _boxes(page, image.size, text, parts), fits))
            finally:
                page.close()
    finally:
        document.close()
    return sheets


def _boxes(page: Any, size: tuple[int, int], text: str, spans: list[Span]) -> list[Box]:
    """Where the words of all these spans are; [] where that is not certain."""
    textpage = page.get_textpage()
    try:
        printed = _Printed(page, textpage, size)
        found: list[Box] = []
        for part in spans:
            runs = _locate(printed, text, part)
            if not runs:
                return []
            found += [box for run in runs for box in printed.boxes(run)]
        return _merged(found)
    finally:
        textpage.close()


def _merged(boxes: list[Box]) -> list[Box]:
    """Boxes that follow on one another in a line as one."""
    lines: list[Box] = []
    for box in sorted(boxes, key=lambda b: (round((b[1] + b[3]) / 8), b[0])):
        for place in range(len(lines) - 1, max(len(lines) - 5, -1), -1):
            left, top, right, bottom = lines[place]
            height = min(bottom - top, box[3] - box[1])
            level = min(bottom, box[3]) - max(top, box[1]) > height / 2
            if level and box[0] - right < 1.2 * height and left - box[2] < 1.2 * height:
                lines[place] = (min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3]))
                break
        else:
            lines.append(box)
    return lines


def _letters(text: str) -> list[str]:
    """Letters and digits as they are compared: without case, ligatures taken apart."""
    return [c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum()]


class _Printed:
    """A page's characters as PDFium has them: letters and digits, each with the number of its character."""

    def __init__(self, page: Any, textpage: Any, size: tuple[int, int]) -> None:
        from pypdfium2 import raw

        self.raw, self.page, self.textpage, self.size = raw, page, textpage, size
        self.numbers: list[int] = []
        self.begins: set[int] = set()  # letters that begin a word
        found: list[str] = []
        fresh = True
        for number in range(raw.FPDFText_CountChars(textpage)):
            code = raw.FPDFText_GetUnicode(textpage, number)
            for letter in _letters(chr(code)) if 0 < code < 0x110000 else ():
                if fresh:
                    self.begins.add(len(found))
                fresh = False
                found.append(letter)
                self.numbers.append(number)
            if not chr(code if 0 < code < 0x110000 else 32).isalnum():
                fresh = True
        self.letters = "".join(found)
        self._known: dict[Span, list[Box]] = {}

    def places(self, wanted: str) -> list[Span]:
        """Where these letters follow one another; short ones only as whole words."""
        found: list[Span] = []
        at = self.letters.find(wanted)
        while at >= 0 and len(found) < 200:
            end = at + len(wanted)
            whole = at in self.begins and (end in self.begins or end == len(self.letters))
            if whole or len(wanted) >= SHORT:
                found.append((at, end))
            at = self.letters.find(wanted, at + 1)
        return found

    def boxes(self, run: Span) -> list[Box]:
        """The rectangles around letters `run`, one or more a line."""
        if run not in self._known:
            first, last = self.numbers[run[0]], self.numbers[run[1] - 1]
            self._known[run] = self._rectangles(first, last - first + 1)
        return self._known[run]

    def _rectangles(self, first: int, count: int) -> list[Box]:
        raw = self.raw
        sides = [ctypes.c_double() for _ in range(4)]
        found: list[Box] = []
        for number in range(raw.FPDFText_CountRects(self.textpage, first, count)):
            if raw.FPDFText_GetRect(self.textpage, number, *map(ctypes.byref, sides)):
                left, top, right, bottom = (side.value for side in sides)
                corners = [self._pixel(left, top), self._pixel(right, bottom)]
                xs, ys = [x for x, _ in corners], [y for _, y in corners]
                found.append((min(xs), min(ys), max(xs), max(ys)))
        return found

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        self.raw.FPDF_PageToDevice(self.page, 0, 0, *self.size, 0, x, y, ctypes.byref(across), ctypes.byref(down))
        return across.value, down.value


def _locate(printed: _Printed, text: str, span: Span) -> list[Span]:
    """Runs of the page's letters that are the span; [] where it is not sure."""
    wanted = "".join(_letters(text[span[0] : span[1]]))
    if not wanted:
        return []
    whole = printed.places(wanted)
    if whole:
        place = whole[0] if len(whole) == 1 else _by_context(printed, whole, text, span)
        return [place] if place else []
    pieces = _pieces(printed, text[span[0] : span[1]])
    runs = _together(printed, pieces)
    found = sum(end - start for start, end in runs)
    return runs if found >= ENOUGH * len(wanted) else []


def _by_context(printed: _Printed, places: list[Span], text: str, span: Span) -> Span | None:
    """Of several places the one between the same letters as the span; None where two are alike."""
    page_start = text.rfind("\f", 0, span[0]) + 1
    page_end = text.find("\f", span[1])
    page_end = len(text) if page_end < 0 else page_end
    before = "".join(_letters(text[max(page_start, span[0] - 2 * CONTEXT) : span[0]]))
    after = "".join(_letters(text[span[1] : min(page_end, span[1] + 2 * CONTEXT)]))

    def common(place: Span) -> int:
        left = _shared(reversed(before), reversed(printed.letters[: place[0]]))
        return left + _shared(after, printed.letters[place[1] : place[1] + CONTEXT])

    scored = sorted(((common(place), place) for place in places), reverse=True)
    return scored[0][1] if scored[0][0] > scored[1][0] else None


def _shared(one: Any, other: Any) -> int:
    """How many letters from the start on are the same."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or count == CONTEXT:
            break
        count += 1
    return count


def _pieces(printed: _Printed, text: str) -> list[list[Span]]:
    """The places of each line or cell of the text; where a line is not there as a whole, of its longest parts."""
    found = []
    for line in text.replace("\t", "\n").split("\n"):
        words = [letters for word in line.split() if (letters := "".join(_letters(word)))]
        first = 0
        while first < len(words):
            end, places = len(words), []
            while end > first and not (places := printed.places("".join(words[first:end]))):
                end -= 1
            if places:
                found.append(places)
            first = max(end, first + 1)
    return found


def _together(printed: _Printed, pieces: list[list[Span]]) -> list[Span]:
    """One place for each piece: those printed once hold the others, which must be next to them.

    Where none is printed once, each place of the longest is tried, and there must be one alone that holds them all.
    """
    sure = {number: places[0] for number, places in enumerate(pieces) if len(places) == 1}
    if sure:
        return sorted(_gathered(printed, sure, pieces)) if _one_place(printed, list(sure.values())) else []
    sizes = [places[0][1] - places[0][0] for places in pieces]
    longest = sizes.index(max(sizes)) if sizes else 0
    tried = [_gathered(printed, {longest: place}, pieces) for place in (pieces[longest] if pieces else ())]
    whole = [runs for runs in tried if len(runs) == len(pieces)]
    return sorted(whole[0]) if len(whole) == 1 else []


def _gathered(printed: _Printed, sure: dict[int, Span], pieces: list[list[Span]]) -> list[Span]:
    """The runs that are sure, by the number of their piece, and of each other piece the one place that fits them."""
    runs = dict(sure)
    rest = [number for number in range(len(pieces)) if number not in sure]
    for number in sorted(rest, key=lambda n: pieces[n][0][0] - pieces[n][0][1]):
        taken = list(runs.values())
        free = [place for place in pieces[number] if not any(a < place[1] and place[0] < b for a, b in taken)]
        fitting = [place for place in free if _in_order(printed, place, number, runs)]
        for lines in (0.0, NEXT):
            beside = [place for place in fitting if _beside(printed, place, taken, lines)]
            if beside:
                break
        else:
            continue
        if len(beside) == 1:
            runs[number] = beside[0]
    return list(runs.values())


def _in_order(printed: _Printed, place: Span, number: int, runs: dict[int, Span]) -> bool:
    """Whether piece `number` there would not lie below all that follows it, nor above all that goes before."""
    top, bottom, _ = _extent(printed, [place])
    middle = (top + bottom) / 2
    before = [run for other, run in runs.items() if other < number]
    after = [run for other, run in runs.items() if other > number]
    return (not before or middle >= _extent(printed, before)[0]) and (not after or middle <= _extent(printed, after)[1])


def _extent(printed: _Printed, runs: list[Span]) -> tuple[float, float, float]:
    """Top and bottom of these runs, and the height of a line."""
    boxes = [box for run in runs for box in printed.boxes(run)]
    if not boxes:
        return 0.0, 0.0, 0.0
    heights = sorted(bottom - top for _, top, _, bottom in boxes)
    return min(box[1] for box in boxes), max(box[3] for box in boxes), heights[len(heights) // 2]


def _beside(printed: _Printed, place: Span, runs: list[Span], lines: float) -> bool:
    """Whether the middle of a place is between the top and the bottom of the runs, or so many lines from there."""
    top, bottom, line = _extent(printed, runs)
    its_top, its_bottom, _ = _extent(printed, [place])
    middle = (its_top + its_bottom) / 2
    return top - lines * line <= middle <= bottom + lines * line


def _one_place(printed: _Printed, runs: list[Span]) -> bool:
    """Whether runs follow on one another down the page, without a gap of more than some lines."""
    boxes = sorted((box for run in runs for box in printed.boxes(run)), key=lambda box: box[1])
    if not boxes:
        return False
    _, _, line = _extent(printed, runs)
    reach = boxes[0][3]
    for _, top, _, bottom in boxes[1:]:
        if top - reach > APART * line:
            return False
        reach = max(reach, bottom)
    return True


def printed_lines(text: str, span: Span, clean: str) -> list[Span]:
    """The lines of a span that `clean`, the same without footers and footnotes, is made of; all if that cannot be told.

    Neighbouring lines are one span. A label may come before the first; any may hold footnote marks.
    """
    wanted = "".join(_letters(clean))
    kept: list[Span] = []
    at, start = 0, span[0]
    for line in text[span[0] : span[1]].splitlines(keepends=True):
        letters = "".join(_letters(line))
        head = wanted[at : at + min(SHORT, len(letters))]
        offset = letters.find(head) if head else -1
        if letters and (offset == 0 or (offset > 0 and at == 0)):
            tail = letters[-SHORT:]
            end = wanted.find(tail, at, at + len(letters) + SHORT)
            at = end + len(tail) if end >= 0 else min(at + len(letters) - offset, len(wanted))
            kept.append((start, start + len(line)))
        elif not letters and kept and kept[-1][1] == start:
            kept[-1] = kept[-1][0], start + len(line)
        start += len(line)
    if not wanted or at < ENOUGH * len(wanted):
        return [span]
    joined: list[Span] = []
    for first, last in kept:
        if joined and joined[-1][1] == first and text[first - 1] != "\f":
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return joined
