package io.casemate.core.tree;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Minimal sets of leaves, none within another.
 *
 * @param sets leaves by number
 * @param missed probability, at most, that some set happens that was left out because there were too many; 0 where none was
 */
record Family(List<BitSet> sets, double missed) {

    static Family leaf(int number) {
        var set = new BitSet();
        set.set(number);
        return new Family(List.of(set), 0);
    }

    static Family or(List<Family> parts, double[] probabilities, int most) {
        List<BitSet> all = new ArrayList<>();
        double missed = 0;
        for (Family part : parts) {
            all.addAll(part.sets);
            missed += part.missed;
        }
        return limited(minimal(all), missed, probabilities, most);
    }

    /** After each part the sets are reduced to the minimal ones (MOCUS with absorption; Fussell and Vesely 1972). */
    static Family and(List<Family> parts, double[] probabilities, int most) {
        Family product = parts.getFirst();
        for (Family part : parts.subList(1, parts.size())) {
            List<BitSet> all = new ArrayList<>();
            for (BitSet a : product.sets) {
                for (BitSet b : part.sets) {
                    var both = (BitSet) a.clone();
                    both.or(b);
                    all.add(both);
                }
            }
            product = limited(minimal(all), product.missed + part.missed, probabilities, most);
        }
        return product;
    }

    static double probability(BitSet set, double[] probabilities) {
        return set.stream().mapToDouble(i -> probabilities[i]).reduce(1, (a, b) -> a * b);
    }

    /** Absorption: a set that holds another says nothing new. */
    private static List<BitSet> minimal(List<BitSet> sets) {
        List<BitSet> sorted = new ArrayList<>(sets);
        sorted.sort(Comparator.comparingInt(BitSet::cardinality));
        List<BitSet> kept = new ArrayList<>();
        for (BitSet set : sorted) {
            if (kept.stream().noneMatch(k -> within(k, set))) {
                kept.add(set);
            }
        }
        return kept;
    }

    private static boolean within(BitSet small, BitSet large) {
        for (int i = small.nextSetBit(0); i >= 0; i = small.nextSetBit(i + 1)) {
            if (!large.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The most probable sets; of the others the sum of their probabilities bounds what is missed. */
    private static Family limited(List<BitSet> sets, double missed, double[] probabilities, int most) {
        if (sets.size() <= most) {
            return new Family(sets, Math.min(1, missed));
        }
        List<BitSet> sorted = new ArrayList<>(sets);
        sorted.sort(Comparator.comparingDouble((BitSet s) -> -probability(s, probabilities)));
        double dropped = missed;
        for (BitSet set : sorted.subList(most, sorted.size())) {
            dropped += probability(set, probabilities);
        }
        return new Family(List.copyOf(sorted.subList(0, most)), Math.min(1, dropped));
    }
}
