package io.casemate.cli.arguments;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The known word that was probably meant. */
public final class Nearest {
    private static final int LENGTH_MAX = 120;
    private static final int LISTED_MAX = 8;

    private Nearest() {}

    /**
     * The known word nearest to a wrong one, where at most a third of its letters (one of a short word) must be inserted,
     * deleted, replaced or swapped. Of equally near words the first counts.
     */
    public static Optional<String> to(String wrong, Collection<String> known) {
        if (wrong.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        int changesMax = Math.max(1, wrong.length() / 3);
        return known.stream()
                .filter(word -> Math.abs(word.length() - wrong.length()) <= changesMax)
                .filter(word -> changes(wrong, word) <= changesMax)
                .min(Comparator.comparingInt(word -> changes(wrong, word)));
    }

    /** What to do about a wrong word: the one probably meant, else some that are known. */
    public static String remedy(String wrong, Collection<String> known, String listing) {
        return to(wrong, known).map("did you mean '%s'?"::formatted).orElseGet(() -> listed(known, listing));
    }

    private static String listed(Collection<String> known, String listing) {
        if (known.isEmpty()) {
            return listing;
        }
        List<String> some = known.stream().limit(LISTED_MAX).toList();
        return known.size() <= LISTED_MAX ? "known are " + String.join(", ", some) : listing;
    }

    /** Damerau-Levenshtein distance, optimal string alignment. */
    static int changes(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
