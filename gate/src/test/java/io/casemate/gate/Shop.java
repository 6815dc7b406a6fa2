package io.casemate.gate;

import io.casemate.core.Assessor;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.ModelLines;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.verdict.Ruling;
import io.casemate.core.verdict.Verdict;
import io.casemate.gate.subject.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small system with its ledger, which a policy is asked about at noon of 2026-11-21. */
final class Shop {
    static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String MODEL = """
            casemate: 1
            scope: {name: Shop}
            assets:
              - {id: weights, name: Weights, kind: model-ip, sensitivity: high}
              - {id: talk, name: Talk, kind: inference-data, sensitivity: high}
            adversaries: [{id: gang, name: Gang, profile: external-hacker, capability: high, likelihood: high}]
            zones: [{id: internet, name: Internet, trust: 0}, {id: inside, name: Inside, trust: 2}]
            elements:
              - {id: visitor, name: Visitor, kind: user, zone: internet}
              - {id: api, name: API, kind: inference-endpoint, zone: inside, formerly: [old-api], facts: {%s}}
              - {id: net, name: Net, kind: model, zone: inside, holds: [weights], artifacts: [{path: net.bin}]}
            flows:
              - {id: ask, name: ask, from: visitor, to: api, carries: [talk], facts: {%s}}
              - {id: score, name: score, from: api, to: net}
            """;

    private final Path folder;
    private String apiFacts = "";
    private String askFacts = "";
    private String more = "";
    private final List<Recorded<Evidence>> ledger = new ArrayList<>();
    private final Set<Long> withdrawn = new HashSet<>();
    private final Map<String, String> digests = new HashMap<>();

    Shop(Path folder) {
        this.folder = folder;
    }

    Shop api(String facts) {
        apiFacts = facts;
        return this;
    }

    Shop ask(String facts) {
        askFacts = facts;
        return this;
    }

    /** Lines at the end of the model. */
    Shop more(String lines) {
        more = lines;
        return this;
    }

    Shop digest(String path, String sha256) {
        digests.put(path, sha256);
        return this;
    }

    Shop shown(String control, String target, int daysAgo) {
        return attested(control, target, true, true, daysAgo, "");
    }

    Shop claimed(String control, String target) {
        return attested(control, target, true, false, 1, "");
    }

    Shop attested(String control, String target, boolean holds, boolean verified, int daysAgo, String sha256) {
        Instant then = NOW.minus(Duration.ofDays(daysAgo));
        var provenance = new Provenance("tests", "", "", then, sha256);
        return recorded(new Attestation(provenance, control, target, holds, verified, ""), then);
    }

    Shop recorded(Evidence evidence, Instant at) {
        ledger.add(new Recorded<>(ledger.size() + 1L, "", at, evidence));
        return this;
    }

    /** Takes the last line back. */
    Shop takenBack() {
        withdrawn.add((long) ledger.size());
        return this;
    }

    Verdict check(String policy) throws IOException {
        String text = MODEL.formatted(apiFacts, askFacts) + more;
        SystemModel model = SystemModelReader.read("casemate.yaml", text, KNOWLEDGE.vocabulary());
        var book = new EvidenceBook(ledger, List.of(), withdrawn);
        Path file = Files.writeString(folder.resolve("policy.yaml"), policy);
        return Gate.read(file, KNOWLEDGE)
                .check(new Situation(
                        "shop",
                        KNOWLEDGE,
                        Assessor.assess(KNOWLEDGE, model, book, digests, NOW),
                        book,
                        digests,
                        "",
                        ModelLines.UNKNOWN));
    }

    static Ruling ruling(Verdict verdict, String rule, String subject) {
        return verdict.rulings().stream()
                .filter(r -> r.rule().equals(rule) && r.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no ruling of %s on %s".formatted(rule, subject)));
    }
}
