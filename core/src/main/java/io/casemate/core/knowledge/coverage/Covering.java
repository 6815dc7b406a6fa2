package io.casemate.core.knowledge.coverage;

import io.casemate.core.compliance.Mapping;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.coverage.PublishedCoverage.Counted;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Framework.CoveredBy;
import io.casemate.core.knowledge.framework.Framework.Entry;
import io.casemate.core.threat.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts what covers what. An entry is covered by what names it; by what names a part of it, as {@code AML.T0024.002} covers
 * {@code AML.T0024}; by what names the whole that it is a part of, where the whole itself is named; and, where it is
 * superseded, by what covers the entry in its place. A part is out of scope with its whole. A requirement is covered by what
 * shows it, and out of scope where only people can.
 */
final class Covering {
    private final Map<CoveredBy, Map<Reference, Set<String>>> naming = new EnumMap<>(CoveredBy.class);
    private final Map<Reference, String> onlyPeople = new LinkedHashMap<>();

    private Covering(Knowledge knowledge) {
        for (CoveredBy by : CoveredBy.values()) {
            naming.put(by, new LinkedHashMap<>());
        }
        knowledge.threats().values().forEach(t -> name(CoveredBy.THREATS, t.id(), t.references()));
        knowledge.mitigations().values().forEach(m -> name(CoveredBy.MITIGATIONS, m.id(), m.references()));
        Mapping.all(knowledge)
                .forEach((framework, mapping) -> mapping.rows().values().forEach(row -> {
                    var requirement = new Reference(framework, row.id());
                    row.proofs().forEach(proof -> name(CoveredBy.COMPLIANCE, proof.toString(), List.of(requirement)));
                    if (!row.people().isEmpty()) {
                        onlyPeople.put(requirement, row.people());
                    }
                }));
    }

    /** The coverage of every list that is counted, by the name of its file; the first of a list is its main one. */
    static List<PublishedCoverage> of(Knowledge knowledge) {
        var covering = new Covering(knowledge);
        List<PublishedCoverage> coverages = new ArrayList<>();
        for (Framework framework : knowledge.frameworks().values()) {
            framework.counted().forEach((by, kinds) -> coverages.add(covering.coverage(framework, by, kinds)));
        }
        return coverages;
    }

    private void name(CoveredBy by, String id, Collection<Reference> references) {
        references.forEach(r -> naming.computeIfAbsent(by, b -> new HashMap<>())
                .computeIfAbsent(r, k -> new TreeSet<>())
                .add(id));
    }

    private PublishedCoverage coverage(Framework framework, CoveredBy by, Set<String> kinds) {
        List<Counted> counted = framework.entries().values().stream()
                .filter(entry -> kinds.contains(entry.kind()))
                .map(entry -> new Counted(scoped(framework, entry), List.copyOf(covering(framework, by, entry))))
                .toList();
        return new PublishedCoverage(framework, by, counted);
    }

    private Set<String> covering(Framework framework, CoveredBy by, Entry entry) {
        Set<String> covering = new TreeSet<>(named(framework, by, entry.id()));
        covering.addAll(named(framework, by, entry.parent()));
        covering.addAll(named(framework, by, entry.replacedBy()));
        framework.entries().values().stream()
                .filter(part -> part.parent().equals(entry.id()))
                .forEach(part -> covering.addAll(named(framework, by, part.id())));
        return covering;
    }

    private Set<String> named(Framework framework, CoveredBy by, String id) {
        return naming.getOrDefault(by, Map.of()).getOrDefault(new Reference(framework.id(), id), Set.of());
    }

    /** The entry with its whole's reason for being out of scope, or with that of a requirement that only people can show. */
    private Entry scoped(Framework framework, Entry entry) {
        String people = onlyPeople.getOrDefault(new Reference(framework.id(), entry.id()), "");
        Entry whole = framework.entries().get(entry.parent());
        if (!entry.outOfScope().isEmpty()) {
            return entry;
        }
        return entry.outOfScope(whole == null || whole.outOfScope().isEmpty() ? people : whole.outOfScope());
    }
}
