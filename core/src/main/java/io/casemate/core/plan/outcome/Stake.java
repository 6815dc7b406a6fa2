package io.casemate.core.plan.outcome;

import io.casemate.core.risk.Band;
import io.casemate.core.threat.Weights;

/** One scenario that a plan is to lower, as a function of the choices in place. */
public interface Stake {
    /** {@code threat@target}. */
    String id();

    /** Numbers of the choices that are known to move it, ascending. */
    int[] choices();

    /** Its annual probability with these choices in place, by the routes known so far; 0 where it has ended. */
    double at(boolean[] placed);

    /** No more than {@link #at} for any way to make the choices that are free in a state of {@code Term}. */
    double least(byte[] state);

    /** What it weighs at a probability. */
    double worth(Worth worth, double probability);

    /** Whether this probability puts it into a band above the appetite. */
    boolean over(Band appetite, Weights.Bands bands, double probability);
}
