package io.casemate.cli.attest;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.evidence.ledger.LedgerDraft;
import io.casemate.core.evidence.ledger.LedgerEntry;
import io.casemate.core.evidence.ledger.LedgerReading;
import io.casemate.core.evidence.ledger.LedgerReading.Tail;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.core.json.JsonFields;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Evidence that another tool found: a JSON array of {@code {kind, body}}, as the lines of a ledger have them. */
final class EvidenceFile {
    private static final Set<String> KINDS = Set.of("finding", "attack", "alert", "attestation", "watch");

    private EvidenceFile() {}

    /**
     * What the file wants recorded, each body read as the ledger would.
     *
     * @throws InvalidInputException with every problem of every item
     */
    static List<LedgerDraft> read(Path file, KnownIds known) {
        if (!(JsonReader.read(file) instanceof JsonArray array)) {
            throw new InvalidInputException(List.of(
                    new Problem(file.toString(), "is no array", "write [{\"kind\": \"finding\", \"body\": {...}}]")));
        }
        List<Problem> problems = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        for (Json item : array.items()) {
            int number = entries.size() + 1;
            String where = "%s[%d]".formatted(file, number);
            if (item instanceof JsonObject object) {
                entries.add(entry(number, new JsonFields(object, where, problems::add)));
            } else {
                problems.add(new Problem(where, "is no object", "write {\"kind\": ..., \"body\": {...}}"));
                entries.add(new LedgerEntry(number, "", Instant.EPOCH, "none", Json.object(), "", ""));
            }
        }
        entries.forEach(e -> checkBody(file, e, known, problems));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return entries.stream()
                .map(e -> new LedgerDraft(e.kind(), e.body(), ""))
                .toList();
    }

    private static LedgerEntry entry(int number, JsonFields fields) {
        fields.allowOnly("kind", "body");
        String kind = fields.text("kind");
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            fields.report(
                    "kind",
                    "is no kind of evidence: '%s'".formatted(kind),
                    "known are " + String.join(", ", KINDS.stream().sorted().toList()));
        }
        JsonObject body = fields.object("body").object();
        return new LedgerEntry(number, "", Instant.EPOCH, kind, body, "", "");
    }

    /** Reads a body with the ledger's own reader. */
    private static void checkBody(Path file, LedgerEntry entry, KnownIds known, List<Problem> problems) {
        String where = "%s[%d]".formatted(file, entry.seq());
        var reading = new LedgerReading(
                file, List.of(entry), List.of(), List.of(), LedgerReading.GENESIS, new Tail(0, 0, false));
        try {
            EvidenceBook book = Ledger.book(reading);
            book.evidence().forEach(e -> known.check(where, e.body(), problems::add));
            book.spans()
                    .forEach(s ->
                            known.check(where, s.body().threatId(), s.body().targetId(), problems::add));
        } catch (InvalidInputException e) {
            String line = "%s:%d ".formatted(file, entry.seq());
            e.problems()
                    .forEach(p ->
                            problems.add(new Problem(p.where().replace(line, where + "."), p.what(), p.remedy())));
        }
    }
}
