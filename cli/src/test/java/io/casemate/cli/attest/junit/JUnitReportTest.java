package io.casemate.cli.attest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.problem.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JUnitReportTest {
    @Test
    void names_outcomes_labels_and_time_are_read() {
        List<TestCase> cases = read("""
                <testsuites>
                  <testsuite timestamp="2026-11-20T10:00:00">
                    <properties><property name="casemate:control=logged@api"/><property name="os" value="x"/></properties>
                    <testcase classname="A" name="passes"><system-out>skipped</system-out></testcase>
                    <testcase classname="A" name="fails"><failure/></testcase>
                    <testcase classname="A" name="breaks"><error/><skipped/></testcase>
                  </testsuite>
                  <testsuite><testcase name="is skipped"><skipped/></testcase></testsuite>
                </testsuites>
                """);
        assertThat(cases)
                .extracting(TestCase::name, TestCase::outcome, TestCase::labels, TestCase::timestamp)
                .containsExactly(
                        tuple("A.passes", TestCase.Outcome.PASSED, "passes"),
                        tuple("A.fails", TestCase.Outcome.FAILED, "fails"),
                        tuple("A.breaks", TestCase.Outcome.FAILED, "breaks"),
                        org.assertj.core.groups.Tuple.tuple(
                                "is skipped", TestCase.Outcome.SKIPPED, List.of("is skipped"), ""));
    }

    private static org.assertj.core.groups.Tuple tuple(String name, TestCase.Outcome outcome, String own) {
        return org.assertj.core.groups.Tuple.tuple(name, outcome, List.of("[logged@api]", own), "2026-11-20T10:00:00");
    }

    @Test
    void a_suite_hands_its_controls_to_its_own_tests_only() {
        List<TestCase> cases = read("""
                <testsuites>
                  <testsuite><properties><property name="casemate:control" value="a@b"/></properties></testsuite>
                  <testsuite><testcase name="x"/></testsuite>
                </testsuites>
                """);
        assertThat(cases.getFirst().labels()).containsExactly("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<a></b>",
                "<testsuite/>",
                "<html><body/></html>",
                "<!DOCTYPE t SYSTEM \"file:///etc/passwd\"><testsuite><testcase name='a'/></testsuite>",
                "<!DOCTYPE t [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='&x;'/></testsuite>",
                "<testsuite><testcase name='&x;'/></testsuite>",
                "<testsuite><testcase name='a'>"
            })
    void what_is_no_report_is_refused_in_words(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("r.xml");
    }

    @Test
    void entities_that_multiply_are_refused_at_once() {
        var bomb = new StringBuilder("<!DOCTYPE t [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
        }
        bomb.append("]><testsuite><testcase name='&e39;'/></testsuite>");
        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void depth_is_limited() {
        assertThatThrownBy(() -> read("<testsuite>".repeat(100_000)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("inside one another");
    }

    private static List<TestCase> read(String text) {
        return JUnitReport.read("r.xml", text.getBytes(StandardCharsets.UTF_8));
    }
}
