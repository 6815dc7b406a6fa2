package io.casemate.scan.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.archive.zip.ZipForge;
import io.casemate.scan.archive.zip.ZipScanner;
import io.casemate.scan.call.Judges;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportedLayoutTest {
    private static final String CONFIG = """
            {"config": {"layer.weight": {"path_name": "weight_0", "is_param": true, "use_pickle": %s,
             "tensor_meta": {"dtype": %d, "sizes": [{"as_int": 6}]}}}}""";

    private final ZipForge zip = new ZipForge();

    private Trial read() {
        byte[] archive = zip.build();
        return Trial.of(
                new ZipScanner(List.of(new ExportedLayout())),
                Content.of("model.pt2", archive),
                Limits.DEFAULT,
                Judges.builtIn());
    }

    private Trial graph(String target) {
        zip.add("m/archive_format", "pt2");
        zip.add(
                "m/models/model.json",
                "{\"graph_module\": {\"graph\": {\"nodes\": [{\"target\": \"%s\"}]}}}".formatted(target));
        return read();
    }

    private Trial weight(boolean pickled, int type, byte[] bytes) {
        zip.add("m/data/weights/model_weights_config.json", CONFIG.formatted(pickled, type));
        zip.add("m/data/weights/weight_0", bytes);
        return graph("torch.ops.aten.linear.default");
    }

    @Test
    void graph_of_pytorchs_own_operators_is_silent() {
        for (String target : new String[] {
            "torch.ops.aten.linear.default",
            "torch.ops.higher_order.cond",
            "_operator.mul",
            "math.ceil",
            "torch.sym_max"
        }) {
            zip.members.clear();
            Trial trial = graph(target);
            assertThat(trial.findings).as(target).isEmpty();
            assertThat(trial.facts).containsEntry("program", "torch.export");
        }
    }

    @Test
    void operators_of_others_and_of_files_are_told() {
        assertThat(graph("torch.ops.mine.op.default").rules()).containsExactly("torch/custom-operator");
        zip.members.clear();
        assertThat(graph("torch.ops.aten.from_file.default").rules()).containsExactly("torch/file-operator");
    }

    @Test
    void targets_that_walk_out_of_torch_are_calls() {
        for (String target : new String[] {"torch.os.system", "torch.serialization.os.system", "os.system"}) {
            zip.members.clear();
            assertThat(graph(target).rules()).as(target).containsExactly("code/dangerous-call");
        }
        zip.members.clear();
        assertThat(graph("torch.hub.load").findings).isNotEmpty();
    }

    @Test
    void graph_before_the_archive_is_read_alike() {
        zip.add("serialized_exported_program.json", "{\"nodes\": [{\"target\": \"torch.ops.mine.op.default\"}]}");
        assertThat(read().rules()).containsExactly("torch/custom-operator");
    }

    @Test
    void weights_that_are_raw_are_tensors() {
        Trial trial = weight(false, 7, new byte[24]);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.tensors).singleElement().satisfies(tensor -> {
            assertThat(tensor.name()).isEqualTo("layer.weight");
            assertThat(tensor.type()).isEqualTo(ElementType.F32);
            assertThat(tensor.shape()).containsExactly(6L);
        });
        assertThat(trial.nested).noneMatch(inner -> inner.name().endsWith("weight_0"));
    }

    @Test
    void weights_that_are_pickled_or_of_another_length_are_contents() {
        for (Trial trial : new Trial[] {weight(true, 7, new byte[24]), clear().weight(false, 7, new byte[23])}) {
            assertThat(trial.tensors).isEmpty();
            assertThat(trial.nested).anyMatch(inner -> inner.name().endsWith("weight_0"));
        }
    }

    private ExportedLayoutTest clear() {
        zip.members.clear();
        return this;
    }

    @Test
    void compiled_code_is_told() {
        zip.add("m/archive_format", "pt2");
        zip.add("m/data/aotinductor/model/c.so", new byte[4]);
        zip.add("m/data/aotinductor/model/c.wrapper.cpp", "int x;");
        Trial trial = read();
        assertThat(trial.rules()).containsExactly("torch/compiled-code");
        assertThat(trial.findings).hasSize(2);
    }

    @Test
    void graph_that_is_cut_is_a_gap() {
        zip.add("m/archive_format", "pt2");
        zip.add("m/models/model.json", "{\"graph\": [");
        assertThat(read().gaps).isNotEmpty();
    }
}
