# Two commands for a newcomer: `make run` opens the briefing, `make test` runs every test.
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
PYTHON ?= python3

.PHONY: run test lint bench torture monkey offline pictures clean

run: $(READY)
	@$(BIN)/briefing

test: lint
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m tests.tools.bench

torture: $(READY)
	$(BIN)/python -m tests.tools.torture $(ARGS)

monkey: $(READY)
	$(BIN)/python -m tests.tools.monkey

# Every test without a network: only the machine itself can be reached, which one test's own server needs.
offline: $(READY)
	unshare --map-root-user --net sh -c 'ip link set lo up && exec $(BIN)/python -m pytest $(ARGS)'

pictures: $(READY)
	$(BIN)/python -m tests.tools.pictures

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	@touch $(READY)

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
