"""The package as it is shipped: one wheel that installs without a compiler in every Python, and a hardened core."""

from __future__ import annotations

import importlib.util
import json
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

# Functions by which a program reaches out of its memory. The rest of what the core asks of the C library differs from
# one library to the next (a macro here is a function there), and so does what a compiler adds for hardening.
REACHES_OUT = frozenset(
    (
        "accept",
        "bind",
        "chmod",
        "chown",
        "clone",
        "connect",
        "creat",
        "dlmopen",
        "dlopen",
        "dlsym",
        "dprintf",
        "execl",
        "execle",
        "execlp",
        "execv",
        "execve",
        "execvp",
        "execvpe",
        "fcntl",
        "fdopen",
        "fgetc",
        "fgets",
        "fopen",
        "fork",
        "fprintf",
        "fputc",
        "fputs",
        "fread",
        "freopen",
        "fscanf",
        "fwrite",
        "getaddrinfo",
        "getc",
        "getenv",
        "gethostbyname",
        "getline",
        "ioctl",
        "kill",
        "link",
        "listen",
        "memfd_create",
        "mkdir",
        "mkostemp",
        "mkstemp",
        "open",
        "openat",
        "opendir",
        "perror",
        "popen",
        "posix_spawn",
        "posix_spawnp",
        "prctl",
        "pread",
        "printf",
        "ptrace",
        "putc",
        "putchar",
        "putenv",
        "puts",
        "pwrite",
        "raise",
        "read",
        "readv",
        "recv",
        "recvfrom",
        "recvmsg",
        "remove",
        "rename",
        "rmdir",
        "secure_getenv",
        "send",
        "sendmsg",
        "sendto",
        "setenv",
        "shm_open",
        "socket",
        "symlink",
        "syscall",
        "system",
        "tmpfile",
        "truncate",
        "unlink",
        "unlinkat",
        "vfork",
        "vfprintf",
        "vprintf",
        "write",
        "writev",
    )
)
LINKERS_OWN = {"_init", "_fini", "_edata", "_end", "__bss_start"}
REPOSITORY = "https://example.org/ofsted"
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
        assert re.search(r"__\w+_chk\b", symbols), "no call is fortified"


@needs_readelf
@pytest.mark.skipif(sanitized, reason="a sanitizer calls what it likes")
def test_the_core_cannot_open_send_or_start_anything() -> None:
    """Whatever a document says: of what the core and the PCRE2 inside it call, nothing can."""
    lines = [line.split() for line in readelf("--dyn-syms").splitlines()]
    wanted = {line[7].partition("@")[0] for line in lines if len(line) > 7 and line[6] == "UND"}
    called = {re.sub(r"^_*(isoc\d+_)?|(64)?(_chk|_2)?$", "", name) for name in wanted}
    assert "free" in called
    assert not called & REACHES_OUT


@needs_readelf
def test_the_core_shows_only_its_module() -> None:
    lines = [line.split() for line in readelf("--dyn-syms").splitlines()]
    shown = {line[7] for line in lines if len(line) > 7 and line[6] != "UND" and line[4] in ("GLOBAL", "WEAK")}
    assert shown - LINKERS_OWN == {"PyInit__core"}


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


def sdist_of(source: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "build", "--no-isolation", "--sdist", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"})
    return next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist. Only the wheel is told where the project lives."""
    if not (ROOT / "setup.py").exists():
        pytest.skip("this is not a checkout")
    pytest.importorskip("build")
    folder = tmp_path_factory.mktemp("wheel")
    archive = sdist_of(ROOT, folder)
    subprocess.run(["tar", "-xzf", archive.name], cwd=folder, check=True)
    source = folder / archive.name.removesuffix(".tar.gz")
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(folder), str(source)]
    sbom = folder / "sbom.json"
    subprocess.run([sys.executable, str(ROOT / ".ci" / "source"), "sbom", str(sbom)], check=True)
    told = {**os.environ, "OFSTED_REPOSITORY": REPOSITORY, "OFSTED_SBOM": str(sbom)}
    ran = subprocess.run(command, capture_output=True, text=True, env=told)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_is_for_every_python_and_holds_what_it_must(wheel: Path) -> None:
    assert "-cp311-abi3-" in wheel.name
    names = zipfile.ZipFile(wheel).namelist()
    ends = ("_core.pyi", "py.typed", "schema/report.schema.json", "data/authorities.csv", "licenses/LICENSE")
    for end in (*ends, *(f"licenses/LICENSES/{name}.txt" for name in ("NOTICE", "PCRE2", "libdeflate"))):
        assert any(name.endswith(end) for name in names), end
    assert [name for name in names if name.endswith((".so", ".pyd"))] == [
        name for name in names if re.fullmatch(r"ofsted/_core\.(abi3\.so|pyd)", name)
    ]
    assert not any(name.startswith(("tests/", "csrc/", "examples/")) or name.endswith((".c", ".h")) for name in names)


def test_the_sdist_is_the_same_bytes_wherever_and_whenever_it_is_made(wheel: Path, tmp_path: Path) -> None:
    """Made again from what it unpacks to: other times, another folder, no repository around it."""
    (first,) = wheel.parent.glob("*.tar.gz")
    subprocess.run(["tar", "-xzf", str(first)], cwd=tmp_path, check=True)
    (source,) = tmp_path.iterdir()
    os.utime(source / "README.md", (1, 1))
    (source / "setup.cfg").unlink()  # written by setuptools, which then takes it for one of the project's files
    again = tmp_path / "again"
    assert sdist_of(source, again).read_bytes() == first.read_bytes()


def test_the_wheel_lists_what_is_linked_into_it(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/sboms/ofsted.cdx.json")]
    parts = json.loads(archive.read(name))["components"]
    for part in parts:
        assert part["version"] in part["purl"]
        assert part["hashes"][0]["content"] in part["purl"]
    assert "pcre2" in {part["name"] for part in parts}


def test_links_of_the_readme_lead_somewhere_from_a_package_index(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = [name for name in archive.namelist() if name.endswith("/METADATA")]
    told = archive.read(name).decode()
    (untold,) = [path.read_text(encoding="utf-8") for path in wheel.parent.glob("*/PKG-INFO")]
    assert f"Project-URL: Source, {REPOSITORY}\n" in told
    assert "Project-URL" not in untold
    link = re.compile(r"\]\(([^)#\n]+)(?:#[^)\n]*)?\)")
    inside = [url.removeprefix(f"{REPOSITORY}/blob/main/") for url in link.findall(told)]
    assert "docs/tutorial.md" in inside
    assert [path for path in inside if not (ROOT / path).exists()] == []
    assert "The tutorial goes on from here" in untold
    assert link.findall(untold) == []


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


@pytest.mark.parametrize("free_threaded", [0, 1])
def test_a_free_threaded_python_gets_a_build_for_itself_alone(free_threaded: int) -> None:
    """It refuses the limited API; every other Python shares one build."""
    if not (ROOT / "setup.py").exists():
        pytest.skip("this is not a checkout")
    script = (
        "import runpy, setuptools, sysconfig\n"
        "def setup(ext_modules, options, **_):\n"
        "    (core,) = ext_modules\n"
        "    limited = 'Py_LIMITED_API' in dict(core.define_macros)\n"
        "    print(limited, core.py_limited_api, 'bdist_wheel' in options)\n"
        "setuptools.setup = setup\n"
        f"sysconfig.get_config_vars()['Py_GIL_DISABLED'] = {free_threaded}\n"
        "runpy.run_path('setup.py')\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert ran.stdout.split() == [str(not free_threaded)] * 3, ran.stderr
