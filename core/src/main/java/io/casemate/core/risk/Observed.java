package io.casemate.core.risk;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.evidence.WatchSpan;
import io.casemate.core.threat.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What evidence says about one scenario.
 *
 * @param findings one term for each source family that counts, capped as a whole
 * @param attack successes and trials of the worst attack, aged; none where nothing was tried
 * @param alerts alerts in observed time
 * @param observedYears observed time in years, overlaps counted once
 */
record Observed(
        List<Term> findings,
        Optional<Trials> attack,
        int alerts,
        double observedYears,
        Incident incident,
        List<EvidenceUse> uses) {

    /** Aged successes and trials of one attack. */
    record Trials(String attack, long seq, double successes, double trials) {
        /** Mean of Beta(k V + s, k (1 - V) + n - s). */
        double posterior(double indirect, double strength) {
            return (strength * indirect + successes) / (strength + trials);
        }
    }

    private static final double YEAR_SECONDS = Duration.ofDays(365).toSeconds();

    static final Observed NOTHING = new Observed(List.of(), Optional.empty(), 0, 0, Incident.NONE, List.of());

    static Observed of(List<Evidences.Aged> evidence, List<WatchSpan> spans, Instant asOf, Weights weights) {
        if (evidence.isEmpty() && spans.isEmpty()) {
            return NOTHING;
        }
        List<Interval> watched = watched(spans, asOf, weights.frequency().watchYears());
        Map<String, Finding> family = strongest(evidence);
        Map<String, Long> newest = newestAttacks(evidence);
        List<Term> findings = new ArrayList<>();
        List<EvidenceUse> uses = new ArrayList<>();
        List<Trials> trials = new ArrayList<>();
        Incident incident = Incident.NONE;
        int alerts = 0;
        for (Evidences.Aged aged : evidence) {
            Recorded<Evidence> recorded = aged.evidence();
            if (aged.share() == 0) {
                uses.add(new EvidenceUse(recorded, false, aged.note()));
                continue;
            }
            switch (recorded.body()) {
                case Finding f -> {
                    boolean counts = f.equals(family.get(f.provenance().family()));
                    uses.add(new EvidenceUse(
                            recorded,
                            counts || f.incident(),
                            counts ? aged.note() : "another of its family is stronger"));
                    if (counts) {
                        String source = "finding #%d %s".formatted(recorded.seq(), f.ruleId());
                        findings.add(
                                new Term(source, f.decibans() * aged.share(), true, because(f.message(), aged.note())));
                    }
                    if (f.incident()
                            && (!incident.happened()
                                    || f.provenance().observedAt().isBefore(incident.since()))) {
                        incident = new Incident(
                                "finding #%d %s: %s".formatted(recorded.seq(), f.ruleId(), f.message()),
                                f.provenance().observedAt());
                    }
                }
                case AttackResult r -> {
                    boolean counts = newest.getOrDefault(r.attackId(), 0L) == recorded.seq();
                    uses.add(new EvidenceUse(
                            recorded, counts, counts ? aged.note() : "a later run of the same attack counts"));
                    if (counts) {
                        trials.add(new Trials(
                                r.attackId(), recorded.seq(), r.successes() * aged.share(), r.trials() * aged.share()));
                    }
                }
                case Alert a -> {
                    boolean counts = watched.stream()
                            .anyMatch(w -> w.holds(a.provenance().observedAt()));
                    uses.add(new EvidenceUse(recorded, counts, counts ? "" : "outside observed time"));
                    alerts += counts ? 1 : 0;
                }
                case Attestation a -> throw new IllegalStateException("an attestation names no threat");
            }
        }
        double years = watched.stream().mapToDouble(Interval::years).sum();
        double k = weights.evidence().trialStrength();
        Optional<Trials> worst = trials.stream().max(Comparator.comparingDouble(t -> t.posterior(0.5, k)));
        return new Observed(capped(findings, weights.evidence().capDecibans()), worst, alerts, years, incident, uses);
    }

    double decibans() {
        return findings.stream().mapToDouble(Term::decibans).sum();
    }

    /** Whether any evidence counts now. */
    boolean counts() {
        return uses.stream().anyMatch(EvidenceUse::counts);
    }

    /** Whether some of it says that the threat is real here. */
    boolean speaksFor() {
        return incident.happened()
                || alerts > 0
                || decibans() > 0
                || attack.map(a -> a.successes() > 0).orElse(false);
    }

    private static String because(String message, String note) {
        return note.isEmpty() ? message : message + " (" + note + ")";
    }

    private static List<Term> capped(List<Term> findings, double cap) {
        double sum = findings.stream().mapToDouble(Term::decibans).sum();
        if (Math.abs(sum) <= cap) {
            return List.copyOf(findings);
        }
        List<Term> all = new ArrayList<>(findings);
        double over = Math.copySign(cap, sum) - sum;
        all.add(new Term(
                "cap", over, true, String.format(Locale.ROOT, "findings together count at most %.0f dB", cap)));
        return List.copyOf(all);
    }

    private static Map<String, Finding> strongest(List<Evidences.Aged> evidence) {
        Map<String, Finding> family = new HashMap<>();
        Map<String, Double> weight = new HashMap<>();
        for (Evidences.Aged aged : evidence) {
            if (aged.share() > 0 && aged.evidence().body() instanceof Finding f) {
                double now = Math.abs(f.decibans() * aged.share());
                if (now > weight.getOrDefault(f.provenance().family(), -1.0)) {
                    weight.put(f.provenance().family(), now);
                    family.put(f.provenance().family(), f);
                }
            }
        }
        return family;
    }

    private static Map<String, Long> newestAttacks(List<Evidences.Aged> evidence) {
        Map<String, Instant> when = new LinkedHashMap<>();
        Map<String, Long> newest = new LinkedHashMap<>();
        for (Evidences.Aged aged : evidence) {
            if (aged.share() > 0 && aged.evidence().body() instanceof AttackResult r) {
                Instant at = r.provenance().observedAt();
                if (!at.isBefore(when.getOrDefault(r.attackId(), Instant.MIN))) {
                    when.put(r.attackId(), at);
                    newest.put(r.attackId(), aged.evidence().seq());
                }
            }
        }
        return newest;
    }

    private static List<Interval> watched(List<WatchSpan> spans, Instant asOf, double years) {
        Instant first = asOf.minusSeconds(Math.round(years * YEAR_SECONDS));
        List<Interval> merged = new ArrayList<>();
        spans.stream()
                .map(s -> new Interval(later(s.from(), first), earlier(s.to(), asOf)))
                .filter(i -> i.from().isBefore(i.to()))
                .sorted(Comparator.comparing(Interval::from).thenComparing(Interval::to))
                .forEach(next -> {
                    Interval last = merged.isEmpty() ? null : merged.getLast();
                    if (last != null && !next.from().isAfter(last.to())) {
                        merged.set(merged.size() - 1, new Interval(last.from(), later(last.to(), next.to())));
                    } else {
                        merged.add(next);
                    }
                });
        return merged;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private record Interval(Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }

        double years() {
            return Duration.between(from, to).toSeconds() / YEAR_SECONDS;
        }
    }
}
