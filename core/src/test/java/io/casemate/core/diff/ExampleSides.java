package io.casemate.core.diff;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The example systems, as they are and as they are after an edit. */
final class ExampleSides {
    static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final List<String> EXAMPLES = List.of("genai-platform", "fraud-detection", "image-classifier");

    private ExampleSides() {}

    static SystemModel model(String example) {
        Path root = Path.of(System.getProperty("casemate.root", ".."));
        return SystemModelReader.read(root.resolve("examples").resolve(example), KNOWLEDGE.vocabulary());
    }

    static Side side(SystemModel model) {
        return side(model, EvidenceBook.EMPTY, NOW);
    }

    static Side side(SystemModel model, EvidenceBook book, Instant asOf) {
        return new Side(KNOWLEDGE, model, book, Map.of(), asOf);
    }

    static Difference difference(SystemModel before, SystemModel after) {
        return Difference.of(side(before), side(after));
    }

    /** For messages. */
    static String told(Difference difference) {
        var text = new StringBuilder();
        for (Cause cause : difference.causes()) {
            text.append("%d %s %s%n".formatted(cause.number(), cause.title(), cause.hint()));
            cause.details().forEach(d -> text.append("     %s%n".formatted(d)));
            cause.crossings().forEach(d -> text.append("     %s%n".formatted(d)));
            cause.consequences()
                    .forEach(c -> text.append(
                            "   %s %s %.4f %s%n".formatted(c.change(), c.scenario(), c.weight(), c.with())));
        }
        return text.toString();
    }
}
