#!/bin/bash
# Draft for the sample cells into build/demo, show one provision, compare 171 with 162; the last lines say where the
# files are.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf build/demo
mkdir -p build/demo
first=cells/chi-bo-co-chi-uy.yaml
echo "== docgen draft $first"
.venv/bin/docgen draft "$first" -o build/demo
echo
echo "== Các chi bộ mẫu khác (the other samples); những gì còn mở ghi ở tệp .con-mo.txt"
for cell in cells/*.yaml; do
  [ "$cell" != "$first" ] || continue
  name=$(basename "$cell" .yaml)
  day=()
  # a framework that is history is drafted for a day named
  grep -q '^framework: cap-huyen' "$cell" && day=(--as-of 2021-03-15)
  .venv/bin/docgen draft "$cell" "${day[@]}" -o build/demo >"build/demo/$name.con-mo.txt" 2>&1
  echo "$cell -> build/demo/$name.*.docx"
done
echo
echo "== docgen show 162:dieu-9.khoan-2"
.venv/bin/docgen show 162:dieu-9.khoan-2
echo
echo "== docgen diff 171 162"
.venv/bin/docgen diff 171 162 | head -n 5
.venv/bin/docgen diff 171 162 -o build/demo/171-162.so-sanh.html 2>/dev/null
.venv/bin/docgen diff 171 162 --format table-docx -o build/demo/171-162.bang-so-sanh.docx 2>/dev/null
.venv/bin/docgen diff 171 162 --format redline-docx -o build/demo/171-162.theo-doi-thay-doi.docx 2>/dev/null
echo
echo "Văn bản đã soạn và so sánh (drafts and comparisons):"
ls build/demo/chi-bo-co-chi-uy.*.docx build/demo/171-162.*
echo "... và các chi bộ mẫu khác: build/demo"
