package io.casemate.report.verdict;

import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Reason;
import io.casemate.core.verdict.Ruling;
import io.casemate.core.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The summary that a code host shows beside a run, as {@code $GITHUB_STEP_SUMMARY} takes it. */
final class VerdictMarkdown {
    private static final int ROWS_MAX = 20;

    private VerdictMarkdown() {}

    static String of(Verdict verdict) {
        var text = new StringBuilder();
        text.append("## Gate: %s\n\n".formatted(headline(verdict.outcome())));
        text.append("%s as of %s, policy `%s`: %d failed, %d undecided, %d waived, %d passed.\n"
                .formatted(
                        safe(verdict.system()),
                        verdict.asOf(),
                        verdict.policy(),
                        verdict.of(Outcome.FAIL).size(),
                        verdict.of(Outcome.UNDECIDED).size(),
                        verdict.of(Outcome.WAIVED).size(),
                        verdict.of(Outcome.PASS).size()));
        Map<String, List<Ruling>> byRule = new LinkedHashMap<>();
        for (Outcome outcome : List.of(Outcome.FAIL, Outcome.UNDECIDED, Outcome.WAIVED)) {
            byRule.clear();
            verdict.of(outcome)
                    .forEach(r -> byRule.computeIfAbsent(r.rule(), id -> new ArrayList<>())
                            .add(r));
            byRule.values().forEach(rulings -> rule(text, outcome, rulings));
        }
        if (!verdict.notes().isEmpty()) {
            text.append("\n");
            verdict.notes().forEach(note -> text.append("- ").append(safe(note)).append('\n'));
        }
        return text.toString();
    }

    private static void rule(StringBuilder text, Outcome outcome, List<Ruling> rulings) {
        Ruling first = rulings.getFirst();
        text.append("\n### %s (%s, %s)\n\n".formatted(safe(first.title()), first.rule(), outcome.id()));
        text.append("| what | what to do |\n| --- | --- |\n");
        List<Reason> reasons = Reason.of(rulings);
        for (Reason reason : reasons.subList(0, Math.min(ROWS_MAX, reasons.size()))) {
            Ruling ruling = reason.first();
            String todo = outcome == Outcome.WAIVED ? "waived: " + ruling.waiver() : ruling.remedy();
            String others = String.join(", ", reason.others());
            String what = others.isEmpty() ? ruling.message() : "%s; likewise %s".formatted(ruling.message(), others);
            text.append("| %s | %s |\n".formatted(safe(what), safe(todo)));
        }
        int more = reasons.stream()
                .skip(ROWS_MAX)
                .mapToInt(r -> r.rulings().size())
                .sum();
        if (more > 0) {
            text.append("\nand %d more\n".formatted(more));
        }
    }

    private static String headline(Outcome outcome) {
        return switch (outcome) {
            case PASS, WAIVED -> "passed ✅";
            case UNDECIDED -> "undecided ⚠️";
            case FAIL -> "failed ❌";
        };
    }

    /** What would end a cell or start a tag is made harmless. */
    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("`", "'")
                .replaceAll("\\s+", " ");
    }
}
