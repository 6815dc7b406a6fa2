package io.casemate.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.0004, < 0.1 %", "0.0123, 1.2 %", "0.05, 5 %", "0.666, 67 %", "0.9999, > 99 %", "1, > 99 %"
    })
    void percent(double share, String text) {
        assertThat(Figures.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"3, +3.0", "-7.533, −7.5", "-0.04, 0.0", "0, 0.0"})
    void decibans(double value, String text) {
        assertThat(Figures.decibans(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.1234567, 0.123457", "1234567.8, 1234570", "0, 0", "-7.5332765, -7.53328"})
    void six(double value, double rounded) {
        assertThat(Figures.six(value)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2.5", "0.04, 0.04", "12.4, 12", "100, 100", "0.00001, < 0.001", "0, 0"})
    void amount(double value, String text) {
        assertThat(Figures.amount(value)).isEqualTo(text);
    }
}
