package io.casemate.core.plan.outcome;

import io.casemate.core.plan.program.Term;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Supposed;
import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A scenario as the worst of the routes that are known. Where none is left it has ended, unless evidence
 * keeps it: then it is what it was seen to be where none was left, for every greater set of choices too, and nothing is claimed of
 * other sets. With every route known it equals the assessment; until then it is no greater.
 */
final class Routed implements Stake {
    /** A probability this close to the end of a band counts as beyond it. */
    private static final double ROUNDING = 1e-9;

    /** Most choices for which all answers are remembered: 8 KB a scenario. */
    private static final int REMEMBERED = 10;

    private final Candidate candidate;
    private final int impact;
    private final boolean incident;
    private final boolean kept;
    private final List<Way> ways = new ArrayList<>();
    private final List<Way> alone = new ArrayList<>();

    /** Sets of choices at which no route was left. */
    private final List<int[]> ended = new ArrayList<>();

    private int[] choices = {};

    /** What {@link #at} said, by the set of choices; NaN where it was not asked. Empty where there are too many sets. */
    private double[] said = {};

    Routed(Supposed scenario, boolean kept) {
        this.candidate = scenario.candidate();
        this.impact = scenario.rating().impact();
        this.incident = scenario.incident();
        this.kept = kept;
    }

    @Override
    public String id() {
        return candidate.id();
    }

    @Override
    public double worth(Worth worth, double probability) {
        return probability > 0 ? worth.of(candidate, probability, impact) : 0;
    }

    @Override
    public boolean over(Band appetite, Weights.Bands bands, double probability) {
        if (probability == 0) {
            return false;
        }
        int likelihood = incident ? 3 : bands.likelihood(probability * (1 + ROUNDING));
        return Band.of(likelihood * impact).compareTo(appetite) > 0;
    }

    @Override
    public int[] choices() {
        return choices;
    }

    void add(Way way) {
        ways.add(way);
        mention();
    }

    /** Takes note that no route is left once these choices are in place, and what evidence keeps alive then. */
    void addEnded(int[] placed, Way way) {
        ended.add(placed);
        if (alone.isEmpty()) {
            alone.add(way);
        }
        mention();
    }

    private void mention() {
        Set<Integer> all = new TreeSet<>();
        ways.forEach(w -> w.mention(all));
        alone.forEach(w -> w.mention(all));
        ended.forEach(set -> Arrays.stream(set).forEach(all::add));
        choices = all.stream().mapToInt(i -> i).toArray();
        said = choices.length <= REMEMBERED ? new double[1 << choices.length] : new double[0];
        Arrays.fill(said, Double.NaN);
    }

    @Override
    public double at(boolean[] placed) {
        if (said.length == 0) {
            return worst(placed);
        }
        int set = 0;
        for (int i = 0; i < choices.length; i++) {
            set |= placed[choices[i]] ? 1 << i : 0;
        }
        if (Double.isNaN(said[set])) {
            said[set] = worst(placed);
        }
        return said[set];
    }

    private double worst(boolean[] placed) {
        double worst = Way.ENDED;
        for (Way way : ways) {
            worst = Math.max(worst, way.at(placed));
        }
        if (worst == Way.ENDED && kept && !alone.isEmpty()) {
            for (int[] set : ended) {
                if (within(set, placed)) {
                    return Math.max(0, alone.getFirst().at(placed));
                }
            }
        }
        return Math.max(0, worst);
    }

    @Override
    public double least(byte[] state) {
        double worst = Way.ENDED;
        for (Way way : ways) {
            worst = Math.max(worst, way.least(state));
        }
        if (worst == Way.ENDED && kept && !alone.isEmpty()) {
            for (int[] set : ended) {
                if (within(set, state)) {
                    return Math.max(0, alone.getFirst().least(state));
                }
            }
        }
        return Math.max(0, worst);
    }

    private static boolean within(int[] set, boolean[] placed) {
        for (int choice : set) {
            if (!placed[choice]) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(int[] set, byte[] state) {
        for (int choice : set) {
            if (state[choice] != Term.IN) {
                return false;
            }
        }
        return true;
    }
}
