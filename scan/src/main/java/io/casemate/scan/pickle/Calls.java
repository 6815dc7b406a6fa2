package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Call.How;
import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what the machine calls into calls for the judge, and follows those few that mean something to the reading itself. */
final class Calls {
    private static final String ADD_EXTENSION = "copyreg.add_extension";
    private static final String ENCODE = "_codecs.encode";
    /** Globals whose calls are looked at whatever the judge needs. */
    static final Set<String> FOLLOWED = followed();

    /** First part of the id of a class whose source stands in an old checkpoint. */
    private static final Value MODULE = Value.text("module");

    private static final int NAME_MAX = 4096;
    private static final int TENSOR_NAME_MAX = 200;
    private static final int CALLS_A_STEP = 256;

    private final Reading reading;
    private final Results results = new Results();
    private final Values values;
    private final Tensors tensors = new Tensors();
    private final Nested nested;
    private final NumpyArrays arrays;
    private final Explanation explanation;
    private final States states;
    private final Map<Integer, Long> extensions = new HashMap<>();
    private int sinceStep;
    private long firstPersistent = -1;

    Calls(Reading reading, boolean explains) {
        this.reading = reading;
        this.values = new Values(reading, results, 2_000, 256);
        this.nested = new Nested(reading);
        this.arrays = new NumpyArrays(reading);
        this.explanation = new Explanation(reading.inspection(), explains);
        this.states = new States(reading);
    }

    private static Set<String> followed() {
        var all = new HashSet<>(Tensors.REBUILDERS);
        all.addAll(Tensors.WRAPPERS);
        all.addAll(Nested.LOADERS);
        all.addAll(NumpyArrays.WRAPPERS);
        all.addAll(NumpyArrays.RECONSTRUCTORS);
        all.addAll(CodeMakers.NAMES);
        all.add(NumpyArrays.DTYPE);
        all.add(ADD_EXTENSION);
        return Set.copyOf(all);
    }

    States states() {
        return states;
    }

    Tensors tensors() {
        return tensors;
    }

    /** A call; returns the slot of its result. */
    long make(How how, long function, long arguments, long keywords, long at) {
        if (Slot.tag(function) == Slot.CALM_GLOBAL) {
            reading.plants().handed(function, arguments, at);
            return Slot.result(Slot.CALM_RESULT, (int) Slot.body(function), 0);
        }
        values.begin();
        Call call = values.call(how, function, arguments, keywords);
        int nodes = values.nodes();
        int depth = values.deepestCall() + 1;
        int record = results.add(new Results.Kept(call, nodes, depth));
        int global = -1;
        String name = "";
        if (Slot.global(function)) {
            global = (int) Slot.body(function);
            name = reading.globals().get(global).qualified();
            reading.globals().called(global);
        }
        boolean safe = judge(call, name, at);
        CodeMakers.look(call, reading, at);
        if (FOLLOWED.contains(name)) {
            long first = reading.containers().item(arguments, 0);
            tensors.note(name, call, record, first, at);
            if (name.equals(ADD_EXTENSION)) {
                extend(call, at);
            }
        }
        if (!safe || Nested.LOADERS.contains(name)) {
            nested.loaded(arguments, name, at);
            nested.look(arguments, !safe, name);
        }
        long result = Slot.result(Slot.RESULT, global, record);
        if (name.equals(ENCODE)) {
            nested.encodes(result, reading.containers().item(arguments, 0));
        }
        return result;
    }

    private boolean judge(Call call, String name, long at) {
        step();
        explanation.call(call);
        Judgement judgement = reading.inspection().judge().call(call);
        reading.tellings().tell(judgement, name + call.how(), at);
        return judgement.safe();
    }

    private void step() {
        if (++sinceStep == CALLS_A_STEP) {
            sinceStep = 0;
            reading.inspection().step();
        }
    }

    /** BUILD of the value at an index of the stack with the state above it; returns where to read on. */
    long build(long[] stack, int index, long at, long frameEnd) {
        values.begin();
        Value target = values.of(stack[index]);
        Value state = states.value(stack[index + 1], values);
        var call = new Call(target, List.of(state), true, Map.of(), How.BUILD);
        String subject = subject(stack[index]);
        if (!judge(call, subject, at)) {
            nested.look(stack[index + 1], true, subject);
        }
        if (Slot.tag(stack[index]) != Slot.RESULT) {
            return at + 1;
        }
        if (subject.equals(NumpyArrays.DTYPE)) {
            arrays.order(Slot.resultRecord(stack[index]), state);
        } else if (NumpyArrays.RECONSTRUCTORS.contains(subject)) {
            arrays.built(stack[index + 1], state);
        } else if (NumpyArrays.WRAPPERS.contains(subject) && !reading.inside()) {
            if (frameEnd != Long.MAX_VALUE && frameEnd != at + 1) {
                throw new Broken(at, "a raw array stands inside a frame");
            }
            return arrays.raw(stack[index + 1], state, at);
        }
        return at + 1;
    }

    /** What the whole pickle is. */
    Value result(long slot) {
        Value value = new Values(reading, results, 100_000, 65_536).of(slot);
        explanation.result(value);
        return value;
    }

    private String subject(long slot) {
        int global = Slot.global(slot)
                ? (int) Slot.body(slot)
                : Slot.tag(slot) == Slot.RESULT || Slot.tag(slot) == Slot.CALM_RESULT ? Slot.resultGlobal(slot) : -1;
        return global < 0 ? "" : reading.globals().get(global).qualified();
    }

    /** Items put into what is no plain list, dictionary or set. */
    void fill(How how, long target, long[] stack, int from, int to, long at) {
        if (how == How.SET_ITEM) {
            named(stack, from, to);
        }
        long items = reading.containers().of(Slot.TUPLE, stack, from, to);
        values.begin();
        Call call = values.call(how, target, items, 0);
        if (!judge(call, subject(target), at)) {
            nested.look(items, true, subject(target));
        }
    }

    /** Names tensors by the keys of a dictionary they are put in. */
    void named(long[] stack, int from, int to) {
        if (tensors.none()) {
            return;
        }
        for (int i = from; i + 1 < to; i += 2) {
            if (Slot.tag(stack[i + 1]) == Slot.RESULT && Slot.tag(stack[i]) == Slot.TEXT) {
                String name = reading.constants().text(Slot.body(stack[i]));
                tensors.name(
                        Slot.resultRecord(stack[i + 1]), name.substring(0, Math.min(name.length(), TENSOR_NAME_MAX)));
            }
        }
    }

    /** The global that the two lines of the opcode at an offset name. */
    long global(long at) {
        long end = reading.constants().lineEnd(at + 1);
        long last = reading.constants().lineEnd(end + 1);
        if (last - at > 2 * NAME_MAX) {
            return computed(at, "a global has a name of %,d bytes".formatted(last - at));
        }
        var content = reading.content();
        return reading.globals()
                .slot(
                        content.text(at + 1, (int) (end - at - 1), StandardCharsets.UTF_8),
                        content.text(end + 1, (int) (last - end - 1), StandardCharsets.UTF_8),
                        at);
    }

    /** The global that two values of the stack name. */
    long stackGlobal(long module, long name, long at) {
        step();
        if (Slot.tag(module) == Slot.TEXT && Slot.tag(name) == Slot.TEXT) {
            var constants = reading.constants();
            if (constants.length(Slot.body(module), NAME_MAX) <= NAME_MAX
                    && constants.length(Slot.body(name), NAME_MAX) <= NAME_MAX) {
                return reading.globals().slot(constants.text(Slot.body(module)), constants.text(Slot.body(name)), at);
            }
            return computed(at, "a global has a name of more than %,d bytes".formatted(NAME_MAX));
        }
        if (neverText(module) || neverText(name)) {
            throw new Broken(at, "the name of a global is no text");
        }
        return computed(at, "the name of a global is made while loading, so that no reader of the file can know it");
    }

    private static boolean neverText(long slot) {
        int tag = Slot.tag(slot);
        return tag != Slot.TEXT && tag > Slot.UNKNOWN && tag <= Slot.FROZENSET;
    }

    private long computed(long at, String message) {
        reading.tellings().tell("pickle/computed-global", "", at, message);
        return Slot.of(Slot.UNKNOWN, 0);
    }

    private void extend(Call call, long at) {
        if (call.arguments().size() == 3
                && call.arguments().get(0) instanceof Value.Text(String module)
                && call.arguments().get(1) instanceof Value.Text(String name)
                && call.arguments().get(2) instanceof Value.Whole(long code)
                && code == (int) code
                && extensions.size() < NAME_MAX) {
            extensions.put((int) code, reading.globals().slot(module, name, at));
        }
    }

    /** Notes a persistent id, which is often a storage; returns what PyTorch's loader makes of it. */
    long persistent(long slot, long at) {
        values.begin();
        long id = reading.containers().item(slot, 0);
        if (Slot.tag(id) == Slot.TUPLE
                && values.of(reading.containers().item(id, 0)).equals(MODULE)) {
            long type = reading.containers().item(id, 1);
            return Slot.global(type) ? type : slot;
        }
        if (values.of(slot) instanceof Value.Persistent(Value named)) {
            boolean storage = named instanceof Value.Items(List<Value> parts, boolean complete)
                    && complete
                    && tensors.storage(parts) != null;
            if (firstPersistent < 0 && !storage) {
                firstPersistent = at;
            }
        }
        return slot;
    }

    /** Where the first persistent id stands that names no storage of PyTorch, or -1. */
    long firstPersistent() {
        return firstPersistent;
    }

    /** Hands on a constant that can be loaded by itself, though nothing here loads it; returns it. */
    long constant(long slot) {
        nested.look(slot);
        return slot;
    }

    /** What stands under a number of the extension registry of the loading process. */
    long extension(int code, long at) {
        Long known = extensions.get(code);
        if (known != null) {
            return known;
        }
        reading.tellings()
                .tell(
                        "pickle/extension-code",
                        "",
                        at,
                        "extension code %d names a global that only the loading process knows".formatted(code));
        return Slot.of(Slot.UNKNOWN, 0);
    }
}
