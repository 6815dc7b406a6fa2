package io.casemate.report.compliance;

import io.casemate.core.compliance.Cited;
import io.casemate.core.compliance.ComplianceView;
import io.casemate.core.compliance.ComplianceView.Result;
import io.casemate.core.compliance.Seen;
import io.casemate.core.evidence.ledger.AuditReport;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.document.Tone;
import io.casemate.report.wording.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The audit trail: the lines of the ledger that the requirements rest on, and how to check that they stand in it unaltered. */
record Extract(ComplianceView view, AuditReport ledger) {
    /** Where the ledger of a system lies in its folder: a report says the same wherever the folder is. */
    private static final String FILE = ".casemate/ledger.jsonl";

    void write(Document.Builder document) {
        document.section("ledger", "Extract of the ledger");
        document.paragraph(
                Line.of("The ledger is a file of lines to which nobody adds but at its end: each names the SHA-256 of"
                        + " the line before. These are the lines that the requirements above rest on."));
        if (ledger.entries() > 0) {
            document.paragraph(Line.of("To check them, ask for the system's folder and run ")
                    .code(check())
                    .plain("."));
        }
        List<List<Cell>> facts = new ArrayList<>();
        facts.add(List.of(Cell.of("File"), Cell.of(Line.EMPTY.code(FILE))));
        facts.add(List.of(Cell.of("Chain"), state()));
        facts.add(List.of(Cell.of("Lines"), Cell.of(Integer.toString(ledger.entries()))));
        if (ledger.entries() > 0) {
            facts.add(List.of(Cell.of("Head"), Cell.of(Line.EMPTY.code(ledger.head()))));
        }
        document.table("The ledger", List.of("What", "At the moment of this report"), facts);
        List<List<Cell>> rows = byLine().entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue()))
                .toList();
        if (rows.isEmpty()) {
            document.paragraph("No requirement rests on a line of the ledger.");
        }
        document.table("Lines of the ledger", List.of("Line", "Says", "When", "SHA-256", "Requirements"), rows);
    }

    JsonObject json() {
        return Json.object()
                .put("file", FILE)
                .put("state", word())
                .put("problems", Json.texts(problems()))
                .put("entries", ledger.entries())
                .put("head", ledger.head())
                .put("check", check())
                .put(
                        "lines",
                        Json.array(
                                byLine().entrySet(),
                                e -> json(e.getKey()).put("requirements", Json.texts(e.getValue()))));
    }

    static JsonObject json(Cited line) {
        return Json.object()
                .put("seq", line.seq())
                .put("at", line.at().toString())
                .put("kind", line.kind())
                .put("hash", line.hash())
                .put("about", line.about())
                .put("by", line.by())
                .put("observed", line.observed().toString())
                .put("artifact", line.artifact())
                .put("ageDays", line.ageDays())
                .put("standing", line.standing().id());
    }

    private String check() {
        return "casemate audit SYSTEM --head " + ledger.head();
    }

    private String word() {
        if (!ledger.intact()) {
            return "broken";
        }
        return ledger.entries() == 0 ? "empty" : "verified";
    }

    private List<String> problems() {
        String file = ledger.file().toString();
        return ledger.problems().stream()
                .map(p -> p.toString().replace(file, FILE))
                .toList();
    }

    private Cell state() {
        Line word = Line.EMPTY.and(word(), ledger.intact() ? Tone.PLAIN : Tone.HIGH, "");
        List<Line> lines = new ArrayList<>(List.of(word));
        problems().forEach(p -> lines.add(Line.of(p)));
        return new Cell(lines);
    }

    /** The ids of the requirements by the line that they rest on, in the order of the ledger. */
    private Map<Cited, List<String>> byLine() {
        Map<Cited, List<String>> byLine = new TreeMap<>(Comparator.comparingLong(Cited::seq));
        for (Result result : view.results()) {
            for (Seen seen : result.seen()) {
                for (Cited line : seen.cited()) {
                    List<String> ids = byLine.computeIfAbsent(line, l -> new ArrayList<>());
                    if (!ids.contains(result.id())) {
                        ids.add(result.id());
                    }
                }
            }
        }
        return byLine;
    }

    private static List<Cell> row(Cited line, List<String> requirements) {
        Line standing = switch (line.standing()) {
            case FRESH -> Line.EMPTY.and("fresh", Tone.LOW, "");
            case TOO_OLD -> Line.EMPTY.and("stale", Tone.MEDIUM, "");
            case OTHER_ARTIFACT -> Line.EMPTY.and("stale: another artifact", Tone.MEDIUM, "");
            case WORD -> Line.EMPTY.and("a word, no test", Tone.MEDIUM, "");
        };
        List<Line> hashes = new ArrayList<>(List.of(Line.EMPTY.muted("line ").code(line.hash())));
        if (!line.artifact().isEmpty()) {
            hashes.add(Line.EMPTY.muted("artifact ").code(line.artifact()));
        }
        return List.of(
                new Cell(List.of(Line.EMPTY.strong(Long.toString(line.seq())), Line.of(line.kind()), standing)),
                new Cell(List.of(Line.EMPTY.code(line.about()), Line.of("by " + line.by()))),
                new Cell(List.of(
                        Line.of("recorded " + line.at()),
                        Line.of("observed " + line.observed()),
                        Line.EMPTY.muted(Figures.count((int) line.ageDays(), "day") + " old"))),
                new Cell(hashes),
                Cell.of(String.join(", ", requirements)));
    }
}
