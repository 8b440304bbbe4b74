#!/bin/bash
# Make .venv and install docgen into it for work on the source. Run again only when pyproject.toml has changed.
set -euo pipefail
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
if ! command -v "$python" >/dev/null; then
  echo "Chưa có Python. Trên Debian: apt-get install python3 python3-venv  (Python is missing)" >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "Cần Python 3.11 trở lên; đang có $("$python" -V). (Python 3.11 or newer is needed)" >&2
  exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  echo "Thiếu python3-venv. Trên Debian: apt-get install python3-venv  (python3-venv is missing)" >&2
  exit 1
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "Đang cài đặt docgen vào .venv (lần đầu mất vài phút) ..." >&2
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' >&2
# hatchling copies the data into site-packages even for an editable install; the copy would only grow old there
rm -rf .venv/lib/python*/site-packages/docgen
touch .venv/ready
