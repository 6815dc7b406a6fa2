package io.casemate.gate.subject;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Element;
import io.casemate.core.model.Part;
import io.casemate.core.policy.EvidenceDemand.Kind;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Gap;
import io.casemate.core.risk.Question;
import io.casemate.core.verdict.Ruling.Place;
import io.casemate.gate.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is no risk, as conditions see it: ended scenarios, elements, questions, gaps. */
record Others(Situation situation, Unclaimed unclaimed, Proofs proofs) {
    static final Type.Fields QUESTION = new Type.Fields("Question", questionFields());
    static final Type.Fields GAP =
            new Type.Fields("Gap", fields("where", Type.TEXT, "what", Type.TEXT, "remedy", Type.TEXT));

    static Type.Fields answeredType(Knowledge knowledge) {
        Map<String, Type> fields = new LinkedHashMap<>();
        fields.put("id", Type.TEXT);
        fields.put("threat", Type.word("threat", knowledge.threats().keySet()));
        fields.put("title", Type.TEXT);
        fields.put("target", Type.TEXT);
        fields.put("controls", new Type.ListOf(Type.TEXT));
        fields.put("verified", Type.TRUTH);
        fields.put("claimedControls", new Type.ListOf(Type.TEXT));
        fields.put("inherent", Ratings.TYPE);
        fields.put("unclaimed", Ratings.TYPE);
        fields.put("evidence", new Type.ListOf(Proof.TYPE));
        fields.put("evidenceAge", Type.WHOLE);
        return new Type.Fields("Answered", fields);
    }

    static Type.Fields elementType(Knowledge knowledge) {
        Map<String, Type> fields = new LinkedHashMap<>();
        fields.put("id", Type.TEXT);
        fields.put("name", Type.TEXT);
        fields.put("kind", Risks.kinds());
        fields.put("zone", Type.TEXT);
        fields.put("trust", Type.WHOLE);
        fields.put("artifacts", Type.WHOLE);
        Type facts = new Type.ListOf(Type.word("fact", knowledge.facts().keySet()));
        fields.put("yes", facts);
        fields.put("no", facts);
        fields.put("evidence", new Type.ListOf(Proof.TYPE));
        fields.put("evidenceAge", Type.WHOLE);
        return new Type.Fields("Element", fields);
    }

    private static Map<String, Type> questionFields() {
        return fields(
                "id",
                Type.TEXT,
                "part",
                Type.TEXT,
                "fact",
                Type.TEXT,
                "text",
                Type.TEXT,
                "value",
                Type.DECIMAL,
                "scenarios",
                new Type.ListOf(Type.TEXT),
                "brings",
                Ratings.BAND);
    }

    private static Map<String, Type> fields(Object... pairs) {
        Map<String, Type> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], (Type) pairs[i + 1]);
        }
        return fields;
    }

    List<Subject> answered() {
        return situation.assessment().answered().stream().map(this::answered).toList();
    }

    private Subject answered(Answered a) {
        List<Proof> evidence = a.controls().stream()
                .flatMap(control -> proofs.ofControl(control).stream())
                .distinct()
                .toList();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", a.id());
        value.put("threat", a.threat());
        var threat = situation.knowledge().threats().get(a.threat());
        value.put("title", threat == null ? a.threat() : threat.title());
        value.put("target", a.target());
        value.put("controls", a.controls());
        value.put("verified", a.verified());
        value.put(
                "claimedControls", a.controls().stream().filter(this::isClaimed).toList());
        value.put("inherent", Ratings.value(a.inherent()));
        value.put("unclaimed", Ratings.value(unclaimed.of(a)));
        value.put("evidence", evidence.stream().map(Proof::value).toList());
        value.put("evidenceAge", (long) Risks.newest(evidence));
        return new Subject(
                a.id(),
                value,
                evidence,
                new Place(Subjects.MODEL, situation.lines().part(a.target())));
    }

    private boolean isClaimed(String control) {
        return proofs.ofControl(control).stream().noneMatch(p -> p.counts() && p.holds() && p.kind() == Kind.TEST);
    }

    List<Subject> elements() {
        return situation.topology().model().elements().stream()
                .map(this::element)
                .toList();
    }

    private Subject element(Element element) {
        List<Proof> evidence = proofs.ofPart(element.id());
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", element.id());
        value.put("name", element.name());
        value.put("kind", element.kind().id());
        value.put("zone", element.zone());
        value.put("trust", (long) situation.topology().trust(element));
        value.put("artifacts", (long) element.artifacts().size());
        value.put("yes", stated(element, true));
        value.put("no", stated(element, false));
        value.put("evidence", evidence.stream().map(Proof::value).toList());
        value.put("evidenceAge", (long) Risks.newest(evidence));
        return new Subject(
                element.id(),
                value,
                evidence,
                new Place(Subjects.MODEL, situation.lines().part(element.id())));
    }

    private static List<String> stated(Part part, boolean yes) {
        return part.facts().entrySet().stream()
                .filter(fact -> fact.getValue() == yes)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** @param known ids of the scenarios that hold */
    List<Subject> questions(Set<String> known) {
        return situation.assessment().questions().stream()
                .map(q -> question(q, known))
                .toList();
    }

    private Subject question(Question q, Set<String> known) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", q.id());
        value.put("part", q.part());
        value.put("fact", q.fact());
        value.put("text", q.text());
        value.put("value", q.value());
        value.put("scenarios", q.scenarios());
        value.put("brings", (known.containsAll(q.scenarios()) ? Band.LOW : brings(q)).id());
        return new Subject(
                q.id(),
                value,
                List.of(),
                new Place(Subjects.MODEL, situation.lines().part(q.part())));
    }

    /** The band that a scenario could have which only an answer brings in; its impact is taken to be 3, as in the outlook. */
    private Band brings(Question q) {
        return Band.of(situation.knowledge().weights().bands().likelihood(q.value() / 3) * 3);
    }

    List<Subject> gaps() {
        List<Subject> subjects = new ArrayList<>();
        for (Gap gap : situation.assessment().gaps()) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("where", gap.where());
            value.put("what", gap.what());
            value.put("remedy", gap.remedy());
            String part = gap.where().replaceFirst(",.*", "");
            subjects.add(new Subject(gap.where(), value, List.of(), new Place(Subjects.MODEL, line(part))));
        }
        return subjects;
    }

    private int line(String partOrSection) {
        int line = situation.lines().part(partOrSection);
        return line > 1 ? line : situation.lines().section(partOrSection);
    }
}
