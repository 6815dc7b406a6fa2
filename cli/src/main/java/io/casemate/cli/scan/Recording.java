package io.casemate.cli.scan;

import io.casemate.cli.system.SystemFiles;
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
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.rule.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Appends what a scan found to the ledger of a system, for each element that names the file as an artifact. */
record Recording(Path system, Terminal terminal) {
    private static final String SOURCE = "scan";
    private static final String SCANNED = "scanned";

    void record(ScanReport report, Instant now) {
        Knowledge knowledge = Knowledge.builtIn();
        SystemFiles files = SystemFiles.read(system, knowledge);
        Set<LedgerDraft> drafts = new LinkedHashSet<>();
        int unnamed = 0;
        for (FileReport file : report.files()) {
            List<Element> elements = elements(files, file);
            if (elements.isEmpty()) {
                unnamed++;
            }
            for (Element element : elements) {
                evidence(file, element, knowledge, now).forEach(e -> drafts.add(LedgerDraft.of(e)));
            }
        }
        if (unnamed > 0) {
            terminal.err()
                    .printf(
                            "%,d of %,d files are named as an artifact by no element of %s; nothing was recorded for them%n",
                            unnamed, report.files().size(), files.folder().model());
        }
        if (drafts.isEmpty()) {
            terminal.err().println("nothing to record");
            return;
        }
        var appended = Ledger.append(files.folder().ledger(), List.copyOf(drafts), now);
        terminal.err()
                .printf(
                        "recorded %,d lines, head %s%n",
                        appended.appended().size(),
                        appended.appended().getLast().hash());
    }

    private static List<Element> elements(SystemFiles files, FileReport file) {
        List<Element> elements = new ArrayList<>();
        for (Element element : files.model().elements()) {
            for (Artifact artifact : element.artifacts()) {
                if (isSame(files.folder().folder().resolve(artifact.path()), Path.of(file.path()))) {
                    elements.add(element);
                }
            }
        }
        return elements;
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare %s and %s".formatted(a, b), e);
        }
    }

    /** The findings as evidence for their threats; and that the element is scanned, where everything in the file was read. */
    private static List<Evidence> evidence(FileReport file, Element element, Knowledge knowledge, Instant now) {
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
        if (file.verdict() == Verdict.CLEAN) {
            evidence.add(new Attestation(
                    provenance, SCANNED, element.id(), true, true, "the whole file was read and is clean"));
        }
        return evidence;
    }
}
