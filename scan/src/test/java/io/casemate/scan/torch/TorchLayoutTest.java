package io.casemate.scan.torch;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.archive.zip.ZipForge;
import io.casemate.scan.archive.zip.ZipScanner;
import io.casemate.scan.pickle.PickleBuilder;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TorchLayoutTest {
    private final ZipForge zip = new ZipForge();

    private static Trial read(byte[] bytes) {
        return Trial.of(new ZipScanner(List.of(new TorchLayout())), bytes);
    }

    /** A dictionary of one tensor of two rows: what {@code torch.save({"weight": tensor})} writes. */
    static PickleBuilder tensor(PickleBuilder builder, String storage, String key, int elements, int columns) {
        builder.emptyDict()
                .text("weight")
                .global("torch._utils", "_rebuild_tensor_v2")
                .mark();
        builder.mark()
                .text("storage")
                .global("torch", storage)
                .text(key)
                .text("cpu")
                .binint(elements)
                .tuple();
        builder.binpersid().binint1(0);
        builder.binint1(2).binint1(columns).tuple2();
        builder.binint1(columns).binint1(1).tuple2();
        builder.newfalse().global("collections", "OrderedDict").emptyTuple().reduce();
        return builder.tuple().reduce().setitem();
    }

    /** A whole checkpoint with a storage of 24 bytes. */
    static byte[] whole(byte[] pickle) {
        var test = new TorchLayoutTest();
        test.checkpoint(pickle, new byte[24]);
        return test.zip.build();
    }

    private void checkpoint(byte[] pickle, byte[] storage) {
        zip.add("archive/data.pkl", pickle);
        zip.add("archive/byteorder", "little");
        zip.add("archive/data/0", storage);
        zip.add("archive/version", "3\n");
        zip.add("archive/.data/serialization_id", "0123456789");
    }

    @Test
    void storages_are_tensors_with_their_names_and_shapes() {
        checkpoint(tensor(pickle(2), "FloatStorage", "0", 6, 3).stop(), new byte[24]);
        byte[] bytes = zip.build();
        Trial trial = read(bytes);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.tensors).singleElement().satisfies(tensor -> {
            assertThat(tensor.name()).isEqualTo("weight");
            assertThat(tensor.type()).isEqualTo(ElementType.F32);
            assertThat(tensor.shape()).containsExactly(2L, 3L);
            assertThat(tensor.offset()).isPositive();
        });
        assertThat(trial.nested)
                .singleElement()
                .satisfies(inner -> assertThat(inner.name()).endsWith("data.pkl"));
        assertThat(trial.facts).containsEntry("framework", "PyTorch");
        assertThat(trial.coveredAll(bytes.length)).isTrue();
    }

    @Test
    void deflated_members_read_alike() {
        checkpoint(tensor(pickle(2), "HalfStorage", "0", 6, 3).stop(), new byte[12]);
        zip.members.forEach(ZipForge.Member::deflated);
        Trial trial = read(zip.build());
        assertThat(trial.findings).isEmpty();
        assertThat(trial.tensors).singleElement().satisfies(tensor -> {
            assertThat(tensor.type()).isEqualTo(ElementType.F16);
            assertThat(tensor.offset()).isEqualTo(-1);
        });
    }

    @Test
    void numbers_of_a_big_machine_are_read_as_such() {
        checkpoint(tensor(pickle(2), "FloatStorage", "0", 6, 3).stop(), new byte[24]);
        zip.members.get(1).data = "big".getBytes(StandardCharsets.UTF_8);
        zip.members.get(1).size = 3;
        assertThat(read(zip.build()).tensors)
                .singleElement()
                .satisfies(tensor -> assertThat(tensor.type()).isEqualTo(ElementType.F32_BIG_ENDIAN));
    }

    @Test
    void tensor_beyond_its_storage_is_a_mismatch_cve_2026_24747() {
        checkpoint(tensor(pickle(2), "FloatStorage", "0", 6, 100).stop(), new byte[24]);
        assertThat(read(zip.build()).rules()).containsExactly("torch/metadata-mismatch");
    }

    @Test
    void storage_of_another_size_than_stated_is_a_mismatch_cve_2026_24747() {
        checkpoint(tensor(pickle(2), "FloatStorage", "0", 1 << 20, 3).stop(), new byte[24]);
        assertThat(read(zip.build()).rules()).containsExactly("torch/metadata-mismatch");
    }

    @Test
    void missing_storage_is_told() {
        checkpoint(tensor(pickle(2), "FloatStorage", "7", 6, 3).stop(), new byte[24]);
        assertThat(read(zip.build()).rules()).containsExactly("torch/missing-storage", "torch/unexpected-member");
    }

    @Test
    void members_that_nobody_refers_to_are_told_and_routed() {
        checkpoint(tensor(pickle(2), "FloatStorage", "0", 6, 3).stop(), new byte[24]);
        zip.add("archive/data/1", "evil");
        zip.add("archive/libx.so", "evil");
        Trial trial = read(zip.build());
        assertThat(trial.findings)
                .extracting(Trial.Told::rule)
                .containsExactly("torch/unexpected-member", "torch/unexpected-member");
        assertThat(trial.nested).hasSize(3);
    }

    @Test
    void torchscript_code_is_routed_as_source() {
        zip.add("m/data.pkl", pickle(2).none().stop());
        zip.add("m/constants.pkl", pickle(2).emptyTuple().stop());
        zip.add("m/code/__torch__.py", "class M(Module):\n  pass\n");
        zip.add("m/code/__torch__.py.debug_pkl", pickle(2).emptyTuple().stop());
        zip.add("m/extra/labels.json", "{}");
        zip.add("m/version", "3\n");
        Trial trial = read(zip.build());
        assertThat(trial.findings).isEmpty();
        assertThat(trial.facts).containsEntry("program", "TorchScript");
        assertThat(trial.nested).extracting(inner -> inner.simpleName()).contains("__torch__.py");
    }

    @Test
    void several_checkpoints_in_one_archive_are_told() {
        checkpoint(tensor(pickle(2), "FloatStorage", "0", 6, 3).stop(), new byte[24]);
        zip.add("other/data.pkl", pickle(2).none().stop());
        assertThat(read(zip.build()).rules()).contains("torch/several-checkpoints");
    }

    @Test
    void operators_of_mobile_code_are_told() {
        checkpoint(tensor(pickle(2), "FloatStorage", "0", 6, 3).stop(), new byte[24]);
        zip.add(
                "archive/bytecode.pkl",
                pickle(2)
                        .text("aten::relu")
                        .text("aten::save")
                        .text("mine::op")
                        .text("see std::vector")
                        .stop());
        Trial trial = read(zip.build());
        assertThat(trial.rules()).containsExactly("torch/file-operator", "torch/custom-operator");
    }

    @Test
    void mobile_code_of_pytorchs_own_operators_is_silent() {
        checkpoint(tensor(pickle(2), "FloatStorage", "0", 6, 3).stop(), new byte[24]);
        zip.add(
                "archive/bytecode.pkl",
                pickle(2).text("aten::relu").text("torchvision::nms").stop());
        assertThat(read(zip.build()).findings).isEmpty();
    }
}
