package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The techniques of what happened stand, at the right element, among the first ten scenarios of a model that was written
 * without hindsight. The table of ranks is kept in {@code ranks.tsv}; {@code -Dcasemate.golden=write} writes it.
 */
class CaseStudiesTest {
    private static final Path RANKS =
            Path.of(System.getProperty("casemate.root", ".."), "core/src/test/resources/systems/ranks.tsv");
    private static final int FIRST = 10;
    private static final Set<String> SELF_CHECK = Set.of(
            "AML.CS0000",
            "AML.CS0001",
            "AML.CS0002",
            "AML.CS0004",
            "AML.CS0007",
            "AML.CS0010",
            "AML.CS0011",
            "AML.CS0014",
            "AML.CS0019",
            "AML.CS0020",
            "AML.CS0026",
            "AML.CS0028",
            "AML.CS0032",
            "AML.CS0035",
            "AML.CS0037",
            "AML.CS0045",
            "AML.CS0046",
            "AML.CS0049",
            "AML.CS0054",
            "AML.CS0056");

    @Test
    void techniques_that_were_used_stand_among_the_first_ten_at_the_right_element() throws IOException {
        List<String> table = new ArrayList<>();
        table.add(String.join("\t", "case", "system", "technique", "rank", "scenario"));
        List<String> missed = new ArrayList<>();
        for (CaseStudy study : CaseStudy.all()) {
            Optional<CaseStudy.Found> found = study.in(study.before());
            table.add(row(study, found));
            if (found.isEmpty() || found.get().rank() > FIRST) {
                missed.add(row(study, found));
            }
        }
        if (System.getProperty("casemate.golden", "read").equals("write")) {
            Files.write(RANKS, table);
        }
        assertThat(Files.readAllLines(RANKS))
                .as("run this test with -Dcasemate.golden=write")
                .isEqualTo(table);
        assertThat(missed).isEmpty();
    }

    @Test
    void the_twenty_case_studies_of_the_self_check_are_there() {
        Set<String> studied =
                CaseStudy.all().stream().map(CaseStudy::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(studied).containsAll(SELF_CHECK);
    }

    private static String row(CaseStudy study, Optional<CaseStudy.Found> found) {
        return String.join(
                "\t",
                study.id(),
                study.system(),
                study.technique(),
                found.map(f -> "" + f.rank()).orElse("none"),
                found.map(CaseStudy.Found::scenario).orElse(""));
    }
}
