"""Invented documents, all that is read of each, and what each small change of one changes: that and nothing else.

Each file in tests/documents/ holds the text, behind `=== reads` a line for each fact with its place, and then changes:
what is replaced by what (`\\n`, `\\t` and `\\f` as in C), and the facts that go and that come. What is read on purpose
otherwise is written anew by `python -m tests.test_whole_documents`; read the difference before you keep it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import ofsted

DOCUMENTS = Path(__file__).resolve().parent / "documents"
MARK = "=== "


@dataclass
class Change:
    """One change of a document, and the lines that it takes away and adds."""

    title: str
    old: str = ""
    new: str = ""
    wanted: list[str] = field(default_factory=list)


@dataclass
class Document:
    """A file of tests/documents/."""

    text: str
    reads: list[str]
    changes: list[Change]


def shown(text: str) -> str:
    """On one line; of much the beginning, how much it is, and the end."""
    text = text if len(text) <= 70 else f"{text[:40]} …({len(text)})… {text[-25:]}"
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\f", "\\f")


def meant(text: str) -> str:
    """What is shown so, which has no other backslashes."""
    return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\f", "\f")


def fields_of(fact: dict[str, Any], text: str) -> str:
    """The fields of one fact that say something, its place as the words that stand there."""
    said = []
    for name, value in fact.items():
        if value is None or value == [] or (isinstance(value, list | dict) and name in ("paragraphs", "sections")):
            continue
        if name == "about":  # is in the message
            continue
        if name == "span":
            said.append(f"at «{shown(text[value[0] : value[1]])}»")
        else:
            said.append(f"{name} {shown(str(value))}")
    return " | ".join(said)


def facts_of(tree: dict[str, Any], text: str) -> Iterator[str]:
    """A line for each fact, in the order of the data model."""
    for name, value in tree.items():
        if name in ("source", "sections"):
            continue
        if isinstance(value, list):
            yield from (f"{name}: {fields_of(one, text)}" for one in value)
        elif name == "findings":
            yield from facts_of(value, text)
        elif isinstance(value, dict):
            yield f"{name}: {fields_of(value, text)}"
        elif value is not None:
            yield f"{name}: {shown(str(value))}"
    for section in tree.get("sections", ()):
        yield f"section: {fields_of(section, text)}"
        yield from (f"paragraph: {fields_of(one, text)}" for one in section["paragraphs"])
        yield from facts_of({"sections": section["sections"]}, text)


def read(text: str) -> list[str]:
    """All that is read of the text."""
    report = ofsted.parse_text(text)
    return list(facts_of(report.to_dict(), report.text))


def differences(before: list[str], after: list[str]) -> list[str]:
    """The lines that went, with '- ', and those that came, with '+ '."""
    return [line for line in difflib.ndiff(before, after, None, None) if line[0] in "-+"]


def changed(document: Document, change: Change) -> str:
    old = meant(change.old)
    assert document.text.count(old) == 1, f"{change.title}: {document.text.count(old)} times"
    return document.text.replace(old, meant(change.new))


def load(path: Path) -> Document:
    """The file as it stands."""
    text, *parts = path.read_text(encoding="utf-8").split(f"\n{MARK}")
    document = Document(meant(text) + "\n", [], [])
    for part in parts:
        title, *lines = part.rstrip("\n").split("\n")
        if title == "reads":
            document.reads = lines
        else:
            document.changes.append(
                Change(title, lines[0].removeprefix("old "), lines[1].removeprefix("new "), lines[2:])
            )
    return document


def write(path: Path) -> None:
    """The file again, with what is read now."""
    document = load(path)
    parts = [path.read_text(encoding="utf-8").split(f"\n{MARK}")[0], "\n".join(["reads", *read(document.text)])]
    for change in document.changes:
        now = differences(read(document.text), read(changed(document, change)))
        parts.append("\n".join([change.title, f"old {change.old}", f"new {change.new}", *now]))
    path.write_text(f"\n{MARK}".join(parts) + "\n", encoding="utf-8")


PATHS = sorted(DOCUMENTS.glob("*.txt"))
IDS = [path.stem for path in PATHS]


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_all_that_is_read(path: Path) -> None:
    document = load(path)
    assert read(document.text) == document.reads


@pytest.mark.parametrize("path", PATHS, ids=IDS)
def test_what_each_change_changes(path: Path) -> None:
    """All changes of a document in one test: there are hundreds, and each takes less time than a test of its own."""
    document = load(path)
    assert len({change.title for change in document.changes}) == len(document.changes) > 0
    wrong = {}
    for change in document.changes:
        now = differences(document.reads, read(changed(document, change)))
        if now != change.wanted:
            wrong[change.title] = differences(change.wanted, now)
    assert wrong == {}


if __name__ == "__main__":
    for each in PATHS:
        write(each)
