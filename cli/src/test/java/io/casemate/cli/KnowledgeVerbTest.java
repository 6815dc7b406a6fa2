package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeVerbTest {
    @ParameterizedTest
    @ValueSource(strings = {"threats", "mitigations", "facts", "adversaries"})
    void every_list_is_text_and_json(String shelf) {
        Run text = Run.casemate("knowledge", "list", shelf);
        assertThat(text.code()).isZero();
        assertThat(text.out().lines())
                .hasSizeGreaterThan(5)
                .allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
        JsonObject json = (JsonObject) JsonReader.read(
                "out",
                Run.casemate("knowledge", "list", shelf, "--format", "json").out());
        assertThat(json.fields().keySet()).containsExactly("casemate", shelf);
    }

    @Test
    void threats_are_listed_unless_something_else_is_asked_for() {
        assertThat(Run.casemate("knowledge", "list")).isEqualTo(Run.casemate("knowledge", "list", "threats"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model-extraction", "rate-limit-queries", "rate-limited", "jailbr", "caller"})
    void one_entry_is_explained(String id) {
        Run text = Run.casemate("knowledge", "show", id);
        assertThat(text.code()).isZero();
        assertThat(text.out()).contains(id);
        JsonObject json = (JsonObject) JsonReader.read(
                "out", Run.casemate("knowledge", "show", id, "--format", "json").out());
        assertThat(json.fields()).containsKeys("sort", "id", "title");
    }

    @Test
    void a_threat_names_condition_mitigations_and_published_ids() {
        assertThat(Run.casemate("knowledge", "show", "model-extraction").out())
                .contains("when ", "handles model-ip", "Mitigations", "rate-limit-queries", "AML.T0024.002");
    }

    @Test
    void a_wrong_id_is_told_what_was_meant() {
        Run near = Run.casemate("knowledge", "show", "model-extracton");
        assertThat(near.code()).isEqualTo(3);
        assertThat(near.err()).contains("did you mean 'model-extraction'?");
        assertThat(Run.casemate("knowledge", "show", "rate-limit").err())
                .contains("begins more than one id; one of rate-limit-queries, rate-limited");
        assertThat(Run.casemate("knowledge", "show", "zzz").err()).contains("casemate knowledge search");
    }

    @Test
    void all_words_of_a_search_must_occur() {
        assertThat(Run.casemate("knowledge", "search", "CWE-502").out()).contains("malicious-deserialisation");
        assertThat(Run.casemate("knowledge", "search", "PROMPT", "indirect").out())
                .contains("indirect-prompt-injection")
                .doesNotContain("model-extraction");
        Run none = Run.casemate("knowledge", "search", "qwertz");
        assertThat(none.code()).isZero();
        assertThat(none.out()).isEqualTo("nothing found\n");
    }

    @Test
    void coverage_counts_the_published_lists() {
        assertThat(Run.casemate("knowledge", "coverage").out()).contains("owasp-llm-2025", "atlas");
        assertThat(Run.casemate("knowledge", "coverage", "--format", "json").out())
                .contains("\"threats\":", "\"mitigations\":", "\"edition\":", "\"covered\":", "\"missing\":");
    }
}
