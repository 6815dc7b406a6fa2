package io.casemate.report.money;

import io.casemate.core.money.loss.Figure;
import io.casemate.core.money.loss.Quantile;
import io.casemate.report.wording.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Amounts with no more digits than they deserve. */
final class Amounts {
    private Amounts() {}

    /** Three significant digits, thousands apart. */
    static String of(double amount) {
        return Figures.thousands(rounded(amount, 3));
    }

    static String of(Figure figure) {
        return figure.value() == 0
                ? "0"
                : "%s ± %s".formatted(of(figure.value()), Figures.thousands(rounded(figure.error(), 2)));
    }

    static String of(Quantile quantile) {
        return quantile.high() == 0
                ? "0"
                : "%s (%s to %s)".formatted(of(quantile.value()), of(quantile.low()), of(quantile.high()));
    }

    /** A probability with its error, in percent. */
    static String share(Figure figure) {
        return figure.value() == 0
                ? "0 %"
                : String.format(Locale.ROOT, "%.1f %% ± %.1f", 100 * figure.value(), 100 * figure.error());
    }

    private static double rounded(double value, int digits) {
        return value == 0
                ? 0
                : new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    }
}
