package io.casemate.scan.tflite;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.trial.Trial;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a TFLite model calls and carries. */
class TfliteScannerTest {
    private static final byte[] NUMBERS = {0, 0, (byte) 128, 63, 0, 0, 0, 64};

    private static Trial read(byte... bytes) {
        return Trial.of(new TfliteScanner(), bytes);
    }

    @Test
    void buffer_of_a_tensor_is_that_tensor() {
        byte[] model = TfliteWriter.model("", NUMBERS);
        Trial trial = read(model);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.tensors).hasSize(1);
        assertThat(trial.tensors.getFirst().name()).isEqualTo("w");
        assertThat(trial.tensors.getFirst().bytes().byteSize()).isEqualTo(8);
        assertThat(trial.coveredAll(model.length)).isTrue();
    }

    @Test
    void custom_operator_is_unknown() {
        assertThat(read(TfliteWriter.model("EvilOp", NUMBERS)).rules()).containsExactly("tflite/custom-operator");
    }

    @Test
    void custom_operator_of_the_library_itself_is_nothing() {
        assertThat(read(TfliteWriter.model("TFLite_Detection_PostProcess", NUMBERS)).findings)
                .isEmpty();
    }

    @Test
    void flex_operator_is_judged_as_the_one_of_tensorflow() {
        assertThat(read(TfliteWriter.model("FlexReadFile", NUMBERS)).rules())
                .containsExactly("tensorflow/file-operation");
        assertThat(read(TfliteWriter.model("FlexErf", NUMBERS)).findings).isEmpty();
    }

    @Test
    void buffer_outside_the_file_is_told() {
        assertThat(read(TfliteWriter.modelWithLength(1 << 20, NUMBERS)).rules())
                .containsExactly("tflite/buffer-outside");
    }

    @Test
    void zip_of_associated_files_is_handed_on() {
        byte[] model = TfliteWriter.model("", NUMBERS);
        byte[] longer = Arrays.copyOf(model, model.length + 30);
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, longer, model.length, 4);
        assertThat(read(longer).nested).hasSize(1);
    }
}
