package io.casemate.core.diff;

import io.casemate.core.diff.Cause.Detail;
import io.casemate.core.diff.Cause.Effect;
import io.casemate.core.diff.book.Books;
import io.casemate.core.diff.book.Entry;
import io.casemate.core.diff.edit.Act;
import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.threat.Threat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what changed beside the model: evidence, artifacts, time, the catalogue. */
record Beside(Side before, Side after, Books books) {
    private static final int SHORT_DIGEST = 12;

    String title(Act act) {
        return switch (act.kind()) {
            case EVIDENCE -> evidence(act);
            case WATCH -> "watched time of %s changed".formatted(at(act.id()));
            case TIME -> act.id().isEmpty() ? passed() : "%s became stale: %s".formatted(at(act.id()), passed());
            case ARTIFACT -> "artifact %s changed".formatted(act.id());
            case KNOWLEDGE -> "catalogue changed";
            default -> act.id();
        };
    }

    List<Detail> details(Act act) {
        return switch (act.kind()) {
            case EVIDENCE -> lines(act);
            case ARTIFACT -> artifact(act.id());
            case KNOWLEDGE -> catalogue();
            default -> List.of();
        };
    }

    private String passed() {
        long days = books.passed().toDays();
        long whole = Math.abs(days);
        String span = whole == 1 ? "1 day" : "%d days".formatted(whole);
        return days < 0 ? span + " earlier" : span + " later";
    }

    /** The id of a group of evidence, as people read it. */
    private static String at(String group) {
        return group.replaceFirst("@", " at ");
    }

    private String evidence(Act act) {
        long fresh = books.evidence(act.keys()).stream()
                .filter(e -> e.before().isEmpty()
                        && e.after().filter(s -> !s.withdrawn()).isPresent())
                .count();
        long all = books.evidence(act.keys()).size();
        String number = all == 1 ? "" : all + " times ";
        String what = fresh == all ? "new evidence: " : fresh == 0 ? "evidence gone: " : "evidence changed: ";
        return what + number + at(act.id());
    }

    private List<Detail> lines(Act act) {
        List<Detail> lines = new ArrayList<>();
        for (Entry<Evidence> entry : books.evidence(act.keys())) {
            String day = LocalDate.ofInstant(
                            entry.newest().line().body().provenance().observedAt(), ZoneOffset.UTC)
                    .toString();
            lines.add(new Detail(
                    "line %d, %s".formatted(entry.newest().line().seq(), day),
                    entry.before().map(Beside::said).orElse(""),
                    entry.after().map(Beside::said).orElse(""),
                    Effect.NEUTRAL));
        }
        return lines;
    }

    private static String said(Entry.Seen<Evidence> seen) {
        return (seen.withdrawn() ? "withdrawn: " : "") + headline(seen.line().body());
    }

    private static String headline(Evidence evidence) {
        return switch (evidence) {
            case Finding f -> "%s: %s".formatted(f.ruleId(), f.message());
            case AttackResult r -> "%s: %d of %d succeeded".formatted(r.attackId(), r.successes(), r.trials());
            case Alert a -> "%s = %s, threshold %s".formatted(a.signalId(), a.value(), a.threshold());
            case Attestation a ->
                "%s %s, %s"
                        .formatted(a.controlId(), a.holds() ? "holds" : "fails", a.verified() ? "verified" : "claimed");
        };
    }

    /** The digests, and the evidence that was taken on the content of before. */
    private List<Detail> artifact(String path) {
        String was = before.digests().getOrDefault(path, "");
        String is = after.digests().getOrDefault(path, "");
        List<Detail> details = new ArrayList<>();
        details.add(new Detail("sha256", shortened(was), shortened(is), Effect.NEUTRAL));
        Map<Boolean, Long> bound = books.evidence().stream()
                .map(e -> e.newest().line().body().provenance().subjectSha256())
                .filter(d -> !d.isEmpty() && (d.equals(was) || d.equals(is)))
                .collect(Collectors.groupingBy(d -> d.equals(was), Collectors.counting()));
        long died = bound.getOrDefault(true, 0L);
        long revived = bound.getOrDefault(false, 0L);
        if (died > 0) {
            details.add(new Detail("evidence on it", "%d counted".formatted(died), "dead", Effect.NEUTRAL));
        }
        if (revived > 0) {
            details.add(new Detail("evidence on it now", "dead", "%d count".formatted(revived), Effect.NEUTRAL));
        }
        return details;
    }

    private static String shortened(String digest) {
        return digest.length() > SHORT_DIGEST ? digest.substring(0, SHORT_DIGEST) + "..." : digest;
    }

    private List<Detail> catalogue() {
        List<Detail> details = new ArrayList<>();
        Map<String, Threat> old = before.knowledge().threats();
        Map<String, Threat> now = after.knowledge().threats();
        Set<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            if (!old.containsKey(id) || !now.containsKey(id) || !now.get(id).equals(old.get(id))) {
                details.add(new Detail(
                        "threat " + id,
                        old.containsKey(id) ? "there" : "",
                        now.containsKey(id) ? (old.containsKey(id) ? "changed" : "there") : "",
                        Effect.NEUTRAL));
            }
        }
        if (!before.knowledge().weights().equals(after.knowledge().weights())) {
            details.add(new Detail("weights", "there", "changed", Effect.NEUTRAL));
        }
        if (!before.knowledge().facts().equals(after.knowledge().facts())
                || !before.knowledge().conditions().equals(after.knowledge().conditions())) {
            details.add(new Detail("facts and conditions", "there", "changed", Effect.NEUTRAL));
        }
        return details;
    }
}
