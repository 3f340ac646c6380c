"""The package as it is shipped: one wheel that installs without a compiler in every Python, and a hardened core."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ofsted import _core
from tests.conftest import ROOT

CORE = Path(_core.__file__)
READELF = shutil.which("readelf")
needs_readelf = pytest.mark.skipif(
    READELF is None or not sys.platform.startswith("linux"),
    reason="this system has no readelf, or nothing to read with it",
)
sanitized = "-fsanitize" in os.environ.get("CFLAGS", "")

# What the core asks of the C library, fortified or not. Nothing here opens a file or a socket, starts a program
# or loads a library: whatever a document says, the core cannot. (PCRE2, Python and what linkers add aside.)
MAY_CALL = frozenset(
    (
        "__ctype_b_loc",
        "__ctype_tolower_loc",
        "__ctype_toupper_loc",
        "__longjmp_chk",
        "__memcpy_chk",
        "__memmove_chk",
        "__memset_chk",
        "__sigsetjmp",
        "__snprintf_chk",
        "__stack_chk_fail",
        "__strcpy_chk",
        "_setjmp",
        "abort",
        "calloc",
        "ceil",
        "fabs",
        "floor",
        "free",
        "longjmp",
        "lround",
        "malloc",
        "memchr",
        "memcmp",
        "memcpy",
        "memmove",
        "memset",
        "qsort",
        "realloc",
        "setjmp",
        "snprintf",
        "sqrt",
        "sqrtf",
        "stpcpy",
        "strchr",
        "strcmp",
        "strcpy",
        "strlen",
        "strncmp",
        "strstr",
        "strtol",
        "strtoul",
    )
)
SMOKE = """
import ofsted
assert {root!r} not in ofsted.__file__, ofsted.__file__
for name in ("ilacs-2024.pdf", "ilacs-2024.txt"):
    report = ofsted.parse({examples!r} + "/" + name)
    print(report.judgements["overall_effectiveness"].grade.value)
"""


def readelf(*options: str) -> str:
    assert READELF is not None
    ran = subprocess.run([READELF, "--wide", *options, str(CORE)], capture_output=True, text=True, check=True)
    return ran.stdout


@needs_readelf
@pytest.mark.skipif(sanitized, reason="a sanitizer takes the place of hardening")
def test_the_core_is_hardened() -> None:
    dynamic, segments, symbols = readelf("--dynamic"), readelf("--program-headers"), readelf("--dyn-syms")
    assert "BIND_NOW" in dynamic
    assert "GNU_RELRO" in segments
    stack = next(line for line in segments.splitlines() if "GNU_STACK" in line)
    assert "RWE" not in stack
    assert not any(re.search(r"\bLOAD\b.*\bRWE\b", line) for line in segments.splitlines())
    assert "TEXTREL" not in dynamic
    assert "__stack_chk_fail" in symbols
    if "GLIBC" in symbols:
        assert "__memcpy_chk" in symbols


@needs_readelf
@pytest.mark.skipif(sanitized, reason="a sanitizer calls what it likes")
def test_the_core_cannot_open_send_or_start_anything() -> None:
    lines = [line.split() for line in readelf("--dyn-syms").splitlines()]
    wanted = {line[7].partition("@")[0] for line in lines if len(line) > 7 and line[6] == "UND"}
    ours = {
        name for name in wanted if not name.startswith(("Py", "_Py", "pcre2_", "_ITM_", "__gmon", "__cxa_finalize"))
    }
    assert "free" in ours
    assert ours <= MAY_CALL, sorted(ours - MAY_CALL)


@needs_readelf
def test_the_core_shows_only_its_module() -> None:
    lines = [line.split() for line in readelf("--dyn-syms").splitlines()]
    shown = {line[7] for line in lines if len(line) > 7 and line[6] != "UND" and line[4] in ("GLOBAL", "WEAK")}
    assert {name for name in shown if not name.startswith("__")} <= {"PyInit__core", "_init", "_fini"}


def pythons() -> list[tuple[str, str]]:
    """Version and path of every Python from 3.11 that is here; this one among them."""
    here = ".".join(map(str, sys.version_info[:2]))
    found = {here: sys.executable}
    if shutil.which("bash"):
        ran = subprocess.run(["bash", str(ROOT / ".ci" / "pythons")], capture_output=True, text=True, check=True)
        for line in ran.stdout.splitlines():
            version, _, path = line.partition(" ")
            found.setdefault(version, path)
    return sorted(found.items())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist."""
    if not (ROOT / "setup.py").exists():
        pytest.skip("this is not a checkout")
    pytest.importorskip("build")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--no-isolation", "--sdist", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    archive = next(folder.glob("*.tar.gz"))
    subprocess.run(["tar", "-xzf", archive.name], cwd=folder, check=True)
    source = folder / archive.name.removesuffix(".tar.gz")
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(source)]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_is_for_every_python_and_holds_what_it_must(wheel: Path) -> None:
    assert "-cp311-abi3-" in wheel.name
    names = zipfile.ZipFile(wheel).namelist()
    ends = ("_core.pyi", "py.typed", "schema/report.schema.json", "data/authorities.csv", "licenses/LICENSE")
    for end in (*ends, "licenses/LICENSES/NOTICE.txt", "licenses/LICENSES/PCRE2.txt"):
        assert any(name.endswith(end) for name in names), end
    assert [name for name in names if name.endswith((".so", ".pyd"))] == [
        name for name in names if re.fullmatch(r"ofsted/_core\.(abi3\.so|pyd)", name)
    ]
    assert not any(name.startswith(("tests/", "csrc/", "examples/")) or name.endswith((".c", ".h")) for name in names)


@pytest.mark.skipif(os.name == "nt", reason="this system has no bin/ in an environment")
def test_the_wheel_installs_without_a_compiler_and_reads(wheel: Path, tmp_path: Path) -> None:
    """In every Python that is here. pypdfium2, which is the same for all of them, is lent by this one: no network."""
    lent = tmp_path / "lent"
    lent.mkdir()
    for name in ("pypdfium2", "pypdfium2_raw", "pypdfium2_cfg"):
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            folder = Path(spec.origin).parent
            (lent / folder.name).symlink_to(folder)
    for version, python in pythons():
        environment = tmp_path / version
        subprocess.run([python, "-m", "venv", str(environment)], check=True)
        bare = {"PATH": "/nowhere", "CC": "/nowhere/cc", "HOME": str(tmp_path)}
        inside = str(environment / "bin" / "python")
        command = [inside, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*command, "install", "--no-index", "--no-deps", str(wheel)], check=True, env=bare)
        script = SMOKE.format(root=str(ROOT), examples=str(ROOT / "examples"))
        ran = subprocess.run(
            [inside, "-c", script],
            env={**bare, "PYTHONPATH": str(lent)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
        )
        assert ran.returncode == 0, (version, ran.stderr)
        assert ran.stdout.split() == ["good", "good"], version
