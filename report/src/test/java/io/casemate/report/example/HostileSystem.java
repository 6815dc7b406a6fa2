package io.casemate.report.example;

import io.casemate.core.model.Asset;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Scope;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Zone;
import java.util.List;

/** The fraud-detection system with words that try to become markup, script, links or mentions. */
public final class HostileSystem {
    /** Breaks out of elements, attributes, scripts, comments and Markdown, each in its own way. */
    public static final String WORDS =
            "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)> javascript:alert(3) ]]> --> {{ 7*7 }} "
                    + "[x](https://evil.example) @everyone | `code`";

    private HostileSystem() {}

    public static SystemModel model() {
        SystemModel fair = FraudSystem.model();
        return new SystemModel(
                new Scope(WORDS, WORDS, WORDS, List.of(WORDS), List.of(WORDS), List.of(WORDS), List.of(WORDS)),
                fair.assets().stream()
                        .map(a -> new Asset(a.id(), WORDS, a.kind(), a.sensitivity(), WORDS, a.loss()))
                        .toList(),
                fair.adversaries(),
                fair.zones().stream()
                        .map(z -> new Zone(z.id(), WORDS, z.parent(), z.trust()))
                        .toList(),
                fair.elements().stream()
                        .map(e -> new Element(
                                e.id(), WORDS, WORDS, e.kind(), e.zone(), e.holds(), e.facts(), List.of(), List.of()))
                        .toList(),
                fair.flows().stream()
                        .map(f -> new Flow(f.id(), WORDS, f.from(), f.to(), f.carries(), f.facts(), List.of()))
                        .toList(),
                List.of(),
                List.of());
    }
}
