package io.casemate.core.risk;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.evidence.WatchSpan;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Element;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The evidence of one moment, by the scenario it names, each with its age and whether it may still count.
 *
 * @param byScenario findings, attack results and alerts by {@code threat@target}, in ledger order
 * @param spans observed time by {@code threat@target}
 * @param attestations statements about controls that are not stale, in ledger order
 * @param changed ids of elements whose evidence was taken on an artifact that has changed since
 */
record Evidences(
        Map<String, List<Aged>> byScenario,
        Map<String, List<WatchSpan>> spans,
        List<Recorded<Evidence>> attestations,
        Set<String> changed) {

    /**
     * One piece of evidence at the moment of the assessment.
     *
     * @param share what age leaves of it, 0 to 1; 0 where it does not count
     * @param note why it does not count, or what age left of it
     */
    record Aged(Recorded<Evidence> evidence, double share, String note) {}

    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    static Evidences at(
            Instant asOf,
            EvidenceBook book,
            Topology topology,
            Map<String, String> digests,
            Weights.EvidenceWeights weights) {
        Map<String, List<Aged>> byScenario = new LinkedHashMap<>();
        Map<String, List<WatchSpan>> spans = new HashMap<>();
        List<Recorded<Evidence>> attestations = new ArrayList<>();
        Set<String> changed = new HashSet<>();
        for (Recorded<Evidence> recorded : book.evidence()) {
            Evidence evidence = recorded.body();
            if (recorded.at().isAfter(asOf)
                    || evidence.provenance().observedAt().isAfter(asOf)) {
                continue;
            }
            Aged aged = book.withdrawn().contains(recorded.seq())
                    ? new Aged(recorded, 0, "withdrawn")
                    : aged(recorded, asOf, topology, digests, weights, changed);
            if (evidence instanceof Attestation) {
                if (aged.share() > 0) {
                    attestations.add(recorded);
                }
            } else {
                byScenario
                        .computeIfAbsent(
                                scenario(threat(evidence), evidence.targetId(), topology), id -> new ArrayList<>())
                        .add(aged);
            }
        }
        for (Recorded<WatchSpan> span : book.standingSpans()) {
            if (!span.at().isAfter(asOf)) {
                WatchSpan body = span.body();
                spans.computeIfAbsent(scenario(body.threatId(), body.targetId(), topology), id -> new ArrayList<>())
                        .add(body);
            }
        }
        return new Evidences(byScenario, spans, attestations, changed);
    }

    private static String scenario(String threat, String target, Topology topology) {
        return threat + "@" + topology.currentId(target);
    }

    private static String threat(Evidence evidence) {
        return switch (evidence) {
            case Finding f -> f.threatId();
            case AttackResult r -> r.threatId();
            case Alert a -> a.threatId();
            case Attestation a -> "";
        };
    }

    private static Aged aged(
            Recorded<Evidence> recorded,
            Instant asOf,
            Topology topology,
            Map<String, String> digests,
            Weights.EvidenceWeights weights,
            Set<String> changed) {
        Evidence evidence = recorded.body();
        String digest = evidence.provenance().subjectSha256();
        String target = topology.currentId(evidence.targetId());
        if (!digest.isEmpty() && otherDigest(digest, target, topology, digests)) {
            changed.add(target);
            return new Aged(
                    recorded,
                    0,
                    "taken on another version of the artifact (SHA-256 %s...)".formatted(digest.substring(0, 12)));
        }
        return switch (evidence) {
            case Finding f when f.incident() -> new Aged(recorded, 1, "");
            case Finding f -> byAge(recorded, "finding", asOf, weights);
            case AttackResult r -> byAge(recorded, "attack", asOf, weights);
            case Attestation a -> byAge(recorded, "attestation", asOf, weights);
            case Alert a -> new Aged(recorded, 1, "");
        };
    }

    private static Aged byAge(Recorded<Evidence> recorded, String kind, Instant asOf, Weights.EvidenceWeights weights) {
        double days = Duration.between(recorded.body().provenance().observedAt(), asOf)
                        .toSeconds()
                / DAY_SECONDS;
        if (days >= weights.staleAfterDays().getOrDefault(kind, Double.MAX_VALUE)) {
            return new Aged(recorded, 0, String.format(Locale.ROOT, "stale: %.0f days old", days));
        }
        double share = Math.pow(2, -days / weights.halfLifeDays().getOrDefault(kind, Double.MAX_VALUE));
        return new Aged(
                recorded,
                share,
                days < 1 ? "" : String.format(Locale.ROOT, "%.0f days old, %.0f %% left", days, share * 100));
    }

    /** True where the target's artifacts are known and none of them has the digest. */
    private static boolean otherDigest(String digest, String target, Topology topology, Map<String, String> digests) {
        Element element = topology.elements().get(target);
        if (element == null) {
            return false;
        }
        Set<String> known = new HashSet<>();
        for (Artifact artifact : element.artifacts()) {
            String now = digests.getOrDefault(artifact.path(), artifact.sha256());
            if (!now.isEmpty()) {
                known.add(now);
            }
        }
        return !known.isEmpty() && !known.contains(digest);
    }
}
