package io.casemate.scan.bytecode;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Python's attributes, subscripts and sums give where enough is known: modules found by name, text put together from
 * pieces or decoded. A module is a {@link Value.Global} without a name; an attribute of what a call gives is a
 * {@code getattr} that was not called.
 */
public final class Folding {
    static final String BUILTINS = "builtins";
    static final int TEXT_MAX = 1 << 16;
    private static final int CHAIN_MAX = 64;

    private Folding() {}

    /** A builtin function or class. */
    public static Value.Global builtin(String name) {
        return new Value.Global(BUILTINS, name);
    }

    /** A module. */
    public static Value.Global module(String name) {
        return new Value.Global(name.equals("__builtin__") ? BUILTINS : name, "");
    }

    /** Whether it is a module and nothing in it. */
    public static boolean isModule(Value value) {
        return value instanceof Value.Global global && global.name().isEmpty();
    }

    /** {@code value.name} */
    public static Value attribute(Value value, String name) {
        return switch (value) {
            case Value.Global global -> attributeOf(global, name);
            case Value.Result(Call call)
            when isClassOrFactory(call.function()) && length(call.function()) < CHAIN_MAX ->
                attribute(call.function(), name);
            case Value.Text _, Value.Bytes _, Value.Items _, Value.Entries _ -> bound(value, name);
            case Value.Result(Call call)
            when depth(value) < CHAIN_MAX && !call.arguments().isEmpty() -> bound(value, name);
            case Value.Result _,
                    Value.Whole _,
                    Value.Real _,
                    Value.Truth _,
                    Value.None _,
                    Value.Persistent _,
                    Value.Unknown _ -> Value.UNKNOWN;
        };
    }

    private static Value attributeOf(Value.Global global, String name) {
        if (global.name().isEmpty()) {
            return name.equals("__builtins__") || name.equals("__builtin__")
                    ? module(BUILTINS)
                    : new Value.Global(global.module(), name);
        }
        if (length(global) > 1_000) {
            return Value.UNKNOWN;
        }
        if (global.module().equals(BUILTINS) && global.name().equals("__builtins__")) {
            return new Value.Global(BUILTINS, name);
        }
        return new Value.Global(global.module(), global.name() + "." + name);
    }

    /** {@code value[key]} */
    public static Value subscript(Value value, Value key) {
        if (key instanceof Value.Text(String name)) {
            if (value instanceof Value.Global global) {
                return subscript(global, name);
            }
            if (value instanceof Value.Result(Call call) && call.function() instanceof Value.Global function) {
                return subscript(function, call, name);
            }
        }
        return element(value, key);
    }

    private static Value subscript(Value.Global global, String name) {
        if (global.equals(new Value.Global("sys", "modules"))) {
            return module(name);
        }
        if (global.name().equals("__dict__")) {
            return attribute(module(global.module()), name);
        }
        if (global.qualified().equals("builtins.__builtins__") || global.equals(module(BUILTINS))) {
            return builtin(name);
        }
        return global.name().endsWith("__globals__") || global.name().endsWith("__builtins__")
                ? attribute(new Value.Global(global.module(), global.name()), name)
                : Value.UNKNOWN;
    }

    private static Value subscript(Value.Global function, Call call, String name) {
        return switch (function.qualified()) {
            case "builtins.vars" ->
                !call.arguments().isEmpty() && isModule(call.arguments().get(0))
                        ? attribute(call.arguments().get(0), name)
                        : Value.UNKNOWN;
            case "builtins.globals", "builtins.locals" ->
                name.equals("__builtins__") || name.equals("__builtin__") ? module(BUILTINS) : named(name);
            default -> Value.UNKNOWN;
        };
    }

    /** A name that nothing in sight defines: a builtin, or what a loader's module imported under that name. */
    public static Value named(String name) {
        String module = Names.ALIASES.get(name);
        if (module != null) {
            return module(module);
        }
        return Names.BUILTINS.contains(name)
                ? builtin(name)
                : name.equals("__builtins__") ? module(BUILTINS) : Value.UNKNOWN;
    }

    private static Value element(Value value, Value key) {
        if (!(key instanceof Value.Whole(long index))) {
            return Value.UNKNOWN;
        }
        return switch (value) {
            case Value.Items items
            when items.complete() -> {
                long at = index < 0 ? index + items.items().size() : index;
                yield at >= 0 && at < items.items().size() ? items.items().get((int) at) : Value.UNKNOWN;
            }
            case Value.Text(String text) -> {
                long at = index < 0 ? index + text.length() : index;
                yield at >= 0 && at < text.length()
                        ? Value.text(text.substring((int) at, (int) at + 1))
                        : Value.UNKNOWN;
            }
            default -> Value.UNKNOWN;
        };
    }

    /** {@code left + right} */
    public static Value sum(Value left, Value right) {
        if (left instanceof Value.Text(String a) && right instanceof Value.Text(String b)) {
            return a.length() + b.length() <= TEXT_MAX ? Value.text(a + b) : Value.UNKNOWN;
        }
        if (left instanceof Value.Bytes && right instanceof Value.Bytes) {
            byte[] a = Texts.bytes(left);
            byte[] b = Texts.bytes(right);
            if (a.length + b.length <= TEXT_MAX) {
                byte[] sum = java.util.Arrays.copyOf(a, a.length + b.length);
                System.arraycopy(b, 0, sum, a.length, b.length);
                return Texts.value(sum);
            }
        }
        if (left instanceof Value.Items a
                && right instanceof Value.Items b
                && a.items().size() + b.items().size() < 10_000) {
            var items = new ArrayList<Value>(a.items());
            items.addAll(b.items());
            return new Value.Items(items, a.complete() && b.complete());
        }
        return Value.UNKNOWN;
    }

    /** What a call gives: a module, an attribute, a text; or just the result of it. */
    public static Value call(Call call) {
        if (depth(call.function()) > CHAIN_MAX) {
            return Value.UNKNOWN;
        }
        List<Value> arguments = call.arguments();
        if (call.function() instanceof Value.Global function) {
            Value value = ofGlobal(function.qualified(), arguments);
            return value instanceof Value.Unknown ? result(call) : value;
        }
        if (call.function() instanceof Value.Result(Call getattr) && isBound(getattr)) {
            Value.Text name = (Value.Text) getattr.arguments().get(1);
            Value value = Texts.method(getattr.arguments().get(0), name.text(), arguments);
            return value instanceof Value.Unknown ? result(call) : value;
        }
        return result(call);
    }

    private static Value ofGlobal(String function, List<Value> arguments) {
        if (arguments.isEmpty()) {
            return Value.UNKNOWN;
        }
        Value first = arguments.get(0);
        return switch (function) {
            case "builtins.__import__",
                    "importlib.import_module",
                    "importlib.__import__",
                    "importlib._bootstrap._gcd_import" ->
                first instanceof Value.Text(String name)
                        ? module(function.endsWith("__import__") && !hasFromList(arguments) ? top(name) : name)
                        : Value.UNKNOWN;
            case "builtins.getattr" ->
                arguments.size() > 1 && arguments.get(1) instanceof Value.Text(String name)
                        ? attribute(first, name)
                        : Value.UNKNOWN;
            case "pkgutil.resolve_name" -> first instanceof Value.Text(String name) ? resolved(name) : Value.UNKNOWN;
            case "operator.attrgetter", "operator.methodcaller" -> Value.UNKNOWN;
            default -> Texts.function(function, arguments);
        };
    }

    private static Value resolved(String name) {
        int colon = name.indexOf(':');
        if (colon >= 0) {
            return new Value.Global(name.substring(0, colon), name.substring(colon + 1));
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 ? module(name) : new Value.Global(name.substring(0, dot), name.substring(dot + 1));
    }

    private static boolean hasFromList(List<Value> arguments) {
        return arguments.size() > 3
                && arguments.get(3) instanceof Value.Items items
                && !items.items().isEmpty();
    }

    /** The first part of a dotted name. */
    static String top(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }

    private static Value result(Call call) {
        for (Value argument : call.arguments()) {
            if (depth(argument) > CHAIN_MAX) {
                return Value.UNKNOWN;
            }
        }
        return new Value.Result(call);
    }

    private static Value bound(Value value, String name) {
        return new Value.Result(Call.of(builtin("getattr"), value, Value.text(name)));
    }

    private static boolean isBound(Call call) {
        return call.function().equals(builtin("getattr"))
                && call.arguments().size() == 2
                && call.arguments().get(1) instanceof Value.Text;
    }

    private static boolean isClassOrFactory(Value function) {
        return function instanceof Value.Global global && !global.module().equals(BUILTINS);
    }

    private static int length(Value value) {
        return value instanceof Value.Global global
                ? global.module().length() + global.name().length()
                : 0;
    }

    /** How many calls lie in each other, along the first argument. */
    private static int depth(Value value) {
        int depth = 0;
        Value inner = value;
        while (inner instanceof Value.Result(Call call) && depth <= CHAIN_MAX) {
            depth++;
            inner = call.function() instanceof Value.Result || call.arguments().isEmpty()
                    ? call.function()
                    : call.arguments().get(0);
        }
        return depth;
    }

    /** A call with no keyword whose arguments are all known. */
    static Call plain(Value function, List<Value> arguments) {
        return new Call(function, arguments, true, Map.of(), Call.How.CALL);
    }
}
