package io.casemate.scan.pickle;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.executable.Machine;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States that plant something, in objects whose making needs no look at all. */
class StateTest {
    private static PickleBuilder namespace() {
        return pickle(4).stackGlobal("argparse", "Namespace").emptyTuple().reduce();
    }

    private static Trial judged(byte[] pickle) {
        return Trial.of(new PickleScanner(), Content.of("", pickle), Limits.DEFAULT, Judges.builtIn());
    }

    private static void told(byte[] pickle) {
        assertThat(judged(pickle).rules()).contains("code/suspicious-call");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__setstate__", "__class__", "__reduce__", "__reduce_ex__", "__getattr__", "__call__"})
    void hooks_are_told_on_calm_objects(String hook) {
        told(namespace()
                .emptyDict()
                .text(hook)
                .stackGlobal("builtins", "dict")
                .setitem()
                .build()
                .stop());
        told(namespace()
                .none()
                .emptyDict()
                .text(hook)
                .stackGlobal("builtins", "dict")
                .setitem()
                .tuple2()
                .build()
                .stop());
    }

    @Test
    void hooks_behind_many_other_keys_are_told() {
        PickleBuilder many = namespace().emptyDict();
        for (int i = 0; i < 1000; i++) {
            many.text("key" + i).binint1(1).setitem();
        }
        told(many.text("__setstate__")
                .stackGlobal("builtins", "dict")
                .setitem()
                .build()
                .stop());
    }

    @Test
    void plain_states_are_not_told() {
        byte[] plain =
                namespace().emptyDict().text("key").binint1(1).setitem().build().stop();
        assertThat(judged(plain).rules()).isEmpty();
    }

    @Test
    void bytes_by_way_of_text_are_a_content_of_their_own() {
        byte[] outer = pickle(2)
                .global("torch.storage", "_load_from_bytes")
                .global("_codecs", "encode")
                .binunicode("cos\nsystem\n(S'x'\ntR.")
                .binunicode("latin1")
                .tuple2()
                .reduce()
                .tuple1()
                .reduce()
                .stop();
        assertThat(Trial.of(new PickleScanner(), outer).nested).hasSize(1);
    }

    @Test
    void an_executable_stored_as_letters_is_told_and_numbers_that_begin_like_one_are_not() {
        byte[] numbers = new byte[512];
        numbers[0] = 'M';
        numbers[1] = 'Z';
        numbers[2] = (byte) 0x90;

        assertThat(letters(Machine.pe())).containsExactly("executable/embedded");
        assertThat(letters(Machine.elf())).containsExactly("executable/embedded");
        assertThat(letters(numbers)).isEmpty();
    }

    private static List<String> letters(byte[] bytes) {
        byte[] outer = pickle(2)
                .global("_codecs", "encode")
                .binunicode(new String(bytes, StandardCharsets.ISO_8859_1))
                .binunicode("latin1")
                .tuple2()
                .reduce()
                .stop();
        return judged(outer).rules();
    }

    @Test
    void a_dangerous_global_before_the_breach_is_recognised() {
        byte[] broken = "cbuiltins\nexec\n(X>...".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new PickleScanner().recognises(Content.of("", broken))).isEqualTo(Recognition.POSSIBLE);
        assertThat(new PickleScanner()
                        .recognises(Content.of("", "close\nthe door".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(Recognition.NO);
        assertThat(new PickleScanner()
                        .recognises(Content.of("", "cos\nsin\ntan\n".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(Recognition.NO);
    }

    @Test
    @Timeout(10)
    void a_loader_that_gets_no_tuple_is_told_and_left() {
        for (int length : new int[] {1, 3, 7, 200}) {
            byte[] pickle = pickle(2)
                    .text("x".repeat(length))
                    .pop()
                    .emptyList()
                    .pop()
                    .global("torch.storage", "_load_from_bytes")
                    .binint1(length)
                    .reduce()
                    .stop();
            assertThat(judged(pickle).rules()).contains("code/suspicious-call");
        }
    }
}
