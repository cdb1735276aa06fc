# Two commands are all a newcomer needs: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo run test check fix bench torture lock clean
.DEFAULT_GOAL := help

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

# uv is one of the locked development tools: pip brings it, it brings the rest, ten times as fast.
.venv/.stamp: requirements/run.txt requirements/dev.txt requirements/uv.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/run.txt -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: .venv/.stamp  ## the bot in a browser, no token and no network needed
	$(BIN)/nutgraf demo

run: .venv/.stamp  ## the bot on Telegram, with NUTGRAF_TOKEN
	$(BIN)/nutgraf run

test: .venv/.stamp  ## all tests
	$(BIN)/pytest -n 4 --dist worksteal

check: .venv/.stamp  ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/hadolint Dockerfile

fix: .venv/.stamp  ## what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# In a folder of their own: scipy, which comes with them, would be found by NLTK and slow every start.
.venv/bench/.stamp: .venv/.stamp requirements/bench.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --target .venv/bench --require-hashes -r requirements/bench.txt
	@touch $@

bench: .venv/bench/.stamp  ## quality, speed, memory; PARTS="quality" for some
	PYTHONPATH=.venv/bench $(BIN)/pytest -q tests/bench
	$(BIN)/python -m tests.bench $(PARTS)

torture: .venv/.stamp  ## hostile addresses, servers, documents, feeds; PARTS="server" for some
	$(BIN)/python -m tests.torture $(PARTS)

lock: .venv/.stamp  ## renew requirements/ from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header -c requirements/run.txt --group dev -o requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header -c requirements/run.txt -c requirements/dev.txt --group bench -o requirements/bench.txt
	echo uv | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header - -o requirements/uv.txt

clean:  ## remove what make built
	rm -rf .venv build dist *.egg-info
