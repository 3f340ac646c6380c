"""Takes a release of Ofsted's statistics into the table that the package brings.

    python -m ofsted.official NEW.ods                # adds to the table, or corrects it: the newest release stands
    python -m ofsted.official --anew RELEASES/*.ods  # makes it from these releases alone

The releases are the spreadsheets 'Local authority inspection outcomes' and "Children's social care data in England"
(Open Government Licence v3.0). Needs `pip install 'ofsted[official]'`. Returns 2, and writes nothing, where a release
is laid out in a way that is not known: the message names the sheet and what stands there.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from copy import deepcopy
from importlib.resources import as_file, files
from pathlib import Path

from ofsted.model.words import count
from ofsted.official.releases import LayoutError, merged, read_releases
from ofsted.official.table import TABLE, kept, write


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the releases, write the table, say what is new."""
    parser = argparse.ArgumentParser(
        prog="python -m ofsted.official", description=(__doc__ or "").splitlines()[0], allow_abbrev=False
    )
    parser.add_argument("releases", type=Path, nargs="+", help=".ods files as Ofsted publishes them")
    parser.add_argument("--anew", action="store_true", help="forget what the table holds")
    parser.add_argument("--to", type=Path, help="the folder to write to, instead of the package's own")
    options = parser.parse_args(arguments)
    try:
        new = read_releases(options.releases)
        before = () if options.anew else kept()
        made = merged([*new, *deepcopy(before)])
        with as_file(files("ofsted").joinpath("data")) as folder:
            write(made, options.to or folder)
    except (LayoutError, ImportError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{TABLE}: {count(len(made), 'inspection')}, {len(made) - len(before)} of them new")
    revised = [f"  {one.framework}, {one.authority}, {line}" for one in made for line in one.revised]
    print("\n".join(["What older releases say differently (the newest stands):", *revised] if revised else []))
    return 0


if __name__ == "__main__":
    sys.exit(main())
