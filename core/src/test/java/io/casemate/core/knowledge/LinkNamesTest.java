package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.FrameworkReader;
import io.casemate.core.knowledge.framework.Link;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every threat and mitigation writes id and name of what it refers to; {@code -Dcasemate.golden=write} fills names in. */
class LinkNamesTest {
    private static final Map<String, Framework> FRAMEWORKS =
            FrameworkReader.all(KnowledgeFiles.of(KnowledgeFolder.REAL));
    private static final Pattern REFERENCES = Pattern.compile("(?m)^references:(?s:.*?)(?=^[a-z]|\\z)");

    @ParameterizedTest
    @ValueSource(strings = {"threats", "mitigations"})
    void every_reference_has_the_published_name(String folder) throws IOException {
        List<String> nameless = new ArrayList<>();
        for (Path file : files(folder)) {
            String text = Files.readString(file);
            Matcher block = REFERENCES.matcher(text);
            if (block.find()) {
                List<String> references = references(block.group());
                List<String> named =
                        references.stream().map(LinkNamesTest::named).toList();
                if (!references.equals(named)
                        && System.getProperty("casemate.golden", "read").equals("write")) {
                    Files.writeString(
                            file, text.substring(0, block.start()) + yaml(named) + text.substring(block.end()));
                } else {
                    references.stream()
                            .filter(r -> !named.contains(r))
                            .forEach(r -> nameless.add("%s: '%s' is '%s'".formatted(file.getFileName(), r, named(r))));
                }
            }
        }
        assertThat(nameless).as("run this test with -Dcasemate.golden=write").isEmpty();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(KnowledgeFolder.REAL.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static List<String> references(String block) {
        var problems = YamlProblems.of("references");
        List<String> references = YamlReader.read(block.getBytes(StandardCharsets.UTF_8), YamlLimits.DEFAULT, problems)
                .map(top -> top.at("references").texts())
                .orElse(List.of());
        problems.throwIfAny();
        return references;
    }

    /** The reference with its published name; as it is where it has one, or where its id is nobody's. */
    private static String named(String reference) {
        return Link.of(reference)
                .filter(link -> link.name().isEmpty())
                .flatMap(link -> Optional.ofNullable(
                                FRAMEWORKS.get(link.reference().framework()))
                        .flatMap(f -> f.name(link.reference().id())))
                .map(name -> reference.strip() + " " + name)
                .orElse(reference);
    }

    private static String yaml(List<String> references) {
        var text = new StringBuilder("references:\n");
        for (String reference : references) {
            boolean plain = reference.matches("[A-Za-z][^:#'\"\\[\\]{},]*[^:#'\"\\[\\]{}, ]");
            text.append("  - ")
                    .append(plain ? reference : "'" + reference.replace("'", "''") + "'")
                    .append('\n');
        }
        return text.toString();
    }
}
