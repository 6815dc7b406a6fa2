package io.casemate.scan.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarshalScannerTest {
    private static final MarshalScanner SCANNER = new MarshalScanner();

    @ParameterizedTest
    @EnumSource(
            value = Golden.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HARMLESS", "HARMLESS_LAMBDA", "CLIMB"})
    void what_a_compiler_wrote_for_a_dangerous_call_is_told(Golden golden) {
        Trial trial = Trial.of(SCANNER, golden.bytes());

        assertThat(trial.rules())
                .as("%s: %s", golden, trial.findings)
                .containsAnyOf("code/dangerous-call", "code/dangerous-import");
        assertThat(trial.gaps).as("%s", golden).isEmpty();
        assertThat(trial.coveredAll(golden.bytes().length)).isTrue();
    }

    @Test
    void climbing_from_an_object_to_the_interpreter_is_told() {
        assertThat(Trial.of(SCANNER, Golden.CLIMB.bytes()).rules()).contains("marshal/object-walk");
    }

    @ParameterizedTest
    @EnumSource(
            value = Golden.class,
            names = {"HARMLESS", "HARMLESS_LAMBDA"})
    void harmless_code_is_only_told_to_be_code(Golden golden) {
        Trial trial = Trial.of(SCANNER, golden.bytes());

        assertThat(trial.rules()).containsExactly("marshal/code");
        assertThat(trial.gaps).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Golden.class)
    void a_code_object_is_recognised_by_its_bytes(Golden golden) {
        assertThat(SCANNER.recognises(Content.of("x", golden.bytes()))).isEqualTo(Recognition.CERTAIN);
    }

    @Test
    void no_prefix_is_called_clean() {
        byte[] all = Golden.IN_A_FUNCTION.bytes();
        for (int n = 0; n < all.length; n++) {
            Trial trial = Trial.of(SCANNER, Arrays.copyOf(all, n));

            assertThat(trial.rejected || !trial.gaps.isEmpty())
                    .as("cut at byte %d", n)
                    .isTrue();
        }
    }
}
