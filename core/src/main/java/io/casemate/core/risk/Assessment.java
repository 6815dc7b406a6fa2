package io.casemate.core.risk;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Named;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    public List<Risk> shown() {
        return risks.stream().filter(Risk::shown).toList();
    }

    public Outlook outlook(double highFrom) {
        if (risks.stream().anyMatch(r -> r.incident().happened() || r.current().band() == Band.HIGH)) {
            return Outlook.HIGH;
        }
        boolean open = risks.stream()
                .anyMatch(r -> r.range().high() >= highFrom && r.current().impact() >= 2);
        return open ? Outlook.UNDECIDED : Outlook.CALM;
    }
}
