"""A hook of MkDocs: pages of the site that stand outside docs/, and links that lead to them.

On GitHub and in an editor the pages of docs/ link to `../README.md` and the like. The site has these files as pages of
its own, and their links, and those to them, are made to fit. Holds no text.
"""

from __future__ import annotations

import re
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
LINK = re.compile(r"(?<=\]\()(?!https?:|mailto:|#)([^)#\s]+)")


def on_files(files: Files, config: Any) -> Files:
    """The files outside docs/, as if they stood in it."""
    for path, name in OUTSIDE.items():
        if (ROOT / path).exists():
            files.append(File.generated(config, name, abs_src_path=str(ROOT / path)))
    return files


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
