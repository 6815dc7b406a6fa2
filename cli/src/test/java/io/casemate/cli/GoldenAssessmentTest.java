package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.cli.system.SystemFiles;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of each example. Regenerate with {@code ./mvnw -pl cli -am test -Dcasemate.golden=write}. */
class GoldenAssessmentTest {
    private static final Instant AS_OF = Instant.parse("2026-11-21T00:00:00Z");
    private static final int QUESTIONS = 5;

    @ParameterizedTest
    @ValueSource(strings = {"image-classifier", "fraud-detection", "genai-platform"})
    void the_examples_are_assessed_as_ever(String example) throws IOException {
        Knowledge knowledge = Knowledge.builtIn();
        Path system = Run.root().resolve("examples").resolve(example);
        Assessment assessment = SystemFiles.read(system, knowledge).assess(knowledge, AS_OF);
        Path golden = Run.root().resolve("cli/src/test/resources/golden").resolve(example + ".txt");
        if (System.getProperty("casemate.golden", "read").equals("write")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, compact(assessment));
        }
        assertThat(compact(assessment)).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image-classifier", "fraud-detection", "genai-platform"})
    void at_most_two_scenarios_an_element_are_shown_on_average(String example) {
        Knowledge knowledge = Knowledge.builtIn();
        Path system = Run.root().resolve("examples").resolve(example);
        Assessment assessment = SystemFiles.read(system, knowledge).assess(knowledge, AS_OF);
        double elements = assessment.topology().elements().size();
        assertThat(assessment.shown().size() / elements).isLessThanOrEqualTo(2);
    }

    private static String compact(Assessment assessment) {
        Stream<String> risks = assessment.shown().stream()
                .map(r -> "%s %s %d %d"
                        .formatted(
                                r.id(),
                                r.current().band().id(),
                                r.current().likelihood(),
                                r.current().impact()));
        Stream<String> questions =
                assessment.questions().stream().limit(QUESTIONS).map(q -> "? " + q.id());
        return Stream.concat(risks, questions).collect(Collectors.joining("\n", "", "\n"));
    }
}
