# Needs git, Python 3.11 or newer and make. Newcomers: make demo, then make test.
MAKEFLAGS += --no-builtin-rules
bin := .venv/bin
# Everything that is checked for style; the package and the tests are typed too (pyproject.toml says which).
sources := ehelse_cli tests benchmarks mutation

.DEFAULT_GOAL := help
.PHONY: help
help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: .venv/.runtime  ## look at the example data: validated, rendered into demo/, compared
	@tools/demo

.PHONY: test
test: setup  ## everything that must hold before a change lands
	@tools/system
	$(bin)/ruff check $(sources)
	$(bin)/ruff format --check $(sources)
	$(bin)/mypy
	$(bin)/lint-imports
	$(bin)/pytest -n auto -m 'not soak'

.PHONY: quick
quick: setup  ## the inner loop, under a minute: style, types, and the tests of what judges and compares
	$(bin)/ruff check $(sources)
	$(bin)/mypy
	$(bin)/pytest -n auto -m 'not slow' --hypothesis-profile quick $(inner)

# Commands, papers and the site run whole programs, browsers and writers of documents: `make test` has them.
inner := $(addprefix tests/, core diff load oversikt plan public report rules test_architecture.py)

.PHONY: format
format: setup  ## rewrite the code in the one style
	$(bin)/ruff check --fix-only $(sources)
	$(bin)/ruff format $(sources)

.PHONY: accept
accept: setup  ## accept what the snapshot tests see now; then read the diff
	$(bin)/pytest -n auto --snapshot-update

.PHONY: soak
soak: setup  ## the same things again in very many ways: odd words, killed edits, papers in a browser
	@tools/system
	$(bin)/pytest -n auto -m soak

.PHONY: bench
bench: setup .bench-venv/.bench  ## speed and memory, side by side with the peers
	$(bin)/python -m benchmarks.run
	$(bin)/python -m benchmarks.plan
	$(bin)/python -m benchmarks.publisering

.PHONY: mutation
mutation: setup  ## whether the tests bite: half an hour of small mistakes in core/ and rules/
	$(bin)/python -m mutation.run

.PHONY: setup
setup: .venv/.dev  ## the environment for development: .venv

.PHONY: lock
lock: setup  ## write requirements/*.txt from pyproject.toml; newest of all: make lock UPGRADE=--upgrade
	$(compile) --all-extras --group dev --output-file requirements/dev.txt pyproject.toml
	$(compile) --all-extras --constraints requirements/dev.txt --output-file requirements/runtime.txt pyproject.toml
	$(compile) --constraints requirements/dev.txt --group build --output-file requirements/build.txt
	$(compile) --group bench --output-file requirements/bench.txt
compile = $(bin)/uv pip compile --quiet --system-certs --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command 'make lock' $(UPGRADE)

.PHONY: clean
clean:  ## remove everything that make has made
	rm -rf .venv .bench-venv demo dist benchmarks/out mutation/out .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache \
		.ruff_cache
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +

# An environment knows by a stamp which locks it was made from. The project itself is installed as a link to this folder.
link = $(bin)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .

.venv/.runtime: requirements/runtime.txt requirements/build.txt pyproject.toml tools/venv
	@tools/venv .venv runtime build
	@$(link)
	@touch $@

.venv/.dev: requirements/dev.txt pyproject.toml tools/venv
	@tools/venv .venv dev
	@$(link)
	@touch $@ .venv/.runtime

.bench-venv/.bench: requirements/bench.txt tools/venv
	@tools/venv .bench-venv bench
	@touch $@
