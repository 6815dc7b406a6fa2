package io.casemate.core.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that was probably meant. */
public final class Spelling {
    private static final int LENGTH_MAX = 64;
    private static final int KNOWN_MAX = 10_000;
    private static final int LISTED_MAX = 40;
    private static final int FEW_MAX = 8;

    private Spelling() {}

    /**
     * The known word nearest to a wrong one, if one is near: within 1 change where the shorter of the two has up to 4
     * characters, 2 for up to 8, 3 beyond. A change inserts, deletes, replaces or swaps (Damerau-Levenshtein, optimal string alignment);
     * case is no difference. Of equally near words the first counts; among more than {@value #KNOWN_MAX} none is sought.
     */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        if (wrong.length() > LENGTH_MAX || known.size() > KNOWN_MAX) {
            return Optional.empty();
        }
        String word = wrong.toLowerCase(Locale.ROOT).replace('_', '-');
        int best = LENGTH_MAX;
        Optional<String> nearest = Optional.empty();
        for (String candidate : known) {
            int enough = Math.min(best, changesMax(Math.min(word.length(), candidate.length())) + 1);
            if (Math.abs(candidate.length() - word.length()) < enough) {
                int distance = distance(word, candidate.toLowerCase(Locale.ROOT), enough);
                if (distance < enough) {
                    best = distance;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest;
    }

    /** What to do about a wrong word: the one probably meant, else the known ones, or the first of them. */
    public static String remedy(String wrong, Collection<String> known) {
        return nearest(wrong, known).map("did you mean '%s'?"::formatted).orElseGet(() -> listed(known));
    }

    /** The same where the known words can be looked up: {@code otherwise} where there are none or more than {@value #FEW_MAX}. */
    public static String remedy(String wrong, Collection<String> known, String otherwise) {
        boolean few = !known.isEmpty() && known.size() <= FEW_MAX;
        return few || nearest(wrong, known).isPresent() ? remedy(wrong, known) : otherwise;
    }

    private static int changesMax(int length) {
        return length <= 4 ? 1 : length <= 8 ? 2 : 3;
    }

    private static String listed(Collection<String> known) {
        if (known.isEmpty()) {
            return "none is known";
        }
        String some = known.stream().limit(LISTED_MAX).collect(Collectors.joining(", "));
        return known.size() <= LISTED_MAX
                ? "known are " + some
                : "known are %s and %d more".formatted(some, known.size() - LISTED_MAX);
    }

    /** The distance of two words, or {@code enough} where it is not below that. */
    private static int distance(String a, String b, int enough) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least >= enough) {
                return enough;
            }
            before = last;
            last = row;
        }
        return Math.min(last[b.length()], enough);
    }
}
