package io.casemate.core.diff;

import io.casemate.core.diff.edit.Act;
import io.casemate.core.model.Named;
import java.util.List;

/**
 * One change with what follows from it.
 *
 * @param number from 1, as others refer to it
 * @param act what was done
 * @param title the same in words
 * @param details everything that differs by it
 * @param crossings trust boundaries that flows cross now, or no more, by it
 * @param hint what the author should do; empty where nothing
 * @param consequences what it does to the scenarios, the gravest first; empty where nothing
 */
public record Cause(
        int number,
        Act act,
        String title,
        List<Detail> details,
        List<Crossing> crossings,
        String hint,
        List<Consequence> consequences) {
    /** What a difference means by itself, before any scenario is looked at. */
    public enum Effect implements Named {
        NEUTRAL,
        CONTROL_NEW,
        CONTROL_GONE,
        EXPOSURE_NEW,
        EXPOSURE_GONE
    }

    /**
     * One value that differs.
     *
     * @param what of which part, in words
     * @param before empty where there was none
     * @param after empty where there is none
     */
    public record Detail(String what, String before, String after, Effect effect) {}

    /**
     * A flow over a trust boundary.
     *
     * @param begins true where it crosses it now and did not before
     */
    public record Crossing(String flow, String zone, boolean begins) {}

    public Cause {
        details = List.copyOf(details);
        crossings = List.copyOf(crossings);
        consequences = List.copyOf(consequences);
    }
}
