import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Writes a believable large system: teams with a data, training, serving and assistant side each, in zones of their own, with
 * users outside. {@code java bench/LargeSystem.java ELEMENTS FLOWS FILE}. Seeded: the same arguments give the same file.
 */
public final class LargeSystem {
    private static final List<String> CELL = List.of(
            "user", "inference-endpoint", "model", "feature-store", "data-source", "data-set", "label-store", "training-job",
            "checkpoint", "model-registry", "pipeline", "notebook", "ensemble", "batch-scorer", "feedback-loop", "human-review",
            "llm", "system-prompt", "retriever", "vector-store", "agent", "tool", "memory", "guardrail", "process", "store");
    private static final List<String> FACTS = List.of(
            "authenticated", "rate-limited", "logged", "monitored", "access-controlled", "input-validated", "curated",
            "integrity-checked", "signed", "patched", "dependencies-pinned", "content-filtered", "sandboxed", "third-party",
            "input-untrusted", "executable-format");
    private static final List<String> ASSETS = List.of(
            "model-ip", "training-data", "inference-data", "predictions", "system-prompts", "secrets", "user-data");

    public static void main(String[] args) throws IOException {
        int elements = Integer.parseInt(args[0]);
        int flows = Integer.parseInt(args[1]);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_101L);
        var yaml = new StringBuilder("casemate: 1\nscope: {name: Large system}\nassets:\n");
        for (String asset : ASSETS) {
            yaml.append("  - {id: a-%s, kind: %s, sensitivity: %s}%n"
                    .formatted(asset, asset, List.of("medium", "high").get(random.nextInt(2))));
        }
        yaml.append("adversaries:\n  - {id: ring, profile: external-hacker, capability: medium, likelihood: medium}\n");
        yaml.append("  - {id: insider, profile: malicious-insider, capability: medium, likelihood: low}\n");
        yaml.append("zones:\n  - {id: internet, trust: 0}\n  - {id: company, trust: 2}\n");
        int cells = (elements + CELL.size() - 1) / CELL.size();
        for (int c = 0; c < cells; c++) {
            yaml.append("  - {id: team-%d, in: company}%n".formatted(c));
        }
        yaml.append("elements:\n");
        for (int e = 0; e < elements; e++) {
            String kind = CELL.get(e % CELL.size());
            String zone = kind.equals("user") ? "internet" : "team-" + e / CELL.size();
            yaml.append("  - {id: e-%d, kind: %s, zone: %s, holds: [%s], facts: {%s}}%n"
                    .formatted(e, kind, zone, random.nextInt(3) == 0 ? "a-" + ASSETS.get(random.nextInt(7)) : "", facts(random)));
        }
        yaml.append("flows:\n");
        for (int f = 0; f < flows; f++) {
            int from = random.nextInt(elements);
            int cell = from / CELL.size() * CELL.size();
            int size = Math.min(CELL.size(), elements - cell);
            int to = random.nextInt(10) < 9 ? cell + random.nextInt(size) : random.nextInt(elements);
            to = to == from ? (from + 1) % elements : to;
            yaml.append("  - {id: f-%d, from: e-%d, to: e-%d}%n".formatted(f, from, to));
        }
        Files.writeString(Path.of(args[2]), yaml);
    }

    private static String facts(RandomGenerator random) {
        return FACTS.stream()
                .filter(f -> random.nextInt(3) == 0)
                .map(f -> f + ": " + (random.nextInt(3) == 0 ? "no" : "yes"))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
