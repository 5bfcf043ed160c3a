# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT

VENV := .venv/bin
UV ?= uv
ARGS ?=
N ?= 1000000
SEED ?= 888000
KILLS ?= 1000

.DEFAULT_GOAL := help
# Set-up comes before what it sets up.
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules
FORCE:
# Phony also where a folder has the name.
.PHONY: FORCE help setup run test check bench fuzz-search torture torture-notebook content content-report wheel dist screenshots lock clean \
	screen ready-to-run ready-to-test ready-for-dist

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | awk -F '|' '{ printf "make %-17s %s\n", $$1, $$2 }'

setup: ready-to-test ## Make .venv, with all that running and testing need

run: screen data/asem.db ## Start the reader; ARGS="search piracy" is handed on
	@tools/screen.sh $(ARGS)
	@$(VENV)/python -m asem_reader $(ARGS)

# The ledger is checked before "data/asem.db" may mend it.
test: export QT_QPA_PLATFORM := offscreen
test: check data/asem.db ## Check, then run all tests
	@$(VENV)/python -m pytest --numprocesses auto --dist worksteal

check: export QT_QPA_PLATFORM := offscreen
check: ready-to-test ## Lint, types, import fences, content and its ledger
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/mypy --strict asem_reader
	@$(VENV)/lint-imports
	@$(VENV)/python -m asem_reader.authoring check

bench: export QT_QPA_PLATFORM := offscreen
bench: ready-to-test data/asem.db ## Measure against the budgets
	@PYTHONPATH=. $(VENV)/python tools/bench.py $(ARGS)

fuzz-search: ready-to-test data/asem.db ## Ask the search N=1000000 odd texts: none may raise or be slow
	@PYTHONPATH=. $(VENV)/python tools/fuzz_search.py -n $(N) $(ARGS)

torture: export QT_QPA_PLATFORM := offscreen
torture: torture-notebook fuzz-search ## All trials that take long: kills, broken disks, the fuzz; two hours
	@PHOTOCOPIES=40 $(VENV)/python -m pytest tests/paper/test_photocopy.py
	@THOROUGH=1 $(VENV)/python -m pytest tests/paper tests/store/test_wrong_values.py tests/store/search/test_judged.py
	@BRUTE_FORCE=5000 $(VENV)/python -m pytest tests/store/search/test_brute_force.py
	@EDITIONS=5000 SEED=$(SEED) $(VENV)/python -m pytest -s tests/store/test_editions.py

torture-notebook: export QT_QPA_PLATFORM := offscreen
torture-notebook: ready-to-test data/asem.db ## KILLS=1000 kills, 200 races, disks that fail, 5,000 damages, 10,000 merges; needs gcc
	@TORTURE=$(KILLS) $(VENV)/python -m pytest -s tests/torture
	@RACES=200 $(VENV)/python -m pytest tests/store/test_seat.py -k two_starts
	@MERGES=10000 $(VENV)/python -m pytest tests/operations/test_merging.py -k any_order
	@DAMAGES=5000 $(VENV)/python -m pytest tests/store/notebook/test_any_damage.py

screenshots: ready-to-test data/asem.db ## Take the pictures in README and manual, and of every window in every look
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=. $(VENV)/python tools/screenshots.py
	@PYTHONPATH=.:tests $(VENV)/python -m tools.contactsheet $(ARGS)

content: data/asem.db ## Compile data/ into the Library and its ledger

content-report: ready-to-run ## Count and weigh the content; writes the table in docs/content.md
	@$(VENV)/python -m asem_reader.authoring report

wheel: export QT_QPA_PLATFORM := offscreen
wheel: ready-to-test ## Build wheel and sdist into dist/
	@$(VENV)/python -m hatchling build -d dist

dist: export QT_QPA_PLATFORM := offscreen
dist: ready-for-dist ## Freeze the program into dist/asem-reader/ and try it
	@$(VENV)/python -m PyInstaller --noconfirm --clean --log-level ERROR build.spec
	@tools/dist-smoke.sh

lock: ## Choose versions of all packages anew and write requirements*.txt; needs uv
	@command -v $(UV) >/dev/null || { echo "lock: uv is missing; pip install uv, or name it: make lock UV=/path/to/uv" >&2; exit 1; }
	@tools/lock.sh $(UV) $(ARGS)

clean: ## Remove what was built, not .venv and nothing personal
	@rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@rm -f data/asem.db*
	@find asem_reader tests tools -name __pycache__ -prune -exec rm -rf {} +

screen:
	@tools/screen.sh $(ARGS)

ready-to-run:
	@tools/setup.sh run

ready-to-test:
	@tools/setup.sh test

ready-for-dist:
	@tools/setup.sh dist

# What the Library is made from. The list itself is watched too: a file taken away changes the Library.
SOURCES := $(shell find data -type f ! -name '.*' ! -name 'asem.db*' ! -name blocks.lock; \
	find asem_reader/authoring asem_reader/core asem_reader/store/schema.py -name '*.py' -o -name '*.txt') docs/manual.md

build/sources.txt: FORCE
	@mkdir -p build
	@printf '%s\n' $(sort $(SOURCES)) | cmp -s - $@ || printf '%s\n' $(sort $(SOURCES)) >$@

data/asem.db: $(SOURCES) build/sources.txt | ready-to-run
	@$(VENV)/python -m asem_reader.authoring build
	@touch $@
