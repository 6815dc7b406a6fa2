package io.casemate.core.risk;

import io.casemate.core.model.Named;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Condition.All;
import io.casemate.core.threat.Condition.Any;
import io.casemate.core.threat.Condition.Crosses;
import io.casemate.core.threat.Condition.FactIs;
import io.casemate.core.threat.Condition.Handles;
import io.casemate.core.threat.Condition.KindIs;
import io.casemate.core.threat.Condition.Neighbour;
import io.casemate.core.threat.Condition.Not;
import io.casemate.core.threat.Condition.Path;
import io.casemate.core.threat.Condition.Shared;
import io.casemate.core.threat.Condition.Trust;
import java.util.Collection;
import java.util.List;

/** A clause in few words. What does not fit is counted, not cut, so that the words stay true. */
final class ClauseWords {
    /** Characters that the count of the rest takes at most: " and 99 other conditions". */
    private static final int REST = 24;

    private ClauseWords() {}

    /** The clause in about so many characters. */
    static String of(Condition clause, int room) {
        return switch (clause) {
            case KindIs(var kinds) -> "is " + kinds(kinds, room);
            case FactIs(var fact, var wanted) -> (wanted ? "is " : "lacks ") + fact;
            case Handles(var kinds, var atLeast) ->
                "handles " + (kinds.isEmpty() ? "an asset" : listed(ids(kinds), "or", "kind", room))
                        + (atLeast.rank() > 1 ? " of at least " + atLeast.id() + " sensitivity" : "");
            case Trust(var atLeast, var atMost) -> "lies in a zone of trust %d to %d".formatted(atLeast, atMost);
            case Crosses() -> "crosses a trust boundary";
            case All(var of) -> joined(of, "and", room);
            case Any(var of) -> joined(of, "or", room);
            case Not(var of) -> "not (" + of(of, room - 6) + ")";
            case Neighbour(var direction, var is) ->
                switch (direction) {
                    case FEEDS -> within("feeds something that ", is, room);
                    case FED_BY -> within("is fed by something that ", is, room);
                };
            case Shared(var name, var is) -> "counts as " + name;
            case Path p -> "is reached on a path";
        };
    }

    private static String within(String start, Condition clause, int room) {
        return start + bracketed(clause, room - start.length() - 2);
    }

    private static String kinds(Collection<? extends Named> kinds, int room) {
        List<String> ids = ids(kinds);
        // an agent, an llm; but a user
        String article = ids.getFirst().matches("[aeio].*|llm") ? "an " : "a ";
        return article + listed(ids, "or", "kind", room);
    }

    private static List<String> ids(Collection<? extends Named> named) {
        return named.stream().map(Named::id).sorted().toList();
    }

    private static String joined(List<Condition> clauses, String word, int room) {
        return listed(clauses.stream().map(c -> bracketed(c, room - REST)).toList(), word, "condition", room);
    }

    private static String bracketed(Condition clause, int room) {
        String words = of(clause, room);
        return clause instanceof All || clause instanceof Any ? "(%s)".formatted(words) : words;
    }

    /** All of it where it fits, else the first of it and how many others there are. */
    private static String listed(List<String> items, String word, String noun, int room) {
        String between = " %s ".formatted(word);
        String whole = String.join(between, items);
        if (whole.length() <= room || items.size() == 1) {
            return whole;
        }
        String first = items.getFirst();
        int shown = 1;
        while (first.length() + between.length() + items.get(shown).length() + REST <= room) {
            first += between + items.get(shown);
            shown++;
        }
        int others = items.size() - shown;
        return "%s%s%d other %s".formatted(first, between, others, others == 1 ? noun : noun + "s");
    }
}
