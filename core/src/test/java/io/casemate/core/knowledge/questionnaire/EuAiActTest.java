package io.casemate.core.knowledge.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Reason;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Tier;
import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Systems in the tier that the regulation gives them. */
class EuAiActTest {
    private static final Questionnaire ACT =
            Objects.requireNonNull(QuestionnaireReader.all(Knowledge.builtIn()).get("eu-ai-act"));

    /** One described system with what is to come out. */
    record Described(
            String system,
            Map<String, Boolean> answers,
            String tier,
            List<String> by,
            List<String> also,
            List<String> duties,
            List<String> without) {
        @Override
        public String toString() {
            return system;
        }
    }

    static List<Described> systems() throws IOException {
        var problems = YamlProblems.of("eu-ai-act-systems.yaml");
        try (InputStream in = EuAiActTest.class.getResourceAsStream("/questionnaires/eu-ai-act-systems.yaml")) {
            YamlCursor top = YamlReader.read(Objects.requireNonNull(in).readAllBytes(), YamlLimits.DEFAULT, problems)
                    .orElseThrow();
            List<Described> systems = new ArrayList<>();
            for (YamlCursor item : top.items()) {
                Map<String, Boolean> answers = new LinkedHashMap<>();
                item.at("yes").texts().forEach(id -> answers.put(id, true));
                item.at("no").texts().forEach(id -> answers.put(id, false));
                systems.add(new Described(
                        item.at("system").text(""),
                        answers,
                        item.at("tier").text(""),
                        item.at("by").texts(),
                        item.at("also").texts(),
                        item.at("duties").texts(),
                        item.at("without").texts()));
                item.noOtherKeys();
            }
            problems.throwIfAny();
            return systems;
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void a_described_system_is_in_the_tier_that_the_regulation_gives_it(Described described) {
        assertThat(ACT.questions().keySet()).containsAll(described.answers().keySet());

        Classification found = ACT.tier(described.answers());

        assertThat(found.tier().id()).isEqualTo(described.tier());
        assertThat(found.reasons()).extracting(Reason::by).containsAll(described.by());
        assertThat(found.also()).extracting(Tier::id).containsAll(described.also());
        List<String> articles =
                found.obligations().stream().map(o -> o.article().id()).toList();
        assertThat(articles).containsAll(described.duties());
        assertThat(articles).filteredOn(described.without()::contains).isEmpty();
    }

    @Test
    void the_described_systems_are_many_and_reach_every_tier_and_area() throws IOException {
        List<Described> systems = systems();
        Set<String> areas = systems.stream()
                .flatMap(s -> s.answers().entrySet().stream())
                .filter(Map.Entry::getValue)
                .map(e -> Objects.requireNonNull(ACT.questions().get(e.getKey()))
                        .article()
                        .id())
                .filter(article -> article.startsWith("Annex III."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(systems).hasSizeGreaterThanOrEqualTo(18);
        assertThat(systems.stream().map(Described::tier))
                .containsAll(ACT.tiers().stream().map(Tier::id).toList());
        assertThat(areas).hasSize(8);
    }

    @Test
    void profiling_of_people_overrides_the_exception_for_listed_uses() {
        Map<String, Boolean> answers = Map.of("recruitment", true, "narrow-procedural-task", true);
        Map<String, Boolean> profiling = new LinkedHashMap<>(answers);
        profiling.put("profiles-people", true);

        assertThat(ACT.tier(answers).tier().id()).isEqualTo("minimal");
        assertThat(ACT.tier(answers).notes()).singleElement().asString().contains("document why");
        assertThat(ACT.tier(profiling).tier().id()).isEqualTo("high-risk");
        assertThat(ACT.tier(profiling).notes()).isEmpty();
    }

    @Test
    void every_question_can_change_the_tier_or_what_follows_from_it() {
        for (String question : ACT.questions().keySet()) {
            assertThat(matters(question)).as(question).isTrue();
        }
    }

    /** Whether some base of answers gives another outcome when this one is turned over. */
    private static boolean matters(String question) {
        List<Map<String, Boolean>> bases = new ArrayList<>();
        bases.add(Map.of());
        ACT.questions().keySet().forEach(other -> {
            for (String first : List.of(other, "general-purpose-model", "annex-i-product", "recruitment")) {
                Map<String, Boolean> base = new LinkedHashMap<>();
                base.put(first, true);
                base.put(other, true);
                bases.add(base);
            }
        });
        return bases.stream().anyMatch(base -> {
            Map<String, Boolean> yes = new LinkedHashMap<>(base);
            Map<String, Boolean> no = new LinkedHashMap<>(base);
            yes.put(question, true);
            no.put(question, false);
            Classification one = ACT.tier(yes);
            Classification other = ACT.tier(no);
            return !one.tier().equals(other.tier()) || !one.obligations().equals(other.obligations());
        });
    }

    @Test
    void without_answers_nothing_is_decided_and_the_questions_are_asked() {
        Classification found = ACT.tier(Map.of());

        assertThat(found.tier().id()).isEqualTo("minimal");
        assertThat(found.decided()).isFalse();
        assertThat(found.couldBe()).extracting(Tier::id).contains("prohibited", "high-risk", "outside");
        assertThat(found.open()).contains("union", "social-scoring", "recruitment");
    }

    @Test
    void with_every_answer_it_is_decided() {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        ACT.questions().keySet().forEach(id -> answers.put(id, false));
        answers.put("union", true);
        answers.put("ai-system", true);

        Classification found = ACT.tier(answers);

        assertThat(found.tier().id()).isEqualTo("minimal");
        assertThat(found.decided()).isTrue();
        assertThat(found.open()).isEmpty();
    }

    @Test
    void an_exception_that_nobody_has_ruled_out_leaves_the_tier_undecided() {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        ACT.questions().keySet().forEach(id -> answers.put(id, false));
        answers.putAll(Map.of("union", true, "ai-system", true, "talks-to-people", true));
        answers.remove("obvious-to-people");

        Classification found = ACT.tier(answers);

        assertThat(found.tier().id()).isEqualTo("transparency");
        assertThat(found.couldBe()).extracting(Tier::id).containsExactly("minimal");
        assertThat(found.open()).containsExactly("obvious-to-people");
    }

    @Test
    void dates_that_were_moved_say_so() {
        Classification annexThree = ACT.tier(Map.of("recruitment", true));
        Classification annexOne = ACT.tier(Map.of("annex-i-product", true, "third-party-assessment", true));

        assertThat(annexThree.dates()).anySatisfy(d -> {
            assertThat(d.date()).isEqualTo("2027-12-02");
            assertThat(d.was()).isEqualTo("2026-08-02");
            assertThat(d.status().id()).isEqualTo("unreviewed");
        });
        assertThat(annexOne.dates())
                .extracting(d -> d.date())
                .contains("2028-08-02")
                .doesNotContain("2027-12-02");
        assertThat(Stream.concat(annexThree.dates().stream(), annexOne.dates().stream()))
                .allSatisfy(d -> assertThat(d.date()).matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}"));
    }
}
