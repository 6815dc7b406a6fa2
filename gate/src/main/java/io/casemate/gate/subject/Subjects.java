package io.casemate.gate.subject;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.policy.Each;
import io.casemate.core.policy.PolicyFile;
import io.casemate.core.review.ReviewStatus;
import io.casemate.core.review.Trigger;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Coverage;
import io.casemate.core.risk.Risk;
import io.casemate.core.verdict.Ruling.Place;
import io.casemate.gate.expression.Type;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that rules are asked of, and what every condition sees beside its subject.
 *
 * @param variables values of what {@link #variables(Knowledge)} names
 * @param of the subjects of each kind
 */
public record Subjects(Situation situation, Map<String, Object> variables, Map<Each, List<Subject>> of) {
    /** How rulings name the model file. */
    static final String MODEL = "casemate.yaml";

    /** The id of the one subject of {@link Each#SYSTEM}. */
    public static final String SYSTEM = "system";

    private static final Type TEXTS = new Type.ListOf(Type.TEXT);

    /** Names and types of what every condition sees. */
    public static Map<String, Type> variables(Knowledge knowledge) {
        Map<String, Type> types = new LinkedHashMap<>();
        types.put("risks", new Type.ListOf(Risks.type(knowledge)));
        types.put("answered", new Type.ListOf(Others.answeredType(knowledge)));
        types.put("elements", new Type.ListOf(Others.elementType(knowledge)));
        types.put("questions", new Type.ListOf(Others.QUESTION));
        types.put("gaps", new Type.ListOf(Others.GAP));
        types.put("coverage", new Type.Fields("Coverage", coverageFields()));
        types.put("review", new Type.Fields("Review", reviewFields()));
        types.put("regulations", TEXTS);
        types.put("frameworks", TEXTS);
        types.put("system", Type.TEXT);
        types.put("asOf", Type.TEXT);
        types.put("today", Type.TEXT);
        return types;
    }

    /** The name by which conditions call the subject, and its type; none for the system. */
    public static Map<String, Type> variable(Each each, Knowledge knowledge) {
        return switch (each) {
            case SYSTEM -> Map.of();
            case RISK -> Map.of("risk", Risks.type(knowledge));
            case ANSWERED -> Map.of("scenario", Others.answeredType(knowledge));
            case ELEMENT -> Map.of("element", Others.elementType(knowledge));
            case QUESTION -> Map.of("question", Others.QUESTION);
            case GAP -> Map.of("gap", Others.GAP);
        };
    }

    /**
     * The subjects of a system.
     *
     * @param policy says how often people review, and what is waived until when
     */
    public static Subjects of(Situation situation, PolicyFile policy) {
        Assessment assessment = situation.assessment();
        LocalDate today = LocalDate.ofInstant(assessment.asOf(), ZoneOffset.UTC);
        var unclaimed = Unclaimed.of(situation);
        var proofs = Proofs.of(situation);
        var others = new Others(situation, unclaimed, proofs);
        Set<String> known = assessment.risks().stream().map(Risk::id).collect(Collectors.toSet());
        Map<Each, List<Subject>> of = new EnumMap<>(Each.class);
        of.put(Each.RISK, new Risks(situation, unclaimed, proofs, today).subjects());
        of.put(Each.ANSWERED, others.answered());
        of.put(Each.ELEMENT, others.elements());
        of.put(Each.QUESTION, others.questions(known));
        of.put(Each.GAP, others.gaps());
        var place = new Place(MODEL, 1);
        of.put(Each.SYSTEM, List.of(new Subject(SYSTEM, Map.of(), List.of(), place)));

        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("risks", values(of, Each.RISK));
        variables.put("answered", values(of, Each.ANSWERED));
        variables.put("elements", values(of, Each.ELEMENT));
        variables.put("questions", values(of, Each.QUESTION));
        variables.put("gaps", values(of, Each.GAP));
        variables.put("coverage", coverage(assessment.coverage()));
        variables.put("review", review(situation.review(policy)));
        variables.put("regulations", situation.topology().model().scope().regulations());
        variables.put("frameworks", frameworks(assessment));
        variables.put("system", situation.name());
        variables.put("asOf", assessment.asOf().toString());
        variables.put("today", today.toString());
        return new Subjects(situation, variables, of);
    }

    /** The variables with a subject among them. */
    public Map<String, Object> with(Each each, Subject subject) {
        String name = switch (each) {
            case SYSTEM -> "";
            case RISK -> "risk";
            case ANSWERED -> "scenario";
            case ELEMENT -> "element";
            case QUESTION -> "question";
            case GAP -> "gap";
        };
        if (name.isEmpty()) {
            return variables;
        }
        Map<String, Object> all = new LinkedHashMap<>(variables);
        all.put(name, subject.value());
        return all;
    }

    public List<Subject> of(Each each) {
        return of.getOrDefault(each, List.of());
    }

    private static List<Map<String, Object>> values(Map<Each, List<Subject>> of, Each each) {
        return of.getOrDefault(each, List.of()).stream().map(Subject::value).toList();
    }

    private static Map<String, Type> coverageFields() {
        Map<String, Type> fields = new LinkedHashMap<>();
        for (String name : List.of("elements", "flows", "threats", "fired", "asked", "answered", "silent")) {
            fields.put(name, Type.WHOLE);
        }
        return fields;
    }

    private static Map<String, Object> coverage(Coverage coverage) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("elements", (long) coverage.elements());
        value.put("flows", (long) coverage.flows());
        value.put("threats", (long) coverage.threats().size());
        for (Coverage.Outcome outcome : Coverage.Outcome.values()) {
            value.put(
                    outcome.id(),
                    coverage.threats().stream()
                            .filter(t -> t.outcome() == outcome)
                            .count());
        }
        return value;
    }

    private static Map<String, Type> reviewFields() {
        Map<String, Type> fields = new LinkedHashMap<>();
        fields.put("last", Type.TEXT);
        fields.put("by", Type.TEXT);
        fields.put("due", Type.TEXT);
        fields.put("overdueDays", Type.WHOLE);
        fields.put("everyMonths", Type.WHOLE);
        fields.put("triggers", TEXTS);
        return fields;
    }

    private static Map<String, Object> review(ReviewStatus status) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("last", status.last().isEmpty() ? "never" : status.last());
        value.put("by", status.by());
        value.put("due", status.due().toString());
        value.put("overdueDays", status.overdueDays());
        value.put("everyMonths", (long) status.everyMonths());
        value.put(
                "triggers",
                status.triggers().stream()
                        .filter(trigger -> !trigger.ofTime())
                        .map(Trigger::what)
                        .toList());
        return value;
    }

    /** The published lists that the scenarios refer to. */
    private static List<String> frameworks(Assessment assessment) {
        return assessment.risks().stream()
                .flatMap(risk -> risk.threat().references().stream())
                .map(reference -> reference.framework())
                .distinct()
                .sorted()
                .toList();
    }
}
