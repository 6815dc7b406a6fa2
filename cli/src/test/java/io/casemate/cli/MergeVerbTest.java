package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeVerbTest {
    private static final Path SCHEMA = Run.root().resolve("knowledge/schema/merge.schema.json");

    @TempDir
    private Path folder;

    private Path base;
    private Path ours;
    private Path theirs;

    @BeforeEach
    void three_versions() throws IOException {
        String text = Files.readString(Run.root().resolve("examples/image-classifier/casemate.yaml"));
        base = Files.writeString(folder.resolve("base.yaml"), text);
        ours = Files.writeString(
                folder.resolve("ours.yaml"), text.replace("rate-limited: no", "rate-limited: yes  # now"));
        theirs = Files.writeString(
                folder.resolve("theirs.yaml"), text.replace("scores-exposed: yes", "scores-exposed: no"));
    }

    @Test
    void a_clean_merge_is_written_over_ours_as_git_wants_it() throws IOException {
        String expected = Files.readString(ours).replace("scores-exposed: yes", "scores-exposed: no");
        Run run = Run.casemate("merge", base, ours, theirs, "--output", ours);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(ours).hasContent(expected);
    }

    @Test
    void conflicts_are_named_and_give_one() throws IOException {
        Files.writeString(theirs, Files.readString(base).replace("rate-limited: no", "rate-limited: unknown"));
        Run run = Run.casemate("merge", base, ours, theirs);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("conflict: ")
                .contains(
                        "elements 'rest-api'.facts.rate-limited: was changed here and there (ours: yes; theirs: unknown)");
        assertThat(run.out()).isEqualTo(Files.readString(ours));
    }

    @Test
    void the_document_is_what_its_schema_says() throws IOException {
        Files.writeString(theirs, Files.readString(base).replace("rate-limited: no", "rate-limited: unknown"));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        Run run = Run.casemate("merge", base, ours, theirs, "--format", "json");
        assertThat(run.out()).startsWith("{\n  \"casemate\": 1,\n  \"clean\": false,");
        assertThat(schema.validate(run.out(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void an_empty_base_is_a_version_that_was_not_there() throws IOException {
        Files.writeString(base, "");
        Files.copy(ours, theirs, StandardCopyOption.REPLACE_EXISTING);
        assertThat(Run.casemate("merge", base, ours, theirs).code()).isZero();
    }

    @Test
    void where_nothing_can_be_written_and_folders_without_a_model_are_told_at_once() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Run run = Run.casemate("merge", base, empty, theirs, "--output", folder);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("--output: '%s' is a folder".formatted(folder))
                .contains("empty: has no casemate.yaml; write one with 'casemate init");
    }

    @Test
    void broken_versions_are_told_with_all_their_problems() throws IOException {
        Files.writeString(ours, "casemate: 1\n");
        Files.writeString(theirs, "");
        Run run = Run.casemate("merge", folder.resolve("absent.yaml"), ours, theirs);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("absent.yaml: does not exist; name a folder", "ours.yaml", "theirs.yaml: is empty");
    }
}
