package io.casemate.core.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reduced ordered binary decision diagram (Bryant 1986) over the leaves of a tree: leaves that several branches share are one
 * variable, so that probabilities are exact. A tree may need more nodes than there may be; then {@link #TOO_LARGE} says so.
 */
final class Diagram {
    static final int TOO_LARGE = -1;
    private static final int NO = 0;
    private static final int YES = 1;
    private static final int VARIABLE_LAST = Integer.MAX_VALUE;

    private record Entry(int variable, int low, int high) {}

    private record Pair(int a, int b, boolean and) {}

    private final int nodesMax;
    private final List<Entry> nodes = new ArrayList<>();
    private final Map<Entry, Integer> unique = new HashMap<>();
    private final Map<Pair, Integer> joined = new HashMap<>();

    Diagram(int nodesMax) {
        this.nodesMax = nodesMax;
        nodes.add(new Entry(VARIABLE_LAST, NO, NO));
        nodes.add(new Entry(VARIABLE_LAST, YES, YES));
    }

    int leaf(int variable) {
        return node(variable, NO, YES);
    }

    /** Conjunction or disjunction of two functions. */
    int join(boolean and, int a, int b) {
        if (a == TOO_LARGE || b == TOO_LARGE) {
            return TOO_LARGE;
        }
        int absorbing = and ? NO : YES;
        int neutral = and ? YES : NO;
        if (a == absorbing || b == absorbing) {
            return absorbing;
        }
        if (a == b || b == neutral) {
            return a;
        }
        if (a == neutral) {
            return b;
        }
        var pair = new Pair(Math.min(a, b), Math.max(a, b), and);
        Integer known = joined.get(pair);
        if (known != null) {
            return known;
        }
        Entry left = nodes.get(a);
        Entry right = nodes.get(b);
        int variable = Math.min(left.variable(), right.variable());
        int low =
                join(and, left.variable() == variable ? left.low() : a, right.variable() == variable ? right.low() : b);
        int high = join(
                and, left.variable() == variable ? left.high() : a, right.variable() == variable ? right.high() : b);
        int result = low == TOO_LARGE || high == TOO_LARGE ? TOO_LARGE : node(variable, low, high);
        joined.put(pair, result);
        return result;
    }

    /** That a function is true, where its variables are independent. Each node is visited once. */
    double probability(int function, double[] probabilities) {
        double[] at = new double[function + 1];
        for (int i = 0; i <= function; i++) {
            Entry entry = nodes.get(i);
            if (i <= YES) {
                at[i] = i;
            } else {
                double p = probabilities[entry.variable()];
                at[i] = p * at[entry.high()] + (1 - p) * at[entry.low()];
            }
        }
        return at[function];
    }

    private int node(int variable, int low, int high) {
        if (low == high) {
            return low;
        }
        var entry = new Entry(variable, low, high);
        Integer known = unique.get(entry);
        if (known != null) {
            return known;
        }
        if (nodes.size() >= nodesMax) {
            return TOO_LARGE;
        }
        nodes.add(entry);
        unique.put(entry, nodes.size() - 1);
        return nodes.size() - 1;
    }
}
