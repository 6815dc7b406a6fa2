package io.casemate.core.risk;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Named;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Weights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that was found out about one system at one moment.
 *
 * @param risks every scenario, hidden ones included; incidents first, then by score, then by annual probability times impact
 * @param answered scenarios that controls end
 * @param questions the most valuable first
 * @param actions the action plan, by priority
 */
public record Assessment(
        Topology topology,
        Instant asOf,
        List<Risk> risks,
        List<Answered> answered,
        List<Question> questions,
        List<Gap> gaps,
        Coverage coverage,
        List<Action> actions,
        ReviewPlan review) {
    /** Annual probability times impact; a scenario of impact 3 becomes high at 0.15. */
    private static final double WORTH_ASKING = 0.03;

    /** What an assessment alone can say; a policy may say more. */
    public enum Outlook implements Named {
        /** No scenario is of the high band, and no open question could make one so. */
        CALM,
        /** An open question could lift a scenario into the high band. */
        UNDECIDED,
        /** Some scenario is of the high band or has happened. */
        HIGH
    }

    /** Assesses a system at one moment; see {@code io.casemate.core.Assessor}. */
    public static Assessment of(
            Knowledge knowledge, SystemModel model, EvidenceBook evidence, Map<String, String> digests, Instant asOf) {
        return new Assessing(knowledge, model, evidence, digests, asOf).run();
    }

    public Assessment {
        risks = List.copyOf(risks);
        answered = List.copyOf(answered);
        questions = List.copyOf(questions);
        gaps = List.copyOf(gaps);
        actions = List.copyOf(actions);
    }

    /** The same, with more that could not be looked at before its own. */
    public Assessment with(List<Gap> unseen) {
        List<Gap> all = new ArrayList<>(unseen);
        all.addAll(gaps);
        return new Assessment(topology, asOf, risks, answered, questions, all, coverage, actions, review);
    }

    public List<Risk> shown() {
        return risks.stream().filter(Risk::shown).toList();
    }

    /**
     * The questions that a person should be bothered with: answers that can move annual probability times impact by
     * {@link #WORTH_ASKING} at least, or a scenario into the high band or out of it. The rest cannot change the outlook: a
     * scenario that only an answer brings in needs five times as much.
     */
    public List<Question> worthAsking(Weights.Bands bands) {
        Set<String> turning = risks.stream()
                .filter(r ->
                        high(bands, r.range().low(), r) != high(bands, r.range().high(), r))
                .map(Risk::id)
                .collect(Collectors.toSet());
        return questions.stream()
                .filter(q -> q.value() >= WORTH_ASKING || q.scenarios().stream().anyMatch(turning::contains))
                .toList();
    }

    private static boolean high(Weights.Bands bands, double probability, Risk risk) {
        return Band.of(bands.likelihood(probability) * risk.current().impact()) == Band.HIGH;
    }

    /**
     * Whether any scenario is of the high band, or an open question could make one so. Of a scenario that only an answer would
     * bring in, the impact is taken to be 3: what could not be looked at is not calm.
     */
    public Outlook outlook(Weights.Bands bands) {
        return outlook(bands, Band.MEDIUM);
    }

    /**
     * The same for an appetite of one's own: a scenario above this band takes the place of one of the high band.
     *
     * @param appetite the highest band that is accepted
     */
    public Outlook outlook(Weights.Bands bands, Band appetite) {
        if (risks.stream().anyMatch(r -> r.above(appetite))) {
            return Outlook.HIGH;
        }
        Set<String> known = risks.stream().map(Risk::id).collect(Collectors.toSet());
        boolean lifted = risks.stream()
                .anyMatch(r -> above(
                        appetite,
                        bands.likelihood(r.range().high()) * r.current().impact()));
        boolean brought = questions.stream()
                .filter(q -> !known.containsAll(q.scenarios()))
                .anyMatch(q -> above(appetite, bands.likelihood(q.value() / 3) * 3));
        return lifted || brought ? Outlook.UNDECIDED : Outlook.CALM;
    }

    private static boolean above(Band appetite, int score) {
        return Band.of(score).compareTo(appetite) > 0;
    }
}
