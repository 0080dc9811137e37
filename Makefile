# `make run` starts the bot, `make test` checks everything, `make bench` measures. CONTRIBUTING.md says more.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test bench fuzz pictures lint format types tests lock clean

run: $(VENV)/.run
	@$(BIN)/python -m bot

test: lint types tests

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

tests: $(VENV)/.dev
	$(BIN)/pytest -n auto --cov --cov-report=term:skip-covered

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench

# Broken and hostile inputs of every kind, some twenty minutes; fails on a crash, 2 s of CPU or 200 MiB for one.
fuzz: $(VENV)/.dev
	$(BIN)/python -m tests.feeds.hostile 100000

# The README's pictures, from the playground; needs Chromium.
pictures: $(VENV)/.dev
	$(BIN)/python -m tests.playground.pictures

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Pins every dependency with its hashes, for all platforms and Pythons that pyproject.toml names.
lock: $(VENV)/.dev
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
		pyproject.toml -o .requirements/run.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
		--group pyproject.toml:dev pyproject.toml -c .requirements/run.txt -o .requirements/dev.txt

$(VENV)/.run: .requirements/run.txt | $(VENV)/bin/python
	@echo "Setting up (once) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r .requirements/run.txt
	@touch $@

$(VENV)/.dev: .requirements/dev.txt | $(VENV)/bin/python
	@echo "Setting up for development (once) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r .requirements/dev.txt
	@touch $@ $(VENV)/.run

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one: make run PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*
