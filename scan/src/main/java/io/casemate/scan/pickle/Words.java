package io.casemate.scan.pickle;

/** Makes text of hostile files fit to be shown. */
final class Words {
    private static final int LENGTH_MAX = 80;

    private Words() {}

    /** At most 80 characters, control characters escaped. */
    static String quoted(String text) {
        var shown = new StringBuilder();
        for (int i = 0; i < text.length() && shown.length() < LENGTH_MAX; i++) {
            char letter = text.charAt(i);
            if (Character.isISOControl(letter)
                    || Character.isSurrogate(letter)
                    || Character.getType(letter) == Character.FORMAT) {
                shown.append("\\u%04x".formatted((int) letter));
            } else {
                shown.append(letter);
            }
        }
        return shown.length() < LENGTH_MAX
                ? shown.toString()
                : shown.append("...").toString();
    }
}
