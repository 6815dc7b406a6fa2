#!/usr/bin/env bash
# Times the simulation of risk in money, and pyfair beside it where Python has it. Arguments: scenarios, years, threads.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scenarios=${1:-100}
years=${2:-1000000}
threads=${3:-2}
./casemate --version >/dev/null
java=${CASEMATE_JAVA_HOME:-${JAVA_HOME:-}}/bin/java
if ! [[ -x $java ]] || ! "$java" --version | grep -qE ' (2[5-9]|[3-9][0-9])\b'; then
  echo "set JAVA_HOME to a JDK 25 or newer" >&2
  exit 3
fi
"$java" -Xmx256m -cp 'cli/target/lib/*' bench/MoneyYears.java "$scenarios" "$years" "$threads"

if python3 -c 'import pyfair' 2>/dev/null; then
  python3 - "$scenarios" "$years" <<'PYTHON'
import resource, sys, time
import pyfair

scenarios, years = int(sys.argv[1]), int(sys.argv[2])
measured = min(scenarios, 10)
start = time.perf_counter()
for i in range(measured):
    model = pyfair.FairModel(name=f"s{i}", n_simulations=years)
    model.input_data("Threat Event Frequency", low=0.1, mode=1, high=3)
    model.input_data("Vulnerability", low=0.05, mode=0.3, high=0.6)
    model.input_data("Loss Magnitude", low=20_000, mode=120_000, high=900_000)
    model.calculate_all()
seconds = (time.perf_counter() - start) * scenarios / measured
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"pyfair: {seconds:.1f} s for {scenarios} (from {measured}), peak memory {peak} MB")
PYTHON
else
  echo "pyfair is not installed here: nothing to compare with"
fi
