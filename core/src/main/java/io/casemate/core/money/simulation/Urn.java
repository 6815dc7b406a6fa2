package io.casemate.core.money.simulation;

/**
 * Pólya's urn of each peril in a year: after s successes in t attempts the next succeeds with probability
 * (a + s) / (a + b + t), which is what Beta(a, b) makes of attempts.
 */
final class Urn {
    private final int[] tried;
    private final int[] won;

    Urn(int perils) {
        tried = new int[perils];
        won = new int[perils];
    }

    /** A new year begins for a peril. */
    void forget(int peril) {
        tried[peril] = 0;
        won[peril] = 0;
    }

    int tried(int peril) {
        return tried[peril];
    }

    int won(int peril) {
        return won[peril];
    }

    /** Whether an attempt succeeds that would with any probability above {@code u}. */
    boolean tries(Member member, double u) {
        int i = member.index;
        boolean success = u * (member.hits + member.misses + tried[i]) < member.hits + won[i];
        tried[i]++;
        won[i] += success ? 1 : 0;
        return success;
    }
}
