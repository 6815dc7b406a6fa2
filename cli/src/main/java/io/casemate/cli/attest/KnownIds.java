package io.casemate.cli.attest;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.problem.Problem;
import io.casemate.core.problem.Spelling;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Mitigation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The controls, threats and parts that evidence may name. */
final class KnownIds {
    private final Knowledge knowledge;
    private final Topology topology;
    private final List<String> controls = new ArrayList<>();
    private final List<String> parts;

    KnownIds(Knowledge knowledge, SystemModel model) {
        this.knowledge = knowledge;
        this.topology = Topology.of(model);
        knowledge.facts().values().stream().filter(Fact::good).map(Fact::id).forEach(controls::add);
        controls.addAll(knowledge.mitigations().keySet());
        this.parts = topology.parts().stream().map(Part::id).toList();
    }

    /** Reports what is unknown about a control at a target. */
    void check(String where, ControlAt named, Consumer<Problem> problems) {
        if (!controls.contains(named.control())) {
            problems.accept(new Problem(where, what(named.control()), remedy(named.control())));
        }
        part(where, named.target(), problems);
    }

    /** Reports what is unknown about a piece of evidence. */
    void check(String where, Evidence evidence, Consumer<Problem> problems) {
        switch (evidence) {
            case Finding f -> check(where, f.threatId(), f.targetId(), problems);
            case AttackResult r -> check(where, r.threatId(), r.targetId(), problems);
            case Alert a -> check(where, a.threatId(), a.targetId(), problems);
            case Attestation a -> check(where, new ControlAt(a.controlId(), a.targetId()), problems);
        }
    }

    /** Reports what is unknown about a threat to a target. */
    void check(String where, String threat, String target, Consumer<Problem> problems) {
        if (!knowledge.threats().containsKey(threat)) {
            problems.accept(new Problem(
                    where,
                    "unknown threat '%s'".formatted(threat),
                    Spelling.remedy(threat, knowledge.threats().keySet(), "see 'casemate knowledge list'")));
        }
        part(where, target, problems);
    }

    private void part(String where, String target, Consumer<Problem> problems) {
        if (!parts.contains(topology.currentId(target))) {
            problems.accept(new Problem(
                    where,
                    "unknown element or flow '%s'".formatted(target),
                    Spelling.remedy(target, parts, "name one of casemate.yaml")));
        }
    }

    private String what(String control) {
        return knowledge.facts().containsKey(control)
                ? "'%s' is an exposure, no control".formatted(control)
                : "unknown control '%s'".formatted(control);
    }

    private String remedy(String control) {
        if (knowledge.facts().containsKey(control)) {
            List<String> removing = knowledge.mitigations().values().stream()
                    .filter(m -> m.fact().equals(control))
                    .map(Mitigation::id)
                    .toList();
            return removing.isEmpty()
                    ? "state it as a fact in casemate.yaml"
                    : "attest what removes it: " + String.join(", ", removing);
        }
        return Spelling.remedy(control, controls, "see 'casemate knowledge list mitigations'");
    }
}
