package io.casemate.core.plan.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.model.Treatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreatmentWriterTest {
    private static final long SEED = 20261121L;
    private static final Path EXAMPLES = Path.of(System.getProperty("casemate.root", ".."), "examples");
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final String SMALL = """
            casemate: 1   # the form
            scope: {name: 'Shop'}
            zones:
              - {id: inside, trust: 2}
            elements:
              - {id: api, kind: inference-endpoint, zone: inside}   # the door
              - id: net
                kind: model
                zone: inside
            """;
    private static final Treatment NEW = new Treatment(
            "model-extraction@api",
            Treatment.Action.MITIGATE,
            List.of("rate-limit-queries"),
            "Head: of \"shop\"",
            "2027-01-31",
            Treatment.Status.OPEN,
            "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# the end\n",
                "treatments:\n",
                "treatments: # none yet\n",
                "treatments: []\n# the end\n",
                "treatments:\n  - {scenario: model-extraction@net, action: accept, reason: small}  # theirs\n# the end\n",
                "treatments:\n- scenario: model-extraction@net\n  action: accept\n  reason: >-\n    too small\n    to matter\n\n# end\n",
                "treatments: [{scenario: model-extraction@net, action: accept, reason: small}]\n",
                "treatments: [{scenario: model-extraction@net, action: accept, reason: small},]\nreviews: []\n"
            })
    void adds_a_treatment_wherever_they_stand_and_leaves_the_rest(String end) {
        for (String newline : List.of("\n", "\r\n")) {
            for (boolean ended : new boolean[] {true, false}) {
                String whole = SMALL + end;
                String text = (ended ? whole : whole.stripTrailing()).replace("\n", newline);
                String after = TreatmentWriter.write(text, List.of(NEW), UnaryOperator.identity());
                SystemModel model = read(after);
                List<Treatment> expected = new ArrayList<>(read(text).treatments());
                expected.add(NEW);
                assertThat(model.treatments()).as(after).isEqualTo(expected);
                assertThat(removed(text, after)).as(after).isTrue();
                assertThat(after.replace("\r\n", "").contains("\n")).as(after).isEqualTo(newline.equals("\n"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  - {scenario: model-extraction@api, action: mitigate, mitigations: [hide-scores], due: 2026-01-01}\n",
                "  - {scenario: model-extraction@api, action: mitigate, due: 2026-01-01}\n",
                "  - scenario: model-extraction@api\n    action: mitigate\n    due: 2026-01-01\n",
                "  - scenario: model-extraction@api\n    mitigations: [] # none\n    action: mitigate\n    due: 2026-01-01\n",
                "  - scenario: model-extraction@api\n    mitigations:\n      - hide-scores # one\n    action: mitigate\n    due: 2026-01-01\n",
                "  - scenario: model-extraction@api\n    mitigations:\n    action: mitigate\n    due: 2026-01-01\n"
            })
    void extends_what_is_decided_and_overwrites_nothing(String item) {
        String text = SMALL + "treatments:\n" + item + "# the end";
        String after = TreatmentWriter.write(text, List.of(NEW), UnaryOperator.identity());
        Treatment before = read(text).treatments().getFirst();
        List<String> all = new ArrayList<>(before.mitigations());
        all.add("rate-limit-queries");
        Treatment now = read(after).treatments().getFirst();
        assertThat(now.mitigations()).as(after).isEqualTo(all);
        assertThat(now.due()).isEqualTo("2026-01-01");
        assertThat(removed(text, after)).as(after).isTrue();
        assertThat(TreatmentWriter.write(after, List.of(NEW), UnaryOperator.identity()))
                .isEqualTo(after);
    }

    @Test
    void a_scenario_under_a_former_id_is_the_same_one() {
        String text = SMALL + "treatments:\n  - {scenario: model-extraction@door, action: mitigate, mitigations: []}\n";
        assertThat(TreatmentWriter.write(text, List.of(NEW), id -> id.replace("@door", "@api")))
                .isEqualTo(text.replace("mitigations: []", "mitigations: [rate-limit-queries]"));
    }

    @Test
    void what_nobody_said_is_not_written_and_words_that_mean_something_else_are_quoted() {
        var bare = new Treatment(
                "model-extraction@api",
                Treatment.Action.MITIGATE,
                List.of("rate-limit-queries"),
                "No",
                "",
                Treatment.Status.OPEN,
                "");
        assertThat(TreatmentWriter.write(SMALL, List.of(bare), UnaryOperator.identity()))
                .isEqualTo(SMALL + """
                        treatments:
                          - scenario: model-extraction@api
                            action: mitigate
                            mitigations: [rate-limit-queries]
                            owner: "No"
                            status: open
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", treatments: []", ", treatments: ", ", treatments: , reviews: []"})
    void a_model_in_braces_gets_its_treatments_in_braces(String end) {
        String text = "{casemate: 1, scope: {name: Shop}, zones: [{id: inside, trust: 2}],"
                + " elements: [{id: api, kind: inference-endpoint, zone: inside}]%s}".formatted(end);
        String after = TreatmentWriter.write(text, List.of(NEW), UnaryOperator.identity());
        assertThat(read(after).treatments()).as(after).containsExactly(NEW);
        assertThat(removed(text, after)).as(after).isTrue();
    }

    @Test
    void what_is_new_stands_right_below_a_reason_of_several_lines() {
        String text = SMALL + "treatments:\n  - scenario: model-extraction@net\n    action: accept\n    reason: >-\n"
                + "      too small\n      to matter\n# end\n";
        assertThat(TreatmentWriter.write(text, List.of(NEW), UnaryOperator.identity()))
                .startsWith(text.substring(0, text.indexOf("# end")) + "  - scenario: model-extraction@api\n")
                .endsWith("status: open\n# end\n");
    }

    @Test
    void a_scenario_that_is_not_to_be_mitigated_stays_as_it_is() {
        String text = SMALL + "treatments:\n  - {scenario: model-extraction@api, action: accept, reason: ours}\n";
        assertThat(TreatmentWriter.write(text, List.of(NEW), UnaryOperator.identity()))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraud-detection", "genai-platform", "image-classifier"})
    void on_the_examples_the_model_is_the_same_with_the_treatments(String example) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        String text = Files.readString(EXAMPLES.resolve(example).resolve("casemate.yaml"));
        SystemModel before = read(text);
        List<String> threats = List.copyOf(KNOWLEDGE.threats().keySet());
        List<String> mitigations = List.copyOf(KNOWLEDGE.mitigations().keySet());
        for (int round = 0; round < 100; round++) {
            Map<String, Treatment> more = new LinkedHashMap<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                boolean known = !before.treatments().isEmpty() && random.nextBoolean();
                String scenario = known
                        ? before.treatments()
                                .get(random.nextInt(before.treatments().size()))
                                .scenario()
                        : threats.get(random.nextInt(threats.size())) + "@"
                                + before.elements()
                                        .get(random.nextInt(before.elements().size()))
                                        .id();
                Set<String> some = new LinkedHashSet<>();
                for (int m = 0; m < 1 + random.nextInt(3); m++) {
                    some.add(mitigations.get(random.nextInt(mitigations.size())));
                }
                more.put(
                        scenario,
                        new Treatment(
                                scenario,
                                Treatment.Action.MITIGATE,
                                List.copyOf(some),
                                "Team " + i,
                                "2027-01-31",
                                Treatment.Status.OPEN,
                                ""));
            }
            String as = "seed %d round %d".formatted(SEED, round);
            String after = TreatmentWriter.write(text, List.copyOf(more.values()), UnaryOperator.identity());
            SystemModel model = read(after);
            assertThat(model.elements()).as(as).isEqualTo(before.elements());
            assertThat(model.flows()).as(as).isEqualTo(before.flows());
            assertThat(model.reviews()).as(as).isEqualTo(before.reviews());
            assertThat(model.treatments()).as(as).isEqualTo(expected(before.treatments(), more));
            assertThat(removed(text, after)).as(as).isTrue();
        }
    }

    private static List<Treatment> expected(List<Treatment> before, Map<String, Treatment> more) {
        Map<String, Treatment> expected = new LinkedHashMap<>();
        before.forEach(t -> expected.put(t.scenario(), t));
        more.forEach((scenario, t) -> {
            Treatment old = expected.get(scenario);
            if (old == null) {
                expected.put(scenario, t);
            } else if (old.action() == Treatment.Action.MITIGATE) {
                Set<String> all = new LinkedHashSet<>(old.mitigations());
                all.addAll(t.mitigations());
                expected.put(
                        scenario,
                        new Treatment(
                                scenario,
                                old.action(),
                                List.copyOf(all),
                                old.owner(),
                                old.due(),
                                old.status(),
                                old.reason()));
            }
        });
        return List.copyOf(expected.values());
    }

    /** Whether the text is what is left of the other after something is taken out: nothing of it was lost or moved. */
    private static boolean removed(String text, String from) {
        String whole = text.replace("treatments: []", "treatments: ");
        int at = 0;
        for (int i = 0; i < from.length() && at < whole.length(); i++) {
            at += from.charAt(i) == whole.charAt(at) ? 1 : 0;
        }
        return at == whole.length();
    }

    private static SystemModel read(String text) {
        return SystemModelReader.read("casemate.yaml", text, KNOWLEDGE.vocabulary());
    }
}
