"""Frames: columns and dtypes whatever is in them, one row for each thing, grades that compare, Arrow without pandas."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ofsted
from ofsted.report import _restore
from ofsted.tables.arrays import grade_dtype
from ofsted.tables.frames import FRAMES, GRADE_ORDER, GRADE_RANKS, SHARED
from tests import invented
from tests.conftest import EXAMPLES, PDF, ROOT

pandas = pytest.importorskip("pandas")

NAMES = list(FRAMES)
# All else is categorical.
DTYPES = {"text": "string", "date": "datetime64[ns]", "count": "Int64", "rank": "Int64", "flag": "bool"}


@pytest.fixture(scope="module")
def corpus() -> ofsted.Corpus:
    return ofsted.read(EXAMPLES, workers=1)


@pytest.fixture(scope="module")
def news() -> ofsted.Corpus:
    """The samples with one report turned into news."""
    tree = ofsted.parse(PDF).to_dict()
    tree["framework"] = "news"
    tree["source"]["sha256"] = "f" * 64
    return ofsted.read(PDF) + ofsted.Corpus([_restore(tree, "")])


def dtypes(frame: Any) -> dict[str, str]:
    return {name: str(dtype) for name, dtype in frame.dtypes.items()}


@pytest.mark.parametrize("name", NAMES)
def test_columns_and_dtypes_are_stable(corpus: ofsted.Corpus, name: str) -> None:
    wanted = {column: DTYPES.get(kind, "category") for column, kind in FRAMES[name].items()}
    for source in (corpus, ofsted.Corpus(), corpus[:1]):
        frame = getattr(source, name)()
        assert dtypes(frame) == wanted
        assert len(frame) == len(source.table(name))
        assert list(frame.index) == list(range(len(frame)))


@pytest.mark.parametrize("name", [n for n in NAMES if "start" in FRAMES[n]])
def test_shared_columns_come_first(name: str) -> None:
    assert list(FRAMES[name])[: len(SHARED)] == [
        "report", "framework", "authority", "urn", "region", "start", "end", "published", "path",
    ]  # fmt: skip
    assert list(FRAMES[name])[-5:] == ["la_code", "gss_code", "type", "url", "published_from"]


def test_one_row_for_each_thing(corpus: ofsted.Corpus) -> None:
    assert len(corpus.reports()) == len(corpus)
    for name in ("judgements", "paragraphs", "recommendations", "issues"):
        of = [r for r in corpus if name == "issues" or r.framework != "news"]
        assert len(getattr(corpus, name)()) == sum(len(getattr(report, name)) for report in of)
    counts = corpus.reports().set_index("path")
    for report in corpus:
        row = counts.loc[report.path]
        assert row["paragraphs"] == len(report.paragraphs)
        assert row["judgements"] == len(report.judgements)


def test_a_row_leads_back_to_its_object(corpus: ofsted.Corpus) -> None:
    for name in ("judgements", "paragraphs", "recommendations", "issues"):
        for row in list(corpus.table(name).rows())[::7]:
            item = getattr(corpus[row["report"]], name)[row["position"]]
            assert item.page == row["page"]
            for column in ("text", "label", "message", "number", "kind", "key"):
                if column in row:
                    assert getattr(item, column) == row[column]
    for row in corpus.table("findings").rows():
        assert getattr(corpus[row["report"]].findings, row["kind"])[row["position"]].text == row["text"]


def test_paragraphs_name_their_section(corpus: ofsted.Corpus) -> None:
    report = corpus[PDF.name]
    rows = [row for row in corpus.table("paragraphs").rows() if row["report"] == report.id]
    wanted = [s.heading for top in report.sections for s in top.walk() for _ in s.paragraphs]
    assert [row["section"] for row in rows] == wanted


def test_values_are_those_of_the_report(corpus: ofsted.Corpus) -> None:
    report = corpus[PDF.name]
    frame = corpus.judgements()
    rows = frame[frame["report"] == report.id]
    assert list(rows["key"]) == [j.key for j in report.judgements]
    assert list(rows["grade"]) == [j.grade.value for j in report.judgements if j.grade]
    first = rows.iloc[0]
    assert (first["start"].date(), first["end"].date()) == (date(2024, 5, 27), date(2024, 6, 7))
    assert pandas.isna(first["published"])
    assert first["urn"] == report.authority.urn or pandas.isna(first["urn"])


def test_the_codes_of_an_authority() -> None:
    report = ofsted.parse_text(
        "Inspection of Norfolk local authority children’s services\n\nInspection dates: 1 June 2023"
    )
    row = next(ofsted.Corpus([report]).table("reports").rows())
    if row["authority"] == "Norfolk":
        assert (row["urn"], row["la_code"], row["gss_code"]) == ("80418", "926", "E10000020")
        assert (row["region"], row["type"]) == ("East of England", "County")


def test_grades_compare_within_their_scale() -> None:
    grade = pandas.Series(list(GRADE_ORDER)).astype(grade_dtype())
    assert list(grade[grade >= "good"]) == ["good", "outstanding"]
    assert grade.cat.ordered
    inspection = grade.cat.set_categories(grade_dtype("inspection").categories)
    assert list(inspection[inspection <= "inadequate"]) == ["inadequate"]
    assert inspection.isna().sum() == 4
    assert list(grade.cat.set_categories(grade_dtype("area-send").categories).dropna()) == [
        "widespread_failings", "inconsistent", "typically_positive",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="no scale"):
        grade_dtype("school")


def test_news_is_kept_apart(news: ofsted.Corpus) -> None:
    own = len(news[0].judgements)
    assert set(news.judgements()["framework"]) == {"ilacs"}
    assert set(news.judgements(secondary=True)["framework"]) == {"news"}
    assert len(news.judgements()) == len(news.judgements(secondary=True)) == own
    for name in ("paragraphs", "recommendations"):
        assert set(getattr(news, name)()["framework"]) == {"ilacs"}
    assert list(news.reports()["framework"]) == ["ilacs", "news"]
    assert pandas.isna(news.reports()["overall"][1])


def test_a_value_that_a_closed_list_lacks_is_kept() -> None:
    tree = ofsted.parse(PDF).to_dict()
    tree["judgements"][0]["theme"] = "something_new"
    corpus = ofsted.Corpus([_restore(tree, "")])
    assert corpus.judgements()["theme"][0] == "something_new"


def test_of_several_periods_the_first_start_and_the_last_end() -> None:
    tree = ofsted.parse(PDF).to_dict()
    tree["inspection_periods"] = [
        {"start": "2024-02-05", "end": "2024-02-09"},
        {"start": "2024-01-22", "end": None},
    ]
    row = next(ofsted.Corpus([_restore(tree, "")]).table("reports").rows())
    assert (row["start"], row["end"]) == ("2024-01-22", "2024-02-09")


# Pandas before 3 tells of columns that are empty in one of two frames, which it will treat otherwise.
@pytest.mark.filterwarnings("ignore:The behavior of DataFrame concatenation:FutureWarning")
def test_frames_of_two_corpora_join(corpus: ofsted.Corpus) -> None:
    both = pandas.concat([corpus[:4].judgements(), corpus[4:].judgements()], ignore_index=True)
    assert len(both) == len(corpus.judgements())
    assert both["grade"].dtype == corpus.judgements()["grade"].dtype
    assert both["start"].dtype == "datetime64[ns]"


def test_an_unknown_frame(corpus: ofsted.Corpus) -> None:
    with pytest.raises(ValueError, match="no frame 'grades'"):
        corpus.table("grades")


def test_every_column_is_described() -> None:
    page = ROOT / "docs" / "corpus.md"
    if not page.exists():
        pytest.skip("the documentation is not here")
    parts = re.split(r"^###? ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    shared = next(part for part in parts if part.startswith("Frames"))
    for name, columns in FRAMES.items():
        described = next(part for part in parts if f"`{name}()`" in part.splitlines()[0]) + shared
        for column in columns:
            assert f"`{column}`" in described, f"{name}.{column}"


# ---- Arrow ----


@pytest.mark.parametrize("name", NAMES)
def test_arrow_has_the_same_types_when_empty(corpus: ofsted.Corpus, name: str) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    full, empty = pyarrow.table(corpus.table(name)), pyarrow.table(ofsted.Corpus().table(name))
    assert full.schema.equals(empty.schema)
    assert full.num_rows == len(corpus.table(name))
    assert pyarrow.schema(corpus.table(name)).equals(full.schema)


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_is_text_for_arrow_also_where_nothing_has_a_label(corpus: ofsted.Corpus, name: str) -> None:
    """As of regions of authorities that the register lacks: files of several weeks are read as one table."""
    pyarrow = pytest.importorskip("pyarrow")
    for frame in (corpus.table(name).to_pandas(), ofsted.Corpus().table(name).to_pandas()):
        assert "null" not in str(pyarrow.Schema.from_pandas(frame).types)


def test_hits_are_text_for_arrow_also_where_there_are_none(corpus: ofsted.Corpus) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    assert "null" not in str(pyarrow.Schema.from_pandas(corpus.search("no such words")).types)


def test_polars_takes_them(corpus: ofsted.Corpus) -> None:
    pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(corpus.table("judgements"))
    table = corpus.table("judgements")
    assert frame.columns == list(table.kinds)
    assert frame["key"].cast(polars.String).to_list() == table.column("key")
    assert frame["start"].dtype == polars.Date
    assert len(polars.DataFrame(ofsted.Corpus().table("paragraphs"))) == 0


def test_duckdb_takes_them(corpus: ofsted.Corpus) -> None:
    pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    judgements = corpus.table("judgements")
    counted = duckdb.sql(
        "select grade::varchar, count(*) from judgements where grade is not null group by 1"
    ).fetchall()
    grades = [g for g in judgements.column("grade") if g]
    assert dict(counted) == {g: grades.count(g) for g in set(grades)}


# ---- grades in order, wherever the rows are taken ----


@pytest.fixture(scope="module")
def every_grade() -> ofsted.Corpus:
    """Every grade there is, and a judgement without one."""
    ranks = {f"key_{n}": grade for n, grade in enumerate(GRADE_ORDER)}
    reports = [invented.invented("ilacs", "Norfolk", "2024-01-08", "2024-01-19", ranks)]
    reports += [invented.ilacs("Kent", "2023-05-08", "2023-05-19", "ggogg")]
    tree = invented.ilacs("Essex", "2023-05-08", "2023-05-19", "ggogg").to_dict()
    tree["judgements"][0]["grade"] = None
    return ofsted.Corpus([*reports, _restore(tree, "")])


COMPARED = [(operator, grade) for operator in ("<", "<=", ">", ">=", "==") for grade in GRADE_ORDER]


def wanted_rows(corpus: ofsted.Corpus, operator: str, grade: str) -> list[tuple[str, int]]:
    """What pandas gives, which knows the order of its categories."""
    frame = corpus.judgements()
    compare = {"<": frame.grade.lt, "<=": frame.grade.le, ">": frame.grade.gt, ">=": frame.grade.ge}
    found = frame[compare.get(operator, frame.grade.eq)(grade)]
    return sorted(zip(found["report"], found["position"].astype(int), strict=True))


def test_ranks_are_in_the_order_of_the_grades(every_grade: ofsted.Corpus) -> None:
    frame = every_grade.judgements()
    known = frame["grade"].notna()
    assert list(frame["grade_rank"][known]) == list(frame["grade"].cat.codes[known])
    assert frame["grade_rank"].isna().sum() == (~known).sum() == 1
    for operator, grade in COMPARED:
        ranked = frame.query(f"grade_rank {operator} {GRADE_RANKS[grade]}")
        assert sorted(zip(ranked["report"], ranked["position"], strict=True)) == wanted_rows(
            every_grade, operator, grade
        )


def test_every_frame_with_grades_ranks_them(every_grade: ofsted.Corpus) -> None:
    frames = [every_grade.reports(), every_grade.latest(), every_grade.compare(), every_grade.history("Norfolk")]
    frames += [every_grade.changes(), every_grade.inspections(), every_grade.shares(), every_grade.summary().to_frame()]
    frames += [every_grade.neighbours("Kent"), every_grade[0].to_frame()]
    for frame in frames:
        graded = [name for name, dtype in frame.dtypes.items() if getattr(dtype, "ordered", False)]
        assert graded
        for name in graded:
            ranks = frame[f"{name}_rank"]
            assert list(ranks.fillna(-1)) == list(frame[name].cat.codes)


@pytest.mark.parametrize("by", ["columns", "parquet", "frame"])
def test_polars_compares_grades_by_merit(every_grade: ofsted.Corpus, tmp_path: Path, by: str) -> None:
    pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(every_grade.table("judgements"))
    if by == "parquet":
        every_grade.to_parquet(tmp_path)
        frame = polars.read_parquet(tmp_path / "judgements.parquet")
    if by == "frame":
        every_grade.judgements().set_index("report").to_parquet(tmp_path / "frame.parquet")
        frame = polars.read_parquet(tmp_path / "frame.parquet")
    assert frame["grade"].dtype == polars.Enum(GRADE_ORDER)
    for operator, grade in COMPARED:
        compared = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge", "==": "eq"}[operator]
        found = frame.filter(getattr(polars.col("grade"), compared)(grade))
        assert sorted(found.select("report", "position").rows()) == wanted_rows(every_grade, operator, grade)
        ranked = frame.filter(getattr(polars.col("grade_rank"), compared)(GRADE_RANKS[grade]))
        assert ranked.equals(found)


@pytest.mark.parametrize("by", ["columns", "parquet", "file"])
def test_duckdb_compares_grades_by_merit(every_grade: ofsted.Corpus, tmp_path: Path, by: str) -> None:
    pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    every_grade.to_parquet(tmp_path)
    judgements = every_grade.table("judgements")
    if by == "file":
        connection = duckdb.connect(every_grade.to_duckdb(tmp_path / "grades.duckdb"))
        rows = "judgements"
    else:
        connection = duckdb.connect()
        connection.register("taken", judgements)
        rows = "taken" if by == "columns" else f"'{(tmp_path / 'judgements.parquet').as_posix()}'"
    with connection:
        for operator, grade in COMPARED:
            sign = operator.replace("==", "=")
            tests = [f"grade_rank {sign} {GRADE_RANKS[grade]}"]
            tests += [f"grade {sign} '{grade}'::grade"] if by == "file" else []
            for test in tests:
                found = connection.execute(f"select report, position from {rows} where {test}").fetchall()
                assert sorted(found) == wanted_rows(every_grade, operator, grade)


def test_parquet_keeps_the_order_for_pandas(every_grade: ofsted.Corpus, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    every_grade.to_parquet(tmp_path)
    frame = pandas.read_parquet(tmp_path / "judgements.parquet")
    for operator, grade in COMPARED:
        found = frame.query(f"grade_rank {operator} {GRADE_RANKS[grade]}")
        assert sorted(zip(found["report"], found["position"], strict=True)) == wanted_rows(every_grade, operator, grade)
    found = frame[frame["grade"] >= "good"]
    assert sorted(zip(found["report"], found["position"], strict=True)) == wanted_rows(every_grade, ">=", "good")


def test_arrow_needs_no_pandas() -> None:
    pytest.importorskip("pyarrow")
    code = f"""
import sys
class Missing:
    def find_spec(name, *rest):
        if name == "pandas":
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Missing)
import ofsted, pyarrow
print(pyarrow.table(ofsted.read({str(PDF)!r}).table("judgements")).num_rows)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(ran.stdout) == len(ofsted.parse(PDF).judgements)


@pytest.mark.parametrize(
    ("module", "call"), [("pandas", "judgements()"), ("pyarrow", "table('judgements').to_arrow()")]
)
def test_what_is_missing_is_named(module: str, call: str) -> None:
    code = f"import sys; sys.modules[{module!r}] = None; import ofsted; ofsted.Corpus().{call}"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 1
    assert f"need {module}: pip install 'ofsted[" in ran.stderr
