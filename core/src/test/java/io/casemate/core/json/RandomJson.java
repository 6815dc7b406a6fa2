package io.casemate.core.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** JSON values of all kinds, with the texts and numbers that break writers. */
final class RandomJson {
    private static final int[] POINTS = {
        'a', 'Z', '"', '\\', '/', '\n', '\r', 0, 0x1f, 0x7f, 0x80, 0xe9, 0x2028, 0xfb33, 0x1f600
    };

    private RandomJson() {}

    static Json value(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> Json.text(text(random));
            case 1 -> Json.number(number(random));
            case 2 -> Json.number(random.nextLong(1L << 53) - (1L << 52));
            case 3 -> Json.bool(random.nextBoolean());
            case 4 -> Json.nothing();
            case 5 ->
                Json.array(IntStream.range(0, random.nextInt(4))
                        .<Json>mapToObj(i -> value(random, depth - 1))
                        .toList());
            default -> new JsonObject(fields(random, depth));
        };
    }

    private static Map<String, Json> fields(RandomGenerator random, int depth) {
        var fields = new LinkedHashMap<String, Json>();
        for (int i = random.nextInt(5); i > 0; i--) {
            fields.put(text(random), value(random, depth - 1));
        }
        return fields;
    }

    private static String text(RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
        }
        return text.toString();
    }

    private static double number(RandomGenerator random) {
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) && random.nextBoolean() ? any : random.nextDouble(-1_000, 1_000);
    }
}
