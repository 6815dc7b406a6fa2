#!/usr/bin/env bash
# Times a large generated system: the rules alone, then a whole assessment. Arguments: elements, flows.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

elements=${1:-2000}
flows=${2:-3000}
./casemate --version >/dev/null
java=${CASEMATE_JAVA_HOME:-${JAVA_HOME:-}}/bin/java
if ! [[ -x $java ]] || ! "$java" --version | grep -qE ' (2[5-9]|[3-9][0-9])\b'; then
  echo "set JAVA_HOME to a JDK 25 or newer" >&2
  exit 3
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$java" bench/LargeSystem.java "$elements" "$flows" "$work/casemate.yaml"

echo "rules, warm (milliseconds, ten rounds):"
"$java" -Xmx512m -cp 'cli/target/lib/*' bench/Rules.java "$work/casemate.yaml"

echo "assess with HTML, JSON, Markdown and SARIF, heap at most 512 MB (three runs):"
for _ in 1 2 3; do
  rm -rf "$work/casemate-report"
  TIMEFORMAT='%R s wall, %U s user'
  time CASEMATE_JAVA_OPTS=-Xmx512m ./casemate assess "$work" --as-of 2026-11-01T00:00:00Z >"$work/out.txt"
done
tail -4 "$work/out.txt"
ls -l "$work/casemate-report" | awk 'NR > 1 {print $5, $9}'
