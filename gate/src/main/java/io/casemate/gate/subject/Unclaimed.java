package io.casemate.gate.subject;

import io.casemate.core.Assessor;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Rating;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Mitigation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same system if words counted nothing: every control that is only claimed, in the model or by an attestation, is taken to
 * be absent; verified ones stay. What is high here and not in the assessment is held by words alone.
 *
 * @param ratings by scenario; a scenario that verified controls end has none
 * @param asked scenarios of which nobody could say whether they hold
 */
record Unclaimed(Map<String, Rating> ratings, Set<String> asked) {
    static Unclaimed of(Situation situation) {
        Knowledge knowledge = situation.knowledge();
        SystemModel model = situation.topology().model();
        var bare = new SystemModel(
                model.scope(),
                model.assets(),
                model.adversaries(),
                model.zones(),
                model.elements().stream().map(e -> without(e, knowledge)).toList(),
                model.flows().stream().map(f -> without(f, knowledge)).toList(),
                List.of(),
                model.reviews(),
                model.answers(),
                model.statements(),
                model.costs());
        EvidenceBook book = situation.evidence();
        List<Recorded<Evidence>> shown = book.evidence().stream()
                .filter(recorded -> !isClaim(recorded.body(), knowledge))
                .toList();
        Assessment assessment = Assessor.assess(
                knowledge,
                bare,
                new EvidenceBook(shown, book.spans(), book.withdrawn()),
                situation.digests(),
                situation.assessment().asOf());
        Map<String, Rating> ratings = new HashMap<>();
        assessment.risks().forEach(risk -> ratings.put(risk.id(), risk.current()));
        Set<String> asked = new HashSet<>();
        assessment.questions().forEach(question -> asked.addAll(question.scenarios()));
        asked.removeAll(ratings.keySet());
        return new Unclaimed(Map.copyOf(ratings), Set.copyOf(asked));
    }

    /** What an ended scenario would be: what it is with no control at all where nobody could say whether it holds. */
    Rating of(Answered answered) {
        Rating ended = asked.contains(answered.id())
                ? answered.inherent()
                : Rating.ended(answered.inherent().impact());
        return ratings.getOrDefault(answered.id(), ended);
    }

    /** A claim that a control is in place; one that speaks against a control stays. */
    private static boolean isClaim(Evidence evidence, Knowledge knowledge) {
        if (!(evidence instanceof Attestation a) || a.verified() || !a.holds()) {
            return false;
        }
        Mitigation mitigation = knowledge.mitigations().get(a.controlId());
        return isControl(mitigation == null ? a.controlId() : mitigation.fact(), knowledge);
    }

    private static boolean isControl(String fact, Knowledge knowledge) {
        Fact known = knowledge.facts().get(fact);
        return known != null && known.good();
    }

    private static Map<String, Boolean> without(Map<String, Boolean> facts, Knowledge knowledge) {
        Map<String, Boolean> left = new HashMap<>(facts);
        left.replaceAll((fact, value) -> value && !isControl(fact, knowledge));
        return left;
    }

    private static Element without(Element e, Knowledge knowledge) {
        return new Element(
                e.id(),
                e.name(),
                e.description(),
                e.kind(),
                e.zone(),
                e.holds(),
                without(e.facts(), knowledge),
                e.artifacts(),
                e.formerly());
    }

    private static Flow without(Flow f, Knowledge knowledge) {
        return new Flow(f.id(), f.name(), f.from(), f.to(), f.carries(), without(f.facts(), knowledge), f.formerly());
    }
}
