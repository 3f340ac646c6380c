"""Builds the C core as ofsted._core. Everything else about the package is in pyproject.toml."""

from __future__ import annotations

import ctypes
import os
import shlex
import subprocess
import sys
from glob import glob

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

LIMITED_API = "0x030B0000"
NO_PCRE2 = (
    "ofsted needs the PCRE2 library and its headers to build: install libpcre2-dev and pkg-config (apt), "
    "pcre2-devel and pkgconf-pkg-config (dnf), pcre2 and pkg-config (brew) or pcre2 and pkg-config (conda), "
    "or set PCRE2_CFLAGS and PCRE2_LIBS."
)


def pkg_config(option: str) -> str | None:
    """What pkg-config says about PCRE2, or None where either is missing."""
    command = [os.environ.get("PKG_CONFIG", "pkg-config"), option, "libpcre2-8"]
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def pcre2_flags() -> tuple[list[str], list[str]]:
    """Flags for the compiler and for the linker: from the environment, else from pkg-config."""
    flags = []
    for variable, option in (("PCRE2_CFLAGS", "--cflags"), ("PCRE2_LIBS", "--libs")):
        found = os.environ.get(variable)
        if found is None:
            found = pkg_config(option)
        if found is None:
            sys.exit(NO_PCRE2)
        flags.append(shlex.split(found))
    return flags[0], flags[1]


class BuildExt(build_ext):
    """Looks for PCRE2 only when something is built: an sdist needs none."""

    def build_extension(self, extension: Extension) -> None:
        msvc = self.compiler.compiler_type == "msvc"
        compile_flags, link_flags = pcre2_flags()
        extension.include_dirs += [flag[2:] for flag in compile_flags if flag.startswith("-I")]
        extension.extra_compile_args += [flag for flag in compile_flags if not flag.startswith("-I")]
        extension.library_dirs += [flag[2:] for flag in link_flags if flag.startswith("-L")]
        extension.libraries += [flag[2:] for flag in link_flags if flag.startswith("-l")]
        if not msvc:
            extension.extra_link_args += [flag for flag in link_flags if not flag.startswith(("-L", "-l"))]
        extension.extra_compile_args += ["/std:c11"] if msvc else ["-std=c11", "-fvisibility=hidden"]
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


sources = sorted(glob("csrc/*.c") + glob("csrc/frameworks/*.c"))
core = Extension(
    "ofsted._core",
    sources=sources,
    depends=sorted(glob("csrc/*.h") + glob("csrc/frameworks/*.h")),
    include_dirs=["csrc"],
    define_macros=[("Py_LIMITED_API", LIMITED_API), ("PCRE2_CODE_UNIT_WIDTH", "8")],
    py_limited_api=True,
)
setup(
    ext_modules=[core],
    cmdclass={"build_ext": BuildExt},
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
