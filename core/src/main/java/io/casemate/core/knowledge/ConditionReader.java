package io.casemate.core.knowledge;

import io.casemate.core.knowledge.fact.KindGroups;
import io.casemate.core.knowledge.files.FieldReader;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Level;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Condition.Neighbour.Direction;
import io.casemate.core.threat.Fact;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads conditions: mappings of one key each, from the closed vocabulary of {@link Condition}.
 *
 * @param named what {@code the: name} may refer to
 */
record ConditionReader(KindGroups kinds, Map<String, Fact> facts, Map<String, Condition> named) {
    /** Holds never, like any condition of nothing. */
    static final Condition NEVER = new Condition.Any(List.of());

    private static final List<String> VOCABULARY = List.of(
            "kind", "is", "lacks", "handles", "trust", "crosses", "all", "any", "not", "feeds", "fed-by", "the",
            "path");

    /** Reads {@code conditions.yaml}; a condition may refer to those above it. */
    static Map<String, Condition> named(YamlCursor top, KindGroups kinds, Map<String, Fact> facts) {
        Map<String, Condition> named = new LinkedHashMap<>();
        var reader = new ConditionReader(kinds, facts, named);
        top.entries().forEach((name, at) -> named.put(name, reader.read(at)));
        return named;
    }

    /** The condition here; {@link #NEVER} after a problem. */
    Condition read(YamlCursor at) {
        Map<String, YamlCursor> entries = at.required("write a condition").entries();
        if (entries.size() != 1) {
            if (at.form() == YamlCursor.Form.MAPPING) {
                at.report(
                        "has %d conditions where one is needed".formatted(entries.size()),
                        "join several with all or any");
            }
            return NEVER;
        }
        var only = entries.entrySet().iterator().next();
        return read(only.getKey(), only.getValue(), at);
    }

    /** The path here. */
    Condition.Path path(YamlCursor at) {
        Condition from = read(at.at("from"));
        List<Condition> via = all(at.at("via"));
        Set<ElementKind> avoid = at.at("avoid").present() ? kinds.kinds(at.at("avoid")) : Set.of();
        Set<String> blockedBy = new LinkedHashSet<>();
        for (YamlCursor item : at.at("blocked-by").items()) {
            fact(item).ifPresent(blockedBy::add);
        }
        boolean crossing = at.at("crossing").truth().orElse(false);
        at.noOtherKeys();
        return new Condition.Path(from, via, avoid, blockedBy, crossing);
    }

    /** The id of a known fact. */
    Optional<String> fact(YamlCursor at) {
        Optional<String> id = at.required("name a fact").text();
        if (id.isPresent() && !facts.containsKey(id.get())) {
            at.unknown("fact", facts.keySet());
            return Optional.empty();
        }
        return id;
    }

    private Condition read(String key, YamlCursor value, YamlCursor around) {
        return switch (key) {
            case "kind" -> new Condition.KindIs(kinds.kinds(value));
            case "is" -> factIs(value, true);
            case "lacks" -> factIs(value, false);
            case "handles" -> handles(value);
            case "trust" -> trust(value);
            case "crosses" -> crosses(value);
            case "all" -> new Condition.All(all(value));
            case "any" -> new Condition.Any(all(value));
            case "not" -> not(value);
            case "feeds" -> new Condition.Neighbour(Direction.FEEDS, read(value));
            case "fed-by" -> new Condition.Neighbour(Direction.FED_BY, read(value));
            case "the" -> shared(value);
            case "path" -> {
                value.report("stands inside a condition", "put it once, directly below the first 'all' of 'when'");
                yield NEVER;
            }
            default -> {
                around.report(
                        "has the unknown condition '%s'".formatted(key), "known are " + String.join(", ", VOCABULARY));
                yield NEVER;
            }
        };
    }

    private List<Condition> all(YamlCursor at) {
        List<Condition> conditions = new ArrayList<>();
        at.items().forEach(item -> conditions.add(read(item)));
        return conditions;
    }

    private Condition factIs(YamlCursor at, boolean wanted) {
        return fact(at).<Condition>map(id -> new Condition.FactIs(id, wanted)).orElse(NEVER);
    }

    private static Condition handles(YamlCursor at) {
        Set<AssetKind> kinds = FieldReader.constants(at.at("kinds"), AssetKind.class);
        Level atLeast = FieldReader.optional(at.at("sensitivity"), Level.class).orElse(Level.LOW);
        at.noOtherKeys();
        return new Condition.Handles(kinds, atLeast);
    }

    private static Condition trust(YamlCursor at) {
        int least = at.at("at-least").whole(0, 3).orElse(0);
        int most = at.at("at-most").whole(0, 3).orElse(3);
        at.noOtherKeys();
        if (least > most || (least == 0 && most == 3)) {
            at.report("covers %s".formatted(least > most ? "nothing" : "everything"), "state at-least or at-most");
        }
        return new Condition.Trust(least, most);
    }

    private static Condition crosses(YamlCursor at) {
        if (!at.truth().orElse(false)) {
            at.report("is not yes", "write 'crosses: yes', inside 'not' where it must not cross");
        }
        return new Condition.Crosses();
    }

    private Condition not(YamlCursor at) {
        Condition of = read(at);
        if (mentionsFacts(of)) {
            at.report("denies a fact", "use 'lacks' instead of 'not' around 'is', and the other way round");
        }
        return new Condition.Not(of);
    }

    private Condition shared(YamlCursor at) {
        String name = at.required("name a condition").text("");
        Optional<Condition> condition = Optional.ofNullable(named.get(name));
        if (condition.isEmpty() && !name.isEmpty()) {
            at.unknown("condition", named.keySet());
        }
        return condition.<Condition>map(c -> new Condition.Shared(name, c)).orElse(NEVER);
    }

    private static boolean mentionsFacts(Condition condition) {
        return switch (condition) {
            case Condition.FactIs f -> true;
            case Condition.All all -> all.of().stream().anyMatch(ConditionReader::mentionsFacts);
            case Condition.Any any -> any.of().stream().anyMatch(ConditionReader::mentionsFacts);
            case Condition.Not not -> mentionsFacts(not.of());
            case Condition.Neighbour n -> mentionsFacts(n.is());
            case Condition.Shared shared -> mentionsFacts(shared.is());
            case Condition.Path path -> true;
            case Condition.KindIs k -> false;
            case Condition.Handles h -> false;
            case Condition.Trust t -> false;
            case Condition.Crosses c -> false;
        };
    }
}
