package io.casemate.scan.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextGraphScannerTest extends FormatScannerContract {
    private static byte[] node(String operation) {
        return "node {\n  name: \"n\"\n  op: %s\n}\n".formatted(operation).getBytes(StandardCharsets.UTF_8);
    }

    private static Trial read(byte... text) {
        return Trial.of(new TextGraphScanner(), text);
    }

    @Override
    protected FormatScanner scanner() {
        return new TextGraphScanner();
    }

    @Override
    protected byte[] benign() {
        return node("\"Placeholder\"");
    }

    @Override
    protected byte[] hostile() {
        return node("\"WriteFile\"");
    }

    @Override
    protected boolean isWhole(int length) {
        return true;
    }

    @Test
    void operations_are_judged_like_those_of_binary_graphs() {
        assertThat(read(node("\"EagerPyFunc\"")).rules()).containsExactly("tensorflow/python-operation");
        assertThat(read(node("\"MatMul\"")).rules()).isEmpty();
    }

    @Test
    void operations_written_with_escapes_or_in_pieces_are_the_same() {
        assertThat(read(node("'\\x57rite' \"File\"")).rules()).containsExactly("tensorflow/file-operation");
        assertThat(read(node("\"\\127riteFile\"")).rules()).containsExactly("tensorflow/file-operation");
    }

    @Test
    void functions_of_the_graph_are_known_but_hide_nothing() {
        String library = "library { function { signature { name: \"mine\" } } }\n";
        byte[] calls =
                (library + new String(node("\"mine\""), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertThat(read(calls).rules()).isEmpty();
        byte[] hides = (library.replace("mine", "ReadFile") + new String(node("\"ReadFile\""), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(read(hides).rules()).containsExactly("tensorflow/file-operation");
    }

    @Test
    void text_without_operations_is_left_to_others() {
        byte[] text = "node { color: \"red\" }".getBytes(StandardCharsets.UTF_8);
        assertThat(read(text).rejected).isTrue();
        assertThat(new TextGraphScanner().recognises(Content.of("x", "name: \"net\"".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Recognition.NO);
    }
}
