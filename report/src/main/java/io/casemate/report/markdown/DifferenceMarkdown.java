package io.casemate.report.markdown;

import io.casemate.core.diff.Cause;
import io.casemate.core.diff.Consequence;
import io.casemate.core.diff.Difference;
import io.casemate.core.risk.Assessment.Outlook;
import io.casemate.core.threat.Weights;
import io.casemate.report.wording.ChangeWords;
import java.util.List;

/** A difference as a comment on a pull request: one line, one table, and the rest folded away. */
public final class DifferenceMarkdown {
    private static final int ROWS_MAX = 50;

    private DifferenceMarkdown() {}

    /**
     * The difference, whole.
     *
     * @param bands where the likelihoods begin, for the outlook
     */
    public static String of(Difference difference, Weights.Bands bands) {
        var text = new MarkdownText();
        text.paragraph("### Threat model: %s".formatted(MarkdownText.escape(ChangeWords.summary(difference))));
        if (difference.isEmpty()) {
            unseen(text, difference);
            return text.toString();
        }
        text.paragraph("%s; outlook %s"
                .formatted(
                        MarkdownText.escape(ChangeWords.bands(difference)),
                        outlook(
                                difference.before().outlook(bands),
                                difference.after().outlook(bands))));
        unseen(text, difference);
        text.row("", "change", "scenarios", "worst");
        text.row("---:", "---", "---", "---");
        for (Cause cause : difference.causes()) {
            text.row(
                    String.valueOf(cause.number()),
                    MarkdownText.escape(cause.title()),
                    ChangeWords.counts(cause.consequences()),
                    worst(cause));
        }
        text.gap();
        difference.causes().forEach(cause -> cause(text, cause));
        return text.toString();
    }

    private static void unseen(MarkdownText text, Difference difference) {
        List<String> words = ChangeWords.unseen(difference);
        words.forEach(w -> text.item(MarkdownText.escape(w)));
        if (!words.isEmpty()) {
            text.gap();
        }
    }

    private static String outlook(Outlook before, Outlook after) {
        return before == after ? after.id() : "%s → %s".formatted(before.id(), after.id());
    }

    private static String worst(Cause cause) {
        return cause.consequences().stream()
                .filter(c -> c.change().harmful() && c.shown())
                .findFirst()
                .map(c -> "%s %s"
                        .formatted(
                                MarkdownText.code(c.scenario()), MarkdownText.escape(ChangeWords.standing(c.after()))))
                .orElse("");
    }

    private static void cause(MarkdownText text, Cause cause) {
        if (cause.details().isEmpty()
                && cause.crossings().isEmpty()
                && cause.consequences().isEmpty()) {
            return;
        }
        text.paragraph("<details><summary>%d. %s: %s</summary>"
                .formatted(
                        cause.number(), MarkdownText.escape(cause.title()), ChangeWords.counts(cause.consequences())));
        if (!cause.hint().isEmpty()) {
            text.item("**Do:** " + MarkdownText.escape(cause.hint()));
        }
        cause.details().forEach(d -> text.item(MarkdownText.escape(ChangeWords.detail(d))));
        ChangeWords.crossings(cause).forEach(c -> text.item(MarkdownText.escape(c)));
        text.gap();
        consequences(text, cause.consequences());
        text.paragraph("</details>");
    }

    private static void consequences(MarkdownText text, List<Consequence> all) {
        if (all.isEmpty()) {
            return;
        }
        text.row("", "scenario", "before", "after", "because");
        text.row("---", "---", "---", "---", "---");
        for (Consequence c : all.subList(0, Math.min(ROWS_MAX, all.size()))) {
            String because = String.join(
                    "; ",
                    List.of(ChangeWords.factors(c), ChangeWords.with(c)).stream()
                            .filter(s -> !s.isEmpty())
                            .toList());
            text.row(
                    ChangeWords.word(c.change()),
                    MarkdownText.code(c.scenario()),
                    MarkdownText.escape(ChangeWords.standing(c.before())),
                    MarkdownText.escape(ChangeWords.standing(c.after())),
                    MarkdownText.escape(because));
        }
        text.gap();
        if (all.size() > ROWS_MAX) {
            text.paragraph("and %d more".formatted(all.size() - ROWS_MAX));
        }
    }
}
