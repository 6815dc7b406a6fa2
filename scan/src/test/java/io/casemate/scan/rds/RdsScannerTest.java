package io.casemate.scan.rds;

import static io.casemate.scan.rds.RdsFile.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RdsScannerTest {
    private static Trial trial(RdsFile file) {
        return Trial.of(new RdsScanner(), file.toBytes());
    }

    static RdsFile honest() {
        return object().listWithAttributes(3)
                .integers(1, 2, 3)
                .reals(2)
                .texts("a", "b")
                .pair()
                .symbol("names")
                .texts("i", "r", "t")
                .pair()
                .symbol("class")
                .texts("k")
                .pair()
                .again(1)
                .integers(7)
                .none();
    }

    @Test
    void an_honest_object_is_silent_and_wholly_read() {
        byte[] file = honest().toBytes();
        assertThat(new RdsScanner().recognises(Content.of("x", file))).isEqualTo(Recognition.CERTAIN);
        Trial trial = trial(honest());
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
    }

    @Test
    void saved_workspaces_native_and_ascii_writings_are_read() {
        byte[] workspace = Bytes.bytes().text("RDX3\n").raw(honest().toBytes()).toBytes();
        assertThat(Trial.of(new RdsScanner(), workspace).coveredAll(workspace.length))
                .isTrue();
        byte[] nativeOrder = Bytes.bytes()
                .text("B\n")
                .u32(2)
                .u32(0)
                .u32(0)
                .u32(13)
                .u32(2)
                .u32(7)
                .u32(8)
                .toBytes();
        assertThat(Trial.of(new RdsScanner(), nativeOrder).coveredAll(nativeOrder.length))
                .isTrue();
        byte[] ascii = "A\n3\n1\n1\n5\nUTF-8\n16\n1\n262153\n5\na\\040b\\n\n".getBytes(StandardCharsets.US_ASCII);
        Trial trial = Trial.of(new RdsScanner(), ascii);
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(ascii.length)).isTrue();
    }

    @Test
    void cve_2024_27322_a_promise_is_told_even_where_the_file_breaks_behind_it() {
        RdsFile promise = object().promise()
                .global()
                .unbound()
                .call()
                .symbol("system")
                .pair()
                .symbol("x")
                .texts("id")
                .none();
        assertThat(trial(promise).rules()).contains("rds/promise", "rds/dangerous-call");
        RdsFile broken =
                object().list(2).promise().global().unbound().integers(1).word(77);
        assertThat(trial(broken).rules()).containsExactly("rds/promise");
        assertThat(trial(broken).gaps).hasSize(1);
    }

    @Test
    void a_promise_that_was_evaluated_is_not_told() {
        assertThat(trial(object().word(5).integers(1).integers(2)).rules()).isEmpty();
    }

    @Test
    void a_function_is_told_and_one_that_runs_programs_by_its_name() {
        RdsFile harmless =
                object().function().global().none().call().symbol("exp").none();
        assertThat(trial(harmless).rules()).containsExactly("rds/plain-function");
        RdsFile evil =
                object().function().global().none().call().symbol("system").none();
        assertThat(trial(evil).rules()).containsExactly("rds/dangerous-call", "rds/function");
    }

    @Test
    void a_function_whose_calls_are_on_no_list_is_unknown_and_says_which() {
        RdsFile file =
                object().function().global().none().call().symbol("do.call").none();
        Trial trial = trial(file);
        assertThat(trial.rules()).containsExactly("rds/function");
        assertThat(trial.findings.getFirst().message()).endsWith("which calls 'do.call'");
        RdsFile computed = object().function()
                .global()
                .none()
                .call()
                .call()
                .symbol("get")
                .none()
                .none();
        assertThat(trial(computed).rules()).as("what get gives").containsExactly("rds/function");
    }

    @Test
    void a_promise_in_an_environment_that_would_run_a_program_is_malicious() {
        RdsFile file = object().environment()
                .global()
                .pair()
                .symbol("a")
                .promise()
                .global()
                .unbound()
                .call()
                .symbol("system")
                .pair()
                .symbol("x")
                .texts("id")
                .none()
                .none()
                .none()
                .none();
        assertThat(trial(file).rules()).contains("rds/promise");
    }

    @Test
    void compiled_code_is_a_function_whose_constants_are_read() {
        RdsFile code = object().code()
                .integers(12, 1)
                .word(2)
                .word(6)
                .none()
                .word(1)
                .symbol("system2")
                .word(254)
                .none()
                .word(1)
                .symbol("x");
        assertThat(trial(code).rules()).containsExactly("rds/dangerous-call", "rds/function");
        assertThat(trial(code).gaps).isEmpty();
    }

    @Test
    void a_call_as_data_is_a_note_unless_it_runs_programs() {
        assertThat(trial(object().call().symbol("lm").none()).rules()).containsExactly("rds/call");
        assertThat(trial(object().call().symbol("system").none()).rules())
                .containsExactly("rds/dangerous-call", "rds/call");
    }

    @Test
    void a_promise_in_an_environment_counts_as_a_function() {
        RdsFile file = object().environment()
                .global()
                .pair()
                .symbol("a")
                .promise()
                .global()
                .unbound()
                .integers(1)
                .none()
                .none()
                .none();
        assertThat(trial(file).rules()).containsExactly("rds/plain-function");
    }

    @Test
    void code_of_another_language_in_a_text_is_told() {
        assertThat(trial(object().texts("import os; os.system('id')")).rules()).containsExactly("rds/code");
    }

    @Test
    void nesting_has_a_bound_and_references_stay_inside() {
        RdsFile deep = object();
        for (int i = 0; i < 5_000; i++) {
            deep.list(1);
        }
        assertThat(trial(deep.none()).gaps).hasSize(1);
        assertThat(trial(object().again(7)).gaps).hasSize(1);
    }

    @Test
    void survives_prefixes_and_mutations() {
        Endurance.survivesEveryPrefix(new RdsScanner(), honest().toBytes());
        Endurance.survivesMutations(new RdsScanner(), honest().toBytes());
    }
}
