package io.casemate.scan.onnx;

import static io.casemate.scan.protobuf.ProtoWriter.proto;
import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.protobuf.ProtoWriter;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxScannerTest {
    private static Trial trial(ProtoWriter model) {
        return Trial.of(new OnnxScanner(), model.toBytes());
    }

    static ProtoWriter model(ProtoWriter graph) {
        return proto().varint(1, 8)
                .text(2, "pytorch")
                .message(7, graph)
                .message(8, proto().text(1, "").varint(2, 17));
    }

    private static ProtoWriter node(String type, String domain) {
        return proto().text(1, "x").text(2, "y").text(4, type).text(7, domain);
    }

    private static ProtoWriter raw(int type, int bytes, long... shape) {
        ProtoWriter tensor = proto();
        for (long length : shape) {
            tensor.varint(1, length);
        }
        return tensor.varint(2, type).text(8, "w").bytes(9, new byte[bytes]);
    }

    static ProtoWriter outside(String location, String offset, String length) {
        return proto().varint(1, 4)
                .varint(2, 1)
                .text(8, "w")
                .varint(14, 1)
                .message(13, proto().text(1, "location").text(2, location))
                .message(13, proto().text(1, "offset").text(2, offset))
                .message(13, proto().text(1, "length").text(2, length));
    }

    static ProtoWriter honest() {
        ProtoWriter constant = node("Constant", "")
                .message(5, proto().text(1, "value").message(5, raw(7, 8)).varint(20, 4));
        ProtoWriter branch =
                node("If", "").message(5, proto().text(1, "then").message(6, proto().message(1, node("Relu", ""))));
        return model(proto().message(1, constant)
                .message(1, branch)
                .text(2, "main")
                .message(5, raw(1, 24, 2, 3))
                .message(5, raw(22, 2, 3))
                .message(
                        5,
                        proto().varint(1, 2).varint(2, 1).bytes(4, new byte[8]).text(8, "typed")));
    }

    @Test
    void an_honest_model_is_silent_and_wholly_read() {
        byte[] model = honest().toBytes();
        assertThat(new OnnxScanner().recognises(Content.of("x", model))).isEqualTo(Recognition.POSSIBLE);
        Trial trial = trial(honest());
        assertThat(trial.accepted).isTrue();
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.tensors).hasSize(4);
        assertThat(trial.coveredAll(model.length)).isTrue();
        assertThat(trial.facts).containsEntry("producer", "pytorch").containsEntry("ONNX operators", "17");
    }

    @Test
    void other_messages_are_rejected() {
        assertThat(trial(proto().varint(1, 1).message(2, proto().text(1, "meta"))).accepted)
                .isFalse();
        assertThat(trial(proto().text(7, "no graph, but words")).accepted).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../weights.bin",
                "a/b/../../../etc/passwd",
                "a\\..\\..\\x",
                "C:\\x",
                "https://example.org/x",
                "file:///etc/passwd",
                "~/.ssh/id_rsa",
                "\\\\host\\share",
                "weights\0.bin",
                "*/_ORT_MEM_ADDR_/*"
            })
    void cve_2022_25882_and_its_successors_weights_outside_the_folder(String location) {
        assertThat(trial(model(proto().message(5, outside(location, "0", "16"))))
                        .rules())
                .containsExactly("onnx/external-path");
    }

    @Test
    void weights_outside_the_folder_are_found_in_attributes_subgraphs_functions_and_training() {
        ProtoWriter constant =
                node("Constant", "").message(5, proto().text(1, "value").message(5, outside("/x", "0", "16")));
        ProtoWriter nested = node("If", "").message(5, proto().message(6, proto().message(1, constant)));
        assertThat(trial(model(proto().message(1, constant))).rules()).containsExactly("onnx/external-path");
        assertThat(trial(model(proto().message(1, nested))).rules()).containsExactly("onnx/external-path");
        assertThat(trial(honest().message(25, proto().text(1, "f").message(7, constant)))
                        .rules())
                .containsExactly("onnx/external-path");
        assertThat(trial(honest().message(20, proto().message(2, proto().message(1, constant))))
                        .rules())
                .containsExactly("onnx/external-path");
        assertThat(trial(model(proto().message(15, proto().message(1, outside("../x", "0", "16")))))
                        .rules())
                .containsExactly("onnx/external-path");
    }

    @Test
    void a_compiled_graph_outside_the_folder_is_told() {
        ProtoWriter attribute = proto().text(1, "ep_cache_context").text(4, "../x.bin");
        assertThat(trial(model(proto().message(
                                        1, node("EPContext", "com.microsoft").message(5, attribute))))
                        .rules())
                .containsExactly("onnx/external-path");
    }

    private static Trial beside(ProtoWriter model, String name, int size) {
        var file = Content.of(name, new byte[size]);
        var content = new Content(
                "m.onnx",
                MemorySegment.ofArray(model.toBytes()),
                n -> n.equals(name) ? Optional.of(file) : Optional.empty());
        Trial any = Trial.of(new OnnxScanner(), new byte[0]);
        return Trial.of(new OnnxScanner(), content, Limits.DEFAULT, any.judge());
    }

    @Test
    void weights_beside_the_model_are_told_as_tensors() {
        Trial trial = beside(model(proto().message(5, outside("m.data", "4", "16"))), "m.data", 20);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(4L));
    }

    @Test
    void weights_behind_the_end_of_their_file_are_told_and_a_missing_file_is_a_gap() {
        assertThat(beside(model(proto().message(5, outside("m.data", "8", "16"))), "m.data", 20)
                        .rules())
                .containsExactly("onnx/external-bounds");
        assertThat(beside(model(proto().message(5, outside("m.data", "-1", "16"))), "m.data", 20)
                        .rules())
                .containsExactly("onnx/external-bounds");
        assertThat(beside(model(proto().message(5, outside("m.data", "0", "16"))), "other", 20).gaps)
                .hasSize(1);
    }

    @Test
    void a_shape_that_needs_other_bytes_is_told() {
        assertThat(trial(model(proto().message(5, raw(1, 8, 3)))).rules()).containsExactly("onnx/length-mismatch");
        assertThat(trial(model(proto().message(5, raw(1, 8, 1L << 40, 1L << 40))))
                        .rules())
                .containsExactly("onnx/length-mismatch");
    }

    @Test
    void an_operator_that_needs_a_library_is_told_unless_the_model_defines_it() {
        ProtoWriter model = model(proto().message(1, node("Evil", "evil.domain")));
        assertThat(trial(model).rules()).containsExactly("onnx/custom-operator");
        model.message(25, proto().text(1, "Evil").message(7, node("Relu", "")).text(10, "evil.domain"));
        assertThat(trial(model).rules()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ai.onnx",
                "ai.onnx.ml",
                "com.microsoft",
                "com.microsoft.nchwc",
                "ai.onnx.contrib",
                "org.pytorch.aten"
            })
    void operators_of_runtimes_are_silent(String domain) {
        assertThat(trial(model(proto().message(1, node("Conv", domain)))).rules())
                .isEmpty();
    }

    @Test
    void an_operator_that_calls_python_is_told() {
        assertThat(trial(model(proto().message(1, node("PyOp", "ai.onnx.contrib"))))
                        .rules())
                .containsExactly("onnx/python-operator");
    }

    @Test
    void code_in_a_property_is_told() {
        assertThat(trial(honest().message(14, proto().text(1, "note").text(2, "__import__('os').system('id')")))
                        .rules())
                .containsExactly("onnx/suspicious-metadata");
    }

    @Test
    void a_field_that_nobody_defines_is_a_gap() {
        assertThat(trial(honest().bytes(99, bytes().text("hidden").toBytes())).gaps)
                .hasSize(1);
    }

    @Test
    void what_stands_before_a_broken_place_counts() {
        byte[] whole = model(proto().message(1, node("Evil", "evil.domain"))).toBytes();
        Trial trial = Trial.of(new OnnxScanner(), bytes().raw(whole).u8(0xff).toBytes());
        assertThat(trial.rules()).containsExactly("onnx/custom-operator");
        assertThat(trial.gaps).hasSize(1);
    }

    @Test
    void survives_prefixes_and_mutations() {
        Endurance.survivesEveryPrefix(new OnnxScanner(), honest().toBytes());
        Endurance.survivesMutations(new OnnxScanner(), honest().toBytes());
    }

    @Test
    void a_tensor_alone_is_read_as_the_test_data_of_models_are() {
        byte[] unpacked = proto().varint(1, 1)
                .varint(1, 3)
                .varint(2, 1)
                .text(8, "input")
                .bytes(9, new byte[12])
                .toBytes();
        Trial trial = Trial.of(new OnnxScanner(), unpacked);
        assertThat(trial.accepted).isTrue();
        assertThat(trial.tensors)
                .singleElement()
                .matches(tensor -> tensor.name().equals("input"));
        assertThat(trial.coveredAll(unpacked.length)).isTrue();
        byte[] packed = proto().bytes(1, new byte[] {1, 3})
                .varint(2, 1)
                .bytes(4, new byte[12])
                .toBytes();
        assertThat(Trial.of(new OnnxScanner(), packed).accepted).isTrue();
        byte[] other = proto().varint(1, 1).varint(2, 1).bytes(9, new byte[12]).toBytes();
        assertThat(Trial.of(new OnnxScanner(), other).rejected)
                .as("a shape of one number")
                .isTrue();
    }

    @Test
    void weights_outside_the_folder_are_found_in_sparse_attributes_and_in_what_functions_default_to() {
        for (int field : new int[] {22, 23}) {
            ProtoWriter sparse = node("Constant", "")
                    .message(5, proto().message(field, proto().message(1, outside("/x", "0", "16"))));
            assertThat(trial(model(proto().message(1, sparse))).rules())
                    .as("field %d", field)
                    .containsExactly("onnx/external-path");
        }
        ProtoWriter preset = proto().text(1, "value").message(5, outside("/x", "0", "16"));
        assertThat(trial(honest().message(25, proto().text(1, "f").message(11, preset)))
                        .rules())
                .containsExactly("onnx/external-path");
    }

    @Test
    void complex_numbers_are_pairs() {
        Trial trial = trial(model(proto().message(5, raw(14, 24, 3)).message(5, raw(15, 48, 3))));
        assertThat(trial.findings).isEmpty();
        assertThat(trial.tensors).hasSize(2).allMatch(tensor -> tensor.shape().equals(List.of(3L, 2L)));
    }

    @Test
    void an_operator_that_the_model_defines_calls_no_python_whatever_its_name() {
        ProtoWriter model = model(proto().message(1, node("PyOp", "own")))
                .message(
                        25, proto().text(1, "PyOp").message(7, node("Relu", "")).text(10, "own"));
        assertThat(trial(model).rules()).isEmpty();
    }
}
