package io.casemate.text.literal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.text.literal.LiteralSet.Literal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LiteralSetTest {
    private static final List<Literal> LITERALS = List.of(
            Literal.exact("abc"),
            Literal.exact("bca"),
            Literal.exact("aabb"),
            Literal.anyCase("cab"),
            Literal.anyCase("abcabc"),
            Literal.exact("a\0b"));

    @Test
    void finds_what_a_search_for_each_literal_finds() {
        long seed = 20260301L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] text = new byte[random.nextInt(60)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) "abcABC\0".charAt(random.nextInt(7));
            }
            int from = random.nextInt(text.length + 1);
            int to = from + random.nextInt(text.length - from + 1);
            int limit = to + random.nextInt(text.length - to + 1);
            List<String> found = new ArrayList<>();
            new LiteralSet(LITERALS)
                    .find(text, from, to, limit, (position, literal) -> found.add(position + ":" + literal));
            assertThat(found)
                    .as("seed %d round %d", seed, round)
                    .containsExactlyInAnyOrderElementsOf(slowly(text, from, to, limit));
        }
    }

    private static List<String> slowly(byte[] text, int from, int to, int limit) {
        String latin = new String(text, 0, limit, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            for (int l = 0; l < LITERALS.size(); l++) {
                Literal literal = LITERALS.get(l);
                String where = literal.ignoresCase() ? latin.toLowerCase(Locale.ROOT) : latin;
                if (where.startsWith(literal.text(), i)) {
                    found.add(i + ":" + l);
                }
            }
        }
        return found;
    }

    @Test
    void refuses_literals_too_short_to_hold_two_pairs() {
        assertThatThrownBy(() -> Literal.exact("ab"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 characters");
    }
}
