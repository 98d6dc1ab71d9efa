# The two that matter: `make serve` shows the site on this machine, `make test` tests everything.

# Python 3.11 or newer; the newest found is taken. Another: make serve PYTHON=/path/to/python
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

.DEFAULT_GOAL := serve

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | expand -t 14

.PHONY: help serve build pack convert check test lint laws bench grow audit sbom requirements clean

serve: $(VENV)/run  ## convert, build, index and serve at http://127.0.0.1:8000
	$(BIN)/diwan serve

build: $(VENV)/run  ## the public edition into site/, as it is published
	$(BIN)/diwan build

pack: build  ## the public edition as site.zip, to read from disk
	$(BIN)/diwan pack

convert: $(VENV)/run  ## the Markdown pages below docs/
	$(BIN)/diwan convert

check: $(VENV)/run  ## everything that should be mended in corpus/
	$(BIN)/diwan check --strict

test: $(VENV)/test  ## all tests, those in a browser included
	$(BIN)/python tests/set_up.py
	$(BIN)/pytest -n $(JOBS)

lint: $(VENV)/test  ## style, types, and who may import whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

laws: $(VENV)/test  ## that no word is lost, on 20,000 generated texts and pages instead of a few hundred
	DIWAN_EXAMPLES=20000 $(BIN)/pytest -n $(JOBS) tests/property -k no_word_is_lost

bench: $(VENV)/test  ## measurements, side by side with what one would use instead
	$(BIN)/python bench/run.py

grow: $(VENV)/test  ## the models of lines anew: make grow PAGES=FOLDER, of saved pages with known text
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/growing.txt
	$(BIN)/python bench/train_lines.py $(PAGES) --write

audit: $(VENV)/test  ## known holes in the packages pinned (needs a network), and faults in the workflows
	$(BIN)/pip-audit --require-hashes --disable-pip -r requirements/run.txt
	$(BIN)/zizmor --offline --no-progress --persona=pedantic .github/workflows

sbom: $(VENV)/test  ## the parts list of what builds the site, build/sbom.json (CycloneDX)
	mkdir -p build
	$(BIN)/cyclonedx-py requirements requirements/run.txt -o build/sbom.json

requirements:  ## pin what was added, by hash (needs uv); UPGRADE=--upgrade takes the newest releases of all
	uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make requirements" pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make requirements" requirements/test.in -o requirements/test.txt
	uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make requirements" requirements/growing.in -o requirements/growing.txt

clean:  ## remove everything that was made, except what people wrote
	rm -rf $(VENV) .diwan site site-private site.zip site-private.zip build *.egg-info scripts/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Diwan needs Python 3.11 or newer with venv (on Debian: apt install python3-venv)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q scripts  # the process that reads saved files may not write its own
	@touch $@

$(VENV)/test: requirements/test.txt $(VENV)/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@
