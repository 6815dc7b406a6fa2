package io.casemate.core.model;

import static io.casemate.core.model.ModelText.problems;
import static io.casemate.core.model.ModelText.problemsAfter;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that can be wrong with a model, by place, words and remedy. Lines are those of valid.yaml. */
class SystemModelProblemsTest {
    @Test
    void the_valid_model_has_no_problem() {
        assertThat(problems(ModelText.VALID)).isEmpty();
    }

    @Test
    void an_unknown_element_is_answered_with_the_one_that_was_meant() {
        assertThat(problemsAfter(
                        "{from: decision-api, to: fraud-model}\n  -", "{from: decision-api, to: froud-model}\n  -"))
                .containsExactly(
                        "casemate.yaml:40 flows[1].to: unknown element 'froud-model'; did you mean 'fraud-model'?");
    }

    @Test
    void where_the_word_elements_is_misspelt_that_is_what_one_reads() {
        assertThat(problemsAfter("\nelements:", "\nelemnts:"))
                .anyMatch(p -> p.endsWith("unknown key 'elemnts'; did you mean 'elements'?"))
                .filteredOn(p -> p.contains("unknown element '"))
                .hasSize(1);
    }

    @Test
    void a_former_id_is_answered_with_the_one_it_has_now() {
        assertThat(problemsAfter("from: web, to: decision-api", "from: web, to: score-api"))
                .containsExactly(
                        "casemate.yaml:39 flows[0].to: unknown element 'score-api'; it is now called 'decision-api'");
    }

    @Test
    void a_flow_to_itself_is_refused() {
        assertThat(problemsAfter("from: web, to: decision-api", "from: web, to: web"))
                .containsExactly(
                        "casemate.yaml:39 flows[0].to: 'web' is where it comes from; a flow joins two elements");
    }

    @Test
    void a_flow_to_nothing_is_refused() {
        assertThat(problemsAfter("from: web, to: decision-api", "from: web"))
                .containsExactly("casemate.yaml:39 flows[0].to: is missing; name the element that receives");
    }

    @Test
    void an_unknown_key_is_answered_with_the_one_that_was_meant() {
        assertThat(problemsAfter("    description: Answers", "    descripton: Answers"))
                .containsExactly("casemate.yaml:25 elements[1]: unknown key 'descripton'; did you mean 'description'?");
        assertThat(problemsAfter("reviews:", "review:"))
                .containsExactly("casemate.yaml:45: unknown key 'review'; did you mean 'reviews'?");
    }

    @Test
    void an_unknown_kind_is_answered_with_the_one_that_was_meant() {
        assertThat(problemsAfter("inference-endpoint", "inference_endpoint"))
                .containsExactly(
                        "casemate.yaml:26 elements[1].kind: unknown kind 'inference_endpoint'; did you mean 'inference-endpoint'?");
        assertThat(problemsAfter("kind: model-ip", "kind: gold"))
                .containsExactly(
                        "casemate.yaml:12 assets[0].kind: unknown kind 'gold'; known are model-ip, training-data, "
                                + "inference-data, predictions, system-prompts, secrets, user-data");
    }

    @Test
    void an_unknown_profile_or_level_lists_what_is_known() {
        assertThat(problemsAfter("profile: external-hacker", "profile: script-kid"))
                .containsExactly(
                        "casemate.yaml:15 adversaries[0].profile: unknown profile 'script-kid'; known are "
                                + "external-hacker, competitor, malicious-insider, compromised-vendor, nation-state, researcher");
        assertThat(problemsAfter("sensitivity: medium", "sensitivity: mid"))
                .containsExactly(
                        "casemate.yaml:13 assets[1].sensitivity: unknown sensitivity 'mid'; known are low, medium, high");
    }

    @Test
    void an_unknown_fact_is_answered_with_the_one_that_was_meant() {
        assertThat(problemsAfter("rate-limited: no", "rate-limitd: no"))
                .containsExactly(
                        "casemate.yaml:29 elements[1].facts: unknown fact 'rate-limitd'; did you mean 'rate-limited'?");
    }

    @Test
    void a_fact_has_three_values() {
        assertThat(problemsAfter("rate-limited: no", "rate-limited: maybe"))
                .containsExactly("casemate.yaml:29 elements[1].facts.rate-limited: 'maybe' is not yes or no; "
                        + "write yes, no or unknown");
    }

    @Test
    void an_id_is_taken_once_over_all_kinds() {
        assertThat(problemsAfter("id: card-data", "id: web"))
                .contains("casemate.yaml:22 elements[0].id: 'web' is taken since "
                        + "line 13; choose another id: ids and former ids are unique over the whole file");
    }

    @Test
    void a_former_id_may_not_be_used_again() {
        assertThat(problemsAfter("formerly: [score-api]", "formerly: [fraud-model]"))
                .contains("casemate.yaml:30 elements[1].formerly[0]: 'fraud-model' is taken since line 31; "
                        + "choose another id: ids and former ids are unique over the whole file");
    }

    @Test
    void an_id_is_kebab_case() {
        assertThat(problemsAfter("id: fraud-ring", "id: FraudRing_2"))
                .containsExactly("casemate.yaml:15 adversaries[0].id: 'FraudRing_2' is no id; "
                        + "use small letters, digits and single hyphens, such as 'fraud-ring-2'");
        assertThat(problemsAfter("id: fraud-ring", "id: " + "x".repeat(65)))
                .containsExactly(
                        "casemate.yaml:15 adversaries[0].id: is longer than 64 characters; shorten it; the name may be long");
    }

    @Test
    void a_cycle_of_zones_is_named() {
        assertThat(problemsAfter("{id: cloud, trust: 2}", "{id: cloud, in: vault}"))
                .containsExactly("casemate.yaml:18 zones[1].in: zones lie in a cycle: "
                        + "cloud in vault in ml-platform in cloud; take one 'in' away");
        assertThat(problemsAfter("{id: cloud, trust: 2}", "{id: cloud, in: cloud}"))
                .containsExactly(
                        "casemate.yaml:18 zones[1].in: zones lie in a cycle: cloud in cloud; take one 'in' away");
    }

    @Test
    void a_long_cycle_of_zones_is_named_shortly() {
        var text = new StringBuilder("casemate: 1\nscope: {name: s}\nzones:\n  - {id: z-0, in: z-29}\n");
        for (int i = 1; i < 30; i++) {
            text.append("  - {id: z-%d, in: z-%d}\n".formatted(i, i - 1));
        }
        assertThat(problems(text.toString()))
                .containsExactly(
                        "casemate.yaml:4 zones[0].in: zones lie in a cycle: z-0 in z-29 in z-28 in z-27 in z-26 in "
                                + "z-25 in z-24 in z-23 in z-22 in z-21 in ... (20 more) in z-0; take one 'in' away");
    }

    @Test
    void zones_nest_32_deep_at_most() {
        var text = new StringBuilder("casemate: 1\nscope: {name: s}\nzones:\n  - {id: z-0, trust: 1}\n");
        for (int i = 1; i < 40; i++) {
            text.append("  - {id: z-%d, in: z-%d}\n".formatted(i, i - 1));
        }
        assertThat(problems(text.toString()))
                .containsExactly("casemate.yaml:36 zones[32]: nests deeper than 32 zones; make the zones flatter");
    }

    @Test
    void unknown_zones_assets_and_places_are_answered_with_the_ones_that_were_meant() {
        assertThat(problemsAfter("kind: user, zone: internet", "kind: user, zone: internt"))
                .containsExactly("casemate.yaml:22 elements[0].zone: unknown zone 'internt'; did you mean 'internet'?");
        assertThat(problemsAfter("in: cloud}", "in: clod}"))
                .containsExactly("casemate.yaml:19 zones[2].in: unknown zone 'clod'; did you mean 'cloud'?");
        assertThat(problemsAfter("holds: [card-data]", "holds: [card-dta]"))
                .containsExactly(
                        "casemate.yaml:28 elements[1].holds[0]: unknown asset 'card-dta'; did you mean 'card-data'?");
        assertThat(problemsAfter("access: [internet, web]", "access: [internet, wbe]"))
                .containsExactly(
                        "casemate.yaml:15 adversaries[0].access[1]: unknown zone or element 'wbe'; did you mean 'web'?");
    }

    @Test
    void an_asset_is_listed_once() {
        assertThat(problemsAfter("holds: [card-data]", "holds: [card-data, card-data]"))
                .containsExactly("casemate.yaml:28 elements[1].holds[1]: names asset 'card-data' again; list it once");
    }

    @Test
    void trust_is_0_to_3_and_stated_at_the_top() {
        assertThat(problemsAfter("{id: cloud, trust: 2}", "{id: cloud, trust: 4}"))
                .containsExactly("casemate.yaml:18 zones[1].trust: '4' is not a whole number from 0 to 3; write one");
        assertThat(problemsAfter("{id: cloud, trust: 2}", "{id: cloud}"))
                .containsExactly("casemate.yaml:18 zones[1].trust: is missing; "
                        + "a zone that lies in no other states its trust, 0 (anybody) to 3 (few and vetted)");
    }

    @Test
    void what_is_required_is_named_with_what_to_write() {
        assertThat(problemsAfter("kind: user, zone: internet", "zone: internet"))
                .containsExactly(
                        "casemate.yaml:22 elements[0].kind: is missing; say what it is, such as inference-endpoint");
        assertThat(problemsAfter("kind: user, zone: internet", "kind: user"))
                .containsExactly("casemate.yaml:22 elements[0].zone: is missing; name the zone it lies in");
        assertThat(problemsAfter("id: web, ", ""))
                .contains("casemate.yaml:22 elements[0].id: is missing; give it an id of its own, such as fraud-model");
        assertThat(problemsAfter(", sensitivity: medium", ""))
                .containsExactly("casemate.yaml:13 assets[1].sensitivity: is missing; write low, medium or high");
        assertThat(problems("casemate: 1"))
                .containsExactly("casemate.yaml:1 scope: is missing; say what system this is: scope: {name: ...}");
    }

    @Test
    void a_wrong_form_is_named_with_the_one_that_is_needed() {
        assertThat(problemsAfter("holds: [card-data]", "holds: card-data"))
                .containsExactly("casemate.yaml:28 elements[1].holds: is a text where a list is needed; write a list");
        assertThat(problemsAfter("name: Decision API", "name: [Decision API]"))
                .containsExactly("casemate.yaml:24 elements[1].name: is a list where a text is needed; write a text");
        assertThat(problemsAfter("- {id: web, kind: user, zone: internet}", "- webshop"))
                .contains("casemate.yaml:22 elements[0]: is a text where a mapping is needed; write a mapping");
        assertThat(problemsAfter("excluded: [\"Card network: run by the acquirer\"]", "excluded: [Card: run]"))
                .containsExactly("casemate.yaml:8 scope.excluded[0]: is a mapping where a text is needed; "
                        + "write a text; a text with a colon needs quotes");
    }

    @Test
    void a_treatment_names_a_scenario_of_a_target_that_exists() {
        assertThat(problemsAfter("model-extraction@fraud-model", "model-extraction@froud-model"))
                .containsExactly("casemate.yaml:43 treatments[0].scenario: unknown target 'froud-model'; "
                        + "did you mean 'fraud-model'?");
        assertThat(problemsAfter("model-extraction@fraud-model", "model-extraction"))
                .containsExactly("casemate.yaml:43 treatments[0].scenario: 'model-extraction' is no scenario; "
                        + "write it as threat@target, such as model-extraction@fraud-model");
    }

    @Test
    void a_treatment_names_a_threat_and_mitigations_that_exist() {
        assertThat(problemsAfter("model-extraction@fraud-model", "model-extracton@fraud-model"))
                .containsExactly("casemate.yaml:43 treatments[0].scenario: unknown threat 'model-extracton'; "
                        + "did you mean 'model-extraction'?");
        assertThat(problemsAfter("[rate-limit-queries]", "[rate-limit-query]"))
                .containsExactly(
                        "casemate.yaml:43 treatments[0].mitigations[0]: unknown mitigation 'rate-limit-query'; "
                                + "did you mean 'rate-limit-queries'?");
    }

    @Test
    void a_scenario_is_treated_once() {
        assertThat(problemsAfter("evasion@score-api", "model-extraction@fraud-model"))
                .containsExactly("casemate.yaml:44 treatments[1].scenario: 'model-extraction@fraud-model' is treated "
                        + "since line 43; keep one treatment a scenario");
    }

    @Test
    void only_mitigating_needs_no_reason() {
        assertThat(problemsAfter(", reason: losses are insured", ""))
                .containsExactly("casemate.yaml:44 treatments[1].reason: is missing; say why: 'accept' needs a reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.1.2027", "2027-02-30", "2027-1-31", "soon", "2027-01-31T00:00"})
    void a_date_is_a_day_of_the_calendar(String date) {
        assertThat(problemsAfter("due: 2027-01-31", "due: " + date))
                .containsExactly(
                        "casemate.yaml:43 treatments[0].due: '%s' is no date; write year-month-day, such as 2027-01-31"
                                .formatted(date));
    }

    @Test
    void a_digest_has_64_hex_digits() {
        assertThat(problemsAfter("9F86D081", "9F86D08"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("casemate.yaml:37 elements[2].artifacts[1].sha256: '9F86")
                .endsWith("is no SHA-256 digest; write 64 hex digits, or leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "C:/models/x", "\\\\host\\share"})
    void the_path_of_an_artifact_is_relative(String path) {
        assertThat(problemsAfter("- models/fraud.onnx", "- '" + path + "'"))
                .containsExactly(
                        "casemate.yaml:36 elements[2].artifacts[0]: '%s' is absolute; write it relative to the folder of casemate.yaml"
                                .formatted(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "models/../../x", "models\\..\\x"})
    void the_path_of_an_artifact_stays_in_the_folder(String path) {
        assertThat(problemsAfter("- models/fraud.onnx", "- '" + path + "'"))
                .containsExactly(
                        "casemate.yaml:36 elements[2].artifacts[0]: '%s' leaves the folder of casemate.yaml; name a file inside it, without '..'"
                                .formatted(path));
    }

    @Test
    void the_path_of_an_artifact_is_no_address() {
        assertThat(problemsAfter("path: models/rules.json", "path: 's3://bucket/rules.json'"))
                .containsExactly(
                        "casemate.yaml:37 elements[2].artifacts[1].path: 's3://bucket/rules.json' is no path but "
                                + "an address; name a file in the folder of casemate.yaml");
    }

    @Test
    void a_loss_goes_from_low_to_high_in_a_currency() {
        assertThat(problemsAfter("low: 200000", "low: 4000000"))
                .containsExactly(
                        "casemate.yaml:12 assets[0].loss.low: '4000000' is more than high, '3.0e6'; swap the two");
        assertThat(problemsAfter("low: 200000", "low: -1"))
                .containsExactly("casemate.yaml:12 assets[0].loss.low: '-1' is less than nothing; write 0 or more");
        assertThat(problemsAfter("low: 200000", "low: 200k"))
                .containsExactly(
                        "casemate.yaml:12 assets[0].loss.low: '200k' is no number; write a number such as 1500 or 0.15");
        assertThat(problemsAfter("currency: EUR", "currency: euro"))
                .containsExactly("casemate.yaml:12 assets[0].loss.currency: 'euro' is no currency code; "
                        + "write the three capitals of ISO 4217, such as EUR");
    }

    @Test
    void a_most_likely_and_a_secondary_loss_fit_the_range_they_belong_to() {
        assertThat(problemsAfter("low: 200000", "mode: 9, low: 200000"))
                .containsExactly("casemate.yaml:12 assets[0].loss.mode: '9' does not lie from low, '200000', to high, "
                        + "'3.0e6'; write the most likely loss, or leave it out");
        assertThat(problemsAfter("low: 200000", "secondary: {probability: 2, low: 5, high: 4}, low: 200000"))
                .containsExactly(
                        "casemate.yaml:12 assets[0].loss.secondary.probability: '2' is no probability; write 0 to 1, such as 0.2",
                        "casemate.yaml:12 assets[0].loss.secondary.low: '5' is more than high, '4'; swap the two");
    }

    @Test
    void a_rate_is_of_a_currency_and_above_0() {
        assertThat(problemsAfter("name: Fraud detection", "name: s\n  money: {currency: EUR, rates: {USD: 0, usd: 1}}"))
                .hasSize(2)
                .anySatisfy(p -> assertThat(p).contains("'0' is no rate; write what one USD is worth, more than 0"))
                .anySatisfy(p -> assertThat(p).contains("'usd' is no currency code"));
    }

    @Test
    void of_a_newer_version_only_the_version_is_said() {
        assertThat(problems("casemate: 2\nscope: 7\nnew: things"))
                .containsExactly(
                        "casemate.yaml:1 casemate: is 2: the file is of a newer form than 1; use a newer casemate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.0", "latest"})
    void a_version_that_never_was_is_refused(String version) {
        assertThat(problems("casemate: %s\nscope: {name: s}".formatted(version)))
                .containsExactly("casemate.yaml:1 casemate: '%s' is no version of this file's form; write 'casemate: 1'"
                        .formatted(version));
    }

    @Test
    void a_missing_version_is_a_problem_beside_the_others() {
        assertThat(problems("scope: {nam: s}"))
                .containsExactly(
                        "casemate.yaml:1 casemate: is missing; begin the file with 'casemate: 1'",
                        "casemate.yaml:1 scope.name: is missing; name the system",
                        "casemate.yaml:1 scope: unknown key 'nam'; did you mean 'name'?");
    }

    @Test
    void many_problems_are_all_listed_in_the_order_of_the_lines() {
        String text = ModelText.VALID
                .replace("kind: user,", "kind: usr,")
                .replace("trust: 2", "trust: two")
                .replace("to: fraud-model}\n  -", "to: nowhere}\n  -")
                .replace("date: 2026-10-01", "date: yesterday")
                .replace("sensitivity: medium", "sensitivity: none, sensitivity: low");
        assertThat(problems(text))
                .extracting(p -> p.substring(0, p.indexOf(": ")))
                .containsExactly(
                        "casemate.yaml:13 assets[1]",
                        "casemate.yaml:13 assets[1].sensitivity",
                        "casemate.yaml:18 zones[1].trust",
                        "casemate.yaml:22 elements[0].kind",
                        "casemate.yaml:40 flows[1].to",
                        "casemate.yaml:46 reviews[0].date");
    }

    @Test
    void beyond_a_thousand_problems_they_are_only_counted() {
        String text = "casemate: 1\nscope: {name: s}\nelements:\n" + "  - {id: A B, kind: no, zone: z}\n".repeat(2_000);
        assertThat(problems(text))
                .hasSize(1_001)
                .last()
                .asString()
                .isEqualTo("casemate.yaml: has 5000 more problems; mend the ones listed first");
    }
}
