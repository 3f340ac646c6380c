"""Quotations: who says what in an article, and which of it is in a report word for word.

article, report = ofsted.parse("news.html"), ofsted.parse("report.pdf")
for check in ofsted.check_quotes(article, report):
    print(check.status, check.quotation.text, check.page)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import islice
from typing import Literal

from ofsted.model.characters import visible
from ofsted.model.parts import Finding, Recommendation, Span, every_section
from ofsted.model.report_data import ReportData
from ofsted.model.words import short
from ofsted.tables.coverage import not_whole_of
from ofsted.tables.doubts import FIELDS, doubts_in, joined

__all__ = ["Difference", "Quotation", "QuoteCheck", "check_quotes", "quotations"]

Status = Literal["verbatim", "differs", "absent"]


@dataclass(frozen=True, slots=True, repr=False)
class Quotation:
    """Words between quotation marks.

    Attributes:
        text: the words, white space collapsed, without the marks.
        speaker: who says them, as printed: 'Cllr John Smith', 'inspectors', 'Ofsted'; None where it is not sure.
        page: where it is, from 1; None where the text has no page marks.
        span: (start, end) of the words, without the marks, in code points of `report.text`.
    """

    text: str
    speaker: str | None
    page: int | None
    span: Span

    def __repr__(self) -> str:
        return visible(f"<Quotation {self.speaker or 'unknown speaker'}: {short(self.text)!r}>")


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a quotation is not what the report says: `quoted` instead of `printed`; either may be ''."""

    quoted: str
    printed: str

    def __str__(self) -> str:
        if not self.printed:
            return f"added {self.quoted!r}"
        return f"left out {self.printed!r}" if not self.quoted else f"{self.quoted!r} for {self.printed!r}"


@dataclass(frozen=True, slots=True, repr=False)
class QuoteCheck:
    """Where a quotation is in a report, and how it differs from it.

    Attributes:
        quotation: the quotation in the article.
        status: 'verbatim': word for word; 'differs': with the `differences`; 'absent': nothing like it is there.
        page: the page of the report, from 1; None where it has no page marks or the quotation is absent.
        span: (start, end) in code points of the report's text, from the first to the last word; None if absent.
        differences: the words that differ, in order; empty if verbatim or absent.
        similarity: 0 to 1, the share of words that quotation and report have in common; 1 if verbatim. Of an absent
            quotation that of the passage most like it, which is under the limit of what counts as a quotation.
        url: the place in the report on the web, where its address is known.
        doubts: what to check about the report's text there, as in `Corpus.paragraphs()`; of an absent quotation where
            that text may not be whole; None for nothing.
    """

    quotation: Quotation
    status: Status
    page: int | None
    span: Span | None
    differences: list[Difference]
    similarity: float
    url: str | None = None
    doubts: str | None = None

    @property
    def speaker(self) -> str | None:
        """Who is quoted."""
        return self.quotation.speaker

    def __repr__(self) -> str:
        where = f", page {self.page}" if self.page else ""
        how = "; ".join(map(str, self.differences[:3]))
        where += ", in doubt" if self.doubts else ""
        return f"<QuoteCheck {self.status}{where}: {short(self.quotation.text)!r}{': ' + how if how else ''}>"


def quotations(report: ReportData) -> list[Quotation]:
    """Everything between quotation marks in a document, in reading order; meant for news articles.

    A quotation that runs over several paragraphs is one entry for each of them. The speaker is whom the words around it
    name ('Cllr Smith said: "…"', '"…," said Cllr Smith', 'Inspectors described it as "…"'); paragraphs that go on
    with a quotation keep its speaker.
    """
    found: list[Quotation] = []
    speakers = _Speakers()
    for start, end in _blocks(report):
        block = report.text[start:end]
        marks = list(_marked(block))
        speakers.begin(block, marks)
        for index, (a, b) in enumerate(marks):
            text = " ".join(block[a:b].split())
            if _LETTERS.search(text):
                span = (start + a, start + b)
                found.append(Quotation(text, speakers.of(block, marks, index), _page_at(report, span[0]), span))
        speakers.end(block, marks)
    return found


def check_quotes(article: ReportData, report: ReportData) -> list[QuoteCheck]:
    """For every quotation in `article`, in reading order, whether it is in `report`.

    Words are compared: their spelling, order, hyphens and capitals, but not straight or curly quotes, punctuation,
    white space, or a capital at the quotation's start. A quotation with an ellipsis is compared part by part, each
    after the one before; a part that is nowhere after it counts as added. What people say of a report in their own
    words is 'absent' from it.

    Examples:
        >>> import ofsted
        >>> report = ofsted.parse_text("Inspection of Norbury\\n\\nChildren have homes that suit them well.")
        >>> article = ofsted.parse_text("Inspectors said: “Children have homes that suit them very well.”")
        >>> [(check.status, check.differences) for check in ofsted.check_quotes(article, report)]
        [('differs', [Difference(quoted='very', printed='')])]
    """
    if not isinstance(article, ReportData) or not isinstance(report, ReportData):
        wrong = next(one for one in (article, report) if not isinstance(one, ReportData))
        takes = (
            "check_quotes() takes the article and the report that it quotes, each as parse() or parse_text() gives it"
        )
        raise TypeError(f"{takes}, not a {type(wrong).__name__}")
    words = _Words(_passages(report))
    paragraphs = report.paragraphs
    doubts = doubts_in(report, paragraphs, FIELDS["paragraphs"])
    doubtful = [(one.span, doubt) for one, doubt in zip(paragraphs, doubts, strict=True) if doubt]
    torn = not_whole_of(report, ["paragraphs"])
    checks = [_check(quotation, words, report) for quotation in quotations(article)]
    return [replace(check, doubts=_doubts_at(check.span, doubtful) if check.span else torn) for check in checks]


def _doubts_at(span: Span, doubtful: list[tuple[Span, str]]) -> str | None:
    start, end = span
    return joined(*(doubt for (first, last), doubt in doubtful if max(first, start) < min(last, end)))


# ---- finding quotations ----

_LETTERS = re.compile(r"[^\W_]")
_CLOSES_DOUBLE = '"”'
_LONGEST_SINGLE = 3000  # between single marks, which apostrophes look like
_NEAR = 400  # characters around a quotation that may name its speaker
_OPENS_BEFORE = "([{/-–—“‘\"'"


def _blocks(report: ReportData) -> list[Span]:
    """The spans of headings and paragraphs, in reading order."""
    spans: list[Span] = []
    for section in every_section(report.sections):
        if section.heading is not None:
            spans.append(section.span)
        spans += (paragraph.span for paragraph in section.paragraphs)
    return sorted(set(spans))


def _page_at(report: ReportData, position: int) -> int | None:
    return report.text.count("\f", 0, position) + 1 if report.source.pages else None


def _marked(block: str) -> Iterator[Span]:
    """The spans between quotation marks; inner ones belong to the outer. Without a closing mark, up to the end."""
    at = 0
    while at < len(block):
        char = block[at]
        end = None
        if char in '"“' and _opens(block, at):
            end = _double_end(block, at + 1)
        elif char in "'‘" and _opens(block, at) and not block[at + 1 : at + 2].isdigit():
            end = _single_end(block, at + 1)
        if end is None:
            at += 1
            continue
        yield at + 1, end
        at = end + 1


def _opens(block: str, at: int) -> bool:
    before, after = block[at - 1 : at], block[at + 1 : at + 2]
    return (not before or before.isspace() or before in _OPENS_BEFORE) and bool(after) and not after.isspace()


def _double_end(block: str, start: int) -> int:
    for at in range(start, len(block)):
        if block[at] in _CLOSES_DOUBLE and not block[at - 1].isspace():
            return at
    return len(block)


def _single_end(block: str, start: int) -> int | None:
    """Where a single mark closes: not at an apostrophe within a word, nor at a plural's (carers’) if another can."""
    closing = None
    for at in range(start, min(len(block), start + _LONGEST_SINGLE)):
        if block[at] not in "'’‘" or block[at + 1 : at + 2].isalnum():
            if block[at] in "'‘" and _opens(block, at) and not block[at + 1].isdigit():
                break
            continue
        if block[at] == "‘" or block[at - 1].isspace():
            continue
        closing = at
        plural = block[at - 1] == "s" and block[at + 1 : at + 2] == " " and block[at + 2 : at + 3].islower()
        if not plural:
            break
    if closing is None and not block[: start - 1].strip():
        return len(block)  # a paragraph of a longer quotation
    return closing


# ---- whose words ----

_SAYS = re.compile(
    r"\b(?:say(?:s|ing)?|said|add(?:s|ed|ing)|comment(?:s|ed|ing)|stat(?:es|ed|ing)|not(?:es|ed|ing)|f(?:ound|inds?|inding)|"
    r"describ(?:es?|ed|ing)|prais(?:es?|ed|ing)|highlight(?:s|ed|ing)?|recognis(?:es?|ed|ing)|report(?:s|ed|ing)|"
    r"judg(?:es?|ed|ing)|rat(?:es?|ed|ing)|call(?:s|ed|ing)|conclud(?:es?|ed|ing)|wrote|writes|told|explain(?:s|ed)|"
    r"continu(?:es|ed)|commend(?:s|ed|ing)|observ(?:es|ed|ing)|remark(?:s|ed)|identif(?:ies|ied|ying)|"
    r"acknowledg(?:es?|ed|ing))\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_INSPECTORS = r"(?:(?:Ofsted(?:[’']s)?\s+|[Tt]he\s+)?[Ii]nspectors|Ofsted|[Tt]he\s+(?:inspection\s+)?report)\b(?![’'])"
_NAME_WORD = r"(?:[A-Z][\w’'-]*[a-z]|[A-Z]\.?)"
_TITLE = r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Professor|Prof|Mayor)\.?"
_PERSON = rf"{_TITLE}(?:\s+{_NAME_WORD}){{1,4}}|{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,3}}"
_WHO = re.compile(rf"\b(?:(?P<office>{_INSPECTORS})|(?P<person>{_PERSON})|(?P<pronoun>[Tt]hey|[Hh]e|[Ss]he)\b)")
_NO_NAME = frozenset(
    re.findall(
        r"[\w']+",
        """Academy Adult Agency Area Assembly Assistant Association Authority Board Borough Cabinet Care Chair Chief
        Child Children Children's City Commissioner Committee Community Corporate Council Councillors County Deputy
        Director District Early Education Executive Families Family First Government Head Health Help Her His In
        Independent Inspection Interim Leader Learning Lead Local London Manager Member Members Metropolitan National
        Office Officer Ofsted Our Partnership People People's Portfolio Practice Principal Report Responsible Royal
        Safeguarding School Schools Service Services Skills Social Strategic Targeted Team The This Trust United
        Unitary Young Youth Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
        June July August September October November December""",
    )
)
_PLACES = frozenset(("across", "at", "for", "from", "in", "near", "of", "to", "with"))
_AFTER = re.compile(rf"^[\W_]*(?:{_SAYS.pattern})\s+(?:the\s+)?", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording\s+to\s+(?:the\s+)?", re.IGNORECASE)
_BY = re.compile(r"^[\W_]*(?:\w+\s+){0,3}(?:by|according\s+to)\s+(?:the\s+)?(?=\w)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”'’]?\s+(?=[\"“'‘]?[A-Z])")


def _name_words(match: re.Match[str]) -> list[str]:
    """The words of a person's name, without the offices before it; [] where they are an organisation's or a date's."""
    words = match["person"].split()
    while words and _bare(words[0]) in _NO_NAME:
        words.pop(0)
    titled = bool(words) and re.fullmatch(_TITLE, words[0]) is not None
    return [] if len(words) < 2 or (not titled and _bare(words[-1]) in _NO_NAME) else words


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word).strip(".")


def _is_who(match: re.Match[str]) -> bool:
    """Whether the words can be a speaker: not a place ('in Norbury Vale'), not an organisation."""
    if not match["person"]:
        return True
    words = _name_words(match)
    if not words or words[-1].endswith(("'s", "’s")):
        return False
    whole = len(words) == len(match["person"].split())
    before = match.string[: match.start()].split()[-1:]
    return not whole or not before or before[0].lower() not in _PLACES


class _Speakers:
    """Who speaks, from paragraph to paragraph."""

    __slots__ = ("_announced", "_current", "_last", "_person", "_plural")

    def __init__(self) -> None:
        self._announced: str | None = None  # '… said:' ended the paragraph before
        self._current: str | None = None  # of the paragraph before, if it began with a quotation
        self._person: str | None = None
        self._plural: str | None = None
        self._last: str | None = None  # of the quotation before, in the same paragraph

    def begin(self, block: str, marks: list[Span]) -> None:
        """A paragraph: one that begins with a quotation goes on with whoever speaks."""
        self._last = (self._announced or self._current) if _begins_quoted(block, marks) else None

    def of(self, block: str, marks: list[Span], index: int) -> str | None:
        """Who says the paragraph's quotation number `index`."""
        start, end = marks[index]
        first = marks[index - 1][1] if index else 0
        named = self._before(block[max(first, start - _NEAR) : start - 1]) or self._behind(block[end : end + _NEAR])
        going_on = index and not re.search(r"[.!?][\"”'’]?\s", block[max(first - 1, start - _NEAR) : start])
        if named is None and (going_on or self._last is not None):
            named = self._last
        self._last = named
        return named

    def end(self, block: str, marks: list[Span]) -> None:
        """Remembers who was announced and who spoke."""
        rest = block[max(marks[-1][1] if marks else 0, len(block) - _NEAR) :]
        announces = rest.rstrip().endswith(":")
        unclosed = bool(marks) and marks[-1][1] == len(block)
        self._current = self._last if unclosed or _begins_quoted(block, marks) else None
        self._announced = self._before(rest) if announces else None

    def _before(self, text: str) -> str | None:
        """Whom the sentence before a quotation has speak."""
        text = _SENTENCE.split(text)[-1]
        for verb in reversed(list(_SAYS.finditer(text))):
            if _PASSIVE.search(text[: verb.start()]):
                continue
            found = [match for match in _WHO.finditer(text, 0, verb.start()) if _is_who(match)]
            titled = [match for match in found if match["person"] and re.match(_TITLE, match.group())]
            if found:
                return self._name((titled or found)[-1])
        match = _ACCORDING.search(text)
        return self._at(text, match.end()) if match else None

    def _behind(self, text: str) -> str | None:
        """Whom the words after a quotation name: 'said X', 'X said', 'according to X'."""
        text = _SENTENCE.split(text)[0]
        match = _AFTER.match(text)
        if match:
            return self._first(text[match.end() :].split(",")[0])
        who, verb = _WHO.search(text), _SAYS.search(text)
        if who and verb and who.end() < verb.start() and not _LETTERS.search(text[: who.start()]) and _is_who(who):
            return self._name(who) if not re.search(r"[\"“‘]", text[who.end() : verb.start()]) else None
        match = _BY.match(text)
        return self._at(text, match.end()) if match else None

    def _first(self, text: str) -> str | None:
        return next((self._name(match) for match in _WHO.finditer(text) if _is_who(match)), None)

    def _at(self, text: str, position: int) -> str | None:
        match = _WHO.match(text, position)
        return self._name(match) if match and _is_who(match) else None

    def _name(self, match: re.Match[str]) -> str | None:
        words = " ".join(match.group().split())
        if match["pronoun"]:
            return self._plural if words.lower() == "they" else self._person
        if match["office"]:
            self._plural = words
        else:
            self._person = words = " ".join(_name_words(match))
        return words


def _begins_quoted(block: str, marks: list[Span]) -> bool:
    return bool(marks) and not block[: marks[0][0] - 1].strip()


# ---- comparing with a report ----

_ELLIPSIS = re.compile(r"\s*[\[(]?(?:…|\.\s?\.\s?\.)[\])]?\s*\.?")
_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*['’]?")
_HYPHENS = "-‐‑‒–—"
_LEAST_ALIKE = 0.6  # of words in common, for a passage to be what is quoted
_LEAST_WORDS = 4  # of a quotation that may differ: two or three words are alike by chance
_COMMON = 200  # a word that is in the report more often says little about the place
_CANDIDATES = 2
_CONTEXT = 24  # letters that tell one place from another
_OCCURRENCES = 50
_LOOSE = 2  # words alike by chance, apart from the rest


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or a part of one between hyphens."""

    text: str
    span: Span  # in what it was taken from
    joined: bool  # a hyphen ties it to the one before

    @property
    def key(self) -> str:
        return self.text.casefold()


def _words_of(text: str) -> list[_Word]:
    found: list[_Word] = []
    for match in _PIECE.finditer(text):
        joined = bool(found) and text[found[-1].span[1] : match.start()] in tuple(_HYPHENS)
        word = match.group().replace("’", "'").rstrip("'")
        found.append(_Word(word, (match.start(), match.start() + len(word)), joined))
    return found


def _passages(report: ReportData) -> list[tuple[str, Span]]:
    """What a report says, clean, with the span of each piece in its text, in reading order."""
    found: dict[Span, str] = {}
    for section in every_section(report.sections):
        if section.heading:
            found[section.span] = section.heading
        found.update((paragraph.span, paragraph.text) for paragraph in section.paragraphs)
    for judgement in report.judgements:
        found.setdefault(judgement.span, judgement.evidence)
    known = sorted(found)
    for item in _listed(report):
        before = known[bisect_right(known, (item.span[0], len(report.text))) - 1] if known else (0, 0)
        if item.span[1] > before[1]:  # not within a paragraph
            found.setdefault(item.span, item.text)
    return [(text, span) for span, text in sorted(found.items())]


def _listed(report: ReportData) -> Iterator[Recommendation | Finding]:
    findings = report.findings
    yield from report.recommendations
    for kind in (findings.strengths, findings.meets_requirements, findings.areas_for_development):
        yield from kind
    yield from findings.priority_actions
    yield from findings.significant_weaknesses


class _Words:
    """The words of a report, and where each is."""

    def __init__(self, passages: list[tuple[str, Span]]) -> None:
        self.passages = passages
        self.words: list[_Word] = []
        self.first: list[int] = []  # of each passage: the number of its first word
        for text, _ in passages:
            self.first.append(len(self.words))
            self.words += _words_of(text)
        self.keys = [word.key for word in self.words]
        self._line = " " + " ".join(self.keys) + " "
        self._starts: list[int] = []
        position = 1
        for key in self.keys:
            self._starts.append(position)
            position += len(key) + 1
        self._places: dict[str, list[int]] = {}
        for number, key in enumerate(self.keys):
            self._places.setdefault(key, []).append(number)

    def same(self, keys: list[str]) -> Iterator[int]:
        """The numbers of the words from which these follow one another."""
        wanted = " " + " ".join(keys) + " "
        at = self._line.find(wanted)
        while at >= 0:
            yield bisect_right(self._starts, at + 1) - 1
            at = self._line.find(wanted, at + 1)

    def alike(self, keys: list[str]) -> list[int]:
        """Where words like these may begin: the places that most of the rarer words agree on."""
        votes: Counter[int] = Counter()
        step = max(len(keys) // 2, 4)
        for number, key in enumerate(keys):
            places = self._places.get(key, ())
            if len(places) <= _COMMON:
                votes.update({(place - number) // step for place in places})
        found: list[int] = []
        for place, _ in votes.most_common(2 * _CANDIDATES):
            if all(abs(place - other) > 1 for other in found):  # what is looked at reaches over its neighbours
                found.append(place)
        return [max(place * step, 0) for place in found[:_CANDIDATES]]

    def locate(self, first: int, last: int, report: ReportData) -> Span:
        """The span in the report's text of words `first` to `last`."""
        return self._edge(first, report)[0], self._edge(last, report)[1]

    def _edge(self, number: int, report: ReportData) -> Span:
        """The span of one word in the report's text, whose lines may break and be divided by footers.

        Letters are what both have in common; a label may come before them, a footer among them.
        """
        passage = bisect_right(self.first, number) - 1
        text, (start, end) = self.passages[passage]
        word = self.words[number]
        clean, raw = _letters(text), _letters(report.text[start:end])
        at = sum(map(str.isalnum, text[: word.span[0]]))
        size = max(sum(map(str.isalnum, word.text)), 1)
        letters = "".join(letter for letter, _ in clean)
        printed = "".join(letter for letter, _ in raw)
        if not printed.startswith(letters[: at + size]):
            near = letters[at : at + _CONTEXT]
            if printed.endswith(letters[at:]):
                at += len(printed) - len(letters)
            elif near in printed:
                at = printed.index(near)
            else:
                at = printed.find(letters[max(at - _CONTEXT, 0) : at + size]) + min(at, _CONTEXT)
        at = min(max(at, 0), len(raw) - 1)
        return start + raw[at][1], start + raw[min(at + size, len(raw)) - 1][1] + 1


def _letters(text: str) -> list[tuple[str, int]]:
    """Letters and digits, each with its position."""
    return [(char.lower()[:1], position) for position, char in enumerate(text) if char.isalnum()]


@dataclass(frozen=True, slots=True)
class _Match:
    """One part of a quotation in a report: words `first` to `last`."""

    first: int
    last: int
    differences: list[Difference]
    similarity: float


def _check(quotation: Quotation, words: _Words, report: ReportData) -> QuoteCheck:
    parts = [part for text in _ELLIPSIS.split(quotation.text) if (part := _words_of(text))]
    found: list[_Match | None] = []
    after, best = 0, 0.0
    for part in parts:
        match, alike = _find(part, words, after)
        found.append(match)
        best = max(best, alike)
        after = match.last + 1 if match else after
    matches = [match for match in found if match is not None]
    if not matches:
        return QuoteCheck(quotation, "absent", None, None, [], round(best, 3), report.link())
    differences: list[Difference] = []
    for part, match in zip(parts, found, strict=True):
        differences += match.differences if match else [Difference(" ".join(_surface(part)), "")]
    size = sum(map(len, parts))
    similarity = sum(len(p) * m.similarity for p, m in zip(parts, found, strict=True) if m) / size
    span = words.locate(min(m.first for m in matches), max(m.last for m in matches), report)
    status: Status = "differs" if differences else "verbatim"
    page = _page_at(report, span[0])
    return QuoteCheck(quotation, status, page, span, differences, round(similarity, 3), report.link(page))


def _find(part: list[_Word], words: _Words, after: int) -> tuple[_Match | None, float]:
    """Where a part of a quotation is, at word number `after` or later if it can, and how alike it is."""
    keys = [word.key for word in part]
    places = list(islice(words.same(keys), _OCCURRENCES))
    found = [_compared(part, words, at, at + len(keys)) for at in places]
    if found:
        best = min(found, key=lambda match: (len(match.differences), match.first < after, match.first))
        if best.first >= after:
            return best, best.similarity
        return _Match(best.first, best.last, [*best.differences, Difference(" ".join(_surface(part)), "")], 0.0), 0.0
    if len(part) < _LEAST_WORDS:
        return None, 0.0
    matches = [match for place in words.alike(keys) if (match := _nearest(part, keys, words, place))]
    best_match = max(matches, key=lambda match: match.similarity, default=None)
    if best_match is None:
        return None, 0.0
    return (best_match if best_match.similarity >= _LEAST_ALIKE else None), best_match.similarity


def _nearest(part: list[_Word], keys: list[str], words: _Words, place: int) -> _Match | None:
    """The passage near `place` that has most in common with the quotation."""
    low, high = max(place - len(keys), 0), place + 3 * len(keys)
    matcher = SequenceMatcher(None, words.keys[low:high], keys, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    far = len(keys) // 4
    while len(blocks) > 1 and blocks[0].size <= _LOOSE and blocks[1].a - blocks[0].a - blocks[0].size > far:
        blocks.pop(0)
    while len(blocks) > 1 and blocks[-1].size <= _LOOSE and blocks[-1].a - blocks[-2].a - blocks[-2].size > far:
        blocks.pop()
    if not blocks:
        return None
    return _compared(part, words, low + blocks[0].a, low + blocks[-1].a + blocks[-1].size)


def _compared(part: list[_Word], words: _Words, first: int, end: int) -> _Match:
    """The match of a quotation with words `first` to `end`, the last one left out."""
    quoted, printed = _surface(part), _surface(words.words[first:end])
    matcher = SequenceMatcher(None, _uncapped(printed), _uncapped(quoted), autojunk=False)
    differences = [
        Difference(" ".join(quoted[c:d]), " ".join(printed[a:b]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
    return _Match(first, end - 1, differences, matcher.ratio())


def _surface(words: list[_Word]) -> list[str]:
    """The words as printed, those that hyphens tie together as one."""
    found: list[str] = []
    for word in words:
        if word.joined and found:
            found[-1] += f"-{word.text}"
        else:
            found.append(word.text)
    return found


def _uncapped(words: list[str]) -> list[str]:
    return [words[0][:1].lower() + words[0][1:], *words[1:]] if words else []
