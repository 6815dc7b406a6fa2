package io.casemate.scan.paddle;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaddleProgramScannerTest extends FormatScannerContract {
    private static byte[] program(String operator) {
        return """
            {"base_code": {"magic": "pir", "trainable": false, "version": 1}, "program": {"regions": [{"#": "region_0",
             "blocks": [{"#": "block_0", "args": [], "ops": [{"#": "%s", "A": [{"AT": {"#": "0.a_str", "D": "x"}, "N": "n"}],
             "O": [{"%%": 1, "TT": {"#": "0.t_dtensor"}}]}]}]}]}}
            """.formatted(operator).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> rules(String operator) {
        return Trial.of(new PaddleProgramScanner(), program(operator)).rules();
    }

    @Override
    protected FormatScanner scanner() {
        return new PaddleProgramScanner();
    }

    @Override
    protected byte[] benign() {
        return program("1.conv2d");
    }

    @Override
    protected byte[] hostile() {
        return program("1.py_func");
    }

    /** A text that is cut is text: the scanner of plain text takes it where too little is left to know it by. */
    @Override
    protected boolean isWhole(int length) {
        return true;
    }

    @Test
    void operators_of_the_dialects_of_paddle_are_silent() {
        for (String operator : new String[] {"1.conv2d", "0.parameter", "2.if", "4.shard_tensor", "pd_op.add"}) {
            Trial trial = Trial.of(new PaddleProgramScanner(), program(operator));
            assertThat(trial.findings).as(operator).isEmpty();
            assertThat(trial.gaps).as(operator).isEmpty();
            assertThat(trial.coveredAll(program(operator).length)).as(operator).isTrue();
        }
    }

    @Test
    void operators_that_leave_the_program_are_told() {
        assertThat(rules("1.py_func")).containsExactly("paddle/python-operator");
        assertThat(rules("1.read_file")).containsExactly("paddle/file-operator");
        assertThat(rules("1.listen_and_serv")).containsExactly("paddle/network-operator");
        assertThat(rules("1.tensorrt_engine")).containsExactly("paddle/engine-operator");
    }

    @Test
    void operators_of_other_dialects_need_a_library() {
        assertThat(rules("3.custom_relu")).containsExactly("paddle/custom-operator");
        assertThat(rules("-1.op")).containsExactly("paddle/custom-operator");
        assertThat(rules("mine.op")).containsExactly("paddle/custom-operator");
    }

    @Test
    void program_that_is_cut_is_a_gap() {
        byte[] whole = benign();
        assertThat(Trial.of(new PaddleProgramScanner(), Arrays.copyOf(whole, whole.length - 9)).gaps)
                .isNotEmpty();
    }
}
