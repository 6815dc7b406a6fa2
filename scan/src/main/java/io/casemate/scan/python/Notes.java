package io.casemate.scan.python;

import io.casemate.scan.call.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was noted while a module was read: its calls, and which functions call which. */
final class Notes {
    private static final int CALLS_MAX = 100_000;

    private final List<Made> calls = new ArrayList<>();
    private final Map<String, Set<String>> uses = new HashMap<>();
    private final Map<Integer, String> climbs = new LinkedHashMap<>();
    private boolean cut;
    private boolean imports;
    private boolean keepsAnnotations;

    void add(Made made) {
        if (calls.size() < CALLS_MAX) {
            calls.add(made);
        } else {
            cut = true;
        }
        if (made.call().function() instanceof Value.Global global
                && global.module().equals(Scope.LOCAL)) {
            String from =
                    made.when() == When.CALLED ? made.function() : made.when().name();
            Set<String> used = uses.computeIfAbsent(from, f -> new HashSet<>());
            used.add(global.name());
            for (String method : List.of("__init__", "__new__", "__call__", "__enter__")) {
                used.add(global.name() + "." + method);
            }
        }
    }

    void climb(int offset, String what) {
        climbs.putIfAbsent(offset, what);
    }

    void cut() {
        cut = true;
    }

    void imports() {
        imports = true;
    }

    void keepsAnnotations(boolean keeps) {
        keepsAnnotations |= keeps;
    }

    /** Whether annotations stay text: {@code from __future__ import annotations}. */
    boolean keepsAnnotations() {
        return keepsAnnotations;
    }

    List<Made> calls() {
        return calls;
    }

    /** Ways from objects to the interpreter, by their place. */
    Map<Integer, String> climbs() {
        return climbs;
    }

    boolean isCut() {
        return cut;
    }

    /** Whether the module imports anything: TorchScript never does. */
    boolean hasImports() {
        return imports;
    }

    /** Functions that are called, directly or not, at that time. */
    Set<String> reachedOn(When when) {
        var reached = new HashSet<String>();
        Deque<String> open = new ArrayDeque<>();
        open.push(when.name());
        while (!open.isEmpty()) {
            for (String next : uses.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }
}
