package io.casemate.core.diff;

import static io.casemate.core.diff.ExampleSides.EXAMPLES;
import static io.casemate.core.diff.ExampleSides.difference;
import static io.casemate.core.diff.ExampleSides.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.diff.Cause.Effect;
import io.casemate.core.diff.Consequence.Change;
import io.casemate.core.diff.edit.Act;
import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.model.Element;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    private static final List<BiFunction<Edited, String, Edited>> WAYS_TO_REMOVE =
            List.of(Edited::without, Edited::bypassed, Edited::rerouted);

    private static List<Integer> numbers(Difference difference) {
        return difference.causes().stream().map(Cause::number).toList();
    }

    private static Cause of(Difference difference, Act.Change change, String id) {
        return difference.causes().stream()
                .filter(c -> c.act().change() == change && c.act().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s %s in%n%s".formatted(change, id, told(difference))));
    }

    /** In each example an element is taken out in three ways, another renamed in two, and a flow from outside put in. */
    @ParameterizedTest
    @CsvSource({
        "genai-platform, guard, retriever, claimant-mail, claims-model",
        "genai-platform, ingestion, chat-model, customer, record-tool",
        "fraud-detection, features, case-review, card-holder, ensemble",
        "fraud-detection, stream, ensemble, card-holder, audit-log",
        "image-classifier, resnet, rest-api, seller, listing",
    })
    void something_removed_something_renamed_and_a_flow_from_outside_are_three_causes(
            String example, String removed, String renamed, String outside, String target) {
        SystemModel model = ExampleSides.model(example);
        for (int way = 0; way < WAYS_TO_REMOVE.size(); way++) {
            for (boolean written : List.of(true, false)) {
                Edited edited = WAYS_TO_REMOVE
                        .get(way)
                        .apply(new Edited(model), removed)
                        .renamed(renamed, "another-name", written)
                        .flow("f-public", outside, target.equals(renamed) ? "another-name" : target);
                Difference difference = difference(model, edited.model());
                String told = "way %d, formerly %s%n%s".formatted(way, written, told(difference));
                assertThat(numbers(difference)).as(told).containsExactly(1, 2, 3);
                Cause flow = of(difference, Act.Change.ADDED, "f-public");
                assertThat(flow.crossings()).as(told).isNotEmpty();
                assertThat(of(difference, Act.Change.REMOVED, removed).details())
                        .as(told)
                        .isNotEmpty();
                Cause rename = of(difference, Act.Change.RENAMED, "another-name");
                assertThat(rename.consequences()).as(told).isEmpty();
                assertThat(rename.hint().isEmpty()).as(told).isEqualTo(written);
            }
        }
    }

    @Test
    void what_a_removed_guardrail_lets_in_stands_under_it_though_its_target_is_elsewhere() {
        SystemModel model = ExampleSides.model("genai-platform");
        Difference difference =
                difference(model, new Edited(model).bypassed("guard").model());
        Cause cause = difference.causes().getFirst();
        assertThat(cause.title()).isEqualTo("guardrail 'guard' removed");
        assertThat(cause.details()).anySatisfy(d -> assertThat(d.effect()).isEqualTo(Effect.CONTROL_GONE));
        assertThat(cause.consequences())
                .anySatisfy(c -> {
                    assertThat(c.scenario()).isEqualTo("memory-poisoning@memory");
                    assertThat(c.change()).isEqualTo(Change.WORSE);
                    assertThat(c.terms()).isNotEmpty();
                })
                .anySatisfy(c -> assertThat(c.change()).isEqualTo(Change.GONE));
    }

    @Test
    void two_changes_that_only_together_let_something_in_are_named_together() {
        SystemModel model = ExampleSides.model("genai-platform");
        Edited both = new Edited(model)
                .facts("mail-tool", f -> with(f, "egress-allowed", false))
                .facts("claims-agent", f -> with(f, "instruction-separated", true));
        Difference difference = difference(both.model(), model);
        assertThat(numbers(difference)).containsExactly(1, 2);
        List<Consequence> shared =
                difference.consequences().filter(c -> !c.with().isEmpty()).toList();
        assertThat(shared)
                .as(told(difference))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.with()).hasSize(1).isSubsetOf(1, 2));
    }

    private static Map<String, Boolean> with(Map<String, Boolean> facts, String fact, boolean value) {
        facts.put(fact, value);
        return facts;
    }

    @Test
    void controls_set_to_no_are_one_cause_that_names_them() {
        SystemModel model = ExampleSides.model("genai-platform");
        Difference difference = difference(
                model,
                new Edited(model)
                        .facts("chat-api", f -> {
                            f.replaceAll((fact, value) ->
                                    !List.of("rate-limited", "authenticated").contains(fact) && value);
                            f.put("rate-limited", false);
                            f.put("authenticated", false);
                            return f;
                        })
                        .model());
        assertThat(numbers(difference)).containsExactly(1);
        assertThat(difference.causes().getFirst().title()).contains("chat-api");
        assertThat(difference.consequences()).isNotEmpty();
    }

    @Test
    void an_element_put_in_between_takes_the_flow_it_replaces_with_it() {
        SystemModel model = ExampleSides.model("image-classifier");
        Difference difference =
                difference(new Edited(model).bypassed("rest-api").model(), model);
        assertThat(numbers(difference)).as(told(difference)).containsExactly(1);
        assertThat(difference.causes().getFirst().title()).isEqualTo("inference-endpoint 'rest-api' added");
    }

    @Test
    void an_element_in_the_place_of_another_of_its_kind_is_told_as_a_rename_and_what_differs() {
        SystemModel model = ExampleSides.model("genai-platform");
        Edited edited = new Edited(model)
                .renamed("guard", "new-guard", false)
                .called("new-guard", "Another product")
                .facts("new-guard", f -> with(f, "red-teamed", false));
        Difference difference = difference(model, edited.model());
        assertThat(difference.causes())
                .as(told(difference))
                .extracting(Cause::title)
                .containsExactlyInAnyOrder(
                        "guardrail 'guard' renamed to 'new-guard'", "guardrail 'new-guard' lost control: red-teamed");
    }

    @Test
    void elements_that_are_not_alike_are_no_rename() {
        SystemModel model = ExampleSides.model("genai-platform");
        Element tool = new Element(
                "fax",
                "Fax",
                "",
                model.elements().getFirst().kind(),
                "internet",
                List.of(),
                Map.of(),
                List.of(),
                List.of());
        Difference difference = difference(
                model, new Edited(model).without("guard").element(tool).model());
        assertThat(difference.causes())
                .extracting(c -> c.act().change())
                .containsExactlyInAnyOrder(Act.Change.REMOVED, Act.Change.ADDED);
    }

    @Test
    void a_treatment_follows_the_element_that_it_names_and_one_that_changes_is_told() {
        SystemModel model = ExampleSides.model("genai-platform");
        assertThat(numbers(difference(
                        model,
                        new Edited(model).renamed("retriever", "search", true).model())))
                .containsExactly(1);
        List<Treatment> treatments = new ArrayList<>(model.treatments());
        Treatment first = treatments.getFirst();
        treatments.set(
                0,
                new Treatment(
                        first.scenario(),
                        first.action(),
                        first.mitigations(),
                        "Somebody else",
                        first.due(),
                        first.status(),
                        first.reason()));
        Difference difference =
                difference(model, new Edited(model).treatments(treatments).model());
        Cause cause = difference.causes().getFirst();
        assertThat(cause.act().kind()).isEqualTo(Kind.TREATMENT);
        assertThat(cause.details().getFirst().after()).contains("Somebody else");
        assertThat(cause.consequences()).isEmpty();
    }

    @Test
    void a_system_compared_with_itself_has_no_difference() {
        for (String example : EXAMPLES) {
            SystemModel model = ExampleSides.model(example);
            assertThat(difference(model, ExampleSides.model(example)).isEmpty()).isTrue();
        }
    }
}
