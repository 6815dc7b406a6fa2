package io.casemate.scan.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the result of a call stands for, where the call only looks something up, wraps it or makes an object of it. */
final class Targets {
    /** Calls of cloudpickle and dill that return a module. */
    static final Set<String> IMPORTERS =
            Set.of("subimport", "_import_module", "dynamic_subimport", "import_module", "__import__");
    /** Calls that return a function whose code is in the file. */
    private static final Set<String> FUNCTION_MAKERS = Set.of(
            "_make_function", "_create_function", "_make_skel_func", "_fill_function", "FunctionType", "LambdaType");

    /** Types of plain values, by the names that dill and cloudpickle give them. */
    static final Set<String> TYPE_NAMES = Set.of(
            "list",
            "dict",
            "tuple",
            "set",
            "frozenset",
            "int",
            "float",
            "complex",
            "str",
            "bytes",
            "bytearray",
            "bool",
            "object",
            "slice",
            "range",
            "NoneType",
            "EllipsisType",
            "NotImplementedType",
            "unicode",
            "long");

    private static final Set<String> LATIN = Set.of("latin1", "latin-1", "iso-8859-1");
    private static final Set<String> BUILT_IN = Set.of("builtins", "__builtin__");
    /** Where functions that a model may keep do nothing but reckon. */
    private static final Set<String> ARITHMETIC =
            Set.of("builtins", "__builtin__", "math", "cmath", "operator", "_operator", "statistics", "numpy");

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
        if (rule == Rule.TYPE_NAME
                && arguments.size() == 1
                && arguments.getFirst() instanceof Value.Text(String type)) {
            return Optional.of(new Value.Global(TYPE_NAMES.contains(type) ? "builtins" : "types", type));
        }
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
            return arguments.getFirst() instanceof Value.Result looked
                    ? follow(looked)
                    : Optional.of(arguments.getFirst()).filter(f -> f instanceof Value.Global);
        }
        return Optional.empty();
    }

    /** What the deny-list says of a method: of itself, not of the module of its class, which is allowed. */
    Optional<Standing.Denied> dangerOf(Value.Global owner, String name) {
        return register.danger(owner.qualified() + "." + name)
                .filter(found -> !(register.of(owner) instanceof Standing.Allowed)
                        || found.name().startsWith(owner.qualified()));
    }

    /** Whether a method of that name, bound to what a call returns, is an honest one to keep. */
    boolean bound(Value.Result object, String name) {
        return madeOf(object) instanceof Value.Global made
                && register.of(made) instanceof Standing.Allowed(Rule rule)
                && (rule == Rule.INSTANCE || rule == Rule.PLAIN)
                && dangerOf(made, name).isEmpty()
                && !name.startsWith("__")
                && name.indexOf('.') < 0
                && !ArgumentRules.RUNNERS.contains(name)
                && !Verbs.reachesOut(name);
    }

    /** The method that the result of a call is: bound to an object, or looked up on whatever it is handed. */
    Optional<String> method(Value.Result result) {
        Call inner = result.call();
        if (!(inner.function() instanceof Value.Global function)
                || !(register.of(function) instanceof Standing.Allowed(Rule rule))) {
            return Optional.empty();
        }
        int place = rule == Rule.GETATTR
                        && !inner.arguments().isEmpty()
                        && !(inner.arguments().getFirst() instanceof Value.Global)
                ? 1
                : rule == Rule.ATTRIBUTES && Names.last(function.name()).equals("methodcaller") ? 0 : -1;
        return place >= 0
                        && inner.arguments().size() > place
                        && inner.arguments().get(place) instanceof Value.Text(String name)
                ? Optional.of(name)
                : Optional.empty();
    }

    /** Whether it is bytes that are all known: as they are, or as a text that is encoded. */
    boolean data(Value value) {
        return switch (value) {
            case Value.Bytes bytes -> bytes.complete();
            case Value.Result(Call call) ->
                call.function() instanceof Value.Global function
                        && register.of(function).equals(new Standing.Allowed(Rule.ENCODE))
                        && ArgumentRules.encodes(call)
                        && call.arguments().size() == 2
                        && call.arguments().get(1) instanceof Value.Text(String set)
                        && LATIN.contains(set)
                        && call.arguments().getFirst() instanceof Value.Text;
            default -> false;
        };
    }

    /** What it means that a function is called with arguments of the file's own choice, while the file is loaded. */
    Judgement.Level calling(Value function) {
        if (function instanceof Value.None) {
            return Judgement.Level.SAFE;
        }
        if (function instanceof Value.Result result) {
            Call inner = result.call();
            if (inner.function() instanceof Value.Global f
                    && register.of(f).equals(new Standing.Allowed(Rule.ATTRIBUTES))) {
                return Judgement.Level.SUSPICIOUS;
            }
            if (inner.function() instanceof Value.Global f
                    && register.of(f).equals(new Standing.Allowed(Rule.CALLABLE))) {
                return inner.arguments().isEmpty()
                        ? Judgement.Level.UNKNOWN
                        : worse(
                                callingHanded(inner, 0),
                                calling(inner.arguments().getFirst()));
            }
            return follow(result).map(this::calling).orElse(Judgement.Level.UNKNOWN);
        }
        if (!(function instanceof Value.Global global)) {
            return Judgement.Level.UNKNOWN;
        }
        if (BUILT_IN.contains(global.module()) && global.name().indexOf('.') > 0) {
            String type = Names.top(global.name());
            return TYPE_NAMES.contains(type)
                            && !ArgumentRules.RUNNERS.contains(Names.last(global.name()))
                            && !global.name().contains("__")
                            && register.danger(global.qualified()).isEmpty()
                    ? Judgement.Level.SAFE
                    : Judgement.Level.SUSPICIOUS;
        }
        if (EvaluatedText.evaluates(global)) {
            return Judgement.Level.SUSPICIOUS;
        }
        return register.of(global) instanceof Standing.Allowed(Rule rule)
                ? calling(rule, global)
                : Judgement.Level.UNKNOWN;
    }

    /** What it means that a function which is called is handed others beside it: it may call them in its turn. */
    Judgement.Level callingHanded(Call call, int place) {
        var worst = new Judgement.Level[] {Judgement.Level.SAFE};
        for (int i = 0; i < call.arguments().size(); i++) {
            if (i != place) {
                Globals.in(call.arguments().get(i), global -> worst[0] = worse(worst[0], calling(global)));
            }
        }
        call.keywords()
                .values()
                .forEach(value -> Globals.in(value, global -> worst[0] = worse(worst[0], calling(global))));
        return worst[0];
    }

    static Judgement.Level worse(Judgement.Level one, Judgement.Level other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Judgement.Level calling(Rule rule, Value.Global global) {
        return switch (rule) {
            case PLAIN -> Judgement.Level.SAFE;
            case SIZED -> global.name().startsWith("byte") ? Judgement.Level.UNKNOWN : Judgement.Level.SAFE;
            case FUNCTION ->
                ARITHMETIC.contains(Names.top(global.module())) ? Judgement.Level.SAFE : Judgement.Level.SUSPICIOUS;
            case INSTANCE -> Names.ofClass(global.name()) ? Judgement.Level.UNKNOWN : Judgement.Level.SUSPICIOUS;
            case GETATTR, NAMED, NESTED, TYPED, MENTIONED -> Judgement.Level.SUSPICIOUS;
            default -> Judgement.Level.UNKNOWN;
        };
    }

    /** The class of what a call returns. */
    Value madeOf(Value.Result result) {
        Call inner = result.call();
        if (inner.function() instanceof Value.Result called
                && follow(called).orElse(Value.UNKNOWN) instanceof Value.Global(String module, String name)) {
            return new Value.Global(module, name.endsWith(".__new__") ? name.substring(0, name.length() - 8) : name);
        }
        if (inner.function() instanceof Value.Global function
                && register.of(function) instanceof Standing.Allowed(Rule rule)
                && (rule == Rule.RECONSTRUCT || rule == Rule.NEWOBJ)) {
            return inner.arguments().isEmpty()
                    ? Value.UNKNOWN
                    : inner.arguments().getFirst();
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

    /** Whether it is a function, or what wraps one. */
    boolean function(Value value) {
        return value instanceof Value.Global
                || (value instanceof Value.Result(Call inner)
                        && inner.function() instanceof Value.Global maker
                        && register.of(maker) instanceof Standing.Allowed(Rule rule)
                        && switch (rule) {
                            case CALLABLE, GETATTR, ATTRIBUTES, NAMED -> true;
                            default -> false;
                        });
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
                        && switch (rule) {
                            case CALLABLE, ATTRIBUTES, PLAIN -> true;
                            case GETATTR -> kept(inner);
                            case TYPE_NAME ->
                                inner.arguments().size() == 1
                                        && inner.arguments().getFirst() instanceof Value.Text(String type)
                                        && TYPE_NAMES.contains(type);
                            default -> false;
                        };
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

    /** A method that an object keeps, bound to a class or an object. */
    private boolean kept(Call getattr) {
        return getattr.arguments().size() >= 2
                && getattr.arguments().get(1) instanceof Value.Text(String name)
                && switch (getattr.arguments().get(0)) {
                    case Value.Global owner -> storable(new Value.Global(owner.module(), owner.name() + "." + name));
                    case Value.Result object -> bound(object, name);
                    default -> false;
                };
    }
}
