package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.knowledge.fact.FactBook;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.threat.Reading;
import io.casemate.core.threat.Reading.Basis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactBookTest {
    private final FactBook book = new FactBook(Knowledge.builtIn().facts());

    private static Element element(ElementKind kind, Map<String, Boolean> facts) {
        return new Element("e", "e", "", kind, "z", List.of(), facts, List.of(), List.of());
    }

    private static Flow flow(Map<String, Boolean> facts) {
        return new Flow("f", "f", "a", "b", List.of(), facts, List.of());
    }

    private Reading read(ElementKind kind, String fact) {
        return book.read(element(kind, Map.of()), fact);
    }

    @Test
    void what_is_stated_counts_even_where_the_fact_makes_no_sense() {
        var user = element(ElementKind.USER, Map.of("signed", false, "rate-limited", true));

        assertThat(book.read(user, "rate-limited")).isEqualTo(new Reading(true, Basis.STATED, ""));
        assertThat(book.read(user, "signed")).isEqualTo(new Reading(false, Basis.STATED, ""));
    }

    @Test
    void a_control_that_nobody_stated_is_presumed_absent() {
        assertThat(read(ElementKind.INFERENCE_ENDPOINT, "rate-limited"))
                .isEqualTo(new Reading(false, Basis.PRESUMED, "nobody stated it"));
    }

    @Test
    void a_presumption_for_the_kind_goes_first() {
        assertThat(read(ElementKind.GUARDRAIL, "content-filtered").value()).isTrue();
        assertThat(read(ElementKind.LLM, "content-filtered").value()).isFalse();
        assertThat(read(ElementKind.CHECKPOINT, "executable-format"))
                .isEqualTo(new Reading(true, Basis.PRESUMED, "most frameworks save pickles unless told otherwise"));
    }

    @Test
    void a_presumption_may_follow_from_an_exposure_stated_beside_it() {
        Reading rented = book.read(element(ElementKind.LLM, Map.of("third-party", true)), "remote-code");

        assertThat(rented.basis()).isEqualTo(Basis.PRESUMED);
        assertThat(rented.value()).isFalse();
        assertThat(read(ElementKind.LLM, "remote-code").basis()).isEqualTo(Basis.UNKNOWN);
    }

    @Test
    void an_exposure_without_presumption_is_only_asked() {
        assertThat(read(ElementKind.TOOL, "side-effects").basis()).isEqualTo(Basis.UNKNOWN);
        assertThat(read(ElementKind.MODEL, "executable-format").basis()).isEqualTo(Basis.UNKNOWN);
    }

    @Test
    void a_control_with_no_presumption_at_all_is_only_asked() {
        assertThat(book.read(flow(Map.of()), "encrypted").basis()).isEqualTo(Basis.UNKNOWN);
        assertThat(book.read(flow(Map.of("encrypted", true)), "encrypted").holds())
                .isTrue();
    }

    @Test
    void what_makes_no_sense_for_the_kind_is_irrelevant() {
        assertThat(read(ElementKind.DATA_SET, "output-rendered").basis()).isEqualTo(Basis.IRRELEVANT);
        assertThat(read(ElementKind.MODEL, "encrypted").basis()).isEqualTo(Basis.IRRELEVANT);
        assertThat(book.read(flow(Map.of()), "monitored").basis()).isEqualTo(Basis.IRRELEVANT);
    }

    @Test
    void a_fact_that_is_not_declared_is_a_mistake_of_the_program() {
        assertThatThrownBy(() -> read(ElementKind.MODEL, "nonsense"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no fact 'nonsense'");
    }
}
