"""A hook of MkDocs: pages of the site that stand outside docs/, links that lead to them, and pictures of examples.

On GitHub and in an editor the pages of docs/ link to `../README.md` and the like. The site has these files as pages of
its own, and their links, and those to them, are made to fit. A page whose examples save pictures has these pictures:
its examples are run when the site is built. Holds no text.
"""

from __future__ import annotations

import doctest
import os
import re
import tempfile
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parent.parent
OUTSIDE = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "README.md": "readme.md",
    "SECURITY.md": "security.md",
    "examples/README.md": "samples.md",
    "LICENSE": "LICENSE.txt",
    "LICENSES/NOTICE.txt": "NOTICE.txt",
}
DRAWN = ("from-nothing.md",)
EXAMPLES = re.compile(r"^```python\n(>>> .*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<=\]\()(?!https?:|mailto:|#)([^)#\s]+)")


def on_files(files: Files, config: Any) -> Files:
    """The files outside docs/, as if they stood in it."""
    for path, name in OUTSIDE.items():
        if (ROOT / path).exists():
            files.append(File.generated(config, name, abs_src_path=str(ROOT / path)))
    for name in DRAWN:
        for picture, content in pictures(ROOT / "docs" / name).items():
            files.append(File.generated(config, picture, content=content))
    return files


def pictures(page: Path) -> dict[str, bytes]:
    """What the examples of a page draw, by name; an example that fails ends the build."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    here, blocks = os.getcwd(), EXAMPLES.findall(page.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, str(page), 0)
            failed = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS).run(test).failed
            if failed:
                raise SystemExit(f"{page.name}: an example does not give what the page says")
        finally:
            os.chdir(here)
        return {file.name: file.read_bytes() for file in sorted(Path(folder).glob("*.png"))}


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Links as they are from the page's place in the site."""
    name = page.file.src_uri
    stands = {site: path for path, site in OUTSIDE.items()}.get(name, f"docs/{name}")

    def moved(link: re.Match[str]) -> str:
        target = normpath(str(PurePosixPath(stands).parent / link[1]))
        to = OUTSIDE.get(target, target.removeprefix("docs/"))
        return relpath(to, str(PurePosixPath(name).parent))

    # Examples with their output are coloured as a session, not as code.
    return LINK.sub(moved, markdown).replace("```python\n>>> ", "```pycon\n>>> ")
