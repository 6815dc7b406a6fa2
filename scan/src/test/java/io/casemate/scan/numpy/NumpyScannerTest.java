package io.casemate.scan.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.ElementType;
import io.casemate.scan.trial.Trial;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NumpyScannerTest {
    private static byte[] array(int version, String header, byte[] data) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1));
        byte[] text = (header + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(version);
        out.write(0);
        out.write(text.length);
        out.write(text.length >> 8);
        if (version > 1) {
            out.write(0);
            out.write(0);
        }
        out.writeBytes(text);
        out.writeBytes(data);
        return out.toByteArray();
    }

    private static String header(String descr, String shape) {
        return "{'descr': %s, 'fortran_order': False, 'shape': %s, }".formatted(descr, shape);
    }

    private static Trial read(byte[] bytes) {
        return Trial.of(new NumpyScanner(), bytes);
    }

    @Test
    void numbers_of_every_version_are_a_tensor() {
        for (int version = 1; version <= 3; version++) {
            byte[] bytes = array(version, header("'<f4'", "(2, 3)"), new byte[24]);
            Trial trial = read(bytes);
            assertThat(trial.findings).isEmpty();
            assertThat(trial.gaps).isEmpty();
            assertThat(trial.tensors).singleElement().satisfies(tensor -> {
                assertThat(tensor.type()).isEqualTo(ElementType.F32);
                assertThat(tensor.shape()).containsExactly(2L, 3L);
            });
            assertThat(trial.coveredAll(bytes.length)).isTrue();
        }
    }

    @Test
    void types_of_every_kind_have_their_size() {
        assertThat(read(array(1, header("'>i8'", "()"), new byte[8])).findings).isEmpty();
        assertThat(read(array(1, header("'<c16'", "(2,)"), new byte[32])).findings)
                .isEmpty();
        assertThat(read(array(1, header("'<U5'", "(2,)"), new byte[40])).findings)
                .isEmpty();
        assertThat(read(array(1, header("'<M8[ns]'", "(3L,)"), new byte[24])).findings)
                .isEmpty();
        String fields = "[('a', '<f8'), ('b', '|b1', (3,)), ('c', [('d', '<i2')])]";
        assertThat(read(array(1, header(fields, "(2,)"), new byte[26])).findings)
                .isEmpty();
        assertThat(read(array(1, header("'<f4'", "(0, 5)"), new byte[0])).findings)
                .isEmpty();
    }

    @Test
    void objects_are_a_pickle_of_their_own() {
        for (String descr : new String[] {"'|O'", "[('a', '<f8'), ('b', 'O')]"}) {
            Trial trial = read(array(1, header(descr, "(1,)"), "pickle".getBytes(StandardCharsets.UTF_8)));
            assertThat(trial.rules()).containsExactly("numpy/object-array");
            assertThat(trial.nested)
                    .singleElement()
                    .satisfies(inner -> assertThat(inner.text(0, 6)).isEqualTo("pickle"));
        }
    }

    @Test
    void code_in_the_header_is_odd() {
        for (String header :
                new String[] {"__import__('os').system('id')", header("'<f4'", "(2,) + f()"), "{'descr': '<f4'}"}) {
            assertThat(read(array(1, header, new byte[8])).rules()).as(header).containsExactly("numpy/odd-header");
        }
    }

    @Test
    void shape_beyond_the_data_is_told() {
        for (String shape : new String[] {"(3,)", "(9223372036854775807, 9223372036854775807)"}) {
            Trial trial = read(array(1, header("'<f4'", shape), new byte[8]));
            assertThat(trial.rules()).containsExactly("numpy/short-data");
            assertThat(trial.gaps).isNotEmpty();
        }
    }

    @Test
    void what_stands_behind_the_array_is_routed_too() {
        Trial trial = read(array(1, header("'<f4'", "(1,)"), "numbevil.".getBytes(StandardCharsets.UTF_8)));
        assertThat(trial.rules()).containsExactly("numpy/trailing-data");
        assertThat(trial.nested).hasSize(1);
    }

    @Test
    void arrays_saved_one_after_the_other_are_silent() {
        byte[] one = array(1, header("'|u1'", "(4,)"), new byte[4]);
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        Trial trial = read(two);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.nested).hasSize(1);
    }

    @Test
    void survives_every_prefix_and_calls_none_clean() {
        byte[] bytes = array(2, header("'<f4'", "(2, 3)"), new byte[24]);
        for (int n = 6; n < bytes.length; n++) {
            assertThat(read(Arrays.copyOf(bytes, n)).gaps)
                    .as("cut at byte %d", n)
                    .isNotEmpty();
        }
    }
}
