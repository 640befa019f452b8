# One command each: run, test, check, bench. `make install` comes first by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
HOST ?= 127.0.0.1
PORT ?= 8000

.PHONY: help install run test check lint bench lock clean

help: ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

install: $(VENV)/.run ## the environment in .venv, with the `lineage` command

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is older than 3.11: make PYTHON=python3.11 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python pyproject.toml .locks/run.txt .locks/build.txt
	$(PIP) install --require-hashes -r .locks/build.txt -r .locks/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run .locks/dev.txt
	$(PIP) install --require-hashes -r .locks/dev.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.dev .locks/bench.txt
	$(PIP) install --require-hashes -r .locks/bench.txt
	@touch $@

run: $(VENV)/.run ## read the sample documents and serve them on http://127.0.0.1:8000
	$(BIN)/lineage ingest ingest/samples
	$(BIN)/lineage serve --host $(HOST) --port $(PORT)

test: $(VENV)/.dev ## the whole test suite
	@sh tests/system.sh
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint test ## lint, types and tests, as CI runs them

bench: $(VENV)/.bench ## speed and accuracy figures, printed as ratios
	$(BIN)/python -m tests.benchmarks

lock: $(VENV)/bin/python ## renew the hashed locks after a change in pyproject.toml
	$(PIP) install pip-tools
	$(BIN)/python -m tests.lock

clean: ## drop the environment and the workspace
	rm -rf $(VENV) workspace .pytest_cache .mypy_cache .ruff_cache .hypothesis
