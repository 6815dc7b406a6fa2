package io.casemate.report.example;

import io.casemate.core.Assessor;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.report.view.ViewInput;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** The three systems of {@code examples/}, with the whole catalogue. */
public final class ExampleSystems {
    public static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    public static final Instant AS_OF = Instant.parse("2026-11-21T00:00:00Z");

    private ExampleSystems() {}

    public static SystemModel model(String example) {
        Path file = Path.of(System.getProperty("casemate.root", ".."), "examples", example, "casemate.yaml");
        return SystemModelReader.read(file, KNOWLEDGE.vocabulary());
    }

    /** The example without a ledger, as it lies in the checkout. */
    public static ViewInput input(String example) {
        return input(model(example), EvidenceBook.EMPTY, Map.of());
    }

    public static ViewInput input(SystemModel model, EvidenceBook evidence, Map<String, String> digests) {
        return new ViewInput(Assessor.assess(KNOWLEDGE, model, evidence, digests, AS_OF), KNOWLEDGE, evidence, digests);
    }
}
