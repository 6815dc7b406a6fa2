package io.casemate.report.board;

import io.casemate.core.money.loss.CurvePoint;
import io.casemate.report.wording.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Loss exceedance curves as SVG: how likely a year costs more than an amount. Amounts on a logarithmic scale, whole decades; chances
 * on a linear one from 0. Colours are classes of the page around it. The same curves give the same text.
 */
public final class ExceedanceChart {
    private static final double WIDTH = 660;
    private static final double HEIGHT = 216;
    private static final double LEFT = 44;
    private static final double RIGHT = 14;
    private static final double TOP = 14;
    private static final double BOTTOM = 26;

    /** A year of so many that the curve is cut off at: what is rarer is mostly noise. */
    private static final double RAREST = 0.002;

    private final String currency;
    private final int low;
    private final int high;
    private final double most;

    private ExceedanceChart(String currency, int low, int high, double most) {
        this.currency = currency;
        this.low = low;
        this.high = high;
        this.most = most;
    }

    /**
     * The picture; empty where a year costs nothing.
     *
     * @param now the curve of the system as it is
     * @param then the curve with everything decided in place; not drawn where it is the same
     */
    public static String of(String currency, List<CurvePoint> now, List<CurvePoint> then) {
        List<CurvePoint> told = now.stream()
                .filter(p -> p.probability().value() >= RAREST && p.loss() > 0)
                .toList();
        if (told.size() < 2) {
            return "";
        }
        double most = told.getFirst().probability().value();
        double top = most > 0.5 ? 1 : most > 0.2 ? 0.5 : most > 0.1 ? 0.2 : 0.1;
        int low = (int) Math.floor(Math.log10(told.getFirst().loss()));
        int high = (int) Math.ceil(Math.log10(told.getLast().loss()));
        return new ExceedanceChart(currency, Math.min(low, high - 1), high, top).draw(told, then);
    }

    private String draw(List<CurvePoint> now, List<CurvePoint> then) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"exceedance\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\">\n"
                        .formatted(heard(now), at(WIDTH), at(HEIGHT), at(WIDTH), at(HEIGHT)));
        grid(svg);
        List<CurvePoint> after = then.stream()
                .filter(p -> p.probability().value() >= RAREST && p.loss() > 0)
                .toList();
        if (after.size() > 1 && !after.equals(now)) {
            line(svg, "after", after);
        }
        line(svg, "now", now);
        key(svg, after.size() > 1 && !after.equals(now));
        return svg.append("</svg>").toString();
    }

    private void grid(StringBuilder svg) {
        for (int i = 0; i <= 4; i++) {
            double share = most * i / 4;
            double y = y(share);
            svg.append("<path class=\"rule\" d=\"M%s %sH%s\"/>\n".formatted(at(LEFT), at(y), at(WIDTH - RIGHT)));
            text(svg, "tick end", LEFT - 6, y + 3.5, share == 1 ? "100 %" : Figures.percent(share));
        }
        for (int decade = low; decade <= high; decade++) {
            double x = x(Math.pow(10, decade));
            svg.append("<path class=\"rule\" d=\"M%s %sV%s\"/>\n".formatted(at(x), at(TOP), at(HEIGHT - BOTTOM)));
            String kind = decade == low ? "tick" : decade == high ? "tick end" : "tick middle";
            text(svg, kind, x, HEIGHT - BOTTOM + 15, Plain.money(currency, Math.pow(10, decade)));
        }
    }

    private void line(StringBuilder svg, String kind, List<CurvePoint> points) {
        List<String> steps = new ArrayList<>();
        for (CurvePoint point : points) {
            if (point.loss() >= Math.pow(10, low) && point.loss() <= Math.pow(10, high)) {
                steps.add("%s %s"
                        .formatted(at(x(point.loss())), at(y(point.probability().value()))));
            }
        }
        if (steps.size() > 1) {
            svg.append("<path class=\"loss %s\" d=\"M%s\"/>\n".formatted(kind, String.join("L", steps)));
        }
    }

    private void key(StringBuilder svg, boolean both) {
        double x = WIDTH - RIGHT - 190;
        svg.append("<path class=\"loss now\" d=\"M%s %sh22\"/>\n".formatted(at(x), at(TOP + 12)));
        text(svg, "tick", x + 28, TOP + 15.5, "as it is today");
        if (both) {
            svg.append("<path class=\"loss after\" d=\"M%s %sh22\"/>\n".formatted(at(x), at(TOP + 30)));
            text(svg, "tick", x + 28, TOP + 33.5, "with everything decided in place");
        }
    }

    /** The curve in words: the chance of each whole decade. */
    private String heard(List<CurvePoint> now) {
        List<String> words = new ArrayList<>();
        for (int decade = low; decade <= high; decade++) {
            double loss = Math.pow(10, decade);
            double chance = now.stream()
                    .filter(p -> p.loss() <= loss * 1.0001)
                    .mapToDouble(p -> p.probability().value())
                    .min()
                    .orElse(now.getFirst().probability().value());
            words.add("%s with a chance of %s".formatted(Plain.money(currency, loss), Figures.percent(chance)));
        }
        return escaped("Loss exceedance curve: one year costs more than %s".formatted(String.join(", ", words)));
    }

    private double x(double loss) {
        return LEFT + (Math.log10(loss) - low) / (high - low) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double share) {
        return TOP + (1 - Math.min(1, share / most)) * (HEIGHT - TOP - BOTTOM);
    }

    private static void text(StringBuilder svg, String kind, double x, double y, String text) {
        svg.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n".formatted(kind, at(x), at(y), escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String at(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
