package io.casemate.cli.check;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Reason;
import io.casemate.core.verdict.Ruling;
import io.casemate.core.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A verdict for a terminal: each rule that did not pass, with what is wrong and what to do. */
final class VerdictText {
    private static final int SHOWN_MAX = 5;
    private static final int NAMED_MAX = 8;
    private static final String INDENT = "    ";

    private final Verdict verdict;
    private final Style style;
    private final int columns;
    private final boolean all;
    private final StringBuilder text = new StringBuilder();

    VerdictText(Verdict verdict, Style style, int columns, boolean all) {
        this.verdict = verdict;
        this.style = style;
        this.columns = columns;
        this.all = all;
    }

    String text() {
        line("%s  %s"
                .formatted(
                        style.bold(safe(verdict.system())),
                        style.faint("as of %s, policy %s".formatted(verdict.asOf(), verdict.policy()))));
        Map<String, List<Ruling>> byRule = new LinkedHashMap<>();
        verdict.rulings()
                .forEach(r -> byRule.computeIfAbsent(r.rule(), id -> new ArrayList<>())
                        .add(r));
        for (Outcome outcome : List.of(Outcome.FAIL, Outcome.UNDECIDED, Outcome.WAIVED, Outcome.PASS)) {
            byRule.values().stream().filter(rule -> worst(rule) == outcome).forEach(rule -> rule(outcome, rule));
        }
        verdict.notes().forEach(note -> paragraph("note: " + safe(note), "", "  "));
        line("");
        line("%s: %d failed, %d undecided, %d waived, %d passed"
                .formatted(
                        word(verdict.outcome()),
                        verdict.of(Outcome.FAIL).size(),
                        verdict.of(Outcome.UNDECIDED).size(),
                        verdict.of(Outcome.WAIVED).size(),
                        verdict.of(Outcome.PASS).size()));
        return text.toString();
    }

    private static Outcome worst(List<Ruling> rule) {
        return rule.stream().map(Ruling::outcome).max(Outcome::compareTo).orElse(Outcome.PASS);
    }

    private void rule(Outcome outcome, List<Ruling> rule) {
        if (outcome == Outcome.PASS && !all) {
            return;
        }
        Ruling first = rule.getFirst();
        line("");
        paragraph(
                "%s  %s".formatted(style.bold(first.rule()), safe(first.title())),
                word(outcome) + " ".repeat(11 - name(outcome).length()),
                " ".repeat(11));
        List<Ruling> told = rule.stream()
                .filter(r -> all || r.outcome() != Outcome.PASS)
                .sorted((a, b) -> b.outcome().compareTo(a.outcome()))
                .toList();
        if (all) {
            told.forEach(this::ruling);
            return;
        }
        List<Reason> reasons = Reason.of(told);
        int shown = Math.min(SHOWN_MAX, reasons.size());
        reasons.subList(0, shown).forEach(this::reason);
        int more =
                reasons.stream().skip(shown).mapToInt(r -> r.rulings().size()).sum();
        if (more > 0) {
            line(INDENT + style.faint("and %d more; --all shows them".formatted(more)));
        }
    }

    private void ruling(Ruling ruling) {
        reason(new Reason(List.of(ruling)));
    }

    private void reason(Reason reason) {
        Ruling ruling = reason.first();
        if (ruling.outcome() == Outcome.PASS) {
            paragraph(safe(ruling.subject()), "  + ", INDENT);
            return;
        }
        String place = ruling.place().line() > 1
                ? style.faint(" (%s:%d)"
                        .formatted(ruling.place().file(), ruling.place().line()))
                : "";
        paragraph(safe(ruling.message()) + place, "  - ", INDENT);
        List<String> others = reason.others();
        if (!others.isEmpty()) {
            String some = safe(String.join(", ", others.subList(0, Math.min(NAMED_MAX, others.size()))));
            int rest = others.size() - NAMED_MAX;
            paragraph("likewise " + some + (rest > 0 ? " and %d more".formatted(rest) : ""), INDENT, INDENT);
        }
        if (ruling.outcome() == Outcome.WAIVED) {
            paragraph("waived: " + safe(ruling.waiver()), INDENT, INDENT);
        } else if (!ruling.remedy().isEmpty()) {
            paragraph(style.faint("do: ") + safe(ruling.remedy()), INDENT, INDENT);
        }
    }

    private String word(Outcome outcome) {
        return switch (outcome) {
            case PASS -> style.green(name(outcome));
            case WAIVED, UNDECIDED -> style.yellow(name(outcome));
            case FAIL -> style.red(name(outcome));
        };
    }

    private static String name(Outcome outcome) {
        return outcome.id().toUpperCase(Locale.ROOT);
    }

    /** What a file says cannot steer the terminal. */
    private static String safe(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private void paragraph(String words, String first, String next) {
        line(Lines.wrap(words, columns, first, next));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
