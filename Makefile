# What one does with a clone. `make` alone lists it. PYTHON=python3.13 chooses an interpreter.

PYTHON ?= python3
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
VENV := .venv-$(VERSION)
BIN := $(VENV)/bin
SECONDS ?= 600

.PHONY: help run demo test sweep fuzz bench screenshots translations package package-test format clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

run: $(VENV)/program  ## open the window, from a fresh clone too
	@$(BIN)/desktopxfer

demo: $(VENV)/program  ## two windows on this computer, Alice's and Bob's
	@$(BIN)/python packaging/demo.py .demo

test: $(VENV)/checks  ## what has to pass before a commit
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -m "not slow and not package" -n 2 --dist worksteal

sweep: $(VENV)/checks  ## the tests that try everything there is, and take minutes
	$(BIN)/pytest -m slow

fuzz: $(VENV)/fuzz  ## hostile bytes for all that reads them, SECONDS=600 for each target
	@$(BIN)/python tests/fuzz/run.py --seconds $(SECONDS)

bench: $(VENV)/checks  ## our speed beside scp, rsync and socat
	@$(BIN)/python tests/benchmarks/bench.py

translations: $(VENV)/program  ## bring the catalogues up to the sources, and compile them
	@$(BIN)/python packaging/translations.py

screenshots: $(VENV)/checks  ## pictures of every window and dialog, in build/screenshots, and the README's
	$(BIN)/python tests/gallery/gallery.py build/screenshots
	cp $(foreach scene,main-window offered welcome,build/screenshots/$(scene)-*-1x-en.png) packaging/screenshots

package: $(VENV)/package  ## everything that can be made on Linux, into dist/
	@$(BIN)/python packaging/linux/build.py
	@$(BIN)/python packaging/windows/installer.py

package-test: $(VENV)/checks $(VENV)/package  ## build, install, try and remove packages; needs root
	$(BIN)/pytest -m package tests/packaging

format: $(VENV)/checks  ## lay the code out and mend what ruff can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:  ## away with environments, caches and the demo's files
	rm -rf .venv-* .demo .fuzz .*_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps of their own, so that a user who only wants to run the program waits for nothing else.

$(VENV)/checks: $(VENV)/program
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

$(VENV)/package: $(VENV)/program
	$(BIN)/python -m pip install --quiet --group package
	@touch $@

$(VENV)/fuzz: $(VENV)/program
	$(BIN)/python -m pip install --quiet --group fuzz
	@touch $@

$(VENV)/program: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'desktopxfer needs Python 3.11 or newer; $(PYTHON) is $(or $(VERSION),not installed).'; \
	  echo 'Choose another one: make $(MAKECMDGOALS) PYTHON=python3.13'; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  echo 'This Python cannot make virtual environments. Install what is missing with:'; \
	  echo '  sudo apt-get install python$(VERSION)-venv'; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@
