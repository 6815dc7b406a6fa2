package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casemate.core.knowledge.signal.Signal;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalTest {
    private static final Map<String, Signal> SIGNALS =
            Knowledge.read(KnowledgeFolder.REAL).signals();

    @TempDir
    Path root;

    @Test
    void the_twelve_signals_stand_at_their_thresholds() {
        Map<String, String> thresholds = SIGNALS.values().stream()
                .collect(Collectors.toMap(
                        Signal::id, s -> (s.side() == Signal.Side.ABOVE ? "> " : "< ") + s.threshold()));

        assertThat(thresholds)
                .containsOnly(
                        Map.entry("reconstruction-error", "> 2.5"),
                        Map.entry("embedding-distance", "> 3.0"),
                        Map.entry("prediction-stability", "< 0.7"),
                        Map.entry("ensemble-disagreement", "> 0.3"),
                        Map.entry("prediction-drift", "> 0.2"),
                        Map.entry("query-rate", "> 100.0"),
                        Map.entry("query-entropy", "< 2.0"),
                        Map.entry("accuracy-per-class", "> 0.1"),
                        Map.entry("injection-score", "> 0.85"),
                        Map.entry("system-prompt-similarity", "> 0.7"),
                        Map.entry("policy-violations", "> 0.0"),
                        Map.entry("sensitive-tool-calls", "> 5.0"));
    }

    @Test
    void each_runbook_checks_holds_and_hands_over() {
        assertThat(SIGNALS.values()).allSatisfy(s -> {
            assertThat(s.runbook()).hasSizeBetween(5, 9).allMatch(step -> step.matches(".*[.?]"));
            assertThat(s.quiet()).isNotEmpty();
        });
    }

    @Test
    void a_value_of_too_few_observations_is_no_alert() {
        Signal drift = SIGNALS.get("prediction-drift");
        Signal stability = SIGNALS.get("prediction-stability");

        assertThat(drift.alerts(0.3, 499)).isFalse();
        assertThat(drift.alerts(0.3, 500)).isTrue();
        assertThat(drift.alerts(0.2, 500)).isFalse();
        assertThat(stability.alerts(0.69, 30)).isTrue();
        assertThat(stability.alerts(0.7, 30)).isFalse();
    }

    @Test
    void each_mistake_of_a_signal_is_told_with_its_line() throws IOException {
        KnowledgeFolder folder = KnowledgeFolder.copyTo(root);
        folder.edit("signals/query-rate.yaml", "threshold: {above: 100}", "threshold: {above: 100, below: 2}")
                .edit("signals/query-entropy.yaml", "metric: ml_query_entropy", "metric: ml_api_queries_total")
                .edit("signals/injection-score.yaml", "window: 60", "window: 0")
                .edit("signals/policy-violations.yaml", "unit: violations", "units: violations");
        folder.write("signals/bell.yaml", "metric: Bell\nrunbook: [Listen.]\n");

        assertThat(problems())
                .contains(
                        "signals/query-rate.yaml:4 threshold: has not exactly one side; write {above: number} or "
                                + "{below: number}",
                        "signals/query-rate.yaml:2 metric: is the metric of 'query-entropy' too; keep one of the two",
                        "signals/policy-violations.yaml:3: unknown key 'units'; did you mean 'unit'?",
                        "signals/bell.yaml:1 metric: is no name of a metric; write small words joined by underscores",
                        "signals/bell.yaml:2 runbook: has 1 steps; say at least how to check, how to hold and how to hand "
                                + "over")
                .anyMatch(p -> p.startsWith("signals/injection-score.yaml:5 window: "))
                .anyMatch(p -> p.startsWith("signals/bell.yaml:1 threshold: is missing"));
    }

    private List<String> problems() {
        var thrown = catchThrowableOfType(
                InvalidInputException.class, () -> Knowledge.read(root).signals());
        return thrown.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(root + "/", ""))
                .toList();
    }
}
