package io.casemate.core.knowledge.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Framework.CoveredBy;
import io.casemate.core.knowledge.framework.Framework.Entry;
import io.casemate.core.knowledge.framework.Framework.Status;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtlasUpdateTest {
    @TempDir
    Path folder;

    private static AtlasEdition edition(String name) throws URISyntaxException {
        var url = Objects.requireNonNull(AtlasUpdateTest.class.getResource("/atlas/" + name + ".yaml"));
        return AtlasReader.read(Path.of(url.toURI()));
    }

    private static Entry entry(String id, String name, String kind, String parent, List<String> in) {
        return new Entry(id, name, kind, parent, in, Status.FINAL, "", List.of(), "");
    }

    private static Framework packed(Entry... entries) {
        Map<String, Entry> byId = new LinkedHashMap<>();
        for (Entry entry : entries) {
            byId.put(entry.id(), entry);
        }
        Map<CoveredBy, Set<String>> counted = Map.of(CoveredBy.THREATS, Set.of("technique"));
        return new Framework(
                "atlas", "Small", "ATLAS", "MITRE", Status.FINAL, "here", "2026.09", "none", "", counted, byId);
    }

    private Framework packed() {
        return packed(
                entry("AML.TA0002", "Reconnaissance", "tactic", "", List.of()),
                entry("AML.TA0003", "Resource Development", "tactic", "", List.of()),
                entry("AML.T0002", "Acquire Public AI Artifacts", "technique", "", List.of("AML.TA0003"))
                        .outOfScope("at home"),
                entry("AML.T0002.000", "Datasets", "sub-technique", "AML.T0002", List.of()),
                entry("AML.T0003", "Search: everywhere", "technique", "", List.of("AML.TA0002")),
                entry("AML.M0000", "Limit Public Release of Information", "mitigation", "", List.of()));
    }

    @Test
    void reads_the_lists_of_the_old_format() throws URISyntaxException {
        AtlasEdition edition = edition("v5");

        assertThat(edition.version()).isEqualTo("5.7.0");
        assertThat(edition.format()).isEqualTo("5.x");
        assertThat(edition.entries().keySet())
                .containsExactly("AML.M0000", "AML.T0002", "AML.T0002.000", "AML.TA0002", "AML.TA0003");
        assertThat(edition.entries().get("AML.T0002"))
                .isEqualTo(entry("AML.T0002", "Acquire Public AI Artifacts", "technique", "", List.of("AML.TA0003")));
        assertThat(edition.entries().get("AML.T0002.000").parent()).isEqualTo("AML.T0002");
    }

    @Test
    void reads_the_maps_and_relationships_of_the_new_format() throws URISyntaxException {
        AtlasEdition edition = edition("v6");

        assertThat(edition.version()).isEqualTo("2026.10");
        assertThat(edition.format()).isEqualTo("6.0.0");
        assertThat(edition.entries().get("AML.T0999"))
                .isEqualTo(entry(
                        "AML.T0999", "Steal, then bargain", "technique", "", List.of("AML.TA0002", "AML.TA0003")));
        assertThat(edition.entries().get("AML.T0002.000"))
                .isEqualTo(entry("AML.T0002.000", "Data", "sub-technique", "AML.T0002", List.of()));
        assertThat(edition.entries()).doesNotContainKey("AML.CS0000");
    }

    @Test
    void shows_what_is_added_removed_renamed_and_moved() throws URISyntaxException {
        var difference = AtlasDifference.of(packed(), edition("v6"));

        assertThat(difference.added()).extracting(Entry::id).containsExactly("AML.T0999");
        assertThat(difference.removed()).extracting(Entry::id).containsExactly("AML.T0003");
        assertThat(difference.renamed()).extracting(c -> c.id()).containsExactly("AML.T0002.000");
        assertThat(difference.moved()).extracting(c -> c.id()).containsExactly("AML.T0002");
        assertThat(difference.changed()).containsExactly("AML.T0003", "AML.T0002.000", "AML.T0002");
    }

    @Test
    void an_edition_beside_itself_has_no_difference() throws URISyntaxException {
        AtlasEdition edition = edition("v5");

        assertThat(AtlasDifference.of(packed(edition.entries().values().toArray(Entry[]::new)), edition)
                        .none())
                .isTrue();
    }

    @Test
    void versions_of_both_lines_have_one_order() throws URISyntaxException {
        assertThat(edition("v5").before("2026.09")).isTrue();
        assertThat(edition("v6").before("2026.09")).isFalse();
        assertThat(edition("v6").before("2026.10")).isFalse();
        assertThat(edition("v6").before("2026.10.1")).isTrue();
    }

    @Test
    void what_is_written_is_a_list_that_reads_back_with_reasons_and_former_names() throws Exception {
        AtlasEdition edition = edition("v6");
        Path file = folder.resolve("frameworks/atlas.yaml");
        copyKnowledge();

        Files.writeString(file, AtlasWriter.of(packed(), edition));
        Framework read = Knowledge.read(folder).frameworks().get("atlas");

        assertThat(read.version()).isEqualTo("2026.10");
        assertThat(read.entries().get("AML.T0002").outOfScope()).isEqualTo("at home");
        assertThat(read.entries().get("AML.T0002.000").formerly()).containsExactly("Datasets");
        assertThat(read.entries().get("AML.T0003").status()).isEqualTo(Status.SUPERSEDED);
        assertThat(read.entries().get("AML.T0003").name()).isEqualTo("Search: everywhere");
        assertThat(AtlasDifference.of(read, edition).none()).isTrue();
    }

    @Test
    void names_the_threats_and_mitigations_that_use_what_changed() {
        Knowledge knowledge = Knowledge.builtIn();

        var effect = CatalogueEffect.of(knowledge, "atlas", Set.of("AML.T0024.002", "AML.M0004"));

        assertThat(effect.threats()).containsEntry("model-extraction", List.of("AML.T0024.002"));
        assertThat(effect.mitigations()).containsEntry("rate-limit-queries", List.of("AML.M0004"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: something else\n",
                "format-version: 6.0.0\ncollection: {version: latest}\n",
                "version: 5.6.0\nmatrices: [{techniques: [{id: '../../etc', name: Escape}]}]\n",
                "version: 5.6.0\nmatrices: [{techniques: [{id: AML.T0001, name: \"red \\e[31m\"}]}]\n",
                "version: 5.6.0\nmatrices: [{techniques: [{id: AML.T0001, name: A}, {id: AML.T0001, name: B}]}]\n",
                "format-version: 6.0.0\ncollection: {version: '2026.10'}\ntechniques: {AML.T0001: {id: AML.T0002, name: A}}\n",
                "version: &a [*a]\nmatrices: []\n"
            })
    void a_file_that_is_something_else_is_refused_with_its_line(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("hostile.yaml"), text);

        var thrown = catchThrowableOfType(InvalidInputException.class, () -> AtlasReader.read(file));

        assertThat(thrown.problems())
                .isNotEmpty()
                .extracting(Problem::toString)
                .allSatisfy(p -> assertThat(p).contains("hostile.yaml").doesNotContain("\u001b"));
    }

    @Test
    void nesting_without_end_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("deep.yaml"), "[".repeat(100_000));

        assertThat(catchThrowableOfType(InvalidInputException.class, () -> AtlasReader.read(file))
                        .problems())
                .isNotEmpty();
    }

    private void copyKnowledge() throws IOException {
        Path real = Path.of(System.getProperty("casemate.root", ".."), "knowledge");
        for (String name : List.of("facts.yaml", "kinds.yaml", "conditions.yaml", "weights.yaml")) {
            Files.copy(real.resolve(name), folder.resolve(name));
        }
        Files.createDirectories(folder.resolve("frameworks"));
        Files.createDirectories(folder.resolve("adversaries"));
        try (var adversaries = Files.list(real.resolve("adversaries"))) {
            for (Path file : adversaries.toList()) {
                Files.copy(file, folder.resolve("adversaries/" + file.getFileName()));
            }
        }
    }
}
