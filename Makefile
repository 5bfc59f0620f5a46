# Everything goes through .venv, which pip builds from pyproject.toml and constraints.txt alone.
PYTHON3 ?= python3
VENV    := .venv
PYTHON  := $(VENV)/bin/python
PIP     := $(PYTHON) -m pip --disable-pip-version-check --quiet
# A plain path file: the default import hook would slow every start of Python.
INSTALL := $(PIP) install --constraint constraints.txt --no-build-isolation --config-settings editable_mode=compat
ROUNDS  ?= 100
N       ?=

.PHONY: venv run test test-long check bench

venv: $(VENV)/.developing

$(VENV)/.running: pyproject.toml constraints.txt
	$(PYTHON3) -m venv $(VENV)
	$(PIP) install --constraint constraints.txt setuptools
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.developing: $(VENV)/.running
	$(INSTALL) --editable '.[dev]'
	@touch $@

# What you did in .run/annotations.db is kept; remove the file to start from the sample again.
run: $(VENV)/.running
	@mkdir -p .run
	@if [ -e .run/annotations.db ]; then \
		echo "Going on with your .run/annotations.db (remove it to start from the sample again)." >&2; \
	else \
		cp annotations.db .run/copying.db && mv .run/copying.db .run/annotations.db; \
	fi
	@$(PYTHON) -m reader --db .run/annotations.db open \
		"$$($(PYTHON) -c 'import json; print(json.load(open("reader/sample/story.json", encoding="utf-8"))["name"])')"

test: venv
	$(PYTHON) -m pytest -n 2 -m "not long"

test-long: venv
	ROUNDS=$(ROUNDS) $(PYTHON) -m pytest -n 2 -m long

check: venv
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(VENV)/bin/lint-imports
	$(PYTHON) -m pytest -q tests/test_shape.py

bench: venv
	$(PYTHON) -m benchmarks $(N)
