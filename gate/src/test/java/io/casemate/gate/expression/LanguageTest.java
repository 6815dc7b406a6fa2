package io.casemate.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.policy.Written;
import io.casemate.core.yaml.YamlProblems;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final Type BAND = Type.word("band", List.of("low", "medium", "high"));
    private static final Type.Fields OWNER = new Type.Fields("Owner", Map.of("name", Type.TEXT));
    private static final Type.Fields RISK = new Type.Fields(
            "Risk",
            Map.of(
                    "band",
                    BAND,
                    "score",
                    Type.WHOLE,
                    "probability",
                    Type.DECIMAL,
                    "incident",
                    Type.TRUTH,
                    "bands",
                    new Type.ListOf(BAND),
                    "owner",
                    OWNER));
    private static final Map<String, Object> VALUE = Map.of(
            "band",
            "high",
            "score",
            6L,
            "probability",
            0.25,
            "incident",
            false,
            "bands",
            List.of("low", "high"),
            "owner",
            Map.of("name", "Ann"));
    private final Language language = new Language(Map.of("risk", RISK, "risks", new Type.ListOf(RISK)));

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            risk.band == 'high'                                             ~ true
            risk.score >= 6 && !risk.incident                               ~ true
            risk.probability > 0.5 || risk.owner.name == ''                 ~ false
            risks.exists(r, r.band == 'high' && r.score > 4)                ~ true
            size(risks.filter(r, r.owner.name.startsWith('A'))) == 3        ~ true
            risk.score > 5.5 && risk.score < 6.5                            ~ true
            risks.map(r, r.score * 2).exists(s, s == 12)                    ~ true
            'low' in risk.bands                                             ~ true
            risks.all(r, r.score + 1 < 7)                                   ~ false
            double(risk.score) / 2.0 > 2.5                                  ~ true
            risk.owner.name.matches('^A.n$')                                ~ true
            """)
    void conditions_read_as_they_are_written(String condition, boolean expected) {
        assertThat(condition(condition).orElseThrow().holds(variables(3))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            risk.bnad == 'high'               ~ unknown field 'bnad'; did you mean 'band'?
            risk.owner.nmae == ''             ~ unknown field 'nmae'; did you mean 'name'?
            risks.all(r, r.socre > 3)         ~ unknown field 'socre'; did you mean 'score'?
            rsik.band == 'high'               ~ unknown name 'rsik'; did you mean 'risk'?
            sise(risks) > 0                   ~ unknown name 'sise'; did you mean 'size'?
            risk.score == 0.5                 ~ '==' does not go with a whole number and a decimal number
            __result__ == risks               ~ unknown name '__result__'
            risk.score == 'six'               ~ '==' does not go with a whole number and a text
            risk.score                        ~ is a whole number, no condition
            risk.score >                      ~ is no condition
            risk.band != 'hihg'               ~ unknown band 'hihg'; did you mean 'high'?
            'hihg' == risk.band               ~ unknown band 'hihg'
            risk.band in ['low', 'mediun']    ~ unknown band 'mediun'; did you mean 'medium'?
            'midium' in risk.bands            ~ unknown band 'midium'; did you mean 'medium'?
            risks.all(r, r.band != 'lwo')     ~ unknown band 'lwo'; did you mean 'low'?
            """)
    void what_is_wrong_is_told_with_line_and_remedy(String condition, String words) {
        YamlProblems problems = YamlProblems.of("policy.yaml");
        language.condition(new Written(condition, 7, "gate.rules[0].require"), problems);
        assertThat(problems.all()).isNotEmpty();
        assertThat(problems.all().getFirst().toString())
                .startsWith("policy.yaml:7 gate.rules[0].require: ")
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['a'].map(x, x + x) == ['a']",
                "risks + risks == risks",
                "b'a' + b'a' == b'aa'",
                "string(risk.score) == '6'",
                "timestamp('2026-01-01T00:00:00Z').getFullYear() == 2026",
                "dyn(risk.score) == 'x'",
                "type(risk) == type(1)"
            })
    void what_builds_large_values_or_leaves_the_types_is_no_part_of_the_language(String condition) {
        YamlProblems problems = YamlProblems.of("policy.yaml");
        language.condition(new Written(condition, 1, ""), problems);
        assertThat(problems.isEmpty()).isFalse();
    }

    @Test
    void loops_within_loops_end_at_a_budget() {
        Expression slow = condition("risks.all(a, risks.all(b, risks.all(c, a.score + b.score + c.score > 0)))")
                .orElseThrow();
        assertThatThrownBy(() -> slow.holds(variables(120)))
                .isInstanceOf(Unanswerable.class)
                .hasMessageContaining("budget");
    }

    @Test
    void long_and_deep_conditions_are_refused() {
        for (String text : List.of("(".repeat(500) + "true" + ")".repeat(500), "true" + " && true".repeat(400))) {
            YamlProblems problems = YamlProblems.of("policy.yaml");
            language.condition(new Written(text, 1, ""), problems);
            assertThat(problems.isEmpty()).isFalse();
        }
    }

    @Test
    void a_condition_without_an_answer_says_why() {
        Expression division = condition("1 / (risk.score - 6) > 0").orElseThrow();
        assertThatThrownBy(() -> division.holds(variables(1)))
                .isInstanceOf(Unanswerable.class)
                .hasMessageContaining("by zero");
    }

    @Test
    void a_sentence_is_filled_with_values() {
        YamlProblems problems = YamlProblems.of("policy.yaml");
        Template sentence = Template.of(
                new Written("{risk.band}, score {risk.score}, {risk.probability}: {risk.bands}", 1, ""),
                language,
                problems);
        assertThat(problems.isEmpty()).isTrue();
        assertThat(sentence.fill(variables(1))).isEqualTo("high, score 6, 0.25: low, high");
        Template.of(new Written("{risk.scoer}", 4, "message"), language, problems);
        assertThat(problems.all().getFirst().toString()).contains(":4 message", "did you mean 'score'?");
    }

    @Test
    void lists_are_named_up_to_six_and_truth_is_yes_or_no() {
        YamlProblems problems = YamlProblems.of("policy.yaml");
        Template sentence = Template.of(
                new Written(
                        "{['a', 'b', 'c', 'd', 'e', 'f']}; {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']};"
                                + " {risk.score > 5}, {risk.score > 6}, {risk.bands.filter(b, b == 'medium')}",
                        1,
                        ""),
                language,
                problems);
        assertThat(problems.isEmpty()).isTrue();
        assertThat(sentence.fill(variables(1)))
                .isEqualTo("a, b, c, d, e, f; a, b, c, d, e, f and 2 more; yes, no, none");
    }

    private Optional<Expression> condition(String text) {
        YamlProblems problems = YamlProblems.of("policy.yaml");
        Optional<Expression> condition = language.condition(new Written(text, 1, ""), problems);
        problems.throwIfAny();
        return condition;
    }

    private static Map<String, Object> variables(int risks) {
        return Map.of("risk", VALUE, "risks", Collections.nCopies(risks, VALUE));
    }
}
