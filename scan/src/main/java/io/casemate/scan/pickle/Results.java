package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls whose results may be used later: the first thousands for good, of the others the latest ones. */
final class Results {
    private static final int FIRST = 8192;
    private static final int LATEST = 8192;
    /** Values in all calls that are kept; beyond it only small calls are kept with their arguments. */
    private static final int NODES_MAX = 200_000;

    private static final int NODES_SMALL = 16;
    private static final int NUMBER_MAX = (1 << 28) - 1;

    /**
     * A call and how large it is written out.
     *
     * @param nodes values in it, those in it counted again for each use
     * @param depth calls inside calls
     */
    record Kept(Call call, int nodes, int depth) {}

    private @Nullable Kept[] kept = new Kept[64];
    private int made;
    private long nodes;

    /** Keeps a call; returns its number, above 0, or 0 where it was not kept. */
    int add(Kept call) {
        if (made == NUMBER_MAX) {
            return 0;
        }
        made++;
        int index = index(made);
        Kept held = call;
        if (nodes + call.nodes() > NODES_MAX && call.nodes() > NODES_SMALL) {
            Call whole = call.call();
            held = new Kept(
                    new Call(whole.function(), List.of(), false, Map.of(), whole.how()), NODES_SMALL, call.depth());
        }
        if (index >= kept.length) {
            kept = Arrays.copyOf(kept, Math.min(kept.length * 4, FIRST + LATEST));
        }
        Kept replaced = kept[index];
        nodes += held.nodes() - (replaced == null ? 0 : replaced.nodes());
        kept[index] = held;
        return made;
    }

    /** The call of that number, or null where it is forgotten. */
    @Nullable Kept get(int number) {
        return number > 0 && (number <= FIRST || number > made - LATEST) ? kept[index(number)] : null;
    }

    private static int index(int number) {
        return number <= FIRST ? number - 1 : FIRST + (number - FIRST - 1) % LATEST;
    }
}
