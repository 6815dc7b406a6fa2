package io.casemate.report.view.surface;

import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Element;
import io.casemate.report.view.ViewInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What scans say of files: the evidence of the ledger, read by file. */
public record Looks(ViewInput input) {
    private static final String SCANNED = "scanned";
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /**
     * The newest look at a file, all of whose bytes are those it has now.
     *
     * @param at when it was taken; {@link Instant#EPOCH} where nobody looked
     * @param findings what speaks against the file
     * @param clean whether the whole file was read and is clean
     */
    record Look(Instant at, List<Finding> findings, boolean clean) {
        static final Look NONE = new Look(Instant.EPOCH, List.of(), false);

        boolean taken() {
            return clean || !findings.isEmpty();
        }
    }

    /** Whether a scan of the very bytes of the file counts now. */
    public boolean scanned(Element element, Artifact artifact) {
        return newest(element, artifact).taken();
    }

    Look newest(Element element, Artifact artifact) {
        List<Evidence> about = input.evidence().standingEvidence().stream()
                .filter(this::isPast)
                .map(Recorded::body)
                .filter(e -> isOf(e, element, artifact) && isFresh(e))
                .toList();
        Instant last = about.stream()
                .map(e -> e.provenance().observedAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Finding> findings = new ArrayList<>();
        boolean clean = false;
        for (Evidence evidence : about) {
            if (!evidence.provenance().observedAt().equals(last)) {
                continue;
            }
            if (evidence instanceof Finding f && (f.decibans() > 0 || f.incident())) {
                findings.add(f);
            }
            clean |= evidence instanceof Attestation a && a.holds();
        }
        return about.isEmpty() ? Look.NONE : new Look(last, findings, clean && findings.isEmpty());
    }

    private boolean isPast(Recorded<Evidence> recorded) {
        Instant asOf = input.assessment().asOf();
        return !recorded.at().isAfter(asOf)
                && !recorded.body().provenance().observedAt().isAfter(asOf);
    }

    /** A finding or an attestation of a scan that names the element and was taken on these bytes. */
    private boolean isOf(Evidence evidence, Element element, Artifact artifact) {
        boolean kind = evidence instanceof Finding
                || (evidence instanceof Attestation a
                        && a.verified()
                        && a.controlId().equals(SCANNED));
        String target = input.assessment().topology().currentId(evidence.targetId());
        if (!kind || !target.equals(element.id())) {
            return false;
        }
        String now = input.digests().getOrDefault(artifact.path(), artifact.sha256());
        String then = evidence.provenance().subjectSha256();
        return (now.isEmpty() || then.isEmpty()) ? element.artifacts().size() == 1 : now.equals(then);
    }

    private boolean isFresh(Evidence evidence) {
        if (evidence instanceof Finding f && f.incident()) {
            return true;
        }
        String kind = evidence instanceof Finding ? "finding" : "attestation";
        double days = Duration.between(
                                evidence.provenance().observedAt(),
                                input.assessment().asOf())
                        .toSeconds()
                / DAY_SECONDS;
        Map<String, Double> stale = input.knowledge().weights().evidence().staleAfterDays();
        return days < stale.getOrDefault(kind, Double.MAX_VALUE);
    }
}
