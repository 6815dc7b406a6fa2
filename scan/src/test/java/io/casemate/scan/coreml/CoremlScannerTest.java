package io.casemate.scan.coreml;

import static io.casemate.scan.protobuf.ProtoWriter.proto;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.protobuf.ProtoWriter;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
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
    void survives_prefixes_and_mutations() {
        byte[] sample = model(202, proto().message(1, model(555, proto().text(1, "Evil"))))
                .toBytes();
        Endurance.survivesEveryPrefix(new CoremlScanner(), sample);
        Endurance.survivesMutations(new CoremlScanner(), sample);
    }
}
