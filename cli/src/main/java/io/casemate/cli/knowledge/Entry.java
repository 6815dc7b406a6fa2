package io.casemate.cli.knowledge;

import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Reference;
import io.casemate.core.threat.Threat;
import io.casemate.report.wording.ConditionWords;
import java.util.List;

/** One entry of the catalogue, of whatever sort. */
sealed interface Entry {
    String id();

    String title();

    /** The sort, in one word. */
    String sort();

    /** Everything it says in words, for a search. */
    String words();

    List<Reference> references();

    record OfThreat(Threat threat) implements Entry {
        @Override
        public String id() {
            return threat.id();
        }

        @Override
        public String title() {
            return threat.title();
        }

        @Override
        public String sort() {
            return "threat";
        }

        @Override
        public String words() {
            return "%s %s %s".formatted(threat.description(), threat.scenario(), threat.falsePositives());
        }

        @Override
        public List<Reference> references() {
            return threat.references();
        }
    }

    record OfMitigation(Mitigation mitigation) implements Entry {
        @Override
        public String id() {
            return mitigation.id();
        }

        @Override
        public String title() {
            return mitigation.title();
        }

        @Override
        public String sort() {
            return "mitigation";
        }

        @Override
        public String words() {
            return "%s %s".formatted(mitigation.description(), mitigation.verify());
        }

        @Override
        public List<Reference> references() {
            return mitigation.references();
        }
    }

    record OfFact(Fact fact) implements Entry {
        @Override
        public String id() {
            return fact.id();
        }

        @Override
        public String title() {
            return fact.means();
        }

        @Override
        public String sort() {
            return "fact";
        }

        @Override
        public String words() {
            return fact.question();
        }

        @Override
        public List<Reference> references() {
            return List.of();
        }
    }

    /** A condition that others use by its name. */
    record OfCondition(String id, Condition condition) implements Entry {
        @Override
        public String title() {
            return "a part counts as %s where it %s".formatted(id, ConditionWords.of(condition));
        }

        @Override
        public String sort() {
            return "condition";
        }

        @Override
        public String words() {
            return "";
        }

        @Override
        public List<Reference> references() {
            return List.of();
        }
    }
}
