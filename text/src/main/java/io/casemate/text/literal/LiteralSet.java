package io.casemate.text.literal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds all places of many short literals in one pass. Each literal gives two neighbouring pairs of its bytes, rare ones where it
 * has them; every second pair of the text is looked up in a bit set of 8 KB, and so meets one of the two. About 2 GB/s where
 * nothing is found.
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
         * A literal stands here. Places may come slightly out of order.
         *
         * @param position where, in the array
         * @param literal its index in the list that made the set
         */
        void at(int position, int literal);
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /**
     * A place in a literal where one of its pairs stands.
     *
     * @param other the character before or after the pair, in lower case where case is ignored
     * @param step where that character stands, from the pair's first
     */
    private record Anchor(int literal, int offset, int other, int step) {}

    private final byte[][] texts;
    private final boolean[] ignoresCase;
    private final int reach;
    /** A bit for each pair of bytes, the first one in the low half. */
    private final long[] pairs = new long[1 << 10];

    /** How many pairs of the set come before those of each word of it. */
    private final short[] ranks = new short[pairs.length];
    /** Where each pair of the set may stand, in the order of the set. */
    private final Anchor[][] anchors;

    public LiteralSet(List<Literal> literals) {
        texts = new byte[literals.size()][];
        ignoresCase = new boolean[literals.size()];
        int longest = 0;
        var byPair = new TreeMap<Integer, List<Anchor>>();
        for (int i = 0; i < literals.size(); i++) {
            texts[i] = literals.get(i).text().getBytes(StandardCharsets.ISO_8859_1);
            ignoresCase[i] = literals.get(i).ignoresCase();
            int offset = rarest(texts[i]);
            longest = Math.max(longest, offset + 2);
            anchor(i, offset, 2, byPair);
            anchor(i, offset + 1, -1, byPair);
        }
        reach = longest;
        byPair.keySet().forEach(pair -> pairs[pair >>> 6] |= 1L << pair);
        for (int word = 1; word < pairs.length; word++) {
            ranks[word] = (short) (ranks[word - 1] + Long.bitCount(pairs[word - 1]));
        }
        anchors = byPair.values().stream()
                .map(places -> places.toArray(Anchor[]::new))
                .toArray(Anchor[][]::new);
    }

    /** Where two neighbouring pairs begin that are rarest, by a rule of thumb: letters in lower case are common, and zeros. */
    private static int rarest(byte[] text) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i + 2 < text.length; i++) {
            int common = 2 * commonness(text[i + 1]) + commonness(text[i]) + commonness(text[i + 2]);
            if (common < least) {
                least = common;
                best = i;
            }
        }
        return best;
    }

    private static int commonness(byte b) {
        if ("etaoinsrhld \0".indexOf(b) >= 0) {
            return 3;
        }
        return b >= 'a' && b <= 'z' ? 2 : 1;
    }

    private void anchor(int literal, int offset, int step, Map<Integer, List<Anchor>> byPair) {
        byte[] text = texts[literal];
        var anchor = new Anchor(literal, offset, text[offset + step], step);
        for (int first : cases(text[offset], ignoresCase[literal])) {
            for (int second : cases(text[offset + 1], ignoresCase[literal])) {
                byPair.computeIfAbsent(first | second << 8, p -> new ArrayList<>())
                        .add(anchor);
            }
        }
    }

    private static int[] cases(byte b, boolean any) {
        return any && b >= 'a' && b <= 'z' ? new int[] {b, b - 'a' + 'A'} : new int[] {b & 0xff};
    }

    /** Tells all places from {@code from} to before {@code to} where a literal begins; it ends before {@code limit}. */
    public void find(byte[] bytes, int from, int to, int limit, Hit hit) {
        int end = (int) Math.min((long) to + reach, limit);
        long[] table = pairs;
        int p = from;
        for (; p + 8 <= end && p + 9 <= limit; p += 8) {
            long word = (long) LONGS.get(bytes, p);
            int a = (int) word & 0xffff;
            int b = (int) word >>> 16;
            int c = (int) (word >>> 32) & 0xffff;
            int d = (int) (word >>> 48);
            long any = table[a >>> 6] >>> a | table[b >>> 6] >>> b | table[c >>> 6] >>> c | table[d >>> 6] >>> d;
            if ((any & 1) != 0) {
                for (int i = p; i < p + 8; i += 2) {
                    verify(bytes, i, from, to, limit, hit);
                }
            }
        }
        for (; p < end && p + 2 <= limit; p += 2) {
            verify(bytes, p, from, to, limit, hit);
        }
    }

    private void verify(byte[] bytes, int position, int from, int to, int limit, Hit hit) {
        int pair = (bytes[position] & 0xff) | ((bytes[position + 1] & 0xff) << 8);
        long word = pairs[pair >>> 6];
        if ((word >>> pair & 1) == 0) {
            return;
        }
        int rank = ranks[pair >>> 6] + Long.bitCount(word & (1L << pair) - 1);
        for (Anchor anchor : anchors[rank]) {
            int other = position + anchor.step;
            if (other < from || other >= limit || (lower(bytes[other], anchor.literal) != anchor.other)) {
                continue;
            }
            int start = position - anchor.offset;
            if (start >= from && start < to && stands(bytes, start, limit, anchor.literal)) {
                hit.at(start, anchor.literal);
            }
        }
    }

    private boolean stands(byte[] bytes, int position, int limit, int literal) {
        byte[] text = texts[literal];
        if (position > limit - text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (lower(bytes[position + i], literal) != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** The byte as the literal is written: in lower case, where that makes no difference to it. */
    private int lower(int b, int literal) {
        return ignoresCase[literal] && b >= 'A' && b <= 'Z' ? b + 'a' - 'A' : b;
    }
}
