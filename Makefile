# Two commands do everything on a fresh machine: `make demo` and `make test`.
# Needs python3 (3.11 or newer), pip and make.

PYTHON ?= python3
BIN := .venv/bin
QUIET := PIP_DISABLE_PIP_VERSION_CHECK=1

# What the tests drive that is not Python: triple stores and the parsers of others.
STORES := virtuoso-opensource-7-bin virtuoso-opensource-7-common libapache-jena-java librdf4j-java \
  default-jdk-headless raptor2-utils serdi curl
APT := DEBIAN_FRONTEND=noninteractive apt-get install -y -qq

.PHONY: demo test lint programs pictures clean

demo: .venv/installed  ## build the graph of the bundled articles into output/
	@$(BIN)/kg demo -o output

test: .venv/installed-dev programs lint  ## everything that must hold before a change is taken
	$(BIN)/python -m pytest
	@$(BIN)/python -m tests.missing

lint: .venv/installed-dev
	$(BIN)/ruff check kg tests
	$(BIN)/ruff format --check kg tests
	$(BIN)/mypy

pictures: .venv/installed-dev programs  ## make the pictures in docs/ again
	$(BIN)/python -m tests.browser.pictures docs

# A browser, stores and parsers, where they are missing and we may install them; tests/missing.py tells what is not there.
programs: .venv/installed-dev
	@$(BIN)/python -m tests.missing --strict >/dev/null || { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] \
	  && { echo "installing the browser and the stores that the tests run (a minute or two) ..."; apt-get update -qq; \
	       $(APT) chromium >/dev/null; $(APT) --no-install-recommends $(STORES) >/dev/null; \
	       command -v npm >/dev/null || $(APT) --no-install-recommends npm >/dev/null; }; } || true
	@[ -d tests/node/node_modules/@comunica ] || { command -v npm >/dev/null && npm ci --silent --prefix tests/node \
	  && npm install --silent --no-save --prefix tests/node @comunica/query-sparql@4.5.0; } || true

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
