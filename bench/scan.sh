#!/usr/bin/env bash
# Times `casemate scan` as a whole process, and beside it the command in PEER, to which the path is added (not for the
# largest, for which peers take gigabytes, or which they do not read). Arguments: the folder for the generated files (1.3 GB,
# kept), and how often to run each (5). Prints the run with the least CPU: seconds of CPU and of wall time, and peak memory.
# Needs GNU time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=${1:?name a folder for the generated files}
runs=${2:-5}
java=${CASEMATE_JAVA_HOME:-${JAVA_HOME:-}}/bin/java
if ! [[ -x $java ]] || ! "$java" --version | grep -qE ' (2[5-9]|[3-9][0-9])\b'; then
  echo "set JAVA_HOME to a JDK 25 or newer" >&2
  exit 3
fi
[[ -e $folder/checkpoint-1g.safetensors ]] || "$java" bench/ModelFiles.java "$folder"
./casemate --version >/dev/null
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT

# best NAME COMMAND...
best() {
  local name=$1
  shift
  for _ in $(seq "$runs"); do
    /usr/bin/time -o "$figures" -f '%U %S %e %M %x' "$@" >/dev/null 2>&1 || true
    tail -n 1 "$figures"
  done | awk -v name="$name" '
    { cpu = $1 + $2; if (NR == 1 || cpu < least) { least = cpu; wall = $3; memory = $4; code = $5 } }
    END { printf "%-36s %6.2f s CPU %6.2f s wall %5d MB, exit %d\n", name, least, wall, memory / 1024, code }'
}

# scan FILE HEAP
scan() {
  CASEMATE_JAVA_OPTS="-Xmx$2" best "casemate $1" ./casemate scan "$folder/$1"
  if [[ -n ${PEER:-} && $1 != *210* && $1 != *.safetensors ]]; then
    # shellcheck disable=SC2086  # a command with its arguments
    best "peer $1" $PEER "$folder/$1"
  fi
}

scan tiny.pkl 128m
scan dense-21.pkl 128m
scan dense-210.pkl 128m
scan small-5000 128m
scan checkpoint-1g.safetensors 256m
