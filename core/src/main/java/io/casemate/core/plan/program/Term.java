package io.casemate.core.plan.program;

/** One summand of what is minimised: a number at least 0 that depends on a few choices, in whatever way. */
public interface Term {
    /** In a state: the choice is left out. */
    byte OUT = 0;

    /** In a state: the choice is in place. */
    byte IN = 1;

    /** In a state: the choice is not made yet. */
    byte FREE = 2;

    /** Numbers of the choices it depends on, ascending. */
    int[] choices();

    /** Its value when exactly these choices are in place. */
    double at(boolean[] placed);

    /** A number no greater than its value for any way to make the choices that are still {@link #FREE}. */
    double least(byte[] state);
}
