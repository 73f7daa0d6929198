# planforge: «make» một mình liệt kê các việc làm được / `make` alone lists what can be done.
# GNU make, POSIX sh.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
SHELL := /bin/sh

VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
UNFINISHED := $(VENV)/.unfinished
VALIDATOR := tests/tools/node_modules/.package-lock.json

# What the user gives reaches the shell as environment variables only: never expanded by make, never run by the shell.
override YEAR := $(value YEAR)
override CLUSTER := $(value CLUSTER)
override PYTHON := $(value PYTHON)
override UPGRADE := $(value UPGRADE)
override DRAFT := $(value DRAFT)
override BASE := $(value BASE)
override HEAD := $(value HEAD)
export YEAR CLUSTER PYTHON UPGRADE DRAFT BASE HEAD

TASKS := help all todo lint check review mutate precision prove-redline rules setup schema test test-fast lint-code format bench lock clean distclean year-given tools-present discard
DOCUMENTS := $(filter-out _% $(TASKS),$(patsubst templates/%/,%,$(wildcard templates/*/)))

.PHONY: $(TASKS) $(DOCUMENTS)

help:
	@printf '%s\n' \
	  'Soạn văn bản / Make documents' \
	  '  make plan YEAR=2023 [CLUSTER=ii]  theo năm và cụm / by year and cluster' \
	  '  loại văn bản / documents:' \
	  '    $(or $(DOCUMENTS),-)' \
	  '  make all [YEAR=2023] [CLUSTER=ii]  mọi văn bản có dữ liệu / all that have data' \
	  '  make todo [YEAR=2023] [CLUSTER=ii] những chỗ còn trống / what is still blank' \
  '  DRAFT=1: dựng cả khi còn lỗi / build even while errors stand' \
  '' \
  'Kiểm tra / Check' \
  '  make lint                          dữ liệu, mẫu / data and templates' \
  '  make check [YEAR=2023] [CLUSTER=ii] tệp DOCX, PDF đã dựng / the built files' \
  '  make review BASE=main [HEAD=…] [YEAR=2023] [CLUSTER=ii]' \
  '                                     những gì thay đổi so với BASE / what changed since BASE' \
	  '' \
	  'Cài đặt, dọn dẹp / Set up, clean up' \
	  '  make setup      cài đặt, tự chạy khi cần / install, runs by itself if needed' \
	  '  make clean      xóa build/ và bộ nhớ đệm / remove build/ and caches' \
	  '  make distclean  xóa cả .venv / remove .venv too' \
	  '' \
	  'Phát triển / Development' \
	  '  make test       mọi kiểm thử / all tests (LibreOffice, poppler, npm)' \
	  '  make test-fast  không cần công cụ ngoài / those without other programs' \
	  '  make lint-code  xét mã nguồn / check the code (ruff, mypy, import-linter)' \
	  '  make format     sửa định dạng mã / format the code' \
	  '  make schema     tạo lại JSON Schema / write the JSON Schema anew' \
  '  make rules      tạo lại docs/rules/ / write docs/rules/ anew' \
  '  make precision  đo độ chính xác của quy tắc / measure the precision of rules' \
  '  make mutate     thử từng quy tắc / try every rule on broken input' \
	  '  make prove-redline  thử 1.000 thay đổi / prove the redlines of 1,000 changes' \
	  '  make bench      đo tốc độ / measure speed' \
	  '  make lock       khóa phiên bản thư viện / lock versions (UPGRADE=1: nâng/raise)'

# If the program cannot be imported (Python was replaced, .venv was damaged), the next run sets up anew.
PLANFORGE = run() { $(RUN) -m planforge "$$@" || { status=$$?; \
	  $(RUN) -c 'import planforge, click, yaml' 2>/dev/null || { touch $(UNFINISHED); \
	  echo 'Thư mục .venv bị hỏng: hãy chạy lại lệnh này / .venv is broken: run this command again' >&2; }; \
	  exit $$status; }; }; run

$(DOCUMENTS): year-given $(READY)
	@$(PLANFORGE) build '$@' "--year=$$YEAR" $${CLUSTER:+"--cluster=$$CLUSTER"} $${DRAFT:+--draft}

all: $(READY)
	@$(PLANFORGE) build --all $${YEAR:+"--year=$$YEAR"} $${CLUSTER:+"--cluster=$$CLUSTER"} $${DRAFT:+--draft}

lint: $(READY)
	@$(PLANFORGE) lint

# The files are built anew where they are not current, as drafts: it is the check that says what is wrong with them.
check: $(READY)
	@said=$$($(RUN) -m planforge build --all --draft $${YEAR:+"--year=$$YEAR"} $${CLUSTER:+"--cluster=$$CLUSTER"} 2>&1) || \
	  { status=$$?; printf '%s\n' "$$said" >&2; exit $$status; }
	@$(PLANFORGE) check --all $${YEAR:+"--year=$$YEAR"} $${CLUSTER:+"--cluster=$$CLUSTER"}

# What the documents say that they did not say in BASE, as people read it: build/review/REVIEW.md and what lies beside.
review: $(READY)
	@$(PLANFORGE) review $${BASE:+"--base=$$BASE"} $${HEAD:+"--head=$$HEAD"} \
	  $${YEAR:+"--year=$$YEAR"} $${CLUSTER:+"--cluster=$$CLUSTER"}

todo: $(READY)
	@$(PLANFORGE) todo --all $${YEAR:+"--year=$$YEAR"} $${CLUSTER:+"--cluster=$$CLUSTER"}

year-given:
	@test -n "$$YEAR" || { printf '%s\n' \
	  'Thiếu năm. Ví dụ: make $(or $(filter $(DOCUMENTS),$(MAKECMDGOALS)),plan) YEAR=2023' \
	  'The year is missing. Example: make $(or $(filter $(DOCUMENTS),$(MAKECMDGOALS)),plan) YEAR=2023' >&2; exit 2; }

schema: $(READY)
	@$(PLANFORGE) schema

setup: $(READY)
	@:

# A .venv left half-made or made by a Python that is gone is made anew; a whole one is only brought up to date.
$(READY): $(RUN) requirements.lock $(if $(wildcard $(UNFINISHED)),discard)
	@echo 'Đang cài đặt, chỉ lần đầu hoặc khi có thay đổi… / Setting up, only now and after changes…' >&2
	@if test -e $(UNFINISHED) || \
	  ! $(RUN) -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	  check='import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))'; \
	  set -- python3 python3.14 python3.13 python3.12 python3.11; \
	  if test -n "$$PYTHON"; then set -- "$$PYTHON"; fi; \
	  for python do if "$$python" -c "$$check" >/dev/null 2>&1; then break; fi; done; \
	  "$$python" -c "$$check" >/dev/null 2>&1 || { printf '%s\n' \
	    'Cần Python từ 3.11 trở lên có venv. Trên Debian, Ubuntu: sudo apt install python3-venv' \
	    'Python 3.11 or later with venv is needed. On Debian, Ubuntu: sudo apt install python3-venv' \
	    'Python ở chỗ khác / Python elsewhere: make setup PYTHON=/…/python3' >&2; exit 2; }; \
	  "$$python" -m venv --clear $(VENV) || exit 2; \
	fi
	@$(call install,requirements.lock)
	@site=$$($(RUN) -c 'import sysconfig; print(sysconfig.get_path("purelib"))') && \
	  echo '../../../../src' > "$$site/planforge.pth" && \
	  printf '%s\n' '#!/bin/sh' 'exec "$${0%/*}/python" -m planforge "$$@"' > $(VENV)/bin/planforge && \
	  chmod +x $(VENV)/bin/planforge
	@$(PLANFORGE) setup
	@touch $@

$(READY_DEV): $(READY) requirements-dev.lock
	@$(call install,requirements-dev.lock)
	@touch $@

$(RUN): ;

discard:

install = touch $(UNFINISHED); \
	  if $(RUN) -m pip install -qq --no-input --disable-pip-version-check --no-deps --require-hashes -r $(1); \
	  then rm -f $(UNFINISHED); \
	  else rm -f $(UNFINISHED); printf '%s\n' 'Không cài được thư viện: kiểm tra mạng rồi chạy lại' \
	    'The libraries could not be installed: check the network and run again' >&2; exit 3; fi

test: $(READY_DEV) $(if $(wildcard $(addsuffix /npm,$(subst :, ,$(PATH)))),$(VALIDATOR)) tools-present
	@$(RUN) -m pytest -n auto

test-fast: $(READY_DEV)
	@$(RUN) -m pytest -n auto -m 'not acceptance'

# Not `npm ci`: it refuses a lock without the packages of other systems. The versions and hashes of the lock hold.
$(VALIDATOR): tests/tools/package-lock.json
	@npm install --no-save --loglevel=error --prefix tests/tools >/dev/null
	@touch $@

tools-present:
	@missing=; \
	command -v soffice >/dev/null || missing="$$missing\n  LibreOffice (soffice): apt install libreoffice-writer-nogui"; \
	command -v pdftotext >/dev/null || missing="$$missing\n  poppler (pdftotext): apt install poppler-utils"; \
	test -e $(VALIDATOR) || missing="$$missing\n  ooxml-validator: apt install npm"; \
	test -z "$$missing" || { printf "Thiếu công cụ để kiểm thử / Missing tools for the tests:$$missing\n" >&2; \
	  echo 'make test-fast: kiểm thử không cần chúng / the tests that do not need them' >&2; exit 3; }

lint-code: $(READY_DEV)
	@$(VENV)/bin/ruff check
	@$(VENV)/bin/ruff format --check
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports

format: $(READY_DEV)
	@$(VENV)/bin/ruff check --fix
	@$(VENV)/bin/ruff format

# Every rule against conforming input with one thing broken.
mutate: $(READY_DEV)
	@$(RUN) -m tests.mutations

# On all the text there is: which findings are right.
precision: $(READY_DEV)
	@$(RUN) -m tests.rules.precision

# A thousand random changes; without npm and LibreOffice, their part is left out and said so.
prove-redline: $(READY_DEV) $(if $(wildcard $(addsuffix /npm,$(subst :, ,$(PATH)))),$(VALIDATOR))
	@$(RUN) -m tests.redlines

rules: $(READY)
	@$(PLANFORGE) rules --write docs/rules

bench: $(READY_DEV)
	@$(RUN) tests/bench

LOCK = $(VENV)/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command 'make lock' $${UPGRADE:+--upgrade} pyproject.toml

lock: $(READY_DEV)
	@$(LOCK) --output-file requirements.lock
	@$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	@if test -d build; then find build -type f ! -name '*.edited-*' -delete; find build -type d -empty -delete; fi
	@rm -rf dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	@rm -rf $(VENV) tests/tools/node_modules

Makefile: ;

.DEFAULT:
	@printf '%s\n' 'Không có việc hay văn bản tên «$(subst ','\'',$@)»; gõ «make» để xem danh sách' \
	  'There is no task or document of that name; type "make" for the list' >&2; exit 2
