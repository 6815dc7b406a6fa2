package io.casemate.core.knowledge.playbook;

import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Level;
import io.casemate.core.model.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a group of people does together, step by step, with a system of theirs.
 *
 * @param purpose what it is for, in two or three sentences
 * @param when what calls for it
 * @param takes how long it takes
 */
public record Playbook(
        String id, String title, String purpose, String when, String takes, List<Role> roles, List<Step> steps) {
    /** What a step is done for. */
    public enum Subject implements Named {
        SYSTEM,
        ELEMENT,
        ENTRY_POINT,
        ARTIFACT,
        SCENARIO,
        INCIDENT,
        QUESTION,
        /** A fact that nobody stated and that a shown scenario rests on. */
        PRESUMPTION,
        /** A control that ends or lowers a threat by somebody's word alone. */
        CLAIM,
        EXCLUSION,
        ADVERSARY,
        ASSET;

        /** Names that may stand in braces in the texts of a step. */
        public Set<String> placeholders() {
            Set<String> always = Set.of("system", "name", "owner");
            Set<String> own = switch (this) {
                case SYSTEM -> Set.of();
                case ELEMENT, ENTRY_POINT, EXCLUSION, ADVERSARY, ASSET -> Set.of("id", "item");
                case ARTIFACT -> Set.of("id", "item", "path", "target");
                case SCENARIO, INCIDENT -> Set.of("id", "item", "threat", "target");
                case QUESTION, PRESUMPTION, CLAIM -> Set.of("id", "item", "fact", "target");
            };
            Set<String> all = new TreeSet<>(always);
            all.addAll(own);
            return all;
        }
    }

    /** What shows that a step is done. */
    public enum Proof implements Named {
        /** A review in the model whose trigger is the playbook, or playbook/step. */
        REVIEW,
        OBJECTIVES,
        EXCLUSIONS,
        ASSETS,
        ADVERSARIES,
        /** Evidence of the ledger that counts. */
        FINDING,
        ATTACK,
        ALERT,
        /** A scan of the very bytes. */
        SCAN,
        TREATMENT;

        /** The subjects that it can speak of. */
        public Set<Subject> subjects() {
            return switch (this) {
                case REVIEW -> EnumSet.allOf(Subject.class);
                case OBJECTIVES, EXCLUSIONS, ASSETS, ADVERSARIES -> EnumSet.of(Subject.SYSTEM);
                case FINDING, ATTACK, ALERT -> EnumSet.of(Subject.SCENARIO, Subject.INCIDENT, Subject.ELEMENT);
                case SCAN -> EnumSet.of(Subject.ARTIFACT);
                case TREATMENT -> EnumSet.of(Subject.SCENARIO, Subject.INCIDENT);
            };
        }
    }

    /**
     * Somebody who takes part.
     *
     * @param asks groups of facts whose open questions are theirs to answer
     */
    public record Role(String id, String title, List<String> asks) {
        public Role {
            asks = List.copyOf(asks);
        }
    }

    /**
     * One step.
     *
     * @param each what it is done for
     * @param kinds kinds of elements that it is done for, or at; empty for all
     * @param least the band from which on a scenario is looked at: low for all that are shown
     * @param forRole id of the role whose questions are meant; empty for all
     * @param task what to do, with placeholders
     * @param ask what to ask the group
     * @param command the command line, with placeholders; empty where there is none
     * @param leaves the evidence that it leaves
     * @param decides id of the role that decides
     * @param doneBy what shows that it is done; empty where only people can say so
     * @param withinDays how old that may be
     */
    public record Step(
            String id,
            String title,
            Subject each,
            Set<ElementKind> kinds,
            Level least,
            String forRole,
            String task,
            List<String> ask,
            String command,
            String leaves,
            String decides,
            Set<Proof> doneBy,
            int withinDays) {
        public Step {
            kinds = Set.copyOf(kinds);
            ask = List.copyOf(ask);
            doneBy = Set.copyOf(doneBy);
        }
    }

    public Playbook {
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
    }

    public Optional<Role> role(String id) {
        return roles.stream().filter(r -> r.id().equals(id)).findFirst();
    }
}
