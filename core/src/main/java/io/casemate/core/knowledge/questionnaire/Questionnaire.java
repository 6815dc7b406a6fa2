package io.casemate.core.knowledge.questionnaire;

import io.casemate.core.knowledge.framework.Framework.Status;
import io.casemate.core.model.Named;
import io.casemate.core.threat.Reference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Questions, and the rules by which their answers lead to a tier.
 *
 * @param id the name of its file
 * @param framework the published list that its articles are from
 * @param questions by id, in the order in which to ask them
 * @param tiers in the order in which they are tried; the last one holds always
 * @param duties what follows from answers whatever the tier
 */
public record Questionnaire(
        String id,
        String title,
        String framework,
        String authority,
        Status status,
        String source,
        Map<String, Asked> questions,
        List<Tier> tiers,
        List<Duty> duties,
        List<Milestone> dates) {
    /** Whom an obligation binds. */
    public enum Role implements Named {
        PROVIDER,
        DEPLOYER,
        EVERYBODY
    }

    /**
     * One question; its answer is yes or no.
     *
     * @param article where the regulation asks it
     * @param presumed what it counts as while nobody has answered it
     */
    public record Asked(String id, Reference article, String text, boolean presumed) {}

    /** What an article wants of somebody. */
    public record Obligation(Reference article, Role role) {}

    /**
     * A class of systems.
     *
     * @param reasons it holds where one of these does
     */
    public record Tier(String id, String title, List<Reason> reasons, List<Obligation> obligations) {
        public Tier {
            reasons = List.copyOf(reasons);
            obligations = List.copyOf(obligations);
        }
    }

    /**
     * Why a system is in a tier.
     *
     * @param by the part of the regulation, in its words
     * @param instead obligations in place of the tier's; none where those of the tier hold
     */
    public record Reason(String by, Rule when, String because, List<Obligation> instead) {
        public Reason {
            instead = List.copyOf(instead);
        }
    }

    /** Obligations that follow from answers. */
    public record Duty(Rule when, String because, List<Obligation> obligations) {
        public Duty {
            obligations = List.copyOf(obligations);
        }
    }

    /**
     * When something begins to apply.
     *
     * @param date ISO date
     * @param tiers whom it concerns; none where everybody
     * @param by the only reason it is for; may be empty
     * @param was the date before it was moved; may be empty
     * @param status unreviewed where the text that moved it was not seen
     */
    public record Milestone(
            String date, String what, List<String> tiers, String by, String was, Status status, String note) {
        public Milestone {
            tiers = List.copyOf(tiers);
        }
    }

    public Questionnaire {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        tiers = List.copyOf(tiers);
        duties = List.copyOf(duties);
        dates = List.copyOf(dates);
    }

    /** The tier that these answers lead to; answers to questions that it does not ask change nothing. */
    public Classification tier(Map<String, Boolean> answers) {
        return Classification.of(this, answers);
    }
}
