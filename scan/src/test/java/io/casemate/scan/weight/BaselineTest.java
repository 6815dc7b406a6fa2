package io.casemate.scan.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.scan.spi.Tensor;
import io.casemate.scan.trial.Direct;
import io.casemate.scan.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static List<Tensor> model(int layers) {
        var tensors = new ArrayList<Tensor>();
        for (int i = 0; i < layers; i++) {
            tensors.add(layer(i, i, 0));
        }
        return tensors;
    }

    /** A layer whose numbers come from a seed, each with a little noise added. */
    private static Tensor layer(int index, long seed, double noise) {
        float[] values = Tensors.gaussian(seed, 64 * 96, 0.02);
        float[] added = Tensors.gaussian(seed + 1000, 64 * 96, noise);
        for (int i = 0; i < values.length; i++) {
            values[i] += added[i];
        }
        return Tensors.floats("layers." + index + ".weight", values, 64, 96);
    }

    private static List<TensorChange> compare(List<Tensor> then, List<Tensor> now) {
        return Baseline.compare(then, now, () -> {});
    }

    private static Trial tell(List<TensorChange> changes) {
        return Direct.of(new byte[0], (content, inspection) -> Baseline.tell(changes, inspection));
    }

    @Test
    void the_same_model_is_the_same() {
        List<TensorChange> changes = compare(model(6), model(6));
        assertThat(changes).hasSize(6).allMatch(change -> change.kind() == TensorChange.Kind.SAME);
        assertThat(tell(changes).findings).isEmpty();
    }

    @Test
    void one_changed_tensor_among_many_is_an_edit() {
        List<Tensor> now = model(12);
        now.set(5, layer(5, 5, 0.002));
        List<TensorChange> changes = compare(model(12), now);
        Trial trial = tell(changes);
        assertThat(trial.rules()).containsExactly("weight/edited");
        assertThat(trial.findings.getFirst().message()).contains("'layers.5.weight'");
        assertThat(changes.get(5).relativeDistance()).isCloseTo(0.1, within(0.01));
        assertThat(changes.get(5).cosine()).isCloseTo(0.995, within(0.001));
    }

    @Test
    void a_model_that_changed_everywhere_was_trained() {
        List<Tensor> now = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            now.add(layer(i, i, 0.0002));
        }
        assertThat(tell(compare(model(12), now)).rules()).containsExactly("weight/drifted");
    }

    @Test
    void distances_are_those_of_the_definition() {
        float[] then = {3, 0, 4, 0};
        float[] now = {3, 0, 0, 1};
        TensorChange change = compare(List.of(Tensors.floats("x", then, 4)), List.of(Tensors.floats("x", now, 4)))
                .getFirst();
        assertThat(change.relativeDistance()).isCloseTo(Math.sqrt(17) / 5, within(1e-12));
        assertThat(change.cosine()).isCloseTo(9 / (5 * Math.sqrt(10)), within(1e-12));
        assertThat(change.largestDifference()).isEqualTo(4);
    }

    @Test
    void swapped_layers_are_told_as_such() {
        List<Tensor> now = model(6);
        now.set(1, layer(1, 2, 0));
        now.set(2, layer(2, 1, 0));
        Trial trial = tell(compare(model(6), now));
        assertThat(trial.findings).hasSize(2).allMatch(told -> told.rule().equals("weight/swapped"));
        assertThat(trial.findings.getFirst().message()).contains("'layers.1.weight' holds what 'layers.2.weight' held");
    }

    @Test
    void added_removed_and_reshaped_tensors_are_told() {
        List<Tensor> now = model(6);
        now.remove(0);
        now.add(Tensors.floats("extra", new float[] {1, 2, 3}, 3));
        now.set(0, Tensors.floats("layers.1.weight", Tensors.gaussian(1, 64 * 96, 0.02), 96, 64));
        List<TensorChange> changes = compare(model(6), now);
        assertThat(changes)
                .extracting(TensorChange::kind)
                .contains(TensorChange.Kind.ADDED, TensorChange.Kind.REMOVED, TensorChange.Kind.RESHAPED);
        assertThat(tell(changes).rules()).containsExactly("weight/reshaped");
    }
}
