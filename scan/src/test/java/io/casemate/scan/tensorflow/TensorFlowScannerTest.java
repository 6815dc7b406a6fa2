package io.casemate.scan.tensorflow;

import static io.casemate.scan.protobuf.ProtoWriter.proto;
import static io.casemate.scan.tensorflow.GraphWriter.graph;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

/** What running a graph would do besides computing. */
class TensorFlowScannerTest {
    private static Trial read(byte... bytes) {
        return Trial.of(new TensorFlowScanner(), bytes);
    }

    @Test
    void graph_of_layers_is_clean() {
        Trial trial = read(graph().node("x", "Placeholder")
                .node("y", "MatMul")
                .node("z", "AddV2")
                .savedModel());
        assertThat(trial.accepted).isTrue();
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.facts).containsEntry("tensorflow version", "2.15.0");
    }

    @Test
    void saving_and_restoring_variables_is_clean() {
        assertThat(read(graph().node("s", "SaveV2")
                                .node("r", "RestoreV2")
                                .node("m", "MergeV2Checkpoints")
                                .savedModel())
                        .findings)
                .isEmpty();
    }

    @Test
    void operation_that_writes_files_is_told() {
        assertThat(read(graph().node("x", "Placeholder").node("w", "WriteFile").savedModel())
                        .rules())
                .containsExactly("tensorflow/file-operation");
    }

    @Test
    void operation_in_a_function_is_told() {
        assertThat(read(graph().node("x", "PartitionedCall")
                                .function("f", "ReadFile")
                                .savedModel())
                        .rules())
                .containsExactly("tensorflow/file-operation");
    }

    @Test
    void python_operation_in_a_meta_graph_is_told() {
        assertThat(read(graph().node("x", "EagerPyFunc").metaGraph()).rules())
                .containsExactly("tensorflow/python-operation");
    }

    @Test
    void frozen_graph_is_read() {
        assertThat(read(graph().node("x", "PyFunc").frozen()).rules()).containsExactly("tensorflow/python-operation");
    }

    @Test
    void operation_of_no_list_is_unknown() {
        assertThat(read(graph().node("x", "ShellExecute").frozen()).rules())
                .containsExactly("tensorflow/unknown-operation");
    }

    @Test
    void operation_of_a_known_library_is_no_verdict() {
        assertThat(read(graph().node("x", "TFText>FastWordpieceTokenizeWithOffsets")
                                .frozen())
                        .rules())
                .containsExactly("tensorflow/library-operation");
    }

    @Test
    void call_of_a_function_by_its_name_is_known() {
        assertThat(read(graph().node("x", "__inference_f_12")
                                .function("__inference_f_12", "MatMul")
                                .frozen())
                        .findings)
                .isEmpty();
    }

    @Test
    void function_that_takes_the_name_of_an_operation_hides_nothing() {
        assertThat(read(graph().node("x", "ReadFile")
                                .function("ReadFile", "MatMul")
                                .frozen())
                        .rules())
                .containsExactly("tensorflow/file-operation");
    }

    @Test
    void print_into_a_file_is_told() {
        assertThat(read(graph().node("x", "PrintV2", "output_stream", "file:///home/ana/.bashrc")
                                .frozen())
                        .rules())
                .containsExactly("tensorflow/file-operation");
        assertThat(read(graph().node("x", "PrintV2", "output_stream", "stderr").frozen()).findings)
                .isEmpty();
    }

    @Test
    void saver_with_a_path_of_its_own_is_told_however_it_comes_to_it() {
        for (String path : java.util.List.of("/etc/cron.d/x", "../../x", "file:///tmp/x", "C:\\x\\y")) {
            assertThat(read(graph().constantText("c", path)
                                    .fed("s", "SaveSlices", "c", "n")
                                    .savedModel())
                            .rules())
                    .as(path)
                    .containsExactly("tensorflow/file-operation");
        }
        assertThat(read(graph().constantText("c", "/tmp/x")
                                .fed("p", "PlaceholderWithDefault", "c:0")
                                .fed("f", "ShardedFilename", "p", "i", "n")
                                .fed("s", "SaveV2", "f", "n")
                                .frozen())
                        .rules())
                .containsExactly("tensorflow/file-operation");
        assertThat(read(graph().constantText("save/Const", "model")
                                .constantText("help", "/usr/share/x")
                                .fed("p", "PlaceholderWithDefault", "save/Const")
                                .fed("s", "SaveV2", "p", "n")
                                .savedModel())
                        .rules())
                .isEmpty();
    }

    @Test
    void asset_outside_the_folder_is_told() {
        assertThat(read(graph().node("x", "NoOp").savedModelWithAsset("../../etc/passwd"))
                        .rules())
                .containsExactly("tensorflow/escaping-path");
        assertThat(read(graph().node("x", "NoOp").savedModelWithAsset("vocab.txt")).findings)
                .isEmpty();
    }

    @Test
    void large_constant_is_a_tensor() {
        Trial trial = read(graph().constant("w", new byte[4096]).frozen());
        assertThat(trial.tensors).hasSize(1);
        assertThat(trial.tensors.getFirst().shape()).containsExactly(1024L);
    }

    @Test
    void keras_metadata_hands_its_configurations_on() {
        String json = "{\"class_name\": \"Sequential\", \"config\": {}}";
        byte[] metadata = proto().message(
                        1,
                        proto().varint(2, 0)
                                .text(3, "root")
                                .text(4, "_tf_keras_sequential")
                                .text(5, json))
                .toBytes();
        Trial trial = read(metadata);
        assertThat(trial.nested).hasSize(1);
        assertThat(trial.nested.getFirst().text(0, json.length())).isEqualTo(json);
    }

    @Test
    void fingerprint_beside_a_saved_model_is_known() {
        byte[] fingerprint = proto().varint(1, Long.MAX_VALUE)
                .varint(2, 7)
                .varint(3, 8)
                .varint(4, 9)
                .varint(5, 10)
                .message(6, proto().varint(1, 1))
                .toBytes();
        Trial trial = read(fingerprint);
        assertThat(trial.accepted).isTrue();
        assertThat(trial.gaps).isEmpty();
    }

    @Test
    void other_protobuf_is_not_ours() {
        byte[] onnx = proto().varint(1, 8)
                .text(2, "pytorch")
                .message(7, proto().text(1, "x"))
                .toBytes();
        assertThat(new TensorFlowScanner().recognises(Content.of("model.onnx", onnx)))
                .isEqualTo(Recognition.NO);
    }

    @Test
    void effects_of_all_kinds_are_on_the_list() {
        assertThat(Operations.effect("ReadFile")).isEqualTo(Operations.Effect.FILES);
        assertThat(Operations.effect("TFRecordDatasetV2")).isEqualTo(Operations.Effect.SOURCE);
        assertThat(Operations.effect("FusedBatchNormV3")).isEqualTo(Operations.Effect.COMPUTING);
        assertThat(Operations.effect("NoSuchOperation")).isEqualTo(Operations.Effect.UNKNOWN);
    }

    @Test
    void operations_that_send_what_they_see_are_told() {
        assertThat(read(graph().node("d", "DebugIdentityV2").savedModel()).rules())
                .containsExactly("tensorflow/data-source");
        assertThat(read(graph().node("w", "WriteGraphSummary").savedModel()).rules())
                .containsExactly("tensorflow/data-source");
    }

    @Test
    void meta_graph_without_information_is_recognised() {
        byte[] file = proto().message(2, proto().message(1, proto().text(1, "r").text(2, "ReadFile")))
                .toBytes();
        assertThat(new TensorFlowScanner().recognises(Content.of("x.meta", file)))
                .isEqualTo(Recognition.POSSIBLE);
        assertThat(read(file).rules()).containsExactly("tensorflow/file-operation");
    }

    @Test
    void meta_graph_with_empty_information_is_recognised() {
        byte[] file = proto().message(1, proto())
                .message(2, proto().message(1, proto().text(1, "w").text(2, "WriteFile")))
                .toBytes();
        assertThat(new TensorFlowScanner().recognises(Content.of("x.meta", file)))
                .isEqualTo(Recognition.POSSIBLE);
        assertThat(read(file).rules()).containsExactly("tensorflow/file-operation");
    }

    @Test
    void fingerprint_with_few_hashes_is_known_by_its_name_only() {
        byte[] file = proto().varint(1, 123).varint(2, 456).toBytes();
        var scanner = new TensorFlowScanner();
        assertThat(scanner.recognises(Content.of("m/fingerprint.pb", file))).isEqualTo(Recognition.POSSIBLE);
        assertThat(scanner.recognises(Content.of("m/other.pb", file))).isEqualTo(Recognition.NO);
    }
}
