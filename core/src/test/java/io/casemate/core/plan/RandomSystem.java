package io.casemate.core.plan;

import io.casemate.core.TestSystem;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Level;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.Supposed;
import io.casemate.core.risk.Supposition;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Threat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Small systems at random, with some threats and mitigations of the catalogue, so that all sets of choices can be tried. */
record RandomSystem(Knowledge knowledge, SystemModel model, EvidenceBook evidence) {
    static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Knowledge ALL = Knowledge.builtIn();
    private static final List<ElementKind> KINDS = List.of(
            ElementKind.USER,
            ElementKind.INFERENCE_ENDPOINT,
            ElementKind.LLM,
            ElementKind.AGENT,
            ElementKind.TOOL,
            ElementKind.RETRIEVER,
            ElementKind.VECTOR_STORE,
            ElementKind.MODEL,
            ElementKind.TRAINING_JOB,
            ElementKind.DATA_SET,
            ElementKind.LABEL_STORE,
            ElementKind.MODEL_REGISTRY);
    private static final List<String> FACTS = List.of(
            "input-untrusted",
            "internet-facing",
            "third-party",
            "executable-format",
            "!authenticated",
            "!access-controlled",
            "scores-exposed",
            "user-writable",
            "side-effects");

    static RandomSystem of(RandomGenerator random) {
        SystemModel model = model(random);
        List<Threat> threats = new ArrayList<>(ALL.threats().values());
        Collections.shuffle(threats, Random.from(random));
        var full = supposition(ALL, model, EvidenceBook.EMPTY);
        List<Supposed> shown =
                full.scenarios(Map.of()).stream().filter(Supposed::shown).toList();
        Map<String, Threat> some = new LinkedHashMap<>();
        Map<String, Mitigation> mitigations = new LinkedHashMap<>();
        for (int i = 0; i < 6 && !shown.isEmpty(); i++) {
            Threat threat = shown.get(random.nextInt(shown.size())).candidate().threat();
            some.put(threat.id(), threat);
            for (Factor factor : threat.mitigations()) {
                if (random.nextInt(3) == 0) {
                    mitigations.put(factor.mitigation(), named(factor));
                }
            }
        }
        List<Mitigation> others = new ArrayList<>(ALL.mitigations().values());
        for (int i = 0; i < 12; i++) {
            Mitigation other = others.get(random.nextInt(others.size()));
            mitigations.put(other.id(), other);
        }
        var knowledge = new Knowledge(
                some,
                mitigations,
                ALL.facts(),
                ALL.standings(),
                ALL.conditions(),
                ALL.kinds(),
                ALL.weights(),
                ALL.files());
        return new RandomSystem(knowledge, model, evidence(shown, random));
    }

    private static Mitigation named(Factor factor) {
        Mitigation mitigation = ALL.mitigations().get(factor.mitigation());
        if (mitigation == null) {
            throw new IllegalStateException("no mitigation " + factor.mitigation());
        }
        return mitigation;
    }

    Supposition supposition() {
        return supposition(knowledge, model, evidence);
    }

    private static Supposition supposition(Knowledge knowledge, SystemModel model, EvidenceBook evidence) {
        return Supposition.of(knowledge, model, evidence, Map.of(), NOW);
    }

    /** Now and then something was seen: it keeps its scenario alive when the model gives it no more. */
    private static EvidenceBook evidence(List<Supposed> shown, RandomGenerator random) {
        if (shown.isEmpty() || random.nextInt(3) > 0) {
            return EvidenceBook.EMPTY;
        }
        Supposed seen = shown.get(random.nextInt(shown.size()));
        Evidence finding = new Finding(
                Provenance.of("scanner", "1", NOW.minusSeconds(3600)),
                seen.candidate().threat().id(),
                seen.candidate().target().id(),
                "rule",
                "seen",
                "",
                3,
                random.nextInt(4) == 0);
        return new EvidenceBook(List.of(new Recorded<>(1, "", NOW, finding)), List.of(), Set.of());
    }

    private static SystemModel model(RandomGenerator random) {
        var system = new TestSystem()
                .adversary(AdversaryProfile.EXTERNAL_HACKER, Level.HIGH, Level.HIGH)
                .adversary(AdversaryProfile.MALICIOUS_INSIDER, Level.MEDIUM, Level.values()[random.nextInt(3)]);
        for (AssetKind kind : AssetKind.values()) {
            system.asset(kind.id(), kind, Level.values()[random.nextInt(3)]);
        }
        int n = 3 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
            ElementKind kind = i == 0 ? ElementKind.USER : KINDS.get(random.nextInt(KINDS.size()));
            List<String> facts = new ArrayList<>();
            FACTS.stream().filter(f -> random.nextInt(4) == 0).forEach(facts::add);
            String asset = AssetKind.values()[random.nextInt(AssetKind.values().length)].id();
            system.element("e" + i, kind, i == 0 ? 0 : 2, List.of(asset), facts.toArray(String[]::new));
        }
        for (int i = 0; i < n + 2; i++) {
            int from = i < n - 1 ? i : random.nextInt(n);
            int to = i < n - 1 ? i + 1 : random.nextInt(n);
            if (from != to) {
                system.flow("e" + from, "e" + to);
            }
        }
        return system.build();
    }
}
