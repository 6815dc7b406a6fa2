package io.casemate.scan.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judgement;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VersionsTest {
    private static final MarshalScanner SCANNER = new MarshalScanner();

    private static byte[] calling(PythonVersion version, String module, String method) {
        return new CodeAssembler(version)
                .resume()
                .importInto(module, "m")
                .callMethod("m", method, "id")
                .returned();
    }

    @ParameterizedTest
    @EnumSource(PythonVersion.class)
    void a_call_is_found_in_the_code_of_each_version(PythonVersion version) {
        Trial trial = Trial.of(SCANNER, calling(version, "os", "system"));

        assertThat(trial.rules()).contains("code/dangerous-call");
        assertThat(trial.gaps).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PythonVersion.class)
    void a_harmless_call_is_silent_in_each_version(PythonVersion version) {
        Trial trial = Trial.of(SCANNER, calling(version, "math", "sqrt"));

        assertThat(trial.rules()).containsExactly("marshal/code");
        assertThat(trial.gaps).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PythonVersion.class)
    void code_behind_an_endless_loop_and_both_branches_are_read(PythonVersion version) {
        var code = new CodeAssembler(version).resume();
        code.importInto("os", "m").text("x");
        code.op(version == PythonVersion.V3_11 ? "POP_JUMP_FORWARD_IF_TRUE" : "POP_JUMP_IF_TRUE", 0);
        code.callMethod("m", "system", "id");

        assertThat(Trial.of(SCANNER, code.returned()).rules()).contains("code/dangerous-call");
    }

    @ParameterizedTest
    @EnumSource(PythonVersion.class)
    void an_opcode_of_no_version_is_a_gap(PythonVersion version) {
        byte[] code = calling(version, "math", "sqrt");
        Opcodes opcodes = Opcodes.of(version);
        int at = 1 + 4 * version.layout().numbers + 5;
        assertThat(opcodes.name(code[at] & 0xff)).isNotEmpty();
        code[at] = (byte) 225;

        assertThat(Trial.of(SCANNER, code).gaps).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(PythonVersion.class)
    void mutations_end_without_an_exception(PythonVersion version) {
        long seed = 20261121L + version.column;
        var random = new Random(seed);
        byte[] original = calling(version, "os", "system");
        for (int round = 0; round < 1_500; round++) {
            byte[] mutant = original.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            assertThat(Trial.of(SCANNER, mutant))
                    .as("seed %d round %d", seed, round)
                    .isNotNull();
        }
    }

    @Test
    void a_compiled_module_is_read_by_its_magic_number() {
        byte[] code = calling(PythonVersion.V3_13, "os", "system");
        byte[] file = new byte[16 + code.length];
        file[0] = (byte) (3571 & 0xff);
        file[1] = (byte) (3571 >> 8);
        file[2] = '\r';
        file[3] = '\n';
        System.arraycopy(code, 0, file, 16, code.length);

        Trial trial = Trial.of(SCANNER, file);

        assertThat(SCANNER.recognises(Content.of("x", file))).isEqualTo(Recognition.CERTAIN);
        assertThat(trial.rules()).contains("marshal/compiled-module", "code/dangerous-call");
        assertThat(trial.coveredAll(file.length)).isTrue();
        file[0] = (byte) (62211 & 0xff);
        file[1] = (byte) (62211 >> 8);
        assertThat(Trial.of(SCANNER, file).gaps).as("Python 2").isNotEmpty();
    }

    @Test
    void cut_data_is_judged_by_the_names_in_it() {
        byte[] code = calling(PythonVersion.V3_9, "os", "system");
        byte[] cut = Arrays.copyOf(code, code.length - 6);
        Trial trial = Trial.of(SCANNER, cut);

        assertThat(trial.rules()).contains("marshal/undecodable", "code/dangerous-call");
        assertThat(trial.gaps).isNotEmpty();
    }

    @Test
    void arguments_of_a_code_type_are_judged() {
        byte[] instructions = {
            (byte) number("LOAD_GLOBAL"),
            0,
            (byte) number("LOAD_METHOD"),
            1,
            (byte) number("LOAD_CONST"),
            1,
            (byte) number("CALL_METHOD"),
            1,
            (byte) number("RETURN_VALUE"),
            0
        };
        Value whole = new Value.Whole(0);
        List<Value> arguments = List.of(
                whole,
                whole,
                whole,
                whole,
                whole,
                whole,
                new Value.Bytes(MemorySegment.ofArray(instructions), true),
                Value.items(Value.NONE, Value.text("id")),
                Value.items(Value.text("os"), Value.text("system")),
                Value.items(),
                Value.text("f.py"),
                Value.text("f"),
                whole,
                new Value.Bytes(MemorySegment.ofArray(new byte[0]), true),
                Value.items(),
                Value.items());

        var level = new AtomicReference<Judgement.Level>();
        Trial trial =
                Trial.of(judging(inspection -> level.set(CodeObjects.judge(arguments, inspection, 3))), new byte[4]);

        assertThat(trial.rules()).containsExactly("code/dangerous-call");
        assertThat(level.get()).isEqualTo(Judgement.Level.MALICIOUS);
    }

    private static int number(String opcode) {
        return Opcodes.of(PythonVersion.V3_8).number(opcode);
    }

    @Test
    void marshalled_bytes_of_another_format_are_judged() {
        var level = new AtomicReference<Judgement.Level>();
        MemorySegment harmless = MemorySegment.ofArray(Golden.HARMLESS_LAMBDA.bytes());
        Trial trial =
                Trial.of(judging(inspection -> level.set(CodeObjects.judge(harmless, inspection, 0))), new byte[4]);

        assertThat(trial.findings).isEmpty();
        assertThat(level.get()).isEqualTo(Judgement.Level.SAFE);
    }

    private static FormatScanner judging(java.util.function.Consumer<Inspection> action) {
        return new FormatScanner() {
            @Override
            public String id() {
                return "judging";
            }

            @Override
            public Recognition recognises(Content content) {
                return Recognition.CERTAIN;
            }

            @Override
            public void scan(Content content, Inspection inspection) {
                action.accept(inspection);
            }
        };
    }
}
