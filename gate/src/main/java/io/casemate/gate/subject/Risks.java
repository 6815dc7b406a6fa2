package io.casemate.gate.subject;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.Treatment;
import io.casemate.core.policy.EvidenceDemand.Kind;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.MitigationEffect;
import io.casemate.core.risk.Question;
import io.casemate.core.risk.Risk;
import io.casemate.core.risk.Term;
import io.casemate.core.threat.Stride;
import io.casemate.core.verdict.Ruling.Place;
import io.casemate.gate.expression.Type;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scenarios that hold, as conditions see them. */
record Risks(Situation situation, Unclaimed unclaimed, Proofs proofs, LocalDate today) {
    private static final int NAMED_MAX = 3;

    /** What kinds of parts there are: those of elements, and flows. */
    static Type kinds() {
        List<String> kinds = new ArrayList<>();
        for (ElementKind kind : ElementKind.values()) {
            kinds.add(kind.id());
        }
        kinds.add("flow");
        return Type.word("kind", kinds);
    }

    static Type.Fields type(Knowledge knowledge) {
        Map<String, Type> fields = new LinkedHashMap<>();
        fields.put("id", Type.TEXT);
        fields.put("threat", Type.word("threat", knowledge.threats().keySet()));
        fields.put("title", Type.TEXT);
        fields.put("target", Type.TEXT);
        fields.put("kind", kinds());
        fields.putAll(Ratings.fields());
        fields.put("inherent", Ratings.TYPE);
        fields.put("planned", Ratings.TYPE);
        fields.put("unclaimed", Ratings.TYPE);
        fields.put("couldBe", Ratings.BAND);
        fields.put("questions", new Type.ListOf(Type.TEXT));
        fields.put("incident", Type.TRUTH);
        fields.put("incidentEvidence", Type.TEXT);
        fields.put("incidentSince", Type.TEXT);
        fields.put("treatment", treatmentType(knowledge));
        fields.put("verifiedControls", new Type.ListOf(Type.TEXT));
        fields.put("claimedControls", new Type.ListOf(Type.TEXT));
        fields.put(
                "helpful",
                new Type.ListOf(Type.word("mitigation", knowledge.mitigations().keySet())));
        fields.put("evidence", new Type.ListOf(Proof.TYPE));
        fields.put("evidenceAge", Type.WHOLE);
        fields.put("stride", new Type.ListOf(Words.of("STRIDE category", Stride.values())));
        fields.put("references", new Type.ListOf(Type.TEXT));
        fields.put("path", new Type.ListOf(Type.TEXT));
        fields.put("shown", Type.TRUTH);
        return new Type.Fields("Risk", fields);
    }

    private static Type.Fields treatmentType(Knowledge knowledge) {
        Map<String, Type> fields = new LinkedHashMap<>();
        fields.put("decided", Type.TRUTH);
        fields.put("action", Words.of("action", Treatment.Action.values()));
        fields.put(
                "mitigations",
                new Type.ListOf(Type.word("mitigation", knowledge.mitigations().keySet())));
        fields.put("owner", Type.TEXT);
        fields.put("due", Type.TEXT);
        fields.put("status", Words.of("status", Treatment.Status.values()));
        fields.put("reason", Type.TEXT);
        fields.put("overdue", Type.TRUTH);
        return new Type.Fields("Treatment", fields);
    }

    List<Subject> subjects() {
        return situation.assessment().risks().stream().map(this::subject).toList();
    }

    private Subject subject(Risk risk) {
        List<Proof> evidence = evidence(risk);
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", risk.id());
        value.put("threat", risk.threat().id());
        value.put("title", risk.threat().title());
        value.put("target", risk.part().id());
        value.put("kind", kind(risk.part()));
        value.putAll(Ratings.value(risk.current()));
        value.put("inherent", Ratings.value(risk.inherent()));
        value.put("planned", Ratings.value(risk.target()));
        value.put("unclaimed", Ratings.value(unclaimed.ratings().getOrDefault(risk.id(), risk.current())));
        value.put("couldBe", couldBe(risk).id());
        value.put("questions", questions(risk));
        value.put("incident", risk.incident().happened());
        value.put("incidentEvidence", risk.incident().evidence());
        value.put(
                "incidentSince",
                risk.incident().happened()
                        ? LocalDate.ofInstant(risk.incident().since(), ZoneOffset.UTC)
                                .toString()
                        : "");
        value.put("treatment", treatment(risk.treatment()));
        value.put("verifiedControls", controls(risk, true));
        value.put("claimedControls", controls(risk, false));
        value.put("helpful", helpful(risk));
        value.put("evidence", evidence.stream().map(Proof::value).toList());
        value.put("evidenceAge", (long) newest(evidence));
        value.put("stride", risk.threat().stride().stream().map(Stride::id).toList());
        value.put(
                "references",
                risk.threat().references().stream()
                        .map(r -> r.framework() + " " + r.id())
                        .toList());
        value.put("path", risk.path());
        value.put("shown", risk.shown());
        int line = situation.lines().part(risk.part().id());
        return new Subject(risk.id(), value, evidence, new Place(Subjects.MODEL, line));
    }

    static String kind(Part part) {
        return switch (part) {
            case Element e -> e.kind().id();
            case Flow f -> "flow";
        };
    }

    /** The band with every open question on its path answered against us. */
    private Band couldBe(Risk risk) {
        int likelihood =
                situation.knowledge().weights().bands().likelihood(risk.range().high());
        Band worst = Band.of(likelihood * risk.current().impact());
        return worst.compareTo(risk.current().band()) > 0
                ? worst
                : risk.current().band();
    }

    private List<String> questions(Risk risk) {
        return situation.assessment().questions().stream()
                .filter(q -> q.scenarios().contains(risk.id()))
                .map(Question::id)
                .toList();
    }

    private Map<String, Object> treatment(Treatment treatment) {
        boolean overdue = treatment.decided()
                && treatment.status() != Treatment.Status.DONE
                && !treatment.due().isEmpty()
                && LocalDate.parse(treatment.due()).isBefore(today);
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("decided", treatment.decided());
        value.put("action", treatment.action().id());
        value.put("mitigations", treatment.mitigations());
        value.put("owner", treatment.owner());
        value.put("due", treatment.due());
        value.put("status", treatment.status().id());
        value.put("reason", treatment.reason());
        value.put("overdue", overdue);
        return value;
    }

    /** Controls that count for it, each {@code fact@part}: verified by evidence, or claimed. */
    private List<String> controls(Risk risk, boolean verified) {
        return risk.terms().stream()
                .filter(term -> term.decibans() < 0 && term.observed() == verified && isControl(term))
                .map(Term::source)
                .filter(source -> verified || isClaimed(source))
                .toList();
    }

    private boolean isControl(Term term) {
        int at = term.source().indexOf('@');
        if (at < 0) {
            return false;
        }
        String label = term.source().substring(0, at);
        var fact = situation.knowledge().facts().get(label);
        return (fact != null && fact.good())
                || situation.knowledge().mitigations().containsKey(label);
    }

    /** An unknown control counts a little too: it is no claim. */
    private boolean isClaimed(String source) {
        int at = source.indexOf('@');
        String fact = source.substring(0, at);
        String part = source.substring(at + 1);
        Element element = situation.topology().elements().get(part);
        Flow flow = situation.topology().flows().get(part);
        Map<String, Boolean> stated = element != null ? element.facts() : flow != null ? flow.facts() : Map.of();
        return stated.getOrDefault(fact, false) || !proofs.ofControl(source).isEmpty();
    }

    /** Mitigations that are not in place and would lower it, the most useful first. */
    private static List<String> helpful(Risk risk) {
        return risk.mitigations().stream()
                .filter(e -> e.state() == MitigationEffect.State.ABSENT || e.state() == MitigationEffect.State.UNKNOWN)
                .filter(e -> e.after().probability() < risk.current().probability())
                .sorted(Comparator.comparingDouble(e -> e.after().probability()))
                .limit(NAMED_MAX)
                .map(MitigationEffect::mitigation)
                .toList();
    }

    private List<Proof> evidence(Risk risk) {
        List<Proof> evidence = new ArrayList<>();
        risk.evidence()
                .forEach(use -> evidence.add(Proof.of(
                        use.evidence(), use.counts(), situation.assessment().asOf())));
        risk.terms().stream()
                .filter(term -> term.source().indexOf('@') >= 0)
                .forEach(term -> evidence.addAll(proofs.ofControl(term.source())));
        return evidence.stream().distinct().toList();
    }

    /** Days since the newest evidence that counts, words left out; -1 where there is none. */
    static int newest(List<Proof> proofs) {
        return proofs.stream()
                .filter(p -> p.counts() && p.is(Kind.ANY))
                .mapToInt(Proof::ageDays)
                .min()
                .orElse(-1);
    }
}
