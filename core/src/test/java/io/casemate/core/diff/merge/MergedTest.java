package io.casemate.core.diff.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.diff.edit.Facets;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.model.Vocabulary;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.yaml.edit.YamlSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MergedTest {
    private static final Vocabulary KNOWN = Knowledge.builtIn().vocabulary();
    private static final String BASE = """
            casemate: 1
            scope: {name: Shop}
            zones:
              - {id: web, trust: 0}
              - {id: cloud, trust: 2}
            elements:
              # people
              - {id: user, kind: user, zone: web}
              - id: api  # the door
                kind: inference-endpoint
                zone: cloud
                facts:
                  logged: yes
                  rate-limited: no
              - {id: model, kind: model, zone: cloud}
            flows:
              - {from: user, to: api}
              - {from: api, to: model}
            treatments:
              - scenario: model-extraction@api
                action: mitigate
                mitigations: [require-approval]
            """;

    private static YamlSource read(String text) {
        return YamlSource.read("casemate.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Merged merge(String base, String ours, String theirs) {
        return Merged.of(read(base), read(ours), read(theirs), "casemate.yaml", KNOWN);
    }

    private static Map<?, ?> meaning(String text) {
        return Facets.of(SystemModelReader.read("merged.yaml", text, KNOWN)).values();
    }

    @Test
    void what_each_side_changed_is_in_and_ours_keeps_comments_and_order() {
        String ours = BASE.replace("logged: yes", "logged: no  # since the move");
        String theirs = BASE.replace("rate-limited: no", "rate-limited: yes\n      authenticated: yes")
                .replace("  # people\n", "")
                .replace("flows:\n", "  - {id: log, kind: store, zone: cloud}\nflows:\n  - {from: api, to: log}\n");
        Merged merged = merge(BASE, ours, theirs);
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.text())
                .isEqualTo(ours.replace("rate-limited: no", "rate-limited: yes\n      authenticated: yes")
                        .replace(
                                "  - {id: model, kind: model, zone: cloud}\n",
                                "  - {id: model, kind: model, zone: cloud}\n  - {id: log, kind: store, zone: cloud}\n")
                        .replace("to: model}\n", "to: model}\n  - {from: api, to: log}\n"));
    }

    @Test
    void one_value_changed_on_both_sides_is_a_conflict_with_place_both_values_and_remedy() {
        Merged merged = merge(
                BASE,
                BASE.replace("zone: cloud\n    facts", "zone: web\n    facts"),
                BASE.replace("kind: inference-endpoint\n    zone: cloud", "kind: inference-endpoint\n    zone: edge")
                        .replace("zones:\n", "zones:\n  - {id: edge, trust: 1}\n"));
        assertThat(merged.clean()).isFalse();
        assertThat(merged.conflicts())
                .extracting(Conflict::toString)
                .containsExactly("casemate.yaml:11 elements 'api'.zone: was changed here and there (ours: web; theirs:"
                        + " edge); ours was kept; decide, and write what is to hold");
        assertThat(merged.text()).contains("zone: web\n    facts", "{id: edge, trust: 1}");
    }

    @Test
    void what_one_side_took_out_and_the_other_changed_is_a_conflict_either_way() {
        String without = BASE.replace("  - {id: model, kind: model, zone: cloud}\n", "")
                .replace("  - {from: api, to: model}\n", "");
        String changed = BASE.replace("{id: model, kind: model, zone: cloud}", "{id: model, kind: model, zone: web}");
        assertThat(merge(BASE, without, changed).conflicts())
                .singleElement()
                .satisfies(c -> assertThat(c.what()).isEqualTo("was taken out here and changed there"));
        assertThat(merge(BASE, changed, without).conflicts())
                .singleElement()
                .satisfies(c -> assertThat(c.what()).isEqualTo("was changed here and taken out there"));
    }

    @Test
    void two_versions_that_are_valid_alone_and_not_together_conflict() {
        String without = BASE.replace("  - {id: model, kind: model, zone: cloud}\n", "")
                .replace("  - {from: api, to: model}\n", "");
        String more = BASE.replace("flows:\n", "flows:\n  - {id: back, from: model, to: user}\n");
        assertThat(merge(BASE, without, more).conflicts())
                .singleElement()
                .satisfies(c -> assertThat(c.toString()).contains("unknown element 'model'", "together are not"));
    }

    @Test
    void a_rename_on_one_side_and_changes_on_the_other_go_together() {
        String renamed = BASE.replace("id: api  # the door", "id: gateway  # the door\n    formerly: [api]")
                .replace("to: api}", "to: gateway}")
                .replace("from: api,", "from: gateway,");
        String changed = BASE.replace("rate-limited: no", "rate-limited: yes")
                .replace(
                        "flows:\n",
                        "  - {id: log, kind: store, zone: cloud}\nflows:\n  - {id: f-log, from: api, to: log}\n");
        for (Merged merged : List.of(merge(BASE, renamed, changed), merge(BASE, changed, renamed))) {
            assertThat(merged.conflicts()).isEmpty();
            assertThat(merged.text()).contains("id: gateway", "rate-limited: yes", "from: gateway, to: log");
        }
    }

    @Test
    void lists_of_ids_are_sets() {
        String base = BASE.replace("scope: {name: Shop}", "scope: {name: Shop, regulations: [GDPR, DSA]}");
        String merged = merge(
                        base,
                        base.replace("[GDPR, DSA]", "[GDPR, DSA, PSD2]"),
                        base.replace("[GDPR, DSA]", "[DSA, NIS2]"))
                .text();
        assertThat(merged).contains("regulations: [DSA, PSD2, NIS2]");
    }

    @Test
    void without_a_base_what_both_have_alike_is_no_conflict() {
        Merged merged = Merged.of(Merged.NONE, read(BASE), read(BASE.replace("logged: yes", "logged: no")), "x", KNOWN);
        assertThat(merged.conflicts())
                .singleElement()
                .satisfies(c -> assertThat(c.where()).endsWith("elements 'api'.facts.logged"));
    }

    /** Lines of the examples changed at random: a fact flipped, a flow dropped or put in, a name, a number. */
    private static String edited(String text, RandomGenerator random, int half) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int n = 0; n < 4; n++) {
            int from = half * lines.size() / 2;
            int i = from + random.nextInt(lines.size() / 2 - 1);
            String line = lines.get(i);
            if (line.contains(": yes")) {
                lines.set(i, line.replaceFirst(": yes", ": no"));
            } else if (line.contains("name: ")) {
                lines.set(i, line.replaceFirst("name: ([A-Za-z])", "name: My $1"));
            } else if (line.contains("trust: 2")) {
                lines.set(i, line.replace("trust: 2", "trust: 1"));
            } else if (line.startsWith("  - {id: f-")) {
                lines.remove(i);
            } else if (line.equals("flows:")) {
                lines.add(i + 1, "  # new\n  - {id: f-new-%d, from: %s}".formatted(half, "X"));
            }
        }
        return String.join("\n", lines).replaceAll("\n  # new\n  - \\{id: f-new-[01], from: X}", "") + "\n";
    }

    @Test
    void merging_with_what_did_not_change_gives_the_other_and_apart_edits_commute() throws IOException {
        long seed = 20261121L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Path examples = Path.of(System.getProperty("casemate.root", "..")).resolve("examples");
        int joined = 0;
        for (int round = 0; round < 150; round++) {
            String example = List.of("genai-platform", "fraud-detection", "image-classifier")
                    .get(round % 3);
            String base = Files.readString(examples.resolve(example).resolve("casemate.yaml"));
            String a = edited(base, random, 0);
            String b = edited(base, random, 1);
            if (!valid(a) || !valid(b)) {
                continue;
            }
            String told = "seed %d round %d %s".formatted(seed, round, example);
            assertThat(merge(base, a, base).text()).as(told).isEqualTo(a);
            assertThat(merge(base, a, a).text()).as(told).isEqualTo(a);
            assertThat(meaning(merge(base, base, a).text())).as(told).isEqualTo(meaning(a));
            Merged there = merge(base, a, b);
            Merged back = merge(base, b, a);
            assertThat(there.conflicts()).as(told).isEmpty();
            assertThat(meaning(there.text())).as(told).isEqualTo(meaning(back.text()));
            assertThat(meaning(there.text()).equals(meaning(base)))
                    .as(told)
                    .isEqualTo(meaning(a).equals(meaning(b)) && meaning(a).equals(meaning(base)));
            joined++;
        }
        assertThat(joined).isGreaterThan(60);
    }

    private static boolean valid(String text) {
        try {
            SystemModelReader.read("edited.yaml", text, KNOWN);
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }
}
