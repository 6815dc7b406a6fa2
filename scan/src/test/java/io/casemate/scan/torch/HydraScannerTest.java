package io.casemate.scan.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HydraScannerTest {
    private static Trial read(String text) {
        return Trial.of(new HydraScanner(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void targets_are_judged_however_they_are_written() {
        for (String text : List.of(
                "model:\n  _target_: os.system\n  command: id\n",
                "{\"model\": {\"_target_\": \"os.system\"}}",
                "_target_: 'os.system'",
                "a: {_target_: nemo.utils.os.system}",
                "x: y\n_target_: >-\n  os.system\nloader_module: mlflow.sklearn\n")) {
            var content = Content.of("model_config.yaml", text.getBytes(StandardCharsets.UTF_8));
            assertThat(new HydraScanner().recognises(content)).as(text).isEqualTo(Recognition.POSSIBLE);
            Trial trial = read(text);
            assertThat(trial.accepted).isTrue();
            assertThat(trial.rules()).as(text).containsExactly("code/dangerous-call");
        }
    }

    @Test
    void parts_of_known_libraries_are_silent() {
        assertThat(read("model:\n  _target_: nemo.collections.asr.models.EncDecCTCModel\n").findings)
                .isEmpty();
        assertThat(read("loader_module: mlflow.sklearn\n").findings).isEmpty();
    }

    @Test
    void parts_of_unknown_libraries_are_unknown() {
        assertThat(read("_target_: mine.models.Model\n").rules()).containsExactly("code/unknown-call");
    }

    @Test
    void other_configurations_are_not_read() {
        var content = Content.of("config.yaml", "target: os.system\n".getBytes(StandardCharsets.UTF_8));
        assertThat(new HydraScanner().recognises(content)).isEqualTo(Recognition.NO);
    }
}
