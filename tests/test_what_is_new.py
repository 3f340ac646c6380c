"""What is new since a day, and against an older corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import ofsted
from tests.invented import ILACS_ROWS, corpus, ilacs, ilacs_text, invented, sif

pytestmark = pytest.mark.usefixtures("table_ends_before")

pytest.importorskip("pandas")

OLD = sif("Rutland", "2016-11-01", "2016-11-24", "rrrr", "2017-01-10")
NEW = ilacs("Rutland", "2023-03-06", "2023-03-17", "ggggg")
OTHER = ilacs("Norfolk", "2022-10-03", "2022-10-14", "gggg")


def rows(frame: Any, what: str) -> list[dict[str, Any]]:
    return list(frame[frame["what"] == what].astype(object).where(frame.notna(), None).to_dict("records"))


def test_since_goes_by_the_day_of_publication_else_by_the_inspection() -> None:
    every = corpus(OLD, NEW, OTHER)
    assert list(every.since("2022-10-14")) == [NEW, OTHER]
    assert list(every.since("2022-10-15")) == [NEW]
    assert list(every.since("2017-01-10")) == [OLD, NEW, OTHER]
    assert len(every.since("2030-01-01")) == 0
    with pytest.raises(ValueError, match="is not a day"):
        every.since("last week")


def test_since_tells_of_reports_without_a_day() -> None:
    with pytest.warns(UserWarning, match="1 report without any day left out"):
        assert len(corpus(NEW, invented("ilacs", "Norfolk", None, None)).since("2000-01-01")) == 1


def test_nothing_differs_from_itself() -> None:
    every = corpus(OLD, NEW, OTHER)
    frame = every.compare_with(every)
    assert len(frame) == 0
    assert list(frame.columns[:3]) == ["what", "authority", "la_code"]
    assert list(frame.columns) == list(every.compare_with(corpus()).columns)


def test_new_and_gone_reports_and_grades() -> None:
    frame = corpus(OLD, NEW).compare_with(corpus(OLD, OTHER))
    assert [(row["authority"], row["report"]) for row in rows(frame, "new")] == [("Rutland", NEW.id)]
    assert [(row["authority"], row["older_report"]) for row in rows(frame, "gone")] == [("Norfolk", OTHER.id)]
    grades = {
        (r["authority"], r["theme"]): (r["from_grade"], r["to_grade"], r["direction"]) for r in rows(frame, "grade")
    }
    assert grades["Rutland", "overall"] == ("requires_improvement", "good", "better")
    assert grades["Norfolk", "overall"] == ("good", None, None)
    told = {(r["authority"], r["theme"]): r["notes"] for r in rows(frame, "grade")}
    assert told["Norfolk", "overall"] == "now: no report"
    assert "Rutland" not in [row["authority"] for row in rows(frame, "changed")]


def test_grades_are_those_of_a_day() -> None:
    frame = corpus(OLD, NEW).compare_with(corpus(OLD), as_of="2020-01-01")
    assert rows(frame, "grade") == []
    assert len(rows(frame, "new")) == 1


def text_corpus(folder: Path, dates: str, table: dict[str, str] | None = None, **how: Any) -> ofsted.Corpus:
    folder.mkdir(exist_ok=True)
    text = ilacs_text(dates, table) if table else ilacs_text(dates)
    (folder / "rutland.txt").write_text(text, encoding="utf-8")
    return ofsted.read(folder, **how)


def test_a_report_that_was_replaced_says_what_is_other(tmp_path: Path) -> None:
    before = text_corpus(tmp_path / "a", "4 March to 15 March 2024")
    worse = {**dict.fromkeys(ILACS_ROWS, "Good"), ILACS_ROWS[0]: "Inadequate"}
    after = text_corpus(tmp_path / "a", "4 March to 15 March 2024", worse)
    frame = after.compare_with(before)
    (changed,) = rows(frame, "changed")
    assert (changed["older_report"], changed["report"]) == (before[0].id, after[0].id)
    assert changed["notes"].startswith("its content; ")
    assert "Good, now Inadequate" in changed["notes"]
    assert [row["direction"] for row in rows(frame, "grade")] == ["worse"]
    # In another folder it is known by its inspection.
    moved = text_corpus(tmp_path / "b", "4 March to 15 March 2024")
    assert len(rows(after.compare_with(moved), "changed")) == 1


def test_a_day_that_became_known_is_a_change(tmp_path: Path) -> None:
    before = text_corpus(tmp_path, "4 March to 15 March 2024")
    after = text_corpus(tmp_path, "4 March to 15 March 2024", published={"rutland.txt": "2024-05-01"})
    (changed,) = rows(after.compare_with(before), "changed")
    assert changed["notes"] == "published: not known, now 2024-05-01"


def test_a_report_that_can_no_longer_be_read_says_so(tmp_path: Path) -> None:
    before = text_corpus(tmp_path, "4 March to 15 March 2024")
    (tmp_path / "rutland.txt").write_bytes(b"")
    now = ofsted.read(tmp_path)
    with pytest.warns(UserWarning, match=r"rutland\.txt \(the file could not be read\)"):
        frame = now.compare_with(before)
    (gone,) = rows(frame, "gone")
    assert gone["notes"].startswith("it could not be read: the file is empty")
    assert frame.attrs["unmatched"] == ["rutland.txt (the file could not be read)"]
    (new,) = rows(before.compare_with(now), "new")
    assert new["notes"].startswith("it could not be read: the file is empty")


def test_a_grade_before_is_doubtful_where_a_newer_file_could_not_be_read_then(tmp_path: Path) -> None:
    """Such a file may have held the grade that was in force."""
    kept = dict.fromkeys(ILACS_ROWS, "Good")
    folder = tmp_path / "a"
    text_corpus(folder, "4 March to 15 March 2019", {**kept, ILACS_ROWS[0]: "Inadequate"})
    newer = folder / "newer.txt"
    newer.write_bytes(b"")
    before = ofsted.read(folder)
    newer.write_text(ilacs_text("4 March to 15 March 2024", kept), encoding="utf-8")
    now = ofsted.read(folder)
    grades = rows(now.compare_with(before), "grade")
    assert grades
    assert {row["doubts"] for row in grades} == {"before: newer.txt could not be read"}
    # As long as the report here is not in force, it was not then.
    assert not rows(now.compare_with(before, as_of="2020-01-01"), "grade")
    # What is older than the grade that stood changes nothing of it.
    newer.write_text(ilacs_text("5 March to 9 March 2018", kept), encoding="utf-8")
    (folder / "newest.txt").write_text(ilacs_text("2 June to 13 June 2025", kept), encoding="utf-8")
    assert {row["doubts"] for row in rows(ofsted.read(folder).compare_with(before), "grade")} == {None}


def test_a_file_that_the_older_corpus_alone_could_not_read_is_said_of_all_of_it(tmp_path: Path) -> None:
    now = text_corpus(tmp_path / "a", "4 March to 15 March 2024")
    text_corpus(tmp_path / "b", "4 March to 15 March 2024")
    (tmp_path / "b" / "lost.txt").write_bytes(b"")
    before = ofsted.read(tmp_path / "b")
    with pytest.warns(UserWarning, match=r"1 report of the older corpus could not be put .*: lost\.txt"):
        frame = now.compare_with(before)
    assert frame.attrs["unmatched"] == ["in the older corpus: lost.txt (the file could not be read)"]
    # In both it is said once.
    (tmp_path / "a" / "lost.txt").write_bytes(b"")
    with pytest.warns(UserWarning, match=r"^1 report could not be put .*: lost\.txt"):
        frame = ofsted.read(tmp_path / "a").compare_with(before)
    assert frame.attrs["unmatched"] == ["lost.txt (the file could not be read)"]


def test_what_the_older_corpus_could_not_put_to_an_authority_is_said_of_the_grade_before() -> None:
    unknown = invented("ilacs", "~Rutlond", "2020-03-02", "2020-03-13", {"overall_effectiveness": "good"}, path="c.pdf")
    words = "c.pdf may be a newer report on it ('~Rutlond' is not in the register)"
    with pytest.warns(UserWarning, match=r"of the older corpus could not be put"):
        frame = corpus(OLD, NEW).compare_with(corpus(OLD, unknown))
    assert {row["doubts"] for row in rows(frame, "grade") if row["authority"] == "Rutland"} == {f"before: {words}"}
    with pytest.warns(UserWarning, match=r"^1 report could not be put"):
        frame = corpus(OLD, NEW, unknown).compare_with(corpus(OLD, unknown))
    assert {row["doubts"] for row in rows(frame, "grade") if row["authority"] == "Rutland"} == {f"before: {words}"}
    assert len(frame.attrs["unmatched"]) == 1


def test_two_reports_of_one_inspection_are_not_guessed_between() -> None:
    """Against one older report of that inspection: which of them it was, nobody can say."""
    one, two, old = (ilacs("Norfolk", "2022-10-03", "2022-10-14", "gggg", path=f"{name}.pdf") for name in "abc")
    frame = corpus(one, two).compare_with(corpus(old))
    assert [row["report"] for row in rows(frame, "new")] == [one.id, two.id]
    assert [row["older_report"] for row in rows(frame, "gone")] == [old.id]


def test_area_send_has_rows_of_its_own() -> None:
    send = invented("area-send", "Rutland", "2023-09-04", "2023-09-08", {"inspection_outcome": "inconsistent"})
    (found,) = rows(corpus(OLD, send).compare_with(corpus(OLD)), "grade")
    assert (found["framework"], found["from_grade"], found["to_grade"]) == ("area-send", None, "inconsistent")
    assert found["notes"] == "before: no report"


def test_what_comes_from_ofsteds_own_table_is_no_report() -> None:
    with pytest.warns(UserWarning, match="Ofsted's own table ends with"):
        frame = corpus(NEW).with_outcomes().compare_with(corpus(NEW))
    assert set(frame["what"]) == {"grade"}
