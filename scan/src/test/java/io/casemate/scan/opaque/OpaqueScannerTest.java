package io.casemate.scan.opaque;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

class OpaqueScannerTest {
    @Test
    void what_is_known_by_name_only_is_a_gap() {
        byte[] engine = bytes().text("\u0001HEF").zeros(20).toBytes();
        assertThat(new OpaqueScanner().recognises(Content.of("x", engine))).isEqualTo(Recognition.CERTAIN);
        Trial trial = Trial.of(new OpaqueScanner(), engine);
        assertThat(trial.rules()).containsExactly("opaque/compiled-engine");
        assertThat(trial.gaps).hasSize(1);
    }

    @Test
    void survives_prefixes_and_mutations() {
        byte[] sample = bytes().u32(16).text("ORTM").zeros(8).toBytes();
        Endurance.survivesEveryPrefix(new OpaqueScanner(), sample);
        Endurance.survivesMutations(new OpaqueScanner(), sample);
    }
}
