"""Real reports, where a folder of them is given: none crashes, none is read worse than before."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

import ofsted
from tests.corpus import score

FOLDER = score.shared_folder()
RECORD = score.read_record()

pytestmark = pytest.mark.skipif(FOLDER is None, reason="no folder of real reports (OFSTED_SHARED, or ../shared)")


@pytest.fixture(scope="module")
def folder() -> Path:
    assert FOLDER is not None
    return FOLDER


@pytest.mark.parametrize("name", score.SETS)
def test_accuracy_does_not_fall(name: str, folder: Path, tmp_path: Path) -> None:
    now, then = score.figures(folder, name, tmp_path), RECORD.get(name, {})
    fallen = [field for field, old in then.items() if score.worse(now.get(field), old)]
    assert not fallen, "\n".join(score.lines(name, now, then))


def test_every_report_is_read_or_refused(folder: Path) -> None:
    """Each PDF gives data that is valid and within its text, or an OfstedError; no judgement goes missing unsaid."""
    validator = jsonschema.Draft202012Validator(ofsted.schema())
    silent = []
    paths = sorted((folder / "corpus" / "pdf").rglob("*.pdf"))
    for number, path in enumerate(paths):
        try:
            report = ofsted.parse(path)
        except ofsted.OfstedError as error:
            assert str(path) in str(error)  # noqa: PT017
            continue
        tree = report.to_dict()
        if number % 10 == 0:
            validator.validate(tree)
        for item in [*tree["judgements"], *tree["recommendations"]]:
            assert 0 <= item["span"][0] < item["span"][1] <= len(report.text), (path, item)
        unsaid = "judgements" not in {issue["field"] for issue in tree["issues"]}
        if report.framework in ("ilacs", "sif", "lac", "area-send") and not tree["judgements"] and unsaid:
            silent.append(path.name)
    assert not silent
