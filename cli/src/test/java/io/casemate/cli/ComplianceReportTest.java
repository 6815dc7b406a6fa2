package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplianceReportTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("casemate.yaml"), """
                casemate: 1
                scope: {name: '<b>Shop', owner: Somebody}
                zones:
                  - {id: inside, trust: 2}
                elements:
                  - {id: ranker, kind: model, zone: inside}
                reviews:
                  - {date: '2026-11-01', by: Somebody, trigger: initial}
                """);
    }

    private Run report(String framework, String format) {
        return Run.casemate("report", folder, "--kind", "compliance", "--framework", framework, "--format", format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nist-ai-rmf", "iso-42001", "iso-23894", "eu-ai-act"})
    void every_list_of_requirements_is_written_in_every_form(String framework) {
        assertThat(report(framework, "json").out())
                .contains("\"framework\": \"%s\"".formatted(framework), "\"coverage\": ", "\"status\": \"gap\"");
        assertThat(report(framework, "md").out())
                .startsWith("# &lt;b&gt;Shop: ")
                .contains("Words alone count nothing", "| gap |");
        assertThat(report(framework, "html").out())
                .contains("&lt;b&gt;Shop", "claim without evidence")
                .doesNotContain("<b>Shop");
    }

    @Test
    void the_same_moment_gives_the_same_bytes() {
        assertThat(report("nist-ai-rmf", "html")).isEqualTo(report("nist-ai-rmf", "html"));
    }

    @Test
    void a_form_or_a_list_without_requirements_is_refused() {
        assertThat(report("nist-ai-rmf", "sarif").code()).isEqualTo(3);
        Run unknown = report("atlas", "json");
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.err()).contains("'atlas' has no requirements");
    }

    @Test
    void the_assessor_is_told_the_context_and_what_the_model_does_not_say() {
        assertThat(report("nist-ai-rmf", "md").out())
                .contains("## Context", "| Responsible | Somebody |", "| Purpose | The model does not say. |")
                .contains("### Out of scope, and why", "| Last reviewed | 2026-11-01 |", "threats, ")
                .contains("| Chain | empty |", "No requirement rests on a line of the ledger.");
    }

    @Test
    void the_lines_that_requirements_rest_on_are_found_again_by_an_audit() throws IOException {
        for (String fact : new String[] {"scanned", "backdoor-tested"}) {
            Run said = Run.casemate("attest", folder, "--control", fact, "--target", "ranker", "--by", "Ann");
            assertThat(said.code()).as(said.err()).isZero();
        }
        String md = report("nist-ai-rmf", "md").out();
        assertThat(md).contains("| Chain | verified |", "`scanned@ranker`<br>by Ann", "a word, no test", "(line 1)");
        Matcher head =
                Pattern.compile("casemate audit SYSTEM --head ([0-9a-f]{64})").matcher(md);
        assertThat(head.find()).isTrue();
        Run.casemate("attest", folder, "--control", "signed", "--target", "ranker", "--by", "Ann");
        Run audit = Run.casemate("audit", folder, "--head", head.group(1));
        assertThat(audit.code()).isZero();
        assertThat(audit.out()).contains("since the given head  1 added");
        Path ledger = folder.resolve(".casemate/ledger.jsonl");
        Files.writeString(ledger, Files.readString(ledger).replace("Ann", "Eve"));
        assertThat(Run.casemate("audit", folder, "--head", head.group(1)).code())
                .isEqualTo(1);
        Run broken = report("nist-ai-rmf", "md");
        assertThat(broken.code()).isEqualTo(3);
        assertThat(broken.err()).contains("ledger.jsonl:1");
    }

    @Test
    void a_half_written_line_breaks_the_chain_in_the_report() throws IOException {
        Run.casemate("attest", folder, "--control", "scanned", "--target", "ranker", "--by", "Ann");
        Files.writeString(folder.resolve(".casemate/ledger.jsonl"), "{\"seq\": 2", StandardOpenOption.APPEND);
        assertThat(report("nist-ai-rmf", "json").out())
                .contains("\"state\": \"broken\"", ".casemate/ledger.jsonl:2", "is written by half")
                .doesNotContain(folder.toString());
    }
}
