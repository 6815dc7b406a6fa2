package io.casemate.scan.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the result of a call stands for, where the call only looks something up, wraps it or makes an object of it. */
final class Targets {
    /** Calls of cloudpickle and dill that return a module. */
    private static final Set<String> IMPORTERS =
            Set.of("subimport", "_import_module", "dynamic_subimport", "import_module", "__import__");
    /** Calls that return a function whose code is in the file. */
    private static final Set<String> FUNCTION_MAKERS = Set.of(
            "_make_function", "_create_function", "_make_skel_func", "_fill_function", "FunctionType", "LambdaType");

    private final Register register;

    Targets(Register register) {
        this.register = register;
    }

    /** The function that the result of a call is, where the call only looks one up. */
    Optional<Value> follow(Value.Result result) {
        Call inner = result.call();
        if (!(inner.function() instanceof Value.Global function)
                || !(register.of(function) instanceof Standing.Allowed(Rule rule))) {
            return Optional.empty();
        }
        List<Value> arguments = inner.arguments();
        if (rule == Rule.GETATTR
                && arguments.size() >= 2
                && arguments.get(0) instanceof Value.Global owner
                && arguments.get(1) instanceof Value.Text(String name)) {
            return Optional.of(new Value.Global(owner.module(), owner.name() + "." + name));
        }
        if (rule == Rule.NAMED
                && arguments.size() == 2
                && arguments.get(0) instanceof Value.Text(String module)
                && arguments.get(1) instanceof Value.Text(String name)) {
            return Optional.of(new Value.Global(module, name));
        }
        if (rule == Rule.CALLABLE && !arguments.isEmpty()) {
            return Optional.of(arguments.getFirst()).filter(f -> f instanceof Value.Global);
        }
        return Optional.empty();
    }

    /** The class of what a call returns. */
    Value madeOf(Value.Result result) {
        Call inner = result.call();
        if (inner.function() instanceof Value.Global function
                && register.of(function) instanceof Standing.Allowed(Rule rule)
                && (rule == Rule.RECONSTRUCT || rule == Rule.NEWOBJ)
                && !inner.arguments().isEmpty()) {
            return inner.arguments().getFirst();
        }
        return inner.function();
    }

    /** The module that a call imports by a constant name. */
    Optional<String> module(Value.Result result) {
        return result.call().function() instanceof Value.Global function
                        && IMPORTERS.contains(Names.last(function.name()))
                        && !result.call().arguments().isEmpty()
                        && result.call().arguments().getFirst() instanceof Value.Text(String module)
                ? Optional.of(module)
                : Optional.empty();
    }

    /** Whether what a call returns is a function whose code is in the file. */
    boolean carriedFunction(Value.Result result) {
        return result.call().function() instanceof Value.Global function
                && register.of(function) instanceof Standing.Denied
                && FUNCTION_MAKERS.contains(Names.last(function.name()));
    }

    /** Whether it is data that nobody can call. */
    static boolean neverCallable(Value value) {
        return value instanceof Value.Text
                || value instanceof Value.Bytes
                || value instanceof Value.Whole
                || value instanceof Value.Real
                || value instanceof Value.Items
                || value instanceof Value.Entries;
    }

    /** Whether it may be kept as a function that somebody calls later, with any arguments. */
    boolean storable(Value value) {
        return switch (value) {
            case Value.None none -> true;
            case Value.Global f -> register.of(f) instanceof Standing.Allowed(Rule rule) && rule.storable();
            case Value.Result(Call inner) ->
                inner.function() instanceof Value.Global f
                        && register.of(f) instanceof Standing.Allowed(Rule rule)
                        && (rule == Rule.CALLABLE || rule == Rule.ATTRIBUTES || rule == Rule.PLAIN);
            case Value.Text v -> false;
            case Value.Bytes v -> false;
            case Value.Whole v -> false;
            case Value.Real v -> false;
            case Value.Truth v -> false;
            case Value.Items v -> false;
            case Value.Entries v -> false;
            case Value.Persistent v -> false;
            case Value.Unknown v -> false;
        };
    }
}
