package io.casemate.cli.scan;

import io.casemate.cli.system.SystemFolder;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.evidence.ledger.LedgerDraft;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Element;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.rule.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Appends what a scan found to the ledger of a system, for each element that names the file as an artifact. */
record Recording(Path system, Terminal terminal) {
    private static final String SOURCE = "scan";
    private static final String SCANNED = "scanned";

    /** The model of the system; throws with every problem of it. */
    static SystemModel model(Path system) {
        return SystemModelReader.read(
                SystemFolder.of(system).model(), Knowledge.builtIn().vocabulary());
    }

    void record(ScanReport report, Instant now) {
        Knowledge knowledge = Knowledge.builtIn();
        SystemFolder folder = SystemFolder.of(system);
        SystemModel model = model(system);
        Set<LedgerDraft> drafts = new LinkedHashSet<>();
        Set<String> named = new HashSet<>();
        for (Element element : model.elements()) {
            List<FileReport> files = new ArrayList<>();
            List<String> open = new ArrayList<>();
            for (Artifact artifact : element.artifacts()) {
                Optional<FileReport> file = report.files().stream()
                        .filter(f -> isSame(folder.folder().resolve(artifact.path()), Path.of(f.path())))
                        .findFirst();
                file.ifPresent(f -> sayWhereStale(element, artifact, f));
                file.ifPresent(files::add);
                String why = file.map(f -> f.verdict() == Verdict.CLEAN
                                ? ""
                                : "is " + f.verdict().id())
                        .orElse("was not scanned");
                if (!why.isEmpty()) {
                    open.add("%s %s".formatted(artifact.path(), why));
                }
            }
            files.forEach(f -> named.add(f.path()));
            if (!files.isEmpty() && !open.isEmpty()) {
                terminal.err().printf("%s is not attested as scanned: %s%n", element.id(), String.join(", ", open));
            }
            for (FileReport file : files) {
                evidence(file, element, knowledge, open.isEmpty(), now).forEach(e -> drafts.add(LedgerDraft.of(e)));
            }
        }
        long unnamed =
                report.files().stream().filter(f -> !named.contains(f.path())).count();
        if (unnamed > 0) {
            terminal.err()
                    .printf(
                            "%,d of %,d files are named as an artifact by no element of %s; nothing was recorded for them%n",
                            unnamed, report.files().size(), folder.model());
        }
        append(folder, drafts, now);
    }

    private void append(SystemFolder folder, Set<LedgerDraft> drafts, Instant now) {
        if (drafts.isEmpty()) {
            terminal.err().println("nothing to record");
            return;
        }
        var appended = Ledger.append(folder.ledger(), List.copyOf(drafts), now).appended();
        terminal.err()
                .printf(
                        "recorded %,d %s, head %s%n",
                        appended.size(),
                        appended.size() == 1 ? "line" : "lines",
                        appended.getLast().hash());
    }

    /** Evidence is bound to the bytes that were read; where the model states others, somebody changed the file. */
    private void sayWhereStale(Element element, Artifact artifact, FileReport file) {
        if (!artifact.sha256().isEmpty()
                && !file.sha256().isEmpty()
                && !artifact.sha256().equals(file.sha256())) {
            terminal.err()
                    .printf(
                            "%s, artifact %s: has another SHA-256 than the model states: %s; find out who changed it, then"
                                    + " state the new one%n",
                            element.id(), artifact.path(), file.sha256());
        }
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare %s and %s".formatted(a, b), e);
        }
    }

    /** The findings as evidence for their threats; and that the element is scanned, where every artifact of it is clean. */
    private static List<Evidence> evidence(
            FileReport file, Element element, Knowledge knowledge, boolean attests, Instant now) {
        var provenance = new Provenance(SOURCE, SOURCE, "", now, file.sha256());
        List<Evidence> evidence = new ArrayList<>();
        for (var finding : file.findings()) {
            if (!finding.waived().isEmpty()) {
                continue;
            }
            for (String threat : finding.rule().threats()) {
                if (knowledge.threats().containsKey(threat)) {
                    evidence.add(new Finding(
                            provenance,
                            threat,
                            element.id(),
                            finding.rule().id(),
                            finding.message(),
                            finding.location().toString(),
                            finding.rule().decibans(),
                            finding.rule().incident()));
                }
            }
        }
        if (attests) {
            evidence.add(new Attestation(
                    provenance, SCANNED, element.id(), true, true, "the whole file was read and is clean"));
        }
        return evidence;
    }
}
