package io.casemate.core.diff.merge;

import static io.casemate.core.diff.merge.Values.carried;
import static io.casemate.core.diff.merge.Values.present;
import static io.casemate.core.diff.merge.Values.same;

import io.casemate.core.yaml.Yaml;
import io.casemate.core.yaml.edit.SourceNode;
import io.casemate.core.yaml.edit.SourceNode.Mapping;
import io.casemate.core.yaml.edit.SourceNode.Scalar;
import io.casemate.core.yaml.edit.SourceNode.Sequence;
import io.casemate.core.yaml.edit.YamlEdits;
import io.casemate.core.yaml.edit.YamlSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One merge: goes through three trees at once and edits OURS where THEIRS alone changed something. */
final class Merging {
    private static final Mapping EMPTY = new Mapping(List.of(), true, 0, 0);

    private final YamlSource ours;
    private final SourceNode base;
    private final SourceNode theirs;
    private final String label;
    private final YamlEdits edits;
    private final Identity baseIds;
    private final Identity ourIds;
    private final Identity theirIds;
    private final List<Conflict> conflicts = new ArrayList<>();

    Merging(YamlSource base, YamlSource ours, YamlSource theirs, String label) {
        this.ours = ours;
        this.base = base.root();
        this.theirs = theirs.root();
        this.label = label;
        this.edits = new YamlEdits(ours);
        this.baseIds = new Identity(Map.of());
        this.ourIds = Identity.of(ours.root(), base.root());
        this.theirIds = Identity.of(theirs.root(), base.root());
    }

    String run() {
        if (ours.root() instanceof Mapping o && theirs instanceof Mapping t) {
            mappings("", base instanceof Mapping b ? b : EMPTY, o, t);
            follow(o);
        }
        return edits.text();
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    private void mappings(String where, Mapping b, Mapping o, Mapping t) {
        Set<String> keys = new LinkedHashSet<>();
        t.entries().forEach(e -> keys.add(e.key()));
        b.entries().forEach(e -> keys.add(e.key()));
        String before = "";
        for (String key : keys) {
            String at = where.isEmpty() ? key : where + "." + key;
            entry(at, key, before, b.get(key), o, t.get(key));
            before = o.get(key).isPresent() ? key : before;
        }
    }

    private void entry(
            String at, String key, String before, Optional<SourceNode> b, Mapping around, Optional<SourceNode> t) {
        Optional<SourceNode> o = around.get(key);
        if (same(t, b) || same(o, t)) {
            return;
        }
        if (present(o).isEmpty() && present(b).isEmpty()) {
            Yaml value = carried(key, t.orElseThrow(), ourIds.renamed());
            o.ifPresentOrElse(nothing -> edits.replace(nothing, value), () -> edits.put(around, key, before, value));
        } else if (present(t).isEmpty()) {
            if (same(o, b)) {
                edits.remove(around, key);
            } else {
                conflict(at, around, "was changed here and taken out there", o, t);
            }
        } else if (present(o).isEmpty()) {
            conflict(at, around, "was taken out here and changed there", o, t);
        } else {
            both(at, key, b, o.orElseThrow(), t.orElseThrow());
        }
    }

    private void both(String at, String key, Optional<SourceNode> b, SourceNode o, SourceNode t) {
        if (o instanceof Mapping mine && t instanceof Mapping other) {
            mappings(at, b.orElse(EMPTY) instanceof Mapping old ? old : EMPTY, mine, other);
        } else if (o instanceof Sequence mine && t instanceof Sequence other) {
            Sequence old = b.orElse(EMPTY) instanceof Sequence s ? s : new Sequence(List.of(), true, 0, 0);
            lists(at, key, old, mine, other);
        } else if (same(Optional.of(o), b)) {
            edits.replace(o, carried(key, t, ourIds.renamed()));
        } else {
            conflict(at, o, "was changed here and there", Optional.of(o), Optional.of(t));
        }
    }

    private void lists(String at, String name, Sequence b, Sequence o, Sequence t) {
        var was = baseIds.places(name, b);
        var mine = ourIds.places(name, o);
        var other = theirIds.places(name, t);
        if (was.isPresent() && mine.isPresent() && other.isPresent()) {
            new Items(at, name, b, o, t).merge(was.get(), mine.get(), other.get());
        } else if (texts(b) && texts(o) && texts(t)) {
            sets(name, b, o, t);
        } else if (same(Optional.of(o), Optional.of(b))) {
            edits.replace(o, carried(name, t, ourIds.renamed()));
        } else {
            conflict(at, o, "was changed here and there", Optional.of(o), Optional.of(t));
        }
    }

    /** Three versions of one list whose items have an identity. */
    private final class Items {
        private final String at;
        private final String name;
        private final Sequence b;
        private final Sequence o;
        private final Sequence t;

        Items(String at, String name, Sequence b, Sequence o, Sequence t) {
            this.at = at;
            this.name = name;
            this.b = b;
            this.o = o;
            this.t = t;
        }

        void merge(Map<String, Integer> was, Map<String, Integer> mine, Map<String, Integer> other) {
            int before = -1;
            for (String key : other.keySet()) {
                var old = item(b, was, key);
                var here = item(o, mine, key);
                var there = item(t, other, key);
                if (!same(there, old) && !same(here, there)) {
                    changed(key, before, old, here, there.orElseThrow());
                }
                before = mine.getOrDefault(key, before);
            }
            for (String key : was.keySet()) {
                var here = item(o, mine, key);
                if (!other.containsKey(key) && here.isPresent()) {
                    if (same(here, item(b, was, key))) {
                        edits.remove(o, mine.getOrDefault(key, 0));
                    } else {
                        String what = "was changed here and taken out there";
                        conflict(place(key), here.get(), what, here, Optional.empty());
                    }
                }
            }
        }

        private void changed(
                String key, int before, Optional<SourceNode> old, Optional<SourceNode> here, SourceNode there) {
            if (here.isEmpty() && old.isEmpty()) {
                edits.insert(o, before, carried(name, there, ourIds.renamed()));
            } else if (here.isEmpty()) {
                String what = "was taken out here and changed there";
                conflict(place(key), o, what, here, Optional.of(there));
            } else if (here.get() instanceof Mapping mine && there instanceof Mapping other) {
                mappings(place(key), old.orElse(EMPTY) instanceof Mapping m ? m : EMPTY, mine, other);
            }
        }

        private String place(String key) {
            return "%s '%s'".formatted(at, key);
        }

        private static Optional<SourceNode> item(Sequence list, Map<String, Integer> places, String key) {
            return Optional.ofNullable(places.get(key)).map(list.items()::get);
        }
    }

    private static boolean texts(Sequence list) {
        return list.items().stream().allMatch(Scalar.class::isInstance);
    }

    /** Lists of texts are sets: what THEIRS put in comes in, what they took out goes. */
    private void sets(String key, Sequence b, Sequence o, Sequence t) {
        Set<String> was = words(b);
        Set<String> mine = words(o);
        Set<String> other = words(t);
        for (SourceNode item : t.items()) {
            String text = ((Scalar) item).text();
            if (!was.contains(text) && !mine.contains(text)) {
                edits.insert(o, -1, carried(key, item, ourIds.renamed()));
            }
        }
        for (int i = 0; i < o.items().size(); i++) {
            String text = ((Scalar) o.items().get(i)).text();
            if (was.contains(text) && !other.contains(text)) {
                edits.remove(o, i);
            }
        }
    }

    private static Set<String> words(Sequence list) {
        Set<String> words = new HashSet<>();
        list.items().forEach(i -> words.add(((Scalar) i).text()));
        return words;
    }

    /** What OURS says of parts that THEIRS renamed follows them. */
    private void follow(SourceNode node) {
        Map<String, String> renamed = theirIds.renamed();
        if (renamed.isEmpty()) {
            return;
        }
        switch (node) {
            case Mapping m ->
                m.entries().forEach(e -> {
                    e.value().scalars().forEach(s -> follow(e.key(), s, renamed));
                    follow(e.value());
                });
            case Sequence s -> s.items().forEach(this::follow);
            case Scalar s -> {}
        }
    }

    private void follow(String key, Scalar scalar, Map<String, String> renamed) {
        String now = Values.reference(key, scalar.text(), renamed);
        if (!now.equals(scalar.text())) {
            edits.replace(scalar, new Yaml.Scalar(now, scalar.plain(), 0));
        }
    }

    private void conflict(String at, SourceNode place, String what, Optional<SourceNode> o, Optional<SourceNode> t) {
        int line = 1
                + (int) ours.text()
                        .substring(0, place.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        conflicts.add(new Conflict(
                "%s:%d %s".formatted(label, line, at),
                what,
                Values.shown(o),
                Values.shown(t),
                "ours was kept; decide, and write what is to hold"));
    }
}
