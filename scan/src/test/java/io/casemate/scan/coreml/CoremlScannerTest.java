package io.casemate.scan.coreml;

import static io.casemate.scan.protobuf.ProtoWriter.proto;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.protobuf.ProtoWriter;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

class CoremlScannerTest {
    static ProtoWriter model(int field, ProtoWriter body) {
        return proto().varint(1, 5).message(2, proto().text(1, "d")).message(field, body);
    }

    static ProtoWriter network(ProtoWriter layer) {
        return proto().message(1, layer);
    }

    private static Trial trial(ProtoWriter model) {
        return Trial.of(new CoremlScanner(), model.toBytes());
    }

    @Test
    void an_honest_model_is_silent_and_wholly_read() {
        byte[] file = model(500, network(proto().text(1, "conv").message(100, proto())))
                .toBytes();
        assertThat(new CoremlScanner().recognises(Content.of("x", file))).isEqualTo(Recognition.POSSIBLE);
        Trial trial = Trial.of(new CoremlScanner(), file);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
    }

    @Test
    void layers_and_models_that_the_app_must_bring_are_told_in_pipelines_too() {
        ProtoWriter layer = network(proto().text(1, "l").message(500, proto().text(10, "Evil")));
        assertThat(trial(model(500, layer)).rules()).containsExactly("coreml/custom-layer");
        assertThat(trial(model(202, proto().message(1, model(403, layer)))).rules())
                .containsExactly("coreml/custom-layer");
        assertThat(trial(model(555, proto().text(1, "Evil"))).rules()).containsExactly("coreml/custom-model");
        assertThat(trial(model(556, proto().text(1, "../x"))).rules()).containsExactly("coreml/linked-model");
    }

    @Test
    void weights_of_layers_are_tensors() {
        ProtoWriter weights = proto().bytes(1, new byte[400]);
        ProtoWriter half = proto().bytes(2, new byte[80]).varint(50, 1);
        ProtoWriter layer = proto().text(1, "conv")
                .message(100, proto().message(90, weights).message(91, half));
        Trial trial = trial(model(500, network(layer)));
        assertThat(trial.findings).isEmpty();
        assertThat(trial.tensors).extracting(Tensor::name).containsExactly("conv/90", "conv/91");
        assertThat(trial.tensors).extracting(Tensor::type).containsExactly(ElementType.F32, ElementType.F16);
        assertThat(trial.tensors.getFirst().shape()).containsExactly(100L);
    }

    @Test
    void what_only_looks_like_weights_is_none() {
        ProtoWriter other = proto().bytes(1, new byte[400]).text(3, "x");
        ProtoWriter odd = proto().bytes(1, new byte[401]);
        ProtoWriter layer =
                proto().text(1, "l").message(100, proto().message(90, other).message(91, odd));
        assertThat(trial(model(500, network(layer))).tensors).isEmpty();
    }

    private static ProtoWriter program(String type, String file) {
        ProtoWriter constant = proto().text(1, "val")
                .message(2, proto().message(5, proto().text(1, file).varint(2, 64)));
        ProtoWriter operation = proto().text(1, type).message(5, constant);
        ProtoWriter block = proto().message(3, proto().text(1, "identity").message(4, proto().message(3, operation)));
        ProtoWriter function = proto().message(3, proto().text(1, "CoreML6").message(2, block));
        return proto().varint(1, 1).message(2, proto().text(1, "main").message(2, function));
    }

    @Test
    void programs_take_their_constants_from_the_package() {
        assertThat(trial(model(502, program("const", "@model_path/weights/weight.bin"))).findings)
                .isEmpty();
        for (String file : new String[] {"@model_path/../../x", "/etc/passwd", "../x"}) {
            assertThat(trial(model(502, program("const", file))).rules()).containsExactly("coreml/escaping-path");
        }
    }

    @Test
    void operations_that_the_app_must_bring_are_told() {
        assertThat(trial(model(502, program("custom_layer", "@model_path/w"))).rules())
                .containsExactly("coreml/custom-layer");
    }

    @Test
    void survives_prefixes_and_mutations() {
        byte[] sample = model(202, proto().message(1, model(555, proto().text(1, "Evil"))))
                .toBytes();
        Endurance.survivesEveryPrefix(new CoremlScanner(), sample);
        Endurance.survivesMutations(new CoremlScanner(), sample);
    }
}
