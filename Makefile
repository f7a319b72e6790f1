# Two commands matter: `make run` and `make test`. `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8000
export PYTHON PORT

BIN := .venv/bin
PREPARE := platform/deploy/prepare.sh
# Commands that only read the code: development settings, nothing written into var/.
OFFLINE := DEBUG=1 DATABASE_URL=sqlite://:memory:

.DEFAULT_GOAL := help
.PHONY: run test check bench messages help

run: ## Start Incidencia with its demonstration on http://127.0.0.1:8000 (PORT=8080 changes it)
	@$(PREPARE) run
	@platform/deploy/run.sh

test: ## Run every test: on SQLite and in memory with the browser, then on PostgreSQL and Redis
	@$(PREPARE) packages
	@$(PREPARE) test
	@$(OFFLINE) $(BIN)/python -m incidencia.i18n.compile
	@$(BIN)/python -m tests.services -- $(BIN)/python -m tests $(ARGS)

check: ## Read the code without running it: style, types, import order, templates, migrations, catalogue
	@$(PREPARE) test
	@$(OFFLINE) platform/deploy/check.sh

bench: ## Print queries, time and bytes of the main pages, beside a calibration line
	@$(PREPARE) test
	@$(BIN)/python -m tests.bench $(ARGS)

messages: ## Gather the sentences of code and templates into the translation catalogue
	@$(PREPARE) test
	@$(OFFLINE) $(BIN)/python -m incidencia.i18n.extract

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
