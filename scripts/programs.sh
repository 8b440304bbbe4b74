#!/bin/bash
# Install the Debian programs the full test suite uses. Does nothing unless run as root on a Debian system;
# a test whose program is absent then skips and names the package.
set -euo pipefail

packages=()
command -v soffice >/dev/null || packages+=(libreoffice-writer-nogui)
/usr/bin/python3 -c 'import uno' 2>/dev/null || packages+=(python3-uno)
# fonts-liberation (version 1) lacks 92 of the accented letters: only version 2 will do
fc-list 2>/dev/null | grep -q 'liberation2/LiberationSerif' || packages+=(fonts-liberation2 fontconfig)
command -v pdftoppm >/dev/null || packages+=(poppler-utils)
command -v tesseract >/dev/null || packages+=(tesseract-ocr)
tesseract --list-langs 2>/dev/null | grep -qx vie || packages+=(tesseract-ocr-vie)
command -v chromium >/dev/null || packages+=(chromium)
command -v cmark-gfm >/dev/null || packages+=(cmark-gfm)
[ ${#packages[@]} -gt 0 ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Chưa có: ${packages[*]}. Những kiểm thử cần tới sẽ được bỏ qua. (missing; tests that need them will skip)" >&2
  exit 0
fi
echo "Đang cài: ${packages[*]} ..." >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${packages[@]}"; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "Không cài được: ${packages[*]}. (the programs could not be installed)" >&2
  exit 1
fi
