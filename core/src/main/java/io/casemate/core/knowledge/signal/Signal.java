package io.casemate.core.knowledge.signal;

import java.time.Duration;
import java.util.List;

/**
 * One run-time signal: what is measured, from when on it is an alert, and what to do then. Threats and mitigations name it as
 * {@code signal:} and its metric.
 *
 * @param id the name of its file
 * @param metric name of the measured series
 * @param unit what the threshold counts
 * @param side on which side of the threshold an alert lies
 * @param window the time that one value speaks for
 * @param minimumSample observations below which a value says nothing
 * @param per what is watched by itself: each caller, class, model and so on
 * @param quiet when an alert means no attack
 * @param runbook what a person does, step by step
 */
public record Signal(
        String id,
        String title,
        String description,
        String metric,
        String unit,
        Side side,
        double threshold,
        Duration window,
        int minimumSample,
        String per,
        String quiet,
        List<String> runbook) {
    /** Where an alert lies. */
    public enum Side {
        ABOVE,
        BELOW
    }

    public Signal {
        runbook = List.copyOf(runbook);
    }

    /** How threats and mitigations name it. */
    public String verification() {
        return "signal:" + metric;
    }

    /** Whether a value of this many observations is an alert. */
    public boolean alerts(double value, int observations) {
        boolean beyond = side == Side.ABOVE ? value > threshold : value < threshold;
        return beyond && observations >= minimumSample;
    }
}
