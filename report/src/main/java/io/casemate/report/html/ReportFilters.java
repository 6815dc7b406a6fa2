package io.casemate.report.html;

import io.casemate.core.model.Money;
import io.casemate.core.model.Named;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Moments;
import io.casemate.report.wording.Words;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What templates may do to a value: numbers and names as {@link Figures} and {@link Words} say them. */
final class ReportFilters extends AbstractExtension {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    @Override
    public Map<String, Filter> getFilters() {
        Map<String, Filter> filters = new TreeMap<>();
        filters.put("percent", number(Figures::percent));
        filters.put("amount", number(Figures::amount));
        filters.put("per_year", number(Figures::perYear));
        filters.put("decibans", number(Figures::decibans));
        filters.put("words", text(Words::plain));
        filters.put("heading", text(Words::title));
        filters.put("capital", text(Words::capital));
        filters.put("id", new Apply(ReportFilters::id));
        filters.put("list", new Apply(v -> Words.list(texts(v))));
        filters.put("trail", new Apply(v -> String.join(" ", texts(v))));
        filters.put("css", number(v -> String.format(Locale.ROOT, "%.1f", v)));
        filters.put("ids", new Apply(v -> String.join(" ", ids(v))));
        filters.put(
                "names",
                new Apply(v -> Words.list(ids(v).stream().map(Words::plain).toList())));
        filters.put("day", new Apply(ReportFilters::day));
        filters.put("moment", new Apply(v -> Moments.of((Instant) v)));
        filters.put("money", new Apply(v -> money((Money) v)));
        return filters;
    }

    private static Filter number(Function<Double, String> format) {
        return new Apply(v -> format.apply(((Number) v).doubleValue()));
    }

    private static Filter text(Function<String, String> format) {
        return new Apply(v -> format.apply(id(v)));
    }

    private static String id(Object value) {
        return switch (value) {
            case Named named -> named.id();
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            default -> value.toString();
        };
    }

    private static List<String> ids(Object values) {
        return ((Collection<?>) values).stream().sorted().map(ReportFilters::id).toList();
    }

    private static List<String> texts(Object values) {
        return ((Collection<?>) values).stream().map(Object::toString).toList();
    }

    /** A moment, or an ISO date as models state it. */
    private static String day(Object value) {
        LocalDate date = value instanceof Instant moment
                ? LocalDate.ofInstant(moment, ZoneOffset.UTC)
                : LocalDate.parse(value.toString());
        return DAY.format(date);
    }

    private static String money(Money money) {
        return "%s %s to %s"
                .formatted(money.currency(), Figures.thousands(money.low()), Figures.thousands(money.high()));
    }

    /** A filter without arguments. */
    private record Apply(Function<Object, String> function) implements Filter {
        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return function.apply(input);
        }

        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }
    }
}
