package io.casemate.cli.diff;

import io.casemate.cli.system.ArtifactFiles;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.system.SystemFolder;
import io.casemate.core.diff.Side;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.evidence.ledger.LedgerReading;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Element;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.risk.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what an operand names: from the disk, or out of a revision. */
record Sources(Knowledge knowledge) {
    private static final String LEDGER = ".casemate/ledger.jsonl";

    /**
     * What was found.
     *
     * @param alone whether it is a model file with no ledger beside it, which says nothing of evidence
     */
    record Source(
            SystemModel model, EvidenceBook evidence, Map<String, String> digests, List<Gap> gaps, boolean alone) {
        Side side(Knowledge knowledge, Source other, Instant asOf) {
            Map<String, String> known = new LinkedHashMap<>(alone ? other.digests() : Map.of());
            known.putAll(digests);
            return new Side(
                    knowledge, model, alone ? other.evidence() : evidence, known, alone ? other.gaps() : gaps, asOf);
        }
    }

    /** What the operand names; absent where problems say why. */
    Optional<Source> read(Operand operand, Instant asOf, List<Problem> problems) {
        try {
            return Optional.of(read(operand, asOf));
        } catch (InvalidInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private Source read(Operand operand, Instant asOf) {
        return operand.revision().isEmpty() ? files(operand.path(), asOf) : revision(operand, asOf);
    }

    private Source files(Path path, Instant asOf) {
        checkMoment(path);
        SystemFiles files = SystemFiles.read(path, knowledge);
        Path ledger = files.folder().ledger();
        boolean alone = !Files.isDirectory(path) && !Files.exists(ledger);
        return new Source(files.model(), book(Ledger.read(ledger), asOf), files.digests(), files.gaps(), alone);
    }

    /** What stands behind the @ of something that is there was meant as a moment. */
    private static void checkMoment(Path path) {
        String text = path.toString();
        int at = text.lastIndexOf('@');
        if (at > 0 && !Files.exists(path) && Files.exists(Path.of(text.substring(0, at)))) {
            throw new InvalidInputException(List.of(new Problem(
                    "'%s'".formatted(text),
                    "'%s' is no moment".formatted(text.substring(at + 1)),
                    "write 2026-11-21 or 2026-11-21T12:00:00Z behind the @")));
        }
    }

    private Source revision(Operand operand, Instant asOf) {
        Git git = Git.at(operand.path(), operand.revision());
        String place = place(git, operand.path());
        boolean isFile = git.type(place).filter("blob"::equals).isPresent();
        String model = isFile ? place : within(place, SystemFolder.MODEL);
        String label = "%s:%s".formatted(git.name(), model);
        byte[] bytes = git.file(model)
                .orElseThrow(() -> new InvalidInputException(List.of(new Problem(
                        label,
                        "does not exist in this revision",
                        "'git ls-tree -r --name-only %s' lists what does".formatted(git.name())))));
        SystemModel read = SystemModelReader.read(label, bytes, knowledge.vocabulary());
        String folder = model.contains("/") ? model.substring(0, model.lastIndexOf('/')) : "";
        Map<String, String> digests = new LinkedHashMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (Element element : read.elements()) {
            for (Artifact artifact : element.artifacts()) {
                digest(git, folder, artifact)
                        .ifPresentOrElse(
                                sha256 -> digests.put(artifact.path(), sha256),
                                () -> gaps.add(ArtifactFiles.absent(element, artifact)));
            }
        }
        EvidenceBook evidence = git.file(within(folder, LEDGER))
                .map(ledger -> book(git, ledger, asOf, gaps))
                .orElse(EvidenceBook.EMPTY);
        return new Source(read, evidence, digests, gaps, false);
    }

    /** The place in the repository: as the path lies from here, else, where nothing is there, from the top. */
    private static String place(Git git, Path path) {
        String fromHere = git.inside(path);
        String fromTop = path.toString().replace('\\', '/');
        boolean there = fromHere.isEmpty() || git.type(fromHere).isPresent();
        return there || path.isAbsolute() || git.type(fromTop).isEmpty() ? fromHere : fromTop;
    }

    private static String within(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static Optional<String> digest(Git git, String folder, Artifact artifact) {
        return git.sha256(within(folder, artifact.path()));
    }

    /** The ledger's reader reads files, so the bytes become one for a moment. */
    private static EvidenceBook book(Git git, byte[] ledger, Instant asOf, List<Gap> gaps) {
        String label = "%s:%s".formatted(git.name(), LEDGER);
        try {
            Path file = Files.createTempFile("casemate-ledger-", ".jsonl");
            try {
                Files.write(file, ledger);
                LedgerReading reading = Ledger.read(file);
                reading.notes()
                        .forEach(n ->
                                gaps.add(new Gap(n.where().replace(file.toString(), LEDGER), n.what(), n.remedy())));
                return book(reading, asOf);
            } catch (InvalidInputException e) {
                throw new InvalidInputException(e.problems().stream()
                        .map(p -> new Problem(p.where().replace(file.toString(), label), p.what(), p.remedy()))
                        .toList());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep %s for reading".formatted(label), e);
        }
    }

    /** The evidence as the ledger had it at that moment: what was taken back later still stands. */
    private static EvidenceBook book(LedgerReading reading, Instant asOf) {
        return Ledger.book(new LedgerReading(
                reading.file(),
                reading.entries().stream().filter(e -> !e.at().isAfter(asOf)).toList(),
                reading.problems(),
                reading.notes(),
                reading.head(),
                reading.tail()));
    }
}
