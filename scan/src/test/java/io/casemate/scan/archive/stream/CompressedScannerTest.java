package io.casemate.scan.archive.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

class CompressedScannerTest {
    private static final byte[] TEXT = "a model, a model, a model".repeat(20).getBytes(StandardCharsets.UTF_8);

    /** A snappy stream may end after any chunk: its first is a mark without data. */
    private static final int SNAPPY_HEAD_BYTES = 10;

    private interface Wrap {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] bytes, Wrap wrap) throws IOException {
        var out = new ByteArrayOutputStream();
        try (OutputStream packer = wrap.around(out)) {
            packer.write(bytes);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> all() throws IOException {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("gzip", packed(TEXT, GZIPOutputStream::new));
        all.put("zlib", packed(TEXT, DeflaterOutputStream::new));
        all.put("bzip2", packed(TEXT, BZip2CompressorOutputStream::new));
        all.put("xz", packed(TEXT, out -> new XZOutputStream(out, new LZMA2Options())));
        all.put("lzma", packed(TEXT, out -> new LZMAOutputStream(out, new LZMA2Options(), -1)));
        all.put("zstandard", packed(TEXT, ZstdOutputStream::new));
        all.put("lz4", packed(TEXT, FramedLZ4CompressorOutputStream::new));
        all.put("snappy", packed(TEXT, FramedSnappyCompressorOutputStream::new));
        var zfile = new ByteArrayOutputStream();
        zfile.writeBytes("%-21s".formatted("ZF0x%x".formatted(TEXT.length)).getBytes(StandardCharsets.UTF_8));
        zfile.writeBytes(all.get("zlib"));
        all.put("joblib zlib", zfile.toByteArray());
        return all;
    }

    @Test
    void the_head_of_old_joblib_files_is_as_wide_as_python_made_it() throws IOException {
        var older = new ByteArrayOutputStream();
        older.writeBytes("%-23s".formatted("ZF0x%xL".formatted(TEXT.length)).getBytes(StandardCharsets.UTF_8));
        older.writeBytes(packed(TEXT, DeflaterOutputStream::new));
        assertThat(read(older.toByteArray()).nested).hasSize(1);
    }

    private static Trial read(byte[] bytes) {
        return Trial.of(
                new CompressedScanner(),
                Content.of("model.pkl.gz", bytes),
                Limits.DEFAULT,
                Trial.of(new CompressedScanner(), new byte[0]).judge());
    }

    @Test
    void every_codec_is_recognised_and_unpacked() throws IOException {
        for (var sample : all().entrySet()) {
            var content = Content.of("model.pkl.gz", sample.getValue());
            assertThat(new CompressedScanner().recognises(content))
                    .as(sample.getKey())
                    .isEqualTo(Recognition.CERTAIN);
            Trial trial = read(sample.getValue());
            assertThat(trial.facts).containsEntry("compression", sample.getKey());
            assertThat(trial.gaps).as(sample.getKey()).isEmpty();
            assertThat(trial.findings).isEmpty();
            assertThat(trial.nested).singleElement().satisfies(inner -> {
                assertThat(inner.copy(0, (int) inner.size())).isEqualTo(TEXT);
                assertThat(inner.name()).isEqualTo("model.pkl.gz!model.pkl");
            });
            assertThat(trial.coveredAll(sample.getValue().length))
                    .as(sample.getKey())
                    .isTrue();
        }
    }

    @Test
    void every_codec_survives_every_prefix_and_calls_none_clean() throws IOException {
        for (var sample : all().entrySet()) {
            byte[] bytes = sample.getValue();
            for (int n = 0; n < bytes.length; n++) {
                byte[] cut = Arrays.copyOf(bytes, n);
                boolean whole = sample.getKey().equals("snappy") && n == SNAPPY_HEAD_BYTES;
                if (!whole && new CompressedScanner().recognises(Content.of("x", cut)) == Recognition.CERTAIN) {
                    assertThat(read(cut).gaps)
                            .as("%s cut at byte %d", sample.getKey(), n)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void text_that_begins_like_zlib_is_not_zlib() {
        byte[] text = "x^2 + y^2 = z^2 is a formula that begins like a header".getBytes(StandardCharsets.UTF_8);
        assertThat(new CompressedScanner().recognises(Content.of("x", text))).isEqualTo(Recognition.NO);
    }

    @Test
    void members_of_a_gzip_file_are_joined() throws IOException {
        byte[] one = packed(TEXT, GZIPOutputStream::new);
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        Trial trial = read(two);
        assertThat(trial.nested)
                .singleElement()
                .satisfies(inner -> assertThat(inner.size()).isEqualTo(2L * TEXT.length));
        assertThat(trial.findings).isEmpty();
    }

    @Test
    void what_stands_behind_the_stream_is_routed_too() throws IOException {
        for (String codec : new String[] {"gzip", "zlib"}) {
            byte[] one = all().get(codec);
            byte[] more = Arrays.copyOf(one, one.length + 5);
            System.arraycopy("evil.".getBytes(StandardCharsets.UTF_8), 0, more, one.length, 5);
            Trial trial = read(more);
            assertThat(trial.rules()).containsExactly("compressed/trailing-data");
            assertThat(trial.nested).hasSize(2);
            assertThat(trial.nested.getLast().text(0, 5)).isEqualTo("evil.");
        }
    }

    @Test
    void blank_data_beyond_all_proportion_is_a_bomb() throws IOException {
        Trial trial = read(packed(new byte[80 << 20], GZIPOutputStream::new));
        assertThat(trial.rules()).containsExactly("compressed/bomb");
        assertThat(trial.gaps).isNotEmpty();
    }

    @Test
    void frames_to_be_skipped_hide_no_stream_behind_them() throws IOException {
        for (String codec : new String[] {"zstandard", "lz4"}) {
            var head = java.nio.ByteBuffer.allocate(12)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x184d2a53)
                    .putInt(4)
                    .array();
            var file = new ByteArrayOutputStream();
            file.writeBytes(head);
            file.writeBytes(all().get(codec));
            Trial trial = read(file.toByteArray());
            assertThat(trial.gaps).as(codec).isEmpty();
            assertThat(trial.nested).as(codec).hasSize(1);
            assertThat(trial.nested.getFirst().bytes().byteSize()).as(codec).isEqualTo(TEXT.length);
        }
    }

    @Test
    void lzma_without_a_sure_sign_is_possible_and_unpacked_all_the_same() throws IOException {
        var options = new LZMA2Options();
        options.setLcLp(1, 1);
        byte[] packed = packed(TEXT, out -> new LZMAOutputStream(out, options, TEXT.length));
        var scanner = new CompressedScanner();
        assertThat(scanner.recognises(Content.of("x", packed))).isEqualTo(Recognition.POSSIBLE);
        assertThat(Trial.of(scanner, packed).nested).hasSize(1);
        byte[] none = packed.clone();
        Arrays.fill(none, 5, 13, (byte) 0);
        assertThat(scanner.recognises(Content.of("x", none))).isEqualTo(Recognition.NO);
    }

    @Test
    void every_field_of_a_gzip_header_is_passed() throws IOException {
        byte[] plain = packed(TEXT, GZIPOutputStream::new);
        var file = new ByteArrayOutputStream();
        file.write(plain, 0, 3);
        file.write(2 | 4 | 8 | 16);
        file.write(plain, 4, 6);
        file.writeBytes(new byte[] {2, 0, 'e', 'x'});
        file.writeBytes("name\0comment\0".getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(new byte[2]);
        file.write(plain, 10, plain.length - 10);
        Trial trial = read(file.toByteArray());
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.nested)
                .singleElement()
                .satisfies(inner -> assertThat(inner.size()).isEqualTo(TEXT.length));
    }
}
