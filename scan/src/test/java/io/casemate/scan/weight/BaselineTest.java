package io.casemate.scan.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Tensor;
import io.casemate.scan.trial.Direct;
import io.casemate.scan.trial.Trial;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
        return Direct.of(new byte[0], (content, inspection) -> new Comparison(changes).tell(inspection));
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
    void a_tensor_that_holds_what_one_under_another_name_held_was_renamed() {
        List<Tensor> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(renamed("module.layers." + i + ".weight", i));
        }
        assertThat(tell(compare(model(6), all)).rules()).containsExactly("weight/renamed");

        List<Tensor> one = model(6);
        one.set(3, renamed("side.3", 3));
        assertThat(tell(compare(model(6), one)).rules()).containsExactly("weight/swapped");
    }

    @Test
    void new_names_in_another_order_are_swapped_layers() {
        List<Tensor> now = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            now.add(renamed("h." + i + ".weight", i == 2 ? 4 : i == 4 ? 2 : i));
        }
        Trial trial = tell(compare(model(6), now));
        assertThat(trial.findings.stream().filter(f -> f.rule().equals("weight/swapped")))
                .hasSize(2);
    }

    @Test
    void what_is_built_into_unchanged_weights_is_grafted() {
        List<Tensor> now = model(6);
        now.add(Tensors.floats("extra", new float[] {1, 2, 3}, 3));
        now.set(0, Tensors.floats("layers.0.weight", Tensors.gaussian(0, 64 * 96, 0.02), 96, 64));
        List<TensorChange> changes = compare(model(6), now);
        assertThat(new Comparison(changes).counts())
                .containsEntry(TensorChange.Kind.SAME, 5)
                .containsEntry(TensorChange.Kind.ADDED, 1)
                .containsEntry(TensorChange.Kind.RESHAPED, 1);
        Trial trial = tell(changes);
        assertThat(trial.rules()).containsExactly("weight/grafted");
        assertThat(trial.findings).hasSize(2);
        assertThat(trial.findings.getFirst().message())
                .isEqualTo("tensor 'layers.0.weight' changed its shape: F32 [64, 96] became F32 [96, 64]");
    }

    @Test
    void another_head_on_weights_that_were_trained_further_is_information() {
        List<Tensor> now = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            now.add(layer(i, i, 0.0002));
        }
        now.set(11, Tensors.floats("head.weight", new float[] {1, 2, 3}, 3));
        assertThat(tell(compare(model(12), now)).rules()).containsExactly("weight/reshaped", "weight/drifted");
    }

    @Test
    void a_copy_of_a_tensor_that_is_still_there_is_new_and_no_swap() {
        List<Tensor> now = model(6);
        now.add(renamed("head.weight", 2));
        List<TensorChange> changes = compare(model(6), now);
        assertThat(changes.getLast().kind()).isEqualTo(TensorChange.Kind.ADDED);
        assertThat(changes.getLast().detail()).isEqualTo("as a copy of 'layers.2.weight'");
    }

    @Test
    void rounding_to_a_narrower_type_is_a_conversion_and_one_tensor_that_is_farther_off_is_told() {
        List<Tensor> now = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            now.add(half(i == 7 ? layer(i, i, 0.002) : layer(i, i, 0)));
        }
        List<TensorChange> changes = compare(model(12), now);
        assertThat(changes).allMatch(change -> change.kind() == TensorChange.Kind.CONVERTED);
        assertThat(changes.getFirst().relativeDistance()).isBetween(1e-5, 1e-3);
        Trial trial = tell(changes);
        assertThat(trial.rules()).containsExactly("weight/converted", "weight/drift-outlier");
        assertThat(trial.findings.getLast().message()).contains("'layers.7.weight'");
    }

    @Test
    void a_tensor_that_drifted_far_more_than_the_others_is_told() {
        List<Tensor> now = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            now.add(layer(i, i, i == 4 ? 0.02 : 0.0002));
        }
        Trial trial = tell(compare(model(12), now));
        assertThat(trial.rules()).containsExactly("weight/drifted", "weight/drift-outlier");
        assertThat(trial.findings.getLast().message()).contains("'layers.4.weight'");
    }

    @Test
    void one_changed_tensor_of_a_small_model_is_an_edit() {
        List<Tensor> now = model(3);
        now.set(1, layer(1, 1, 0.002));
        assertThat(tell(compare(model(3), now)).rules()).containsExactly("weight/edited");
    }

    private static Tensor renamed(String name, long seed) {
        Tensor tensor = layer(0, seed, 0);
        return new Tensor(name, tensor.type(), tensor.shape(), tensor.bytes(), tensor.offset());
    }

    private static Tensor half(Tensor tensor) {
        var bytes = ByteBuffer.allocate((int) tensor.elements() * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (long i = 0; i < tensor.elements(); i++) {
            bytes.putShort(Float.floatToFloat16(tensor.bytes().get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4 * i)));
        }
        return Tensors.of(tensor.name(), ElementType.F16, bytes.array(), 64, 96);
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
        assertThat(tell(changes).rules()).containsOnly("weight/grafted");
    }

    @Test
    void a_number_behind_the_first_megabyte_that_changed_is_seen() {
        float[] values = Tensors.gaussian(7, 3 << 18, 0.02);
        Tensor then = Tensors.floats("embed.weight", values, 3, 1 << 18);
        values[values.length - 1] += 1;
        Tensor now = Tensors.floats("embed.weight", values, 3, 1 << 18);
        assertThat(compare(List.of(then), List.of(then)))
                .singleElement()
                .matches(change -> change.kind() == TensorChange.Kind.SAME);
        assertThat(compare(List.of(then), List.of(now)))
                .singleElement()
                .matches(change -> change.kind() == TensorChange.Kind.DRIFTED);
    }

    @Test
    void what_is_built_in_beside_an_edit_is_grafted() {
        List<Tensor> now = model(12);
        now.set(5, layer(5, 5, 0.002));
        now.add(Tensors.floats("extra", new float[] {1, 2, 3}, 3));
        assertThat(tell(compare(model(12), now)).rules()).containsExactlyInAnyOrder("weight/grafted", "weight/edited");
    }
}
