# docgen: the two commands to know are `make demo` and `make test`. CONTRIBUTING.md explains the others.
SHELL := /bin/bash
BIN := .venv/bin
FULL := $(filter 1 true yes,$(ALL) $(CI))

.PHONY: help demo test check bench site messages clean

help:
	@echo "make demo      cài đặt, soạn thảo cho chi bộ mẫu, in ra nơi để văn bản"
	@echo "make test      cài đặt, chạy bộ kiểm thử nhanh (ALL=1 hoặc CI=true: toàn bộ)"
	@echo "make check     ruff, mypy --strict, quy tắc import"
	@echo "make bench     đo tốc độ, so với công cụ khác trong cùng lần chạy"
	@echo "make site      dựng trang tra cứu vào build/site"
	@echo "make messages  gom câu chữ từ mã nguồn vào danh mục vi, en"
	@echo "make clean     xoá những gì được tạo ra"

demo: .venv/ready
	@scripts/demo.sh

test: .venv/ready
	@if [ -n "$(FULL)" ]; then scripts/programs.sh; fi
	@$(BIN)/python -m pytest -n 2 $(PYTEST_ARGS)

check: .venv/ready
	@$(BIN)/ruff check docgen tests scripts benchmarks
	@$(BIN)/mypy
	@$(BIN)/mypy tests scripts benchmarks
	@$(BIN)/lint-imports --no-logo

bench: .venv/ready
	@failed=0; for file in benchmarks/bench_*.py; do \
	  echo "== $$file"; $(BIN)/python -m benchmarks.$$(basename $$file .py) || failed=1; done; exit $$failed

site: .venv/ready
	@$(BIN)/docgen site build

messages: .venv/ready
	@$(BIN)/python scripts/messages.py

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/ready: pyproject.toml scripts/setup.sh
	@scripts/setup.sh
