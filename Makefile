# Two commands matter: make run, make test. Needs Python 3.11 or newer, make and a package index.
PYTHON ?= python3
PORT ?= 8501
ADDRESS ?= 127.0.0.1
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test setup setup-dev build lint e2e bench chaos screenshots geometry docs lock

run: setup build
	$(BIN)/python -m streamlit run serve.py --server.port $(PORT) --server.address $(ADDRESS)

test: setup-dev lint
	$(BIN)/python -m pytest -n auto -m "not browser"

setup: $(VENV)/.run-installed
setup-dev: $(VENV)/.dev-installed

build: setup
	$(BIN)/python -m pipeline build --if-changed

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

e2e: setup-dev build
	$(BIN)/python -m pytest -m browser

bench: setup-dev
	$(BIN)/python -m bench

chaos: setup-dev
	$(BIN)/python -m bench chaos --short

screenshots: setup-dev
	$(BIN)/python scripts/screenshots.py

geometry: setup-dev
	$(BIN)/python scripts/make_geometry.py

docs: setup-dev
	$(BIN)/python -m scripts.make_data_docs

lock: setup-dev
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	    --custom-compile-command "make lock" pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra dev \
	    --custom-compile-command "make lock" -c requirements.lock pyproject.toml -o requirements-dev.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "Utbredelse trenger Python 3.11 eller nyere: oppgi den med make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-installed: requirements.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@touch $@

$(VENV)/.dev-installed: requirements-dev.lock $(VENV)/.run-installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	@touch $@
