package io.casemate.scan.weight;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.rule.Rule;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.spi.Tensor;
import io.casemate.scan.trial.Direct;
import io.casemate.scan.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightReportTest {
    private static Trial tell(List<Tensor> tensors) {
        var report = new WeightReport(tensors.stream().map(Tensors::statistics).toList());
        return Direct.of(new byte[0], (content, inspection) -> report.tell(inspection));
    }

    private static List<Tensor> layers(int count) {
        var tensors = new ArrayList<Tensor>();
        for (int i = 0; i < count; i++) {
            tensors.add(Tensors.floats("layers." + i + ".weight", Tensors.gaussian(i, 64 * 64, 0.02), 64, 64));
        }
        return tensors;
    }

    @Test
    void ordinary_weights_are_silent() {
        Trial trial = tell(layers(12));
        assertThat(trial.findings).isEmpty();
        assertThat(trial.facts).containsEntry("tensors", "12").containsEntry("parameters", "49152");
    }

    @Test
    void each_oddity_is_told_by_its_rule() {
        List<Tensor> tensors = layers(12);
        tensors.set(3, Tensors.floats("layers.3.weight", Tensors.gaussian(3, 64 * 64, 2), 64, 64));
        float[] broken = Tensors.gaussian(4, 64 * 64, 0.02);
        broken[17] = Float.NaN;
        tensors.set(4, Tensors.floats("layers.4.weight", broken, 64, 64));
        tensors.add(Tensors.floats("head.weight", new float[4096], 64, 64));
        float[] neuron = Tensors.gaussian(5, 64 * 64, 0.02);
        Arrays.fill(neuron, 640, 704, 3f);
        tensors.add(Tensors.floats("other.weight", neuron, 64, 64));
        assertThat(tell(tensors).rules())
                .containsExactlyInAnyOrder(
                        "weight/outlier-tensor", "weight/not-finite", "weight/constant", "weight/outlier-neuron");
    }

    @Test
    void statistics_condemn_no_file_and_comparisons_make_it_suspicious_at_most() {
        assertThat(Rules.builtIn().all())
                .filteredOn(rule -> rule.id().startsWith("weight/") && rule.verdict() != Verdict.CLEAN)
                .allMatch(rule -> rule.verdict() == Verdict.SUSPICIOUS)
                .extracting(Rule::id)
                .containsExactlyInAnyOrder("weight/edited", "weight/grafted", "weight/swapped");
    }

    @Test
    void names_of_hostile_files_are_shown_without_control_characters() {
        Trial trial = tell(List.of(Tensors.floats("a\u001b[2J\u202eb", new float[4096], 64, 64)));
        assertThat(trial.findings.getFirst().message()).contains("'a?[2J?b'");
    }

    @Test
    void a_thousand_odd_tensors_do_not_flood_the_report() {
        var tensors = new ArrayList<Tensor>();
        for (int i = 0; i < 1000; i++) {
            tensors.add(Tensors.floats("layers." + i, new float[1024], 32, 32));
        }
        Trial trial = tell(tensors);
        assertThat(trial.findings).hasSize(10);
        assertThat(trial.facts).containsKey("weight/constant");
    }

    @Test
    void a_tensor_stands_out_only_where_it_is_ten_times_as_large_or_small() {
        for (double deviation : new double[] {0.1, 0.004}) {
            List<Tensor> tensors = layers(12);
            tensors.set(3, Tensors.floats("layers.3.weight", Tensors.gaussian(3, 64 * 64, deviation), 64, 64));
            assertThat(tell(tensors).findings).isEmpty();
        }
        for (double deviation : new double[] {0.4, 0.001}) {
            List<Tensor> tensors = layers(12);
            tensors.set(3, Tensors.floats("layers.3.weight", Tensors.gaussian(3, 64 * 64, deviation), 64, 64));
            assertThat(tell(tensors).rules()).containsExactly("weight/outlier-tensor");
        }
    }
}
