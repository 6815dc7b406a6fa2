#!/bin/sh
# Draws the pictures of this folder anew: docs/images/draw.sh
# Needs Chromium, and pdftoppm of poppler-utils; the moment is fixed, so that the pages are the same each time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$root/casemate" report "$root/examples/fraud-detection" --as-of 2026-11-21 --output "$scratch/report.html" >/dev/null
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --blink-settings=preferredColorScheme=1 \
  --user-data-dir="$scratch/profile" --window-size=1400,1700 --screenshot="$here/report.png" \
  "file://$scratch/report.html" >/dev/null 2>&1

"$root/casemate" report "$root/examples/genai-platform" --kind board --format pdf --as-of 2026-11-21 \
  --output "$scratch/board.pdf" >/dev/null
pdftoppm -r 84 -f 1 -l 1 -singlefile -png "$scratch/board.pdf" "$here/board"
