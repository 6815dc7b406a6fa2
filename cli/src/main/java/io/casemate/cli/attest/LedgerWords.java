package io.casemate.cli.attest;

import io.casemate.core.evidence.ledger.LedgerEntry;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import java.util.Optional;

/** One line of the ledger in a few words. */
final class LedgerWords {
    private LedgerWords() {}

    static String of(LedgerEntry entry) {
        JsonObject body = entry.body();
        return switch (entry.kind()) {
            case "attestation" ->
                "%s@%s %s, %s"
                        .formatted(
                                text(body, "control"),
                                text(body, "target"),
                                is(body, "holds") ? "holds" : "does not hold",
                                is(body, "verified") ? "verified" : "claimed");
            case "withdraw" -> "withdraws line " + text(body, "seq");
            default -> "%s, %s@%s".formatted(entry.kind(), text(body, "threat"), text(body, "target"));
        };
    }

    private static String text(JsonObject body, String name) {
        Json value = body.get(name).orElse(Json.text("?"));
        return value instanceof Json.Text text ? text.value() : value.compact();
    }

    private static boolean is(JsonObject body, String name) {
        return body.get(name).equals(Optional.of(Json.bool(true)));
    }
}
