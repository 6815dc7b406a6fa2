package io.casemate.core.diff;

import io.casemate.core.diff.book.Books;
import io.casemate.core.diff.edit.Act;
import io.casemate.core.diff.edit.Facets;
import io.casemate.core.diff.edit.Key;
import io.casemate.core.diff.edit.Key.Field;
import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.diff.edit.Renames;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Supposition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One comparison: finds the acts, assesses systems in between as far as needed, and puts each consequence in its place. */
final class Comparing {
    private static final Key CATALOGUE = Key.of(Kind.KNOWLEDGE, "", Field.WHOLE);

    private final Side before;
    private final Side after;
    private final SystemModel old;
    private final SystemModel now;
    private final Facets oldFacets;
    private final Facets newFacets;
    private final Books books;
    private final List<Act> acts;

    Comparing(Side before, Side after) {
        this.before = before;
        this.after = after;
        Renames renames = Renames.between(before.model(), after.model());
        old = renames.translated(before.model(), after.model());
        now = renames.credited(before.model(), after.model());
        oldFacets = Facets.of(old);
        newFacets = Facets.of(now);
        books = Books.of(
                before.evidence(),
                before.asOf(),
                after.evidence(),
                after.asOf(),
                after.knowledge().weights().evidence());
        acts = Act.between(old, now, oldFacets.differing(newFacets), beside(), renames);
    }

    /** Keys that differ beside the model: catalogue, artifacts, evidence. */
    private Set<Key> beside() {
        Set<Key> keys = new HashSet<>(books.keys());
        if (!sameKnowledge(before.knowledge(), after.knowledge())) {
            keys.add(CATALOGUE);
        }
        Set<String> paths = new TreeSet<>(before.digests().keySet());
        paths.addAll(after.digests().keySet());
        for (String path : paths) {
            if (!before.digests().getOrDefault(path, "").equals(after.digests().getOrDefault(path, ""))) {
                keys.add(digest(path));
            }
        }
        return keys;
    }

    static Key digest(String path) {
        return Key.of(Kind.ARTIFACT, path, Field.DIGEST);
    }

    private static boolean sameKnowledge(Knowledge a, Knowledge b) {
        return a.threats().equals(b.threats())
                && a.mitigations().equals(b.mitigations())
                && a.facts().equals(b.facts())
                && a.standings().equals(b.standings())
                && a.conditions().equals(b.conditions())
                && a.weights().equals(b.weights());
    }

    Difference run() {
        List<Act> live = acts.stream().filter(a -> !a.inert()).toList();
        Assessment first = assess(Set.of());
        Assessment last = live.isEmpty() ? first : assess(Set.copyOf(acts));
        Map<String, Standing> was = Standing.of(first);
        Map<String, Standing> is = Standing.of(last);
        Map<Act, List<Consequence>> byLead = new HashMap<>();
        Map<Act, Map<String, List<Act>>> shared = new LinkedHashMap<>();
        Stances wasAll = Stances.of(was);
        Stances isAll = Stances.of(is);
        Set<String> changed = wasAll.differing(isAll);
        Set<String> threats = threats(changed);
        var attribution = new Attribution(live, wasAll, isAll, done -> stances(done, threats));
        for (String scenario : changed) {
            List<Act> movers = attribution.of(scenario);
            shared.computeIfAbsent(movers.getFirst(), a -> new LinkedHashMap<>())
                    .put(scenario, movers);
        }
        List<Act> told = acts.stream()
                .filter(a -> shared.containsKey(a) || worthTelling(a))
                .toList();
        shared.forEach((act, its) -> byLead.put(act, consequences(its, was, is, Map.of())));
        List<Act> ordered = new ArrayList<>(told);
        ordered.sort(Comparator.comparingDouble((Act a) -> -gravity(byLead.getOrDefault(a, List.of())))
                .thenComparing(Comparator.naturalOrder()));
        Map<Act, Integer> numbers = new HashMap<>();
        ordered.forEach(a -> numbers.put(a, numbers.size() + 1));
        var words = new Wording(before, after, old, now, books);
        List<Cause> causes = new ArrayList<>();
        for (Act act : ordered) {
            List<Consequence> its = consequences(shared.getOrDefault(act, Map.of()), was, is, numbers);
            causes.add(words.cause(numbers.getOrDefault(act, 0), act, its));
        }
        return new Difference(before.asOf(), first.with(before.unseen()), last.with(after.unseen()), causes);
    }

    /** That time passed, or that a file could not be read on one side, is told where something follows from it. */
    private boolean worthTelling(Act act) {
        boolean ages = act.kind() == Kind.TIME && act.id().isEmpty();
        boolean unread = act.keys().stream().allMatch(k -> k.kind() == Kind.ARTIFACT)
                && !act.keys().isEmpty()
                && (!before.digests().containsKey(act.id()) || !after.digests().containsKey(act.id()));
        return !ages && !unread;
    }

    private static List<Consequence> consequences(
            Map<String, List<Act>> scenarios,
            Map<String, Standing> was,
            Map<String, Standing> is,
            Map<Act, Integer> numbers) {
        List<Consequence> consequences = new ArrayList<>();
        scenarios.forEach((scenario, movers) -> consequences.add(Consequence.of(
                scenario,
                was.getOrDefault(scenario, Standing.absent()),
                is.getOrDefault(scenario, Standing.absent()),
                movers.stream()
                        .skip(1)
                        .map(a -> numbers.getOrDefault(a, 0))
                        .filter(n -> n > 0)
                        .sorted()
                        .toList())));
        consequences.sort(Comparator.comparing(Consequence::change, Comparator.comparing(c -> !c.harmful()))
                .thenComparingDouble(c -> -Math.abs(c.weight()))
                .thenComparing(Consequence::scenario));
        return consequences;
    }

    private static double gravity(List<Consequence> consequences) {
        double harm = consequences.stream()
                .mapToDouble(Consequence::weight)
                .filter(w -> w > 0)
                .sum();
        double relief = consequences.stream()
                .mapToDouble(Consequence::weight)
                .filter(w -> w < 0)
                .sum();
        return harm > 0 ? 1 + harm : consequences.isEmpty() ? 0 : 1 / (2 - relief);
    }

    private static Set<String> threats(Set<String> scenarios) {
        Set<String> threats = new TreeSet<>();
        scenarios.forEach(s -> threats.add(s.substring(0, s.indexOf('@'))));
        return threats;
    }

    private Assessment assess(Set<Act> done) {
        In in = in(done);
        return Assessment.of(in.knowledge(), in.model(), in.evidence(), in.digests(), after.asOf());
    }

    /** Where the scenarios of these threats stand in the system in which these acts were done and no others. */
    private Stances stances(Set<Act> done, Set<String> threats) {
        In in = in(done);
        return Stances.of(
                Supposition.of(only(in.knowledge(), threats), in.model(), in.evidence(), in.digests(), after.asOf())
                        .stances());
    }

    /** What an assessment needs of a system in between. */
    private record In(Knowledge knowledge, SystemModel model, EvidenceBook evidence, Map<String, String> digests) {}

    /** The system in which these acts were done and no others. */
    private In in(Set<Act> done) {
        Set<Key> keys = new HashSet<>();
        done.forEach(act -> keys.addAll(act.keys()));
        Map<String, String> digests = new HashMap<>(before.digests());
        after.digests().forEach((path, sha256) -> {
            if (keys.contains(digest(path))) {
                digests.put(path, sha256);
            }
        });
        before.digests().keySet().stream()
                .filter(path -> keys.contains(digest(path)) && !after.digests().containsKey(path))
                .forEach(digests::remove);
        return new In(
                keys.contains(CATALOGUE) ? after.knowledge() : before.knowledge(),
                oldFacets.mixed(newFacets, keys::contains),
                books.mixed(keys::contains),
                digests);
    }

    private static Knowledge only(Knowledge k, Set<String> threats) {
        var some = new LinkedHashMap<>(k.threats());
        some.keySet().retainAll(threats);
        return new Knowledge(
                some, k.mitigations(), k.facts(), k.standings(), k.conditions(), k.kinds(), k.weights(), k.files());
    }
}
