"""A corpus in one file: what is loaded is what was saved, and what is not whole is refused."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import ofsted
from ofsted.reading import one_file, saved
from ofsted.tables.frames import FRAMES, SECONDARY
from tests.conftest import BROKEN, EXAMPLES, PDF, TEXT
from tests.invented import ilacs

pytest.importorskip("pyarrow")

LINK = "https://files.example.org/v1/file/7"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> ofsted.Corpus:
    """Reports of several kinds, with errors, a copy, a link, a day that is given and one made of plain data."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "copy.txt").write_bytes(TEXT.read_bytes())
    given = folder / "given.csv"
    given.write_text(f"file,url,published\nilacs-2024.pdf,{LINK},2024-07-15\nilacs-2024.txt,,2031-01-01\n", "utf-8")
    files = [*sorted(EXAMPLES.glob("*-2024*.*")), BROKEN, folder / "copy.txt"]
    read = ofsted.read(files, published=given)
    plain = ilacs("Rutland", "2023-03-06", "2023-03-17", "ggggr")
    return read + ofsted.Corpus([plain, ofsted.parse_text("Inspection of Norfolk \ud800")])


@pytest.fixture
def path(corpus: ofsted.Corpus, tmp_path: Path) -> Path:
    return Path(corpus.save(tmp_path / "corpus.parquet"))


def test_what_is_loaded_is_what_was_saved(corpus: ofsted.Corpus, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_file, "read_content_of", None)
    loaded = ofsted.load(path)
    assert len(corpus) > 5
    assert list(loaded) == list(corpus)
    assert [report.path for report in loaded] == [report.path for report in corpus]
    for name in FRAMES:
        assert loaded.table(name).values == corpus.table(name).values, name
    for name in SECONDARY:
        assert loaded.table(name, True).values == corpus.table(name, True).values, name
    assert loaded[PDF.name].judgements[0].url == f"{LINK}#page=1"
    assert len(loaded.table("errors")) > 2
    assert len(loaded.table("duplicates")) == 1


def test_frames_are_identical(corpus: ofsted.Corpus, path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    loaded = ofsted.load(path)
    for name in FRAMES:
        pandas.testing.assert_frame_equal(getattr(loaded, name)(), getattr(corpus, name)())
    pandas.testing.assert_frame_equal(loaded.search("children"), corpus.search("children"))
    with pytest.warns(UserWarning, match="could not be put to an authority"):
        assert len(loaded.compare_with(corpus)) == 0


def test_saved_again_it_is_the_same(path: Path, tmp_path: Path) -> None:
    again = Path(ofsted.load(path).save(tmp_path / "again.parquet"))
    assert again.read_bytes() == path.read_bytes()


def test_what_was_added_of_ofsteds_own_table(corpus: ofsted.Corpus, tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="may be among those asked for"):
        more = corpus.filter(authority="Rutland").with_outcomes()
    loaded = ofsted.load(more.save(tmp_path / "more.parquet"))
    assert loaded.table("judgements").values == more.table("judgements").values
    assert len(loaded.table("reports")) > len(loaded)


def test_an_empty_corpus(tmp_path: Path) -> None:
    loaded = ofsted.load(ofsted.Corpus().save(tmp_path / "none.parquet"))
    assert len(loaded) == 0


def test_a_loaded_report_shows_its_page(path: Path) -> None:
    pytest.importorskip("PIL")
    assert ofsted.load(path)[PDF.name].judgements[0].show().page == 1


def test_any_damage_is_an_error_or_changes_nothing(corpus: ofsted.Corpus, tmp_path: Path) -> None:
    small = ofsted.Corpus([corpus[PDF.name]])
    data = Path(small.save(tmp_path / "small.parquet")).read_bytes()
    path = tmp_path / "damaged.parquet"
    chance = random.Random(7)
    refused = 0
    for number in range(150):
        damaged = bytearray(data)
        if number % 5:
            damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        else:
            del damaged[chance.randrange(len(data)) :]
        path.write_bytes(damaged)
        try:
            assert list(ofsted.load(path)) == list(small)
        except ofsted.SavedCorpusError:
            refused += 1
    assert refused > 100


def test_another_layout_is_refused_and_another_reader_is_told(
    corpus: ofsted.Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as then:
        then.setattr(ofsted, "__version__", "0.0.9")
        then.setattr(saved, "reader_key", lambda: "0.0.9-abc")
        older = corpus.save(tmp_path / "older.parquet")
        then.setattr(saved, "LAYOUT", 99)
        other = corpus.save(tmp_path / "other.parquet")
    with pytest.warns(UserWarning, match=r"was read by ofsted 0\.0\.9 in another state"):
        assert list(ofsted.load(older)) == list(corpus)
    with pytest.raises(ofsted.SavedCorpusError, match=r"saved by ofsted 0\.0\.9 in layout 99, and this version reads"):
        ofsted.load(other)


def test_files_of_another_kind_are_refused(corpus: ofsted.Corpus, tmp_path: Path) -> None:
    for other in (PDF, TEXT):
        with pytest.raises(ofsted.SavedCorpusError, match=r"damaged"):
            ofsted.load(other)
    with pytest.raises(ofsted.SavedCorpusError, match=r"Corpus\.save\(\) makes one"):
        ofsted.load(corpus.to_parquet(tmp_path)[0])
    with pytest.raises(FileNotFoundError):
        ofsted.load(tmp_path / "none.parquet")


def test_saving_that_fails_leaves_what_was_there(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()

    def full(*names: str) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="no space"):
        ofsted.Corpus().save(path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
