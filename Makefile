# Two commands do everything on a fresh machine: `make demo` and `make test`.
# Needs python3 (3.11 or newer), pip and make.

PYTHON ?= python3
BIN := .venv/bin
QUIET := PIP_DISABLE_PIP_VERSION_CHECK=1

.PHONY: demo test lint browser clean

demo: .venv/installed  ## build the graph of the bundled articles into output/
	@$(BIN)/kg demo -o output

test: .venv/installed-dev browser lint  ## everything that must hold before a change is taken
	$(BIN)/python -m pytest
	@$(BIN)/python tests/missing.py

lint: .venv/installed-dev
	$(BIN)/ruff check kg tests
	$(BIN)/ruff format --check kg tests
	$(BIN)/mypy

# Chromium for the tests of the page, where apt is there and we may use it; tests/missing.py tells if it is not.
browser:
	@command -v chromium >/dev/null || { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] \
	  && { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; }; } || true

# Some systems ship python3 without its venv module; virtualenv from pip does the same.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newskg needs Python 3.11 or newer")'
	@$(PYTHON) -m venv .venv || { rm -rf .venv && $(QUIET) $(PYTHON) -m pip install -q --target .virtualenv virtualenv \
	  && PYTHONPATH=.virtualenv $(PYTHON) -m virtualenv -q .venv && rm -rf .virtualenv; }

.venv/installed: pyproject.toml | .venv/bin/python
	@echo "installing newskg into .venv (a minute or two) ..."
	@$(QUIET) $(BIN)/pip install -q --no-compile -e .
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/bin/python
	@echo "installing newskg and its test tools into .venv (a minute or two) ..."
	@$(QUIET) $(BIN)/pip install -q --no-compile -e '.[dev,train]'
	@touch $@ .venv/installed

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
