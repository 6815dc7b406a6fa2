package io.casemate.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.call.Judges;
import io.casemate.scan.engine.Inspector;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Mutants of samples, read by all scanners: nothing escapes, nothing runs over its deadline, nothing needs more memory than
 * there is. How many: the system property {@code casemate.fuzz.inputs}; the profile "fuzz" asks for a million.
 */
class FuzzTest {
    private static final long SEED = 20261121L;
    private static final int SAMPLE_BYTES_MAX = 1 << 15;
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Limits LIMITS = new Limits(DEADLINE, 64 << 20, 6, 10_000, false);

    @Test
    void mutants_are_survived_in_time_and_memory() throws IOException {
        List<byte[]> samples = samples();
        int inputs = Integer.getInteger("casemate.fuzz.inputs", 20_000);
        var inspector =
                new Inspector(Scanners.ALL, Rules.builtIn(), Judges.builtIn(), LIMITS, System::nanoTime, path -> {});
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        long slowest = 0;
        for (int round = 0; round < inputs; round++) {
            byte[] mutant = mutant(samples, random);
            long start = System.nanoTime();
            FileReport report = inspector.inspect(Content.of("mutant", mutant));
            long took = System.nanoTime() - start;
            slowest = Math.max(slowest, took);
            assertThat(report.gaps())
                    .as("seed %d round %d", SEED, round)
                    .noneMatch(gap -> gap.what().contains("please report this")
                            || gap.what().contains("too little memory"));
            assertThat(took)
                    .as("nanoseconds of seed %d round %d", SEED, round)
                    .isLessThan(DEADLINE.plus(GRACE).toNanos());
        }
        System.out.printf(
                "fuzzed %,d mutants of %,d samples, seed %d; slowest %d ms; heap at most %d MB%n",
                inputs,
                samples.size(),
                SEED,
                slowest / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static byte[] mutant(List<byte[]> samples, RandomGenerator random) {
        byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            bytes = mutate(bytes, samples, random);
        }
        return bytes;
    }

    private static byte[] mutate(byte[] bytes, List<byte[]> samples, RandomGenerator random) {
        if (bytes.length < 8) {
            return samples.get(random.nextInt(samples.size())).clone();
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(7)) {
            case 0 -> set(bytes, at, random.nextInt(256));
            case 1 -> set(bytes, at, bytes[at] ^ (1 << random.nextInt(8)));
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> number(bytes, at, random);
            case 4 -> spliced(bytes, at, bytes, random);
            case 5 -> spliced(bytes, at, samples.get(random.nextInt(samples.size())), random);
            default ->
                joined(
                        Arrays.copyOf(bytes, at),
                        Arrays.copyOfRange(bytes, Math.min(bytes.length, at + random.nextInt(16)), bytes.length));
        };
    }

    private static byte[] set(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    /** Lengths and offsets that overflow, in either byte order. */
    private static byte[] number(byte[] bytes, int at, RandomGenerator random) {
        long[] odd = {
            0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40, bytes.length
        };
        long value = odd[random.nextInt(odd.length)];
        int width = 1 << random.nextInt(4);
        boolean big = random.nextBoolean();
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >> 8 * (big ? width - 1 - i : i));
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] from, RandomGenerator random) {
        int start = random.nextInt(from.length);
        int end = Math.min(from.length, start + random.nextInt(1, 512));
        byte[] piece = Arrays.copyOfRange(from, start, end);
        return bytes.length > 4 * SAMPLE_BYTES_MAX
                ? bytes
                : joined(joined(Arrays.copyOf(bytes, at), piece), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** Samples of ours and, where CASEMATE_CORPUS names a folder, its smaller files. */
    private static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (String text : List.of(
                "cos\nsystem\n(S'echo casemate'\ntR.",
                "(dS'epochs'\nI3\nsS'names'\n(lp0\nVa\naVb\nas.",
                "{\"model_type\": \"llama\", \"auto_map\": {\"AutoModel\": \"modeling_x.XModel\"}}",
                "{\"class_name\": \"Sequential\", \"config\": {\"layers\": [{\"class_name\": \"Dense\", \"config\": {}}]}}",
                "{{ messages | map(attribute='content') | join('\\n') }}{% for m in messages %}{{ m['role'] }}{% endfor %}",
                "import os\n\ndef load(path):\n    return os.path.join(path, 'x')\n",
                "<?xml version=\"1.0\"?><PMML version=\"4.4\"><Header/></PMML>",
                "tree\nversion=v3\nnum_class=1\nTree=0\n")) {
            samples.add(text.getBytes(ISO_8859_1));
        }
        samples.add(zipped(samples.getFirst()));
        samples.add(gzipped(samples.getFirst()));
        String corpus = System.getenv("CASEMATE_CORPUS");
        if (corpus != null) {
            try (Stream<Path> files = Files.walk(Path.of(corpus, "model-files"))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (Files.size(file) <= SAMPLE_BYTES_MAX && Files.size(file) > 0) {
                        samples.add(Files.readAllBytes(file));
                    }
                }
            }
        }
        return samples;
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
