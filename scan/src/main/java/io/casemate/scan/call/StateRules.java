package io.casemate.scan.call;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what an allowed call returned may be built or filled as it is. */
final class StateRules {
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

    private final Targets targets;

    StateRules(Targets targets) {
        this.targets = targets;
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
                        : Wording.odd(Level.SUSPICIOUS, made, call, "written into as if it were a list or dictionary");
            case GETATTR, NAMED, FUNCTION, KIND, SUBSCRIPT ->
                Wording.odd(Level.SUSPICIOUS, made, call, "changed after it was looked up");
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

    /** BUILD of a functools.partial replaces its function: (function, arguments, keywords, attributes). */
    private Judgement partialState(Value.Global made, Call call) {
        return call.how() == How.BUILD
                        && !call.arguments().isEmpty()
                        && call.arguments().getFirst() instanceof Value.Items(List<Value> items, boolean complete)
                        && items.size() == 4
                        && !targets.storable(items.getFirst())
                ? Wording.odd(Level.UNKNOWN, made, call, "around a function that no allow-list names")
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
                : Wording.odd(Level.SUSPICIOUS, made, call, "with flags that turn plain bytes into pointers");
    }
}
