"""`.ci/tools`: what it installs, and what it says to somebody who may install nothing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOOLS = ROOT / ".ci" / "tools"
BASH = shutil.which("bash")
if not TOOLS.exists():
    pytest.skip("this is not a checkout: nothing has to be installed for a wheel", allow_module_level=True)
if BASH is None:
    pytest.skip("this system has no bash", allow_module_level=True)

ROOT_USER, USER = "echo 0", "echo 1000"
APT = 'echo "apt-get $*" >>"$CALLS"'


def apt_cache(**versions: str) -> str:
    """Knows of these packages; `python3_11` is python3.11. Asked about another it may answer as Debian 11's does."""
    answer = "printf '%s:\\n  Installed: (none)\\n  Candidate: %s\\n'"
    packages = {name.replace("_", "."): f"{name.replace('_', '.')} {version}" for name, version in versions.items()}
    packages.setdefault("python3.13", "postgresql-plpython3-13 13.16-0+deb11u1")
    return f"case $2 in {' '.join(f'{name}) {answer} {words} ;;' for name, words in packages.items())} esac"


def run(folder: Path, cc: str = "", **programs: str) -> tuple[str, str]:
    """What is said, and how apt-get was called, on a system without a terminal that has these programs and no tools."""
    for name in ("bash", "dirname", "head", "sed", "sort"):
        (folder / name).symlink_to(str(shutil.which(name)))
    for name, script in programs.items():
        program = folder / name.replace("_", "-")
        program.write_text(f"#!{BASH}\n{script}\n")
        program.chmod(0o755)
    calls = folder / "calls"
    calls.touch()
    ran = subprocess.run(
        [str(BASH), str(TOOLS)],
        env={"PATH": str(folder), "CALLS": str(calls), "CC": cc},
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    assert ran.returncode == 1  # there is no Python, before or after
    return ran.stdout + ran.stderr, calls.read_text()


def test_what_is_missing_is_installed_by_root(tmp_path: Path) -> None:
    _, calls = run(tmp_path, id=ROOT_USER, apt_get=APT, apt_cache=apt_cache(python3="3.13.5-1"))
    assert calls == (
        "apt-get update -qq\napt-get install -y -qq --no-install-recommends "
        "make gcc libc6-dev pkg-config libpcre2-dev libdeflate-dev python3 python3-venv python3-dev\n"
    )


def test_a_compiler_may_be_given_with_what_it_is_called_by(tmp_path: Path) -> None:
    said, _ = run(tmp_path, cc="ccache gcc", id=ROOT_USER, ccache="true")
    assert said.startswith("Please install, or ask an administrator for: make, pkg-config, PCRE2 ")


def test_a_sudo_that_asks_for_nothing_is_used(tmp_path: Path) -> None:
    sudo = '[ "$1" != -n ] || shift; exec "$@"'
    _, calls = run(tmp_path, id=USER, sudo=sudo, apt_get=APT, apt_cache=apt_cache(python3="3.13.5-1"))
    assert "\napt-get install " in calls


@pytest.mark.parametrize("programs", [{}, {"sudo": "echo 'sudo: a password is required' >&2; exit 1"}])
def test_one_sentence_says_what_to_ask_an_administrator_for(tmp_path: Path, programs: dict[str, str]) -> None:
    said, calls = run(tmp_path, id=USER, apt_get=APT, apt_cache=apt_cache(python3="3.13.5-1"), **programs)
    assert said == (
        "Tools are missing here and you may not install them: please ask an administrator for "
        '"apt-get install --no-install-recommends '
        'make gcc libc6-dev pkg-config libpcre2-dev libdeflate-dev python3 python3-venv python3-dev".\n'
    )
    assert calls == ""


def test_one_sentence_says_what_to_install_without_apt(tmp_path: Path) -> None:
    said, _ = run(tmp_path, id=ROOT_USER)
    assert said.startswith("Please install, or ask an administrator for: make, a C compiler, pkg-config, PCRE2 ")
    assert said.endswith(", Python 3.11 or later with its headers and venv.\n")


@pytest.mark.parametrize("user", [ROOT_USER, USER])
def test_a_system_that_is_too_old_is_told_before_anything_is_installed(tmp_path: Path, user: str) -> None:
    said, calls = run(tmp_path, id=user, apt_get=APT, apt_cache=apt_cache(python3="3.9.2-3"))
    assert said.startswith("ofsted needs Python 3.11 or later and this system's packages have 3.9.2, so nothing was ")
    assert "install " not in calls


def test_a_later_python_that_apt_has_beside_its_own_is_taken(tmp_path: Path) -> None:
    versions = apt_cache(python3="3.10.6-1~22.04", python3_11="3.11.0~rc1-1~22.04")
    _, calls = run(tmp_path, id=ROOT_USER, apt_get=APT, apt_cache=versions)
    assert calls.endswith(" libpcre2-dev libdeflate-dev python3.11 python3.11-venv python3.11-dev\n")
