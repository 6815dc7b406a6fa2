package io.casemate.core.plan;

import io.casemate.core.risk.Band;

/** What a plan is for. */
public sealed interface Aim {
    /** The lowest risk for at most this cost a year. */
    record Budget(long amount) implements Aim {}

    /** The least cost at which no scenario is of a band above this one. */
    record Appetite(Band band) implements Aim {}
}
