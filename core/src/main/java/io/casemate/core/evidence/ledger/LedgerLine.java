package io.casemate.core.evidence.ledger;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonFields;
import io.casemate.core.json.JsonLimits;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The form of one line: RFC 8785 JSON {@code {seq, prev, at, kind, body, hash}}, with {@code mergedFrom} where it has one. */
final class LedgerLine {
    /** Length of the longest line, without its newline. */
    static final int BYTES_MAX = 1 << 20;

    private static final JsonLimits LIMITS = new JsonLimits(BYTES_MAX, 100, BYTES_MAX);
    private static final long SEQ_MAX = (1L << 53) - 1; // whole numbers that a double holds

    private LedgerLine() {}

    /** Gives a draft its place behind the line with the hash {@code prev}. */
    static LedgerEntry seal(long seq, String prev, Instant at, LedgerDraft draft) {
        var open = new LedgerEntry(seq, prev, at, draft.kind(), draft.body(), draft.mergedFrom(), "");
        return new LedgerEntry(
                seq,
                prev,
                at,
                draft.kind(),
                draft.body(),
                draft.mergedFrom(),
                sha256(unsealed(open).canonical()));
    }

    static byte[] bytes(LedgerEntry entry) {
        return unsealed(entry).put("hash", entry.hash()).canonical();
    }

    /**
     * The entry that a line holds, its hash verified.
     *
     * @throws InvalidInputException naming what is wrong with the line by itself; its place in the chain is not looked at
     */
    static LedgerEntry parse(String where, byte[] line) {
        JsonObject object = object(where, line);
        List<Problem> found = new ArrayList<>();
        LedgerEntry entry = entry(new JsonFields(object, where, found::add));
        if (!found.isEmpty()) {
            throw new InvalidInputException(List.of(found.getFirst()));
        }
        if (!entry.hash().equals(sha256(canonical(where, object.without("hash"))))) {
            throw invalid(where, "was edited: its contents do not give its hash", RESTORE);
        }
        if (!Arrays.equals(line, canonical(where, object))) {
            throw invalid(where, "was reformatted: it is not canonical JSON (RFC 8785)", RESTORE);
        }
        return entry;
    }

    static final String RESTORE = "restore the line from a backup or from version control";

    private static JsonObject object(String where, byte[] line) {
        Json json;
        try {
            json = JsonReader.read(where, line, LIMITS);
        } catch (InvalidInputException e) {
            Problem problem = e.problems().getFirst();
            throw invalid(where, problem.what(), RESTORE);
        }
        if (json instanceof JsonObject object) {
            return object;
        }
        throw invalid(where, "is not a JSON object", RESTORE);
    }

    private static LedgerEntry entry(JsonFields fields) {
        String mergedFrom = fields.textOr("mergedFrom", "");
        if (!mergedFrom.isEmpty() && !mergedFrom.matches("[0-9a-f]{64}")) {
            fields.report("mergedFrom", "is not a hash", RESTORE);
        }
        fields.allowOnly("seq", "prev", "at", "kind", "body", "hash", "mergedFrom");
        return new LedgerEntry(
                fields.whole("seq", 1, SEQ_MAX),
                fields.text("prev"),
                fields.instant("at"),
                fields.text("kind"),
                fields.object("body").object(),
                mergedFrom,
                fields.text("hash"));
    }

    private static JsonObject unsealed(LedgerEntry entry) {
        JsonObject line = Json.object()
                .put("seq", entry.seq())
                .put("prev", entry.prev())
                .put("at", entry.at().toString())
                .put("kind", entry.kind())
                .put("body", entry.body());
        return entry.mergedFrom().isEmpty() ? line : line.put("mergedFrom", entry.mergedFrom());
    }

    private static byte[] canonical(String where, Json json) {
        try {
            return json.canonical();
        } catch (IllegalArgumentException e) {
            throw invalid(where, "holds a number beyond the range of a double", RESTORE);
        }
    }

    private static InvalidInputException invalid(String where, String what, String remedy) {
        return new InvalidInputException(List.of(new Problem(where, what, remedy)));
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
