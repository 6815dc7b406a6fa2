package io.casemate.core.diff.edit;

import io.casemate.core.diff.edit.Act.Aspect;
import io.casemate.core.diff.edit.Key.Field;
import io.casemate.core.diff.edit.Key.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which changes only follow from another. Taking an element out takes its flows, and people close the hole: a flow between
 * two of its neighbours that takes the place of one of its own. Read backwards, the same holds for putting one in.
 */
final class Ties {
    private final Facets before;
    private final Facets after;
    private final Set<Home> homes;
    private final Map<String, Around> removed = new TreeMap<>();
    private final Map<String, Around> added = new TreeMap<>();

    /** Who sends to an element and who receives from it, in the system that has it. */
    private record Around(Set<String> senders, Set<String> receivers) {
        Around() {
            this(new HashSet<>(), new HashSet<>());
        }

        /** Whether a flow between two neighbours takes the place of one that came from or went to the element. */
        boolean bridgedBy(String from, String to) {
            boolean both = neighbour(from) && neighbour(to);
            return both && (senders.contains(from) || receivers.contains(to));
        }

        private boolean neighbour(String id) {
            return senders.contains(id) || receivers.contains(id);
        }
    }

    Ties(Facets before, Facets after, Set<Home> homes) {
        this.before = before;
        this.after = after;
        this.homes = homes;
        surround(before, after, removed);
        surround(after, before, added);
    }

    /** What the change of a home follows from; empty where it stands for itself. */
    Optional<Home> owner(Home home, Set<Key> keys) {
        return switch (home.kind()) {
            case FLOW -> home.aspect() == Aspect.WHOLE ? flow(home.id()) : route(home);
            case ELEMENT, ZONE -> home.aspect() == Aspect.PLACE ? place(home) : Optional.empty();
            case ADVERSARY -> home.aspect() == Aspect.ACCESS ? access(keys) : Optional.empty();
            case TREATMENT -> target(home.id());
            case ARTIFACT -> artifact(home.id());
            case KNOWLEDGE, SCOPE, ASSET, REVIEW, ANSWER, STATEMENT, COST, EVIDENCE, WATCH, TIME -> Optional.empty();
        };
    }

    /** Elements that were put in the place of others, by the others. */
    Map<Home, Home> exchanges() {
        Map<Home, Home> exchanges = new LinkedHashMap<>();
        for (Home home : homes) {
            if (home.kind() == Kind.FLOW && home.aspect() == Aspect.ROUTE) {
                for (Field end : List.of(Field.FROM, Field.TO)) {
                    String old = before.text(Kind.FLOW, home.id(), end);
                    String now = after.text(Kind.FLOW, home.id(), end);
                    if (removed.containsKey(old) && added.containsKey(now)) {
                        exchanges.putIfAbsent(Home.whole(Kind.ELEMENT, old), Home.whole(Kind.ELEMENT, now));
                    }
                }
            }
        }
        return exchanges;
    }

    private static void surround(Facets here, Facets there, Map<String, Around> gone) {
        for (String id : here.ids(Kind.ELEMENT)) {
            if (!there.has(Kind.ELEMENT, id)) {
                gone.put(id, new Around());
            }
        }
        if (gone.isEmpty()) {
            return;
        }
        for (String flow : here.ids(Kind.FLOW)) {
            String from = here.text(Kind.FLOW, flow, Field.FROM);
            String to = here.text(Kind.FLOW, flow, Field.TO);
            Optional.ofNullable(gone.get(to)).ifPresent(a -> a.senders().add(from));
            Optional.ofNullable(gone.get(from)).ifPresent(a -> a.receivers().add(to));
        }
        passOn(gone);
    }

    /** Beyond a neighbour that is gone as well stand its neighbours. */
    private static void passOn(Map<String, Around> gone) {
        for (Around around : gone.values()) {
            spread(around.senders(), gone, true);
            spread(around.receivers(), gone, false);
        }
    }

    private static void spread(Set<String> ids, Map<String, Around> gone, boolean up) {
        Set<String> fresh = new TreeSet<>(ids);
        while (!fresh.isEmpty()) {
            Set<String> next = new TreeSet<>();
            for (String id : fresh) {
                Optional.ofNullable(gone.get(id)).ifPresent(a -> next.addAll(up ? a.senders() : a.receivers()));
            }
            next.removeAll(ids);
            ids.addAll(next);
            fresh = next;
        }
    }

    private Optional<Home> flow(String id) {
        boolean isNew = after.has(Kind.FLOW, id);
        Facets here = isNew ? after : before;
        Map<String, Around> same = isNew ? added : removed;
        Map<String, Around> opposite = isNew ? removed : added;
        String from = here.text(Kind.FLOW, id, Field.FROM);
        String to = here.text(Kind.FLOW, id, Field.TO);
        for (String end : List.of(from, to)) {
            if (same.containsKey(end)) {
                return Optional.of(Home.whole(Kind.ELEMENT, end));
            }
        }
        return opposite.entrySet().stream()
                .filter(gone -> gone.getValue().bridgedBy(from, to))
                .findFirst()
                .map(gone -> Home.whole(Kind.ELEMENT, gone.getKey()));
    }

    private Optional<Home> route(Home home) {
        if (home.aspect() != Aspect.ROUTE) {
            return Optional.empty();
        }
        for (Field end : List.of(Field.FROM, Field.TO)) {
            String now = after.text(Kind.FLOW, home.id(), end);
            String old = before.text(Kind.FLOW, home.id(), end);
            if (added.containsKey(now)) {
                return Optional.of(Home.whole(Kind.ELEMENT, now));
            }
            if (removed.containsKey(old)) {
                return Optional.of(Home.whole(Kind.ELEMENT, old));
            }
        }
        return Optional.empty();
    }

    private Optional<Home> place(Home home) {
        Field field = home.kind() == Kind.ELEMENT ? Field.ZONE : Field.PARENT;
        String old = before.text(home.kind(), home.id(), field);
        String now = after.text(home.kind(), home.id(), field);
        for (String zone : List.of(now, old)) {
            if (homes.contains(Home.whole(Kind.ZONE, zone))) {
                return Optional.of(Home.whole(Kind.ZONE, zone));
            }
        }
        boolean inherits = home.kind() == Kind.ZONE
                && old.equals(now)
                && trust(before, home.id(), old)
                && trust(after, home.id(), now);
        Home around = new Home(Kind.ZONE, now, Aspect.PLACE);
        return inherits && homes.contains(around) ? Optional.of(around) : Optional.empty();
    }

    private static boolean trust(Facets facets, String zone, String around) {
        return facets.text(Kind.ZONE, zone, Field.TRUST).equals(facets.text(Kind.ZONE, around, Field.TRUST));
    }

    private Optional<Home> access(Set<Key> keys) {
        for (Key key : keys) {
            for (Kind kind : List.of(Kind.ZONE, Kind.ELEMENT)) {
                Home place = Home.whole(kind, key.item());
                if (homes.contains(place)) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Home> target(String scenario) {
        String target = scenario.substring(scenario.indexOf('@') + 1);
        for (Kind kind : List.of(Kind.ELEMENT, Kind.FLOW)) {
            if (homes.contains(Home.whole(kind, target))) {
                return Optional.of(Home.whole(kind, target));
            }
        }
        return Optional.empty();
    }

    private Optional<Home> artifact(String path) {
        return homes.stream()
                .filter(h -> h.kind() == Kind.ELEMENT)
                .filter(h -> h.aspect() == Aspect.ARTIFACTS || h.isWhole(Kind.ELEMENT))
                .filter(h -> names(h.id(), path))
                .findFirst();
    }

    private boolean names(String element, String path) {
        Key key = new Key(Kind.ELEMENT, element, Field.ARTIFACT, path);
        return before.values().containsKey(key) || after.values().containsKey(key);
    }
}
