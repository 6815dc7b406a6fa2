package io.casemate.scan.call;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether arguments keep the rule of an entry. Globals inside them are judged elsewhere. */
final class ArgumentRules {
    private static final Set<String> CHARACTER_SETS =
            Set.of("latin1", "latin-1", "iso-8859-1", "utf-8", "utf8", "ascii", "raw_unicode_escape", "bytes");
    private static final Set<String> BASES = Set.of(
            "object",
            "dict",
            "list",
            "tuple",
            "set",
            "frozenset",
            "int",
            "float",
            "complex",
            "str",
            "bytes",
            "bytearray",
            "unicode",
            "long",
            "Exception",
            "BaseException",
            "ValueError");
    /** Attributes that decide what else is run once they are planted in an object. */
    private static final Set<String> HOOKS = Set.of(
            "__setstate__",
            "__class__",
            "__reduce__",
            "__reduce_ex__",
            "__getattr__",
            "__getattribute__",
            "__call__",
            "__init__",
            "__new__",
            "__del__",
            "__setattr__",
            "__setitem__",
            "append",
            "extend",
            "__globals__",
            "__code__",
            "__builtins__",
            "__subclasses__",
            "__bases__",
            "__getstate__",
            "__subclasshook__",
            "__init_subclass__",
            "__hash__",
            "__eq__");

    private static final int TENSOR_DIMENSIONS_MAX = 64;

    private final Register register;

    ArgumentRules(Register register) {
        this.register = register;
    }

    /** An allowed global is called, or made without its constructor. */
    Judgement made(Rule rule, Value.Global global, Call call) {
        return switch (rule) {
            case PLAIN, STORAGE -> Judgement.SAFE;
            case INSTANCE -> call.how() == How.NEW ? Judgement.SAFE : constructed(global, call);
            case DTYPE -> expect(call.complete(), global, call, "with arguments that are not all known");
            case TENSOR -> tensor(global, call);
            case TYPED -> typed(global, call);
            case GETATTR -> getattr(global, call);
            case ENCODE ->
                expect(
                        encodes(call),
                        global,
                        call,
                        "with something other than constant text and a plain character set");
            case NESTED ->
                expect(
                        call.arguments().size() == 1
                                && call.arguments().getFirst() instanceof Value.Bytes bytes
                                && bytes.complete(),
                        global,
                        call,
                        "with data that is not in the file as it is");
            case RECONSTRUCT -> reconstruct(global, call);
            case NEWOBJ -> ofClass(global, call);
            case FUNCTION -> odd(Level.SUSPICIOUS, global, call, "which a model may keep but no serialiser calls");
            case NAMED -> named(global, call);
            case KIND ->
                expect(call.complete() && call.arguments().size() == 1, global, call, "to make a class out of data");
            case CALLABLE -> callable(global, call);
            case ATTRIBUTES ->
                expect(
                        call.complete() && call.arguments().stream().allMatch(ArgumentRules::plainAttribute),
                        global,
                        call,
                        "with names that are not plain constants");
        };
    }

    /** What an allowed global made is built or filled. */
    Judgement filled(Rule rule, Value.Global made, Call call) {
        Judgement state = state(made, call);
        return switch (rule) {
            case PLAIN, INSTANCE, RECONSTRUCT, NEWOBJ, ENCODE, NESTED, ATTRIBUTES -> state;
            case CALLABLE -> state.safe() ? partialState(made, call) : state;
            case DTYPE -> state.safe() ? dtypeState(made, call) : state;
            case TENSOR, STORAGE, TYPED ->
                call.how() == How.BUILD
                        ? state
                        : odd(Level.SUSPICIOUS, made, call, "written into as if it were a list or dictionary");
            case GETATTR, NAMED, FUNCTION, KIND -> odd(Level.SUSPICIOUS, made, call, "changed after it was looked up");
        };
    }

    /** Attributes that are planted by BUILD. */
    Judgement state(Value.Global made, Call call) {
        if (call.how() != How.BUILD || call.arguments().isEmpty()) {
            return Judgement.SAFE;
        }
        return planted(call.arguments().getFirst(), 0)
                .map(name -> Wording.call(
                        Level.SUSPICIOUS,
                        "plants '%s' in an object of '%s'".formatted(name, Wording.name(made.qualified()))))
                .orElse(Judgement.SAFE);
    }

    private static Optional<String> planted(Value state, int depth) {
        if (state instanceof Value.Items(List<Value> items, boolean complete) && depth == 0) {
            return items.size() == 2
                    ? items.stream().flatMap(item -> planted(item, 1).stream()).findFirst()
                    : Optional.empty();
        }
        if (!(state instanceof Value.Entries entries)) {
            return Optional.empty();
        }
        List<Value> all = entries.keysAndValues();
        for (int i = 0; i < all.size(); i += 2) {
            if (all.get(i) instanceof Value.Text(String name)
                    && HOOKS.contains(name)
                    && hookable(name, all.get(i + 1))) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Names without underscores are hooks only where something that can be called stands there. */
    private static boolean hookable(String name, Value value) {
        return name.startsWith("__") || value instanceof Value.Global || value instanceof Value.Result;
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

    private static Judgement constructed(Value.Global global, Call call) {
        return Names.ofClass(global.name())
                ? odd(Level.UNKNOWN, global, call, "through its constructor, which serialisers go around")
                : odd(Level.SUSPICIOUS, global, call, "which a model may keep but no serialiser calls");
    }

    private Judgement tensor(Value.Global global, Call call) {
        List<Value> arguments = call.arguments();
        if (arguments.size() < 4
                || !(arguments.get(0) instanceof Value.Persistent(Value.Items(List<Value> id, boolean whole)))
                || id.size() < 5
                || !(id.get(4) instanceof Value.Whole(long storage))) {
            return Judgement.SAFE; // a storage made by other means: torch checks it against what it made
        }
        return arguments.get(1) instanceof Value.Whole(long offset)
                        && arguments.get(2) instanceof Value.Items size
                        && arguments.get(3) instanceof Value.Items stride
                        && within(storage, offset, size, stride)
                ? Judgement.SAFE
                : odd(
                        Level.SUSPICIOUS,
                        global,
                        call,
                        "with sizes that reach outside its storage of %d elements".formatted(storage));
    }

    /** Whether offset + sum of (size - 1) * stride stays below the number of elements, as it does for any view. */
    private static boolean within(long storage, long offset, Value.Items size, Value.Items stride) {
        if (offset < 0
                || storage < 0
                || size.items().size() != stride.items().size()
                || size.items().size() > TENSOR_DIMENSIONS_MAX) {
            return false;
        }
        long last = offset;
        boolean empty = false;
        for (int i = 0; i < size.items().size(); i++) {
            if (!(size.items().get(i) instanceof Value.Whole(long length))
                    || !(stride.items().get(i) instanceof Value.Whole(long step))
                    || length < 0
                    || step < 0) {
                return false;
            }
            empty |= length == 0;
            long reach = Math.multiplyHigh(length - 1, step) == 0 ? (length - 1) * step : Long.MAX_VALUE;
            last = length == 0 ? last : reach < 0 || last > Long.MAX_VALUE - reach ? Long.MAX_VALUE : last + reach;
        }
        return empty || last < storage;
    }

    private Judgement typed(Value.Global global, Call call) {
        if (call.arguments().size() < 3
                || !(call.arguments().get(0) instanceof Value.Global function)
                || !(call.arguments().get(1) instanceof Value.Global type)
                || !(register.of(function) instanceof Standing.Allowed(Rule rule))
                || rule == Rule.TYPED) {
            return odd(Level.UNKNOWN, global, call, "for a function that no allow-list names");
        }
        Judgement inner = call.arguments().get(2) instanceof Value.Items(List<Value> items, boolean complete)
                ? made(rule, function, new Call(function, items, complete, call.keywords(), How.CALL))
                : odd(Level.UNKNOWN, global, call, "with arguments that are not known");
        return inner.safe() && !(register.of(type) instanceof Standing.Allowed)
                ? odd(
                        Level.UNKNOWN,
                        global,
                        call,
                        "for the class '%s', which no allow-list names".formatted(Wording.name(type.qualified())))
                : inner;
    }

    private Judgement getattr(Value.Global global, Call call) {
        if (call.arguments().size() < 2 || !plainAttribute(call.arguments().get(1))) {
            return odd(Level.SUSPICIOUS, global, call, "with a name that is no plain constant");
        }
        if (call.arguments().get(0) instanceof Value.Global owner
                && call.arguments().get(1) instanceof Value.Text(String name)) {
            var whole = new Value.Global(owner.module(), owner.name() + "." + name);
            return switch (register.of(whole)) {
                case Standing.Denied(Danger danger, String denied) ->
                    Wording.call(danger.level, "looks up %s, %s".formatted(Wording.name(denied), danger.words));
                case Standing.Allowed allowed -> Judgement.SAFE;
                case Standing.Odd o -> ofOwner(global, owner, call);
                case Standing.Unlisted u -> ofOwner(global, owner, call);
            };
        }
        return odd(Level.UNKNOWN, global, call, "on something that is no class of an allow-list");
    }

    private Judgement ofOwner(Value.Global getattr, Value.Global owner, Call call) {
        return register.of(owner) instanceof Standing.Allowed(Rule rule) && rule.storable()
                ? Judgement.SAFE
                : odd(Level.UNKNOWN, getattr, call, "on something that is no class of an allow-list");
    }

    private static boolean encodes(Call call) {
        List<Value> arguments = call.arguments();
        boolean constant = call.complete()
                && !arguments.isEmpty()
                && (arguments.getFirst() instanceof Value.Text || arguments.getFirst() instanceof Value.Bytes);
        return constant && (arguments.size() == 1 || characterSet(arguments.get(1)));
    }

    private static boolean characterSet(Value value) {
        return value instanceof Value.Text(String set) && CHARACTER_SETS.contains(set.toLowerCase(Locale.ROOT));
    }

    /** {@code f('scipy.special', 'expit')}: judged as if the global itself stood there. */
    private Judgement named(Value.Global global, Call call) {
        if (call.arguments().size() != 2
                || !(call.arguments().get(0) instanceof Value.Text(String module))
                || !(call.arguments().get(1) instanceof Value.Text(String name))) {
            return odd(Level.SUSPICIOUS, global, call, "with names that are not constant");
        }
        return switch (register.of(new Value.Global(module, name))) {
            case Standing.Allowed allowed -> Judgement.SAFE;
            case Standing.Denied denied -> odd(denied.danger().level, global, call, denied.danger().words);
            case Standing.Odd o -> odd(Level.SUSPICIOUS, global, call, "which imports what no serialiser imports");
            case Standing.Unlisted u -> odd(Level.UNKNOWN, global, call, "which imports what no allow-list names");
        };
    }

    private Judgement reconstruct(Value.Global global, Call call) {
        boolean base = call.arguments().size() >= 2
                && call.arguments().get(1) instanceof Value.Global(String module, String name)
                && (module.equals("builtins") || module.equals("__builtin__") || module.equals("exceptions"))
                && BASES.contains(name);
        return base ? ofClass(global, call) : odd(Level.SUSPICIOUS, global, call, "on a base that is not built in");
    }

    private Judgement ofClass(Value.Global global, Call call) {
        if (call.arguments().isEmpty() || !(call.arguments().getFirst() instanceof Value.Global made)) {
            return odd(Level.UNKNOWN, global, call, "for a class that cannot be followed");
        }
        return register.of(made) instanceof Standing.Allowed(Rule rule) && rule.storable()
                ? Judgement.SAFE
                : odd(
                        Level.UNKNOWN,
                        global,
                        call,
                        "for '%s', which no allow-list names".formatted(Wording.name(made.qualified())));
    }

    private Judgement callable(Value.Global global, Call call) {
        return !call.arguments().isEmpty() && callableIsPlain(call.arguments().getFirst())
                ? Judgement.SAFE
                : odd(Level.UNKNOWN, global, call, "around a function that no allow-list names");
    }

    private boolean callableIsPlain(Value value) {
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

    /** BUILD of a functools.partial replaces its function: (function, arguments, keywords, attributes). */
    private Judgement partialState(Value.Global made, Call call) {
        return call.how() == How.BUILD
                        && !call.arguments().isEmpty()
                        && call.arguments().getFirst() instanceof Value.Items(List<Value> items, boolean complete)
                        && items.size() == 4
                        && !callableIsPlain(items.getFirst())
                ? odd(Level.UNKNOWN, made, call, "around a function that no allow-list names")
                : Judgement.SAFE;
    }

    /** BUILD of a numpy.dtype: flags that say "holds pointers" belong to 'O' and to records only. */
    private static Judgement dtypeState(Value.Global made, Call call) {
        if (call.how() != How.BUILD
                || !(call.function() instanceof Value.Result(Call inner))
                || call.arguments().isEmpty()
                || !(call.arguments().getFirst() instanceof Value.Items(List<Value> state, boolean complete))
                || state.size() < 8
                || !(state.get(7) instanceof Value.Whole(long flags))
                || (flags & 1) == 0) {
            return Judgement.SAFE;
        }
        boolean record = !(state.get(3) instanceof Value.None) || !(state.get(2) instanceof Value.None);
        boolean objects = !inner.arguments().isEmpty()
                && inner.arguments().getFirst() instanceof Value.Text(String code)
                && code.contains("O");
        return record || objects
                ? Judgement.SAFE
                : odd(Level.SUSPICIOUS, made, call, "with flags that turn plain bytes into pointers");
    }

    private static boolean plainAttribute(Value value) {
        return value instanceof Value.Text(String name)
                && !name.isEmpty()
                && !name.startsWith("_")
                && !name.contains("._");
    }

    private static Judgement expect(boolean kept, Value.Global global, Call call, String otherwise) {
        return kept ? Judgement.SAFE : odd(Level.SUSPICIOUS, global, call, otherwise);
    }

    private static Judgement odd(Level level, Value.Global global, Call call, String how) {
        return Wording.call(level, "uses %s %s".formatted(Wording.shown(call, global.qualified()), how));
    }
}
