"""The documentation keeps up with the code: issue codes, judgement keys and files are all described."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ofsted
from tests.conftest import EXAMPLES

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SOURCES = sorted(ROOT.glob("csrc/**/*.c"))

if not DOCS.is_dir():
    pytest.skip("the documentation is not here", allow_module_level=True)

MODEL = (DOCS / "data-model.md").read_text(encoding="utf-8")

ISSUE = re.compile(r"ofs_add_issue(?:_about)?\(\s*[\w>.&-]+,\s*(?:[^,]*\? )?([^,?]*?),")
INVARIANT = re.compile(r'\{OFS_ALWAYS_\w+,\s*"([a-z_]+)"')
DOUBT = re.compile(r'\{OFS_(?:DATE|PERIOD|PEOPLE)_\w+,\s*"([a-z_]+)"')
ROWS = re.compile(r"ofs_row ROWS\[\] = \{\n(.*?)^\};", re.MULTILINE | re.DOTALL)
ROW = re.compile(r'\{"([a-z_]+)",\s*(?:NULL|"[a-z_]+"),\s*"[^"]*",\s*(\w+)\}')


def described(table: str) -> set[str]:
    """The names in backquotes of one section."""
    section = re.split(r"^## ", MODEL, flags=re.MULTILINE)
    return set(re.findall(r"`([a-z_-]+)`", next(s for s in section if s.startswith(table))))


def test_every_issue_code_is_described() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("csrc/**/*.[ch]"))
    used = {name for call in ISSUE.findall(code) for name in re.findall(r'"([a-z_]+)"', call)}
    used |= set(DOUBT.findall(code)) | set(INVARIANT.findall(code))
    python = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("ofsted/**/*.py"))
    used |= set(re.findall(r'"code": "([a-z_]+)", "field": "\w+", "message": [^"]', python))
    assert used - described("Issues") == set()


def test_every_judgement_key_is_described() -> None:
    known = described("Judgement keys")
    for path in SOURCES:
        rows = [row for table in ROWS.findall(path.read_text(encoding="utf-8")) for row in ROW.findall(table)]
        keys = {key for key, kind in rows if kind not in ("OFS_ROW_SCOPE", "OFS_ROW_RECORD")}
        # SLAC's keys are described without the name of the service that they begin with.
        bare = {re.sub("^(safeguarding|looked_after)_", "", key) for key in keys - known}
        assert bare - known == set(), path.name


def test_the_themes_of_judgements_are_those_that_reports_have() -> None:
    table = next(s for s in re.split(r"^## ", MODEL, flags=re.MULTILINE) if s.startswith("Judgement keys"))
    told: dict[tuple[str, str], str | None] = {}
    framework = ""
    for line in re.findall(r"^\| (.*) \|$", table, re.MULTILINE)[2:]:
        first, keys, theme = re.split(r" ?\| ?", line)[:3]
        framework = first.strip(" `") or framework
        told |= {
            (framework, key): None if theme == "null" else theme.strip("`") for key in re.findall("`([^`]+)`", keys)
        }
    read = [(str(r.framework.value), j) for r in ofsted.read(EXAMPLES / "*.txt", workers=1) for j in r.judgements]
    assert len({(framework, judgement.key) for framework, judgement in read} & set(told)) > 20
    for framework, judgement in read:
        key = (framework, str(judgement.key))
        assert told.get(key, judgement.theme) == judgement.theme, key


def test_vocabularies_are_described() -> None:
    assert {f.value for f in ofsted.Framework} <= described("Frameworks")
    assert {g.value for g in ofsted.Grade} <= described("Grades")


def test_every_public_name_is_described() -> None:
    page = re.sub(r"^```.*?^```", "", (DOCS / "python-api.md").read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    words = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", page))))
    names = [name for name in ofsted.__all__ if not name.startswith("_")]
    for kind in (ofsted.Report, ofsted.Corpus, ofsted.Series):
        names += [name for name in dir(kind) if not name.startswith("_") and name not in dir(list)]
    assert set(names) - words == set()


STRUCT = re.compile(r"struct (ofs_\w+) \{(.*?)\n\}", re.DOTALL)
DRAWN = re.compile(r"^ {4}[^\w\n]*(ofs_\w+) +(\w+(?:, \w+)*)", re.MULTILINE)


def test_the_structs_that_are_drawn_have_these_fields() -> None:
    headers = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("csrc/**/*.h"))
    fields = {name: set(re.findall(r"\w+", body)) for name, body in STRUCT.findall(headers)}
    page = (DOCS / "how-a-report-is-read.md").read_text(encoding="utf-8")
    drawn = DRAWN.findall(page.split("## The structs on the way")[1].split("\n## ")[0])
    assert len(drawn) >= 10
    for name, drawn_fields in drawn:
        assert set(drawn_fields.split(", ")) <= fields[name], name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_file_of_the_core_is_described(path: Path) -> None:
    assert f"`{path.stem}`" in (DOCS / "how-a-report-is-read.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    drawn = re.findall(r'savefig\("([^"]+)"', text)  # by its examples, when the site is built
    for link in re.findall(r"\]\((?!https?:)([^)#]*)(?:#[^)]*)?\)", text):
        assert (page.parent / link).exists() or link in drawn, link
