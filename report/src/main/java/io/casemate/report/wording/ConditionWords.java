package io.casemate.report.wording;

import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Named;
import io.casemate.core.threat.Condition;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A condition in words, as the catalogue's own vocabulary says it. */
public final class ConditionWords {
    private ConditionWords() {}

    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.KindIs kind -> "is of kind " + ids(kind.kinds(), " or ");
            case Condition.FactIs fact -> (fact.wanted() ? "is " : "lacks ") + fact.fact();
            case Condition.Handles handles -> handles(handles);
            case Condition.Trust trust -> "lies in a zone of trust %d to %d".formatted(trust.atLeast(), trust.atMost());
            case Condition.Crosses crosses -> "crosses a trust boundary";
            case Condition.All all -> joined(all.of(), " and ");
            case Condition.Any any -> joined(any.of(), " or ");
            case Condition.Not not -> "not (%s)".formatted(of(not.of()));
            case Condition.Neighbour neighbour ->
                switch (neighbour.direction()) {
                    case FEEDS -> "feeds one that (%s)".formatted(of(neighbour.is()));
                    case FED_BY -> "is fed by one that (%s)".formatted(of(neighbour.is()));
                };
            case Condition.Shared shared -> "counts as " + shared.name();
            case Condition.Path path -> path(path);
        };
    }

    private static String handles(Condition.Handles handles) {
        String what = handles.kinds().isEmpty() ? "any asset" : ids(handles.kinds(), " or ");
        return switch (handles.atLeast()) {
            case LOW -> "handles " + what;
            case MEDIUM, HIGH ->
                "handles %s of %s sensitivity at least"
                        .formatted(what, handles.atLeast().id());
        };
    }

    private static String path(Condition.Path path) {
        String from = "a path leads to it from one that (%s)".formatted(of(path.from()));
        String via = path.via().isEmpty()
                ? ""
                : path.via().stream()
                        .map(v -> "(%s)".formatted(of(v)))
                        .collect(Collectors.joining(", then ", " via ", ""));
        String crossing = path.crossing() ? " over a trust boundary" : "";
        String blocked = path.blockedBy().isEmpty()
                ? ""
                : path.blockedBy().stream()
                        .sorted()
                        .collect(Collectors.joining(" or ", ", unless something on it is ", ""));
        String avoid = path.avoid().isEmpty()
                ? ""
                : path.avoid().stream()
                        .map(ElementKind::id)
                        .collect(Collectors.joining(" or ", ", not through a ", ""));
        return from + via + crossing + avoid + blocked;
    }

    private static String joined(List<Condition> parts, String word) {
        if (parts.isEmpty()) {
            return "always";
        }
        return parts.stream()
                .map(p -> p instanceof Condition.Any || p instanceof Condition.All ? "(%s)".formatted(of(p)) : of(p))
                .collect(Collectors.joining(word));
    }

    private static String ids(Collection<? extends Named> words, String word) {
        return words.stream().map(Named::id).sorted().collect(Collectors.joining(word));
    }
}
