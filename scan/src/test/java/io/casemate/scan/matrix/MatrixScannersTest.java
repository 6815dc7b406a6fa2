package io.casemate.scan.matrix;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.Scanners;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Bytes;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Formats in which nothing can be called, or next to nothing. */
class MatrixScannersTest {
    private static final int DOUBLE = 6;

    static byte[] idx() {
        return bytes().zeros(2).u8(8).u8(2).big(2, 4).big(3, 4).zeros(6).toBytes();
    }

    static byte[] vectors() {
        return bytes().text("2 2\n").text("a ").zeros(8).text("\nb ").zeros(8).toBytes();
    }

    static byte[] matrix(int kind) {
        byte[] body = bytes().u32(6).u32(8).u32(kind).u32(0).zeros(16).toBytes();
        return bytes().u32(14).u32(body.length).raw(body).toBytes();
    }

    static byte[] mat(byte[] element) {
        Bytes file = bytes().text("MATLAB 5.0 MAT-file, for a test");
        return file.zeros(124 - file.toBytes().length)
                .u8(0)
                .u8(1)
                .text("IM")
                .raw(element)
                .toBytes();
    }

    private static byte[] compressed(byte[] element) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packer = new DeflaterOutputStream(out)) {
            packer.write(element);
        }
        return bytes().u32(15).u32(out.size()).raw(out.toByteArray()).toBytes();
    }

    private static void isSilent(FormatScanner scanner, byte[] file) {
        assertThat(Scanners.ALL).anyMatch(s -> s.getClass().equals(scanner.getClass()));
        assertThat(scanner.recognises(Content.of("x", file))).isNotEqualTo(Recognition.NO);
        Trial trial = Trial.of(scanner, file);
        assertThat(trial.accepted).isTrue();
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
        Endurance.survivesEveryPrefix(scanner, file);
        Endurance.survivesMutations(scanner, file);
    }

    @Test
    void honest_files_are_silent_and_wholly_read() throws IOException {
        isSilent(new IdxScanner(), idx());
        isSilent(new WordVectorsScanner(), vectors());
        isSilent(new MatlabScanner(), mat(matrix(DOUBLE)));
        isSilent(new MatlabScanner(), mat(compressed(matrix(DOUBLE))));
    }

    @Test
    void numbers_that_do_not_fit_their_head_are_of_another_format() {
        byte[] cut = Arrays.copyOf(idx(), idx().length - 1);
        assertThat(new IdxScanner().recognises(Content.of("x", cut))).isEqualTo(Recognition.NO);
        byte[] few = Arrays.copyOf(vectors(), vectors().length - 1);
        assertThat(Trial.of(new WordVectorsScanner(), few).accepted).isFalse();
        byte[] text = "1 2\na 0.12 0.34 more words than two numbers take".getBytes(StandardCharsets.UTF_8);
        assertThat(Trial.of(new WordVectorsScanner(), text).accepted).isFalse();
    }

    @Test
    void objects_and_functions_of_matlab_are_unknown_compressed_too() throws IOException {
        assertThat(Trial.of(new MatlabScanner(), mat(matrix(17))).rules()).containsExactly("matlab/object");
        assertThat(Trial.of(new MatlabScanner(), mat(compressed(matrix(16)))).rules())
                .containsExactly("matlab/function");
    }

    @Test
    void the_high_byte_may_come_first() {
        isSilent(new MatlabScanner(), highFirst(6));
        assertThat(Trial.of(new MatlabScanner(), highFirst(17)).rules()).containsExactly("matlab/object");
    }

    private static byte[] highFirst(int kind) {
        byte[] body = bytes().big(6, 4).big(8, 4).big(kind, 4).u32(0).zeros(16).toBytes();
        byte[] element = bytes().big(14, 4).big(body.length, 4).raw(body).toBytes();
        byte[] file = mat(element);
        file[126] = 'M';
        file[127] = 'I';
        return file;
    }

    @Test
    void an_element_that_is_no_matrix_is_a_gap() {
        byte[] other = bytes().u32(99).u32(0).toBytes();
        assertThat(Trial.of(new MatlabScanner(), mat(other)).gaps).isNotEmpty();
    }
}
