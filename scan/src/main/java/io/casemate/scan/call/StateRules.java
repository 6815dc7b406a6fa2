package io.casemate.scan.call;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether what an allowed call returned may be built or filled as it is. */
final class StateRules {
    /** What flair makes the path of, to which it writes a model of sentencepiece. */
    private static final Set<String> MODEL_OF_FLAIR = Set.of("lang", "vs");
    /** Functions of Python that make a dictionary of what others yield only then. */
    private static final Set<String> COLLECTING =
            Set.of("dict", "OrderedDict", "Counter", "defaultdict", "tuple", "list");

    private final Targets targets;

    StateRules(Targets targets) {
        this.targets = targets;
    }

    /** What an allowed global made is built or filled. */
    Judgement filled(Rule rule, Value.Global made, Call call) {
        Judgement state = state(made, call);
        return switch (rule) {
            case PLAIN, INSTANCE, RECONSTRUCT, NEWOBJ, ENCODE, NESTED, ATTRIBUTES, MENTIONED -> state;
            case SIZED, CALLED, CALLED_SECOND, NO_FILE -> state;
            case CALLABLE -> state.safe() ? partialState(made, call) : state;
            case DTYPE -> state.safe() ? dtypeState(made, call) : state;
            case TENSOR, STORAGE, TYPED ->
                call.how() == How.BUILD
                        ? state
                        : Wording.odd(Level.SUSPICIOUS, made, call, "written into as if it were a list or dictionary");
            case SHARED -> Wording.odd(Level.SUSPICIOUS, made, call, "changed, though the whole process uses it");
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
        if (state instanceof Value.Unknown && EvaluatedText.restores(made)) {
            return Wording.odd(Level.UNKNOWN, made, call, "with a state that cannot be followed");
        }
        if (lazy(state) || computedHook(state)) {
            return Wording.call(
                    Level.SUSPICIOUS,
                    "builds an object of '%s' with attributes whose names are made while loading"
                            .formatted(Wording.name(made.qualified())));
        }
        return entries(state)
                .filter(pair -> (StateKeys.HOOKS.contains(pair.key()) && hookable(pair.key(), pair.value()))
                        || (pair.key().equals("filename")
                                && made.name().endsWith("NDArrayWrapper")
                                && !plainFile(pair.value()))
                        || (MODEL_OF_FLAIR.contains(pair.key())
                                && made.name().endsWith("BPEmbSerializable")
                                && !(pair.value() instanceof Value.Whole)
                                && !plainFile(pair.value())))
                .findFirst()
                .map(pair -> Wording.call(
                        Level.SUSPICIOUS,
                        "plants '%s' in an object of '%s'".formatted(pair.key(), Wording.name(made.qualified()))))
                .orElse(Judgement.SAFE);
    }

    /** Whether a state is collected out of an iterator: what that yields may change after it was made. */
    private static boolean lazy(Value state) {
        return state instanceof Value.Result(Call call)
                && call.function() instanceof Value.Global function
                && COLLECTING.contains(Names.last(function.name()))
                && call.arguments().stream().anyMatch(Value.Result.class::isInstance);
    }

    /** Whether something that can be called stands under a name that only loading makes. */
    private boolean computedHook(Value state) {
        return switch (state) {
            case Value.Items(List<Value> items, boolean complete)
            when items.size() == 2 ->
                items.stream().anyMatch(item -> item instanceof Value.Entries && computedHook(item));
            case Value.Entries(List<Value> all, boolean complete) ->
                IntStream.range(0, all.size() / 2)
                        .anyMatch(i -> all.get(2 * i) instanceof Value.Result && targets.function(all.get(2 * i + 1)));
            default -> false;
        };
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
                && replaces(call.arguments().getFirst(), inner.arguments().getFirst())) {
            return Wording.odd(Level.SUSPICIOUS, made, call, "which replaces its function");
        }
        if (call.how() == How.BUILD
                && !call.arguments().isEmpty()
                && call.arguments().getFirst() instanceof Value.Items(List<Value> state, boolean whole)
                && state.size() == 4
                && state.getFirst() instanceof Value.Global function
                && EvaluatedText.evaluates(function)) {
            return EvaluatedText.handed(function, new Call(function, state.subList(1, 3), whole, Map.of(), How.CALL));
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

    /** Whether a state names another function than the one that was wrapped. */
    private static boolean replaces(Value state, Value function) {
        return switch (state) {
            case Value.Items(List<Value> items, boolean whole) ->
                items.size() == 4 && !items.getFirst().equals(function);
            case Value.Entries(List<Value> all, boolean whole) ->
                IntStream.range(0, all.size() / 2)
                        .anyMatch(i -> all.get(2 * i).equals(Value.text("pyfunc"))
                                && !all.get(2 * i + 1).equals(function));
            default -> false;
        };
    }

    /** BUILD of a numpy.dtype: flags that say "holds pointers" belong to 'O' and to records only. */
    private static Judgement dtypeState(Value.Global made, Call call) {
        if (call.how() != How.BUILD
                || !(call.function() instanceof Value.Result(Call inner))
                || call.arguments().isEmpty()
                || !(call.arguments().getFirst() instanceof Value.Items(List<Value> state, boolean complete))
                || state.size() < 8
                || !(state.get(7) instanceof Value.Whole(long flags))) {
            return Judgement.SAFE;
        }
        boolean record = !(state.get(3) instanceof Value.None) || !(state.get(2) instanceof Value.None);
        boolean objects = objects(inner) || fieldOfObjects(state.get(4));
        return ((flags & 1) == 0 ? !objects : record || objects)
                ? Judgement.SAFE
                : Wording.odd(Level.SUSPICIOUS, made, call, "with flags that turn plain bytes into pointers");
    }

    private static boolean objects(Call dtype) {
        return !dtype.arguments().isEmpty()
                && dtype.arguments().getFirst() instanceof Value.Text(String code)
                && code.contains("O");
    }

    /** Whether a record has a field of objects: {@code {'a': (dtype('O'), 0)}}. */
    private static boolean fieldOfObjects(Value fields) {
        return fields instanceof Value.Entries(List<Value> all, boolean complete)
                && all.stream()
                        .anyMatch(field -> field instanceof Value.Items(List<Value> parts, boolean whole)
                                && !parts.isEmpty()
                                && parts.getFirst() instanceof Value.Result(Call dtype)
                                && objects(dtype));
    }
}
