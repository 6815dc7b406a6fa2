package io.casemate.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.risk.Assessment;
import io.casemate.report.example.Assessments;
import io.casemate.report.example.FraudSystem;
import io.casemate.report.example.HostileSystem;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlExporterTest {
    private static String html(Assessment assessment) {
        return new HtmlExporter().export(assessment, Assessments.KNOWLEDGE);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void words_of_the_model_never_become_markup() {
        String html = html(Assessments.of(HostileSystem.model()));
        assertThat(html)
                .doesNotContain("<img", "alert(1)</script>", "'><", "\"'>")
                .contains("{{ 7*7 }}");
        assertThat(all("<script", html)).as("our one script").hasSize(1);
        assertThat(all(" on[a-z]+\\s*=\\s*[\"']", html)).as("event handlers").isEmpty();
    }

    @Test
    void the_script_is_the_same_for_every_model_and_the_policy_lets_only_it_run() {
        String script = "<script>.*?</script>";
        String fair = html(Assessments.fraud());
        assertThat(all(script, html(Assessments.of(HostileSystem.model())))).isEqualTo(all(script, fair));
        assertThat(fair).contains("default-src 'none'").containsPattern("script-src 'sha256-[A-Za-z0-9+/=]{44}'");
    }

    @Test
    void links_lead_inside_the_page_or_to_publishers_only() {
        String html = html(Assessments.of(HostileSystem.model()));
        assertThat(all("(href|src)=\"[^\"]*\"", html))
                .allMatch(
                        link -> link.matches(
                                "href=\"(#[^\"]*|https://(atlas\\.mitre\\.org|cwe\\.mitre\\.org|owasp\\.org|genai\\.owasp\\.org)/[^\"]*)\""));
    }

    @Test
    void nothing_is_loaded_from_elsewhere() {
        assertThat(html(Assessments.fraud())).doesNotContain("<link", "@import", "url(", "src=\"");
    }

    @Test
    void every_link_inside_the_page_has_an_end() {
        String html = html(Assessments.fraud());
        for (String link : all("href=\"#[^\"]+\"", html)) {
            String id = link.substring("href=\"#".length(), link.length() - 1);
            assertThat(html).as(link).contains("id=\"" + id + "\"");
        }
    }

    @Test
    void shown_scenarios_have_a_page_and_hidden_ones_a_row_with_the_reason() {
        String html = html(Assessments.fraud());
        assertThat(html)
                .contains("id=\"s-model-extraction@ensemble\"", "id=\"s-flow-eavesdropping@f-score\"")
                .doesNotContain("id=\"s-data-poisoning@ensemble\"")
                .contains("hidden: low band and no evidence");
    }

    @Test
    void the_pages_say_what_an_assessment_knows() {
        assertThat(html(Assessments.fraud()))
                .contains("It has happened.", "#7 labels-diverge", "58 of 100 attempts succeeded")
                .contains("Limit queries per caller", "overdue", ">claimed<", "no part is an LLM".substring(1))
                .contains("Not everything could be looked at", "https://atlas.mitre.org/techniques/AML.T0020")
                .contains("EUR 200\u202f000 to 3\u202f000\u202f000", "a review is asked for now".substring(2));
    }

    @Test
    void a_scenario_costs_little_where_there_are_thousands() {
        int some = html(Assessments.many(FraudSystem.model(), 400)).length();
        int more = html(Assessments.many(FraudSystem.model(), 800)).length();
        assertThat((more - some) / 400).as("characters for one more scenario").isLessThan(2_500);
    }
}
