package io.casemate.scan.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.threat.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+/)?([a-z0-9-]+)\"");

    /** Constants of enums whose names make ids: GCP_SERVICE_ACCOUNT. */
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9]*(_[A-Z0-9]+)*\\b");

    private final List<Rule> all = Rules.builtIn().all();

    @Test
    void every_rule_is_told_by_some_scanner_and_every_told_rule_is_written_down() throws IOException {
        Set<String> whole = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (String source : sources()) {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                words.add(literal.group(2));
                if (literal.group(1) != null) {
                    whole.add(literal.group(1) + literal.group(2));
                }
            }
        }
        for (String source : sources()) {
            CONSTANT.matcher(source)
                    .results()
                    .forEach(constant ->
                            words.add(constant.group().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        Set<String> scanners = new HashSet<>();
        Set<String> known = new TreeSet<>();
        for (Rule rule : all) {
            known.add(rule.id());
            scanners.add(rule.id().substring(0, rule.id().indexOf('/')));
            assertThat(words)
                    .as("rule %s is told nowhere", rule.id())
                    .contains(rule.id().substring(rule.id().indexOf('/') + 1));
        }
        whole.removeIf(id -> !scanners.contains(id.substring(0, id.indexOf('/'))));
        assertThat(known).as("told, but not in knowledge/scanners").containsAll(whole);
    }

    @Test
    void references_point_into_the_published_lists() {
        Knowledge knowledge = Knowledge.builtIn();
        var frameworks = knowledge.frameworks();
        List<String> wrong = new ArrayList<>();
        for (Rule rule : all) {
            for (String text : rule.references()) {
                Reference reference = Framework.reference(text).orElse(new Reference("", text));
                Framework framework = frameworks.get(reference.framework());
                if (framework == null || !framework.entries().containsKey(reference.id())) {
                    wrong.add(rule.id() + ": " + text);
                }
            }
            rule.threats().stream()
                    .filter(threat -> !knowledge.threats().containsKey(threat))
                    .forEach(threat -> wrong.add(rule.id() + ": " + threat));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_evidence_has_a_weight_and_what_is_no_harm_is_no_incident() {
        for (Rule rule : all) {
            assertThat(rule.explanation()).as(rule.id()).isNotBlank();
            assertThat(rule.remedy()).as(rule.id()).isNotBlank();
            if (!rule.threats().isEmpty()) {
                assertThat(rule.decibans()).as(rule.id()).isPositive();
            }
            if (rule.incident()) {
                assertThat(rule.verdict()).as(rule.id()).isEqualTo(Verdict.MALICIOUS);
            }
        }
    }

    @Test
    void an_unknown_rule_is_refused_by_name() {
        assertThatThrownBy(() -> Rules.builtIn().of("content/nonsense")).hasMessageContaining("content/nonsense");
    }

    private static List<String> sources() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String module : List.of("scan", "text")) {
            Path root = Path.of(System.getProperty("casemate.root", ".."), module, "src/main/java");
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }
}
