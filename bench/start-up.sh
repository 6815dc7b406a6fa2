#!/usr/bin/env bash
# Times `casemate knowledge list` as a whole process, twenty times; prints the sorted seconds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

./casemate --version >/dev/null
TIMEFORMAT='%R'
for _ in $(seq 20); do
  { time ./casemate knowledge list >/dev/null; } 2>&1
done | sort -n | tr '\n' ' '
echo
