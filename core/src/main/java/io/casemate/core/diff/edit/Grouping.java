package io.casemate.core.diff.edit;

import io.casemate.core.diff.edit.Act.Aspect;
import io.casemate.core.diff.edit.Act.Change;
import io.casemate.core.diff.edit.Key.Field;
import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.diff.edit.Renames.Rename;
import io.casemate.core.model.SystemModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts keys that one act changes together: those of one part and aspect, and those that must follow from another's. */
final class Grouping {
    private final Facets before;
    private final Facets after;
    private final Set<Key> keys;
    private final Renames renames;
    private final Map<Home, Home> owners = new TreeMap<>();
    private final Map<Home, Set<Key>> homes = new TreeMap<>();

    Grouping(SystemModel before, SystemModel after, Set<Key> differing, Set<Key> others, Renames renames) {
        this.before = Facets.of(before);
        this.after = Facets.of(after);
        this.keys = new TreeSet<>(differing);
        this.keys.addAll(others);
        this.renames = renames;
    }

    List<Act> acts() {
        for (Key key : keys) {
            homes.computeIfAbsent(home(key), h -> new TreeSet<>()).add(key);
        }
        var ties = new Ties(before, after, homes.keySet());
        for (var home : List.copyOf(homes.entrySet())) {
            ties.owner(home.getKey(), home.getValue()).ifPresent(owner -> join(owner, home.getKey()));
        }
        ties.exchanges().forEach(this::join);
        Map<Home, List<Rename>> renamed = renamed();
        Map<Home, Set<Key>> whole = new TreeMap<>();
        homes.forEach((home, its) ->
                whole.computeIfAbsent(root(home), h -> new TreeSet<>()).addAll(its));
        renamed.keySet().forEach(home -> whole.computeIfAbsent(home, h -> new TreeSet<>()));
        List<Act> acts = new ArrayList<>();
        whole.forEach((home, its) -> acts.add(new Act(
                change(home), home.kind(), home.id(), home.aspect(), its, renamed.getOrDefault(home, List.of()))));
        return acts;
    }

    /** Renames are acts of their own; new words for the renamed part belong to them, and so do flows named after it. */
    private Map<Home, List<Rename>> renamed() {
        Map<Home, List<Rename>> renamed = new LinkedHashMap<>();
        renames.renamed()
                .values()
                .forEach(list -> list.forEach(rename -> {
                    var home = new Home(rename.kind(), rename.after(), Aspect.RENAME);
                    if (rename.implied()) {
                        implied(rename, renamed);
                        return;
                    }
                    renamed.computeIfAbsent(home, h -> new ArrayList<>()).add(rename);
                    var words = new Home(rename.kind(), rename.after(), Aspect.WORDS);
                    if (homes.containsKey(words)) {
                        join(home, words);
                    }
                }));
        return renamed;
    }

    private void implied(Rename rename, Map<Home, List<Rename>> renamed) {
        for (Field end : List.of(Field.FROM, Field.TO)) {
            var home = new Home(Kind.ELEMENT, after.text(Kind.FLOW, rename.after(), end), Aspect.RENAME);
            if (renamed.containsKey(home)) {
                renamed.getOrDefault(home, new ArrayList<>()).add(rename);
                return;
            }
        }
    }

    private void join(Home owner, Home child) {
        Home top = root(owner);
        Home below = root(child);
        if (!top.equals(below)) {
            owners.put(below, top);
        }
    }

    private Home root(Home home) {
        Home at = home;
        while (owners.containsKey(at)) {
            at = owners.getOrDefault(at, at);
        }
        return at;
    }

    private Home home(Key key) {
        boolean comesOrGoes = before.has(key.kind(), key.id()) != after.has(key.kind(), key.id());
        if (comesOrGoes) {
            return new Home(key.kind(), key.id(), Aspect.WHOLE);
        }
        boolean listsAsset = key.field() == Field.HOLDS || key.field() == Field.CARRIES;
        if (listsAsset && before.has(Kind.ASSET, key.item()) != after.has(Kind.ASSET, key.item())) {
            return new Home(Kind.ASSET, key.item(), Aspect.WHOLE);
        }
        return new Home(key.kind(), key.id(), aspect(key.kind(), key.field()));
    }

    private static Aspect aspect(Kind kind, Field field) {
        return switch (kind) {
            case KNOWLEDGE, SCOPE, TREATMENT, REVIEW, ANSWER, STATEMENT, COST, EVIDENCE, WATCH -> Aspect.WHOLE;
            case ARTIFACT -> Aspect.ARTIFACTS;
            case TIME -> Aspect.AGE;
            case ZONE, ASSET, ADVERSARY, ELEMENT, FLOW ->
                switch (field) {
                    case NAME, DESCRIPTION, MOTIVATION, IMPACT -> Aspect.WORDS;
                    case KIND -> kind == Kind.ASSET ? Aspect.VALUE : Aspect.KIND;
                    case SENSITIVITY, LOSS -> Aspect.VALUE;
                    case ZONE, PARENT, TRUST -> Aspect.PLACE;
                    case FROM, TO -> Aspect.ROUTE;
                    case HOLDS, CARRIES -> Aspect.ASSETS;
                    case FACT -> Aspect.FACTS;
                    case ARTIFACT -> Aspect.ARTIFACTS;
                    case FORMERLY -> Aspect.FORMERLY;
                    case PROFILE, CAPABILITY, LIKELIHOOD -> Aspect.STRENGTH;
                    case ACCESS -> Aspect.ACCESS;
                    case EXISTS, OWNER, INCLUDED, EXCLUDED, OBJECTIVES, REGULATIONS, WHOLE, DIGEST, AGE -> Aspect.WHOLE;
                };
        };
    }

    private Change change(Home home) {
        if (home.aspect() == Aspect.RENAME) {
            return Change.RENAMED;
        }
        if (home.aspect() == Aspect.WHOLE) {
            boolean was = there(before, home);
            boolean is = there(after, home);
            return was == is ? Change.CHANGED : is ? Change.ADDED : Change.REMOVED;
        }
        return Change.CHANGED;
    }

    private static boolean there(Facets facets, Home home) {
        return facets.has(home.kind(), home.id())
                || facets.values().containsKey(Key.of(home.kind(), home.id(), Field.WHOLE));
    }
}
