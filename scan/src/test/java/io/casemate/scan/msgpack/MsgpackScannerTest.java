package io.casemate.scan.msgpack;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class MsgpackScannerTest {
    private static Trial trial(byte... bytes) {
        return Trial.of(new MsgpackScanner(), bytes);
    }

    static byte[] map(int pairs, byte[]... items) {
        Bytes out = bytes().u8(0x80 | pairs);
        for (byte[] item : items) {
            out.raw(item);
        }
        return out.toBytes();
    }

    static byte[] text(String text) {
        return bytes().u8(0xd9).u8(text.length()).text(text).toBytes();
    }

    private static byte[] binary(byte... bytes) {
        return bytes().u8(0xc4).u8(bytes.length).raw(bytes).toBytes();
    }

    private static byte[] extension(int type, byte... body) {
        return bytes().u8(0xc7).u8(body.length).u8(type).raw(body).toBytes();
    }

    private static byte[] array(String type, int rows, int columns, int size) {
        return extension(
                1,
                bytes().u8(0x93)
                        .u8(0x92)
                        .u8(rows)
                        .u8(columns)
                        .raw(text(type))
                        .raw(binary(new byte[size]))
                        .toBytes());
    }

    static byte[] honest() {
        byte[] kernel = map(2, text("kernel"), array("float32", 2, 3, 24), text("half"), array("bfloat16", 1, 2, 4));
        return map(
                4,
                text("params"),
                map(1, text("dense"), kernel),
                text("step"),
                bytes().u8(0xcd).big(1000, 2).toBytes(),
                text("list"),
                bytes().u8(0x92).u8(0xc0).u8(0xcb).zeros(8).toBytes(),
                text("complex"),
                extension(2, (byte) 0x90));
    }

    @Test
    void an_honest_checkpoint_is_silent_and_wholly_read() {
        byte[] file = honest();
        assertThat(new MsgpackScanner().recognises(Content.of("x", file))).isEqualTo(Recognition.POSSIBLE);
        Trial trial = trial(file);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
        assertThat(trial.tensors.getFirst().name()).isEqualTo("params/dense/kernel");
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(2L, 3L));
        assertThat(trial.tensors.getLast().type()).isEqualTo(ElementType.BF16);
    }

    @Test
    void a_pickle_or_an_empty_map_is_not_taken_for_one() {
        var scanner = new MsgpackScanner();
        byte[] pickle = bytes().u8(0x80).u8(4).text("K").u8(1).text(".").toBytes();
        assertThat(scanner.recognises(Content.of("x", pickle))).isEqualTo(Recognition.NO);
    }

    @Test
    void a_key_that_asks_for_a_call_is_told() {
        assertThat(trial(map(1, text("__reduce__"), text("os.system"))).rules()).containsExactly("msgpack/reduce");
        assertThat(trial(map(1, text("a"), map(1, text("__reduce_ex__"), text("x"))))
                        .rules())
                .containsExactly("msgpack/reduce");
        assertThat(trial(map(1, text("a"), text("__reduce__ is a method"))).rules())
                .containsExactly("msgpack/code");
    }

    @Test
    void a_pickle_among_the_bytes_is_content_of_its_own() {
        byte[] pickle = {(byte) 0x80, 4, 'N', '.'};
        assertThat(trial(map(1, text("data"), binary(pickle))).nested).hasSize(1);
        assertThat(trial(map(1, text("data"), extension(1, pickle))).nested).hasSize(1);
        assertThat(trial(map(1, text("data"), extension(42, pickle))).nested).hasSize(1);
    }

    @Test
    void a_shape_that_needs_other_bytes_is_told() {
        assertThat(trial(map(1, text("a"), array("float32", 2, 3, 23))).rules())
                .containsExactly("msgpack/length-mismatch");
    }

    @Test
    void unknown_types_and_extensions_are_gaps() {
        assertThat(trial(map(1, text("a"), array("void", 1, 1, 8))).gaps).hasSize(1);
        assertThat(trial(map(1, text("a"), extension(42, (byte) 0))).gaps).hasSize(1);
    }

    @Test
    void lists_in_lists_and_lists_beyond_all_bounds_are_told() {
        Bytes deep = bytes();
        for (int i = 0; i < 5_000; i++) {
            deep.u8(0x91);
        }
        byte[] file = deep.u8(0xc0).toBytes();
        assertThat(new MsgpackScanner().recognises(Content.of("x", file))).isEqualTo(Recognition.POSSIBLE);
        assertThat(trial(file).rules()).containsExactly("msgpack/nesting");
        byte[] many = bytes().u8(0xdd).big(-1, 4).toBytes();
        assertThat(new MsgpackScanner().recognises(Content.of("x", many))).isEqualTo(Recognition.POSSIBLE);
        assertThat(trial(many).rules()).containsExactly("msgpack/count");
        byte[] few = bytes().u8(0xdd).big(3, 4).u8(1).toBytes();
        assertThat(new MsgpackScanner().recognises(Content.of("x", few))).isEqualTo(Recognition.NO);
    }

    @Test
    void nesting_has_a_bound() {
        Bytes deep = bytes().raw(map(1, text("a")));
        for (int i = 0; i < 10_000; i++) {
            deep.u8(0x91);
        }
        assertThat(trial(deep.u8(0xc0).toBytes()).gaps).hasSize(1);
    }

    @Test
    void survives_prefixes_and_mutations() {
        Endurance.survivesEveryPrefix(new MsgpackScanner(), honest());
        Endurance.survivesMutations(new MsgpackScanner(), honest());
    }

    @Test
    void an_array_of_objects_is_told_and_its_pickle_routed() {
        Trial trial = trial(map(1, text("w"), array("object", 2, 3, 24)));
        assertThat(trial.rules()).containsExactly("msgpack/object-array");
        assertThat(trial.nested).hasSize(1);
    }

    @Test
    void a_list_of_maps_is_recognised_and_a_list_of_numbers_is_not() {
        byte[] list = bytes().u8(0x91).raw(honest()).toBytes();
        assertThat(new MsgpackScanner().recognises(Content.of("x", list))).isEqualTo(Recognition.POSSIBLE);
        assertThat(trial(list).gaps).isEmpty();
        assertThat(new MsgpackScanner()
                        .recognises(Content.of("x", bytes().u8(0x92).u8(1).u8(2).toBytes())))
                .isEqualTo(Recognition.NO);
    }
}
