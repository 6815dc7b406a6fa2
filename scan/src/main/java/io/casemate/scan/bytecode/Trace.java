package io.casemate.scan.bytecode;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What reading a function showed: calls, globals that were loaded, and whether the reading fits the version. */
final class Trace {
    private static final int CALLS_MAX = 50_000;

    private final List<Call> calls = new ArrayList<>();
    private final Map<Value.Global, Integer> loads = new LinkedHashMap<>();
    private boolean reachable = true;
    private int errors;
    private boolean cut;

    void call(int at, Call call) {
        if (calls.size() < CALLS_MAX) {
            calls.add(call);
        } else {
            cut = true;
        }
    }

    void load(int at, Value.Global global) {
        if (loads.size() < CALLS_MAX) {
            loads.putIfAbsent(global, at);
        } else {
            cut = true;
        }
    }

    /** Something that no compiler of the version writes; it counts only where the code can be reached. */
    void error() {
        errors += reachable ? 1 : 0;
    }

    /** From here on code is read that only an exception can reach, or nothing. */
    void unreachable() {
        reachable = false;
    }

    void cut() {
        cut = true;
    }

    List<Call> calls() {
        return calls;
    }

    Iterable<Value.Global> loads() {
        return loads.keySet();
    }

    int errors() {
        return errors;
    }

    /** Whether there was more than anyone follows. */
    boolean isCut() {
        return cut;
    }
}
