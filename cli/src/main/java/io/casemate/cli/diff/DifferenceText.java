package io.casemate.cli.diff;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.core.diff.Cause;
import io.casemate.core.diff.Consequence;
import io.casemate.core.diff.Difference;
import io.casemate.core.diff.Standing;
import io.casemate.core.risk.Assessment.Outlook;
import io.casemate.core.risk.Band;
import io.casemate.core.threat.Weights;
import io.casemate.report.wording.ChangeWords;
import java.time.Instant;
import java.util.Locale;

/** What a terminal shows of a difference: each cause with its consequences under it. */
final class DifferenceText {
    private static final String INDENT = "   ";
    private static final int DETAILS_MAX = 12;

    private final Difference difference;
    private final Style style;
    private final int columns;
    private final boolean all;
    private final StringBuilder text = new StringBuilder();

    private DifferenceText(Difference difference, Style style, int columns, boolean all) {
        this.difference = difference;
        this.style = style;
        this.columns = columns;
        this.all = all;
    }

    /** @param all whether scenarios of the low band without evidence are shown too */
    static String of(Difference difference, Weights.Bands bands, Style style, int columns, boolean all) {
        var whole = new DifferenceText(difference, style, columns, all);
        whole.head(bands);
        difference.causes().forEach(whole::cause);
        return whole.text.toString();
    }

    private void head(Weights.Bands bands) {
        Instant from = difference.from();
        Instant to = difference.after().asOf();
        String moments = from.equals(to) ? "as of " + to : "from %s to %s".formatted(from, to);
        line("%s  %s"
                .formatted(
                        style.bold(difference.after().topology().model().scope().name()), style.faint(moments)));
        line(ChangeWords.summary(difference));
        if (!difference.isEmpty()) {
            Outlook was = difference.before().outlook(bands);
            Outlook is = difference.after().outlook(bands);
            line("%s; outlook %s"
                    .formatted(
                            ChangeWords.bands(difference),
                            was == is ? is.id() : "%s → %s".formatted(was.id(), is.id())));
        }
        ChangeWords.unseen(difference).forEach(words -> paragraph(words, "", "  "));
    }

    private void cause(Cause cause) {
        line("");
        paragraph(style.bold(cause.title()), "%d  ".formatted(cause.number()), INDENT);
        cause.details().stream()
                .limit(DETAILS_MAX)
                .forEach(d -> paragraph(style.faint(ChangeWords.detail(d)), INDENT, INDENT + "  "));
        if (cause.details().size() > DETAILS_MAX) {
            line(INDENT + style.faint("and %d more".formatted(cause.details().size() - DETAILS_MAX)));
        }
        ChangeWords.crossings(cause).forEach(c -> paragraph(style.faint(c), INDENT, INDENT + "  "));
        if (!cause.hint().isEmpty()) {
            paragraph(style.yellow("do: ") + cause.hint(), INDENT, INDENT + "  ");
        }
        long hidden = 0;
        for (Consequence consequence : cause.consequences()) {
            if (consequence.shown() || all) {
                consequence(consequence);
            } else {
                hidden++;
            }
        }
        if (cause.consequences().isEmpty()) {
            line(INDENT + "no consequences");
        }
        if (hidden > 0) {
            line(INDENT + style.faint("and %d of low band, with --all".formatted(hidden)));
        }
    }

    private void consequence(Consequence c) {
        String word = "%-9s".formatted(ChangeWords.word(c.change()));
        line("%s%s  %s"
                .formatted(INDENT, c.change().harmful() ? harm(c, word) : style.green(word), style.bold(c.scenario())));
        String indent = INDENT + " ".repeat(11);
        String from = c.before() instanceof Standing.Absent ? "" : ChangeWords.standing(c.before()) + " → ";
        String to = c.after() instanceof Standing.Absent ? "" : ChangeWords.standing(c.after());
        String moved = to.isEmpty() ? from.replace(" → ", "") : from + to;
        String with = ChangeWords.with(c);
        paragraph(with.isEmpty() ? moved : "%s; %s".formatted(moved, with), indent, indent);
        String factors = ChangeWords.factors(c);
        if (!factors.isEmpty()) {
            paragraph(style.faint(factors), indent, indent);
        }
    }

    private String harm(Consequence c, String word) {
        boolean high = c.after() instanceof Standing.Open o
                && (o.risk().incident().happened() || o.risk().current().band() == Band.HIGH);
        return high ? style.red(word.toUpperCase(Locale.ROOT)) : style.yellow(word);
    }

    private void paragraph(String words, String first, String next) {
        line(Lines.wrap(words, columns, first, next));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
