# Two commands are enough: `make review` to study, `make test` to check. `make help` lists the others.
# It needs Python 3.11 or newer and works in a folder with spaces in its path.

BIN := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
RUN := .venv/$(BIN)/python
PYTHON ?= $(shell for name in $(RUN) python3.13 python3.12 python3.11 python3.14 python3 python; do \
  "$$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
  && echo "$$name" && break; done)
PYTEST := $(RUN) -m pytest

.PHONY: help review test test-anki test-browser test-desktop test-editor test-gift test-moodle lint check format docs torture bench bench-peers simulate test-lowest wheel release deck ready ready-dev ready-browser ready-desktop
.DEFAULT_GOAL := help

help:
	@echo 'make review        study now (the first time sets everything up)'
	@echo 'make test          run the tests (the first time installs the tools for it)'
	@echo 'make lint          style, types, generated docs'
	@echo 'make check         lint and test: what has to pass before a change is shared'
	@echo 'make format        let ruff lay out the code'
	@echo 'make docs          write the generated pages of docs/'
	@echo 'make torture       the long kill and fuzz runs'
	@echo 'make bench         the table of speed ratios; exits 1 where a budget is missed'
	@echo 'make simulate      learners with a known memory study to an exam; exits 1 where the plan does not pay'
	@echo 'make bench-peers   the same work in other programs, where they are installed'
	@echo 'make test-anki     the packages for Anki with older versions of Anki (installs each once)'
	@echo 'make test-browser  Anki cards and printed pages in a real browser, where there is one'
	@echo 'make test-desktop  the Anki deck in the real desktop program (Linux); PICTURES=docs/pictures renews those'
	@echo 'make test-gift     exports to GIFT in a reader that is not ours, where node and npm are installed'
	@echo 'make test-moodle   exports in the readers of Moodle itself, where php is; MOODLE=FOLDER with its source'
	@echo 'make test-editor   decks in the language server of editors, where node and npm are installed'
	@echo 'make test-lowest   the tests with the oldest allowed versions of all packages'
	@echo 'make wheel         build the package into dist/'
	@echo 'make deck          the ready file for Anki, after the bank changed'
	@echo 'make release       the Anki deck and the package into dist/; OLD=last.apkg compares with that first'

review: ready
	@CPSPREP_CALLED_AS=.venv/$(BIN)/cpsprep $(RUN) -m cpsprep review

test: ready-dev
	$(PYTEST) -n auto --cov --cov-fail-under=100

lint: ready-dev
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	$(RUN) docs/generate.py --check

check: lint test

format: ready-dev
	$(RUN) -m ruff format
	$(RUN) -m ruff check --fix

docs: ready-dev
	$(RUN) docs/generate.py

torture: ready-dev
	$(PYTEST) -m "torture or hypothesis" --hypothesis-profile=torture

bench: ready-dev
	$(RUN) -m benchmarks

bench-peers: ready-dev
	$(RUN) -m benchmarks --peers

# QUICK=1 takes under a minute and fewer learners.
simulate: ready-dev
	$(RUN) -m benchmarks.simulation $(if $(QUICK),--quick)

test-browser: ready-browser
	$(PYTEST) -m browser tests/browser

test-desktop: ready-desktop
	PICTURES="$(PICTURES)" .venv-desktop/$(BIN)/python -m pytest -p no:randomly -m desktop tests/desktop

test-gift: ready-dev
	$(PYTEST) -m gift tests/gift

# MOODLE is a folder with Moodle's source; php has to be there too.
test-moodle: ready-dev
	MOODLE="$(MOODLE)" $(PYTEST) -m moodle tests/moodle

test-editor: ready-dev
	$(PYTEST) -m editor tests/editor

test-lowest: ready-dev
	$(RUN) tools/prepare.py lowest
	.venv-lowest/$(BIN)/python -m pytest --ignore=tests/test_house.py

test-anki: ready-dev
	$(RUN) tools/anki_versions.py

wheel: ready-dev
	$(RUN) -m hatchling build -t wheel -d dist

# The deck comes first: its export writes published.json, which the wheel has to carry as it was exported.
deck: ready
	$(RUN) -m cpsprep anki export --bank decks/cps -o decks/certified-peer-specialist.apkg

release: ready-dev
	$(RUN) -m cpsprep anki diff --bank decks/cps $(if $(OLD),"$(OLD)")
	@$(RUN) -c 'import os; os.makedirs("dist", exist_ok=True)'
	$(RUN) -m cpsprep anki export --bank decks/cps -o decks/certified-peer-specialist.apkg
	$(RUN) -c 'import shutil; shutil.copy("decks/certified-peer-specialist.apkg", "dist")'
	$(RUN) -m hatchling build -t wheel -d dist

ready:
	@$(if $(PYTHON),"$(PYTHON)",sh tools/no-python.sh) tools/prepare.py run

ready-dev:
	@$(if $(PYTHON),"$(PYTHON)",sh tools/no-python.sh) tools/prepare.py dev

ready-browser:
	@$(if $(PYTHON),"$(PYTHON)",sh tools/no-python.sh) tools/prepare.py browser

ready-desktop:
	@$(if $(PYTHON),"$(PYTHON)",sh tools/no-python.sh) tools/prepare.py desktop
