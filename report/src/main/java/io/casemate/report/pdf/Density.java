package io.casemate.report.pdf;

import java.util.List;

/**
 * How large the type is.
 *
 * @param points size of the running text
 * @param leading height of a line, in units of the size
 */
record Density(double points, double leading) {
    static final Density USUAL = new Density(9.4, 1.42);

    /** One smaller than the other; below the last nobody could read it. */
    static final List<Density> TIGHTER =
            List.of(new Density(8.9, 1.36), new Density(8.4, 1.32), new Density(7.9, 1.28));
}
