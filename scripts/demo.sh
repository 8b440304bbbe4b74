#!/bin/bash
# Draft for the sample cells into build/demo and show one provision; the last lines say where the files are.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf build/demo
for cell in cells/*.yaml; do
  echo "== $cell"
  .venv/bin/docgen draft "$cell" -o build/demo
  echo
done
echo "== docgen show 162:dieu-9.khoan-2"
.venv/bin/docgen show 162:dieu-9.khoan-2
echo
echo "Văn bản đã soạn (drafts):"
ls build/demo/*.docx
