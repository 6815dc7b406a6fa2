package io.casemate.scan.torch;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.pickle.PickleBuilder;
import io.casemate.scan.pickle.PickleScanner;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegacyTorchScannerTest {
    private static final byte[] MAGIC = {
        0x6c, (byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20, 0x6a, (byte) 0xa8, 0x50, 0x19
    };

    @Test
    void tensors_have_names_types_and_shapes() {
        byte[] bytes = checkpoint(pickle(2).long1(MAGIC).stop(), 3, 2);
        Trial trial = Trial.of(new LegacyTorchScanner(), bytes);
        Tensor tensor = trial.tensors.getFirst();
        assertThat(tensor.name()).isEqualTo("layer.weight");
        assertThat(tensor.type()).isEqualTo(ElementType.F32);
        assertThat(tensor.shape()).isEqualTo(List.of(3L, 2L));
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.rules()).doesNotContain("torch/metadata-mismatch", "torch-legacy/wrong-magic");
        assertThat(trial.coveredAll(bytes.length)).isTrue();
    }

    @Test
    void it_alone_is_certain_of_a_checkpoint() {
        byte[] bytes = checkpoint(pickle(2).long1(MAGIC).stop(), 3, 2);
        assertThat(new LegacyTorchScanner().recognises(Content.of("x", bytes))).isEqualTo(Recognition.CERTAIN);
        assertThat(new PickleScanner().recognises(Content.of("x", bytes))).isEqualTo(Recognition.NO);
        byte[] other = pickle(2).none().stop();
        assertThat(new LegacyTorchScanner().recognises(Content.of("x", other))).isEqualTo(Recognition.NO);
    }

    @Test
    void frames_of_protocol_5_are_no_other_format() {
        byte[] magic = pickle(5).frame(13).long1(MAGIC).stop();
        byte[] bytes = pickle().raw(magic)
                .raw(pickle(5).frame(4).binint2(1001).stop())
                .raw(pickle(5).emptyDict().stop())
                .bytes();
        assertThat(new LegacyTorchScanner().recognises(Content.of("x", bytes))).isEqualTo(Recognition.CERTAIN);
        assertThat(Trial.of(new LegacyTorchScanner(), checkpoint(magic, 3, 2)).rules())
                .doesNotContain("torch-legacy/wrong-magic");
    }

    @Test
    void computed_magic_number_is_told_and_the_rest_is_read() {
        byte[] magic = pickle(2)
                .global("builtins", "eval")
                .binunicode("1")
                .tuple1()
                .reduce()
                .stop();
        Trial trial = Trial.of(new LegacyTorchScanner(), checkpoint(magic, 3, 2));
        assertThat(trial.rules()).contains("torch-legacy/wrong-magic");
        assertThat(trial.tensors).hasSize(1);
    }

    @Test
    void tensor_that_reaches_outside_its_storage_is_told_cve_2026_24747() {
        Trial trial = Trial.of(
                new LegacyTorchScanner(), checkpoint(pickle(2).long1(MAGIC).stop(), 1000, 2));
        assertThat(trial.rules()).contains("torch/metadata-mismatch");
        assertThat(Trial.of(
                                new LegacyTorchScanner(),
                                checkpoint(pickle(2).long1(MAGIC).stop(), -1, 2))
                        .rules())
                .contains("torch/metadata-mismatch");
    }

    @Test
    void call_in_the_list_of_keys_is_found() {
        byte[] bytes = head(pickle(2).long1(MAGIC).stop())
                .raw(pickle(2).none().stop())
                .raw(pickle(2).command("id").stop())
                .bytes();
        assertThat(Trial.of(new LegacyTorchScanner(), bytes).rules()).contains("code/dangerous-call");
    }

    @Test
    void every_cut_leaves_a_gap_or_unread_bytes() {
        byte[] bytes = checkpoint(pickle(2).long1(MAGIC).stop(), 3, 2);
        for (int cut = 30; cut < bytes.length; cut++) {
            Trial trial = Trial.of(new LegacyTorchScanner(), java.util.Arrays.copyOf(bytes, cut));
            assertThat(trial.gaps).as("cut at %d", cut).isNotEmpty();
        }
    }

    private static PickleBuilder head(byte[] magic) {
        return pickle().raw(magic)
                .raw(pickle(2).binint2(1001).stop())
                .raw(pickle(2).emptyDict().stop());
    }

    static byte[] magic() {
        return pickle(2).long1(MAGIC).stop();
    }

    static byte[] checkpoint(byte[] magic, int rows, int columns) {
        byte[] object = pickle(2)
                .global("collections", "OrderedDict")
                .emptyTuple()
                .reduce()
                .mark()
                .binunicode("layer.weight")
                .global("torch._utils", "_rebuild_tensor_v2")
                .mark()
                .mark()
                .binunicode("storage")
                .global("torch", "FloatStorage")
                .binunicode("94")
                .binunicode("cpu")
                .binint1(6)
                .none()
                .tuple()
                .binpersid()
                .binint1(0)
                .binint(rows)
                .binint1(columns)
                .tuple2()
                .binint1(columns)
                .binint1(1)
                .tuple2()
                .newfalse()
                .tuple()
                .reduce()
                .setitems()
                .stop();
        return head(magic)
                .raw(object)
                .raw(pickle(2).emptyList().binunicode("94").append().stop())
                .raw(6, 0, 0, 0, 0, 0, 0, 0)
                .raw(new byte[24])
                .bytes();
    }
}
