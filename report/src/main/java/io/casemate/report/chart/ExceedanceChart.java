package io.casemate.report.chart;

import io.casemate.core.money.RiskInMoney;
import io.casemate.core.money.loss.CurvePoint;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.loss.Quantile;
import io.casemate.report.diagram.SvgText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The loss exceedance curve: how likely it is that a year costs more than an amount. Colours are attributes for print; the style of a
 * page goes over them.
 */
public final class ExceedanceChart {
    private static final double WIDTH = 720;
    private static final double LEFT = 56;
    private static final double RIGHT = 18;
    private static final double TOP = 44;
    private static final double BOTTOM = 52;
    /** Rarer than this is not drawn. */
    private static final double RARE = 0.001;

    /** One state of a system, and how its line looks. */
    private record State(String kind, String words, Losses losses, String colour, String dashes, double width) {
        static State inherent(RiskInMoney money) {
            return new State("inherent", "Without controls", money.total().inherent(), "#66717a", "2 4", 1.6);
        }

        static State current(RiskInMoney money) {
            return new State("current", "As it is", money.total().current(), "#0f6466", "", 2.6);
        }

        static State target(RiskInMoney money) {
            return new State("target", "With the treatments", money.total().target(), "#985c00", "9 5", 2);
        }
    }

    private final RiskInMoney money;
    private final List<State> states;
    private final double height;
    private final SvgText svg = new SvgText();
    private final Axis axis;
    private final double top;

    private ExceedanceChart(RiskInMoney money, List<State> states, double height) {
        this.money = money;
        this.states = states;
        this.height = height;
        List<CurvePoint> points = losses().flatMap(l -> l.curve().stream())
                .filter(p -> p.probability().value() >= RARE)
                .toList();
        double most = losses().mapToDouble(l -> l.anyLoss().value()).max().orElse(1);
        double least = losses().mapToDouble(ExceedanceChart::bend).min().orElse(1);
        double largest = points.stream().mapToDouble(CurvePoint::loss).max().orElse(10);
        double high = Math.ceil(2 * Math.log10(largest)) / 2;
        double low = Math.min(high - 1, Math.floor(2 * Math.log10(least)) / 2);
        axis = new Axis(low, high, LEFT, WIDTH - LEFT - RIGHT);
        top = most > 0.5 ? 1 : most > 0.2 ? 0.5 : 0.2;
    }

    /** Where a curve begins to fall. */
    private static double bend(Losses losses) {
        return losses.curve().stream()
                .filter(p -> p.probability().value() < 0.97 * losses.anyLoss().value())
                .mapToDouble(CurvePoint::loss)
                .findFirst()
                .orElse(Double.MAX_VALUE);
    }

    /** Without controls, as it is, and with the treatments: a whole {@code <svg>} element; empty where nothing is ever lost. */
    public static String of(RiskInMoney money) {
        return of(money, List.of(State.inherent(money), State.current(money), State.target(money)), 360);
    }

    /** The same, less high, as it is and with the treatments; only as it is where they change nothing. */
    public static String brief(RiskInMoney money) {
        State current = State.current(money);
        State target = State.target(money);
        boolean same = target.losses().curve().equals(current.losses().curve());
        return of(money, same ? List.of(current) : List.of(current, target), 240);
    }

    private static String of(RiskInMoney money, List<State> states, double height) {
        boolean lost = states.stream().anyMatch(s -> !s.losses().curve().isEmpty());
        return lost ? new ExceedanceChart(money, states, height).draw() : "";
    }

    private Stream<Losses> losses() {
        return states.stream().map(State::losses);
    }

    private String draw() {
        svg.open("svg").attribute("class", "curve").attribute("xmlns", "http://www.w3.org/2000/svg");
        svg.attribute("viewBox", "0 0 %s %s".formatted(SvgText.number(WIDTH), SvgText.number(height)));
        svg.attribute("width", WIDTH).attribute("height", height).attribute("role", "img");
        svg.attribute("aria-labelledby", "curve-title curve-desc");
        svg.attribute("font-family", "system-ui, sans-serif")
                .attribute("font-size", "12")
                .in();
        svg.open("title")
                .attribute("id", "curve-title")
                .text("Loss exceedance curve")
                .close("title");
        svg.open("desc").attribute("id", "curve-desc").text(description()).close("desc");
        grid();
        states.stream().sorted(Comparator.comparingDouble(State::width)).forEach(this::curve);
        mark(money.total().current().percentile(0.95));
        legend();
        return svg.close("svg").toString();
    }

    private String description() {
        return String.format(
                Locale.ROOT,
                "The probability that a year costs more than an amount in %s. As it is, a year costs more than %s with"
                        + " probability 5 %%, and more than %s with probability 1 %%.",
                money.currency(),
                amount(money.total().current().percentile(0.95)),
                amount(money.total().current().percentile(0.99)));
    }

    private static String amount(Quantile quantile) {
        return String.format(Locale.ROOT, "%,.0f", quantile.value());
    }

    private double y(double probability) {
        return height - BOTTOM - (height - TOP - BOTTOM) * Math.clamp(probability / top, 0, 1);
    }

    private void grid() {
        for (int i = 0; i <= 5; i++) {
            double p = top * i / 5;
            line("grid", LEFT, y(p), WIDTH - RIGHT, y(p), "#e3e6e5");
            text("tick", LEFT - 8, y(p) + 4, "end", Math.round(100 * p) + " %");
        }
        for (double tick : axis.ticks()) {
            line("grid", axis.at(tick), TOP, axis.at(tick), height - BOTTOM, "#e3e6e5");
            text("tick", axis.at(tick), height - BOTTOM + 18, "middle", Axis.words(tick));
        }
        text("tick", WIDTH - RIGHT, height - 10, "end", "Loss of a year, " + money.currency());
        text("tick", LEFT, height - 10, "start", "Probability that a year costs more");
    }

    private void curve(State state) {
        Losses losses = state.losses();
        if (losses.curve().isEmpty()) {
            return;
        }
        StringBuilder d = new StringBuilder();
        double left = Math.pow(10, axis.low());
        double before = losses.anyLoss().value();
        double beyond = Math.pow(10, axis.high());
        for (CurvePoint point : losses.curve()) {
            double p = point.probability().value();
            if (point.loss() <= left) {
                before = p;
            } else if (point.loss() <= beyond && p >= RARE / 2) {
                d.append(d.isEmpty() ? "M%s %sL".formatted(SvgText.number(LEFT), SvgText.number(y(before))) : "L");
                d.append(SvgText.number(axis.at(point.loss()))).append(' ').append(SvgText.number(y(p)));
            }
        }
        svg.open("path").attribute("class", state.kind()).attribute("d", d.toString());
        svg.attribute("fill", "none").attribute("stroke", state.colour());
        svg.attribute("stroke-width", Double.toString(state.width()));
        if (!state.dashes().isEmpty()) {
            svg.attribute("stroke-dasharray", state.dashes());
        }
        svg.attribute("stroke-linejoin", "round").close("path");
    }

    /** One year in twenty. */
    private void mark(Quantile quantile) {
        if (quantile.value() < Math.pow(10, axis.low())) {
            return;
        }
        double x = axis.at(quantile.value());
        double y = y(1 - quantile.at());
        svg.open("circle")
                .attribute("class", "mark")
                .attribute("cx", x)
                .attribute("cy", y)
                .attribute("r", 4);
        svg.attribute("fill", "#0f6466").close("circle");
        String words = "1 year in 20: more than " + brief(quantile.value());
        double end = Math.min(WIDTH - RIGHT, x + 12 + 6.6 * words.length());
        svg.open("path").attribute("class", "grid").attribute("stroke", "#5d6869");
        svg.attribute("d", "M%s %sv-22".formatted(SvgText.number(x), SvgText.number(y - 5)))
                .close("path");
        text("said", end, y - 32, "end", words);
    }

    private static String brief(double amount) {
        return amount >= 1e6
                ? String.format(Locale.ROOT, "%.1f M", amount / 1e6)
                : String.format(Locale.ROOT, "%.0f k", Math.max(1, amount / 1e3));
    }

    private void legend() {
        double x = LEFT;
        for (State state : states) {
            x = entry(x, state);
        }
    }

    private double entry(double x, State state) {
        svg.open("path").attribute("class", state.kind());
        svg.attribute("d", "M%s 20h28".formatted(SvgText.number(x))).attribute("fill", "none");
        svg.attribute("stroke", state.colour()).attribute("stroke-width", "2.4");
        if (!state.dashes().isEmpty()) {
            svg.attribute("stroke-dasharray", state.dashes());
        }
        svg.close("path");
        text("said", x + 36, 24, "start", state.words());
        return x + 60 + 6.6 * state.words().length();
    }

    private void line(String kind, double x1, double y1, double x2, double y2, String colour) {
        svg.open("line").attribute("class", kind).attribute("x1", x1).attribute("y1", y1);
        svg.attribute("x2", x2).attribute("y2", y2).attribute("stroke", colour).close("line");
    }

    private void text(String kind, double x, double y, String anchor, String words) {
        svg.open("text").attribute("class", kind).attribute("x", x).attribute("y", y);
        if (kind.equals("said")) {
            svg.attribute("paint-order", "stroke")
                    .attribute("stroke", "#fdfdfc")
                    .attribute("stroke-width", "4");
        }
        svg.attribute("text-anchor", anchor).attribute("fill", kind.equals("tick") ? "#5d6869" : "#1c2324");
        svg.text(words).close("text");
    }
}
