package io.casemate.scan.pickle;

import io.casemate.scan.call.StateKeys;
import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.List;

/** States that {@code BUILD} gives to objects: keys that change what is run are seen however many others there are. */
final class States {
    private static final int KEYS_MAX = 1 << 20;
    private static final int KEYS_A_STEP = 4096;

    private final Reading reading;

    States(Reading reading) {
        this.reading = reading;
    }

    /** Whether a state has such a key, or cannot be looked into. */
    boolean matters(long state) {
        return switch (Slot.tag(state)) {
            case Slot.RESULT, Slot.CALM_RESULT, Slot.PERSISTENT, Slot.UNKNOWN -> true;
            case Slot.DICT -> !found(state).isEmpty();
            case Slot.TUPLE -> reading.containers().count(state) == 2 && either(state);
            default -> false;
        };
    }

    private boolean either(long pair) {
        for (long part : reading.containers().items(pair, 2)) {
            int tag = Slot.tag(part);
            if (tag == Slot.RESULT
                    || tag == Slot.CALM_RESULT
                    || tag == Slot.UNKNOWN
                    || (tag == Slot.DICT && !found(part).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** The state as the judge sees it: the keys that matter come first. */
    Value value(long state, Values values) {
        Value value = values.of(state);
        return switch (Slot.tag(state)) {
            case Slot.DICT -> whole(state) ? first(state, value, values) : Value.UNKNOWN;
            case Slot.TUPLE ->
                value instanceof Value.Items(List<Value> parts, boolean complete) && parts.size() == 2
                        ? new Value.Items(both(state, parts, values), complete)
                        : value;
            default -> value;
        };
    }

    private List<Value> both(long pair, List<Value> parts, Values values) {
        long[] slots = reading.containers().items(pair, 2);
        var both = new ArrayList<Value>(parts);
        for (int i = 0; i < slots.length; i++) {
            if (Slot.tag(slots[i]) == Slot.DICT) {
                both.set(i, whole(slots[i]) ? first(slots[i], parts.get(i), values) : Value.UNKNOWN);
            }
        }
        return both;
    }

    /** Whether all keys of a dictionary are still known. */
    private boolean whole(long dictionary) {
        long count = reading.containers().count(dictionary);
        return count == 0
                || (count > 0 && count == reading.containers().items(dictionary, Containers.ITEMS_KEPT).length);
    }

    private Value first(long dictionary, Value value, Values values) {
        List<Long> found = found(dictionary);
        if (found.isEmpty() || !(value instanceof Value.Entries(List<Value> rest, boolean complete))) {
            return value;
        }
        var all = new ArrayList<Value>();
        values.begin();
        found.forEach(slot -> all.add(values.of(slot)));
        all.addAll(rest);
        return new Value.Entries(all, complete);
    }

    /** Keys that matter, each with its value. */
    private List<Long> found(long dictionary) {
        long[] items = reading.containers().items(dictionary, KEYS_MAX);
        var found = new ArrayList<Long>();
        for (int i = 0; i + 1 < items.length && found.size() < 2 * StateKeys.LENGTH_MAX; i += 2) {
            if (i % KEYS_A_STEP == KEYS_A_STEP - 2) {
                reading.inspection().step();
            }
            if (Slot.tag(items[i]) == Slot.TEXT && matters(items[i], reading.constants())) {
                found.add(items[i]);
                found.add(items[i + 1]);
            }
        }
        return found;
    }

    private static boolean matters(long text, Constants constants) {
        long at = Slot.body(text);
        return constants.length(at, StateKeys.LENGTH_MAX + 2) <= StateKeys.LENGTH_MAX + 2
                && StateKeys.matter(constants.text(at));
    }
}
