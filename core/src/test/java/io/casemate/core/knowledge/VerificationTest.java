package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What verifies threats and mitigations, and which of it is only named so far. A golden list holds those that dangle, so that a
 * slip of the pen is not taken for a plan. Regenerate with {@code -Dcasemate.golden=write}.
 */
class VerificationTest {
    private static final Knowledge KNOWLEDGE = Knowledge.read(KnowledgeFolder.REAL);
    private static final Path DANGLING = Path.of(
            System.getProperty("casemate.root", ".."), "core/src/test/resources/knowledge/verification-dangling.txt");

    /** What {@code casemate scan} looks for. */
    private static final Set<String> SCANS = Set.of("scan:model-files", "scan:secrets", "scan:code");

    @Test
    void every_threat_says_how_it_is_verified() {
        assertThat(KNOWLEDGE.threats().values())
                .allSatisfy(t -> assertThat(t.verification()).as(t.id()).isNotEmpty());
    }

    @Test
    void every_signal_verifies_some_threat() {
        Set<String> named = named();
        assertThat(KNOWLEDGE.signals().values())
                .allSatisfy(s -> assertThat(named).contains(s.verification()));
    }

    @Test
    void those_that_dangle_are_known() throws IOException {
        Set<String> dangling = named();
        dangling.removeAll(SCANS);
        KNOWLEDGE.signals().values().forEach(s -> dangling.remove(s.verification()));
        String text = String.join("\n", dangling) + "\n";
        if (System.getProperty("casemate.golden", "read").equals("write")) {
            Files.createDirectories(DANGLING.getParent());
            Files.writeString(DANGLING, text);
        }
        assertThat(text).isEqualTo(Files.readString(DANGLING));
    }

    private static Set<String> named() {
        Set<String> named = new TreeSet<>();
        Stream.concat(
                        KNOWLEDGE.threats().values().stream().flatMap(t -> t.verification().stream()),
                        KNOWLEDGE.mitigations().values().stream().flatMap(m -> m.verification().stream()))
                .forEach(named::add);
        return named;
    }
}
