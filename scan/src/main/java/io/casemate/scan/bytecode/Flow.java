package io.casemate.scan.bytecode;

import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Follows every path through one function, each place a few times with different values, then what no path reached (handlers
 * of exceptions) with nothing known. Loops end because places are counted.
 */
final class Flow {
    private static final int VISITS_MAX = 4;
    private static final int STEPS_MAX = 400_000;
    private static final int INSTRUCTIONS_MAX = 200_000;

    private final CodeObject code;
    private final PythonVersion version;
    private final Opcodes opcodes;
    private final Operations operations;
    private final Trace trace;
    private final Inspection inspection;
    private final byte[] visits;
    private final Deque<Frame> open = new ArrayDeque<>();
    private Map<String, Value> variables;
    private int steps;

    private Flow(
            CodeObject code,
            PythonVersion version,
            Scope scope,
            Map<String, Value> outer,
            Trace trace,
            Inspection inspection) {
        this.code = code;
        this.version = version;
        this.opcodes = Opcodes.of(version);
        this.operations = new Operations(code, version, scope, trace);
        this.trace = trace;
        this.inspection = inspection;
        this.visits = new byte[code.bytecode().count()];
        this.variables = outer;
    }

    /** Reads one function and says what its variables were in the end. */
    static Map<String, Value> follow(
            CodeObject code,
            PythonVersion version,
            Scope scope,
            Map<String, Value> outer,
            Trace trace,
            Inspection inspection) {
        if (code.bytecode().count() > INSTRUCTIONS_MAX) {
            trace.cut();
            return outer;
        }
        var flow = new Flow(code, version, scope, outer, trace, inspection);
        flow.all();
        return flow.variables;
    }

    private void all() {
        run(new Frame(0, variables));
        trace.unreachable();
        for (int i = 0; i < visits.length; i++) {
            if (visits[i] == 0) {
                run(new Frame(i, variables));
            }
        }
    }

    private void run(Frame first) {
        open.push(first);
        while (!open.isEmpty()) {
            Frame frame = open.pop();
            while (enter(frame)) {
                if (!step(frame)) {
                    variables = frame.variables();
                    break;
                }
            }
        }
    }

    private boolean enter(Frame frame) {
        if (frame.next < 0 || frame.next >= visits.length) {
            trace.error();
            return false;
        }
        if (visits[frame.next] >= VISITS_MAX) {
            return false;
        }
        visits[frame.next]++;
        if (++steps > STEPS_MAX) {
            trace.cut();
            return false;
        }
        inspection.step();
        return true;
    }

    /** Does the instruction at the frame's place; false where the path ends. */
    private boolean step(Frame frame) {
        int at = frame.next;
        int argument = 0;
        String name = opcodes.name(code.bytecode().opcode(at));
        for (int prefixes = 0; name.equals("EXTENDED_ARG") && at + 1 < visits.length; prefixes++) {
            argument = (argument << 8) | code.bytecode().argument(at);
            at++;
            visits[at] += visits[at] == 0 ? (byte) 1 : 0;
            name = prefixes > 3 ? "" : opcodes.name(code.bytecode().opcode(at));
        }
        argument = (argument << 8) | code.bytecode().argument(at);
        if (name.isEmpty() || argument < 0) {
            trace.error();
            frame.next = at + 1;
            return true;
        }
        frame.next = at + 1 + skipCaches(at);
        return switch (name) {
            case "RETURN_VALUE", "RETURN_CONST", "RAISE_VARARGS", "RERAISE", "INTERPRETER_EXIT" -> false;
            case "CACHE" -> true;
            default -> {
                if (Jumps.isJump(name)) {
                    yield jump(name, argument, frame);
                }
                operations.run(name, argument, at, frame);
                yield true;
            }
        };
    }

    private int skipCaches(int at) {
        int caches = opcodes.caches(code.bytecode().opcode(at));
        for (int i = at + 1; i <= at + caches && i < visits.length; i++) {
            visits[i] += visits[i] == 0 ? (byte) 1 : 0;
        }
        return caches;
    }

    private boolean jump(String name, int argument, Frame frame) {
        int target = Jumps.target(name, argument, frame.next, version);
        Jumps.Effect effect = Jumps.effect(name, version);
        Frame taken = frame.copy(target);
        taken.drop(effect.takenDrops());
        for (int i = 0; i < effect.takenPushes(); i++) {
            taken.push(Value.UNKNOWN);
        }
        if (effect.always()) {
            frame.next = target;
            return true;
        }
        open.push(taken);
        frame.drop(effect.passedDrops());
        for (int i = 0; i < effect.passedPushes(); i++) {
            frame.push(Value.UNKNOWN);
        }
        return true;
    }
}
