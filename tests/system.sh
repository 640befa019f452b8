#!/bin/sh
# Installs what the tests need beyond Python: Chromium (explorer), Java and Maven (a real Neo4j),
# Tesseract with Vietnamese (scanned pages). Only as root on Debian; elsewhere the tests that
# need them say by name what is missing.
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v mvn >/dev/null 2>&1 || missing="$missing maven"
command -v tesseract >/dev/null 2>&1 || missing="$missing tesseract-ocr"
{ tesseract --list-langs 2>/dev/null || true; } | grep -qx vie || missing="$missing tesseract-ocr-vie"
[ -f /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing="$missing fonts-dejavu-core"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing:$missing" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "not installed (tests that need them are skipped): apt-get install$missing" >&2
fi
