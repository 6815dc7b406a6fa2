package io.casemate.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> KNOWN = List.of("feature-store", "label-store", "model", "llm", "user-data");

    @ParameterizedTest
    @CsvSource({
        "feature-stor,feature-store",
        "feature_store,feature-store",
        "FeatureStore,feature-store",
        "lable-store,label-store",
        "modle,model",
        "lm,llm",
        "userdata,user-data"
    })
    void a_near_word_is_found(String wrong, String meant) {
        assertThat(Spelling.nearest(wrong, KNOWN)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"data", "store", "llama", "mitigation", "x"})
    void a_far_word_is_not_found(String wrong) {
        assertThat(Spelling.nearest(wrong, KNOWN)).isEmpty();
    }

    @Test
    void two_letters_exchanged_are_one_change() {
        assertThat(Spelling.nearest("lml", KNOWN)).hasValue("llm");
        assertThat(Spelling.nearest("mll", KNOWN)).isEmpty();
    }

    @Test
    void the_nearer_of_two_near_words_is_found() {
        assertThat(Spelling.nearest("score-b", List.of("score-aa", "score-ab"))).hasValue("score-ab");
    }

    @Test
    void where_nothing_is_near_the_known_words_are_listed() {
        assertThat(Spelling.remedy("zzz", List.of("a", "b"))).isEqualTo("known are a, b");
        assertThat(Spelling.remedy("zzz", List.of())).isEqualTo("none is known");
        assertThat(Spelling.remedy("zzz", java.util.Collections.nCopies(50, "known")))
                .endsWith("known and 10 more");
    }

    @Test
    void many_known_words_are_not_listed_where_they_can_be_looked_up() {
        assertThat(Spelling.remedy("x", List.of("bash", "zsh"), "look")).isEqualTo("known are bash, zsh");
        assertThat(Spelling.remedy("zhs", List.of("bash", "zsh"), "look")).isEqualTo("did you mean 'zsh'?");
        assertThat(Spelling.remedy("x", List.of(), "look")).isEqualTo("look");
        assertThat(Spelling.remedy("zzz", java.util.Collections.nCopies(50, "known"), "look"))
                .isEqualTo("look");
    }
}
