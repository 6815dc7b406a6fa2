package io.casemate.scan.paddle;

import static io.casemate.scan.protobuf.ProtoWriter.proto;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.protobuf.ProtoWriter;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import org.junit.jupiter.api.Test;

class PaddleScannerTest {
    static byte[] program(String operator) {
        ProtoWriter block = proto().varint(1, 0)
                .varint(2, -1)
                .message(3, proto().text(1, "x"))
                .message(4, proto().text(3, operator));
        return proto().message(1, block).message(4, proto().varint(1, 0)).toBytes();
    }

    @Test
    void an_honest_program_is_silent_and_wholly_read() {
        byte[] file = program("conv2d");
        assertThat(new PaddleScanner().recognises(Content.of("x", file))).isEqualTo(Recognition.POSSIBLE);
        Trial trial = Trial.of(new PaddleScanner(), file);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
    }

    @Test
    void operators_that_leave_the_program_are_told() {
        assertThat(Trial.of(new PaddleScanner(), program("py_func")).rules()).containsExactly("paddle/python-operator");
        assertThat(Trial.of(new PaddleScanner(), program("save_combine")).rules())
                .containsExactly("paddle/file-operator");
        assertThat(Trial.of(new PaddleScanner(), program("listen_and_serv")).rules())
                .containsExactly("paddle/network-operator");
        assertThat(Trial.of(new PaddleScanner(), program("custom_relu")).rules())
                .containsExactly("paddle/custom-operator");
    }

    @Test
    void survives_prefixes_and_mutations() {
        Endurance.survivesEveryPrefix(new PaddleScanner(), program("py_func"));
        Endurance.survivesMutations(new PaddleScanner(), program("py_func"));
    }
}
