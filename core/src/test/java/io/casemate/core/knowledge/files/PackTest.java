package io.casemate.core.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlProblems;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
    private static final Path REAL = Path.of("../knowledge");

    @TempDir
    private Path temp;

    @Test
    void a_pack_says_what_each_file_says() throws IOException {
        var files = new KnowledgeFolder(REAL);
        var packed = new PackedFiles(files, new Pack(PackWriter.packed(REAL)));
        for (String folder : List.of("threats", "mitigations", "adversaries", "frameworks", "signals", "playbooks")) {
            assertThat(packed.in(folder)).as(folder).isNotEmpty().isEqualTo(files.in(folder));
            for (String name : files.in(folder)) {
                assertThat(said(packed, name)).as(name).isEqualTo(said(files, name));
            }
        }
        for (String name : List.of("facts.yaml", "kinds.yaml", "weights.yaml", "conditions.yaml")) {
            assertThat(said(packed, name)).as(name).isEqualTo(said(files, name));
        }
    }

    @Test
    void documents_read_by_many_threads_at_once_are_whole() throws IOException {
        var files = new KnowledgeFolder(REAL);
        byte[] bytes = PackWriter.packed(REAL);
        List<String> names = files.in("threats");
        for (int round = 0; round < 20; round++) {
            var packed = new PackedFiles(files, new Pack(bytes));
            var wrong = names.parallelStream()
                    .filter(name -> !said(packed, name).equals(said(files, name)))
                    .toList();
            assertThat(wrong).as("round %d", round).isEmpty();
        }
    }

    @Test
    void a_pack_says_what_any_document_says() throws IOException {
        long seed = 20261121L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var files = new KnowledgeFolder(temp);
        Files.createDirectories(temp.resolve("some"));
        for (int round = 0; round < 200; round++) {
            Files.writeString(temp.resolve("some/it.yaml"), "top: " + flow(random, 4) + "\n");
            var packed = new PackedFiles(files, new Pack(PackWriter.packed(temp)));
            assertThat(said(packed, "some/it.yaml"))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(said(files, "some/it.yaml"));
        }
    }

    /** The build packs before it tests; runs of a test alone may not. */
    @Test
    void the_pack_of_the_build_is_of_these_files() throws IOException {
        try (InputStream built = PackTest.class.getResourceAsStream("/io/casemate/knowledge/knowledge.pack")) {
            byte[] now = PackWriter.packed(REAL);
            assertThat(built == null ? now : built.readAllBytes()).isEqualTo(now);
        }
    }

    @Test
    void a_file_that_is_no_yaml_is_not_packed() throws IOException {
        Files.writeString(temp.resolve("broken.yaml"), "a: [1\n");
        assertThatThrownBy(() -> PackWriter.packed(temp))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("broken.yaml");
    }

    @Test
    void a_jar_is_read_out_of_its_pack_where_it_has_one() throws IOException {
        Files.createDirectories(temp.resolve("files/threats"));
        Files.writeString(temp.resolve("files/threats/one.yaml"), "title: One\nexamples: {applies: []}\n");
        byte[] pack = PackWriter.packed(temp.resolve("files"));
        try (var without = new JarFile(jar("without.jar", Optional.empty()).toFile());
                var with = new JarFile(jar("with.jar", Optional.of(pack)).toFile())) {
            KnowledgeFiles plain = new KnowledgeArchive(without, "k/").packed();
            KnowledgeFiles packed = new KnowledgeArchive(with, "k/").packed();
            assertThat(plain).isInstanceOf(KnowledgeArchive.class);
            assertThat(packed).isInstanceOf(PackedFiles.class);
            for (KnowledgeFiles files : List.of(plain, packed)) {
                assertThat(files.in("threats")).containsExactly("threats/one.yaml");
                assertThat(files.in("absent")).isEmpty();
                assertThat(said(files, "threats/one.yaml"))
                        .isEqualTo(List.of(List.of("title"), Map.of("title", "One")));
                assertThat(files.read("threats/one.yaml")).isPresent();
                assertThat(files.read("threats/two.yaml")).isEmpty();
                assertThat(files.label("threats/one.yaml")).isEqualTo("threats/one.yaml");
                var problems = YamlProblems.of("it");
                assertThat(files.document("threats/two.yaml", problems)).isEmpty();
                assertThat(problems.all())
                        .singleElement()
                        .satisfies(p -> assertThat(p.what()).isEqualTo("does not exist"));
            }
        }
    }

    private Path jar(String name, Optional<byte[]> pack) throws IOException {
        Path jar = temp.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("k/threats/one.yaml"));
            zip.write(Files.readAllBytes(temp.resolve("files/threats/one.yaml")));
            if (pack.isPresent()) {
                zip.putNextEntry(new ZipEntry("k/knowledge.pack"));
                zip.write(pack.get());
            }
        }
        return jar;
    }

    private static Object said(KnowledgeFiles files, String name) {
        var problems = YamlProblems.of(name);
        Object said = said(files.document(name, problems).orElseThrow());
        problems.throwIfAny();
        return said;
    }

    private static Object said(YamlCursor at) {
        return switch (at.form()) {
            case NOTHING -> Optional.empty();
            case TEXT -> at.text("");
            case LIST -> at.items().stream().map(PackTest::said).toList();
            case MAPPING -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                at.entries().forEach((key, entry) -> entries.put(key, said(entry)));
                yield Stream.of(List.copyOf(entries.keySet()), entries).toList(); // with their order
            }
        };
    }

    /** A value as it may be written in one line. */
    private static String flow(RandomGenerator random, int depth) {
        int size = random.nextInt(5);
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> "\"" + "wörter ".repeat(random.nextInt(60)) + "\"";
            case 1 -> "null";
            case 2 -> "\"null\"";
            case 3 -> Integer.toString(random.nextInt(300));
            case 4 ->
                Stream.generate(() -> flow(random, depth - 1))
                        .limit(size)
                        .toList()
                        .toString();
            default ->
                "{"
                        + String.join(
                                ", ",
                                Stream.iterate(0, i -> i + 1)
                                        .limit(size)
                                        .map(i -> "k%d: %s".formatted(i, flow(random, depth - 1)))
                                        .toList())
                        + "}";
        };
    }
}
