"""Builds the C core as ofsted._core. Everything else about the package is in pyproject.toml."""

from __future__ import annotations

import ctypes
import gzip
import os
import re
import shlex
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
from glob import glob
from pathlib import Path
from shutil import copy

from setuptools import Extension, setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build_ext import build_ext
from setuptools.command.sdist import sdist

LIMITED_API = "0x030B0000"
# A free-threaded Python has no limited API: there the core is built for that version alone.
ABI3 = not sysconfig.get_config_var("Py_GIL_DISABLED")
# What the core is linked with: the name that pkg-config knows it by, the variables that may stand for pkg-config, and
# what it is called, with its headers, by apt, dnf, brew and conda.
LIBRARIES = (
    ("libpcre2-8", "PCRE2", ("libpcre2-dev", "pcre2-devel", "pcre2", "pcre2")),
    ("libdeflate", "LIBDEFLATE", ("libdeflate-dev", "libdeflate-devel", "libdeflate", "libdeflate")),
)
MISSING = (
    "ofsted needs {name} and its headers to build: install {apt} and pkg-config (apt), {dnf} and pkgconf-pkg-config "
    "(dnf), {brew} and pkg-config (brew) or {conda} and pkg-config (conda), or set {variable}_CFLAGS and "
    "{variable}_LIBS."
)
NAMES = {"PCRE2": "the PCRE2 library", "LIBDEFLATE": "the libdeflate library"}


def pkg_config(option: str, library: str) -> str | None:
    """What pkg-config says about a library, or None where either is missing."""
    command = [os.environ.get("PKG_CONFIG", "pkg-config"), option, library]
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def library_flags() -> tuple[list[str], list[str]]:
    """Flags for the compiler and for the linker: from the environment, else from pkg-config."""
    flags: tuple[list[str], list[str]] = ([], [])
    for library, variable, (apt, dnf, brew, conda) in LIBRARIES:
        for found_flags, suffix, option in zip(flags, ("CFLAGS", "LIBS"), ("--cflags", "--libs"), strict=True):
            found = os.environ.get(f"{variable}_{suffix}")
            if found is None:
                found = pkg_config(option, library)
            if found is None:
                name = NAMES[variable]
                sys.exit(MISSING.format(name=name, apt=apt, dnf=dnf, brew=brew, conda=conda, variable=variable))
            found_flags += shlex.split(found)
    return flags


# Each is used where the compiler takes it without a word; of the two levels of fortified calls, the first it takes.
HARDENING = [
    ["-fstack-protector-strong"],
    ["-fstack-clash-protection"],
    ["-fcf-protection"],
    ["-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=3"],
    ["-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2"],
]
# Link-time optimisation: functions are inlined across files. Not where the build is for finding mistakes, nor where
# whoever builds has decided.
WHOLE = "-flto=auto"
NOT_WHOLE = ("-fsanitize", "--coverage", "-O0", "-flto", "-fno-lto")
HARDENED_LINK = ["-Wl,-z,relro", "-Wl,-z,now", "-Wl,-z,noexecstack"]


class BuildExt(build_ext):
    """Looks for libraries only when something is built: an sdist needs none."""

    def takes(self, flags: list[str]) -> bool:
        """Whether the compiler, with the flags it has already, takes these without a warning."""
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "flags.c")
            with open(source, "w", encoding="ascii") as file:
                file.write("#include <string.h>\nint main(int n, char **v) { return (int)strlen(v[n - 1]); }\n")
            command = [*self.compiler.compiler_so, "-Werror", *flags, "-c", source, "-o", source + ".o"]
            return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def hardening(self) -> list[str]:
        """Flags that make a mistake in the C code end the process instead of being of use to an attacker.

        None beside a sanitizer, which finds more and does not see through fortified calls.
        """
        if any("-fsanitize" in flag for flag in self.compiler.compiler_so):
            return []
        if self.takes([flag for flags in HARDENING[:-1] for flag in flags]):
            return [flag for flags in HARDENING[:-1] for flag in flags]
        taken: list[str] = []
        for flags in HARDENING:
            if flags[0] not in taken and self.takes(flags):
                taken += flags
        return taken

    def whole_program(self) -> list[str]:
        """The flag for link-time optimisation where compiler and linker both know it, else none.

        A linker that does not may leave the code out without failing, so the function has to be in what it made.
        """
        compile_command, link_command = self.compiler.compiler_so, self.compiler.linker_so
        decided = any(flag.startswith(NOT_WHOLE) for flag in [*compile_command, *link_command])
        if not sys.platform.startswith("linux") or decided or os.environ.get("OFSTED_DEV"):
            return []
        with tempfile.TemporaryDirectory() as folder:
            source, linked = os.path.join(folder, "whole.c"), os.path.join(folder, "whole.so")
            with open(source, "w", encoding="ascii") as file:
                file.write("int ofs_is_linked(int n) { return n + 1; }\n")
            for command in (
                [*compile_command, WHOLE, "-c", source, "-o", source + ".o"],
                [*link_command, WHOLE, source + ".o", "-o", linked],
            ):
                done = subprocess.run(command, capture_output=True, check=False)
                if done.returncode or done.stderr:
                    return []
            with open(linked, "rb") as file:
                return [WHOLE] if b"ofs_is_linked\0" in file.read() else []

    def build_extension(self, extension: Extension) -> None:
        msvc = self.compiler.compiler_type == "msvc"
        compile_flags, link_flags = library_flags()
        extension.include_dirs += [flag[2:] for flag in compile_flags if flag.startswith("-I")]
        extension.extra_compile_args += [flag for flag in compile_flags if not flag.startswith("-I")]
        extension.library_dirs += [flag[2:] for flag in link_flags if flag.startswith("-L")]
        extension.libraries += [flag[2:] for flag in link_flags if flag.startswith("-l")]
        if not msvc:
            extension.extra_link_args += [flag for flag in link_flags if not flag.startswith(("-L", "-l"))]
        extension.extra_compile_args += ["/std:c11"] if msvc else ["-std=c11", "-fvisibility=hidden", *self.hardening()]
        if not msvc:
            extension.libraries.append("m")
            whole = self.whole_program()
            extension.extra_compile_args += whole
            extension.extra_link_args += whole
        if sys.platform.startswith("linux"):
            extension.extra_link_args += HARDENED_LINK
        if EPOCH and not msvc:  # the folder it is built in would be in the module
            mapped = f"-ffile-prefix-map={os.getcwd()}=."
            extension.extra_compile_args.append(mapped)
            extension.extra_link_args.append(mapped)  # link-time optimisation compiles there
        if os.environ.get("OFSTED_DEV"):
            extension.extra_compile_args += ["/W4", "/WX"] if msvc else ["-Wall", "-Wextra", "-Wshadow", "-Werror"]
        super().build_extension(extension)
        if os.environ.get("OFSTED_DEV") and os.name == "posix":
            self.check_symbols(extension)

    def check_symbols(self, extension: Extension) -> None:
        """Fails where a function is called that no source defines, which MSVC's linker does by itself.

        `-Wl,--no-undefined` cannot: the functions of Python itself are found only when the extension is loaded.
        """
        if "-fsanitize" not in os.environ.get("CFLAGS", ""):  # a sanitizer has to be loaded before the interpreter
            ctypes.CDLL(self.get_ext_fullpath(extension.name), mode=os.RTLD_NOW)


class Sdist(sdist):
    """The same bytes from the same files: their order, owners, modes and times are not those of this machine."""

    def make_archive(self, base_name, format, root_dir=None, base_dir=None, owner=None, group=None):  # type: ignore[no-untyped-def]
        if format != "gztar" or not EPOCH:
            return super().make_archive(base_name, format, root_dir, base_dir, owner, group)
        archive = base_name + ".tar.gz"
        with (
            open(archive, "wb") as file,
            gzip.GzipFile("", "wb", mtime=int(EPOCH), fileobj=file) as packed,
            tarfile.open(mode="w", fileobj=packed, format=tarfile.PAX_FORMAT) as tar,
        ):
            for path in sorted(Path(base_dir).rglob("*")):
                if path.is_file():
                    tar.add(path, path.as_posix(), filter=anonymous)
        return archive


def anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = int(EPOCH)
    member.mode = 0o755 if member.mode & 0o100 else 0o644
    return member


class BdistWheel(bdist_wheel):
    """Puts the list of what is linked in beside the wheel's metadata, where PEP 770 has its place."""

    def egg2dist(self, egginfo_path: str, distinfo_path: str) -> None:
        super().egg2dist(egginfo_path, distinfo_path)
        if sbom := os.environ.get("OFSTED_SBOM"):
            folder = Path(distinfo_path, "sboms")
            folder.mkdir()
            copy(sbom, folder / "ofsted.cdx.json")


# What reproducible builds set: the time, in seconds, that everything is to bear.
EPOCH = os.environ.get("SOURCE_DATE_EPOCH", "")
REPOSITORY = os.environ.get("OFSTED_REPOSITORY", "").rstrip("/")


def readme() -> str:
    """README.md for a package index: a link into the repository leads there, or is plain words where none is known."""
    with open("README.md", encoding="utf-8") as file:
        text = file.read()
    link = rf"[\1]({REPOSITORY}/blob/main/\2)" if REPOSITORY else r"\1"
    return re.sub(r"\[([^\]\n]*)\]\((?!https?://|#)([^)\n]+)\)", link, text)


def urls() -> dict[str, str]:
    """Where the project lives: told by whoever publishes it, so that a fork does not lead to another's pages."""
    if not REPOSITORY:
        return {}
    pages = {"Documentation": "blob/main/docs/index.md", "Changelog": "blob/main/CHANGELOG.md", "Issues": "issues"}
    return {"Source": REPOSITORY, **{name: f"{REPOSITORY}/{page}" for name, page in pages.items()}}


sources = sorted(glob("csrc/**/*.c", recursive=True))
core = Extension(
    "ofsted._core",
    sources=sources,
    depends=sorted(glob("csrc/**/*.h", recursive=True)),
    include_dirs=["csrc"],
    define_macros=[("PCRE2_CODE_UNIT_WIDTH", "8"), *([("Py_LIMITED_API", LIMITED_API)] if ABI3 else [])],
    py_limited_api=ABI3,
)
setup(
    long_description=readme(),
    long_description_content_type="text/markdown",
    project_urls=urls(),
    ext_modules=[core],
    cmdclass={"bdist_wheel": BdistWheel, "build_ext": BuildExt, "sdist": Sdist},
    options={"bdist_wheel": {"py_limited_api": "cp311"}} if ABI3 else {},
)
