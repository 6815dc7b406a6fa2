package io.casemate.scan.media;

import static io.casemate.scan.trial.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Endurance;
import io.casemate.scan.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MediaScannerTest {
    private static Trial trial(byte... bytes) {
        return Trial.of(new MediaScanner(), bytes);
    }

    static Stream<String> formats() {
        return MediaFiles.all().keySet().stream();
    }

    /** Without those that are recognised by their end: with a tail they are something else. */
    static Stream<String> formatsThatSayTheirEnd() {
        return formats().filter(format -> !format.equals("Parquet") && !format.equals("Arrow"));
    }

    private static byte[] sample(String format) {
        return MediaFiles.all().getOrDefault(format, new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void an_honest_file_is_silent_and_wholly_read(String format) {
        byte[] file = sample(format);
        assertThat(new MediaScanner().recognises(Content.of("x", file))).isEqualTo(Recognition.CERTAIN);
        Trial trial = trial(file);
        assertThat(trial.facts).containsEntry("format", format);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(file.length)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("formatsThatSayTheirEnd")
    void bytes_behind_the_end_are_not_read(String format) {
        byte[] file = bytes().raw(sample(format)).text("hidden").toBytes();
        assertThat(trial(file).coveredAll(file.length)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void survives_prefixes_and_mutations(String format) {
        Endurance.survivesEveryPrefix(new MediaScanner(), sample(format));
        Endurance.survivesMutations(new MediaScanner(), sample(format));
    }

    @Test
    void an_archive_behind_a_picture_is_content_of_its_own() {
        byte[] picture = sample("PNG");
        Trial trial =
                trial(bytes().raw(picture).zeros(3).text("PK\u0003\u0004zip").toBytes());
        assertThat(trial.nested).hasSize(1);
        assertThat(trial.nested.getFirst().has(0, "PK")).isTrue();
    }

    @Test
    void a_pdf_with_a_script_is_a_note() {
        assertThat(trial(bytes().text("%PDF-1.7 << /JavaScript (x) >> %%EOF").toBytes())
                        .rules())
                .containsExactly("media/pdf-action");
    }

    @Test
    void cve_2023_47248_a_pickle_in_the_schema_of_arrow() {
        assertThat(trial(MediaFiles.arrowStream("arrow.py_extension_type")).rules())
                .containsExactly("media/arrow-python-extension");
    }

    @Test
    void cve_2023_47248_in_parquet_at_every_alignment_of_base64() {
        for (String before : new String[] {"", "a", "ab"}) {
            byte[] schema = (before + "arrow.py_extension_type!").getBytes(StandardCharsets.US_ASCII);
            byte[] coded = Base64.getEncoder().encode(schema);
            byte[] file = bytes().text("PAR1")
                    .raw(coded)
                    .u32(coded.length)
                    .text("PAR1")
                    .toBytes();
            assertThat(trial(file).rules()).as(before).containsExactly("media/arrow-python-extension");
        }
    }

    @Test
    void old_tables_of_stata_are_read_to_their_end() {
        byte[] table = MediaFiles.oldStata();
        Trial trial = trial(table);
        assertThat(trial.facts).containsEntry("format", "Stata");
        assertThat(trial.coveredAll(table.length)).isTrue();
        assertThat(trial(java.util.Arrays.copyOf(table, table.length - 1)).gaps).isNotEmpty();
    }
}
