"""Accuracy on real reports, kept from falling.

    python tests/corpus/score.py            # figures now, against the record
    python tests/corpus/score.py --raise    # put better figures into the record; worse ones are never put there

Needs a folder of real reports with labels and a scorer: OFSTED_SHARED, or ../shared beside the checkout.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
RECORD = HERE / "record.json"
# The scorer's sets, the texts of more extractors, and the small cases.
SETS = ("seeds", "reports", "structure", "text", "bad", "text-more", "cases")
HOLD = re.compile(r"^(\d+) of (\d+) cases hold", re.MULTILINE)

Figures = dict[str, dict[str, dict[str, int]]]


def shared_folder() -> Path | None:
    """The folder of real reports, or None where there is none."""
    folder = Path(os.environ.get("OFSTED_SHARED") or HERE.parents[2] / "shared").resolve()
    return folder if (folder / "tools" / "score.py").is_file() else None


def figures(folder: Path, name: str, scratch: Path) -> dict[str, dict[str, int]]:
    """Right, total and silent errors for each field of one set."""
    if name == "cases":
        return {"hold": cases(folder)}
    out = scratch / f"{name}.json"
    of = ["text", "--text", str(folder / "corpus" / name)] if name == "text-more" else [name]
    command = [sys.executable, str(folder / "tools" / "score.py"), "--set", *of, "--json", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    tally = json.loads(out.read_text(encoding="utf-8"))[of[0]]
    return {
        field: {"right": tally["right"].get(field, 0), "total": total, "silent": tally["silent"].get(field, 0)}
        for field, total in sorted(tally["total"].items())
    }


def cases(folder: Path) -> dict[str, int]:
    """How many of the small inputs that once went wrong are read right."""
    done = subprocess.run([sys.executable, str(folder / "tools" / "cases.py")], capture_output=True, text=True)
    found = HOLD.search(done.stdout)
    if found is None:
        raise RuntimeError(f"cases.py gave no figure: {done.stderr[-400:]}")
    return {"right": int(found[1]), "total": int(found[2]), "silent": 0}


def worse(now: dict[str, int] | None, then: dict[str, int]) -> bool:
    """Whether a smaller share is right, or a larger share wrong in silence. Shares, since labels are added to."""
    if now is None:
        return True
    return (
        now["right"] * then["total"] < then["right"] * now["total"]
        or now["silent"] * then["total"] > then["silent"] * now["total"]
    )


def read_record() -> Figures:
    """The figures that must not fall."""
    record: Figures = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    return record


def lines(name: str, now: dict[str, dict[str, int]], then: dict[str, dict[str, int]]) -> list[str]:
    """One line for each field, with what the record says where that is better."""
    made = []
    for field in sorted({*now, *then}):
        got = now.get(field)
        text = f"{got['right']} of {got['total']}, silent {got['silent']}" if got else "not measured"
        old = then.get(field)
        if old and worse(got, old):
            text += f"   WORSE than {old['right']} of {old['total']}, silent {old['silent']}"
        made.append(f"  {name:<10} {field:<28} {text}")
    return made


def main() -> int:
    """Print the figures; with --raise put those that are not worse into the record."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--raise", dest="put", action="store_true", help="raise the record to today's figures")
    options = parser.parse_args()
    folder = shared_folder()
    if folder is None:
        print("no folder of real reports: set OFSTED_SHARED", file=sys.stderr)
        return 2
    record, failed = read_record(), 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in SETS:
            now, then = figures(folder, name, Path(scratch)), record.get(name, {})
            print("\n".join(lines(name, now, then)))
            failed += sum(worse(now.get(field), old) for field, old in then.items())
            record[name] = {**then, **{f: n for f, n in now.items() if f not in then or not worse(n, then[f])}}
    if options.put:
        RECORD.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
