# Tổng kết. `make help` lists what can be made.
PYTHON ?= python3
REPORTS ?=
PROGRAMME ?= ct-06-tu
OUT ?= out
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SAMPLES := build/mau-son-2026
# Tests and benchmarks start hundreds of processes: each would compile the library anew where nothing may be kept.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run serve test coverage test-all lint format messages docs lock check-windows bench accuracy fuzz clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

run: .venv/run ## install, make the sample province, run the main job (or: make run REPORTS=folder PROGRAMME=name OUT=folder)
ifeq ($(strip $(REPORTS)),)
	@$(BIN)/python tools/make_samples.py $(SAMPLES)
	@$(BIN)/tongket consolidate $(SAMPLES)/reports --programme $(PROGRAMME) -o $(OUT)
else
	@$(BIN)/tongket consolidate "$(REPORTS)" --programme $(PROGRAMME) -o "$(OUT)"
endif

serve: .venv/site ## the site with a made-up province to try (or your own: make serve DATA=folder PORT=8080 HOST=0.0.0.0)
	@$(BIN)/tongket serve $(if $(DATA),--data "$(DATA)",--demo) $(if $(HOST),--host $(HOST)) $(if $(PORT),--port $(PORT))

test: .venv/dev ## the tests (under 3 minutes)
	@$(BIN)/python -m pytest -n auto

coverage: .venv/dev ## the same tests, with the lines that none of them reaches
	@$(BIN)/python -m pytest -n auto --cov --cov-report=term:skip-covered

test-all: .venv/spark .venv/api ## the marked tests: slow ones, those that need LibreOffice, Tesseract, poppler or Chromium, and those on Spark
	@$(BIN)/python -m pytest -n auto -m "slow or office or browser"
	@$(BIN)/python -m pytest -m "spark and not slow and not office and not browser"

lint: .venv/dev ## ruff, mypy, the import contract, and that generated files are up to date
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tools/make_messages.py --check
	@$(BIN)/python tools/make_docs.py --check

format: .venv/dev ## put the code into the project's form
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

messages: .venv/dev ## collect and compile the messages (src/tongket/locale)
	@$(BIN)/python tools/make_messages.py

docs: .venv/dev ## write docs/findings/ and the schema of programmes from the code
	@$(BIN)/python tools/make_docs.py

lock: .venv/dev ## solve the locked lists again (requirements/*.txt)
	@$(PIP) install uv==0.13.8
	@$(BIN)/python tools/make_locks.py

check-windows: .venv/run ## every locked package has a wheel for 64-bit Windows
	@$(BIN)/python tools/check_windows.py

bench: .venv/bench ## measure beside peers (SIZE=100: 100 million values)
	@$(BIN)/python tools/bench.py $(if $(SIZE),consolidating --size $(SIZE) --peers-size)

accuracy: .venv/dev ## measure how right the reading is on labelled reports; fails when a figure fell (docs/accuracy.md)
	@$(BIN)/python tools/measure_accuracy.py

fuzz: .venv/fuzz ## fuzz the openers and the grammars for 150 seconds each (SECONDS=n)
	@$(BIN)/python tools/fuzz.py --seconds $(or $(SECONDS),150)

clean: ## remove what was made
	rm -rf .venv build out .pytest_cache .mypy_cache .ruff_cache

.venv/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Cần Python 3.11 trở lên: make PYTHON=python3.11. Python 3.11 or later is needed.')"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/run: .venv/python requirements/run.txt pyproject.toml
	@$(PIP) install --require-hashes --no-deps --only-binary :all: -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/site: .venv/run requirements/site.txt
	@$(PIP) install --require-hashes --no-deps --only-binary :all: -r requirements/site.txt
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	@$(PIP) install --require-hashes --no-deps --only-binary :all: -r requirements/dev.txt
	@touch $@

.venv/spark: .venv/dev requirements/spark.txt
	@$(PIP) install --require-hashes --no-deps -r requirements/spark.txt
	@touch $@

.venv/api: .venv/dev requirements/api.txt
	@$(PIP) install --require-hashes --no-deps -r requirements/api.txt
	@touch $@

.venv/bench: .venv/spark requirements/bench.txt
	@$(PIP) install --require-hashes --no-deps -r requirements/bench.txt
	@touch $@

.venv/fuzz: .venv/dev requirements/fuzz.txt
	@$(PIP) install --require-hashes --no-deps -r requirements/fuzz.txt
	@touch $@
