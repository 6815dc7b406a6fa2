package io.casemate.scan;

import static io.casemate.scan.pickle.PickleBuilder.pickle;
import static io.casemate.scan.protobuf.ProtoWriter.proto;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.scan.cache.KeptResults;
import io.casemate.scan.cache.ResultFolder;
import io.casemate.scan.call.Judges;
import io.casemate.scan.protobuf.ProtoWriter;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.spi.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans of real folders. */
class ScanTest {
    private static final byte[] HOSTILE =
            pickle(2).global("os", "system").text("id").tuple1().reduce().stop();

    @TempDir
    private Path folder;

    @Test
    void nothing_to_look_at_is_unknown() {
        assertThat(scan(options(1), folder).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void path_that_is_not_there_is_unknown() {
        assertThat(only(scan(options(1), folder.resolve("no-such-file"))).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void loop_of_links_ends_and_what_is_in_it_is_read() throws IOException {
        write("a/model.pkl", HOSTILE);
        Files.createSymbolicLink(folder.resolve("a/again"), folder);
        Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
        ScanReport report = scan(options(2), folder);
        assertThat(named(report, "a/model.pkl").verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(named(report, "self").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void link_to_a_folder_elsewhere_is_not_followed_and_not_clean() throws IOException {
        write("outside/model.pkl", HOSTILE);
        Files.createDirectory(folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/link"), folder.resolve("outside"));
        ScanReport report = scan(options(1), folder.resolve("in"));
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(named(report, "in/link").gaps()).singleElement().asString().contains("link to a folder elsewhere");
    }

    @Test
    void scanned_folder_may_itself_be_a_link() throws IOException {
        write("outside/model.pkl", HOSTILE);
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("outside"));
        assertThat(scan(options(1), folder.resolve("link")).verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void link_to_nothing_is_unknown() throws IOException {
        write("README.md", "Hello\n".getBytes(UTF_8));
        Files.createSymbolicLink(folder.resolve("lost"), folder.resolve("nowhere"));
        ScanReport report = scan(options(1), folder);
        assertThat(named(report, "lost").gaps()).singleElement().asString().contains("a link to nothing");
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void pipe_is_not_waited_for() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(only(scan(options(1), folder)).gaps())
                .singleElement()
                .asString()
                .contains("no regular file");
    }

    @Test
    void file_that_goes_away_meanwhile_is_unknown() throws IOException {
        write("a", "Hello\n".getBytes(UTF_8));
        Path second = write("b", "Hello\n".getBytes(UTF_8));
        ScanReport report = scan(options(1, (done, total) -> delete(second)), folder);
        assertThat(named(report, "a").verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(named(report, "b").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void weights_that_a_graph_names_belong_to_it() throws IOException {
        write("model.onnx", graph("weights.data"));
        write("weights.data", new byte[16]);
        ScanReport report = scan(options(2), folder);
        assertThat(report.verdict()).as("%s", report.files()).isEqualTo(Verdict.CLEAN);
        assertThat(named(report, "weights.data").formats()).containsExactly("external-data");
    }

    @Test
    void weights_that_a_graph_names_belong_to_it_by_any_path_to_them() throws IOException {
        write("sub/model.onnx", graph("weights.data"));
        write("sub/weights.data", new byte[16]);
        Path crooked = folder.resolve("sub/../sub");
        assertThat(scan(options(1), crooked).verdict()).isEqualTo(Verdict.CLEAN);
        Path here = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
        assertThat(scan(options(1), here).verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void the_same_bytes_that_nobody_names_are_unknown() throws IOException {
        write("model.onnx", graph("weights.data"));
        write("weights.data", new byte[16]);
        write("other.data", new byte[16]);
        assertThat(named(scan(options(2), folder), "other.data").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void what_is_hostile_stays_so_where_a_graph_names_it() throws IOException {
        write("model.onnx", graph("weights.data"));
        write("weights.data", HOSTILE);
        assertThat(named(scan(options(2), folder), "weights.data").verdict()).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void file_that_is_named_twice_is_read_once() throws IOException {
        Path file = write("a", HOSTILE);
        assertThat(scan(options(1), file, folder, file).files()).hasSize(1);
    }

    @Test
    void files_come_in_the_order_of_their_paths() throws IOException {
        for (String name : List.of("b/x", "a", "c", "b/a")) {
            write(name, "Hello\n".getBytes(UTF_8));
        }
        assertThat(scan(options(4), folder.resolve("c"), folder).files())
                .extracting(file -> folder.relativize(Path.of(file.path())).toString())
                .containsExactly("a", "b/a", "b/x", "c");
    }

    @Test
    void what_is_excluded_is_not_read_but_named() throws IOException {
        write("keep.txt", "Hello\n".getBytes(UTF_8));
        write("skip.pkl", HOSTILE);
        write("cache/model.bin", HOSTILE);
        PathMatcher pickles = FileSystems.getDefault().getPathMatcher("glob:*.pkl");
        PathMatcher caches = FileSystems.getDefault().getPathMatcher("glob:**/cache");
        var options = new ScanOptions(
                Limits.DEFAULT,
                Judges.builtIn(),
                List.of(pickles, caches),
                1,
                System::nanoTime,
                ScanOptions.Progress.NONE);
        ScanReport report = scan(options, folder);
        assertThat(only(report).path()).endsWith("keep.txt");
        assertThat(report.skipped()).hasSize(2).allMatch(line -> line.endsWith(": excluded"));
    }

    @Test
    void root_of_everything_may_be_asked_of_with_something_excluded() {
        PathMatcher all = path -> path != null;
        var walk = new Walk(List.of(FileSystems.getDefault().getPathMatcher("glob:*"), all));
        walk.add(Path.of("/"));
        assertThat(walk.files()).isEmpty();
        assertThat(walk.skipped()).containsExactly("/: excluded");
    }

    @Test
    void history_of_a_repository_is_not_read_but_named() throws IOException {
        write(".git/objects/x", HOSTILE);
        write("README.md", "Hello\n".getBytes(UTF_8));
        ScanReport report = scan(options(1), folder);
        assertThat(report.files()).hasSize(1);
        assertThat(report.skipped()).singleElement().asString().contains(".git");
    }

    @Test
    void two_thousand_files_read_the_same_by_four_as_by_one() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = i % 500 == 7 ? HOSTILE : "File %d\n".formatted(i).getBytes(UTF_8);
            write("d%d/f%d".formatted(i % 7, i), bytes);
        }
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        ScanReport four = scan(options(4, (n, total) -> done.add(n)), folder);
        assertThat(four).isEqualTo(scan(options(1), folder));
        assertThat(four.files().stream().filter(f -> f.verdict() == Verdict.MALICIOUS))
                .hasSize(4);
        assertThat(done).hasSize(2_000).doesNotHaveDuplicates().contains(2_000);
    }

    @Test
    void kept_results_are_those_of_a_first_scan() throws IOException {
        write("model.pkl", HOSTILE);
        write("README.md", "Hello\n".getBytes(UTF_8));
        Path cache = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-cache"));
        var asked = new Remembering(new ResultFolder(cache, "1", Rules.builtIn()));
        ScanReport first = scan(keeping(asked), folder);
        assertThat(asked.hits).isZero();
        assertThat(scan(keeping(asked), folder)).isEqualTo(first);
        assertThat(asked.hits).isEqualTo(2);
        write("README.md", HOSTILE);
        assertThat(named(scan(keeping(asked), folder), "README.md").verdict()).isEqualTo(Verdict.MALICIOUS);
        deleteAll(cache);
    }

    @Test
    void kept_results_do_not_hide_what_neighbours_became() throws IOException {
        write("model.onnx", graph("weights.data"));
        write("weights.data", new byte[16]);
        Path cache = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-cache"));
        ScanOptions options = keeping(new ResultFolder(cache, "1", Rules.builtIn()));
        assertThat(scan(options, folder).verdict()).isEqualTo(Verdict.CLEAN);
        Files.delete(folder.resolve("weights.data"));
        assertThat(scan(options, folder).verdict()).isEqualTo(Verdict.UNKNOWN);
        deleteAll(cache);
    }

    @Test
    void no_threads_are_a_mistake() {
        assertThatThrownBy(() -> options(0)).hasMessageContaining("at least one thread");
    }

    /** Counts what was found again. */
    private static final class Remembering implements KeptResults {
        private final KeptResults kept;
        private int hits;

        Remembering(KeptResults kept) {
            this.kept = kept;
        }

        @Override
        public boolean keeps() {
            return true;
        }

        @Override
        public Optional<FileReport> find(String sha256, String simpleName) {
            Optional<FileReport> found = kept.find(sha256, simpleName);
            hits += found.isPresent() ? 1 : 0;
            return found;
        }

        @Override
        public void keep(String simpleName, FileReport report) {
            kept.keep(simpleName, report);
        }
    }

    /** A graph of one tensor of four numbers that lie in another file. */
    private static byte[] graph(String location) {
        ProtoWriter tensor = proto().varint(1, 4)
                .varint(2, 1)
                .text(8, "w")
                .varint(14, 1)
                .message(13, proto().text(1, "location").text(2, location))
                .message(13, proto().text(1, "offset").text(2, "0"))
                .message(13, proto().text(1, "length").text(2, "16"));
        ProtoWriter node = proto().text(1, "w").text(2, "y").text(4, "Relu");
        return proto().varint(1, 8)
                .text(2, "pytorch")
                .message(7, proto().message(1, node).text(2, "main").message(5, tensor))
                .message(8, proto().text(1, "").varint(2, 17))
                .toBytes();
    }

    private static ScanOptions options(int threads) {
        return options(threads, ScanOptions.Progress.NONE);
    }

    private static ScanOptions options(int threads, ScanOptions.Progress progress) {
        return new ScanOptions(Limits.DEFAULT, Judges.builtIn(), List.of(), threads, System::nanoTime, progress);
    }

    private static ScanOptions keeping(KeptResults kept) {
        return new ScanOptions(
                Limits.DEFAULT,
                Judges.builtIn(),
                List.of(),
                1,
                System::nanoTime,
                ScanOptions.Progress.NONE,
                file -> Optional.empty(),
                kept);
    }

    private static ScanReport scan(ScanOptions options, Path... paths) {
        return Scan.of(List.of(paths), options);
    }

    private static FileReport only(ScanReport report) {
        assertThat(report.files()).hasSize(1);
        return report.files().getFirst();
    }

    private static FileReport named(ScanReport report, String end) {
        return report.files().stream()
                .filter(file -> file.path().endsWith("/" + end))
                .findFirst()
                .orElseThrow();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            all.sorted(Collections.reverseOrder()).forEach(ScanTest::delete);
        }
    }
}
