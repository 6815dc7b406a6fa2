package io.casemate.core.plan.outcome;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Supposed;
import io.casemate.core.risk.Supposition;
import io.casemate.core.threat.Mitigation;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What is known so far of how scenarios depend on choices. It begins with the routes of today; each assessment of proposed choices
 * may show routes that only open up there, and they are learnt. Until then a stake is no greater than the assessment says.
 *
 * <p>What is left out today stays left out: hidden scenarios, and those that people accepted, transferred, avoid or hold for not
 * applicable.
 */
public interface Outcomes {
    /**
     * The outcomes under a supposition.
     *
     * @param costs of a mitigation at one place in a year, at least 0
     */
    static Outcomes of(Knowledge knowledge, Supposition supposition, ToLongFunction<Mitigation> costs) {
        return new Pool(knowledge, supposition, costs);
    }

    /** By number; more come as routes are learnt. */
    List<Choice> choices();

    Collection<Stake> stakes();

    /** Whether a scenario is one that a plan is to lower. */
    boolean counts(Supposed scenario);

    /** The assessment with these choices in place. */
    List<Supposed> assess(boolean[] placed);

    /** The assessment with every mitigation in place wherever it may be chosen. */
    List<Supposed> assessAll();

    /** Learns the routes that are worse than any known; false where the assessment showed nothing new. */
    boolean learn(List<Supposed> assessed, boolean[] placed);
}
