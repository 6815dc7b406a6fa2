package io.casemate.core.knowledge.questionnaire;

import io.casemate.core.knowledge.questionnaire.Questionnaire.Duty;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Milestone;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Obligation;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Reason;
import io.casemate.core.knowledge.questionnaire.Questionnaire.Tier;
import io.casemate.core.threat.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where answers put a system.
 *
 * @param tier the first that holds
 * @param reasons why it holds
 * @param also later tiers that hold beside it; none where the first ends the matter
 * @param couldBe tiers in which an unanswered question could put it instead
 * @param open the unanswered questions that decide between these, in the order of the questionnaire
 * @param obligations of the tier, of those beside it, and of what else the answers bring about
 * @param notes why there are obligations that the tier does not explain
 * @param dates when what concerns it begins to apply, earliest first
 */
public record Classification(
        Tier tier,
        List<Reason> reasons,
        List<Tier> also,
        List<Tier> couldBe,
        List<String> open,
        List<Obligation> obligations,
        List<String> notes,
        List<Milestone> dates) {
    public Classification {
        reasons = List.copyOf(reasons);
        also = List.copyOf(also);
        couldBe = List.copyOf(couldBe);
        open = List.copyOf(open);
        obligations = List.copyOf(obligations);
        notes = List.copyOf(notes);
        dates = List.copyOf(dates);
    }

    /** Whether no answer that is still missing could change the tier. */
    public boolean decided() {
        return couldBe.isEmpty();
    }

    static Classification of(Questionnaire questionnaire, Map<String, Boolean> answers) {
        Map<String, Boolean> presumed = new LinkedHashMap<>();
        questionnaire.questions().forEach((id, asked) -> presumed.put(id, answers.getOrDefault(id, asked.presumed())));
        List<Tier> tiers = questionnaire.tiers();
        List<Tier> holding =
                tiers.stream().filter(t -> truth(t, presumed) == Truth.YES).toList();
        Tier tier = holding.getFirst();
        List<Tier> also = tier.equals(tiers.getFirst()) // outside of the regulation no other tier means anything
                ? List.of()
                : holding.stream()
                        .skip(1)
                        .filter(t -> !t.equals(tiers.getLast()))
                        .toList();
        List<Tier> couldBe = new ArrayList<>();
        boolean certain = truth(tier, answers) == Truth.YES;
        for (Tier other : tiers) {
            boolean earlier = tiers.indexOf(other) < tiers.indexOf(tier);
            boolean next = !certain && !earlier && !other.equals(tier) && (also.contains(other) || last(other, tiers));
            if ((earlier && truth(other, answers) != Truth.NO) || next) {
                couldBe.add(other);
            }
        }
        List<Duty> duties = questionnaire.duties().stream()
                .filter(d -> d.when().truth(presumed) == Truth.YES)
                .toList();
        List<Reason> reasons = reasons(tier, presumed);
        return new Classification(
                tier,
                reasons,
                also,
                couldBe,
                open(questionnaire, tier, couldBe, answers),
                obligations(tier, reasons, also, duties),
                duties.stream().map(Duty::because).toList(),
                questionnaire.dates().stream()
                        .filter(d -> concerns(d, tier, also, reasons))
                        .toList());
    }

    private static boolean last(Tier tier, List<Tier> tiers) {
        return tier.equals(tiers.getLast());
    }

    private static Truth truth(Tier tier, Map<String, Boolean> answers) {
        return tier.reasons().stream().map(r -> r.when().truth(answers)).reduce(Truth.NO, Truth::or);
    }

    private static List<Reason> reasons(Tier tier, Map<String, Boolean> answers) {
        return tier.reasons().stream()
                .filter(r -> r.when().truth(answers) == Truth.YES)
                .toList();
    }

    /** Questions that matter: those without answer in the rules whose truth hangs on one. */
    private static List<String> open(
            Questionnaire questionnaire, Tier tier, List<Tier> couldBe, Map<String, Boolean> answers) {
        Set<String> asked = new LinkedHashSet<>();
        if (!couldBe.isEmpty()) {
            boolean certain = truth(tier, answers) == Truth.YES;
            Stream.concat(certain ? Stream.of() : Stream.of(tier), couldBe.stream())
                    .flatMap(t -> t.reasons().stream())
                    .filter(r -> r.when().truth(answers) == Truth.ASK)
                    .forEach(r -> asked.addAll(r.when().questions()));
        }
        return questionnaire.questions().keySet().stream()
                .filter(id -> asked.contains(id) && !answers.containsKey(id))
                .toList();
    }

    private static List<Obligation> obligations(Tier tier, List<Reason> reasons, List<Tier> also, List<Duty> duties) {
        Set<Obligation> obligations = new LinkedHashSet<>();
        reasons.forEach(r -> obligations.addAll(r.instead().isEmpty() ? tier.obligations() : r.instead()));
        also.forEach(t -> obligations.addAll(t.obligations()));
        duties.forEach(d -> obligations.addAll(d.obligations()));
        return List.copyOf(obligations);
    }

    private static boolean concerns(Milestone date, Tier tier, List<Tier> also, List<Reason> reasons) {
        boolean tiers = date.tiers().isEmpty()
                || date.tiers().contains(tier.id())
                || also.stream().anyMatch(t -> date.tiers().contains(t.id()));
        boolean by = date.by().isEmpty()
                || reasons.stream().anyMatch(r -> r.by().startsWith(date.by() + ",") || r.by().equals(date.by()));
        return tiers && by;
    }
}
