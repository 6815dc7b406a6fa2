package io.casemate.core.plan;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Supposition;
import java.util.List;

/**
 * What to do about the risks of one system.
 *
 * @param currency ISO 4217 code of costs and losses, empty where the model states no loss
 * @param proposals one for each aim, in the order asked
 * @param returns of every choice that lowers something, the best return first, then the largest lowering of risk
 */
public record Plan(Assessment assessment, String currency, List<Proposal> proposals, List<Return> returns) {
    public Plan {
        proposals = List.copyOf(proposals);
        returns = List.copyOf(returns);
    }

    /**
     * Plans for one system.
     *
     * @param supposition of the same arguments as the assessment
     * @param aims what to plan for, each on its own
     * @param progress told now and then
     * @throws io.casemate.core.problem.InvalidInputException where losses are stated in currencies that cannot be added up, or such
     *     that no distribution follows
     */
    public static Plan of(
            Knowledge knowledge, Supposition supposition, Assessment assessment, List<Aim> aims, Progress progress) {
        return Planner.plan(knowledge, supposition, assessment, aims, progress);
    }
}
