# `make demo` for a first look, `make test` before handing in a change. Both do all set-up.
# Another interpreter than python3: `make PYTHON=python3.12 test`.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
# Hundreds of tests start the program: compiled once, it starts sooner.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGES := iku workbook_builder workbook_reader reporting workflow addin command_line
TYPED := $(PACKAGES) tests $(wildcard scripts/*.py benchmarks/*.py examples/*.py examples/*/*.py)
COMPILE := .tools/uv/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header

.PHONY: help demo test setup lint docs images panduan bench release lock clean system-demo system-test
.DEFAULT_GOAL := help

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 10

demo: $(VENV)/.installed-run ## build, fill, validate and consolidate the sample workbooks
	$(BIN)/iku demo -o out/demo

test: setup lint ## everything that must be green
	$(BIN)/pytest -n 2 --dist worksteal

setup: $(VENV)/.installed-dev node_modules/.installed ## install all that development needs

lint: $(VENV)/.installed-dev ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(TYPED)
	$(BIN)/lint-imports

docs: $(VENV)/.installed-run ## write the generated reference pages
	$(BIN)/python scripts/make_docs.py

images: $(VENV)/.installed-dev ## draw the pictures in docs/ from real workbooks
	$(BIN)/python scripts/make_images.py
	$(BIN)/python -m scripts.make_libreoffice_images

panduan: $(VENV)/.installed-run ## write the guides as Word files, to be printed, in out/panduan
	$(BIN)/python -m scripts.guide_documents out/panduan

bench: $(VENV)/.installed-dev ## measure beside peers, print the table, write docs/performance.md
	$(BIN)/python -m benchmarks

release: $(VENV)/.installed-dev ## from the tagged commit, proved (DRAFT=1: any state, in dist/draf)
	$(BIN)/python -m scripts.release $(if $(DRAFT),--draft)

lock: .tools/uv/bin/uv ## choose the newest versions and write requirements/
	$(COMPILE) --upgrade pyproject.toml --output-file requirements/run.txt
	$(COMPILE) --upgrade --group build --constraints requirements/run.txt \
		--output-file requirements/build.txt
	$(COMPILE) --upgrade pyproject.toml --group build --group dev \
		--constraints requirements/run.txt --constraints requirements/build.txt \
		--output-file requirements/dev.txt
	$(subst --universal,--python-platform x86_64-pc-windows-msvc,$(COMPILE)) \
		--no-annotate --extra addin --extra kunci pyproject.toml \
		--constraints requirements/run.txt --constraints requirements/dev.txt \
		--output-file requirements/windows.txt
	$(subst --universal,--python-platform x86_64-unknown-linux-gnu,$(COMPILE)) \
		--no-annotate --extra kunci --extra xlam pyproject.toml \
		--constraints requirements/run.txt --constraints requirements/dev.txt \
		--output-file requirements/linux.txt

clean: ## remove everything made here except the installed tools
	rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find $(PACKAGES) tests scripts -name __pycache__ -prune -exec rm -rf {} +

# Programs of the machine: looked at every time, installed only where they are missing.
system-demo:
	@PYTHON="$(PYTHON)" scripts/bootstrap demo

system-test:
	@PYTHON="$(PYTHON)" scripts/bootstrap test

$(BIN)/pip: | system-demo
	$(PYTHON) -m venv --clear $(VENV)

$(VENV)/.installed-run: requirements/run.txt requirements/build.txt pyproject.toml | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --require-hashes \
		-r requirements/run.txt -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed-run requirements/dev.txt | system-test
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@

node_modules/.installed: package.json package-lock.json | system-test
	npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
	touch $@

.tools/uv/bin/uv: | system-demo
	$(PYTHON) -m venv .tools/uv
	.tools/uv/bin/pip install --quiet uv
