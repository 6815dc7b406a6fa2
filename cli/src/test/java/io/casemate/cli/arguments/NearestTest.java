package io.casemate.cli.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void a_slip_of_the_finger_finds_its_word() {
        List<String> known = List.of("assess", "attest", "audit");
        assertThat(Nearest.to("asess", known)).contains("assess");
        assertThat(Nearest.to("auidt", known)).contains("audit");
        assertThat(Nearest.to("frobnicate", known)).isEmpty();
        assertThat(Nearest.to("a".repeat(500), known)).isEmpty();
    }

    @Test
    void a_remedy_lists_what_is_known_where_it_is_little() {
        assertThat(Nearest.remedy("x", List.of("bash", "zsh"), "look")).isEqualTo("known are bash, zsh");
        assertThat(Nearest.remedy("zhs", List.of("bash", "zsh"), "look")).isEqualTo("did you mean 'zsh'?");
        assertThat(Nearest.remedy("x", List.of(), "look")).isEqualTo("look");
    }
}
