package io.casemate.scan.call;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether what an allowed call returned may be built or filled as it is. */
final class StateRules {
    private final Targets targets;

    StateRules(Targets targets) {
        this.targets = targets;
    }

    /** What an allowed global made is built or filled. */
    Judgement filled(Rule rule, Value.Global made, Call call) {
        Judgement state = state(made, call);
        return switch (rule) {
            case PLAIN, INSTANCE, RECONSTRUCT, NEWOBJ, ENCODE, NESTED, ATTRIBUTES -> state;
            case SIZED, CALLED, CALLED_SECOND, NO_FILE -> state;
            case CALLABLE -> state.safe() ? partialState(made, call) : state;
            case DTYPE -> state.safe() ? dtypeState(made, call) : state;
            case TENSOR, STORAGE, TYPED ->
                call.how() == How.BUILD
                        ? state
                        : Wording.odd(Level.SUSPICIOUS, made, call, "written into as if it were a list or dictionary");
            case GETATTR, NAMED, FUNCTION, KIND, SUBSCRIPT, TYPE_NAME ->
                Wording.odd(Level.SUSPICIOUS, made, call, "changed after it was looked up");
        };
    }

    /** Attributes that are planted by BUILD. */
    Judgement state(Value.Global made, Call call) {
        if (call.how() != How.BUILD || call.arguments().isEmpty()) {
            return Judgement.SAFE;
        }
        Value state = call.arguments().getFirst();
        if (EvaluatedText.evaluates(made)) {
            Judgement evaluated = EvaluatedText.handed(made, call);
            if (!evaluated.safe()) {
                return evaluated;
            }
        }
        Optional<String> code = entries(state)
                .flatMap(pair -> EvaluatedText.planted(pair.key(), pair.value()).stream())
                .findFirst();
        if (code.isPresent()) {
            return Wording.call(
                    Level.MALICIOUS,
                    "builds an object of '%s' with %s".formatted(Wording.name(made.qualified()), code.get()));
        }
        return entries(state)
                .filter(pair -> (StateKeys.HOOKS.contains(pair.key()) && hookable(pair.key(), pair.value()))
                        || (pair.key().equals("filename")
                                && made.name().endsWith("NDArrayWrapper")
                                && !plainFile(pair.value())))
                .findFirst()
                .map(pair -> Wording.call(
                        Level.SUSPICIOUS,
                        "plants '%s' in an object of '%s'".formatted(pair.key(), Wording.name(made.qualified()))))
                .orElse(Judgement.SAFE);
    }

    /** An attribute that a state sets. */
    private record Attribute(String key, Value value) {}

    /** The attributes that a state sets: of itself, of a state with slots, and of a dictionary that the file has computed. */
    private static Stream<Attribute> entries(Value state) {
        return switch (state) {
            case Value.Items(List<Value> items, boolean complete)
            when items.size() == 2 -> items.stream().flatMap(StateRules::direct);
            default -> direct(state);
        };
    }

    private static Stream<Attribute> direct(Value state) {
        return switch (state) {
            case Value.Entries(List<Value> all, boolean complete) ->
                IntStream.range(0, all.size() / 2)
                        .filter(i -> all.get(2 * i) instanceof Value.Text)
                        .mapToObj(i -> new Attribute(((Value.Text) all.get(2 * i)).text(), all.get(2 * i + 1)));
            case Value.Result(Call inner) -> inner.arguments().stream().flatMap(StateRules::computed);
            default -> Stream.of();
        };
    }

    /** What {@code dict([(key, value), ...])} gets, or {@code dict(zip(keys, values))}: any text in it may be a key. */
    private static Stream<Attribute> computed(Value value) {
        return switch (value) {
            case Value.Text(String text) -> Stream.of(new Attribute(text, Value.UNKNOWN));
            case Value.Items(List<Value> items, boolean complete) ->
                items.size() == 2 && items.getFirst() instanceof Value.Text(String key)
                        ? Stream.of(new Attribute(key, items.getLast()))
                        : items.stream().flatMap(StateRules::computed);
            case Value.Entries entries -> direct(entries);
            case Value.Result(Call inner) -> inner.arguments().stream().flatMap(StateRules::computed);
            default -> Stream.of();
        };
    }

    private static boolean plainFile(Value value) {
        return value instanceof Value.Text(String name) && name.indexOf('/') < 0 && name.indexOf('\\') < 0;
    }

    /** Names without underscores are hooks only where something that can be called stands there. */
    private static boolean hookable(String name, Value value) {
        return name.startsWith("__") || value instanceof Value.Global || value instanceof Value.Result;
    }

    /** BUILD of a functools.partial replaces its function: (function, arguments, keywords, attributes). */
    private Judgement partialState(Value.Global made, Call call) {
        if (call.how() == How.BUILD
                && call.function() instanceof Value.Result(Call inner)
                && !inner.arguments().isEmpty()
                && !call.arguments().isEmpty()
                && call.arguments().getFirst() instanceof Value.Items(List<Value> state, boolean whole)
                && state.size() == 4
                && !state.getFirst().equals(inner.arguments().getFirst())) {
            return Wording.odd(Level.SUSPICIOUS, made, call, "which replaces its function");
        }
        return call.how() == How.BUILD
                        && !call.arguments().isEmpty()
                        && (call.arguments().getFirst() instanceof Value.Result
                                || (call.arguments().getFirst()
                                                instanceof Value.Items(List<Value> items, boolean complete)
                                        && items.size() == 4
                                        && !targets.storable(items.getFirst())))
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
