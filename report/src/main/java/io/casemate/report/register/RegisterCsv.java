package io.casemate.report.register;

import io.casemate.core.risk.Rating;
import io.casemate.report.register.Prices.Price;
import io.casemate.report.wording.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A register as comma-separated values: RFC 4180, UTF-8 without a byte order mark, one risk a line, names of columns first.
 * Columns are only ever added at the end. A text that a spreadsheet would take for a formula begins with an apostrophe, as OWASP
 * asks for (CSV injection).
 */
public final class RegisterCsv {
    /** The columns, in their order; docs/register.md says what each holds. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "category",
            "cause",
            "event",
            "consequence",
            "owner",
            "inherent_likelihood",
            "inherent_impact",
            "inherent_score",
            "residual_likelihood",
            "residual_impact",
            "residual_score",
            "residual_probability",
            "residual_band",
            "target_likelihood",
            "target_impact",
            "target_score",
            "treatment",
            "treatment_reason",
            "due",
            "status",
            "incident",
            "currency",
            "loss_mean",
            "loss_var95",
            "references",
            "as_of");

    /** What makes a spreadsheet calculate: the signs, their full-width twins, and what some skip before them. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private RegisterCsv() {}

    public static String of(Register register) {
        StringBuilder out = new StringBuilder(line(COLUMNS));
        register.rows().forEach(row -> out.append(line(fields(row, register))));
        return out.toString();
    }

    private static List<String> fields(RegisterRow row, Register register) {
        List<String> fields = new ArrayList<>(List.of(
                safe(row.risk().id()),
                safe(row.title()),
                safe(row.category()),
                safe(row.cause()),
                safe(row.event()),
                safe(row.consequence()),
                safe(row.owner())));
        fields.addAll(rating(row.risk().inherent()));
        fields.addAll(rating(row.risk().current()));
        fields.add(number(row.risk().current().probability()));
        fields.add(row.risk().current().band().id());
        fields.addAll(rating(row.risk().target()));
        fields.add(row.treatment());
        fields.add(safe(row.risk().treatment().reason()));
        fields.add(safe(row.risk().treatment().due()));
        fields.add(row.status());
        fields.add(row.risk().incident().happened() ? "yes" : "no");
        fields.addAll(price(row.risk().id(), register.prices()));
        fields.add(safe(String.join("; ", row.references())));
        fields.add(register.assessment().asOf().toString());
        return fields;
    }

    private static List<String> rating(Rating rating) {
        return List.of(
                String.valueOf(rating.likelihood()), String.valueOf(rating.impact()), String.valueOf(rating.score()));
    }

    private static List<String> price(String id, Prices prices) {
        if (!prices.has(id)) {
            return List.of(safe(prices.currency()), "", "");
        }
        Price price = prices.of(id);
        return List.of(safe(prices.currency()), number(price.mean()), number(price.oneInTwenty()));
    }

    /** Six significant digits and a point, never an exponent. */
    private static String number(double value) {
        return BigDecimal.valueOf(Figures.six(value)).stripTrailingZeros().toPlainString();
    }

    /** One line of text that stays a text. */
    private static String safe(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String one = text.replaceAll("[\\x00-\\x1f\\x7f]+", " ");
        return formula || (!one.isBlank() && FORMULA.indexOf(one.strip().charAt(0)) >= 0) ? "'" + one : one;
    }

    private static String line(List<String> fields) {
        return fields.stream().map(RegisterCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String field) {
        boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf(' ') != 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
