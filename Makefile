# Two commands do everything: `make demo` and `make test`. Both install what they need first.

PYTHON ?= python3
CASE ?= demo-case
SERVE ?= 1
JOBS ?= 2
# uv of the system, else the one that `tools/bootstrap.py` puts into .tools
UV := $(shell command -v uv || echo .tools/bin/uv)
RUN := $(UV) run --locked --no-sync
export UV_PYTHON_DOWNLOADS := never

.PHONY: help demo test test-all check unit bench floors train frontend packages sync clean

help: ## these lines
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/'

demo: sync ## a case file from the bundled examples, its summary, and the workbench (SERVE=0: without)
	$(RUN) python -m tools.demo $(CASE) $(if $(filter 0,$(SERVE)),--no-serve)

test: sync packages check unit ## everything that must hold before a commit

test-all: test ## the slow suites too
	$(RUN) pytest -n $(JOBS) -m slow

check: ## format, lint, types, import contracts
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports

unit: ## unit, property, contract, browser and documentation tests
	$(RUN) pytest -n $(JOBS) -m "not slow"

bench: sync ## measure, and compare with the floors
	$(RUN) python -m bench run

train: sync ## learn confidence anew from the development data, and draw its diagrams
	OMP_NUM_THREADS=1 $(RUN) python -m train confidence
	$(RUN) python -m train diagrams

frontend: ## build the front end into the package (needs Node; users do not)
	cd frontend && npm ci && npm run build

sync: ## uv and the locked environment
	@command -v $(UV) >/dev/null || $(PYTHON) tools/bootstrap.py uv
	$(UV) sync --locked --quiet

packages: ## Debian packages for the browser and OCR tests, where they can be had
	@$(PYTHON) tools/bootstrap.py packages

clean: ## everything that can be made again
	rm -rf .venv .tools $(CASE) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
