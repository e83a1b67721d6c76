# Everything a newcomer or a server needs, from python3 and make alone. `make` prints what there is.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test sure drill bench lock words format

PORT ?= 8000
export PORT

VENV := .venv
BIN := $(VENV)/bin
MADE := $(VENV)/made.stamp
RUN := $(VENV)/run.stamp
DEV := $(VENV)/dev.stamp
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

WORDS := villagegov/translations
CATALOGUES := $(wildcard $(WORDS)/*/LC_MESSAGES/messages.po)
COMPILED := $(CATALOGUES:.po=.mo)

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUN) $(COMPILED) ## set up if needed, load the demo story, serve it on 127.0.0.1 (PORT=8000)
	@$(BIN)/flask --app wsgi demo serve

test: $(DEV) $(COMPILED) ## set up if needed, find a Chromium, run every test (ARGS=… goes to pytest)
	@CHROMIUM="$$($(BIN)/python -m tests.journeys.chromium)" || exit 1; export CHROMIUM; \
	$(BIN)/python -m $(if $(ARGS),pytest $(ARGS),tests.parts)

sure: $(DEV) $(COMPILED) ## format, lint, types, translations, migrations and the rules of the house
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy --strict
	@$(BIN)/python -m pytest tests/house
	@$(BIN)/python -m tests.house.figures

drill: $(DEV) $(COMPILED) ## practise a disaster on copies (NAME=… for one of them)
	@$(BIN)/python -m tests.drills $(NAME)

bench: $(DEV) $(COMPILED) ## measure the speed of pages and imports
	@$(BIN)/python -m tests.bench

lock: $(MADE) ## pin names, versions and hashes anew (ARGS=--upgrade for newer versions)
	@command -v $(BIN)/uv >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@set -e; compile="$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header --no-annotate --no-strip-extras $(ARGS) pyproject.toml"; \
	$$compile --output-file requirements.lock; \
	$$compile --extra dev --constraint requirements.lock --output-file requirements-dev.lock

words: $(RUN) ## collect the words to translate, update the catalogues, compile them
	@mkdir -p build
	@$(BIN)/pybabel --quiet extract --mapping babel.cfg --keyword _l --keyword lazy_gettext \
	  --no-location --sort-output --project villagegov --output build/messages.pot .
	@mkdir -p $(WORDS)
	@$(BIN)/pybabel --quiet update --input-file build/messages.pot --output-dir $(WORDS) --locale en --init-missing \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap
	@$(MAKE) --no-print-directory catalogues

.PHONY: catalogues
catalogues: $(RUN) $(COMPILED)

format: $(DEV) ## put files in the common format and mend what the linter can
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

%.mo: %.po | $(RUN)
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@ --locale $(notdir $(patsubst %/LC_MESSAGES/messages.po,%,$<))

$(MADE):
	@for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; python=; \
	done; \
	test -n "$$python" || { echo "villagegov needs Python 3.11 or newer: install python3 and try again." >&2; exit 1; }; \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "This Python cannot make a virtual environment: install the package python3-venv and try again." >&2; exit 1; }; \
	"$$python" -m venv $(VENV)
	@touch $@

$(RUN): requirements.lock | $(MADE)
	@echo "Installing what villagegov runs on (the first time takes a minute)…"
	@$(PIP) -r $<
	@touch $@

$(DEV): requirements-dev.lock | $(MADE) $(RUN)
	@echo "Installing what its tests need…"
	@$(PIP) -r $<
	@touch $@
