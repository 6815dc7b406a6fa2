package io.casemate.report.pdf;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How large the type is, with all that stands around it.
 *
 * @param points size of the running text; the style sheets are written for {@link #USUAL}
 * @param leading height of a line, in units of the size
 */
record Density(double points, double leading) {
    static final Density USUAL = new Density(9.4, 1.42);

    /** Each smaller than the one before; below the last nobody could read it. */
    static final List<Density> TIGHTER =
            List.of(new Density(8.9, 1.38), new Density(8.4, 1.34), new Density(7.9, 1.3), new Density(7.3, 1.26));

    /** Hardly seen beside the usual one: enough to draw a few lines back from a last sheet. */
    static final Density FIRMER = new Density(9.1, 1.36);

    /** Lengths outside the rules for the sheets themselves, whose lines begin with {@code @page} or a blank. */
    private static final Pattern LENGTH = Pattern.compile("(?<![\\w.#-])([0-9]*\\.?[0-9]+)(pt|mm)\\b");

    /** A style sheet for this size. */
    String scaled(String css) {
        double factor = points / USUAL.points();
        StringBuilder out = new StringBuilder();
        for (String line : css.split("\n", -1)) {
            boolean sheet = line.startsWith("@page") || line.startsWith(" ") || factor == 1;
            out.append(sheet ? line : LENGTH.matcher(line).replaceAll(m -> scaled(m.group(1), factor) + m.group(2)))
                    .append('\n');
        }
        return out.toString();
    }

    private static String scaled(String length, double factor) {
        return String.format(Locale.ROOT, "%.2f", Double.parseDouble(length) * factor);
    }
}
