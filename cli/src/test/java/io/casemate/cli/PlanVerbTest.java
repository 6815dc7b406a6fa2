package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanVerbTest {
    @TempDir
    private Path system;

    private Path model;

    @BeforeEach
    void copy() throws IOException {
        model = Files.copy(
                Run.root().resolve("examples/image-classifier/casemate.yaml"), system.resolve("casemate.yaml"));
    }

    @Test
    void a_written_plan_keeps_every_line_and_says_what_to_do_next() throws IOException {
        List<String> before = Files.readAllLines(model);
        Run run = Run.casemate("plan", system, "--write");
        assertThat(run.code()).as(run.err()).isZero();
        List<String> after = Files.readAllLines(model);
        assertThat(after).hasSizeGreaterThan(before.size()).containsSubsequence(untouched(before));
        assertThat(run.err())
                .contains("wrote ", " treatments into " + model)
                .contains("show each by a test that has its name in brackets, as in [use-safe-format@hub]")
                .contains("casemate attest %s --junit REPORT.xml".formatted(system));
        Run again = Run.casemate("plan", system, "--write");
        assertThat(again.code()).isZero();
        assertThat(Files.readAllLines(model)).isEqualTo(after);
    }

    /** Treatments that are there already may get more mitigations. */
    private static List<String> untouched(List<String> lines) {
        return lines.stream().filter(line -> !line.contains("mitigations:")).toList();
    }

    @Test
    void who_may_read_the_model_and_where_a_link_points_stay() throws IOException {
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString("rw-------"));
        Path real = Files.move(model, system.resolve("real.yaml"));
        Files.createSymbolicLink(model, real.getFileName());
        assertThat(Run.casemate("plan", system, "--write").code()).isZero();
        assertThat(model).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-------");
        assertThat(real).content().contains("action: mitigate");
        try (var files = Files.list(system)) {
            assertThat(files.toList()).containsExactlyInAnyOrder(model, real);
        }
    }

    @Test
    void wrong_numbers_are_told_at_once_and_nothing_is_written() throws IOException {
        String before = Files.readString(model);
        Run run = Run.casemate("plan", system, "--budget", "-5", "--top", "-1", "--write");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("--budget: '-5' is below 0", "--top: '-1' is below 0");
        assertThat(model).hasContent(before);
    }

    @Test
    void a_list_of_no_lines_has_no_head() {
        assertThat(Run.casemate("plan", system, "--top", "0").out())
                .doesNotContain("cost a year", "Best return alone")
                .contains("5 more; --top, md or json show them");
    }
}
