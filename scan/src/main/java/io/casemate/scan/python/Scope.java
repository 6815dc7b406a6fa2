package io.casemate.scan.python;

import io.casemate.scan.bytecode.Folding;
import io.casemate.scan.call.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Variables of a module, class or function, with those of what it stands in. */
final class Scope {
    /** What functions and classes of the same file are globals of. */
    static final String LOCAL = "<local>";

    private final Map<String, Value> variables = new HashMap<>();
    private final @Nullable Scope outer;
    private String starred = "";

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    void set(String name, Value value) {
        Value before = variables.get(name);
        if (before == null || !isDangerous(before) || isDangerous(value)) {
            variables.put(name, value); // else: a branch that is not taken may not hide the dangerous one
        }
    }

    void star(String module) {
        starred = module;
    }

    Value get(String name) {
        return find(name).orElseGet(() -> name.equals("ops") ? new Value.Global("torch", "ops") : Folding.named(name));
    }

    private Optional<Value> find(String name) {
        Value value = variables.get(name);
        if (value != null) {
            return Optional.of(value);
        }
        if (!starred.isEmpty() && Kind.of(starred + "." + name).isPresent()) {
            return Optional.of(new Value.Global(starred, name));
        }
        return outer == null ? Optional.empty() : outer.find(name);
    }

    static boolean isDangerous(Value value) {
        return value instanceof Value.Global global
                && Kind.of(global.qualified()).isPresent();
    }
}
