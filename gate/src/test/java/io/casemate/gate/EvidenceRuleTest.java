package io.casemate.gate;

import static io.casemate.gate.Shop.ruling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which evidence satisfies a rule that demands some. */
class EvidenceRuleTest {
    private static final String SCANNED = """
            gate:
              default-rules: no
              evidence: [{id: fresh, title: t, each: element, kind: %s, %s max-age-days: 30}]
            """;
    private static final String ONE = "1".repeat(64);
    private static final String OTHER = "2".repeat(64);

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void a_shop() {
        shop = new Shop(folder);
    }

    private Outcome asked(String kind, String control) throws IOException {
        return ruling(shop.check(SCANNED.formatted(kind, control)), "fresh", "net")
                .outcome();
    }

    private Outcome scanned() throws IOException {
        return asked("test", "control: scanned,");
    }

    @Test
    void what_is_as_old_as_it_may_be_counts_and_a_day_later_does_not() throws IOException {
        shop.shown("scanned", "net", 31);
        assertThat(scanned()).isEqualTo(Outcome.UNDECIDED);
        shop.shown("scanned", "net", 30);
        assertThat(scanned()).isEqualTo(Outcome.PASS);
    }

    @Test
    void the_newest_decides() throws IOException {
        shop.shown("scanned", "net", 2).shown("scanned", "net", 300);
        assertThat(scanned()).isEqualTo(Outcome.PASS);
    }

    @Test
    void a_test_that_failed_shows_nothing() throws IOException {
        shop.attested("scanned", "net", false, true, 1, "");
        assertThat(scanned()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void what_was_taken_back_shows_nothing() throws IOException {
        shop.shown("scanned", "net", 1).takenBack();
        assertThat(scanned()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void a_test_of_another_control_shows_nothing_unless_any_will_do() throws IOException {
        shop.shown("encrypted", "net", 1);
        assertThat(scanned()).isEqualTo(Outcome.UNDECIDED);
        assertThat(asked("test", "")).isEqualTo(Outcome.PASS);
    }

    @Test
    void a_word_is_evidence_only_where_words_are_asked_for() throws IOException {
        shop.claimed("scanned", "net");
        assertThat(scanned()).isEqualTo(Outcome.UNDECIDED);
        assertThat(asked("any", "")).isEqualTo(Outcome.UNDECIDED);
        assertThat(asked("attestation", "")).isEqualTo(Outcome.PASS);
    }

    @Test
    void what_was_taken_on_another_content_shows_nothing() throws IOException {
        shop.attested("scanned", "net", true, true, 1, ONE).digest("net.bin", OTHER);
        assertThat(scanned()).isEqualTo(Outcome.UNDECIDED);
        shop.digest("net.bin", ONE);
        assertThat(scanned()).isEqualTo(Outcome.PASS);
    }

    @Test
    void what_is_recorded_later_is_not_known_yet() throws IOException {
        var provenance = Provenance.of("tests", "", Shop.NOW.minus(Duration.ofDays(1)));
        shop.recorded(new Attestation(provenance, "scanned", "net", true, true, ""), Shop.NOW.plusSeconds(60));
        assertThat(scanned()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void evidence_of_a_part_under_its_former_id_is_evidence_of_it() throws IOException {
        shop.shown("logged", "old-api", 1);
        assertThat(ruling(shop.check(SCANNED.formatted("test", "")), "fresh", "api")
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void the_built_in_rule_wants_every_model_file_scanned_within_a_month() throws IOException {
        shop.shown("scanned", "net", 31);
        assertThat(ruling(shop.check("gate: {}"), "artifacts-scanned", "net").outcome())
                .isEqualTo(Outcome.UNDECIDED);
        shop.shown("scanned", "net", 30);
        assertThat(ruling(shop.check("gate: {}"), "artifacts-scanned", "net").outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void a_control_that_nobody_knows_is_a_broken_policy() {
        assertThatThrownBy(() -> asked("test", "control: scaned,"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unknown control 'scaned'; did you mean 'scanned'?");
    }
}
