package io.casemate.report.markdown;

import static io.casemate.report.markdown.MarkdownText.code;
import static io.casemate.report.markdown.MarkdownText.escape;

import io.casemate.core.compliance.ComplianceView;
import io.casemate.core.compliance.ComplianceView.Result;
import io.casemate.core.compliance.Fulfilment;
import java.util.Locale;
import java.util.stream.Collectors;

/** What satisfies the requirements of a list, as Markdown. */
public final class ComplianceMarkdown {
    private ComplianceMarkdown() {}

    public static String of(ComplianceView view) {
        var text = new MarkdownText();
        String system = view.assessment().topology().model().scope().name();
        text.heading(
                1,
                "%s: %s %s"
                        .formatted(
                                system,
                                view.framework().title(),
                                view.framework().version()));
        text.paragraph("Published by %s. As of %s."
                .formatted(
                        escape(view.framework().authority()), view.assessment().asOf()));
        text.paragraph(String.format(
                Locale.ROOT,
                "**%.0f %%** of the applicable requirements are met by fresh evidence. Words alone count nothing.",
                100 * view.coverage()));
        text.row("what there is", "requirements");
        text.row("---", "---:");
        for (Fulfilment fulfilment : Fulfilment.values()) {
            text.row(words(fulfilment), Long.toString(view.count(fulfilment)));
        }
        text.heading(2, "Requirements");
        text.row("id", "requirement", "now", "what was found");
        text.row("---", "---", "---", "---");
        for (Result result : view.results()) {
            text.row(code(result.id()), escape(result.name()), words(result.fulfilment()), found(result));
        }
        return text.toString();
    }

    /** A state in words. */
    public static String words(Fulfilment fulfilment) {
        return switch (fulfilment) {
            case GAP -> "gap";
            case CLAIM -> "claim without evidence";
            case STALE -> "stale evidence";
            case EVIDENCE -> "fresh evidence";
            case NOT_APPLICABLE -> "not applicable";
        };
    }

    private static String found(Result result) {
        String seen = result.seen().stream()
                .map(s -> "%s: %s".formatted(code(s.proof().toString()), escape(s.words())))
                .collect(Collectors.joining("; "));
        String words = escape(result.words());
        return seen.isEmpty() || words.isEmpty() ? seen + words : words + "; " + seen;
    }
}
