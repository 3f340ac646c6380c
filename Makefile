# The front door. `make demo` and `make test` work on a fresh Debian or Ubuntu: they install what is missing.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
BUILD := build/core
CC ?= cc
# A warning stops those who develop ofsted, not those who build it with a compiler that nobody here has tried.
STRICT := -std=c11 -Wall -Wextra -Wshadow -pedantic $(if $(OFSTED_DEV),-Werror)
SANITIZE := -g -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all

BINDING := $(wildcard csrc/python/*.c)
CORE := $(filter-out $(BINDING),$(shell find csrc -name '*.c'))
HEADERS := $(shell find csrc tests/core fuzz -name '*.h')
CORE_OBJECTS := $(CORE:%.c=$(BUILD)/%.o)
CORE_TESTS := $(patsubst tests/core/%.c,$(BUILD)/%,$(wildcard tests/core/test_*.c))
FAILING_TESTS := $(filter $(BUILD)/test_failing_%,$(CORE_TESTS))
PACKAGE := pyproject.toml setup.py $(CORE) $(HEADERS) $(BINDING)

.PHONY: help demo test coverage mutants asan damaged fuzz fuzz-briefly bench record lint core-tests python-tests docs wheel clean FORCE

help:
	@echo "make demo    build, then read the reports in examples/"
	@echo "make test    build, then lint, type check, C tests under sanitizers, documentation, Python tests"
	@echo "make coverage  lines of the core and of the package that the tests reach"
	@echo "make mutants  changes of the core, one at a time, that the fast tests do not notice (MUTANTS='--count 50 --seed 2')"
	@echo "make fuzz    look for inputs that break the core (FUZZ_SECONDS=600 for each target; needs clang)"
	@echo "make damaged  10,000 damaged PDFs and 10,000 damaged texts: a report or a named error, in bounded time and memory"
	@echo "make asan    the Python tests with the binding and the core under sanitizers (needs gcc)"
	@echo "make bench   measure speed and memory"
	@echo "make record  raise the recorded accuracy (needs the folder of real reports, see README)"
	@echo "make docs    build the documentation into build/site, warnings as errors"
	@echo "make clean   remove everything that was built"

# What pip cannot install: a compiler, PCRE2, libdeflate and a Python of at least 3.11. Writes nothing if all is there.
$(BUILD)/tools: .ci/tools
	@bash .ci/tools
	@mkdir -p $(@D) && touch $@

# Touched when the compiler or its flags change, so that everything is compiled again.
FLAGS := $(CC) $(STRICT) $(SANITIZE)
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(FLAGS)' | cmp -s - $@ || echo '$(FLAGS)' >$@

# A virtual environment with the package, without and with what the tests need. Editable, so that a change
# of Python needs no new install. PIP_FLAGS: for example --no-index.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_FLAGS)

$(BUILD)/installed: $(BUILD)/tools $(PACKAGE)
	@bash .ci/venv $(VENV)
	@echo "Building ofsted ..."
	@$(PIP) --editable '.[html]'
	@touch $@

$(BUILD)/installed-dev: $(BUILD)/tools $(BUILD)/flags $(PACKAGE)
	@bash .ci/venv $(VENV)
	@echo "Building ofsted with what its tests need$(if $(OFSTED_DEV), and every warning an error) ..."
	@$(PIP) --editable '.[dev]'
	@touch $(BUILD)/installed $@

# What a newcomer sees: one report, many, what is said of files that cannot be read (the command then returns 1).
demo: $(BUILD)/installed
	@echo; echo '$$ ofsted parse examples/ilacs-2024.pdf'; echo
	@$(BIN)/ofsted parse examples/ilacs-2024.pdf
	@echo '$$ cd examples; ofsted parse --brief *.pdf'; echo
	@cd examples && ../$(BIN)/ofsted parse --brief *.pdf
	@echo; echo "Five files are broken on purpose; each message says what to do:"
	@echo; echo '$$ ofsted parse --brief examples/broken'; echo
	@status=0; $(BIN)/ofsted parse --brief examples/broken 2>&1 | fold -s -w 80 || status=$$?; test $$status -le 1
	@echo; echo "Next: try a report of your own, or Python:"; echo
	@echo '    $(BIN)/ofsted parse YOUR.pdf'
	@echo '    $(BIN)/ofsted judgements FOLDER -o grades.csv'
	@echo '    $(BIN)/python'
	@echo '    >>> import ofsted'
	@echo '    >>> ofsted.parse("examples/ilacs-2024.pdf").judgements'

test: lint core-tests fuzz-briefly docs python-tests

lint: $(BUILD)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/clang-format --dry-run --Werror $(CORE) $(BINDING) $(HEADERS) $(wildcard tests/core/*.c fuzz/*.c)
	$(BIN)/python tests/mutants.py --list --count 1 >/dev/null # what is known to be equal stands where it stood

$(BUILD)/%.o: %.c $(HEADERS) $(BUILD)/tools $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(STRICT) $(SANITIZE) $$(pkg-config --cflags libpcre2-8 libdeflate) -Icsrc -c $< -o $@

$(filter-out $(FAILING_TESTS),$(CORE_TESTS)): $(BUILD)/%: $(BUILD)/tests/core/%.o $(CORE_OBJECTS)
	$(CC) $(STRICT) $(SANITIZE) $^ -o $@ $$(pkg-config --libs libpcre2-8 libdeflate) -lm

# Each object of a parse an allocation of its own, and each allocation that the test wraps one that can be made to fail.
$(FAILING_TESTS): $(BUILD)/%: $(BUILD)/tests/core/%.o $(filter-out $(BUILD)/csrc/base/arena.o,$(CORE_OBJECTS)) $(BUILD)/fuzz/exact_arena.o
	$(CC) $(STRICT) $(SANITIZE) $^ -o $@ \
	$$(grep -ho '__wrap_[a-z0-9_]*' $(@F:%=tests/core/%.c) tests/core/failing.h | sort -u | sed 's/__wrap_/-Wl,--wrap=/') $$(pkg-config --libs libpcre2-8 libdeflate) -lm

# Run from the top folder, so that a test finds examples/ and ofsted/data/.
core-tests: $(CORE_TESTS)
	@for test in $(CORE_TESTS); do echo "$$test"; UBSAN_OPTIONS=print_stacktrace=1 $$test; done

python-tests: $(BUILD)/installed-dev
	$(BIN)/python -m pytest --may-lack nothing

# Nothing is fetched. Left out where the extra `docs` is not installed. The banner is about MkDocs 2, which is not used.
docs: $(BUILD)/installed-dev
	@if $(BIN)/python -c 'import material, mkdocs, mkdocstrings' 2>/dev/null; then \
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet && echo "build/site/index.html"; \
	else echo "Documentation not built: no mkdocs here (pip install 'ofsted[docs]')."; fi

# Of the core and of the package, by a build of its own; needs gcc. See CONTRIBUTING.md for what stays uncovered.
coverage: $(BUILD)/installed-dev
	@bash .ci/coverage $(BIN)/python

# See CONTRIBUTING.md. In copies of the project, in build/mutants.
mutants: $(BUILD)/installed-dev
	$(BIN)/python tests/mutants.py $(MUTANTS)

# The binding as Python calls it; the core alone is under sanitizers in core-tests. See CONTRIBUTING.md.
asan: $(BUILD)/installed-dev
	@bash .ci/asan $(BIN)/python $(ASAN)

# See fuzz/README.md. DAMAGED: how many of each kind, and a seed.
damaged: $(BUILD)/installed-dev
	$(BIN)/python fuzz/damaged.py $(DAMAGED)

# See fuzz/README.md. Briefly: part of `make test` where there is a clang that can, with the same inputs each time, so
# that a change is judged by what it changes.
FUZZ_SECONDS ?= 600
FUZZ ?= fuzz_text fuzz_markdown fuzz_long fuzz_lines fuzz_patterns fuzz_tags fuzz_own fuzz_parts fuzz_readers fuzz_pdf

fuzz: $(BUILD)/installed-dev
	@bash fuzz/run $(FUZZ_SECONDS) $(BIN)/python $(FUZZ)

fuzz-briefly: $(BUILD)/installed-dev
	@if bash fuzz/run can; then FUZZ_SEED=$(or $(FUZZ_SEED),1) bash fuzz/run 4 $(BIN)/python $(FUZZ); else echo "Not fuzzed: no clang with libFuzzer here."; fi

bench: $(BUILD)/installed-dev
	$(BIN)/python benchmarks/run.py $(BENCH)

record: $(BUILD)/installed-dev
	$(BIN)/python tests/corpus/score.py --raise

wheel: $(BUILD)/installed-dev
	$(BIN)/python -m build --wheel --outdir dist

clean:
	rm -rf $(VENV) build dist ofsted.egg-info ofsted/*.so .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
