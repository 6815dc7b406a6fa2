package io.casemate.core.diff;

import io.casemate.core.diff.Cause.Detail;
import io.casemate.core.diff.Cause.Effect;
import io.casemate.core.diff.edit.Act;
import io.casemate.core.diff.edit.Act.Aspect;
import io.casemate.core.diff.edit.Facets;
import io.casemate.core.diff.edit.Key;
import io.casemate.core.diff.edit.Key.Field;
import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Money;
import io.casemate.core.model.Named;
import io.casemate.core.model.Review;
import io.casemate.core.model.Statement;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Treatment;
import io.casemate.core.threat.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs in the model by one act, value by value. Of a part that came or went only that it did. */
final class Details {
    private static final String UNKNOWN = "unknown";

    private final Facets old;
    private final Facets now;
    private final Knowledge knowledge;

    Details(SystemModel old, SystemModel now, Knowledge knowledge) {
        this.old = Facets.of(old);
        this.now = Facets.of(now);
        this.knowledge = knowledge;
    }

    List<Detail> of(Act act) {
        Map<String, Detail> details = new LinkedHashMap<>();
        act.renames().forEach(r -> put(details, detail("id", r.before(), r.after())));
        boolean whole = act.aspect() == Aspect.WHOLE && isPart(act.kind());
        for (Key key : act.keys()) {
            boolean itself = key.kind() == act.kind() && key.id().equals(act.id());
            if (key.kind() == Kind.ARTIFACT || (itself && whole)) {
                continue;
            }
            String place = itself ? "" : "%s %s".formatted(key.kind().id(), key.id());
            put(details, comesOrGoes(key) ? ends(key, place) : value(key, place));
        }
        if (whole) {
            put(details, controls(act));
        }
        return new ArrayList<>(details.values());
    }

    private static void put(Map<String, Detail> details, Detail detail) {
        if (!detail.what().isEmpty()) {
            details.putIfAbsent(detail.what(), detail);
        }
    }

    private static Detail detail(String what, String before, String after) {
        return new Detail(what, before, after, Effect.NEUTRAL);
    }

    private static boolean isPart(Kind kind) {
        return switch (kind) {
            case ZONE, ASSET, ADVERSARY, ELEMENT, FLOW -> true;
            default -> false;
        };
    }

    private boolean comesOrGoes(Key key) {
        Key exists = Key.of(key.kind(), key.id(), Field.EXISTS);
        return isPart(key.kind())
                && old.values().containsKey(exists) != now.values().containsKey(exists);
    }

    private Detail ends(Key key, String place) {
        String before = ends(old, key);
        String after = ends(now, key);
        return detail(place, before, after);
    }

    private static String ends(Facets facets, Key key) {
        if (!facets.values().containsKey(Key.of(key.kind(), key.id(), Field.EXISTS))) {
            return "";
        }
        return key.kind() == Kind.FLOW
                ? "%s → %s".formatted(text(facets, key, Field.FROM), text(facets, key, Field.TO))
                : "there";
    }

    private static String text(Facets facets, Key key, Field field) {
        return words(facets.values().get(Key.of(key.kind(), key.id(), field)));
    }

    private Detail value(Key key, String place) {
        Object before = old.values().get(key);
        Object after = now.values().get(key);
        String blank = key.field() == Field.FACT ? UNKNOWN : "";
        String field = key.field() == Field.PARENT ? "in" : key.field().id();
        String item = key.item().isEmpty() ? (key.field() == Field.WHOLE ? "" : field) : item(key, field);
        String what = place.isEmpty() ? item : "%s %s".formatted(place, item).strip();
        return new Detail(
                what.isEmpty() ? act(key) : what,
                before == null ? blank : words(before),
                after == null ? blank : words(after),
                key.field() == Field.FACT ? effect(key.item(), before, after) : Effect.NEUTRAL);
    }

    private static String act(Key key) {
        return key.kind().id();
    }

    private static String item(Key key, String field) {
        return key.field() == Field.FACT ? key.item() : "%s %s".formatted(field, key.item());
    }

    private Effect effect(String id, @Nullable Object before, @Nullable Object after) {
        Fact fact = knowledge.facts().get(id);
        boolean was = Boolean.TRUE.equals(before);
        boolean is = Boolean.TRUE.equals(after);
        if (fact == null || was == is) {
            return Effect.NEUTRAL;
        }
        if (fact.good()) {
            return is ? Effect.CONTROL_NEW : Effect.CONTROL_GONE;
        }
        return is ? Effect.EXPOSURE_NEW : Effect.EXPOSURE_GONE;
    }

    /** The controls that came or went with an element. */
    private Detail controls(Act act) {
        String before = controls(old, act);
        String after = controls(now, act);
        Effect effect = before.isEmpty() ? Effect.CONTROL_NEW : Effect.CONTROL_GONE;
        return before.equals(after) ? detail("", "", "") : new Detail("its controls", before, after, effect);
    }

    private String controls(Facets facets, Act act) {
        return facets.values().entrySet().stream()
                .filter(e -> e.getKey().kind() == act.kind() && e.getKey().id().equals(act.id()))
                .filter(e -> e.getKey().field() == Field.FACT && Boolean.TRUE.equals(e.getValue()))
                .map(e -> e.getKey().item())
                .filter(f -> knowledge.facts().containsKey(f) && good(f))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private boolean good(String id) {
        Fact fact = knowledge.facts().get(id);
        return fact != null && fact.good();
    }

    private static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean b -> b ? "yes" : "no";
            case Named n -> n.id();
            case Money m -> m.stated() ? "%s %.0f to %.0f".formatted(m.currency(), m.low(), m.high()) : "";
            case Treatment t -> treatment(t);
            case Review r -> "%s: %s".formatted(r.trigger(), r.notes());
            case Statement s -> (s.applies() ? "" : "not applicable: ") + s.text();
            case Collection<?> all -> all.stream().map(Details::words).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String treatment(Treatment t) {
        String what = t.mitigations().isEmpty()
                ? t.action().id()
                : "%s by %s".formatted(t.action().id(), String.join(", ", t.mitigations()));
        String who = t.owner().isEmpty() ? "" : ", " + t.owner();
        String due = t.due().isEmpty() ? "" : ", due " + t.due();
        return "%s, %s%s%s".formatted(what, t.status().id(), who, due);
    }
}
