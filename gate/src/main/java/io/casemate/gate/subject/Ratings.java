package io.casemate.gate.subject;

import io.casemate.core.risk.Band;
import io.casemate.core.risk.Rating;
import io.casemate.gate.expression.Type;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Ratings as conditions see them. */
final class Ratings {
    static final Type BAND = Words.of("band", Band.values());
    static final Type.Fields TYPE = new Type.Fields("Rating", fields());

    private Ratings() {}

    /** The fields of a rating; a risk has those of its current one. */
    static Map<String, Type> fields() {
        Map<String, Type> fields = new LinkedHashMap<>();
        fields.put("band", BAND);
        fields.put("score", Type.WHOLE);
        fields.put("likelihood", Type.WHOLE);
        fields.put("impact", Type.WHOLE);
        fields.put("probability", Type.DECIMAL);
        fields.put("vulnerability", Type.DECIMAL);
        fields.put("frequency", Type.DECIMAL);
        fields.put("chance", Type.TEXT);
        return fields;
    }

    static Map<String, Object> value(Rating rating) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("band", rating.band().id());
        value.put("score", (long) rating.score());
        value.put("likelihood", (long) rating.likelihood());
        value.put("impact", (long) rating.impact());
        value.put("probability", rating.probability());
        value.put("vulnerability", rating.vulnerability());
        value.put("frequency", rating.frequency());
        value.put("chance", chance(rating.probability()));
        return value;
    }

    /** A probability for people: {@code 12 % a year}. */
    private static String chance(double probability) {
        double percent = probability * 100;
        if (percent > 0 && percent < 0.1) {
            return "below 0.1 % a year";
        }
        return String.format(Locale.ROOT, percent < 10 ? "%.1f %% a year" : "%.0f %% a year", percent);
    }
}
