package io.casemate.cli.system;

import io.casemate.core.Assessor;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.evidence.ledger.LedgerReading;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A system as it lies on disk: model, evidence and the digests of its artifacts.
 *
 * @param gaps what could not be looked at
 */
public record SystemFiles(
        SystemFolder folder, SystemModel model, EvidenceBook evidence, Map<String, String> digests, List<Gap> gaps) {
    public SystemFiles {
        digests = Map.copyOf(digests);
        gaps = List.copyOf(gaps);
    }

    /**
     * Reads all of it.
     *
     * @param argument the system's folder or its casemate.yaml
     * @throws InvalidInputException with every problem of model and ledger
     */
    public static SystemFiles read(Path argument, Knowledge knowledge) {
        SystemFolder folder = SystemFolder.of(argument);
        List<Problem> problems = new ArrayList<>();
        Optional<SystemModel> model =
                collecting(problems, () -> SystemModelReader.read(folder.model(), knowledge.vocabulary()));
        LedgerReading ledger = Ledger.read(folder.ledger());
        Optional<EvidenceBook> evidence = collecting(problems, () -> Ledger.book(ledger));
        if (model.isEmpty() || evidence.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        ArtifactFiles artifacts = ArtifactFiles.read(folder.folder(), model.get());
        List<Gap> gaps = new ArrayList<>(artifacts.gaps());
        ledger.notes().forEach(note -> gaps.add(gap(note, folder)));
        return new SystemFiles(folder, model.get(), evidence.get(), artifacts.digests(), gaps);
    }

    /** The system at one moment. */
    public Assessment assess(Knowledge knowledge, Instant asOf) {
        return Assessor.assess(knowledge, model, evidence, digests, asOf).with(gaps);
    }

    /** SHA-256 of the model file, in lower-case hex. */
    public String modelSha256() {
        try {
            return ArtifactFiles.sha256(folder.model());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.model(), e);
        }
    }

    /** The place relative to the system: a report says the same wherever the system lies. */
    private static Gap gap(Problem note, SystemFolder folder) {
        Path file = folder.ledger();
        String where = note.where().replace(file.toString(), ".casemate/" + file.getFileName());
        return new Gap(where, note.what(), note.remedy());
    }

    private static <T> Optional<T> collecting(List<Problem> problems, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
