package io.casemate.report.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.report.example.ExampleSystems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Path COMMITTED = Path.of(System.getProperty("casemate.root", ".."), "docs/catalogue");
    private static final Map<String, String> FILES = Catalogue.files(ExampleSystems.KNOWLEDGE);
    /** What is kept beside the sources: all but the page, which anybody can write. */
    private static final Map<String, String> KEPT = kept();

    private static Map<String, String> kept() {
        var kept = new TreeMap<>(FILES);
        kept.keySet().removeIf(name -> !name.endsWith(".md"));
        return kept;
    }

    @Test
    void the_committed_catalogue_has_not_drifted_from_the_knowledge() throws IOException {
        if (System.getProperty("casemate.golden", "read").equals("write")) {
            Files.createDirectories(COMMITTED);
            for (var file : KEPT.entrySet()) {
                Files.writeString(COMMITTED.resolve(file.getKey()), file.getValue());
            }
        }
        Map<String, String> committed = new TreeMap<>();
        try (Stream<Path> files = Files.list(COMMITTED)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                committed.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(committed.keySet()).isEqualTo(KEPT.keySet());
        for (var file : KEPT.entrySet()) {
            assertThat(file.getValue().equals(committed.get(file.getKey())))
                    .as("%s; write it again: ./casemate knowledge export docs/catalogue", file.getKey())
                    .isTrue();
        }
    }

    @Test
    void the_same_knowledge_gives_the_same_files() {
        assertThat(Catalogue.files(ExampleSystems.KNOWLEDGE)).isEqualTo(FILES);
    }

    @Test
    void the_page_needs_no_network_and_every_link_in_it_leads_somewhere() {
        String page = FILES.getOrDefault("index.html", "");
        assertThat(page)
                .contains("default-src 'none'", "prefers-color-scheme: dark", "id=\"find\"")
                .doesNotContain("<link", "src=\"http", "@import", "url(");
        assertThat(matches("id=\"([^\"]+)\"", page)).containsAll(matches("href=\"#([^\"]+)\"", page));
    }

    @Test
    void every_link_between_pages_leads_to_an_entry() {
        FILES.forEach((name, text) -> {
            if (name.endsWith(".md")) {
                Pattern.compile("]\\(([a-z-]*\\.md)?#([^)]+)\\)")
                        .matcher(text)
                        .results()
                        .forEach(link -> {
                            String file = link.group(1) == null ? name : link.group(1);
                            assertThat(FILES.getOrDefault(file, ""))
                                    .as("%s: %s", name, link.group())
                                    .contains("<a id=\"%s\"></a>".formatted(link.group(2)));
                        });
            }
        });
    }

    @Test
    void every_threat_mitigation_fact_list_and_playbook_has_an_entry() {
        String page = FILES.getOrDefault("index.html", "");
        var knowledge = ExampleSystems.KNOWLEDGE;
        assertThat(knowledge.threats().keySet())
                .allSatisfy(id -> assertThat(page).contains("id=\"threat-" + id + "\""));
        assertThat(knowledge.mitigations().keySet())
                .allSatisfy(id -> assertThat(page).contains("id=\"mitigation-" + id + "\""));
        assertThat(knowledge.facts().keySet()).allSatisfy(id -> assertThat(page).contains("id=\"fact-" + id + "\""));
        assertThat(knowledge.frameworks().keySet())
                .allSatisfy(id -> assertThat(page).contains("id=\"list-" + id + "\""));
        assertThat(knowledge.playbooks().keySet())
                .allSatisfy(id -> assertThat(page).contains("id=\"playbook-" + id + "\""));
    }

    private static Set<String> matches(String pattern, String text) {
        Set<String> found = new HashSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(m -> found.add(m.group(1)));
        return found;
    }
}
