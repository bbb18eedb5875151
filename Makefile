# Every target prepares .venv by itself, once, and again when the lock or pyproject.toml changes.

PYTHONS ?= python3.13 python3.12 python3.11 python3
# One more than the cores that the tests are measured on: a test of the app waits for it about half of its time.
WORKERS ?= 3
ARGS ?=

BIN := .venv/bin
READY := .venv/.ready
# Of a country's own words (nl_BE) only what differs is written, by hand.
LANGUAGES := $(notdir $(wildcard journal/locale/??))
MESSAGES := $(patsubst %.po,%.mo,$(wildcard journal/locale/*/LC_MESSAGES/journal.po))
PIP := $(BIN)/python -m pip --disable-pip-version-check

# A virtual environment that works is kept; anything else is made anew with the first Python that can.
define MAKE_VENV
	@if ! $(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		chosen=; without_venv=; \
		for python in $(PYTHONS); do \
			"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
			if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then chosen=$$python; break; fi; \
			without_venv=$$python; \
		done; \
		if [ -n "$$chosen" ]; then \
			"$$chosen" -m venv --clear .venv; \
		elif [ -n "$$without_venv" ]; then \
			echo "$$without_venv was found, but it cannot make a virtual environment. Nothing was changed." >&2; \
			echo "On Debian and Ubuntu, install the package python3-venv; then give this command again." >&2; \
			exit 1; \
		else \
			echo "Python 3.11 or newer is needed and was not found. Nothing was changed." >&2; \
			echo "Install it, or say where it is: make PYTHONS=/path/to/python3 run" >&2; \
			exit 1; \
		fi; \
	fi
endef

.DEFAULT_GOAL := help
.PHONY: help run test test-slow mutants check format messages bench screenshots lock clean

help: ## explain every target
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(READY) $(MESSAGES) ## start the journal; ARGS="demo" or ARGS="--file PATH" are handed on
	@$(BIN)/journal $(ARGS)

test: $(READY) $(MESSAGES) ## run the tests, without the slow ones; ARGS=tests/ui/evidence runs those of a room
	@$(BIN)/python -m pytest -m "not slow" -n $(WORKERS) --dist worksteal $(ARGS)

# pytest answers 5 when no test carries the mark: nothing failed then.
test-slow: $(READY) $(MESSAGES) ## run only the slow tests: fault and kill loops
	@$(BIN)/python -m pytest -m slow $(ARGS) || [ $$? -eq 5 ]

# The copy in mutants/ is made anew, because changes to the tests alone are not noticed there.
mutants: $(READY) $(MESSAGES) ## change domain, handover and logbook in small ways and list what no test notices; ARGS="journal.domain.case.order*"
	@rm -rf mutants
	@$(BIN)/mutmut run --max-children $(WORKERS) $(ARGS)
	@$(BIN)/mutmut results

check: $(READY) $(MESSAGES) ## lint, format, types, import contracts, dependencies, spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/codespell

format: $(READY) ## put the code into its one format and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(READY) ## gather the messages to translate, and put new ones into journal/locale/*/LC_MESSAGES/journal.po
	@mkdir -p build
	@$(BIN)/pybabel -q extract --mapping-file babel.cfg --no-default-keywords --keywords "_ N_ N_many:1,2 many:1,2 words" \
		--add-location never --no-wrap --project journal --msgid-bugs-address CONTRIBUTING.md --output-file build/journal.pot .
	@for language in $(LANGUAGES); do \
		$(BIN)/pybabel -q update --input-file build/journal.pot --output-dir journal/locale --domain journal \
			--locale $$language --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap || exit 1; \
	done
	@$(MAKE) --no-print-directory $(MESSAGES)

bench: $(READY) $(MESSAGES) ## measure, and print every figure as a ratio against a peer of the same run
	@$(BIN)/python -m tests.benchmarks $(ARGS)

screenshots: $(READY) $(MESSAGES) ## draw the pictures in screenshots/ again, from the real program
	@$(BIN)/python screenshots/make.py $(ARGS)

# The lock names versions and digests, never addresses: where packages come from is for each machine to say.
lock: ## write requirements.lock again; ARGS="--upgrade" takes the newest versions
	$(MAKE_VENV)
	@$(BIN)/python -c 'import uv' 2>/dev/null || $(PIP) install --quiet uv
	@$(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --all-extras --group dev --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header $(ARGS) pyproject.toml -o requirements.lock
	@! grep -n '://' requirements.lock

clean: ## remove .venv and everything that the tools left behind
	rm -rf .venv build dist mutants .coverage .benchmarks .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find journal tests screenshots -name __pycache__ -type d -prune -exec rm -rf {} +

%.mo: %.po | $(READY)
	@$(BIN)/pybabel -q compile --input-file $< --output-file $@ --locale $(notdir $(patsubst %/LC_MESSAGES/,%,$(dir $<)))

$(READY): requirements.lock pyproject.toml
	$(MAKE_VENV)
	@echo "Preparing .venv; this happens once and takes about a minute." >&2
	@$(PIP) install --quiet --require-hashes -r requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $(READY)
