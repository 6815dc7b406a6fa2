package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds values for the judge out of slots, of bounded size and depth: what is over it is unknown. */
final class Values {
    private static final int DEPTH_MAX = 12;
    /** So much text counts as much as one value. */
    private static final int TEXT_SHIFT = 6;

    private final Reading reading;
    private final Results results;
    private final int nodesMax;
    private final int itemsMax;
    private int nodes;
    private int deepestCall;

    /**
     * @param nodesMax values in one value, in all
     * @param itemsMax items of one container
     */
    Values(Reading reading, Results results, int nodesMax, int itemsMax) {
        this.reading = reading;
        this.results = results;
        this.nodesMax = nodesMax;
        this.itemsMax = itemsMax;
    }

    /** Values built since {@link #begin()}, what is in results of calls counted again. */
    int nodes() {
        return nodes;
    }

    /** Calls inside calls since {@link #begin()}. */
    int deepestCall() {
        return deepestCall;
    }

    void begin() {
        nodes = 0;
        deepestCall = 0;
    }

    Value of(long slot) {
        return of(slot, 0);
    }

    private Value of(long slot, int depth) {
        if (++nodes > nodesMax || depth > DEPTH_MAX) {
            int tag = Slot.tag(slot);
            return tag == Slot.RESULT || tag == Slot.CALM_RESULT ? shallow(slot) : Value.UNKNOWN;
        }
        return switch (Slot.tag(slot)) {
            case Slot.NONE -> Value.NONE;
            case Slot.TRUE -> new Value.Truth(true);
            case Slot.FALSE -> new Value.Truth(false);
            case Slot.TEXT -> {
                Value text = reading.constants().value(slot);
                nodes += text instanceof Value.Text(String letters) ? letters.length() >> TEXT_SHIFT : 0;
                yield text;
            }
            case Slot.BYTES, Slot.NUMBER, Slot.REAL -> reading.constants().value(slot);
            case Slot.GLOBAL, Slot.CALM_GLOBAL -> reading.globals().get((int) Slot.body(slot));
            case Slot.TUPLE, Slot.LIST, Slot.SET, Slot.FROZENSET -> {
                List<Value> items = items(slot, depth);
                yield new Value.Items(
                        items, items.size() == reading.containers().count(slot));
            }
            case Slot.DICT -> {
                List<Value> items = items(slot, depth);
                yield new Value.Entries(
                        items, items.size() == reading.containers().count(slot));
            }
            case Slot.PERSISTENT -> new Value.Persistent(of(reading.containers().item(slot, 0), depth + 1));
            case Slot.RESULT, Slot.CALM_RESULT -> result(slot);
            default -> Value.UNKNOWN;
        };
    }

    private List<Value> items(long container, int depth) {
        long[] slots = reading.containers().items(container, itemsMax);
        var items = new ArrayList<Value>(slots.length);
        for (long slot : slots) {
            items.add(of(slot, depth + 1));
        }
        return items;
    }

    private Value result(long slot) {
        Results.Kept kept = results.get(Slot.resultRecord(slot));
        if (kept != null && nodes + kept.nodes() <= nodesMax && kept.depth() < DEPTH_MAX) {
            nodes += kept.nodes();
            deepestCall = Math.max(deepestCall, kept.depth());
            return new Value.Result(kept.call());
        }
        return shallow(slot);
    }

    /** What is known of a result without the call that made it. */
    private Value shallow(long slot) {
        int global = Slot.resultGlobal(slot);
        Value function = global < 0 ? Value.UNKNOWN : reading.globals().get(global);
        return new Value.Result(new Call(function, List.of(), false, Map.of(), Call.How.CALL));
    }

    /** A call as the judge wants it. */
    Call call(Call.How how, long function, long arguments, long keywords) {
        // an unpickler in Python takes anything that can be iterated over
        int kind = Slot.tag(arguments);
        boolean tuple = kind >= Slot.TUPLE && kind <= Slot.FROZENSET;
        List<Value> positional = tuple ? items(arguments, 0) : List.of();
        boolean complete = tuple
                && kind != Slot.DICT
                && positional.size() == reading.containers().count(arguments);
        Map<String, Value> named = keywords == 0 ? Map.of() : keywords(keywords);
        boolean allNamed =
                keywords == 0 || named.size() * 2L == reading.containers().count(keywords);
        return new Call(of(function), positional, complete && allNamed, named, how);
    }

    private Map<String, Value> keywords(long dictionary) {
        if (Slot.tag(dictionary) != Slot.DICT) {
            return Map.of();
        }
        List<Value> entries = items(dictionary, 0);
        var named = new HashMap<String, Value>();
        for (int i = 0; i + 1 < entries.size(); i += 2) {
            if (entries.get(i) instanceof Value.Text(String text)) {
                named.put(text, entries.get(i + 1));
            }
        }
        return named;
    }
}
