package io.casemate.scan.call;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/** Names that look like others: letters of several scripts in one part, letters of compatibility, signs that nobody sees. */
final class LookAlike {
    /** Small letters of Cyrillic that no reader tells from Latin ones. */
    private static final String TWINS =
            "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0455\u0456\u0458\u04bb\u0501\u051b\u051d";

    private LookAlike() {}

    /** Whether a dotted name is written to be taken for another. Names in any one script are names. */
    static boolean is(String dotted) {
        if (dotted.chars().allMatch(c -> c < 0x80)) {
            return false;
        }
        if (dotted.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)) {
            return true;
        }
        boolean plainUnderneath =
                Normalizer.normalize(dotted, Normalizer.Form.NFKC).chars().allMatch(c -> c < 0x80);
        if (plainUnderneath) {
            return true;
        }
        for (String part : dotted.split("\\.", -1)) {
            boolean latin = part.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN);
            boolean similar = part.codePoints().anyMatch(LookAlike::hasLatinLooks);
            boolean twins = !part.isEmpty() && part.codePoints().allMatch(c -> TWINS.indexOf(c) >= 0);
            if (twins || (latin && similar)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLatinLooks(int letter) {
        return switch (UnicodeScript.of(letter)) {
            case CYRILLIC, GREEK, ARMENIAN, CHEROKEE, LISU -> true;
            default -> false;
        };
    }
}
