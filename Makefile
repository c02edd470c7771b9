# Three commands for a newcomer: `make run` opens the briefing, `make check` checks a change in a minute, `make test` runs every test.
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
PYTHON ?= python3
# Compiled modules are kept: without them, every worker of pytest and every program that a test starts compiles all code anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run check test long nightly lint coverage mutation bench torture monkey offline pictures clean

run: $(READY)
	@$(BIN)/briefing

# Lint, types (of the tests too), and the tests that are fast and need neither a terminal nor other programs.
check: lint
	$(BIN)/python -m pytest -m "not slow and not terminal and not tools"

test: lint
	$(BIN)/python -m pytest

# The long forms of tests, as long as CI has time for.
long: $(READY)
	TEST_DEPTH=ci $(BIN)/python -m pytest -m "long or hypothesis"

# Everything in full: about an hour.
nightly: lint
	TEST_DEPTH=nightly $(BIN)/python -m pytest
	$(MAKE) coverage mutation torture monkey
	$(MAKE) bench ARGS=--gate

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Branch coverage of `store` by its own tests; the limit is in pyproject.toml.
coverage: $(READY)
	$(BIN)/python -m pytest tests/store tests/test_shipped.py --cov --cov-report=term

# Changes the code of `store` in small ways and counts how many changes the tests notice.
mutation: $(READY)
	$(BIN)/python -m tests.tools.mutation $(ARGS)

bench: $(READY)
	$(BIN)/python -m tests.tools.bench $(ARGS)

torture: $(READY)
	$(BIN)/python -m tests.tools.torture $(ARGS)

monkey: $(READY)
	$(BIN)/python -m tests.tools.monkey

# Every test without a network: only the machine itself can be reached, which one test's own server needs.
offline: $(READY)
	unshare --map-root-user --net sh -c 'ip link set lo up && exec $(BIN)/python -m pytest $(ARGS)'

pictures: $(READY)
	$(BIN)/python -m tests.tools.pictures

$(READY): pyproject.toml constraints.txt tui/__init__.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	@touch $(READY)

clean:
	rm -rf $(VENV) dist build .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
