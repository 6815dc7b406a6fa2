package io.casemate.report.example;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.Level;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Reference;
import io.casemate.core.threat.Stage;
import io.casemate.core.threat.Stride;
import io.casemate.core.threat.Threat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Four threats and two mitigations, so that the golden files of the reports do not move with the catalogue. */
final class SmallKnowledge {
    private static final Map<String, Threat> THREATS = new TreeMap<>(Map.of(
            "data-poisoning", threat("data-poisoning", "Data poisoning", Stage.DATA, Stride.TAMPERING),
            "flow-eavesdropping",
                    threat("flow-eavesdropping", "Eavesdropping", Stage.DEPLOYMENT, Stride.INFORMATION_DISCLOSURE),
            "label-flipping", threat("label-flipping", "Label flipping", Stage.DATA, Stride.TAMPERING),
            "model-extraction",
                    threat("model-extraction", "Model extraction", Stage.INFERENCE, Stride.INFORMATION_DISCLOSURE)));

    private SmallKnowledge() {}

    static Knowledge of(Knowledge builtIn) {
        return new Knowledge(
                THREATS,
                Map.of("rate-limit-queries", mitigation()),
                builtIn.facts(),
                builtIn.standings(),
                builtIn.conditions(),
                builtIn.kinds(),
                builtIn.weights(),
                builtIn.files());
    }

    static Threat threat(String id) {
        return THREATS.getOrDefault(id, THREATS.values().iterator().next());
    }

    private static Threat threat(String id, String title, Stage stage, Stride stride) {
        return new Threat(
                id,
                title,
                Threat.Maturity.STABLE,
                Set.of(stride),
                stage,
                id.startsWith("flow-"),
                List.of(
                        new Reference("atlas", "AML.T0020"),
                        new Reference("cwe", "CWE-799"),
                        new Reference("owasp-ml-2023", "ML05:2023")),
                "What somebody does and what it leads to.",
                "Somebody at {entry} goes for {target}.",
                new Condition.All(List.of()),
                Threat.AT_TARGET,
                0.15,
                Level.MEDIUM,
                Set.of(),
                Set.of(AssetKind.MODEL_IP, AssetKind.TRAINING_DATA),
                2,
                List.of(new Factor(
                        "rate-limited", true, "rate-limit-queries", Factor.Place.PATH, Factor.Strength.STRONG)),
                List.of(),
                List.of("attack:query-extraction"),
                "When the model is public anyway.");
    }

    private static Mitigation mitigation() {
        return new Mitigation(
                "rate-limit-queries",
                "Limit queries per caller",
                "Refuse beyond a quota.",
                "rate-limited",
                true,
                "Send more requests than the quota.",
                Level.LOW,
                List.of(),
                List.of());
    }
}
