package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.WatchSpan;
import io.casemate.core.json.Json.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Evidence and ledgers for tests. */
final class Samples {
    static final Instant AT = Instant.parse("2026-10-01T08:00:00Z");

    private Samples() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** A finding whose rule is the given name, by which {@link #rules} finds it again. */
    static LedgerDraft draft(String rule) {
        return LedgerDraft.of(finding(rule));
    }

    static Finding finding(String rule) {
        return new Finding(
                Provenance.of("pickle", "1", AT),
                "malicious-deserialisation",
                "model",
                rule,
                "says \u20ac",
                "a:1",
                20,
                false);
    }

    /** The rules of all findings in a ledger, in order. */
    static List<String> rules(List<LedgerEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.body().get("rule").stream())
                .map(rule -> ((Text) rule).value())
                .toList();
    }

    /** A ledger of findings named rule-1 to rule-n, one append each. */
    static Path ledger(Path folder, int lines) {
        Path file = Ledger.of(folder);
        List<LedgerDraft> drafts = new ArrayList<>();
        for (int i = 1; i <= lines; i++) {
            drafts.add(draft("rule-" + i));
        }
        Ledger.append(file, drafts, AT);
        return file;
    }

    static List<String> lines(Path file) {
        try {
            return new ArrayList<>(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, List<String> lines) {
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Evidence evidence(RandomGenerator random) {
        String id = "e" + random.nextInt(1_000);
        var provenance = new Provenance(
                "source-" + id,
                random.nextBoolean() ? "family" : "",
                "1." + random.nextInt(9),
                moment(random),
                random.nextBoolean() ? "" : "ab".repeat(32));
        return switch (random.nextInt(4)) {
            case 0 ->
                new Finding(provenance, "t", id, "r", "\"m\"\n", "", random.nextDouble(-40, 40), random.nextBoolean());
            case 1 -> {
                int trials = random.nextInt(1, 1_000);
                yield new AttackResult(provenance, "t", id, "a", random.nextInt(trials + 1), trials);
            }
            case 2 -> new Alert(provenance, "t", id, "s", random.nextGaussian(), random.nextGaussian());
            default ->
                new Attestation(provenance, "c", id, random.nextBoolean(), random.nextBoolean(), "it \ud83d\ude00");
        };
    }

    static WatchSpan span(RandomGenerator random) {
        Instant from = moment(random);
        return new WatchSpan("s", "t", "e", from, from.plusSeconds(random.nextInt(1_000)));
    }

    private static Instant moment(RandomGenerator random) {
        return AT.plusNanos(random.nextLong(1L << 50));
    }
}
